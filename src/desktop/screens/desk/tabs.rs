//! The strip of open tickets over the desk: each with its client, its time and its number; a call may interrupt a chat.

use egui::{Align2, Rect, Role, Sense, Ui, UiBuilder, Vec2, WidgetInfo};
use uuid::Uuid;

use super::View;
use super::draft::Draft;
use super::form::Form;
use super::keyboard::{self, Key};
use crate::desktop::action::Action;
use crate::desktop::icons;
use crate::desktop::screens::norms::layout;
use crate::desktop::theme::{Kind, Theme, font, measure, radius, size, space};
use crate::desktop::widgets::button::{Button, icon_button};
use crate::desktop::widgets::ink;
use crate::domain::ticket::Channel;
use crate::locale::{Arg, Lang};

const WIDEST: f32 = 220.0;
const NARROWEST: f32 = 108.0;

/// Draws the strip.
pub(super) fn show(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form, actions: &mut Vec<Action>) {
    let new = keyboard::key(ui, Key::New);
    let mut pressed = None;
    let row = Vec2::new(ui.available_width(), measure::CONTROL);
    ui.allocate_ui_with_layout(row, egui::Layout::right_to_left(egui::Align::Center), |ui| {
        if Button::secondary(&lang.t("desk-new")).icon(icons::PLUS).key(&new).show(ui).clicked() {
            form.begin(view.desk, lang, actions);
        }
        ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
            let count = form.tickets.len().max(1);
            let room = ui.available_width() / ink::px(count) - space::XS;
            let width = room.clamp(NARROWEST, WIDEST);
            egui::ScrollArea::horizontal().id_salt("desk-tabs").auto_shrink([false, true]).show(ui, |ui| {
                ui.spacing_mut().item_spacing.x = space::XS;
                for place in 0..form.tickets.len() {
                    if let Some(part) = tab(ui, lang, form, place, width) {
                        pressed = Some((place, part));
                    }
                }
            });
        });
    });
    match pressed {
        Some((place, Part::Tab)) => form.turn_to(place),
        Some((place, Part::Close)) => {
            if let Some(ticket) = form.tickets.get(place).map(|draft| draft.ticket) {
                form.leave(ticket, actions);
            }
        }
        None => {}
    }
}

#[derive(Clone, Copy)]
enum Part {
    Tab,
    Close,
}

fn tab(ui: &mut Ui, lang: Lang, form: &Form, place: usize, width: f32) -> Option<Part> {
    let draft = form.tickets.get(place)?;
    let theme = Theme::of(ui);
    let chosen = place == form.current;
    let title = title(lang, draft);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, measure::CONTROL), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Tab, true, chosen, &title));
    let (fill, ink_colour) = if chosen { (theme.surface, theme.accent) } else { (theme.canvas, theme.text) };
    let fill = if response.hovered() && !chosen { theme.raised } else { fill };
    let border = if chosen { theme.accent } else { theme.line };
    ui.painter().rect(rect, radius::CONTROL, fill, egui::Stroke::new(1.0, border), egui::StrokeKind::Inside);
    let mut inner = rect.shrink2(Vec2::new(space::S, 0.0));
    ink::icon(
        ui.painter(),
        egui::pos2(inner.left() + size::ICON / 2.0, rect.center().y),
        channel_icon(draft),
        size::ICON,
        ink_colour,
    );
    inner.set_left(inner.left() + size::ICON + space::S);
    let mut closed = false;
    if draft.begun() {
        let cross = Rect::from_min_max(egui::pos2(rect.right() - measure::CONTROL, rect.top()), rect.max);
        let word = lang.with("desk-put-away", &[("ticket", Arg::Text(&title))]);
        let builder = UiBuilder::new().id_salt(("close", draft.ticket)).max_rect(cross);
        closed = ui.scope_builder(builder, |ui| icon_button(ui, icons::X, &word, "Ctrl+W").clicked()).inner;
        inner.set_right(cross.left());
    }
    // The ticket in the editor shows its time there.
    if !chosen && draft.opened_ms > 0 && width > 150.0 {
        let time = ink::line(ui, &elapsed(draft.opened_ms, form.now_ms), font::caption(), theme.muted, 60.0);
        let at = inner.right() - time.size().x;
        ink::place(ui.painter(), time, inner, Align2::RIGHT_CENTER);
        inner.set_right(at - space::XS);
    }
    let line = ink::line(ui, &title, if chosen { font::bold() } else { font::body() }, ink_colour, inner.width());
    ink::place(ui.painter(), line, inner, Align2::LEFT_CENTER);
    ink::ring(ui, &response, radius::CONTROL);
    ink::release_after_click(ui, &response);
    if chosen && response.rect.right() > ui.clip_rect().right() {
        response.scroll_to_me(None);
    }
    let clicked = response.clicked();
    if place < 9 && form.has_tabs() {
        response.on_hover_text(format!("{title} · Ctrl+{}", place + 1));
    }
    match (closed, clicked) {
        (true, _) => Some(Part::Close),
        (false, true) => Some(Part::Tab),
        (false, false) => None,
    }
}

