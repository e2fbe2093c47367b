//! Weak and strong links against chance: a funnel over the daily ratio of KPI to worked minutes.
//!
//! Source: `domain.md` §8: limits R ± z·s/√days, s pooled within operators over days with at least 60 worked minutes,
//! z 1.96 and 3.09; under five days nobody is told from chance. Invariant: the order of people changes nothing.

use super::forecast::WorkedDay;
use crate::statistics::describe::Moments;

/// The least worked minutes of a day that is looked at, in hundredths.
const LEAST_WORKED: i64 = 6_000;

/// Under so many days nobody is called weak or strong.
pub const LEAST_DAYS: usize = 5;

/// The inner limit's z: one of twenty lies beyond it by chance.
pub const INNER_Z: f64 = 1.96;

/// The outer limit's z: one of five hundred.
pub const OUTER_Z: f64 = 3.09;

/// How somebody stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Below the outer limit.
    Weak,
    /// Between the outer and the inner limit.
    Lagging,
    /// Within chance.
    Usual,
    /// Above the inner limit.
    Leading,
    /// Above the outer limit.
    Strong,
    /// Too few days to be told from chance.
    TooFewDays,
}

/// A person's link.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Link {
    /// Days with at least 60 worked minutes.
    pub days: usize,
    /// ΣK/Σworked over them; none without such a day.
    pub ratio: Option<f64>,
    /// Where that stands.
    pub place: Place,
}

/// The funnel.
#[derive(Debug, Clone, PartialEq)]
pub struct Funnel {
    /// R: ΣK/Σworked of everybody; none where nobody worked.
    pub ratio: Option<f64>,
    /// s: the daily ratio's sd, pooled within people; none with fewer than two days of anybody.
    pub sd: Option<f64>,
    /// One a person, as given.
    pub links: Vec<Link>,
}

/// Limits at a number of days: R ± z·s/√days.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Limits {
    /// R − 3.09·s/√days.
    pub outer_low: f64,
    /// R − 1.96·s/√days.
    pub inner_low: f64,
    /// R + 1.96·s/√days.
    pub inner_high: f64,
    /// R + 3.09·s/√days.
    pub outer_high: f64,
}

impl Funnel {
    /// The funnel of people's closed days.
    ///
    /// Two people of five days of 480 worked minutes, the one at 1.0, the other at 0.8, each with days that differ by
    /// ±0.01: R = 0.9, s = 0.01, and ±3.09·s/√5 = ±0.013 82: the one is strong, the other weak.
    ///
    /// ```
    /// use norma::domain::forecast::WorkedDay;
    /// use norma::domain::links::{Funnel, Place};
    /// use norma::domain::units::CentiMinutes;
    ///
    /// let days = |mid: i64| -> Vec<WorkedDay> {
    ///     let at = |off: i64| WorkedDay { kpi: CentiMinutes(48_000 * (mid + off) / 100), worked: CentiMinutes(48_000) };
    ///     [-1, 1, 0, -1, 1].into_iter().map(at).collect()
    /// };
    /// let funnel = Funnel::of(&[days(100), days(80)]);
    /// assert!((funnel.ratio.unwrap() - 0.9).abs() < 1e-12);
    /// assert!((funnel.sd.unwrap() - 0.01).abs() < 1e-12);
    /// assert_eq!(funnel.links.iter().map(|link| link.place).collect::<Vec<_>>(), [Place::Strong, Place::Weak]);
    /// ```
    #[must_use]
    pub fn of(people: &[Vec<WorkedDay>]) -> Self {
        let counted = |days: &Vec<WorkedDay>| -> Vec<WorkedDay> {
            days.iter().copied().filter(|day| day.worked.0 >= LEAST_WORKED).collect()
        };
        let people: Vec<Vec<WorkedDay>> = people.iter().map(counted).collect();
        let all: Vec<WorkedDay> = people.iter().flatten().copied().collect();
        let (ratio, sd) = (ratio_of(&all), pooled_sd(&people));
        let mut funnel = Self { ratio, sd, links: Vec::with_capacity(people.len()) };
        for days in &people {
            let own = ratio_of(days);
            let place = own.map_or(Place::TooFewDays, |own| funnel.place(own, days.len()));
            funnel.links.push(Link { days: days.len(), ratio: own, place });
        }
        funnel
    }

    /// The limits at a number of days; none without R, s or a day.
    #[must_use]
    pub fn limits(&self, days: usize) -> Option<Limits> {
        let (ratio, sd) = (self.ratio?, self.sd?);
        let root = f64::from(u32::try_from(days).ok().filter(|days| *days > 0)?).sqrt();
        let at = |z: f64| ratio + z * sd / root;
        Some(Limits {
            outer_low: at(-OUTER_Z),
            inner_low: at(-INNER_Z),
            inner_high: at(INNER_Z),
            outer_high: at(OUTER_Z),
        })
    }

