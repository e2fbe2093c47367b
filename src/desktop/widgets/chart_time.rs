//! The observations in the order they were taken, on a plain or a logarithmic axis: marks by shape and colour, what was paused as a stem
//! above its mark, the fences and the mean as lines. A click chooses an observation.

use egui::Ui;
use egui_plot::{HLine, Line, LineStyle, MarkerShape, PlotPoints, Points};

use super::chart::{self, Entry, Twin, Words, shape};
use super::ink;
use super::table::Head;
use crate::desktop::theme::Theme;

/// What was decided about an observation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Counts.
    Kept,
    /// Counts as a hard case.
    Hard,
    /// Waits for a decision.
    Flagged,
    /// Does not count.
    Excluded,
}

/// One observation of the chart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Observation<'a> {
    /// Its number in the study.
    pub index: usize,
    /// Its length in the unit of the chart (minutes).
    pub value: f64,
    /// What was decided.
    pub mark: Mark,
    /// What was taken out of it, in the same unit; 0 for nothing.
    pub paused: f64,
    /// More for its tooltip; empty for none.
    pub note: &'a str,
}

/// Lines across the chart.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Fences {
    /// Below this a value is flagged.
    pub low: Option<f64>,
    /// Above this a value is flagged.
    pub high: Option<f64>,
    /// The mean.
    pub mean: Option<f64>,
}

/// The words that are only this chart's.
#[derive(Clone, Copy)]
pub struct Marks<'a> {
    /// Kept.
    pub kept: &'a str,
    /// Hard case.
    pub hard: &'a str,
    /// Flagged.
    pub flagged: &'a str,
    /// Excluded.
    pub excluded: &'a str,
    /// The mean.
    pub mean: &'a str,
    /// The fences.
    pub fence: &'a str,
    /// The table's column of decisions.
    pub decision: &'a str,
    /// The legend of the stems: what was taken out.
    pub paused: &'a str,
    /// The table's column of what was taken out, with its unit.
    pub paused_head: &'a str,
}

impl<'a> Marks<'a> {
    fn word(&self, mark: Mark) -> &'a str {
        match mark {
            Mark::Kept => self.kept,
            Mark::Hard => self.hard,
            Mark::Flagged => self.flagged,
            Mark::Excluded => self.excluded,
        }
    }
}

const ALL: [Mark; 4] = [Mark::Kept, Mark::Hard, Mark::Flagged, Mark::Excluded];

/// Draws the chart; gives the `index` of the observation that was clicked.
pub fn chronological(
    ui: &mut Ui,
    words: &Words<'_>,
    marks: &Marks<'_>,
    observations: &[Observation<'_>],
    fences: Fences,
    log_scale: bool,
) -> Option<usize> {
    let theme = Theme::of(ui);
    let paused = observations.iter().any(|one| one.paused > 0.0);
    let legend: Vec<Entry<'_>> = ALL
        .into_iter()
        .filter(|mark| observations.iter().any(|one| one.mark == *mark))
        .map(|mark| entry(theme, marks, mark))
        .chain(paused.then_some(Entry { colour: theme.muted, word: marks.paused, shape: shape::stem }))
        .chain(fences.mean.map(|_| Entry { colour: theme.text, word: marks.mean, shape: shape::dashes }))
        .chain(fences.low.or(fences.high).map(|_| Entry {
            colour: theme.warn,
            word: marks.fence,
            shape: shape::dashes,
        }))
        .collect();
    let cell = |row: usize, column: usize| {
        let Some(one) = observations.get(row) else { return String::new() };
        match column {
            0 => one.index.to_string(),
            1 => (words.write)(one.value),
            2 if one.paused > 0.0 => (words.write)(one.paused),
            2 => String::new(),
            _ => marks.word(one.mark).to_owned(),
        }
    };
    let heads = [
        Head::number(words.across, 104.0),
        Head::number(words.up, 96.0),
        Head::number(marks.paused_head, 96.0),
        Head::short(marks.decision),
    ];
    let twin = Twin { heads: &heads, rows: observations.len(), cell: &cell };
    chart::with_twin(ui, words, &legend, &twin, |ui| plot(ui, words, marks, observations, fences, log_scale)).flatten()
}

fn entry<'a>(theme: &Theme, marks: &Marks<'a>, mark: Mark) -> Entry<'a> {
    let [blue, orange, _, _, _, _] = theme.series;
    let (colour, shape): (_, fn(&egui::Painter, egui::Rect, egui::Color32)) = match mark {
        Mark::Kept => (blue, shape::disc),
        Mark::Hard => (orange, shape::diamond),
        Mark::Flagged => (theme.warn, shape::triangle),
        Mark::Excluded => (theme.muted, shape::cross),
    };
    Entry { colour, word: marks.word(mark), shape }
}

