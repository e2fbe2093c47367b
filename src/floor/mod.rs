//! What the floor can be asked to do and to tell: commands, questions and their handlers.
//!
//! The flow of a command: who is it → seen this id before? → load the facts → permit → decide (one domain
//! function, no arithmetic here) → write facts and one audit entry, which is also the receipt. Invariant:
//! a refused command leaves no trace, and an accepted one leaves exactly one entry that names each fact it
//! wrote. One handler file an area.

mod absences;
pub mod ask;
mod calls;
pub mod catalogue;
mod claims;
pub mod command;
mod corrections;
mod days;
mod department;
mod deputies;
mod desk;
mod hard_share;
pub mod import;
mod indicator_figures;
mod month;
mod norms;
mod norms_file;
mod orders;
mod pay;
mod pay_figures;
pub(crate) mod pay_terms;
mod people;
mod pilots;
mod planner;
pub mod question;
mod queue;
mod reviews;
mod schemes;
pub mod setup;
pub mod sign_in;
mod stages;
mod studies;
mod study_figures;
mod study_report;
mod tasks;
mod tickets;
pub mod verify;

use std::cell::Cell;

use chrono::NaiveDate;
use chrono_tz::Tz;
use rusqlite::Connection;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::domain::calendar::{self, DayEnd};
use crate::domain::canonical;
use crate::domain::instant::Instant;
use crate::domain::people::{Person, Role};
use crate::domain::rejection::{RefusalCode, Rejection, Warning};
use crate::policy::{self, Act, Actor, Permit, Target};
use crate::store::facts::{FactWriter, WrittenFact};
use crate::store::people::FloorRow;
use crate::store::{self, StoreError, audit};
use command::Command;
use sign_in::{PasswordProof, PasswordVerifier, Session};

/// A clock this much behind the newest entry may not approve, close or lock.
const CLOCK_TOLERANCE_MS: i64 = 5 * 60 * 1000;

/// A command on its way to the floor.
#[derive(Debug, Clone)]
pub struct Envelope {
    /// The command's id, made by the client and kept until an accepted outcome.
    pub id: Uuid,
    /// Who is signed in.
    pub session: Session,
    /// The command's own time; rehearsal floors only.
    pub at: Option<Instant>,
    /// The command.
    pub command: Command,
    /// The password, confirmed within the last 60 s, where the command asks for it.
    pub proof: Option<PasswordProof>,
    /// The verifier of a new password, where the command sets one.
    pub secret: Option<PasswordVerifier>,
}

impl Envelope {
    /// A command with a fresh id and nothing beside it.
    #[must_use]
    pub fn new(session: Session, command: Command) -> Self {
        Self { id: Uuid::now_v7(), session, at: None, command, proof: None, secret: None }
    }
}

/// What an accepted command answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Accepted {
    /// What came of it.
    pub result: Value,
    /// Remarks that block nothing.
    pub warnings: Vec<Warning>,
    /// The place of its audit entry.
    pub seq: i64,
    /// The command that undoes it, as on the wire, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undo: Option<Value>,
}

/// Why a command or question came to nothing.
#[derive(Debug)]
pub enum Stop {
    /// Refused, with a reason for people.
    Refused(Rejection),
    /// Our fault, or the disk's.
    Fault(String),
}

impl From<Rejection> for Stop {
    fn from(rejection: Rejection) -> Self {
        Self::Refused(rejection)
    }
}

impl From<StoreError> for Stop {
    fn from(error: StoreError) -> Self {
        error.refusal().map_or_else(|| Self::Fault(error.to_string()), Self::Refused)
    }
}

impl From<crate::domain::units::Overflow> for Stop {
    fn from(overflow: crate::domain::units::Overflow) -> Self {
        Self::Refused(overflow.into())
    }
}

/// The floor's settings, read afresh for every command.
#[derive(Debug, Clone)]
pub struct Floor {
    /// The floor's own row.
    pub row: FloorRow,
    /// Its time zone.
    pub zone: Tz,
    /// The hour at which its work day ends.
    pub day_ends: DayEnd,
}

impl Floor {
    /// Reads the floor's settings; a file without a floor is foreign.
    pub fn load(db: &Connection) -> Result<Self, Stop> {
        let row = store::people::floor(db)?.ok_or_else(|| Rejection::of(RefusalCode::ForeignFile))?;
        let zone = store::people::setting(db, "timezone")?.and_then(|name| name.parse().ok());
        let day_ends = store::people::setting(db, "day_ends")?.and_then(|text| DayEnd::try_from(text).ok());
        match (zone, day_ends) {
            (Some(zone), Some(day_ends)) => Ok(Self { row, zone, day_ends }),
            _ => Err(Stop::Fault("the floor's time zone or day end is missing".to_owned())),
        }
    }

    /// The work day a moment belongs to.
    #[must_use]
    pub fn work_day(&self, at: Instant) -> NaiveDate {
        calendar::work_day(at.utc(), self.zone, self.day_ends)
    }

