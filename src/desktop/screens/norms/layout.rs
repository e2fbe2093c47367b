//! What the screens stand on: two parts side by side, a dialog, a line of facts, the room that is left below.

use egui::{Align, Id, Layout, Modal, Rect, Ui, UiBuilder};

use crate::desktop::icons;
use crate::desktop::theme::{Theme, font, margin, measure, space};
use crate::desktop::widgets::{button, card};
use crate::locale::Lang;

/// Below this width two parts stand one under the other.
const STACKED: f32 = 700.0;

/// Which part of a split is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The left (or upper) one.
    Left,
    /// The right (or lower) one.
    Right,
}

/// Two parts side by side, the left one `left` points wide; one under the other where there is no room.
pub fn split(ui: &mut Ui, left: f32, mut body: impl FnMut(&mut Ui, Side)) {
    let room = ui.available_rect_before_wrap();
    if room.width() < STACKED {
        body(ui, Side::Left);
        body(ui, Side::Right);
        return;
    }
    let edge = room.left() + left;
    let mut bottom = room.top();
    for (side, from, to) in [(Side::Left, room.left(), edge), (Side::Right, edge + space::L, room.right())] {
        let rect = Rect::from_min_max(egui::pos2(from, room.top()), egui::pos2(to, room.bottom()));
        let builder = UiBuilder::new().id_salt(side == Side::Left).max_rect(rect).layout(Layout::top_down(Align::LEFT));
        let mut part = ui.new_child(builder);
        part.spacing_mut().item_spacing.y = space::L;
        body(&mut part, side);
        bottom = bottom.max(part.min_rect().bottom());
    }
    ui.advance_cursor_after_rect(Rect::from_min_max(room.min, egui::pos2(room.right(), bottom)));
}

/// How much height is left on the screen below the cursor, less the content's own margin.
#[must_use]
pub fn room_below(ui: &Ui) -> f32 {
    (ui.clip_rect().bottom() - ui.cursor().top() - space::XL).max(0.0)
}

/// The height a card's inside has to have so that the card reaches the lower edge of the screen.
#[must_use]
pub fn card_room(ui: &Ui) -> f32 {
    (room_below(ui) - 2.0 * space::L - 2.0).max(0.0)
}

/// The same for a card with a title.
#[must_use]
pub fn titled_room(ui: &Ui) -> f32 {
    let head = measure::CONTROL + space::S + f32::from(margin::TITLED_CARD.top) - space::L;
    (card_room(ui) - head).max(0.0)
}

/// What came of a dialog in this frame.
#[derive(Debug)]
pub struct Shown<R> {
    /// It asks to be closed: Esc, the button, a click beside it.
    pub closed: bool,
    /// What its body gave.
    pub inner: R,
}

/// A dialog over the screen. What does not fit the window scrolls.
pub fn dialog<R>(ui: &Ui, lang: Lang, title: &str, width: f32, body: impl FnOnce(&mut Ui) -> R) -> Shown<R> {
    let theme = Theme::of(ui);
    let frame = card::frame(theme).inner_margin(margin::CONTENT).shadow(ui.visuals().window_shadow);
    let shown =
        Modal::new(Id::unique(("dialog", title))).backdrop_color(theme.veil).frame(frame).show(ui.ctx(), |ui| {
            let window = ui.ctx().content_rect();
            ui.set_width(width.min(window.width() - 4.0 * space::XL));
            let mut closed = false;
            card::section_with(ui, title, |ui| {
                closed = button::icon_button(ui, icons::X, &lang.t("norms-close"), "Esc").clicked();
            });
            ui.add_space(space::S);
            let most = window.height() - 4.0 * space::XL - 2.0 * measure::PRIMARY;
            // The area would cut it at the height it had before: what fits the window does not scroll.
            let scroll =
                egui::ScrollArea::vertical().max_height(most).min_scrolled_height(most).auto_shrink([false, true]);
            let inner = scroll.show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = space::M;
                body(ui)
            });
            (closed, inner.inner)
        });
    let asked = shown.should_close();
    Shown { closed: asked || shown.inner.0, inner: shown.inner.1 }
}

/// The button that a dialog ends in, on the right; says whether it was pressed.
pub fn send(ui: &mut Ui, word: &str, enabled: bool) -> bool {
    let row = egui::vec2(ui.available_width(), measure::PRIMARY);
    ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
        button::Button::primary(word).key("Ctrl+Enter").enabled(enabled).show(ui).clicked()
    })
    .inner
}

/// A fact: its name in a caption above, the value below.
pub fn fact(ui: &mut Ui, label: &str, value: &str) {
    let theme = Theme::of(ui);
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        name(ui, label);
        ui.add(egui::Label::new(egui::RichText::new(value).color(theme.text)).wrap());
    });
}

/// The name of what stands below, as fields have it.
pub fn name(ui: &mut Ui, label: &str) {
    ui.label(egui::RichText::new(label).font(font::caption_bold()).color(Theme::of(ui).muted));
}

/// A line of running text in the muted ink, wrapped.
pub fn quiet(ui: &mut Ui, text: &str) {
    ui.add(egui::Label::new(Theme::of(ui).quiet(text)).wrap());
}

/// A line of running text, wrapped.
pub fn said(ui: &mut Ui, text: &str) {
    ui.add(egui::Label::new(egui::RichText::new(text).color(Theme::of(ui).text)).wrap());
}

/// A caption, wrapped.
pub fn caption(ui: &mut Ui, text: &str) {
    ui.add(egui::Label::new(Theme::of(ui).caption(text)).wrap());
}

/// Two fields side by side, the first `first` points wide.
pub fn pair(ui: &mut Ui, first: f32, mut body: impl FnMut(&mut Ui, bool)) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::M;
        ui.allocate_ui_with_layout(egui::vec2(first, 0.0), Layout::top_down(Align::LEFT), |ui| {
            ui.set_width(first);
            body(ui, true);
        });
        ui.allocate_ui_with_layout(egui::vec2(ui.available_width(), 0.0), Layout::top_down(Align::LEFT), |ui| {
            body(ui, false);
        });
    });
}