    fn place(&self, own: f64, days: usize) -> Place {
        if days < LEAST_DAYS {
            return Place::TooFewDays;
        }
        match self.limits(days) {
            Some(limits) if own < limits.outer_low => Place::Weak,
            Some(limits) if own < limits.inner_low => Place::Lagging,
            Some(limits) if own > limits.outer_high => Place::Strong,
            Some(limits) if own > limits.inner_high => Place::Leading,
            _ => Place::Usual,
        }
    }
}

fn ratio_of(days: &[WorkedDay]) -> Option<f64> {
    let worked: f64 = days.iter().map(|day| day.worked.minutes()).sum();
    let kpi: f64 = days.iter().map(|day| day.kpi.minutes()).sum();
    (worked > 0.0).then_some(kpi / worked)
}

/// √(Σ over people of Σ(x − own mean)² / Σ(n − 1)).
fn pooled_sd(people: &[Vec<WorkedDay>]) -> Option<f64> {
    let (mut squares, mut freedom) = (0.0, 0_u32);
    for days in people.iter().filter(|days| days.len() > 1) {
        let ratios: Vec<f64> = days.iter().map(|day| day.kpi.minutes() / day.worked.minutes()).collect();
        squares += Moments::of(&ratios).and_then(|moments| moments.squares()).unwrap_or_default();
        freedom += u32::try_from(ratios.len() - 1).unwrap_or_default();
    }
    (freedom > 0).then(|| (squares / f64::from(freedom)).sqrt())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::units::CentiMinutes;
    use proptest::prelude::*;

    fn day(share: i64, worked: i64) -> WorkedDay {
        WorkedDay { kpi: CentiMinutes(worked * share / 100), worked: CentiMinutes(worked) }
    }

    #[test]
    fn a_small_number_of_days_is_not_weak() {
        let steady = |share: i64, days: i64| (0..days).map(|n| day(share + n % 3, 48_000)).collect::<Vec<_>>();
        let funnel = Funnel::of(&[steady(100, 20), steady(20, 4), steady(100, 20), steady(60, 5), vec![]]);
        let places: Vec<Place> = funnel.links.iter().map(|link| link.place).collect();
        assert_eq!(places[1], Place::TooFewDays);
        assert_eq!(places[3], Place::Weak);
        assert_eq!(funnel.links[4], Link { days: 0, ratio: None, place: Place::TooFewDays });
    }

    #[test]
    fn short_days_are_not_looked_at() {
        let funnel = Funnel::of(&[vec![day(300, 5_999), day(100, 6_000)]]);
        assert_eq!(funnel.links[0].days, 1);
        assert_eq!(funnel.ratio, Some(1.0));
        assert_eq!(funnel.sd, None);
        assert_eq!(funnel.limits(5), None);
    }

    fn months() -> impl Strategy<Value = Vec<Vec<WorkedDay>>> {
        let one = (40_i64..160, 3_000_i64..48_000).prop_map(|(share, worked)| day(share, worked));
        prop::collection::vec(prop::collection::vec(one, 0..25), 1..8)
    }

    proptest! {
        #[test]
        fn the_order_of_people_changes_nothing(people in months()) {
            let funnel = Funnel::of(&people);
            let mut turned = people.clone();
            turned.reverse();
            let mut other = Funnel::of(&turned);
            other.links.reverse();
            for (one, two) in funnel.links.iter().zip(&other.links) {
                prop_assert_eq!(one.days, two.days);
                prop_assert_eq!(one.ratio, two.ratio);
            }
        }

        #[test]
        fn limits_are_nested_and_narrow_with_days(people in months(), days in 5_usize..30) {
            let funnel = Funnel::of(&people);
            if let (Some(few), Some(many)) = (funnel.limits(days), funnel.limits(days * 4)) {
                prop_assert!(few.outer_low <= few.inner_low && few.inner_low <= few.inner_high);
                prop_assert!(few.inner_high <= few.outer_high);
                prop_assert!(few.outer_low <= many.outer_low && many.outer_high <= few.outer_high);
            }
        }

        #[test]
        fn nobody_under_five_days_is_told_from_chance(people in months()) {
            for (link, days) in Funnel::of(&people).links.iter().zip(&people) {
                let counted = days.iter().filter(|day| day.worked.0 >= 6_000).count();
                prop_assert_eq!(link.days, counted);
                if counted < LEAST_DAYS {
                    prop_assert_eq!(link.place, Place::TooFewDays);
                }
            }
        }
    }
}
