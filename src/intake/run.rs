//! A plan → the floor: chunk after chunk as ordinary commands, one in flight.
//!
//! Invariant: what a chunk's answer says is on disk. Stopped at any chunk, a later run of the same file goes on
//! where this one stood: rows taken in before are counted as repeated.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use serde::Serialize;

use super::{Plan, count};
use crate::domain::rejection::{RefusalCode, Rejection};
use crate::floor::Envelope;
use crate::floor::command::{CalendarCommand, Command, ImportCommand};
use crate::floor::import::{ChunkReport, RefusedRow};
use crate::floor::sign_in::Session;
use crate::worker::{Handle, Outcome};

/// How long a busy floor is left alone before the next try.
const PAUSE: Duration = Duration::from_millis(20);

/// How often a busy floor is tried.
const TRIES: u32 = 500;

/// What came of an import: read = made + repeated + filtered + refused.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    /// Rows of the file.
    pub read: u64,
    /// Rows taken in.
    pub made: u64,
    /// How many of them changed what was there already.
    #[serde(default)]
    pub changed: u64,
    /// What was retired because the file no longer has it; no rows of the file.
    #[serde(default)]
    pub retired: u64,
    /// Rows that were taken in before.
    pub repeated: u64,
    /// Rows that the profile leaves out.
    pub filtered: u64,
    /// Rows refused, by line.
    pub refused: Vec<RefusedRow>,
    /// Of the rows taken in, those that match nobody and wait in the queue.
    pub queued: u64,
    /// The time zone local times were read in; empty where the kind has none.
    pub zone: String,
    /// How many local times came twice and were taken as the profile says.
    pub twice: u64,
}

impl Report {
    /// What a dry run reports: every row that would be sent is counted as made.
    #[must_use]
    pub fn of_plan(plan: &Plan) -> Self {
        Self {
            read: plan.read,
            made: plan.rows,
            filtered: plan.filtered,
            refused: plan.refused.clone(),
            zone: plan.zone.clone(),
            twice: plan.twice,
            ..Self::default()
        }
    }
}

/// Why an import ended before its end; what was sent until then stands.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RunError {
    /// Somebody stopped it.
    #[error(
        "the import was stopped; what was taken in until then stays, and importing the file again goes on from there"
    )]
    Cancelled {
        /// What was done until then.
        so_far: Box<Report>,
    },
    /// The floor refused a whole chunk.
    #[error("the floor refused the import: {}", rejection.code.as_str())]
    Refused {
        /// Why.
        rejection: Rejection,
        /// What was done until then.
        so_far: Box<Report>,
    },
    /// Our fault, logged under the reference.
    #[error("the import failed through a fault of the program; its log has it under {reference}")]
    Fault {
        /// The reference.
        reference: String,
        /// What was done until then.
        so_far: Box<Report>,
    },
}

/// Why a chunk came to nothing.
enum Ended {
    Cancelled,
    Refused(Rejection),
    Fault(String),
}

impl Ended {
    fn after(self, so_far: Report) -> RunError {
        let so_far = Box::new(so_far);
        match self {
            Self::Cancelled => RunError::Cancelled { so_far },
            Self::Refused(rejection) => RunError::Refused { rejection, so_far },
            Self::Fault(reference) => RunError::Fault { reference, so_far },
        }
    }
}

