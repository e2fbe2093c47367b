//! The whole result of `norma stats`: a summary of the file, one of each group, and the comparison of the groups.
//!
//! Zeros and negative values are kept; then the figures on the log scale are `None`, and a class that holds one has
//! no flags, for the rule is a rule on logarithms.

use super::between::{Between, between};
use super::count::number;
use super::describe::{Moments, finite, logarithms};
use super::flag::{Flag, flags, resolution};
use super::stratified::{Stratified, Stratum, stratified};
use super::summary::{RowFlag, Summary};
use serde::ser::{Serialize, SerializeMap, Serializer};
use std::collections::{BTreeMap, HashMap};

/// The name of the summary of the whole file.
pub const ALL: &str = "all";

/// One duration of a file.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Row {
    /// Duration in seconds.
    pub seconds: f64,
    /// Label of the group (operator); a row without one counts in the whole file only.
    pub group: Option<String>,
    /// Label of the class (regular, hard).
    pub class: Option<String>,
}

/// What is asked for beyond the description.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Options {
    /// Share of each class among all actions; they add up to 1.
    pub weights: Option<BTreeMap<String, f64>>,
    /// Number of tickets on which the shares were counted, if they were.
    pub weights_count: Option<u64>,
    /// Whether to bootstrap the `BCa` interval.
    pub bca: bool,
}

/// The summaries by name, `"all"` first, then the groups in the order in which the file names them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Groups(Vec<(String, Summary)>);

impl Groups {
    /// The summary of that name.
    ///
    /// ```
    /// use norma::statistics::{Options, Row, report};
    /// let rows = [Row { seconds: 95.0, group: Some("anna".into()), class: None }];
    /// let result = report(&rows, &Options::default());
    /// assert_eq!(result.groups.get("anna").map(|anna| anna.n), Some(1));
    /// assert!(result.groups.get("boris").is_none());
    /// ```
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Summary> {
        self.iter().find(|(own, _)| *own == name).map(|(_, summary)| summary)
    }

    /// Names and summaries, in order.
    ///
    /// ```
    /// use norma::statistics::{Options, Row, report};
    /// let result = report(&[Row { seconds: 95.0, ..Row::default() }], &Options::default());
    /// assert_eq!(result.groups.iter().map(|(name, _)| name).collect::<Vec<_>>(), ["all"]);
    /// ```
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Summary)> {
        self.0.iter().map(|(name, summary)| (name.as_str(), summary))
    }
}

impl Serialize for Groups {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, summary) in self.iter() {
            map.serialize_entry(name, summary)?;
        }
        map.end()
    }
}

/// Result of `norma stats`; as JSON `{"groups": {"all": {…}, …}, "between": {…} | null}`.
#[derive(Debug, Clone, PartialEq, Default, serde::Serialize)]
pub struct StatsReport {
    /// The whole file and each group.
    pub groups: Groups,
    /// The comparison of the groups, where the file has any.
    pub between: Option<Between>,
}

/// Everything about a file of durations. A group that is itself called `all` is listed as `group all`.
///
/// ```
/// use norma::statistics::{Options, Row, report};
/// let row = |seconds, group: &str| Row { seconds, group: Some(group.into()), class: None };
/// let rows = [row(95.0, "anna"), row(102.0, "boris"), row(88.0, "anna"), row(120.0, "boris")];
/// let result = report(&rows, &Options::default());
/// let names: Vec<&str> = result.groups.iter().map(|(name, _)| name).collect();
/// assert_eq!(names, ["all", "anna", "boris"]);
/// assert_eq!(result.groups.get("anna").unwrap().mean, Some(91.5));
/// assert_eq!(result.between.unwrap().mean_of_means, Some(101.25));
/// ```
#[must_use]
pub fn report(rows: &[Row], options: &Options) -> StatsReport {
    let seconds: Vec<f64> = rows.iter().map(|row| row.seconds).collect();
    let step = resolution(&seconds);
    let mut whole = Series::default();
    let mut places: HashMap<&str, usize> = HashMap::new();
    let mut series: Vec<(&str, Series)> = Vec::new();
    for (index, row) in rows.iter().enumerate() {
        whole.push(index + 1, row);
        let Some(name) = row.group.as_deref() else {
            continue;
        };
        let place = *places.entry(name).or_insert_with(|| {
            series.push((name, Series::default()));
            series.len() - 1
        });
        if let Some((_, group)) = series.get_mut(place) {
            group.push(index + 1, row);
        }
    }
    let label = |name: &str| {
        if name == ALL { format!("group {ALL}") } else { name.to_owned() }
    };
    let mut groups = vec![(ALL.to_owned(), whole.summary(step, options))];
    groups.extend(series.iter().map(|(name, group)| (label(name), group.summary(step, options))));
    let between = (!series.is_empty()).then(|| compare(&whole, &series, options));
    StatsReport { groups: Groups(groups), between }
}

/// The summary of each class over the whole file, by name; empty where no row has a class.
///
/// ```
/// use norma::statistics::{Row, report::class_summaries};
/// let row = |seconds, class: &str| Row { seconds, group: None, class: Some(class.into()) };
/// let classes = class_summaries(&[row(95.0, "regular"), row(900.0, "hard"), row(105.0, "regular")]);
/// assert_eq!((classes[0].0.as_str(), classes[1].1.mean), ("hard", Some(100.0)));
/// ```
#[must_use]
pub fn class_summaries(rows: &[Row]) -> Vec<(String, Summary)> {
    let mut classes: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    for row in rows {
        if let Some(class) = row.class.as_deref() {
            classes.entry(class).or_default().push(row.seconds);
        }
    }
    classes.into_iter().map(|(class, seconds)| (class.to_owned(), Summary::of(&seconds))).collect()
}

