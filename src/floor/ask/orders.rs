//! Orders as documents, who has acknowledged them, what they change for a person, the floor's wording, deputies.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};

use super::Reader;
use super::norms::{department_name, person_name};
use super::pilots::replayed;
use crate::domain::instant::Instant;
use crate::domain::kpi::is_closed;
use crate::domain::norm_set::{NormLine, SetState};
use crate::domain::people::{Person, Role};
use crate::domain::rejection::{RefusalCode, Rejection};
use crate::domain::units::CentiMinutes;
use crate::floor::Stop;
use crate::floor::deputies::MOST_DAYS;
use crate::floor::norms::state_of;
use crate::policy::{Act, Target, widest};
use crate::store::norms::OrderRow;
use crate::store::{catalogue, days, deputies as namings, norms as rows, orders, people};
use crate::views::Named;
use crate::views::deputies::{DeputiesView, DeputyView};
use crate::views::document::OrderWording;
use crate::views::norms::RevocationView;
use crate::views::pilot::{AcknowledgeView, AcquaintanceView, Acquainted, OrderToAcknowledge, OwnChange};

/// How many days back a person's own work is shown for.
const OWN_DAYS: u64 = 30;

/// An order that may be seen by who asks.
pub(super) fn order_of(reader: &Reader<'_>, act: Act, number: &str) -> Result<OrderRow, Stop> {
    reader.widest(act)?;
    let not_found = || Rejection::because(RefusalCode::NotFound, "order").naming("number", number);
    let order = rows::order_by_number(reader.db, number)?.ok_or_else(not_found)?;
    reader.permit(act, Target::department(Some(order.department))).map_err(|_| not_found())?;
    Ok(order)
}

/// The order that revoked another, as people read it.
pub(super) fn revocation(reader: &Reader<'_>, order: &OrderRow) -> Result<Option<RevocationView>, Stop> {
    if !order.revoked {
        return Ok(None);
    }
    let Some(row) = orders::revocations(reader.db)?.remove(&order.id) else { return Ok(None) };
    Ok(Some(RevocationView {
        number: row.number,
        date: row.date,
        by: person_name(reader, row.person)?,
        at: local(reader, row.at),
        reason: row.reason,
    }))
}

fn local(reader: &Reader<'_>, millis: i64) -> String {
    Instant::from_millis(millis).map(|at| reader.floor.local(at)).unwrap_or_default()
}

fn state(reader: &Reader<'_>, order: &OrderRow) -> Result<SetState, Stop> {
    match rows::set_by_id(reader.db, order.set)? {
        Some(set) => state_of(reader.db, &set, reader.today()),
        None => Ok(SetState::Superseded),
    }
}

/// Whether an order is still to be acknowledged: it stands and nothing has taken its place.
fn is_current(state: SetState) -> bool {
    matches!(state, SetState::Approved | SetState::InForce)
}

/// The department's operators of today.
fn operators(reader: &Reader<'_>, department: i64) -> Result<Vec<Person>, Stop> {
    let today = reader.today();
    let mut found = people::people_of(reader.db, department)?;
    found.retain(|person| person.roles.contains(&Role::Operator) && person.to.is_none_or(|last| last >= today));
    Ok(found)
}

/// How many of the department's operators have acknowledged an order, and how many are still to.
pub(super) fn acquaintance_counts(reader: &Reader<'_>, order: &OrderRow) -> Result<(i64, i64), Stop> {
    let acknowledged = orders::acknowledged(reader.db, order.id)?;
    let operators = operators(reader, order.department)?;
    let done = operators.iter().filter(|person| acknowledged.contains_key(&person.id)).count();
    let missing = if is_current(state(reader, order)?) { operators.len() - done } else { 0 };
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    Ok((count(done), count(missing)))
}

