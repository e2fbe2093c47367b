//! The page of time: the readings in order with trend and runs, the hours of the week they were taken in, and the clock check.

use egui::Ui;

use super::operators::equals;
use super::pieces::{Chart, pair, says, with_words};
use super::words::{self, LEVEL};
use super::{Form, View};
use crate::desktop::action::StudyPage;
use crate::desktop::icons;
use crate::desktop::screens::norms::layout::quiet;
use crate::desktop::screens::stopwatch::words::{self as watch, Counts};
use crate::desktop::theme::{Kind, measure};
use crate::desktop::widgets::chart_time::{Fences, Mark, Marks, Observation, chronological};
use crate::desktop::widgets::chart_week::{Hour, WeekWords, week};
use crate::desktop::widgets::table::{self, Head, Table};
use crate::desktop::widgets::{badge, card, ink};
use crate::domain::study::clock_check::TOLERATED_BP;
use crate::domain::units::{BasisPoints, Millis};
use crate::locale::{Arg, Lang};
use crate::views::studies::{ClockView, ObservationView, SittingView, StudyView};

const CHART: f32 = 200.0;

/// Draws the page.
pub(super) fn show(ui: &mut Ui, lang: Lang, view: &View<'_>, study: &StudyView, form: &mut Form) {
    let clicked = card::card(ui, "", |ui| in_order(ui, lang, study)).inner;
    if let Some(place) = clicked {
        form.readings.choose(study, place);
        form.page = StudyPage::Readings;
    }
    let titles = [lang.t("study-order-says"), lang.t("study-coverage")];
    pair(ui, titles.each_ref().map(String::as_str), |ui| order_says(ui, lang, study), |ui| coverage(ui, lang, study));
    card::card(ui, &lang.t("study-clock"), |ui| clock(ui, lang, view, &study.clock));
}

/// The readings in the order of time. Gives the place of the one that was clicked.
fn in_order(ui: &mut Ui, lang: Lang, study: &StudyView) -> Option<usize> {
    let notes: Vec<String> = study.observations.iter().map(|one| note(lang, one)).collect();
    let observations: Vec<Observation<'_>> = study
        .observations
        .iter()
        .zip(&notes)
        .enumerate()
        .map(|(place, (one, note))| Observation {
            index: place + 1,
            value: watch::normal_seconds(one) / 60.0,
            mark: match watch::counts(one) {
                Counts::Regular => Mark::Kept,
                Counts::Hard => Mark::Hard,
                Counts::Flagged => Mark::Flagged,
                Counts::Excluded => Mark::Excluded,
            },
            paused: one.paused_ms.seconds() / 60.0,
            note,
        })
        .collect();
    let summary = &study.summary;
    let fence = |value: Option<f64>| value.filter(|_| summary.n >= 4).map(|value| value / 60.0);
    let fences = Fences {
        low: fence(summary.fence_low),
        high: fence(summary.fence_high),
        mean: summary.mean.map(|mean| mean / 60.0),
    };
    let mean = words::minutes(lang, summary.mean);
    let mean = lang.with("watch-chart-mean", &[("mean", Arg::Text(&mean))]);
    let keys = [
        "watch-counts-regular",
        "watch-counts-hard",
        "watch-counts-flagged",
        "watch-counts-excluded",
        "study-chart-fences-log",
        "study-column-counts",
        "watch-chart-order",
        "watch-chart-number",
        "watch-chart-minutes",
    ]
    .map(|key| lang.t(key));
    let [kept, hard, flagged, excluded, fence, decision, name, across, up] = &keys;
    let (paused, paused_head) = (&lang.t("watch-chart-pauses"), &lang.t("watch-chart-paused"));
    let marks = Marks { kept, hard, flagged, excluded, mean: &mean, fence, decision, paused, paused_head };
    let sentence = lang
        .with("study-chart-order-text", &[("count", observations.len().into()), ("days", study.report.days.into())]);
    let chart = Chart { name, sentence: &sentence, across, up, height: CHART, decimals: 1 };
    let clicked = with_words(lang, &chart, |words| chronological(ui, words, &marks, &observations, fences, true));
    clicked.and_then(|index| index.checked_sub(1))
}

