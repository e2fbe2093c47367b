//! How many observations, tickets and operators a precision asks for.
//!
//! The ILO/Barnes figure and the iterated t figure are shown for the record, as lower bounds: a rule that promises
//! ±5 % delivers it in 55–93 % of studies, because it trusts a pilot that may have met no hard case.

use super::count::{ceiling, number, number_of};
use super::describe::{Moments, finite};
use super::distribution::{normal_upper, t_upper};
use super::interval::TAIL;

/// Observations by the method of the ILO and Barnes (Introduction to Work Study, 4th ed., ch. 21),
/// ⌈(factor·√(nΣx² − (Σx)²)/Σx)²⌉ at 95.45 %: factor 40 for ±5 %, 20 for ±10 %. `None` where the mean is 0 or
/// there is no spread.
///
/// ```
/// use norma::statistics::{describe::Moments, sample_size::ilo};
/// // The ILO's worked example: five readings with Σx = 33 and Σx² = 219 ask for 8.81, so 9.
/// let readings = [7.0, 6.0, 7.0, 7.0, 6.0];
/// assert_eq!(ilo(&Moments::of(&readings).unwrap(), 40.0), Some(9));
/// ```
#[must_use]
pub fn ilo(moments: &Moments, factor: f64) -> Option<u64> {
    moments.spread()?;
    let spread = moments.squares()? / number(moments.n());
    ceiling(factor * factor * spread / (moments.mean() * moments.mean()))
}

/// The smallest N ≥ 2 with N ≥ (t₀.₉₇₅,ₙ₋₁·cv/precision)², N on both sides. `cv` is the coefficient of variation,
/// `precision` the half-width as a share of the mean (0.05 for ±5 %). `None` where one of them is not above 0.
///
/// ```
/// use norma::statistics::sample_size::iterated_t;
/// assert_eq!(iterated_t(0.2, 0.1), Some(18));
/// assert_eq!(iterated_t(0.0, 0.1), None);
/// ```
#[must_use]
pub fn iterated_t(cv: f64, precision: f64) -> Option<u64> {
    let ratio = finite(cv.abs() / precision).filter(|ratio| *ratio > 0.0)?;
    let z = normal_upper(TAIL)?;
    let mut n = ceiling((z * ratio).powi(2))?.max(2);
    // t exceeds z by less than (z³ + z)/(3 df) here, so a handful of steps is enough: the bound is a guard.
    for _ in 0..64 {
        let size = number_of(n);
        if size >= (t_upper(size - 1.0, TAIL)? * ratio).powi(2) {
            return Some(n);
        }
        n += 1;
    }
    Some(n)
}

/// One class as the allocation sees it: its share of all actions, and the standard deviation of its times in seconds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Layer {
    /// Share W of all actions, from 0 to 1.
    pub weight: f64,
    /// Standard deviation s, seconds.
    pub sd: f64,
}

/// Neyman's allocation (1934; Cochran, Sampling Techniques, 3rd ed., 5.5): nₕ = Wₕsₕ·ΣWs/D observations of each
/// class, so that ΣW²s²/n ≤ D, the variance that may be spent (seconds²). `None` where D is not above 0: then no
/// number of observations is enough, and more tickets are needed.
///
/// ```
/// use norma::statistics::sample_size::{Layer, neyman};
/// let layers = [Layer { weight: 0.9, sd: 40.0 }, Layer { weight: 0.1, sd: 200.0 }];
/// // Σ W s = 56; n = 36·56/16 and 20·56/16.
/// assert_eq!(neyman(&layers, 16.0), Some(vec![126, 70]));
/// ```
#[must_use]
pub fn neyman(layers: &[Layer], variance: f64) -> Option<Vec<u64>> {
    if variance.is_nan() || variance <= 0.0 {
        return None;
    }
    let total: f64 = layers.iter().map(|layer| layer.weight * layer.sd).sum();
    layers.iter().map(|layer| ceiling(layer.weight * layer.sd * total / variance)).collect()
}

/// Tickets to count the hard share W on, N ≥ 8·W(1−W)·(Δ/(e·m))²: half of the error budget is left to the times.
/// `difference` is the mean of the hard less the mean of the regular, `mean` the norm's (both seconds),
/// `precision` e as a share of the mean.
///
/// ```
/// // 7 % hard cases of 900 s among regular ones of 100 s, ±10 %.
/// use norma::statistics::sample_size::tickets;
/// assert_eq!(tickets(0.07, 800.0, 156.0, 0.10), Some(1370));
/// ```
#[must_use]
pub fn tickets(hard_share: f64, difference: f64, mean: f64, precision: f64) -> Option<u64> {
    ceiling(8.0 * hard_share * (1.0 - hard_share) * (difference / (precision * mean)).powi(2))
}

/// Operators whose means must be known, the smallest k ≥ 2 with k ≥ (t₀.₉₇₅,ₖ₋₁·τ/e)²: `spread` τ is the standard
/// deviation between operators' means as a share of their mean, `precision` e.
///
/// ```
/// // A spread of 20 % between people, ±10 %: eighteen people.
/// assert_eq!(norma::statistics::sample_size::operators(0.2, 0.1), Some(18));
/// ```
#[must_use]
pub fn operators(spread: f64, precision: f64) -> Option<u64> {
    iterated_t(spread, precision)
}
