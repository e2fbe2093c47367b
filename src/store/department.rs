//! Objections, notes, and what a department's month and morning are read from.

use chrono::NaiveDate;
use rusqlite::types::Value as Sql;
use rusqlite::{Connection, OptionalExtension, Row, params};
use uuid::Uuid;

use super::facts::FactWriter;
use super::{Stored, day_column, optional_day_column, parse_column};
use crate::domain::month::Month;
use crate::domain::objection::About;

/// An objection with its answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ObjectionRow {
    /// The store's key.
    pub id: i64,
    /// The objection's id.
    pub uuid: Uuid,
    /// Who objects.
    pub person: i64,
    /// The department of that person.
    pub department: Option<i64>,
    /// What it is about.
    pub about: About,
    /// The day it belongs to; none for a statement.
    pub day: Option<NaiveDate>,
    /// The month it belongs to.
    pub month: Month,
    /// What is wrong.
    pub text: String,
    /// The work day on which it was raised.
    pub raised: NaiveDate,
    /// The answer.
    pub answer: Option<AnswerRow>,
}

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerRow {
    /// Whether the objection is right.
    pub upheld: bool,
    /// Who answered.
    pub person: i64,
    /// The answer.
    pub text: String,
    /// The work day.
    pub on: NaiveDate,
}

/// Writes an objection.
pub fn add_objection(facts: &mut FactWriter<'_>, row: &ObjectionRow) -> Stored<()> {
    let id = facts.next_id("objection", "objection_id")?;
    let text = facts.private_text(row.text.trim())?;
    let about = serde_json::to_string(&row.about).map_err(|error| super::StoreError::Broken(error.to_string()))?;
    facts.insert(
        "objection",
        &["objection_id"],
        vec![
            ("objection_id", Sql::Integer(id)),
            ("uuid", Sql::Text(row.uuid.to_string())),
            ("person_id", Sql::Integer(row.person)),
            ("department_id", Sql::from(row.department)),
            ("about", Sql::Text(about)),
            ("about_day", Sql::from(row.day.map(|day| day.to_string()))),
            ("about_month", Sql::Text(row.month.to_string())),
            ("text_id", Sql::Integer(text)),
            ("raised_day", Sql::Text(row.raised.to_string())),
        ],
    )
}

/// Writes the answer to an objection.
pub fn answer_objection(facts: &mut FactWriter<'_>, objection: i64, answer: &AnswerRow) -> Stored<()> {
    let text = facts.private_text(answer.text.trim())?;
    facts.insert(
        "objection_answer",
        &["objection_id"],
        vec![
            ("objection_id", Sql::Integer(objection)),
            ("upheld", Sql::Integer(i64::from(answer.upheld))),
            ("person_id", Sql::Integer(answer.person)),
            ("text_id", Sql::Integer(text)),
            ("answered_day", Sql::Text(answer.on.to_string())),
        ],
    )
}

const OBJECTION: &str =
    "SELECT o.objection_id, o.uuid, o.person_id, o.department_id, o.about, o.about_day, o.about_month,
        x.body AS text, o.raised_day, a.upheld, a.person_id AS answered_by, y.body AS answer, a.answered_day
    FROM objection o LEFT JOIN private_text x ON x.text_id = o.text_id
    LEFT JOIN objection_answer a ON a.objection_id = o.objection_id LEFT JOIN private_text y ON y.text_id = a.text_id";

fn objection_row(row: &Row<'_>) -> rusqlite::Result<ObjectionRow> {
    let (uuid, about, month): (String, String, String) = (row.get("uuid")?, row.get("about")?, row.get("about_month")?);
    let answer = match optional_day_column(row, "answered_day")? {
        Some(on) => Some(AnswerRow {
            upheld: row.get::<_, i64>("upheld")? == 1,
            person: row.get("answered_by")?,
            text: row.get::<_, Option<String>>("answer")?.unwrap_or_default(),
            on,
        }),
        None => None,
    };
    Ok(ObjectionRow {
        id: row.get("objection_id")?,
        uuid: parse_column(&uuid, "objection.uuid", |text| text.parse().ok())?,
        person: row.get("person_id")?,
        department: row.get("department_id")?,
        about: parse_column(&about, "objection.about", |text| serde_json::from_str(text).ok())?,
        day: optional_day_column(row, "about_day")?,
        month: parse_column(&month, "objection.about_month", Month::parse)?,
        text: row.get::<_, Option<String>>("text")?.unwrap_or_default(),
        raised: day_column(row, "raised_day")?,
        answer,
    })
}

