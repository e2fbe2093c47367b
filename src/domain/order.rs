//! Orders: when a set takes effect, and what an order must say.
//!
//! In force at t = the department's standing order with the greatest effective time ≤ t: an approved one that was not
//! revoked. Invariant: effective dates grow in order of approval over the orders that stand, and are starts of work
//! days after approval; an order that has taken effect is never revoked; only a
//! department's first set may take effect in the past, and only where nothing was logged or closed since.

use chrono::{Months, NaiveDate};

use super::code::folded;
use super::rejection::{RefusalCode, Rejection};

/// Closed pilot days with work in them that an order needs without a stated reason.
pub const PILOT_DAYS: i64 = 10;

/// The texts of an order that a floor may word for itself, as settings; the program's own words stand for the others.
pub const TEXTS: [&str; 8] = [
    "order-heading-ru",
    "order-heading-en",
    "order-preamble-ru",
    "order-preamble-en",
    "order-points-ru",
    "order-points-en",
    "order-signature-ru",
    "order-signature-en",
];

/// The longest of these texts, in characters.
pub const TEXT_LENGTH: usize = 8_000;

/// What an order asks for and what it is checked against.
#[derive(Debug, Clone)]
pub struct OrderFacts {
    /// The work day of the approval.
    pub today: NaiveDate,
    /// The order's own date.
    pub date: NaiveDate,
    /// The work day from which the set is in force.
    pub effective: NaiveDate,
    /// Why the two months' notice is not kept, or why the first set takes effect in the past.
    pub early_reason: Option<String>,
    /// Closed days with work in them of the set's pilot.
    pub pilot_days: i64,
    /// Why there was no full pilot.
    pub pilot_reason: Option<String>,
    /// The effective day of the department's latest standing order.
    pub latest_effective: Option<NaiveDate>,
    /// Whether the department has a ticket or a closed day on or after the effective day.
    pub has_history_since: bool,
    /// Whether another order or a revocation carries the number.
    pub number_taken: bool,
}

/// Refuses an order whose dates or number do not stand (ТК РФ ст. 162: two months' notice of new norms).
pub fn check(facts: &OrderFacts) -> Result<(), Rejection> {
    if facts.effective <= facts.today {
        check_past(facts)?;
    }
    if facts.latest_effective.is_some_and(|latest| facts.effective <= latest) {
        return Err(Rejection::because(RefusalCode::EffectivePast, "before-latest")
            .naming("latest", facts.latest_effective.map(|day| day.to_string()).unwrap_or_default()));
    }
    let notice_ends = facts.date.checked_add_months(Months::new(2)).unwrap_or(NaiveDate::MAX);
    if facts.effective < notice_ends && !said(facts.early_reason.as_deref()) {
        return Err(Rejection::of(RefusalCode::NoticeShort).naming("earliest", notice_ends));
    }
    if facts.number_taken {
        return Err(Rejection::of(RefusalCode::NumberTaken));
    }
    if facts.pilot_days < PILOT_DAYS && stated_pilot_reason(facts).is_none() {
        return Err(Rejection::because(RefusalCode::NeedsReason, "pilot")
            .naming("days", facts.pilot_days)
            .naming("needed", PILOT_DAYS));
    }
    Ok(())
}

fn said(reason: Option<&str>) -> bool {
    reason.is_some_and(|reason| !reason.trim().is_empty())
}

/// Why there was no full pilot: the reason given for it, else the one given for the early date, which stands for both.
fn stated_pilot_reason(facts: &OrderFacts) -> Option<&str> {
    [facts.pilot_reason.as_deref(), facts.early_reason.as_deref()].into_iter().flatten().find(|one| said(Some(one)))
}

/// Refuses to revoke an order that has taken effect, or by a number that is taken.
pub fn check_revocation(effective: NaiveDate, today: NaiveDate, number_taken: bool) -> Result<(), Rejection> {
    if effective <= today {
        return Err(Rejection::because(RefusalCode::EffectivePast, "in-force").naming("effective", effective));
    }
    if number_taken { Err(Rejection::of(RefusalCode::NumberTaken)) } else { Ok(()) }
}

