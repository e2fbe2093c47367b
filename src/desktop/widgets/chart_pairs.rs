//! Two values of each row on one scale, joined by a line (dumbbell): an open ring for the first, a disc for the second, and the row's own target
//! as a dash across the line. How it changed stands in words on the right.
//!
//! The two are told apart by shape, rows by their names. A table twin holds every number; where there are many rows the plot scrolls under its scale.

use egui::{Align2, Painter, Rect, Sense, Stroke, Ui, Vec2};
use egui_plot::GridInput;

use super::chart::{self, Entry, Twin, Words, shape};
use super::ink;
use super::table::Head;
use crate::desktop::theme::{Theme, font, size, space};

const ROW: f32 = 26.0;
const LABEL: f32 = 176.0;
const CHANGE: f32 = 84.0;
const AXIS: f32 = 38.0;

/// How many rows stand without scrolling.
const ROWS: usize = 12;

/// The radius of a ring or disc.
const DOT: f32 = 5.0;

/// A row.
#[derive(Clone, Copy, Debug)]
pub struct Pair<'a> {
    /// Whose values they are.
    pub name: &'a str,
    /// The first value.
    pub before: f64,
    /// The second value.
    pub after: f64,
    /// What both are held against.
    pub target: Option<f64>,
    /// How it changed, in words.
    pub change: &'a str,
    /// The icon of that change.
    pub icon: &'a str,
}

/// The words that are only this chart's.
#[derive(Clone, Copy)]
pub struct PairWords<'a> {
    /// The first value.
    pub before: &'a str,
    /// The second value.
    pub after: &'a str,
    /// What both are held against.
    pub target: &'a str,
    /// The table's heads: whose, before, after, target, change.
    pub heads: [&'a str; 5],
}

/// Draws the pairs in the order given.
pub fn pairs(ui: &mut Ui, words: &Words<'_>, pair_words: &PairWords<'_>, pairs: &[Pair<'_>]) {
    let theme = Theme::of(ui);
    let [blue, orange, ..] = theme.series;
    let legend = [
        Entry { colour: blue, word: pair_words.before, shape: ring },
        Entry { colour: orange, word: pair_words.after, shape: shape::disc },
        Entry { colour: theme.text, word: pair_words.target, shape: shape::stem },
    ];
    let with_target = pairs.iter().any(|pair| pair.target.is_some());
    let legend = if with_target { legend.as_slice() } else { legend.get(..2).unwrap_or(&legend) };
    let cell = |row: usize, column: usize| pairs.get(row).map(|pair| value(words, pair, column)).unwrap_or_default();
    let [name, before, after, target, change] = pair_words.heads;
    let heads = [
        Head::text(name),
        Head::number(before, 96.0),
        Head::number(after, 96.0),
        Head::number(target, 96.0),
        Head::number(change, 96.0),
    ];
    let shown = pairs.len().min(ROWS);
    let words = Words { height: ROW * ink::px(shown) + AXIS, ..*words };
    let twin = Twin { heads: &heads, rows: pairs.len(), cell: &cell };
    chart::with_twin(ui, &words, legend, &twin, |ui| plot(ui, &words, pairs, shown));
}

/// The open ring of the first value.
fn ring(painter: &Painter, rect: Rect, colour: egui::Color32) {
    painter.circle_stroke(rect.center(), rect.width() * 0.4, Stroke::new(1.5, colour));
}

fn value(words: &Words<'_>, pair: &Pair<'_>, column: usize) -> String {
    match column {
        0 => pair.name.to_owned(),
        1 => (words.write)(pair.before),
        2 => (words.write)(pair.after),
        3 => pair.target.map(|target| (words.write)(target)).unwrap_or_default(),
        _ => pair.change.to_owned(),
    }
}

/// Where values stand on the screen.
#[derive(Clone, Copy)]
struct Scale {
    left: f32,
    width: f32,
    low: f64,
    high: f64,
}

impl Scale {
    fn x(&self, value: f64) -> f32 {
        let share = ((value - self.low) / (self.high - self.low)).clamp(0.0, 1.0);
        self.left + self.width * ink::points(share)
    }
}

fn plot(ui: &mut Ui, words: &Words<'_>, pairs: &[Pair<'_>], shown: usize) {
    let width = ui.available_width();
    let (low, high) = ends(pairs);
    let left = ui.cursor().left() + LABEL;
    let scale = Scale { left, width: (width - LABEL - CHANGE).max(64.0), low, high };
    let rows = egui::ScrollArea::vertical()
        .id_salt(("pairs", words.name))
        .max_height(ROW * ink::px(shown))
        .min_scrolled_height(ROW * ink::px(shown))
        .auto_shrink([false, true]);
    rows.show(ui, |ui| {
        let (rect, response) = ui.allocate_exact_size(Vec2::new(width, ROW * ink::px(pairs.len())), Sense::hover());
        chart::describe(&response, words);
        grid(ui, scale, rect);
        for (place, pair) in pairs.iter().enumerate() {
            let top = rect.top() + ROW * ink::px(place);
            let band = Rect::from_min_size(egui::pos2(rect.left(), top), Vec2::new(width, ROW));
            if ui.is_rect_visible(band) {
                one(ui, scale, band, pair);
            }
        }
        let under = response.hover_pos().map(|at| ink::whole(f64::from((at.y - rect.top()) / ROW)));
        if let Some(pair) = under.and_then(|row| pairs.get(row)) {
            let said = format!("{}: {} → {}", pair.name, value(words, pair, 1), value(words, pair, 2));
            response.on_hover_text_at_pointer(format!("{said} ({})", pair.change));
        }
    });
    let (axis, _) = ui.allocate_exact_size(Vec2::new(width, AXIS), Sense::hover());
    ticks(ui, words, scale, axis);
}

