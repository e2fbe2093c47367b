//! What a plan would do, before anything is taken: the file beside what the floor has.
//!
//! Invariant: an action of the plan goes through the floor's own [`added`] and [`changed`], so the difference says what
//! taking the file in will do, as long as nobody else changes the catalogue meanwhile.

use std::collections::BTreeMap;

use super::Plan;
use crate::domain::action::{self, Action, ActionKind, Field};
use crate::domain::code::Code;
use crate::domain::norm;
use crate::domain::rejection::{RefusalCode, Rejection};
use crate::domain::units::{BasisPoints, CentiMinutes};
use crate::floor::catalogue::{added, changed};
use crate::floor::command::{ActionRow, Command, ImportCommand, ImportNorms, ImportRow, NormRow};
use crate::floor::import::RefusedRow;

/// An action that the file changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedAction {
    /// As it is on the floor.
    pub before: Action,
    /// As it will be.
    pub after: Action,
    /// Where the two differ.
    pub fields: Vec<Field>,
}

/// A catalogue file beside the catalogue of the floor.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Difference {
    /// Actions that are not there yet, in the file's order.
    pub added: Vec<Action>,
    /// Actions that the file changes.
    pub changed: Vec<ChangedAction>,
    /// Actions of which the file says what is there.
    pub same: Vec<Action>,
    /// Active actions of the floor that the file does not have.
    pub missing: Vec<Action>,
    /// Rows that can't be taken, by line.
    pub refused: Vec<RefusedRow>,
    /// Rows that say once more what an earlier row says.
    pub repeated: u64,
}

impl Difference {
    /// Of a plan of actions, beside the actions of the floor.
    #[must_use]
    pub fn of(plan: &Plan, known: &[Action]) -> Self {
        let mut found = Self { refused: plan.refused.clone(), ..Self::default() };
        let known: BTreeMap<&Code, &Action> = known.iter().map(|action| (&action.code, action)).collect();
        let mut seen: BTreeMap<&Code, &ActionRow> = BTreeMap::new();
        for ImportRow { line, row } in action_rows(plan) {
            let taken = match seen.insert(&row.code, row) {
                Some(first) if first != row => {
                    Err(Rejection::because(RefusalCode::CodeTaken, "row").naming("code", &row.code))
                }
                Some(_) => {
                    found.repeated += 1;
                    Ok(())
                }
                None => found.take(row, known.get(&row.code).copied()),
            };
            if let Err(rejection) = taken {
                found.refused.push(RefusedRow::new(*line, &rejection));
            }
        }
        let gone = known.values().filter(|action| action.active && !seen.contains_key(&action.code));
        found.missing = gone.map(|action| (*action).clone()).collect();
        found.refused.sort_by_key(|row| row.line);
        found
    }

    fn take(&mut self, row: &ActionRow, known: Option<&Action>) -> Result<(), Rejection> {
        let Some(before) = known else {
            self.added.push(Action { active: row.active.unwrap_or(true), ..added(&row.as_add())? });
            return Ok(());
        };
        let after = changed(before, &row.as_change())?;
        let fields = action::differing(before, &after);
        if fields.is_empty() {
            self.same.push(after);
        } else {
            self.changed.push(ChangedAction { before: before.clone(), after, fields });
        }
        Ok(())
    }

    /// Whether taking the file in would write nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.changed.is_empty()
    }
}

fn action_rows(plan: &Plan) -> impl Iterator<Item = &ImportRow<ActionRow>> {
    plan.chunks.iter().flat_map(|chunk| match chunk {
        Command::Import(ImportCommand::Actions(rows)) => rows.rows.as_slice(),
        _ => &[],
    })
}

/// A norm of the set in force, for a norm file to be held against.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NormInForce {
    /// The action's code.
    pub action: String,
    /// Its norm.
    pub norm: CentiMinutes,
    /// norm × boost.
    pub weight: CentiMinutes,
}

/// A norm of the file beside the one in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NormChange {
    /// The action.
    pub action: Action,
    /// The norm in force and its weight; none where the set in force has none.
    pub before: Option<(CentiMinutes, CentiMinutes)>,
    /// The file's norm.
    pub norm: CentiMinutes,
    /// Its boost.
    pub boost: BasisPoints,
    /// norm × boost.
    pub weight: CentiMinutes,
}

impl NormChange {
    /// Whether the file says what is in force.
    #[must_use]
    pub fn is_same(&self) -> bool {
        self.before == Some((self.norm, self.weight))
    }
}

/// A norm file beside the set in force.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NormsDifference {
    /// The set's name.
    pub name: String,
    /// Each norm that can be taken, in the file's order.
    pub norms: Vec<NormChange>,
    /// Actions with a norm in force that the file does not have.
    pub missing: Vec<String>,
    /// Rows that can't be taken, by line.
    pub refused: Vec<RefusedRow>,
    /// Rows of an action that an earlier row has given a norm.
    pub repeated: u64,
}

impl NormsDifference {
    /// Of a plan of norms, beside the catalogue and the set in force.
    #[must_use]
    pub fn of(plan: &Plan, catalogue: &[Action], in_force: &[NormInForce]) -> Self {
        let mut found = Self { refused: plan.refused.clone(), ..Self::default() };
        for norms in norm_files(plan) {
            found.name.clone_from(&norms.name);
            for ImportRow { line, row } in &norms.rows {
                let action = catalogue.iter().find(|action| action.code == row.action);
                let before = in_force.iter().find(|norm| norm.action == row.action.as_str());
                if let Err(rejection) = found.take(row, action, before) {
                    found.refused.push(RefusedRow::new(*line, &rejection));
                }
            }
        }
        let given = |code: &str| found.norms.iter().any(|norm| norm.action.code.as_str() == code);
        found.missing = in_force.iter().map(|norm| norm.action.clone()).filter(|code| !given(code)).collect();
        found.refused.sort_by_key(|row| row.line);
        found
    }

    fn take(&mut self, row: &NormRow, action: Option<&Action>, before: Option<&NormInForce>) -> Result<(), Rejection> {
        let unknown = || Rejection::because(RefusalCode::UnknownCode, "action").naming("code", &row.action);
        let action = action.ok_or_else(unknown)?;
        if action.kind == ActionKind::Automatic || !action.active {
            return Err(Rejection::because(RefusalCode::BadInput, "not-weighed").naming("action", &action.code));
        }
        let boost = row.boost_bp.unwrap_or(BasisPoints::ONE);
        let reasoned = row.boost_reason.as_deref().is_some_and(|reason| !reason.trim().is_empty());
        if boost > BasisPoints::ONE && !reasoned {
            return Err(Rejection::because(RefusalCode::NeedsReason, "boost"));
        }
        if self.norms.iter().any(|norm| norm.action.code == row.action) {
            self.repeated += 1;
            return Ok(());
        }
        self.norms.push(NormChange {
            action: action.clone(),
            before: before.map(|norm| (norm.norm, norm.weight)),
            norm: row.norm_cmin,
            boost,
            weight: norm::weight(row.norm_cmin, boost)?,
        });
        Ok(())
    }
}

fn norm_files(plan: &Plan) -> impl Iterator<Item = &ImportNorms> {
    plan.chunks.iter().filter_map(|chunk| match chunk {
        Command::Import(ImportCommand::Norms(norms)) => Some(norms),
        _ => None,
    })
}
