//! Tickets: decisions weighed by the set in force when the work was finished.
//!
//! Invariant: KPI = Σ quantity × weight; the weights are stored with the ticket and never recomputed.
//! A ticket belongs to the work day of its finish, and no correction moves it.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::action::ActionKind;
use super::rejection::{RefusalCode, Rejection};
use super::units::{BasisPoints, CentiMinutes, Money, Overflow};

/// How the client came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Default)]
#[serde(rename_all = "kebab-case")]
pub enum Channel {
    /// Inbound call.
    #[default]
    #[serde(alias = "call", alias = "inbound", alias = "inbound_call")]
    InboundCall,
    /// Outbound call.
    #[serde(alias = "outbound", alias = "outbound_call")]
    OutboundCall,
    /// Open line or chat.
    #[serde(alias = "open-line", alias = "open_line")]
    Chat,
    /// A deal's stage moved.
    #[serde(alias = "deal_stage")]
    DealStage,
    /// The client came in person.
    #[serde(alias = "walk_in")]
    WalkIn,
    /// Back office.
    #[serde(alias = "back_office")]
    BackOffice,
    /// A task given by the supervisor.
    Task,
}

impl Channel {
    /// Every channel.
    pub const ALL: [Self; 7] = [
        Self::InboundCall,
        Self::OutboundCall,
        Self::Chat,
        Self::DealStage,
        Self::WalkIn,
        Self::BackOffice,
        Self::Task,
    ];

    /// The channel as it stands on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::InboundCall => "inbound-call",
            Self::OutboundCall => "outbound-call",
            Self::Chat => "chat",
            Self::DealStage => "deal-stage",
            Self::WalkIn => "walk-in",
            Self::BackOffice => "back-office",
            Self::Task => "task",
        }
    }

    /// The channel of that name on the wire.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        serde_json::from_value(serde_json::Value::String(text.to_owned())).ok()
    }
}

/// How the contact ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ContactOutcome {
    /// Done.
    Solved,
    /// Passed on to somebody else.
    PassedOn,
    /// To be called back.
    ToCallBack,
}

impl ContactOutcome {
    /// Every outcome.
    pub const ALL: [Self; 3] = [Self::Solved, Self::PassedOn, Self::ToCallBack];

    /// The outcome as it stands on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Solved => "solved",
            Self::PassedOn => "passed-on",
            Self::ToCallBack => "to-call-back",
        }
    }

    /// The outcome of that name on the wire.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.as_str() == text)
    }
}

/// What can be told of a ticket at a glance; a search may ask for one of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum TicketState {
    /// It counts.
    Counted,
    /// It counts 0 until its call ends.
    Held,
    /// It was taken back.
    Cancelled,
    /// It was corrected at least once.
    Corrected,
    /// It took in a call or chat.
    WithCall,
    /// It took in none.
    WithoutCall,
    /// Somebody asked its operator about it, and the review is not closed.
    UnderReview,
}

/// The greatest quantity of one decision on a ticket.
pub const QUANTITY_MAX: i64 = 999;

/// A decision before it is weighed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unweighed {
    /// The action's store key.
    pub action: i64,
    /// Manual or automatic.
    pub kind: ActionKind,
    /// How many times.
    pub quantity: i64,
    /// How many of them were hard cases.
    pub hard: i64,
    /// The action's norm and boost in the set in force, where it has one.
    pub norm: Option<(CentiMinutes, BasisPoints, CentiMinutes)>,
}

/// The amount of a deal, and when it is paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deal {
    /// The amount; negative for a refund.
    pub amount: Money,
    /// The day it is paid on; none: the ticket's work day.
    pub paid_on: Option<NaiveDate>,
}

