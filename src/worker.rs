//! The worker: one thread owns the writing connection, two answer questions, and a handle speaks to them.
//!
//! Invariant: an answer is given only after the commit that holds it. The worker takes what waits (at most
//! [`GROUP`], never waiting for more) into one transaction, each command in a savepoint of its own, so that
//! a refused or panicking one leaves no trace and ends alone. A chunk of an import is a transaction by itself: a
//! savepoint that holds thousands of pages makes each of its statements walk through them. It keeps nothing between transactions.

mod job;
mod writing;

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, TryRecvError, TrySendError, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use chrono::NaiveDate;
use rusqlite::Connection;
use uuid::Uuid;

use crate::domain::instant::Instant;
use crate::domain::rejection::{RefusalCode, Rejection};
use crate::floor::command::{Area, Command};
use crate::floor::question::Question;
use crate::floor::sign_in::{PasswordProof, PasswordVerifier, Session};
use crate::floor::{self, Accepted, Envelope, Stop};
use crate::store::{StoreError, backups, file, scratch};
use crate::views::View;
use crate::views::journal::CopiesView;

pub use job::Job;
use writing::Worker;

/// The most commands one transaction takes.
pub const GROUP: usize = 64;

/// How many commands may wait; one more is answered "busy".
const MAILBOX: usize = 256;

/// How many questions may wait.
const QUESTIONS: usize = 64;

/// The wall clock, handed to the worker so that tests can set it.
pub type Clock = Arc<dyn Fn() -> Instant + Send + Sync>;

/// What became of a command.
#[derive(Debug, Clone)]
pub enum Outcome {
    /// Done and on disk.
    Accepted(Accepted),
    /// Refused: nothing of it was written.
    Refused(Rejection),
    /// Our fault: logged under the reference.
    Fault(String),
}

/// An answer that may still be on its way.
#[derive(Debug)]
pub struct Pending<T>(Receiver<T>);

impl<T> Pending<T> {
    /// The answer, if it is here.
    pub fn poll(&self) -> Option<Result<T, Gone>> {
        match self.0.try_recv() {
            Ok(answer) => Some(Ok(answer)),
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => Some(Err(Gone)),
        }
    }

    /// Waits for the answer.
    pub fn wait(self) -> Result<T, Gone> {
        self.0.recv().map_err(|_| Gone)
    }
}

/// The thread that should have answered is gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the thread that should have answered has ended")]
pub struct Gone;

/// A scratch text: saved or forgotten, never audited.
#[derive(Debug, Clone)]
pub struct ScratchNote {
    /// What it is, e.g. `stopwatch` or `ticket`.
    pub kind: &'static str,
    /// Which of several.
    pub slot: String,
    /// The text; `None` forgets it.
    pub body: Option<String>,
}

enum Letter {
    Command(Box<Envelope>, SyncSender<Outcome>),
    Scratch(Session, ScratchNote, SyncSender<Result<(), String>>),
}

impl Letter {
    /// Whether it writes so much that it is a transaction by itself.
    fn is_bulk(&self) -> bool {
        matches!(self, Self::Command(envelope, _) if matches!(envelope.command, Command::Import(_)))
    }
}

enum Reading {
    Ask(Session, Box<Question>, SyncSender<Result<View, Stop>>),
    Scratch(Session, &'static str, SyncSender<Vec<(String, String)>>),
    SignIn(String, String, SyncSender<Result<(Session, PasswordProof), Stop>>),
    Hash(String, SyncSender<Result<PasswordVerifier, Stop>>),
    Copies(Session, PathBuf, SyncSender<Result<CopiesView, Stop>>),
}

/// What has moved on the floor since it was opened.
#[derive(Debug, Default)]
struct Published {
    seq: AtomicI64,
    turns: AtomicU64,
    areas: Mutex<HashMap<Area, u64>>,
}

impl Published {
    fn note(&self, seq: i64, areas: &[Area]) {
        let turn = self.turns.fetch_add(1, Ordering::SeqCst) + 1;
        let mut turns = self.areas.lock().unwrap_or_else(PoisonError::into_inner);
        for area in areas {
            turns.insert(*area, turn);
        }
        self.seq.store(seq, Ordering::SeqCst);
    }
}

type Waker = Box<dyn Fn() + Send + Sync>;

#[derive(Default)]
struct Shared {
    published: Published,
    waker: Mutex<Option<Waker>>,
    /// The copy that is being made of the floor, and why the last one failed.
    backup: Mutex<Option<thread::JoinHandle<()>>>,
    backup_failure: Mutex<Option<String>>,
}

impl Shared {
    /// Copies the floor on a thread of its own; while a copy is being made another waits for the next close.
    fn back_up(self: &Arc<Self>, floor: PathBuf, day: NaiveDate) {
        let mut running = self.backup.lock().unwrap_or_else(PoisonError::into_inner);
        if running.as_ref().is_some_and(|thread| !thread.is_finished()) {
            return;
        }
        let shared = Arc::clone(self);
        let copy = move || {
            let made = catch_unwind(|| backups::keep(&floor, day, floor::verify::must_be_whole));
            let failure = match made {
                Ok(Ok(copy)) => return tracing::info!(copy = %copy.display(), "the floor was copied"),
                Ok(Err(error)) => error.to_string(),
                Err(_) => "panic".to_owned(),
            };
            tracing::error!(failure, "the floor could not be copied");
            *shared.backup_failure.lock().unwrap_or_else(PoisonError::into_inner) = Some(failure);
            shared.wake();
        };
        match thread::Builder::new().name("norma-backup".to_owned()).spawn(copy) {
            Ok(thread) => *running = Some(thread),
            Err(error) => tracing::error!(%error, "the floor could not be copied"),
        }
    }

