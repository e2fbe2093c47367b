//! The whole file: its head, the check with what is broken, a copy where the person says, and the copies that the floor makes of
//! itself.

use egui::Ui;

use super::{Act, Form as Screen, View, entry};
use crate::desktop::action::Action;
use crate::desktop::app::keeping::Progress;
use crate::desktop::icons;
use crate::desktop::screens::norms::layout;
use crate::desktop::theme::{Kind, Theme, measure, space};
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::table::{self, Head, Table, Width};
use crate::desktop::widgets::{badge, card, ink, state};
use crate::locale::{Arg, Lang};
use crate::views::verify::{CheckView, VerifyView};

/// What the page remembers.
#[derive(Debug, Default)]
pub(super) struct Form {
    row: Option<usize>,
    copy_row: Option<usize>,
}

pub(super) fn show(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Screen, actions: &mut Vec<Action>) {
    if !view.keeping.is_listed() && view.me.may.file_keep {
        actions.push(Action::ListCopies);
    }
    let width = ui.available_width();
    layout::split(ui, (width - space::L) * 0.57, |ui, side| match side {
        layout::Side::Left => checks(ui, lang, view, form),
        layout::Side::Right => {
            head(ui, lang, view);
            copies(ui, lang, view, form);
        }
    });
}

/// Long work under way: what is being looked at, how far it is, and the way to end it.
fn running(ui: &mut Ui, lang: Lang, form: &mut Vec<Act>, (check, done, all): (&str, usize, usize), copies: bool) {
    let text = if check.is_empty() {
        lang.t(if copies { "journal-copying" } else { "journal-begins" })
    } else {
        let name = lang.t(&format!("cli-check-{check}"));
        let named = [("check", Arg::Text(name.as_str())), ("done", done.into()), ("all", all.into())];
        lang.with("journal-checking", &named)
    };
    layout::quiet(ui, &text);
    let share = ink::px(done) / ink::px(all.max(1));
    ui.scope(|ui| {
        let theme = Theme::of(ui);
        ui.visuals_mut().extreme_bg_color = theme.raised;
        let bar = egui::ProgressBar::new(share).desired_height(space::S).fill(theme.accent);
        ui.add(bar).accessible_name(lang.t("journal-progress"));
    });
    let word = lang.t("journal-end");
    if Button::secondary(&word).icon(icons::STOP).key("Backspace").show(ui).clicked() {
        form.push(Act::End);
    }
}

fn checks(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Screen) {
    let room = layout::titled_room(ui);
    card::card(ui, &lang.t("journal-check-title"), |ui| {
        ui.set_min_height(room);
        match view.keeping.check() {
            Progress::Running(check, done, all) => {
                running(ui, lang, &mut form.pressed, (check, *done, *all), false);
                return;
            }
            Progress::Idle => layout::quiet(ui, &lang.t("journal-check-text")),
            Progress::Ended => layout::quiet(ui, &lang.t("journal-check-ended")),
            Progress::Failed(text) => drop(badge::banner(ui, Kind::Bad, text, "")),
            Progress::Done(found) => verdict(ui, lang, found),
        }
        if let Progress::Done(found) = view.keeping.check() {
            let left = room - (ui.cursor().top() - ui.min_rect().top()) - measure::PRIMARY - space::L;
            found_table(ui, lang, found, &mut form.check.row, left);
        }
        let word = lang.t("journal-check");
        if Button::primary(&word).icon(icons::SHIELD_CHECK).key("V").enabled(view.me.may.file_keep).show(ui).clicked() {
            form.pressed.push(Act::Check);
        }
    });
}

fn verdict(ui: &mut Ui, lang: Lang, found: &VerifyView) {
    if found.ok {
        let seq = lang.whole(found.seq);
        let text = lang.with("journal-whole", &[("seq", Arg::Text(&seq)), ("checks", found.checks.len().into())]);
        badge::banner(ui, Kind::Ok, &text, "");
    } else {
        let broken = found.checks.iter().filter(|check| !check.ok).count();
        badge::banner(ui, Kind::Bad, &lang.with("journal-broken", &[("count", broken.into())]), "");
    }
}

