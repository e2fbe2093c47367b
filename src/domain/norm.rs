//! From observations to a norm: integer arithmetic to the end, rounded once.
//!
//! Observed time → normal time = observed × rating/100 → standard time = normal time × (1 + allowance).
//! With hard cases at share `p` the normal time is (1−p)·mean(regular) + p·mean(hard) (post-stratified
//! mean; Cochran, *Sampling Techniques*, 1977, §5A.9). Invariant: no float takes part; intervals and
//! flags are the statistics' business and only inform.

use super::allowance::Convention;
use super::study::{CaseClass, Observation};
use super::units::{BasisPoints, CentiMinutes, Fraction, Overflow};

/// Where the hard-case share of a norm comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HardShare {
    /// The study's own share: the plain mean of all kept observations.
    OfStudy,
    /// A share counted over tickets, or declared with its source.
    Given {
        /// Hard cases of all, in basis points.
        share: BasisPoints,
    },
    /// Counted over logged decisions: hard of all.
    Counted {
        /// Decisions marked as a hard case.
        hard: i64,
        /// All decisions of the action.
        all: i64,
    },
}

/// What a norm is computed from: kept observations by class.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct KeptTimes {
    /// Kept regular observations.
    pub regular_count: i64,
    /// Σ duration × rating of the regular ones, in ms × basis points.
    pub regular_sum: i128,
    /// Kept hard cases.
    pub hard_count: i64,
    /// Σ duration × rating of the hard cases, in ms × basis points.
    pub hard_sum: i128,
    /// Observations excluded with a reason.
    pub excluded: i64,
}

impl KeptTimes {
    /// Sums the kept observations of a study by class.
    #[must_use]
    pub fn of(observations: &[Observation]) -> Self {
        observations.iter().fold(Self::default(), |mut times, observation| {
            let rated = i128::from(observation.duration.0) * i128::from(observation.rating.0);
            match observation.kept_as() {
                Some(CaseClass::Regular) => {
                    times.regular_count += 1;
                    times.regular_sum += rated;
                }
                Some(CaseClass::Hard) => {
                    times.hard_count += 1;
                    times.hard_sum += rated;
                }
                None => times.excluded += 1,
            }
            times
        })
    }

    /// All kept observations.
    #[must_use]
    pub fn count(&self) -> i64 {
        self.regular_count + self.hard_count
    }

    /// The times without one of the observations they were summed from.
    #[must_use]
    pub fn without(&self, observation: &Observation) -> Self {
        let one = Self::of(std::slice::from_ref(observation));
        Self {
            regular_count: self.regular_count - one.regular_count,
            regular_sum: self.regular_sum - one.regular_sum,
            hard_count: self.hard_count - one.hard_count,
            hard_sum: self.hard_sum - one.hard_sum,
            excluded: self.excluded - one.excluded,
        }
    }

    /// Mean of all kept observations alike, in seconds; for drawing only.
    #[must_use]
    pub fn mean_seconds(&self) -> Option<f64> {
        mean_seconds(self.regular_sum + self.hard_sum, self.count())
    }

    /// Mean of the regular ones, in seconds; for drawing only.
    #[must_use]
    pub fn regular_mean_seconds(&self) -> Option<f64> {
        mean_seconds(self.regular_sum, self.regular_count)
    }

    /// Mean of the hard cases, in seconds; for drawing only.
    #[must_use]
    pub fn hard_mean_seconds(&self) -> Option<f64> {
        mean_seconds(self.hard_sum, self.hard_count)
    }
}

/// A sum in ms × basis points over a count, in seconds.
#[expect(clippy::cast_precision_loss, reason = "for drawing; the norm itself is integer arithmetic to the end")]
fn mean_seconds(sum: i128, count: i64) -> Option<f64> {
    (count > 0).then(|| sum as f64 / (count as f64 * 10_000_000.0))
}

/// Why no norm comes of a study.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoNorm {
    /// Nothing is kept.
    #[error("no observation is kept")]
    NothingKept,
    /// A share of hard cases above zero is given, but none was timed.
    #[error("a hard-case share is given, but the study holds no hard case")]
    NoHardCase,
    /// A share below 100 % is given, but no regular case was timed.
    #[error("a hard-case share below 100 % is given, but the study holds no regular case")]
    NoRegularCase,
    /// The share is not within 0 … 100 %.
    #[error("a share lies between 0 and 100 %")]
    BadShare,
    /// A value left its range.
    #[error(transparent)]
    Overflow(#[from] Overflow),
}

/// The normal time (observed × rating), in milliseconds, exact.
pub fn normal_time(times: &KeptTimes, share: HardShare) -> Result<Fraction, NoNorm> {
    if times.count() == 0 {
        return Err(NoNorm::NothingKept);
    }
    let (hard, all) = match share {
        HardShare::OfStudy => {
            let sum = times.regular_sum + times.hard_sum;
            return Ok(Fraction::new(sum, i128::from(times.count()) * 10_000)?);
        }
        HardShare::Given { share } => (share.0, 10_000),
        HardShare::Counted { hard, all } => (hard, all),
    };
    if all <= 0 || hard < 0 || hard > all {
        return Err(NoNorm::BadShare);
    }
    let part = |sum: i128, count: i64, weight: i64, missing: NoNorm| match (weight, count) {
        (0, _) => Ok(Fraction::whole(0)),
        (_, 0) => Err(missing),
        _ => {
            let mean = Fraction::new(sum, i128::from(count) * 10_000)?;
            Ok(mean.times(Fraction::new(i128::from(weight), i128::from(all))?)?)
        }
    };
    let regular = part(times.regular_sum, times.regular_count, all - hard, NoNorm::NoRegularCase)?;
    let hard = part(times.hard_sum, times.hard_count, hard, NoNorm::NoHardCase)?;
    Ok(regular.plus(hard)?)
}

