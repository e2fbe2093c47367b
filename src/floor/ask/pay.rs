//! Statements and the payroll of a month.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::Reader;
use crate::domain::month::{Month, blocks};
use crate::domain::people::{Person, Role};
use crate::domain::rejection::{RefusalCode, Rejection};
use crate::domain::statement::funds;
use crate::domain::units::Money;
use crate::floor::month::{Computed, MonthData, personnel_order, recalculations, recomputed};
use crate::floor::pay::lock_facts;
use crate::floor::pay_figures::{self, Names, Standing};
use crate::floor::question::{AskMonth, AskStatement};
use crate::floor::{Stop, pay_figures::recalculation};
use crate::policy::{Act, Scope, Target};
use crate::store::{grants, pay, people};
use crate::views::Named;
use crate::views::pay::{
    AwardView, BlockView, GrantView, GrantsView, LockView, PayrollRow, PayrollView, RecalculatedView, StatementView,
    StatementsView,
};

/// The last day that may count: the one asked for, at most the month's last.
fn through_of(month: Month, through: Option<NaiveDate>) -> NaiveDate {
    through.unwrap_or(month.last()).min(month.last())
}

pub(super) fn statement(reader: &Reader<'_>, ask: &AskStatement) -> Result<StatementView, Stop> {
    reader.widest(Act::AskStatement)?;
    let unknown = || Rejection::because(RefusalCode::NotFound, "person").naming("code", &ask.person);
    let person = people::person(reader.db, &ask.person)?.ok_or_else(unknown)?;
    let permit = reader
        .permit(Act::AskStatement, Target::of(person.id, person.department))
        .map_err(|refusal| if refusal.code == RefusalCode::NotFound { unknown() } else { refusal })?;
    let none = || Rejection::because(RefusalCode::NotFound, "statement").naming("month", ask.month);
    let whole = whole_statement(reader, ask, &person)?;
    if permit.scope() != Scope::Department || person.id == reader.actor.person {
        return Ok(whole.ok_or_else(none)?);
    }
    let own = own_department(reader)?;
    Ok(whole.and_then(|view| view.of_department(own.as_deref())).ok_or_else(none)?)
}

/// The code of the department of who asks.
fn own_department(reader: &Reader<'_>) -> Result<Option<String>, Stop> {
    let own = people::departments(reader.db)?.into_iter().find(|one| Some(one.id) == reader.actor.department);
    Ok(own.map(|department| department.code.to_string()))
}

/// The statement with every account of the month, in whichever department.
fn whole_statement(reader: &Reader<'_>, ask: &AskStatement, person: &Person) -> Result<Option<StatementView>, Stop> {
    let through = through_of(ask.month, ask.through);
    let locked = pay::locked(reader.db, ask.month, Some(person.id))?.into_iter().next();
    if let Some(row) = locked.filter(|_| ask.through.is_none_or(|through| through >= ask.month.last())) {
        let view = serde_json::from_str(&row.content).map_err(|error| Stop::Fault(error.to_string()))?;
        return with_late_facts(reader, ask.month, person.id, view, row.own_total).map(Some);
    }
    let mut data = MonthData::load(reader.db, &reader.floor, ask.month)?;
    let late = recalculations(reader.db, &reader.floor, ask.month, Some(person.id))?;
    for person in late.keys() {
        data.ensure_account(*person);
    }
    let counts = data.counts(through);
    let computed = Computed::of(&data, &counts, &late)?;
    let names = Names::load(reader.db, &data)?;
    let standing = Standing { state: "provisional", through, chain_head: None };
    pay_figures::statement(&names, &reader.floor, &computed, person.id, &counts, &standing)
}

/// A locked statement, beside it what late facts would make of it.
fn with_late_facts(
    reader: &Reader<'_>,
    month: Month,
    person: i64,
    mut view: StatementView,
    locked_total: Money,
) -> Result<StatementView, Stop> {
    if let Some(late) = recomputed(reader.db, &reader.floor, month, &pay::locks(reader.db)?)? {
        put_late_facts(&mut view, &late, person, locked_total)?;
    }
    Ok(view)
}

/// Puts what late facts would make of a locked statement beside it, where that is another sum.
fn put_late_facts(
    view: &mut StatementView,
    (data, computed): &(MonthData, Computed),
    person: i64,
    locked_total: Money,
) -> Result<(), Stop> {
    let Some(made) = data.main_account(person).and_then(|main| computed.statements.get(main)) else { return Ok(()) };
    let difference = computed.own_total(data, person)?.minus(locked_total)?;
    if difference.0 != 0 {
        let figures = pay_figures::figures(made)?;
        view.recalculated = Some(Box::new(RecalculatedView { figures, difference_minor: difference }));
    }
    Ok(())
}

