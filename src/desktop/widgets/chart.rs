//! What the charts share: the caption sentence, the legend, the table twin behind a toggle, quiet axes, and no zoom or drag that would take the wheel.

use egui::{Align, Color32, Layout, Painter, Rect, RichText, Role, Ui, Vec2, Vec2b, WidgetInfo};
use egui_plot::{AxisHints, GridInput, GridMark, Plot};

use super::badge;
use super::button::Button;
use super::table::{self, Head, Table};
use crate::desktop::icons;
use crate::desktop::theme::{Theme, font, measure, size, space};

/// The height of the head of a small chart.
const SMALL_HEAD: f32 = 22.0;

/// Writes a number in the locale's manner.
pub type Write<'a> = &'a dyn Fn(f64) -> String;

/// The words of a chart.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    /// What tells it from other charts of the screen, and its accessible name.
    pub name: &'a str,
    /// A sentence that says what it shows.
    pub sentence: &'a str,
    /// The horizontal axis, with its unit.
    pub across: &'a str,
    /// The vertical axis, with its unit.
    pub up: &'a str,
    /// The tooltip of the button that shows the table.
    pub as_table: &'a str,
    /// The tooltip of the button that shows the chart again.
    pub as_chart: &'a str,
    /// Writes a value of the measured quantity (a tick, a table's cell).
    pub write: Write<'a>,
    /// The height of the plot, and of its table.
    pub height: f32,
    /// A chart beside something larger: its sentence in a line, no legend, no names on the axes.
    pub small: bool,
}

/// A legend's entry.
#[derive(Clone, Copy)]
pub(super) struct Entry<'a> {
    pub colour: Color32,
    pub word: &'a str,
    pub shape: fn(&Painter, Rect, Color32),
}

/// The table twin of a chart: titles (the first is text, the others numbers) and a writer of cells.
pub(super) struct Twin<'a> {
    pub heads: &'a [Head<'a>],
    pub rows: usize,
    pub cell: &'a dyn Fn(usize, usize) -> String,
}

/// Caption, legend and toggle above either the plot or its table twin. Gives back what `plot` gave when it was shown.
pub(super) fn with_twin<R>(
    ui: &mut Ui,
    words: &Words<'_>,
    legend: &[Entry<'_>],
    twin: &Twin<'_>,
    plot: impl FnOnce(&mut Ui) -> R,
) -> Option<R> {
    let id = ui.make_persistent_id(("chart", words.name));
    let as_table = ui.data(|data| data.get_temp::<bool>(id)).unwrap_or_default();
    ui.push_id(id, |ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        let toggled = if words.small { small_head(ui, words, as_table) } else { head(ui, words, legend, as_table) };
        if toggled {
            ui.data_mut(|data| data.insert_temp(id, !as_table));
        }
        if as_table {
            show_twin(ui, words, twin, !legend.is_empty() && !words.small);
            return None;
        }
        Some(plot(ui))
    })
    .inner
}

/// The sentence in a line of captions, with the toggle.
fn small_head(ui: &mut Ui, words: &Words<'_>, as_table: bool) -> bool {
    let (icon, tooltip) = if as_table { (icons::CHART_BAR, words.as_chart) } else { (icons::TABLE, words.as_table) };
    let room = Vec2::new(ui.available_width(), SMALL_HEAD);
    ui.allocate_ui_with_layout(room, Layout::right_to_left(Align::Center), |ui| {
        let button = Button::quiet("").icon(icon).tooltip(tooltip);
        let toggled = button.width(measure::CONTROL).height(SMALL_HEAD).show(ui).clicked();
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.add(egui::Label::new(Theme::of(ui).caption(words.sentence)).truncate());
        });
        toggled
    })
    .inner
}

fn head(ui: &mut Ui, words: &Words<'_>, legend: &[Entry<'_>], as_table: bool) -> bool {
    let theme = Theme::of(ui);
    let (icon, tooltip) = if as_table { (icons::CHART_BAR, words.as_chart) } else { (icons::TABLE, words.as_table) };
    let width = ui.available_width();
    let toggled = ui
        .allocate_ui_with_layout(Vec2::new(width, measure::CONTROL), Layout::right_to_left(Align::Center), |ui| {
            let toggled = Button::quiet("").icon(icon).tooltip(tooltip).width(measure::CONTROL).show(ui).clicked();
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add(egui::Label::new(theme.quiet(words.sentence)).wrap());
            });
            toggled
        })
        .inner;
    if !as_table && !legend.is_empty() {
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing = Vec2::new(space::L, 0.0);
            ui.spacing_mut().interact_size.y = size::SECTION;
            ui.horizontal_wrapped(|ui| {
                for entry in legend {
                    badge::legend_entry(ui, entry.colour, entry.word, entry.shape);
                }
            });
        });
    }
    toggled
}

