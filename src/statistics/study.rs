//! The interval that a time study reports, and why it is, or is not, to be believed.
//!
//! The point is the norm's mean: class-weighted where hard cases exist, plain where they do not. Its interval comes
//! from the observations (stratified, or the wider of t and modified Cox) and, from three operators on, from the
//! spread between operators; the **wider** of both is reported. Reasons are enums: words are made elsewhere.
//!
//! A share taken from the study itself makes the stratified mean the plain mean of a random sample. Such a sample
//! covers 45–90 % with fewer than 20 hard cases by every method, so no interval is reported below 20. An operator
//! enters the staff interval when observed in every class that has weight; the share's own error is added to it.

use super::count::whole;
use super::describe::{Moments, finite};
use super::interval::Interval;
use super::precision::{self, Lack, NextStep, Target};
use super::sample::Sample;
use super::stratified::chance_of_none;

/// Hard cases that a sample must hold before its own share of them is believed.
pub const HARD_FOR_OWN_SHARE: usize = 20;

/// Regular or hard, by a criterion that is known without the stopwatch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Class {
    /// An ordinary case.
    Regular,
    /// A hard case.
    Hard,
}

/// One kept observation.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Observation {
    /// Duration in seconds, above 0, already multiplied by the rating.
    pub seconds: f64,
    /// Its class.
    pub class: Class,
    /// Label of the observed operator: any number, the same for the same person.
    pub operator: u64,
    /// Label of the work day: any number, the same for the same day.
    pub day: i64,
}

/// Where the share W of hard cases comes from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum HardShare {
    /// The action has no hard cases: classes do not count.
    NoHardCases,
    /// Counted on so many tickets.
    Counted {
        /// Hard cases among all, from 0 to 1.
        share: f64,
        /// N, the number counted on.
        tickets: u64,
    },
    /// Declared with a source; N is unknown, which is said.
    Declared {
        /// Hard cases among all, from 0 to 1.
        share: f64,
    },
    /// Hard cases are possible and only the study itself tells how frequent: its own share.
    OfStudy,
}

/// What a reported interval was made by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Method {
    /// Student's t on the observations.
    StudentT,
    /// Modified Cox on the logarithms.
    ModifiedCox,
    /// Class-weighted, t with Satterthwaite's degrees of freedom.
    Stratified,
    /// t on the spread between operators' means.
    OperatorMeans,
}

/// Why there is no interval to report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unreliable {
    /// Nothing was observed.
    NoObservations,
    /// A duration is not a finite number above 0.
    BadDuration,
    /// The given share is not between 0 and 1, or was counted on no ticket.
    BadShare,
    /// The share says that this class exists, and fewer than two of it were observed (with none: no norm either).
    TooFewOfClass {
        /// The class that lacks.
        class: Class,
        /// How many were observed.
        seen: usize,
    },
    /// One observation.
    OneObservation,
    /// All durations are equal: the watch is too coarse to tell.
    NoSpread,
    /// Hard cases are possible, their share is only the study's own, and fewer than 20 were seen.
    FewHardCases {
        /// How many were seen.
        seen: usize,
    },
}

/// What the observed operators say about the whole staff.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Staff {
    /// One or two operators (or none): no interval for the whole staff.
    TooFewOperators {
        /// How many were observed.
        operators: usize,
    },
    /// Three or more, of whom fewer than three were observed in every class.
    TooFewInEveryClass {
        /// Operators observed in every class with weight.
        complete: usize,
    },
    /// Three or more with exactly the same mean: nothing to calculate on.
    NoSpread,
    /// The interval for the whole staff.
    Known {
        /// 95 %, seconds.
        interval: Interval,
        /// Unweighted mean of the operators' means, seconds.
        mean: f64,
        /// Standard deviation between operators' means, seconds.
        sd: f64,
        /// Operators in it.
        operators: usize,
    },
}

/// What is said beside the interval about the share of hard cases.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ShareCaveat {
    /// Declared: the error of the share is not in the interval.
    ErrorOfShareUnknown,
    /// The study's own share: true only if cases were timed as they came.
    ShareOfStudy,
}

/// Count, mean and spread of one class.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct ClassTimes {
    /// Observations.
    pub n: usize,
    /// Mean, seconds.
    pub mean: Option<f64>,
    /// Standard deviation, seconds.
    pub sd: Option<f64>,
}

/// The interval to print after ±.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reported {
    /// 95 %, seconds.
    pub interval: Interval,
    /// What it was made by.
    pub method: Method,
    /// Half of its width in % of the norm.
    pub precision_percent: f64,
}

