//! Norm sets and orders: draft, take norms in, submit, return, approve.

use serde_json::{Value, json};
use uuid::Uuid;

use super::catalogue::Taken;
use super::command::{ImportNorms, NormRow, NormsCommand, OrderApprove, SetDraft, SetNorm, SetReturn, SetSubmit};
use super::hard_share::{self, HardShare};
use super::people::{department_key, require_text};
use super::sign_in::PasswordProof;
use super::studies::action_of;
use super::{Context, Done, Stop, import, study_figures};
use crate::domain::action::{Action, ActionKind};
use crate::domain::code::Code;
use crate::domain::norm::{self, KeptTimes};
use crate::domain::norm_set::{self, Basis, NormLine, SetState, SubmitFacts};
use crate::domain::order::{self, OrderFacts};
use crate::domain::rejection::{RefusalCode, Rejection, Warning};
use crate::domain::units::{BasisPoints, CentiMinutes, Fraction};
use crate::policy::{Act, Permit, Target};
use crate::statistics::exclusion::exclusion;
use crate::store::facts::FactWriter;
use crate::store::norms::{OrderRow, SetRow};
use crate::store::studies::StudyRow;
use crate::store::{audit, catalogue, days, norms, people, studies, tickets};

/// A day in milliseconds: a password reset by another within it is printed on the order.
const DAY_MS: i64 = 24 * 60 * 60 * 1000;

pub(super) fn handle(
    context: &Context<'_>,
    command: &NormsCommand,
    proof: Option<&PasswordProof>,
) -> Result<Done, Stop> {
    match command {
        NormsCommand::SetDraft(draft) => set_draft(context, draft),
        NormsCommand::SetNorm(set) => set_norm(context, set),
        NormsCommand::SetSubmit(submit) => set_submit(context, submit),
        NormsCommand::SetReturn(back) => set_return(context, back),
        NormsCommand::OrderApprove(approve) => order_approve(context, approve, proof),
    }
}

/// A set within the actor's reach, with the leave for an act on it.
fn set_of(context: &Context<'_>, uuid: Uuid, act: Act) -> Result<(SetRow, Permit), Stop> {
    crate::policy::widest(&context.actor, act)?;
    let set = norms::set(context.db, uuid)?.ok_or_else(|| Rejection::because(RefusalCode::NotFound, "set"))?;
    let permit = context.permit(act, Target::department(Some(set.department)), RefusalCode::NotFound)?;
    Ok((set, permit))
}

/// Where a set stands on a work day: derived from its steps and orders.
pub(super) fn state_of(db: &rusqlite::Connection, set: &SetRow, today: chrono::NaiveDate) -> Result<SetState, Stop> {
    if let Some(order) = norms::order_of_set(db, set.id)? {
        if order.effective > today {
            return Ok(SetState::Approved);
        }
        let in_force = norms::set_in_force(db, set.department, today)? == Some(set.id);
        return Ok(if in_force { SetState::InForce } else { SetState::Superseded });
    }
    Ok(match norms::steps(db, set.id)?.last().map(|step| step.state.as_str()) {
        Some("submitted") => SetState::Submitted,
        Some(_) => SetState::Returned,
        None => SetState::Draft,
    })
}

