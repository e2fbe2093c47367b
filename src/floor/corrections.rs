//! Corrections: of one ticket, and of many that one cause touched.
//!
//! Invariant: before its day closes a correction is a further version; afterwards it is also a line dated to the day,
//! and the closed sum stays. Nobody corrects an own ticket of a closed day.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::command::{DecisionGiven, Given, TicketCorrect, TicketNamed, TicketsCorrect};
use super::desk::said;
use super::studies::action_of;
use super::tickets::{WeighedAll, colleague, weigh_all};
use super::{Context, Done, Stop};
use crate::domain::people::Person;
use crate::domain::rejection::{RefusalCode, Rejection, Warning};
use crate::domain::ticket::{self, Weighed};
use crate::domain::units::CentiMinutes;
use crate::floor::import::CHUNK;
use crate::policy::{self, Act, Permit, Target};
use crate::store::facts::FactWriter;
use crate::store::tickets::{TicketRow, VersionRow};
use crate::store::{claims, days, holds, people, tickets};

/// A ticket that may be corrected, as it stands.
struct Standing {
    row: TicketRow,
    employee: Person,
    last: VersionRow,
    closed: bool,
    own: bool,
    permit: Permit,
}

/// A correction that was written.
struct Corrected {
    version: VersionRow,
    warnings: Vec<Warning>,
}

fn no_ticket() -> Rejection {
    Rejection::because(RefusalCode::NotFound, "ticket")
}

/// A ticket that the actor may correct, at the version named.
fn standing(context: &Context<'_>, named: TicketNamed) -> Result<Standing, Stop> {
    let row = tickets::ticket(context.db, named.ticket)?.ok_or_else(no_ticket)?;
    let employee = people::person_by_id(context.db, row.person)?.ok_or_else(no_ticket)?;
    let own = row.person == context.actor.person;
    let closed = days::is_closed(context.db, row.work_day)?;
    if own && closed {
        return Err(Rejection::of(RefusalCode::OwnTicket).naming("day", row.work_day).into());
    }
    let permit = context
        .permit(Act::TicketCorrect, Target::of(row.person, Some(row.department)), RefusalCode::NotFound)
        .map_err(|refusal| if refusal.code == RefusalCode::NotFound { no_ticket() } else { refusal })?;
    let last = tickets::versions(context.db, row.id)?.pop().ok_or_else(no_ticket)?;
    Ok(Standing { row, employee, last, closed, own, permit })
}

fn require_version(standing: &Standing, version: i64) -> Result<(), Rejection> {
    if standing.last.version == version {
        return Ok(());
    }
    Err(Rejection::because(RefusalCode::IdConflict, "version").naming("version", standing.last.version))
}

pub(super) fn ticket_correct(context: &Context<'_>, correct: &TicketCorrect) -> Result<Done, Stop> {
    policy::widest(&context.actor, Act::TicketCorrect)?;
    let standing = standing(context, TicketNamed { ticket: correct.ticket, version: correct.version })?;
    let moved = correct.finished_at.is_some_and(|finish| finish != standing.row.finished_at);
    if moved || correct.employee.as_ref().is_some_and(|code| *code != standing.employee.code) {
        return Err(Rejection::because(RefusalCode::BadInput, "finish-moves").into());
    }
    require_version(&standing, correct.version)?;
    let mut writer = context.writer(&standing.permit);
    let corrected = write_version(context, &mut writer, &standing, correct)?;
    let held = holds::is_held(context.db, standing.row.id)?;
    let version = &corrected.version;
    let counts = |minutes: CentiMinutes| if held { CentiMinutes::ZERO } else { minutes };
    let result = json!({
        "ticket": correct.ticket,
        "version": version.version,
        "work_day": standing.row.work_day,
        "kpi_cmin": counts(version.kpi),
        "measured_cmin": counts(version.measured),
        "held": held,
        "held_kpi_cmin": version.kpi,
        "correction_cmin": version.line,
        "after_close": standing.closed,
    });
    Ok(Done::new(writer, result).warning(corrected.warnings))
}

