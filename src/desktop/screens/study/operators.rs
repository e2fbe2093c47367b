//! The page of operators: each on one scale beside the others, what their differences say, and what that asks for.
//!
//! The slow operator is never dropped, and nobody's speed is a ground for another norm.

use egui::Ui;

use super::pieces::{Chart, line, pair, says, with_words};
use super::words::{self, LEVEL};
use crate::desktop::icons;
use crate::desktop::screens::norms::layout::quiet;
use crate::desktop::screens::study_words;
use crate::desktop::theme::{Kind, measure};
use crate::desktop::widgets::chart_boxes::{BoxWords, Group, Reference, boxes};
use crate::desktop::widgets::table::{self, Head, Table};
use crate::desktop::widgets::{badge, card, ink, state};
use crate::domain::study::CaseClass;
use crate::locale::{Arg, Lang};
use crate::views::studies::{ClassBetween, OperatorFigures, StudyView};

/// From this share of the whole spread on, operators differ much.
const MUCH: f64 = 0.2;

/// Draws the page.
pub(super) fn show(ui: &mut Ui, lang: Lang, study: &StudyView) {
    if study.report.operators.is_empty() {
        let (title, text) = (lang.t("study-no-operators"), lang.t("study-no-operators-text"));
        card::card(ui, "", |ui| {
            let icon = icons::USERS;
            state::empty(ui, &state::Empty { icon, title: &title, text: &text, ..state::Empty::default() });
        });
        return;
    }
    if let Some(name) = &study.report.between.above_half {
        let text = lang.with("study-above-half", &[("operator", Arg::Text(name))]);
        badge::banner(ui, Kind::Warn, &text, "");
    }
    card::card(ui, "", |ui| picture(ui, lang, study));
    let titles = [lang.t("study-operators-say"), lang.t("study-operators-figures")];
    pair(ui, titles.each_ref().map(String::as_str), |ui| sentences(ui, lang, study), |ui| figures(ui, lang, study));
    card::card(ui, &lang.t("study-operators-table"), |ui| table_of(ui, lang, &study.report.operators));
}

fn picture(ui: &mut Ui, lang: Lang, study: &StudyView) {
    let (operators, between) = (&study.report.operators, &study.report.between);
    let notes: Vec<String> = operators.iter().map(|one| note(lang, one)).collect();
    let in_minutes = |seconds: f64| seconds / 60.0;
    let groups: Vec<Group<'_>> = operators
        .iter()
        .zip(&notes)
        .map(|(one, note)| Group {
            name: &one.operator.name,
            note,
            n: one.n,
            five: one.five.map(|five| five.map(in_minutes)),
            mean: one.mean.map(in_minutes),
            interval: one.low.zip(one.high).map(|(low, high)| (in_minutes(low.max(0.0)), in_minutes(high))),
        })
        .collect();
    let interval = between.low.zip(between.high);
    let reference = Reference {
        mean: between.mean_of_means.map(in_minutes),
        interval: interval.map(|(low, high)| (in_minutes(low.max(0.0)), in_minutes(high))),
    };
    let keys = [
        "study-chart-operators",
        "watch-chart-minutes",
        "study-box-middle",
        "study-box-mean",
        "study-box-interval",
        "study-box-reference",
        "study-column-operator",
        "study-column-n",
        "study-figure-min",
        "study-figure-q1",
        "study-figure-median",
        "study-figure-q3",
        "study-figure-max",
    ]
    .map(|key| lang.t(key));
    let [name, across, middle, mean, interval, reference_word, heads @ ..] = &keys;
    let heads = heads.each_ref().map(String::as_str);
    let box_words = BoxWords { middle, mean, interval, reference: reference_word, heads };
    let sentence = sentence(lang, operators);
    let chart = Chart { name, sentence: &sentence, across, up: across, height: 0.0, decimals: 2 };
    with_words(lang, &chart, |words| boxes(ui, words, &box_words, &groups, reference));
}

fn note(lang: Lang, one: &OperatorFigures) -> String {
    let share = lang.number(one.share_percent, 0);
    lang.with(
        "study-operator-note",
        &[("count", one.n.into()), ("hard", one.hard.into()), ("share", Arg::Text(&share))],
    )
}

/// The slowest and the fastest by name: what the picture shows first.
fn sentence(lang: Lang, operators: &[OperatorFigures]) -> String {
    let known: Vec<&OperatorFigures> = operators.iter().filter(|one| one.mean.is_some()).collect();
    let (Some(slow), Some(fast)) = (known.first(), known.last()) else { return lang.t("study-operators-one") };
    if known.len() < 2 {
        return lang.t("study-operators-one");
    }
    let (slow_mean, fast_mean) = (words::minutes(lang, slow.mean), words::minutes(lang, fast.mean));
    let named = [
        ("slow", Arg::Text(&slow.operator.name)),
        ("slow_mean", Arg::Text(&slow_mean)),
        ("fast", Arg::Text(&fast.operator.name)),
        ("fast_mean", Arg::Text(&fast_mean)),
    ];
    lang.with("study-operators-range", &named)
}

