//! What the journal says in words: acts, tables and fields, who acted. Pure: no widgets.

use crate::locale::Lang;
use crate::views::journal::{AuditEntryView, FieldView};

/// Signs of a hash that tell it from others at a glance.
const SHORT: usize = 12;

/// An act in words; its name where the locale has none.
#[must_use]
pub fn act(lang: Lang, name: &str) -> String {
    worded(lang, "act", name)
}

/// A table in words.
#[must_use]
pub fn table(lang: Lang, name: &str) -> String {
    worded(lang, "fact", name)
}

fn worded(lang: Lang, family: &str, name: &str) -> String {
    let key = format!("{family}-{}", name.replace(['.', '_'], "-"));
    if lang.has(&key) { lang.t(&key) } else { name.to_owned() }
}

/// Who acted, in words.
#[must_use]
pub fn who(lang: Lang, entry: &AuditEntryView) -> String {
    match (&entry.name, entry.person.as_str()) {
        (Some(name), _) => name.clone(),
        (None, "system" | "floor") => lang.t("journal-who-floor"),
        (None, "file-owner") => lang.t("people-file-owner"),
        (None, code) => code.to_owned(),
    }
}

/// The beginning of a hash.
#[must_use]
pub fn short(hash: &str) -> &str {
    hash.get(..SHORT).unwrap_or(hash)
}

/// The fields of a fact in one line.
#[must_use]
pub fn fields(lang: Lang, fields: &[FieldView]) -> String {
    let said = fields.iter().map(|field| {
        let key = format!("journal-field-{}", field.name.replace('_', "-"));
        let name = if lang.has(&key) { lang.t(&key) } else { field.name.clone() };
        let value = match (field.name.as_str(), field.value.parse::<chrono::NaiveDate>()) {
            (_, Ok(day)) => lang.date(day),
            ("role", _) => lang.t(&format!("role-{}", field.value)),
            _ => field.value.clone(),
        };
        format!("{name}: {value}")
    });
    said.collect::<Vec<_>>().join(" · ")
}
