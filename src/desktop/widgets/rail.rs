//! The navigation on the left: 216 wide with words, icons only under 1100 px of window width; counters say how much waits.
//!
//! Many places stand in named groups, closer together where the window is low; what still does not fit scrolls, and the place
//! on screen and the one that has the keyboard are always in sight.

use egui::{Align2, CornerRadius, Frame, Panel, Rect, Response, Role, Sense, Ui, Vec2, WidgetInfo};

use super::ink;
use crate::desktop::theme::{Theme, font, measure, radius, size, space};

/// From so many places on the groups have names.
const NAMED_FROM: usize = 9;
/// How high a place is, how high where the window is low, and the least it gets before the navigation scrolls.
const ENTRY: f32 = measure::PRIMARY - 4.0;
const LOW_ENTRY: f32 = measure::CONTROL - 2.0;
const LEAST_ENTRY: f32 = size::ICON + 6.0;
/// How high the name of a group is.
const GROUP: f32 = 26.0;
/// Between places.
const GAP: f32 = space::XS / 2.0;

/// A place to go.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// Its icon.
    pub icon: &'a str,
    /// Its name.
    pub name: &'a str,
    /// How much waits there; 0 shows nothing.
    pub waiting: u32,
    /// What waits, for the tooltip ("3 tickets to process"); empty for none.
    pub waiting_words: &'a str,
    /// Its key; empty for none.
    pub key: &'a str,
    /// The group it stands in; where a group begins, a long navigation says its name, a short one leaves a gap.
    pub group: &'a str,
}

/// Whether the window is too narrow for words.
#[must_use]
pub fn is_narrow(ui: &Ui) -> bool {
    ui.ctx().content_rect().width() < measure::NARROW_WINDOW
}

/// Draws the rail as a left panel of `ui`: the program's name (its icon when narrow) and the places. Gives the place that was clicked.
///
/// Call it before the central panel. `name` is the accessible name of the navigation.
pub fn rail(ui: &mut Ui, name: &str, title: (&str, &str), places: &[Place<'_>], current: usize) -> Option<usize> {
    let theme = Theme::of(ui);
    let narrow = is_narrow(ui);
    let width = if narrow { measure::RAIL_NARROW } else { measure::RAIL };
    let frame = Frame::new().fill(theme.surface).inner_margin(egui::Margin::symmetric(8, 12));
    let panel = Panel::left("rail").exact_size(width).resizable(false).show_separator_line(true).frame(frame);
    let shown = panel.show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = GAP;
        head(ui, title, narrow);
        ui.add_space(space::M);
        let scroll = egui::ScrollArea::vertical().id_salt("rail").auto_shrink([false, false]);
        scroll.show(ui, |ui| entries(ui, places, current, narrow)).inner
    });
    shown.response.widget_info(|| WidgetInfo::labeled(Role::Navigation, true, name));
    shown.inner
}

/// Draws the places in their groups; gives the one that was clicked.
fn entries(ui: &mut Ui, places: &[Place<'_>], current: usize, narrow: bool) -> Option<usize> {
    let named = places.len() >= NAMED_FROM && !narrow;
    let height = entry_height(places, named, ui.available_height());
    let moved = has_moved(ui, current);
    let (mut clicked, mut group) = (None, "");
    for (index, place) in places.iter().enumerate() {
        if place.group != group {
            if named {
                group_name(ui, place.group);
            } else if !group.is_empty() {
                ui.add_space(space::M);
            }
            group = place.group;
        }
        let response = entry(ui, place, index == current, narrow, height);
        if response.gained_focus() || moved && index == current {
            response.scroll_to_me(None);
        }
        if response.clicked() {
            clicked = Some(index);
        }
    }
    clicked
}

/// The height that a place gets in `room`.
fn entry_height(places: &[Place<'_>], named: bool, room: f32) -> f32 {
    let begins = places.iter().zip(places.iter().skip(1)).filter(|(one, next)| one.group != next.group).count();
    let between = if named { ink::px(begins + 1) * (GROUP + GAP) } else { ink::px(begins) * (space::M + GAP) };
    let count = ink::px(places.len().max(1));
    if between + count * (ENTRY + GAP) <= room {
        return ENTRY;
    }
    ((room - between) / count - GAP).floor().clamp(LEAST_ENTRY, LOW_ENTRY)
}

/// Whether another place is on screen than in the frame before.
fn has_moved(ui: &Ui, current: usize) -> bool {
    let id = ui.scope_id().with("current");
    ui.data_mut(|data| {
        data.get_temp(id) != Some(current) && {
            data.insert_temp(id, current);
            true
        }
    })
}

/// The name of a group over its places.
fn group_name(ui: &mut Ui, name: &str) {
    let theme = Theme::of(ui);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), GROUP), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, name));
    let inner = rect.with_min_x(rect.left() + space::S).with_max_y(rect.bottom() - GAP);
    let line = ink::line(ui, name, font::caption_bold(), theme.muted, inner.width());
    ink::place(ui.painter(), line, inner, Align2::LEFT_BOTTOM);
}

