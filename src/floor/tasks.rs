//! Tasks, and the start checklist of a fresh floor or person.

use chrono::NaiveDate;
use serde_json::json;
use uuid::Uuid;

use super::command::{
    ChecklistStart, ChecklistTick, TaskAccept, TaskAdd, TaskCancel, TaskDone, TaskGive, TaskReturn, TicketSave,
};
use super::people::person_of;
use super::studies::action_of;
use super::tickets::{NewTicket, write_ticket};
use super::{Context, Done, Stop};
use crate::domain::calendar::DayType;
use crate::domain::people::Person;
use crate::domain::rejection::{RefusalCode, Rejection, Warning};
use crate::domain::task::{Step, review_days};
use crate::domain::ticket::Channel;
use crate::policy::{Act, Permit, Target};
use crate::store::tasks::{self, ChecklistRow, ItemRow, StepRow, TaskDecision, TaskRow};
use crate::store::{norms, people};

/// A text that must not be blank.
pub(super) fn said(text: &str, field: &'static str) -> Result<(), Rejection> {
    if text.trim().is_empty() {
        return Err(Rejection::because(RefusalCode::BadInput, "empty").naming("field", field));
    }
    Ok(())
}

fn due_from_today(context: &Context<'_>, due: NaiveDate) -> Result<(), Rejection> {
    if due < context.today() {
        return Err(Rejection::because(RefusalCode::BadInput, "task-due").naming("day", due));
    }
    Ok(())
}

pub(super) fn give(context: &Context<'_>, give: &TaskGive) -> Result<Done, Stop> {
    crate::policy::widest(&context.actor, Act::TaskGive)?;
    let person = person_of(context, &give.person)?;
    let permit = context.permit(Act::TaskGive, Target::of(person.id, person.department), RefusalCode::NotFound)?;
    if person.id == context.actor.person {
        return Err(Rejection::because(RefusalCode::BadInput, "task-self").into());
    }
    said(&give.title, "title")?;
    due_from_today(context, give.due)?;
    let (decisions, warnings) = decisions_of(context, give, &person)?;
    if tasks::task(context.db, give.task)?.is_some() {
        return Err(Rejection::of(RefusalCode::IdConflict).into());
    }
    let row = TaskRow {
        id: 0,
        uuid: give.task,
        person: person.id,
        department: person.department,
        given_by: Some(context.actor.person),
        title: give.title.clone(),
        text: give.text.clone(),
        due: give.due,
        given: context.today(),
        steps: Vec::new(),
    };
    let mut writer = context.writer(&permit);
    tasks::add_task(&mut writer, &row, &decisions)?;
    let result = json!({"task": give.task, "person": give.person, "due": give.due, "state": "open"});
    let undo = json!({"task": give.task, "reason": "undo"});
    Ok(Done::new(writer, result).warning(warnings).undone_by("task.cancel", undo))
}

/// The decisions of a task; those that no norm weighs today are named, because the set of the acceptance counts.
fn decisions_of(
    context: &Context<'_>,
    give: &TaskGive,
    person: &Person,
) -> Result<(Vec<TaskDecision>, Vec<Warning>), Stop> {
    let set = match person.department {
        Some(department) => norms::set_in_force(context.db, department, context.today())?,
        None => None,
    };
    let mut decisions = Vec::with_capacity(give.decisions.len());
    let mut warnings = Vec::new();
    for given in &give.decisions {
        let action = action_of(context, &given.action)?;
        if !action.active {
            return Err(Rejection::because(RefusalCode::BadInput, "retired").naming("code", &given.action).into());
        }
        let norm = match set {
            Some(set) => norms::weight_of(context.db, set, action.id)?,
            None => None,
        };
        let unweighed = crate::domain::ticket::Unweighed {
            action: action.id,
            kind: action.kind,
            quantity: given.quantity,
            hard: given.hard,
            norm,
        };
        if crate::domain::ticket::weigh(&unweighed)?.without_norm {
            warnings.push(Warning::of("no-norm").naming("action", &given.action));
        }
        decisions.push(TaskDecision {
            action: action.id,
            code: given.action.to_string(),
            quantity: given.quantity,
            hard: given.hard,
            amount: given.amount_minor,
        });
    }
    Ok((decisions, warnings))
}

