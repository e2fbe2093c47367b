//! Chunks of an import: every row is answered for itself, and what is refused leaves no trace.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::command::{ImportCommand, ImportRow, ImportRows};
use super::{Context, Done, Stop, absences, calls, people, stages, studies, tickets};
use crate::domain::rejection::{RefusalCode, Rejection};
use crate::policy::{Act, Permit, Target};
use crate::store::facts::FactWriter;
use crate::store::{catalogue, people as people_rows, queue};

/// The most rows a chunk may hold, so that saves of people pass between chunks.
pub const CHUNK: usize = 500;

/// What came of a chunk.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChunkReport {
    /// Rows taken in.
    pub made: u64,
    /// Rows that were taken in before.
    pub repeated: u64,
    /// Rows refused.
    pub refused: Vec<RefusedRow>,
    /// Of the rows taken in, those that wait in the queue because they match nobody.
    #[serde(default)]
    pub queued: u64,
}

/// A refused row: its line and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RefusedRow {
    /// The line in the file.
    pub line: u64,
    /// The code.
    pub code: RefusalCode,
    /// Which of the code's texts fits.
    pub reason: String,
    /// What the text names.
    pub details: Vec<(String, String)>,
}

impl RefusedRow {
    /// A refusal of a row.
    #[must_use]
    pub fn new(line: u64, rejection: &Rejection) -> Self {
        let details = rejection.details.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
        Self { line, code: rejection.code, reason: rejection.reason.to_owned(), details }
    }
}

pub(super) fn handle(context: &Context<'_>, command: &ImportCommand) -> Result<Done, Stop> {
    match command {
        ImportCommand::People(rows) => {
            let permit = context.permit(Act::PersonKeep, Target::default(), RefusalCode::NotPermitted)?;
            chunk(context, &permit, rows, |writer, row| {
                let known = people_rows::person(context.db, &row.code)?;
                match known {
                    Some(person) if people::same_person(context, &person, row)? => Ok(false),
                    _ => people::person_add(context, writer, row).map(|()| true),
                }
            })
        }
        ImportCommand::Actions(rows) => {
            let permit = context.permit(Act::ActionKeep, Target::default(), RefusalCode::NotPermitted)?;
            chunk(context, &permit, rows, |writer, row| {
                let known = catalogue::action(context.db, &row.code)?;
                match known {
                    Some(action) if people::same_action(&action, row) => Ok(false),
                    _ => people::action_add(context, writer, row).map(|()| true),
                }
            })
        }
        ImportCommand::Samples(rows) => {
            let permit = context.permit(
                Act::StudyKeep,
                Target::department(context.actor.department),
                RefusalCode::NotPermitted,
            )?;
            chunk(context, &permit, rows, |writer, row| studies::import_sample(context, &permit, writer, row))
        }
        ImportCommand::Absences(rows) => {
            let permit = crate::policy::widest(&context.actor, Act::AbsenceKeep)?;
            chunk(context, &permit, rows, |writer, row| absences::import_absence(context, &permit, writer, row))
        }
        ImportCommand::Tickets(rows) => {
            let permit = crate::policy::widest(&context.actor, Act::TicketImport)?;
            chunk(context, &permit, rows, |writer, row| tickets::import_ticket(context, &permit, writer, row))
        }
        ImportCommand::Calls(rows) => {
            let permit = crate::policy::widest(&context.actor, Act::CallRecord)?;
            let directory = calls::Directory::new(context);
            chunk(context, &permit, rows, |writer, row| calls::take_call(context, &permit, writer, row, &directory))
        }
        ImportCommand::Stages(rows) => {
            let permit = crate::policy::widest(&context.actor, Act::CallRecord)?;
            let directory = calls::Directory::new(context);
            chunk(context, &permit, rows, |writer, row| {
                let taken = stages::take_move(context, &permit, writer, row, &directory)?;
                Ok(matches!(taken, stages::Taken::Made(..)))
            })
        }
    }
}

/// Takes in the rows of a chunk one after another; a refused row is rolled back by itself.
fn chunk<R>(
    context: &Context<'_>,
    permit: &Permit,
    rows: &ImportRows<R>,
    take: impl Fn(&mut FactWriter<'_>, &R) -> Result<bool, Stop>,
) -> Result<Done, Stop> {
    if rows.rows.len() > CHUNK {
        return Err(Rejection::because(RefusalCode::BadInput, "chunk").naming("most", CHUNK).into());
    }
    let mut report = ChunkReport::default();
    let mut facts = Vec::new();
    let waited = queue::total(context.db)?;
    for ImportRow { line, row } in &rows.rows {
        let mut writer = context.writer(permit);
        let save = crate::store::Savepoint::open(context.db, "import_row")?;
        match take(&mut writer, row) {
            Ok(true) => {
                save.keep()?;
                facts.extend(writer.into_written());
                report.made += 1;
            }
            Ok(false) => {
                save.keep()?;
                report.repeated += 1;
            }
            Err(Stop::Refused(rejection)) if is_about_the_row(rejection.code) => {
                save.undo()?;
                report.refused.push(RefusedRow::new(*line, &rejection));
            }
            Err(stop) => return Err(stop),
        }
    }
    report.queued = u64::try_from(queue::total(context.db)?.saturating_sub(waited)).unwrap_or(0);
    let result: Value = json!(report);
    Ok(Done { facts, result, ..Done::default() })
}

/// A full disk or a busy file is no property of a row.
fn is_about_the_row(code: RefusalCode) -> bool {
    code < RefusalCode::ClockBehind && code != RefusalCode::BadCredentials
}
