//! What follows from the figures: the interval that a study would report, or why none, and what to do next.
//!
//! Where the classes are called `regular` and `hard` (or there are none) the rows are a study, and the study's own rules
//! speak. A file names no work days, so what is wanting in days is left out; without a column of operators, what is
//! wanting in operators too.

use super::layout::{Paper, Times};
use super::page::Measured;
use crate::statistics::count::whole;
use crate::statistics::interval::Interval;
use crate::statistics::precision::{Lack, Need, NextStep};
use crate::statistics::study::{
    Class, HardShare, Method, NormInterval, Observation, ShareCaveat, Staff, Unreliable, study_interval,
};
use crate::statistics::{Row, Summary};

/// What the page advises by.
pub(super) struct Advice<'a> {
    /// The rows as a study; `None` where they cannot be one.
    study: Option<NormInterval>,
    /// Names of the operators, by their label in the study.
    operators: Vec<&'a str>,
    classes: bool,
    excludable: usize,
}

impl<'a> Advice<'a> {
    pub(super) fn of(measured: &Measured<'a>) -> Self {
        let mut operators: Vec<&str> = measured.rows.iter().filter_map(|row| row.group.as_deref()).collect();
        operators.sort_unstable();
        operators.dedup();
        let classes = measured.rows.iter().any(|row| row.class.is_some());
        let observe = |row: &Row| {
            let class = match row.class.as_deref() {
                Some("hard") => Class::Hard,
                Some("regular") => Class::Regular,
                None if !classes => Class::Regular,
                _ => return None,
            };
            let operator = row.group.as_deref().map_or(0, |name| operators.partition_point(|own| *own < name));
            (row.seconds > 0.0).then(|| Observation { seconds: row.seconds, class, operator: whole(operator), day: 0 })
        };
        let observations: Option<Vec<Observation>> = measured.rows.iter().map(observe).collect();
        let weight = measured.options.weights.as_ref().map(|weights| weights.get("hard").copied().unwrap_or(0.0));
        let share = match (weight, measured.options.weights_count) {
            (Some(share), Some(tickets)) => HardShare::Counted { share, tickets },
            (Some(share), None) => HardShare::Declared { share },
            (None, _) if classes => HardShare::OfStudy,
            (None, _) => HardShare::NoHardCases,
        };
        let study = observations.map(|observations| study_interval(&observations, share));
        let excludable = measured.found.groups.get(crate::statistics::report::ALL).map_or(0, |all| all.flags.len());
        Self { study, operators, classes, excludable }
    }
}

/// The interval to believe, or why there is none.
pub(super) fn how_sure(paper: &mut Paper, advice: &Advice<'_>, all: &Summary) {
    match &advice.study {
        Some(study) => study_sure(paper, advice, study),
        None => summary_sure(paper, all),
    }
    if let Some((low, high)) = all.ci_bca_low.zip(all.ci_bca_high) {
        paper.say("cli-stats-bca", &[("interval", Times(paper.lang).between(low, high))]);
    }
}

fn study_sure(paper: &mut Paper, advice: &Advice<'_>, study: &NormInterval) {
    let times = Times(paper.lang);
    match (study.norm, study.reported) {
        (Some(norm), Ok(reported)) => {
            norm_line(paper, norm, reported.precision_percent, reported.interval);
            if let (true, Some(share)) = (reported.method == Method::OperatorMeans, study.hard_share) {
                paper.say("cli-stats-weighted", &[("percent", paper.lang.number(100.0 * share, 1))]);
            }
            paper.say(method(reported.method), &[]);
        }
        (norm, Err(reason)) => {
            if let Some(norm) = norm {
                paper.say("cli-stats-norm-alone", &[("norm", times.minutes(norm))]);
            }
            unreliable(paper, reason);
        }
        (None, Ok(_)) => {}
    }
    if !advice.classes {
        paper.say("cli-stats-if-no-hard", &[]);
    }
    match study.share_caveat {
        Some(ShareCaveat::ErrorOfShareUnknown) => paper.say("cli-stats-share-declared", &[]),
        Some(ShareCaveat::ShareOfStudy) => {
            let share = study.hard_share.map_or_else(String::new, |share| paper.lang.number(100.0 * share, 0));
            paper.say("cli-stats-share-own", &[("percent", share)]);
        }
        None => {}
    }
    if advice.operators.is_empty() {
        return;
    }
    match study.staff {
        Staff::TooFewOperators { operators } => paper.say_count("cli-stats-few-operators", whole(operators), &[]),
        Staff::TooFewInEveryClass { complete } => paper.say_count("cli-stats-few-complete", whole(complete), &[]),
        Staff::NoSpread | Staff::Known { .. } => {}
    }
}

