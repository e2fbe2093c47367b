//! The statistics of a norm: plain slices in, plain structs out.
//!
//! The norm pays the *sum* of many actions, so what is estimated everywhere is the **long-run mean time per
//! action, hard cases at their real frequency**. The median, a trimmed mean or a log-normal point estimate are
//! other quantities, always too low for that, and stand here only as descriptions.
//!
//! **Invariants.** Every function is total: any slice (empty, one value, all equal, zeros, huge offsets, NaN)
//! gives an answer and no panic. What is undefined is `None`, never NaN, never an infinity, never a made-up 0.
//! An outlier test only *flags*: nothing here removes an observation.
//!
//! **Lacks on purpose:** I/O, clocks, text for people, everything of the floor except the labels of operators,
//! classes and days. Durations are seconds as `f64`, already multiplied by the rating where there is one.
//!
//! | file | holds |
//! |---|---|
//! | [`count`] | the only place where counts become `f64` and back |
//! | [`describe`] | compensated moments, quantiles, spread, shape, lag-1 autocorrelation |
//! | [`distribution`] | quantiles and tails of t, normal, F |
//! | [`interval`] | t interval, modified Cox interval |
//! | [`bootstrap`] | `BCa` and bootstrap-t, seeded |
//! | [`outlier`] | Tukey fences, modified z, Grubbs, generalized ESD |
//! | [`flag`] | the program's own flagging rule on the log scale within class |
//! | [`sample_size`] | ILO/Barnes, iterated t, Neyman allocation, tickets, operators |
//! | [`stratified`] | class-weighted mean, its variance and degrees of freedom |
//! | [`between`] | ANOVA, ICC, mean of the operators' means |
//! | [`order`] | Mann–Kendall, runs about the median |
//! | [`drift`] | after the order: CUSUM of the weekly ratio, p-chart of the hard share |
//! | [`study`] | the interval that a study reports, and its reasons |
//! | [`exclusion`] | the share of excluded observations, and when to repeat the study |
//! | [`precision`] | what the study still lacks, and the next best step |
//! | [`summary`], [`mod@report`] | everything of one series; everything of a file (`norma stats`) |
//!
//! Sources are named beside each formula; the defaults come from a simulation on log-normal times with 7 % hard
//! cases, whose figures are quoted where they decide something.

pub mod between;
pub mod bootstrap;
pub mod count;
pub mod describe;
pub mod distribution;
pub mod drift;
pub mod exclusion;
pub mod flag;
pub mod interval;
pub mod order;
pub mod outlier;
pub mod precision;
pub mod report;
mod sample;
pub mod sample_size;
pub mod stratified;
pub mod study;
pub mod summary;
#[cfg(test)]
mod tests;

pub use between::Between;
pub use flag::{Flag, FlagRule, Strength};
pub use interval::Interval;
pub use report::{Options, Row, StatsReport, report};
pub use study::{NormInterval, study_interval};
pub use summary::Summary;
