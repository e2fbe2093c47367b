//! A set on its way to the director: its terms, its pilot, and taking it back.

use serde_json::json;

use super::command::{SetChange, SetPilot, SetWithdraw};
use super::norms::{check_allowance, require_draft, retake_changed, set_of, state_of, submit_facts};
use super::people::require_text;
use super::{Context, Done, Stop};
use crate::domain::norm_set::{self, SetState};
use crate::domain::rejection::{RefusalCode, Rejection, Warning};
use crate::domain::units::BasisPoints;
use crate::policy::Act;
use crate::store::norms::SetRow;
use crate::store::{norms, pilots};

/// The most days a pilot may last.
const MOST_DAYS: i64 = 184;

pub(super) fn set_change(context: &Context<'_>, change: &SetChange) -> Result<Done, Stop> {
    let (set, permit) = set_of(context, change.set, Act::SetKeep)?;
    if let Some(name) = &change.name {
        require_text(name, "name")?;
    }
    if change.name.is_none() && change.allowance_bp.is_none() && change.convention.is_none() {
        return Err(Rejection::because(RefusalCode::BadInput, "change-nothing").into());
    }
    let changed = SetRow {
        name: change.name.as_deref().map_or(set.name.clone(), |name| name.trim().to_owned()),
        allowance: change.allowance_bp.unwrap_or(set.allowance),
        convention: change.convention.unwrap_or(set.convention),
        terms: set.terms + 1,
        ..set.clone()
    };
    check_allowance(changed.convention, changed.allowance)?;
    require_draft(context, &set)?;
    let mut writer = context.writer(&permit);
    let SetRow { id, terms, name, allowance, convention, .. } = &changed;
    pilots::add_terms(&mut writer, *id, *terms, name, *allowance, *convention)?;
    let moved = (changed.allowance, changed.convention) != (set.allowance, set.convention);
    let warnings = if moved { retake_changed(context, &mut writer, &changed)? } else { Vec::new() };
    let result = json!({"set": change.set, "name": name, "allowance_bp": allowance, "convention": convention});
    Ok(Done::new(writer, result).warning(warnings))
}

pub(super) fn set_pilot(context: &Context<'_>, pilot: &SetPilot) -> Result<Done, Stop> {
    let (set, permit) = set_of(context, pilot.set, Act::SetPilot)?;
    let days = (pilot.to - pilot.from).num_days() + 1;
    if !(1..=MOST_DAYS).contains(&days) {
        return Err(Rejection::because(RefusalCode::BadInput, "pilot-period").naming("most", MOST_DAYS).into());
    }
    if let Some(other) = pilots::overlapping(context.db, set.department, set.id, pilot.from, pilot.to)? {
        let name = norms::set_by_id(context.db, other.set)?.map(|set| set.name).unwrap_or_default();
        return Err(Rejection::because(RefusalCode::BadInput, "pilot-overlap")
            .naming("name", name)
            .naming("from", other.from)
            .naming("to", other.to)
            .into());
    }
    require_draft(context, &set)?;
    let facts = submit_facts(context.db, &set)?;
    norm_set::check_contents(&facts)?;
    if pilot.from < context.today() {
        return Err(Rejection::because(RefusalCode::EffectivePast, "pilot").naming("today", context.today()).into());
    }
    let mut writer = context.writer(&permit);
    let mut warnings = retake_changed(context, &mut writer, &set)?;
    if has_no_allowance(context, &set)? {
        warnings.push(Warning::of("full-occupancy"));
    }
    pilots::add_pilot(&mut writer, set.id, pilot.from, pilot.to, context.actor.person)?;
    let result = json!({"set": pilot.set, "state": SetState::Pilot, "from": pilot.from, "to": pilot.to});
    Ok(Done::new(writer, result).warning(warnings))
}

/// Whether no norm of a set holds an allowance: its 480 minutes ask for full occupancy.
pub(super) fn has_no_allowance(context: &Context<'_>, set: &SetRow) -> Result<bool, Stop> {
    let lines = norms::lines(context.db, set.id)?;
    Ok(lines.iter().all(|line| line.allowance.unwrap_or(set.allowance) == BasisPoints::ZERO))
}

pub(super) fn set_withdraw(context: &Context<'_>, withdraw: &SetWithdraw) -> Result<Done, Stop> {
    let (set, permit) = set_of(context, withdraw.set, Act::SetPilot)?;
    let state = state_of(context.db, &set, context.today())?;
    norm_set::require_state(matches!(state, SetState::Pilot | SetState::Submitted), state)?;
    let mut writer = context.writer(&permit);
    let reason = withdraw.reason.as_deref().unwrap_or_default().trim();
    pilots::add_withdrawal(&mut writer, set.id, context.actor.person, reason)?;
    Ok(Done::new(writer, json!({"set": withdraw.set, "state": SetState::Draft})))
}
