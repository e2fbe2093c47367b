//! The days as bars beside their target: closed days filled, open ones outlined, days under target in another colour with a word in the legend.
//! Days without a plan stand on a quiet ground, absences under a cross, and the chosen day on the ground of what is chosen.

use egui::{Color32, Stroke, Ui};
use egui_plot::{Bar, BarChart, GridMark, Line, MarkerShape, PlotPoints, Points};

use super::chart::{self, Entry, Twin, Words, shape};
use super::ink;
use super::table::Head;
use crate::desktop::theme::Theme;

/// One day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Day<'a> {
    /// Its date, short.
    pub label: &'a str,
    /// What stands under its bar; empty for the label.
    pub tick: &'a str,
    /// What was done; `None` for a day that has not come or was not worked.
    pub value: Option<f64>,
    /// The plan; `None` when there is none.
    pub target: Option<f64>,
    /// The day is closed: its number will not move.
    pub closed: bool,
    /// A day off: nothing is planned.
    pub off: bool,
    /// Minutes away, in words; empty for none.
    pub away: &'a str,
    /// The day that is open beside the chart.
    pub chosen: bool,
}

/// The words that are only this chart's.
#[derive(Clone, Copy)]
pub struct DayWords<'a> {
    /// A closed day at or over its target.
    pub reached: &'a str,
    /// A closed day under its target.
    pub below: &'a str,
    /// A day that is still open.
    pub open: &'a str,
    /// The target.
    pub target: &'a str,
    /// A day off.
    pub off: &'a str,
    /// A day with an absence.
    pub away: &'a str,
    /// The table's column of states.
    pub state: &'a str,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Look {
    Reached,
    Below,
    Open,
}

fn look(day: &Day<'_>) -> Option<Look> {
    let value = day.value?;
    Some(match (day.closed, day.target) {
        (false, _) => Look::Open,
        (true, Some(target)) if value < target => Look::Below,
        (true, _) => Look::Reached,
    })
}

fn colour(theme: &Theme, look: Look) -> Color32 {
    let [blue, orange, ..] = theme.series;
    match look {
        Look::Reached | Look::Open => blue,
        Look::Below => orange,
    }
}

/// Draws the days; gives the place of the day that was clicked.
pub fn day_bars(ui: &mut Ui, words: &Words<'_>, day_words: &DayWords<'_>, days: &[Day<'_>]) -> Option<usize> {
    let theme = Theme::of(ui);
    let entries = [
        (Look::Reached, day_words.reached, shape::block as fn(&egui::Painter, egui::Rect, Color32)),
        (Look::Below, day_words.below, shape::block),
        (Look::Open, day_words.open, shape::outline),
    ];
    let mut legend: Vec<Entry<'_>> = entries
        .into_iter()
        .filter(|(wanted, _, _)| days.iter().any(|day| look(day) == Some(*wanted)))
        .map(|(look, word, shape)| Entry { colour: colour(theme, look), word, shape })
        .collect();
    if days.iter().any(|day| day.off) {
        legend.push(Entry { colour: theme.line, word: day_words.off, shape: shape::block });
    }
    if days.iter().any(|day| !day.away.is_empty()) {
        legend.push(Entry { colour: theme.text, word: day_words.away, shape: shape::cross });
    }
    if days.iter().any(|day| day.target.is_some()) {
        legend.push(Entry { colour: theme.text, word: day_words.target, shape: shape::dashes });
    }
    let number = |value: Option<f64>| value.map_or_else(String::new, |value| (words.write)(value));
    let cell = |row: usize, column: usize| {
        let Some(day) = days.get(row) else { return String::new() };
        match column {
            0 => day.label.to_owned(),
            1 => number(day.value),
            2 => number(day.target),
            _ => state(day_words, day),
        }
    };
    let heads = [
        Head::short(words.across),
        Head::number(words.up, 104.0),
        Head::number(day_words.target, 104.0),
        Head::short(day_words.state),
    ];
    let twin = Twin { heads: &heads, rows: days.len(), cell: &cell };
    chart::with_twin(ui, words, &legend, &twin, |ui| plot(ui, words, day_words, days)).flatten()
}

fn word<'a>(words: &DayWords<'a>, look: Option<Look>) -> &'a str {
    match look {
        Some(Look::Reached) => words.reached,
        Some(Look::Below) => words.below,
        Some(Look::Open) => words.open,
        None => "",
    }
}

