//! What a study still lacks: floors, observations for ±20, ±10 and ±5 %, and the next best step.
//!
//! The floors of the default target are 20 regular and 10 hard observations (30 without hard cases; 20 hard where
//! only the study tells their share), 6 operators of equal n, each observed in every class, 3 days, no operator above
//! half. "Equal n" is taken as: nobody more than twice as often as anybody else; a study that runs is never quite equal,
//! and up to there the mean of the operators' means loses little. Observations per class are Neyman's, with the budget D = (e·m/2)² less the share's own variance; they are recomputed as observations come.

use super::count::{ceiling, number, number_of, whole};
use super::interval::Interval;
use super::sample::{Observed, Sample};
use super::sample_size::{Layer, iterated_t, neyman, operators, tickets};
use super::stratified::Stratified;
use super::study::{Class, HARD_FOR_OWN_SHARE, HardShare, Method, Reported, Staff, Unreliable};
use std::collections::BTreeMap;

/// Floors of the default target.
const REGULAR_FLOOR: usize = 20;
const HARD_FLOOR: usize = 10;
const PLAIN_FLOOR: usize = 30;
const OPERATOR_FLOOR: usize = 6;
const DAY_FLOOR: usize = 3;
/// Largest number of observations of one operator, as a multiple of the smallest, that still counts as equal.
const EQUAL_UP_TO: usize = 2;
/// The targets, as shares of the norm; the second is the default.
const TARGETS: [f64; 3] = [0.20, 0.10, 0.05];

/// A floor that is not reached.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Lack {
    /// More hard cases.
    HardCases {
        /// How many.
        more: u64,
    },
    /// More regular cases.
    RegularCases {
        /// How many.
        more: u64,
    },
    /// More observations, where classes do not count.
    Observations {
        /// How many.
        more: u64,
    },
    /// More operators.
    Operators {
        /// How many.
        more: u64,
    },
    /// Operators who were observed, but not in every class that has weight: they tell nothing about the whole staff.
    OperatorsInEveryClass {
        /// The class that most of them lack.
        class: Class,
        /// How many operators of those observed are wanting in it, up to the floor.
        operators: u64,
    },
    /// Somebody was observed more than twice as often as somebody else (said where nobody has more than half).
    UnequalOperators {
        /// Observations of the operator with most.
        most: u64,
        /// Observations of the operator with fewest.
        fewest: u64,
    },
    /// One operator has more than half of the observations.
    OperatorAboveHalf {
        /// The operator's label.
        operator: u64,
        /// Share of the observations.
        share: f64,
    },
    /// More days.
    Days {
        /// How many.
        more: u64,
    },
    /// More tickets to count the share of hard cases on, for ±10 %.
    Tickets {
        /// How many.
        more: u64,
    },
}

/// What a precision still asks for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Target {
    /// ± in % of the norm.
    pub percent: f64,
    /// What is wanting.
    pub need: Need,
}

/// The distance to a target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Need {
    /// The reported interval meets it.
    Met,
    /// There is no reported interval to judge by.
    Unknown,
    /// Estimated from what was seen so far; 0 where that part is enough already.
    More {
        /// Regular observations (all observations, where classes do not count).
        regular: u64,
        /// Hard observations.
        hard: u64,
        /// Operators.
        operators: u64,
        /// Tickets to count the share on.
        tickets: u64,
    },
}

