//! Orders: when a set takes effect, and what an order must say.
//!
//! In force at t = the department's approved order with the greatest effective time ≤ t. Invariant:
//! effective dates grow in order of approval and are starts of work days after approval; only a
//! department's first set may take effect in the past, and only where nothing was logged or closed since.

use chrono::{Months, NaiveDate};

use super::rejection::{RefusalCode, Rejection};

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
    /// The effective day of the department's latest order.
    pub latest_effective: Option<NaiveDate>,
    /// Whether the department has a ticket or a closed day on or after the effective day.
    pub has_history_since: bool,
    /// Whether another order carries the number.
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
    let reason_given = facts.early_reason.as_deref().is_some_and(|reason| !reason.trim().is_empty());
    if facts.effective < notice_ends && !reason_given {
        return Err(Rejection::of(RefusalCode::NoticeShort).naming("earliest", notice_ends));
    }
    if facts.number_taken {
        return Err(Rejection::of(RefusalCode::NumberTaken));
    }
    Ok(())
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
    fn the_latest_effective_order_is_in_force() {
        let orders = [(day("2026-09-01"), 41), (day("2026-11-16"), 57)];
        assert_eq!(in_force(&orders, day("2026-08-31")), None);
        assert_eq!(in_force(&orders, day("2026-11-15")), Some(&41));
        assert_eq!(in_force(&orders, day("2026-11-16")), Some(&57));
    }
}
