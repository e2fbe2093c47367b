//! What this computer remembers of the window: language, theme, recent files, size.
//!
//! Invariant: whatever is wrong with the file, the window opens with the usual settings. It holds nothing of a floor.

use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::locale::Lang;

/// How many recent files are remembered.
const RECENT: usize = 8;

/// The theme a person wants.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Look {
    /// As the system says.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Look {
    /// The next one of the switch.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::System => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::System,
        }
    }

    /// What egui is told.
    #[must_use]
    pub fn preference(self) -> egui::ThemePreference {
        match self {
            Self::System => egui::ThemePreference::System,
            Self::Light => egui::ThemePreference::Light,
            Self::Dark => egui::ThemePreference::Dark,
        }
    }
}

/// What this computer remembers.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The language; none until somebody has chosen one.
    pub lang: Option<Lang>,
    /// The theme.
    pub look: Look,
    /// Floor files, newest first.
    pub recent: Vec<PathBuf>,
    /// The window's inner size in points.
    pub size: Option<(f32, f32)>,
}

impl Settings {
    /// Reads them; the usual ones where there are none or they can't be read.
    #[must_use]
    pub fn load(file: Option<&Path>) -> Self {
        let Some(file) = file else { return Self::default() };
        let Ok(text) = fs::read_to_string(file) else { return Self::default() };
        serde_json::from_str(&text).unwrap_or_else(|error| {
            tracing::warn!(file = %file.display(), %error, "the window's settings can't be read and begin anew");
            Self::default()
        })
    }

    /// Writes them; a failure is logged and no more.
    pub fn save(&self, file: Option<&Path>) {
        let Some(file) = file else { return };
        let written = serde_json::to_string_pretty(self).map_err(std::io::Error::from).and_then(|text| {
            if let Some(folder) = file.parent() {
                fs::create_dir_all(folder)?;
            }
            fs::write(file, text)
        });
        if let Err(error) = written {
            tracing::warn!(file = %file.display(), %error, "the window's settings can't be saved");
        }
    }

    /// Puts a file on top of the recent ones.
    pub fn opened(&mut self, floor: &Path) {
        self.forget(floor);
        self.recent.insert(0, floor.to_owned());
        self.recent.truncate(RECENT);
    }

    /// Takes a file from the recent ones.
    pub fn forget(&mut self, floor: &Path) {
        self.recent.retain(|known| known != floor);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_stands_in_the_file_the_window_opens() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("deep").join("window.json");
        assert_eq!(Settings::load(Some(&file)), Settings::default());
        let mut settings = Settings { lang: Some(Lang::En), look: Look::Dark, ..Settings::default() };
        for name in ["a", "b", "a"] {
            settings.opened(Path::new(name));
        }
        assert_eq!(settings.recent, [Path::new("a"), Path::new("b")]);
        settings.save(Some(&file));
        assert_eq!(Settings::load(Some(&file)), settings);
        fs::write(&file, "{\"look\": 7").unwrap();
        assert_eq!(Settings::load(Some(&file)), Settings::default());
    }
}
