//! The small stopwatch: a window of its own, always on top, beside the CRM. It draws a copy of the bench and hands its keys to the window.
//!
//! Invariant: a key carries the clocks' reading of the moment it was pressed, so that nothing is lost on the way.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use egui::{CentralPanel, Context, Frame, Margin, Ui, Vec2, ViewportBuilder, ViewportClass, ViewportId};

use super::{ACTS, Act, words};
use crate::desktop::app::menu::key_word;
use crate::desktop::app::options::Clocks;
use crate::desktop::icons;
use crate::desktop::keys;
use crate::desktop::theme::{Theme, space};
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::stopwatch::{Face, face};
use crate::domain::stopwatch::{Phase, Reading, Stopwatch};
use crate::locale::Lang;

/// The size of the small window.
const SIZE: [f32; 2] = [360.0, 160.0];

/// The keys that act here.
const HERE: [Act; 5] = [Act::Start, Act::Stop, Act::Pause, Act::Hard, Act::Undo];

#[derive(Debug, Default)]
struct Shared {
    watch: Stopwatch,
    note: String,
    lang: Lang,
    pressed: Vec<(Act, Reading)>,
    closed: bool,
}

/// The small window.
#[derive(Clone, Debug, Default)]
pub struct Mini(Arc<Mutex<Shared>>);

impl Mini {
    fn shared(&self) -> MutexGuard<'_, Shared> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What it shows from now on.
    pub fn update(&self, watch: &Stopwatch, note: String, lang: Lang) {
        let mut shared = self.shared();
        shared.watch.clone_from(watch);
        shared.note = note;
        shared.lang = lang;
    }

    /// What was pressed there, with the moment; and whether it was closed.
    #[must_use]
    pub fn take(&self) -> (Vec<(Act, Reading)>, bool) {
        let mut shared = self.shared();
        (std::mem::take(&mut shared.pressed), std::mem::take(&mut shared.closed))
    }

    /// Keeps the window open for the next frame.
    pub fn show(&self, ctx: &Context, clocks: &Clocks) {
        let (own, clocks) = (self.clone(), clocks.clone());
        let lang = own.shared().lang;
        let builder = ViewportBuilder::default()
            .with_title(lang.t("watch-mini"))
            .with_app_id("norma")
            .with_inner_size(SIZE)
            .with_min_inner_size(SIZE)
            .with_always_on_top()
            .with_maximize_button(false);
        ctx.show_viewport_deferred(ViewportId::from_hash_of("mini-stopwatch"), builder, move |ui, class| {
            own.ui(ui, class, &clocks);
        });
    }

    fn ui(&self, ui: &mut Ui, class: ViewportClass, clocks: &Clocks) {
        let now = clocks.reading();
        let (watch, note, lang) = {
            let shared = self.shared();
            (shared.watch.clone(), shared.note.clone(), shared.lang)
        };
        let mut pressed = keys_here(ui);
        let frame = Frame::new().fill(Theme::of(ui).surface).inner_margin(Margin::same(12));
        if class == ViewportClass::EmbeddedWindow {
            ui.set_min_size(Vec2::from(SIZE));
            frame.show(ui, |ui| content(ui, lang, &watch, &note, now, &mut pressed));
        } else {
            CentralPanel::default().frame(frame).show(ui, |ui| content(ui, lang, &watch, &note, now, &mut pressed));
        }
        let closed = class != ViewportClass::EmbeddedWindow && ui.input(|input| input.viewport().close_requested());
        if closed || !pressed.is_empty() {
            let mut shared = self.shared();
            shared.closed |= closed;
            shared.pressed.extend(pressed.into_iter().map(|act| (act, now)));
            drop(shared);
            ui.ctx().request_repaint_of(ViewportId::ROOT);
        }
        if watch.phase() == Phase::Running {
            ui.ctx().request_repaint_after(Duration::from_millis(100));
        }
    }
}

fn keys_here(ui: &Ui) -> Vec<Act> {
    let focused = ui.memory(|memory| memory.focused().is_some());
    if focused {
        return Vec::new();
    }
    ACTS.iter()
        .filter(|info| HERE.contains(&info.id) && keys::is_pressed(ui.ctx(), *info))
        .map(|info| info.id)
        .collect()
}

fn content(ui: &mut Ui, lang: Lang, watch: &Stopwatch, note: &str, now: Reading, pressed: &mut Vec<Act>) {
    let (kind, icon, word) = words::phase(lang, watch.phase());
    let time = words::time(lang, watch.elapsed_ms(now));
    face(ui, &Face { time: &time, word: &word, icon, kind, note, height: 52.0 });
    ui.add_space(space::XS);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        let room = ui.available_width() - 3.0 * space::XS;
        for (act, icon, share) in [
            (Act::Start, icons::PLAY, 0.31),
            (Act::Stop, icons::STOP, 0.27),
            (Act::Pause, icons::PAUSE, 0.21),
            (Act::Hard, icons::STAR, 0.21),
        ] {
            let width = (room * share).floor();
            let Some(info) = ACTS.iter().find(|info| info.id == act) else { continue };
            let (name, key) = (lang.t(info.name_key), info.key_text(ui.ctx(), &key_word(lang)));
            let selected = act == Act::Hard && watch.hard();
            if Button::secondary(&key).icon(icon).tooltip(&name).selected(selected).width(width).show(ui).clicked() {
                pressed.push(act);
            }
        }
    });
}
