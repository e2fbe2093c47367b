//! Reference values with their sources, and properties over random data (the seed is printed on failure).
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::cast_precision_loss,
    reason = "tests"
)]

use super::between::between;
use super::bootstrap::{bca, bootstrap_t};
use super::count::ceiling;
use super::describe::{Moments, lag1_autocorrelation, median_absolute_deviation, quantile, sorted};
use super::distribution::{f_above, normal_below, normal_two_sided, t_upper};
use super::flag::{FlagRule, Strength, flags, resolution};
use super::interval::{cox_interval, t_interval, wider_interval};
use super::order::mann_kendall;
use super::outlier::{esd_most, generalized_esd, grubbs, grubbs_critical};
use super::sample_size::{ilo, iterated_t};
use super::stratified::{Stratum, stratified};
use super::{Options, Row, Summary, report};
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use std::collections::BTreeMap;

/// Correct significant digits (NIST's LRE), 15 at most.
fn digits(value: f64, certified: f64) -> f64 {
    let error = ((value - certified) / certified).abs();
    if error > 0.0 {
        (-error.log10()).min(15.0)
    } else {
        15.0
    }
}

#[track_caller]
fn close(value: Option<f64>, expected: f64, tolerance: f64) {
    let value = value.unwrap_or(f64::NAN);
    assert!(
        (value - expected).abs() <= tolerance,
        "{value} instead of {expected}"
    );
}

/// NIST `StRD` `NumAcc2` to `NumAcc4`: 1001 values, the offset + 0.2, then + 0.1 and + 0.3 by turns.
fn num_acc(offset: i64) -> Vec<f64> {
    let tenth = |index: i64| {
        if index == 0 {
            2
        } else if index % 2 == 1 {
            1
        } else {
            3
        }
    };
    (0..1001)
        .map(|index| (offset * 10 + tenth(index)) as f64 / 10.0)
        .collect()
}

/// NIST `StRD` Mavro, in hundred-thousandths above 2.
const MAVRO: [i32; 50] = [
    180, 170, 180, 190, 180, 170, 150, 140, 150, 150, 170, 180, 180, 190, 190, 210, 200, 160, 140,
    130, 130, 150, 150, 160, 150, 140, 130, 140, 150, 140, 150, 160, 150, 160, 190, 200, 200, 210,
    220, 230, 240, 250, 270, 260, 260, 260, 270, 260, 250, 240,
];

/// NIST `StRD` Michelso (speed of light, Michelson 1879), in hundredths above 299.
const MICHELSO: [i32; 100] = [
    85, 74, 90, 107, 93, 85, 95, 98, 98, 88, 100, 98, 93, 65, 76, 81, 100, 100, 96, 96, 96, 94, 96,
    94, 88, 80, 85, 88, 90, 84, 83, 79, 81, 88, 88, 83, 80, 79, 76, 80, 88, 88, 88, 86, 72, 72, 62,
    86, 97, 95, 88, 91, 85, 87, 84, 84, 85, 84, 84, 84, 89, 81, 81, 82, 80, 77, 76, 74, 75, 76, 91,
    92, 89, 86, 88, 72, 84, 85, 85, 78, 89, 84, 78, 81, 76, 81, 79, 81, 82, 85, 87, 87, 81, 74, 81,
    94, 95, 80, 81, 87,
];

#[test]
fn nist_univariate_sets_to_the_certified_digits() {
    let mavro: Vec<f64> = MAVRO.iter().map(|x| f64::from(200_000 + x) / 1e5).collect();
    let michelso: Vec<f64> = MICHELSO
        .iter()
        .map(|x| f64::from(29_900 + x) / 1e2)
        .collect();
    let first = vec![10_000_001.0, 10_000_003.0, 10_000_002.0];
    // Certified values: NIST Statistical Reference Datasets, itl.nist.gov/div898/strd. Least digits: mean, sd, lag 1.
    let sets = [
        (
            "NumAcc1",
            first,
            [10_000_002.0, 1.0, -0.5],
            [13.0, 9.0, 9.0],
        ),
        ("NumAcc2", num_acc(1), [1.2, 0.1, -0.999], [13.0, 9.0, 9.0]),
        (
            "NumAcc3",
            num_acc(1_000_000),
            [1_000_000.2, 0.1, -0.999],
            [13.0, 9.0, 9.0],
        ),
        (
            "NumAcc4",
            num_acc(10_000_000),
            [10_000_000.2, 0.1, -0.999],
            [13.0, 8.0, 7.0],
        ),
        (
            "Mavro",
            mavro,
            [2.001_856, 0.000_429_123_454_003_053, 0.937_989_183_438_248],
            [13.0, 9.0, 9.0],
        ),
        (
            "Michelso",
            michelso,
            [299.8524, 0.079_010_547_819_051_8, 0.535_199_668_621_283],
            [13.0, 9.0, 9.0],
        ),
    ];
    for (name, values, certified, least) in sets {
        let moments = Moments::of(&values).unwrap();
        let lag = lag1_autocorrelation(&values, &moments).unwrap();
        for (place, value) in [moments.mean(), moments.sd().unwrap(), lag]
            .into_iter()
            .enumerate()
        {
            let right = digits(value, certified[place]);
            assert!(
                right >= least[place],
                "{name}, figure {place}: {value}, {right} digits"
            );
        }
    }
}

