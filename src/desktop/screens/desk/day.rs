//! The day so far, beside the editor: the provisional sum against the target, and the tickets, each of which opens to be corrected.

use egui::{Align2, Rect, Sense, Ui, Vec2, WidgetInfo};
use uuid::Uuid;

use super::{Focus, Form};
use crate::desktop::icons;
use crate::desktop::screens::norms::{layout, words};
use crate::desktop::theme::{Kind, Theme, font, radius, space};
use crate::desktop::widgets::{badge, card, ink, stat, state};
use crate::domain::units::CentiMinutes;
use crate::locale::{Arg, Lang};
use crate::views::tickets::{DayView, DeskView, TicketBrief};

/// The height of a ticket's row: what was done, and below it when and for whom.
const ROW: f32 = 52.0;

/// Draws the day.
pub fn show(ui: &mut Ui, lang: Lang, view: &DeskView, form: &mut Form) {
    let room = layout::titled_room(ui);
    let right = |ui: &mut Ui| {
        if let Some(order) = &view.order {
            badge::badge_with(ui, Kind::Ok, icons::SEAL_CHECK, &lang.with("desk-order", &[("number", order.into())]));
        }
    };
    card::card_with(ui, &lang.t("desk-day"), right, |ui| {
        ui.set_min_height(room);
        sum(ui, lang, &view.day);
        ui.add_space(space::XS);
        if view.day.tickets.is_empty() {
            let (title, text) = (lang.t("desk-day-empty"), lang.t("desk-day-empty-text"));
            state::empty(
                ui,
                &state::Empty { icon: icons::TICKET, title: &title, text: &text, ..state::Empty::default() },
            );
            return;
        }
        let open = form.tickets.get(form.current).map(|draft| draft.ticket);
        let left = layout::room_below(ui) - space::L;
        let mut asked = None;
        let scroll =
            egui::ScrollArea::vertical().id_salt("desk-day").max_height(left.max(3.0 * ROW)).auto_shrink([false, true]);
        scroll.show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for ticket in view.day.tickets.iter().rev() {
                if row(ui, lang, view, ticket, open == Some(ticket.ticket)) {
                    asked = Some(ticket.ticket);
                }
            }
        });
        if let Some(ticket) = asked {
            open_ticket(form, view, ticket);
        }
    });
}

fn open_ticket(form: &mut Form, view: &DeskView, ticket: Uuid) {
    form.correct(view, ticket);
    form.focus = Some(Focus::Decision);
}

/// The day's sum, said to be provisional, against its target.
fn sum(ui: &mut Ui, lang: Lang, day: &DayView) {
    let value = lang.minutes(day.kpi_cmin);
    let note = match day.plan_cmin {
        Some(plan) if plan.0 > 0 => lang.with("desk-day-plan", &[("plan", Arg::Text(&lang.minutes(plan)))]),
        Some(_) => lang.t("desk-day-free"),
        None => lang.t("desk-day-no-plan"),
    };
    let (label, unit) = (lang.t("desk-day-sum"), lang.t("unit-min"));
    stat::plain(ui, &stat::Stat { label: &label, value: &value, unit: &unit, note: &note, kind: Kind::Neutral });
    progress(ui, day.kpi_cmin, day.plan_cmin);
}

/// How far a sum has come on the way to its plan; nothing where there is no plan.
pub fn progress(ui: &mut Ui, done: CentiMinutes, plan: Option<CentiMinutes>) {
    let Some(plan) = plan.filter(|plan| plan.0 > 0) else { return };
    let theme = Theme::of(ui);
    let share = ink::points((done.minutes() / plan.minutes()).clamp(0.0, 1.0));
    let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), space::S), Sense::hover());
    ui.painter().rect_filled(rect, radius::CONTROL, theme.raised);
    let colour = if done >= plan { theme.ok } else { theme.accent };
    let filled = Rect::from_min_size(rect.min, Vec2::new(rect.width() * share, rect.height()));
    if share > 0.0 {
        ui.painter().rect_filled(filled, radius::CONTROL, colour);
    }
}

/// What was done on a ticket, in a line.
pub fn done(lang: Lang, ticket: &TicketBrief, name: impl Fn(&str) -> String) -> String {
    if ticket.cancelled {
        return lang.t("desk-ticket-cancelled");
    }
    if ticket.decisions.is_empty() {
        return lang.t("desk-ticket-without");
    }
    let parts: Vec<String> = ticket
        .decisions
        .iter()
        .map(|decision| {
            let name = name(&decision.action);
            if decision.quantity > 1 { format!("{name} × {}", lang.whole(decision.quantity)) } else { name }
        })
        .collect();
    parts.join(", ")
}

fn row(ui: &mut Ui, lang: Lang, view: &DeskView, ticket: &TicketBrief, open: bool) -> bool {
    let theme = Theme::of(ui);
    let name = |code: &str| {
        super::draft::action(&view.actions, code).map_or_else(
            || code.to_owned(),
            |action| words::name(lang, &action.name_ru, action.name_en.as_deref()).to_owned(),
        )
    };
    let done = done(lang, ticket, name);
    let time = words::clock(&ticket.finished_at);
    let client = ticket.client.as_deref().unwrap_or_default();
    let below = if client.is_empty() { time.to_owned() } else { format!("{time} · {client}") };
    let minutes = lang.minutes(ticket.kpi_cmin);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), ROW), Sense::click());
    let spoken = format!("{time} {done} {minutes} {}", lang.t("unit-min"));
    response.widget_info(|| WidgetInfo::selected(egui::Role::Button, true, open, &spoken));
    if !ui.is_rect_visible(rect) {
        return response.clicked();
    }
    ink::row_ground(ui, rect, open, response.hovered());
    let inner = rect.shrink2(Vec2::new(space::S, 6.0));
    let number =
        ink::line(ui, &minutes, font::bold(), if ticket.cancelled { theme.muted } else { theme.text }, inner.width());
    let width = inner.width() - number.size().x - space::M;
    let (upper, lower) = inner.split_top_bottom_at_fraction(0.5);
    let line = ink::line(ui, &done, font::body(), if ticket.cancelled { theme.muted } else { theme.text }, width);
    let cut = line.elided;
    ink::place(ui.painter(), line, upper, Align2::LEFT_CENTER);
    ink::place(ui.painter(), number, upper, Align2::RIGHT_CENTER);
    let line = ink::line(ui, &below, font::caption(), theme.muted, inner.width());
    ink::place(ui.painter(), line, lower, Align2::LEFT_CENTER);
    ink::ring(ui, &response, radius::CONTROL);
    ink::release_after_click(ui, &response);
    let response = if cut { response.on_hover_text(done) } else { response };
    response.clicked()
}
