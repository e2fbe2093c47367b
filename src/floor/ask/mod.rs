//! Answering questions: one short read, scoped by the permit, into a view.
//!
//! Invariant: what a person may not see does not exist for them ("not found", not "forbidden").

mod absences;
mod agreement;
mod calendar;
mod decision;
mod department;
mod desk;
mod document;
mod drift;
mod history;
mod indicators;
mod journal;
mod kpi;
mod month;
mod morning;
mod names;
mod norms;
mod notifications;
mod objections;
mod orders;
mod pay;
mod people;
mod pilots;
mod queue;
mod reviews;
mod schedules;
mod schemes;
mod studies;
mod tasks;
mod tickets;

use rusqlite::Connection;

use super::question::Question;
use super::sign_in::Session;
use super::{Floor, Stop, actor_of};
use crate::domain::instant::Instant;
use crate::domain::rejection::{RefusalCode, Rejection};
use crate::policy::{self, Act, Actor, Permit, Target};
use crate::views::View;

pub use kpi::month_bounds;

/// What a reader works with.
pub(crate) struct Reader<'a> {
    pub db: &'a Connection,
    pub floor: Floor,
    pub now: Instant,
    pub actor: Actor,
    pub one_time: bool,
}

impl Reader<'_> {
    fn permit(&self, act: Act, target: Target) -> Result<Permit, Rejection> {
        policy::permit(&self.actor, act, target, RefusalCode::NotFound)
    }

    fn widest(&self, act: Act) -> Result<Permit, Rejection> {
        policy::widest(&self.actor, act)
    }

    fn today(&self) -> chrono::NaiveDate {
        self.floor.work_day(self.now)
    }
}

/// Answers a question in the caller's read transaction. `clock` is the wall clock of the door, or the time a
/// rehearsal asks at.
pub fn answer(db: &Connection, session: &Session, question: &Question, clock: Instant) -> Result<View, Stop> {
    let floor = Floor::load(db)?;
    let actor = actor_of(db, session, floor.work_day(clock))?;
    let reader = Reader { db, floor, now: clock, actor, one_time: session.one_time() };
    match question {
        Question::Me(_) => people::me(&reader).map(|view| View::Me(Box::new(view))),
        Question::People(_) => people::people(&reader).map(View::People),
        Question::Permissions(_) => people::permissions(&reader).map(View::Permissions),
        Question::Audit(ask) => journal::audit(&reader, ask).map(View::Audit),
        Question::Entry(ask) => journal::entry(&reader, ask.seq).map(|view| View::Entry(Box::new(view))),
        Question::Actions(_) => norms::actions(&reader).map(View::Actions),
        Question::Study(ask) => studies::study(&reader, ask.study).map(|view| View::Study(Box::new(view))),
        Question::Studies(_) => studies::studies(&reader).map(View::Studies),
        Question::Drift(_) => drift::drift(&reader).map(View::Drift),
        Question::Set(ask) => norms::set(&reader, ask.set).map(|view| View::Set(Box::new(view))),
        Question::Sets(_) => norms::sets(&reader).map(View::Sets),
        Question::Order(ask) => norms::order(&reader, &ask.number).map(|view| View::Order(Box::new(view))),
        Question::Orders(_) => norms::orders(&reader).map(View::Orders),
        Question::Replay(ask) => pilots::replay(&reader, ask).map(|view| View::Replay(Box::new(view))),
        Question::Pilot(ask) => pilots::pilot(&reader, ask.set).map(|view| View::Pilot(Box::new(view))),
        Question::Acquaintance(ask) => orders::acquaintance(&reader, &ask.number).map(View::Acquaintance),
        Question::Acknowledge(_) => orders::acknowledge(&reader).map(View::Acknowledge),
        Question::Document(ask) => document::document(&reader, &ask.number).map(|view| View::Document(Box::new(view))),
        Question::Wording(ask) => orders::wording(&reader, &ask.lang).map(|view| View::Wording(Box::new(view))),
        Question::Deputies(_) => orders::deputies(&reader).map(View::Deputies),
        Question::Ticket(ask) => tickets::ticket(&reader, ask.ticket).map(|view| View::Ticket(Box::new(view))),
        Question::Day(ask) => tickets::day(&reader, &ask.person, ask.date).map(|view| View::Day(Box::new(view))),
        Question::Desk(_) => tickets::desk(&reader).map(|view| View::Desk(Box::new(view))),
        Question::Kpi(ask) => {
            kpi::kpi(&reader, &ask.month, ask.department.as_ref()).map(|view| View::Kpi(Box::new(view)))
        }
        Question::Absences(ask) => absences::board(&reader, *ask).map(|view| View::Absences(Box::new(view))),
        Question::Cover(ask) => absences::cover(&reader, *ask).map(|view| View::Cover(Box::new(view))),
        Question::Calendar(ask) => calendar::calendar(&reader, *ask).map(|view| View::Calendar(Box::new(view))),
        Question::Schedules(ask) => schedules::schedules(&reader, *ask).map(|view| View::Schedules(Box::new(view))),
        Question::Schedule(ask) => schedules::schedule(&reader, ask).map(|view| View::Schedule(Box::new(view))),
        Question::Statement(ask) => pay::statement(&reader, ask).map(|view| View::Statement(Box::new(view))),
        Question::Payroll(ask) => pay::payroll(&reader, *ask).map(|view| View::Payroll(Box::new(view))),
        Question::Grants(_) => pay::grants(&reader).map(View::Grants),
        Question::Statements(ask) => pay::statements(&reader, *ask).map(|view| View::Statements(Box::new(view))),
        Question::Schemes(_) => schemes::schemes(&reader).map(View::Schemes),
        Question::Scheme(ask) => schemes::scheme(&reader, ask).map(|view| View::Scheme(Box::new(view))),
        Question::MyKpi(ask) => department::my_kpi(&reader, ask).map(|view| View::MyKpi(Box::new(view))),
        Question::Department(ask) => department::department(&reader, ask).map(|view| View::Department(Box::new(view))),
        Question::Morning(ask) => morning::morning(&reader, ask).map(|view| View::Morning(Box::new(view))),
        Question::Decision(ask) => decision::decision(&reader, *ask).map(|view| View::Decision(Box::new(view))),
        Question::Objections(ask) => objections::objections(&reader, ask).map(View::Objections),
        Question::Tasks(ask) => tasks::tasks(&reader, ask).map(|view| View::Tasks(Box::new(view))),
        Question::Notes(ask) => objections::notes(&reader, ask).map(View::Notes),
        Question::Notifications(_) => notifications::notifications(&reader).map(View::Notifications),
        Question::Indicators(ask) => indicators::indicators(&reader, ask).map(View::Indicators),
        Question::Calls(ask) => desk::calls(&reader, ask).map(View::Calls),
        Question::Call(ask) => desk::call(&reader, ask.call).map(|view| View::Call(Box::new(view))),
        Question::Queue(ask) => desk::queue(&reader, ask).map(View::Queue),
        Question::Client(ask) => desk::client(&reader, &ask.reference).map(View::Client),
        Question::Search(ask) => desk::search(&reader, ask).map(View::Search),
        Question::Claims(_) => desk::claims(&reader).map(View::Claims),
        Question::Reviews(ask) => reviews::reviews(&reader, ask).map(View::Reviews),
        Question::Stages(_) => desk::stages(&reader).map(View::Stages),
    }
}