#[test]
fn nist_analyses_of_variance() {
    // NIST StRD SiRstv (silicon resistivity): certified F.
    let silicon = [
        vec![196.3052, 196.1240, 196.1890, 196.2569, 196.3403],
        vec![196.3042, 196.3825, 196.1669, 196.3257, 196.0422],
        vec![196.1303, 196.2005, 196.2889, 196.0343, 196.1811],
        vec![196.2795, 196.1748, 196.1494, 196.1485, 195.9885],
        vec![196.2119, 196.1051, 196.1850, 196.0052, 196.2090],
    ];
    assert!(digits(between(&silicon).anova_f.unwrap(), 1.180_462_374_402_55) >= 9.0);
    // Simon & Lesage SmLs01, 04, 07: nine groups of 21 whose first value is the mean, then ± 0.1 by turns; F = 21.
    // What limits the last one is the data's own rounding to binary.
    for (offset, least) in [(1_i64, 13.0), (1_000_000, 9.0), (1_000_000_000_000, 3.0)] {
        let group = |centre: i64| -> Vec<f64> {
            let tenth = |index: i64| {
                if index == 0 {
                    0
                } else if index % 2 == 1 {
                    -1
                } else {
                    1
                }
            };
            (0..21)
                .map(|index| (offset * 10 + centre + tenth(index)) as f64 / 10.0)
                .collect()
        };
        let groups: Vec<Vec<f64>> = [4, 3, 5, 3, 5, 3, 5, 3, 5].into_iter().map(group).collect();
        let found = digits(between(&groups).anova_f.unwrap(), 21.0);
        assert!(found >= least, "offset {offset}: {found} digits");
    }
}

#[test]
fn nist_grubbs_example() {
    // Uranium isotopes, NIST handbook 1.3.5.17.1: G = 2.4687; the handbook's one-sided 5 % critical value is 2.032,
    // the two-sided one from Grubbs' tables 2.126.
    let uranium = [
        199.31, 199.53, 200.19, 200.82, 201.92, 201.95, 202.18, 245.57,
    ];
    let moments = Moments::of(&uranium).unwrap();
    close(grubbs(&uranium, &moments), 2.468_764_611_212_450_6, 1e-12);
    close(grubbs_critical(8), 2.126_645_087_195_464_5, 1e-9);
    assert_eq!(grubbs_critical(2), None);
}

#[test]
fn rosner_example_has_three_outliers() {
    // Rosner 1983, 54 values; NIST handbook 1.3.5.17.3: R = 3.118, 2.942, 3.179 (λ = 3.158, 3.151, 3.143), then
    // 2.810: the third exceeds its λ, so there are three although the first two do not.
    let values = [
        -0.25, 0.68, 0.94, 1.15, 1.20, 1.26, 1.26, 1.34, 1.38, 1.43, 1.49, 1.49, 1.55, 1.56, 1.58,
        1.65, 1.69, 1.70, 1.76, 1.77, 1.81, 1.91, 1.94, 1.96, 1.99, 2.06, 2.09, 2.10, 2.14, 2.15,
        2.23, 2.24, 2.26, 2.35, 2.37, 2.40, 2.47, 2.54, 2.62, 2.64, 2.90, 2.92, 2.92, 2.93, 3.21,
        3.26, 3.30, 3.59, 3.68, 4.30, 4.64, 5.34, 5.42, 6.01,
    ];
    let found = generalized_esd(&values, 10).unwrap();
    assert_eq!((found.low, found.high), (0, 3));
    close(
        grubbs(&values, &Moments::of(&values).unwrap()),
        3.118_9,
        1e-3,
    );
    close(grubbs_critical(54), 3.158_8, 1e-3);
    assert_eq!(
        [1, 4, 9, 10, 24, 25, 54].map(esd_most),
        [1, 1, 1, 2, 4, 10, 10]
    );
}

