//! Below: the observations in order and how they lie, on logarithms or on minutes, each scale with its own fences.

use egui::Ui;

use super::words::{self, Counts};
use super::{Act, Form, View, act_info, list};
use crate::desktop::screens::norms::layout::{Side, split};
use crate::desktop::theme::{Kind, space};
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::card;
use crate::desktop::widgets::chart::Words;
use crate::desktop::widgets::chart_bins::{BinWords, histogram};
use crate::desktop::widgets::chart_time::{Fences, Mark, Marks, Observation, chronological};
use crate::domain::instant::Instant;
use crate::locale::{Arg, Lang};
use crate::views::studies::{ObservationView, StudyView};

/// The height of the charts.
const CHART: f32 = 172.0;

/// How much room a chart has.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Size {
    /// Its own card.
    Full,
    /// So many points beside the stopwatch.
    Small(f32),
}

impl Size {
    fn height(self) -> f32 {
        match self {
            Self::Full => CHART,
            Self::Small(height) => height,
        }
    }
}

/// Draws charts and table; the table alone where the charts stand beside the stopwatch.
pub(super) fn show(ui: &mut Ui, lang: Lang, view: &View<'_>, study: &StudyView, form: &mut Form) {
    if form.charts_beside {
        return list::show(ui, lang, view, study, form);
    }
    let mut other_scale = false;
    card::section_with(ui, &lang.t("watch-charts"), |ui| {
        let (word, icon) = (scale_word(lang, form.in_minutes), act_info(Act::Scale).map_or("", |info| info.icon));
        let tooltip = lang.t("watch-act-scale");
        other_scale = Button::secondary(&word).icon(icon).key("L").tooltip(&tooltip).show(ui).clicked();
    });
    form.in_minutes ^= other_scale;
    let left = ((ui.available_width() - space::L) * 0.62).floor();
    let (mut clicked, mut height) = (None, 0.0);
    let log_scale = !form.in_minutes;
    split(ui, left, |ui, side| match side {
        Side::Left => {
            clicked = card::card(ui, "", |ui| in_order(ui, lang, study, log_scale, Size::Full)).inner;
            height = ui.min_rect().height();
        }
        Side::Right => {
            card::card(ui, "", |ui| {
                ui.set_min_height((height - 2.0 * space::L - 2.0).max(0.0));
                as_they_lie(ui, lang, study, log_scale, Size::Full);
            });
        }
    });
    if let Some(place) = clicked {
        form.decide(place);
    }
    list::show(ui, lang, view, study, form);
}

pub(super) fn scale_word(lang: Lang, in_minutes: bool) -> String {
    lang.t(if in_minutes { "watch-scale-minutes" } else { "watch-scale-log" })
}

fn in_minutes(seconds: f64) -> f64 {
    seconds / 60.0
}

/// The fences of a scale, in minutes; of fewer than four values they say nothing.
fn fences_of(study: &StudyView, log_scale: bool) -> (Option<f64>, Option<f64>) {
    let summary = &study.summary;
    if summary.n < 4 {
        return (None, None);
    }
    let (low, high) = if log_scale {
        (summary.fence_low, summary.fence_high)
    } else {
        // Below zero a fence of minutes fences nothing off.
        (summary.raw_fence_low.filter(|low| *low > 0.0), summary.raw_fence_high)
    };
    (low.map(in_minutes), high.map(in_minutes))
}

fn fence_word(lang: Lang, log_scale: bool) -> String {
    lang.t(if log_scale { "watch-chart-fence-log" } else { "watch-chart-fence-minutes" })
}

/// What is taken out of an observation, in a line: how long, and what for.
pub(super) fn pauses_text(lang: Lang, one: &ObservationView) -> Option<String> {
    if one.paused_ms.0 == 0 {
        return None;
    }
    let reasons: Vec<&str> = one.pauses.iter().filter_map(|pause| pause.reason.as_deref()).collect();
    let time = words::stretch(one.paused_ms.0);
    let key = if reasons.is_empty() { "watch-paused-out" } else { "watch-paused-out-why" };
    Some(lang.with(key, &[("time", Arg::Text(&time)), ("why", Arg::Text(&reasons.join(", ")))]))
}

fn mark(observation: &ObservationView) -> Mark {
    match words::counts(observation) {
        Counts::Regular => Mark::Kept,
        Counts::Hard => Mark::Hard,
        Counts::Flagged => Mark::Flagged,
        Counts::Excluded => Mark::Excluded,
    }
}