    fn wake(&self) {
        if let Some(waker) = self.waker.lock().unwrap_or_else(PoisonError::into_inner).as_ref() {
            waker();
        }
    }
}

/// A client's handle on a floor in this process.
#[derive(Clone)]
pub struct Handle {
    path: PathBuf,
    clock: Clock,
    letters: SyncSender<Letter>,
    readings: SyncSender<Reading>,
    shared: Arc<Shared>,
}

impl std::fmt::Debug for Handle {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Handle").field("path", &self.path).finish_non_exhaustive()
    }
}

/// The clock of this computer.
#[must_use]
pub fn system_clock() -> Clock {
    #[expect(clippy::disallowed_methods, reason = "the one door through which the wall clock comes in")]
    Arc::new(|| Instant::from(chrono::Utc::now()))
}

/// Opens a floor: starts its worker and its readers.
pub fn open(path: &Path, clock: Clock) -> Result<Handle, Stop> {
    let writer = file::open_writer(path)?;
    floor::Floor::load(&writer)?;
    let (letters, mailbox) = sync_channel(MAILBOX);
    let (readings, questions) = sync_channel(QUESTIONS);
    let shared = Arc::new(Shared::default());
    let questions = Arc::new(Mutex::new(questions));
    for number in 1..=2 {
        let reader = file::open_reader(path)?;
        let (questions, clock, shared) = (Arc::clone(&questions), Arc::clone(&clock), Arc::clone(&shared));
        spawn(&format!("norma-reader-{number}"), move || read_loop(&reader, &questions, &clock, &shared))?;
    }
    let worker_shared = Arc::clone(&shared);
    let watcher = file::open_reader(path)?;
    let own = Arc::clone(&clock);
    let worker = Worker { db: writer, watcher, clock, shared: worker_shared, path: path.to_owned() };
    spawn("norma-worker", move || worker.run(&mailbox))?;
    Ok(Handle { path: path.to_owned(), clock: own, letters, readings, shared })
}

fn spawn(name: &str, body: impl FnOnce() + Send + 'static) -> Result<(), Stop> {
    thread::Builder::new().name(name.to_owned()).spawn(body).map(drop).map_err(|error| Stop::Fault(error.to_string()))
}

impl Handle {
    /// The floor file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Calls back whenever something was committed or an answer came in.
    pub fn on_news(&self, waker: impl Fn() + Send + Sync + 'static) {
        *self.shared.waker.lock().unwrap_or_else(PoisonError::into_inner) = Some(Box::new(waker));
    }

    /// Sends a command. A full mailbox is answered "busy" at once.
    #[must_use]
    pub fn send(&self, envelope: Envelope) -> Pending<Outcome> {
        let (answer, pending) = sync_channel(1);
        if let Err(TrySendError::Full(Letter::Command(_, answer))) =
            self.letters.try_send(Letter::Command(Box::new(envelope), answer))
        {
            deliver(&answer, Outcome::Refused(Rejection::of(RefusalCode::Busy)));
        }
        Pending(pending)
    }

    /// Sends a command and waits for its outcome.
    #[must_use]
    pub fn execute(&self, envelope: Envelope) -> Outcome {
        self.send(envelope).wait().unwrap_or_else(|gone| fault("execute", &gone.to_string()))
    }

