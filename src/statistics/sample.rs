//! A study's observations sorted into classes and operators, and what is estimated on them.
//!
//! The inner half of [`super::study`]: it calculates, the other decides what is reported.

use super::between::{OPERATORS_FOR_STAFF, staff_interval};
use super::count::number;
use super::describe::{Moments, logarithms};
use super::interval::{Interval, cox_about, t_interval};
use super::stratified::{Stratified, Stratum, stratified};
use super::study::{Class, HARD_FOR_OWN_SHARE, HardShare, Method, Observation, Staff, Unreliable};
use std::collections::BTreeMap;

/// The observations sorted into classes and operators.
pub(super) struct Sample<'a> {
    pub(super) observations: &'a [Observation],
    pub(super) all: Option<Moments>,
    pub(super) regular: Option<Moments>,
    pub(super) hard: Option<Moments>,
}

/// How many observations of one operator.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Observed {
    pub(super) regular: usize,
    pub(super) hard: usize,
}

impl Observed {
    pub(super) const fn n(self) -> usize {
        self.regular + self.hard
    }
}

impl<'a> Sample<'a> {
    pub(super) fn of(observations: &'a [Observation]) -> Self {
        let times = |class: Option<Class>| {
            let wanted = observations.iter().filter(|one| class.is_none_or(|class| one.class == class));
            Moments::of(&wanted.map(|one| one.seconds).collect::<Vec<f64>>())
        };
        Self { observations, all: times(None), regular: times(Some(Class::Regular)), hard: times(Some(Class::Hard)) }
    }

    /// How many observations of a class.
    pub(super) fn seen(&self, class: Class) -> usize {
        let times = match class {
            Class::Regular => self.regular,
            Class::Hard => self.hard,
        };
        times.map_or(0, |times| times.n())
    }

    /// The share of hard cases to weigh with; `None` where classes do not count.
    pub(super) fn weight(&self, share: HardShare) -> Result<Option<f64>, Unreliable> {
        let weight = match share {
            HardShare::NoHardCases => return Ok(None),
            HardShare::Counted { tickets: 0, .. } => return Err(Unreliable::BadShare),
            HardShare::Counted { share, .. } | HardShare::Declared { share } => share,
            HardShare::OfStudy => number(self.seen(Class::Hard)) / number(self.observations.len().max(1)),
        };
        if (0.0..=1.0).contains(&weight) { Ok(Some(weight)) } else { Err(Unreliable::BadShare) }
    }

    pub(super) fn estimate(&self, weight: Option<f64>, counted: Option<u64>) -> Option<Stratified> {
        match weight {
            None => stratified(&[Stratum { weight: 1.0, times: self.all }], None),
            Some(hard) => stratified(&strata(hard, self.regular, self.hard), counted),
        }
    }

    /// What forbids an interval, before any calculation.
    pub(super) fn check(&self, weight: Result<Option<f64>, Unreliable>, share: HardShare) -> Result<(), Unreliable> {
        if self.observations.is_empty() {
            return Err(Unreliable::NoObservations);
        }
        if !self.observations.iter().all(|one| one.seconds.is_finite() && one.seconds > 0.0) {
            return Err(Unreliable::BadDuration);
        }
        let weight = weight?;
        let hard_seen = self.seen(Class::Hard);
        if share == HardShare::OfStudy && hard_seen < HARD_FOR_OWN_SHARE {
            return Err(Unreliable::FewHardCases { seen: hard_seen });
        }
        let wanted = weight
            .map_or([None, None], |hard| [(hard < 1.0).then_some(Class::Regular), (hard > 0.0).then_some(Class::Hard)]);
        for class in wanted.into_iter().flatten() {
            let seen = self.seen(class);
            if seen < 2 {
                return Err(Unreliable::TooFewOfClass { class, seen });
            }
        }
        if self.observations.len() < 2 { Err(Unreliable::OneObservation) } else { Ok(()) }
    }

    /// Without hard cases: the wider of t and modified Cox.
    pub(super) fn plain_interval(&self) -> Option<(Interval, Method)> {
        let seconds: Vec<f64> = self.observations.iter().map(|one| one.seconds).collect();
        let plain = t_interval(self.all.as_ref()?).map(|interval| (interval, Method::StudentT));
        let logs = logarithms(&seconds).and_then(|logs| Moments::of(&logs));
        let cox = logs.as_ref().and_then(|logs| cox_about(self.all.as_ref()?, logs));
        let cox = cox.map(|interval| (interval, Method::ModifiedCox));
        match (plain, cox) {
            (Some(plain), Some(cox)) if cox.0.width() > plain.0.width() => Some(cox),
            (plain, cox) => plain.or(cox),
        }
    }

    /// The observed operators with their numbers of observations.
    pub(super) fn operators(&self) -> BTreeMap<u64, Observed> {
        let mut counts: BTreeMap<u64, Observed> = BTreeMap::new();
        for one in self.observations {
            let observed = counts.entry(one.operator).or_default();
            match one.class {
                Class::Regular => observed.regular += 1,
                Class::Hard => observed.hard += 1,
            }
        }
        counts
    }

    /// The operator with fewest observations, the first of equal ones.
    pub(super) fn operator_with_fewest(&self) -> Option<u64> {
        self.operators().into_iter().min_by_key(|(_, observed)| observed.n()).map(|(operator, _)| operator)
    }

    /// Each operator's mean, class-weighted, of those observed in every class with weight.
    fn operator_means(&self, weight: Option<f64>) -> Vec<f64> {
        let mut times: BTreeMap<u64, (Vec<f64>, Vec<f64>)> = BTreeMap::new();
        for one in self.observations {
            let (regular, hard) = times.entry(one.operator).or_default();
            if one.class == Class::Hard && weight.is_some() {
                hard.push(one.seconds);
            } else {
                regular.push(one.seconds);
            }
        }
        let mean = |(regular, hard): &(Vec<f64>, Vec<f64>)| {
            let strata = strata(weight.unwrap_or(0.0), Moments::of(regular), Moments::of(hard));
            stratified(&strata, None).map(|estimate| estimate.mean)
        };
        times.values().filter_map(mean).collect()
    }

    /// The staff's interval: mean of the operators' means ± t(k−1)·√(s²/k + the share's own variance).
    pub(super) fn staff(&self, weight: Option<f64>, of_weights: f64) -> Staff {
        let operators = self.operators().len();
        if operators < OPERATORS_FOR_STAFF {
            return Staff::TooFewOperators { operators };
        }
        let means = self.operator_means(weight);
        let complete = means.len();
        if complete < OPERATORS_FOR_STAFF {
            return Staff::TooFewInEveryClass { complete };
        }
        let known = || {
            let between = Moments::of(&means)?;
            let interval = staff_interval(&means, of_weights)?;
            Some(Staff::Known { interval, mean: between.mean(), sd: between.spread()?, operators: complete })
        };
        known().unwrap_or(Staff::NoSpread)
    }
}

/// Regular and hard times under the share of hard ones.
fn strata(hard_share: f64, regular: Option<Moments>, hard: Option<Moments>) -> [Stratum; 2] {
    [Stratum { weight: 1.0 - hard_share, times: regular }, Stratum { weight: hard_share, times: hard }]
}
