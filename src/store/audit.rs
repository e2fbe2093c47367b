//! The audit chain: one entry a command, linked by hash, with its stored head.
//!
//! hash = SHA-256(previous ‖ entry). An entry names who, when, the act, the request's digest, the
//! outcome's digest and the hash of every fact it wrote; it is also the receipt from which a repeated
//! command gets its first answer.

use rusqlite::{Connection, OptionalExtension, params};
use serde_json::json;

use super::facts::WrittenFact;
use super::{StoreError, Stored};
use crate::domain::canonical;

/// What the first entry has as its previous hash.
pub const GENESIS: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// An entry as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its place in the chain, from 1.
    pub seq: i64,
    /// When it was recorded, Unix ms.
    pub recorded_at: i64,
    /// Whether the command carried its own time (rehearsal floors only).
    pub at_given: bool,
    /// The person's code.
    pub person: String,
    /// The command's name.
    pub act: String,
    /// The command's id.
    pub command: String,
    /// The request's digest, salted with the command's id.
    pub request: String,
    /// The outcome as JSON: the receipt.
    pub outcome: String,
    /// What it wrote, as JSON: `[[table, key, hash], …]`.
    pub facts: String,
    /// The previous entry's hash.
    pub previous: String,
    /// This entry's hash.
    pub hash: String,
}

impl Entry {
    /// The hash this entry should have.
    #[must_use]
    pub fn computed_hash(&self) -> String {
        let form = json!({
            "form": 1,
            "seq": self.seq,
            "recorded_at": self.recorded_at,
            "at_given": i64::from(self.at_given),
            "person": self.person,
            "act": self.act,
            "command": self.command,
            "request": self.request,
            "outcome": canonical::sha256(&self.outcome),
            "facts": canonical::sha256(&self.facts),
        });
        canonical::sha256(&format!("{}{}", self.previous, canonical::text(&form)))
    }
}

/// The facts of an entry as the JSON it stores.
#[must_use]
pub fn facts_text(facts: &[WrittenFact]) -> String {
    let mut text = String::with_capacity(facts.len() * 112 + 2);
    for (place, fact) in facts.iter().enumerate() {
        text.push_str(if place == 0 { "[[" } else { ",[" });
        canonical::quote(&fact.table, &mut text);
        text.push(',');
        canonical::quote(&fact.key, &mut text);
        text.push(',');
        canonical::quote(&fact.hash, &mut text);
        text.push(']');
    }
    text.push_str(if facts.is_empty() { "[]" } else { "]" });
    text
}

/// The facts an entry names.
pub fn facts_of(entry: &Entry) -> Stored<Vec<WrittenFact>> {
    let rows: Vec<(String, String, String)> = serde_json::from_str(&entry.facts)
        .map_err(|_| StoreError::Broken(format!("audit entry {} names its facts illegibly", entry.seq)))?;
    Ok(rows.into_iter().map(|(table, key, hash)| WrittenFact { table, key, hash }).collect())
}

