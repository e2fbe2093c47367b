//! Absences, downtime and agreements of cover.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};
use serde_json::json;

use super::command::{
    AbsenceAdd, AbsenceChange, AbsenceCommand, CoverNamed, CoverPropose, DowntimeAdd, DowntimeCancel,
};
use super::month::{Schemes, lock_of};
use super::people::person_of;
use super::planner::terms_on;
use super::studies::content_of;
use super::{Context, Done, Stop};
use crate::domain::absence::{AbsenceKind, Away, When, kind_named, shipped_kinds};
use crate::domain::calendar::{DayType, WhenAmbiguous, local_instant};
use crate::domain::cover::third_working_day_after;
use crate::domain::month::Month;
use crate::domain::people::{Person, Role};
use crate::domain::rejection::{RefusalCode, Rejection, Warning};
use crate::policy::{Act, Permit, Target};
use crate::store::absences::{self, AbsenceRow, AgreementRow, DowntimeRow};
use crate::store::facts::FactWriter;
use crate::store::pay::{self, LockRow};
use crate::store::people;

/// The longest absence and downtime: beyond it stands a slip of the pen.
const LONGEST_DAYS: i64 = 3 * 366;

pub(super) fn handle(context: &Context<'_>, command: &AbsenceCommand) -> Result<Done, Stop> {
    match command {
        AbsenceCommand::AbsenceAdd(add) => absence_add(context, add),
        AbsenceCommand::AbsenceChange(change) => absence_change(context, change),
        AbsenceCommand::DowntimeAdd(add) => downtime_add(context, add),
        AbsenceCommand::DowntimeCancel(cancel) => downtime_cancel(context, cancel),
        AbsenceCommand::CoverPropose(propose) => cover_propose(context, propose),
        AbsenceCommand::CoverAccept(named) => cover_accept(context, *named),
        AbsenceCommand::CoverWithdraw(named) => cover_withdraw(context, *named),
    }
}

/// Absence, downtime and cover of one's own are recorded by another, whatever the roles.
fn not_own(context: &Context<'_>, person: i64) -> Result<(), Rejection> {
    if person == context.actor.person {
        Err(Rejection::because(RefusalCode::NotPermitted, "own-absence"))
    } else {
        Ok(())
    }
}

/// The moment a `from` means: the start of a work day, or itself.
fn begins(context: &Context<'_>, when: When) -> Result<DateTime<Utc>, Rejection> {
    match when {
        When::Day(day) => Ok(context.floor.work_day_start(day).utc()),
        When::Moment(moment) => Ok(moment.utc()),
        When::Local(local) => local_instant(local, context.floor.zone, WhenAmbiguous::Refuse)
            .map_err(|error| Rejection::because(RefusalCode::BadInput, "absence-time").naming("error", error)),
    }
}

/// The moment a `to` means: the end of a work day, or itself.
fn ends(context: &Context<'_>, when: When) -> Result<DateTime<Utc>, Rejection> {
    match when {
        When::Day(day) => begins(context, When::Day(day.succ_opt().unwrap_or(day))),
        other => begins(context, other),
    }
}

fn check_span(from: DateTime<Utc>, to: DateTime<Utc>) -> Result<(), Rejection> {
    if from >= to {
        return Err(Rejection::because(RefusalCode::BadInput, "absence-ends"));
    }
    if to.signed_duration_since(from).num_days() > LONGEST_DAYS {
        return Err(Rejection::because(RefusalCode::BadInput, "absence-long").naming("days", LONGEST_DAYS));
    }
    Ok(())
}

fn known_kind(text: &str) -> Result<AbsenceKind, Stop> {
    let kinds = shipped_kinds().map_err(|error| Stop::Fault(error.to_string()))?;
    let Some(kind) = kind_named(&kinds, text) else {
        let known = kinds.iter().map(|kind| kind.code.as_str()).collect::<Vec<_>>().join(", ");
        let refusal = Rejection::because(RefusalCode::UnknownCode, "absence-kind");
        return Err(refusal.naming("code", text).naming("known", known).into());
    };
    Ok(kind.clone())
}

