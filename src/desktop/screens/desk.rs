//! The operator's desk: one window from ring to save, hands on the keyboard.
//!
//! Several tickets may be open at once, each a tab with its own time; a draft is kept across restarts until it is saved.
//! On the right stands the day so far; a ticket of today opens to be corrected in the same editor.

mod day;
pub mod draft;
mod editor;
mod keyboard;

use std::collections::BTreeMap;

use egui::Ui;
use uuid::Uuid;

use super::norms::layout::{self, Side};
use crate::desktop::action::{Action, Answer, Tag, UndoBy};
use crate::desktop::icons;
use crate::desktop::theme::{Kind, space};
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::{badge, card, pick};
use crate::domain::units::CentiMinutes;
use crate::floor::Accepted;
use crate::floor::command::Command;
use crate::locale::{Arg, Lang};
use crate::views::tickets::DeskView;
use crate::worker::ScratchNote;
pub use day::progress;
use draft::Draft;

/// Keys of this screen, for F1.
pub const KEYS: &[(&str, &str)] = &[
    ("Ctrl+N", "desk-key-new"),
    ("1…9", "desk-key-digit"),
    ("Enter", "desk-key-enter"),
    ("+ −", "desk-key-quantity"),
    ("Ctrl+H", "desk-key-hard"),
    ("Alt+↑ ↓", "desk-key-current"),
    ("Ctrl+Enter", "desk-key-save"),
    ("Ctrl+Z", "desk-key-undo"),
    ("Ctrl+PageDown", "desk-key-next"),
];

const SAVE: Tag = "desk-save";
const CANCEL: Tag = "desk-cancel";
/// The window gives what a toast took back under this tag.
const UNDO: Tag = "undo";

/// The kind of the scratch texts that keep drafts.
const NOTE: &str = "ticket";

/// A draft is written down at most this often while it changes.
const NOTE_EVERY_MS: i64 = 500;

/// How wide the day beside the editor is.
const DAY: f32 = 320.0;

/// Where the keyboard is to go next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Focus {
    Client,
    Decision,
}

/// What the screen remembers.
#[derive(Debug, Default)]
pub struct Form {
    /// The wall clock in Unix milliseconds, set by the window each frame.
    pub now_ms: i64,
    tickets: Vec<Draft>,
    current: usize,
    restored: bool,
    sending: Option<Uuid>,
    error: Option<(Uuid, String)>,
    /// Takes the last save back.
    undo: Option<Command>,
    pick: pick::State,
    /// The search field had the keyboard in the last frame.
    picking: bool,
    focus: Option<Focus>,
    noted: BTreeMap<Uuid, String>,
    noted_ms: i64,
}

impl Form {
    /// Takes the outcome of a command.
    pub fn answered(&mut self, tag: Tag, answer: Answer<'_>, lang: Lang, actions: &mut Vec<Action>) {
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
        let minutes = lang.minutes(kpi_of(accepted));
        let minutes = [("minutes", Arg::Text(&minutes))];
        self.error = None;
        self.close(ticket, actions);
        self.undo = undo_of(accepted);
        actions.push(match (tag, self.undo.clone()) {
            (CANCEL, _) => Action::Say(Kind::Ok, lang.t("desk-cancelled")),
            (_, Some(undo)) => {
                Action::SayUndo(Kind::Ok, lang.with("desk-saved", &minutes), UndoBy::Command(Box::new(undo)))
            }
            (_, None) => Action::Say(Kind::Ok, lang.with("desk-corrected", &minutes)),
        });
    }

    /// Puts a ticket away and forgets its draft; the editor goes on with the next one, or a blank.
    fn close(&mut self, ticket: Uuid, actions: &mut Vec<Action>) {
        self.tickets.retain(|draft| draft.ticket != ticket);
        self.current = self.current.min(self.tickets.len().saturating_sub(1));
        if self.noted.remove(&ticket).is_some() {
            actions.push(Action::Note(ScratchNote { kind: NOTE, slot: ticket.to_string(), body: None }));
        }
        self.pick = pick::State::default();
        self.focus = Some(Focus::Client);
    }

    /// The ticket in the editor; there is always one, begun or blank.
    fn draft(&mut self) -> &mut Draft {
        if self.tickets.is_empty() {
            self.tickets.push(Draft::default());
        }
        self.current = self.current.min(self.tickets.len() - 1);
        let current = self.current;
        #[expect(clippy::indexing_slicing, reason = "held inside the list in the line above")]
        &mut self.tickets[current]
    }

    /// Begins a ticket: in the blank that is open, else in a new tab.
    fn begin(&mut self) {
        let now = self.now_ms;
        if let Some(blank) = self.tickets.iter().position(|draft| !draft.begun()) {
            self.current = blank;
        } else {
            self.tickets.push(Draft::default());
            self.current = self.tickets.len() - 1;
        }
        self.draft().begin(now);
        self.pick = pick::State::default();
        self.focus = Some(Focus::Client);
    }

