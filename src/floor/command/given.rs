//! A field that a change may also take away.

use serde::{Deserialize, Serialize};

/// A field of a change that may be taken away: left out it stays as it is, `null` takes away what stood there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Given<T> {
    /// Left out.
    #[default]
    Stays,
    /// `null`.
    Nothing,
    /// A value.
    Is(T),
}

impl<T> Given<T> {
    /// Whether the field is left out.
    pub fn stays(&self) -> bool {
        matches!(self, Self::Stays)
    }

    /// What stands there after the change.
    pub fn after(self, before: Option<T>) -> Option<T> {
        match self {
            Self::Stays => before,
            Self::Nothing => None,
            Self::Is(value) => Some(value),
        }
    }
}

/// A value, or nothing to change.
impl<T> From<Option<T>> for Given<T> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Stays, Self::Is)
    }
}

impl<T: Serialize> Serialize for Given<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Is(value) => value.serialize(serializer),
            Self::Stays | Self::Nothing => serializer.serialize_none(),
        }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Given<T> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Option::deserialize(deserializer)?.map_or(Self::Nothing, Self::Is))
    }
}
