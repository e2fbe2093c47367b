//! Tickets worth a look, reviews, and random samples.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};

use super::Reader;
use super::desk::{DECIDED_DAYS, Reach, at, found_ticket, reach};
use super::names::Names;
use crate::domain::merge;
use crate::domain::rejection::{RefusalCode, Rejection};
use crate::domain::review::{self, BoostShift, Figure, Finding, Looked, ReviewState};
use crate::floor::Stop;
use crate::floor::question::AskReviews;
use crate::policy::{Act, Scope, Target};
use crate::store::review_facts;
use crate::store::reviews::{self, ReviewRow, SampleRow};
use crate::store::tickets as rows;
use crate::views::desk::{Because, ReviewView, ReviewsView, SampleView, WorthALook};

/// The most tickets worth a look that are listed.
const MOST: usize = 100;

/// How many days before those looked at tell what is usual.
const USUAL_DAYS: u64 = 14;

/// The longest stretch looked at once, in days.
const STRETCH_DAYS: i64 = 31;

pub(super) fn reviews(reader: &Reader<'_>, ask: &AskReviews) -> Result<ReviewsView, Stop> {
    let permit = reader.widest(Act::AskReviews)?;
    let reach = reach(reader, &permit, Act::AskReviews, ask.person.as_ref())?;
    let yesterday = reader.today().checked_sub_days(Days::new(1)).unwrap_or_else(|| reader.today());
    let from = ask.from.or(ask.to).unwrap_or(yesterday);
    let to = ask.to.unwrap_or(from);
    if from > to || to.signed_duration_since(from).num_days() >= STRETCH_DAYS {
        let refusal = Rejection::because(RefusalCode::BadInput, "review-stretch");
        return Err(refusal.naming("most", STRETCH_DAYS).into());
    }
    let names = Names::load(reader)?;
    let looks = permit.scope() != Scope::Own;
    Ok(ReviewsView {
        from,
        to,
        worth: if looks { worth(reader, &names, reach, from, to)? } else { Vec::new() },
        reviews: reviews_of(reader, &names, reach)?,
        samples: if looks { samples(reader, &names, reach, from, to)? } else { Vec::new() },
    })
}

/// The reviews within a reach: those that are not closed, then those closed lately.
pub(super) fn reviews_of(reader: &Reader<'_>, names: &Names, reach: Reach) -> Result<Vec<ReviewView>, Stop> {
    let since = reader.today().checked_sub_days(Days::new(DECIDED_DAYS)).unwrap_or_else(|| reader.today());
    let since = reader.floor.work_day_start(since).millis();
    let rows = reviews::reviews(reader.db, reach.person, reach.department, since, 200)?;
    rows.iter().map(|row| review_view(reader, names, row)).collect()
}

fn review_view(reader: &Reader<'_>, names: &Names, row: &ReviewRow) -> Result<ReviewView, Stop> {
    let step = |state: &str| row.steps.iter().rev().find(|step| step.state == state);
    let (answered, closed) = (step("answered"), step("closed"));
    let state = match (answered, closed) {
        (_, Some(_)) => ReviewState::Closed,
        (Some(_), None) => ReviewState::Answered,
        (None, None) => ReviewState::Open,
    };
    let ticket = rows::ticket_by_id(reader.db, row.ticket)?;
    let target = ticket.map(|ticket| Target::of(ticket.person, Some(ticket.department))).unwrap_or_default();
    let mut allowed = Vec::new();
    if state != ReviewState::Closed {
        if target.person == Some(reader.actor.person) && reader.permit(Act::ReviewAnswer, target).is_ok() {
            allowed.push("review.answer".to_owned());
        }
        if target.person != Some(reader.actor.person) && reader.permit(Act::ReviewKeep, target).is_ok() {
            allowed.push("review.close".to_owned());
        }
    }
    Ok(ReviewView {
        review: row.uuid,
        ticket: found_ticket(reader, names, row.ticket)?,
        state,
        opened_by: names.person(row.person),
        opened_at: at(reader, row.at),
        question: row.question.clone(),
        answer: answered.map(|step| step.text.clone()),
        answered_at: answered.map(|step| at(reader, step.at)),
        conclusion: closed.map(|step| step.text.clone()),
        closed_at: closed.map(|step| at(reader, step.at)),
        allowed,
    })
}

