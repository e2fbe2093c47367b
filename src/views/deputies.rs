//! Who stands in for a supervisor.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::Named;

/// ask deputies: newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DeputiesView {
    /// Every naming that may be seen, newest first.
    pub deputies: Vec<DeputyView>,
    /// Operators and supervisors of the own department that may be named; empty for who may not name a deputy.
    pub candidates: Vec<Named>,
    /// The most days of one naming.
    pub most_days: i64,
    /// The running work day.
    pub today: NaiveDate,
}

/// A deputy for given dates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DeputyView {
    /// The naming's id.
    pub deputy: Uuid,
    /// Who stands in.
    pub person: Named,
    /// Whom for.
    pub supervisor: Named,
    /// In which department.
    pub department: Named,
    /// The first work day.
    pub from: NaiveDate,
    /// The last work day.
    pub to: NaiveDate,
    /// Who named the deputy.
    pub named_by: Named,
    /// When it was ended before its last day, floor time; null where it was not.
    pub ended: Option<String>,
    /// Whether the deputy acts with the supervisor's role today.
    pub acting: bool,
}
