//! What was decided on the ticket: a line a decision, and the one under the keyboard with its quantity, hard cases and amount.

use egui::{Align, Align2, DragValue, Layout, RichText, Sense, Ui, Vec2};

use super::View;
use super::draft::{self, Draft};
use super::form::Form;
use crate::desktop::icons;
use crate::desktop::screens::norms::layout;
use crate::desktop::theme::{Kind, Theme, font, measure, radius, space};
use crate::desktop::widgets::button::{Button, icon_button};
use crate::desktop::widgets::field::{self, Field};
use crate::desktop::widgets::{badge, ink};
use crate::domain::action::is_offered;
use crate::domain::ticket::QUANTITY_MAX;
use crate::locale::Lang;
use crate::views::tickets::DeskAction;

/// Reasons for a ticket without a decision that are heard every day; each may be rewritten.
const REASONS: [&str; 4] =
    ["desk-reason-wrong-number", "desk-reason-silence", "desk-reason-dropped", "desk-reason-advertising"];

/// Draws them, or what to do while there are none.
pub(super) fn show(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form, height: f32) {
    if form.draft().decisions.is_empty() {
        return without(ui, lang, form, height);
    }
    let scroll = egui::ScrollArea::vertical().id_salt("desk-chosen").max_height(height).auto_shrink([false, true]);
    scroll.show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        for place in 0..form.draft().decisions.len() {
            decision(ui, lang, view, form.draft(), place);
        }
    });
}

/// No decision yet: what to press, and the reason that a ticket without one needs.
fn without(ui: &mut Ui, lang: Lang, form: &mut Form, height: f32) {
    let theme = Theme::of(ui);
    let bottom = ui.cursor().top() + height;
    ui.spacing_mut().item_spacing.y = space::S;
    ui.add(egui::Label::new(theme.bold(lang.t("desk-none-title"))).wrap());
    layout::caption(ui, &lang.t("desk-none-text"));
    ui.add_space(space::XS);
    let (label, placeholder) = (lang.t("desk-reason"), lang.t("desk-reason-placeholder"));
    let reason = Field { placeholder: &placeholder, ..Field::new(&label) };
    field::text(ui, &reason, &mut form.draft().reason);
    ui.spacing_mut().item_spacing.y = 0.0;
    for reason in REASONS {
        // What has no room is typed: nothing pushes the editor out of its line.
        if ui.cursor().top() + measure::CONTROL > bottom {
            break;
        }
        let word = lang.t(reason);
        let chosen = form.draft().reason == word;
        if Button::quiet(&word).selected(chosen).show(ui).clicked() {
            form.draft().reason = if chosen { String::new() } else { word };
        }
    }
}

/// A decision: its name and minutes; the one under the keyboard has its controls below.
fn decision(ui: &mut Ui, lang: Lang, view: &View<'_>, draft: &mut Draft, place: usize) {
    let theme = Theme::of(ui);
    let is_current = draft.current == place;
    let frame = egui::Frame::new()
        .fill(if is_current { theme.accent_quiet } else { theme.raised })
        .corner_radius(radius::CONTROL)
        .inner_margin(egui::Margin { left: 8, right: 2, top: 2, bottom: 2 });
    let Some(taken) = draft.decisions.get(place).cloned() else { return };
    let action = draft::action(&view.desk.actions, &taken.action);
    let name = super::editor::name_of(lang, view.desk, &taken.action);
    let mut remove = false;
    frame.show(ui, |ui| {
        ui.spacing_mut().item_spacing = Vec2::new(space::XS, 0.0);
        ui.set_min_width(ui.available_width());
        remove = head(ui, lang, view, draft, place, &name);
        if !is_current {
            return;
        }
        ui.horizontal(|ui| controls(ui, lang, draft, place, &name, action));
        amount(ui, lang, draft, place, action.is_some_and(|action| action.asks_amount));
        if let Some(criterion) = action.and_then(|action| action.hard_criterion.as_deref()) {
            let text = lang.with("desk-criterion", &[("criterion", criterion.into())]);
            layout::caption(ui, &text);
            ui.add_space(space::XS);
        }
    });
    if remove {
        draft.remove(place);
    }
}

