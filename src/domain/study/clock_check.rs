//! The clock check of a study: does what was written down fill the time that passed?
//!
//! The observer sits beside one operator for a *sitting*. Every minute of it was observed, or paused with a reason,
//! or is unaccounted for: elapsed = observed + paused + unaccounted. More than 2 % unaccounted says that something
//! was done and not written down, or written down twice (ILO, *Introduction to Work Study*, 4th ed., ch. 21, and
//! Barnes, *Motion and Time Study*: the recorded times are checked against the elapsed one).
//!
//! Invariant: the four parts always add up. Deliberately lacks: whose the sitting is, and where it is stored.

use std::collections::BTreeMap;

use crate::domain::instant::Instant;
use crate::domain::units::Millis;

/// Above this share of the elapsed time, in basis points, the unaccounted time is warned about.
pub const TOLERATED_BP: i64 = 200;

/// What was recorded for an operator: an observation's start, its length and the pauses taken out of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recorded {
    /// Wall-clock start.
    pub started_at: Instant,
    /// Observed time.
    pub observed: Millis,
    /// Pauses taken out.
    pub paused: Millis,
}

impl Recorded {
    fn length(&self) -> i64 {
        self.observed.0.saturating_add(self.paused.0)
    }
}

/// The parts of a stretch of time that was sat through.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ClockCheck {
    /// From the start to the end.
    pub elapsed: Millis,
    /// Timed as observations, excluded ones included.
    pub observed: Millis,
    /// Pauses, within observations and between them.
    pub paused: Millis,
}

impl ClockCheck {
    /// The check of one sitting: the operator's observations that began in it, and the pauses between them.
    ///
    /// ```
    /// use norma::domain::instant::Instant;
    /// use norma::domain::study::clock_check::{ClockCheck, Recorded};
    /// use norma::domain::units::Millis;
    /// let at = |minute: i64| Instant::from_millis(minute * 60_000).unwrap();
    /// let one = Recorded { started_at: at(0), observed: Millis(25 * 60_000), paused: Millis(60_000) };
    /// let two = Recorded { started_at: at(27), observed: Millis(12 * 60_000), paused: Millis(0) };
    /// let check = ClockCheck::of(at(0), at(40), &[one, two], Millis(60_000));
    /// assert_eq!(check.unaccounted(), Millis(60_000));
    /// assert!(check.exceeds(), "1 of 40 minutes is 2.5 %");
    /// ```
    ///
    /// Of observations that begin at the same instant the longest counts: the others were taken back, and the same
    /// performance timed on.
    #[must_use]
    pub fn of(started_at: Instant, ended_at: Instant, recorded: &[Recorded], between: Millis) -> Self {
        let mut within: BTreeMap<Instant, &Recorded> = BTreeMap::new();
        for one in recorded.iter().filter(|one| one.started_at >= started_at && one.started_at < ended_at) {
            let longest = within.entry(one.started_at).or_insert(one);
            if one.length() > longest.length() {
                *longest = one;
            }
        }
        let (observed, paused) = within.values().fold((0_i64, between.0), |(observed, paused), one| {
            (observed.saturating_add(one.observed.0), paused.saturating_add(one.paused.0))
        });
        let elapsed = ended_at.millis().saturating_sub(started_at.millis());
        Self { elapsed: Millis(elapsed), observed: Millis(observed), paused: Millis(paused) }
    }

    /// Both together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        let plus = |a: Millis, b: Millis| Millis(a.0.saturating_add(b.0));
        Self {
            elapsed: plus(self.elapsed, other.elapsed),
            observed: plus(self.observed, other.observed),
            paused: plus(self.paused, other.paused),
        }
    }

    /// What is left of the elapsed time; below zero where more was recorded than passed.
    #[must_use]
    pub fn unaccounted(self) -> Millis {
        Millis(self.elapsed.0.saturating_sub(self.observed.0).saturating_sub(self.paused.0))
    }

    /// Whether more than 2 % is unaccounted for, or recorded twice.
    #[must_use]
    pub fn exceeds(self) -> bool {
        let unaccounted = i128::from(self.unaccounted().0).abs();
        unaccounted * 10_000 > i128::from(self.elapsed.0) * i128::from(TOLERATED_BP)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(ms: i64) -> Instant {
        Instant::from_millis(ms).unwrap()
    }

    fn recorded(start: i64, observed: i64, paused: i64) -> Recorded {
        Recorded { started_at: at(start), observed: Millis(observed), paused: Millis(paused) }
    }

    #[test]
    fn two_per_cent_are_tolerated_and_a_millisecond_more_is_not() {
        let check = |observed| ClockCheck::of(at(0), at(10_000), &[recorded(0, observed, 0)], Millis(0)).exceeds();
        assert!(!check(9_800));
        assert!(check(9_799));
        assert!(!check(10_200), "recorded twice, within tolerance");
        assert!(check(10_201), "more was recorded than passed");
    }

    #[test]
    fn only_what_began_in_the_sitting_counts() {
        let all = [recorded(-1, 5, 0), recorded(0, 40, 10), recorded(99, 30, 0), recorded(100, 7, 7)];
        let check = ClockCheck::of(at(0), at(100), &all, Millis(5));
        assert_eq!((check.observed.0, check.paused.0, check.unaccounted().0), (70, 15, 15));
    }

    #[test]
    fn what_was_taken_back_and_timed_on_counts_once() {
        let all = [recorded(0, 30, 0), recorded(0, 70, 10), recorded(0, 60, 0), recorded(80, 20, 0)];
        let check = ClockCheck::of(at(0), at(100), &all, Millis(0));
        assert_eq!((check.observed.0, check.paused.0, check.unaccounted().0), (90, 10, 0));
    }

    #[test]
    fn the_parts_always_add_up() {
        for seed in 0..200_i64 {
            let list: Vec<Recorded> =
                (0..seed % 7).map(|n| recorded(n * 13 % 90, (n * seed * 31) % 50, n * 7 % 20)).collect();
            let one = ClockCheck::of(at(0), at(100), &list, Millis(seed % 11));
            let both = one.and(ClockCheck::of(at(200), at(250 + seed), &[], Millis(3)));
            assert_eq!(both.elapsed.0, both.observed.0 + both.paused.0 + both.unaccounted().0);
        }
        assert!(!ClockCheck::default().exceeds(), "no time, nothing to account for");
    }
}
