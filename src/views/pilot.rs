//! What a norm set would do to people: the pilot report and the replay of closed days, one read model for both.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::Named;
use crate::domain::norm_set::SetState;
use crate::domain::units::{BasisPoints, CentiMinutes};

/// ask replay: a set applied to closed days. "Before" is what the days counted, frozen sums with their correction
/// lines; "after" is what the same decisions weigh by the set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ReplayView {
    /// The set.
    pub set: Uuid,
    /// Its name.
    pub name: String,
    /// The department.
    pub department: Named,
    /// Where it stands.
    pub state: SetState,
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// Closed days with work of the department in them.
    pub closed_days: i64,
    /// Sum before.
    pub before_cmin: CentiMinutes,
    /// Sum after.
    pub after_cmin: CentiMinutes,
    /// Median of the department's person-days before; null without any.
    pub median_before_cmin: Option<CentiMinutes>,
    /// Median of the same person-days after.
    pub median_after_cmin: Option<CentiMinutes>,
    /// How many people count more after than before.
    pub winners: i64,
    /// How many count less.
    pub losers: i64,
    /// Each employee, by code.
    pub people: Vec<ReplayPerson>,
    /// Each action that was logged, by code.
    pub actions: Vec<ReplayAction>,
    /// Each closed day with work in it.
    pub days: Vec<ReplayDay>,
    /// Codes of logged manual actions that the set has no norm for: they weigh nothing after.
    pub without_norm: Vec<String>,
    /// Whether the set has no allowance at all: 480 minutes of it ask for 100 % occupancy of a paid day.
    pub full_occupancy: bool,
}

/// An employee before and after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ReplayPerson {
    /// The personnel number.
    pub code: String,
    /// The name.
    pub name: String,
    /// Days with work.
    pub days: i64,
    /// Scheduled minutes of those days; null where the calendar is not known.
    pub target_cmin: Option<CentiMinutes>,
    /// KPI before.
    pub before_cmin: CentiMinutes,
    /// KPI after.
    pub after_cmin: CentiMinutes,
    /// after / before − 1, in basis points, rounded half-even; null where before is 0.
    pub change_bp: Option<i64>,
    /// The person's median day before.
    pub median_before_cmin: CentiMinutes,
    /// The person's median day after.
    pub median_after_cmin: CentiMinutes,
}

/// An action before and after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ReplayAction {
    /// The action's code.
    pub action: String,
    /// Its Russian name.
    pub name_ru: String,
    /// Its English name.
    pub name_en: Option<String>,
    /// How often it was logged.
    pub quantity: i64,
    /// Its share of all KPI before, in basis points.
    pub share_bp: BasisPoints,
    /// KPI before.
    pub before_cmin: CentiMinutes,
    /// KPI after.
    pub after_cmin: CentiMinutes,
    /// Its weight in the set in force now; null where it has none.
    pub in_force_cmin: Option<CentiMinutes>,
    /// Its weight in this set; null where it has none.
    pub weight_cmin: Option<CentiMinutes>,
    /// Real handling times of the same days, where calls tell them.
    pub handling: Option<Handling>,
}

/// Real handling times held against a norm.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Handling {
    /// Handled contacts with a known time.
    pub count: i64,
    /// Their mean, in ms.
    pub mean_ms: i64,
    /// The 95 % t interval of that mean, in ms; null under two contacts.
    pub low_ms: Option<i64>,
    /// Its upper end.
    pub high_ms: Option<i64>,
    /// The norm's time without allowance and boost, in ms: a call shows no allowance.
    pub norm_ms: i64,
    /// Whether the norm agrees with them.
    pub agrees: Agreement,
}

/// Whether a norm agrees with real handling times.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Agreement {
    /// The norm lies within the interval of the mean.
    Agrees,
    /// Real times are longer than the norm.
    Longer,
    /// Real times are shorter than the norm.
    Shorter,
    /// Too few contacts to say (fewer than 30).
    TooFew,
}

/// A day of the department before and after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ReplayDay {
    /// The day.
    pub date: NaiveDate,
    /// People with work on it.
    pub people: i64,
    /// Scheduled minutes of those people; null where the calendar is not known.
    pub target_cmin: Option<CentiMinutes>,
    /// KPI before.
    pub before_cmin: CentiMinutes,
    /// KPI after.
    pub after_cmin: CentiMinutes,
}

/// ask pilot: where a pilot stands, with its replay over the closed days of its period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PilotView {
    /// The set.
    pub set: Uuid,
    /// The pilot's first day.
    pub from: NaiveDate,
    /// The pilot's last day.
    pub to: NaiveDate,
    /// Closed days of it with work in them.
    pub closed_days: i64,
    /// How many an order needs without a stated reason.
    pub needed_days: i64,
    /// Whether no set of the department is in force: the weights are provisional, and no pay follows from them.
    pub provisional: bool,
    /// Shadow sums of today, of closed and running days alike: each person's KPI today by the set in force and by the pilot.
    pub today: Vec<ShadowDay>,
    /// The report; null while no day of the period is closed.
    pub report: Option<ReplayView>,
}

/// A person's running day by the set in force and in the pilot's shadow.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ShadowDay {
    /// The personnel number.
    pub code: String,
    /// The name.
    pub name: String,
    /// KPI by the set in force.
    pub in_force_cmin: CentiMinutes,
    /// KPI by the set under pilot.
    pub pilot_cmin: CentiMinutes,
}

/// ask acquaintance: who has acknowledged an order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AcquaintanceView {
    /// The order's number.
    pub number: String,
    /// Those whose work the order touches, by code: the department's operators.
    pub people: Vec<Acquainted>,
    /// How many of them have not acknowledged.
    pub missing: i64,
}

/// A person and an order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Acquainted {
    /// The personnel number.
    pub code: String,
    /// The name.
    pub name: String,
    /// The position.
    pub position: Option<String>,
    /// When it was acknowledged, floor time; null where it was not.
    pub at: Option<String>,
    /// Whether that was on or after the effective day.
    pub late: bool,
}

/// ask acknowledge: the orders that wait for the person signed in, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AcknowledgeView {
    /// Each order with what it changes for this person.
    pub orders: Vec<OrderToAcknowledge>,
}

/// An order that a person is to acknowledge.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct OrderToAcknowledge {
    /// The order's id.
    pub order: Uuid,
    /// Its number.
    pub number: String,
    /// Its date.
    pub date: NaiveDate,
    /// The work day from which its set is in force.
    pub effective: NaiveDate,
    /// Days until then; negative when it is in force already.
    pub days_left: i64,
    /// Grounds of the submission.
    pub grounds: String,
    /// Every norm of the order, those of the person's own work first, by how often they were logged.
    pub changes: Vec<OwnChange>,
    /// The person's KPI of the last 30 closed days as it counted.
    pub before_cmin: CentiMinutes,
    /// The same decisions by the order's set.
    pub after_cmin: CentiMinutes,
}

/// A norm of an order beside the one before it, with the person's own work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct OwnChange {
    /// The action's code.
    pub action: String,
    /// Its Russian name.
    pub name_ru: String,
    /// Its English name.
    pub name_en: Option<String>,
    /// The weight before the order; null where there was none.
    pub before_cmin: Option<CentiMinutes>,
    /// The weight by the order; null where it has none any more.
    pub after_cmin: Option<CentiMinutes>,
    /// How often the person logged it in the last 30 closed days.
    pub quantity: i64,
}