/// What the summary itself can say: other classes than regular and hard, or times that are not above 0.
fn summary_sure(paper: &mut Paper, all: &Summary) {
    let weighted = all.strat_mean.zip(all.strat_ci_low.zip(all.strat_ci_high));
    let plain = all.mean.zip(all.ci_t_low.zip(all.ci_t_high));
    let method = if weighted.is_some() { "cli-stats-by-classes" } else { "cli-stats-by-t" };
    match weighted.or(plain) {
        Some((mean, (low, high))) => {
            norm_line(paper, mean, 100.0 * (high - low) / 2.0 / mean.abs(), Interval { low, high });
            paper.say(method, &[]);
        }
        None if all.n < 2 => unreliable(paper, Unreliable::OneObservation),
        None => unreliable(paper, Unreliable::NoSpread),
    }
}

/// The norm with its precision, where that is less than the norm itself.
fn norm_line(paper: &mut Paper, norm: f64, percent: f64, interval: Interval) {
    let times = Times(paper.lang);
    let named = [
        ("norm", times.minutes(norm)),
        ("percent", paper.lang.number(percent, usize::from(percent < 10.0))),
        ("interval", times.between(interval.low, interval.high)),
    ];
    paper.say(if percent <= 100.0 { "cli-stats-norm" } else { "cli-stats-norm-unknown" }, &named);
}

fn method(method: Method) -> &'static str {
    match method {
        Method::StudentT => "cli-stats-by-t",
        Method::ModifiedCox => "cli-stats-by-cox",
        Method::Stratified => "cli-stats-by-classes",
        Method::OperatorMeans => "cli-stats-by-operators",
    }
}

fn unreliable(paper: &mut Paper, reason: Unreliable) {
    let class = |class: Class| match class {
        Class::Regular => "cli-stats-no-interval-regular",
        Class::Hard => "cli-stats-no-interval-hard",
    };
    match reason {
        Unreliable::OneObservation => paper.say("cli-stats-no-interval-one", &[]),
        Unreliable::TooFewOfClass { class: wanted, seen } => paper.say_count(class(wanted), whole(seen), &[]),
        Unreliable::FewHardCases { seen } => paper.say_count("cli-stats-no-interval-few-hard", whole(seen), &[]),
        // A file without rows has no page, and durations and shares were looked at before.
        Unreliable::NoSpread | Unreliable::NoObservations | Unreliable::BadDuration | Unreliable::BadShare => {
            paper.say("cli-stats-no-interval-spread", &[]);
        }
    }
}

/// What to do, the most wanting first.
pub(super) fn what_next(paper: &mut Paper, advice: &Advice<'_>, all: &Summary) {
    let mut items = Vec::new();
    if advice.excludable > 0 {
        items.push(paper.counted("cli-stats-do-flags", whole(advice.excludable), &[]));
    }
    if let Some(study) = &advice.study {
        items.extend(steps(paper, advice, study));
    }
    if !advice.classes {
        items.push(paper.lang.t("cli-stats-do-classes"));
    }
    if advice.operators.is_empty() {
        items.push(paper.lang.t("cli-stats-do-operators"));
    }
    for item in items {
        paper.item(&item);
    }
    if let Some(study) = &advice.study {
        targets(paper, advice, study);
    }
    let size =
        |n: Option<u64>| n.map_or_else(|| "—".to_owned(), |n| paper.lang.whole(i64::try_from(n).unwrap_or(i64::MAX)));
    if all.n_required_ilo_5.is_some() {
        let named = [
            ("iloten", size(all.n_required_ilo_10)),
            ("ilofive", size(all.n_required_ilo_5)),
            ("tten", size(all.n_required_t_10)),
            ("tfive", size(all.n_required_t_5)),
        ];
        paper.say("cli-stats-for-the-record", &named);
    }
}

/// The next best step and the other floors that are not reached.
fn steps(paper: &Paper, advice: &Advice<'_>, study: &NormInterval) -> Vec<String> {
    let by_operators = !advice.operators.is_empty();
    let known = |lack: &&Lack| match lack {
        Lack::Operators { .. }
        | Lack::OperatorsInEveryClass { .. }
        | Lack::UnequalOperators { .. }
        | Lack::OperatorAboveHalf { .. } => by_operators,
        _ => true,
    };
    let mut texts: Vec<String> =
        study.lacks.iter().filter(known).filter_map(|lack| lack_text(paper, advice, *lack)).collect();
    let step = study.next_step.filter(|_| by_operators).and_then(|step| step_text(paper, advice, step));
    // The step speaks for the first lack, and says on whom.
    if let (Some(first), Some(step)) = (texts.first_mut(), step) {
        *first = step;
    }
    texts
}

