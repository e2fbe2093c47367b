//! Orders.

use crate::desktop::action::{Action, Answer, Tag};
use crate::locale::Lang;
use crate::views::norms::{OrderView, OrdersView, SetView};
use crate::views::people::MeView;

/// Keys of this screen, for F1.
pub const KEYS: &[(&str, &str)] = &[];

/// What the screen remembers.
#[derive(Debug, Default)]
pub struct Form {}

impl Form {
    /// Takes the outcome of a command.
    pub fn answered(&mut self, _tag: Tag, _answer: Answer<'_>, _lang: Lang, _actions: &mut Vec<Action>) {}
}

/// Draws the screen.
#[expect(clippy::too_many_arguments, reason = "the contract of screens: views, form, actions")]
pub fn show(_ui: &mut egui::Ui, _lang: Lang, _orders: &OrdersView, _order: Option<&OrderView>, _set: Option<&SetView>, _me: &MeView, _form: &mut Form, _actions: &mut Vec<Action>) {}