/// Weighs and writes the version that a correction makes.
fn write_version(
    context: &Context<'_>,
    writer: &mut FactWriter<'_>,
    standing: &Standing,
    correct: &TicketCorrect,
) -> Result<Corrected, Stop> {
    let Standing { row, employee, last, closed, own, .. } = standing;
    let given = correct.reason.as_deref().is_some_and(|reason| !reason.trim().is_empty());
    if (!own || *closed) && !given {
        return Err(Rejection::because(RefusalCode::NeedsReason, "correction").into());
    }
    let (decisions, warnings) = corrected_decisions(context, correct, row, last)?;
    let weighed: Vec<Weighed> = decisions.iter().map(|(weighed, _)| *weighed).collect();
    let (kpi, measured) = ticket::totals(&weighed)?;
    let (line, line_measured) = if *closed {
        (kpi.minus(last.kpi)?, measured.minus(last.measured)?)
    } else {
        (CentiMinutes::ZERO, CentiMinutes::ZERO)
    };
    let opened_at = correct.opened_at.or(last.opened_at);
    if opened_at.is_some_and(|opened| opened > row.finished_at) {
        return Err(Rejection::because(RefusalCode::BadInput, "opened").into());
    }
    let on_behalf_of = match &correct.on_behalf_of {
        Given::Is(code) => colleague(context, Some(code), employee)?,
        Given::Nothing => None,
        Given::Stays => last.on_behalf_of,
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
        after_close: *closed,
        cancelled: decisions.is_empty() && correct.decisions.is_some(),
        kpi,
        measured,
        line,
        line_measured,
        at: context.now.millis(),
    };
    tickets::add_version(context.db, writer, row, &version, &decisions)?;
    Ok(Corrected { version, warnings })
}

/// The decisions after a correction: those given, weighed by the ticket's own set, else those it had.
fn corrected_decisions(
    context: &Context<'_>,
    correct: &TicketCorrect,
    row: &TicketRow,
    last: &VersionRow,
) -> Result<WeighedAll, Stop> {
    if let Some(given) = &correct.decisions {
        weigh_all(context, (correct.channel.unwrap_or(last.channel), row.finished_at), given, row.set, false)
    } else {
        let kept = tickets::decisions(context.db, row.id, last.version)?;
        Ok((kept.into_iter().map(|decision| (decision.weighed, decision.deal)).collect(), Vec::new()))
    }
}

/// What a correction of many does to each ticket.
enum Change<'a> {
    Replace { from: &'a crate::domain::code::Code, to: &'a crate::domain::code::Code },
    Decisions(&'a [DecisionGiven]),
    Cancel,
}

fn change_of(correct: &TicketsCorrect) -> Result<Change<'_>, Rejection> {
    match (&correct.replace, &correct.decisions, correct.cancel) {
        (Some(replace), None, false) => Ok(Change::Replace { from: &replace.from, to: &replace.to }),
        (None, Some(decisions), false) if !decisions.is_empty() => Ok(Change::Decisions(decisions)),
        (None, None, true) => Ok(Change::Cancel),
        _ => Err(Rejection::because(RefusalCode::BadInput, "correct-one-change")),
    }
}

