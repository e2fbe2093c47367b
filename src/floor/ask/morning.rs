//! The morning verification of a work day. It delays nothing.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};

use super::Reader;
use super::department::{department_named, department_shown};
use super::desk::brief_of;
use super::names::Names;
use super::objections::objections_of;
use crate::domain::forecast::share_cut;
use crate::domain::instant::Instant;
use crate::domain::month::Month;
use crate::domain::morning::{EARLY_MS, MOST_OUTSIDE, is_above_worked, outside, shows_objection, work_span};
use crate::domain::people::Role;
use crate::domain::units::CentiMinutes;
use crate::floor::Stop;
use crate::floor::planner::Planner;
use crate::floor::question::AskMorning;
use crate::policy::Act;
use crate::store::department::{self as rows, MorningRow};
use crate::store::{claims, days, people};
use crate::views::department::{MorningCall, MorningPerson, MorningTicket, MorningView};

/// Channels that a call stands behind.
const CALL_CHANNELS: [&str; 2] = ["inbound-call", "outbound-call"];

/// The most claims that are counted.
const MOST_CLAIMS: i64 = 1_000;

pub(super) fn morning(reader: &Reader<'_>, ask: &AskMorning) -> Result<MorningView, Stop> {
    let permit = reader.widest(Act::AskMorning)?;
    let shown = department_shown(reader, &permit, ask.department.as_ref())?;
    let date = match ask.date {
        Some(date) => date,
        None => default_day(reader)?,
    };
    let names = Names::load(reader)?;
    let tickets = rows::morning_tickets(reader.db, date, shown)?;
    let calls = rows::call_sums(reader.db, date, date, None)?;
    let calls: i64 =
        calls.iter().filter(|sum| shown.is_none_or(|shown| shown == sum.department)).map(|sum| sum.calls).sum();
    let early = |row: &MorningRow| row.last_end.map(|end| end - row.saved).filter(|early| *early > EARLY_MS);
    let without = |row: &&MorningRow| calls > 0 && row.calls == 0 && CALL_CHANNELS.contains(&row.channel.as_str());
    let view = |row: &MorningRow| morning_ticket(reader, &names, row, early(row));
    let (above, outside) = people_of_day(reader, date, shown, &tickets)?;
    let mut objections = objections_of(reader, None, shown, Month::of(date))?;
    objections.retain(|one| one.answer.is_none() && shows_objection(one.date, one.raised_on, date));
    let open_claims = claims::claims(reader.db, None, shown, i64::MAX, MOST_CLAIMS)?;
    let mut made = MorningView {
        date,
        closed: days::is_closed(reader.db, date)?,
        department: department_named(reader, shown)?,
        calls_known: calls > 0,
        calls,
        tickets: i64::try_from(tickets.len()).unwrap_or(i64::MAX),
        calls_without_tickets: waiting(reader, &names, date, shown)?,
        tickets_without_calls: tickets.iter().filter(without).map(view).collect(),
        saved_early: tickets.iter().filter(|row| early(row).is_some()).map(view).collect(),
        held: tickets.iter().filter(|row| row.held).map(view).collect(),
        above_worked: above,
        outside_schedule: outside,
        objections,
        open_claims: i64::try_from(open_claims.iter().filter(|row| row.outcome.is_none()).count()).unwrap_or(i64::MAX),
        clear: false,
    };
    made.clear = made.calls_without_tickets.is_empty()
        && made.tickets_without_calls.is_empty()
        && made.saved_early.is_empty()
        && made.held.is_empty()
        && made.above_worked.is_empty()
        && made.outside_schedule.is_empty()
        && made.objections.is_empty()
        && made.open_claims == 0;
    Ok(made)
}

/// The last day before the running one on which anybody logged work; on a floor without work the day before.
fn default_day(reader: &Reader<'_>) -> Result<NaiveDate, Stop> {
    let today = reader.today();
    let before = || today.checked_sub_days(Days::new(1)).unwrap_or(today);
    Ok(days::last_worked_before(reader.db, today)?.unwrap_or_else(before))
}

fn waiting(reader: &Reader<'_>, names: &Names, date: NaiveDate, shown: Option<i64>) -> Result<Vec<MorningCall>, Stop> {
    let mut found = Vec::new();
    for (call, person, _) in rows::waiting_calls(reader.db, date, shown)? {
        let Some(brief) = brief_of(reader, names, call)? else { continue };
        let who = names.person(person);
        found.push(MorningCall {
            call: brief.call,
            person: who.code,
            name: who.name,
            started_at: brief.started_at,
            talk_ms: brief.answered_at.and(brief.length_ms),
            client: brief.client,
        });
    }
    Ok(found)
}

fn morning_ticket(reader: &Reader<'_>, names: &Names, row: &MorningRow, early: Option<i64>) -> MorningTicket {
    let who = names.person(row.person);
    let finished = Instant::from_millis(row.finished).map(|at| reader.floor.local(at));
    MorningTicket {
        ticket: row.uuid,
        person: who.code,
        name: who.name,
        finished_at: finished.unwrap_or_default(),
        channel: row.channel.clone(),
        client: row.client.clone(),
        kpi_cmin: CentiMinutes(row.kpi),
        early_ms: early,
    }
}

/// People whose measured minutes are above what they worked, and those who worked outside their schedule.
fn people_of_day(
    reader: &Reader<'_>,
    date: NaiveDate,
    shown: Option<i64>,
    tickets: &[MorningRow],
) -> Result<(Vec<MorningPerson>, Vec<MorningPerson>), Stop> {
    let planner = Planner::load(reader.db, &reader.floor, date, date, None)?;
    let mut measured: BTreeMap<i64, CentiMinutes> = BTreeMap::new();
    for sum in days::day_sums(reader.db, date, date, None)? {
        if shown.is_none_or(|shown| shown == sum.department) {
            let all = measured.entry(sum.person).or_default();
            *all = all.plus(sum.measured)?;
        }
    }
    let mut spans: BTreeMap<i64, Vec<(i64, i64)>> = BTreeMap::new();
    for row in tickets {
        spans.entry(row.person).or_default().push(work_span(row.opened, row.finished, CentiMinutes(row.measured)));
    }
    let (mut above, mut beyond) = (Vec::new(), Vec::new());
    for person in people::people(reader.db)?.into_iter().filter(|person| person.roles.contains(&Role::Operator)) {
        let Some(measured) = measured.get(&person.id).copied() else { continue };
        let Some(times) = planner.days(&person, date, date)? else { continue };
        let time = times.into_iter().next().map(|(_, time)| time).unwrap_or_default();
        let paid = planner.intervals(&person, date).unwrap_or_default();
        let out = outside(spans.get(&person.id).map(Vec::as_slice).unwrap_or_default(), &paid);
        let worked = time.worked_minutes();
        let view = MorningPerson {
            person: person.code.to_string(),
            name: person.name.clone(),
            scheduled_cmin: time.scheduled,
            worked_cmin: worked,
            measured_cmin: measured,
            share_bp: share_cut(measured.0, worked.0),
            outside_cmin: out,
        };
        if is_above_worked(measured, worked) {
            above.push(view.clone());
        }
        if out > MOST_OUTSIDE {
            beyond.push(view);
        }
    }
    Ok((above, beyond))
}
