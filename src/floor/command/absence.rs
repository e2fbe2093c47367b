//! Absences, downtime, agreements of cover.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::commands;
use crate::domain::absence::{DowntimeCause, When};
use crate::domain::code::Code;
use crate::domain::units::BasisPoints;

commands! {
    /// Absences, downtime, agreements of cover.
    AbsenceCommand {
        /// Records an absence.
        "absence.add" => AbsenceAdd(AbsenceAdd),
        /// Corrects an absence, or takes it back.
        "absence.change" => AbsenceChange(AbsenceChange),
        /// Records downtime of several people.
        "downtime.add" => DowntimeAdd(DowntimeAdd),
        /// Takes a downtime back.
        "downtime.cancel" => DowntimeCancel(DowntimeCancel),
        /// Proposes that one covers for another.
        "cover.propose" => CoverPropose(CoverPropose),
        /// Accepts a proposed cover: it is in effect from this work day on.
        "cover.accept" => CoverAccept(CoverNamed),
        /// Withdraws a cover: it ends with the third working day after.
        "cover.withdraw" => CoverWithdraw(CoverNamed),
    }
}

/// absence.add; also a row of an import.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AbsenceAdd {
    /// The absence's id.
    pub absence: Uuid,
    /// Who is away.
    pub person: Code,
    /// Its first day, or the moment it begins.
    pub from: When,
    /// Its last day, or the moment it ends.
    pub to: When,
    /// The kind, e.g. `sick-leave`.
    pub kind: String,
    /// What was said about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// absence.change: fields left out stay as they are.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AbsenceChange {
    /// The absence's id.
    pub absence: Uuid,
    /// Its first day, or the moment it begins.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<When>,
    /// Its last day, or the moment it ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<When>,
    /// The kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// Takes it back.
    #[serde(default)]
    pub cancel: bool,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// downtime.add
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DowntimeAdd {
    /// The downtime's id.
    pub downtime: Uuid,
    /// Whom it touches; nobody named, or `all`: the whole department but who records it.
    #[serde(default)]
    pub people: Vec<Code>,
    /// Its first day, or the moment it begins.
    pub from: When,
    /// Its last day, or the moment it ends.
    pub to: When,
    /// Whose fault it is.
    pub cause: DowntimeCause,
    /// What was said about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// downtime.cancel
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DowntimeCancel {
    /// The downtime's id.
    pub downtime: Uuid,
    /// Why.
    pub reason: String,
}

/// cover.propose
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CoverPropose {
    /// The agreement's id.
    pub cover: Uuid,
    /// Who covers.
    pub coverer: Code,
    /// Whom.
    pub absent: Code,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// The pay share, where it is higher than the scheme's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share_bp: Option<BasisPoints>,
}

/// cover.accept, cover.withdraw
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CoverNamed {
    /// The agreement's id.
    pub cover: Uuid,
}
