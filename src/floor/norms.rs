//! Norm sets: draft, take norms in, submit, return.

use serde_json::{Value, json};
use uuid::Uuid;

use super::command::{NormsCommand, SetDraft, SetNorm, SetReturn, SetSubmit};
use super::hard_share::{self, HardShare};
use super::people::{department_key, require_text};
use super::sign_in::PasswordProof;
use super::studies::action_of;
use super::{Context, Done, Stop, orders, study_figures};
use crate::domain::action::{Action, ActionKind};
use crate::domain::allowance::Convention;
use crate::domain::code::Code;
use crate::domain::norm::{self, KeptTimes};
use crate::domain::norm_set::{self, Basis, NormLine, SetState, SetTerms, SubmitFacts};
use crate::domain::rejection::{RefusalCode, Rejection, Warning};
use crate::domain::units::{BasisPoints, CentiMinutes, Fraction};
use crate::policy::{Act, Permit, Target};
use crate::statistics::exclusion::exclusion;
use crate::store::facts::FactWriter;
use crate::store::norms::SetRow;
use crate::store::studies::StudyRow;
use crate::store::{catalogue, norms, people, pilots, studies};

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
        NormsCommand::OrderApprove(approve) => orders::approve(context, approve, proof),
    }
}

/// A set within the actor's reach, with the leave for an act on it.
pub(super) fn set_of(context: &Context<'_>, uuid: Uuid, act: Act) -> Result<(SetRow, Permit), Stop> {
    crate::policy::widest(&context.actor, act)?;
    let set = norms::set(context.db, uuid)?.ok_or_else(|| Rejection::because(RefusalCode::NotFound, "set"))?;
    let permit = context.permit(act, Target::department(Some(set.department)), RefusalCode::NotFound)?;
    Ok((set, permit))
}

