//! Locking months, awards, answers to recalculations.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde_json::json;
use uuid::Uuid;

use super::command::{AwardCancel, AwardGrant, MoneyGrant, MoneyRevoke, MonthLock, PayCommand, RecalculationDecide};
use super::month::{Computed, MonthData, lock_of, recalculations};
use super::pay_figures::{Names, Standing, statement};
use super::people::{person_of, require_text};
use super::sign_in::PasswordProof;
use super::{Context, Done, Stop, schemes};
use crate::domain::kpi::is_closed;
use crate::domain::month::{Deduction, LockFacts, Month, Recalculation, blocks, leaver_blocks};
use crate::domain::people::{Person, Role};
use crate::domain::rejection::{RefusalCode, Rejection, Warning};
use crate::domain::units::Money;
use crate::policy::{Act, Target};
use crate::store::facts::FactWriter;
use crate::store::grants::{self, GrantRow};
use crate::store::pay::{self, AwardRow, LockRow, LockedRow};
use crate::store::{audit, people};

pub(super) fn handle(context: &Context<'_>, command: &PayCommand, proof: Option<&PasswordProof>) -> Result<Done, Stop> {
    match command {
        PayCommand::SchemeDraft(draft) => schemes::draft(context, draft),
        PayCommand::SchemePilot(pilot) => schemes::pilot(context, pilot),
        PayCommand::SchemeSubmit(submit) => schemes::submit(context, submit),
        PayCommand::SchemeReturn(back) => schemes::give_back(context, back),
        PayCommand::SchemeApprove(approve) => schemes::approve(context, approve, proof),
        PayCommand::AwardGrant(grant) => award_grant(context, grant),
        PayCommand::AwardCancel(cancel) => award_cancel(context, cancel),
        PayCommand::MoneyGrant(grant) => money_grant(context, grant),
        PayCommand::MoneyRevoke(revoke) => money_revoke(context, revoke),
        PayCommand::MonthLock(lock) => month_lock(context, lock),
        PayCommand::RecalculationDecide(decide) => recalculation_decide(context, decide),
    }
}

fn award_grant(context: &Context<'_>, grant: &AwardGrant) -> Result<Done, Stop> {
    crate::policy::widest(&context.actor, Act::AwardGrant)?;
    let person = person_of(context, &grant.person)?;
    let permit = context.permit(Act::AwardGrant, Target::of(person.id, person.department), RefusalCode::NotFound)?;
    if person.id == context.actor.person {
        return Err(Rejection::because(RefusalCode::NotPermitted, "own-award").into());
    }
    if grant.amount_minor.0 <= 0 {
        return Err(Rejection::because(RefusalCode::BadInput, "award-amount").into());
    }
    if pay::award(context.db, grant.award)?.is_some() {
        return Err(Rejection::of(RefusalCode::IdConflict).into());
    }
    if lock_of(&pay::locks(context.db)?, person.id, grant.month).is_some() {
        return Err(Rejection::because(RefusalCode::MonthLocked, "award").naming("month", grant.month).into());
    }
    if grant.reason.trim().is_empty() {
        return Err(Rejection::because(RefusalCode::NeedsReason, "award").into());
    }
    let row = AwardRow {
        uuid: grant.award,
        person: person.id,
        month: grant.month,
        amount: grant.amount_minor,
        reason: grant.reason.trim().to_owned(),
        granted_by: context.actor.person,
    };
    let mut writer = context.writer(&permit);
    pay::add_award(&mut writer, &row)?;
    let result =
        json!({"award": grant.award, "person": grant.person, "month": grant.month, "amount_minor": grant.amount_minor});
    let undo = json!({"award": grant.award, "reason": "undo"});
    Ok(Done::new(writer, result).undone_by("award.cancel", undo))
}

fn award_cancel(context: &Context<'_>, cancel: &AwardCancel) -> Result<Done, Stop> {
    crate::policy::widest(&context.actor, Act::AwardGrant)?;
    let not_found = || Rejection::because(RefusalCode::NotFound, "award");
    let award = pay::award(context.db, cancel.award)?.ok_or_else(not_found)?;
    let department = people::person_by_id(context.db, award.person)?.and_then(|person| person.department);
    let permit = context.permit(Act::AwardGrant, Target::of(award.person, department), RefusalCode::NotFound)?;
    if award.cancelled {
        return Err(Rejection::because(RefusalCode::IdConflict, "award-cancelled").into());
    }
    if lock_of(&pay::locks(context.db)?, award.person, award.month).is_some() {
        return Err(Rejection::because(RefusalCode::MonthLocked, "award-paid").naming("month", award.month).into());
    }
    if cancel.reason.trim().is_empty() {
        return Err(Rejection::because(RefusalCode::NeedsReason, "award-cancel").into());
    }
    let mut writer = context.writer(&permit);
    pay::cancel_award(&mut writer, award.id, cancel.reason.trim(), context.actor.person)?;
    Ok(Done::new(writer, json!({"award": cancel.award, "cancelled": true})))
}

