//! The queue of records that match nobody: saying whose they are, or that they are nobody's.
//!
//! Invariant: each record is settled by itself; one that cannot be is left in the queue, and the answer says why.

use serde::Serialize;
use serde_json::json;

use super::calls::Directory;
use super::command::{QueueDismiss, QueueMatch};
use super::desk::said;
use super::people::person_of;
use super::stages::{Settled, settle};
use super::{Context, Done, Stop};
use crate::domain::code::folded;
use crate::domain::people::Person;
use crate::domain::rejection::{RefusalCode, Rejection};
use crate::floor::import::CHUNK;
use crate::policy::{Act, Permit, Target};
use crate::store::facts::{FactWriter, WrittenFact};
use crate::store::queue::{self, Waiting};
use crate::store::stages::{self, MoveOutcome};
use crate::store::{Savepoint, calls};

/// A record that was left in the queue, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Left {
    /// The record's id.
    pub record: uuid::Uuid,
    /// The refusal's code.
    pub code: RefusalCode,
    /// Which of the code's texts fits.
    pub reason: String,
}

/// What came of records that were settled each by itself.
#[derive(Debug, Default)]
pub(super) struct Together {
    /// What was written.
    pub facts: Vec<WrittenFact>,
    /// How many left the queue.
    pub done: usize,
    /// Those that stayed, and why.
    pub left: Vec<Left>,
}

/// A record that knows its id.
pub(super) trait Record {
    /// The record's id.
    fn id(&self) -> uuid::Uuid;
}

impl Record for stages::MoveRow {
    fn id(&self) -> uuid::Uuid {
        self.uuid
    }
}

impl Record for (uuid::Uuid, Waiting) {
    fn id(&self) -> uuid::Uuid {
        self.0
    }
}

