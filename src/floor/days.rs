//! Work calendars, schedules and the closing of days.

use chrono::Datelike;
use serde_json::json;

use super::command::{CalendarAdd, CalendarCommand, DayClose, ScheduleDay, ScheduleSet};
use super::people::person_of;
use super::{Context, Done, Stop};
use crate::domain::calendar::Calendar;
use crate::domain::instant::Instant;
use crate::domain::kpi::open_stretches;
use crate::domain::rejection::{RefusalCode, Rejection};
use crate::domain::schedule::validate_day;
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
    let known = calendars::calendars(context.db)?
        .into_iter()
        .any(|row| row.code == add.code.as_str() && row.year == year && row.content == content);
    if !known {
        write_calendar(&mut writer, &calendar)?;
    }
    Ok(Done::new(writer, json!({"code": add.code, "year": year, "days": add.days.len()})))
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
    let mut writer = context.writer(&permit);
    calendars::add_schedule(&mut writer, person.id, set.from, &pattern)?;
    Ok(Done::new(writer, json!({"person": set.person, "from": set.from})))
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
    let mut writer = context.writer(&permit);
    terms::add_individual_day(&mut writer, person.id, set.date, intervals.as_deref())?;
    Ok(Done::new(writer, json!({"person": set.person, "date": set.date})))
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
