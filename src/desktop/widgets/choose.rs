//! A choice that stands in its field: shown as chosen, and searched by typing when its field or its key is pressed.
//!
//! The keyboard goes back to the screen after a choice, so that its plain keys act again.

use egui::{Align2, Rect, Response, Role, Sense, StrokeKind, Ui, Vec2, WidgetInfo};

use super::field::{self, Field};
use super::ink;
use super::pick::{self, Item, SearchPick};
use crate::desktop::icons;
use crate::desktop::theme::{Theme, font, measure, radius, size, space};

/// What the field remembers between frames.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    pick: pick::State,
    searching: bool,
    wants_keyboard: bool,
    numbered: bool,
}

impl State {
    /// Begins the search, as a press on the field does.
    pub fn open(&mut self) {
        *self = Self { searching: true, wants_keyboard: true, pick: pick::State::default(), numbered: self.numbered };
    }

    /// The items stand under the digits in their order: for the few that everybody knows by heart.
    pub fn number(&mut self) {
        self.numbered = true;
    }

    /// Whether a search is under way.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.searching
    }
}

/// A field with one chosen item.
#[derive(Clone, Copy, Debug)]
#[must_use = "a field is drawn by show"]
pub struct Choose<'a> {
    /// Above the field; its accessible name.
    pub label: &'a str,
    /// In the field while nothing is chosen, and while one searches.
    pub placeholder: &'a str,
    /// Said when nothing fits.
    pub nothing: &'a str,
    /// The key that begins the search; empty for none.
    pub key: &'a str,
    /// Below the field; empty for none.
    pub hint: &'a str,
}

impl Choose<'_> {
    /// Draws it; gives the place of the item that was chosen now.
    pub fn show(self, ui: &mut Ui, state: &mut State, items: &[Item<'_>], chosen: Option<usize>) -> Option<usize> {
        let mut picked = None;
        let words = Field { label: self.label, hint: self.hint, ..Field::default() };
        field::wrap(ui, &words, |ui| {
            if state.searching {
                return self.search(ui, state, items, &mut picked);
            }
            let response = self.shown(ui, chosen.and_then(|place| items.get(place)));
            if response.clicked() {
                state.open();
            }
            response
        });
        picked
    }

    fn search(&self, ui: &mut Ui, state: &mut State, items: &[Item<'_>], picked: &mut Option<usize>) -> Response {
        let digits: Vec<usize> = if state.numbered { (0..items.len().min(9)).collect() } else { Vec::new() };
        let search = SearchPick::new(self.label, self.placeholder, self.nothing).frequent(&digits);
        let outcome = search.show(ui, &mut state.pick, items);
        if state.wants_keyboard {
            outcome.response.request_focus();
            state.wants_keyboard = false;
            state.pick.open = true;
        } else if outcome.picked.is_some() || (!outcome.response.has_focus() && !state.pick.open) {
            state.searching = false;
        }
        *picked = outcome.picked;
        outcome.response
    }

    fn shown(&self, ui: &mut Ui, chosen: Option<&Item<'_>>) -> Response {
        let theme = Theme::of(ui);
        let wanted = Vec2::new(ui.available_width(), measure::CONTROL);
        let (rect, response) = ui.allocate_exact_size(wanted, Sense::click());
        let value = chosen.map_or("", |item| item.name);
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(Role::ComboBox, true, self.label);
            info.current_text_value = Some(value.to_owned());
            info
        });
        let fill = if response.hovered() { theme.raised } else { theme.surface };
        ui.painter().rect(rect, radius::CONTROL, fill, theme.field_stroke(), StrokeKind::Inside);
        let mut inner = rect.shrink2(Vec2::new(space::M, 0.0));
        let caret = egui::pos2(inner.right() - size::BODY / 2.0, inner.center().y);
        ink::icon(ui.painter(), caret, icons::CARET_DOWN, size::BODY, theme.muted);
        inner.set_right(inner.right() - size::BODY - space::S);
        if !self.key.is_empty() {
            let chip = ink::key_chip_size(ui, self.key);
            let at = Rect::from_center_size(egui::pos2(inner.right() - chip.x / 2.0, inner.center().y), chip);
            ink::paint_key_chip(ui, at, self.key, theme.muted, ink::chip_border(theme));
            inner.set_right(at.left() - space::S);
        }
        let (text, colour) = if value.is_empty() { (self.placeholder, theme.muted) } else { (value, theme.text) };
        let line = ink::line(ui, text, font::body(), colour, inner.width());
        let cut = line.elided;
        ink::place(ui.painter(), line, inner, Align2::LEFT_CENTER);
        ink::ring(ui, &response, radius::CONTROL);
        if cut { response.on_hover_text(text) } else { response }
    }
}
