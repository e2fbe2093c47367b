//! The open flags one after another: what was flagged, by which rule, why it may be so, the norm with and without it, and the answers.
//!
//! Invariant: nothing is answered by itself. After an answer the next open flag comes; what was left for later comes round again.

use egui::Ui;
use uuid::Uuid;

use super::head::key_of;
use super::pieces::{Chart, line, says, with_words};
use super::{Act, DECIDE, Form as Screen, View, dialogs, words};
use crate::desktop::action::Action;
use crate::desktop::icons;
use crate::desktop::keys;
use crate::desktop::screens::answers::{self, Answering};
use crate::desktop::screens::norms::layout::{Side, card_room, quiet, split};
use crate::desktop::screens::stopwatch::words::{self as watch, Counts};
use crate::desktop::theme::{Kind, measure, space};
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::chart_time::{Fences, Mark, Marks, Observation, chronological};
use crate::desktop::widgets::stat::{self, Stat};
use crate::desktop::widgets::table::{self, Head, Table, Width};
use crate::desktop::widgets::{badge, card, ink, state};
use crate::domain::units::CentiMinutes;
use crate::locale::{Arg, Lang};
use crate::views::studies::{FlagView, ObservationView, StudyView};

/// What the page remembers.
#[derive(Debug, Default)]
pub(super) struct Form {
    /// The flag on screen.
    at: Option<Uuid>,
    answering: Answering,
    /// The reading whose answer is on its way.
    waiting: Option<Uuid>,
    /// Readings answered since the study was opened, in order.
    answered: Vec<Uuid>,
    /// The norm before the first of these answers.
    norm_before: Option<CentiMinutes>,
    /// The chosen row of what was decided.
    row: Option<usize>,
}

impl Form {
    /// The floor has accepted an answer: the next flag comes.
    pub(super) fn accepted(&mut self) {
        if let Some(observation) = self.waiting.take() {
            self.answered.retain(|answered| *answered != observation);
            self.answered.push(observation);
            self.at = None;
        }
        self.answering = Answering::default();
    }

    /// The floor has refused an answer: the flag stays.
    pub(super) fn refused(&mut self) {
        self.waiting = None;
    }

    /// How many flags were answered here; an answer that was taken back is none.
    fn answered(&self, study: &StudyView) -> usize {
        let is_open = |id: &Uuid| {
            study.observations.iter().any(|one| one.observation == *id && watch::counts(one) == Counts::Flagged)
        };
        self.answered.iter().filter(|id| !is_open(id)).count()
    }

    /// Goes on to the next open flag, or back, without an answer.
    pub(super) fn step(&mut self, study: &StudyView, on: bool) {
        let open = open(study);
        let Some(here) = self.place(study, &open) else { return };
        let by = if on { 1 } else { open.len() - 1 };
        let next = open.get((here + by) % open.len()).and_then(|place| study.observations.get(*place));
        self.at = next.map(|one| one.observation);
        self.answering = Answering::default();
    }

    /// The place among the open flags of the one on screen: the one chosen, else the first.
    fn place(&mut self, study: &StudyView, open: &[usize]) -> Option<usize> {
        let id = |place: &usize| study.observations.get(*place).map(|one| one.observation);
        let is_at = |place: &usize| id(place).is_some_and(|id| Some(id) == self.at);
        let found = open.iter().position(is_at);
        let here = found.or(if open.is_empty() { None } else { Some(0) })?;
        self.at = open.get(here).and_then(id);
        Some(here)
    }
}

/// The places of the readings whose flags nobody has answered.
fn open(study: &StudyView) -> Vec<usize> {
    let is_open = |one: &ObservationView| watch::counts(one) == Counts::Flagged;
    study.observations.iter().enumerate().filter(|(_, one)| is_open(one)).map(|(place, _)| place).collect()
}

