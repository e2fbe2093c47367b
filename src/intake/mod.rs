//! Files with a column-mapping profile → ordinary commands of the floor.
//!
//! [`plan`] reads and checks everything first: that is the dry run, and nothing but the files is touched. [`run`]
//! then sends the plan in chunks of at most 500 rows, one in flight, so that saves of people pass between them.
//!
//! Invariants: read = made + repeated + filtered + refused, counted in rows of the file. Ids are made from the
//! floor and the row's natural key (without one: its content and occurrence), so a second import adds nothing.
//!
//! | file | holds |
//! | --- | --- |
//! | `kinds` | the kinds of import and their fields |
//! | `profile_toml`, `profile` | what a user writes about a file; the same, checked, for one kind |
//! | `reader`, `workbook` | bytes, or the sheet of a workbook → rows with their lines |
//! | `layout` | which column is which field; filters; reading a row by its fields |
//! | `fields`, `moments` | cells → numbers, durations, dates; the times of a row put in order |
//! | `rows`, `tickets`, `calls`, `calendars` | a row → what the floor takes in |
//! | `difference`, `people` | the plan of actions and norms, and of people, beside what the floor has |
//! | `starter` | the catalogue that ships with the program |
//! | `run` | the plan → the floor |
//! | `watch` | a folder whose files are taken in as they come |
//!
//! Deliberately lacks: SQL, permission (the floor decides), the texts people see.

mod calendars;
mod calls;
mod difference;
mod error;
mod fields;
mod kinds;
mod layout;
mod moments;
mod people;
mod profile;
mod profile_toml;
mod reader;
mod rows;
mod run;
pub mod starter;
#[cfg(test)]
mod tests;
mod tickets;
pub mod watch;
mod workbook;

use std::collections::BTreeMap;
use std::path::Path;

use chrono_tz::Tz;
use uuid::Uuid;

pub use difference::{ChangedAction, Difference, NormChange, NormInForce, NormsDifference};
pub use error::IntakeError;
pub use kinds::Kind;
pub use people::{Differing, PeopleDifference, PersonField};
pub use run::{Report, RunError, run};

use crate::domain::action::Action;
use crate::domain::rejection::Rejection;
use crate::floor::command::{
    ActionChange, CatalogueCommand, Command, ImportCommand, ImportNorms, ImportRow, ImportRows,
};
use crate::floor::import::{CHUNK, RefusedRow};
use layout::{Layout, Row, Sifted};
use rows::Ids;

/// What an import has to know of the floor it goes to.
#[derive(Debug, Clone, Copy)]
pub struct FloorFacts {
    /// The floor's id: ids of rows are made within it.
    pub uuid: Uuid,
    /// Its time zone: local times without a zone of their own are in it.
    pub zone: Tz,
}

impl FloorFacts {
    /// Of a floor's settings.
    #[must_use]
    pub fn of(floor: &crate::floor::Floor) -> Self {
        Self { uuid: floor.row.uuid, zone: floor.zone }
    }
}

/// A file read and checked: what would be sent, and what is refused already.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Plan {
    /// Rows of the file.
    pub read: u64,
    /// Rows that the profile's filters leave out.
    pub filtered: u64,
    /// Rows refused, by line.
    pub refused: Vec<RefusedRow>,
    /// The commands to send, at most 500 rows each.
    pub chunks: Vec<Command>,
    /// Rows that the chunks hold: read less filtered and refused.
    pub rows: u64,
    /// The time zone local times were read in; empty where the kind has none.
    pub zone: String,
    /// How many local times came twice and were taken as the profile says.
    pub twice: u64,
    /// Commands that retire what the file no longer has; they follow the chunks.
    pub retiring: Vec<Command>,
    /// A ticket's first line → all its lines, for tickets of several rows.
    lines: BTreeMap<u64, Vec<u64>>,
}

impl Plan {
    fn refuse(&mut self, line: u64, rejection: &Rejection) {
        self.refused.push(RefusedRow::new(line, rejection));
    }

    fn add<R>(&mut self, rows: Vec<ImportRow<R>>, command: fn(ImportRows<R>) -> ImportCommand) {
        let mut rows = rows.into_iter().peekable();
        while rows.peek().is_some() {
            let chunk = rows.by_ref().take(CHUNK).collect();
            self.chunks.push(Command::Import(command(ImportRows { rows: chunk })));
        }
    }

