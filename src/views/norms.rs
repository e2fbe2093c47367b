//! The catalogue, norm sets and orders.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::Named;
use crate::domain::action::{Action, ActionKind, Element, ProposedBoost};
use crate::domain::allowance::Convention;
use crate::domain::code::Code;
use crate::domain::norm_set::{Basis, SetState};
use crate::domain::ticket::Channel;
use crate::domain::units::{BasisPoints, CentiMinutes};

/// ask actions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ActionsView {
    /// By code.
    pub actions: Vec<ActionView>,
}

/// An action.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ActionView {
    /// The action's code.
    pub code: String,
    /// Its Russian name.
    pub name_ru: String,
    /// Its English name.
    pub name_en: Option<String>,
    /// The group.
    pub group: String,
    /// Manual or automatic.
    pub kind: ActionKind,
    /// Where it is offered; none: everywhere.
    pub channels: Vec<Channel>,
    /// What makes a case hard.
    pub hard_criterion: Option<String>,
    /// The boost it is proposed with; null for none. What counts is fixed by the norm set.
    pub boost_bp: Option<BasisPoints>,
    /// Why it is to be boosted.
    pub boost_reason: Option<String>,
    /// Whether a decision of it is asked for the amount of the deal and the day it is paid on.
    pub asks_amount: bool,
    /// The elements it is timed by, in order; none where it is timed as a whole.
    pub elements: Vec<Element>,
    /// Whether it may still be logged.
    pub active: bool,
}

impl From<Action> for ActionView {
    fn from(action: Action) -> Self {
        let (boost_bp, boost_reason) = action.boost.map(|proposed| (proposed.boost, proposed.reason)).unzip();
        Self {
            code: action.code.to_string(),
            name_ru: action.name_ru,
            name_en: action.name_en,
            group: action.group,
            kind: action.kind,
            channels: action.channels,
            hard_criterion: action.hard_criterion,
            boost_bp,
            boost_reason,
            asks_amount: action.asks_amount,
            elements: action.elements,
            active: action.active,
        }
    }
}

impl ActionView {
    /// The action that is shown, without the store's key and version; none where the view's code can be none.
    #[must_use]
    pub fn action(&self) -> Option<Action> {
        let reason = self.boost_reason.clone().unwrap_or_default();
        Some(Action {
            id: 0,
            code: Code::new(&self.code).ok()?,
            name_ru: self.name_ru.clone(),
            name_en: self.name_en.clone(),
            group: self.group.clone(),
            kind: self.kind,
            channels: self.channels.clone(),
            hard_criterion: self.hard_criterion.clone(),
            boost: self.boost_bp.map(|boost| ProposedBoost { boost, reason }),
            asks_amount: self.asks_amount,
            active: self.active,
            elements: self.elements.clone(),
            version: 0,
        })
    }
}

/// ask sets: newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SetsView {
    /// Newest first.
    pub sets: Vec<SetBrief>,
    /// Departments a set can be drafted for.
    pub departments: Vec<Named>,
    /// Work days of the floor's calendar from the running one on, about three months of them: a pilot is planned by
    /// them. Empty where no calendar of the year is known.
    pub work_days: Vec<NaiveDate>,
    /// The running work day.
    pub today: NaiveDate,
}

/// A set in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SetBrief {
    /// The set's id.
    pub set: Uuid,
    /// Its name.
    pub name: String,
    /// The department.
    pub department: String,
    /// Where it stands.
    pub state: SetState,
    /// How many norms it holds.
    pub lines: usize,
    /// The order's number, where there is one.
    pub order: Option<String>,
    /// The order's effective day.
    pub effective: Option<NaiveDate>,
    /// The pilot that stands for what the set holds now, where there is one.
    pub pilot: Option<PilotBrief>,
}

/// A pilot of a set in short.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PilotBrief {
    /// Its first day.
    pub from: NaiveDate,
    /// Its last day.
    pub to: NaiveDate,
    /// Closed days of it with work in them; of an approved set as many as there were at the approval.
    pub closed_days: i64,
    /// How many an order needs without a stated reason.
    pub needed_days: i64,
}

/// ask set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SetView {
    /// The set's id.
    pub set: Uuid,
    /// Its name.
    pub name: String,
    /// The department.
    pub department: Named,
    /// Where it stands.
    pub state: SetState,
    /// The allowance of measured norms without one of their own.
    pub allowance_bp: BasisPoints,
    /// What the allowances are a share of.
    pub convention: Convention,
    /// The pilot that stands for what the set holds now, where there is one.
    pub pilot: Option<PilotBrief>,
    /// A line an action, by code.
    pub lines: Vec<LineView>,
    /// Codes of active manual actions without a norm.
    pub missing: Vec<String>,
    /// Actions whose studies have open flags.
    pub open_flags: Vec<OpenFlagsView>,
    /// Codes of boosted actions without a reason.
    pub boosts_unexplained: Vec<String>,
    /// Codes of norms from call records without any allowance: talk only. A remark, no obstacle.
    pub talk_only: Vec<String>,
    /// Grounds of the newest submission.
    pub grounds: Option<String>,
    /// Comment of the newest return.
    pub comment: Option<String>,
    /// Who submitted it last.
    pub submitted_by: Option<Named>,
    /// The order's number, where there is one.
    pub order: Option<String>,
    /// The order's effective day.
    pub effective: Option<NaiveDate>,
    /// SHA-256 of the canonical content.
    pub fingerprint: String,
}

