//! The supervisor's look over the department: what was never processed, what is worth a look and why, what operators were asked and
//! answered, records that match nobody, and forgotten tickets that operators claim.
//!
//! Nothing here changes a minute by itself: a review ends in words, a claim in a correction line that a person accepts with a reason.

mod claims;
mod morning;
mod queue;
mod talks;
mod worth;

use egui::{Key, Ui};
use uuid::Uuid;

use super::reason::{Reason, Words};
use crate::desktop::action::{Action, Answer, Tag, UndoBy};
use crate::desktop::keys;
use crate::desktop::theme::{Kind, space};
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::{card, choose, state};
use crate::floor::command::{CallDismiss, ClaimDecide, Command, DeskCommand, QueueDismiss, ReviewClose, ReviewOpen};
use crate::locale::{Arg, Lang};
use crate::views::desk::{CallsView, ClaimsView, FoundTicket, QueueView, ReviewsView};
use crate::views::people::PeopleView;

/// Keys of this screen, for F1.
pub const KEYS: &[(&str, &str)] =
    &[("1…5", "review-key-page"), ("↑ ↓", "review-key-rows"), ("Enter", "tickets-key-open")];

/// What is sent from a dialog that asks for a text.
const TEXT: Tag = "review-text";
/// What is sent by one press.
const PRESS: Tag = "review-press";

/// A page of the screen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Page {
    /// What was never processed, and what was saved early.
    #[default]
    Morning,
    /// Tickets worth a look, with the reason in words.
    Worth,
    /// Questions to operators and their answers.
    Talks,
    /// Forgotten tickets that are claimed.
    Claims,
    /// Records that match nobody.
    Queue,
}

impl Page {
    const ALL: [Self; 5] = [Self::Morning, Self::Worth, Self::Talks, Self::Claims, Self::Queue];

    fn word(self) -> &'static str {
        match self {
            Self::Morning => "review-morning",
            Self::Worth => "review-worth",
            Self::Talks => "review-talks",
            Self::Claims => "review-claims",
            Self::Queue => "review-queue",
        }
    }
}

/// What the screen shows.
#[derive(Debug, Clone, Copy)]
pub struct View<'a> {
    /// What is worth a look, and what is being asked.
    pub reviews: Option<&'a ReviewsView>,
    /// The unprocessed calls of the same days.
    pub calls: Option<&'a CallsView>,
    /// Records that match nobody.
    pub queue: Option<&'a QueueView>,
    /// Claims.
    pub claims: Option<&'a ClaimsView>,
    /// The people of the department.
    pub people: Option<&'a PeopleView>,
    /// Why something did not come.
    pub trouble: Option<&'a str>,
}

/// What a dialog is about.
#[derive(Debug, Clone, PartialEq, Eq)]
enum About {
    /// Why a call needs no ticket.
    Dismiss(Uuid),
    /// What an operator is asked about a ticket.
    Ask(Uuid),
    /// What came of a review.
    Close(Uuid),
    /// Why a claim is accepted, or declined.
    Claim(Uuid, bool),
    /// Why records are nobody's.
    Nobody(Vec<Uuid>),
}

/// What the screen remembers.
#[derive(Debug, Default)]
pub struct Form {
    /// The wall clock in Unix milliseconds, set by the window each frame.
    pub now_ms: i64,
    page: Page,
    asking: Reason<About>,
    row: Option<usize>,
    sample: String,
    matching: (choose::State, Option<String>),
    busy: bool,
}

