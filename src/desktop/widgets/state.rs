//! The three states of a screen that has nothing to show: empty (what to do first, with the button), error (what happened, what to do), loading.

use egui::{Align, CornerRadius, Label, Layout, Response, RichText, Role, Sense, Ui, Vec2, WidgetInfo};

use super::button::Button;
use crate::desktop::icons;
use crate::desktop::theme::{Kind, Theme, measure, size, space};

/// Nothing here yet.
#[derive(Clone, Copy, Debug, Default)]
pub struct Empty<'a> {
    /// What would be here.
    pub icon: &'a str,
    /// What is empty, in a few words.
    pub title: &'a str,
    /// What it is for and what to do first.
    pub text: &'a str,
    /// The button's word; empty for none.
    pub button: &'a str,
    /// The button's icon; empty for none.
    pub button_icon: &'a str,
    /// The button's key; empty for none.
    pub key: &'a str,
}

/// The empty state; says whether the button was pressed.
pub fn empty(ui: &mut Ui, state: &Empty<'_>) -> bool {
    let theme = Theme::of(ui);
    centred(ui, |ui| {
        medallion(ui, state.icon, Kind::Neutral);
        ui.add_space(space::XS);
        ui.add(Label::new(theme.strong(state.title)).wrap());
        ui.add(Label::new(theme.quiet(state.text)).wrap());
        if state.button.is_empty() {
            return false;
        }
        ui.add_space(space::S);
        Button::primary(state.button).icon(state.button_icon).key(state.key).show(ui).clicked()
    })
}

/// The error state: what happened, what to do, and a button to try again. Says whether it was pressed.
pub fn error(ui: &mut Ui, happened: &str, advice: &str, retry: &str) -> bool {
    let theme = Theme::of(ui);
    centred(ui, |ui| {
        medallion(ui, icons::WARNING_CIRCLE, Kind::Bad);
        ui.add_space(space::XS);
        ui.add(Label::new(theme.strong(happened)).wrap());
        ui.add(Label::new(theme.quiet(advice)).wrap());
        if retry.is_empty() {
            return false;
        }
        ui.add_space(space::S);
        Button::secondary(retry).icon(icons::ARROW_CLOCKWISE).show(ui).clicked()
    })
}

/// The loading state: grey rows of the height that the content will have, so that nothing jumps when it comes.
pub fn loading(ui: &mut Ui, text: &str, rows: usize) -> Response {
    let theme = Theme::of(ui);
    let response = ui
        .vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for row in 0..rows.max(1) {
                let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), measure::ROW), Sense::hover());
                let share = [0.62, 0.48, 0.7, 0.55].get(row % 4).copied().unwrap_or(0.6);
                let bar = |left: f32, width: f32| {
                    egui::Rect::from_min_size(egui::pos2(left, rect.center().y - 6.0), Vec2::new(width, 12.0))
                };
                let width = rect.width() * share;
                ui.painter().rect_filled(bar(rect.left(), width), CornerRadius::same(6), theme.raised);
                let right = rect.width() * 0.12;
                ui.painter().rect_filled(bar(rect.right() - right, right), CornerRadius::same(6), theme.raised);
            }
            ui.label(theme.caption(text))
        })
        .response;
    response.widget_info(|| WidgetInfo::labeled(Role::Status, true, text));
    response
}

/// One quiet line for a place too small for a picture: an icon and a sentence.
pub fn line(ui: &mut Ui, kind: Kind, icon: &str, text: &str) {
    let theme = Theme::of(ui);
    ui.horizontal(|ui| {
        ui.label(RichText::new(icon).size(size::ICON).color(theme.ink(kind)));
        ui.add(Label::new(theme.quiet(text)).wrap());
    });
}

fn centred<R>(ui: &mut Ui, body: impl FnOnce(&mut Ui) -> R) -> R {
    let width = ui.available_width();
    ui.vertical_centered(|ui| {
        ui.set_max_width(width.min(measure::TEXT));
        ui.add_space(space::XL);
        let inner = ui.with_layout(Layout::top_down(Align::Center), body).inner;
        ui.add_space(space::XL);
        inner
    })
    .inner
}

fn medallion(ui: &mut Ui, icon: &str, kind: Kind) {
    let theme = Theme::of(ui);
    let (rect, _) = ui.allocate_exact_size(Vec2::splat(64.0), Sense::hover());
    ui.painter().circle_filled(rect.center(), 32.0, theme.ground(kind));
    super::ink::icon(ui.painter(), rect.center(), icon, size::ICON_LARGE, theme.ink(kind));
}
