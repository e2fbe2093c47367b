//! The catalogue of actions: a table by groups, the editor of an action, and files that come in with their difference first.
//!
//! Who keeps the catalogue changes it; others read. Every change goes out as a command and can be taken back from its toast.

mod details;
mod dialogs;
mod edit;
mod elements;
mod list;
mod take;

use egui::{Key, Ui};

use crate::desktop::action::{Action, Answer, Tag, UndoBy, undo_of};
use crate::desktop::icons;
use crate::desktop::keys::{self, ActionInfo};
use crate::desktop::theme::Kind;
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::{card, state};
use crate::domain::code::Code;
use crate::floor::Accepted;
use crate::floor::command::{ActionChange, CatalogueCommand, Command};
use crate::intake::Plan;
use crate::locale::{Arg, Lang};
use crate::views::norms::{ActionView, ActionsView};

const SAVE: Tag = "catalogue-save";
const RETIRE: Tag = "catalogue-retire";
const TAKE: Tag = "catalogue-take";
const UNDO: Tag = "undo";

/// What can be done here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// Begin a new action.
    Add,
    /// Find by typing.
    Find,
    /// Open the chosen action.
    Open,
    /// Retire the chosen action, or take it back.
    Retire,
    /// Take a file in.
    Import,
    /// Write the catalogue to a file.
    Export,
    /// Take the starter catalogue in.
    Starter,
}

/// The acts with their keys.
pub const ACTS: [ActionInfo<Act>; 7] = [
    ActionInfo::new(Act::Add, "catalogue-add", icons::PLUS).plain(Key::N),
    ActionInfo::new(Act::Find, "catalogue-find", icons::MAGNIFYING_GLASS).command(Key::F),
    ActionInfo::new(Act::Open, "catalogue-open", icons::PENCIL_SIMPLE).plain(Key::O),
    ActionInfo::new(Act::Retire, "catalogue-retire", icons::PROHIBIT).plain(Key::Delete),
    ActionInfo::new(Act::Import, "catalogue-import", icons::UPLOAD_SIMPLE).plain(Key::I),
    ActionInfo::new(Act::Export, "catalogue-export", icons::DOWNLOAD_SIMPLE).plain(Key::E),
    ActionInfo::new(Act::Starter, "catalogue-starter", icons::BOOKS).plain(Key::S),
];

/// The keys that are no act of their own, for F1.
pub const KEYS: &[(&str, &str)] = &[
    ("↑ ↓", "catalogue-key-rows"),
    ("Enter", "catalogue-key-enter"),
    ("Ctrl+Enter", "catalogue-key-save"),
    ("Alt+↑ Alt+↓", "catalogue-key-order"),
    ("Esc", "norms-key-close"),
];

/// What the screen shows.
#[derive(Debug, Clone, Copy)]
pub struct View<'a> {
    /// The catalogue.
    pub actions: &'a ActionsView,
    /// Whether this person may change it.
    pub keeps: bool,
    /// Which answer this is: another number for every answer that came.
    pub edition: u64,
}

/// The dialog that is open.
#[derive(Debug)]
enum Dialog {
    Edit(Box<edit::Edit>),
    Details(String),
    Export,
    Take(Box<take::Take>),
}

/// What the screen remembers.
#[derive(Debug, Default)]
pub struct Form {
    dialog: Option<Dialog>,
    sending: bool,
    list: list::Form,
    pressed: Vec<Act>,
}

impl Form {
    /// Does what was chosen in the palette.
    pub fn press(&mut self, act: Act) {
        self.pressed.push(act);
    }

    /// The acts that are open to a person: who only reads finds, opens and exports.
    pub fn open_acts(keeps: bool) -> impl Iterator<Item = &'static ActionInfo<Act>> {
        ACTS.iter().filter(move |info| keeps || matches!(info.id, Act::Find | Act::Open | Act::Export))
    }

    /// Takes the file that a person chose: its name and plan, or why it can't be taken.
    pub fn chosen(&mut self, file: Result<(String, Plan), String>, actions: &mut Vec<Action>) {
        match file {
            Ok((name, plan)) => self.dialog = Some(Dialog::Take(Box::new(take::Take::new(name, plan)))),
            Err(text) => actions.push(Action::Say(Kind::Bad, text)),
        }
    }

    /// Takes the outcome of a command.
    pub fn answered(&mut self, tag: Tag, answer: Answer<'_>, lang: Lang, actions: &mut Vec<Action>) {
        if tag != UNDO {
            self.sending = false;
        }
        match (tag, answer) {
            (TAKE, answer) => self.taken(answer, lang, actions),
            (SAVE, Ok(accepted)) => {
                let added = matches!(self.dialog.take(), Some(Dialog::Edit(edit)) if edit.is_new());
                said(lang, if added { "catalogue-added" } else { "catalogue-saved" }, accepted, actions);
            }
            (SAVE, Err(text)) => {
                if let Some(Dialog::Edit(edit)) = &mut self.dialog {
                    edit.refused(text);
                }
            }
            (RETIRE, Ok(accepted)) => said(lang, "catalogue-state-changed", accepted, actions),
            (_, Ok(_)) => actions.push(Action::Say(Kind::Ok, lang.t("catalogue-undone"))),
            (_, Err(text)) => actions.push(Action::Say(Kind::Bad, text.to_owned())),
        }
    }

    /// One command of a file was answered: the next goes out, or the whole is said.
    fn taken(&mut self, answer: Answer<'_>, lang: Lang, actions: &mut Vec<Action>) {
        let Some(Dialog::Take(take)) = &mut self.dialog else { return };
        match answer {
            Err(text) => text.clone_into(&mut take.error),
            Ok(accepted) => {
                if let Some(command) = take.answered(accepted) {
                    self.sending = true;
                    actions.push(Action::Send { tag: TAKE, command: Box::new(command) });
                    return;
                }
                let (kind, text) = take.outcome(lang);
                actions.push(Action::Say(kind, text));
                self.dialog = None;
            }
        }
    }

    fn send(&mut self, tag: Tag, command: CatalogueCommand, actions: &mut Vec<Action>) {
        self.sending = true;
        actions.push(Action::Send { tag, command: Box::new(Command::Catalogue(command)) });
    }

    fn retire(&mut self, action: &ActionView, actions: &mut Vec<Action>) {
        if let Ok(code) = Code::new(&action.code) {
            let change = ActionChange { active: Some(!action.active), ..ActionChange::of(code) };
            self.send(RETIRE, CatalogueCommand::ActionChange(change), actions);
        }
    }
}

