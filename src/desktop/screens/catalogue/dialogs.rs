//! The dialogs of the catalogue: an action, the way out to a file, and a file coming in.

use std::sync::Arc;

use egui::{Align, Key, Layout, Modifiers, Ui};

use super::{Dialog, Form, SAVE, TAKE, View, details, edit, take};
use crate::desktop::action::{Action, Document};
use crate::desktop::icons;
use crate::desktop::screens::norms::{layout, words};
use crate::desktop::theme::{measure, space};
use crate::desktop::widgets::button::Button;
use crate::documents::catalogue;
use crate::floor::command::Command;
use crate::locale::{Arg, Lang};
use crate::views::norms::{ActionView, ActionsView};

const WIDTH: f32 = 720.0;
const WIDE: f32 = 1080.0;

/// What a dialog asks for in this frame.
enum Asked {
    Nothing,
    Command(Box<Command>),
    Save(Document),
}

/// Draws the dialog that is open and sends what it asks for.
pub(super) fn show(ui: &Ui, lang: Lang, view: &View<'_>, form: &mut Form, actions: &mut Vec<Action>) {
    let Some(dialog) = &mut form.dialog else { return };
    let confirmed = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
    let busy = form.sending;
    let (closed, asked, tag) = match dialog {
        Dialog::Edit(edit) => {
            let title = title(lang, view.actions, edit.code(), edit.is_new());
            let shown = layout::dialog(ui, lang, &title, WIDTH, |ui| {
                edit::body(ui, lang, view.actions, edit);
                primary(ui, &lang.t("catalogue-save"), icons::CHECK, !busy, "")
            });
            let command = if (shown.inner || confirmed) && !busy { edit.command(lang) } else { None };
            (shown.closed, command.map(Command::Catalogue).into(), SAVE)
        }
        Dialog::Details(code) => {
            let Some(action) = view.actions.actions.iter().find(|action| action.code == *code) else { return };
            let title = title(lang, view.actions, code, false);
            let shown = layout::dialog(ui, lang, &title, WIDTH, |ui| details::body(ui, lang, action));
            (shown.closed, Asked::Nothing, SAVE)
        }
        Dialog::Export => {
            let title = lang.t("catalogue-export-title");
            let shown = layout::dialog(ui, lang, &title, 520.0, |ui| export(ui, lang, view.actions));
            match shown.inner {
                Some(document) => (true, Asked::Save(document), SAVE),
                None => (shown.closed, Asked::Nothing, SAVE),
            }
        }
        Dialog::Take(taking) => {
            let title = lang.with("catalogue-take-title", &[("file", Arg::Text(taking.name()))]);
            let shown = layout::dialog(ui, lang, &title, WIDE, |ui| take::body(ui, lang, view, taking, busy));
            let command = if (shown.inner || confirmed) && !busy { taking.command() } else { None };
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
    }
    if closed {
        form.dialog = None;
    }
}

impl From<Option<Command>> for Asked {
    fn from(command: Option<Command>) -> Self {
        command.map_or(Self::Nothing, |command| Self::Command(Box::new(command)))
    }
}

fn title(lang: Lang, actions: &ActionsView, code: &str, fresh: bool) -> String {
    if fresh {
        return lang.t("catalogue-new-title");
    }
    let name = |action: &ActionView| words::name(lang, &action.name_ru, action.name_en.as_deref()).to_owned();
    let action = actions.actions.iter().find(|action| action.code == code).map(name).unwrap_or_default();
    lang.with("catalogue-edit-title", &[("code", Arg::Text(code)), ("action", Arg::Text(&action))])
}

/// The two ways out; gives the document that was asked for.
fn export(ui: &mut Ui, lang: Lang, actions: &ActionsView) -> Option<Document> {
    layout::quiet(ui, &lang.with("catalogue-export-text", &[("count", actions.actions.len().into())]));
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let (by_x, by_c) = (pressed(Key::X), pressed(Key::C));
    let row = egui::vec2(ui.available_width(), measure::PRIMARY);
    ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let (workbook, text) = (lang.t("catalogue-export-xlsx"), lang.t("catalogue-export-csv"));
        let xlsx = Button::primary(&workbook).icon(icons::TABLE).key("X").show(ui).clicked();
        let csv = Button::secondary(&text).icon(icons::FILE_TEXT).key("C").height(measure::PRIMARY).show(ui).clicked();
        if xlsx || by_x {
            Some(document(actions, "xlsx"))
        } else if csv || by_c {
            Some(document(actions, "csv"))
        } else {
            None
        }
    })
    .inner
}

fn document(actions: &ActionsView, ending: &'static str) -> Document {
    let table = catalogue::actions(actions);
    let make = move || {
        if ending == "xlsx" {
            table.xlsx().map_err(|error| error.to_string())
        } else {
            table.csv().map_err(|error| error.to_string())
        }
    };
    Document { file: format!("actions.{ending}"), make: Arc::new(make) }
}

/// The button that carries a dialog out.
pub(super) fn primary(ui: &mut Ui, word: &str, icon: &str, enabled: bool, why: &str) -> bool {
    let row = egui::vec2(ui.available_width(), measure::PRIMARY);
    ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
        let button = Button::primary(word).icon(icon).key("Ctrl+Enter").enabled(enabled);
        let button = if enabled { button } else { button.tooltip(why) };
        button.show(ui).clicked()
    })
    .inner
}