pub(super) fn add(context: &Context<'_>, add: &TaskAdd) -> Result<Done, Stop> {
    let target = Target::of(context.actor.person, context.actor.department);
    let permit = context.permit(Act::TaskAdd, target, RefusalCode::NotPermitted)?;
    let due = add.due.unwrap_or_else(|| context.today());
    said(&add.title, "title")?;
    due_from_today(context, due)?;
    if tasks::task(context.db, add.task)?.is_some() {
        return Err(Rejection::of(RefusalCode::IdConflict).into());
    }
    let row = TaskRow {
        id: 0,
        uuid: add.task,
        person: context.actor.person,
        department: context.actor.department,
        given_by: None,
        title: add.title.clone(),
        text: add.text.clone(),
        due,
        given: context.today(),
        steps: Vec::new(),
    };
    let mut writer = context.writer(&permit);
    tasks::add_task(&mut writer, &row, &[])?;
    let result = json!({"task": add.task, "due": due, "state": "open"});
    Ok(Done::new(writer, result).undone_by("task.cancel", json!({"task": add.task})))
}

fn not_found() -> Rejection {
    Rejection::because(RefusalCode::NotFound, "task")
}

/// A task that the act may touch; one out of reach does not exist.
fn task_of(context: &Context<'_>, uuid: Uuid, act: Act) -> Result<(TaskRow, Permit), Stop> {
    crate::policy::widest(&context.actor, act)?;
    let row = tasks::task(context.db, uuid)?.ok_or_else(not_found)?;
    let permit =
        context.permit(act, Target::of(row.person, row.department), RefusalCode::NotFound).map_err(|_| not_found())?;
    Ok((row, permit))
}

fn step(context: &Context<'_>, step: Step, text: Option<&String>) -> StepRow {
    StepRow { step, person: context.actor.person, on: context.today(), due: None, ticket: None, text: text.cloned() }
}

pub(super) fn done(context: &Context<'_>, done: &TaskDone) -> Result<Done, Stop> {
    let (row, permit) = task_of(context, done.task, Act::TaskAdd)?;
    let state = row.state().after(Step::Done, row.is_own())?;
    let mut writer = context.writer(&permit);
    tasks::add_step(&mut writer, &row, &step(context, Step::Done, done.comment.as_ref()))?;
    Ok(Done::new(writer, json!({"task": done.task, "state": state.as_str(), "late": row.due_now() < context.today()})))
}

/// A task whose result may be decided on: by the supervisor, never by the person whose it is.
fn decided_task(context: &Context<'_>, uuid: Uuid) -> Result<(TaskRow, Permit), Stop> {
    let (row, permit) = task_of(context, uuid, Act::TaskDecide)?;
    if row.person == context.actor.person {
        return Err(Rejection::because(RefusalCode::NotPermitted, "own-task").into());
    }
    Ok((row, permit))
}

pub(super) fn accept(context: &Context<'_>, accept: &TaskAccept) -> Result<Done, Stop> {
    let (row, permit) = decided_task(context, accept.task)?;
    let state = row.state().after(Step::Accepted, row.is_own())?;
    let decisions = tasks::decisions(context.db, row.id)?;
    let mut writer = context.writer(&permit);
    let mut taken = step(context, Step::Accepted, accept.comment.as_ref());
    let mut result = json!({"task": accept.task, "state": state.as_str(), "kpi_cmin": 0});
    let mut warnings = Vec::new();
    if !decisions.is_empty() {
        let person = people::person_by_id(context.db, row.person)?.ok_or_else(not_found)?;
        let save = ticket_of(context, &row, &decisions, &person)?;
        let new = NewTicket { save: &save, employee: &person, origin: "manual", own_day: None, unweighed: false };
        let made = write_ticket(context, &mut writer, &new)?;
        taken.ticket = Some(made.row.id);
        result = json!({
            "task": accept.task, "state": state.as_str(), "ticket": save.ticket, "work_day": made.row.work_day,
            "kpi_cmin": made.kpi,
        });
        warnings = made.warnings;
    }
    tasks::add_step(&mut writer, &row, &taken)?;
    Ok(Done::new(writer, result).warning(warnings))
}

/// The ticket that an accepted task becomes: of channel task, finished now.
fn ticket_of(
    context: &Context<'_>,
    row: &TaskRow,
    decisions: &[TaskDecision],
    person: &Person,
) -> Result<TicketSave, Stop> {
    let mut given = Vec::with_capacity(decisions.len());
    for decision in decisions {
        given.push(super::command::DecisionGiven {
            action: crate::domain::code::Code::new(&decision.code).map_err(|error| Stop::Fault(error.to_string()))?,
            quantity: decision.quantity,
            hard: decision.hard,
            amount_minor: decision.amount,
            paid_on: None,
        });
    }
    let content = json!({
        "ticket": Uuid::new_v5(&row.uuid, b"ticket"), "employee": person.code, "channel": Channel::Task.as_str(),
        "finished_at": context.now, "decisions": given, "comment": row.title,
    });
    serde_json::from_value(content).map_err(|error| Stop::Fault(error.to_string()))
}