    /// Saves or forgets a scratch text of the person signed in.
    #[must_use]
    pub fn note(&self, session: &Session, note: ScratchNote) -> Pending<Result<(), String>> {
        let (answer, pending) = sync_channel(1);
        if let Err(TrySendError::Full(Letter::Scratch(_, _, answer))) =
            self.letters.try_send(Letter::Scratch(session.clone(), note, answer))
        {
            deliver(&answer, Err(RefusalCode::Busy.as_str().to_owned()));
        }
        Pending(pending)
    }

    /// Asks a question.
    #[must_use]
    pub fn ask(&self, session: &Session, question: Question) -> Pending<Result<View, Stop>> {
        let (answer, pending) = sync_channel(1);
        if let Err(TrySendError::Full(Reading::Ask(_, _, answer))) =
            self.readings.try_send(Reading::Ask(session.clone(), Box::new(question), answer))
        {
            deliver(&answer, Err(Rejection::of(RefusalCode::Busy).into()));
        }
        Pending(pending)
    }

    /// A person's scratch texts of a kind: slot and body.
    #[must_use]
    pub fn notes(&self, session: &Session, kind: &'static str) -> Pending<Vec<(String, String)>> {
        let (answer, pending) = sync_channel(1);
        if let Err(TrySendError::Full(Reading::Scratch(_, _, answer))) =
            self.readings.try_send(Reading::Scratch(session.clone(), kind, answer))
        {
            deliver(&answer, Vec::new());
        }
        Pending(pending)
    }

    /// Waits until the copy that a closed day asks for is made.
    pub fn finish_backup(&self) {
        let running = self.shared.backup.lock().unwrap_or_else(PoisonError::into_inner).take();
        if running.is_some_and(|thread| thread.join().is_err()) {
            tracing::error!("the thread that copied the floor has panicked");
        }
    }

    /// Why the last copy could not be made; told once.
    #[must_use]
    pub fn backup_failure(&self) -> Option<String> {
        self.shared.backup_failure.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    /// A number that grows whenever one of the areas moved; 0 before anything did.
    #[must_use]
    pub fn turn_of(&self, areas: &[Area]) -> u64 {
        let turns = self.shared.published.areas.lock().unwrap_or_else(PoisonError::into_inner);
        areas.iter().filter_map(|area| turns.get(area).copied()).max().unwrap_or(0)
    }

    /// The newest audit entry this handle has seen committed.
    #[must_use]
    pub fn seq(&self) -> i64 {
        self.shared.published.seq.load(Ordering::SeqCst)
    }
}

/// Hands over an answer; nobody waiting for it any more is no error.
fn deliver<T>(answer: &SyncSender<T>, value: T) {
    if answer.try_send(value).is_err() {
        tracing::debug!("an answer was not waited for");
    }
}

/// Logs a fault once and gives it the reference under which it can be found.
fn fault(what: &str, text: &str) -> Outcome {
    let reference = Uuid::now_v7().simple().to_string().chars().skip(20).collect::<String>();
    tracing::error!(reference, what, text, "fault");
    Outcome::Fault(reference)
}

fn read_loop(db: &Connection, questions: &Mutex<Receiver<Reading>>, clock: &Clock, shared: &Shared) {
    loop {
        let next = questions.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(reading) = next else { return };
        let ran = catch_unwind(AssertUnwindSafe(|| read_one(db, reading, clock)));
        if ran.is_err() {
            tracing::error!("a question panicked");
        }
        shared.wake();
    }
}

fn read_one(db: &Connection, reading: Reading, clock: &Clock) {
    match reading {
        Reading::Ask(session, question, answer) => deliver(&answer, ask(db, &session, &question, clock())),
        Reading::Scratch(session, kind, answer) => {
            let notes = session.person().map(|(person, _)| scratch::all(db, person, kind)).transpose();
            deliver(&answer, notes.ok().flatten().unwrap_or_default());
        }
        Reading::SignIn(login, password, answer) => deliver(&answer, floor::sign_in::sign_in(db, &login, &password)),
        Reading::Hash(password, answer) => deliver(&answer, PasswordVerifier::new(&password)),
        Reading::Copies(session, floor, answer) => {
            deliver(&answer, floor::verify::copies(db, &session, &floor, clock()));
        }
    }
}

/// Answers a question in one short read transaction.
pub fn ask(db: &Connection, session: &Session, question: &Question, clock: Instant) -> Result<View, Stop> {
    let transaction = db.unchecked_transaction().map_err(StoreError::from)?;
    let view = floor::ask::answer(db, session, question, clock);
    transaction.finish().map_err(StoreError::from)?;
    view
}
