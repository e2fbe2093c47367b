//! Charts after the order (`drift`), NIST's data sets (`nist`), worked examples of
//! textbooks (`reference`), the program's own rules (`rules`), studies (`studies`), and
//! properties over random data (`properties`; the seed is printed on failure).
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::cast_precision_loss, reason = "tests")]

mod drift;
mod nist;
mod properties;
mod reference;
mod rules;
mod studies;

/// The value is there and within the tolerance.
#[track_caller]
pub fn close(value: Option<f64>, expected: f64, tolerance: f64) {
    let value = value.unwrap_or(f64::NAN);
    assert!((value - expected).abs() <= tolerance, "{value} instead of {expected}");
}
