//! The steps of a scheme's life: shadow statements for some months, submission with grounds, approval by order with what it costs.

use chrono::{Months, NaiveDate};
use egui::Ui;
use uuid::Uuid;

use super::View;
use crate::desktop::screens::norms::layout;
use crate::desktop::screens::norms::words::{date, read_month, typed_date, typed_month};
use crate::desktop::theme::Kind;
use crate::desktop::widgets::badge;
use crate::desktop::widgets::card;
use crate::desktop::widgets::field::{self, Field};
use crate::domain::code::Code;
use crate::domain::month::Month;
use crate::floor::command::{Command, PayCommand, SchemeApprove, SchemePilot, SchemeSubmit};
use crate::locale::{Arg, Lang};
use crate::views::pay::SchemeView;

/// Shadow statements being asked for.
#[derive(Debug)]
pub(super) struct Pilot {
    scheme: Code,
    from: String,
    to: String,
    pub error: String,
    begun: bool,
    tried: bool,
}

impl Pilot {
    /// From this month on, for two months.
    pub fn new(lang: Lang, scheme: Code, month: Month) -> Self {
        let (from, to) = (typed_month(lang, month), typed_month(lang, month.next()));
        Self { scheme, from, to, error: String::new(), begun: false, tried: false }
    }

    pub fn body(&mut self, ui: &mut Ui, lang: Lang) {
        layout::quiet(ui, &lang.t("schemes-pilot-text"));
        let [from_label, to_label, wrong] =
            ["schemes-field-from", "schemes-field-to", "schemes-bad-month"].map(|key| lang.t(key));
        let error = |text: &str, tried: bool| if tried && read_month(text).is_none() { wrong.as_str() } else { "" };
        let (tried, begun) = (self.tried, std::mem::replace(&mut self.begun, true));
        card::columns(ui, 2, |columns| {
            let [first, second] = columns else { return };
            let field = Field { error: error(&self.from, tried), keep_line: true, ..Field::new(&from_label) };
            let response = field::text(first, &field, &mut self.from);
            if !begun {
                response.request_focus();
            }
            let field = Field { error: error(&self.to, tried), keep_line: true, ..Field::new(&to_label) };
            field::text(second, &field, &mut self.to);
        });
    }

    pub fn command(&mut self) -> Option<Command> {
        self.tried = true;
        let (from, to) = (read_month(&self.from)?, read_month(&self.to)?);
        Some(Command::Pay(PayCommand::SchemePilot(SchemePilot { scheme: self.scheme.clone(), from, to })))
    }
}

/// A submission being written.
#[derive(Debug)]
pub(super) struct Submit {
    scheme: Code,
    grounds: String,
    pub error: String,
    begun: bool,
    tried: bool,
}

impl Submit {
    pub fn new(scheme: Code) -> Self {
        Self { scheme, grounds: String::new(), error: String::new(), begun: false, tried: false }
    }

    pub fn body(&mut self, ui: &mut Ui, lang: Lang) {
        layout::quiet(ui, &lang.t("schemes-submit-text"));
        let [label, hint, needed] =
            ["schemes-field-grounds", "schemes-grounds-hint", "orders-needed"].map(|key| lang.t(key));
        let error = if self.tried && self.grounds.trim().is_empty() { needed.as_str() } else { "" };
        let response =
            field::text(ui, &Field { hint: &hint, error, lines: 3, ..Field::new(&label) }, &mut self.grounds);
        if !std::mem::replace(&mut self.begun, true) {
            response.request_focus();
        }
    }

    pub fn command(&mut self) -> Option<Command> {
        self.tried = true;
        let grounds = self.grounds.trim().to_owned();
        let submit = SchemeSubmit { scheme: self.scheme.clone(), grounds };
        (!submit.grounds.is_empty()).then_some(Command::Pay(PayCommand::SchemeSubmit(submit)))
    }
}

/// An approval being filled in.
#[derive(Debug)]
pub(super) struct Approve {
    scheme: Code,
    order: Uuid,
    /// Whether a scheme of the same people is in force: then two months' notice is due.
    replaces: bool,
    number: String,
    date: String,
    effective: String,
    early_reason: String,
    pub password: String,
    pub error: String,
    begun: bool,
    tried: bool,
}

