//! Buttons: one primary a screen (40 px, accent), secondary, quiet, danger, and square icon buttons, each with the key that presses it.
//!
//! After a click with the pointer a button gives the keyboard back, so that Space stays the screen's. A disabled button says why in its tooltip.

use egui::{Align2, Color32, FontId, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo};

use super::ink;
use crate::desktop::theme::{Theme, font, measure, radius, size, space};

/// How much a button asks for attention.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// The one main action of a screen.
    Primary,
    /// Any other action.
    #[default]
    Secondary,
    /// Without a frame until hovered.
    Quiet,
    /// What cannot be undone.
    Danger,
}

/// A button to be shown.
#[derive(Clone, Copy, Debug)]
#[must_use = "a button is drawn by show"]
pub struct Button<'a> {
    text: &'a str,
    icon: &'a str,
    key: &'a str,
    tooltip: &'a str,
    look: Look,
    enabled: bool,
    selected: bool,
    width: Option<f32>,
    height: f32,
}

impl<'a> Button<'a> {
    /// The screen's main action.
    pub fn primary(text: &'a str) -> Self {
        Self { height: measure::PRIMARY, ..Self::of(text, Look::Primary) }
    }

    /// Any other action.
    pub fn secondary(text: &'a str) -> Self {
        Self::of(text, Look::Secondary)
    }

    /// A frameless action.
    pub fn quiet(text: &'a str) -> Self {
        Self::of(text, Look::Quiet)
    }

    /// An action that cannot be undone.
    pub fn danger(text: &'a str) -> Self {
        Self::of(text, Look::Danger)
    }

    fn of(text: &'a str, look: Look) -> Self {
        Self {
            text,
            icon: "",
            key: "",
            tooltip: "",
            look,
            enabled: true,
            selected: false,
            width: None,
            height: measure::CONTROL,
        }
    }

    /// With an icon before the word.
    pub fn icon(self, icon: &'a str) -> Self {
        Self { icon, ..self }
    }

    /// With the key that presses it, as [`crate::desktop::keys`] writes it.
    pub fn key(self, key: &'a str) -> Self {
        Self { key, ..self }
    }

    /// With a tooltip; on a disabled button it says why.
    pub fn tooltip(self, tooltip: &'a str) -> Self {
        Self { tooltip, ..self }
    }

    /// Only pressed when `enabled`.
    pub fn enabled(self, enabled: bool) -> Self {
        Self { enabled, ..self }
    }

    /// Shown as chosen (one of a group).
    pub fn selected(self, selected: bool) -> Self {
        Self { selected, ..self }
    }

    /// As wide as `width`.
    pub fn width(self, width: f32) -> Self {
        Self { width: Some(width), ..self }
    }

    /// As high as `height`.
    pub fn height(self, height: f32) -> Self {
        Self { height, ..self }
    }