/// Settles records one after another; one that is refused is rolled back by itself and stays.
pub(super) fn each_by_itself<R: Record>(
    context: &Context<'_>,
    permit: &Permit,
    records: Vec<R>,
    settle: impl Fn(&mut FactWriter<'_>, &R) -> Result<Settled, Stop>,
) -> Result<Together, Stop> {
    let mut together = Together::default();
    for record in records {
        let mut writer = context.writer(permit);
        let save = Savepoint::open(context.db, "queued_record")?;
        match settle(&mut writer, &record) {
            Ok(settled) => {
                save.keep()?;
                together.facts.extend(writer.into_written());
                together.done += usize::from(settled != Settled::Waits);
                if settled == Settled::Waits {
                    let reason = "stage-not-mapped".to_owned();
                    together.left.push(Left { record: record.id(), code: RefusalCode::UnknownCode, reason });
                }
            }
            Err(Stop::Refused(refusal)) if refusal.code < RefusalCode::ClockBehind => {
                save.undo()?;
                let (code, reason) = (refusal.code, refusal.reason.to_owned());
                together.left.push(Left { record: record.id(), code, reason });
            }
            Err(stop) => return Err(stop),
        }
    }
    Ok(together)
}

/// A record of the queue by its id.
fn waiting_of(context: &Context<'_>, record: uuid::Uuid) -> Result<Waiting, Stop> {
    let call = calls::call(context.db, record)?.map(|call| ("call", call.id));
    let found = match call {
        Some(found) => Some(found),
        None => stages::stage_move(context.db, record)?.map(|row| ("stage", row.id)),
    };
    let waiting = match found {
        Some((kind, id)) => queue::waits(context.db, kind, id)?,
        None => None,
    };
    Ok(waiting.ok_or_else(|| Rejection::because(RefusalCode::NotFound, "queued"))?)
}

fn id_of(context: &Context<'_>, waiting: &Waiting) -> Result<uuid::Uuid, Stop> {
    let gone = || Stop::Fault(format!("record {} of the queue is missing", waiting.id));
    if waiting.kind == "call" {
        return Ok(calls::call_by_id(context.db, waiting.id)?.ok_or_else(gone)?.uuid);
    }
    Ok(stages::move_by_id(context.db, waiting.id)?.ok_or_else(gone)?.uuid)
}

pub(super) fn queue_match(context: &Context<'_>, given: &QueueMatch) -> Result<Done, Stop> {
    crate::policy::widest(&context.actor, Act::QueueKeep)?;
    let person = person_of(context, &given.employee)?;
    let target = Target::of(person.id, person.department);
    let hidden = || Rejection::because(RefusalCode::NotFound, "person").naming("code", &given.employee);
    let permit = context.permit(Act::QueueKeep, target, RefusalCode::NotFound).map_err(|_| hidden())?;
    if given.records.is_empty() && given.operator.is_none() {
        return Err(Rejection::because(RefusalCode::BadInput, "queue-nothing").into());
    }
    if given.records.len() > CHUNK {
        return Err(Rejection::because(RefusalCode::BadInput, "chunk").naming("most", CHUNK).into());
    }
    let mut records = Vec::new();
    for record in &given.records {
        records.push((*record, waiting_of(context, *record)?));
    }
    let mut facts = Vec::new();
    let mut more = false;
    if let Some(operator) = given.operator.as_deref().map(folded).filter(|operator| !operator.is_empty()) {
        let mut writer = context.writer(&permit);
        if queue::person_of_line(context.db, &operator)? != Some(person.id) {
            queue::add_line(&mut writer, &operator, person.id)?;
        }
        facts.extend(writer.into_written());
        let room = CHUNK.saturating_sub(records.len());
        let under = queue::under(context.db, &operator, i64::try_from(room).unwrap_or(i64::MAX).saturating_add(1))?;
        more = under.len() > room;
        for waiting in under.into_iter().take(room) {
            let id = id_of(context, &waiting)?;
            if !records.iter().any(|(known, _)| *known == id) {
                records.push((id, waiting));
            }
        }
    }
    let directory = Directory::new(context);
    let together = each_by_itself(context, &permit, records, |writer, (_, waiting)| {
        match_one(context, &permit, writer, waiting, &person, &directory)
    })?;
    facts.extend(together.facts);
    let result = json!({"employee": person.code, "matched": together.done, "left": together.left, "more": more});
    Ok(Done { facts, result, ..Done::default() })
}

fn match_one(
    context: &Context<'_>,
    permit: &Permit,
    writer: &mut FactWriter<'_>,
    waiting: &Waiting,
    person: &Person,
    directory: &Directory<'_, '_>,
) -> Result<Settled, Stop> {
    if waiting.kind == "stage" {
        let row = stages::move_by_id(context.db, waiting.id)?
            .ok_or_else(|| Rejection::because(RefusalCode::NotFound, "queued"))?;
        return settle(context, permit, writer, &row, Some(person), directory);
    }
    let call = calls::call_by_id(context.db, waiting.id)?
        .ok_or_else(|| Rejection::because(RefusalCode::NotFound, "queued"))?;
    let employed = person.employed_on(call.work_day);
    let Some(department) = person.department.filter(|_| employed) else {
        let refusal = Rejection::because(RefusalCode::BadInput, "not-employed").naming("code", &person.code);
        return Err(refusal.naming("day", call.work_day).into());
    };
    calls::own_call(context.db, writer, call.id, (person.id, department))?;
    Ok(Settled::Again)
}

pub(super) fn queue_dismiss(context: &Context<'_>, dismiss: &QueueDismiss) -> Result<Done, Stop> {
    let permit = context.permit(Act::QueueKeep, Target::default(), RefusalCode::NotPermitted)?;
    if dismiss.records.len() > CHUNK {
        return Err(Rejection::because(RefusalCode::BadInput, "chunk").naming("most", CHUNK).into());
    }
    let mut waiting = Vec::new();
    for record in &dismiss.records {
        waiting.push(waiting_of(context, *record)?);
    }
    let reason = said(&dismiss.reason, "dismiss")?;
    let mut writer = context.writer(&permit);
    for waiting in &waiting {
        if waiting.kind == "call" {
            calls::mark_call(context.db, &mut writer, waiting.id, context.actor.person, Some(reason))?;
        } else {
            let row = stages::move_by_id(context.db, waiting.id)?
                .ok_or_else(|| Rejection::because(RefusalCode::NotFound, "queued"))?;
            stages::add_outcome(context.db, &mut writer, &row, MoveOutcome::Dismissed(reason))?;
        }
    }
    Ok(Done::new(writer, json!({"dismissed": waiting.len()})))
}
