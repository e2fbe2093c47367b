//! A study as tables: every reading with all that was written down and decided about it, and the figures made from them.
//!
//! Both the screen and the command line export from here, so that they say the same. CSV is for programs: its titles are codes that stay;
//! a workbook is for people: its titles are words. Times in figures are minutes of normal time, unrounded.

use std::collections::BTreeMap;

use super::table::{Cell, Table};
use crate::domain::action::Element;
use crate::domain::study::{CaseClass, Decided, Pause};
use crate::domain::units::{BasisPoints, CentiMinutes, Millis};
use crate::locale::{Arg, Lang};
use crate::views::studies::{ObservationView, StudyView};

/// The columns before the elements' times.
const BEFORE: [&str; 13] = [
    "number",
    "action",
    "operator",
    "operator_name",
    "started_at",
    "duration_ms",
    "minutes",
    "class",
    "counts_as",
    "rating_percent",
    "normal_minutes",
    "paused_ms",
    "pauses",
];

/// The columns after them.
const AFTER: [&str; 11] = [
    "flag",
    "flag_strong",
    "times_median",
    "decided",
    "reason",
    "decided_by",
    "decided_at",
    "flag_answered",
    "amended",
    "note",
    "observation",
];

/// The names of the observed operators by code, as far as the study knows them.
#[must_use]
pub fn names(study: &StudyView) -> BTreeMap<String, String> {
    study.report.operators.iter().map(|one| (one.operator.code.clone(), one.operator.name.clone())).collect()
}

/// Every reading of a study, a row each. `words`: titles and states in this language instead of codes.
#[must_use]
pub fn readings(study: &StudyView, names: &BTreeMap<String, String>, words: Option<Lang>) -> Table {
    let elements: Vec<&Element> = study.elements.iter().map(|figures| &figures.element).collect();
    let title = |code: &str| words.map_or_else(|| code.to_owned(), |lang| lang.t(&head_key(code)));
    let heads = BEFORE
        .into_iter()
        .map(title)
        .chain(elements.iter().map(|element| element_title(element, words)))
        .chain(AFTER.into_iter().map(title))
        .collect();
    let row = |(place, one): (usize, &ObservationView)| {
        let mut row = before(study, names, words, place, one);
        row.extend(elements.iter().map(|element| {
            let timed = one.elements.iter().find(|time| time.element == element.code);
            timed.map_or(Cell::Empty, |time| Cell::Whole(time.duration_ms.0))
        }));
        row.extend(after(words, one));
        row
    };
    let name = words.map_or_else(|| "study".to_owned(), |lang| lang.t("study-sheet-readings"));
    Table { name, heads, rows: study.observations.iter().enumerate().map(row).collect() }
}

fn head_key(code: &str) -> String {
    format!("study-head-{}", code.replace('_', "-"))
}

fn element_title(element: &Element, words: Option<Lang>) -> String {
    match words {
        None => format!("element_{}_ms", element.code),
        Some(lang) => lang.with("study-head-element", &[("element", Arg::Text(element_name(element, lang)))]),
    }
}

/// The name of an element in the reader's language.
#[must_use]
pub fn element_name(element: &Element, lang: Lang) -> &str {
    match (lang, element.name_en.as_deref()) {
        (Lang::En, Some(name)) if !name.trim().is_empty() => name,
        _ => &element.name_ru,
    }
}

fn before(
    study: &StudyView,
    names: &BTreeMap<String, String>,
    words: Option<Lang>,
    place: usize,
    one: &ObservationView,
) -> Vec<Cell> {
    vec![
        Cell::Whole(i64::try_from(place + 1).unwrap_or(i64::MAX)),
        Cell::from(study.action.code.as_str()),
        Cell::from(one.operator.as_str()),
        Cell::from(names.get(&one.operator).cloned()),
        Cell::from(one.started_at.as_str()),
        Cell::Whole(one.duration_ms.0),
        Cell::Real(minutes(one.duration_ms)),
        Cell::from(word(words, "class", one.class.as_str())),
        Cell::from(word(words, "study-counts", counts_as(one))),
        Cell::Hundredths(one.rating_bp.0),
        Cell::Real(minutes(one.duration_ms) * pace(one.rating_bp)),
        Cell::Whole(one.paused_ms.0),
        Cell::from((!one.pauses.is_empty()).then(|| pauses(&one.pauses))),
    ]
}