#[test]
fn olsson_carbon_monoxide_example() {
    // Olsson 2005 (J. Statistics Education 13(1)), nine carbon monoxide levels: modified Cox 12.31 to 78.72.
    let levels = [12.5, 20.0, 4.0, 20.0, 25.0, 170.0, 15.0, 20.0, 15.0_f64];
    let logs: Vec<f64> = levels.iter().map(|level| level.ln()).collect();
    let interval = cox_interval(&Moments::of(&logs).unwrap()).unwrap();
    close(Some(interval.low), 12.309_29, 1e-5);
    close(Some(interval.high), 78.722_54, 1e-5);
    let plain = t_interval(&Moments::of(&levels).unwrap()).unwrap();
    assert_eq!(wider_interval(&levels), Some(plain.wider(interval)));
}

#[test]
fn sample_sizes_of_the_textbooks() {
    // ILO, Introduction to Work Study: 7 6 7 7 6 give Σx = 33, Σx² = 219 and 8.81, so 9 readings.
    let pilot = Moments::of(&[7.0, 6.0, 7.0, 7.0, 6.0]).unwrap();
    assert_eq!((ilo(&pilot, 40.0), ilo(&pilot, 20.0)), (Some(9), Some(3)));
    // Niebel, Methods, Standards and Work Design: mean 0.30 min, s = 0.09, ±5 %: 154 with the t of 25 readings.
    close(t_upper(24.0, 0.025), 2.064, 5e-4);
    assert_eq!(
        ceiling((0.09 * t_upper(24.0, 0.025).unwrap() / (0.05 * 0.30)).powi(2)),
        Some(154)
    );
    assert_eq!(iterated_t(0.09 / 0.30, 0.05), Some(141));
    // By definition: the smallest N that meets the inequality.
    for cv in [0.01, 0.05, 0.13, 0.3, 0.51, 0.8, 1.4, 3.0, 40.0] {
        for precision in [0.05, 0.1, 0.2] {
            let n = iterated_t(cv, precision).unwrap();
            let meets = |n: u64| {
                n as f64 >= (t_upper(n as f64 - 1.0, 0.025).unwrap() * cv / precision).powi(2)
            };
            assert!(
                meets(n) && (n == 2 || !meets(n - 1)),
                "cv {cv}, ±{precision}: {n}"
            );
        }
    }
}

#[test]
fn tables_of_t_and_f() {
    // scipy.stats.t.isf (1.17); the series takes over at 5 000 degrees of freedom.
    let rows = [
        (1.0, 0.025, 12.706_204_736_174_69),
        (3.7, 0.025, 2.867_520_707_191_192),
        (29.0, 0.005, 2.756_385_903_670_606),
        (4_999.0, 2.5e-8, 5.459_695_580_595_346),
        (5_000.0, 2.5e-8, 5.459_693_901_338_802),
        (99_999.0, 0.025, 1.959_987_707_771_845),
        (1e15, 0.025, 1.959_963_984_540_054),
    ];
    for (degrees, tail, expected) in rows {
        close(t_upper(degrees, tail), expected, 1e-11 * expected);
    }
    let across = t_upper(4_999.999, 1e-6).unwrap() - t_upper(5_000.0, 1e-6).unwrap();
    assert!(
        across.abs() < 1e-8,
        "a step of {across} where the series begins"
    );
    for bad in [0.0, 0.99, -1.0, f64::NAN, f64::NEG_INFINITY] {
        assert_eq!(t_upper(bad, 0.025), None);
    }
    // 2·scipy.stats.norm.sf
    for (z, expected) in [
        (0.0, 1.0),
        (1.0, 0.317_310_507_862_914_04),
        (-3.0, 0.002_699_796_063_260_189),
        (1e200, 0.0),
    ] {
        close(Some(normal_two_sided(z)), expected, 1e-13 * expected);
    }
    close(Some(normal_below(-1.0) + normal_below(1.0)), 1.0, 1e-15);
    // scipy.stats.f.sf
    close(f_above(21.0, 8.0, 180.0), 2.583_264_337_269e-22, 1e-31);
    assert_eq!(f_above(f64::NAN, 1.0, 1.0), None);
}

