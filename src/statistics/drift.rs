//! Drift after the order: do real handling times still agree with the norm, and is the share of hard cases the same?
//!
//! Weeks are merged until they hold enough actions; their mean of real time / norm goes into a two-sided CUSUM
//! (Page 1954; Montgomery, Introduction to Statistical Quality Control, 9.1), the share of hard cases into a p-chart
//! (same book, 7.2). An alarm opens a review and changes nothing by itself. A changed share asks for new weights, not
//! for a new timing.
//!
//! **Sigma** is the standard deviation of the first 26 points about their own mean, not s/√n of the actions: a
//! week-to-week effect of 5 % that is ignored takes the time to a false alarm from 453 weeks down to 32. About their own
//! mean, so a norm that is wrong from the first week on does not widen it. A baseline that already drifts does: a
//! trend of D over the baseline adds D²/12 to the variance and the chart comes late. Moving ranges would not be widened,
//! but they are too narrow where neighbouring weeks resemble each other, and then the chart cries wolf. So the spread
//! stays, and the baseline's own trend is said beside it ([`Cusum::baseline_trend_p`]).
//!
//! **Invariant.** Total: weeks without actions or without a finite figure say nothing and are skipped.

use super::count::{number_of, whole};
use super::describe::{Moments, Sum, finite, sorted};
use super::order::mann_kendall;
use serde::Serialize;

/// Actions that a point of a chart holds at least.
pub const ENOUGH_A_WEEK: u64 = 200;
/// Points that sigma is taken from; with fewer it is preliminary.
pub const BASELINE: usize = 26;
/// k: half of the shift that the chart is tuned to, in sigma.
pub const SLACK: f64 = 0.5;
/// h: the sum that raises an alarm, in sigma. About 1 000 weeks to a false alarm, 10 to 12 to see one sigma.
pub const ALARM_AT: f64 = 6.0;
/// Expected actions of the rarer kind from which three sigma of the normal distribution are a limit.
const NORMAL_FROM: f64 = 10.0;
/// What three sigma leave out on each side of a normal distribution.
const BEYOND_THREE_SIGMA: f64 = 0.001_349_898_031_630_094_6;

/// One week of one norm.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Week {
    /// Any number that grows from week to week, e.g. the day of its Monday.
    pub label: i64,
    /// Actions done.
    pub n: u64,
    /// Mean of real handling time / norm over them.
    pub mean_ratio: f64,
}

/// One point of the chart: a week, or as many as hold [`ENOUGH_A_WEEK`] actions.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Point {
    /// Label of its first week.
    pub first: i64,
    /// Label of its last week.
    pub last: i64,
    /// Actions done.
    pub n: u64,
    /// Mean of real handling time / norm over all of them.
    pub mean_ratio: f64,
}

/// The last weeks, which do not hold enough actions yet: still gathering `n` of `wanted`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Gathering {
    /// Label of the first week.
    pub first: i64,
    /// Label of the last week.
    pub last: i64,
    /// Actions so far.
    pub n: u64,
    /// Actions that make a point.
    pub wanted: u64,
}

/// Merged weeks: the points to chart, and what is still open.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Merged<P> {
    /// The points, oldest first.
    pub points: Vec<P>,
    /// The weeks after the last point; `None` where there are none.
    pub open: Option<Gathering>,
}

/// Merges consecutive weeks, oldest first, until each point holds [`ENOUGH_A_WEEK`] actions. Ratios are averaged over
/// the actions (Σ n·r / Σ n).
///
/// ```
/// use norma::statistics::drift::{Week, merge_weeks};
/// let week = |label, n, mean_ratio| Week { label, n, mean_ratio };
/// let merged = merge_weeks(&[week(1, 150, 1.00), week(2, 50, 1.20), week(3, 400, 0.95), week(4, 80, 1.10)]);
/// // 150·1.00 + 50·1.20 over 200 actions.
/// assert_eq!((merged.points.len(), merged.points[0].last, merged.points[0].n), (2, 2, 200));
/// assert!((merged.points[0].mean_ratio - 1.05).abs() < 1e-12);
/// let open = merged.open.unwrap();
/// assert_eq!((open.first, open.n, open.wanted), (4, 80, 200));
/// ```
#[must_use]
pub fn merge_weeks(weeks: &[Week]) -> Merged<Point> {
    let told: Vec<Week> = weeks.iter().copied().filter(|week| week.n > 0 && week.mean_ratio.is_finite()).collect();
    merge(
        &told,
        |week| (week.label, week.n),
        |first, last, n, weeks| {
            let known = weeks.first().map_or(0.0, |week| week.mean_ratio);
            // About the first ratio, so that equal ratios have exactly that mean.
            let above: Sum =
                weeks.iter().map(|week| number_of(week.n) / number_of(n) * (week.mean_ratio - known)).collect();
            Some(Point { first, last, n, mean_ratio: finite(known + above.value())? })
        },
    )
}

