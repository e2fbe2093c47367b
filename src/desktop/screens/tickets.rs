//! Tickets: the search over everything the reader may see, and one ticket with its whole history on one screen.
//!
//! A supervisor corrects here with a reason: one ticket, or many that one cause touched. Nothing is decided here: the floor says what
//! may be done with each ticket, and an operator's own ticket of today opens on the desk.

mod bulk;
mod correct;
mod filters;
mod found;
mod history;
mod page;

use egui::{Key, Modifiers, Ui};
use uuid::Uuid;

use super::reason::Reason;
use crate::desktop::action::{Action, Answer, Tag};
use crate::desktop::keys;
use crate::desktop::theme::Kind;
use crate::desktop::widgets::card;
use crate::floor::question::AskSearch;
use crate::locale::{Arg, Lang};
use crate::views::desk::SearchView;
use crate::views::norms::{ActionsView, SetView};
use crate::views::people::{MeView, PeopleView};
use crate::views::tickets::TicketView;

/// Keys of this screen, for F1.
pub const KEYS: &[(&str, &str)] = &[
    ("Ctrl+F", "tickets-key-find"),
    ("↑ ↓, Enter", "tickets-key-open"),
    ("Ctrl+PageDown", "tickets-key-next"),
    ("Ctrl+PageUp", "tickets-key-previous"),
    ("M", "tickets-key-mark"),
    ("E", "tickets-key-correct"),
    ("Esc", "tickets-key-back"),
];

/// A correction of one or many tickets.
const CORRECT: Tag = "tickets-correct";
/// A question to the operator.
const ASK: Tag = "tickets-ask";
/// What is done to a call of the ticket.
const CALL: Tag = "tickets-call";

/// What the screen shows.
#[derive(Debug, Clone, Copy)]
pub struct View<'a> {
    /// Who looks.
    pub me: &'a MeView,
    /// The catalogue.
    pub actions: Option<&'a ActionsView>,
    /// The people the reader may see.
    pub people: Option<&'a PeopleView>,
    /// What was found.
    pub search: Option<&'a SearchView>,
    /// Why nothing was found, where the search came to nothing.
    pub trouble: Option<&'a str>,
    /// The ticket that is open.
    pub ticket: Option<&'a TicketView>,
    /// Why it can't be shown.
    pub ticket_trouble: Option<&'a str>,
    /// The set that weighed it.
    pub set: Option<&'a SetView>,
    /// The ticket that was asked for.
    pub chosen: Option<Uuid>,
}

/// What the screen remembers.
#[derive(Debug, Default)]
pub struct Form {
    /// The wall clock in Unix milliseconds, set by the window each frame.
    pub now_ms: i64,
    filters: filters::Form,
    found: found::Form,
    correct: correct::Form,
    bulk: bulk::Form,
    asking: Reason<Uuid>,
}

impl Form {
    /// What is to be searched, once the typing has paused.
    #[must_use]
    pub fn wanted(&self) -> AskSearch {
        AskSearch { after: self.found.after(), ..self.filters.asked() }
    }

    /// The search field wants the keyboard.
    pub fn find(&mut self) {
        self.filters.find_wanted = true;
    }

    /// Shows one person's tickets of one day.
    pub fn only(&mut self, person: &str, day: chrono::NaiveDate, lang: Lang) {
        self.filters.only(person, day, lang);
        self.found.first_page();
    }

    /// Takes the outcome of a command.
    pub fn answered(&mut self, tag: Tag, answer: Answer<'_>, lang: Lang, actions: &mut Vec<Action>) {
        let accepted = match answer {
            Ok(accepted) => accepted,
            Err(text) => {
                let kept = match tag {
                    CORRECT => self.correct.refused(text) || self.bulk.refused(text),
                    ASK => self.asking.refused(text),
                    _ => false,
                };
                if !kept {
                    actions.push(Action::Say(Kind::Bad, text.to_owned()));
                }
                return;
            }
        };
        let line = accepted.result.get("correction_cmin").and_then(serde_json::Value::as_i64).unwrap_or_default();
        let minutes = lang.minutes(crate::domain::units::CentiMinutes(line));
        let after_close = accepted.result.get("after_close").and_then(serde_json::Value::as_bool).unwrap_or_default();
        let text = match tag {
            CORRECT if after_close => lang.with("tickets-corrected-line", &[("minutes", Arg::Text(&minutes))]),
            CORRECT => lang.t("tickets-corrected"),
            ASK => lang.t("tickets-asked"),
            _ => lang.t("tickets-done-toast"),
        };
        if tag == CORRECT {
            self.correct.accepted();
            if self.bulk.accepted() {
                self.found.marked.clear();
            }
        }
        if tag == ASK {
            self.asking.accepted();
        }
        actions.push(Action::Say(Kind::Ok, text));
    }
}

/// Draws the screen; says whether what did not come is to be asked for once more.
pub fn show(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form, actions: &mut Vec<Action>) -> bool {
    let again = card::content(ui, |ui| {
        if view.chosen.is_some() {
            page::show(ui, lang, view, form, actions)
        } else {
            search(ui, lang, view, form, actions)
        }
    });
    bulk::dialog(ui, lang, view, form, actions);
    correct::dialog(ui, lang, view, form, actions);
    page::ask(ui, lang, view, form, actions);
    again
}

fn search(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form, actions: &mut Vec<Action>) -> bool {
    card::screen_title(ui, &lang.t("tickets-title"), |ui| bulk::button(ui, lang, form));
    if filters::show(ui, lang, view, &mut form.filters, form.now_ms) {
        form.found.first_page();
    }
    found::show(ui, lang, view, form, actions)
}

/// What people call somebody, where the reader may see who that is; the code otherwise.
fn person(view: &View<'_>, code: &str) -> String {
    let people = view.people.map(|view| view.people.as_slice()).unwrap_or_default();
    let found = people.iter().find(|person| person.code == code).map(|person| person.name.clone());
    let own = (view.me.code == code).then(|| view.me.name.clone());
    found.or(own).unwrap_or_else(|| code.to_owned())
}

/// A plain key of this screen, taken while no text is typed and no dialog is open.
fn plain(ui: &Ui, key: Key) -> bool {
    let free = !keys::is_typing(ui.ctx()) && !keys::is_covered(ui.ctx());
    free && ui.input_mut(|input| input.consume_key(Modifiers::NONE, key))
}