/// What to do next; `new_operators` asks for operators not yet observed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum NextStep {
    /// Time hard cases.
    HardCases {
        /// How many.
        more: u64,
        /// From operators not yet observed.
        new_operators: bool,
    },
    /// Time regular cases (any, where classes do not count).
    RegularCases {
        /// How many.
        more: u64,
        /// From operators not yet observed.
        new_operators: bool,
    },
    /// Observe more operators, in every class.
    Operators {
        /// How many.
        more: u64,
    },
    /// Observe a class on operators who were observed, but not in it.
    ClassOfOperators {
        /// The class.
        class: Class,
        /// How many observations, at least one each.
        more: u64,
        /// On how many operators.
        operators: u64,
    },
    /// Observe the others: one operator has more than half.
    OtherOperators,
    /// Observe the operator with fewest observations.
    OperatorWithFew {
        /// The operator's label.
        operator: u64,
        /// How many, until he or she has half as many as the one with most.
        more: u64,
    },
    /// Observe on other days.
    Days {
        /// How many.
        more: u64,
    },
    /// Count the share of hard cases on more tickets.
    Tickets {
        /// How many.
        more: u64,
    },
}

/// All that the needs are judged by.
pub(super) struct State<'a> {
    pub sample: &'a Sample<'a>,
    pub share: HardShare,
    pub hard_share: Option<f64>,
    pub estimate: Option<Stratified>,
    pub reported: Result<Reported, Unreliable>,
    pub of_observations: Option<(Interval, Method)>,
    pub staff: Staff,
}

