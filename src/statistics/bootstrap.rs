//! Bootstrap intervals of a mean, on demand: `BCa` and bootstrap-t, 10 000 resamples, seeded.
//!
//! The same values in any order give the same interval, on every machine and every run of one build. Neither repairs
//! a sample without hard cases, and `BCa` covers too little below 50 observations. Costs 10 000·n draws.

use super::count::number;
use super::describe::{Moments, Sum, quantile, sorted};
use super::distribution::{normal_below, normal_upper};
use super::interval::{Interval, TAIL};
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};

/// Resamples drawn.
pub const RESAMPLES: usize = 10_000;
/// The seed of every bootstrap of the program.
pub const SEED: u64 = 0x4E4F_524D_4131;

/// Bias-corrected and accelerated interval of the mean (Efron 1987; Efron & Tibshirani 1993, ch. 14): percentiles of the
/// resampled means at Φ(z₀ + (z₀+z)/(1−a(z₀+z))), z₀ from the share of resampled means below the mean (ties half),
/// a = Σd³/(6(Σd²)^1.5), the jackknife's acceleration of a mean. `None` below two values or without spread.
///
/// ```
/// let seconds = [60.0, 75.0, 90.0, 110.0, 140.0, 300.0];
/// let interval = norma::statistics::bootstrap::bca(&seconds).unwrap();
/// // scipy.stats.bootstrap with 100 000 resamples: 85.8 to 233.3.
/// assert!((interval.low - 85.8).abs() < 2.0 && (interval.high - 233.3).abs() < 6.0);
/// assert_eq!(Some(interval), norma::statistics::bootstrap::bca(&seconds));
/// ```
#[must_use]
pub fn bca(values: &[f64]) -> Option<Interval> {
    let moments = Moments::of(values)?;
    let spread = moments.spread()?;
    let ascending = sorted(values);
    let mut random = StdRng::seed_from_u64(SEED);
    let mut means: Vec<f64> = (0..RESAMPLES).map(|_| resample(&ascending, &moments, &mut random).0).collect();
    means.sort_unstable_by(f64::total_cmp);
    let n = number(moments.n());
    // A resample of the same values in another order has the same mean but for rounding.
    let noise = 1e-12 * spread;
    let below = number(means.partition_point(|mean| *mean < -noise));
    let up_to = number(means.partition_point(|mean| *mean <= noise));
    let bias = -normal_upper((below + up_to) / (2.0 * number(RESAMPLES)))?;
    let cubes = values.iter().map(|value| (moments.deviation(*value) / spread).powi(3)).collect::<Sum>().value();
    let acceleration = cubes / (6.0 * (n - 1.0).powf(1.5));
    let z = normal_upper(TAIL)?;
    let limit = |z: f64| {
        let shifted = bias + z;
        quantile(&means, normal_below(bias + shifted / (1.0 - acceleration * shifted)))
    };
    Interval::new(moments.mean() + limit(-z)?, moments.mean() + limit(z)?)
}

/// Bootstrap-t interval of the mean (Efron & Tibshirani 1993, ch. 12): x̄ − t*₀.₉₇₅·s/√n to x̄ − t*₀.₀₂₅·s/√n, t* the
/// resampled (x̄* − x̄)/(s*/√n). `None` below two values, without spread, or where so many resamples are all equal that
/// a limit is infinite.
///
/// ```
/// let seconds = [60.0, 66.0, 75.0, 81.0, 90.0, 97.0, 110.0, 122.0, 140.0, 300.0];
/// let interval = norma::statistics::bootstrap::bootstrap_t(&seconds).unwrap();
/// assert!(interval.low > 60.0 && interval.high > 200.0);
/// ```
#[must_use]
pub fn bootstrap_t(values: &[f64]) -> Option<Interval> {
    let moments = Moments::of(values)?;
    let root = number(moments.n()).sqrt();
    let error = moments.spread()? / root;
    let ascending = sorted(values);
    let mut random = StdRng::seed_from_u64(SEED);
    let studentized = |_| {
        let (mean, variance) = resample(&ascending, &moments, &mut random);
        if variance > 0.0 { mean * root / variance.sqrt() } else { mean * f64::INFINITY }
    };
    let mut ratios: Vec<f64> = (0..RESAMPLES).map(studentized).map(|t| if t.is_nan() { 0.0 } else { t }).collect();
    ratios.sort_unstable_by(f64::total_cmp);
    let mean = moments.mean();
    Interval::new(mean - quantile(&ratios, 1.0 - TAIL)? * error, mean - quantile(&ratios, TAIL)? * error)
}

/// Mean (less the sample's mean) and variance of one resample.
fn resample(values: &[f64], moments: &Moments, random: &mut StdRng) -> (f64, f64) {
    let n = number(values.len());
    let (mut sum, mut squares) = (0.0, 0.0);
    for _ in 0..values.len() {
        let drawn = random.random_range(0..values.len());
        let deviation = values.get(drawn).map_or(0.0, |value| moments.deviation(*value));
        sum += deviation;
        squares += deviation * deviation;
    }
    let mean = sum / n;
    let variance = (squares - n * mean * mean) / (n - 1.0);
    // What is left of the squares by rounding alone is no spread.
    (mean, if variance > 1e-12 * squares { variance } else { 0.0 })
}
