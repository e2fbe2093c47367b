//! The 95 % intervals of a mean: Student's t, and the modified Cox interval for log-normal times.
//!
//! The t interval of skewed times covers too little at small n (0.875 at n = 10, σ = 0.8); the modified Cox
//! interval covers 0.95 where the times are log-normal and falls apart where hard cases are mixed in. The wider of
//! both is what a study without hard cases reports. The point estimate stays the arithmetic mean in both.

use super::count::number;
use super::describe::{Moments, finite, logarithms};
use super::distribution::t_upper;
use serde::Serialize;

/// Half of 5 %: the tail on each side of every interval here.
pub(super) const TAIL: f64 = 0.025;

/// A 95 % interval, in the unit of the input.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Interval {
    /// Lower limit.
    pub low: f64,
    /// Upper limit.
    pub high: f64,
}

impl Interval {
    /// The interval, or `None` where a limit is not a finite number.
    ///
    /// ```
    /// use norma::statistics::Interval;
    /// assert_eq!(Interval::new(1.0, 3.0).map(|interval| interval.high), Some(3.0));
    /// assert_eq!(Interval::new(1.0, f64::INFINITY), None);
    /// ```
    #[must_use]
    pub fn new(low: f64, high: f64) -> Option<Self> {
        Some(Self { low: finite(low)?, high: finite(high)? })
    }

    /// `centre ± half`.
    ///
    /// ```
    /// use norma::statistics::Interval;
    /// assert_eq!(Interval::around(90.0, 9.0), Interval::new(81.0, 99.0));
    /// ```
    #[must_use]
    pub fn around(centre: f64, half: f64) -> Option<Self> {
        Self::new(centre - half, centre + half)
    }

    /// Upper less lower limit.
    ///
    /// ```
    /// assert_eq!(norma::statistics::Interval { low: 81.0, high: 99.0 }.width(), 18.0);
    /// ```
    #[must_use]
    pub fn width(&self) -> f64 {
        self.high - self.low
    }

    /// Half of the width: what precision is measured by.
    ///
    /// ```
    /// assert_eq!(norma::statistics::Interval { low: 81.0, high: 99.0 }.half_width(), 9.0);
    /// ```
    #[must_use]
    pub fn half_width(&self) -> f64 {
        self.width() / 2.0
    }

    /// The wider of two intervals, the first of equal ones.
    ///
    /// ```
    /// use norma::statistics::Interval;
    /// let (narrow, wide) = (Interval { low: 81.0, high: 99.0 }, Interval { low: 85.0, high: 110.0 });
    /// assert_eq!((narrow.wider(wide), wide.wider(narrow)), (wide, wide));
    /// ```
    #[must_use]
    pub fn wider(self, other: Self) -> Self {
        if other.width() > self.width() { other } else { self }
    }
}

/// Student's t interval, x̄ ± t₀.₉₇₅,ₙ₋₁·s/√n. `None` below two values or without spread: equal readings say that
/// the watch is coarse, not that the mean is known exactly.
///
/// ```
/// use norma::statistics::{describe::Moments, interval::t_interval};
/// // Student 1908, extra hours of sleep: 0.75 ± 1.28.
/// let hours = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
/// let interval = t_interval(&Moments::of(&hours).unwrap()).unwrap();
/// assert!((interval.low + 0.529_780_4).abs() < 1e-6);
/// assert!((interval.high - 2.029_780_4).abs() < 1e-6);
/// ```
#[must_use]
pub fn t_interval(moments: &Moments) -> Option<Interval> {
    let n = number(moments.n());
    let t = t_upper(n - 1.0, TAIL)?;
    Interval::around(moments.mean(), t * moments.spread()? / n.sqrt())
}

/// Modified Cox interval of a log-normal mean (Olsson 2005, "Confidence intervals for the mean of a log-normal
/// distribution", J. Statistics Education 13(1)): exp(ȳ + s²/2 ± t₀.₉₇₅,ₙ₋₁·√(s²/n + s⁴/(2(n−1)))), y = ln x.
/// `logs` are the moments of ln x. `None` below two values or without spread.
///
/// ```
/// use norma::statistics::{describe::Moments, interval::cox_interval};
/// let logs: Vec<f64> = [60.0_f64, 75.0, 90.0, 110.0, 140.0].iter().map(|x| x.ln()).collect();
/// let interval = cox_interval(&Moments::of(&logs).unwrap()).unwrap();
/// assert!((interval.low - 62.988_1).abs() < 1e-3);
/// assert!((interval.high - 146.451_3).abs() < 1e-3);
/// ```
#[must_use]
pub fn cox_interval(logs: &Moments) -> Option<Interval> {
    let n = number(logs.n());
    let variance = logs.variance().filter(|variance| *variance > 0.0)?;
    let t = t_upper(n - 1.0, TAIL)?;
    let half = t * (variance / n + variance * variance / (2.0 * (n - 1.0))).sqrt();
    let centre = logs.mean() + variance / 2.0;
    Interval::new((centre - half).exp(), (centre + half).exp())
}

/// The wider of the t and the modified Cox interval of a series of times, the latter only where it holds the mean; `None` where neither is defined.
///
/// ```
/// use norma::statistics::interval::wider_interval;
/// // Modified Cox (62.99 to 146.45) is wider than t (56.10 to 133.90).
/// let interval = wider_interval(&[60.0, 75.0, 90.0, 110.0, 140.0]).unwrap();
/// assert!((interval.high - 146.451_3).abs() < 1e-3);
/// assert_eq!(wider_interval(&[90.0]), None);
/// ```
#[must_use]
pub fn wider_interval(values: &[f64]) -> Option<Interval> {
    let moments = Moments::of(values)?;
    let logs = logarithms(values).and_then(|logs| Moments::of(&logs));
    match (t_interval(&moments), logs.as_ref().and_then(|logs| cox_about(&moments, logs))) {
        (Some(plain), Some(cox)) => Some(plain.wider(cox)),
        (plain, cox) => plain.or(cox),
    }
}

/// The modified Cox interval where it holds the arithmetic mean, which stays the estimate. Where it does not, the times
/// are not log-normal (thousands of calls of many kinds), and the interval is one of another quantity.
#[must_use]
pub fn cox_about(moments: &Moments, logs: &Moments) -> Option<Interval> {
    cox_interval(logs).filter(|cox| cox.low <= moments.mean() && moments.mean() <= cox.high)
}