impl State<'_> {
    /// The floors that are not reached.
    pub(super) fn lacks(&self) -> Vec<Lack> {
        let below = |have: usize, floor: usize| floor.checked_sub(have).filter(|more| *more > 0).map(whole);
        let mut lacks = Vec::new();
        let hard_floor = match self.share {
            HardShare::OfStudy => HARD_FOR_OWN_SHARE,
            _ => HARD_FLOOR,
        };
        if self.share == HardShare::NoHardCases
            || self.hard_share.is_some_and(|share| share <= 0.0 && self.share != HardShare::OfStudy)
        {
            lacks.extend(below(self.sample.observations.len(), PLAIN_FLOOR).map(|more| Lack::Observations { more }));
        } else {
            lacks.extend(below(self.sample.seen(Class::Hard), hard_floor).map(|more| Lack::HardCases { more }));
            lacks
                .extend(below(self.sample.seen(Class::Regular), REGULAR_FLOOR).map(|more| Lack::RegularCases { more }));
        }
        lacks.extend(self.operators_lacking());
        let mut days: Vec<i64> = self.sample.observations.iter().map(|one| one.day).collect();
        days.sort_unstable();
        days.dedup();
        lacks.extend(below(days.len(), DAY_FLOOR).map(|more| Lack::Days { more }));
        let [_, default, _] = TARGETS;
        lacks.extend(self.tickets_lacking(default).map(|more| Lack::Tickets { more }));
        lacks
    }

    /// What is wanting in the choice of operators.
    fn operators_lacking(&self) -> Vec<Lack> {
        let operators = self.sample.operators();
        let mut lacks = Vec::new();
        let wanting = OPERATOR_FLOOR.saturating_sub(operators.len());
        if wanting > 0 {
            lacks.push(Lack::Operators { more: whole(wanting) });
        }
        lacks.extend(self.classes_lacking(&operators));
        let total = number(self.sample.observations.len());
        let above_half = |(operator, observed): (&u64, &Observed)| {
            let share = number(observed.n()) / total;
            (share > 0.5).then_some(Lack::OperatorAboveHalf { operator: *operator, share })
        };
        let unequal = || {
            let most = operators.values().map(|observed| observed.n()).max()?;
            let fewest = operators.values().map(|observed| observed.n()).min()?;
            let lack = Lack::UnequalOperators { most: whole(most), fewest: whole(fewest) };
            (most > EQUAL_UP_TO * fewest).then_some(lack)
        };
        lacks.extend(operators.iter().find_map(above_half).or_else(unequal));
        lacks
    }

    /// Operators, up to the floor, who were observed, but not in every class that has weight.
    fn classes_lacking(&self, operators: &BTreeMap<u64, Observed>) -> Option<Lack> {
        let share = self.hard_share?;
        let no_hard = |observed: &Observed| share > 0.0 && observed.hard == 0;
        let no_regular = |observed: &Observed| share < 1.0 && observed.regular == 0;
        let complete = operators.values().filter(|observed| !no_hard(observed) && !no_regular(observed)).count();
        let wanting = operators.len().min(OPERATOR_FLOOR).saturating_sub(complete);
        let without = |lacks: &dyn Fn(&Observed) -> bool| operators.values().filter(|observed| lacks(observed)).count();
        let class = if without(&no_regular) > without(&no_hard) { Class::Regular } else { Class::Hard };
        (wanting > 0).then(|| Lack::OperatorsInEveryClass { class, operators: whole(wanting) })
    }

    /// What each target still asks for.
    pub(super) fn targets(&self) -> [Target; 3] {
        TARGETS.map(|share| Target { percent: 100.0 * share, need: self.need(share) })
    }

    fn need(&self, precision: f64) -> Need {
        let (Ok(reported), Some(estimate)) = (self.reported, self.estimate) else {
            return Need::Unknown;
        };
        if reported.precision_percent <= 100.0 * precision {
            return Need::Met;
        }
        let allowed = precision * estimate.mean;
        let (mut regular, mut hard) = (0, 0);
        if let Some((interval, _)) = self.of_observations.filter(|(interval, _)| interval.half_width() > allowed) {
            (regular, hard) = match self.hard_share {
                Some(share) if self.share == HardShare::OfStudy => self.more_of_sample(interval, allowed, share),
                Some(share) => self.more_by_class(allowed, share, &estimate).unwrap_or((0, 0)),
                None => (self.more_plain(interval, precision, allowed), 0),
            };
        }
        let operators = self.more_operators(precision, allowed);
        let tickets = self.tickets_lacking(precision).unwrap_or(0);
        if regular + hard + operators + tickets == 0 {
            // The estimate says enough and the interval does not: one more, and look again.
            regular = 1;
        }
        Need::More { regular, hard, operators, tickets }
    }

    /// Without classes: the iterated t, and what the interval's own shrinking with √n asks for.
    fn more_plain(&self, interval: Interval, precision: f64, allowed: f64) -> u64 {
        let have = self.sample.observations.len();
        let by_t = self.sample.all.and_then(|all| all.cv()).and_then(|cv| iterated_t(cv, precision)).unwrap_or(0);
        by_t.max(scaled(have, interval, allowed)).saturating_sub(whole(have)).max(1)
    }

    /// With the study's own share, cases come as they come: both classes in proportion.
    fn more_of_sample(&self, interval: Interval, allowed: f64, share: f64) -> (u64, u64) {
        let have = self.sample.observations.len();
        let more = scaled(have, interval, allowed).saturating_sub(whole(have)).max(1);
        let hard = ceiling(number_of(more) * share).unwrap_or(0).min(more);
        (more - hard, hard)
    }

    /// By class: Neyman's numbers less what is there; at least one of the class that adds more to the variance.
    fn more_by_class(&self, allowed: f64, share: f64, estimate: &Stratified) -> Option<(u64, u64)> {
        let budget = (allowed / 2.0).powi(2);
        // Where the share takes more than half, more tickets are asked for beside the observations.
        let left = (budget - estimate.of_weights).max(budget / 2.0);
        let sd = |times: Option<super::describe::Moments>| times.and_then(|times| times.sd()).unwrap_or(0.0);
        let regular = Layer { weight: 1.0 - share, sd: sd(self.sample.regular) };
        let hard = Layer { weight: share, sd: sd(self.sample.hard) };
        let [wanted_regular, wanted_hard] = neyman(&[regular, hard], left)?.try_into().ok()?;
        let seen = [self.sample.seen(Class::Regular), self.sample.seen(Class::Hard)];
        let more = [wanted_regular.saturating_sub(whole(seen[0])), wanted_hard.saturating_sub(whole(seen[1]))];
        if more != [0, 0] || estimate.of_weights > budget / 2.0 {
            return Some((more[0], more[1]));
        }
        let part = |layer: Layer, n: usize| (layer.weight * layer.sd).powi(2) / number(n.max(1));
        Some(if part(hard, seen[1]) > part(regular, seen[0]) { (0, 1) } else { (1, 0) })
    }

    fn more_operators(&self, precision: f64, allowed: f64) -> u64 {
        match self.staff {
            Staff::Known { interval, mean, sd, operators: have } if interval.half_width() > allowed => {
                operators(sd / mean, precision).unwrap_or(0).saturating_sub(whole(have)).max(1)
            }
            _ => 0,
        }
    }

    /// Tickets that a counted share lacks for a precision.
    fn tickets_lacking(&self, precision: f64) -> Option<u64> {
        let HardShare::Counted { share, tickets: have } = self.share else {
            return None;
        };
        let difference = self.sample.hard?.mean() - self.sample.regular?.mean();
        let wanted = tickets(share, difference, self.estimate?.mean, precision)?;
        wanted.checked_sub(have).filter(|more| *more > 0)
    }
}

