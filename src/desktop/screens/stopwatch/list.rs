//! Each observation in a table, the newest first.

use egui::{Key, Ui};

use super::dialogs::Deciding;
use super::{Form, View, evidence, words};
use crate::desktop::keys;
use crate::desktop::theme::{measure, space};
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::table::{self, Head, Table};
use crate::desktop::widgets::{badge, card, ink};
use crate::locale::Lang;
use crate::views::studies::{ObservationView, StudyView};

/// How many rows the table shows before it scrolls.
const ROWS: usize = 12;
/// The column that compares with the median.
const TIMES: usize = 4;

/// Draws the table.
pub(super) fn show(ui: &mut Ui, lang: Lang, view: &View<'_>, study: &StudyView, form: &mut Form) {
    let count = study.observations.len();
    arrows(ui, form, count);
    // Where there is little room the table does without the comparison, which the chart shows as well.
    let narrow = ui.available_width() < 900.0;
    let titles = [
        "watch-column-number",
        "watch-column-start",
        "watch-operator",
        "watch-column-minutes",
        "watch-column-times",
        "watch-pace",
        "watch-column-counts",
        "watch-column-why",
    ]
    .map(|key| lang.t(key));
    let [number, start, operator, minutes, times, pace, counts, why] = &titles;
    let heads: Vec<Head<'_>> = [
        Head::number(number, 32.0),
        Head::text(start).exact(152.0),
        Head::text(operator).exact(if narrow { 112.0 } else { 152.0 }),
        Head::number(minutes, 64.0),
        Head::number(times, 84.0),
        Head::number(pace, 56.0),
        Head::text(counts).exact(136.0),
        Head::text(why),
    ]
    .into_iter()
    .enumerate()
    .filter_map(|(place, head)| (!narrow || place != TIMES).then_some(head))
    .collect();
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
        let room = egui::vec2(ui.available_width(), height);
        // A place of its height: on a page that scrolls, what is left of the window says nothing.
        ui.allocate_ui(room, |ui| {
            Table::new(&lang.t("watch-observations"), &heads).height(height).show(
                ui,
                count,
                &mut chosen,
                |ui, row, column| {
                    let place = place_of(row);
                    if let Some(one) = study.observations.get(place) {
                        let column = if narrow && column >= TIMES { column + 1 } else { column };
                        cell(ui, lang, view, study, one, (place, column));
                    }
                },
            )
        })
        .inner
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
        5 => drop(table::number(ui, &words::pace(one.rating_bp.0))),
        6 => {
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

/// The reason of an exclusion, the rule of a flag, the note, and the pauses.
fn why(ui: &mut Ui, lang: Lang, one: &ObservationView) {
    let reason = one.reason.as_deref().filter(|reason| !reason.is_empty()).map(|reason| words::reason(lang, reason));
    let flag = one.flag.as_ref().filter(|flag| !flag.answered).map(|flag| evidence::flag_text(lang, flag));
    let said = reason.or(flag).or_else(|| one.note.clone()).filter(|text| !text.is_empty());
    let parts: Vec<String> = said.into_iter().chain(evidence::pauses_text(lang, one)).collect();
    table::quiet(ui, &parts.join(" · "));
}
