//! An order as the document it is: number, dates, who approved it and why early, what freezes it, and its table of norms.

use egui::{RichText, Ui};

use super::revoke::Revocation;
use super::{Dialog, Form, View, acquaintance, files, waiting};
use crate::desktop::action::Action;
use crate::desktop::icons;
use crate::desktop::screens::norms::{layout, words};
use crate::desktop::theme::{Kind, Theme, font, measure, size, space};
use crate::desktop::widgets::button::{Button, icon_button};
use crate::desktop::widgets::{badge, card, state};
use crate::domain::norm_set::SetState;
use crate::locale::{Arg, Lang};
use crate::views::norms::OrderView;

/// Draws the order: its text with the norms, or who has acknowledged it.
pub(super) fn show(
    ui: &mut Ui,
    lang: Lang,
    view: &View<'_>,
    order: &OrderView,
    form: &mut Form,
    actions: &mut Vec<Action>,
) {
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
        ui.spacing_mut().item_spacing.y = space::S;
        head(ui, lang, view, order, form, actions);
        revoked(ui, lang, order);
        if form.other_page {
            acquaintance::show(ui, lang, view, order, bottom, &mut form.row);
            return;
        }
        let about = lang.with(
            "orders-about",
            &[("set", Arg::Text(&order.set.name)), ("department", Arg::Text(&order.set.department.name))],
        );
        ui.add(egui::Label::new(Theme::of(ui).quiet(about)).wrap());
        facts(ui, lang, order);
        remarks(ui, lang, order);
        let prints = 3.0 * measure::CONTROL + size::SECTION;
        let left = bottom - ui.cursor().top() - prints - space::S;
        let table = lang.t("orders-norms-table");
        waiting::lines(ui, lang, &table, &order.set, false, left.max(5.0 * measure::ROW), &mut form.row);
        ui.add_space((bottom - ui.cursor().top() - prints).max(0.0));
        seals(ui, lang, order, actions);
    });
}

/// The pages on the left; the files and the revocation on the right.
fn head(ui: &mut Ui, lang: Lang, view: &View<'_>, order: &OrderView, form: &mut Form, actions: &mut Vec<Action>) {
    let row = egui::vec2(ui.available_width(), measure::CONTROL);
    ui.allocate_ui_with_layout(row, egui::Layout::right_to_left(egui::Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        files::buttons(ui, lang, view, order, actions);
        if view.me.may.orders_approve && order.set.state == SetState::Approved {
            let word = lang.t("orders-revoke");
            if Button::danger(&word).icon(icons::PROHIBIT).show(ui).clicked() {
                form.dialog = Some(Dialog::Revoke(Revocation::new(lang, view.book, order)));
            }
        }
        ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
            let people = order.acknowledged + order.missing;
            let sheet = if people == 0 {
                lang.t("orders-page-acquaintance")
            } else {
                let named = [("known", Arg::Count(order.acknowledged)), ("all", Arg::Count(people))];
                lang.with("orders-page-acquaintance-of", &named)
            };
            waiting::pages(ui, lang, [&lang.t("orders-page-order"), &sheet], &mut form.other_page);
        });
    });
}

/// That the order was revoked, by which one and why.
fn revoked(ui: &mut Ui, lang: Lang, order: &OrderView) {
    let Some(revocation) = &order.revocation else { return };
    let day = lang.date(revocation.date);
    let named = [
        ("number", Arg::Text(&revocation.number)),
        ("day", Arg::Text(&day)),
        ("person", Arg::Text(&revocation.by.name)),
    ];
    let text = lang.with("orders-revoked-text", &named);
    let reason = revocation.reason.as_deref().map(|reason| format!(": {reason}")).unwrap_or_default();
    badge::banner(ui, Kind::Warn, &format!("{text}{reason}"), "");
}

fn facts(ui: &mut Ui, lang: Lang, order: &OrderView) {
    let effective = lang.date(order.effective);
    let approved = words::moment(lang, &order.approved_at);
    let allowance = words::allowance_value(lang, order.set.allowance_bp, order.set.convention);
    let pilot = pilot(lang, order);
    let before = order
        .supersedes
        .as_ref()
        .map_or_else(|| lang.t("orders-first"), |number| lang.with("orders-number", &[("number", Arg::Text(number))]));
    let rows = [
        [
            ("orders-effective", effective.as_str()),
            ("orders-approved-by", &order.approved_by.name),
            ("orders-approved-at", &approved),
        ],
        [("orders-supersedes", before.as_str()), ("orders-pilot", &pilot), ("orders-allowance", &allowance)],
    ];
    for facts in rows {
        card::columns(ui, 3, |columns| {
            for (column, (label, value)) in columns.iter_mut().zip(facts) {
                layout::fact(column, &lang.t(label), value);
            }
        });
    }
}

/// The pilot as it stood at the approval.
fn pilot(lang: Lang, order: &OrderView) -> String {
    let Some((from, to)) = order.pilot_from.zip(order.pilot_to) else { return lang.t("orders-no-pilot") };
    let (from, to) = (lang.date(from), lang.date(to));
    let named = [("from", Arg::Text(&from)), ("to", Arg::Text(&to)), ("count", Arg::Count(order.pilot_days))];
    lang.with("orders-pilot-was", &named)
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
    // The set's fingerprint is made anew from its rows whenever it is looked at.
    if order.set.fingerprint == order.fingerprint {
        state::line(ui, Kind::Ok, icons::SHIELD_CHECK, &lang.t("orders-fingerprint-agrees"));
    } else {
        badge::banner(ui, Kind::Bad, &lang.t("orders-fingerprint-differs"), "");
    }
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