fn set_draft(context: &Context<'_>, draft: &SetDraft) -> Result<Done, Stop> {
    crate::policy::widest(&context.actor, Act::SetKeep)?;
    let department = department_key(context, &draft.department)?;
    let permit = context.permit(Act::SetKeep, Target::department(Some(department)), RefusalCode::NotPermitted)?;
    require_text(&draft.name, "name")?;
    let source = match draft.from.as_str() {
        "studies" | "empty" => None,
        id => {
            let uuid: Uuid =
                id.parse().map_err(|_| Rejection::because(RefusalCode::BadInput, "from").naming("from", id))?;
            Some(set_of(context, uuid, Act::SetKeep)?.0)
        }
    };
    // A copy keeps the allowance its norms were made with, unless another is given.
    let copied = source.as_ref().map(|source| source.allowance);
    let allowance = draft.allowance_bp.or(copied).unwrap_or_default();
    check_allowance(allowance)?;
    if norms::set(context.db, draft.set)?.is_some() {
        return Err(Rejection::of(RefusalCode::IdConflict).into());
    }
    let mut writer = context.writer(&permit);
    let mut row = SetRow {
        id: 0,
        uuid: draft.set,
        department,
        name: draft.name.trim().to_owned(),
        allowance,
        origin: draft.from.clone(),
    };
    row.id = norms::add_set(&mut writer, &row)?;
    let (taken, warnings) = match (&source, draft.from.as_str()) {
        (Some(source), _) => (copy_lines(context, &mut writer, source, &row)?, Vec::new()),
        (None, "studies") => take_studies(context, &mut writer, &row)?,
        (None, _) => (0, Vec::new()),
    };
    Ok(Done::new(writer, json!({"set": draft.set, "lines": taken})).warning(warnings))
}

fn check_allowance(allowance: BasisPoints) -> Result<(), Rejection> {
    if (0..=10_000).contains(&allowance.0) {
        Ok(())
    } else {
        Err(Rejection::because(RefusalCode::BadInput, "allowance").naming("allowance_bp", allowance.0))
    }
}

fn copy_lines(
    context: &Context<'_>,
    writer: &mut FactWriter<'_>,
    source: &SetRow,
    target: &SetRow,
) -> Result<usize, Stop> {
    let mut taken = 0;
    for line in norms::lines(context.db, source.id)? {
        let active = catalogue::action_by_id(context.db, line.action)?
            .is_some_and(|action| action.active && action.kind == ActionKind::Manual);
        if !active {
            continue;
        }
        let study = match line.study {
            Some(uuid) => studies::study(context.db, uuid)?.map(|study| study.id),
            None => None,
        };
        norms::add_line(writer, target.id, &line, study, 1)?;
        taken += 1;
    }
    Ok(taken)
}

fn take_studies(
    context: &Context<'_>,
    writer: &mut FactWriter<'_>,
    set: &SetRow,
) -> Result<(usize, Vec<Warning>), Stop> {
    let mut taken = 0;
    let mut warnings = Vec::new();
    for study in studies::newest_by_action(context.db, set.department)? {
        let Some(action) = catalogue::action_by_id(context.db, study.action)? else { continue };
        if !action.active || action.kind != ActionKind::Manual {
            continue;
        }
        match measured_line(context, set, &action, &study, &Terms::proposed(&action)) {
            Ok((line, remarks)) => {
                norms::add_line(writer, set.id, &line, Some(study.id), 1)?;
                warnings.extend(remarks);
                taken += 1;
            }
            Err(Stop::Refused(_)) => warnings.push(Warning::of("study-empty").naming("action", &action.code)),
            Err(fault) => return Err(fault),
        }
    }
    Ok((taken, warnings))
}

/// What a norm is taken in with, beside its study.
#[derive(Debug, Clone, Default)]
struct Terms {
    boost: Option<BasisPoints>,
    boost_reason: Option<String>,
    allowance: Option<BasisPoints>,
    hard_share: Option<BasisPoints>,
    hard_share_count: Option<i64>,
    hard_share_source: Option<String>,
}

impl Terms {
    /// What the catalogue proposes for an action.
    fn proposed(action: &Action) -> Self {
        let boost = action.boost.as_ref();
        Self {
            boost: boost.map(|proposed| proposed.boost),
            boost_reason: boost.map(|proposed| proposed.reason.clone()),
            ..Self::default()
        }
    }

    fn of_line(line: &NormLine) -> Self {
        let declared = line.hard_share_source.as_deref() != Some(hard_share::COUNTED);
        Self {
            boost: Some(line.boost),
            boost_reason: line.boost_reason.clone(),
            allowance: line.allowance,
            hard_share: line.hard_share.filter(|_| declared),
            hard_share_count: line.hard_share_count.filter(|_| declared),
            hard_share_source: line.hard_share_source.clone().filter(|_| declared),
        }
    }

