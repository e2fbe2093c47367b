//! Calls and chat sessions as a system recorded them, and moves of deal stages.
//!
//! Invariant: a call or chat record adds no minute to anybody, merged or not. What it is worth is known from the
//! manual ticket that takes it in.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ticket::Channel;

/// Who began the contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, Default)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// The client called or wrote.
    #[default]
    #[serde(alias = "inbound", alias = "incoming")]
    In,
    /// The operator called or wrote.
    #[serde(alias = "outbound", alias = "outgoing")]
    Out,
}

impl Direction {
    /// The direction as it stands on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::In => "in",
            Self::Out => "out",
        }
    }

    /// The direction of that name on the wire.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        serde_json::from_value(serde_json::Value::String(text.to_owned())).ok()
    }

    /// The channel of a call in this direction.
    #[must_use]
    pub fn call_channel(self) -> Channel {
        match self {
            Self::In => Channel::InboundCall,
            Self::Out => Channel::OutboundCall,
        }
    }
}

/// What has become of a call or chat record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum CallState {
    /// It waits for a ticket or for a reason.
    Unprocessed,
    /// A manual ticket took it in.
    Merged,
    /// The operator or the supervisor put it aside with a reason.
    Dismissed,
    /// Nobody knows yet whose it is: it waits in the queue.
    Queued,
}

impl CallState {
    /// Every state.
    pub const ALL: [Self; 4] = [Self::Unprocessed, Self::Merged, Self::Dismissed, Self::Queued];

    /// The state as it stands on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Unprocessed => "unprocessed",
            Self::Merged => "merged",
            Self::Dismissed => "dismissed",
            Self::Queued => "queued",
        }
    }

    /// The state of that name on the wire.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == text)
    }
}

/// Why a call went into its ticket.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum MergeRule {
    /// The earliest ticket of the same client saved at or after the call's end less a minute.
    SavedAfter,
    /// No ticket was saved after the call, so the latest one saved before its end.
    SavedBefore,
    /// A person attached it.
    ByHand,
}

impl MergeRule {
    /// The rule as it stands on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::SavedAfter => "saved-after",
            Self::SavedBefore => "saved-before",
            Self::ByHand => "by-hand",
        }
    }

    /// The rule of that name on the wire.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        [Self::SavedAfter, Self::SavedBefore, Self::ByHand].into_iter().find(|rule| rule.as_str() == text)
    }
}

/// Why a record waits in the queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum QueueReason {
    /// The record names no operator.
    NoOperator,
    /// No person and no matched line goes by what the record names.
    UnknownOperator,
    /// The person belonged to no department, or was not employed that day.
    NotEmployed,
    /// The pipeline and stage are not in the stage map.
    UnknownStage,
}

impl QueueReason {
    /// Every reason.
    pub const ALL: [Self; 4] = [Self::NoOperator, Self::UnknownOperator, Self::NotEmployed, Self::UnknownStage];

    /// The reason as it stands on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NoOperator => "no-operator",
            Self::UnknownOperator => "unknown-operator",
            Self::NotEmployed => "not-employed",
            Self::UnknownStage => "unknown-stage",
        }
    }

    /// The reason of that name on the wire.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.as_str() == text)
    }
}
