//! One observation under way on both clocks, and what it becomes when it is taken.
//!
//! Invariant: by the clock of its duration an observation never goes back, and its length and pauses
//! add up to the time since its start.
//!
//! Deliberately lacks: which event may come when (`stopwatch`).

use serde::{Deserialize, Serialize};

use super::elements::{self, ElementLength};

/// The pace of an observation nobody has rated, in basis points: 100 %.
pub const NORMAL_PACE_BP: i64 = 10_000;

/// Clocks that differ by more than this, in milliseconds, make the observation wait for a person.
pub const TOLERATED_DIFFERENCE_MS: i64 = 1_000;

/// Both clocks at one moment. Also, as a difference of two moments, a length on both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Reading {
    /// Milliseconds of a clock that never goes back; comparable within one boot only.
    pub monotonic_ms: i64,
    /// Unix milliseconds.
    pub wall_ms: i64,
}

impl Reading {
    pub(super) fn since(self, earlier: Self) -> Self {
        Self {
            monotonic_ms: self.monotonic_ms.saturating_sub(earlier.monotonic_ms),
            wall_ms: self.wall_ms.saturating_sub(earlier.wall_ms),
        }
    }

    pub(super) fn plus(self, other: Self) -> Self {
        Self {
            monotonic_ms: self.monotonic_ms.saturating_add(other.monotonic_ms),
            wall_ms: self.wall_ms.saturating_add(other.wall_ms),
        }
    }

    pub(super) fn by(self, clock: Clock) -> i64 {
        match clock {
            Clock::Monotonic => self.monotonic_ms,
            Clock::Wall => self.wall_ms,
        }
    }

    fn by_mut(&mut self, clock: Clock) -> &mut i64 {
        match clock {
            Clock::Monotonic => &mut self.monotonic_ms,
            Clock::Wall => &mut self.wall_ms,
        }
    }
}

/// The clock that an observation's duration was read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Clock {
    /// The monotonic one, always except after a restart.
    Monotonic,
    /// The wall clock: the computer restarted under the observation, and a person let it go on.
    Wall,
}

/// What is being timed: codes of the catalogue, as far as they are chosen.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// The action's code.
    pub action: Option<String>,
    /// The observed operator's code.
    pub operator: Option<String>,
    /// The codes of the action's elements, in order; none where it is timed as a whole.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub elements: Vec<String>,
}

/// A pause taken out of an observation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pause {
    /// When it began, in milliseconds after the observation did, earlier pauses included.
    pub offset_ms: i64,
    /// How long it was, in milliseconds.
    pub length_ms: i64,
    /// The foreign element.
    pub reason: Option<String>,
}

/// The two lengths of an observation between which a person has to decide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClockDifference {
    /// Net of pauses, by the monotonic clock.
    pub monotonic_ms: i64,
    /// Net of pauses, by the wall clock.
    pub wall_ms: i64,
}

/// An observation as the stopwatch took it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Taken {
    /// Its number on this stopwatch, from 1.
    pub number: u32,
    /// What was timed.
    pub choice: Choice,
    /// The true start, Unix milliseconds.
    pub started_at_wall_ms: i64,
    /// Its length without pauses, in milliseconds, by `clock`.
    pub duration_ms: i64,
    /// The pauses' lengths together, in milliseconds, by `clock`.
    pub paused_ms: i64,
    /// The pauses, in order.
    pub pauses: Vec<Pause>,
    /// Marked as a hard case.
    pub hard: bool,
    /// Its pace in basis points.
    #[serde(default = "normal_pace")]
    pub rating_bp: i64,
    /// Its elements by both clocks; none where it was timed as a whole. Their times: [`Taken::element_times`].
    #[serde(default)]
    pub elements: Vec<ElementLength>,
    /// The clock its lengths were read from.
    pub clock: Clock,
    /// Length by the wall clock less length by the monotonic one, both net of pauses: above zero
    /// after a sleep. What passed unseen before a restart of the computer is the wall clock's in both.
    pub wall_difference_ms: i64,
    /// Both lengths where they differ by more than a second: the observation waits for a person.
    pub needs_decision: Option<ClockDifference>,
}

impl Taken {
    /// The times of its elements in milliseconds, which add up to its duration; none where it was timed as a whole.
    #[must_use]
    pub fn element_times(&self) -> Vec<(String, i64)> {
        elements::times(self)
    }

    /// A person decided which clock was right; says by how many milliseconds the duration changed.
    pub fn settle(&mut self, right: Clock) -> i64 {
        let Some(lengths) = self.needs_decision.take() else { return 0 };
        let before = self.duration_ms;
        self.duration_ms = match right {
            Clock::Monotonic => lengths.monotonic_ms,
            Clock::Wall => lengths.wall_ms,
        };
        self.clock = right;
        self.duration_ms.saturating_sub(before)
    }
}

fn normal_pace() -> i64 {
    NORMAL_PACE_BP
}

/// A pause on both clocks, relative to the observation's start.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Gap {
    at: Reading,
    length: Reading,
    reason: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct OpenGap {
    at: Reading,
    pub(super) reason: Option<String>,
}

/// One observation under way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Run {
    pub(super) started_at_wall_ms: i64,
    pub(super) clock: Clock,
    /// The start; after a restart, the reading at which the program came back.
    origin: Reading,
    /// The length at `origin`: zero, or what passed by the wall clock before the restart.
    carried: Reading,
    /// The furthest position of an event: the clock of the duration never goes back behind it.
    latest: Reading,
    gaps: Vec<Gap>,
    pub(super) open: Option<OpenGap>,
    pub(super) hard: bool,
    #[serde(default = "normal_pace")]
    pub(super) rating_bp: i64,
    /// Where elements ended: positions without pauses.
    #[serde(default)]
    breaks: Vec<Reading>,
    /// The action was changed after a break: the observation is timed as a whole.
    #[serde(default)]
    whole: bool,
}

