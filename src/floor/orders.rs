//! Orders: approve, revoke, acknowledge. Whose words stand in them is checked with the password.

use serde_json::json;

use super::command::{OrderAcknowledge, OrderApprove, OrderRevoke, OrdersCommand};
use super::norms::{fingerprint_of, set_of, state_of, submit_facts};
use super::people::require_text;
use super::sign_in::PasswordProof;
use super::{Context, Done, Stop, deputies, pilots as handlers};
use crate::domain::norm_set::{self, SetState};
use crate::domain::order::{self, OrderFacts};
use crate::domain::rejection::{RefusalCode, Rejection};
use crate::policy::{Act, Permit, Target};
use crate::store::norms::{OrderRow, SetRow};
use crate::store::orders::{RevocationRow, TermsRow};
use crate::store::{audit, days, norms, orders, people, pilots, tickets};

/// A day in milliseconds: a password reset by another within it is printed on the order.
const DAY_MS: i64 = 24 * 60 * 60 * 1000;

pub(super) fn handle(
    context: &Context<'_>,
    command: &OrdersCommand,
    proof: Option<&PasswordProof>,
) -> Result<Done, Stop> {
    match command {
        OrdersCommand::SetChange(change) => handlers::set_change(context, change),
        OrdersCommand::SetPilot(pilot) => handlers::set_pilot(context, pilot),
        OrdersCommand::SetWithdraw(withdraw) => handlers::set_withdraw(context, withdraw),
        OrdersCommand::OrderRevoke(revoke) => order_revoke(context, revoke, proof),
        OrdersCommand::OrderAcknowledge(acknowledge) => order_acknowledge(context, acknowledge),
        OrdersCommand::DeputyName(name) => deputies::deputy_name(context, name),
        OrdersCommand::DeputyEnd(end) => deputies::deputy_end(context, end),
        OrdersCommand::SettingSet(set) => deputies::setting_set(context, set),
    }
}

fn require_password(context: &Context<'_>, proof: Option<&PasswordProof>) -> Result<(), Rejection> {
    if proof.is_some_and(|proof| proof.stands_for(context.actor.person)) {
        Ok(())
    } else {
        Err(Rejection::because(RefusalCode::BadCredentials, "confirm"))
    }
}

/// Who else set the signer's password within the last day, where somebody did.
fn password_reset_by(context: &Context<'_>) -> Result<Option<String>, Stop> {
    let since = context.now.millis() - DAY_MS;
    Ok(people::reset_by_another(context.db, context.actor.person, context.actor.code.as_str(), since)?)
}

pub(super) fn approve(
    context: &Context<'_>,
    approve: &OrderApprove,
    proof: Option<&PasswordProof>,
) -> Result<Done, Stop> {
    let (set, permit) = set_of(context, approve.set, Act::OrderApprove)?;
    require_password(context, proof)?;
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
    norm_set::check_contents(&submit_facts(context.db, &set)?)?;
    let standing = standing_orders(context, set.department)?;
    let terms = terms_of(context, &set, approve, &standing)?;
    order::check(&OrderFacts {
        today: context.today(),
        date: approve.date,
        effective: approve.effective,
        early_reason: approve.early_reason.clone(),
        pilot_days: terms.pilot_days,
        pilot_reason: approve.pilot_reason.clone(),
        latest_effective: standing.first().map(|order| order.effective),
        has_history_since: tickets::any_since(context.db, set.department, approve.effective)?
            || days::any_closed_since(context.db, approve.effective)?,
        number_taken: orders::number_taken(context.db, &approve.number)?,
    })?;
    context.require_clock()?;
    write_order(context, &permit, &set, approve, &terms)
}

/// The department's orders that stand, newest effective day first.
fn standing_orders(context: &Context<'_>, department: i64) -> Result<Vec<OrderRow>, Stop> {
    Ok(norms::orders_of(context.db, department)?.into_iter().filter(|order| !order.revoked).collect())
}