/// The observations in the order they were taken; gives the place of the one that was clicked.
pub(super) fn in_order(ui: &mut Ui, lang: Lang, study: &StudyView, log_scale: bool, size: Size) -> Option<usize> {
    let pauses: Vec<String> = study.observations.iter().map(|one| pauses_text(lang, one).unwrap_or_default()).collect();
    let observations: Vec<Observation<'_>> = study
        .observations
        .iter()
        .zip(&pauses)
        .enumerate()
        .map(|(place, (one, pauses))| Observation {
            index: place + 1,
            value: in_minutes(words::normal_seconds(one)),
            mark: mark(one),
            paused: in_minutes(one.paused_ms.seconds()),
            note: pauses,
        })
        .collect();
    let summary = &study.summary;
    let (low, high) = fences_of(study, log_scale);
    let fences = Fences { low, high, mean: summary.mean.map(in_minutes) };
    let mean = summary.mean.map(|mean| words::minutes(lang, mean)).unwrap_or_default();
    let mean = lang.with("watch-chart-mean", &[("mean", Arg::Text(&mean))]);
    let [kept, hard, flagged, excluded, decision, paused] = [
        "watch-counts-regular",
        "watch-counts-hard",
        "watch-counts-flagged",
        "watch-counts-excluded",
        "watch-column-counts",
        "watch-chart-pauses",
    ]
    .map(|key| lang.t(key));
    let (fence, paused_head) = (fence_word(lang, log_scale), lang.t("watch-chart-paused"));
    let marks = Marks {
        kept: &kept,
        hard: &hard,
        flagged: &flagged,
        excluded: &excluded,
        mean: &mean,
        fence: &fence,
        decision: &decision,
        paused: &paused,
        paused_head: &paused_head,
    };
    let sentence = lang.with(
        "watch-chart-order-text",
        &[("count", Arg::from(observations.len())), ("flags", Arg::from(study.open_flags))],
    );
    let title = lang.t("watch-chart-order");
    let clicked = with_words(lang, &title, &sentence, ["watch-chart-number", "watch-chart-minutes"], size, |words| {
        chronological(ui, words, &marks, &observations, fences, log_scale)
    });
    clicked.map(|index| index.saturating_sub(1))
}

/// How the kept observations lie.
pub(super) fn as_they_lie(ui: &mut Ui, lang: Lang, study: &StudyView, log_scale: bool, size: Size) {
    let summary = &study.summary;
    let values: Vec<f64> = study
        .observations
        .iter()
        .filter(|one| words::counts(one) != Counts::Excluded)
        .map(|one| in_minutes(words::normal_seconds(one)))
        .collect();
    let median = summary.median.map(|median| words::minutes(lang, median)).unwrap_or_default();
    let outside = if log_scale { study.report.outside_log } else { study.report.outside_raw };
    let sentence =
        lang.with("watch-chart-bins-text", &[("median", Arg::Text(&median)), ("outside", Arg::from(outside))]);
    let (title, values_word, fence) =
        (lang.t("watch-chart-bins"), lang.t("watch-chart-kept"), fence_word(lang, log_scale));
    let fences = fences_of(study, log_scale);
    with_words(lang, &title, &sentence, ["watch-chart-minutes", "watch-chart-count"], size, |words| {
        histogram(ui, words, BinWords { values: &values_word, fence: &fence }, &values, fences, log_scale);
    });
}

fn with_words<R>(
    lang: Lang,
    name: &str,
    sentence: &str,
    [across, up]: [&str; 2],
    size: Size,
    draw: impl FnOnce(&Words<'_>) -> R,
) -> R {
    let write = |value: f64| lang.number(value, if value.abs() < 10.0 { 2 } else { 1 });
    let (across, up) = (lang.t(across), lang.t(up));
    let (as_table, as_chart) = (lang.t("watch-as-table"), lang.t("watch-as-chart"));
    draw(&Words {
        name,
        sentence,
        across: &across,
        up: &up,
        as_table: &as_table,
        as_chart: &as_chart,
        write: &write,
        height: size.height(),
        small: size != Size::Full,
    })
}

/// A flag in a line: how many times the median, and by which rule.
pub(super) fn flag_text(lang: Lang, flag: &crate::views::studies::FlagView) -> String {
    let rule = lang.t(&format!("rule-{}", flag.rule));
    let times = lang.number(flag.times_median, 1);
    let key = if flag.strong { "watch-flag-strong" } else { "watch-flag" };
    lang.with(key, &[("times", Arg::Text(&times)), ("rule", Arg::Text(&rule))])
}

/// When an observation began, for a heading.
pub(super) fn began(lang: Lang, view: &View<'_>, at_ms: i64) -> String {
    let at = Instant::from_millis(at_ms).map_or(0, Instant::millis);
    words::moment(lang, view.zone, at, view.reading.wall_ms)
}

/// The meaning of a mark, for a dialog.
pub(super) fn kind_of(one: &ObservationView) -> Kind {
    words::counts_words(Lang::default(), words::counts(one)).0
}
