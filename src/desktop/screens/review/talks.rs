//! Questions to operators, their answers, and what came of them.

use egui::{Align, Layout, Ui, Vec2};

use super::{About, Form, View, ticket_done, ticket_line, worth};
use crate::desktop::action::Action;
use crate::desktop::icons;
use crate::desktop::screens::norms::{layout, words};
use crate::desktop::theme::{Kind, Theme, measure, space};
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::{badge, card, state};
use crate::domain::review::ReviewState;
use crate::locale::{Arg, Lang};
use crate::views::desk::ReviewView;

/// Draws the page.
pub(super) fn show(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form, actions: &mut Vec<Action>) {
    let reviews = view.reviews.map(|reviews| reviews.reviews.as_slice()).unwrap_or_default();
    if reviews.is_empty() {
        card::card(ui, "", |ui| {
            let (title, text) = (lang.t("review-talks-none"), lang.t("review-talks-none-text"));
            state::empty(
                ui,
                &state::Empty { icon: icons::CHAT_TEXT, title: &title, text: &text, ..state::Empty::default() },
            );
        });
        return;
    }
    for review in reviews {
        one(ui, lang, review, form, actions);
    }
}

fn one(ui: &mut Ui, lang: Lang, review: &ReviewView, form: &mut Form, actions: &mut Vec<Action>) {
    let (kind, icon, word) = match review.state {
        ReviewState::Open => (Kind::Neutral, icons::HOURGLASS_MEDIUM, "review-state-open"),
        ReviewState::Answered => (Kind::Accent, icons::CHAT_TEXT, "review-state-answered"),
        ReviewState::Closed => (Kind::Ok, icons::CHECK, "review-state-closed"),
    };
    card::card(ui, "", |ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        let row = Vec2::new(ui.available_width(), measure::CONTROL);
        ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
            if review.allowed.iter().any(|allowed| allowed == "review.close")
                && Button::secondary(&lang.t("review-close")).icon(icons::CHECK).show(ui).clicked()
            {
                form.asking.ask(About::Close(review.review));
            }
            badge::badge_with(ui, kind, icon, &lang.t(word));
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                if worth::link(ui, &ticket_line(lang, &review.ticket)).clicked() {
                    actions.push(Action::OpenTicket(review.ticket.ticket.ticket));
                }
            });
        });
        layout::caption(ui, &ticket_done(lang, &review.ticket));
        let asked = words::moment(lang, &review.opened_at);
        said(
            ui,
            &lang.with("review-asked-by", &[("person", Arg::Text(&review.opened_by.name)), ("at", Arg::Text(&asked))]),
            &review.question,
        );
        if let Some(answer) = &review.answer {
            let at = review.answered_at.as_deref().map(|at| words::moment(lang, at)).unwrap_or_default();
            let named = [("person", Arg::Text(&review.ticket.employee.name)), ("at", Arg::Text(&at))];
            said(ui, &lang.with("review-answered-by", &named), answer);
        }
        if let Some(conclusion) = &review.conclusion {
            let at = review.closed_at.as_deref().map(|at| words::moment(lang, at)).unwrap_or_default();
            said(ui, &lang.with("review-concluded", &[("at", Arg::Text(&at))]), conclusion);
        }
    });
}

fn said(ui: &mut Ui, who: &str, text: &str) {
    layout::caption(ui, who);
    ui.add(egui::Label::new(egui::RichText::new(text).color(Theme::of(ui).text)).wrap());
}
