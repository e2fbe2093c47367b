//! Actions: the kinds of work that are timed, weighed and logged.
//!
//! Invariant: an action's code is never reused; retiring it touches no set and no ticket.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::code::Code;
use super::ticket::Channel;
use super::units::BasisPoints;

/// Whether an action weighs its norm or nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Default)]
#[serde(rename_all = "lowercase")]
pub enum ActionKind {
    /// Done by a person: weighs its norm.
    #[default]
    Manual,
    /// Moves or is recorded by itself: always weighs 0.
    Automatic,
}

impl ActionKind {
    /// The kind as it stands on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Manual => "manual",
            Self::Automatic => "automatic",
        }
    }

    /// The kind of that name on the wire.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Manual, Self::Automatic].into_iter().find(|kind| kind.as_str() == text)
    }
}

/// The most elements an action may be timed by.
pub const MOST_ELEMENTS: usize = 20;

/// An element (элемент) of an action, timed by itself; the action's time is the sum of its elements'.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Element {
    /// The element's code, once an action.
    pub code: Code,
    /// Its Russian name.
    pub name_ru: String,
    /// Its English name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name_en: Option<String>,
    /// The break point (фиксажная точка): what is seen or heard at the moment it ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub break_point: Option<String>,
}

/// Whether elements can be timed: at most [`MOST_ELEMENTS`], each with a name and a code of its own.
#[must_use]
pub fn possible_elements(elements: &[Element]) -> bool {
    let own = |(place, element): (usize, &Element)| {
        !element.name_ru.trim().is_empty() && !elements.iter().take(place).any(|other| other.code == element.code)
    };
    elements.len() <= MOST_ELEMENTS && elements.iter().enumerate().all(own)
}

/// Elements as one cell of a table holds them: a line an element, its code, names and break point apart by ` | `.
///
/// ```
/// use norma::domain::action::{elements_of, elements_text};
/// let cell = "HELLO | Приветствие | Greeting | карточка открыта\nBYE | Прощание";
/// assert_eq!(elements_text(&elements_of(cell).unwrap()), cell);
/// ```
#[must_use]
pub fn elements_text(elements: &[Element]) -> String {
    let line = |element: &Element| {
        let optional = |text: &Option<String>| text.clone().unwrap_or_default();
        let parts = [
            element.code.to_string(),
            element.name_ru.clone(),
            optional(&element.name_en),
            optional(&element.break_point),
        ];
        let used = parts.iter().rposition(|part| !part.is_empty()).map_or(0, |last| last + 1);
        let escaped = |part: &String| part.replace('\\', "\\\\").replace('|', "\\|");
        parts.iter().take(used).map(escaped).collect::<Vec<_>>().join(" | ")
    };
    elements.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// The elements that a cell holds, written as by [`elements_text`]; `None` where a line has no code or no name.
#[must_use]
pub fn elements_of(cell: &str) -> Option<Vec<Element>> {
    let element = |line: &str| {
        let parts = parts_of(line);
        let part = |place: usize| parts.get(place).map(|part| part.trim().to_owned()).filter(|part| !part.is_empty());
        if parts.len() > 4 {
            return None;
        }
        Some(Element { code: Code::new(&part(0)?).ok()?, name_ru: part(1)?, name_en: part(2), break_point: part(3) })
    };
    cell.lines().map(str::trim).filter(|line| !line.is_empty()).map(element).collect()
}

/// The parts of a line between signs `|` that no backslash stands before.
fn parts_of(line: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut signs = line.chars();
    while let Some(sign) = signs.next() {
        let literal = if sign == '\\' { signs.next() } else { None };
        if sign == '|' {
            parts.push(String::new());
        } else if let Some(part) = parts.last_mut() {
            part.push(literal.unwrap_or(sign));
        }
    }
    parts
}

/// A boost (повышенный KPI) that an action is proposed with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProposedBoost {
    /// The factor, above ×1 and at most ×10.
    pub boost: BasisPoints,
    /// Why the action is to be boosted.
    pub reason: String,
}

/// Why a boost can't be proposed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoBoost {
    /// The factor is not within ×1 … ×10.
    Range,
    /// A boost needs a reason.
    Reason,
}

impl ProposedBoost {
    /// The proposal that a factor and a reason make; ×1 proposes nothing.
    ///
    /// # Errors
    ///
    /// A factor outside ×1 … ×10; a boost without a reason.
    pub fn of(boost: BasisPoints, reason: Option<&str>) -> Result<Option<Self>, NoBoost> {
        if !(10_000..=100_000).contains(&boost.0) {
            return Err(NoBoost::Range);
        }
        if boost == BasisPoints::ONE {
            return Ok(None);
        }
        let reason = reason.map(str::trim).filter(|reason| !reason.is_empty()).ok_or(NoBoost::Reason)?;
        Ok(Some(Self { boost, reason: reason.to_owned() }))
    }
}

/// Channels each once, in the order of [`Channel::ALL`].
#[must_use]
pub fn in_order(channels: &[Channel]) -> Vec<Channel> {
    Channel::ALL.into_iter().filter(|channel| channels.contains(channel)).collect()
}

/// Whether an action of these channels is offered on a ticket of this one: without any it is offered everywhere.
///
/// ```
/// use norma::domain::action::is_offered;
/// use norma::domain::ticket::Channel;
/// assert!(is_offered(&[], Channel::Chat));
/// assert!(!is_offered(&[Channel::WalkIn], Channel::Chat));
/// ```
#[must_use]
pub fn is_offered(channels: &[Channel], channel: Channel) -> bool {
    channels.is_empty() || channels.contains(&channel)
}

