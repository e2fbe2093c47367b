//! The page of readings: filter, operator, find and sort over a table of any length; the chosen reading in full below, with what can be done.

use egui::Ui;

use super::head::key_of;
use super::pieces::find_field;
use super::rows::{Column, Filter, operators, why};
use super::{Act, Dialog, Form, View, words};
use crate::desktop::icons;
use crate::desktop::screens::norms::layout::card_room;
use crate::desktop::screens::stopwatch::words::{self as watch, Counts};
use crate::desktop::theme::{Theme, measure, size, space};
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::table::{self, Head, Table, Width};
use crate::desktop::widgets::{badge, card, ink};
use crate::locale::{Arg, Lang};
use crate::views::studies::{ObservationView, StudyView};

/// The table is never lower than this many rows with its head.
const LEAST_ROWS: usize = 7;

/// Draws the page.
pub(super) fn show(ui: &mut Ui, lang: Lang, view: &View<'_>, study: &StudyView, form: &mut Form) {
    let room = card_room(ui);
    card::card(ui, "", |ui| {
        let top = ui.cursor().top();
        tools(ui, lang, view, study, form);
        let below = measure::CONTROL + space::S;
        let left = room - (ui.cursor().top() - top) - below;
        rows(ui, lang, view, study, form, left);
        chosen(ui, lang, view, study, form);
    });
}

/// Filter, operator, find.
fn tools(ui: &mut Ui, lang: Lang, view: &View<'_>, study: &StudyView, form: &mut Form) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        for filter in Filter::EVERY {
            let count = study.observations.iter().filter(|one| filter.holds(one)).count();
            let number = words::count(lang, count);
            let word = lang.with(filter.key(), &[("number", Arg::Text(&number))]);
            let here = filter == form.readings.filter;
            let button = if here { Button::secondary(&word).selected(true) } else { Button::quiet(&word) };
            if button.show(ui).clicked() {
                form.readings.filter = filter;
            }
        }
        ui.add_space(space::S);
        operator(ui, lang, view, study, form);
        let (name, hint) = (lang.t("study-find-reading"), lang.t("study-find-reading-hint"));
        let width = ui.available_width();
        find_field(ui, &name, &hint, &mut form.readings.find, &mut form.readings.find_wanted, width);
    });
}

/// Whose readings are shown: the key goes on to the next operator, the button opens the list of them.
fn operator(ui: &mut Ui, lang: Lang, view: &View<'_>, study: &StudyView, form: &mut Form) {
    let everybody = lang.t("study-everybody");
    let word = form.readings.operator.as_deref().map_or_else(|| everybody.clone(), |code| view.operator_name(code));
    let (tooltip, key) = (lang.t("study-act-by-operator"), key_of(ui, lang, Act::ByOperator));
    let button = Button::secondary(&word).icon(icons::USER).tooltip(&tooltip).key(&key).width(184.0);
    let response = button.selected(form.readings.operator.is_some()).show(ui);
    egui::Popup::menu(&response).width(232.0).show(|ui| {
        if ui.selectable_label(form.readings.operator.is_none(), &everybody).clicked() {
            form.readings.operator = None;
        }
        egui::ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
            for code in operators(study) {
                let here = form.readings.operator.as_deref() == Some(code);
                if ui.selectable_label(here, view.operator_name(code)).clicked() {
                    form.readings.operator = Some(code.to_owned());
                }
            }
        });
    });
}

fn rows(ui: &mut Ui, lang: Lang, view: &View<'_>, study: &StudyView, form: &mut Form, left: f32) {
    let titles = [
        "study-column-number",
        "study-column-start",
        "study-column-operator",
        "study-column-minutes",
        "study-column-times",
        "study-column-counts",
        "study-column-pace",
        "study-column-pauses",
        "study-column-why",
        "study-column-who",
    ]
    .map(|key| lang.t(key));
    let [number, start, operator, minutes, times, counts, pace, pauses, why, who] = &titles;
    let fill = |title, least| Head { width: Width::Fill(least), ..Head::text(title) };
    let heads = [
        Head::number(number, 44.0),
        Head::text(start).exact(136.0),
        fill(operator, 88.0),
        Head::number(minutes, 60.0),
        Head::number(times, 56.0),
        Head::text(counts).exact(128.0),
        Head::number(pace, 48.0),
        Head::number(pauses, 60.0),
        fill(why, 96.0),
        fill(who, 72.0),
    ]
    .map(Head::sortable);
    let places: Vec<usize> = form.readings.places(lang, view, study).to_vec();
    let mut row = form.readings.row(study);
    let before = row;
    let height = left.max(measure::ROW * ink::px(LEAST_ROWS)).min(measure::ROW * ink::px(places.len() + 1));
    let (column, order) = (form.readings.column, form.readings.order());
    let name = lang.t("study-table-readings");
    let shown = Column::shown(ui.available_width());
    let heads: Vec<Head<'_>> = shown.iter().filter_map(|column| heads.get(column.place()).copied()).collect();
    let table = Table::new(&name, &heads).height(height).takes_arrows();
    let sorted = shown.iter().position(|one| *one == column);
    let table = sorted.map_or(table, |place| table.sort(place, order));
    let outcome = table.show(ui, places.len(), &mut row, |ui, row, column| {
        let one = places.get(row).and_then(|place| study.observations.get(*place).map(|one| (*place, one)));
        if let Some(((place, one), column)) = one.zip(shown.get(column)) {
            cell(ui, lang, view, study, (place, one), *column);
        }
    });
    if row != before {
        form.readings.set_row(study, row);
    }
    if let Some(column) = outcome.sorted.and_then(|place| shown.get(place)) {
        form.readings.sort_by(*column);
    }
    if let Some((place, one)) = outcome.opened.filter(|_| view.studies.keeps).and(form.readings.chosen(study)) {
        form.dialog = Some(Dialog::decide(place, one));
    }
    if places.is_empty() {
        ui.label(Theme::of(ui).quiet(lang.t("study-no-rows")));
    }
}

