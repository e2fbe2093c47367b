//! The stopwatch as a state machine, and the bench of up to nine of them side by side.
//!
//! Invariant: from a start to its stop no millisecond is lost or counted twice: the durations and
//! pauses of the observations taken add up to what the clock ran, and the elements of each add up to its
//! duration. A change that is refused leaves no trace; a restart never keeps an observation by itself.
//!
//! Deliberately lacks: a clock (each event brings its [`Reading`]), the store (the whole value is
//! serialised into scratch storage after each event), and what becomes of an observation.

use std::collections::VecDeque;

use serde::{Deserialize, Serialize};

mod bench;
mod elements;
mod run;
mod sitting;
mod situation;

pub use bench::{BENCH_LIMIT, Bench};
pub use elements::{ElementLength, Progress};
use run::Run;
pub use run::{Choice, Clock, ClockDifference, NORMAL_PACE_BP, Pause, Reading, TOLERATED_DIFFERENCE_MS, Taken};
use sitting::Sitting;
pub use sitting::{EndedSitting, SHORTEST_SITTING, SittingNow, SittingPause};

/// How many events can be undone.
pub const UNDO_LIMIT: usize = 50;

/// The paces an observation can be rated with, in basis points; rated in steps of [`PACE_STEP_BP`].
pub const PACES_BP: std::ops::RangeInclusive<i64> = 5_000..=15_000;
/// A step of the rating, in basis points: 5 %, as finely as an observer can tell.
pub const PACE_STEP_BP: i64 = 500;

