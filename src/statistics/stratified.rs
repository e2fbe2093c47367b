//! The class-weighted mean: Σ W·x̄ with its variance, Satterthwaite's degrees of freedom and the share's own error.
//!
//! W is known without the stopwatch (tickets counted, or declared). Left out of the variance, the error of W takes
//! the coverage of a 95 % interval down to 50–93 %: so it is in wherever the number of tickets is known.

use super::count::{number, number_of};
use super::describe::{Moments, finite};
use super::distribution::t_upper;
use super::interval::{Interval, TAIL};

/// How far the weights' sum may lie from 1.
const WEIGHT_TOLERANCE: f64 = 1e-6;

/// One class: its share of all actions, and the moments of its observed times (`None` where none was observed).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stratum {
    /// Share W of all actions, from 0 to 1; the shares of all classes add up to 1.
    pub weight: f64,
    /// Moments of the times, seconds.
    pub times: Option<Moments>,
}

/// The class-weighted mean and what is known of its error.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stratified {
    /// Σ W·x̄, seconds.
    pub mean: f64,
    /// Σ W²s²/n, seconds²; `None` where a class with weight has fewer than two observations.
    pub within: Option<f64>,
    /// The variance that the counting of W adds, seconds²; 0 where the number of tickets is unknown.
    pub of_weights: f64,
    /// Satterthwaite's degrees of freedom of `within + of_weights`.
    pub degrees: Option<f64>,
}

impl Stratified {
    /// Σ W²s²/n + the share's own variance, seconds².
    ///
    /// ```
    /// use norma::statistics::stratified::Stratified;
    /// let estimate = Stratified { mean: 171.0, within: Some(127.0), of_weights: 59.0, degrees: Some(3.2) };
    /// assert_eq!(estimate.variance(), Some(186.0));
    /// ```
    #[must_use]
    pub fn variance(&self) -> Option<f64> {
        self.within.map(|within| within + self.of_weights)
    }

    /// 95 % interval by t with Satterthwaite's degrees of freedom; `None` without spread.
    ///
    /// ```
    /// use norma::statistics::stratified::Stratified;
    /// let estimate = Stratified { mean: 100.0, within: Some(16.0), of_weights: 9.0, degrees: Some(30.0) };
    /// // t₀.₉₇₅ of 30 degrees is 2.042 272, the standard error 5.
    /// assert!((estimate.interval().unwrap().high - 110.211_362).abs() < 1e-6);
    /// ```
    #[must_use]
    pub fn interval(&self) -> Option<Interval> {
        let t = t_upper(self.degrees?, TAIL)?;
        Interval::around(self.mean, t * self.variance()?.sqrt())
    }
}

/// The class-weighted mean m = ΣW·x̄ (Cochran, Sampling Techniques, 3rd ed., 5.3). `counted` is the number of
/// tickets on which the weights were counted, if they were: it adds (ΣW·x̄² − m²)/N, for two classes
/// (x̄ₕ − x̄ᵣ)²·W(1−W)/N. Degrees of freedom by Satterthwaite (1946), Var²/Σ((W²s²/n)²/(n−1)): the share's term counts in
/// the variance, and as known in the denominator.
///
/// `None` where the weights are not shares that add up to 1, or a class with weight has no observation.
///
/// ```
/// use norma::statistics::{describe::Moments, stratified::{Stratum, stratified}};
/// let regular = Moments::of(&[80.0, 90.0, 100.0]);
/// let hard = Moments::of(&[800.0, 1000.0]);
/// let classes = [Stratum { weight: 0.9, times: regular }, Stratum { weight: 0.1, times: hard }];
/// let estimate = stratified(&classes, Some(1000)).unwrap();
/// assert!((estimate.mean - 171.0).abs() < 1e-12);
/// assert!((estimate.within.unwrap() - (0.81 * 100.0 / 3.0 + 0.01 * 20000.0 / 2.0)).abs() < 1e-9);
/// assert!((estimate.of_weights - 810.0 * 810.0 * 0.09 / 1000.0).abs() < 1e-9);
/// ```
#[must_use]
pub fn stratified(classes: &[Stratum], counted: Option<u64>) -> Option<Stratified> {
    let total: f64 = classes.iter().map(|class| class.weight).sum();
    if classes.iter().any(|class| class.weight.is_nan() || class.weight < 0.0) || (total - 1.0).abs() > WEIGHT_TOLERANCE
    {
        return None;
    }
    let weighted: Vec<(f64, Moments)> = classes
        .iter()
        .filter(|class| class.weight > 0.0)
        .map(|class| class.times.map(|times| (class.weight, times)))
        .collect::<Option<_>>()?;
    let mean = finite(weighted.iter().map(|(weight, times)| weight * times.mean()).sum())?;
    let of_weights = counted.filter(|tickets| *tickets > 0).map_or(0.0, |tickets| {
        let spread: f64 = weighted.iter().map(|(weight, times)| weight * (times.mean() - mean).powi(2)).sum();
        spread / number_of(tickets)
    });
    let of_weights = finite(of_weights)?;
    let parts: Option<Vec<(f64, f64)>> = weighted.iter().map(part).collect();
    let within = parts.as_ref().and_then(|parts| finite(parts.iter().map(|part| part.0).sum()));
    let degrees = parts.and_then(|parts| satterthwaite(&parts, of_weights));
    Some(Stratified { mean, within, of_weights, degrees })
}

/// A class's part of the variance, W²s²/n, and its degrees of freedom.
fn part((weight, times): &(f64, Moments)) -> Option<(f64, f64)> {
    let n = number(times.n());
    Some((weight * weight * times.variance()? / n, n - 1.0))
}

/// (Σv + known)²/Σ(v²/df); `None` without spread in every class.
fn satterthwaite(parts: &[(f64, f64)], known: f64) -> Option<f64> {
    let total: f64 = parts.iter().map(|part| part.0).sum();
    // Scaled by the total, so that very small and very large variances square safely.
    let below: f64 = parts.iter().map(|(variance, degrees)| (variance / total).powi(2) / degrees).sum();
    finite(((total + known) / total).powi(2) / below)
}

/// The chance (1−W)ⁿ that n observations at random meet no hard case.
///
/// ```
/// // Twenty observations of a 5 % case meet none with probability 36 %.
/// let chance = norma::statistics::stratified::chance_of_none(0.05, 20).unwrap();
/// assert!((chance - 0.358_485_922_408_541_9).abs() < 1e-12);
/// ```
#[must_use]
pub fn chance_of_none(hard_share: f64, n: usize) -> Option<f64> {
    if !(0.0..=1.0).contains(&hard_share) {
        return None;
    }
    finite((1.0 - hard_share).powf(number(n)))
}
