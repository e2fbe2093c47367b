//! The commands: what people ask the floor to do, grouped by area. These are the wire.
//!
//! Invariant: unknown fields are refused, so that a misspelt one cannot be lost in silence. Things of the
//! catalogue go by code, facts by UUID.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::domain::action::{ActionKind, Element};
use crate::domain::calendar::CalendarDay;
use crate::domain::code::Code;
use crate::domain::instant::Instant;
use crate::domain::people::Role;
use crate::domain::schedule::Pattern;
use crate::domain::study::{CaseClass, Decided, ElementTime, Pause, Source};
use crate::domain::ticket::{Channel, ContactOutcome};
use crate::domain::units::{BasisPoints, CentiMinutes, Millis, Money};

/// A command; on the wire `{"do": name, "with": {…}}`.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum Command {
    /// Departments, people, passwords.
    People(PeopleCommand),
    /// Actions.
    Catalogue(CatalogueCommand),
    /// Time studies.
    Study(StudyCommand),
    /// Norm sets and orders.
    Norms(NormsCommand),
    /// Tickets.
    Ticket(TicketCommand),
    /// Calendars, schedules, the closing of days.
    Calendar(CalendarCommand),
    /// Chunks of an import.
    Import(ImportCommand),
}

/// Departments, people, passwords.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "do", content = "with")]
pub enum PeopleCommand {
    /// Adds a department.
    #[serde(rename = "department.add")]
    DepartmentAdd(DepartmentAdd),
    /// Adds a person.
    #[serde(rename = "person.add")]
    PersonAdd(PersonAdd),
    /// Changes a person; fields left out stay as they are.
    #[serde(rename = "person.change")]
    PersonChange(PersonChange),
    /// Sets a password; the secret travels beside the command, never in it.
    #[serde(rename = "password.set")]
    PasswordSet(PasswordSet),
}

/// Actions.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "do", content = "with")]
pub enum CatalogueCommand {
    /// Adds an action.
    #[serde(rename = "action.add")]
    ActionAdd(ActionAdd),
    /// Changes or retires an action; fields left out stay as they are.
    #[serde(rename = "action.change")]
    ActionChange(ActionChange),
}

/// Time studies.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "do", content = "with")]
pub enum StudyCommand {
    /// Opens a study of one action.
    #[serde(rename = "study.open")]
    StudyOpen(StudyOpen),
    /// Writes down the conditions a study is made under.
    #[serde(rename = "study.describe")]
    StudyDescribe(StudyDescribe),
    /// Adds an observation.
    #[serde(rename = "observation.add")]
    ObservationAdd(ObservationAdd),
    /// Decides an observation: keep as regular, keep as hard case, exclude with a reason.
    #[serde(rename = "observation.decide")]
    ObservationDecide(ObservationDecide),
    /// Puts an observation's rating or note right.
    #[serde(rename = "observation.amend")]
    ObservationAmend(ObservationAmend),
    /// Decides all open flags of a study alike, in one audited act.
    #[serde(rename = "flags.decide")]
    FlagsDecide(FlagsDecide),
    /// Adds a sitting beside an operator, which observations and pauses have to fill.
    #[serde(rename = "sitting.add")]
    SittingAdd(SittingAdd),
}

/// Norm sets and orders.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "do", content = "with")]
pub enum NormsCommand {
    /// Drafts a norm set.
    #[serde(rename = "set.draft")]
    SetDraft(SetDraft),
    /// Sets an action's norm in a draft.
    #[serde(rename = "set.norm")]
    SetNorm(SetNorm),
    /// Submits a draft to the director.
    #[serde(rename = "set.submit")]
    SetSubmit(SetSubmit),
    /// Returns a submitted set with a comment.
    #[serde(rename = "set.return")]
    SetReturn(SetReturn),
    /// Approves a submitted set by order.
    #[serde(rename = "order.approve")]
    OrderApprove(OrderApprove),
}

/// Tickets.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "do", content = "with")]
pub enum TicketCommand {
    /// Saves a ticket.
    #[serde(rename = "ticket.save")]
    TicketSave(TicketSave),
    /// Corrects a ticket; after its day's close this writes a correction line.
    #[serde(rename = "ticket.correct")]
    TicketCorrect(TicketCorrect),
}

/// Calendars, schedules, the closing of days.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "do", content = "with")]
pub enum CalendarCommand {
    /// Adds a work calendar, or amends the one of the same code.
    #[serde(rename = "calendar.add")]
    CalendarAdd(CalendarAdd),
    /// Sets a person's schedule from a day on.
    #[serde(rename = "schedule.set")]
    ScheduleSet(ScheduleSet),
    /// Closes the work days through a date.
    #[serde(rename = "day.close")]
    DayClose(DayClose),
}

