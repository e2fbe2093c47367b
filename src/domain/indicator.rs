//! Indicators (показатели): definitions, not code. A numerator over a denominator, a unit, targets by segment.
//!
//! Invariant: a value is an exact fraction of whole counts; below the least denominator there is no value, so no
//! target is met or missed ("no data", no bonus). A definition holds from a month on and never changes the past.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::code::folded;
use super::month::Month;
use super::ticket::ContactOutcome;
use super::units::Fraction;

/// How an indicator is held against its target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum Comparator {
    /// Below.
    #[serde(rename = "<")]
    Less,
    /// At most.
    #[serde(rename = "<=", alias = "≤")]
    AtMost,
    /// Above.
    #[serde(rename = ">")]
    More,
    /// At least.
    #[serde(rename = ">=", alias = "≥")]
    AtLeast,
}

impl Comparator {
    /// The sign.
    #[must_use]
    pub fn sign(self) -> &'static str {
        match self {
            Self::Less => "<",
            Self::AtMost => "≤",
            Self::More => ">",
            Self::AtLeast => "≥",
        }
    }

    /// Whether `left` stands so to `right`.
    #[must_use]
    pub fn holds(self, left: i128, right: i128) -> bool {
        match self {
            Self::Less => left < right,
            Self::AtMost => left <= right,
            Self::More => left > right,
            Self::AtLeast => left >= right,
        }
    }
}

/// Which decisions are counted: of these actions or groups; none named: all.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Of {
    /// Codes of actions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub actions: Vec<String>,
    /// Groups of actions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<String>,
}

/// What is counted, of a person or department, over a month's closed days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Measure {
    /// Decisions.
    Decisions(Of),
    /// Decisions marked as hard cases.
    HardDecisions(Of),
    /// Decisions with an amount.
    Deals(Of),
    /// Σ amounts, kopecks.
    Amount(Of),
    /// Tickets.
    Tickets,
    /// Tickets with one of these outcomes.
    Outcomes(Vec<ContactOutcome>),
    /// Tickets with a known client.
    Contacts,
    /// Tickets whose client had come within the seven days before.
    RepeatContacts,
    /// KPI minutes, hundredths.
    Kpi,
    /// Minutes without boost, hundredths.
    Measured,
    /// Plan minutes, hundredths.
    Plan,
    /// Worked minutes: scheduled less away less downtime, hundredths.
    Worked,
    /// Calls and chats.
    Calls,
    /// Calls and chats merged, or dismissed with a reason.
    ProcessedCalls,
    /// Σ imported ratings of a kind, hundredths.
    RatingSum(String),
    /// How many ratings of a kind were imported.
    Ratings(String),
}

impl Measure {
    /// Whether it counts hundredths: minutes, kopecks, ratings.
    #[must_use]
    pub fn in_hundredths(&self) -> bool {
        matches!(self, Self::Amount(_) | Self::Kpi | Self::Measured | Self::Plan | Self::Worked | Self::RatingSum(_))
    }
}

/// What a value is measured in. A value is always given in hundredths of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// Per cent: 100 × numerator / denominator.
    Percent,
    /// Roubles: numerator in kopecks.
    Money,
    /// Minutes: numerator in hundredths of a minute.
    Minutes,
    /// A plain number: numerator / denominator.
    Number,
    /// Points of a rating: numerator in hundredths.
    Points,
}

/// What was said of an indicator's use: a definition brings it in, a retirement takes it out, from a month on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Use {
    /// The first month.
    pub from: Month,
    /// Its place among everything that was said: the later word counts.
    pub place: i64,
    /// Taken out of use, or brought into it.
    pub retired: bool,
}

/// Whether an indicator is retired in a month: the last that was said of that month or an earlier one says so.
///
/// ```
/// use norma::domain::indicator::{Use, is_retired};
/// use norma::domain::month::Month;
/// let month = |text: &str| Month::parse(text).unwrap();
/// let retired = Use { from: month("2026-11"), place: 7, retired: true };
/// assert!(!is_retired([retired], month("2026-10")), "the past keeps what it had");
/// assert!(is_retired([retired], month("2026-11")));
/// let defined = Use { from: month("2027-01"), place: 9, retired: false };
/// assert!(is_retired([retired, defined], month("2026-12")));
/// assert!(!is_retired([retired, defined], month("2027-01")), "defined anew, it is back");
/// ```
#[must_use]
pub fn is_retired(said: impl IntoIterator<Item = Use>, month: Month) -> bool {
    let until = said.into_iter().filter(|one| one.from <= month);
    until.max_by_key(|one| one.place).is_some_and(|one| one.retired)
}