/// The table is as high as the plot with its legend, so that nothing below jumps.
fn show_twin(ui: &mut Ui, words: &Words<'_>, twin: &Twin<'_>, with_legend: bool) {
    let mut chosen = None;
    let height = words.height + if with_legend { size::SECTION + space::XS } else { 0.0 };
    Table::new(words.name, twin.heads).height(height).show(ui, twin.rows, &mut chosen, |ui, row, column| {
        let content = (twin.cell)(row, column);
        if twin.heads.get(column).is_some_and(|head| head.number) {
            table::number(ui, &content);
        } else {
            table::text(ui, &content);
        }
    });
}

/// A plot that stays still: no zoom, no drag, no scroll; quiet grid, ticks in the caption size.
pub(super) fn still<'a>(ui: &Ui, words: &Words<'a>) -> Plot<'a> {
    let theme = Theme::of(ui);
    Plot::new(("plot", words.name))
        .height(words.height)
        // Room for the half of the last tick's label that stands right of its place.
        .width(ui.available_width() - space::M)
        // Clicked by the pointer, but no stop of the Tab key: the table twin is the keyboard's way.
        .sense(egui::Sense::CLICK)
        .allow_zoom(false)
        .allow_drag(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .allow_double_click_reset(false)
        .allow_axis_zoom_drag(false)
        .show_background(false)
        .show_crosshair(false)
        .show_grid(Vec2b::new(false, true))
        .grid_color(theme.line)
        .grid_fade(0.0)
        .cursor_color(Color32::TRANSPARENT)
}

/// About how many ticks the vertical axis of a chart has room for.
pub(super) fn ticks_up(words: &Words<'_>) -> f64 {
    f64::from(words.height / 34.0).max(2.0)
}

/// An axis with its ticks in the caption size.
pub(super) fn axis<'a>(ui: &Ui, words: &Words<'_>, horizontal: bool) -> AxisHints<'a> {
    let theme = Theme::of(ui);
    let label = if horizontal { words.across } else { words.up };
    let label = if words.small { "" } else { label };
    let axis =
        if horizontal { AxisHints::new_x().label_spacing(24.0..=32.0) } else { AxisHints::new_y().min_thickness(36.0) };
    axis.label(RichText::new(label).size(size::CAPTION).color(theme.muted))
        .tick_label_color(theme.muted)
        .tick_label_font(font::caption())
}

/// Round ticks: at most about `most` of them, at 1, 2 or 5 times a power of ten.
pub(super) fn round_ticks(input: &GridInput, most: f64) -> Vec<GridMark> {
    let (low, high) = input.bounds;
    let step = round_step((high - low) / most);
    let mut marks = Vec::new();
    let mut place = (low / step).ceil() * step;
    while step > 0.0 && place <= high && marks.len() < 100 {
        // Written as 0, not as −0 or 1e−17.
        let value = if place.abs() < step * 1e-9 { 0.0 } else { place };
        marks.push(GridMark { value, step_size: step });
        place += step;
    }
    marks
}

/// Ticks on an axis of decimal logarithms: about `most` of them, the finest of 1…9, 1 2 5, and 1 × 10ⁿ that are so few.
pub(super) fn log_ticks(input: &GridInput, most: f64) -> Vec<GridMark> {
    const STEPS: [&[f64]; 4] = [
        &[1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0],
        &[1.0, 1.5, 2.0, 3.0, 5.0, 7.0],
        &[1.0, 2.0, 5.0],
        &[1.0],
    ];
    let (low, high) = input.bounds;
    let decades = (high - low).max(1e-9);
    let few = |factors: &&[f64]| super::ink::real(factors.len()) * decades <= most;
    let factors = STEPS.into_iter().find(few).unwrap_or(&[1.0]);
    let mut marks = Vec::new();
    let mut power = low.floor();
    while power <= high && marks.len() < 60 {
        for factor in factors {
            let value = power + factor.log10();
            if low <= value && value <= high {
                // They are few: each has room for its label.
                marks.push(GridMark { value, step_size: 1.0 });
            }
        }
        power += 1.0;
    }
    marks
}

