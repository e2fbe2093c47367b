//! Departments, people, passwords.

use serde_json::json;

use super::command::{DepartmentAdd, Given, PasswordSet, PeopleCommand, PersonAdd, PersonChange};
use super::planner::{terms_now, terms_on};
use super::sign_in::PasswordVerifier;
use super::{Context, Done, Stop};
use crate::domain::code::Code;
use crate::domain::people::Person;
use crate::domain::rejection::{RefusalCode, Rejection};
use crate::domain::units::BasisPoints;
use crate::policy::{Act, Target};
use crate::store::facts::FactWriter;
use crate::store::terms::TermsRow;
use crate::store::{people, terms};

pub(super) fn handle(
    context: &Context<'_>,
    command: &PeopleCommand,
    secret: Option<&PasswordVerifier>,
) -> Result<Done, Stop> {
    match command {
        PeopleCommand::DepartmentAdd(add) => department_add(context, add),
        PeopleCommand::PersonAdd(add) => {
            let permit = context.permit(Act::PersonKeep, Target::default(), RefusalCode::NotPermitted)?;
            let mut writer = context.writer(&permit);
            person_add(context, &mut writer, add)?;
            Ok(Done::new(writer, json!({"code": add.code})))
        }
        PeopleCommand::PersonChange(change) => person_change(context, change),
        PeopleCommand::PasswordSet(set) => password_set(context, set, secret),
    }
}

pub(super) fn require_text(text: &str, field: &'static str) -> Result<(), Rejection> {
    if text.trim().is_empty() {
        Err(Rejection::because(RefusalCode::BadInput, "empty").naming("field", field))
    } else {
        Ok(())
    }
}

fn department_add(context: &Context<'_>, add: &DepartmentAdd) -> Result<Done, Stop> {
    let permit = context.permit(Act::DepartmentAdd, Target::default(), RefusalCode::NotPermitted)?;
    require_text(&add.name, "name")?;
    if people::department(context.db, &add.code)?.is_some() {
        return Err(Rejection::of(RefusalCode::CodeTaken).naming("code", &add.code).into());
    }
    let mut writer = context.writer(&permit);
    people::add_department(&mut writer, &add.code, add.name.trim())?;
    Ok(Done::new(writer, json!({"code": add.code})))
}

/// The key of a department's code.
pub(super) fn department_key(context: &Context<'_>, code: &Code) -> Result<i64, Stop> {
    let found = people::department(context.db, code)?;
    Ok(found.ok_or_else(|| Rejection::because(RefusalCode::UnknownCode, "department").naming("code", code))?.id)
}

/// The person of a code, or "unknown code".
pub(super) fn person_of(context: &Context<'_>, code: &Code) -> Result<Person, Stop> {
    let found = people::person(context.db, code)?;
    Ok(found.ok_or_else(|| Rejection::because(RefusalCode::UnknownCode, "person").naming("code", code))?)
}

/// The department a person works in on a work day.
pub(super) fn department_on(
    context: &Context<'_>,
    person: &Person,
    day: chrono::NaiveDate,
) -> Result<Option<i64>, Stop> {
    let rows = terms::all_terms(context.db, Some(person.id))?.remove(&person.id).unwrap_or_default();
    let then = if rows.is_empty() { None } else { terms_on(&rows, day).department };
    Ok(then.or(person.department))
}

/// Adds a person; also a row of an import.
pub(super) fn person_add(context: &Context<'_>, writer: &mut FactWriter<'_>, add: &PersonAdd) -> Result<(), Stop> {
    require_text(&add.name, "name")?;
    if add.salary_minor.is_some() {
        context.permit(Act::PayKeep, Target::default(), RefusalCode::NotPermitted)?;
    }
    let department = add.department.as_ref().map(|code| department_key(context, code)).transpose()?;
    if people::person(context.db, &add.code)?.is_some() {
        return Err(Rejection::of(RefusalCode::CodeTaken).naming("code", &add.code).into());
    }
    let mut person = Person {
        id: 0,
        code: add.code.clone(),
        name: add.name.trim().to_owned(),
        login: trimmed(add.login.as_deref()),
        roles: add.roles.clone(),
        department,
        position: trimmed(add.position.as_deref()),
        rate: add.rate_bp.unwrap_or(BasisPoints::ONE),
        salary: add.salary_minor,
        from: add.from,
        to: add.to,
        version: 1,
    };
    check_person(context, &mut person)?;
    person.id = people::add_person(writer, &person.code)?;
    people::add_person_version(writer, &person)?;
    Ok(terms::add_terms(writer, person.id, &terms_now(&person))?)
}