    /// The moment a work day begins.
    #[must_use]
    pub fn work_day_start(&self, day: NaiveDate) -> Instant {
        Instant::from(calendar::work_day_start(day, self.zone, self.day_ends))
    }

    /// A moment on the floor's own clock.
    #[must_use]
    pub fn local(&self, at: Instant) -> String {
        at.local(self.zone)
    }
}

/// How the rows of an import are taken in: each in a savepoint of its own, or together, where a savepoint a row would cost
/// as much as the rows. Together, a row that is refused after it wrote something spoils the attempt: who called takes the
/// transaction back and tries again with the rows apart.
#[derive(Debug, Default)]
pub struct Rows {
    together: bool,
    spoiled: Cell<bool>,
}

impl Rows {
    /// Each row by itself.
    #[must_use]
    pub fn apart() -> Self {
        Self::default()
    }

    /// All rows together: only where the command is a transaction by itself.
    #[must_use]
    pub fn together() -> Self {
        Self { together: true, spoiled: Cell::new(false) }
    }

    /// Whether the attempt has to be taken back and made again with the rows apart.
    #[must_use]
    pub fn is_spoiled(&self) -> bool {
        self.spoiled.get()
    }
}

/// What a handler works with.
pub(crate) struct Context<'a> {
    pub db: &'a Connection,
    pub rows: &'a Rows,
    pub floor: Floor,
    pub now: Instant,
    pub clock_behind: bool,
    pub actor: Actor,
    pub seq: i64,
}

impl<'a> Context<'a> {
    /// Leave for an act on a target, or the refusal.
    pub fn permit(&self, act: Act, target: Target, hidden: RefusalCode) -> Result<Permit, Rejection> {
        policy::permit(&self.actor, act, target, hidden)
    }

    /// A writer for this command's facts.
    pub fn writer(&self, permit: &Permit) -> FactWriter<'a> {
        FactWriter::new(self.db, self.seq, permit)
    }

    /// The running work day.
    pub fn today(&self) -> NaiveDate {
        self.floor.work_day(self.now)
    }

    /// Refuses what a clock that lags behind the newest entry must not do.
    pub fn require_clock(&self) -> Result<(), Rejection> {
        if self.clock_behind { Err(Rejection::of(RefusalCode::ClockBehind)) } else { Ok(()) }
    }
}

/// What a handler made.
#[derive(Debug, Default)]
pub(crate) struct Done {
    pub facts: Vec<WrittenFact>,
    pub result: Value,
    pub warnings: Vec<Warning>,
    pub undo: Option<Value>,
}

impl Done {
    pub fn new(writer: FactWriter<'_>, result: Value) -> Self {
        Self { facts: writer.into_written(), result, warnings: Vec::new(), undo: None }
    }

    pub fn warning(mut self, warnings: Vec<Warning>) -> Self {
        self.warnings = warnings;
        self
    }

    pub fn undone_by(mut self, name: &str, with: Value) -> Self {
        self.undo = Some(json!({"do": name, "with": with}));
        self
    }
}

/// Carries out one command inside the caller's transaction. `clock` is the wall clock of the door; `rows` says how an import
/// takes its rows in.
pub fn execute(db: &Connection, envelope: &Envelope, clock: Instant, rows: &Rows) -> Result<Accepted, Stop> {
    let floor = Floor::load(db)?;
    let now = floor_time(db, &floor, envelope, clock)?;
    let actor = actor_of(db, &envelope.session, floor.work_day(now.at))?;
    let request = request_digest(envelope);
    let command_id = envelope.id.to_string();
    if let Some((first, outcome, seq)) = audit::receipt(db, actor.code.as_str(), &command_id)? {
        return repeated(&request, &first, &outcome, seq);
    }
    if envelope.at.is_some() && !floor.row.rehearsal {
        return Err(Rejection::of(RefusalCode::NotRehearsal).into());
    }
    let (last, _) = audit::head(db)?;
    let context = Context { db, rows, floor, now: now.at, clock_behind: now.behind, actor, seq: last + 1 };
    let done = handle(&context, envelope)?;
    if done.facts.is_empty() {
        return Ok(Accepted { result: done.result, warnings: done.warnings, seq: last, undo: None });
    }
    if now.backwards {
        return Err(Rejection::because(RefusalCode::ClockBehind, "backwards").into());
    }
    let accepted = Accepted { result: done.result, warnings: done.warnings, seq: context.seq, undo: done.undo };
    let outcome = serde_json::to_string(&accepted).map_err(|error| Stop::Fault(error.to_string()))?;
    let entry = audit::Entry {
        seq: context.seq,
        recorded_at: context.now.millis(),
        at_given: envelope.at.is_some(),
        person: context.actor.code.to_string(),
        act: envelope.command.name().to_owned(),
        command: command_id,
        request,
        outcome,
        facts: audit::facts_text(&done.facts),
        previous: String::new(),
        hash: String::new(),
    };
    audit::append(db, entry)?;
    Ok(accepted)
}