fn after(words: Option<Lang>, one: &ObservationView) -> Vec<Cell> {
    let flag = one.flag.as_ref();
    let yes_no = |so: bool| Cell::from(word(words, "study", if so { "yes" } else { "no" }));
    vec![
        Cell::from(flag.map(|flag| word(words, "rule", &flag.rule))),
        flag.map_or(Cell::Empty, |flag| yes_no(flag.strong)),
        Cell::from(flag.map(|flag| flag.times_median)),
        Cell::from(one.decided.map(|decided| word(words, "study-decided", decided.as_str()))),
        Cell::from(one.reason.as_deref().map(|reason| said(words, reason))),
        Cell::from(one.decided_by.clone()),
        Cell::from(one.decided_at.clone()),
        flag.map_or(Cell::Empty, |flag| yes_no(flag.answered)),
        yes_no(one.amended),
        Cell::from(one.note.clone()),
        Cell::from(one.observation.to_string()),
    ]
}

/// A code, or its word where there is one.
fn word(words: Option<Lang>, family: &str, code: &str) -> String {
    let key = format!("{family}-{code}");
    words.filter(|lang| lang.has(&key)).map_or_else(|| code.to_owned(), |lang| lang.t(&key))
}

/// A reason; the two that the program itself writes have words.
fn said(words: Option<Lang>, reason: &str) -> String {
    match (words, reason) {
        (Some(lang), "undo") => lang.t("watch-reason-undone"),
        (Some(lang), "interrupted") => lang.t("watch-reason-restart"),
        _ => reason.to_owned(),
    }
}

/// How a reading counts now: its newest decision, else the class it was timed in.
#[must_use]
pub fn counts_as(one: &ObservationView) -> &'static str {
    match (one.decided, one.class) {
        (Some(decided), _) => decided.as_str(),
        (None, CaseClass::Hard) => Decided::Hard.as_str(),
        (None, CaseClass::Regular) => Decided::Regular.as_str(),
    }
}

/// Pauses one by one: seconds with their reasons.
#[must_use]
pub fn pauses(pauses: &[Pause]) -> String {
    let one = |pause: &Pause| {
        let seconds = format!("{:.1}", pause.length_ms.seconds());
        match pause.reason.as_deref().filter(|reason| !reason.trim().is_empty()) {
            Some(reason) => format!("{seconds} ({reason})"),
            None => seconds,
        }
    };
    pauses.iter().map(one).collect::<Vec<String>>().join("; ")
}

fn minutes(length: Millis) -> f64 {
    length.seconds() / 60.0
}

fn pace(rating: BasisPoints) -> f64 {
    i32::try_from(rating.0).map_or(1.0, |rating| f64::from(rating) / 10_000.0)
}

/// What a figure is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// The norm with its interval.
    Norm,
    /// How the kept times lie.
    Times,
    /// For the record: lower bounds and tests that decide nothing.
    Record,
    /// The operators side by side.
    Operators,
    /// The order in time and the clock check.
    Time,
}

impl Group {
    const ALL: [(Self, &'static str); 5] = [
        (Self::Norm, "study-group-norm"),
        (Self::Times, "study-group-times"),
        (Self::Record, "study-group-record"),
        (Self::Operators, "study-group-operators"),
        (Self::Time, "study-group-time"),
    ];
}

/// One figure of a study.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// What it is about.
    pub group: Group,
    /// The key of its name.
    pub key: &'static str,
    /// Its value; empty where it is undefined.
    pub value: Cell,
    /// The key of its unit; empty for none.
    pub unit: &'static str,
}

const MIN: &str = "unit-min";
const PER_CENT: &str = "study-unit-percent";
const NONE: &str = "";

/// The figures of a study.
#[must_use]
pub fn all_figures(study: &StudyView) -> Vec<Figure> {
    let mut all = norm_figures(study);
    all.extend(time_figures(study));
    all.extend(record_figures(study));
    all.extend(between_figures(study));
    all.extend(order_figures(study));
    all
}

fn count(value: usize) -> Cell {
    Cell::Whole(i64::try_from(value).unwrap_or(i64::MAX))
}

fn in_minutes(seconds: Option<f64>) -> Cell {
    Cell::from(seconds.map(|seconds| seconds / 60.0))
}

fn norm(value: Option<CentiMinutes>) -> Cell {
    value.map_or(Cell::Empty, |value| Cell::Hundredths(value.0))
}

fn of(group: Group, rows: Vec<(&'static str, Cell, &'static str)>) -> Vec<Figure> {
    rows.into_iter().map(|(key, value, unit)| Figure { group, key, value, unit }).collect()
}

