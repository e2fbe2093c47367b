//! An order as a document: only facts that existed when it was approved, named as they were then.

use std::collections::BTreeMap;

use super::Reader;
use super::orders::{order_of, submission, superseded};
use crate::domain::instant::Instant;
use crate::domain::norm::normal_of;
use crate::domain::norm_set::{Basis, Evidence, NormLine};
use crate::domain::order::PILOT_DAYS;
use crate::domain::people::Person;
use crate::domain::units::{CentiMinutes, Fraction};
use crate::floor::Stop;
use crate::policy::Act;
use crate::store::catalogue::ActionNames;
use crate::store::norms::{OrderRow, SetRow};
use crate::store::orders::TermsRow;
use crate::store::{catalogue, norms, orders, people};
use crate::views::Named;
use crate::views::document::{OrderDocument, OrderLine};

/// The form of the document.
const FORM: i64 = 1;

pub(super) fn document(reader: &Reader<'_>, number: &str) -> Result<OrderDocument, Stop> {
    let order = order_of(reader, Act::AskOrder, number)?;
    let missing = |what: &str| Stop::Fault(format!("{what} of order {} is missing", order.number));
    let set = norms::set_by_id(reader.db, order.set)?.ok_or_else(|| missing("the set"))?;
    let department = people::departments(reader.db)?.into_iter().find(|one| one.id == order.department);
    let department = department.ok_or_else(|| missing("the department"))?;
    let approver =
        people::person_at(reader.db, order.approved_by, order.seq)?.ok_or_else(|| missing("the approver"))?;
    let (grounds, submitter) = submission(reader, &order)?.ok_or_else(|| missing("the submission"))?;
    let submitter = people::person_at(reader.db, submitter, order.seq)?.ok_or_else(|| missing("the submitter"))?;
    let before = superseded(reader, &order)?;
    let terms = orders::terms(reader.db, order.id)?;
    let pilot = terms.as_ref().and_then(|terms| terms.pilot_period);
    Ok(OrderDocument {
        form: FORM,
        organisation: reader.floor.row.organisation.clone(),
        rehearsal: reader.floor.row.rehearsal,
        order: order.uuid,
        date: order.date,
        effective: order.effective,
        department: Named { code: department.code.to_string(), name: department.name },
        set: set.uuid,
        set_name: set.name.clone(),
        supersedes: before.as_ref().map(|order| order.number.clone()),
        grounds,
        submitted_by: named(&submitter),
        approved_by: named(&approver),
        approver_position: approver.position.clone(),
        approved_at: order.approved_at,
        approved_local: local(reader, &order)?,
        early_reason: said(order.early_reason.as_deref()),
        pilot_reason: pilot_reason(&order, terms.as_ref()),
        pilot_from: pilot.map(|(from, _)| from),
        pilot_to: pilot.map(|(_, to)| to),
        pilot_days: terms.map_or(0, |terms| terms.pilot_days),
        representative: said(order.representative.as_deref()),
        allowance_bp: set.allowance,
        convention: set.convention,
        lines: lines(reader, &order, &set, before.as_ref())?,
        number: order.number,
        password_reset_by: order.password_reset_by,
        fingerprint: order.fingerprint,
        chain_head: order.chain_head,
    })
}

fn named(person: &Person) -> Named {
    Named { code: person.code.to_string(), name: person.name.clone() }
}

fn said(text: Option<&str>) -> Option<String> {
    text.map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
}

/// The reason given for a pilot that was not full; the early reason stands for it where it was the only one given.
fn pilot_reason(order: &OrderRow, terms: Option<&TermsRow>) -> Option<String> {
    let given = said(order.pilot_reason.as_deref());
    let short = terms.is_some_and(|terms| terms.pilot_days < PILOT_DAYS);
    given.or_else(|| said(order.early_reason.as_deref()).filter(|_| short))
}

/// The moment of the approval on the floor's clock as it was set then.
fn local(reader: &Reader<'_>, order: &OrderRow) -> Result<String, Stop> {
    let zone = people::setting_at(reader.db, "timezone", order.seq)?.and_then(|name| name.parse().ok());
    let zone: chrono_tz::Tz = zone.unwrap_or(reader.floor.zone);
    let at = Instant::from_millis(order.approved_at).map(Instant::utc);
    Ok(at.map(|at| at.with_timezone(&zone).format("%Y-%m-%d %H:%M").to_string()).unwrap_or_default())
}

fn lines(
    reader: &Reader<'_>,
    order: &OrderRow,
    set: &SetRow,
    before: Option<&OrderRow>,
) -> Result<Vec<OrderLine>, Stop> {
    let names = catalogue::names_at(reader.db, order.seq)?;
    let before: BTreeMap<i64, CentiMinutes> = match before {
        Some(order) => norms::lines(reader.db, order.set)?.into_iter().map(|line| (line.action, line.weight)).collect(),
        None => BTreeMap::new(),
    };
    let mut lines = norms::lines(reader.db, order.set)?;
    lines.sort_by(|a, b| a.action_code.cmp(&b.action_code));
    lines
        .iter()
        .map(|line| {
            let names = names.get(&line.action).ok_or_else(|| Stop::Fault("an action has no name".to_owned()))?;
            Ok(order_line(line, set, names, before.get(&line.action).copied()))
        })
        .collect()
}

fn order_line(line: &NormLine, set: &SetRow, names: &ActionNames, before: Option<CentiMinutes>) -> OrderLine {
    let measured = line.basis == Basis::Measured;
    let allowance = line.allowance.unwrap_or(set.allowance);
    let standard = line.exact.as_deref().and_then(Fraction::parse);
    let normal = standard.and_then(|standard| normal_of(standard, set.convention, allowance).ok());
    let ends = line.evidence.as_ref().and_then(Evidence::interval);
    OrderLine {
        action: line.action_code.to_string(),
        name_ru: names.name_ru.clone(),
        name_en: names.name_en.clone(),
        group: names.group.clone(),
        basis: line.basis,
        observations: line.regular_count + line.hard_count,
        hard_observations: line.hard_count,
        measured_ms: normal.and_then(|normal| normal.round_half_even().ok()),
        low_cmin: ends.map(|(low, _)| low),
        high_cmin: ends.map(|(_, high)| high),
        hard_share_bp: line.hard_share,
        allowance_bp: measured.then_some(allowance),
        norm_cmin: line.norm,
        boost_bp: line.boost,
        boost_reason: line.boost_reason.clone(),
        weight_cmin: line.weight,
        before_cmin: before,
        reason: line.reason.clone(),
    }
}
