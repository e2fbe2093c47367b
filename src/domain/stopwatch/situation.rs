//! Which event may come when, and what it does to the observation and the sitting.
//!
//! Deliberately lacks: undo (`stopwatch` keeps what was before), and how an observation counts (`run`).

use super::run::{Choice, Reading, Run, Taken};
use super::{Event, Outcome, PACES_BP, Refused, Situation, State};

impl Situation {
    /// Takes an event; what does not fit the state is refused.
    pub(super) fn take(&mut self, event: Event, now: Reading) -> Result<Outcome, Refused> {
        if let State::Timing(run) = &mut self.state {
            run.reach(now);
        }
        match event {
            Event::Start => self.start(now),
            Event::Split => self.split(now),
            Event::Break => self.break_here(now),
            Event::Stop => self.end(now).map(Outcome::Taken),
            Event::Pause { reason } if self.is_between() => self.pause_sitting(now, reason),
            Event::Pause { .. } if self.timing()?.open.is_some() => Err(Refused::Paused),
            Event::Pause { reason } => self.change(|run| run.pause(now, reason)),
            Event::Resume { reason } if self.is_between() => self.resume_sitting(now, reason),
            Event::Resume { .. } if self.timing()?.open.is_none() => Err(Refused::NotPaused),
            Event::Resume { reason } => self.change(|run| run.resume(now, reason)),
            Event::Name { reason } if self.is_between() => self.name_sitting_pause(reason),
            Event::Name { reason } => {
                self.timing()?.open.as_mut().ok_or(Refused::NotPaused)?.reason = Some(reason);
                Ok(Outcome::Changed)
            }
            Event::MarkHard => self.change(|run| run.hard = !run.hard),
            Event::Rate { rating_bp } if !PACES_BP.contains(&rating_bp) => Err(Refused::NoSuchPace),
            Event::Rate { rating_bp } => self.change(|run| run.rating_bp = rating_bp),
            Event::Choose(choice) => Ok(self.choose(choice)),
            Event::EndSitting => self.end_sitting(now),
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

    /// Whether no observation is under way or waits after a restart.
    fn is_between(&self) -> bool {
        matches!(self.state, State::Idle | State::Stopped(_))
    }

    fn choose(&mut self, choice: Choice) -> Outcome {
        self.sit_beside(choice.operator.as_ref());
        if let State::Timing(run) | State::Recovered(run) = &mut self.state
            && self.choice.elements != choice.elements
        {
            run.other_elements();
        }
        self.choice = choice;
        Outcome::Changed
    }

    fn split(&mut self, now: Reading) -> Result<Outcome, Refused> {
        let taken = self.end(now)?;
        self.sit(now);
        self.state = State::Timing(Run::begun(now));
        Ok(Outcome::Taken(taken))
    }

    fn break_here(&mut self, now: Reading) -> Result<Outcome, Refused> {
        let count = self.choice.elements.len();
        let run = self.timing()?;
        if run.open.is_some() {
            return Err(Refused::Paused);
        }
        if !run.has_next_element(count) {
            return self.split(now);
        }
        if run.break_here(now) { Ok(Outcome::Changed) } else { Err(Refused::TooSoon) }
    }

    fn start(&mut self, now: Reading) -> Result<Outcome, Refused> {
        match self.timing() {
            Ok(_) => Err(Refused::Running),
            Err(Refused::NotRunning) => {
                self.sit(now);
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
        self.sat_through(&taken, now);
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
