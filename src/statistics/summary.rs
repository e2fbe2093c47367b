//! Everything about one series of durations, under the field names of `norma stats`.

use super::bootstrap::bca;
use super::count::whole;
use super::describe::{
    Moments, finite, lag1_autocorrelation, logarithms, median_absolute_deviation, quartiles, skewness, sorted,
};
use super::flag::{FlagRule, Strength};
use super::interval::{Interval, cox_interval, t_interval};
use super::order::{mann_kendall, runs_p};
use super::outlier::{esd_most, generalized_esd, grubbs, grubbs_critical, modified_z_largest, tukey_fences};
use super::sample_size::{ilo, iterated_t};
use serde::Serialize;

/// One flagged row of a file.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct RowFlag {
    /// The data row in the file, from 1, the header not counted.
    pub row: usize,
    /// The rule that it fell under.
    pub rule: FlagRule,
    /// Whether the ESD test agrees.
    pub strength: Strength,
    /// Its duration divided by the median of its class.
    pub times_median: f64,
    /// Longer than usual, else shorter.
    pub high: bool,
    /// What the mean (the stratified one where it is defined) would be without it, seconds.
    pub mean_without: Option<f64>,
}

/// The figures of one series; `None` where undefined (too few values, no spread, on the log scale a value not above 0)
/// or not asked for. Durations and limits in seconds; `tukey_log_*` on the log scale; precision 5 and 10 in %.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Summary {
    /// How many values.
    pub n: u64,
    /// Σx.
    pub sum: Option<f64>,
    /// Arithmetic mean: the estimate of a norm without classes.
    pub mean: Option<f64>,
    /// Standard deviation, n − 1.
    pub sd: Option<f64>,
    /// sd/mean.
    pub cv: Option<f64>,
    /// Least value.
    pub min: Option<f64>,
    /// Greatest value.
    pub max: Option<f64>,
    /// First quartile, type 7.
    pub q1: Option<f64>,
    /// Median.
    pub median: Option<f64>,
    /// Third quartile, type 7.
    pub q3: Option<f64>,
    /// q3 − q1.
    pub iqr: Option<f64>,
    /// Median absolute deviation, unscaled.
    pub mad: Option<f64>,
    /// Adjusted Fisher–Pearson skewness.
    pub skewness: Option<f64>,
    /// exp(mean ln x).
    pub geometric_mean: Option<f64>,
    /// Ку = max/min: shown, never acted on.
    pub stability_ratio: Option<f64>,
    /// Lag-1 autocorrelation in the order of the file.
    pub lag1_autocorrelation: Option<f64>,
    /// 95 % t interval of the mean.
    pub ci_t_low: Option<f64>,
    /// Its upper limit.
    pub ci_t_high: Option<f64>,
    /// 95 % modified Cox interval of the mean.
    pub ci_cox_low: Option<f64>,
    /// Its upper limit.
    pub ci_cox_high: Option<f64>,
    /// Observations by ILO/Barnes for ±5 %: a lower bound.
    pub n_required_ilo_5: Option<u64>,
    /// For ±10 %.
    pub n_required_ilo_10: Option<u64>,
    /// Observations by the iterated t for ±5 %: a lower bound.
    pub n_required_t_5: Option<u64>,
    /// For ±10 %.
    pub n_required_t_10: Option<u64>,
    /// Tukey's fence at 1.5 interquartile ranges below q1.
    pub tukey_low: Option<f64>,
    /// Above q3.
    pub tukey_high: Option<f64>,
    /// The same on ln x, reported on the log scale.
    pub tukey_log_low: Option<f64>,
    /// Above q3 of ln x.
    pub tukey_log_high: Option<f64>,
    /// Largest modified z of the values.
    pub modified_z_max_abs: Option<f64>,
    /// Largest modified z of ln x.
    pub modified_z_log_max_abs: Option<f64>,
    /// Grubbs' G.
    pub grubbs_g: Option<f64>,
    /// Its two-sided 5 % critical value.
    pub grubbs_critical: Option<f64>,
    /// Outliers by generalized ESD on the values.
    pub gesd_count: Option<u64>,
    /// On ln x.
    pub gesd_log_count: Option<u64>,
    /// Mann–Kendall's S in the order of the file.
    pub mann_kendall_s: Option<i64>,
    /// Its two-sided p.
    pub mann_kendall_p: Option<f64>,
    /// Two-sided p of the runs about the median.
    pub runs_p: Option<f64>,
    /// Class-weighted mean, where classes and weights are given.
    pub strat_mean: Option<f64>,
    /// Its 95 % interval.
    pub strat_ci_low: Option<f64>,
    /// Upper limit.
    pub strat_ci_high: Option<f64>,
    /// Satterthwaite's degrees of freedom.
    pub strat_df: Option<f64>,
    /// 95 % `BCa` interval of the mean, where asked for.
    pub ci_bca_low: Option<f64>,
    /// Upper limit.
    pub ci_bca_high: Option<f64>,
    /// The program's own flags, in the order of the rows.
    pub flags: Vec<RowFlag>,
    /// Values outside Tukey's fences, for the page; not in the JSON.
    #[serde(skip)]
    pub outside_fences: Option<usize>,
    /// Values outside the fences on ln x, for the page; not in the JSON.
    #[serde(skip)]
    pub outside_log_fences: Option<usize>,
}

