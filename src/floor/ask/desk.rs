//! Calls, the queue, a client's history, search, claims and deal stages.

use chrono::{Days, NaiveDate};
use uuid::Uuid;

use super::Reader;
use super::names::Names;
use super::tickets::decision_views;
use crate::domain::call::CallState;
use crate::domain::client::client_key;
use crate::domain::code::Code;
use crate::domain::instant::Instant;
use crate::domain::people::Person;
use crate::domain::rejection::{RefusalCode, Rejection};
use crate::floor::Stop;
use crate::floor::question::{AskCalls, AskQueue, AskSearch};
use crate::policy::{Act, Permit, Scope, Target};
use crate::store::calls::{self, CallsAsked, DeskCall};
use crate::store::claims::{self, ClaimRow};
use crate::store::find::{self, Search};
use crate::store::{catalogue, days, people, queue, stages, tickets as rows};
use crate::views::Named;
use crate::views::desk::{
    CallBrief, CallsView, ClaimView, ClaimsView, ClientView, FoundTicket, QueueView, QueuedOperator, SearchView,
    StageDecision, StageView, StagesView,
};

/// Rows a page holds.
const PAGE: i64 = 50;

/// Tickets and calls of a client's history.
const HISTORY: i64 = 10;

/// Days in which a further ticket of a client is a repeated contact.
const REPEATED_DAYS: i64 = 7;

/// How long after a call's end a ticket may be saved that is still suggested for it.
const SUGGESTED_MS: i64 = 2 * 60 * 60 * 1000;

/// Decided claims are shown for so many days.
pub(super) const DECIDED_DAYS: u64 = 7;

/// Whom a permit lets a question reach: only a person, only a department.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Reach {
    pub person: Option<i64>,
    pub department: Option<i64>,
}

/// How far a question reaches, narrowed to a person where one is asked for. A supervisor without a department sees
/// nobody.
pub(super) fn reach(reader: &Reader<'_>, permit: &Permit, act: Act, asked: Option<&Code>) -> Result<Reach, Stop> {
    let mut reach = match permit.scope() {
        Scope::Own => Reach { person: Some(reader.actor.person), department: None },
        Scope::Department => Reach { person: None, department: Some(reader.actor.department.unwrap_or(0)) },
        Scope::All => Reach::default(),
    };
    if let Some(code) = asked {
        let person = person_seen(reader, act, code)?;
        reach.person = Some(person.id);
        if permit.scope() == Scope::Department && person.id == reader.actor.person {
            reach.department = None;
        }
    }
    Ok(reach)
}

fn person_seen(reader: &Reader<'_>, act: Act, code: &Code) -> Result<Person, Stop> {
    let not_found = || Rejection::because(RefusalCode::NotFound, "person").naming("code", code);
    let person = people::person(reader.db, code)?.ok_or_else(not_found)?;
    reader.permit(act, Target::of(person.id, person.department)).map_err(|_| not_found())?;
    Ok(person)
}

pub(super) fn calls(reader: &Reader<'_>, ask: &AskCalls) -> Result<CallsView, Stop> {
    let permit = reader.widest(Act::AskCalls)?;
    let from = ask.from.or(ask.to).unwrap_or_else(|| reader.today());
    let to = ask.to.unwrap_or(from);
    let reach = reach(reader, &permit, Act::AskCalls, ask.person.as_ref())?;
    let asked = CallsAsked { person: reach.person, department: reach.department, state: ask.state };
    let mut view =
        CallsView { from, to, total: 0, merged: 0, dismissed: 0, unprocessed: 0, calls: Vec::new(), next: None };
    for (state, count) in calls::counts_of_days(reader.db, from, to, CallsAsked { state: None, ..asked })? {
        view.total += count;
        match state {
            CallState::Merged => view.merged = count,
            CallState::Dismissed => view.dismissed = count,
            CallState::Unprocessed => view.unprocessed = count,
            CallState::Queued => {}
        }
    }
    let before = match ask.after.as_deref() {
        Some(text) => Some(pair(text)?),
        None => None,
    };
    let stretch = (reader.floor.work_day_start(from).millis(), reader.floor.work_day_start(next_day(to)).millis());
    let ids = calls::calls_between(reader.db, stretch, asked, before, PAGE + 1)?;
    let names = Names::load(reader)?;
    for id in ids.iter().take(usize::try_from(PAGE).unwrap_or_default()) {
        view.calls.extend(brief_of(reader, &names, *id)?);
    }
    if ids.len() > view.calls.len()
        && let Some(last) = ids.get(view.calls.len().saturating_sub(1))
        && let Some(call) = calls::call_by_id(reader.db, *last)?
    {
        view.next = Some(format!("{}.{}", call.started.millis(), call.id));
    }
    Ok(view)
}

