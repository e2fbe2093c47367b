//! The map of deal stages, the CRM's stage history, and what became of each line of it.
//!
//! Invariant: a stage counts once a deal; a line of the history that has no outcome waits in the queue.

use rusqlite::types::Value as Sql;
use rusqlite::{Connection, OptionalExtension, Row, params};
use uuid::Uuid;

use super::facts::FactWriter;
use super::{Stored, parse_column};
use crate::domain::code::folded;
use crate::domain::instant::Instant;

/// A mapped stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StageRow {
    /// The store's key.
    pub id: i64,
    /// The pipeline, as the CRM names it.
    pub pipeline: String,
    /// The stage, as the CRM names it.
    pub stage: String,
    /// It moves by itself and weighs 0.
    pub self_moving: bool,
    /// What reaching it means: action key and quantity.
    pub decisions: Vec<(i64, i64)>,
}

/// A line of the stage history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MoveRow {
    /// The store's key.
    pub id: i64,
    /// The record's id, made from the history's.
    pub uuid: Uuid,
    /// The history's own id.
    pub key: String,
    /// The deal.
    pub deal: String,
    /// The pipeline.
    pub pipeline: String,
    /// The stage.
    pub stage: String,
    /// When.
    pub moved: Instant,
    /// The responsible, as the CRM names them.
    pub responsible: String,
    /// Who moved it, as the CRM names them.
    pub moved_by: Option<String>,
    /// Client reference.
    pub client: Option<String>,
    /// Digest of what a second record of the same line must share.
    pub content: String,
}

/// Maps a stage; the newest counts.
pub fn add_map(facts: &mut FactWriter<'_>, row: &StageRow) -> Stored<i64> {
    let id = facts.next_id("stage_map", "map_id")?;
    facts.insert(
        "stage_map",
        &["map_id"],
        vec![
            ("map_id", Sql::Integer(id)),
            ("pipeline", Sql::Text(row.pipeline.clone())),
            ("stage", Sql::Text(row.stage.clone())),
            ("pipeline_folded", Sql::Text(folded(&row.pipeline))),
            ("stage_folded", Sql::Text(folded(&row.stage))),
            ("self_moving", Sql::Integer(i64::from(row.self_moving))),
        ],
    )?;
    for (line, (action, quantity)) in (1_i64..).zip(&row.decisions) {
        facts.insert(
            "stage_map_decision",
            &["map_id", "line"],
            vec![
                ("map_id", Sql::Integer(id)),
                ("line", Sql::Integer(line)),
                ("action_id", Sql::Integer(*action)),
                ("quantity", Sql::Integer(*quantity)),
            ],
        )?;
    }
    Ok(id)
}

fn map_row(row: &Row<'_>) -> rusqlite::Result<StageRow> {
    Ok(StageRow {
        id: row.get("map_id")?,
        pipeline: row.get("pipeline")?,
        stage: row.get("stage")?,
        self_moving: row.get::<_, i64>("self_moving")? == 1,
        decisions: Vec::new(),
    })
}

fn with_decisions(db: &Connection, row: StageRow) -> Stored<StageRow> {
    let mut select =
        db.prepare_cached("SELECT action_id, quantity FROM stage_map_decision WHERE map_id = ?1 ORDER BY line")?;
    let decisions = select.query_map([row.id], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?;
    Ok(StageRow { decisions, ..row })
}

/// How a stage is mapped now.
pub fn map_of(db: &Connection, pipeline: &str, stage: &str) -> Stored<Option<StageRow>> {
    let mut select = db.prepare_cached(
        "SELECT map_id, pipeline, stage, self_moving FROM stage_map WHERE pipeline_folded = ?1 AND stage_folded = ?2
         ORDER BY map_id DESC LIMIT 1",
    )?;
    let row = select.query_row([folded(pipeline), folded(stage)], map_row).optional()?;
    row.map(|row| with_decisions(db, row)).transpose()
}

/// Every stage as it is mapped now, by pipeline and stage.
pub fn maps(db: &Connection) -> Stored<Vec<StageRow>> {
    let mut select = db.prepare_cached(
        "SELECT m.map_id, m.pipeline, m.stage, m.self_moving FROM stage_map m
         WHERE m.map_id = (SELECT MAX(n.map_id) FROM stage_map n
             WHERE n.pipeline_folded = m.pipeline_folded AND n.stage_folded = m.stage_folded)
         ORDER BY m.pipeline_folded, m.map_id",
    )?;
    let rows: Vec<StageRow> = select.query_map([], map_row)?.collect::<Result<_, _>>()?;
    rows.into_iter().map(|row| with_decisions(db, row)).collect()
}

/// Writes a line of the history; it waits until it has an outcome.
pub fn add_move(db: &Connection, facts: &mut FactWriter<'_>, row: &MoveRow) -> Stored<i64> {
    let id = facts.next_id("deal_move", "move_id")?;
    let client = facts.optional_text(row.client.as_deref())?;
    facts.insert(
        "deal_move",
        &["move_id"],
        vec![
            ("move_id", Sql::Integer(id)),
            ("uuid", Sql::Text(row.uuid.to_string())),
            ("history_key", Sql::Text(row.key.clone())),
            ("deal", Sql::Text(row.deal.clone())),
            ("pipeline", Sql::Text(row.pipeline.clone())),
            ("stage", Sql::Text(row.stage.clone())),
            ("moved_at", Sql::Integer(row.moved.millis())),
            ("responsible", Sql::Text(row.responsible.clone())),
            ("moved_by", Sql::from(row.moved_by.clone())),
            ("client_id", Sql::from(client)),
            ("content", Sql::Text(row.content.clone())),
        ],
    )?;
    super::queue::wait(db, "stage", id, row.moved.millis(), &folded(&row.responsible))?;
    Ok(id)
}

/// What became of a line of the history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MoveOutcome<'a> {
    /// It made a ticket.
    Ticket(i64),
    /// Its day was closed: it made a claim.
    Claim(i64),
    /// The deal had reached the stage before.
    Again,
    /// Somebody put it aside with a reason.
    Dismissed(&'a str),
}

impl MoveOutcome<'_> {
    /// The outcome as it is stored.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ticket(_) => "ticket",
            Self::Claim(_) => "claim",
            Self::Again => "again",
            Self::Dismissed(_) => "dismissed",
        }
    }
}

