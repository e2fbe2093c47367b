//! Records that match nobody: each with its reason, matched by operator's name, line or extension, now and for those that come later.

use egui::{Align, Layout, Ui, Vec2};

use super::{About, Form, PRESS, View};
use crate::desktop::action::Action;
use crate::desktop::icons;
use crate::desktop::screens::norms::{layout, words};
use crate::desktop::theme::{Theme, measure, space};
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::choose::Choose;
use crate::desktop::widgets::pick::Item;
use crate::desktop::widgets::{card, state};
use crate::domain::code::Code;
use crate::floor::command::{Command, DeskCommand, QueueMatch};
use crate::locale::{Arg, Lang};
use crate::views::desk::{QueueView, QueuedRecord};

/// Draws the page.
pub(super) fn show(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form, actions: &mut Vec<Action>) {
    let Some(queue) = view.queue else {
        card::card(ui, "", |ui| state::loading(ui, &lang.t("app-loading"), 6));
        return;
    };
    if queue.records.is_empty() {
        card::card(ui, "", |ui| {
            let (title, text) = (lang.t("review-queue-none"), lang.t("review-queue-none-text"));
            state::empty(
                ui,
                &state::Empty { icon: icons::CHECK_CIRCLE, title: &title, text: &text, ..state::Empty::default() },
            );
        });
        return;
    }
    let left = (ui.available_width() - space::L) * 0.42;
    layout::split(ui, left, |ui, side| match side {
        layout::Side::Left => operators(ui, lang, view, queue, form, actions),
        layout::Side::Right => records(ui, lang, queue, form),
    });
}

/// The names that the floor does not know, and who each of them is.
fn operators(ui: &mut Ui, lang: Lang, view: &View<'_>, queue: &QueueView, form: &mut Form, actions: &mut Vec<Action>) {
    let people = view.people.map(|view| view.people.as_slice()).unwrap_or_default();
    let operators = people.iter().filter(|person| person.roles.contains(&crate::domain::people::Role::Operator));
    let items: Vec<Item<'_>> =
        operators.map(|person| Item { id: &person.code, name: &person.name, code: &person.code, group: "" }).collect();
    card::card(ui, &lang.t("review-queue-operators"), |ui| {
        layout::caption(ui, &lang.t("review-queue-text"));
        for unknown in &queue.operators {
            let open = form.matching.1.as_deref() == Some(unknown.operator.as_str());
            let row = Vec2::new(ui.available_width(), measure::CONTROL);
            ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
                let word = lang.t("review-queue-match");
                if !open && Button::secondary(&word).icon(icons::USER).show(ui).clicked() {
                    form.matching.1 = Some(unknown.operator.clone());
                    form.matching.0.open();
                }
                ui.label(Theme::of(ui).quiet(lang.with("review-queue-count", &[("count", unknown.records.into())])));
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    ui.add(egui::Label::new(Theme::of(ui).bold(&unknown.operator)).truncate());
                });
            });
            if !open {
                continue;
            }
            let (label, placeholder, nothing) =
                (lang.t("review-queue-who"), lang.t("review-queue-who-placeholder"), lang.t("tickets-nothing-fits"));
            let choose = Choose { label: &label, placeholder: &placeholder, nothing: &nothing, key: "", hint: "" };
            let picked = choose.show(ui, &mut form.matching.0, &items, None).and_then(|place| items.get(place));
            if let Some(employee) = picked.and_then(|item| Code::new(item.id).ok()) {
                let operator = form.matching.1.take();
                let matched = DeskCommand::QueueMatch(QueueMatch { records: Vec::new(), operator, employee });
                actions.push(Action::Send { tag: PRESS, command: Box::new(Command::Desk(matched)) });
            }
        }
    });
}

fn records(ui: &mut Ui, lang: Lang, queue: &QueueView, form: &mut Form) {
    let room = layout::titled_room(ui).max(6.0 * measure::ROW);
    card::card(ui, &lang.with("review-queue-records", &[("count", queue.total.into())]), |ui| {
        ui.set_min_height(room);
        let scroll = egui::ScrollArea::vertical().id_salt("review-queue").max_height(room).auto_shrink([false, true]);
        scroll.show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = space::XS;
            for record in &queue.records {
                one(ui, lang, record, form);
            }
            if queue.next.is_some() {
                layout::caption(ui, &lang.t("review-queue-more"));
            }
        });
    });
}

fn one(ui: &mut Ui, lang: Lang, record: &QueuedRecord, form: &mut Form) {
    let row = Vec2::new(ui.available_width(), measure::CONTROL);
    ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
        if Button::quiet(&lang.t("review-nobody")).show(ui).clicked() {
            form.asking.ask(About::Nobody(vec![record.record]));
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let client = record.client.clone().unwrap_or_else(|| lang.t("desk-call-hidden"));
            let text = format!("{} · {client} · {}", words::moment(lang, &record.at), what(lang, record));
            ui.add(egui::Label::new(egui::RichText::new(text).color(Theme::of(ui).text)).truncate());
        });
    });
    let operator = record.operator.clone().unwrap_or_else(|| lang.t("review-queue-unnamed"));
    let key = format!("queue-{}", record.reason.as_str());
    layout::caption(ui, &lang.with(&key, &[("operator", Arg::Text(&operator)), ("text", Arg::Text(&record.text))]));
}

/// The record's own text: the word of a channel where it is one.
fn what(lang: Lang, record: &QueuedRecord) -> String {
    let key = format!("channel-{}", record.text);
    if lang.has(&key) { lang.t(&key) } else { record.text.clone() }
}
