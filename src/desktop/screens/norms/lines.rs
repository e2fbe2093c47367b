//! The table of a set: an action a row, how its norm came about, what it weighs, and how that differs from the set in force.
//!
//! In a draft the actions without a norm stand first, as they keep the set from being submitted; Enter opens a row.

use egui::Ui;

use super::edit::Line;
use super::{Dialog, Form, words};
use crate::desktop::theme::{Kind, measure};
use crate::desktop::widgets::table::{self, Head, Table, Width};
use crate::desktop::widgets::{badge, ink};
use crate::domain::units::BasisPoints;
use crate::locale::{Arg, Lang};
use crate::views::norms::{ActionsView, LineView, SetView};

/// Draws the table.
pub fn show(
    ui: &mut Ui,
    lang: Lang,
    set: &SetView,
    catalogue: &ActionsView,
    draft: bool,
    form: &mut Form,
    height: f32,
) {
    let titles = [
        "norms-col-action",
        "norms-col-observations",
        "norms-col-excluded",
        "norms-col-basis",
        "norms-col-allowance",
        "norms-col-norm",
        "norms-col-boost",
        "norms-col-weight",
        "norms-col-change",
    ];
    let [action, observations, excluded, basis, allowance, norm, boost, weight, change] = titles.map(|key| lang.t(key));
    let heads = [
        Head { width: Width::Fill(152.0), ..Head::text(&action) },
        Head::number(&observations, 84.0),
        Head::number(&excluded, 48.0),
        Head::text(&basis).exact(120.0),
        Head::number(&allowance, 88.0),
        Head::number(&norm, 96.0),
        Head::number(&boost, 48.0),
        Head::number(&weight, 64.0),
        Head::number(&change, 104.0),
    ];
    let missing: &[String] = if draft { &set.missing } else { &[] };
    let rows = set.lines.len() + missing.len();
    let most = measure::ROW * ink::px(rows + 1);
    let table = Table::new("norms-lines", &heads);
    let name = lang.with("norms-table", &[("set", Arg::Text(&set.name))]);
    let table = Table { name: &name, ..table }.height(height.min(most));
    let outcome = table.show(ui, rows, &mut form.line_row, |ui, row, column| match missing.get(row) {
        Some(code) => empty(ui, lang, catalogue, code, column),
        None => {
            if let Some(line) = row.checked_sub(missing.len()).and_then(|place| set.lines.get(place)) {
                cell(ui, lang, line, set.allowance_bp, column);
            }
        }
    });
    if let Some(row) = outcome.opened.filter(|_| draft && form.dialog.is_none()) {
        let line = || set.lines.get(row.checked_sub(missing.len())?).map(|line| &line.action);
        let code = missing.get(row).or_else(line);
        if let Some(code) = code {
            form.dialog = Some(Dialog::Line(Line::new(lang, set, code)));
        }
    }
}

fn cell(ui: &mut Ui, lang: Lang, line: &LineView, of_set: BasisPoints, column: usize) {
    match column {
        0 => table::text(ui, words::name(lang, &line.name_ru, line.name_en.as_deref())),
        1 if line.hard_count > 0 => {
            let response =
                table::number(ui, &format!("{} + {}", lang.whole(line.regular_count), lang.whole(line.hard_count)));
            response.on_hover_text(lang.with(
                "norms-observations-hint",
                &[("regular", line.regular_count.into()), ("hard", line.hard_count.into())],
            ))
        }
        1 if line.regular_count == 0 => table::number(ui, ""),
        1 => table::number(ui, &lang.whole(line.regular_count)),
        2 if line.excluded_count == 0 => table::number(ui, ""),
        2 => table::number(ui, &lang.whole(line.excluded_count)),
        3 => {
            let response = table::quiet(ui, &lang.t(&format!("basis-{}", line.basis.as_str())));
            match &line.reason {
                Some(reason) => response.on_hover_text(reason),
                None => response,
            }
        }
        4 => {
            let measured = line.study.is_some();
            let share = line.allowance_bp.unwrap_or(of_set);
            table::number(ui, &if measured { words::per_cent(lang, share) } else { String::new() })
        }
        5 => table::number(ui, &lang.minutes(line.norm_cmin)),
        6 if line.boost_bp == BasisPoints::ONE => table::number(ui, ""),
        6 => table::number(ui, &words::factor(lang, line.boost_bp))
            .on_hover_text(line.boost_reason.clone().unwrap_or_default()),
        7 => table::number(ui, &lang.minutes(line.weight_cmin)),
        _ => match words::change(line.weight_cmin, line.in_force_cmin) {
            Some(change) => table::number(ui, &words::signed_per_cent(lang, change)),
            None => table::number(ui, "—"),
        },
    };
}

/// An action that has no norm yet.
fn empty(ui: &mut Ui, lang: Lang, catalogue: &ActionsView, code: &str, column: usize) {
    match column {
        0 => {
            let action = catalogue.actions.iter().find(|action| action.code == code);
            table::text(
                ui,
                action.map_or(code, |action| words::name(lang, &action.name_ru, action.name_en.as_deref())),
            );
        }
        3 => {
            badge::badge(ui, Kind::Warn, &lang.t("norms-no-norm"));
        }
        _ => {}
    }
}