fn away_of(context: &Context<'_>, from: When, to: When, kind: &str) -> Result<Away, Stop> {
    let kind = known_kind(kind)?;
    let (from, to) = (begins(context, from)?, ends(context, to)?);
    check_span(from, to)?;
    Ok(Away { from, to, kind: kind.code, leaves_plan: kind.leaves_plan, covered_freely: kind.covered_freely })
}

/// What a fact of somebody's days means for months that are locked: the difference enters the open one.
pub(super) fn late_warnings(
    context: &Context<'_>,
    person: i64,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<Warning>, Stop> {
    let locks = pay::locks(context.db)?;
    let months: BTreeSet<Month> = locks.iter().map(|lock| lock.month).collect();
    let touched = months.into_iter().filter(|month| month.first() <= to && from <= month.last());
    let touched = touched.filter(|month| lock_of(&locks, person, *month).is_some());
    Ok(touched.map(|month| locked_month(&locks, person, month)).collect())
}

/// The same of days that are everybody's.
pub(super) fn late_for_everybody(context: &Context<'_>, days: &BTreeSet<NaiveDate>) -> Result<Vec<Warning>, Stop> {
    let locks = pay::locks(context.db)?;
    let touched: BTreeSet<Month> = days.iter().map(|day| Month::of(*day)).collect();
    let mut said = BTreeSet::new();
    let late = locks.iter().filter(|lock| touched.contains(&lock.month) && said.insert(lock.month));
    Ok(late.map(|lock| locked_month(&locks, lock.person.unwrap_or(0), lock.month)).collect())
}

fn locked_month(locks: &[LockRow], person: i64, month: Month) -> Warning {
    let open = super::month::first_open(locks, person, month);
    Warning::of("month-locked").naming("month", month).naming("open", open)
}

fn days_of(context: &Context<'_>, away: (DateTime<Utc>, DateTime<Utc>)) -> (NaiveDate, NaiveDate) {
    let day = |at: DateTime<Utc>| context.floor.work_day(at.into());
    (day(away.0), day(away.1 - chrono::TimeDelta::milliseconds(1)))
}

fn absence_add(context: &Context<'_>, add: &AbsenceAdd) -> Result<Done, Stop> {
    crate::policy::widest(&context.actor, Act::AbsenceKeep)?;
    let person = person_of(context, &add.person)?;
    let permit = context.permit(Act::AbsenceKeep, Target::of(person.id, person.department), RefusalCode::NotFound)?;
    not_own(context, person.id)?;
    if absences::absence(context.db, add.absence)?.is_some() {
        return Err(Rejection::of(RefusalCode::IdConflict).into());
    }
    let mut writer = context.writer(&permit);
    let row = write_absence(context, &mut writer, add, &person)?;
    let (from, to) = days_of(context, (row.away.from, row.away.to));
    let mut warnings = late_warnings(context, person.id, from, to)?;
    let others = absences::absences(context.db, row.away.from, row.away.to)?;
    if others.iter().any(|other| other.person == person.id && other.id != row.id) {
        warnings.push(Warning::of("absence-overlaps").naming("person", &add.person));
    }
    let undo = json!({"absence": add.absence, "cancel": true, "reason": "undo"});
    let result = json!({
        "absence": add.absence, "person": add.person, "kind": row.away.kind, "leaves_plan": row.away.leaves_plan,
        "from": from, "to": to,
    });
    Ok(Done::new(writer, result).warning(warnings).undone_by("absence.change", undo))
}

fn write_absence(
    context: &Context<'_>,
    writer: &mut FactWriter<'_>,
    add: &AbsenceAdd,
    person: &Person,
) -> Result<AbsenceRow, Stop> {
    let away = away_of(context, add.from, add.to, &add.kind)?;
    let content = content_of(add)?;
    let id = absences::add_absence(writer, add.absence, person.id, &content)?;
    let row = AbsenceRow {
        id,
        uuid: add.absence,
        person: person.id,
        content,
        version: 1,
        away,
        cancelled: false,
        reason: add.reason.clone(),
        recorded_by: context.actor.person,
    };
    absences::add_absence_version(writer, &row)?;
    Ok(row)
}

/// Writes an imported absence; `false` when the same row was taken in before.
pub(super) fn import_absence(
    context: &Context<'_>,
    permit: &Permit,
    writer: &mut FactWriter<'_>,
    row: &AbsenceAdd,
) -> Result<bool, Stop> {
    let person = person_of(context, &row.person)?;
    if !permit.covers(Target::of(person.id, person.department)) {
        return Err(Rejection::because(RefusalCode::UnknownCode, "person").naming("code", &row.person).into());
    }
    not_own(context, person.id)?;
    if let Some(first) = absences::absence(context.db, row.absence)? {
        let same = first.content == content_of(row)?;
        return if same { Ok(false) } else { Err(Rejection::of(RefusalCode::IdConflict).into()) };
    }
    write_absence(context, writer, row, &person)?;
    Ok(true)
}

fn absence_change(context: &Context<'_>, change: &AbsenceChange) -> Result<Done, Stop> {
    let not_found = || Rejection::because(RefusalCode::NotFound, "absence");
    crate::policy::widest(&context.actor, Act::AbsenceKeep)?;
    let before = absences::absence(context.db, change.absence)?.ok_or_else(not_found)?;
    let person = people::person_by_id(context.db, before.person)?.ok_or_else(not_found)?;
    let target = Target::of(person.id, person.department);
    let permit = context.permit(Act::AbsenceKeep, target, RefusalCode::NotFound)?;
    not_own(context, person.id)?;
    let mut away = before.away.clone();
    if let Some(kind) = &change.kind {
        let kind = known_kind(kind)?;
        (away.kind, away.leaves_plan, away.covered_freely) = (kind.code, kind.leaves_plan, kind.covered_freely);
    }
    if let Some(from) = change.from {
        away.from = begins(context, from)?;
    }
    if let Some(to) = change.to {
        away.to = ends(context, to)?;
    }
    check_span(away.from, away.to)?;
    if before.cancelled {
        return Err(Rejection::because(RefusalCode::IdConflict, "absence-cancelled").into());
    }
    if change.reason.as_deref().is_none_or(|reason| reason.trim().is_empty()) {
        return Err(Rejection::because(RefusalCode::NeedsReason, "absence").into());
    }
    let all = (before.away.from.min(away.from), before.away.to.max(away.to));
    let row = AbsenceRow {
        version: before.version + 1,
        away,
        cancelled: change.cancel,
        reason: change.reason.clone(),
        recorded_by: context.actor.person,
        ..before
    };
    let mut writer = context.writer(&permit);
    absences::add_absence_version(&mut writer, &row)?;
    let (from, to) = days_of(context, all);
    let warnings = late_warnings(context, person.id, from, to)?;
    let result =
        json!({"absence": change.absence, "version": row.version, "cancelled": row.cancelled, "kind": row.away.kind});
    Ok(Done::new(writer, result).warning(warnings))
}

/// Whom a downtime touches: those named, or the operators of the department but who records it.
fn people_of_downtime(context: &Context<'_>, add: &DowntimeAdd, day: NaiveDate) -> Result<Vec<Person>, Stop> {
    let everybody = add.people.is_empty() || add.people.iter().any(|code| code.as_str() == "all");
    if !everybody {
        return add.people.iter().map(|code| person_of(context, code)).collect();
    }
    let department = context.actor.department;
    let department = department.ok_or_else(|| Rejection::because(RefusalCode::BadInput, "downtime-nobody"))?;
    let mut found = people::people_of(context.db, department)?;
    found.retain(|person| {
        person.roles.contains(&Role::Operator) && person.employed_on(day) && person.id != context.actor.person
    });
    Ok(found)
}

fn downtime_add(context: &Context<'_>, add: &DowntimeAdd) -> Result<Done, Stop> {
    let permit = crate::policy::widest(&context.actor, Act::AbsenceKeep)?;
    let (from, to) = (begins(context, add.from)?, ends(context, add.to)?);
    let mut found = people_of_downtime(context, add, days_of(context, (from, to)).0)?;
    for person in &found {
        context.permit(Act::AbsenceKeep, Target::of(person.id, person.department), RefusalCode::NotFound)?;
        not_own(context, person.id)?;
    }
    check_span(from, to)?;
    if found.is_empty() {
        return Err(Rejection::because(RefusalCode::BadInput, "downtime-nobody").into());
    }
    if absences::downtime(context.db, add.downtime)?.is_some() {
        return Err(Rejection::of(RefusalCode::IdConflict).into());
    }
    found.sort_by_key(|person| person.id);
    found.dedup_by_key(|person| person.id);
    let row = DowntimeRow {
        id: 0,
        uuid: add.downtime,
        from,
        to,
        cause: add.cause,
        reason: add.reason.clone(),
        recorded_by: context.actor.person,
        cancelled: false,
        people: found.iter().map(|person| person.id).collect(),
    };
    let mut writer = context.writer(&permit);
    absences::add_downtime(&mut writer, &row)?;
    let warnings = downtime_warnings(context, &row)?;
    let codes: Vec<_> = found.iter().map(|person| &person.code).collect();
    let undo = json!({"downtime": add.downtime, "reason": "undo"});
    let result = json!({"downtime": add.downtime, "people": codes, "cause": add.cause});
    Ok(Done::new(writer, result).warning(warnings).undone_by("downtime.cancel", undo))
}

fn downtime_warnings(context: &Context<'_>, row: &DowntimeRow) -> Result<Vec<Warning>, Stop> {
    let (first, last) = days_of(context, (row.from, row.to));
    let mut warnings = Vec::new();
    for person in &row.people {
        for warning in late_warnings(context, *person, first, last)? {
            if !warnings.contains(&warning) {
                warnings.push(warning);
            }
        }
    }
    Ok(warnings)
}

fn downtime_cancel(context: &Context<'_>, cancel: &DowntimeCancel) -> Result<Done, Stop> {
    let not_found = || Rejection::because(RefusalCode::NotFound, "downtime");
    let permit = crate::policy::widest(&context.actor, Act::AbsenceKeep)?;
    let row = absences::downtime(context.db, cancel.downtime)?.ok_or_else(not_found)?;
    for person in &row.people {
        let person = people::person_by_id(context.db, *person)?.ok_or_else(not_found)?;
        context.permit(Act::AbsenceKeep, Target::of(person.id, person.department), RefusalCode::NotFound)?;
        not_own(context, person.id)?;
    }
    if row.cancelled {
        return Err(Rejection::because(RefusalCode::IdConflict, "absence-cancelled").into());
    }
    if cancel.reason.trim().is_empty() {
        return Err(Rejection::because(RefusalCode::NeedsReason, "absence").into());
    }
    let mut writer = context.writer(&permit);
    absences::cancel_downtime(&mut writer, row.id, &cancel.reason, context.actor.person)?;
    let warnings = downtime_warnings(context, &row)?;
    Ok(Done::new(writer, json!({"downtime": cancel.downtime, "cancelled": true})).warning(warnings))
}

fn cover_propose(context: &Context<'_>, propose: &CoverPropose) -> Result<Done, Stop> {
    crate::policy::widest(&context.actor, Act::CoverPropose)?;
    let (coverer, absent) = (person_of(context, &propose.coverer)?, person_of(context, &propose.absent)?);
    let target = |person: &Person| Target::of(person.id, person.department);
    context.permit(Act::CoverPropose, target(&absent), RefusalCode::NotFound)?;
    let permit = context.permit(Act::CoverPropose, target(&coverer), RefusalCode::NotFound)?;
    not_own(context, coverer.id)?;
    not_own(context, absent.id)?;
    if coverer.id == absent.id {
        return Err(Rejection::because(RefusalCode::BadInput, "cover-self").into());
    }
    if propose.from > propose.to {
        return Err(Rejection::because(RefusalCode::BadInput, "dates").into());
    }
    let department = coverer
        .department
        .ok_or_else(|| Rejection::because(RefusalCode::BadInput, "no-department").naming("code", &coverer.code))?;
    check_share(context, propose, &coverer, department)?;
    if absences::agreement(context.db, propose.cover)?.is_some() {
        return Err(Rejection::of(RefusalCode::IdConflict).into());
    }
    let row = AgreementRow {
        id: 0,
        uuid: propose.cover,
        coverer: coverer.id,
        absent: absent.id,
        department,
        from: propose.from,
        to: propose.to,
        share: propose.share_bp,
        proposed_by: context.actor.person,
        accepted: None,
        withdrawn: None,
        ends: None,
    };
    let mut writer = context.writer(&permit);
    absences::add_agreement(&mut writer, &row)?;
    let undo = json!({"cover": propose.cover});
    let result = json!({
        "cover": propose.cover, "coverer": propose.coverer, "absent": propose.absent, "from": propose.from, "to": propose.to,
    });
    Ok(Done::new(writer, result).undone_by("cover.withdraw", undo))
}

/// An agreed share is the scheme's or higher.
fn check_share(context: &Context<'_>, propose: &CoverPropose, coverer: &Person, department: i64) -> Result<(), Stop> {
    let Some(share) = propose.share_bp else { return Ok(()) };
    let rows = crate::store::terms::all_terms(context.db, Some(coverer.id))?.remove(&coverer.id).unwrap_or_default();
    let position = if rows.is_empty() { coverer.position.clone() } else { terms_on(&rows, propose.from).position };
    let schemes = Schemes::load(context.db)?;
    let least = schemes.in_force(department, position.as_deref(), Month::of(propose.from));
    let least = least.map_or(0, |scheme| scheme.content.cover_bp.0);
    if !(least..=20_000).contains(&share.0) {
        return Err(Rejection::because(RefusalCode::BadInput, "cover-share").naming("least", least).into());
    }
    Ok(())
}

fn agreement_of(context: &Context<'_>, named: CoverNamed, act: Act) -> Result<(AgreementRow, Permit), Stop> {
    let not_found = || Rejection::because(RefusalCode::NotFound, "cover");
    crate::policy::widest(&context.actor, act)?;
    let row = absences::agreement(context.db, named.cover)?.ok_or_else(not_found)?;
    let target = Target::of(row.coverer, Some(row.department));
    let permit = context
        .permit(act, target, RefusalCode::NotFound)
        .map_err(|refusal| if refusal.code == RefusalCode::NotFound { not_found() } else { refusal })?;
    Ok((row, permit))
}

fn cover_accept(context: &Context<'_>, named: CoverNamed) -> Result<Done, Stop> {
    let (row, permit) = agreement_of(context, named, Act::CoverAccept)?;
    if row.coverer != context.actor.person {
        return Err(Rejection::because(RefusalCode::NotFound, "cover").into());
    }
    let today = context.today();
    if row.to < today {
        return Err(Rejection::because(RefusalCode::BadInput, "cover-over").naming("to", row.to).into());
    }
    if row.accepted.is_some() || row.withdrawn.is_some() {
        return Err(Rejection::because(RefusalCode::IdConflict, "cover-answered").into());
    }
    let mut writer = context.writer(&permit);
    absences::add_cover_step(&mut writer, row.id, "accepted", context.actor.person, today, None)?;
    let in_effect = today.max(row.from);
    let result = json!({"cover": named.cover, "accepted": today, "in_effect_from": in_effect, "in_effect_to": row.to});
    Ok(Done::new(writer, result))
}

fn cover_withdraw(context: &Context<'_>, named: CoverNamed) -> Result<Done, Stop> {
    let (row, permit) = agreement_of(context, named, Act::CoverWithdraw)?;
    let today = context.today();
    if row.withdrawn.is_some() {
        return Err(Rejection::because(RefusalCode::IdConflict, "cover-answered").into());
    }
    let calendar = super::planner::work_calendar(context.db)?;
    let ends = third_working_day_after(today, |day| calendar.day_type(day) != DayType::Free);
    let mut writer = context.writer(&permit);
    absences::add_cover_step(&mut writer, row.id, "withdrawn", context.actor.person, today, Some(ends))?;
    let in_effect_to = row.accepted.map(|_| ends.min(row.to));
    Ok(Done::new(writer, json!({"cover": named.cover, "withdrawn": today, "in_effect_to": in_effect_to})))
}