pub(super) fn payroll(reader: &Reader<'_>, ask: AskMonth) -> Result<PayrollView, Stop> {
    let permit = reader.widest(Act::AskPayroll)?;
    let month = ask.month;
    let through = through_of(month, ask.through);
    let mut data = MonthData::load(reader.db, &reader.floor, month)?;
    let late = recalculations(reader.db, &reader.floor, month, None)?;
    for person in late.keys() {
        data.ensure_account(*person);
    }
    let counts = data.counts(through);
    let computed = Computed::of(&data, &counts, &late)?;
    let names = Names::load(reader.db, &data)?;
    let shown = |place: usize| data.shows_account(&permit, place);
    let frozen = frozen_rows(reader, month, ask.through)?;
    let closed = frozen.keys().cloned().collect::<BTreeSet<_>>();
    let mut rows = payroll_of_locked(reader, &data, &names, permit.scope(), frozen)?;
    let locked = data.locks.iter().any(|lock| lock.month == month && lock.person.is_none());
    for (place, account) in data.facts.accounts.iter().enumerate().filter(|(place, _)| shown(*place)) {
        // Of a locked month nothing is paid but what was locked; what came later enters the open one.
        if !closed.contains(&names.code(account.person)) && (closed.is_empty() || !locked) {
            rows.extend(pay_figures::payroll_row(&names, &computed, place)?);
        }
    }
    rows.sort_by_cached_key(|row| personnel_order(&row.person));
    let total_minor = Money::sum(rows.iter().filter_map(|row| row.figures.total_minor))?;
    let late = late.iter().filter(|(person, _)| data.main_account(**person).is_some_and(shown));
    let late = late.flat_map(|(person, lines)| lines.iter().map(|one| recalculation(names.code(*person), one)));
    let recalculations = late.collect();
    Ok(PayrollView {
        month,
        closed_through: data.closed_through(through),
        rehearsal: reader.floor.row.rehearsal,
        rows,
        total_minor,
        funds: funds(&computed.statements)?
            .iter()
            .filter(|fund| data.shows_fund(&permit, fund))
            .map(|fund| pay_figures::fund(&names, fund))
            .collect(),
        recalculations,
        awards: awards(reader, month, &names, shown)?,
        lock: lock_view(reader, &data, &names)?,
    })
}

pub(super) fn grants(reader: &Reader<'_>) -> Result<GrantsView, Stop> {
    reader.widest(Act::AskGrants)?;
    let rows = grants::grants(reader.db)?;
    let everybody = people::people(reader.db)?;
    let departments = people::departments(reader.db)?;
    let person = |id: i64| {
        let found = everybody.iter().find(|person| person.id == id);
        found.map_or_else(nobody, |person| Named { code: person.code.to_string(), name: person.name.clone() })
    };
    let department = |id: i64| {
        let found = departments.iter().find(|department| department.id == id);
        found.map_or_else(nobody, |one| Named { code: one.code.to_string(), name: one.name.clone() })
    };
    let today = reader.today();
    let free = |one: &&Person| {
        let stands = rows
            .iter()
            .any(|row| row.ended.is_none() && row.person == one.id && Some(row.department) == one.department);
        one.roles.contains(&Role::Supervisor) && one.department.is_some() && one.employed_on(today) && !stands
    };
    let candidates = everybody.iter().filter(free).map(|one| person(one.id)).collect();
    let view = |row: &grants::GrantRow| GrantView {
        grant: row.uuid,
        person: person(row.person),
        department: department(row.department),
        granted_by: person(row.granted_by),
        granted: row.granted,
        ended: row.ended,
    };
    Ok(GrantsView { grants: rows.iter().map(view).collect(), candidates })
}

/// The rows of the statements that were locked, as they were locked, with what late facts changed since.
fn payroll_of_locked(
    reader: &Reader<'_>,
    data: &MonthData,
    names: &Names<'_>,
    scope: Scope,
    frozen: BTreeMap<String, StatementView>,
) -> Result<Vec<PayrollRow>, Stop> {
    if frozen.is_empty() {
        return Ok(Vec::new());
    }
    let changed = changed_since(reader, data)?.into_iter().map(|(person, late)| (names.code(person), late));
    let changed: BTreeMap<String, Money> = changed.collect();
    let own = if scope == Scope::All { None } else { Some(own_department(reader)?) };
    let mut rows = Vec::with_capacity(frozen.len());
    for (code, view) in frozen {
        let view = match &own {
            Some(own) => view.of_department(own.as_deref()),
            None => Some(view),
        };
        let Some(view) = view else { continue };
        let late = changed.get(&code).copied();
        rows.push(PayrollRow { late_minor: late, ..pay_figures::locked_row(&view, &view.account) });
        rows.extend(view.other_accounts.iter().map(|account| pay_figures::locked_row(&view, account)));
    }
    Ok(rows)
}