/// What the order is signed on: the pilot that stands for the set, and the order it takes the place of.
fn terms_of(
    context: &Context<'_>,
    set: &SetRow,
    approve: &OrderApprove,
    standing: &[OrderRow],
) -> Result<TermsRow, Stop> {
    let pilot = pilots::standing(context.db, set.id)?;
    let pilot_days = match &pilot {
        Some(pilot) => pilots::closed_days(context.db, set.department, pilot.from, pilot.to)?,
        None => 0,
    };
    Ok(TermsRow {
        pilot: pilot.as_ref().map(|pilot| pilot.id),
        pilot_period: pilot.map(|pilot| (pilot.from, pilot.to)),
        pilot_days,
        supersedes: standing.iter().find(|order| order.effective < approve.effective).map(|order| order.id),
    })
}

fn write_order(
    context: &Context<'_>,
    permit: &Permit,
    set: &SetRow,
    approve: &OrderApprove,
    terms: &TermsRow,
) -> Result<Done, Stop> {
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
        fingerprint: fingerprint_of(context.db, set)?,
        chain_head: audit::head(context.db)?.1,
        password_reset_by: password_reset_by(context)?,
        approved_at: context.now.millis(),
        seq: context.seq,
        revoked: false,
    };
    let mut writer = context.writer(permit);
    let id = norms::add_order(&mut writer, &order)?;
    orders::add_terms(&mut writer, id, terms)?;
    let result = json!({
        "order": approve.order,
        "set": approve.set,
        "number": order.number,
        "effective": approve.effective,
        "pilot_days": terms.pilot_days,
        "fingerprint": order.fingerprint,
        "chain_head": order.chain_head,
    });
    Ok(Done::new(writer, result))
}

/// An order within the actor's reach, with the leave for an act on it.
fn order_of(context: &Context<'_>, uuid: uuid::Uuid, act: Act) -> Result<(OrderRow, Permit), Stop> {
    crate::policy::widest(&context.actor, act)?;
    let not_found = || Rejection::because(RefusalCode::NotFound, "order").naming("number", uuid);
    let order = norms::order(context.db, uuid)?.ok_or_else(not_found)?;
    let permit = context
        .permit(act, Target::department(Some(order.department)), RefusalCode::NotFound)
        .map_err(|_| not_found())?;
    Ok((order, permit))
}

fn order_revoke(context: &Context<'_>, revoke: &OrderRevoke, proof: Option<&PasswordProof>) -> Result<Done, Stop> {
    let (order, permit) = order_of(context, revoke.order, Act::OrderApprove)?;
    require_password(context, proof)?;
    if let Some(number) = &revoke.number {
        require_text(number, "number")?;
    }
    norm_set::require_state(!order.revoked, SetState::Revoked)?;
    let number = match &revoke.number {
        Some(number) => number.trim().to_owned(),
        None => order::proposed_number(orders::numbers(context.db)?.iter().map(String::as_str)),
    };
    order::check_revocation(order.effective, context.today(), orders::number_taken(context.db, &number)?)?;
    context.require_clock()?;
    let said =
        |text: &Option<String>| text.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned);
    let revocation = RevocationRow {
        order: order.id,
        number,
        date: revoke.date.unwrap_or(context.today()),
        person: context.actor.person,
        reason: said(&revoke.reason),
        password_reset_by: password_reset_by(context)?,
        at: context.now.millis(),
    };
    let mut writer = context.writer(&permit);
    orders::add_revocation(&mut writer, &revocation)?;
    let set = norms::set_by_id(context.db, order.set)?.map(|set| set.uuid);
    let result = json!({
        "order": revoke.order,
        "revoked": order.number,
        "number": revocation.number,
        "date": revocation.date,
        "set": set,
        "state": SetState::Revoked,
    });
    Ok(Done::new(writer, result))
}

fn order_acknowledge(context: &Context<'_>, acknowledge: &OrderAcknowledge) -> Result<Done, Stop> {
    let (order, permit) = order_of(context, acknowledge.order, Act::OrderAcknowledge)?;
    if order.revoked {
        return Err(Rejection::because(RefusalCode::BadInput, "order-revoked").naming("number", order.number).into());
    }
    if orders::acknowledged(context.db, order.id)?.contains_key(&context.actor.person) {
        let refusal = Rejection::because(RefusalCode::IdConflict, "acknowledged").naming("number", order.number);
        return Err(refusal.into());
    }
    let mut writer = context.writer(&permit);
    orders::add_acknowledgement(&mut writer, order.id, context.actor.person)?;
    let late = context.today() >= order.effective;
    Ok(Done::new(writer, json!({"order": acknowledge.order, "number": order.number, "late": late})))
}
