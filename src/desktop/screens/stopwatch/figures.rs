//! The right card: what the kept observations say so far, how many more are needed, and what to do next.
//!
//! Every part has its place whether it has something to say or not, so that nothing jumps when an observation comes.

use egui::{Align2, Layout, Rect, RichText, Role, Sense, Ui, Vec2, WidgetInfo};

use super::{Act, Form, View, beside, words};
use crate::desktop::action::Action;
use crate::desktop::icons;
use crate::desktop::screens::study_words::{self, Wanted};
use crate::desktop::theme::{Kind, Theme, font, margin, size, space};
use crate::desktop::widgets::stat::{self, Stat};
use crate::desktop::widgets::{badge, button, card, ink, state};
use crate::domain::units::CentiMinutes;
use crate::locale::{Arg, Lang};
use crate::views::studies::{ClassFigures, StudyReport, StudySummary, StudyView};

/// How many remarks have a place.
const REMARKS: usize = 3;
/// The height of a line.
const LINE: f32 = 20.0;
/// More than this share of excluded observations is said, in per cent.
const MANY_EXCLUDED: f64 = 5.0;

/// Draws the card.
pub(super) fn show(
    ui: &mut Ui,
    lang: Lang,
    view: &View<'_>,
    form: &mut Form,
    study: Option<&StudyView>,
    height: f32,
    actions: &mut Vec<Action>,
) {
    let flags = study.map_or(0, |study| study.open_flags);
    let (mut which, mut other_scale) = (false, false);
    let timed = study.filter(|study| !study.observations.is_empty());
    let (beside, in_minutes) = (timed.is_some() && form.charts_beside, form.in_minutes);
    let bottom = ui.cursor().top() + height - f32::from(margin::TITLED_CARD.bottom) - 1.0;
    let head = |ui: &mut Ui| {
        if beside {
            ui.spacing_mut().item_spacing.x = space::XS;
        }
        which = button::icon_button(ui, icons::CLIPBOARD_TEXT, &lang.t("watch-act-study"), "S").clicked();
        ink::key_chip(ui, "S");
        if beside {
            other_scale = beside::scale(ui, lang, in_minutes);
        }
        if flags > 0 {
            badge::badge_with(ui, Kind::Warn, icons::FLAG, &lang.with("watch-flags", &[("count", Arg::from(flags))]));
        }
    };
    card::card_with(ui, &lang.t("watch-study"), head, |ui| {
        card::fill(ui, height);
        match timed {
            Some(study) if beside => beside::show(ui, lang, study, form, bottom),
            Some(study) => full(ui, lang, study),
            None => empty(ui, lang, form, study),
        }
    });
    form.in_minutes ^= other_scale;
    if which {
        form.act(Act::ChooseStudy, view.reading, lang, actions);
    }
}

fn empty(ui: &mut Ui, lang: Lang, form: &Form, study: Option<&StudyView>) {
    let chosen = form.record.choice();
    let (title, text) = if chosen.action.is_some() && chosen.operator.is_some() {
        ("watch-study-none", "watch-study-none-text")
    } else {
        ("watch-study-choose", "watch-study-choose-text")
    };
    let (title, text) = (lang.t(title), lang.t(text));
    let icon = icons::CHART_SCATTER;
    state::empty(ui, &state::Empty { icon, title: &title, text: &text, ..state::Empty::default() });
    if let Some(conditions) = study.and_then(|study| study.conditions.as_deref()) {
        state::line(ui, Kind::Neutral, icons::NOTE, &lang.with("watch-conditions", &[("text", Arg::Text(conditions))]));
    }
}

fn full(ui: &mut Ui, lang: Lang, study: &StudyView) {
    tiles(ui, lang, study);
    ui.separator();
    ui.spacing_mut().item_spacing.y = space::XS;
    precision(ui, lang, &study.summary, study.report.method.as_deref());
    targets(ui, lang, &study.summary);
    ui.separator();
    classes(ui, lang, &study.report);
    ui.separator();
    step(ui, lang, &study.report);
    let remarks = remarks(lang, study);
    for place in 0..REMARKS {
        let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), LINE), Sense::hover());
        if let Some(one) = remarks.get(place) {
            remark(ui, rect, response, one);
        }
    }
}

