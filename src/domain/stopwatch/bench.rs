//! The bench: stopwatches side by side.
//!
//! Invariant: one to nine of them, one of which is active; none under way is ever closed.
//!
//! Deliberately lacks: what a stopwatch does (`stopwatch`).

use serde::{Deserialize, Serialize};

use super::{Choice, Event, Outcome, Phase, Reading, Refused, Stopwatch};

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

    /// Closes the stopwatch at this place. Errors when it is under way, the only one, or not there.
    pub fn close(&mut self, place: usize) -> Result<(), Refused> {
        let watch = self.watches.get(place).filter(|_| self.watches.len() > 1).ok_or(Refused::NoSuchWatch)?;
        match watch.phase() {
            Phase::Idle | Phase::Stopped => {}
            Phase::Running | Phase::Paused => return Err(Refused::Running),
            Phase::Recovered => return Err(Refused::Recovered),
        }
        self.watches.remove(place);
        if self.active > place || self.active == self.watches.len() {
            self.active = self.active.saturating_sub(1);
        }
        Ok(())
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
            bench.add(Choice { action: None, operator: Some(number.to_string()) }).unwrap();
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