/// Writes what became of a line of the history; it waits no longer.
pub fn add_outcome(db: &Connection, facts: &mut FactWriter<'_>, row: &MoveRow, outcome: MoveOutcome<'_>) -> Stored<()> {
    let (ticket, claim, reason) = match outcome {
        MoveOutcome::Ticket(ticket) => (Some(ticket), None, None),
        MoveOutcome::Claim(claim) => (None, Some(claim), None),
        MoveOutcome::Again => (None, None, None),
        MoveOutcome::Dismissed(reason) => (None, None, Some(facts.private_text(reason)?)),
    };
    if ticket.is_some() || claim.is_some() {
        facts.insert(
            "deal_stage",
            &["deal", "pipeline_folded", "stage_folded"],
            vec![
                ("deal", Sql::Text(row.deal.clone())),
                ("pipeline_folded", Sql::Text(folded(&row.pipeline))),
                ("stage_folded", Sql::Text(folded(&row.stage))),
                ("move_id", Sql::Integer(row.id)),
            ],
        )?;
    }
    facts.insert(
        "deal_outcome",
        &["move_id"],
        vec![
            ("move_id", Sql::Integer(row.id)),
            ("outcome", Sql::Text(outcome.as_str().to_owned())),
            ("ticket_id", Sql::from(ticket)),
            ("claim_id", Sql::from(claim)),
            ("reason_id", Sql::from(reason)),
        ],
    )?;
    super::queue::leave(db, "stage", row.id)
}

/// Whether a deal has reached a stage before.
pub fn reached(db: &Connection, deal: &str, pipeline: &str, stage: &str) -> Stored<bool> {
    let mut select = db.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM deal_stage WHERE deal = ?1 AND pipeline_folded = ?2 AND stage_folded = ?3)",
    )?;
    Ok(select.query_row(params![deal, folded(pipeline), folded(stage)], |row| row.get::<_, i64>(0))? == 1)
}

const MOVE: &str = "SELECT m.move_id, m.uuid, m.history_key, m.deal, m.pipeline, m.stage, m.moved_at, m.responsible,
        m.moved_by, p.body AS client, m.content
    FROM deal_move m LEFT JOIN private_text p ON p.text_id = m.client_id";

fn move_row(row: &Row<'_>) -> rusqlite::Result<MoveRow> {
    let uuid: String = row.get("uuid")?;
    let moved: i64 = row.get("moved_at")?;
    Ok(MoveRow {
        id: row.get("move_id")?,
        uuid: parse_column(&uuid, "deal_move.uuid", |text| text.parse().ok())?,
        key: row.get("history_key")?,
        deal: row.get("deal")?,
        pipeline: row.get("pipeline")?,
        stage: row.get("stage")?,
        moved: parse_column(&moved.to_string(), "deal_move.moved_at", |_| Instant::from_millis(moved))?,
        responsible: row.get("responsible")?,
        moved_by: row.get("moved_by")?,
        client: row.get("client")?,
        content: row.get("content")?,
    })
}

/// The line of an id.
pub fn stage_move(db: &Connection, uuid: Uuid) -> Stored<Option<MoveRow>> {
    let mut select = db.prepare_cached(&format!("{MOVE} WHERE m.uuid = ?1"))?;
    Ok(select.query_row([uuid.to_string()], move_row).optional()?)
}

/// The line of a store key.
pub fn move_by_id(db: &Connection, id: i64) -> Stored<Option<MoveRow>> {
    let mut select = db.prepare_cached(&format!("{MOVE} WHERE m.move_id = ?1"))?;
    Ok(select.query_row([id], move_row).optional()?)
}

/// The lines that wait for this stage to be mapped, oldest first.
pub fn waiting_for(db: &Connection, pipeline: &str, stage: &str, limit: usize) -> Stored<Vec<MoveRow>> {
    let mut select = db.prepare_cached("SELECT id FROM waiting WHERE kind = 'stage' ORDER BY at, id")?;
    let ids: Vec<i64> = select.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    let (pipeline, stage) = (folded(pipeline), folded(stage));
    let mut rows = Vec::new();
    for id in ids {
        let row = move_by_id(db, id)?;
        rows.extend(row.filter(|row| folded(&row.pipeline) == pipeline && folded(&row.stage) == stage));
        if rows.len() == limit {
            break;
        }
    }
    Ok(rows)
}
