//! The two answers to a submitted set: approval by order, confirmed with the password, or a return with a comment.

use chrono::{Months, NaiveDate};
use egui::{Key, Modifiers, Ui};
use uuid::Uuid;

use super::{APPROVE, DialogOutcome, RETURN, View};
use crate::desktop::action::Action;
use crate::desktop::icons;
use crate::desktop::screens::norms::{layout, words};
use crate::desktop::theme::{Kind, measure};
use crate::desktop::widgets::badge;
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::card;
use crate::desktop::widgets::field::{self, Field};
use crate::domain::order::PILOT_DAYS;
use crate::floor::command::{Command, NormsCommand, OrderApprove, SetReturn};
use crate::locale::{Arg, Lang};
use crate::views::norms::{OrderBrief, OrdersView, SetView};

/// How wide the dialogs are.
pub(super) const WIDTH: f32 = 620.0;

/// An approval being filled in.
#[derive(Debug)]
pub struct Approval {
    order: Uuid,
    set: Uuid,
    first: bool,
    number: String,
    date: String,
    effective: String,
    early_reason: String,
    pilot_reason: String,
    /// Closed pilot days there are, and how many an order needs without a reason.
    pilot_days: (i64, i64),
    representative: String,
    password: String,
    error: String,
    tried: bool,
    begun: bool,
}

/// A return being written.
#[derive(Debug)]
pub struct Return {
    set: Uuid,
    comment: String,
    error: String,
    begun: bool,
}

impl Approval {
    /// With number and dates proposed.
    pub fn new(lang: Lang, orders: &OrdersView, set: &SetView) -> Self {
        Self {
            order: Uuid::now_v7(),
            set: set.set,
            first: !orders.orders.iter().any(|order| order.department == set.department.code),
            number: orders.proposed_number.clone(),
            date: words::typed_date(lang, orders.today),
            effective: words::typed_date(lang, orders.proposed_effective),
            early_reason: String::new(),
            pilot_reason: String::new(),
            pilot_days: set.pilot.as_ref().map_or((0, PILOT_DAYS), |pilot| (pilot.closed_days, pilot.needed_days)),
            representative: String::new(),
            password: String::new(),
            error: String::new(),
            tried: false,
            begun: false,
        }
    }

    /// The order's number as typed.
    pub fn number(&self) -> String {
        self.number.trim().to_owned()
    }

    /// Takes a refusal; the password is typed again.
    pub fn refused(&mut self, text: &str) {
        text.clone_into(&mut self.error);
        self.password.clear();
    }

    fn dates(&self) -> (Option<NaiveDate>, Option<NaiveDate>) {
        (words::date(&self.date), words::date(&self.effective))
    }

    /// Whether the effective day comes before the two months' notice ends.
    fn early(&self) -> bool {
        let (date, effective) = self.dates();
        let ends = date.and_then(|date| date.checked_add_months(Months::new(2)));
        effective.zip(ends).is_some_and(|(effective, ends)| effective < ends)
    }

    /// Whether the order has to say why there was no full pilot. The reason of an early day may stand for both.
    fn lacks_pilot_reason(&self) -> bool {
        let said = |text: &str| !text.trim().is_empty();
        self.short_pilot() && !said(&self.pilot_reason) && !(self.early() && said(&self.early_reason))
    }

    fn short_pilot(&self) -> bool {
        self.pilot_days.0 < self.pilot_days.1
    }

    /// The command, where everything stands that it needs.
    fn command(&self) -> Option<Command> {
        let (date, effective) = self.dates();
        let said = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        let lacks = self.number().is_empty()
            || self.password.is_empty()
            || (self.early() && said(&self.early_reason).is_none())
            || self.lacks_pilot_reason();
        if lacks {
            return None;
        }
        Some(Command::Norms(NormsCommand::OrderApprove(OrderApprove {
            order: self.order,
            set: self.set,
            number: self.number(),
            date: date?,
            effective: effective?,
            early_reason: said(&self.early_reason).filter(|_| self.early()),
            pilot_reason: said(&self.pilot_reason).filter(|_| self.short_pilot()),
            representative: said(&self.representative),
        })))
    }
}

impl Return {
    /// An empty one.
    pub fn new(set: Uuid) -> Self {
        Self { set, comment: String::new(), error: String::new(), begun: false }
    }