    /// The share of hard cases declared for this line, if it is.
    fn declared(&self) -> Option<HardShare> {
        let share = self.hard_share?;
        Some(HardShare::declared(share, self.hard_share_count, self.hard_share_source.clone()))
    }

    /// What is given, else what the line had.
    fn given(set: &SetNorm, before: Option<&NormLine>) -> Self {
        let before = before.map(Self::of_line).unwrap_or_default();
        let shared = set.hard_share_bp.is_some();
        Self {
            boost: set.boost_bp.or(before.boost),
            boost_reason: set.boost_reason.clone().or(before.boost_reason),
            allowance: set.allowance_bp.or(before.allowance),
            hard_share: set.hard_share_bp.or(before.hard_share),
            hard_share_count: if shared { set.hard_share_count } else { before.hard_share_count },
            hard_share_source: if shared { set.hard_share_source.clone() } else { before.hard_share_source },
        }
    }
}

fn boosted(norm: CentiMinutes, terms: &Terms) -> Result<(BasisPoints, CentiMinutes), Stop> {
    let boost = terms.boost.unwrap_or(BasisPoints::ONE);
    if !(10_000..=100_000).contains(&boost.0) {
        return Err(Rejection::because(RefusalCode::BadInput, "boost").naming("boost_bp", boost.0).into());
    }
    let reason_given = terms.boost_reason.as_deref().is_some_and(|reason| !reason.trim().is_empty());
    if boost > BasisPoints::ONE && !reason_given {
        return Err(Rejection::because(RefusalCode::NeedsReason, "boost").into());
    }
    Ok((boost, norm::weight(norm, boost)?))
}

/// The line that a study gives in a set, with remarks.
fn measured_line(
    context: &Context<'_>,
    set: &SetRow,
    action: &Action,
    study: &StudyRow,
    terms: &Terms,
) -> Result<(NormLine, Vec<Warning>), Stop> {
    let mut warnings = Vec::new();
    let observations = studies::observations(context.db, study.id)?;
    let times = KeptTimes::of(&observations);
    let share = match terms.declared() {
        Some(share) => share,
        None => HardShare::counted_or_own(context.db, Some(set.department), action.id, &times)?,
    };
    let normal = norm::normal_time(&times, share.exact).map_err(|reason| no_norm(reason, action))?;
    let allowance = terms.allowance.unwrap_or(set.allowance);
    check_allowance(allowance)?;
    let standard: Fraction = norm::standard_time(normal, allowance)?;
    let norm = norm::norm(standard)?;
    let (boost, weight) = boosted(norm, terms)?;
    if study.source == crate::domain::study::Source::CallRecord && allowance == BasisPoints::default() {
        warnings.push(Warning::of("talk-only").naming("action", &action.code));
    }
    let count = |n: i64| u64::try_from(n).unwrap_or(0);
    if exclusion(count(times.count()), count(times.excluded)).repeat {
        warnings.push(Warning::of("many-excluded").naming("action", &action.code));
    }
    let known = study_figures::interval(&context.floor, &observations, &share, action.hard_criterion.is_some());
    let line = NormLine {
        action: action.id,
        action_code: action.code.clone(),
        basis: Basis::Measured,
        study: Some(study.uuid),
        norm,
        boost,
        boost_reason: terms.boost_reason.clone(),
        weight,
        allowance: terms.allowance,
        hard_share: share.share,
        hard_share_count: share.count,
        hard_share_source: share.source,
        regular_count: times.regular_count,
        hard_count: times.hard_count,
        excluded_count: times.excluded,
        exact: Some(standard.exact()),
        evidence: Some(study_figures::evidence(&observations, &known, allowance, share.days)),
        reason: None,
    };
    Ok((line, warnings))
}

