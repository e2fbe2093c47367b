//! A time study with its observations, flags, statistics and the norm it gives.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::Named;
use crate::domain::action::Element;
use crate::domain::study::{CaseClass, Decided, ElementTime, Pause, Source};
use crate::domain::units::{BasisPoints, CentiMinutes, Millis};

/// ask studies: every study that may be seen, newest first, with what a new one can be opened for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct StudiesView {
    /// Newest first.
    pub studies: Vec<StudyBrief>,
    /// Operators that can be observed.
    pub operators: Vec<Named>,
    /// Whether the asker may time and decide, or only look.
    pub keeps: bool,
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
    /// The work day of its first observation; null where it has none.
    pub from: Option<NaiveDate>,
    /// The work day of its last one.
    pub to: Option<NaiveDate>,
    /// Observations, excluded ones included.
    pub observations: usize,
    /// Kept observations.
    pub kept: usize,
    /// Operators observed.
    pub operators: usize,
    /// Flags nobody has decided.
    pub open_flags: usize,
    /// The norm without allowance and boost.
    pub norm_cmin: Option<CentiMinutes>,
    /// Half-width of the reported interval in per cent of the mean; null where there is none.
    pub precision_percent: Option<f64>,
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
    /// The elements the action is timed by, in order, with their times.
    pub elements: Vec<ElementFigures>,
    /// Where its observations come from.
    pub source: Source,
    /// Who opened it.
    pub opened_by: Named,
    /// The conditions it was made under.
    pub conditions: Option<String>,
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
    /// The norm without allowance and boost, at the share of hard cases that `report` names; null where nothing is kept.
    pub norm_cmin: Option<CentiMinutes>,
    /// The same with every observation, excluded ones included.
    pub norm_with_excluded_cmin: Option<CentiMinutes>,
    /// What the kept observations say, in seconds of normal time.
    pub summary: StudySummary,
    /// All that is known about them.
    pub report: StudyReport,
    /// Whether what was written down fills the time that passed.
    pub clock: ClockView,
}

/// Statistics of the kept observations, in seconds of normal time; null where undefined.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct StudySummary {
    /// Kept observations.
    pub n: usize,
    /// Mean of the kept observations at the share of hard cases that `report` names: what the norm is taken from.
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
    /// More observations needed for ±20, ±10, ±5 %, at the spread seen so far. Other things may be wanting besides, or
    /// instead: see `targets`.
    pub needed_20: Option<u64>,
    /// For ±10 %.
    pub needed_10: Option<u64>,
    /// For ±5 %.
    pub needed_5: Option<u64>,
    /// What ±20, ±10 and ±5 % ask for, in this order.
    pub targets: Vec<TargetView>,
    /// Tukey's 1.5 fences on the log scale, as seconds; of the regular cases where hard ones were timed.
    pub fence_low: Option<f64>,
    /// The upper one.
    pub fence_high: Option<f64>,
    /// The same on the scale of minutes, in seconds.
    pub raw_fence_low: Option<f64>,
    /// The upper one.
    pub raw_fence_high: Option<f64>,
    /// Operators observed.
    pub operators: usize,
    /// Why there is no interval: `nothing`, `one`, `no-spread`, `few-of-class`, `few-hard-cases`; null where there is one.
    pub no_interval: Option<String>,
    /// Whether the interval says nothing about the whole staff, because fewer than three operators were observed.
    pub few_operators: bool,
}

/// What a precision still asks for, at the spread seen so far; all null where nothing can be said yet.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct TargetView {
    /// ± in per cent of the norm.
    pub percent: f64,
    /// Whether the reported interval meets it.
    pub met: bool,
    /// More regular observations (all observations, where classes do not count).
    pub regular: Option<u64>,
    /// More hard cases.
    pub hard: Option<u64>,
    /// More operators: where operators differ much, more observations of the same do not help.
    pub operators: Option<u64>,
    /// More decisions to count the share of hard cases on.
    pub tickets: Option<u64>,
}