    /// Sends the ticket in the editor.
    fn save(&mut self, actions: &mut Vec<Action>) {
        let now = self.now_ms;
        if self.sending.is_some() || *self.draft() == Draft::default() {
            return;
        }
        self.draft().begin(now);
        let ticket = self.draft().ticket;
        if let Some(command) = self.draft().command() {
            self.error = None;
            self.sending = Some(ticket);
            actions.push(Action::Send { tag: SAVE, command: Box::new(command) });
        }
    }

    /// Takes the saved ticket in the editor back.
    fn cancel(&mut self, actions: &mut Vec<Action>) {
        let ticket = self.draft().ticket;
        if self.sending.is_none()
            && let Some(command) = self.draft().cancel()
        {
            self.sending = Some(ticket);
            actions.push(Action::Send { tag: CANCEL, command: Box::new(command) });
        }
    }

    /// Takes the last save back.
    fn take_back(&mut self, actions: &mut Vec<Action>) {
        if let Some(command) = self.undo.take() {
            actions.push(Action::Send { tag: UNDO, command: Box::new(command) });
        }
    }

    /// Opens a ticket of today to be corrected.
    fn correct(&mut self, view: &DeskView, ticket: Uuid) {
        if let Some(open) = self.tickets.iter().position(|draft| draft.ticket == ticket) {
            self.current = open;
        } else if let Some(brief) = view.day.tickets.iter().find(|brief| brief.ticket == ticket) {
            self.tickets.retain(Draft::begun);
            self.tickets.push(Draft::of(brief));
            self.current = self.tickets.len() - 1;
        }
        self.focus = Some(Focus::Decision);
    }

    /// Brings back, once, what was being written when the program ended.
    fn restore(&mut self, view: &DeskView, actions: &mut Vec<Action>) {
        if std::mem::replace(&mut self.restored, true) {
            return;
        }
        for (slot, body) in &view.drafts {
            let draft: Option<Draft> = serde_json::from_str(body).ok();
            let saved = view.day.tickets.iter().any(|brief| brief.ticket.to_string() == *slot);
            match draft {
                Some(draft) if draft.begun() && !saved => {
                    self.noted.insert(draft.ticket, body.clone());
                    self.tickets.push(draft);
                }
                _ => actions.push(Action::Note(ScratchNote { kind: NOTE, slot: slot.clone(), body: None })),
            }
        }
        self.focus = Some(Focus::Client);
    }

    /// Writes down the drafts that changed.
    fn keep(&mut self, actions: &mut Vec<Action>) {
        if self.noted_ms > 0 && self.now_ms.abs_diff(self.noted_ms) < NOTE_EVERY_MS.unsigned_abs() {
            return;
        }
        for draft in &self.tickets {
            let Some(body) = draft.note() else { continue };
            if self.noted.get(&draft.ticket) != Some(&body) {
                self.noted_ms = self.now_ms;
                self.noted.insert(draft.ticket, body.clone());
                actions.push(Action::Note(ScratchNote {
                    kind: NOTE,
                    slot: draft.ticket.to_string(),
                    body: Some(body),
                }));
            }
        }
    }
}

fn kpi_of(accepted: &Accepted) -> CentiMinutes {
    CentiMinutes(accepted.result.get("kpi_cmin").and_then(serde_json::Value::as_i64).unwrap_or_default())
}

fn undo_of(accepted: &Accepted) -> Option<Command> {
    let undo = accepted.undo.as_ref()?;
    Command::from_wire(undo.get("do")?.as_str()?, undo.get("with")?).ok()
}

/// Draws the screen.
pub fn show(ui: &mut Ui, lang: Lang, view: &DeskView, form: &mut Form, actions: &mut Vec<Action>) {
    form.restore(view, actions);
    keyboard::act(ui, view, form, actions);
    card::content(ui, |ui| {
        let new = keyboard::key(ui, keyboard::Key::New);
        card::screen_title(ui, &lang.t("desk-title"), |ui| {
            if Button::secondary(&lang.t("desk-new")).icon(icons::PLUS).key(&new).show(ui).clicked() {
                form.begin();
            }
        });
        if view.order.is_none() {
            badge::banner(ui, Kind::Warn, &lang.t("desk-no-order"), "");
        }
        let left = ui.available_width() - DAY - space::L;
        layout::split(ui, left, |ui, side| match side {
            Side::Left => editor::show(ui, lang, view, form, actions),
            Side::Right => day::show(ui, lang, view, form),
        });
    });
    if form.tickets.iter().any(|draft| draft.opened_ms > 0) {
        ui.ctx().request_repaint_after_secs(1.0);
    }
    form.keep(actions);
}