/// Sends a plan. `progress` is told the rows done and the rows in all; `cancelled` ends the run between chunks.
///
/// # Errors
///
/// When a whole chunk is refused (permission, a full disk), when it was cancelled, or by a fault of ours. What
/// was sent until then stands, and the error carries its count.
pub fn run(
    handle: &Handle,
    session: &Session,
    plan: Plan,
    progress: &dyn Fn(u64, u64),
    cancelled: &AtomicBool,
) -> Result<Report, RunError> {
    let mut report = Report { made: 0, ..Report::of_plan(&plan) };
    let mut done = 0;
    progress(done, plan.rows);
    let mut ended = None;
    for chunk in plan.chunks {
        let (rows, lines_each) = size(&chunk, &plan.lines);
        match send(handle, session, chunk, cancelled) {
            Ok(answer) => {
                report.made += answer.made * lines_each;
                report.changed += answer.changed * lines_each;
                report.repeated += answer.repeated * lines_each;
                report.queued += answer.queued;
                report.refused.extend(answer.refused.iter().flat_map(|row| every_line(row, &plan.lines)));
                done += rows * lines_each;
                progress(done, plan.rows);
            }
            Err(stop) => {
                ended = Some(stop);
                break;
            }
        }
    }
    for retire in plan.retiring {
        if ended.is_some() {
            break;
        }
        match send(handle, session, retire, cancelled) {
            Ok(_) => report.retired += 1,
            Err(stop) => ended = Some(stop),
        }
    }
    report.refused.sort_by_key(|row| row.line);
    match ended {
        Some(stop) => Err(stop.after(report)),
        None => Ok(report),
    }
}

/// How many things a chunk holds, and how many rows of the file each of them is: the same for all of them.
fn size(chunk: &Command, lines: &BTreeMap<u64, Vec<u64>>) -> (u64, u64) {
    let Command::Import(import) = chunk else {
        return match chunk {
            Command::Calendar(CalendarCommand::CalendarAdd(add)) => (count(add.days.len()), 1),
            _ => (1, 1),
        };
    };
    match import {
        ImportCommand::People(rows) => (count(rows.rows.len()), 1),
        ImportCommand::Actions(rows) => (count(rows.rows.len()), 1),
        ImportCommand::Samples(rows) => (count(rows.rows.len()), 1),
        ImportCommand::Absences(rows) => (count(rows.rows.len()), 1),
        ImportCommand::Ratings(rows) => (count(rows.rows.len()), 1),
        ImportCommand::Calls(rows) => (count(rows.rows.len()), 1),
        ImportCommand::Stages(rows) => (count(rows.rows.len()), 1),
        ImportCommand::Norms(norms) => (count(norms.rows.len()), 1),
        ImportCommand::Tickets(rows) => {
            let first = rows.rows.first().and_then(|first| lines.get(&first.line));
            (count(rows.rows.len()), first.map_or(1, |all| count(all.len())))
        }
    }
}

/// A refused ticket is a refusal of each of its rows.
fn every_line(row: &RefusedRow, lines: &BTreeMap<u64, Vec<u64>>) -> Vec<RefusedRow> {
    let all = lines.get(&row.line).cloned().unwrap_or_else(|| vec![row.line]);
    all.into_iter().map(|line| RefusedRow { line, ..row.clone() }).collect()
}

/// Sends one chunk; a busy floor is tried again with the same command, so that it cannot be taken in twice.
fn send(handle: &Handle, session: &Session, chunk: Command, cancelled: &AtomicBool) -> Result<ChunkReport, Ended> {
    let whole = !matches!(chunk, Command::Import(_));
    let whole = whole.then(|| size(&chunk, &BTreeMap::new()).0);
    let envelope = Envelope::new(session.clone(), chunk);
    let mut tries = 0;
    loop {
        if cancelled.load(Ordering::SeqCst) {
            return Err(Ended::Cancelled);
        }
        match handle.execute(envelope.clone()) {
            Outcome::Accepted(accepted) => {
                // A calendar is one command, answered for all of its days, and so is the retiring of an action.
                return match whole {
                    Some(made) => Ok(ChunkReport { made, ..ChunkReport::default() }),
                    None => serde_json::from_value(accepted.result).map_err(|error| Ended::Fault(error.to_string())),
                };
            }
            Outcome::Refused(rejection) if rejection.code == RefusalCode::Busy && tries < TRIES => tries += 1,
            Outcome::Refused(rejection) => return Err(Ended::Refused(rejection)),
            Outcome::Fault(reference) => return Err(Ended::Fault(reference)),
        }
        std::thread::sleep(PAUSE);
    }
}
