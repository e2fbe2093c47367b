//! Which tickets are worth a look: scored, with the reason and the figures its words name.
//!
//! Invariant: a score only ranks. No review changes KPI, and what is ordinary raises none.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::units::CentiMinutes;

/// Why a ticket is worth a look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ReviewReason {
    /// Measured minutes far above the length of its calls.
    MinutesAboveCall,
    /// The same client and decision twice within days.
    RepeatedDecision,
    /// Decisions that hardly ever stand together.
    UnusualPair,
    /// Many tickets saved at the end of the day.
    DayEndBurst,
    /// A boosted decision logged much more often since it is boosted.
    BoostRising,
    /// Saved more than a minute before its call ended.
    SavedEarly,
    /// Its call was still running when the day was closed.
    HeldAtClose,
    /// Drawn at random.
    Sample,
}

impl ReviewReason {
    /// Every reason.
    pub const ALL: [Self; 8] = [
        Self::MinutesAboveCall,
        Self::RepeatedDecision,
        Self::UnusualPair,
        Self::DayEndBurst,
        Self::BoostRising,
        Self::SavedEarly,
        Self::HeldAtClose,
        Self::Sample,
    ];

    /// The reason as it stands on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::MinutesAboveCall => "minutes-above-call",
            Self::RepeatedDecision => "repeated-decision",
            Self::UnusualPair => "unusual-pair",
            Self::DayEndBurst => "day-end-burst",
            Self::BoostRising => "boost-rising",
            Self::SavedEarly => "saved-early",
            Self::HeldAtClose => "held-at-close",
            Self::Sample => "sample",
        }
    }
}

/// How far a review has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ReviewState {
    /// It waits for the operator's answer.
    Open,
    /// The operator answered; it waits for the supervisor.
    Answered,
    /// The supervisor closed it with a conclusion.
    Closed,
}

/// What a review looks at of a ticket.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Looked {
    /// The ticket's key.
    pub ticket: i64,
    /// Whose it is.
    pub person: i64,
    /// Its work day.
    pub day: NaiveDate,
    /// When it was saved, Unix ms.
    pub saved: i64,
    /// Minutes without boost.
    pub measured: CentiMinutes,
    /// The length of its calls together, where they are known, in milliseconds.
    pub call_ms: Option<i64>,
    /// How long before its call's end it was saved, where that is more than a minute.
    pub early_ms: Option<i64>,
    /// Its call was still running when the day was closed.
    pub held_at_close: bool,
    /// The client it is compared by.
    pub client: Option<String>,
    /// Its actions, each once.
    pub actions: Vec<i64>,
}

/// How often a person logged an action before it was boosted and since.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BoostShift {
    /// The person.
    pub person: i64,
    /// The action.
    pub action: i64,
    /// How many of it before.
    pub before: i64,
    /// How many decisions of all actions before.
    pub before_all: i64,
    /// How many of it since.
    pub since: i64,
    /// How many decisions of all actions since.
    pub since_all: i64,
    /// How many days each of the two stretches has.
    pub days: i64,
}

/// A figure that the words of a reason name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figure {
    /// A plain count.
    Count(i64),
    /// Hundredths of a minute.
    Minutes(i64),
    /// Milliseconds.
    Length(i64),
    /// Tenths.
    Tenths(i64),
    /// Basis points.
    Share(i64),
    /// An action's key.
    Action(i64),
}

/// A reason with how strong it is and the figures it names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The reason.
    pub reason: ReviewReason,
    /// 0…100, for ranking only.
    pub score: i64,
    /// Name and figure.
    pub figures: Vec<(&'static str, Figure)>,
}

/// A ticket worth a look, with its reasons, the strongest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Worth {
    /// The ticket's key.
    pub ticket: i64,
    /// 0…100, for ranking only.
    pub score: i64,
    /// Why.
    pub findings: Vec<Finding>,
}

/// How many days back the same client and decision count as twice.
pub const REPEAT_DAYS: i64 = 7;

/// Milliseconds of a hundredth of a minute.
const CMIN_MS: i64 = 600;

