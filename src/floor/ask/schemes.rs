//! Pay schemes: the list, and one with what it costs and what it would have paid.

use std::collections::BTreeMap;

use super::Reader;
use crate::domain::code::folded;
use crate::domain::month::Month;
use crate::domain::people::Person;
use crate::domain::rejection::{RefusalCode, Rejection};
use crate::domain::statement::Part;
use crate::domain::units::{BasisPoints, Fraction, Money};
use crate::floor::Stop;
use crate::floor::indicator_figures::known as known_indicators;
use crate::floor::month::{Computed, Instead, KnownScheme, MonthData, Schemes};
use crate::floor::planner::Planner;
use crate::floor::question::AskScheme;
use crate::floor::schemes::state_of;
use crate::policy::{Act, Scope, Target};
use crate::store::pay;
use crate::store::people::{self, DepartmentRow};
use crate::views::pay::{MinuteCost, SchemeBrief, SchemeOrderView, SchemeStepView, SchemeView, SchemesView, ShadowRow};

/// Whether somebody who sees only the own department's schemes may see this one: regulations are known once approved.
fn may_see(reader: &Reader<'_>, schemes: &Schemes, scheme: &KnownScheme) -> bool {
    let Ok(permit) = reader.widest(Act::AskScheme) else { return false };
    let approved = schemes.orders.iter().any(|order| order.scheme == scheme.row.id);
    permit.scope() == Scope::All || approved && permit.covers(Target::department(Some(scheme.row.department)))
}

fn brief(
    reader: &Reader<'_>,
    schemes: &Schemes,
    scheme: &KnownScheme,
    departments: &[DepartmentRow],
) -> Result<SchemeBrief, Stop> {
    let row = &scheme.row;
    let steps = pay::scheme_steps(reader.db, row.id)?;
    let order = schemes.orders.iter().find(|order| order.scheme == row.id);
    let department = departments.iter().find(|department| department.id == row.department);
    Ok(SchemeBrief {
        scheme: row.code.to_string(),
        name: row.name.clone(),
        department: department.map(|department| department.code.to_string()).unwrap_or_default(),
        position: row.position.clone(),
        state: state_of(schemes, row, &steps, Month::of(reader.today())),
        number: order.map(|order| order.number.clone()),
        effective: order.map(|order| order.effective),
    })
}

pub(super) fn schemes(reader: &Reader<'_>) -> Result<SchemesView, Stop> {
    reader.widest(Act::AskScheme)?;
    let known = Schemes::load(reader.db)?;
    let departments = people::departments(reader.db)?;
    let seen = known.all.iter().filter(|scheme| may_see(reader, &known, scheme));
    let schemes = seen.map(|scheme| brief(reader, &known, scheme, &departments)).collect::<Result<_, _>>()?;
    Ok(SchemesView {
        schemes,
        may_draft: reader.widest(Act::SchemeKeep).is_ok(),
        may_approve: reader.widest(Act::SchemeApprove).is_ok(),
    })
}

pub(super) fn scheme(reader: &Reader<'_>, ask: &AskScheme) -> Result<SchemeView, Stop> {
    reader.widest(Act::AskScheme)?;
    let known = Schemes::load(reader.db)?;
    let found = known.all.iter().find(|scheme| scheme.row.code == ask.scheme && may_see(reader, &known, scheme));
    let found = found.ok_or_else(|| Rejection::because(RefusalCode::NotFound, "scheme").naming("code", &ask.scheme))?;
    let departments = people::departments(reader.db)?;
    let department = departments.iter().find(|department| department.id == found.row.department);
    let everybody: BTreeMap<i64, Person> =
        people::people(reader.db)?.into_iter().map(|person| (person.id, person)).collect();
    let code = |person: i64| everybody.get(&person).map(|person| person.code.to_string()).unwrap_or_default();
    let steps = pay::scheme_steps(reader.db, found.row.id)?;
    let steps = steps.into_iter().map(|step| SchemeStepView {
        state: step.state,
        person: code(step.person),
        text: step.text,
        from: step.months.map(|(from, _)| from),
        to: step.months.map(|(_, to)| to),
    });
    let order = known.orders.iter().find(|order| order.scheme == found.row.id).map(|order| SchemeOrderView {
        order: order.uuid,
        number: order.number.clone(),
        date: order.date,
        effective: order.effective,
        approved_by: code(order.approved_by),
        early_reason: order.early_reason.clone(),
        fingerprint: order.fingerprint.clone(),
        chain_head: order.chain_head.clone(),
        password_reset_by: order.password_reset_by.clone(),
    });
    let this_month = Month::of(reader.today());
    let mut indicators = BTreeMap::new();
    for (code, one) in known_indicators(reader.db, this_month)? {
        if found.content.bonuses.iter().any(|bonus| bonus.indicator == code) {
            indicators.insert(code, one.definition);
        }
    }
    let in_force = known.in_force(found.row.department, found.row.position.as_deref(), this_month);
    let money = reader.widest(Act::AskPayroll).is_ok();
    let costs = if money { minute_costs(reader, found, &everybody, this_month)? } else { Vec::new() };
    let shadow = match ask.month.filter(|_| money) {
        Some(month) => shadow(reader, found, month)?,
        None => Vec::new(),
    };
    Ok(SchemeView {
        brief: brief(reader, &known, found, &departments)?,
        department_name: department.map(|department| department.name.clone()).unwrap_or_default(),
        version: found.row.version,
        content: found.content.clone(),
        indicators,
        steps: steps.collect(),
        order,
        in_force: in_force.filter(|one| one.row.id != found.row.id).map(|one| one.row.code.to_string()),
        minute_costs: costs,
        shadow_month: ask.month.filter(|_| money),
        shadow,
    })
}

