//! Held tickets: saved while their call was known to be running, in no sum until the hold ends.
//!
//! Invariant: no hold outlives the close of its ticket's day.

use chrono::NaiveDate;
use rusqlite::types::Value as Sql;
use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;

use super::facts::FactWriter;
use super::tickets::{self, TicketRow};
use super::{Stored, parse_column};
use crate::domain::client::ClientKey;
use crate::domain::merge::LOST_MS;

/// The running call that would hold a ticket of a person and client saved now: the latest that began.
pub fn running_call(db: &Connection, person: i64, client: &ClientKey, now: i64) -> Stored<Option<(i64, Uuid)>> {
    let mut select = db.prepare_cached(
        "SELECT c.call_id, r.uuid FROM call_desk c JOIN call_record r ON r.call_id = c.call_id
         WHERE c.person_id = ?1 AND c.client_key = ?2 AND c.ended_at IS NULL AND c.state <> 'dismissed'
             AND c.started_at BETWEEN ?3 AND ?4 ORDER BY c.started_at DESC, c.call_id DESC LIMIT 1",
    )?;
    let row = select.query_row(params![person, client.as_str(), now - LOST_MS, now], |row| {
        let uuid: String = row.get(1)?;
        Ok((row.get(0)?, parse_column(&uuid, "call_record.uuid", |text| text.parse().ok())?))
    });
    Ok(row.optional()?)
}

/// Holds a ticket for a call; before its first version is written.
pub fn hold(facts: &mut FactWriter<'_>, ticket: i64, call: i64) -> Stored<()> {
    let fields = vec![("ticket_id", Sql::Integer(ticket)), ("call_id", Sql::Integer(call))];
    facts.insert("ticket_hold", &["ticket_id"], fields)
}

/// Whether a ticket is held.
pub fn is_held(db: &Connection, ticket: i64) -> Stored<bool> {
    let mut select = db.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM ticket_hold h WHERE h.ticket_id = ?1
             AND NOT EXISTS (SELECT 1 FROM hold_end e WHERE e.ticket_id = h.ticket_id))",
    )?;
    Ok(select.query_row([ticket], |row| row.get::<_, i64>(0))? == 1)
}

/// The tickets a call holds.
pub fn held_by(db: &Connection, call: i64) -> Stored<Vec<TicketRow>> {
    open_holds(db, "h.call_id = ?1", params![call])
}

/// The tickets that are held on a stretch of work days.
pub fn held_on(db: &Connection, from: NaiveDate, through: NaiveDate) -> Stored<Vec<TicketRow>> {
    open_holds(
        db,
        "h.ticket_id IN (SELECT f.ticket_id FROM ticket_find f WHERE f.held = 1)
             AND EXISTS (SELECT 1 FROM ticket t WHERE t.ticket_id = h.ticket_id AND t.work_day BETWEEN ?1 AND ?2)",
        params![from.to_string(), through.to_string()],
    )
}

fn open_holds(db: &Connection, which: &str, given: &[&dyn rusqlite::ToSql]) -> Stored<Vec<TicketRow>> {
    let mut select = db.prepare_cached(&format!(
        "SELECT h.ticket_id FROM ticket_hold h WHERE {which}
             AND NOT EXISTS (SELECT 1 FROM hold_end e WHERE e.ticket_id = h.ticket_id) ORDER BY h.ticket_id"
    ))?;
    let ids: Vec<i64> = select.query_map(given, |row| row.get(0))?.collect::<Result<_, _>>()?;
    let rows = ids.into_iter().filter_map(|id| tickets::ticket_by_id(db, id).transpose());
    rows.collect()
}

/// Ends a hold: the ticket counts from now on. `cause` is `call-ended` or `day-closed`.
pub fn release(db: &Connection, facts: &mut FactWriter<'_>, ticket: &TicketRow, cause: &str) -> Stored<()> {
    let fields = vec![("ticket_id", Sql::Integer(ticket.id)), ("cause", Sql::Text(cause.to_owned()))];
    facts.insert("hold_end", &["ticket_id"], fields)?;
    tickets::count_held(db, ticket)?;
    db.prepare_cached("UPDATE ticket_find SET held = 0 WHERE ticket_id = ?1")?.execute([ticket.id])?;
    Ok(())
}

/// What is known of a ticket's hold: the call, when it began, and how it ended and when (Unix ms).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HoldRow {
    /// The call's id.
    pub call: Uuid,
    /// When the ticket was held.
    pub held_at: i64,
    /// Why it counts, and since when.
    pub ended: Option<(String, i64)>,
}

/// A ticket's hold, where there was one.
pub fn hold_of(db: &Connection, ticket: i64) -> Stored<Option<HoldRow>> {
    let mut select = db.prepare_cached(
        "SELECT r.uuid, a.recorded_at, e.cause, b.recorded_at FROM ticket_hold h
         JOIN call_record r ON r.call_id = h.call_id JOIN audit a ON a.seq = h.seq
         LEFT JOIN hold_end e ON e.ticket_id = h.ticket_id LEFT JOIN audit b ON b.seq = e.seq WHERE h.ticket_id = ?1",
    )?;
    let row = select.query_row([ticket], |row| {
        let uuid: String = row.get(0)?;
        let cause: Option<String> = row.get(2)?;
        Ok(HoldRow {
            call: parse_column(&uuid, "call_record.uuid", |text| text.parse().ok())?,
            held_at: row.get(1)?,
            ended: cause.zip(row.get(3)?),
        })
    });
    Ok(row.optional()?)
}