/// Cuts weeks into runs of enough actions, and makes a point of each.
fn merge<W, P>(
    weeks: &[W],
    key: impl Fn(&W) -> (i64, u64),
    point: impl Fn(i64, i64, u64, &[W]) -> Option<P>,
) -> Merged<P> {
    let mut points = Vec::new();
    let (mut from, mut first, mut n) = (0, None, 0_u64);
    let mut open = None;
    for (place, week) in weeks.iter().enumerate() {
        let (label, actions) = key(week);
        let start = *first.get_or_insert(label);
        n = n.saturating_add(actions);
        if n < ENOUGH_A_WEEK {
            open = Some(Gathering { first: start, last: label, n, wanted: ENOUGH_A_WEEK });
            continue;
        }
        points.extend(weeks.get(from..=place).and_then(|run| point(start, label, n, run)));
        (from, first, n, open) = (place + 1, None, 0, None);
    }
    Merged { points, open }
}

/// Which way handling times moved from the norm.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// Actions take longer than the norm.
    Slower,
    /// Actions take less than the norm.
    Faster,
}

/// The first alarm of a chart.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Alarm {
    /// The point at which the sum exceeded the limit, from 0.
    pub index: usize,
    /// Which sum did.
    pub direction: Direction,
    /// The estimated first point after the change, from 0: the one after that sum's last zero.
    pub since: usize,
    /// Mean of real handling time / norm from that point to the chart's end, over the actions.
    pub mean_ratio: f64,
}

/// A two-sided CUSUM chart; sums and limit in units of sigma.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Cusum {
    /// The ratio that the chart is held against.
    pub target: f64,
    /// Standard deviation of the baseline's ratios.
    pub sigma: f64,
    /// Points that sigma was taken from.
    pub baseline: usize,
    /// Whether they are fewer than [`BASELINE`]: then false alarms are two to three times as frequent.
    pub preliminary: bool,
    /// Mann–Kendall's two-sided p of a trend within the baseline: a small one says that sigma is too wide and the chart
    /// slow.
    pub baseline_trend_p: Option<f64>,
    /// The sum of what lies above the target, a point each.
    pub upper: Vec<f64>,
    /// The sum of what lies below the target, a point each, not negative.
    pub lower: Vec<f64>,
    /// The limit: [`ALARM_AT`].
    pub limit: f64,
    /// The first alarm. The sums go on after it.
    pub alarm: Option<Alarm>,
}

/// Two-sided CUSUM of the points about a target (1 for "as the norm says"): C⁺ᵢ = max(0, C⁺ᵢ₋₁ + zᵢ − k),
/// C⁻ᵢ = max(0, C⁻ᵢ₋₁ − zᵢ − k), z = (ratio − target)/sigma, alarm above h; k = 0.5, h = 6. `None` below two points or
/// without spread among the baseline's: then there is nothing to measure a change by.
///
/// ```
/// use norma::statistics::drift::{Direction, Point, cusum};
/// let ratios = [0.96, 1.04, 0.97, 1.03, 1.00, 1.10, 1.12, 1.11, 1.09, 1.13];
/// let point = |(week, ratio): (i64, &f64)| Point { first: week, last: week, n: 250, mean_ratio: *ratio };
/// let chart = cusum(&(0..).zip(ratios.iter()).map(point).collect::<Vec<_>>(), 1.0).unwrap();
/// assert!((chart.sigma - 0.063_464_776).abs() < 1e-9 && chart.preliminary);
/// let alarm = chart.alarm.unwrap();
/// // Above h = 6 in the tenth point; the upper sum was last 0 in the fifth.
/// assert_eq!((alarm.index, alarm.direction, alarm.since), (9, Direction::Slower, 5));
/// assert!((chart.upper[9] - 6.166_224_6).abs() < 1e-6 && (alarm.mean_ratio - 1.11).abs() < 1e-12);
/// ```
#[must_use]
pub fn cusum(points: &[Point], target: f64) -> Option<Cusum> {
    let ratios: Vec<f64> = points.iter().map(|point| point.mean_ratio).collect();
    let baseline = ratios.get(..BASELINE.min(ratios.len()))?;
    let moments = Moments::of(baseline)?;
    // What is left by rounding alone is no spread.
    let sigma = moments.spread().filter(|sigma| *sigma > 1e-12 * moments.mean().abs())?;
    let Sums { upper, lower, alarm } = Sums::of(&ratios, target, sigma, ALARM_AT)?;
    let alarm = alarm.and_then(|(index, direction, since)| {
        let mean_ratio = mean_since(points.get(since..)?)?;
        Some(Alarm { index, direction, since, mean_ratio })
    });
    let trend = mann_kendall(baseline, &sorted(baseline));
    Some(Cusum {
        target,
        sigma,
        baseline: baseline.len(),
        preliminary: baseline.len() < BASELINE,
        baseline_trend_p: trend.and_then(|trend| trend.p),
        upper,
        lower,
        limit: ALARM_AT,
        alarm,
    })
}

