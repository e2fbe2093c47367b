//! A ticket while it is being written: what the operator has put in so far, and the command it becomes.
//!
//! Pure: no widgets. A draft is kept as text across restarts; its id is made when the work begins and stays until it is saved.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::domain::code::Code;
use crate::domain::instant::Instant;
use crate::domain::ticket::{Channel, ContactOutcome, QUANTITY_MAX};
use crate::domain::units::CentiMinutes;
use crate::floor::command::{Command, DecisionGiven, TicketCommand, TicketCorrect, TicketSave};
use crate::views::tickets::{DeskAction, TicketBrief};

/// A decision put on the ticket.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chosen {
    /// The action's code.
    pub action: String,
    /// How many times.
    pub quantity: i64,
    /// How many of them were hard cases.
    pub hard: i64,
}

/// A ticket being written, or one of today being corrected.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Draft {
    /// The ticket's id; nil until the work begins.
    pub ticket: Uuid,
    /// When the work began, Unix milliseconds; 0 until then.
    pub opened_ms: i64,
    /// The version that is corrected, where the ticket is saved already.
    pub correcting: Option<i64>,
    /// Client reference.
    pub client: String,
    /// How the client came in.
    pub channel: Channel,
    /// What was done.
    pub decisions: Vec<Chosen>,
    /// Which decision `+`, `−` and H act on.
    #[serde(skip)]
    pub current: usize,
    /// How the contact ended.
    pub outcome: Option<ContactOutcome>,
    /// The colleague it is done for.
    pub behalf: Option<String>,
    /// A comment.
    pub comment: String,
    /// Why there is no decision.
    pub reason: String,
}

impl Draft {
    /// Whether the work has begun.
    #[must_use]
    pub fn begun(&self) -> bool {
        !self.ticket.is_nil()
    }

    /// Begins the work: from here on it has an id and a time.
    pub fn begin(&mut self, now_ms: i64) {
        if !self.begun() {
            self.ticket = Uuid::now_v7();
            self.opened_ms = now_ms;
        }
    }

    /// A saved ticket, opened to be corrected.
    #[must_use]
    pub fn of(ticket: &TicketBrief) -> Self {
        let decisions = ticket.decisions.iter().map(|decision| Chosen {
            action: decision.action.clone(),
            quantity: decision.quantity,
            hard: decision.hard,
        });
        Self {
            ticket: ticket.ticket,
            correcting: Some(ticket.version),
            client: ticket.client.clone().unwrap_or_default(),
            channel: ticket.channel,
            decisions: decisions.collect(),
            comment: ticket.comment.clone().unwrap_or_default(),
            ..Self::default()
        }
    }

    /// Puts a decision on the ticket; the same one again counts one more.
    pub fn pick(&mut self, action: &str) {
        if let Some(place) = self.decisions.iter().position(|chosen| chosen.action == action) {
            self.current = place;
            self.change(1);
            return;
        }
        self.decisions.push(Chosen { action: action.to_owned(), quantity: 1, hard: 0 });
        self.current = self.decisions.len() - 1;
    }

    /// One more or less of the current decision; below one it leaves the ticket.
    pub fn change(&mut self, by: i64) {
        let Some(chosen) = self.decisions.get_mut(self.current) else { return };
        chosen.quantity = chosen.quantity.saturating_add(by).min(QUANTITY_MAX);
        chosen.hard = chosen.hard.min(chosen.quantity);
        if chosen.quantity < 1 {
            self.remove(self.current);
        }
    }

    /// Takes a decision off the ticket.
    pub fn remove(&mut self, place: usize) {
        if place < self.decisions.len() {
            self.decisions.remove(place);
            self.current = self.current.min(self.decisions.len().saturating_sub(1));
        }
    }

    /// One more hard case of the current decision; after all of them, none.
    pub fn mark_hard(&mut self, actions: &[DeskAction]) {
        let Some(chosen) = self.decisions.get_mut(self.current) else { return };
        let criterion = action(actions, &chosen.action).and_then(|action| action.hard_criterion.as_deref());
        if criterion.is_some() {
            chosen.hard = if chosen.hard >= chosen.quantity { 0 } else { chosen.hard + 1 };
        }
    }

    /// What the ticket weighs so far, by today's norms.
    #[must_use]
    pub fn total(&self, actions: &[DeskAction]) -> CentiMinutes {
        let weights = self.decisions.iter().map(|chosen| minutes(actions, chosen));
        CentiMinutes::sum(weights).unwrap_or_default()
    }

    /// The command that saves or corrects it. `None` when a code is none, which the desk never offers.
    #[must_use]
    pub fn command(&self) -> Option<Command> {
        let decisions = self.given()?;
        let behalf = self.behalf.as_deref().map(Code::new).transpose().ok()?;
        let opened_at = Some(self.opened_ms).filter(|ms| *ms > 0).and_then(Instant::from_millis);
        let command = match self.correcting {
            Some(version) => TicketCommand::TicketCorrect(TicketCorrect {
                reason: said(&self.reason),
                channel: Some(self.channel),
                client: said(&self.client),
                decisions: Some(decisions),
                comment: said(&self.comment),
                ..correction(self.ticket, version)
            }),
            None => TicketCommand::TicketSave(TicketSave {
                ticket: self.ticket,
                employee: None,
                channel: self.channel,
                client: said(&self.client),
                opened_at,
                finished_at: None,
                decisions,
                on_behalf_of: behalf,
                outcome: self.outcome,
                comment: said(&self.comment),
                reason: said(&self.reason),
            }),
        };
        Some(Command::Ticket(command))
    }

    /// The command that takes a saved ticket back.
    #[must_use]
    pub fn cancel(&self) -> Option<Command> {
        let correct = TicketCorrect {
            reason: said(&self.reason),
            decisions: Some(Vec::new()),
            ..correction(self.ticket, self.correcting?)
        };
        Some(Command::Ticket(TicketCommand::TicketCorrect(correct)))
    }

    fn given(&self) -> Option<Vec<DecisionGiven>> {
        let given = |chosen: &Chosen| {
            Some(DecisionGiven {
                action: Code::new(&chosen.action).ok()?,
                quantity: chosen.quantity,
                hard: chosen.hard,
                amount_minor: None,
            })
        };
        self.decisions.iter().map(given).collect()
    }

    /// The draft as it is kept across restarts; `None` for one that has not begun or is saved already.
    #[must_use]
    pub fn note(&self) -> Option<String> {
        if !self.begun() || self.correcting.is_some() {
            return None;
        }
        serde_json::to_string(self).ok()
    }
}

fn correction(ticket: Uuid, version: i64) -> TicketCorrect {
    TicketCorrect {
        ticket,
        version,
        reason: None,
        employee: None,
        channel: None,
        client: None,
        opened_at: None,
        finished_at: None,
        decisions: None,
        on_behalf_of: None,
        outcome: None,
        comment: None,
    }
}

/// A text that says something.
fn said(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// An action of the desk by its code.
#[must_use]
pub fn action<'a>(actions: &'a [DeskAction], code: &str) -> Option<&'a DeskAction> {
    actions.iter().find(|action| action.code == code)
}

/// What a decision weighs by today's norms; 0 where its action has none.
#[must_use]
pub fn minutes(actions: &[DeskAction], chosen: &Chosen) -> CentiMinutes {
    let weight = action(actions, &chosen.action).and_then(|action| action.weight_cmin).unwrap_or_default();
    weight.times(chosen.quantity).unwrap_or_default()
}
