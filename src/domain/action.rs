//! Actions: the kinds of work that are timed, weighed and logged.
//!
//! Invariant: an action's code is never reused; retiring it touches no set and no ticket.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::code::Code;

/// Whether an action weighs its norm or nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Default)]
#[serde(rename_all = "lowercase")]
pub enum ActionKind {
    /// Done by a person: weighs its norm.
    #[default]
    Manual,
    /// Moves or is recorded by itself: always weighs 0.
    Automatic,
}

impl ActionKind {
    /// The kind as it stands on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Manual => "manual",
            Self::Automatic => "automatic",
        }
    }

    /// The kind of that name on the wire.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Manual, Self::Automatic].into_iter().find(|kind| kind.as_str() == text)
    }
}

/// The most elements an action may be timed by.
pub const MOST_ELEMENTS: usize = 20;

/// An element (элемент) of an action, timed by itself; the action's time is the sum of its elements'.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Element {
    /// The element's code, once an action.
    pub code: Code,
    /// Its Russian name.
    pub name_ru: String,
    /// Its English name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name_en: Option<String>,
    /// The break point (фиксажная точка): what is seen or heard at the moment it ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub break_point: Option<String>,
}

/// Whether elements can be timed: at most [`MOST_ELEMENTS`], each with a name and a code of its own.
#[must_use]
pub fn possible_elements(elements: &[Element]) -> bool {
    let own = |(place, element): (usize, &Element)| {
        !element.name_ru.trim().is_empty() && !elements.iter().take(place).any(|other| other.code == element.code)
    };
    elements.len() <= MOST_ELEMENTS && elements.iter().enumerate().all(own)
}

/// An action (действие) as its newest version says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Action {
    /// The store's key.
    pub id: i64,
    /// The action's code.
    pub code: Code,
    /// Its Russian name.
    pub name_ru: String,
    /// Its English name, where there is one.
    pub name_en: Option<String>,
    /// The group it is offered in.
    pub group: String,
    /// Manual or automatic.
    pub kind: ActionKind,
    /// What makes a case hard, known without the stopwatch.
    pub hard_criterion: Option<String>,
    /// Whether it may still be logged and timed.
    pub active: bool,
    /// The elements it is timed by, in order; none for an action that is timed as a whole.
    pub elements: Vec<Element>,
    /// How many versions of the action there are.
    pub version: i64,
}
