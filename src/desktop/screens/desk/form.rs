//! What the desk remembers: the open tickets, what is on its way, and where the keyboard goes next.
//!
//! Invariant: there is always one ticket in the editor, begun or blank; a begun one is written down until it is saved or given up.

use std::collections::BTreeMap;

use chrono_tz::Tz;
use uuid::Uuid;

use super::draft::{Draft, Finish, Slip};
use super::{View, calls, clients};
use crate::desktop::action::{Action, Answer, Tag, UndoBy};
use crate::desktop::theme::Kind;
use crate::desktop::widgets::{choose, find, pick};
use crate::domain::instant::Instant;
use crate::domain::units::CentiMinutes;
use crate::floor::Accepted;
use crate::floor::command::{Command, DeskCommand, MergeAttach};
use crate::locale::{Arg, Lang};
use crate::views::desk::CallBrief;
use crate::views::tickets::{DeskAction, DeskView};
use crate::worker::ScratchNote;

const SAVE: Tag = "desk-save";
const CANCEL: Tag = "desk-cancel";
/// What is done to a call: put aside, attached, brought back.
pub(super) const CALL: Tag = "desk-call";
/// An answer to the supervisor.
pub(super) const REPLY: Tag = "desk-reply";
/// The window gives what a toast took back under this tag.
const UNDO: Tag = "undo";

/// The kind of the scratch texts that keep drafts.
const NOTE: &str = "ticket";

/// A draft is written down at most this often while it changes.
const NOTE_EVERY_MS: i64 = 500;

/// As many tickets as can be kept in one's head, and on one strip of tabs.
pub const OPEN_MOST: usize = 20;

/// Where the keyboard is to go next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Focus {
    Client,
    Decision,
    Comment,
    Finish,
    Calls,
}

/// What the screen remembers.
#[derive(Debug, Default)]
pub struct Form {
    /// The wall clock in Unix milliseconds, set by the window each frame.
    pub now_ms: i64,
    pub(super) tickets: Vec<Draft>,
    pub(super) current: usize,
    restored: bool,
    pub(super) sending: Option<Uuid>,
    pub(super) error: Option<(Uuid, String)>,
    /// Takes the last save back.
    pub(super) undo: Option<Command>,
    /// The ticket saved last, to be corrected by one key.
    last: Option<Uuid>,
    pub(super) pick: pick::State,
    /// The search field had the keyboard in the last frame.
    pub(super) picking: bool,
    pub(super) focus: Option<Focus>,
    pub(super) channel: choose::State,
    pub(super) outcome: choose::State,
    pub(super) behalf: choose::State,
    pub(super) client: clients::Asked,
    pub(super) calls: calls::Form,
    /// The ticket that is about to be given up with what it holds.
    pub(super) leaving: Option<Uuid>,
    /// Calls that the person took into a ticket that is saved now: attached by hand where no rule did it.
    attach: Vec<(Uuid, Uuid)>,
    pub(super) index: find::Index,
    indexed: Vec<DeskAction>,
    noted: BTreeMap<Uuid, String>,
    noted_ms: i64,
}

impl Form {
    /// Whether several tickets are open, so that Ctrl and a digit choose among them.
    #[must_use]
    pub fn has_tabs(&self) -> bool {
        self.tickets.len() > 1
    }

    /// The client to be looked up, once the typing has paused.
    #[must_use]
    pub fn client_wanted(&self) -> Option<String> {
        self.client.wanted()
    }

    /// Takes the outcome of a command.
    pub fn answered(&mut self, tag: Tag, answer: Answer<'_>, lang: Lang, actions: &mut Vec<Action>) {
        if matches!(tag, CALL | REPLY) {
            let asked = self.calls.asks();
            self.calls.answered(tag, answer, lang, actions);
            // From a dialog that is done the keyboard goes back to the ticket.
            if asked && !self.calls.asks() {
                self.look_at_current();
            }
            return;
        }
        let sent = if tag == UNDO { None } else { self.sending.take() };
        match answer {
            Ok(accepted) => self.accepted(tag, sent, accepted, lang, actions),
            Err(text) => match sent {
                Some(ticket) => self.error = Some((ticket, text.to_owned())),
                None => actions.push(Action::Say(Kind::Bad, text.to_owned())),
            },
        }
    }