impl Summary {
    /// Describes one series in the order in which it was observed. Classes, flags and bootstrap are not in it:
    /// [`super::report()`] adds them. With a NaN or an infinity among the values only `n` is known.
    ///
    /// ```
    /// use norma::statistics::Summary;
    /// let summary = Summary::of(&[95.0, 102.0, 88.0, 110.0]);
    /// assert_eq!((summary.n, summary.median, summary.mann_kendall_s), (4, Some(98.5), Some(2)));
    /// assert_eq!(Summary::of(&[]), Summary::default());
    /// ```
    #[must_use]
    pub fn of(values: &[f64]) -> Self {
        let mut summary = Self { n: whole(values.len()), ..Self::default() };
        if !values.iter().all(|value| value.is_finite()) {
            return summary;
        }
        let ascending = sorted(values);
        summary.order(values, &ascending);
        let Some(moments) = Moments::of(values) else {
            return summary;
        };
        summary.moments(values, &moments);
        summary.outliers(&ascending, &moments);
        if let Some(logs) = logarithms(&ascending) {
            summary.logarithmic(&sorted(&logs));
        }
        summary
    }

    /// Adds the `BCa` interval.
    ///
    /// ```
    /// use norma::statistics::Summary;
    /// let seconds = [60.0, 75.0, 90.0, 110.0, 140.0, 300.0];
    /// let summary = Summary::of(&seconds).with_bca(&seconds);
    /// assert!(summary.ci_bca_low > Some(80.0) && summary.ci_bca_high < Some(240.0));
    /// ```
    #[must_use]
    pub fn with_bca(mut self, values: &[f64]) -> Self {
        let interval = bca(values);
        self.ci_bca_low = interval.map(|interval| interval.low);
        self.ci_bca_high = interval.map(|interval| interval.high);
        self
    }

    fn order(&mut self, values: &[f64], ascending: &[f64]) {
        self.min = ascending.first().copied();
        self.max = ascending.last().copied();
        let ratio = self.min.filter(|min| *min > 0.0).zip(self.max).map(|(min, max)| max / min);
        self.stability_ratio = ratio.and_then(finite);
        if let Some((q1, median, q3)) = quartiles(ascending) {
            (self.q1, self.median, self.q3) = (Some(q1), Some(median), Some(q3));
            self.iqr = finite(q3 - q1);
            self.runs_p = runs_p(values, median);
        }
        self.mad = median_absolute_deviation(ascending);
        let fences = tukey_fences(ascending, 1.5);
        self.tukey_low = fences.map(|fences| fences.low);
        self.tukey_high = fences.map(|fences| fences.high);
        self.outside_fences = fences.map(|fences| outside(ascending, fences));
        self.modified_z_max_abs = modified_z_largest(ascending);
        let trend = mann_kendall(values, ascending);
        self.mann_kendall_s = trend.map(|trend| trend.s);
        self.mann_kendall_p = trend.and_then(|trend| trend.p);
    }

    fn moments(&mut self, values: &[f64], moments: &Moments) {
        self.sum = Some(moments.sum());
        self.mean = Some(moments.mean());
        self.sd = moments.sd();
        self.cv = moments.cv();
        self.skewness = skewness(values, moments);
        self.lag1_autocorrelation = lag1_autocorrelation(values, moments);
        let interval = t_interval(moments);
        self.ci_t_low = interval.map(|interval| interval.low);
        self.ci_t_high = interval.map(|interval| interval.high);
        self.n_required_ilo_5 = ilo(moments, 40.0);
        self.n_required_ilo_10 = ilo(moments, 20.0);
        self.n_required_t_5 = self.cv.and_then(|cv| iterated_t(cv, 0.05));
        self.n_required_t_10 = self.cv.and_then(|cv| iterated_t(cv, 0.10));
    }

    fn outliers(&mut self, ascending: &[f64], moments: &Moments) {
        self.grubbs_g = grubbs(ascending, moments);
        self.grubbs_critical = grubbs_critical(ascending.len());
        let found = generalized_esd(ascending, esd_most(ascending.len()));
        self.gesd_count = found.map(|found| whole(found.count()));
    }

    /// What is calculated on ln x, given in ascending order.
    fn logarithmic(&mut self, logs: &[f64]) {
        let Some(moments) = Moments::of(logs) else {
            return;
        };
        self.geometric_mean = finite(moments.mean().exp());
        let interval = cox_interval(&moments);
        self.ci_cox_low = interval.map(|interval| interval.low);
        self.ci_cox_high = interval.map(|interval| interval.high);
        let fences = tukey_fences(logs, 1.5);
        self.tukey_log_low = fences.map(|fences| fences.low);
        self.tukey_log_high = fences.map(|fences| fences.high);
        self.outside_log_fences = fences.map(|fences| outside(logs, fences));
        self.modified_z_log_max_abs = modified_z_largest(logs);
        let found = generalized_esd(logs, esd_most(logs.len()));
        self.gesd_log_count = found.map(|found| whole(found.count()));
    }
}

/// How many values of an ascending slice lie outside the fences.
fn outside(ascending: &[f64], fences: Interval) -> usize {
    let below = ascending.partition_point(|value| *value < fences.low);
    let up_to = ascending.partition_point(|value| *value <= fences.high);
    below + (ascending.len() - up_to)
}
