//! The person signed in, the people of the floor, and permissions.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Named;
use crate::domain::people::Role;
use crate::domain::units::{BasisPoints, Money};

/// ask me: who is signed in, and where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct MeView {
    /// The personnel number.
    pub code: String,
    /// The name.
    pub name: String,
    /// The roles acted in.
    pub roles: Vec<Role>,
    /// The department.
    pub department: Option<Named>,
    /// The organisation.
    pub organisation: String,
    /// Whether the floor is a rehearsal: nothing is paid by it.
    pub rehearsal: bool,
    /// The floor's time zone.
    pub timezone: String,
    /// The running work day.
    pub work_day: NaiveDate,
    /// The work day on which the floor was made: days before it are closed only on request.
    pub first_day: NaiveDate,
    /// Whether the password was set by another and is to be replaced.
    pub one_time_password: bool,
    /// Whether the supervisor's role is acted in as a deputy, for today.
    pub deputy: bool,
    /// How many orders wait to be acknowledged by this person.
    pub to_acknowledge: i64,
    /// Whether this person is the one to bring people in, and nobody works here yet.
    #[serde(default)]
    pub unstaffed: bool,
    /// What this person's navigation holds.
    pub may: Doors,
}

/// Which doors of the window are open to a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[expect(clippy::struct_excessive_bools, reason = "a list of doors, each open or not")]
pub struct Doors {
    /// The stopwatch.
    pub stopwatch: bool,
    /// Studies: read.
    pub studies: bool,
    /// Norm sets: read.
    pub norms: bool,
    /// Norm sets: draft and submit.
    pub norms_keep: bool,
    /// Orders: read.
    pub orders: bool,
    /// Orders: approve, return or revoke.
    pub orders_approve: bool,
    /// Pilot reports and replay; who has acknowledged an order.
    pub pilot: bool,
    /// Acknowledge orders.
    pub acknowledge: bool,
    /// Deputies: read.
    pub deputies: bool,
    /// Deputies: name and end.
    pub deputies_keep: bool,
    /// The floor's own wording of orders.
    pub wording_keep: bool,
    /// The desk.
    pub desk: bool,
    /// The own KPI.
    pub my_kpi: bool,
    /// Search among tickets.
    pub tickets: bool,
    /// The supervisor's review.
    pub review: bool,
    /// The department's month.
    pub department: bool,
    /// The catalogue of actions: read.
    pub catalogue: bool,
    /// Keep the catalogue of actions.
    pub actions_keep: bool,
    /// Departments and people with their accounts: read.
    pub people: bool,
    /// Keep people and accounts.
    pub people_keep: bool,
    /// The audit journal.
    pub journal: bool,
    /// Check and copy the whole file.
    pub file_keep: bool,
    /// Close days.
    pub day_close: bool,
    /// The board of absences: read.
    pub absences: bool,
    /// Absences, downtime, cover: record and propose.
    pub absences_keep: bool,
    /// Calendars: add and amend.
    pub calendar_keep: bool,
    /// Schedules: read.
    pub schedules: bool,
    /// Schedules: set.
    pub schedules_keep: bool,
    /// The own statement.
    pub my_pay: bool,
    /// The payroll: everybody's statements.
    pub payroll: bool,
    /// Pay schemes: read.
    pub schemes: bool,
    /// Pay schemes: draft and submit.
    pub schemes_keep: bool,
    /// Months: lock; schemes: approve.
    pub month_lock: bool,
    /// The morning verification.
    pub morning: bool,
    /// Tasks, objections, notes.
    pub tasks: bool,
    /// Objections to what is one's own: raise.
    pub objection: bool,
    /// Awards: grant.
    pub award_grant: bool,
    /// Leave to see a department's money: give and take back.
    pub money_grant: bool,
    /// Salaries: read.
    pub salaries: bool,
    /// Salaries, rates, employment dates: keep.
    pub salaries_keep: bool,
}

/// ask people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PeopleView {
    /// By code.
    pub people: Vec<PersonView>,
    /// Every department.
    pub departments: Vec<Named>,
}

/// A person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PersonView {
    /// The personnel number.
    pub code: String,
    /// The name.
    pub name: String,
    /// What the person signs in by.
    pub login: Option<String>,
    /// The roles held.
    pub roles: Vec<Role>,
    /// The department's code.
    pub department: Option<String>,
    /// The position.
    pub position: Option<String>,
    /// Rate of employment.
    pub rate_bp: BasisPoints,
    /// Salary; only for those who may see pay.
    pub salary_minor: Option<Money>,
    /// First day of employment.
    pub from: NaiveDate,
    /// Last day of employment.
    pub to: Option<NaiveDate>,
    /// What the person was and will be employed by, oldest first; only for those who may see pay, and without salaries for
    /// those who may see accounts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub terms: Vec<TermsView>,
    /// How the person signs in; only for those who may see accounts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<AccountView>,
}

/// How somebody signs in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AccountView {
    /// The roles held; a first director acts in more while nobody else holds them.
    pub held: Vec<Role>,
    /// Where the password stands.
    pub password: PasswordState,
    /// When it was set, RFC 3339.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub set_at: Option<String>,
    /// Who set it, by code; `file-owner` for who can write the file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub set_by: Option<String>,
}

/// Where somebody's password stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PasswordState {
    /// There is no login: the person is counted, and does not sign in.
    NoLogin,
    /// There is a login and no password yet.
    Missing,
    /// Set by somebody else, and not replaced by its owner yet.
    OneTime,
    /// The owner's own.
    Own,
}

/// What a person is employed by from a work day on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TermsView {
    /// The first work day.
    pub from: NaiveDate,
    /// The department's code.
    pub department: Option<String>,
    /// The position.
    pub position: Option<String>,
    /// The rate.
    pub rate_bp: BasisPoints,
    /// The position's salary at rate 1.0.
    pub salary_minor: Option<Money>,
}

/// ask permissions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PermissionsView {
    /// A row an act.
    pub acts: Vec<PermissionRow>,
}

/// How far each role reaches in an act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PermissionRow {
    /// What the act covers.
    pub act: String,
    /// own, department, all, or null for not at all, by role.
    pub operator: Option<String>,
    /// As above.
    pub supervisor: Option<String>,
    /// As above.
    pub director: Option<String>,
    /// As above.
    pub payroll: Option<String>,
    /// As above.
    pub administrator: Option<String>,
}