/// Name, quantity, minutes, and the cross that takes it off; says whether that was pressed.
fn head(ui: &mut Ui, lang: Lang, view: &View<'_>, draft: &mut Draft, place: usize, name: &str) -> bool {
    let theme = Theme::of(ui);
    let Some(taken) = draft.decisions.get(place).cloned() else { return false };
    let is_current = draft.current == place;
    let minutes = lang.minutes(draft::minutes(&view.desk.actions, &taken));
    let mut remove = false;
    let row = Vec2::new(ui.available_width(), measure::CONTROL);
    ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
        remove = icon_button(ui, icons::X, &lang.with("desk-remove", &[("action", name.into())]), "").clicked();
        ui.label(RichText::new(&minutes).font(font::bold()).color(theme.text));
        let mut said = name.to_owned();
        if taken.quantity > 1 && !is_current {
            said = format!("{} × {name}", lang.whole(taken.quantity));
        }
        if taken.hard > 0 && !is_current {
            said = format!("{said}, {}", hard_word(lang, taken.hard, taken.quantity));
        }
        let (rect, response) = ui.allocate_exact_size(ui.available_size(), Sense::click());
        response.widget_info(|| egui::WidgetInfo::selected(egui::Role::ListBoxOption, true, is_current, name));
        let line = ink::line(ui, &said, font::body(), theme.text, rect.width() - space::XS);
        let cut = line.elided;
        ink::place(ui.painter(), line, rect, Align2::LEFT_CENTER);
        ink::ring(ui, &response, radius::CONTROL);
        ink::release_after_click(ui, &response);
        let response = if cut { response.on_hover_text(said) } else { response };
        if response.clicked() {
            draft.current = place;
        }
    });
    remove
}

fn hard_word(lang: Lang, hard: i64, quantity: i64) -> String {
    if hard > 0 && quantity > 1 {
        lang.with("desk-hard-of", &[("hard", hard.into()), ("count", quantity.into())])
    } else {
        lang.t("desk-hard-short")
    }
}

/// Quantity and hard cases.
fn controls(ui: &mut Ui, lang: Lang, draft: &mut Draft, place: usize, name: &str, action: Option<&DeskAction>) {
    ui.spacing_mut().item_spacing.x = 2.0;
    let Some(taken) = draft.decisions.get(place).cloned() else { return };
    let mut by = 0;
    if icon_button(ui, icons::MINUS, &lang.with("desk-less", &[("action", name.into())]), "−").clicked() {
        by = -1;
    }
    let mut quantity = taken.quantity;
    let drag = DragValue::new(&mut quantity).range(1..=QUANTITY_MAX).speed(0.05);
    let spoken = lang.with("desk-quantity", &[("action", name.into())]);
    let response = ui.add_sized(Vec2::new(40.0, measure::CONTROL - 4.0), drag).accessible_name(spoken);
    if response.changed() {
        draft.count(quantity);
    }
    if icon_button(ui, icons::PLUS, &lang.with("desk-more", &[("action", name.into())]), "+").clicked() {
        by = 1;
    }
    if let Some(action) = action.filter(|action| action.hard_criterion.is_some()) {
        let word = hard_word(lang, taken.hard, taken.quantity);
        let key = if ui.available_width() > 170.0 { "Ctrl+H" } else { "" };
        let criterion = action.hard_criterion.as_deref().unwrap_or_default();
        let button = Button::quiet(&word).key(key).selected(taken.hard > 0).tooltip(criterion);
        if button.show(ui).clicked() {
            draft.mark_hard(std::slice::from_ref(action));
        }
    } else if action.is_some_and(|action| action.weight_cmin.is_none() && !action.automatic) {
        badge::badge(ui, Kind::Warn, &lang.t("desk-no-norm"));
    } else if action.is_some_and(|action| !is_offered(&action.channels, draft.channel)) {
        badge::badge(ui, Kind::Warn, &lang.t("desk-other-channel"));
    }
    if by != 0 {
        draft.current = place;
        draft.change(by);
    }
}

/// The amount of the deal and the day it is paid on, where the action asks for them.
fn amount(ui: &mut Ui, lang: Lang, draft: &mut Draft, place: usize, asked: bool) {
    let Some(chosen) = draft.decisions.get_mut(place).filter(|chosen| asked || chosen.amount.is_some()) else { return };
    let [label, hint, paid_on, today] =
        ["desk-amount", "desk-amount-hint", "desk-paid-on", "desk-paid-on-hint"].map(|key| lang.t(key));
    let room = (ui.available_width() - space::S - space::XS) / 2.0;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        let amount = chosen.amount.get_or_insert_default();
        field::text(ui, &Field { placeholder: &hint, width: Some(room), ..Field::new(&label) }, amount);
        let day = Field { placeholder: &today, width: Some(room), ..Field::new(&paid_on) };
        field::text(ui, &day, &mut chosen.paid_on);
    });
    ui.add_space(space::XS);
}
