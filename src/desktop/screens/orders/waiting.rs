//! A set that waits for the director: who submitted it and why, whether it may be approved, and what it changes.

use egui::{RichText, Ui};

use super::approve::{Approval, Return};
use super::{Dialog, Form, View};
use crate::desktop::action::Action;
use crate::desktop::icons;
use crate::desktop::keys::{self, ActionInfo};
use crate::desktop::screens::norms::{layout, words};
use crate::desktop::screens::report;
use crate::desktop::theme::{Kind, Theme, measure, size, space};
use crate::desktop::widgets::button::{Button, choices};
use crate::desktop::widgets::table::{self, Head, Table};
use crate::desktop::widgets::{badge, card, ink};
use crate::domain::units::BasisPoints;
use crate::locale::{Arg, Lang};
use crate::views::norms::{LineView, SetView};

const OPEN: ActionInfo<()> = ActionInfo::new((), "orders-approve", icons::SEAL_CHECK).command(egui::Key::Enter);

/// Draws the set and, for who may approve, the two ways on; says whether its report is to be asked for once more.
pub(super) fn show(
    ui: &mut Ui,
    lang: Lang,
    view: &View<'_>,
    set: &SetView,
    form: &mut Form,
    actions: &mut Vec<Action>,
) -> bool {
    let may = view.me.may.orders_approve;
    let ready = set.missing.is_empty() && set.open_flags.is_empty() && set.boosts_unexplained.is_empty();
    if may && ready && form.dialog.is_none() && keys::is_pressed(ui.ctx(), &OPEN) {
        form.dialog = Some(Dialog::Approve(Approval::new(lang, view.book, set)));
    }
    let people = form.other_page;
    let room = if people { 0.0 } else { layout::titled_room(ui) };
    card::card_with(
        ui,
        &set.name,
        |ui| {
            let (kind, icon, word) = words::state(set.state);
            badge::badge_with(ui, kind, icon, &lang.t(&word));
        },
        |ui| {
            let bottom = ui.cursor().top() + room;
            ui.set_min_height(room);
            ui.spacing_mut().item_spacing.y = space::M;
            pages(ui, lang, [&lang.t("orders-page-norms"), &lang.t("orders-page-people")], &mut form.other_page);
            checks(ui, lang, set);
            if people {
                steps(ui, lang, view, set, may, ready, form);
                return;
            }
            facts(ui, lang, set);
            summary(ui, lang, set);
            let foot = if may { measure::PRIMARY + space::M } else { 0.0 };
            let left = bottom - ui.cursor().top() - foot;
            let table = lang.t("orders-table");
            lines(ui, lang, &table, set, true, left.max(5.0 * measure::ROW), &mut form.row);
            ui.add_space((bottom - ui.cursor().top() - measure::PRIMARY).max(0.0));
            steps(ui, lang, view, set, may, ready, form);
        },
    );
    if !people {
        form.report.leave(actions);
        return false;
    }
    let report = report::View {
        set: set.set,
        brief: set.pilot.as_ref(),
        pilot: view.pilot,
        replay: view.replay,
        trouble: view.report_trouble.clone(),
        today: view.book.today,
    };
    report::show(ui, lang, &report, &mut form.report, actions)
}

/// The two pages of what is chosen, with the key that turns them.
pub(super) fn pages(ui: &mut Ui, lang: Lang, names: [&str; 2], other: &mut bool) {
    ui.horizontal(|ui| {
        if let Some(page) = choices(ui, &names, usize::from(*other)) {
            *other = page == 1;
        }
        ink::key_chip(ui, "R").on_hover_text(lang.t("orders-key-page"));
    });
}

