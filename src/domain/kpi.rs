//! Closing days, and what a month's KPI is made of.
//!
//! K(d) = closed sum + correction lines, K = Σ K(d). Invariant: a day is closed once; today's tickets
//! are provisional and never mix into the official counter.

use chrono::{Days, NaiveDate};

use super::units::{CentiMinutes, Overflow};

/// A stretch of closed days, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ClosedStretch {
    /// First closed day.
    pub from: NaiveDate,
    /// Last closed day.
    pub through: NaiveDate,
}

/// Whether a day is closed.
#[must_use]
pub fn is_closed(closed: &[ClosedStretch], day: NaiveDate) -> bool {
    closed.iter().any(|stretch| stretch.from <= day && day <= stretch.through)
}

/// The open stretches between `from` and `through`: what a closing has to close, in order.
#[must_use]
pub fn open_stretches(closed: &[ClosedStretch], from: NaiveDate, through: NaiveDate) -> Vec<ClosedStretch> {
    let mut sorted = closed.to_vec();
    sorted.sort();
    let mut open = Vec::new();
    let mut next = from;
    for stretch in sorted {
        if stretch.from > through {
            break;
        }
        if let Some(before) = stretch.from.checked_sub_days(Days::new(1))
            && next <= before
        {
            open.push(ClosedStretch { from: next, through: before });
        }
        next = next.max(stretch.through.checked_add_days(Days::new(1)).unwrap_or(NaiveDate::MAX));
    }
    if next <= through {
        open.push(ClosedStretch { from: next, through });
    }
    open
}

/// One day of one employee.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KpiDay {
    /// The work day.
    pub day: NaiveDate,
    /// Σ weights of the day's tickets (the closed sum once the day is closed).
    pub sum: CentiMinutes,
    /// Σ correction lines dated to the day.
    pub lines: CentiMinutes,
    /// Tickets of the day.
    pub tickets: i64,
    /// Whether the day is closed.
    pub closed: bool,
}

impl KpiDay {
    /// K(d) = closed sum + correction lines.
    pub fn kpi(&self) -> Result<CentiMinutes, Overflow> {
        self.sum.plus(self.lines)
    }
}

/// The official and the provisional part of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct MonthKpi {
    /// Closed days only.
    pub kpi: CentiMinutes,
    /// Days not closed yet.
    pub provisional: CentiMinutes,
    /// Tickets of all days.
    pub tickets: i64,
}

/// Sums a month's days: closed days count, open ones are provisional.
pub fn month(days: &[KpiDay]) -> Result<MonthKpi, Overflow> {
    days.iter().try_fold(MonthKpi::default(), |mut month, day| {
        let part = if day.closed { &mut month.kpi } else { &mut month.provisional };
        *part = part.plus(day.kpi()?)?;
        month.tickets += day.tickets;
        Ok(month)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stretch(from: &str, through: &str) -> ClosedStretch {
        ClosedStretch { from: from.parse().unwrap(), through: through.parse().unwrap() }
    }

    #[test]
    fn a_closing_closes_only_what_is_open() {
        let closed = [stretch("2026-03-05", "2026-03-06"), stretch("2026-03-09", "2026-03-09")];
        let check = |from: &str, through: &str, expected: &[ClosedStretch]| {
            assert_eq!(open_stretches(&closed, from.parse().unwrap(), through.parse().unwrap()), expected);
        };
        check(
            "2026-03-01",
            "2026-03-10",
            &[
                stretch("2026-03-01", "2026-03-04"),
                stretch("2026-03-07", "2026-03-08"),
                stretch("2026-03-10", "2026-03-10"),
            ],
        );
        check("2026-03-05", "2026-03-06", &[]);
        check("2026-03-06", "2026-03-08", &[stretch("2026-03-07", "2026-03-08")]);
        check("2026-03-01", "2026-03-02", &[stretch("2026-03-01", "2026-03-02")]);
        assert!(is_closed(&closed, "2026-03-06".parse().unwrap()));
        assert!(!is_closed(&closed, "2026-03-07".parse().unwrap()));
    }

    #[test]
    fn open_days_are_provisional() {
        let day = |sum, lines, closed| KpiDay {
            day: "2026-03-17".parse().unwrap(),
            sum: CentiMinutes(sum),
            lines: CentiMinutes(lines),
            tickets: 2,
            closed,
        };
        let month = month(&[day(48_000, -810, true), day(1_200, 0, false)]).unwrap();
        assert_eq!(month, MonthKpi { kpi: CentiMinutes(47_190), provisional: CentiMinutes(1_200), tickets: 4 });
    }
}
