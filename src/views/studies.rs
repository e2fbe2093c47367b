//! A time study with its observations, flags, statistics and the norm it gives.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::Named;
use crate::domain::study::{CaseClass, Decided, Source};
use crate::domain::units::{BasisPoints, CentiMinutes, Millis};

/// ask studies: every study that may be seen, newest first, with what a new one can be opened for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct StudiesView {
    /// Newest first.
    pub studies: Vec<StudyBrief>,
    /// Operators that can be observed.
    pub operators: Vec<Named>,
}

/// A study in a list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct StudyBrief {
    /// The study's id.
    pub study: Uuid,
    /// The action.
    pub action: Named,
    /// Where its observations come from.
    pub source: Source,
    /// Observations, excluded ones included.
    pub observations: usize,
    /// Kept observations.
    pub kept: usize,
    /// Flags nobody has decided.
    pub open_flags: usize,
    /// The norm without allowance and boost.
    pub norm_cmin: Option<CentiMinutes>,
}

/// ask study.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct StudyView {
    /// The study's id.
    pub study: Uuid,
    /// The action.
    pub action: Named,
    /// What makes a case hard.
    pub hard_criterion: Option<String>,
    /// Where its observations come from.
    pub source: Source,
    /// Who opened it.
    pub opened_by: Named,
    /// In order of their start.
    pub observations: Vec<ObservationView>,
    /// Kept regular observations.
    pub regular_count: i64,
    /// Kept hard cases.
    pub hard_count: i64,
    /// Excluded observations.
    pub excluded_count: i64,
    /// Flags nobody has decided.
    pub open_flags: usize,
    /// The norm without allowance and boost; null where nothing is kept.
    pub norm_cmin: Option<CentiMinutes>,
    /// The same with every observation, excluded ones included.
    pub norm_with_excluded_cmin: Option<CentiMinutes>,
    /// What the kept observations say, in seconds of normal time.
    pub summary: StudySummary,
}

/// Statistics of the kept observations, in seconds of normal time; null where undefined.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct StudySummary {
    /// Kept observations.
    pub n: usize,
    /// Mean.
    pub mean: Option<f64>,
    /// Median.
    pub median: Option<f64>,
    /// Standard deviation.
    pub sd: Option<f64>,
    /// Smallest.
    pub min: Option<f64>,
    /// Greatest.
    pub max: Option<f64>,
    /// Ку = max/min: shown, never acted on.
    pub stability_ratio: Option<f64>,
    /// The reported 95 % interval of the mean; null where none can honestly be given, see `no_interval`.
    pub low: Option<f64>,
    /// Its upper end.
    pub high: Option<f64>,
    /// Half-width in per cent of the mean.
    pub precision_percent: Option<f64>,
    /// More observations needed for ±20, ±10, ±5 %, at the spread seen so far.
    pub needed_20: Option<u64>,
    /// For ±10 %.
    pub needed_10: Option<u64>,
    /// For ±5 %.
    pub needed_5: Option<u64>,
    /// Tukey's 1.5 fences on the log scale, as seconds.
    pub fence_low: Option<f64>,
    /// The upper one.
    pub fence_high: Option<f64>,
    /// Operators observed.
    pub operators: usize,
    /// Why there is no interval: `nothing`, `one`, `no-spread`, `few-of-class`, `few-hard-cases`; null where there is one.
    pub no_interval: Option<String>,
    /// Whether the interval says nothing about the whole staff, because fewer than three operators were observed.
    pub few_operators: bool,
}

/// An observation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ObservationView {
    /// The observation's id.
    pub observation: Uuid,
    /// The observed operator.
    pub operator: String,
    /// Wall-clock start, on the floor's clock.
    pub started_at: String,
    /// Observed time.
    pub duration_ms: Millis,
    /// The class it was timed in.
    pub class: CaseClass,
    /// Pace.
    pub rating_bp: BasisPoints,
    /// Pauses taken out.
    pub paused_ms: Millis,
    /// A note.
    pub note: Option<String>,
    /// The newest decision.
    pub decided: Option<Decided>,
    /// Its reason.
    pub reason: Option<String>,
    /// The flag, where it has one.
    pub flag: Option<FlagView>,
}

/// A flag: a question to a person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct FlagView {
    /// The rule that raised it.
    pub rule: String,
    /// Whether the ESD test agrees.
    pub strong: bool,
    /// How many times the median it is.
    pub times_median: f64,
    /// What the mean in seconds would be without it.
    pub mean_without: Option<f64>,
    /// Whether a person has answered.
    pub answered: bool,
}