fn facts(ui: &mut Ui, lang: Lang, set: &SetView) {
    let by = set.submitted_by.as_ref().map_or("—", |person| person.name.as_str());
    let allowance = words::allowance_value(lang, set.allowance_bp, set.convention);
    let pilot = pilot(lang, set);
    card::columns(ui, 3, |columns| {
        let facts = [("orders-submitted-by", by), ("orders-pilot", &pilot), ("orders-allowance", &allowance)];
        for (column, (label, value)) in columns.iter_mut().zip(facts) {
            layout::fact(column, &lang.t(label), value);
        }
    });
    if let Some(grounds) = &set.grounds {
        layout::fact(ui, &lang.t("orders-grounds"), grounds);
    }
}

/// How much of a pilot the set had.
fn pilot(lang: Lang, set: &SetView) -> String {
    let Some(pilot) = &set.pilot else { return lang.t("orders-no-pilot") };
    let (from, to) = (lang.date(pilot.from), lang.date(pilot.to));
    let named = [
        ("from", Arg::Text(&from)),
        ("to", Arg::Text(&to)),
        ("closed", Arg::Count(pilot.closed_days)),
        ("needed", Arg::Count(pilot.needed_days)),
    ];
    lang.with("orders-pilot-stands", &named)
}

/// The checks of the submission, which run again at approval.
fn checks(ui: &mut Ui, lang: Lang, set: &SetView) {
    if !set.missing.is_empty() {
        let list = set.missing.join(", ");
        badge::banner(ui, Kind::Bad, &lang.with("orders-missing", &[("actions", Arg::Text(&list))]), "");
    }
    if !set.open_flags.is_empty() {
        let list: Vec<String> = set.open_flags.iter().map(|open| format!("{} ({})", open.action, open.count)).collect();
        badge::banner(ui, Kind::Bad, &lang.with("orders-flags", &[("actions", Arg::Text(&list.join(", ")))]), "");
    }
    for (codes, kind, key) in [
        (&set.boosts_unexplained, Kind::Bad, "orders-boosts-unexplained"),
        (&set.talk_only, Kind::Warn, "orders-talk-only"),
    ] {
        if !codes.is_empty() {
            let actions = named(set, codes, lang);
            badge::banner(ui, kind, &lang.with(key, &[("actions", Arg::Text(&actions))]), "");
        }
    }
}

/// The actions named, where there are any.
fn named(set: &SetView, codes: &[String], lang: Lang) -> String {
    let name = |code: &String| {
        let line = set.lines.iter().find(|line| line.action == *code);
        line.map_or(code.clone(), |line| words::name(lang, &line.name_ru, line.name_en.as_deref()).to_owned())
    };
    codes.iter().map(name).collect::<Vec<String>>().join(", ")
}

/// One sentence on what the set changes.
fn summary(ui: &mut Ui, lang: Lang, set: &SetView) {
    let theme = Theme::of(ui);
    let changes: Vec<Option<f64>> =
        set.lines.iter().map(|line| words::change(line.weight_cmin, line.in_force_cmin)).collect();
    let count = |wanted: fn(f64) -> bool| changes.iter().flatten().filter(|change| wanted(**change)).count();
    let (up, down) = (count(|change| change >= 0.05), count(|change| change <= -0.05));
    let same = count(|change| change.abs() < 0.05);
    let new = changes.iter().filter(|change| change.is_none()).count();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::L;
        if new == changes.len() {
            ui.label(theme.quiet(lang.with("orders-all-new", &[("count", new.into())])));
            return;
        }
        for (count, icon, key) in [
            (up, icons::TREND_UP, "orders-up"),
            (down, icons::TREND_DOWN, "orders-down"),
            (same, icons::MINUS, "orders-same"),
            (new, icons::SPARKLE, "orders-new"),
        ] {
            if count > 0 {
                let text = lang.with(key, &[("count", count.into())]);
                ui.horizontal(|ui| {
                    ui.spacing_mut().item_spacing.x = space::XS;
                    ui.label(RichText::new(icon).color(theme.muted));
                    ui.label(theme.quiet(text));
                });
            }
        }
    });
}

