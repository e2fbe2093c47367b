//! Calls and chats as they are recorded, and what people say about them.
//!
//! Invariant: no record and no word about one moves a minute. The only thing a record does to a ticket is to end
//! its hold: the ticket counts once the call it was saved in is over.

use std::cell::RefCell;
use std::collections::HashMap;

use chrono::NaiveDate;
use serde_json::json;
use uuid::Uuid;

use super::command::{CallDismiss, CallRecord, CallRestore, MergeAttach, MergeUndo, MergeWindow};
use super::desk::said;
use super::studies::content_of;
use super::{Context, Done, Stop};
use crate::domain::call::CallState;
use crate::domain::client::same_client;
use crate::domain::code::{Code, folded};
use crate::domain::instant::Instant;
use crate::domain::people::Person;
use crate::domain::rejection::{RefusalCode, Rejection};
use crate::domain::ticket::Channel;
use crate::policy::{self, Act, Permit, Target};
use crate::store::calls::{self, CallRow, DeskCall};
use crate::store::facts::FactWriter;
use crate::store::{holds, people, queue, tickets};

/// The longest window after a call's end, in minutes.
const WINDOW_MOST: u32 = 24 * 60;

/// Who is meant by the names that telephony and CRM use; each name is looked up once.
pub(super) struct Directory<'a, 'c> {
    context: &'a Context<'c>,
    known: RefCell<HashMap<String, Option<Person>>>,
    windows: RefCell<HashMap<NaiveDate, i64>>,
}

impl<'a, 'c> Directory<'a, 'c> {
    /// A directory of the floor as it is now.
    pub fn new(context: &'a Context<'c>) -> Self {
        Self { context, known: RefCell::new(HashMap::new()), windows: RefCell::new(HashMap::new()) }
    }

    /// The merging window of a work day, in milliseconds.
    fn window(&self, day: NaiveDate) -> Result<i64, Stop> {
        if let Some(known) = self.windows.borrow().get(&day) {
            return Ok(*known);
        }
        let window = calls::window_on(self.context.db, day)?;
        self.windows.borrow_mut().insert(day, window);
        Ok(window)
    }

    /// The person of a name: a personnel number, a name that was matched before, or a login.
    pub fn person(&self, name: &str) -> Result<Option<Person>, Stop> {
        if let Some(known) = self.known.borrow().get(name) {
            return Ok(known.clone());
        }
        let db = self.context.db;
        let by_code = Code::new(name).ok().map(|code| people::person(db, &code)).transpose()?.flatten();
        let found = match by_code {
            Some(person) => Some(person),
            None => match queue::person_of_line(db, &folded(name))? {
                Some(person) => people::person_by_id(db, person)?,
                None => people::person_by_login(db, name.trim())?,
            },
        };
        self.known.borrow_mut().insert(name.to_owned(), found.clone());
        Ok(found)
    }
}

pub(super) fn call_record(context: &Context<'_>, record: &CallRecord) -> Result<Done, Stop> {
    let permit = policy::widest(&context.actor, Act::CallRecord)?;
    let mut writer = context.writer(&permit);
    take_call(context, &permit, &mut writer, record, &Directory::new(context))?;
    let call = calls::call(context.db, record.call)?.ok_or_else(not_found)?;
    let result = call_result(context, call.id)?;
    Ok(Done::new(writer, result))
}

/// Takes a record in; `false` when it says nothing that is not known.
pub(super) fn take_call(
    context: &Context<'_>,
    permit: &Permit,
    writer: &mut FactWriter<'_>,
    record: &CallRecord,
    directory: &Directory<'_, '_>,
) -> Result<bool, Stop> {
    let channel = check_record(context, record)?;
    let content = content_of(&(&record.employee, record.direction, channel, record.started_at))?;
    if let Some(known) = calls::call(context.db, record.call)? {
        return complete(context, permit, writer, &known, record, &content);
    }
    let owner = owner_of(context, permit, record, directory)?;
    let row = CallRow {
        id: 0,
        uuid: record.call,
        owner,
        operator: record.employee.clone(),
        channel,
        direction: record.direction,
        client: record.client.clone(),
        started: record.started_at,
        answered: record.answered_at,
        ended: record.ended_at,
        external: record.external_id.clone(),
        work_day: context.floor.work_day(record.started_at),
        content,
    };
    calls::add_call(context.db, writer, &row, directory.window(row.work_day)?)?;
    Ok(true)
}

