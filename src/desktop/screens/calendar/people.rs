//! Who works by which schedule: pattern, from when, rate, what the month comes to, and single days.

use egui::{Key, Modifiers, Ui};

use super::{Act, Dialog, Form, View, schedule, words};
use crate::desktop::action::Action;
use crate::desktop::icons;
use crate::desktop::keys;
use crate::desktop::screens::norms::layout;
use crate::desktop::theme::{Kind, Theme, measure, space};
use crate::desktop::widgets::table::{self, Head, Table, Width};
use crate::desktop::widgets::{card, ink, state};
use crate::locale::{Arg, Lang};
use crate::views::calendar::{SchedulePerson, SchedulesView};

/// Opens the dialog of the chosen person's schedule, or of a single day.
pub(super) fn open(lang: Lang, view: &View<'_>, form: &mut Form, single: bool, actions: &mut Vec<Action>) {
    let Some(schedules) = view.schedules.filter(|schedules| schedules.may_set) else { return };
    form.page = super::Page::People;
    let Some(person) = form.row.and_then(|row| schedules.people.get(row)) else {
        actions.push(Action::Say(Kind::Warn, lang.t("schedule-choose-first")));
        return;
    };
    form.dialog = Some(if single {
        Dialog::Single(schedule::Single::new(lang, person, schedules))
    } else {
        Dialog::Schedule(Box::new(schedule::Edit::new(lang, person, schedules)))
    });
}

pub(super) fn show(ui: &mut Ui, lang: Lang, view: &SchedulesView, form: &mut Form) {
    let room = layout::card_room(ui);
    card::card(ui, "", |ui| {
        ui.set_min_height(room);
        if view.people.is_empty() {
            let (title, text) = (lang.t("schedule-nobody"), lang.t("schedule-nobody-text"));
            state::empty(
                ui,
                &state::Empty { icon: icons::USERS, title: &title, text: &text, ..state::Empty::default() },
            );
            return;
        }
        let outcome = people(ui, lang, view, form, room - 76.0);
        // After a dialog nothing has the keyboard: Enter still opens the chosen row.
        let free = ui.memory(|memory| memory.focused().is_none()) && !keys::is_covered(ui.ctx());
        let entered = free && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        if (outcome.opened.is_some() || (entered && form.row.is_some())) && view.may_set {
            form.press(Act::Schedule);
        }
        ui.separator();
        match form.row.and_then(|row| view.people.get(row)) {
            Some(person) => below(ui, lang, person),
            None => layout::quiet(ui, &lang.t(if view.may_set { "schedule-hint" } else { "schedule-hint-reader" })),
        }
    });
}

fn people(ui: &mut Ui, lang: Lang, view: &SchedulesView, form: &mut Form, room: f32) -> table::Outcome {
    let [person, pattern, from, rate, norm, plan, single, name] = [
        "board-people",
        "schedule-col-pattern",
        "schedule-col-from",
        "schedule-col-rate",
        "schedule-col-norm",
        "schedule-col-plan",
        "schedule-col-single",
        "calendar-page-people",
    ]
    .map(|key| lang.t(key));
    let heads = [
        Head::text(&person).exact(168.0),
        Head { width: Width::Fill(240.0), ..Head::text(&pattern) },
        Head::text(&from).exact(84.0),
        Head::number(&rate, 56.0),
        Head::number(&norm, 84.0),
        Head::number(&plan, 84.0),
        Head::number(&single, 64.0),
    ];
    let used = measure::ROW * ink::px(view.people.len() + 1);
    let table = Table::new(&name, &heads).height(room.min(used).max(measure::ROW * 3.0)).takes_arrows();
    let cell = |ui: &mut Ui, row: usize, column: usize| {
        let Some(one) = view.people.get(row) else { return };
        let minutes = |value: Option<crate::domain::units::CentiMinutes>| {
            value.map_or_else(|| "—".to_owned(), |minutes| lang.minutes(minutes))
        };
        match column {
            0 => drop(table::text(ui, &one.name)),
            1 => drop(table::text(ui, &words::pattern(lang, &one.pattern.pattern))),
            2 => drop(table::quiet(ui, &one.pattern.from.map(|day| lang.date(day)).unwrap_or_default())),
            3 => drop(table::number(ui, &lang.factor(one.rate_bp))),
            4 => drop(table::number(ui, &minutes(one.norm_cmin))),
            5 => drop(table::number(ui, &minutes(one.scheduled_cmin))),
            _ if one.individual.is_empty() => {}
            _ => drop(table::number(ui, &one.individual.len().to_string())),
        }
    };
    // A room of its own, so that the ring stands around the table alone.
    ui.scope(|ui| table.show(ui, view.people.len(), &mut form.row, cell)).inner
}

/// What the table has no room for: single days of the month, and patterns that follow.
fn below(ui: &mut Ui, lang: Lang, person: &SchedulePerson) {
    ui.spacing_mut().item_spacing.y = space::XS;
    ui.label(Theme::of(ui).bold(&person.name));
    let mut said: Vec<String> = person
        .individual
        .iter()
        .map(|day| {
            let shift =
                if day.intervals.is_empty() { lang.t("schedule-free") } else { words::intervals(&day.intervals) };
            format!("{}: {shift}", lang.date(day.date))
        })
        .collect();
    said.extend(person.later.iter().map(|later| {
        let from = later.from.map(|day| lang.date(day)).unwrap_or_default();
        let pattern = words::pattern(lang, &later.pattern);
        lang.with("schedule-later", &[("from", Arg::Text(&from)), ("pattern", Arg::Text(&pattern))])
    }));
    if said.is_empty() {
        said.push(words::pattern(lang, &person.pattern.pattern));
    }
    layout::caption(ui, &said.join("; "));
}
