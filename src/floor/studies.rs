//! Time studies: opening, observing, deciding.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::json;
use uuid::Uuid;

use super::command::{
    FlagsDecide, ObservationAdd, ObservationAmend, ObservationDecide, ObservationReopen, SampleRow, SittingAdd,
    StudyCommand, StudyDescribe, StudyOpen,
};
use super::people::person_of;
use super::{Context, Done, Stop, study_figures};
use crate::domain::action::Action;
use crate::domain::canonical;
use crate::domain::code::Code;
use crate::domain::rejection::{RefusalCode, Rejection};
use crate::domain::study::{self, Decided, Observation, Source};
use crate::domain::units::{BasisPoints, Millis};
use crate::policy::{Act, Permit, Target};
use crate::store::facts::FactWriter;
use crate::store::sittings::NewSitting;
use crate::store::studies::{NewAmendment, NewObservation, StudyRow};
use crate::store::{catalogue, sittings, studies};

pub(super) fn handle(context: &Context<'_>, command: &StudyCommand) -> Result<Done, Stop> {
    match command {
        StudyCommand::StudyOpen(open) => study_open(context, open),
        StudyCommand::StudyDescribe(describe) => study_describe(context, describe),
        StudyCommand::ObservationAdd(add) => observation_add(context, add),
        StudyCommand::ObservationDecide(decide) => observation_decide(context, decide),
        StudyCommand::ObservationReopen(reopen) => observation_reopen(context, reopen),
        StudyCommand::ObservationAmend(amend) => observation_amend(context, amend),
        StudyCommand::FlagsDecide(decide) => flags_decide(context, decide),
        StudyCommand::SittingAdd(add) => sitting_add(context, add),
    }
}

/// The action of a code, or "unknown code".
pub(super) fn action_of(context: &Context<'_>, code: &Code) -> Result<Action, Stop> {
    let found = catalogue::action(context.db, code)?;
    Ok(found.ok_or_else(|| Rejection::because(RefusalCode::UnknownCode, "action").naming("code", code))?)
}

/// A study that the actor may keep, with the leave for it.
fn study_of(context: &Context<'_>, uuid: uuid::Uuid) -> Result<(StudyRow, Permit), Stop> {
    context.permit(Act::StudyKeep, Target::department(context.actor.department), RefusalCode::NotPermitted)?;
    let study = studies::study(context.db, uuid)?.ok_or_else(|| Rejection::because(RefusalCode::NotFound, "study"))?;
    let permit = context.permit(Act::StudyKeep, Target::department(study.department), RefusalCode::NotFound)?;
    Ok((study, permit))
}

fn study_open(context: &Context<'_>, open: &StudyOpen) -> Result<Done, Stop> {
    let permit =
        context.permit(Act::StudyKeep, Target::department(context.actor.department), RefusalCode::NotPermitted)?;
    let action = action_of(context, &open.action)?;
    if !action.active {
        return Err(Rejection::because(RefusalCode::BadInput, "retired").naming("code", &open.action).into());
    }
    if studies::study(context.db, open.study)?.is_some() {
        return Err(Rejection::of(RefusalCode::IdConflict).into());
    }
    let mut writer = context.writer(&permit);
    let id = add_study(context, &mut writer, open.study, &action, Source::Stopwatch)?;
    if let Some(conditions) = open.conditions.as_deref().filter(|text| !text.trim().is_empty()) {
        studies::add_conditions(&mut writer, context.db, id, conditions)?;
    }
    Ok(Done::new(writer, json!({"study": open.study, "action": open.action})))
}

fn study_describe(context: &Context<'_>, describe: &StudyDescribe) -> Result<Done, Stop> {
    let (study, permit) = study_of(context, describe.study)?;
    let before = studies::conditions(context.db, study.id)?.unwrap_or_default();
    let mut writer = context.writer(&permit);
    studies::add_conditions(&mut writer, context.db, study.id, &describe.conditions)?;
    let undo = json!({"study": describe.study, "conditions": before});
    Ok(Done::new(writer, json!({"study": describe.study})).undone_by("study.describe", undo))
}

/// Writes a study of the actor's department; also for an import.
pub(super) fn add_study(
    context: &Context<'_>,
    writer: &mut FactWriter<'_>,
    uuid: uuid::Uuid,
    action: &Action,
    source: Source,
) -> Result<i64, Stop> {
    let row = StudyRow {
        id: 0,
        uuid,
        action: action.id,
        opened_by: context.actor.person,
        department: context.actor.department,
        source,
    };
    Ok(studies::add_study(writer, &row)?)
}

