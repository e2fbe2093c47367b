//! Notifications: what somebody should know of, as questions to the facts; what was read is a mark beside.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};

use super::Reader;
use super::department::month_of_person;
use super::drift;
use super::names::Names;
use crate::domain::month::Month;
use crate::domain::people::Person;
use crate::domain::task::{State, Step};
use crate::domain::units::CentiMinutes;
use crate::floor::Stop;
use crate::floor::department::READ_MARKS;
use crate::policy::{Act, Scope, Target};
use crate::store::tasks::TaskRow;
use crate::store::{absences, calls, department as rows, norms, orders, people, reviews, scratch, tasks, tickets};
use crate::views::studies::DriftVerdict;
use crate::views::tasks::{NotificationView, NotificationsView};

/// What happened longer ago is not told any more.
const RECENT_DAYS: u64 = 14;

/// A falling pace is told from so many days worked on.
const PACE_DAYS: i64 = 5;

/// The list in the making.
struct Told<'a, 'r> {
    reader: &'a Reader<'r>,
    names: Names,
    today: NaiveDate,
    since: NaiveDate,
    read: BTreeSet<String>,
    made: Vec<NotificationView>,
}

impl Told<'_, '_> {
    fn tell(&mut self, kind: &str, id: impl std::fmt::Display, date: NaiveDate, details: &[(&str, String)]) {
        let key = format!("{kind}:{id}");
        let details =
            details.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect::<BTreeMap<_, _>>();
        let read = self.read.contains(&key);
        self.made.push(NotificationView { key, kind: kind.to_owned(), date, details, read });
    }
}

pub(super) fn notifications(reader: &Reader<'_>) -> Result<NotificationsView, Stop> {
    reader.widest(Act::AskNotifications)?;
    let today = reader.today();
    let read = scratch::all(reader.db, reader.actor.person, READ_MARKS)?.into_iter().map(|(slot, _)| slot).collect();
    let mut told = Told {
        reader,
        names: Names::load(reader)?,
        today,
        since: today.checked_sub_days(Days::new(RECENT_DAYS)).unwrap_or(today),
        read,
        made: Vec::new(),
    };
    if let Some(person) = people::person_by_id(reader.db, reader.actor.person)? {
        own_work(&mut told, &person)?;
        own_tasks(&mut told, &person)?;
        own_answers(&mut told, &person)?;
    }
    of_department(&mut told)?;
    let mut made = told.made;
    made.sort_by(|one, two| (two.date, &one.key).cmp(&(one.date, &two.key)));
    let unread = made.iter().filter(|one| !one.read).count();
    Ok(NotificationsView { notifications: made, unread: i64::try_from(unread).unwrap_or(i64::MAX) })
}

/// Orders, calls that wait, a falling pace, cover that is proposed.
fn own_work(told: &mut Told<'_, '_>, person: &Person) -> Result<(), Stop> {
    let (reader, today) = (told.reader, told.today);
    if let Some(department) = person.department
        && reader.widest(Act::TicketSave).is_ok()
    {
        for order in norms::orders_of(reader.db, department)? {
            let approved = crate::domain::instant::Instant::from_millis(order.approved_at);
            let day = approved.map_or(order.effective, |at| reader.floor.work_day(at));
            let waits = !order.revoked && !orders::acknowledged(reader.db, order.id)?.contains_key(&person.id);
            if waits && (day >= told.since || order.effective >= told.since) {
                let details = [("number", order.number.clone()), ("effective", order.effective.to_string())];
                told.tell("order", order.uuid, day, &details);
            }
        }
    }
    let (_, before) = calls::unprocessed_counts(reader.db, person.id, today)?;
    if before > 0 {
        told.tell("unprocessed", today, today, &[("count", before.to_string())]);
    }
    if reader.widest(Act::CoverAccept).is_ok() {
        for row in absences::proposed_to(reader.db, person.id, today)? {
            let absent = told.names.person(row.absent).name;
            let details = [("absent", absent), ("from", row.from.to_string()), ("to", row.to.to_string())];
            told.tell("cover-proposed", row.uuid, today, &details);
        }
    }
    // A pace of one's own is told to whoever has a desk: a supervisor who may save tickets has no plan to miss by them.
    if reader.widest(Act::AskDesk).is_ok() {
        pace(told, person)?;
    }
    Ok(())
}

