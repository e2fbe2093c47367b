//! What takes long and writes nothing to the floor: checking and hashing a password, the check and the copy of the whole file.
//!
//! Invariant: a check and a copy have a reading connection of their own, so that questions are answered meanwhile; what is ended
//! leaves nothing behind.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{TrySendError, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use rusqlite::Connection;

use super::{Gone, Handle, Pending, Reading, deliver};
use crate::domain::rejection::{RefusalCode, Rejection};
use crate::floor::sign_in::{PasswordProof, PasswordVerifier, Session};
use crate::floor::{Stop, verify};
use crate::store::file;
use crate::views::journal::{CopiesView, CopyView};
use crate::views::verify::VerifyView;

/// Long work over the whole file: how far it is, what came of it, and the way to end it.
#[derive(Debug)]
pub struct Job<T> {
    answer: Pending<T>,
    progress: Arc<Progress>,
}

impl<T> Job<T> {
    /// What came of it, if it is here.
    pub fn poll(&self) -> Option<Result<T, Gone>> {
        self.answer.poll()
    }

    /// Waits for what comes of it.
    pub fn wait(self) -> Result<T, Gone> {
        self.answer.wait()
    }

    /// The check under way (empty before the first), how many are done, and how many there are.
    #[must_use]
    pub fn progress(&self) -> (&'static str, usize, usize) {
        let (check, done) = *self.progress.at.lock().unwrap_or_else(PoisonError::into_inner);
        (check, done, verify::CHECKS)
    }

    /// Ends it; nothing comes of it then.
    pub fn end(&self) {
        self.progress.ended.store(true, Ordering::SeqCst);
        if let Some(handle) = self.progress.interrupt.lock().unwrap_or_else(PoisonError::into_inner).as_ref() {
            handle.interrupt();
        }
    }
}

/// How far long work is.
#[derive(Default)]
struct Progress {
    at: Mutex<(&'static str, usize)>,
    ended: AtomicBool,
    interrupt: Mutex<Option<rusqlite::InterruptHandle>>,
}

impl std::fmt::Debug for Progress {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Progress").field("ended", &self.ended).finish_non_exhaustive()
    }
}

impl Progress {
    fn begin(&self, handle: rusqlite::InterruptHandle) {
        *self.interrupt.lock().unwrap_or_else(PoisonError::into_inner) = Some(handle);
    }

    fn note(&self, check: &'static str, done: usize) {
        *self.at.lock().unwrap_or_else(PoisonError::into_inner) = (check, done);
    }
}

impl Handle {
    /// Checks a login and password on a reader's thread: the hashing takes a tenth of a second.
    #[must_use]
    pub fn sign_in(&self, login: &str, password: &str) -> Pending<Result<(Session, PasswordProof), Stop>> {
        let (answer, pending) = sync_channel(1);
        if let Err(TrySendError::Full(Reading::SignIn(_, _, answer))) =
            self.readings.try_send(Reading::SignIn(login.to_owned(), password.to_owned(), answer))
        {
            deliver(&answer, Err(Rejection::of(RefusalCode::Busy).into()));
        }
        Pending(pending)
    }

    /// Makes the verifier of a password on a reader's thread.
    #[must_use]
    pub fn hash(&self, password: &str) -> Pending<Result<PasswordVerifier, Stop>> {
        let (answer, pending) = sync_channel(1);
        if let Err(TrySendError::Full(Reading::Hash(_, answer))) =
            self.readings.try_send(Reading::Hash(password.to_owned(), answer))
        {
            deliver(&answer, Err(Rejection::of(RefusalCode::Busy).into()));
        }
        Pending(pending)
    }

    /// The copies that the floor made of itself, for who may have it copied.
    #[must_use]
    pub fn copies(&self, session: &Session) -> Pending<Result<CopiesView, Stop>> {
        let (answer, pending) = sync_channel(1);
        if let Err(TrySendError::Full(Reading::Copies(_, _, answer))) =
            self.readings.try_send(Reading::Copies(session.clone(), self.path.clone(), answer))
        {
            deliver(&answer, Err(Rejection::of(RefusalCode::Busy).into()));
        }
        Pending(pending)
    }

    /// Checks the whole file on a thread of its own, for who may have it checked; nothing comes of a check that was ended.
    #[must_use]
    pub fn check(&self, session: &Session) -> Job<Result<Option<VerifyView>, Stop>> {
        self.job("norma-check", session, |db, goes_on| verify::watched(db, None, goes_on))
    }

    /// Copies the floor to a file that does not exist yet, on a thread of its own, for who may have it copied; nothing comes of a
    /// copy that was ended.
    #[must_use]
    pub fn copy_to(&self, session: &Session, target: PathBuf) -> Job<Result<Option<CopyView>, Stop>> {
        self.job("norma-copy", session, move |db, goes_on| verify::copy(db, &target, goes_on))
    }

    fn job<T: Send + 'static>(
        &self,
        name: &str,
        session: &Session,
        work: impl FnOnce(&Connection, &dyn Fn(&'static str, usize) -> bool) -> Result<T, Stop> + Send + 'static,
    ) -> Job<Result<T, Stop>> {
        let (answer, pending) = sync_channel(1);
        let progress = Arc::new(Progress::default());
        let (path, session, clock) = (self.path.clone(), session.clone(), Arc::clone(&self.clock));
        let (shared, told) = (Arc::clone(&self.shared), Arc::clone(&progress));
        let body = move || {
            let ran = catch_unwind(AssertUnwindSafe(|| {
                let db = file::open_reader(&path)?;
                verify::may_keep(&db, &session, clock())?;
                told.begin(db.get_interrupt_handle());
                work(&db, &|check, done| {
                    told.note(check, done);
                    shared.wake();
                    !told.ended.load(Ordering::SeqCst)
                })
            }));
            deliver(&answer, ran.unwrap_or_else(|_| Err(Stop::Fault("the work panicked".to_owned()))));
            shared.wake();
        };
        if let Err(error) = thread::Builder::new().name(name.to_owned()).spawn(body) {
            tracing::error!(%error, name, "a thread can't be started");
        }
        Job { answer: Pending(pending), progress }
    }
}
