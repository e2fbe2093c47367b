//! Deal stages: the map, and lines of the CRM's stage history.
//!
//! Invariant: a stage counts once a deal, at once, by the set in force that day. A record that comes after its day was
//! closed becomes a claim for the supervisor: nothing that arrives later moves a closed day.

use serde_json::json;
use uuid::Uuid;

use super::calls::Directory;
use super::claims::{NewClaim, write_claim};
use super::command::{DecisionGiven, StageMap, StageMove, TicketSave};
use super::planner::Planner;
use super::queue::each_by_itself;
use super::studies::{action_of, content_of};
use super::tickets::{NewTicket, write_ticket};
use super::{Context, Done, Stop};
use crate::domain::code::Code;
use crate::domain::instant::Instant;
use crate::domain::people::Person;
use crate::domain::rejection::{RefusalCode, Rejection};
use crate::domain::stage::owner;
use crate::domain::ticket::{Channel, QUANTITY_MAX};
use crate::floor::import::CHUNK;
use crate::policy::{self, Act, Permit, Target};
use crate::store::absences::AbsenceRow;
use crate::store::facts::FactWriter;
use crate::store::stages::{self, MoveOutcome, MoveRow, StageRow};
use crate::store::{catalogue, days};

pub(super) fn stage_map(context: &Context<'_>, map: &StageMap) -> Result<Done, Stop> {
    let permit = context.permit(Act::StageMap, Target::default(), RefusalCode::NotPermitted)?;
    for (text, field) in [(&map.pipeline, "pipeline"), (&map.stage, "stage")] {
        if text.trim().is_empty() {
            return Err(Rejection::because(RefusalCode::BadInput, "empty").naming("field", field).into());
        }
    }
    let mut decisions = Vec::new();
    for given in &map.decisions {
        if !(1..=QUANTITY_MAX).contains(&given.quantity) {
            let refusal = Rejection::because(RefusalCode::BadInput, "quantity").naming("quantity", given.quantity);
            return Err(refusal.into());
        }
        let action = action_of(context, &given.action)?;
        if !action.active {
            return Err(Rejection::because(RefusalCode::BadInput, "retired").naming("code", &given.action).into());
        }
        if given.amount_minor.is_some() || given.paid_on.is_some() {
            return Err(Rejection::because(RefusalCode::BadInput, "stage-amount").naming("code", &given.action).into());
        }
        decisions.push((action.id, given.quantity));
    }
    let row = StageRow {
        id: 0,
        pipeline: map.pipeline.trim().to_owned(),
        stage: map.stage.trim().to_owned(),
        self_moving: map.self_moving,
        decisions,
    };
    let mut writer = context.writer(&permit);
    stages::add_map(&mut writer, &row)?;
    let mut facts = writer.into_written();
    let moves = policy::widest(&context.actor, Act::CallRecord)?;
    let waiting = stages::waiting_for(context.db, &row.pipeline, &row.stage, CHUNK)?;
    let directory = Directory::new(context);
    let taken =
        each_by_itself(context, &moves, waiting, |writer, row| settle(context, &moves, writer, row, None, &directory))?;
    facts.extend(taken.facts);
    let result = json!({
        "pipeline": row.pipeline, "stage": row.stage, "self_moving": row.self_moving,
        "taken": taken.done, "left": taken.left,
    });
    Ok(Done { facts, result, ..Done::default() })
}

pub(super) fn stage_move(context: &Context<'_>, moved: &StageMove) -> Result<Done, Stop> {
    let permit = policy::widest(&context.actor, Act::CallRecord)?;
    let mut writer = context.writer(&permit);
    let directory = Directory::new(context);
    let (row, settled) = match take_move(context, &permit, &mut writer, moved, &directory)? {
        Taken::Repeated(row) => (row, None),
        Taken::Made(row, settled) => (row, Some(settled)),
    };
    let outcome = match settled {
        None => json!("repeated"),
        Some(settled) => json!(settled.name()),
    };
    let (ticket, claim) = match settled {
        Some(Settled::Ticket { ticket, .. }) => (Some(ticket), None),
        Some(Settled::Claim { claim, .. }) => (None, Some(claim)),
        _ => (None, None),
    };
    let kpi = settled.map_or(0, Settled::kpi);
    let result = json!({"move": row.uuid, "outcome": outcome, "ticket": ticket, "claim": claim, "kpi_cmin": kpi});
    Ok(Done::new(writer, result))
}

