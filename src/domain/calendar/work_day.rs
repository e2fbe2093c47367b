//! Where a floor's work day begins and ends, and which instant a local time names.
//!
//! Invariant: every instant belongs to exactly one work day, also where the clock is set forward or
//! back. A local time that names no single instant is refused or resolved by a stated rule.
//!
//! Deliberately lacks: the current time, and which days are worked.

use std::fmt;

use chrono::{DateTime, MappedLocalTime, NaiveDate, NaiveDateTime, TimeDelta, TimeZone, Utc};
use chrono_tz::{GapInfo, Tz};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The minute of the day of `HH:MM`, 00:00 to 24:00; none when the text is no such time.
pub(crate) fn parse_minute(text: &str) -> Option<u16> {
    let (hours, minutes) = text.split_once(':')?;
    let digits = |part: &str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(hours) || !digits(minutes) {
        return None;
    }
    let (hours, minutes) = (hours.parse::<u16>().ok()?, minutes.parse::<u16>().ok()?);
    let minute = hours * 60 + minutes;
    (minutes < 60 && minute <= 1440).then_some(minute)
}

/// `HH:MM` of a minute of the day.
pub(crate) fn minute_text(minute: u16) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

/// The local time at which the floor's work day ends and the next begins, `HH:MM`: 00:00 by default,
/// at latest 11:59 (04:00 for night floors). Work day D runs from D to the next date at this time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(with = "String")]
pub struct DayEnd(u16);

/// The text is not a time at which a work day may end.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0} is no time for a work day to end; give HH:MM from 00:00 to 11:59")]
pub struct DayEndError(String);

impl TryFrom<String> for DayEnd {
    type Error = DayEndError;

    fn try_from(text: String) -> Result<Self, DayEndError> {
        match parse_minute(&text) {
            Some(minute) if minute < 720 => Ok(Self(minute)),
            _ => Err(DayEndError(text)),
        }
    }
}

impl From<DayEnd> for String {
    fn from(day_end: DayEnd) -> Self {
        minute_text(day_end.0)
    }
}

impl fmt::Display for DayEnd {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&minute_text(self.0))
    }
}

/// The instant at which work day `date` begins. Where the clock jumps over that time, the instant of
/// the jump; where the time comes twice, the first.
#[must_use]
pub fn work_day_start(date: NaiveDate, time_zone: Tz, day_ends: DayEnd) -> DateTime<Utc> {
    instant_of(date, i64::from(day_ends.0) * 60_000, time_zone)
}

/// The work day to which the instant belongs.
#[must_use]
pub fn work_day(instant: DateTime<Utc>, time_zone: Tz, day_ends: DayEnd) -> NaiveDate {
    let local = instant.with_timezone(&time_zone).naive_local();
    let shifted = local.checked_sub_signed(TimeDelta::minutes(i64::from(day_ends.0)));
    let date = shifted.unwrap_or(local).date();
    let next = date.succ_opt().unwrap_or(date);
    // A clock change near the day's end can put the naive answer one day off.
    if instant < work_day_start(date, time_zone, day_ends) {
        date.pred_opt().unwrap_or(date)
    } else if instant >= work_day_start(next, time_zone, day_ends) {
        next
    } else {
        date
    }
}

/// The instant so many milliseconds of the wall clock after the date's local midnight: the first if
/// there are two, the end of the gap if there is none.
pub(crate) fn instant_of(date: NaiveDate, wall_ms: i64, time_zone: Tz) -> DateTime<Utc> {
    let midnight = date.and_time(chrono::NaiveTime::MIN);
    let local = midnight.checked_add_signed(TimeDelta::milliseconds(wall_ms)).unwrap_or(midnight);
    let mapped = time_zone.from_local_datetime(&local).earliest();
    mapped
        .or_else(|| GapInfo::new(&local, &time_zone).and_then(|gap| gap.end))
        .map_or_else(|| local.and_utc(), |instant| instant.with_timezone(&Utc))
}

/// Which of the two instants is meant when the clock is set back and a local time comes twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum WhenAmbiguous {
    /// The first.
    Earlier,
    /// The second.
    Later,
    /// Neither: the time is refused.
    #[default]
    Refuse,
}

/// Why a local time names no single instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LocalTimeError {
    /// The clock was set forward over this time.
    #[error("This local time does not exist: the clock was set forward over it; correct the time")]
    Gap,
    /// The clock was set back, the time came twice, and nothing says which is meant.
    #[error("This local time came twice, as the clock was set back; say which of the two is meant")]
    Ambiguous,
}