fn no_norm(reason: norm::NoNorm, action: &Action) -> Rejection {
    let reason = match reason {
        norm::NoNorm::NothingKept => "nothing-kept",
        norm::NoNorm::NoHardCase => "no-hard-case",
        norm::NoNorm::NoRegularCase => "no-regular-case",
        norm::NoNorm::BadShare => "share",
        norm::NoNorm::Overflow(_) => "too-large",
    };
    Rejection::because(RefusalCode::BadInput, reason).naming("action", &action.code)
}

fn set_norm(context: &Context<'_>, given: &SetNorm) -> Result<Done, Stop> {
    let (set, permit) = set_of(context, given.set, Act::SetKeep)?;
    if given.study.is_some() == given.expert_cmin.is_some() {
        return Err(Rejection::because(RefusalCode::BadInput, "study-or-expert").into());
    }
    let action = action_of(context, &given.action)?;
    if action.kind == ActionKind::Automatic || !action.active {
        return Err(Rejection::because(RefusalCode::BadInput, "not-weighed").naming("action", &action.code).into());
    }
    let lines = norms::lines(context.db, set.id)?;
    let before = lines.iter().find(|line| line.action == action.id);
    let terms = Terms::given(given, before);
    let (line, study, warnings) = match (given.study, given.expert_cmin) {
        (Some(uuid), _) => {
            let study =
                studies::study(context.db, uuid)?.ok_or_else(|| Rejection::because(RefusalCode::NotFound, "study"))?;
            if study.action != action.id {
                return Err(Rejection::because(RefusalCode::BadInput, "other-action")
                    .naming("action", &action.code)
                    .into());
            }
            let (line, warnings) = measured_line(context, &set, &action, &study, &terms)?;
            (line, Some(study.id), warnings)
        }
        (None, expert) => {
            (expert_line(&action, expert.unwrap_or_default(), given.reason.as_deref(), &terms)?, None, Vec::new())
        }
    };
    norm_set::require_state(
        state_of(context.db, &set, context.today())?.is_draft(),
        state_of(context.db, &set, context.today())?,
    )?;
    let mut writer = context.writer(&permit);
    let version = norms::next_line(context.db, set.id, action.id)?;
    norms::add_line(&mut writer, set.id, &line, study, version)?;
    Ok(Done::new(writer, line_result(given.set, &line)).warning(warnings))
}

fn line_result(set: Uuid, line: &NormLine) -> Value {
    json!({
        "set": set,
        "action": line.action_code,
        "basis": line.basis,
        "norm_cmin": line.norm,
        "boost_bp": line.boost,
        "weight_cmin": line.weight,
        "regular_count": line.regular_count,
        "hard_count": line.hard_count,
        "hard_share_bp": line.hard_share,
    })
}

fn expert_line(action: &Action, norm: CentiMinutes, reason: Option<&str>, terms: &Terms) -> Result<NormLine, Stop> {
    if !(1..=1_000_000).contains(&norm.0) {
        return Err(Rejection::because(RefusalCode::BadInput, "expert").naming("expert_cmin", norm.0).into());
    }
    let reason = reason.map(str::trim).filter(|reason| !reason.is_empty());
    let reason = reason.ok_or_else(|| Rejection::because(RefusalCode::NeedsReason, "expert"))?;
    unmeasured_line(action, Basis::Expert, norm, reason, terms)
}

