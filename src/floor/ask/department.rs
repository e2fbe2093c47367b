//! One's own month, and the department's.

use std::collections::BTreeMap;

use super::Reader;
use super::month::{PersonMonth, month_or_running};
use super::objections::{notes_of, objections_of};
use super::tasks::{counts_view, open_now};
use crate::domain::code::Code;
use crate::domain::forecast::share_cut;
use crate::domain::kpi::is_closed;
use crate::domain::links::{Funnel, LEAST_DAYS, Place};
use crate::domain::month::Month;
use crate::domain::people::Person;
use crate::domain::rejection::{RefusalCode, Rejection};
use crate::domain::task::Counts;
use crate::domain::units::CentiMinutes;
use crate::floor::Stop;
use crate::floor::month::{MonthData, personnel_order};
use crate::floor::planner::Planner;
use crate::floor::question::{AskDepartment, AskMyKpi};
use crate::policy::{Act, Permit, Scope, Target};
use crate::store::{calls, days, department as rows, people, tasks};
use crate::views::Named;
use crate::views::department::{
    DepartmentPerson, DepartmentView, FunnelView, LimitView, LinkView, MyKpiView, ShareView, Standing,
};

/// A person that an act may be asked about; by default who asks.
pub(super) fn person_asked(reader: &Reader<'_>, act: Act, code: Option<&Code>) -> Result<Person, Stop> {
    let not_found =
        || Rejection::because(RefusalCode::NotFound, "person").naming("code", code.unwrap_or(&reader.actor.code));
    let person = match code {
        Some(code) => people::person(reader.db, code)?,
        None => people::person_by_id(reader.db, reader.actor.person)?,
    };
    let person = person.ok_or_else(not_found)?;
    reader
        .permit(act, Target::of(person.id, person.department))
        .map_err(|refusal| if refusal.code == RefusalCode::NotFound { not_found() } else { refusal })?;
    Ok(person)
}

/// A department by its key.
pub(super) fn department_named(reader: &Reader<'_>, id: Option<i64>) -> Result<Option<Named>, Stop> {
    let found = people::departments(reader.db)?.into_iter().find(|department| Some(department.id) == id);
    Ok(found.map(|department| Named { code: department.code.to_string(), name: department.name }))
}

/// The month of one person over all departments.
pub(super) fn month_of_person(reader: &Reader<'_>, person: &Person, month: Month) -> Result<PersonMonth, Stop> {
    let (first, last) = (month.first(), month.last());
    let plan = Planner::load(reader.db, &reader.floor, first, last, Some(person.id))?.days(person, first, last)?;
    let sums = days::day_sums(reader.db, first, last, Some(person.id))?;
    let decisions = rows::decision_sums(reader.db, first, last, Some(person.id))?;
    PersonMonth::of(person.id, plan, &sums, &decisions, &days::closed(reader.db)?, month)
}

pub(super) fn my_kpi(reader: &Reader<'_>, ask: &AskMyKpi) -> Result<MyKpiView, Stop> {
    let person = person_asked(reader, Act::AskMyKpi, ask.person.as_ref())?;
    let month = month_or_running(reader, ask.month);
    let made = month_of_person(reader, &person, month)?;
    let today = reader.today();
    let running = made.days.get(&today).filter(|day| !day.closed);
    let (_, before) = calls::unprocessed_counts(reader.db, person.id, today)?;
    let own = person.id == reader.actor.person;
    Ok(MyKpiView {
        person: person.code.to_string(),
        name: person.name.clone(),
        department: department_named(reader, person.department)?,
        month,
        today,
        closed_through: made.closed_through,
        kpi_cmin: made.kpi()?,
        plan_to_date_cmin: made.plan_to_date()?,
        plan_cmin: made.plan()?,
        pace_bp: made.pace()?,
        today_cmin: running.map(|day| day.kpi).unwrap_or_default(),
        today_tickets: running.map_or(0, |day| day.tickets),
        today_target_cmin: made.planned.then(|| running.map(|day| day.time.target).unwrap_or_default()),
        provisional_cmin: made.provisional()?,
        forecast: made.forecast()?,
        efficiency: made.efficiency()?,
        days: made.my_days(),
        tasks: open_now(reader, &person)?,
        notes: notes_of(reader, Some(person.id), None, month)?,
        objections: objections_of(reader, Some(person.id), None, month)?,
        unprocessed_before_today: before,
        may_object: own && reader.widest(Act::ObjectionRaise).is_ok(),
    })
}