/// What taking a line of the history came to.
pub(super) enum Taken {
    /// It was taken in before.
    Repeated(MoveRow),
    /// It was written, and this came of it.
    Made(MoveRow, Settled),
}

/// What became of a line of the history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Settled {
    Ticket { ticket: Uuid, kpi: i64 },
    Claim { claim: Uuid, kpi: i64 },
    Again,
    Waits,
}

impl Settled {
    fn name(self) -> &'static str {
        match self {
            Self::Ticket { .. } => "ticket",
            Self::Claim { .. } => "claim",
            Self::Again => "again",
            Self::Waits => "queued",
        }
    }

    /// What counts at once: a claim counts nothing until it is accepted.
    fn kpi(self) -> i64 {
        match self {
            Self::Ticket { kpi, .. } => kpi,
            Self::Claim { .. } | Self::Again | Self::Waits => 0,
        }
    }
}

/// Takes a line of the stage history in.
pub(super) fn take_move(
    context: &Context<'_>,
    permit: &Permit,
    writer: &mut FactWriter<'_>,
    moved: &StageMove,
    directory: &Directory<'_, '_>,
) -> Result<Taken, Stop> {
    for (text, field) in [
        (&moved.key, "key"),
        (&moved.deal, "deal"),
        (&moved.pipeline, "pipeline"),
        (&moved.stage, "stage"),
        (&moved.responsible, "responsible"),
    ] {
        if text.trim().is_empty() {
            return Err(Rejection::because(RefusalCode::BadInput, "empty").naming("field", field).into());
        }
    }
    let uuid = Uuid::new_v5(&context.floor.row.uuid, format!("stages\u{1e}{}", moved.key.trim()).as_bytes());
    let content = content_of(moved)?;
    if let Some(known) = stages::stage_move(context.db, uuid)? {
        let same = known.content == content;
        return if same {
            Ok(Taken::Repeated(known))
        } else {
            Err(Rejection::because(RefusalCode::IdConflict, "row").into())
        };
    }
    if moved.moved_at > context.now {
        let refusal = Rejection::because(RefusalCode::InTheFuture, "moment");
        return Err(refusal.naming("moment", context.floor.local(moved.moved_at)).into());
    }
    let mut row = MoveRow {
        id: 0,
        uuid,
        key: moved.key.trim().to_owned(),
        deal: moved.deal.trim().to_owned(),
        pipeline: moved.pipeline.trim().to_owned(),
        stage: moved.stage.trim().to_owned(),
        moved: moved.moved_at,
        responsible: moved.responsible.trim().to_owned(),
        moved_by: moved.moved_by.as_deref().map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned),
        client: moved.client.clone(),
        content,
    };
    row.id = stages::add_move(context.db, writer, &row)?;
    let settled = settle(context, permit, writer, &row, None, directory)?;
    Ok(Taken::Made(row, settled))
}

