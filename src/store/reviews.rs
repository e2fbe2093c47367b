//! Reviews of tickets and random samples: they ask, and never move a minute.

use chrono::NaiveDate;
use rusqlite::types::Value as Sql;
use rusqlite::{Connection, OptionalExtension, Row, params};
use uuid::Uuid;

use super::facts::FactWriter;
use super::{Stored, day_column, parse_column};

/// A review with how far it has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewRow {
    /// The store's key.
    pub id: i64,
    /// The review's id.
    pub uuid: Uuid,
    /// The ticket's key.
    pub ticket: i64,
    /// Who asked.
    pub person: i64,
    /// When, Unix ms.
    pub at: i64,
    /// What the operator was asked.
    pub question: String,
    /// Answers and the conclusion, in order.
    pub steps: Vec<ReviewStep>,
}

/// A step of a review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewStep {
    /// `answered` or `closed`.
    pub state: String,
    /// Who.
    pub person: i64,
    /// What was said.
    pub text: String,
    /// When, Unix ms.
    pub at: i64,
}

impl ReviewRow {
    /// Whether it is closed.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        self.steps.iter().any(|step| step.state == "closed")
    }
}

/// Opens a review.
pub fn add_review(facts: &mut FactWriter<'_>, uuid: Uuid, ticket: i64, person: i64, question: &str) -> Stored<i64> {
    let id = facts.next_id("review", "review_id")?;
    let question = facts.private_text(question)?;
    facts.insert(
        "review",
        &["review_id"],
        vec![
            ("review_id", Sql::Integer(id)),
            ("uuid", Sql::Text(uuid.to_string())),
            ("ticket_id", Sql::Integer(ticket)),
            ("person_id", Sql::Integer(person)),
            ("question_id", Sql::Integer(question)),
        ],
    )?;
    Ok(id)
}

/// Adds an answer or the conclusion. `state` is `answered` or `closed`.
pub fn add_step(facts: &mut FactWriter<'_>, review: &ReviewRow, person: i64, state: &str, text: &str) -> Stored<()> {
    let step = i64::try_from(review.steps.len()).unwrap_or(i64::MAX).saturating_add(1);
    let text = facts.private_text(text)?;
    facts.insert(
        "review_step",
        &["review_id", "step"],
        vec![
            ("review_id", Sql::Integer(review.id)),
            ("step", Sql::Integer(step)),
            ("state", Sql::Text(state.to_owned())),
            ("person_id", Sql::Integer(person)),
            ("text_id", Sql::Integer(text)),
        ],
    )
}

const REVIEW: &str = "SELECT r.review_id, r.uuid, r.ticket_id, r.person_id, a.recorded_at, p.body
    FROM review r JOIN audit a ON a.seq = r.seq JOIN private_text p ON p.text_id = r.question_id";

fn review_row(row: &Row<'_>) -> rusqlite::Result<ReviewRow> {
    let uuid: String = row.get(1)?;
    Ok(ReviewRow {
        id: row.get(0)?,
        uuid: parse_column(&uuid, "review.uuid", |text| text.parse().ok())?,
        ticket: row.get(2)?,
        person: row.get(3)?,
        at: row.get(4)?,
        question: row.get::<_, Option<String>>(5)?.unwrap_or_default(),
        steps: Vec::new(),
    })
}

fn with_steps(db: &Connection, review: ReviewRow) -> Stored<ReviewRow> {
    let mut select = db.prepare_cached(
        "SELECT s.state, s.person_id, p.body, a.recorded_at FROM review_step s JOIN private_text p ON p.text_id = s.text_id
         JOIN audit a ON a.seq = s.seq WHERE s.review_id = ?1 ORDER BY s.step",
    )?;
    let steps = select.query_map([review.id], |row| {
        Ok(ReviewStep {
            state: row.get(0)?,
            person: row.get(1)?,
            text: row.get::<_, Option<String>>(2)?.unwrap_or_default(),
            at: row.get(3)?,
        })
    })?;
    Ok(ReviewRow { steps: steps.collect::<Result<_, _>>()?, ..review })
}

/// The review of an id.
pub fn review(db: &Connection, uuid: Uuid) -> Stored<Option<ReviewRow>> {
    let mut select = db.prepare_cached(&format!("{REVIEW} WHERE r.uuid = ?1"))?;
    let row = select.query_row([uuid.to_string()], review_row).optional()?;
    row.map(|row| with_steps(db, row)).transpose()
}

/// The reviews of a ticket, oldest first.
pub fn reviews_of(db: &Connection, ticket: i64) -> Stored<Vec<ReviewRow>> {
    let mut select = db.prepare_cached(&format!("{REVIEW} WHERE r.ticket_id = ?1 ORDER BY r.review_id"))?;
    let rows: Vec<ReviewRow> = select.query_map([ticket], review_row)?.collect::<Result<_, _>>()?;
    rows.into_iter().map(|row| with_steps(db, row)).collect()
}