/// The first lack, else the greatest need of ±10 %. `fewest` is the operator with fewest observations.
pub(super) fn next_step(lacks: &[Lack], targets: &[Target; 3], fewest: Option<u64>) -> Option<NextStep> {
    let new_operators =
        lacks.iter().any(|lack| matches!(lack, Lack::Operators { .. } | Lack::OperatorAboveHalf { .. }));
    if let Some(first) = lacks.first() {
        let in_class = |wanted: Class, more: u64, otherwise: NextStep| {
            lacks
                .iter()
                .find_map(|lack| observed_without(*lack, wanted, more))
                .filter(|_| !new_operators)
                .unwrap_or(otherwise)
        };
        return Some(match *first {
            Lack::HardCases { more } => in_class(Class::Hard, more, NextStep::HardCases { more, new_operators }),
            Lack::RegularCases { more } => {
                in_class(Class::Regular, more, NextStep::RegularCases { more, new_operators })
            }
            Lack::Observations { more } => NextStep::RegularCases { more, new_operators },
            Lack::Operators { more } => NextStep::Operators { more },
            Lack::OperatorsInEveryClass { class, operators } => {
                NextStep::ClassOfOperators { class, more: operators, operators }
            }
            Lack::OperatorAboveHalf { .. } => NextStep::OtherOperators,
            Lack::UnequalOperators { most, fewest: n } => fewest.map_or(NextStep::OtherOperators, |operator| {
                NextStep::OperatorWithFew { operator, more: most.div_ceil(whole(EQUAL_UP_TO)).saturating_sub(n) }
            }),
            Lack::Days { more } => NextStep::Days { more },
            Lack::Tickets { more } => NextStep::Tickets { more },
        });
    }
    let [_, Target { need, .. }, _] = targets;
    let Need::More { regular, hard, operators, tickets } = *need else {
        return None;
    };
    [
        (operators, NextStep::Operators { more: operators }),
        (hard, NextStep::HardCases { more: hard, new_operators }),
        (regular, NextStep::RegularCases { more: regular, new_operators }),
        (tickets, NextStep::Tickets { more: tickets }),
    ]
    .into_iter()
    .find(|(more, _)| *more > 0)
    .map(|(_, step)| step)
}

/// The step that mends a class wanting on the whole and on operators who were observed: at least one of each of them.
fn observed_without(lack: Lack, wanted: Class, more: u64) -> Option<NextStep> {
    match lack {
        Lack::OperatorsInEveryClass { class, operators } if class == wanted => {
            Some(NextStep::ClassOfOperators { class, more: more.max(operators), operators })
        }
        _ => None,
    }
}

/// n·(half-width/allowed)²: what shrinking with √n asks for.
fn scaled(have: usize, interval: Interval, allowed: f64) -> u64 {
    ceiling(number(have) * (interval.half_width() / allowed).powi(2)).unwrap_or(u64::MAX)
}