    /// Takes a refusal.
    pub fn refused(&mut self, text: &str) {
        text.clone_into(&mut self.error);
    }
}

/// Draws the approval.
pub(super) fn show(
    ui: &Ui,
    lang: Lang,
    view: &View<'_>,
    approval: &mut Approval,
    busy: bool,
    actions: &mut Vec<Action>,
) -> DialogOutcome {
    let confirmed = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
    let name = view.set.filter(|set| set.set == approval.set).map(|set| set.name.clone()).unwrap_or_default();
    let title = lang.t("orders-approve-title");
    let shown = layout::dialog(ui, lang, &title, WIDTH, |ui| approval_body(ui, lang, view.book, &name, approval, busy));
    let mut sent = false;
    if shown.inner || confirmed {
        approval.tried = true;
        if let Some(command) = approval.command().filter(|_| !busy) {
            approval.error.clear();
            let password = approval.password.clone();
            sent = true;
            actions.push(Action::SendConfirmed { tag: APPROVE, command: Box::new(command), password });
        }
    }
    DialogOutcome { sent, closed: shown.closed }
}

/// Draws the return.
pub(super) fn show_return(
    ui: &Ui,
    lang: Lang,
    returning: &mut Return,
    busy: bool,
    actions: &mut Vec<Action>,
) -> DialogOutcome {
    let confirmed = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
    let title = lang.t("orders-return-title");
    let shown = layout::dialog(ui, lang, &title, WIDTH, |ui| return_body(ui, lang, returning, busy));
    let sent = (shown.inner || confirmed) && !busy;
    if sent {
        returning.error.clear();
        let command = Command::Norms(NormsCommand::SetReturn(SetReturn {
            set: returning.set,
            comment: returning.comment.trim().to_owned(),
        }));
        actions.push(Action::Send { tag: RETURN, command: Box::new(command) });
    }
    DialogOutcome { sent, closed: shown.closed }
}

fn approval_body(
    ui: &mut Ui,
    lang: Lang,
    orders: &OrdersView,
    name: &str,
    approval: &mut Approval,
    busy: bool,
) -> bool {
    layout::quiet(ui, &lang.with("orders-approve-text", &[("set", Arg::Text(name))]));
    let (date, effective) = approval.dates();
    let tried = approval.tried;
    let bad_date = lang.t("orders-bad-date");
    let needed = lang.t("orders-needed");
    let missing = |wrong: bool| if wrong { needed.as_str() } else { "" };
    let wrong_date = |day: Option<NaiveDate>| if day.is_none() { bad_date.as_str() } else { "" };
    let [number_label, date_label, effective_label] =
        ["orders-field-number", "orders-field-date", "orders-field-effective"].map(|key| lang.t(key));
    let taken = orders.orders.iter().any(|order| is_taken(order, &approval.number()));
    let used = lang.t("orders-number-taken");
    card::columns(ui, 3, |columns| {
        let [first, second, third] = columns else { return };
        let number_error = if taken { used.as_str() } else { missing(tried && approval.number().is_empty()) };
        let response =
            field::text(first, &Field { error: number_error, ..Field::new(&number_label) }, &mut approval.number);
        if !std::mem::replace(&mut approval.begun, true) {
            response.request_focus();
        }
        field::text(second, &Field { error: wrong_date(date), ..Field::new(&date_label) }, &mut approval.date);
        field::text(
            third,
            &Field { error: wrong_date(effective), ..Field::new(&effective_label) },
            &mut approval.effective,
        );
    });
    notice(ui, lang, date, effective);
    if approval.early() {
        early(ui, lang, orders, effective, approval);
    }
    if approval.short_pilot() {
        short_pilot(ui, lang, approval);
    }
    let (label, placeholder) = (lang.t("orders-field-representative"), lang.t("orders-representative-placeholder"));
    field::text(ui, &Field { placeholder: &placeholder, ..Field::new(&label) }, &mut approval.representative);
    let (label, hint) = (lang.t("orders-field-password"), lang.t("orders-password-hint"));
    let error = missing(tried && approval.password.is_empty() && approval.error.is_empty());
    field::text(ui, &Field { password: true, hint: &hint, error, ..Field::new(&label) }, &mut approval.password);
    if !approval.error.is_empty() {
        badge::banner(ui, Kind::Bad, &approval.error, "");
    }
    layout::caption(ui, &lang.t("orders-frozen"));
    button(ui, lang, "orders-approve", icons::SEAL_CHECK, busy)
}

