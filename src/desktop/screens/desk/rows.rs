//! A ticket in a narrow list: what was done and its minutes, and below it when and for whom.

use egui::{Align2, Color32, Response, Role, Sense, Ui, Vec2, WidgetInfo};

use super::clients;
use crate::desktop::icons;
use crate::desktop::theme::{Theme, font, radius, size, space};
use crate::desktop::widgets::ink;
use crate::locale::Lang;
use crate::views::tickets::TicketBrief;

/// The height of a row.
pub(super) const ROW: f32 = 46.0;

/// What a row says.
pub(super) struct Ticket {
    /// What was done.
    pub done: String,
    /// When, and for whom.
    pub below: String,
    /// Its minutes.
    pub minutes: String,
    /// What is to be seen at a glance: an icon with its word.
    pub marks: Vec<(&'static str, String)>,
    /// It counts nothing.
    pub faint: bool,
}

impl Ticket {
    /// A ticket, with the words for when it was.
    pub(super) fn of(lang: Lang, ticket: &TicketBrief, when: String) -> Self {
        let client = ticket.client.as_deref().unwrap_or_default();
        let below = if client.is_empty() { when } else { format!("{when} · {client}") };
        let mut marks = Vec::new();
        if ticket.held {
            marks.push((icons::HOURGLASS_MEDIUM, lang.t("desk-ticket-held")));
        }
        if ticket.calls > 0 {
            marks.push((icons::PHONE, lang.with("desk-ticket-calls", &[("count", ticket.calls.into())])));
        }
        if ticket.version > 1 && !ticket.cancelled {
            marks.push((icons::PENCIL_SIMPLE, lang.t("desk-ticket-corrected")));
        }
        Self {
            done: clients::done(lang, ticket),
            below,
            minutes: lang.minutes(ticket.kpi_cmin),
            marks,
            faint: ticket.cancelled,
        }
    }

    fn spoken(&self, unit: &str) -> String {
        let said = [format!("{}: {}", self.below, self.done)].into_iter();
        let marks = self.marks.iter().map(|(_, word)| word.clone());
        let parts: Vec<String> = said.chain(marks).chain([format!("{} {unit}", self.minutes)]).collect();
        parts.join(", ")
    }
}

/// Draws a row.
pub(super) fn ticket(ui: &mut Ui, lang: Lang, row: &Ticket, open: bool) -> Response {
    let theme = Theme::of(ui);
    let (rect, response) = ink::row(ui, ROW, Sense::click());
    let spoken = row.spoken(&lang.t("unit-min"));
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, open, &spoken));
    if !ui.is_rect_visible(rect) {
        return response;
    }
    ink::row_ground(ui, rect, open, response.hovered());
    let colour = if row.faint { theme.muted } else { theme.text };
    let inner = rect.shrink2(Vec2::new(space::S, 5.0));
    let (upper, lower) = inner.split_top_bottom_at_fraction(0.5);
    let minutes = ink::line(ui, &row.minutes, font::bold(), colour, inner.width());
    let width = inner.width() - minutes.size().x - space::S;
    let done = ink::line(ui, &row.done, font::body(), colour, width);
    let mut cut = done.elided;
    ink::place(ui.painter(), done, upper, Align2::LEFT_CENTER);
    ink::place(ui.painter(), minutes, upper, Align2::RIGHT_CENTER);
    let mut right = lower.right();
    for (icon, _) in row.marks.iter().rev() {
        mark(ui, egui::pos2(right - size::BODY / 2.0, lower.center().y), icon, theme.muted);
        right -= size::BODY + space::XS;
    }
    let below = ink::line(ui, &row.below, font::caption(), theme.muted, right - lower.left());
    cut |= below.elided;
    ink::place(ui.painter(), below, lower, Align2::LEFT_CENTER);
    ink::ring(ui, &response, radius::CONTROL);
    ink::release_after_click(ui, &response);
    if cut || !row.marks.is_empty() { response.on_hover_text(spoken) } else { response }
}

fn mark(ui: &Ui, at: egui::Pos2, icon: &str, colour: Color32) {
    ink::icon(ui.painter(), at, icon, size::BODY, colour);
}
