//! The two answers to a submitted set: approval by order, confirmed with the password, or a return with a comment.

use chrono::{Months, NaiveDate};
use egui::{Key, Modifiers, Ui};
use uuid::Uuid;

use super::{APPROVE, Form, RETURN};
use crate::desktop::action::Action;
use crate::desktop::icons;
use crate::desktop::screens::norms::{layout, words};
use crate::desktop::theme::{Kind, measure};
use crate::desktop::widgets::badge;
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::card;
use crate::desktop::widgets::field::{self, Field};
use crate::floor::command::{Command, NormsCommand, OrderApprove, SetReturn};
use crate::locale::{Arg, Lang};
use crate::views::norms::{OrdersView, SetView};

/// How wide the dialogs are.
const WIDTH: f32 = 620.0;

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

    /// The command, where everything stands that it needs.
    fn command(&self) -> Option<Command> {
        let (date, effective) = self.dates();
        let said = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        let lacks = self.number().is_empty()
            || self.password.is_empty()
            || (self.early() && said(&self.early_reason).is_none());
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
            pilot_reason: None,
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

/// Draws the dialog that is open.
pub fn dialogs(
    ui: &Ui,
    lang: Lang,
    orders: &OrdersView,
    set: Option<&SetView>,
    form: &mut Form,
    actions: &mut Vec<Action>,
) {
    let confirmed = (form.approval.is_some() || form.returning.is_some())
        && ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
    let busy = form.sending;
    if let Some(approval) = &mut form.approval {
        let name = set.filter(|set| set.set == approval.set).map(|set| set.name.clone()).unwrap_or_default();
        let title = lang.t("orders-approve-title");
        let shown =
            layout::dialog(ui, lang, &title, WIDTH, |ui| approval_body(ui, lang, orders, &name, approval, busy));
        if shown.inner || confirmed {
            approval.tried = true;
            if let Some(command) = approval.command().filter(|_| !busy) {
                approval.error.clear();
                let password = approval.password.clone();
                form.sending = true;
                actions.push(Action::SendConfirmed { tag: APPROVE, command: Box::new(command), password });
            }
        }
        if shown.closed {
            form.approval = None;
        }
    } else if let Some(returning) = &mut form.returning {
        let title = lang.t("orders-return-title");
        let shown = layout::dialog(ui, lang, &title, WIDTH, |ui| return_body(ui, lang, returning, busy));
        if (shown.inner || confirmed) && !busy {
            returning.error.clear();
            let command = Command::Norms(NormsCommand::SetReturn(SetReturn {
                set: returning.set,
                comment: returning.comment.trim().to_owned(),
            }));
            form.sending = true;
            actions.push(Action::Send { tag: RETURN, command: Box::new(command) });
        }
        if shown.closed {
            form.returning = None;
        }
    }
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
    let earliest = date.unwrap_or(orders.today).checked_add_months(Months::new(2)).unwrap_or(orders.today);
    let hint = lang.with("orders-earliest", &[("day", Arg::Text(&lang.date(earliest)))]);
    card::columns(ui, 3, |columns| {
        let [first, second, third] = columns else { return };
        let number_error = missing(tried && approval.number().is_empty());
        let response =
            field::text(first, &Field { error: number_error, ..Field::new(&number_label) }, &mut approval.number);
        if !std::mem::replace(&mut approval.begun, true) {
            response.request_focus();
        }
        field::text(second, &Field { error: wrong_date(date), ..Field::new(&date_label) }, &mut approval.date);
        field::text(
            third,
            &Field { error: wrong_date(effective), hint: &hint, ..Field::new(&effective_label) },
            &mut approval.effective,
        );
    });
    if approval.early() {
        early(ui, lang, orders, effective, approval);
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

fn button(ui: &mut Ui, lang: Lang, word: &str, icon: &str, busy: bool) -> bool {
    let row = egui::vec2(ui.available_width(), measure::PRIMARY);
    let word = lang.t(word);
    ui.allocate_ui_with_layout(row, egui::Layout::right_to_left(egui::Align::Center), |ui| {
        Button::primary(&word).icon(icon).key("Ctrl+Enter").enabled(!busy).show(ui).clicked()
    })
    .inner
}
