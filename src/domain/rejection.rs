//! Why a command was refused: a closed list of codes in order of precedence.
//!
//! Invariant: the order of [`RefusalCode`] is the order of precedence; where several apply the least
//! is reported. A refusal carries no text: the locale writes it from the code, the reason and the
//! arguments, in the reader's language.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::units::Overflow;

/// The codes of refusal, first that applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "each code's meaning is its text in assets/locales")]
pub enum RefusalCode {
    BadCredentials,
    NotFound,
    NotPermitted,
    OwnOrder,
    OwnTicket,
    BadInput,
    UnknownCode,
    CodeTaken,
    IdConflict,
    SetNotDraft,
    OpenFlags,
    NormMissing,
    GroundsMissing,
    EffectivePast,
    NoticeShort,
    NumberTaken,
    NoNormInForce,
    InTheFuture,
    DayClosed,
    MonthLocked,
    NeedsReason,
    ClockBehind,
    NotRehearsal,
    Busy,
    StorageFull,
    ReadOnly,
    NetworkFolder,
    NewerFile,
    ForeignFile,
}

impl RefusalCode {
    /// Every code, in order of precedence.
    pub const ALL: [Self; 29] = [
        Self::BadCredentials,
        Self::NotFound,
        Self::NotPermitted,
        Self::OwnOrder,
        Self::OwnTicket,
        Self::BadInput,
        Self::UnknownCode,
        Self::CodeTaken,
        Self::IdConflict,
        Self::SetNotDraft,
        Self::OpenFlags,
        Self::NormMissing,
        Self::GroundsMissing,
        Self::EffectivePast,
        Self::NoticeShort,
        Self::NumberTaken,
        Self::NoNormInForce,
        Self::InTheFuture,
        Self::DayClosed,
        Self::MonthLocked,
        Self::NeedsReason,
        Self::ClockBehind,
        Self::NotRehearsal,
        Self::Busy,
        Self::StorageFull,
        Self::ReadOnly,
        Self::NetworkFolder,
        Self::NewerFile,
        Self::ForeignFile,
    ];

    /// The code as it stands on the wire, e.g. `own-order`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::BadCredentials => "bad-credentials",
            Self::NotFound => "not-found",
            Self::NotPermitted => "not-permitted",
            Self::OwnOrder => "own-order",
            Self::OwnTicket => "own-ticket",
            Self::BadInput => "bad-input",
            Self::UnknownCode => "unknown-code",
            Self::CodeTaken => "code-taken",
            Self::IdConflict => "id-conflict",
            Self::SetNotDraft => "set-not-draft",
            Self::OpenFlags => "open-flags",
            Self::NormMissing => "norm-missing",
            Self::GroundsMissing => "grounds-missing",
            Self::EffectivePast => "effective-past",
            Self::NoticeShort => "notice-short",
            Self::NumberTaken => "number-taken",
            Self::NoNormInForce => "no-norm-in-force",
            Self::InTheFuture => "in-the-future",
            Self::DayClosed => "day-closed",
            Self::MonthLocked => "month-locked",
            Self::NeedsReason => "needs-reason",
            Self::ClockBehind => "clock-behind",
            Self::NotRehearsal => "not-rehearsal",
            Self::Busy => "busy",
            Self::StorageFull => "storage-full",
            Self::ReadOnly => "read-only",
            Self::NetworkFolder => "network-folder",
            Self::NewerFile => "newer-file",
            Self::ForeignFile => "foreign-file",
        }
    }
}

/// A command that was refused: nothing of it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejection {
    /// The code.
    pub code: RefusalCode,
    /// Which of the code's texts fits, e.g. `quantity-range`; empty for the general one.
    pub reason: &'static str,
    /// What the text names: name and value.
    pub details: Vec<(&'static str, String)>,
}

impl Rejection {
    /// A refusal with the code's general text.
    #[must_use]
    pub fn of(code: RefusalCode) -> Self {
        Self { code, reason: "", details: Vec::new() }
    }

    /// A refusal with one of the code's special texts.
    #[must_use]
    pub fn because(code: RefusalCode, reason: &'static str) -> Self {
        Self { code, reason, details: Vec::new() }
    }

    /// The same refusal, naming one thing more.
    #[must_use]
    pub fn naming(mut self, name: &'static str, value: impl ToString) -> Self {
        self.details.push((name, value.to_string()));
        self
    }

    /// Of several refusals the one that comes first in precedence.
    #[must_use]
    pub fn first(refusals: impl IntoIterator<Item = Self>) -> Option<Self> {
        refusals.into_iter().min_by_key(|refusal| refusal.code)
    }
}

impl From<Overflow> for Rejection {
    fn from(_: Overflow) -> Self {
        Self::because(RefusalCode::BadInput, "too-large")
    }
}

/// A remark that blocks nothing: a code and what it names. The locale writes the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Warning {
    /// The remark's code, e.g. `no-norm`.
    pub code: String,
    /// What it names: name and value.
    #[serde(default, skip_serializing_if = "std::collections::BTreeMap::is_empty")]
    pub details: std::collections::BTreeMap<String, String>,
}

impl Warning {
    /// A remark of this code.
    #[must_use]
    pub fn of(code: &str) -> Self {
        Self { code: code.to_owned(), details: std::collections::BTreeMap::new() }
    }

    /// The same remark, naming one thing more.
    #[must_use]
    pub fn naming(mut self, name: &str, value: impl ToString) -> Self {
        self.details.insert(name.to_owned(), value.to_string());
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_of_codes_is_their_precedence() {
        assert!(RefusalCode::ALL.is_sorted());
        let both = [Rejection::of(RefusalCode::DayClosed), Rejection::of(RefusalCode::OwnTicket)];
        assert_eq!(Rejection::first(both).map(|refusal| refusal.code), Some(RefusalCode::OwnTicket));
    }

    #[test]
    fn names_on_the_wire_are_the_serde_names() {
        for code in RefusalCode::ALL {
            assert_eq!(serde_json::to_value(code).unwrap(), code.as_str());
        }
    }
}