/// Says that something was done, with the way back where there is one.
fn said(lang: Lang, key: &str, accepted: &Accepted, actions: &mut Vec<Action>) {
    let code = accepted.result.get("code").and_then(serde_json::Value::as_str).unwrap_or_default();
    let text = lang.with(key, &[("code", Arg::Text(code))]);
    actions.push(match undo_of(accepted) {
        Some(undo) => Action::SayUndo(Kind::Ok, text, UndoBy::Command(Box::new(undo))),
        None => Action::Say(Kind::Ok, text),
    });
}

/// Draws the screen.
pub fn show(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form, actions: &mut Vec<Action>) {
    if form.dialog.is_none() {
        if let Some(info) = keys::pressed(ui.ctx(), &ACTS) {
            form.pressed.push(info.id);
        }
        for act in std::mem::take(&mut form.pressed) {
            perform(lang, view, form, act, actions);
        }
    }
    card::content(ui, |ui| {
        let mut pressed = None;
        card::screen_title(ui, &lang.t("catalogue-title"), |ui| pressed = buttons(ui, lang, view));
        if view.actions.actions.is_empty() {
            pressed = pressed.or(nothing(ui, lang, view.keeps));
        } else {
            list::show(ui, lang, view, form);
        }
        form.pressed.extend(pressed);
    });
    if !form.pressed.is_empty() {
        ui.ctx().request_repaint();
    }
    dialogs::show(ui, lang, view, form, actions);
}

fn perform(lang: Lang, view: &View<'_>, form: &mut Form, act: Act, actions: &mut Vec<Action>) {
    if !Form::open_acts(view.keeps).any(|info| info.id == act) {
        return;
    }
    let chosen = form.list.chosen(view.actions).cloned();
    match act {
        Act::Add => form.dialog = Some(Dialog::Edit(Box::new(edit::Edit::fresh(form.list.group(view.actions))))),
        Act::Find => form.list.find_wanted = true,
        Act::Open => {
            if let Some(action) = chosen {
                open(lang, view, form, &action);
            }
        }
        Act::Retire => {
            if let Some(action) = chosen.filter(|_| !form.sending) {
                form.retire(&action, actions);
            }
        }
        Act::Import => actions.push(Action::ReadCatalogue),
        Act::Export => form.dialog = Some(Dialog::Export),
        Act::Starter => match crate::intake::starter::plan(lang == Lang::En) {
            Ok(plan) => form.chosen(Ok((lang.t("catalogue-starter-name"), plan)), actions),
            Err(error) => tracing::error!(%error, "the starter catalogue is broken"),
        },
    }
}

fn open(lang: Lang, view: &View<'_>, form: &mut Form, action: &ActionView) {
    form.dialog = Some(if view.keeps {
        Dialog::Edit(Box::new(edit::Edit::of(lang, action)))
    } else {
        Dialog::Details(action.code.clone())
    });
}

fn key_of(ui: &Ui, act: Act) -> String {
    let info = ACTS.iter().find(|info| info.id == act);
    info.map(|info| info.key_text(ui.ctx(), &|_| None)).unwrap_or_default()
}

/// The buttons of the head, from right to left.
fn buttons(ui: &mut Ui, lang: Lang, view: &View<'_>) -> Option<Act> {
    let mut pressed = None;
    ui.spacing_mut().item_spacing.x = crate::desktop::theme::space::XS;
    for info in Form::open_acts(view.keeps) {
        let (word, key) = (lang.t(info.name_key), key_of(ui, info.id));
        let button = match info.id {
            Act::Add => Button::secondary(&word),
            Act::Import | Act::Export | Act::Starter => Button::quiet(&word),
            Act::Find | Act::Open | Act::Retire => continue,
        };
        if button.icon(info.icon).key(&key).show(ui).clicked() {
            pressed = Some(info.id);
        }
    }
    pressed
}

/// The empty catalogue: it offers the starter.
fn nothing(ui: &mut Ui, lang: Lang, keeps: bool) -> Option<Act> {
    let (title, button, key) = (lang.t("catalogue-empty"), lang.t("catalogue-take-starter"), key_of(ui, Act::Starter));
    let text = lang.t(if keeps { "catalogue-empty-text" } else { "catalogue-empty-director" });
    let empty = state::Empty { icon: icons::BOOKS, title: &title, text: &text, ..state::Empty::default() };
    let empty =
        if keeps { state::Empty { button: &button, button_icon: icons::BOOKS, key: &key, ..empty } } else { empty };
    card::card(ui, "", |ui| state::empty(ui, &empty)).inner.then_some(Act::Starter)
}