/// The weightiest remark alone, in its line.
pub(super) fn first_remark(ui: &mut Ui, lang: Lang, study: &StudyView) {
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), LINE), Sense::hover());
    if let Some(one) = remarks(lang, study).first() {
        remark(ui, rect, response, one);
    }
}

fn tiles(ui: &mut Ui, lang: Lang, study: &StudyView) {
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
    let norm = |value: Option<CentiMinutes>| value.map_or_else(|| "—".to_owned(), |value| lang.minutes(value));
    let all = lang.with("watch-norm-all", &[("norm", Arg::Text(&norm(study.norm_with_excluded_cmin)))]);
    let (norm_value, mean, median) = (norm(study.norm_cmin), minutes(summary.mean), minutes(summary.median));
    let labels = [lang.t("watch-n"), lang.t("watch-mean"), lang.t("watch-median"), lang.t("watch-norm")];
    let [n_label, mean_label, median_label, norm_label] = &labels;
    let plain = |label, value, unit, note| Stat { label, value, unit, note, kind: Kind::Neutral };
    pair(ui, &plain(n_label, &count, "", &counted), &plain(mean_label, &mean, &unit, &sd));
    pair(ui, &plain(median_label, &median, &unit, &range), &plain(norm_label, &norm_value, &unit, &all));
}

fn pair(ui: &mut Ui, left: &Stat<'_>, right: &Stat<'_>) {
    card::columns_apart(ui, 2, space::M, |columns| {
        for (column, stat) in columns.iter_mut().zip([left, right]) {
            stat::plain(column, stat);
        }
    });
}

/// The interval and the precision reached, or why there is none.
pub(super) fn precision(ui: &mut Ui, lang: Lang, summary: &StudySummary, method: Option<&str>) {
    let (Some(low), Some(high), Some(reached)) = (summary.low, summary.high, summary.precision_percent) else {
        let text = study_words::no_interval(lang, summary.no_interval.as_deref().unwrap_or("nothing"));
        return two_lines(ui, Kind::Neutral, icons::HOURGLASS_MEDIUM, &text);
    };
    let (low, high) = (words::minutes(lang, low.max(0.0)), words::minutes(lang, high));
    let interval = lang.with("watch-interval", &[("low", Arg::Text(&low)), ("high", Arg::Text(&high))]);
    let method = method.map(|method| study_words::method(lang, method)).unwrap_or_default();
    line(ui, &lang.t("watch-interval-name"), &interval, &method);
    line(ui, &lang.t("watch-precision"), &format!("±{}\u{a0}%", lang.number(reached, 1)), &method);
}

/// A name on the left, its value on the right.
fn line(ui: &mut Ui, name: &str, value: &str, tooltip: &str) {
    let theme = Theme::of(ui);
    let layout = Layout::right_to_left(egui::Align::Center);
    ui.allocate_ui_with_layout(Vec2::new(ui.available_width(), LINE), layout, |ui| {
        let response = ui.label(RichText::new(value).color(theme.text));
        if !tooltip.is_empty() {
            response.on_hover_text(tooltip);
        }
        ui.with_layout(Layout::left_to_right(egui::Align::Center), |ui| {
            ui.add(egui::Label::new(theme.quiet(name)).truncate());
        });
    });
}

/// What is missing to ±20, ±10 and ±5 %, side by side.
pub(super) fn targets(ui: &mut Ui, lang: Lang, summary: &StudySummary) {
    card::columns_apart(ui, 3, space::S, |columns| {
        for ((column, percent), wanted) in columns.iter_mut().zip(["20", "10", "5"]).zip(&summary.targets) {
            target(column, lang, percent, study_words::wanted(wanted));
        }
    });
}

