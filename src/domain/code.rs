//! Codes and names: what people, departments, actions and calendars go by on the wire.
//!
//! Invariant: a [`Code`] is never empty, never padded and never holds control characters; it is
//! given once and never reused. Facts (tickets, studies, orders …) go by UUID instead.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The immutable code of a person, department, action or calendar; at most 64 characters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(transparent)]
pub struct Code(String);

/// The text is empty, longer than 64 characters or holds control characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a code has 1 to 64 characters, none of them a control character")]
pub struct BadCode;

impl Code {
    /// Takes a code from text; blanks around it are dropped. Errors: see [`BadCode`].
    pub fn new(text: &str) -> Result<Self, BadCode> {
        let text = text.trim();
        let fits = !text.is_empty() && text.chars().count() <= 64 && !text.chars().any(char::is_control);
        if fits { Ok(Self(text.to_owned())) } else { Err(BadCode) }
    }

    /// What an act without a person is recorded under.
    #[must_use]
    pub fn system() -> Self {
        Self("system".to_owned())
    }

    /// The code as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for Code {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Code {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::new(&text).map_err(serde::de::Error::custom)
    }
}

/// Text as it is searched and sorted: lower case, ё as е, runs of blanks as one.
///
/// SQLite knows no Cyrillic case, order or ё, so every searched column has a companion made here.
///
/// ```
/// use norma::domain::code::folded;
/// assert_eq!(folded("  Счёт  ЗА Роутер"), "счет за роутер");
/// ```
#[must_use]
pub fn folded(text: &str) -> String {
    let lower = text.to_lowercase().replace('ё', "е");
    lower.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The last ten digits of a client reference that looks like a phone or contract number; `None` where
/// it holds fewer than five digits or only zeros (a hidden or unknown number names nobody).
///
/// ```
/// use norma::domain::code::client_digits;
/// assert_eq!(client_digits("+7 (912) 345-67-89").as_deref(), Some("9123456789"));
/// assert_eq!(client_digits("8 912 345 67 89").as_deref(), Some("9123456789"));
/// assert_eq!(client_digits("0"), None);
/// ```
#[must_use]
pub fn client_digits(text: &str) -> Option<String> {
    let digits: Vec<char> = text.chars().filter(char::is_ascii_digit).collect();
    if digits.len() < 5 || digits.iter().all(|digit| *digit == '0') {
        return None;
    }
    Some(digits.iter().skip(digits.len().saturating_sub(10)).collect())
}
