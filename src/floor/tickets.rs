//! Tickets: saving, correcting, and rows of an import.

use chrono::NaiveDate;
use serde_json::json;

use super::command::{DecisionGiven, TicketCommand, TicketCorrect, TicketSave};
use super::people::person_of;
use super::studies::{action_of, content_of};
use super::{Context, Done, Stop};
use crate::domain::people::Person;
use crate::domain::rejection::{RefusalCode, Rejection, Warning};
use crate::domain::ticket::{self, Unweighed, Weighed};
use crate::domain::units::Money;
use crate::policy::{Act, Permit, Target};
use crate::store::facts::FactWriter;
use crate::store::tickets::{TicketRow, VersionRow};
use crate::store::{days, norms, people, pilots, tickets};

pub(super) fn handle(context: &Context<'_>, command: &TicketCommand) -> Result<Done, Stop> {
    match command {
        TicketCommand::TicketSave(save) => ticket_save(context, save),
        TicketCommand::TicketCorrect(correct) => ticket_correct(context, correct),
    }
}

fn ticket_save(context: &Context<'_>, save: &TicketSave) -> Result<Done, Stop> {
    let employee = match &save.employee {
        Some(code) => person_of(context, code)?,
        None => people::person_by_id(context.db, context.actor.person)?
            .ok_or_else(|| Rejection::of(RefusalCode::NotPermitted))?,
    };
    let permit =
        context.permit(Act::TicketSave, Target::of(employee.id, employee.department), RefusalCode::NotPermitted)?;
    if tickets::ticket(context.db, save.ticket)?.is_some() {
        return Err(Rejection::of(RefusalCode::IdConflict).into());
    }
    let finished = save.finished_at.unwrap_or(context.now);
    let own = employee.id == context.actor.person;
    let day = context.floor.work_day(finished);
    let mut writer = context.writer(&permit);
    let made = write_ticket(context, &mut writer, save, &employee, "manual", own.then_some(day))?;
    let result = made.result(context, save)?;
    let undo = json!({"ticket": save.ticket, "version": 1, "decisions": [], "reason": "undo"});
    Ok(Done::new(writer, result).warning(made.warnings).undone_by("ticket.correct", undo))
}

/// Writes an imported ticket; `false` when the same row was taken in before.
pub(super) fn import_ticket(
    context: &Context<'_>,
    permit: &Permit,
    writer: &mut FactWriter<'_>,
    row: &TicketSave,
) -> Result<bool, Stop> {
    let code = row.employee.as_ref().ok_or_else(|| Rejection::because(RefusalCode::BadInput, "employee"))?;
    let employee = person_of(context, code)?;
    if employee.id == context.actor.person {
        return Err(Rejection::of(RefusalCode::OwnTicket).into());
    }
    if !permit.covers(Target::of(employee.id, employee.department)) {
        return Err(Rejection::because(RefusalCode::UnknownCode, "person").naming("code", code).into());
    }
    if let Some(first) = tickets::ticket(context.db, row.ticket)? {
        let same = first.content == content_of(row)?;
        return if same { Ok(false) } else { Err(Rejection::because(RefusalCode::IdConflict, "row").into()) };
    }
    write_ticket(context, writer, row, &employee, "import", None)?;
    Ok(true)
}

/// Weighed decisions with the amounts asked for, and remarks.
type WeighedAll = (Vec<(Weighed, Option<Money>)>, Vec<Warning>);

struct MadeTicket {
    row: TicketRow,
    decisions: Vec<(Weighed, Option<Money>)>,
    kpi: i64,
    measured: i64,
    warnings: Vec<Warning>,
}

impl MadeTicket {
    fn result(&self, context: &Context<'_>, save: &TicketSave) -> Result<serde_json::Value, Stop> {
        let set = match self.row.set {
            Some(set) => norms::set_by_id(context.db, set)?.map(|set| set.uuid),
            None => None,
        };
        let decisions: Vec<_> = save
            .decisions
            .iter()
            .zip(&self.decisions)
            .map(|(given, (weighed, _))| {
                json!({"action": given.action, "quantity": weighed.quantity, "weight_cmin": weighed.weight, "kpi_cmin": weighed.kpi})
            })
            .collect();
        Ok(json!({
            "ticket": save.ticket,
            "version": 1,
            "work_day": self.row.work_day,
            "kpi_cmin": self.kpi,
            "measured_cmin": self.measured,
            "set": set,
            "decisions": decisions,
        }))
    }
}

