//! What a person's base schedule is made of: intervals of a day, by weekday or in a cycle; also the
//! wire format of `schedule.set`.
//!
//! Invariant: an [`Interval`] is always a possible one; a validated [`Pattern`] never asks for the
//! same minute twice.
//!
//! Deliberately lacks: the calendar, rates and instants; they meet the pattern in `schedule`.

use chrono::{NaiveDate, Weekday};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::calendar::{minute_text, parse_minute};

/// A paid interval of a local day, `["09:00","13:00"]` on the wire. An end at or before the start is
/// on the next date (a night shift); `24:00` may stand as an end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "(String, String)", into = "(String, String)")]
#[schemars(with = "(String, String)")]
pub struct Interval {
    start: u16,
    end: u16,
}

/// The text is not a time of the day.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0} is no time of a shift; give HH:MM, from 00:00 to 23:59 (an end may be 24:00)")]
pub struct IntervalError(String);

impl Interval {
    /// The minute of the day at which it starts, 0 to 1439.
    #[must_use]
    pub fn start_minute(self) -> i64 {
        i64::from(self.start)
    }

    /// The minute after the start's midnight at which it ends, 1 to 2879: above 1440 it is on the
    /// next date.
    #[must_use]
    pub fn end_minute(self) -> i64 {
        let next_date = if self.end <= self.start { 1440 } else { 0 };
        i64::from(self.end) + next_date
    }
}

impl TryFrom<(String, String)> for Interval {
    type Error = IntervalError;

    fn try_from((start, end): (String, String)) -> Result<Self, IntervalError> {
        match (parse_minute(&start).filter(|minute| *minute < 1440), parse_minute(&end)) {
            (Some(start), Some(end)) => Ok(Self { start, end }),
            (None, _) => Err(IntervalError(start)),
            (_, None) => Err(IntervalError(end)),
        }
    }
}

impl From<Interval> for (String, String) {
    fn from(interval: Interval) -> Self {
        (minute_text(interval.start), minute_text(interval.end))
    }
}

/// Intervals by weekday; a missing weekday is free.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
#[expect(missing_docs, reason = "the weekdays name themselves")]
pub struct Week {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub mon: Vec<Interval>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tue: Vec<Interval>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub wed: Vec<Interval>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub thu: Vec<Interval>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fri: Vec<Interval>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sat: Vec<Interval>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sun: Vec<Interval>,
}

impl Week {
    /// The intervals of a weekday.
    #[must_use]
    pub fn day(&self, weekday: Weekday) -> &[Interval] {
        match weekday {
            Weekday::Mon => &self.mon,
            Weekday::Tue => &self.tue,
            Weekday::Wed => &self.wed,
            Weekday::Thu => &self.thu,
            Weekday::Fri => &self.fri,
            Weekday::Sat => &self.sat,
            Weekday::Sun => &self.sun,
        }
    }
}

/// A shift cycle: `days` repeat for ever, the first of them on `start`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Cycle {
    /// A date on which the cycle's first day falls, `YYYY-MM-DD`.
    #[schemars(with = "String")]
    pub start: NaiveDate,
    /// Each day's intervals; a day without any is free. 1 to 366 days.
    pub days: Vec<Vec<Interval>>,
}

impl Cycle {
    /// The intervals of a date, before `start` too.
    #[must_use]
    pub fn day(&self, date: NaiveDate) -> &[Interval] {
        let length = i64::try_from(self.days.len()).unwrap_or(i64::MAX).max(1);
        let place = date.signed_duration_since(self.start).num_days().rem_euclid(length);
        let place = usize::try_from(place).unwrap_or(usize::MAX);
        self.days.get(place).map_or(&[], Vec::as_slice)
    }
}

/// A person's base schedule, as `schedule.set` carries it: `{"week": {"mon": [["09:00","13:00"]]}}`
/// or `{"cycle": {"start": "2026-11-01", "days": [[["08:00","20:00"]], []]}}`.
///
/// A week follows the calendar: holidays free, short days an hour less, swapped days; and the rate
/// cuts it. A cycle runs through holidays, has no short days and is as entered at any rate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Pattern {
    /// By weekday.
    Week(Week),
    /// By a cycle of days.
    Cycle(Cycle),
}

/// Why a pattern can't be a schedule.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PatternError {
    /// Intervals out of order or overlapping; the day is a weekday or the number of a cycle's day.
    #[error("The interval from {start} of {day} begins before the one ahead of it ends; correct one of the two")]
    Overlap {
        /// `Mon` … `Sun`, or `day 1` ….
        day: String,
        /// The start of the later interval, `HH:MM`.
        start: String,
    },
    /// A cycle of no days or of more than 366.
    #[error("A cycle has 1 to 366 days, this one has {0}; add its free days too, and no more than one round")]
    CycleLength(usize),
}

