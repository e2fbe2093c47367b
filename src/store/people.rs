//! The floor itself, its settings, departments, people and their passwords.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use rusqlite::types::Value as Sql;
use rusqlite::{Connection, OptionalExtension, Row};

use super::facts::FactWriter;
use super::{Stored, day_column, optional_day_column, parse_column};
use crate::domain::code::{Code, folded};
use crate::domain::instant::Instant;
use crate::domain::people::{Person, Role};
use crate::domain::units::{BasisPoints, Money};

/// The floor: one row a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FloorRow {
    /// The floor's id.
    pub uuid: uuid::Uuid,
    /// The organisation's name.
    pub organisation: String,
    /// Whether it is a rehearsal floor, for ever.
    pub rehearsal: bool,
}

/// A department.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DepartmentRow {
    /// The store's key.
    pub id: i64,
    /// Its code.
    pub code: Code,
    /// Its name.
    pub name: String,
}

/// A person's newest password verifier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Credential {
    /// The store's key.
    pub id: i64,
    /// The argon2 verifier (PHC string).
    pub verifier: String,
    /// Whether it was set by another and is to be replaced by its owner.
    pub one_time: bool,
    /// When it was set, Unix ms.
    pub set_at: i64,
    /// The code of the person who set it.
    pub set_by: String,
}

/// Writes the floor's own row.
pub fn add_floor(facts: &mut FactWriter<'_>, floor: &FloorRow) -> Stored<()> {
    facts.insert(
        "floor",
        &["floor_id"],
        vec![
            ("floor_id", Sql::Integer(1)),
            ("uuid", Sql::Text(floor.uuid.to_string())),
            ("organisation", Sql::Text(floor.organisation.clone())),
            ("rehearsal", Sql::Integer(i64::from(floor.rehearsal))),
        ],
    )
}

/// Reads the floor's own row; `None` in a file whose floor was never made.
pub fn floor(db: &Connection) -> Stored<Option<FloorRow>> {
    let mut select = db.prepare_cached("SELECT uuid, organisation, rehearsal FROM floor")?;
    let row = select.query_row([], |row| {
        let uuid: String = row.get(0)?;
        Ok(FloorRow {
            uuid: parse_column(&uuid, "floor.uuid", |text| text.parse().ok())?,
            organisation: row.get(1)?,
            rehearsal: row.get::<_, i64>(2)? == 1,
        })
    });
    Ok(row.optional()?)
}

/// Writes a setting that holds from a day on.
pub fn add_setting(facts: &mut FactWriter<'_>, name: &str, from: NaiveDate, value: &str) -> Stored<()> {
    let id = facts.next_id("setting", "setting_id")?;
    facts.insert(
        "setting",
        &["setting_id"],
        vec![
            ("setting_id", Sql::Integer(id)),
            ("name", Sql::Text(name.to_owned())),
            ("from_day", Sql::Text(from.to_string())),
            ("value", Sql::Text(value.to_owned())),
        ],
    )
}

/// A setting's newest value.
pub fn setting(db: &Connection, name: &str) -> Stored<Option<String>> {
    let mut select =
        db.prepare_cached("SELECT value FROM setting WHERE name = ?1 ORDER BY from_day DESC, setting_id DESC LIMIT 1")?;
    Ok(select.query_row([name], |row| row.get(0)).optional()?)
}

/// A setting's value as it was when an audit entry was written.
pub fn setting_at(db: &Connection, name: &str, seq: i64) -> Stored<Option<String>> {
    let mut select = db.prepare_cached(
        "SELECT value FROM setting WHERE name = ?1 AND seq <= ?2 ORDER BY from_day DESC, setting_id DESC LIMIT 1",
    )?;
    Ok(select.query_row(rusqlite::params![name, seq], |row| row.get(0)).optional()?)
}

/// Writes a department.
pub fn add_department(facts: &mut FactWriter<'_>, code: &Code, name: &str) -> Stored<i64> {
    let id = facts.next_id("department", "department_id")?;
    facts.insert(
        "department",
        &["department_id"],
        vec![
            ("department_id", Sql::Integer(id)),
            ("code", Sql::Text(code.to_string())),
            ("name", Sql::Text(name.to_owned())),
            ("name_folded", Sql::Text(folded(name))),
        ],
    )?;
    Ok(id)
}

fn department_row(row: &Row<'_>) -> rusqlite::Result<DepartmentRow> {
    let code: String = row.get("code")?;
    Ok(DepartmentRow {
        id: row.get("department_id")?,
        code: parse_column(&code, "department.code", |text| Code::new(text).ok())?,
        name: row.get("name")?,
    })
}

