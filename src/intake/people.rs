//! What a file of people would do, before anything is taken: each row beside who is on the floor.
//!
//! Invariant: what stands here as added, known or refused is what the floor makes of the row, as long as nobody else changes
//! people meanwhile; the floor decides once more when the file is taken. An import adds people and changes nobody.

use std::collections::{BTreeMap, BTreeSet};

use super::Plan;
use crate::domain::code::Code;
use crate::domain::rejection::{RefusalCode, Rejection};
use crate::domain::units::BasisPoints;
use crate::floor::command::{Command, ImportCommand, ImportRow, PersonAdd};
use crate::floor::import::RefusedRow;

/// A field of a person in which a file differs from the floor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is named for its column")]
pub enum PersonField {
    Name,
    Login,
    Roles,
    Department,
    Position,
    Rate,
    From,
    To,
}

impl PersonField {
    /// The column's name.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Login => "login",
            Self::Roles => "roles",
            Self::Department => "department",
            Self::Position => "position",
            Self::Rate => "rate",
            Self::From => "from",
            Self::To => "to",
        }
    }
}

/// A row of whom the floor knows something else: it can't be taken, and says in what it differs.
#[derive(Debug, Clone, PartialEq)]
pub struct Differing {
    /// The row's line.
    pub line: u64,
    /// The row.
    pub row: PersonAdd,
    /// The person as the floor has them.
    pub known: PersonAdd,
    /// Where the two differ.
    pub fields: Vec<PersonField>,
}

/// A file of people beside those of the floor.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PeopleDifference {
    /// People who are not there yet, in the file's order.
    pub added: Vec<PersonAdd>,
    /// How many rows say what is known.
    pub same: usize,
    /// Rows about people whom the floor knows otherwise.
    pub differing: Vec<Differing>,
    /// Departments that rows name and the floor does not have.
    pub departments: Vec<Code>,
    /// Rows that can't be taken, by line; those of unknown departments are not among them.
    pub refused: Vec<RefusedRow>,
    /// Lines of the rows that name an unknown department.
    pub homeless: Vec<u64>,
}

impl PeopleDifference {
    /// Of a plan of people, beside the people of the floor as a file would have them, and its departments.
    #[must_use]
    pub fn of(plan: &Plan, people: &[PersonAdd], departments: &[Code]) -> Self {
        let mut found = Self { refused: plan.refused.clone(), ..Self::default() };
        let departments: BTreeSet<&Code> = departments.iter().collect();
        let mut missing = BTreeSet::new();
        let mut seen: BTreeMap<&Code, &PersonAdd> = BTreeMap::new();
        let login_of = |person: &PersonAdd| Some((text(person.login.as_deref())?.to_owned(), person.code.clone()));
        let mut logins: BTreeMap<String, Code> = people.iter().filter_map(login_of).collect();
        for ImportRow { line, row } in rows(plan) {
            if let Some(first) = seen.get(&row.code) {
                if *first == row {
                    found.same += 1;
                } else {
                    let rejection = Rejection::of(RefusalCode::CodeTaken).naming("code", &row.code);
                    found.refused.push(RefusedRow::new(*line, &rejection));
                }
                continue;
            }
            if let Some(known) = people.iter().find(|person| person.code == row.code) {
                match differing(row, known) {
                    fields if fields.is_empty() => found.same += 1,
                    fields => {
                        let (row, known) = (row.clone(), known.clone());
                        found.differing.push(Differing { line: *line, row, known, fields });
                    }
                }
                continue;
            }
            let login = text(row.login.as_deref()).unwrap_or_default();
            if logins.contains_key(login) {
                let rejection = Rejection::because(RefusalCode::CodeTaken, "login").naming("code", login);
                found.refused.push(RefusedRow::new(*line, &rejection));
                continue;
            }
            logins.extend(login_of(row));
            if let Some(department) = row.department.as_ref().filter(|code| !departments.contains(code)) {
                missing.insert(department.clone());
                found.homeless.push(*line);
            }
            seen.insert(&row.code, row);
            found.added.push(row.clone());
        }
        found.departments = missing.into_iter().collect();
        found.refused.sort_by_key(|row| row.line);
        found
    }
}

fn rows(plan: &Plan) -> impl Iterator<Item = &ImportRow<PersonAdd>> {
    plan.chunks.iter().flat_map(|chunk| match chunk {
        Command::Import(ImportCommand::People(rows)) => rows.rows.as_slice(),
        _ => &[],
    })
}

fn text(text: Option<&str>) -> Option<&str> {
    text.map(str::trim).filter(|text| !text.is_empty())
}

/// Where a row says something else than the floor.
fn differing(row: &PersonAdd, known: &PersonAdd) -> Vec<PersonField> {
    let sorted = |person: &PersonAdd| {
        let mut roles = person.roles.clone();
        roles.sort();
        roles.dedup();
        roles
    };
    let rate = |person: &PersonAdd| person.rate_bp.unwrap_or(BasisPoints::ONE);
    let fields = [
        (PersonField::Name, known.name.trim() == row.name.trim()),
        (PersonField::Login, text(known.login.as_deref()) == text(row.login.as_deref())),
        (PersonField::Roles, sorted(known) == sorted(row)),
        (PersonField::Department, known.department == row.department),
        (PersonField::Position, text(known.position.as_deref()) == text(row.position.as_deref())),
        (PersonField::Rate, rate(known) == rate(row)),
        (PersonField::From, known.from == row.from),
        (PersonField::To, known.to == row.to),
    ];
    fields.into_iter().filter_map(|(field, same)| (!same).then_some(field)).collect()
}