/// A flag in a line: how many times the median, by which rule, whether a second test agrees.
pub(super) fn in_a_line(lang: Lang, flag: &FlagView) -> String {
    let rule = lang.t(&format!("rule-{}", flag.rule));
    let times = lang.number(flag.times_median, if flag.times_median < 1.0 { 2 } else { 1 });
    let key = if flag.strong { "watch-flag-strong" } else { "watch-flag" };
    lang.with(key, &[("times", Arg::Text(&times)), ("rule", Arg::Text(&rule))])
}

/// Draws the page.
pub(super) fn show(
    ui: &mut Ui,
    lang: Lang,
    view: &View<'_>,
    study: &StudyView,
    form: &mut Screen,
    actions: &mut Vec<Action>,
) {
    let open = open(study);
    let Some(here) = form.flags.place(study, &open) else {
        return none_left(ui, lang, view, study, form);
    };
    let flagged = open.get(here).and_then(|place| study.observations.get(*place).map(|one| (*place, one)));
    let Some((place, one)) = flagged else { return };
    let Some(flag) = &one.flag else { return };
    let answered = form.flags.answered(study);
    let (number, all) = (answered + here + 1, answered + open.len());
    let left = (ui.available_width() - space::L) * 0.62;
    let mut height = 0.0;
    split(ui, left.floor(), |ui, side| match side {
        Side::Left => {
            what(ui, lang, view, study, (place, one), flag, (number, all));
            height = ui.min_rect().height();
        }
        Side::Right => answer(ui, lang, view, study, one, height, form, actions),
    });
}

/// What was flagged, by which rule, why it may be so, and the norm with and without it.
fn what(
    ui: &mut Ui,
    lang: Lang,
    view: &View<'_>,
    study: &StudyView,
    (place, one): (usize, &ObservationView),
    flag: &FlagView,
    (number, all): (usize, usize),
) {
    let minutes = watch::minutes(lang, watch::normal_seconds(one));
    let shown = words::count(lang, place + 1);
    let title = lang.with("study-flag-title", &[("number", Arg::Text(&shown)), ("minutes", Arg::Text(&minutes))]);
    let progress = lang.with("study-flag-progress", &[("number", number.into()), ("all", all.into())]);
    let head = |ui: &mut Ui| {
        badge::badge_with(ui, Kind::Warn, icons::FLAG, &progress);
    };
    card::card_with(ui, &title, head, |ui| {
        let who = view.operator_name(&one.operator);
        quiet(ui, &format!("{who} · {}", watch::stamp(lang, &one.started_at)));
        let times = words::times(lang, flag.times_median);
        let rule = lang.t(&format!("rule-{}", flag.rule));
        let class = lang.t(&format!("study-of-class-{}", crate::documents::study::counts_as(one)));
        let named = [("times", Arg::Text(&times)), ("rule", Arg::Text(&rule)), ("class", Arg::Text(&class))];
        says(ui, Kind::Warn, icons::FLAG, &lang.with("study-flag-rule", &named));
        let (kind, strength) =
            if flag.strong { (Kind::Warn, "study-flag-strong-text") } else { (Kind::Neutral, "study-flag-weak-text") };
        says(ui, kind, icons::SCALES, &lang.t(strength));
        let causes = if flag.times_median > 1.0 { "study-flag-high" } else { "study-flag-low" };
        says(ui, Kind::Neutral, icons::INFO, &lang.t(causes));
        if let Some(criterion) = &study.hard_criterion {
            let text = lang.with("watch-criterion", &[("criterion", Arg::Text(criterion))]);
            says(ui, Kind::Neutral, icons::STAR, &text);
        }
        with_and_without(ui, lang, study, flag);
        picture(ui, lang, study, place);
    });
}