fn target(ui: &mut Ui, lang: Lang, percent: &str, wanted: Wanted) {
    let theme = Theme::of(ui);
    let label = lang.with("watch-target", &[("percent", Arg::Text(percent))]);
    let more = |more: u64, short: &str, whole: &str| {
        let count = i64::try_from(more).unwrap_or(i64::MAX);
        let number = lang.whole(count);
        let value = lang.with(short, &[("number", Arg::Text(&number))]);
        let whole = lang.with(whole, &[("count", Arg::Count(count)), ("number", Arg::Text(&number))]);
        (Kind::Neutral, "", value, whole)
    };
    let (kind, icon, value, whole) = match wanted {
        Wanted::Nothing => (Kind::Ok, icons::CHECK_CIRCLE, lang.t("watch-reached"), lang.t("watch-reached")),
        Wanted::Observations(count) => more(count, "watch-needed-short", "watch-needed"),
        Wanted::Operators(count) => more(count, "watch-needed-operators-short", "watch-needed-operators"),
        Wanted::Tickets(count) => more(count, "watch-needed-tickets-short", "watch-needed-tickets"),
        Wanted::Unknown => (Kind::Neutral, "", "—".to_owned(), "—".to_owned()),
    };
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), 38.0), Sense::hover());
    let spoken = format!("{label}: {whole}");
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &spoken));
    let caption = ink::line(ui, &label, font::caption(), theme.muted, rect.width());
    ink::place(ui.painter(), caption, rect, Align2::LEFT_TOP);
    let mut below = rect;
    let colour = if kind == Kind::Ok { theme.ok } else { theme.text };
    if !icon.is_empty() {
        ink::icon(ui.painter(), egui::pos2(rect.left() + 7.0, rect.bottom() - 10.0), icon, 14.0, colour);
        below = rect.with_min_x(rect.left() + 18.0);
    }
    let value = ink::line(ui, &value, font::body(), colour, below.width());
    ink::place(ui.painter(), value, below, Align2::LEFT_BOTTOM);
    response.on_hover_text(spoken);
}

/// The classes by themselves, and the share the hard one is weighed with.
fn classes(ui: &mut Ui, lang: Lang, report: &StudyReport) {
    let Some(share) = report.hard_share else {
        return two_lines(ui, Kind::Neutral, icons::STAR, &lang.t("watch-no-classes"));
    };
    let figures = |class: &ClassFigures| {
        let Some(mean) = class.mean else { return "—".to_owned() };
        let (mean, count) = (words::minutes(lang, mean), i64::try_from(class.n).unwrap_or(i64::MAX));
        lang.with("watch-class", &[("count", Arg::Count(count)), ("mean", Arg::Text(&mean))])
    };
    let source = report.hard_share_source.as_deref().unwrap_or("study");
    let source = study_words::share_source(lang, source, report.hard_share_count);
    let percent = lang.number(100.0 * share, 1);
    let name = lang.with("watch-share", &[("percent", Arg::Text(&percent))]);
    let [regular, hard] = [&report.regular, &report.hard].map(figures);
    let both = lang.with("watch-classes", &[("regular", Arg::Text(&regular)), ("hard", Arg::Text(&hard))]);
    for text in [both, format!("{name}: {source}")] {
        let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), LINE), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &text));
        let line = ink::line(ui, &text, font::body(), Theme::of(ui).text, rect.width());
        let cut = line.elided;
        ink::place(ui.painter(), line, rect, Align2::LEFT_CENTER);
        if cut {
            response.on_hover_text(&text);
        }
    }
}

/// The next best step in a sentence; everything that lacks stands in its tooltip.
pub(super) fn step(ui: &mut Ui, lang: Lang, report: &StudyReport) {
    let (kind, icon, text) = match &report.next_step {
        Some(step) => (Kind::Accent, icons::TARGET, study_words::step(lang, step)),
        None => (Kind::Ok, icons::CHECK_CIRCLE, lang.t("watch-enough")),
    };
    let lacks: Vec<String> = report.lacks.iter().map(|lack| study_words::lack(lang, lack)).collect();
    let response = ui.scope(|ui| two_lines(ui, kind, icon, &text)).response;
    if !lacks.is_empty() {
        response.on_hover_text(lacks.join("\n"));
    }
}

