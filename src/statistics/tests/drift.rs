//! CUSUM and p-chart: the textbook's example, run lengths by simulation, small samples, and any data at all.

use super::close;
use crate::statistics::drift::{
    ALARM_AT, BASELINE, Direction, HardPoint, HardWeek, Point, Sums, Week, cusum, merge_hard_weeks, merge_weeks,
    p_chart,
};
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use rand_distr::StandardNormal;

fn points(ratios: &[f64]) -> Vec<Point> {
    (0..).zip(ratios).map(|(week, ratio)| Point { first: week, last: week, n: 200, mean_ratio: *ratio }).collect()
}

#[test]
fn montgomery_tabular_cusum() {
    // Montgomery, Introduction to Statistical Quality Control, 7th ed., tables 9.1 and 9.2: mean 10, sigma 1, k = 0.5,
    // h = 5. Twenty samples of N(10, 1), ten of N(11, 1); alarm at period 29, the change between periods 22 and 23.
    let observed = [
        9.45, 7.99, 9.29, 11.66, 12.16, 10.18, 8.04, 11.46, 9.20, 10.34, 9.03, 11.47, 10.51, 9.40, 10.08, 9.37, 10.62,
        10.31, 8.52, 10.84, 10.90, 9.33, 12.29, 11.50, 10.60, 11.08, 10.38, 11.62, 11.31, 10.52,
    ];
    let upper = [
        0.0, 0.0, 0.0, 1.16, 2.82, 2.50, 0.04, 1.00, 0.0, 0.0, 0.0, 0.97, 0.98, 0.0, 0.0, 0.0, 0.12, 0.0, 0.0, 0.34,
        0.74, 0.0, 1.79, 2.79, 2.89, 3.47, 3.35, 4.47, 5.28, 5.30,
    ];
    let lower = [
        0.05, 1.56, 1.77, 0.0, 0.0, 0.0, 1.46, 0.0, 0.30, 0.0, 0.47, 0.0, 0.0, 0.10, 0.0, 0.13, 0.0, 0.0, 0.98, 0.0,
        0.0, 0.17, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0,
    ];
    let sums = Sums::of(&observed, 10.0, 1.0, 5.0).unwrap();
    for place in 0..30 {
        close(Some(sums.upper[place]), upper[place], 1e-9);
        close(Some(sums.lower[place]), lower[place], 1e-9);
    }
    assert_eq!(sums.alarm, Some((28, Direction::Slower, 22)));
    let mirrored = observed.map(|value| 20.0 - value);
    assert_eq!(Sums::of(&mirrored, 10.0, 1.0, 5.0).unwrap().alarm, Some((28, Direction::Faster, 22)));
}

/// Weeks to the first alarm, on average, at h = 6 with known sigma and a shift in sigma.
fn run_length(shift: f64, charts: u32) -> f64 {
    let mut random = StdRng::seed_from_u64(6);
    let mut weeks = 0_usize;
    for _ in 0..charts {
        let mut longer = 500;
        // The same start of the series until the alarm is in it.
        let seed = random.random();
        weeks += loop {
            let mut random = StdRng::seed_from_u64(seed);
            let values: Vec<f64> = (0..longer).map(|_| shift + random.sample::<f64, _>(StandardNormal)).collect();
            if let Some((index, ..)) = Sums::of(&values, 0.0, 1.0, ALARM_AT).unwrap().alarm {
                break index + 1;
            }
            longer *= 4;
        };
    }
    weeks as f64 / f64::from(charts)
}

#[test]
fn run_lengths_are_those_of_the_design() {
    // Siegmund 1985: two-sided in control 1 286, at a shift of one sigma 11.3 weeks. One sigma is +10 % at 200 actions.
    let in_control = run_length(0.0, 150);
    assert!((500.0..2_000.0).contains(&in_control), "{in_control} weeks to a false alarm");
    let shifted = run_length(0.10 / 0.097, 400);
    assert!((10.0..14.0).contains(&shifted), "{shifted} weeks to see +10 %");
}

