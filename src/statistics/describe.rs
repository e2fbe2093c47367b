//! Describing a series: compensated moments, quantiles, spread, shape, lag-1 autocorrelation.
//!
//! Means and sums of squares are two-pass and compensated, and the mean is carried as a pair (value and residual),
//! so a common offset of 10⁷ costs no digits (NIST `StRD`: mean 13 digits and more, standard deviation 9, lag-1
//! autocorrelation 9; the limit on `NumAcc4` is the data's own rounding to binary). All in the unit of the input.

use super::count::{number, position};

/// A running sum that keeps what rounding would lose (Knuth's two-sum; Neumaier 1974).
///
/// ```
/// use norma::statistics::describe::Sum;
/// let sum: Sum = [1e16, 1.0, 1.0, -1e16].into_iter().collect();
/// assert!((sum.value() - 2.0).abs() < 1e-12);
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Sum {
    high: f64,
    low: f64,
}

impl Sum {
    /// Adds one term.
    ///
    /// ```
    /// let mut sum = norma::statistics::describe::Sum::default();
    /// sum.add(1e16);
    /// sum.add(1.0);
    /// sum.add(-1e16);
    /// assert_eq!(sum.value(), 1.0);
    /// ```
    pub fn add(&mut self, term: f64) {
        let total = self.high + term;
        let part = total - self.high;
        self.low += (self.high - (total - part)) + (term - part);
        self.high = total;
    }

    /// The sum, rounded once.
    ///
    /// ```
    /// use norma::statistics::describe::Sum;
    /// assert_eq!([0.1; 10].into_iter().collect::<Sum>().value(), 1.0);
    /// ```
    #[must_use]
    pub fn value(self) -> f64 {
        self.high + self.low
    }
}

impl FromIterator<f64> for Sum {
    fn from_iter<I: IntoIterator<Item = f64>>(terms: I) -> Self {
        let mut sum = Self::default();
        for term in terms {
            sum.add(term);
        }
        sum
    }
}

/// `value` where it is a number, `None` where it is NaN or infinite.
///
/// ```
/// use norma::statistics::describe::finite;
/// assert_eq!((finite(2.5), finite(0.0 / 0.0), finite(1.0 / 0.0)), (Some(2.5), None, None));
/// ```
#[must_use]
pub fn finite(value: f64) -> Option<f64> {
    value.is_finite().then_some(value)
}

/// Count, sum, mean and Σ(x − mean)² of a series.
///
/// ```
/// use norma::statistics::describe::Moments;
/// let moments = Moments::of(&[2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0]).unwrap();
/// assert_eq!(moments.n(), 8);
/// assert!((moments.mean() - 5.0).abs() < 1e-15);
/// assert!((moments.sd().unwrap() - (32.0_f64 / 7.0).sqrt()).abs() < 1e-15);
/// assert!(Moments::of(&[]).is_none());
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Moments {
    n: usize,
    sum: f64,
    mean: f64,
    residual: f64,
    squares: f64,
}

impl Moments {
    /// The moments, or `None` for an empty series or one whose sum is not a finite number.
    ///
    /// ```
    /// use norma::statistics::describe::Moments;
    /// assert_eq!(Moments::of(&[60.0, 90.0]).unwrap().mean(), 75.0);
    /// assert!(Moments::of(&[]).is_none() && Moments::of(&[1.0, f64::NAN]).is_none());
    /// ```
    #[must_use]
    pub fn of(values: &[f64]) -> Option<Self> {
        let first = *values.first()?;
        let n = number(values.len());
        let sum = finite(values.iter().copied().collect::<Sum>().value())?;
        if values.iter().all(|value| value.total_cmp(&first).is_eq()) {
            return Some(Self { n: values.len(), sum, mean: first, residual: 0.0, squares: 0.0 });
        }
        let rough = sum / n;
        let left = values.iter().map(|value| value - rough).collect::<Sum>().value() / n;
        let mean = rough + left;
        let residual = left - (mean - rough);
        let square = |value: &f64| ((value - mean) - residual).powi(2);
        let squares = values.iter().map(square).collect::<Sum>().value();
        finite(mean)?;
        Some(Self { n: values.len(), sum, mean, residual, squares })
    }

    /// The moments of the rest when one value is left out: mean − d/(n−1), squares − d²·n/(n−1), d its deviation. Where
    /// it takes more than half of the squares with it, the difference would lose digits: then `None`, and what is left has
    /// to be counted again.
    ///
    /// ```
    /// use norma::statistics::describe::Moments;
    /// let all = Moments::of(&[1.0, 2.0, 3.0, 4.0, 5.0]).unwrap();
    /// let rest = all.without(2.0).unwrap();
    /// assert_eq!((rest.n(), rest.mean(), rest.squares()), (4, 3.25, Some(8.75)));
    /// assert!(all.without(90.0).is_none());
    /// ```
    #[must_use]
    pub fn without(&self, value: f64) -> Option<Self> {
        let rest = number(self.n.checked_sub(1).filter(|rest| *rest > 0)?);
        let deviation = self.deviation(value);
        let taken = deviation * deviation * ((rest + 1.0) / rest);
        if taken.is_nan() || taken > self.squares / 2.0 {
            return None;
        }
        let shift = self.residual - deviation / rest;
        let mean = finite(self.mean + shift)?;
        let residual = shift - (mean - self.mean);
        Some(Self { n: self.n - 1, sum: self.sum - value, mean, residual, squares: self.squares - taken })
    }

