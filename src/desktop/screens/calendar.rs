//! The work calendar as printed ones show it, with a region's and firm's own days over it; and who works by which schedule.
//!
//! Every figure comes from the floor. An own day goes out as the whole calendar it belongs to, which is how the floor amends a year.

mod day;
mod people;
mod schedule;
mod take;
pub mod words;
mod year;

use chrono::{Datelike, NaiveDate};
use egui::{Align, Key, Layout, Ui, Vec2};

use super::norms::layout;
use crate::desktop::action::{Action, Answer, Tag, UndoBy, undo_of};
use crate::desktop::icons;
use crate::desktop::keys::{self, ActionInfo};
use crate::desktop::theme::{Kind, measure, space};
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::turn::{self, Way};
use crate::desktop::widgets::{card, state};
use crate::domain::month::Month;
use crate::floor::command::{CalendarCommand, Command};
use crate::floor::question::AskSchedule;
use crate::intake::Plan;
use crate::locale::Lang;
use crate::views::calendar::{CalendarView, ScheduleView, SchedulesView};

/// What the dialog of an own day, of a file and of a schedule sends.
const DIALOG: Tag = "calendar-dialog";
/// What takes an own day away.
const REMOVE: Tag = "calendar-remove";

/// What can be done here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// An own day of the firm.
    Own,
    /// Take the chosen own day away.
    Remove,
    /// Take a calendar file in.
    Import,
    /// Set the schedule of who is chosen.
    Schedule,
    /// A single day of who is chosen.
    Single,
    /// A year or month back.
    Previous,
    /// A year or month on.
    Next,
}

/// The acts with their keys.
pub const ACTS: [ActionInfo<Act>; 7] = [
    ActionInfo::new(Act::Own, "calendar-own", icons::PLUS).plain(Key::N),
    ActionInfo::new(Act::Remove, "calendar-remove", icons::TRASH).plain(Key::Delete),
    ActionInfo::new(Act::Import, "calendar-import", icons::UPLOAD_SIMPLE).plain(Key::I),
    ActionInfo::new(Act::Schedule, "schedule-set", icons::PENCIL_SIMPLE).plain(Key::O),
    ActionInfo::new(Act::Single, "schedule-single", icons::CALENDAR_CHECK).plain(Key::D),
    ActionInfo::new(Act::Previous, "calendar-previous", icons::CARET_LEFT).plain(Key::PageUp),
    ActionInfo::new(Act::Next, "calendar-next", icons::CARET_RIGHT).plain(Key::PageDown),
];

/// The keys that are no act of their own, for F1.
pub const KEYS: &[(&str, &str)] = &[
    ("1 2", "calendar-key-page"),
    ("← ↑ → ↓", "calendar-key-day"),
    ("Enter", "calendar-key-open"),
    ("Ctrl+Enter", "board-key-save"),
    ("Esc", "norms-key-close"),
];

/// A page of the screen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Page {
    /// The year.
    #[default]
    Year,
    /// The schedules of people.
    People,
}

/// What the screen shows.
#[derive(Debug, Clone, Copy)]
pub struct View<'a> {
    /// The month chosen; its year is the year on screen.
    pub month: Month,
    /// The year.
    pub calendar: Option<&'a CalendarView>,
    /// The schedules; none for who may not see any.
    pub schedules: Option<&'a SchedulesView>,
    /// What the month comes to by the schedule in the dialog.
    pub plan: Option<&'a ScheduleView>,
    /// Why that did not come.
    pub plan_trouble: Option<&'a str>,
    /// Why something did not come.
    pub trouble: Option<&'a str>,
}

/// The dialog that is open.
#[derive(Debug)]
enum Dialog {
    Own(day::Own),
    Take(take::Take),
    Schedule(Box<schedule::Edit>),
    Single(schedule::Single),
}

/// What the screen remembers.
#[derive(Debug, Default)]
pub struct Form {
    page: Page,
    day: Option<NaiveDate>,
    /// The year that was scrolled to today.
    year: Option<i32>,
    /// The chosen day has moved: it is scrolled to.
    moved: bool,
    row: Option<usize>,
    dialog: Option<Dialog>,
    busy: bool,
    pressed: Vec<Act>,
}

impl Form {
    /// Does what was chosen in the palette.
    pub fn press(&mut self, act: Act) {
        self.pressed.push(act);
    }

