//! Objections, tasks, notes, the start checklist, indicators, and what was read of the notifications.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{DecisionGiven, commands};
use crate::domain::code::Code;
use crate::domain::indicator::{Definition, TargetTerms};
use crate::domain::month::Month;
use crate::domain::objection::About;

commands! {
    /// What people of a department say to each other about their work.
    DepartmentCommand {
        /// Objects to a day, a correction, an absence or a line of the statement.
        "objection.raise" => ObjectionRaise(ObjectionRaise),
        /// Answers an objection.
        "objection.answer" => ObjectionAnswer(ObjectionAnswer),
        /// Gives a task, with decisions that count when it is accepted.
        "task.give" => TaskGive(TaskGive),
        /// Adds a task of one's own; it never counts.
        "task.add" => TaskAdd(TaskAdd),
        /// Reports a task done.
        "task.done" => TaskDone(TaskDone),
        /// Accepts the result: its decisions count now.
        "task.accept" => TaskAccept(TaskAccept),
        /// Returns the result with a comment.
        "task.return" => TaskReturn(TaskReturn),
        /// Takes a task back.
        "task.cancel" => TaskCancel(TaskCancel),
        /// Writes a note on a person, or on a day of theirs.
        "note.add" => NoteAdd(NoteAdd),
        /// Takes a note back.
        "note.cancel" => NoteCancel(NoteCancel),
        /// Starts the reviews of a fresh floor or person: five daily, then three weekly.
        "checklist.start" => ChecklistStart(ChecklistStart),
        /// Ticks off a review.
        "checklist.tick" => ChecklistTick(ChecklistTick),
        /// Defines an indicator, or defines it anew from a month on.
        "indicator.define" => IndicatorDefine(IndicatorDefine),
        /// Sets an indicator's target for everybody or a segment, from a month on.
        "indicator.target" => IndicatorTarget(IndicatorTarget),
        /// Retires an indicator from the running month on: it stands in no list, and no bonus may be made with it.
        "indicator.retire" => IndicatorRetire(IndicatorRetire),
        /// Takes a retired indicator back into use from the running month on.
        "indicator.restore" => IndicatorRestore(IndicatorRestore),
        /// Records ratings that came from outside.
        "rating.add" => RatingAdd(RatingAdd),
        /// Remembers which notifications were read.
        "notification.read" => NotificationRead(NotificationRead),
    }
}

/// objection.raise
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ObjectionRaise {
    /// The objection's id.
    pub objection: Uuid,
    /// What it is about: `{"day": date}`, `{"correction": {"ticket", "version"}}`, `{"absence": id}`,
    /// `{"statement": {"month", "line"?}}`.
    pub about: About,
    /// What is wrong.
    pub text: String,
}

/// objection.answer
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ObjectionAnswer {
    /// The objection's id.
    pub objection: Uuid,
    /// Whether it is right; the correction itself is a command of its own.
    #[serde(default)]
    pub upheld: bool,
    /// The answer.
    pub text: String,
}

/// task.give
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TaskGive {
    /// The task's id.
    pub task: Uuid,
    /// Whose it is.
    pub person: Code,
    /// What is to be done, in a line.
    pub title: String,
    /// More about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// The last day for it.
    pub due: NaiveDate,
    /// What counts when the result is accepted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub decisions: Vec<DecisionGiven>,
}

/// task.add
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TaskAdd {
    /// The task's id.
    pub task: Uuid,
    /// What is to be done, in a line.
    pub title: String,
    /// More about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// The last day for it; by default the running work day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<NaiveDate>,
}

/// task.done
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TaskDone {
    /// The task's id.
    pub task: Uuid,
    /// What came of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
}

/// task.accept
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TaskAccept {
    /// The task's id.
    pub task: Uuid,
    /// A word on the result.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
}

/// task.return
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TaskReturn {
    /// The task's id.
    pub task: Uuid,
    /// What is missing.
    pub comment: String,
    /// Another last day for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<NaiveDate>,
}

/// task.cancel
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TaskCancel {
    /// The task's id.
    pub task: Uuid,
    /// Why; a task given by the supervisor is not taken back without a reason.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// note.add
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NoteAdd {
    /// The note's id.
    pub note: Uuid,
    /// Whom it is about; it is seen by that person.
    pub person: Code,
    /// Which day of theirs; left out: the person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<NaiveDate>,
    /// The note.
    pub text: String,
}

/// note.cancel
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NoteCancel {
    /// The note's id.
    pub note: Uuid,
    /// Why.
    pub reason: String,
}

/// checklist.start
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChecklistStart {
    /// The checklist's id.
    pub checklist: Uuid,
    /// For whom; left out: the department as a whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<Code>,
    /// The first day; by default the running work day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
}

/// checklist.tick
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChecklistTick {
    /// The checklist's id.
    pub checklist: Uuid,
    /// Which review: 1…8.
    pub item: i64,
    /// What was seen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// indicator.define
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct IndicatorDefine {
    /// The indicator's code.
    pub indicator: Code,
    /// The first month it is computed like this; by default the running one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Month>,
    /// What it is.
    pub definition: Definition,
}

/// indicator.retire
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct IndicatorRetire {
    /// The indicator's code.
    pub indicator: Code,
}

/// indicator.restore
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct IndicatorRestore {
    /// The indicator's code.
    pub indicator: Code,
}

/// indicator.target
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct IndicatorTarget {
    /// The indicator's code.
    pub indicator: Code,
    /// Only this department.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub department: Option<Code>,
    /// Only this position.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<String>,
    /// The first month it holds; by default the running one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Month>,
    /// The target; left out: the segment's own target ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<TargetTerms>,
}

/// rating.add
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RatingAdd {
    /// The rating's id.
    pub rating: Uuid,
    /// Whose work was rated.
    pub person: Code,
    /// The work day.
    pub date: NaiveDate,
    /// What was rated, e.g. `csat`.
    pub kind: String,
    /// Σ of the ratings, in hundredths.
    pub value_hundredths: i64,
    /// How many ratings that sums.
    #[serde(default = "one")]
    pub count: i64,
}

fn one() -> i64 {
    1
}

/// notification.read
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NotificationRead {
    /// The keys of the notifications, as the view gave them.
    pub keys: Vec<String>,
}
