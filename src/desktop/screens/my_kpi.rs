//! My KPI.

use crate::desktop::action::{Action, Answer, Tag};
use crate::locale::Lang;
use crate::views::kpi::KpiView;
use crate::views::people::MeView;
use crate::views::tickets::DayView;

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
pub fn show(_ui: &mut egui::Ui, _lang: Lang, _view: &KpiView, _day: Option<&DayView>, _me: &MeView, _form: &mut Form, _actions: &mut Vec<Action>) {}
