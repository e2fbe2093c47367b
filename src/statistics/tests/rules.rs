//! Flags, classes, undefined values, and the names in the report.

use super::close;
use crate::statistics::bootstrap::{bca, bootstrap_t};
use crate::statistics::describe::Moments;
use crate::statistics::distribution::{normal_below, normal_upper};
use crate::statistics::flag::{FlagRule, Strength, flags, resolution};
use crate::statistics::interval::t_interval;
use crate::statistics::stratified::{Stratum, stratified};
use crate::statistics::{Options, Row, Summary, report};
use std::collections::BTreeMap;

#[test]
fn flags_by_size_of_class_and_resolution() {
    let calm = [88.2, 95.1, 102.3, 79.8, 110.4, 91.7, 99.9, 85.5, 93.3, 105.6, 97.2, 90.8, 101.1, 94.4];
    let with = |n: usize, value: f64| -> Vec<f64> { calm.iter().copied().cycle().take(n - 1).chain([value]).collect() };
    let found = |n, value| {
        let flags = flags(&with(n, value), 0.1);
        flags.first().map(|flag| (flags.len(), flag.index, flag.rule, flag.strength, flag.high))
    };
    assert_eq!(found(4, 900.0), None);
    assert_eq!(found(5, 9000.0), Some((1, 4, FlagRule::Tukey3Log, Strength::Strong, true)));
    assert_eq!(found(14, 900.0), Some((1, 13, FlagRule::Tukey3Log, Strength::Strong, true)));
    assert_eq!(found(15, 900.0), Some((1, 14, FlagRule::ModifiedZLog, Strength::Strong, true)));
    assert_eq!(found(30, 2.0), Some((1, 29, FlagRule::ModifiedZLog, Strength::Strong, false)));
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
    assert_eq!((one.mean, one.median, one.sd, one.ci_t_low), (Some(7.0), Some(7.0), None, None));
    assert_eq!((one.grubbs_critical, one.gesd_count, one.mann_kendall_s), (None, None, None));
    let equal = Summary::of(&[0.1; 9]);
    assert_eq!((equal.mean, equal.sd, equal.cv), (Some(0.1), Some(0.0), Some(0.0)));
    assert_eq!((equal.skewness, equal.lag1_autocorrelation, equal.grubbs_g), (None, None, None));
    assert_eq!((equal.ci_t_low, equal.ci_cox_low, equal.modified_z_max_abs), (None, None, None));
    assert_eq!((equal.n_required_ilo_5, equal.n_required_t_5, equal.gesd_count), (None, None, None));
    assert_eq!((equal.mann_kendall_s, equal.mann_kendall_p, equal.runs_p), (Some(0), None, None));
    let zero = Summary::of(&[0.0, 3.0, 5.0]);
    assert_eq!((zero.mean, zero.geometric_mean), (Some(8.0 / 3.0), None));
    assert_eq!((zero.ci_cox_low, zero.tukey_log_low, zero.gesd_log_count), (None, None, None));
    assert_eq!(zero.stability_ratio, None);
    for bad in [f64::NAN, f64::INFINITY] {
        assert_eq!(Summary::of(&[1.0, bad]), Summary { n: 2, ..Summary::default() });
    }
}

#[test]
fn json_has_the_names_of_the_command_line() {
    let rows = [60.0, 70.0].map(|seconds| Row { seconds, ..Row::default() });
    let value = serde_json::to_value(report(&rows, &Options::default())).unwrap();
    assert_eq!(value["between"], serde_json::Value::Null);
    let mut names: Vec<&str> = value["groups"]["all"].as_object().unwrap().keys().map(String::as_str).collect();
    names.sort_unstable();
    let mut expected: Vec<&str> = "n sum mean sd cv min max q1 median q3 iqr mad skewness geometric_mean \
        stability_ratio lag1_autocorrelation ci_t_low ci_t_high ci_cox_low ci_cox_high n_required_ilo_5 \
        n_required_ilo_10 n_required_t_5 n_required_t_10 tukey_low tukey_high tukey_log_low tukey_log_high \
        modified_z_max_abs modified_z_log_max_abs grubbs_g grubbs_critical gesd_count gesd_log_count \
        mann_kendall_s mann_kendall_p runs_p flags strat_mean strat_ci_low strat_ci_high strat_df ci_bca_low \
        ci_bca_high"
        .split_whitespace()
        .collect();
    expected.sort_unstable();
    assert_eq!(names, expected);
    let grouped = rows.map(|row| Row { group: Some("o".into()), ..row });
    let value = serde_json::to_value(report(&grouped, &Options::default())).unwrap();
    let names: Vec<&str> = value["between"].as_object().unwrap().keys().map(String::as_str).collect();
    for name in ["anova_f", "anova_p", "icc", "mean_of_means", "ci_operators_low", "ci_operators_high"] {
        assert!(names.contains(&name), "{name}");
    }
}