#[test]
fn flags_by_size_of_class_and_resolution() {
    let calm = [
        88.2, 95.1, 102.3, 79.8, 110.4, 91.7, 99.9, 85.5, 93.3, 105.6, 97.2, 90.8, 101.1, 94.4,
    ];
    let with = |n: usize, value: f64| -> Vec<f64> {
        calm.iter()
            .copied()
            .cycle()
            .take(n - 1)
            .chain([value])
            .collect()
    };
    let found = |n, value| {
        let flags = flags(&with(n, value), 0.1);
        flags
            .first()
            .map(|flag| (flags.len(), flag.index, flag.rule, flag.strength, flag.high))
    };
    assert_eq!(found(4, 900.0), None);
    assert_eq!(
        found(5, 9000.0),
        Some((1, 4, FlagRule::Tukey3Log, Strength::Strong, true))
    );
    assert_eq!(
        found(14, 900.0),
        Some((1, 13, FlagRule::Tukey3Log, Strength::Strong, true))
    );
    assert_eq!(
        found(15, 900.0),
        Some((1, 14, FlagRule::ModifiedZLog, Strength::Strong, true))
    );
    assert_eq!(
        found(30, 2.0),
        Some((1, 29, FlagRule::ModifiedZLog, Strength::Strong, false))
    );
    assert_eq!(found(30, 100.0), None);
    // Whole seconds: one tick is no flag, a forgotten stop is.
    let ticks = |n: usize, value: f64| -> Vec<f64> { (1..n).map(|_| 5.0).chain([value]).collect() };
    for n in [10, 30] {
        close(Some(resolution(&ticks(n, 6.0))), 1.0, 0.0);
        assert_eq!(flags(&ticks(n, 6.0), 1.0), []);
        assert_eq!(flags(&ticks(n, 60.0), 1.0).len(), 1);
    }
    // No spread and no known resolution: the modified z is undefined, and nobody is accused.
    assert_eq!(flags(&ticks(30, 6.1), 0.0), []);
    assert_eq!(flags(&with(30, 0.0), 0.1), []);
}

#[test]
fn what_is_undefined_is_null() {
    let empty = Summary::of(&[]);
    assert_eq!(empty, Summary::default());
    let one = Summary::of(&[7.0]);
    assert_eq!(
        (one.mean, one.median, one.sd, one.ci_t_low),
        (Some(7.0), Some(7.0), None, None)
    );
    assert_eq!(
        (one.grubbs_critical, one.gesd_count, one.mann_kendall_s),
        (None, None, None)
    );
    let equal = Summary::of(&[0.1; 9]);
    assert_eq!(
        (equal.mean, equal.sd, equal.cv),
        (Some(0.1), Some(0.0), Some(0.0))
    );
    assert_eq!(
        (equal.skewness, equal.lag1_autocorrelation, equal.grubbs_g),
        (None, None, None)
    );
    assert_eq!(
        (equal.ci_t_low, equal.ci_cox_low, equal.modified_z_max_abs),
        (None, None, None)
    );
    assert_eq!(
        (
            equal.n_required_ilo_5,
            equal.n_required_t_5,
            equal.gesd_count
        ),
        (None, None, None)
    );
    assert_eq!(
        (equal.mann_kendall_s, equal.mann_kendall_p, equal.runs_p),
        (Some(0), None, None)
    );
    let zero = Summary::of(&[0.0, 3.0, 5.0]);
    assert_eq!((zero.mean, zero.geometric_mean), (Some(8.0 / 3.0), None));
    assert_eq!(
        (zero.ci_cox_low, zero.tukey_log_low, zero.gesd_log_count),
        (None, None, None)
    );
    assert_eq!(zero.stability_ratio, None);
    for bad in [f64::NAN, f64::INFINITY] {
        assert_eq!(
            Summary::of(&[1.0, bad]),
            Summary {
                n: 2,
                ..Summary::default()
            }
        );
    }
}

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