/// The department of a code.
pub fn department(db: &Connection, code: &Code) -> Stored<Option<DepartmentRow>> {
    let mut select = db.prepare_cached("SELECT department_id, code, name FROM department WHERE code = ?1")?;
    Ok(select.query_row([code.as_str()], department_row).optional()?)
}

/// Every department, by code.
pub fn departments(db: &Connection) -> Stored<Vec<DepartmentRow>> {
    let mut select = db.prepare_cached("SELECT department_id, code, name FROM department ORDER BY code")?;
    Ok(select.query_map([], department_row)?.collect::<Result<_, _>>()?)
}

/// Writes a person's identity; the first version follows.
pub fn add_person(facts: &mut FactWriter<'_>, code: &Code) -> Stored<i64> {
    let id = facts.next_id("person", "person_id")?;
    facts.insert(
        "person",
        &["person_id"],
        vec![("person_id", Sql::Integer(id)), ("code", Sql::Text(code.to_string()))],
    )?;
    Ok(id)
}

/// Writes a version of a person with the roles.
pub fn add_person_version(facts: &mut FactWriter<'_>, person: &Person) -> Stored<()> {
    facts.insert(
        "person_version",
        &["person_id", "version"],
        vec![
            ("person_id", Sql::Integer(person.id)),
            ("version", Sql::Integer(person.version)),
            ("name", Sql::Text(person.name.clone())),
            ("name_folded", Sql::Text(folded(&person.name))),
            ("login", Sql::from(person.login.clone())),
            ("department_id", Sql::from(person.department)),
            ("position", Sql::from(person.position.clone())),
            ("rate_bp", Sql::Integer(person.rate.0)),
            ("salary_minor", Sql::from(person.salary.map(|salary| salary.0))),
            ("from_day", Sql::Text(person.from.to_string())),
            ("to_day", Sql::from(person.to.map(|day| day.to_string()))),
        ],
    )?;
    for role in &person.roles {
        facts.insert(
            "person_role",
            &["person_id", "version", "role"],
            vec![
                ("person_id", Sql::Integer(person.id)),
                ("version", Sql::Integer(person.version)),
                ("role", Sql::Text(role.as_str().to_owned())),
            ],
        )?;
    }
    Ok(())
}

const PERSON: &str = "SELECT p.person_id, p.code, v.version, v.name, v.login, v.department_id, v.position, v.rate_bp,
        v.salary_minor, v.from_day, v.to_day,
        (SELECT group_concat(r.role) FROM person_role r WHERE r.person_id = v.person_id AND r.version = v.version) AS roles
    FROM person p JOIN person_version v ON v.person_id = p.person_id
        AND v.version = (SELECT MAX(n.version) FROM person_version n WHERE n.person_id = p.person_id)";

fn person_row(row: &Row<'_>) -> rusqlite::Result<Person> {
    let code: String = row.get("code")?;
    let roles: Option<String> = row.get("roles")?;
    let mut roles: Vec<Role> = roles.as_deref().unwrap_or_default().split(',').filter_map(Role::parse).collect();
    roles.sort();
    Ok(Person {
        id: row.get("person_id")?,
        code: parse_column(&code, "person.code", |text| Code::new(text).ok())?,
        name: row.get("name")?,
        login: row.get("login")?,
        roles,
        department: row.get("department_id")?,
        position: row.get("position")?,
        rate: BasisPoints(row.get("rate_bp")?),
        salary: row.get::<_, Option<i64>>("salary_minor")?.map(Money),
        from: day_column(row, "from_day")?,
        to: optional_day_column(row, "to_day")?,
        version: row.get("version")?,
    })
}

/// The person of a code.
pub fn person(db: &Connection, code: &Code) -> Stored<Option<Person>> {
    let mut select = db.prepare_cached(&format!("{PERSON} WHERE p.code = ?1"))?;
    Ok(select.query_row([code.as_str()], person_row).optional()?)
}

/// The person of a store key.
pub fn person_by_id(db: &Connection, id: i64) -> Stored<Option<Person>> {
    let mut select = db.prepare_cached(&format!("{PERSON} WHERE p.person_id = ?1"))?;
    Ok(select.query_row([id], person_row).optional()?)
}

