//! Tickets.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Given, commands};
use crate::domain::code::Code;
use crate::domain::instant::Instant;
use crate::domain::ticket::{Channel, ContactOutcome};
use crate::domain::units::Money;

commands! {
    /// Tickets.
    TicketCommand {
        /// Saves a ticket.
        "ticket.save" => TicketSave(TicketSave),
        /// Corrects a ticket; after its day's close this writes a correction line.
        "ticket.correct" => TicketCorrect(TicketCorrect),
        /// Corrects many tickets that one cause touched; on closed days it is one correction line a person and day.
        "tickets.correct" => TicketsCorrect(TicketsCorrect),
    }
}

/// A decision on a ticket.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DecisionGiven {
    /// The action's code.
    pub action: Code,
    /// How many times; 1 by default.
    #[serde(default = "one")]
    pub quantity: i64,
    /// How many of them were hard cases; 0 by default.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub hard: i64,
    /// Amount of the deal, in kopecks; negative for a refund.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount_minor: Option<Money>,
    /// The day the amount is paid on; the ticket's work day by default.
    #[serde(default, alias = "payment_date", skip_serializing_if = "Option::is_none")]
    pub paid_on: Option<NaiveDate>,
}

fn one() -> i64 {
    1
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
fn is_zero(value: &i64) -> bool {
    *value == 0
}

/// ticket.save
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TicketSave {
    /// The ticket's id.
    pub ticket: Uuid,
    /// Whose ticket; the person signed in by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub employee: Option<Code>,
    /// How the client came in.
    #[serde(default)]
    pub channel: Channel,
    /// Phone in any notation, contract number or name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client: Option<String>,
    /// When the work was begun.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opened_at: Option<Instant>,
    /// When the work was finished; the moment of saving by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finished_at: Option<Instant>,
    /// What was done.
    #[serde(default)]
    pub decisions: Vec<DecisionGiven>,
    /// The colleague away that day it was done for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_behalf_of: Option<Code>,
    /// How the contact ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<ContactOutcome>,
    /// A comment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
    /// Why there is no decision, e.g. "wrong number".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// ticket.correct: fields left out stay as they are; empty decisions cancel the ticket.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TicketCorrect {
    /// The ticket's id.
    pub ticket: Uuid,
    /// The version that is corrected.
    pub version: i64,
    /// Why; needed of everybody but the ticket's owner before the close.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Must be the ticket's own, if given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub employee: Option<Code>,
    /// How the client came in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<Channel>,
    /// Client reference.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client: Option<String>,
    /// When the work was begun.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opened_at: Option<Instant>,
    /// Must be the ticket's own, if given: no correction moves a finish.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finished_at: Option<Instant>,
    /// What was done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decisions: Option<Vec<DecisionGiven>>,
    /// The colleague it was done for; `null`: for nobody.
    #[serde(default, skip_serializing_if = "Given::stays")]
    #[schemars(with = "Option<Code>")]
    pub on_behalf_of: Given<Code>,
    /// How the contact ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<ContactOutcome>,
    /// A comment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
}

/// A ticket as a correction of many names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TicketNamed {
    /// The ticket's id.
    pub ticket: Uuid,
    /// The version that is corrected.
    pub version: i64,
}

/// An action logged by mistake and the one that was meant.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Replacement {
    /// The action logged by mistake.
    pub from: Code,
    /// The action that was meant; quantities stay.
    pub to: Code,
}

/// tickets.correct: exactly one of `replace`, `decisions` and `cancel`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TicketsCorrect {
    /// The correction's id.
    pub correction: Uuid,
    /// The tickets, at most 500.
    pub tickets: Vec<TicketNamed>,
    /// The one cause that touched them all.
    pub reason: String,
    /// One action stands for another on each ticket.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replace: Option<Replacement>,
    /// Each ticket holds these decisions from then on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decisions: Option<Vec<DecisionGiven>>,
    /// Each ticket is taken back.
    #[serde(default)]
    pub cancel: bool,
}