fn next_day(day: NaiveDate) -> NaiveDate {
    day.checked_add_days(Days::new(1)).unwrap_or(day)
}

/// A page's mark: two whole numbers.
fn pair(text: &str) -> Result<(i64, i64), Rejection> {
    let parts = text.split_once('.').and_then(|(one, two)| Some((one.parse().ok()?, two.parse().ok()?)));
    parts.ok_or_else(|| Rejection::because(RefusalCode::BadInput, "page"))
}

pub(super) fn call(reader: &Reader<'_>, uuid: Uuid) -> Result<CallBrief, Stop> {
    reader.widest(Act::AskCalls)?;
    let not_found = || Rejection::because(RefusalCode::NotFound, "call");
    let row = calls::call(reader.db, uuid)?.ok_or_else(not_found)?;
    match row.owner {
        Some((person, department)) => {
            reader.permit(Act::AskCalls, Target::of(person, Some(department))).map_err(|_| not_found())?;
        }
        None => {
            reader.widest(Act::AskQueue).map_err(|_| not_found())?;
        }
    }
    let names = Names::load(reader)?;
    Ok(brief_of(reader, &names, row.id)?.ok_or_else(not_found)?)
}

/// A call as a list shows it.
pub(super) fn brief_of(reader: &Reader<'_>, names: &Names, call: i64) -> Result<Option<CallBrief>, Stop> {
    let Some(found) = calls::desk_call(reader.db, call)? else { return Ok(None) };
    let row = &found.call;
    let ticket = match found.ticket {
        Some((ticket, _)) => rows::ticket_by_id(reader.db, ticket)?.map(|ticket| ticket.uuid),
        None => None,
    };
    let reason = if found.state == CallState::Dismissed { calls::dismissal(reader.db, call)? } else { None };
    let answered = row.answered.unwrap_or(row.started);
    Ok(Some(CallBrief {
        call: row.uuid,
        employee: row.owner.map(|(person, _)| names.person(person)),
        channel: row.channel,
        direction: row.direction,
        client: row.client.clone(),
        started_at: reader.floor.local(row.started),
        answered_at: row.answered.map(|at| reader.floor.local(at)),
        ended_at: row.ended.map(|at| reader.floor.local(at)),
        length_ms: row.ended.map(|ended| ended.millis().saturating_sub(answered.millis())),
        state: found.state,
        ticket,
        rule: found.ticket.map(|(_, rule)| rule),
        reason,
        suggested: suggested(reader, &found)?,
        allowed: allowed(reader, &found),
    }))
}

/// The ticket a person would most likely attach a call to: saved nearest to its end, without a call of its own.
fn suggested(reader: &Reader<'_>, found: &DeskCall) -> Result<Option<Uuid>, Stop> {
    let (Some((person, _)), Some(ended)) = (found.call.owner, found.call.ended) else { return Ok(None) };
    if found.state != CallState::Unprocessed {
        return Ok(None);
    }
    let (from, end) = (found.call.started.millis(), ended.millis());
    Ok(calls::nearest_ticket(reader.db, person, from, end, end.saturating_add(SUGGESTED_MS))?)
}

fn allowed(reader: &Reader<'_>, found: &DeskCall) -> Vec<String> {
    let Some((person, department)) = found.call.owner else { return Vec::new() };
    if reader.permit(Act::CallKeep, Target::of(person, Some(department))).is_err() {
        return Vec::new();
    }
    let commands: &[&str] = match found.state {
        CallState::Unprocessed if found.call.ended.is_none() => &["merge.attach"],
        CallState::Unprocessed => &["call.dismiss", "merge.attach"],
        CallState::Merged => &["merge.attach", "merge.undo"],
        CallState::Dismissed => &["call.restore", "merge.attach"],
        CallState::Queued => &[],
    };
    commands.iter().map(|name| (*name).to_owned()).collect()
}

