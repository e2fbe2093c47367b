//! All that is known about a study: classes, operators side by side, order in time, coverage, what still lacks.
//!
//! Joins the domain's observations with the statistics; holds no rule of either. Words are made by the locale.

use std::collections::BTreeMap;

use chrono::{Datelike, Timelike};

use super::Floor;
use super::hard_share::HardShare;
use super::study_figures::{method_name, operators, percent, seconds, timed};
use crate::domain::action::Element;
use crate::domain::study::{CaseClass, Observation};
use crate::statistics::between::{Between, between};
use crate::statistics::count::whole;
use crate::statistics::describe::{Moments, logarithms, quantile, sorted};
use crate::statistics::exclusion::exclusion;
use crate::statistics::interval::{Interval, wider_interval};
use crate::statistics::precision::{Lack, NextStep};
use crate::statistics::stratified::{Stratum, stratified};
use crate::statistics::study::{Class, ClassTimes, Staff};
use crate::statistics::{NormInterval, Summary};
use crate::views::Named;
use crate::views::studies::{
    BetweenFigures, ClassBetween, ClassFigures, ElementFigures, HourCell, LackView, OperatorFigures, StepView,
    StudyReport,
};

/// What the report is made from.
pub(super) struct Known<'a> {
    pub floor: &'a Floor,
    pub kept: &'a [&'a Observation],
    /// The class that shape, fences and order in time are told by.
    pub of_class: &'a [&'a Observation],
    /// Its figures.
    pub figures: &'a Summary,
    pub interval: &'a NormInterval,
    pub share: &'a HardShare,
    /// The names of people by code.
    pub names: &'a BTreeMap<String, String>,
    /// Excluded observations.
    pub excluded: usize,
}

/// The report of a study's kept observations.
pub(super) fn report(known: &Known<'_>) -> StudyReport {
    let Known { figures, interval, kept, .. } = known;
    let seconds = seconds(known.of_class);
    let outside = |low: Option<f64>, high: Option<f64>| match (low, high) {
        (Some(low), Some(high)) => seconds.iter().filter(|value| **value < low || **value > high).count(),
        _ => 0,
    };
    let left_out = exclusion(whole(kept.len()), whole(known.excluded));
    let operators = operator_figures(known);
    StudyReport {
        of_class: if known.of_class.len() == kept.len() { "all" } else { "regular" }.to_owned(),
        class_mean: figures.mean,
        class_median: figures.median,
        plain_mean: interval.plain_mean,
        geometric_mean: figures.geometric_mean,
        q1: figures.q1,
        q3: figures.q3,
        cv: figures.cv,
        skewness: figures.skewness,
        outside_raw: outside(figures.tukey_low, figures.tukey_high),
        outside_log: outside(figures.tukey_log_low.map(f64::exp), figures.tukey_log_high.map(f64::exp)),
        grubbs_g: figures.grubbs_g,
        grubbs_critical: figures.grubbs_critical,
        t_low: figures.ci_t_low,
        t_high: figures.ci_t_high,
        cox_low: figures.ci_cox_low,
        cox_high: figures.ci_cox_high,
        method: interval.reported.is_ok().then(|| method_name(interval).to_owned()),
        regular: class(interval.regular),
        hard: class(interval.hard),
        hard_share: interval.hard_share,
        hard_share_source: interval
            .hard_share
            .map(|_| known.share.source.clone().unwrap_or_else(|| "study".to_owned())),
        hard_share_count: known.share.count,
        chance_of_no_hard: interval.chance_of_no_hard,
        between: between_figures(known, &operators),
        operators,
        trend_s: figures.mann_kendall_s,
        trend_p: figures.mann_kendall_p,
        runs_p: figures.runs_p,
        lag1: figures.lag1_autocorrelation,
        coverage: coverage(known.floor, kept),
        days: days(known.floor, kept),
        excluded_percent: left_out.share.map(|share| 100.0 * share),
        repeat: left_out.repeat,
        lacks: interval.lacks.iter().map(|lack| lack_view(*lack, known)).collect(),
        next_step: interval.next_step.map(|step| step_view(step, known)),
        ilo_5: figures.n_required_ilo_5,
        ilo_10: figures.n_required_ilo_10,
    }
}

fn class(times: ClassTimes) -> ClassFigures {
    ClassFigures { n: times.n, mean: times.mean, sd: times.sd }
}

/// The seconds of each observed operator: regular and hard.
fn by_operator<'a>(kept: &[&'a Observation]) -> BTreeMap<&'a str, (Vec<f64>, Vec<f64>)> {
    let mut times: BTreeMap<&str, (Vec<f64>, Vec<f64>)> = BTreeMap::new();
    for one in kept {
        let (regular, hard) = times.entry(one.operator.as_str()).or_default();
        let of_class = if one.kept_as() == Some(CaseClass::Hard) { hard } else { regular };
        of_class.push(one.normal_seconds());
    }
    times
}

