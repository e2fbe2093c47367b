//! A ticket with its history, an employee's day, the operator's desk.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use uuid::Uuid;

use super::desk::{self, Reach};
use super::names::Names;
use super::{Reader, history};
use crate::domain::action::{Action, ActionKind};
use crate::domain::code::Code;
use crate::domain::instant::Instant;
use crate::domain::merge;
use crate::domain::people::{Person, Role};
use crate::domain::rejection::{RefusalCode, Rejection};
use crate::domain::review::ReviewState;
use crate::domain::units::{BasisPoints, CentiMinutes};
use crate::floor::Stop;
use crate::floor::planner::Planner;
use crate::policy::{Act, Target};
use crate::store::tickets::{DecisionRow, TicketRow, VersionRow};
use crate::store::{calls, catalogue, days, find, norms, people, reviews, scratch, tickets as rows};
use crate::views::Named;
use crate::views::desk::MergedCall;
use crate::views::tickets::{DayView, DecisionView, DeskAction, DeskView, TicketBrief, TicketVersionView, TicketView};

/// How far back the desk looks for an operator's frequent actions.
const FREQUENT_DAYS: u64 = 30;

pub(super) fn ticket(reader: &Reader<'_>, uuid: Uuid) -> Result<TicketView, Stop> {
    reader.widest(Act::AskTicket)?;
    let not_found = || Rejection::because(RefusalCode::NotFound, "ticket");
    let row = rows::ticket(reader.db, uuid)?.ok_or_else(not_found)?;
    reader.permit(Act::AskTicket, Target::of(row.person, Some(row.department))).map_err(|_| not_found())?;
    let versions = rows::versions(reader.db, row.id)?;
    let last = versions.last().ok_or_else(not_found)?;
    let names: BTreeMap<i64, String> =
        people::people(reader.db)?.into_iter().map(|person| (person.id, person.code.to_string())).collect();
    let name = |id: i64| names.get(&id).cloned().unwrap_or_default();
    let department = people::departments(reader.db)?.into_iter().find(|department| department.id == row.department);
    let set = match row.set {
        Some(set) => norms::set_by_id(reader.db, set)?.map(|set| set.uuid),
        None => None,
    };
    let named = Names::load(reader)?;
    let (saved, held) = find::saved_and_held(reader.db, row.id)?.unwrap_or((row.finished_at.millis(), false));
    Ok(TicketView {
        ticket: row.uuid,
        employee: name(row.person),
        department: department.map(|department| department.code.to_string()).unwrap_or_default(),
        work_day: row.work_day,
        day_closed: days::is_closed(reader.db, row.work_day)?,
        set,
        finished_at: reader.floor.local(row.finished_at),
        origin: row.origin.clone(),
        version: last.version,
        kpi_cmin: if held { CentiMinutes::ZERO } else { last.kpi },
        measured_cmin: if held { CentiMinutes::ZERO } else { last.measured },
        channel: last.channel,
        client: last.client.clone(),
        comment: last.comment.clone(),
        opened_at: last.opened_at.map(|at| reader.floor.local(at)),
        outcome: last.outcome,
        on_behalf_of: last.on_behalf_of.map(name),
        cancelled: last.cancelled,
        decisions: decision_views(&rows::decisions(reader.db, row.id, last.version)?, &catalogue_of(reader)?),
        versions: versions.iter().map(|version| version_view(reader, version, name(version.person))).collect(),
        saved_at: desk::at(reader, saved),
        held,
        held_kpi_cmin: last.kpi,
        calls: merged_calls(reader, &named, row.id, saved)?,
        events: history::events(reader, &named, &row, &versions)?,
        allowed: ticket_commands(reader, &row)?,
    })
}

/// The calls a ticket took in, and which of them were still going on when it was saved.
fn merged_calls(reader: &Reader<'_>, names: &Names, ticket: i64, saved: i64) -> Result<Vec<MergedCall>, Stop> {
    let mut found = Vec::new();
    for id in calls::calls_of_ticket(reader.db, ticket)? {
        let ended = calls::call_by_id(reader.db, id)?.and_then(|call| call.ended).map(Instant::millis);
        let call = desk::brief_of(reader, names, id)?;
        found.extend(call.map(|call| MergedCall { call, saved_early: merge::saved_early(saved, ended) }));
    }
    Ok(found)
}