#[test]
fn sigma_is_the_baselines_and_its_trend_is_said() {
    let calm = |week: usize| 1.0 + [0.06, -0.05, 0.01, -0.07, 0.05][week % 5];
    let weeks: Vec<f64> = (0..60).map(|week| if week < 40 { calm(week) } else { calm(week) + 0.10 }).collect();
    let chart = cusum(&points(&weeks), 1.0).unwrap();
    assert_eq!((chart.baseline, chart.preliminary, chart.upper.len()), (BASELINE, false, 60));
    let alarm = chart.alarm.unwrap();
    assert!(alarm.direction == Direction::Slower && (39..=40).contains(&alarm.since), "{alarm:?}");
    assert!((41..=49).contains(&alarm.index) && (alarm.mean_ratio - 1.10).abs() < 0.02, "{alarm:?}");
    assert!(chart.baseline_trend_p.unwrap() > 0.2);
    // A norm that is wrong from the first week on has the same sigma, and alarms.
    let wrong: Vec<f64> = weeks[..30].iter().map(|ratio| ratio - 0.1).collect();
    let chart_of_wrong = cusum(&points(&wrong), 1.0).unwrap();
    close(Some(chart_of_wrong.sigma), chart.sigma, 1e-12);
    assert!(chart_of_wrong.alarm.is_some_and(|alarm| alarm.direction == Direction::Faster && alarm.since == 0));
    let drifting: Vec<f64> = (0..26_u32).map(|week| 1.0 + 0.01 * f64::from(week) + calm(week as usize) - 1.0).collect();
    let drifting = cusum(&points(&drifting), 1.0).unwrap();
    assert!(drifting.sigma > 1.5 * chart.sigma && drifting.baseline_trend_p.unwrap() < 0.001);
}

#[test]
fn p_chart_limits_near_scipy() {
    // scipy.stats.binom.ppf(norm.sf(3), n, p) and ppf(norm.cdf(3), n, p).
    let rows = [(200, 0.02, 0, 11), (100, 0.07, 1, 16), (12, 0.98, 9, 12), (200, 0.97, 186, 200), (1, 0.5, 0, 1)];
    for (all, centre, low, high) in rows {
        let chart = p_chart(&[HardPoint { first: 0, last: 0, hard: low, all }], centre).unwrap();
        let point = chart.points[0];
        assert!(point.exact && chart.outside.is_empty(), "{all}, {centre}");
        close(Some(point.low), low as f64 / all as f64, 1e-15);
        close(Some(point.high), high as f64 / all as f64, 1e-15);
        for outside in [low.checked_sub(1), (high < all).then_some(high + 1)].into_iter().flatten() {
            let chart = p_chart(&[HardPoint { first: 0, last: 0, hard: outside, all }], centre).unwrap();
            assert_eq!(chart.outside, [0], "{outside} of {all}, {centre}");
        }
    }
}

#[test]
fn charts_are_total() {
    assert_eq!((cusum(&[], 1.0), cusum(&points(&[1.0]), 1.0), cusum(&points(&[1.1; 40]), 1.0)), (None, None, None));
    assert!(cusum(&points(&[0.9, 1.1]), 1.0).is_some());
    for bad in [f64::NAN, f64::INFINITY, f64::MAX] {
        assert_eq!(cusum(&points(&[0.9, 1.1, bad]), 1.0), None);
        assert_eq!(cusum(&points(&[0.9, 1.1]), bad), None);
    }
    for centre in [0.0, 1.0, -1.0, f64::NAN] {
        assert_eq!(p_chart(&[HardPoint { first: 0, last: 0, hard: 1, all: 10 }], centre), None);
    }
    // Equal weekly ratios stay equal however the weeks are merged: rounding is no spread.
    let weeks: Vec<Week> = (0..90).map(|label| Week { label, n: 37, mean_ratio: 0.1 + 0.2 }).collect();
    let merged = merge_weeks(&weeks);
    assert_eq!((merged.points.len(), merged.points[0].n, cusum(&merged.points, 1.0)), (15, 222, None));
    assert_eq!(merge_weeks(&[]).open, None);
    let silent = [Week { label: 1, n: 0, mean_ratio: 1.0 }, Week { label: 2, n: 900, mean_ratio: f64::NAN }];
    assert_eq!((merge_weeks(&silent).points, merge_weeks(&silent).open), (vec![], None));
    let more_than_all = merge_hard_weeks(&[HardWeek { label: 1, hard: 900, all: 300 }]);
    assert_eq!((more_than_all.points[0].hard, more_than_all.points[0].all), (300, 300));
    let mut random = StdRng::seed_from_u64(26);
    for _ in 0..300 {
        let week = |label| Week {
            label,
            n: [0, 1, 199, 200, u64::MAX][random.random_range(0..5)],
            mean_ratio: f64::from_bits(random.random()),
        };
        let merged = merge_weeks(&(0..40).map(week).collect::<Vec<_>>());
        let centre = random.random();
        let all = [1, 7, 250, u64::MAX][random.random_range(0..4)];
        let text = format!(
            "{merged:?} {:?} {:?}",
            cusum(&merged.points, 1.0),
            p_chart(&[HardPoint { first: 0, last: 0, hard: 3, all }], centre)
        );
        assert!(!text.contains("NaN") && !text.contains("inf,"), "{text}");
    }
}
