//! The shipped fonts: IBM Plex Sans 400 and 600 for text, `JetBrains Mono` 600 for the stopwatch, a subset of Phosphor for icons.
//!
//! Invariant: every character of both locales is in the chain, so text never shows a missing-glyph box. System fonts are not used:
//! text measures the same on every computer. egui 0.37 cannot switch on `tnum`, so only fonts whose digits are tabular by default are taken.

use std::sync::Arc;

use egui::epaint::text::FontTweak;
use egui::{FontData, FontDefinitions, FontFamily};

/// The named family of the semibold weight.
pub const SEMIBOLD: &str = "semibold";
/// The named family of the monospaced digits.
pub const MONO: &str = "mono";

const PLEX: &str = "plex";
const PLEX_SEMIBOLD: &str = "plex-semibold";
const JETBRAINS: &str = "jetbrains-mono";
const PHOSPHOR: &str = "phosphor";

/// The semibold family (headings, strong words, primary buttons).
#[must_use]
pub fn semibold() -> FontFamily {
    FontFamily::Name(SEMIBOLD.into())
}

/// The monospaced family (stopwatch digits, codes, key names).
#[must_use]
pub fn mono() -> FontFamily {
    FontFamily::Name(MONO.into())
}

/// Installs the four fonts and their fallback chains.
pub fn install(ctx: &egui::Context) {
    ctx.set_fonts(definitions());
}

/// The definitions that [`install`] sets: text → icons → `JetBrains Mono`.
///
/// Icons stand before `JetBrains Mono` because both use the private range (`U+E0A0`…), and only the icons are wanted from it.
#[must_use]
pub fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    let text = |bytes: &'static [u8]| Arc::new(FontData::from_static(bytes));
    fonts.font_data.insert(PLEX.to_owned(), text(include_bytes!("../../assets/fonts/IBMPlexSans-Regular.ttf")));
    fonts
        .font_data
        .insert(PLEX_SEMIBOLD.to_owned(), text(include_bytes!("../../assets/fonts/IBMPlexSans-SemiBold.ttf")));
    fonts.font_data.insert(JETBRAINS.to_owned(), text(include_bytes!("../../assets/fonts/JetBrainsMono-SemiBold.ttf")));
    fonts.font_data.insert(PHOSPHOR.to_owned(), Arc::new(icon_font()));
    for (family, chain) in [
        (FontFamily::Proportional, [PLEX, PHOSPHOR, JETBRAINS]),
        (semibold(), [PLEX_SEMIBOLD, PHOSPHOR, JETBRAINS]),
        (FontFamily::Monospace, [JETBRAINS, PLEX_SEMIBOLD, PHOSPHOR]),
        (mono(), [JETBRAINS, PLEX_SEMIBOLD, PHOSPHOR]),
    ] {
        fonts.families.insert(family, chain.map(str::to_owned).to_vec());
    }
    fonts
}

/// Icons stand in the middle of their em square; lowered a little so that this meets the middle of capital letters.
fn icon_font() -> FontData {
    let bytes: &'static [u8] = include_bytes!("../../assets/fonts/PhosphorIcons-Subset.ttf");
    FontData::from_static(bytes).tweak(FontTweak {
        y_offset_factor: 0.02,
        hinting: Some(false),
        ..FontTweak::default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::FontId;

    /// What the two locales and the widgets write.
    const WANTED: &str = "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя\
        ABCXYZabcxyz0123456789₽№→←↑↓▲▼●■◆✕✓±×÷≥≤≈−σμ…—–«»·•°%\u{a0}\u{202f}\u{2009}";

    /// Runs `look` in one pass of a context that has the fonts.
    fn with_fonts(mut look: impl FnMut(&mut egui::Ui)) {
        let ctx = egui::Context::default();
        install(&ctx);
        let mut output = ctx.run_ui(egui::RawInput::default(), |ui| look(ui));
        output.textures_delta.clear();
    }

    #[test]
    fn every_wanted_character_has_a_glyph_in_every_family() {
        with_fonts(|ui| {
            let icons = crate::desktop::icons::ALL.concat();
            for family in [FontFamily::Proportional, semibold(), FontFamily::Monospace, mono()] {
                let id = FontId::new(14.0, family.clone());
                for character in WANTED.chars().chain(icons.chars()) {
                    let found = ui.fonts_mut(|fonts| fonts.has_glyph(&id, character));
                    assert!(found, "{family:?} lacks {character:?} U+{:04X}", u32::from(character));
                }
            }
        });
    }

    #[test]
    fn digits_are_tabular_in_every_family() {
        with_fonts(|ui| {
            for family in [FontFamily::Proportional, semibold(), mono()] {
                let id = FontId::new(28.0, family);
                let width = |digit: char| ui.fonts_mut(|fonts| fonts.glyph_width(&id, digit));
                for digit in '1'..='9' {
                    assert!((width(digit) - width('0')).abs() < 0.01, "{digit} is not as wide as 0");
                }
            }
        });
    }
}
