//! Time studies: observations, their class and rating, and a person's decision about each.
//!
//! Invariant: an observation is never deleted. It is kept or excluded with a reason, and a later
//! decision is a further fact; the newest one counts. No rule decides: a flag is a question.

pub mod clock_check;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::code::Code;
use super::instant::Instant;
use super::units::{BasisPoints, Millis};

/// Whether the case was an everyday one or met the action's hard-case criterion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, Default)]
#[serde(rename_all = "lowercase")]
pub enum CaseClass {
    /// An everyday case.
    #[default]
    Regular,
    /// A hard case by the action's criterion, never by its duration.
    Hard,
}

impl CaseClass {
    /// The class as it stands on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Regular => "regular",
            Self::Hard => "hard",
        }
    }

    /// The class of that name on the wire.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Regular, Self::Hard].into_iter().find(|class| class.as_str() == text)
    }
}

/// What a person decided about an observation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Decided {
    /// Kept as a regular case.
    Regular,
    /// Kept as a hard case.
    Hard,
    /// Excluded, with a reason.
    Exclude,
}

impl Decided {
    /// The decision as it stands on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Regular => "regular",
            Self::Hard => "hard",
            Self::Exclude => "exclude",
        }
    }

    /// The decision of that name on the wire.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Regular, Self::Hard, Self::Exclude].into_iter().find(|decided| decided.as_str() == text)
    }
}

/// Where an observation comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Default)]
#[serde(rename_all = "kebab-case")]
pub enum Source {
    /// Timed in the program.
    #[default]
    Stopwatch,
    /// Taken from a file of readings.
    Import,
    /// Taken from call records: talk only, without after-call work.
    CallRecord,
}

impl Source {
    /// The source as it stands on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Stopwatch => "stopwatch",
            Self::Import => "import",
            Self::CallRecord => "call-record",
        }
    }

    /// The source of that name on the wire.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Stopwatch, Self::Import, Self::CallRecord].into_iter().find(|source| source.as_str() == text)
    }
}

/// A pause taken out of an observation or a sitting: a foreign element, with its reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Pause {
    /// How long it was.
    pub length_ms: Millis,
    /// What it was for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// The time of one element of an observation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ElementTime {
    /// The element's code.
    pub element: Code,
    /// How long it took, pauses taken out.
    pub duration_ms: Millis,
}

/// One timed performance of an action, with what was decided about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Observation {
    /// The store's key.
    pub id: i64,
    /// The observation's id on the wire.
    pub uuid: uuid::Uuid,
    /// The observed operator.
    pub operator: Code,
    /// Wall-clock start.
    pub started_at: Instant,
    /// Observed time, pauses taken out.
    pub duration: Millis,
    /// The class it was timed in.
    pub class: CaseClass,
    /// Pace in basis points of normal; 10 000 = 100 %.
    pub rating: BasisPoints,
    /// Pauses taken out, in all.
    pub paused: Millis,
    /// The pauses one by one, where they are known.
    pub pauses: Vec<Pause>,
    /// The times of the action's elements, where it was timed by them.
    pub elements: Vec<ElementTime>,
    /// A note.
    pub note: Option<String>,
    /// How often rating or note were put right since.
    pub amended: i64,
    /// The newest decision, with its reason.
    pub decision: Option<(Decided, Option<String>)>,
}

/// Of an observation, what norms and flags are made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    /// Observed time, pauses taken out.
    pub duration: Millis,
    /// The class it was timed in.
    pub class: CaseClass,
    /// Pace in basis points of normal.
    pub rating: BasisPoints,
    /// The newest decision; none where nobody decided, or the decision was taken back.
    pub decided: Option<Decided>,
}

impl Reading {
    /// The class it counts in; `None` when it is excluded.
    #[must_use]
    pub fn kept_as(&self) -> Option<CaseClass> {
        match self.decided {
            None => Some(self.class),
            Some(Decided::Regular) => Some(CaseClass::Regular),
            Some(Decided::Hard) => Some(CaseClass::Hard),
            Some(Decided::Exclude) => None,
        }
    }

    /// The rating as a factor; for statistics only.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "statistics; a rating is a small number")]
    pub fn pace(&self) -> f64 {
        self.rating.0 as f64 / 10_000.0
    }

    /// Normal time in seconds = observed × rating; for statistics only.
    #[must_use]
    pub fn normal_seconds(&self) -> f64 {
        self.duration.seconds() * self.pace()
    }
}

impl Observation {
    /// What norms and flags are made from.
    #[must_use]
    pub fn reading(&self) -> Reading {
        let decided = self.decision.as_ref().map(|(decided, _)| *decided);
        Reading { duration: self.duration, class: self.class, rating: self.rating, decided }
    }

    /// The class it counts in; `None` when it is excluded.
    #[must_use]
    pub fn kept_as(&self) -> Option<CaseClass> {
        self.reading().kept_as()
    }

    /// The rating as a factor; for statistics only.
    #[must_use]
    pub fn pace(&self) -> f64 {
        self.reading().pace()
    }

    /// Normal time in seconds = observed × rating; for statistics only.
    #[must_use]
    pub fn normal_seconds(&self) -> f64 {
        self.reading().normal_seconds()
    }
}

/// The longest duration an observation may have: a day, as nobody performs one action for longer.
pub const LONGEST: Millis = Millis(24 * 60 * 60 * 1000);

/// Whether a duration can be an observation's: above zero, at most [`LONGEST`].
#[must_use]
pub fn possible_duration(duration: Millis) -> bool {
    duration > Millis::ZERO && duration <= LONGEST
}

/// Whether pauses can be an observation's or a sitting's: each above zero, a day in all at most.
#[must_use]
pub fn possible_pauses(pauses: &[Pause]) -> bool {
    pauses.len() <= 1_000 && pauses.iter().all(|pause| possible_duration(pause.length_ms)) && total(pauses) <= LONGEST
}

/// How long pauses are in all; a sum that leaves its range is the greatest there is.
#[must_use]
pub fn total(pauses: &[Pause]) -> Millis {
    Millis(pauses.iter().fold(0_i64, |sum, pause| sum.saturating_add(pause.length_ms.0)))
}

/// Whether element times are an observation's: elements of the action, each once, which add up to its duration.
#[must_use]
pub fn possible_elements(times: &[ElementTime], of_action: &[super::action::Element], duration: Millis) -> bool {
    let known = |(place, time): (usize, &ElementTime)| {
        of_action.iter().any(|element| element.code == time.element)
            && !times.iter().take(place).any(|other| other.element == time.element)
            && time.duration_ms > Millis::ZERO
    };
    let sum = times.iter().fold(0_i64, |sum, time| sum.saturating_add(time.duration_ms.0));
    times.is_empty() || (times.iter().enumerate().all(known) && sum == duration.0)
}

/// Whether a rating can be a pace: 10 % to 300 %.
#[must_use]
pub fn possible_rating(rating: BasisPoints) -> bool {
    (1_000..=30_000).contains(&rating.0)
}
