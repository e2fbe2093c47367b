//! Closed days and day sums.

use chrono::NaiveDate;
use rusqlite::types::Value as Sql;
use rusqlite::{Connection, params};

use super::facts::FactWriter;
use super::{Stored, day_column};
use crate::domain::kpi::ClosedStretch;
use crate::domain::units::CentiMinutes;

/// The sum of one employee's day in one department.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DaySum {
    /// The employee's key.
    pub person: i64,
    /// The department's key.
    pub department: i64,
    /// The work day.
    pub day: NaiveDate,
    /// Σ weights with boost.
    pub kpi: CentiMinutes,
    /// Σ norms without boost.
    pub measured: CentiMinutes,
    /// Correction lines dated to the day.
    pub lines: CentiMinutes,
    /// Tickets.
    pub tickets: i64,
}

/// Every closed stretch, in order.
pub fn closed(db: &Connection) -> Stored<Vec<ClosedStretch>> {
    let mut select = db.prepare_cached("SELECT from_day, through_day FROM day_close ORDER BY from_day")?;
    let rows = select.query_map([], |row| {
        Ok(ClosedStretch { from: day_column(row, "from_day")?, through: day_column(row, "through_day")? })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Whether a day is closed.
pub fn is_closed(db: &Connection, day: NaiveDate) -> Stored<bool> {
    let mut select =
        db.prepare_cached("SELECT EXISTS (SELECT 1 FROM day_close WHERE ?1 BETWEEN from_day AND through_day)")?;
    Ok(select.query_row([day.to_string()], |row| row.get::<_, i64>(0))? == 1)
}

/// Whether any day on or after this one is closed.
pub fn any_closed_since(db: &Connection, day: NaiveDate) -> Stored<bool> {
    let mut select = db.prepare_cached("SELECT EXISTS (SELECT 1 FROM day_close WHERE through_day >= ?1)")?;
    Ok(select.query_row([day.to_string()], |row| row.get::<_, i64>(0))? == 1)
}

/// The earliest work day with a ticket.
pub fn first_ticket_day(db: &Connection) -> Stored<Option<NaiveDate>> {
    let mut select = db.prepare_cached("SELECT MIN(work_day) FROM ticket")?;
    let text: Option<String> = select.query_row([], |row| row.get(0))?;
    Ok(text.and_then(|text| text.parse().ok()))
}

/// Closes a stretch and freezes each employee's day sums, taken from the tickets themselves. What is still held counts
/// from now on: a call whose end never came takes nobody's work away.
pub fn close(db: &Connection, facts: &mut FactWriter<'_>, stretch: ClosedStretch) -> Stored<i64> {
    for held in super::holds::held_on(db, stretch.from, stretch.through)? {
        super::holds::release(db, facts, &held, "day-closed")?;
    }
    let sums = sums_from_tickets(db, stretch.from, stretch.through)?;
    for sum in &sums {
        facts.insert(
            "closed_sum",
            &["person_id", "department_id", "day"],
            vec![
                ("person_id", Sql::Integer(sum.person)),
                ("department_id", Sql::Integer(sum.department)),
                ("day", Sql::Text(sum.day.to_string())),
                ("kpi_cmin", Sql::Integer(sum.kpi.0)),
                ("measured_cmin", Sql::Integer(sum.measured.0)),
                ("tickets", Sql::Integer(sum.tickets)),
            ],
        )?;
    }
    super::indicators::freeze(db, facts, stretch.from, stretch.through)?;
    let id = facts.next_id("day_close", "close_id")?;
    facts.insert(
        "day_close",
        &["close_id"],
        vec![
            ("close_id", Sql::Integer(id)),
            ("from_day", Sql::Text(stretch.from.to_string())),
            ("through_day", Sql::Text(stretch.through.to_string())),
        ],
    )?;
    Ok(i64::try_from(sums.len()).unwrap_or(i64::MAX))
}

/// Day sums recomputed from the newest version of each ticket written before its day closed.
pub fn sums_from_tickets(db: &Connection, from: NaiveDate, through: NaiveDate) -> Stored<Vec<DaySum>> {
    let mut select = db.prepare_cached(
        "SELECT t.person_id, t.department_id, t.work_day AS day, SUM(v.kpi_cmin), SUM(v.measured_cmin), SUM(1 - v.cancelled)
         FROM ticket t JOIN ticket_version v ON v.ticket_id = t.ticket_id AND v.version = (
             SELECT MAX(n.version) FROM ticket_version n WHERE n.ticket_id = t.ticket_id AND n.after_close = 0)
         WHERE t.work_day BETWEEN ?1 AND ?2
         GROUP BY t.person_id, t.department_id, t.work_day ORDER BY t.work_day, t.person_id, t.department_id",
    )?;
    let rows = select.query_map(params![from.to_string(), through.to_string()], |row| {
        Ok(DaySum {
            person: row.get(0)?,
            department: row.get(1)?,
            day: day_column(row, "day")?,
            kpi: CentiMinutes(row.get(3)?),
            measured: CentiMinutes(row.get(4)?),
            lines: CentiMinutes::ZERO,
            tickets: row.get(5)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The last work day before another on which anybody logged work.
pub fn last_worked_before(db: &Connection, day: NaiveDate) -> Stored<Option<NaiveDate>> {
    let mut select = db.prepare_cached("SELECT MAX(day) FROM day_sum WHERE day < ?1")?;
    let text: Option<String> = select.query_row([day.to_string()], |row| row.get(0))?;
    Ok(text.and_then(|text| text.parse().ok()))
}

/// Day sums of a stretch.
pub(super) const DAY_SUMS: &str =
    "SELECT person_id, department_id, day, kpi_cmin, measured_cmin, line_cmin, tickets FROM day_sum
         WHERE day BETWEEN ?1 AND ?2 AND (?3 IS NULL OR person_id = ?3) ORDER BY person_id, department_id, day";

/// The day sums of a stretch, by employee and day: what dashboards read.
pub fn day_sums(db: &Connection, from: NaiveDate, through: NaiveDate, person: Option<i64>) -> Stored<Vec<DaySum>> {
    let mut select = db.prepare_cached(DAY_SUMS)?;
    let rows = select.query_map(params![from.to_string(), through.to_string(), person], |row| {
        Ok(DaySum {
            person: row.get(0)?,
            department: row.get(1)?,
            day: day_column(row, "day")?,
            kpi: CentiMinutes(row.get(3)?),
            measured: CentiMinutes(row.get(4)?),
            lines: CentiMinutes(row.get(5)?),
            tickets: row.get(6)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
