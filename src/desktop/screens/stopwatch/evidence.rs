//! Below: the observations in order and how they lie, and each of them in a table, the newest first.

use egui::{Key, Ui};

use super::words::{self, Counts};
use super::{Deciding, Form, View};
use crate::desktop::keys;
use crate::desktop::screens::norms::layout::{Side, split};
use crate::desktop::theme::{Kind, measure, space};
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::chart::Words;
use crate::desktop::widgets::chart_bins::{BinWords, histogram};
use crate::desktop::widgets::chart_time::{Fences, Mark, Marks, Observation, chronological};
use crate::desktop::widgets::table::{self, Head, Table};
use crate::desktop::widgets::{badge, card, ink};
use crate::domain::instant::Instant;
use crate::locale::{Arg, Lang};
use crate::views::studies::{ObservationView, StudyView};

/// The height of the charts.
const CHART: f32 = 148.0;
/// How many rows the table shows before it scrolls.
const ROWS: usize = 12;

/// Draws charts and table.
pub(super) fn show(ui: &mut Ui, lang: Lang, view: &View<'_>, study: &StudyView, form: &mut Form) {
    let left = ((ui.available_width() - space::L) * 0.62).floor();
    let (mut clicked, mut height) = (None, 0.0);
    split(ui, left, |ui, side| match side {
        Side::Left => {
            clicked = in_order(ui, lang, study);
            height = ui.min_rect().height();
        }
        Side::Right => as_they_lie(ui, lang, study, height),
    });
    if let Some(place) = clicked {
        form.row = Some(place);
        form.deciding = Some(Deciding::at(place));
    }
    list(ui, lang, view, study, form);
}

fn in_minutes(seconds: f64) -> f64 {
    seconds / 60.0
}

/// The fences in minutes; of fewer than four values they say nothing.
fn fences_of(study: &StudyView) -> (Option<f64>, Option<f64>) {
    let summary = &study.summary;
    if summary.n < 4 {
        return (None, None);
    }
    (summary.fence_low.map(in_minutes), summary.fence_high.map(in_minutes))
}

fn mark(observation: &ObservationView) -> Mark {
    match words::counts(observation) {
        Counts::Regular => Mark::Kept,
        Counts::Hard => Mark::Hard,
        Counts::Flagged => Mark::Flagged,
        Counts::Excluded => Mark::Excluded,
    }
}

fn in_order(ui: &mut Ui, lang: Lang, study: &StudyView) -> Option<usize> {
    let observations: Vec<Observation> = study
        .observations
        .iter()
        .enumerate()
        .map(|(place, one)| Observation {
            index: place + 1,
            value: in_minutes(words::normal_seconds(one)),
            mark: mark(one),
        })
        .collect();
    let summary = &study.summary;
    let (low, high) = fences_of(study);
    let fences = Fences { low, high, mean: summary.mean.map(in_minutes) };
    let mean = summary.mean.map(|mean| words::minutes(lang, mean)).unwrap_or_default();
    let mean = lang.with("watch-chart-mean", &[("mean", Arg::Text(&mean))]);
    let [kept, hard, flagged, excluded, fence, decision] = [
        "watch-counts-regular",
        "watch-counts-hard",
        "watch-counts-flagged",
        "watch-counts-excluded",
        "watch-chart-fence",
        "watch-column-counts",
    ]
    .map(|key| lang.t(key));
    let marks = Marks {
        kept: &kept,
        hard: &hard,
        flagged: &flagged,
        excluded: &excluded,
        mean: &mean,
        fence: &fence,
        decision: &decision,
    };
    let sentence = lang.with(
        "watch-chart-order-text",
        &[("count", Arg::from(observations.len())), ("flags", Arg::from(study.open_flags))],
    );
    let title = lang.t("watch-chart-order");
    let clicked = with_words(lang, &title, &sentence, ["watch-chart-number", "watch-chart-minutes"], |words| {
        card::card(ui, "", |ui| chronological(ui, words, &marks, &observations, fences)).inner
    });
    clicked.map(|index| index.saturating_sub(1))
}

fn as_they_lie(ui: &mut Ui, lang: Lang, study: &StudyView, height: f32) {
    let summary = &study.summary;
    let values: Vec<f64> = study
        .observations
        .iter()
        .filter(|one| words::counts(one) != Counts::Excluded)
        .map(|one| in_minutes(words::normal_seconds(one)))
        .collect();
    let median = summary.median.map(|median| words::minutes(lang, median)).unwrap_or_default();
    let sentence = lang.with("watch-chart-bins-text", &[("median", Arg::Text(&median))]);
    let (title, values_word, fence) =
        (lang.t("watch-chart-bins"), lang.t("watch-chart-kept"), lang.t("watch-chart-fence"));
    let fences = fences_of(study);
    with_words(lang, &title, &sentence, ["watch-chart-minutes", "watch-chart-count"], |words| {
        card::card(ui, "", |ui| {
            card::fill(ui, height);
            histogram(ui, words, BinWords { values: &values_word, fence: &fence }, &values, fences, false);
        });
    });
}

