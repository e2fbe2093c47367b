//! A month's KPI against plan, from day sums alone: no ticket is read.

use std::collections::BTreeMap;

use chrono::{Datelike, Days, Months, NaiveDate};

use super::Reader;
use crate::domain::calendar::DayType;
use crate::domain::code::Code;
use crate::domain::kpi::{self, KpiDay};
use crate::domain::people::Person;
use crate::domain::rejection::{RefusalCode, Rejection};
use crate::domain::units::CentiMinutes;
use crate::floor::Stop;
use crate::floor::planner::{Planner, work_calendar};
use crate::policy::{Act, Scope, Target};
use crate::store::days::DaySum;
use crate::store::{days, people};
use crate::views::kpi::{DayKpi, EmployeeKpi, KpiView};

/// The work days of a five-day week from the running one on, over so many days; of a year without a calendar none.
pub(super) fn work_days(reader: &Reader<'_>, over: u64) -> Result<Vec<NaiveDate>, Stop> {
    let calendar = work_calendar(reader.db)?;
    let days = (0..over).filter_map(|ahead| reader.today().checked_add_days(Days::new(ahead)));
    Ok(days.filter(|day| calendar.known(day.year()) && calendar.day_type(*day) != DayType::Free).collect())
}

/// The first and last day of a month written `YYYY-MM`.
pub fn month_bounds(month: &str) -> Option<(NaiveDate, NaiveDate)> {
    let first: NaiveDate = format!("{month}-01").parse().ok()?;
    let last = first.checked_add_months(Months::new(1))?.checked_sub_days(Days::new(1))?;
    (month.len() == 7).then_some((first, last))
}

pub(super) fn kpi(reader: &Reader<'_>, month: &str, department: Option<&Code>) -> Result<KpiView, Stop> {
    let permit = reader.widest(Act::AskKpi)?;
    let (first, last) =
        month_bounds(month).ok_or_else(|| Rejection::because(RefusalCode::BadInput, "month").naming("month", month))?;
    let asked = match department {
        Some(code) => Some(
            people::department(reader.db, code)?
                .ok_or_else(|| Rejection::because(RefusalCode::UnknownCode, "department").naming("code", code))?
                .id,
        ),
        None => None,
    };
    let closed = days::closed(reader.db)?;
    let closed_through = closed
        .iter()
        .map(|stretch| stretch.through.min(last))
        .filter(|day| closed.iter().any(|stretch| stretch.from <= *day))
        .max();
    let only = (permit.scope() == Scope::Own).then_some(reader.actor.person);
    let mut sums: BTreeMap<i64, Vec<DaySum>> = BTreeMap::new();
    for sum in days::day_sums(reader.db, first, last, only)? {
        sums.entry(sum.person).or_default().push(sum);
    }
    let plans = Planner::load(reader.db, &reader.floor, first, last, only)?;
    let departments: BTreeMap<i64, String> = people::departments(reader.db)?
        .into_iter()
        .map(|department| (department.id, department.code.to_string()))
        .collect();
    let mut employees = Vec::new();
    let after = last.succ_opt().unwrap_or(last);
    let operators =
        people::operators_between(reader.db, reader.floor.work_day_start(first), reader.floor.work_day_start(after))?;
    for person in people::people(reader.db)? {
        let rows = sums.remove(&person.id).unwrap_or_default();
        let seen = permit.covers(Target::of(person.id, person.department)) || person.id == reader.actor.person;
        let counts = !rows.is_empty()
            || operators.contains(&person.id) && person.from <= last && person.to.is_none_or(|to| to >= first);
        if !seen || !counts || asked.is_some_and(|asked| person.department != Some(asked)) {
            continue;
        }
        let days = plans.days(&person, first, last)?;
        let plan = days.map(|days| days.into_iter().map(|(date, time)| (date, time.target)).collect());
        let name = person.department.and_then(|department| departments.get(&department).cloned());
        employees.push(employee(&person, name, &rows, plan.as_ref(), &closed, closed_through)?);
    }
    let total_cmin = CentiMinutes::sum(employees.iter().map(|employee| employee.kpi_cmin))?;
    Ok(KpiView { month: format!("{:04}-{:02}", first.year(), first.month()), closed_through, employees, total_cmin })
}

fn employee(
    person: &Person,
    department: Option<String>,
    rows: &[DaySum],
    plan: Option<&BTreeMap<NaiveDate, CentiMinutes>>,
    closed: &[kpi::ClosedStretch],
    closed_through: Option<NaiveDate>,
) -> Result<EmployeeKpi, Stop> {
    let mut by_day: BTreeMap<NaiveDate, (KpiDay, CentiMinutes)> = BTreeMap::new();
    for row in rows {
        let fresh = || KpiDay {
            day: row.day,
            sum: CentiMinutes::ZERO,
            lines: CentiMinutes::ZERO,
            tickets: 0,
            closed: kpi::is_closed(closed, row.day),
        };
        let (day, measured) = by_day.entry(row.day).or_insert_with(|| (fresh(), CentiMinutes::ZERO));
        day.sum = day.sum.plus(row.kpi)?;
        day.lines = day.lines.plus(row.lines)?;
        day.tickets += row.tickets;
        *measured = measured.plus(row.measured)?;
    }
    for date in plan.iter().flat_map(|plan| plan.iter()).filter(|(_, minutes)| minutes.0 > 0).map(|(date, _)| *date) {
        let empty = KpiDay {
            day: date,
            sum: CentiMinutes::ZERO,
            lines: CentiMinutes::ZERO,
            tickets: 0,
            closed: kpi::is_closed(closed, date),
        };
        by_day.entry(date).or_insert((empty, CentiMinutes::ZERO));
    }
    let days: Vec<KpiDay> = by_day.values().map(|(day, _)| *day).collect();
    let month = kpi::month(&days)?;
    let sum_plan = |through: Option<NaiveDate>| {
        plan.map(|plan| {
            CentiMinutes::sum(
                plan.iter()
                    .filter(|(date, _)| through.is_some_and(|through| **date <= through))
                    .map(|(_, minutes)| *minutes),
            )
        })
        .transpose()
    };
    let days = by_day
        .into_values()
        .map(|(day, measured)| {
            Ok(DayKpi {
                date: day.day,
                kpi_cmin: day.kpi()?,
                lines_cmin: day.lines,
                measured_cmin: measured,
                plan_cmin: plan.and_then(|plan| plan.get(&day.day).copied()),
                tickets: day.tickets,
                closed: day.closed,
            })
        })
        .collect::<Result<Vec<_>, Stop>>()?;
    Ok(EmployeeKpi {
        code: person.code.to_string(),
        name: person.name.clone(),
        department,
        kpi_cmin: month.kpi,
        provisional_cmin: month.provisional,
        plan_cmin: sum_plan(Some(NaiveDate::MAX))?,
        plan_to_date_cmin: sum_plan(closed_through)?,
        tickets: month.tickets,
        days,
    })
}