    /// Retires the actions of the floor that the file no longer has.
    pub fn retire(&mut self, missing: &[Action]) {
        let retire = |action: &Action| {
            let change = ActionChange { active: Some(false), ..ActionChange::of(action.code.clone()) };
            Command::Catalogue(CatalogueCommand::ActionChange(change))
        };
        self.retiring = missing.iter().map(retire).collect();
    }

    fn finished(mut self) -> Self {
        self.refused.sort_by_key(|row| row.line);
        self.rows = self.read.saturating_sub(self.filtered).saturating_sub(count(self.refused.len()));
        self
    }
}

fn count(rows: usize) -> u64 {
    u64::try_from(rows).unwrap_or(u64::MAX)
}

/// Reads a file and checks every row of it.
///
/// # Errors
///
/// When the file or the profile can't be taken at all; what is wrong with single rows stands in the plan.
pub fn plan(kind: Kind, path: &Path, profile: Option<&Path>, floor: &FloorFacts) -> Result<Plan, IntakeError> {
    plan_as(kind, path, profile, floor, &NewSet::default())
}

/// A catalogue of actions in a file of ours: no floor is needed to read it.
///
/// # Errors
///
/// As of [`plan`].
pub fn plan_actions(path: &Path) -> Result<Plan, IntakeError> {
    plan(Kind::Actions, path, None, &FloorFacts { uuid: Uuid::nil(), zone: Tz::UTC })
}

/// People in a file: no floor is needed to read it.
///
/// # Errors
///
/// As of [`plan`].
pub fn plan_people(path: &Path) -> Result<Plan, IntakeError> {
    plan(Kind::People, path, None, &FloorFacts { uuid: Uuid::nil(), zone: Tz::UTC })
}

/// A work calendar in a file: no floor is needed to read it.
///
/// # Errors
///
/// As of [`plan`].
pub fn plan_calendar(path: &Path) -> Result<Plan, IntakeError> {
    plan(Kind::Calendar, path, None, &FloorFacts { uuid: Uuid::nil(), zone: Tz::UTC })
}

/// What the set is called that a norm file is taken in as, and by whom.
#[derive(Debug, Clone, Copy, Default)]
pub struct NewSet<'a> {
    /// Its name; by default the file's.
    pub name: Option<&'a str>,
    /// Who brings it: the same file of two supervisors makes two sets.
    pub by: &'a str,
}

/// Reads a file as [`plan`] does, with what a norm file is taken in as.
///
/// # Errors
///
/// As of [`plan`].
pub fn plan_as(
    kind: Kind,
    path: &Path,
    profile: Option<&Path>,
    floor: &FloorFacts,
    new_set: &NewSet<'_>,
) -> Result<Plan, IntakeError> {
    let toml = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("toml"));
    if kind == Kind::Calendar && toml {
        let add = calendars::from_toml(path)?;
        let read = count(add.days.len());
        return Ok(Plan { read, chunks: vec![calendars::command(add)], ..Plan::default() }.finished());
    }
    let section = profile::load(profile, kind)?;
    let table = reader::read(path, section.format)?;
    let file = error::shown(path);
    let layout = Layout::new(kind, &section, &table, &file)?;
    let mut plan = Plan { read: count(table.rows.len()), ..Plan::default() };
    let taken = sifted(&layout, &table, &mut plan);
    if !kinds::moments(kind).is_empty() {
        section.zone.unwrap_or(floor.zone).name().clone_into(&mut plan.zone);
    }
    let mut ids = Ids::new(floor.uuid, kind);
    match kind {
        Kind::People => {
            let people = each(&mut plan, taken, rows::person);
            plan.add(people, ImportCommand::People);
        }
        Kind::Actions => {
            let actions = each(&mut plan, taken, rows::action);
            plan.add(actions, ImportCommand::Actions);
        }
        Kind::Samples => {
            let samples = each(&mut plan, taken, |row| rows::sample(&layout, row, floor.zone, &mut ids));
            plan.add(samples, ImportCommand::Samples);
        }
        Kind::Absences => {
            let absences = each(&mut plan, taken, |row| rows::absence(row, &mut ids));
            plan.add(absences, ImportCommand::Absences);
        }
        Kind::Ratings => {
            let ratings = each(&mut plan, taken, |row| rows::rating(row, &mut ids));
            plan.add(ratings, ImportCommand::Ratings);
        }
        Kind::Norms => plan_norms(&mut plan, taken, path, new_set, &ids),
        Kind::Tickets => plan_tickets(&mut plan, &layout, taken, floor, &mut ids),
        Kind::Calls => {
            let calls = each(&mut plan, taken, |row| calls::call(&layout, row, floor.zone, &mut ids));
            plan.add(calls, ImportCommand::Calls);
        }
        Kind::Stages => {
            let moves = each(&mut plan, taken, |row| calls::stage_move(&layout, row, floor.zone));
            plan.add(moves, ImportCommand::Stages);
        }
        Kind::Calendar => {
            let days = taken
                .into_iter()
                .map(|(row, refused)| (row.line, refused.map_or_else(|| calendars::day(&row), Err)))
                .collect();
            match calendars::whole(path, section.constants.get("code").map(String::as_str), days)? {
                Ok(add) => plan.chunks.push(calendars::command(add)),
                Err(refused) => plan.refused.extend(refused),
            }
        }
    }
    plan.twice = layout.twice.get();
    Ok(plan.finished())
}

