//! Objections (возражения): what an employee says against a figure of their own, and its answer.
//!
//! Invariant: the person concerned raises it and somebody else answers it; it delays nothing and changes no figure.
//! What it leads to is a correction, an absence put right, a recalculation: facts of their own.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::month::Month;

/// What an objection is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum About {
    /// One's own work day.
    Day(NaiveDate),
    /// A version of one's own ticket that somebody else wrote.
    Correction {
        /// The ticket.
        ticket: Uuid,
        /// Which version; by default the newest.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        version: Option<i64>,
    },
    /// One's own absence as recorded.
    Absence(Uuid),
    /// One's own statement, or a line of it.
    Statement {
        /// The month.
        month: Month,
        /// The line's kind, e.g. `cover`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        line: Option<String>,
    },
}

impl About {
    /// The kind as it stands on the wire.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Day(_) => "day",
            Self::Correction { .. } => "correction",
            Self::Absence(_) => "absence",
            Self::Statement { .. } => "statement",
        }
    }
}