fn nobody() -> Named {
    Named { code: String::new(), name: String::new() }
}

/// What late facts changed in a locked month, by person: recomputed less locked.
fn changed_since(reader: &Reader<'_>, month: &MonthData) -> Result<BTreeMap<i64, Money>, Stop> {
    let Some((data, computed)) = recomputed(reader.db, &reader.floor, month.month, &month.locks)? else {
        return Ok(BTreeMap::new());
    };
    let mut changed = BTreeMap::new();
    for (person, locked) in pay::locked_totals(reader.db, month.month)? {
        let difference = computed.own_total(&data, person)?.minus(locked)?;
        if difference.0 != 0 {
            changed.insert(person, difference);
        }
    }
    Ok(changed)
}

fn awards(
    reader: &Reader<'_>,
    month: Month,
    names: &Names<'_>,
    shown: impl Fn(usize) -> bool,
) -> Result<Vec<AwardView>, Stop> {
    let view = |row: pay::AwardRow| AwardView {
        award: row.uuid,
        person: names.code(row.person),
        name: names.name(row.person),
        amount_minor: row.amount,
        reason: row.reason,
        granted_by: names.name(row.granted_by),
    };
    let rows = pay::awards(reader.db, month)?.into_iter();
    let seen = rows.filter(|row| names.data.main_account(row.person).is_some_and(&shown));
    Ok(seen.map(view).collect())
}

pub(super) fn statements(reader: &Reader<'_>, ask: AskMonth) -> Result<StatementsView, Stop> {
    let permit = reader.widest(Act::AskPayroll)?;
    let through = through_of(ask.month, ask.through);
    let mut data = MonthData::load(reader.db, &reader.floor, ask.month)?;
    let late = recalculations(reader.db, &reader.floor, ask.month, None)?;
    for person in late.keys() {
        data.ensure_account(*person);
    }
    let counts = data.counts(through);
    let computed = Computed::of(&data, &counts, &late)?;
    let names = Names::load(reader.db, &data)?;
    let standing = Standing { state: "provisional", through, chain_head: None };
    let mut by_person = frozen_rows(reader, ask.month, ask.through)?;
    if !by_person.is_empty()
        && let Some(late) = recomputed(reader.db, &reader.floor, ask.month, &data.locks)?
    {
        for (person, total) in pay::locked_totals(reader.db, ask.month)? {
            if let Some(view) = by_person.get_mut(&names.code(person)) {
                put_late_facts(view, &late, person, total)?;
            }
        }
    }
    for account in &data.facts.accounts {
        let code = names.code(account.person);
        if !by_person.contains_key(&code)
            && let Some(view) =
                pay_figures::statement(&names, &reader.floor, &computed, account.person, &counts, &standing)?
        {
            by_person.insert(code, view);
        }
    }
    let statements = by_person.into_values();
    let statements = if permit.scope() == Scope::All {
        statements.collect()
    } else {
        let own = own_department(reader)?;
        statements.filter_map(|view| view.of_department(own.as_deref())).collect()
    };
    Ok(StatementsView { month: ask.month, statements })
}

/// The statements of a locked month as they were frozen, by personnel number.
fn frozen_rows(
    reader: &Reader<'_>,
    month: Month,
    through: Option<NaiveDate>,
) -> Result<BTreeMap<String, StatementView>, Stop> {
    let mut frozen = BTreeMap::new();
    if through.is_some_and(|through| through < month.last()) {
        return Ok(frozen);
    }
    for row in pay::locked(reader.db, month, None)? {
        let view: StatementView = serde_json::from_str(&row.content).map_err(|error| Stop::Fault(error.to_string()))?;
        frozen.insert(view.person.clone(), view);
    }
    Ok(frozen)
}

fn lock_view(reader: &Reader<'_>, data: &MonthData, names: &Names<'_>) -> Result<LockView, Stop> {
    let facts = lock_facts(reader.db, data, reader.today(), None)?;
    let lock = data.locks.iter().find(|lock| lock.month == data.month && lock.person.is_none());
    let may_lock = reader.widest(Act::MonthLock).is_ok();
    let blocked = if facts.locked { Vec::new() } else { blocks(&facts) };
    Ok(LockView {
        locked: facts.locked,
        locked_by: lock.map(|lock| names.code(lock.locked_by)),
        chain_head: lock.map(|lock| lock.chain_head.clone()),
        blocks: blocked.iter().map(block_view).collect(),
        may_lock,
    })
}

fn block_view(block: &Rejection) -> BlockView {
    BlockView {
        code: block.code.as_str().to_owned(),
        reason: block.reason.to_owned(),
        details: block.details.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect(),
    }
}
