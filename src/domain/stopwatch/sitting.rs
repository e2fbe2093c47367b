//! The sitting (сеанс наблюдения): the stretch of time that the observer sits beside one operator.
//!
//! It begins with the first start and is held against the clock: elapsed = observed + paused + unaccounted for
//! ([`crate::domain::study::clock_check`]). It ends when the observer says so, at that moment; by itself (another
//! operator, the stopwatch closed, the work day turned, a day gone by) it ends with what was last recorded of it,
//! because nothing says that anybody sat there any longer.
//!
//! Worth recording is a sitting of at least a minute with at least one observation: below a minute 2 % is a second,
//! and the check would tell how fast somebody presses keys.
//!
//! Invariant: pauses lie inside the sitting and one after the other, so together they never exceed it; the wall clock
//! of a sitting never goes back. Once it has ended its end stands: undo does not go behind it.
//!
//! Deliberately lacks: which event may come when (`stopwatch`), and the study's view of it.

use serde::{Deserialize, Serialize};

use super::run::{Reading, Run, Taken};
use super::{Outcome, Refused, Situation, State};
use crate::domain::study::LONGEST;
use crate::domain::study::clock_check::ClockCheck;
use crate::domain::units::Millis;

/// The shortest sitting that is recorded.
pub const SHORTEST_SITTING: Millis = Millis(60_000);

/// A pause of a sitting, between observations.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SittingPause {
    /// How long it was, in milliseconds.
    pub length_ms: i64,
    /// What it was for.
    pub reason: Option<String>,
}

/// A sitting that has ended, to be stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EndedSitting {
    /// The observed operator's code.
    pub operator: String,
    /// When it began, Unix milliseconds.
    pub started_at_wall_ms: i64,
    /// When it ended, Unix milliseconds.
    pub ended_at_wall_ms: i64,
    /// The pauses between its observations, in order.
    pub pauses: Vec<SittingPause>,
}

/// A sitting under way, as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SittingNow {
    /// When it began, Unix milliseconds.
    pub started_at_wall_ms: i64,
    /// The observations taken in it.
    pub observations: u32,
    /// What fills it, the observation and the pause under way included.
    pub check: ClockCheck,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct OpenPause {
    at_wall_ms: i64,
    reason: Option<String>,
}

/// A sitting under way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Sitting {
    operator: String,
    started_at_wall_ms: i64,
    /// The moment of the last thing recorded.
    latest_wall_ms: i64,
    observed_ms: i64,
    paused_ms: i64,
    observations: u32,
    pauses: Vec<SittingPause>,
    open: Option<OpenPause>,
    /// The work day turned while an observation was under way: the sitting ends with it.
    turned: bool,
}

impl Sitting {
    fn begun(operator: String, wall_ms: i64) -> Self {
        Self {
            operator,
            started_at_wall_ms: wall_ms,
            latest_wall_ms: wall_ms,
            observed_ms: 0,
            paused_ms: 0,
            observations: 0,
            pauses: Vec::new(),
            open: None,
            turned: false,
        }
    }

    fn reach(&mut self, now: Reading) {
        self.latest_wall_ms = self.latest_wall_ms.max(now.wall_ms);
    }

    fn resume(&mut self, now: Reading) {
        self.reach(now);
        let Some(open) = self.open.take() else { return };
        let length_ms = self.latest_wall_ms.saturating_sub(open.at_wall_ms);
        if length_ms > 0 {
            self.paused_ms = self.paused_ms.saturating_add(length_ms);
            self.pauses.push(SittingPause { length_ms, reason: open.reason });
        }
    }

    fn took(&mut self, taken: &Taken, now: Reading) {
        self.reach(now);
        self.observed_ms = self.observed_ms.saturating_add(taken.duration_ms);
        self.paused_ms = self.paused_ms.saturating_add(taken.paused_ms);
        self.observations = self.observations.saturating_add(1);
    }

    /// Whether it is a day old: longer than any sitting may be.
    fn is_stale(&self, now: Reading) -> bool {
        now.wall_ms.saturating_sub(self.started_at_wall_ms) > LONGEST.0
    }

    /// The sitting as it is stored, ended with the last thing recorded; none where it is not worth it. A pause
    /// that nobody ended is not part of it.
    fn ended(self) -> Option<EndedSitting> {
        let length_ms = self.latest_wall_ms.saturating_sub(self.started_at_wall_ms);
        let worth = self.observations > 0 && (SHORTEST_SITTING.0..=LONGEST.0).contains(&length_ms);
        worth.then_some(EndedSitting {
            operator: self.operator,
            started_at_wall_ms: self.started_at_wall_ms,
            ended_at_wall_ms: self.latest_wall_ms,
            pauses: self.pauses,
        })
    }
}

impl Situation {
    /// Begins the sitting, or goes on with it: an open pause ends. One that is a day old has ended long ago.
    pub(super) fn sit(&mut self, now: Reading) {
        if self.sitting.as_ref().is_some_and(|sitting| sitting.is_stale(now)) {
            self.get_up();
        }
        match (&mut self.sitting, &self.choice.operator) {
            (Some(sitting), _) => sitting.resume(now),
            (None, Some(operator)) => self.sitting = Some(Sitting::begun(operator.clone(), now.wall_ms)),
            (None, None) => {}
        }
    }

    /// Ends the sitting with what was last recorded.
    pub(super) fn get_up(&mut self) {
        self.ended.extend(self.sitting.take().and_then(Sitting::ended));
    }