/// How long a ticket has been open.
pub(super) fn elapsed(opened_ms: i64, now_ms: i64) -> String {
    let seconds = if opened_ms > 0 { (now_ms - opened_ms).max(0) / 1000 } else { 0 };
    if seconds >= 3600 {
        format!("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
    } else {
        format!("{:02}:{:02}", seconds / 60, seconds % 60)
    }
}

/// What a ticket goes by.
pub(super) fn title(lang: Lang, draft: &Draft) -> String {
    let client = draft.client.trim();
    match (draft.correcting, client.is_empty()) {
        (Some(_), true) => lang.t("desk-tab-correction"),
        (Some(_), false) => lang.with("desk-tab-correction-of", &[("client", client.into())]),
        (None, false) => client.to_owned(),
        (None, true) if draft.begun() => lang.t("desk-tab-nameless"),
        (None, true) => lang.t("desk-tab-new"),
    }
}

fn channel_icon(draft: &Draft) -> &'static str {
    if draft.correcting.is_some() { icons::PENCIL_SIMPLE } else { icon_of(draft.channel) }
}

/// The sign of a channel.
pub fn icon_of(channel: Channel) -> &'static str {
    match channel {
        Channel::Chat => icons::CHAT_TEXT,
        Channel::InboundCall | Channel::OutboundCall => icons::PHONE,
        Channel::WalkIn => icons::USER,
        Channel::BackOffice => icons::TABLE,
        Channel::DealStage => icons::HAND_COINS,
        Channel::Task => icons::LIST_CHECKS,
    }
}

/// Asks before a ticket is given up with what it holds; says what is lost.
pub(super) fn leaving(ui: &Ui, lang: Lang, view: &View<'_>, form: &mut Form, actions: &mut Vec<Action>) {
    let Some(ticket) = form.leaving else { return };
    let Some(draft) = form.tickets.iter().find(|draft| draft.ticket == ticket).cloned() else {
        form.leaving = None;
        return;
    };
    let mut give_up = ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, egui::Key::Enter));
    let mut stay = false;
    let shown = layout::dialog(ui, lang, &lang.t("desk-leave-title"), 460.0, |ui| {
        layout::quiet(
            ui,
            &lang.t(if draft.correcting.is_some() { "desk-leave-correction" } else { "desk-leave-text" }),
        );
        for line in lost(lang, view, &draft, form.now_ms) {
            ui.label(Theme::of(ui).bold(line));
        }
        ui.horizontal(|ui| {
            give_up |= Button::danger(&lang.t("desk-leave-close")).key("Enter").show(ui).clicked();
            stay = Button::secondary(&lang.t("desk-leave-stay")).key("Esc").show(ui).clicked();
        });
    });
    if give_up {
        form.leaving = None;
        form.close(ticket, actions);
        if draft.correcting.is_none() {
            actions.push(Action::Say(Kind::Neutral, lang.t("desk-left")));
        }
    } else if stay || shown.closed {
        form.leaving = None;
    }
}

/// What is lost with a ticket, a line each.
fn lost(lang: Lang, view: &View<'_>, draft: &Draft, now_ms: i64) -> Vec<String> {
    let mut lines = Vec::new();
    if !draft.client.trim().is_empty() {
        lines.push(format!("{}: {}", lang.t("desk-client"), draft.client.trim()));
    }
    for chosen in &draft.decisions {
        let minutes = lang.minutes(super::draft::minutes(&view.desk.actions, chosen));
        let name = super::editor::name_of(lang, view.desk, &chosen.action);
        lines.push(format!("{name} × {}: {minutes} {}", chosen.quantity, lang.t("unit-min")));
    }
    if !draft.comment.trim().is_empty() {
        lines.push(format!("{}: {}", lang.t("desk-comment"), draft.comment.trim()));
    }
    if draft.opened_ms > 0 {
        lines.push(format!("{}: {}", lang.t("desk-time"), elapsed(draft.opened_ms, now_ms)));
    }
    lines
}

/// Whether this ticket is open in a tab.
pub(super) fn is_open(form: &Form, ticket: Uuid) -> bool {
    form.tickets.get(form.current).is_some_and(|draft| draft.ticket == ticket)
}
