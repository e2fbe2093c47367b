//! The rating of an observation that was taken already: the observer often knows the pace only when it is over.
//!
//! Invariant: an observation is sent the moment it is taken, so a later rating is an amendment with its reason. It waits until the
//! person has stopped changing it: one amendment, not one for each step.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::record::Record;
use crate::domain::stopwatch::{PACE_STEP_BP, PACES_BP, Taken};
use crate::domain::units::BasisPoints;
use crate::floor::command::{ObservationAmend, StudyCommand};

/// How long nobody must have changed a rating before it is sent, in milliseconds.
pub(super) const QUIET_MS: i64 = 1_500;

/// An observation taken since the start of the program.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct TakenHere {
    /// As it was taken.
    pub(super) taken: Taken,
    /// Its id.
    pub(super) observation: Uuid,
    /// Its pace as it was rated last.
    pub(super) rating_bp: i64,
}

/// A rating given after its observation was taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Late {
    /// The observation.
    pub observation: Uuid,
    /// Its pace, in basis points.
    pub rating_bp: i64,
    /// The pace the floor knows.
    was_bp: i64,
    /// Why, in the language of the moment.
    reason: String,
}

/// A pace so many steps higher, within what can be rated.
#[must_use]
pub(super) fn stepped(rating_bp: i64, steps: i64) -> i64 {
    (rating_bp + steps * PACE_STEP_BP).clamp(*PACES_BP.start(), *PACES_BP.end())
}

impl Record {
    /// The last observation of the operator at the active stopwatch, taken since the start of the program.
    pub(super) fn last(&self) -> Option<&TakenHere> {
        let choice = self.choice();
        self.taken.iter().rev().find(|one| one.taken.choice.operator == choice.operator)
    }

    /// Rates the last observation so many steps higher; says at what pace it is now.
    pub(super) fn rate_last(&mut self, steps: i64, reason: String) -> Option<i64> {
        let observation = self.last()?.observation;
        let one = self.taken.iter_mut().find(|one| one.observation == observation)?;
        let was_bp = one.rating_bp;
        one.rating_bp = stepped(was_bp, steps);
        let rating_bp = one.rating_bp;
        // What waits for a person is not on its way yet.
        if let Some(held) = self.held.iter_mut().find(|held| held.observation == observation) {
            held.taken.rating_bp = rating_bp;
            return Some(rating_bp);
        }
        if self.late.as_ref().is_some_and(|late| late.observation != observation) {
            self.send_late();
        }
        let known_bp = self.late.as_ref().map_or(was_bp, |late| late.was_bp);
        self.late = (rating_bp != known_bp).then_some(Late { observation, rating_bp, was_bp: known_bp, reason });
        Some(rating_bp)
    }

    /// Puts a late rating on its way; says whether there was one.
    pub(super) fn send_late(&mut self) -> bool {
        let Some(Late { observation, rating_bp, reason, .. }) = self.late.take() else { return false };
        self.post(StudyCommand::ObservationAmend(ObservationAmend {
            observation,
            rating_bp: Some(BasisPoints(rating_bp)),
            note: None,
            reason: Some(reason),
        }));
        true
    }
}