    fn accepted(&mut self, tag: Tag, sent: Option<Uuid>, accepted: &Accepted, lang: Lang, actions: &mut Vec<Action>) {
        if tag == UNDO {
            self.undo = None;
            actions.push(Action::Say(Kind::Ok, lang.t("desk-undone")));
            return;
        }
        let Some(ticket) = sent else { return };
        let held = accepted.result.get("held").and_then(serde_json::Value::as_bool).unwrap_or_default();
        let count = if held { "held_kpi_cmin" } else { "kpi_cmin" };
        let minutes = lang.minutes(minutes_of(accepted, count));
        let minutes = [("minutes", Arg::Text(&minutes))];
        self.error = None;
        if let Some(draft) = self.tickets.iter().find(|draft| draft.ticket == ticket) {
            self.attach.extend(draft.calls.iter().map(|call| (*call, ticket)));
        }
        self.close(ticket, actions);
        if accepted.result.get("claim").is_some() {
            actions.push(Action::Say(Kind::Ok, lang.with("desk-claimed", &minutes)));
            return;
        }
        if tag == CANCEL {
            actions.push(Action::Say(Kind::Ok, lang.t("desk-cancelled")));
            return;
        }
        self.last = Some(ticket);
        self.undo = undo_of(accepted);
        let (kind, text) = match (held, self.undo.is_some()) {
            (true, _) => (Kind::Accent, lang.with("desk-saved-held", &minutes)),
            (false, true) => (Kind::Ok, lang.with("desk-saved", &minutes)),
            (false, false) => (Kind::Ok, lang.with("desk-corrected", &minutes)),
        };
        actions.push(match self.undo.clone() {
            Some(undo) => Action::SayUndo(kind, text, UndoBy::Saved { command: Box::new(undo), ticket }),
            None => Action::Say(kind, text),
        });
    }

    /// Puts a ticket away and forgets its draft; the editor goes on with the next one, or a blank.
    pub(super) fn close(&mut self, ticket: Uuid, actions: &mut Vec<Action>) {
        let shown = self.tickets.get(self.current).map(|draft| draft.ticket);
        self.tickets.retain(|draft| draft.ticket != ticket);
        let stays = self.tickets.iter().position(|draft| Some(draft.ticket) == shown);
        self.current = stays.unwrap_or_else(|| self.current.min(self.tickets.len().saturating_sub(1)));
        if self.noted.remove(&ticket).is_some() {
            actions.push(Action::Note(ScratchNote { kind: NOTE, slot: ticket.to_string(), body: None }));
        }
        self.pick = pick::State::default();
        self.look_at_current();
    }

    /// Gives a ticket up: at once when it holds nothing, else after a question that says what is lost.
    pub(super) fn leave(&mut self, ticket: Uuid, actions: &mut Vec<Action>) {
        if self.tickets.iter().any(|draft| draft.ticket == ticket && draft.holds()) {
            self.leaving = Some(ticket);
        } else {
            self.close(ticket, actions);
        }
    }

    /// The ticket in the editor; there is always one, begun or blank.
    pub(super) fn draft(&mut self) -> &mut Draft {
        if self.tickets.is_empty() {
            self.tickets.push(Draft::default());
        }
        self.current = self.current.min(self.tickets.len() - 1);
        let current = self.current;
        #[expect(clippy::indexing_slicing, reason = "held inside the list in the line above")]
        &mut self.tickets[current]
    }

    /// Begins a ticket: in the blank that is open, else in a new tab.
    pub(super) fn begin(&mut self, view: &DeskView, lang: Lang, actions: &mut Vec<Action>) -> bool {
        let now = self.now_ms;
        if let Some(blank) = self.tickets.iter().position(|draft| !draft.begun()) {
            self.current = blank;
        } else if self.tickets.len() < OPEN_MOST {
            self.tickets.push(Draft::default());
            self.current = self.tickets.len() - 1;
        } else {
            actions.push(Action::Say(Kind::Warn, lang.with("desk-too-many", &[("count", OPEN_MOST.into())])));
            return false;
        }
        let channel = channel_of(view);
        let draft = self.draft();
        draft.channel = channel;
        draft.begin(now);
        self.pick = pick::State::default();
        self.focus = Some(Focus::Client);
        true
    }

    /// Goes to the ticket of this place among the tabs.
    pub(super) fn turn_to(&mut self, place: usize) {
        if place < self.tickets.len() {
            self.current = place;
            self.pick = pick::State::default();
            self.look_at_current();
        }
    }

