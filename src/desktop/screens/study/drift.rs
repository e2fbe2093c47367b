//! After the order: the norms in force against real handling times, as far as calls tell them.
//!
//! Nothing changes by itself: a norm that no longer agrees is named, and the next step is a further study, never another number.

use egui::Ui;

use super::head::key_of;
use super::pieces::{Chart, Fact, facts, says, with_words};
use super::{Act, Form as Screen, View, words};
use crate::desktop::action::{Action, StudyPage};
use crate::desktop::icons;
use crate::desktop::screens::norms::layout::quiet;
use crate::desktop::theme::{Kind, measure, space};
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::chart_lines::{Content, Level, Look, Series, lines};
use crate::desktop::widgets::table::{self, Head, Table};
use crate::desktop::widgets::{badge, card, ink, state};
use crate::locale::{Arg, Lang};
use crate::statistics::drift::{ALARM_AT, BASELINE, ENOUGH_A_WEEK};
use crate::views::studies::{DriftVerdict, HardShareDrift, NormDrift, StudyView};

const CHART: f32 = 184.0;

/// How many norms show before the table scrolls.
const ROWS: usize = 6;

/// What the page remembers.
#[derive(Debug, Default)]
pub(super) struct Form {
    /// The action of the chosen norm.
    action: Option<String>,
}

impl Form {
    /// The chosen norm, else the first: those that no longer agree stand first.
    pub(super) fn chosen<'a>(&self, view: &View<'a>) -> Option<&'a NormDrift> {
        let norms = view.drift.map(|drift| drift.norms.as_slice()).unwrap_or_default();
        norms.iter().find(|norm| self.action.as_ref() == Some(&norm.action)).or_else(|| norms.first())
    }
}

/// Draws the norms in force with the chosen one below; says whether what did not come is to be asked for once more.
pub(super) fn overview(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Screen, actions: &mut Vec<Action>) -> bool {
    let Some(drift) = view.drift else { return waiting(ui, lang, view) };
    if drift.norms.is_empty() {
        let (title, text) = (lang.t("study-no-norms"), lang.t("study-no-norms-text"));
        card::card(ui, "", |ui| {
            let icon = icons::SCALES;
            state::empty(ui, &state::Empty { icon, title: &title, text: &text, ..state::Empty::default() });
        });
        return false;
    }
    card::card(ui, "", |ui| {
        let drifted = super::drifted(drift);
        let key = if drifted > 0 { "study-norms-drifted" } else { "study-norms-none-drifted" };
        let (kind, icon) = if drifted > 0 { (Kind::Bad, icons::WARNING) } else { (Kind::Ok, icons::CHECK_CIRCLE) };
        let named = [("count", Arg::from(drifted)), ("all", Arg::from(drift.norms.len()))];
        says(ui, kind, icon, &lang.with(key, &named));
        table_of(ui, lang, &drift.norms, form);
    });
    if let Some(norm) = form.drift.chosen(view) {
        one(ui, lang, view, norm, form, actions);
    }
    false
}

fn waiting(ui: &mut Ui, lang: Lang, view: &View<'_>) -> bool {
    super::not_here(ui, lang, view.drift_trouble.as_deref(), "study-loading-drift")
}

fn table_of(ui: &mut Ui, lang: Lang, norms: &[NormDrift], form: &mut Screen) {
    let titles = [
        "study-column-action",
        "study-column-norm",
        "study-column-order",
        "study-column-verdict",
        "study-column-off-by",
        "study-column-since",
        "study-column-weeks",
    ]
    .map(|key| lang.t(key));
    let [action, norm, order, verdict, off_by, since, weeks] = &titles;
    let heads = [
        Head::text(action),
        Head::number(norm, 88.0),
        Head::text(order).exact(168.0),
        Head::text(verdict).exact(216.0),
        Head::number(off_by, 88.0),
        Head::text(since).exact(88.0),
        Head::number(weeks, 64.0),
    ];
    let height = measure::ROW * ink::px(norms.len().min(ROWS) + 1);
    let chosen = form.drift.action.clone();
    let place = norms.iter().position(|norm| chosen.as_ref() == Some(&norm.action));
    let mut row = place.or(Some(0));
    let name = lang.t("study-norms-in-force");
    Table::new(&name, &heads).height(height).takes_arrows().show(ui, norms.len(), &mut row, |ui, row, column| {
        if let Some(norm) = norms.get(row) {
            cell(ui, lang, norm, column);
        }
    });
    form.drift.action = row.and_then(|row| norms.get(row)).map(|norm| norm.action.clone());
}