    /// Ends the sitting at the moment the observer says so; one that is a day old, with what was last recorded.
    pub(super) fn end_sitting(&mut self, now: Reading) -> Result<Outcome, Refused> {
        match self.state {
            State::Timing(_) => return Err(Refused::Running),
            State::Recovered(_) => return Err(Refused::Recovered),
            State::Idle | State::Stopped(_) => {}
        }
        let sitting = self.sitting.as_mut().ok_or(Refused::NoSitting)?;
        if !sitting.is_stale(now) {
            sitting.resume(now);
        }
        self.get_up();
        Ok(Outcome::Changed)
    }

    /// Notes an observation that was taken; where the work day has turned, the sitting ends with it.
    pub(super) fn sat_through(&mut self, taken: &Taken, now: Reading) {
        let Some(sitting) = &mut self.sitting else { return };
        sitting.took(taken, now);
        if sitting.turned {
            self.get_up();
        }
    }

    /// The operator was chosen. An observation under way is theirs from its start, and so is the sitting from there.
    pub(super) fn sit_beside(&mut self, operator: Option<&String>) {
        let Some(sitting) = &mut self.sitting else { return };
        let Some(operator) = operator.filter(|operator| **operator != sitting.operator).cloned() else { return };
        let (State::Timing(run) | State::Recovered(run)) = &self.state else { return self.get_up() };
        if sitting.observations == 0 {
            sitting.operator = operator;
            return;
        }
        let started = run.started_at_wall_ms;
        sitting.latest_wall_ms = started.max(sitting.started_at_wall_ms);
        self.get_up();
        self.sitting = Some(Sitting::begun(operator, started));
    }

    /// Begins a pause of the sitting, between observations.
    pub(super) fn pause_sitting(&mut self, now: Reading, reason: Option<String>) -> Result<Outcome, Refused> {
        let sitting = self.sitting.as_mut().ok_or(Refused::NotRunning)?;
        if sitting.open.is_some() {
            return Err(Refused::Paused);
        }
        if sitting.is_stale(now) {
            return Err(Refused::NoSitting);
        }
        sitting.reach(now);
        sitting.open = Some(OpenPause { at_wall_ms: sitting.latest_wall_ms, reason });
        Ok(Outcome::Changed)
    }

    /// Ends a pause of the sitting.
    pub(super) fn resume_sitting(&mut self, now: Reading, reason: Option<String>) -> Result<Outcome, Refused> {
        let sitting = self.sitting.as_mut().ok_or(Refused::NotRunning)?;
        let open = sitting.open.as_mut().ok_or(Refused::NotPaused)?;
        open.reason = reason.or(open.reason.take());
        sitting.resume(now);
        Ok(Outcome::Changed)
    }

    /// Names the pause of the sitting that is under way.
    pub(super) fn name_sitting_pause(&mut self, reason: String) -> Result<Outcome, Refused> {
        let open = self.sitting.as_mut().and_then(|sitting| sitting.open.as_mut()).ok_or(Refused::NotPaused)?;
        open.reason = Some(reason);
        Ok(Outcome::Changed)
    }

    /// The work day has turned: the sitting ends, with the observation under way where there is one.
    pub(super) fn turn_day(&mut self) {
        match (&self.state, &mut self.sitting) {
            (State::Timing(_) | State::Recovered(_), Some(sitting)) => sitting.turned = true,
            _ => self.get_up(),
        }
    }

    /// Another length was decided for an observation of the sitting.
    pub(super) fn correct(&mut self, started_at_wall_ms: i64, by_ms: i64) {
        if let Some(sitting) = self.sitting.as_mut().filter(|one| one.started_at_wall_ms <= started_at_wall_ms) {
            sitting.observed_ms = sitting.observed_ms.saturating_add(by_ms);
        }
    }

    /// Whether the sitting is in a pause of its own.
    pub(super) fn waits(&self) -> bool {
        self.sitting.as_ref().is_some_and(|sitting| sitting.open.is_some())
    }

    /// What the pause of the sitting is for.
    pub(super) fn waits_for(&self) -> Option<&str> {
        self.sitting.as_ref()?.open.as_ref()?.reason.as_deref()
    }

    /// How long the pause of the sitting is by now, in milliseconds.
    pub(super) fn waited_ms(&self, now: Reading) -> Option<i64> {
        let open = self.sitting.as_ref()?.open.as_ref()?;
        Some(now.wall_ms.saturating_sub(open.at_wall_ms).max(0))
    }

    /// The sitting under way, with what fills it by now.
    pub(super) fn sitting_now(&self, run: Option<&Run>, now: Reading) -> Option<SittingNow> {
        let sitting = self.sitting.as_ref()?;
        let wall_ms = now.wall_ms.max(sitting.latest_wall_ms);
        let (observed_ms, paused_ms) = run.map_or((0, 0), |run| {
            let net = run.net(now).by(run.clock).max(0);
            (net, run.position(now).by(run.clock).saturating_sub(net).max(0))
        });
        let waiting_ms = sitting.open.as_ref().map_or(0, |open| wall_ms.saturating_sub(open.at_wall_ms));
        let check = ClockCheck {
            elapsed: Millis(wall_ms.saturating_sub(sitting.started_at_wall_ms)),
            observed: Millis(sitting.observed_ms.saturating_add(observed_ms)),
            paused: Millis(sitting.paused_ms.saturating_add(paused_ms).saturating_add(waiting_ms)),
        };
        let (started_at_wall_ms, observations) = (sitting.started_at_wall_ms, sitting.observations);
        Some(SittingNow { started_at_wall_ms, observations, check })
    }
}
