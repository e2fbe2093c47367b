//! Forgotten tickets that operators claim: accepted as a correction line of the closed day, or declined, each with a reason.

use egui::{Align, Layout, Ui, Vec2};

use super::{About, Form, View};
use crate::desktop::action::Action;
use crate::desktop::icons;
use crate::desktop::screens::desk;
use crate::desktop::screens::norms::{layout, words};
use crate::desktop::theme::{Kind, Theme, measure, space};
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::{badge, card, state};
use crate::locale::{Arg, Lang};
use crate::views::desk::ClaimView;

/// Draws the page.
pub(super) fn show(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form, _actions: &mut Vec<Action>) {
    let claims = view.claims.map(|claims| claims.claims.as_slice()).unwrap_or_default();
    if claims.is_empty() {
        card::card(ui, "", |ui| {
            let (title, text) = (lang.t("review-claims-none"), lang.t("review-claims-none-text"));
            state::empty(
                ui,
                &state::Empty { icon: icons::CLIPBOARD_TEXT, title: &title, text: &text, ..state::Empty::default() },
            );
        });
        return;
    }
    for claim in claims {
        one(ui, lang, claim, form);
    }
}

fn one(ui: &mut Ui, lang: Lang, claim: &ClaimView, form: &mut Form) {
    let may = |command: &str| claim.allowed.iter().any(|allowed| allowed == command);
    let (kind, icon, word) = match claim.state.as_str() {
        "accepted" => (Kind::Ok, icons::CHECK, "claim-state-accepted"),
        "declined" => (Kind::Neutral, icons::PROHIBIT, "claim-state-declined"),
        _ => (Kind::Accent, icons::HOURGLASS_MEDIUM, "claim-state-open"),
    };
    card::card(ui, "", |ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        let row = Vec2::new(ui.available_width(), measure::CONTROL);
        ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
            if may("claim.accept") && Button::secondary(&lang.t("review-accept")).icon(icons::CHECK).show(ui).clicked()
            {
                form.asking.ask(About::Claim(claim.claim, true));
            }
            if may("claim.decline") && Button::quiet(&lang.t("review-decline")).show(ui).clicked() {
                form.asking.ask(About::Claim(claim.claim, false));
            }
            badge::badge_with(ui, kind, icon, &lang.t(word));
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let client = claim.client.as_deref().unwrap_or_default();
                let text = format!("{} · {} · {client}", claim.employee.name, words::moment(lang, &claim.finished_at));
                ui.add(egui::Label::new(Theme::of(ui).bold(text)).truncate());
            });
        });
        let done = claim.decisions.iter().map(|decision| desk::decided(lang, decision)).collect::<Vec<_>>().join(", ");
        let minutes = lang.minutes(claim.kpi_cmin);
        layout::quiet(ui, &format!("{done}: {minutes} {}", lang.t("unit-min")));
        layout::caption(ui, &lang.with("claim-reason", &[("reason", Arg::Text(&claim.reason))]));
        if let (Some(person), Some(decision)) = (&claim.decided_by, &claim.decision) {
            let named = [("person", Arg::Text(person)), ("reason", Arg::Text(decision))];
            layout::caption(ui, &lang.with("claim-decided", &named));
        }
    });
}
