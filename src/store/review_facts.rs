//! What reviews look at: tickets with the length of their calls, and how often boosted actions are logged.

use chrono::NaiveDate;
use rusqlite::{Connection, params};

use super::{Stored, day_column};
use crate::domain::review::BoostShift;
use crate::domain::units::CentiMinutes;

/// A ticket as a review looks at it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewFacts {
    /// The ticket's key.
    pub ticket: i64,
    /// Whose it is.
    pub person: i64,
    /// Its work day.
    pub day: NaiveDate,
    /// When it was saved, Unix ms.
    pub saved: i64,
    /// Minutes without boost of its newest version.
    pub measured: CentiMinutes,
    /// The length of its calls together, in milliseconds.
    pub call_ms: Option<i64>,
    /// When the last of its calls that went on after a save ended, Unix ms.
    pub last_end: Option<i64>,
    /// Its hold ended by the day's close.
    pub held_at_close: bool,
    /// The client.
    pub client: Option<String>,
    /// Its actions, each once.
    pub actions: Vec<i64>,
}

/// The tickets of a stretch of work days that were not taken back.
pub fn tickets(
    db: &Connection,
    person: Option<i64>,
    department: Option<i64>,
    from: NaiveDate,
    to: NaiveDate,
) -> Stored<Vec<ReviewFacts>> {
    let mut select = db.prepare_cached(
        "SELECT t.ticket_id, t.person_id, t.work_day, f.saved_at, v.measured_cmin, f.client_key, c.call_ms, c.last_end,
             EXISTS (SELECT 1 FROM hold_end e WHERE e.ticket_id = t.ticket_id AND e.cause = 'day-closed') AS held,
             (SELECT group_concat(DISTINCT d.action_id) FROM decision d WHERE d.ticket_id = t.ticket_id AND d.version = f.version) AS actions
         FROM ticket t JOIN ticket_find f ON f.ticket_id = t.ticket_id AND f.cancelled = 0
         JOIN ticket_version v ON v.ticket_id = t.ticket_id AND v.version = f.version
         LEFT JOIN (SELECT ticket_id, SUM(ended_at - COALESCE(answered_at, started_at)) AS call_ms, MAX(ended_at) AS last_end
             FROM call_desk WHERE ticket_id IS NOT NULL AND ended_at IS NOT NULL GROUP BY ticket_id) c ON c.ticket_id = t.ticket_id
         WHERE t.work_day BETWEEN ?1 AND ?2 AND (?3 IS NULL OR t.person_id = ?3) AND (?4 IS NULL OR t.department_id = ?4)
             AND t.origin <> 'automatic' ORDER BY t.ticket_id",
    )?;
    let rows = select.query_map(params![from.to_string(), to.to_string(), person, department], |row| {
        let actions: Option<String> = row.get("actions")?;
        let mut actions: Vec<i64> =
            actions.unwrap_or_default().split(',').filter_map(|action| action.parse().ok()).collect();
        actions.sort_unstable();
        Ok(ReviewFacts {
            ticket: row.get(0)?,
            person: row.get(1)?,
            day: day_column(row, "work_day")?,
            saved: row.get(3)?,
            measured: CentiMinutes(row.get(4)?),
            client: row.get(5)?,
            call_ms: row.get(6)?,
            last_end: row.get(7)?,
            held_at_close: row.get::<_, i64>("held")? == 1,
            actions,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// An action that an order boosted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Boosted {
    /// The department.
    pub department: i64,
    /// The action.
    pub action: i64,
    /// The work day from which on it is boosted.
    pub since: NaiveDate,
}

/// Actions that the set in force on a day boosts more than the set before it did.
pub fn boosted(db: &Connection, department: Option<i64>, day: NaiveDate) -> Stored<Vec<Boosted>> {
    let mut select = db.prepare_cached(
        "WITH ranked AS (
             SELECT o.department_id, o.set_id, o.effective_day,
                 LAG(o.set_id) OVER (PARTITION BY o.department_id ORDER BY o.effective_day) AS before_id,
                 ROW_NUMBER() OVER (PARTITION BY o.department_id ORDER BY o.effective_day DESC) AS place
             FROM norm_order o WHERE NOT EXISTS (SELECT 1 FROM order_revocation x WHERE x.order_id = o.order_id)
                 AND o.effective_day <= ?1 AND (?2 IS NULL OR o.department_id = ?2))
         SELECT r.department_id, l.action_id, r.effective_day FROM ranked r
         JOIN norm_line l ON l.set_id = r.set_id AND l.version = (
             SELECT MAX(n.version) FROM norm_line n WHERE n.set_id = l.set_id AND n.action_id = l.action_id)
         WHERE r.place = 1 AND r.before_id IS NOT NULL AND l.boost_bp > COALESCE((
             SELECT b.boost_bp FROM norm_line b WHERE b.set_id = r.before_id AND b.action_id = l.action_id
             ORDER BY b.version DESC LIMIT 1), 10000)",
    )?;
    let rows = select.query_map(params![day.to_string(), department], |row| {
        Ok(Boosted { department: row.get(0)?, action: row.get(1)?, since: day_column(row, "effective_day")? })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// How often each person logged an action from `before` to its boost, and from then to before `after`: `days` each.
pub fn counts(
    db: &Connection,
    boosted: &Boosted,
    person: Option<i64>,
    before: NaiveDate,
    after: NaiveDate,
    days: i64,
) -> Stored<Vec<BoostShift>> {
    let mut select = db.prepare_cached(
        "SELECT person_id, SUM(CASE WHEN day < ?4 AND action_id = ?2 THEN quantity ELSE 0 END),
             SUM(CASE WHEN day < ?4 THEN quantity ELSE 0 END),
             SUM(CASE WHEN day >= ?4 AND action_id = ?2 THEN quantity ELSE 0 END),
             SUM(CASE WHEN day >= ?4 THEN quantity ELSE 0 END)
         FROM day_action_sum WHERE department_id = ?1 AND day >= ?3 AND day < ?5 AND (?6 IS NULL OR person_id = ?6)
         GROUP BY person_id ORDER BY person_id",
    )?;
    let rows = select.query_map(
        params![
            boosted.department,
            boosted.action,
            before.to_string(),
            boosted.since.to_string(),
            after.to_string(),
            person
        ],
        |row| {
            Ok(BoostShift {
                person: row.get(0)?,
                action: boosted.action,
                before: row.get(1)?,
                before_all: row.get(2)?,
                since: row.get(3)?,
                since_all: row.get(4)?,
                days,
            })
        },
    )?;
    Ok(rows.collect::<Result<_, _>>()?)
}