impl Pattern {
    /// Monday to Friday, 09–13 and 14–18: everybody's until another is set.
    #[must_use]
    pub fn standard() -> Self {
        let day = vec![Interval { start: 540, end: 780 }, Interval { start: 840, end: 1080 }];
        Self::Week(Week {
            mon: day.clone(),
            tue: day.clone(),
            wed: day.clone(),
            thu: day.clone(),
            fri: day,
            ..Week::default()
        })
    }

    /// Checks that the intervals stand in order and overlap neither within a day nor with the next
    /// day, round the week or the cycle. Errors with the first fault.
    pub fn validate(&self) -> Result<(), PatternError> {
        match self {
            Self::Week(week) => {
                let weekdays = std::iter::successors(Some(Weekday::Mon), |day| Some(day.succ())).take(7);
                check_round(&weekdays.map(|day| (day.to_string(), week.day(day))).collect::<Vec<_>>())
            }
            Self::Cycle(cycle) if cycle.days.is_empty() || cycle.days.len() > 366 => {
                Err(PatternError::CycleLength(cycle.days.len()))
            }
            Self::Cycle(cycle) => {
                let days = (1..).zip(&cycle.days);
                check_round(&days.map(|(number, day)| (format!("day {number}"), day.as_slice())).collect::<Vec<_>>())
            }
        }
    }
}

/// Checks the intervals of one day alone, as of an individual day. Errors with the first overlap.
pub fn validate_day(intervals: &[Interval], day: &str) -> Result<(), PatternError> {
    check_day(intervals, 0, day).map(|_| ())
}

/// Checks one day whose first `taken` minutes belong to the night before; answers the minutes that
/// it takes of the next.
fn check_day(intervals: &[Interval], taken: i64, day: &str) -> Result<i64, PatternError> {
    let mut free_from = taken;
    for interval in intervals {
        if interval.start_minute() < free_from {
            return Err(PatternError::Overlap { day: day.to_owned(), start: minute_text(interval.start) });
        }
        free_from = interval.end_minute();
    }
    Ok(free_from - 1440)
}

fn check_round(days: &[(String, &[Interval])]) -> Result<(), PatternError> {
    let last = days.last().and_then(|(_, intervals)| intervals.last());
    let mut taken = last.map_or(0, |interval| interval.end_minute() - 1440);
    for (day, intervals) in days {
        taken = check_day(intervals, taken, day)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pattern(json: &str) -> Pattern {
        serde_json::from_str(json).unwrap()
    }

    const TWO_BY_TWO: &str =
        r#"{"cycle":{"start":"2026-11-01","days":[[["08:00","20:00"]],[["08:00","20:00"]],[],[]]}}"#;
    const NIGHTS: &str = r#"{"cycle":{"start":"2026-01-01","days":[[["22:00","06:00"]]]}}"#;

    #[test]
    fn patterns_on_the_wire() {
        for text in [TWO_BY_TWO, NIGHTS, r#"{"week":{"mon":[["09:00","13:00"],["14:00","24:00"]]}}"#, r#"{"week":{}}"#]
        {
            assert_eq!(serde_json::to_string(&pattern(text)).unwrap(), text);
            assert_eq!(pattern(text).validate(), Ok(()), "{text}");
        }
        assert_eq!(Pattern::standard().validate(), Ok(()));
        let refused = |text: &str, expected: &str| {
            let told = match serde_json::from_str::<Pattern>(text) {
                Err(error) => error.to_string(),
                Ok(pattern) => pattern.validate().unwrap_err().to_string(),
            };
            assert!(told.contains(expected), "{text}: {told}");
        };
        refused(r#"{"week":{"mon":[["09:00","9:30"]]}}"#, "9:30 is no time of a shift");
        refused(r#"{"week":{"mon":[["24:00","09:30"]]}}"#, "24:00 is no time of a shift");
        refused(r#"{"week":{"mo":[]}}"#, "unknown field");
        refused(r#"{"cycle":{"start":"2026-11-01","days":[[]],"end":1}}"#, "unknown field");
        refused(r#"{"week":{"mon":[["09:00","13:00"],["12:59","18:00"]]}}"#, "from 12:59 of Mon");
        refused(r#"{"week":{"mon":[["22:00","06:00"],["07:00","08:00"]]}}"#, "from 07:00 of Mon");
        refused(r#"{"week":{"mon":[["05:00","08:00"]],"sun":[["22:00","06:00"]]}}"#, "from 05:00 of Mon");
        refused(
            r#"{"cycle":{"start":"2026-11-01","days":[[["05:00","09:00"]],[["22:00","06:00"]]]}}"#,
            "from 05:00 of day 1",
        );
        refused(r#"{"cycle":{"start":"2026-11-01","days":[]}}"#, "this one has 0");
        let day: Vec<Interval> = serde_json::from_str(r#"[["09:00","13:00"],["12:00","14:00"]]"#).unwrap();
        assert!(validate_day(&day, "2026-11-07").unwrap_err().to_string().contains("from 12:00 of 2026-11-07"));
    }
}
