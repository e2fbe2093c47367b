//! Groups side by side on one scale: of each the five numbers as a box with whiskers, the mean as a diamond and its interval as a bar below.
//!
//! Groups are told apart by their names, not by colour. A table twin holds every number.

use egui::{Align2, Color32, CornerRadius, Painter, Pos2, Rect, Sense, Shape, Stroke, Ui, Vec2};
use egui_plot::GridInput;

use super::chart::{self, Entry, Twin, Words, shape};
use super::ink;
use super::table::Head;
use crate::desktop::theme::{Theme, font, size, space};

const ROW: f32 = 44.0;
const LABEL: f32 = 208.0;
const AXIS: f32 = 40.0;

/// One group.
#[derive(Clone, Copy, Debug)]
pub struct Group<'a> {
    /// Its name.
    pub name: &'a str,
    /// What stands under the name: how many, which share.
    pub note: &'a str,
    /// How many values.
    pub n: usize,
    /// Smallest, lower quartile, median, upper quartile, greatest.
    pub five: Option<[f64; 5]>,
    /// The mean.
    pub mean: Option<f64>,
    /// Its interval.
    pub interval: Option<(f64, f64)>,
}

/// What all groups are held against.
#[derive(Clone, Copy, Debug, Default)]
pub struct Reference {
    /// The mean of the groups' means.
    pub mean: Option<f64>,
    /// Its interval.
    pub interval: Option<(f64, f64)>,
}

/// The words that are only this chart's.
#[derive(Clone, Copy)]
pub struct BoxWords<'a> {
    /// The box: the middle half.
    pub middle: &'a str,
    /// The mean.
    pub mean: &'a str,
    /// The mean's interval.
    pub interval: &'a str,
    /// The mean of the groups' means.
    pub reference: &'a str,
    /// The table's heads: group, n, smallest, lower quartile, median, upper quartile, greatest.
    pub heads: [&'a str; 7],
}

/// Draws the groups.
pub fn boxes(ui: &mut Ui, words: &Words<'_>, box_words: &BoxWords<'_>, groups: &[Group<'_>], reference: Reference) {
    let theme = Theme::of(ui);
    let [blue, orange, ..] = theme.series;
    let legend = [
        Entry { colour: blue, word: box_words.middle, shape: shape::outline },
        Entry { colour: orange, word: box_words.mean, shape: shape::diamond },
        Entry { colour: orange, word: box_words.interval, shape: shape::bar },
        Entry { colour: theme.text, word: box_words.reference, shape: shape::dashes },
    ];
    let shown = if reference.mean.is_some() { legend.as_slice() } else { legend.get(..3).unwrap_or(&legend) };
    let cell = |row: usize, column: usize| groups.get(row).map(|group| value(words, group, column)).unwrap_or_default();
    let [name, n, rest @ ..] = box_words.heads;
    let mut heads = vec![Head::text(name), Head::number(n, 56.0)];
    heads.extend(rest.map(|title| Head::number(title, 80.0)));
    heads.push(Head::number(box_words.mean, 80.0));
    heads.push(Head::number(box_words.interval, 128.0));
    let height = ROW * ink::px(groups.len()) + AXIS;
    let words = Words { height, ..*words };
    let twin = Twin { heads: &heads, rows: groups.len(), cell: &cell };
    chart::with_twin(ui, &words, shown, &twin, |ui| plot(ui, &words, groups, reference));
}

fn value(words: &Words<'_>, group: &Group<'_>, column: usize) -> String {
    let write = |value: Option<f64>| value.map(|value| (words.write)(value)).unwrap_or_default();
    match column {
        0 => group.name.to_owned(),
        1 => group.n.to_string(),
        2..=6 => write(group.five.and_then(|five| five.get(column - 2).copied())),
        7 => write(group.mean),
        _ => {
            let interval = group.interval.map(|(low, high)| format!("{} – {}", write(Some(low)), write(Some(high))));
            interval.unwrap_or_default()
        }
    }
}

/// Where values stand on the screen.
#[derive(Clone, Copy)]
struct Scale {
    area: Rect,
    low: f64,
    high: f64,
}

impl Scale {
    fn x(&self, value: f64) -> f32 {
        self.area.left()
            + self.area.width() * ink::points(((value - self.low) / (self.high - self.low)).clamp(0.0, 1.0))
    }
}

fn plot(ui: &mut Ui, words: &Words<'_>, groups: &[Group<'_>], reference: Reference) {
    let wanted = Vec2::new(ui.available_width(), words.height);
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::hover());
    chart::describe(&response, words);
    let area = Rect::from_min_max(
        egui::pos2(rect.left() + LABEL, rect.top()),
        egui::pos2(rect.right() - space::L, rect.bottom() - AXIS),
    );
    let (low, high) = ends(groups);
    let scale = Scale { area, low, high };
    grid(ui, words, scale);
    held_against(ui, scale, reference);
    for (place, group) in groups.iter().enumerate() {
        let top = rect.top() + ROW * ink::px(place);
        let band = Rect::from_min_max(egui::pos2(rect.left(), top), egui::pos2(rect.right(), top + ROW));
        one(ui, scale, band, group);
    }
    let under = response.hover_pos().map(|at| ink::whole(f64::from((at.y - rect.top()) / ROW)));
    if let Some(group) = under.and_then(|row| groups.get(row)) {
        let numbers: Vec<String> = (1..9).map(|column| value(words, group, column)).collect();
        response.on_hover_text_at_pointer(format!("{}: {}", group.name, numbers.join(" · ")));
    }
}