fn numbers(value: &serde_json::Value, path: &str, out: &mut Vec<(String, f64)>) {
    match value {
        serde_json::Value::Number(number) => out.push((path.to_owned(), number.as_f64().unwrap())),
        serde_json::Value::Array(items) => items.iter().for_each(|item| numbers(item, path, out)),
        serde_json::Value::Object(map) => {
            map.iter()
                .for_each(|(key, item)| numbers(item, &format!("{path}.{key}"), out));
        }
        _ => {}
    }
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
        let options = Options {
            weights: Some(weights),
            weights_count: Some(seed),
            bca: seed % 50 == 0,
        };
        let result = report(&rows, &options);
        // serde_json writes NaN and infinities as null, so they are looked for in the debug text.
        let text = format!("{result:?}");
        assert!(
            !text.contains("NaN") && !text.contains("inf"),
            "seed {seed}: {values:?}\n{text}"
        );
        let mut found = Vec::new();
        numbers(&serde_json::to_value(&result).unwrap(), "", &mut found);
        assert!(
            found.iter().any(|(path, _)| path == ".groups.all.n"),
            "seed {seed}"
        );
        assert_eq!(
            report(&rows, &options),
            result,
            "seed {seed}: not the same twice"
        );
    }
}

#[test]
fn descriptions_follow_scale_and_order() {
    for seed in 0..300 {
        let mut random = StdRng::seed_from_u64(seed);
        let values: Vec<f64> = (0..random.random_range(3..60))
            .map(|_| random.random_range(5.0..900.0))
            .collect();
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
            assert!(
                (seconds.unwrap() / 64.0 - scaled.unwrap()).abs() < 1e-9,
                "seed {seed}"
            );
        }
        assert_eq!(summary.mann_kendall_s, scaled.mann_kendall_s, "seed {seed}");
        let backwards: Vec<f64> = values.iter().rev().copied().collect();
        let reversed = Summary::of(&backwards);
        assert_eq!(
            summary.mann_kendall_s,
            reversed.mann_kendall_s.map(|s| -s),
            "seed {seed}"
        );
        assert_eq!(
            summary.gesd_log_count, reversed.gesd_log_count,
            "seed {seed}"
        );
        let (low, middle, high) = (
            summary.q1.unwrap(),
            summary.median.unwrap(),
            summary.q3.unwrap(),
        );
        assert!(
            summary.min.unwrap() <= low
                && low <= middle
                && middle <= high
                && high <= summary.max.unwrap()
        );
    }
}

#[test]
fn fast_ways_agree_with_the_definitions() {
    for seed in 0..300 {
        let mut random = StdRng::seed_from_u64(seed);
        let values: Vec<f64> = (0..random.random_range(2..70))
            .map(|_| f64::from(random.random_range(1..20)))
            .collect();
        let mut s = 0;
        for (place, first) in values.iter().enumerate() {
            s += values[place..]
                .iter()
                .map(|later| i64::from(later > first) - i64::from(later < first))
                .sum::<i64>();
        }
        let ascending = sorted(&values);
        assert_eq!(
            mann_kendall(&values, &ascending).unwrap().s,
            s,
            "seed {seed}"
        );
        let median = quantile(&ascending, 0.5).unwrap();
        let distances: Vec<f64> = ascending
            .iter()
            .map(|value| (value - median).abs())
            .collect();
        assert_eq!(
            median_absolute_deviation(&ascending),
            quantile(&sorted(&distances), 0.5),
            "seed {seed}"
        );
    }
}

#[test]
fn json_has_the_names_of_the_command_line() {
    let rows = [60.0, 70.0].map(|seconds| Row {
        seconds,
        ..Row::default()
    });
    let value = serde_json::to_value(report(&rows, &Options::default())).unwrap();
    assert_eq!(value["between"], serde_json::Value::Null);
    let mut names: Vec<&str> = value["groups"]["all"]
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    names.sort_unstable();
    let mut expected: Vec<&str> = "n sum mean sd cv min max q1 median q3 iqr mad skewness geometric_mean \
        stability_ratio lag1_autocorrelation ci_t_low ci_t_high ci_cox_low ci_cox_high n_required_ilo_5 \
        n_required_ilo_10 n_required_t_5 n_required_t_10 tukey_low tukey_high tukey_log_low tukey_log_high \
        modified_z_max_abs modified_z_log_max_abs grubbs_g grubbs_critical gesd_count gesd_log_count \
        mann_kendall_s mann_kendall_p runs_p flags strat_mean strat_ci_low strat_ci_high strat_df ci_bca_low \
        ci_bca_high".split_whitespace().collect();
    expected.sort_unstable();
    assert_eq!(names, expected);
    let grouped = rows.map(|row| Row {
        group: Some("o".into()),
        ..row
    });
    let value = serde_json::to_value(report(&grouped, &Options::default())).unwrap();
    let names: Vec<&str> = value["between"]
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    for name in [
        "anova_f",
        "anova_p",
        "icc",
        "mean_of_means",
        "ci_operators_low",
        "ci_operators_high",
    ] {
        assert!(names.contains(&name), "{name}");
    }
}

