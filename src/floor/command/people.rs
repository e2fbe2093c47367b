//! Departments, people, passwords.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Given, commands};
use crate::domain::code::Code;
use crate::domain::people::Role;
use crate::domain::units::{BasisPoints, Money};

commands! {
    /// Departments, people, passwords.
    PeopleCommand {
        /// Adds a department.
        "department.add" => DepartmentAdd(DepartmentAdd),
        /// Adds a person.
        "person.add" => PersonAdd(PersonAdd),
        /// Changes a person; fields left out stay as they are.
        "person.change" => PersonChange(PersonChange),
        /// Sets a password; the secret travels beside the command, never in it.
        "password.set" => PasswordSet(PasswordSet),
    }
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
    /// First day of employment; with another rate, salary, department or position a later day is the one from which
    /// these hold.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// The work day from which rate, salary, department and position hold; by default today's, for a first salary the
    /// first day of employment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effective: Option<NaiveDate>,
    /// Last day of employment; `null`: there is none after all.
    #[serde(default, skip_serializing_if = "Given::stays")]
    #[schemars(with = "Option<NaiveDate>")]
    pub to: Given<NaiveDate>,
}

/// password.set
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PasswordSet {
    /// Whose password.
    pub person: Code,
}