/// From where to where the scale goes: from 0, unless all of it would stand in the right half.
fn ends(groups: &[Group<'_>]) -> (f64, f64) {
    let values = || {
        let of = |group: &Group<'_>| {
            let (five, interval) = (group.five, group.interval);
            [
                five.map(|five| five[0]),
                five.map(|five| five[4]),
                interval.map(|ends| ends.0),
                interval.map(|ends| ends.1),
            ]
        };
        groups.iter().flat_map(of).flatten().filter(|value| value.is_finite())
    };
    let (least, greatest) = (values().fold(f64::INFINITY, f64::min), values().fold(0.0, f64::max));
    let spread = (greatest - least).max(greatest * 0.02).max(1e-6);
    let low = if least > greatest / 2.0 { least - spread * 0.08 } else { 0.0 };
    (low, greatest + spread * 0.04)
}

fn grid(ui: &Ui, words: &Words<'_>, scale: Scale) {
    let theme = Theme::of(ui);
    let input = GridInput { bounds: (scale.low, scale.high), base_step_size: 1.0 };
    let bottom = scale.area.bottom();
    for mark in chart::round_ticks(&input, 8.0) {
        let x = scale.x(mark.value);
        ui.painter().vline(x, scale.area.y_range(), theme.hairline());
        let text = (words.write)(mark.value);
        ui.painter().text(egui::pos2(x, bottom + 2.0), Align2::CENTER_TOP, text, font::caption(), theme.muted);
    }
    let at = egui::pos2(scale.area.center().x, bottom + AXIS / 2.0);
    ui.painter().text(at, Align2::CENTER_TOP, words.across, font::caption(), theme.muted);
}

/// The mean of the groups' means as a dashed line, its interval as a quiet band behind all groups.
fn held_against(ui: &Ui, scale: Scale, reference: Reference) {
    let theme = Theme::of(ui);
    if let Some((low, high)) = reference.interval {
        let band = Rect::from_x_y_ranges(scale.x(low)..=scale.x(high), scale.area.y_range());
        ui.painter().rect_filled(band, 0, theme.accent_quiet);
    }
    if let Some(mean) = reference.mean {
        let x = scale.x(mean);
        let ends = [egui::pos2(x, scale.area.top()), egui::pos2(x, scale.area.bottom())];
        ui.painter().add(Shape::dashed_line(&ends, Stroke::new(1.5, theme.text), 5.0, 4.0));
    }
}

fn one(ui: &Ui, scale: Scale, band: Rect, group: &Group<'_>) {
    let theme = Theme::of(ui);
    let [blue, orange, ..] = theme.series;
    let painter = ui.painter();
    let room = LABEL - space::M;
    let name = ink::line(ui, group.name, font::body(), theme.text, room);
    let note = ink::line(ui, group.note, font::caption(), theme.muted, room);
    let top = band.center().y - f32::midpoint(name.size().y, note.size().y);
    let under = top + name.size().y;
    painter.galley(egui::pos2(band.left(), top), name, Color32::PLACEHOLDER);
    painter.galley(egui::pos2(band.left(), under), note, Color32::PLACEHOLDER);
    let middle = band.center().y - 4.0;
    if let Some(five) = group.five {
        whiskers(painter, scale, middle, five, blue, theme.text);
    }
    let below = band.bottom() - 8.0;
    if let Some((low, high)) = group.interval {
        let (low, high) = (scale.x(low), scale.x(high));
        let stroke = Stroke::new(2.0, orange);
        painter.hline(low..=high, below, stroke);
        for x in [low, high] {
            painter.vline(x, below - 3.0..=below + 3.0, stroke);
        }
    }
    if let Some(mean) = group.mean {
        let at = Rect::from_center_size(Pos2::new(scale.x(mean), below), Vec2::splat(size::CAPTION - 2.0));
        shape::diamond(painter, at, orange);
    }
}

/// The box of the middle half with its median, and lines out to the smallest and the greatest.
fn whiskers(painter: &Painter, scale: Scale, y: f32, five: [f64; 5], colour: Color32, ink: Color32) {
    let [least, lower, median, upper, greatest] = five.map(|value| scale.x(value));
    let stroke = Stroke::new(1.5, colour);
    painter.hline(least..=lower, y, stroke);
    painter.hline(upper..=greatest, y, stroke);
    for x in [least, greatest] {
        painter.vline(x, y - 4.0..=y + 4.0, stroke);
    }
    let middle = Rect::from_x_y_ranges(lower..=upper.max(lower + 1.0), y - 8.0..=y + 8.0);
    painter.rect(middle, CornerRadius::same(2), colour.gamma_multiply(0.3), stroke, egui::StrokeKind::Inside);
    painter.vline(median, y - 8.0..=y + 8.0, Stroke::new(2.0, ink));
}