fn marker(mark: Mark) -> (MarkerShape, f32) {
    match mark {
        Mark::Kept => (MarkerShape::Circle, 3.5),
        Mark::Hard => (MarkerShape::Diamond, 5.0),
        Mark::Flagged => (MarkerShape::Up, 5.5),
        Mark::Excluded => (MarkerShape::Cross, 4.0),
    }
}

fn plot(
    ui: &mut Ui,
    words: &Words<'_>,
    marks: &Marks<'_>,
    observations: &[Observation<'_>],
    fences: Fences,
    log_scale: bool,
) -> Option<usize> {
    let theme = Theme::of(ui);
    // On logarithms there is no place for what is not above 0.
    let up = move |value: f64| if log_scale { value.max(1e-3).log10() } else { value };
    let down = move |place: f64| if log_scale { 10f64.powf(place) } else { place };
    let values = || observations.iter().map(|one| one.value);
    let (least, greatest) = (values().reduce(f64::min).unwrap_or(1.0), values().reduce(f64::max).unwrap_or(1.0));
    let (write, ticks) = (words.write, chart::ticks_up(words));
    let last = ink::real(observations.iter().map(|one| one.index).max().unwrap_or(1)).max(1.0);
    let shown = chart::still(ui, words)
        .custom_x_axes(vec![chart::axis(ui, words, true).formatter(|mark, _| format!("{:.0}", mark.value))])
        .custom_y_axes(vec![chart::axis(ui, words, false).formatter(move |mark, _| write(down(mark.value)))])
        .x_grid_spacer(|input| whole_ticks(chart::round_ticks(&input, 10.0)))
        .y_grid_spacer(
            move |input| {
                if log_scale { chart::log_ticks(&input, ticks) } else { chart::round_ticks(&input, ticks) }
            },
        )
        .include_x(0.0)
        .include_x(last + 1.0)
        .include_y(if log_scale { up(least * 0.9) } else { 0.0 })
        .include_y(if log_scale { up(greatest * 1.1) } else { greatest })
        .label_formatter(|_| None)
        .show(ui, |plot| {
            for value in [fences.low, fences.high].into_iter().flatten().map(up) {
                plot.hline(
                    HLine::new(marks.fence, value).color(theme.warn).style(LineStyle::dashed_dense()).width(1.0),
                );
            }
            if let Some(mean) = fences.mean {
                plot.hline(
                    HLine::new(marks.mean, up(mean)).color(theme.text).style(LineStyle::dashed_dense()).width(1.0),
                );
            }
            for one in observations.iter().filter(|one| one.paused > 0.0) {
                let place = ink::real(one.index);
                let stem = vec![[place, up(one.value)], [place, up(one.value + one.paused)]];
                plot.line(Line::new(marks.paused, stem).color(theme.muted).width(1.5).allow_hover(false));
            }
            for mark in ALL {
                let places: PlotPoints<'_> = observations
                    .iter()
                    .filter(|one| one.mark == mark)
                    .map(|one| [ink::real(one.index), up(one.value)])
                    .collect();
                let (shape, radius) = marker(mark);
                let entry = entry(theme, marks, mark);
                plot.points(
                    Points::new(entry.word, places).shape(shape).radius(radius).color(entry.colour).allow_hover(false),
                );
            }
        });
    chart::describe(&shown.response, words);
    let near = shown.response.hover_pos().and_then(|pointer| {
        let distance = |one: &Observation<'_>| {
            let place = egui_plot::PlotPoint::new(ink::real(one.index), up(one.value));
            shown.transform.position_from_point(&place).distance(pointer)
        };
        let nearest = observations.iter().min_by(|one, other| distance(one).total_cmp(&distance(other)))?;
        (distance(nearest) <= 12.0).then_some(nearest)
    });
    let clicked = shown.response.clicked();
    if let Some(one) = near {
        let mut tip = format!("{} {} · {} · {}", words.across, one.index, write(one.value), marks.word(one.mark));
        if !one.note.is_empty() {
            tip = format!("{tip}\n{}", one.note);
        }
        shown.response.on_hover_cursor(egui::CursorIcon::PointingHand).on_hover_text_at_pointer(tip);
    }
    near.filter(|_| clicked).map(|one| one.index)
}

fn whole_ticks(marks: Vec<egui_plot::GridMark>) -> Vec<egui_plot::GridMark> {
    marks.into_iter().filter(|mark| (mark.value - mark.value.round()).abs() < 1e-6).collect()
}
