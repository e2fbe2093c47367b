//! Pick by typing: a field that finds an item as it was meant ([`super::find`]), the frequent ones first under the digit keys.
//!
//! Keys act only while the field has the keyboard: ↑ ↓ move, Enter picks, Esc closes, and 1…9 pick a frequent item while the field is empty.
//! The field keeps the keyboard after a pick in the inline form, so that several can be picked in a row.

use egui::{
    Align2, Event, EventFilter, Id, Key, Modifiers, Popup, PopupCloseBehavior, Rect, Response, Role, ScrollArea, Sense,
    TextEdit, Ui, Vec2, WidgetInfo,
};

use super::find;
use super::ink;
use crate::desktop::icons;
use crate::desktop::theme::{Theme, font, measure, size, space};

/// An item to pick from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item<'a> {
    /// What tells it from all others.
    pub id: &'a str,
    /// What people call it.
    pub name: &'a str,
    /// Its short code; empty for none.
    pub code: &'a str,
    /// What it belongs to; empty for none.
    pub group: &'a str,
}

/// What the field remembers between frames.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// What is typed.
    pub text: String,
    /// Which of the shown rows is under the keyboard.
    pub row: usize,
    /// The list is shown (not used by the inline form, which always shows it).
    pub open: bool,
}

/// What came of it.
#[derive(Debug)]
pub struct Outcome {
    /// The place in `items` of the one that was picked now.
    pub picked: Option<usize>,
    /// How many of it were typed with it ("тар 3"), or of what was picked before ("*3").
    pub count: Option<i64>,
    /// The text field.
    pub response: Response,
}

/// A field to pick from many by typing.
#[derive(Clone, Copy, Debug)]
#[must_use = "a field is drawn by show"]
pub struct SearchPick<'a> {
    /// Its accessible name, and what tells it from other fields of the screen.
    pub name: &'a str,
    /// In the empty field.
    pub placeholder: &'a str,
    /// Said when nothing fits.
    pub nothing: &'a str,
    /// Places in `items`, most frequent first; the first nine have digit keys.
    pub frequent: &'a [usize],
    /// The items prepared for the search, where more than name and code is searched.
    pub index: Option<&'a find::Index>,
    /// A number typed behind the words says how many.
    pub counted: bool,
    /// The list stands under the field for good instead of floating.
    pub inline: bool,
    /// How many rows the list shows before it scrolls.
    pub rows: usize,
    /// The field's width; `None` for all there is.
    pub width: Option<f32>,
}

impl<'a> SearchPick<'a> {
    /// A floating list of at most eight rows.
    pub fn new(name: &'a str, placeholder: &'a str, nothing: &'a str) -> Self {
        Self {
            name,
            placeholder,
            nothing,
            frequent: &[],
            index: None,
            counted: false,
            inline: false,
            rows: 8,
            width: None,
        }
    }

    /// With frequent items first, under the digit keys.
    pub fn frequent(self, frequent: &'a [usize]) -> Self {
        Self { frequent, ..self }
    }

    /// Searched by an index made of the same items in the same order.
    pub fn searched(self, index: &'a find::Index) -> Self {
        Self { index: Some(index), ..self }
    }

    /// A number behind the words says how many.
    pub fn counted(self) -> Self {
        Self { counted: true, ..self }
    }

    /// With the list under the field for good.
    pub fn inline(self, rows: usize) -> Self {
        Self { inline: true, rows, ..self }
    }

    /// The id of the text field inside `ui`, for asking for the keyboard.
    #[must_use]
    pub fn id(&self, ui: &Ui) -> Id {
        ui.make_persistent_id(("search-pick", self.name))
    }