/// The department that is shown: the one asked for, else a supervisor's own, else all.
pub(super) fn department_shown(
    reader: &Reader<'_>,
    permit: &Permit,
    asked: Option<&Code>,
) -> Result<Option<i64>, Stop> {
    let own = (permit.scope() == Scope::Department).then(|| reader.actor.department.unwrap_or(0));
    let Some(code) = asked else { return Ok(own) };
    let unknown = || Rejection::because(RefusalCode::UnknownCode, "department").naming("code", code);
    let found = people::department(reader.db, code)?.ok_or_else(unknown)?;
    if own.is_some_and(|own| own != found.id) {
        return Err(unknown().into());
    }
    Ok(Some(found.id))
}

/// What stands beside each person's minutes.
struct Beside {
    unprocessed: BTreeMap<(i64, i64), i64>,
    covers: BTreeMap<(i64, i64), (i64, i64)>,
    tasks: BTreeMap<i64, Vec<crate::domain::task::Counted>>,
    objections: BTreeMap<i64, i64>,
}

impl Beside {
    fn load(reader: &Reader<'_>, data: &MonthData, shown: Option<i64>) -> Result<Self, Stop> {
        let mut unprocessed = BTreeMap::new();
        for (person, department, count) in rows::unprocessed(reader.db)? {
            unprocessed.insert((person, department), count);
        }
        let computed = crate::domain::statement::cover_of(&data.facts, &data.counts(data.month.last()))?;
        let mut covers: BTreeMap<(i64, i64), (i64, i64)> = BTreeMap::new();
        let key = |place: usize| data.facts.accounts.get(place).map(|account| (account.person, account.department));
        for day in &computed {
            if let Some(coverer) = key(day.covered.coverer) {
                covers.entry(coverer).or_default().0 += day.covered.minutes.0;
            }
            if let Some(absent) = key(day.covered.absent) {
                covers.entry(absent).or_default().1 += day.covered.minutes.0;
            }
        }
        let mut counted: BTreeMap<i64, Vec<crate::domain::task::Counted>> = BTreeMap::new();
        for task in tasks::tasks(reader.db, None, shown, data.month.first())? {
            counted.entry(task.person).or_default().push(task.counted());
        }
        let mut objections: BTreeMap<i64, i64> = BTreeMap::new();
        for row in rows::objections(reader.db, None, shown, data.month)? {
            *objections.entry(row.person).or_default() += i64::from(row.answer.is_none());
        }
        Ok(Self { unprocessed, covers, tasks: counted, objections })
    }
}

pub(super) fn department(reader: &Reader<'_>, ask: &AskDepartment) -> Result<DepartmentView, Stop> {
    let permit = reader.widest(Act::AskDepartment)?;
    let shown = department_shown(reader, &permit, ask.department.as_ref())?;
    let month = month_or_running(reader, ask.month);
    let data = MonthData::load(reader.db, &reader.floor, month)?;
    let decisions = rows::decision_sums(reader.db, month.first(), month.last(), None)?;
    let seen = |_: i64, department: i64| shown.is_none_or(|shown| shown == department);
    let mut months = PersonMonth::all_of(&data, &decisions, seen);
    months.sort_by_cached_key(|one| data.people.get(&one.person).map(|person| personnel_order(&person.code)));
    let beside = Beside::load(reader, &data, shown)?;
    let funnel = Funnel::of(&months.iter().map(PersonMonth::worked_days).collect::<Vec<_>>());
    let departments: BTreeMap<i64, Named> = people::departments(reader.db)?
        .into_iter()
        .map(|one| (one.id, Named { code: one.code.to_string(), name: one.name }))
        .collect();
    let mut view_people = Vec::with_capacity(months.len());
    for (one, link) in months.iter().zip(&funnel.links) {
        let Some(person) = data.people.get(&one.person) else { continue };
        let code = one.department.and_then(|id| departments.get(&id)).map(|named| named.code.clone());
        view_people.push(person_view(reader, person, one, code, link, &beside, month)?);
    }
    let all_tasks = beside.tasks.values().flatten().copied();
    let counts = Counts::of(all_tasks, (month.first(), month.last()), reader.today());
    let total = |of: fn(&DepartmentPerson) -> CentiMinutes| CentiMinutes::sum(view_people.iter().map(of));
    let planned = |of: fn(&DepartmentPerson) -> Option<CentiMinutes>| -> Result<Option<CentiMinutes>, Stop> {
        let sum = CentiMinutes::sum(view_people.iter().filter_map(of))?;
        Ok(data.planner.knows(month.first()).then_some(sum))
    };
    let (kpi, to_date) = (total(|one| one.kpi_cmin)?, planned(|one| one.plan_to_date_cmin)?);
    let may_choose = |id: i64| permit.scope() == Scope::All || Some(id) == reader.actor.department;
    Ok(DepartmentView {
        month,
        department: shown.and_then(|id| departments.get(&id).cloned()),
        departments: departments.iter().filter(|(id, _)| may_choose(**id)).map(|(_, named)| named.clone()).collect(),
        today: reader.today(),
        closed_through: data.closed_through(month.last()),
        kpi_cmin: kpi,
        provisional_cmin: total(|one| one.provisional_cmin)?,
        plan_cmin: planned(|one| one.plan_cmin)?,
        plan_to_date_cmin: to_date,
        pace_bp: to_date.and_then(|plan| share_cut(kpi.0, plan.0)),
        funnel: funnel_view(&funnel),
        tasks: counts_view(&counts),
        adoption: adoption(reader, &data, shown)?,
        unprocessed: view_people.iter().map(|one| one.unprocessed).sum(),
        open_objections: beside.objections.values().sum(),
        people: view_people,
        may_give: reader.widest(Act::TaskGive).is_ok(),
        may_export: reader.widest(Act::AskDepartment).is_ok(),
    })
}