fn worth(
    reader: &Reader<'_>,
    names: &Names,
    reach: Reach,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<WorthALook>, Stop> {
    let first = from.checked_sub_days(Days::new(USUAL_DAYS)).unwrap_or(from);
    let day_before = from.checked_sub_days(Days::new(1)).unwrap_or(from);
    let looked = looked(reader, reach, from, to)?;
    let before = self::looked(reader, reach, first, day_before)?;
    let shifts = shifts(reader, reach, to)?;
    let mut found = Vec::new();
    for worth in review::worth(&looked, &before, &shifts).into_iter().take(MOST) {
        let review = reviews::reviews_of(reader.db, worth.ticket)?.last().map(|review| review.uuid);
        found.push(WorthALook {
            ticket: found_ticket(reader, names, worth.ticket)?,
            score: worth.score,
            because: worth.findings.iter().map(|finding| because(names, finding)).collect(),
            review,
        });
    }
    Ok(found)
}

/// A finding with its figures as the words name them.
fn because(names: &Names, finding: &Finding) -> Because {
    let text = |figure: &Figure| match figure {
        Figure::Count(count) => count.to_string(),
        Figure::Minutes(cmin) => format!("{}.{:02}", cmin / 100, cmin % 100),
        Figure::Tenths(tenths) => format!("{}.{}", tenths / 10, tenths % 10),
        Figure::Length(ms) => format!("{}.{:01}", ms / 60_000, ms % 60_000 / 6_000),
        Figure::Share(bp) => format!("{}.{:01}", bp / 100, bp % 100 / 10),
        Figure::Action(action) => names.action(*action),
    };
    let mut details = BTreeMap::new();
    for (name, figure) in &finding.figures {
        details.insert((*name).to_owned(), text(figure));
        if let Figure::Action(action) = figure
            && let Some(action) = names.actions.get(action)
        {
            details.insert(format!("{name}_ru"), action.name_ru.clone());
            let english = action.name_en.clone().unwrap_or_else(|| action.name_ru.clone());
            details.insert(format!("{name}_en"), english);
        }
    }
    Because { reason: finding.reason, details }
}

/// What the scores look at of the tickets of a stretch of work days.
fn looked(reader: &Reader<'_>, reach: Reach, from: NaiveDate, to: NaiveDate) -> Result<Vec<Looked>, Stop> {
    let rows = review_facts::tickets(reader.db, reach.person, reach.department, from, to)?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let early = row.last_end.filter(|end| merge::saved_early(row.saved, Some(*end)));
            Looked {
                ticket: row.ticket,
                person: row.person,
                day: row.day,
                saved: row.saved,
                measured: row.measured,
                call_ms: row.call_ms,
                early_ms: early.map(|end| end.saturating_sub(row.saved)),
                held_at_close: row.held_at_close,
                client: row.client,
                actions: row.actions,
            }
        })
        .collect())
}

/// How often people logged actions before and since an order boosted them: as many days before as since, at most 30.
fn shifts(reader: &Reader<'_>, reach: Reach, to: NaiveDate) -> Result<Vec<BoostShift>, Stop> {
    let mut found = Vec::new();
    for boosted in review_facts::boosted(reader.db, reach.department, to)? {
        let length = to.signed_duration_since(boosted.since).num_days().saturating_add(1).clamp(1, 30);
        let days = Days::new(u64::try_from(length).unwrap_or(1));
        let (Some(before), Some(after)) = (boosted.since.checked_sub_days(days), boosted.since.checked_add_days(days))
        else {
            continue;
        };
        let counts = review_facts::counts(reader.db, &boosted, reach.person, before, after, length)?;
        found.extend(counts);
    }
    Ok(found)
}

fn samples(
    reader: &Reader<'_>,
    names: &Names,
    reach: Reach,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<SampleView>, Stop> {
    let seen = |row: &SampleRow| {
        reach.department.is_none_or(|department| row.department == Some(department))
            && reach.person.is_none_or(|person| row.person == Some(person))
    };
    let rows = reviews::samples(reader.db, from, to, 20)?;
    rows.into_iter().filter(seen).map(|row| sample_view(reader, names, &row)).collect()
}

fn sample_view(reader: &Reader<'_>, names: &Names, row: &SampleRow) -> Result<SampleView, Stop> {
    let tickets = reviews::sample_tickets(reader.db, row.id)?;
    Ok(SampleView {
        sample: row.uuid,
        seed: row.seed,
        size: row.size,
        from: row.from,
        to: row.to,
        population: row.population,
        tickets: tickets.into_iter().map(|ticket| found_ticket(reader, names, ticket)).collect::<Result<_, _>>()?,
    })
}

/// A step of a ticket's reviews.
pub(super) struct ReviewEvent {
    pub at: i64,
    pub person: i64,
    pub what: &'static str,
    pub review: String,
    pub text: String,
}

/// What happened in the reviews of a ticket, review by review.
pub(super) fn events(reader: &Reader<'_>, ticket: i64) -> Result<Vec<ReviewEvent>, Stop> {
    let mut found = Vec::new();
    for review in reviews::reviews_of(reader.db, ticket)? {
        let id = review.uuid.to_string();
        let event =
            |at, person, what, text: &str| ReviewEvent { at, person, what, review: id.clone(), text: text.to_owned() };
        found.push(event(review.at, review.person, "review-opened", &review.question));
        for step in &review.steps {
            let what = if step.state == "closed" { "review-closed" } else { "review-answered" };
            found.push(event(step.at, step.person, what, &step.text));
        }
    }
    Ok(found)
}