fn norm_figures(study: &StudyView) -> Vec<Figure> {
    let (summary, report) = (&study.summary, &study.report);
    let rows = vec![
        ("study-figure-norm", norm(study.norm_cmin), MIN),
        ("study-figure-norm-all", norm(study.norm_with_excluded_cmin), MIN),
        ("study-figure-mean", in_minutes(summary.mean), MIN),
        ("study-figure-low", in_minutes(summary.low), MIN),
        ("study-figure-high", in_minutes(summary.high), MIN),
        ("study-figure-precision", Cell::from(summary.precision_percent), PER_CENT),
        ("study-figure-kept", count(summary.n), NONE),
        ("study-figure-hard", Cell::Whole(study.hard_count), NONE),
        ("study-figure-excluded", Cell::Whole(study.excluded_count), NONE),
        ("study-figure-excluded-percent", Cell::from(report.excluded_percent), PER_CENT),
        ("study-figure-hard-share", Cell::from(report.hard_share.map(|share| share * 100.0)), PER_CENT),
        ("study-figure-hard-share-count", report.hard_share_count.map_or(Cell::Empty, Cell::Whole), NONE),
    ];
    of(Group::Norm, rows)
}

fn time_figures(study: &StudyView) -> Vec<Figure> {
    let (summary, report) = (&study.summary, &study.report);
    let rows = vec![
        ("study-figure-plain-mean", in_minutes(report.plain_mean), MIN),
        ("study-figure-median", in_minutes(summary.median), MIN),
        ("study-figure-geometric-mean", in_minutes(report.geometric_mean), MIN),
        ("study-figure-min", in_minutes(summary.min), MIN),
        ("study-figure-q1", in_minutes(report.q1), MIN),
        ("study-figure-q3", in_minutes(report.q3), MIN),
        ("study-figure-max", in_minutes(summary.max), MIN),
        ("study-figure-sd", in_minutes(summary.sd), MIN),
        ("study-figure-cv", Cell::from(report.cv.map(|cv| cv * 100.0)), PER_CENT),
        ("study-figure-skewness", Cell::from(report.skewness), NONE),
        ("study-figure-regular-mean", in_minutes(report.regular.mean), MIN),
        ("study-figure-hard-mean", in_minutes(report.hard.mean), MIN),
        ("study-figure-t-low", in_minutes(report.t_low), MIN),
        ("study-figure-t-high", in_minutes(report.t_high), MIN),
        ("study-figure-cox-low", in_minutes(report.cox_low), MIN),
        ("study-figure-cox-high", in_minutes(report.cox_high), MIN),
    ];
    of(Group::Times, rows)
}

fn record_figures(study: &StudyView) -> Vec<Figure> {
    let (summary, report) = (&study.summary, &study.report);
    let needed = |value: Option<u64>| value.map_or(Cell::Empty, |n| Cell::Whole(i64::try_from(n).unwrap_or(i64::MAX)));
    let rows = vec![
        ("study-figure-stability", Cell::from(summary.stability_ratio), NONE),
        ("study-figure-raw-fence-low", in_minutes(summary.raw_fence_low), MIN),
        ("study-figure-raw-fence-high", in_minutes(summary.raw_fence_high), MIN),
        ("study-figure-outside-raw", count(report.outside_raw), NONE),
        ("study-figure-fence-low", in_minutes(summary.fence_low), MIN),
        ("study-figure-fence-high", in_minutes(summary.fence_high), MIN),
        ("study-figure-outside-log", count(report.outside_log), NONE),
        ("study-figure-grubbs", Cell::from(report.grubbs_g), NONE),
        ("study-figure-grubbs-critical", Cell::from(report.grubbs_critical), NONE),
        ("study-figure-ilo-5", needed(report.ilo_5), NONE),
        ("study-figure-ilo-10", needed(report.ilo_10), NONE),
    ];
    of(Group::Record, rows)
}

fn between_figures(study: &StudyView) -> Vec<Figure> {
    let between = &study.report.between;
    let mut rows = vec![
        ("study-figure-operators", count(study.summary.operators), NONE),
        ("study-figure-mean-of-means", in_minutes(between.mean_of_means), MIN),
        ("study-figure-staff-low", in_minutes(between.low), MIN),
        ("study-figure-staff-high", in_minutes(between.high), MIN),
        ("study-figure-f", Cell::from(between.f), NONE),
        ("study-figure-p", Cell::from(between.p), NONE),
        ("study-figure-log-f", Cell::from(between.log_f), NONE),
        ("study-figure-log-p", Cell::from(between.log_p), NONE),
        ("study-figure-icc", Cell::from(between.icc), NONE),
    ];
    for one in between.classes.iter().filter(|one| one.class == CaseClass::Hard) {
        rows.extend([
            ("study-figure-hard-operators", count(one.operators), NONE),
            ("study-figure-hard-f", Cell::from(one.f), NONE),
            ("study-figure-hard-p", Cell::from(one.p), NONE),
            ("study-figure-hard-log-f", Cell::from(one.log_f), NONE),
            ("study-figure-hard-log-p", Cell::from(one.log_p), NONE),
            ("study-figure-hard-icc", Cell::from(one.icc), NONE),
        ]);
    }
    of(Group::Operators, rows)
}