fn lack_text(paper: &Paper, advice: &Advice<'_>, lack: Lack) -> Option<String> {
    let (key, count) = match lack {
        Lack::HardCases { more } => ("cli-stats-do-hard", more),
        Lack::RegularCases { more } => ("cli-stats-do-regular", more),
        Lack::Observations { more } => ("cli-stats-do-observations", more),
        Lack::Operators { more } => ("cli-stats-do-more-operators", more),
        Lack::OperatorsInEveryClass { class: Class::Hard, operators } => ("cli-stats-do-hard-on-operators", operators),
        Lack::OperatorsInEveryClass { class: Class::Regular, operators } => {
            ("cli-stats-do-regular-on-operators", operators)
        }
        Lack::UnequalOperators { most, fewest } => {
            let named = [("most", most.to_string()), ("fewest", fewest.to_string())];
            return Some(paper.counted("cli-stats-do-even", most, &named));
        }
        Lack::OperatorAboveHalf { operator, share } => {
            let named = [("operator", name(advice, operator)), ("percent", paper.lang.number(100.0 * share, 0))];
            return Some(paper.counted("cli-stats-do-others", 0, &named));
        }
        Lack::Days { .. } => return None,
        Lack::Tickets { more } => ("cli-stats-do-tickets", more),
    };
    Some(paper.counted(key, count, &[]))
}

fn step_text(paper: &Paper, advice: &Advice<'_>, step: NextStep) -> Option<String> {
    let (key, count) = match step {
        NextStep::HardCases { more, new_operators: true } => ("cli-stats-do-hard-new", more),
        NextStep::HardCases { more, new_operators: false } => ("cli-stats-do-hard", more),
        NextStep::RegularCases { more, new_operators: true } if advice.classes => ("cli-stats-do-regular-new", more),
        NextStep::RegularCases { more, new_operators: false } if advice.classes => ("cli-stats-do-regular", more),
        NextStep::RegularCases { more, new_operators: true } => ("cli-stats-do-observations-new", more),
        NextStep::RegularCases { more, new_operators: false } => ("cli-stats-do-observations", more),
        NextStep::Operators { more } => ("cli-stats-do-more-operators", more),
        NextStep::ClassOfOperators { class: Class::Hard, operators, .. } => {
            ("cli-stats-do-hard-on-operators", operators)
        }
        NextStep::ClassOfOperators { class: Class::Regular, operators, .. } => {
            ("cli-stats-do-regular-on-operators", operators)
        }
        NextStep::OtherOperators => ("cli-stats-do-only-others", 0),
        NextStep::OperatorWithFew { operator, more } => {
            return Some(paper.counted("cli-stats-do-few", more, &[("operator", name(advice, operator))]));
        }
        NextStep::Days { .. } => return None,
        NextStep::Tickets { more } => ("cli-stats-do-tickets", more),
    };
    Some(paper.counted(key, count, &[]))
}

fn name(advice: &Advice<'_>, label: u64) -> String {
    usize::try_from(label)
        .ok()
        .and_then(|place| advice.operators.get(place))
        .map_or_else(String::new, |n| (*n).to_owned())
}

/// A line for each precision: reached, or what it still asks for.
fn targets(paper: &mut Paper, advice: &Advice<'_>, study: &NormInterval) {
    // From an error larger than the norm nothing can be foretold.
    if study.reported.is_err() || study.reported.is_ok_and(|reported| reported.precision_percent > 100.0) {
        return;
    }
    for target in study.targets {
        let at = paper.lang.number(target.percent, 0);
        let text = match target.need {
            Need::Met => paper.lang.with("cli-stats-target-met", &[("percent", (&at).into())]),
            Need::Unknown => continue,
            Need::More { regular, hard, operators, tickets } => {
                let operators = if advice.operators.is_empty() { 0 } else { operators };
                let parts = [
                    (if advice.classes { "cli-stats-need-regular" } else { "cli-stats-need-observations" }, regular),
                    ("cli-stats-need-hard", hard),
                    ("cli-stats-need-operators", operators),
                    ("cli-stats-need-tickets", tickets),
                ];
                let parts: Vec<String> = parts
                    .into_iter()
                    .filter(|(_, more)| *more > 0)
                    .map(|(key, more)| paper.counted(key, more, &[]))
                    .collect();
                let list = parts.join(", ");
                paper.lang.with("cli-stats-target-more", &[("percent", (&at).into()), ("list", (&list).into())])
            }
        };
        paper.item(&text);
    }
}