fn check_record(context: &Context<'_>, record: &CallRecord) -> Result<Channel, Rejection> {
    let channel = record.channel.unwrap_or_else(|| record.direction.call_channel());
    if !matches!(channel, Channel::InboundCall | Channel::OutboundCall | Channel::Chat) {
        return Err(Rejection::because(RefusalCode::BadInput, "call-channel").naming("channel", channel.as_str()));
    }
    let within = |at: Option<Instant>| {
        at.is_none_or(|at| at >= record.started_at && record.ended_at.is_none_or(|ended| at <= ended))
    };
    if !within(record.answered_at) || record.ended_at.is_some_and(|ended| ended < record.started_at) {
        return Err(Rejection::because(RefusalCode::BadInput, "call-times"));
    }
    let latest = record.ended_at.or(record.answered_at).unwrap_or(record.started_at);
    if latest > context.now {
        let refusal = Rejection::because(RefusalCode::InTheFuture, "moment");
        return Err(refusal.naming("moment", context.floor.local(latest)));
    }
    Ok(channel)
}

/// Whose a new record is; `None` when it has to wait in the queue.
fn owner_of(
    context: &Context<'_>,
    permit: &Permit,
    record: &CallRecord,
    directory: &Directory<'_, '_>,
) -> Result<Option<(i64, i64)>, Stop> {
    let Some(name) = record.employee.as_deref().filter(|name| !name.trim().is_empty()) else { return Ok(None) };
    let Some(person) = directory.person(name)? else { return Ok(None) };
    if !permit.covers(Target::of(person.id, person.department)) {
        return Err(Rejection::because(RefusalCode::NotFound, "person").naming("code", name).into());
    }
    let day = context.floor.work_day(record.started_at);
    Ok(person.department.filter(|_| person.employed_on(day)).map(|department| (person.id, department)))
}

/// A record of a call that is known: its end is taken, a repetition adds nothing, anything else is a conflict.
fn complete(
    context: &Context<'_>,
    permit: &Permit,
    writer: &mut FactWriter<'_>,
    known: &CallRow,
    record: &CallRecord,
    content: &str,
) -> Result<bool, Stop> {
    if !known.owner.is_none_or(|(person, department)| permit.covers(Target::of(person, Some(department)))) {
        return Err(Rejection::of(RefusalCode::IdConflict).into());
    }
    let client_differs = match (&known.client, &record.client) {
        (Some(one), Some(other)) => one.trim() != other.trim() && !same_client(one, other),
        _ => false,
    };
    let ends_differ = record.ended_at.is_some() && known.ended.is_some() && record.ended_at != known.ended;
    if known.content != content || client_differs || ends_differ {
        return Err(Rejection::because(RefusalCode::IdConflict, "call").into());
    }
    let (None, Some(ended)) = (known.ended, record.ended_at) else { return Ok(false) };
    let client = record.client.as_deref().filter(|_| known.client.is_none());
    calls::end_call(context.db, writer, known.id, ended, record.answered_at, client)?;
    for ticket in holds::held_by(context.db, known.id)? {
        holds::release(context.db, writer, &ticket, "call-ended")?;
    }
    Ok(true)
}

/// What is answered about a call: where it is now.
fn call_result(context: &Context<'_>, call: i64) -> Result<serde_json::Value, Stop> {
    let found = calls::desk_call(context.db, call)?.ok_or_else(not_found)?;
    let employee = match found.call.owner {
        Some((person, _)) => people::person_by_id(context.db, person)?.map(|person| person.code),
        None => None,
    };
    let ticket = match found.ticket {
        Some((ticket, _)) => tickets::ticket_by_id(context.db, ticket)?.map(|ticket| ticket.uuid),
        None => None,
    };
    Ok(json!({
        "call": found.call.uuid,
        "employee": employee,
        "state": found.state,
        "ticket": ticket,
        "rule": found.ticket.map(|(_, rule)| rule),
    }))
}

fn not_found() -> Rejection {
    Rejection::because(RefusalCode::NotFound, "call")
}

/// A call that the actor may speak about, with the leave for it. What waits in the queue is nobody's yet.
fn call_of(context: &Context<'_>, uuid: Uuid) -> Result<(DeskCall, Permit), Stop> {
    policy::widest(&context.actor, Act::CallKeep)?;
    let id = calls::call(context.db, uuid)?.ok_or_else(not_found)?.id;
    let call = calls::desk_call(context.db, id)?.ok_or_else(not_found)?;
    let (person, department) = call.call.owner.ok_or_else(not_found)?;
    let target = Target::of(person, Some(department));
    let permit = context.permit(Act::CallKeep, target, RefusalCode::NotFound).map_err(|_| not_found())?;
    Ok((call, permit))
}

