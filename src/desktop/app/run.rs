//! Opening the window. Without a display it says so instead of failing in the middle.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

use super::{App, Options};
use crate::desktop::app::settings::Settings;
use crate::locale::{Arg, Lang};

/// Why there is no window.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoWindow {
    /// No display, or none that can be drawn on.
    #[error("the window can't be opened: {0}")]
    Display(String),
    /// A library of the system is missing.
    #[error("the window can't be opened, a library is missing: {0}")]
    Library(String),
}

impl NoWindow {
    /// What happened and what to do, in one line.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        let (key, detail) = match self {
            Self::Display(detail) => ("app-no-display", detail),
            Self::Library(detail) => ("app-no-library", detail),
        };
        lang.with(key, &[("detail", Arg::Text(detail))])
    }
}

const SMALLEST: [f32; 2] = [960.0, 600.0];
const USUAL: [f32; 2] = [1280.0, 720.0];

/// Opens the window and stays until it is closed.
pub fn run(options: Options) -> Result<(), NoWindow> {
    if no_display() {
        return Err(NoWindow::Display("DISPLAY, WAYLAND_DISPLAY".to_owned()));
    }
    quiet_missing_library();
    let size = Settings::load(options.settings.as_deref())
        .size
        .map_or(USUAL, |(width, height)| [width.clamp(SMALLEST[0], 8_000.0), height.clamp(SMALLEST[1], 8_000.0)]);
    let native = eframe::NativeOptions {
        viewport: egui::ViewportBuilder::default()
            .with_app_id("norma")
            .with_title("Norma")
            .with_inner_size(size)
            .with_min_inner_size(SMALLEST),
        renderer: renderer(),
        persist_window: false,
        centered: true,
        ..eframe::NativeOptions::default()
    };
    let window = move || {
        eframe::run_native("norma", native, Box::new(|creation| Ok(Box::new(App::new(&creation.egui_ctx, options)))))
    };
    match catch_unwind(AssertUnwindSafe(window)) {
        Ok(Ok(())) => Ok(()),
        Ok(Err(error)) => Err(NoWindow::Display(error.to_string())),
        Err(panic) => Err(NoWindow::Library(panic_text(panic.as_ref()))),
    }
}

/// Whether this is a computer of X11 and Wayland where neither is named: said in a word instead of the toolkit's line.
fn no_display() -> bool {
    let named = |name: &&str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let freedesktop = cfg!(all(unix, not(target_os = "macos")));
    freedesktop && !["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"].iter().any(named)
}

/// OpenGL everywhere but on Windows, where remote desktops have none.
fn renderer() -> eframe::Renderer {
    #[cfg(target_os = "windows")]
    return eframe::Renderer::Wgpu;
    #[cfg(not(target_os = "windows"))]
    return eframe::Renderer::Glow;
}

fn panic_text(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied());
    text.unwrap_or("?").lines().next().unwrap_or("?").to_owned()
}

/// The toolkit panics where a library of the system is missing; that one is told in a line, not as a crash.
fn quiet_missing_library() {
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        let missing = info.payload().downcast_ref::<String>().is_some_and(|text| text.contains("could not be loaded"));
        if !missing {
            usual(info);
        }
    }));
}
