//! Quantiles and tails of Student's t, the normal and the F distribution, over `statrs`.
//!
//! Above 5 000 degrees of freedom the t quantile is the Cornish–Fisher series: there the library's inverse of the
//! incomplete beta loses digits (10⁵ degrees: the sixth) and above 10⁷ it does not end.

use super::describe::finite;
use statrs::distribution::{ContinuousCDF, StudentsT};
use statrs::function::beta::checked_beta_reg;
use statrs::function::erf::erfc_inv;
use statrs::function::gamma::checked_gamma_ur;
use std::f64::consts::SQRT_2;

/// From here on the series is exact to 10⁻¹² and the library is not.
const SERIES_FROM: f64 = 5_000.0;

/// The value that a t variable of the given degrees of freedom exceeds with probability `tail` (0 < tail ≤ 0.5).
/// `None` below one degree of freedom.
///
/// ```
/// use norma::statistics::distribution::t_upper;
/// assert!((t_upper(9.0, 0.025).unwrap() - 2.262_157_162_798_204).abs() < 1e-12);
/// assert!((t_upper(1e9, 0.025).unwrap() - 1.959_963_987).abs() < 1e-8);
/// assert_eq!(t_upper(0.0, 0.025), None);
/// ```
#[must_use]
pub fn t_upper(degrees: f64, tail: f64) -> Option<f64> {
    if degrees.is_nan() || degrees < 1.0 || !(tail > 0.0 && tail <= 0.5) {
        return None;
    }
    if degrees >= SERIES_FROM {
        return normal_upper(tail).map(|z| series(z, degrees)).and_then(finite);
    }
    let student = StudentsT::new(0.0, 1.0, degrees).ok()?;
    finite(-student.inverse_cdf(tail))
}

/// Cornish–Fisher expansion of the t quantile around the normal one (Abramowitz & Stegun 26.7.5).
fn series(z: f64, degrees: f64) -> f64 {
    let square = z * z;
    let g1 = (square + 1.0) * z / 4.0;
    let g2 = ((5.0 * square + 16.0) * square + 3.0) * z / 96.0;
    let g3 = (((3.0 * square + 19.0) * square + 17.0) * square - 15.0) * z / 384.0;
    let g4 = ((((79.0 * square + 776.0) * square + 1482.0) * square - 1920.0) * square - 945.0) * z / 92_160.0;
    z + (g1 + (g2 + (g3 + g4 / degrees) / degrees) / degrees) / degrees
}

/// The value that a standard normal variable exceeds with probability `tail`.
///
/// ```
/// let z = norma::statistics::distribution::normal_upper(0.025).unwrap();
/// assert!((z - 1.959_963_984_540_054).abs() < 1e-12);
/// ```
#[must_use]
pub fn normal_upper(tail: f64) -> Option<f64> {
    finite(SQRT_2 * erfc_inv(2.0 * tail))
}

/// P(Z ≤ z) of the standard normal distribution.
///
/// ```
/// use norma::statistics::distribution::normal_below;
/// assert!((normal_below(1.0) - 0.841_344_746_068_542_9).abs() < 1e-14);
/// assert!((normal_below(-1.0) - 0.158_655_253_931_457_05).abs() < 1e-14);
/// ```
#[must_use]
pub fn normal_below(z: f64) -> f64 {
    let tail = normal_two_sided(z) / 2.0;
    if z > 0.0 { 1.0 - tail } else { tail }
}

/// Two-sided normal p of a z score.
///
/// ```
/// let p = norma::statistics::distribution::normal_two_sided(1.959_963_984_540_054);
/// assert!((p - 0.05).abs() < 1e-14);
/// ```
#[must_use]
pub fn normal_two_sided(z: f64) -> f64 {
    // Q(1/2, z²/2) is exact to 14 digits where the library's erfc has 10.
    let half_square = z * z / 2.0;
    if half_square > 0.0 { checked_gamma_ur(0.5, half_square).unwrap_or(0.0) } else { 1.0 }
}

/// P(F > ratio) with the given degrees of freedom above and below.
///
/// ```
/// // F tables: the 5 % point of F(3, 20) is 3.098.
/// let p = norma::statistics::distribution::f_above(3.098, 3.0, 20.0).unwrap();
/// assert!((p - 0.05).abs() < 1e-4);
/// ```
#[must_use]
pub fn f_above(ratio: f64, above: f64, below: f64) -> Option<f64> {
    if !(ratio >= 0.0 && above > 0.0 && below > 0.0) {
        return None;
    }
    let share = finite(below / (above * ratio + below))?;
    checked_beta_reg(below / 2.0, above / 2.0, share).ok().and_then(finite)
}