#[test]
fn a_flag_names_its_row_and_the_mean_without_it() {
    let mut rows: Vec<Row> = (0..20)
        .map(|index| Row {
            seconds: 90.0 + f64::from(index % 5),
            group: None,
            class: Some("regular".into()),
        })
        .collect();
    rows.extend([600.0, 700.0, 800.0, 650.0].map(|seconds| Row {
        seconds,
        group: None,
        class: Some("hard".into()),
    }));
    rows[6].seconds = 1800.0;
    let result = report(&rows, &Options::default());
    let flags = &result.groups.get("all").unwrap().flags;
    assert_eq!(flags.len(), 1);
    assert_eq!(
        (flags[0].row, flags[0].rule, flags[0].high),
        (7, FlagRule::ModifiedZLog, true)
    );
    let others: f64 = rows
        .iter()
        .map(|row| row.seconds)
        .filter(|seconds| *seconds < 1800.0)
        .sum();
    close(flags[0].mean_without, others / 23.0, 1e-9);
    let weights = BTreeMap::from([("regular".to_owned(), 0.9), ("hard".to_owned(), 0.1)]);
    let result = report(
        &rows,
        &Options {
            weights: Some(weights),
            ..Options::default()
        },
    );
    let regular: f64 = rows[..20]
        .iter()
        .map(|row| row.seconds)
        .filter(|seconds| *seconds < 1800.0)
        .sum();
    close(
        result.groups.get("all").unwrap().flags[0].mean_without,
        0.9 * regular / 19.0 + 0.1 * 687.5,
        1e-9,
    );
}

#[test]
fn stratified_estimates_by_hand_and_their_limits() {
    let regular = Moments::of(&[80.0, 90.0, 100.0]);
    let hard = Moments::of(&[800.0, 1000.0]);
    let classes = |weight: f64| {
        [
            Stratum {
                weight: 1.0 - weight,
                times: regular,
            },
            Stratum {
                weight,
                times: hard,
            },
        ]
    };
    // v = 0.81·100/3 = 27 on 2 degrees, 0.01·20000/2 = 100 on 1; share 810²·0.09/1000 = 59.049.
    let known = stratified(&classes(0.1), None).unwrap();
    close(
        known.degrees,
        127.0_f64.powi(2) / (27.0_f64.powi(2) / 2.0 + 1e4),
        1e-9,
    );
    let counted = stratified(&classes(0.1), Some(1000)).unwrap();
    close(counted.variance(), 127.0 + 59.049, 1e-9);
    close(
        counted.degrees,
        186.049_f64.powi(2) / (27.0_f64.powi(2) / 2.0 + 1e4),
        1e-9,
    );
    assert!(stratified(&classes(0.0), None).unwrap().mean < 90.1);
    for bad in [-0.1, 1.1, f64::NAN] {
        assert_eq!(stratified(&classes(bad), None), None);
    }
    let unseen = [
        Stratum {
            weight: 0.9,
            times: regular,
        },
        Stratum {
            weight: 0.1,
            times: None,
        },
    ];
    assert_eq!(stratified(&unseen, None), None);
    let one = [
        Stratum {
            weight: 0.9,
            times: regular,
        },
        Stratum {
            weight: 0.1,
            times: Moments::of(&[900.0]),
        },
    ];
    let estimate = stratified(&one, None).unwrap();
    close(Some(estimate.mean), 171.0, 1e-9);
    assert_eq!((estimate.within, estimate.interval()), (None, None));
}

#[test]
fn bootstrap_intervals_are_near_the_t_interval_of_symmetric_times() {
    let values: Vec<f64> = (0..60)
        .map(|index| 100.0 + f64::from(index % 20) - 9.5)
        .collect();
    let plain = t_interval(&Moments::of(&values).unwrap()).unwrap();
    for interval in [bca(&values).unwrap(), bootstrap_t(&values).unwrap()] {
        assert!(
            (interval.low - plain.low).abs() < 0.15 && (interval.high - plain.high).abs() < 0.15,
            "{interval:?}"
        );
    }
    let shuffled: Vec<f64> = values.iter().rev().copied().collect();
    assert_eq!(bca(&values), bca(&shuffled));
    for few in [&[][..], &[1.0], &[2.0, 2.0, 2.0]] {
        assert_eq!((bca(few), bootstrap_t(few)), (None, None));
    }
}
