//! Tasks, the start checklist, notes, objections, notifications, indicators.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::Named;
use crate::domain::indicator::{Definition, TargetTerms};
use crate::domain::month::Month;
use crate::domain::objection::About;
use crate::domain::units::{BasisPoints, CentiMinutes, Money};

/// Tasks counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TaskCounts {
    /// Not done yet.
    pub open: i64,
    /// Of them, due today.
    pub today: i64,
    /// Of them, due before today.
    pub overdue: i64,
    /// Done, waiting to be accepted.
    pub to_accept: i64,
    /// Due in the month up to today, those taken back left out.
    pub due: i64,
    /// Of these, done after the due day or not at all.
    pub late: i64,
    /// late / due, cut; null where nothing was due.
    pub late_bp: Option<BasisPoints>,
}

/// A decision that counts when a task is accepted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TaskDecisionView {
    /// The action.
    pub action: String,
    /// Its Russian name.
    pub name_ru: String,
    /// Its English name.
    pub name_en: Option<String>,
    /// How many times.
    pub quantity: i64,
    /// Of them, hard cases.
    pub hard: i64,
    /// The amount.
    pub amount_minor: Option<Money>,
}

/// A step in a task's life.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TaskStepView {
    /// `given`, `done`, `accepted`, `returned`, `cancelled`.
    pub step: String,
    /// By whom.
    pub person: String,
    /// The name.
    pub name: String,
    /// The work day.
    pub date: NaiveDate,
    /// What was said.
    pub text: Option<String>,
}

/// A task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[expect(clippy::struct_excessive_bools, reason = "what the task is and what may be done with it, each by itself")]
pub struct TaskView {
    /// Its id.
    pub task: Uuid,
    /// Whose.
    pub person: String,
    /// The name.
    pub name: String,
    /// What is to be done.
    pub title: String,
    /// More about it.
    pub text: Option<String>,
    /// Who gave it; null for an own task.
    pub given_by: Option<Named>,
    /// Whether it is the person's own: it never counts.
    pub own: bool,
    /// The last day for it.
    pub due: NaiveDate,
    /// `open`, `done`, `accepted`, `returned`, `cancelled`.
    pub state: String,
    /// Whether it is not done and the due day is over.
    pub overdue: bool,
    /// What counts when it is accepted.
    pub decisions: Vec<TaskDecisionView>,
    /// The minutes: of the ticket once accepted, else by the set in force now; null where there is none.
    pub kpi_cmin: Option<CentiMinutes>,
    /// The ticket it became.
    pub ticket: Option<Uuid>,
    /// What happened to it.
    pub history: Vec<TaskStepView>,
    /// Whether who asks may report it done.
    pub may_do: bool,
    /// Whether who asks may accept or return it.
    pub may_decide: bool,
    /// Whether who asks may take it back.
    pub may_cancel: bool,
}

/// A review of the start checklist.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ChecklistItem {
    /// 1…8.
    pub item: i64,
    /// `daily` or `weekly`.
    pub kind: String,
    /// The day it is for.
    pub due: NaiveDate,
    /// When it was ticked off.
    pub ticked: Option<NaiveDate>,
    /// By whom.
    pub ticked_by: Option<String>,
    /// What was seen.
    pub note: Option<String>,
    /// Whether its day is over and it is not ticked off.
    pub overdue: bool,
}

/// A start checklist.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ChecklistView {
    /// Its id.
    pub checklist: Uuid,
    /// For whom; null: the department.
    pub person: Option<Named>,
    /// The department.
    pub department: Option<Named>,
    /// Its first day.
    pub from: NaiveDate,
    /// Five daily, three weekly.
    pub items: Vec<ChecklistItem>,
    /// Whether all are ticked off.
    pub finished: bool,
    /// Whether who asks may tick off.
    pub may_tick: bool,
}

/// ask tasks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TasksView {
    /// The running work day.
    pub today: NaiveDate,
    /// Not done, due today or before: first thing in the morning, the oldest first.
    pub now: Vec<TaskView>,
    /// Not done, due later.
    pub later: Vec<TaskView>,
    /// Done, waiting to be accepted.
    pub to_accept: Vec<TaskView>,
    /// Accepted, done of one's own, or taken back, in the last 30 days, newest first.
    pub finished: Vec<TaskView>,
    /// Counted over the running month.
    pub counts: TaskCounts,
    /// Calls of earlier days that wait to be taken into a ticket.
    pub unprocessed_before_today: i64,
    /// Start checklists that are not finished, or were in the last 30 days.
    pub checklists: Vec<ChecklistView>,
    /// Whether who asks may give tasks.
    pub may_give: bool,
    /// Whether who asks may add tasks of one's own.
    pub may_add: bool,
}

