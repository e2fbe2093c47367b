//! A ticket with its versions, a day, and the operator's desk.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::Named;
use super::desk::{CallBrief, ClaimView, CorrectionLine, MergedCall, ReviewView, TicketEvent};
use crate::domain::ticket::{Channel, ContactOutcome};
use crate::domain::units::{BasisPoints, CentiMinutes, Money};

/// ask ticket.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TicketView {
    /// The ticket's id.
    pub ticket: Uuid,
    /// Whose ticket.
    pub employee: String,
    /// The department it counts for.
    pub department: String,
    /// The work day of its finish.
    pub work_day: NaiveDate,
    /// Whether that day is closed.
    pub day_closed: bool,
    /// The set that weighed it.
    pub set: Option<Uuid>,
    /// When the work was finished.
    pub finished_at: String,
    /// `manual`, `import` or `automatic`.
    pub origin: String,
    /// The newest version.
    pub version: i64,
    /// KPI as it counts now: the closed part with its correction lines.
    pub kpi_cmin: CentiMinutes,
    /// Minutes without boost.
    pub measured_cmin: CentiMinutes,
    /// The newest version's channel.
    pub channel: Channel,
    /// Client reference.
    pub client: Option<String>,
    /// Comment.
    pub comment: Option<String>,
    /// When the work was begun.
    pub opened_at: Option<String>,
    /// How the contact ended.
    pub outcome: Option<ContactOutcome>,
    /// The colleague it was done for.
    pub on_behalf_of: Option<String>,
    /// Whether it was taken back.
    pub cancelled: bool,
    /// The newest version's decisions.
    pub decisions: Vec<DecisionView>,
    /// The whole history, oldest first.
    pub versions: Vec<TicketVersionView>,
    /// When it was first saved, on the floor's clock.
    pub saved_at: String,
    /// Its call is known to be running: it counts 0 until the call ends or its day is closed.
    pub held: bool,
    /// What it will count when it is no longer held; its KPI otherwise.
    pub held_kpi_cmin: CentiMinutes,
    /// The calls and chats it took in, in order.
    pub calls: Vec<MergedCall>,
    /// Everything that happened to it, oldest first: versions, merging, holding, reviews.
    pub events: Vec<TicketEvent>,
    /// Commands that whoever asks may give: of `ticket.correct`, `review.open`.
    pub allowed: Vec<String>,
}

/// A decision with its stored weight.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DecisionView {
    /// The action's code.
    pub action: String,
    /// Its Russian name.
    pub name_ru: String,
    /// Its English name.
    pub name_en: Option<String>,
    /// How many times.
    pub quantity: i64,
    /// How many of them were hard cases.
    pub hard: i64,
    /// Amount of the deal.
    pub amount_minor: Option<Money>,
    /// The day it is paid on, where it is another than the ticket's work day.
    pub paid_on: Option<NaiveDate>,
    /// The measured norm.
    pub norm_cmin: CentiMinutes,
    /// The boost.
    pub boost_bp: BasisPoints,
    /// norm × boost.
    pub weight_cmin: CentiMinutes,
    /// quantity × weight.
    pub kpi_cmin: CentiMinutes,
}

/// A step in a ticket's history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TicketVersionView {
    /// Its number.
    pub version: i64,
    /// Who wrote it.
    pub person: String,
    /// When.
    pub recorded_at: String,
    /// Why.
    pub reason: Option<String>,
    /// Whether it was written after the day closed.
    pub after_close: bool,
    /// Σ quantity × weight of its decisions.
    pub kpi_cmin: CentiMinutes,
    /// The correction line it adds to its day.
    pub line_cmin: CentiMinutes,
}

/// ask day: one employee's work day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DayView {
    /// The employee.
    pub person: Named,
    /// The work day.
    pub date: NaiveDate,
    /// Whether it is closed.
    pub closed: bool,
    /// K(d): the sum with its correction lines.
    pub kpi_cmin: CentiMinutes,
    /// The sum without correction lines.
    pub sum_cmin: CentiMinutes,
    /// Σ correction lines.
    pub lines_cmin: CentiMinutes,
    /// Minutes without boost.
    pub measured_cmin: CentiMinutes,
    /// The day's target; null where the year has no calendar.
    pub plan_cmin: Option<CentiMinutes>,
    /// Tickets in order of their finish.
    pub tickets: Vec<TicketBrief>,
    /// Correction lines dated to the day, in order.
    pub lines: Vec<CorrectionLine>,
    /// Minutes of tickets that are held, in none of the sums.
    pub held_cmin: CentiMinutes,
}

/// A ticket in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TicketBrief {
    /// The ticket's id.
    pub ticket: Uuid,
    /// The newest version.
    pub version: i64,
    /// When the work was finished, on the floor's clock.
    pub finished_at: String,
    /// How the client came in.
    pub channel: Channel,
    /// Client reference.
    pub client: Option<String>,
    /// Comment.
    pub comment: Option<String>,
    /// Whether it was taken back.
    pub cancelled: bool,
    /// What was done.
    pub decisions: Vec<DecisionView>,
    /// KPI as it counts now.
    pub kpi_cmin: CentiMinutes,
    /// It counts 0 until its call ends.
    pub held: bool,
    /// How many calls and chats it took in.
    pub calls: i64,
    /// `manual`, `import` or `automatic` (a deal stage).
    pub origin: String,
}

/// ask desk: all an operator needs from ring to save.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DeskView {
    /// The running work day.
    pub work_day: NaiveDate,
    /// The order by which decisions weigh today; null where none is in force.
    pub order: Option<String>,
    /// Actions that can be logged, the operator's frequent ones first.
    pub actions: Vec<DeskAction>,
    /// Colleagues of the department.
    pub colleagues: Vec<Named>,
    /// The day so far.
    pub day: DayView,
    /// Drafts kept across restarts: slot and content.
    pub drafts: Vec<(String, String)>,
    /// The operator's calls that wait for a ticket or a reason, latest first; at most 200.
    pub calls: Vec<CallBrief>,
    /// How many of today's calls wait.
    pub unprocessed_today: i64,
    /// How many of earlier work days wait.
    pub unprocessed_before: i64,
    /// Reviews that wait for the operator's answer.
    pub reviews: Vec<ReviewView>,
    /// The operator's claims that wait or were decided within a week.
    pub claims: Vec<ClaimView>,
}

/// An action as the desk offers it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DeskAction {
    /// The action's code.
    pub code: String,
    /// Its Russian name.
    pub name_ru: String,
    /// Its English name.
    pub name_en: Option<String>,
    /// The group.
    pub group: String,
    /// Manual or automatic.
    pub automatic: bool,
    /// Where it is offered; none: everywhere.
    pub channels: Vec<Channel>,
    /// What one of it weighs today; null where the set in force has no norm for it.
    pub weight_cmin: Option<CentiMinutes>,
    /// The measured norm behind the weight.
    pub norm_cmin: Option<CentiMinutes>,
    /// The boost.
    pub boost_bp: BasisPoints,
    /// What makes a case hard.
    pub hard_criterion: Option<String>,
    /// Whether it is asked for the amount of the deal and the day it is paid on.
    pub asks_amount: bool,
    /// Its place among the operator's frequent ones, from 1; null if not among them.
    pub frequent: Option<usize>,
}
