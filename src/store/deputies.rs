//! Who stands in for a supervisor.

use chrono::NaiveDate;
use rusqlite::types::Value as Sql;
use rusqlite::{Connection, OptionalExtension, Row, params};
use uuid::Uuid;

use super::facts::FactWriter;
use super::{Stored, day_column, parse_column};

/// A deputy for given work days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeputyRow {
    /// The store's key.
    pub id: i64,
    /// The naming's id.
    pub uuid: Uuid,
    /// The department's key.
    pub department: i64,
    /// Who stands in.
    pub person: i64,
    /// Whom for.
    pub supervisor: i64,
    /// The first work day.
    pub from: NaiveDate,
    /// The last work day.
    pub to: NaiveDate,
    /// Who named the deputy.
    pub named_by: i64,
    /// When it was ended before its last day, Unix ms.
    pub ended_at: Option<i64>,
}

impl DeputyRow {
    /// Whether the deputy acts on a work day.
    #[must_use]
    pub fn acts_on(&self, day: NaiveDate) -> bool {
        self.ended_at.is_none() && self.from <= day && day <= self.to
    }
}

/// Writes a deputy.
pub fn add(facts: &mut FactWriter<'_>, deputy: &DeputyRow) -> Stored<()> {
    let id = facts.next_id("deputy", "deputy_id")?;
    facts.insert(
        "deputy",
        &["deputy_id"],
        vec![
            ("deputy_id", Sql::Integer(id)),
            ("uuid", Sql::Text(deputy.uuid.to_string())),
            ("department_id", Sql::Integer(deputy.department)),
            ("person_id", Sql::Integer(deputy.person)),
            ("supervisor_id", Sql::Integer(deputy.supervisor)),
            ("from_day", Sql::Text(deputy.from.to_string())),
            ("to_day", Sql::Text(deputy.to.to_string())),
            ("named_by", Sql::Integer(deputy.named_by)),
        ],
    )
}

/// Writes that a deputy's time is over.
pub fn end(facts: &mut FactWriter<'_>, deputy: i64, person: i64) -> Stored<()> {
    facts.insert(
        "deputy_end",
        &["deputy_id"],
        vec![("deputy_id", Sql::Integer(deputy)), ("person_id", Sql::Integer(person))],
    )
}

const DEPUTY: &str =
    "SELECT d.*, CASE WHEN e.deputy_id IS NULL THEN NULL ELSE COALESCE(a.recorded_at, 0) END AS ended_at
    FROM deputy d LEFT JOIN deputy_end e ON e.deputy_id = d.deputy_id LEFT JOIN audit a ON a.seq = e.seq";

fn deputy_row(row: &Row<'_>) -> rusqlite::Result<DeputyRow> {
    let uuid: String = row.get("uuid")?;
    Ok(DeputyRow {
        id: row.get("deputy_id")?,
        uuid: parse_column(&uuid, "deputy.uuid", |text| text.parse().ok())?,
        department: row.get("department_id")?,
        person: row.get("person_id")?,
        supervisor: row.get("supervisor_id")?,
        from: day_column(row, "from_day")?,
        to: day_column(row, "to_day")?,
        named_by: row.get("named_by")?,
        ended_at: row.get("ended_at")?,
    })
}

/// The deputy of an id.
pub fn deputy(db: &Connection, uuid: Uuid) -> Stored<Option<DeputyRow>> {
    let mut select = db.prepare_cached(&format!("{DEPUTY} WHERE d.uuid = ?1"))?;
    Ok(select.query_row([uuid.to_string()], deputy_row).optional()?)
}

/// Every deputy, newest first.
pub fn deputies(db: &Connection) -> Stored<Vec<DeputyRow>> {
    let mut select = db.prepare_cached(&format!("{DEPUTY} ORDER BY d.deputy_id DESC"))?;
    Ok(select.query_map([], deputy_row)?.collect::<Result<_, _>>()?)
}

/// Whether a person acts as a deputy in a department on a work day.
pub fn acts(db: &Connection, person: i64, department: i64, day: NaiveDate) -> Stored<bool> {
    let mut select = db.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM deputy d WHERE d.person_id = ?1 AND d.department_id = ?2
             AND ?3 BETWEEN d.from_day AND d.to_day
             AND NOT EXISTS (SELECT 1 FROM deputy_end e WHERE e.deputy_id = d.deputy_id))",
    )?;
    Ok(select.query_row(params![person, department, day.to_string()], |row| row.get::<_, i64>(0))? == 1)
}