impl Deal {
    /// The deal of an amount and a day; none without an amount.
    ///
    /// # Errors
    ///
    /// A day without an amount.
    pub fn of(amount: Option<Money>, paid_on: Option<NaiveDate>) -> Result<Option<Self>, Rejection> {
        match (amount, paid_on) {
            (None, Some(_)) => Err(Rejection::because(RefusalCode::BadInput, "paid-nothing")),
            (amount, paid_on) => Ok(amount.map(|amount| Self { amount, paid_on })),
        }
    }
}

/// A decision with its weight, as stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Weighed {
    /// The action's store key.
    pub action: i64,
    /// How many times.
    pub quantity: i64,
    /// How many of them were hard cases.
    pub hard: i64,
    /// The measured norm; 0 where there is none.
    pub norm: CentiMinutes,
    /// The boost; 10 000 = 1.0.
    pub boost: BasisPoints,
    /// norm × boost, per occurrence.
    pub weight: CentiMinutes,
    /// quantity × weight.
    pub kpi: CentiMinutes,
    /// quantity × norm: minutes without boost.
    pub measured: CentiMinutes,
    /// Whether a manual action had no norm and so weighs 0 for good.
    pub without_norm: bool,
}

/// Weighs one decision: an automatic action weighs 0, a manual one its norm × boost.
pub fn weigh(decision: &Unweighed) -> Result<Weighed, Rejection> {
    if !(1..=QUANTITY_MAX).contains(&decision.quantity) {
        return Err(Rejection::because(RefusalCode::BadInput, "quantity").naming("quantity", decision.quantity));
    }
    if !(0..=decision.quantity).contains(&decision.hard) {
        return Err(Rejection::because(RefusalCode::BadInput, "hard").naming("hard", decision.hard));
    }
    let manual = decision.kind == ActionKind::Manual;
    let (norm, boost, weight) = match decision.norm {
        Some(line) if manual => line,
        _ => (CentiMinutes::ZERO, BasisPoints::ONE, CentiMinutes::ZERO),
    };
    Ok(Weighed {
        action: decision.action,
        quantity: decision.quantity,
        hard: decision.hard,
        norm,
        boost,
        weight,
        kpi: weight.times(decision.quantity)?,
        measured: norm.times(decision.quantity)?,
        without_norm: manual && decision.norm.is_none(),
    })
}

/// The KPI and the measured minutes of a ticket: Σ over its decisions.
pub fn totals(decisions: &[Weighed]) -> Result<(CentiMinutes, CentiMinutes), Overflow> {
    let kpi = CentiMinutes::sum(decisions.iter().map(|decision| decision.kpi))?;
    let measured = CentiMinutes::sum(decisions.iter().map(|decision| decision.measured))?;
    Ok((kpi, measured))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decision(kind: ActionKind, quantity: i64, hard: i64, norm: Option<i64>) -> Unweighed {
        let norm = norm.map(|norm| (CentiMinutes(norm), BasisPoints(15_000), CentiMinutes(norm * 3 / 2)));
        Unweighed { action: 1, kind, quantity, hard, norm }
    }

    #[test]
    fn a_decision_weighs_its_norm_with_boost_and_an_automatic_one_nothing() {
        let check = |decision: Unweighed, kpi: i64, measured: i64| {
            let weighed = weigh(&decision).unwrap();
            assert_eq!((weighed.kpi, weighed.measured), (CentiMinutes(kpi), CentiMinutes(measured)));
        };
        check(decision(ActionKind::Manual, 3, 1, Some(420)), 1_890, 1_260);
        check(decision(ActionKind::Automatic, 3, 0, Some(420)), 0, 0);
        check(decision(ActionKind::Manual, 3, 0, None), 0, 0);
    }

    #[test]
    fn quantities_outside_their_range_are_refused() {
        for (quantity, hard) in [(0, 0), (1_000, 0), (-1, 0), (2, 3), (2, -1)] {
            let refused = weigh(&decision(ActionKind::Manual, quantity, hard, Some(100)));
            assert_eq!(refused.unwrap_err().code, RefusalCode::BadInput, "{quantity} {hard}");
        }
    }
}