/// An indicator's definition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Definition {
    /// Its Russian name.
    pub name_ru: String,
    /// Its English name.
    pub name_en: String,
    /// What it says, in Russian.
    #[serde(default)]
    pub about_ru: String,
    /// What it says, in English.
    #[serde(default)]
    pub about_en: String,
    /// The unit.
    pub unit: Unit,
    /// What is counted.
    pub numerator: Measure,
    /// Against what.
    pub denominator: Measure,
}

/// A target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TargetTerms {
    /// How the value stands to the target.
    pub comparator: Comparator,
    /// The target in hundredths of the unit.
    pub value_hundredths: i64,
    /// Below this denominator there is no data.
    #[serde(default)]
    pub least_denominator: i64,
}

impl Unit {
    /// Numerator over denominator times this is the value in hundredths of the unit.
    fn scale(self) -> i128 {
        match self {
            Self::Percent => 10_000,
            Self::Number => 100,
            Self::Money | Self::Minutes | Self::Points => 1,
        }
    }
}

/// A counted pair.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counted {
    /// The numerator.
    pub numerator: i64,
    /// The denominator.
    pub denominator: i64,
}

impl Counted {
    /// Both counts added up.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            numerator: self.numerator.saturating_add(other.numerator),
            denominator: self.denominator.saturating_add(other.denominator),
        }
    }

    /// The value in hundredths of the unit; none where the denominator is below `least` or not positive. A percentage is cut, as
    /// every percentage is (`domain.md` §10), so that none reads as reached that is not; other units are rounded half to even.
    ///
    /// ```
    /// use norma::domain::indicator::{Counted, Unit};
    ///
    /// let counted = Counted { numerator: 1, denominator: 3 };
    /// assert_eq!(counted.value(Unit::Percent, 0), Some(3_333));
    /// assert_eq!(Counted { numerator: 2, denominator: 3 }.value(Unit::Percent, 0), Some(6_666));
    /// assert_eq!(Counted { numerator: 200, denominator: 3 }.value(Unit::Number, 0), Some(6_667));
    /// assert_eq!(counted.value(Unit::Percent, 4), None);
    /// ```
    #[must_use]
    pub fn value(self, unit: Unit, least: i64) -> Option<i64> {
        if self.denominator <= 0 || self.denominator < least {
            return None;
        }
        let scaled = i128::from(self.numerator) * unit.scale();
        if unit == Unit::Percent {
            return i64::try_from(scaled.div_euclid(i128::from(self.denominator))).ok();
        }
        Fraction::new(scaled, i128::from(self.denominator)).ok()?.round_half_even().ok()
    }

    /// Whether the target is met, by the exact fraction; none for no data. What a bonus hangs on.
    #[must_use]
    pub fn met(self, unit: Unit, target: &TargetTerms) -> Option<bool> {
        if self.denominator <= 0 || self.denominator < target.least_denominator {
            return None;
        }
        let value = i128::from(self.numerator) * unit.scale();
        Some(target.comparator.holds(value, i128::from(target.value_hundredths) * i128::from(self.denominator)))
    }
}

/// What was counted of somebody's month, or of a department's: sums over closed days.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    /// Decisions and hard cases, by action code and group.
    pub decisions: BTreeMap<(String, String), (i64, i64)>,
    /// Deals and Σ amounts in kopecks, by action code and group.
    pub amounts: BTreeMap<(String, String), (i64, i64)>,
    /// Tickets by outcome.
    pub outcomes: BTreeMap<String, i64>,
    /// Σ ratings in hundredths and how many, by kind.
    pub ratings: BTreeMap<String, (i64, i64)>,
    /// Tickets with a known client, and of them those whose client had come within seven days.
    pub contacts: (i64, i64),
    /// Calls and chats, and of them those merged or dismissed.
    pub calls: (i64, i64),
    /// Tickets.
    pub tickets: i64,
    /// KPI minutes, hundredths.
    pub kpi: i64,
    /// Minutes without boost, hundredths.
    pub measured: i64,
    /// Plan minutes, hundredths.
    pub plan: i64,
    /// Worked minutes, hundredths.
    pub worked: i64,
}

/// Adds pairs of counts by key.
fn add_all<K: Ord + Clone>(sums: &mut BTreeMap<K, (i64, i64)>, more: &BTreeMap<K, (i64, i64)>) {
    for (key, (one, two)) in more {
        let sum = sums.entry(key.clone()).or_default();
        *sum = (sum.0.saturating_add(*one), sum.1.saturating_add(*two));
    }
}