/// All that is known about the kept observations of a study, in seconds of normal time; null where undefined.
///
/// Hard cases are timed more often than they come, and at other times: a picture of both classes together would be one
/// of the choice, not of the work. So shape, fences, tests and order in time are those of the regular cases as soon as a
/// hard one was timed, see `of_class`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct StudyReport {
    /// Whose shape, fences, tests and order in time follow: `regular` where hard cases were timed, else `all`.
    pub of_class: String,
    /// Mean of all kept observations alike.
    pub plain_mean: Option<f64>,
    /// exp(mean ln x).
    pub geometric_mean: Option<f64>,
    /// Quartiles of type 7.
    pub q1: Option<f64>,
    /// The upper one.
    pub q3: Option<f64>,
    /// sd/mean.
    pub cv: Option<f64>,
    /// Adjusted Fisher–Pearson G1.
    pub skewness: Option<f64>,
    /// Observations of the class outside Tukey's 1.5 fences on minutes.
    pub outside_raw: usize,
    /// Observations outside the same fences on the log scale.
    pub outside_log: usize,
    /// Grubbs' G on minutes, for the record.
    pub grubbs_g: Option<f64>,
    /// Its two-sided 5 % critical value.
    pub grubbs_critical: Option<f64>,
    /// Mean of the class.
    pub class_mean: Option<f64>,
    /// Median of the class.
    pub class_median: Option<f64>,
    /// Student's t interval of the mean of the class.
    pub t_low: Option<f64>,
    /// Its upper end.
    pub t_high: Option<f64>,
    /// Modified Cox interval (log-normal).
    pub cox_low: Option<f64>,
    /// Its upper end.
    pub cox_high: Option<f64>,
    /// What the reported interval was made by: `t`, `cox`, `stratified`, `operators`.
    pub method: Option<String>,
    /// Regular cases.
    pub regular: ClassFigures,
    /// Hard cases.
    pub hard: ClassFigures,
    /// The share of hard cases that the norm is weighed with; null where hard cases are not possible.
    pub hard_share: Option<f64>,
    /// Where it comes from: `tickets` (marks counted), `study`; null where hard cases are not possible.
    pub hard_share_source: Option<String>,
    /// Decisions it was counted over.
    pub hard_share_count: Option<i64>,
    /// The chance that as many observations at random would have met no hard case.
    pub chance_of_no_hard: Option<f64>,
    /// The operators side by side, slowest first.
    pub operators: Vec<OperatorFigures>,
    /// What their differences say.
    pub between: BetweenFigures,
    /// Mann–Kendall's S over the observations in order of time.
    pub trend_s: Option<i64>,
    /// Its two-sided p.
    pub trend_p: Option<f64>,
    /// p of the runs about the median.
    pub runs_p: Option<f64>,
    /// Correlation of each observation with the one before.
    pub lag1: Option<f64>,
    /// How many observations began in each hour of the week.
    pub coverage: Vec<HourCell>,
    /// Work days with an observation.
    pub days: usize,
    /// Excluded observations in per cent of all.
    pub excluded_percent: Option<f64>,
    /// Whether so many were excluded that the study should be repeated.
    pub repeat: bool,
    /// Floors of the default target not reached, the most wanting first.
    pub lacks: Vec<LackView>,
    /// The next best step.
    pub next_step: Option<StepView>,
    /// ILO/Barnes observations for ±5 %, for the record: a lower bound.
    pub ilo_5: Option<u64>,
    /// For ±10 %.
    pub ilo_10: Option<u64>,
}

/// Count, mean and spread of a class, in seconds.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ClassFigures {
    /// Kept observations.
    pub n: usize,
    /// Mean.
    pub mean: Option<f64>,
    /// Standard deviation.
    pub sd: Option<f64>,
}

/// One observed operator.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct OperatorFigures {
    /// The operator.
    pub operator: Named,
    /// Kept observations.
    pub n: usize,
    /// Hard cases among them.
    pub hard: usize,
    /// Mean at the study's share of hard cases; null where a class with weight was not observed.
    pub mean: Option<f64>,
    /// Its 95 % interval: class-weighted where hard cases have weight, else the wider of t and modified Cox.
    pub low: Option<f64>,
    /// Its upper end.
    pub high: Option<f64>,
    /// Smallest, lower quartile, median, upper quartile, greatest, of the class that the report is about.
    pub five: Option<[f64; 5]>,
    /// Share of all kept observations, in per cent.
    pub share_percent: f64,
}