/// What a covered minute costs at each salary that the scheme would pay, by the month's N of the standard week.
fn minute_costs(
    reader: &Reader<'_>,
    scheme: &KnownScheme,
    everybody: &BTreeMap<i64, Person>,
    month: Month,
) -> Result<Vec<MinuteCost>, Stop> {
    let planner = Planner::load(reader.db, &reader.floor, month.first(), month.last(), None)?;
    let position = scheme.row.position.as_deref().map(folded);
    let touched = everybody.values().filter(|person| {
        person.department == Some(scheme.row.department)
            && person.employed_on(reader.today())
            && (position.is_none() || person.position.as_deref().map(folded) == position)
    });
    let mut by_salary: BTreeMap<Money, (i64, Part)> = BTreeMap::new();
    for person in touched {
        let Some(salary) = person.salary else { continue };
        // The position's minute: at rate 1.0 and its own month.
        let whole = Person { rate: BasisPoints::ONE, ..person.clone() };
        let Some(part) = planner.parts(&whole, month).pop() else { continue };
        let part = Part { salary: Some(salary), ..part };
        by_salary.entry(salary).or_insert((0, part)).0 += 1;
    }
    let mut costs = Vec::new();
    for (salary, (people, part)) in by_salary {
        let Some(value) = part.value()? else { continue };
        let content = &scheme.content;
        let minute = value.times(Fraction::whole(100))?.times(Fraction::of_share(content.cover_bp))?;
        let fixed = Fraction::whole(salary.0).times(Fraction::of_share(content.fixed_bp))?;
        costs.push(MinuteCost {
            salary_minor: salary,
            people,
            minute_value: value.exact(),
            covered_minute_minor: Money(minute.round_half_even()?),
            fixed_minor: Money(fixed.round_half_even()?),
            below_minimum_wage: content.below_minimum_wage(salary),
        });
    }
    Ok(costs)
}

/// What the scheme would have paid in a month beside what the one in force pays.
fn shadow(reader: &Reader<'_>, scheme: &KnownScheme, month: Month) -> Result<Vec<ShadowRow>, Stop> {
    let total = |data: &MonthData| -> Result<BTreeMap<i64, Option<Money>>, Stop> {
        let computed = Computed::of(data, &data.counts(month.last()), &BTreeMap::new())?;
        let mut totals = BTreeMap::new();
        for (account, made) in data.facts.accounts.iter().zip(&computed.statements) {
            if account.department == scheme.row.department {
                let sum = if made.no_money.is_none() { Some(made.own_total()?) } else { None };
                totals.insert(account.person, sum);
            }
        }
        Ok(totals)
    };
    let before = MonthData::load(reader.db, &reader.floor, month)?;
    let after = MonthData::load_with(reader.db, &reader.floor, month, &Instead { scheme: Some(scheme) })?;
    let (in_force, by_this) = (total(&before)?, total(&after)?);
    let mut rows = Vec::new();
    for (place, account) in after.facts.accounts.iter().enumerate() {
        let touched = after.schemes.get(place).is_some_and(|code| code.as_ref() == Some(&scheme.row.code));
        let Some(person) = after.people.get(&account.person).filter(|_| touched) else { continue };
        let was = in_force.get(&account.person).copied().flatten();
        let now = by_this.get(&account.person).copied().flatten();
        let difference_minor = was.zip(now).map(|(was, now)| now.minus(was)).transpose()?;
        rows.push(ShadowRow {
            person: person.code.to_string(),
            name: person.name.clone(),
            in_force_minor: was,
            shadow_minor: now,
            difference_minor,
        });
    }
    Ok(rows)
}