/// All that a study knows about its norm.
#[derive(Debug, Clone, PartialEq)]
pub struct NormInterval {
    /// The norm's mean, seconds: class-weighted, or plain without hard cases. `None` where a class with weight was not
    /// observed.
    pub norm: Option<f64>,
    /// Mean of all observations alike, seconds.
    pub plain_mean: Option<f64>,
    /// The regular ones.
    pub regular: ClassTimes,
    /// The hard ones.
    pub hard: ClassTimes,
    /// The share W that was used.
    pub hard_share: Option<f64>,
    /// What is said about it.
    pub share_caveat: Option<ShareCaveat>,
    /// Chance (1−W)ⁿ that as many observations at random meet no hard case.
    pub chance_of_no_hard: Option<f64>,
    /// The reported interval, or why there is none.
    pub reported: Result<Reported, Unreliable>,
    /// The interval of the observations alone, where one can be calculated, and its method.
    pub of_observations: Option<(Interval, Method)>,
    /// The interval of the operators' means, or why there is none.
    pub staff: Staff,
    /// Floors not yet reached, the most wanting first.
    pub lacks: Vec<Lack>,
    /// What ±20 %, ±10 % and ±5 % still ask for, in this order.
    pub targets: [Target; 3],
    /// The next best step; `None` when the floors and ±10 % are reached.
    pub next_step: Option<NextStep>,
}

/// The interval of a study's norm, per `statistics.md`, "The norm's mean and its interval".
///
/// ```
/// use norma::statistics::study::{Class, HardShare, Method, Observation, Staff, study_interval};
/// let times = [88.0, 95.0, 102.0, 79.0, 110.0, 91.0, 99.0, 85.0, 93.0, 105.0];
/// let observe = |(place, seconds): (u64, &f64)| Observation {
///     seconds: *seconds, class: Class::Regular, operator: place % 2, day: 1,
/// };
/// let study: Vec<Observation> = (0..).zip(times.iter()).map(observe).collect();
/// let result = study_interval(&study, HardShare::NoHardCases);
/// assert!((result.norm.unwrap() - 94.7).abs() < 1e-9);
/// let reported = result.reported.unwrap();
/// assert_eq!(reported.method, Method::ModifiedCox);
/// assert!((reported.precision_percent - 7.2).abs() < 0.2);
/// assert_eq!(result.staff, Staff::TooFewOperators { operators: 2 });
/// ```
#[must_use]
pub fn study_interval(observations: &[Observation], share: HardShare) -> NormInterval {
    let sample = Sample::of(observations);
    let weight = sample.weight(share);
    let estimate = weight.ok().and_then(|weight| sample.estimate(weight, counted_on(share, observations.len())));
    let of_observations = match weight {
        Ok(None) => sample.plain_interval(),
        Ok(Some(_)) => estimate.and_then(|estimate| estimate.interval()).map(|interval| (interval, Method::Stratified)),
        Err(_) => None,
    };
    let staff = sample.staff(weight.ok().flatten(), estimate.map_or(0.0, |estimate| estimate.of_weights));
    let norm = estimate.map(|estimate| estimate.mean);
    let reported = sample.check(weight, share).and_then(|()| report(norm, of_observations, staff));
    let hard_share = weight.ok().flatten();
    let state = precision::State { sample: &sample, share, hard_share, estimate, reported, of_observations, staff };
    let lacks = state.lacks();
    let targets = state.targets();
    let next_step = precision::next_step(&lacks, &targets, sample.operator_with_fewest());
    NormInterval {
        norm,
        plain_mean: sample.all.map(|all| all.mean()),
        regular: class_times(sample.regular.as_ref()),
        hard: class_times(sample.hard.as_ref()),
        hard_share,
        share_caveat: match share {
            HardShare::Declared { .. } => Some(ShareCaveat::ErrorOfShareUnknown),
            HardShare::OfStudy => Some(ShareCaveat::ShareOfStudy),
            HardShare::NoHardCases | HardShare::Counted { .. } => None,
        },
        chance_of_no_hard: hard_share
            .filter(|share| *share > 0.0)
            .and_then(|share| chance_of_none(share, observations.len())),
        reported,
        of_observations,
        staff,
        lacks,
        targets,
        next_step,
    }
}

/// The number that the share was counted on, where it is known.
fn counted_on(share: HardShare, observations: usize) -> Option<u64> {
    match share {
        HardShare::Counted { tickets, .. } => Some(tickets),
        HardShare::OfStudy => Some(whole(observations)),
        HardShare::Declared { .. } | HardShare::NoHardCases => None,
    }
}

fn class_times(times: Option<&Moments>) -> ClassTimes {
    times.map_or_else(ClassTimes::default, |times| ClassTimes {
        n: times.n(),
        mean: Some(times.mean()),
        sd: times.sd(),
    })
}

/// The wider of the observations' and the staff's interval.
fn report(norm: Option<f64>, observed: Option<(Interval, Method)>, staff: Staff) -> Result<Reported, Unreliable> {
    let (interval, method) = observed.ok_or(Unreliable::NoSpread)?;
    let (interval, method) = match staff {
        Staff::Known { interval: whole, .. } if whole.width() > interval.width() => (whole, Method::OperatorMeans),
        _ => (interval, method),
    };
    let percent = norm.and_then(|norm| finite(100.0 * interval.half_width() / norm)).ok_or(Unreliable::NoSpread)?;
    Ok(Reported { interval, method, precision_percent: percent })
}
