//! NIST reference data sets and the worked examples of textbooks.

use super::close;
use crate::statistics::between::between;
use crate::statistics::count::ceiling;
use crate::statistics::describe::{Moments, lag1_autocorrelation};
use crate::statistics::distribution::{f_above, normal_below, normal_two_sided, t_upper};
use crate::statistics::interval::{cox_interval, t_interval, wider_interval};
use crate::statistics::outlier::{esd_most, generalized_esd, grubbs, grubbs_critical};
use crate::statistics::sample_size::{ilo, iterated_t};

/// Correct significant digits (NIST's LRE), 15 at most.
fn digits(value: f64, certified: f64) -> f64 {
    let error = ((value - certified) / certified).abs();
    if error > 0.0 { (-error.log10()).min(15.0) } else { 15.0 }
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
    (0..1001).map(|index| (offset * 10 + tenth(index)) as f64 / 10.0).collect()
}

/// NIST `StRD` Mavro, in hundred-thousandths above 2.
const MAVRO: [i32; 50] = [
    180, 170, 180, 190, 180, 170, 150, 140, 150, 150, 170, 180, 180, 190, 190, 210, 200, 160, 140, 130, 130, 150, 150,
    160, 150, 140, 130, 140, 150, 140, 150, 160, 150, 160, 190, 200, 200, 210, 220, 230, 240, 250, 270, 260, 260, 260,
    270, 260, 250, 240,
];

/// NIST `StRD` Michelso (speed of light, Michelson 1879), in hundredths above 299.
const MICHELSO: [i32; 100] = [
    85, 74, 90, 107, 93, 85, 95, 98, 98, 88, 100, 98, 93, 65, 76, 81, 100, 100, 96, 96, 96, 94, 96, 94, 88, 80, 85, 88,
    90, 84, 83, 79, 81, 88, 88, 83, 80, 79, 76, 80, 88, 88, 88, 86, 72, 72, 62, 86, 97, 95, 88, 91, 85, 87, 84, 84, 85,
    84, 84, 84, 89, 81, 81, 82, 80, 77, 76, 74, 75, 76, 91, 92, 89, 86, 88, 72, 84, 85, 85, 78, 89, 84, 78, 81, 76, 81,
    79, 81, 82, 85, 87, 87, 81, 74, 81, 94, 95, 80, 81, 87,
];

#[test]
fn nist_univariate_sets_to_the_certified_digits() {
    let mavro: Vec<f64> = MAVRO.iter().map(|x| f64::from(200_000 + x) / 1e5).collect();
    let michelso: Vec<f64> = MICHELSO.iter().map(|x| f64::from(29_900 + x) / 1e2).collect();
    let first = vec![10_000_001.0, 10_000_003.0, 10_000_002.0];
    // Certified values: NIST Statistical Reference Datasets, itl.nist.gov/div898/strd. Least digits: mean, sd, lag 1.
    let sets = [
        ("NumAcc1", first, [10_000_002.0, 1.0, -0.5], [13.0, 9.0, 9.0]),
        ("NumAcc2", num_acc(1), [1.2, 0.1, -0.999], [13.0, 9.0, 9.0]),
        ("NumAcc3", num_acc(1_000_000), [1_000_000.2, 0.1, -0.999], [13.0, 9.0, 9.0]),
        ("NumAcc4", num_acc(10_000_000), [10_000_000.2, 0.1, -0.999], [13.0, 8.0, 7.0]),
        ("Mavro", mavro, [2.001_856, 0.000_429_123_454_003_053, 0.937_989_183_438_248], [13.0, 9.0, 9.0]),
        ("Michelso", michelso, [299.8524, 0.079_010_547_819_051_8, 0.535_199_668_621_283], [13.0, 9.0, 9.0]),
    ];
    for (name, values, certified, least) in sets {
        let moments = Moments::of(&values).unwrap();
        let lag = lag1_autocorrelation(&values, &moments).unwrap();
        for (place, value) in [moments.mean(), moments.sd().unwrap(), lag].into_iter().enumerate() {
            let right = digits(value, certified[place]);
            assert!(right >= least[place], "{name}, figure {place}: {value}, {right} digits");
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
            (0..21).map(|index| (offset * 10 + centre + tenth(index)) as f64 / 10.0).collect()
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
    let uranium = [199.31, 199.53, 200.19, 200.82, 201.92, 201.95, 202.18, 245.57];
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
        -0.25, 0.68, 0.94, 1.15, 1.20, 1.26, 1.26, 1.34, 1.38, 1.43, 1.49, 1.49, 1.55, 1.56, 1.58, 1.65, 1.69, 1.70,
        1.76, 1.77, 1.81, 1.91, 1.94, 1.96, 1.99, 2.06, 2.09, 2.10, 2.14, 2.15, 2.23, 2.24, 2.26, 2.35, 2.37, 2.40,
        2.47, 2.54, 2.62, 2.64, 2.90, 2.92, 2.92, 2.93, 3.21, 3.26, 3.30, 3.59, 3.68, 4.30, 4.64, 5.34, 5.42, 6.01,
    ];
    let found = generalized_esd(&values, 10).unwrap();
    assert_eq!((found.low, found.high), (0, 3));
    close(grubbs(&values, &Moments::of(&values).unwrap()), 3.118_9, 1e-3);
    close(grubbs_critical(54), 3.158_8, 1e-3);
    assert_eq!([1, 4, 9, 10, 24, 25, 54].map(esd_most), [1, 1, 1, 2, 4, 10, 10]);
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
    assert_eq!(ceiling((0.09 * t_upper(24.0, 0.025).unwrap() / (0.05 * 0.30)).powi(2)), Some(154));
    assert_eq!(iterated_t(0.09 / 0.30, 0.05), Some(141));
    // By definition: the smallest N that meets the inequality.
    for cv in [0.01, 0.05, 0.13, 0.3, 0.51, 0.8, 1.4, 3.0, 40.0] {
        for precision in [0.05, 0.1, 0.2] {
            let n = iterated_t(cv, precision).unwrap();
            let meets = |n: u64| n as f64 >= (t_upper(n as f64 - 1.0, 0.025).unwrap() * cv / precision).powi(2);
            assert!(meets(n) && (n == 2 || !meets(n - 1)), "cv {cv}, ±{precision}: {n}");
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
    assert!(across.abs() < 1e-8, "a step of {across} where the series begins");
    for bad in [0.0, 0.99, -1.0, f64::NAN, f64::NEG_INFINITY] {
        assert_eq!(t_upper(bad, 0.025), None);
    }
    // 2·scipy.stats.norm.sf
    for (z, expected) in [(0.0, 1.0), (1.0, 0.317_310_507_862_914_04), (-3.0, 0.002_699_796_063_260_189), (1e200, 0.0)]
    {
        close(Some(normal_two_sided(z)), expected, 1e-13 * expected);
    }
    close(Some(normal_below(-1.0) + normal_below(1.0)), 1.0, 1e-15);
    // scipy.stats.f.sf
    close(f_above(21.0, 8.0, 180.0), 2.583_264_337_269e-22, 1e-31);
    assert_eq!(f_above(f64::NAN, 1.0, 1.0), None);
}
