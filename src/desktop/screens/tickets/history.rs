//! Everything that happened to a ticket, oldest first: who, when, what and why, and what it moved.

use egui::{Align, Layout, Ui, Vec2};

use super::View;
use crate::desktop::icons;
use crate::desktop::screens::norms::{layout, words};
use crate::desktop::theme::{Kind, Theme, size, space};
use crate::desktop::widgets::card;
use crate::locale::Lang;
use crate::views::desk::TicketEvent;
use crate::views::tickets::TicketView;

/// Draws the history.
pub(super) fn show(ui: &mut Ui, lang: Lang, view: &View<'_>, ticket: &TicketView) {
    card::card(ui, &lang.t("ticket-history"), |ui| {
        ui.spacing_mut().item_spacing.y = space::S;
        for event in &ticket.events {
            step(ui, lang, view, event);
        }
    });
}

fn step(ui: &mut Ui, lang: Lang, view: &View<'_>, event: &TicketEvent) {
    let theme = Theme::of(ui);
    let icon = icon_of(&event.what);
    let row = Vec2::new(ui.available_width(), 20.0);
    ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
        ui.spacing_mut().interact_size.y = 20.0;
        if event.line_cmin.0 != 0 {
            let sign = if event.line_cmin.0 > 0 { "+" } else { "" };
            let text = format!("{sign}{} {}", lang.minutes(event.line_cmin), lang.t("unit-min"));
            let kind = if event.what == "saved" { Kind::Neutral } else { Kind::Warn };
            ui.label(theme.tinted(kind, text));
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            ui.label(egui::RichText::new(icon).size(size::STRONG).color(theme.muted));
            ui.add(egui::Label::new(theme.bold(word(lang, event))).truncate());
        });
    });
    let who = event.person.as_deref().map_or_else(|| lang.t("event-floor"), |code| super::person(view, code));
    layout::caption(ui, &format!("{} · {who}", words::moment(lang, &event.at)));
    if let Some(text) = event.text.as_deref().filter(|text| !text.is_empty()) {
        layout::quiet(ui, text);
    }
}

/// What happened, in words; the floor's own word where a later one is not known here.
fn word(lang: Lang, event: &TicketEvent) -> String {
    let key = format!("event-{}", event.what);
    if lang.has(&key) { lang.t(&key) } else { event.what.clone() }
}

fn icon_of(what: &str) -> &'static str {
    match what {
        "saved" => icons::CHECK,
        "corrected" => icons::PENCIL_SIMPLE,
        "held" => icons::HOURGLASS_MEDIUM,
        "counted" => icons::CHECK_CIRCLE,
        "attached" => icons::LINK,
        "undone" => icons::X,
        "review-opened" | "review-answered" | "review-closed" => icons::CHAT_TEXT,
        _ => icons::CIRCLE,
    }
}
