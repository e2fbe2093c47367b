//! Departments and people: who works here, in which roles, since when, and how they sign in.
//!
//! Who keeps people changes them; a director reads. No money stands here: salaries are on the screen of pay. On a floor without
//! people the screen says what comes first, step by step.

mod details;
mod dialogs;
mod edit;
mod list;
mod password;
mod steps;
mod take;
pub mod words;

use egui::{Key, Ui};

use crate::desktop::action::{Action, Answer, Tag, UndoBy, undo_of};
use crate::desktop::icons;
use crate::desktop::keys::{self, ActionInfo};
use crate::desktop::theme::{Kind, space};
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::card;
use crate::domain::code::Code;
use crate::domain::rejection::Rejection;
use crate::floor::command::{Command, PasswordSet, PeopleCommand};
use crate::intake::Plan;
use crate::locale::{Arg, Lang};
use crate::views::people::{MeView, PeopleView, PersonView};

/// What the dialog of a person or department sends.
const SAVE: Tag = "people-save";
/// What sets a password.
const PASSWORD: Tag = "people-password";
/// What takes a file in.
const TAKE: Tag = "people-take";
const UNDO: Tag = "undo";

/// What can be done here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// Add a person.
    Add,
    /// Add a department.
    Department,
    /// Find by typing.
    Find,
    /// Open the chosen person.
    Open,
    /// Give the chosen person a one-time password.
    Password,
    /// Take a file in.
    Import,
    /// Write the list to a file.
    Export,
}

/// The acts with their keys.
pub const ACTS: [ActionInfo<Act>; 7] = [
    ActionInfo::new(Act::Add, "people-add", icons::PLUS).plain(Key::N),
    ActionInfo::new(Act::Department, "people-department-add", icons::USERS_THREE).plain(Key::D),
    ActionInfo::new(Act::Find, "people-find", icons::MAGNIFYING_GLASS).command(Key::F),
    ActionInfo::new(Act::Open, "people-open", icons::PENCIL_SIMPLE).plain(Key::O),
    ActionInfo::new(Act::Password, "people-password", icons::LOCK).plain(Key::P),
    ActionInfo::new(Act::Import, "people-import", icons::UPLOAD_SIMPLE).plain(Key::I),
    ActionInfo::new(Act::Export, "people-export", icons::DOWNLOAD_SIMPLE).plain(Key::E),
];

/// The keys that are no act of their own, for F1.
pub const KEYS: &[(&str, &str)] = &[
    ("↑ ↓", "people-key-rows"),
    ("Enter", "people-key-enter"),
    ("Ctrl+Enter", "people-key-save"),
    ("C", "people-key-copy"),
    ("Esc", "norms-key-close"),
];

/// What the screen shows.
#[derive(Debug, Clone, Copy)]
pub struct View<'a> {
    /// Who is signed in, and what they may do here.
    pub me: &'a MeView,
    /// Departments and people.
    pub people: &'a PeopleView,
}

/// The dialog that is open.
#[derive(Debug)]
enum Dialog {
    Department(edit::Department),
    Edit(Box<edit::Edit>),
    Details(String),
    Password(password::Password),
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
    /// Who was just added gets a password as soon as the list has them.
    entering: Option<String>,
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

    /// Takes the outcome of a command; `why` is the refusal itself, for the field that it is about.
    pub fn answered(
        &mut self,
        tag: Tag,
        answer: Answer<'_>,
        why: Option<&Rejection>,
        lang: Lang,
        actions: &mut Vec<Action>,
    ) {
        if tag != UNDO {
            self.sending = false;
        }
        match (tag, answer, &mut self.dialog) {
            (TAKE, answer, _) => self.taken(answer, lang, actions),
            (PASSWORD, answer, Some(Dialog::Password(password))) => password.answered(answer),
            (SAVE, Err(text), Some(Dialog::Edit(edit))) => edit.refused(text, why),
            (SAVE, Err(text), Some(Dialog::Department(department))) => department.refused(text, why),
            (SAVE, Ok(accepted), Some(_)) => {
                let (key, person) = match self.dialog.take() {
                    Some(Dialog::Edit(edit)) if edit.is_new() => {
                        self.list.choose(edit.code());
                        self.entering = edit.wants_password().then(|| edit.code().to_owned());
                        ("people-added", edit.name().to_owned())
                    }
                    Some(Dialog::Edit(edit)) => ("people-changed", edit.name().to_owned()),
                    Some(Dialog::Department(department)) => ("people-department-added", department.name().to_owned()),
                    _ => return,
                };
                let text = lang.with(key, &[("name", Arg::Text(&person))]);
                actions.push(match undo_of(accepted) {
                    Some(undo) => Action::SayUndo(Kind::Ok, text, UndoBy::Command(Box::new(undo))),
                    None => Action::Say(Kind::Ok, text),
                });
            }
            (UNDO, Ok(_), _) => actions.push(Action::Say(Kind::Ok, lang.t("board-taken-back"))),
            (_, Ok(_), _) => {}
            (_, Err(text), _) => actions.push(Action::Say(Kind::Bad, text.to_owned())),
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

    /// Opens the dialog of a one-time password for who was just added, and sends it at once.
    fn enter(&mut self, lang: Lang, view: &View<'_>, actions: &mut Vec<Action>) {
        let Some(code) = self.entering.take() else { return };
        let Some(person) = person(view, &code) else {
            self.entering = Some(code);
            return;
        };
        if self.dialog.is_none() {
            give_password(lang, view, self, person, actions);
            self.send_password(actions);
        }
    }

    /// Sends the password of the dialog.
    fn send_password(&mut self, actions: &mut Vec<Action>) {
        let Some(Dialog::Password(password)) = &mut self.dialog else { return };
        if let Some((person, secret)) = password.send() {
            self.sending = true;
            let command = Command::People(PeopleCommand::PasswordSet(PasswordSet { person }));
            actions.push(Action::SendSecret { tag: PASSWORD, command: Box::new(command), secret });
        }
    }
}

fn person<'a>(view: &View<'a>, code: &str) -> Option<&'a PersonView> {
    view.people.people.iter().find(|person| person.code == code)
}

