//! One correction for many tickets that one cause touched: an action logged for another, or all of them taken back.
//!
//! On closed days the floor writes one line a person and day; the reason is asked once and stands on each.

use egui::Ui;
use uuid::Uuid;

use super::{CORRECT, Form as Screen, View};
use crate::desktop::action::Action;
use crate::desktop::icons;
use crate::desktop::screens::norms::{layout, words};
use crate::desktop::theme::space;
use crate::desktop::widgets::button::{self, Button};
use crate::desktop::widgets::choose::{self, Choose};
use crate::desktop::widgets::field::{self, Field};
use crate::desktop::widgets::pick::Item;
use crate::domain::code::Code;
use crate::floor::command::{Command, Replacement, TicketCommand, TicketNamed, TicketsCorrect};
use crate::locale::{Arg, Lang};

/// What the dialog remembers.
#[derive(Debug, Default)]
pub(super) struct Form {
    /// The correction's id, made when the dialog opens.
    open: Option<Uuid>,
    cancel: bool,
    from: (choose::State, Option<String>),
    to: (choose::State, Option<String>),
    reason: String,
    error: String,
    busy: bool,
}

impl Form {
    pub(super) fn refused(&mut self, text: &str) -> bool {
        self.busy = false;
        if self.open.is_some() {
            text.clone_into(&mut self.error);
        }
        self.open.is_some()
    }

    /// Closes; says whether it was open.
    pub(super) fn accepted(&mut self) -> bool {
        std::mem::take(self).open.is_some()
    }

    fn command(&self, screen: &[TicketNamed]) -> Option<TicketsCorrect> {
        let code = |code: &Option<String>| code.as_deref().and_then(|code| Code::new(code).ok());
        let replace = match (self.cancel, code(&self.from.1), code(&self.to.1)) {
            (true, ..) => None,
            (false, Some(from), Some(to)) => Some(Replacement { from, to }),
            (false, ..) => return None,
        };
        Some(TicketsCorrect {
            correction: self.open?,
            tickets: screen.to_vec(),
            reason: self.reason.trim().to_owned(),
            replace,
            decisions: None,
            cancel: self.cancel,
        })
    }
}

/// The button over the list, once something is marked.
pub(super) fn button(ui: &mut Ui, lang: Lang, form: &mut Screen) {
    let count = form.found.marked.len();
    if count == 0 {
        return;
    }
    let word = lang.with("tickets-correct-marked", &[("count", count.into())]);
    if Button::secondary(&word).icon(icons::PENCIL_SIMPLE).show(ui).clicked() {
        form.bulk = Form { open: Some(Uuid::now_v7()), ..Form::default() };
    }
}

/// Draws the dialog while it is open.
pub(super) fn dialog(ui: &Ui, lang: Lang, view: &View<'_>, screen: &mut Screen, actions: &mut Vec<Action>) {
    if screen.bulk.open.is_none() {
        return;
    }
    let tickets: Vec<TicketNamed> = screen
        .found
        .marked
        .iter()
        .map(|(ticket, version)| TicketNamed { ticket: *ticket, version: *version })
        .collect();
    let form = &mut screen.bulk;
    let title = lang.with("tickets-bulk-title", &[("count", Arg::from(tickets.len()))]);
    let mut send = false;
    let shown = layout::dialog(ui, lang, &title, 520.0, |ui| {
        layout::quiet(ui, &lang.t("tickets-bulk-text"));
        let words = [lang.t("tickets-bulk-replace"), lang.t("tickets-bulk-cancel")];
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        if let Some(place) = button::choices(ui, &words, usize::from(form.cancel)) {
            form.cancel = place == 1;
        }
        if !form.cancel {
            replacement(ui, lang, view, form);
        }
        let (label, error) = (lang.t("tickets-reason"), form.error.clone());
        field::text(ui, &Field { error: &error, keep_line: true, ..Field::new(&label) }, &mut form.reason);
        let ready = !form.busy && !form.reason.trim().is_empty() && form.command(&tickets).is_some();
        let (word, why) = (lang.t("tickets-bulk-send"), lang.t("tickets-bulk-lacks"));
        let button = Button::primary(&word).enabled(ready);
        send = if ready { button } else { button.tooltip(&why) }.show(ui).clicked();
    });
    if shown.closed {
        screen.bulk = Form::default();
    } else if send && let Some(correct) = form.command(&tickets) {
        form.busy = true;
        let command = Command::Ticket(TicketCommand::TicketsCorrect(correct));
        actions.push(Action::Send { tag: CORRECT, command: Box::new(command) });
    }
}

fn replacement(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form) {
    let actions = view.actions.map(|view| view.actions.as_slice()).unwrap_or_default();
    let items: Vec<Item<'_>> = actions
        .iter()
        .map(|action| {
            let name = words::name(lang, &action.name_ru, action.name_en.as_deref());
            Item { id: &action.code, name, code: &action.code, group: &action.group }
        })
        .collect();
    let (placeholder, nothing) = (lang.t("tickets-action-placeholder"), lang.t("tickets-nothing-fits"));
    ui.spacing_mut().item_spacing.y = space::S;
    for (key, (state, chosen)) in [("tickets-bulk-from", &mut form.from), ("tickets-bulk-to", &mut form.to)] {
        let label = lang.t(key);
        let place = chosen.as_deref().and_then(|code| items.iter().position(|item| item.id == code));
        let choose = Choose { label: &label, placeholder: &placeholder, nothing: &nothing, key: "", hint: "" };
        if let Some(item) = choose.show(ui, state, &items, place).and_then(|place| items.get(place)) {
            *chosen = Some(item.id.to_owned());
        }
    }
}