fn operator_figures(known: &Known<'_>) -> Vec<OperatorFigures> {
    let weight = known.interval.hard_share;
    let of_class = groups(known.of_class);
    let figures = |(code, (regular, hard)): (&str, (Vec<f64>, Vec<f64>))| {
        let n = regular.len() + hard.len();
        let (mean, interval) = operator_mean(&regular, &hard, weight);
        OperatorFigures {
            operator: named(known, code),
            n,
            hard: hard.len(),
            mean,
            low: interval.map(|interval| interval.low),
            high: interval.map(|interval| interval.high),
            five: five_numbers(of_class.get(code).map_or(&[], Vec::as_slice)),
            share_percent: percent(n, known.kept.len()),
        }
    };
    let mut operators: Vec<OperatorFigures> = by_operator(known.kept).into_iter().map(figures).collect();
    operators.sort_by(|a, b| b.mean.unwrap_or(0.0).total_cmp(&a.mean.unwrap_or(0.0)));
    operators
}

/// An operator's mean at the study's share of hard cases, with its interval; `None` where a class with weight was not
/// observed.
fn operator_mean(regular: &[f64], hard: &[f64], weight: Option<f64>) -> (Option<f64>, Option<Interval>) {
    let Some(weight) = weight else {
        let all = [regular, hard].concat();
        return (Moments::of(&all).map(|moments| moments.mean()), wider_interval(&all));
    };
    let strata =
        [Stratum { weight: 1.0 - weight, times: Moments::of(regular) }, Stratum { weight, times: Moments::of(hard) }];
    let estimate = stratified(&strata, None);
    (estimate.map(|estimate| estimate.mean), estimate.and_then(|estimate| estimate.interval()))
}

/// The seconds of each operator.
fn groups<'a>(observations: &[&'a Observation]) -> BTreeMap<&'a str, Vec<f64>> {
    let mut groups: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    for one in observations {
        groups.entry(one.operator.as_str()).or_default().push(one.normal_seconds());
    }
    groups
}

fn five_numbers(values: &[f64]) -> Option<[f64; 5]> {
    let ascending = sorted(values);
    let at = |probability| quantile(&ascending, probability);
    Some([at(0.0)?, at(0.25)?, at(0.5)?, at(0.75)?, at(1.0)?])
}

fn named(known: &Known<'_>, code: &str) -> Named {
    let name = known.names.get(code).cloned().unwrap_or_else(|| code.to_owned());
    Named { code: code.to_owned(), name }
}

fn between_figures(known: &Known<'_>, operators: &[OperatorFigures]) -> BetweenFigures {
    let (raw, logs) = tests(&groups(known.of_class));
    let (mean_of_means, interval, no_interval) = match known.interval.staff {
        Staff::Known { interval, mean, .. } => (Some(mean), Some(interval), None),
        Staff::TooFewOperators { .. } => (mean_of(operators), None, Some("few-operators")),
        Staff::TooFewInEveryClass { .. } => (mean_of(operators), None, Some("few-in-every-class")),
        Staff::NoSpread => (mean_of(operators), None, Some("no-spread")),
    };
    let above_half = operators.iter().find(|one| operators.len() > 1 && one.share_percent > 50.0);
    BetweenFigures {
        f: raw.anova_f,
        p: raw.anova_p,
        log_f: logs.anova_f,
        log_p: logs.anova_p,
        icc: logs.icc,
        classes: classes_between(known.kept),
        mean_of_means,
        low: interval.map(|interval| interval.low),
        high: interval.map(|interval| interval.high),
        no_interval: no_interval.map(str::to_owned),
        above_half: above_half.map(|one| one.operator.name.clone()),
    }
}

/// The comparison of operators on seconds, and on logarithms.
fn tests(groups: &BTreeMap<&str, Vec<f64>>) -> (Between, Between) {
    let seconds: Vec<&[f64]> = groups.values().map(Vec::as_slice).collect();
    let logs: Option<Vec<Vec<f64>>> = seconds.iter().map(|group| logarithms(group)).collect();
    (between(&seconds), logs.map(|logs| between(&logs)).unwrap_or_default())
}

/// The comparison within each class, where both were timed.
fn classes_between(kept: &[&Observation]) -> Vec<ClassBetween> {
    let of_class = |class| {
        let timed: Vec<&Observation> = kept.iter().copied().filter(|one| one.kept_as() == Some(class)).collect();
        let groups = groups(&timed);
        let (raw, logs) = tests(&groups);
        ClassBetween {
            class,
            n: timed.len(),
            operators: groups.len(),
            mean_of_means: raw.mean_of_means,
            f: raw.anova_f,
            p: raw.anova_p,
            log_f: logs.anova_f,
            log_p: logs.anova_p,
            icc: logs.icc,
        }
    };
    let both = [CaseClass::Regular, CaseClass::Hard].map(of_class);
    if both.iter().any(|one| one.n == 0) { Vec::new() } else { both.into() }
}

