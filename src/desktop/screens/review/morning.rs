//! The morning review: how many calls of the last work day became tickets, which ones nobody processed, and which tickets were saved
//! before their call ended.

use egui::{Align, Layout, Ui, Vec2};

use super::{About, Form, PRESS, View, rows, ticket_done, ticket_line};
use crate::desktop::action::Action;
use crate::desktop::icons;
use crate::desktop::screens::desk;
use crate::desktop::screens::norms::{layout, words};
use crate::desktop::theme::{Kind, Theme, measure, radius, space};
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::{card, ink, stat, state};
use crate::domain::review::ReviewReason;
use crate::floor::command::{Command, DeskCommand, MergeAttach};
use crate::locale::Lang;
use crate::views::desk::{CallBrief, CallsView, WorthALook};

/// Draws the page.
pub(super) fn show(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form, actions: &mut Vec<Action>) {
    let Some(calls) = view.calls else {
        card::card(ui, "", |ui| state::loading(ui, &lang.t("app-loading"), 6));
        return;
    };
    figures(ui, lang, calls);
    let left = (ui.available_width() - space::L) * 0.6;
    let early = early(view);
    layout::split(ui, left, |ui, side| match side {
        layout::Side::Left => unprocessed(ui, lang, calls, form, actions),
        layout::Side::Right => saved_early(ui, lang, &early, actions),
    });
}

fn figures(ui: &mut Ui, lang: Lang, calls: &CallsView) {
    let days = if calls.from == calls.to {
        lang.date(calls.from)
    } else {
        format!("{} – {}", lang.date(calls.from), lang.date(calls.to))
    };
    let [all, merged, dismissed, left] =
        [calls.total, calls.merged, calls.dismissed, calls.unprocessed].map(|count| lang.whole(count));
    let processed = calls.merged + calls.dismissed;
    // Rounded down: only all of them are 100 %.
    let adoption =
        (calls.total > 0).then(|| lang.with("review-adoption", &[("share", (processed * 100 / calls.total).into())]));
    let [all_label, merged_label, dismissed_label, left_label] =
        ["review-calls", "review-merged", "review-dismissed", "review-unprocessed"].map(|key| lang.t(key));
    let kind = if calls.unprocessed > 0 { Kind::Warn } else { Kind::Ok };
    let note = lang.t(if calls.unprocessed > 0 { "review-unprocessed-note" } else { "review-all-processed" });
    let adoption = adoption.unwrap_or_else(|| lang.t("review-no-calls"));
    let stats = [
        stat::Stat { label: &all_label, value: &all, note: &days, ..stat::Stat::default() },
        stat::Stat { label: &merged_label, value: &merged, note: &adoption, ..stat::Stat::default() },
        stat::Stat {
            label: &dismissed_label,
            value: &dismissed,
            note: &lang.t("review-dismissed-note"),
            ..stat::Stat::default()
        },
        stat::Stat { label: &left_label, value: &left, note: &note, kind, ..stat::Stat::default() },
    ];
    stat::tiles(ui, &stats);
}

/// The calls that nobody processed; the one under the keyboard has its buttons.
fn unprocessed(ui: &mut Ui, lang: Lang, view: &CallsView, form: &mut Form, actions: &mut Vec<Action>) {
    let room = layout::titled_room(ui).max(4.0 * measure::ROW);
    card::card(ui, &lang.t("review-unprocessed-calls"), |ui| {
        ui.set_min_height(room);
        if view.calls.is_empty() {
            state::line(ui, Kind::Ok, icons::CHECK_CIRCLE, &lang.t("review-unprocessed-none"));
            return;
        }
        rows(ui, &mut form.row, view.calls.len());
        let scroll = egui::ScrollArea::vertical().id_salt("review-calls").max_height(room).auto_shrink([false, true]);
        scroll.show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            for (place, call) in view.calls.iter().enumerate() {
                one(ui, lang, call, place, form, actions);
            }
            if view.next.is_some() {
                layout::caption(ui, &lang.t("review-more-in-calls"));
            }
        });
    });
}

