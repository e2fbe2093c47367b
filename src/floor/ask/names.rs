//! People and actions by their store keys, so that views can name them.

use std::collections::BTreeMap;

use super::Reader;
use super::desk::named;
use crate::domain::action::Action;
use crate::floor::Stop;
use crate::store::{catalogue, people};
use crate::views::Named;

/// Everybody and every action by key.
pub(super) struct Names {
    people: BTreeMap<i64, Named>,
    /// The actions by key.
    pub actions: BTreeMap<i64, Action>,
}

impl Names {
    /// Reads all of them.
    pub fn load(reader: &Reader<'_>) -> Result<Self, Stop> {
        let people = people::people(reader.db)?.iter().map(|person| (person.id, named(person))).collect();
        let actions = catalogue::actions(reader.db)?.into_iter().map(|action| (action.id, action)).collect();
        Ok(Self { people, actions })
    }

    /// A person's code and name.
    pub fn person(&self, id: i64) -> Named {
        let nobody = || Named { code: String::new(), name: String::new() };
        self.people.get(&id).cloned().unwrap_or_else(nobody)
    }

    /// An action's code.
    pub fn action(&self, id: i64) -> String {
        self.actions.get(&id).map(|action| action.code.to_string()).unwrap_or_default()
    }
}
