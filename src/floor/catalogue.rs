//! The catalogue of actions: adding, changing, retiring, and rows of an import.
//!
//! Invariant: [`added`] and [`changed`] are all there is to an action's content; a preview of an import goes through
//! the same two, so that it says what taking the file in will do.

use serde_json::{Value, json};

use super::command::{ActionAdd, ActionChange, ActionRow, CatalogueCommand};
use super::people::{require_text, trimmed};
use super::{Context, Done, Stop};
use crate::domain::action::{self, Action, Element, Field, NoBoost, ProposedBoost};
use crate::domain::rejection::{RefusalCode, Rejection};
use crate::domain::units::BasisPoints;
use crate::policy::{Act, Permit, Target};
use crate::store::catalogue;
use crate::store::facts::FactWriter;

pub(super) fn handle(context: &Context<'_>, command: &CatalogueCommand) -> Result<Done, Stop> {
    let permit = context.permit(Act::ActionKeep, Target::default(), RefusalCode::NotPermitted)?;
    match command {
        CatalogueCommand::ActionAdd(add) => {
            let mut writer = context.writer(&permit);
            action_add(context, &mut writer, add)?;
            let undo = json!({"code": add.code, "active": false});
            Ok(Done::new(writer, json!({"code": add.code})).undone_by("action.change", undo))
        }
        CatalogueCommand::ActionChange(change) => action_change(context, &permit, change),
    }
}

/// An action as it is added: its first version, without a key yet.
///
/// # Errors
///
/// A name or element that can't be, a boost out of range or without a reason.
pub fn added(add: &ActionAdd) -> Result<Action, Rejection> {
    require_text(&add.name_ru, "name_ru")?;
    let elements = checked_elements(&add.elements)?;
    let boost = match add.boost_bp {
        Some(boost) => checked_boost(boost, add.boost_reason.as_deref())?,
        None => None,
    };
    Ok(Action {
        id: 0,
        code: add.code.clone(),
        name_ru: add.name_ru.trim().to_owned(),
        name_en: trimmed(add.name_en.as_deref()),
        group: add.group.trim().to_owned(),
        kind: add.kind,
        channels: action::in_order(&add.channels),
        hard_criterion: trimmed(add.hard_criterion.as_deref()),
        boost,
        asks_amount: add.asks_amount,
        elements,
        active: true,
        version: 1,
    })
}

/// An action after a change, of the same version: what the change leaves out stays, an empty text takes away.
///
/// # Errors
///
/// As of [`added`].
pub fn changed(before: &Action, change: &ActionChange) -> Result<Action, Rejection> {
    let mut action = before.clone();
    if let Some(name) = &change.name_ru {
        require_text(name, "name_ru")?;
        name.trim().clone_into(&mut action.name_ru);
    }
    if let Some(name) = &change.name_en {
        action.name_en = trimmed(Some(name));
    }
    if let Some(group) = &change.group {
        group.trim().clone_into(&mut action.group);
    }
    action.kind = change.kind.unwrap_or(action.kind);
    if let Some(criterion) = &change.hard_criterion {
        action.hard_criterion = trimmed(Some(criterion));
    }
    if let Some(channels) = &change.channels {
        action.channels = action::in_order(channels);
    }
    if let Some(elements) = &change.elements {
        action.elements = checked_elements(elements)?;
    }
    action.active = change.active.unwrap_or(action.active);
    action.asks_amount = change.asks_amount.unwrap_or(action.asks_amount);
    if change.boost_bp.is_some() || change.boost_reason.is_some() {
        let known = action.boost.as_ref();
        let boost = change.boost_bp.or(known.map(|known| known.boost)).unwrap_or(BasisPoints::ONE);
        let reason = change.boost_reason.as_deref().or(known.map(|known| known.reason.as_str()));
        action.boost = checked_boost(boost, reason)?;
    }
    Ok(action)
}

fn checked_boost(boost: BasisPoints, reason: Option<&str>) -> Result<Option<ProposedBoost>, Rejection> {
    ProposedBoost::of(boost, reason).map_err(|why| match why {
        NoBoost::Range => Rejection::because(RefusalCode::BadInput, "boost").naming("boost_bp", boost.0),
        NoBoost::Reason => Rejection::because(RefusalCode::NeedsReason, "boost"),
    })
}

