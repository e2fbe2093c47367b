//! Records that wait for somebody to say whose they are, and the names that telephony and CRM know people by.
//!
//! Invariant: a record waits exactly while it has neither an owner nor a dismissal nor an outcome.

use rusqlite::types::Value as Sql;
use rusqlite::{Connection, OptionalExtension, params};

use super::Stored;
use super::facts::FactWriter;

/// A record that waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// `call` or `stage`.
    pub kind: String,
    /// The store's key of the call or move.
    pub id: i64,
    /// When it happened, Unix ms.
    pub at: i64,
    /// The operator it names, folded; empty for none.
    pub operator: String,
}

/// Puts a record into the queue.
pub(super) fn wait(db: &Connection, kind: &str, id: i64, at: i64, operator: &str) -> Stored<()> {
    db.prepare_cached("INSERT INTO waiting (kind, id, at, operator_folded) VALUES (?1, ?2, ?3, ?4)")?
        .execute(params![kind, id, at, operator])?;
    Ok(())
}

/// Takes a record out of the queue.
pub(super) fn leave(db: &Connection, kind: &str, id: i64) -> Stored<()> {
    db.prepare_cached("DELETE FROM waiting WHERE kind = ?1 AND id = ?2")?.execute(params![kind, id])?;
    Ok(())
}

/// A page of the queue, oldest first, from after `(at, kind, id)` on.
pub fn page(db: &Connection, after: Option<&(i64, String, i64)>, limit: i64) -> Stored<Vec<Waiting>> {
    let (at, kind, id) = after.cloned().unwrap_or((i64::MIN, String::new(), 0));
    let mut select = db.prepare_cached(
        "SELECT kind, id, at, operator_folded FROM waiting WHERE (at, kind, id) > (?1, ?2, ?3) ORDER BY at, kind, id LIMIT ?4",
    )?;
    Ok(select.query_map(params![at, kind, id, limit], waiting)?.collect::<Result<_, _>>()?)
}

fn waiting(row: &rusqlite::Row<'_>) -> rusqlite::Result<Waiting> {
    Ok(Waiting { kind: row.get(0)?, id: row.get(1)?, at: row.get(2)?, operator: row.get(3)? })
}

/// How many records wait.
pub fn total(db: &Connection) -> Stored<i64> {
    Ok(db.prepare_cached("SELECT COUNT(*) FROM waiting")?.query_row([], |row| row.get(0))?)
}

/// The names records wait under, with how many, the most first.
pub fn operators(db: &Connection, limit: i64) -> Stored<Vec<(String, i64)>> {
    let mut select = db.prepare_cached(
        "SELECT operator_folded, COUNT(*) FROM waiting WHERE operator_folded <> '' GROUP BY operator_folded
         ORDER BY COUNT(*) DESC, operator_folded LIMIT ?1",
    )?;
    Ok(select.query_map([limit], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?)
}

/// Whether a record waits.
pub fn waits(db: &Connection, kind: &str, id: i64) -> Stored<Option<Waiting>> {
    let mut select =
        db.prepare_cached("SELECT kind, id, at, operator_folded FROM waiting WHERE kind = ?1 AND id = ?2")?;
    Ok(select.query_row(params![kind, id], waiting).optional()?)
}

/// The records that wait under a name, oldest first.
pub fn under(db: &Connection, operator: &str, limit: i64) -> Stored<Vec<Waiting>> {
    let mut select = db.prepare_cached(
        "SELECT kind, id, at, operator_folded FROM waiting WHERE operator_folded = ?1 ORDER BY at, kind, id LIMIT ?2",
    )?;
    Ok(select.query_map(params![operator, limit], waiting)?.collect::<Result<_, _>>()?)
}

/// Says which person a name of telephony or CRM is.
pub fn add_line(facts: &mut FactWriter<'_>, operator: &str, person: i64) -> Stored<()> {
    let id = facts.next_id("operator_line", "line_id")?;
    facts.insert(
        "operator_line",
        &["line_id"],
        vec![
            ("line_id", Sql::Integer(id)),
            ("operator_folded", Sql::Text(operator.to_owned())),
            ("person_id", Sql::Integer(person)),
        ],
    )
}

/// The person a folded name of telephony or CRM is, as was said last.
pub fn person_of_line(db: &Connection, operator: &str) -> Stored<Option<i64>> {
    let mut select = db.prepare_cached(
        "SELECT person_id FROM operator_line WHERE operator_folded = ?1 ORDER BY line_id DESC LIMIT 1",
    )?;
    Ok(select.query_row([operator], |row| row.get(0)).optional()?)
}
