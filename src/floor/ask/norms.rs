//! The catalogue, norm sets and orders.

use std::collections::BTreeMap;

use chrono::{Months, NaiveDate};
use uuid::Uuid;

use super::Reader;
use super::orders::{acquaintance_counts, order_of, pilot_days, pilot_period, revocation, superseded};
use crate::domain::action::Action;
use crate::domain::instant::Instant;
use crate::domain::norm_set::{Evidence, NormLine, SetState, SubmitFacts};
use crate::domain::order::{PILOT_DAYS, proposed_number};
use crate::domain::rejection::{RefusalCode, Rejection};
use crate::domain::units::CentiMinutes;
use crate::floor::Stop;
use crate::floor::norms::{fingerprint_of, state_of, submit_facts};
use crate::policy::{Act, Scope, Target, widest};
use crate::store::norms::{OrderRow, SetRow};
use crate::store::orders::numbers;
use crate::store::{catalogue, norms as rows, people, pilots};
use crate::views::Named;
use crate::views::norms::{
    ActionView, ActionsView, LineView, OpenFlagsView, OrderBrief, OrderView, OrdersView, PilotBrief, SetBrief, SetView,
    SetsView,
};

/// How many days of the calendar a pilot is planned over.
const AHEAD: u64 = 92;

pub(super) fn actions(reader: &Reader<'_>) -> Result<ActionsView, Stop> {
    reader.widest(Act::AskActions)?;
    let actions = catalogue::actions(reader.db)?.into_iter().map(ActionView::from).collect();
    Ok(ActionsView { actions })
}

pub(super) fn department_name(reader: &Reader<'_>, id: i64) -> Result<Named, Stop> {
    let found = people::departments(reader.db)?.into_iter().find(|department| department.id == id);
    Ok(found.map_or(Named { code: String::new(), name: String::new() }, |department| Named {
        code: department.code.to_string(),
        name: department.name,
    }))
}

pub(super) fn person_name(reader: &Reader<'_>, id: i64) -> Result<Named, Stop> {
    let found = people::person_by_id(reader.db, id)?;
    Ok(found.map_or(Named { code: String::new(), name: String::new() }, |person| Named {
        code: person.code.to_string(),
        name: person.name,
    }))
}

/// Whether this person sees sets that no order has approved: who keeps or approves them.
fn sees_drafts(reader: &Reader<'_>) -> bool {
    widest(&reader.actor, Act::SetKeep).is_ok() || widest(&reader.actor, Act::OrderApprove).is_ok()
}

fn visible(reader: &Reader<'_>, set: &SetRow) -> Result<bool, Stop> {
    if reader.permit(Act::AskSet, Target::department(Some(set.department))).is_err() {
        return Ok(false);
    }
    Ok(sees_drafts(reader) || rows::order_of_set(reader.db, set.id)?.is_some())
}

fn brief(reader: &Reader<'_>, set: &SetRow) -> Result<SetBrief, Stop> {
    let order = rows::order_of_set(reader.db, set.id)?;
    Ok(SetBrief {
        set: set.uuid,
        name: set.name.clone(),
        department: department_name(reader, set.department)?.code,
        state: state_of(reader.db, set, reader.today())?,
        lines: rows::lines(reader.db, set.id)?.len(),
        order: order.as_ref().map(|order| order.number.clone()),
        effective: order.map(|order| order.effective),
        pilot: pilot_brief(reader, set)?,
    })
}

/// The pilot that stands for what a set holds; of an approved set with the days there were at the approval.
pub(super) fn pilot_brief(reader: &Reader<'_>, set: &SetRow) -> Result<Option<PilotBrief>, Stop> {
    let Some(pilot) = pilots::standing(reader.db, set.id)? else { return Ok(None) };
    let closed_days = match rows::order_of_set(reader.db, set.id)? {
        Some(order) => pilot_days(reader, &order)?,
        None => pilots::closed_days(reader.db, set.department, pilot.from, pilot.to)?,
    };
    Ok(Some(PilotBrief { from: pilot.from, to: pilot.to, closed_days, needed_days: PILOT_DAYS }))
}

