//! What happened to a ticket, and the correction lines of a day.

use chrono::NaiveDate;

use super::desk::at;
use super::names::Names;
use super::{Reader, reviews};
use crate::domain::units::CentiMinutes;
use crate::floor::Stop;
use crate::store::tickets::{TicketRow, VersionRow};
use crate::store::{claims, hands, holds};
use crate::views::desk::{CorrectionLine, TicketEvent};

/// Everything that happened to a ticket, oldest first.
pub(super) fn events(
    reader: &Reader<'_>,
    names: &Names,
    row: &TicketRow,
    versions: &[VersionRow],
) -> Result<Vec<TicketEvent>, Stop> {
    let mut found: Vec<(i64, TicketEvent)> = Vec::new();
    let mut note = |millis: i64, person: Option<i64>, what: &str, about: Option<String>, text: Option<String>, line| {
        let event = TicketEvent {
            at: at(reader, millis),
            person: person.map(|person| names.person(person).code),
            what: what.to_owned(),
            about,
            text,
            line_cmin: line,
        };
        found.push((millis, event));
    };
    let mut before = CentiMinutes::ZERO;
    for version in versions {
        let what = if version.version == 1 { "saved" } else { "corrected" };
        let moved = if version.after_close { version.line } else { version.kpi.minus(before)? };
        before = version.kpi;
        let about = Some(version.version.to_string());
        note(version.at, Some(version.person), what, about, version.reason.clone(), moved);
    }
    let nothing = CentiMinutes::ZERO;
    if let Some(hold) = holds::hold_of(reader.db, row.id)? {
        note(hold.held_at, None, "held", Some(hold.call.to_string()), None, nothing);
        if let Some((cause, ended)) = hold.ended {
            note(ended, None, "counted", Some(hold.call.to_string()), Some(cause), nothing);
        }
    }
    for hand in hands::of_ticket(reader.db, row.id)? {
        let what = if hand.attach { "attached" } else { "undone" };
        note(hand.at, Some(hand.person), what, Some(hand.call.to_string()), None, nothing);
    }
    for event in reviews::events(reader, row.id)? {
        note(event.at, Some(event.person), event.what, Some(event.review), Some(event.text), nothing);
    }
    found.sort_by_key(|(millis, _)| *millis);
    Ok(found.into_iter().map(|(_, event)| event).collect())
}

/// The correction lines of a person's day, in order: one cause that touched many tickets is one line.
pub(super) fn lines(
    reader: &Reader<'_>,
    names: &Names,
    person: i64,
    day: NaiveDate,
) -> Result<Vec<CorrectionLine>, Stop> {
    let mut found: Vec<(Option<i64>, i64, CorrectionLine)> = Vec::new();
    for row in claims::lines_of(reader.db, person, day)? {
        let known = found.iter_mut().find(|(correction, ..)| correction.is_some() && *correction == row.correction);
        if let Some((_, _, line)) = known {
            line.tickets.push(row.ticket);
            line.line_cmin = line.line_cmin.plus(row.line)?;
            continue;
        }
        let line = CorrectionLine {
            at: at(reader, row.at),
            person: names.person(row.person).code,
            reason: row.reason,
            tickets: vec![row.ticket],
            claim: None,
            line_cmin: row.line,
        };
        found.push((row.correction, row.at, line));
    }
    for claim in claims::accepted_on(reader.db, person, day)? {
        let Some(outcome) = claim.outcome else { continue };
        let line = CorrectionLine {
            at: at(reader, outcome.at),
            person: names.person(outcome.person).code,
            reason: outcome.reason,
            tickets: Vec::new(),
            claim: Some(claim.uuid),
            line_cmin: claim.kpi,
        };
        found.push((None, outcome.at, line));
    }
    found.sort_by_key(|(_, at, _)| *at);
    Ok(found.into_iter().map(|(.., line)| line).collect())
}
