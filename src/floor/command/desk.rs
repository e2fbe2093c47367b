//! Calls and chats, deal stages, merging, the queue of records that match nobody, claims and reviews.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::commands;
use super::ticket::DecisionGiven;
use crate::domain::call::Direction;
use crate::domain::code::Code;
use crate::domain::instant::Instant;
use crate::domain::ticket::Channel;

commands! {
    /// Calls and chats, deal stages, merging, the queue, claims and reviews.
    DeskCommand {
        /// Records a call or chat; again with its end, when it was known as running.
        "call.record" => CallRecord(CallRecord),
        /// Puts a call aside with a reason.
        "call.dismiss" => CallDismiss(CallDismiss),
        /// Takes a dismissal back.
        "call.restore" => CallRestore(CallRestore),
        /// Attaches a call to a ticket by hand.
        "merge.attach" => MergeAttach(MergeAttach),
        /// Takes a call out of its ticket; the pair never merges by itself again.
        "merge.undo" => MergeUndo(MergeUndo),
        /// Says how long after a call's end its ticket may be opened, from a day on.
        "merge.window" => MergeWindow(MergeWindow),
        /// Says which decisions a stage of a pipeline stands for.
        "stage.map" => StageMap(StageMap),
        /// Records that a deal moved to a stage.
        "stage.move" => StageMove(StageMove),
        /// Says whose the records in the queue are.
        "queue.match" => QueueMatch(QueueMatch),
        /// Puts records of the queue aside with a reason.
        "queue.dismiss" => QueueDismiss(QueueDismiss),
        /// Claims a ticket that was forgotten and whose day is closed.
        "claim.open" => ClaimOpen(ClaimOpen),
        /// Accepts a claim as a correction line of its day.
        "claim.accept" => ClaimAccept(ClaimDecide),
        /// Declines a claim with a reason.
        "claim.decline" => ClaimDecline(ClaimDecide),
        /// Asks an operator about a ticket.
        "review.open" => ReviewOpen(ReviewOpen),
        /// The operator's answer.
        "review.answer" => ReviewAnswer(ReviewAnswer),
        /// Closes a review with a conclusion.
        "review.close" => ReviewClose(ReviewClose),
        /// Draws tickets at random; the seed is recorded.
        "review.sample" => ReviewSample(ReviewSample),
    }
}

/// call.record: a call or chat session as the system that carried it knows it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CallRecord {
    /// The record's id; the same for every state of one call.
    pub call: Uuid,
    /// The operator: a person's code, or the line, extension or agent name the telephony knows. What matches nobody
    /// waits in the queue.
    #[serde(default, alias = "operator", skip_serializing_if = "Option::is_none")]
    pub employee: Option<String>,
    /// Phone in any notation, contract number or name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client: Option<String>,
    /// Who began it; `in` by default.
    #[serde(default)]
    pub direction: Direction,
    /// The channel; a call in its direction by default, `chat` for chat sessions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<Channel>,
    /// When it began to ring.
    pub started_at: Instant,
    /// When it was answered; absent = not (yet).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answered_at: Option<Instant>,
    /// When it ended; absent = still running.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended_at: Option<Instant>,
    /// The id in the system it comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub external_id: Option<String>,
}

/// call.dismiss
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CallDismiss {
    /// The call.
    pub call: Uuid,
    /// Why it needs no ticket.
    pub reason: String,
}

/// call.restore
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CallRestore {
    /// The call.
    pub call: Uuid,
}

/// merge.attach
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MergeAttach {
    /// The call.
    pub call: Uuid,
    /// The manual ticket of the same employee that takes it in.
    pub ticket: Uuid,
}

/// merge.undo
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MergeUndo {
    /// The call.
    pub call: Uuid,
    /// The ticket it is in; the one it is in by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ticket: Option<Uuid>,
}

/// merge.window
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MergeWindow {
    /// Minutes after a call's end; 30 where nobody said otherwise.
    pub minutes: u32,
    /// The work day from which on it holds for calls; after today, so that no merge made until now changes.
    pub from: NaiveDate,
}

/// stage.map: the newest one of a pipeline and stage holds from then on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StageMap {
    /// The pipeline, as the CRM names it.
    pub pipeline: String,
    /// The stage, as the CRM names it.
    pub stage: String,
    /// What reaching the stage means.
    #[serde(default)]
    pub decisions: Vec<DecisionGiven>,
    /// The stage moves by itself: it weighs 0 whatever its decisions.
    #[serde(default)]
    pub self_moving: bool,
}

/// stage.move: a line of the CRM's stage history.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StageMove {
    /// The id of the line in the CRM's stage history: its natural key.
    pub key: String,
    /// The deal.
    pub deal: String,
    /// The pipeline.
    pub pipeline: String,
    /// The stage it moved to.
    pub stage: String,
    /// When.
    pub moved_at: Instant,
    /// The responsible manager: a person's code, or a name the queue knows.
    pub responsible: String,
    /// Who moved it; the responsible by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub moved_by: Option<String>,
    /// Phone, contract number or name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client: Option<String>,
}

/// queue.match
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct QueueMatch {
    /// The records, as the question `queue` names them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub records: Vec<Uuid>,
    /// All that name this operator, line or extension, also those that come later.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub operator: Option<String>,
    /// Whose they are.
    pub employee: Code,
}

/// queue.dismiss
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct QueueDismiss {
    /// The records.
    pub records: Vec<Uuid>,
    /// Why they are nobody's.
    pub reason: String,
}

/// claim.open
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ClaimOpen {
    /// The claim's id.
    pub claim: Uuid,
    /// How the client came in.
    #[serde(default)]
    pub channel: Channel,
    /// Phone, contract number or name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client: Option<String>,
    /// When the work was finished: it names the closed day.
    pub finished_at: Instant,
    /// What was done.
    pub decisions: Vec<DecisionGiven>,
    /// Why it was not logged that day.
    pub reason: String,
}

/// claim.accept and claim.decline
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ClaimDecide {
    /// The claim.
    pub claim: Uuid,
    /// Why.
    pub reason: String,
}

/// review.open
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReviewOpen {
    /// The review's id.
    pub review: Uuid,
    /// The ticket.
    pub ticket: Uuid,
    /// What the operator is asked.
    pub question: String,
}

/// review.answer
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReviewAnswer {
    /// The review.
    pub review: Uuid,
    /// The answer.
    pub answer: String,
}

/// review.close
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReviewClose {
    /// The review.
    pub review: Uuid,
    /// What came of it.
    pub conclusion: String,
}

/// review.sample
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReviewSample {
    /// The sample's id.
    pub sample: Uuid,
    /// First work day drawn from.
    pub from: NaiveDate,
    /// Last work day drawn from.
    pub to: NaiveDate,
    /// How many tickets.
    pub size: u32,
    /// Only this operator's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<Code>,
    /// The seed; made from the sample's id by default. Recorded, so that the draw can be repeated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seed: Option<i64>,
}
