//! Months: how they are written, when one may be locked, and what a late fact changes in the open one.
//!
//! Invariant: a locked month never changes; a fact that comes after the lock enters the open month as kopecks
//! (`domain.md` §10).

use std::fmt;

use chrono::{Datelike, Days, Months, NaiveDate};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::rejection::{RefusalCode, Rejection};
use super::units::{Money, Overflow};

/// A calendar month, `2026-11` on the wire.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(with = "String")]
pub struct Month(NaiveDate);

/// The text is no month.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is no month; write YYYY-MM, for example 2026-11")]
pub struct MonthError(String);

impl Month {
    /// The month of a day.
    #[must_use]
    pub fn of(day: NaiveDate) -> Self {
        Self(day.with_day(1).unwrap_or(day))
    }

    /// The month written `YYYY-MM`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let day: NaiveDate = format!("{text}-01").parse().ok()?;
        (text.len() == 7).then_some(Self(day))
    }

    /// Its first day.
    #[must_use]
    pub fn first(self) -> NaiveDate {
        self.0
    }

    /// Its last day.
    #[must_use]
    pub fn last(self) -> NaiveDate {
        self.next().0.checked_sub_days(Days::new(1)).unwrap_or(self.0)
    }

    /// The month after it.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0.checked_add_months(Months::new(1)).unwrap_or(NaiveDate::MAX))
    }

    /// The month before it.
    #[must_use]
    pub fn previous(self) -> Self {
        Self(self.0.checked_sub_months(Months::new(1)).unwrap_or(NaiveDate::MIN))
    }

    /// Its days, in order.
    pub fn days(self) -> impl Iterator<Item = NaiveDate> {
        let last = self.last();
        self.0.iter_days().take_while(move |day| *day <= last)
    }

    /// Whether a day lies in it.
    #[must_use]
    pub fn holds(self, day: NaiveDate) -> bool {
        Self::of(day) == self
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.0.year(), self.0.month())
    }
}

impl TryFrom<String> for Month {
    type Error = MonthError;

    fn try_from(text: String) -> Result<Self, MonthError> {
        Self::parse(text.trim()).ok_or(MonthError(text))
    }
}

impl From<Month> for String {
    fn from(month: Month) -> Self {
        month.to_string()
    }
}

/// What a month's lock is checked against.
#[derive(Debug, Clone)]
pub struct LockFacts {
    /// The month to lock.
    pub month: Month,
    /// The running work day.
    pub today: NaiveDate,
    /// Whether it is locked already.
    pub locked: bool,
    /// Days of the month that are not closed.
    pub open_days: Vec<NaiveDate>,
    /// The earliest month with closed KPI that is not locked.
    pub earliest_open: Option<Month>,
    /// Whether the year has a calendar.
    pub calendar: bool,
}

/// What blocks a lock: each thing by itself, in order of precedence.
#[must_use]
pub fn blocks(facts: &LockFacts) -> Vec<Rejection> {
    let month = facts.month;
    let mut blocks = Vec::new();
    if facts.locked {
        blocks.push(Rejection::because(RefusalCode::MonthLocked, "twice").naming("month", month));
        return blocks;
    }
    if !facts.calendar {
        blocks.push(Rejection::because(RefusalCode::BadInput, "lock-calendar").naming("month", month));
    }
    if let Some(earlier) = facts.earliest_open.filter(|earlier| *earlier < month) {
        blocks.push(
            Rejection::because(RefusalCode::BadInput, "lock-order").naming("month", month).naming("earlier", earlier),
        );
    }
    if facts.today <= month.last() {
        blocks.push(Rejection::because(RefusalCode::InTheFuture, "month").naming("month", month));
    } else if let (Some(first), count) = (facts.open_days.first(), facts.open_days.len()) {
        let open = Rejection::because(RefusalCode::BadInput, "lock-open-days");
        blocks.push(open.naming("month", month).naming("first", first).naming("count", count));
    }
    blocks
}

/// What blocks the lock of a leaver's account alone (ТК РФ ст. 140): in order of precedence.
#[must_use]
pub fn leaver_blocks(facts: &LockFacts, leaves: Option<NaiveDate>) -> Vec<Rejection> {
    let month = facts.month;
    if facts.locked {
        return vec![Rejection::because(RefusalCode::MonthLocked, "twice").naming("month", month)];
    }
    let Some(last) = leaves.filter(|last| month.holds(*last)) else {
        return vec![Rejection::because(RefusalCode::BadInput, "lock-not-leaving").naming("month", month)];
    };
    if facts.today < last {
        return vec![Rejection::because(RefusalCode::InTheFuture, "leaver").naming("day", last)];
    }
    // The last day itself may still run: the account is settled on it.
    let open: Vec<_> = facts.open_days.iter().filter(|day| **day < last).collect();
    let mut blocks = Vec::new();
    if !facts.calendar {
        blocks.push(Rejection::because(RefusalCode::BadInput, "lock-calendar").naming("month", month));
    }
    if let (Some(first), count) = (open.first(), open.len()) {
        let open = Rejection::because(RefusalCode::BadInput, "lock-open-days");
        blocks.push(open.naming("month", month).naming("first", first).naming("count", count));
    }
    blocks
}