struct FloorTime {
    at: Instant,
    behind: bool,
    backwards: bool,
}

/// `recorded_at` = max(clock, last); on a rehearsal floor the command's own time stands for the clock and
/// never goes backwards, so that a scenario run twice adds nothing.
fn floor_time(db: &Connection, floor: &Floor, envelope: &Envelope, clock: Instant) -> Result<FloorTime, Stop> {
    let last = audit::last_recorded(db, floor.row.rehearsal)?;
    let given = envelope.at.filter(|_| floor.row.rehearsal).unwrap_or(clock);
    let held_back = last.filter(|last| *last > given.millis() && (envelope.at.is_some() || !floor.row.rehearsal));
    let behind = held_back.is_some_and(|last| last - given.millis() > CLOCK_TOLERANCE_MS);
    let at = held_back.and_then(Instant::from_millis).unwrap_or(given);
    Ok(FloorTime { at, behind, backwards: held_back.is_some() && envelope.at.is_some() })
}

fn request_digest(envelope: &Envelope) -> String {
    let body = serde_json::to_value(&envelope.command).unwrap_or(Value::Null);
    canonical::sha256(&format!("{}{}", envelope.id, canonical::text(&body)))
}

fn repeated(request: &str, first: &str, outcome: &str, seq: i64) -> Result<Accepted, Stop> {
    if request != first {
        return Err(Rejection::of(RefusalCode::IdConflict).into());
    }
    let mut accepted: Accepted = serde_json::from_str(outcome).map_err(|error| Stop::Fault(error.to_string()))?;
    accepted.seq = seq;
    Ok(accepted)
}

/// Who a session is now: the newest version of the person, with the roles of a first director.
pub(crate) fn actor_of(db: &Connection, session: &Session, today: NaiveDate) -> Result<Actor, Stop> {
    let Some((person_id, credential_id)) = session.person() else {
        return Ok(session.system_actor());
    };
    let refused = || Stop::Refused(Rejection::of(RefusalCode::BadCredentials));
    let person = store::people::person_by_id(db, person_id)?.ok_or_else(refused)?;
    let credential = store::people::credential(db, person_id)?.ok_or_else(refused)?;
    let left = person.to.is_some_and(|last| last < today);
    if credential.id != credential_id || left {
        return Err(refused());
    }
    let roles = roles_of(db, &person)?;
    let deputises = match person.department {
        Some(department) => store::deputies::acts(db, person.id, department, today)?,
        None => false,
    };
    // On given dates a deputy also acts as supervisor, in the department of the naming and in no other.
    let acting = if deputises && !roles.contains(&Role::Supervisor) { vec![Role::Supervisor] } else { Vec::new() };
    let sees_money = match person.department {
        Some(department) => store::grants::may_see_money(db, person.id, department)?,
        None => false,
    };
    Ok(Actor { person: person.id, code: person.code, roles, acting, department: person.department, sees_money })
}

/// The roles a person acts in: those held, and for the first director those that nobody else holds. A role is
/// held by somebody who can sign in: else naming an administrator before giving a password would lock all out.
pub(crate) fn roles_of(db: &Connection, person: &Person) -> Result<Vec<Role>, Stop> {
    if !person.roles.contains(&Role::Director) {
        return Ok(person.roles.clone());
    }
    let people = store::people::people(db)?;
    let first = people.iter().filter(|other| other.roles.contains(&Role::Director)).min_by_key(|other| other.id);
    let is_first = first.is_some_and(|director| director.id == person.id);
    let named = |role| -> Result<bool, Stop> {
        for other in people.iter().filter(|other| is_first && other.roles.contains(&role)) {
            if store::people::credential(db, other.id)?.is_some() {
                return Ok(true);
            }
        }
        Ok(false)
    };
    Ok(policy::effective_roles(&person.roles, is_first, named(Role::Administrator)?, named(Role::Payroll)?))
}

fn handle(context: &Context<'_>, envelope: &Envelope) -> Result<Done, Stop> {
    if envelope.session.is_system() && !envelope.session.may(envelope.command.name()) {
        return Err(Rejection::of(RefusalCode::NotPermitted).into());
    }
    match &envelope.command {
        Command::People(command) => people::handle(context, command, envelope.secret.as_ref()),
        Command::Catalogue(command) => catalogue::handle(context, command),
        Command::Study(command) => studies::handle(context, command),
        Command::Norms(command) => norms::handle(context, command, envelope.proof.as_ref()),
        Command::Orders(command) => orders::handle(context, command, envelope.proof.as_ref()),
        Command::Ticket(command) => tickets::handle(context, command),
        Command::Desk(command) => desk::handle(context, command),
        Command::Calendar(command) => days::handle(context, command),
        Command::Absence(command) => absences::handle(context, command),
        Command::Pay(command) => pay::handle(context, command, envelope.proof.as_ref()),
        Command::Department(command) => department::handle(context, command),
        Command::Import(command) => import::handle(context, command),
    }
}