pub(super) fn tickets_correct(context: &Context<'_>, correct: &TicketsCorrect) -> Result<Done, Stop> {
    let permit = policy::widest(&context.actor, Act::TicketCorrect)?;
    let mut all = Vec::with_capacity(correct.tickets.len());
    for named in &correct.tickets {
        let standing = standing(context, *named).map_err(|stop| about(stop, named))?;
        all.push((named, standing));
    }
    let change = change_of(correct)?;
    let mut ids: Vec<_> = correct.tickets.iter().map(|named| named.ticket).collect();
    ids.sort_unstable();
    ids.dedup();
    if ids.is_empty() || ids.len() != correct.tickets.len() {
        return Err(Rejection::because(RefusalCode::BadInput, "correct-tickets").into());
    }
    if ids.len() > CHUNK {
        return Err(Rejection::because(RefusalCode::BadInput, "chunk").naming("most", CHUNK).into());
    }
    if let Change::Replace { from, to } = change {
        action_of(context, from)?;
        action_of(context, to)?;
    }
    if claims::is_correction(context.db, correct.correction)? {
        return Err(Rejection::of(RefusalCode::IdConflict).into());
    }
    for (named, standing) in &all {
        require_version(standing, named.version).map_err(|refusal| about(refusal.into(), named))?;
    }
    let reason = said(&correct.reason, "correction")?;
    let mut writer = context.writer(&permit);
    let correction = claims::add_correction(&mut writer, correct.correction, context.actor.person, reason)?;
    let mut lines: BTreeMap<(String, chrono::NaiveDate), CentiMinutes> = BTreeMap::new();
    let mut warnings: Vec<Warning> = Vec::new();
    for (named, standing) in &all {
        let decisions = changed(context, &change, standing).map_err(|stop| about(stop, named))?;
        let one = one_of_many(named, decisions, reason);
        let corrected = write_version(context, &mut writer, standing, &one).map_err(|stop| about(stop, named))?;
        claims::add_correction_ticket(&mut writer, correction, standing.row.id, corrected.version.version)?;
        warnings
            .extend(corrected.warnings.into_iter().filter(|warning| !warnings.contains(warning)).collect::<Vec<_>>());
        if standing.closed {
            let line = lines.entry((standing.employee.code.to_string(), standing.row.work_day)).or_default();
            *line = line.plus(corrected.version.line)?;
        }
    }
    let lines: Vec<Value> = lines
        .into_iter()
        .map(|((employee, day), line)| json!({"employee": employee, "work_day": day, "correction_cmin": line}))
        .collect();
    let result = json!({"correction": correct.correction, "tickets": all.len(), "lines": lines});
    Ok(Done::new(writer, result).warning(warnings))
}

/// A refusal that names the ticket it is about.
fn about(stop: Stop, named: &TicketNamed) -> Stop {
    match stop {
        Stop::Refused(refusal) => Stop::Refused(refusal.naming("ticket", named.ticket)),
        fault @ Stop::Fault(_) => fault,
    }
}

/// The decisions of a ticket after a change. A replacement keeps quantities, hard marks and amounts.
fn changed(context: &Context<'_>, change: &Change<'_>, standing: &Standing) -> Result<Vec<DecisionGiven>, Stop> {
    match change {
        Change::Cancel => Ok(Vec::new()),
        Change::Decisions(decisions) => Ok(decisions.to_vec()),
        Change::Replace { from, to } => {
            let held = tickets::decisions(context.db, standing.row.id, standing.last.version)?;
            if !held.iter().any(|decision| decision.action_code == from.as_str()) {
                return Err(Rejection::because(RefusalCode::BadInput, "correct-absent").naming("code", from).into());
            }
            let one = |decision: &tickets::DecisionRow| {
                let code = if decision.action_code == from.as_str() { to.as_str() } else { &decision.action_code };
                Ok(DecisionGiven {
                    action: crate::domain::code::Code::new(code).map_err(|error| Stop::Fault(error.to_string()))?,
                    quantity: decision.weighed.quantity,
                    hard: decision.weighed.hard,
                    amount_minor: decision.deal.map(|deal| deal.amount),
                    paid_on: decision.deal.and_then(|deal| deal.paid_on),
                })
            };
            held.iter().map(one).collect()
        }
    }
}

fn one_of_many(named: &TicketNamed, decisions: Vec<DecisionGiven>, reason: &str) -> TicketCorrect {
    TicketCorrect {
        ticket: named.ticket,
        version: named.version,
        reason: Some(reason.to_owned()),
        employee: None,
        channel: None,
        client: None,
        opened_at: None,
        finished_at: None,
        decisions: Some(decisions),
        on_behalf_of: Given::Stays,
        outcome: None,
        comment: None,
    }
}