/// What the director decided on a difference to an employee's disadvantage (ТК РФ ст. 137).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deduction {
    /// Nothing yet: it is proposed and not paid by.
    Proposed,
    /// It is deducted.
    Deducted,
    /// It is waived for good.
    Waived,
}

/// The line that a locked month's late facts make in the open one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recalculation {
    /// The locked month.
    pub of: Month,
    /// Recomputed total less the locked one less what was posted before.
    pub difference: Money,
    /// What enters the open month.
    pub posted: Money,
    /// For a negative difference: what became of it.
    pub deduction: Option<Deduction>,
}

/// The recalculation of a locked month; none where nothing differs. `posted_before` are the lines that later locked
/// months hold, waived sums included. `decided` is what the director decided on which difference: it holds for that one.
pub fn recalculation(
    of: Month,
    recomputed: Money,
    locked: Money,
    posted_before: Money,
    decided: Option<(Money, bool)>,
) -> Result<Option<Recalculation>, Overflow> {
    let difference = recomputed.minus(locked)?.minus(posted_before)?;
    if difference.0 == 0 {
        return Ok(None);
    }
    if difference.0 > 0 {
        return Ok(Some(Recalculation { of, difference, posted: difference, deduction: None }));
    }
    let deducted = decided.filter(|(decided_on, _)| *decided_on == difference).map(|(_, deducted)| deducted);
    let (posted, deduction) = match deducted {
        None => (Money::ZERO, Deduction::Proposed),
        Some(true) => (difference, Deduction::Deducted),
        Some(false) => (Money::ZERO, Deduction::Waived),
    };
    Ok(Some(Recalculation { of, difference, posted, deduction: Some(deduction) }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn facts() -> LockFacts {
        LockFacts {
            month: Month::parse("2026-11").unwrap(),
            today: day("2026-12-03"),
            locked: false,
            open_days: vec![],
            earliest_open: Month::parse("2026-11"),
            calendar: true,
        }
    }

    #[test]
    fn months_on_the_wire() {
        let november = Month::parse("2026-11").unwrap();
        assert_eq!((november.first(), november.last()), (day("2026-11-01"), day("2026-11-30")));
        assert_eq!(november.next().to_string(), "2026-12");
        assert_eq!(november.previous().to_string(), "2026-10");
        assert!(november.holds(day("2026-11-30")) && !november.holds(day("2026-12-01")));
        assert_eq!(november.days().count(), 30);
        for wrong in ["2026-13", "2026-1", "26-11", "2026-11-01"] {
            assert_eq!(Month::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_lock_names_all_that_blocks_it() {
        let check = |change: fn(&mut LockFacts), expected: &[&str]| {
            let mut facts = facts();
            change(&mut facts);
            let found: Vec<_> = blocks(&facts).iter().map(|block| block.reason).collect();
            assert_eq!(found, expected, "{facts:?}");
        };
        check(|_| {}, &[]);
        check(|f| f.locked = true, &["twice"]);
        check(|f| f.calendar = false, &["lock-calendar"]);
        check(|f| f.today = day("2026-11-30"), &["month"]);
        check(
            |f| {
                f.open_days = vec![day("2026-11-30")];
                f.earliest_open = Month::parse("2026-10");
            },
            &["lock-order", "lock-open-days"],
        );
        let leaver = |change: fn(&mut LockFacts), last: Option<&str>| {
            let mut facts = facts();
            change(&mut facts);
            leaver_blocks(&facts, last.map(day)).iter().map(|block| block.reason).collect::<Vec<_>>()
        };
        assert_eq!(leaver(|f| f.today = day("2026-11-12"), Some("2026-11-12")), [""; 0]);
        assert_eq!(leaver(|f| f.open_days = vec![day("2026-11-12")], Some("2026-11-12")), [""; 0]);
        assert_eq!(leaver(|f| f.open_days = vec![day("2026-11-11")], Some("2026-11-12")), ["lock-open-days"]);
        assert_eq!(leaver(|f| f.today = day("2026-11-11"), Some("2026-11-12")), ["leaver"]);
        assert_eq!(leaver(|_| {}, Some("2026-12-01")), ["lock-not-leaving"]);
        assert_eq!(leaver(|_| {}, None), ["lock-not-leaving"]);
        assert_eq!(leaver(|f| f.locked = true, Some("2026-11-12")), ["twice"]);
    }

    #[test]
    fn a_late_fact_is_paid_at_once_and_deducted_only_when_decided() {
        let of = Month::parse("2026-11").unwrap();
        let made = |recomputed, posted, decided| {
            recalculation(of, Money(recomputed), Money(5_660_377), Money(posted), decided).unwrap()
        };
        assert_eq!(made(5_665_472, 0, None).map(|line| (line.difference.0, line.posted.0)), Some((5_095, 5_095)));
        assert_eq!(made(5_665_472, 5_095, None), None);
        assert_eq!(made(5_660_377, 5_095, None).map(|line| line.deduction), Some(Some(Deduction::Proposed)));
        assert_eq!(made(5_660_277, 0, Some((Money(-100), true))).map(|line| line.posted.0), Some(-100));
        assert_eq!(made(5_660_277, 0, Some((Money(-100), false))).map(|line| line.posted.0), Some(0));
        let other = made(5_660_276, 0, Some((Money(-100), true)));
        assert_eq!(other.map(|line| line.deduction), Some(Some(Deduction::Proposed)), "decided on another difference");
    }
}