fn observation_add(context: &Context<'_>, add: &ObservationAdd) -> Result<Done, Stop> {
    let (study, permit) = study_of(context, add.study)?;
    let rating = add.rating_bp.unwrap_or(BasisPoints::ONE);
    let paused = add.paused_ms.unwrap_or_else(|| study::total(&add.pauses));
    check_reading(add.duration_ms, rating, paused)?;
    check_pauses(&add.pauses)?;
    if !add.pauses.is_empty() && study::total(&add.pauses) != paused {
        return Err(Rejection::because(RefusalCode::BadInput, "paused").naming("paused_ms", paused.0).into());
    }
    check_elements(context, study.action, add)?;
    let operator = person_of(context, &add.operator)?;
    let content = content_of(add)?;
    if studies::observation_key(context.db, add.observation)?.is_some() {
        return Err(Rejection::of(RefusalCode::IdConflict).into());
    }
    if add.started_at > context.now {
        return Err(Rejection::because(RefusalCode::InTheFuture, "moment")
            .naming("moment", context.floor.local(add.started_at))
            .into());
    }
    let mut writer = context.writer(&permit);
    studies::add_observation(
        &mut writer,
        &NewObservation {
            uuid: add.observation,
            study: study.id,
            operator: operator.id,
            started_at: add.started_at,
            duration: add.duration_ms,
            class: add.class,
            rating,
            paused,
            pauses: &add.pauses,
            elements: &add.elements,
            note: add.note.as_deref(),
            content: &content,
        },
    )?;
    let result = json!({"study": add.study, "observation": add.observation, "duration_ms": add.duration_ms});
    let undo = json!({"observation": add.observation, "as": "exclude", "reason": "undo"});
    Ok(Done::new(writer, result).undone_by("observation.decide", undo))
}

/// Refuses a reading that cannot be one: zero, negative or absurd times, an impossible pace.
pub(super) fn check_reading(duration: Millis, rating: BasisPoints, paused: Millis) -> Result<(), Rejection> {
    if !study::possible_duration(duration) {
        return Err(Rejection::because(RefusalCode::BadInput, "duration").naming("duration_ms", duration.0));
    }
    if !study::possible_rating(rating) {
        return Err(Rejection::because(RefusalCode::BadInput, "rating").naming("rating_bp", rating.0));
    }
    if paused.0 < 0 || paused > study::LONGEST {
        return Err(Rejection::because(RefusalCode::BadInput, "paused").naming("paused_ms", paused.0));
    }
    Ok(())
}

fn check_pauses(pauses: &[study::Pause]) -> Result<(), Rejection> {
    if study::possible_pauses(pauses) {
        Ok(())
    } else {
        Err(Rejection::because(RefusalCode::BadInput, "paused").naming("paused_ms", study::total(pauses).0))
    }
}

/// Refuses element times that are not the action's, or do not add up to the observation.
fn check_elements(context: &Context<'_>, action: i64, add: &ObservationAdd) -> Result<(), Stop> {
    if add.elements.is_empty() {
        return Ok(());
    }
    let action = catalogue::action_by_id(context.db, action)?;
    let known = action.map(|action| action.elements).unwrap_or_default();
    if study::possible_elements(&add.elements, &known, add.duration_ms) {
        Ok(())
    } else {
        Err(Rejection::because(RefusalCode::BadInput, "element-times").naming("duration_ms", add.duration_ms.0).into())
    }
}

/// The digest of what a fact was made from: tells a repeated row from a conflicting one.
pub(super) fn content_of(content: &impl serde::Serialize) -> Result<String, Stop> {
    let value = serde_json::to_value(content).map_err(|error| Stop::Fault(error.to_string()))?;
    Ok(canonical::sha256(&canonical::text(&value)))
}

