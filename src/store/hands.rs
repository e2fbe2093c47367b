//! What people said about a ticket's calls: attached by hand, taken out.

use rusqlite::Connection;
use uuid::Uuid;

use super::{Stored, parse_column};

/// A word about a call and a ticket.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandRow {
    /// The call.
    pub call: Uuid,
    /// Attached, or taken out.
    pub attach: bool,
    /// Who said so.
    pub person: i64,
    /// When, Unix ms.
    pub at: i64,
}

/// What was said about a ticket's calls, oldest first.
pub fn of_ticket(db: &Connection, ticket: i64) -> Stored<Vec<HandRow>> {
    let mut select = db.prepare_cached(
        "SELECT r.uuid, h.hand, h.person_id, a.recorded_at FROM merge_hand h
         JOIN call_record r ON r.call_id = h.call_id JOIN audit a ON a.seq = h.seq
         WHERE h.ticket_id = ?1 ORDER BY h.seq",
    )?;
    let rows = select.query_map([ticket], |row| {
        let uuid: String = row.get(0)?;
        Ok(HandRow {
            call: parse_column(&uuid, "call_record.uuid", |text| text.parse().ok())?,
            attach: row.get::<_, String>(1)? == "attach",
            person: row.get(2)?,
            at: row.get(3)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
