//! Real handling times and marks of hard cases by week, as drift charts read them.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::{Connection, params};

use super::{Stored, day_column};

/// A week in milliseconds.
const WEEK_MS: i64 = 7 * 24 * 60 * 60 * 1000;

/// Real handling times of one week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HandlingWeek {
    /// How many weeks after the first.
    pub week: i64,
    /// Actions whose time is known.
    pub n: i64,
    /// Their time, in milliseconds.
    pub total_ms: i64,
}

/// Handling times of an action known from calls, from `since` to `until` (Unix ms), by week counted from `monday`.
/// What a person has excluded does not count.
pub fn by_week(
    db: &Connection,
    department: i64,
    action: i64,
    monday: i64,
    since: i64,
    until: i64,
) -> Stored<Vec<HandlingWeek>> {
    let mut select = db.prepare_cached(
        "SELECT (o.started_at - ?3) / ?6 AS week, COUNT(*), SUM(o.duration_ms)
         FROM study s JOIN observation o ON o.study_id = s.study_id
         LEFT JOIN observation_decision d ON d.observation_id = o.observation_id
             AND d.version = (SELECT MAX(n.version) FROM observation_decision n WHERE n.observation_id = o.observation_id)
             AND NOT EXISTS (SELECT 1 FROM observation_reopening r
                 WHERE r.observation_id = o.observation_id AND r.version = d.version)
         WHERE s.action_id = ?2 AND s.source = 'call-record' AND (s.department_id IS NULL OR s.department_id = ?1)
             AND o.started_at >= ?4 AND o.started_at < ?5 AND COALESCE(d.decided, '') <> 'exclude'
         GROUP BY week ORDER BY week",
    )?;
    let rows = select.query_map(params![department, action, monday, since, until, WEEK_MS], |row| {
        Ok(HandlingWeek { week: row.get(0)?, n: row.get(1)?, total_ms: row.get(2)? })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Real handling times of one action.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct HandlingTimes {
    /// Contacts whose time is known.
    pub n: i64,
    /// Their time, in milliseconds.
    pub total_ms: i64,
    /// The sum of their squares, in ms²; for the interval only.
    pub squares: f64,
}

/// Handling times of every action known from calls, from `since` to `until` (Unix ms), by the action's key. What a
/// person has excluded does not count.
pub fn by_action(db: &Connection, department: i64, since: i64, until: i64) -> Stored<BTreeMap<i64, HandlingTimes>> {
    let mut select = db.prepare_cached(
        "SELECT s.action_id, COUNT(*), SUM(o.duration_ms), TOTAL(CAST(o.duration_ms AS REAL) * o.duration_ms)
         FROM study s JOIN observation o ON o.study_id = s.study_id
         LEFT JOIN observation_decision d ON d.observation_id = o.observation_id
             AND d.version = (SELECT MAX(n.version) FROM observation_decision n WHERE n.observation_id = o.observation_id)
         WHERE s.source = 'call-record' AND (s.department_id IS NULL OR s.department_id = ?1)
             AND o.started_at >= ?2 AND o.started_at < ?3 AND COALESCE(d.decided, '') <> 'exclude'
         GROUP BY s.action_id",
    )?;
    let rows = select.query_map(params![department, since, until], |row| {
        Ok((row.get(0)?, HandlingTimes { n: row.get(1)?, total_ms: row.get(2)?, squares: row.get(3)? }))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Decisions of an action by work day from `since` to before `until`: (day, hard cases, all).
pub fn marks_by_day(
    db: &Connection,
    department: i64,
    action: i64,
    since: NaiveDate,
    until: NaiveDate,
) -> Stored<Vec<(NaiveDate, i64, i64)>> {
    let mut select = db.prepare_cached(
        "SELECT day, SUM(hard), SUM(quantity) FROM day_action_sum
         WHERE action_id = ?2 AND department_id = ?1 AND day >= ?3 AND day < ?4 GROUP BY day ORDER BY day",
    )?;
    let rows = select.query_map(params![department, action, since.to_string(), until.to_string()], |row| {
        Ok((day_column(row, "day")?, row.get(1)?, row.get(2)?))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
