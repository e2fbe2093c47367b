//! A dialog that asks for one text: a reason, a question, an answer, a conclusion.
//!
//! What is typed stays until the floor has accepted it; an empty text is answered here, in words.

use egui::{Key, Modifiers, Ui};

use super::norms::layout;
use crate::desktop::theme::space;
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::field::{self, Field};
use crate::locale::Lang;

/// The dialog and what it is about; closed by default.
#[derive(Debug)]
pub struct Reason<T> {
    open: Option<(T, String)>,
    /// It has just opened: its field wants the keyboard.
    fresh: bool,
    busy: bool,
    error: String,
}

impl<T> Default for Reason<T> {
    fn default() -> Self {
        Self { open: None, fresh: false, busy: false, error: String::new() }
    }
}

/// The words of the dialog, all in the reader's language.
#[derive(Debug, Clone, Copy, Default)]
pub struct Words<'a> {
    /// Its title.
    pub title: &'a str,
    /// What it is about, above the field.
    pub text: &'a str,
    /// The field's name.
    pub label: &'a str,
    /// Said when nothing was typed.
    pub empty: &'a str,
    /// The button's word.
    pub send: &'a str,
    /// Texts that are typed every day, as buttons.
    pub ready: &'a [String],
}

impl<T: Clone> Reason<T> {
    /// Opens it.
    pub fn ask(&mut self, about: T) {
        self.ask_with(about, String::new());
    }

    /// Opens it with a text to go on from.
    pub fn ask_with(&mut self, about: T, text: String) {
        *self = Self { open: Some((about, text)), fresh: true, busy: false, error: String::new() };
    }

    /// What it is about, while it is open.
    #[must_use]
    pub fn about(&self) -> Option<&T> {
        self.open.as_ref().map(|(about, _)| about)
    }

    /// The floor has accepted it: closes. Gives what it was about.
    pub fn accepted(&mut self) -> Option<T> {
        std::mem::take(self).open.map(|(about, _)| about)
    }

    /// The floor has refused it: says why and keeps what was typed. `false` when it was not open.
    pub fn refused(&mut self, text: &str) -> bool {
        self.busy = false;
        if self.open.is_some() {
            text.clone_into(&mut self.error);
        }
        self.open.is_some()
    }

    /// Draws it while it is open; gives what to send.
    pub fn show(&mut self, ui: &Ui, lang: Lang, words: &Words<'_>) -> Option<(T, String)> {
        let (_, typed) = self.open.as_mut()?;
        let mut send = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
        let (fresh, error, busy) = (&mut self.fresh, &self.error, self.busy);
        let shown = layout::dialog(ui, lang, words.title, 520.0, |ui| {
            if !words.text.is_empty() {
                layout::quiet(ui, words.text);
            }
            let field = Field { error, keep_line: true, ..Field::new(words.label) };
            let response = field::text(ui, &field, typed);
            if std::mem::take(fresh) {
                response.request_focus();
            }
            // In a field of one line Enter says the same as the button.
            send |= response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing.x = space::XS;
                for ready in words.ready {
                    if Button::quiet(ready).selected(typed == ready).show(ui).clicked() {
                        ready.clone_into(typed);
                        *fresh = true;
                    }
                }
            });
            send |= Button::primary(words.send).key("Enter").enabled(!busy).show(ui).clicked();
        });
        if shown.closed {
            *self = Self::default();
            return None;
        }
        if !send || self.busy {
            return None;
        }
        let (about, text) = self.open.clone()?;
        let text = text.trim().to_owned();
        if text.is_empty() {
            words.empty.clone_into(&mut self.error);
            self.fresh = true;
            return None;
        }
        self.busy = true;
        self.error.clear();
        Some((about, text))
    }
}
