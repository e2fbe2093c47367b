//! The dialogs of norms: which one is open, its button and its command; and the draft being begun.

use egui::{Key, Modifiers, Ui};
use uuid::Uuid;

use super::terms::Allowance;
use super::{DRAFT, Dialog, Form, LINE, PILOT, SUBMIT, TERMS, View, WITHDRAW, edit, layout};
use crate::desktop::action::Action;
use crate::desktop::icons;
use crate::desktop::theme::{Kind, measure};
use crate::desktop::widgets::badge;
use crate::desktop::widgets::button::{Button, choices};
use crate::desktop::widgets::field::{self, Field};
use crate::domain::code::Code;
use crate::floor::command::{Command, NormsCommand, SetDraft};
use crate::locale::{Arg, Lang};
use crate::views::norms::{SetView, SetsView};

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
    copied: Option<Copied>,
    allowance: Allowance,
    /// Why the last attempt came to nothing.
    pub error: String,
    begun: bool,
}

/// The set that can be copied.
#[derive(Debug)]
struct Copied {
    set: Uuid,
    name: String,
    allowance: Allowance,
}

impl NewSet {
    /// From studies, with the set on screen to copy if that is chosen.
    pub fn new(lang: Lang, sets: &SetsView, on_screen: Option<&SetView>) -> Self {
        let copy = Self::copy(lang, sets, on_screen);
        Self { from: From::Studies, name: String::new(), allowance: Allowance::default(), ..copy }
    }

    /// A copy of the set on screen.
    pub fn copy(lang: Lang, sets: &SetsView, copied: Option<&SetView>) -> Self {
        let department = copied
            .and_then(|set| sets.departments.iter().position(|department| department.code == set.department.code));
        let name =
            copied.map_or_else(String::new, |set| lang.with("norms-copy-name", &[("set", Arg::Text(&set.name))]));
        Self {
            set: Uuid::now_v7(),
            name,
            department: department.unwrap_or(0),
            from: From::Copy,
            copied: copied.map(|set| Copied {
                set: set.set,
                name: set.name.clone(),
                allowance: Allowance::of(lang, set.allowance_bp, set.convention),
            }),
            allowance: copied.map(|set| Allowance::of(lang, set.allowance_bp, set.convention)).unwrap_or_default(),
            error: String::new(),
            begun: false,
        }
    }

    fn command(&self, sets: &SetsView) -> Option<Command> {
        let department = sets.departments.get(self.department)?;
        let (allowance, convention) = self.allowance.read()?;
        let from = match self.from {
            From::Studies => "studies".to_owned(),
            From::Empty => "empty".to_owned(),
            From::Copy => self.copied.as_ref()?.set.to_string(),
        };
        Some(Command::Norms(NormsCommand::SetDraft(SetDraft {
            set: self.set,
            department: Code::new(&department.code).ok()?,
            name: self.name.trim().to_owned(),
            from,
            allowance_bp: Some(allowance),
            convention: Some(convention),
        })))
    }
}

/// Draws the dialog that is open and sends what it asks for.
pub fn show(ui: &Ui, lang: Lang, view: &View<'_>, set: Option<&SetView>, form: &mut Form, actions: &mut Vec<Action>) {
    let confirmed = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
    let busy = form.sending;
    let Some(dialog) = &mut form.dialog else { return };
    let (title, tag) = match dialog {
        Dialog::New(_) => ("norms-new-title", DRAFT),
        Dialog::Line(_) => ("norms-line-title", LINE),
        Dialog::Submit(_) => ("norms-submit-title", SUBMIT),
        Dialog::Terms(_) => ("norms-terms-title", TERMS),
        Dialog::Pilot(_) => ("norms-pilot-title", PILOT),
        Dialog::Withdraw(_) => ("norms-withdraw-title", WITHDRAW),
    };
    let shown = layout::dialog(ui, lang, &lang.t(title), WIDTH, |ui| body(ui, lang, view, set, dialog, busy));
    let (pressed, ready) = shown.inner;
    if (pressed || (confirmed && ready)) && !busy {
        let command = match dialog {
            Dialog::New(new) => new.command(view.sets),
            Dialog::Line(line) => line.command(lang),
            Dialog::Submit(submit) => Some(submit.command()),
            Dialog::Terms(terms) => terms.command(),
            Dialog::Pilot(pilot) => pilot.command(view.sets.today),
            Dialog::Withdraw(withdraw) => Some(withdraw.command()),
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

/// The fields and the button of a dialog: whether it was pressed, and whether what was typed can be sent.
fn body(
    ui: &mut Ui,
    lang: Lang,
    view: &View<'_>,
    set: Option<&SetView>,
    dialog: &mut Dialog,
    busy: bool,
) -> (bool, bool) {
    let (ready, word, icon, why) = match (dialog, set) {
        (Dialog::New(new), _) => {
            let ready = new_body(ui, lang, view.sets, new);
            (ready, "norms-create", icons::CHECK, "norms-create-why")
        }
        (Dialog::Line(line), Some(set)) => {
            edit::body(ui, lang, set, view.catalogue, view.studies, line);
            (true, "norms-line-save", icons::CHECK, "")
        }
        (Dialog::Submit(submit), Some(set)) => {
            let ready = submit.body(ui, lang, set);
            (ready, "norms-submit", icons::PAPER_PLANE_TILT, "norms-submit-why")
        }
        (Dialog::Terms(terms), Some(_)) => {
            let ready = terms.body(ui, lang);
            (ready, "norms-terms-save", icons::CHECK, "norms-terms-why")
        }
        (Dialog::Pilot(pilot), Some(set)) => {
            let ready = pilot.body(ui, lang, view.sets, set);
            (ready, "norms-pilot", icons::HOURGLASS_MEDIUM, "norms-pilot-why")
        }
        (Dialog::Withdraw(withdraw), Some(set)) => {
            withdraw.body(ui, lang, set);
            (true, "norms-withdraw", icons::ARROW_U_UP_LEFT, "")
        }
        (_, None) => return (false, false),
    };
    let why = if why.is_empty() { String::new() } else { lang.t(why) };
    (button(ui, &lang.t(word), icon, ready && !busy, &why), ready)
}

fn new_body(ui: &mut Ui, lang: Lang, sets: &SetsView, new: &mut NewSet) -> bool {
    let [name, department, from] =
        ["norms-field-name", "norms-field-department", "norms-field-from"].map(|key| lang.t(key));
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
    if let Some(copied) = &new.copied {
        ways.push((From::Copy, lang.with("norms-from-copy", &[("set", Arg::Text(&copied.name))])));
    }
    let names: Vec<&str> = ways.iter().map(|(_, name)| name.as_str()).collect();
    let chosen = ways.iter().position(|(from, _)| *from == new.from).unwrap_or(0);
    if let Some((from, _)) = choices(ui, &names, chosen).and_then(|place| ways.get(place)) {
        new.from = *from;
        // A copy begins with the terms of what is copied, unless others were typed already.
        if let Some(copied) = new.copied.as_ref().filter(|_| *from == From::Copy && new.allowance.is_untouched()) {
            new.allowance = copied.allowance.clone();
        }
    }
    layout::caption(
        ui,
        &lang.t(match new.from {
            From::Studies => "norms-from-studies-text",
            From::Empty => "norms-from-empty-text",
            From::Copy => "norms-from-copy-text",
        }),
    );
    new.allowance.show(ui, lang);
    if !new.error.is_empty() {
        badge::banner(ui, Kind::Bad, &new.error, "");
    }
    !new.name.trim().is_empty() && new.allowance.read().is_some()
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
