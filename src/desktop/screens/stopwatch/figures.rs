//! The right card: what the kept observations say so far, and how many more are needed.

use egui::{RichText, Ui};

use super::{Form, words};
use crate::desktop::icons;
use crate::desktop::theme::{Kind, Theme, size, space};
use crate::desktop::widgets::stat::{self, Stat};
use crate::desktop::widgets::{badge, card, state};
use crate::locale::{Arg, Lang};
use crate::views::studies::{StudySummary, StudyView};

/// Draws the card.
pub(super) fn show(ui: &mut Ui, lang: Lang, form: &Form, study: Option<&StudyView>, height: f32) {
    let flags = study.map_or(0, |study| study.open_flags);
    let head = |ui: &mut Ui| {
        if flags > 0 {
            badge::badge_with(ui, Kind::Warn, icons::FLAG, &lang.with("watch-flags", &[("count", Arg::from(flags))]));
        }
    };
    card::card_with(ui, &lang.t("watch-study"), head, |ui| {
        card::fill(ui, height);
        match study.filter(|study| !study.observations.is_empty()) {
            Some(study) => full(ui, lang, study),
            None => empty(ui, lang, form),
        }
    });
}

fn empty(ui: &mut Ui, lang: Lang, form: &Form) {
    let chosen = form.record.choice();
    let (title, text) = if chosen.action.is_some() && chosen.operator.is_some() {
        ("watch-study-none", "watch-study-none-text")
    } else {
        ("watch-study-choose", "watch-study-choose-text")
    };
    let (title, text) = (lang.t(title), lang.t(text));
    let icon = icons::CHART_SCATTER;
    state::empty(ui, &state::Empty { icon, title: &title, text: &text, ..state::Empty::default() });
}

fn full(ui: &mut Ui, lang: Lang, study: &StudyView) {
    let summary = &study.summary;
    let minutes =
        |seconds: Option<f64>| seconds.map_or_else(|| "—".to_owned(), |seconds| words::minutes(lang, seconds));
    let unit = lang.t("unit-min");
    let count = lang.whole(i64::try_from(summary.n).unwrap_or(i64::MAX));
    let counted = lang.with(
        "watch-counted",
        &[("hard", Arg::Count(study.hard_count)), ("excluded", Arg::Count(study.excluded_count))],
    );
    let sd = lang.with("watch-sd", &[("sd", Arg::Text(&minutes(summary.sd)))]);
    let range = lang
        .with("watch-range", &[("min", Arg::Text(&minutes(summary.min))), ("max", Arg::Text(&minutes(summary.max)))]);
    let norm = |value: Option<crate::domain::units::CentiMinutes>| {
        value.map_or_else(|| "—".to_owned(), |value| lang.minutes(value))
    };
    let all = lang.with("watch-norm-all", &[("norm", Arg::Text(&norm(study.norm_with_excluded_cmin)))]);
    let (norm_value, mean, median) = (norm(study.norm_cmin), minutes(summary.mean), minutes(summary.median));
    let labels = [lang.t("watch-n"), lang.t("watch-mean"), lang.t("watch-median"), lang.t("watch-norm")];
    let [n_label, mean_label, median_label, norm_label] = &labels;
    let plain = |label, value, unit, note| Stat { label, value, unit, note, kind: Kind::Neutral };
    pair(ui, &plain(n_label, &count, "", &counted), &plain(mean_label, &mean, &unit, &sd));
    pair(ui, &plain(median_label, &median, &unit, &range), &plain(norm_label, &norm_value, &unit, &all));
    ui.separator();
    precision(ui, lang, summary);
}

fn pair(ui: &mut Ui, left: &Stat<'_>, right: &Stat<'_>) {
    card::columns_apart(ui, 2, space::M, |columns| {
        for (column, stat) in columns.iter_mut().zip([left, right]) {
            stat::plain(column, stat);
        }
    });
}

/// The interval, the precision reached, and what is missing to ±20, ±10 and ±5 %.
fn precision(ui: &mut Ui, lang: Lang, summary: &StudySummary) {
    let (Some(low), Some(high), Some(reached)) = (summary.low, summary.high, summary.precision_percent) else {
        state::line(ui, Kind::Neutral, icons::HOURGLASS_MEDIUM, &lang.t(no_interval(summary)));
        return;
    };
    let (low, high) = (words::minutes(lang, low.max(0.0)), words::minutes(lang, high));
    let interval = lang.with("watch-interval", &[("low", Arg::Text(&low)), ("high", Arg::Text(&high))]);
    line(ui, &lang.t("watch-interval-name"), &interval, Kind::Neutral, "");
    line(ui, &lang.t("watch-precision"), &format!("±{} %", lang.number(reached, 1)), Kind::Neutral, "");
    for (target, needed) in [(20_i64, summary.needed_20), (10, summary.needed_10), (5, summary.needed_5)] {
        let label = lang.with("watch-target", &[("percent", Arg::Text(&target.to_string()))]);
        match needed {
            Some(0) => line(ui, &label, &lang.t("watch-reached"), Kind::Ok, icons::CHECK_CIRCLE),
            Some(more) => {
                let more = i64::try_from(more).unwrap_or(i64::MAX);
                let number = lang.whole(more);
                let text = lang.with("watch-needed", &[("count", Arg::Count(more)), ("number", Arg::Text(&number))]);
                line(ui, &label, &text, Kind::Neutral, "");
            }
            None => line(ui, &label, "—", Kind::Neutral, ""),
        }
    }
}

/// A name on the left, its value on the right.
fn line(ui: &mut Ui, name: &str, value: &str, kind: Kind, icon: &str) {
    let theme = Theme::of(ui);
    ui.spacing_mut().item_spacing.y = space::XS;
    let height = size::SECTION;
    let layout = egui::Layout::right_to_left(egui::Align::Center);
    ui.allocate_ui_with_layout(egui::vec2(ui.available_width(), height), layout, |ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        let colour = if kind == Kind::Neutral { theme.text } else { theme.ink(kind) };
        ui.label(RichText::new(value).color(colour));
        if !icon.is_empty() {
            ui.label(RichText::new(icon).size(size::STRONG).color(colour));
        }
        ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
            ui.add(egui::Label::new(theme.quiet(name)).truncate());
        });
    });
}

/// Why there is no interval, in words: nobody should wait for one that more of the same cannot bring.
fn no_interval(summary: &StudySummary) -> &'static str {
    match summary.no_interval.as_deref() {
        Some("few-hard-cases") => "watch-no-interval-hard",
        Some("few-of-class") => "watch-no-interval-class",
        Some("no-spread") => "watch-no-interval-spread",
        _ => "watch-no-interval",
    }
}