fn steps(ui: &mut Ui, lang: Lang, view: &View<'_>, set: &SetView, may: bool, ready: bool, form: &mut Form) {
    if !may {
        return;
    }
    let key = OPEN.key_text(ui.ctx(), &|_| None);
    let row = egui::vec2(ui.available_width(), measure::PRIMARY);
    ui.allocate_ui_with_layout(row, egui::Layout::right_to_left(egui::Align::Center), |ui| {
        let (word, why) = (lang.t("orders-approve"), lang.t("orders-not-ready"));
        let button = Button::primary(&word).icon(icons::SEAL_CHECK).key(&key).enabled(ready);
        let button = if ready { button } else { button.tooltip(&why) };
        if button.show(ui).clicked() {
            form.dialog = Some(Dialog::Approve(Approval::new(lang, view.book, set)));
        }
        let word = lang.t("orders-return");
        let button = Button::secondary(&word).icon(icons::ARROW_BEND_UP_LEFT).height(measure::PRIMARY);
        if button.show(ui).clicked() {
            form.dialog = Some(Dialog::Return(Return::new(set.set)));
        }
    });
}

/// The norms of a set; with what they change of the set in force, where that is asked for.
pub fn lines(ui: &mut Ui, lang: Lang, name: &str, set: &SetView, compare: bool, height: f32, row: &mut Option<usize>) {
    let titles = [
        "orders-col-action",
        "orders-col-basis",
        "orders-col-norm",
        "orders-col-boost",
        "orders-col-weight",
        "orders-col-before",
        "orders-col-change",
    ];
    let [action, basis, norm, boost, weight, before, change] = titles.map(|title| lang.t(title));
    let all = [
        Head { width: table::Width::Fill(160.0), ..Head::text(&action) },
        Head::text(&basis).exact(100.0),
        Head::number(&norm, 64.0),
        Head::number(&boost, 44.0),
        Head::number(&weight, 60.0),
        Head::number(&before, 64.0),
        Head::number(&change, 68.0),
    ];
    let lines = &set.lines;
    let heads = if compare { all.as_slice() } else { all.get(..5).unwrap_or(&all) };
    Table::new(name, heads).height(height).show(ui, lines.len(), row, |ui, place, column| {
        let Some(line) = lines.get(place) else { return };
        cell(ui, lang, set, line, column);
    });
}

fn cell(ui: &mut Ui, lang: Lang, set: &SetView, line: &LineView, column: usize) {
    match column {
        0 => table::text(ui, words::name(lang, &line.name_ru, line.name_en.as_deref())),
        1 => basis(ui, lang, set, line),
        2 => table::number(ui, &lang.minutes(line.norm_cmin)),
        3 if line.boost_bp == BasisPoints::ONE => table::number(ui, ""),
        3 => table::number(ui, &words::factor(lang, line.boost_bp))
            .on_hover_text(line.boost_reason.clone().unwrap_or_default()),
        4 => table::number(ui, &lang.minutes(line.weight_cmin)),
        5 => table::number(ui, &line.in_force_cmin.map_or_else(|| "—".to_owned(), |before| lang.minutes(before))),
        _ => match words::change(line.weight_cmin, line.in_force_cmin) {
            Some(change) => table::number(ui, &words::signed_per_cent(lang, change)),
            None => table::number(ui, &lang.t("orders-col-new")),
        },
    };
}

/// What a norm rests on: how many observations, or the word for another basis; of a talk-only norm that it is one.
fn basis(ui: &mut Ui, lang: Lang, set: &SetView, line: &LineView) -> egui::Response {
    let count = line.regular_count + line.hard_count;
    let (kind, icon, word) = words::basis(lang, line, set);
    ui.spacing_mut().item_spacing.x = space::XS;
    ui.label(RichText::new(icon).size(size::BODY).color(Theme::of(ui).ink(kind)));
    let measured = line.study.is_some() && kind == Kind::Neutral;
    let word = if measured { lang.with("orders-observations", &[("count", count.into())]) } else { word };
    table::quiet(ui, &word).on_hover_text(line.reason.clone().unwrap_or_default())
}
