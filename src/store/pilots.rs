//! Terms and pilots of norm sets, and the day sums that a replay reads.

use chrono::NaiveDate;
use rusqlite::types::Value as Sql;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::facts::FactWriter;
use super::{Stored, day_column};
use crate::domain::allowance::Convention;
use crate::domain::units::{BasisPoints, CentiMinutes};

/// A pilot of a set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PilotRow {
    /// The store's key.
    pub id: i64,
    /// The set's key.
    pub set: i64,
    /// The first work day.
    pub from: NaiveDate,
    /// The last work day.
    pub to: NaiveDate,
}

/// What a person logged of an action on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ActionSum {
    /// The person's key.
    pub person: i64,
    /// The work day.
    pub day: NaiveDate,
    /// The action's key.
    pub action: i64,
    /// How often.
    pub quantity: i64,
    /// What it counted.
    pub kpi: CentiMinutes,
}

/// What a person's day counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CountedDay {
    /// The person's key.
    pub person: i64,
    /// The work day.
    pub day: NaiveDate,
    /// Σ weights.
    pub kpi: CentiMinutes,
    /// Correction lines dated to the day.
    pub lines: CentiMinutes,
    /// Tickets.
    pub tickets: i64,
}

/// Writes new terms of a set.
pub fn add_terms(
    facts: &mut FactWriter<'_>,
    set: i64,
    version: i64,
    name: &str,
    allowance: BasisPoints,
    convention: Convention,
) -> Stored<()> {
    facts.insert(
        "set_terms",
        &["set_id", "version"],
        vec![
            ("set_id", Sql::Integer(set)),
            ("version", Sql::Integer(version)),
            ("name", Sql::Text(name.to_owned())),
            ("allowance_bp", Sql::Integer(allowance.0)),
            ("convention", Sql::Text(convention.as_str().to_owned())),
        ],
    )
}

/// Writes a pilot.
pub fn add_pilot(facts: &mut FactWriter<'_>, set: i64, from: NaiveDate, to: NaiveDate, person: i64) -> Stored<i64> {
    let id = facts.next_id("set_pilot", "pilot_id")?;
    facts.insert(
        "set_pilot",
        &["pilot_id"],
        vec![
            ("pilot_id", Sql::Integer(id)),
            ("set_id", Sql::Integer(set)),
            ("from_day", Sql::Text(from.to_string())),
            ("to_day", Sql::Text(to.to_string())),
            ("person_id", Sql::Integer(person)),
        ],
    )?;
    Ok(id)
}

/// Writes that a set was taken back.
pub fn add_withdrawal(facts: &mut FactWriter<'_>, set: i64, person: i64, reason: &str) -> Stored<()> {
    let id = facts.next_id("set_withdrawal", "withdrawal_id")?;
    facts.insert(
        "set_withdrawal",
        &["withdrawal_id"],
        vec![
            ("withdrawal_id", Sql::Integer(id)),
            ("set_id", Sql::Integer(set)),
            ("person_id", Sql::Integer(person)),
            ("reason", Sql::Text(reason.to_owned())),
        ],
    )
}

fn pilot_row(row: &Row<'_>) -> rusqlite::Result<PilotRow> {
    Ok(PilotRow {
        id: row.get("pilot_id")?,
        set: row.get("set_id")?,
        from: day_column(row, "from_day")?,
        to: day_column(row, "to_day")?,
    })
}

/// The pilot that stands for what a set holds: the newest, unless the set was withdrawn from it or changed since.
pub fn standing(db: &Connection, set: i64) -> Stored<Option<PilotRow>> {
    let mut select = db.prepare_cached(
        "SELECT p.pilot_id, p.set_id, p.from_day, p.to_day FROM set_pilot p
         WHERE p.set_id = ?1 AND p.pilot_id = (SELECT MAX(n.pilot_id) FROM set_pilot n WHERE n.set_id = ?1)
             AND NOT EXISTS (SELECT 1 FROM norm_line l WHERE l.set_id = ?1 AND l.seq > p.seq)
             AND NOT EXISTS (SELECT 1 FROM set_terms t WHERE t.set_id = ?1 AND t.seq > p.seq)
             AND COALESCE((SELECT s.state FROM set_step s WHERE s.set_id = ?1 AND s.seq > p.seq ORDER BY s.seq LIMIT 1), '')
                 <> 'withdrawn'",
    )?;
    Ok(select.query_row([set], pilot_row).optional()?)
}

