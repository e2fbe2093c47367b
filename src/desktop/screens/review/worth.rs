//! Tickets worth a look, the strongest reason first and said in words, and a random sample beside them.
//!
//! A question to the operator is asked from here. The list accuses nobody and changes nothing.

use egui::{Align, Layout, Response, Role, Sense, Ui, Vec2, WidgetInfo};
use uuid::Uuid;

use super::{About, Form, PRESS, View, rows, ticket_done, ticket_line};
use crate::desktop::action::Action;
use crate::desktop::icons;
use crate::desktop::screens::norms::layout;
use crate::desktop::theme::{Kind, Theme, font, measure, radius, space};
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::field::{self, Field};
use crate::desktop::widgets::{badge, card, ink, state};
use crate::floor::command::{Command, DeskCommand, ReviewSample};
use crate::locale::{Arg, Lang};
use crate::views::desk::{Because, ReviewsView, SampleView, WorthALook};

/// How high the name of a field is, with the distance to it.
const LABEL: f32 = 20.0;

/// How many tickets a sample may hold.
const SAMPLE_MOST: u32 = 200;

/// Draws the page.
pub(super) fn show(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form, actions: &mut Vec<Action>) {
    let Some(reviews) = view.reviews else {
        card::card(ui, "", |ui| state::loading(ui, &lang.t("app-loading"), 8));
        return;
    };
    let left = (ui.available_width() - space::L) * 0.64;
    layout::split(ui, left, |ui, side| match side {
        layout::Side::Left => list(ui, lang, reviews, form, actions),
        layout::Side::Right => samples(ui, lang, reviews, form, actions),
    });
}

fn list(ui: &mut Ui, lang: Lang, reviews: &ReviewsView, form: &mut Form, actions: &mut Vec<Action>) {
    let room = layout::titled_room(ui).max(6.0 * measure::ROW);
    card::card(ui, &lang.t("review-worth-title"), |ui| {
        ui.set_min_height(room);
        if reviews.worth.is_empty() {
            let (title, text) = (lang.t("review-worth-none"), lang.t("review-worth-none-text"));
            state::empty(
                ui,
                &state::Empty { icon: icons::CHECK_CIRCLE, title: &title, text: &text, ..state::Empty::default() },
            );
            return;
        }
        layout::caption(ui, &lang.t("review-worth-text"));
        if rows(ui, &mut form.row, reviews.worth.len())
            && let Some(worth) = form.row.and_then(|row| reviews.worth.get(row))
        {
            actions.push(Action::OpenTicket(worth.ticket.ticket.ticket));
        }
        let left = (room - space::XL).max(4.0 * measure::ROW);
        let scroll = egui::ScrollArea::vertical().id_salt("review-worth").max_height(left).auto_shrink([false, true]);
        scroll.show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = space::XS;
            for (place, worth) in reviews.worth.iter().enumerate() {
                one(ui, lang, worth, place, form, actions);
            }
        });
    });
}

fn one(ui: &mut Ui, lang: Lang, worth: &WorthALook, place: usize, form: &mut Form, actions: &mut Vec<Action>) {
    let theme = Theme::of(ui);
    let chosen = form.row == Some(place);
    let frame = egui::Frame::new()
        .fill(if chosen { theme.accent_quiet } else { theme.surface })
        .corner_radius(radius::CONTROL)
        .inner_margin(egui::Margin::symmetric(8, 4));
    let shown = frame.show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 0.0;
        let row = Vec2::new(ui.available_width(), measure::CONTROL);
        ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
            match worth.review {
                Some(_) => drop(badge::badge_with(ui, Kind::Accent, icons::CHAT_TEXT, &lang.t("review-asked-already"))),
                None => {
                    if Button::quiet(&lang.t("ticket-ask")).icon(icons::CHAT_TEXT).show(ui).clicked() {
                        form.asking.ask(About::Ask(worth.ticket.ticket.ticket));
                    }
                }
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                if link(ui, &ticket_line(lang, &worth.ticket)).clicked() {
                    actions.push(Action::OpenTicket(worth.ticket.ticket.ticket));
                }
            });
        });
        layout::caption(ui, &ticket_done(lang, &worth.ticket));
        for reason in &worth.because {
            layout::quiet(ui, &because(lang, reason));
        }
    });
    if chosen && ui.input(|input| !input.events.is_empty()) {
        shown.response.scroll_to_me(None);
    }
}

