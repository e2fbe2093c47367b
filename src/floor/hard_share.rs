//! The share of hard cases a norm is weighed with, and where it comes from.
//!
//! Declared for the line, else counted from marks on the department's tickets, else the study's own
//! (`domain::norm`). The rule of precedence is the floor's, because it needs its tickets.

use chrono::NaiveDate;
use rusqlite::Connection;

use super::Stop;
use crate::domain::norm::{self, KeptTimes};
use crate::domain::units::{BasisPoints, Fraction};
use crate::statistics::study;
use crate::store::tickets;

/// Where a share counted over the department's own tickets is said to come from.
pub(super) const COUNTED: &str = "tickets";

/// A share of hard cases with its origin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct HardShare {
    /// What the norm is computed with.
    pub exact: norm::HardShare,
    /// The share as it is stored; none where it is the study's own.
    pub share: Option<BasisPoints>,
    /// Decisions it was counted over, where known.
    pub count: Option<i64>,
    /// Where it comes from; none where it is the study's own.
    pub source: Option<String>,
    /// First and last day of the tickets it was counted on.
    pub days: Option<(NaiveDate, NaiveDate)>,
}

impl HardShare {
    /// A share that a person declares.
    pub fn declared(share: BasisPoints, count: Option<i64>, source: Option<String>) -> Self {
        Self { exact: norm::HardShare::Given { share }, share: Some(share), count, source, days: None }
    }

    /// The study's own.
    pub fn own() -> Self {
        Self { exact: norm::HardShare::OfStudy, share: None, count: None, source: None, days: None }
    }

    /// Counted from marks on the department's tickets, where there are any and both classes were timed; else the
    /// study's own.
    pub fn counted_or_own(
        db: &Connection,
        department: Option<i64>,
        action: i64,
        times: &KeptTimes,
    ) -> Result<Self, Stop> {
        let Some(department) = department else { return Ok(Self::own()) };
        let marks = tickets::hard_marks(db, department, action)?;
        if marks.hard == 0 || times.hard_count == 0 || times.regular_count == 0 {
            return Ok(Self::own());
        }
        let share = Fraction::new(i128::from(marks.hard) * 10_000, i128::from(marks.all))?.round_half_even()?;
        Ok(Self {
            exact: norm::HardShare::Counted { hard: marks.hard, all: marks.all },
            share: Some(BasisPoints(share)),
            count: Some(marks.all),
            source: Some(COUNTED.to_owned()),
            days: marks.days,
        })
    }

    /// The same for the statistics. Hard cases are possible where the action names a criterion for them or one was
    /// timed; without a share from elsewhere it is then the study's own.
    pub fn for_statistics(&self, hard_possible: bool) -> study::HardShare {
        let ratio = |hard: i64, all: i64| number(hard) / number(all).max(1.0);
        match self.exact {
            norm::HardShare::Counted { hard, all } => {
                study::HardShare::Counted { share: ratio(hard, all), tickets: u64::try_from(all).unwrap_or(0) }
            }
            norm::HardShare::Given { share } => {
                let share = ratio(share.0, 10_000);
                match self.count.and_then(|count| u64::try_from(count).ok()) {
                    Some(tickets) => study::HardShare::Counted { share, tickets },
                    None => study::HardShare::Declared { share },
                }
            }
            norm::HardShare::OfStudy if hard_possible => study::HardShare::OfStudy,
            norm::HardShare::OfStudy => study::HardShare::NoHardCases,
        }
    }
}

fn number(count: i64) -> f64 {
    crate::statistics::count::score(count)
}
