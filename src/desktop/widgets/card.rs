//! Cards and headings: content stands on cards with generous margins; a heading is a heading to screen readers too.

use egui::{Align, Frame, InnerResponse, Layout, Rect, Response, RichText, Role, Ui, UiBuilder, Vec2};

use super::ink;
use crate::desktop::theme::{Theme, margin, measure, radius, space};

/// The frame of a card, for what needs more than [`card`].
pub fn frame(theme: &Theme) -> Frame {
    Frame::new().fill(theme.surface).stroke(theme.hairline()).corner_radius(radius::CARD).inner_margin(margin::CARD)
}

/// A card over the whole width with a title; an empty title leaves the head out.
pub fn card<R>(ui: &mut Ui, title: &str, body: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    if !title.is_empty() {
        return card_with(ui, title, |_| {}, body);
    }
    frame(Theme::of(ui)).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        ui.spacing_mut().item_spacing = Vec2::splat(space::S);
        body(ui)
    })
}

/// A card whose head has something on its right (a button, a badge, a choice).
pub fn card_with<R>(
    ui: &mut Ui,
    title: &str,
    right: impl FnOnce(&mut Ui),
    body: impl FnOnce(&mut Ui) -> R,
) -> InnerResponse<R> {
    // The head is as high as a button, so that cards side by side have their titles on one line.
    let frame = frame(Theme::of(ui)).inner_margin(margin::TITLED_CARD);
    frame.show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        ui.spacing_mut().item_spacing = Vec2::splat(space::S);
        head(ui, Theme::of(ui).strong(title), title, right);
        body(ui)
    })
}

/// Makes a titled card, from inside, as high as the card beside it.
pub fn fill(ui: &mut Ui, height: f32) {
    let margin = margin::TITLED_CARD;
    let used = ui.cursor().top() - ui.min_rect().top();
    ui.set_min_height((height - f32::from(margin.top) - f32::from(margin.bottom) - 2.0 - used).max(0.0));
}

/// A heading between groups of cards.
pub fn section(ui: &mut Ui, text: &str) -> Response {
    heading(ui, Theme::of(ui).section(text), text)
}

/// A section heading with something on its right.
pub fn section_with(ui: &mut Ui, text: &str, right: impl FnOnce(&mut Ui)) {
    head(ui, Theme::of(ui).section(text), text, right);
}

/// The title of a screen with its actions on the right.
pub fn screen_title(ui: &mut Ui, text: &str, right: impl FnOnce(&mut Ui)) {
    head(ui, Theme::of(ui).title(text), text, right);
}

/// Columns of equal width with the distance of cards between them. What is too wide for its column pushes nothing out of its place.
pub fn columns<R>(ui: &mut Ui, count: usize, body: impl FnOnce(&mut [Ui]) -> R) -> R {
    columns_apart(ui, count, space::L, body)
}

/// Columns of equal width, `gap` apart.
pub fn columns_apart<R>(ui: &mut Ui, count: usize, gap: f32, body: impl FnOnce(&mut [Ui]) -> R) -> R {
    let room = ui.available_rect_before_wrap();
    let count = count.max(1);
    let width = ((room.width() - gap * ink::px(count - 1)) / ink::px(count)).max(0.0);
    let mut columns: Vec<Ui> = (0..count)
        .map(|place| {
            let left = room.left() + (width + gap) * ink::px(place);
            let rect = Rect::from_min_max(egui::pos2(left, room.top()), egui::pos2(left + width, room.bottom()));
            let builder =
                UiBuilder::new().id_salt(("column", place)).max_rect(rect).layout(Layout::top_down(Align::LEFT));
            ui.new_child(builder)
        })
        .collect();
    let inner = body(&mut columns);
    let bottom = columns.iter().map(|column| column.min_rect().bottom()).fold(room.top(), f32::max);
    ui.advance_cursor_after_rect(Rect::from_min_max(room.min, egui::pos2(room.right(), bottom)));
    inner
}

/// The content of a screen: scrolls, at most 1440 wide, 24 px margins.
pub fn content<R>(ui: &mut Ui, body: impl FnOnce(&mut Ui) -> R) -> R {
    let scroll = egui::ScrollArea::vertical().auto_shrink(false);
    scroll.show(ui, |ui| limited(ui, body)).inner
}

fn limited<R>(ui: &mut Ui, body: impl FnOnce(&mut Ui) -> R) -> R {
    Frame::new()
        .inner_margin(margin::CONTENT)
        .show(ui, |ui| {
            ui.set_max_width(ui.available_width().min(measure::CONTENT));
            ui.spacing_mut().item_spacing.y = space::L;
            body(ui)
        })
        .inner
}

fn head(ui: &mut Ui, title: RichText, name: &str, right: impl FnOnce(&mut Ui)) {
    ui.allocate_ui_with_layout(
        egui::vec2(ui.available_width(), measure::CONTROL),
        Layout::right_to_left(Align::Center),
        |ui| {
            right(ui);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| heading(ui, title, name));
        },
    );
}

fn heading(ui: &mut Ui, text: RichText, name: &str) -> Response {
    let response = ui.add(egui::Label::new(text).truncate());
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Heading);
        node.set_label(name);
    });
    response
}
