//! The work calendar: which days are free, full or short; and, beside it, where a work day begins.
//!
//! Invariant: a calendar file holds only holidays and swapped days; the length of every other day
//! is derived from them (a working day directly before a holiday ends 60 minutes earlier, ТК РФ
//! ст. 95; a working Saturday takes the length of the day it was swapped with).
//!
//! Deliberately lacks: people and their hours (`schedule`), file access (the shipped calendars are
//! compiled in), the current time.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use chrono::{Datelike, NaiveDate, Weekday};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::code::Code;

mod work_day;

pub use work_day::{DayEnd, DayEndError, LocalTimeError, WhenAmbiguous, local_instant, work_day, work_day_start};
pub(crate) use work_day::{instant_of, minute_text, parse_minute};

/// The official Russian work calendars that come with the program, 2024–2027, as TOML texts.
pub const SHIPPED: [&str; 4] = [
    include_str!("../../norms/calendars/ru-2024.toml"),
    include_str!("../../norms/calendars/ru-2025.toml"),
    include_str!("../../norms/calendars/ru-2026.toml"),
    include_str!("../../norms/calendars/ru-2027.toml"),
];

/// What a calendar says of a date that differs from its weekday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DayKind {
    /// A public holiday on which nobody works (ТК РФ ст. 112). The working day before it is short.
    Holiday,
    /// A working day made free by a swap. The day before it stays full.
    #[serde(alias = "moved_day_off")]
    DayOff,
    /// A weekend day made a working one (or a holiday that this firm works through).
    #[serde(alias = "working_weekend")]
    Working,
    /// A working day that ends 60 minutes earlier though no holiday follows: a region's or firm's own.
    #[serde(alias = "short_day")]
    Short,
}

/// One date of a calendar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CalendarDay {
    /// The date, `YYYY-MM-DD`.
    #[schemars(with = "String")]
    pub date: NaiveDate,
    /// What it is.
    pub kind: DayKind,
    /// For a working weekend day: the day whose hours and length it takes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub swapped_with: Option<NaiveDate>,
    /// What people call it, mostly of a region's or firm's own day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// A named calendar: the base of one year, or an overlay (of a region or firm) over the bases.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Calendar {
    /// Its immutable code, as in `ru-2026`.
    pub code: Code,
    /// The country's two letters; empty for a firm's own.
    #[serde(default)]
    pub country: String,
    /// The year it makes known; none for an overlay.
    #[serde(default)]
    pub year: Option<i32>,
    /// The act it follows, for people.
    #[serde(default)]
    pub source: String,
    /// Its holidays and swapped days.
    pub days: Vec<CalendarDay>,
}

/// Why a calendar can't be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CalendarError {
    /// The text is not a calendar file.
    #[error("The text is not a calendar file: {0}")]
    Format(String),
    /// A date stands twice.
    #[error("{0} stands twice in the calendar; keep one of the two lines")]
    Repeated(NaiveDate),
    /// A date of another year in the calendar of a year.
    #[error("{date} is not in {year}, the calendar's year; move it to its own year's calendar")]
    OtherYear {
        /// The date that is out of place.
        date: NaiveDate,
        /// The calendar's year.
        year: i32,
    },
    /// `swapped_with` on a day that is not a working one, or naming the day itself.
    #[error("{0} can't be swapped so: only a working day names another day whose length it takes")]
    Swap(NaiveDate),
}

impl Calendar {
    /// Checks what the type can't: no date twice, no date of another year, swaps of working
    /// days only. Errors with the first fault.
    pub fn validate(&self) -> Result<(), CalendarError> {
        let mut seen = std::collections::BTreeSet::new();
        for day in &self.days {
            if !seen.insert(day.date) {
                return Err(CalendarError::Repeated(day.date));
            }
            if let Some(year) = self.year.filter(|year| *year != day.date.year()) {
                return Err(CalendarError::OtherYear { date: day.date, year });
            }
            if day.swapped_with.is_some_and(|other| day.kind != DayKind::Working || other == day.date) {
                return Err(CalendarError::Swap(day.date));
            }
        }
        Ok(())
    }
}

