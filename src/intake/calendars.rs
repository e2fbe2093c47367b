//! Work calendars: a calendar file of ours (TOML), or a table of its days.
//!
//! Invariant: a calendar is taken whole or not at all: without one of its rows it would be another calendar.

use std::path::Path;

use super::error::{IntakeError, shown};
use super::layout::Row;
use super::reader;
use crate::domain::calendar::{Calendar, CalendarDay, CalendarError, DayKind, parse_calendar};
use crate::domain::code::Code;
use crate::domain::rejection::{RefusalCode, Rejection};
use crate::floor::command::{CalendarAdd, CalendarCommand, Command};
use crate::floor::import::RefusedRow;

/// Reads a calendar file of ours.
pub(super) fn from_toml(path: &Path) -> Result<CalendarAdd, IntakeError> {
    let text = reader::text(path)?;
    if text.trim().is_empty() {
        return Err(IntakeError::Empty { file: shown(path) });
    }
    let calendar = parse_calendar(&text).map_err(|error| wrong(path, &error))?;
    if calendar.days.is_empty() {
        return Err(IntakeError::HeaderOnly { file: shown(path) });
    }
    Ok(CalendarAdd { code: calendar.code, year: calendar.year, days: calendar.days })
}

fn wrong(path: &Path, error: &CalendarError) -> IntakeError {
    IntakeError::Calendar { file: shown(path), error: error.to_string() }
}

/// The command that adds a calendar.
pub(super) fn command(add: CalendarAdd) -> Command {
    Command::Calendar(CalendarCommand::CalendarAdd(add))
}

/// A day of the calendar, or the refusal of the row.
pub(super) fn day(row: &Row<'_>) -> Result<CalendarDay, Rejection> {
    let expected = "holiday, day_off, working, short";
    let kind = |text: &str| serde_json::from_value::<DayKind>(serde_json::Value::String(text.replace('-', "_"))).ok();
    Ok(CalendarDay {
        date: row.date("date")?.ok_or_else(|| row.wrong("row-empty", "date"))?,
        kind: row.one_of("kind", expected, kind)?.ok_or_else(|| row.wrong("row-empty", "kind"))?,
        swapped_with: row.date("swapped_with")?,
        name: row.text("name"),
    })
}

/// The calendar of a table's days, or the refusal of every row. Its code is the file's name without the ending,
/// unless the profile gives one.
pub(super) fn whole(
    path: &Path,
    code: Option<&str>,
    days: Vec<(u64, Result<CalendarDay, Rejection>)>,
) -> Result<Result<CalendarAdd, Vec<RefusedRow>>, IntakeError> {
    let first_wrong = days.iter().find(|(_, day)| day.is_err()).map(|(line, _)| *line);
    if let Some(first) = first_wrong {
        let other = Rejection::because(RefusalCode::BadInput, "calendar-row").naming("line", first);
        let refused = days.iter().map(|(line, day)| RefusedRow::new(*line, day.as_ref().err().unwrap_or(&other)));
        return Ok(Err(refused.collect()));
    }
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let code = Code::new(code.unwrap_or(&stem))
        .map_err(|error| IntakeError::Calendar { file: shown(path), error: error.to_string() })?;
    let days = days.into_iter().filter_map(|(_, day)| day.ok()).collect();
    let calendar = Calendar { code, country: String::new(), year: None, source: String::new(), days };
    calendar.validate().map_err(|error| wrong(path, &error))?;
    Ok(Ok(CalendarAdd { code: calendar.code, year: None, days: calendar.days }))
}
