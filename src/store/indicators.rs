//! Definitions and targets of indicators, imported ratings, and what is counted of a closed day.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::types::Value as Sql;
use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::facts::FactWriter;
use super::find::PLACES;
use super::{Stored, day_column, parse_column};
use crate::domain::month::Month;

/// A repeated contact comes within so many milliseconds.
const REPEAT_MS: i64 = 7 * 24 * 60 * 60 * 1000;

/// A definition from a month on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VersionRow {
    /// The indicator's code.
    pub code: String,
    /// The first month.
    pub from: Month,
    /// The definition as JSON.
    pub content: String,
    /// The journal's entry that wrote it; on writing, of no account.
    pub seq: i64,
}

/// A step of an indicator's use: retired, or taken back, from a month on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RetirementRow {
    /// The indicator's code.
    pub code: String,
    /// The first month.
    pub from: Month,
    /// Retired, or taken back into use.
    pub retired: bool,
    /// The journal's entry that wrote it; on writing, of no account.
    pub seq: i64,
}

/// A target from a month on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TargetRow {
    /// The indicator's code.
    pub code: String,
    /// Only this department.
    pub department: Option<i64>,
    /// Only this position.
    pub position: Option<String>,
    /// The first month.
    pub from: Month,
    /// The target as JSON; none: the segment's own target ends.
    pub content: Option<String>,
}

/// A rating that came from outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RatingRow {
    /// Its id.
    pub uuid: Uuid,
    /// Whose work was rated.
    pub person: i64,
    /// The department of that person.
    pub department: i64,
    /// The work day.
    pub day: NaiveDate,
    /// What was rated.
    pub kind: String,
    /// Σ of the ratings, hundredths.
    pub value: i64,
    /// How many ratings that sums.
    pub count: i64,
    /// Who recorded it.
    pub recorded_by: i64,
}

/// Writes a definition.
pub fn add_version(facts: &mut FactWriter<'_>, row: &VersionRow, person: i64) -> Stored<()> {
    let id = facts.next_id("indicator_version", "version_id")?;
    facts.insert(
        "indicator_version",
        &["version_id"],
        vec![
            ("version_id", Sql::Integer(id)),
            ("code", Sql::Text(row.code.clone())),
            ("from_month", Sql::Text(row.from.to_string())),
            ("content", Sql::Text(row.content.clone())),
            ("person_id", Sql::Integer(person)),
        ],
    )
}