type Taken<'a> = Vec<(Row<'a>, Option<Rejection>)>;

/// The rows that are not filtered, each with the refusal that a rule gave it.
fn sifted<'a>(layout: &'a Layout<'a>, table: &'a reader::Table, plan: &mut Plan) -> Taken<'a> {
    let mut taken = Vec::with_capacity(table.rows.len());
    for line in &table.rows {
        let row = layout.row(line);
        match layout.sift(&row) {
            Sifted::Filtered => plan.filtered += 1,
            Sifted::Refused(rejection) => taken.push((row, Some(rejection))),
            Sifted::Taken => taken.push((row, None)),
        }
    }
    taken
}

fn each<R>(
    plan: &mut Plan,
    taken: Taken<'_>,
    mut parse: impl FnMut(&Row<'_>) -> Result<R, Rejection>,
) -> Vec<ImportRow<R>> {
    let mut made = Vec::with_capacity(taken.len());
    for (row, refused) in taken {
        match refused.map_or_else(|| parse(&row), Err) {
            Ok(one) => made.push(ImportRow { line: row.line, row: one }),
            Err(rejection) => plan.refuse(row.line, &rejection),
        }
    }
    made
}

fn plan_norms(plan: &mut Plan, taken: Taken<'_>, path: &Path, new_set: &NewSet<'_>, ids: &Ids) {
    let content: String = taken.iter().map(|(row, _)| row.content() + "\u{1e}").collect();
    let of = |part: Option<&std::ffi::OsStr>| part.unwrap_or_default().to_string_lossy().into_owned();
    let name = new_set.name.map_or_else(|| of(path.file_stem()), str::to_owned);
    let mut norms = ImportNorms {
        set: ids.set(&name, new_set.by, &content),
        department: None,
        name,
        file: of(path.file_name()),
        rows: Vec::new(),
    };
    let rows = each(plan, taken, rows::norm);
    for chunk in rows.chunks(CHUNK) {
        norms.rows = chunk.to_vec();
        plan.chunks.push(Command::Import(ImportCommand::Norms(norms.clone())));
    }
}

fn plan_tickets(plan: &mut Plan, layout: &Layout<'_>, taken: Taken<'_>, floor: &FloorFacts, ids: &mut Ids) {
    let mut gathering = tickets::Gathering::new(!layout.section.one_row_per_ticket);
    for (row, refused) in taken {
        let id = ids.of(&row);
        let given = refused.map_or_else(|| tickets::ticket(layout, &row, floor.zone, id), Err);
        gathering.take(&row, id, given);
    }
    let tickets = gathering.finish();
    plan.refused.extend(tickets.refused);
    plan.lines = tickets.lines;
    for rows in tickets.by_rows.into_values() {
        plan.add(rows, ImportCommand::Tickets);
    }
}
