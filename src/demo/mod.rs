//! The demo floor: a believable internet provider's floor, made from a seed with ordinary commands.
//!
//! Everything goes the way it goes in life — people, studies, decisions about flags, a set, the director's
//! order, three months of tickets, each day closed the next morning — through the worker of a rehearsal
//! floor. Invariant: nothing is inserted behind the commands' back; the same seed and day give the same floor.

mod calls;
mod cast;
mod days;
mod orders;
mod records;
mod sittings;
mod staff;
mod studies;

use std::path::Path;

use chrono::{Days, Months, NaiveDate, TimeDelta};
use chrono_tz::Tz;
use rand::SeedableRng;
use rand::rngs::StdRng;
use uuid::Uuid;

use crate::domain::calendar::{DayEnd, DayType, WorkCalendar, work_day, work_day_start};
use crate::domain::instant::Instant;
use crate::floor::command::Command;
use crate::floor::setup::{NewFloor, create};
use crate::floor::sign_in::{PasswordProof, PasswordVerifier, Session};
use crate::floor::{Accepted, Envelope, Stop};
use crate::store::{StoreError, file};
use crate::worker::{self, Handle, Outcome, Pending};

pub use cast::{PASSWORD, Player, players};

/// The seed of the floor that is made when nobody asks for another.
pub const SEED: u64 = 2026;

/// The organisation that plays.
const ORGANISATION: &str = "Телеком «Рубин»";

/// How many commands are in flight at once, so that the worker commits them in groups.
const IN_FLIGHT: usize = crate::worker::GROUP;

/// The zone of the demo floor.
const ZONE: Tz = chrono_tz::Europe::Moscow;

/// Where the demo floor lies when nobody says otherwise.
#[must_use]
pub fn default_path() -> Option<std::path::PathBuf> {
    directories::ProjectDirs::from("", "", "norma").map(|folders| folders.data_dir().join("demo.norma"))
}

/// Makes the demo floor under another name and gives it its own when it is whole, so that a demo that was
/// interrupted never passes for a floor.
pub fn make_at(path: &Path, seed: u64, now: Instant, progress: &dyn Fn(f32)) -> Result<(), Stop> {
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    name.push(".making");
    let making = path.with_file_name(name);
    file::discard(&making);
    make(&making, seed, now, progress)?;
    // The worker's connection closes with its last handle; what its log still holds moves into the file here.
    let finished = file::finish(&making).and_then(|()| std::fs::rename(&making, path).map_err(StoreError::from));
    file::discard(&making);
    Ok(finished?)
}

/// Makes the demo floor. `progress` is told how much of it is done, 0 to 1.
pub fn make(path: &Path, seed: u64, now: Instant, progress: &dyn Fn(f32)) -> Result<(), Stop> {
    let today = work_day(now.utc(), ZONE, DayEnd::default());
    let first = today.checked_sub_months(Months::new(3)).unwrap_or(today);
    let verifier = PasswordVerifier::new(PASSWORD)?;
    let mut stage = begin(path, seed, first, &verifier)?;
    stage.play(&verifier, first, today, progress)?;
    stage.settle()
}

/// The floor on its first day, with nobody but the director.
fn begin(path: &Path, seed: u64, first: NaiveDate, verifier: &PasswordVerifier) -> Result<Stage, Stop> {
    let calendar = WorkCalendar::shipped().map_err(|error| Stop::Fault(error.to_string()))?;
    let director = cast::director();
    create(
        path,
        &NewFloor {
            organisation: ORGANISATION.to_owned(),
            timezone: ZONE,
            day_ends: DayEnd::default(),
            director: director.login.to_owned(),
            director_name: director.name.to_owned(),
            administrator: None,
            rehearsal: true,
            passwords: vec![(director.login.to_owned(), verifier.clone())],
            calendars: true,
            now: moment(first, 8, 0),
            at_given: true,
        },
    )?;
    Ok(Stage {
        handle: worker::open(path, worker::system_clock())?,
        random: StdRng::seed_from_u64(seed),
        calendar,
        at: moment(first, 8, 0),
        waiting: Vec::new(),
        ids: seed,
    })
}

/// A moment of a day on the demo floor's clock.
fn moment(day: NaiveDate, hour: u32, minute: u32) -> Instant {
    let start = work_day_start(day, ZONE, DayEnd::default());
    Instant::from(start + TimeDelta::minutes(i64::from(hour) * 60 + i64::from(minute)))
}

/// The floor while it is being made: the clock of the play, its dice, and what is on its way.
struct Stage {
    handle: Handle,
    random: StdRng,
    calendar: WorkCalendar,
    at: Instant,
    waiting: Vec<Pending<Outcome>>,
    ids: u64,
}

