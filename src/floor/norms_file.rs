//! A norm file becomes a draft with imported norms, chunk by chunk.

use serde_json::json;

use super::catalogue::Taken;
use super::command::{ImportNorms, NormRow};
use super::norms::{Terms, state_of, typed_line};
use super::people::{department_key, require_text};
use super::studies::action_of;
use super::{Context, Done, Stop, import};
use crate::domain::action::ActionKind;
use crate::domain::allowance::Convention;
use crate::domain::norm_set::{self, Basis};
use crate::domain::rejection::{RefusalCode, Rejection};
use crate::domain::units::BasisPoints;
use crate::policy::{Act, Target};
use crate::store::facts::FactWriter;
use crate::store::norms::{self, SetRow};

/// Takes in a chunk of a norm file: the first good row makes the draft, further chunks of the same set add to it.
pub(super) fn import_norms(context: &Context<'_>, given: &ImportNorms) -> Result<Done, Stop> {
    crate::policy::widest(&context.actor, Act::SetKeep)?;
    let department = match &given.department {
        Some(code) => Some(department_key(context, code)?),
        None => context.actor.department,
    };
    let permit = context.permit(Act::SetKeep, Target::department(department), RefusalCode::NotPermitted)?;
    let department = department.ok_or_else(|| {
        Rejection::because(RefusalCode::BadInput, "no-department").naming("code", &context.actor.code)
    })?;
    require_text(&given.name, "name")?;
    require_text(&given.file, "file")?;
    if norms::set(context.db, given.set)?.is_some_and(|set| set.department != department) {
        return Err(Rejection::of(RefusalCode::IdConflict).into());
    }
    let done = import::chunk(context, &permit, &given.rows, |writer, row| {
        import_norm(context, writer, given, department, row)
    })?;
    let mut result = done.result;
    if let Some(fields) = result.as_object_mut() {
        fields.insert("set".to_owned(), json!(given.set));
    }
    Ok(Done { result, ..done })
}

/// Takes in a norm of a file. An action that has a norm in the set already keeps it: a file imported once more adds
/// nothing, and overwrites nothing that was put right since.
fn import_norm(
    context: &Context<'_>,
    writer: &mut FactWriter<'_>,
    given: &ImportNorms,
    department: i64,
    row: &NormRow,
) -> Result<Taken, Stop> {
    let action = action_of(context, &row.action)?;
    if action.kind == ActionKind::Automatic || !action.active {
        return Err(Rejection::because(RefusalCode::BadInput, "not-weighed").naming("action", &action.code).into());
    }
    if !(1..=1_000_000).contains(&row.norm_cmin.0) {
        return Err(Rejection::because(RefusalCode::BadInput, "imported-norm")
            .naming("norm_cmin", row.norm_cmin.0)
            .into());
    }
    let terms = Terms::boosted(row.boost_bp, row.boost_reason.clone());
    let said = row.reason.as_deref().map(str::trim).filter(|reason| !reason.is_empty());
    let file = given.file.trim();
    let reason = said.map_or_else(|| file.to_owned(), |reason| format!("{reason} ({file})"));
    let line = typed_line(&action, Basis::Imported, row.norm_cmin, Some(&reason), &terms)?;
    let set = if let Some(set) = norms::set(context.db, given.set)? {
        set
    } else {
        let mut set = SetRow {
            id: 0,
            uuid: given.set,
            department,
            name: given.name.trim().to_owned(),
            allowance: BasisPoints::default(),
            convention: Convention::default(),
            terms: 0,
            origin: format!("file {file}"),
        };
        set.id = norms::add_set(writer, &set)?;
        set
    };
    if norms::lines(context.db, set.id)?.iter().any(|known| known.action == action.id) {
        return Ok(Taken::Repeated);
    }
    let state = state_of(context.db, &set, context.today())?;
    norm_set::require_state(state.is_draft(), state)?;
    norms::add_line(writer, set.id, &line, None, 1)?;
    Ok(Taken::Made)
}
