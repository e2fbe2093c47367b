//! The last days as small bars in a table's cell, each against its own target: filled where it was reached, hollow below it.

use egui::{Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo};

use super::ink;
use crate::desktop::theme::Theme;

/// One day: what was done, and what was planned.
pub type Day = (f64, Option<f64>);

/// The height of the bars.
const HEIGHT: f32 = 20.0;
/// The width of a bar with the gap after it.
const STEP: f32 = 8.0;

/// Draws the days; `words` say what they show, to a screen reader and on hover.
pub fn bars(ui: &mut Ui, days: &[Day], words: &str) -> Response {
    let theme = Theme::of(ui);
    let width = (STEP * ink::px(days.len())).max(STEP).min(ui.available_width());
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, HEIGHT), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, words));
    let most = days.iter().flat_map(|(done, plan)| [Some(*done), *plan]).flatten().fold(1.0_f64, f64::max);
    let step = width / ink::px(days.len().max(1));
    let [blue, orange, ..] = theme.series;
    for (place, (done, plan)) in days.iter().enumerate() {
        let left = rect.left() + step * ink::px(place);
        let height = |value: f64| (HEIGHT * ink::points((value / most).clamp(0.0, 1.0))).max(1.0);
        let bar = Rect::from_min_max(
            egui::pos2(left, rect.bottom() - height(*done)),
            egui::pos2(left + (step - 2.0).max(1.0), rect.bottom()),
        );
        if plan.is_some_and(|plan| *done < plan) {
            ui.painter().rect(bar, 1, orange.gamma_multiply(0.3), Stroke::new(1.0, orange), StrokeKind::Inside);
        } else {
            ui.painter().rect_filled(bar, 1, blue);
        }
        if let Some(plan) = plan.filter(|plan| *plan > 0.0) {
            let y = rect.bottom() - height(plan);
            ui.painter().hline(left - 0.5..=left + step - 1.0, y, Stroke::new(1.0, theme.muted));
        }
    }
    response.on_hover_text(words)
}