    /// The acts that can be done now.
    pub fn open_acts(calendar: bool, schedules: bool) -> impl Iterator<Item = &'static ActionInfo<Act>> {
        ACTS.iter().filter(move |info| match info.id {
            Act::Own | Act::Remove | Act::Import => calendar,
            Act::Schedule | Act::Single => schedules,
            Act::Previous | Act::Next => true,
        })
    }

    /// The plan that the open dialog asks for.
    #[must_use]
    pub fn plan_wanted(&self) -> Option<AskSchedule> {
        match &self.dialog {
            Some(Dialog::Schedule(edit)) => edit.question(),
            _ => None,
        }
    }

    /// Takes a file that was chosen to be read.
    pub fn chosen(&mut self, chosen: Result<(String, Plan), String>, actions: &mut Vec<Action>) {
        match chosen {
            Ok((name, plan)) => self.dialog = Some(Dialog::Take(take::Take::new(name, plan))),
            Err(text) => actions.push(Action::Say(Kind::Bad, text)),
        }
    }

    /// Takes the outcome of a command.
    pub fn answered(&mut self, tag: Tag, answer: Answer<'_>, lang: Lang, actions: &mut Vec<Action>) {
        self.busy = false;
        let accepted = match answer {
            Ok(accepted) => accepted,
            Err(text) => {
                let place = match &mut self.dialog {
                    Some(Dialog::Own(own)) => Some(&mut own.error),
                    Some(Dialog::Take(take)) => Some(&mut take.error),
                    Some(Dialog::Schedule(edit)) => Some(&mut edit.error),
                    Some(Dialog::Single(single)) => Some(&mut single.error),
                    None => None,
                };
                match place.filter(|_| tag == DIALOG) {
                    Some(error) => text.clone_into(error),
                    None => actions.push(Action::Say(Kind::Bad, text.to_owned())),
                }
                return;
            }
        };
        let key = match (tag, &self.dialog) {
            (DIALOG, Some(Dialog::Own(_))) => "calendar-own-done",
            (DIALOG, Some(Dialog::Take(_))) => "calendar-taken",
            (DIALOG, Some(Dialog::Schedule(_))) => "schedule-done",
            (DIALOG, Some(Dialog::Single(_))) => "schedule-single-done",
            (REMOVE, _) => "calendar-removed",
            _ => "board-taken-back",
        };
        if let Some(Dialog::Own(own)) = self.dialog.as_ref().filter(|_| tag == DIALOG) {
            (self.day, self.moved) = (own.day(), true);
        }
        if tag == DIALOG {
            self.dialog = None;
        }
        let undo = undo_of(accepted).filter(|_| matches!(tag, DIALOG | REMOVE));
        actions.push(match undo {
            Some(command) => Action::SayUndo(Kind::Ok, lang.t(key), UndoBy::Command(Box::new(command))),
            None => Action::Say(Kind::Ok, lang.t(key)),
        });
    }
}

/// Draws the screen; says whether what did not come is to be asked for once more.
pub fn show(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form, actions: &mut Vec<Action>) -> bool {
    acts(ui, lang, view, form, actions);
    let again = card::content(ui, |ui| {
        card::screen_title(ui, &lang.t("calendar-title"), |ui| switch(ui, lang, view, form, actions));
        tools(ui, lang, view, form);
        let came = match form.page {
            Page::Year => view.calendar.is_some(),
            Page::People => view.schedules.is_some(),
        };
        if !came {
            return card::card(ui, "", |ui| {
                if let Some(text) = view.trouble {
                    return state::error(ui, &lang.t("app-not-loaded"), text, &lang.t("app-retry"));
                }
                state::loading(ui, &lang.t("app-loading"), 8);
                false
            })
            .inner;
        }
        match (form.page, view.calendar, view.schedules) {
            (Page::Year, Some(calendar), _) => year::show(ui, lang, calendar, form),
            (Page::People, _, Some(schedules)) => people::show(ui, lang, schedules, form),
            _ => {}
        }
        false
    });
    dialogs(ui, lang, view, form, actions);
    again
}

fn acts(ui: &Ui, lang: Lang, view: &View<'_>, form: &mut Form, actions: &mut Vec<Action>) {
    match keys::pressed_digit(ui.ctx()) {
        Some(1) => form.page = Page::Year,
        Some(2) if view.schedules.is_some() => form.page = Page::People,
        _ => {}
    }
    let pressed: Vec<Act> = std::mem::take(&mut form.pressed)
        .into_iter()
        .chain(keys::pressed(ui.ctx(), &ACTS).map(|info| info.id))
        .collect();
    let keeps = view.calendar.filter(|calendar| calendar.may_keep);
    for act in pressed {
        match (act, keeps) {
            (Act::Own, Some(calendar)) if calendar.known => {
                form.page = Page::Year;
                form.dialog = Some(Dialog::Own(day::Own::new(lang, calendar, form.day)));
            }
            (Act::Remove, Some(calendar)) if form.page == Page::Year => remove(lang, calendar, form, actions),
            (Act::Import, Some(_)) => actions.push(Action::ReadCalendar),
            (Act::Schedule | Act::Single, _) => people::open(lang, view, form, act == Act::Single, actions),
            (Act::Previous, _) => step(view.month, form.page, Way::Back, actions),
            (Act::Next, _) => step(view.month, form.page, Way::On, actions),
            _ => {}
        }
    }
}

/// Takes the chosen own day away.
fn remove(lang: Lang, calendar: &CalendarView, form: &mut Form, actions: &mut Vec<Action>) {
    match form.day.and_then(|date| day::without(calendar, date)) {
        Some(add) if !form.busy => {
            form.busy = true;
            let command = Command::Calendar(CalendarCommand::CalendarAdd(add));
            actions.push(Action::Send { tag: REMOVE, command: Box::new(command) });
        }
        Some(_) => {}
        None => actions.push(Action::Say(Kind::Warn, lang.t("calendar-not-own"))),
    }
}

