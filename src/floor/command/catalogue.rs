//! Actions.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::commands;
use crate::domain::action::{ActionKind, Element};
use crate::domain::code::Code;
use crate::domain::ticket::Channel;
use crate::domain::units::BasisPoints;

commands! {
    /// Actions.
    CatalogueCommand {
        /// Adds an action.
        "action.add" => ActionAdd(ActionAdd),
        /// Changes or retires an action; fields left out stay as they are.
        "action.change" => ActionChange(ActionChange),
    }
}

/// action.add
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ActionAdd {
    /// The action's code.
    pub code: Code,
    /// Its Russian name.
    pub name_ru: String,
    /// Its English name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name_en: Option<String>,
    /// The group it is offered in.
    pub group: String,
    /// Manual or automatic.
    pub kind: ActionKind,
    /// What makes a case hard, known without the stopwatch.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hard_criterion: Option<String>,
    /// Where it is offered; none: everywhere.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub channels: Vec<Channel>,
    /// The boost it is proposed with, 10 000 = ×1; what counts is fixed by the norm set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub boost_bp: Option<BasisPoints>,
    /// Why it is to be boosted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub boost_reason: Option<String>,
    /// Whether a decision of it is asked for the amount of the deal and the day it is paid on.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub asks_amount: bool,
    /// The elements it is timed by, in order; none: timed as a whole.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub elements: Vec<Element>,
}

/// action.change: fields left out stay as they are, an empty text takes away what stood there.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ActionChange {
    /// The action's code.
    pub code: Code,
    /// Its Russian name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name_ru: Option<String>,
    /// Its English name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name_en: Option<String>,
    /// The group it is offered in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// Manual or automatic.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<ActionKind>,
    /// What makes a case hard, known without the stopwatch.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hard_criterion: Option<String>,
    /// Where it is offered; an empty list: everywhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channels: Option<Vec<Channel>>,
    /// The boost it is proposed with; 10 000 (×1) takes the proposal away.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub boost_bp: Option<BasisPoints>,
    /// Why it is to be boosted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub boost_reason: Option<String>,
    /// Whether a decision of it is asked for the amount of the deal and the day it is paid on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asks_amount: Option<bool>,
    /// The elements it is timed by, in order; an empty list takes them away.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub elements: Option<Vec<Element>>,
    /// `false` retires the action, `true` takes it back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub active: Option<bool>,
}

impl ActionChange {
    /// A change of nothing yet.
    #[must_use]
    pub fn of(code: Code) -> Self {
        Self {
            code,
            name_ru: None,
            name_en: None,
            group: None,
            kind: None,
            hard_criterion: None,
            channels: None,
            boost_bp: None,
            boost_reason: None,
            asks_amount: None,
            elements: None,
            active: None,
        }
    }
}
