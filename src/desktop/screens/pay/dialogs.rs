//! The dialogs of pay: which one is open, its button and its command.

use egui::{Align, Key, Layout, Modifiers, Ui};

use super::{DIALOG, Form, View, award, draft, grants, lock, people, steps};
use crate::desktop::action::Action;
use crate::desktop::icons;
use crate::desktop::screens::norms::layout;
use crate::desktop::theme::{Kind, measure};
use crate::desktop::widgets::badge;
use crate::desktop::widgets::button::Button;
use crate::floor::Accepted;
use crate::floor::command::Command;
use crate::locale::Lang;

/// A dialog being filled in.
#[derive(Debug)]
pub(super) enum Dialog {
    Draft(Box<draft::Draft>),
    Pilot(steps::Pilot),
    Submit(steps::Submit),
    Approve(steps::Approve),
    Award(award::Award),
    Salary(Box<people::Salary>),
    Lock(lock::Lock),
    Grant(grants::Grant),
}

impl Dialog {
    /// Title, word of the button, its icon, width.
    fn words(&self) -> (&'static str, &'static str, &'static str, f32) {
        match self {
            Self::Draft(draft) => (draft.title(), "schemes-draft-send", icons::FLOPPY_DISK, 760.0),
            Self::Pilot(_) => ("schemes-pilot-title", "schemes-pilot-send", icons::HOURGLASS_MEDIUM, 520.0),
            Self::Submit(_) => ("schemes-submit-title", "schemes-submit", icons::PAPER_PLANE_TILT, 600.0),
            Self::Approve(_) => ("schemes-approve-title", "schemes-approve", icons::SEAL_CHECK, 700.0),
            Self::Award(_) => ("award-title", "award-send", icons::HAND_COINS, 560.0),
            Self::Salary(_) => ("salaries-title", "salaries-send", icons::FLOPPY_DISK, 620.0),
            Self::Lock(lock) => (lock.title(), "lock-send", icons::LOCK, 560.0),
            Self::Grant(_) => ("grants-new-title", "grants-send", icons::EYE, 560.0),
        }
    }

    fn error(&mut self) -> &mut String {
        match self {
            Self::Draft(draft) => &mut draft.error,
            Self::Pilot(pilot) => &mut pilot.error,
            Self::Submit(submit) => &mut submit.error,
            Self::Approve(approve) => &mut approve.error,
            Self::Award(award) => &mut award.error,
            Self::Salary(salary) => &mut salary.error,
            Self::Lock(lock) => &mut lock.error,
            Self::Grant(grant) => &mut grant.error,
        }
    }

    /// Takes a refusal and keeps what was typed; a password is typed again.
    pub fn refused(&mut self, text: &str) -> bool {
        if let Self::Approve(approve) = self {
            approve.password.clear();
        }
        text.clone_into(self.error());
        true
    }

    /// What is said once it is accepted.
    pub fn done(&self, lang: Lang, accepted: &Accepted) -> String {
        match self {
            Self::Draft(_) => lang.t("schemes-drafted"),
            Self::Pilot(_) => lang.t("schemes-piloted"),
            Self::Submit(_) => lang.t("schemes-submitted"),
            Self::Approve(approve) => approve.done(lang),
            Self::Award(award) => award.done(lang),
            Self::Salary(_) => lang.t("salaries-saved"),
            Self::Lock(lock) => lock.done(lang, accepted),
            Self::Grant(grant) => grant.done(lang),
        }
    }

    fn body(&mut self, ui: &mut Ui, lang: Lang, view: &View<'_>) {
        match self {
            Self::Draft(draft) => draft.body(ui, lang, view),
            Self::Pilot(pilot) => pilot.body(ui, lang),
            Self::Submit(submit) => submit.body(ui, lang),
            Self::Approve(approve) => approve.body(ui, lang, view),
            Self::Award(award) => award.body(ui, lang, view),
            Self::Salary(salary) => salary.body(ui, lang),
            Self::Lock(lock) => lock.body(ui, lang, view),
            Self::Grant(grant) => grant.body(ui, lang, view),
        }
    }

    /// The command with the password that confirms it; none while something lacks, which is then said at its field.
    fn command(&mut self, lang: Lang) -> Option<(Command, Option<String>)> {
        let plain = |command: Option<Command>| command.map(|command| (command, None));
        match self {
            Self::Draft(draft) => plain(draft.command()),
            Self::Pilot(pilot) => plain(pilot.command()),
            Self::Submit(submit) => plain(submit.command()),
            Self::Approve(approve) => approve.command().map(|command| (command, Some(approve.password.clone()))),
            Self::Award(award) => plain(award.command()),
            Self::Salary(salary) => plain(salary.command()),
            Self::Lock(lock) => plain(Some(lock.command())),
            Self::Grant(grant) => plain(grant.command(lang)),
        }
    }
}

/// Draws the dialog that is open and sends what it asks for.
pub(super) fn show(ui: &Ui, lang: Lang, view: &View<'_>, form: &mut Form, actions: &mut Vec<Action>) {
    let busy = form.sending;
    let Some(dialog) = &mut form.dialog else { return };
    let confirmed = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
    let (title, word, icon, width) = dialog.words();
    let shown = layout::dialog(ui, lang, &lang.t(title), width, |ui| {
        dialog.body(ui, lang, view);
        if !dialog.error().is_empty() {
            badge::banner(ui, Kind::Bad, dialog.error(), "");
        }
        let row = egui::vec2(ui.available_width(), measure::PRIMARY);
        let word = lang.t(word);
        let button = Button::primary(&word).icon(icon).key("Ctrl+Enter").enabled(!busy);
        ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| button.show(ui).clicked()).inner
    });
    if (shown.inner || confirmed)
        && !busy
        && let Some((command, password)) = dialog.command(lang)
    {
        dialog.error().clear();
        let (tag, command) = (DIALOG, Box::new(command));
        form.sending = true;
        actions.push(match password {
            Some(password) => Action::SendConfirmed { tag, command, password },
            None => Action::Send { tag, command },
        });
    }
    if shown.closed {
        form.dialog = None;
    }
}