/// A supervisor's note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct NoteView {
    /// Its id.
    pub note: Uuid,
    /// Whom it is about.
    pub person: String,
    /// The name.
    pub name: String,
    /// Which day of theirs; null: the person.
    pub date: Option<NaiveDate>,
    /// The note.
    pub text: String,
    /// Who wrote it.
    pub written_by: String,
    /// The name.
    pub written_by_name: String,
    /// When.
    pub written_on: NaiveDate,
    /// Whether who asks may take it back.
    pub may_cancel: bool,
}

/// ask notes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct NotesView {
    /// Newest first.
    pub notes: Vec<NoteView>,
    /// Whether who asks may write some.
    pub may_write: bool,
}

/// An objection with its answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ObjectionView {
    /// Its id.
    pub objection: Uuid,
    /// Who objects.
    pub person: String,
    /// The name.
    pub name: String,
    /// `day`, `correction`, `absence`, `statement`.
    pub kind: String,
    /// What it is about.
    pub about: About,
    /// The day it belongs to; null for a statement.
    pub date: Option<NaiveDate>,
    /// What is wrong.
    pub text: String,
    /// When it was raised.
    pub raised_on: NaiveDate,
    /// The answer.
    pub answer: Option<String>,
    /// Whether it was right.
    pub upheld: Option<bool>,
    /// Who answered.
    pub answered_by: Option<String>,
    /// When.
    pub answered_on: Option<NaiveDate>,
    /// Whether who asks may answer it.
    pub may_answer: bool,
}

/// ask objections.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ObjectionsView {
    /// Those without an answer first, then newest first.
    pub objections: Vec<ObjectionView>,
    /// Without an answer.
    pub open: i64,
    /// Whether who asks may object.
    pub may_object: bool,
}

/// A notification: a kind, and what its text names. The text is the locale's, by `notification-KIND`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct NotificationView {
    /// What `notification.read` names it by.
    pub key: String,
    /// `order`, `unprocessed`, `pace`, `drift`, `task`, `task-overdue`, `task-returned`, `task-to-accept`, `objection`,
    /// `objection-answered`, `cover-proposed`, `note`, `review`, `checklist`.
    pub kind: String,
    /// The work day it is of.
    pub date: NaiveDate,
    /// Names and values for the text: numbers plain, minutes in hundredths.
    pub details: BTreeMap<String, String>,
    /// Whether it was read.
    pub read: bool,
}

/// ask notifications.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct NotificationsView {
    /// Newest first.
    pub notifications: Vec<NotificationView>,
    /// Not read yet.
    pub unread: i64,
}

/// A value of an indicator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct IndicatorValue {
    /// Whose: a personnel number; null for the department.
    pub person: Option<String>,
    /// The name.
    pub name: String,
    /// The department's code.
    pub department: Option<String>,
    /// The position.
    pub position: Option<String>,
    /// The numerator.
    pub numerator: i64,
    /// The denominator.
    pub denominator: i64,
    /// The value in hundredths of the unit, rounded half to even; null for no data.
    pub value_hundredths: Option<i64>,
    /// The target of the segment.
    pub target: Option<TargetTerms>,
    /// Whether it is met; null without a target or data.
    pub met: Option<bool>,
}

/// An indicator of the month before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct IndicatorMonth {
    /// The month.
    pub month: Month,
    /// The numerator.
    pub numerator: i64,
    /// The denominator.
    pub denominator: i64,
    /// The value in hundredths of the unit; null for no data.
    pub value_hundredths: Option<i64>,
}

/// An indicator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct IndicatorView {
    /// Its code.
    pub indicator: String,
    /// Its definition in effect in the month.
    pub definition: Definition,
    /// Whether it came with the program.
    pub shipped: bool,
    /// All who are shown together.
    pub all: IndicatorValue,
    /// Each person; empty for an operator but for oneself.
    pub people: Vec<IndicatorValue>,
    /// The last six months, this one last.
    pub trend: Vec<IndicatorMonth>,
}

/// ask indicators.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct IndicatorsView {
    /// The month.
    pub month: Month,
    /// The last closed day of it.
    pub closed_through: Option<NaiveDate>,
    /// The department shown; null: all that may be seen.
    pub department: Option<Named>,
    /// The indicators, by code.
    pub indicators: Vec<IndicatorView>,
    /// Whether who asks may define indicators and set targets.
    pub may_define: bool,
}