/// What can differ between two versions of an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each is named for the field of the action")]
pub enum Field {
    NameRu,
    NameEn,
    Group,
    Kind,
    Channels,
    HardCriterion,
    Boost,
    AsksAmount,
    Elements,
    Active,
}

impl Field {
    /// Every field, in the order in which a difference tells them.
    pub const ALL: [Self; 10] = [
        Self::NameRu,
        Self::NameEn,
        Self::Group,
        Self::Kind,
        Self::Channels,
        Self::HardCriterion,
        Self::Boost,
        Self::AsksAmount,
        Self::Elements,
        Self::Active,
    ];

    /// The field as it stands on the wire and in files.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NameRu => "name_ru",
            Self::NameEn => "name_en",
            Self::Group => "group",
            Self::Kind => "kind",
            Self::Channels => "channels",
            Self::HardCriterion => "hard_criterion",
            Self::Boost => "boost",
            Self::AsksAmount => "asks_amount",
            Self::Elements => "elements",
            Self::Active => "active",
        }
    }

    fn differs(self, one: &Action, other: &Action) -> bool {
        match self {
            Self::NameRu => one.name_ru != other.name_ru,
            Self::NameEn => one.name_en != other.name_en,
            Self::Group => one.group != other.group,
            Self::Kind => one.kind != other.kind,
            Self::Channels => one.channels != other.channels,
            Self::HardCriterion => one.hard_criterion != other.hard_criterion,
            Self::Boost => one.boost != other.boost,
            Self::AsksAmount => one.asks_amount != other.asks_amount,
            Self::Elements => one.elements != other.elements,
            Self::Active => one.active != other.active,
        }
    }
}

/// The fields in which two versions of an action differ, in the order of [`Field::ALL`].
#[must_use]
pub fn differing(one: &Action, other: &Action) -> Vec<Field> {
    Field::ALL.into_iter().filter(|field| field.differs(one, other)).collect()
}

/// An action (действие) as its newest version says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Action {
    /// The store's key.
    pub id: i64,
    /// The action's code.
    pub code: Code,
    /// Its Russian name.
    pub name_ru: String,
    /// Its English name, where there is one.
    pub name_en: Option<String>,
    /// The group it is offered in.
    pub group: String,
    /// Manual or automatic.
    pub kind: ActionKind,
    /// Where it is offered, in the order of [`Channel::ALL`]; none: everywhere.
    pub channels: Vec<Channel>,
    /// What makes a case hard, known without the stopwatch.
    pub hard_criterion: Option<String>,
    /// The boost it is proposed with; what counts is fixed by the norm set.
    pub boost: Option<ProposedBoost>,
    /// Whether a decision of it is asked for the amount of the deal and the day it is paid on.
    pub asks_amount: bool,
    /// Whether it may still be logged and timed.
    pub active: bool,
    /// The elements it is timed by, in order; none for an action that is timed as a whole.
    pub elements: Vec<Element>,
    /// How many versions of the action there are.
    pub version: i64,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn action() -> Action {
        Action {
            id: 1,
            code: Code::new("TARFUP").unwrap(),
            name_ru: "Переход на более дорогой тариф".to_owned(),
            name_en: None,
            group: "Тарифы".to_owned(),
            kind: ActionKind::Manual,
            channels: vec![Channel::InboundCall],
            hard_criterion: None,
            boost: None,
            asks_amount: false,
            active: true,
            elements: Vec::new(),
            version: 1,
        }
    }

    #[test]
    fn a_boost_is_proposed_with_a_reason_and_within_its_range() {
        let check = |boost, reason, expected: Result<bool, NoBoost>| {
            let made = ProposedBoost::of(BasisPoints(boost), reason);
            assert_eq!(made.map(|boost| boost.is_some()), expected, "{boost} {reason:?}");
        };
        check(10_000, None, Ok(false));
        check(15_000, Some("рост чека"), Ok(true));
        check(15_000, Some("  "), Err(NoBoost::Reason));
        check(15_000, None, Err(NoBoost::Reason));
        check(9_999, Some("рост чека"), Err(NoBoost::Range));
        check(100_001, None, Err(NoBoost::Range));
    }

    #[test]
    fn two_versions_differ_in_the_fields_that_were_changed() {
        let before = action();
        assert_eq!(differing(&before, &Action { version: 9, id: 3, ..before.clone() }), []);
        let boost = ProposedBoost::of(BasisPoints(15_000), Some("рост чека")).unwrap();
        let after = Action { boost, active: false, group: "Продажи".to_owned(), ..before.clone() };
        assert_eq!(differing(&before, &after), [Field::Group, Field::Boost, Field::Active]);
    }

    #[test]
    fn elements_go_into_a_cell_and_come_out_as_they_were() {
        let element = |code: &str, name: &str, break_point: Option<&str>| Element {
            code: Code::new(code).unwrap(),
            name_ru: name.to_owned(),
            name_en: None,
            break_point: break_point.map(str::to_owned),
        };
        let elements =
            [element("A", "Имя | фамилия", Some("путь C:\\карта; готово")), element("B|1", "Прощание", None)];
        assert_eq!(elements_of(&elements_text(&elements)).as_deref(), Some(elements.as_slice()));
        assert_eq!(elements_of(""), Some(Vec::new()));
        for wrong in ["HELLO", "| Приветствие", "A | б | в | г | д"] {
            assert_eq!(elements_of(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn channels_stand_once_and_in_one_order() {
        let given = [Channel::Task, Channel::Chat, Channel::Task];
        assert_eq!(in_order(&given), [Channel::Chat, Channel::Task]);
    }
}
