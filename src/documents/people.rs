//! The people of a floor as a table that goes out and comes back: the columns that an import reads. No money is in it.

use super::table::{Cell, Table};
use crate::domain::people::Role;
use crate::views::people::PersonView;

/// The columns, as an import knows them.
const HEADS: [&str; 9] = ["code", "name", "login", "roles", "department", "position", "rate_bp", "from", "to"];

/// People as a table that an import reads back as known.
#[must_use]
pub fn people<'a>(people: impl IntoIterator<Item = &'a PersonView>) -> Table {
    let row = |person: &'a PersonView| {
        let held = person.account.as_ref().map_or(person.roles.as_slice(), |account| account.held.as_slice());
        let roles: Vec<&str> = held.iter().copied().map(Role::as_str).collect();
        vec![
            Cell::from(person.code.as_str()),
            Cell::from(person.name.as_str()),
            Cell::from(person.login.clone()),
            Cell::from(roles.join(", ")),
            Cell::from(person.department.clone()),
            Cell::from(person.position.clone()),
            Cell::Whole(person.rate_bp.0),
            Cell::from(person.from.to_string()),
            Cell::from(person.to.map(|day| day.to_string())),
        ]
    };
    Table {
        name: "people".to_owned(),
        heads: HEADS.map(str::to_owned).to_vec(),
        rows: people.into_iter().map(row).collect(),
    }
}
