//! The client of the ticket in the editor: looked up while it is typed, and what is known of it on a card.

use egui::Ui;
use uuid::Uuid;

use crate::desktop::action::Action;
use crate::desktop::icons;
use crate::desktop::screens::norms::words;
use crate::desktop::theme::{Kind, Theme, space};
use crate::desktop::widgets::{badge, card, find};
use crate::locale::{Arg, Lang};
use crate::views::desk::{ClientView, FoundTicket};
use crate::views::tickets::{DecisionView, TicketBrief};

/// A client is looked up when the typing has paused so long, in milliseconds.
const PAUSE_MS: i64 = 250;

/// Shorter references are looked up by nobody: they would fit half the floor's clients.
const SHORTEST: usize = 3;

/// How many of the last tickets the card shows.
const SHOWN: usize = 3;

/// The digits by which two ways of writing a phone are the same one.
const DIGITS: usize = 10;

/// What is being typed, and what is asked of the floor.
#[derive(Debug, Default)]
pub(super) struct Asked {
    typed: (Uuid, String),
    typed_ms: i64,
    wanted: Option<String>,
}

impl Asked {
    /// The reference the floor is asked about.
    pub(super) fn wanted(&self) -> Option<String> {
        self.wanted.clone()
    }

    /// Follows the typing; gives the milliseconds after which to look again.
    pub(super) fn follow(&mut self, client: (Uuid, String), now_ms: i64) -> Option<i64> {
        if client != self.typed {
            // Another ticket's client stands there in full.
            let other = client.0 != self.typed.0 && !self.typed.0.is_nil();
            self.typed = client;
            self.typed_ms = now_ms;
            if other {
                self.ask();
                return None;
            }
        }
        let waited = now_ms.saturating_sub(self.typed_ms);
        if waited >= PAUSE_MS {
            self.ask();
            return None;
        }
        (self.reference() != self.wanted).then_some(PAUSE_MS - waited)
    }

    /// The client is typed in full: asks at once.
    pub(super) fn settle(&mut self, client: (Uuid, String)) {
        self.typed = client;
        self.ask();
    }

    fn ask(&mut self) {
        self.wanted = self.reference();
    }

    fn reference(&self) -> Option<String> {
        let reference = self.typed.1.trim();
        (reference.chars().count() >= SHORTEST).then(|| reference.to_owned())
    }

    /// What came of it, where the answer is about the client on screen.
    pub(super) fn known<'v>(&self, view: Option<&'v ClientView>) -> Option<&'v ClientView> {
        view.filter(|view| Some(&view.reference) == self.reference().as_ref())
    }
}

/// Whether two references name one client: the same phone in any notation, or the same words.
pub(super) fn same(one: &str, other: &str) -> bool {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<Vec<_>>();
    let (left, right) = (digits(one), digits(other));
    let tail = |digits: &[char]| digits.get(digits.len().saturating_sub(DIGITS)..).unwrap_or_default().to_vec();
    let number = |text: &str, digits: &[char]| digits.len() >= DIGITS && !text.chars().any(char::is_alphabetic);
    if number(one, &left) && number(other, &right) {
        return tail(&left) == tail(&right);
    }
    !one.trim().is_empty() && find::normal(one) == find::normal(other)
}

/// What is known of the client in a line, for below its field.
pub(super) fn sentence(lang: Lang, asked: &Asked, view: Option<&ClientView>) -> (Kind, String) {
    if asked.reference().is_none() {
        return (Kind::Neutral, String::new());
    }
    let Some(view) = asked.known(view) else { return (Kind::Neutral, lang.t("desk-client-looking")) };
    let last = view.tickets.first().map(|found| found.work_day).map(|day| lang.date(day));
    match (view.repeated_within_days, last) {
        (Some(days), _) => (Kind::Accent, lang.with("desk-client-repeated", &[("days", days.into())])),
        (None, Some(last)) => (Kind::Neutral, lang.with("desk-client-last", &[("day", Arg::Text(&last))])),
        (None, None) if view.calls.is_empty() => (Kind::Neutral, lang.t("desk-client-new")),
        (None, None) => (Kind::Neutral, lang.with("desk-client-calls-only", &[("count", view.calls.len().into())])),
    }
}

