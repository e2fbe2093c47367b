//! Time studies.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::commands;
use crate::domain::code::Code;
use crate::domain::instant::Instant;
use crate::domain::study::{CaseClass, Decided, ElementTime, Pause};
use crate::domain::units::{BasisPoints, Millis};

commands! {
    /// Time studies.
    StudyCommand {
        /// Opens a study of one action.
        "study.open" => StudyOpen(StudyOpen),
        /// Writes down the conditions a study is made under.
        "study.describe" => StudyDescribe(StudyDescribe),
        /// Adds an observation.
        "observation.add" => ObservationAdd(ObservationAdd),
        /// Decides an observation: keep as regular, keep as hard case, exclude with a reason.
        "observation.decide" => ObservationDecide(ObservationDecide),
        /// Takes the decisions about observations back: each stands as it was timed, and its flag is open again.
        "observation.reopen" => ObservationReopen(ObservationReopen),
        /// Puts an observation's rating or note right.
        "observation.amend" => ObservationAmend(ObservationAmend),
        /// Decides all open flags of a study alike, in one audited act.
        "flags.decide" => FlagsDecide(FlagsDecide),
        /// Adds a sitting beside an operator, which observations and pauses have to fill.
        "sitting.add" => SittingAdd(SittingAdd),
    }
}

/// study.open
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StudyOpen {
    /// The study's id.
    pub study: Uuid,
    /// The action timed.
    pub action: Code,
    /// The conditions it is made under: place, equipment, shift, whatever a reader of the norm has to know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conditions: Option<String>,
}

/// study.describe
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StudyDescribe {
    /// The study's id.
    pub study: Uuid,
    /// The conditions it is made under; empty takes them away.
    pub conditions: String,
}

/// observation.add
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ObservationAdd {
    /// The study's id.
    pub study: Uuid,
    /// The observation's id.
    pub observation: Uuid,
    /// The observed operator.
    pub operator: Code,
    /// Wall-clock start.
    pub started_at: Instant,
    /// Observed time, pauses taken out.
    pub duration_ms: Millis,
    /// Regular (default) or hard.
    #[serde(default)]
    pub class: CaseClass,
    /// Pace; 10 000 = normal (the default).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rating_bp: Option<BasisPoints>,
    /// Pauses taken out, in all; by default what `pauses` add up to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paused_ms: Option<Millis>,
    /// The pauses one by one, with their reasons.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pauses: Vec<Pause>,
    /// The times of the action's elements; they add up to the duration.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub elements: Vec<ElementTime>,
    /// A note.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// observation.decide
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ObservationDecide {
    /// The observation's id.
    pub observation: Uuid,
    /// What is decided.
    #[serde(rename = "as")]
    pub decided: Decided,
    /// Why; an exclusion needs one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// A note.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// observation.reopen
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ObservationReopen {
    /// The study's id.
    pub study: Uuid,
    /// Which of its observations; each has a decision.
    pub observations: Vec<Uuid>,
}

/// observation.amend: fields left out stay as they are.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ObservationAmend {
    /// The observation's id.
    pub observation: Uuid,
    /// Pace; 10 000 = normal. Another pace needs a reason.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rating_bp: Option<BasisPoints>,
    /// A note; empty takes it away.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// sitting.add
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SittingAdd {
    /// The sitting's id.
    pub sitting: Uuid,
    /// The observed operator.
    pub operator: Code,
    /// When the observer sat down.
    pub started_at: Instant,
    /// When the observer got up.
    pub ended_at: Instant,
    /// Pauses between the observations, with their reasons.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pauses: Vec<Pause>,
}

/// flags.decide
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FlagsDecide {
    /// The study's id.
    pub study: Uuid,
    /// What is decided about every open flag.
    #[serde(rename = "as")]
    pub decided: Decided,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}