    /// How many values.
    ///
    /// ```
    /// assert_eq!(norma::statistics::describe::Moments::of(&[60.0, 90.0]).unwrap().n(), 2);
    /// ```
    #[must_use]
    pub const fn n(&self) -> usize {
        self.n
    }

    /// Σx.
    ///
    /// ```
    /// assert_eq!(norma::statistics::describe::Moments::of(&[60.0, 90.0]).unwrap().sum(), 150.0);
    /// ```
    #[must_use]
    pub const fn sum(&self) -> f64 {
        self.sum
    }

    /// Σx / n.
    ///
    /// ```
    /// assert_eq!(norma::statistics::describe::Moments::of(&[1.0, 2.0, 6.0]).unwrap().mean(), 3.0);
    /// ```
    #[must_use]
    pub const fn mean(&self) -> f64 {
        self.mean
    }

    /// Σ(x − mean)², `None` if it overflows.
    ///
    /// ```
    /// // 4 + 1 + 9.
    /// assert_eq!(norma::statistics::describe::Moments::of(&[1.0, 2.0, 6.0]).unwrap().squares(), Some(14.0));
    /// ```
    #[must_use]
    pub fn squares(&self) -> Option<f64> {
        finite(self.squares)
    }

    /// x − mean, to more digits than the rounded mean alone would give.
    ///
    /// ```
    /// let moments = norma::statistics::describe::Moments::of(&[1.0, 2.0, 6.0]).unwrap();
    /// assert_eq!(moments.deviation(6.0), 3.0);
    /// ```
    #[must_use]
    pub fn deviation(&self, value: f64) -> f64 {
        (value - self.mean) - self.residual
    }

    /// This mean less another one, to more digits than the rounded means alone would give.
    ///
    /// ```
    /// use norma::statistics::describe::Moments;
    /// let (long, short) = (Moments::of(&[100.0, 140.0]).unwrap(), Moments::of(&[60.0, 90.0]).unwrap());
    /// assert_eq!(long.mean_above(&short), 45.0);
    /// ```
    #[must_use]
    pub fn mean_above(&self, other: &Self) -> f64 {
        (self.mean - other.mean) + (self.residual - other.residual)
    }

    /// Σ(x − mean)²/(n − 1); `None` below two values.
    ///
    /// ```
    /// use norma::statistics::describe::Moments;
    /// assert_eq!(Moments::of(&[1.0, 2.0, 6.0]).unwrap().variance(), Some(7.0));
    /// assert_eq!(Moments::of(&[1.0]).unwrap().variance(), None);
    /// ```
    #[must_use]
    pub fn variance(&self) -> Option<f64> {
        (self.n >= 2).then(|| self.squares / number(self.n - 1)).and_then(finite)
    }

    /// Standard deviation with n − 1; `None` below two values, 0 where all are equal.
    ///
    /// ```
    /// use norma::statistics::describe::Moments;
    /// assert_eq!(Moments::of(&[1.0, 3.0, 5.0]).unwrap().sd(), Some(2.0));
    /// assert_eq!(Moments::of(&[0.1, 0.1]).unwrap().sd(), Some(0.0));
    /// ```
    #[must_use]
    pub fn sd(&self) -> Option<f64> {
        self.variance().map(f64::sqrt)
    }

    /// The standard deviation where there is one and it is above 0: what a test or an interval needs.
    ///
    /// ```
    /// use norma::statistics::describe::Moments;
    /// assert_eq!(Moments::of(&[1.0, 3.0, 5.0]).unwrap().spread(), Some(2.0));
    /// assert_eq!(Moments::of(&[0.1, 0.1]).unwrap().spread(), None);
    /// ```
    #[must_use]
    pub fn spread(&self) -> Option<f64> {
        self.sd().filter(|sd| *sd > 0.0)
    }

    /// Coefficient of variation sd/mean; `None` where the mean is 0.
    ///
    /// ```
    /// use norma::statistics::describe::Moments;
    /// assert_eq!(Moments::of(&[4.0, 6.0, 8.0]).unwrap().cv(), Some(2.0 / 6.0));
    /// ```
    #[must_use]
    pub fn cv(&self) -> Option<f64> {
        self.sd().and_then(|sd| finite(sd / self.mean))
    }
}

/// The values in ascending order.
///
/// ```
/// assert_eq!(norma::statistics::describe::sorted(&[90.0, 60.0, 75.0]), [60.0, 75.0, 90.0]);
/// ```
#[must_use]
pub fn sorted(values: &[f64]) -> Vec<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    sorted
}

