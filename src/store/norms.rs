//! Norm sets, their lines and states, and the orders that put them in force.

use chrono::NaiveDate;
use rusqlite::types::Value as Sql;
use rusqlite::{Connection, OptionalExtension, Row};
use uuid::Uuid;

use super::facts::FactWriter;
use super::{Stored, day_column, optional_day_column, parse_column};
use crate::domain::allowance::Convention;
use crate::domain::code::{Code, folded};
use crate::domain::norm_set::{Basis, Evidence, NormLine};
use crate::domain::units::{BasisPoints, CentiMinutes};

/// A norm set's own row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetRow {
    /// The store's key.
    pub id: i64,
    /// The set's id.
    pub uuid: Uuid,
    /// The department it is for.
    pub department: i64,
    /// Its name.
    pub name: String,
    /// The allowance on every measured norm without one of its own.
    pub allowance: BasisPoints,
    /// What the allowances are a share of.
    pub convention: Convention,
    /// The version of the newest terms; 0 where they stand in the set's own row.
    pub terms: i64,
    /// What it was drafted from: `studies`, `empty`, or a set's id.
    pub origin: String,
}

/// A step of a set: under pilot, submitted with grounds, returned with a comment, or withdrawn with a reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepRow {
    /// `pilot`, `submitted`, `returned` or `withdrawn`.
    pub state: String,
    /// Who did it.
    pub person: i64,
    /// Grounds, comment or reason.
    pub text: String,
    /// The audit entry that wrote it: steps are ordered by it.
    pub seq: i64,
}

/// An approved order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderRow {
    /// The store's key.
    pub id: i64,
    /// The order's id.
    pub uuid: Uuid,
    /// The set it approves.
    pub set: i64,
    /// The department.
    pub department: i64,
    /// The order's number.
    pub number: String,
    /// The order's own date.
    pub date: NaiveDate,
    /// The work day from which the set is in force.
    pub effective: NaiveDate,
    /// The start of that work day, Unix ms.
    pub effective_at: i64,
    /// Who approved it.
    pub approved_by: i64,
    /// Why the notice is short, or the date in the past.
    pub early_reason: Option<String>,
    /// Why there was no full pilot.
    pub pilot_reason: Option<String>,
    /// Opinion of the employees' representative body.
    pub representative: Option<String>,
    /// SHA-256 of the set's canonical form.
    pub fingerprint: String,
    /// The audit chain's head before the approval.
    pub chain_head: String,
    /// Who reset the approver's password within the last 24 h, where somebody did.
    pub password_reset_by: Option<String>,
    /// When it was approved, Unix ms.
    pub approved_at: i64,
    /// The audit entry that wrote it.
    pub seq: i64,
    /// Whether another order has revoked it.
    pub revoked: bool,
}

/// Writes a norm set.
pub fn add_set(facts: &mut FactWriter<'_>, set: &SetRow) -> Stored<i64> {
    let id = facts.next_id("norm_set", "set_id")?;
    facts.insert(
        "norm_set",
        &["set_id"],
        vec![
            ("set_id", Sql::Integer(id)),
            ("uuid", Sql::Text(set.uuid.to_string())),
            ("department_id", Sql::Integer(set.department)),
            ("name", Sql::Text(set.name.clone())),
            ("allowance_bp", Sql::Integer(set.allowance.0)),
            ("origin", Sql::Text(set.origin.clone())),
        ],
    )?;
    Ok(id)
}

const SET: &str = "SELECT s.set_id, s.uuid, s.department_id, COALESCE(t.name, s.name) AS name,
        COALESCE(t.allowance_bp, s.allowance_bp) AS allowance_bp, s.origin, COALESCE(t.convention, 'normal') AS convention,
        COALESCE(t.version, 0) AS terms
    FROM norm_set s LEFT JOIN set_terms t ON t.set_id = s.set_id
        AND t.version = (SELECT MAX(n.version) FROM set_terms n WHERE n.set_id = s.set_id)";

fn set_row(row: &Row<'_>) -> rusqlite::Result<SetRow> {
    let uuid: String = row.get("uuid")?;
    let convention: String = row.get("convention")?;
    Ok(SetRow {
        id: row.get("set_id")?,
        uuid: parse_column(&uuid, "norm_set.uuid", |text| text.parse().ok())?,
        department: row.get("department_id")?,
        name: row.get("name")?,
        allowance: BasisPoints(row.get("allowance_bp")?),
        convention: parse_column(&convention, "set_terms.convention", Convention::parse)?,
        terms: row.get("terms")?,
        origin: row.get("origin")?,
    })
}