/// The checks, what is broken first; below them what breaks the chosen one.
fn found_table(ui: &mut Ui, lang: Lang, found: &VerifyView, chosen: &mut Option<usize>, room: f32) {
    let mut checks: Vec<&CheckView> = found.checks.iter().collect();
    checks.sort_by_key(|check| check.ok);
    if chosen.is_none() && !found.ok {
        *chosen = Some(0);
    }
    let broken = chosen.and_then(|row| checks.get(row)).filter(|check| !check.ok);
    let below = if broken.is_some() { 120.0 } else { 0.0 };
    let [name, count, state_word, table_name] =
        ["journal-col-check", "journal-col-checked", "journal-col-state", "journal-checks-table"]
            .map(|key| lang.t(key));
    let heads = [
        Head { width: Width::Fill(200.0), ..Head::text(&name) },
        Head::number(&count, 76.0),
        Head::text(&state_word).exact(100.0),
    ];
    let used = measure::ROW * ink::px(checks.len() + 1);
    let table = Table::new(&table_name, &heads).height((room - below).clamp(measure::ROW * 4.0, used)).takes_arrows();
    ui.scope(|ui| {
        table.show(ui, checks.len(), chosen, |ui, row, column| {
            let Some(check) = checks.get(row) else { return };
            match column {
                0 => drop(table::text(ui, &lang.t(&format!("cli-check-{}", check.name)))),
                1 => drop(table::number(ui, &lang.whole(check.checked))),
                _ => {
                    let (kind, key) =
                        if check.ok { (Kind::Ok, "journal-state-ok") } else { (Kind::Bad, "journal-state-broken") };
                    badge::badge(ui, kind, &lang.t(key));
                }
            }
        })
    });
    if let Some(check) = broken {
        egui::ScrollArea::vertical().id_salt("journal-broken").max_height(below - space::S).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = space::XS;
            for one in &check.broken {
                let key = if one.key.is_empty() { String::new() } else { format!(" {}", one.key) };
                state::line(ui, Kind::Bad, icons::WARNING_CIRCLE, &format!("{}{key}: {}", one.table, one.text));
            }
        });
    }
}

/// The newest entry's hash, to be kept elsewhere.
fn head(ui: &mut Ui, lang: Lang, view: &View<'_>) {
    card::card(ui, &lang.t("journal-head-title"), |ui| {
        let Some(page) = view.page else {
            return layout::quiet(ui, &lang.t("app-loading"));
        };
        layout::quiet(ui, &lang.with("journal-head-text", &[("seq", Arg::Text(&lang.whole(page.seq)))]));
        entry::hash(ui, lang, "journal-hash", &page.head);
        let word = lang.t("journal-copy-hash");
        if Button::secondary(&word).icon(icons::COPY).show(ui).clicked() {
            ui.ctx().copy_text(page.head.clone());
        }
    });
}

fn copies(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Screen) {
    let room = layout::titled_room(ui);
    card::card(ui, &lang.t("journal-copies-title"), |ui| {
        ui.set_min_height(room);
        match view.keeping.copy() {
            Progress::Running(check, done, all) => {
                running(ui, lang, &mut form.pressed, (check, *done, *all), true);
                return;
            }
            Progress::Idle => layout::quiet(ui, &lang.t("journal-copies-text")),
            Progress::Ended => layout::quiet(ui, &lang.t("journal-copy-ended")),
            Progress::Failed(text) => drop(badge::banner(ui, Kind::Bad, text, "")),
            Progress::Done(copy) => {
                let named = [("file", Arg::Text(&copy.file)), ("size", Arg::Text(&size_words(lang, copy.bytes)))];
                badge::banner(ui, Kind::Ok, &lang.with("journal-copied", &named), "");
            }
        }
        let word = lang.t("journal-copy");
        let button = Button::secondary(&word).icon(icons::DATABASE).key("B").height(measure::PRIMARY);
        if button.enabled(view.me.may.file_keep).show(ui).clicked() {
            form.pressed.push(Act::Copy);
        }
        let left = room - (ui.cursor().top() - ui.min_rect().top()) - space::S;
        own_copies(ui, lang, view, &mut form.check.copy_row, left);
    });
}

/// The copies that the floor makes of itself when a day is closed.
fn own_copies(ui: &mut Ui, lang: Lang, view: &View<'_>, chosen: &mut Option<usize>, room: f32) {
    let Some(list) = view.keeping.copies() else { return };
    layout::name(ui, &lang.t("journal-own-copies"));
    if list.copies.is_empty() {
        let key = if view.me.rehearsal { "journal-no-copies-rehearsal" } else { "journal-no-copies" };
        return layout::caption(ui, &lang.t(key));
    }
    layout::caption(ui, &lang.with("journal-copies-folder", &[("folder", Arg::Text(&list.folder))]));
    let [day, size, name] = ["journal-col-day", "journal-col-size", "journal-own-copies"].map(|key| lang.t(key));
    let heads = [Head { width: Width::Fill(120.0), ..Head::text(&day) }, Head::number(&size, 96.0)];
    let used = measure::ROW * ink::px(list.copies.len() + 1);
    let table = Table::new(&name, &heads).height((room - 48.0).clamp(measure::ROW * 3.0, used));
    ui.scope(|ui| {
        table.show(ui, list.copies.len(), chosen, |ui, row, column| {
            let Some(copy) = list.copies.get(row) else { return };
            match column {
                0 => {
                    table::text(ui, &lang.date(copy.day)).on_hover_text(&copy.file);
                }
                _ => drop(table::number(ui, &size_words(lang, copy.bytes))),
            }
        })
    });
}

/// A size in megabytes, or kilobytes below one.
fn size_words(lang: Lang, bytes: u64) -> String {
    let (unit, key) = if bytes < 1_000_000 { (1_000, "journal-kilobytes") } else { (1_000_000, "journal-megabytes") };
    let tenths = i64::try_from(bytes.saturating_mul(10).div_ceil(unit)).unwrap_or(i64::MAX);
    let size = lang.per_cent(crate::domain::units::BasisPoints(tenths * 10));
    lang.with(key, &[("size", Arg::Text(&size))])
}
