//! Calls, the queue, a client's history, search, claims and reviews.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::Named;
use super::tickets::{DecisionView, TicketBrief};
use crate::domain::call::{CallState, Direction, MergeRule, QueueReason};
use crate::domain::review::{ReviewReason, ReviewState};
use crate::domain::ticket::Channel;
use crate::domain::units::CentiMinutes;

/// A call or chat record in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CallBrief {
    /// The record's id.
    pub call: Uuid,
    /// Whose it is; null while it waits in the queue.
    pub employee: Option<Named>,
    /// The channel.
    pub channel: Channel,
    /// Who began it.
    pub direction: Direction,
    /// Client reference as the system knew it.
    pub client: Option<String>,
    /// When it began, on the floor's clock.
    pub started_at: String,
    /// When it was answered; null = not, or not known.
    pub answered_at: Option<String>,
    /// When it ended; null = still running.
    pub ended_at: Option<String>,
    /// From answer to end, in milliseconds; from the beginning where no answer is known; null while it runs.
    pub length_ms: Option<i64>,
    /// What has become of it.
    pub state: CallState,
    /// The ticket it is in.
    pub ticket: Option<Uuid>,
    /// Why it is in that ticket.
    pub rule: Option<MergeRule>,
    /// Why it was dismissed.
    pub reason: Option<String>,
    /// The employee's latest ticket that a person would most likely attach it to; null where none comes near.
    pub suggested: Option<Uuid>,
    /// Commands that whoever asks may give: of `call.dismiss`, `call.restore`, `merge.attach`, `merge.undo`.
    pub allowed: Vec<String>,
}

/// ask calls.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CallsView {
    /// First work day shown.
    pub from: NaiveDate,
    /// Last work day shown.
    pub to: NaiveDate,
    /// All calls of those days, in every state.
    pub total: i64,
    /// Of them merged.
    pub merged: i64,
    /// Of them dismissed with a reason.
    pub dismissed: i64,
    /// Of them never processed.
    pub unprocessed: i64,
    /// Those asked for, latest first.
    pub calls: Vec<CallBrief>,
    /// Give this as `after` for the next page; null at the end.
    pub next: Option<String>,
}

/// A call as its ticket shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MergedCall {
    /// The call.
    pub call: CallBrief,
    /// Whether the ticket was saved more than a minute before this call ended.
    pub saved_early: bool,
}

/// A step in the life of a ticket beside its versions: merging, holding, a review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TicketEvent {
    /// When, on the floor's clock.
    pub at: String,
    /// Who; null for the floor itself.
    pub person: Option<String>,
    /// `saved`, `corrected`, `held`, `counted`, `attached`, `undone`, `review-opened`, `review-answered`,
    /// `review-closed`.
    pub what: String,
    /// The version, the call or the review it is about.
    pub about: Option<String>,
    /// The reason, question or answer.
    pub text: Option<String>,
    /// What it moved on the ticket's day.
    pub line_cmin: CentiMinutes,
}

/// ask queue: records that match nobody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct QueueView {
    /// How many wait.
    pub total: i64,
    /// They, oldest first, a page.
    pub records: Vec<QueuedRecord>,
    /// Give this as `after` for the next page; null at the end.
    pub next: Option<String>,
    /// The names of operators that records wait under, with how many, the most first.
    pub operators: Vec<QueuedOperator>,
}

/// A record that waits for somebody to say whose it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct QueuedRecord {
    /// The record's id.
    pub record: Uuid,
    /// `call` or `stage`.
    pub kind: String,
    /// Why it waits.
    pub reason: QueueReason,
    /// The operator as the record names them.
    pub operator: Option<String>,
    /// Client reference.
    pub client: Option<String>,
    /// When it began, on the floor's clock.
    pub at: String,
    /// What it says: the channel of a call, or pipeline and stage.
    pub text: String,
}

/// An operator, line or extension that the floor does not know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct QueuedOperator {
    /// As the records name it.
    pub operator: String,
    /// How many records wait.
    pub records: i64,
}

/// ask client: what is known of a client, recognised in any notation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ClientView {
    /// As asked.
    pub reference: String,
    /// The digits it is known by; null where it is not a number.
    pub digits: Option<String>,
    /// Last tickets, the latest first.
    pub tickets: Vec<FoundTicket>,
    /// Last calls, the latest first.
    pub calls: Vec<CallBrief>,
    /// The client's last ticket of the last 7 days, where there is one: a repeated contact.
    pub repeated_within_days: Option<i64>,
}

/// A ticket in search results and histories.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct FoundTicket {
    /// Whose it is.
    pub employee: Named,
    /// The work day.
    pub work_day: NaiveDate,
    /// Whether that day is closed.
    pub day_closed: bool,
    /// The ticket.
    pub ticket: TicketBrief,
}

