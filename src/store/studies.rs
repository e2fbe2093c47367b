//! Time studies, observations and what was decided about them.

use std::collections::BTreeMap;

use rusqlite::types::Value as Sql;
use rusqlite::{Connection, OptionalExtension, Row};
use uuid::Uuid;

use super::facts::FactWriter;
use super::{Stored, parse_column};
use crate::domain::code::Code;
use crate::domain::instant::Instant;
use crate::domain::study::{CaseClass, Decided, ElementTime, Observation, Pause, Reading, Source};
use crate::domain::units::{BasisPoints, Millis};

/// A study's own row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StudyRow {
    /// The store's key.
    pub id: i64,
    /// The study's id.
    pub uuid: Uuid,
    /// The action timed.
    pub action: i64,
    /// Who opened it.
    pub opened_by: i64,
    /// The department of who opened it.
    pub department: Option<i64>,
    /// Where its observations come from.
    pub source: Source,
}

/// An observation to be written.
#[derive(Debug, Clone)]
pub struct NewObservation<'a> {
    /// The observation's id.
    pub uuid: Uuid,
    /// The study's key.
    pub study: i64,
    /// The observed operator's key.
    pub operator: i64,
    /// Wall-clock start.
    pub started_at: Instant,
    /// Observed time, pauses taken out.
    pub duration: Millis,
    /// Regular or hard.
    pub class: CaseClass,
    /// Pace.
    pub rating: BasisPoints,
    /// Pauses taken out, in all.
    pub paused: Millis,
    /// The pauses one by one.
    pub pauses: &'a [Pause],
    /// The times of the action's elements.
    pub elements: &'a [ElementTime],
    /// A note.
    pub note: Option<&'a str>,
    /// Digest of the content it was made from, to tell a repeat from a conflict.
    pub content: &'a str,
}

/// Writes a study.
pub fn add_study(facts: &mut FactWriter<'_>, study: &StudyRow) -> Stored<i64> {
    let id = facts.next_id("study", "study_id")?;
    facts.insert(
        "study",
        &["study_id"],
        vec![
            ("study_id", Sql::Integer(id)),
            ("uuid", Sql::Text(study.uuid.to_string())),
            ("action_id", Sql::Integer(study.action)),
            ("opened_by", Sql::Integer(study.opened_by)),
            ("department_id", Sql::from(study.department)),
            ("source", Sql::Text(study.source.as_str().to_owned())),
        ],
    )?;
    Ok(id)
}

const STUDY: &str = "SELECT study_id, uuid, action_id, opened_by, department_id, source FROM study";

fn study_row(row: &Row<'_>) -> rusqlite::Result<StudyRow> {
    let uuid: String = row.get("uuid")?;
    let source: String = row.get("source")?;
    Ok(StudyRow {
        id: row.get("study_id")?,
        uuid: parse_column(&uuid, "study.uuid", |text| text.parse().ok())?,
        action: row.get("action_id")?,
        opened_by: row.get("opened_by")?,
        department: row.get("department_id")?,
        source: parse_column(&source, "study.source", Source::parse)?,
    })
}

/// The study of an id.
pub fn study(db: &Connection, uuid: Uuid) -> Stored<Option<StudyRow>> {
    let mut select = db.prepare_cached(&format!("{STUDY} WHERE uuid = ?1"))?;
    Ok(select.query_row([uuid.to_string()], study_row).optional()?)
}

/// The study of a store key.
pub fn study_by_id(db: &Connection, id: i64) -> Stored<Option<StudyRow>> {
    let mut select = db.prepare_cached(&format!("{STUDY} WHERE study_id = ?1"))?;
    Ok(select.query_row([id], study_row).optional()?)
}

/// Every study, newest first.
pub fn studies(db: &Connection) -> Stored<Vec<StudyRow>> {
    let mut select = db.prepare_cached(&format!("{STUDY} ORDER BY study_id DESC"))?;
    Ok(select.query_map([], study_row)?.collect::<Result<_, _>>()?)
}

