//! Absences and cover: the month board of people and days, and who covers whom.
//!
//! A supervisor records, corrects and withdraws by dragging or by the keyboard alone; an operator sees the own row and answers what was
//! offered. What the board shows is what the floor computed; no figure is made here.

mod board;
mod cover;
mod propose;
mod record;
mod words;

use std::collections::VecDeque;

use egui::{Key, Ui};
use uuid::Uuid;

use super::norms::layout;
use super::reason::{Reason, Words};
use crate::desktop::action::{Action, Answer, Tag, UndoBy, undo_of};
use crate::desktop::icons;
use crate::desktop::keys::{self, ActionInfo};
use crate::desktop::theme::{Kind, Theme, space};
use crate::desktop::widgets::board::Block;
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::{card, turn};
use crate::domain::month::Month;
use crate::floor::command::{AbsenceChange, AbsenceCommand, Command, CoverNamed, DowntimeCancel};
use crate::locale::{Arg, Lang};
use crate::views::absences::{AbsencesView, AgreementView, CoverView};

pub(super) use board::date_words;

/// What the dialog of an absence or downtime sends.
const RECORD: Tag = "absences-record";
/// What takes records back.
const REMOVE: Tag = "absences-remove";
/// What the dialog of a cover sends.
const PROPOSE: Tag = "absences-propose";
/// Accepting and withdrawing a cover.
const ANSWER: Tag = "absences-answer";

/// What can be done here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// Record an absence of who is chosen.
    Record,
    /// Record downtime of who is chosen.
    Idle,
    /// Take back what stands in the chosen cells, or withdraw the chosen cover.
    Remove,
    /// Propose a cover.
    Propose,
    /// Find people by name.
    Find,
    /// The month before.
    Previous,
    /// The month after.
    Next,
}

/// The acts with their keys.
pub const ACTS: [ActionInfo<Act>; 7] = [
    ActionInfo::new(Act::Record, "board-record", icons::PLUS).plain(Key::N),
    ActionInfo::new(Act::Idle, "board-idle", icons::PAUSE).plain(Key::D),
    ActionInfo::new(Act::Remove, "board-remove", icons::TRASH).plain(Key::Delete),
    ActionInfo::new(Act::Propose, "cover-propose", icons::SWAP).plain(Key::P),
    ActionInfo::new(Act::Find, "board-find", icons::MAGNIFYING_GLASS).command(Key::F),
    ActionInfo::new(Act::Previous, "kpi-previous", icons::CARET_LEFT).plain(Key::PageUp),
    ActionInfo::new(Act::Next, "kpi-next", icons::CARET_RIGHT).plain(Key::PageDown),
];

/// The keys that are no act of their own, for F1.
pub const KEYS: &[(&str, &str)] = &[
    ("1 2", "board-key-page"),
    ("← ↑ → ↓", "board-key-cells"),
    ("Shift+←…", "board-key-block"),
    ("Enter", "board-key-open"),
    ("Ctrl+Enter", "board-key-save"),
    ("Esc", "norms-key-close"),
];

/// A page of the screen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Page {
    /// The month board.
    #[default]
    Board,
    /// Agreements, and who really covered whom.
    Cover,
}

/// What the screen shows.
#[derive(Debug, Clone, Copy)]
pub struct View<'a> {
    /// The board.
    pub board: &'a AbsencesView,
    /// Who covered whom.
    pub cover: Option<&'a CoverView>,
    /// Why it did not come.
    pub cover_trouble: Option<&'a str>,
    /// Who looks: the personnel number.
    pub me: &'a str,
}

/// A record to be taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Gone {
    Absence(Uuid),
    Downtime(Uuid),
}

