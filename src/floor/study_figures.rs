//! Figures of a study's observations: flags, and the numbers a screen shows.
//!
//! Joins the domain's observations with the statistics; holds no rule of either.

use std::collections::BTreeMap;

use crate::domain::norm::{self, HardShare, KeptTimes};
use crate::domain::study::{CaseClass, Observation};
use crate::domain::units::{BasisPoints, CentiMinutes};
use crate::statistics::{Strength, Summary, flag, precision, study};
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
            let without =
                (seconds.len() > 1).then(|| (total - observation.normal_seconds()) / count(seconds.len() - 1));
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

/// The numbers beside a study, in seconds of normal time. Hard cases are possible where the action names a
/// criterion for them or one was timed; their share is then the study's own.
pub(super) fn summary(observations: &[Observation], hard_possible: bool) -> StudySummary {
    let kept: Vec<&Observation> = observations.iter().filter(|observation| observation.kept_as().is_some()).collect();
    let seconds: Vec<f64> = kept.iter().map(|observation| observation.normal_seconds()).collect();
    let figures = Summary::of(&seconds);
    let timed = timed(&kept);
    let hard_seen = timed.iter().any(|observation| observation.class == study::Class::Hard);
    let share = if hard_possible || hard_seen { study::HardShare::OfStudy } else { study::HardShare::NoHardCases };
    let found = study::study_interval(&timed, share);
    let reported = found.reported.ok();
    let [needed_20, needed_10, needed_5] = found.targets.map(|target| needed(target.need));
    StudySummary {
        n: seconds.len(),
        mean: figures.mean,
        median: figures.median,
        sd: figures.sd,
        min: figures.min,
        max: figures.max,
        stability_ratio: figures.stability_ratio,
        low: reported.map(|reported| reported.interval.low),
        high: reported.map(|reported| reported.interval.high),
        precision_percent: reported.map(|reported| reported.precision_percent),
        needed_20,
        needed_10,
        needed_5,
        fence_low: figures.tukey_log_low.map(f64::exp),
        fence_high: figures.tukey_log_high.map(f64::exp),
        operators: operators(&kept).len(),
        no_interval: found.reported.err().map(|reason| no_interval(reason).to_owned()),
        few_operators: !matches!(found.staff, study::Staff::Known { .. }),
    }
}

fn operators<'a>(kept: &[&'a Observation]) -> Vec<&'a str> {
    let mut names: Vec<&str> = kept.iter().map(|observation| observation.operator.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// The kept observations as the statistics see them: labels instead of people, UTC days instead of dates.
fn timed(kept: &[&Observation]) -> Vec<study::Observation> {
    let names = operators(kept);
    let label = |name: &str| names.binary_search(&name).map_or(0, crate::statistics::count::whole);
    kept.iter()
        .map(|observation| study::Observation {
            seconds: observation.normal_seconds(),
            class: match observation.kept_as() {
                Some(CaseClass::Hard) => study::Class::Hard,
                _ => study::Class::Regular,
            },
            operator: label(observation.operator.as_str()),
            day: observation.started_at.millis().div_euclid(86_400_000),
        })
        .collect()
}

fn no_interval(reason: study::Unreliable) -> &'static str {
    match reason {
        study::Unreliable::NoObservations | study::Unreliable::BadDuration | study::Unreliable::BadShare => "nothing",
        study::Unreliable::OneObservation => "one",
        study::Unreliable::NoSpread => "no-spread",
        study::Unreliable::TooFewOfClass { .. } => "few-of-class",
        study::Unreliable::FewHardCases { .. } => "few-hard-cases",
    }
}

/// Observations still wanting for a target; `None` where nothing can be said yet.
fn needed(need: precision::Need) -> Option<u64> {
    match need {
        precision::Need::Met => Some(0),
        precision::Need::Unknown => None,
        precision::Need::More { regular, hard, .. } => Some(regular.saturating_add(hard)),
    }
}