/// Writes an imported reading; the study is opened by its first row.
pub(super) fn import_sample(
    context: &Context<'_>,
    permit: &Permit,
    writer: &mut FactWriter<'_>,
    row: &SampleRow,
) -> Result<bool, Stop> {
    let rating = row.rating_bp.unwrap_or(BasisPoints::ONE);
    check_reading(row.duration_ms, rating, Millis::ZERO)?;
    let action = action_of(context, &row.action)?;
    let operator = person_of(context, &row.operator)?;
    let content = content_of(row)?;
    if let Some((_, _, first)) = studies::observation_key(context.db, row.observation)? {
        return if first == content {
            Ok(false)
        } else {
            Err(Rejection::because(RefusalCode::IdConflict, "row").into())
        };
    }
    if row.started_at > context.now {
        return Err(Rejection::because(RefusalCode::InTheFuture, "moment")
            .naming("moment", context.floor.local(row.started_at))
            .into());
    }
    // One study of imported readings an action and department: the department's key makes the id its own.
    let uuid = uuid::Uuid::new_v5(&row.study, context.actor.department.unwrap_or(0).to_string().as_bytes());
    let study = match studies::study(context.db, uuid)? {
        Some(study) if !permit.covers(Target::department(study.department)) => {
            return Err(Rejection::because(RefusalCode::NotFound, "study").into());
        }
        Some(study) => study.id,
        None => add_study(context, writer, uuid, &action, row.source)?,
    };
    let new = NewObservation {
        uuid: row.observation,
        study,
        operator: operator.id,
        started_at: row.started_at,
        duration: row.duration_ms,
        class: row.class,
        rating,
        paused: Millis::ZERO,
        pauses: &[],
        elements: &[],
        note: row.note.as_deref(),
        content: &content,
    };
    studies::add_observation(writer, &new)?;
    Ok(true)
}

fn needs_reason(decided: Decided, reason: Option<&str>) -> Result<(), Rejection> {
    let given = reason.is_some_and(|reason| !reason.trim().is_empty());
    if decided == Decided::Exclude && !given {
        Err(Rejection::because(RefusalCode::NeedsReason, "exclude"))
    } else {
        Ok(())
    }
}

/// An observation that the actor may keep, its study, and the leave for it.
fn observation_of(context: &Context<'_>, uuid: uuid::Uuid) -> Result<(Observation, StudyRow, Permit), Stop> {
    context.permit(Act::StudyKeep, Target::department(context.actor.department), RefusalCode::NotPermitted)?;
    let not_found = || Rejection::because(RefusalCode::NotFound, "observation");
    let (key, study, _) = studies::observation_key(context.db, uuid)?.ok_or_else(not_found)?;
    let study = studies::study_by_id(context.db, study)?.ok_or_else(not_found)?;
    let permit = context.permit(Act::StudyKeep, Target::department(study.department), RefusalCode::NotFound)?;
    let observations = studies::observations(context.db, study.id)?;
    let observation = observations.into_iter().find(|seen| seen.id == key).ok_or_else(not_found)?;
    Ok((observation, study, permit))
}

fn observation_amend(context: &Context<'_>, amend: &ObservationAmend) -> Result<Done, Stop> {
    let (before, study, permit) = observation_of(context, amend.observation)?;
    if amend.rating_bp.is_none() && amend.note.is_none() {
        return Err(Rejection::because(RefusalCode::BadInput, "amend-nothing").into());
    }
    let rating = amend.rating_bp.unwrap_or(before.rating);
    check_reading(before.duration, rating, before.paused)?;
    let reason = amend.reason.as_deref().map(str::trim).filter(|reason| !reason.is_empty());
    if rating != before.rating && reason.is_none() {
        return Err(Rejection::because(RefusalCode::NeedsReason, "rating").into());
    }
    let note = amend.note.as_deref().or(before.note.as_deref());
    let mut writer = context.writer(&permit);
    let version = before.amended + 1;
    let new = NewAmendment { observation: before.id, version, rating, note, reason };
    studies::add_amendment(&mut writer, &new)?;
    let result = json!({"observation": amend.observation, "study": study.uuid, "rating_bp": rating});
    let undo = json!({
        "observation": amend.observation,
        "rating_bp": before.rating,
        "note": before.note.unwrap_or_default(),
        "reason": "undo",
    });
    Ok(Done::new(writer, result).undone_by("observation.amend", undo))
}

fn sitting_add(context: &Context<'_>, add: &SittingAdd) -> Result<Done, Stop> {
    context.permit(Act::StudyKeep, Target::department(context.actor.department), RefusalCode::NotPermitted)?;
    let operator = person_of(context, &add.operator)?;
    let permit = context.permit(Act::StudyKeep, Target::department(operator.department), RefusalCode::NotFound)?;
    check_pauses(&add.pauses)?;
    let length = Millis(add.ended_at.millis().saturating_sub(add.started_at.millis()));
    if !study::possible_duration(length) || study::total(&add.pauses) > length {
        return Err(Rejection::because(RefusalCode::BadInput, "sitting").into());
    }
    if sittings::exists(context.db, add.sitting)? {
        return Err(Rejection::of(RefusalCode::IdConflict).into());
    }
    if add.ended_at > context.now {
        return Err(Rejection::because(RefusalCode::InTheFuture, "moment")
            .naming("moment", context.floor.local(add.ended_at))
            .into());
    }
    let mut writer = context.writer(&permit);
    let new = NewSitting {
        uuid: add.sitting,
        operator: operator.id,
        observer: context.actor.person,
        department: context.actor.department,
        started_at: add.started_at,
        ended_at: add.ended_at,
        pauses: &add.pauses,
    };
    sittings::add_sitting(&mut writer, &new)?;
    Ok(Done::new(writer, json!({"sitting": add.sitting, "elapsed_ms": length})))
}

