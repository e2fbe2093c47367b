//! What follows an order: the terms it was signed on, its revocation, who has acknowledged it.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::types::Value as Sql;
use rusqlite::{Connection, OptionalExtension};

use super::facts::FactWriter;
use super::{Stored, day_column, optional_day_column};
use crate::domain::code::folded;

/// What an order was signed on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermsRow {
    /// The pilot's key, where there was one.
    pub pilot: Option<i64>,
    /// Its first and last day.
    pub pilot_period: Option<(NaiveDate, NaiveDate)>,
    /// Closed pilot days at the approval.
    pub pilot_days: i64,
    /// The key of the order it supersedes.
    pub supersedes: Option<i64>,
}

/// An order that revokes another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RevocationRow {
    /// The key of the order revoked.
    pub order: i64,
    /// Its own number.
    pub number: String,
    /// Its own date.
    pub date: NaiveDate,
    /// Who signed it.
    pub person: i64,
    /// Why.
    pub reason: Option<String>,
    /// Who reset the signer's password within the last 24 h, where somebody did.
    pub password_reset_by: Option<String>,
    /// When, Unix ms.
    pub at: i64,
}

/// Writes what an order was signed on.
pub fn add_terms(facts: &mut FactWriter<'_>, order: i64, terms: &TermsRow) -> Stored<()> {
    facts.insert(
        "order_terms",
        &["order_id"],
        vec![
            ("order_id", Sql::Integer(order)),
            ("pilot_id", Sql::from(terms.pilot)),
            ("pilot_days", Sql::Integer(terms.pilot_days)),
            ("supersedes", Sql::from(terms.supersedes)),
        ],
    )
}

/// What an order was signed on; `None` for orders from before it was written down.
pub fn terms(db: &Connection, order: i64) -> Stored<Option<TermsRow>> {
    let mut select = db.prepare_cached(
        "SELECT t.pilot_id, p.from_day, p.to_day, t.pilot_days, t.supersedes
         FROM order_terms t LEFT JOIN set_pilot p ON p.pilot_id = t.pilot_id WHERE t.order_id = ?1",
    )?;
    let row = select.query_row([order], |row| {
        Ok(TermsRow {
            pilot: row.get("pilot_id")?,
            pilot_period: optional_day_column(row, "from_day")?.zip(optional_day_column(row, "to_day")?),
            pilot_days: row.get("pilot_days")?,
            supersedes: row.get("supersedes")?,
        })
    });
    Ok(row.optional()?)
}

/// The order that stood before one was approved and that it takes the place of: the greatest effective day before its
/// own among the department's orders of earlier entries that were not revoked by then. Answers the same for ever.
pub fn superseded_by(db: &Connection, order: i64) -> Stored<Option<i64>> {
    let mut select = db.prepare_cached(
        "SELECT b.order_id FROM norm_order o JOIN norm_order b ON b.department_id = o.department_id
             AND b.seq < o.seq AND b.effective_day < o.effective_day
         WHERE o.order_id = ?1
             AND NOT EXISTS (SELECT 1 FROM order_revocation r WHERE r.order_id = b.order_id AND r.seq < o.seq)
         ORDER BY b.effective_day DESC LIMIT 1",
    )?;
    Ok(select.query_row([order], |row| row.get(0)).optional()?)
}

/// Writes a revocation.
pub fn add_revocation(facts: &mut FactWriter<'_>, revocation: &RevocationRow) -> Stored<()> {
    facts.insert(
        "order_revocation",
        &["order_id"],
        vec![
            ("order_id", Sql::Integer(revocation.order)),
            ("number", Sql::Text(revocation.number.clone())),
            ("number_folded", Sql::Text(folded(&revocation.number))),
            ("signed_day", Sql::Text(revocation.date.to_string())),
            ("person_id", Sql::Integer(revocation.person)),
            ("reason", Sql::from(revocation.reason.clone())),
            ("password_reset_by", Sql::from(revocation.password_reset_by.clone())),
        ],
    )
}

/// Every revocation by the key of the order revoked.
pub fn revocations(db: &Connection) -> Stored<BTreeMap<i64, RevocationRow>> {
    let mut select = db.prepare_cached(
        "SELECT r.order_id, r.number, r.signed_day, r.person_id, r.reason, r.password_reset_by, a.recorded_at
         FROM order_revocation r LEFT JOIN audit a ON a.seq = r.seq ORDER BY r.order_id",
    )?;
    let rows = select.query_map([], |row| {
        let order: i64 = row.get("order_id")?;
        Ok((
            order,
            RevocationRow {
                order,
                number: row.get("number")?,
                date: day_column(row, "signed_day")?,
                person: row.get("person_id")?,
                reason: row.get("reason")?,
                password_reset_by: row.get("password_reset_by")?,
                at: row.get::<_, Option<i64>>("recorded_at")?.unwrap_or_default(),
            },
        ))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Whether an order or a revocation carries a number, whatever its case and spacing.
pub fn number_taken(db: &Connection, number: &str) -> Stored<bool> {
    let mut select = db.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM norm_order WHERE number_folded = ?1)
             OR EXISTS (SELECT 1 FROM order_revocation WHERE number_folded = ?1)",
    )?;
    Ok(select.query_row([folded(number)], |row| row.get::<_, i64>(0))? == 1)
}

/// The numbers of all orders and revocations.
pub fn numbers(db: &Connection) -> Stored<Vec<String>> {
    let mut select =
        db.prepare_cached("SELECT number FROM norm_order UNION ALL SELECT number FROM order_revocation")?;
    Ok(select.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

/// Writes an acknowledgement.
pub fn add_acknowledgement(facts: &mut FactWriter<'_>, order: i64, person: i64) -> Stored<()> {
    facts.insert(
        "order_acknowledgement",
        &["order_id", "person_id"],
        vec![("order_id", Sql::Integer(order)), ("person_id", Sql::Integer(person))],
    )
}

/// Who has acknowledged an order and when (Unix ms), by the person's key.
pub fn acknowledged(db: &Connection, order: i64) -> Stored<BTreeMap<i64, i64>> {
    let mut select = db.prepare_cached(
        "SELECT k.person_id, a.recorded_at FROM order_acknowledgement k LEFT JOIN audit a ON a.seq = k.seq
         WHERE k.order_id = ?1",
    )?;
    let rows = select.query_map([order], |row| Ok((row.get(0)?, row.get::<_, Option<i64>>(1)?.unwrap_or_default())))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
