//! Actions and their versions.

use std::collections::BTreeMap;

use rusqlite::types::Value as Sql;
use rusqlite::{Connection, OptionalExtension, Row};

use super::facts::FactWriter;
use super::{Stored, parse_column};
use crate::domain::action::{self, Action, ActionKind, Element, ProposedBoost};
use crate::domain::code::{Code, folded};
use crate::domain::instant::Instant;
use crate::domain::ticket::Channel;
use crate::domain::units::BasisPoints;

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
    )?;
    add_elements(facts, action)?;
    for channel in &action.channels {
        facts.insert(
            "action_channel",
            &["action_id", "version", "channel"],
            vec![
                ("action_id", Sql::Integer(action.id)),
                ("version", Sql::Integer(action.version)),
                ("channel", Sql::Text(channel.as_str().to_owned())),
            ],
        )?;
    }
    if let Some(proposed) = &action.boost {
        facts.insert(
            "action_boost",
            &["action_id", "version"],
            vec![
                ("action_id", Sql::Integer(action.id)),
                ("version", Sql::Integer(action.version)),
                ("boost_bp", Sql::Integer(proposed.boost.0)),
                ("reason", Sql::Text(proposed.reason.clone())),
            ],
        )?;
    }
    if action.asks_amount {
        facts.insert(
            "action_amount",
            &["action_id", "version"],
            vec![("action_id", Sql::Integer(action.id)), ("version", Sql::Integer(action.version))],
        )?;
    }
    Ok(())
}

fn add_elements(facts: &mut FactWriter<'_>, action: &Action) -> Stored<()> {
    for (place, element) in (1..).zip(&action.elements) {
        facts.insert(
            "action_element",
            &["action_id", "version", "place"],
            vec![
                ("action_id", Sql::Integer(action.id)),
                ("version", Sql::Integer(action.version)),
                ("place", Sql::Integer(place)),
                ("code", Sql::Text(element.code.to_string())),
                ("name_ru", Sql::Text(element.name_ru.clone())),
                ("name_en", Sql::from(element.name_en.clone())),
                ("break_point", Sql::from(element.break_point.clone())),
            ],
        )?;
    }
    Ok(())
}

/// Which rows of an action's parts are asked for: those of one action's newest version, or of every action's.
const NEWEST: &str = "p.version = (SELECT MAX(n.version) FROM action_version n WHERE n.action_id = p.action_id)
    AND (?1 IS NULL OR p.action_id = ?1)";

/// What stands beside the version of an action in tables of its own.
#[derive(Debug, Default)]
struct Parts {
    elements: Vec<Element>,
    channels: Vec<Channel>,
    boost: Option<ProposedBoost>,
    asks_amount: bool,
}

/// The parts of one action's newest version, or of every action's, by action.
fn parts(db: &Connection, of: Option<i64>) -> Stored<BTreeMap<i64, Parts>> {
    let mut found: BTreeMap<i64, Parts> = BTreeMap::new();
    let mut select = db.prepare_cached(&format!(
        "SELECT p.action_id, p.code, p.name_ru, p.name_en, p.break_point FROM action_element p
         WHERE {NEWEST} ORDER BY p.action_id, p.place"
    ))?;
    let mut rows = select.query([of])?;
    while let Some(row) = rows.next()? {
        let code: String = row.get(1)?;
        let element = Element {
            code: parse_column(&code, "action_element.code", |text| Code::new(text).ok())?,
            name_ru: row.get(2)?,
            name_en: row.get(3)?,
            break_point: row.get(4)?,
        };
        found.entry(row.get(0)?).or_default().elements.push(element);
    }
    let mut select =
        db.prepare_cached(&format!("SELECT p.action_id, p.channel FROM action_channel p WHERE {NEWEST}"))?;
    let mut rows = select.query([of])?;
    while let Some(row) = rows.next()? {
        let channel: String = row.get(1)?;
        let channel = parse_column(&channel, "action_channel.channel", Channel::parse)?;
        found.entry(row.get(0)?).or_default().channels.push(channel);
    }
    let mut select =
        db.prepare_cached(&format!("SELECT p.action_id, p.boost_bp, p.reason FROM action_boost p WHERE {NEWEST}"))?;
    let mut rows = select.query([of])?;
    while let Some(row) = rows.next()? {
        let boost = ProposedBoost { boost: BasisPoints(row.get(1)?), reason: row.get(2)? };
        found.entry(row.get(0)?).or_default().boost = Some(boost);
    }
    let mut select = db.prepare_cached(&format!("SELECT p.action_id FROM action_amount p WHERE {NEWEST}"))?;
    let mut rows = select.query([of])?;
    while let Some(row) = rows.next()? {
        found.entry(row.get(0)?).or_default().asks_amount = true;
    }
    Ok(found)
}