pub(super) fn sets(reader: &Reader<'_>) -> Result<SetsView, Stop> {
    reader.widest(Act::AskSet)?;
    let mut sets = Vec::new();
    for set in rows::sets(reader.db)? {
        if visible(reader, &set)? {
            sets.push(brief(reader, &set)?);
        }
    }
    let keeps = widest(&reader.actor, Act::SetKeep).ok();
    let departments = people::departments(reader.db)?
        .into_iter()
        .filter(|department| {
            keeps.as_ref().is_some_and(|permit| permit.covers(Target::department(Some(department.id))))
        })
        .map(|department| Named { code: department.code.to_string(), name: department.name })
        .collect();
    Ok(SetsView { sets, departments, work_days: super::kpi::work_days(reader, AHEAD)?, today: reader.today() })
}

pub(super) fn set(reader: &Reader<'_>, uuid: Uuid) -> Result<SetView, Stop> {
    reader.widest(Act::AskSet)?;
    let not_found = || Rejection::because(RefusalCode::NotFound, "set");
    let set = rows::set(reader.db, uuid)?.ok_or_else(not_found)?;
    if !visible(reader, &set)? {
        return Err(not_found().into());
    }
    set_view(reader, &set)
}

fn set_view(reader: &Reader<'_>, set: &SetRow) -> Result<SetView, Stop> {
    let state = state_of(reader.db, set, reader.today())?;
    let actions: BTreeMap<i64, Action> =
        catalogue::actions(reader.db)?.into_iter().map(|action| (action.id, action)).collect();
    let in_force = match rows::set_in_force(reader.db, set.department, reader.today())? {
        Some(id) => rows::lines(reader.db, id)?.into_iter().map(|line| (line.action, line.weight)).collect(),
        None => BTreeMap::new(),
    };
    let lines = rows::lines(reader.db, set.id)?;
    let facts = if state.is_draft() || matches!(state, SetState::Submitted | SetState::Pilot) {
        submit_facts(reader.db, set)?
    } else {
        SubmitFacts::default()
    };
    let mut open_flags = Vec::new();
    for (code, count) in &facts.open_flags {
        let study = lines.iter().find(|line| line.action_code == *code).and_then(|line| line.study);
        if let Some(study) = study {
            open_flags.push(OpenFlagsView { action: code.to_string(), study, count: *count });
        }
    }
    let steps = rows::steps(reader.db, set.id)?;
    let last = |state: &str| steps.iter().rev().find(|step| step.state == state);
    let submitted_by = last("submitted").map(|step| person_name(reader, step.person)).transpose()?;
    let order = rows::order_of_set(reader.db, set.id)?;
    Ok(SetView {
        set: set.uuid,
        name: set.name.clone(),
        department: department_name(reader, set.department)?,
        state,
        allowance_bp: set.allowance,
        convention: set.convention,
        pilot: pilot_brief(reader, set)?,
        lines: lines
            .iter()
            .filter_map(|line| {
                actions.get(&line.action).map(|action| line_view(line, action, in_force.get(&line.action).copied()))
            })
            .collect(),
        missing: facts.without_norm.iter().map(ToString::to_string).collect(),
        open_flags,
        boosts_unexplained: facts.boosts_unexplained.iter().map(ToString::to_string).collect(),
        talk_only: facts.talk_only.iter().map(ToString::to_string).collect(),
        grounds: last("submitted").map(|step| step.text.clone()),
        comment: last("returned").map(|step| step.text.clone()),
        submitted_by,
        order: order.as_ref().map(|order| order.number.clone()),
        effective: order.map(|order| order.effective),
        fingerprint: fingerprint_of(reader.db, set)?,
    })
}