/// A sentence of at most two lines, in a place of that height.
fn two_lines(ui: &mut Ui, kind: Kind, icon: &str, text: &str) {
    let theme = Theme::of(ui);
    let size = Vec2::new(ui.available_width(), 2.0 * LINE);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    ink::icon(ui.painter(), egui::pos2(rect.left() + 9.0, rect.top() + LINE / 2.0), icon, size::ICON, theme.ink(kind));
    let inner = rect.with_min_x(rect.left() + size::ICON + space::S);
    let mut job = egui::text::LayoutJob::simple(text.to_owned(), font::body(), theme.text, inner.width());
    job.wrap.max_rows = 2;
    let galley = ui.painter().layout_job(job);
    let cut = galley.elided;
    ink::place(ui.painter(), galley, inner, Align2::LEFT_TOP);
    if cut {
        response.on_hover_text(text);
    }
}

/// A remark in a line, and the same at length.
struct Remark {
    kind: Kind,
    icon: &'static str,
    text: String,
    whole: String,
}

/// What a reader of the mean has to know, the weightiest first.
fn remarks(lang: Lang, study: &StudyView) -> Vec<Remark> {
    let said = |kind, icon, text: String| Remark { kind, icon, whole: text.clone(), text };
    let (summary, report) = (&study.summary, &study.report);
    let mut found = Vec::new();
    if let Some(percent) = report.excluded_percent.filter(|percent| report.repeat || *percent > MANY_EXCLUDED) {
        let percent = lang.number(percent, 0);
        let key = if report.repeat { "watch-remark-repeat" } else { "watch-remark-excluded" };
        found.push(said(Kind::Warn, icons::PROHIBIT, lang.with(key, &[("percent", Arg::Text(&percent))])));
    }
    if let Some(operator) = &report.between.above_half {
        let text = lang.with("watch-remark-above-half", &[("operator", Arg::Text(operator))]);
        found.push(said(Kind::Warn, icons::USER, text));
    }
    if let Some(chance) = report.chance_of_no_hard.filter(|_| study.hard_count == 0) {
        let percent = lang.number(100.0 * chance, 0);
        let text = lang.with("watch-remark-no-hard", &[("percent", Arg::Text(&percent))]);
        found.push(said(Kind::Warn, icons::STAR, text));
    }
    if summary.few_operators {
        let why = report.between.no_interval.as_deref().unwrap_or("few-operators");
        let (text, whole) = (lang.t("watch-remark-few-operators"), study_words::no_staff_interval(lang, why));
        found.push(Remark { kind: Kind::Neutral, icon: icons::USERS, text, whole });
    }
    if study.clock.exceeds {
        found.push(said(Kind::Warn, icons::CLOCK, lang.t("watch-remark-clock")));
    }
    if let Some(conditions) = &study.conditions {
        let text = lang.with("watch-conditions", &[("text", Arg::Text(conditions))]);
        found.push(said(Kind::Neutral, icons::NOTE, text));
    }
    found
}

fn remark(ui: &Ui, rect: Rect, response: egui::Response, remark: &Remark) {
    let theme = Theme::of(ui);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &remark.whole));
    let (at, colour) = (egui::pos2(rect.left() + 9.0, rect.center().y), theme.ink(remark.kind));
    ink::icon(ui.painter(), at, remark.icon, size::STRONG, colour);
    let inner = rect.with_min_x(rect.left() + size::ICON + space::S);
    let line = ink::line(ui, &remark.text, font::body(), theme.muted, inner.width());
    let more = line.elided || remark.text != remark.whole;
    ink::place(ui.painter(), line, inner, Align2::LEFT_CENTER);
    if more {
        response.on_hover_text(&remark.whole);
    }
}