fn money_grant(context: &Context<'_>, grant: &MoneyGrant) -> Result<Done, Stop> {
    crate::policy::widest(&context.actor, Act::MoneyGrant)?;
    let person = person_of(context, &grant.person)?;
    let permit = context.permit(Act::MoneyGrant, Target::of(person.id, person.department), RefusalCode::NotFound)?;
    if person.id == context.actor.person {
        return Err(Rejection::because(RefusalCode::NotPermitted, "own-grant").into());
    }
    let supervises = person.roles.contains(&Role::Supervisor);
    let Some(department) = person.department.filter(|_| supervises) else {
        return Err(Rejection::because(RefusalCode::BadInput, "grant-person").naming("code", &person.code).into());
    };
    let known = grants::grants(context.db)?;
    let stands = |one: &GrantRow| one.ended.is_none() && (one.person, one.department) == (person.id, department);
    if known.iter().any(|one| one.uuid == grant.grant || stands(one)) {
        return Err(Rejection::because(RefusalCode::IdConflict, "grant").naming("code", &person.code).into());
    }
    let row = GrantRow {
        id: 0,
        uuid: grant.grant,
        person: person.id,
        department,
        granted_by: context.actor.person,
        granted: context.today(),
        ended: None,
    };
    let mut writer = context.writer(&permit);
    grants::add_grant(&mut writer, &row)?;
    let undo = json!({"grant": grant.grant});
    Ok(Done::new(writer, json!({"grant": grant.grant, "person": grant.person})).undone_by("money.revoke", undo))
}

fn money_revoke(context: &Context<'_>, revoke: &MoneyRevoke) -> Result<Done, Stop> {
    let permit = context.permit(Act::MoneyGrant, Target::default(), RefusalCode::NotFound)?;
    let found = grants::grants(context.db)?.into_iter().find(|grant| grant.uuid == revoke.grant);
    let row = found.ok_or_else(|| Rejection::because(RefusalCode::NotFound, "grant"))?;
    if row.ended.is_some() {
        return Err(Rejection::because(RefusalCode::IdConflict, "grant-ended").into());
    }
    let mut writer = context.writer(&permit);
    grants::end_grant(&mut writer, row.id, context.actor.person, context.today())?;
    let done = Done::new(writer, json!({"grant": revoke.grant}));
    // Given again it is another grant; whoever leads another department by now would get that one's money.
    let person = people::person_by_id(context.db, row.person)?;
    let person = person.filter(|person| person.department == Some(row.department));
    Ok(match person.filter(|person| person.roles.contains(&Role::Supervisor)) {
        Some(person) => {
            let again = Uuid::new_v5(&revoke.grant, b"again");
            done.undone_by("money.grant", json!({"grant": again, "person": person.code}))
        }
        None => done,
    })
}

/// What a month's lock is checked against.
pub(super) fn lock_facts(
    db: &rusqlite::Connection,
    data: &MonthData,
    now: NaiveDate,
    person: Option<i64>,
) -> Result<LockFacts, Stop> {
    let month = data.month;
    let whole = |month: Month| data.locks.iter().any(|lock| lock.month == month && lock.person.is_none());
    let locked = match person {
        Some(person) => lock_of(&data.locks, person, month).is_some(),
        None => whole(month),
    };
    let last_locked = data.locks.iter().filter(|lock| lock.person.is_none()).map(|lock| lock.month).max();
    let earliest_open = match last_locked {
        Some(last) => Some(last.next()),
        None => pay::first_closed_month(db)?,
    };
    Ok(LockFacts {
        month,
        today: now,
        locked,
        open_days: month.days().filter(|day| !is_closed(&data.closed, *day)).collect(),
        earliest_open,
        calendar: data.planner.knows(month.first()),
    })
}

fn month_lock(context: &Context<'_>, lock: &MonthLock) -> Result<Done, Stop> {
    let permit = context.permit(Act::MonthLock, Target::default(), RefusalCode::NotPermitted)?;
    let leaver = lock.person.as_ref().map(|code| person_of(context, code)).transpose()?;
    let data = MonthData::load(context.db, &context.floor, lock.month)?;
    let facts = lock_facts(context.db, &data, context.today(), leaver.as_ref().map(|one| one.id))?;
    let blocked = match &leaver {
        Some(person) => leaver_blocks(&facts, person.to),
        None => blocks(&facts),
    };
    if let Some(first) = Rejection::first(blocked) {
        return Err(first.into());
    }
    context.require_clock()?;
    let mut writer = context.writer(&permit);
    let made = lock_statements(context, &mut writer, data, leaver.as_ref())?;
    let through = leaver.as_ref().and_then(|person| person.to).unwrap_or(lock.month.last());
    let result = json!({
        "month": lock.month, "person": lock.person, "through": through, "statements": made.count,
        "total_minor": made.total, "chain_head": made.chain_head,
    });
    Ok(Done::new(writer, result).warning(made.warnings))
}