fn name(lang: Lang, norm: &NormDrift) -> &str {
    crate::desktop::screens::norms::words::name(lang, &norm.name_ru, norm.name_en.as_deref())
}

fn cell(ui: &mut Ui, lang: Lang, norm: &NormDrift, column: usize) {
    match column {
        0 => drop(table::text(ui, name(lang, norm))),
        1 => drop(table::number(ui, &lang.minutes(norm.norm_cmin))),
        2 => drop(table::quiet(ui, &by_order(lang, norm))),
        3 => {
            let (kind, icon, word) = words::verdict(lang, norm.verdict);
            badge::badge_with(ui, kind, icon, &word);
        }
        4 => drop(table::number(ui, &words::off_by(lang, norm.ratio))),
        5 => drop(table::text(ui, &norm.since.map(|day| lang.date(day)).unwrap_or_default())),
        _ => drop(table::number(ui, &words::count(lang, norm.points.len()))),
    }
}

fn by_order(lang: Lang, norm: &NormDrift) -> String {
    let day = lang.date(norm.effective);
    lang.with("study-by-order", &[("number", Arg::Text(&norm.order)), ("day", Arg::Text(&day))])
}

/// Draws the page of a study: the norm in force of its action.
pub(super) fn page(
    ui: &mut Ui,
    lang: Lang,
    view: &View<'_>,
    study: &StudyView,
    form: &mut Screen,
    actions: &mut Vec<Action>,
) {
    let Some(drift) = view.drift else {
        waiting(ui, lang, view);
        return;
    };
    if let Some(norm) = drift.norms.iter().find(|norm| norm.action == study.action.code) {
        return one(ui, lang, view, norm, form, actions);
    }
    let (title, text) = (lang.t("study-not-in-force"), lang.t("study-not-in-force-text"));
    card::card(ui, "", |ui| {
        let icon = icons::SCALES;
        state::empty(ui, &state::Empty { icon, title: &title, text: &text, ..state::Empty::default() });
    });
}

/// One norm: the verdict in words, what to do next, and the charts it rests on.
fn one(ui: &mut Ui, lang: Lang, view: &View<'_>, norm: &NormDrift, form: &mut Screen, actions: &mut Vec<Action>) {
    let (kind, icon, word) = words::verdict(lang, norm.verdict);
    let head = |ui: &mut Ui| {
        badge::badge_with(ui, kind, icon, &word);
    };
    card::card_with(ui, name(lang, norm), head, |ui| {
        about(ui, lang, norm);
        ui.add_space(space::XS);
        says(ui, kind, icon, &words::verdict_text(lang, norm));
        if norm.preliminary && !norm.points.is_empty() {
            let named = [("count", Arg::from(norm.points.len())), ("weeks", Arg::from(BASELINE))];
            says(ui, Kind::Neutral, icons::HOURGLASS_MEDIUM, &lang.with("study-drift-preliminary", &named));
        }
        if norm.gathering > 0 {
            let named = [("count", big(norm.gathering)), ("wanted", big(ENOUGH_A_WEEK))];
            says(ui, Kind::Neutral, icons::HOURGLASS_MEDIUM, &lang.with("study-drift-next-point", &named));
        }
        next(ui, lang, view, norm, form, actions);
    });
    if !norm.points.is_empty() {
        card::columns(ui, 2, |columns| {
            if let [left, right] = columns {
                card::card(left, &lang.t("study-chart-ratio"), |ui| ratio(ui, lang, norm));
                card::card(right, &lang.t("study-chart-cusum"), |ui| cusum(ui, lang, norm));
            }
        });
    }
    if let Some(hard) = norm.hard.as_ref().filter(|hard| !hard.points.is_empty()) {
        card::card(ui, &lang.t("study-chart-share"), |ui| shares(ui, lang, hard));
    }
}

fn big<'a>(count: u64) -> Arg<'a> {
    Arg::Count(i64::try_from(count).unwrap_or(i64::MAX))
}