pub(super) fn acquaintance(reader: &Reader<'_>, number: &str) -> Result<AcquaintanceView, Stop> {
    let order = order_of(reader, Act::AskAcquaintance, number)?;
    let acknowledged = orders::acknowledged(reader.db, order.id)?;
    let mut listed = operators(reader, order.department)?;
    let known: BTreeSet<i64> = listed.iter().map(|person| person.id).collect();
    // Who acknowledged and has left or moved since stays on the sheet.
    for person in acknowledged.keys().filter(|person| !known.contains(person)) {
        listed.extend(people::person_by_id(reader.db, *person)?);
    }
    listed.sort_by(|a, b| a.code.cmp(&b.code));
    let people = listed
        .iter()
        .map(|person| {
            let at = acknowledged.get(&person.id).copied();
            let day = at.and_then(Instant::from_millis).map(|at| reader.floor.work_day(at));
            Acquainted {
                code: person.code.to_string(),
                name: person.name.clone(),
                position: person.position.clone(),
                at: at.map(|at| local(reader, at)),
                late: day.is_some_and(|day| day >= order.effective),
            }
        })
        .collect();
    let (_, missing) = acquaintance_counts(reader, &order)?;
    Ok(AcquaintanceView { number: order.number, people, missing })
}

/// The orders that wait to be acknowledged by the person signed in, newest first.
fn waiting(reader: &Reader<'_>) -> Result<Vec<OrderRow>, Stop> {
    let mut found = Vec::new();
    let Some(department) = reader.actor.department.filter(|_| reader.actor.roles.contains(&Role::Operator)) else {
        return Ok(found);
    };
    for order in rows::orders_of(reader.db, department)? {
        if is_current(state(reader, &order)?)
            && !orders::acknowledged(reader.db, order.id)?.contains_key(&reader.actor.person)
        {
            found.push(order);
        }
    }
    Ok(found)
}

/// How many orders wait to be acknowledged by the person signed in.
pub(super) fn waiting_count(reader: &Reader<'_>) -> Result<i64, Stop> {
    Ok(i64::try_from(waiting(reader)?.len()).unwrap_or(i64::MAX))
}

pub(super) fn acknowledge(reader: &Reader<'_>) -> Result<AcknowledgeView, Stop> {
    reader.widest(Act::AskAcknowledge)?;
    let orders = waiting(reader)?.iter().map(|order| to_acknowledge(reader, order)).collect::<Result<_, Stop>>()?;
    Ok(AcknowledgeView { orders })
}

fn to_acknowledge(reader: &Reader<'_>, order: &OrderRow) -> Result<OrderToAcknowledge, Stop> {
    let lines = rows::lines(reader.db, order.set)?;
    let before = match superseded(reader, order)? {
        Some(order) => rows::lines(reader.db, order.set)?,
        None => Vec::new(),
    };
    let closed = days::closed(reader.db)?;
    let newest = closed.iter().map(|stretch| stretch.through).max().unwrap_or(reader.today());
    let from = newest.checked_sub_days(Days::new(OWN_DAYS - 1)).unwrap_or(newest);
    let weights = lines.iter().map(|line| (line.action, line.weight)).collect();
    let own = Some(reader.actor.person);
    let done = replayed(reader, order.department, &weights, (from, newest), own, |day| is_closed(&closed, day))?;
    let total = done.total()?;
    let quantity = |action: i64| done.actions.get(&action).map_or(0, |action| action.quantity);
    Ok(OrderToAcknowledge {
        order: order.uuid,
        number: order.number.clone(),
        date: order.date,
        effective: order.effective,
        days_left: (order.effective - reader.today()).num_days(),
        grounds: submission(reader, order)?.map(|(grounds, _)| grounds).unwrap_or_default(),
        changes: changes(reader, &before, &lines, quantity)?,
        before_cmin: total.before,
        after_cmin: total.after,
    })
}

/// Every norm of either set, those of the person's own work first.
fn changes(
    reader: &Reader<'_>,
    before: &[NormLine],
    after: &[NormLine],
    quantity: impl Fn(i64) -> i64,
) -> Result<Vec<OwnChange>, Stop> {
    let weights = |lines: &[NormLine]| -> BTreeMap<i64, CentiMinutes> {
        lines.iter().map(|line| (line.action, line.weight)).collect()
    };
    let (before, after) = (weights(before), weights(after));
    let mut found: Vec<OwnChange> = catalogue::actions(reader.db)?
        .into_iter()
        .filter(|action| before.contains_key(&action.id) || after.contains_key(&action.id))
        .map(|action| OwnChange {
            action: action.code.to_string(),
            name_ru: action.name_ru,
            name_en: action.name_en,
            before_cmin: before.get(&action.id).copied(),
            after_cmin: after.get(&action.id).copied(),
            quantity: quantity(action.id),
        })
        .collect();
    found.sort_by(|a, b| b.quantity.cmp(&a.quantity).then_with(|| a.action.cmp(&b.action)));
    Ok(found)
}

