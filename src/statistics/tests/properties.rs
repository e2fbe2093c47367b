//! What holds for any data: no panic, no NaN, the same answer twice, scale and order, definitions.

use crate::statistics::describe::{median_absolute_deviation, quantile, sorted};
use crate::statistics::order::mann_kendall;
use crate::statistics::study::{Class, HardShare, Observation, study_interval};
use crate::statistics::{Options, Row, Summary, report};
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use std::collections::BTreeMap;

/// Series of every kind that a file could hold, and some that it could not.
fn series(random: &mut StdRng) -> Vec<f64> {
    let n = [0, 1, 2, 3, 4, 5, 6, 10, 14, 15, 16, 25, 30, 100][random.random_range(0..14)];
    let kind = random.random_range(0..12);
    let lognormal = |random: &mut StdRng| {
        let sum: f64 = (0..12).map(|_| random.random::<f64>()).sum();
        90.0 * (0.45 * (sum - 6.0)).exp()
    };
    let value = |random: &mut StdRng| match kind {
        0 => lognormal(random),
        1 => lognormal(random).ceil(),
        2 => 42.0,
        3 => 0.0,
        4 => lognormal(random) - 90.0,
        5 => 1e12 + lognormal(random),
        6 => 1e300 * lognormal(random),
        7 => 1e-300 * lognormal(random),
        8 => f64::MAX * [1.0, -1.0][random.random_range(0..2)],
        9 => f64::from_bits(random.random()),
        10 => f64::from(random.random_range(1..4)),
        _ => f64::MIN_POSITIVE * f64::from(random.random_range(0..3)) / 8.0,
    };
    (0..n).map(|_| value(random)).collect()
}

#[test]
fn reports_are_total_and_finite() {
    for seed in 0..1_500 {
        let mut random = StdRng::seed_from_u64(seed);
        let values = series(&mut random);
        let name = |random: &mut StdRng, names: &[&str]| {
            let place = random.random_range(0..=names.len());
            names.get(place).map(|name| (*name).to_owned())
        };
        let row = |seconds: &f64| Row {
            seconds: *seconds,
            group: name(&mut random, &["anna", "boris", "all"]),
            class: name(&mut random, &["regular", "hard"]),
        };
        let rows: Vec<Row> = values.iter().map(row).collect();
        let weights = BTreeMap::from([("regular".to_owned(), 0.93), ("hard".to_owned(), 0.07)]);
        let options = Options { weights: Some(weights), weights_count: Some(seed), bca: seed % 50 == 0 };
        let result = report(&rows, &options);
        // serde_json writes NaN and infinities as null, so they are looked for in the debug text.
        let text = format!("{result:?}");
        assert!(!text.contains("NaN") && !text.contains("inf"), "seed {seed}: {values:?}\n{text}");
        assert_eq!(report(&rows, &options), result, "seed {seed}: not the same twice");
    }
}

#[test]
fn descriptions_follow_scale_and_order() {
    for seed in 0..300 {
        let mut random = StdRng::seed_from_u64(seed);
        let values: Vec<f64> = (0..random.random_range(3..60)).map(|_| random.random_range(5.0..900.0)).collect();
        let summary = Summary::of(&values);
        let minutes: Vec<f64> = values.iter().map(|value| value / 64.0).collect();
        let scaled = Summary::of(&minutes);
        let pairs = [
            (summary.mean, scaled.mean),
            (summary.sd, scaled.sd),
            (summary.mad, scaled.mad),
            (summary.ci_t_high, scaled.ci_t_high),
            (summary.ci_cox_low, scaled.ci_cox_low),
        ];
        for (seconds, scaled) in pairs {
            assert!((seconds.unwrap() / 64.0 - scaled.unwrap()).abs() < 1e-9, "seed {seed}");
        }
        assert_eq!(summary.mann_kendall_s, scaled.mann_kendall_s, "seed {seed}");
        let backwards: Vec<f64> = values.iter().rev().copied().collect();
        let reversed = Summary::of(&backwards);
        assert_eq!(summary.mann_kendall_s, reversed.mann_kendall_s.map(|s| -s), "seed {seed}");
        assert_eq!(summary.gesd_log_count, reversed.gesd_log_count, "seed {seed}");
        let (low, middle, high) = (summary.q1.unwrap(), summary.median.unwrap(), summary.q3.unwrap());
        assert!(summary.min.unwrap() <= low && low <= middle && middle <= high && high <= summary.max.unwrap());
    }
}

#[test]
fn fast_ways_agree_with_the_definitions() {
    for seed in 0..300 {
        let mut random = StdRng::seed_from_u64(seed);
        let values: Vec<f64> = (0..random.random_range(2..70)).map(|_| f64::from(random.random_range(1..20))).collect();
        let mut s = 0;
        for (place, first) in values.iter().enumerate() {
            s += values[place..].iter().map(|later| i64::from(later > first) - i64::from(later < first)).sum::<i64>();
        }
        let ascending = sorted(&values);
        assert_eq!(mann_kendall(&values, &ascending).unwrap().s, s, "seed {seed}");
        let median = quantile(&ascending, 0.5).unwrap();
        let distances: Vec<f64> = ascending.iter().map(|value| (value - median).abs()).collect();
        assert_eq!(median_absolute_deviation(&ascending), quantile(&sorted(&distances), 0.5), "seed {seed}");
    }
}

#[test]
fn studies_are_total_and_finite() {
    for seed in 0..1_500 {
        let mut random = StdRng::seed_from_u64(seed);
        let operators = random.random_range(1..6);
        let observe = |seconds: &f64| Observation {
            seconds: *seconds,
            class: if random.random_bool(0.3) { Class::Hard } else { Class::Regular },
            operator: random.random_range(0..operators),
            day: random.random_range(0..3),
        };
        let study: Vec<Observation> = series(&mut StdRng::seed_from_u64(seed)).iter().map(observe).collect();
        for share in [
            HardShare::NoHardCases,
            HardShare::OfStudy,
            HardShare::Declared { share: 0.07 },
            HardShare::Declared { share: f64::NAN },
            HardShare::Counted { share: 0.0, tickets: 10 },
            HardShare::Counted { share: 1.0, tickets: 0 },
            HardShare::Counted { share: 0.5, tickets: u64::MAX },
        ] {
            let text = format!("{:?}", study_interval(&study, share));
            assert!(!text.contains("NaN") && !text.contains("inf"), "seed {seed}: {text}");
        }
    }
}