fn one(ui: &mut Ui, lang: Lang, call: &CallBrief, place: usize, form: &mut Form, actions: &mut Vec<Action>) {
    let theme = Theme::of(ui);
    let chosen = form.row == Some(place);
    let frame = egui::Frame::new()
        .fill(if chosen { theme.accent_quiet } else { theme.surface })
        .corner_radius(radius::CONTROL)
        .inner_margin(egui::Margin::symmetric(8, 2));
    let client = call.client.clone().unwrap_or_else(|| lang.t("desk-call-hidden"));
    let who = call.employee.as_ref().map(|employee| employee.name.clone()).unwrap_or_default();
    let (_, length) = desk::length(lang, call, form.now_ms);
    let text = format!("{} · {client} · {length}", words::moment(lang, &call.started_at));
    frame.show(ui, |ui| {
        let row = Vec2::new(ui.available_width(), measure::CONTROL);
        ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
            if chosen {
                buttons(ui, lang, call, form, actions);
            } else {
                ui.label(theme.quiet(&who));
            }
            let (rect, response) = ui.allocate_exact_size(ui.available_size(), egui::Sense::click());
            response.widget_info(|| {
                egui::WidgetInfo::selected(egui::Role::ListBoxOption, true, chosen, format!("{who}: {text}"))
            });
            let line = ink::line(ui, &text, crate::desktop::theme::font::body(), theme.text, rect.width());
            let cut = line.elided;
            ink::place(ui.painter(), line, rect, egui::Align2::LEFT_CENTER);
            ink::ring(ui, &response, radius::CONTROL);
            ink::release_after_click(ui, &response);
            let response = if cut { response.on_hover_text(&text) } else { response };
            if response.clicked() {
                form.row = Some(place);
            }
        });
    });
}

fn buttons(ui: &mut Ui, lang: Lang, call: &CallBrief, form: &mut Form, actions: &mut Vec<Action>) {
    let may = |command: &str| call.allowed.iter().any(|allowed| allowed == command);
    if may("call.dismiss") && Button::secondary(&lang.t("desk-call-dismiss")).show(ui).clicked() {
        form.asking.ask(About::Dismiss(call.call));
    }
    let suggested = call.suggested.filter(|_| may("merge.attach"));
    if let Some(ticket) = suggested {
        let (word, hint) = (lang.t("desk-call-attach"), lang.t("desk-call-attach-hint"));
        if Button::secondary(&word).icon(icons::LINK).tooltip(&hint).enabled(!form.busy).show(ui).clicked() {
            form.busy = true;
            let attach = DeskCommand::MergeAttach(MergeAttach { call: call.call, ticket });
            actions.push(Action::Send { tag: PRESS, command: Box::new(Command::Desk(attach)) });
        }
    }
}

/// Tickets saved before their call ended, or held when their day closed.
fn early<'a>(view: &View<'a>) -> Vec<&'a WorthALook> {
    let worth = view.reviews.map(|reviews| reviews.worth.as_slice()).unwrap_or_default();
    let early = |reason: ReviewReason| matches!(reason, ReviewReason::SavedEarly | ReviewReason::HeldAtClose);
    worth.iter().filter(|worth| worth.because.iter().any(|because| early(because.reason))).collect()
}

fn saved_early(ui: &mut Ui, lang: Lang, early: &[&WorthALook], actions: &mut Vec<Action>) {
    let room = layout::titled_room(ui).max(4.0 * measure::ROW);
    card::card(ui, &lang.t("review-early"), |ui| {
        ui.set_min_height(room);
        if early.is_empty() {
            state::line(ui, Kind::Ok, icons::CHECK_CIRCLE, &lang.t("review-early-none"));
            layout::caption(ui, &lang.t("review-early-text"));
            return;
        }
        let scroll = egui::ScrollArea::vertical().id_salt("review-early").max_height(room).auto_shrink([false, true]);
        scroll.show(ui, |ui| {
            for worth in early {
                let found = &worth.ticket;
                let line = ticket_line(lang, found);
                if super::worth::link(ui, &line).clicked() {
                    actions.push(Action::OpenTicket(found.ticket.ticket));
                }
                layout::caption(ui, &ticket_done(lang, found));
                let because = worth
                    .because
                    .iter()
                    .map(|because| super::worth::because(lang, because))
                    .collect::<Vec<_>>()
                    .join("; ");
                layout::quiet(ui, &because);
                ui.add_space(space::XS);
            }
        });
    });
}
