//! The day so far, beside the editor: the provisional sum against the target, and the tickets, each of which opens to be corrected.

use egui::{Rect, Sense, Ui, Vec2};

use super::form::Form;
use super::{rows, tabs};
use crate::desktop::icons;
use crate::desktop::screens::norms::{layout, words};
use crate::desktop::theme::{Kind, Theme, radius, space};
use crate::desktop::widgets::{badge, card, ink, stat, state};
use crate::domain::units::CentiMinutes;
use crate::locale::{Arg, Lang};
use crate::views::desk::ClaimView;
use crate::views::tickets::{DayView, DeskView};

/// Draws the day.
pub(super) fn show(ui: &mut Ui, lang: Lang, view: &DeskView, form: &mut Form) {
    let room = layout::titled_room(ui);
    let right = |ui: &mut Ui| {
        if let Some(order) = &view.order {
            badge::badge_with(ui, Kind::Ok, icons::SEAL_CHECK, &lang.with("desk-order", &[("number", order.into())]));
        }
    };
    card::card_with(ui, &lang.t("desk-day"), right, |ui| {
        ui.set_min_height(room);
        sum(ui, lang, &view.day);
        for claim in view.claims.iter().take(CLAIMS) {
            claimed(ui, lang, claim);
        }
        ui.add_space(space::XS);
        if view.day.tickets.is_empty() {
            let (title, text) = (lang.t("desk-day-empty"), lang.t("desk-day-empty-text"));
            state::empty(
                ui,
                &state::Empty { icon: icons::TICKET, title: &title, text: &text, ..state::Empty::default() },
            );
            return;
        }
        let left = layout::room_below(ui) - space::L;
        let mut asked = None;
        let scroll = egui::ScrollArea::vertical()
            .id_salt("desk-day")
            .max_height(left.max(2.0 * rows::ROW))
            .auto_shrink([false, true]);
        scroll.show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for ticket in view.day.tickets.iter().rev() {
                let row = rows::Ticket::of(lang, ticket, words::clock(&ticket.finished_at).to_owned());
                if rows::ticket(ui, lang, &row, tabs::is_open(form, ticket.ticket)).clicked() {
                    asked = Some(ticket.ticket);
                }
            }
        });
        if let Some(ticket) = asked {
            form.correct(view, ticket);
        }
    });
}

/// How many claims are said over the day.
const CLAIMS: usize = 2;

/// What became of a forgotten ticket that was claimed.
fn claimed(ui: &mut Ui, lang: Lang, claim: &ClaimView) {
    let (kind, icon, key) = match claim.state.as_str() {
        "accepted" => (Kind::Ok, icons::CHECK_CIRCLE, "desk-claim-accepted"),
        "declined" => (Kind::Warn, icons::WARNING, "desk-claim-declined"),
        _ => (Kind::Neutral, icons::HOURGLASS_MEDIUM, "desk-claim-open"),
    };
    let (day, minutes) = (lang.date(claim.work_day), lang.minutes(claim.kpi_cmin));
    let why = claim.decision.as_deref().unwrap_or_default();
    let named = [("day", Arg::Text(&day)), ("minutes", Arg::Text(&minutes)), ("reason", Arg::Text(why))];
    state::line(ui, kind, icon, &lang.with(key, &named));
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
    if day.held_cmin.0 > 0 {
        let held = lang.with("desk-day-held", &[("minutes", Arg::Text(&lang.minutes(day.held_cmin)))]);
        state::line(ui, Kind::Accent, icons::HOURGLASS_MEDIUM, &held);
    }
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