/// The number proposed for the next order or revocation, never imposed: one more than the greatest whole number that the
/// digits of those given make.
///
/// ```
/// use norma::domain::order::proposed_number;
/// assert_eq!(proposed_number(["17-к", "П-9", "41"]), "42");
/// assert_eq!(proposed_number([]), "1");
/// ```
#[must_use]
pub fn proposed_number<'a>(numbers: impl IntoIterator<Item = &'a str>) -> String {
    let digits =
        |number: &str| number.chars().filter(char::is_ascii_digit).take(9).collect::<String>().parse::<i64>().ok();
    let taken: Vec<&str> = numbers.into_iter().collect();
    let mut next = taken.iter().filter_map(|number| digits(number)).max().unwrap_or(0) + 1;
    while taken.iter().any(|number| folded(number) == next.to_string()) {
        next += 1;
    }
    next.to_string()
}

fn check_past(facts: &OrderFacts) -> Result<(), Rejection> {
    if facts.latest_effective.is_some() {
        return Err(Rejection::of(RefusalCode::EffectivePast).naming("today", facts.today));
    }
    if facts.has_history_since {
        return Err(Rejection::because(RefusalCode::EffectivePast, "history").naming("effective", facts.effective));
    }
    Ok(())
}

/// Which of several orders is in force on a day: the greatest effective day not after it.
///
/// The items are (effective day, anything); the answer is the item.
pub fn in_force<T>(orders: &[(NaiveDate, T)], day: NaiveDate) -> Option<&T> {
    orders
        .iter()
        .filter(|(effective, _)| *effective <= day)
        .max_by_key(|(effective, _)| *effective)
        .map(|(_, order)| order)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn facts() -> OrderFacts {
        OrderFacts {
            today: day("2026-03-17"),
            date: day("2026-03-17"),
            effective: day("2026-06-01"),
            early_reason: None,
            pilot_days: PILOT_DAYS,
            pilot_reason: None,
            latest_effective: None,
            has_history_since: false,
            number_taken: false,
        }
    }

    #[test]
    fn dates_and_number_are_checked_in_order() {
        let check = |change: fn(&mut OrderFacts), expected: Option<RefusalCode>| {
            let mut facts = facts();
            change(&mut facts);
            assert_eq!(super::check(&facts).err().map(|refusal| refusal.code), expected, "{facts:?}");
        };
        let reason = || Some("the first set".to_owned());
        check(|_| {}, None);
        check(|f| f.effective = day("2026-05-17"), None);
        check(|f| f.effective = day("2026-05-16"), Some(RefusalCode::NoticeShort));
        check(|f| f.effective = day("2026-03-17"), Some(RefusalCode::NoticeShort));
        check(|f| f.number_taken = true, Some(RefusalCode::NumberTaken));
        check(|f| f.latest_effective = Some(day("2026-06-01")), Some(RefusalCode::EffectivePast));
        check(|f| f.pilot_days = 9, Some(RefusalCode::NeedsReason));
        check(|f| (f.pilot_days, f.number_taken) = (0, true), Some(RefusalCode::NumberTaken));
        check(|f| (f.pilot_days, f.pilot_reason) = (0, Some(" ".to_owned())), Some(RefusalCode::NeedsReason));
        check(|f| (f.pilot_days, f.pilot_reason) = (0, Some("no time".to_owned())), None);
        check(|f| (f.pilot_days, f.early_reason) = (0, Some("the first set".to_owned())), None);
        let past = |latest, history| {
            let facts = OrderFacts {
                effective: day("2026-02-01"),
                early_reason: reason(),
                latest_effective: latest,
                has_history_since: history,
                ..facts()
            };
            super::check(&facts).map_err(|refusal| refusal.code)
        };
        assert_eq!(past(None, false), Ok(()));
        assert_eq!(past(None, true), Err(RefusalCode::EffectivePast));
        assert_eq!(past(Some(day("2026-01-01")), false), Err(RefusalCode::EffectivePast));
    }

    #[test]
    fn only_what_is_not_in_force_yet_is_revoked() {
        let check = |effective: &str, taken, expected: Option<RefusalCode>| {
            let refused = check_revocation(day(effective), day("2026-03-17"), taken).err();
            assert_eq!(refused.map(|refusal| refusal.code), expected, "{effective}");
        };
        check("2026-03-18", false, None);
        check("2026-03-17", true, Some(RefusalCode::EffectivePast));
        check("2026-03-18", true, Some(RefusalCode::NumberTaken));
    }

    #[test]
    fn the_latest_effective_order_is_in_force() {
        let orders = [(day("2026-09-01"), 41), (day("2026-11-16"), 57)];
        assert_eq!(in_force(&orders, day("2026-08-31")), None);
        assert_eq!(in_force(&orders, day("2026-11-15")), Some(&41));
        assert_eq!(in_force(&orders, day("2026-11-16")), Some(&57));
    }
}
