//! A day opened: tickets, their decisions, quantity × weight, and correction lines by name.

use egui::Ui;

use super::pieces::{Opens, amount, opens};
use super::{Form, View, rows, shown_day};
use crate::desktop::action::Action;
use crate::desktop::icons;
use crate::desktop::screens::norms::{layout, words};
use crate::desktop::theme::{Kind, Theme, measure, space};
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::{badge, state};
use crate::domain::objection::About;
use crate::locale::{Arg, Lang};
use crate::views::desk::CorrectionLine;
use crate::views::tickets::{DayView, DecisionView, TicketBrief};

/// The place of a ticket's own line among its decisions, which count from 1.
const HEAD: i64 = 0;

pub(super) fn show(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form, actions: &mut Vec<Action>) {
    if form.wanted.day.is_none() {
        let (title, text) = (lang.t("kpi-day-none"), lang.t("kpi-day-none-text"));
        let empty = state::Empty { icon: icons::CHART_BAR, title: &title, text: &text, ..state::Empty::default() };
        state::empty(ui, &empty);
        return;
    }
    match shown_day(view, form) {
        Some(day) => body(ui, lang, view, day, form, actions),
        None => drop(state::loading(ui, &lang.t("kpi-day-loading"), 6)),
    }
}

fn body(ui: &mut Ui, lang: Lang, view: &View<'_>, day: &DayView, form: &mut Form, actions: &mut Vec<Action>) {
    if head(ui, lang, day, view.may_object()) {
        actions.push(Action::Object(About::Day(day.date)));
    }
    sums(ui, lang, day);
    ui.separator();
    if day.tickets.is_empty() {
        layout::quiet(ui, &lang.t("kpi-day-empty"));
    }
    let row = form.row.and_then(|row| rows(Some(day)).into_iter().nth(row));
    let under = row.map(|(ticket, line)| (ticket.ticket, line.unwrap_or(HEAD)));
    for ticket in &day.tickets {
        let chosen = under.filter(|(id, _)| *id == ticket.ticket).map(|(_, line)| line);
        one(ui, lang, view, ticket, chosen, form, actions);
        ui.add_space(space::XS);
    }
    for line in &day.lines {
        correction(ui, lang, line);
    }
}

/// The day and whether it is closed; says whether somebody objects to it.
fn head(ui: &mut Ui, lang: Lang, day: &DayView, may_object: bool) -> bool {
    let theme = Theme::of(ui);
    let row = egui::vec2(ui.available_width(), measure::CONTROL);
    let line = ui.allocate_ui_with_layout(row, egui::Layout::left_to_right(egui::Align::Center), |ui| {
        ui.label(theme.strong(lang.date(day.date)));
        let (kind, icon, word) = if day.closed {
            (Kind::Ok, icons::LOCK, "kpi-day-closed")
        } else {
            (Kind::Neutral, icons::LOCK_OPEN, "kpi-day-open")
        };
        badge::badge_with(ui, kind, icon, &lang.t(word));
        let right = egui::Layout::right_to_left(egui::Align::Center);
        let object = |ui: &mut Ui| {
            let (word, tooltip) = (lang.t("kpi-object"), lang.t("kpi-object-hint"));
            let button = Button::quiet(&word).icon(icons::CHAT_TEXT).key("O").tooltip(&tooltip);
            may_object && button.show(ui).clicked()
        };
        ui.with_layout(right, object).inner
    });
    line.inner
}

fn sums(ui: &mut Ui, lang: Lang, day: &DayView) {
    let theme = Theme::of(ui);
    amount(ui, theme.bold(lang.t("kpi-day-sum")), theme.bold(lang.minutes(day.kpi_cmin)));
    if let Some(plan) = day.plan_cmin {
        amount(ui, theme.quiet(lang.t("kpi-target")), theme.quiet(lang.minutes(plan)));
    }
    if day.lines_cmin.0 != 0 {
        let lines = theme.tinted(Kind::Warn, lang.t("kpi-day-lines"));
        amount(ui, theme.quiet(lang.t("kpi-day-without-lines")), theme.quiet(lang.minutes(day.sum_cmin)));
        amount(ui, lines, theme.tinted(Kind::Warn, lang.minutes(day.lines_cmin)));
    }
    if day.held_cmin.0 > 0 {
        amount(ui, theme.quiet(lang.t("kpi-day-held")), theme.quiet(lang.minutes(day.held_cmin)));
    }
}

/// A ticket with its decisions; `chosen`: the line of it under the keyboard.
fn one(
    ui: &mut Ui,
    lang: Lang,
    view: &View<'_>,
    ticket: &TicketBrief,
    chosen: Option<i64>,
    form: &mut Form,
    actions: &mut Vec<Action>,
) {
    let client = ticket.client.as_deref().unwrap_or_default();
    let channel = lang.t(&format!("channel-{}", ticket.channel.as_str()));
    let head = if client.is_empty() { channel } else { client.to_owned() };
    let head = format!("{}  {head}", words::clock(&ticket.finished_at));
    let line = Opens {
        name: &head,
        number: &lang.minutes(ticket.kpi_cmin),
        strong: true,
        chosen: chosen == Some(HEAD),
        enabled: view.me.may.tickets,
    };
    if opens(ui, &line) {
        actions.push(Action::OpenTicket(ticket.ticket));
    }
    if ticket.cancelled {
        layout::caption(ui, &lang.t("desk-ticket-cancelled"));
    } else if ticket.decisions.is_empty() {
        layout::caption(ui, &lang.t("desk-ticket-without"));
    }
    for (number, decision) in (1..).zip(&ticket.decisions) {
        if self::decision(ui, lang, decision, chosen == Some(number)) {
            form.wanted.decision = Some((ticket.ticket, number));
        }
    }
}

/// A decision: quantity × weight = minutes; it opens what the weight is made of.
fn decision(ui: &mut Ui, lang: Lang, decision: &DecisionView, chosen: bool) -> bool {
    let sum = format!(
        "{} × {} = {}",
        lang.whole(decision.quantity),
        lang.minutes(decision.weight_cmin),
        lang.minutes(decision.kpi_cmin)
    );
    let name = words::name(lang, &decision.name_ru, decision.name_en.as_deref());
    opens(ui, &Opens { name, number: &sum, strong: false, chosen, enabled: true })
}

/// A correction line dated to the day: how many minutes, by whom and why.
fn correction(ui: &mut Ui, lang: Lang, line: &CorrectionLine) {
    let theme = Theme::of(ui);
    let name = theme.tinted(Kind::Warn, lang.t("kpi-day-line"));
    amount(ui, name, theme.tinted(Kind::Warn, lang.minutes(line.line_cmin)));
    let named = [("person", Arg::Text(&line.person)), ("reason", Arg::Text(&line.reason))];
    layout::caption(ui, &lang.with("kpi-day-line-by", &named));
}