/// Reads a calendar file (TOML). Errors when the text is no calendar or contradicts itself.
///
/// ```
/// let text = "code = 'firm'\ndays = [{ date = '2026-06-15', kind = 'day_off' }]";
/// let calendar = norma::domain::calendar::parse_calendar(text).unwrap();
/// assert_eq!((calendar.code.as_str(), calendar.year), ("firm", None));
/// ```
pub fn parse_calendar(text: &str) -> Result<Calendar, CalendarError> {
    let calendar: Calendar = toml::from_str(text).map_err(|error| CalendarError::Format(error.to_string()))?;
    calendar.validate()?;
    Ok(calendar)
}

/// The calendars that come with the program, oldest first. Errors only if a shipped file is broken.
pub fn shipped_calendars() -> Result<Vec<Calendar>, CalendarError> {
    SHIPPED.into_iter().map(parse_calendar).collect()
}

/// How long a date is in a five-day week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DayType {
    /// Nobody of the five-day week works.
    Free,
    /// A full day.
    Full,
    /// 60 minutes less.
    Short,
}

#[derive(Debug, Clone, Copy, Default)]
struct Mark {
    kind: Option<DayKind>,
    swapped_with: Option<NaiveDate>,
    short: bool,
}

/// All calendars of a floor, laid over each other.
#[derive(Debug, Clone, Default)]
pub struct WorkCalendar {
    years: std::collections::BTreeSet<i32>,
    marks: BTreeMap<NaiveDate, Mark>,
}

impl WorkCalendar {
    /// Lays the calendars over each other: for the same date the later one wins. A later calendar of
    /// the same code replaces the earlier one whole, which is how a year is amended.
    /// A `Short` day over a working Saturday leaves it working, 60 minutes shorter.
    pub fn new(calendars: impl IntoIterator<Item = Calendar>) -> Self {
        let mut latest: Vec<Calendar> = Vec::new();
        for calendar in calendars {
            match latest.iter_mut().find(|earlier| earlier.code == calendar.code) {
                Some(earlier) => *earlier = calendar,
                None => latest.push(calendar),
            }
        }
        let mut all = Self::default();
        for calendar in &latest {
            all.years.extend(calendar.year);
            calendar.days.iter().for_each(|day| all.lay(day));
        }
        all
    }

    /// The shipped calendars alone. Errors only if a shipped file is broken.
    pub fn shipped() -> Result<Self, CalendarError> {
        shipped_calendars().map(Self::new)
    }

    fn lay(&mut self, day: &CalendarDay) {
        let short = day.kind == DayKind::Short;
        let mark = Mark { kind: Some(day.kind), swapped_with: day.swapped_with, short };
        match self.marks.entry(day.date) {
            Entry::Occupied(under) if short && under.get().kind == Some(DayKind::Working) => {
                under.into_mut().short = true;
            }
            Entry::Occupied(mut under) => {
                under.insert(mark);
            }
            Entry::Vacant(place) => {
                place.insert(mark);
            }
        }
    }

    /// Whether the year's base calendar is there; without it there is no plan (`domain.md` §10).
    #[must_use]
    pub fn known(&self, year: i32) -> bool {
        self.years.contains(&year)
    }

    /// What the calendars say of the date, if it differs from its weekday (for the year view).
    #[must_use]
    pub fn kind(&self, date: NaiveDate) -> Option<DayKind> {
        self.mark(date).kind
    }

    /// How long the date is in a five-day week.
    #[must_use]
    pub fn day_type(&self, date: NaiveDate) -> DayType {
        let weekend = is_weekend(date) && self.kind(date) != Some(DayKind::Working);
        if weekend || self.is_free(date) {
            DayType::Free
        } else if self.is_short(date) {
            DayType::Short
        } else {
            DayType::Full
        }
    }

    /// Whether the calendars free the date for everybody who follows them, whatever the weekday.
    #[must_use]
    pub fn is_free(&self, date: NaiveDate) -> bool {
        matches!(self.kind(date), Some(DayKind::Holiday | DayKind::DayOff))
    }

    /// Whether work on the date, if there is any, ends 60 minutes earlier (ТК РФ ст. 95): it directly
    /// precedes a holiday, or was swapped with a day that does, or the calendar says so.
    /// A December 31 before a year without a calendar is taken as full.
    #[must_use]
    pub fn is_short(&self, date: NaiveDate) -> bool {
        let mark = self.mark(date);
        mark.short || self.precedes_holiday(date) || mark.swapped_with.is_some_and(|day| self.precedes_holiday(day))
    }

