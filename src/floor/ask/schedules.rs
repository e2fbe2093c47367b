//! Who works by which schedule, and what a month comes to by it or by one that is tried.

use chrono::NaiveDate;

use super::Reader;
use super::month::month_or_running;
use crate::domain::month::Month;
use crate::domain::people::Person;
use crate::domain::rejection::{RefusalCode, Rejection};
use crate::domain::schedule::{Pattern, PlanDay};
use crate::domain::units::CentiMinutes;
use crate::floor::Stop;
use crate::floor::month::personnel_order;
use crate::floor::planner::{Planner, terms_on};
use crate::floor::question::{AskSchedule, AskSchedules};
use crate::policy::{Act, Target};
use crate::store::people;
use crate::views::calendar::{
    IndividualDayView, PatternView, SchedulePerson, ScheduleView, ScheduledDay, SchedulesView,
};

pub(super) fn schedules(reader: &Reader<'_>, ask: AskSchedules) -> Result<SchedulesView, Stop> {
    let permit = reader.widest(Act::AskSchedules)?;
    let month = month_or_running(reader, ask.month);
    let planner = Planner::load(reader.db, &reader.floor, month.first(), month.last(), None)?;
    let departments = people::departments(reader.db)?;
    let code_of = |id: Option<i64>| {
        departments.iter().find(|department| Some(department.id) == id).map(|department| department.code.to_string())
    };
    let mut known = people::people(reader.db)?;
    known.retain(|person| {
        let employed = person.from <= month.last() && person.to.is_none_or(|last| last >= month.first());
        employed && permit.covers(Target::of(person.id, person.department))
    });
    known.sort_by_cached_key(|person| personnel_order(&person.code));
    let people = known.iter().map(|person| one(reader, &planner, person, month, code_of(person.department)));
    Ok(SchedulesView {
        month,
        today: reader.today(),
        people: people.collect::<Result<_, _>>()?,
        may_set: reader.widest(Act::ScheduleKeep).is_ok(),
    })
}

fn one(
    reader: &Reader<'_>,
    planner: &Planner,
    person: &Person,
    month: Month,
    department: Option<String>,
) -> Result<SchedulePerson, Stop> {
    let patterns = planner.patterns(person.id);
    let view = |(from, pattern): &(NaiveDate, Pattern)| PatternView { from: Some(*from), pattern: pattern.clone() };
    let now = patterns.iter().rev().find(|(from, _)| *from <= month.last());
    let plan = planner.month_by(person, month, None);
    let individual = planner.individual_days(person.id).into_iter().filter(|(date, _)| month.holds(*date));
    Ok(SchedulePerson {
        person: person.code.to_string(),
        name: person.name.clone(),
        department,
        rate_bp: terms_on(&planner.terms_of(person), month.last()).rate,
        pattern: now.map_or_else(|| PatternView { from: None, pattern: Pattern::standard() }, view),
        later: patterns.iter().filter(|(from, _)| *from > month.last()).map(view).collect(),
        individual: individual.map(|(date, intervals)| IndividualDayView { date, intervals }).collect(),
        norm_cmin: plan.as_ref().map(|(_, norm)| *norm),
        scheduled_cmin: scheduled(plan.as_ref())?,
        may_set: reader.permit(Act::ScheduleKeep, Target::of(person.id, person.department)).is_ok(),
    })
}

fn scheduled(plan: Option<&(Vec<PlanDay>, CentiMinutes)>) -> Result<Option<CentiMinutes>, Stop> {
    Ok(plan.map(|(days, _)| CentiMinutes::sum(days.iter().map(|day| day.minutes))).transpose()?)
}

pub(super) fn schedule(reader: &Reader<'_>, ask: &AskSchedule) -> Result<ScheduleView, Stop> {
    reader.widest(Act::AskSchedules)?;
    let not_found = || Rejection::because(RefusalCode::NotFound, "person").naming("code", &ask.person);
    let person = people::person(reader.db, &ask.person)?.ok_or_else(not_found)?;
    reader.permit(Act::AskSchedules, Target::of(person.id, person.department)).map_err(|_| not_found())?;
    if let Some(pattern) = &ask.pattern {
        pattern
            .validate()
            .map_err(|error| Rejection::because(RefusalCode::BadInput, "pattern").naming("error", error))?;
    }
    let month = ask.month;
    let planner = Planner::load(reader.db, &reader.floor, month.first(), month.last(), Some(person.id))?;
    let now = planner.month_by(&person, month, None);
    let tried = ask.pattern.clone().map(|pattern| (ask.from.unwrap_or(month.first()), pattern));
    let plan = if tried.is_some() { planner.month_by(&person, month, tried) } else { now.clone() };
    Ok(ScheduleView {
        person: person.code.to_string(),
        month,
        norm_cmin: plan.as_ref().map(|(_, norm)| *norm),
        scheduled_cmin: scheduled(plan.as_ref())?,
        now_cmin: scheduled(now.as_ref())?,
        days: plan
            .map(|(days, _)| days)
            .unwrap_or_default()
            .iter()
            .map(|day| ScheduledDay { date: day.date, minutes_cmin: day.minutes })
            .collect(),
    })
}