fn order_figures(study: &StudyView) -> Vec<Figure> {
    let (report, clock) = (&study.report, &study.clock);
    let rows = vec![
        ("study-figure-days", count(report.days), NONE),
        ("study-figure-trend-s", report.trend_s.map_or(Cell::Empty, Cell::Whole), NONE),
        ("study-figure-trend-p", Cell::from(report.trend_p), NONE),
        ("study-figure-runs-p", Cell::from(report.runs_p), NONE),
        ("study-figure-lag1", Cell::from(report.lag1), NONE),
        ("study-figure-elapsed", Cell::Real(minutes(clock.elapsed_ms)), MIN),
        ("study-figure-observed", Cell::Real(minutes(clock.observed_ms)), MIN),
        ("study-figure-paused", Cell::Real(minutes(clock.paused_ms)), MIN),
        ("study-figure-unaccounted", Cell::Real(minutes(clock.unaccounted_ms)), MIN),
        ("study-figure-outside-sittings", count(clock.outside), NONE),
    ];
    of(Group::Time, rows)
}

/// The figures as a sheet: what about, name, value, unit; after them what was studied, and each operator's.
#[must_use]
pub fn figures(study: &StudyView, lang: Lang) -> Table {
    let unit = |key: &str| if key.is_empty() { Cell::Empty } else { Cell::Text(lang.t(key)) };
    let mut rows = about(study, lang);
    for (group, title) in Group::ALL {
        for figure in all_figures(study).into_iter().filter(|figure| figure.group == group) {
            rows.push(vec![Cell::Text(lang.t(title)), Cell::Text(lang.t(figure.key)), figure.value, unit(figure.unit)]);
        }
    }
    for one in &study.report.operators {
        let values = [
            ("study-figure-kept", count(one.n), NONE),
            ("study-figure-hard", count(one.hard), NONE),
            ("study-figure-mean", in_minutes(one.mean), MIN),
            ("study-figure-low", in_minutes(one.low), MIN),
            ("study-figure-high", in_minutes(one.high), MIN),
            ("study-figure-share", Cell::Real(one.share_percent), PER_CENT),
        ];
        for (key, value, of) in values {
            rows.push(vec![Cell::Text(one.operator.name.clone()), Cell::Text(lang.t(key)), value, unit(of)]);
        }
    }
    for element in &study.elements {
        let name = element_name(&element.element, lang);
        let values = [
            ("study-figure-kept", count(element.n), NONE),
            ("study-figure-mean", in_minutes(element.mean), MIN),
            ("study-figure-sd", in_minutes(element.sd), MIN),
            ("study-figure-stability", Cell::from(element.stability_ratio), NONE),
        ];
        for (key, value, of) in values {
            rows.push(vec![Cell::from(name), Cell::Text(lang.t(key)), value, unit(of)]);
        }
    }
    let heads = ["study-sheet-about", "study-sheet-figure", "study-sheet-value", "study-sheet-unit"];
    Table { name: lang.t("study-sheet-figures"), heads: heads.map(|key| lang.t(key)).to_vec(), rows }
}

fn about(study: &StudyView, lang: Lang) -> Vec<Vec<Cell>> {
    let source = format!("study-source-{}", study.source.as_str());
    let lines = [
        ("study-about-action", Some(format!("{} ({})", study.action.name, study.action.code))),
        ("study-about-source", Some(lang.t(&source))),
        ("study-about-opened-by", Some(study.opened_by.name.clone())),
        ("study-about-conditions", study.conditions.clone()),
        ("study-about-criterion", study.hard_criterion.clone()),
        ("study-about-method", study.report.method.clone().map(|method| lang.t(&format!("study-method-{method}")))),
    ];
    let line = |(key, value): (&str, Option<String>)| {
        vec![Cell::Text(lang.t("study-group-study")), Cell::Text(lang.t(key)), Cell::from(value), Cell::Empty]
    };
    lines.into_iter().map(line).collect()
}
