//! The bench: stopwatches side by side.
//!
//! Invariant: one to nine of them, one of which is active; none under way is ever closed.
//!
//! Deliberately lacks: what a stopwatch does (`stopwatch`).

use serde::{Deserialize, Serialize};

use super::{Choice, EndedSitting, Event, Outcome, Phase, Reading, Refused, Stopwatch};

/// How many stopwatches run side by side at most: keys 1 to 9.
pub const BENCH_LIMIT: usize = 9;

/// Stopwatches side by side, one per observed operator; always at least one, at most nine.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bench {
    watches: Vec<Stopwatch>,
    active: usize,
}

impl Default for Bench {
    fn default() -> Self {
        Self { watches: vec![Stopwatch::default()], active: 0 }
    }
}

impl Bench {
    /// The stopwatches in the order of their keys.
    #[must_use]
    pub fn watches(&self) -> &[Stopwatch] {
        &self.watches
    }

    /// The place of the stopwatch that the keys go to, from 0.
    #[must_use]
    pub fn active(&self) -> usize {
        self.active
    }

    /// The stopwatch that the keys go to.
    #[must_use]
    pub fn active_watch(&self) -> Option<&Stopwatch> {
        self.watches.get(self.active)
    }

    /// Adds an idle stopwatch and makes it the active one. Errors when nine are there.
    pub fn add(&mut self, choice: Choice) -> Result<(), Refused> {
        if self.watches.len() >= BENCH_LIMIT {
            return Err(Refused::BenchFull);
        }
        self.active = self.watches.len();
        self.watches.push(Stopwatch::new(choice));
        Ok(())
    }

    /// Makes the stopwatch at this place the active one. Errors when there is none.
    pub fn choose(&mut self, place: usize) -> Result<(), Refused> {
        self.watches.get(place).ok_or(Refused::NoSuchWatch)?;
        self.active = place;
        Ok(())
    }

    /// Closes the stopwatch at this place; gives its sitting, where it is worth recording. Errors when it is under
    /// way, the only one, or not there.
    pub fn close(&mut self, place: usize) -> Result<Vec<EndedSitting>, Refused> {
        let watch = self.watches.get(place).filter(|_| self.watches.len() > 1).ok_or(Refused::NoSuchWatch)?;
        match watch.phase() {
            Phase::Idle | Phase::Stopped | Phase::Waiting => {}
            Phase::Running | Phase::Paused => return Err(Refused::Running),
            Phase::Recovered => return Err(Refused::Recovered),
        }
        let mut closed = self.watches.remove(place);
        if self.active > place || self.active == self.watches.len() {
            self.active = self.active.saturating_sub(1);
        }
        closed.put_away();
        Ok(closed.take_ended())
    }

    /// The work day has turned, see [`Stopwatch::turn_day`].
    pub fn turn_day(&mut self) {
        self.watches.iter_mut().for_each(Stopwatch::turn_day);
    }

    /// The sittings that have ended, see [`Stopwatch::take_ended`].
    #[must_use = "a sitting that is not stored is lost"]
    pub fn take_ended(&mut self) -> Vec<EndedSitting> {
        self.watches.iter_mut().flat_map(Stopwatch::take_ended).collect()
    }

    /// Another length was decided for an observation of this operator, see [`Stopwatch::correct`].
    pub fn correct(&mut self, operator: Option<&str>, started_at_wall_ms: i64, by_ms: i64) {
        let beside = |watch: &&mut Stopwatch| watch.choice().operator.as_deref() == operator;
        self.watches.iter_mut().filter(beside).for_each(|watch| watch.correct(started_at_wall_ms, by_ms));
    }

    /// The catalogue names the elements of each action, see [`Stopwatch::set_elements`]; says whether any were others.
    pub fn set_elements(&mut self, of: impl Fn(Option<&str>) -> Vec<String>) -> bool {
        let mut any = false;
        for watch in &mut self.watches {
            let elements = of(watch.choice().action.as_deref());
            any |= watch.set_elements(elements);
        }
        any
    }

    /// Takes an event on the stopwatch at this place. Errors as [`Stopwatch::apply`] does, or when
    /// there is none.
    pub fn apply(&mut self, place: usize, event: Event, now: Reading) -> Result<Outcome, Refused> {
        self.watches.get_mut(place).ok_or(Refused::NoSuchWatch)?.apply(event, now)
    }

    /// All of them after a restart, see [`Stopwatch::recovered`].
    #[must_use]
    pub fn recovered(self, now: Reading, same_boot: bool) -> Self {
        let watches = self.watches.into_iter().map(|watch| watch.recovered(now, same_boot)).collect();
        Self { watches, active: self.active }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Event::{Exclude, Start};

    fn at(seconds: i64, moved: i64) -> Reading {
        Reading { monotonic_ms: seconds * 1000, wall_ms: (seconds + moved) * 1000 }
    }

    #[test]
    fn a_bench_holds_one_to_nine() {
        let mut bench = Bench::default();
        for number in 2..=9 {
            bench.add(Choice { operator: Some(number.to_string()), ..Choice::default() }).unwrap();
        }
        assert_eq!((bench.add(Choice::default()), bench.active()), (Err(Refused::BenchFull), 8));
        assert_eq!(bench.choose(9), Err(Refused::NoSuchWatch));
        assert_eq!(bench.apply(9, Start, at(0, 0)), Err(Refused::NoSuchWatch));
        bench.apply(0, Start, at(0, 0)).unwrap();
        assert_eq!((bench.close(0), bench.close(9)), (Err(Refused::Running), Err(Refused::NoSuchWatch)));
        bench.close(8).unwrap();
        assert_eq!(bench.active(), 7);
        bench.choose(3).unwrap();
        bench.close(1).unwrap();
        let operator = |bench: &Bench| bench.active_watch().and_then(|watch| watch.choice().operator.clone());
        assert_eq!((bench.active(), operator(&bench).as_deref()), (2, Some("4")));
        let mut bench = bench.recovered(at(1, 500), false);
        assert_eq!(bench.watches().iter().filter(|watch| watch.phase() == Phase::Recovered).count(), 1);
        assert_eq!(bench.close(0), Err(Refused::Recovered));
        for _ in 0..6 {
            bench.close(1).unwrap();
        }
        assert_eq!((bench.watches().len(), bench.active()), (1, 0));
        bench.apply(0, Exclude, at(2, 500)).unwrap();
        assert_eq!(bench.close(0), Err(Refused::NoSuchWatch));
    }
}
