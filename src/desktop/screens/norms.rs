//! Norms: the sets of the department, the chosen one as a table, and what a draft needs to become an order.

pub mod layout;
pub mod words;

use crate::desktop::action::{Action, Answer, Tag};
use crate::locale::Lang;
use crate::views::norms::{ActionsView, SetView, SetsView};
use crate::views::studies::StudiesView;

/// Keys of this screen, for F1.
pub const KEYS: &[(&str, &str)] = &[("N", "norms-key-new")];

/// What the screen remembers.
#[derive(Debug, Default)]
pub struct Form {}

impl Form {
    /// Takes the outcome of a command.
    pub fn answered(&mut self, _tag: Tag, _answer: Answer<'_>, _lang: Lang, _actions: &mut Vec<Action>) {}
}

/// Draws the screen.
#[expect(clippy::too_many_arguments, reason = "the contract of screens: views, form, actions")]
pub fn show(_ui: &mut egui::Ui, _lang: Lang, _sets: &SetsView, _set: Option<&SetView>, _catalogue: &ActionsView, _studies: Option<&StudiesView>, _form: &mut Form, _actions: &mut Vec<Action>) {}
