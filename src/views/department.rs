//! My KPI, the department, the morning verification, and where a number comes from.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::Named;
use super::absences::KindMinutes;
use super::tasks::{NoteView, ObjectionView, TaskCounts, TaskView};
use crate::domain::month::Month;
use crate::domain::units::{BasisPoints, CentiMinutes};

/// Where the month is heading: K + r·(T left) ± 1.96·s·(mean T)·√(days left).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ForecastView {
    /// The month's KPI as it will be at this rate.
    pub forecast_cmin: CentiMinutes,
    /// The lower end of the band; null under three days worked.
    pub low_cmin: Option<CentiMinutes>,
    /// The upper end.
    pub high_cmin: Option<CentiMinutes>,
    /// r: KPI minutes a worked minute so far.
    pub ratio_bp: BasisPoints,
    /// Closed days it rests on.
    pub days: i64,
    /// Days with a target still to come, today included.
    pub days_left: i64,
    /// T of these days.
    pub target_left_cmin: CentiMinutes,
}

/// Work per worked hour of closed days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct EfficiencyView {
    /// Worked minutes: scheduled less away less downtime.
    pub worked_cmin: CentiMinutes,
    /// Measured minutes (without boost).
    pub measured_cmin: CentiMinutes,
    /// Decisions.
    pub decisions: i64,
    /// Measured minutes a worked hour; null where nothing was worked.
    pub measured_per_hour_cmin: Option<CentiMinutes>,
    /// Decisions a worked hour, in hundredths.
    pub decisions_per_hour_hundredths: Option<i64>,
}

/// One day of one's own month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MyDay {
    /// The work day.
    pub date: NaiveDate,
    /// Whether it is closed; an open one is provisional.
    pub closed: bool,
    /// K(d).
    pub kpi_cmin: CentiMinutes,
    /// The part of it that correction lines add.
    pub lines_cmin: CentiMinutes,
    /// Minutes without boost.
    pub measured_cmin: CentiMinutes,
    /// Decisions.
    pub decisions: i64,
    /// Tickets.
    pub tickets: i64,
    /// Scheduled minutes; null where the year has no calendar.
    pub scheduled_cmin: Option<CentiMinutes>,
    /// T.
    pub target_cmin: Option<CentiMinutes>,
    /// Scheduled less away less downtime.
    pub worked_cmin: Option<CentiMinutes>,
    /// Minutes away, by kind.
    pub away: Vec<KindMinutes>,
}

/// ask `my_kpi`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct MyKpiView {
    /// Whose.
    pub person: String,
    /// The name.
    pub name: String,
    /// The department.
    pub department: Option<Named>,
    /// The month.
    pub month: Month,
    /// The running work day.
    pub today: NaiveDate,
    /// The last closed day of the month; null before the first.
    pub closed_through: Option<NaiveDate>,
    /// K: closed days only.
    pub kpi_cmin: CentiMinutes,
    /// The plan through the last closed day; null where the year has no calendar.
    pub plan_to_date_cmin: Option<CentiMinutes>,
    /// The month's plan.
    pub plan_cmin: Option<CentiMinutes>,
    /// K in % of the plan to date, cut; null without a plan.
    pub pace_bp: Option<BasisPoints>,
    /// Today's minutes so far; never mixed into K.
    pub today_cmin: CentiMinutes,
    /// Today's tickets.
    pub today_tickets: i64,
    /// Today's target.
    pub today_target_cmin: Option<CentiMinutes>,
    /// All open days of the month together.
    pub provisional_cmin: CentiMinutes,
    /// Null without a calendar, without a closed day, or when the month is over.
    pub forecast: Option<ForecastView>,
    /// Null where the year has no calendar.
    pub efficiency: Option<EfficiencyView>,
    /// The month's days with a plan or work.
    pub days: Vec<MyDay>,
    /// Today's and overdue tasks.
    pub tasks: Vec<TaskView>,
    /// The supervisor's notes of the month.
    pub notes: Vec<NoteView>,
    /// Objections of the month.
    pub objections: Vec<ObjectionView>,
    /// Calls of earlier days that wait to be taken into a ticket.
    pub unprocessed_before_today: i64,
    /// Whether who asks may object.
    pub may_object: bool,
}

/// How somebody stands among the links.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// Below the outer limit.
    Weak,
    /// Between the outer and the inner limit.
    Lagging,
    /// Within chance.
    Usual,
    /// Above the inner limit.
    Leading,
    /// Above the outer limit.
    Strong,
    /// Under five days.
    TooFewDays,
}

/// A link of the funnel.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct LinkView {
    /// Days with at least 60 worked minutes.
    pub days: i64,
    /// KPI minutes a worked minute over these days; null without one.
    pub ratio: Option<f64>,
    /// Where that stands against chance.
    pub standing: Standing,
}