/// Mean ratio of points over their actions.
fn mean_since(points: &[Point]) -> Option<f64> {
    let weeks: Vec<Week> = points
        .iter()
        .map(|point| Week { label: point.first, n: point.n.max(1), mean_ratio: point.mean_ratio })
        .collect();
    let actions: f64 = weeks.iter().map(|week| number_of(week.n)).sum();
    finite(weeks.iter().map(|week| number_of(week.n) / actions * week.mean_ratio).collect::<Sum>().value())
}

/// Both sums of a series with a known sigma, and the first point above the limit: index, direction, start.
pub(super) struct Sums {
    pub(super) upper: Vec<f64>,
    pub(super) lower: Vec<f64>,
    pub(super) alarm: Option<(usize, Direction, usize)>,
}

impl Sums {
    /// `None` where a value leaves the range of numbers.
    pub(super) fn of(values: &[f64], target: f64, sigma: f64, limit: f64) -> Option<Self> {
        let mut sums = Self { upper: Vec::new(), lower: Vec::new(), alarm: None };
        let (mut upper, mut lower) = (Side::default(), Side::default());
        for (index, value) in values.iter().enumerate() {
            let z = finite((value - target) / sigma)?;
            sums.upper.push(finite(upper.add(z, index))?);
            sums.lower.push(finite(lower.add(-z, index))?);
            if sums.alarm.is_none() {
                let above = |side: &Side| side.sum > limit;
                let slower = above(&upper).then_some((index, Direction::Slower, upper.since));
                sums.alarm = slower.or(above(&lower).then_some((index, Direction::Faster, lower.since)));
            }
        }
        Some(sums)
    }
}

/// One running sum and the first point after its last zero.
#[derive(Default)]
struct Side {
    sum: f64,
    since: usize,
}

impl Side {
    fn add(&mut self, z: f64, index: usize) -> f64 {
        if self.sum <= 0.0 {
            self.since = index;
        }
        self.sum = (self.sum + z - SLACK).max(0.0);
        self.sum
    }
}

/// One week's count of hard cases.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HardWeek {
    /// Any number that grows from week to week.
    pub label: i64,
    /// Hard cases among the actions.
    pub hard: u64,
    /// All actions.
    pub all: u64,
}

/// One point of the p-chart before its limits: a week, or as many as hold [`ENOUGH_A_WEEK`] actions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct HardPoint {
    /// Label of its first week.
    pub first: i64,
    /// Label of its last week.
    pub last: i64,
    /// Hard cases among the actions.
    pub hard: u64,
    /// All actions.
    pub all: u64,
}

/// Merges weeks of hard cases as [`merge_weeks`] does; more hard cases than actions count as all.
///
/// ```
/// use norma::statistics::drift::{HardWeek, merge_hard_weeks};
/// let week = |label, hard, all| HardWeek { label, hard, all };
/// let merged = merge_hard_weeks(&[week(1, 9, 120), week(2, 0, 0), week(3, 5, 90), week(4, 2, 40)]);
/// assert_eq!((merged.points[0].hard, merged.points[0].all, merged.points[0].last), (14, 210, 3));
/// assert_eq!(merged.open.map(|open| open.n), Some(40));
/// ```
#[must_use]
pub fn merge_hard_weeks(weeks: &[HardWeek]) -> Merged<HardPoint> {
    let told: Vec<HardWeek> = weeks.iter().copied().filter(|week| week.all > 0).collect();
    merge(
        &told,
        |week| (week.label, week.all),
        |first, last, all, weeks| {
            let hard = weeks.iter().fold(0_u64, |hard, week| hard.saturating_add(week.hard.min(week.all)));
            Some(HardPoint { first, last, hard: hard.min(all), all })
        },
    )
}

/// One charted share with its limits.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct ChartedShare {
    /// The counts.
    pub at: HardPoint,
    /// Hard cases among all actions, 0 to 1.
    pub share: f64,
    /// Lower limit, 0 to 1.
    pub low: f64,
    /// Upper limit, 0 to 1.
    pub high: f64,
    /// Whether the limits are the binomial distribution's own, for want of enough expected cases.
    pub exact: bool,
}