/// The elements of an action, or why they can't be timed.
fn checked_elements(elements: &[Element]) -> Result<Vec<Element>, Rejection> {
    if !action::possible_elements(elements) {
        return Err(Rejection::because(RefusalCode::BadInput, "elements").naming("most", action::MOST_ELEMENTS));
    }
    let element = |given: &Element| Element {
        code: given.code.clone(),
        name_ru: given.name_ru.trim().to_owned(),
        name_en: trimmed(given.name_en.as_deref()),
        break_point: trimmed(given.break_point.as_deref()),
    };
    Ok(elements.iter().map(element).collect())
}

fn action_add(context: &Context<'_>, writer: &mut FactWriter<'_>, add: &ActionAdd) -> Result<(), Stop> {
    let made = added(add);
    if catalogue::action(context.db, &add.code)?.is_some() {
        let taken = Rejection::of(RefusalCode::CodeTaken).naming("code", &add.code);
        return Err(Rejection::first(made.err().into_iter().chain([taken.clone()])).unwrap_or(taken).into());
    }
    let mut action = made?;
    action.id = catalogue::add_action(writer, &add.code)?;
    Ok(catalogue::add_action_version(writer, &action)?)
}

fn action_change(context: &Context<'_>, permit: &Permit, change: &ActionChange) -> Result<Done, Stop> {
    let before = catalogue::action(context.db, &change.code)?
        .ok_or_else(|| Rejection::because(RefusalCode::NotFound, "action").naming("code", &change.code))?;
    let mut after = changed(&before, change)?;
    after.version += 1;
    let mut writer = context.writer(permit);
    catalogue::add_action_version(&mut writer, &after)?;
    let done = Done::new(writer, json!({"code": change.code, "version": after.version}));
    Ok(match back(&before, &after) {
        Some(undo) => done.undone_by("action.change", undo),
        None => done,
    })
}

/// The change that takes an action back to what it was; none where nothing differs.
fn back(before: &Action, after: &Action) -> Option<Value> {
    let fields = action::differing(before, after);
    let mut undo = ActionChange::of(before.code.clone());
    for field in &fields {
        match field {
            Field::NameRu => undo.name_ru = Some(before.name_ru.clone()),
            Field::NameEn => undo.name_en = Some(before.name_en.clone().unwrap_or_default()),
            Field::Group => undo.group = Some(before.group.clone()),
            Field::Kind => undo.kind = Some(before.kind),
            Field::Channels => undo.channels = Some(before.channels.clone()),
            Field::HardCriterion => undo.hard_criterion = Some(before.hard_criterion.clone().unwrap_or_default()),
            Field::Boost => {
                undo.boost_bp = Some(before.boost.as_ref().map_or(BasisPoints::ONE, |boost| boost.boost));
                undo.boost_reason = before.boost.as_ref().map(|boost| boost.reason.clone());
            }
            Field::AsksAmount => undo.asks_amount = Some(before.asks_amount),
            Field::Elements => undo.elements = Some(before.elements.clone()),
            Field::Active => undo.active = Some(before.active),
        }
    }
    if fields.is_empty() { None } else { serde_json::to_value(undo).ok() }
}

/// What a row of an import did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Taken {
    /// It was taken in for the first time.
    Made,
    /// It changed what was there.
    Changed,
    /// It says what is there already.
    Repeated,
}

/// Takes in a row of an import: an action that is not there is added, one that differs is changed.
pub(super) fn import_action(
    context: &Context<'_>,
    writer: &mut FactWriter<'_>,
    row: &ActionRow,
) -> Result<Taken, Stop> {
    let Some(before) = catalogue::action(context.db, &row.code)? else {
        let mut action = Action { active: row.active.unwrap_or(true), ..added(&row.as_add())? };
        action.id = catalogue::add_action(writer, &row.code)?;
        catalogue::add_action_version(writer, &action)?;
        return Ok(Taken::Made);
    };
    let mut after = changed(&before, &row.as_change())?;
    if action::differing(&before, &after).is_empty() {
        return Ok(Taken::Repeated);
    }
    after.version += 1;
    catalogue::add_action_version(writer, &after)?;
    Ok(Taken::Changed)
}