/// The comparison of the groups on ln x, where skewed times do not hide a difference; `None` without groups or where a
/// duration is not above 0.
///
/// ```
/// use norma::statistics::{Row, report::between_on_logs};
/// let row = |seconds: f64, group: &str| Row { seconds, group: Some(group.into()), class: None };
/// let rows = [row(1.0, "anna"), row(2.0, "anna"), row(4.0, "boris"), row(8.0, "boris")];
/// // In units of ln 2: means 0.5 and 2.5, so F = 4/0.5.
/// assert!((between_on_logs(&rows).unwrap().anova_f.unwrap() - 8.0).abs() < 1e-12);
/// ```
#[must_use]
pub fn between_on_logs(rows: &[Row]) -> Option<Between> {
    let mut groups: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    for row in rows {
        if let Some(group) = row.group.as_deref() {
            groups.entry(group).or_default().push(row.seconds);
        }
    }
    let logs: Option<Vec<Vec<f64>>> = groups.values().map(|seconds| logarithms(seconds)).collect();
    logs.filter(|logs| !logs.is_empty()).map(|logs| between(&logs))
}

/// The comparison of the groups; their means are class-weighted where weights are given.
fn compare(whole: &Series<'_>, series: &[(&str, Series<'_>)], options: &Options) -> Between {
    let values: Vec<&[f64]> = series.iter().map(|(_, group)| group.values.as_slice()).collect();
    let plain = between(&values);
    let Some(weights) = &options.weights else { return plain };
    let estimate = |rows: &Series<'_>, counted| stratified(&rows.strata(weights)?, counted);
    let means: Vec<f64> =
        series.iter().filter_map(|(_, group)| estimate(group, None)).map(|estimate| estimate.mean).collect();
    plain.with_means(&means, estimate(whole, options.weights_count).map_or(0.0, |whole| whole.of_weights))
}

/// The rows of one summary.
#[derive(Default)]
struct Series<'a> {
    values: Vec<f64>,
    rows: Vec<usize>,
    /// Positions in `values` of each class.
    classes: BTreeMap<Option<&'a str>, Vec<usize>>,
}

impl<'a> Series<'a> {
    fn push(&mut self, line: usize, row: &'a Row) {
        self.classes.entry(row.class.as_deref()).or_default().push(self.values.len());
        self.values.push(row.seconds);
        self.rows.push(line);
    }

    fn summary(&self, step: f64, options: &Options) -> Summary {
        let mut summary = Summary::of(&self.values);
        if options.bca {
            summary = summary.with_bca(&self.values);
        }
        let strata = options.weights.as_ref().and_then(|weights| self.strata(weights));
        let estimate = strata.as_ref().and_then(|strata| stratified(strata, options.weights_count));
        let interval = estimate.and_then(|estimate| estimate.interval());
        summary.strat_mean = estimate.map(|estimate| estimate.mean);
        summary.strat_ci_low = interval.map(|interval| interval.low);
        summary.strat_ci_high = interval.map(|interval| interval.high);
        summary.strat_df = estimate.and_then(|estimate| estimate.degrees);
        summary.flags = self.flags(step, estimate, options.weights.as_ref());
        summary
    }

    fn class(&self, positions: &[usize]) -> Vec<f64> {
        positions.iter().filter_map(|position| self.values.get(*position).copied()).collect()
    }

    /// Each weighted class with its times; `None` where a row has no class, or one that has no weight.
    fn strata(&self, weights: &BTreeMap<String, f64>) -> Option<Vec<Stratum>> {
        let known = |class: Option<&str>| class.is_some_and(|name| weights.contains_key(name));
        if !self.classes.keys().copied().all(known) {
            return None;
        }
        let times =
            |name: &str| self.classes.get(&Some(name)).and_then(|positions| Moments::of(&self.class(positions)));
        Some(weights.iter().map(|(name, weight)| Stratum { weight: *weight, times: times(name) }).collect())
    }

    /// The flags of every class, in the order of the rows.
    fn flags(&self, step: f64, estimate: Option<Stratified>, weights: Option<&BTreeMap<String, f64>>) -> Vec<RowFlag> {
        let whole = Moments::of(&self.values);
        let mut found = Vec::new();
        for (class, positions) in &self.classes {
            let values = self.class(positions);
            let raised = flags(&values, step);
            if raised.is_empty() {
                continue;
            }
            let weight = class.zip(weights).and_then(|(name, weights)| weights.get(name)).copied();
            let own = Moments::of(&values);
            let mean_without = |value: f64| match (estimate, weight) {
                (Some(estimate), Some(weight)) => Some(estimate.mean + weight * change_without(&own?, value)?),
                _ => Some(whole?.mean() + change_without(&whole?, value)?),
            };
            found.extend(raised.into_iter().filter_map(|flag| {
                let row = *self.rows.get(*positions.get(flag.index)?)?;
                let Flag { rule, strength, times_median, high, .. } = flag;
                let mean_without = mean_without(*values.get(flag.index)?);
                Some(RowFlag { row, rule, strength, times_median, high, mean_without })
            }));
        }
        found.sort_by_key(|flag| flag.row);
        found
    }
}

/// How the mean changes when one value is left out.
fn change_without(moments: &Moments, value: f64) -> Option<f64> {
    let rest = moments.n().checked_sub(1).filter(|rest| *rest > 0)?;
    finite(-moments.deviation(value) / number(rest))
}