fn about(ui: &mut Ui, lang: Lang, norm: &NormDrift) {
    let labels = ["study-norm-in-force", "study-held-against", "study-real-against", "study-weeks"];
    let [in_force, held, real, weeks] = labels.map(|key| lang.t(key));
    let unit = lang.t("unit-min");
    let value = format!("{} {unit}", lang.minutes(norm.norm_cmin));
    let normal = format!("{} {unit}", words::minutes(lang, Some(norm.normal_seconds)));
    let order = by_order(lang, norm);
    let actions: u64 = norm.points.iter().map(|point| point.n).sum();
    let handled = lang.with(
        "study-handled",
        &[("count", big(actions)), ("number", (&lang.whole(i64::try_from(actions).unwrap_or(i64::MAX))).into())],
    );
    let off = words::off_by(lang, norm.ratio);
    let since = match norm.since {
        Some(day) => lang.with("study-since", &[("day", Arg::Text(&lang.date(day)))]),
        None => lang.t("study-over-all-weeks"),
    };
    let count = words::count(lang, norm.points.len());
    let note = lang.t("study-held-against-note");
    let fact = |label, value, note| Fact { label, value, note, kind: Kind::Neutral };
    facts(
        ui,
        &[
            (1.2, fact(&in_force, &value, &order)),
            (1.2, fact(&held, &normal, &note)),
            (1.0, fact(&real, &off, &since)),
            (1.0, fact(&weeks, &count, &handled)),
        ],
    );
}

/// What to do next: a further study; where one is under way, that one.
fn next(ui: &mut Ui, lang: Lang, view: &View<'_>, norm: &NormDrift, form: &mut Screen, actions: &mut Vec<Action>) {
    let alarmed = words::is_drifted(norm.verdict);
    if alarmed {
        let key = if norm.verdict == DriftVerdict::HardShare { "study-next-share" } else { "study-next-study" };
        says(ui, Kind::Accent, icons::ARROW_RIGHT, &lang.t(key));
    }
    quiet(ui, &lang.t("study-nothing-by-itself"));
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        if let Some(review) = norm.review {
            let word = lang.t("study-open-review");
            if Button::secondary(&word).icon(icons::CHART_SCATTER).show(ui).clicked() {
                actions.push(Action::OpenStudy(Some(review), StudyPage::Readings));
            }
        }
        if view.studies.keeps {
            let (word, key) = (lang.t("study-new-study"), key_of(ui, lang, Act::NewStudy));
            let button = if alarmed && norm.review.is_none() {
                Button::primary(&word).height(measure::CONTROL)
            } else {
                Button::secondary(&word)
            };
            if button.icon(icons::PLUS).key(&key).enabled(!form.sending).show(ui).clicked() {
                form.open_new(&norm.action, actions);
            }
        }
        if let Some(study) = norm.study.filter(|study| form.chosen != Some(*study)) {
            let word = lang.t("study-open-own");
            if Button::quiet(&word).icon(icons::CHART_SCATTER).show(ui).clicked() {
                actions.push(Action::OpenStudy(Some(study), StudyPage::Drift));
            }
        }
    });
}

fn weeks(lang: Lang, norm: &NormDrift) -> Vec<String> {
    norm.points.iter().map(|point| lang.date(point.from)).collect()
}

fn alarms(norm: &NormDrift) -> Vec<usize> {
    norm.points.iter().enumerate().filter(|(_, point)| point.alarm).map(|(place, _)| place).collect()
}

/// Week by week: real handling time against the norm.
fn ratio(ui: &mut Ui, lang: Lang, norm: &NormDrift) {
    let values: Vec<Option<f64>> = norm.points.iter().map(|point| Some(point.ratio * 100.0)).collect();
    let keys = [
        "study-chart-ratio",
        "study-week",
        "study-chart-ratio-up",
        "study-series-ratio",
        "study-level-norm",
        "study-alarm",
    ]
    .map(|key| lang.t(key));
    let [name, across, up, word, level, alarm] = &keys;
    let sentence = lang.with("study-chart-ratio-text", &[("count", norm.points.len().into())]);
    let (labels, alarms) = (weeks(lang, norm), alarms(norm));
    let series = [Series { word, values: &values, look: Look::Discs }];
    let levels = [Level { word: level, value: 100.0, limit: false }];
    let content = Content { labels: &labels, series: &series, levels: &levels, alarms: &alarms, alarm };
    let chart = Chart { name, sentence: &sentence, across, up, height: CHART, decimals: 0 };
    with_words(lang, &chart, |words| lines(ui, words, &content));
}

