//! What the parts share: a line of text that is truncated instead of cut, key chips, focus rings, and the one place where counts become points.

use std::sync::Arc;

use egui::text::LayoutJob;
use egui::{Align2, Color32, CornerRadius, FontId, Galley, Painter, Pos2, Rect, Response, StrokeKind, Ui, Vec2};

use crate::desktop::theme::{Theme, font, measure, radius, space};

/// A count as points. Counts of rows, characters and items are far below the 2²⁴ that `f32` holds exactly.
#[must_use]
pub fn px(count: usize) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "counts on a screen are far below 2^24")]
    let points = count as f32;
    points
}

/// A count as a number for charts.
#[must_use]
pub fn real(count: usize) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "counts on a screen are far below 2^53")]
    let number = count as f64;
    number
}

/// A chart's number as screen points.
#[must_use]
pub fn points(number: f64) -> f32 {
    #[expect(clippy::cast_possible_truncation, reason = "a place on a screen needs no more than f32")]
    let points = number as f32;
    points
}

/// The whole part of a number that is not negative; 0 for anything else.
#[must_use]
pub fn whole(number: f64) -> usize {
    if !number.is_finite() || number < 1.0 {
        return 0;
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "finite, at least 1 and capped")]
    let whole = number.min(1e9) as usize;
    whole
}

/// Lays out one line, truncated with "…" at `width`.
#[must_use]
pub fn line(ui: &Ui, text: &str, font: FontId, colour: Color32, width: f32) -> Arc<Galley> {
    let mut job = LayoutJob::simple_singleline(text.to_owned(), font, colour);
    job.wrap.max_width = width.max(0.0);
    job.wrap.max_rows = 1;
    job.wrap.break_anywhere = true;
    ui.painter().layout_job(job)
}

/// Paints a laid-out line at a place of a rectangle.
pub fn place(painter: &Painter, galley: Arc<Galley>, rect: Rect, align: Align2) {
    let at = align.align_size_within_rect(galley.size(), rect).min;
    painter.galley(at, galley, Color32::PLACEHOLDER);
}

/// Paints an icon centred at a point.
pub fn icon(painter: &Painter, at: Pos2, icon: &str, size: f32, colour: Color32) {
    painter.text(at, Align2::CENTER_CENTER, icon, FontId::proportional(size), colour);
}

/// Paints the focus ring around a control that has the keyboard.
pub fn ring(ui: &Ui, response: &Response, corner: CornerRadius) {
    if response.has_focus() {
        ui.painter().rect_stroke(response.rect, corner, Theme::of(ui).ring(), StrokeKind::Outside);
    }
}

/// Gives the keyboard back after a click with the pointer, so that Space acts for the screen and not for the clicked button.
///
/// A button reached by Tab keeps the keyboard: there Space and Enter press it.
pub fn release_after_click(ui: &Ui, response: &Response) {
    if response.clicked() && ui.input(|input| input.pointer.any_released()) {
        response.surrender_focus();
    }
}

/// The size of a key chip.
#[must_use]
pub fn key_chip_size(ui: &Ui, key: &str) -> Vec2 {
    let width = line(ui, key, font::caption(), Color32::PLACEHOLDER, f32::INFINITY).size().x;
    Vec2::new((width + 2.0 * 6.0).max(20.0).ceil(), 20.0)
}

/// Paints a key chip into a rectangle.
pub fn paint_key_chip(ui: &Ui, rect: Rect, key: &str, colour: Color32, border: Color32) {
    ui.painter().rect_stroke(rect, CornerRadius::same(4), egui::Stroke::new(1.0, border), StrokeKind::Inside);
    place(ui.painter(), line(ui, key, font::caption(), colour, rect.width()), rect, Align2::CENTER_CENTER);
}

/// The border of a key chip on a quiet ground.
#[must_use]
pub fn chip_border(theme: &Theme) -> Color32 {
    theme.line.lerp_to_gamma(theme.field_line, 0.5)
}

/// A keyboard hint: the key's name in a small frame.
pub fn key_chip(ui: &mut Ui, key: &str) -> Response {
    let theme = Theme::of(ui);
    let (rect, response) = ui.allocate_exact_size(key_chip_size(ui, key), egui::Sense::hover());
    paint_key_chip(ui, rect, key, theme.muted, chip_border(theme));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, key));
    response
}

/// Paints the ground of a row that is hovered, highlighted or chosen.
pub fn row_ground(ui: &Ui, rect: Rect, chosen: bool, hovered: bool) {
    let theme = Theme::of(ui);
    let fill = match (chosen, hovered) {
        (true, _) => theme.accent_quiet,
        (false, true) => theme.raised,
        (false, false) => return,
    };
    ui.painter().rect_filled(rect, radius::CONTROL, fill);
}

/// A rectangle for one row over the whole width.
pub fn row(ui: &mut Ui, height: f32, sense: egui::Sense) -> (Rect, Response) {
    let width = ui.available_width().max(space::XL);
    ui.allocate_exact_size(Vec2::new(width, height.max(measure::CONTROL)), sense)
}