/// Writes an observation.
pub fn add_observation(facts: &mut FactWriter<'_>, new: &NewObservation<'_>) -> Stored<i64> {
    let note = facts.optional_text(new.note)?;
    let id = facts.next_id("observation", "observation_id")?;
    facts.insert(
        "observation",
        &["observation_id"],
        vec![
            ("observation_id", Sql::Integer(id)),
            ("uuid", Sql::Text(new.uuid.to_string())),
            ("study_id", Sql::Integer(new.study)),
            ("operator_id", Sql::Integer(new.operator)),
            ("started_at", Sql::Integer(new.started_at.millis())),
            ("duration_ms", Sql::Integer(new.duration.0)),
            ("class", Sql::Text(new.class.as_str().to_owned())),
            ("rating_bp", Sql::Integer(new.rating.0)),
            ("paused_ms", Sql::Integer(new.paused.0)),
            ("note_id", Sql::from(note)),
            ("content", Sql::Text(new.content.to_owned())),
        ],
    )?;
    for (place, time) in (1..).zip(new.elements) {
        facts.insert(
            "observation_element",
            &["observation_id", "place"],
            vec![
                ("observation_id", Sql::Integer(id)),
                ("place", Sql::Integer(place)),
                ("code", Sql::Text(time.element.to_string())),
                ("duration_ms", Sql::Integer(time.duration_ms.0)),
            ],
        )?;
    }
    add_pauses(facts, "observation_pause", "observation_id", id, new.pauses)?;
    Ok(id)
}

/// Writes the pauses of an observation or a sitting.
pub(super) fn add_pauses(
    facts: &mut FactWriter<'_>,
    table: &'static str,
    owner: &'static str,
    id: i64,
    pauses: &[Pause],
) -> Stored<()> {
    for (place, pause) in (1..).zip(pauses) {
        facts.insert(
            table,
            &[owner, "place"],
            vec![
                (owner, Sql::Integer(id)),
                ("place", Sql::Integer(place)),
                ("length_ms", Sql::Integer(pause.length_ms.0)),
                ("reason", Sql::from(pause.reason.clone())),
            ],
        )?;
    }
    Ok(())
}

/// What puts an observation right.
#[derive(Debug, Clone)]
pub struct NewAmendment<'a> {
    /// The observation's key.
    pub observation: i64,
    /// One more than the amendments before.
    pub version: i64,
    /// Pace.
    pub rating: BasisPoints,
    /// A note.
    pub note: Option<&'a str>,
    /// Why.
    pub reason: Option<&'a str>,
}

/// Writes an amendment; the newest counts.
pub fn add_amendment(facts: &mut FactWriter<'_>, new: &NewAmendment<'_>) -> Stored<()> {
    let note = facts.optional_text(new.note)?;
    facts.insert(
        "observation_amendment",
        &["observation_id", "version"],
        vec![
            ("observation_id", Sql::Integer(new.observation)),
            ("version", Sql::Integer(new.version)),
            ("rating_bp", Sql::Integer(new.rating.0)),
            ("note_id", Sql::from(note)),
            ("reason", Sql::from(new.reason.map(str::to_owned))),
        ],
    )
}

/// Writes the conditions of a study; blank ones take the earlier away.
pub fn add_conditions(facts: &mut FactWriter<'_>, db: &Connection, study: i64, conditions: &str) -> Stored<()> {
    let note = facts.optional_text(Some(conditions))?;
    let mut select =
        db.prepare_cached("SELECT COALESCE(MAX(version), 0) + 1 FROM study_conditions WHERE study_id = ?1")?;
    let version: i64 = select.query_row([study], |row| row.get(0))?;
    facts.insert(
        "study_conditions",
        &["study_id", "version"],
        vec![("study_id", Sql::Integer(study)), ("version", Sql::Integer(version)), ("note_id", Sql::from(note))],
    )
}

/// The newest conditions of a study.
pub fn conditions(db: &Connection, study: i64) -> Stored<Option<String>> {
    let mut select = db.prepare_cached(
        "SELECT t.body FROM study_conditions c LEFT JOIN private_text t ON t.text_id = c.note_id
         WHERE c.study_id = ?1 ORDER BY c.version DESC LIMIT 1",
    )?;
    Ok(select.query_row([study], |row| row.get(0)).optional()?.flatten())
}

/// Writes a decision about an observation; the newest counts.
pub fn add_decision(
    facts: &mut FactWriter<'_>,
    observation: i64,
    version: i64,
    decided: Decided,
    reason: Option<&str>,
    note: Option<&str>,
) -> Stored<()> {
    let note = facts.optional_text(note)?;
    facts.insert(
        "observation_decision",
        &["observation_id", "version"],
        vec![
            ("observation_id", Sql::Integer(observation)),
            ("version", Sql::Integer(version)),
            ("decided", Sql::Text(decided.as_str().to_owned())),
            ("reason", Sql::from(reason.map(str::to_owned))),
            ("note_id", Sql::from(note)),
        ],
    )
}

