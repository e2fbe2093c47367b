//! The questions: what people ask the floor to show. On the wire `{"ask": name, "with": {…}}`.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use uuid::Uuid;

use super::command::WireError;
use crate::domain::call::CallState;
use crate::domain::code::Code;
use crate::domain::month::Month;
use crate::domain::schedule::Pattern;
use crate::domain::ticket::TicketState;

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
    /// A page of the audit journal.
    Audit(AskAudit),
    /// One entry of the journal with what it wrote.
    Entry(AskEntry),
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
    /// Calls and chats of a stretch of days.
    Calls(AskCalls),
    /// One call or chat.
    Call(AskCall),
    /// Records that match nobody.
    Queue(AskQueue),
    /// What is known of a client.
    Client(AskClient),
    /// Tickets by what is known of them.
    Search(AskSearch),
    /// Forgotten tickets that operators claim.
    Claims(Nothing),
    /// Tickets worth a look, and reviews.
    Reviews(AskReviews),
    /// Which decisions the stages of deals stand for.
    Stages(Nothing),
    /// The month board of absences.
    Absences(AskMonth),
    /// Who covered whom in a month.
    Cover(AskMonth),
    /// A year as printed calendars show it.
    Calendar(AskCalendar),
    /// Who works by which schedule.
    Schedules(AskSchedules),
    /// A person's plan of a month by the schedule, or by another one that is only tried.
    Schedule(AskSchedule),
    /// An employee's statement of a month.
    Statement(AskStatement),
    /// Everybody's figures of a month.
    Payroll(AskMonth),
    /// Who may see the money of a department.
    Grants(Nothing),
    /// Everybody's statements of a month, line by line.
    Statements(AskMonth),
    /// Every pay scheme that may be seen.
    Schemes(Nothing),
    /// A pay scheme.
    Scheme(AskScheme),
    /// One's own month.
    #[serde(rename = "my_kpi")]
    MyKpi(AskMyKpi),
    /// A department's month.
    Department(AskDepartment),
    /// What to look at in the morning.
    Morning(AskMorning),
    /// Where a decision's weight comes from.
    Decision(AskDecision),
    /// Objections and their answers.
    Objections(AskDepartment),
    /// Tasks and start checklists.
    Tasks(AskTasks),
    /// Notes on people and days.
    Notes(AskMyKpi),
    /// What somebody should know of.
    Notifications(Nothing),
    /// Indicators of a month.
    Indicators(AskDepartment),
}

/// A question without anything further.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}

/// ask audit: from an entry on, or the newest first.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AskAudit {
    /// The first entry.
    #[serde(default = "first")]
    pub from_seq: i64,
    /// The newest first.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub newest: bool,
    /// With the newest first: the next page, `next` of the one before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before_seq: Option<i64>,
    /// Only this person's; `system`, `floor` and `file-owner` are nobody's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<Code>,
    /// Only acts of this name, or of all that begin with it where it ends in a point: `ticket.`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub act: Option<String>,
    /// Only from the beginning of this work day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// Only to the end of this work day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<NaiveDate>,
}

/// ask entry
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AskEntry {
    /// Its place in the journal.
    pub seq: i64,
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

/// ask calls
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AskCalls {
    /// First work day; today by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// Last work day; the first by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<NaiveDate>,
    /// Only this employee's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<Code>,
    /// Only those in this state.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<CallState>,
    /// The next page: `next` of the one before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
}

/// ask call
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AskCall {
    /// The call's id.
    pub call: Uuid,
}

/// ask queue
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AskQueue {
    /// The next page: `next` of the one before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
}

/// ask client
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AskClient {
    /// Phone in any notation, contract number or name.
    pub reference: String,
}

/// ask search
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AskSearch {
    /// Words of the comment; all of them, each by its beginning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Phone in any notation, contract number or name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client: Option<String>,
    /// An action's code: tickets that hold it now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<Code>,
    /// Only this employee's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<Code>,
    /// First work day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// Last work day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<NaiveDate>,
    /// Only those in this state.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<TicketState>,
    /// The next page: `next` of the one before.
    #[serde(default, alias = "page", skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
}

/// ask reviews
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AskReviews {
    /// First work day looked at; the last work day before today by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// Last work day looked at; the first by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<NaiveDate>,
    /// Only this operator's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<Code>,
}

/// ask absences, cover, payroll, statements
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AskMonth {
    /// The month, `YYYY-MM`.
    pub month: Month,
    /// Only days up to this one count; by default every closed day of the month.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub through: Option<NaiveDate>,
}

/// ask calendar
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AskCalendar {
    /// The year; by default the running one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<i32>,
}

/// ask schedules
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AskSchedules {
    /// The month; by default the running one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub month: Option<Month>,
}

/// ask schedule
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AskSchedule {
    /// Whose plan.
    pub person: Code,
    /// The month, `YYYY-MM`.
    pub month: Month,
    /// The day from which the tried pattern would hold; by default the month's first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// The pattern that is tried; nothing is written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pattern: Option<Pattern>,
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

/// ask `my_kpi`, notes
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AskMyKpi {
    /// The month; by default the running one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub month: Option<Month>,
    /// Whose; by default one's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<Code>,
}

/// ask department, objections, indicators
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AskDepartment {
    /// The month; by default the running one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub month: Option<Month>,
    /// Only this department; by default all that may be seen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub department: Option<Code>,
}

/// ask morning
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AskMorning {
    /// The work day; by default the one before the running one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<NaiveDate>,
    /// Only this department; by default all that may be seen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub department: Option<Code>,
}

/// ask decision
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AskDecision {
    /// The ticket's id.
    pub ticket: Uuid,
    /// The decision's place on it, from 1.
    #[serde(default = "first")]
    pub line: i64,
}

/// ask tasks
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AskTasks {
    /// Only this person's; by default all that may be seen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<Code>,
    /// Only this department's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub department: Option<Code>,
    /// What is finished is shown of this month; by default of the last 30 days.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub month: Option<Month>,
}

/// Every question's name.
pub const NAMES: [&str; 52] = [
    "me",
    "people",
    "permissions",
    "audit",
    "entry",
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
    "calls",
    "call",
    "queue",
    "client",
    "search",
    "claims",
    "reviews",
    "stages",
    "absences",
    "cover",
    "calendar",
    "schedules",
    "schedule",
    "statement",
    "payroll",
    "grants",
    "statements",
    "schemes",
    "scheme",
    "my_kpi",
    "department",
    "morning",
    "decision",
    "objections",
    "tasks",
    "notes",
    "notifications",
    "indicators",
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