    /// The keyboard goes to what the ticket in the editor lacks next.
    fn look_at_current(&mut self) {
        let named = !self.draft().client.trim().is_empty();
        self.focus = Some(if named { Focus::Decision } else { Focus::Client });
    }

    /// Sends the ticket in the editor.
    pub(super) fn save(&mut self, view: &View<'_>, lang: Lang, actions: &mut Vec<Action>) {
        let now = self.now_ms;
        let idle = !self.draft().begun() || (self.draft().correcting.is_some() && !self.draft().holds());
        if self.sending.is_some() || idle {
            return;
        }
        let ticket = self.draft().ticket;
        match self.command(view, view.zone, now) {
            Ok(command) => {
                self.error = None;
                self.sending = Some(ticket);
                actions.push(Action::Send { tag: SAVE, command: Box::new(command) });
            }
            Err(slip) => {
                let (key, focus) = match slip {
                    Slip::Finish => ("desk-slip-finish", Focus::Finish),
                    Slip::Amount => ("desk-slip-amount", Focus::Decision),
                    Slip::PaidOn => ("desk-slip-paid-on", Focus::Decision),
                    Slip::Claim => ("desk-slip-claim", Focus::Comment),
                };
                self.error = Some((ticket, lang.t(key)));
                self.focus = Some(focus);
            }
        }
    }

    fn command(&mut self, view: &View<'_>, zone: Tz, now_ms: i64) -> Result<Command, Slip> {
        let now = Instant::from_millis(now_ms).ok_or(Slip::Finish)?;
        let finished = self.draft().finish(view.desk.work_day, zone, now)?;
        self.draft().command(finished)
    }

    /// Whether the ticket in the editor is a forgotten one of an earlier day.
    pub(super) fn claims(&mut self, view: &View<'_>) -> bool {
        let now = Instant::from_millis(self.now_ms);
        let finish = now.and_then(|now| self.draft().finish(view.desk.work_day, view.zone, now).ok());
        matches!(finish, Some(Finish::Before(_)))
    }

    /// Takes the saved ticket in the editor back.
    pub(super) fn cancel(&mut self, actions: &mut Vec<Action>) {
        let ticket = self.draft().ticket;
        if self.sending.is_none()
            && let Some(command) = self.draft().cancel()
        {
            self.sending = Some(ticket);
            actions.push(Action::Send { tag: CANCEL, command: Box::new(command) });
        }
    }

    /// Takes the last save back.
    pub(super) fn take_back(&mut self, actions: &mut Vec<Action>) {
        if let Some(command) = self.undo.take() {
            actions.push(Action::Send { tag: UNDO, command: Box::new(command) });
        }
    }

    /// Opens the ticket that was saved last, or the latest of today, to be corrected.
    pub(super) fn correct_last(&mut self, view: &DeskView) {
        let latest = view.day.tickets.iter().rev().find(|brief| !brief.cancelled).map(|brief| brief.ticket);
        if let Some(ticket) = self.last.or(latest) {
            self.correct(view, ticket);
        }
    }

    /// Opens a ticket of today to be corrected.
    pub fn correct(&mut self, view: &DeskView, ticket: Uuid) {
        if let Some(open) = self.tickets.iter().position(|draft| draft.ticket == ticket) {
            self.current = open;
        } else if let Some(brief) = view.day.tickets.iter().find(|brief| brief.ticket == ticket) {
            self.tickets.retain(Draft::begun);
            self.tickets.push(Draft::of(brief));
            self.current = self.tickets.len() - 1;
        }
        self.pick = pick::State::default();
        self.focus = Some(Focus::Decision);
    }

    /// Takes a waiting call into the ticket in the editor, or into one of its own where that one is another client's.
    pub(super) fn take(
        &mut self,
        view: &DeskView,
        call: &CallBrief,
        into_open: bool,
        lang: Lang,
        actions: &mut Vec<Action>,
    ) {
        if let Some(open) = self.tickets.iter().position(|draft| draft.calls.contains(&call.call)) {
            self.turn_to(open);
            return;
        }
        let client = call.client.clone().unwrap_or_default();
        let open = self.draft();
        let free = open.client.trim().is_empty() || clients::same(&open.client, &client);
        let fits = into_open || (open.correcting.is_none() && free);
        if !fits && !self.begin(view, lang, actions) {
            return;
        }
        let now = self.now_ms;
        let draft = self.draft();
        if !draft.holds() && draft.correcting.is_none() {
            draft.channel = call.channel;
        }
        draft.begin(now);
        if draft.client.trim().is_empty() {
            draft.client = client;
        }
        draft.calls.push(call.call);
        let client = self.current_client();
        self.client.settle(client);
        self.focus = Some(Focus::Decision);
    }

