//! Why a file or a profile cannot be taken at all: one fault that concerns the whole file.
//!
//! Invariant: each names the file, the line where there is one, and what would mend it. Faults of a single
//! row are no errors: they stand in the plan as refused rows.

use std::path::Path;

use crate::domain::rejection::{RefusalCode, Rejection};

/// Why a file or a profile cannot be taken at all.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum IntakeError {
    /// There is no such file.
    #[error("{file} is not there; check the name and the folder")]
    NotFound {
        /// The file.
        file: String,
    },
    /// The file cannot be read.
    #[error("{file} can't be read ({error}); check that it is a file you may open and that no other program holds it")]
    Unreadable {
        /// The file.
        file: String,
        /// What the system said.
        error: String,
    },
    /// A workbook of a spreadsheet program that can't be read, or one where only a text can stand.
    #[error("{file} is a spreadsheet that can't be read; save it as XLSX or CSV and import that")]
    Spreadsheet {
        /// The file.
        file: String,
    },
    /// Nothing is in it.
    #[error("{file} is empty; a header line and at least one row are needed")]
    Empty {
        /// The file.
        file: String,
    },
    /// Only a header is in it.
    #[error("{file} holds a header line and no rows, so there is nothing to import")]
    HeaderOnly {
        /// The file.
        file: String,
    },
    /// The bytes don't fit the encoding.
    #[error(
        "{file}, line {line}: the text is not {encoding}; name its encoding in the profile, e.g. encoding = \"windows-1251\""
    )]
    Encoding {
        /// The file.
        file: String,
        /// The encoding that was tried.
        encoding: String,
        /// The first line that doesn't fit.
        line: u64,
    },
    /// A quote is opened and not closed.
    #[error(
        "{file}, line {line}: a quote (\") is opened and never closed; close it, or say quotes = false in the profile"
    )]
    OpenQuote {
        /// The file.
        file: String,
        /// Where it is opened.
        line: u64,
    },
    /// A column that is needed is not there.
    #[error("{file}, line {line}: there is no column \"{column}\" (for {field}); the file has: {found}")]
    MissingColumn {
        /// The file.
        file: String,
        /// The header's line.
        line: u64,
        /// The column that was looked for.
        column: String,
        /// What it is needed for.
        field: String,
        /// The columns that are there.
        found: String,
    },
    /// A column that is needed is there twice.
    #[error("{file}, line {line}: the column \"{column}\" stands twice; rename one, or give its number in the profile")]
    RepeatedColumn {
        /// The file.
        file: String,
        /// The header's line.
        line: u64,
        /// The column.
        column: String,
    },
    /// The profile is no TOML, or says what can't be.
    #[error("the profile {file}{}: {}{expected}", line.map(|line| format!(", line {line}")).unwrap_or_default(), named(key))]
    Profile {
        /// The profile.
        file: String,
        /// The line, where it is known.
        line: Option<u64>,
        /// The key that is wrong, where it is known.
        key: String,
        /// What is expected there.
        expected: String,
    },
    /// The calendar is no calendar, or contradicts itself.
    #[error("{file} is no work calendar that can be taken: {error}")]
    Calendar {
        /// The file.
        file: String,
        /// What is wrong.
        error: String,
    },
}

fn named(key: &str) -> String {
    if key.is_empty() { String::new() } else { format!("\"{key}\": ") }
}

impl IntakeError {
    /// An unreadable file, told apart from one that is not there.
    pub(super) fn of_io(path: &Path, error: &std::io::Error) -> Self {
        let file = shown(path);
        match error.kind() {
            std::io::ErrorKind::NotFound => Self::NotFound { file },
            _ => Self::Unreadable { file, error: error.to_string() },
        }
    }

    /// The fault as a refusal, so that the locale can write its text.
    #[must_use]
    pub fn rejection(&self) -> Rejection {
        let bad = |reason| Rejection::because(RefusalCode::BadInput, reason);
        match self {
            Self::NotFound { file } => Rejection::because(RefusalCode::NotFound, "file-not-found").naming("file", file),
            Self::Unreadable { file, error } => bad("file-unreadable").naming("file", file).naming("error", error),
            Self::Spreadsheet { file } => bad("file-spreadsheet").naming("file", file),
            Self::Empty { file } => bad("file-empty").naming("file", file),
            Self::HeaderOnly { file } => bad("file-header-only").naming("file", file),
            Self::Encoding { file, encoding, line } => {
                bad("file-encoding").naming("file", file).naming("line", line).naming("encoding", encoding)
            }
            Self::OpenQuote { file, line } => bad("file-quote").naming("file", file).naming("line", line),
            Self::MissingColumn { file, line, column, field, found } => bad("column-missing")
                .naming("file", file)
                .naming("line", line)
                .naming("column", column)
                .naming("field", field)
                .naming("found", found),
            Self::RepeatedColumn { file, line, column } => {
                bad("column-twice").naming("file", file).naming("line", line).naming("column", column)
            }
            Self::Profile { file, line, key, expected } => bad("profile")
                .naming("file", file)
                .naming("line", line.unwrap_or(0))
                .naming("key", key)
                .naming("expected", expected),
            Self::Calendar { file, error } => bad("calendar-file").naming("file", file).naming("error", error),
        }
    }
}

/// A path as people read it.
pub(super) fn shown(path: &Path) -> String {
    path.display().to_string()
}
