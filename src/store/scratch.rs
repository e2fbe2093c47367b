//! Scratch: drafts and a running stopwatch. Never pays, never permits, is not in the audit chain.

use rusqlite::{Connection, params};

use super::Stored;

/// Saves a scratch text of a person, replacing the one in the same slot.
pub fn save(db: &Connection, person: i64, kind: &str, slot: &str, body: &str, at: i64) -> Stored<()> {
    db.prepare_cached(
        "INSERT INTO scratch (person_id, kind, slot, body, saved_at) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (person_id, kind, slot) DO UPDATE SET body = ?4, saved_at = ?5",
    )?
    .execute(params![person, kind, slot, body, at])?;
    Ok(())
}

/// Forgets a scratch text.
pub fn forget(db: &Connection, person: i64, kind: &str, slot: &str) -> Stored<()> {
    db.prepare_cached("DELETE FROM scratch WHERE person_id = ?1 AND kind = ?2 AND slot = ?3")?
        .execute(params![person, kind, slot])?;
    Ok(())
}

/// A person's scratch texts of a kind: (slot, body), by slot.
pub fn all(db: &Connection, person: i64, kind: &str) -> Stored<Vec<(String, String)>> {
    let mut select =
        db.prepare_cached("SELECT slot, body FROM scratch WHERE person_id = ?1 AND kind = ?2 ORDER BY slot")?;
    let rows = select.query_map(params![person, kind], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
