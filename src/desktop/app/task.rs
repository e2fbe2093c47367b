//! Work off the window's thread: opening and making files, hashing a password, the system's file dialog.

use std::sync::mpsc::{Receiver, TryRecvError, sync_channel};
use std::thread;

/// A result that is on its way from a thread of its own.
#[derive(Debug)]
pub struct Task<T>(Receiver<T>);

/// The thread ended without a result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lost;

impl<T: Send + 'static> Task<T> {
    /// Runs `work` on a named thread and draws the window again when it is done.
    pub fn run(ctx: &egui::Context, name: &str, work: impl FnOnce() -> T + Send + 'static) -> Self {
        let (answer, result) = sync_channel(1);
        let ctx = ctx.clone();
        let body = move || {
            let done = std::panic::catch_unwind(std::panic::AssertUnwindSafe(work));
            if let Ok(value) = done
                && answer.send(value).is_err()
            {
                tracing::debug!("a result was not waited for");
            }
            drop(answer);
            ctx.request_repaint();
        };
        if let Err(error) = thread::Builder::new().name(name.to_owned()).spawn(body) {
            tracing::error!(%error, name, "a thread can't be started");
        }
        Self(result)
    }

    /// The result, if it is here.
    #[must_use]
    pub fn poll(&self) -> Option<Result<T, Lost>> {
        match self.0.try_recv() {
            Ok(value) => Some(Ok(value)),
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => Some(Err(Lost)),
        }
    }
}
