//! What the screen says of people: roles in words, employment, where a password stands. Pure: no widgets.

use chrono::NaiveDate;

use crate::desktop::theme::Kind;
use crate::domain::code::Code;
use crate::domain::people::Role;
use crate::floor::command::PersonAdd;
use crate::locale::{Arg, Lang};
use crate::views::people::{PasswordState, PersonView};

/// The roles held, in words; a dash where there is none.
#[must_use]
pub fn roles(lang: Lang, roles: &[Role]) -> String {
    if roles.is_empty() {
        return "—".to_owned();
    }
    roles.iter().map(|role| lang.t(&format!("role-{}", role.as_str()))).collect::<Vec<_>>().join(", ")
}

/// The roles that somebody holds.
#[must_use]
pub fn held(person: &PersonView) -> &[Role] {
    person.account.as_ref().map_or(person.roles.as_slice(), |account| account.held.as_slice())
}

/// The roles that a first director acts in while nobody else holds them.
#[must_use]
pub fn stood_in(person: &PersonView) -> Vec<Role> {
    let held = held(person);
    person.roles.iter().copied().filter(|role| !held.contains(role)).collect()
}

/// Whether somebody has left by that day.
#[must_use]
pub fn has_left(person: &PersonView, today: NaiveDate) -> bool {
    person.to.is_some_and(|last| last < today)
}

/// From when or until when somebody works, in a few words: the end where it is known, else the beginning.
#[must_use]
pub fn employed(lang: Lang, person: &PersonView) -> String {
    let (key, day) = match person.to {
        Some(last) => ("people-until", last),
        None => ("people-since", person.from),
    };
    lang.with(key, &[("day", Arg::Text(&lang.date(day)))])
}

/// Both ends of somebody's employment.
#[must_use]
pub fn employment(lang: Lang, person: &PersonView) -> String {
    let from = lang.date(person.from);
    match person.to.map(|day| lang.date(day)) {
        Some(to) => lang.with("people-from-to", &[("from", Arg::Text(&from)), ("to", Arg::Text(&to))]),
        None => lang.with("people-since", &[("day", Arg::Text(&from))]),
    }
}

/// Whether there is a password at all.
#[must_use]
pub fn has_password(state: PasswordState) -> bool {
    matches!(state, PasswordState::OneTime | PasswordState::Own)
}

/// Whether somebody is here, has a login, and can't sign in for want of a password.
#[must_use]
pub fn lacks_password(person: &PersonView, today: NaiveDate) -> bool {
    let missing = person.account.as_ref().is_some_and(|account| account.password == PasswordState::Missing);
    missing && !has_left(person, today)
}

/// Where a password stands: what it means, and the word.
#[must_use]
pub fn password(lang: Lang, state: PasswordState) -> (Kind, String) {
    let (kind, key) = match state {
        PasswordState::NoLogin => (Kind::Neutral, "people-password-none"),
        PasswordState::Missing => (Kind::Warn, "people-password-missing"),
        PasswordState::OneTime => (Kind::Accent, "people-password-one-time"),
        PasswordState::Own => (Kind::Ok, "people-password-own-state"),
    };
    (kind, lang.t(key))
}

/// Somebody as a file would have them.
#[must_use]
pub fn as_row(person: &PersonView) -> Option<PersonAdd> {
    Some(PersonAdd {
        code: Code::new(&person.code).ok()?,
        name: person.name.clone(),
        login: person.login.clone(),
        roles: held(person).to_vec(),
        department: person.department.as_deref().and_then(|code| Code::new(code).ok()),
        position: person.position.clone(),
        rate_bp: Some(person.rate_bp),
        salary_minor: None,
        from: person.from,
        to: person.to,
    })
}