/// Whether a row says of a person just what is known already: then it is a repeat.
pub(super) fn same_person(context: &Context<'_>, person: &Person, row: &PersonAdd) -> Result<bool, Stop> {
    let department = row.department.as_ref().map(|code| department_key(context, code)).transpose()?;
    let mut roles = row.roles.clone();
    roles.sort();
    roles.dedup();
    Ok(person.name == row.name.trim()
        && person.login == trimmed(row.login.as_deref())
        && person.roles == roles
        && person.department == department
        && person.position == trimmed(row.position.as_deref())
        && person.rate == row.rate_bp.unwrap_or(BasisPoints::ONE)
        && (person.from, person.to) == (row.from, row.to))
}

pub(super) fn trimmed(text: Option<&str>) -> Option<String> {
    text.map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
}

fn check_person(context: &Context<'_>, person: &mut Person) -> Result<(), Stop> {
    person.roles.sort();
    person.roles.dedup();
    if !(1..=20_000).contains(&person.rate.0) {
        return Err(Rejection::because(RefusalCode::BadInput, "rate").naming("rate", person.rate.0).into());
    }
    if person.salary.is_some_and(|salary| salary.0 < 0) {
        return Err(Rejection::because(RefusalCode::BadInput, "salary").into());
    }
    if person.to.is_some_and(|last| last < person.from) {
        return Err(Rejection::because(RefusalCode::BadInput, "dates").into());
    }
    if let Some(login) = &person.login
        && people::person_by_login(context.db, login)?.is_some_and(|other| other.code != person.code)
    {
        return Err(Rejection::because(RefusalCode::CodeTaken, "login").naming("code", login).into());
    }
    Ok(())
}

fn person_change(context: &Context<'_>, change: &PersonChange) -> Result<Done, Stop> {
    let pay = change.rate_bp.is_some() || change.salary_minor.is_some() || change.from.is_some() || !change.to.stays();
    let rest = change.name.is_some()
        || change.login.is_some()
        || change.roles.is_some()
        || change.department.is_some()
        || change.position.is_some();
    let before = people::person(context.db, &change.code)?
        .ok_or_else(|| Rejection::because(RefusalCode::NotFound, "person").naming("code", &change.code))?;
    let mut person = before.clone();
    let act = if pay && !rest { Act::PayKeep } else { Act::PersonKeep };
    let permit = context.permit(act, Target::default(), RefusalCode::NotPermitted)?;
    if pay {
        context.permit(Act::PayKeep, Target::default(), RefusalCode::NotPermitted)?;
    }
    if let Some(name) = &change.name {
        require_text(name, "name")?;
        name.trim().clone_into(&mut person.name);
    }
    if let Some(code) = &change.department {
        person.department = Some(department_key(context, code)?);
    }
    person.login = trimmed(change.login.as_deref()).or(person.login);
    person.roles = change.roles.clone().unwrap_or(person.roles);
    person.position = trimmed(change.position.as_deref()).or(person.position);
    person.rate = change.rate_bp.unwrap_or(person.rate);
    person.salary = change.salary_minor.or(person.salary);
    let effective = effective_day(context, change, &before);
    if effective != change.from || effective.is_none() {
        person.from = change.from.unwrap_or(person.from);
    }
    if let Some(last) = before.to.filter(|last| person.from > *last) {
        let refusal = Rejection::because(RefusalCode::BadInput, "rehired").naming("last", last);
        return Err(refusal.naming("from", person.from).into());
    }
    person.to = change.to.after(person.to);
    person.version += 1;
    check_person(context, &mut person)?;
    let later = effective.filter(|day| *day > context.today());
    if let Some(day) = later.filter(|_| person.department != before.department) {
        return Err(Rejection::because(RefusalCode::InTheFuture, "transfer").naming("day", day).into());
    }
    let undo = undo_of_change(context, change, &before, effective)?;
    let mut writer = context.writer(&permit);
    people::add_person_version(&mut writer, &person)?;
    if let Some(day) = effective {
        change_terms(context, &mut writer, change, &before, (&person, day))?;
    }
    let done = Done::new(writer, json!({"code": change.code, "version": person.version, "effective": effective}));
    Ok(match undo {
        Some(undo) => done.undone_by("person.change", json!(undo)),
        None => done,
    })
}