/// Checks and writes a new ticket. `own_day` is the day of an operator's own ticket: it must be the running one.
fn write_ticket(
    context: &Context<'_>,
    writer: &mut FactWriter<'_>,
    save: &TicketSave,
    employee: &Person,
    origin: &str,
    own_day: Option<NaiveDate>,
) -> Result<MadeTicket, Stop> {
    let finished = save.finished_at.unwrap_or(context.now);
    let day = context.floor.work_day(finished);
    let department = employee
        .department
        .ok_or_else(|| Rejection::because(RefusalCode::BadInput, "no-department").naming("code", &employee.code))?;
    check_times(context, save, employee, day)?;
    let on_behalf_of = colleague(context, save.on_behalf_of.as_ref(), employee)?;
    let set = norms::set_in_force(context.db, department, day)?;
    let (decisions, mut warnings) = weigh_all(context, &save.decisions, set)?;
    let manual = save.decisions.is_empty() || decisions.iter().any(|(weighed, _)| weighed.without_norm);
    if set.is_none() && manual && !save.decisions.is_empty() {
        // Before a department's first order a pilot needs tickets: they weigh nothing, and the operator is told so.
        if !pilots::any_on(context.db, department, day)? {
            return Err(Rejection::of(RefusalCode::NoNormInForce).naming("day", day).into());
        }
        warnings = vec![Warning::of("provisional")];
    }
    if finished > context.now {
        return Err(Rejection::because(RefusalCode::InTheFuture, "moment")
            .naming("moment", context.floor.local(finished))
            .into());
    }
    if days::is_closed(context.db, day)? || own_day.is_some_and(|own| own != context.today()) {
        return Err(Rejection::of(RefusalCode::DayClosed).naming("day", day).into());
    }
    let said = |text: &Option<String>| text.as_deref().is_some_and(|text| !text.trim().is_empty());
    if save.decisions.is_empty() && !said(&save.reason) && !said(&save.comment) {
        return Err(Rejection::because(RefusalCode::NeedsReason, "no-decisions").into());
    }
    let weighed: Vec<Weighed> = decisions.iter().map(|(weighed, _)| *weighed).collect();
    let (kpi, measured) = ticket::totals(&weighed)?;
    let mut row = TicketRow {
        id: 0,
        uuid: save.ticket,
        person: employee.id,
        department,
        work_day: day,
        set,
        finished_at: finished,
        origin: origin.to_owned(),
        content: content_of(save)?,
    };
    row.id = tickets::add_ticket(writer, &row)?;
    let version = VersionRow {
        version: 1,
        channel: save.channel,
        client: save.client.clone(),
        comment: save.comment.clone(),
        opened_at: save.opened_at,
        outcome: save.outcome,
        on_behalf_of,
        reason: save.reason.clone(),
        person: context.actor.person,
        after_close: false,
        cancelled: false,
        kpi,
        measured,
        line: crate::domain::units::CentiMinutes::ZERO,
        line_measured: crate::domain::units::CentiMinutes::ZERO,
        at: 0,
    };
    tickets::add_version(context.db, writer, &row, &version, &decisions)?;
    Ok(MadeTicket { row, decisions, kpi: kpi.0, measured: measured.0, warnings })
}

fn check_times(context: &Context<'_>, save: &TicketSave, employee: &Person, day: NaiveDate) -> Result<(), Rejection> {
    let finished = save.finished_at.unwrap_or(context.now);
    if save.opened_at.is_some_and(|opened| opened > finished) {
        return Err(Rejection::because(RefusalCode::BadInput, "opened"));
    }
    if !employee.employed_on(day) {
        return Err(Rejection::because(RefusalCode::BadInput, "not-employed")
            .naming("code", &employee.code)
            .naming("day", day));
    }
    Ok(())
}

fn colleague(
    context: &Context<'_>,
    code: Option<&crate::domain::code::Code>,
    employee: &Person,
) -> Result<Option<i64>, Stop> {
    let Some(code) = code else { return Ok(None) };
    let colleague = person_of(context, code)?;
    if colleague.id == employee.id {
        return Err(Rejection::because(RefusalCode::BadInput, "behalf-self").into());
    }
    Ok(Some(colleague.id))
}

/// Weighs decisions by a set; names those whose manual action has no norm in it.
fn weigh_all(context: &Context<'_>, given: &[DecisionGiven], set: Option<i64>) -> Result<WeighedAll, Stop> {
    let mut decisions = Vec::with_capacity(given.len());
    let mut warnings = Vec::new();
    for decision in given {
        let action = action_of(context, &decision.action)?;
        if !action.active {
            return Err(Rejection::because(RefusalCode::BadInput, "retired").naming("code", &decision.action).into());
        }
        let norm = match set {
            Some(set) => norms::weight_of(context.db, set, action.id)?,
            None => None,
        };
        let unweighed =
            Unweighed { action: action.id, kind: action.kind, quantity: decision.quantity, hard: decision.hard, norm };
        let weighed = ticket::weigh(&unweighed)?;
        if weighed.without_norm {
            warnings.push(Warning::of("no-norm").naming("action", &decision.action));
        }
        decisions.push((weighed, decision.amount_minor));
    }
    Ok((decisions, warnings))
}