    /// The weekday whose hours the date has: that of the day it was swapped with; for a working
    /// weekend day without a swap, Friday; its own otherwise.
    #[must_use]
    pub fn weekday_for(&self, date: NaiveDate) -> Weekday {
        let mark = self.mark(date);
        match mark.swapped_with {
            Some(other) => other.weekday(),
            None if mark.kind == Some(DayKind::Working) && is_weekend(date) => Weekday::Fri,
            None => date.weekday(),
        }
    }

    fn mark(&self, date: NaiveDate) -> Mark {
        self.marks.get(&date).copied().unwrap_or_default()
    }

    fn precedes_holiday(&self, date: NaiveDate) -> bool {
        date.succ_opt().is_some_and(|next| self.kind(next) == Some(DayKind::Holiday))
    }
}

fn is_weekend(date: NaiveDate) -> bool {
    matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Year, month, working days, hours of a 40-hour week: the official production calendars.
    #[rustfmt::skip]
    const MONTHS: [(i32, [(u32, u32); 12]); 4] = [
        (2024, [(17, 136), (20, 159), (20, 159), (21, 168), (20, 159), (19, 151),
                (23, 184), (22, 176), (21, 168), (23, 184), (21, 167), (21, 168)]),
        (2025, [(17, 136), (20, 160), (21, 167), (22, 175), (18, 144), (19, 151),
                (23, 184), (21, 168), (22, 176), (23, 184), (19, 151), (22, 176)]),
        (2026, [(15, 120), (19, 152), (21, 168), (22, 175), (19, 151), (21, 167),
                (23, 184), (21, 168), (22, 176), (22, 176), (20, 159), (22, 176)]),
        (2027, [(15, 120), (19, 151), (22, 176), (22, 175), (19, 152), (21, 167),
                (22, 176), (22, 176), (22, 176), (21, 168), (20, 159), (22, 176)]),
    ];

    #[rustfmt::skip]
    const SHORT_DAYS: [&str; 17] = [
        "2024-02-22", "2024-03-07", "2024-05-08", "2024-06-11", "2024-11-02",
        "2025-03-07", "2025-04-30", "2025-06-11", "2025-11-01",
        "2026-04-30", "2026-05-08", "2026-06-11", "2026-11-03",
        "2027-02-20", "2027-04-30", "2027-06-11", "2027-11-03",
    ];

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn overlay(days: &[(&str, DayKind, Option<&str>)]) -> WorkCalendar {
        let days = days
            .iter()
            .map(|(date, kind, other)| CalendarDay {
                date: day(date),
                kind: *kind,
                swapped_with: other.map(day),
                name: None,
            })
            .collect();
        let firm = Calendar {
            code: Code::new("firm").unwrap(),
            country: String::new(),
            year: None,
            source: String::new(),
            days,
        };
        WorkCalendar::new(shipped_calendars().unwrap().into_iter().chain([firm]))
    }

    #[test]
    fn months_have_the_official_days_and_hours() {
        let calendar = WorkCalendar::shipped().unwrap();
        let mut short_days = Vec::new();
        for (year, months) in MONTHS {
            for (month, expected) in (1..).zip(months) {
                let first = NaiveDate::from_ymd_opt(year, month, 1).unwrap();
                let dates: Vec<_> = first.iter_days().take_while(|date| date.month() == month).collect();
                let count = |kind| {
                    u32::try_from(dates.iter().filter(|date| calendar.day_type(**date) == kind).count()).unwrap()
                };
                let (full, short) = (count(DayType::Full), count(DayType::Short));
                assert_eq!((full + short, full * 8 + short * 7), expected, "{year}-{month:02}");
                short_days.extend(dates.into_iter().filter(|date| calendar.day_type(*date) == DayType::Short));
            }
        }
        let expected: Vec<_> = SHORT_DAYS.into_iter().map(day).collect();
        assert_eq!(short_days, expected);
    }

    #[test]
    fn shipped_files_hold_only_holidays_and_swaps() {
        for calendar in shipped_calendars().unwrap() {
            assert!(calendar.days.iter().all(|day| day.kind != DayKind::Short), "{}", calendar.code);
            let json = serde_json::to_value(&calendar).unwrap();
            assert_eq!(serde_json::from_value::<Calendar>(json).unwrap(), calendar);
            assert!(
                calendar.year.is_some_and(|year| calendar.code.as_str() == format!("ru-{year}")),
                "{}",
                calendar.code
            );
        }
        let calendar = WorkCalendar::shipped().unwrap();
        assert!(calendar.known(2024) && calendar.known(2027) && !calendar.known(2028));
    }

    #[test]
    fn overlays_and_swaps_change_days() {
        use DayKind::{DayOff, Holiday, Short, Working};
        type Row<'a> = (&'a str, DayKind, Option<&'a str>);
        let check = |rows: &[Row], date: &str, expected: DayType, weekday: Weekday| {
            let calendar = overlay(rows);
            assert_eq!(
                (calendar.day_type(day(date)), calendar.weekday_for(day(date))),
                (expected, weekday),
                "{date} {rows:?}"
            );
        };
        check(&[], "2024-11-02", DayType::Short, Weekday::Tue);
        check(&[], "2024-04-27", DayType::Full, Weekday::Mon);
        check(&[("2024-11-02", Short, None)], "2024-11-02", DayType::Short, Weekday::Tue);
        check(&[("2024-04-27", Short, None)], "2024-04-27", DayType::Short, Weekday::Mon);
        check(&[("2024-04-27", DayOff, None)], "2024-04-27", DayType::Free, Weekday::Sat);
        check(&[("2026-11-04", Working, None)], "2026-11-04", DayType::Full, Weekday::Wed);
        check(&[("2026-11-04", Working, None)], "2026-11-03", DayType::Full, Weekday::Tue);
        check(&[("2026-08-12", Holiday, None)], "2026-08-11", DayType::Short, Weekday::Tue);
        check(&[("2026-08-12", DayOff, None)], "2026-08-11", DayType::Full, Weekday::Tue);
        check(&[("2026-08-14", Short, None)], "2026-08-14", DayType::Short, Weekday::Fri);
        check(&[("2026-08-15", Short, None)], "2026-08-15", DayType::Free, Weekday::Sat);
        check(&[("2026-08-15", Working, None)], "2026-08-15", DayType::Full, Weekday::Fri);
        check(&[("2026-03-07", Working, Some("2026-03-09"))], "2026-03-07", DayType::Short, Weekday::Mon);
    }

    #[test]
    fn a_calendar_of_the_same_code_replaces_the_earlier() {
        let mut amended = shipped_calendars().unwrap();
        let year = amended.iter().find(|calendar| calendar.year == Some(2026)).cloned().unwrap();
        amended.push(Calendar { days: vec![], ..year });
        let calendar = WorkCalendar::new(amended);
        assert_eq!(calendar.day_type(day("2026-11-04")), DayType::Full);
        assert_eq!(calendar.day_type(day("2025-11-04")), DayType::Free);
    }

    #[test]
    fn faults_are_told() {
        let check = |days: &str, expected: &str| {
            let text = format!("code = 'ru-2026'\nyear = 2026\ndays = [{days}]");
            let told = parse_calendar(&text).unwrap_err().to_string();
            assert!(told.contains(expected), "{told}");
        };
        let holiday = "{ date = '2026-11-04', kind = 'holiday' }";
        check(&format!("{holiday}, {holiday}"), "2026-11-04 stands twice");
        check("{ date = '2027-11-04', kind = 'holiday' }", "is not in 2026");
        check("{ date = '2026-11-04', kind = 'day_off', swapped_with = '2026-11-07' }", "can't be swapped so");
        check("{ date = '2026-11-07', kind = 'working', swapped_with = '2026-11-07' }", "can't be swapped so");
        check("{ date = '2026-11-04', kind = 'feast' }", "not a calendar file");
        check("{ date = '2026-11-04', kind = 'holiday', note = '' }", "not a calendar file");
        assert!(parse_calendar("code = ' '\ndays = []").unwrap_err().to_string().contains("1 to 64 characters"));
        let alias = "code = 'x'\ndays = [{ date = '2026-01-10', kind = 'working_weekend' }]";
        assert_eq!(parse_calendar(alias).unwrap().days[0].kind, DayKind::Working);
    }
}
