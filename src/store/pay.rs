//! Pay schemes and their orders, awards, locked months and what came after them.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::types::Value as Sql;
use rusqlite::{Connection, OptionalExtension, Row, params};
use uuid::Uuid;

use super::facts::FactWriter;
use super::{Stored, day_column, parse_column};
use crate::domain::code::{Code, folded};
use crate::domain::month::Month;
use crate::domain::units::Money;

/// A scheme with its newest content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SchemeRow {
    /// The store's key.
    pub id: i64,
    /// Its code.
    pub code: Code,
    /// The department it is for.
    pub department: i64,
    /// The position; none: every position without a scheme of its own.
    pub position: Option<String>,
    /// The newest version's number.
    pub version: i64,
    /// Its name.
    pub name: String,
    /// The content as JSON.
    pub content: String,
}

/// A step of a scheme's life.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SchemeStep {
    /// `draft`, `pilot`, `submitted` or `returned`.
    pub state: String,
    /// Who did it.
    pub person: i64,
    /// Grounds or comment.
    pub text: String,
    /// The months of a pilot.
    pub months: Option<(Month, Month)>,
}

/// The order that put a scheme in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SchemeOrder {
    /// The scheme.
    pub scheme: i64,
    /// The order's id.
    pub uuid: Uuid,
    /// Its number.
    pub number: String,
    /// Its own date.
    pub date: NaiveDate,
    /// The first month it pays by.
    pub effective: Month,
    /// Who approved.
    pub approved_by: i64,
    /// Why the notice was not kept.
    pub early_reason: Option<String>,
    /// SHA-256 over the frozen content.
    pub fingerprint: String,
    /// The chain's head it was signed at.
    pub chain_head: String,
    /// Who reset the approver's password within a day before.
    pub password_reset_by: Option<String>,
}

fn month_of(text: &str, column: &str) -> rusqlite::Result<Month> {
    parse_column(text, column, Month::parse)
}

fn month_column(row: &Row<'_>, column: &str) -> rusqlite::Result<Month> {
    let text: String = row.get(column)?;
    month_of(&text, column)
}

/// Writes a scheme's own row.
pub fn add_scheme(facts: &mut FactWriter<'_>, code: &Code, department: i64, position: Option<&str>) -> Stored<i64> {
    let id = facts.next_id("pay_scheme", "scheme_id")?;
    facts.insert(
        "pay_scheme",
        &["scheme_id"],
        vec![
            ("scheme_id", Sql::Integer(id)),
            ("code", Sql::Text(code.to_string())),
            ("department_id", Sql::Integer(department)),
            ("position", Sql::from(position.map(str::to_owned))),
        ],
    )?;
    Ok(id)
}

/// Writes a version of a scheme's content.
pub fn add_scheme_version(
    facts: &mut FactWriter<'_>,
    scheme: i64,
    version: i64,
    name: &str,
    content: &str,
) -> Stored<()> {
    facts.insert(
        "scheme_version",
        &["scheme_id", "version"],
        vec![
            ("scheme_id", Sql::Integer(scheme)),
            ("version", Sql::Integer(version)),
            ("name", Sql::Text(name.to_owned())),
            ("content", Sql::Text(content.to_owned())),
        ],
    )
}

/// Writes a step of a scheme's life.
pub fn add_scheme_step(db: &Connection, facts: &mut FactWriter<'_>, scheme: i64, step: &SchemeStep) -> Stored<()> {
    let mut select = db.prepare_cached("SELECT COALESCE(MAX(step), 0) + 1 FROM scheme_state WHERE scheme_id = ?1")?;
    let number: i64 = select.query_row([scheme], |row| row.get(0))?;
    facts.insert(
        "scheme_state",
        &["scheme_id", "step"],
        vec![
            ("scheme_id", Sql::Integer(scheme)),
            ("step", Sql::Integer(number)),
            ("state", Sql::Text(step.state.clone())),
            ("person_id", Sql::Integer(step.person)),
            ("text", Sql::Text(step.text.clone())),
            ("from_month", Sql::from(step.months.map(|(from, _)| from.to_string()))),
            ("to_month", Sql::from(step.months.map(|(_, to)| to.to_string()))),
        ],
    )
}

const SCHEME: &str = "SELECT s.scheme_id, s.code, s.department_id, s.position, v.version, v.name, v.content
    FROM pay_scheme s JOIN scheme_version v ON v.scheme_id = s.scheme_id
        AND v.version = (SELECT MAX(n.version) FROM scheme_version n WHERE n.scheme_id = s.scheme_id)";