/// The set of an id.
pub fn set(db: &Connection, uuid: Uuid) -> Stored<Option<SetRow>> {
    let mut select = db.prepare_cached(&format!("{SET} WHERE s.uuid = ?1"))?;
    Ok(select.query_row([uuid.to_string()], set_row).optional()?)
}

/// The set of a store key.
pub fn set_by_id(db: &Connection, id: i64) -> Stored<Option<SetRow>> {
    let mut select = db.prepare_cached(&format!("{SET} WHERE s.set_id = ?1"))?;
    Ok(select.query_row([id], set_row).optional()?)
}

/// Every set, newest first.
pub fn sets(db: &Connection) -> Stored<Vec<SetRow>> {
    let mut select = db.prepare_cached(&format!("{SET} ORDER BY s.set_id DESC"))?;
    Ok(select.query_map([], set_row)?.collect::<Result<_, _>>()?)
}

/// Writes a line; a later version replaces an earlier one while the set is a draft.
pub fn add_line(facts: &mut FactWriter<'_>, set: i64, line: &NormLine, study: Option<i64>, version: i64) -> Stored<()> {
    facts.insert(
        "norm_line",
        &["set_id", "action_id", "version"],
        vec![
            ("set_id", Sql::Integer(set)),
            ("action_id", Sql::Integer(line.action)),
            ("version", Sql::Integer(version)),
            ("basis", Sql::Text(line.basis.as_str().to_owned())),
            ("study_id", Sql::from(study)),
            ("norm_cmin", Sql::Integer(line.norm.0)),
            ("boost_bp", Sql::Integer(line.boost.0)),
            ("boost_reason", Sql::from(line.boost_reason.clone())),
            ("weight_cmin", Sql::Integer(line.weight.0)),
            ("allowance_bp", Sql::from(line.allowance.map(|share| share.0))),
            ("hard_share_bp", Sql::from(line.hard_share.map(|share| share.0))),
            ("hard_share_count", Sql::from(line.hard_share_count)),
            ("hard_share_source", Sql::from(line.hard_share_source.clone())),
            ("regular_count", Sql::Integer(line.regular_count)),
            ("hard_count", Sql::Integer(line.hard_count)),
            ("excluded_count", Sql::Integer(line.excluded_count)),
            ("exact", Sql::from(line.exact.clone())),
            ("reason", Sql::from(line.reason.clone())),
        ],
    )?;
    let Some(evidence) = &line.evidence else { return Ok(()) };
    facts.insert(
        "norm_evidence",
        &["set_id", "action_id", "version"],
        vec![
            ("set_id", Sql::Integer(set)),
            ("action_id", Sql::Integer(line.action)),
            ("version", Sql::Integer(version)),
            ("method", Sql::Text(evidence.method.clone())),
            ("low_ms", Sql::from(evidence.interval_ms.map(|(low, _)| low))),
            ("high_ms", Sql::from(evidence.interval_ms.map(|(_, high)| high))),
            ("operators", Sql::Integer(evidence.operators)),
            ("share_from_day", Sql::from(evidence.share_days.map(|(from, _)| from.to_string()))),
            ("share_to_day", Sql::from(evidence.share_days.map(|(_, to)| to.to_string()))),
        ],
    )
}

/// The next version of an action's line in a set.
pub fn next_line(db: &Connection, set: i64, action: i64) -> Stored<i64> {
    let mut select =
        db.prepare_cached("SELECT COALESCE(MAX(version), 0) + 1 FROM norm_line WHERE set_id = ?1 AND action_id = ?2")?;
    Ok(select.query_row([set, action], |row| row.get(0))?)
}

/// The newest line of each action in a set, by the action's code.
pub fn lines(db: &Connection, set: i64) -> Stored<Vec<NormLine>> {
    let mut select = db.prepare_cached(
        "SELECT l.*, a.code AS action_code, s.uuid AS study_uuid, e.method, e.low_ms, e.high_ms, e.operators,
             e.share_from_day, e.share_to_day
         FROM norm_line l
         JOIN action a ON a.action_id = l.action_id
         LEFT JOIN study s ON s.study_id = l.study_id
         LEFT JOIN norm_evidence e ON e.set_id = l.set_id AND e.action_id = l.action_id AND e.version = l.version
         WHERE l.set_id = ?1 AND l.version = (
             SELECT MAX(n.version) FROM norm_line n WHERE n.set_id = l.set_id AND n.action_id = l.action_id)
         ORDER BY a.code",
    )?;
    Ok(select.query_map([set], line_row)?.collect::<Result<_, _>>()?)
}

