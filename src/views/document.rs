//! An order as a document: everything its paper and its JSON say, made only from facts that existed when it was
//! approved, so that the same order gives the same document for ever.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::Named;
use crate::domain::allowance::Convention;
use crate::domain::norm_set::Basis;
use crate::domain::units::{BasisPoints, CentiMinutes};

/// An approved order as it was on the day of its approval. Names are those of that moment; nothing in it depends on
/// the day one looks, on who looks or on the language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct OrderDocument {
    /// The form of this document.
    pub form: i64,
    /// The floor's organisation.
    pub organisation: String,
    /// Whether the floor is a rehearsal: nothing is paid by it.
    pub rehearsal: bool,
    /// The order's id.
    pub order: Uuid,
    /// Its number.
    pub number: String,
    /// Its date.
    pub date: NaiveDate,
    /// The work day from which its set is in force.
    pub effective: NaiveDate,
    /// The department.
    pub department: Named,
    /// The set's id.
    pub set: Uuid,
    /// The set's name.
    pub set_name: String,
    /// The number of the order it supersedes.
    pub supersedes: Option<String>,
    /// Grounds of the submission.
    pub grounds: String,
    /// Who submitted the set.
    pub submitted_by: Named,
    /// Who approved it.
    pub approved_by: Named,
    /// The approver's position.
    pub approver_position: Option<String>,
    /// When it was approved, Unix ms.
    pub approved_at: i64,
    /// The same on the floor's clock of that day, `YYYY-MM-DD HH:MM`.
    pub approved_local: String,
    /// Why the two months' notice is not kept, or why the first set takes effect in the past.
    pub early_reason: Option<String>,
    /// Why there was no full pilot.
    pub pilot_reason: Option<String>,
    /// The pilot's first day, where there was one.
    pub pilot_from: Option<NaiveDate>,
    /// The pilot's last day.
    pub pilot_to: Option<NaiveDate>,
    /// Closed days of the pilot at the approval.
    pub pilot_days: i64,
    /// Opinion of the employees' representative body.
    pub representative: Option<String>,
    /// Who reset the approver's password within 24 h before, where somebody did.
    pub password_reset_by: Option<String>,
    /// The set's allowance.
    pub allowance_bp: BasisPoints,
    /// What the allowance is a share of.
    pub convention: Convention,
    /// A norm an action, by code.
    pub lines: Vec<OrderLine>,
    /// SHA-256 of the set's canonical form.
    pub fingerprint: String,
    /// The audit chain's head before the approval.
    pub chain_head: String,
}

/// A norm of an order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct OrderLine {
    /// The action's code.
    pub action: String,
    /// Its Russian name at the approval.
    pub name_ru: String,
    /// Its English name at the approval.
    pub name_en: Option<String>,
    /// The group at the approval.
    pub group: String,
    /// What the norm rests on.
    pub basis: Basis,
    /// Kept observations, regular and hard.
    pub observations: i64,
    /// Of them hard cases.
    pub hard_observations: i64,
    /// The measured mean without allowance, in ms, rounded half-even; null where nothing was measured.
    pub measured_ms: Option<i64>,
    /// The norm's 95 % interval, allowance included: its lower end; null where none can honestly be given.
    pub low_cmin: Option<CentiMinutes>,
    /// Its upper end.
    pub high_cmin: Option<CentiMinutes>,
    /// The share of hard cases the norm holds; null where it has none.
    pub hard_share_bp: Option<BasisPoints>,
    /// The allowance that counts: the action's own, else the set's; null where the norm is not measured.
    pub allowance_bp: Option<BasisPoints>,
    /// The norm.
    pub norm_cmin: CentiMinutes,
    /// The boost.
    pub boost_bp: BasisPoints,
    /// Why it is boosted.
    pub boost_reason: Option<String>,
    /// norm × boost.
    pub weight_cmin: CentiMinutes,
    /// The weight in the order it supersedes; null where it had none.
    pub before_cmin: Option<CentiMinutes>,
    /// Why an expert's or imported norm is what it is.
    pub reason: Option<String>,
}

/// A floor's own wording of an order, by language; what is not set stands in the program's words.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct OrderWording {
    /// The heading above the number; `{number}` and `{date}` may stand in it.
    pub heading: Option<String>,
    /// The preamble, before "I order".
    pub preamble: Option<String>,
    /// The numbered points, one a line; the placeholders of the built-in text may stand in them.
    pub points: Option<String>,
    /// The signature line's title.
    pub signature: Option<String>,
}
