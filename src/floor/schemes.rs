//! Pay schemes: draft, pilot, submit, return, approve.

use chrono::{Datelike, Months};
use serde_json::json;
use uuid::Uuid;

use super::command::{SchemeApprove, SchemeDraft, SchemePilot, SchemeReturn, SchemeSubmit};
use super::department::require_in_use;
use super::month::Schemes;
use super::people::{department_key, require_text};
use super::sign_in::PasswordProof;
use super::{Context, Done, Stop};
use crate::domain::canonical;
use crate::domain::code::{Code, folded};
use crate::domain::month::Month;
use crate::domain::rejection::{RefusalCode, Rejection, Warning};
use crate::domain::scheme::Scheme;
use crate::policy::{Act, Permit, Target};
use crate::store::pay::{self, SchemeOrder, SchemeRow, SchemeStep};
use crate::store::{audit, people};

/// A day in milliseconds: a password reset by another within it is printed on the order.
const DAY_MS: i64 = 24 * 60 * 60 * 1000;

/// Where a scheme stands in a month, by its steps and orders.
pub(super) fn state_of(schemes: &Schemes, row: &SchemeRow, steps: &[SchemeStep], month: Month) -> String {
    if let Some(order) = schemes.orders.iter().find(|order| order.scheme == row.id) {
        if order.effective > month {
            return "approved".to_owned();
        }
        let current = newest(schemes, row, month);
        return if current == Some(row.id) { "in-force" } else { "superseded" }.to_owned();
    }
    steps.last().map_or_else(|| "draft".to_owned(), |step| step.state.clone())
}

/// The scheme that pays a department and position, exactly these, in a month.
fn newest(schemes: &Schemes, row: &SchemeRow, month: Month) -> Option<i64> {
    let same = |scheme: i64| {
        schemes.all.iter().any(|known| {
            known.row.id == scheme
                && known.row.department == row.department
                && known.row.position.as_deref().map(folded) == row.position.as_deref().map(folded)
        })
    };
    let orders = schemes.orders.iter().filter(|order| order.effective <= month && same(order.scheme));
    orders.max_by_key(|order| order.effective).map(|order| order.scheme)
}

fn fingerprint(row: &SchemeRow, department: &str) -> String {
    let content: serde_json::Value = serde_json::from_str(&row.content).unwrap_or_default();
    let form = json!({
        "form": 1, "scheme": row.code, "department": department, "position": row.position, "name": row.name, "content": content,
    });
    canonical::sha256(&canonical::text(&form))
}

/// The fingerprint of a scheme's content as it stands.
pub(super) fn fingerprint_of(db: &rusqlite::Connection, row: &SchemeRow) -> Result<String, Stop> {
    let departments = people::departments(db)?;
    let department = departments.iter().find(|department| department.id == row.department);
    Ok(fingerprint(row, department.map_or("", |department| department.code.as_str())))
}

fn scheme_of(context: &Context<'_>, code: &Code, act: Act) -> Result<(SchemeRow, Permit, Vec<SchemeStep>), Stop> {
    crate::policy::widest(&context.actor, act)?;
    let not_found = || Rejection::because(RefusalCode::NotFound, "scheme").naming("code", code);
    let row = pay::scheme(context.db, code)?.ok_or_else(not_found)?;
    let permit = context.permit(act, Target::department(Some(row.department)), RefusalCode::NotFound)?;
    let steps = pay::scheme_steps(context.db, row.id)?;
    Ok((row, permit, steps))
}

/// Refuses a step that does not fit where the scheme stands.
fn require(context: &Context<'_>, row: &SchemeRow, steps: &[SchemeStep], fits: &[&str]) -> Result<(), Stop> {
    let schemes = Schemes::load(context.db)?;
    let state = state_of(&schemes, row, steps, Month::of(context.today()));
    if fits.contains(&state.as_str()) {
        Ok(())
    } else {
        Err(Rejection::because(RefusalCode::SetNotDraft, "scheme").naming("state", state).into())
    }
}

fn step(context: &Context<'_>, state: &str, text: &str, months: Option<(Month, Month)>) -> SchemeStep {
    SchemeStep { state: state.to_owned(), person: context.actor.person, text: text.trim().to_owned(), months }
}

/// Refuses a scheme with a bonus by an indicator that nobody defined, or that was retired before the scheme is in force.
fn require_indicators(context: &Context<'_>, content: &Scheme) -> Result<(), Stop> {
    content.bonuses.iter().try_for_each(|bonus| require_in_use(context, &bonus.indicator))
}

