//! Values over time as lines with marks, held against levels: a control chart. Series are told apart by the shape of their marks, limits by dashes.

use egui::{Color32, Ui};
use egui_plot::{HLine, Line, LineStyle, MarkerShape, PlotPoints, Points};

use super::chart::{self, Entry, Twin, Words, shape};
use super::ink;
use super::table::Head;
use crate::desktop::theme::Theme;

/// How a series is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// A line with round marks.
    Discs,
    /// A line with diamonds.
    Diamonds,
    /// A line with triangles.
    Triangles,
    /// A limit that moves: dashes without marks.
    Limit,
}

/// One series: a value a label, `None` where there is none.
#[derive(Clone, Copy, Debug)]
pub struct Series<'a> {
    /// What it is.
    pub word: &'a str,
    /// Its values.
    pub values: &'a [Option<f64>],
    /// How it is drawn.
    pub look: Look,
}

/// A level across the chart.
#[derive(Clone, Copy, Debug)]
pub struct Level<'a> {
    /// What it is; a word is written once in the legend.
    pub word: &'a str,
    /// Where it is.
    pub value: f64,
    /// It is a limit, not the middle.
    pub limit: bool,
}

/// What the chart shows.
#[derive(Clone, Copy, Debug)]
pub struct Content<'a> {
    /// What stands under each value (its week).
    pub labels: &'a [String],
    /// The series.
    pub series: &'a [Series<'a>],
    /// The levels.
    pub levels: &'a [Level<'a>],
    /// The places of values to look at: an alarm, a value outside its limits.
    pub alarms: &'a [usize],
    /// What such a value is.
    pub alarm: &'a str,
}

fn colour(theme: &Theme, look: Look) -> Color32 {
    let [blue, orange, green, ..] = theme.series;
    match look {
        Look::Discs => blue,
        Look::Diamonds => orange,
        Look::Triangles => green,
        Look::Limit => theme.warn,
    }
}

fn legend<'a>(theme: &Theme, content: &Content<'a>) -> Vec<Entry<'a>> {
    let of_series = content.series.iter().map(|series| Entry {
        colour: colour(theme, series.look),
        word: series.word,
        shape: match series.look {
            Look::Discs => shape::disc,
            Look::Diamonds => shape::diamond,
            Look::Triangles => shape::triangle,
            Look::Limit => shape::dashes,
        },
    });
    let of_levels = content.levels.iter().map(|level| Entry {
        colour: if level.limit { theme.warn } else { theme.text },
        word: level.word,
        shape: shape::dashes,
    });
    let mut entries: Vec<Entry<'a>> = Vec::new();
    for entry in of_series.chain(of_levels) {
        if entries.iter().all(|known| known.word != entry.word) {
            entries.push(entry);
        }
    }
    if !content.alarms.is_empty() {
        entries.push(Entry { colour: theme.bad, word: content.alarm, shape: shape::cross });
    }
    entries
}

/// Draws the chart.
pub fn lines(ui: &mut Ui, words: &Words<'_>, content: &Content<'_>) {
    let theme = Theme::of(ui);
    let legend = legend(theme, content);
    let cell = |row: usize, column: usize| match column.checked_sub(1) {
        None => content.labels.get(row).cloned().unwrap_or_default(),
        Some(column) => {
            let value = content.series.get(column).and_then(|series| series.values.get(row)).copied().flatten();
            let alarm = if column == 0 && content.alarms.contains(&row) { " ✕" } else { "" };
            value.map(|value| format!("{}{alarm}", (words.write)(value))).unwrap_or_default()
        }
    };
    let mut heads = vec![Head::text(words.across)];
    heads.extend(content.series.iter().map(|series| Head::number(series.word, 128.0)));
    let twin = Twin { heads: &heads, rows: content.labels.len(), cell: &cell };
    chart::with_twin(ui, words, &legend, &twin, |ui| plot(ui, words, content));
}

fn plot(ui: &mut Ui, words: &Words<'_>, content: &Content<'_>) {
    let theme = Theme::of(ui);
    let (write, ticks) = (words.write, chart::ticks_up(words));
    let labels = content.labels.to_vec();
    let last = ink::real(labels.len()).max(1.0);
    let label_at = move |place: f64| labels.get(ink::whole(place + 1e-6).wrapping_sub(1)).cloned().unwrap_or_default();
    let named = label_at.clone();
    let shown = chart::still(ui, words)
        .custom_x_axes(vec![chart::axis(ui, words, true).formatter(move |mark, _| named(mark.value))])
        .custom_y_axes(vec![chart::axis(ui, words, false).formatter(move |mark, _| write(mark.value))])
        .x_grid_spacer(|input| {
            let marks = chart::round_ticks(&input, 5.0);
            marks.into_iter().filter(|mark| (mark.value - mark.value.round()).abs() < 1e-6).collect()
        })
        .y_grid_spacer(move |input| chart::round_ticks(&input, ticks))
        .include_x(0.5)
        .include_x(last + 0.5)
        .label_formatter(|_| None)
        .show(ui, |plot| {
            for level in content.levels {
                let colour = if level.limit { theme.warn } else { theme.text };
                let style = LineStyle::dashed_dense();
                plot.hline(HLine::new(level.word, level.value).color(colour).style(style).width(1.0));
            }
            for series in content.series {
                draw(plot, series, colour(theme, series.look));
            }
            let first = content.series.first();
            let alarms: PlotPoints<'_> = content
                .alarms
                .iter()
                .filter_map(|place| Some([ink::real(place + 1), (*first?.values.get(*place)?)?]))
                .collect();
            let cross = Points::new(content.alarm, alarms).shape(MarkerShape::Cross).radius(7.0).color(theme.bad);
            plot.points(cross.allow_hover(false));
        });
    chart::describe(&shown.response, words);
    let under = shown.response.hover_pos().map(|at| shown.transform.value_from_position(at).x.round());
    if let Some(place) = under.filter(|place| *place >= 1.0 && *place <= last) {
        let at = ink::whole(place) - 1;
        let values = content.series.iter().filter_map(|series| {
            let value = series.values.get(at).copied().flatten()?;
            Some(format!("{} {}", series.word, write(value)))
        });
        let tip = std::iter::once(label_at(place)).chain(values).collect::<Vec<String>>().join("\n");
        shown.response.on_hover_text_at_pointer(tip);
    }
}

fn draw<'a>(plot: &mut egui_plot::PlotUi<'a>, series: &Series<'a>, colour: Color32) {
    let points = || -> PlotPoints<'a> {
        let known = series.values.iter().enumerate().filter_map(|(at, value)| Some([ink::real(at + 1), (*value)?]));
        known.collect()
    };
    let line = Line::new(series.word, points()).color(colour).allow_hover(false);
    let shape = match series.look {
        Look::Limit => {
            plot.line(line.style(LineStyle::dashed_dense()).width(1.0));
            return;
        }
        Look::Discs => MarkerShape::Circle,
        Look::Diamonds => MarkerShape::Diamond,
        Look::Triangles => MarkerShape::Up,
    };
    plot.line(line.width(1.5));
    plot.points(Points::new(series.word, points()).shape(shape).radius(3.5).color(colour).allow_hover(false));
}