impl ChartedShare {
    /// Whether the share lies outside its limits.
    ///
    /// ```
    /// use norma::statistics::drift::{HardPoint, p_chart};
    /// let point = HardPoint { first: 1, last: 1, hard: 26, all: 200 };
    /// // 13 % where 7 % ± 5.4 % are usual.
    /// assert!(p_chart(&[point], 0.07).unwrap().points[0].is_outside());
    /// ```
    #[must_use]
    pub fn is_outside(&self) -> bool {
        self.share < self.low || self.share > self.high
    }
}

/// A p-chart of the share of hard cases.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ShareChart {
    /// The share that the norm was made with, 0 to 1.
    pub centre: f64,
    /// The points that hold actions, in the order given.
    pub points: Vec<ChartedShare>,
    /// Which of them lie outside their limits, from 0.
    pub outside: Vec<usize>,
}

/// p-chart of the share of hard cases about `centre`: limits p ± 3·√(p(1−p)/n) held inside 0 to 1 (Montgomery, 7.2).
/// Where fewer than 10 hard (or fewer than 10 regular) actions are expected, the normal distribution misjudges the tails,
/// and the limits are the exact binomial ones, with at most 0.135 % beyond on each side: what three sigma stand for.
/// `None` where the centre is not between 0 and 1, both excluded: then one case of the other kind already says that the
/// share is wrong.
///
/// ```
/// use norma::statistics::drift::{HardPoint, p_chart};
/// let point = |hard, all| HardPoint { first: 0, last: 0, hard, all };
/// let chart = p_chart(&[point(14, 200), point(26, 200), point(12, 200)], 0.07).unwrap();
/// // 0.07 ± 3·√(0.07·0.93/200) = 0.0159 to 0.1241; 26 of 200 are 0.13.
/// assert!((chart.points[0].low - 0.015_875_1).abs() < 1e-6 && (chart.points[0].high - 0.124_124_9).abs() < 1e-6);
/// assert_eq!(chart.outside, [1]);
/// // 2 % of 200 are 4: by the binomial distribution up to 11 are usual.
/// let rare = p_chart(&[point(11, 200), point(12, 200)], 0.02).unwrap();
/// assert_eq!((rare.points[0].exact, rare.outside), (true, vec![1]));
/// ```
#[must_use]
pub fn p_chart(points: &[HardPoint], centre: f64) -> Option<ShareChart> {
    if !(centre > 0.0 && centre < 1.0) {
        return None;
    }
    let points: Vec<ChartedShare> =
        points.iter().filter(|point| point.all > 0).map(|point| charted(*point, centre)).collect();
    let outside = points.iter().enumerate().filter(|(_, point)| point.is_outside()).map(|(index, _)| index).collect();
    Some(ShareChart { centre, points, outside })
}

fn charted(at: HardPoint, centre: f64) -> ChartedShare {
    let n = number_of(at.all);
    let share = number_of(at.hard.min(at.all)) / n;
    let rarer = centre.min(1.0 - centre);
    if n * rarer >= NORMAL_FROM {
        let reach = 3.0 * (centre * (1.0 - centre) / n).sqrt();
        let (low, high) = ((centre - reach).max(0.0), (centre + reach).min(1.0));
        return ChartedShare { at, share, low, high, exact: false };
    }
    // Counted on the rarer kind, whose chance of none is far from the least number there is.
    let (low, high) = binomial_limits(at.all, rarer);
    let (low, high) = if centre <= 0.5 { (low, high) } else { (at.all - high, at.all - low) };
    ChartedShare { at, share, low: number_of(low) / n, high: number_of(high) / n, exact: true }
}

/// The least k with P(X ≤ k) > t and the least with P(X ≤ k) ≥ 1 − t for X binomial(n, p), t the tail beyond three
/// sigma; n·p below [`NORMAL_FROM`] and p ≤ 0.5.
fn binomial_limits(n: u64, p: f64) -> (u64, u64) {
    let odds = p / (1.0 - p);
    let mut chance = (number_of(n) * (-p).ln_1p()).exp();
    let (mut below, mut low, mut k) = (chance, None, 0_u64);
    loop {
        if low.is_none() && below > BEYOND_THREE_SIGMA {
            low = Some(k);
        }
        if below >= 1.0 - BEYOND_THREE_SIGMA || k >= n {
            return (low.unwrap_or(k), k);
        }
        chance *= number_of(n - k) / number_of(k + 1) * odds;
        below += chance;
        k += 1;
    }
}

/// False alarms that so many norms under the chart raise in a year without any drift: 52 weeks each, about 1 000 weeks
/// to one. Two a year for 40 norms.
///
/// ```
/// assert!((norma::statistics::drift::false_alarms_a_year(40) - 2.08).abs() < 1e-12);
/// ```
#[must_use]
pub fn false_alarms_a_year(norms: usize) -> f64 {
    number_of(whole(norms)) * 52.0 / 1_000.0
}