/// A line that no study stands behind.
fn unmeasured_line(
    action: &Action,
    basis: Basis,
    norm: CentiMinutes,
    reason: &str,
    terms: &Terms,
) -> Result<NormLine, Stop> {
    let (boost, weight) = boosted(norm, terms)?;
    Ok(NormLine {
        action: action.id,
        action_code: action.code.clone(),
        basis,
        study: None,
        norm,
        boost,
        boost_reason: terms.boost_reason.clone(),
        weight,
        allowance: None,
        hard_share: None,
        hard_share_count: None,
        hard_share_source: None,
        regular_count: 0,
        hard_count: 0,
        excluded_count: 0,
        exact: None,
        evidence: None,
        reason: Some(reason.to_owned()),
    })
}

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
    let terms = Terms { boost: row.boost_bp, boost_reason: row.boost_reason.clone(), ..Terms::default() };
    let said = row.reason.as_deref().map(str::trim).filter(|reason| !reason.is_empty());
    let file = given.file.trim();
    let reason = said.map_or_else(|| file.to_owned(), |reason| format!("{reason} ({file})"));
    let line = unmeasured_line(&action, Basis::Imported, row.norm_cmin, &reason, &terms)?;
    let set = if let Some(set) = norms::set(context.db, given.set)? {
        set
    } else {
        let mut set = SetRow {
            id: 0,
            uuid: given.set,
            department,
            name: given.name.trim().to_owned(),
            allowance: BasisPoints::default(),
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

/// What a set lacks: norms of active manual actions, and answers to flags.
pub(super) fn submit_facts(db: &rusqlite::Connection, set: i64) -> Result<SubmitFacts, Stop> {
    let lines = norms::lines(db, set)?;
    let has_line = |action: &Action| lines.iter().any(|line| line.action == action.id);
    let without_norm: Vec<Code> = catalogue::actions(db)?
        .into_iter()
        .filter(|action| action.active && action.kind == ActionKind::Manual && !has_line(action))
        .map(|action| action.code)
        .collect();
    let mut open_flags = Vec::new();
    for line in &lines {
        let Some(uuid) = line.study else { continue };
        let Some(study) = studies::study(db, uuid)? else { continue };
        let open = study_figures::open_flags(&studies::observations(db, study.id)?);
        if open > 0 {
            open_flags.push((line.action_code.clone(), open));
        }
    }
    Ok(SubmitFacts { without_norm, open_flags })
}

fn set_submit(context: &Context<'_>, submit: &SetSubmit) -> Result<Done, Stop> {
    let (set, permit) = set_of(context, submit.set, Act::SetSubmit)?;
    let state = state_of(context.db, &set, context.today())?;
    norm_set::check_submit(state, &submit.grounds, &submit_facts(context.db, set.id)?)?;
    let mut writer = context.writer(&permit);
    let warnings = retake_changed(context, &mut writer, &set)?;
    norms::add_step(&mut writer, context.db, set.id, "submitted", context.actor.person, submit.grounds.trim())?;
    let fingerprint = fingerprint_of(context.db, &set)?;
    Ok(Done::new(writer, json!({"set": submit.set, "state": SetState::Submitted, "fingerprint": fingerprint}))
        .warning(warnings))
}

/// Takes measured norms again whose studies have gone on since, so that a submitted set rests on what the
/// studies say at that moment; every such line is named in a warning.
fn retake_changed(context: &Context<'_>, writer: &mut FactWriter<'_>, set: &SetRow) -> Result<Vec<Warning>, Stop> {
    let mut warnings = Vec::new();
    for line in norms::lines(context.db, set.id)? {
        let Some(uuid) = line.study else { continue };
        let Some(study) = studies::study(context.db, uuid)? else { continue };
        let Some(action) = catalogue::action_by_id(context.db, line.action)? else { continue };
        let (fresh, remarks) = measured_line(context, set, &action, &study, &Terms::of_line(&line))?;
        warnings.extend(remarks);
        if fresh != line {
            let version = norms::next_line(context.db, set.id, action.id)?;
            norms::add_line(writer, set.id, &fresh, Some(study.id), version)?;
            if fresh.norm != line.norm {
                let remark = Warning::of("norm-retaken")
                    .naming("action", &action.code)
                    .naming("before_cmin", line.norm.0)
                    .naming("norm_cmin", fresh.norm.0);
                warnings.push(remark);
            }
        }
    }
    Ok(warnings)
}

/// The fingerprint of a set's content as it stands.
pub(super) fn fingerprint_of(db: &rusqlite::Connection, set: &SetRow) -> Result<String, Stop> {
    let lines = norms::lines(db, set.id)?;
    let department = people::departments(db)?.into_iter().find(|department| department.id == set.department);
    let code = department
        .map(|department| department.code)
        .ok_or_else(|| Stop::Fault("a set's department is missing".to_owned()))?;
    Ok(norm_set::fingerprint(&norm_set::canonical_form(set.uuid, &code, set.allowance, &lines)))
}

fn set_return(context: &Context<'_>, back: &SetReturn) -> Result<Done, Stop> {
    let (set, permit) = set_of(context, back.set, Act::SetReturn)?;
    let state = state_of(context.db, &set, context.today())?;
    norm_set::require_state(state == SetState::Submitted, state)?;
    if back.comment.trim().is_empty() {
        return Err(Rejection::because(RefusalCode::NeedsReason, "return").into());
    }
    let mut writer = context.writer(&permit);
    norms::add_step(&mut writer, context.db, set.id, "returned", context.actor.person, back.comment.trim())?;
    Ok(Done::new(writer, json!({"set": back.set, "state": SetState::Returned})))
}

fn order_approve(context: &Context<'_>, approve: &OrderApprove, proof: Option<&PasswordProof>) -> Result<Done, Stop> {
    let (set, permit) = set_of(context, approve.set, Act::OrderApprove)?;
    if !proof.is_some_and(|proof| proof.stands_for(context.actor.person)) {
        return Err(Rejection::because(RefusalCode::BadCredentials, "confirm").into());
    }
    let steps = norms::steps(context.db, set.id)?;
    if steps.last().is_some_and(|step| step.state == "submitted" && step.person == context.actor.person) {
        return Err(Rejection::of(RefusalCode::OwnOrder).into());
    }
    require_text(&approve.number, "number")?;
    if norms::order(context.db, approve.order)?.is_some() {
        return Err(Rejection::of(RefusalCode::IdConflict).into());
    }
    let state = state_of(context.db, &set, context.today())?;
    norm_set::require_state(state == SetState::Submitted, state)?;
    norm_set::check_contents(&submit_facts(context.db, set.id)?)?;
    let orders = norms::orders_of(context.db, set.department)?;
    order::check(&OrderFacts {
        today: context.today(),
        date: approve.date,
        effective: approve.effective,
        early_reason: approve.early_reason.clone(),
        latest_effective: orders.first().map(|order| order.effective),
        has_history_since: tickets::any_since(context.db, set.department, approve.effective)?
            || days::any_closed_since(context.db, approve.effective)?,
        number_taken: norms::order_by_number(context.db, &approve.number)?.is_some(),
    })?;
    context.require_clock()?;
    let reset_by = people::reset_by_another(
        context.db,
        context.actor.person,
        context.actor.code.as_str(),
        context.now.millis() - DAY_MS,
    )?;
    let order = OrderRow {
        id: 0,
        uuid: approve.order,
        set: set.id,
        department: set.department,
        number: approve.number.trim().to_owned(),
        date: approve.date,
        effective: approve.effective,
        effective_at: context.floor.work_day_start(approve.effective).millis(),
        approved_by: context.actor.person,
        early_reason: approve.early_reason.clone(),
        pilot_reason: approve.pilot_reason.clone(),
        representative: approve.representative.clone(),
        fingerprint: fingerprint_of(context.db, &set)?,
        chain_head: audit::head(context.db)?.1,
        password_reset_by: reset_by,
        approved_at: context.now.millis(),
    };
    let mut writer = context.writer(&permit);
    norms::add_order(&mut writer, &order)?;
    let result = json!({
        "order": approve.order,
        "set": approve.set,
        "number": order.number,
        "effective": approve.effective,
        "fingerprint": order.fingerprint,
        "chain_head": order.chain_head,
    });
    Ok(Done::new(writer, result))
}