/// Chunks of an import: at most 500 rows each, every row answered for itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "do", content = "with")]
pub enum ImportCommand {
    /// People.
    #[serde(rename = "import.people")]
    People(ImportRows<PersonAdd>),
    /// Actions.
    #[serde(rename = "import.actions")]
    Actions(ImportRows<ActionAdd>),
    /// Observations.
    #[serde(rename = "import.samples")]
    Samples(ImportRows<SampleRow>),
    /// Tickets.
    #[serde(rename = "import.tickets")]
    Tickets(ImportRows<TicketSave>),
}

/// department.add
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DepartmentAdd {
    /// The department's code.
    pub code: Code,
    /// Its name.
    pub name: String,
}

/// person.add
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PersonAdd {
    /// The personnel number.
    pub code: Code,
    /// The name.
    pub name: String,
    /// What the person signs in by.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub login: Option<String>,
    /// The roles held.
    pub roles: Vec<Role>,
    /// The department's code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub department: Option<Code>,
    /// The position.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<String>,
    /// Rate of employment; 10 000 = full time (the default).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rate_bp: Option<BasisPoints>,
    /// Monthly salary of the position at rate 1.0, in kopecks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub salary_minor: Option<Money>,
    /// First day of employment.
    pub from: NaiveDate,
    /// Last day of employment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<NaiveDate>,
}

/// person.change: fields left out stay as they are.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PersonChange {
    /// The personnel number.
    pub code: Code,
    /// The name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What the person signs in by.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub login: Option<String>,
    /// The roles held.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub roles: Option<Vec<Role>>,
    /// The department's code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub department: Option<Code>,
    /// The position.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<String>,
    /// Rate of employment; 10 000 = full time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rate_bp: Option<BasisPoints>,
    /// Monthly salary of the position at rate 1.0, in kopecks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub salary_minor: Option<Money>,
    /// First day of employment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// Last day of employment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<NaiveDate>,
}

/// password.set
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PasswordSet {
    /// Whose password.
    pub person: Code,
}

/// action.add
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ActionAdd {
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
    /// The elements it is timed by, in order; none: timed as a whole.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub elements: Vec<Element>,
}

/// action.change: fields left out stay as they are.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ActionChange {
    /// The action's code.
    pub code: Code,
    /// Its Russian name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name_ru: Option<String>,
    /// Its English name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name_en: Option<String>,
    /// The group it is offered in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// Manual or automatic.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<ActionKind>,
    /// What makes a case hard, known without the stopwatch.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hard_criterion: Option<String>,
    /// The elements it is timed by, in order; an empty list takes them away.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub elements: Option<Vec<Element>>,
    /// `false` retires the action, `true` takes it back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub active: Option<bool>,
}

/// study.open
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StudyOpen {
    /// The study's id.
    pub study: Uuid,
    /// The action timed.
    pub action: Code,
    /// The conditions it is made under: place, equipment, shift, whatever a reader of the norm has to know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conditions: Option<String>,
}

/// study.describe
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StudyDescribe {
    /// The study's id.
    pub study: Uuid,
    /// The conditions it is made under; empty takes them away.
    pub conditions: String,
}