fn line_view(line: &NormLine, action: &Action, in_force: Option<CentiMinutes>) -> LineView {
    let evidence = line.evidence.as_ref();
    let ends = evidence.and_then(Evidence::interval);
    LineView {
        action: line.action_code.to_string(),
        name_ru: action.name_ru.clone(),
        name_en: action.name_en.clone(),
        group: action.group.clone(),
        basis: line.basis,
        study: line.study,
        regular_count: line.regular_count,
        hard_count: line.hard_count,
        excluded_count: line.excluded_count,
        hard_share_bp: line.hard_share,
        hard_share_count: line.hard_share_count,
        hard_share_source: line.hard_share_source.clone(),
        allowance_bp: line.allowance,
        norm_cmin: line.norm,
        low_cmin: ends.map(|(low, _)| low),
        high_cmin: ends.map(|(_, high)| high),
        interval_method: evidence.map(|evidence| evidence.method.clone()),
        operators: evidence.map(|evidence| evidence.operators),
        hard_share_from: evidence.and_then(|evidence| evidence.share_days).map(|(from, _)| from),
        hard_share_to: evidence.and_then(|evidence| evidence.share_days).map(|(_, to)| to),
        boost_bp: line.boost,
        boost_reason: line.boost_reason.clone(),
        weight_cmin: line.weight,
        in_force_cmin: in_force,
        reason: line.reason.clone(),
    }
}

pub(super) fn orders(reader: &Reader<'_>) -> Result<OrdersView, Stop> {
    let permit = reader.widest(Act::AskOrder)?;
    let mut waiting = Vec::new();
    if sees_drafts(reader) {
        for set in rows::sets(reader.db)? {
            if permit.covers(Target::department(Some(set.department)))
                && state_of(reader.db, &set, reader.today())? == SetState::Submitted
            {
                waiting.push(brief(reader, &set)?);
            }
        }
    }
    let all = rows::orders(reader.db)?;
    let mut orders = Vec::new();
    for order in all
        .iter()
        .filter(|order| permit.scope() == Scope::All || permit.covers(Target::department(Some(order.department))))
    {
        if let Some(set) = rows::set_by_id(reader.db, order.set)? {
            let (acknowledged, missing) = acquaintance_counts(reader, order)?;
            orders.push(OrderBrief {
                order: order.uuid,
                number: order.number.clone(),
                date: order.date,
                effective: order.effective,
                set: set.uuid,
                set_name: set.name.clone(),
                department: department_name(reader, order.department)?.code,
                state: state_of(reader.db, &set, reader.today())?,
                revocation: revocation(reader, order)?,
                pilot_days: pilot_days(reader, order)?,
                acknowledged,
                missing,
            });
        }
    }
    let today = reader.today();
    Ok(OrdersView {
        waiting,
        orders,
        proposed_number: proposed_number(numbers(reader.db)?.iter().map(String::as_str)),
        proposed_effective: proposed_effective(today, &all),
        today,
    })
}

/// The first day that keeps the two months' notice and lies after every order's.
fn proposed_effective(today: NaiveDate, orders: &[OrderRow]) -> NaiveDate {
    let notice = today.checked_add_months(Months::new(2)).unwrap_or(today);
    let standing = orders.iter().filter(|order| !order.revoked);
    let after = standing.filter_map(|order| order.effective.succ_opt()).max().unwrap_or(notice);
    notice.max(after)
}

pub(super) fn order(reader: &Reader<'_>, number: &str) -> Result<OrderView, Stop> {
    let order = order_of(reader, Act::AskOrder, number)?;
    let not_found = || Rejection::because(RefusalCode::NotFound, "order").naming("number", number);
    let set = rows::set_by_id(reader.db, order.set)?.ok_or_else(not_found)?;
    let pilot = pilot_period(reader, &order)?;
    let (pilot_days, revocation) = (pilot_days(reader, &order)?, revocation(reader, &order)?);
    let supersedes = superseded(reader, &order)?.map(|order| order.number);
    let (acknowledged, missing) = acquaintance_counts(reader, &order)?;
    Ok(OrderView {
        order: order.uuid,
        number: order.number,
        date: order.date,
        effective: order.effective,
        approved_by: person_name(reader, order.approved_by)?,
        approved_at: Instant::from_millis(order.approved_at).map(|at| reader.floor.local(at)).unwrap_or_default(),
        early_reason: order.early_reason,
        pilot_reason: order.pilot_reason,
        pilot_from: pilot.map(|(from, _)| from),
        pilot_to: pilot.map(|(_, to)| to),
        pilot_days,
        supersedes,
        representative: order.representative,
        password_reset_by: order.password_reset_by,
        revocation,
        acknowledged,
        missing,
        fingerprint: order.fingerprint,
        chain_head: order.chain_head,
        set: set_view(reader, &set)?,
    })
}