fn cell(
    ui: &mut Ui,
    lang: Lang,
    view: &View<'_>,
    study: &StudyView,
    (place, one): (usize, &ObservationView),
    column: Column,
) {
    match column {
        Column::Number => drop(table::number(ui, &words::count(lang, place + 1))),
        Column::Start => drop(table::text(ui, &watch::stamp(lang, &one.started_at))),
        Column::Operator => drop(table::text(ui, &view.operator_name(&one.operator))),
        Column::Minutes => drop(table::number(ui, &watch::minutes(lang, watch::normal_seconds(one)))),
        Column::Times => drop(table::number(ui, &times_median(lang, study, one))),
        Column::Counts => {
            let (kind, icon, word) = watch::counts_words(lang, watch::counts(one));
            badge::badge_with(ui, kind, icon, &word);
        }
        Column::Pace => drop(table::number(ui, &words::pace(lang, one.rating_bp))),
        Column::Pauses if one.paused_ms.0 > 0 => drop(table::number(ui, &words::length(lang, one.paused_ms))),
        Column::Pauses => {}
        Column::Why => drop(table::quiet(ui, &why(lang, one))),
        Column::Who => drop(table::quiet(ui, one.decided_by.as_deref().unwrap_or_default())),
    }
}

fn times_median(lang: Lang, study: &StudyView, one: &ObservationView) -> String {
    let median = study.summary.median.filter(|median| *median > 0.0);
    median.map(|median| words::times(lang, watch::normal_seconds(one) / median)).unwrap_or_default()
}

/// The chosen reading in full, and what can be done with it.
fn chosen(ui: &mut Ui, lang: Lang, view: &View<'_>, study: &StudyView, form: &mut Form) {
    let found = form.readings.chosen(study);
    let excluded = found.is_some_and(|(_, one)| watch::counts(one) == Counts::Excluded);
    let mut pressed = None;
    let size = egui::vec2(ui.available_width(), measure::CONTROL);
    ui.allocate_ui_with_layout(size, egui::Layout::right_to_left(egui::Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        if view.studies.keeps {
            for (act, word, open) in [
                (Act::Amend, "study-amend", found.is_some()),
                (Act::Keep, "study-keep", excluded),
                (Act::Decide, "study-decide", found.is_some()),
            ] {
                let (word, key, why) = (lang.t(word), key_of(ui, lang, act), lang.t("study-choose-row"));
                let tooltip = if open { "" } else { why.as_str() };
                if Button::secondary(&word).key(&key).enabled(open).tooltip(tooltip).show(ui).clicked() {
                    pressed = Some(act);
                }
            }
        }
        ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
            let text = match found {
                Some((place, one)) => about(lang, view, place, one),
                None => lang.t("study-choose-row"),
            };
            let text = egui::RichText::new(text).size(size::CAPTION).color(Theme::of(ui).muted);
            ui.add(egui::Label::new(text).wrap());
        });
    });
    if let Some(act) = pressed {
        form.press(act);
        ui.ctx().request_repaint();
    }
}

/// Everything about a reading that its row has no room for.
fn about(lang: Lang, view: &View<'_>, place: usize, one: &ObservationView) -> String {
    let number = words::count(lang, place + 1);
    let mut parts =
        vec![lang.with("study-number", &[("number", Arg::Text(&number))]), view.operator_name(&one.operator)];
    parts.push(lang.t(&format!("study-timed-{}", one.class.as_str())));
    if let Some(flag) = &one.flag {
        parts.push(super::flags::in_a_line(lang, flag));
    }
    if !one.pauses.is_empty() {
        let pauses = crate::documents::study::pauses(&one.pauses);
        parts.push(lang.with("study-pauses", &[("pauses", Arg::Text(&pauses))]));
    }
    if let Some(reason) = one.reason.as_deref().filter(|reason| !reason.trim().is_empty()) {
        parts.push(watch::reason(lang, reason));
    }
    if let (Some(who), Some(at)) = (&one.decided_by, &one.decided_at) {
        let at = watch::stamp(lang, at);
        parts.push(lang.with("study-decided-by", &[("who", Arg::Text(who)), ("at", Arg::Text(&at))]));
    }
    if let Some(note) = one.note.as_deref().filter(|note| !note.trim().is_empty()) {
        parts.push(lang.with("study-noted", &[("note", Arg::Text(note))]));
    }
    parts.join(" · ")
}
