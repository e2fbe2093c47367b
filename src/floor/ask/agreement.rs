//! Whether real handling times agree with a norm.

use crate::domain::units::Fraction;
use crate::statistics::count::{nearest, score};
use crate::statistics::distribution::t_upper;
use crate::store::handling::HandlingTimes;
use crate::views::pilot::{Agreement, Handling};

/// Fewer contacts than this say nothing about a norm.
const ENOUGH: i64 = 30;

/// What lies outside a 95 % interval on each side.
const TAIL: f64 = 0.025;

/// Real handling times held against a norm's time without allowance, in seconds: their mean with its 95 % t interval,
/// x̄ ± t₀.₉₇₅,ₙ₋₁·s/√n. The norm agrees where it lies within. `None` without a contact.
pub(super) fn handling(times: &HandlingTimes, normal_seconds: f64) -> Option<Handling> {
    let mean = Fraction::new(i128::from(times.total_ms), i128::from(times.n)).ok()?;
    let norm_ms = nearest(normal_seconds * 1_000.0)?;
    let ends = interval(times);
    let agrees = match ends {
        Some((low, high)) if times.n >= ENOUGH => match norm_ms {
            norm if norm < low => Agreement::Longer,
            norm if norm > high => Agreement::Shorter,
            _ => Agreement::Agrees,
        },
        _ => Agreement::TooFew,
    };
    Some(Handling {
        count: times.n,
        mean_ms: mean.round_half_even().ok()?,
        low_ms: ends.map(|(low, _)| low),
        high_ms: ends.map(|(_, high)| high),
        norm_ms,
        agrees,
    })
}

fn interval(times: &HandlingTimes) -> Option<(i64, i64)> {
    let (n, total) = (score(times.n), score(times.total_ms));
    if times.n < 2 {
        return None;
    }
    let variance = ((times.squares - total * total / n) / (n - 1.0)).max(0.0);
    let half = t_upper(n - 1.0, TAIL)? * (variance / n).sqrt();
    nearest(total / n - half).zip(nearest(total / n + half))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// n contacts, half of them 90 s and half 110 s.
    fn times(n: i64) -> HandlingTimes {
        let half = score(n) / 2.0;
        HandlingTimes { n, total_ms: n * 100_000, squares: half * 90_000.0_f64.powi(2) + half * 110_000.0_f64.powi(2) }
    }

    #[test]
    fn a_norm_agrees_where_it_lies_within_the_interval_of_the_mean() {
        let check = |n, normal: f64, expected| {
            assert_eq!(handling(&times(n), normal).unwrap().agrees, expected, "{n} contacts, {normal} s");
        };
        check(100, 100.0, Agreement::Agrees);
        check(100, 101.9, Agreement::Agrees);
        check(100, 102.1, Agreement::Shorter);
        check(100, 97.9, Agreement::Longer);
        check(28, 50.0, Agreement::TooFew);
        // s = 10 050 ms, t = 1.984, so ± 1 994 ms.
        let found = handling(&times(100), 100.0).unwrap();
        assert_eq!((found.mean_ms, found.low_ms, found.high_ms), (100_000, Some(98_006), Some(101_994)));
        let one = HandlingTimes { n: 1, total_ms: 60_000, squares: 3.6e9 };
        assert_eq!(handling(&one, 60.0).unwrap().low_ms, None);
        assert_eq!(handling(&HandlingTimes { n: 0, total_ms: 0, squares: 0.0 }, 60.0), None);
    }
}
