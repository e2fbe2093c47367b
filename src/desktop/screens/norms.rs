//! Norms: the sets of the department, the chosen one as a table, and what a draft needs to become an order.
//!
//! Who keeps sets drafts, edits and submits them; others read. Every change goes out as a command; the table shows what the floor answers.

mod dialogs;
mod edit;
pub mod layout;
mod lines;
mod list;
mod set;
pub mod words;

use egui::Ui;
use uuid::Uuid;

use crate::desktop::action::{Action, Answer, Tag};
use crate::desktop::icons;
use crate::desktop::keys::{self, ActionInfo};
use crate::desktop::theme::Kind;
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::{card, state};
use crate::locale::Lang;
use crate::views::norms::{ActionsView, SetView, SetsView};
use crate::views::studies::{DriftView, StudiesView};

/// Keys of this screen, for F1.
pub const KEYS: &[(&str, &str)] = &[
    ("N", "norms-key-new"),
    ("↑ ↓", "norms-key-rows"),
    ("Enter", "norms-key-edit"),
    ("Ctrl+Enter", "norms-key-submit"),
    ("Esc", "norms-key-close"),
];

const DRAFT: Tag = "norms-draft";
const LINE: Tag = "norms-line";
const SUBMIT: Tag = "norms-submit";

const NEW: ActionInfo<()> = ActionInfo::new((), "norms-new", icons::PLUS).plain(egui::Key::N);
const SEND: ActionInfo<()> = ActionInfo::new((), "norms-submit", icons::PAPER_PLANE_TILT).command(egui::Key::Enter);

/// The dialog that is open.
#[derive(Debug)]
enum Dialog {
    New(dialogs::NewSet),
    Line(edit::Line),
    Submit(dialogs::Submit),
}

/// What the screen remembers.
#[derive(Debug, Default)]
pub struct Form {
    dialog: Option<Dialog>,
    sending: bool,
    /// The chosen set, so that the list and the table agree while its view is on the way.
    chosen: Option<Uuid>,
    set_row: Option<usize>,
    line_row: Option<usize>,
    /// Remarks that came with the last answer, with the set they are about.
    remarks: Vec<String>,
    remarks_of: Option<Uuid>,
}

impl Form {
    /// Takes the outcome of a command.
    pub fn answered(&mut self, tag: Tag, answer: Answer<'_>, lang: Lang, actions: &mut Vec<Action>) {
        self.sending = false;
        let accepted = match answer {
            Ok(accepted) => accepted,
            Err(text) => return self.refused(text, actions),
        };
        self.remarks = accepted.warnings.iter().map(|warning| lang.warning(warning)).collect();
        self.remarks_of = self.chosen;
        match (tag, self.dialog.take()) {
            (DRAFT, Some(Dialog::New(new))) => {
                self.remarks_of = Some(new.set);
                self.choose(new.set, actions);
                actions.push(Action::Say(Kind::Ok, lang.t("norms-drafted")));
            }
            (SUBMIT, _) => actions.push(Action::Say(Kind::Ok, lang.t("norms-submitted"))),
            (LINE, _) => actions.push(Action::Say(Kind::Ok, lang.t("norms-line-saved"))),
            _ => {}
        }
    }

    fn refused(&mut self, text: &str, actions: &mut Vec<Action>) {
        match &mut self.dialog {
            Some(Dialog::New(new)) => text.clone_into(&mut new.error),
            Some(Dialog::Line(line)) => line.refused(text),
            Some(Dialog::Submit(submit)) => text.clone_into(&mut submit.error),
            None => actions.push(Action::Say(Kind::Bad, text.to_owned())),
        }
    }

    fn choose(&mut self, set: Uuid, actions: &mut Vec<Action>) {
        self.chosen = Some(set);
        self.line_row = None;
        actions.push(Action::SelectSet(Some(set)));
    }
}

/// Draws the screen.
#[expect(clippy::too_many_arguments, reason = "the contract of screens: views, form, actions")]
pub fn show(
    ui: &mut Ui,
    lang: Lang,
    sets: &SetsView,
    set: Option<&SetView>,
    catalogue: &ActionsView,
    studies: Option<&StudiesView>,
    drift: Option<&DriftView>,
    form: &mut Form,
    actions: &mut Vec<Action>,
) {
    let keeps = !sets.departments.is_empty();
    follow(sets, set, form, actions);
    if keeps && form.dialog.is_none() && keys::is_pressed(ui.ctx(), &NEW) {
        form.dialog = Some(Dialog::New(dialogs::NewSet::new(lang, sets, None)));
    }
    card::content(ui, |ui| {
        let key = NEW.key_text(ui.ctx(), &|_| None);
        card::screen_title(ui, &lang.t("norms-title"), |ui| {
            if keeps && Button::secondary(&lang.t("norms-new")).icon(icons::PLUS).key(&key).show(ui).clicked() {
                form.dialog = Some(Dialog::New(dialogs::NewSet::new(lang, sets, None)));
            }
        });
        if sets.sets.is_empty() {
            nothing(ui, lang, sets, form);
            return;
        }
        list::show(ui, lang, sets, form, actions);
        match set.filter(|set| form.chosen == Some(set.set)) {
            Some(set) => set::show(ui, lang, sets, set, catalogue, drift, form, actions),
            None => {
                card::card(ui, "", |ui| state::loading(ui, &lang.t("norms-loading"), 8));
            }
        }
    });
    if form.dialog.is_some() {
        dialogs::show(ui, lang, sets, set, catalogue, studies, form, actions);
    }
}

/// The list and the view of the set follow each other: what the window shows is chosen, else the newest.
fn follow(sets: &SetsView, set: Option<&SetView>, form: &mut Form, actions: &mut Vec<Action>) {
    if form.chosen.is_none() {
        let first = set.map(|set| set.set).or_else(|| sets.sets.first().map(|set| set.set));
        if let Some(first) = first {
            form.choose(first, actions);
        }
    }
    form.set_row = sets.sets.iter().position(|brief| form.chosen == Some(brief.set));
}

fn nothing(ui: &mut Ui, lang: Lang, sets: &SetsView, form: &mut Form) {
    let keeps = !sets.departments.is_empty();
    let (title, button) = (lang.t("norms-empty"), lang.t("norms-new"));
    let text = lang.t(if keeps { "norms-empty-text" } else { "norms-empty-director" });
    let key = NEW.key_text(ui.ctx(), &|_| None);
    let empty = state::Empty { icon: icons::SCALES, title: &title, text: &text, ..state::Empty::default() };
    let empty =
        if keeps { state::Empty { button: &button, button_icon: icons::PLUS, key: &key, ..empty } } else { empty };
    card::card(ui, "", |ui| {
        if state::empty(ui, &empty) {
            form.dialog = Some(Dialog::New(dialogs::NewSet::new(lang, sets, None)));
        }
    });
}