/// What the tooltip of a reading adds: why it does not count, or what was flagged.
fn note(lang: Lang, one: &ObservationView) -> String {
    super::rows::why(lang, one)
}

/// Learning or tiring: the trend and the runs in words.
fn order_says(ui: &mut Ui, lang: Lang, study: &StudyView) {
    let report = &study.report;
    super::distribution::of_class(ui, lang, study);
    match (report.trend_s, report.trend_p) {
        (Some(s), Some(p)) => {
            let probability = equals(&words::probability(lang, Some(p)));
            let number = lang.whole(s);
            let named = [("p", Arg::Text(&probability)), ("s", Arg::Text(&number))];
            let (kind, icon, key) = match (p < LEVEL, s < 0) {
                (true, true) => (Kind::Warn, icons::TREND_DOWN, "study-trend-faster"),
                (true, false) => (Kind::Warn, icons::TREND_UP, "study-trend-slower"),
                (false, _) => (Kind::Ok, icons::CHECK_CIRCLE, "study-trend-none"),
            };
            says(ui, kind, icon, &lang.with(key, &named));
        }
        _ => says(ui, Kind::Neutral, icons::INFO, &lang.t("study-trend-unknown")),
    }
    match report.runs_p {
        Some(p) => {
            let probability = equals(&words::probability(lang, Some(p)));
            let (kind, icon, key) = if p < LEVEL {
                (Kind::Warn, icons::WARNING, "study-runs-odd")
            } else {
                (Kind::Ok, icons::CHECK_CIRCLE, "study-runs-chance")
            };
            says(ui, kind, icon, &lang.with(key, &[("p", Arg::Text(&probability))]));
        }
        None => says(ui, Kind::Neutral, icons::INFO, &lang.t("study-runs-unknown")),
    }
    if let Some(lag) = report.lag1 {
        let text = lang.number(lag, 2);
        says(ui, Kind::Neutral, icons::LINK, &lang.with("study-lag1", &[("lag", Arg::Text(&text))]));
    }
    quiet(ui, &lang.t("study-order-advice"));
}

fn coverage(ui: &mut Ui, lang: Lang, study: &StudyView) {
    let hours: Vec<Hour> = study
        .report
        .coverage
        .iter()
        .map(|cell| Hour {
            weekday: usize::from(cell.weekday).saturating_sub(1),
            hour: usize::from(cell.hour),
            n: cell.n,
        })
        .collect();
    if hours.is_empty() {
        return quiet(ui, &lang.t("study-coverage-none"));
    }
    let days: [String; 7] = std::array::from_fn(|day| lang.t(&format!("study-weekday-{}", day + 1)));
    let week_words = WeekWords { weekdays: days.each_ref().map(String::as_str), weekday: &lang.t("study-weekday") };
    let sentence =
        lang.with("study-coverage-text", &[("days", study.report.days.into()), ("hours", hours.len().into())]);
    let keys = ["study-coverage", "study-hour", "watch-chart-count"].map(|key| lang.t(key));
    let [name, across, up] = &keys;
    let chart = Chart { name, sentence: &sentence, across, up, height: 0.0, decimals: 0 };
    with_words(lang, &chart, |words| week(ui, words, &week_words, &hours));
}