/// Every definition, in the order in which they were written.
pub fn versions(db: &Connection) -> Stored<Vec<VersionRow>> {
    let mut select = db.prepare_cached(
        "SELECT code, from_month, content, seq FROM indicator_version ORDER BY code, from_month, version_id",
    )?;
    let rows = select.query_map([], |row| {
        let month: String = row.get(1)?;
        Ok(VersionRow {
            code: row.get(0)?,
            from: parse_column(&month, "indicator_version.from_month", Month::parse)?,
            content: row.get(2)?,
            seq: row.get(3)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Writes a step of an indicator's use.
pub fn add_retirement(facts: &mut FactWriter<'_>, row: &RetirementRow, person: i64) -> Stored<()> {
    let id = facts.next_id("indicator_retirement", "retirement_id")?;
    facts.insert(
        "indicator_retirement",
        &["retirement_id"],
        vec![
            ("retirement_id", Sql::Integer(id)),
            ("code", Sql::Text(row.code.clone())),
            ("from_month", Sql::Text(row.from.to_string())),
            ("retired", Sql::Integer(i64::from(row.retired))),
            ("person_id", Sql::Integer(person)),
        ],
    )
}

/// Every step of the use of indicators, in the order in which they were written.
pub fn retirements(db: &Connection) -> Stored<Vec<RetirementRow>> {
    let mut select =
        db.prepare_cached("SELECT code, from_month, retired, seq FROM indicator_retirement ORDER BY retirement_id")?;
    let rows = select.query_map([], |row| {
        let month: String = row.get(1)?;
        Ok(RetirementRow {
            code: row.get(0)?,
            from: parse_column(&month, "indicator_retirement.from_month", Month::parse)?,
            retired: row.get::<_, i64>(2)? == 1,
            seq: row.get(3)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Writes a target.
pub fn add_target(facts: &mut FactWriter<'_>, row: &TargetRow, person: i64) -> Stored<()> {
    let id = facts.next_id("indicator_target", "target_id")?;
    facts.insert(
        "indicator_target",
        &["target_id"],
        vec![
            ("target_id", Sql::Integer(id)),
            ("code", Sql::Text(row.code.clone())),
            ("department_id", Sql::from(row.department)),
            ("position", Sql::from(row.position.clone())),
            ("from_month", Sql::Text(row.from.to_string())),
            ("content", Sql::from(row.content.clone())),
            ("person_id", Sql::Integer(person)),
        ],
    )
}

/// Every target from a month not after this one, oldest first.
pub fn targets(db: &Connection, month: Month) -> Stored<Vec<TargetRow>> {
    let mut select = db.prepare_cached(
        "SELECT code, department_id, position, from_month, content FROM indicator_target
         WHERE from_month <= ?1 ORDER BY from_month, target_id",
    )?;
    let rows = select.query_map([month.to_string()], |row| {
        let month: String = row.get(3)?;
        Ok(TargetRow {
            code: row.get(0)?,
            department: row.get(1)?,
            position: row.get(2)?,
            from: parse_column(&month, "indicator_target.from_month", Month::parse)?,
            content: row.get(4)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Writes a rating.
pub fn add_rating(facts: &mut FactWriter<'_>, row: &RatingRow) -> Stored<()> {
    let id = facts.next_id("rating", "rating_id")?;
    facts.insert(
        "rating",
        &["rating_id"],
        vec![
            ("rating_id", Sql::Integer(id)),
            ("uuid", Sql::Text(row.uuid.to_string())),
            ("person_id", Sql::Integer(row.person)),
            ("department_id", Sql::Integer(row.department)),
            ("day", Sql::Text(row.day.to_string())),
            ("kind", Sql::Text(row.kind.clone())),
            ("value_hundredths", Sql::Integer(row.value)),
            ("count", Sql::Integer(row.count)),
            ("recorded_by", Sql::Integer(row.recorded_by)),
        ],
    )
}

/// The rating of an id.
pub fn rating(db: &Connection, uuid: Uuid) -> Stored<Option<RatingRow>> {
    let mut select = db.prepare_cached(
        "SELECT person_id, department_id, day, kind, value_hundredths, count, recorded_by FROM rating WHERE uuid = ?1",
    )?;
    let row = select.query_row([uuid.to_string()], |row| {
        Ok(RatingRow {
            uuid,
            person: row.get(0)?,
            department: row.get(1)?,
            day: day_column(row, "day")?,
            kind: row.get(3)?,
            value: row.get(4)?,
            count: row.get(5)?,
            recorded_by: row.get(6)?,
        })
    });
    Ok(row.optional()?)
}

/// Ratings of a stretch, summed by person, department, day and kind: value and count.
pub const RATINGS: &str = "SELECT person_id, department_id, day, kind, value_hundredths, count FROM day_rating_sum
         WHERE day BETWEEN ?1 AND ?2";

/// Something counted of a person's day in a department, by what it is counted of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keyed<K> {
    /// The person.
    pub person: i64,
    /// The department.
    pub department: i64,
    /// The work day.
    pub day: NaiveDate,
    /// What is counted.
    pub key: K,
    /// The two counts.
    pub counts: (i64, i64),
}

/// The ratings of a stretch: Σ of values in hundredths and how many, by kind.
pub fn ratings(db: &Connection, from: NaiveDate, through: NaiveDate) -> Stored<Vec<Keyed<String>>> {
    let mut select = db.prepare_cached(RATINGS)?;
    let rows = select.query_map(params![from.to_string(), through.to_string()], |row| {
        Ok(Keyed {
            person: row.get(0)?,
            department: row.get(1)?,
            day: day_column(row, "day")?,
            key: row.get(3)?,
            counts: (row.get(4)?, row.get(5)?),
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Decisions of a stretch by action: quantity and hard cases.
pub const ACTION_SUMS: &str =
    "SELECT person_id, department_id, day, action_id, SUM(quantity), SUM(hard) FROM day_action_sum
         WHERE day BETWEEN ?1 AND ?2 GROUP BY day, person_id, department_id, action_id";

/// The decisions of a stretch by action: quantity and hard cases.
pub fn action_sums(db: &Connection, from: NaiveDate, through: NaiveDate) -> Stored<Vec<Keyed<i64>>> {
    let mut select = db.prepare_cached(ACTION_SUMS)?;
    let rows = select.query_map(params![from.to_string(), through.to_string()], |row| {
        Ok(Keyed {
            person: row.get(0)?,
            department: row.get(1)?,
            day: day_column(row, "day")?,
            key: row.get(3)?,
            counts: (row.get(4)?, row.get(5)?),
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// What a closed day holds that sums of minutes do not.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measures {
    /// Deals and Σ amounts in kopecks, by action code.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub amounts: BTreeMap<String, (i64, i64)>,
    /// Tickets with a known client.
    #[serde(default)]
    pub contacts: i64,
    /// Tickets by outcome.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub outcomes: BTreeMap<String, i64>,
    /// Tickets whose client had come within the seven days before.
    #[serde(default)]
    pub repeats: i64,
}

/// Freezes what indicators count of the days of a closing.
pub fn freeze(db: &Connection, facts: &mut FactWriter<'_>, from: NaiveDate, through: NaiveDate) -> Stored<()> {
    for ((person, department, day), measures) in measured(db, from, through)? {
        let content = serde_json::to_string(&measures).map_err(|error| super::StoreError::Broken(error.to_string()))?;
        facts.insert(
            "closed_measure",
            &["person_id", "department_id", "day"],
            vec![
                ("person_id", Sql::Integer(person)),
                ("department_id", Sql::Integer(department)),
                ("day", Sql::Text(day)),
                ("content", Sql::Text(content)),
            ],
        )?;
    }
    Ok(())
}

/// Days by person, department and date as text.
type Measured = BTreeMap<(i64, i64, String), Measures>;

/// Tickets of a stretch as they stand, with their newest version.
const NEWEST: &str = "FROM ticket t JOIN ticket_find f ON f.ticket_id = t.ticket_id AND f.cancelled = 0
    JOIN ticket_version v ON v.ticket_id = t.ticket_id AND v.version = f.version
    WHERE t.work_day BETWEEN ?1 AND ?2 AND t.origin <> 'automatic'";

fn measured(db: &Connection, from: NaiveDate, through: NaiveDate) -> Stored<Measured> {
    let stretch = params![from.to_string(), through.to_string()];
    let mut days = Measured::new();
    let mut outcomes = db.prepare_cached(&format!(
        "SELECT t.person_id, t.department_id, t.work_day, v.outcome, COUNT(*) {NEWEST} AND v.outcome IS NOT NULL
         GROUP BY t.person_id, t.department_id, t.work_day, v.outcome"
    ))?;
    let mut rows = outcomes.query(stretch)?;
    while let Some(row) = rows.next()? {
        let day = days.entry((row.get(0)?, row.get(1)?, row.get(2)?)).or_default();
        day.outcomes.insert(row.get(3)?, row.get(4)?);
    }
    let mut amounts = db.prepare_cached(&format!(
        "SELECT q.person_id, q.department_id, q.work_day, a.code, COUNT(*), SUM(d.amount_minor)
         FROM (SELECT t.ticket_id, t.person_id, t.department_id, t.work_day, f.version {NEWEST}) q
         JOIN decision d ON d.ticket_id = q.ticket_id AND d.version = q.version AND d.amount_minor IS NOT NULL
         JOIN action a ON a.action_id = d.action_id
         GROUP BY q.person_id, q.department_id, q.work_day, a.code"
    ))?;
    let mut rows = amounts.query(stretch)?;
    while let Some(row) = rows.next()? {
        let day = days.entry((row.get(0)?, row.get(1)?, row.get(2)?)).or_default();
        day.amounts.insert(row.get(3)?, (row.get(4)?, row.get(5)?));
    }
    let mut contacts = db.prepare_cached(&format!(
        "SELECT t.person_id, t.department_id, t.work_day, COUNT(*), SUM(EXISTS (
             SELECT 1 FROM ticket_find g WHERE g.client_key = f.client_key AND g.cancelled = 0
                 AND g.place < f.place AND g.place >= f.place - {}))
         {NEWEST} AND f.client_key IS NOT NULL GROUP BY t.person_id, t.department_id, t.work_day",
        REPEAT_MS * PLACES
    ))?;
    let mut rows = contacts.query(stretch)?;
    while let Some(row) = rows.next()? {
        let day = days.entry((row.get(0)?, row.get(1)?, row.get(2)?)).or_default();
        (day.contacts, day.repeats) = (row.get(3)?, row.get(4)?);
    }
    Ok(days)
}

/// What indicators count of closed days of a stretch.
pub const MEASURES: &str =
    "SELECT person_id, department_id, day, content FROM closed_measure WHERE day BETWEEN ?1 AND ?2";

/// What was frozen of the closed days of a stretch: person, department, day, measures.
pub fn measures(db: &Connection, from: NaiveDate, through: NaiveDate) -> Stored<Vec<(i64, i64, NaiveDate, Measures)>> {
    let mut select = db.prepare_cached(MEASURES)?;
    let rows = select.query_map(params![from.to_string(), through.to_string()], |row| {
        let content: String = row.get(3)?;
        let measures = parse_column(&content, "closed_measure.content", |text| serde_json::from_str(text).ok())?;
        Ok((row.get(0)?, row.get(1)?, day_column(row, "day")?, measures))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