fn line_row(row: &Row<'_>) -> rusqlite::Result<NormLine> {
    let code: String = row.get("action_code")?;
    let basis: String = row.get("basis")?;
    let study: Option<String> = row.get("study_uuid")?;
    Ok(NormLine {
        action: row.get("action_id")?,
        action_code: parse_column(&code, "action.code", |text| Code::new(text).ok())?,
        basis: parse_column(&basis, "norm_line.basis", Basis::parse)?,
        study: study.map(|study| parse_column(&study, "study.uuid", |text| text.parse().ok())).transpose()?,
        norm: CentiMinutes(row.get("norm_cmin")?),
        boost: BasisPoints(row.get("boost_bp")?),
        boost_reason: row.get("boost_reason")?,
        weight: CentiMinutes(row.get("weight_cmin")?),
        allowance: row.get::<_, Option<i64>>("allowance_bp")?.map(BasisPoints),
        hard_share: row.get::<_, Option<i64>>("hard_share_bp")?.map(BasisPoints),
        hard_share_count: row.get("hard_share_count")?,
        hard_share_source: row.get("hard_share_source")?,
        regular_count: row.get("regular_count")?,
        hard_count: row.get("hard_count")?,
        excluded_count: row.get("excluded_count")?,
        exact: row.get("exact")?,
        evidence: evidence_row(row)?,
        reason: row.get("reason")?,
    })
}

fn evidence_row(row: &Row<'_>) -> rusqlite::Result<Option<Evidence>> {
    let Some(method) = row.get::<_, Option<String>>("method")? else { return Ok(None) };
    let (low, high): (Option<i64>, Option<i64>) = (row.get("low_ms")?, row.get("high_ms")?);
    let (from, to) = (optional_day_column(row, "share_from_day")?, optional_day_column(row, "share_to_day")?);
    Ok(Some(Evidence {
        method,
        interval_ms: low.zip(high),
        operators: row.get("operators")?,
        share_days: from.zip(to),
    }))
}

/// Norm, boost and weight of one action in a set.
pub fn weight_of(db: &Connection, set: i64, action: i64) -> Stored<Option<(CentiMinutes, BasisPoints, CentiMinutes)>> {
    let mut select = db.prepare_cached(
        "SELECT norm_cmin, boost_bp, weight_cmin FROM norm_line WHERE set_id = ?1 AND action_id = ?2 ORDER BY version DESC LIMIT 1",
    )?;
    let row = select.query_row([set, action], |row| {
        Ok((CentiMinutes(row.get(0)?), BasisPoints(row.get(1)?), CentiMinutes(row.get(2)?)))
    });
    Ok(row.optional()?)
}

/// Writes a step of a set.
pub fn add_step(
    facts: &mut FactWriter<'_>,
    db: &Connection,
    set: i64,
    state: &str,
    person: i64,
    text: &str,
) -> Stored<()> {
    let step: i64 = db
        .prepare_cached("SELECT COALESCE(MAX(step), 0) + 1 FROM set_state WHERE set_id = ?1")?
        .query_row([set], |row| row.get(0))?;
    facts.insert(
        "set_state",
        &["set_id", "step"],
        vec![
            ("set_id", Sql::Integer(set)),
            ("step", Sql::Integer(step)),
            ("state", Sql::Text(state.to_owned())),
            ("person_id", Sql::Integer(person)),
            ("text", Sql::Text(text.to_owned())),
        ],
    )
}

