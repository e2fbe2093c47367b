//! Figures of a study's observations: flags, and the numbers a screen shows.
//!
//! Joins the domain's observations with the statistics; holds no rule of either.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::norm::{self, HardShare, KeptTimes};
use crate::domain::study::{CaseClass, Observation};
use crate::domain::units::{BasisPoints, CentiMinutes};
use crate::statistics::{Strength, Summary, flag, interval};
use crate::views::studies::{FlagView, StudySummary};

/// The flags of a study, by the position of the observation: computed within each class on the log scale.
pub(super) fn flags(observations: &[Observation]) -> BTreeMap<usize, FlagView> {
    let mut found = BTreeMap::new();
    for class in [CaseClass::Regular, CaseClass::Hard] {
        let members: Vec<(usize, &Observation)> =
            observations.iter().enumerate().filter(|(_, observation)| observation.kept_as() == Some(class)).collect();
        let seconds: Vec<f64> = members.iter().map(|(_, observation)| observation.normal_seconds()).collect();
        let total: f64 = seconds.iter().sum();
        for raised in flag::flags(&seconds, flag::resolution(&seconds)) {
            let Some((position, observation)) = members.get(raised.index) else { continue };
            let without = (seconds.len() > 1).then(|| (total - observation.normal_seconds()) / count(seconds.len() - 1));
            found.insert(
                *position,
                FlagView {
                    rule: rule_name(raised.rule).to_owned(),
                    strong: raised.strength == Strength::Strong,
                    times_median: raised.times_median,
                    mean_without: without,
                    answered: observation.decision.is_some(),
                },
            );
        }
    }
    found
}

fn rule_name(rule: flag::FlagRule) -> &'static str {
    match rule {
        flag::FlagRule::ModifiedZLog => "modified-z-log",
        flag::FlagRule::Tukey3Log => "tukey-3-log",
    }
}

fn count(n: usize) -> f64 {
    crate::statistics::count::number(n)
}

/// Flags nobody has answered.
pub(super) fn open_flags(observations: &[Observation]) -> usize {
    flags(observations).values().filter(|flag| !flag.answered).count()
}

/// The norm a study gives by itself: its own hard share, no allowance. `None` where nothing is kept.
pub(super) fn own_norm(times: &KeptTimes) -> Option<CentiMinutes> {
    let normal = norm::normal_time(times, HardShare::OfStudy).ok()?;
    norm::norm(norm::standard_time(normal, BasisPoints(0)).ok()?).ok()
}

/// The times of all observations, excluded ones counted in the class they were timed in.
pub(super) fn times_with_excluded(observations: &[Observation]) -> KeptTimes {
    let everything: Vec<Observation> =
        observations.iter().map(|observation| Observation { decision: None, ..observation.clone() }).collect();
    KeptTimes::of(&everything)
}

/// The numbers beside a study, in seconds of normal time.
pub(super) fn summary(observations: &[Observation]) -> StudySummary {
    let kept: Vec<&Observation> = observations.iter().filter(|observation| observation.kept_as().is_some()).collect();
    let seconds: Vec<f64> = kept.iter().map(|observation| observation.normal_seconds()).collect();
    let operators: BTreeSet<&str> = kept.iter().map(|observation| observation.operator.as_str()).collect();
    let figures = Summary::of(&seconds);
    let reported = interval::wider_interval(&seconds);
    let precision = reported.zip(figures.mean).map(|(interval, mean)| interval.half_width() / mean * 100.0);
    StudySummary {
        n: seconds.len(),
        mean: figures.mean,
        median: figures.median,
        sd: figures.sd,
        min: figures.min,
        max: figures.max,
        stability_ratio: figures.stability_ratio,
        low: reported.map(|interval| interval.low),
        high: reported.map(|interval| interval.high),
        precision_percent: precision,
        needed_20: needed(precision, seconds.len(), 20.0),
        needed_10: needed(precision, seconds.len(), 10.0),
        needed_5: needed(precision, seconds.len(), 5.0),
        fence_low: figures.tukey_log_low.map(f64::exp),
        fence_high: figures.tukey_log_high.map(f64::exp),
        operators: operators.len(),
    }
}

/// About how many more observations halve-width would need: it shrinks with √n at the spread seen so far.
fn needed(precision: Option<f64>, n: usize, target: f64) -> Option<u64> {
    let precision = precision?;
    let times = (precision / target).powi(2);
    let all = crate::statistics::count::ceiling(count(n) * times)?;
    Some(all.saturating_sub(crate::statistics::count::whole(n)))
}