/// What differences between operators say; tests on the class that the report is about.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct BetweenFigures {
    /// One-way ANOVA on seconds: F.
    pub f: Option<f64>,
    /// Its p.
    pub p: Option<f64>,
    /// The same on logarithms: F.
    pub log_f: Option<f64>,
    /// Its p.
    pub log_p: Option<f64>,
    /// Intraclass correlation ICC(1), on logarithms.
    pub icc: Option<f64>,
    /// The same tests within each class by itself, where both were timed: a class of its own may differ though the other
    /// does not.
    pub classes: Vec<ClassBetween>,
    /// Equal-weight mean of the operators' means.
    pub mean_of_means: Option<f64>,
    /// 95 % interval for the whole staff, by t(k−1) on the operators' means.
    pub low: Option<f64>,
    /// Its upper end.
    pub high: Option<f64>,
    /// Why there is no interval for the staff: `few-operators`, `few-in-every-class`, `no-spread`.
    pub no_interval: Option<String>,
    /// The operator who gave more than half of the observations.
    pub above_half: Option<String>,
}

/// What differences between operators say within a class.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ClassBetween {
    /// The class.
    pub class: CaseClass,
    /// Kept observations of it.
    pub n: usize,
    /// Operators observed in it.
    pub operators: usize,
    /// Equal-weight mean of the operators' means of the class, in seconds.
    pub mean_of_means: Option<f64>,
    /// One-way ANOVA on seconds: F.
    pub f: Option<f64>,
    /// Its p.
    pub p: Option<f64>,
    /// The same on logarithms: F.
    pub log_f: Option<f64>,
    /// Its p.
    pub log_p: Option<f64>,
    /// Intraclass correlation ICC(1), on logarithms.
    pub icc: Option<f64>,
}

/// Observations that began in an hour of the week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct HourCell {
    /// 1 Monday … 7 Sunday.
    pub weekday: u8,
    /// 0 … 23, on the floor's clock.
    pub hour: u8,
    /// How many.
    pub n: usize,
}

/// A floor of the default target that is not reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct LackView {
    /// `hard-cases`, `regular-cases`, `observations`, `operators`, `operators-without-hard`,
    /// `operators-without-regular`, `operator-above-half`, `unequal-operators`, `days`, `tickets`.
    pub what: String,
    /// How many more (of what is named; of operators, how many lack the class).
    pub more: Option<u64>,
    /// Whom it is about.
    pub operator: Option<String>,
}

/// The next best step of a study.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct StepView {
    /// `hard-cases`, `regular-cases`, `operators`, `hard-of-operators`, `regular-of-operators` (from operators observed,
    /// but not in that class), `operator-with-few`, `other-operators`, `days`, `tickets`.
    pub what: String,
    /// How many more; null where it is not a matter of number.
    pub more: Option<u64>,
    /// Whether from operators not yet observed.
    pub new_operators: bool,
    /// Whom it is about.
    pub operator: Option<String>,
}

/// An element with its times, in seconds of normal time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ElementFigures {
    /// The element.
    pub element: Element,
    /// Kept observations it was timed in.
    pub n: usize,
    /// Mean.
    pub mean: Option<f64>,
    /// Standard deviation.
    pub sd: Option<f64>,
    /// Ку = max/min: a lamp for short scripted elements, never acted on.
    pub stability_ratio: Option<f64>,
}

/// Whether what was written down fills the time that passed: elapsed = observed + paused + unaccounted.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ClockView {
    /// The sittings in which an observation of the study was taken, in order of time.
    pub sittings: Vec<SittingView>,
    /// All of them together.
    pub elapsed_ms: Millis,
    /// Timed as observations, of this action or another.
    pub observed_ms: Millis,
    /// Pauses.
    pub paused_ms: Millis,
    /// What is left; below zero where more was recorded than passed.
    pub unaccounted_ms: Millis,
    /// Whether more than 2 % is unaccounted for.
    pub exceeds: bool,
    /// Observations outside every sitting: nothing says what they are to be held against.
    pub outside: usize,
}