/// observation.add
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ObservationAdd {
    /// The study's id.
    pub study: Uuid,
    /// The observation's id.
    pub observation: Uuid,
    /// The observed operator.
    pub operator: Code,
    /// Wall-clock start.
    pub started_at: Instant,
    /// Observed time, pauses taken out.
    pub duration_ms: Millis,
    /// Regular (default) or hard.
    #[serde(default)]
    pub class: CaseClass,
    /// Pace; 10 000 = normal (the default).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rating_bp: Option<BasisPoints>,
    /// Pauses taken out, in all; by default what `pauses` add up to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paused_ms: Option<Millis>,
    /// The pauses one by one, with their reasons.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pauses: Vec<Pause>,
    /// The times of the action's elements; they add up to the duration.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub elements: Vec<ElementTime>,
    /// A note.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// observation.decide
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ObservationDecide {
    /// The observation's id.
    pub observation: Uuid,
    /// What is decided.
    #[serde(rename = "as")]
    pub decided: Decided,
    /// Why; an exclusion needs one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// A note.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// observation.amend: fields left out stay as they are.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ObservationAmend {
    /// The observation's id.
    pub observation: Uuid,
    /// Pace; 10 000 = normal. Another pace needs a reason.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rating_bp: Option<BasisPoints>,
    /// A note; empty takes it away.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// sitting.add
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SittingAdd {
    /// The sitting's id.
    pub sitting: Uuid,
    /// The observed operator.
    pub operator: Code,
    /// When the observer sat down.
    pub started_at: Instant,
    /// When the observer got up.
    pub ended_at: Instant,
    /// Pauses between the observations, with their reasons.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pauses: Vec<Pause>,
}

/// flags.decide
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FlagsDecide {
    /// The study's id.
    pub study: Uuid,
    /// What is decided about every open flag.
    #[serde(rename = "as")]
    pub decided: Decided,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// set.draft
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetDraft {
    /// The set's id.
    pub set: Uuid,
    /// The department it is for.
    pub department: Code,
    /// Its name.
    pub name: String,
    /// `studies`, `empty`, or the id of a set to copy.
    pub from: String,
    /// Allowance on every measured norm without one of its own; 0 by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub allowance_bp: Option<BasisPoints>,
}

/// set.norm: by study, or as an expert's value with a reason.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetNorm {
    /// The set's id.
    pub set: Uuid,
    /// The action's code.
    pub action: Code,
    /// The study the norm is taken from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub study: Option<Uuid>,
    /// An expert's norm, in hundredths of a minute.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expert_cmin: Option<CentiMinutes>,
    /// Why an expert's norm is what it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Boost; 10 000 = 1.0 (the default).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub boost_bp: Option<BasisPoints>,
    /// Why it is boosted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub boost_reason: Option<String>,
    /// The action's own allowance, replacing the set's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub allowance_bp: Option<BasisPoints>,
    /// Share of hard cases.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hard_share_bp: Option<BasisPoints>,
    /// Decisions the share was counted over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hard_share_count: Option<i64>,
    /// Where the share comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hard_share_source: Option<String>,
}

/// set.submit
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetSubmit {
    /// The set's id.
    pub set: Uuid,
    /// Changed technique, organisation, first introduction.
    #[serde(default)]
    pub grounds: String,
}

/// set.return
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetReturn {
    /// The set's id.
    pub set: Uuid,
    /// What is to be changed.
    #[serde(default)]
    pub comment: String,
}

/// order.approve
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OrderApprove {
    /// The order's id.
    pub order: Uuid,
    /// The set approved.
    pub set: Uuid,
    /// The order's number.
    pub number: String,
    /// The order's date.
    pub date: NaiveDate,
    /// The work day from which the set is in force.
    pub effective: NaiveDate,
    /// Why the two months' notice is not kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub early_reason: Option<String>,
    /// Why there was no full pilot.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pilot_reason: Option<String>,
    /// Opinion of the employees' representative body: number, date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub representative: Option<String>,
}

/// A decision on a ticket.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DecisionGiven {
    /// The action's code.
    pub action: Code,
    /// How many times; 1 by default.
    #[serde(default = "one")]
    pub quantity: i64,
    /// How many of them were hard cases; 0 by default.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub hard: i64,
    /// Amount of the deal, in kopecks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount_minor: Option<Money>,
}

fn one() -> i64 {
    1
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
fn is_zero(value: &i64) -> bool {
    *value == 0
}

/// ticket.save
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TicketSave {
    /// The ticket's id.
    pub ticket: Uuid,
    /// Whose ticket; the person signed in by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub employee: Option<Code>,
    /// How the client came in.
    #[serde(default)]
    pub channel: Channel,
    /// Phone in any notation, contract number or name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client: Option<String>,
    /// When the work was begun.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opened_at: Option<Instant>,
    /// When the work was finished; the moment of saving by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finished_at: Option<Instant>,
    /// What was done.
    #[serde(default)]
    pub decisions: Vec<DecisionGiven>,
    /// The colleague away that day it was done for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_behalf_of: Option<Code>,
    /// How the contact ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<ContactOutcome>,
    /// A comment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
    /// Why there is no decision, e.g. "wrong number".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// ticket.correct: fields left out stay as they are; empty decisions cancel the ticket.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TicketCorrect {
    /// The ticket's id.
    pub ticket: Uuid,
    /// The version that is corrected.
    pub version: i64,
    /// Why; needed of everybody but the ticket's owner before the close.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Must be the ticket's own, if given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub employee: Option<Code>,
    /// How the client came in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<Channel>,
    /// Client reference.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client: Option<String>,
    /// When the work was begun.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opened_at: Option<Instant>,
    /// Must be the ticket's own, if given: no correction moves a finish.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finished_at: Option<Instant>,
    /// What was done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decisions: Option<Vec<DecisionGiven>>,
    /// The colleague it was done for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_behalf_of: Option<Code>,
    /// How the contact ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<ContactOutcome>,
    /// A comment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
}

/// calendar.add
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CalendarAdd {
    /// The calendar's code.
    pub code: Code,
    /// The year it makes known; by default the years of its days.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<i32>,
    /// Holidays and swaps; short days are derived.
    pub days: Vec<CalendarDay>,
}

/// schedule.set
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ScheduleSet {
    /// Whose schedule.
    pub person: Code,
    /// From which day.
    pub from: NaiveDate,
    /// Intervals a weekday, or a cycle.
    pub pattern: Pattern,
}

/// day.close
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DayClose {
    /// The last day to close.
    pub through: NaiveDate,
    /// Days before it stay open; by default every open day is closed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
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

/// Why a line is no command.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WireError {
    /// No command of that name.
    #[error("there is no command \"{0}\"")]
    UnknownCommand(String),
    /// The fields don't fit.
    #[error("{0}")]
    Fields(String),
}

impl Command {
    /// Reads a command from its name and fields.
    pub fn from_wire(name: &str, with: &Value) -> Result<Self, WireError> {
        let wire = json!({"do": name, "with": with});
        let fields = |error: serde_json::Error| WireError::Fields(error.to_string());
        match name {
            "department.add" | "person.add" | "person.change" | "password.set" => {
                serde_json::from_value(wire).map(Self::People).map_err(fields)
            }
            "action.add" | "action.change" => serde_json::from_value(wire).map(Self::Catalogue).map_err(fields),
            "study.open" | "study.describe" | "observation.add" | "observation.decide" | "observation.amend"
            | "flags.decide" | "sitting.add" => serde_json::from_value(wire).map(Self::Study).map_err(fields),
            "set.draft" | "set.norm" | "set.submit" | "set.return" | "order.approve" => {
                serde_json::from_value(wire).map(Self::Norms).map_err(fields)
            }
            "ticket.save" | "ticket.correct" => serde_json::from_value(wire).map(Self::Ticket).map_err(fields),
            "calendar.add" | "schedule.set" | "day.close" => {
                serde_json::from_value(wire).map(Self::Calendar).map_err(fields)
            }
            "import.people" | "import.actions" | "import.samples" | "import.tickets" => {
                serde_json::from_value(wire).map(Self::Import).map_err(fields)
            }
            _ => Err(WireError::UnknownCommand(name.to_owned())),
        }
    }

    /// The command's name on the wire.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::People(PeopleCommand::DepartmentAdd(_)) => "department.add",
            Self::People(PeopleCommand::PersonAdd(_)) => "person.add",
            Self::People(PeopleCommand::PersonChange(_)) => "person.change",
            Self::People(PeopleCommand::PasswordSet(_)) => "password.set",
            Self::Catalogue(CatalogueCommand::ActionAdd(_)) => "action.add",
            Self::Catalogue(CatalogueCommand::ActionChange(_)) => "action.change",
            Self::Study(StudyCommand::StudyOpen(_)) => "study.open",
            Self::Study(StudyCommand::StudyDescribe(_)) => "study.describe",
            Self::Study(StudyCommand::ObservationAdd(_)) => "observation.add",
            Self::Study(StudyCommand::ObservationDecide(_)) => "observation.decide",
            Self::Study(StudyCommand::ObservationAmend(_)) => "observation.amend",
            Self::Study(StudyCommand::FlagsDecide(_)) => "flags.decide",
            Self::Study(StudyCommand::SittingAdd(_)) => "sitting.add",
            Self::Norms(NormsCommand::SetDraft(_)) => "set.draft",
            Self::Norms(NormsCommand::SetNorm(_)) => "set.norm",
            Self::Norms(NormsCommand::SetSubmit(_)) => "set.submit",
            Self::Norms(NormsCommand::SetReturn(_)) => "set.return",
            Self::Norms(NormsCommand::OrderApprove(_)) => "order.approve",
            Self::Ticket(TicketCommand::TicketSave(_)) => "ticket.save",
            Self::Ticket(TicketCommand::TicketCorrect(_)) => "ticket.correct",
            Self::Calendar(CalendarCommand::CalendarAdd(_)) => "calendar.add",
            Self::Calendar(CalendarCommand::ScheduleSet(_)) => "schedule.set",
            Self::Calendar(CalendarCommand::DayClose(_)) => "day.close",
            Self::Import(ImportCommand::People(_)) => "import.people",
            Self::Import(ImportCommand::Actions(_)) => "import.actions",
            Self::Import(ImportCommand::Samples(_)) => "import.samples",
            Self::Import(ImportCommand::Tickets(_)) => "import.tickets",
        }
    }

    /// The areas of the floor a command touches, so that screens know what to ask again.
    #[must_use]
    pub fn area(&self) -> Area {
        match self {
            Self::People(_) | Self::Import(ImportCommand::People(_)) => Area::People,
            Self::Catalogue(_) | Self::Import(ImportCommand::Actions(_)) => Area::Catalogue,
            Self::Study(_) | Self::Import(ImportCommand::Samples(_)) => Area::Studies,
            Self::Norms(_) => Area::Norms,
            Self::Ticket(_) | Self::Import(ImportCommand::Tickets(_)) => Area::Tickets,
            Self::Calendar(_) => Area::Days,
        }
    }
}

/// A part of the floor that changes together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "named for what they hold")]
pub enum Area {
    People,
    Catalogue,
    Studies,
    Norms,
    Tickets,
    Days,
}
