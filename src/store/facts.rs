//! Writing facts: one insert, one hash.
//!
//! Invariant: there is no other way to insert into a fact table, and a [`FactWriter`] is only handed out
//! against a [`Permit`], so nothing is written that the policy did not allow, and nothing that the audit
//! entry does not name.

use rusqlite::types::Value as Sql;
use rusqlite::{Connection, params_from_iter};
use serde_json::{Map, Value, json};

use super::{StoreError, Stored};
use crate::domain::canonical;
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
        let columns: Vec<&str> = fields.iter().map(|(name, _)| *name).collect();
        let holders: Vec<String> = (1..=fields.len()).map(|position| format!("?{position}")).collect();
        let sql = format!("INSERT INTO {table} ({}) VALUES ({})", columns.join(", "), holders.join(", "));
        let mut insert = self.db.prepare_cached(&sql)?;
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
    let mut map = Map::new();
    for (name, value) in fields {
        if table == "private_text" && PRIVATE_COLUMNS.contains(&name) {
            continue;
        }
        map.insert(name.to_owned(), json_value(table, value)?);
    }
    let parts: Vec<String> = key
        .iter()
        .map(|column| match map.get(column.as_ref()) {
            Some(Value::String(text)) => text.clone(),
            Some(value) => value.to_string(),
            None => String::new(),
        })
        .collect();
    let form = json!({"form": 1, "table": table, "row": map});
    Ok((parts.join("/"), canonical::sha256(&canonical::text(&form))))
}

fn json_value(table: &str, value: &Sql) -> Stored<Value> {
    match value {
        Sql::Null => Ok(Value::Null),
        Sql::Integer(number) => Ok(json!(number)),
        Sql::Text(text) => Ok(json!(text)),
        Sql::Real(_) | Sql::Blob(_) => {
            Err(StoreError::Broken(format!("{table} holds a value that is neither a whole number nor a text")))
        }
    }
}