/// Whether an order or the order that revoked it has this number.
pub(super) fn is_taken(order: &OrderBrief, number: &str) -> bool {
    order.number == number || order.revocation.as_ref().is_some_and(|revocation| revocation.number == number)
}

/// The rule of two months' notice with the days as they are typed: when it ends, and whether the effective day keeps it.
fn notice(ui: &mut Ui, lang: Lang, date: Option<NaiveDate>, effective: Option<NaiveDate>) {
    let Some(ends) = date.and_then(|date| date.checked_add_months(Months::new(2))) else { return };
    let last = lang.date(ends);
    let days = effective.map(|effective| (effective - ends).num_days());
    let (key, count) = match days {
        Some(days) if days >= 0 => ("orders-notice-kept", days),
        Some(days) => ("orders-notice-short", -days),
        None => ("orders-notice", 0),
    };
    layout::caption(ui, &lang.with(key, &[("day", Arg::Text(&last)), ("count", Arg::Count(count))]));
}

/// Fewer pilot days than an order needs: why.
fn short_pilot(ui: &mut Ui, lang: Lang, approval: &mut Approval) {
    let (closed, needed) = approval.pilot_days;
    let named = [("closed", Arg::Count(closed)), ("needed", Arg::Count(needed))];
    let key = if closed == 0 { "orders-pilot-none" } else { "orders-pilot-short" };
    badge::banner(ui, Kind::Warn, &lang.with(key, &named), "");
    let [label, lacking, placeholder, shared] =
        ["orders-field-pilot", "orders-needed", "orders-pilot-placeholder", "orders-pilot-shared"]
            .map(|key| lang.t(key));
    let error = if approval.tried && approval.lacks_pilot_reason() { lacking.as_str() } else { "" };
    let hint = if approval.early() { shared.as_str() } else { "" };
    let field = Field { error, hint, placeholder: &placeholder, ..Field::new(&label) };
    field::text(ui, &field, &mut approval.pilot_reason);
}

/// The reason that an early day needs; the department's first set may even begin in the past.
fn early(ui: &mut Ui, lang: Lang, orders: &OrdersView, effective: Option<NaiveDate>, approval: &mut Approval) {
    let past = effective.is_some_and(|effective| effective <= orders.today);
    let key = match (past, approval.first) {
        (true, true) => "orders-early-first",
        (true, false) => "orders-early-past",
        (false, _) => "orders-early",
    };
    let kind = if past && !approval.first { Kind::Bad } else { Kind::Warn };
    badge::banner(ui, kind, &lang.t(key), "");
    let (label, needed, placeholder) =
        (lang.t("orders-field-early"), lang.t("orders-needed"), lang.t("orders-early-placeholder"));
    let error = if approval.tried && approval.early_reason.trim().is_empty() { needed.as_str() } else { "" };
    field::text(ui, &Field { error, placeholder: &placeholder, ..Field::new(&label) }, &mut approval.early_reason);
}

fn return_body(ui: &mut Ui, lang: Lang, returning: &mut Return, busy: bool) -> bool {
    layout::quiet(ui, &lang.t("orders-return-text"));
    let (label, placeholder) = (lang.t("orders-field-comment"), lang.t("orders-comment-placeholder"));
    let comment = Field { placeholder: &placeholder, error: &returning.error, lines: 4, ..Field::new(&label) };
    let response = field::text(ui, &comment, &mut returning.comment);
    if !std::mem::replace(&mut returning.begun, true) {
        response.request_focus();
    }
    button(ui, lang, "orders-return", icons::ARROW_BEND_UP_LEFT, busy)
}

pub(super) fn button(ui: &mut Ui, lang: Lang, word: &str, icon: &str, busy: bool) -> bool {
    let row = egui::vec2(ui.available_width(), measure::PRIMARY);
    let word = lang.t(word);
    ui.allocate_ui_with_layout(row, egui::Layout::right_to_left(egui::Align::Center), |ui| {
        Button::primary(&word).icon(icon).key("Ctrl+Enter").enabled(!busy).show(ui).clicked()
    })
    .inner
}
