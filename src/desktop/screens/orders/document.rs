//! An order as the document it is: number, dates, who approved it and why early, what freezes it, and its table of norms.

use egui::{RichText, Ui};

use super::{Form, waiting};
use crate::desktop::action::Action;
use crate::desktop::icons;
use crate::desktop::screens::norms::{layout, words};
use crate::desktop::theme::{Kind, Theme, font, measure, size, space};
use crate::desktop::widgets::button::icon_button;
use crate::desktop::widgets::{badge, card};
use crate::locale::{Arg, Lang};
use crate::views::norms::OrderView;

/// Draws the order.
pub fn show(ui: &mut Ui, lang: Lang, order: &OrderView, form: &mut Form, actions: &mut Vec<Action>) {
    let room = layout::titled_room(ui);
    let number = lang
        .with("orders-document", &[("number", Arg::Text(&order.number)), ("day", Arg::Text(&lang.date(order.date)))]);
    let right = |ui: &mut Ui| {
        let (kind, icon, word) = words::state(order.set.state);
        badge::badge_with(ui, kind, icon, &lang.t(&word));
    };
    card::card_with(ui, &number, right, |ui| {
        let bottom = ui.cursor().top() + room;
        ui.set_min_height(room);
        ui.spacing_mut().item_spacing.y = space::M;
        let about = lang.with(
            "orders-about",
            &[("set", Arg::Text(&order.set.name)), ("department", Arg::Text(&order.set.department.name))],
        );
        ui.add(egui::Label::new(Theme::of(ui).quiet(about)).wrap());
        facts(ui, lang, order);
        remarks(ui, lang, order);
        let prints = 3.0 * measure::CONTROL;
        let left = bottom - ui.cursor().top() - prints - space::M;
        waiting::lines(
            ui,
            lang,
            &lang.t("orders-norms-table"),
            &order.set.lines,
            false,
            left.max(5.0 * measure::ROW),
            &mut form.row,
        );
        ui.add_space((bottom - ui.cursor().top() - prints).max(0.0));
        seals(ui, lang, order, actions);
    });
}

fn facts(ui: &mut Ui, lang: Lang, order: &OrderView) {
    card::columns(ui, 3, |columns| {
        let effective = lang.date(order.effective);
        let approved = words::moment(lang, &order.approved_at);
        let facts = [
            ("orders-effective", effective.as_str()),
            ("orders-approved-by", &order.approved_by.name),
            ("orders-approved-at", &approved),
        ];
        for (column, (label, value)) in columns.iter_mut().zip(facts) {
            layout::fact(column, &lang.t(label), value);
        }
    });
}

/// What stands in the order beside its table.
fn remarks(ui: &mut Ui, lang: Lang, order: &OrderView) {
    let facts = [
        ("orders-early-reason", &order.early_reason),
        ("orders-pilot-reason", &order.pilot_reason),
        ("orders-representative", &order.representative),
        ("orders-grounds", &order.set.grounds),
    ];
    let said: Vec<(&str, &str)> = facts
        .iter()
        .filter_map(|(label, text)| Some((*label, text.as_deref().filter(|text| !text.trim().is_empty())?)))
        .collect();
    for pair in said.chunks(2) {
        card::columns(ui, 2, |columns| {
            for (column, (label, text)) in columns.iter_mut().zip(pair) {
                layout::fact(column, &lang.t(label), text);
            }
        });
    }
    if let Some(person) = &order.password_reset_by {
        badge::banner(ui, Kind::Warn, &lang.with("orders-password-reset", &[("person", Arg::Text(person))]), "");
    }
}

/// The two sums by which a change of the file is found.
fn seals(ui: &mut Ui, lang: Lang, order: &OrderView, actions: &mut Vec<Action>) {
    ui.spacing_mut().item_spacing.y = space::XS;
    for (label, sum) in [("orders-fingerprint", &order.fingerprint), ("orders-chain-head", &order.chain_head)] {
        let label = lang.t(label);
        ui.horizontal(|ui| {
            let theme = Theme::of(ui);
            let width = egui::vec2(132.0, measure::CONTROL);
            ui.allocate_ui_with_layout(width, egui::Layout::left_to_right(egui::Align::Center), |ui| {
                ui.set_min_width(132.0);
                ui.add(egui::Label::new(theme.caption(&label)).truncate());
            });
            if icon_button(ui, icons::COPY, &lang.with("orders-copy", &[("what", Arg::Text(&label))]), "").clicked() {
                ui.ctx().copy_text(sum.clone());
                actions.push(Action::Say(Kind::Ok, lang.t("orders-copied")));
            }
            let text = RichText::new(sum).font(font::digits(size::CAPTION)).color(theme.text);
            ui.add(egui::Label::new(text).selectable(true).truncate());
        });
    }
    layout::caption(ui, &lang.t("orders-seals-text"));
}
