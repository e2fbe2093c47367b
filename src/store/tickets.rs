//! Tickets, their versions and decisions, and the day sums kept beside them.
//!
//! Invariant: a ticket's day sums move with the versions written before its day closed; a version
//! written after the close only adds its correction line. A ticket that is held is in no sum but the number of
//! tickets until its hold ends.

use chrono::NaiveDate;
use rusqlite::types::Value as Sql;
use rusqlite::{Connection, OptionalExtension, Row, params};
use uuid::Uuid;

use super::facts::FactWriter;
use super::{Stored, day_column, parse_column};
use crate::domain::instant::Instant;
use crate::domain::ticket::{Channel, ContactOutcome, Deal, Weighed};
use crate::domain::units::{BasisPoints, CentiMinutes, Money};

/// A ticket's own row: what never changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TicketRow {
    /// The store's key.
    pub id: i64,
    /// The ticket's id.
    pub uuid: Uuid,
    /// Whose ticket it is.
    pub person: i64,
    /// The department it counts for.
    pub department: i64,
    /// The work day of its finish.
    pub work_day: NaiveDate,
    /// The set in force at its finish.
    pub set: Option<i64>,
    /// When the work was finished.
    pub finished_at: Instant,
    /// `manual`, `import` or `automatic`.
    pub origin: String,
    /// Digest of the content it was made from.
    pub content: String,
}

/// A version of a ticket.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VersionRow {
    /// Its number, from 1.
    pub version: i64,
    /// How the client came in.
    pub channel: Channel,
    /// Client reference.
    pub client: Option<String>,
    /// Comment.
    pub comment: Option<String>,
    /// When the work was begun.
    pub opened_at: Option<Instant>,
    /// How the contact ended.
    pub outcome: Option<ContactOutcome>,
    /// The colleague it was done for.
    pub on_behalf_of: Option<i64>,
    /// Why it was saved without decisions, or corrected.
    pub reason: Option<String>,
    /// Who wrote the version.
    pub person: i64,
    /// Whether it was written after the day closed.
    pub after_close: bool,
    /// Whether it takes the ticket back.
    pub cancelled: bool,
    /// Σ quantity × weight.
    pub kpi: CentiMinutes,
    /// Σ quantity × norm.
    pub measured: CentiMinutes,
    /// The correction line it adds to its day.
    pub line: CentiMinutes,
    /// The correction line without boost.
    pub line_measured: CentiMinutes,
    /// When it was written, Unix ms: on writing the command's time, on reading its audit entry's.
    pub at: i64,
}

/// A stored decision with the amount asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecisionRow {
    /// The decision with its weight.
    pub weighed: Weighed,
    /// The action's code.
    pub action_code: String,
    /// The deal, where the action asks for it.
    pub deal: Option<Deal>,
}

/// Writes a ticket's own row.
pub fn add_ticket(facts: &mut FactWriter<'_>, ticket: &TicketRow) -> Stored<i64> {
    let id = facts.next_id("ticket", "ticket_id")?;
    facts.insert(
        "ticket",
        &["ticket_id"],
        vec![
            ("ticket_id", Sql::Integer(id)),
            ("uuid", Sql::Text(ticket.uuid.to_string())),
            ("person_id", Sql::Integer(ticket.person)),
            ("department_id", Sql::Integer(ticket.department)),
            ("work_day", Sql::Text(ticket.work_day.to_string())),
            ("set_id", Sql::from(ticket.set)),
            ("finished_at", Sql::Integer(ticket.finished_at.millis())),
            ("origin", Sql::Text(ticket.origin.clone())),
            ("content", Sql::Text(ticket.content.clone())),
        ],
    )?;
    Ok(id)
}

