//! The dialogs of norms: a new draft, a line, and the submission with its grounds.

use egui::{Key, Modifiers, Ui};
use uuid::Uuid;

use super::{DRAFT, Dialog, Form, LINE, SUBMIT, edit, layout, words};
use crate::desktop::action::Action;
use crate::desktop::icons;
use crate::desktop::theme::{Kind, measure};
use crate::desktop::widgets::badge;
use crate::desktop::widgets::button::{Button, choices};
use crate::desktop::widgets::field::{self, Field};
use crate::domain::code::Code;
use crate::domain::units::BasisPoints;
use crate::floor::command::{Command, NormsCommand, SetDraft, SetSubmit};
use crate::locale::{Arg, Lang};
use crate::views::norms::{ActionsView, SetView, SetsView};
use crate::views::studies::StudiesView;

const WIDTH: f32 = 600.0;

/// Where a new draft's norms come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum From {
    Studies,
    Empty,
    Copy,
}

/// A draft being begun.
#[derive(Debug)]
pub struct NewSet {
    /// Its id, kept until it is accepted.
    pub set: Uuid,
    name: String,
    department: usize,
    from: From,
    copied: Option<(Uuid, String)>,
    allowance: String,
    /// Why the last attempt came to nothing.
    pub error: String,
    begun: bool,
}

/// A submission being written.
#[derive(Debug)]
pub struct Submit {
    set: Uuid,
    grounds: String,
    /// Why the last attempt came to nothing.
    pub error: String,
    begun: bool,
}

impl NewSet {
    /// From studies, or from the set that is copied.
    pub fn new(lang: Lang, sets: &SetsView, copied: Option<&SetView>) -> Self {
        let department = copied
            .and_then(|set| sets.departments.iter().position(|department| department.code == set.department.code));
        let name =
            copied.map_or_else(String::new, |set| lang.with("norms-copy-name", &[("set", Arg::Text(&set.name))]));
        Self {
            set: Uuid::now_v7(),
            name,
            department: department.unwrap_or(0),
            from: if copied.is_some() { From::Copy } else { From::Studies },
            copied: copied.map(|set| (set.set, set.name.clone())),
            allowance: copied.map(|set| words::per_cent(lang, set.allowance_bp)).unwrap_or_default(),
            error: String::new(),
            begun: false,
        }
    }

    fn command(&self, sets: &SetsView) -> Option<Command> {
        let department = sets.departments.get(self.department)?;
        let allowance = self.allowance.trim();
        let allowance = if allowance.is_empty() { None } else { Some(BasisPoints(words::decimal(allowance, 2)?)) };
        let from = match self.from {
            From::Studies => "studies".to_owned(),
            From::Empty => "empty".to_owned(),
            From::Copy => self.copied.as_ref()?.0.to_string(),
        };
        Some(Command::Norms(NormsCommand::SetDraft(SetDraft {
            set: self.set,
            department: Code::new(&department.code).ok()?,
            name: self.name.trim().to_owned(),
            from,
            allowance_bp: allowance,
            convention: None,
        })))
    }
}

impl Submit {
    /// An empty one.
    pub fn new(set: Uuid) -> Self {
        Self { set, grounds: String::new(), error: String::new(), begun: false }
    }
}

/// Draws the dialog that is open and sends what it asks for.
#[expect(clippy::too_many_arguments, reason = "views, form, actions")]
pub fn show(
    ui: &Ui,
    lang: Lang,
    sets: &SetsView,
    set: Option<&SetView>,
    catalogue: &ActionsView,
    studies: Option<&StudiesView>,
    form: &mut Form,
    actions: &mut Vec<Action>,
) {
    let confirmed = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
    let busy = form.sending;
    let Some(dialog) = &mut form.dialog else { return };
    let (shown, tag) = match dialog {
        Dialog::New(new) => (
            layout::dialog(ui, lang, &lang.t("norms-new-title"), WIDTH, |ui| new_body(ui, lang, sets, new, busy)),
            DRAFT,
        ),
        Dialog::Line(line) => {
            let Some(set) = set else { return };
            let shown = layout::dialog(ui, lang, &lang.t("norms-line-title"), WIDTH, |ui| {
                edit::body(ui, lang, set, catalogue, studies, line);
                button(ui, &lang.t("norms-line-save"), icons::CHECK, !busy, "")
            });
            (shown, LINE)
        }
        Dialog::Submit(submit) => {
            let Some(set) = set else { return };
            (
                layout::dialog(ui, lang, &lang.t("norms-submit-title"), WIDTH, |ui| {
                    submit_body(ui, lang, set, submit, busy)
                }),
                SUBMIT,
            )
        }
    };
    if (shown.inner || confirmed) && !busy {
        let command = match dialog {
            Dialog::New(new) => new.command(sets),
            Dialog::Line(line) => line.command(lang),
            Dialog::Submit(submit) => {
                let grounds = submit.grounds.trim().to_owned();
                Some(Command::Norms(NormsCommand::SetSubmit(SetSubmit { set: submit.set, grounds })))
            }
        };
        if let Some(command) = command {
            form.sending = true;
            actions.push(Action::Send { tag, command: Box::new(command) });
        }
    }
    if shown.closed {
        form.dialog = None;
    }
}