/// The objection of an id.
pub fn objection(db: &Connection, uuid: Uuid) -> Stored<Option<ObjectionRow>> {
    let mut select = db.prepare_cached(&format!("{OBJECTION} WHERE o.uuid = ?1"))?;
    Ok(select.query_row([uuid.to_string()], objection_row).optional()?)
}

/// Objections without an answer, and those about a month or raised in it: first the open ones, then the newest.
pub fn objections(
    db: &Connection,
    person: Option<i64>,
    department: Option<i64>,
    month: Month,
) -> Stored<Vec<ObjectionRow>> {
    let mut select = db.prepare_cached(&format!(
        "{OBJECTION} WHERE (?1 IS NULL OR o.person_id = ?1) AND (?2 IS NULL OR o.department_id = ?2)
             AND (a.objection_id IS NULL OR o.about_month = ?3 OR o.raised_day BETWEEN ?4 AND ?5)
         ORDER BY a.objection_id IS NOT NULL, o.objection_id DESC"
    ))?;
    let given = params![person, department, month.to_string(), month.first().to_string(), month.last().to_string()];
    Ok(select.query_map(given, objection_row)?.collect::<Result<_, _>>()?)
}

/// A note on a person or a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteRow {
    /// The store's key.
    pub id: i64,
    /// The note's id.
    pub uuid: Uuid,
    /// Whom it is about.
    pub person: i64,
    /// The department of that person.
    pub department: Option<i64>,
    /// Which day of theirs.
    pub day: Option<NaiveDate>,
    /// The note.
    pub text: String,
    /// Who wrote it.
    pub written_by: i64,
    /// The work day on which it was written.
    pub written: NaiveDate,
    /// Whether it was taken back.
    pub cancelled: bool,
}

/// Writes a note.
pub fn add_note(facts: &mut FactWriter<'_>, row: &NoteRow) -> Stored<()> {
    let id = facts.next_id("note", "note_id")?;
    let text = facts.private_text(row.text.trim())?;
    facts.insert(
        "note",
        &["note_id"],
        vec![
            ("note_id", Sql::Integer(id)),
            ("uuid", Sql::Text(row.uuid.to_string())),
            ("person_id", Sql::Integer(row.person)),
            ("department_id", Sql::from(row.department)),
            ("day", Sql::from(row.day.map(|day| day.to_string()))),
            ("text_id", Sql::Integer(text)),
            ("written_by", Sql::Integer(row.written_by)),
            ("written_day", Sql::Text(row.written.to_string())),
        ],
    )
}

/// Takes a note back.
pub fn cancel_note(facts: &mut FactWriter<'_>, note: i64, person: i64, reason: &str) -> Stored<()> {
    let reason = facts.private_text(reason.trim())?;
    facts.insert(
        "note_cancel",
        &["note_id"],
        vec![("note_id", Sql::Integer(note)), ("person_id", Sql::Integer(person)), ("reason_id", Sql::Integer(reason))],
    )
}

const NOTE: &str =
    "SELECT n.note_id, n.uuid, n.person_id, n.department_id, n.day, x.body AS text, n.written_by, n.written_day,
        EXISTS (SELECT 1 FROM note_cancel c WHERE c.note_id = n.note_id) AS cancelled
    FROM note n LEFT JOIN private_text x ON x.text_id = n.text_id";

fn note_row(row: &Row<'_>) -> rusqlite::Result<NoteRow> {
    let uuid: String = row.get("uuid")?;
    Ok(NoteRow {
        id: row.get("note_id")?,
        uuid: parse_column(&uuid, "note.uuid", |text| text.parse().ok())?,
        person: row.get("person_id")?,
        department: row.get("department_id")?,
        day: optional_day_column(row, "day")?,
        text: row.get::<_, Option<String>>("text")?.unwrap_or_default(),
        written_by: row.get("written_by")?,
        written: day_column(row, "written_day")?,
        cancelled: row.get::<_, i64>("cancelled")? == 1,
    })
}

