//! The audit journal: its pages, and one entry with what it wrote.
//!
//! Deliberately lacks: money, texts that people wrote, clients and passwords. The journal says who did what when; what was
//! written stands where the policy lets it be read.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// ask audit: a page of the journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AuditView {
    /// Entries in order, at most 200; the newest first where that was asked.
    pub entries: Vec<AuditEntryView>,
    /// The newest entry's place.
    pub seq: i64,
    /// The newest entry's hash.
    pub head: String,
    /// With the newest first: `before_seq` of the page that follows, where there may be more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<i64>,
}

/// An entry of the journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AuditEntryView {
    /// Its place.
    pub seq: i64,
    /// When.
    pub recorded_at: String,
    /// Who, by code.
    pub person: String,
    /// The person's name; none for the floor itself and for who can write the file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What.
    pub act: String,
    /// How many facts it wrote.
    pub facts: usize,
    /// Its hash.
    pub hash: String,
}

/// ask entry: one entry with what it wrote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct EntryView {
    /// The entry.
    pub entry: AuditEntryView,
    /// Whether the command carried its own time, as only a rehearsal may.
    pub at_given: bool,
    /// The command's id.
    pub command: String,
    /// The digest of what was asked, salted with the command's id.
    pub request: String,
    /// The hash of the entry before it.
    pub previous: String,
    /// The facts it wrote, in order, at most 100.
    pub facts: Vec<FactView>,
}

/// A fact in the journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct FactView {
    /// The table.
    pub table: String,
    /// Its key.
    pub key: String,
    /// The hash of its content.
    pub hash: String,
    /// What it says, as far as the journal tells it to who asks.
    pub fields: Vec<FieldView>,
}

/// A field of a fact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct FieldView {
    /// The column, without the ending of a reference: `person`, `day`.
    pub name: String,
    /// Its value; a person, department or action by code and name.
    pub value: String,
}

/// The copies that the floor made of itself.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CopiesView {
    /// The folder they lie in, beside the floor.
    pub folder: String,
    /// The newest first.
    pub copies: Vec<CopyBrief>,
}

/// A copy that the floor made of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CopyBrief {
    /// The work day that was closed.
    pub day: NaiveDate,
    /// Its file.
    pub file: String,
    /// How large it is, in bytes.
    pub bytes: u64,
}

/// A copy that somebody had made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CopyView {
    /// Its file.
    pub file: String,
    /// How large it is, in bytes.
    pub bytes: u64,
    /// Its newest entry's place.
    pub seq: i64,
    /// That entry's hash.
    pub head: String,
}