/// The order that an order took the place of.
pub(super) fn superseded(reader: &Reader<'_>, order: &OrderRow) -> Result<Option<OrderRow>, Stop> {
    match orders::superseded_by(reader.db, order.id)? {
        Some(id) => Ok(rows::order_by_id(reader.db, id)?),
        None => Ok(None),
    }
}

/// Grounds and person of the submission that an order approved.
pub(super) fn submission(reader: &Reader<'_>, order: &OrderRow) -> Result<Option<(String, i64)>, Stop> {
    let steps = rows::steps(reader.db, order.set)?;
    let last = steps.into_iter().rev().find(|step| step.state == "submitted" && step.seq < order.seq);
    Ok(last.map(|step| (step.text, step.person)))
}

/// The closed days of the pilot an order was signed on.
pub(super) fn pilot_days(reader: &Reader<'_>, order: &OrderRow) -> Result<i64, Stop> {
    Ok(orders::terms(reader.db, order.id)?.map_or(0, |terms| terms.pilot_days))
}

/// The period of the pilot an order was signed on.
pub(super) fn pilot_period(reader: &Reader<'_>, order: &OrderRow) -> Result<Option<(NaiveDate, NaiveDate)>, Stop> {
    Ok(orders::terms(reader.db, order.id)?.and_then(|terms| terms.pilot_period))
}

pub(super) fn wording(reader: &Reader<'_>, lang: &str) -> Result<OrderWording, Stop> {
    reader.widest(Act::AskWording)?;
    if !matches!(lang, "ru" | "en") {
        return Err(Rejection::because(RefusalCode::BadInput, "language").naming("lang", lang).into());
    }
    let text = |part: &str| -> Result<Option<String>, Stop> {
        let value = people::setting(reader.db, &format!("order-{part}-{lang}"))?;
        Ok(value.filter(|value| !value.is_empty()))
    };
    Ok(OrderWording {
        heading: text("heading")?,
        preamble: text("preamble")?,
        points: text("points")?,
        signature: text("signature")?,
    })
}

pub(super) fn deputies(reader: &Reader<'_>) -> Result<DeputiesView, Stop> {
    let permit = reader.widest(Act::AskDeputies)?;
    let today = reader.today();
    let mut found = Vec::new();
    for row in namings::deputies(reader.db)? {
        if !permit.covers(Target::department(Some(row.department))) {
            continue;
        }
        let moved = people::person_by_id(reader.db, row.person)?.map(|person| person.department);
        found.push(DeputyView {
            deputy: row.uuid,
            person: person_name(reader, row.person)?,
            supervisor: person_name(reader, row.supervisor)?,
            department: department_name(reader, row.department)?,
            from: row.from,
            to: row.to,
            named_by: person_name(reader, row.named_by)?,
            ended: row.ended_at.map(|at| local(reader, at)),
            acting: row.acts_on(today) && moved == Some(Some(row.department)),
        });
    }
    let candidates = match reader.actor.department.filter(|_| widest(&reader.actor, Act::DeputyKeep).is_ok()) {
        Some(department) => people::people_of(reader.db, department)?
            .into_iter()
            .filter(|person| person.id != reader.actor.person && person.to.is_none_or(|last| last >= today))
            .filter(|person| person.roles.iter().any(|role| matches!(role, Role::Operator | Role::Supervisor)))
            .map(|person| Named { code: person.code.to_string(), name: person.name })
            .collect(),
        None => Vec::new(),
    };
    Ok(DeputiesView { deputies: found, candidates, most_days: MOST_DAYS, today })
}
