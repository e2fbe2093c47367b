//! The dialogs of people: a department, a person, a one-time password, the way out to a file, and a file coming in.

use std::sync::Arc;

use egui::{Align, Key, Layout, Modifiers, Ui};

use super::{Dialog, Form, SAVE, TAKE, View, details, password, take};
use crate::desktop::action::{Action, Document};
use crate::desktop::icons;
use crate::desktop::screens::norms::layout;
use crate::desktop::theme::{measure, space};
use crate::desktop::widgets::button::Button;
use crate::documents;
use crate::floor::command::Command;
use crate::locale::{Arg, Lang};
use crate::views::people::PersonView;

const WIDTH: f32 = 760.0;
const NARROW: f32 = 560.0;
const WIDE: f32 = 1040.0;

/// What a dialog asks for in this frame.
enum Asked {
    Nothing,
    Command(Box<Command>),
    Save(Document),
    Password,
}

impl From<Option<Command>> for Asked {
    fn from(command: Option<Command>) -> Self {
        command.map_or(Self::Nothing, |command| Self::Command(Box::new(command)))
    }
}

/// Draws the dialog that is open and sends what it asks for.
pub(super) fn show(ui: &Ui, lang: Lang, view: &View<'_>, form: &mut Form, actions: &mut Vec<Action>) {
    let shown = form.list.people(lang, view);
    let Some(dialog) = &mut form.dialog else { return };
    let confirmed = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
    let busy = form.sending;
    let (closed, asked, tag) = match dialog {
        Dialog::Department(department) => {
            let shown = layout::dialog(ui, lang, &lang.t("people-department-add"), NARROW, |ui| {
                department.body(ui, lang);
                primary(ui, &lang.t("people-department-save"), !busy, "")
            });
            let command = if (shown.inner || confirmed) && !busy { department.command(lang) } else { None };
            (shown.closed, command.map(Command::People).into(), SAVE)
        }
        Dialog::Edit(edit) => {
            let (title, word) = if edit.is_new() {
                (lang.t("people-add"), "people-save-new")
            } else {
                (lang.with("people-change-title", &[("name", Arg::Text(edit.name()))]), "people-save")
            };
            let shown = layout::dialog(ui, lang, &title, WIDTH, |ui| {
                edit.body(ui, lang, view);
                primary(ui, &lang.t(word), !busy, "")
            });
            let command = if (shown.inner || confirmed) && !busy { edit.command(lang) } else { None };
            (shown.closed, command.map(Command::People).into(), SAVE)
        }
        Dialog::Details(code) => {
            let Some(person) = super::person(view, code) else { return };
            let shown = layout::dialog(ui, lang, &person.name, WIDTH, |ui| details::body(ui, lang, view, person));
            (shown.closed, Asked::Nothing, SAVE)
        }
        Dialog::Password(password) => {
            let title = password.title(lang);
            let shown = layout::dialog(ui, lang, &title, NARROW, |ui| password.body(ui, lang, confirmed));
            match shown.inner {
                password::Wanted::Set => (false, Asked::Password, SAVE),
                password::Wanted::Close => (true, Asked::Nothing, SAVE),
                password::Wanted::Nothing => (shown.closed && password.may_slip(), Asked::Nothing, SAVE),
            }
        }
        Dialog::Export => {
            let title = lang.t("people-export-title");
            let shown = layout::dialog(ui, lang, &title, NARROW, |ui| export(ui, lang, &shown));
            match shown.inner {
                Some(document) => (true, Asked::Save(document), SAVE),
                None => (shown.closed, Asked::Nothing, SAVE),
            }
        }
        Dialog::Take(taking) => {
            let title = lang.with("people-take-title", &[("file", Arg::Text(taking.name()))]);
            let shown = layout::dialog(ui, lang, &title, WIDE, |ui| take::body(ui, lang, view, taking, busy));
            let command = if (shown.inner || confirmed) && !busy { taking.command(view) } else { None };
            // What is on its way is waited for: half a file would otherwise look like a whole one.
            (shown.closed && !busy, command.into(), TAKE)
        }
    };
    match asked {
        Asked::Nothing => {}
        Asked::Command(command) => {
            form.sending = true;
            actions.push(Action::Send { tag, command });
        }
        Asked::Save(document) => actions.push(Action::Save(document)),
        Asked::Password => form.send_password(actions),
    }
    if closed {
        form.dialog = None;
    }
}

/// The two ways out of what the list shows; gives the document that was asked for.
fn export(ui: &mut Ui, lang: Lang, people: &[&PersonView]) -> Option<Document> {
    layout::quiet(ui, &lang.with("people-export-text", &[("count", people.len().into())]));
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let (by_x, by_c) = (pressed(Key::X), pressed(Key::C));
    let row = egui::vec2(ui.available_width(), measure::PRIMARY);
    ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let (workbook, text) = (lang.t("catalogue-export-xlsx"), lang.t("catalogue-export-csv"));
        let xlsx = Button::primary(&workbook).icon(icons::TABLE).key("X").show(ui).clicked();
        let csv = Button::secondary(&text).icon(icons::FILE_TEXT).key("C").height(measure::PRIMARY).show(ui).clicked();
        if xlsx || by_x {
            Some(document(people, "xlsx"))
        } else if csv || by_c {
            Some(document(people, "csv"))
        } else {
            None
        }
    })
    .inner
}

fn document(people: &[&PersonView], ending: &'static str) -> Document {
    let table = documents::people::people(people.iter().copied());
    let make = move || {
        if ending == "xlsx" {
            table.xlsx().map_err(|error| error.to_string())
        } else {
            table.csv().map_err(|error| error.to_string())
        }
    };
    Document { file: format!("people.{ending}"), make: Arc::new(make) }
}

/// The button that carries a dialog out.
pub(super) fn primary(ui: &mut Ui, word: &str, enabled: bool, why: &str) -> bool {
    let row = egui::vec2(ui.available_width(), measure::PRIMARY);
    ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
        let button = Button::primary(word).icon(icons::CHECK).key("Ctrl+Enter").enabled(enabled);
        let button = if enabled { button } else { button.tooltip(why) };
        button.show(ui).clicked()
    })
    .inner
}
