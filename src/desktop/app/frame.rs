//! The frame around every screen: navigation by what the person may do, the top bar, and the strip of a rehearsal floor.

use egui::{Align, Frame, Layout, Margin, Panel, RichText, Ui};

use super::link::Safety;
use super::menu::{self, Act};
use super::settings::Look;
use super::work::Work;
use crate::desktop::action::Place;
use crate::desktop::theme::{Kind, Theme, font, measure, size, space};
use crate::desktop::widgets::button::{Button, icon_button};
use crate::desktop::widgets::{badge, ink, rail};
use crate::desktop::{icons, screens};
use crate::locale::{Arg, Lang};
use crate::views::pay::SchemesView;
use crate::views::people::MeView;

/// The room that the dot before a part of the top bar takes, with the gaps around it.
const DOT: f32 = 24.0;

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
    let groups: Vec<String> = places.iter().map(|place| lang.t(menu::group_word(*place))).collect();
    let entries: Vec<rail::Place<'_>> = words
        .iter()
        .zip(&groups)
        .map(|((icon, name, waiting, waiting_words, key), group)| rail::Place {
            icon,
            name,
            waiting: *waiting,
            waiting_words,
            key,
            group: group.as_str(),
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
        Place::Tasks => {
            let (tasks, me) = (work.duties.tasks.value(), work.views.me.value());
            let count = tasks.zip(me).map_or(0, |(tasks, me)| screens::tasks::waiting(tasks, &me.code));
            return (whole(count), lang.with("app-waiting-tasks", &[("count", Arg::from(count))]));
        }
        Place::Absences => {
            let agreements = work.views.absences.value().map(|board| board.agreements.as_slice()).unwrap_or_default();
            let count = agreements.iter().filter(|one| one.may_accept).count();
            return (whole(count), lang.with("app-waiting-cover", &[("count", Arg::from(count))]));
        }
        Place::Pay => {
            let schemes = work.views.pay.schemes.value().filter(|schemes| schemes.may_approve);
            let submitted = |view: &SchemesView| view.schemes.iter().filter(|one| one.state == "submitted").count();
            let count = schemes.map_or(0, submitted);
            return (whole(count), lang.with("payroll-waiting", &[("count", count.into())]));
        }
        Place::Calendar
        | Place::People
        | Place::Journal
        | Place::Orders
        | Place::Stopwatch
        | Place::Norms
        | Place::MyKpi
        | Place::Tickets
        | Place::Catalogue
        | Place::Department
        | Place::Morning => 0,
    };
    (whole(count), lang.with("app-waiting-orders", &[("count", Arg::from(count))]))
}

/// How many orders wait to be acknowledged by the person signed in.
fn to_acknowledge(work: &Work) -> usize {
    let waiting = work.views.me.value().map_or(0, |me| me.to_acknowledge);
    usize::try_from(waiting).unwrap_or(0)
}

/// Draws the strips that somebody who signs in gets, and does what is pressed there.
pub fn strips(ui: &mut Ui, lang: Lang, work: &mut Work) {
    match reminder(ui, lang, work) {
        Some(Reminder::Open) => work.go(Place::Acquaintance),
        Some(Reminder::Later) => work.reminded = true,
        None => {}
    }
    let pressed = first_thing(ui, lang, work);
    work.tasks_reminded |= pressed.is_some();
    if pressed == Some(Reminder::Open) {
        work.forms.tasks.come(screens::tasks::Page::Tasks, None);
        work.go(Place::Tasks);
    }
}

/// What was pressed in a strip.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reminder {
    /// Go there.
    Open,
    /// Not now: said again at the next sign-in.
    Later,
}

/// Draws the reminder that somebody who signs in gets while orders wait to be acknowledged.
fn reminder(ui: &mut Ui, lang: Lang, work: &Work) -> Option<Reminder> {
    let count = to_acknowledge(work);
    if count == 0 || work.reminded || work.place == Some(Place::Acquaintance) {
        return None;
    }
    let text = lang.with("app-remind-acknowledge", &[("count", Arg::from(count))]);
    strip(ui, lang, &text, (icons::SIGNATURE, "app-remind-open"))
}

/// Draws what somebody is told first thing: the own tasks of today, overdue ones, and at a desk the calls of earlier days that nobody processed.
/// One strip at a time: it comes after the orders to acknowledge.
fn first_thing(ui: &mut Ui, lang: Lang, work: &Work) -> Option<Reminder> {
    let covered = to_acknowledge(work) > 0 && !work.reminded;
    let (me, tasks) = (work.views.me.value()?, work.duties.tasks.value()?);
    if work.tasks_reminded || covered || work.place == Some(Place::Tasks) {
        return None;
    }
    let (today, overdue) = screens::tasks::own_counts(tasks, &me.code);
    let before = if me.may.desk { tasks.unprocessed_before_today } else { 0 };
    let parts = [
        (overdue, "app-first-overdue"),
        (today, "app-first-today"),
        (usize::try_from(before).unwrap_or(0), "app-first-unprocessed"),
    ];
    let said: Vec<String> = parts
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, key)| lang.with(key, &[("count", Arg::from(count))]))
        .collect();
    if said.is_empty() {
        return None;
    }
    let text = lang.with("app-first-thing", &[("what", Arg::Text(&said.join(", ")))]);
    strip(ui, lang, &text, (icons::CLIPBOARD_TEXT, "app-first-open"))
}

/// A strip over the screen with the way to what it speaks of, and the way to put it off.
fn strip(ui: &mut Ui, lang: Lang, text: &str, (icon, word): (&str, &str)) -> Option<Reminder> {
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
            if Button::secondary(&lang.t(word)).icon(icon).show(ui).clicked() {
                pressed = Some(Reminder::Open);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.label(RichText::new(icons::BELL).size(size::ICON).color(theme.accent));
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
                pressed = buttons(ui, lang, look).or(bell(ui, lang, work));
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
    let date = lang.date(me.work_day);
    let day = lang.with("app-work-day", &[("day", Arg::Text(&date))]);
    let parts = [vec![department.unwrap_or_default()], vec![day, date]];
    for ways in parts.into_iter().filter(|ways| ways.iter().all(|text| !text.is_empty())) {
        // What would be cut is said shorter, or left out: half a date says nothing.
        let room = ui.available_width() - DOT;
        let fits = |text: &String| !ink::line(ui, text, font::body(), theme.muted, room).elided;
        let Some(text) = ways.into_iter().find(fits) else { break };
        ui.label(theme.quiet("·"));
        ui.label(theme.quiet(text));
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

/// The bell, with how many notifications are new.
fn bell(ui: &mut Ui, lang: Lang, work: &Work) -> Option<Act> {
    let unread = work.duties.notifications.value().map_or(0, |list| list.unread);
    badge::counter(ui, u32::try_from(unread).unwrap_or(u32::MAX), Kind::Accent);
    let name = if unread > 0 {
        lang.with("notifications-unread-name", &[("count", Arg::Count(unread))])
    } else {
        lang.t("notifications-title")
    };
    let key = menu::key_of(ui.ctx(), lang, Act::Bell);
    icon_button(ui, icons::BELL, &name, &key).clicked().then_some(Act::Bell)
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
