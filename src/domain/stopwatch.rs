//! The stopwatch as a state machine, and the bench of up to nine of them side by side.
//!
//! Invariant: from a start to its stop no millisecond is lost or counted twice: the durations and
//! pauses of the observations taken add up to what the clock ran. A change that is refused leaves no
//! trace; a restart never keeps an observation by itself.
//!
//! Deliberately lacks: a clock (each event brings its [`Reading`]), the store (the whole value is
//! serialised into scratch storage after each event), and what becomes of an observation.

use std::collections::VecDeque;

use serde::{Deserialize, Serialize};

mod bench;
mod run;

pub use bench::{BENCH_LIMIT, Bench};
use run::Run;
pub use run::{Choice, Clock, ClockDifference, Pause, Reading, TOLERATED_DIFFERENCE_MS, Taken};

/// How many events can be undone.
pub const UNDO_LIMIT: usize = 50;

/// What a person does to a stopwatch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// Begins an observation.
    Start,
    /// Ends the observation and begins the next at the same instant (continuous timing).
    Split,
    /// Ends the observation.
    Stop,
    /// Takes the time from here to the resume (or the end) out of the observation.
    Pause {
        /// The foreign element, if it is named at once.
        reason: Option<String>,
    },
    /// Ends the pause.
    Resume {
        /// Names the pause's reason afterwards; none leaves what was said at the pause.
        reason: Option<String>,
    },
    /// Marks the running observation as a hard case, or takes the mark back.
    MarkHard,
    /// Chooses the action and operator; the running observation is theirs, too.
    Choose(Choice),
    /// Of a recovered observation: let it go on.
    GoOn,
    /// Of a recovered observation: it ends here.
    StopNow,
    /// Of a recovered observation: it ends here and does not count.
    Exclude,
    /// Takes the last event back.
    Undo,
}

/// What came of an event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// The state changed, nothing was taken.
    Changed,
    /// An observation was taken.
    Taken(Taken),
    /// An interrupted observation was given up: to be stored as excluded, with its reason.
    Excluded(Taken),
    /// The last event was taken back, and with it the observation it had taken, if it had.
    Undone {
        /// The observation to withdraw.
        withdrawn: Option<Taken>,
    },
}

/// Why an event does not fit the state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// Start while an observation is under way.
    #[error("The stopwatch is running already; split or stop it first")]
    Running,
    /// Split, stop, pause or a mark without an observation.
    #[error("The stopwatch is not running; start it first")]
    NotRunning,
    /// Pause while paused.
    #[error("The stopwatch is paused already; resume or stop it")]
    Paused,
    /// Resume without a pause.
    #[error("The stopwatch is not paused, so there is nothing to resume")]
    NotPaused,
    /// Anything else while a recovered observation waits.
    #[error("This observation was interrupted by a restart; first let it go on, stop it or exclude it")]
    Recovered,
    /// A choice of recovery without a recovered observation.
    #[error("No observation was interrupted, so there is nothing to recover")]
    NotRecovered,
    /// Nothing to take back.
    #[error("There is nothing left to undo; 50 events are kept, none from before a restart")]
    NothingToUndo,
    /// A tenth stopwatch.
    #[error("Nine stopwatches run side by side at most; close one first")]
    BenchFull,
    /// No stopwatch of that number, or the only one.
    #[error("There is no such stopwatch to choose or close; take one that is on the screen and keep at least one")]
    NoSuchWatch,
}

/// What the stopwatch shows in words and colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Phase {
    /// Never started.
    Idle,
    /// Running.
    Running,
    /// Under way, in a pause.
    Paused,
    /// Stopped; the last length stands.
    Stopped,
    /// Interrupted by a restart; waits for a choice.
    Recovered,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum State {
    Idle,
    Timing(Run),
    Stopped(Taken),
    Recovered(Run),
}

/// All that undo restores.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Situation {
    state: State,
    choice: Choice,
    taken: u32,
}

/// What undo goes back to, and the observation it then withdraws.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Step {
    before: Situation,
    gave: Option<Taken>,
}

/// One stopwatch, whole: written to scratch storage after each event and read back after a restart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stopwatch {
    now: Situation,
    history: VecDeque<Step>,
}

impl Default for Stopwatch {
    fn default() -> Self {
        Self::new(Choice::default())
    }
}

impl Stopwatch {
    /// An idle stopwatch for an action and operator.
    #[must_use]
    pub fn new(choice: Choice) -> Self {
        Self { now: Situation { state: State::Idle, choice, taken: 0 }, history: VecDeque::new() }
    }

    /// Takes an event at the moment of `now`. Errors when the event does not fit the state, which
    /// then stays as it was.
    pub fn apply(&mut self, event: Event, now: Reading) -> Result<Outcome, Refused> {
        if event == Event::Undo {
            let step = self.history.pop_back().ok_or(Refused::NothingToUndo)?;
            self.now = step.before;
            return Ok(Outcome::Undone { withdrawn: step.gave });
        }
        let mut after = self.now.clone();
        let outcome = after.take(event, now)?;
        let gave = match &outcome {
            Outcome::Taken(taken) | Outcome::Excluded(taken) => Some(taken.clone()),
            Outcome::Changed | Outcome::Undone { .. } => None,
        };
        let before = std::mem::replace(&mut self.now, after);
        self.history.push_back(Step { before, gave });
        if self.history.len() > UNDO_LIMIT {
            self.history.pop_front();
        }
        Ok(outcome)
    }