/// The note of an id.
pub fn note(db: &Connection, uuid: Uuid) -> Stored<Option<NoteRow>> {
    let mut select = db.prepare_cached(&format!("{NOTE} WHERE n.uuid = ?1"))?;
    Ok(select.query_row([uuid.to_string()], note_row).optional()?)
}

/// Notes that were not taken back, of days of a stretch or written in it, the newest first.
pub fn notes(
    db: &Connection,
    person: Option<i64>,
    department: Option<i64>,
    (from, to): (NaiveDate, NaiveDate),
) -> Stored<Vec<NoteRow>> {
    let mut select = db.prepare_cached(&format!(
        "{NOTE} WHERE (?1 IS NULL OR n.person_id = ?1) AND (?2 IS NULL OR n.department_id = ?2)
             AND (n.day BETWEEN ?3 AND ?4 OR n.written_day BETWEEN ?3 AND ?4)
             AND NOT EXISTS (SELECT 1 FROM note_cancel c WHERE c.note_id = n.note_id)
         ORDER BY n.note_id DESC"
    ))?;
    let rows = select.query_map(params![person, department, from.to_string(), to.to_string()], note_row)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Decisions by person, department and day of a stretch.
pub const DECISION_SUMS: &str = "SELECT person_id, department_id, day, SUM(quantity) AS quantity FROM day_action_sum
         WHERE day BETWEEN ?1 AND ?2 GROUP BY day, person_id, department_id";

/// Decisions of one person by day of a stretch. The departments are named so that the key is gone along to the days.
pub const OWN_DECISION_SUMS: &str =
    "SELECT person_id, department_id, day, SUM(quantity) AS quantity FROM day_action_sum
         WHERE person_id = ?3 AND department_id IN (SELECT department_id FROM department) AND day BETWEEN ?1 AND ?2
         GROUP BY day, person_id, department_id";

/// A count of a person's day in a department.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayCount {
    /// The person.
    pub person: i64,
    /// The department.
    pub department: i64,
    /// The work day.
    pub day: NaiveDate,
    /// How many.
    pub count: i64,
}

/// How many decisions were logged, by person and day of a stretch.
pub fn decision_sums(
    db: &Connection,
    from: NaiveDate,
    through: NaiveDate,
    person: Option<i64>,
) -> Stored<Vec<DayCount>> {
    let read = |row: &Row<'_>| {
        Ok(DayCount { person: row.get(0)?, department: row.get(1)?, day: day_column(row, "day")?, count: row.get(3)? })
    };
    let (from, through) = (from.to_string(), through.to_string());
    if let Some(person) = person {
        let mut select = db.prepare_cached(OWN_DECISION_SUMS)?;
        return Ok(select.query_map(params![from, through, person], read)?.collect::<Result<_, _>>()?);
    }
    let mut select = db.prepare_cached(DECISION_SUMS)?;
    Ok(select.query_map(params![from, through], read)?.collect::<Result<_, _>>()?)
}

/// Calls and chats by person, department and day of a stretch, with those that wait.
pub const CALL_SUMS: &str = "SELECT person_id, department_id, day, SUM(calls), SUM(CASE WHEN state = 'unprocessed' THEN calls ELSE 0 END)
         FROM day_call_sum WHERE day BETWEEN ?1 AND ?2 AND (?3 IS NULL OR person_id = ?3) GROUP BY day, person_id, department_id";

/// Calls of a person's day, and how many of them wait to be taken into a ticket.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CallSum {
    /// The person.
    pub person: i64,
    /// The department.
    pub department: i64,
    /// The work day.
    pub day: NaiveDate,
    /// All.
    pub calls: i64,
    /// Those that wait.
    pub unprocessed: i64,
}