/// Open flags of one action's study.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct OpenFlagsView {
    /// The action's code.
    pub action: String,
    /// The study.
    pub study: Uuid,
    /// How many.
    pub count: usize,
}

/// A norm of a set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct LineView {
    /// The action's code.
    pub action: String,
    /// Its Russian name.
    pub name_ru: String,
    /// Its English name.
    pub name_en: Option<String>,
    /// The group.
    pub group: String,
    /// What the norm rests on.
    pub basis: Basis,
    /// The study, where it is measured.
    pub study: Option<Uuid>,
    /// Kept regular observations.
    pub regular_count: i64,
    /// Kept hard cases.
    pub hard_count: i64,
    /// Excluded observations.
    pub excluded_count: i64,
    /// Share of hard cases given or counted.
    pub hard_share_bp: Option<BasisPoints>,
    /// Decisions the share was counted over.
    pub hard_share_count: Option<i64>,
    /// Where the share comes from.
    pub hard_share_source: Option<String>,
    /// The action's own allowance.
    pub allowance_bp: Option<BasisPoints>,
    /// The norm.
    pub norm_cmin: CentiMinutes,
    /// The norm's own 95 % interval, allowance included: its lower end; null where none can honestly be given.
    pub low_cmin: Option<CentiMinutes>,
    /// Its upper end.
    pub high_cmin: Option<CentiMinutes>,
    /// What the interval was made by, or why there is none; null for a norm taken before it was written down.
    pub interval_method: Option<String>,
    /// Operators observed.
    pub operators: Option<i64>,
    /// The first day of the tickets a counted share rests on.
    pub hard_share_from: Option<NaiveDate>,
    /// The last one.
    pub hard_share_to: Option<NaiveDate>,
    /// The boost.
    pub boost_bp: BasisPoints,
    /// Why it is boosted.
    pub boost_reason: Option<String>,
    /// norm × boost.
    pub weight_cmin: CentiMinutes,
    /// The weight in the set in force now; null where it has none.
    pub in_force_cmin: Option<CentiMinutes>,
    /// Why an expert norm is what it is.
    pub reason: Option<String>,
}

/// ask orders: what waits for the director, and past orders.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct OrdersView {
    /// Submitted sets.
    pub waiting: Vec<SetBrief>,
    /// Orders, newest effective day first.
    pub orders: Vec<OrderBrief>,
    /// A number nobody has used yet.
    pub proposed_number: String,
    /// The first effective day that keeps the two months' notice from today.
    pub proposed_effective: NaiveDate,
    /// The running work day.
    pub today: NaiveDate,
}

/// An order in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct OrderBrief {
    /// The order's id.
    pub order: Uuid,
    /// Its number.
    pub number: String,
    /// Its date.
    pub date: NaiveDate,
    /// The work day from which its set is in force.
    pub effective: NaiveDate,
    /// The set.
    pub set: Uuid,
    /// The set's name.
    pub set_name: String,
    /// The department's code.
    pub department: String,
    /// Where its set stands.
    pub state: SetState,
    /// The order that revoked it, where one did.
    pub revocation: Option<RevocationView>,
    /// Closed pilot days at the approval.
    pub pilot_days: i64,
    /// How many of the department's operators have acknowledged it.
    pub acknowledged: i64,
    /// How many have not; 0 for a revoked order and for one that was superseded.
    pub missing: i64,
}

/// The order that revoked another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct RevocationView {
    /// Its number.
    pub number: String,
    /// Its date.
    pub date: NaiveDate,
    /// Who signed it.
    pub by: Named,
    /// When, floor time.
    pub at: String,
    /// Why.
    pub reason: Option<String>,
}

/// ask order: an order with its frozen set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct OrderView {
    /// The order's id.
    pub order: Uuid,
    /// Its number.
    pub number: String,
    /// Its date.
    pub date: NaiveDate,
    /// The work day from which its set is in force.
    pub effective: NaiveDate,
    /// Who approved it.
    pub approved_by: Named,
    /// When it was approved.
    pub approved_at: String,
    /// Why the notice is short, or the date in the past.
    pub early_reason: Option<String>,
    /// Why there was no full pilot.
    pub pilot_reason: Option<String>,
    /// The pilot's first day, where there was one.
    pub pilot_from: Option<NaiveDate>,
    /// The pilot's last day.
    pub pilot_to: Option<NaiveDate>,
    /// Closed pilot days at the approval.
    pub pilot_days: i64,
    /// The number of the order it supersedes.
    pub supersedes: Option<String>,
    /// Opinion of the employees' representative body.
    pub representative: Option<String>,
    /// Who reset the approver's password within 24 h before, where somebody did.
    pub password_reset_by: Option<String>,
    /// The order that revoked it, where one did.
    pub revocation: Option<RevocationView>,
    /// How many of the department's operators have acknowledged it.
    pub acknowledged: i64,
    /// How many have not; 0 for a revoked order and for one that was superseded.
    pub missing: i64,
    /// SHA-256 of the set's canonical content.
    pub fingerprint: String,
    /// The audit chain's head before the approval.
    pub chain_head: String,
    /// The set.
    pub set: SetView,
}
