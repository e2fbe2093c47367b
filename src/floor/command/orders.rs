//! The way of a set to an order, and what follows it: terms, pilot, revocation, acquaintance, deputies, wording.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::commands;
use crate::domain::allowance::Convention;
use crate::domain::code::Code;
use crate::domain::units::BasisPoints;

commands! {
    /// The way of a set to an order, and what follows it.
    OrdersCommand {
        /// Changes a draft's name, allowance or convention; its measured norms are taken again.
        "set.change" => SetChange(SetChange),
        /// Puts a draft under pilot for a period: its norms weigh in the shadow of the set in force.
        "set.pilot" => SetPilot(SetPilot),
        /// Takes a set back from its pilot or from the director: it is a draft again.
        "set.withdraw" => SetWithdraw(SetWithdraw),
        /// Revokes an order that is not in force yet.
        "order.revoke" => OrderRevoke(OrderRevoke),
        /// Acknowledges an order.
        "order.acknowledge" => OrderAcknowledge(OrderAcknowledge),
        /// Names a deputy for given dates.
        "deputy.name" => DeputyName(DeputyName),
        /// Ends a deputy's time before its last day.
        "deputy.end" => DeputyEnd(DeputyEnd),
        /// Sets the floor's own wording of an order.
        "setting.set" => SettingSet(SettingSet),
    }
}

/// set.change: fields left out stay as they are.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetChange {
    /// The set's id.
    pub set: Uuid,
    /// Its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Allowance on every measured norm without one of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub allowance_bp: Option<BasisPoints>,
    /// What the allowances of the set are a share of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub convention: Option<Convention>,
}

/// set.pilot
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetPilot {
    /// The set's id.
    pub set: Uuid,
    /// The pilot's first work day.
    pub from: NaiveDate,
    /// Its last work day.
    pub to: NaiveDate,
}

/// set.withdraw
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetWithdraw {
    /// The set's id.
    pub set: Uuid,
    /// Why it is taken back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// order.revoke
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OrderRevoke {
    /// The order revoked.
    pub order: Uuid,
    /// The number of the order that revokes it; by default the proposed one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// The date of the order that revokes it; by default the running work day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<NaiveDate>,
    /// Why it is revoked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// order.acknowledge
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OrderAcknowledge {
    /// The order's id.
    pub order: Uuid,
}

/// deputy.name
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DeputyName {
    /// The id of this naming.
    pub deputy: Uuid,
    /// Who stands in.
    pub person: Code,
    /// The first work day.
    pub from: NaiveDate,
    /// The last work day.
    pub to: NaiveDate,
    /// Which supervisor of the department is stood in for; by default who names the deputy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supervisor: Option<Code>,
}

/// deputy.end
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DeputyEnd {
    /// The id of the naming.
    pub deputy: Uuid,
}

/// setting.set
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SettingSet {
    /// Which text: `order-heading-ru`, `order-preamble-en` and so on.
    pub name: String,
    /// The text; empty for the program's own words again.
    pub value: String,
}