fn person_view(
    reader: &Reader<'_>,
    person: &Person,
    one: &PersonMonth,
    department: Option<String>,
    link: &crate::domain::links::Link,
    beside: &Beside,
    month: Month,
) -> Result<DepartmentPerson, Stop> {
    let key = (one.person, one.department.unwrap_or(0));
    let (covers, covered_by) = beside.covers.get(&key).copied().unwrap_or_default();
    let own_tasks = beside.tasks.get(&one.person).into_iter().flatten().copied();
    let counts = Counts::of(own_tasks, (month.first(), month.last()), reader.today());
    Ok(DepartmentPerson {
        person: person.code.to_string(),
        name: person.name.clone(),
        department,
        position: one.position.clone(),
        kpi_cmin: one.kpi()?,
        provisional_cmin: one.provisional()?,
        plan_cmin: one.plan()?,
        plan_to_date_cmin: one.plan_to_date()?,
        pace_bp: one.pace()?,
        trend: one.trend(),
        tickets: one.days.values().map(|day| day.tickets).sum(),
        forecast: one.forecast()?,
        efficiency: one.efficiency()?,
        link: LinkView {
            days: i64::try_from(link.days).unwrap_or(i64::MAX),
            ratio: link.ratio,
            standing: standing(link.place),
        },
        away: one.away(),
        away_today: one.away_all_day(reader.today()),
        downtime_cmin: one.downtime(),
        covers_cmin: CentiMinutes(covers),
        covered_by_cmin: CentiMinutes(covered_by),
        unprocessed: beside.unprocessed.get(&key).copied().unwrap_or_default(),
        tasks: counts_view(&counts),
        open_objections: beside.objections.get(&one.person).copied().unwrap_or_default(),
    })
}

fn standing(place: Place) -> Standing {
    match place {
        Place::Weak => Standing::Weak,
        Place::Lagging => Standing::Lagging,
        Place::Usual => Standing::Usual,
        Place::Leading => Standing::Leading,
        Place::Strong => Standing::Strong,
        Place::TooFewDays => Standing::TooFewDays,
    }
}

fn funnel_view(funnel: &Funnel) -> FunnelView {
    let most = funnel.links.iter().map(|link| link.days).max().unwrap_or_default();
    let limits = (LEAST_DAYS..=most).filter_map(|days| {
        funnel.limits(days).map(|limits| LimitView {
            days: i64::try_from(days).unwrap_or(i64::MAX),
            outer_low: limits.outer_low,
            inner_low: limits.inner_low,
            inner_high: limits.inner_high,
            outer_high: limits.outer_high,
        })
    });
    let few = funnel.links.iter().filter(|link| link.place == Place::TooFewDays).count();
    FunnelView {
        ratio: funnel.ratio,
        sd: funnel.sd,
        limits: limits.collect(),
        too_few: i64::try_from(few).unwrap_or(i64::MAX),
    }
}

/// (merged + dismissed with a reason) / all, of the calls of closed days.
fn adoption(reader: &Reader<'_>, data: &MonthData, shown: Option<i64>) -> Result<ShareView, Stop> {
    let (mut part, mut all) = (0, 0);
    for sum in rows::call_sums(reader.db, data.month.first(), data.month.last(), None)? {
        if is_closed(&data.closed, sum.day) && shown.is_none_or(|shown| shown == sum.department) {
            all += sum.calls;
            part += sum.calls - sum.unprocessed;
        }
    }
    Ok(ShareView { part, all, share_bp: share_cut(part, all) })
}
