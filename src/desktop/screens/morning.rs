//! The morning verification of a work day, before its numbers are talked about: calls without tickets, tickets without calls, what was held or
//! saved early, more measured minutes than worked ones, work outside the schedule, objections; each with a way to the ticket, the day, the call.
//!
//! It delays nothing and changes nothing: days close by themselves, and what is found is put right by acts of their own.

mod detail;
mod findings;

use std::collections::BTreeSet;

use chrono::NaiveDate;
use egui::Ui;
use uuid::Uuid;

use super::norms::layout::{self, Side};
use super::reason::{Reason, Words};
use super::tasks::Page;
use crate::desktop::action::{Action, Answer, Place, Tag, UndoBy, undo_of};
use crate::desktop::icons;
use crate::desktop::keys::{self, ActionInfo};
use crate::desktop::theme::{Kind, space};
use crate::desktop::widgets::turn::{self, Turn, Way};
use crate::desktop::widgets::{badge, card, stat, state};
use crate::floor::command::{CallDismiss, Command, DeskCommand, MergeAttach};
use crate::locale::{Arg, Lang};
use crate::views::department::MorningView;
use crate::views::desk::CallBrief;
use crate::views::people::MeView;
use crate::views::tickets::DayView;

use findings::{Finding, findings};

/// Keys of this screen beside its acts, for F1.
pub const KEYS: &[(&str, &str)] = &[("↑ ↓", "morning-key-rows"), ("Enter", "morning-key-open")];

/// A call put aside, with its reason.
const DISMISS: Tag = "morning-dismiss";
/// A call attached to a ticket.
const ATTACH: Tag = "morning-attach";

/// What can be done here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// The work day before.
    Before,
    /// The work day after.
    After,
    /// A note on the person's day.
    Note,
    /// A task for the person.
    Task,
    /// The person's tickets of the day.
    Tickets,
    /// Attach the call to the ticket that it most likely belongs to.
    Attach,
    /// Put the call aside with a reason.
    Dismiss,
    /// Show or hide a person's tickets without a call.
    Unfold,
}

/// The acts with their keys.
pub const ACTS: [ActionInfo<Act>; 7] = [
    ActionInfo::new(Act::Before, "morning-before", icons::CARET_LEFT).plain(egui::Key::PageUp),
    ActionInfo::new(Act::After, "morning-after", icons::CARET_RIGHT).plain(egui::Key::PageDown),
    ActionInfo::new(Act::Note, "morning-note", icons::NOTE).plain(egui::Key::N),
    ActionInfo::new(Act::Task, "morning-task", icons::CLIPBOARD_TEXT).plain(egui::Key::T),
    ActionInfo::new(Act::Tickets, "morning-tickets", icons::TICKET).plain(egui::Key::D),
    ActionInfo::new(Act::Attach, "morning-attach", icons::LINK).plain(egui::Key::A),
    ActionInfo::new(Act::Dismiss, "morning-dismiss", icons::PROHIBIT).plain(egui::Key::Delete),
];

/// What the screen shows.
#[derive(Debug, Clone, Copy)]
pub struct View<'a> {
    /// The day's findings.
    pub morning: Option<&'a MorningView>,
    /// Who looks.
    pub me: Option<&'a MeView>,
    /// The call under the keyboard.
    pub call: Option<&'a CallBrief>,
    /// The day of the person under the keyboard.
    pub day: Option<&'a DayView>,
    /// Why the findings did not come.
    pub trouble: Option<&'a str>,
}

/// What is wanted beside the findings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// This call.
    Call(Uuid),
    /// This person's day.
    Day(String, NaiveDate),
}

/// What the screen remembers.
#[derive(Debug, Default)]
pub struct Form {
    /// The wall clock in Unix milliseconds, set by the window each frame.
    pub now_ms: i64,
    /// The day on screen; none for the last work day.
    date: Option<NaiveDate>,
    row: Option<usize>,
    /// Whose tickets without a call stand one by one.
    unfolded: BTreeSet<String>,
    wanted: Option<Wanted>,
    asking: Reason<Uuid>,
    pressed: Option<Act>,
    busy: bool,
}

impl Form {
    /// The day that is asked for; none for the last work day.
    #[must_use]
    pub fn date(&self) -> Option<NaiveDate> {
        self.date
    }

    /// What is wanted of the row under the keyboard.
    #[must_use]
    pub fn wanted(&self) -> Option<&Wanted> {
        self.wanted.as_ref()
    }

    /// An act chosen in the palette.
    pub fn press(&mut self, act: Act) {
        self.pressed = Some(act);
    }