/// The smallest of 1, 2, 5 × 10ⁿ that is not below `least`.
pub(super) fn round_step(least: f64) -> f64 {
    if !(least.is_finite() && least > 0.0) {
        return 1.0;
    }
    let power = 10f64.powf(least.log10().floor());
    let factor = [1.0, 2.0, 5.0].into_iter().find(|factor| factor * power >= least * (1.0 - 1e-9)).unwrap_or(10.0);
    factor * power
}

/// The chart as one thing to a screen reader: its name and its sentence.
pub(super) fn describe(response: &egui::Response, words: &Words<'_>) {
    response.widget_info(|| WidgetInfo::labeled(Role::Figure, true, format!("{}. {}", words.name, words.sentence)));
}

/// Legend shapes.
pub(super) mod shape {
    use egui::{Color32, Painter, Rect, Shape, Stroke, StrokeKind};

    pub fn disc(painter: &Painter, rect: Rect, colour: Color32) {
        painter.circle_filled(rect.center(), rect.width() * 0.45, colour);
    }

    pub fn diamond(painter: &Painter, rect: Rect, colour: Color32) {
        let points = vec![rect.center_top(), rect.right_center(), rect.center_bottom(), rect.left_center()];
        painter.add(Shape::convex_polygon(points, colour, Stroke::NONE));
    }

    pub fn triangle(painter: &Painter, rect: Rect, colour: Color32) {
        let points = vec![rect.center_top(), rect.right_bottom(), rect.left_bottom()];
        painter.add(Shape::convex_polygon(points, colour, Stroke::NONE));
    }

    pub fn triangle_down(painter: &Painter, rect: Rect, colour: Color32) {
        let points = vec![rect.center_bottom(), rect.left_top(), rect.right_top()];
        painter.add(Shape::convex_polygon(points, colour, Stroke::NONE));
    }

    pub fn cross(painter: &Painter, rect: Rect, colour: Color32) {
        let rect = rect.shrink(1.0);
        let stroke = Stroke::new(1.5, colour);
        painter.line_segment([rect.left_top(), rect.right_bottom()], stroke);
        painter.line_segment([rect.right_top(), rect.left_bottom()], stroke);
    }

    pub fn block(painter: &Painter, rect: Rect, colour: Color32) {
        painter.rect_filled(rect, 2, colour);
    }

    pub fn outline(painter: &Painter, rect: Rect, colour: Color32) {
        painter.rect(rect, 2, colour.gamma_multiply(0.25), Stroke::new(1.0, colour), StrokeKind::Inside);
    }

    pub fn stem(painter: &Painter, rect: Rect, colour: Color32) {
        painter.line_segment([rect.center_top(), rect.center_bottom()], Stroke::new(1.5, colour));
    }

    /// A bar with its ends.
    pub fn bar(painter: &Painter, rect: Rect, colour: Color32) {
        let stroke = Stroke::new(2.0, colour);
        painter.hline(rect.x_range(), rect.center().y, stroke);
        for x in [rect.left(), rect.right()] {
            painter.vline(x, rect.center().y - 3.0..=rect.center().y + 3.0, stroke);
        }
    }

    pub fn dashes(painter: &Painter, rect: Rect, colour: Color32) {
        let ends = [rect.left_center(), rect.right_center()];
        painter.add(Shape::dashed_line(&ends, Stroke::new(1.5, colour), 3.0, 2.0));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_round() {
        for (least, expected) in
            [(0.9, 1.0), (1.0, 1.0), (1.1, 2.0), (3.0, 5.0), (6.0, 10.0), (0.03, 0.05), (0.0, 1.0), (f64::NAN, 1.0)]
        {
            assert!((round_step(least) - expected).abs() < 1e-9, "{least} → {}", round_step(least));
        }
    }

    #[test]
    fn log_ticks_are_few_and_inside() {
        for (low, high) in [(0.1_f64, 0.2_f64), (0.5, 0.9), (-1.0, 1.5), (-2.0, 6.0)] {
            let marks = log_ticks(&GridInput { bounds: (low, high), base_step_size: 0.1 }, 6.0);
            assert!((1..=9).contains(&marks.len()), "{low} {high}: {}", marks.len());
            assert!(marks.iter().all(|mark| low <= mark.value && mark.value <= high));
        }
    }

    #[test]
    fn ticks_stay_inside_and_are_few() {
        let marks = round_ticks(&GridInput { bounds: (0.3, 9.7), base_step_size: 0.1 }, 5.0);
        let places: Vec<f64> = marks.iter().map(|mark| mark.value).collect();
        assert_eq!(places, [2.0, 4.0, 6.0, 8.0]);
    }
}