/// What the screen remembers.
#[derive(Debug, Default)]
pub struct Form {
    page: Page,
    block: Option<Block>,
    filter: String,
    finds: bool,
    record: Option<Box<record::Record>>,
    removing: Reason<Vec<Gone>>,
    queue: VecDeque<Command>,
    removed: usize,
    cover: cover::Form,
    propose: Option<Box<propose::Propose>>,
    /// The cover whose withdrawal is to be confirmed.
    withdrawing: Option<Uuid>,
    busy: bool,
    pressed: Vec<Act>,
}

impl Form {
    /// Comes to a page.
    pub fn come(&mut self, page: Page) {
        self.page = page;
    }

    /// Does what was chosen in the palette.
    pub fn press(&mut self, act: Act) {
        self.pressed.push(act);
    }

    /// The acts that can be done now.
    pub fn open_acts(keeps: bool) -> impl Iterator<Item = &'static ActionInfo<Act>> {
        ACTS.iter().filter(move |info| keeps || matches!(info.id, Act::Find | Act::Previous | Act::Next))
    }

    /// Takes the outcome of a command.
    pub fn answered(&mut self, tag: Tag, answer: Answer<'_>, lang: Lang, actions: &mut Vec<Action>) {
        self.busy = false;
        match tag {
            RECORD => self.recorded(answer, lang, actions),
            REMOVE => self.took_back(answer, lang, actions),
            PROPOSE => match (answer, &mut self.propose) {
                (Ok(accepted), _) => {
                    self.propose = None;
                    self.page = Page::Cover;
                    actions.push(done(Kind::Ok, lang.t("cover-proposed"), undo_of(accepted)));
                }
                (Err(text), Some(propose)) => text.clone_into(&mut propose.error),
                (Err(text), None) => actions.push(Action::Say(Kind::Bad, text.to_owned())),
            },
            _ => match answer {
                Ok(accepted) => {
                    let key = match (tag, self.withdrawing.take()) {
                        (ANSWER, Some(_)) => "cover-withdrawn-done",
                        (ANSWER, None) => "cover-accepted-done",
                        _ => "board-taken-back",
                    };
                    actions.push(done(Kind::Ok, lang.t(key), undo_of(accepted).filter(|_| tag == ANSWER)));
                }
                Err(text) => {
                    self.withdrawing = None;
                    actions.push(Action::Say(Kind::Bad, text.to_owned()));
                }
            },
        }
    }

    fn recorded(&mut self, answer: Answer<'_>, lang: Lang, actions: &mut Vec<Action>) {
        let Some(record) = &mut self.record else { return };
        match answer {
            Ok(accepted) => {
                if let Some(next) = record.accepted() {
                    self.busy = true;
                    actions.push(Action::Send { tag: RECORD, command: Box::new(next) });
                    return;
                }
                let undo = undo_of(accepted).filter(|_| record.sent() == 1);
                actions.push(done(Kind::Ok, record.done(lang), undo));
                self.record = None;
            }
            Err(text) => record.refused(text),
        }
    }

    fn took_back(&mut self, answer: Answer<'_>, lang: Lang, actions: &mut Vec<Action>) {
        match answer {
            Ok(_) => {
                self.queue.pop_front();
                self.removed += 1;
                if let Some(next) = self.queue.front().cloned() {
                    self.busy = true;
                    actions.push(Action::Send { tag: REMOVE, command: Box::new(next) });
                    return;
                }
                self.removing.accepted();
                let count = std::mem::take(&mut self.removed);
                actions.push(Action::Say(Kind::Ok, lang.with("board-removed", &[("count", count.into())])));
            }
            Err(text) => {
                self.queue.clear();
                self.removed = 0;
                if !self.removing.refused(text) {
                    actions.push(Action::Say(Kind::Bad, text.to_owned()));
                }
            }
        }
    }
}

fn done(kind: Kind, text: String, undo: Option<Command>) -> Action {
    match undo {
        Some(command) => Action::SayUndo(kind, text, UndoBy::Command(Box::new(command))),
        None => Action::Say(kind, text),
    }
}

