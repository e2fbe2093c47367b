//! NIST reference data sets and the worked examples of textbooks.

use super::close;
use crate::statistics::count::ceiling;
use crate::statistics::describe::Moments;
use crate::statistics::distribution::{f_above, normal_below, normal_two_sided, t_upper};
use crate::statistics::interval::{cox_interval, t_interval, wider_interval};
use crate::statistics::outlier::{esd_most, generalized_esd, grubbs, grubbs_critical};
use crate::statistics::sample_size::{ilo, iterated_t};

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

/// Half of the calls end within seconds, the others take minutes: the log-normal picture misses the mean.
#[test]
fn an_interval_that_misses_the_mean_is_not_the_means() {
    let calls: Vec<f64> =
        (0..400).map(|n| if n % 2 == 0 { 2.0 + f64::from(n % 7) } else { 300.0 + f64::from(n) }).collect();
    let moments = Moments::of(&calls).unwrap();
    let logs: Vec<f64> = calls.iter().map(|seconds| seconds.ln()).collect();
    let cox = cox_interval(&Moments::of(&logs).unwrap()).unwrap();
    assert!(cox.low > moments.mean(), "{cox:?} beside {}", moments.mean());
    assert_eq!(wider_interval(&calls), t_interval(&moments));
}
