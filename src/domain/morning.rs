//! What the morning verification asks of a day: work outside the schedule, more measured minutes than worked ones.
//!
//! Source: `domain.md` §8. Invariant: it delays and changes nothing; it says where to look.

use chrono::NaiveDate;

use super::schedule::PaidInterval;
use super::units::CentiMinutes;

/// Above this share of the worked minutes, in per cent, a day's measured minutes are shown.
pub const MOST_PERCENT: i64 = 120;

/// More work than this outside the schedule is shown, in hundredths of a minute.
pub const MOST_OUTSIDE: CentiMinutes = CentiMinutes(3_000);

/// A ticket saved more than this before its call ended is shown, in milliseconds.
pub const EARLY_MS: i64 = 60_000;

/// Whether the check of a day shows an objection that waits for its answer: on the day it speaks of; where it speaks of a month, from
/// the day it was raised on.
#[must_use]
pub fn shows_objection(about: Option<NaiveDate>, raised: NaiveDate, day: NaiveDate) -> bool {
    about.map_or(raised <= day, |about| about == day)
}

/// Whether a day's measured minutes are above 120 % of the worked ones.
#[must_use]
pub fn is_above_worked(measured: CentiMinutes, worked: CentiMinutes) -> bool {
    i128::from(measured.0) * 100 > i128::from(worked.0) * i128::from(MOST_PERCENT)
}

/// When a ticket was worked on, Unix ms: the measured minutes before its finish, but not before it was opened.
#[must_use]
pub fn work_span(opened: Option<i64>, finished: i64, measured: CentiMinutes) -> (i64, i64) {
    let long = measured.0.max(0).saturating_mul(CentiMinutes::MILLIS);
    let start = finished.saturating_sub(long);
    (opened.map_or(start, |opened| opened.max(start)).min(finished), finished)
}

/// The minutes of work outside the paid intervals: each minute once, however many tickets it holds. Spans are Unix ms;
/// the sum is cut to hundredths of a minute.
#[must_use]
pub fn outside(spans: &[(i64, i64)], paid: &[PaidInterval]) -> CentiMinutes {
    let mut paid: Vec<(i64, i64)> =
        paid.iter().map(|one| (one.start.timestamp_millis(), one.end.timestamp_millis())).collect();
    paid.sort_unstable();
    let mut spans = spans.to_vec();
    spans.sort_unstable();
    let (mut counted_to, mut outside) = (i64::MIN, 0_i64);
    for (from, to) in spans {
        let mut at = from.max(counted_to);
        for (start, end) in &paid {
            if *start < to && at < *end {
                outside += (*start - at).max(0);
                at = at.max(*end);
            }
        }
        outside += (to - at).max(0);
        counted_to = counted_to.max(to);
    }
    CentiMinutes(outside / CentiMinutes::MILLIS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{DateTime, Utc};

    const MINUTE: i64 = 60_000;

    /// About a day: on that day alone. About a month: from the day it was raised until it is answered.
    #[test]
    fn an_objection_is_shown_where_it_belongs() {
        let day = |day: u32| NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
        for (about, shown) in [(Some(5), [false, true, false, false]), (None, [false, false, true, true])] {
            let found = [4, 5, 20, 21].map(|at| shows_objection(about.map(day), day(20), day(at)));
            assert_eq!(found, shown, "{about:?}");
        }
    }

    fn paid(start: i64, end: i64) -> PaidInterval {
        let at = |minutes: i64| DateTime::<Utc>::from_timestamp_millis(minutes * MINUTE).unwrap();
        PaidInterval { start: at(start), end: at(end) }
    }

    #[test]
    fn minutes_outside_the_schedule_are_counted_once() {
        let day = [paid(540, 780), paid(840, 1080)];
        let check = |spans: &[(i64, i64)], minutes: i64| {
            let spans: Vec<(i64, i64)> = spans.iter().map(|(from, to)| (from * MINUTE, to * MINUTE)).collect();
            assert_eq!(outside(&spans, &day).0, minutes * 100, "{spans:?}");
        };
        check(&[], 0);
        check(&[(550, 560)], 0);
        check(&[(770, 850)], 60);
        check(&[(530, 545), (535, 550)], 10);
        check(&[(1070, 1100), (1080, 1110), (1085, 1090)], 30);
        check(&[(500, 1200)], 40 + 60 + 120);
        assert_eq!(outside(&[(0, 30 * MINUTE)], &[]).0, 3_000);
    }

    #[test]
    fn a_ticket_left_open_over_lunch_is_no_work() {
        assert_eq!(work_span(Some(0), 100 * MINUTE, CentiMinutes(500)), (95 * MINUTE, 100 * MINUTE));
        assert_eq!(work_span(Some(98 * MINUTE), 100 * MINUTE, CentiMinutes(500)), (98 * MINUTE, 100 * MINUTE));
        assert_eq!(work_span(None, 100 * MINUTE, CentiMinutes(0)), (100 * MINUTE, 100 * MINUTE));
    }

    #[test]
    fn a_fifth_above_the_worked_minutes_is_shown() {
        assert!(!is_above_worked(CentiMinutes(57_600), CentiMinutes(48_000)));
        assert!(is_above_worked(CentiMinutes(57_601), CentiMinutes(48_000)));
        assert!(is_above_worked(CentiMinutes(1), CentiMinutes::ZERO));
        assert!(!is_above_worked(CentiMinutes::ZERO, CentiMinutes::ZERO));
    }
}
