//! How much of a study was left out, and whether so much that it should be repeated.
//!
//! An observation goes out by a person's decision with a reason, never by a rule. Where many went out, what is left is no
//! longer a sample of the work, and no calculation mends that.

use super::count::number_of;
use super::describe::finite;

/// Share of excluded observations above which a study should be repeated, in %.
pub const REPEAT_ABOVE_PERCENT: u64 = 5;

/// Share of observations that were excluded, and what follows from it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Exclusion {
    /// Excluded observations among all, 0 to 1; `None` where there are none at all.
    pub share: Option<f64>,
    /// Whether more than [`REPEAT_ABOVE_PERCENT`] were: then the study should be repeated.
    pub repeat: bool,
}

/// What is to be said about the excluded observations of a study; exactly 5 % is not above 5 %.
///
/// ```
/// use norma::statistics::exclusion::exclusion;
/// let one_of_twenty = exclusion(19, 1);
/// assert_eq!((one_of_twenty.share, one_of_twenty.repeat), (Some(0.05), false));
/// assert!(exclusion(37, 2).repeat);
/// assert_eq!((exclusion(0, 0).share, exclusion(0, 0).repeat), (None, false));
/// ```
#[must_use]
pub fn exclusion(kept: u64, excluded: u64) -> Exclusion {
    let all = kept.saturating_add(excluded);
    let share = finite(number_of(excluded) / number_of(all));
    let repeat = u128::from(excluded) * 100 > u128::from(all) * u128::from(REPEAT_ABOVE_PERCENT);
    Exclusion { share, repeat }
}
