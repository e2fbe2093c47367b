//! Indicators (показатели): definitions, not code. A numerator over a denominator, a unit, targets by segment.
//!
//! Invariant: a value is an exact fraction of whole counts; below the least denominator there is no value, so no
//! target is met or missed ("no data", no bonus). A definition holds from a month on and never changes the past.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::scheme::Comparator;
use super::ticket::ContactOutcome;

/// Which decisions are counted: of these actions or groups; none named: all.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Of {
    /// Codes of actions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub actions: Vec<String>,
    /// Groups of actions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<String>,
}

/// What is counted, of a person or department, over a month's closed days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Measure {
    /// Decisions.
    Decisions(Of),
    /// Decisions marked as hard cases.
    HardDecisions(Of),
    /// Decisions with an amount.
    Deals(Of),
    /// Σ amounts, kopecks.
    Amount(Of),
    /// Tickets.
    Tickets,
    /// Tickets with one of these outcomes.
    Outcomes(Vec<ContactOutcome>),
    /// Tickets with a known client.
    Contacts,
    /// Tickets whose client had come within the seven days before.
    RepeatContacts,
    /// KPI minutes, hundredths.
    Kpi,
    /// Minutes without boost, hundredths.
    Measured,
    /// Plan minutes, hundredths.
    Plan,
    /// Worked minutes: scheduled less away less downtime, hundredths.
    Worked,
    /// Calls and chats.
    Calls,
    /// Calls and chats merged, or dismissed with a reason.
    ProcessedCalls,
    /// Σ imported ratings of a kind, hundredths.
    RatingSum(String),
    /// How many ratings of a kind were imported.
    Ratings(String),
}

/// What a value is measured in. A value is always given in hundredths of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// Per cent: 100 × numerator / denominator.
    Percent,
    /// Roubles: numerator in kopecks.
    Money,
    /// Minutes: numerator in hundredths of a minute.
    Minutes,
    /// A plain number: numerator / denominator.
    Number,
    /// Points of a rating: numerator in hundredths.
    Points,
}

/// An indicator's definition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Definition {
    /// Its Russian name.
    pub name_ru: String,
    /// Its English name.
    pub name_en: String,
    /// What it says, in Russian.
    #[serde(default)]
    pub about_ru: String,
    /// What it says, in English.
    #[serde(default)]
    pub about_en: String,
    /// The unit.
    pub unit: Unit,
    /// What is counted.
    pub numerator: Measure,
    /// Against what.
    pub denominator: Measure,
}

/// A target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TargetTerms {
    /// How the value stands to the target.
    pub comparator: Comparator,
    /// The target in hundredths of the unit.
    pub value_hundredths: i64,
    /// Below this denominator there is no data.
    #[serde(default)]
    pub least_denominator: i64,
}