/// Minutes this much above the call, and at least twice it, are worth a look: after-call work takes some.
const ABOVE_CALL_MS: i64 = 5 * 60 * 1000;

/// The stretch before a person's last save of the day that is held against the rest of the day.
const BURST_MS: i64 = 30 * 60 * 1000;

/// Tickets worth a look among `looked`, the strongest first. `before` are the tickets of the days before them: with
/// them repeats and usual pairs are known.
#[must_use]
pub fn worth(looked: &[Looked], before: &[Looked], shifts: &[BoostShift]) -> Vec<Worth> {
    let repeats = Repeats::of(looked, before);
    let pairs = Pairs::of(looked, before);
    let bursts = bursts(looked);
    let mut found: Vec<Worth> = looked
        .iter()
        .filter_map(|ticket| {
            let mut findings: Vec<Finding> = [above_call(ticket), early(ticket), held(ticket), repeats.find(ticket)]
                .into_iter()
                .chain([pairs.find(ticket), bursts.get(&ticket.ticket).cloned(), rising(ticket, shifts)])
                .flatten()
                .collect();
            findings.sort_by_key(|finding| (std::cmp::Reverse(finding.score), finding.reason));
            let strongest = findings.first()?.score;
            let others = i64::try_from(findings.len()).unwrap_or(i64::MAX).saturating_sub(1);
            let score = strongest.saturating_add(others.saturating_mul(5)).clamp(0, 100);
            Some(Worth { ticket: ticket.ticket, score, findings })
        })
        .collect();
    found.sort_by_key(|worth| (std::cmp::Reverse(worth.score), worth.ticket));
    found
}

fn above_call(ticket: &Looked) -> Option<Finding> {
    let call = ticket.call_ms.filter(|call| *call > 0)?;
    let measured = ticket.measured.0.checked_mul(CMIN_MS)?;
    let over = measured.saturating_sub(call.saturating_mul(2));
    if over < 0 || measured.saturating_sub(call) < ABOVE_CALL_MS {
        return None;
    }
    let score = (40 + over.saturating_mul(10).checked_div(call).unwrap_or(0)).clamp(40, 90);
    let figures = vec![("measured", Figure::Minutes(ticket.measured.0)), ("call", Figure::Length(call))];
    Some(Finding { reason: ReviewReason::MinutesAboveCall, score, figures })
}

fn early(ticket: &Looked) -> Option<Finding> {
    let early = ticket.early_ms?;
    let score = 55 + (early / 60_000).clamp(0, 30);
    Some(Finding {
        reason: ReviewReason::SavedEarly,
        score,
        figures: vec![("early", Figure::Length(early)), ("seconds", Figure::Count(early / 1_000))],
    })
}

fn held(ticket: &Looked) -> Option<Finding> {
    ticket.held_at_close.then(|| Finding { reason: ReviewReason::HeldAtClose, score: 70, figures: Vec::new() })
}

/// Tickets by client and action, each in order of saving.
struct Repeats<'a>(BTreeMap<(&'a str, i64), Vec<Saved>>);

/// When a ticket was saved (Unix ms), its key, its work day.
type Saved = (i64, i64, NaiveDate);

impl<'a> Repeats<'a> {
    fn of(looked: &'a [Looked], before: &'a [Looked]) -> Self {
        let mut all: BTreeMap<(&str, i64), Vec<Saved>> = BTreeMap::new();
        for ticket in before.iter().chain(looked) {
            let Some(client) = ticket.client.as_deref() else { continue };
            for action in &ticket.actions {
                all.entry((client, *action)).or_default().push((ticket.saved, ticket.ticket, ticket.day));
            }
        }
        for tickets in all.values_mut() {
            tickets.sort_unstable();
        }
        Self(all)
    }

