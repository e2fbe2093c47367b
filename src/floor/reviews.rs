//! Reviews: a supervisor asks about a ticket, its operator answers, the supervisor concludes.
//!
//! Invariant: no review moves a minute; what is found wrong is put right by a correction with its own reason.

use serde_json::json;

use super::command::{ReviewAnswer, ReviewClose, ReviewOpen, ReviewSample};
use super::desk::said;
use super::people::person_of;
use super::{Context, Done, Stop};
use crate::domain::rejection::{RefusalCode, Rejection};
use crate::domain::review;
use crate::policy::{self, Act, Permit, Scope, Target};
use crate::store::reviews::{self, ReviewRow, SampleRow};
use crate::store::tickets;

/// The most tickets one sample may hold.
const SAMPLE_MOST: u32 = 200;

pub(super) fn review_open(context: &Context<'_>, open: &ReviewOpen) -> Result<Done, Stop> {
    policy::widest(&context.actor, Act::ReviewKeep)?;
    let not_found = || Rejection::because(RefusalCode::NotFound, "ticket");
    let ticket = tickets::ticket(context.db, open.ticket)?.ok_or_else(not_found)?;
    let target = Target::of(ticket.person, Some(ticket.department));
    let permit = context.permit(Act::ReviewKeep, target, RefusalCode::NotFound).map_err(|_| not_found())?;
    if ticket.person == context.actor.person {
        return Err(Rejection::because(RefusalCode::OwnTicket, "review").into());
    }
    if reviews::review(context.db, open.review)?.is_some() {
        return Err(Rejection::of(RefusalCode::IdConflict).into());
    }
    if reviews::reviews_of(context.db, ticket.id)?.iter().any(|review| !review.is_closed()) {
        return Err(Rejection::because(RefusalCode::IdConflict, "review-open").into());
    }
    let question = said(&open.question, "review")?;
    let mut writer = context.writer(&permit);
    reviews::add_review(&mut writer, open.review, ticket.id, context.actor.person, question)?;
    Ok(Done::new(writer, json!({"review": open.review, "ticket": open.ticket, "state": "open"})))
}

/// A review that the actor may carry on by an act, with the leave for it.
fn review_of(context: &Context<'_>, uuid: uuid::Uuid, act: Act) -> Result<(ReviewRow, Permit), Stop> {
    policy::widest(&context.actor, act)?;
    let not_found = || Rejection::because(RefusalCode::NotFound, "review");
    let review = reviews::review(context.db, uuid)?.ok_or_else(not_found)?;
    let ticket = tickets::ticket_by_id(context.db, review.ticket)?.ok_or_else(not_found)?;
    let target = Target::of(ticket.person, Some(ticket.department));
    let permit = context.permit(act, target, RefusalCode::NotFound).map_err(|_| not_found())?;
    if review.is_closed() {
        return Err(Rejection::because(RefusalCode::IdConflict, "review-closed").into());
    }
    Ok((review, permit))
}

pub(super) fn review_answer(context: &Context<'_>, answer: &ReviewAnswer) -> Result<Done, Stop> {
    let (review, permit) = review_of(context, answer.review, Act::ReviewAnswer)?;
    let text = said(&answer.answer, "review-answer")?;
    let mut writer = context.writer(&permit);
    reviews::add_step(&mut writer, &review, context.actor.person, "answered", text)?;
    Ok(Done::new(writer, json!({"review": answer.review, "state": "answered"})))
}

pub(super) fn review_close(context: &Context<'_>, close: &ReviewClose) -> Result<Done, Stop> {
    let (review, permit) = review_of(context, close.review, Act::ReviewKeep)?;
    let ticket = tickets::ticket_by_id(context.db, review.ticket)?;
    if ticket.is_some_and(|ticket| ticket.person == context.actor.person) {
        return Err(Rejection::because(RefusalCode::OwnTicket, "review").into());
    }
    let text = said(&close.conclusion, "review-close")?;
    let mut writer = context.writer(&permit);
    reviews::add_step(&mut writer, &review, context.actor.person, "closed", text)?;
    Ok(Done::new(writer, json!({"review": close.review, "state": "closed"})))
}

pub(super) fn review_sample(context: &Context<'_>, sample: &ReviewSample) -> Result<Done, Stop> {
    let person = match &sample.person {
        Some(code) => Some(person_of(context, code)?),
        None => None,
    };
    let target = match &person {
        Some(person) => Target::of(person.id, person.department),
        None => Target::department(context.actor.department),
    };
    let permit = context.permit(Act::ReviewKeep, target, RefusalCode::NotFound)?;
    if reviews::is_sample(context.db, sample.sample)? {
        return Err(Rejection::of(RefusalCode::IdConflict).into());
    }
    if sample.from > sample.to {
        return Err(Rejection::because(RefusalCode::BadInput, "dates").into());
    }
    if sample.size == 0 || sample.size > SAMPLE_MOST {
        let refusal = Rejection::because(RefusalCode::BadInput, "sample-size").naming("size", sample.size);
        return Err(refusal.naming("most", SAMPLE_MOST).into());
    }
    let department = (permit.scope() == Scope::Department).then_some(context.actor.department).flatten();
    let only = person.map(|person| person.id);
    let population = reviews::population(context.db, only, department, sample.from, sample.to)?;
    let seed = sample.seed.unwrap_or_else(|| review::seed_of(sample.sample));
    let drawn = review::draw(&population, usize::try_from(sample.size).unwrap_or(usize::MAX), seed);
    let row = SampleRow {
        id: 0,
        uuid: sample.sample,
        drawn_by: context.actor.person,
        department,
        person: only,
        from: sample.from,
        to: sample.to,
        size: i64::from(sample.size),
        seed,
        population: i64::try_from(population.len()).unwrap_or(i64::MAX),
    };
    let mut writer = context.writer(&permit);
    reviews::add_sample(&mut writer, &row, &drawn)?;
    let mut names = Vec::with_capacity(drawn.len());
    for ticket in drawn {
        names.extend(tickets::ticket_by_id(context.db, ticket)?.map(|ticket| ticket.uuid));
    }
    let result = json!({"sample": sample.sample, "seed": seed, "population": population.len(), "tickets": names});
    Ok(Done::new(writer, result))
}
