//! The list of sets: name, department, where each stands, and its order.

use egui::Ui;

use super::{Form, words};
use crate::desktop::action::Action;
use crate::desktop::theme::measure;
use crate::desktop::widgets::table::{self, Head, Table};
use crate::desktop::widgets::{badge, card, ink};
use crate::locale::{Arg, Lang};
use crate::views::norms::{SetBrief, SetsView};

/// How many rows show before the list scrolls.
const ROWS: usize = 4;

/// Draws the list.
pub fn show(ui: &mut Ui, lang: Lang, sets: &SetsView, form: &mut Form, actions: &mut Vec<Action>) {
    let titles = [
        "norms-col-set",
        "norms-col-department",
        "norms-col-norms",
        "norms-col-order",
        "norms-col-effective",
        "norms-col-state",
    ];
    let [name, department, norms, order, effective, state] = titles.map(|key| lang.t(key));
    let heads = [
        Head { width: table::Width::Fill(200.0), ..Head::text(&name) },
        Head::text(&department).exact(104.0),
        Head::number(&norms, 88.0),
        Head::text(&order).exact(104.0),
        Head::text(&effective).exact(112.0),
        Head::text(&state).exact(208.0),
    ];
    card::card(ui, "", |ui| {
        let height = measure::ROW * ink::px(sets.sets.len().min(ROWS) + 1);
        let before = form.set_row;
        let mut row = before;
        Table::new(&lang.t("norms-list"), &heads).height(height).show(
            ui,
            sets.sets.len(),
            &mut row,
            |ui, place, column| {
                if let Some(brief) = sets.sets.get(place) {
                    cell(ui, lang, brief, column);
                }
            },
        );
        if row != before
            && let Some(brief) = row.and_then(|row| sets.sets.get(row))
        {
            form.choose(brief.set, actions);
        }
    });
}

fn cell(ui: &mut Ui, lang: Lang, brief: &SetBrief, column: usize) {
    match column {
        0 => table::text(ui, &brief.name),
        1 => table::quiet(ui, &brief.department),
        2 => table::number(ui, &lang.whole(i64::try_from(brief.lines).unwrap_or(i64::MAX))),
        3 => table::text(
            ui,
            &brief
                .order
                .as_ref()
                .map_or_else(String::new, |number| lang.with("orders-number", &[("number", Arg::Text(number))])),
        ),
        4 => table::text(ui, &brief.effective.map_or_else(String::new, |day| lang.date(day))),
        _ => {
            let (kind, icon, word) = words::state(brief.state);
            badge::badge_with(ui, kind, icon, &lang.t(&word))
        }
    };
}