/// Makes of a line of the history what it is: a ticket, a claim, a repetition; or it waits on. `matched` is whom a
/// person named as its responsible.
pub(super) fn settle(
    context: &Context<'_>,
    permit: &Permit,
    writer: &mut FactWriter<'_>,
    row: &MoveRow,
    matched: Option<&Person>,
    directory: &Directory<'_, '_>,
) -> Result<Settled, Stop> {
    let responsible = match matched {
        Some(person) => Some(person.clone()),
        None => directory.person(&row.responsible)?,
    };
    let Some(responsible) = responsible else { return Ok(Settled::Waits) };
    let Some(map) = stages::map_of(context.db, &row.pipeline, &row.stage)? else { return Ok(Settled::Waits) };
    if stages::reached(context.db, &row.deal, &row.pipeline, &row.stage)? {
        stages::add_outcome(context.db, writer, row, MoveOutcome::Again)?;
        return Ok(Settled::Again);
    }
    let mover = match &row.moved_by {
        Some(name) => directory.person(name)?,
        None => None,
    };
    let away = mover.is_some() && is_away(context, &responsible, row.moved)?;
    let owned = owner(responsible.id, mover.as_ref().map(|mover| mover.id), away);
    let (person, behalf) = match mover {
        Some(mover) if owned.person == mover.id => (mover, owned.on_behalf_of.map(|_| responsible.code)),
        _ => (responsible, None),
    };
    let day = context.floor.work_day(row.moved);
    if person.department.is_none() || !person.employed_on(day) {
        return Ok(Settled::Waits);
    }
    if !permit.covers(Target::of(person.id, person.department)) {
        return Err(Rejection::because(RefusalCode::NotFound, "person").naming("code", &person.code).into());
    }
    if person.id == context.actor.person {
        return Err(Rejection::because(RefusalCode::OwnTicket, "stage").into());
    }
    let save = ticket_of(context, row, &map, &person, behalf)?;
    if days::is_closed(context.db, day)? {
        let new = NewClaim { save: &save, employee: &person, origin: "stage", unweighed: map.self_moving };
        let claim = Uuid::new_v5(&row.uuid, b"claim");
        let (id, kpi) = write_claim(context, writer, claim, &new, &format!("{} · {}", row.pipeline, row.stage))?;
        stages::add_outcome(context.db, writer, row, MoveOutcome::Claim(id))?;
        return Ok(Settled::Claim { claim, kpi: kpi.0 });
    }
    let new =
        NewTicket { save: &save, employee: &person, origin: "automatic", own_day: None, unweighed: map.self_moving };
    let made = write_ticket(context, writer, &new)?;
    stages::add_outcome(context.db, writer, row, MoveOutcome::Ticket(made.row.id))?;
    Ok(Settled::Ticket { ticket: save.ticket, kpi: made.kpi })
}

fn ticket_of(
    context: &Context<'_>,
    row: &MoveRow,
    map: &StageRow,
    person: &Person,
    on_behalf_of: Option<Code>,
) -> Result<TicketSave, Stop> {
    let mut decisions = Vec::with_capacity(map.decisions.len());
    for (action, quantity) in &map.decisions {
        let action = catalogue::action_by_id(context.db, *action)?
            .ok_or_else(|| Stop::Fault("a mapped action is missing".to_owned()))?;
        decisions.push(DecisionGiven {
            action: action.code,
            quantity: *quantity,
            hard: 0,
            amount_minor: None,
            paid_on: None,
        });
    }
    let reason = decisions.is_empty().then(|| format!("{} · {}", row.pipeline, row.stage));
    Ok(TicketSave {
        ticket: Uuid::new_v5(&row.uuid, b"ticket"),
        employee: Some(person.code.clone()),
        channel: Channel::DealStage,
        client: row.client.clone(),
        opened_at: None,
        finished_at: Some(row.moved),
        decisions,
        on_behalf_of,
        outcome: None,
        comment: Some(format!("{} · {} · {}", row.deal, row.pipeline, row.stage)),
        reason,
    })
}

/// Whether a person was away: not employed that day, not scheduled to work on it, or absent at that moment.
fn is_away(context: &Context<'_>, person: &Person, at: Instant) -> Result<bool, Stop> {
    let day = context.floor.work_day(at);
    if !person.employed_on(day) {
        return Ok(true);
    }
    let plans = Planner::load(context.db, &context.floor, day, day, Some(person.id))?;
    let moment = at.utc();
    let away = |row: &AbsenceRow| row.person == person.id && row.away.from <= moment && moment < row.away.to;
    let scheduled = plans.days(person, day, day)?;
    let free = scheduled.is_some_and(|days| days.iter().all(|(_, time)| time.scheduled.0 == 0));
    Ok(free || plans.absences.iter().any(away))
}