/// What the differences mean and what they ask for.
fn sentences(ui: &mut Ui, lang: Lang, study: &StudyView) {
    let between = &study.report.between;
    if let Some(code) = between.no_interval.as_deref() {
        says(ui, Kind::Warn, icons::INFO, &study_words::no_staff_interval(lang, code));
    }
    // Logarithms: minutes of hard cases would drown the operators.
    let differ = between.log_p.or(between.p).map(|p| p < LEVEL);
    match differ {
        Some(true) => {
            let big = between.icc.is_some_and(|icc| icc >= MUCH);
            let icc = between.icc.map(|icc| words::share(lang, icc.max(0.0))).unwrap_or_default();
            let key = if big { "study-operators-differ-much" } else { "study-operators-differ" };
            says(ui, Kind::Warn, icons::USERS, &lang.with(key, &[("share", Arg::Text(&icc))]));
            says(ui, Kind::Accent, icons::ARROW_RIGHT, &lang.t("study-operators-ask-more"));
        }
        Some(false) => says(ui, Kind::Ok, icons::CHECK_CIRCLE, &lang.t("study-operators-alike")),
        None => says(ui, Kind::Neutral, icons::INFO, &lang.t("study-operators-unknown")),
    }
    for one in between.classes.iter().filter(|one| one.class == CaseClass::Hard) {
        let key = match one.log_p.or(one.p).map(|p| p < LEVEL) {
            Some(true) => "study-operators-hard-differ",
            Some(false) => "study-operators-hard-alike",
            None => continue,
        };
        says(ui, Kind::Neutral, icons::STAR, &lang.t(key));
    }
    if study.hard_criterion.is_some() || study.hard_count > 0 {
        let without = study.report.operators.iter().filter(|one| one.hard == 0).count();
        if without > 0 {
            let text = lang.with("study-operators-without-hard", &[("count", without.into())]);
            says(ui, Kind::Warn, icons::STAR, &text);
        }
    }
    quiet(ui, &lang.t("study-operators-never-dropped"));
}

fn figures(ui: &mut Ui, lang: Lang, study: &StudyView) {
    ui.spacing_mut().item_spacing.y = 2.0;
    let between = &study.report.between;
    let unit = lang.t("unit-min");
    let staff = words::range(lang, between.low, between.high);
    let staff = staff.map_or_else(|| words::NOTHING.to_owned(), |range| format!("{range} {unit}"));
    let mean = format!("{} {unit}", words::minutes(lang, between.mean_of_means));
    let plain = format!("{} {unit}", words::minutes(lang, study.summary.mean));
    let test = |f: Option<f64>, p: Option<f64>| match (f, p) {
        (Some(f), Some(p)) => {
            format!("F = {}, p {}", lang.number(f, 2), equals(&words::probability(lang, Some(p))))
        }
        _ => words::NOTHING.to_owned(),
    };
    let mut lines = vec![
        ("study-figure-mean", plain),
        ("study-figure-mean-of-means", mean),
        ("study-figure-staff", staff),
        ("study-figure-anova-minutes", test(between.f, between.p)),
        ("study-figure-anova-logs", test(between.log_f, between.log_p)),
        ("study-figure-icc", words::number(lang, between.icc, 3)),
    ];
    // The figures above are those of the regular cases where hard ones were timed.
    let compared = |one: &&ClassBetween| one.class == CaseClass::Hard && one.f.or(one.log_f).is_some();
    for one in between.classes.iter().filter(compared) {
        lines.push(("study-figure-hard-anova-minutes", test(one.f, one.p)));
        lines.push(("study-figure-hard-anova-logs", test(one.log_f, one.log_p)));
        lines.push(("study-figure-hard-icc", words::number(lang, one.icc, 3)));
    }
    for (key, value) in lines {
        line(ui, &lang.t(key), &value);
    }
}

/// "= 0,250", but "< 0,001".
pub(super) fn equals(probability: &str) -> String {
    if probability.starts_with('<') { probability.to_owned() } else { format!("= {probability}") }
}

fn table_of(ui: &mut Ui, lang: Lang, operators: &[OperatorFigures]) {
    let titles = [
        "study-column-operator",
        "study-column-kept",
        "study-column-hard",
        "study-column-share",
        "study-column-median",
        "study-column-mean",
        "study-column-interval",
    ]
    .map(|key| lang.t(key));
    let [operator, kept, hard, share, median, mean, interval] = &titles;
    let heads = [
        Head::text(operator),
        Head::number(kept, 80.0),
        Head::number(hard, 88.0),
        Head::number(share, 80.0),
        Head::number(median, 104.0),
        Head::number(mean, 104.0),
        Head::number(interval, 152.0),
    ];
    let height = measure::ROW * ink::px(operators.len() + 1);
    let (name, mut row) = (lang.t("study-operators-table"), None);
    Table::new(&name, &heads).height(height).show(ui, operators.len(), &mut row, |ui, row, column| {
        let Some(one) = operators.get(row) else { return };
        match column {
            0 if one.share_percent > 50.0 && operators.len() > 1 => {
                let name = format!("{} · {}", one.operator.name, lang.t("study-more-than-half"));
                badge::badge(ui, Kind::Warn, &name);
            }
            0 => drop(table::text(ui, &one.operator.name)),
            1 => drop(table::number(ui, &words::count(lang, one.n))),
            2 => drop(table::number(ui, &words::count(lang, one.hard))),
            3 => drop(table::number(ui, &lang.number(one.share_percent, 1))),
            4 => drop(table::number(ui, &words::minutes(lang, one.five.and_then(|five| five.get(2).copied())))),
            5 => drop(table::number(ui, &words::minutes(lang, one.mean))),
            _ => {
                let range = words::range(lang, one.low, one.high);
                table::number(ui, range.as_deref().unwrap_or(words::NOTHING));
            }
        }
    });
}
