//! The desk's keys: taken before the widgets see them, so that a digit, a sign or a letter acts where it may and is text elsewhere.

use egui::{Event, Modifiers, Ui};

use super::{Focus, Form};
use crate::desktop::action::Action;
use crate::desktop::icons;
use crate::desktop::keys::{self, ActionInfo};
use crate::views::tickets::DeskView;

/// What a key does on the desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// Begin a ticket.
    New,
    /// Save the one in the editor.
    Save,
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
}

const TABLE: &[ActionInfo<Key>] = &[
    ActionInfo::new(Key::New, "desk-new", icons::PLUS).command(egui::Key::N),
    ActionInfo::new(Key::Save, "desk-save", icons::CHECK).command(egui::Key::Enter),
    ActionInfo::new(Key::Hard, "desk-hard", icons::FLAG).command(egui::Key::H).plain(egui::Key::H),
    ActionInfo::new(Key::Next, "desk-key-next", icons::ARROW_RIGHT).command(egui::Key::PageDown),
    ActionInfo::new(Key::Previous, "desk-key-next", icons::ARROW_LEFT).command(egui::Key::PageUp),
    ActionInfo::new(Key::Up, "desk-key-current", icons::CARET_UP).shortcut(Modifiers::ALT, egui::Key::ArrowUp),
    ActionInfo::new(Key::Down, "desk-key-current", icons::CARET_DOWN).shortcut(Modifiers::ALT, egui::Key::ArrowDown),
];

const UNDO: ActionInfo<()> = ActionInfo::new((), "desk-undo", icons::ARROW_U_UP_LEFT).command(egui::Key::Z);

/// A key as people read it.
pub fn key(ui: &Ui, key: Key) -> String {
    let shortcut = TABLE.iter().find(|info| info.id == key).and_then(|info| info.shortcut);
    shortcut.map_or_else(String::new, |shortcut| keys::shortcut_text(ui.ctx(), &shortcut, &|_| None))
}

/// Carries out what was pressed.
pub fn act(ui: &Ui, view: &DeskView, form: &mut Form, actions: &mut Vec<Action>) {
    if ui.memory(|memory| memory.top_modal_layer().is_some()) {
        return;
    }
    let by = signs(ui, form);
    if by != 0 {
        form.draft().change(by);
    }
    // A blank editor has nothing of its own to undo: there the key takes the last save back.
    if form.undo.is_some() && !form.draft().begun() && keys::is_pressed(ui.ctx(), &UNDO) {
        form.take_back(actions);
    }
    let Some(pressed) = keys::pressed(ui.ctx(), TABLE) else { return };
    match pressed.id {
        Key::New => form.begin(),
        Key::Save => form.save(actions),
        Key::Hard => form.draft().mark_hard(&view.actions),
        Key::Next => turn(form, 1),
        Key::Previous => turn(form, form.tickets.len().saturating_sub(1)),
        Key::Up => form.draft().current = form.draft().current.saturating_sub(1),
        Key::Down => {
            let last = form.draft().decisions.len().saturating_sub(1);
            form.draft().current = (form.draft().current + 1).min(last);
        }
    }
}

fn turn(form: &mut Form, by: usize) {
    if form.tickets.len() > 1 {
        form.current = (form.current + by) % form.tickets.len();
        form.focus = Some(Focus::Decision);
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