/// What a person does to a stopwatch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// Begins an observation.
    Start,
    /// Ends the observation and begins the next at the same instant (continuous timing).
    Split,
    /// A break point: ends the element and begins the next at the same instant. After the last one, and where the
    /// action has no elements, it is a split.
    Break,
    /// Ends the observation.
    Stop,
    /// Takes the time from here to the resume (or the end) out of the observation; between observations, begins a
    /// pause of the sitting.
    Pause {
        /// The foreign element, if it is named at once.
        reason: Option<String>,
    },
    /// Ends the pause.
    Resume {
        /// Names the pause's reason afterwards; none leaves what was said at the pause.
        reason: Option<String>,
    },
    /// Says what the pause under way is for.
    Name {
        /// The foreign element.
        reason: String,
    },
    /// Marks the running observation as a hard case, or takes the mark back.
    MarkHard,
    /// Rates the pace of the running observation.
    Rate {
        /// In basis points, out of [`PACES_BP`].
        rating_bp: i64,
    },
    /// Chooses the action and operator; the running observation is theirs, too.
    Choose(Choice),
    /// Of a recovered observation: let it go on.
    GoOn,
    /// Of a recovered observation: it ends here.
    StopNow,
    /// Of a recovered observation: it ends here and does not count.
    Exclude,
    /// The observer gets up: the sitting ends here.
    EndSitting,
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
    /// A break at the very beginning of an element.
    #[error("This element has only just begun; press again when it ends")]
    TooSoon,
    /// A pace out of range.
    #[error("A pace is rated from 50 to 150 %; choose one in between")]
    NoSuchPace,
    /// The end of a sitting that has not begun.
    #[error("No sitting is under way; it begins with the first start")]
    NoSitting,
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
    /// Between observations, in a pause of the sitting.
    Waiting,
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
    #[serde(default)]
    sitting: Option<Sitting>,
    /// What ended in this step.
    #[serde(skip)]
    ended: Vec<EndedSitting>,
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
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    ended: Vec<EndedSitting>,
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
        let now = Situation { state: State::Idle, choice, taken: 0, sitting: None, ended: Vec::new() };
        Self { now, history: VecDeque::new(), ended: Vec::new() }
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
        self.collect();
        Ok(outcome)
    }

    /// Keeps what ended for whoever stores it; undo does not go behind it.
    fn collect(&mut self) {
        if !self.now.ended.is_empty() {
            self.ended.append(&mut self.now.ended);
            self.history.clear();
        }
    }

    /// The sittings that have ended and are worth recording; each is given once.
    #[must_use = "a sitting that is not stored is lost"]
    pub fn take_ended(&mut self) -> Vec<EndedSitting> {
        std::mem::take(&mut self.ended)
    }

    /// The work day has turned: the sitting ends with what was last recorded of it, with the observation under way
    /// where there is one.
    pub fn turn_day(&mut self) {
        self.now.turn_day();
        self.collect();
    }

    /// The stopwatch is put away: its sitting ends with what was last recorded of it.
    pub fn put_away(&mut self) {
        self.now.get_up();
        self.collect();
    }

    /// Another length was decided for the observation that began at this moment.
    pub fn correct(&mut self, started_at_wall_ms: i64, by_ms: i64) {
        self.now.correct(started_at_wall_ms, by_ms);
    }

    /// The catalogue names the chosen action's elements; says whether they were others. An observation under way
    /// keeps the ones it began with.
    pub fn set_elements(&mut self, elements: Vec<String>) -> bool {
        let other = self.run().is_none() && self.now.choice.elements != elements;
        if other {
            self.now.choice.elements = elements;
        }
        other
    }

    /// The stopwatch after a restart of the program: an observation under way is offered for a choice
    /// (`GoOn`, `StopNow`, `Exclude`), with its true start. `same_boot` says that the monotonic clock
    /// is the one of the earlier readings. What was done before the restart can't be undone.
    #[must_use]
    pub fn recovered(self, now: Reading, same_boot: bool) -> Self {
        let state = match self.now.state {
            State::Timing(run) | State::Recovered(run) => State::Recovered(run.interrupted(now, same_boot)),
            state @ (State::Idle | State::Stopped(_)) => state,
        };
        Self { now: Situation { state, ..self.now }, history: VecDeque::new(), ended: self.ended }
    }

    /// What the stopwatch is doing.
    #[must_use]
    pub fn phase(&self) -> Phase {
        match &self.now.state {
            State::Idle | State::Stopped(_) if self.now.waits() => Phase::Waiting,
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

    /// The pace of the observation under way, in basis points.
    #[must_use]
    pub fn rating_bp(&self) -> Option<i64> {
        self.run().map(|run| run.rating_bp)
    }

    /// What the pause under way is for, where it was said; of the observation or of the sitting.
    #[must_use]
    pub fn pause_reason(&self) -> Option<&str> {
        let of_run = self.run().and_then(|run| run.open.as_ref()).and_then(|open| open.reason.as_deref());
        of_run.or_else(|| self.now.waits_for())
    }

    /// How long the pause of the sitting is by now, in milliseconds.
    #[must_use]
    pub fn waited_ms(&self, now: Reading) -> Option<i64> {
        self.now.waited_ms(now)
    }

    /// How long the pause under way is by now, in milliseconds; of the observation or of the sitting.
    #[must_use]
    pub fn pause_ms(&self, now: Reading) -> Option<i64> {
        self.run().and_then(|run| run.pause_ms(now)).or_else(|| self.waited_ms(now))
    }

    /// The elements of the observation under way, or of the last one; none where it is timed as a whole.
    #[must_use]
    pub fn progress(&self, now: Reading) -> Option<Progress> {
        let choice = &self.now.choice;
        match &self.now.state {
            State::Timing(run) | State::Recovered(run) => {
                let at = run.element_at(choice.elements.len())?;
                let own = |one: &ElementLength| match run.clock {
                    Clock::Monotonic => one.monotonic_ms,
                    Clock::Wall => one.wall_ms,
                };
                Some(Progress { at, lengths_ms: run.elements(&choice.elements, now).iter().map(own).collect() })
            }
            State::Stopped(last) if !last.elements.is_empty() && last.choice.action == choice.action => {
                let lengths_ms = last.element_times().into_iter().map(|(_, length)| length).collect();
                Some(Progress { at: choice.elements.len(), lengths_ms })
            }
            State::Idle | State::Stopped(_) if choice.elements.is_empty() => None,
            State::Idle | State::Stopped(_) => Some(Progress { at: choice.elements.len(), lengths_ms: Vec::new() }),
        }
    }

    /// The sitting under way, with what fills it by now.
    #[must_use]
    pub fn sitting(&self, now: Reading) -> Option<SittingNow> {
        self.now.sitting_now(self.run(), now)
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

#[cfg(test)]
mod tests;
