//! Sums of amounts by the day they are paid on: what percentages of a pay scheme are read from.
//!
//! Invariant: a sum moves with every version of its tickets, after the close too, and with every accepted claim. A
//! ticket that is held is in no sum until its hold ends. An amount without a day of payment is paid on the work day.

use chrono::NaiveDate;
use rusqlite::{Connection, params};

use super::claims::ClaimRow;
use super::tickets::TicketRow;
use super::{Stored, day_column};
use crate::domain::units::Money;

/// Moves the amounts of a ticket's version into the sums (`sign` 1), or out of them (-1).
pub(super) fn move_ticket(db: &Connection, ticket: &TicketRow, version: i64, sign: i64) -> Stored<()> {
    let mut insert = db.prepare_cached(
        "INSERT INTO day_amount_sum (day, person_id, department_id, action_id, amount_minor)
         SELECT COALESCE(p.paid_on, ?3), ?4, ?5, d.action_id, ?6 * SUM(d.amount_minor) FROM decision d
         LEFT JOIN decision_payment p ON p.ticket_id = d.ticket_id AND p.version = d.version AND p.line = d.line
         WHERE d.ticket_id = ?1 AND d.version = ?2 AND d.amount_minor IS NOT NULL
         GROUP BY COALESCE(p.paid_on, ?3), d.action_id
         ON CONFLICT (day, person_id, department_id, action_id) DO UPDATE SET
             amount_minor = amount_minor + excluded.amount_minor",
    )?;
    let day = ticket.work_day.to_string();
    insert.execute(params![ticket.id, version, day, ticket.person, ticket.department, sign])?;
    Ok(())
}

/// Brings the amounts of an accepted claim into the sums.
pub(super) fn add_claim(db: &Connection, claim: &ClaimRow) -> Stored<()> {
    let mut insert = db.prepare_cached(
        "INSERT INTO day_amount_sum (day, person_id, department_id, action_id, amount_minor)
         SELECT COALESCE(p.paid_on, ?2), ?3, ?4, d.action_id, SUM(d.amount_minor) FROM claim_decision d
         LEFT JOIN claim_payment p ON p.claim_id = d.claim_id AND p.line = d.line
         WHERE d.claim_id = ?1 AND d.amount_minor IS NOT NULL GROUP BY COALESCE(p.paid_on, ?2), d.action_id
         ON CONFLICT (day, person_id, department_id, action_id) DO UPDATE SET
             amount_minor = amount_minor + excluded.amount_minor",
    )?;
    insert.execute(params![claim.id, claim.work_day.to_string(), claim.person, claim.department])?;
    Ok(())
}

/// The amounts of a stretch of days by employee, department, day of payment and action.
pub const AMOUNTS: &str = "SELECT s.person_id, s.department_id, s.day, a.code, s.amount_minor FROM day_amount_sum s
         JOIN action a ON a.action_id = s.action_id WHERE s.day BETWEEN ?1 AND ?2 AND s.amount_minor <> 0";

/// Employee, department, the day of payment, the action's code, the sum.
pub type AmountRow = (i64, i64, NaiveDate, String, Money);

/// Amounts paid in a stretch of days, by employee, department, day and action; only where the sum is not zero.
pub fn amounts(db: &Connection, from: NaiveDate, through: NaiveDate) -> Stored<Vec<AmountRow>> {
    let mut select = db.prepare_cached(AMOUNTS)?;
    let rows = select.query_map([from.to_string(), through.to_string()], |row| {
        Ok((row.get(0)?, row.get(1)?, day_column(row, "day")?, row.get(3)?, Money(row.get(4)?)))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
