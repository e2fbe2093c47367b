//! Actions and their versions.

use rusqlite::types::Value as Sql;
use rusqlite::{Connection, OptionalExtension, Row};

use super::facts::FactWriter;
use super::{Stored, parse_column};
use crate::domain::action::{Action, ActionKind};
use crate::domain::code::{Code, folded};

/// Writes an action's identity; the first version follows.
pub fn add_action(facts: &mut FactWriter<'_>, code: &Code) -> Stored<i64> {
    let id = facts.next_id("action", "action_id")?;
    facts.insert(
        "action",
        &["action_id"],
        vec![("action_id", Sql::Integer(id)), ("code", Sql::Text(code.to_string()))],
    )?;
    Ok(id)
}

/// Writes a version of an action.
pub fn add_action_version(facts: &mut FactWriter<'_>, action: &Action) -> Stored<()> {
    let searched = format!(
        "{} {} {} {}",
        action.code,
        action.name_ru,
        action.name_en.as_deref().unwrap_or_default(),
        action.group
    );
    facts.insert(
        "action_version",
        &["action_id", "version"],
        vec![
            ("action_id", Sql::Integer(action.id)),
            ("version", Sql::Integer(action.version)),
            ("name_ru", Sql::Text(action.name_ru.clone())),
            ("name_en", Sql::from(action.name_en.clone())),
            ("folded", Sql::Text(folded(&searched))),
            ("action_group", Sql::Text(action.group.clone())),
            ("kind", Sql::Text(action.kind.as_str().to_owned())),
            ("hard_criterion", Sql::from(action.hard_criterion.clone())),
            ("active", Sql::Integer(i64::from(action.active))),
        ],
    )
}

const ACTION: &str =
    "SELECT a.action_id, a.code, v.version, v.name_ru, v.name_en, v.action_group, v.kind, v.hard_criterion, v.active
    FROM action a JOIN action_version v ON v.action_id = a.action_id
        AND v.version = (SELECT MAX(n.version) FROM action_version n WHERE n.action_id = a.action_id)";

fn action_row(row: &Row<'_>) -> rusqlite::Result<Action> {
    let code: String = row.get("code")?;
    let kind: String = row.get("kind")?;
    Ok(Action {
        id: row.get("action_id")?,
        code: parse_column(&code, "action.code", |text| Code::new(text).ok())?,
        name_ru: row.get("name_ru")?,
        name_en: row.get("name_en")?,
        group: row.get("action_group")?,
        kind: parse_column(&kind, "action_version.kind", ActionKind::parse)?,
        hard_criterion: row.get("hard_criterion")?,
        active: row.get::<_, i64>("active")? == 1,
        version: row.get("version")?,
    })
}

/// The action of a code.
pub fn action(db: &Connection, code: &Code) -> Stored<Option<Action>> {
    let mut select = db.prepare_cached(&format!("{ACTION} WHERE a.code = ?1"))?;
    Ok(select.query_row([code.as_str()], action_row).optional()?)
}

/// The action of a store key.
pub fn action_by_id(db: &Connection, id: i64) -> Stored<Option<Action>> {
    let mut select = db.prepare_cached(&format!("{ACTION} WHERE a.action_id = ?1"))?;
    Ok(select.query_row([id], action_row).optional()?)
}

/// Every action, by code.
pub fn actions(db: &Connection) -> Stored<Vec<Action>> {
    let mut select = db.prepare_cached(&format!("{ACTION} ORDER BY a.code"))?;
    Ok(select.query_map([], action_row)?.collect::<Result<_, _>>()?)
}