impl Form {
    /// Takes the outcome of a command.
    pub fn answered(&mut self, tag: Tag, answer: Answer<'_>, lang: Lang, actions: &mut Vec<Action>) {
        self.busy = false;
        let accepted = match answer {
            Ok(accepted) => accepted,
            Err(text) => {
                if tag != TEXT || !self.asking.refused(text) {
                    actions.push(Action::Say(Kind::Bad, text.to_owned()));
                }
                return;
            }
        };
        let key = match self.asking.accepted().filter(|_| tag == TEXT) {
            Some(About::Dismiss(_)) => "desk-call-dismissed",
            Some(About::Ask(_)) => "tickets-asked",
            Some(About::Close(_)) => "review-closed-done",
            Some(About::Claim(_, true)) => "review-claim-accepted",
            Some(About::Claim(_, false)) => "review-claim-declined",
            Some(About::Nobody(_)) => "review-queue-dismissed",
            None => "tickets-done-toast",
        };
        let undo = accepted.undo.as_ref();
        let undo = undo.and_then(|undo| Command::from_wire(undo.get("do")?.as_str()?, undo.get("with")?).ok());
        actions.push(match undo {
            Some(undo) => Action::SayUndo(Kind::Ok, lang.t(key), UndoBy::Command(Box::new(undo))),
            None => Action::Say(Kind::Ok, lang.t(key)),
        });
    }

    fn go(&mut self, page: Page) {
        self.page = page;
        self.row = None;
    }
}

/// How much waits for the supervisor: unprocessed calls, answers, claims and queued records.
#[must_use]
pub fn waiting(reviews: Option<&ReviewsView>, claims: Option<&ClaimsView>, queue: Option<&QueueView>) -> usize {
    let queued = queue.map_or(0, |queue| usize::try_from(queue.total).unwrap_or_default());
    answers(reviews) + open_claims(claims) + queued
}

fn answers(reviews: Option<&ReviewsView>) -> usize {
    let reviews = reviews.map(|view| view.reviews.as_slice()).unwrap_or_default();
    reviews.iter().filter(|review| review.state == crate::domain::review::ReviewState::Answered).count()
}

fn open_claims(claims: Option<&ClaimsView>) -> usize {
    claims.map(|view| view.claims.iter().filter(|claim| claim.state == "open").count()).unwrap_or_default()
}

/// Draws the screen; says whether what did not come is to be asked for once more.
pub fn show(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form, actions: &mut Vec<Action>) -> bool {
    if let Some(page) = keys::pressed_digit(ui.ctx()).and_then(|digit| Page::ALL.get(digit - 1)) {
        form.go(*page);
    }
    let again = card::content(ui, |ui| {
        card::screen_title(ui, &lang.t("review-title"), |_| {});
        pages(ui, lang, view, form);
        if let (Some(text), None) = (view.trouble, view.reviews) {
            return card::card(ui, "", |ui| state::error(ui, &lang.t("app-not-loaded"), text, &lang.t("app-retry")))
                .inner;
        }
        match form.page {
            Page::Morning => morning::show(ui, lang, view, form, actions),
            Page::Worth => worth::show(ui, lang, view, form, actions),
            Page::Talks => talks::show(ui, lang, view, form, actions),
            Page::Claims => claims::show(ui, lang, view, form, actions),
            Page::Queue => queue::show(ui, lang, view, form, actions),
        }
        false
    });
    dialog(ui, lang, form, actions);
    again
}

/// The pages, each with how much waits there.
fn pages(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form) {
    let mut pressed = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        for (place, page) in Page::ALL.iter().enumerate() {
            let count = match page {
                Page::Morning => view.calls.map_or(0, |calls| usize::try_from(calls.unprocessed).unwrap_or_default()),
                Page::Worth => view.reviews.map_or(0, |reviews| reviews.worth.len()),
                Page::Talks => answers(view.reviews),
                Page::Claims => open_claims(view.claims),
                Page::Queue => view.queue.map_or(0, |queue| usize::try_from(queue.total).unwrap_or_default()),
            };
            let name = lang.t(page.word());
            let word = if count > 0 {
                lang.with("review-page-count", &[("page", Arg::Text(&name)), ("count", Arg::from(count))])
            } else {
                name
            };
            let key = (place + 1).to_string();
            let here = *page == form.page;
            let button = if here { Button::secondary(&word).selected(true) } else { Button::quiet(&word) };
            if button.key(&key).show(ui).clicked() {
                pressed = Some(*page);
            }
        }
    });
    if let Some(page) = pressed {
        form.go(page);
    }
}

