//! Sittings beside operators, and what was recorded in them.

use std::collections::BTreeMap;

use rusqlite::types::Value as Sql;
use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use super::facts::FactWriter;
use super::{Stored, parse_column};
use crate::domain::code::Code;
use crate::domain::instant::Instant;
use crate::domain::study::Pause;
use crate::domain::study::clock_check::Recorded;
use crate::domain::units::Millis;

/// A sitting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SittingRow {
    /// The store's key.
    pub id: i64,
    /// The sitting's id.
    pub uuid: Uuid,
    /// The observed operator's key.
    pub operator: i64,
    /// The observed operator's code.
    pub operator_code: Code,
    /// The observer's key.
    pub observer: i64,
    /// When the observer sat down.
    pub started_at: Instant,
    /// When the observer got up.
    pub ended_at: Instant,
    /// Pauses between observations.
    pub pauses: Vec<Pause>,
}

/// A sitting to be written.
#[derive(Debug, Clone)]
pub struct NewSitting<'a> {
    /// The sitting's id.
    pub uuid: Uuid,
    /// The observed operator's key.
    pub operator: i64,
    /// The observer's key.
    pub observer: i64,
    /// The observer's department.
    pub department: Option<i64>,
    /// When the observer sat down.
    pub started_at: Instant,
    /// When the observer got up.
    pub ended_at: Instant,
    /// Pauses between observations.
    pub pauses: &'a [Pause],
}

/// Writes a sitting.
pub fn add_sitting(facts: &mut FactWriter<'_>, new: &NewSitting<'_>) -> Stored<()> {
    let id = facts.next_id("sitting", "sitting_id")?;
    facts.insert(
        "sitting",
        &["sitting_id"],
        vec![
            ("sitting_id", Sql::Integer(id)),
            ("uuid", Sql::Text(new.uuid.to_string())),
            ("operator_id", Sql::Integer(new.operator)),
            ("observer_id", Sql::Integer(new.observer)),
            ("department_id", Sql::from(new.department)),
            ("started_at", Sql::Integer(new.started_at.millis())),
            ("ended_at", Sql::Integer(new.ended_at.millis())),
        ],
    )?;
    super::studies::add_pauses(facts, "sitting_pause", "sitting_id", id, new.pauses)
}

/// Whether there is a sitting of this id.
pub fn exists(db: &Connection, uuid: Uuid) -> Stored<bool> {
    let mut select = db.prepare_cached("SELECT sitting_id FROM sitting WHERE uuid = ?1")?;
    Ok(select.query_row([uuid.to_string()], |row| row.get::<_, i64>(0)).optional()?.is_some())
}

/// The sittings in which an observation of the study began, in order of time.
pub fn of_study(db: &Connection, study: i64) -> Stored<Vec<SittingRow>> {
    let mut select = db.prepare_cached(
        "SELECT s.sitting_id, s.uuid, s.operator_id, p.code, s.observer_id, s.started_at, s.ended_at
         FROM sitting s JOIN person p ON p.person_id = s.operator_id
         WHERE EXISTS (SELECT 1 FROM observation o WHERE o.study_id = ?1 AND o.operator_id = s.operator_id
             AND o.started_at >= s.started_at AND o.started_at < s.ended_at)
         ORDER BY s.started_at, s.sitting_id",
    )?;
    let moment = |value: i64| parse_column(&value.to_string(), "sitting.started_at", |_| Instant::from_millis(value));
    let rows = select.query_map([study], |row| {
        let (uuid, code): (String, String) = (row.get(1)?, row.get(3)?);
        Ok(SittingRow {
            id: row.get(0)?,
            uuid: parse_column(&uuid, "sitting.uuid", |text| text.parse().ok())?,
            operator: row.get(2)?,
            operator_code: parse_column(&code, "person.code", |text| Code::new(text).ok())?,
            observer: row.get(4)?,
            started_at: moment(row.get(5)?)?,
            ended_at: moment(row.get(6)?)?,
            pauses: Vec::new(),
        })
    })?;
    let mut sittings: Vec<SittingRow> = rows.collect::<Result<_, _>>()?;
    let mut pauses = pauses(db)?;
    for sitting in &mut sittings {
        sitting.pauses = pauses.remove(&sitting.id).unwrap_or_default();
    }
    Ok(sittings)
}

fn pauses(db: &Connection) -> Stored<BTreeMap<i64, Vec<Pause>>> {
    let mut select =
        db.prepare_cached("SELECT sitting_id, length_ms, reason FROM sitting_pause ORDER BY sitting_id, place")?;
    let mut found: BTreeMap<i64, Vec<Pause>> = BTreeMap::new();
    let mut rows = select.query([])?;
    while let Some(row) = rows.next()? {
        let pause = Pause { length_ms: Millis(row.get(1)?), reason: row.get(2)? };
        found.entry(row.get(0)?).or_default().push(pause);
    }
    Ok(found)
}

/// What was recorded for the operator of a sitting while it lasted, of whatever action, excluded observations included.
pub fn recorded(db: &Connection, sitting: &SittingRow) -> Stored<Vec<Recorded>> {
    let mut select = db.prepare_cached(
        "SELECT started_at, duration_ms, paused_ms FROM observation
         WHERE operator_id = ?1 AND started_at >= ?2 AND started_at < ?3",
    )?;
    let bounds = (sitting.operator, sitting.started_at.millis(), sitting.ended_at.millis());
    let rows = select.query_map(bounds, |row| {
        let started: i64 = row.get(0)?;
        Ok(Recorded {
            started_at: parse_column(&started.to_string(), "observation.started_at", |_| {
                Instant::from_millis(started)
            })?,
            observed: Millis(row.get(1)?),
            paused: Millis(row.get(2)?),
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
