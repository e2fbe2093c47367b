//! A day of the own KPI, opened: tickets, their decisions, quantity × weight, and correction lines by name.

use chrono::NaiveDate;
use egui::{Align, Layout, RichText, Ui};

use crate::desktop::action::Action;
use crate::desktop::icons;
use crate::desktop::screens::norms::{layout, words};
use crate::desktop::theme::{Kind, Theme, font, space};
use crate::desktop::widgets::button::icon_button;
use crate::desktop::widgets::{badge, card, state};
use crate::locale::{Arg, Lang};
use crate::views::tickets::{DayView, DecisionView, TicketBrief};

/// Draws the day that was chosen, or says how to choose one.
pub fn show(
    ui: &mut Ui,
    lang: Lang,
    day: Option<&DayView>,
    chosen: Option<NaiveDate>,
    actions: &mut Vec<Action>,
    form_day: &mut Option<NaiveDate>,
) {
    let Some(date) = chosen else {
        let room = layout::card_room(ui);
        card::card(ui, "", |ui| {
            ui.set_min_height(room);
            let (title, text) = (lang.t("kpi-day-none"), lang.t("kpi-day-none-text"));
            ui.add_space((room / 2.0 - 120.0).max(0.0));
            state::empty(
                ui,
                &state::Empty { icon: icons::CHART_BAR, title: &title, text: &text, ..state::Empty::default() },
            );
        });
        return;
    };
    let mut close = false;
    let title = lang.date(date);
    let right = |ui: &mut Ui| {
        close = icon_button(ui, icons::X, &lang.t("kpi-day-close"), "Esc").clicked();
        if let Some(day) = day.filter(|day| day.date == date) {
            let (kind, icon, word) = if day.closed {
                (Kind::Ok, icons::LOCK, "kpi-day-closed")
            } else {
                (Kind::Neutral, icons::LOCK_OPEN, "kpi-day-open")
            };
            badge::badge_with(ui, kind, icon, &lang.t(word));
        }
    };
    let room = layout::titled_room(ui);
    card::card_with(ui, &title, right, |ui| {
        ui.set_min_height(room);
        match day.filter(|day| day.date == date) {
            Some(day) => body(ui, lang, day),
            None => {
                state::loading(ui, &lang.t("kpi-day-loading"), 6);
            }
        }
    });
    if close {
        *form_day = None;
        actions.push(Action::SelectDay(None));
    }
}

fn body(ui: &mut Ui, lang: Lang, day: &DayView) {
    let theme = Theme::of(ui);
    let plan = day.plan_cmin.map(|plan| lang.minutes(plan));
    amount(ui, theme.bold(lang.t("kpi-day-sum")), theme.bold(lang.minutes(day.kpi_cmin)));
    if let Some(plan) = plan {
        amount(ui, theme.quiet(lang.t("kpi-target")), theme.quiet(plan));
    }
    if day.lines_cmin.0 != 0 {
        amount(ui, theme.quiet(lang.t("kpi-day-without-lines")), theme.quiet(lang.minutes(day.sum_cmin)));
        amount(
            ui,
            theme.tinted(Kind::Warn, lang.t("kpi-day-lines")),
            theme.tinted(Kind::Warn, lang.minutes(day.lines_cmin)),
        );
    }
    ui.separator();
    if day.tickets.is_empty() {
        layout::quiet(ui, &lang.t("kpi-day-empty"));
        return;
    }
    let left = (layout::room_below(ui) - space::L).max(160.0);
    egui::ScrollArea::vertical().id_salt("kpi-day").max_height(left).auto_shrink([false, true]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        for ticket in &day.tickets {
            one(ui, lang, ticket);
            ui.add_space(space::S);
        }
    });
}

/// A name on the left and a number on the right.
fn amount(ui: &mut Ui, name: RichText, number: RichText) {
    let row = egui::vec2(ui.available_width(), 20.0);
    ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
        ui.spacing_mut().interact_size.y = 20.0;
        ui.label(number);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| ui.add(egui::Label::new(name).truncate()));
    });
}

fn one(ui: &mut Ui, lang: Lang, ticket: &TicketBrief) {
    let theme = Theme::of(ui);
    let client = ticket.client.as_deref().unwrap_or_default();
    let channel = lang.t(&format!("channel-{}", ticket.channel.as_str()));
    let head = if client.is_empty() { channel } else { client.to_owned() };
    let head = format!("{}  {head}", words::clock(&ticket.finished_at));
    amount(ui, theme.bold(head), theme.bold(lang.minutes(ticket.kpi_cmin)));
    if ticket.cancelled {
        layout::caption(ui, &lang.t("desk-ticket-cancelled"));
    } else if ticket.decisions.is_empty() {
        layout::caption(ui, &lang.t("desk-ticket-without"));
    }
    for decision in &ticket.decisions {
        line(ui, lang, decision);
    }
}

/// A decision: quantity × weight = minutes, with norm and boost behind the weight.
fn line(ui: &mut Ui, lang: Lang, decision: &DecisionView) {
    let theme = Theme::of(ui);
    let boost = decision.boost_bp.0 != 10_000;
    let sum = format!(
        "{} × {} = {}",
        lang.whole(decision.quantity),
        lang.minutes(decision.weight_cmin),
        lang.minutes(decision.kpi_cmin)
    );
    let row = egui::vec2(ui.available_width(), 20.0);
    let response = ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
        ui.spacing_mut().interact_size.y = 20.0;
        ui.label(RichText::new(sum).font(font::body()).color(theme.text));
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.add(egui::Label::new(theme.quiet(words::name(lang, &decision.name_ru, decision.name_en.as_deref()))).truncate())
        });
    });
    if boost {
        let factor = words::factor(lang, decision.boost_bp);
        let norm = lang.minutes(decision.norm_cmin);
        response
            .response
            .on_hover_text(lang.with("kpi-boosted", &[("norm", Arg::Text(&norm)), ("factor", Arg::Text(&factor))]));
    }
}
