//! A list of short texts that is gone through with ↑ ↓ and opened with Enter: notifications, the morning's findings, objections, notes.
//!
//! A row wraps to a second line before it is truncated, and whatever is truncated stands in full in its tooltip.

use std::sync::Arc;

use egui::text::LayoutJob;
use egui::{Align2, Color32, FontId, Galley, Key, Modifiers, Rect, Response, Role, Sense, Ui, Vec2, WidgetInfo};

use crate::desktop::keys;
use crate::desktop::theme::{Kind, Theme, font, radius, size, space};
use crate::desktop::widgets::ink;

/// A row to be shown.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Row<'a> {
    /// Its icon; empty for none.
    pub icon: &'a str,
    /// The ink of the icon.
    pub kind: Kind,
    /// What it says.
    pub title: &'a str,
    /// A caption below; empty for none.
    pub note: &'a str,
    /// A caption on the right: when, how much.
    pub aside: &'a str,
    /// Said in semibold: not read, not done.
    pub strong: bool,
}

/// Draws a row over the whole width; it can be clicked and reached by Tab.
pub(super) fn row(ui: &mut Ui, row: &Row<'_>, chosen: bool) -> Response {
    let theme = Theme::of(ui);
    let width = ui.available_width();
    let aside = ink::line(ui, row.aside, font::caption(), theme.muted, width * 0.4);
    let left = if row.icon.is_empty() { space::S } else { space::S + size::ICON + space::S };
    let apart = if row.aside.is_empty() { 0.0 } else { aside.size().x + space::M };
    let room = (width - left - apart - space::S).max(space::XL);
    let title_font = if row.strong { font::bold() } else { font::body() };
    let title = wrapped(ui, row.title, title_font, theme.text, room);
    let note = wrapped(ui, row.note, font::caption(), theme.muted, width - left - space::S);
    let below = if row.note.is_empty() { 0.0 } else { note.size().y + 2.0 };
    let height = title.size().y + below + 2.0 * space::S;
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, height), Sense::click());
    let parts: Vec<&str> = [row.title, row.note, row.aside].into_iter().filter(|part| !part.is_empty()).collect();
    let spoken = parts.join(" · ");
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, chosen, &spoken));
    let cut = title.elided || note.elided || aside.elided;
    if ui.is_rect_visible(rect) {
        ink::row_ground(ui, rect, chosen, response.hovered());
        let inner = Rect::from_min_max(rect.min + Vec2::new(left, space::S), rect.max - Vec2::splat(space::S));
        if !row.icon.is_empty() {
            let at = egui::pos2(rect.left() + space::S + size::ICON / 2.0, inner.top() + size::ICON / 2.0);
            ink::icon(ui.painter(), at, row.icon, size::ICON, theme.ink(row.kind));
        }
        let first = Rect::from_min_size(inner.min, Vec2::new(inner.width(), title.size().y));
        ink::place(ui.painter(), aside, first, Align2::RIGHT_TOP);
        ink::place(ui.painter(), title, first, Align2::LEFT_TOP);
        ink::place(ui.painter(), note, inner, Align2::LEFT_BOTTOM);
    }
    ink::ring(ui, &response, radius::CONTROL);
    ink::release_after_click(ui, &response);
    if chosen && ui.input(|input| input.events.iter().any(|event| matches!(event, egui::Event::Key { .. }))) {
        response.scroll_to_me(None);
    }
    if cut { response.on_hover_text(spoken) } else { response }
}

/// A text of at most two lines.
fn wrapped(ui: &Ui, text: &str, font: FontId, colour: Color32, width: f32) -> Arc<Galley> {
    let mut job = LayoutJob::simple(text.to_owned(), font, colour, width);
    job.wrap.max_rows = 2;
    ui.painter().layout_job(job)
}

/// ↑ ↓ Home End choose a row; says whether Enter opens it. `covered`: the list stands in a dialog, whose keys are its own.
pub(super) fn keys(ui: &Ui, chosen: &mut Option<usize>, count: usize, covered: bool) -> bool {
    let free = !keys::is_typing(ui.ctx()) && (covered || !keys::is_covered(ui.ctx()));
    let last = count.saturating_sub(1);
    *chosen = chosen.map(|row| row.min(last)).filter(|_| count > 0);
    if !free || count == 0 {
        return false;
    }
    let taken = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if taken(Key::ArrowDown) {
        *chosen = Some(chosen.map_or(0, |row| (row + 1).min(last)));
    }
    if taken(Key::ArrowUp) {
        *chosen = Some(chosen.map_or(0, |row| row.saturating_sub(1)));
    }
    if taken(Key::Home) {
        *chosen = Some(0);
    }
    if taken(Key::End) {
        *chosen = Some(last);
    }
    let held = ui.memory(|memory| memory.focused().is_some());
    chosen.is_some() && (covered || !held) && taken(Key::Enter)
}
