//! The elements of an observation: where one ends and the next begins, on both clocks.
//!
//! Invariant: element times are above zero and add up to the observation's duration to the millisecond, whichever
//! clock a person decided for; where that can't be, there are none.
//!
//! Each element is known by both clocks, so a difference between them is the element's in which it arose. Only where
//! the wall clock went back by more than an element lasted does nothing say how long that one was: then the times are
//! the stopwatch's and the last element takes the difference.
//!
//! Deliberately lacks: what the elements are (codes of the catalogue come with the choice).

use serde::{Deserialize, Serialize};

use super::run::{Clock, Reading, Taken};

/// How long an element took, pauses taken out, by both clocks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ElementLength {
    /// The element's code.
    pub element: String,
    /// By the monotonic clock, in milliseconds.
    pub monotonic_ms: i64,
    /// By the wall clock, in milliseconds.
    pub wall_ms: i64,
}

/// The elements of an observation while it is timed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// The place of the element being timed, from 0; the number of elements once all have ended.
    pub at: usize,
    /// The times so far in milliseconds: of those that ended, and of the one being timed.
    pub lengths_ms: Vec<i64>,
}

/// The elements by name: breaks are positions without pauses, `end` is where the last one ends. One that was not
/// reached, or begun at the very end, is absent.
pub(super) fn lengths(names: &[String], breaks: &[Reading], end: Reading, clock: Clock) -> Vec<ElementLength> {
    let mut from = Reading::default();
    let mut found = Vec::new();
    for (name, to) in names.iter().zip(breaks.iter().copied().chain([end])) {
        let length = to.since(from);
        if to != end || length.by(clock) > 0 {
            found.push(ElementLength {
                element: name.clone(),
                monotonic_ms: length.monotonic_ms,
                wall_ms: length.wall_ms,
            });
        }
        from = to;
    }
    // By one clock nothing may have passed, and a person may yet decide for the other: then it is the first one's time.
    if let (true, Some(first)) = (found.is_empty(), names.first()) {
        found.push(ElementLength { element: first.clone(), monotonic_ms: end.monotonic_ms, wall_ms: end.wall_ms });
    }
    found
}

/// The times of an observation's elements in milliseconds, which add up to its duration; none where it was timed as a whole.
pub(super) fn times(taken: &Taken) -> Vec<(String, i64)> {
    let by_wall = taken.clock == Clock::Wall && taken.elements.iter().all(|one| one.wall_ms > 0);
    let own = |one: &ElementLength| if by_wall { one.wall_ms } else { one.monotonic_ms };
    let lengths: Vec<i64> = taken.elements.iter().map(own).collect();
    let names = taken.elements.iter().map(|one| one.element.clone());
    names.zip(fitted(&lengths, taken.duration_ms)).collect()
}

/// Lengths above zero that add up to `total`: each keeps its own as far as it goes, the last takes the difference.
fn fitted(lengths: &[i64], total: i64) -> Vec<i64> {
    let count = i64::try_from(lengths.len()).unwrap_or(i64::MAX);
    if total < count {
        return Vec::new();
    }
    let (mut left, mut after, mut shares) = (total, count, Vec::with_capacity(lengths.len()));
    for length in lengths {
        after -= 1;
        let share = if after == 0 { left } else { (*length).clamp(1, left - after) };
        left -= share;
        shares.push(share);
    }
    shares
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_last_takes_the_difference() {
        assert_eq!(fitted(&[10, 20, 30], 60), [10, 20, 30]);
        assert_eq!(fitted(&[10, 20, 30], 65), [10, 20, 35]);
        assert_eq!(fitted(&[10, 20, 30], 32), [10, 20, 2]);
        assert_eq!(fitted(&[10, 20, 30], 25), [10, 14, 1]);
        assert_eq!(fitted(&[10, -20, 30], 25), [10, 1, 14]);
        assert_eq!(fitted(&[10, 20, 30], 3), [1, 1, 1]);
        assert_eq!(fitted(&[10, 20, 30], 2), [0_i64; 0]);
        assert_eq!(fitted(&[], 20), [0_i64; 0]);
    }

    proptest! {
        #[test]
        fn what_is_fitted_adds_up(lengths in prop::collection::vec(-50_i64..500, 1..8), total in -10_i64..4_000) {
            let shares = fitted(&lengths, total);
            if shares.is_empty() {
                prop_assert!(total < i64::try_from(lengths.len()).unwrap());
            } else {
                prop_assert_eq!(shares.iter().sum::<i64>(), total);
                prop_assert!(shares.len() == lengths.len() && shares.iter().all(|share| *share > 0));
            }
        }
    }
}
