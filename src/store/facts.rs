//! Writing facts: one insert, one hash.
//!
//! Invariant: there is no other way to insert into a fact table, and a [`FactWriter`] is only handed out
//! against a [`Permit`], so nothing is written that the policy did not allow, and nothing that the audit
//! entry does not name.

use rusqlite::types::Value as Sql;
use rusqlite::{Connection, params_from_iter};

use super::{StoreError, Stored};
use crate::domain::canonical::{self, Cell};
use crate::domain::code;
use crate::policy::Permit;

/// A column and its value.
pub type Field = (&'static str, Sql);

/// A fact that was written: its table, its key and the SHA-256 of its canonical form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenFact {
    /// The table.
    pub table: String,
    /// The primary key, parts joined by `/`.
    pub key: String,
    /// SHA-256 of the canonical form.
    pub hash: String,
}

/// Inserts facts for one command and remembers what it wrote.
#[derive(Debug)]
pub struct FactWriter<'a> {
    db: &'a Connection,
    seq: i64,
    written: Vec<WrittenFact>,
}

/// Columns of `private_text` that the canonical form leaves out, so that they can be erased later.
pub const PRIVATE_COLUMNS: &[&str] = &["salt", "body", "folded", "digits"];

impl<'a> FactWriter<'a> {
    /// A writer for the audit entry `seq`, on the strength of a permit.
    #[must_use]
    pub fn new(db: &'a Connection, seq: i64, _permit: &Permit) -> Self {
        Self { db, seq, written: Vec::new() }
    }

    /// What was written so far.
    #[must_use]
    pub fn into_written(self) -> Vec<WrittenFact> {
        self.written
    }

    /// The next free integer key of a table.
    pub fn next_id(&self, table: &'static str, column: &'static str) -> Stored<i64> {
        let mut select = self.db.prepare_cached(&format!("SELECT COALESCE(MAX({column}), 0) + 1 FROM {table}"))?;
        Ok(select.query_row([], |row| row.get(0))?)
    }

    /// Inserts a row; `key` names the columns of its primary key.
    pub fn insert(&mut self, table: &'static str, key: &[&str], fields: Vec<Field>) -> Stored<()> {
        let mut fields = fields;
        fields.push(("seq", Sql::Integer(self.seq)));
        let mut insert = self.db.prepare_cached(&statement(table, &fields))?;
        insert.execute(params_from_iter(fields.iter().map(|(_, value)| value)))?;
        let named = fields.iter().map(|(name, value)| (*name, value));
        let (key, hash) = fingerprint(table, key, named)?;
        self.written.push(WrittenFact { table: table.to_owned(), key, hash });
        Ok(())
    }

    /// Stores what a person wrote or a client's reference; the fact holds its key, the chain its digest.
    pub fn private_text(&mut self, body: &str) -> Stored<i64> {
        let id = self.next_id("private_text", "text_id")?;
        let salt = uuid::Uuid::new_v4().simple().to_string();
        self.insert(
            "private_text",
            &["text_id"],
            vec![
                ("text_id", Sql::Integer(id)),
                ("digest", Sql::Text(text_digest(&salt, body))),
                ("salt", Sql::Text(salt)),
                ("body", Sql::Text(body.to_owned())),
                ("folded", Sql::Text(code::folded(body))),
                ("digits", Sql::from(code::client_digits(body))),
            ],
        )?;
        Ok(id)
    }

    /// Stores an optional text; blank ones are absent.
    pub fn optional_text(&mut self, body: Option<&str>) -> Stored<Option<i64>> {
        match body.map(str::trim) {
            None | Some("") => Ok(None),
            Some(body) => self.private_text(body).map(Some),
        }
    }
}

/// The statement that inserts these columns.
fn statement(table: &str, fields: &[Field]) -> String {
    let mut sql = String::with_capacity(256);
    sql.push_str("INSERT INTO ");
    sql.push_str(table);
    for (place, (name, _)) in fields.iter().enumerate() {
        sql.push_str(if place == 0 { " (" } else { ", " });
        sql.push_str(name);
    }
    sql.push_str(") VALUES (?");
    (1..fields.len()).for_each(|_| sql.push_str(", ?"));
    sql.push(')');
    sql
}

/// The salted digest of a private text.
#[must_use]
pub fn text_digest(salt: &str, body: &str) -> String {
    canonical::sha256(&format!("{salt}{body}"))
}

/// The key and the hash of a row: SHA-256 over its canonical form.
pub fn fingerprint<'v>(
    table: &str,
    key: &[impl AsRef<str>],
    fields: impl Iterator<Item = (&'v str, &'v Sql)>,
) -> Stored<(String, String)> {
    let known = fields.filter(|(name, _)| table != "private_text" || !PRIVATE_COLUMNS.contains(name));
    let row: Vec<(&str, Cell<'_>)> =
        known.map(|(name, value)| Ok((name, cell(table, value)?))).collect::<Stored<_>>()?;
    let part = |column: &str| match row.iter().find(|(name, _)| *name == column) {
        Some((_, Cell::Text(text))) => (*text).to_owned(),
        Some((_, Cell::Integer(number))) => number.to_string(),
        Some((_, Cell::Null)) => "null".to_owned(),
        None => String::new(),
    };
    let key = key.iter().map(|column| part(column.as_ref())).collect::<Vec<_>>().join("/");
    Ok((key, canonical::sha256(&canonical::fact(table, row))))
}

fn cell<'v>(table: &str, value: &'v Sql) -> Stored<Cell<'v>> {
    match value {
        Sql::Null => Ok(Cell::Null),
        Sql::Integer(number) => Ok(Cell::Integer(*number)),
        Sql::Text(text) => Ok(Cell::Text(text)),
        Sql::Real(_) | Sql::Blob(_) => {
            Err(StoreError::Broken(format!("{table} holds a value that is neither a whole number nor a text")))
        }
    }
}
