//! The floor file: rows ↔ values, one file a table family.
//!
//! Invariant: facts are only inserted, and only through [`facts::FactWriter`], which hashes each row
//! for the audit entry that writes it. SQL lives here and nowhere else; rules live in the domain. The
//! SQL keeps to the subset that SQLite and PostgreSQL share (named columns, `ON CONFLICT`, integers).

pub mod absences;
pub mod amounts;
pub mod audit;
pub mod backups;
pub mod calendars;
pub mod calls;
pub mod catalogue;
pub mod claims;
pub mod days;
pub mod department;
pub mod deputies;
pub mod facts;
pub mod file;
pub mod find;
pub mod grants;
pub mod handling;
pub mod hands;
pub mod holds;
pub mod indicators;
pub mod norms;
pub mod orders;
pub mod pay;
pub mod people;
pub mod pilots;
pub mod queue;
pub mod review_facts;
pub mod reviews;
pub mod schema;
pub mod scratch;
pub mod sittings;
pub mod stages;
pub mod studies;
pub mod tasks;
pub mod terms;
pub mod tickets;
pub mod verify;
pub mod verify_department;
pub mod verify_desk;
pub mod verify_orders;

use chrono::NaiveDate;
use rusqlite::types::Type;

use crate::domain::rejection::{RefusalCode, Rejection};

/// What went wrong between the program and the file.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// SQLite refused or failed.
    #[error(transparent)]
    Sqlite(#[from] rusqlite::Error),
    /// A file operation failed.
    #[error("{0}")]
    Io(#[from] std::io::Error),
    /// A stored value is not what the schema promises.
    #[error("the file holds an impossible value: {0}")]
    Broken(String),
    /// A refusal that the file itself calls for: newer, foreign, read-only, a network folder.
    #[error("refused: {}", .0.code.as_str())]
    Refused(Rejection),
}

impl StoreError {
    /// The refusal this error means for a person, where it is no fault of the program's.
    #[must_use]
    pub fn refusal(&self) -> Option<Rejection> {
        match self {
            Self::Refused(rejection) => Some(rejection.clone()),
            Self::Sqlite(rusqlite::Error::SqliteFailure(failure, _)) => {
                let code = match failure.code {
                    rusqlite::ErrorCode::DatabaseBusy | rusqlite::ErrorCode::DatabaseLocked => RefusalCode::Busy,
                    rusqlite::ErrorCode::DiskFull => RefusalCode::StorageFull,
                    rusqlite::ErrorCode::ReadOnly | rusqlite::ErrorCode::PermissionDenied => RefusalCode::ReadOnly,
                    rusqlite::ErrorCode::NotADatabase | rusqlite::ErrorCode::DatabaseCorrupt => {
                        RefusalCode::ForeignFile
                    }
                    // A write that the system cut short (a quota, `ulimit -f`) is a full disk to its owner.
                    rusqlite::ErrorCode::SystemIoFailure
                        if failure.extended_code == rusqlite::ffi::SQLITE_IOERR_WRITE =>
                    {
                        RefusalCode::StorageFull
                    }
                    _ => return None,
                };
                Some(Rejection::of(code))
            }
            Self::Io(error) => {
                let code = match error.kind() {
                    std::io::ErrorKind::StorageFull
                    | std::io::ErrorKind::FileTooLarge
                    | std::io::ErrorKind::QuotaExceeded => RefusalCode::StorageFull,
                    std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => {
                        RefusalCode::ReadOnly
                    }
                    _ => return None,
                };
                Some(Rejection::of(code))
            }
            Self::Sqlite(_) | Self::Broken(_) => None,
        }
    }
}

/// The store's result.
pub type Stored<T> = Result<T, StoreError>;

/// Reads an ISO date column.
pub(crate) fn day_column(row: &rusqlite::Row<'_>, column: &str) -> rusqlite::Result<NaiveDate> {
    let text: String = row.get(column)?;
    parse_column(&text, column, |text| text.parse().ok())
}

/// Reads an ISO date column that may be null.
pub(crate) fn optional_day_column(row: &rusqlite::Row<'_>, column: &str) -> rusqlite::Result<Option<NaiveDate>> {
    let text: Option<String> = row.get(column)?;
    text.map(|text| parse_column(&text, column, |text| text.parse().ok())).transpose()
}

/// Reads a column of Unix milliseconds.
pub(crate) fn moment_column(row: &rusqlite::Row<'_>, column: &str) -> rusqlite::Result<chrono::DateTime<chrono::Utc>> {
    let millis: i64 = row.get(column)?;
    chrono::DateTime::from_timestamp_millis(millis).ok_or_else(|| {
        let error = format!("{column} holds {millis}");
        rusqlite::Error::FromSqlConversionFailure(0, Type::Integer, error.into())
    })
}

/// Turns a stored text into the value it stands for, or says which column is broken.
pub(crate) fn parse_column<T>(text: &str, column: &str, parse: impl Fn(&str) -> Option<T>) -> rusqlite::Result<T> {
    parse(text).ok_or_else(|| {
        let error = format!("{column} holds \"{text}\"");
        rusqlite::Error::FromSqlConversionFailure(0, Type::Text, error.into())
    })
}

/// A savepoint: what happens after it can be undone by itself.
#[derive(Debug)]
pub struct Savepoint<'a> {
    db: &'a rusqlite::Connection,
    name: &'static str,
    open: bool,
}

impl<'a> Savepoint<'a> {
    /// Opens a savepoint inside the running transaction.
    pub fn open(db: &'a rusqlite::Connection, name: &'static str) -> Stored<Self> {
        db.prepare_cached(&format!("SAVEPOINT {name}"))?.execute([])?;
        Ok(Self { db, name, open: true })
    }

    /// Keeps what was done since.
    pub fn keep(mut self) -> Stored<()> {
        self.open = false;
        self.db.prepare_cached(&format!("RELEASE {}", self.name))?.execute([])?;
        Ok(())
    }

    /// Undoes what was done since.
    pub fn undo(mut self) -> Stored<()> {
        self.open = false;
        self.roll_back()
    }

    fn roll_back(&self) -> Stored<()> {
        self.db.prepare_cached(&format!("ROLLBACK TO {}", self.name))?.execute([])?;
        self.db.prepare_cached(&format!("RELEASE {}", self.name))?.execute([])?;
        Ok(())
    }
}

impl Drop for Savepoint<'_> {
    fn drop(&mut self) {
        if self.open
            && let Err(error) = self.roll_back()
        {
            tracing::error!(%error, "a savepoint could not be rolled back");
        }
    }
}
