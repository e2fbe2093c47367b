//! Claims of forgotten tickets, and corrections of many tickets by one cause.
//!
//! Invariant: an accepted claim is a correction line of its closed day, weighed by that day's set.

use chrono::NaiveDate;
use rusqlite::types::Value as Sql;
use rusqlite::{Connection, OptionalExtension, Row, params};
use uuid::Uuid;

use super::facts::FactWriter;
use super::tickets::{self, DecisionRow, decision_row};
use super::{Stored, day_column, parse_column};
use crate::domain::instant::Instant;
use crate::domain::ticket::{Channel, Deal, Weighed};
use crate::domain::units::CentiMinutes;

/// A claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimRow {
    /// The store's key.
    pub id: i64,
    /// The claim's id.
    pub uuid: Uuid,
    /// Whose it is.
    pub person: i64,
    /// The department it counts for.
    pub department: i64,
    /// The closed day.
    pub work_day: NaiveDate,
    /// The set in force that day.
    pub set: Option<i64>,
    /// When the work was finished.
    pub finished: Instant,
    /// `operator`, or `stage` for a deal stage whose record came after the close.
    pub origin: String,
    /// The channel.
    pub channel: Channel,
    /// Client reference.
    pub client: Option<String>,
    /// The colleague it was done for.
    pub on_behalf_of: Option<i64>,
    /// Why it was not logged that day.
    pub reason: String,
    /// Σ quantity × weight.
    pub kpi: CentiMinutes,
    /// Σ quantity × norm.
    pub measured: CentiMinutes,
    /// When it was claimed, Unix ms.
    pub at: i64,
    /// What was decided: accepted or not, by whom (person key), why, when (Unix ms).
    pub outcome: Option<ClaimOutcome>,
}

/// What was decided on a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimOutcome {
    /// Whether it became a correction line.
    pub accepted: bool,
    /// Who decided.
    pub person: i64,
    /// Why.
    pub reason: String,
    /// When, Unix ms.
    pub at: i64,
}

/// Writes a claim with its decisions.
pub fn add_claim(facts: &mut FactWriter<'_>, claim: &ClaimRow, decisions: &[(Weighed, Option<Deal>)]) -> Stored<i64> {
    let id = facts.next_id("claim", "claim_id")?;
    let client = facts.optional_text(claim.client.as_deref())?;
    let reason = facts.private_text(&claim.reason)?;
    facts.insert(
        "claim",
        &["claim_id"],
        vec![
            ("claim_id", Sql::Integer(id)),
            ("uuid", Sql::Text(claim.uuid.to_string())),
            ("person_id", Sql::Integer(claim.person)),
            ("department_id", Sql::Integer(claim.department)),
            ("work_day", Sql::Text(claim.work_day.to_string())),
            ("set_id", Sql::from(claim.set)),
            ("finished_at", Sql::Integer(claim.finished.millis())),
            ("origin", Sql::Text(claim.origin.clone())),
            ("channel", Sql::Text(claim.channel.as_str().to_owned())),
            ("client_id", Sql::from(client)),
            ("on_behalf_of", Sql::from(claim.on_behalf_of)),
            ("reason_id", Sql::Integer(reason)),
            ("kpi_cmin", Sql::Integer(claim.kpi.0)),
            ("measured_cmin", Sql::Integer(claim.measured.0)),
        ],
    )?;
    for (line, (decision, deal)) in (1_i64..).zip(decisions) {
        facts.insert(
            "claim_decision",
            &["claim_id", "line"],
            vec![
                ("claim_id", Sql::Integer(id)),
                ("line", Sql::Integer(line)),
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
                "claim_payment",
                &["claim_id", "line"],
                vec![
                    ("claim_id", Sql::Integer(id)),
                    ("line", Sql::Integer(line)),
                    ("paid_on", Sql::Text(paid_on.to_string())),
                ],
            )?;
        }
    }
    Ok(id)
}