impl Tally {
    /// Adds another's counts.
    pub fn add(&mut self, other: &Self) {
        add_all(&mut self.decisions, &other.decisions);
        add_all(&mut self.amounts, &other.amounts);
        add_all(&mut self.ratings, &other.ratings);
        for (outcome, count) in &other.outcomes {
            *self.outcomes.entry(outcome.clone()).or_default() += count;
        }
        self.contacts = (self.contacts.0 + other.contacts.0, self.contacts.1 + other.contacts.1);
        self.calls = (self.calls.0 + other.calls.0, self.calls.1 + other.calls.1);
        self.tickets += other.tickets;
        self.kpi += other.kpi;
        self.measured += other.measured;
        self.plan += other.plan;
        self.worked += other.worked;
    }

    /// How much of a measure was counted.
    #[must_use]
    pub fn count(&self, measure: &Measure) -> i64 {
        let of = |sums: &BTreeMap<(String, String), (i64, i64)>, of: &Of| -> (i64, i64) {
            let named = sums.iter().filter(|((code, group), _)| of.takes(code, group));
            named.fold((0, 0), |sum, (_, (one, two))| (sum.0 + one, sum.1 + two))
        };
        match measure {
            Measure::Decisions(which) => of(&self.decisions, which).0,
            Measure::HardDecisions(which) => of(&self.decisions, which).1,
            Measure::Deals(which) => of(&self.amounts, which).0,
            Measure::Amount(which) => of(&self.amounts, which).1,
            Measure::Tickets => self.tickets,
            Measure::Outcomes(which) => {
                which.iter().map(|outcome| self.outcomes.get(outcome.as_str()).copied().unwrap_or_default()).sum()
            }
            Measure::Contacts => self.contacts.0,
            Measure::RepeatContacts => self.contacts.1,
            Measure::Kpi => self.kpi,
            Measure::Measured => self.measured,
            Measure::Plan => self.plan,
            Measure::Worked => self.worked,
            Measure::Calls => self.calls.0,
            Measure::ProcessedCalls => self.calls.1,
            Measure::RatingSum(kind) => self.ratings.get(kind).copied().unwrap_or_default().0,
            Measure::Ratings(kind) => self.ratings.get(kind).copied().unwrap_or_default().1,
        }
    }

    /// The indicator's pair.
    #[must_use]
    pub fn counted(&self, definition: &Definition) -> Counted {
        Counted { numerator: self.count(&definition.numerator), denominator: self.count(&definition.denominator) }
    }
}

impl Of {
    /// Whether an action is meant; codes and groups are compared without case.
    fn takes(&self, code: &str, group: &str) -> bool {
        let same = |one: &String, other: &str| folded(one) == folded(other);
        self.actions.is_empty() && self.groups.is_empty()
            || self.actions.iter().any(|one| same(one, code))
            || self.groups.iter().any(|one| same(one, group))
    }
}

/// A target of a segment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SegmentTarget {
    /// Only this department.
    pub department: Option<i64>,
    /// Only this position.
    pub position: Option<String>,
    /// The target; none: the segment's own ends.
    pub terms: Option<TargetTerms>,
}

/// The target for somebody of a department and position: of the narrowest segment that has one (both, position,
/// department, everybody), the last in the list, which goes from the oldest to the newest.
#[must_use]
pub fn target_for(targets: &[SegmentTarget], department: Option<i64>, position: Option<&str>) -> Option<TargetTerms> {
    let wanted = position.map(folded);
    let newest = |of: Option<i64>, place: Option<&String>| {
        let same = |target: &&SegmentTarget| {
            target.department == of && target.position.as_deref().map(folded).as_ref() == place
        };
        targets.iter().rev().find(same).and_then(|target| target.terms)
    };
    let both = department.and(wanted.as_ref()).and_then(|_| newest(department, wanted.as_ref()));
    let by_position = || wanted.as_ref().and_then(|_| newest(None, wanted.as_ref()));
    let by_department = || department.and_then(|_| newest(department, None));
    both.or_else(by_position).or_else(by_department).or_else(|| newest(None, None))
}

/// An indicator that comes with the program.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shipped {
    /// Its code.
    pub code: String,
    /// What it is.
    pub definition: Definition,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ShippedFile {
    indicator: Vec<Shipped>,
}

const SHIPPED: &str = include_str!("../../norms/indicators/starter.toml");

/// The shipped file of indicators cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the shipped indicators cannot be read: {0}")]
pub struct ShippedError(String);

