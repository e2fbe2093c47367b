//! Work calendars, schedules and the closing of days.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};
use serde_json::json;

use super::absences::{late_for_everybody, late_warnings};
use super::command::{CalendarAdd, CalendarCommand, DayClose, ScheduleDay, ScheduleSet};
use super::people::person_of;
use super::{Context, Done, Stop};
use crate::domain::calendar::{Calendar, CalendarDay};
use crate::domain::instant::Instant;
use crate::domain::kpi::open_stretches;
use crate::domain::rejection::{RefusalCode, Rejection};
use crate::domain::schedule::{Pattern, validate_day};
use crate::policy::{Act, Permit, Target};
use crate::store::facts::FactWriter;
use crate::store::{audit, calendars, days, terms};

pub(super) fn handle(context: &Context<'_>, command: &CalendarCommand) -> Result<Done, Stop> {
    match command {
        CalendarCommand::CalendarAdd(add) => {
            let permit = context.permit(Act::CalendarKeep, Target::default(), RefusalCode::NotPermitted)?;
            calendar_add(context, &permit, add)
        }
        CalendarCommand::ScheduleSet(set) => schedule_set(context, set),
        CalendarCommand::ScheduleDay(day) => schedule_day(context, day),
        CalendarCommand::DayClose(close) => day_close(context, close),
    }
}

fn calendar_add(context: &Context<'_>, permit: &Permit, add: &CalendarAdd) -> Result<Done, Stop> {
    let mut years: Vec<i32> = add.days.iter().map(|day| day.date.year()).collect();
    years.sort_unstable();
    years.dedup();
    let year = match (add.year, years.as_slice()) {
        (Some(year), _) => Some(year),
        (None, [year]) => Some(*year),
        (None, _) => return Err(Rejection::because(RefusalCode::BadInput, "calendar-year").into()),
    };
    let calendar = Calendar {
        code: add.code.clone(),
        country: String::new(),
        year,
        source: String::new(),
        days: add.days.clone(),
    };
    let mut writer = context.writer(permit);
    let content = serde_json::to_string(&calendar.days).map_err(|error| Stop::Fault(error.to_string()))?;
    let before = calendars::calendars(context.db)?.into_iter().find(|row| row.code == add.code.as_str());
    let known = before.as_ref().is_some_and(|row| row.year == year && row.content == content);
    if !known {
        write_calendar(&mut writer, &calendar)?;
    }
    let done = Done::new(writer, json!({"code": add.code, "year": year, "days": add.days.len()}));
    if known {
        return Ok(done);
    }
    let replaced: Vec<CalendarDay> = match &before {
        Some(row) => serde_json::from_str(&row.content).map_err(|error| Stop::Fault(error.to_string()))?,
        None => Vec::new(),
    };
    let done = done.warning(late_for_everybody(context, &moved_days(&replaced, &add.days))?);
    Ok(match before {
        Some(row) => done.undone_by("calendar.add", json!({"code": row.code, "year": row.year, "days": replaced})),
        None => done,
    })
}

/// The days that one list of special days tells otherwise than another, and the day before each, which a holiday shortens.
fn moved_days(before: &[CalendarDay], after: &[CalendarDay]) -> BTreeSet<NaiveDate> {
    let differ =
        before.iter().filter(|day| !after.contains(day)).chain(after.iter().filter(|day| !before.contains(day)));
    differ.flat_map(|day| [day.date.pred_opt().unwrap_or(day.date), day.date]).collect()
}

/// Writes a checked calendar; also what a new floor ships with.
pub(super) fn write_calendar(writer: &mut FactWriter<'_>, calendar: &Calendar) -> Result<(), Stop> {
    calendar
        .validate()
        .map_err(|error| Rejection::because(RefusalCode::BadInput, "calendar").naming("error", error))?;
    let content = serde_json::to_string(&calendar.days).map_err(|error| Stop::Fault(error.to_string()))?;
    let row = calendars::CalendarRow { code: calendar.code.to_string(), year: calendar.year, content };
    Ok(calendars::add_calendar(writer, &row)?)
}

