//! Differences between operators: one-way analysis of variance, intraclass correlation, mean of the means.
//!
//! A big operator effect asks for more operators, not for more observations of the same. The slow operator is
//! never dropped. For F on logarithms, give the logarithms.

use super::count::number;
use super::describe::{Moments, Sum, finite};
use super::distribution::{f_above, t_upper};
use super::interval::{Interval, TAIL};
use serde::Serialize;

/// Fewest operators whose spread says something about the whole staff.
pub const OPERATORS_FOR_STAFF: usize = 3;

/// What groups (operators) tell about the differences between them; `None` where undefined.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize)]
pub struct Between {
    /// F of the one-way analysis of variance.
    pub anova_f: Option<f64>,
    /// Its p.
    pub anova_p: Option<f64>,
    /// Intraclass correlation ICC(1) by moments; it can be negative.
    pub icc: Option<f64>,
    /// Unweighted mean of the groups' means (class-weighted ones where classes and weights are given, of the groups seen
    /// in every class with weight), in the unit of the input.
    pub mean_of_means: Option<f64>,
    /// Its 95 % interval by t(k−1), lower limit; `None` below three groups.
    pub ci_operators_low: Option<f64>,
    /// Upper limit.
    pub ci_operators_high: Option<f64>,
}

/// One-way comparison of groups; empty ones do not count.
///
/// ANOVA: F = MSB/MSW with k−1 and N−k degrees of freedom. ICC(1) (Shrout & Fleiss 1979; unequal sizes: Donner 1986)
/// = (MSB − MSW)/(MSB + (n₀−1)·MSW), n₀ = (N − Σnᵢ²/N)/(k−1).
///
/// ```
/// use norma::statistics::between::between;
/// let result = between(&[vec![1.0, 2.0, 3.0], vec![2.0, 3.0, 4.0], vec![5.0, 6.0, 7.0]]);
/// assert!((result.anova_f.unwrap() - 13.0).abs() < 1e-12);
/// assert!((result.icc.unwrap() - 0.8).abs() < 1e-12);
/// assert!((result.mean_of_means.unwrap() - 11.0 / 3.0).abs() < 1e-12);
/// ```
#[must_use]
pub fn between<G: AsRef<[f64]>>(groups: &[G]) -> Between {
    let moments: Option<Vec<Moments>> =
        groups.iter().map(AsRef::as_ref).filter(|group| !group.is_empty()).map(Moments::of).collect();
    let Some(moments) = moments else {
        return Between::default();
    };
    let all: Vec<f64> = groups.iter().flat_map(|group| group.as_ref().iter().copied()).collect();
    let squares = Moments::of(&all).and_then(|grand| mean_squares(&moments, &grand));
    let means: Vec<f64> = moments.iter().map(Moments::mean).collect();
    Between {
        anova_f: squares.and_then(MeanSquares::ratio),
        anova_p: squares.and_then(|squares| f_above(squares.ratio()?, squares.degrees_between, squares.degrees_within)),
        icc: squares.and_then(MeanSquares::intraclass),
        ..Between::default()
    }
    .with_means(&means, 0.0)
}

impl Between {
    /// The same comparison with these means of the operators in place of the plain ones: their class-weighted means,
    /// `of_weights` being the variance that the counting of the shares adds.
    ///
    /// ```
    /// use norma::statistics::between::between;
    /// let plain = between(&[vec![90.0, 91.0], vec![100.0, 101.0], vec![110.0, 111.0]]);
    /// let weighted = plain.with_means(&[150.0, 160.0, 170.0], 0.0);
    /// assert_eq!((weighted.mean_of_means, weighted.anova_f), (Some(160.0), plain.anova_f));
    /// ```
    #[must_use]
    pub fn with_means(self, means: &[f64], of_weights: f64) -> Self {
        let staff = staff_interval(means, of_weights);
        Self {
            mean_of_means: Moments::of(means).map(|means| means.mean()),
            ci_operators_low: staff.map(|interval| interval.low),
            ci_operators_high: staff.map(|interval| interval.high),
            ..self
        }
    }
}

/// 95 % interval of the mean of operators' means, m ± t₀.₉₇₅,ₖ₋₁·√(s²/k + `of_weights`), s the spread of the k means
/// (equal weights): it stands for the whole staff. `of_weights` is the variance that the counting of the classes' shares
/// adds, 0 without any. `None` below three operators or without spread.
///
/// ```
/// use norma::statistics::between::staff_interval;
/// let interval = staff_interval(&[90.0, 100.0, 110.0], 0.0).unwrap();
/// // t(2) = 4.302 653; 10/√3.
/// assert!((interval.high - 100.0 - 24.841_377).abs() < 1e-5);
/// assert!(staff_interval(&[90.0, 110.0], 0.0).is_none());
/// ```
#[must_use]
pub fn staff_interval(means: &[f64], of_weights: f64) -> Option<Interval> {
    if means.len() < OPERATORS_FOR_STAFF {
        return None;
    }
    let means = Moments::of(means)?;
    let (sd, k) = (means.spread()?, number(means.n()));
    Interval::around(means.mean(), t_upper(k - 1.0, TAIL)? * (sd * sd / k + of_weights).sqrt())
}

/// Mean squares between and within the groups.
#[derive(Clone, Copy)]
struct MeanSquares {
    between: f64,
    within: f64,
    degrees_between: f64,
    degrees_within: f64,
    /// n₀: the size that stands for unequal ones.
    size: f64,
}

impl MeanSquares {
    fn ratio(self) -> Option<f64> {
        (self.within > 0.0).then(|| self.between / self.within).and_then(finite)
    }

    fn intraclass(self) -> Option<f64> {
        finite((self.between - self.within) / (self.between + (self.size - 1.0) * self.within))
    }
}

/// `None` below two groups, or where no group has more than one value.
fn mean_squares(groups: &[Moments], grand: &Moments) -> Option<MeanSquares> {
    let total = number(grand.n());
    let degrees_between = number(groups.len()) - 1.0;
    let degrees_within = total - number(groups.len());
    if degrees_between < 1.0 || degrees_within < 1.0 {
        return None;
    }
    let between: Sum = groups.iter().map(|group| number(group.n()) * group.mean_above(grand).powi(2)).collect();
    let within: Sum = groups.iter().filter_map(Moments::squares).collect();
    let sizes: f64 = groups.iter().map(|group| number(group.n()).powi(2)).sum();
    Some(MeanSquares {
        between: finite(between.value() / degrees_between)?,
        within: finite(within.value() / degrees_within)?,
        degrees_between,
        degrees_within,
        size: (total - sizes / total) / degrees_between,
    })
}