/// The dialog that asks for a text, whatever it is about.
fn dialog(ui: &Ui, lang: Lang, form: &mut Form, actions: &mut Vec<Action>) {
    let Some(about) = form.asking.about() else { return };
    let [title, text, label, empty, send] = match about {
        About::Dismiss(_) => [
            "review-dismiss-title",
            "desk-dismiss-text",
            "desk-dismiss-reason",
            "desk-dismiss-empty",
            "desk-call-dismiss",
        ],
        About::Ask(_) => {
            ["review-ask-title", "review-ask-text", "review-ask-label", "review-ask-empty", "review-ask-send"]
        }
        About::Close(_) => {
            ["review-close-title", "review-close-text", "review-close-label", "review-close-empty", "review-close-send"]
        }
        About::Claim(_, true) => [
            "review-accept-title",
            "review-accept-text",
            "tickets-reason",
            "tickets-reason-lacks",
            "review-accept-send",
        ],
        About::Claim(_, false) => [
            "review-decline-title",
            "review-decline-text",
            "tickets-reason",
            "tickets-reason-lacks",
            "review-decline-send",
        ],
        About::Nobody(_) => [
            "review-nobody-title",
            "review-nobody-text",
            "tickets-reason",
            "tickets-reason-lacks",
            "review-nobody-send",
        ],
    }
    .map(|key| lang.t(key));
    let words = Words { title: &title, text: &text, label: &label, empty: &empty, send: &send, ready: &[] };
    let Some((about, said)) = form.asking.show(ui, lang, &words) else { return };
    let command = match about {
        About::Dismiss(call) => DeskCommand::CallDismiss(CallDismiss { call, reason: said }),
        About::Ask(ticket) => DeskCommand::ReviewOpen(ReviewOpen { review: Uuid::now_v7(), ticket, question: said }),
        About::Close(review) => DeskCommand::ReviewClose(ReviewClose { review, conclusion: said }),
        About::Claim(claim, true) => DeskCommand::ClaimAccept(ClaimDecide { claim, reason: said }),
        About::Claim(claim, false) => DeskCommand::ClaimDecline(ClaimDecide { claim, reason: said }),
        About::Nobody(records) => DeskCommand::QueueDismiss(QueueDismiss { records, reason: said }),
    };
    actions.push(Action::Send { tag: TEXT, command: Box::new(Command::Desk(command)) });
}

/// A ticket in a line: when, whose, for whom, what and how many minutes.
fn ticket_line(lang: Lang, found: &FoundTicket) -> String {
    let ticket = &found.ticket;
    let when = format!("{} {}", lang.date(found.work_day), super::norms::words::clock(&ticket.finished_at));
    let client = ticket.client.as_deref().unwrap_or_default();
    let client = if client.is_empty() { String::new() } else { format!(" · {client}") };
    format!("{when} · {}{client}", found.employee.name)
}

/// What was done on a ticket, with its minutes.
fn ticket_done(lang: Lang, found: &FoundTicket) -> String {
    let minutes = lang.minutes(found.ticket.kpi_cmin);
    format!("{}: {minutes} {}", super::desk::done(lang, &found.ticket), lang.t("unit-min"))
}

/// ↑ and ↓ choose a row while no text is typed; Enter opens it.
fn rows(ui: &Ui, row: &mut Option<usize>, count: usize) -> bool {
    let free = !keys::is_typing(ui.ctx()) && !keys::is_covered(ui.ctx());
    if !free || count == 0 {
        return false;
    }
    let taken = |key| ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, key));
    if taken(Key::ArrowDown) {
        *row = Some(row.map_or(0, |row| (row + 1).min(count - 1)));
    }
    if taken(Key::ArrowUp) {
        *row = Some(row.map_or(0, |row| row.saturating_sub(1)));
    }
    let held = ui.memory(|memory| memory.focused().is_some());
    row.is_some() && !held && taken(Key::Enter)
}