/// The instant of a local time that a person or a file gave. Errors when the time does not exist, or
/// comes twice and `ambiguous` refuses to choose.
pub fn local_instant(
    local: NaiveDateTime,
    time_zone: Tz,
    ambiguous: WhenAmbiguous,
) -> Result<DateTime<Utc>, LocalTimeError> {
    let instant = match (time_zone.from_local_datetime(&local), ambiguous) {
        (MappedLocalTime::None, _) => return Err(LocalTimeError::Gap),
        (MappedLocalTime::Ambiguous(_, _), WhenAmbiguous::Refuse) => return Err(LocalTimeError::Ambiguous),
        (MappedLocalTime::Single(only), _) => only,
        (MappedLocalTime::Ambiguous(first, _), WhenAmbiguous::Earlier) => first,
        (MappedLocalTime::Ambiguous(_, second), WhenAmbiguous::Later) => second,
    };
    Ok(instant.with_timezone(&Utc))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn utc(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn ends(text: &str) -> DayEnd {
        DayEnd::try_from(text.to_owned()).unwrap()
    }

    #[test]
    fn work_days_begin_at_the_day_end() {
        let check = |tz: Tz, end: &str, instant: &str, expected: &str| {
            assert_eq!(work_day(utc(instant), tz, ends(end)), day(expected), "{tz} {end} {instant}");
        };
        check(Tz::Europe__Moscow, "00:00", "2026-11-15T20:59:59Z", "2026-11-15");
        check(Tz::Europe__Moscow, "00:00", "2026-11-15T21:00:00Z", "2026-11-16");
        check(Tz::Europe__Moscow, "04:00", "2026-11-16T00:59:59Z", "2026-11-15");
        check(Tz::Europe__Moscow, "04:00", "2026-11-16T01:00:00Z", "2026-11-16");
        // Berlin sets 02:00 to 03:00 on 29 March and 03:00 to 02:00 on 25 October.
        check(Tz::Europe__Berlin, "02:30", "2026-03-29T00:59:59Z", "2026-03-28");
        check(Tz::Europe__Berlin, "02:30", "2026-03-29T01:00:00Z", "2026-03-29");
        check(Tz::Europe__Berlin, "02:30", "2026-10-25T00:30:00Z", "2026-10-25");
        check(Tz::Europe__Berlin, "02:30", "2026-10-25T01:10:00Z", "2026-10-25");
        // Beirut jumps over midnight.
        assert_eq!(work_day_start(day("2026-03-29"), Tz::Asia__Beirut, DayEnd::default()), utc("2026-03-28T22:00:00Z"));
        for wrong in ["12:00", "4:00", "04:60", "x", "24:00"] {
            let told = DayEnd::try_from(wrong.to_owned()).unwrap_err().to_string();
            assert!(told.contains("is no time for a work day to end"), "{told}");
        }
        assert_eq!(serde_json::to_string(&ends("04:00")).unwrap(), "\"04:00\"");
        assert_eq!(ends("04:05").to_string(), "04:05");
    }

    #[test]
    fn local_times_of_imports() {
        let berlin = |text: &str, ambiguous| local_instant(text.parse().unwrap(), Tz::Europe__Berlin, ambiguous);
        assert_eq!(berlin("2026-07-01T12:00:00", WhenAmbiguous::Refuse), Ok(utc("2026-07-01T10:00:00Z")));
        assert_eq!(berlin("2026-03-29T02:30:00", WhenAmbiguous::Later), Err(LocalTimeError::Gap));
        assert_eq!(berlin("2026-10-25T02:30:00", WhenAmbiguous::Refuse), Err(LocalTimeError::Ambiguous));
        assert_eq!(berlin("2026-10-25T02:30:00", WhenAmbiguous::Earlier), Ok(utc("2026-10-25T00:30:00Z")));
        assert_eq!(berlin("2026-10-25T02:30:00", WhenAmbiguous::Later), Ok(utc("2026-10-25T01:30:00Z")));
        assert!(LocalTimeError::Gap.to_string().contains("does not exist"));
        assert!(LocalTimeError::Ambiguous.to_string().contains("came twice"));
    }

    proptest! {
        #[test]
        fn an_instant_lies_in_its_work_day(seconds in 1_600_000_000_i64..1_900_000_000, minute in 0_u16..720, zone in 0_usize..4) {
            let tz = [Tz::Europe__Moscow, Tz::Europe__Berlin, Tz::Asia__Beirut, Tz::Australia__Lord_Howe][zone];
            let instant = DateTime::from_timestamp(seconds, 0).unwrap();
            let date = work_day(instant, tz, DayEnd(minute));
            prop_assert!(work_day_start(date, tz, DayEnd(minute)) <= instant);
            prop_assert!(instant < work_day_start(date.succ_opt().unwrap(), tz, DayEnd(minute)));
        }
    }
}