/// Draws the screen; says whether the cover that did not come is to be asked for once more.
pub fn show(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form, actions: &mut Vec<Action>) -> bool {
    acts(ui, lang, view, form, actions);
    let again = card::content(ui, |ui| {
        card::screen_title(ui, &lang.t("board-title"), |ui| switch(ui, lang, view.board.month, actions));
        match form.page {
            Page::Board => board::show(ui, lang, view, form, actions),
            Page::Cover => cover::show(ui, lang, view, form, actions),
        }
    });
    dialogs(ui, lang, view, form, actions);
    again
}

fn acts(ui: &Ui, lang: Lang, view: &View<'_>, form: &mut Form, actions: &mut Vec<Action>) {
    match keys::pressed_digit(ui.ctx()) {
        Some(1) => form.page = Page::Board,
        Some(2) => form.page = Page::Cover,
        _ => {}
    }
    let pressed: Vec<Act> = std::mem::take(&mut form.pressed)
        .into_iter()
        .chain(keys::pressed(ui.ctx(), &ACTS).map(|info| info.id))
        .collect();
    for act in pressed {
        match act {
            Act::Record | Act::Idle if view.board.may_record => {
                form.page = Page::Board;
                begin(lang, view, form, act == Act::Idle, actions);
            }
            Act::Remove if form.page == Page::Board && view.board.may_record => remove(lang, view, form, actions),
            Act::Remove if form.page == Page::Cover => cover::withdraw(view, form),
            Act::Propose if view.board.may_propose => form.propose = Some(Box::new(board::proposal(lang, view, form))),
            Act::Find => {
                form.page = Page::Board;
                form.finds = true;
            }
            Act::Previous => actions.push(Action::SelectMonth(view.board.month.previous().to_string())),
            Act::Next => actions.push(Action::SelectMonth(view.board.month.next().to_string())),
            Act::Record | Act::Idle | Act::Remove | Act::Propose => {}
        }
    }
}

/// Opens the dialog of an absence or downtime for who is chosen.
fn begin(lang: Lang, view: &View<'_>, form: &mut Form, idle: bool, actions: &mut Vec<Action>) {
    match board::chosen(view, form) {
        Some(chosen) => form.record = Some(Box::new(record::Record::new(lang, &chosen, idle))),
        None => actions.push(Action::Say(Kind::Warn, lang.t("board-choose-first"))),
    }
}

/// Opens the dialog that takes back what touches the chosen cells.
fn remove(lang: Lang, view: &View<'_>, form: &mut Form, actions: &mut Vec<Action>) {
    let gone = board::records(view, form);
    if gone.is_empty() {
        actions.push(Action::Say(Kind::Warn, lang.t("board-nothing-there")));
    } else {
        form.removing.ask(gone);
    }
}

/// The month with a step back and on.
fn switch(ui: &mut Ui, lang: Lang, month: Month, actions: &mut Vec<Action>) {
    let to = turn::month(ui, lang, month, None).map(|way| way.of(month, None));
    actions.extend(to.map(|to| Action::SelectMonth(to.to_string())));
}

/// The two pages; what stands at the right of them is the page's.
fn pages(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form) {
    ui.spacing_mut().item_spacing.x = space::XS;
    let waiting = view.board.agreements.iter().filter(|one| one.may_accept).count();
    let cover = if waiting > 0 {
        let name = lang.t("cover-page");
        lang.with("review-page-count", &[("page", Arg::Text(&name)), ("count", waiting.into())])
    } else {
        lang.t("cover-page")
    };
    for (page, word, key) in [(Page::Board, lang.t("board-page"), "1"), (Page::Cover, cover, "2")] {
        let here = form.page == page;
        let button = if here { Button::secondary(&word).selected(true) } else { Button::quiet(&word) };
        if button.key(key).show(ui).clicked() {
            form.page = page;
        }
    }
}