/// Writes a version with its decisions and moves the day sums.
pub fn add_version(
    db: &Connection,
    facts: &mut FactWriter<'_>,
    ticket: &TicketRow,
    version: &VersionRow,
    decisions: &[(Weighed, Option<Deal>)],
) -> Stored<()> {
    let before = if version.version > 1 && !version.after_close {
        Some(self::decisions(db, ticket.id, version.version - 1)?)
    } else {
        None
    };
    let held = super::holds::is_held(db, ticket.id)?;
    let client = facts.optional_text(version.client.as_deref())?;
    let comment = facts.optional_text(version.comment.as_deref())?;
    facts.insert(
        "ticket_version",
        &["ticket_id", "version"],
        vec![
            ("ticket_id", Sql::Integer(ticket.id)),
            ("version", Sql::Integer(version.version)),
            ("channel", Sql::Text(version.channel.as_str().to_owned())),
            ("client_id", Sql::from(client)),
            ("comment_id", Sql::from(comment)),
            ("opened_at", Sql::from(version.opened_at.map(Instant::millis))),
            ("outcome", Sql::from(version.outcome.map(|outcome| outcome.as_str().to_owned()))),
            ("on_behalf_of", Sql::from(version.on_behalf_of)),
            ("reason", Sql::from(version.reason.clone())),
            ("person_id", Sql::Integer(version.person)),
            ("after_close", Sql::Integer(i64::from(version.after_close))),
            ("cancelled", Sql::Integer(i64::from(version.cancelled))),
            ("kpi_cmin", Sql::Integer(version.kpi.0)),
            ("measured_cmin", Sql::Integer(version.measured.0)),
            ("line_cmin", Sql::Integer(version.line.0)),
            ("line_measured_cmin", Sql::Integer(version.line_measured.0)),
        ],
    )?;
    for (position, (decision, deal)) in (1_i64..).zip(decisions) {
        facts.insert(
            "decision",
            &["ticket_id", "version", "line"],
            vec![
                ("ticket_id", Sql::Integer(ticket.id)),
                ("version", Sql::Integer(version.version)),
                ("line", Sql::Integer(position)),
                ("action_id", Sql::Integer(decision.action)),
                ("quantity", Sql::Integer(decision.quantity)),
                ("hard", Sql::Integer(decision.hard)),
                ("amount_minor", Sql::from(deal.map(|deal| deal.amount.0))),
                ("norm_cmin", Sql::Integer(decision.norm.0)),
                ("boost_bp", Sql::Integer(decision.boost.0)),
                ("weight_cmin", Sql::Integer(decision.weight.0)),
                ("kpi_cmin", Sql::Integer(decision.kpi.0)),
                ("measured_cmin", Sql::Integer(decision.measured.0)),
            ],
        )?;
        if let Some(paid_on) = deal.and_then(|deal| deal.paid_on) {
            facts.insert(
                "decision_payment",
                &["ticket_id", "version", "line"],
                vec![
                    ("ticket_id", Sql::Integer(ticket.id)),
                    ("version", Sql::Integer(version.version)),
                    ("line", Sql::Integer(position)),
                    ("paid_on", Sql::Text(paid_on.to_string())),
                ],
            )?;
        }
    }
    if !held {
        move_behalf_sums(db, ticket, version)?;
        super::amounts::move_ticket(db, ticket, version.version - 1, -1)?;
        super::amounts::move_ticket(db, ticket, version.version, 1)?;
    }
    super::find::note_version(db, ticket, version, decisions.iter().map(|(decision, _)| *decision), held)?;
    if version.after_close {
        return move_day_sum(db, ticket, [0, 0, version.line.0, version.line_measured.0, 0]);
    }
    let mut tickets = i64::from(!version.cancelled);
    if before.is_some() {
        tickets -= i64::from(!is_cancelled(db, ticket.id, version.version - 1)?);
    }
    if held {
        return move_day_sum(db, ticket, [0, 0, 0, 0, tickets]);
    }
    let (mut kpi, mut measured) = (version.kpi.0, version.measured.0);
    for decision in before.iter().flatten() {
        kpi -= decision.weighed.kpi.0;
        measured -= decision.weighed.measured.0;
        move_action_sum(db, ticket, &decision.weighed, -1)?;
    }
    for (decision, _) in decisions {
        move_action_sum(db, ticket, decision, 1)?;
    }
    move_day_sum(db, ticket, [kpi, measured, 0, 0, tickets])
}

