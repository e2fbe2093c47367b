//! Stopwatch stub.
use crate::desktop::action::{Action, Answer, Tag};
use crate::desktop::keys::ActionInfo;
use crate::domain::stopwatch::Reading;
use crate::locale::Lang;
use crate::views::norms::ActionsView;
use crate::views::studies::{StudiesView, StudyView};
pub const NOTE_KIND: &str = "stopwatch";
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act { Undo }
pub const ACTS: [ActionInfo<Act>; 1] = [ActionInfo::new(Act::Undo, "watch-undo", "")];
#[derive(Debug, Clone, Copy)]
pub struct View<'a> { pub actions: &'a ActionsView, pub studies: &'a StudiesView, pub study: Option<&'a StudyView>, pub reading: Reading }
#[derive(Debug, Default)]
pub struct Form {}
impl Form {
    pub fn recover(&mut self, _notes: &[(String, String)], _reading: Reading) {}
    pub fn answered(&mut self, _tag: Tag, _answer: Answer<'_>, _lang: Lang, _actions: &mut Vec<Action>) {}
    pub fn act(&mut self, _act: Act, _reading: Reading, _lang: Lang, _actions: &mut Vec<Action>) {}
    pub fn is_running(&self) -> bool { false }
}
pub fn show(_ui: &mut egui::Ui, _lang: Lang, _view: &View<'_>, _form: &mut Form, _actions: &mut Vec<Action>) {}
