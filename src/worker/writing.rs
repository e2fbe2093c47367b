//! The writing thread: what waits becomes one transaction, and only after its commit is anybody answered.
//!
//! Invariant: a refused or panicking command leaves no trace and ends alone; nothing is kept between transactions.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender};
use std::time::Duration;

use chrono::NaiveDate;
use rusqlite::Connection;

use super::{Clock, GROUP, Letter, Outcome, ScratchNote, Shared, deliver, fault};
use crate::floor::command::{Area, CalendarCommand, Command};
use crate::floor::sign_in::Session;
use crate::floor::{self, Envelope, Rows, Stop};
use crate::store::{Savepoint, StoreError, file, scratch};

/// The writing thread with its connection; the watcher sees what other processes commit.
pub(super) struct Worker {
    pub db: Connection,
    pub watcher: Connection,
    pub clock: Clock,
    pub shared: Arc<Shared>,
    pub path: PathBuf,
}

impl Worker {
    /// Takes letters until every handle is gone.
    pub fn run(self, mailbox: &Receiver<Letter>) {
        let mut version = file::data_version(&self.watcher).unwrap_or_default();
        loop {
            match mailbox.recv_timeout(Duration::from_secs(1)) {
                Ok(first) => {
                    let mut group = vec![first];
                    while group.len() < GROUP
                        && !group.last().is_some_and(Letter::is_bulk)
                        && let Ok(next) = mailbox.try_recv()
                    {
                        group.push(next);
                    }
                    let bulk = group.pop_if(|last| last.is_bulk());
                    if !group.is_empty() {
                        self.commit(group);
                    }
                    if let Some(bulk) = bulk {
                        self.commit(vec![bulk]);
                    }
                    version = file::data_version(&self.watcher).unwrap_or(version);
                }
                Err(RecvTimeoutError::Timeout) => version = self.look_for_others(version),
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
    }

    /// Notices what another process committed.
    fn look_for_others(&self, version: i64) -> i64 {
        let now = file::data_version(&self.watcher).unwrap_or(version);
        if now != version {
            let seq = crate::store::audit::head(&self.watcher).map_or(0, |(seq, _)| seq);
            self.shared.published.note(
                seq,
                &[
                    Area::People,
                    Area::Catalogue,
                    Area::Studies,
                    Area::Norms,
                    Area::Tickets,
                    Area::Days,
                    Area::Absences,
                    Area::Pay,
                    Area::Department,
                ],
            );
            self.shared.wake();
        }
        now
    }

    /// One transaction for the whole group; answers go out only after the commit.
    fn commit(&self, group: Vec<Letter>) {
        let begun = self.db.execute_batch("BEGIN IMMEDIATE").map_err(StoreError::from);
        if let Err(error) = begun {
            return answer_all(group, &error);
        }
        let mut answers: Vec<Box<dyn FnOnce()>> = Vec::with_capacity(group.len());
        let mut waiting: Vec<SyncSender<Outcome>> = Vec::new();
        let mut notes: Vec<SyncSender<Result<(), String>>> = Vec::new();
        let mut areas = Vec::new();
        let mut closed = None;
        let mut seq = 0;
        let mut lost: Option<Outcome> = None;
        let alone = group.len() == 1;
        let mut undone = false;
        for letter in group {
            if let Some(outcome) = &lost {
                refuse_lost(letter, outcome);
                continue;
            }
            match letter {
                Letter::Command(envelope, answer) => {
                    let outcome = if alone { self.alone(&envelope) } else { self.one(&envelope) };
                    undone = alone && !matches!(outcome, Outcome::Accepted(_));
                    if self.db.is_autocommit() {
                        // A full disk makes SQLite take the whole transaction back: nothing of the group stands.
                        lost = Some(outcome.clone());
                    }
                    if let Outcome::Accepted(accepted) = &outcome {
                        areas.push(envelope.command.area());
                        closed = closed_day(&envelope.command).max(closed);
                        seq = seq.max(accepted.seq);
                    }
                    waiting.push(answer.clone());
                    answers.push(Box::new(move || deliver(&answer, outcome)));
                }
                Letter::Scratch(session, note, answer) => {
                    let outcome = self.scratch(&session, &note).map_err(|error| error.to_string());
                    notes.push(answer.clone());
                    answers.push(Box::new(move || deliver(&answer, outcome)));
                }
            }
        }
        if let Some(outcome) = lost {
            for answer in &waiting {
                deliver(answer, outcome.clone());
            }
            for answer in &notes {
                deliver(answer, Err("storage-full".to_owned()));
            }
            return self.shared.wake();
        }
        if undone {
            self.roll_back();
        } else if let Err(error) = self.db.execute_batch("COMMIT").map_err(StoreError::from) {
            self.roll_back();
            for answer in waiting {
                deliver(&answer, stopped(error_stop(&error)));
            }
            for answer in notes {
                deliver(&answer, Err(error.to_string()));
            }
            return self.shared.wake();
        }
        if seq > 0 {
            self.shared.published.note(seq, &areas);
        }
        // Before the answers, so that who waits for one can wait for the copy, too.
        if let Some(day) = closed.filter(|_| self.is_paid_by()) {
            self.shared.back_up(self.path.clone(), day);
        }
        for answer in answers {
            answer();
        }
        self.shared.wake();
    }

    /// Whether anything is paid by this floor: a rehearsal is not copied by itself.
    fn is_paid_by(&self) -> bool {
        floor::Floor::load(&self.db).is_ok_and(|floor| !floor.row.rehearsal)
    }

    fn roll_back(&self) {
        if !self.db.is_autocommit()
            && let Err(error) = self.db.execute_batch("ROLLBACK")
        {
            tracing::error!(%error, "a transaction could not be rolled back");
        }
    }

    /// One command in a savepoint of its own.
    fn one(&self, envelope: &Envelope) -> Outcome {
        let save = match Savepoint::open(&self.db, "command") {
            Ok(save) => save,
            Err(error) => return stopped(error_stop(&error)),
        };
        let outcome = self.bare(envelope, &Rows::apart());
        let closed = if matches!(outcome, Outcome::Accepted(_)) { save.keep() } else { save.undo() };
        closed.map_or_else(|error| stopped(error_stop(&error)), |()| outcome)
    }

    /// The only command of a transaction; an import takes its rows in together, and once more apart where that failed.
    fn alone(&self, envelope: &Envelope) -> Outcome {
        let rows = Rows::together();
        let outcome = self.bare(envelope, &rows);
        if !rows.is_spoiled() {
            return outcome;
        }
        self.roll_back();
        match self.db.execute_batch("BEGIN IMMEDIATE").map_err(StoreError::from) {
            Ok(()) => self.bare(envelope, &Rows::apart()),
            Err(error) => stopped(error_stop(&error)),
        }
    }

    /// One command; who calls takes back what a refused or panicking one left.
    fn bare(&self, envelope: &Envelope, rows: &Rows) -> Outcome {
        match catch_unwind(AssertUnwindSafe(|| floor::execute(&self.db, envelope, (self.clock)(), rows))) {
            Ok(Ok(accepted)) => Outcome::Accepted(accepted),
            Ok(Err(stop)) => stopped(stop),
            Err(_) => fault(envelope.command.name(), "the command panicked"),
        }
    }

    fn scratch(&self, session: &Session, note: &ScratchNote) -> Result<(), StoreError> {
        let Some((person, _)) = session.person() else { return Ok(()) };
        match &note.body {
            Some(body) => scratch::save(&self.db, person, note.kind, &note.slot, body, (self.clock)().millis()),
            None => scratch::forget(&self.db, person, note.kind, &note.slot),
        }
    }
}

/// The day a command closes.
fn closed_day(command: &Command) -> Option<NaiveDate> {
    match command {
        Command::Calendar(CalendarCommand::DayClose(close)) => Some(close.through),
        _ => None,
    }
}

fn error_stop(error: &StoreError) -> Stop {
    error.refusal().map_or_else(|| Stop::Fault(error.to_string()), Stop::Refused)
}

fn stopped(stop: Stop) -> Outcome {
    match stop {
        Stop::Refused(rejection) => Outcome::Refused(rejection),
        Stop::Fault(text) => fault("command", &text),
    }
}

/// Answers a letter whose transaction was taken back before its turn.
fn refuse_lost(letter: Letter, outcome: &Outcome) {
    match letter {
        Letter::Command(_, answer) => deliver(&answer, outcome.clone()),
        Letter::Scratch(_, _, answer) => deliver(&answer, Err("storage-full".to_owned())),
    }
}

fn answer_all(group: Vec<Letter>, error: &StoreError) {
    for letter in group {
        match letter {
            Letter::Command(_, answer) => deliver(&answer, stopped(error_stop(error))),
            Letter::Scratch(_, _, answer) => deliver(&answer, Err(error.to_string())),
        }
    }
}