fn schedule_set(context: &Context<'_>, set: &ScheduleSet) -> Result<Done, Stop> {
    let person = person_of(context, &set.person)?;
    let permit = context.permit(Act::ScheduleKeep, Target::of(person.id, person.department), RefusalCode::NotFound)?;
    set.pattern
        .validate()
        .map_err(|error| Rejection::because(RefusalCode::BadInput, "pattern").naming("error", error))?;
    let pattern = serde_json::to_string(&set.pattern).map_err(|error| Stop::Fault(error.to_string()))?;
    let before = calendars::schedules(context.db, person.id)?;
    let before = before.into_iter().rev().find(|(from, _)| *from <= set.from).map(|(_, text)| text);
    let before = before.map_or_else(|| serde_json::to_value(Pattern::standard()), |text| serde_json::from_str(&text));
    let before = before.map_err(|error| Stop::Fault(error.to_string()))?;
    let mut writer = context.writer(&permit);
    calendars::add_schedule(&mut writer, person.id, set.from, &pattern)?;
    let undo = json!({"person": set.person, "from": set.from, "pattern": before});
    let done = Done::new(writer, json!({"person": set.person, "from": set.from}));
    let warnings = late_warnings(context, person.id, set.from, NaiveDate::MAX)?;
    Ok(done.warning(warnings).undone_by("schedule.set", undo))
}

fn schedule_day(context: &Context<'_>, set: &ScheduleDay) -> Result<Done, Stop> {
    let person = person_of(context, &set.person)?;
    let permit = context.permit(Act::ScheduleKeep, Target::of(person.id, person.department), RefusalCode::NotFound)?;
    let intervals = match &set.intervals {
        Some(intervals) => {
            validate_day(intervals, &set.date.to_string())
                .map_err(|error| Rejection::because(RefusalCode::BadInput, "pattern").naming("error", error))?;
            Some(serde_json::to_string(intervals).map_err(|error| Stop::Fault(error.to_string()))?)
        }
        None => None,
    };
    let before = terms::individual_days(context.db, set.date, set.date)?;
    let before = before.into_iter().find(|(of, _, _)| *of == person.id).map(|(_, _, text)| text);
    let before: Option<serde_json::Value> =
        before.map(|text| serde_json::from_str(&text)).transpose().map_err(|error| Stop::Fault(error.to_string()))?;
    let mut writer = context.writer(&permit);
    terms::add_individual_day(&mut writer, person.id, set.date, intervals.as_deref())?;
    let mut undo = json!({"person": set.person, "date": set.date});
    if let (Some(intervals), Some(undo)) = (before, undo.as_object_mut()) {
        undo.insert("intervals".to_owned(), intervals);
    }
    let done = Done::new(writer, json!({"person": set.person, "date": set.date}));
    let warnings = late_warnings(context, person.id, set.date, set.date)?;
    Ok(done.warning(warnings).undone_by("schedule.day", undo))
}

fn day_close(context: &Context<'_>, close: &DayClose) -> Result<Done, Stop> {
    let permit = context.permit(Act::DayClose, Target::default(), RefusalCode::NotPermitted)?;
    if close.through >= context.today() {
        return Err(Rejection::because(RefusalCode::InTheFuture, "day").naming("day", close.through).into());
    }
    let first = audit::first_recorded(context.db)?.and_then(Instant::from_millis);
    let created = first.map_or(context.today(), |at| context.floor.work_day(at));
    let earliest = match close.from {
        Some(from) => from,
        None => days::first_ticket_day(context.db)?.map_or(created, |day| day.min(created)).min(close.through),
    };
    let stretches = open_stretches(&days::closed(context.db)?, earliest, close.through);
    context.require_clock()?;
    let mut writer = context.writer(&permit);
    let mut sums = 0;
    for stretch in &stretches {
        sums += days::close(context.db, &mut writer, *stretch)?;
    }
    let closed: Vec<_> =
        stretches.iter().map(|stretch| json!({"from": stretch.from, "through": stretch.through})).collect();
    Ok(Done::new(writer, json!({"through": close.through, "closed": closed, "day_sums": sums})))
}