/// The funnel's limits at a number of days.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct LimitView {
    /// Days.
    pub days: i64,
    /// R − 3.09·s/√days.
    pub outer_low: f64,
    /// R − 1.96·s/√days.
    pub inner_low: f64,
    /// R + 1.96·s/√days.
    pub inner_high: f64,
    /// R + 3.09·s/√days.
    pub outer_high: f64,
}

/// Weak and strong links against chance.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct FunnelView {
    /// R: the department's ratio; null where nobody worked yet.
    pub ratio: Option<f64>,
    /// s: the daily ratio's sd, pooled within operators; null with fewer than two days of anybody.
    pub sd: Option<f64>,
    /// Limits for 5 days to the most that anybody has.
    pub limits: Vec<LimitView>,
    /// People who have too few days to be told from chance.
    pub too_few: i64,
}

/// A closed day in a trend.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TrendDay {
    /// The work day.
    pub date: NaiveDate,
    /// K(d).
    pub kpi_cmin: CentiMinutes,
    /// T; null where the year has no calendar.
    pub target_cmin: Option<CentiMinutes>,
}

/// One person of the department.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DepartmentPerson {
    /// The personnel number.
    pub person: String,
    /// The name.
    pub name: String,
    /// The department's code.
    pub department: Option<String>,
    /// The position.
    pub position: Option<String>,
    /// K.
    pub kpi_cmin: CentiMinutes,
    /// Open days.
    pub provisional_cmin: CentiMinutes,
    /// The month's plan.
    pub plan_cmin: Option<CentiMinutes>,
    /// The plan through the last closed day.
    pub plan_to_date_cmin: Option<CentiMinutes>,
    /// K in % of the plan to date, cut.
    pub pace_bp: Option<BasisPoints>,
    /// The last ten closed days with a target or work.
    pub trend: Vec<TrendDay>,
    /// Tickets of the month.
    pub tickets: i64,
    /// Null without a calendar.
    pub forecast: Option<ForecastView>,
    /// Null without a calendar.
    pub efficiency: Option<EfficiencyView>,
    /// Where the person stands among the links.
    pub link: LinkView,
    /// Minutes away this month, by kind.
    pub away: Vec<KindMinutes>,
    /// The kind of absence that the person is away on today.
    pub away_today: Option<String>,
    /// Minutes of downtime this month.
    pub downtime_cmin: CentiMinutes,
    /// Minutes credited for covering others.
    pub covers_cmin: CentiMinutes,
    /// Minutes others were credited for covering this one.
    pub covered_by_cmin: CentiMinutes,
    /// Calls that wait to be taken into a ticket.
    pub unprocessed: i64,
    /// Open tasks.
    pub tasks: TaskCounts,
    /// Objections without an answer.
    pub open_objections: i64,
}

/// A share of counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ShareView {
    /// How many of them.
    pub part: i64,
    /// All.
    pub all: i64,
    /// The share, cut; null where there is none.
    pub share_bp: Option<BasisPoints>,
}

/// ask department.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DepartmentView {
    /// The month.
    pub month: Month,
    /// The department shown; null: all that may be seen.
    pub department: Option<Named>,
    /// Departments to choose from.
    pub departments: Vec<Named>,
    /// The running work day.
    pub today: NaiveDate,
    /// The last closed day of the month.
    pub closed_through: Option<NaiveDate>,
    /// Everybody, by personnel number.
    pub people: Vec<DepartmentPerson>,
    /// Σ K.
    pub kpi_cmin: CentiMinutes,
    /// Σ open days.
    pub provisional_cmin: CentiMinutes,
    /// Σ plans.
    pub plan_cmin: Option<CentiMinutes>,
    /// Σ plans to date.
    pub plan_to_date_cmin: Option<CentiMinutes>,
    /// K in % of the plan to date, cut.
    pub pace_bp: Option<BasisPoints>,
    /// Weak and strong links.
    pub funnel: FunnelView,
    /// Tasks of everybody.
    pub tasks: TaskCounts,
    /// (merged + dismissed with a reason) / all calls of the month's closed days.
    pub adoption: ShareView,
    /// Calls that wait to be taken into a ticket.
    pub unprocessed: i64,
    /// Objections without an answer.
    pub open_objections: i64,
    /// Whether who asks may give tasks and write notes.
    pub may_give: bool,
    /// Whether who asks may export.
    pub may_export: bool,
}

/// A call that no ticket took in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MorningCall {
    /// The call.
    pub call: Uuid,
    /// Whose.
    pub person: String,
    /// The name.
    pub name: String,
    /// When it began, on the floor's clock.
    pub started_at: String,
    /// Its length; null while it runs or where it was not answered.
    pub talk_ms: Option<i64>,
    /// The client, where known.
    pub client: Option<String>,
}

/// A ticket that the morning is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MorningTicket {
    /// The ticket.
    pub ticket: Uuid,
    /// Whose.
    pub person: String,
    /// The name.
    pub name: String,
    /// When it was finished, on the floor's clock.
    pub finished_at: String,
    /// The channel.
    pub channel: String,
    /// The client.
    pub client: Option<String>,
    /// Its minutes.
    pub kpi_cmin: CentiMinutes,
    /// For one saved early: how long before its call ended.
    pub early_ms: Option<i64>,
}