fn scheme_row(row: &Row<'_>) -> rusqlite::Result<SchemeRow> {
    let code: String = row.get("code")?;
    Ok(SchemeRow {
        id: row.get("scheme_id")?,
        code: parse_column(&code, "pay_scheme.code", |text| Code::new(text).ok())?,
        department: row.get("department_id")?,
        position: row.get("position")?,
        version: row.get("version")?,
        name: row.get("name")?,
        content: row.get("content")?,
    })
}

/// The scheme of a code.
pub fn scheme(db: &Connection, code: &Code) -> Stored<Option<SchemeRow>> {
    let mut select = db.prepare_cached(&format!("{SCHEME} WHERE s.code = ?1"))?;
    Ok(select.query_row([code.as_str()], scheme_row).optional()?)
}

/// Every scheme, as they were drafted.
pub fn schemes(db: &Connection) -> Stored<Vec<SchemeRow>> {
    let mut select = db.prepare_cached(&format!("{SCHEME} ORDER BY s.scheme_id"))?;
    Ok(select.query_map([], scheme_row)?.collect::<Result<_, _>>()?)
}

/// The steps of a scheme, oldest first.
pub fn scheme_steps(db: &Connection, scheme: i64) -> Stored<Vec<SchemeStep>> {
    let mut select = db.prepare_cached(
        "SELECT state, person_id, text, from_month, to_month FROM scheme_state WHERE scheme_id = ?1 ORDER BY step",
    )?;
    let rows = select.query_map([scheme], |row| {
        let (from, to): (Option<String>, Option<String>) = (row.get("from_month")?, row.get("to_month")?);
        let months = match (from, to) {
            (Some(from), Some(to)) => Some((month_of(&from, "from_month")?, month_of(&to, "to_month")?)),
            _ => None,
        };
        Ok(SchemeStep { state: row.get(0)?, person: row.get(1)?, text: row.get(2)?, months })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Writes the order that puts a scheme in force.
pub fn add_scheme_order(facts: &mut FactWriter<'_>, order: &SchemeOrder) -> Stored<()> {
    facts.insert(
        "scheme_order",
        &["scheme_id"],
        vec![
            ("scheme_id", Sql::Integer(order.scheme)),
            ("uuid", Sql::Text(order.uuid.to_string())),
            ("number", Sql::Text(order.number.clone())),
            ("number_folded", Sql::Text(folded(&order.number))),
            ("signed_day", Sql::Text(order.date.to_string())),
            ("effective_month", Sql::Text(order.effective.to_string())),
            ("approved_by", Sql::Integer(order.approved_by)),
            ("early_reason", Sql::from(order.early_reason.clone())),
            ("fingerprint", Sql::Text(order.fingerprint.clone())),
            ("chain_head", Sql::Text(order.chain_head.clone())),
            ("password_reset_by", Sql::from(order.password_reset_by.clone())),
        ],
    )
}

/// Every order of a scheme, in order of approval.
pub fn scheme_orders(db: &Connection) -> Stored<Vec<SchemeOrder>> {
    let mut select = db.prepare_cached(
        "SELECT scheme_id, uuid, number, signed_day, effective_month, approved_by, early_reason, fingerprint, chain_head,
            password_reset_by FROM scheme_order ORDER BY seq",
    )?;
    let rows = select.query_map([], |row| {
        let uuid: String = row.get("uuid")?;
        Ok(SchemeOrder {
            scheme: row.get("scheme_id")?,
            uuid: parse_column(&uuid, "scheme_order.uuid", |text| text.parse().ok())?,
            number: row.get("number")?,
            date: day_column(row, "signed_day")?,
            effective: month_column(row, "effective_month")?,
            approved_by: row.get("approved_by")?,
            early_reason: row.get("early_reason")?,
            fingerprint: row.get("fingerprint")?,
            chain_head: row.get("chain_head")?,
            password_reset_by: row.get("password_reset_by")?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Whether a norm order or a scheme order carries the number.
pub fn scheme_number_taken(db: &Connection, number: &str) -> Stored<bool> {
    let mut select = db.prepare_cached("SELECT EXISTS (SELECT 1 FROM scheme_order WHERE number_folded = ?1)")?;
    Ok(select.query_row([folded(number)], |row| row.get::<_, i64>(0))? == 1)
}

/// An award.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AwardRow {
    /// The award's id.
    pub uuid: Uuid,
    /// To whom.
    pub person: i64,
    /// In which month.
    pub month: Month,
    /// The sum.
    pub amount: Money,
    /// What for.
    pub reason: String,
    /// Who granted it.
    pub granted_by: i64,
}

/// Writes an award.
pub fn add_award(facts: &mut FactWriter<'_>, award: &AwardRow) -> Stored<()> {
    let id = facts.next_id("award", "award_id")?;
    facts.insert(
        "award",
        &["award_id"],
        vec![
            ("award_id", Sql::Integer(id)),
            ("uuid", Sql::Text(award.uuid.to_string())),
            ("person_id", Sql::Integer(award.person)),
            ("month", Sql::Text(award.month.to_string())),
            ("amount_minor", Sql::Integer(award.amount.0)),
            ("reason", Sql::Text(award.reason.clone())),
            ("granted_by", Sql::Integer(award.granted_by)),
        ],
    )
}

/// Takes an award back.
pub fn cancel_award(facts: &mut FactWriter<'_>, award: i64, reason: &str, by: i64) -> Stored<()> {
    facts.insert(
        "award_cancel",
        &["award_id"],
        vec![
            ("award_id", Sql::Integer(award)),
            ("reason", Sql::Text(reason.to_owned())),
            ("cancelled_by", Sql::Integer(by)),
        ],
    )
}

/// An award as it stands: its key, whose it is, its month, and whether it was taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AwardState {
    /// The store's key.
    pub id: i64,
    /// Whose.
    pub person: i64,
    /// In which month it is paid.
    pub month: Month,
    /// Whether it was taken back.
    pub cancelled: bool,
}

/// Where an award stands.
pub fn award(db: &Connection, uuid: Uuid) -> Stored<Option<AwardState>> {
    let mut select = db.prepare_cached(
        "SELECT a.award_id, a.person_id, a.month, c.award_id IS NOT NULL FROM award a
             LEFT JOIN award_cancel c ON c.award_id = a.award_id WHERE a.uuid = ?1",
    )?;
    let row = select.query_row([uuid.to_string()], |row| {
        let month: String = row.get(2)?;
        Ok(AwardState {
            id: row.get(0)?,
            person: row.get(1)?,
            month: parse_column(&month, "award.month", Month::parse)?,
            cancelled: row.get::<_, i64>(3)? == 1,
        })
    });
    Ok(row.optional()?)
}

/// The awards of a month that stand, as they were granted.
pub fn awards(db: &Connection, month: Month) -> Stored<Vec<AwardRow>> {
    let mut select = db.prepare_cached(
        "SELECT uuid, person_id, amount_minor, reason, granted_by FROM award a WHERE month = ?1
             AND NOT EXISTS (SELECT 1 FROM award_cancel c WHERE c.award_id = a.award_id) ORDER BY award_id",
    )?;
    let rows = select.query_map([month.to_string()], |row| {
        let uuid: String = row.get(0)?;
        Ok(AwardRow {
            uuid: parse_column(&uuid, "award.uuid", |text| text.parse().ok())?,
            person: row.get(1)?,
            month,
            amount: Money(row.get(2)?),
            reason: row.get(3)?,
            granted_by: row.get(4)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// A lock: of a month, or of a leaver's account alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LockRow {
    /// The month.
    pub month: Month,
    /// The leaver; none: everybody.
    pub person: Option<i64>,
    /// The last day it counts.
    pub through: NaiveDate,
    /// Who locked it.
    pub locked_by: i64,
    /// The chain's head it was locked at.
    pub chain_head: String,
    /// Its audit entry.
    pub seq: i64,
}

/// Writes a lock.
pub fn add_lock(facts: &mut FactWriter<'_>, lock: &LockRow) -> Stored<()> {
    facts.insert(
        "month_lock",
        &["month", "person_key"],
        vec![
            ("month", Sql::Text(lock.month.to_string())),
            ("person_key", Sql::Integer(lock.person.unwrap_or(0))),
            ("through_day", Sql::Text(lock.through.to_string())),
            ("locked_by", Sql::Integer(lock.locked_by)),
            ("chain_head", Sql::Text(lock.chain_head.clone())),
        ],
    )
}

/// Every lock, by month.
pub fn locks(db: &Connection) -> Stored<Vec<LockRow>> {
    let mut select = db.prepare_cached(
        "SELECT month, person_key, through_day, locked_by, chain_head, seq FROM month_lock ORDER BY month, person_key",
    )?;
    let rows = select.query_map([], |row| {
        let person: i64 = row.get("person_key")?;
        Ok(LockRow {
            month: month_column(row, "month")?,
            person: (person != 0).then_some(person),
            through: day_column(row, "through_day")?,
            locked_by: row.get("locked_by")?,
            chain_head: row.get("chain_head")?,
            seq: row.get("seq")?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// A locked statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LockedRow {
    /// Whose.
    pub person: i64,
    /// What the month itself came to.
    pub own_total: Money,
    /// With the recalculations of other months.
    pub total: Money,
    /// The statement's view as JSON.
    pub content: String,
    /// The entry of its lock.
    pub seq: i64,
}

/// Writes a locked statement.
pub fn add_locked(facts: &mut FactWriter<'_>, month: Month, row: &LockedRow) -> Stored<()> {
    facts.insert(
        "locked_statement",
        &["month", "person_id"],
        vec![
            ("month", Sql::Text(month.to_string())),
            ("person_id", Sql::Integer(row.person)),
            ("own_total_minor", Sql::Integer(row.own_total.0)),
            ("total_minor", Sql::Integer(row.total.0)),
            ("content", Sql::Text(row.content.clone())),
        ],
    )
}

fn locked_row(row: &Row<'_>) -> rusqlite::Result<LockedRow> {
    Ok(LockedRow {
        person: row.get("person_id")?,
        own_total: Money(row.get("own_total_minor")?),
        total: Money(row.get("total_minor")?),
        content: row.get("content")?,
        seq: row.get("seq")?,
    })
}

/// The locked statements of a month, or one person's.
pub fn locked(db: &Connection, month: Month, person: Option<i64>) -> Stored<Vec<LockedRow>> {
    let mut select = db.prepare_cached(
        "SELECT person_id, own_total_minor, total_minor, content, seq FROM locked_statement
         WHERE month = ?1 AND (?2 IS NULL OR person_id = ?2) ORDER BY person_id",
    )?;
    Ok(select.query_map(params![month.to_string(), person], locked_row)?.collect::<Result<_, _>>()?)
}

/// The totals of a month's locked statements without their content.
pub fn locked_totals(db: &Connection, month: Month) -> Stored<BTreeMap<i64, Money>> {
    let mut select = db.prepare_cached("SELECT person_id, own_total_minor FROM locked_statement WHERE month = ?1")?;
    let rows = select.query_map([month.to_string()], |row| Ok((row.get(0)?, Money(row.get(1)?))))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Writes a recalculation that a locked month holds.
pub fn add_locked_recalculation(
    facts: &mut FactWriter<'_>,
    month: Month,
    person: i64,
    of: Month,
    amount: Money,
    settled: Money,
) -> Stored<()> {
    facts.insert(
        "locked_recalculation",
        &["month", "person_id", "of_month"],
        vec![
            ("month", Sql::Text(month.to_string())),
            ("person_id", Sql::Integer(person)),
            ("of_month", Sql::Text(of.to_string())),
            ("amount_minor", Sql::Integer(amount.0)),
            ("settled_minor", Sql::Integer(settled.0)),
        ],
    )
}

/// What was settled of a month in later locked ones, by person.
pub fn settled(db: &Connection, of: Month) -> Stored<BTreeMap<i64, Money>> {
    let mut select = db.prepare_cached(
        "SELECT person_id, SUM(settled_minor) FROM locked_recalculation WHERE of_month = ?1 GROUP BY person_id",
    )?;
    let rows = select.query_map([of.to_string()], |row| Ok((row.get(0)?, Money(row.get(1)?))))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Writes the director's answer to a negative difference.
pub fn add_deduction(
    facts: &mut FactWriter<'_>,
    person: i64,
    of: Month,
    difference: Money,
    deducted: bool,
    ground: &str,
    decided_by: i64,
) -> Stored<()> {
    let id = facts.next_id("deduction_decision", "decision_id")?;
    facts.insert(
        "deduction_decision",
        &["decision_id"],
        vec![
            ("decision_id", Sql::Integer(id)),
            ("person_id", Sql::Integer(person)),
            ("of_month", Sql::Text(of.to_string())),
            ("difference_minor", Sql::Integer(difference.0)),
            ("deducted", Sql::Integer(i64::from(deducted))),
            ("ground", Sql::Text(ground.to_owned())),
            ("decided_by", Sql::Integer(decided_by)),
        ],
    )
}

/// The newest answers to differences of a month, by person: the difference and whether it is deducted.
pub fn deductions(db: &Connection, of: Month) -> Stored<BTreeMap<i64, (Money, bool)>> {
    let mut select = db.prepare_cached(
        "SELECT person_id, difference_minor, deducted FROM deduction_decision WHERE of_month = ?1 ORDER BY decision_id",
    )?;
    let rows = select
        .query_map([of.to_string()], |row| Ok((row.get(0)?, (Money(row.get(1)?), row.get::<_, i64>(2)? == 1))))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Whether anything that bears on a month (?1 to ?2, moments ?3 to ?4) was written after the entry ?5.
const TOUCHED_SINCE: &str = "SELECT EXISTS (SELECT 1 FROM month_touch WHERE month = substr(?1, 1, 7) AND seq > ?5)
     OR EXISTS (SELECT 1 FROM month_lock l JOIN day_close c ON l.through_day BETWEEN c.from_day AND c.through_day
         WHERE l.month = substr(?1, 1, 7) AND l.person_key > 0 AND c.seq > l.seq)
     OR EXISTS (SELECT 1 FROM indicator_version WHERE seq > ?5 AND from_month <= substr(?1, 1, 7))
     OR EXISTS (SELECT 1 FROM indicator_target WHERE seq > ?5 AND from_month <= substr(?1, 1, 7))
     OR EXISTS (SELECT 1 FROM person_terms WHERE seq > ?5 AND from_day <= ?2)
     OR EXISTS (SELECT 1 FROM person_version p JOIN person_version b ON b.person_id = p.person_id
         AND b.version = p.version - 1 WHERE p.seq > ?5 AND (p.from_day <> b.from_day OR p.to_day IS NOT b.to_day))
     OR EXISTS (SELECT 1 FROM schedule WHERE seq > ?5 AND from_day <= ?2)
     OR EXISTS (SELECT 1 FROM individual_day WHERE seq > ?5 AND day BETWEEN ?1 AND ?2)
     OR EXISTS (SELECT 1 FROM calendar WHERE seq > ?5 AND (year IS NULL OR CAST(year AS TEXT) = substr(?1, 1, 4)))
     OR EXISTS (SELECT 1 FROM absence_version n WHERE n.seq > ?5 AND EXISTS (SELECT 1 FROM absence_version o
         WHERE o.absence_id = n.absence_id AND o.to_at > ?3 AND o.from_at < ?4))
     OR EXISTS (SELECT 1 FROM downtime WHERE seq > ?5 AND to_at > ?3 AND from_at < ?4)
     OR EXISTS (SELECT 1 FROM downtime_cancel c JOIN downtime i ON i.downtime_id = c.downtime_id
         WHERE c.seq > ?5 AND i.to_at > ?3 AND i.from_at < ?4)
     OR EXISTS (SELECT 1 FROM cover_step s JOIN cover_agreement a ON a.agreement_id = s.agreement_id
         WHERE s.seq > ?5 AND a.to_day >= ?1 AND a.from_day <= ?2)
     OR EXISTS (SELECT 1 FROM award WHERE seq > ?5 AND month = substr(?1, 1, 7))
     OR EXISTS (SELECT 1 FROM scheme_order WHERE seq > ?5 AND effective_month <= substr(?1, 1, 7))";

/// Whether a fact that bears on a month was written after an entry of the journal: then the month is computed anew.
/// `from` and `to` are its moments.
pub fn touched_since(db: &Connection, month: Month, from: DateTime<Utc>, to: DateTime<Utc>, seq: i64) -> Stored<bool> {
    let (first, last) = (month.first().to_string(), month.last().to_string());
    let (from, to) = (from.timestamp_millis(), to.timestamp_millis());
    let mut select = db.prepare_cached(TOUCHED_SINCE)?;
    Ok(select.query_row(params![first, last, from, to, seq], |row| row.get::<_, i64>(0))? == 1)
}

/// The earliest month with KPI that was closed.
pub fn first_closed_month(db: &Connection) -> Stored<Option<Month>> {
    let mut select = db.prepare_cached("SELECT MIN(day) FROM closed_sum")?;
    let day: Option<String> = select.query_row([], |row| row.get(0))?;
    Ok(day.and_then(|text| text.parse().ok()).map(Month::of))
}

/// What the questions of pay, cover and the board ask of the tables that grow with the tickets: a test holds that each
/// goes by an index.
pub const DASHBOARDS: [(&str, &str); 4] = [
    ("day sums", super::days::DAY_SUMS),
    ("marked on behalf of", super::absences::BEHALF_SUMS),
    ("late facts", TOUCHED_SINCE),
    ("amounts", super::amounts::AMOUNTS),
];