/// The norm with this reading and without it, side by side.
fn with_and_without(ui: &mut Ui, lang: Lang, study: &StudyView, flag: &FlagView) {
    let unit = lang.t("unit-min");
    let with = words::norm(lang, study.norm_cmin);
    let without = words::norm(lang, flag.norm_without_cmin);
    let change = words::change(lang, study.norm_cmin, flag.norm_without_cmin).unwrap_or_default();
    let labels = ["study-norm-with", "study-norm-without"].map(|key| lang.t(key));
    let [with_label, without_label] = &labels;
    let mean = words::minutes(lang, study.summary.mean);
    let mean_without = words::minutes(lang, flag.mean_without);
    let note = |mean: &str| lang.with("study-mean-is", &[("mean", Arg::Text(mean))]);
    let (note_with, note_without) = (note(&mean), format!("{} · {change}", note(&mean_without)));
    ui.separator();
    card::columns_apart(ui, 2, space::L, |columns| {
        for (column, (label, value, note)) in
            columns.iter_mut().zip([(with_label, &with, &note_with), (without_label, &without, &note_without)])
        {
            stat::plain(column, &Stat { label, value, unit: &unit, note, kind: Kind::Neutral });
        }
    });
}

/// Where the flagged reading stands among the others.
fn picture(ui: &mut Ui, lang: Lang, study: &StudyView, place: usize) {
    let observations: Vec<Observation<'_>> = study
        .observations
        .iter()
        .enumerate()
        .filter(|(_, one)| watch::counts(one) != Counts::Excluded)
        .map(|(at, one)| Observation {
            index: at + 1,
            value: watch::normal_seconds(one) / 60.0,
            mark: if at == place { Mark::Flagged } else { Mark::Kept },
            paused: 0.0,
            note: "",
        })
        .collect();
    let fences = Fences { mean: study.summary.mean.map(|mean| mean / 60.0), ..Fences::default() };
    let keys = [
        "study-chart-others",
        "watch-counts-hard",
        "study-chart-this",
        "watch-counts-excluded",
        "study-chart-mean",
        "watch-chart-fence",
        "study-column-counts",
        "study-chart-where",
        "watch-chart-number",
        "watch-chart-minutes",
    ]
    .map(|key| lang.t(key));
    let [kept, hard, flagged, excluded, mean, fence, decision, name, across, up] = &keys;
    let (paused, paused_head) = (&lang.t("watch-chart-pauses"), &lang.t("watch-chart-paused"));
    let marks = Marks { kept, hard, flagged, excluded, mean, fence, decision, paused, paused_head };
    let shown = words::count(lang, place + 1);
    let sentence = lang.with("study-chart-where-text", &[("number", Arg::Text(&shown))]);
    let chart = Chart { name, sentence: &sentence, across, up, height: 144.0, decimals: 1 };
    with_words(lang, &chart, |words| chronological(ui, words, &marks, &observations, fences, true));
}

/// The answers with their digits; who looks only reads that the supervisor decides.
#[expect(clippy::too_many_arguments, reason = "the contract of screens: views, form, actions")]
fn answer(
    ui: &mut Ui,
    lang: Lang,
    view: &View<'_>,
    study: &StudyView,
    one: &ObservationView,
    height: f32,
    form: &mut Screen,
    actions: &mut Vec<Action>,
) {
    let mut pressed = None;
    card::card(ui, &lang.t("study-flag-answer"), |ui| {
        card::fill(ui, height);
        if !view.studies.keeps {
            quiet(ui, &lang.t("study-looks-only"));
        } else if !keys::is_covered(ui.ctx())
            && let Some(given) = answers::show(ui, lang, &mut form.flags.answering, form.sending)
        {
            form.flags.waiting = Some(one.observation);
            form.flags.norm_before = form.flags.norm_before.or(study.norm_cmin);
            form.send(DECIDE, dialogs::decide(one.observation, given.decided, given.reason), actions);
        }
        ui.add_space(space::S);
        let more = study.open_flags > 1;
        let mut acts = vec![(Act::Before, "study-flag-before", more), (Act::Skip, "study-flag-skip", more)];
        if view.studies.keeps {
            acts.push((Act::Alike, "study-flag-alike", more));
        }
        for (act, word, open) in acts {
            let (word, key, width) = (lang.t(word), key_of(ui, lang, act), ui.available_width());
            if Button::quiet(&word).key(&key).enabled(open).width(width).show(ui).clicked() {
                pressed = Some(act);
            }
        }
    });
    if let Some(act) = pressed {
        form.press(act);
        ui.ctx().request_repaint();
    }
}

