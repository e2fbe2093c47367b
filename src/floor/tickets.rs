//! Tickets: saving, and rows of an import. Correcting has a file of its own.

use chrono::NaiveDate;
use serde_json::json;

use super::command::{DecisionGiven, TicketCommand, TicketSave};
use super::people::{department_on, person_of};
use super::studies::{action_of, content_of};
use super::{Context, Done, Stop, corrections};
use crate::domain::action::{ActionKind, is_offered};
use crate::domain::client::client_key;
use crate::domain::instant::Instant;
use crate::domain::people::Person;
use crate::domain::rejection::{RefusalCode, Rejection, Warning};
use crate::domain::ticket::{self, Channel, Deal, Unweighed, Weighed};
use crate::policy::{Act, Permit, Target};
use crate::store::facts::FactWriter;
use crate::store::tickets::{TicketRow, VersionRow};
use crate::store::{catalogue, days, holds, norms, people, pilots, tickets};

pub(super) fn handle(context: &Context<'_>, command: &TicketCommand) -> Result<Done, Stop> {
    match command {
        TicketCommand::TicketSave(save) => ticket_save(context, save),
        TicketCommand::TicketCorrect(correct) => corrections::ticket_correct(context, correct),
        TicketCommand::TicketsCorrect(correct) => corrections::tickets_correct(context, correct),
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
    let new = NewTicket { save, employee: &employee, origin: "manual", own_day: own.then_some(day), unweighed: false };
    let made = write_ticket(context, &mut writer, &new)?;
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
    let new = NewTicket { save: row, employee: &employee, origin: "import", own_day: None, unweighed: false };
    write_ticket(context, writer, &new)?;
    Ok(true)
}

/// Weighed decisions with their deals, and remarks.
pub(super) type WeighedAll = (Vec<(Weighed, Option<Deal>)>, Vec<Warning>);

/// A ticket before it is weighed.
pub(super) struct NewTicket<'a> {
    /// What it says.
    pub save: &'a TicketSave,
    /// Whose it is.
    pub employee: &'a Person,
    /// `manual`, `import` or `automatic`.
    pub origin: &'a str,
    /// The day of an operator's own ticket: it must be the running one.
    pub own_day: Option<NaiveDate>,
    /// Its decisions weigh 0: a deal stage that moves by itself.
    pub unweighed: bool,
}

/// A ticket that was written.
pub(super) struct MadeTicket {
    /// Its own row.
    pub row: TicketRow,
    decisions: Vec<(Weighed, Option<Deal>)>,
    /// What it counts, or will count when its hold ends.
    pub kpi: i64,
    measured: i64,
    held: bool,
    /// Remarks that block nothing.
    pub warnings: Vec<Warning>,
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
            "kpi_cmin": if self.held { 0 } else { self.kpi },
            "measured_cmin": if self.held { 0 } else { self.measured },
            "held": self.held,
            "held_kpi_cmin": self.kpi,
            "set": set,
            "decisions": decisions,
        }))
    }
}

/// Checks and writes a new ticket; a manual one is held while its call is known to be running.
pub(super) fn write_ticket(
    context: &Context<'_>,
    writer: &mut FactWriter<'_>,
    new: &NewTicket<'_>,
) -> Result<MadeTicket, Stop> {
    let NewTicket { save, employee, origin, own_day, unweighed } = *new;
    let finished = save.finished_at.unwrap_or(context.now);
    let day = context.floor.work_day(finished);
    let department = department_on(context, employee, day)?
        .ok_or_else(|| Rejection::because(RefusalCode::BadInput, "no-department").naming("code", &employee.code))?;
    check_times(context, save, employee, day)?;
    let on_behalf_of = colleague(context, save.on_behalf_of.as_ref(), employee)?;
    let set = norms::set_in_force(context.db, department, day)?;
    let (decisions, mut warnings) = weigh_all(context, (save.channel, finished), &save.decisions, set, unweighed)?;
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
    let held = origin == "manual" && hold(context, writer, &row, save.client.as_deref(), &mut warnings)?;
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
        at: context.now.millis(),
    };
    tickets::add_version(context.db, writer, &row, &version, &decisions)?;
    Ok(MadeTicket { row, decisions, kpi: kpi.0, measured: measured.0, held, warnings })
}

/// Holds a ticket that is saved while a call of its employee and client is known to be running.
fn hold(
    context: &Context<'_>,
    writer: &mut FactWriter<'_>,
    ticket: &TicketRow,
    client: Option<&str>,
    warnings: &mut Vec<Warning>,
) -> Result<bool, Stop> {
    let Some(client) = client.and_then(client_key) else { return Ok(false) };
    let running = holds::running_call(context.db, ticket.person, &client, context.now.millis())?;
    let Some((call, uuid)) = running else { return Ok(false) };
    holds::hold(writer, ticket.id, call)?;
    warnings.push(Warning::of("held").naming("call", uuid));
    Ok(true)
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

pub(super) fn colleague(
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

/// Weighs decisions by a set and by what their actions were at the ticket's finish; names those whose manual action has no
/// norm in it, and those whose action is not offered in the ticket's channel. `unweighed` ones weigh 0.
pub(super) fn weigh_all(
    context: &Context<'_>,
    (channel, finished): (Channel, Instant),
    given: &[DecisionGiven],
    set: Option<i64>,
    unweighed: bool,
) -> Result<WeighedAll, Stop> {
    let mut decisions = Vec::with_capacity(given.len());
    let mut warnings = Vec::new();
    for decision in given {
        let action = action_of(context, &decision.action)?;
        let state = catalogue::state_at(context.db, action.id, finished)?;
        let (kind, active) = state.unwrap_or((action.kind, action.active));
        if !active {
            return Err(Rejection::because(RefusalCode::BadInput, "retired").naming("code", &decision.action).into());
        }
        let norm = match set {
            Some(set) => norms::weight_of(context.db, set, action.id)?,
            None => None,
        };
        let kind = if unweighed { ActionKind::Automatic } else { kind };
        let before = Unweighed { action: action.id, kind, quantity: decision.quantity, hard: decision.hard, norm };
        let weighed = ticket::weigh(&before)?;
        if weighed.without_norm {
            warnings.push(Warning::of("no-norm").naming("action", &decision.action));
        }
        if !is_offered(&action.channels, channel) {
            let remark = Warning::of("other-channel").naming("action", &decision.action);
            warnings.push(remark.naming("channel", channel.as_str()));
        }
        decisions.push((weighed, Deal::of(decision.amount_minor, decision.paid_on)?));
    }
    Ok((decisions, warnings))
}
