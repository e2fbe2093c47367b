//! Counts as `f64` and back: the one place of the module where a lossy cast is allowed.
//!
//! A count stays below 2⁵³ (a file of that many durations does not exist), so the casts lose nothing; each
//! function guards its own range and says so.

/// Largest integer up to which every count is exact in an `f64`: 2⁵³.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// A count as a number to calculate with.
///
/// ```
/// assert_eq!(norma::statistics::count::number(30).to_bits(), 30.0_f64.to_bits());
/// ```
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "a slice length is far below 2^53")]
pub const fn number(count: usize) -> f64 {
    count as f64
}

/// A count of tickets or people as a number to calculate with.
///
/// ```
/// assert_eq!(norma::statistics::count::number_of(5_000).to_bits(), 5_000.0_f64.to_bits());
/// ```
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "a count of things people did is far below 2^53")]
pub const fn number_of(count: u64) -> f64 {
    count as f64
}

/// A signed score (Mann–Kendall's S) as a number; up to n = 10⁸ it is exact.
///
/// ```
/// assert_eq!(norma::statistics::count::score(-8).to_bits(), (-8.0_f64).to_bits());
/// ```
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "|S| < n^2 / 2, below 2^53 for n up to 10^8")]
pub const fn score(score: i64) -> f64 {
    score as f64
}

/// A slice length as the `u64` that reports carry.
///
/// ```
/// assert_eq!(norma::statistics::count::whole([1.0, 2.0].len()), 2);
/// ```
#[must_use]
pub fn whole(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}

/// The smallest whole number not below `value`, where rounding noise of one part in 10¹² is not a reason for one
/// more observation. `None` for what is negative, not finite, or above 2⁵³.
///
/// ```
/// use norma::statistics::count::ceiling;
/// assert_eq!(ceiling(399.2), Some(400));
/// assert_eq!(ceiling(400.000_000_000_000_1), Some(400));
/// assert_eq!(ceiling(f64::INFINITY), None);
/// ```
#[must_use]
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the range is checked: 0 to 2^53, and the value is whole"
)]
pub fn ceiling(value: f64) -> Option<u64> {
    let slack = 1e-12 * value.abs();
    let whole = (value - slack).ceil();
    (0.0..=EXACT).contains(&whole).then_some(whole.max(0.0) as u64)
}

/// The nearest whole number, half to even. `None` for what is not finite, or beyond ±2⁵³.
///
/// ```
/// use norma::statistics::count::nearest;
/// assert_eq!((nearest(2.5), nearest(-3.5), nearest(f64::NAN)), (Some(2), Some(-4), None));
/// ```
#[must_use]
#[expect(clippy::cast_possible_truncation, reason = "the range is checked, and the value is whole")]
pub fn nearest(value: f64) -> Option<i64> {
    let whole = value.round_ties_even();
    (-EXACT..=EXACT).contains(&whole).then_some(whole as i64)
}

/// The whole part of a position in a sorted slice of `length` values, held inside it, and what is left over.
///
/// ```
/// use norma::statistics::count::position;
/// assert_eq!(position(2.25, 5), (2, 0.25));
/// // Held inside the slice.
/// assert_eq!(position(9.0, 5), (4, 0.0));
/// ```
#[must_use]
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the position is clamped to 0..length-1 first"
)]
pub fn position(value: f64, length: usize) -> (usize, f64) {
    let held = value.clamp(0.0, number(length.saturating_sub(1)));
    let below = held.floor();
    (below as usize, held - below)
}
