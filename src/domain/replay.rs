//! A norm set applied to closed days: what each person's days counted, and what the same decisions weigh by the set.
//!
//! Before = closed sum + correction lines. After = Σ quantity × weight by the set, a decision without a norm weighing
//! nothing, + the same correction lines: they were written in minutes by that day's set and are no decisions.
//! Invariant: a set replayed over days that it weighed itself changes nothing.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::units::{BasisPoints, CentiMinutes, Fraction, Overflow};

/// What a person logged of an action on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Logged {
    /// The person's key.
    pub person: i64,
    /// The work day.
    pub day: NaiveDate,
    /// The action's key.
    pub action: i64,
    /// How often.
    pub quantity: i64,
    /// What it counted.
    pub counted: CentiMinutes,
}

/// What a person's day counted, correction lines included, and the lines alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counted {
    /// The person's key.
    pub person: i64,
    /// The work day.
    pub day: NaiveDate,
    /// Closed sum + correction lines.
    pub kpi: CentiMinutes,
    /// The correction lines alone.
    pub lines: CentiMinutes,
}

/// Minutes before and after.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Change {
    /// As it counted.
    pub before: CentiMinutes,
    /// By the set.
    pub after: CentiMinutes,
}

impl Change {
    fn add(&mut self, before: CentiMinutes, after: CentiMinutes) -> Result<(), Overflow> {
        self.before = self.before.plus(before)?;
        self.after = self.after.plus(after)?;
        Ok(())
    }

    /// after / before − 1 in basis points, rounded half-even; `None` where before is not above 0.
    ///
    /// ```
    /// use norma::domain::replay::Change;
    /// use norma::domain::units::CentiMinutes;
    /// let change = Change { before: CentiMinutes(40_000), after: CentiMinutes(41_000) };
    /// assert_eq!(change.relative(), Ok(Some(250)));
    /// ```
    pub fn relative(self) -> Result<Option<i64>, Overflow> {
        if self.before.0 <= 0 {
            return Ok(None);
        }
        let difference = i128::from(self.after.0) - i128::from(self.before.0);
        Fraction::new(difference * 10_000, i128::from(self.before.0))?.round_half_even().map(Some)
    }
}

/// What was logged of one action.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ActionChange {
    /// How often.
    pub quantity: i64,
    /// Minutes.
    pub change: Change,
}

/// A set applied to closed days, by person-day and by action.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Replay {
    /// By person and day.
    pub days: BTreeMap<(i64, NaiveDate), Change>,
    /// By action.
    pub actions: BTreeMap<i64, ActionChange>,
}

/// Applies weights (by the action's key) to what was logged on counted days; what was logged on other days is left out.
pub fn replay(
    counted: &[Counted],
    logged: &[Logged],
    weights: &BTreeMap<i64, CentiMinutes>,
) -> Result<Replay, Overflow> {
    let mut replay = Replay::default();
    for day in counted {
        replay.days.entry((day.person, day.day)).or_default().add(day.kpi, day.lines)?;
    }
    for one in logged {
        let Some(day) = replay.days.get_mut(&(one.person, one.day)) else { continue };
        let weight = weights.get(&one.action).copied().unwrap_or_default();
        let after = weight.times(one.quantity)?;
        day.add(CentiMinutes::ZERO, after)?;
        let action = replay.actions.entry(one.action).or_default();
        action.quantity = action.quantity.checked_add(one.quantity).ok_or(Overflow)?;
        action.change.add(one.counted, after)?;
    }
    Ok(replay)
}

impl Replay {
    /// The sum of everything.
    pub fn total(&self) -> Result<Change, Overflow> {
        sum(self.days.values())
    }

    /// The sums of each person with the changes of the person's days.
    #[must_use]
    pub fn by_person(&self) -> BTreeMap<i64, Vec<(NaiveDate, Change)>> {
        let mut people: BTreeMap<i64, Vec<(NaiveDate, Change)>> = BTreeMap::new();
        for ((person, day), change) in &self.days {
            people.entry(*person).or_default().push((*day, *change));
        }
        people
    }

    /// The person-days of each day: (person, change).
    #[must_use]
    pub fn by_day(&self) -> BTreeMap<NaiveDate, Vec<(i64, Change)>> {
        let mut days: BTreeMap<NaiveDate, Vec<(i64, Change)>> = BTreeMap::new();
        for ((person, day), change) in &self.days {
            days.entry(*day).or_default().push((*person, *change));
        }
        days
    }
}