/// A pace falls when even the upper end of the forecast's band misses the month's plan.
fn pace(told: &mut Told<'_, '_>, person: &Person) -> Result<(), Stop> {
    let month = Month::of(told.today);
    let made = month_of_person(told.reader, person, month)?;
    let (Some(forecast), Some(plan)) = (made.forecast()?, made.plan()?) else { return Ok(()) };
    let misses = forecast.high_cmin.is_some_and(|high| high < plan) && forecast.days >= PACE_DAYS;
    if let Some(through) = made.closed_through.filter(|_| misses) {
        let minutes = |value: CentiMinutes| value.0.to_string();
        let details = [
            ("person", person.code.to_string()),
            ("name", person.name.clone()),
            ("forecast_cmin", minutes(forecast.forecast_cmin)),
            ("plan_cmin", minutes(plan)),
        ];
        // Once a week is enough: the key holds the week it was seen in.
        let week = chrono::Datelike::iso_week(&through);
        told.tell("pace", format!("{}:{}-{}", person.code, week.year(), week.week()), told.today, &details);
    }
    Ok(())
}

fn task_details(told: &Told<'_, '_>, row: &TaskRow) -> [(&'static str, String); 4] {
    let who = told.names.person(row.person);
    [("title", row.title.clone()), ("due", row.due_now().to_string()), ("person", who.code), ("name", who.name)]
}

fn own_tasks(told: &mut Told<'_, '_>, person: &Person) -> Result<(), Stop> {
    for row in tasks::tasks(told.reader.db, Some(person.id), None, told.since)? {
        let details = task_details(told, &row);
        let last = row.steps.last().map_or(row.given, |step| step.on);
        match row.state() {
            State::Open | State::Returned if row.counted().is_overdue(told.today) => {
                told.tell("task-overdue", format!("{}:{}", row.uuid, row.due_now()), told.today, &details);
            }
            State::Returned => told.tell("task-returned", format!("{}:{}", row.uuid, row.steps.len()), last, &details),
            State::Open if !row.is_own() => told.tell("task", row.uuid, row.given, &details),
            State::Open if row.due_now() == told.today => told.tell("task", row.uuid, told.today, &details),
            _ => {}
        }
    }
    Ok(())
}

/// Answers to one's objections, notes on oneself, questions about one's tickets.
fn own_answers(told: &mut Told<'_, '_>, person: &Person) -> Result<(), Stop> {
    let (reader, since, today) = (told.reader, told.since, told.today);
    for month in [Month::of(today), Month::of(today).previous()] {
        for row in rows::objections(reader.db, Some(person.id), None, month)? {
            let Some(answer) = row.answer.as_ref().filter(|answer| answer.on >= since) else { continue };
            let upheld = if answer.upheld { "yes" } else { "no" };
            let by = told.names.person(answer.person).name;
            let details = [("kind", row.about.kind().to_owned()), ("upheld", upheld.to_owned()), ("name", by)];
            if !told.made.iter().any(|one| one.key == format!("objection-answered:{}", row.uuid)) {
                told.tell("objection-answered", row.uuid, answer.on, &details);
            }
        }
    }
    for row in rows::notes(reader.db, Some(person.id), None, (since, today))? {
        let by = told.names.person(row.written_by).name;
        let day = row.day.map_or_else(|| "none".to_owned(), |day| day.to_string());
        told.tell("note", row.uuid, row.written, &[("name", by), ("day", day)]);
    }
    let from = reader.floor.work_day_start(since).millis();
    for row in reviews::reviews(reader.db, Some(person.id), None, from, 50)? {
        if row.steps.is_empty() {
            let at = crate::domain::instant::Instant::from_millis(row.at);
            let day = at.map_or(today, |at| reader.floor.work_day(at));
            let by = told.names.person(row.person).name;
            let ticket = tickets::ticket_by_id(reader.db, row.ticket)?.map(|ticket| ticket.uuid.to_string());
            told.tell("review", row.uuid, day, &[("name", by), ("ticket", ticket.unwrap_or_default())]);
        }
    }
    Ok(())
}

/// What a supervisor should know of: results to accept, objections, notes' answers, norms that drifted, reviews due.
fn of_department(told: &mut Told<'_, '_>) -> Result<(), Stop> {
    let reader = told.reader;
    let department = |scope: Scope| (scope == Scope::Department).then(|| reader.actor.department.unwrap_or(0));
    if let Ok(permit) = reader.widest(Act::TaskDecide) {
        for row in tasks::tasks(reader.db, None, department(permit.scope()), told.since)? {
            let done = row.steps.last().filter(|step| step.step == Step::Done).map(|step| step.on);
            if let Some(on) = done.filter(|_| !row.is_own() && row.person != reader.actor.person) {
                let details = task_details(told, &row);
                told.tell("task-to-accept", format!("{}:{}", row.uuid, row.steps.len()), on, &details);
            }
        }
    }
    if let Ok(permit) = reader.widest(Act::ObjectionAnswer) {
        for row in rows::objections(reader.db, None, department(permit.scope()), Month::of(told.today))? {
            if row.answer.is_none() && row.person != reader.actor.person {
                let name = told.names.person(row.person).name;
                told.tell("objection", row.uuid, row.raised, &[("kind", row.about.kind().to_owned()), ("name", name)]);
            }
        }
    }
    if reader.widest(Act::ChecklistKeep).is_ok() {
        for row in tasks::checklists(reader.db, reader.actor.department)? {
            let due = row.items.iter().find(|item| item.ticked.is_none() && item.due <= told.today);
            if let Some(item) = due {
                let name = row.person.map_or_else(|| "none".to_owned(), |person| told.names.person(person).name);
                let details = [("name", name), ("item", item.item.to_string())];
                told.tell("checklist", format!("{}:{}", row.uuid, item.item), item.due, &details);
            }
        }
    }
    drifted(told)?;
    paces(told)
}

fn drifted(told: &mut Told<'_, '_>) -> Result<(), Stop> {
    let reader = told.reader;
    if reader.widest(Act::StudyKeep).is_err() {
        return Ok(());
    }
    for norm in drift::drift(reader)?.norms {
        let alarm = matches!(norm.verdict, DriftVerdict::Slower | DriftVerdict::Faster | DriftVerdict::HardShare);
        if alarm && norm.review.is_none() {
            let since = norm.since.unwrap_or(norm.effective);
            let name_en = norm.name_en.clone().unwrap_or_else(|| norm.name_ru.clone());
            let details = [
                ("action", norm.action.clone()),
                ("name", norm.name_ru.clone()),
                ("name_ru", norm.name_ru.clone()),
                ("name_en", name_en),
                ("since", since.to_string()),
            ];
            told.tell("drift", format!("{}:{since}", norm.action), told.today, &details);
        }
    }
    Ok(())
}

/// The people of the own department whose pace falls.
fn paces(told: &mut Told<'_, '_>) -> Result<(), Stop> {
    let reader = told.reader;
    let Some(department) = reader.actor.department.filter(|_| reader.widest(Act::TaskGive).is_ok()) else {
        return Ok(());
    };
    for person in people::people_of(reader.db, department)? {
        let operator = person.roles.contains(&crate::domain::people::Role::Operator);
        let seen = reader.permit(Act::AskMyKpi, Target::of(person.id, person.department)).is_ok();
        if operator && seen && person.employed_on(told.today) && person.id != reader.actor.person {
            pace(told, &person)?;
        }
    }
    Ok(())
}