fn with_words<R>(
    lang: Lang,
    name: &str,
    sentence: &str,
    [across, up]: [&str; 2],
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
        height: CHART,
    })
}

fn list(ui: &mut Ui, lang: Lang, view: &View<'_>, study: &StudyView, form: &mut Form) {
    let count = study.observations.len();
    arrows(ui, form, count);
    let titles = [
        "watch-column-number",
        "watch-column-start",
        "watch-operator",
        "watch-column-minutes",
        "watch-column-times",
        "watch-column-counts",
        "watch-column-why",
    ]
    .map(|key| lang.t(key));
    let [number, start, operator, minutes, times, counts, why] = &titles;
    let heads = [
        Head::number(number, 40.0),
        Head::text(start).exact(152.0),
        Head::text(operator),
        Head::number(minutes, 80.0),
        Head::number(times, 92.0),
        Head::text(counts).exact(160.0),
        Head::text(why),
    ];
    let mut decide = false;
    let right = |ui: &mut Ui| {
        let (word, tooltip) = (lang.t("watch-decide"), lang.t("watch-decide-hint"));
        decide = Button::secondary(&word).key("D").enabled(form.row.is_some()).tooltip(&tooltip).show(ui).clicked();
    };
    // The newest stands on top.
    let place_of = |row: usize| count.saturating_sub(1).saturating_sub(row);
    let mut chosen = form.row.map(place_of);
    let outcome = card::card_with(ui, &lang.t("watch-observations"), right, |ui| {
        let height = measure::ROW * ink::px(count.min(ROWS) + 1) + space::XL;
        Table::new(&lang.t("watch-observations"), &heads).height(height).show(
            ui,
            count,
            &mut chosen,
            |ui, row, column| {
                let place = place_of(row);
                if let Some(one) = study.observations.get(place) {
                    cell(ui, lang, view, study, one, (place, column));
                }
            },
        )
    })
    .inner;
    form.row = chosen.map(place_of);
    if decide || outcome.opened.is_some() {
        form.row = outcome.opened.map(place_of).or(form.row);
        form.deciding = form.row.map(Deciding::at);
    }
}

/// ↑ and ↓ move in the table even while it has no focus, as nothing else on this screen wants them.
fn arrows(ui: &Ui, form: &mut Form, count: usize) {
    if count == 0
        || keys::is_typing(ui.ctx())
        || keys::is_covered(ui.ctx())
        || ui.memory(|memory| memory.focused().is_some())
    {
        return;
    }
    let taken = |key| ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, key));
    let last = count - 1;
    if taken(Key::ArrowDown) {
        form.row = Some(form.row.map_or(last, |place| place.saturating_sub(1)));
    }
    if taken(Key::ArrowUp) {
        form.row = Some(form.row.map_or(last, |place| (place + 1).min(last)));
    }
}

fn cell(
    ui: &mut Ui,
    lang: Lang,
    view: &View<'_>,
    study: &StudyView,
    one: &ObservationView,
    (place, column): (usize, usize),
) {
    match column {
        0 => drop(table::number(ui, &(place + 1).to_string())),
        1 => drop(table::text(ui, &words::stamp(lang, &one.started_at))),
        2 => drop(table::text(ui, &view.operator_name(&one.operator))),
        3 => drop(table::number(ui, &words::minutes(lang, words::normal_seconds(one)))),
        4 => drop(table::number(ui, &times_median(lang, study, one))),
        5 => {
            let (kind, icon, word) = words::counts_words(lang, words::counts(one));
            badge::badge_with(ui, kind, icon, &word);
        }
        _ => why(ui, lang, one),
    }
}

fn times_median(lang: Lang, study: &StudyView, one: &ObservationView) -> String {
    let median = study.summary.median.filter(|median| *median > 0.0);
    median.map(|median| format!("×{}", lang.number(words::normal_seconds(one) / median, 1))).unwrap_or_default()
}

/// The reason of an exclusion, the rule of a flag, or the note.
fn why(ui: &mut Ui, lang: Lang, one: &ObservationView) {
    let reason = one.reason.as_deref().filter(|reason| !reason.is_empty()).map(|reason| words::reason(lang, reason));
    let flag = one.flag.as_ref().filter(|flag| !flag.answered).map(|flag| flag_text(lang, flag));
    let text = reason.or(flag).or_else(|| one.note.clone()).unwrap_or_default();
    table::quiet(ui, &text);
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
