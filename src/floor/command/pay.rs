//! Pay schemes, awards, locked months.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::commands;
use crate::domain::code::Code;
use crate::domain::month::Month;
use crate::domain::scheme::{Band, Bonus, Percentage, Scheme, Supplement, plain_bands};
use crate::domain::units::{BasisPoints, Money};

commands! {
    /// Pay schemes, awards, locked months.
    PayCommand {
        /// Drafts a pay scheme, or changes a draft.
        "scheme.draft" => SchemeDraft(SchemeDraft),
        /// Computes shadow statements by a draft for some months.
        "scheme.pilot" => SchemePilot(SchemePilot),
        /// Submits a scheme to the director.
        "scheme.submit" => SchemeSubmit(SchemeSubmit),
        /// Returns a submitted scheme with a comment.
        "scheme.return" => SchemeReturn(SchemeReturn),
        /// Approves a submitted scheme by order.
        "scheme.approve" => SchemeApprove(SchemeApprove),
        /// Grants a one-off sum with a reason.
        "award.grant" => AwardGrant(AwardGrant),
        /// Takes an award back before its month is locked.
        "award.cancel" => AwardCancel(AwardCancel),
        /// Lets a supervisor see the money of the own department.
        "money.grant" => MoneyGrant(MoneyGrant),
        /// Ends such a leave.
        "money.revoke" => MoneyRevoke(MoneyRevoke),
        /// Locks a month, or the account of somebody who leaves in it.
        "month.lock" => MonthLock(MonthLock),
        /// Answers a difference of a locked month to an employee's disadvantage.
        "recalculation.decide" => RecalculationDecide(RecalculationDecide),
    }
}

/// scheme.draft
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SchemeDraft {
    /// The scheme's code.
    pub scheme: Code,
    /// The department it is for.
    pub department: Code,
    /// The position it is for; left out: every position without a scheme of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<String>,
    /// Its name; by default the code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// a: the fixed share of the salary.
    pub fixed_bp: BasisPoints,
    /// The share of a minute's value paid for covering it.
    pub cover_bp: BasisPoints,
    /// Bands of paid minutes: `[[from share of B, multiplier], …]`; by default all at 1.00.
    #[serde(default = "plain_bands")]
    pub bands: Vec<Band>,
    /// Minutes above this share of B are not paid in the KPI part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cap_bp: Option<BasisPoints>,
    /// The KPI part pays at least this share of B; 0 by default.
    #[serde(default)]
    pub floor_bp: BasisPoints,
    /// Supplements.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub supplements: Vec<Supplement>,
    /// Percentages of amounts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub percentages: Vec<Percentage>,
    /// Bonuses.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bonuses: Vec<Bonus>,
    /// The minimum wage that the fixed part is held against at approval.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minimum_wage_minor: Option<Money>,
}

impl SchemeDraft {
    /// The scheme's content.
    #[must_use]
    pub fn content(&self) -> Scheme {
        Scheme {
            fixed_bp: self.fixed_bp,
            cover_bp: self.cover_bp,
            bands: self.bands.clone(),
            cap_bp: self.cap_bp,
            floor_bp: self.floor_bp,
            supplements: self.supplements.clone(),
            percentages: self.percentages.clone(),
            bonuses: self.bonuses.clone(),
            minimum_wage_minor: self.minimum_wage_minor,
        }
    }
}

/// scheme.pilot
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SchemePilot {
    /// The scheme's code.
    pub scheme: Code,
    /// The first month.
    pub from: Month,
    /// The last month.
    pub to: Month,
}

/// scheme.submit
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SchemeSubmit {
    /// The scheme's code.
    pub scheme: Code,
    /// Why it is submitted.
    #[serde(default)]
    pub grounds: String,
}

/// scheme.return
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SchemeReturn {
    /// The scheme's code.
    pub scheme: Code,
    /// What is to be changed.
    pub comment: String,
}

/// scheme.approve
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SchemeApprove {
    /// The scheme's code.
    pub scheme: Code,
    /// The order's id; by default made from the scheme's code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<Uuid>,
    /// The order's number.
    pub number: String,
    /// The order's own date; by default today's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<NaiveDate>,
    /// The first of the month from which it pays.
    #[serde(alias = "from")]
    pub effective: NaiveDate,
    /// Why the two months' notice is not kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub early_reason: Option<String>,
}

/// award.grant
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AwardGrant {
    /// The award's id.
    pub award: Uuid,
    /// To whom.
    pub person: Code,
    /// In which month it is paid.
    pub month: Month,
    /// The sum.
    pub amount_minor: Money,
    /// What for.
    pub reason: String,
}

/// award.cancel
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AwardCancel {
    /// The award's id.
    pub award: Uuid,
    /// Why.
    pub reason: String,
}

/// money.grant
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MoneyGrant {
    /// The grant's id.
    pub grant: Uuid,
    /// The supervisor, who sees the money of the own department from now on.
    pub person: Code,
}

/// money.revoke
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MoneyRevoke {
    /// The grant's id.
    pub grant: Uuid,
}

/// month.lock
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MonthLock {
    /// The month.
    pub month: Month,
    /// Only the account of this person, who leaves in the month.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<Code>,
}

/// recalculation.decide
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecalculationDecide {
    /// Whose difference.
    pub person: Code,
    /// The locked month it belongs to.
    pub month: Month,
    /// Whether it is deducted; else it is waived.
    pub deduct: bool,
    /// The legal ground (ТК РФ ст. 137), or why it is waived.
    pub ground: String,
}