/// The quantile of type 7 (Hyndman & Fan 1996; the default of R, numpy and Excel) of an ascending slice,
/// for a probability from 0 to 1.
///
/// ```
/// use norma::statistics::describe::quantile;
/// assert_eq!(quantile(&[1.0, 2.0, 3.0, 4.0], 0.25), Some(1.75));
/// assert_eq!(quantile(&[], 0.5), None);
/// ```
#[must_use]
pub fn quantile(ascending: &[f64], probability: f64) -> Option<f64> {
    let last = number(ascending.len().checked_sub(1)?);
    let (below, part) = position(last * probability, ascending.len());
    let low = *ascending.get(below)?;
    let high = ascending.get(below + 1).copied().unwrap_or(low);
    let between = if part > 0.5 { high - (high - low) * (1.0 - part) } else { low + (high - low) * part };
    finite(between)
}

/// First quartile, median and third quartile (type 7) of an ascending slice.
///
/// ```
/// use norma::statistics::describe::quartiles;
/// assert_eq!(quartiles(&[1.0, 2.0, 3.0, 4.0, 5.0]), Some((2.0, 3.0, 4.0)));
/// ```
#[must_use]
pub fn quartiles(ascending: &[f64]) -> Option<(f64, f64, f64)> {
    Some((quantile(ascending, 0.25)?, quantile(ascending, 0.5)?, quantile(ascending, 0.75)?))
}

/// Unscaled median absolute deviation, median|x − median|, of an ascending slice.
///
/// ```
/// use norma::statistics::describe::median_absolute_deviation;
/// assert_eq!(median_absolute_deviation(&[1.0, 1.0, 2.0, 2.0, 4.0, 6.0, 9.0]), Some(1.0));
/// ```
#[must_use]
pub fn median_absolute_deviation(ascending: &[f64]) -> Option<f64> {
    let median = quantile(ascending, 0.5)?;
    let mut distances: Vec<f64> = ascending.iter().map(|value| (value - median).abs()).collect();
    let middle = distances.len() / 2;
    let even = distances.len().is_multiple_of(2);
    let (lower, upper, _) = distances.select_nth_unstable_by(middle, f64::total_cmp);
    let below = lower.iter().copied().fold(0.0, f64::max);
    finite(if even { below + (*upper - below) / 2.0 } else { *upper })
}

/// Adjusted Fisher–Pearson skewness G₁ = √(n(n−1))/(n−2) · m₃/m₂^1.5 (Joanes & Gill 1998; the SKEW of Excel).
/// `None` below three values or without spread.
///
/// ```
/// use norma::statistics::describe::{Moments, skewness};
/// let values = [1.0, 2.0, 3.0, 10.0];
/// let skew = skewness(&values, &Moments::of(&values).unwrap()).unwrap();
/// assert!((skew - 1.763_632_614_803_888).abs() < 1e-12);
/// ```
#[must_use]
pub fn skewness(values: &[f64], moments: &Moments) -> Option<f64> {
    let n = number(moments.n());
    if n < 3.0 {
        return None;
    }
    let scale = moments.spread()? * ((n - 1.0) / n).sqrt();
    let cubes = values.iter().map(|value| (moments.deviation(*value) / scale).powi(3)).collect::<Sum>();
    finite((n * (n - 1.0)).sqrt() / (n - 2.0) * cubes.value() / n)
}

/// Lag-1 autocorrelation Σ(xᵢ−m)(xᵢ₊₁−m)/Σ(xᵢ−m)² (NIST handbook 1.3.5.12). `None` below two values or
/// without spread.
///
/// ```
/// use norma::statistics::describe::{Moments, lag1_autocorrelation};
/// let values = [1.0, 2.0, 3.0, 4.0];
/// let lag = lag1_autocorrelation(&values, &Moments::of(&values).unwrap()).unwrap();
/// assert!((lag - 0.25).abs() < 1e-15);
/// ```
#[must_use]
pub fn lag1_autocorrelation(values: &[f64], moments: &Moments) -> Option<f64> {
    moments.spread()?;
    let product = |(a, b): (&f64, &f64)| moments.deviation(*a) * moments.deviation(*b);
    let products = values.iter().zip(values.iter().skip(1)).map(product).collect::<Sum>();
    finite(products.value() / moments.squares()?)
}

/// Natural logarithms of the values, in the same order; `None` where one is not above 0.
///
/// ```
/// use norma::statistics::describe::logarithms;
/// assert_eq!(logarithms(&[1.0, std::f64::consts::E]), Some(vec![0.0, 1.0]));
/// assert_eq!(logarithms(&[1.0, 0.0]), None);
/// ```
#[must_use]
pub fn logarithms(values: &[f64]) -> Option<Vec<f64>> {
    values.iter().map(|value| (*value > 0.0).then(|| value.ln())).collect()
}