impl Approve {
    /// Dated today; from the first month that keeps the notice, or the next one for a first scheme.
    pub fn new(lang: Lang, scheme: &SchemeView, code: Code, today: NaiveDate) -> Self {
        let replaces = scheme.in_force.is_some();
        let notice = today.checked_add_months(Months::new(2)).unwrap_or(today);
        let effective = if replaces { Month::of(notice).next() } else { Month::of(today).next() };
        Self {
            scheme: code,
            order: Uuid::now_v7(),
            replaces,
            number: String::new(),
            date: typed_date(lang, today),
            effective: typed_month(lang, effective),
            early_reason: String::new(),
            password: String::new(),
            error: String::new(),
            begun: false,
            tried: false,
        }
    }

    pub fn done(&self, lang: Lang) -> String {
        lang.with("schemes-approved", &[("number", Arg::Text(self.number.trim()))])
    }

    /// Whether it would begin before the two months' notice ends.
    fn early(&self) -> bool {
        let notice = date(&self.date).and_then(|date| date.checked_add_months(Months::new(2)));
        let begins = read_month(&self.effective).map(Month::first);
        self.replaces && begins.zip(notice).is_some_and(|(begins, notice)| begins < notice)
    }

    pub fn body(&mut self, ui: &mut Ui, lang: Lang, view: &View<'_>) {
        let scheme = view.scheme.filter(|scheme| scheme.brief.scheme == self.scheme.as_str());
        if let Some(scheme) = scheme {
            layout::quiet(ui, &lang.with("schemes-approve-text", &[("name", Arg::Text(&scheme.brief.name))]));
            super::schemes::costs(ui, lang, scheme);
        }
        self.order_fields(ui, lang);
        if self.early() {
            badge::banner(ui, Kind::Warn, &lang.t("schemes-early"), "");
            let [label, needed] = ["orders-field-early", "orders-needed"].map(|key| lang.t(key));
            let lacks = self.tried && self.early_reason.trim().is_empty();
            let error = if lacks { needed.as_str() } else { "" };
            field::text(ui, &Field { error, ..Field::new(&label) }, &mut self.early_reason);
        }
        let [label, hint, needed] =
            ["orders-field-password", "schemes-password-hint", "orders-needed"].map(|key| lang.t(key));
        let lacks = self.tried && self.password.is_empty() && self.error.is_empty();
        let error = if lacks { needed.as_str() } else { "" };
        field::text(ui, &Field { password: true, hint: &hint, error, ..Field::new(&label) }, &mut self.password);
        layout::caption(ui, &lang.t("schemes-frozen"));
    }

    fn order_fields(&mut self, ui: &mut Ui, lang: Lang) {
        let keys = [
            "orders-field-number",
            "orders-field-date",
            "schemes-field-effective",
            "orders-needed",
            "orders-bad-date",
            "schemes-bad-month",
        ];
        let [number, day, effective, needed, bad_date, bad_month] = keys.map(|key| lang.t(key));
        let (tried, begun) = (self.tried, std::mem::replace(&mut self.begun, true));
        card::columns(ui, 3, |columns| {
            let [first, second, third] = columns else { return };
            let error = if tried && self.number.trim().is_empty() { needed.as_str() } else { "" };
            let response = field::text(first, &Field { error, ..Field::new(&number) }, &mut self.number);
            if !begun {
                response.request_focus();
            }
            let error = if date(&self.date).is_none() { bad_date.as_str() } else { "" };
            field::text(second, &Field { error, ..Field::new(&day) }, &mut self.date);
            let error = if read_month(&self.effective).is_none() { bad_month.as_str() } else { "" };
            field::text(third, &Field { error, ..Field::new(&effective) }, &mut self.effective);
        });
    }

    pub fn command(&mut self) -> Option<Command> {
        self.tried = true;
        let reason = self.early_reason.trim().to_owned();
        let lacks = self.number.trim().is_empty() || self.password.is_empty() || (self.early() && reason.is_empty());
        if lacks {
            return None;
        }
        Some(Command::Pay(PayCommand::SchemeApprove(SchemeApprove {
            scheme: self.scheme.clone(),
            order: Some(self.order),
            number: self.number.trim().to_owned(),
            date: Some(date(&self.date)?),
            effective: read_month(&self.effective)?.first(),
            early_reason: Some(reason).filter(|reason| self.early() && !reason.is_empty()),
        })))
    }
}
