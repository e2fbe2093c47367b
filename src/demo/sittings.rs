//! The demo's sittings: observations beside an operator follow one another, with waiting in between.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rand::Rng;

use super::studies::fault;
use super::{Stage, cast, moment};
use crate::domain::code::Code;
use crate::domain::instant::Instant;
use crate::domain::study::Pause;
use crate::domain::units::Millis;
use crate::floor::Stop;
use crate::floor::command::{Command, SittingAdd, StudyCommand};
use crate::floor::sign_in::Session;

/// A sitting that is under way.
#[derive(Debug, Clone, Copy)]
pub(super) struct Seat {
    started: i64,
    now: i64,
    waited: i64,
}

/// The sittings under way, by operator and day.
pub(super) type Seats = BTreeMap<(usize, NaiveDate), Seat>;

/// The operator beside whom the observer forgot to write half of the waiting down.
const CARELESS: usize = 4;

impl Stage {
    /// When the next observation beside an operator begins.
    pub(super) fn sit(&mut self, seats: &mut Seats, operator: usize, day: NaiveDate) -> Result<Instant, Stop> {
        let started = moment(day, 9, u32::try_from(operator * 4).unwrap_or(0)).millis();
        let seat = seats.entry((operator, day)).or_insert(Seat { started, now: started, waited: 0 });
        let gap = self.random.random_range(8_000..45_000_i64);
        seat.waited += gap - self.random.random_range(0..700);
        seat.now += gap;
        Instant::from_millis(seat.now).ok_or_else(|| fault("a moment"))
    }

    /// Writes every sitting down.
    pub(super) fn get_up(&mut self, supervisor: &Session, seats: Seats) -> Result<(), Stop> {
        for ((operator, _), seat) in seats {
            let player = cast::operators().nth(operator).unwrap_or(cast::supervisor());
            let noted = if operator == CARELESS { seat.waited / 2 } else { seat.waited };
            let moment = |at| Instant::from_millis(at).ok_or_else(|| fault("a moment"));
            let add = SittingAdd {
                sitting: self.id(),
                operator: Code::new(player.code).map_err(|error| fault(&error.to_string()))?,
                started_at: moment(seat.started)?,
                ended_at: moment(seat.now + 4_000)?,
                pauses: vec![Pause {
                    length_ms: Millis(noted), reason: Some("ожидание обращения".to_owned())
                }],
            };
            self.send(supervisor, Command::Study(StudyCommand::SittingAdd(add)))?;
        }
        self.settle()
    }
}

/// The observation that began last took so long.
pub(super) fn took(seats: &mut Seats, operator: usize, day: NaiveDate, length: Millis) {
    if let Some(seat) = seats.get_mut(&(operator, day)) {
        seat.now += length.0;
    }
}