/// Calls and chats by person and day of a stretch.
pub fn call_sums(db: &Connection, from: NaiveDate, through: NaiveDate, person: Option<i64>) -> Stored<Vec<CallSum>> {
    let mut select = db.prepare_cached(CALL_SUMS)?;
    let rows = select.query_map(params![from.to_string(), through.to_string(), person], |row| {
        Ok(CallSum {
            person: row.get(0)?,
            department: row.get(1)?,
            day: day_column(row, "day")?,
            calls: row.get(3)?,
            unprocessed: row.get(4)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Calls that wait, by person and department, of any day.
pub const UNPROCESSED: &str = "SELECT person_id, department_id, COUNT(*) FROM call_desk
         WHERE state = 'unprocessed' AND person_id IS NOT NULL GROUP BY person_id, department_id";

/// How many calls of each person wait to be taken into a ticket.
pub fn unprocessed(db: &Connection) -> Stored<Vec<(i64, i64, i64)>> {
    let mut select = db.prepare_cached(UNPROCESSED)?;
    let rows =
        select.query_map([], |row| Ok((row.get(0)?, row.get::<_, Option<i64>>(1)?.unwrap_or(0), row.get(2)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// A call of a day that waits: its key, whose it is, and in which department.
pub fn waiting_calls(db: &Connection, day: NaiveDate, department: Option<i64>) -> Stored<Vec<(i64, i64, i64)>> {
    let mut select = db.prepare_cached(
        "SELECT call_id, person_id, department_id FROM call_desk
         WHERE work_day = ?1 AND (?2 IS NULL OR department_id = ?2) AND state = 'unprocessed' AND person_id IS NOT NULL
         ORDER BY started_at, call_id",
    )?;
    let rows = select.query_map(params![day.to_string(), department], |row| {
        Ok((row.get(0)?, row.get(1)?, row.get::<_, Option<i64>>(2)?.unwrap_or(0)))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// A manual ticket of a day as the morning looks at it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MorningRow {
    /// The ticket's key.
    pub id: i64,
    /// Its id.
    pub uuid: Uuid,
    /// Whose it is.
    pub person: i64,
    /// The department.
    pub department: i64,
    /// When the work was begun, Unix ms.
    pub opened: Option<i64>,
    /// When it was finished, Unix ms.
    pub finished: i64,
    /// When it was saved, Unix ms.
    pub saved: i64,
    /// The channel.
    pub channel: String,
    /// The client.
    pub client: Option<String>,
    /// Its minutes with boost, hundredths.
    pub kpi: i64,
    /// Its minutes without boost, hundredths.
    pub measured: i64,
    /// How many calls it took in.
    pub calls: i64,
    /// When the last of its calls ended, Unix ms.
    pub last_end: Option<i64>,
    /// Whether it was held, or is.
    pub held: bool,
}

/// The manual tickets of a day that were not taken back.
pub fn morning_tickets(db: &Connection, day: NaiveDate, department: Option<i64>) -> Stored<Vec<MorningRow>> {
    let mut select = db.prepare_cached(
        "SELECT t.ticket_id, t.uuid, t.person_id, t.department_id, v.opened_at, t.finished_at, f.saved_at, v.channel,
             x.body AS client, v.kpi_cmin, v.measured_cmin,
             (SELECT COUNT(*) FROM call_desk c WHERE c.ticket_id = t.ticket_id) AS calls,
             (SELECT MAX(c.ended_at) FROM call_desk c WHERE c.ticket_id = t.ticket_id) AS last_end,
             EXISTS (SELECT 1 FROM ticket_hold h WHERE h.ticket_id = t.ticket_id) AS held
         FROM ticket t JOIN ticket_find f ON f.ticket_id = t.ticket_id AND f.cancelled = 0
         JOIN ticket_version v ON v.ticket_id = t.ticket_id AND v.version = f.version
         LEFT JOIN private_text x ON x.text_id = v.client_id
         WHERE t.work_day = ?1 AND (?2 IS NULL OR t.department_id = ?2) AND t.origin <> 'automatic'
         ORDER BY t.finished_at, t.ticket_id",
    )?;
    let rows = select.query_map(params![day.to_string(), department], |row| {
        let uuid: String = row.get("uuid")?;
        Ok(MorningRow {
            id: row.get("ticket_id")?,
            uuid: parse_column(&uuid, "ticket.uuid", |text| text.parse().ok())?,
            person: row.get("person_id")?,
            department: row.get("department_id")?,
            opened: row.get("opened_at")?,
            finished: row.get("finished_at")?,
            saved: row.get("saved_at")?,
            channel: row.get("channel")?,
            client: row.get("client")?,
            kpi: row.get("kpi_cmin")?,
            measured: row.get("measured_cmin")?,
            calls: row.get("calls")?,
            last_end: row.get("last_end")?,
            held: row.get::<_, i64>("held")? == 1,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
