//! A month's KPI, a row an employee.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::units::CentiMinutes;

/// ask kpi, `norma kpi`: a month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct KpiView {
    /// The month, `YYYY-MM`.
    pub month: String,
    /// The last closed day up to the month's end; null before the first close.
    pub closed_through: Option<NaiveDate>,
    /// A row an employee, by code.
    pub employees: Vec<EmployeeKpi>,
    /// Σ KPI of closed days over the employees shown.
    pub total_cmin: CentiMinutes,
}

/// One employee's month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct EmployeeKpi {
    /// The personnel number.
    pub code: String,
    /// The name.
    pub name: String,
    /// The department's code.
    pub department: Option<String>,
    /// KPI of closed days: closed sums and correction lines.
    pub kpi_cmin: CentiMinutes,
    /// KPI of days not closed yet; never mixed into the official one.
    pub provisional_cmin: CentiMinutes,
    /// The month's plan; null where the year has no calendar.
    pub plan_cmin: Option<CentiMinutes>,
    /// The plan of the month's days through the last closed one; null where the year has no calendar.
    pub plan_to_date_cmin: Option<CentiMinutes>,
    /// Tickets of the month.
    pub tickets: i64,
    /// Days with tickets or a plan.
    pub days: Vec<DayKpi>,
}

/// One day of one employee.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DayKpi {
    /// The work day.
    pub date: NaiveDate,
    /// K(d): the day's sum with its correction lines.
    pub kpi_cmin: CentiMinutes,
    /// The part of it that correction lines add.
    pub lines_cmin: CentiMinutes,
    /// Minutes without boost.
    pub measured_cmin: CentiMinutes,
    /// The day's target; null where the year has no calendar.
    pub plan_cmin: Option<CentiMinutes>,
    /// Tickets.
    pub tickets: i64,
    /// Whether the day is closed.
    pub closed: bool,
}
