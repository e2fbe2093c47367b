//! Who may see the money of a department, by the director's leave.

use chrono::NaiveDate;
use rusqlite::Connection;
use rusqlite::types::Value as Sql;
use uuid::Uuid;

use super::facts::FactWriter;
use super::{Stored, day_column, optional_day_column, parse_column};

/// A supervisor's leave to see the money of the department.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GrantRow {
    /// The store's key.
    pub id: i64,
    /// The grant's id.
    pub uuid: Uuid,
    /// The supervisor.
    pub person: i64,
    /// The department.
    pub department: i64,
    /// Who granted it.
    pub granted_by: i64,
    /// From which work day.
    pub granted: NaiveDate,
    /// The day it was ended on.
    pub ended: Option<NaiveDate>,
}

/// Writes a grant.
pub fn add_grant(facts: &mut FactWriter<'_>, grant: &GrantRow) -> Stored<()> {
    let id = facts.next_id("money_grant", "grant_id")?;
    facts.insert(
        "money_grant",
        &["grant_id"],
        vec![
            ("grant_id", Sql::Integer(id)),
            ("uuid", Sql::Text(grant.uuid.to_string())),
            ("person_id", Sql::Integer(grant.person)),
            ("department_id", Sql::Integer(grant.department)),
            ("granted_by", Sql::Integer(grant.granted_by)),
            ("granted_day", Sql::Text(grant.granted.to_string())),
        ],
    )
}

/// Writes a grant's end.
pub fn end_grant(facts: &mut FactWriter<'_>, grant: i64, person: i64, day: NaiveDate) -> Stored<()> {
    facts.insert(
        "money_grant_end",
        &["grant_id"],
        vec![
            ("grant_id", Sql::Integer(grant)),
            ("ended_by", Sql::Integer(person)),
            ("ended_day", Sql::Text(day.to_string())),
        ],
    )
}

/// Every grant, newest first.
pub fn grants(db: &Connection) -> Stored<Vec<GrantRow>> {
    let mut select = db.prepare_cached(
        "SELECT g.grant_id, g.uuid, g.person_id, g.department_id, g.granted_by, g.granted_day, e.ended_day
         FROM money_grant g LEFT JOIN money_grant_end e ON e.grant_id = g.grant_id ORDER BY g.grant_id DESC",
    )?;
    let rows = select.query_map([], |row| {
        let uuid: String = row.get("uuid")?;
        Ok(GrantRow {
            id: row.get("grant_id")?,
            uuid: parse_column(&uuid, "money_grant.uuid", |text| text.parse().ok())?,
            person: row.get("person_id")?,
            department: row.get("department_id")?,
            granted_by: row.get("granted_by")?,
            granted: day_column(row, "granted_day")?,
            ended: optional_day_column(row, "ended_day")?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Whether a grant lets a person see the money of a department.
pub fn may_see_money(db: &Connection, person: i64, department: i64) -> Stored<bool> {
    let mut select = db.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM money_grant g WHERE g.person_id = ?1 AND g.department_id = ?2
             AND NOT EXISTS (SELECT 1 FROM money_grant_end e WHERE e.grant_id = g.grant_id))",
    )?;
    Ok(select.query_row([person, department], |row| row.get::<_, i64>(0))? == 1)
}
