//! The page of the distribution: the times on the scale of minutes and on the logarithmic one side by side, what each says, and the figures.

use egui::Ui;

use super::pieces::{Chart, card_at_least, line, pair, says, with_words};
use super::words;
use crate::desktop::icons;
use crate::desktop::screens::norms::layout::quiet;
use crate::desktop::screens::stopwatch::words::{self as watch, Counts};
use crate::desktop::screens::study_words;
use crate::desktop::theme::{Kind, measure, space};
use crate::desktop::widgets::chart_bins::{BinWords, histogram};
use crate::desktop::widgets::table::{self, Head, Table};
use crate::desktop::widgets::{badge, card, ink};
use crate::documents::study::{Figure, Group, all_figures, element_name};
use crate::documents::table::Cell;
use crate::locale::{Arg, Lang};
use crate::views::studies::StudyView;

/// The height of a histogram.
const CHART: f32 = 176.0;

/// A short scripted element is even while its longest time is at most so many times its shortest.
const EVEN: f64 = 3.0;

/// Draws the page.
pub(super) fn show(ui: &mut Ui, lang: Lang, study: &StudyView) {
    let kept = study.observations.iter().filter(|one| watch::counts(one) != Counts::Excluded);
    let minutes: Vec<f64> = kept.map(|one| watch::normal_seconds(one) / 60.0).collect();
    let mut height = 0.0;
    card::columns(ui, 2, |columns| {
        for (column, log_scale) in columns.iter_mut().zip([false, true]) {
            card_at_least(column, "", height, |ui| scale(ui, lang, study, &minutes, log_scale));
            height = column.min_rect().height();
        }
    });
    card::card(ui, &lang.t("study-what-it-says"), |ui| readings_of_scales(ui, lang, study));
    let figures = all_figures(study);
    let titles = [lang.t("study-group-times"), lang.t("study-group-record")];
    let group = |ui: &mut Ui, group: Group| {
        ui.spacing_mut().item_spacing.y = 2.0;
        for figure in figures.iter().filter(|figure| figure.group == group) {
            line(ui, &lang.t(figure.key), &value(lang, figure));
        }
    };
    pair(
        ui,
        titles.each_ref().map(String::as_str),
        |ui| group(ui, Group::Times),
        |ui| {
            quiet(ui, &lang.t("study-record-text"));
            stability(ui, lang, study);
            group(ui, Group::Record);
        },
    );
    if !study.elements.is_empty() {
        elements(ui, lang, study);
    }
}

fn value(lang: Lang, figure: &Figure) -> String {
    let text = match &figure.value {
        Cell::Empty => return words::NOTHING.to_owned(),
        Cell::Text(text) => text.clone(),
        Cell::Whole(value) => lang.whole(*value),
        Cell::Hundredths(value) => lang.minutes(crate::domain::units::CentiMinutes(*value)),
        Cell::Real(value) => lang.number(*value, 2),
    };
    if figure.unit.is_empty() { text } else { format!("{text} {}", lang.t(figure.unit)) }
}

fn scale(ui: &mut Ui, lang: Lang, study: &StudyView, minutes: &[f64], log_scale: bool) {
    let summary = &study.summary;
    let (low, high, outside) = if log_scale {
        (summary.fence_low, summary.fence_high, study.report.outside_log)
    } else {
        (summary.raw_fence_low, summary.raw_fence_high, study.report.outside_raw)
    };
    // Of fewer than four values the fences say nothing.
    let fence = |value: Option<f64>| value.filter(|value| summary.n >= 4 && *value > 0.0).map(|value| value / 60.0);
    let (name, key) = if log_scale {
        ("study-chart-log", "study-chart-log-text")
    } else {
        ("study-chart-minutes", "study-chart-minutes-text")
    };
    let sentence = lang.with(key, &[("count", outside.into())]);
    let (name, across, up) = (lang.t(name), lang.t("watch-chart-minutes"), lang.t("watch-chart-count"));
    let (values, fences_word) = (lang.t("watch-chart-kept"), lang.t("study-chart-fences"));
    let chart = Chart { name: &name, sentence: &sentence, across: &across, up: &up, height: CHART, decimals: 2 };
    with_words(lang, &chart, |words| {
        let bin_words = BinWords { values: &values, fence: &fences_word };
        histogram(ui, words, bin_words, minutes, (fence(low), fence(high)), log_scale);
    });
}

/// Whose fences and figures these are, where hard cases were timed beside the regular ones.
pub(super) fn of_class(ui: &mut Ui, lang: Lang, study: &StudyView) {
    if study.report.of_class == "regular" {
        quiet(ui, &lang.t("study-of-regular"));
    }
}