/// Brings a ticket into the sums that was held until now: its newest version is what counts.
pub(super) fn count_held(db: &Connection, ticket: &TicketRow) -> Stored<()> {
    let mut select = db.prepare_cached(
        "SELECT version, kpi_cmin, measured_cmin FROM ticket_version WHERE ticket_id = ?1 ORDER BY version DESC LIMIT 1",
    )?;
    let (version, kpi, measured): (i64, i64, i64) =
        select.query_row([ticket.id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    for decision in decisions(db, ticket.id, version)? {
        move_action_sum(db, ticket, &decision.weighed, 1)?;
    }
    move_behalf_sum(db, ticket, version, 1)?;
    super::amounts::move_ticket(db, ticket, version, 1)?;
    move_day_sum(db, ticket, [kpi, measured, 0, 0, 0])
}

/// Adds a correction line that belongs to no ticket to a closed day: an accepted claim.
pub(super) fn add_line(
    db: &Connection,
    (person, department): (i64, i64),
    day: NaiveDate,
    (line, measured): (CentiMinutes, CentiMinutes),
) -> Stored<()> {
    move_sums_of(db, (person, department, day), [0, 0, line.0, measured.0, 0])
}

fn is_cancelled(db: &Connection, ticket: i64, version: i64) -> Stored<bool> {
    let mut select = db.prepare_cached("SELECT cancelled FROM ticket_version WHERE ticket_id = ?1 AND version = ?2")?;
    Ok(select.query_row([ticket, version], |row| row.get::<_, i64>(0))? == 1)
}

fn move_day_sum(db: &Connection, ticket: &TicketRow, by: [i64; 5]) -> Stored<()> {
    move_sums_of(db, (ticket.person, ticket.department, ticket.work_day), by)
}

fn move_sums_of(
    db: &Connection,
    (person, department, day): (i64, i64, NaiveDate),
    [kpi, measured, line, line_measured, tickets]: [i64; 5],
) -> Stored<()> {
    db.prepare_cached(
        "INSERT INTO day_sum (person_id, department_id, day, kpi_cmin, measured_cmin, line_cmin, line_measured_cmin, tickets)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
         ON CONFLICT (person_id, department_id, day) DO UPDATE SET
             kpi_cmin = kpi_cmin + ?4, measured_cmin = measured_cmin + ?5, line_cmin = line_cmin + ?6,
             line_measured_cmin = line_measured_cmin + ?7, tickets = tickets + ?8",
    )?
    .execute(params![person, department, day.to_string(), kpi, measured, line, line_measured, tickets])?;
    Ok(())
}

/// Moves what the newest version marks on behalf of a colleague, after the close too: K(d) moves by its line alike.
fn move_behalf_sums(db: &Connection, ticket: &TicketRow, version: &VersionRow) -> Stored<()> {
    move_behalf_sum(db, ticket, version.version - 1, -1)?;
    move_behalf_sum(db, ticket, version.version, 1)
}

/// Moves what one version marks on behalf of a colleague into the sum, or out of it.
fn move_behalf_sum(db: &Connection, ticket: &TicketRow, version: i64, sign: i64) -> Stored<()> {
    let mut select = db.prepare_cached(
        "SELECT on_behalf_of, kpi_cmin FROM ticket_version
         WHERE ticket_id = ?1 AND version = ?2 AND on_behalf_of IS NOT NULL",
    )?;
    let marked: Option<(i64, i64)> =
        select.query_row([ticket.id, version], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
    let Some((absent, kpi)) = marked else { return Ok(()) };
    db.prepare_cached(
        "INSERT INTO day_behalf_sum (person_id, department_id, day, absent_id, kpi_cmin) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (person_id, department_id, day, absent_id) DO UPDATE SET kpi_cmin = kpi_cmin + ?5",
    )?
    .execute(params![ticket.person, ticket.department, ticket.work_day.to_string(), absent, sign * kpi])?;
    Ok(())
}

fn move_action_sum(db: &Connection, ticket: &TicketRow, decision: &Weighed, sign: i64) -> Stored<()> {
    db.prepare_cached(
        "INSERT INTO day_action_sum (person_id, department_id, day, set_key, action_id, quantity, hard, kpi_cmin, measured_cmin)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
         ON CONFLICT (person_id, department_id, day, set_key, action_id) DO UPDATE SET
             quantity = quantity + ?6, hard = hard + ?7, kpi_cmin = kpi_cmin + ?8, measured_cmin = measured_cmin + ?9",
    )?
    .execute(params![
        ticket.person,
        ticket.department,
        ticket.work_day.to_string(),
        ticket.set.unwrap_or(0),
        decision.action,
        sign * decision.quantity,
        sign * decision.hard,
        sign * decision.kpi.0,
        sign * decision.measured.0,
    ])?;
    Ok(())
}

const TICKET: &str =
    "SELECT ticket_id, uuid, person_id, department_id, work_day, set_id, finished_at, origin, content FROM ticket";

fn ticket_row(row: &Row<'_>) -> rusqlite::Result<TicketRow> {
    let uuid: String = row.get("uuid")?;
    Ok(TicketRow {
        id: row.get("ticket_id")?,
        uuid: parse_column(&uuid, "ticket.uuid", |text| text.parse().ok())?,
        person: row.get("person_id")?,
        department: row.get("department_id")?,
        work_day: day_column(row, "work_day")?,
        set: row.get("set_id")?,
        finished_at: instant(row.get("finished_at")?, "ticket.finished_at")?,
        origin: row.get("origin")?,
        content: row.get("content")?,
    })
}

fn instant(millis: i64, column: &str) -> rusqlite::Result<Instant> {
    parse_column(&millis.to_string(), column, |_| Instant::from_millis(millis))
}

/// The ticket of an id.
pub fn ticket(db: &Connection, uuid: Uuid) -> Stored<Option<TicketRow>> {
    let mut select = db.prepare_cached(&format!("{TICKET} WHERE uuid = ?1"))?;
    Ok(select.query_row([uuid.to_string()], ticket_row).optional()?)
}

/// The ticket of a store key.
pub fn ticket_by_id(db: &Connection, id: i64) -> Stored<Option<TicketRow>> {
    let mut select = db.prepare_cached(&format!("{TICKET} WHERE ticket_id = ?1"))?;
    Ok(select.query_row([id], ticket_row).optional()?)
}

/// Every ticket in the order of the keys, from after one on, a page at a time.
pub fn page_of_all(db: &Connection, after: i64, limit: i64) -> Stored<Vec<TicketRow>> {
    let mut select = db.prepare_cached(&format!("{TICKET} WHERE ticket_id > ?1 ORDER BY ticket_id LIMIT ?2"))?;
    Ok(select.query_map([after, limit], ticket_row)?.collect::<Result<_, _>>()?)
}

/// A person's tickets of a work day, in order of their finish.
pub fn tickets_of(db: &Connection, person: i64, day: NaiveDate) -> Stored<Vec<TicketRow>> {
    let mut select =
        db.prepare_cached(&format!("{TICKET} WHERE person_id = ?1 AND work_day = ?2 ORDER BY finished_at, ticket_id"))?;
    Ok(select.query_map(params![person, day.to_string()], ticket_row)?.collect::<Result<_, _>>()?)
}

/// Tickets of a stretch of work days in order, from a key on; for exports, a page at a time.
pub fn page(
    db: &Connection,
    from: NaiveDate,
    through: NaiveDate,
    department: Option<i64>,
    after: i64,
    limit: i64,
) -> Stored<Vec<TicketRow>> {
    let mut select = db.prepare_cached(&format!(
        "{TICKET} WHERE work_day BETWEEN ?1 AND ?2 AND (?3 IS NULL OR department_id = ?3) AND ticket_id > ?4 ORDER BY ticket_id LIMIT ?5"
    ))?;
    let rows =
        select.query_map(params![from.to_string(), through.to_string(), department, after, limit], ticket_row)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The versions of a ticket in order.
pub fn versions(db: &Connection, ticket: i64) -> Stored<Vec<VersionRow>> {
    let mut select = db.prepare_cached(
        "SELECT v.*, c.body AS client, m.body AS comment, a.recorded_at FROM ticket_version v
         LEFT JOIN private_text c ON c.text_id = v.client_id
         LEFT JOIN private_text m ON m.text_id = v.comment_id
         LEFT JOIN audit a ON a.seq = v.seq
         WHERE v.ticket_id = ?1 ORDER BY v.version",
    )?;
    let rows = select.query_map([ticket], |row| {
        let channel: String = row.get("channel")?;
        let outcome: Option<String> = row.get("outcome")?;
        let opened_at: Option<i64> = row.get("opened_at")?;
        Ok(VersionRow {
            version: row.get("version")?,
            channel: parse_column(&channel, "ticket_version.channel", Channel::parse)?,
            client: row.get("client")?,
            comment: row.get("comment")?,
            opened_at: opened_at.map(|millis| instant(millis, "ticket_version.opened_at")).transpose()?,
            outcome: outcome
                .map(|text| parse_column(&text, "ticket_version.outcome", ContactOutcome::parse))
                .transpose()?,
            on_behalf_of: row.get("on_behalf_of")?,
            reason: row.get("reason")?,
            person: row.get("person_id")?,
            after_close: row.get::<_, i64>("after_close")? == 1,
            cancelled: row.get::<_, i64>("cancelled")? == 1,
            kpi: CentiMinutes(row.get("kpi_cmin")?),
            measured: CentiMinutes(row.get("measured_cmin")?),
            line: CentiMinutes(row.get("line_cmin")?),
            line_measured: CentiMinutes(row.get("line_measured_cmin")?),
            at: row.get::<_, Option<i64>>("recorded_at")?.unwrap_or_default(),
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The decisions of a ticket's version in order.
pub fn decisions(db: &Connection, ticket: i64, version: i64) -> Stored<Vec<DecisionRow>> {
    let mut select = db.prepare_cached(
        "SELECT d.*, a.code, p.paid_on FROM decision d JOIN action a ON a.action_id = d.action_id
         LEFT JOIN decision_payment p ON p.ticket_id = d.ticket_id AND p.version = d.version AND p.line = d.line
         WHERE d.ticket_id = ?1 AND d.version = ?2 ORDER BY d.line",
    )?;
    let rows = select.query_map([ticket, version], decision_row)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// A decision as its ticket or its claim stores it.
pub(super) fn decision_row(row: &Row<'_>) -> rusqlite::Result<DecisionRow> {
    let norm = CentiMinutes(row.get("norm_cmin")?);
    let amount = row.get::<_, Option<i64>>("amount_minor")?.map(Money);
    let paid_on = super::optional_day_column(row, "paid_on")?;
    Ok(DecisionRow {
        weighed: Weighed {
            action: row.get("action_id")?,
            quantity: row.get("quantity")?,
            hard: row.get("hard")?,
            norm,
            boost: BasisPoints(row.get("boost_bp")?),
            weight: CentiMinutes(row.get("weight_cmin")?),
            kpi: CentiMinutes(row.get("kpi_cmin")?),
            measured: CentiMinutes(row.get("measured_cmin")?),
            without_norm: norm == CentiMinutes::ZERO,
        },
        action_code: row.get("code")?,
        deal: amount.map(|amount| Deal { amount, paid_on }),
    })
}

/// Whether a department has a ticket on or after a work day.
pub fn any_since(db: &Connection, department: i64, day: NaiveDate) -> Stored<bool> {
    let mut select =
        db.prepare_cached("SELECT EXISTS (SELECT 1 FROM ticket WHERE department_id = ?1 AND work_day >= ?2)")?;
    Ok(select.query_row(params![department, day.to_string()], |row| row.get::<_, i64>(0))? == 1)
}

/// Hard and all decisions of an action that a department logged: the share by the marks on tickets.
pub fn hard_marks(db: &Connection, department: i64, action: i64) -> Stored<Marks> {
    let mut select = db.prepare_cached(
        "SELECT COALESCE(SUM(hard), 0) AS hard, COALESCE(SUM(quantity), 0) AS quantity, MIN(day) AS first, MAX(day) AS last
         FROM day_action_sum WHERE action_id = ?1 AND department_id = ?2 AND quantity > 0",
    )?;
    let marks = select.query_row([action, department], |row| {
        let days = super::optional_day_column(row, "first")?.zip(super::optional_day_column(row, "last")?);
        Ok(Marks { hard: row.get("hard")?, all: row.get("quantity")?, days })
    });
    Ok(marks?)
}

/// How many decisions of an action were marked as hard cases.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Marks {
    /// Hard cases.
    pub hard: i64,
    /// All decisions.
    pub all: i64,
    /// First and last day they were counted on.
    pub days: Option<(NaiveDate, NaiveDate)>,
}

/// A person's most frequent actions since a day: (action key, quantity), most frequent first.
pub fn frequent_actions(db: &Connection, person: i64, since: NaiveDate) -> Stored<Vec<(i64, i64)>> {
    let mut select = db.prepare_cached(
        "SELECT action_id, SUM(quantity) FROM day_action_sum WHERE person_id = ?1 AND day >= ?2
         GROUP BY action_id HAVING SUM(quantity) > 0 ORDER BY SUM(quantity) DESC, action_id LIMIT 9",
    )?;
    let rows = select.query_map(params![person, since.to_string()], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