/// The newest entry's place and hash; (0, genesis) in an empty file.
pub fn head(db: &Connection) -> Stored<(i64, String)> {
    let mut select = db.prepare_cached("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1")?;
    let row = select.query_row([], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
    Ok(row.unwrap_or((0, GENESIS.to_owned())))
}

/// When the newest entry was recorded. On a rehearsal floor only entries that carried their own time
/// hold the clock back, so that a floor made today can live through any past month.
pub fn last_recorded(db: &Connection, rehearsal: bool) -> Stored<Option<i64>> {
    let mut select = db.prepare_cached("SELECT MAX(recorded_at) FROM audit WHERE at_given = ?1")?;
    Ok(select.query_row([i64::from(rehearsal)], |row| row.get(0))?)
}

/// When the first entry was recorded, or the earliest one a rehearsal carried in.
pub fn first_recorded(db: &Connection) -> Stored<Option<i64>> {
    let mut select = db.prepare_cached("SELECT MIN(recorded_at) FROM audit WHERE at_given = ?1")?;
    let clock: Option<i64> = select.query_row([0], |row| row.get(0))?;
    let given: Option<i64> = select.query_row([1], |row| row.get(0))?;
    Ok(clock.into_iter().chain(given).min())
}

/// The entry a person's command already has: (request digest, outcome, seq).
pub fn receipt(db: &Connection, person: &str, command: &str) -> Stored<Option<(String, String, i64)>> {
    let mut select = db.prepare_cached("SELECT request, outcome, seq FROM audit WHERE person = ?1 AND command = ?2")?;
    Ok(select.query_row([person, command], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).optional()?)
}

/// Appends an entry and moves the head. The entry's `previous` and `hash` are computed here.
pub fn append(db: &Connection, mut entry: Entry) -> Stored<Entry> {
    let (last, previous) = head(db)?;
    if entry.seq != last + 1 {
        return Err(StoreError::Broken(format!("audit entry {} cannot follow {last}", entry.seq)));
    }
    entry.previous = previous;
    entry.hash = entry.computed_hash();
    db.prepare_cached(
        "INSERT INTO audit (seq, recorded_at, at_given, person, act, command, request, outcome, facts, previous, hash)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
    )?
    .execute(params![
        entry.seq,
        entry.recorded_at,
        i64::from(entry.at_given),
        entry.person,
        entry.act,
        entry.command,
        entry.request,
        entry.outcome,
        entry.facts,
        entry.previous,
        entry.hash
    ])?;
    db.prepare_cached("INSERT INTO head (head_id, seq, hash) VALUES (1, ?1, ?2) ON CONFLICT (head_id) DO UPDATE SET seq = ?1, hash = ?2")?
        .execute(params![entry.seq, entry.hash])?;
    Ok(entry)
}

/// Entries from a place on, at most `limit`, in order.
pub fn page(db: &Connection, from_seq: i64, limit: i64) -> Stored<Vec<Entry>> {
    let mut select = db.prepare_cached(
        "SELECT seq, recorded_at, at_given, person, act, command, request, outcome, facts, previous, hash
         FROM audit WHERE seq >= ?1 ORDER BY seq LIMIT ?2",
    )?;
    let rows = select.query_map([from_seq, limit], entry_row)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// What entries are sought by.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sought {
    /// Only below this place.
    pub before: Option<i64>,
    /// Only this person's, by code.
    pub person: Option<String>,
    /// Only acts of this name; where it ends in a point, of all names that begin with it.
    pub act: Option<String>,
    /// Only recorded from this moment on, Unix ms.
    pub from: Option<i64>,
    /// Only recorded before this moment, Unix ms.
    pub to: Option<i64>,
}

/// The newest entries that are sought, at most `limit`, the newest first.
pub fn newest(db: &Connection, sought: &Sought, limit: i64) -> Stored<Vec<Entry>> {
    let mut select = db.prepare_cached(
        "SELECT seq, recorded_at, at_given, person, act, command, request, outcome, facts, previous, hash
         FROM audit
         WHERE seq < ?1 AND (?2 IS NULL OR person = ?2) AND (?3 IS NULL OR act = ?3)
             AND (?4 IS NULL OR substr(act, 1, length(?4)) = ?4)
             AND (?5 IS NULL OR recorded_at >= ?5) AND (?6 IS NULL OR recorded_at < ?6)
         ORDER BY seq DESC LIMIT ?7",
    )?;
    let (whole, begun) = match &sought.act {
        Some(act) if act.ends_with('.') => (None, Some(act)),
        Some(act) => (Some(act), None),
        None => (None, None),
    };
    let rows = select.query_map(
        params![sought.before.unwrap_or(i64::MAX), sought.person, whole, begun, sought.from, sought.to, limit],
        entry_row,
    )?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The entry at a place.
pub fn entry(db: &Connection, seq: i64) -> Stored<Option<Entry>> {
    let mut select = db.prepare_cached(
        "SELECT seq, recorded_at, at_given, person, act, command, request, outcome, facts, previous, hash
         FROM audit WHERE seq = ?1",
    )?;
    Ok(select.query_row([seq], entry_row).optional()?)
}

fn entry_row(row: &rusqlite::Row<'_>) -> rusqlite::Result<Entry> {
    Ok(Entry {
        seq: row.get(0)?,
        recorded_at: row.get(1)?,
        at_given: row.get::<_, i64>(2)? == 1,
        person: text(row, 3)?,
        act: text(row, 4)?,
        command: text(row, 5)?,
        request: text(row, 6)?,
        outcome: text(row, 7)?,
        facts: text(row, 8)?,
        previous: text(row, 9)?,
        hash: text(row, 10)?,
    })
}

/// The columns that the journal tells of a fact: whom and what it is about, never money, what people wrote, or a verifier.
const TOLD: &[&str] = &[
    "code",
    "name",
    "name_ru",
    "number",
    "person_id",
    "operator_id",
    "observer_id",
    "coverer_id",
    "absent_id",
    "department_id",
    "action_id",
    "version",
    "role",
    "login",
    "position",
    "rate_bp",
    "one_time",
    "day",
    "from_day",
    "to_day",
    "effective_day",
    "month",
    "year",
    "state",
    "kind",
    "value",
];

/// The tables of which who keeps accounts is told: people, the catalogue, calendars and schedules. Tickets, absences, what people
/// object to and the like are told only to who may read them.
const OPEN: &[&str] = &[
    "floor",
    "setting",
    "department",
    "person",
    "person_version",
    "person_role",
    "credential",
    "person_terms",
    "action",
    "action_version",
    "action_element",
    "action_channel",
    "action_boost",
    "action_amount",
    "calendar",
    "schedule",
    "individual_day",
];

/// What the journal tells of a fact: (column, value) in the order of the table. Nothing of a fact that is not there, and without
/// `everything` only of those that who keeps accounts may read anyway.
pub fn told(db: &Connection, fact: &WrittenFact, everything: bool) -> Stored<Vec<(String, String)>> {
    let known = if everything { super::schema::FACTS } else { OPEN };
    if !known.contains(&fact.table.as_str()) {
        return Ok(Vec::new());
    }
    let keys = super::schema::primary_key(db, &fact.table)?;
    let parts: Vec<&str> = if keys.len() == 1 { vec![&fact.key] } else { fact.key.split('/').collect() };
    if parts.len() != keys.len() {
        return Ok(Vec::new());
    }
    let wanted: Vec<String> =
        keys.iter().enumerate().map(|(place, column)| format!("{column} = ?{}", place + 1)).collect();
    let mut select = db.prepare_cached(&format!("SELECT * FROM {} WHERE {}", fact.table, wanted.join(" AND ")))?;
    let columns: Vec<String> = select.column_names().map(str::to_owned).collect();
    let mut rows = select.query(rusqlite::params_from_iter(parts))?;
    let Some(row) = rows.next()? else { return Ok(Vec::new()) };
    let mut told = Vec::new();
    for (place, column) in columns.into_iter().enumerate().filter(|(_, column)| TOLD.contains(&column.as_str())) {
        match row.get_ref(place)? {
            rusqlite::types::ValueRef::Integer(number) => told.push((column, number.to_string())),
            rusqlite::types::ValueRef::Text(bytes) => told.push((column, String::from_utf8_lossy(bytes).into_owned())),
            _ => {}
        }
    }
    Ok(told)
}

/// A text as it stands, even where it was made illegible: then it does not fit its hash, which verify names.
fn text(row: &rusqlite::Row<'_>, place: usize) -> rusqlite::Result<String> {
    match row.get_ref(place)? {
        rusqlite::types::ValueRef::Text(bytes) => Ok(String::from_utf8_lossy(bytes).into_owned()),
        _ => row.get(place),
    }
}

/// The hash of the entry at a place.
pub fn hash_at(db: &Connection, seq: i64) -> Stored<Option<String>> {
    Ok(db.prepare_cached("SELECT hash FROM audit WHERE seq = ?1")?.query_row([seq], |row| row.get(0)).optional()?)
}

/// Whether some entry has this hash.
pub fn holds(db: &Connection, hash: &str) -> Stored<bool> {
    let mut select = db.prepare_cached("SELECT EXISTS (SELECT 1 FROM audit WHERE hash = ?1)")?;
    Ok(select.query_row([hash.trim().to_lowercase()], |row| row.get::<_, i64>(0))? == 1)
}