/// The steps of a set in order.
pub fn steps(db: &Connection, set: i64) -> Stored<Vec<StepRow>> {
    let mut select =
        db.prepare_cached("SELECT state, person_id, text, seq FROM set_step WHERE set_id = ?1 ORDER BY seq")?;
    let rows = select.query_map([set], |row| {
        Ok(StepRow { state: row.get(0)?, person: row.get(1)?, text: row.get(2)?, seq: row.get(3)? })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Writes an order.
pub fn add_order(facts: &mut FactWriter<'_>, order: &OrderRow) -> Stored<i64> {
    let id = facts.next_id("norm_order", "order_id")?;
    facts.insert(
        "norm_order",
        &["order_id"],
        vec![
            ("order_id", Sql::Integer(id)),
            ("uuid", Sql::Text(order.uuid.to_string())),
            ("set_id", Sql::Integer(order.set)),
            ("department_id", Sql::Integer(order.department)),
            ("number", Sql::Text(order.number.clone())),
            ("number_folded", Sql::Text(folded(&order.number))),
            ("signed_day", Sql::Text(order.date.to_string())),
            ("effective_day", Sql::Text(order.effective.to_string())),
            ("effective_at", Sql::Integer(order.effective_at)),
            ("approved_by", Sql::Integer(order.approved_by)),
            ("early_reason", Sql::from(order.early_reason.clone())),
            ("pilot_reason", Sql::from(order.pilot_reason.clone())),
            ("representative", Sql::from(order.representative.clone())),
            ("fingerprint", Sql::Text(order.fingerprint.clone())),
            ("chain_head", Sql::Text(order.chain_head.clone())),
            ("password_reset_by", Sql::from(order.password_reset_by.clone())),
        ],
    )?;
    Ok(id)
}

const ORDER: &str = "SELECT o.*, a.recorded_at AS approved_at, r.order_id IS NOT NULL AS revoked
    FROM norm_order o LEFT JOIN audit a ON a.seq = o.seq LEFT JOIN order_revocation r ON r.order_id = o.order_id";

fn order_row(row: &Row<'_>) -> rusqlite::Result<OrderRow> {
    let uuid: String = row.get("uuid")?;
    Ok(OrderRow {
        id: row.get("order_id")?,
        uuid: parse_column(&uuid, "norm_order.uuid", |text| text.parse().ok())?,
        set: row.get("set_id")?,
        department: row.get("department_id")?,
        number: row.get("number")?,
        date: day_column(row, "signed_day")?,
        effective: day_column(row, "effective_day")?,
        effective_at: row.get("effective_at")?,
        approved_by: row.get("approved_by")?,
        early_reason: row.get("early_reason")?,
        pilot_reason: row.get("pilot_reason")?,
        representative: row.get("representative")?,
        fingerprint: row.get("fingerprint")?,
        chain_head: row.get("chain_head")?,
        password_reset_by: row.get("password_reset_by")?,
        approved_at: row.get::<_, Option<i64>>("approved_at")?.unwrap_or_default(),
        seq: row.get("seq")?,
        revoked: row.get::<_, i64>("revoked")? == 1,
    })
}

/// Every order, newest effective date first.
pub fn orders(db: &Connection) -> Stored<Vec<OrderRow>> {
    let mut select = db.prepare_cached(&format!("{ORDER} ORDER BY o.effective_day DESC, o.order_id DESC"))?;
    Ok(select.query_map([], order_row)?.collect::<Result<_, _>>()?)
}

/// A department's orders, revoked ones among them, newest effective date first.
pub fn orders_of(db: &Connection, department: i64) -> Stored<Vec<OrderRow>> {
    let mut select = db.prepare_cached(&format!("{ORDER} WHERE o.department_id = ?1 ORDER BY o.effective_day DESC"))?;
    Ok(select.query_map([department], order_row)?.collect::<Result<_, _>>()?)
}

/// The order of a number, whatever its case and spacing.
pub fn order_by_number(db: &Connection, number: &str) -> Stored<Option<OrderRow>> {
    let mut select = db.prepare_cached(&format!("{ORDER} WHERE o.number_folded = ?1"))?;
    Ok(select.query_row([folded(number)], order_row).optional()?)
}

/// The order of an id.
pub fn order(db: &Connection, uuid: Uuid) -> Stored<Option<OrderRow>> {
    let mut select = db.prepare_cached(&format!("{ORDER} WHERE o.uuid = ?1"))?;
    Ok(select.query_row([uuid.to_string()], order_row).optional()?)
}

/// The order of a store key.
pub fn order_by_id(db: &Connection, id: i64) -> Stored<Option<OrderRow>> {
    let mut select = db.prepare_cached(&format!("{ORDER} WHERE o.order_id = ?1"))?;
    Ok(select.query_row([id], order_row).optional()?)
}

/// The order that approved a set, revoked or not.
pub fn order_of_set(db: &Connection, set: i64) -> Stored<Option<OrderRow>> {
    let mut select = db.prepare_cached(&format!("{ORDER} WHERE o.set_id = ?1"))?;
    Ok(select.query_row([set], order_row).optional()?)
}

/// The department's set in force on a work day: the standing order with the greatest effective day not after it.
pub fn set_in_force(db: &Connection, department: i64, day: NaiveDate) -> Stored<Option<i64>> {
    let mut select = db.prepare_cached(
        "SELECT set_id FROM norm_order o WHERE department_id = ?1 AND effective_day <= ?2
             AND NOT EXISTS (SELECT 1 FROM order_revocation r WHERE r.order_id = o.order_id)
         ORDER BY effective_day DESC LIMIT 1",
    )?;
    Ok(select.query_row(rusqlite::params![department, day.to_string()], |row| row.get(0)).optional()?)
}
