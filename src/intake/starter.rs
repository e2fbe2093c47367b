//! The catalogue that ships with the program: the actions of an internet provider's contact centre, in both languages.
//!
//! One file serves the starter and the demo: `norms/catalogues/provider.toml`. What the demo needs beside it (times and
//! how often an action comes) stands with the actions that the demo times.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Plan, count};
use crate::domain::action::{ActionKind, Element};
use crate::domain::code::Code;
use crate::domain::ticket::Channel;
use crate::domain::units::BasisPoints;
use crate::floor::command::{ActionRow, ImportCommand, ImportRow};

const CATALOGUE: &str = include_str!("../../norms/catalogues/provider.toml");

/// The catalogue as its file has it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Catalogue {
    /// The groups: Russian name → English name.
    pub groups: BTreeMap<String, String>,
    /// The actions, in the order of the file.
    pub action: Vec<StarterAction>,
}

/// An action of the catalogue.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StarterAction {
    /// The action's code.
    pub code: Code,
    /// Its Russian name.
    pub name_ru: String,
    /// Its English name.
    pub name_en: String,
    /// Its group, by the Russian name.
    pub group: String,
    /// Manual or automatic.
    #[serde(default)]
    pub kind: ActionKind,
    /// Where it is offered; none: everywhere.
    #[serde(default)]
    pub channels: Vec<Channel>,
    /// What makes a case hard, in Russian.
    pub hard_criterion: Option<String>,
    /// The same in English.
    pub hard_criterion_en: Option<String>,
    /// The boost it is proposed with, in basis points.
    pub boost_bp: Option<i64>,
    /// Why, in Russian.
    pub boost_reason: Option<String>,
    /// The same in English.
    pub boost_reason_en: Option<String>,
    /// Whether a decision of it is asked for the amount of the deal.
    #[serde(default)]
    pub asks_amount: bool,
    /// The elements it is timed by.
    #[serde(default)]
    pub elements: Vec<StarterElement>,
    /// For the demo: the median of regular cases in seconds; 0 where the demo does not time it.
    #[serde(default)]
    pub median_s: f64,
    /// For the demo: the spread of their logarithms.
    #[serde(default)]
    pub sigma: f64,
    /// For the demo: how often it is logged beside the others.
    #[serde(default)]
    pub share: u32,
    /// For the demo: the share of hard cases.
    #[serde(default)]
    pub hard_share: f64,
    /// For the demo: their mean in seconds.
    #[serde(default)]
    pub hard_mean_s: f64,
}

/// An element of an action of the catalogue.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StarterElement {
    /// The element's code.
    pub code: Code,
    /// Its Russian name.
    pub name_ru: String,
    /// Its English name.
    pub name_en: String,
    /// Its break point, in Russian.
    pub break_point: String,
    /// The same in English.
    pub break_point_en: String,
}

/// Reads the catalogue.
///
/// # Errors
///
/// When the file that ships with the program is broken, which a test rules out.
pub fn catalogue() -> Result<Catalogue, toml::de::Error> {
    toml::from_str(CATALOGUE)
}

impl StarterAction {
    /// Whether the demo floor has it: an action that it times, or an automatic one.
    #[must_use]
    pub fn is_in_demo(&self) -> bool {
        self.median_s > 0.0 || self.code.as_str() == "AUTOCALL"
    }

    /// The elements, with break points in one language.
    #[must_use]
    pub fn elements(&self, english: bool) -> Vec<Element> {
        let element = |element: &StarterElement| Element {
            code: element.code.clone(),
            name_ru: element.name_ru.clone(),
            name_en: Some(element.name_en.clone()),
            break_point: Some(if english { &element.break_point_en } else { &element.break_point }.clone()),
        };
        self.elements.iter().map(element).collect()
    }

    /// The action as a row of an import, with the texts that an action has in one language only in this one.
    #[must_use]
    pub fn row(&self, groups: &BTreeMap<String, String>, english: bool) -> ActionRow {
        let own =
            |ru: &Option<String>, en: &Option<String>| Some(if english { en } else { ru }.clone().unwrap_or_default());
        let group = groups.get(&self.group).filter(|_| english).unwrap_or(&self.group);
        ActionRow {
            code: self.code.clone(),
            name_ru: self.name_ru.clone(),
            name_en: Some(self.name_en.clone()),
            group: group.clone(),
            kind: self.kind,
            hard_criterion: own(&self.hard_criterion, &self.hard_criterion_en),
            channels: Some(self.channels.clone()),
            boost_bp: Some(self.boost_bp.map_or(BasisPoints::ONE, BasisPoints)),
            boost_reason: own(&self.boost_reason, &self.boost_reason_en),
            asks_amount: Some(self.asks_amount),
            elements: Some(self.elements(english)),
            active: None,
        }
    }
}

/// The catalogue as a plan, as if it were a file.
///
/// # Errors
///
/// As of [`catalogue`].
pub fn plan(english: bool) -> Result<Plan, toml::de::Error> {
    let catalogue = catalogue()?;
    let mut plan = Plan { read: count(catalogue.action.len()), ..Plan::default() };
    let rows = (1..)
        .zip(&catalogue.action)
        .map(|(line, action)| ImportRow { line, row: action.row(&catalogue.groups, english) })
        .collect();
    plan.add(rows, ImportCommand::Actions);
    Ok(plan.finished())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::Difference;

    #[test]
    fn the_starter_can_be_taken_whole_in_both_languages() {
        for english in [false, true] {
            let plan = plan(english).unwrap();
            let difference = Difference::of(&plan, &[]);
            assert_eq!(difference.refused, []);
            assert_eq!(difference.added.len(), usize::try_from(plan.read).unwrap());
            assert!((55..=80).contains(&difference.added.len()), "{}", difference.added.len());
            let again = Difference::of(&plan, &difference.added);
            assert!(again.is_empty() && again.missing.is_empty() && again.refused.is_empty());
        }
    }

    #[test]
    fn every_action_is_told_in_both_languages() {
        let catalogue = catalogue().unwrap();
        let cyrillic = |text: &str| text.chars().any(|letter| ('а'..='я').contains(&letter));
        for action in &catalogue.action {
            let code = &action.code;
            assert!(catalogue.groups.contains_key(&action.group), "{code}: {}", action.group);
            assert!(!cyrillic(&action.name_en) && cyrillic(&action.name_ru), "{code}");
            assert_eq!(action.hard_criterion.is_some(), action.hard_criterion_en.is_some(), "{code}");
            assert_eq!(action.boost_reason.is_some(), action.boost_reason_en.is_some(), "{code}");
            assert_eq!(action.boost_bp.is_some(), action.boost_reason.is_some(), "{code}");
            let english = action.row(&catalogue.groups, true);
            assert!(!cyrillic(&english.group), "{code}: {}", english.group);
            let texts = english.elements.unwrap();
            let texts = texts.iter().filter_map(|element| element.break_point.as_deref());
            assert!(
                texts
                    .chain(english.hard_criterion.as_deref())
                    .chain(english.boost_reason.as_deref())
                    .all(|text| !cyrillic(text)),
                "{code}"
            );
        }
    }
}
