//! The moments of a row: when it was opened, started and finished, on the file's clock.
//!
//! Invariant: times of one date column are put in order: a finish before its start is on the next date, and so
//! is a start more than twelve hours before the opening (the call came in before midnight). A local time that
//! does not exist is refused; one that comes twice follows the profile, unless only the second keeps the order.

use chrono::{DateTime, Days, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;

use super::fields;
use super::layout::{Layout, Row};
use crate::domain::calendar::{LocalTimeError, local_instant};
use crate::domain::code::folded;
use crate::domain::instant::Instant;
use crate::domain::rejection::{RefusalCode, Rejection};

/// A start this much before the opening is on the next date.
const OVER_MIDNIGHT: TimeDelta = TimeDelta::hours(12);

/// Where a moment stands in this file.
#[derive(Debug, Clone)]
pub(super) struct MomentPlace {
    /// The one column, or the date's.
    pub column: usize,
    /// The time's, where it is one of its own.
    pub time: Option<usize>,
    /// The time's for a moment that was not recorded.
    pub instead: Option<usize>,
    /// Patterns of a whole moment; none: RFC 3339, or date and time of ISO 8601 on the file's clock.
    pub patterns: Vec<String>,
    /// Patterns of the date; none: ISO 8601.
    pub date_patterns: Vec<String>,
    /// Patterns of the time; none: ISO 8601.
    pub time_patterns: Vec<String>,
    /// Values that say "not recorded".
    pub missing: Vec<String>,
}

impl MomentPlace {
    /// One column in the default notation.
    pub fn whole(column: usize) -> Self {
        Self {
            column,
            time: None,
            instead: None,
            patterns: Vec::new(),
            date_patterns: Vec::new(),
            time_patterns: Vec::new(),
            missing: Vec::new(),
        }
    }
}

/// The moments of a row; of a call: when it began, was answered and ended.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Moments {
    /// When the contact came in.
    pub opened: Option<Instant>,
    /// When the work began.
    pub started: Option<Instant>,
    /// When the work was finished.
    pub finished: Option<Instant>,
}

#[derive(Debug, Clone, Copy)]
enum Reading {
    /// With an offset.
    Absolute(DateTime<Utc>),
    /// On the file's clock; `movable` where the date is a column of its own.
    Local { at: NaiveDateTime, movable: bool },
}

impl Reading {
    fn local(self) -> Option<NaiveDateTime> {
        match self {
            Self::Local { at, .. } => Some(at),
            Self::Absolute(_) => None,
        }
    }

    fn next_date_if(self, late: bool) -> Self {
        match self {
            Self::Local { at, movable: true } if late => {
                Self::Local { at: at.checked_add_days(Days::new(1)).unwrap_or(at), movable: true }
            }
            other => other,
        }
    }
}

/// Reads the moments of a row. Errors with the refusal of a row whose times can't be.
pub(super) fn moments(layout: &Layout<'_>, row: &Row<'_>, zone: Tz) -> Result<Moments, Rejection> {
    let zone = layout.section.zone.unwrap_or(zone);
    let lost = not_recorded(layout, row);
    let read = |name: &str| match layout.moments.get(name) {
        Some(place) => reading(place, row, lost),
        None => Ok(None),
    };
    let [first, begun, over] = layout.in_order;
    let opened = read(first)?;
    let mut started = read(begun)?;
    let mut finished = read(over)?;
    if let (Some(open), Some(start)) = (opened.and_then(Reading::local), started) {
        let late = start.local().is_some_and(|start| open.signed_duration_since(start) > OVER_MIDNIGHT);
        started = Some(start.next_date_if(late));
    }
    let resolve = |name: &str, reading: Option<Reading>| resolve(layout, row, zone, name, reading);
    let before = started.or(opened);
    let opened_at = resolve(first, opened)?;
    let earliest = if started.is_some() { resolve(begun, started)? } else { opened_at };
    if let (Some(earlier), Some(Reading::Local { at, .. })) = (before.and_then(Reading::local), finished)
        && at < earlier
    {
        match second_of_two(at, zone).filter(|second| earliest.is_some_and(|first| first.utc() <= *second)) {
            Some(second) => finished = Some(Reading::Absolute(second)),
            None => finished = finished.map(|reading| reading.next_date_if(true)),
        }
    }
    Ok(Moments {
        opened: opened_at,
        started: if started.is_some() { earliest } else { None },
        finished: resolve(over, finished)?,
    })
}

/// Whether every moment with a list of "not recorded" values has one: midnight alone may be the truth.
fn not_recorded(layout: &Layout<'_>, row: &Row<'_>) -> bool {
    let mut listed = layout.moments.values().filter(|place| !place.missing.is_empty()).peekable();
    listed.peek().is_some()
        && listed.all(|place| place.missing.contains(&folded(row.cell(place.time.unwrap_or(place.column)))))
}