/// A reason in words, with its figures.
pub(super) fn because(lang: Lang, because: &Because) -> String {
    let own = if lang == Lang::Ru { "ru" } else { "en" };
    let texts: Vec<(&str, String)> = because
        .details
        .iter()
        .map(|(name, value)| {
            // An action comes with its names; figures come with a point.
            let named = because.details.get(&format!("{name}_{own}"));
            (name.as_str(), named.cloned().unwrap_or_else(|| figure(lang, value)))
        })
        .collect();
    let named: Vec<(&str, Arg<'_>)> = texts.iter().map(|(name, value)| (*name, Arg::Text(value))).collect();
    lang.with(&format!("review-because-{}", because.reason.as_str()), &named)
}

/// A figure in the locale's manner; any other text as it is.
fn figure(lang: Lang, value: &str) -> String {
    let is_number = value.contains('.') && value.chars().all(|sign| sign.is_ascii_digit() || sign == '.');
    if lang == Lang::Ru && is_number { value.replace('.', ",") } else { value.to_owned() }
}

/// A line that opens something: underlined while the pointer is over it, reached by Tab.
pub(super) fn link(ui: &mut Ui, text: &str) -> Response {
    let theme = Theme::of(ui);
    let line = ink::line(ui, text, font::bold(), theme.accent, ui.available_width());
    let cut = line.elided;
    let (rect, response) = ui.allocate_exact_size(Vec2::new(line.size().x, 22.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, text));
    if response.hovered() {
        ui.painter().hline(rect.x_range(), rect.center().y + line.size().y / 2.0, egui::Stroke::new(1.0, theme.accent));
    }
    ink::place(ui.painter(), line, rect, egui::Align2::LEFT_CENTER);
    ink::ring(ui, &response, radius::CONTROL);
    ink::release_after_click(ui, &response);
    let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
    if cut { response.on_hover_text(text) } else { response }
}

/// A draw of tickets by chance, of a chosen size.
fn samples(ui: &mut Ui, lang: Lang, reviews: &ReviewsView, form: &mut Form, actions: &mut Vec<Action>) {
    let room = layout::titled_room(ui).max(6.0 * measure::ROW);
    card::card(ui, &lang.t("review-sample"), |ui| {
        ui.set_min_height(room);
        layout::caption(ui, &lang.t("review-sample-text"));
        let size = form.sample.trim().parse::<u32>().ok().filter(|size| (1..=SAMPLE_MOST).contains(size));
        ui.horizontal_top(|ui| {
            let (label, placeholder) = (lang.t("review-sample-size"), "10");
            field::text(ui, &Field { placeholder, width: Some(72.0), ..Field::new(&label) }, &mut form.sample);
            ui.vertical(|ui| {
                ui.add_space(LABEL);
                let (word, why) = (lang.t("review-sample-draw"), lang.t("review-sample-size-wrong"));
                let ready = size.is_some() && !form.busy;
                let button = Button::secondary(&word).icon(icons::LIST_CHECKS).enabled(ready);
                let button = if ready { button } else { button.tooltip(&why) };
                if button.show(ui).clicked()
                    && let Some(size) = size
                {
                    form.busy = true;
                    form.sample.clear();
                    actions.push(draw(reviews, size));
                }
            });
        });
        let left = (room - 120.0).max(4.0 * measure::ROW);
        egui::ScrollArea::vertical().id_salt("review-samples").max_height(left).auto_shrink([false, true]).show(
            ui,
            |ui| {
                for sample in &reviews.samples {
                    drawn(ui, lang, sample, actions);
                }
            },
        );
    });
}

fn draw(reviews: &ReviewsView, size: u32) -> Action {
    let (from, to) = (reviews.from, reviews.to);
    let sample = ReviewSample { sample: Uuid::now_v7(), from, to, size, person: None, seed: None };
    Action::Send { tag: PRESS, command: Box::new(Command::Desk(DeskCommand::ReviewSample(sample))) }
}

fn drawn(ui: &mut Ui, lang: Lang, sample: &SampleView, actions: &mut Vec<Action>) {
    let (from, to) = (lang.date(sample.from), lang.date(sample.to));
    let named = [
        ("count", Arg::from(sample.tickets.len())),
        ("population", Arg::from(sample.population)),
        ("from", Arg::Text(&from)),
        ("to", Arg::Text(&to)),
        ("seed", Arg::Text(&sample.seed.to_string())),
    ];
    layout::quiet(ui, &lang.with("review-sample-of", &named));
    for found in &sample.tickets {
        if link(ui, &ticket_line(lang, found)).clicked() {
            actions.push(Action::OpenTicket(found.ticket.ticket));
        }
        layout::caption(ui, &ticket_done(lang, found));
    }
    ui.add_space(space::S);
}
