//! Work calendars and schedules, kept as the content they came in.

use chrono::NaiveDate;
use rusqlite::Connection;
use rusqlite::types::Value as Sql;

use super::facts::FactWriter;
use super::{Stored, day_column};

/// A calendar as stored: its code, the year it makes known, and its days as JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarRow {
    /// The calendar's code; the newest of a code counts.
    pub code: String,
    /// The year it makes known; `None` for an overlay.
    pub year: Option<i32>,
    /// Its days as JSON.
    pub content: String,
}

/// Writes a calendar, or an amendment of the one with the same code.
pub fn add_calendar(facts: &mut FactWriter<'_>, calendar: &CalendarRow) -> Stored<()> {
    let id = facts.next_id("calendar", "calendar_id")?;
    facts.insert(
        "calendar",
        &["calendar_id"],
        vec![
            ("calendar_id", Sql::Integer(id)),
            ("code", Sql::Text(calendar.code.clone())),
            ("year", Sql::from(calendar.year)),
            ("content", Sql::Text(calendar.content.clone())),
        ],
    )
}

/// The newest calendar of each code, in the order their codes were first added.
pub fn calendars(db: &Connection) -> Stored<Vec<CalendarRow>> {
    let mut select = db.prepare_cached(
        "SELECT c.code, c.year, c.content FROM calendar c
         WHERE c.calendar_id = (SELECT MAX(n.calendar_id) FROM calendar n WHERE n.code = c.code)
         ORDER BY (SELECT MIN(f.calendar_id) FROM calendar f WHERE f.code = c.code)",
    )?;
    let rows =
        select.query_map([], |row| Ok(CalendarRow { code: row.get(0)?, year: row.get(1)?, content: row.get(2)? }))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// How many times each calendar was written: once more than it was amended.
pub fn calendar_versions(db: &Connection) -> Stored<std::collections::BTreeMap<String, i64>> {
    let mut select = db.prepare_cached("SELECT code, COUNT(*) FROM calendar GROUP BY code")?;
    let rows = select.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Writes a schedule that holds from a day on.
pub fn add_schedule(facts: &mut FactWriter<'_>, person: i64, from: NaiveDate, pattern: &str) -> Stored<()> {
    let id = facts.next_id("schedule", "schedule_id")?;
    facts.insert(
        "schedule",
        &["schedule_id"],
        vec![
            ("schedule_id", Sql::Integer(id)),
            ("person_id", Sql::Integer(person)),
            ("from_day", Sql::Text(from.to_string())),
            ("pattern", Sql::Text(pattern.to_owned())),
        ],
    )
}

/// A person's schedules, oldest first; of one day the newest.
pub fn schedules(db: &Connection, person: i64) -> Stored<Vec<(NaiveDate, String)>> {
    let mut select = db.prepare_cached(
        "SELECT s.from_day, s.pattern FROM schedule s WHERE s.person_id = ?1
             AND s.schedule_id = (SELECT MAX(n.schedule_id) FROM schedule n WHERE n.person_id = s.person_id AND n.from_day = s.from_day)
         ORDER BY s.from_day",
    )?;
    let rows = select.query_map([person], |row| Ok((day_column(row, "from_day")?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