/// The standard time in hundredths of a minute, exact: normal time × (1 + allowance).
///
/// ```
/// use norma::domain::norm::standard_time;
/// use norma::domain::units::{BasisPoints, Fraction};
/// // 4.00 min of normal time with an allowance of 10 % are 4.40 min.
/// let standard = standard_time(Fraction::whole(240_000), BasisPoints(1_000)).unwrap();
/// assert_eq!(standard.round_half_even(), Ok(440));
/// ```
pub fn standard_time(normal: Fraction, allowance: BasisPoints) -> Result<Fraction, Overflow> {
    standard_time_by(normal, Convention::Normal, allowance)
}

/// The standard time in hundredths of a minute, exact, by the convention its allowance is a share of.
///
/// ```
/// use norma::domain::allowance::Convention;
/// use norma::domain::norm::standard_time_by;
/// use norma::domain::units::{BasisPoints, Fraction};
/// // 3.60 min of normal time with an allowance of 10 % of the shift are 4.00 min.
/// let standard = standard_time_by(Fraction::whole(216_000), Convention::Shift, BasisPoints(1_000)).unwrap();
/// assert_eq!(standard.round_half_even(), Ok(400));
/// ```
pub fn standard_time_by(
    normal: Fraction,
    convention: Convention,
    allowance: BasisPoints,
) -> Result<Fraction, Overflow> {
    normal.times(convention.factor(allowance)?)?.times(Fraction::new(1, i128::from(CentiMinutes::MILLIS))?)
}

/// The normal time that a standard time (in hundredths of a minute) rests on, in milliseconds, exact: the allowance
/// taken out again.
pub fn normal_of(standard: Fraction, convention: Convention, allowance: BasisPoints) -> Result<Fraction, Overflow> {
    standard.over(convention.factor(allowance)?)?.times(Fraction::whole(CentiMinutes::MILLIS))
}

/// The norm: standard time rounded half-even to 0.01 min, at least 0.01.
pub fn norm(standard: Fraction) -> Result<CentiMinutes, Overflow> {
    Ok(CentiMinutes(standard.round_half_even()?.max(1)))
}

/// A decision's weight = norm × boost, rounded half-even to 0.01 min.
///
/// ```
/// use norma::domain::norm::weight;
/// use norma::domain::units::{BasisPoints, CentiMinutes};
/// assert_eq!(weight(CentiMinutes(435), BasisPoints(15_000)), Ok(CentiMinutes(652)));
/// assert_eq!(weight(CentiMinutes(420), BasisPoints(15_000)), Ok(CentiMinutes(630)));
/// ```
pub fn weight(norm: CentiMinutes, boost: BasisPoints) -> Result<CentiMinutes, Overflow> {
    let product = i128::from(norm.0) * i128::from(boost.0);
    Fraction::new(product, 10_000)?.round_half_even().map(CentiMinutes)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Set 2 of the worked month: rated means 3.20 and 19.20 min, 70 hard of 1 400.
    #[test]
    fn a_two_part_norm_weighs_the_classes_at_their_real_frequency() {
        let times = KeptTimes {
            regular_count: 2,
            regular_sum: 2 * 192_000 * 10_000,
            hard_count: 1,
            hard_sum: 1_152_000 * 10_000,
            excluded: 0,
        };
        let check = |share, expected| {
            let normal = normal_time(&times, share).unwrap();
            let standard = standard_time(normal, BasisPoints(1_000)).unwrap();
            assert_eq!(norm(standard).unwrap(), CentiMinutes(expected), "{share:?}");
        };
        check(HardShare::Given { share: BasisPoints(500) }, 440);
        check(HardShare::Counted { hard: 70, all: 1_400 }, 440);
        check(HardShare::Given { share: BasisPoints(0) }, 352);
        check(HardShare::OfStudy, 939);
    }

    #[test]
    fn the_allowance_comes_out_as_it_went_in() {
        let normal = Fraction::new(1_234_567, 8).unwrap();
        for convention in [Convention::Normal, Convention::Shift] {
            let allowance = BasisPoints(1_250);
            let standard = standard_time_by(normal, convention, allowance).unwrap();
            assert_eq!(normal_of(standard, convention, allowance), Ok(normal), "{convention:?}");
        }
    }

    #[test]
    fn the_worked_month_rounds_as_it_says() {
        let check = |minutes_cmin_tenths: i128, expected: i64| {
            let normal = Fraction::new(minutes_cmin_tenths * 60, 1).unwrap();
            let standard = standard_time(normal, BasisPoints(1_000)).unwrap();
            assert_eq!(norm(standard).unwrap(), CentiMinutes(expected));
        };
        check(5_270, 580);
        check(7_360, 810);
        check(3_955, 435);
    }

    #[test]
    fn a_share_without_its_class_is_refused() {
        let times = KeptTimes { regular_count: 1, regular_sum: 600_000, ..KeptTimes::default() };
        let given = |share| normal_time(&times, HardShare::Given { share: BasisPoints(share) });
        assert_eq!(given(500), Err(NoNorm::NoHardCase));
        assert_eq!(given(-1), Err(NoNorm::BadShare));
        assert_eq!(normal_time(&KeptTimes::default(), HardShare::OfStudy), Err(NoNorm::NothingKept));
    }

    #[test]
    fn a_norm_is_at_least_a_hundredth() {
        assert_eq!(norm(Fraction::new(1, 1_000).unwrap()).unwrap(), CentiMinutes(1));
    }
}
