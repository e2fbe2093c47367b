//! Which tickets are worth a look: scored with the reason in words. A review never changes KPI.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Why a ticket is worth a look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ReviewReason {
    /// Measured minutes far above the length of its calls.
    MinutesAboveCall,
    /// The same client and decision twice within days.
    RepeatedDecision,
    /// Decisions that hardly ever stand together.
    UnusualPair,
    /// Many tickets saved at the end of the day.
    DayEndBurst,
    /// A boosted decision logged much more often since it is boosted.
    BoostRising,
    /// Saved more than a minute before its call ended.
    SavedEarly,
    /// Its call was still running when the day was closed.
    HeldAtClose,
    /// Drawn at random.
    Sample,
}

impl ReviewReason {
    /// Every reason.
    pub const ALL: [Self; 8] = [
        Self::MinutesAboveCall,
        Self::RepeatedDecision,
        Self::UnusualPair,
        Self::DayEndBurst,
        Self::BoostRising,
        Self::SavedEarly,
        Self::HeldAtClose,
        Self::Sample,
    ];

    /// The reason as it stands on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::MinutesAboveCall => "minutes-above-call",
            Self::RepeatedDecision => "repeated-decision",
            Self::UnusualPair => "unusual-pair",
            Self::DayEndBurst => "day-end-burst",
            Self::BoostRising => "boost-rising",
            Self::SavedEarly => "saved-early",
            Self::HeldAtClose => "held-at-close",
            Self::Sample => "sample",
        }
    }
}

/// How far a review has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ReviewState {
    /// It waits for the operator's answer.
    Open,
    /// The operator answered; it waits for the supervisor.
    Answered,
    /// The supervisor closed it with a conclusion.
    Closed,
}