fn new_body(ui: &mut Ui, lang: Lang, sets: &SetsView, new: &mut NewSet, busy: bool) -> bool {
    let [name, department, from, allowance] =
        ["norms-field-name", "norms-field-department", "norms-field-from", "norms-field-set-allowance"]
            .map(|key| lang.t(key));
    let response =
        field::text(ui, &Field { placeholder: &lang.t("norms-name-placeholder"), ..Field::new(&name) }, &mut new.name);
    if !std::mem::replace(&mut new.begun, true) {
        response.request_focus();
    }
    if sets.departments.len() > 1 {
        let chosen = sets.departments.get(new.department).map_or("", |department| department.name.as_str());
        field::wrap(ui, &Field::new(&department), |ui| {
            let combo =
                egui::ComboBox::from_id_salt("norms-department").width(ui.available_width()).selected_text(chosen);
            let shown = combo.show_ui(ui, |ui| {
                for (place, department) in sets.departments.iter().enumerate() {
                    ui.selectable_value(&mut new.department, place, &department.name);
                }
            });
            shown.response
        });
    } else if let Some(only) = sets.departments.first() {
        layout::fact(ui, &department, &only.name);
    }
    layout::name(ui, &from);
    let mut ways = vec![(From::Studies, lang.t("norms-from-studies")), (From::Empty, lang.t("norms-from-empty"))];
    if let Some((_, copied)) = &new.copied {
        ways.push((From::Copy, lang.with("norms-from-copy", &[("set", Arg::Text(copied))])));
    }
    let names: Vec<&str> = ways.iter().map(|(_, name)| name.as_str()).collect();
    let chosen = ways.iter().position(|(from, _)| *from == new.from).unwrap_or(0);
    if let Some((from, _)) = choices(ui, &names, chosen).and_then(|place| ways.get(place)) {
        new.from = *from;
    }
    layout::caption(
        ui,
        &lang.t(match new.from {
            From::Studies => "norms-from-studies-text",
            From::Empty => "norms-from-empty-text",
            From::Copy => "norms-from-copy-text",
        }),
    );
    let unread = !new.allowance.trim().is_empty() && words::decimal(&new.allowance, 2).is_none();
    let error = if unread { lang.t("norms-bad-number") } else { String::new() };
    let hint = lang.t("norms-set-allowance-hint");
    field::text(
        ui,
        &Field { hint: &hint, error: &error, placeholder: "0", ..Field::new(&allowance) },
        &mut new.allowance,
    );
    if !new.error.is_empty() {
        badge::banner(ui, Kind::Bad, &new.error, "");
    }
    let ready = !new.name.trim().is_empty() && !unread;
    button(ui, &lang.t("norms-create"), icons::CHECK, ready && !busy, &lang.t("norms-create-why"))
}

fn submit_body(ui: &mut Ui, lang: Lang, set: &SetView, submit: &mut Submit, busy: bool) -> bool {
    layout::quiet(
        ui,
        &lang.with("norms-submit-text", &[("set", Arg::Text(&set.name)), ("count", set.lines.len().into())]),
    );
    if !set.missing.is_empty() {
        badge::banner(ui, Kind::Bad, &lang.with("norms-missing", &[("count", set.missing.len().into())]), "");
    }
    if !set.open_flags.is_empty() {
        badge::banner(ui, Kind::Bad, &lang.with("norms-submit-flags", &[("count", set.open_flags.len().into())]), "");
    }
    let [label, hint, placeholder] =
        ["norms-field-grounds", "norms-grounds-hint", "norms-grounds-placeholder"].map(|key| lang.t(key));
    let grounds = Field { hint: &hint, placeholder: &placeholder, lines: 4, ..Field::new(&label) };
    let response = field::text(ui, &grounds, &mut submit.grounds);
    if !std::mem::replace(&mut submit.begun, true) {
        response.request_focus();
    }
    if !submit.error.is_empty() {
        badge::banner(ui, Kind::Bad, &submit.error, "");
    }
    let ready = set.missing.is_empty() && set.open_flags.is_empty();
    button(ui, &lang.t("norms-submit"), icons::PAPER_PLANE_TILT, ready && !busy, &lang.t("norms-submit-why"))
}

fn button(ui: &mut Ui, word: &str, icon: &str, enabled: bool, why: &str) -> bool {
    let row = egui::vec2(ui.available_width(), measure::PRIMARY);
    ui.allocate_ui_with_layout(row, egui::Layout::right_to_left(egui::Align::Center), |ui| {
        let button = Button::primary(word).icon(icon).key("Ctrl+Enter").enabled(enabled);
        let button = if enabled { button } else { button.tooltip(why) };
        button.show(ui).clicked()
    })
    .inner
}
