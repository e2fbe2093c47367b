//! Chunks of an import: at most 500 rows each, every row answered for itself.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::absence::AbsenceAdd;
use super::catalogue::ActionAdd;
use super::commands;
use super::desk::{CallRecord, StageMove};
use super::people::PersonAdd;
use super::ticket::TicketSave;
use crate::domain::code::Code;
use crate::domain::instant::Instant;
use crate::domain::study::{CaseClass, Source};
use crate::domain::units::{BasisPoints, Millis};

commands! {
    /// Chunks of an import: at most 500 rows each, every row answered for itself.
    ImportCommand {
        /// People.
        "import.people" => People(ImportRows<PersonAdd>),
        /// Actions.
        "import.actions" => Actions(ImportRows<ActionAdd>),
        /// Observations.
        "import.samples" => Samples(ImportRows<SampleRow>),
        /// Tickets.
        "import.tickets" => Tickets(ImportRows<TicketSave>),
        /// Absences.
        "import.absences" => Absences(ImportRows<AbsenceAdd>),
        /// Calls and chats.
        "import.calls" => Calls(ImportRows<CallRecord>),
        /// Stage history of deals.
        "import.stages" => Stages(ImportRows<StageMove>),
    }
}

/// Rows of an import, each with its line in the file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ImportRows<R> {
    /// The rows.
    pub rows: Vec<ImportRow<R>>,
}

/// A row of an import with its line in the file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ImportRow<R> {
    /// The line in the file, the header being line 1.
    pub line: u64,
    /// What it says.
    pub row: R,
}

/// One reading of an import.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SampleRow {
    /// The observation's id, made from the row's natural key.
    pub observation: Uuid,
    /// The study it goes to, made from action and source.
    pub study: Uuid,
    /// The action's code.
    pub action: Code,
    /// The observed operator.
    pub operator: Code,
    /// Wall-clock start.
    pub started_at: Instant,
    /// Observed time.
    pub duration_ms: Millis,
    /// Regular or hard.
    #[serde(default)]
    pub class: CaseClass,
    /// Pace.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rating_bp: Option<BasisPoints>,
    /// A note.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Where the reading comes from.
    #[serde(default)]
    pub source: Source,
}
