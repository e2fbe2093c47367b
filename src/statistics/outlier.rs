//! The textbook outlier tests, on any scale: Tukey's fences, modified z, Grubbs, generalized ESD.
//!
//! They are shown for the record. On minutes they cry wolf (clean log-normal studies of 30 observations have a
//! false flag in 45–68 % of cases), so the program's own rule in [`super::flag`] works on logarithms. Nothing
//! here removes a value.

use super::count::number;
use super::describe::{Moments, finite, median_absolute_deviation, quantile};
use super::distribution::t_upper;
use super::interval::Interval;

/// 0.6745: the 75 % point of the normal distribution, as rounded by Iglewicz & Hoaglin (1993).
pub const MODIFIED_Z_FACTOR: f64 = 0.6745;

/// Tukey's fences q1 − reach·iqr and q3 + reach·iqr (Tukey 1977) of an ascending slice, quartiles of type 7.
///
/// ```
/// let fences = norma::statistics::outlier::tukey_fences(&[1.0, 2.0, 3.0, 4.0, 5.0], 1.5).unwrap();
/// assert_eq!((fences.low, fences.high), (-1.0, 7.0));
/// ```
#[must_use]
pub fn tukey_fences(ascending: &[f64], reach: f64) -> Option<Interval> {
    let (q1, q3) = (quantile(ascending, 0.25)?, quantile(ascending, 0.75)?);
    let iqr = q3 - q1;
    Interval::new(q1 - reach * iqr, q3 + reach * iqr)
}

/// Largest modified z score |0.6745·(x − median)/MAD| of an ascending slice (Iglewicz & Hoaglin 1993; 3.5 is their
/// limit). `None` where the MAD is 0.
///
/// ```
/// // The MAD is 1 and the median 3: 0.6745 · (12 − 3)/1.
/// let z = norma::statistics::outlier::modified_z_largest(&[1.0, 2.0, 3.0, 4.0, 12.0]).unwrap();
/// assert!((z - 6.0705).abs() < 1e-12);
/// ```
#[must_use]
pub fn modified_z_largest(ascending: &[f64]) -> Option<f64> {
    let median = quantile(ascending, 0.5)?;
    let mad = median_absolute_deviation(ascending).filter(|mad| *mad > 0.0)?;
    let reach = (ascending.first()? - median).abs().max((ascending.last()? - median).abs());
    finite(MODIFIED_Z_FACTOR * reach / mad)
}

/// Grubbs' G = max|x − mean|/sd of an ascending slice (NIST handbook 1.3.5.17.1). `None` below three values or
/// without spread.
///
/// ```
/// use norma::statistics::{describe::Moments, outlier};
/// // Uranium by mass spectrometer, NIST handbook 1.3.5.17.1: G = 2.4687, critical value 2.032 for α = 0.05 one-sided.
/// let uranium = [199.31, 199.53, 200.19, 200.82, 201.92, 201.95, 202.18, 245.57];
/// let g = outlier::grubbs(&uranium, &Moments::of(&uranium).unwrap()).unwrap();
/// assert!((g - 2.4687).abs() < 1e-4);
/// assert!((outlier::grubbs_critical(8).unwrap() - 2.1266).abs() < 1e-4);
/// ```
#[must_use]
pub fn grubbs(ascending: &[f64], moments: &Moments) -> Option<f64> {
    if ascending.len() < 3 {
        return None;
    }
    finite(extreme(ascending, moments)?.1 / moments.spread()?)
}