/// A day's state in words: what became of its plan, and what was away.
fn state(words: &DayWords<'_>, day: &Day<'_>) -> String {
    let off = if day.off { words.off } else { "" };
    let parts = [word(words, look(day)), off, day.away];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// The grounds of days off and of the chosen day, as high as the plot.
fn grounds(theme: &Theme, days: &[Day<'_>], top: f64) -> Vec<Bar> {
    let ground = |(place, day): (usize, &Day<'_>)| {
        let colour = if day.chosen {
            theme.accent_quiet
        } else if day.off {
            theme.raised
        } else {
            return None;
        };
        Some(Bar::new(ink::real(place), top).width(1.0).fill(colour).stroke(Stroke::NONE))
    };
    days.iter().enumerate().filter_map(ground).collect()
}

/// The points at which absences are marked: a little above the foot of their day.
fn away_marks(days: &[Day<'_>], top: f64) -> Vec<[f64; 2]> {
    let away = days.iter().enumerate().filter(|(_, day)| !day.away.is_empty());
    away.map(|(place, _)| [ink::real(place), top * 0.05]).collect()
}

/// Neighbouring days with the same target, as (first, last, target): one line each.
fn target_runs(days: &[Day<'_>]) -> Vec<(usize, usize, f64)> {
    let mut runs: Vec<(usize, usize, f64)> = Vec::new();
    for (place, target) in days.iter().enumerate().filter_map(|(place, day)| day.target.map(|target| (place, target))) {
        match runs.last_mut() {
            Some((_, last, same)) if *last + 1 == place && (*same - target).abs() < f64::EPSILON => *last = place,
            _ => runs.push((place, place, target)),
        }
    }
    runs
}

fn plot(ui: &mut Ui, words: &Words<'_>, day_words: &DayWords<'_>, days: &[Day<'_>]) -> Option<usize> {
    let theme = Theme::of(ui);
    let (write, ticks) = (words.write, chart::ticks_up(words));
    let bars: Vec<Bar> = days
        .iter()
        .enumerate()
        .filter_map(|(place, day)| {
            let look = look(day)?;
            let colour = colour(theme, look);
            let bar = Bar::new(ink::real(place), day.value?).width(0.68);
            Some(if day.chosen {
                let fill = if look == Look::Open { colour.gamma_multiply(0.25) } else { colour };
                bar.fill(fill).stroke(Stroke::new(2.0, theme.text))
            } else if look == Look::Open {
                bar.fill(colour.gamma_multiply(0.25)).stroke(Stroke::new(1.0, colour))
            } else {
                bar.fill(colour).stroke(Stroke::NONE)
            })
        })
        .collect();
    let tick = |day: &Day<'_>| if day.tick.is_empty() { day.label } else { day.tick }.to_owned();
    let labels: Vec<String> = days.iter().map(tick).collect();
    let top = days.iter().flat_map(|day| [day.value, day.target]).flatten().fold(1.0_f64, f64::max) * 1.04;
    let longest = labels.iter().map(|label| label.chars().count()).max().unwrap_or_default();
    // Labels need room each: where there is less, every second, third… stands.
    let fits = (ui.available_width() - 60.0) / (ink::px(longest) * 7.0 + 9.0);
    let every = (ink::px(days.len()) / fits.max(1.0)).ceil().max(1.0);
    let every = ink::whole(f64::from(every)).max(1);
    let count = days.len();
    let shown = chart::still(ui, words)
        .custom_x_axes(vec![
            chart::axis(ui, words, true)
                .label_spacing(8.0..=12.0)
                .formatter(move |mark, _| labels.get(ink::whole(mark.value + 0.5)).cloned().unwrap_or_default()),
        ])
        .custom_y_axes(vec![chart::axis(ui, words, false).formatter(move |mark, _| write(mark.value))])
        .x_grid_spacer(move |_| {
            (0..count)
                .step_by(every)
                .map(|place| GridMark { value: ink::real(place), step_size: ink::real(every) })
                .collect()
        })
        .y_grid_spacer(move |input| chart::round_ticks(&input, ticks))
        .include_x(-0.6)
        .include_x(ink::real(days.len()) - 0.4)
        .include_y(0.0)
        .label_formatter(|_| None)
        .include_y(top)
        .show(ui, |plot| {
            plot.bar_chart(BarChart::new(day_words.off, grounds(theme, days, top)).allow_hover(false));
            plot.bar_chart(BarChart::new(day_words.reached, bars).allow_hover(false));
            for (from, to, target) in target_runs(days) {
                let ends = PlotPoints::new(vec![[ink::real(from) - 0.5, target], [ink::real(to) + 0.5, target]]);
                plot.line(Line::new(day_words.target, ends).color(theme.text).width(1.5).allow_hover(false));
            }
            let away = PlotPoints::new(away_marks(days, top));
            let cross = Points::new(day_words.away, away).shape(MarkerShape::Cross).radius(5.0).color(theme.text);
            plot.points(cross.allow_hover(false));
        });
    chart::describe(&shown.response, words);
    let under = shown.response.hover_pos().map(|at| ink::whole(shown.transform.value_from_position(at).x + 0.5));
    let day = under.and_then(|place| days.get(place).map(|day| (place, day)));
    let clicked = shown.response.clicked();
    if let Some((_, day)) = day {
        let mut parts = vec![day.label.to_owned()];
        parts.extend(day.value.map(write));
        parts.extend(day.target.map(|target| format!("{} {}", day_words.target, write(target))));
        parts.extend(Some(day.away.to_owned()).filter(|away| !away.is_empty()));
        shown.response.on_hover_text_at_pointer(parts.join(" · "));
    }
    day.filter(|_| clicked).map(|(place, _)| place)
}