/// Observed + paused + unaccounted = elapsed, a sitting a row and all together.
fn clock(ui: &mut Ui, lang: Lang, view: &View<'_>, clock: &ClockView) {
    if clock.outside > 0 {
        let text = lang.with("study-clock-outside", &[("count", clock.outside.into())]);
        says(ui, Kind::Neutral, icons::INFO, &text);
    }
    if clock.sittings.is_empty() {
        return quiet(ui, &lang.t("study-clock-none"));
    }
    let tolerated = words::pace(lang, BasisPoints(TOLERATED_BP));
    let named = [("percent", Arg::Text(tolerated.as_str()))];
    if clock.exceeds {
        badge::banner(ui, Kind::Warn, &lang.with("study-clock-exceeds", &named), "");
    } else {
        says(ui, Kind::Ok, icons::CHECK_CIRCLE, &lang.with("study-clock-fits", &named));
    }
    let titles = [
        "study-column-sitting",
        "study-column-operator",
        "study-column-observer",
        "study-column-observed",
        "study-column-paused",
        "study-column-unaccounted",
        "study-column-elapsed",
        "study-column-share-unaccounted",
    ]
    .map(|key| lang.t(key));
    let [sitting, operator, observer, observed, paused, unaccounted, elapsed, share] = &titles;
    let heads = [
        Head::text(sitting).exact(184.0),
        Head::text(operator),
        Head::text(observer),
        Head::number(observed, 88.0),
        Head::number(paused, 72.0),
        Head::number(unaccounted, 80.0),
        Head::number(elapsed, 72.0),
        Head::text(share).exact(104.0),
    ];
    let rows = clock.sittings.len() + 1;
    let height = measure::ROW * ink::px(rows.min(12) + 1);
    let (name, mut row) = (lang.t("study-clock"), None);
    Table::new(&name, &heads).height(height).show(ui, rows, &mut row, |ui, row, column| {
        match clock.sittings.get(row) {
            Some(sitting) => sitting_cell(ui, lang, view, sitting, column),
            None => sum_cell(ui, lang, clock, column),
        }
    });
}

fn sitting_cell(ui: &mut Ui, lang: Lang, view: &View<'_>, sitting: &SittingView, column: usize) {
    let times = [sitting.observed_ms, sitting.paused_ms, sitting.unaccounted_ms, sitting.elapsed_ms];
    match column {
        0 => {
            let until = sitting.ended_at.get(11..16).unwrap_or_default();
            let from = watch::stamp(lang, &sitting.started_at);
            let from = from.get(..from.len().saturating_sub(3)).unwrap_or(&from);
            table::text(ui, &format!("{from}–{until}"));
        }
        1 => drop(table::text(ui, &view.operator_name(&sitting.operator))),
        2 => drop(table::quiet(ui, &sitting.observer.name)),
        3..=6 => drop(table::number(ui, &length_at(lang, &times, column - 3))),
        _ => unaccounted(ui, lang, sitting.unaccounted_ms, sitting.elapsed_ms, sitting.exceeds),
    }
}

fn sum_cell(ui: &mut Ui, lang: Lang, clock: &ClockView, column: usize) {
    let times = [clock.observed_ms, clock.paused_ms, clock.unaccounted_ms, clock.elapsed_ms];
    match column {
        0 => drop(table::text(ui, &lang.t("study-clock-sum"))),
        1 | 2 => {}
        3..=6 => drop(table::number(ui, &length_at(lang, &times, column - 3))),
        _ => unaccounted(ui, lang, clock.unaccounted_ms, clock.elapsed_ms, clock.exceeds),
    }
}

fn length_at(lang: Lang, times: &[Millis; 4], place: usize) -> String {
    times.get(place).map(|time| words::length(lang, *time)).unwrap_or_default()
}

/// The share nothing was written down about; more than is tolerated carries a sign and its word.
fn unaccounted(ui: &mut Ui, lang: Lang, part: Millis, whole: Millis, exceeds: bool) {
    let share =
        if whole.0 > 0 { words::share(lang, part.seconds() / whole.seconds()) } else { words::NOTHING.to_owned() };
    let kind = if exceeds { Kind::Warn } else { Kind::Ok };
    badge::badge(ui, kind, &share);
}