/// The sum of several changes.
pub fn sum<'a>(changes: impl IntoIterator<Item = &'a Change>) -> Result<Change, Overflow> {
    changes.into_iter().try_fold(Change::default(), |mut all, one| {
        all.add(one.before, one.after)?;
        Ok(all)
    })
}

/// The median; of an even number the mean of the middle two, rounded half-even. `None` of nothing.
///
/// ```
/// use norma::domain::replay::median;
/// use norma::domain::units::CentiMinutes;
/// let days = [3, 1, 2, 5].map(CentiMinutes);
/// assert_eq!(median(days), Ok(Some(CentiMinutes(2))));
/// ```
pub fn median(values: impl IntoIterator<Item = CentiMinutes>) -> Result<Option<CentiMinutes>, Overflow> {
    let mut sorted: Vec<CentiMinutes> = values.into_iter().collect();
    sorted.sort_unstable();
    let half = sorted.len() / 2;
    let Some(upper) = sorted.get(half).copied() else { return Ok(None) };
    if sorted.len() % 2 == 1 {
        return Ok(Some(upper));
    }
    let lower = half.checked_sub(1).and_then(|place| sorted.get(place)).copied().unwrap_or(upper);
    let twice = i128::from(lower.0) + i128::from(upper.0);
    Ok(Some(CentiMinutes(Fraction::new(twice, 2)?.round_half_even()?)))
}

/// A part of a whole in basis points, rounded half-even; 0 where the whole is not above 0.
pub fn share(part: CentiMinutes, whole: CentiMinutes) -> Result<BasisPoints, Overflow> {
    if whole.0 <= 0 {
        return Ok(BasisPoints::ZERO);
    }
    Ok(BasisPoints(Fraction::new(i128::from(part.0) * 10_000, i128::from(whole.0))?.round_half_even()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn logged(person: i64, date: &str, action: i64, quantity: i64, counted: i64) -> Logged {
        Logged { person, day: day(date), action, quantity, counted: CentiMinutes(counted) }
    }

    fn counted(person: i64, date: &str, kpi: i64, lines: i64) -> Counted {
        Counted { person, day: day(date), kpi: CentiMinutes(kpi), lines: CentiMinutes(lines) }
    }

    #[test]
    fn lines_stand_in_both_and_what_has_no_norm_weighs_nothing() {
        let days = [counted(1, "2026-03-02", 1_900, -100), counted(2, "2026-03-02", 500, 0)];
        let done = [
            logged(1, "2026-03-02", 10, 4, 1_600),
            logged(1, "2026-03-02", 11, 2, 400),
            logged(2, "2026-03-02", 12, 1, 500),
            logged(2, "2026-03-03", 10, 9, 3_600),
        ];
        let weights = BTreeMap::from([(10, CentiMinutes(500)), (11, CentiMinutes(200))]);
        let replay = replay(&days, &done, &weights).unwrap();
        let of = |person| replay.days[&(person, day("2026-03-02"))];
        assert_eq!(of(1), Change { before: CentiMinutes(1_900), after: CentiMinutes(2_300) });
        assert_eq!(of(2), Change { before: CentiMinutes(500), after: CentiMinutes(0) });
        assert_eq!(replay.actions[&10].quantity, 4, "the open day is left out");
        assert_eq!(replay.total().unwrap(), Change { before: CentiMinutes(2_400), after: CentiMinutes(2_300) });
        assert_eq!(of(2).relative(), Ok(Some(-10_000)));
        assert_eq!(Change::default().relative(), Ok(None));
    }

    #[test]
    fn a_set_replayed_over_its_own_days_changes_nothing() {
        let weights = BTreeMap::from([(10, CentiMinutes(400)), (11, CentiMinutes(200))]);
        let done = [logged(1, "2026-03-02", 10, 4, 1_600), logged(1, "2026-03-02", 11, 2, 400)];
        let total = replay(&[counted(1, "2026-03-02", 1_950, -50)], &done, &weights).unwrap().total().unwrap();
        assert_eq!(total.before, total.after);
    }

    #[test]
    fn the_median_of_an_even_number_rounds_half_to_even() {
        let check = |values: &[i64], expected: Option<i64>| {
            let found = median(values.iter().copied().map(CentiMinutes)).unwrap();
            assert_eq!(found.map(|value| value.0), expected, "{values:?}");
        };
        check(&[], None);
        check(&[7], Some(7));
        check(&[9, 1, 4], Some(4));
        check(&[1, 2], Some(2));
        check(&[2, 3], Some(2));
        check(&[-1, -2, 5, 6], Some(2));
    }
}