/// A person's day that the morning is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MorningPerson {
    /// The personnel number.
    pub person: String,
    /// The name.
    pub name: String,
    /// Scheduled minutes.
    pub scheduled_cmin: CentiMinutes,
    /// Worked minutes: scheduled less away less downtime.
    pub worked_cmin: CentiMinutes,
    /// Measured minutes.
    pub measured_cmin: CentiMinutes,
    /// Measured in % of worked, cut; null where nothing was worked.
    pub share_bp: Option<BasisPoints>,
    /// Minutes of work outside the schedule.
    pub outside_cmin: CentiMinutes,
}

/// ask morning: what to look at before a day's numbers are talked about. It delays nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MorningView {
    /// The work day looked at.
    pub date: NaiveDate,
    /// Whether it is closed.
    pub closed: bool,
    /// The department shown; null: all that may be seen.
    pub department: Option<Named>,
    /// Whether the day has calls at all: without telephony, tickets without calls say nothing.
    pub calls_known: bool,
    /// Calls of the day.
    pub calls: i64,
    /// Tickets of the day.
    pub tickets: i64,
    /// Calls that no ticket took in.
    pub calls_without_tickets: Vec<MorningCall>,
    /// Tickets of a call's channel that took in no call.
    pub tickets_without_calls: Vec<MorningTicket>,
    /// Tickets saved more than 60 s before their call ended.
    pub saved_early: Vec<MorningTicket>,
    /// Tickets held until their call ended.
    pub held: Vec<MorningTicket>,
    /// Measured minutes above 120 % of worked minutes.
    pub above_worked: Vec<MorningPerson>,
    /// More than 30 minutes of work outside the schedule.
    pub outside_schedule: Vec<MorningPerson>,
    /// Objections without an answer: about this day, or about a month and raised by now.
    pub objections: Vec<ObjectionView>,
    /// Forgotten tickets claimed and not decided.
    pub open_claims: i64,
    /// Whether there is nothing to look at.
    pub clear: bool,
}

/// A stopwatch reading behind a norm.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ReadingView {
    /// When it was begun, on the floor's clock.
    pub started_at: String,
    /// Its length.
    pub duration_ms: i64,
    /// Pace in % of normal.
    pub rating_bp: BasisPoints,
    /// `regular` or `hard`; `exclude` with its reason for one left out.
    pub class: String,
    /// Why it was left out.
    pub reason: Option<String>,
    /// Who was observed; null for who may not see the study.
    pub operator: Option<String>,
}

/// ask decision: where a decision's weight comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DecisionTraceView {
    /// The ticket.
    pub ticket: Uuid,
    /// The decision's place on it, from 1.
    pub line: i64,
    /// Whose.
    pub person: String,
    /// The work day.
    pub work_day: NaiveDate,
    /// The action.
    pub action: String,
    /// Its Russian name.
    pub name_ru: String,
    /// Its English name.
    pub name_en: Option<String>,
    /// How many times.
    pub quantity: i64,
    /// The norm.
    pub norm_cmin: CentiMinutes,
    /// The boost.
    pub boost_bp: BasisPoints,
    /// Why it is boosted.
    pub boost_reason: Option<String>,
    /// Norm × boost.
    pub weight_cmin: CentiMinutes,
    /// Quantity × weight.
    pub kpi_cmin: CentiMinutes,
    /// The set that weighed it.
    pub set: Option<Uuid>,
    /// Its name.
    pub set_name: Option<String>,
    /// The order's number.
    pub order: Option<String>,
    /// The order's date.
    pub order_date: Option<NaiveDate>,
    /// Since when it is in force.
    pub effective: Option<NaiveDate>,
    /// Who approved it.
    pub approved_by: Option<String>,
    /// `measured`, `expert`, `imported`; null where the set has no norm.
    pub basis: Option<String>,
    /// Why an expert norm was set.
    pub reason: Option<String>,
    /// The norm before it was rounded, an exact fraction.
    pub exact: Option<String>,
    /// The allowance.
    pub allowance_bp: Option<BasisPoints>,
    /// The share of hard cases.
    pub hard_share_bp: Option<BasisPoints>,
    /// The norm's own 95 % interval, allowance included, as it was frozen: its lower end; null where none can honestly be given.
    pub low_cmin: Option<CentiMinutes>,
    /// Its upper end.
    pub high_cmin: Option<CentiMinutes>,
    /// What the interval was made by, or why there is none.
    pub interval_method: Option<String>,
    /// Operators observed.
    pub operators: Option<i64>,
    /// The study; null for who may not see it.
    pub study: Option<Uuid>,
    /// Regular observations kept.
    pub regular_count: i64,
    /// Hard cases kept.
    pub hard_count: i64,
    /// Observations left out.
    pub excluded_count: i64,
    /// The study's readings taken before the order, as they stand; the counts above are the frozen ones.
    pub readings: Vec<ReadingView>,
}