/// Pilots that go on or wait for the director, of other sets of a department, with a day in a period.
pub fn overlapping(
    db: &Connection,
    department: i64,
    set: i64,
    from: NaiveDate,
    to: NaiveDate,
) -> Stored<Option<PilotRow>> {
    let mut select = db.prepare_cached(
        "SELECT p.pilot_id, p.set_id, p.from_day, p.to_day FROM set_pilot p JOIN norm_set s ON s.set_id = p.set_id
         WHERE s.department_id = ?1 AND p.set_id <> ?2 AND p.from_day <= ?4 AND p.to_day >= ?3
             AND NOT EXISTS (SELECT 1 FROM norm_order o WHERE o.set_id = p.set_id)
             AND (SELECT t.state FROM set_step t WHERE t.set_id = p.set_id ORDER BY t.seq DESC LIMIT 1) IN ('pilot', 'submitted')
             AND NOT EXISTS (SELECT 1 FROM set_step t WHERE t.set_id = p.set_id AND t.seq > p.seq AND t.state = 'withdrawn')
         ORDER BY p.pilot_id LIMIT 1",
    )?;
    Ok(select.query_row(params![department, set, from.to_string(), to.to_string()], pilot_row).optional()?)
}

/// Whether a set of the department is under pilot on a work day.
pub fn any_on(db: &Connection, department: i64, day: NaiveDate) -> Stored<bool> {
    Ok(overlapping(db, department, 0, day, day)?.is_some())
}

/// Closed days with a department's work in them, of a period.
pub fn closed_days(db: &Connection, department: i64, from: NaiveDate, to: NaiveDate) -> Stored<i64> {
    let mut select = db.prepare_cached(
        "SELECT COUNT(DISTINCT day) FROM closed_sum WHERE department_id = ?1 AND day BETWEEN ?2 AND ?3 AND tickets > 0",
    )?;
    Ok(select.query_row(params![department, from.to_string(), to.to_string()], |row| row.get(0))?)
}

/// The newest closed day with a department's work in it; before a day, where one is given.
pub fn last_closed(db: &Connection, department: i64, before: Option<NaiveDate>) -> Stored<Option<NaiveDate>> {
    let mut select = db.prepare_cached(
        "SELECT MAX(day) FROM closed_sum WHERE department_id = ?1 AND (?2 IS NULL OR day < ?2) AND tickets > 0",
    )?;
    let day: Option<String> =
        select.query_row(params![department, before.map(|day| day.to_string())], |row| row.get(0))?;
    Ok(day.and_then(|day| day.parse().ok()))
}

/// What was logged of each action on each day of a period: of a department, or of one of its people.
pub const ACTION_SUMS: &str = "SELECT person_id, day, action_id, SUM(quantity) AS quantity, SUM(kpi_cmin) AS kpi_cmin
    FROM day_action_sum WHERE department_id = ?1 AND day BETWEEN ?2 AND ?3 AND (?4 IS NULL OR person_id = ?4)
    GROUP BY person_id, day, action_id HAVING SUM(quantity) <> 0 OR SUM(kpi_cmin) <> 0
    ORDER BY person_id, day, action_id";

/// What each person-day of a period counted: of a department, or of one of its people.
pub const COUNTED_DAYS: &str = "SELECT person_id, day, kpi_cmin, line_cmin, tickets FROM day_sum
    WHERE department_id = ?1 AND day BETWEEN ?2 AND ?3 AND (?4 IS NULL OR person_id = ?4) ORDER BY person_id, day";

/// The sums of [`ACTION_SUMS`].
pub fn action_sums(
    db: &Connection,
    department: i64,
    from: NaiveDate,
    to: NaiveDate,
    person: Option<i64>,
) -> Stored<Vec<ActionSum>> {
    let mut select = db.prepare_cached(ACTION_SUMS)?;
    let rows = select.query_map(params![department, from.to_string(), to.to_string(), person], |row| {
        Ok(ActionSum {
            person: row.get(0)?,
            day: day_column(row, "day")?,
            action: row.get(2)?,
            quantity: row.get(3)?,
            kpi: CentiMinutes(row.get(4)?),
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The days of [`COUNTED_DAYS`].
pub fn counted_days(
    db: &Connection,
    department: i64,
    from: NaiveDate,
    to: NaiveDate,
    person: Option<i64>,
) -> Stored<Vec<CountedDay>> {
    let mut select = db.prepare_cached(COUNTED_DAYS)?;
    let rows = select.query_map(params![department, from.to_string(), to.to_string(), person], |row| {
        Ok(CountedDay {
            person: row.get(0)?,
            day: day_column(row, "day")?,
            kpi: CentiMinutes(row.get(2)?),
            lines: CentiMinutes(row.get(3)?),
            tickets: row.get(4)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