    /// Takes the outcome of a command.
    pub fn answered(&mut self, tag: Tag, answer: Answer<'_>, lang: Lang, actions: &mut Vec<Action>) {
        self.busy = false;
        let accepted = match answer {
            Ok(accepted) => accepted,
            Err(text) => {
                if tag != DISMISS || !self.asking.refused(text) {
                    actions.push(Action::Say(Kind::Bad, text.to_owned()));
                }
                return;
            }
        };
        let key = match tag {
            DISMISS => {
                self.asking.accepted();
                "desk-call-dismissed"
            }
            ATTACH => "morning-attached",
            _ => "work-undone",
        };
        actions.push(match undo_of(accepted) {
            Some(undo) => Action::SayUndo(Kind::Ok, lang.t(key), UndoBy::Command(Box::new(undo))),
            None => Action::Say(Kind::Ok, lang.t(key)),
        });
    }

    fn turn(&mut self, to: Option<NaiveDate>) {
        if to.is_some() {
            self.date = to;
            self.row = None;
            self.unfolded.clear();
            self.wanted = None;
        }
    }

    fn unfold(&mut self, person: &str) {
        if !self.unfolded.remove(person) {
            self.unfolded.insert(person.to_owned());
        }
    }
}

/// Draws the screen; says whether what did not come is to be asked for once more.
pub fn show(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form, actions: &mut Vec<Action>) -> bool {
    let held = ui.memory(|memory| memory.focused().is_some());
    let key = keys::pressed(ui.ctx(), &ACTS).map(|info| info.id).filter(|act| !held || *act != Act::Dismiss);
    let mut acts: Vec<Act> = form.pressed.take().into_iter().chain(key).collect();
    let again = card::content(ui, |ui| {
        let title = lang.t("morning-title");
        card::screen_title(ui, &title, |ui| acts.extend(switch(ui, lang, view)));
        let Some(morning) = view.morning else {
            return card::card(ui, "", |ui| {
                if let Some(text) = view.trouble {
                    return state::error(ui, &lang.t("app-not-loaded"), text, &lang.t("app-retry"));
                }
                state::loading(ui, &lang.t("app-loading"), 8);
                false
            })
            .inner;
        };
        figures(ui, lang, morning);
        if morning.clear {
            all_clear(ui, lang, morning);
            form.wanted = None;
            return false;
        }
        let note = if morning.calls_known { "morning-delays-nothing" } else { "morning-no-calls" };
        state::line(ui, Kind::Neutral, icons::INFO, &lang.t(note));
        let left = (ui.available_width() - space::L) * 0.58;
        let mut opened = None;
        layout::split(ui, left, |ui, side| match side {
            Side::Left => opened = findings::show(ui, lang, morning, &form.unfolded, &mut form.row, actions),
            Side::Right => {
                let chosen = findings(morning, &form.unfolded).into_iter().nth(form.row.unwrap_or(usize::MAX));
                form.wanted = chosen.as_ref().and_then(|finding| finding.wanted(morning.date));
                acts.extend(detail::show(ui, lang, view, chosen.as_ref(), form.now_ms, actions));
            }
        });
        if let Some(place) = opened {
            form.row = Some(place);
            match findings(morning, &form.unfolded).into_iter().nth(place) {
                Some(Finding::Tickets { person, .. }) => form.unfold(person),
                finding => open(finding.as_ref(), morning, actions),
            }
        }
        false
    });
    for act in acts {
        carry_out(lang, view, form, act, actions);
    }
    dialog(ui, lang, form, actions);
    again
}

/// Opens what a finding speaks of.
fn open(finding: Option<&Finding<'_>>, morning: &MorningView, actions: &mut Vec<Action>) {
    match finding {
        Some(Finding::Ticket(_, ticket)) => actions.push(Action::OpenTicket(ticket.ticket)),
        Some(Finding::Objection(one)) => actions.push(Action::OpenTasks(Page::Objections, Some(one.objection))),
        Some(finding) => actions.push(Action::FindTickets(finding.person().to_owned(), morning.date)),
        None => {}
    }
}

fn carry_out(lang: Lang, view: &View<'_>, form: &mut Form, act: Act, actions: &mut Vec<Action>) {
    let Some(morning) = view.morning else { return };
    let found = findings(morning, &form.unfolded);
    let chosen = form.row.and_then(|row| found.get(row));
    let person = chosen.map(Finding::person);
    let call = view.call.filter(|call| form.wanted == Some(Wanted::Call(call.call)));
    let may = |command: &str| call.is_some_and(|call| call.allowed.iter().any(|allowed| allowed == command));
    let today = view.me.map(|me| me.work_day);
    match act {
        Act::Before => form.turn(morning.date.pred_opt()),
        Act::After => form.turn(morning.date.succ_opt().filter(|day| today.is_none_or(|today| *day <= today))),
        Act::Note => actions.extend(person.map(|person| Action::WriteNote(person.to_owned(), Some(morning.date)))),
        Act::Task => actions.extend(person.map(|person| Action::GiveTask(person.to_owned()))),
        Act::Tickets => {
            actions.extend(person.map(|person| Action::FindTickets(person.to_owned(), morning.date)));
        }
        Act::Dismiss if may("call.dismiss") => call.into_iter().for_each(|call| form.asking.ask(call.call)),
        Act::Attach if may("merge.attach") && !form.busy => {
            if let Some((call, ticket)) = call.and_then(|call| Some((call.call, call.suggested?))) {
                form.busy = true;
                let attach = Command::Desk(DeskCommand::MergeAttach(MergeAttach { call, ticket }));
                actions.push(Action::Send { tag: ATTACH, command: Box::new(attach) });
            } else {
                actions.push(Action::Say(Kind::Warn, lang.t("morning-no-ticket-near")));
            }
        }
        Act::Unfold => person.map(str::to_owned).into_iter().for_each(|person| form.unfold(&person)),
        Act::Dismiss | Act::Attach => {}
    }
}

