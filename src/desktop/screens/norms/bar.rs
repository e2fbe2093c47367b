//! The state bar of a set: the steps of its way to an order with the present one marked, and below it the terms it stands on.

use egui::{Align2, Role, Sense, Ui, Vec2, WidgetInfo};

use super::words;
use crate::desktop::icons;
use crate::desktop::theme::{Kind, Theme, font, size, space};
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::ink;
use crate::domain::norm_set::SetState;
use crate::locale::{Arg, Lang};
use crate::views::norms::SetView;

/// The way of a set, from left to right.
const WAY: [SetState; 5] =
    [SetState::Draft, SetState::Pilot, SetState::Submitted, SetState::Approved, SetState::InForce];

/// How wide the line between two steps is.
const GAP: f32 = 20.0;

/// The steps of a set's life with the present one marked; a word stands beside each.
pub(super) fn show(ui: &mut Ui, lang: Lang, set: &SetView) {
    let place = match set.state {
        SetState::Draft | SetState::Returned => 0,
        SetState::Pilot => 1,
        SetState::Submitted => 2,
        SetState::Approved | SetState::Revoked => 3,
        SetState::InForce | SetState::Superseded => 4,
    };
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        for (step, state) in WAY.into_iter().enumerate() {
            if step > 0 {
                let (rect, _) = ui.allocate_exact_size(Vec2::new(GAP, size::SECTION), Sense::hover());
                ui.painter().hline(rect.x_range(), rect.center().y, Theme::of(ui).hairline());
            }
            let word = if step == place {
                lang.t(&words::state(set.state).2)
            } else if step == 1 && place > 1 && set.pilot.is_none() {
                lang.t("way-no-pilot")
            } else {
                lang.t(&format!("way-{}", state.as_str()))
            };
            let skipped = step == 1 && place > 1 && set.pilot.is_none();
            one_step(ui, &word, set.state, step.cmp(&place), skipped);
        }
    });
}

fn one_step(ui: &mut Ui, word: &str, state: SetState, order: std::cmp::Ordering, skipped: bool) {
    let theme = Theme::of(ui);
    let (kind, own, _) = words::state(state);
    let here = order == std::cmp::Ordering::Equal;
    let (icon, colour, ink_of_word) = match order {
        std::cmp::Ordering::Less if skipped => (icons::MINUS, theme.muted, theme.muted),
        std::cmp::Ordering::Less => (icons::CHECK_CIRCLE, theme.muted, theme.muted),
        std::cmp::Ordering::Equal => (own, theme.ink(kind), theme.text),
        std::cmp::Ordering::Greater => (icons::CIRCLE, theme.muted, theme.muted),
    };
    let letters = if here { font::bold() } else { font::body() };
    let text = ink::line(ui, word, letters, ink_of_word, f32::INFINITY);
    let width = size::ICON + space::XS + text.size().x.ceil();
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, size::TITLE), Sense::hover());
    response.widget_info(|| WidgetInfo::selected(Role::Label, true, here, word));
    ink::icon(ui.painter(), egui::pos2(rect.left() + size::ICON / 2.0, rect.center().y), icon, size::ICON, colour);
    ink::place(ui.painter(), text, rect.with_min_x(rect.left() + size::ICON + space::XS), Align2::LEFT_CENTER);
}

/// The allowance with its convention, the pilot, the order. Says whether the terms are to be changed, which a draft's keeper may.
pub(super) fn terms(ui: &mut Ui, lang: Lang, set: &SetView, may_change: bool, key: &str) -> bool {
    let theme = Theme::of(ui);
    let mut change = false;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::L;
        let allowance = words::allowance(lang, set.allowance_bp, set.convention);
        ui.add(egui::Label::new(theme.quiet(&allowance)));
        if may_change {
            change = Button::quiet(&lang.t("norms-terms")).icon(icons::PENCIL_SIMPLE).key(key).show(ui).clicked();
        }
        if let Some(pilot) = &set.pilot {
            let (from, to) = (lang.date(pilot.from), lang.date(pilot.to));
            let named = [
                ("from", Arg::Text(&from)),
                ("to", Arg::Text(&to)),
                ("closed", Arg::Count(pilot.closed_days)),
                ("needed", Arg::Count(pilot.needed_days)),
            ];
            let kind = if pilot.closed_days >= pilot.needed_days { Kind::Ok } else { Kind::Neutral };
            let icon = if kind == Kind::Ok { icons::CHECK_CIRCLE } else { icons::HOURGLASS_MEDIUM };
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = space::XS;
                ui.label(egui::RichText::new(icon).size(size::ICON).color(theme.ink(kind)));
                ui.add(egui::Label::new(theme.quiet(lang.with("norms-pilot-stands", &named))).truncate());
            });
        }
        if let (Some(number), Some(day)) = (&set.order, set.effective) {
            let day = lang.date(day);
            let key = if set.state == SetState::Revoked { "norms-by-order-revoked" } else { "norms-by-order" };
            let text = lang.with(key, &[("number", Arg::Text(number)), ("day", Arg::Text(&day))]);
            ui.add(egui::Label::new(theme.quiet(text)).truncate());
        }
    });
    change
}
