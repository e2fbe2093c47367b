//! Norm sets and orders.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::commands;
use crate::domain::allowance::Convention;
use crate::domain::code::Code;
use crate::domain::units::{BasisPoints, CentiMinutes};

commands! {
    /// Norm sets and orders.
    NormsCommand {
        /// Drafts a norm set.
        "set.draft" => SetDraft(SetDraft),
        /// Sets an action's norm in a draft.
        "set.norm" => SetNorm(SetNorm),
        /// Submits a draft to the director.
        "set.submit" => SetSubmit(SetSubmit),
        /// Returns a submitted set with a comment.
        "set.return" => SetReturn(SetReturn),
        /// Approves a submitted set by order.
        "order.approve" => OrderApprove(OrderApprove),
    }
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
    /// What the allowances of the set are a share of; of normal time by default, of a copied set what it has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub convention: Option<Convention>,
}

/// set.norm: by study, or as an expert's or a file's value with a reason.
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
    /// A norm taken from a file, in hundredths of a minute.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub imported_cmin: Option<CentiMinutes>,
    /// Why an expert's norm is what it is, or where an imported one comes from.
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
    /// `false` takes the action's own allowance away, so that the set's counts again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own_allowance: Option<bool>,
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
    /// Why there was no full pilot; where it is left out, the early reason stands for both.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pilot_reason: Option<String>,
    /// Opinion of the employees' representative body: number, date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub representative: Option<String>,
}