/// The commands that whoever asks may give about a ticket.
fn ticket_commands(reader: &Reader<'_>, row: &TicketRow) -> Result<Vec<String>, Stop> {
    let target = Target::of(row.person, Some(row.department));
    let own = row.person == reader.actor.person;
    let closed = days::is_closed(reader.db, row.work_day)?;
    let mut allowed = Vec::new();
    if reader.permit(Act::TicketCorrect, target).is_ok() && !(own && closed) {
        allowed.push("ticket.correct".to_owned());
    }
    let open = || reviews::reviews_of(reader.db, row.id).map(|all| all.iter().any(|review| !review.is_closed()));
    if !own && reader.permit(Act::ReviewKeep, target).is_ok() && !open()? {
        allowed.push("review.open".to_owned());
    }
    Ok(allowed)
}

fn version_view(reader: &Reader<'_>, version: &VersionRow, person: String) -> TicketVersionView {
    TicketVersionView {
        version: version.version,
        person,
        recorded_at: Instant::from_millis(version.at).map(|at| reader.floor.local(at)).unwrap_or_default(),
        reason: version.reason.clone(),
        after_close: version.after_close,
        kpi_cmin: version.kpi,
        line_cmin: version.line,
    }
}

/// The actions by key, so that a decision can be named.
fn catalogue_of(reader: &Reader<'_>) -> Result<BTreeMap<i64, Action>, Stop> {
    Ok(catalogue::actions(reader.db)?.into_iter().map(|action| (action.id, action)).collect())
}

pub(super) fn decision_views(decisions: &[DecisionRow], actions: &BTreeMap<i64, Action>) -> Vec<DecisionView> {
    let view = |decision: &DecisionRow| DecisionView {
        action: decision.action_code.clone(),
        name_ru: actions.get(&decision.weighed.action).map(|action| action.name_ru.clone()).unwrap_or_default(),
        name_en: actions.get(&decision.weighed.action).and_then(|action| action.name_en.clone()),
        quantity: decision.weighed.quantity,
        hard: decision.weighed.hard,
        amount_minor: decision.deal.map(|deal| deal.amount),
        paid_on: decision.deal.and_then(|deal| deal.paid_on),
        norm_cmin: decision.weighed.norm,
        boost_bp: decision.weighed.boost,
        weight_cmin: decision.weighed.weight,
        kpi_cmin: decision.weighed.kpi,
    };
    decisions.iter().map(view).collect()
}

pub(super) fn day(reader: &Reader<'_>, code: &Code, date: NaiveDate) -> Result<DayView, Stop> {
    reader.widest(Act::AskDay)?;
    let not_found = || Rejection::because(RefusalCode::NotFound, "person").naming("code", code);
    let person = people::person(reader.db, code)?.ok_or_else(not_found)?;
    reader.permit(Act::AskDay, Target::of(person.id, person.department)).map_err(|_| not_found())?;
    day_view(reader, &person, date)
}

fn day_view(reader: &Reader<'_>, person: &Person, date: NaiveDate) -> Result<DayView, Stop> {
    let sums = days::day_sums(reader.db, date, date, Some(person.id))?;
    let sum = CentiMinutes::sum(sums.iter().map(|sum| sum.kpi))?;
    let lines = CentiMinutes::sum(sums.iter().map(|sum| sum.lines))?;
    let mut tickets = Vec::new();
    let mut held = CentiMinutes::ZERO;
    let names = Names::load(reader)?;
    for row in rows::tickets_of(reader.db, person.id, date)? {
        let ticket = brief(reader, &row, &names.actions)?;
        if ticket.held {
            held = held.plus(CentiMinutes::sum(ticket.decisions.iter().map(|decision| decision.kpi_cmin))?)?;
        }
        tickets.push(ticket);
    }
    Ok(DayView {
        person: Named { code: person.code.to_string(), name: person.name.clone() },
        date,
        closed: days::is_closed(reader.db, date)?,
        kpi_cmin: sum.plus(lines)?,
        sum_cmin: sum,
        lines_cmin: lines,
        measured_cmin: CentiMinutes::sum(sums.iter().map(|sum| sum.measured))?,
        plan_cmin: Planner::load(reader.db, &reader.floor, date, date, Some(person.id))?.target(person, date)?,
        tickets,
        lines: history::lines(reader, &names, person.id, date)?,
        held_cmin: held,
    })
}