pub(super) fn call_dismiss(context: &Context<'_>, dismiss: &CallDismiss) -> Result<Done, Stop> {
    let (call, permit) = call_of(context, dismiss.call)?;
    match call.state {
        CallState::Merged => return Err(Rejection::because(RefusalCode::BadInput, "call-merged").into()),
        CallState::Dismissed => return Err(Rejection::because(RefusalCode::BadInput, "call-dismissed").into()),
        _ if call.call.ended.is_none() => return Err(Rejection::because(RefusalCode::BadInput, "call-running").into()),
        CallState::Unprocessed | CallState::Queued => {}
    }
    let reason = said(&dismiss.reason, "dismiss")?;
    let mut writer = context.writer(&permit);
    calls::mark_call(context.db, &mut writer, call.call.id, context.actor.person, Some(reason))?;
    let result = call_result(context, call.call.id)?;
    Ok(Done::new(writer, result).undone_by("call.restore", json!({"call": dismiss.call})))
}

pub(super) fn call_restore(context: &Context<'_>, restore: &CallRestore) -> Result<Done, Stop> {
    let (call, permit) = call_of(context, restore.call)?;
    if call.state != CallState::Dismissed {
        return Err(Rejection::because(RefusalCode::BadInput, "call-not-dismissed").into());
    }
    let reason = calls::dismissal(context.db, call.call.id)?;
    let mut writer = context.writer(&permit);
    calls::mark_call(context.db, &mut writer, call.call.id, context.actor.person, None)?;
    let result = call_result(context, call.call.id)?;
    Ok(Done::new(writer, result).undone_by("call.dismiss", json!({"call": restore.call, "reason": reason})))
}

pub(super) fn merge_attach(context: &Context<'_>, attach: &MergeAttach) -> Result<Done, Stop> {
    let (call, permit) = call_of(context, attach.call)?;
    let no_ticket = || Rejection::because(RefusalCode::NotFound, "ticket");
    let ticket = tickets::ticket(context.db, attach.ticket)?.ok_or_else(no_ticket)?;
    context
        .permit(Act::CallKeep, Target::of(ticket.person, Some(ticket.department)), RefusalCode::NotFound)
        .map_err(|_| no_ticket())?;
    if call.call.owner.map(|(person, _)| person) != Some(ticket.person) {
        return Err(Rejection::because(RefusalCode::BadInput, "attach-person").into());
    }
    let newest = tickets::versions(context.db, ticket.id)?.pop().ok_or_else(no_ticket)?;
    if ticket.origin == "automatic" || newest.cancelled {
        return Err(Rejection::because(RefusalCode::BadInput, "attach-ticket").into());
    }
    let mut writer = context.writer(&permit);
    if call.state == CallState::Dismissed {
        calls::mark_call(context.db, &mut writer, call.call.id, context.actor.person, None)?;
    }
    calls::hand_call(context.db, &mut writer, call.call.id, ticket.id, context.actor.person, true)?;
    let result = call_result(context, call.call.id)?;
    let undo = json!({"call": attach.call, "ticket": attach.ticket});
    Ok(Done::new(writer, result).undone_by("merge.undo", undo))
}

pub(super) fn merge_undo(context: &Context<'_>, undo: &MergeUndo) -> Result<Done, Stop> {
    let (call, permit) = call_of(context, undo.call)?;
    let not_merged = || Rejection::because(RefusalCode::BadInput, "not-merged");
    let (ticket, _) = call.ticket.ok_or_else(not_merged)?;
    let row = tickets::ticket_by_id(context.db, ticket)?.ok_or_else(not_merged)?;
    if undo.ticket.is_some_and(|given| given != row.uuid) {
        return Err(not_merged().into());
    }
    let mut writer = context.writer(&permit);
    calls::hand_call(context.db, &mut writer, call.call.id, ticket, context.actor.person, false)?;
    let result = call_result(context, call.call.id)?;
    Ok(Done::new(writer, result).undone_by("merge.attach", json!({"call": undo.call, "ticket": row.uuid})))
}

pub(super) fn merge_window(context: &Context<'_>, window: &MergeWindow) -> Result<Done, Stop> {
    let permit = context.permit(Act::MergeWindow, Target::default(), RefusalCode::NotPermitted)?;
    if window.minutes > WINDOW_MOST {
        let refusal = Rejection::because(RefusalCode::BadInput, "merge-window");
        return Err(refusal.naming("minutes", window.minutes).naming("most", WINDOW_MOST).into());
    }
    if window.from <= context.today() {
        let refusal = Rejection::because(RefusalCode::EffectivePast, "setting");
        return Err(refusal.naming("today", context.today()).into());
    }
    let mut writer = context.writer(&permit);
    people::add_setting(&mut writer, calls::WINDOW_SETTING, window.from, &window.minutes.to_string())?;
    Ok(Done::new(writer, json!({"minutes": window.minutes, "from": window.from})))
}
