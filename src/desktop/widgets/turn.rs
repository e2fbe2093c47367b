//! Turning a day, month or year: a step back, what is on screen, a step on; with the same keys everywhere.

use egui::{Align, Align2, Context, Key, Layout, Role, Sense, Ui, WidgetInfo};

use super::button::icon_button;
use super::ink;
use crate::desktop::icons;
use crate::desktop::keys::{self, ActionInfo};
use crate::desktop::theme::{Theme, font, measure};
use crate::domain::month::Month;
use crate::locale::Lang;

/// How wide the name of a month or year is.
pub const MONTH: f32 = 152.0;
/// How wide a day with its weekday is.
pub const DAY: f32 = 152.0;

/// Which way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// To the one before.
    Back,
    /// To the one after.
    On,
}

const KEYS: [ActionInfo<Way>; 2] = [
    ActionInfo::new(Way::Back, "kpi-previous", icons::CARET_LEFT).plain(Key::PageUp),
    ActionInfo::new(Way::On, "kpi-next", icons::CARET_RIGHT).plain(Key::PageDown),
];

/// What is turned.
#[derive(Debug, Clone, Copy)]
pub struct Turn<'a> {
    /// What is on screen.
    pub name: &'a str,
    /// How wide it is, so that the steps stand still while it changes.
    pub width: f32,
    /// What the step back is called.
    pub back: &'a str,
    /// What the step on is called.
    pub on: &'a str,
    /// Whether there is anything after it.
    pub more: bool,
}

/// Draws it, in any layout; gives the step that was pressed.
pub fn show(ui: &mut Ui, turn: &Turn<'_>) -> Option<Way> {
    let mut pressed = None;
    let size = egui::vec2(turn.width + 2.0 * measure::CONTROL, measure::CONTROL);
    ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        if icon_button(ui, icons::CARET_LEFT, turn.back, "PageUp").clicked() {
            pressed = Some(Way::Back);
        }
        let (rect, response) = ui.allocate_exact_size(egui::vec2(turn.width, measure::CONTROL), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, turn.name));
        let line = ink::line(ui, turn.name, font::strong(), Theme::of(ui).text, rect.width());
        ink::place(ui.painter(), line, rect, Align2::CENTER_CENTER);
        let on = ui.add_enabled_ui(turn.more, |ui| icon_button(ui, icons::CARET_RIGHT, turn.on, "PageDown").clicked());
        if on.inner {
            pressed = Some(Way::On);
        }
    });
    pressed
}

/// The months, up to `last` where there is one.
pub fn month(ui: &mut Ui, lang: Lang, month: Month, last: Option<Month>) -> Option<Way> {
    let (name, back, on) = (lang.month(month.first()), lang.t("kpi-previous"), lang.t("kpi-next"));
    let more = last.is_none_or(|last| month < last);
    show(ui, &Turn { name: &name, width: MONTH, back: &back, on: &on, more })
}

/// The step whose key was pressed, for a screen without a table of acts.
pub fn pressed(ctx: &Context) -> Option<Way> {
    keys::pressed(ctx, &KEYS).map(|info| info.id)
}

impl Way {
    /// The month this way of another; the same where it would lie after `last`.
    #[must_use]
    pub fn of(self, month: Month, last: Option<Month>) -> Month {
        match self {
            Self::Back => month.previous(),
            Self::On if last.is_some_and(|last| month >= last) => month,
            Self::On => month.next(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_turn_up_to_the_last() {
        let month = |text: &str| Month::parse(text).unwrap();
        assert_eq!(Way::Back.of(month("2026-01"), None), month("2025-12"));
        assert_eq!(Way::On.of(month("2026-12"), None), month("2027-01"));
        assert_eq!(Way::On.of(month("2026-11"), Some(month("2026-11"))), month("2026-11"));
        assert_eq!(Way::On.of(month("2026-10"), Some(month("2026-11"))), month("2026-11"));
    }
}