fn content_of(row: &SchemeRow) -> Result<Scheme, Stop> {
    serde_json::from_str(&row.content).map_err(|error| Stop::Fault(error.to_string()))
}

pub(super) fn draft(context: &Context<'_>, draft: &SchemeDraft) -> Result<Done, Stop> {
    crate::policy::widest(&context.actor, Act::SchemeKeep)?;
    let department = department_key(context, &draft.department)?;
    let permit = context.permit(Act::SchemeKeep, Target::department(Some(department)), RefusalCode::NotPermitted)?;
    let content = draft.content();
    content.check()?;
    require_indicators(context, &content)?;
    let position = draft.position.as_deref().map(str::trim).filter(|position| !position.is_empty());
    let text = serde_json::to_string(&content).map_err(|error| Stop::Fault(error.to_string()))?;
    let name = draft.name.as_deref().map(str::trim).filter(|name| !name.is_empty()).unwrap_or(draft.scheme.as_str());
    let mut writer = context.writer(&permit);
    let version = if let Some(row) = pay::scheme(context.db, &draft.scheme)? {
        let steps = pay::scheme_steps(context.db, row.id)?;
        if row.department != department || row.position.as_deref().map(folded) != position.map(folded) {
            return Err(Rejection::because(RefusalCode::CodeTaken, "scheme").naming("code", &draft.scheme).into());
        }
        require(context, &row, &steps, &["draft", "pilot", "returned"])?;
        if steps.last().is_some_and(|last| last.state == "pilot") {
            // A scheme under pilot is not edited: editing makes it a draft again.
            pay::add_scheme_step(context.db, &mut writer, row.id, &step(context, "draft", "", None))?;
        }
        pay::add_scheme_version(&mut writer, row.id, row.version + 1, name, &text)?;
        row.version + 1
    } else {
        let id = pay::add_scheme(&mut writer, &draft.scheme, department, position)?;
        pay::add_scheme_version(&mut writer, id, 1, name, &text)?;
        1
    };
    Ok(Done::new(writer, json!({"scheme": draft.scheme, "version": version, "state": "draft"})))
}

pub(super) fn pilot(context: &Context<'_>, pilot: &SchemePilot) -> Result<Done, Stop> {
    let (row, permit, steps) = scheme_of(context, &pilot.scheme, Act::SchemeKeep)?;
    if pilot.from > pilot.to {
        return Err(Rejection::because(RefusalCode::BadInput, "dates").into());
    }
    require(context, &row, &steps, &["draft", "returned", "pilot"])?;
    let mut writer = context.writer(&permit);
    pay::add_scheme_step(context.db, &mut writer, row.id, &step(context, "pilot", "", Some((pilot.from, pilot.to))))?;
    Ok(Done::new(writer, json!({"scheme": pilot.scheme, "state": "pilot", "from": pilot.from, "to": pilot.to})))
}

pub(super) fn submit(context: &Context<'_>, submit: &SchemeSubmit) -> Result<Done, Stop> {
    let (row, permit, steps) = scheme_of(context, &submit.scheme, Act::SchemeKeep)?;
    require(context, &row, &steps, &["draft", "pilot", "returned"])?;
    require_indicators(context, &content_of(&row)?)?;
    let mut writer = context.writer(&permit);
    pay::add_scheme_step(context.db, &mut writer, row.id, &step(context, "submitted", &submit.grounds, None))?;
    let fingerprint = fingerprint_of(context.db, &row)?;
    Ok(Done::new(writer, json!({"scheme": submit.scheme, "state": "submitted", "fingerprint": fingerprint})))
}

pub(super) fn give_back(context: &Context<'_>, back: &SchemeReturn) -> Result<Done, Stop> {
    let (row, permit, steps) = scheme_of(context, &back.scheme, Act::SchemeApprove)?;
    require(context, &row, &steps, &["submitted"])?;
    if back.comment.trim().is_empty() {
        return Err(Rejection::because(RefusalCode::NeedsReason, "scheme-return").into());
    }
    let mut writer = context.writer(&permit);
    pay::add_scheme_step(context.db, &mut writer, row.id, &step(context, "returned", &back.comment, None))?;
    Ok(Done::new(writer, json!({"scheme": back.scheme, "state": "returned"})))
}