/// ask search.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SearchView {
    /// A page, the latest first.
    pub found: Vec<FoundTicket>,
    /// Give this as `after` for the next page; null at the end.
    pub next: Option<String>,
}

/// ask claims.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ClaimsView {
    /// Those that wait first, then the latest decided.
    pub claims: Vec<ClaimView>,
}

/// A forgotten ticket that its operator claims.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ClaimView {
    /// The claim's id.
    pub claim: Uuid,
    /// Whose it is.
    pub employee: Named,
    /// The closed day it belongs to.
    pub work_day: NaiveDate,
    /// When the work was finished.
    pub finished_at: String,
    /// When it was claimed.
    pub claimed_at: String,
    /// How the client came in.
    pub channel: Channel,
    /// Client reference.
    pub client: Option<String>,
    /// What was done, weighed by that day's set.
    pub decisions: Vec<DecisionView>,
    /// What the line would add, or has added.
    pub kpi_cmin: CentiMinutes,
    /// Why it was not logged that day.
    pub reason: String,
    /// `open`, `accepted` or `declined`.
    pub state: String,
    /// Who decided.
    pub decided_by: Option<String>,
    /// Why.
    pub decision: Option<String>,
    /// Commands that whoever asks may give.
    pub allowed: Vec<String>,
}

/// A correction line of a closed day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CorrectionLine {
    /// When it was written, on the floor's clock.
    pub at: String,
    /// Who wrote it.
    pub person: String,
    /// Why.
    pub reason: String,
    /// The tickets it covers; empty for an accepted claim.
    pub tickets: Vec<Uuid>,
    /// The claim it accepts.
    pub claim: Option<Uuid>,
    /// Signed minutes added to the day.
    pub line_cmin: CentiMinutes,
}

/// ask reviews: what is worth a look, and what is being asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ReviewsView {
    /// First work day looked at.
    pub from: NaiveDate,
    /// Last work day looked at.
    pub to: NaiveDate,
    /// Tickets worth a look, the strongest reason first; empty for an operator.
    pub worth: Vec<WorthALook>,
    /// Reviews that are open or answered, and the latest closed.
    pub reviews: Vec<ReviewView>,
    /// Samples drawn over those days.
    pub samples: Vec<SampleView>,
}

/// A ticket worth a look.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct WorthALook {
    /// The ticket.
    pub ticket: FoundTicket,
    /// How far out of the ordinary it is, 0…100; for ranking only.
    pub score: i64,
    /// Why, strongest first.
    pub because: Vec<Because>,
    /// Its review, where there is one.
    pub review: Option<Uuid>,
}

/// A reason with the figures its words name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Because {
    /// The reason.
    pub reason: ReviewReason,
    /// What its text names: name and value.
    pub details: std::collections::BTreeMap<String, String>,
}

/// A review of a ticket.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ReviewView {
    /// The review's id.
    pub review: Uuid,
    /// The ticket.
    pub ticket: FoundTicket,
    /// How far it has come.
    pub state: ReviewState,
    /// Who asked.
    pub opened_by: Named,
    /// When.
    pub opened_at: String,
    /// What the operator was asked.
    pub question: String,
    /// The answer.
    pub answer: Option<String>,
    /// When it was answered.
    pub answered_at: Option<String>,
    /// What came of it.
    pub conclusion: Option<String>,
    /// When it was closed.
    pub closed_at: Option<String>,
    /// Commands that whoever asks may give.
    pub allowed: Vec<String>,
}

/// A random sample of tickets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SampleView {
    /// The sample's id.
    pub sample: Uuid,
    /// The recorded seed.
    pub seed: i64,
    /// How many were asked for.
    pub size: i64,
    /// First work day drawn from.
    pub from: NaiveDate,
    /// Last work day drawn from.
    pub to: NaiveDate,
    /// How many tickets it was drawn from.
    pub population: i64,
    /// The tickets drawn.
    pub tickets: Vec<FoundTicket>,
}

/// ask stages: which decisions the stages of deals stand for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct StagesView {
    /// Every mapped stage, by pipeline and stage.
    pub stages: Vec<StageView>,
}

/// A mapped stage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct StageView {
    /// The pipeline.
    pub pipeline: String,
    /// The stage.
    pub stage: String,
    /// Whether it moves by itself and so weighs 0.
    pub self_moving: bool,
    /// What reaching it means: action, its names and quantity.
    pub decisions: Vec<StageDecision>,
}

/// A decision a stage stands for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct StageDecision {
    /// The action's code.
    pub action: String,
    /// Its Russian name.
    pub name_ru: String,
    /// Its English name.
    pub name_en: Option<String>,
    /// How many times.
    pub quantity: i64,
}
