//! Order in time: do the durations grow or shrink during the study (tiring, learning), do they come in runs?

use super::count::{number, score, whole};
use super::describe::finite;
use super::distribution::normal_two_sided;

/// Mann–Kendall test for a monotone trend.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MannKendall {
    /// S = Σ sign(xⱼ − xᵢ) over i < j: positive where the durations grow.
    pub s: i64,
    /// Two-sided p; `None` where all values are equal.
    pub p: Option<f64>,
}

/// Mann–Kendall's S and two-sided p (Mann 1945; Kendall 1975; Gilbert 1987, ch. 16): variance with the correction for
/// ties, z with the correction for continuity. n·log n, by counting exchanges of a merge sort (Knight 1966).
/// `ascending` are the same values, sorted. `None` below two values.
///
/// ```
/// let values = [5.0, 7.0, 6.0, 8.0, 9.0];
/// let trend = norma::statistics::order::mann_kendall(&values, &[5.0, 6.0, 7.0, 8.0, 9.0]).unwrap();
/// assert_eq!(trend.s, 8);
/// // Var = 5·4·15/18; z = 7/√Var.
/// assert!((trend.p.unwrap() - 0.086_411).abs() < 1e-5);
/// ```
#[must_use]
pub fn mann_kendall(values: &[f64], ascending: &[f64]) -> Option<MannKendall> {
    if values.len() < 2 {
        return None;
    }
    let pairs = |n: u64| i64::try_from(n.saturating_mul(n.saturating_sub(1)) / 2).unwrap_or(i64::MAX);
    let ties: Vec<u64> =
        ascending.chunk_by(|a, b| a.total_cmp(b).is_eq()).map(|equal| whole(equal.len())).filter(|n| *n > 1).collect();
    let level: i64 = ties.iter().map(|n| pairs(*n)).sum();
    let falling = i64::try_from(exchanges(values)).unwrap_or(i64::MAX);
    let s = pairs(whole(values.len())).saturating_sub(level).saturating_sub(falling.saturating_mul(2));
    let term = |n: f64| n * (n - 1.0) * (2.0 * n + 5.0);
    let tie_terms: f64 = ties.iter().map(|n| term(super::count::number_of(*n))).sum();
    let variance = (term(number(values.len())) - tie_terms) / 18.0;
    let towards_zero = (score(s).abs() - 1.0).max(0.0);
    let p = (variance > 0.0).then(|| normal_two_sided(towards_zero / variance.sqrt())).and_then(finite);
    Some(MannKendall { s, p })
}

/// How many pairs stand in falling order.
fn exchanges(values: &[f64]) -> u64 {
    let mut from = values.to_vec();
    let mut into = Vec::with_capacity(from.len());
    let mut count = 0;
    let mut width = 1;
    while width < from.len() {
        into.clear();
        for block in from.chunks(width.saturating_mul(2)) {
            let (left, right) = block.split_at(width.min(block.len()));
            count += merge(left, right, &mut into);
        }
        std::mem::swap(&mut from, &mut into);
        width = width.saturating_mul(2);
    }
    count
}

/// Merges two ascending slices, and counts for each value of the right how many greater ones of the left it passes.
fn merge(mut left: &[f64], mut right: &[f64], into: &mut Vec<f64>) -> u64 {
    let mut count = 0;
    while let (Some((a, left_rest)), Some((b, right_rest))) = (left.split_first(), right.split_first()) {
        if b.total_cmp(a).is_lt() {
            count += whole(left.len());
            into.push(*b);
            right = right_rest;
        } else {
            into.push(*a);
            left = left_rest;
        }
    }
    into.extend_from_slice(left);
    into.extend_from_slice(right);
    count
}

/// Two-sided p of the Wald–Wolfowitz runs test about the median (1940): values equal to the median are dropped, no
/// correction for continuity. `None` where one side has no value or the variance is 0.
///
/// ```
/// // Four below, then four above: two runs where five are expected.
/// let p = norma::statistics::order::runs_p(&[1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0], 4.5).unwrap();
/// assert!((p - 0.021_947).abs() < 1e-5);
/// ```
#[must_use]
pub fn runs_p(values: &[f64], median: f64) -> Option<f64> {
    let mut sides = values.iter().filter(|value| value.total_cmp(&median).is_ne()).map(|value| *value > median);
    let mut last = sides.next()?;
    let (mut above, mut below) = (u64::from(last), u64::from(!last));
    let mut runs = 1_u64;
    for side in sides {
        above += u64::from(side);
        below += u64::from(!side);
        runs += u64::from(side != last);
        last = side;
    }
    let (above, below, runs) =
        (super::count::number_of(above), super::count::number_of(below), super::count::number_of(runs));
    let n = above + below;
    let double = 2.0 * above * below;
    let expected = double / n + 1.0;
    let variance = double * (double - n) / (n * n * (n - 1.0));
    (above > 0.0 && below > 0.0 && variance > 0.0)
        .then(|| normal_two_sided((runs - expected) / variance.sqrt()))
        .and_then(finite)
}