    fn find(&self, ticket: &Looked) -> Option<Finding> {
        let client = ticket.client.as_deref()?;
        let earlier = |action: &i64| {
            let all = self.0.get(&(client, *action))?;
            let near = all.iter().filter(|(saved, key, day)| {
                (*saved, *key) < (ticket.saved, ticket.ticket)
                    && ticket.day.signed_duration_since(*day).num_days() <= REPEAT_DAYS
            });
            let days: Vec<i64> = near.map(|(_, _, day)| ticket.day.signed_duration_since(*day).num_days()).collect();
            let nearest = *days.iter().min()?;
            Some((i64::try_from(days.len()).unwrap_or(i64::MAX), nearest, *action))
        };
        let (times, days, action) = ticket
            .actions
            .iter()
            .filter_map(earlier)
            .max_by_key(|(times, days, action)| (*times, std::cmp::Reverse(*days), std::cmp::Reverse(*action)))?;
        let figures = vec![
            ("action", Figure::Action(action)),
            ("times", Figure::Count(times.saturating_add(1))),
            ("days", Figure::Count(days)),
        ];
        let score = (35 + times.saturating_mul(10)).clamp(45, 80);
        Some(Finding { reason: ReviewReason::RepeatedDecision, score, figures })
    }
}

/// How often actions stand together on tickets with two or more.
struct Pairs {
    tickets: i64,
    single: BTreeMap<i64, i64>,
    pair: BTreeMap<(i64, i64), i64>,
}

fn pairs_of(actions: &[i64]) -> impl Iterator<Item = (i64, i64)> + '_ {
    let from = |first: usize| actions.get(first + 1..).unwrap_or_default();
    actions
        .iter()
        .enumerate()
        .flat_map(move |(place, first)| from(place).iter().map(|second| (*first.min(second), *first.max(second))))
}

impl Pairs {
    fn of(looked: &[Looked], before: &[Looked]) -> Self {
        let mut pairs = Self { tickets: 0, single: BTreeMap::new(), pair: BTreeMap::new() };
        for ticket in before.iter().chain(looked).filter(|ticket| ticket.actions.len() > 1) {
            pairs.tickets += 1;
            ticket.actions.iter().for_each(|action| *pairs.single.entry(*action).or_default() += 1);
            pairs_of(&ticket.actions).for_each(|pair| *pairs.pair.entry(pair).or_default() += 1);
        }
        pairs
    }

    /// A pair that stands together at most twice, where by chance it should at least five times.
    fn find(&self, ticket: &Looked) -> Option<Finding> {
        let count = |action: i64| self.single.get(&action).copied().unwrap_or(0);
        let odd = pairs_of(&ticket.actions).filter_map(|pair| {
            let together = self.pair.get(&pair).copied().unwrap_or(0);
            let expected = count(pair.0).saturating_mul(count(pair.1)).checked_div(self.tickets)?;
            (together <= 2 && expected >= 5).then_some((expected, together, pair))
        });
        let (expected, together, (first, second)) = odd.max()?;
        let figures = vec![
            ("first", Figure::Action(first)),
            ("second", Figure::Action(second)),
            ("count", Figure::Count(together)),
            ("expected", Figure::Count(expected)),
        ];
        let score = (35 + expected.saturating_sub(together)).clamp(36, 65);
        Some(Finding { reason: ReviewReason::UnusualPair, score, figures })
    }
}

/// Tickets of a person's last half hour of a day, where it holds at least six and three times as many as its half hours
/// hold otherwise.
fn bursts(looked: &[Looked]) -> BTreeMap<i64, Finding> {
    let mut days: BTreeMap<(i64, NaiveDate), Vec<(i64, i64)>> = BTreeMap::new();
    for ticket in looked {
        days.entry((ticket.person, ticket.day)).or_default().push((ticket.saved, ticket.ticket));
    }
    let mut found = BTreeMap::new();
    for mut tickets in days.into_values() {
        tickets.sort_unstable();
        let (Some((first, _)), Some((last, _))) = (tickets.first().copied(), tickets.last().copied()) else { continue };
        let line = last.saturating_sub(BURST_MS);
        let at_end: Vec<i64> = tickets.iter().filter(|(saved, _)| *saved > line).map(|(_, ticket)| *ticket).collect();
        let count = i64::try_from(at_end.len()).unwrap_or(i64::MAX);
        let rest = i64::try_from(tickets.len()).unwrap_or(i64::MAX).saturating_sub(count);
        let half_hours = line.saturating_sub(first).checked_div(BURST_MS).unwrap_or(0);
        let usual = rest.checked_div(half_hours.max(1)).unwrap_or(0).max(1);
        if count < 6 || half_hours < 4 || count < usual.saturating_mul(3) {
            continue;
        }
        let score = (30 + count.saturating_mul(5).checked_div(usual).unwrap_or(0)).clamp(40, 75);
        let minutes = Figure::Count(BURST_MS / 60_000);
        let figures = vec![("count", Figure::Count(count)), ("usual", Figure::Count(usual)), ("minutes", minutes)];
        let finding = Finding { reason: ReviewReason::DayEndBurst, score, figures };
        found.extend(at_end.into_iter().map(|ticket| (ticket, finding.clone())));
    }
    found
}