/// The starter set. Errors only if the shipped file is broken.
pub fn shipped() -> Result<Vec<Shipped>, ShippedError> {
    toml::from_str::<ShippedFile>(SHIPPED).map(|file| file.indicator).map_err(|error| ShippedError(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn measures_are_counted_by_action_and_group() {
        let key = |code: &str, group: &str| (code.to_owned(), group.to_owned());
        let mut tally = Tally {
            decisions: [(key("NEW", "Продажи"), (3, 1)), (key("ROUT", "Связь"), (7, 2))].into(),
            amounts: [(key("NEW", "Продажи"), (2, 150_000))].into(),
            contacts: (10, 2),
            ..Tally::default()
        };
        let of = |actions: &[&str], groups: &[&str]| Of {
            actions: actions.iter().map(|one| (*one).to_owned()).collect(),
            groups: groups.iter().map(|one| (*one).to_owned()).collect(),
        };
        assert_eq!(tally.count(&Measure::Decisions(of(&[], &[]))), 10);
        assert_eq!(tally.count(&Measure::Decisions(of(&["new"], &[]))), 3);
        assert_eq!(tally.count(&Measure::HardDecisions(of(&[], &["связь"]))), 2);
        assert_eq!(tally.count(&Measure::Amount(of(&[], &[]))), 150_000);
        assert_eq!(tally.count(&Measure::Deals(of(&["ROUT"], &[]))), 0);
        assert_eq!(tally.count(&Measure::RepeatContacts), 2);
        let same = tally.clone();
        tally.add(&same);
        assert_eq!(tally.count(&Measure::Decisions(of(&["NEW"], &["Связь"]))), 20);
        assert_eq!(tally.count(&Measure::Contacts), 20);
    }

    #[test]
    fn the_narrowest_segment_has_its_say() {
        let terms =
            |value| TargetTerms { comparator: Comparator::AtLeast, value_hundredths: value, least_denominator: 0 };
        let segment = |department, position: Option<&str>, value: Option<i64>| SegmentTarget {
            department,
            position: position.map(str::to_owned),
            terms: value.map(terms),
        };
        let targets = [
            segment(None, None, Some(1)),
            segment(Some(1), None, Some(2)),
            segment(None, Some("Старший"), Some(3)),
            segment(Some(1), Some("старший"), Some(4)),
            segment(Some(1), Some("Старший"), Some(5)),
            segment(Some(2), None, Some(6)),
            segment(Some(2), None, None),
        ];
        let check = |department, position, expected: i64| {
            assert_eq!(
                target_for(&targets, department, position),
                Some(terms(expected)),
                "{department:?} {position:?}"
            );
        };
        check(None, None, 1);
        check(Some(1), None, 2);
        check(Some(3), Some("старший"), 3);
        check(Some(1), Some("Старший"), 5);
        check(Some(1), Some("Стажёр"), 2);
        check(Some(2), None, 1);
        assert_eq!(target_for(&[], Some(1), None), None);
    }

    #[test]
    fn the_starter_set_is_whole() {
        let codes: Vec<String> = shipped().unwrap().into_iter().map(|one| one.code).collect();
        assert_eq!(codes, ["conversion", "no-show", "average-check", "repeat-contact", "workload", "adoption"]);
    }

    #[test]
    fn a_target_is_held_exactly_and_needs_its_least_denominator() {
        let counted = |numerator, denominator| Counted { numerator, denominator };
        let target =
            |comparator, value, least| TargetTerms { comparator, value_hundredths: value, least_denominator: least };
        let third = target(Comparator::AtLeast, 3_333, 0);
        assert_eq!(counted(1, 3).met(Unit::Percent, &third), Some(true));
        assert_eq!(counted(3_333, 10_000).met(Unit::Percent, &third), Some(true));
        assert_eq!(counted(3_333, 10_000).met(Unit::Percent, &target(Comparator::More, 3_333, 0)), Some(false));
        assert_eq!(counted(9, 19).met(Unit::Percent, &target(Comparator::AtLeast, 1, 20)), None);
        assert_eq!(counted(9, 20).met(Unit::Percent, &target(Comparator::AtLeast, 1, 20)), Some(true));
        assert_eq!(counted(0, 0).met(Unit::Percent, &third), None);
        assert_eq!(counted(150_000, 4).value(Unit::Money, 0), Some(37_500));
        assert_eq!(counted(7, 2).value(Unit::Number, 0), Some(350));
        assert_eq!(counted(885, 2).value(Unit::Points, 0), Some(442), "half to even");
    }
}