/// Reviews of a person's or a department's tickets: those that are not closed, then the latest closed since a
/// moment (Unix ms).
pub fn reviews(
    db: &Connection,
    person: Option<i64>,
    department: Option<i64>,
    since: i64,
    limit: i64,
) -> Stored<Vec<ReviewRow>> {
    let mut select = db.prepare_cached(&format!(
        "{REVIEW} JOIN ticket t ON t.ticket_id = r.ticket_id
         LEFT JOIN review_step c ON c.review_id = r.review_id AND c.state = 'closed'
         LEFT JOIN audit b ON b.seq = c.seq
         WHERE (?1 IS NULL OR t.person_id = ?1) AND (?2 IS NULL OR t.department_id = ?2)
             AND (c.review_id IS NULL OR b.recorded_at >= ?3)
         ORDER BY c.review_id IS NOT NULL, r.review_id DESC LIMIT ?4"
    ))?;
    let rows: Vec<ReviewRow> =
        select.query_map(params![person, department, since, limit], review_row)?.collect::<Result<_, _>>()?;
    rows.into_iter().map(|row| with_steps(db, row)).collect()
}

/// A random sample.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SampleRow {
    /// The store's key.
    pub id: i64,
    /// The sample's id.
    pub uuid: Uuid,
    /// Who drew it.
    pub drawn_by: i64,
    /// The department drawn from.
    pub department: Option<i64>,
    /// The person drawn from.
    pub person: Option<i64>,
    /// First work day.
    pub from: NaiveDate,
    /// Last work day.
    pub to: NaiveDate,
    /// How many were asked for.
    pub size: i64,
    /// The seed.
    pub seed: i64,
    /// How many tickets it was drawn from.
    pub population: i64,
}

/// Writes a sample with the tickets drawn.
pub fn add_sample(facts: &mut FactWriter<'_>, sample: &SampleRow, tickets: &[i64]) -> Stored<()> {
    let id = facts.next_id("review_sample", "sample_id")?;
    facts.insert(
        "review_sample",
        &["sample_id"],
        vec![
            ("sample_id", Sql::Integer(id)),
            ("uuid", Sql::Text(sample.uuid.to_string())),
            ("drawn_by", Sql::Integer(sample.drawn_by)),
            ("department_id", Sql::from(sample.department)),
            ("person_id", Sql::from(sample.person)),
            ("from_day", Sql::Text(sample.from.to_string())),
            ("to_day", Sql::Text(sample.to.to_string())),
            ("size", Sql::Integer(sample.size)),
            ("seed", Sql::Integer(sample.seed)),
            ("population", Sql::Integer(sample.population)),
        ],
    )?;
    for (place, ticket) in (1_i64..).zip(tickets) {
        facts.insert(
            "review_sample_ticket",
            &["sample_id", "place"],
            vec![("sample_id", Sql::Integer(id)), ("place", Sql::Integer(place)), ("ticket_id", Sql::Integer(*ticket))],
        )?;
    }
    Ok(())
}

fn sample_row(row: &Row<'_>) -> rusqlite::Result<SampleRow> {
    let uuid: String = row.get("uuid")?;
    Ok(SampleRow {
        id: row.get("sample_id")?,
        uuid: parse_column(&uuid, "review_sample.uuid", |text| text.parse().ok())?,
        drawn_by: row.get("drawn_by")?,
        department: row.get("department_id")?,
        person: row.get("person_id")?,
        from: day_column(row, "from_day")?,
        to: day_column(row, "to_day")?,
        size: row.get("size")?,
        seed: row.get("seed")?,
        population: row.get("population")?,
    })
}

/// Whether there is a sample of this id.
pub fn is_sample(db: &Connection, uuid: Uuid) -> Stored<bool> {
    let mut select = db.prepare_cached("SELECT EXISTS (SELECT 1 FROM review_sample WHERE uuid = ?1)")?;
    Ok(select.query_row([uuid.to_string()], |row| row.get::<_, i64>(0))? == 1)
}

/// The samples that touch a stretch of work days, the latest first.
pub fn samples(db: &Connection, from: NaiveDate, to: NaiveDate, limit: i64) -> Stored<Vec<SampleRow>> {
    let mut select = db.prepare_cached(
        "SELECT * FROM review_sample WHERE to_day >= ?1 AND from_day <= ?2 ORDER BY sample_id DESC LIMIT ?3",
    )?;
    Ok(select.query_map(params![from.to_string(), to.to_string(), limit], sample_row)?.collect::<Result<_, _>>()?)
}

/// The tickets of a sample in the order drawn.
pub fn sample_tickets(db: &Connection, sample: i64) -> Stored<Vec<i64>> {
    let mut select =
        db.prepare_cached("SELECT ticket_id FROM review_sample_ticket WHERE sample_id = ?1 ORDER BY place")?;
    Ok(select.query_map([sample], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

/// The tickets of a stretch of days that a sample may be drawn from, by their ids, so that the draw is the same
/// whatever came in first.
pub fn population(
    db: &Connection,
    person: Option<i64>,
    department: Option<i64>,
    from: NaiveDate,
    to: NaiveDate,
) -> Stored<Vec<i64>> {
    let mut select = db.prepare_cached(
        "SELECT t.ticket_id FROM ticket t JOIN ticket_find f ON f.ticket_id = t.ticket_id AND f.cancelled = 0
         WHERE t.work_day BETWEEN ?1 AND ?2 AND (?3 IS NULL OR t.person_id = ?3) AND (?4 IS NULL OR t.department_id = ?4)
         ORDER BY t.uuid",
    )?;
    let rows = select.query_map(params![from.to_string(), to.to_string(), person, department], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