/// Takes the decision of that version, the newest, back.
pub fn add_reopening(facts: &mut FactWriter<'_>, observation: i64, version: i64) -> Stored<()> {
    facts.insert(
        "observation_reopening",
        &["observation_id", "version"],
        vec![("observation_id", Sql::Integer(observation)), ("version", Sql::Integer(version))],
    )
}

/// The next version of an observation's decision.
pub fn next_decision(db: &Connection, observation: i64) -> Stored<i64> {
    let mut select =
        db.prepare_cached("SELECT COALESCE(MAX(version), 0) + 1 FROM observation_decision WHERE observation_id = ?1")?;
    Ok(select.query_row([observation], |row| row.get(0))?)
}

/// An observation's study and content digest, by the observation's id.
pub fn observation_key(db: &Connection, uuid: Uuid) -> Stored<Option<(i64, i64, String)>> {
    let mut select = db.prepare_cached("SELECT observation_id, study_id, content FROM observation WHERE uuid = ?1")?;
    Ok(select.query_row([uuid.to_string()], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).optional()?)
}

/// A study's observations in order of their start.
pub fn observations(db: &Connection, study: i64) -> Stored<Vec<Observation>> {
    let mut pauses = pauses_of(db, study)?;
    let mut elements = elements_of(db, study)?;
    let mut select = db.prepare_cached(
        "SELECT o.observation_id, o.uuid, p.code, o.started_at, o.duration_ms, o.class,
             COALESCE(m.rating_bp, o.rating_bp), o.paused_ms, t.body, d.decided, d.reason, COALESCE(m.version, 0)
         FROM observation o
         JOIN person p ON p.person_id = o.operator_id
         LEFT JOIN observation_amendment m ON m.observation_id = o.observation_id
             AND m.version = (SELECT MAX(n.version) FROM observation_amendment n WHERE n.observation_id = o.observation_id)
         LEFT JOIN private_text t ON t.text_id = CASE WHEN m.version IS NULL THEN o.note_id ELSE m.note_id END
         LEFT JOIN observation_decision d ON d.observation_id = o.observation_id
             AND d.version = (SELECT MAX(n.version) FROM observation_decision n WHERE n.observation_id = o.observation_id)
             AND NOT EXISTS (SELECT 1 FROM observation_reopening r
                 WHERE r.observation_id = o.observation_id AND r.version = d.version)
         WHERE o.study_id = ?1 ORDER BY o.started_at, o.observation_id",
    )?;
    let rows = select.query_map([study], |row| {
        let uuid: String = row.get(1)?;
        let operator: String = row.get(2)?;
        let class: String = row.get(5)?;
        let decided: Option<String> = row.get(9)?;
        let reason: Option<String> = row.get(10)?;
        let started_at: i64 = row.get(3)?;
        let id: i64 = row.get(0)?;
        Ok(Observation {
            id,
            uuid: parse_column(&uuid, "observation.uuid", |text| text.parse().ok())?,
            operator: parse_column(&operator, "person.code", |text| Code::new(text).ok())?,
            started_at: parse_column(&started_at.to_string(), "observation.started_at", |_| {
                Instant::from_millis(started_at)
            })?,
            duration: Millis(row.get(4)?),
            class: parse_column(&class, "observation.class", CaseClass::parse)?,
            rating: BasisPoints(row.get(6)?),
            paused: Millis(row.get(7)?),
            pauses: pauses.remove(&id).unwrap_or_default(),
            elements: elements.remove(&id).unwrap_or_default(),
            note: row.get(8)?,
            amended: row.get(11)?,
            decision: decided
                .map(|decided| {
                    parse_column(&decided, "observation_decision.decided", Decided::parse)
                        .map(|decided| (decided, reason))
                })
                .transpose()?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// What norms and flags are made from, of each observation of a study in order of their start.
pub fn readings(db: &Connection, study: i64) -> Stored<Vec<Reading>> {
    let mut select = db.prepare_cached(
        "SELECT o.duration_ms, o.class, COALESCE(m.rating_bp, o.rating_bp), d.decided
         FROM observation o
         LEFT JOIN observation_amendment m ON m.observation_id = o.observation_id
             AND m.version = (SELECT MAX(n.version) FROM observation_amendment n WHERE n.observation_id = o.observation_id)
         LEFT JOIN observation_decision d ON d.observation_id = o.observation_id
             AND d.version = (SELECT MAX(n.version) FROM observation_decision n WHERE n.observation_id = o.observation_id)
             AND NOT EXISTS (SELECT 1 FROM observation_reopening r
                 WHERE r.observation_id = o.observation_id AND r.version = d.version)
         WHERE o.study_id = ?1 ORDER BY o.started_at, o.observation_id",
    )?;
    let rows = select.query_map([study], |row| {
        let (class, decided): (String, Option<String>) = (row.get(1)?, row.get(3)?);
        let decided = decided.map(|decided| parse_column(&decided, "observation_decision.decided", Decided::parse));
        Ok(Reading {
            duration: Millis(row.get(0)?),
            class: parse_column(&class, "observation.class", CaseClass::parse)?,
            rating: BasisPoints(row.get(2)?),
            decided: decided.transpose()?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn pauses_of(db: &Connection, study: i64) -> Stored<BTreeMap<i64, Vec<Pause>>> {
    let mut select = db.prepare_cached(
        "SELECT e.observation_id, e.length_ms, e.reason FROM observation o
         JOIN observation_pause e ON e.observation_id = o.observation_id
         WHERE o.study_id = ?1 ORDER BY e.observation_id, e.place",
    )?;
    let mut found: BTreeMap<i64, Vec<Pause>> = BTreeMap::new();
    let mut rows = select.query([study])?;
    while let Some(row) = rows.next()? {
        let pause = Pause { length_ms: Millis(row.get(1)?), reason: row.get(2)? };
        found.entry(row.get(0)?).or_default().push(pause);
    }
    Ok(found)
}

fn elements_of(db: &Connection, study: i64) -> Stored<BTreeMap<i64, Vec<ElementTime>>> {
    let mut select = db.prepare_cached(
        "SELECT e.observation_id, e.code, e.duration_ms FROM observation o
         JOIN observation_element e ON e.observation_id = o.observation_id
         WHERE o.study_id = ?1 ORDER BY e.observation_id, e.place",
    )?;
    let mut found: BTreeMap<i64, Vec<ElementTime>> = BTreeMap::new();
    let mut rows = select.query([study])?;
    while let Some(row) = rows.next()? {
        let code: String = row.get(1)?;
        let element = parse_column(&code, "observation_element.code", |text| Code::new(text).ok())?;
        found.entry(row.get(0)?).or_default().push(ElementTime { element, duration_ms: Millis(row.get(2)?) });
    }
    Ok(found)
}

/// Who took the newest decision about each observation of a study, and when (Unix ms), by the observation's key.
pub fn deciders(db: &Connection, study: i64) -> Stored<BTreeMap<i64, (String, i64)>> {
    let mut select = db.prepare_cached(
        "SELECT d.observation_id, a.person, a.recorded_at FROM observation o
         JOIN observation_decision d ON d.observation_id = o.observation_id
             AND d.version = (SELECT MAX(n.version) FROM observation_decision n WHERE n.observation_id = o.observation_id)
             AND NOT EXISTS (SELECT 1 FROM observation_reopening r
                 WHERE r.observation_id = o.observation_id AND r.version = d.version)
         JOIN audit a ON a.seq = d.seq
         WHERE o.study_id = ?1",
    )?;
    let rows = select.query_map([study], |row| Ok((row.get(0)?, (row.get(1)?, row.get(2)?))))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The study of each action of a department that a norm is drafted from: the newest with at least one observation. Call
/// records tell the talk only, so they stand in where nobody has timed the action.
pub fn newest_by_action(db: &Connection, department: i64) -> Stored<Vec<StudyRow>> {
    let mut select = db.prepare_cached(&format!(
        "{STUDY} s WHERE (s.department_id IS NULL OR s.department_id = ?1) AND s.study_id = (
             SELECT n.study_id FROM study n
             WHERE n.action_id = s.action_id AND (n.department_id IS NULL OR n.department_id = ?1)
                 AND EXISTS (SELECT 1 FROM observation o WHERE o.study_id = n.study_id)
             ORDER BY n.source = 'call-record', n.study_id DESC LIMIT 1)
         ORDER BY action_id",
    ))?;
    Ok(select.query_map([department], study_row)?.collect::<Result<_, _>>()?)
}
