//! What `norma verify` found.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// `norma verify --json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct VerifyView {
    /// Whether every check holds.
    pub ok: bool,
    /// The newest audit entry's place.
    pub seq: i64,
    /// Its hash.
    pub head: String,
    /// Each named invariant.
    pub checks: Vec<CheckView>,
}

/// One named invariant over the whole file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CheckView {
    /// Its name.
    pub name: String,
    /// Whether it holds everywhere.
    pub ok: bool,
    /// How many things were looked at.
    pub checked: i64,
    /// What breaks it, at most 100.
    pub broken: Vec<BrokenView>,
}

/// A thing that breaks an invariant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct BrokenView {
    /// The table.
    pub table: String,
    /// The row's key.
    pub key: String,
    /// What is wrong.
    pub text: String,
}
