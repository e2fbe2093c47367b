//! State badges and banners: a state is always said in a word beside its icon, never by colour alone.

use egui::{Align, Align2, Color32, CornerRadius, Frame, Layout, Margin, Response, Role, Sense, Ui, Vec2, WidgetInfo};

use super::button::Button;
use super::ink;
use crate::desktop::icons;
use crate::desktop::theme::{Kind, Theme, font, radius, size, space};

const HEIGHT: f32 = 24.0;

/// The icon that stands for a kind where the caller has no better one.
#[must_use]
pub fn kind_icon(kind: Kind) -> &'static str {
    match kind {
        Kind::Neutral => icons::CIRCLE,
        Kind::Accent => icons::INFO,
        Kind::Ok => icons::CHECK_CIRCLE,
        Kind::Warn => icons::WARNING,
        Kind::Bad => icons::WARNING_CIRCLE,
    }
}

/// A state in a word, with the icon of its kind.
pub fn badge(ui: &mut Ui, kind: Kind, word: &str) -> Response {
    badge_with(ui, kind, kind_icon(kind), word)
}

/// A state in a word, with an icon of its own.
pub fn badge_with(ui: &mut Ui, kind: Kind, icon: &str, word: &str) -> Response {
    let theme = Theme::of(ui);
    let room = (ui.available_width() - 40.0).max(24.0);
    let text = ink::line(ui, word, font::caption_bold(), theme.ink(kind), room);
    let icon_size = 14.0;
    let width = space::S + icon_size + space::XS + text.size().x + space::S;
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width.ceil(), HEIGHT), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, word));
    ui.painter().rect_filled(rect, CornerRadius::same(12), theme.ground(kind));
    let at = egui::pos2(rect.left() + space::S + icon_size / 2.0, rect.center().y);
    ink::icon(ui.painter(), at, icon, icon_size, theme.ink(kind));
    let truncated = text.elided;
    let inner = rect.with_min_x(at.x + icon_size / 2.0 + space::XS);
    ink::place(ui.painter(), text, inner, Align2::LEFT_CENTER);
    if truncated { response.on_hover_text(word) } else { response }
}

/// A small round counter; nothing is drawn for 0.
pub fn counter(ui: &mut Ui, count: u32, kind: Kind) -> Option<Response> {
    if count == 0 {
        return None;
    }
    let theme = Theme::of(ui);
    let text = ink::line(ui, &count.to_string(), font::caption_bold(), theme.ink(kind), f32::INFINITY);
    let (rect, response) = ui.allocate_exact_size(Vec2::new((text.size().x + 12.0).max(20.0), 20.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, count));
    ui.painter().rect_filled(rect, CornerRadius::same(10), theme.ground(kind));
    ink::place(ui.painter(), text, rect, Align2::CENTER_CENTER);
    Some(response)
}

/// A message over the whole width; `action` is the text of its button, empty for none. Says whether the button was pressed.
pub fn banner(ui: &mut Ui, kind: Kind, text: &str, action: &str) -> bool {
    let theme = Theme::of(ui);
    let frame =
        Frame::new().fill(theme.ground(kind)).corner_radius(radius::CONTROL).inner_margin(Margin::symmetric(12, 8));
    frame
        .show(ui, |ui| {
            ui.set_min_width(ui.available_width());
            let size = Vec2::new(ui.available_width(), HEIGHT);
            ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
                let pressed = !action.is_empty() && Button::secondary(action).show(ui).clicked();
                let width = ui.available_width();
                ui.allocate_ui_with_layout(Vec2::new(width, HEIGHT), Layout::left_to_right(Align::Center), |ui| {
                    let icon = egui::RichText::new(kind_icon(kind)).size(size::ICON).color(theme.ink(kind));
                    ui.add(egui::Label::new(icon));
                    ui.add(egui::Label::new(egui::RichText::new(text).color(theme.text)).wrap());
                });
                pressed
            })
            .inner
        })
        .inner
}

/// A dot of a series' colour with its word, for legends; the shape is painted by the caller's closure.
pub fn legend_entry(ui: &mut Ui, colour: Color32, word: &str, shape: impl FnOnce(&egui::Painter, egui::Rect, Color32)) {
    let theme = Theme::of(ui);
    let text = ink::line(ui, word, font::caption(), theme.muted, f32::INFINITY);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(16.0 + text.size().x, 20.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, word));
    shape(
        ui.painter(),
        egui::Rect::from_center_size(egui::pos2(rect.left() + 6.0, rect.center().y), Vec2::splat(9.0)),
        colour,
    );
    ink::place(ui.painter(), text, rect.with_min_x(rect.left() + 16.0), Align2::LEFT_CENTER);
}
