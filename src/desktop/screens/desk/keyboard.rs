//! The desk's keys: taken before the widgets see them, so that a digit, a sign or a letter acts where it may and is text elsewhere.

use egui::{Event, Modifiers, Ui};

use super::form::{Focus, Form};
use super::{View, calls};
use crate::desktop::action::Action;
use crate::desktop::icons;
use crate::desktop::keys::{self, ActionInfo};
use crate::locale::Lang;

/// What a key does on the desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// Begin a ticket.
    New,
    /// Save the one in the editor.
    Save,
    /// Give the one in the editor up.
    Leave,
    /// Open the last saved one to be corrected.
    Correct,
    /// Mark a hard case.
    Hard,
    /// The next open ticket.
    Next,
    /// The one before.
    Previous,
    /// The decision above.
    Up,
    /// The decision below.
    Down,
    /// The channel.
    Channel,
    /// How the contact ended.
    Outcome,
    /// The colleague it is done for.
    Behalf,
    /// The comment.
    Comment,
    /// The time of the finish.
    Finish,
    /// The list of waiting calls.
    Calls,
    /// Take the waiting call in.
    Take,
}

const TABLE: &[ActionInfo<Key>] = &[
    ActionInfo::new(Key::New, "desk-new", icons::PLUS).command(egui::Key::N),
    ActionInfo::new(Key::Save, "desk-save", icons::CHECK).command(egui::Key::Enter),
    ActionInfo::new(Key::Leave, "desk-key-leave", icons::X).command(egui::Key::W),
    ActionInfo::new(Key::Correct, "desk-key-correct", icons::PENCIL_SIMPLE).command(egui::Key::E),
    ActionInfo::new(Key::Hard, "desk-hard", icons::FLAG).command(egui::Key::H).plain(egui::Key::H),
    ActionInfo::new(Key::Next, "desk-key-next", icons::ARROW_RIGHT).shortcut(Modifiers::CTRL, egui::Key::Tab),
    ActionInfo::new(Key::Previous, "desk-key-next", icons::ARROW_LEFT)
        .shortcut(Modifiers { shift: true, ..Modifiers::CTRL }, egui::Key::Tab),
    ActionInfo::new(Key::Next, "desk-key-next", icons::ARROW_RIGHT).command(egui::Key::PageDown),
    ActionInfo::new(Key::Previous, "desk-key-next", icons::ARROW_LEFT).command(egui::Key::PageUp),
    ActionInfo::new(Key::Up, "desk-key-current", icons::CARET_UP).shortcut(Modifiers::ALT, egui::Key::ArrowUp),
    ActionInfo::new(Key::Down, "desk-key-current", icons::CARET_DOWN).shortcut(Modifiers::ALT, egui::Key::ArrowDown),
    ActionInfo::new(Key::Channel, "desk-channel", icons::PHONE).shortcut(Modifiers::NONE, egui::Key::F2),
    ActionInfo::new(Key::Outcome, "desk-outcome", icons::CHECK_CIRCLE).shortcut(Modifiers::NONE, egui::Key::F3),
    ActionInfo::new(Key::Behalf, "desk-behalf", icons::USERS).shortcut(Modifiers::NONE, egui::Key::F4),
    ActionInfo::new(Key::Comment, "desk-comment", icons::NOTE).shortcut(Modifiers::NONE, egui::Key::F5),
    ActionInfo::new(Key::Finish, "desk-finish", icons::CLOCK).shortcut(Modifiers::NONE, egui::Key::F6),
    ActionInfo::new(Key::Calls, "desk-calls", icons::LIST).shortcut(Modifiers::NONE, egui::Key::F7),
    ActionInfo::new(Key::Take, "desk-key-take", icons::PHONE).shortcut(Modifiers::NONE, egui::Key::F8),
];

const UNDO: ActionInfo<()> = ActionInfo::new((), "desk-undo", icons::ARROW_U_UP_LEFT).command(egui::Key::Z);

const DIGITS: [egui::Key; 9] = [
    egui::Key::Num1,
    egui::Key::Num2,
    egui::Key::Num3,
    egui::Key::Num4,
    egui::Key::Num5,
    egui::Key::Num6,
    egui::Key::Num7,
    egui::Key::Num8,
    egui::Key::Num9,
];