fn dialog(ui: &Ui, lang: Lang, form: &mut Form, actions: &mut Vec<Action>) {
    let [title, text, label, empty, send] =
        ["review-dismiss-title", "desk-dismiss-text", "desk-dismiss-reason", "desk-dismiss-empty", "desk-call-dismiss"]
            .map(|key| lang.t(key));
    let words = Words { title: &title, text: &text, label: &label, empty: &empty, send: &send, ready: &[] };
    if let Some((call, reason)) = form.asking.show(ui, lang, &words) {
        let dismiss = Command::Desk(DeskCommand::CallDismiss(CallDismiss { call, reason }));
        actions.push(Action::Send { tag: DISMISS, command: Box::new(dismiss) });
    }
}

/// The day with a step back and on, and whether it is closed.
fn switch(ui: &mut Ui, lang: Lang, view: &View<'_>) -> Option<Act> {
    let morning = view.morning?;
    let weekday = lang.t(&format!("study-weekday-{}", chrono::Datelike::weekday(&morning.date).number_from_monday()));
    let name = format!("{}, {weekday}", lang.date(morning.date));
    let (back, on) = (lang.t("morning-before"), lang.t("morning-after"));
    let more = view.me.is_none_or(|me| morning.date < me.work_day);
    let pressed = turn::show(ui, &Turn { name: &name, width: turn::DAY, back: &back, on: &on, more });
    let (kind, icon, word) = if morning.closed {
        (Kind::Ok, icons::LOCK, "kpi-day-closed")
    } else {
        (Kind::Neutral, icons::LOCK_OPEN, "kpi-day-open")
    };
    badge::badge_with(ui, kind, icon, &lang.t(word));
    pressed.map(|way| if way == Way::Back { Act::Before } else { Act::After })
}

/// How many tickets and calls the day has, and how many lines there are to look at.
fn figures(ui: &mut Ui, lang: Lang, morning: &MorningView) {
    let whole = |count: usize| lang.whole(i64::try_from(count).unwrap_or(i64::MAX));
    let [tickets, calls, found] = ["morning-tickets-count", "morning-calls", "morning-found"].map(|key| lang.t(key));
    let calls_note = if morning.calls_known {
        let without = morning.calls_without_tickets.len();
        lang.with("morning-calls-without", &[("count", Arg::from(without))])
    } else {
        lang.t("morning-calls-unknown")
    };
    let count = findings::count(morning);
    let note = lang.t(if morning.clear { "morning-clear-note" } else { "morning-found-note" });
    let whose = morning.department.as_ref().map(|department| department.name.clone());
    let whose = whose.unwrap_or_else(|| lang.t("morning-every-department"));
    let (tickets_value, calls_value, count_value) =
        (lang.whole(morning.tickets), lang.whole(morning.calls), whole(count));
    let kind = if morning.clear { Kind::Ok } else { Kind::Warn };
    stat::tiles(
        ui,
        &[
            stat::Stat { label: &tickets, value: &tickets_value, note: &whose, ..stat::Stat::default() },
            stat::Stat { label: &calls, value: &calls_value, note: &calls_note, ..stat::Stat::default() },
            stat::Stat { label: &found, value: &count_value, note: &note, kind, ..stat::Stat::default() },
        ],
    );
}

fn all_clear(ui: &mut Ui, lang: Lang, morning: &MorningView) {
    card::card(ui, "", |ui| {
        let day = lang.date(morning.date);
        let key = if morning.tickets == 0 && morning.calls == 0 { "morning-nothing" } else { "morning-clear" };
        let (title, text) = (lang.with(key, &[("day", Arg::Text(&day))]), lang.t(&format!("{key}-text")));
        let icon = icons::CHECK_CIRCLE;
        state::empty(ui, &state::Empty { icon, title: &title, text: &text, ..state::Empty::default() });
    });
}

/// Where forgotten tickets are decided on.
fn to_claims() -> Action {
    Action::Go(Place::Review)
}