pub(super) fn approve(
    context: &Context<'_>,
    approve: &SchemeApprove,
    proof: Option<&PasswordProof>,
) -> Result<Done, Stop> {
    let (row, permit, steps) = scheme_of(context, &approve.scheme, Act::SchemeApprove)?;
    if !proof.is_some_and(|proof| proof.stands_for(context.actor.person)) {
        return Err(Rejection::because(RefusalCode::BadCredentials, "confirm").into());
    }
    if steps.last().is_some_and(|step| step.state == "submitted" && step.person == context.actor.person) {
        return Err(Rejection::because(RefusalCode::OwnOrder, "scheme").into());
    }
    require_text(&approve.number, "number")?;
    if approve.effective.day() != 1 {
        return Err(Rejection::because(RefusalCode::BadInput, "scheme-month").naming("day", approve.effective).into());
    }
    require(context, &row, &steps, &["submitted"])?;
    require_indicators(context, &content_of(&row)?)?;
    let effective = Month::of(approve.effective);
    let date = approve.date.unwrap_or(context.today());
    let warnings = check_dates(context, &row, approve, effective, date)?;
    context.require_clock()?;
    let since = context.now.millis() - DAY_MS;
    let reset_by = people::reset_by_another(context.db, context.actor.person, context.actor.code.as_str(), since)?;
    let order = SchemeOrder {
        scheme: row.id,
        uuid: approve
            .order
            .unwrap_or_else(|| Uuid::new_v5(&context.floor.row.uuid, approve.scheme.as_str().as_bytes())),
        number: approve.number.trim().to_owned(),
        date,
        effective,
        approved_by: context.actor.person,
        early_reason: approve.early_reason.clone(),
        fingerprint: fingerprint_of(context.db, &row)?,
        chain_head: audit::head(context.db)?.1,
        password_reset_by: reset_by,
    };
    let mut writer = context.writer(&permit);
    pay::add_scheme_order(&mut writer, &order)?;
    let result = json!({
        "scheme": approve.scheme, "order": order.uuid, "number": order.number, "effective": approve.effective,
        "fingerprint": order.fingerprint, "chain_head": order.chain_head,
    });
    Ok(Done::new(writer, result).warning(warnings))
}

/// Effective months grow in order of approval; only a first scheme of its people may begin in the past, and none in a
/// locked month. A short notice and a fixed part below the minimum wage are remarks, not refusals.
fn check_dates(
    context: &Context<'_>,
    row: &SchemeRow,
    approve: &SchemeApprove,
    effective: Month,
    date: chrono::NaiveDate,
) -> Result<Vec<Warning>, Stop> {
    let schemes = Schemes::load(context.db)?;
    let latest = newest(&schemes, row, Month::of(chrono::NaiveDate::MAX));
    let latest = latest.and_then(|latest| schemes.orders.iter().find(|order| order.scheme == latest));
    if let Some(latest) = latest.filter(|latest| effective <= latest.effective) {
        let refusal = Rejection::because(RefusalCode::EffectivePast, "before-latest");
        return Err(refusal.naming("latest", latest.effective).into());
    }
    // A position's first scheme takes it out of the department's: then somebody is paid by that already.
    let paid = schemes.in_force(row.department, row.position.as_deref(), Month::of(context.today()));
    if (latest.is_some() || paid.is_some()) && effective.first() <= context.today() {
        return Err(Rejection::of(RefusalCode::EffectivePast).naming("today", context.today()).into());
    }
    let locked = pay::locks(context.db)?.iter().map(|lock| lock.month).filter(|month| *month >= effective).max();
    if let Some(month) = locked {
        return Err(Rejection::because(RefusalCode::MonthLocked, "scheme").naming("month", month).into());
    }
    if pay::scheme_number_taken(context.db, &approve.number)? {
        return Err(Rejection::of(RefusalCode::NumberTaken).into());
    }
    let mut warnings = Vec::new();
    let notice = date.checked_add_months(Months::new(2)).unwrap_or(date);
    let given = approve.early_reason.as_deref().is_some_and(|reason| !reason.trim().is_empty());
    if latest.is_some() && effective.first() < notice && !given {
        warnings.push(Warning::of("scheme-notice").naming("earliest", notice));
    }
    warnings.extend(below_minimum_wage(context, row)?);
    Ok(warnings)
}

/// A remark for each person whose fixed part lies below the set minimum wage.
fn below_minimum_wage(context: &Context<'_>, row: &SchemeRow) -> Result<Vec<Warning>, Stop> {
    let content = content_of(row)?;
    let touched = people::people_of(context.db, row.department)?;
    let position = row.position.as_deref().map(folded);
    let touched =
        touched.into_iter().filter(|person| position.is_none() || person.position.as_deref().map(folded) == position);
    let low = touched.filter(|person| person.salary.is_some_and(|salary| content.below_minimum_wage(salary)));
    Ok(low.map(|person| Warning::of("minimum-wage").naming("person", &person.code)).collect())
}