/// A key as people read it.
pub fn key(ui: &Ui, key: Key) -> String {
    let shortcut = TABLE.iter().find(|info| info.id == key).and_then(|info| info.shortcut);
    shortcut.map_or_else(String::new, |shortcut| keys::shortcut_text(ui.ctx(), &shortcut, &|_| None))
}

/// Carries out what was pressed.
pub(super) fn act(ui: &Ui, lang: Lang, view: &View<'_>, form: &mut Form, actions: &mut Vec<Action>) {
    if ui.memory(|memory| memory.top_modal_layer().is_some()) {
        return;
    }
    let by = signs(ui, form);
    if by != 0 {
        form.draft().change(by);
    }
    // A blank editor has nothing of its own to undo: there the key takes the last save back.
    if form.undo.is_some() && !form.draft().holds() && keys::is_pressed(ui.ctx(), &UNDO) {
        form.take_back(actions);
    }
    if form.has_tabs()
        && let Some(place) = DIGITS.iter().position(|digit| {
            let info = ActionInfo::new((), "", "").command(*digit);
            keys::is_pressed(ui.ctx(), &info)
        })
    {
        form.turn_to(place);
    }
    if let Some(pressed) = keys::pressed(ui.ctx(), TABLE) {
        press(lang, view, form, pressed.id, actions);
    }
}

fn press(lang: Lang, view: &View<'_>, form: &mut Form, key: Key, actions: &mut Vec<Action>) {
    let correcting = form.draft().correcting.is_some();
    match key {
        Key::New => drop(form.begin(view.desk, lang, actions)),
        Key::Save => form.save(view, lang, actions),
        Key::Leave => {
            let ticket = form.draft().ticket;
            form.leave(ticket, actions);
        }
        Key::Correct => form.correct_last(view.desk),
        Key::Hard => form.draft().mark_hard(&view.desk.actions),
        Key::Next => turn(form, 1),
        Key::Previous => turn(form, form.tickets.len().saturating_sub(1)),
        Key::Up => form.draft().current = form.draft().current.saturating_sub(1),
        Key::Down => {
            let last = form.draft().decisions.len().saturating_sub(1);
            form.draft().current = (form.draft().current + 1).min(last);
        }
        Key::Channel => form.channel.open(),
        Key::Outcome if !correcting => form.outcome.open(),
        Key::Behalf if !correcting && !view.desk.colleagues.is_empty() => form.behalf.open(),
        Key::Comment => form.focus = Some(Focus::Comment),
        Key::Finish if !correcting => form.focus = Some(Focus::Finish),
        Key::Calls if !view.desk.calls.is_empty() => form.focus = Some(Focus::Calls),
        Key::Take => calls::take_first(lang, view, form, actions),
        Key::Outcome | Key::Behalf | Key::Finish | Key::Calls => {}
    }
}

fn turn(form: &mut Form, by: usize) {
    if form.has_tabs() {
        form.turn_to((form.current + by) % form.tickets.len());
    }
}

/// `+` and `−` change the quantity while no text is typed, or while the search field is empty; elsewhere they are text.
fn signs(ui: &Ui, form: &mut Form) -> i64 {
    let free = !keys::is_typing(ui.ctx()) && !keys::is_covered(ui.ctx());
    let searching = form.picking && form.pick.text.is_empty();
    if !(free || searching) || form.draft().decisions.is_empty() {
        return 0;
    }
    let (mut by_text, mut by_key) = (0, 0);
    ui.input_mut(|input| {
        input.events.retain(|event| match event {
            Event::Text(text) => match sign(text) {
                0 => true,
                by => {
                    by_text += by;
                    false
                }
            },
            Event::Key { key, pressed: true, modifiers, .. } if !modifiers.command && !modifiers.alt => match key {
                egui::Key::Plus | egui::Key::Equals => {
                    by_key += 1;
                    false
                }
                egui::Key::Minus => {
                    by_key -= 1;
                    false
                }
                _ => true,
            },
            _ => true,
        });
    });
    // A window sends the key and its text; a remote control only one of them.
    if by_text == 0 { by_key } else { by_text }
}

fn sign(text: &str) -> i64 {
    match text {
        "+" | "=" => 1,
        "-" | "−" => -1,
        _ => 0,
    }
}