fn head(ui: &mut Ui, (icon, title): (&str, &str), narrow: bool) {
    let theme = Theme::of(ui);
    let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), measure::PRIMARY), Sense::hover());
    let x = if narrow { rect.center().x } else { rect.left() + space::S + size::ICON / 2.0 };
    ink::icon(ui.painter(), egui::pos2(x, rect.center().y), icon, 22.0, theme.accent);
    if !narrow {
        let text = ink::line(ui, title, font::section(), theme.text, rect.width() - 48.0);
        ink::place(
            ui.painter(),
            text,
            rect.with_min_x(rect.left() + space::S + size::ICON + space::M),
            Align2::LEFT_CENTER,
        );
    }
}

fn entry(ui: &mut Ui, place: &Place<'_>, current: bool, narrow: bool, height: f32) -> Response {
    let theme = Theme::of(ui);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), height), Sense::click());
    let spoken =
        if place.waiting > 0 { format!("{}, {}", place.name, place.waiting_words) } else { place.name.to_owned() };
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, current, &spoken));
    ink::row_ground(ui, rect, current, response.hovered());
    let colour = if current { theme.accent } else { theme.muted };
    let x = if narrow { rect.center().x } else { rect.left() + space::S + size::ICON / 2.0 };
    ink::icon(ui.painter(), egui::pos2(x, rect.center().y), place.icon, 20.0, colour);
    if narrow {
        if place.waiting > 0 {
            let at = egui::pos2(rect.center().x + 10.0, rect.center().y - 9.0);
            ui.painter().circle_filled(at, 4.0, theme.accent);
        }
    } else {
        words(ui, place, current, rect);
    }
    ink::ring(ui, &response, radius::CONTROL);
    ink::release_after_click(ui, &response);
    let tooltip = tooltip(place, narrow);
    if tooltip.is_empty() { response } else { response.on_hover_text(tooltip) }
}

fn words(ui: &Ui, place: &Place<'_>, current: bool, rect: Rect) {
    let theme = Theme::of(ui);
    let mut inner = rect.with_min_x(rect.left() + space::S + size::ICON + space::M).with_max_x(rect.right() - space::S);
    if place.waiting > 0 {
        let count = ink::line(ui, &place.waiting.to_string(), font::caption_bold(), theme.accent, 60.0);
        let size = Vec2::new((count.size().x + 12.0).max(22.0), 20.0);
        let at = Rect::from_center_size(egui::pos2(inner.right() - size.x / 2.0, inner.center().y), size);
        let ground = if current { theme.surface } else { theme.accent_quiet };
        ui.painter().rect_filled(at, CornerRadius::same(10), ground);
        ink::place(ui.painter(), count, at, Align2::CENTER_CENTER);
        inner.set_right(at.left() - space::S);
    }
    let (font, colour) = if current { (font::bold(), theme.text) } else { (font::body(), theme.text) };
    let name = ink::line(ui, place.name, font, colour, inner.width());
    ink::place(ui.painter(), name, inner, Align2::LEFT_CENTER);
}

fn tooltip(place: &Place<'_>, narrow: bool) -> String {
    let name = if narrow { place.name } else { "" };
    let waiting = if place.waiting > 0 { place.waiting_words } else { "" };
    let parts: Vec<&str> = [name, waiting, place.key].into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}