    /// The stopwatch after a restart of the program: an observation under way is offered for a choice
    /// (`GoOn`, `StopNow`, `Exclude`), with its true start. `same_boot` says that the monotonic clock
    /// is the one of the earlier readings. What was done before the restart can't be undone.
    #[must_use]
    pub fn recovered(self, now: Reading, same_boot: bool) -> Self {
        let Situation { state, choice, taken } = self.now;
        let state = match state {
            State::Timing(run) | State::Recovered(run) => State::Recovered(run.interrupted(now, same_boot)),
            State::Idle | State::Stopped(_) => state,
        };
        Self { now: Situation { state, choice, taken }, history: VecDeque::new() }
    }

    /// What the stopwatch is doing.
    #[must_use]
    pub fn phase(&self) -> Phase {
        match &self.now.state {
            State::Idle => Phase::Idle,
            State::Timing(run) if run.open.is_some() => Phase::Paused,
            State::Timing(_) => Phase::Running,
            State::Stopped(_) => Phase::Stopped,
            State::Recovered(_) => Phase::Recovered,
        }
    }

    /// The length to draw, in milliseconds without pauses: of the observation under way, else of the
    /// last one. A recovered one counts on, as if it were going on.
    #[must_use]
    pub fn elapsed_ms(&self, now: Reading) -> i64 {
        match &self.now.state {
            State::Idle => 0,
            State::Timing(run) | State::Recovered(run) => run.net(now).by(run.clock).max(0),
            State::Stopped(last) => last.duration_ms,
        }
    }

    /// The true start of the observation under way, Unix milliseconds.
    #[must_use]
    pub fn started_at_wall_ms(&self) -> Option<i64> {
        self.run().map(|run| run.started_at_wall_ms)
    }

    /// Whether the observation under way is marked as a hard case.
    #[must_use]
    pub fn hard(&self) -> bool {
        self.run().is_some_and(|run| run.hard)
    }

    /// The action and operator chosen.
    #[must_use]
    pub fn choice(&self) -> &Choice {
        &self.now.choice
    }

    /// How many events can be undone.
    #[must_use]
    pub fn undo_depth(&self) -> usize {
        self.history.len()
    }

    fn run(&self) -> Option<&Run> {
        match &self.now.state {
            State::Timing(run) | State::Recovered(run) => Some(run),
            State::Idle | State::Stopped(_) => None,
        }
    }
}

impl Situation {
    fn take(&mut self, event: Event, now: Reading) -> Result<Outcome, Refused> {
        if let State::Timing(run) = &mut self.state {
            run.reach(now);
        }
        match event {
            Event::Start => self.start(now),
            Event::Split => {
                let taken = self.end(now)?;
                self.state = State::Timing(Run::begun(now));
                Ok(Outcome::Taken(taken))
            }
            Event::Stop => self.end(now).map(Outcome::Taken),
            Event::Pause { .. } if self.timing()?.open.is_some() => Err(Refused::Paused),
            Event::Pause { reason } => self.change(|run| run.pause(now, reason)),
            Event::Resume { .. } if self.timing()?.open.is_none() => Err(Refused::NotPaused),
            Event::Resume { reason } => self.change(|run| run.resume(now, reason)),
            Event::MarkHard => self.change(|run| run.hard = !run.hard),
            Event::Choose(choice) => {
                self.choice = choice;
                Ok(Outcome::Changed)
            }
            Event::GoOn => {
                let mut run = self.interrupted()?;
                run.reach(now);
                self.state = State::Timing(run);
                Ok(Outcome::Changed)
            }
            Event::StopNow => self.interrupted().map(|run| Outcome::Taken(self.close(run, now))),
            Event::Exclude => self.interrupted().map(|run| Outcome::Excluded(self.close(run, now))),
            Event::Undo => Err(Refused::NothingToUndo),
        }
    }

    fn start(&mut self, now: Reading) -> Result<Outcome, Refused> {
        match self.timing() {
            Ok(_) => Err(Refused::Running),
            Err(Refused::NotRunning) => {
                self.state = State::Timing(Run::begun(now));
                Ok(Outcome::Changed)
            }
            Err(refused) => Err(refused),
        }
    }

    fn end(&mut self, now: Reading) -> Result<Taken, Refused> {
        let run = self.timing()?.clone();
        Ok(self.close(run, now))
    }

    fn close(&mut self, run: Run, now: Reading) -> Taken {
        self.taken = self.taken.saturating_add(1);
        let taken = run.taken(now, self.taken, self.choice.clone());
        self.state = State::Stopped(taken.clone());
        taken
    }

    fn change(&mut self, act: impl FnOnce(&mut Run)) -> Result<Outcome, Refused> {
        act(self.timing()?);
        Ok(Outcome::Changed)
    }

    fn timing(&mut self) -> Result<&mut Run, Refused> {
        match &mut self.state {
            State::Timing(run) => Ok(run),
            State::Recovered(_) => Err(Refused::Recovered),
            State::Idle | State::Stopped(_) => Err(Refused::NotRunning),
        }
    }

    fn interrupted(&self) -> Result<Run, Refused> {
        match &self.state {
            State::Recovered(run) => Ok(run.clone()),
            State::Idle | State::Timing(_) | State::Stopped(_) => Err(Refused::NotRecovered),
        }
    }
}

#[cfg(test)]
mod tests;