/// From where to where the scale goes: from 0, unless everything stands in the right half.
fn ends(pairs: &[Pair<'_>]) -> (f64, f64) {
    let values = || {
        pairs
            .iter()
            .flat_map(|pair| [Some(pair.before), Some(pair.after), pair.target])
            .flatten()
            .filter(|one| one.is_finite())
    };
    let (least, greatest) = (values().fold(f64::INFINITY, f64::min), values().fold(0.0, f64::max));
    let spread = (greatest - least).max(greatest * 0.02).max(1e-6);
    let low = if least > greatest / 2.0 { least - spread * 0.08 } else { 0.0 };
    (low, greatest + spread * 0.06)
}

fn marks(scale: Scale) -> Vec<f64> {
    let input = GridInput { bounds: (scale.low, scale.high), base_step_size: 1.0 };
    chart::round_ticks(&input, f64::from(scale.width / 72.0).max(2.0)).into_iter().map(|mark| mark.value).collect()
}

fn grid(ui: &Ui, scale: Scale, rect: Rect) {
    for mark in marks(scale) {
        ui.painter().vline(scale.x(mark), rect.y_range(), Theme::of(ui).hairline());
    }
}

fn ticks(ui: &Ui, words: &Words<'_>, scale: Scale, rect: Rect) {
    let theme = Theme::of(ui);
    let line = scale.left..=scale.left + scale.width;
    ui.painter().hline(line, rect.top() + 0.5, theme.hairline());
    for mark in marks(scale) {
        let at = egui::pos2(scale.x(mark), rect.top() + 2.0);
        ui.painter().text(at, Align2::CENTER_TOP, (words.write)(mark), font::caption(), theme.muted);
    }
    let at = egui::pos2(scale.left + scale.width / 2.0, rect.top() + AXIS / 2.0);
    ui.painter().text(at, Align2::CENTER_TOP, words.across, font::caption(), theme.muted);
}

fn one(ui: &Ui, scale: Scale, band: Rect, pair: &Pair<'_>) {
    let theme = Theme::of(ui);
    let [blue, orange, ..] = theme.series;
    let painter = ui.painter();
    let name = ink::line(ui, pair.name, font::body(), theme.text, LABEL - space::M);
    ink::place(painter, name, band, Align2::LEFT_CENTER);
    let y = band.center().y;
    let (before, after) = (scale.x(pair.before), scale.x(pair.after));
    if let Some(target) = pair.target {
        painter.vline(scale.x(target), band.top() + 3.0..=band.bottom() - 3.0, Stroke::new(1.5, theme.text));
    }
    let way = before.min(after)..=before.max(after);
    painter.hline(way, y, Stroke::new(2.0, theme.field_line));
    painter.circle(egui::pos2(before, y), DOT, theme.surface, Stroke::new(2.0, blue));
    // Where both stand on one place the ring is still seen around the disc.
    let disc = if (before - after).abs() < 2.0 { DOT - 2.0 } else { DOT };
    painter.circle_filled(egui::pos2(after, y), disc, orange);
    let right = band.with_min_x(band.right() - CHANGE);
    let word = ink::line(ui, pair.change, font::body(), theme.text, CHANGE - size::ICON - space::M);
    let at = egui::pos2(band.right() - word.size().x - space::XS - size::BODY / 2.0, y);
    ink::icon(painter, at, pair.icon, size::BODY, theme.muted);
    ink::place(painter, word, right, Align2::RIGHT_CENTER);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pair(before: f64, after: f64) -> Pair<'static> {
        Pair { name: "anna", before, after, target: Some(480.0), change: "", icon: "" }
    }

    #[test]
    fn the_scale_begins_at_nothing_unless_all_stands_far_from_it() {
        assert!(ends(&[pair(120.0, 140.0)]).0.abs() < 1e-9);
        let (low, high) = ends(&[pair(430.0, 470.0), pair(455.0, 460.0)]);
        assert!(low > 400.0 && low < 430.0 && high > 480.0, "{low} {high}");
        assert!(ends(&[]).1 > 0.0);
    }
}