    /// Draws it; `clicked()` of the response says that it was pressed.
    pub fn show(self, ui: &mut Ui) -> Response {
        let enabled = self.enabled && ui.is_enabled();
        let sense = if enabled { Sense::click() } else { Sense::hover() };
        let side = if self.text.is_empty() { 0.0 } else { space::M };
        let width = self.width.unwrap_or_else(|| (self.content_width(ui) + 2.0 * side).max(self.height).ceil());
        let (rect, response) = ui.allocate_exact_size(Vec2::new(width, self.height), sense);
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(Role::Button, enabled, self.name());
            info.selected = self.selected.then_some(true);
            info
        });
        if ui.is_rect_visible(rect) {
            self.paint(ui, rect, &response, enabled);
        }
        ink::ring(ui, &response, radius::CONTROL);
        ink::release_after_click(ui, &response);
        self.with_tooltip(response)
    }

    fn name(&self) -> &'a str {
        if self.text.is_empty() { self.tooltip } else { self.text }
    }

    fn with_tooltip(&self, response: Response) -> Response {
        if self.tooltip.is_empty() || self.tooltip == self.text {
            return response;
        }
        // The key of an icon button has no room in the button.
        if self.text.is_empty() && !self.key.is_empty() {
            return response.on_hover_text(format!("{} · {}", self.tooltip, self.key));
        }
        response.on_hover_text(self.tooltip)
    }

    fn word_font(&self) -> FontId {
        match self.look {
            Look::Primary | Look::Danger => font::bold(),
            Look::Secondary | Look::Quiet => font::body(),
        }
    }

    fn content_width(&self, ui: &Ui) -> f32 {
        let word = ink::line(ui, self.text, self.word_font(), Color32::PLACEHOLDER, f32::INFINITY).size().x;
        let icon = if self.icon.is_empty() { 0.0 } else { size::ICON };
        let key = if self.shows_key() { ink::key_chip_size(ui, self.key).x } else { 0.0 };
        let gaps = [icon, word, key].iter().filter(|part| **part > 0.0).count().saturating_sub(1);
        icon + word + key + space::S * ink::px(gaps)
    }

    fn shows_key(&self) -> bool {
        !self.key.is_empty() && !self.text.is_empty()
    }

    /// Fill, ink and border of the present moment.
    fn colours(&self, theme: &Theme, response: &Response, enabled: bool) -> (Color32, Color32, Color32) {
        let (hovered, pressed) = (response.hovered(), response.is_pointer_button_down_on());
        if !enabled {
            let fill = if self.look == Look::Quiet { Color32::TRANSPARENT } else { theme.raised };
            return (fill, theme.muted, Color32::TRANSPARENT);
        }
        if self.selected {
            return (theme.accent_quiet, theme.accent, theme.accent);
        }
        let shade = |colour: Color32, part: f32| colour.lerp_to_gamma(theme.text, part);
        let deeper = |colour| {
            if pressed {
                shade(colour, 0.16)
            } else if hovered {
                shade(colour, 0.08)
            } else {
                colour
            }
        };
        match self.look {
            Look::Primary => (deeper(theme.accent), theme.on_accent, Color32::TRANSPARENT),
            Look::Danger if hovered || pressed => (deeper(theme.bad_quiet), theme.bad, theme.bad),
            Look::Danger => (theme.surface, theme.bad, theme.bad),
            Look::Secondary if hovered || pressed => (deeper(theme.raised), theme.text, theme.field_line),
            Look::Secondary => (theme.surface, theme.text, theme.field_line.lerp_to_gamma(theme.line, 0.5)),
            Look::Quiet if hovered || pressed => (deeper(theme.raised), theme.text, Color32::TRANSPARENT),
            Look::Quiet => (Color32::TRANSPARENT, theme.text, Color32::TRANSPARENT),
        }
    }

    fn paint(&self, ui: &Ui, rect: Rect, response: &Response, enabled: bool) {
        let theme = Theme::of(ui);
        let (fill, colour, border) = self.colours(theme, response, enabled);
        ui.painter().rect(rect, radius::CONTROL, fill, Stroke::new(1.0, border), StrokeKind::Inside);
        let used = self.content_width(ui).min(rect.width() - space::S);
        let mut left = rect.center().x - used / 2.0;
        if !self.icon.is_empty() {
            let at = egui::pos2(left + size::ICON / 2.0, rect.center().y);
            ink::icon(ui.painter(), at, self.icon, size::ICON, colour);
            left += size::ICON + space::S;
        }
        let chip = if self.shows_key() { ink::key_chip_size(ui, self.key) } else { Vec2::ZERO };
        let right = rect.center().x + used / 2.0;
        let room = right - left - if self.shows_key() { chip.x + space::S } else { 0.0 };
        let word = ink::line(ui, self.text, self.word_font(), colour, room + 0.5);
        ink::place(ui.painter(), word, Rect::from_x_y_ranges(left..=right, rect.y_range()), Align2::LEFT_CENTER);
        if self.shows_key() {
            let at = egui::pos2(right - chip.x, rect.center().y - chip.y / 2.0);
            let border = colour.gamma_multiply(0.35);
            ink::paint_key_chip(ui, Rect::from_min_size(at, chip), self.key, colour, border);
        }
    }
}

/// A square button with an icon; its accessible name and tooltip is `name`, with the key if it is not empty.
pub fn icon_button(ui: &mut Ui, icon: &str, name: &str, key: &str) -> Response {
    Button::quiet("").icon(icon).tooltip(name).key(key).width(measure::CONTROL).show(ui)
}

/// A row of choices of which one is chosen; says which one was pressed.
pub fn choices(ui: &mut Ui, names: &[&str], chosen: usize) -> Option<usize> {
    let mut pressed = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        for (index, name) in names.iter().enumerate() {
            let look = if index == chosen { Button::secondary(name).selected(true) } else { Button::quiet(name) };
            if look.show(ui).clicked() && index != chosen {
                pressed = Some(index);
            }
        }
    });
    pressed
}