/// A year back or on; on the page of people a month.
fn step(month: Month, page: Page, way: Way, actions: &mut Vec<Action>) {
    let months = if page == Page::Year { 12 } else { 1 };
    let to = (0..months).fold(month, |month, _| way.of(month, None));
    actions.push(Action::SelectMonth(to.to_string()));
}

/// The year or month with a step back and on.
fn switch(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form, actions: &mut Vec<Action>) {
    let first = view.month.first();
    let name = if form.page == Page::Year { first.year().to_string() } else { lang.month(first) };
    let (back, on) = (lang.t("calendar-previous"), lang.t("calendar-next"));
    let shown = turn::Turn { name: &name, width: turn::MONTH, back: &back, on: &on, more: true };
    if let Some(way) = turn::show(ui, &shown) {
        step(view.month, form.page, way, actions);
    }
}

/// Pages at the left, what can be done at the right.
fn tools(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form) {
    let row = Vec2::new(ui.available_width(), measure::CONTROL);
    ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        let mut button = |ui: &mut Ui, word: &str, key: &str, icon: &str, act: Act| {
            if Button::secondary(&lang.t(word)).icon(icon).key(key).show(ui).clicked() {
                form.pressed.push(act);
            }
        };
        match form.page {
            Page::Year if view.calendar.is_some_and(|calendar| calendar.may_keep) => {
                button(ui, "calendar-import-short", "I", icons::UPLOAD_SIMPLE, Act::Import);
                if view.calendar.is_some_and(|calendar| calendar.known) {
                    button(ui, "calendar-own-short", "N", icons::PLUS, Act::Own);
                }
            }
            Page::People if view.schedules.is_some_and(|schedules| schedules.may_set) => {
                button(ui, "schedule-single-short", "D", icons::CALENDAR_CHECK, Act::Single);
                button(ui, "schedule-set-short", "O", icons::PENCIL_SIMPLE, Act::Schedule);
            }
            _ => {}
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            for (page, word, key) in
                [(Page::Year, "calendar-page-year", "1"), (Page::People, "calendar-page-people", "2")]
            {
                if page == Page::People && view.schedules.is_none() {
                    continue;
                }
                let (word, here) = (lang.t(word), form.page == page);
                let button = if here { Button::secondary(&word).selected(true) } else { Button::quiet(&word) };
                if button.key(key).show(ui).clicked() {
                    form.page = page;
                }
            }
        });
    });
}

fn dialogs(ui: &Ui, lang: Lang, view: &View<'_>, form: &mut Form, actions: &mut Vec<Action>) {
    let Some(dialog) = &mut form.dialog else { return };
    let busy = form.busy;
    let confirmed = ui.input_mut(|input| input.consume_key(egui::Modifiers::COMMAND, Key::Enter));
    let (shown, command) = match dialog {
        Dialog::Own(own) => {
            let shown = layout::dialog(ui, lang, &lang.t("calendar-own-title"), 620.0, |ui| {
                day::body(ui, lang, view.calendar, own, busy)
            });
            let command = if shown.inner || confirmed { own.command(view.calendar) } else { None };
            (shown, command.map(CalendarCommand::CalendarAdd))
        }
        Dialog::Take(take) => {
            let shown = layout::dialog(ui, lang, &take.title(lang), 720.0, |ui| {
                take::body(ui, lang, view.calendar, take, busy)
            });
            let command = if shown.inner || confirmed { take.command() } else { None };
            (shown, command.map(CalendarCommand::CalendarAdd))
        }
        Dialog::Schedule(edit) => {
            let title = edit.title(lang);
            let shown = layout::dialog(ui, lang, &title, 720.0, |ui| schedule::body(ui, lang, view, edit, busy));
            let command = if shown.inner || confirmed { edit.command() } else { None };
            (shown, command.map(CalendarCommand::ScheduleSet))
        }
        Dialog::Single(single) => {
            let title = single.title(lang);
            let shown = layout::dialog(ui, lang, &title, 620.0, |ui| schedule::single(ui, lang, single, busy));
            let command = if shown.inner || confirmed { single.command() } else { None };
            (shown, command.map(CalendarCommand::ScheduleDay))
        }
    };
    match command.filter(|_| !busy) {
        Some(command) => {
            form.busy = true;
            actions.push(Action::Send { tag: DIALOG, command: Box::new(Command::Calendar(command)) });
        }
        None if shown.closed && !busy => form.dialog = None,
        None => {}
    }
}

/// The button that carries a dialog out.
fn primary(ui: &mut Ui, word: &str, busy: bool) -> bool {
    let row = egui::vec2(ui.available_width(), measure::PRIMARY);
    ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
        Button::primary(word).icon(icons::CHECK).key("Ctrl+Enter").enabled(!busy).show(ui).clicked()
    })
    .inner
}