    /// The client of the ticket in the editor.
    pub(super) fn current_client(&mut self) -> (Uuid, String) {
        let draft = self.draft();
        (draft.ticket, draft.client.clone())
    }

    /// Attaches by hand what no rule has merged, once the saved ticket is on screen.
    pub(super) fn attach_taken(&mut self, view: &DeskView, actions: &mut Vec<Action>) {
        self.attach.retain(|(call, ticket)| {
            if !view.day.tickets.iter().any(|brief| brief.ticket == *ticket) {
                return true;
            }
            if view.calls.iter().any(|waiting| waiting.call == *call) {
                let attach = DeskCommand::MergeAttach(MergeAttach { call: *call, ticket: *ticket });
                actions.push(Action::Send { tag: CALL, command: Box::new(Command::Desk(attach)) });
            }
            false
        });
    }

    /// Prepares the search over the actions when they have changed.
    pub(super) fn prepare(&mut self, view: &DeskView) {
        if self.indexed != view.actions {
            self.indexed.clone_from(&view.actions);
            self.index = find::Index::new(view.actions.iter().map(|action| find::Entry {
                name: &action.name_ru,
                other_name: action.name_en.as_deref().unwrap_or_default(),
                code: &action.code,
                group: &action.group,
                frequent: action.frequent,
            }));
        }
    }

    /// Brings back, once, what was being written when the program ended.
    pub(super) fn restore(&mut self, view: &DeskView, actions: &mut Vec<Action>) {
        if std::mem::replace(&mut self.restored, true) {
            return;
        }
        for (slot, body) in &view.drafts {
            let draft: Option<Draft> = serde_json::from_str(body).ok();
            let saved = view.day.tickets.iter().find(|brief| brief.ticket.to_string() == *slot);
            let version = saved.map(|brief| brief.version);
            match draft {
                Some(draft) if draft.begun() && draft.correcting == version && self.tickets.len() < OPEN_MOST => {
                    self.noted.insert(draft.ticket, body.clone());
                    self.tickets.push(draft);
                }
                _ => actions.push(Action::Note(ScratchNote { kind: NOTE, slot: slot.clone(), body: None })),
            }
        }
        if self.focus.is_none() {
            self.look_at_current();
        }
    }

    /// Writes down the drafts that changed.
    pub(super) fn keep(&mut self, actions: &mut Vec<Action>) {
        if self.noted_ms > 0 && self.now_ms.abs_diff(self.noted_ms) < NOTE_EVERY_MS.unsigned_abs() {
            return;
        }
        for draft in &self.tickets {
            let body = draft.note();
            if self.noted.get(&draft.ticket) == body.as_ref() {
                continue;
            }
            self.noted_ms = self.now_ms;
            match &body {
                Some(body) => drop(self.noted.insert(draft.ticket, body.clone())),
                None => drop(self.noted.remove(&draft.ticket)),
            }
            actions.push(Action::Note(ScratchNote { kind: NOTE, slot: draft.ticket.to_string(), body }));
        }
    }
}

/// The channel a person has just worked in: the latest ticket's of today, so that a chat operator need not choose it each time.
fn channel_of(view: &DeskView) -> crate::domain::ticket::Channel {
    let latest = view.day.tickets.iter().rev().find(|brief| brief.origin == "manual");
    latest.map(|brief| brief.channel).filter(|channel| super::editor::CHANNELS.contains(channel)).unwrap_or_default()
}

fn minutes_of(accepted: &Accepted, name: &str) -> CentiMinutes {
    CentiMinutes(accepted.result.get(name).and_then(serde_json::Value::as_i64).unwrap_or_default())
}

fn undo_of(accepted: &Accepted) -> Option<Command> {
    let undo = accepted.undo.as_ref()?;
    Command::from_wire(undo.get("do")?.as_str()?, undo.get("with")?).ok()
}
