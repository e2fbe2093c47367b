//! The operator's desk: one window from ring to save, hands on the keyboard.
//!
//! Several tickets may be open at once, each a tab with its own time; a draft is kept across restarts until it is saved or given up.
//! On the left stand the calls that wait for a ticket, on the right what is known of the client and the day so far; a ticket of today
//! opens to be corrected in the same editor.

mod calls;
mod chosen;
mod clients;
mod day;
pub mod draft;
mod editor;
mod form;
mod keyboard;
mod rows;
mod tabs;

use chrono_tz::Tz;
use egui::{Align, Layout, Rect, Ui, UiBuilder};

use super::norms::layout;
use crate::desktop::action::Action;
use crate::desktop::theme::{Kind, space};
use crate::desktop::widgets::{badge, card};
use crate::locale::Lang;
use crate::views::desk::ClientView;
use crate::views::tickets::DeskView;

pub use calls::{clock_of, length};
pub use clients::{decided, done};
pub use day::progress;
pub use form::{Form, OPEN_MOST};
pub use tabs::icon_of;

/// Keys of this screen, for F1.
pub const KEYS: &[(&str, &str)] = &[
    ("Ctrl+N", "desk-key-new"),
    ("1…9", "desk-key-digit"),
    ("Enter", "desk-key-enter"),
    ("+ −, *3", "desk-key-quantity"),
    ("Ctrl+H", "desk-key-hard"),
    ("Alt+↑ ↓", "desk-key-current"),
    ("Ctrl+Enter", "desk-key-save"),
    ("Ctrl+Z", "desk-key-undo"),
    ("Ctrl+E", "desk-key-correct"),
    ("Ctrl+Tab, Ctrl+1…9", "desk-key-next"),
    ("Ctrl+W", "desk-key-leave"),
    ("F2 F3 F4", "desk-key-choices"),
    ("F5 F6", "desk-key-fields"),
    ("F7", "desk-key-calls"),
    ("F8", "desk-key-take"),
];

/// Below this width the waiting calls stand over the day instead of beside the editor.
const THREE_PARTS: f32 = 960.0;

/// What the screen shows.
#[derive(Debug, Clone, Copy)]
pub struct View<'a> {
    /// The desk.
    pub desk: &'a DeskView,
    /// What is known of the client the form asks about.
    pub client: Option<&'a ClientView>,
    /// The floor's time zone.
    pub zone: Tz,
}

/// A part of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Part {
    Calls,
    Editor,
    Aside,
}

/// Draws the screen.
pub fn show(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form, actions: &mut Vec<Action>) {
    form.restore(view.desk, actions);
    form.prepare(view.desk);
    form.attach_taken(view.desk, actions);
    form.calls.shown |= calls::wanted(view);
    keyboard::act(ui, lang, view, form, actions);
    card::content(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::M;
        form.draft();
        tabs::show(ui, lang, view, form, actions);
        if view.desk.order.is_none() {
            badge::banner(ui, Kind::Warn, &lang.t("desk-no-order"), "");
        }
        calls::questions(ui, lang, &view.desk.reviews, form);
        parts(ui, lang, view, form, actions);
    });
    tabs::leaving(ui, lang, view, form, actions);
    calls::dialogs(ui, lang, view, form, actions);
    let runs = view.desk.calls.iter().any(|call| call.ended_at.is_none());
    if runs || form.tickets.iter().any(|draft| draft.opened_ms > 0) {
        ui.ctx().request_repaint_after_secs(1.0);
    }
    form.keep(actions);
}

/// The parts side by side; each fills the height that is left.
fn parts(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form, actions: &mut Vec<Action>) {
    let room = ui.available_rect_before_wrap();
    let three = form.calls.shown && room.width() >= THREE_PARTS;
    let calls = if three { (room.width() * 0.2).clamp(196.0, 280.0) } else { 0.0 };
    let aside = (room.width() * 0.245).clamp(236.0, 340.0);
    let edge = if three { room.left() + calls + space::M } else { room.left() };
    let inner = room.right() - aside - space::M;
    let columns = [
        (Part::Calls, room.left(), room.left() + calls),
        (Part::Editor, edge, inner),
        (Part::Aside, inner + space::M, room.right()),
    ];
    let mut bottom = room.top();
    for (part, from, to) in columns {
        if part == Part::Calls && !three {
            continue;
        }
        let rect = Rect::from_min_max(egui::pos2(from, room.top()), egui::pos2(to, room.bottom()));
        let builder = UiBuilder::new().id_salt(part).max_rect(rect).layout(Layout::top_down(Align::LEFT));
        let mut column = ui.new_child(builder);
        column.spacing_mut().item_spacing.y = space::M;
        match part {
            Part::Calls => {
                let height = layout::titled_room(&column);
                calls::show(&mut column, lang, view, form, height, actions);
            }
            Part::Editor => editor::show(&mut column, lang, view, form, actions),
            Part::Aside => {
                if form.calls.shown && !three {
                    calls::show(&mut column, lang, view, form, 150.0, actions);
                }
                clients::show(&mut column, lang, &form.client, view.client, actions);
                day::show(&mut column, lang, view.desk, form);
            }
        }
        bottom = bottom.max(column.min_rect().bottom());
    }
    ui.advance_cursor_after_rect(Rect::from_min_max(room.min, egui::pos2(room.right(), bottom)));
}
