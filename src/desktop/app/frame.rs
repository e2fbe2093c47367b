//! The frame around every screen: navigation by what the person may do, the top bar, and the strip of a rehearsal floor.

use egui::{Align, Frame, Layout, Margin, Panel, RichText, Ui};

use super::link::Safety;
use super::menu::{self, Act};
use super::settings::Look;
use super::work::Work;
use crate::desktop::action::Place;
use crate::desktop::theme::{Kind, Theme, measure, size, space};
use crate::desktop::widgets::button::{Button, icon_button};
use crate::desktop::widgets::rail;
use crate::desktop::{icons, screens};
use crate::locale::{Arg, Lang};
use crate::views::people::MeView;

/// The least room that a part of the top bar is written in.
const LEAST_WORD: f32 = 72.0;

/// Draws the navigation; gives the place that was chosen.
pub fn navigation(ui: &mut Ui, lang: Lang, work: &Work) -> Option<Act> {
    let places = work.places();
    let words: Vec<_> = places
        .iter()
        .enumerate()
        .map(|(number, place)| {
            let (icon, name) = menu::place_words(lang, *place);
            let (waiting, waiting_words) = waiting(lang, work, *place);
            (icon, name, waiting, waiting_words, menu::key_of(ui.ctx(), lang, Act::Go(number)))
        })
        .collect();
    let entries: Vec<rail::Place<'_>> = words
        .iter()
        .zip(&places)
        .map(|((icon, name, waiting, waiting_words, key), place)| rail::Place {
            icon,
            name,
            waiting: *waiting,
            waiting_words,
            key,
            apart: *place == Place::Desk && places.len() > 2,
        })
        .collect();
    let current = work.place.and_then(|place| places.iter().position(|other| *other == place)).unwrap_or(usize::MAX);
    rail::rail(ui, &lang.t("app-navigation"), (icons::TIMER, &lang.t("app-name")), &entries, current).map(Act::Go)
}

/// How much waits at a place, in a number and in words.
fn waiting(lang: Lang, work: &Work, place: Place) -> (u32, String) {
    let count = match place {
        Place::Study => {
            let studies = work.views.studies.value().map(|view| view.studies.as_slice()).unwrap_or_default();
            let flags: usize = studies.iter().map(|study| study.open_flags).sum();
            let drifted = work.views.drift.value().map_or(0, screens::study::drifted);
            return (whole(flags + drifted), screens::study::waiting_words(lang, flags, drifted));
        }
        Place::Orders if work.views.me.value().is_some_and(|me| me.may.orders_approve) => {
            work.views.orders.value().map_or(0, |orders| orders.waiting.len())
        }
        Place::Desk => {
            let desk = work.views.desk.value();
            let calls = desk.map_or(0, |desk| desk.unprocessed_today + desk.unprocessed_before);
            return (
                u32::try_from(calls).unwrap_or(u32::MAX),
                lang.with("app-waiting-calls", &[("count", calls.into())]),
            );
        }
        Place::Review => {
            let views = &work.views;
            let count = screens::review::waiting(views.reviews.value(), views.claims.value(), views.queue.value());
            return (whole(count), lang.with("app-waiting-review", &[("count", count.into())]));
        }
        Place::Acquaintance => {
            let count = to_acknowledge(work);
            return (whole(count), lang.with("app-waiting-acknowledge", &[("count", Arg::from(count))]));
        }
        Place::Orders
        | Place::Stopwatch
        | Place::Norms
        | Place::MyKpi
        | Place::Tickets
        | Place::Catalogue
        | Place::Department => 0,
    };
    (whole(count), lang.with("app-waiting-orders", &[("count", Arg::from(count))]))
}

/// How many orders wait to be acknowledged by the person signed in.
fn to_acknowledge(work: &Work) -> usize {
    let waiting = work.views.me.value().map_or(0, |me| me.to_acknowledge);
    usize::try_from(waiting).unwrap_or(0)
}

/// What was pressed in the reminder of orders to acknowledge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reminder {
    /// Go there.
    Open,
    /// Not now: said again at the next sign-in.
    Later,
}

/// Draws the reminder that somebody who signs in gets while orders wait to be acknowledged.
pub fn reminder(ui: &mut Ui, lang: Lang, work: &Work) -> Option<Reminder> {
    let count = to_acknowledge(work);
    if count == 0 || work.reminded || work.place == Some(Place::Acquaintance) {
        return None;
    }
    let theme = Theme::of(ui);
    let frame = Frame::new().fill(theme.accent_quiet).inner_margin(Margin::symmetric(24, 6));
    let panel = Panel::top("reminder").exact_size(measure::CONTROL + 12.0).resizable(false).frame(frame);
    let row = panel.show(ui, |ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            let mut pressed = None;
            if Button::quiet(&lang.t("app-remind-later")).show(ui).clicked() {
                pressed = Some(Reminder::Later);
            }
            if Button::secondary(&lang.t("app-remind-open")).icon(icons::SIGNATURE).show(ui).clicked() {
                pressed = Some(Reminder::Open);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.label(RichText::new(icons::BELL).size(size::ICON).color(theme.accent));
                let text = lang.with("app-remind-acknowledge", &[("count", Arg::from(count))]);
                ui.add(egui::Label::new(RichText::new(text).color(theme.text)).truncate());
            });
            pressed
        })
        .inner
    });
    row.inner
}

