//! The revocation of an order that is not in force yet: by an order of its own, with number, date, reason and the password.

use egui::{Key, Modifiers, Ui};
use uuid::Uuid;

use super::approve::{WIDTH, button, is_taken};
use super::{DialogOutcome, REVOKE};
use crate::desktop::action::Action;
use crate::desktop::icons;
use crate::desktop::screens::norms::{layout, words};
use crate::desktop::theme::Kind;
use crate::desktop::widgets::field::{self, Field};
use crate::desktop::widgets::{badge, card};
use crate::floor::command::{Command, OrderRevoke, OrdersCommand};
use crate::locale::{Arg, Lang};
use crate::views::norms::{OrderView, OrdersView};

/// A revocation being filled in.
#[derive(Debug)]
pub struct Revocation {
    order: Uuid,
    revoked: String,
    number: String,
    date: String,
    reason: String,
    password: String,
    error: String,
    tried: bool,
    begun: bool,
}

impl Revocation {
    /// With number and date proposed.
    pub fn new(lang: Lang, book: &OrdersView, order: &OrderView) -> Self {
        Self {
            order: order.order,
            revoked: order.number.clone(),
            number: book.proposed_number.clone(),
            date: words::typed_date(lang, book.today),
            reason: String::new(),
            password: String::new(),
            error: String::new(),
            tried: false,
            begun: false,
        }
    }

    /// Takes a refusal; the password is typed again.
    pub fn refused(&mut self, text: &str) {
        text.clone_into(&mut self.error);
        self.password.clear();
    }

    fn command(&self) -> Option<Command> {
        let (number, reason) = (self.number.trim(), self.reason.trim());
        if number.is_empty() || reason.is_empty() || self.password.is_empty() {
            return None;
        }
        Some(Command::Orders(OrdersCommand::OrderRevoke(OrderRevoke {
            order: self.order,
            number: Some(number.to_owned()),
            date: Some(words::date(&self.date)?),
            reason: Some(reason.to_owned()),
        })))
    }
}

/// Draws the dialog.
pub(super) fn show(
    ui: &Ui,
    lang: Lang,
    book: &OrdersView,
    revocation: &mut Revocation,
    busy: bool,
    actions: &mut Vec<Action>,
) -> DialogOutcome {
    let confirmed = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
    let title = lang.with("orders-revoke-title", &[("number", Arg::Text(&revocation.revoked))]);
    let shown = layout::dialog(ui, lang, &title, WIDTH, |ui| body(ui, lang, book, revocation, busy));
    let mut sent = false;
    if shown.inner || confirmed {
        revocation.tried = true;
        if let Some(command) = revocation.command().filter(|_| !busy) {
            revocation.error.clear();
            sent = true;
            let password = revocation.password.clone();
            actions.push(Action::SendConfirmed { tag: REVOKE, command: Box::new(command), password });
        }
    }
    DialogOutcome { sent, closed: shown.closed }
}

fn body(ui: &mut Ui, lang: Lang, book: &OrdersView, revocation: &mut Revocation, busy: bool) -> bool {
    layout::quiet(ui, &lang.t("orders-revoke-text"));
    let tried = revocation.tried;
    let [needed, bad, used] = ["orders-needed", "orders-bad-date", "orders-number-taken"].map(|key| lang.t(key));
    let [number, date, reason, password] =
        ["orders-field-number", "orders-field-date", "orders-field-revoke", "orders-field-password"]
            .map(|key| lang.t(key));
    let missing = |text: &str| if tried && text.trim().is_empty() { needed.as_str() } else { "" };
    let taken = book.orders.iter().any(|order| is_taken(order, revocation.number.trim()));
    let number_error = if taken { used.as_str() } else { missing(&revocation.number) };
    let date_error = if words::date(&revocation.date).is_none() { bad.as_str() } else { "" };
    card::columns(ui, 2, |columns| {
        let [first, second] = columns else { return };
        field::text(first, &Field { error: number_error, ..Field::new(&number) }, &mut revocation.number);
        field::text(second, &Field { error: date_error, ..Field::new(&date) }, &mut revocation.date);
    });
    let placeholder = lang.t("orders-revoke-placeholder");
    let error = missing(&revocation.reason);
    let response =
        field::text(ui, &Field { placeholder: &placeholder, error, ..Field::new(&reason) }, &mut revocation.reason);
    if !std::mem::replace(&mut revocation.begun, true) {
        response.request_focus();
    }
    let hint = lang.t("orders-password-hint");
    let error = if revocation.error.is_empty() { missing(&revocation.password) } else { "" };
    field::text(ui, &Field { password: true, hint: &hint, error, ..Field::new(&password) }, &mut revocation.password);
    if !revocation.error.is_empty() {
        badge::banner(ui, Kind::Bad, &revocation.error, "");
    }
    layout::caption(ui, &lang.t("orders-revoke-frozen"));
    button(ui, lang, "orders-revoke", icons::PROHIBIT, busy)
}