impl Stage {
    fn play(
        &mut self,
        verifier: &PasswordVerifier,
        first: NaiveDate,
        today: NaiveDate,
        progress: &dyn Fn(f32),
    ) -> Result<(), Stop> {
        let director = self.sign_in(cast::director().login)?;
        self.hire(&director.0, verifier, first)?;
        let supervisor = self.sign_in(cast::supervisor().login)?;
        let actions = self.catalogue(&supervisor.0)?;
        progress(0.03);
        let order_day = self.studies(&supervisor.0, &actions, first)?;
        progress(0.10);
        self.pay_scheme(order_day)?;
        let weights = self.order(&supervisor.0, &actions, order_day)?;
        self.months(&supervisor.0, &actions, &weights, order_day, today, progress)?;
        self.unfinished(&supervisor.0, &actions, today)?;
        self.evening(&supervisor.0, today)?;
        progress(1.0);
        Ok(())
    }

    fn sign_in(&mut self, login: &str) -> Result<(Session, PasswordProof), Stop> {
        self.settle()?;
        self.handle.sign_in(login, PASSWORD).wait().map_err(|gone| Stop::Fault(gone.to_string()))?
    }

    /// An id that the seed decides.
    fn id(&mut self) -> Uuid {
        self.ids = self.ids.wrapping_add(1);
        Uuid::new_v5(&Uuid::NAMESPACE_OID, self.ids.to_string().as_bytes())
    }

    fn envelope(&mut self, session: &Session, command: Command) -> Envelope {
        Envelope { id: self.id(), session: session.clone(), at: Some(self.at), command, proof: None, secret: None }
    }

    /// Sends a command without waiting, up to as many as a group holds.
    fn send(&mut self, session: &Session, command: Command) -> Result<(), Stop> {
        let envelope = self.envelope(session, command);
        self.waiting.push(self.handle.send(envelope));
        if self.waiting.len() >= IN_FLIGHT { self.settle() } else { Ok(()) }
    }

    /// Waits for everything on its way; the first that failed ends the play.
    fn settle(&mut self) -> Result<(), Stop> {
        for pending in self.waiting.drain(..) {
            accepted(pending.wait().map_err(|gone| Stop::Fault(gone.to_string()))?)?;
        }
        Ok(())
    }

    /// Sends a command and waits for it.
    fn run(&mut self, session: &Session, command: Command) -> Result<Accepted, Stop> {
        self.settle()?;
        let envelope = self.envelope(session, command);
        accepted(self.handle.execute(envelope))
    }

    /// Goes to a moment; never backwards.
    fn go_to(&mut self, at: Instant) {
        self.at = self.at.max(at);
    }

    /// The next work day after a day.
    fn next_work_day(&self, day: NaiveDate) -> NaiveDate {
        day.iter_days().skip(1).find(|day| self.calendar.day_type(*day) != DayType::Free).unwrap_or(day + Days::new(1))
    }
}

fn accepted(outcome: Outcome) -> Result<Accepted, Stop> {
    match outcome {
        Outcome::Accepted(accepted) => Ok(accepted),
        Outcome::Refused(rejection) => Err(Stop::Refused(rejection)),
        Outcome::Fault(reference) => Err(Stop::Fault(reference)),
    }
}

/// Whether a floor file is a demo floor: a rehearsal of the demo's organisation.
#[must_use]
pub fn is_demo(path: &Path) -> bool {
    let read = || -> Option<bool> {
        let db = file::open_reader(path).ok()?;
        let row = crate::store::people::floor(&db).ok()??;
        Some(row.rehearsal && row.organisation == ORGANISATION)
    };
    read().unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::floor::question::{Nothing, Question};
    use crate::views::View;

    /// What the roles allow is asked of every player before a play of minutes begins.
    #[test]
    fn everybody_is_hired_and_who_keeps_the_pay_says_what_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let first = "2026-08-26".parse().unwrap();
        let verifier = PasswordVerifier::new(PASSWORD).unwrap();
        let mut stage = begin(&folder.path().join("demo.norma"), SEED, first, &verifier).unwrap();
        let director = stage.sign_in(cast::director().login).unwrap().0;
        stage.hire(&director, &verifier, first).unwrap();
        stage.pay_scheme(first).unwrap();
        let payroll = stage.sign_in(cast::PAYROLL).unwrap().0;
        let View::People(people) = stage.ask(&payroll, Question::People(Nothing {})).unwrap() else { panic!("people") };
        let paid = people.people.iter().filter(|person| person.salary_minor.is_some()).count();
        assert_eq!((people.people.len(), paid), (players().len(), cast::operators().count()));
    }
}