pub(super) fn queue(reader: &Reader<'_>, ask: &AskQueue) -> Result<QueueView, Stop> {
    reader.widest(Act::AskQueue)?;
    let after = match ask.after.as_deref() {
        Some(text) => {
            let wrong = || Rejection::because(RefusalCode::BadInput, "page");
            let (kind, rest) = text.split_once(':').ok_or_else(wrong)?;
            let (at, id) = pair(rest)?;
            Some((at, kind.to_owned(), id))
        }
        None => None,
    };
    let mut waiting = queue::page(reader.db, after.as_ref(), PAGE + 1)?;
    let more = waiting.len() > usize::try_from(PAGE).unwrap_or_default();
    waiting.truncate(usize::try_from(PAGE).unwrap_or_default());
    let next = waiting.last().filter(|_| more).map(|last| format!("{}:{}.{}", last.kind, last.at, last.id));
    let mut records = Vec::with_capacity(waiting.len());
    for one in &waiting {
        records.extend(super::queue::record(reader, one)?);
    }
    let operators = queue::operators(reader.db, PAGE)?
        .into_iter()
        .map(|(operator, records)| QueuedOperator { operator, records })
        .collect();
    Ok(QueueView { total: queue::total(reader.db)?, records, next, operators })
}

pub(super) fn client(reader: &Reader<'_>, reference: &str) -> Result<ClientView, Stop> {
    let permit = reader.widest(Act::AskSearch)?;
    let reach = reach(reader, &permit, Act::AskSearch, None)?;
    let key = client_key(reference);
    let mut view = ClientView {
        reference: reference.to_owned(),
        digits: key.as_ref().map(|key| key.as_str().to_owned()),
        tickets: Vec::new(),
        calls: Vec::new(),
        repeated_within_days: None,
    };
    let name = if key.is_none() { find::words(reference) } else { Vec::new() };
    if key.is_none() && name.is_empty() {
        return Ok(view);
    }
    let search = Search {
        client: key.as_ref().map(|key| key.as_str().to_owned()),
        name,
        person: reach.person,
        department: reach.department,
        ..Search::default()
    };
    view.tickets = found(reader, &find::search(reader.db, &search, HISTORY)?)?;
    if let Some(key) = &key {
        let names = Names::load(reader)?;
        for id in calls::calls_of_client(reader.db, key, reach.person, reach.department, HISTORY)? {
            view.calls.extend(brief_of(reader, &names, id)?);
        }
    }
    let last = view.tickets.iter().find(|ticket| !ticket.ticket.cancelled).map(|ticket| ticket.work_day);
    view.repeated_within_days = last
        .map(|day| reader.today().signed_duration_since(day).num_days())
        .filter(|days| (0..=REPEATED_DAYS).contains(days));
    Ok(view)
}

pub(super) fn search(reader: &Reader<'_>, ask: &AskSearch) -> Result<SearchView, Stop> {
    let permit = reader.widest(Act::AskSearch)?;
    let reach = reach(reader, &permit, Act::AskSearch, ask.person.as_ref())?;
    let action = match &ask.decision {
        Some(code) => Some(
            catalogue::action(reader.db, code)?
                .ok_or_else(|| Rejection::because(RefusalCode::NotFound, "action").naming("code", code))?
                .id,
        ),
        None => None,
    };
    let given =
        |text: &Option<String>| text.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned);
    let (text, client) = (given(&ask.text), given(&ask.client));
    let key = client.as_deref().and_then(client_key).map(|key| key.as_str().to_owned());
    let name = if key.is_none() { client.as_deref().map(find::words).unwrap_or_default() } else { Vec::new() };
    let words = text.as_deref().map(find::words).unwrap_or_default();
    let lost = text.is_some() && words.is_empty() || client.is_some() && key.is_none() && name.is_empty();
    if lost {
        return Ok(SearchView { found: Vec::new(), next: None });
    }
    let end = ask.to.map(|to| find::place_of(reader.floor.work_day_start(next_day(to))));
    let after = match ask.after.as_deref() {
        Some(text) => Some(text.parse::<i64>().map_err(|_| Rejection::because(RefusalCode::BadInput, "page"))?),
        None => None,
    };
    let search = Search {
        words,
        name,
        client: key,
        action,
        person: reach.person,
        department: reach.department,
        from: ask.from.map(|from| find::place_of(reader.floor.work_day_start(from))),
        before: end.into_iter().chain(after).min(),
        state: ask.state,
    };
    let mut places = find::search(reader.db, &search, PAGE + 1)?;
    let more = places.len() > usize::try_from(PAGE).unwrap_or_default();
    places.truncate(usize::try_from(PAGE).unwrap_or_default());
    let next = places.last().filter(|_| more).map(|(place, _)| place.to_string());
    Ok(SearchView { found: found(reader, &places)?, next })
}

/// Tickets as lists of several people's show them.
fn found(reader: &Reader<'_>, places: &[(i64, i64)]) -> Result<Vec<FoundTicket>, Stop> {
    if places.is_empty() {
        return Ok(Vec::new());
    }
    let names = Names::load(reader)?;
    places.iter().map(|(_, ticket)| found_ticket(reader, &names, *ticket)).collect()
}

