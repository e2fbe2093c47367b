//! Who works on the floor and in which roles.
//!
//! Invariant: a role is only named here; what it may do stands in `policy`.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::code::Code;
use super::units::{BasisPoints, Money};

/// A role a person holds; several add up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// оператор: logs tickets, sees the own KPI.
    Operator,
    /// руководитель отдела: times actions, keeps studies and norm sets of the own department.
    Supervisor,
    /// директор: approves or rejects norm sets, sees everything.
    Director,
    /// бухгалтер: keeps salaries, rates and employment dates.
    Payroll,
    /// администратор: keeps accounts, departments, work calendar and backups.
    Administrator,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 5] = [Self::Operator, Self::Supervisor, Self::Director, Self::Payroll, Self::Administrator];

    /// The role as it stands on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Operator => "operator",
            Self::Supervisor => "supervisor",
            Self::Director => "director",
            Self::Payroll => "payroll",
            Self::Administrator => "administrator",
        }
    }

    /// The role of that name on the wire.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.as_str() == text)
    }
}

/// A person as the newest version says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The store's key.
    pub id: i64,
    /// The personnel number.
    pub code: Code,
    /// The name as people read it.
    pub name: String,
    /// What the person signs in by.
    pub login: Option<String>,
    /// The roles held.
    pub roles: Vec<Role>,
    /// The department's key.
    pub department: Option<i64>,
    /// The position, e.g. "Senior operator".
    pub position: Option<String>,
    /// The rate of employment; 10 000 = full time.
    pub rate: BasisPoints,
    /// The monthly salary of the position at rate 1.0.
    pub salary: Option<Money>,
    /// First day of employment.
    pub from: NaiveDate,
    /// Last day of employment.
    pub to: Option<NaiveDate>,
    /// How many versions of the person there are.
    pub version: i64,
}

impl Person {
    /// Whether the person is employed on that day.
    #[must_use]
    pub fn employed_on(&self, day: NaiveDate) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }
}