/// The card with the last tickets and calls; nothing is drawn for a client nobody knows.
pub(super) fn show(ui: &mut Ui, lang: Lang, asked: &Asked, view: Option<&ClientView>, actions: &mut Vec<Action>) {
    let Some(view) = asked.known(view).filter(|view| !view.tickets.is_empty() || !view.calls.is_empty()) else {
        return;
    };
    let right = |ui: &mut Ui| {
        if let Some(days) = view.repeated_within_days {
            let word = lang.with("desk-client-repeated-badge", &[("days", days.into())]);
            badge::badge_with(ui, Kind::Accent, icons::CLOCK_COUNTER_CLOCKWISE, &word);
        }
    };
    card::card_with(ui, &lang.t("desk-client-history"), right, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for found in view.tickets.iter().take(SHOWN) {
            if super::rows::ticket(ui, lang, &row(lang, found), false).clicked() {
                actions.push(Action::OpenTicket(found.ticket.ticket));
            }
        }
        let calls = view.calls.len();
        if let Some(last) = view.calls.first() {
            ui.add_space(space::XS);
            let when = super::calls::short_moment(lang, &last.started_at);
            let text = lang.with("desk-client-calls", &[("count", calls.into()), ("last", Arg::Text(&when))]);
            ui.add(egui::Label::new(Theme::of(ui).caption(text)).truncate());
        }
    });
}

fn row(lang: Lang, found: &FoundTicket) -> super::rows::Ticket {
    // Whose card it is stands above; what matters here is when it was.
    let ticket = TicketBrief { client: None, ..found.ticket.clone() };
    super::rows::Ticket::of(lang, &ticket, words::moment(lang, &found.ticket.finished_at))
}

/// What was done on a ticket, in a line.
pub fn done(lang: Lang, ticket: &TicketBrief) -> String {
    if ticket.cancelled {
        return lang.t("desk-ticket-cancelled");
    }
    if ticket.decisions.is_empty() {
        return lang.t("desk-ticket-without");
    }
    ticket.decisions.iter().map(|decision| decided(lang, decision)).collect::<Vec<_>>().join(", ")
}

/// A decision in a line: its name, and how many times where it was more than once.
pub fn decided(lang: Lang, decision: &DecisionView) -> String {
    let name = words::name(lang, &decision.name_ru, decision.name_en.as_deref());
    if decision.quantity > 1 { format!("{name} × {}", lang.whole(decision.quantity)) } else { name.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phone_is_the_same_in_any_notation() {
        for (one, other, expected) in [
            ("+7 912 345-67-89", "8(912)3456789", true),
            ("9123456789", "+7 912 345-67-89", true),
            ("+7 912 345-67-89", "+7 912 345-67-88", false),
            ("Д-1001", "д-1001", true),
            ("Д-1001", "Д-1002", false),
            ("Пётр", "петр", true),
            ("", "", false),
        ] {
            assert_eq!(same(one, other), expected, "{one:?} {other:?}");
        }
    }

    #[test]
    fn a_client_is_asked_for_when_the_typing_pauses() {
        let ticket = Uuid::from_u128(1);
        let mut asked = Asked::default();
        for (text, now, expected, again) in [
            ("9", 1_000, None, None),
            ("91234", 1_100, None, Some(250)),
            ("91234", 1_200, None, Some(150)),
            ("912345", 1_300, None, Some(250)),
            ("912345", 1_550, Some("912345"), None),
            ("91", 1_600, Some("912345"), Some(250)),
            ("91", 1_900, None, None),
        ] {
            assert_eq!(asked.follow((ticket, text.to_owned()), now), again, "{text} at {now}");
            assert_eq!(asked.wanted().as_deref(), expected, "{text} at {now}");
        }
        asked.settle((ticket, "+7 912".to_owned()));
        assert_eq!(asked.wanted().as_deref(), Some("+7 912"));
    }
}