fn whole(mut action: Action, parts: &mut BTreeMap<i64, Parts>) -> Action {
    let own = parts.remove(&action.id).unwrap_or_default();
    action.elements = own.elements;
    action.channels = action::in_order(&own.channels);
    action.boost = own.boost;
    action.asks_amount = own.asks_amount;
    action
}

fn with_parts(db: &Connection, action: Option<Action>) -> Stored<Option<Action>> {
    let Some(action) = action else { return Ok(None) };
    let mut parts = parts(db, Some(action.id))?;
    Ok(Some(whole(action, &mut parts)))
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
        channels: Vec::new(),
        hard_criterion: row.get("hard_criterion")?,
        boost: None,
        asks_amount: false,
        active: row.get::<_, i64>("active")? == 1,
        elements: Vec::new(),
        version: row.get("version")?,
    })
}

/// The action of a code.
pub fn action(db: &Connection, code: &Code) -> Stored<Option<Action>> {
    let mut select = db.prepare_cached(&format!("{ACTION} WHERE a.code = ?1"))?;
    with_parts(db, select.query_row([code.as_str()], action_row).optional()?)
}

/// The action of a store key.
pub fn action_by_id(db: &Connection, id: i64) -> Stored<Option<Action>> {
    let mut select = db.prepare_cached(&format!("{ACTION} WHERE a.action_id = ?1"))?;
    with_parts(db, select.query_row([id], action_row).optional()?)
}

/// An action's kind and whether it was active at a moment. What an action came with holds from ever on, so that history can
/// be brought along.
pub fn state_at(db: &Connection, action: i64, at: Instant) -> Stored<Option<(ActionKind, bool)>> {
    let mut select = db.prepare_cached(
        "SELECT v.kind, v.active FROM action_version v JOIN audit a ON a.seq = v.seq
         WHERE v.action_id = ?1 AND (v.version = 1 OR a.recorded_at <= ?2) ORDER BY v.version DESC LIMIT 1",
    )?;
    let row = |row: &Row<'_>| {
        let kind: String = row.get(0)?;
        Ok((parse_column(&kind, "action_version.kind", ActionKind::parse)?, row.get::<_, i64>(1)? == 1))
    };
    Ok(select.query_row([action, at.millis()], row).optional()?)
}

/// Every action, by code.
pub fn actions(db: &Connection) -> Stored<Vec<Action>> {
    let mut select = db.prepare_cached(&format!("{ACTION} ORDER BY a.code"))?;
    let actions: Vec<Action> = select.query_map([], action_row)?.collect::<Result<_, _>>()?;
    let mut parts = parts(db, None)?;
    Ok(actions.into_iter().map(|action| whole(action, &mut parts)).collect())
}

/// What an action was called when an audit entry was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActionNames {
    /// Its Russian name.
    pub name_ru: String,
    /// Its English name.
    pub name_en: Option<String>,
    /// The group.
    pub group: String,
}

/// What every action was called when an audit entry was written, by its key.
pub fn names_at(db: &Connection, seq: i64) -> Stored<BTreeMap<i64, ActionNames>> {
    let mut select = db.prepare_cached(
        "SELECT v.action_id, v.name_ru, v.name_en, v.action_group FROM action_version v
         WHERE v.version = (SELECT MAX(n.version) FROM action_version n WHERE n.action_id = v.action_id AND n.seq <= ?1)",
    )?;
    let rows = select.query_map([seq], |row| {
        Ok((row.get(0)?, ActionNames { name_ru: row.get(1)?, name_en: row.get(2)?, group: row.get(3)? }))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