/// An action that its operator logs at least twice as often since it is boosted, beyond chance (two-proportion z ≥ 3).
fn rising(ticket: &Looked, shifts: &[BoostShift]) -> Option<Finding> {
    let mine = shifts.iter().filter(|shift| shift.person == ticket.person && ticket.actions.contains(&shift.action));
    let rising = mine.filter(|shift| has_risen(shift)).max_by_key(|shift| (shift.since, shift.action))?;
    let a_day = |count: i64| count.saturating_mul(10).checked_div(rising.days).unwrap_or(0);
    let share = |part: i64, all: i64| part.saturating_mul(10_000).checked_div(all).unwrap_or(0);
    let figures = vec![
        ("action", Figure::Action(rising.action)),
        ("before", Figure::Tenths(a_day(rising.before))),
        ("after", Figure::Tenths(a_day(rising.since))),
        ("share_before", Figure::Share(share(rising.before, rising.before_all))),
        ("share_after", Figure::Share(share(rising.since, rising.since_all))),
    ];
    Some(Finding { reason: ReviewReason::BoostRising, score: 50, figures })
}

/// Whether an action is logged at least twice as often since its boost, beyond chance.
#[must_use]
pub fn has_risen(shift: &BoostShift) -> bool {
    let (since, before) = (shift.since, shift.before);
    let doubled = since.saturating_mul(shift.before_all) >= before.saturating_mul(shift.since_all).saturating_mul(2);
    if since < 10 || shift.before_all < 30 || shift.since_all < 30 || !doubled {
        return false;
    }
    let number = |count: i64| f64::from(i32::try_from(count).unwrap_or(i32::MAX));
    let (n, m) = (number(shift.before_all), number(shift.since_all));
    let pooled = (number(before) + number(since)) / (n + m);
    let deviation = (pooled * (1.0 - pooled) * (1.0 / n + 1.0 / m)).sqrt();
    deviation > 0.0 && (number(since) / m - number(before) / n) / deviation >= 3.0
}

/// The seed of a sample that nobody gave one: from its id, so that it can be told from outside.
#[must_use]
pub fn seed_of(sample: uuid::Uuid) -> i64 {
    let (high, low) = sample.as_u64_pair();
    i64::from_be_bytes((high ^ low).to_be_bytes()) & i64::MAX
}

/// Draws `size` of a population without return, in the order drawn: the first places of a Fisher–Yates shuffle over
/// `SplitMix64` (Steele, Lea, Flood 2014). The same seed over the same population draws the same.
///
/// ```
/// use norma::domain::review::draw;
/// let population: Vec<i64> = (1..=100).collect();
/// assert_eq!(draw(&population, 3, 7), draw(&population, 3, 7));
/// assert_eq!(draw(&population, 200, 7).len(), 100);
/// ```
#[must_use]
pub fn draw(population: &[i64], size: usize, seed: i64) -> Vec<i64> {
    let mut pool = population.to_vec();
    let mut state = u64::from_be_bytes(seed.to_be_bytes());
    for place in 0..size.min(pool.len()) {
        state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^= mixed >> 31;
        let left = u128::try_from(pool.len() - place).unwrap_or(1);
        // The product's upper half is a place without the bias of a remainder large enough to matter.
        let step = usize::try_from((u128::from(mixed) * left) >> 64).unwrap_or(0);
        pool.swap(place, place + step);
    }
    pool.truncate(size);
    pool
}

#[cfg(test)]
mod tests;