pub(super) fn brief(
    reader: &Reader<'_>,
    row: &TicketRow,
    actions: &BTreeMap<i64, Action>,
) -> Result<TicketBrief, Stop> {
    let versions = rows::versions(reader.db, row.id)?;
    let last = versions.last().ok_or_else(|| Stop::Fault(format!("ticket {} has no version", row.uuid)))?;
    let held = find::saved_and_held(reader.db, row.id)?.is_some_and(|(_, held)| held);
    Ok(TicketBrief {
        ticket: row.uuid,
        version: last.version,
        finished_at: reader.floor.local(row.finished_at),
        channel: last.channel,
        client: last.client.clone(),
        comment: last.comment.clone(),
        cancelled: last.cancelled,
        decisions: decision_views(&rows::decisions(reader.db, row.id, last.version)?, actions),
        kpi_cmin: if held { CentiMinutes::ZERO } else { last.kpi },
        held,
        calls: i64::try_from(calls::calls_of_ticket(reader.db, row.id)?.len()).unwrap_or(i64::MAX),
        origin: row.origin.clone(),
    })
}

pub(super) fn desk(reader: &Reader<'_>) -> Result<DeskView, Stop> {
    reader.permit(Act::AskDesk, Target::of(reader.actor.person, reader.actor.department))?;
    let today = reader.today();
    let not_found = || Rejection::because(RefusalCode::NotFound, "person");
    let person = people::person_by_id(reader.db, reader.actor.person)?.ok_or_else(not_found)?;
    let set = match person.department {
        Some(department) => norms::set_in_force(reader.db, department, today)?,
        None => None,
    };
    let order = match set {
        Some(set) => norms::order_of_set(reader.db, set)?.map(|order| order.number),
        None => None,
    };
    let colleagues = match person.department {
        Some(department) => people::people_of(reader.db, department)?,
        None => Vec::new(),
    };
    let colleagues = colleagues
        .into_iter()
        .filter(|other| other.id != person.id && other.roles.contains(&Role::Operator) && other.employed_on(today))
        .map(|other| Named { code: other.code.to_string(), name: other.name })
        .collect();
    let names = Names::load(reader)?;
    let own = Reach { person: Some(person.id), department: None };
    let (calls, unprocessed_today, unprocessed_before) = desk::waiting_calls(reader, &names, person.id)?;
    let mut reviews = super::reviews::reviews_of(reader, &names, own)?;
    reviews.retain(|review| review.state == ReviewState::Open);
    Ok(DeskView {
        work_day: today,
        order,
        actions: desk_actions(reader, &person, set, today)?,
        colleagues,
        day: day_view(reader, &person, today)?,
        drafts: scratch::all(reader.db, person.id, "ticket")?,
        calls,
        unprocessed_today,
        unprocessed_before,
        reviews,
        claims: desk::claims_of(reader, &names, own)?,
    })
}

fn desk_actions(
    reader: &Reader<'_>,
    person: &Person,
    set: Option<i64>,
    today: NaiveDate,
) -> Result<Vec<DeskAction>, Stop> {
    let since = today.checked_sub_days(Days::new(FREQUENT_DAYS)).unwrap_or(today);
    let frequent: Vec<i64> =
        rows::frequent_actions(reader.db, person.id, since)?.into_iter().map(|(action, _)| action).collect();
    let lines: BTreeMap<i64, (CentiMinutes, BasisPoints, CentiMinutes)> = match set {
        Some(set) => norms::lines(reader.db, set)?
            .into_iter()
            .map(|line| (line.action, (line.norm, line.boost, line.weight)))
            .collect(),
        None => BTreeMap::new(),
    };
    let mut actions: Vec<DeskAction> = catalogue::actions(reader.db)?
        .into_iter()
        .filter(|action| action.active)
        .map(|action| {
            let line = lines.get(&action.id).filter(|_| action.kind == ActionKind::Manual);
            DeskAction {
                code: action.code.to_string(),
                name_ru: action.name_ru,
                name_en: action.name_en,
                group: action.group,
                automatic: action.kind == ActionKind::Automatic,
                channels: action.channels,
                weight_cmin: line.map(|(_, _, weight)| *weight),
                norm_cmin: line.map(|(norm, _, _)| *norm),
                boost_bp: line.map_or(BasisPoints::ONE, |(_, boost, _)| *boost),
                hard_criterion: action.hard_criterion,
                asks_amount: action.asks_amount,
                frequent: frequent.iter().position(|id| *id == action.id).map(|place| place + 1),
            }
        })
        .collect();
    actions.sort_by(|a, b| {
        (a.frequent.unwrap_or(usize::MAX), &a.group, &a.name_ru).cmp(&(
            b.frequent.unwrap_or(usize::MAX),
            &b.group,
            &b.name_ru,
        ))
    });
    Ok(actions)
}