/// A person as the version says that was the newest when an audit entry was written.
pub fn person_at(db: &Connection, id: i64, seq: i64) -> Stored<Option<Person>> {
    let mut select = db.prepare_cached(
        "SELECT p.person_id, p.code, v.version, v.name, v.login, v.department_id, v.position, v.rate_bp,
             v.salary_minor, v.from_day, v.to_day,
             (SELECT group_concat(r.role) FROM person_role r WHERE r.person_id = v.person_id AND r.version = v.version) AS roles
         FROM person p JOIN person_version v ON v.person_id = p.person_id
             AND v.version = (SELECT MAX(n.version) FROM person_version n WHERE n.person_id = p.person_id AND n.seq <= ?2)
         WHERE p.person_id = ?1",
    )?;
    Ok(select.query_row([id, seq], person_row).optional()?)
}

/// The person who signs in by a login.
pub fn person_by_login(db: &Connection, login: &str) -> Stored<Option<Person>> {
    let mut select = db.prepare_cached(&format!("{PERSON} WHERE v.login = ?1"))?;
    Ok(select.query_row([login], person_row).optional()?)
}

/// Everybody, by code.
pub fn people(db: &Connection) -> Stored<Vec<Person>> {
    let mut select = db.prepare_cached(&format!("{PERSON} ORDER BY p.code"))?;
    Ok(select.query_map([], person_row)?.collect::<Result<_, _>>()?)
}

/// Who held the role of an operator at any moment from `from` to before `to`. The roles a person came with hold from ever on.
pub fn operators_between(db: &Connection, from: Instant, to: Instant) -> Stored<BTreeSet<i64>> {
    let mut select = db.prepare_cached(
        "SELECT DISTINCT r.person_id FROM person_role r JOIN audit a ON a.seq = r.seq
             LEFT JOIN person_version n ON n.person_id = r.person_id AND n.version = r.version + 1
             LEFT JOIN audit b ON b.seq = n.seq
         WHERE r.role = 'operator' AND (r.version = 1 OR a.recorded_at < ?2) AND (b.seq IS NULL OR b.recorded_at >= ?1)",
    )?;
    Ok(select.query_map([from.millis(), to.millis()], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

/// Everybody of a department, by code.
pub fn people_of(db: &Connection, department: i64) -> Stored<Vec<Person>> {
    let mut select = db.prepare_cached(&format!("{PERSON} WHERE v.department_id = ?1 ORDER BY p.code"))?;
    Ok(select.query_map([department], person_row)?.collect::<Result<_, _>>()?)
}

/// Writes a password verifier.
pub fn add_credential(facts: &mut FactWriter<'_>, person: i64, verifier: &str, one_time: bool) -> Stored<()> {
    let id = facts.next_id("credential", "credential_id")?;
    facts.insert(
        "credential",
        &["credential_id"],
        vec![
            ("credential_id", Sql::Integer(id)),
            ("person_id", Sql::Integer(person)),
            ("verifier", Sql::Text(verifier.to_owned())),
            ("one_time", Sql::Integer(i64::from(one_time))),
        ],
    )
}

/// A person's newest verifier.
pub fn credential(db: &Connection, person: i64) -> Stored<Option<Credential>> {
    let mut select = db.prepare_cached(
        "SELECT c.credential_id, c.verifier, c.one_time, a.recorded_at, a.person
         FROM credential c LEFT JOIN audit a ON a.seq = c.seq
         WHERE c.person_id = ?1 ORDER BY c.credential_id DESC LIMIT 1",
    )?;
    let row = select.query_row([person], |row| {
        Ok(Credential {
            id: row.get(0)?,
            verifier: row.get(1)?,
            one_time: row.get::<_, i64>(2)? == 1,
            set_at: row.get::<_, Option<i64>>(3)?.unwrap_or_default(),
            set_by: row.get::<_, Option<String>>(4)?.unwrap_or_default(),
        })
    });
    Ok(row.optional()?)
}

/// Who else set a person's password since a moment, where somebody did.
pub fn reset_by_another(db: &Connection, person: i64, own_code: &str, since: i64) -> Stored<Option<String>> {
    let mut select = db.prepare_cached(
        "SELECT a.person FROM credential c JOIN audit a ON a.seq = c.seq
         WHERE c.person_id = ?1 AND a.person <> ?2 AND a.recorded_at >= ?3 AND a.act = 'password.set'
         ORDER BY c.credential_id DESC LIMIT 1",
    )?;
    Ok(select.query_row(rusqlite::params![person, own_code, since], |row| row.get(0)).optional()?)
}