fn reading(place: &MomentPlace, row: &Row<'_>, lost: bool) -> Result<Option<Reading>, Rejection> {
    let Some(time) = place.time else { return whole(place, row) };
    let gone = row.cell(time).is_empty() || lost && !place.missing.is_empty();
    let time = if gone { place.instead.unwrap_or(time) } else { time };
    let (date_text, time_text) = (row.cell(place.column), row.cell(time));
    if time_text.is_empty() || gone && place.instead.is_none() {
        return Ok(None);
    }
    if date_text.is_empty() {
        return Err(row.about("row-empty", place.column));
    }
    let date = fields::date(date_text, &place.date_patterns).ok_or_else(|| row.about("row-date", place.column))?;
    let clock = time_of(time_text, &place.time_patterns).ok_or_else(|| row.about("row-date", time))?;
    Ok(Some(Reading::Local { at: date.and_time(clock), movable: true }))
}

fn time_of(text: &str, patterns: &[String]) -> Option<NaiveTime> {
    let by = |pattern: &str| NaiveTime::parse_from_str(text, pattern).ok();
    if patterns.is_empty() {
        by("%H:%M:%S%.f").or_else(|| by("%H:%M"))
    } else {
        patterns.iter().find_map(|pattern| by(pattern))
    }
}

fn whole(place: &MomentPlace, row: &Row<'_>) -> Result<Option<Reading>, Rejection> {
    let own = row.cell(place.column);
    let gone = own.is_empty() || place.missing.contains(&folded(own));
    let text = if gone { place.instead.map_or("", |instead| row.cell(instead)) } else { own };
    if text.is_empty() {
        return Ok(None);
    }
    let found = if place.patterns.is_empty() {
        iso(text)
    } else {
        place.patterns.iter().find_map(|pattern| patterned(text, pattern))
    };
    let plausible = found.filter(|reading| match reading {
        Reading::Absolute(at) => fields::plausible(at.date_naive()),
        Reading::Local { at, .. } => fields::plausible(at.date()),
    });
    plausible.map(Some).ok_or_else(|| row.about("row-date", place.column))
}

fn iso(text: &str) -> Option<Reading> {
    let absolute = ["%Y-%m-%dT%H:%M:%S%.f%:z", "%Y-%m-%d %H:%M:%S%.f%:z", "%Y-%m-%dT%H:%M%:z", "%Y-%m-%d %H:%M%:z"];
    let local = ["%Y-%m-%dT%H:%M:%S%.f", "%Y-%m-%d %H:%M:%S%.f", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"];
    let rfc = DateTime::parse_from_rfc3339(text).ok().map(|at| Reading::Absolute(at.with_timezone(&Utc)));
    rfc.or_else(|| absolute.iter().chain(&local).find_map(|pattern| patterned(text, pattern)))
}

fn patterned(text: &str, pattern: &str) -> Option<Reading> {
    if pattern.contains('z') {
        return DateTime::parse_from_str(text, pattern).ok().map(|at| Reading::Absolute(at.with_timezone(&Utc)));
    }
    NaiveDateTime::parse_from_str(text, pattern).ok().map(|at| Reading::Local { at, movable: false })
}

/// The second instant of a local time that comes twice.
fn second_of_two(at: NaiveDateTime, zone: Tz) -> Option<DateTime<Utc>> {
    match zone.from_local_datetime(&at) {
        chrono::MappedLocalTime::Ambiguous(_, second) => Some(second.with_timezone(&Utc)),
        _ => None,
    }
}

fn resolve(
    layout: &Layout<'_>,
    row: &Row<'_>,
    zone: Tz,
    name: &str,
    reading: Option<Reading>,
) -> Result<Option<Instant>, Rejection> {
    let at = match reading {
        None => return Ok(None),
        Some(Reading::Absolute(at)) => return Ok(Some(Instant::from(at))),
        Some(Reading::Local { at, .. }) => at,
    };
    let refused = |error| {
        let reason = match error {
            LocalTimeError::Gap => "time-gap",
            LocalTimeError::Ambiguous => "time-twice",
        };
        let column = layout.moments.get(name).map(|place| place.time.unwrap_or(place.column));
        let refusal = Rejection::because(RefusalCode::BadInput, reason);
        let shown = at.format("%Y-%m-%d %H:%M:%S");
        refusal
            .naming("column", column.map_or_else(|| name.to_owned(), |index| row.column(index)))
            .naming("value", shown)
    };
    if matches!(zone.from_local_datetime(&at), chrono::MappedLocalTime::Ambiguous(..)) {
        layout.twice.set(layout.twice.get().saturating_add(1));
    }
    local_instant(at, zone, layout.section.ambiguous).map(|instant| Some(Instant::from(instant))).map_err(refused)
}