fn whole(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Draws the bar over the screen; gives what was pressed.
pub fn top_bar(ui: &mut Ui, lang: Lang, look: Look, work: &Work) -> Option<Act> {
    let theme = Theme::of(ui);
    let frame = Frame::new().fill(theme.surface).inner_margin(Margin::symmetric(24, 8));
    let mut pressed = None;
    Panel::top("top-bar").exact_size(measure::CONTROL + 2.0 * space::S + 1.0).resizable(false).frame(frame).show(
        ui,
        |ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = space::XS;
                pressed = buttons(ui, lang, look);
                ui.add_space(space::M);
                safety(ui, lang, work.link.safety());
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    ui.spacing_mut().item_spacing.x = space::S;
                    if let Some(me) = work.views.me.value() {
                        person(ui, lang, me);
                    }
                });
            });
        },
    );
    pressed
}

fn person(ui: &mut Ui, lang: Lang, me: &MeView) {
    let theme = Theme::of(ui);
    ui.label(RichText::new(icons::USER_CIRCLE).size(size::SECTION).color(theme.muted));
    ui.add(egui::Label::new(theme.bold(&me.name)).truncate());
    let department = me.department.as_ref().map(|department| department.name.clone());
    let day = lang.with("app-work-day", &[("day", Arg::Text(&lang.date(me.work_day)))]);
    for text in department.into_iter().chain([day]) {
        // Where a word would be cut to nothing, it is left out.
        if ui.available_width() < LEAST_WORD {
            break;
        }
        ui.label(theme.quiet("·"));
        ui.add(egui::Label::new(theme.quiet(text)).truncate());
    }
}

fn safety(ui: &mut Ui, lang: Lang, safety: Safety) {
    let theme = Theme::of(ui);
    let (kind, icon, key) = match safety {
        Safety::Saved => (Kind::Neutral, icons::CLOUD_CHECK, "app-saved"),
        Safety::Saving => (Kind::Neutral, icons::FLOPPY_DISK, "app-saving"),
        Safety::Trouble => (Kind::Bad, icons::CLOUD_SLASH, "app-not-saved"),
    };
    let response = ui.label(theme.tinted(kind, lang.t(key)).size(size::CAPTION));
    ui.label(RichText::new(icon).size(size::ICON).color(theme.ink(kind)));
    response.on_hover_text(lang.t(&format!("{key}-hint")));
}

/// The buttons on the right, from right to left.
fn buttons(ui: &mut Ui, lang: Lang, look: Look) -> Option<Act> {
    let mut pressed = None;
    let key_of = |act| menu::key_of(ui.ctx(), lang, act);
    let [lock_key, help_key, palette_key] = [Act::Lock, Act::Help, Act::Palette].map(key_of);
    if icon_button(ui, icons::LOCK, &lang.t("app-lock"), &lock_key).clicked() {
        pressed = Some(Act::Lock);
    }
    if icon_button(ui, icons::KEYBOARD, &lang.t("app-help"), &help_key).clicked() {
        pressed = Some(Act::Help);
    }
    let (icon, name) = match look {
        Look::System => (icons::DESKTOP, "app-theme-system"),
        Look::Light => (icons::SUN, "app-theme-light"),
        Look::Dark => (icons::MOON, "app-theme-dark"),
    };
    if icon_button(ui, icon, &lang.t(name), "").clicked() {
        pressed = Some(Act::Theme);
    }
    let other = lang.other().code().to_uppercase();
    let tooltip = lang.t("app-language");
    if Button::quiet(&other).icon(icons::TRANSLATE).tooltip(&tooltip).show(ui).clicked() {
        pressed = Some(Act::Language);
    }
    let name = lang.t("app-palette-short");
    if Button::quiet(&name).icon(icons::MAGNIFYING_GLASS).key(&palette_key).show(ui).clicked() {
        pressed = Some(Act::Palette);
    }
    pressed
}

/// The strip that every screen of a rehearsal floor has.
pub fn rehearsal(ui: &mut Ui, lang: Lang, me: Option<&MeView>) {
    if !me.is_some_and(|me| me.rehearsal) {
        return;
    }
    let theme = Theme::of(ui);
    let frame = Frame::new().fill(theme.warn_quiet).inner_margin(Margin::symmetric(24, 4));
    Panel::top("rehearsal").exact_size(size::SECTION + 2.0 * space::XS).resizable(false).frame(frame).show(ui, |ui| {
        ui.horizontal_centered(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            ui.label(RichText::new(icons::INFO).size(size::STRONG).color(theme.warn));
            ui.add(
                egui::Label::new(RichText::new(lang.t("rehearsal")).size(size::CAPTION).color(theme.text)).truncate(),
            );
        });
    });
}