fn observation_decide(context: &Context<'_>, decide: &ObservationDecide) -> Result<Done, Stop> {
    let (before, study, permit) = observation_of(context, decide.observation)?;
    needs_reason(decide.decided, decide.reason.as_deref())?;
    let (undo, with) = match &before.decision {
        Some((was, why)) => {
            ("observation.decide", json!({"observation": decide.observation, "as": was, "reason": why}))
        }
        // What nobody had decided is open again, not kept by a decision that nobody took.
        None => ("observation.reopen", json!({"study": study.uuid, "observations": [decide.observation]})),
    };
    let mut writer = context.writer(&permit);
    let version = studies::next_decision(context.db, before.id)?;
    studies::add_decision(
        &mut writer,
        before.id,
        version,
        decide.decided,
        decide.reason.as_deref(),
        decide.note.as_deref(),
    )?;
    let result = json!({"observation": decide.observation, "as": decide.decided, "study": study.uuid});
    Ok(Done::new(writer, result).undone_by(undo, with))
}

fn flags_decide(context: &Context<'_>, decide: &FlagsDecide) -> Result<Done, Stop> {
    let (study, permit) = study_of(context, decide.study)?;
    let given = decide.reason.as_deref().is_some_and(|reason| !reason.trim().is_empty());
    if !given {
        return Err(Rejection::because(RefusalCode::NeedsReason, "flags").into());
    }
    let observations = studies::observations(context.db, study.id)?;
    let mut writer = context.writer(&permit);
    let mut decided = Vec::new();
    let open = study_figures::unanswered(&study_figures::readings(&observations));
    for observation in open.iter().filter_map(|place| observations.get(*place)) {
        let version = studies::next_decision(context.db, observation.id)?;
        let reason = decide.reason.as_deref();
        studies::add_decision(&mut writer, observation.id, version, decide.decided, reason, None)?;
        decided.push(observation.uuid);
    }
    let left = study_figures::open_flags(&studies::readings(context.db, study.id)?);
    let result = json!({"study": decide.study, "decided": decided.len(), "open_flags": left});
    let done = Done::new(writer, result);
    if decided.is_empty() {
        return Ok(done);
    }
    Ok(done.undone_by("observation.reopen", json!({"study": decide.study, "observations": decided})))
}

fn observation_reopen(context: &Context<'_>, reopen: &ObservationReopen) -> Result<Done, Stop> {
    let (study, permit) = study_of(context, reopen.study)?;
    if reopen.observations.is_empty() {
        return Err(Rejection::because(RefusalCode::BadInput, "reopen-nothing").into());
    }
    let observations = studies::observations(context.db, study.id)?;
    let by_id: BTreeMap<Uuid, &Observation> = observations.iter().map(|one| (one.uuid, one)).collect();
    let wanted: BTreeSet<Uuid> = reopen.observations.iter().copied().collect();
    let mut writer = context.writer(&permit);
    for uuid in &wanted {
        let not_found = || Rejection::because(RefusalCode::NotFound, "observation");
        let observation = by_id.get(uuid).ok_or_else(not_found)?;
        if observation.decision.is_none() {
            return Err(Rejection::because(RefusalCode::BadInput, "reopen-undecided").into());
        }
        let version = studies::next_decision(context.db, observation.id)? - 1;
        studies::add_reopening(&mut writer, observation.id, version)?;
    }
    let left = study_figures::open_flags(&studies::readings(context.db, study.id)?);
    let done = Done::new(writer, json!({"study": reopen.study, "reopened": wanted.len(), "open_flags": left}));
    let only = wanted.first().filter(|_| wanted.len() == 1).and_then(|uuid| by_id.get(uuid));
    let Some((observation, (decided, reason))) = only.and_then(|one| Some((one, one.decision.as_ref()?))) else {
        return Ok(done);
    };
    let undo = json!({"observation": observation.uuid, "as": decided, "reason": reason});
    Ok(done.undone_by("observation.decide", undo))
}