/// No flag is open: what was decided about which, and how far the norm moved.
fn none_left(ui: &mut Ui, lang: Lang, view: &View<'_>, study: &StudyView, form: &mut Screen) {
    let decided: Vec<(usize, &ObservationView)> =
        study.observations.iter().enumerate().filter(|(_, one)| one.decided.is_some()).collect();
    if decided.is_empty() {
        let (title, text) = (lang.t("study-no-flags"), lang.t("study-no-flags-text"));
        card::card(ui, "", |ui| {
            let icon = icons::CHECK_CIRCLE;
            state::empty(ui, &state::Empty { icon, title: &title, text: &text, ..state::Empty::default() });
        });
        return;
    }
    let room = card_room(ui);
    card::card(ui, &lang.t("study-flags-done"), |ui| {
        moved(ui, lang, study, form);
        let left = room - 220.0;
        table_of(ui, lang, view, &decided, &mut form.flags.row, left);
    });
}

/// How far the norm moved: in this sitting, and by all exclusions.
fn moved(ui: &mut Ui, lang: Lang, study: &StudyView, form: &Screen) {
    let count = form.flags.answered(study);
    if let (Some(before), true) = (form.flags.norm_before, count > 0) {
        let (was, now) = (words::norm(lang, Some(before)), words::norm(lang, study.norm_cmin));
        let change = words::change(lang, Some(before), study.norm_cmin).unwrap_or_default();
        let named = [
            ("count", count.into()),
            ("was", Arg::Text(&was)),
            ("now", Arg::Text(&now)),
            ("change", Arg::Text(&change)),
        ];
        says(ui, Kind::Ok, icons::CHECK_CIRCLE, &lang.with("study-flags-moved", &named));
    }
    let change = words::change(lang, study.norm_with_excluded_cmin, study.norm_cmin).unwrap_or_default();
    line(ui, &lang.t("study-figure-norm-all"), &words::norm(lang, study.norm_with_excluded_cmin));
    line(ui, &lang.t("study-figure-norm"), &format!("{} ({change})", words::norm(lang, study.norm_cmin)));
    ui.add_space(space::S);
}

fn table_of(
    ui: &mut Ui,
    lang: Lang,
    view: &View<'_>,
    decided: &[(usize, &ObservationView)],
    row: &mut Option<usize>,
    left: f32,
) {
    let titles = [
        "study-column-number",
        "study-column-operator",
        "study-column-minutes",
        "study-column-counts",
        "study-column-why",
        "study-column-who",
        "study-column-when",
    ]
    .map(|key| lang.t(key));
    let [number, operator, minutes, counts, why, who, when] = &titles;
    let fill = |title, least| Head { width: Width::Fill(least), ..Head::text(title) };
    let heads = [
        Head::number(number, 48.0),
        fill(operator, 120.0),
        Head::number(minutes, 72.0),
        Head::text(counts).exact(136.0),
        fill(why, 160.0),
        fill(who, 104.0),
        Head::text(when).exact(152.0),
    ];
    let height = left.max(measure::ROW * 4.0).min(measure::ROW * ink::px(decided.len() + 1));
    let name = lang.t("study-table-decided");
    Table::new(&name, &heads).height(height).takes_arrows().show(ui, decided.len(), row, |ui, row, column| {
        let Some((place, one)) = decided.get(row) else { return };
        match column {
            0 => drop(table::number(ui, &words::count(lang, place + 1))),
            1 => drop(table::text(ui, &view.operator_name(&one.operator))),
            2 => drop(table::number(ui, &watch::minutes(lang, watch::normal_seconds(one)))),
            3 => {
                let (kind, icon, word) = watch::counts_words(lang, watch::counts(one));
                badge::badge_with(ui, kind, icon, &word);
            }
            4 => drop(table::quiet(ui, &super::rows::why(lang, one))),
            5 => drop(table::quiet(ui, one.decided_by.as_deref().unwrap_or_default())),
            _ => {
                let at = one.decided_at.as_deref().map(|at| watch::stamp(lang, at)).unwrap_or_default();
                table::quiet(ui, &at);
            }
        }
    });
}