#[test]
fn a_flag_names_its_row_and_the_mean_without_it() {
    let mut rows: Vec<Row> = (0..20)
        .map(|index| Row { seconds: 90.0 + f64::from(index % 5), group: None, class: Some("regular".into()) })
        .collect();
    rows.extend([600.0, 700.0, 800.0, 650.0].map(|seconds| Row { seconds, group: None, class: Some("hard".into()) }));
    rows[6].seconds = 1800.0;
    let result = report(&rows, &Options::default());
    let flags = &result.groups.get("all").unwrap().flags;
    assert_eq!(flags.len(), 1);
    assert_eq!((flags[0].row, flags[0].rule, flags[0].high), (7, FlagRule::ModifiedZLog, true));
    let others: f64 = rows.iter().map(|row| row.seconds).filter(|seconds| *seconds < 1800.0).sum();
    close(flags[0].mean_without, others / 23.0, 1e-9);
    let weights = BTreeMap::from([("regular".to_owned(), 0.9), ("hard".to_owned(), 0.1)]);
    let result = report(&rows, &Options { weights: Some(weights), ..Options::default() });
    let regular: f64 = rows[..20].iter().map(|row| row.seconds).filter(|seconds| *seconds < 1800.0).sum();
    close(result.groups.get("all").unwrap().flags[0].mean_without, 0.9 * regular / 19.0 + 0.1 * 687.5, 1e-9);
}

#[test]
fn stratified_estimates_by_hand_and_their_limits() {
    let regular = Moments::of(&[80.0, 90.0, 100.0]);
    let hard = Moments::of(&[800.0, 1000.0]);
    let classes = |weight: f64| [Stratum { weight: 1.0 - weight, times: regular }, Stratum { weight, times: hard }];
    // v = 0.81·100/3 = 27 on 2 degrees, 0.01·20000/2 = 100 on 1; share 810²·0.09/1000 = 59.049.
    let known = stratified(&classes(0.1), None).unwrap();
    close(known.degrees, 127.0_f64.powi(2) / (27.0_f64.powi(2) / 2.0 + 1e4), 1e-9);
    let counted = stratified(&classes(0.1), Some(1000)).unwrap();
    close(counted.variance(), 127.0 + 59.049, 1e-9);
    close(counted.degrees, 186.049_f64.powi(2) / (27.0_f64.powi(2) / 2.0 + 1e4), 1e-9);
    assert!(stratified(&classes(0.0), None).unwrap().mean < 90.1);
    for bad in [-0.1, 1.1, f64::NAN] {
        assert_eq!(stratified(&classes(bad), None), None);
    }
    let unseen = [Stratum { weight: 0.9, times: regular }, Stratum { weight: 0.1, times: None }];
    assert_eq!(stratified(&unseen, None), None);
    let one = [Stratum { weight: 0.9, times: regular }, Stratum { weight: 0.1, times: Moments::of(&[900.0]) }];
    let estimate = stratified(&one, None).unwrap();
    close(Some(estimate.mean), 171.0, 1e-9);
    assert_eq!((estimate.within, estimate.interval()), (None, None));
}

#[test]
fn bootstrap_intervals_are_near_the_t_interval_of_symmetric_times() {
    let values: Vec<f64> = (0..60).map(|index| 100.0 + f64::from(index % 20) - 9.5).collect();
    let plain = t_interval(&Moments::of(&values).unwrap()).unwrap();
    for interval in [bca(&values).unwrap(), bootstrap_t(&values).unwrap()] {
        assert!((interval.low - plain.low).abs() < 0.15 && (interval.high - plain.high).abs() < 0.15, "{interval:?}");
    }
    let shuffled: Vec<f64> = values.iter().rev().copied().collect();
    assert_eq!(bca(&values), bca(&shuffled));
    for few in [&[][..], &[1.0], &[2.0, 2.0, 2.0]] {
        assert_eq!((bca(few), bootstrap_t(few)), (None, None));
    }
}

#[test]
fn bca_is_the_exact_one_but_for_the_draws() {
    // All 5⁵ resamples of five values: their means are what 10 000 draws estimate. Equal means but for rounding are ties.
    let values = [44.4, 61.7, 75.1, 121.8, 135.2];
    let n = values.len();
    let mut means: Vec<f64> =
        (0..n.pow(5)).map(|draw| (0..5).map(|place| values[draw / n.pow(place) % n]).sum::<f64>() / 5.0).collect();
    means.sort_by(f64::total_cmp);
    let moments = Moments::of(&values).unwrap();
    let share = |below: &dyn Fn(f64) -> bool| means.iter().filter(|mean| below(**mean)).count() as f64 / 3_125.0;
    let middle = moments.mean();
    let bias =
        -normal_upper(f64::midpoint(share(&|mean| mean < middle - 1e-9), share(&|mean| mean < middle + 1e-9))).unwrap();
    let cubes: f64 = values.iter().map(|value| (value - middle).powi(3)).sum();
    let acceleration = cubes / (6.0 * moments.squares().unwrap().powf(1.5));
    let interval = bca(&values).unwrap();
    for (z, limit) in [(-1.959_964, interval.low), (1.959_964, interval.high)] {
        let at = normal_below(bias + (bias + z) / (1.0 - acceleration * (bias + z)));
        let (below, up_to) = (share(&|mean| mean < limit - 1e-9), share(&|mean| mean < limit + 1e-9));
        assert!(below - 0.006 < at && at < up_to + 0.006, "{limit}: {below} to {up_to}, exactly {at}");
    }
}