/// A ticket as lists of several people's show it.
pub(super) fn found_ticket(reader: &Reader<'_>, names: &Names, ticket: i64) -> Result<FoundTicket, Stop> {
    let row = rows::ticket_by_id(reader.db, ticket)?
        .ok_or_else(|| Stop::Fault(format!("ticket {ticket} of a list is missing")))?;
    Ok(FoundTicket {
        employee: names.person(row.person),
        work_day: row.work_day,
        day_closed: days::is_closed(reader.db, row.work_day)?,
        ticket: super::tickets::brief(reader, &row, &names.actions)?,
    })
}

pub(super) fn claims(reader: &Reader<'_>) -> Result<ClaimsView, Stop> {
    let permit = reader.widest(Act::AskClaims)?;
    let reach = reach(reader, &permit, Act::AskClaims, None)?;
    Ok(ClaimsView { claims: claims_of(reader, &Names::load(reader)?, reach)? })
}

/// The claims within a reach: those that wait, then those decided lately.
pub(super) fn claims_of(reader: &Reader<'_>, names: &Names, reach: Reach) -> Result<Vec<ClaimView>, Stop> {
    let since = reader.today().checked_sub_days(Days::new(DECIDED_DAYS)).unwrap_or_else(|| reader.today());
    let since = reader.floor.work_day_start(since).millis();
    let rows = claims::claims(reader.db, reach.person, reach.department, since, 4 * PAGE)?;
    rows.iter().map(|row| claim_view(reader, names, row)).collect()
}

fn claim_view(reader: &Reader<'_>, names: &Names, row: &ClaimRow) -> Result<ClaimView, Stop> {
    let may_decide = row.outcome.is_none()
        && row.person != reader.actor.person
        && reader.permit(Act::ClaimDecide, Target::of(row.person, Some(row.department))).is_ok();
    let allowed: &[&str] = if may_decide { &["claim.accept", "claim.decline"] } else { &[] };
    let state = match &row.outcome {
        None => "open",
        Some(outcome) if outcome.accepted => "accepted",
        Some(_) => "declined",
    };
    Ok(ClaimView {
        claim: row.uuid,
        employee: names.person(row.person),
        work_day: row.work_day,
        finished_at: reader.floor.local(row.finished),
        claimed_at: at(reader, row.at),
        channel: row.channel,
        client: row.client.clone(),
        decisions: decision_views(&claims::decisions(reader.db, row.id)?, &names.actions),
        kpi_cmin: row.kpi,
        reason: row.reason.clone(),
        state: state.to_owned(),
        decided_by: row.outcome.as_ref().map(|outcome| names.person(outcome.person).code),
        decision: row.outcome.as_ref().map(|outcome| outcome.reason.clone()),
        allowed: allowed.iter().map(|name| (*name).to_owned()).collect(),
    })
}

/// A stored moment on the floor's clock.
pub(super) fn at(reader: &Reader<'_>, millis: i64) -> String {
    Instant::from_millis(millis).map(|at| reader.floor.local(at)).unwrap_or_default()
}

pub(super) fn stages(reader: &Reader<'_>) -> Result<StagesView, Stop> {
    reader.widest(Act::AskStages)?;
    let names = Names::load(reader)?;
    let decision = |(action, quantity): &(i64, i64)| {
        let action = names.actions.get(action);
        StageDecision {
            action: action.map(|action| action.code.to_string()).unwrap_or_default(),
            name_ru: action.map(|action| action.name_ru.clone()).unwrap_or_default(),
            name_en: action.and_then(|action| action.name_en.clone()),
            quantity: *quantity,
        }
    };
    let stages = stages::maps(reader.db)?
        .into_iter()
        .map(|row| StageView {
            decisions: row.decisions.iter().map(decision).collect(),
            pipeline: row.pipeline,
            stage: row.stage,
            self_moving: row.self_moving,
        })
        .collect();
    Ok(StagesView { stages })
}

/// What an operator's desk shows of calls: those that wait, and how many of today and of earlier days.
pub(super) fn waiting_calls(
    reader: &Reader<'_>,
    names: &Names,
    person: i64,
) -> Result<(Vec<CallBrief>, i64, i64), Stop> {
    let mut found = Vec::new();
    for id in calls::unprocessed(reader.db, person, 4 * PAGE)? {
        found.extend(brief_of(reader, names, id)?);
    }
    let (today, before) = calls::unprocessed_counts(reader.db, person, reader.today())?;
    Ok((found, today, before))
}

/// A person by name, for views.
pub(super) fn named(person: &Person) -> Named {
    Named { code: person.code.to_string(), name: person.name.clone() }
}
