//! A view on a screen: asked for, kept while the next one is on its way, asked again when its part of the floor moved.

use crate::floor::Stop;
use crate::floor::command::Area;
use crate::floor::question::Question;
use crate::floor::sign_in::Session;
use crate::views::View;
use crate::worker::{Handle, Pending};

/// A question is asked again at most this often, in milliseconds.
const PAUSE_MS: i64 = 250;

/// One that weighs a whole month of a floor, at most this often.
const LONG_PAUSE_MS: i64 = 5_000;

/// Picks one kind of view out of an answer.
macro_rules! view {
    ($kind:ident) => {
        |view| if let $crate::views::View::$kind(value) = view { Some(value) } else { None }
    };
    (boxed $kind:ident) => {
        |view| if let $crate::views::View::$kind(value) = view { Some(*value) } else { None }
    };
}
pub(super) use view;

/// A view and where it comes from.
#[derive(Debug)]
pub struct Loadable<T> {
    areas: &'static [Area],
    take: fn(View) -> Option<T>,
    /// The value of another question stays on screen until the new one's is here.
    sticky: bool,
    /// It is asked again at most this often, in milliseconds.
    pause_ms: i64,
    question: Option<Question>,
    value: Option<T>,
    stop: Option<Stop>,
    pending: Option<Pending<Result<View, Stop>>>,
    turn: u64,
    asked_at_ms: i64,
    due: bool,
    waits: bool,
    edition: u64,
}

/// A view of any kind, so that one list can name them all.
pub trait Asked {
    /// Takes the answer that is here, and asks what is due: [`Loadable::poll`].
    fn poll(&mut self, handle: &Handle, session: &Session, now_ms: i64) -> Option<i64>;
    /// Whether an answer is on its way: [`Loadable::is_busy`].
    fn is_busy(&self) -> bool;
    /// Whether no answer has come yet, good or bad.
    fn is_unknown(&self) -> bool;
}

impl<T> Asked for Loadable<T> {
    fn poll(&mut self, handle: &Handle, session: &Session, now_ms: i64) -> Option<i64> {
        Self::poll(self, handle, session, now_ms)
    }

    fn is_busy(&self) -> bool {
        Self::is_busy(self)
    }

    fn is_unknown(&self) -> bool {
        self.value.is_none() && self.stop.is_none()
    }
}

impl<T> Loadable<T> {
    /// Nothing is asked yet. `areas`: what moves it.
    #[must_use]
    pub fn new(areas: &'static [Area], take: fn(View) -> Option<T>) -> Self {
        Self {
            areas,
            take,
            sticky: false,
            pause_ms: PAUSE_MS,
            question: None,
            value: None,
            stop: None,
            pending: None,
            turn: 0,
            asked_at_ms: 0,
            due: false,
            waits: false,
            edition: 0,
        }
    }

    /// Keeps the value of the last question on screen while another one is asked.
    #[must_use]
    pub fn sticky(self) -> Self {
        Self { sticky: true, ..self }
    }

    /// Asked again at most this often, whatever moves: for what costs more than a glance, and is told in no hurry.
    #[must_use]
    pub fn every(self, pause_ms: i64) -> Self {
        Self { pause_ms, ..self }
    }

    /// Asks again at leisure: for what takes the floor long to answer.
    #[must_use]
    pub fn unhurried(self) -> Self {
        self.every(LONG_PAUSE_MS)
    }

    /// Says what is wanted; nothing happens when it is what was wanted before.
    pub fn want(&mut self, question: Option<Question>) {
        if self.question == question {
            return;
        }
        if !self.sticky || question.is_none() {
            self.value = None;
        }
        self.due = question.is_some();
        self.question = question;
        self.stop = None;
        self.pending = None;
    }

    /// Asks once more, after an error or when the day may have turned.
    pub fn again(&mut self) {
        self.due = self.question.is_some();
    }

    /// Takes the answer that is here, and asks what is due. Gives the milliseconds after which to look again, where something waits for its turn.
    pub fn poll(&mut self, handle: &Handle, session: &Session, now_ms: i64) -> Option<i64> {
        if let Some(answer) = self.pending.as_ref().and_then(Pending::poll) {
            self.pending = None;
            self.take(answer.unwrap_or_else(|gone| Err(Stop::Fault(gone.to_string()))));
        }
        if self.pending.is_some() {
            return None;
        }
        self.waits = false;
        let question = self.question.clone()?;
        let turn = handle.turn_of(self.areas);
        if !self.due && turn <= self.turn {
            return None;
        }
        let waited = now_ms.saturating_sub(self.asked_at_ms);
        if !self.due && (0..self.pause_ms).contains(&waited) {
            // Nobody waits for what is told once a minute.
            self.waits = self.pause_ms <= LONG_PAUSE_MS;
            return Some(self.pause_ms - waited);
        }
        self.due = false;
        self.turn = turn;
        self.asked_at_ms = now_ms;
        self.pending = Some(handle.ask(session, question));
        None
    }

    fn take(&mut self, answer: Result<View, Stop>) {
        match answer {
            Ok(view) => {
                self.edition += 1;
                self.value = (self.take)(view);
                self.stop = None;
            }
            Err(stop) => {
                if let Stop::Fault(text) = &stop {
                    tracing::error!(text, "a question found a fault");
                }
                self.stop = Some(stop);
            }
        }
    }

    /// What is on screen.
    #[must_use]
    pub fn value(&self) -> Option<&T> {
        self.value.as_ref()
    }

    /// Which answer is on screen: another number for every answer that came.
    #[must_use]
    pub fn edition(&self) -> u64 {
        self.edition
    }

    /// Why there is nothing, where the last question came to nothing.
    #[must_use]
    pub fn stop(&self) -> Option<&Stop> {
        self.stop.as_ref()
    }

    /// Whether something was asked for that has not been sent yet.
    #[must_use]
    pub fn is_due(&self) -> bool {
        self.due
    }

    /// Whether an answer is on its way, or the question waits for its turn.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        self.pending.is_some() || self.waits
    }
}