/// Two-sided 5 % critical value of Grubbs' test for n values,
/// (n−1)/√n·√(t²/(n−2+t²)) with t the upper 0.05/(2n) point of t(n−2). `None` below three.
///
/// ```
/// use norma::statistics::outlier::grubbs_critical;
/// // Grubbs' table, two-sided 5 %: 2.126 for 8 values, 1.715 for 5.
/// assert!((grubbs_critical(8).unwrap() - 2.1266).abs() < 1e-4);
/// assert!((grubbs_critical(5).unwrap() - 1.7150).abs() < 1e-4);
/// assert_eq!(grubbs_critical(2), None);
/// ```
#[must_use]
pub fn grubbs_critical(n: usize) -> Option<f64> {
    if n < 3 {
        return None;
    }
    let n = number(n);
    let t = t_upper(n - 2.0, 0.05 / (2.0 * n))?;
    finite((n - 1.0) / n.sqrt() * (t * t / (n - 2.0 + t * t)).sqrt())
}

/// Whether the most extreme value lies above (else below) and how far from the mean.
fn extreme(ascending: &[f64], moments: &Moments) -> Option<(bool, f64)> {
    let below = -moments.deviation(*ascending.first()?);
    let above = moments.deviation(*ascending.last()?);
    Some((above >= below, above.max(below)))
}

/// What the generalized ESD test takes for outliers: how many at each end of the ascending slice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Esd {
    /// Outliers at the low end.
    pub low: usize,
    /// Outliers at the high end.
    pub high: usize,
}

impl Esd {
    /// Outliers at both ends.
    ///
    /// ```
    /// assert_eq!(norma::statistics::outlier::Esd { low: 1, high: 2 }.count(), 3);
    /// ```
    #[must_use]
    pub const fn count(self) -> usize {
        self.low + self.high
    }
}

/// The largest number of outliers that the program looks for: 10, below 25 values a fifth of them, at least one.
///
/// ```
/// use norma::statistics::outlier::esd_most;
/// assert_eq!([4, 9, 10, 24, 25, 1_000].map(esd_most), [1, 1, 2, 4, 10, 10]);
/// ```
#[must_use]
pub fn esd_most(n: usize) -> usize {
    if n < 25 { (n / 5).max(1) } else { 10 }
}

/// Generalized extreme studentized deviate test (Rosner 1983; NIST handbook 1.3.5.17.3), α = 5 %, for up to `most`
/// outliers in an ascending slice: with Rᵢ the i-th largest studentized deviate and
/// λᵢ = (n−i)·t/√((n−i−1+t²)(n−i+1)), t the upper 0.05/(2(n−i+1)) point of t(n−i−1), the outliers are the first i
/// removed, for the greatest i with Rᵢ > λᵢ. `None` below three values or where there is no spread at all.
///
/// ```
/// let values = [1.0, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7, 1.8, 90.0];
/// let found = norma::statistics::outlier::generalized_esd(&values, 2).unwrap();
/// assert_eq!((found.low, found.high), (0, 1));
/// ```
#[must_use]
pub fn generalized_esd(ascending: &[f64], most: usize) -> Option<Esd> {
    if ascending.len() < 3 {
        return None;
    }
    let mut moments = Some(Moments::of(ascending)?);
    moments?.spread()?;
    let mut left = ascending;
    let mut removed = Esd::default();
    let mut found = Esd::default();
    for _ in 0..most {
        let Some((high, deviate)) = moments.and_then(|moments| studentized(left, &moments)) else {
            break;
        };
        let Some(critical) = esd_critical(left.len()) else {
            break;
        };
        let (rest, end) =
            if high { (left.split_last(), &mut removed.high) } else { (left.split_first(), &mut removed.low) };
        let Some((value, rest)) = rest else { break };
        *end += 1;
        left = rest;
        moments = moments.and_then(|moments| moments.without(*value)).or_else(|| Moments::of(rest));
        if deviate > critical {
            found = removed;
        }
    }
    Some(found)
}

/// The studentized deviate of the most extreme value, and whether it is the highest.
fn studentized(ascending: &[f64], moments: &Moments) -> Option<(bool, f64)> {
    let (high, distance) = extreme(ascending, moments)?;
    Some((high, finite(distance / moments.spread()?)?))
}

/// λ of one step with `left` values still in: Grubbs' critical value of that many (the same formula).
fn esd_critical(left: usize) -> Option<f64> {
    grubbs_critical(left)
}