/// The change that puts a person back as before. There is none where something was empty before (an empty field of a change
/// leaves what stands there), where the first day of employment moved, and where further terms are planned.
fn undo_of_change(
    context: &Context<'_>,
    change: &PersonChange,
    before: &Person,
    effective: Option<chrono::NaiveDate>,
) -> Result<Option<PersonChange>, Stop> {
    let department = match before.department {
        Some(id) => people::departments(context.db)?.into_iter().find(|row| row.id == id).map(|row| row.code),
        None => None,
    };
    let lost = (change.login.is_some() && before.login.is_none())
        || (change.department.is_some() && department.is_none())
        || (change.position.is_some() && before.position.is_none())
        || change.salary_minor.is_some()
        || change.from.is_some();
    let rows = terms::all_terms(context.db, Some(before.id))?.remove(&before.id).unwrap_or_default();
    let planned = effective.is_some_and(|day| {
        let now = terms_on(&rows, day);
        let stands = (now.department, &now.position, now.rate) == (before.department, &before.position, before.rate);
        let further = rows.iter().any(|row| row.from > day);
        !rows.is_empty() && (further || !stands)
    });
    if lost || planned {
        return Ok(None);
    }
    Ok(Some(PersonChange {
        code: before.code.clone(),
        name: change.name.as_ref().map(|_| before.name.clone()),
        login: before.login.clone().filter(|_| change.login.is_some()),
        roles: change.roles.as_ref().map(|_| before.roles.clone()),
        department: department.filter(|_| change.department.is_some()),
        position: before.position.clone().filter(|_| change.position.is_some()),
        rate_bp: change.rate_bp.map(|_| before.rate),
        salary_minor: None,
        from: None,
        effective,
        to: if change.to.stays() { Given::Stays } else { before.to.map_or(Given::Nothing, Given::Is) },
    }))
}

/// From which work day a change of rate, salary, department or position holds; none where nothing of these changes.
fn effective_day(context: &Context<'_>, change: &PersonChange, before: &Person) -> Option<chrono::NaiveDate> {
    let changes = change.rate_bp.is_some()
        || change.salary_minor.is_some()
        || change.department.is_some()
        || change.position.is_some();
    let first_salary = before.salary.is_none() && change.salary_minor.is_some();
    let later = change.from.filter(|day| *day > before.from);
    let by_default = if first_salary { change.from.unwrap_or(before.from) } else { context.today().max(before.from) };
    changes.then(|| change.effective.or(later).unwrap_or(by_default))
}

/// Writes the terms that hold from a day on. What a later day changes stays; what it only carried on is carried on anew.
fn change_terms(
    context: &Context<'_>,
    writer: &mut FactWriter<'_>,
    change: &PersonChange,
    before: &Person,
    (person, day): (&Person, chrono::NaiveDate),
) -> Result<(), Stop> {
    let mut rows = terms::all_terms(context.db, Some(before.id))?.remove(&before.id).unwrap_or_default();
    if rows.is_empty() {
        let first = terms_now(before);
        terms::add_terms(writer, before.id, &first)?;
        rows.push(first);
    }
    let now = terms_on(&rows, day);
    let mut before_it = now.clone();
    let mut carried = TermsRow {
        from: day,
        department: if change.department.is_some() { person.department } else { now.department },
        position: trimmed(change.position.as_deref()).or(now.position),
        rate: change.rate_bp.unwrap_or(now.rate),
        salary: change.salary_minor.or(now.salary),
    };
    terms::add_terms(writer, before.id, &carried)?;
    for row in rows.into_iter().filter(|row| row.from > day) {
        let next = TermsRow {
            from: row.from,
            department: if row.department == before_it.department { carried.department } else { row.department },
            position: if row.position == before_it.position { carried.position } else { row.position.clone() },
            rate: if row.rate == before_it.rate { carried.rate } else { row.rate },
            salary: if row.salary == before_it.salary { carried.salary } else { row.salary },
        };
        if next != row {
            terms::add_terms(writer, before.id, &next)?;
        }
        (before_it, carried) = (row, next);
    }
    Ok(())
}

fn password_set(context: &Context<'_>, set: &PasswordSet, secret: Option<&PasswordVerifier>) -> Result<Done, Stop> {
    let person = people::person(context.db, &set.person)?;
    let target = person.as_ref().map_or_else(Target::default, |person| Target::of(person.id, person.department));
    let permit = context.permit(Act::PasswordSet, target, RefusalCode::NotPermitted)?;
    let person =
        person.ok_or_else(|| Rejection::because(RefusalCode::NotFound, "person").naming("code", &set.person))?;
    let secret = secret.ok_or_else(|| Rejection::because(RefusalCode::BadInput, "password-missing"))?;
    if person.login.is_none() {
        return Err(Rejection::because(RefusalCode::BadInput, "no-login").naming("code", &set.person).into());
    }
    let one_time = person.id != context.actor.person;
    let mut writer = context.writer(&permit);
    people::add_credential(&mut writer, person.id, secret.as_str(), one_time)?;
    Ok(Done::new(writer, json!({"person": set.person, "one_time": one_time})))
}