/// A sitting beside an operator.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SittingView {
    /// The sitting's id.
    pub sitting: Uuid,
    /// The observed operator.
    pub operator: String,
    /// Who observed.
    pub observer: Named,
    /// Start, on the floor's clock.
    pub started_at: String,
    /// End, on the floor's clock.
    pub ended_at: String,
    /// Pauses between observations, with their reasons.
    pub pauses: Vec<Pause>,
    /// From start to end.
    pub elapsed_ms: Millis,
    /// Timed as observations.
    pub observed_ms: Millis,
    /// Pauses, within observations and between them.
    pub paused_ms: Millis,
    /// What is left.
    pub unaccounted_ms: Millis,
    /// Whether more than 2 % is unaccounted for.
    pub exceeds: bool,
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
    /// The pauses one by one, where they are known.
    pub pauses: Vec<Pause>,
    /// The times of the action's elements, where it was timed by them.
    pub elements: Vec<ElementTime>,
    /// A note.
    pub note: Option<String>,
    /// Whether rating or note were put right after it was taken.
    pub amended: bool,
    /// The newest decision.
    pub decided: Option<Decided>,
    /// Its reason.
    pub reason: Option<String>,
    /// Who decided.
    pub decided_by: Option<String>,
    /// When, on the floor's clock.
    pub decided_at: Option<String>,
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
    /// What the study's mean in seconds would be without it, at the same share of hard cases.
    pub mean_without: Option<f64>,
    /// The norm without it.
    pub norm_without_cmin: Option<CentiMinutes>,
    /// Whether a person has answered.
    pub answered: bool,
}

/// ask drift: the norms in force against real handling times, where calls tell them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DriftView {
    /// One a norm in force: those that no longer agree first.
    pub norms: Vec<NormDrift>,
}

/// What real handling times say about a norm in force.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct NormDrift {
    /// The action's code.
    pub action: String,
    /// Its Russian name.
    pub name_ru: String,
    /// Its English name.
    pub name_en: Option<String>,
    /// The order that fixed the norm.
    pub order: String,
    /// The work day since when.
    pub effective: NaiveDate,
    /// The norm.
    pub norm_cmin: CentiMinutes,
    /// The time without allowance that calls are held against, in seconds.
    pub normal_seconds: f64,
    /// The study the norm was taken from.
    pub study: Option<Uuid>,
    /// A study of the action opened since the order, where there is one: the review is under way.
    pub review: Option<Uuid>,
    /// What is to be made of it.
    pub verdict: DriftVerdict,
    /// Whether fewer than 26 weeks tell how weeks differ: any alarm is preliminary.
    pub preliminary: bool,
    /// Weeks, merged until each holds 200 actions.
    pub points: Vec<DriftPoint>,
    /// Actions of the last weeks that are not yet 200.
    pub gathering: u64,
    /// Standard deviation of the weekly ratio.
    pub sigma: Option<f64>,
    /// The first week of the change, where there is an alarm.
    pub since: Option<NaiveDate>,
    /// Mean ratio since then, else over all weeks.
    pub ratio: Option<f64>,
    /// The share of hard cases as operators mark it, against the norm's; null where the norm has none.
    pub hard: Option<HardShareDrift>,
}

/// What is to be made of a norm.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum DriftVerdict {
    /// Real times are longer than the norm.
    Slower,
    /// Real times are shorter than the norm.
    Faster,
    /// The share of hard cases has changed: new weights, not a new timing.
    HardShare,
    /// Real times agree with the norm.
    Agrees,
    /// Too little is known yet.
    Gathering,
    /// No call tells a handling time.
    NoCalls,
}

/// A week, or several merged.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DriftPoint {
    /// Its first Monday.
    pub from: NaiveDate,
    /// Its last Sunday.
    pub to: NaiveDate,
    /// Actions.
    pub n: u64,
    /// Mean real handling time / norm.
    pub ratio: f64,
    /// The CUSUM of longer times, in standard deviations.
    pub upper: Option<f64>,
    /// The CUSUM of shorter times.
    pub lower: Option<f64>,
    /// Whether the alarm was raised here.
    pub alarm: bool,
}

/// The share of hard cases over time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct HardShareDrift {
    /// The norm's share.
    pub centre: f64,
    /// Weeks, merged until each holds 200 decisions.
    pub points: Vec<SharePoint>,
    /// Decisions not yet 200.
    pub gathering: u64,
}

/// The share of hard cases in a week, or several merged.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SharePoint {
    /// Its first Monday.
    pub from: NaiveDate,
    /// Its last Sunday.
    pub to: NaiveDate,
    /// Decisions.
    pub n: u64,
    /// Share of hard cases.
    pub share: f64,
    /// Lower control limit.
    pub low: f64,
    /// Upper control limit.
    pub high: f64,
    /// Whether the share lies outside.
    pub outside: bool,
}