/// What the picture on logarithms says against the one on minutes.
fn readings_of_scales(ui: &mut Ui, lang: Lang, study: &StudyView) {
    let report = &study.report;
    of_class(ui, lang, study);
    let named = [("raw", report.outside_raw.into()), ("log", report.outside_log.into())];
    let key = match (report.outside_raw, report.outside_log) {
        (0, 0) => "study-scales-none",
        (raw, log) if raw > log => "study-scales-cry-wolf",
        (raw, log) if raw < log => "study-scales-more-on-log",
        _ => "study-scales-same",
    };
    says(ui, Kind::Neutral, icons::CHART_BAR, &lang.with(key, &named));
    if let (Some(mean), Some(median), Some(geometric)) = (report.class_mean, report.class_median, report.geometric_mean)
    {
        let texts = [mean, geometric, median].map(|seconds| words::minutes(lang, Some(seconds)));
        let [mean_text, geometric_text, median_text] = &texts;
        let below = lang.number((1.0 - geometric / mean).max(0.0) * 100.0, 1);
        let named = [
            ("mean", Arg::Text(mean_text)),
            ("geometric", Arg::Text(geometric_text)),
            ("median", Arg::Text(median_text)),
            ("percent", Arg::Text(&below)),
        ];
        says(ui, Kind::Neutral, icons::SCALES, &lang.with("study-means", &named));
    }
    let t = words::range(lang, report.t_low, report.t_high);
    let cox = words::range(lang, report.cox_low, report.cox_high);
    if let Some((t, cox)) = t.zip(cox) {
        let named = [("t", Arg::Text(&t)), ("cox", Arg::Text(&cox))];
        // A log-normal interval beside the mean is no interval of it.
        let beside = report.cox_low.zip(report.class_mean).is_some_and(|(low, mean)| mean < low)
            || report.cox_high.zip(report.class_mean).is_some_and(|(high, mean)| mean > high);
        let key = if beside { "study-intervals-apart" } else { "study-intervals" };
        says(ui, Kind::Neutral, icons::ARROWS_LEFT_RIGHT, &lang.with(key, &named));
    }
    if let (Some(share), Some(source)) = (report.hard_share, report.hard_share_source.as_deref()) {
        let (share, source) =
            (words::share(lang, share), study_words::share_source(lang, source, report.hard_share_count));
        let named = [("share", Arg::Text(&share)), ("source", Arg::Text(&source))];
        says(ui, Kind::Neutral, icons::STAR, &lang.with("study-hard-share", &named));
    }
    if let Some(chance) = report.chance_of_no_hard {
        let text = words::share(lang, chance);
        says(ui, Kind::Neutral, icons::STAR, &lang.with("study-chance-of-no-hard", &[("chance", Arg::Text(&text))]));
    }
}

/// Ку as a lamp: it says something about short scripted elements, and never drops a reading.
fn stability(ui: &mut Ui, lang: Lang, study: &StudyView) {
    let Some(ratio) = study.summary.stability_ratio else { return };
    let (kind, key) = lamp(ratio);
    let number = lang.number(ratio, 1);
    ui.horizontal(|ui| {
        badge::badge(ui, kind, &lang.with(key, &[("ratio", Arg::Text(&number))]));
    });
    ui.add_space(space::XS);
}

fn lamp(ratio: f64) -> (Kind, &'static str) {
    if ratio <= EVEN { (Kind::Ok, "study-lamp-even") } else { (Kind::Neutral, "study-lamp-uneven") }
}

fn elements(ui: &mut Ui, lang: Lang, study: &StudyView) {
    let titles = [
        "study-column-element",
        "study-column-break-point",
        "study-column-kept",
        "study-column-mean",
        "study-column-sd",
        "study-column-stability",
    ]
    .map(|key| lang.t(key));
    let [element, point, kept, mean, sd, stability] = &titles;
    let heads = [
        Head::text(element),
        Head::text(point),
        Head::number(kept, 72.0),
        Head::number(mean, 88.0),
        Head::number(sd, 104.0),
        Head::text(stability).exact(176.0),
    ];
    card::card(ui, &lang.t("study-elements"), |ui| {
        let height = measure::ROW * ink::px(study.elements.len() + 1);
        let mut row = None;
        let name = lang.t("study-elements");
        Table::new(&name, &heads).height(height).show(ui, study.elements.len(), &mut row, |ui, row, column| {
            let Some(one) = study.elements.get(row) else { return };
            match column {
                0 => drop(table::text(ui, element_name(&one.element, lang))),
                1 => drop(table::quiet(ui, one.element.break_point.as_deref().unwrap_or_default())),
                2 => drop(table::number(ui, &words::count(lang, one.n))),
                3 => drop(table::number(ui, &words::minutes(lang, one.mean))),
                4 => drop(table::number(ui, &words::minutes(lang, one.sd))),
                _ => {
                    if let Some(ratio) = one.stability_ratio {
                        let ((kind, key), number) = (lamp(ratio), lang.number(ratio, 1));
                        badge::badge(ui, kind, &lang.with(key, &[("ratio", Arg::Text(&number))]));
                    }
                }
            }
        });
    });
}