fn ticket_correct(context: &Context<'_>, correct: &TicketCorrect) -> Result<Done, Stop> {
    let not_found = || Rejection::because(RefusalCode::NotFound, "ticket");
    crate::policy::widest(&context.actor, Act::TicketCorrect)?;
    let row = tickets::ticket(context.db, correct.ticket)?.ok_or_else(not_found)?;
    let employee = people::person_by_id(context.db, row.person)?.ok_or_else(not_found)?;
    let own = row.person == context.actor.person;
    let closed = days::is_closed(context.db, row.work_day)?;
    if own && closed {
        return Err(Rejection::of(RefusalCode::OwnTicket).naming("day", row.work_day).into());
    }
    let permit = context
        .permit(Act::TicketCorrect, Target::of(row.person, Some(row.department)), RefusalCode::NotFound)
        .map_err(|refusal| if refusal.code == RefusalCode::NotFound { not_found() } else { refusal })?;
    let moved = correct.finished_at.is_some_and(|finish| finish != row.finished_at);
    if moved || correct.employee.as_ref().is_some_and(|code| *code != employee.code) {
        return Err(Rejection::because(RefusalCode::BadInput, "finish-moves").into());
    }
    let history = tickets::versions(context.db, row.id)?;
    let last = history.last().ok_or_else(not_found)?;
    if last.version != correct.version {
        return Err(Rejection::because(RefusalCode::IdConflict, "version").naming("version", last.version).into());
    }
    let given = correct.reason.as_deref().is_some_and(|reason| !reason.trim().is_empty());
    if (!own || closed) && !given {
        return Err(Rejection::because(RefusalCode::NeedsReason, "correction").into());
    }
    let (decisions, warnings) = corrected_decisions(context, correct, &row, last.version)?;
    let weighed: Vec<Weighed> = decisions.iter().map(|(weighed, _)| *weighed).collect();
    let (kpi, measured) = ticket::totals(&weighed)?;
    let zero = crate::domain::units::CentiMinutes::ZERO;
    let (line, line_measured) =
        if closed { (kpi.minus(last.kpi)?, measured.minus(last.measured)?) } else { (zero, zero) };
    let opened_at = correct.opened_at.or(last.opened_at);
    if opened_at.is_some_and(|opened| opened > row.finished_at) {
        return Err(Rejection::because(RefusalCode::BadInput, "opened").into());
    }
    let on_behalf_of = match &correct.on_behalf_of {
        Some(code) => colleague(context, Some(code), &employee)?,
        None => last.on_behalf_of,
    };
    let version = VersionRow {
        version: last.version + 1,
        channel: correct.channel.unwrap_or(last.channel),
        client: correct.client.clone().or_else(|| last.client.clone()),
        comment: correct.comment.clone().or_else(|| last.comment.clone()),
        opened_at,
        outcome: correct.outcome.or(last.outcome),
        on_behalf_of,
        reason: correct.reason.clone(),
        person: context.actor.person,
        after_close: closed,
        cancelled: decisions.is_empty() && correct.decisions.is_some(),
        kpi,
        measured,
        line,
        line_measured,
        at: 0,
    };
    let mut writer = context.writer(&permit);
    tickets::add_version(context.db, &mut writer, &row, &version, &decisions)?;
    let result = json!({
        "ticket": correct.ticket,
        "version": version.version,
        "work_day": row.work_day,
        "kpi_cmin": kpi,
        "measured_cmin": measured,
        "correction_cmin": line,
        "after_close": closed,
    });
    Ok(Done::new(writer, result).warning(warnings))
}

/// The decisions after a correction: those given, weighed by the ticket's own set, else those it had.
fn corrected_decisions(
    context: &Context<'_>,
    correct: &TicketCorrect,
    row: &TicketRow,
    last: i64,
) -> Result<WeighedAll, Stop> {
    if let Some(given) = &correct.decisions {
        weigh_all(context, given, row.set)
    } else {
        let kept = tickets::decisions(context.db, row.id, last)?;
        Ok((kept.into_iter().map(|decision| (decision.weighed, decision.amount)).collect(), Vec::new()))
    }
}
