//! A form's field: the label above, a hint or an error below. An error replaces the hint, so that the form does not jump.

use egui::{Align2, Response, RichText, TextEdit, Ui, Vec2};

use super::ink;
use crate::desktop::icons;
use crate::desktop::theme::{Kind, Theme, font, measure, size, space};

/// The words around a control.
#[derive(Clone, Copy, Debug, Default)]
pub struct Field<'a> {
    /// Above the control; its accessible name.
    pub label: &'a str,
    /// Below it; empty for none.
    pub hint: &'a str,
    /// Below it instead of the hint, with the border in red; empty for none.
    pub error: &'a str,
    /// In the empty control; empty for none.
    pub placeholder: &'a str,
    /// Hides what is typed.
    pub password: bool,
    /// Lines of a longer text; 0 and 1 for one line.
    pub lines: usize,
    /// The control's width; `None` for all there is.
    pub width: Option<f32>,
    /// Keeps room for the line below even when there is neither hint nor error.
    pub keep_line: bool,
}

impl<'a> Field<'a> {
    /// A field with a label only.
    #[must_use]
    pub fn new(label: &'a str) -> Self {
        Self { label, ..Self::default() }
    }
}

/// A text field.
pub fn text(ui: &mut Ui, field: &Field<'_>, value: &mut String) -> Response {
    wrap(ui, field, |ui| {
        let width = field.width.unwrap_or_else(|| ui.available_width());
        let edit = if field.lines > 1 {
            TextEdit::multiline(value).desired_rows(field.lines)
        } else {
            TextEdit::singleline(value).align(Align2::LEFT_CENTER).min_size(Vec2::new(0.0, measure::CONTROL))
        };
        let hint = Theme::of(ui).quiet(field.placeholder);
        ui.add(edit.desired_width(width).password(field.password).hint_text(hint))
    })
}

/// Label and hint around any control; the control's response gets the label as its accessible name.
pub fn wrap(ui: &mut Ui, field: &Field<'_>, control: impl FnOnce(&mut Ui) -> Response) -> Response {
    let theme = Theme::of(ui);
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        if !field.label.is_empty() {
            ui.label(RichText::new(field.label).font(font::caption_bold()).color(theme.muted));
        }
        let response = ui.scope(|ui| {
            if !field.error.is_empty() {
                let widgets = &mut ui.visuals_mut().widgets;
                widgets.inactive.bg_stroke.color = theme.bad;
                widgets.hovered.bg_stroke.color = theme.bad;
            }
            control(ui)
        });
        below(ui, field, theme);
        response.inner.accessible_name(field.label)
    })
    .inner
}

fn below(ui: &mut Ui, field: &Field<'_>, theme: &Theme) {
    if !field.error.is_empty() {
        ui.spacing_mut().interact_size.y = size::STRONG;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::XS;
            ui.label(RichText::new(icons::WARNING_CIRCLE).size(size::BODY).color(theme.bad));
            ui.add(egui::Label::new(theme.tinted(Kind::Bad, field.error).size(size::CAPTION)).wrap());
        });
    } else if !field.hint.is_empty() {
        ui.add(egui::Label::new(theme.caption(field.hint)).wrap());
    } else if field.keep_line {
        let height = ink::line(ui, " ", font::caption(), theme.muted, f32::INFINITY).size().y;
        ui.add_space(height + space::XS);
    }
}