/// Decides on a claim; accepted, it moves its day's correction lines and the sums of amounts.
pub fn decide(
    db: &Connection,
    facts: &mut FactWriter<'_>,
    claim: &ClaimRow,
    person: i64,
    accepted: bool,
    reason: &str,
) -> Stored<()> {
    let text = facts.private_text(reason)?;
    facts.insert(
        "claim_outcome",
        &["claim_id"],
        vec![
            ("claim_id", Sql::Integer(claim.id)),
            ("accepted", Sql::Integer(i64::from(accepted))),
            ("person_id", Sql::Integer(person)),
            ("reason_id", Sql::Integer(text)),
        ],
    )?;
    if accepted {
        let owner = (claim.person, claim.department);
        tickets::add_line(db, owner, claim.work_day, (claim.kpi, claim.measured))?;
        super::amounts::add_claim(db, claim)?;
    }
    Ok(())
}

const CLAIM: &str =
    "SELECT c.*, p.body AS client, r.body AS reason, a.recorded_at AS at, o.accepted, o.person_id AS decided_by,
        w.body AS why, b.recorded_at AS decided_at
    FROM claim c JOIN audit a ON a.seq = c.seq
    LEFT JOIN private_text p ON p.text_id = c.client_id
    LEFT JOIN private_text r ON r.text_id = c.reason_id
    LEFT JOIN claim_outcome o ON o.claim_id = c.claim_id
    LEFT JOIN private_text w ON w.text_id = o.reason_id
    LEFT JOIN audit b ON b.seq = o.seq";

fn claim_row(row: &Row<'_>) -> rusqlite::Result<ClaimRow> {
    let (uuid, channel): (String, String) = (row.get("uuid")?, row.get("channel")?);
    let finished: i64 = row.get("finished_at")?;
    let accepted: Option<i64> = row.get("accepted")?;
    let outcome = match accepted {
        Some(accepted) => Some(ClaimOutcome {
            accepted: accepted == 1,
            person: row.get("decided_by")?,
            reason: row.get::<_, Option<String>>("why")?.unwrap_or_default(),
            at: row.get("decided_at")?,
        }),
        None => None,
    };
    Ok(ClaimRow {
        id: row.get("claim_id")?,
        uuid: parse_column(&uuid, "claim.uuid", |text| text.parse().ok())?,
        person: row.get("person_id")?,
        department: row.get("department_id")?,
        work_day: day_column(row, "work_day")?,
        set: row.get("set_id")?,
        finished: parse_column(&finished.to_string(), "claim.finished_at", |_| Instant::from_millis(finished))?,
        origin: row.get("origin")?,
        channel: parse_column(&channel, "claim.channel", Channel::parse)?,
        client: row.get("client")?,
        on_behalf_of: row.get("on_behalf_of")?,
        reason: row.get::<_, Option<String>>("reason")?.unwrap_or_default(),
        kpi: CentiMinutes(row.get("kpi_cmin")?),
        measured: CentiMinutes(row.get("measured_cmin")?),
        at: row.get("at")?,
        outcome,
    })
}

/// The claim of an id.
pub fn claim(db: &Connection, uuid: Uuid) -> Stored<Option<ClaimRow>> {
    let mut select = db.prepare_cached(&format!("{CLAIM} WHERE c.uuid = ?1"))?;
    Ok(select.query_row([uuid.to_string()], claim_row).optional()?)
}

/// Claims: those that wait first (oldest first), then the latest decided since a moment (Unix ms).
pub fn claims(
    db: &Connection,
    person: Option<i64>,
    department: Option<i64>,
    since: i64,
    limit: i64,
) -> Stored<Vec<ClaimRow>> {
    let mut select = db.prepare_cached(&format!(
        "{CLAIM} WHERE (?1 IS NULL OR c.person_id = ?1) AND (?2 IS NULL OR c.department_id = ?2)
             AND (o.claim_id IS NULL OR b.recorded_at >= ?3)
         ORDER BY o.claim_id IS NOT NULL, CASE WHEN o.claim_id IS NULL THEN c.claim_id ELSE -o.seq END LIMIT ?4"
    ))?;
    Ok(select.query_map(params![person, department, since, limit], claim_row)?.collect::<Result<_, _>>()?)
}

