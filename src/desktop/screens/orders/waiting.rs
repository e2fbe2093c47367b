//! A set that waits for the director: who submitted it and why, whether it may be approved, and what it changes.

use egui::{RichText, Ui};

use super::Form;
use super::approve::{Approval, Return};
use crate::desktop::icons;
use crate::desktop::keys::{self, ActionInfo};
use crate::desktop::screens::norms::{layout, words};
use crate::desktop::theme::{Kind, Theme, measure, space};
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::table::{self, Head, Table};
use crate::desktop::widgets::{badge, card};
use crate::domain::units::BasisPoints;
use crate::locale::{Arg, Lang};
use crate::views::norms::{LineView, OrdersView, SetView};
use crate::views::people::MeView;

const OPEN: ActionInfo<()> = ActionInfo::new((), "orders-approve", icons::SEAL_CHECK).command(egui::Key::Enter);

/// Draws the set and, for who may approve, the two ways on.
pub fn show(ui: &mut Ui, lang: Lang, orders: &OrdersView, set: &SetView, me: &MeView, form: &mut Form) {
    let may = me.may.orders_approve;
    let ready = set.missing.is_empty() && set.open_flags.is_empty();
    let dialog = form.approval.is_some() || form.returning.is_some();
    if may && ready && !dialog && keys::is_pressed(ui.ctx(), &OPEN) {
        form.approval = Some(Approval::new(lang, orders, set));
    }
    let room = layout::titled_room(ui);
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
            facts(ui, lang, set);
            checks(ui, lang, set);
            summary(ui, lang, set);
            let foot = if may { measure::PRIMARY + space::M } else { 0.0 };
            let left = bottom - ui.cursor().top() - foot;
            lines(ui, lang, &lang.t("orders-table"), &set.lines, true, left.max(5.0 * measure::ROW), &mut form.row);
            if may {
                ui.add_space((bottom - ui.cursor().top() - measure::PRIMARY).max(0.0));
                steps(ui, lang, orders, set, ready, form);
            }
        },
    );
}

fn facts(ui: &mut Ui, lang: Lang, set: &SetView) {
    let by = set.submitted_by.as_ref().map_or("—", |person| person.name.as_str());
    let allowance =
        lang.with("orders-allowance-value", &[("share", Arg::Text(&words::per_cent(lang, set.allowance_bp)))]);
    card::columns(ui, 3, |columns| {
        let facts = [
            ("orders-department", set.department.name.as_str()),
            ("orders-submitted-by", by),
            ("orders-allowance", &allowance),
        ];
        for (column, (label, value)) in columns.iter_mut().zip(facts) {
            layout::fact(column, &lang.t(label), value);
        }
    });
    if let Some(grounds) = &set.grounds {
        layout::fact(ui, &lang.t("orders-grounds"), grounds);
    }
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

fn steps(ui: &mut Ui, lang: Lang, orders: &OrdersView, set: &SetView, ready: bool, form: &mut Form) {
    let key = OPEN.key_text(ui.ctx(), &|_| None);
    let row = egui::vec2(ui.available_width(), measure::PRIMARY);
    ui.allocate_ui_with_layout(row, egui::Layout::right_to_left(egui::Align::Center), |ui| {
        let (word, why) = (lang.t("orders-approve"), lang.t("orders-not-ready"));
        let button = Button::primary(&word).icon(icons::SEAL_CHECK).key(&key).enabled(ready);
        let button = if ready { button } else { button.tooltip(&why) };
        if button.show(ui).clicked() {
            form.approval = Some(Approval::new(lang, orders, set));
        }
        if Button::secondary(&lang.t("orders-return"))
            .icon(icons::ARROW_BEND_UP_LEFT)
            .height(measure::PRIMARY)
            .show(ui)
            .clicked()
        {
            form.returning = Some(Return::new(set.set));
        }
    });
}

/// The norms of a set; with what they change of the set in force, where that is asked for.
pub fn lines(
    ui: &mut Ui,
    lang: Lang,
    name: &str,
    lines: &[LineView],
    compare: bool,
    height: f32,
    row: &mut Option<usize>,
) {
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
        Head { width: table::Width::Fill(168.0), ..Head::text(&action) },
        Head::number(&basis, 96.0),
        Head::number(&norm, 64.0),
        Head::number(&boost, 44.0),
        Head::number(&weight, 60.0),
        Head::number(&before, 64.0),
        Head::number(&change, 68.0),
    ];
    let heads = if compare { all.as_slice() } else { all.get(..5).unwrap_or(&all) };
    Table::new(name, heads).height(height).show(ui, lines.len(), row, |ui, place, column| {
        let Some(line) = lines.get(place) else { return };
        cell(ui, lang, line, column);
    });
}

fn cell(ui: &mut Ui, lang: Lang, line: &LineView, column: usize) {
    match column {
        0 => table::text(ui, words::name(lang, &line.name_ru, line.name_en.as_deref())),
        1 => basis(ui, lang, line),
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

/// What a norm rests on: how many observations, or the word for another basis.
fn basis(ui: &mut Ui, lang: Lang, line: &LineView) -> egui::Response {
    let count = line.regular_count + line.hard_count;
    if line.study.is_some() {
        return table::number(ui, &lang.with("orders-observations", &[("count", count.into())]));
    }
    let response = table::number(ui, &lang.t(&format!("basis-{}", line.basis.as_str())));
    response.on_hover_text(line.reason.clone().unwrap_or_default())
}
