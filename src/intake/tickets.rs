//! Rows of tickets: rows with one key are one ticket, a decision each.
//!
//! Invariant: a ticket is taken whole or not at all, so where one of its rows is refused, all are.

use std::collections::{BTreeMap, HashMap};

use chrono_tz::Tz;
use uuid::Uuid;

use super::layout::{Layout, Row};
use super::moments::moments;
use crate::domain::rejection::{RefusalCode, Rejection};
use crate::domain::ticket::{Channel, QUANTITY_MAX};
use crate::floor::command::{DecisionGiven, ImportRow, TicketSave};
use crate::floor::import::RefusedRow;

/// The tickets of a file.
#[derive(Debug, Default)]
pub(super) struct Tickets {
    /// Tickets by the number of their rows, so that every chunk holds tickets of one number only: the floor
    /// counts tickets, the report counts rows.
    pub by_rows: BTreeMap<usize, Vec<ImportRow<TicketSave>>>,
    /// A ticket's first line → all its lines, for tickets of several rows.
    pub lines: BTreeMap<u64, Vec<u64>>,
    /// The rows refused.
    pub refused: Vec<RefusedRow>,
}

type Given = (u64, Result<TicketSave, Rejection>);

/// Rows on their way to be tickets.
#[derive(Debug)]
pub(super) struct Gathering {
    grouped: bool,
    groups: Vec<Vec<Given>>,
    of_key: HashMap<Uuid, usize>,
}

impl Gathering {
    /// `grouped`: rows with one key are one ticket.
    pub fn new(grouped: bool) -> Self {
        Self { grouped, groups: Vec::new(), of_key: HashMap::new() }
    }

    /// Takes a row, or what is wrong with it.
    pub fn take(&mut self, row: &Row<'_>, id: Uuid, given: Result<TicketSave, Rejection>) {
        let next = self.groups.len();
        let index = if self.grouped && row.key().is_some() { *self.of_key.entry(id).or_insert(next) } else { next };
        match self.groups.get_mut(index) {
            Some(group) => group.push((row.line, given)),
            None => self.groups.push(vec![(row.line, given)]),
        }
    }

    /// Makes the tickets.
    pub fn finish(self) -> Tickets {
        let mut tickets = Tickets::default();
        for group in self.groups {
            let lines: Vec<u64> = group.iter().map(|(line, _)| *line).collect();
            match whole(group) {
                Ok(ticket) => {
                    let rows = tickets.by_rows.entry(lines.len()).or_default();
                    rows.push(ticket);
                    if let Some(first) = lines.first().filter(|_| lines.len() > 1) {
                        tickets.lines.insert(*first, lines);
                    }
                }
                Err(refused) => tickets.refused.extend(refused),
            }
        }
        tickets
    }
}

/// One ticket of its rows, or the refusal of each of them.
fn whole(group: Vec<Given>) -> Result<ImportRow<TicketSave>, Vec<RefusedRow>> {
    let lines: Vec<u64> = group.iter().map(|(line, _)| *line).collect();
    let mut wrong: BTreeMap<u64, Rejection> = BTreeMap::new();
    let mut ticket: Option<ImportRow<TicketSave>> = None;
    for (line, given) in group {
        match (given, &mut ticket) {
            (Err(rejection), _) => drop(wrong.insert(line, rejection)),
            (Ok(row), None) => ticket = Some(ImportRow { line, row }),
            (Ok(mut row), Some(first)) => match difference(&first.row, &row) {
                Some(field) => {
                    let rejection = Rejection::because(RefusalCode::BadInput, "ticket-differs");
                    wrong.insert(line, rejection.naming("field", field).naming("line", first.line));
                }
                None => first.row.decisions.append(&mut row.decisions),
            },
        }
    }
    let first_wrong = wrong.keys().next().copied();
    match (first_wrong, ticket) {
        (None, Some(ticket)) => Ok(ticket),
        (first, _) => {
            let other =
                || Rejection::because(RefusalCode::BadInput, "ticket-row").naming("line", first.unwrap_or_default());
            Err(lines.iter().map(|line| RefusedRow::new(*line, wrong.get(line).unwrap_or(&other()))).collect())
        }
    }
}

/// The first field in which two rows of one ticket contradict each other.
fn difference(first: &TicketSave, other: &TicketSave) -> Option<&'static str> {
    let fields = [
        ("employee", first.employee == other.employee),
        ("finished_at", first.finished_at == other.finished_at),
        ("opened_at", first.opened_at == other.opened_at),
        ("channel", first.channel == other.channel),
        ("client", first.client == other.client),
        ("on_behalf_of", first.on_behalf_of == other.on_behalf_of),
        ("comment", first.comment == other.comment),
    ];
    fields.into_iter().find(|(_, same)| !same).map(|(field, _)| field)
}

/// A ticket of one row, or the refusal of the row.
pub(super) fn ticket(layout: &Layout<'_>, row: &Row<'_>, zone: Tz, id: Uuid) -> Result<TicketSave, Rejection> {
    let employee = row.required_code("employee")?;
    let times = moments(layout, row, zone)?;
    let finished = times.finished.ok_or_else(|| row.no_moment("finished_at"))?;
    if times.opened.is_some_and(|opened| opened > finished) {
        return Err(Rejection::because(RefusalCode::BadInput, "opened"));
    }
    let on_behalf_of = row.code("on_behalf_of")?;
    if on_behalf_of.as_ref() == Some(&employee) {
        return Err(Rejection::because(RefusalCode::BadInput, "behalf-self"));
    }
    let expected = Channel::ALL.map(Channel::as_str).join(", ");
    Ok(TicketSave {
        ticket: id,
        employee: Some(employee),
        channel: row.one_of("channel", &expected, Channel::parse)?.unwrap_or_default(),
        client: row.text("client"),
        opened_at: times.opened,
        finished_at: Some(finished),
        decisions: vec![decision(row)?],
        on_behalf_of,
        outcome: None,
        comment: row.text("comment"),
        reason: None,
    })
}

fn decision(row: &Row<'_>) -> Result<DecisionGiven, Rejection> {
    let action = row.required_code("action")?;
    let quantity = row.whole("quantity")?.unwrap_or(1);
    if !(1..=QUANTITY_MAX).contains(&quantity) {
        return Err(Rejection::because(RefusalCode::BadInput, "quantity").naming("quantity", quantity));
    }
    let hard = row.whole("hard")?.unwrap_or(0);
    if !(0..=quantity).contains(&hard) {
        return Err(Rejection::because(RefusalCode::BadInput, "hard").naming("hard", hard));
    }
    Ok(DecisionGiven { action, quantity, hard, amount_minor: None, paid_on: None })
}