/// Equal-weight mean of the operators' means that are known.
fn mean_of(operators: &[OperatorFigures]) -> Option<f64> {
    let means: Vec<f64> = operators.iter().filter_map(|one| one.mean).collect();
    Moments::of(&means).map(|means| means.mean())
}

/// Observations by hour of the week, on the floor's clock.
fn coverage(floor: &Floor, kept: &[&Observation]) -> Vec<HourCell> {
    let mut cells: BTreeMap<(u8, u8), usize> = BTreeMap::new();
    for one in kept {
        let local = one.started_at.utc().with_timezone(&floor.zone);
        let weekday = u8::try_from(local.weekday().number_from_monday()).unwrap_or(1);
        let hour = u8::try_from(local.hour()).unwrap_or(0);
        *cells.entry((weekday, hour)).or_default() += 1;
    }
    cells.into_iter().map(|((weekday, hour), n)| HourCell { weekday, hour, n }).collect()
}

fn days(floor: &Floor, kept: &[&Observation]) -> usize {
    let mut days: Vec<i64> = timed(floor, kept).into_iter().map(|one| one.day).collect();
    days.sort_unstable();
    days.dedup();
    days.len()
}

/// The name behind an operator's label.
fn name_of(label: u64, known: &Known<'_>) -> Option<String> {
    let codes = operators(known.kept);
    codes.get(usize::try_from(label).ok()?).map(|code| named(known, code).name)
}

fn lack_view(lack: Lack, known: &Known<'_>) -> LackView {
    let (what, more, label) = match lack {
        Lack::HardCases { more } => ("hard-cases", Some(more), None),
        Lack::RegularCases { more } => ("regular-cases", Some(more), None),
        Lack::Observations { more } => ("observations", Some(more), None),
        Lack::Operators { more } => ("operators", Some(more), None),
        Lack::OperatorsInEveryClass { class: Class::Hard, operators } => {
            ("operators-without-hard", Some(operators), None)
        }
        Lack::OperatorsInEveryClass { class: Class::Regular, operators } => {
            ("operators-without-regular", Some(operators), None)
        }
        Lack::UnequalOperators { .. } => ("unequal-operators", None, None),
        Lack::OperatorAboveHalf { operator, .. } => ("operator-above-half", None, Some(operator)),
        Lack::Days { more } => ("days", Some(more), None),
        Lack::Tickets { more } => ("tickets", Some(more), None),
    };
    LackView { what: what.to_owned(), more, operator: label.and_then(|label| name_of(label, known)) }
}

fn step_view(step: NextStep, known: &Known<'_>) -> StepView {
    let (what, more, new_operators) = match step {
        NextStep::HardCases { more, new_operators } => ("hard-cases", Some(more), new_operators),
        NextStep::RegularCases { more, new_operators } => ("regular-cases", Some(more), new_operators),
        NextStep::Operators { more } => ("operators", Some(more), true),
        NextStep::ClassOfOperators { class: Class::Hard, more, .. } => ("hard-of-operators", Some(more), false),
        NextStep::ClassOfOperators { class: Class::Regular, more, .. } => ("regular-of-operators", Some(more), false),
        NextStep::OperatorWithFew { more, .. } => ("operator-with-few", Some(more), false),
        NextStep::OtherOperators => ("other-operators", None, true),
        NextStep::Days { more } => ("days", Some(more), false),
        NextStep::Tickets { more } => ("tickets", Some(more), false),
    };
    let operator = match step {
        NextStep::OperatorWithFew { operator, .. } => name_of(operator, known),
        _ => None,
    };
    StepView { what: what.to_owned(), more, new_operators, operator }
}

/// The elements of an action with their times over the kept observations.
pub(super) fn elements(of_action: &[Element], kept: &[&Observation]) -> Vec<ElementFigures> {
    let figures = |element: &Element| {
        let times = kept.iter().filter_map(|one| {
            let time = one.elements.iter().find(|time| time.element == element.code)?;
            Some(time.duration_ms.seconds() * one.pace())
        });
        let seconds: Vec<f64> = times.collect();
        let moments = Moments::of(&seconds);
        let ascending = sorted(&seconds);
        let ratio = ascending.first().zip(ascending.last()).filter(|(least, _)| **least > 0.0);
        ElementFigures {
            element: element.clone(),
            n: seconds.len(),
            mean: moments.as_ref().map(Moments::mean),
            sd: moments.as_ref().and_then(Moments::sd),
            stability_ratio: ratio.map(|(least, greatest)| greatest / least),
        }
    };
    of_action.iter().map(figures).collect()
}