/// The sums that raise the alarm, with their limit on both sides.
fn cusum(ui: &mut Ui, lang: Lang, norm: &NormDrift) {
    if norm.points.iter().all(|point| point.upper.is_none()) {
        return quiet(ui, &lang.t("study-cusum-none"));
    }
    // The sum of shorter times is drawn downwards.
    let upper: Vec<Option<f64>> = norm.points.iter().map(|point| point.upper).collect();
    let lower: Vec<Option<f64>> = norm.points.iter().map(|point| point.lower.map(|sum| -sum.abs())).collect();
    let keys = [
        "study-chart-cusum",
        "study-week",
        "study-chart-cusum-up",
        "study-series-upper",
        "study-series-lower",
        "study-level-alarm",
        "study-alarm",
    ]
    .map(|key| lang.t(key));
    let [name, across, up, longer, shorter, level, alarm] = &keys;
    let most =
        norm.points.iter().flat_map(|point| [point.upper, point.lower]).flatten().map(f64::abs).fold(0.0, f64::max);
    let (most, limit) = (lang.number(most, 1), lang.number(ALARM_AT, 0));
    let sentence = lang.with("study-chart-cusum-text", &[("most", Arg::Text(&most)), ("limit", Arg::Text(&limit))]);
    let (labels, alarms) = (weeks(lang, norm), alarms(norm));
    let series = [
        Series { word: longer, values: &upper, look: Look::Discs },
        Series { word: shorter, values: &lower, look: Look::Diamonds },
    ];
    let levels = [ALARM_AT, -ALARM_AT].map(|value| Level { word: level, value, limit: true });
    // The alarm stands on the sum that raised it.
    let series = if norm.verdict == DriftVerdict::Faster { [series[1], series[0]] } else { series };
    let content = Content { labels: &labels, series: &series, levels: &levels, alarms: &alarms, alarm };
    let chart = Chart { name, sentence: &sentence, across, up, height: CHART, decimals: 1 };
    with_words(lang, &chart, |words| lines(ui, words, &content));
}

/// The share of hard cases as operators mark it, with its control limits.
fn shares(ui: &mut Ui, lang: Lang, hard: &HardShareDrift) {
    let of = |value: fn(&crate::views::studies::SharePoint) -> f64| -> Vec<Option<f64>> {
        hard.points.iter().map(|point| Some(value(point) * 100.0)).collect()
    };
    let (share, low, high) = (of(|point| point.share), of(|point| point.low), of(|point| point.high));
    let keys = [
        "study-chart-share",
        "study-week",
        "study-chart-share-up",
        "study-series-share",
        "study-series-limits",
        "study-level-share",
        "study-outside",
    ]
    .map(|key| lang.t(key));
    let [name, across, up, word, limits, level, alarm] = &keys;
    let outside: Vec<usize> =
        hard.points.iter().enumerate().filter(|(_, point)| point.outside).map(|(place, _)| place).collect();
    let centre = words::share(lang, hard.centre);
    let sentence =
        lang.with("study-chart-share-text", &[("centre", Arg::Text(&centre)), ("count", outside.len().into())]);
    let labels: Vec<String> = hard.points.iter().map(|point| lang.date(point.from)).collect();
    let series = [
        Series { word, values: &share, look: Look::Discs },
        Series { word: limits, values: &low, look: Look::Limit },
        Series { word: limits, values: &high, look: Look::Limit },
    ];
    let levels = [Level { word: level, value: hard.centre * 100.0, limit: false }];
    let content = Content { labels: &labels, series: &series, levels: &levels, alarms: &outside, alarm };
    let chart = Chart { name, sentence: &sentence, across, up, height: CHART, decimals: 1 };
    with_words(lang, &chart, |words| lines(ui, words, &content));
    if hard.gathering > 0 {
        let named = [("count", big(hard.gathering)), ("wanted", big(ENOUGH_A_WEEK))];
        says(ui, Kind::Neutral, icons::HOURGLASS_MEDIUM, &lang.with("study-share-next-point", &named));
    }
}
