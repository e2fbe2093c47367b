//! A year of the work calendar, as printed ones show it.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use rusqlite::Connection;

use super::Reader;
use crate::domain::calendar::{CalendarDay, DayType, WorkCalendar};
use crate::domain::rejection::{RefusalCode, Rejection};
use crate::domain::units::CentiMinutes;
use crate::floor::Stop;
use crate::floor::planner::work_calendar;
use crate::floor::question::AskCalendar;
use crate::policy::Act;
use crate::store::calendars;
use crate::views::calendar::{CalendarView, DateView, LayerView, Span};

/// A full day of a week of 40 hours, and a short one.
const FULL: CentiMinutes = CentiMinutes(48_000);
const SHORT: CentiMinutes = CentiMinutes(42_000);

/// The calendars as stored, in the order in which they are laid over each other.
struct Layers {
    rows: Vec<(String, Option<i32>, Vec<CalendarDay>)>,
    calendar: WorkCalendar,
}

impl Layers {
    fn load(db: &Connection) -> Result<Self, Stop> {
        let mut rows = Vec::new();
        for row in calendars::calendars(db)? {
            let days = serde_json::from_str(&row.content).map_err(|error| Stop::Fault(error.to_string()))?;
            rows.push((row.code, row.year, days));
        }
        Ok(Self { rows, calendar: work_calendar(db)? })
    }

    fn date(&self, date: NaiveDate) -> DateView {
        let said = self.rows.iter().rev().find_map(|(code, _, days)| {
            days.iter().find(|day| day.date == date).map(|day| (code.clone(), day.swapped_with, day.name.clone()))
        });
        let (code, swapped_with, name) = said.map_or((None, None, None), |(code, swap, name)| (Some(code), swap, name));
        let mark = self.calendar.kind(date);
        DateView { date, day: self.calendar.day_type(date), mark, swapped_with, name, calendar: code }
    }
}

/// Dates as the work calendars have them.
pub(super) fn dates(db: &Connection, dates: impl Iterator<Item = NaiveDate>) -> Result<Vec<DateView>, Stop> {
    let layers = Layers::load(db)?;
    Ok(dates.map(|date| layers.date(date)).collect())
}

pub(super) fn calendar(reader: &Reader<'_>, ask: AskCalendar) -> Result<CalendarView, Stop> {
    reader.widest(Act::AskCalendar)?;
    let today = reader.today();
    let year = ask.year.unwrap_or(today.year());
    let first = NaiveDate::from_ymd_opt(year, 1, 1).filter(|_| (1900..=2200).contains(&year));
    let first = first.ok_or_else(|| Rejection::because(RefusalCode::BadInput, "year").naming("year", year))?;
    let layers = Layers::load(reader.db)?;
    let known = layers.calendar.known(year);
    let days = first.iter_days().take_while(|date| date.year() == year && known);
    let dates: Vec<DateView> = days.map(|date| layers.date(date)).collect();
    let span = |from: u32, to: u32| span(dates.iter().filter(|day| (from..=to).contains(&day.date.month())));
    let spans = |each: u32| (0..12 / each).map(|part| span(part * each + 1, part * each + each)).collect();
    let mut years: Vec<i32> = layers.rows.iter().filter_map(|(_, year, _)| *year).collect();
    years.sort_unstable();
    years.dedup();
    Ok(CalendarView {
        year,
        today,
        known,
        years,
        months: if known { spans(1) } else { Vec::new() },
        quarters: if known { spans(3) } else { Vec::new() },
        halves: if known { spans(6) } else { Vec::new() },
        whole: span(1, 12),
        dates,
        layers: layers_of(reader.db, &layers, year)?,
        may_keep: reader.widest(Act::CalendarKeep).is_ok(),
    })
}

fn span<'a>(days: impl Iterator<Item = &'a DateView>) -> Span {
    let mut span = Span::default();
    for day in days {
        span.calendar_days += 1;
        let (work, short, minutes) = match day.day {
            DayType::Free => (0, 0, CentiMinutes::ZERO),
            DayType::Full => (1, 0, FULL),
            DayType::Short => (1, 1, SHORT),
        };
        span.work_days += work;
        span.short_days += short;
        span.free_days += 1 - work;
        span.minutes_cmin.0 += minutes.0;
    }
    span
}

/// The calendars that say something of a year; the first that makes it known is its base.
fn layers_of(db: &Connection, layers: &Layers, year: i32) -> Result<Vec<LayerView>, Stop> {
    let versions: BTreeMap<String, i64> = calendars::calendar_versions(db)?;
    let mut found: Vec<LayerView> = Vec::new();
    for (code, of, days) in &layers.rows {
        let days: Vec<CalendarDay> = days.iter().filter(|day| day.date.year() == year).cloned().collect();
        let makes_known = *of == Some(year);
        if days.is_empty() && !makes_known {
            continue;
        }
        let base = makes_known && !found.iter().any(|layer| layer.base);
        let amended = versions.get(code).map_or(0, |count| (count - 1).max(0));
        found.push(LayerView { code: code.clone(), base, amended, days });
    }
    Ok(found)
}
