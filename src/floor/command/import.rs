//! Chunks of an import: at most 500 rows each, every row answered for itself.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::absence::AbsenceAdd;
use super::catalogue::{ActionAdd, ActionChange};
use super::commands;
use super::department::RatingAdd;
use super::desk::{CallRecord, StageMove};
use super::people::PersonAdd;
use super::ticket::TicketSave;
use crate::domain::action::{ActionKind, Element};
use crate::domain::code::Code;
use crate::domain::instant::Instant;
use crate::domain::study::{CaseClass, Source};
use crate::domain::ticket::Channel;
use crate::domain::units::{BasisPoints, CentiMinutes, Millis};

commands! {
    /// Chunks of an import: at most 500 rows each, every row answered for itself.
    ImportCommand {
        /// People.
        "import.people" => People(ImportRows<PersonAdd>),
        /// Actions: those that are not there are added, those that differ are changed.
        "import.actions" => Actions(ImportRows<ActionRow>),
        /// Observations.
        "import.samples" => Samples(ImportRows<SampleRow>),
        /// Tickets.
        "import.tickets" => Tickets(ImportRows<TicketSave>),
        /// Absences.
        "import.absences" => Absences(ImportRows<AbsenceAdd>),
        /// Ratings that came from outside.
        "import.ratings" => Ratings(ImportRows<RatingAdd>),
        /// Calls and chats.
        "import.calls" => Calls(ImportRows<CallRecord>),
        /// Stage history of deals.
        "import.stages" => Stages(ImportRows<StageMove>),
        /// Norms of a file, as a draft of a norm set.
        "import.norms" => Norms(ImportNorms),
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

/// An action as a file has it: what the file does not say stays as it is, an empty text takes away what stood there.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ActionRow {
    /// The action's code.
    pub code: Code,
    /// Its Russian name.
    pub name_ru: String,
    /// Its English name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name_en: Option<String>,
    /// The group it is offered in.
    pub group: String,
    /// Manual or automatic.
    pub kind: ActionKind,
    /// What makes a case hard, known without the stopwatch.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hard_criterion: Option<String>,
    /// Where it is offered; an empty list: everywhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channels: Option<Vec<Channel>>,
    /// The boost it is proposed with; 10 000 (×1) proposes none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub boost_bp: Option<BasisPoints>,
    /// Why it is to be boosted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub boost_reason: Option<String>,
    /// Whether a decision of it is asked for the amount of the deal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asks_amount: Option<bool>,
    /// The elements it is timed by, in order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub elements: Option<Vec<Element>>,
    /// Whether it may be logged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub active: Option<bool>,
}

impl ActionRow {
    /// The row as an action to be added.
    #[must_use]
    pub fn as_add(&self) -> ActionAdd {
        ActionAdd {
            code: self.code.clone(),
            name_ru: self.name_ru.clone(),
            name_en: self.name_en.clone(),
            group: self.group.clone(),
            kind: self.kind,
            hard_criterion: self.hard_criterion.clone(),
            channels: self.channels.clone().unwrap_or_default(),
            boost_bp: self.boost_bp,
            boost_reason: self.boost_reason.clone(),
            asks_amount: self.asks_amount.unwrap_or_default(),
            elements: self.elements.clone().unwrap_or_default(),
        }
    }

    /// The row as a change of an action that is there.
    #[must_use]
    pub fn as_change(&self) -> ActionChange {
        ActionChange {
            code: self.code.clone(),
            name_ru: Some(self.name_ru.clone()),
            name_en: self.name_en.clone(),
            group: Some(self.group.clone()),
            kind: Some(self.kind),
            hard_criterion: self.hard_criterion.clone(),
            channels: self.channels.clone(),
            boost_bp: self.boost_bp,
            boost_reason: self.boost_reason.clone(),
            asks_amount: self.asks_amount,
            elements: self.elements.clone(),
            active: self.active,
        }
    }
}

/// import.norms: a draft of a norm set from a file. Further chunks of the same set add to it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ImportNorms {
    /// The set's id, made from the file's content.
    pub set: Uuid,
    /// The department it is for; by default one's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub department: Option<Code>,
    /// The set's name.
    pub name: String,
    /// The file's name, noted on each norm.
    pub file: String,
    /// The rows.
    pub rows: Vec<ImportRow<NormRow>>,
}

/// A norm as a file has it: standard time, with allowances in it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NormRow {
    /// The action's code.
    pub action: Code,
    /// The norm, in hundredths of a minute.
    pub norm_cmin: CentiMinutes,
    /// Boost; 10 000 = ×1 (the default).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub boost_bp: Option<BasisPoints>,
    /// Why it is boosted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub boost_reason: Option<String>,
    /// Where the norm comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
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