pub(super) fn give_back(context: &Context<'_>, back: &TaskReturn) -> Result<Done, Stop> {
    let (row, permit) = decided_task(context, back.task)?;
    let state = row.state().after(Step::Returned, row.is_own())?;
    if let Some(due) = back.due {
        due_from_today(context, due)?;
    }
    if back.comment.trim().is_empty() {
        return Err(Rejection::because(RefusalCode::NeedsReason, "task-return").into());
    }
    let mut writer = context.writer(&permit);
    let taken = StepRow { due: back.due, ..step(context, Step::Returned, Some(&back.comment)) };
    tasks::add_step(&mut writer, &row, &taken)?;
    let due = back.due.unwrap_or_else(|| row.due_now());
    Ok(Done::new(writer, json!({"task": back.task, "state": state.as_str(), "due": due})))
}

pub(super) fn cancel(context: &Context<'_>, cancel: &TaskCancel) -> Result<Done, Stop> {
    let row = tasks::task(context.db, cancel.task)?;
    let own = row.as_ref().is_some_and(|row| row.is_own() && row.person == context.actor.person);
    let (row, permit) = if own {
        task_of(context, cancel.task, Act::TaskAdd)?
    } else {
        let found = task_of(context, cancel.task, Act::TaskDecide)?;
        if found.0.is_own() {
            return Err(not_found().into());
        }
        if found.0.person == context.actor.person {
            return Err(Rejection::because(RefusalCode::NotPermitted, "own-task").into());
        }
        found
    };
    let state = row.state().after(Step::Cancelled, row.is_own())?;
    if !own && cancel.reason.as_deref().is_none_or(|reason| reason.trim().is_empty()) {
        return Err(Rejection::because(RefusalCode::NeedsReason, "task-cancel").into());
    }
    let mut writer = context.writer(&permit);
    tasks::add_step(&mut writer, &row, &step(context, Step::Cancelled, cancel.reason.as_ref()))?;
    Ok(Done::new(writer, json!({"task": cancel.task, "state": state.as_str()})))
}

pub(super) fn checklist_start(context: &Context<'_>, start: &ChecklistStart) -> Result<Done, Stop> {
    let widest = crate::policy::widest(&context.actor, Act::ChecklistKeep)?;
    let (person, department, permit) = match &start.person {
        Some(code) => {
            let person = person_of(context, code)?;
            let target = Target::of(person.id, person.department);
            (Some(person.id), person.department, context.permit(Act::ChecklistKeep, target, RefusalCode::NotFound)?)
        }
        None => (None, context.actor.department, widest),
    };
    let from = start.from.unwrap_or_else(|| context.today());
    if tasks::checklist(context.db, start.checklist)?.is_some() {
        return Err(Rejection::of(RefusalCode::IdConflict).into());
    }
    let calendar = super::planner::work_calendar(context.db)?;
    let days = review_days(from, |day| calendar.day_type(day) != DayType::Free);
    let item = |(item, due): (i64, &NaiveDate)| ItemRow { item, due: *due, ticked: None, note: None };
    let row = ChecklistRow {
        id: 0,
        uuid: start.checklist,
        department,
        person,
        from,
        started_by: context.actor.person,
        items: (1_i64..).zip(&days).map(item).collect(),
    };
    let mut writer = context.writer(&permit);
    tasks::add_checklist(&mut writer, &row)?;
    Ok(Done::new(writer, json!({"checklist": start.checklist, "from": from, "days": days})))
}

pub(super) fn checklist_tick(context: &Context<'_>, tick: &ChecklistTick) -> Result<Done, Stop> {
    let not_found = || Rejection::because(RefusalCode::NotFound, "checklist");
    crate::policy::widest(&context.actor, Act::ChecklistKeep)?;
    let row = tasks::checklist(context.db, tick.checklist)?.ok_or_else(not_found)?;
    let target = Target { person: row.person, department: row.department };
    let permit = context.permit(Act::ChecklistKeep, target, RefusalCode::NotFound).map_err(|_| not_found())?;
    let Some(item) = row.items.iter().find(|item| item.item == tick.item) else {
        return Err(Rejection::because(RefusalCode::BadInput, "checklist-item")
            .naming("count", row.items.len())
            .into());
    };
    if item.ticked.is_some() {
        return Err(Rejection::because(RefusalCode::IdConflict, "checklist-ticked").into());
    }
    let mut writer = context.writer(&permit);
    let (person, today) = (context.actor.person, context.today());
    tasks::tick(&mut writer, row.id, tick.item, person, today, tick.note.as_deref())?;
    let left = row.items.iter().filter(|item| item.ticked.is_none()).count().saturating_sub(1);
    Ok(Done::new(writer, json!({"checklist": tick.checklist, "item": tick.item, "left": left})))
}