/// The accepted claims of a person's day, in order.
pub fn accepted_on(db: &Connection, person: i64, day: NaiveDate) -> Stored<Vec<ClaimRow>> {
    let mut select = db.prepare_cached(&format!(
        "{CLAIM} WHERE c.person_id = ?1 AND c.work_day = ?2 AND o.accepted = 1 ORDER BY o.seq, c.claim_id"
    ))?;
    Ok(select.query_map(params![person, day.to_string()], claim_row)?.collect::<Result<_, _>>()?)
}

/// The decisions of a claim in order.
pub fn decisions(db: &Connection, claim: i64) -> Stored<Vec<DecisionRow>> {
    let mut select = db.prepare_cached(
        "SELECT d.*, a.code, p.paid_on FROM claim_decision d JOIN action a ON a.action_id = d.action_id
         LEFT JOIN claim_payment p ON p.claim_id = d.claim_id AND p.line = d.line
         WHERE d.claim_id = ?1 ORDER BY d.line",
    )?;
    let rows = select.query_map([claim], decision_row)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Writes a correction of many tickets; the versions follow.
pub fn add_correction(facts: &mut FactWriter<'_>, uuid: Uuid, person: i64, reason: &str) -> Stored<i64> {
    let id = facts.next_id("correction", "correction_id")?;
    facts.insert(
        "correction",
        &["correction_id"],
        vec![
            ("correction_id", Sql::Integer(id)),
            ("uuid", Sql::Text(uuid.to_string())),
            ("person_id", Sql::Integer(person)),
            ("reason", Sql::Text(reason.to_owned())),
        ],
    )?;
    Ok(id)
}

/// Says that a version was written by a correction of many.
pub fn add_correction_ticket(facts: &mut FactWriter<'_>, correction: i64, ticket: i64, version: i64) -> Stored<()> {
    facts.insert(
        "correction_ticket",
        &["ticket_id", "version"],
        vec![
            ("ticket_id", Sql::Integer(ticket)),
            ("version", Sql::Integer(version)),
            ("correction_id", Sql::Integer(correction)),
        ],
    )
}

/// Whether there is a correction of many with this id.
pub fn is_correction(db: &Connection, uuid: Uuid) -> Stored<bool> {
    let mut select = db.prepare_cached("SELECT EXISTS (SELECT 1 FROM correction WHERE uuid = ?1)")?;
    Ok(select.query_row([uuid.to_string()], |row| row.get::<_, i64>(0))? == 1)
}

/// A version that was written after its day closed: a correction line, or a part of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineRow {
    /// When it was written, Unix ms.
    pub at: i64,
    /// Who wrote it.
    pub person: i64,
    /// Why.
    pub reason: String,
    /// The ticket.
    pub ticket: Uuid,
    /// The correction of many that wrote it.
    pub correction: Option<i64>,
    /// The minutes it adds.
    pub line: CentiMinutes,
}

/// The versions of a person's day that were written after its close, in order.
pub fn lines_of(db: &Connection, person: i64, day: NaiveDate) -> Stored<Vec<LineRow>> {
    let mut select = db.prepare_cached(
        "SELECT a.recorded_at, v.person_id, v.reason, t.uuid, c.correction_id, v.line_cmin
         FROM ticket t JOIN ticket_version v ON v.ticket_id = t.ticket_id AND v.after_close = 1
         JOIN audit a ON a.seq = v.seq
         LEFT JOIN correction_ticket c ON c.ticket_id = v.ticket_id AND c.version = v.version
         WHERE t.person_id = ?1 AND t.work_day = ?2 ORDER BY v.seq, t.ticket_id",
    )?;
    let rows = select.query_map(params![person, day.to_string()], |row| {
        let uuid: String = row.get(3)?;
        Ok(LineRow {
            at: row.get(0)?,
            person: row.get(1)?,
            reason: row.get::<_, Option<String>>(2)?.unwrap_or_default(),
            ticket: parse_column(&uuid, "ticket.uuid", |text| text.parse().ok())?,
            correction: row.get(4)?,
            line: CentiMinutes(row.get(5)?),
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