    /// Draws it.
    pub fn show(self, ui: &mut Ui, state: &mut State, items: &[Item<'_>]) -> Outcome {
        let id = self.id(ui);
        let focused = ui.memory(|memory| memory.has_focus(id));
        let shown = self.shown(&state.text, items);
        state.row = state.row.min(shown.len().saturating_sub(1));
        let (words, mut count) = self.split(&state.text, items);
        let alone = count.is_some() && words.is_empty();
        let entered = focused && ui.input(|input| input.key_pressed(Key::Enter));
        let mut picked = if focused { self.keys(ui, state, &shown) } else { None };
        // A count alone is for what was picked before.
        if alone && picked.is_some() {
            picked = None;
        }
        let response = self.field(ui, id, state);
        if response.changed() {
            state.row = 0;
            state.open = true;
        }
        if response.gained_focus() || response.clicked() {
            state.open = true;
        }
        let shown = self.shown(&state.text, items);
        if self.inline {
            ui.add_space(space::XS);
            picked = picked.or(self.list(ui, state, items, &shown, response.has_focus()));
        } else {
            picked = picked.or(self.popup(ui, state, items, &shown, &response));
        }
        if picked.is_none() && !(alone && entered) {
            count = None;
        }
        if picked.is_some() || count.is_some() {
            state.text.clear();
            state.row = 0;
            state.open = false;
            if self.inline { response.request_focus() } else { response.surrender_focus() }
        }
        Outcome { picked, count, response }
    }

    /// The words to search, and the number behind them: after a star always, else where both together find nothing.
    fn split<'t>(&self, text: &'t str, items: &[Item<'_>]) -> (&'t str, Option<i64>) {
        let (words, count) = find::counted(text);
        let counts = self.counted && count.is_some();
        if counts && (text.contains(['*', '×']) || self.found(text, items).is_empty()) {
            (words, count)
        } else {
            (text, None)
        }
    }

    fn found(&self, text: &str, items: &[Item<'_>]) -> Vec<usize> {
        match self.index {
            Some(index) => index.search(text),
            None => find::search(items, text, |item| (item.name, item.code)),
        }
    }

    /// The places of the rows: the frequent ones, then the rest, or what fits the text.
    fn shown(&self, text: &str, items: &[Item<'_>]) -> Vec<usize> {
        if text.trim().is_empty() {
            let frequent = self.frequent.iter().copied().filter(|place| *place < items.len());
            let rest = (0..items.len()).filter(|place| !self.frequent.contains(place));
            return frequent.chain(rest).collect();
        }
        let (words, _) = self.split(text, items);
        if words.is_empty() { self.shown(words, items) } else { self.found(words, items) }
    }

    /// Takes the keys that are the list's before the text field sees them.
    fn keys(&self, ui: &Ui, state: &mut State, shown: &[usize]) -> Option<usize> {
        let open = self.inline || state.open;
        let taken = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if !open {
            state.open = taken(Key::ArrowDown);
            return None;
        }
        if taken(Key::ArrowDown) {
            state.row = (state.row + 1).min(shown.len().saturating_sub(1));
        }
        if taken(Key::ArrowUp) {
            state.row = state.row.saturating_sub(1);
        }
        if taken(Key::Escape) {
            state.open = false;
            if state.text.is_empty() {
                ui.memory_mut(|memory| memory.surrender_focus(self.id(ui)));
            }
            state.text.clear();
        }
        if taken(Key::Enter) {
            return shown.get(state.row).copied();
        }
        if state.text.is_empty() { self.digit(ui) } else { None }
    }

    /// A digit typed into the empty field picks a frequent item and does not stay as text.
    fn digit(&self, ui: &Ui) -> Option<usize> {
        let mut digit = None;
        ui.input_mut(|input| {
            input.events.retain(|event| match event {
                Event::Text(text) if digit.is_none() => {
                    digit = text.parse::<usize>().ok().filter(|number| (1..=9).contains(number));
                    digit.is_none_or(|number| number > self.frequent.len())
                }
                _ => true,
            });
        });
        digit.and_then(|number| self.frequent.get(number - 1)).copied()
    }

    fn field(&self, ui: &mut Ui, id: Id, state: &mut State) -> Response {
        let theme = Theme::of(ui);
        let width = self.width.unwrap_or_else(|| ui.available_width());
        let filter = EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: true, escape: true };
        let margin = egui::Margin { left: 36, ..crate::desktop::theme::margin::CONTROL };
        let response = ui.add(
            TextEdit::singleline(&mut state.text)
                .id(id)
                .margin(margin)
                .align(Align2::LEFT_CENTER)
                .hint_text(theme.quiet(self.placeholder))
                .desired_width(width)
                .event_filter(filter)
                .min_size(Vec2::new(0.0, measure::CONTROL)),
        );
        let at = egui::pos2(response.rect.left() + space::M + size::ICON / 2.0, response.rect.center().y);
        ink::icon(ui.painter(), at, icons::MAGNIFYING_GLASS, size::ICON, theme.muted);
        response.accessible_name(self.name)
    }

    fn popup(
        &self,
        ui: &Ui,
        state: &mut State,
        items: &[Item<'_>],
        shown: &[usize],
        field: &Response,
    ) -> Option<usize> {
        let mut picked = None;
        let popup = Popup::from_response(field)
            .open(state.open)
            .width(field.rect.width())
            .gap(space::XS)
            .close_behavior(PopupCloseBehavior::IgnoreClicks)
            .show(|ui| picked = self.list(ui, state, items, shown, true));
        let inside = |rect: Rect| ui.input(|input| input.pointer.interact_pos().is_some_and(|at| rect.contains(at)));
        let on_list = popup.is_some_and(|popup| inside(popup.response.rect));
        let left = field.lost_focus() || (field.clicked_elsewhere() && !field.has_focus());
        if left && !on_list {
            state.open = false;
        }
        picked
    }

    /// The rows; `keyboard` says that the field has the keyboard, so one of them is under it.
    fn list(&self, ui: &mut Ui, state: &State, items: &[Item<'_>], shown: &[usize], keyboard: bool) -> Option<usize> {
        if shown.is_empty() {
            ui.add_space(space::XS);
            ui.label(Theme::of(ui).quiet(self.nothing));
            ui.add_space(space::XS);
            return None;
        }
        let digits = if state.text.trim().is_empty() { self.frequent.len().min(9) } else { 0 };
        let height = measure::ROW * ink::px(self.rows.min(shown.len()));
        let scroll =
            ScrollArea::vertical().id_salt(("pick-list", self.name)).max_height(height).auto_shrink([false, true]);
        let mut picked = None;
        scroll.show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for (row, place) in shown.iter().enumerate() {
                let Some(item) = items.get(*place) else { continue };
                let key = if row < digits { (row + 1).to_string() } else { String::new() };
                let under_keyboard = keyboard && row == state.row;
                let response = paint_item(ui, item, &key, digits > 0, under_keyboard);
                if under_keyboard && ui.input(|input| !input.events.is_empty()) && !response.hovered() {
                    response.scroll_to_me(None);
                }
                if response.clicked() {
                    picked = Some(*place);
                }
            }
        });
        picked
    }
}

/// One row (`keys`: the list has digit keys and rows without one keep their room): name, group or code, and key on the right.
fn paint_item(ui: &mut Ui, item: &Item<'_>, key: &str, keys: bool, under_keyboard: bool) -> Response {
    let theme = Theme::of(ui);
    // Rows are clicked, but the keyboard stays in the field.
    let (rect, response) = ink::row(ui, measure::ROW, Sense::CLICK);
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, under_keyboard, item.name));
    if !ui.is_rect_visible(rect) {
        return response;
    }
    ink::row_ground(ui, rect, under_keyboard, response.hovered());
    let mut inner = rect.shrink2(Vec2::new(space::S, 0.0));
    if !key.is_empty() {
        let chip = ink::key_chip_size(ui, key);
        let at = Rect::from_center_size(egui::pos2(inner.right() - chip.x / 2.0, inner.center().y), chip);
        ink::paint_key_chip(ui, at, key, theme.muted, ink::chip_border(theme));
    }
    if keys {
        inner.set_right(inner.right() - 20.0 - space::S);
    }
    let aside = if item.group.is_empty() { item.code } else { item.group };
    let aside = ink::line(ui, aside, font::caption(), theme.muted, inner.width() * 0.4);
    let name = ink::line(ui, item.name, font::body(), theme.text, inner.width() - aside.size().x - space::M);
    let cut = name.elided;
    ink::place(ui.painter(), aside, inner, Align2::RIGHT_CENTER);
    ink::place(ui.painter(), name, inner, Align2::LEFT_CENTER);
    if cut { response.on_hover_text(item.name) } else { response }
}
