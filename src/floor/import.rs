//! Chunks of an import: every row is answered for itself, and what is refused leaves no trace.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::catalogue::Taken;
use super::command::{ActionRow, ImportCommand, ImportRow};
use super::{
    Context, Done, Stop, absences, calls, catalogue, department, norms_file, people, stages, studies, tickets,
};
use crate::domain::code::Code;
use crate::domain::rejection::{RefusalCode, Rejection};
use crate::policy::{Act, Permit, Target};
use crate::store::facts::FactWriter;
use crate::store::{Savepoint, people as people_rows, queue};

/// The most rows a chunk may hold, so that saves of people pass between chunks.
pub const CHUNK: usize = 500;

/// What came of a chunk.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChunkReport {
    /// Rows taken in.
    pub made: u64,
    /// How many of them changed what was there already.
    #[serde(default, skip_serializing_if = "is_none")]
    pub changed: u64,
    /// Rows that were taken in before.
    pub repeated: u64,
    /// Rows refused.
    pub refused: Vec<RefusedRow>,
    /// Of the rows taken in, those that wait in the queue because they match nobody.
    #[serde(default)]
    pub queued: u64,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands the field over so")]
fn is_none(count: &u64) -> bool {
    *count == 0
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
            chunk(context, &permit, &rows.rows, |writer, row| {
                let known = people_rows::person(context.db, &row.code)?;
                match known {
                    Some(person) if people::same_person(context, &person, row)? => Ok(Taken::Repeated),
                    _ => people::person_add(context, writer, row).map(|()| Taken::Made),
                }
            })
        }
        ImportCommand::Actions(rows) => {
            let permit = context.permit(Act::ActionKeep, Target::default(), RefusalCode::NotPermitted)?;
            let mut first: BTreeMap<&Code, &ActionRow> = BTreeMap::new();
            for ImportRow { row, .. } in &rows.rows {
                first.entry(&row.code).or_insert(row);
            }
            chunk(context, &permit, &rows.rows, |writer, row| match first.get(&row.code) {
                // A file that says two things of one action is mistaken in one of them.
                Some(first) if *first != row => {
                    Err(Rejection::because(RefusalCode::CodeTaken, "row").naming("code", &row.code).into())
                }
                _ => catalogue::import_action(context, writer, row),
            })
        }
        ImportCommand::Samples(rows) => {
            let permit = context.permit(
                Act::StudyKeep,
                Target::department(context.actor.department),
                RefusalCode::NotPermitted,
            )?;
            chunk(context, &permit, &rows.rows, |writer, row| {
                studies::import_sample(context, &permit, writer, row).map(made_or_repeated)
            })
        }
        ImportCommand::Absences(rows) => {
            let permit = crate::policy::widest(&context.actor, Act::AbsenceKeep)?;
            chunk(context, &permit, &rows.rows, |writer, row| {
                absences::import_absence(context, &permit, writer, row).map(made_or_repeated)
            })
        }
        ImportCommand::Ratings(rows) => {
            let permit = crate::policy::widest(&context.actor, Act::RatingKeep)?;
            chunk(context, &permit, &rows.rows, |writer, row| {
                department::import_rating(context, &permit, writer, row).map(made_or_repeated)
            })
        }
        ImportCommand::Tickets(rows) => {
            let permit = crate::policy::widest(&context.actor, Act::TicketImport)?;
            chunk(context, &permit, &rows.rows, |writer, row| {
                tickets::import_ticket(context, &permit, writer, row).map(made_or_repeated)
            })
        }
        ImportCommand::Calls(rows) => {
            let permit = crate::policy::widest(&context.actor, Act::CallRecord)?;
            let directory = calls::Directory::new(context);
            chunk(context, &permit, &rows.rows, |writer, row| {
                calls::take_call(context, &permit, writer, row, &directory).map(made_or_repeated)
            })
        }
        ImportCommand::Stages(rows) => {
            let permit = crate::policy::widest(&context.actor, Act::CallRecord)?;
            let directory = calls::Directory::new(context);
            chunk(context, &permit, &rows.rows, |writer, row| {
                let taken = stages::take_move(context, &permit, writer, row, &directory)?;
                Ok(made_or_repeated(matches!(taken, stages::Taken::Made(..))))
            })
        }
        ImportCommand::Norms(given) => norms_file::import_norms(context, given),
    }
}

fn made_or_repeated(made: bool) -> Taken {
    if made { Taken::Made } else { Taken::Repeated }
}

/// Takes in the rows of a chunk one after another; a refused row leaves no trace. `take` remembers nothing between rows: a
/// spoiled attempt is made again ([`Rows`](super::Rows)).
pub(super) fn chunk<'r, R>(
    context: &Context<'_>,
    permit: &Permit,
    rows: &'r [ImportRow<R>],
    mut take: impl FnMut(&mut FactWriter<'_>, &'r R) -> Result<Taken, Stop>,
) -> Result<Done, Stop> {
    if rows.len() > CHUNK {
        return Err(Rejection::because(RefusalCode::BadInput, "chunk").naming("most", CHUNK).into());
    }
    let mut report = ChunkReport::default();
    let mut facts = Vec::new();
    let waited = queue::total(context.db)?;
    for ImportRow { line, row } in rows {
        let mut writer = context.writer(permit);
        let save = (!context.rows.together).then(|| Savepoint::open(context.db, "import_row")).transpose()?;
        let taken = take(&mut writer, row);
        let written = writer.into_written();
        match taken {
            Ok(taken) => {
                if let Some(save) = save {
                    save.keep()?;
                }
                report.made += u64::from(taken != Taken::Repeated);
                report.changed += u64::from(taken == Taken::Changed);
                report.repeated += u64::from(taken == Taken::Repeated);
                facts.extend(written);
            }
            Err(Stop::Refused(rejection)) if is_about_the_row(rejection.code) => {
                match save {
                    Some(save) => save.undo()?,
                    None if written.is_empty() => {}
                    None => {
                        context.rows.spoiled.set(true);
                        return Err(Stop::Refused(rejection));
                    }
                }
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
