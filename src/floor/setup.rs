//! Making a floor: its settings, the shipped calendars, the first director and administrator.

use std::path::Path;

use chrono_tz::Tz;
use rusqlite::Connection;
use serde_json::json;

use super::Stop;
use super::days::write_calendar;
use super::sign_in::PasswordVerifier;
use crate::domain::calendar::{DayEnd, shipped_calendars, work_day};
use crate::domain::code::Code;
use crate::domain::instant::Instant;
use crate::domain::people::{Person, Role};
use crate::domain::rejection::{RefusalCode, Rejection};
use crate::domain::units::BasisPoints;
use crate::policy::{Act, Permit};
use crate::store::facts::FactWriter;
use crate::store::people::{self, FloorRow};
use crate::store::{audit, file};

/// What a new floor is made of.
#[derive(Debug, Clone)]
pub struct NewFloor {
    /// The organisation's name.
    pub organisation: String,
    /// The floor's time zone.
    pub timezone: Tz,
    /// When its work day ends.
    pub day_ends: DayEnd,
    /// The first director's login, also the personnel number.
    pub director: String,
    /// The director's name.
    pub director_name: String,
    /// The administrator's login; without one the director stands in.
    pub administrator: Option<String>,
    /// Whether it is a rehearsal floor, for ever.
    pub rehearsal: bool,
    /// Passwords by login, already hashed; who has none is given one later.
    pub passwords: Vec<(String, PasswordVerifier)>,
    /// Whether the shipped work calendars are put in.
    pub calendars: bool,
    /// When it is made; on a rehearsal floor it may be any moment.
    pub now: Instant,
    /// Whether `now` is a rehearsal's own time rather than the clock's.
    pub at_given: bool,
}

/// Makes the floor file. Whatever fails leaves no file behind.
pub fn create(path: &Path, new: &NewFloor) -> Result<(), Stop> {
    if new.organisation.trim().is_empty() {
        return Err(Rejection::because(RefusalCode::BadInput, "empty").naming("field", "organisation").into());
    }
    let db = file::create(path)?;
    let made = fill(&db, new);
    drop(db);
    if made.is_err() {
        file::discard(path);
    }
    made
}

fn fill(db: &Connection, new: &NewFloor) -> Result<(), Stop> {
    let transaction = db.unchecked_transaction().map_err(crate::store::StoreError::from)?;
    let permit = Permit::of_the_floor(Act::PersonKeep);
    let mut writer = FactWriter::new(db, 1, &permit);
    let today = work_day(new.now.utc(), new.timezone, new.day_ends);
    let row = FloorRow {
        uuid: uuid::Uuid::new_v4(),
        organisation: new.organisation.trim().to_owned(),
        rehearsal: new.rehearsal,
    };
    people::add_floor(&mut writer, &row)?;
    people::add_setting(&mut writer, "timezone", today, new.timezone.name())?;
    people::add_setting(&mut writer, "day_ends", today, &new.day_ends.to_string())?;
    if new.calendars {
        for calendar in shipped_calendars().map_err(|error| Stop::Fault(error.to_string()))? {
            write_calendar(&mut writer, &calendar)?;
        }
    }
    first_person(&mut writer, new, &new.director, &new.director_name, Role::Director, today)?;
    if let Some(login) = &new.administrator {
        first_person(&mut writer, new, login, login, Role::Administrator, today)?;
    }
    let facts = writer.into_written();
    let outcome = json!({"result": {"floor": row.uuid}, "warnings": [], "seq": 1}).to_string();
    audit::append(
        db,
        audit::Entry {
            seq: 1,
            recorded_at: new.now.millis(),
            at_given: new.at_given,
            person: Code::system().to_string(),
            act: "floor.create".to_owned(),
            command: uuid::Uuid::now_v7().to_string(),
            request: crate::domain::canonical::sha256(&row.uuid.to_string()),
            outcome,
            facts: audit::facts_text(&facts),
            previous: String::new(),
            hash: String::new(),
        },
    )?;
    transaction.commit().map_err(crate::store::StoreError::from)?;
    Ok(())
}

fn first_person(
    writer: &mut FactWriter<'_>,
    new: &NewFloor,
    login: &str,
    name: &str,
    role: Role,
    today: chrono::NaiveDate,
) -> Result<(), Stop> {
    let code =
        Code::new(login).map_err(|_| Rejection::because(RefusalCode::BadInput, "login").naming("login", login))?;
    let id = people::add_person(writer, &code)?;
    let person = Person {
        id,
        code,
        name: name.to_owned(),
        login: Some(login.to_owned()),
        roles: vec![role],
        department: None,
        position: None,
        rate: BasisPoints::ONE,
        salary: None,
        from: today,
        to: None,
        version: 1,
    };
    people::add_person_version(writer, &person)?;
    if let Some((_, verifier)) = new.passwords.iter().find(|(of, _)| of == login) {
        people::add_credential(writer, id, verifier.as_str(), false)?;
    }
    Ok(())
}
