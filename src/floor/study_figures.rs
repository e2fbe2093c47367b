//! Figures of a study's observations: flags, the norm they give and its interval.
//!
//! Joins the domain's observations with the statistics; holds no rule of either.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::Floor;
use super::hard_share::HardShare;
use crate::domain::allowance::Convention;
use crate::domain::norm::{self, KeptTimes};
use crate::domain::norm_set::Evidence;
use crate::domain::study::{CaseClass, Decided, Observation, Reading};
use crate::domain::units::{BasisPoints, CentiMinutes};
use crate::statistics::count::{number, whole};
use crate::statistics::flag::Flag;
use crate::statistics::{NormInterval, Strength, Summary, flag, precision, study};
use crate::views::studies::{FlagView, StudySummary, TargetView};

/// The flags of a study by the position of the reading: computed within each class on the log scale. The step of the watch
/// is told by all times as they were read, whatever their class and pace.
fn raised(readings: &[Reading]) -> BTreeMap<usize, Flag> {
    let read: Vec<f64> = readings.iter().map(|reading| reading.duration.seconds()).collect();
    let step = flag::resolution(&read);
    let mut found = BTreeMap::new();
    for class in [CaseClass::Regular, CaseClass::Hard] {
        let of_class = readings.iter().enumerate().filter(|(_, reading)| reading.kept_as() == Some(class));
        let (positions, seconds): (Vec<usize>, Vec<f64>) =
            of_class.map(|(position, reading)| (position, reading.normal_seconds())).unzip();
        for flag in flag::flags(&seconds, step) {
            if let Some(position) = positions.get(flag.index) {
                found.insert(*position, flag);
            }
        }
    }
    found
}

/// The readings of observations.
pub(super) fn readings(observations: &[Observation]) -> Vec<Reading> {
    observations.iter().map(Observation::reading).collect()
}

/// The positions of the flags nobody has answered.
pub(super) fn unanswered(readings: &[Reading]) -> Vec<usize> {
    let is_open = |position: &usize| readings.get(*position).is_some_and(|reading| reading.decided.is_none());
    raised(readings).into_keys().filter(is_open).collect()
}

/// Flags nobody has answered.
pub(super) fn open_flags(readings: &[Reading]) -> usize {
    unanswered(readings).len()
}

/// The flags as they are put to a person: with what the study would say without each observation.
pub(super) fn flags(
    observations: &[Observation],
    times: &KeptTimes,
    share: &HardShare,
    possible: bool,
) -> BTreeMap<usize, FlagView> {
    let view = |(position, flag): (usize, Flag)| {
        let observation = observations.get(position)?;
        let without = times.without(observation);
        let view = FlagView {
            rule: rule_name(flag.rule).to_owned(),
            strong: flag.strength == Strength::Strong,
            times_median: flag.times_median,
            mean_without: mean_seconds(&without, share, possible),
            norm_without_cmin: norm_of(&without, share),
            answered: observation.decision.is_some(),
        };
        Some((position, view))
    };
    raised(&readings(observations)).into_iter().filter_map(view).collect()
}

fn rule_name(rule: flag::FlagRule) -> &'static str {
    match rule {
        flag::FlagRule::ModifiedZLog => "modified-z-log",
        flag::FlagRule::Tukey3Log => "tukey-3-log",
    }
}

/// The mean of the kept times at the share of hard cases, in seconds.
fn mean_seconds(times: &KeptTimes, share: &HardShare, possible: bool) -> Option<f64> {
    let weight = match share.for_statistics(possible) {
        study::HardShare::NoHardCases | study::HardShare::OfStudy => return times.mean_seconds(),
        study::HardShare::Counted { share, .. } | study::HardShare::Declared { share } => share,
    };
    Some((1.0 - weight) * times.regular_mean_seconds()? + weight * times.hard_mean_seconds()?)
}

/// The norm without allowance at a share of hard cases. `None` where nothing is kept or a class lacks.
pub(super) fn norm_of(times: &KeptTimes, share: &HardShare) -> Option<CentiMinutes> {
    let normal = norm::normal_time(times, share.exact).ok()?;
    norm::norm(norm::standard_time(normal, BasisPoints(0)).ok()?).ok()
}

/// The times of all observations, excluded ones counted in the class they were timed in.
pub(super) fn times_with_excluded(observations: &[Observation]) -> KeptTimes {
    let kept = |observation: &Observation| match &observation.decision {
        Some((Decided::Exclude, _)) => Observation { decision: None, ..observation.clone() },
        _ => observation.clone(),
    };
    KeptTimes::of(&observations.iter().map(kept).collect::<Vec<Observation>>())
}

/// The interval of the study's norm at a share of hard cases.
pub(super) fn interval(
    floor: &Floor,
    observations: &[Observation],
    share: &HardShare,
    criterion: bool,
) -> NormInterval {
    let kept: Vec<&Observation> = kept(observations);
    study::study_interval(&timed(floor, &kept), share.for_statistics(hard_possible(&kept, criterion)))
}

/// Whether hard cases are possible: the action names a criterion for them, or one was timed.
pub(super) fn hard_possible(kept: &[&Observation], criterion: bool) -> bool {
    criterion || kept.iter().any(|observation| observation.kept_as() == Some(CaseClass::Hard))
}

/// The kept observations in order of time.
pub(super) fn kept(observations: &[Observation]) -> Vec<&Observation> {
    observations.iter().filter(|observation| observation.kept_as().is_some()).collect()
}