/// What a lock froze.
struct Locked {
    count: usize,
    total: Money,
    chain_head: String,
    warnings: Vec<Warning>,
}

/// Writes the lock and everybody's statement, or the leaver's alone; recalculations of earlier months go with them.
fn lock_statements(
    context: &Context<'_>,
    writer: &mut FactWriter<'_>,
    mut data: MonthData,
    leaver: Option<&Person>,
) -> Result<Locked, Stop> {
    let (db, floor, month) = (context.db, &context.floor, data.month);
    let late = recalculations(db, floor, month, leaver.map(|person| person.id))?;
    for person in late.keys() {
        data.ensure_account(*person);
    }
    let through = leaver.and_then(|person| person.to).unwrap_or(month.last());
    let last_day = leaver.and_then(|person| person.to);
    let counts = |day: NaiveDate| day <= through && (is_closed(&data.closed, day) || Some(day) == last_day);
    let computed = Computed::of(&data, &counts, &late)?;
    let chain_head = audit::head(db)?.1;
    let row = LockRow {
        month,
        person: leaver.map(|person| person.id),
        through,
        locked_by: context.actor.person,
        chain_head: chain_head.clone(),
        seq: context.seq,
    };
    pay::add_lock(writer, &row)?;
    let names = Names::load(db, &data)?;
    let standing = Standing { state: "locked", through, chain_head: Some(chain_head.clone()) };
    let mut people: Vec<i64> = data.facts.accounts.iter().map(|account| account.person).collect();
    people.sort_unstable();
    people.dedup();
    people.retain(|person| leaver.map_or_else(|| data.lock_of(*person, month).is_none(), |one| one.id == *person));
    let mut made = Locked { count: people.len(), total: Money::ZERO, chain_head, warnings: Vec::new() };
    for person in people {
        let Some(view) = statement(&names, floor, &computed, person, &counts, &standing)? else { continue };
        let own_total = computed.own_total(&data, person)?;
        let own = late.get(&person).map(Vec::as_slice).unwrap_or_default();
        let total = Money::sum(own.iter().map(|one| one.posted).chain([own_total]))?;
        made.total = made.total.plus(total)?;
        if let Some(why) = &view.account.no_money {
            made.warnings.push(Warning::of("locked-unpaid").naming("person", &view.person).naming("why", why));
        }
        let content = serde_json::to_string(&view).map_err(|error| Stop::Fault(error.to_string()))?;
        pay::add_locked(writer, month, &LockedRow { person, own_total, total, content, seq: 0 })?;
        for one in own {
            keep_recalculation(writer, month, person, one)?;
        }
    }
    Ok(made)
}

fn keep_recalculation(writer: &mut FactWriter<'_>, month: Month, person: i64, one: &Recalculation) -> Result<(), Stop> {
    let settled = if one.deduction == Some(Deduction::Proposed) { Money::ZERO } else { one.difference };
    Ok(pay::add_locked_recalculation(writer, month, person, one.of, one.posted, settled)?)
}

fn recalculation_decide(context: &Context<'_>, decide: &RecalculationDecide) -> Result<Done, Stop> {
    let permit = context.permit(Act::MonthLock, Target::default(), RefusalCode::NotPermitted)?;
    let person = people::person(context.db, &decide.person)?
        .ok_or_else(|| Rejection::because(RefusalCode::NotFound, "person").naming("code", &decide.person))?;
    if person.id == context.actor.person {
        return Err(Rejection::because(RefusalCode::NotPermitted, "own-award").into());
    }
    let locks = pay::locks(context.db)?;
    let open = super::month::first_open(&locks, person.id, decide.month);
    let late: BTreeMap<i64, Vec<Recalculation>> = recalculations(context.db, &context.floor, open, Some(person.id))?;
    let own = late.get(&person.id).into_iter().flatten();
    let found = own.filter(|one| one.of == decide.month && one.deduction.is_some()).copied().next();
    let one = found.ok_or_else(|| Rejection::because(RefusalCode::NotFound, "recalculation"))?;
    require_text(&decide.ground, "ground").map_err(|_| Rejection::because(RefusalCode::NeedsReason, "deduction"))?;
    let mut writer = context.writer(&permit);
    pay::add_deduction(
        &mut writer,
        person.id,
        decide.month,
        one.difference,
        decide.deduct,
        decide.ground.trim(),
        context.actor.person,
    )?;
    let result = json!({
        "person": decide.person, "month": decide.month, "difference_minor": one.difference, "deducted": decide.deduct,
        "enters": open,
    });
    Ok(Done::new(writer, result))
}