/// Where a set stands on a work day: derived from its steps and orders.
pub(super) fn state_of(db: &rusqlite::Connection, set: &SetRow, today: chrono::NaiveDate) -> Result<SetState, Stop> {
    if let Some(order) = norms::order_of_set(db, set.id)? {
        if order.revoked {
            return Ok(SetState::Revoked);
        }
        if order.effective > today {
            return Ok(SetState::Approved);
        }
        let in_force = norms::set_in_force(db, set.department, today)? == Some(set.id);
        return Ok(if in_force { SetState::InForce } else { SetState::Superseded });
    }
    Ok(match norms::steps(db, set.id)?.last().map(|step| step.state.as_str()) {
        Some("submitted") => SetState::Submitted,
        Some("pilot") => SetState::Pilot,
        Some("returned") => SetState::Returned,
        _ => SetState::Draft,
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
    let copied = source.as_ref().map(|source| (source.allowance, source.convention)).unwrap_or_default();
    let allowance = draft.allowance_bp.unwrap_or(copied.0);
    let convention = draft.convention.unwrap_or(copied.1);
    check_allowance(convention, allowance)?;
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
        convention,
        terms: i64::from(convention != Convention::Normal),
        origin: draft.from.clone(),
    };
    row.id = norms::add_set(&mut writer, &row)?;
    if row.terms > 0 {
        pilots::add_terms(&mut writer, row.id, row.terms, &row.name, allowance, convention)?;
    }
    let (taken, warnings) = match (&source, draft.from.as_str()) {
        (Some(source), _) => {
            let taken = copy_lines(context, &mut writer, source, &row)?;
            let as_copied = copied == (allowance, convention);
            (taken, if as_copied { Vec::new() } else { retake_changed(context, &mut writer, &row)? })
        }
        (None, "studies") => take_studies(context, &mut writer, &row)?,
        (None, _) => (0, Vec::new()),
    };
    Ok(Done::new(writer, json!({"set": draft.set, "lines": taken})).warning(warnings))
}

pub(super) fn check_allowance(convention: Convention, allowance: BasisPoints) -> Result<(), Rejection> {
    if (0..=convention.largest().0).contains(&allowance.0) {
        Ok(())
    } else {
        Err(Rejection::because(RefusalCode::BadInput, "allowance")
            .naming("allowance_bp", allowance.0)
            .naming("most", convention.largest().0))
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
pub(super) struct Terms {
    boost: Option<BasisPoints>,
    boost_reason: Option<String>,
    allowance: Option<BasisPoints>,
    hard_share: Option<BasisPoints>,
    hard_share_count: Option<i64>,
    hard_share_source: Option<String>,
}

impl Terms {
    /// A boost with its reason, where there is one, and nothing else.
    pub(super) fn boosted(boost: Option<BasisPoints>, boost_reason: Option<String>) -> Self {
        Self { boost, boost_reason, ..Self::default() }
    }

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
        // A boost taken away takes its reason with it.
        let boost_reason = before.boost_reason.filter(|_| set.boost_bp != Some(BasisPoints::ONE));
        let own_allowance = before.allowance.filter(|_| set.own_allowance != Some(false));
        Self {
            boost: set.boost_bp.or(before.boost),
            boost_reason: set.boost_reason.clone().or(boost_reason),
            allowance: set.allowance_bp.or(own_allowance),
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
    check_allowance(set.convention, allowance)?;
    let standard: Fraction = norm::standard_time_by(normal, set.convention, allowance)?;
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
        evidence: Some(study_figures::evidence(&observations, &known, set.convention, allowance, share.days)),
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
    let ways = [given.study.is_some(), given.expert_cmin.is_some(), given.imported_cmin.is_some()];
    if ways.into_iter().filter(|given| *given).count() != 1 {
        return Err(Rejection::because(RefusalCode::BadInput, "study-or-expert").into());
    }
    if given.own_allowance == Some(false) && given.allowance_bp.is_some() {
        return Err(Rejection::because(RefusalCode::BadInput, "own-allowance").into());
    }
    let action = action_of(context, &given.action)?;
    if action.kind == ActionKind::Automatic || !action.active {
        return Err(Rejection::because(RefusalCode::BadInput, "not-weighed").naming("action", &action.code).into());
    }
    let lines = norms::lines(context.db, set.id)?;
    let before = lines.iter().find(|line| line.action == action.id);
    let terms = Terms::given(given, before);
    let typed = given.expert_cmin.map(|norm| (Basis::Expert, norm));
    let typed = typed.or(given.imported_cmin.map(|norm| (Basis::Imported, norm)));
    let (line, study, warnings) = match (given.study, typed) {
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
        (None, typed) => {
            let (basis, norm) = typed.unwrap_or((Basis::Expert, CentiMinutes::ZERO));
            (typed_line(&action, basis, norm, given.reason.as_deref(), &terms)?, None, Vec::new())
        }
    };
    require_draft(context, &set)?;
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

/// Refuses what only a draft allows.
pub(super) fn require_draft(context: &Context<'_>, set: &SetRow) -> Result<(), Stop> {
    let state = state_of(context.db, set, context.today())?;
    Ok(norm_set::require_state(state.is_draft(), state)?)
}

/// A norm that was typed in by an expert or taken from a file.
pub(super) fn typed_line(
    action: &Action,
    basis: Basis,
    norm: CentiMinutes,
    reason: Option<&str>,
    terms: &Terms,
) -> Result<NormLine, Stop> {
    if !(1..=1_000_000).contains(&norm.0) {
        return Err(Rejection::because(RefusalCode::BadInput, "expert").naming("expert_cmin", norm.0).into());
    }
    let reason = reason.map(str::trim).filter(|reason| !reason.is_empty());
    let reason = reason.ok_or_else(|| match basis {
        Basis::Imported => Rejection::because(RefusalCode::NeedsReason, "imported"),
        _ => Rejection::because(RefusalCode::NeedsReason, "expert"),
    })?;
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

/// What a set lacks: norms of active manual actions, answers to flags, reasons of boosts; and what tells the talk only.
pub(super) fn submit_facts(db: &rusqlite::Connection, set: &SetRow) -> Result<SubmitFacts, Stop> {
    let lines = norms::lines(db, set.id)?;
    let has_line = |action: &Action| lines.iter().any(|line| line.action == action.id);
    let without_norm: Vec<Code> = catalogue::actions(db)?
        .into_iter()
        .filter(|action| action.active && action.kind == ActionKind::Manual && !has_line(action))
        .map(|action| action.code)
        .collect();
    let mut facts = SubmitFacts { without_norm, ..SubmitFacts::default() };
    for line in &lines {
        let said = line.boost_reason.as_deref().is_some_and(|reason| !reason.trim().is_empty());
        if line.boost > BasisPoints::ONE && !said {
            facts.boosts_unexplained.push(line.action_code.clone());
        }
        let Some(uuid) = line.study else { continue };
        let Some(study) = studies::study(db, uuid)? else { continue };
        let open = study_figures::open_flags(&studies::readings(db, study.id)?);
        if open > 0 {
            facts.open_flags.push((line.action_code.clone(), open));
        }
        let allowance = line.allowance.unwrap_or(set.allowance);
        if study.source == crate::domain::study::Source::CallRecord && allowance == BasisPoints::ZERO {
            facts.talk_only.push(line.action_code.clone());
        }
    }
    Ok(facts)
}

fn set_submit(context: &Context<'_>, submit: &SetSubmit) -> Result<Done, Stop> {
    let (set, permit) = set_of(context, submit.set, Act::SetSubmit)?;
    let state = state_of(context.db, &set, context.today())?;
    norm_set::check_submit(state, &submit.grounds, &submit_facts(context.db, &set)?)?;
    let mut writer = context.writer(&permit);
    // What was piloted is submitted as it was piloted; anything else rests on what its studies say now.
    let warnings = match pilots::standing(context.db, set.id)? {
        Some(pilot) => {
            let days = pilots::closed_days(context.db, set.department, pilot.from, pilot.to)?;
            let mut warnings = studies_gone_on(context, &set)?;
            if days < crate::domain::order::PILOT_DAYS {
                let needed = crate::domain::order::PILOT_DAYS;
                warnings.push(Warning::of("pilot-short").naming("days", days).naming("needed", needed));
            }
            warnings
        }
        None => retake_changed(context, &mut writer, &set)?,
    };
    norms::add_step(&mut writer, context.db, set.id, "submitted", context.actor.person, submit.grounds.trim())?;
    let fingerprint = fingerprint_of(context.db, &set)?;
    Ok(Done::new(writer, json!({"set": submit.set, "state": SetState::Submitted, "fingerprint": fingerprint}))
        .warning(warnings))
}

/// A measured line beside what its study gives now.
struct Beside {
    line: NormLine,
    fresh: NormLine,
    study: i64,
    remarks: Vec<Warning>,
}

/// Every measured line of a set beside what its study gives now.
fn fresh_lines(context: &Context<'_>, set: &SetRow) -> Result<Vec<Beside>, Stop> {
    let mut found = Vec::new();
    for line in norms::lines(context.db, set.id)? {
        let Some(uuid) = line.study else { continue };
        let Some(study) = studies::study(context.db, uuid)? else { continue };
        let Some(action) = catalogue::action_by_id(context.db, line.action)? else { continue };
        let (fresh, remarks) = measured_line(context, set, &action, &study, &Terms::of_line(&line))?;
        found.push(Beside { line, fresh, study: study.id, remarks });
    }
    Ok(found)
}

/// The norms of a piloted set whose studies would give another one now.
fn studies_gone_on(context: &Context<'_>, set: &SetRow) -> Result<Vec<Warning>, Stop> {
    let mut warnings = Vec::new();
    for one in fresh_lines(context, set)? {
        warnings.extend(one.remarks);
        if one.fresh.norm != one.line.norm {
            let remark = Warning::of("study-went-on")
                .naming("action", &one.line.action_code)
                .naming("norm_cmin", one.line.norm.0)
                .naming("fresh_cmin", one.fresh.norm.0);
            warnings.push(remark);
        }
    }
    Ok(warnings)
}

/// Takes measured norms again whose studies have gone on since, or whose set has other terms, so that a set rests on
/// what the studies say at that moment; every norm that moved is named in a warning.
pub(super) fn retake_changed(
    context: &Context<'_>,
    writer: &mut FactWriter<'_>,
    set: &SetRow,
) -> Result<Vec<Warning>, Stop> {
    let mut warnings = Vec::new();
    for one in fresh_lines(context, set)? {
        warnings.extend(one.remarks);
        if one.fresh == one.line {
            continue;
        }
        let version = norms::next_line(context.db, set.id, one.line.action)?;
        norms::add_line(writer, set.id, &one.fresh, Some(one.study), version)?;
        if one.fresh.norm != one.line.norm {
            let remark = Warning::of("norm-retaken")
                .naming("action", &one.line.action_code)
                .naming("before_cmin", one.line.norm.0)
                .naming("norm_cmin", one.fresh.norm.0);
            warnings.push(remark);
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
    let written = (set.terms > 0).then_some((set.name.as_str(), set.convention));
    let terms = SetTerms { allowance: set.allowance, written };
    Ok(norm_set::fingerprint(&norm_set::canonical_form(set.uuid, &code, terms, &lines)))
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