/// The factor from normal to standard time, for statistics.
pub(super) fn allowance_factor(convention: Convention, allowance: BasisPoints) -> f64 {
    let share = crate::statistics::count::score(allowance.0) / 10_000.0;
    match convention {
        Convention::Normal => 1.0 + share,
        Convention::Shift => 1.0 / (1.0 - share),
    }
}

/// What is frozen with a norm that is taken from these observations.
pub(super) fn evidence(
    observations: &[Observation],
    known: &NormInterval,
    convention: Convention,
    allowance: BasisPoints,
    share_days: Option<(NaiveDate, NaiveDate)>,
) -> Evidence {
    let factor = allowance_factor(convention, allowance);
    let milliseconds = |seconds: f64| crate::statistics::count::nearest(seconds * factor * 1_000.0);
    let ends =
        |reported: study::Reported| milliseconds(reported.interval.low).zip(milliseconds(reported.interval.high));
    Evidence {
        method: method_name(known).to_owned(),
        interval_ms: known.reported.ok().and_then(ends),
        operators: i64::try_from(operators(&kept(observations)).len()).unwrap_or(i64::MAX),
        share_days,
    }
}

/// What an interval was made by, or why there is none.
pub(super) fn method_name(known: &NormInterval) -> &'static str {
    match known.reported {
        Ok(reported) => match reported.method {
            study::Method::StudentT => "t",
            study::Method::ModifiedCox => "cox",
            study::Method::Stratified => "stratified",
            study::Method::OperatorMeans => "operators",
        },
        Err(reason) => no_interval(reason),
    }
}

/// The numbers beside a study, in seconds of normal time.
pub(super) fn summary(
    kept: &[&Observation],
    figures: &Summary,
    of_class: &Summary,
    found: &NormInterval,
) -> StudySummary {
    let reported = found.reported.ok();
    let [needed_20, needed_10, needed_5] = found.targets.map(|target| needed(target.need));
    StudySummary {
        n: kept.len(),
        mean: found.norm.or(figures.mean),
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
        targets: found.targets.iter().map(target_view).collect(),
        fence_low: of_class.tukey_log_low.map(f64::exp),
        fence_high: of_class.tukey_log_high.map(f64::exp),
        raw_fence_low: of_class.tukey_low,
        raw_fence_high: of_class.tukey_high,
        operators: operators(kept).len(),
        no_interval: found.reported.err().map(|reason| no_interval(reason).to_owned()),
        few_operators: !matches!(found.staff, study::Staff::Known { .. }),
    }
}

/// The kept regular cases where hard ones were timed, else all: what shape, fences and order in time are told by.
pub(super) fn of_class<'a>(kept: &[&'a Observation]) -> Vec<&'a Observation> {
    let of = |class| kept.iter().copied().filter(move |one: &&Observation| one.kept_as() == Some(class));
    if of(CaseClass::Hard).next().is_none() { kept.to_vec() } else { of(CaseClass::Regular).collect() }
}

/// Normal times in seconds.
pub(super) fn seconds(observations: &[&Observation]) -> Vec<f64> {
    observations.iter().map(|observation| observation.normal_seconds()).collect()
}

/// The codes of the observed operators, sorted.
pub(super) fn operators<'a>(kept: &[&'a Observation]) -> Vec<&'a str> {
    let mut names: Vec<&str> = kept.iter().map(|observation| observation.operator.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// The kept observations as the statistics see them: labels instead of people and of work days.
pub(super) fn timed(floor: &Floor, kept: &[&Observation]) -> Vec<study::Observation> {
    let names = operators(kept);
    let label = |name: &str| names.binary_search(&name).map_or(0, whole);
    kept.iter()
        .map(|observation| study::Observation {
            seconds: observation.normal_seconds(),
            class: match observation.kept_as() {
                Some(CaseClass::Hard) => study::Class::Hard,
                _ => study::Class::Regular,
            },
            operator: label(observation.operator.as_str()),
            day: i64::from(chrono::Datelike::num_days_from_ce(&floor.work_day(observation.started_at))),
        })
        .collect()
}

pub(super) fn no_interval(reason: study::Unreliable) -> &'static str {
    match reason {
        study::Unreliable::NoObservations | study::Unreliable::BadDuration | study::Unreliable::BadShare => "nothing",
        study::Unreliable::OneObservation => "one",
        study::Unreliable::NoSpread => "no-spread",
        study::Unreliable::TooFewOfClass { .. } => "few-of-class",
        study::Unreliable::FewHardCases { .. } => "few-hard-cases",
    }
}

fn target_view(target: &precision::Target) -> TargetView {
    let of = |pick: fn(u64, u64, u64, u64) -> u64| match target.need {
        precision::Need::Met => Some(0),
        precision::Need::Unknown => None,
        precision::Need::More { regular, hard, operators, tickets } => Some(pick(regular, hard, operators, tickets)),
    };
    TargetView {
        percent: target.percent,
        met: target.need == precision::Need::Met,
        regular: of(|regular, _, _, _| regular),
        hard: of(|_, hard, _, _| hard),
        operators: of(|_, _, operators, _| operators),
        tickets: of(|_, _, _, tickets| tickets),
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

/// A share of all in per cent.
pub(super) fn percent(part: usize, all: usize) -> f64 {
    100.0 * number(part) / number(all.max(1))
}
