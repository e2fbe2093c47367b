//! A dialog that asks for a text: what came of a task, why it goes back, what an objection is answered. Where the floor needs none, none is asked for.
//!
//! What is typed stays until the floor has accepted it.

use chrono::NaiveDate;
use egui::{Key, Modifiers, Ui};

use super::About;
use crate::desktop::screens::norms::{layout, words};
use crate::desktop::theme::Kind;
use crate::desktop::widgets::badge;
use crate::desktop::widgets::field::{self, Field};
use crate::floor::command::{
    ChecklistTick, Command, DepartmentCommand, NoteCancel, ObjectionAnswer, TaskAccept, TaskCancel, TaskDone,
    TaskReturn,
};
use crate::locale::Lang;

/// The dialog and what it is about; closed by default.
#[derive(Debug)]
pub(super) struct Say<T> {
    open: Option<T>,
    text: String,
    /// Another last day, where a task goes back.
    due: String,
    /// It has just opened: its field wants the keyboard.
    fresh: bool,
    busy: bool,
    error: String,
}

impl<T> Default for Say<T> {
    fn default() -> Self {
        Self { open: None, text: String::new(), due: String::new(), fresh: false, busy: false, error: String::new() }
    }
}

impl<T: Copy> Say<T> {
    /// Opens it.
    pub(super) fn ask(&mut self, about: T) {
        *self = Self { open: Some(about), fresh: true, ..Self::default() };
    }

    /// The floor has accepted it: closes. Gives what it was about.
    pub(super) fn accepted(&mut self) -> Option<T> {
        std::mem::take(self).open
    }

    /// The floor has refused it: says why and keeps what was typed. `false` when it was not open.
    pub(super) fn refused(&mut self, text: &str) -> bool {
        self.busy = false;
        if self.open.is_some() {
            text.clone_into(&mut self.error);
        }
        self.open.is_some()
    }
}

/// The family of a dialog's words, and whether its text may be left out.
fn family(about: About) -> (&'static str, bool) {
    match about {
        About::Done(_) => ("done", true),
        About::Accept(_) => ("accept", true),
        About::Return(_) => ("return", false),
        About::Cancel(_, true) => ("cancel-own", true),
        About::Cancel(_, false) => ("cancel", false),
        About::Tick(..) => ("tick", true),
        About::Answer(_, true) => ("uphold", false),
        About::Answer(_, false) => ("decline", false),
        About::Withdraw(_) => ("withdraw", false),
    }
}

/// Draws the dialog while it is open; gives what to send.
pub(super) fn dialog(ui: &Ui, lang: Lang, today: NaiveDate, form: &mut Say<About>) -> Option<Command> {
    let about = form.open?;
    let (family, optional) = family(about);
    let word = |part: &str| lang.t(&format!("work-say-{family}-{part}"));
    let mut send = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
    let due = words::date(&form.due);
    let wrong = !form.due.trim().is_empty() && due.is_none_or(|due| due < today);
    let shown = layout::dialog(ui, lang, &word("title"), 560.0, |ui| {
        layout::quiet(ui, &word("text"));
        let label = if optional { lang.t("work-say-comment") } else { lang.t("work-say-why") };
        let response = field::text(ui, &Field { lines: 3, ..Field::new(&label) }, &mut form.text);
        if std::mem::take(&mut form.fresh) {
            response.request_focus();
        }
        if matches!(about, About::Return(_)) {
            let (label, placeholder, bad) =
                (lang.t("work-say-due"), words::typed_date(lang, today), lang.t("work-bad-due"));
            let error = if wrong { bad.as_str() } else { "" };
            let field = Field { placeholder: &placeholder, error, width: Some(160.0), ..Field::new(&label) };
            field::text(ui, &field, &mut form.due);
        }
        if !form.error.is_empty() {
            badge::banner(ui, Kind::Bad, &form.error, "");
        }
        send |= layout::send(ui, &word("send"), !form.busy);
    });
    if shown.closed {
        *form = Say::default();
        return None;
    }
    if !send || form.busy || wrong {
        return None;
    }
    let text = Some(form.text.trim().to_owned()).filter(|text| !text.is_empty());
    if text.is_none() && !optional {
        form.error = word("empty");
        form.fresh = true;
        return None;
    }
    form.busy = true;
    form.error.clear();
    Some(Command::Department(command(about, text, due)))
}

fn command(about: About, text: Option<String>, due: Option<NaiveDate>) -> DepartmentCommand {
    let said = || text.clone().unwrap_or_default();
    match about {
        About::Done(task) => DepartmentCommand::TaskDone(TaskDone { task, comment: text }),
        About::Accept(task) => DepartmentCommand::TaskAccept(TaskAccept { task, comment: text }),
        About::Return(task) => DepartmentCommand::TaskReturn(TaskReturn { task, comment: said(), due }),
        About::Cancel(task, _) => DepartmentCommand::TaskCancel(TaskCancel { task, reason: text }),
        About::Tick(checklist, item) => DepartmentCommand::ChecklistTick(ChecklistTick { checklist, item, note: text }),
        About::Answer(objection, upheld) => {
            DepartmentCommand::ObjectionAnswer(ObjectionAnswer { objection, upheld, text: said() })
        }
        About::Withdraw(note) => DepartmentCommand::NoteCancel(NoteCancel { note, reason: said() }),
    }
}
