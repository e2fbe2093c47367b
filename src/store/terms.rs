//! Terms of employment by day, and days that replace the schedule's.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::types::Value as Sql;
use rusqlite::{Connection, Row, params};

use super::facts::FactWriter;
use super::{Stored, day_column};
use crate::domain::units::{BasisPoints, Money};

/// What a person is paid and planned by, from a work day on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermsRow {
    /// The first work day.
    pub from: NaiveDate,
    /// The department.
    pub department: Option<i64>,
    /// The position.
    pub position: Option<String>,
    /// The rate.
    pub rate: BasisPoints,
    /// The position's salary at rate 1.0.
    pub salary: Option<Money>,
}

/// Writes terms that hold from a day on.
pub fn add_terms(facts: &mut FactWriter<'_>, person: i64, terms: &TermsRow) -> Stored<()> {
    let id = facts.next_id("person_terms", "terms_id")?;
    facts.insert(
        "person_terms",
        &["terms_id"],
        vec![
            ("terms_id", Sql::Integer(id)),
            ("person_id", Sql::Integer(person)),
            ("from_day", Sql::Text(terms.from.to_string())),
            ("department_id", Sql::from(terms.department)),
            ("position", Sql::from(terms.position.clone())),
            ("rate_bp", Sql::Integer(terms.rate.0)),
            ("salary_minor", Sql::from(terms.salary.map(|salary| salary.0))),
        ],
    )
}

fn terms_row(row: &Row<'_>) -> rusqlite::Result<(i64, TermsRow)> {
    Ok((
        row.get("person_id")?,
        TermsRow {
            from: day_column(row, "from_day")?,
            department: row.get("department_id")?,
            position: row.get("position")?,
            rate: BasisPoints(row.get("rate_bp")?),
            salary: row.get::<_, Option<i64>>("salary_minor")?.map(Money),
        },
    ))
}

/// Everybody's terms, oldest first; of one day the newest. Who has none is left out.
pub fn all_terms(db: &Connection, person: Option<i64>) -> Stored<BTreeMap<i64, Vec<TermsRow>>> {
    let mut select = db.prepare_cached(
        "SELECT person_id, from_day, department_id, position, rate_bp, salary_minor FROM person_terms
         WHERE ?1 IS NULL OR person_id = ?1 ORDER BY person_id, from_day, terms_id",
    )?;
    let mut all: BTreeMap<i64, Vec<TermsRow>> = BTreeMap::new();
    for row in select.query_map([person], terms_row)? {
        let (person, terms) = row?;
        let mine = all.entry(person).or_default();
        if mine.last().is_some_and(|last| last.from == terms.from) {
            mine.pop();
        }
        mine.push(terms);
    }
    Ok(all)
}

/// Writes a day that replaces the schedule's; `None` gives the schedule back.
pub fn add_individual_day(
    facts: &mut FactWriter<'_>,
    person: i64,
    day: NaiveDate,
    intervals: Option<&str>,
) -> Stored<()> {
    let id = facts.next_id("individual_day", "individual_id")?;
    facts.insert(
        "individual_day",
        &["individual_id"],
        vec![
            ("individual_id", Sql::Integer(id)),
            ("person_id", Sql::Integer(person)),
            ("day", Sql::Text(day.to_string())),
            ("intervals", Sql::from(intervals.map(str::to_owned))),
        ],
    )
}

/// Days of a stretch that replace the schedule's: of one day the newest, as (person, day, intervals).
pub fn individual_days(db: &Connection, from: NaiveDate, through: NaiveDate) -> Stored<Vec<(i64, NaiveDate, String)>> {
    let mut select = db.prepare_cached(
        "SELECT person_id, day, intervals FROM individual_day WHERE day BETWEEN ?1 AND ?2 ORDER BY individual_id",
    )?;
    let rows = select.query_map(params![from.to_string(), through.to_string()], |row| {
        Ok((row.get::<_, i64>(0)?, day_column(row, "day")?, row.get::<_, Option<String>>(2)?))
    })?;
    let mut newest: BTreeMap<(i64, NaiveDate), Option<String>> = BTreeMap::new();
    for row in rows {
        let (person, day, intervals) = row?;
        newest.insert((person, day), intervals);
    }
    Ok(newest.into_iter().filter_map(|((person, day), text)| text.map(|text| (person, day, text))).collect())
}

/// Everybody's schedules, oldest first; of one day the newest.
pub fn all_schedules(db: &Connection, person: Option<i64>) -> Stored<BTreeMap<i64, Vec<(NaiveDate, String)>>> {
    let mut select = db.prepare_cached(
        "SELECT person_id, from_day, pattern FROM schedule WHERE ?1 IS NULL OR person_id = ?1
         ORDER BY person_id, from_day, schedule_id",
    )?;
    let rows = select.query_map([person], |row| {
        Ok((row.get::<_, i64>(0)?, day_column(row, "from_day")?, row.get::<_, String>(2)?))
    })?;
    let mut all: BTreeMap<i64, Vec<(NaiveDate, String)>> = BTreeMap::new();
    for row in rows {
        let (person, from, pattern) = row?;
        let mine = all.entry(person).or_default();
        if mine.last().is_some_and(|(last, _)| *last == from) {
            mine.pop();
        }
        mine.push((from, pattern));
    }
    Ok(all)
}