impl Run {
    pub(super) fn begun(now: Reading) -> Self {
        Self {
            started_at_wall_ms: now.wall_ms,
            clock: Clock::Monotonic,
            origin: now,
            carried: Reading::default(),
            latest: Reading::default(),
            gaps: Vec::new(),
            open: None,
            hard: false,
            rating_bp: NORMAL_PACE_BP,
            breaks: Vec::new(),
            whole: false,
        }
    }

    /// Whether an element is being timed that another one follows, out of so many.
    pub(super) fn has_next_element(&self, count: usize) -> bool {
        !self.whole && self.breaks.len().saturating_add(1) < count
    }

    /// Ends the element being timed; says whether it lasted at all.
    pub(super) fn break_here(&mut self, now: Reading) -> bool {
        self.reach(now);
        let (net, last) = (self.net(now), self.breaks.last().copied().unwrap_or_default());
        let lasted = net.by(self.clock) > last.by(self.clock);
        if lasted {
            self.breaks.push(net);
        }
        lasted
    }

    /// The elements are another action's from now on: what was told apart so far stands as a whole.
    pub(super) fn other_elements(&mut self) {
        if !self.breaks.is_empty() {
            self.breaks.clear();
            self.whole = true;
        }
    }

    /// The elements by both clocks as if the last one ended now.
    pub(super) fn elements(&self, names: &[String], now: Reading) -> Vec<ElementLength> {
        if self.whole { Vec::new() } else { elements::lengths(names, &self.breaks, self.net(now), self.clock) }
    }

    /// The place of the element being timed; none where the observation is timed as a whole.
    pub(super) fn element_at(&self, count: usize) -> Option<usize> {
        (!self.whole && count > 0).then_some(self.breaks.len())
    }

    /// Time since the start on both clocks, pauses included.
    pub(super) fn position(&self, now: Reading) -> Reading {
        let mut position = self.carried.plus(now.since(self.origin));
        let own = position.by_mut(self.clock);
        *own = (*own).max(self.latest.by(self.clock));
        position
    }

    /// Notes how far the observation is: from here the clock of its duration never goes back, and a
    /// restart counts on by the wall clock.
    pub(super) fn reach(&mut self, now: Reading) {
        self.latest = self.position(now);
    }

    pub(super) fn pause(&mut self, now: Reading, reason: Option<String>) {
        self.reach(now);
        self.open = Some(OpenGap { at: self.latest, reason });
    }

    /// Ends the pause, if there is one.
    pub(super) fn resume(&mut self, now: Reading, reason: Option<String>) {
        self.reach(now);
        if let Some(open) = self.open.take() {
            let length = self.latest.since(open.at);
            self.gaps.push(Gap { at: open.at, length, reason: reason.or(open.reason) });
        }
    }

    /// How long the open pause is by now, in milliseconds.
    pub(super) fn pause_ms(&self, now: Reading) -> Option<i64> {
        let open = self.open.as_ref()?;
        Some(self.position(now).since(open.at).by(self.clock).max(0))
    }

    /// Length without pauses on both clocks.
    pub(super) fn net(&self, now: Reading) -> Reading {
        let end = self.open.as_ref().map_or_else(|| self.position(now), |open| open.at);
        self.gaps.iter().fold(end, |net, gap| net.since(gap.length))
    }

    pub(super) fn taken(mut self, now: Reading, number: u32, choice: Choice) -> Taken {
        self.resume(now, None);
        let elements = self.elements(&choice.elements, now);
        let (net, clock) = (self.net(now), self.clock);
        let difference = net.wall_ms.saturating_sub(net.monotonic_ms);
        let lengths = ClockDifference { monotonic_ms: net.monotonic_ms.max(0), wall_ms: net.wall_ms.max(0) };
        let pause = |gap: Gap| Pause {
            offset_ms: gap.at.by(clock).max(0),
            length_ms: gap.length.by(clock).max(0),
            reason: gap.reason,
        };
        let pauses: Vec<Pause> = self.gaps.into_iter().map(pause).collect();
        Taken {
            number,
            choice,
            started_at_wall_ms: self.started_at_wall_ms,
            duration_ms: net.by(clock).max(0),
            paused_ms: pauses.iter().map(|pause| pause.length_ms).sum(),
            pauses,
            hard: self.hard,
            rating_bp: self.rating_bp,
            elements,
            clock,
            wall_difference_ms: difference,
            needs_decision: (difference.saturating_abs() > TOLERATED_DIFFERENCE_MS).then_some(lengths),
        }
    }

    /// The run as it is offered after a restart. Within the same boot the monotonic clock still
    /// counts; across one, the wall clock alone knows what passed since the last event.
    pub(super) fn interrupted(mut self, now: Reading, same_boot: bool) -> Self {
        if same_boot {
            return self;
        }
        let wall_ms = self.carried.plus(now.since(self.origin)).wall_ms;
        // A wall clock that went back meanwhile shows as a difference of the two lengths.
        let unseen_ms = wall_ms.saturating_sub(self.latest.wall_ms);
        self.carried = Reading {
            monotonic_ms: self.latest.monotonic_ms.saturating_add(unseen_ms),
            wall_ms: wall_ms.max(self.latest.wall_ms),
        };
        self.clock = Clock::Wall;
        self.origin = now;
        self
    }
}