fn dialogs(ui: &Ui, lang: Lang, view: &View<'_>, form: &mut Form, actions: &mut Vec<Action>) {
    let busy = form.busy;
    if let Some(record) = &mut form.record {
        let shown = record::show(ui, lang, view.board, record, busy);
        if let Some(command) = shown.inner {
            form.busy = true;
            actions.push(Action::Send { tag: RECORD, command: Box::new(command) });
        } else if shown.closed && !busy {
            form.record = None;
        }
    }
    if let Some(propose) = &mut form.propose {
        let shown = propose::show(ui, lang, view.board, propose, busy);
        if let Some(command) = shown.inner {
            form.busy = true;
            actions.push(Action::Send { tag: PROPOSE, command: Box::new(Command::Absence(command)) });
        } else if shown.closed && !busy {
            form.propose = None;
        }
    }
    removal(ui, lang, view, form, actions);
    withdrawal(ui, lang, view, form, actions);
}

/// The dialog that takes records back, with a reason.
fn removal(ui: &Ui, lang: Lang, view: &View<'_>, form: &mut Form, actions: &mut Vec<Action>) {
    let Some(gone) = form.removing.about() else { return };
    let named: Vec<String> = gone.iter().map(|gone| board::record_words(lang, view.board, *gone)).collect();
    let text = named.join("\n");
    let [title, label, empty, send] =
        ["board-remove-title", "board-remove-reason", "board-remove-empty", "board-remove-send"].map(|key| lang.t(key));
    let words = Words { title: &title, text: &text, label: &label, empty: &empty, send: &send, ready: &[] };
    let Some((gone, reason)) = form.removing.show(ui, lang, &words) else { return };
    form.removed = 0;
    form.queue = gone
        .into_iter()
        .map(|gone| match gone {
            Gone::Absence(absence) => AbsenceCommand::AbsenceChange(AbsenceChange {
                absence,
                from: None,
                to: None,
                kind: None,
                cancel: true,
                reason: Some(reason.clone()),
            }),
            Gone::Downtime(downtime) => {
                AbsenceCommand::DowntimeCancel(DowntimeCancel { downtime, reason: reason.clone() })
            }
        })
        .map(Command::Absence)
        .collect();
    if let Some(first) = form.queue.front().cloned() {
        form.busy = true;
        actions.push(Action::Send { tag: REMOVE, command: Box::new(first) });
    }
}

fn agreement<'a>(view: &View<'a>, cover: Uuid) -> Option<&'a AgreementView> {
    view.board.agreements.iter().find(|one| one.cover == cover)
}

/// Withdrawing a cover can't be taken back: it is confirmed.
fn withdrawal(ui: &Ui, lang: Lang, view: &View<'_>, form: &mut Form, actions: &mut Vec<Action>) {
    let Some(cover) = form.withdrawing else { return };
    let Some(agreement) = agreement(view, cover) else {
        form.withdrawing = None;
        return;
    };
    let confirmed = ui.input_mut(|input| {
        input.consume_key(egui::Modifiers::COMMAND, Key::Enter) || input.consume_key(egui::Modifiers::NONE, Key::Enter)
    });
    let shown = layout::dialog(ui, lang, &lang.t("cover-withdraw-title"), 520.0, |ui| {
        ui.label(Theme::of(ui).bold(words::pair(agreement)));
        let key = if agreement.accepted.is_some() { "cover-withdraw-accepted" } else { "cover-withdraw-text" };
        layout::quiet(ui, &lang.t(key));
        Button::danger(&lang.t("cover-withdraw")).key("Enter").enabled(!form.busy).show(ui).clicked()
    });
    if (shown.inner || confirmed) && !form.busy {
        form.busy = true;
        let command = AbsenceCommand::CoverWithdraw(CoverNamed { cover });
        actions.push(Action::Send { tag: ANSWER, command: Box::new(Command::Absence(command)) });
    } else if shown.closed && !form.busy {
        form.withdrawing = None;
    }
}
