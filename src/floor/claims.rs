//! Claims of forgotten tickets: their operator claims, the supervisor decides.
//!
//! Invariant: a claim moves nothing; accepted, it is a correction line of its closed day, weighed by that day's set.

use serde_json::json;
use uuid::Uuid;

use super::command::{ClaimDecide, ClaimOpen, TicketSave};
use super::desk::said;
use super::people::department_on;
use super::tickets::{colleague, weigh_all};
use super::{Context, Done, Stop};
use crate::domain::people::Person;
use crate::domain::rejection::{RefusalCode, Rejection};
use crate::domain::ticket;
use crate::domain::units::CentiMinutes;
use crate::policy::{self, Act, Target};
use crate::store::claims::{self, ClaimRow};
use crate::store::facts::FactWriter;
use crate::store::{days, norms, people};

/// A claim before it is weighed.
pub(super) struct NewClaim<'a> {
    /// What a ticket of it would say.
    pub save: &'a TicketSave,
    /// Whose it is.
    pub employee: &'a Person,
    /// `operator` or `stage`.
    pub origin: &'a str,
    /// Its decisions weigh 0: a stage that moves by itself.
    pub unweighed: bool,
}

pub(super) fn claim_open(context: &Context<'_>, open: &ClaimOpen) -> Result<Done, Stop> {
    let own = Target::of(context.actor.person, context.actor.department);
    let permit = context.permit(Act::ClaimOpen, own, RefusalCode::NotPermitted)?;
    let employee = people::person_by_id(context.db, context.actor.person)?
        .ok_or_else(|| Rejection::of(RefusalCode::NotPermitted))?;
    let day = context.floor.work_day(open.finished_at);
    if claims::claim(context.db, open.claim)?.is_some() {
        return Err(Rejection::of(RefusalCode::IdConflict).into());
    }
    if open.finished_at > context.now {
        let refusal = Rejection::because(RefusalCode::InTheFuture, "moment");
        return Err(refusal.naming("moment", context.floor.local(open.finished_at)).into());
    }
    if !days::is_closed(context.db, day)? {
        return Err(Rejection::because(RefusalCode::BadInput, "claim-open-day").naming("day", day).into());
    }
    if open.decisions.is_empty() {
        return Err(Rejection::because(RefusalCode::BadInput, "claim-empty").into());
    }
    let reason = said(&open.reason, "claim")?;
    let save = TicketSave {
        ticket: open.claim,
        employee: Some(employee.code.clone()),
        channel: open.channel,
        client: open.client.clone(),
        opened_at: None,
        finished_at: Some(open.finished_at),
        decisions: open.decisions.clone(),
        on_behalf_of: None,
        outcome: None,
        comment: None,
        reason: None,
    };
    let mut writer = context.writer(&permit);
    let new = NewClaim { save: &save, employee: &employee, origin: "operator", unweighed: false };
    let (_, kpi) = write_claim(context, &mut writer, open.claim, &new, reason)?;
    Ok(Done::new(writer, json!({"claim": open.claim, "work_day": day, "kpi_cmin": kpi, "state": "open"})))
}

/// Weighs and writes a claim; its key, and what it would add.
pub(super) fn write_claim(
    context: &Context<'_>,
    writer: &mut FactWriter<'_>,
    claim: Uuid,
    new: &NewClaim<'_>,
    reason: &str,
) -> Result<(i64, CentiMinutes), Stop> {
    let employee = new.employee;
    let finished = new.save.finished_at.unwrap_or(context.now);
    let day = context.floor.work_day(finished);
    let department = department_on(context, employee, day)?
        .ok_or_else(|| Rejection::because(RefusalCode::BadInput, "no-department").naming("code", &employee.code))?;
    if !employee.employed_on(day) {
        let refusal = Rejection::because(RefusalCode::BadInput, "not-employed").naming("code", &employee.code);
        return Err(refusal.naming("day", day).into());
    }
    let on_behalf_of = colleague(context, new.save.on_behalf_of.as_ref(), employee)?;
    let set = norms::set_in_force(context.db, department, day)?;
    if set.is_none() && !new.unweighed {
        return Err(Rejection::of(RefusalCode::NoNormInForce).naming("day", day).into());
    }
    let (decisions, _) = weigh_all(context, (new.save.channel, finished), &new.save.decisions, set, new.unweighed)?;
    let weighed: Vec<ticket::Weighed> = decisions.iter().map(|(weighed, _)| *weighed).collect();
    let (kpi, measured) = ticket::totals(&weighed)?;
    let row = ClaimRow {
        id: 0,
        uuid: claim,
        person: employee.id,
        department,
        work_day: day,
        set,
        finished,
        origin: new.origin.to_owned(),
        channel: new.save.channel,
        client: new.save.client.clone(),
        on_behalf_of,
        reason: reason.to_owned(),
        kpi,
        measured,
        at: 0,
        outcome: None,
    };
    Ok((claims::add_claim(writer, &row, &decisions)?, kpi))
}

pub(super) fn claim_decide(context: &Context<'_>, given: &ClaimDecide, accept: bool) -> Result<Done, Stop> {
    policy::widest(&context.actor, Act::ClaimDecide)?;
    let not_found = || Rejection::because(RefusalCode::NotFound, "claim");
    let claim = claims::claim(context.db, given.claim)?.ok_or_else(not_found)?;
    let target = Target::of(claim.person, Some(claim.department));
    let permit = context.permit(Act::ClaimDecide, target, RefusalCode::NotFound).map_err(|_| not_found())?;
    if claim.person == context.actor.person {
        return Err(Rejection::because(RefusalCode::OwnTicket, "claim").into());
    }
    if claim.outcome.is_some() {
        return Err(Rejection::because(RefusalCode::IdConflict, "claim").into());
    }
    let reason = said(&given.reason, "claim-decision")?;
    let mut writer = context.writer(&permit);
    claims::decide(context.db, &mut writer, &claim, context.actor.person, accept, reason)?;
    let line = if accept { claim.kpi } else { CentiMinutes::ZERO };
    let state = if accept { "accepted" } else { "declined" };
    Ok(Done::new(
        writer,
        json!({"claim": given.claim, "work_day": claim.work_day, "state": state, "correction_cmin": line}),
    ))
}