/// Draws the screen.
pub fn show(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form, actions: &mut Vec<Action>) {
    form.enter(lang, view, actions);
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
        card::screen_title(ui, &lang.t("people-title"), |ui| pressed = buttons(ui, lang, view));
        let step = if view.me.may.people_keep { steps::next(view) } else { None };
        if step == Some(steps::Step::Department) {
            pressed = pressed.or(steps::first(ui, lang));
        } else {
            if let Some(step) = step {
                let wanted = steps::strip(ui, lang, view, step);
                if let (Some(role), true) = (step.role(), wanted) {
                    form.dialog =
                        Some(Dialog::Edit(Box::new(edit::Edit::fresh(lang, view, form.list.group(view), role))));
                } else if wanted {
                    form.list.only_without_password();
                }
            }
            list::show(ui, lang, view, form);
        }
        form.pressed.extend(pressed);
    });
    if !form.pressed.is_empty() || form.entering.is_some() {
        ui.ctx().request_repaint();
    }
    dialogs::show(ui, lang, view, form, actions);
}

fn perform(lang: Lang, view: &View<'_>, form: &mut Form, act: Act, actions: &mut Vec<Action>) {
    let keeps = view.me.may.people_keep;
    if !Form::open_acts(keeps).any(|info| info.id == act) {
        return;
    }
    let chosen = form.list.chosen().and_then(|code| person(view, code));
    match act {
        Act::Add => {
            let role = steps::next(view).and_then(steps::Step::role).unwrap_or(crate::domain::people::Role::Operator);
            form.dialog = Some(Dialog::Edit(Box::new(edit::Edit::fresh(lang, view, form.list.group(view), role))));
        }
        Act::Department => form.dialog = Some(Dialog::Department(edit::Department::default())),
        Act::Find => form.list.find_wanted = true,
        Act::Open | Act::Password if chosen.is_none() => {
            actions.push(Action::Say(Kind::Warn, lang.t("people-choose-first")));
        }
        Act::Open => {
            if let Some(person) = chosen {
                open(lang, view, form, person);
            }
        }
        Act::Password => {
            if let Some(person) = chosen {
                give_password(lang, view, form, person, actions);
            }
        }
        Act::Import => actions.push(Action::ReadPeople),
        Act::Export => form.dialog = Some(Dialog::Export),
    }
}

fn open(lang: Lang, view: &View<'_>, form: &mut Form, person: &PersonView) {
    let edit = if view.me.may.people_keep { edit::Edit::of(lang, view, person) } else { None };
    form.dialog = Some(match edit {
        Some(edit) => Dialog::Edit(Box::new(edit)),
        None => Dialog::Details(person.code.clone()),
    });
}

/// Opens the dialog of a one-time password; one's own is nobody's to be given.
fn give_password(lang: Lang, view: &View<'_>, form: &mut Form, person: &PersonView, actions: &mut Vec<Action>) {
    let (Some(login), Ok(code)) = (&person.login, Code::new(&person.code)) else {
        actions.push(Action::Say(Kind::Warn, lang.t("people-password-no-login")));
        return;
    };
    if person.code == view.me.code {
        actions.push(Action::Say(Kind::Warn, lang.t("people-password-own")));
        return;
    }
    let replaces = person.account.as_ref().is_some_and(|account| words::has_password(account.password));
    form.dialog = Some(Dialog::Password(password::Password::new(code, &person.name, login, replaces)));
}

fn key_of(ui: &Ui, act: Act) -> String {
    let info = ACTS.iter().find(|info| info.id == act);
    info.map(|info| info.key_text(ui.ctx(), &|_| None)).unwrap_or_default()
}

/// The buttons of the head, from right to left.
fn buttons(ui: &mut Ui, lang: Lang, view: &View<'_>) -> Option<Act> {
    let mut pressed = None;
    ui.spacing_mut().item_spacing.x = space::XS;
    for info in Form::open_acts(view.me.may.people_keep) {
        let (word, key) = (lang.t(&format!("{}-short", info.name_key)), key_of(ui, info.id));
        let button = match info.id {
            Act::Add | Act::Department => Button::secondary(&word),
            Act::Password | Act::Import | Act::Export => Button::quiet(&word),
            Act::Find | Act::Open => continue,
        };
        if button.icon(info.icon).key(&key).tooltip(&lang.t(info.name_key)).show(ui).clicked() {
            pressed = Some(info.id);
        }
    }
    pressed
}
