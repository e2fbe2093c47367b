//! The questions: what people ask the floor to show. On the wire `{"ask": name, "with": {…}}`.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use uuid::Uuid;

use super::command::WireError;
use crate::domain::code::Code;
use crate::domain::month::Month;

/// A question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "ask", content = "with", rename_all = "lowercase")]
pub enum Question {
    /// Who is signed in, and where.
    Me(Nothing),
    /// Everybody that may be seen.
    People(Nothing),
    /// Who may do what.
    Permissions(Nothing),
    /// The audit journal from an entry on.
    Audit(AskAudit),
    /// The catalogue of actions.
    Actions(Nothing),
    /// A time study.
    Study(AskStudy),
    /// Every study that may be seen.
    Studies(Nothing),
    /// The norms in force against real handling times.
    Drift(Nothing),
    /// A norm set.
    Set(AskSet),
    /// Every norm set that may be seen.
    Sets(Nothing),
    /// An order by its number.
    Order(AskOrder),
    /// What waits for the director, and past orders.
    Orders(Nothing),
    /// A norm set applied to closed days.
    Replay(AskReplay),
    /// Where a set's pilot stands.
    Pilot(AskSet),
    /// Who has acknowledged an order.
    Acquaintance(AskOrder),
    /// The orders that wait for the person signed in.
    Acknowledge(Nothing),
    /// An order as a document, the same for ever.
    Document(AskOrder),
    /// The floor's own wording of an order.
    Wording(AskWording),
    /// Who stands in for a supervisor.
    Deputies(Nothing),
    /// A ticket with its history.
    Ticket(AskTicket),
    /// An employee's work day.
    Day(AskDay),
    /// All an operator needs from ring to save.
    Desk(Nothing),
    /// A month's KPI.
    Kpi(AskKpi),
    /// The month board of absences.
    Absences(AskMonth),
    /// Who covered whom in a month.
    Cover(AskMonth),
    /// An employee's statement of a month.
    Statement(AskStatement),
    /// Everybody's statements of a month.
    Payroll(AskMonth),
    /// Every pay scheme that may be seen.
    Schemes(Nothing),
    /// A pay scheme.
    Scheme(AskScheme),
}

/// A question without anything further.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}

/// ask audit
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AskAudit {
    /// The first entry.
    #[serde(default = "first")]
    pub from_seq: i64,
}

fn first() -> i64 {
    1
}

/// ask study
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AskStudy {
    /// The study's id.
    pub study: Uuid,
}

/// ask set
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AskSet {
    /// The set's id.
    pub set: Uuid,
}

/// ask order
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AskOrder {
    /// The order's number.
    pub number: String,
}

/// ask replay: by default the closed days of the set's pilot, else the last closed month with work in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AskReplay {
    /// The set's id.
    pub set: Uuid,
    /// The first day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// The last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<NaiveDate>,
}

/// ask wording
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AskWording {
    /// `ru` or `en`.
    pub lang: String,
}

/// ask ticket
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AskTicket {
    /// The ticket's id.
    pub ticket: Uuid,
}

/// ask day
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AskDay {
    /// The employee.
    pub person: Code,
    /// The work day.
    pub date: NaiveDate,
}

/// ask kpi
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AskKpi {
    /// The month, `YYYY-MM`.
    pub month: String,
    /// Only this department.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub department: Option<Code>,
}

/// ask absences, cover, payroll
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AskMonth {
    /// The month, `YYYY-MM`.
    pub month: Month,
    /// Only days up to this one count; by default every closed day of the month.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub through: Option<NaiveDate>,
}

/// ask statement
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AskStatement {
    /// The employee.
    pub person: Code,
    /// The month, `YYYY-MM`.
    pub month: Month,
    /// Only days up to this one count; by default every closed day of the month.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub through: Option<NaiveDate>,
}

/// ask scheme
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AskScheme {
    /// The scheme's code.
    pub scheme: Code,
    /// The month of the shadow statements; by default none are computed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub month: Option<Month>,
}

/// Every question's name.
pub const NAMES: [&str; 29] = [
    "me",
    "people",
    "permissions",
    "audit",
    "actions",
    "study",
    "studies",
    "drift",
    "set",
    "sets",
    "order",
    "orders",
    "replay",
    "pilot",
    "acquaintance",
    "acknowledge",
    "document",
    "wording",
    "deputies",
    "ticket",
    "day",
    "desk",
    "kpi",
    "absences",
    "cover",
    "statement",
    "payroll",
    "schemes",
    "scheme",
];

impl Question {
    /// Reads a question from its name and fields.
    pub fn from_wire(name: &str, with: &Value) -> Result<Self, WireError> {
        if !NAMES.contains(&name) {
            return Err(WireError::UnknownCommand(name.to_owned()));
        }
        serde_json::from_value(json!({"ask": name, "with": with})).map_err(|error| WireError::Fields(error.to_string()))
    }
}
