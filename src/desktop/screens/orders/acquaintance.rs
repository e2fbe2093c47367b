//! The acquaintance sheet of an order: who has acknowledged it and when, who late, and who not yet.

use egui::Ui;

use super::View;
use crate::desktop::icons;
use crate::desktop::screens::norms::{layout, words};
use crate::desktop::theme::{Kind, measure, space};
use crate::desktop::widgets::table::{self, Head, Table, Width};
use crate::desktop::widgets::{badge, state};
use crate::locale::{Arg, Lang};
use crate::views::norms::OrderView;
use crate::views::pilot::Acquainted;

/// Draws the sheet down to `bottom`.
pub(super) fn show(ui: &mut Ui, lang: Lang, view: &View<'_>, order: &OrderView, bottom: f32, row: &mut Option<usize>) {
    let Some(sheet) = view.acquaintance.filter(|sheet| sheet.number == order.number) else {
        if view.me.may.pilot {
            state::loading(ui, &lang.t("orders-loading"), 8);
        }
        return;
    };
    if sheet.people.is_empty() {
        let (title, text) = (lang.t("acquaintance-nobody"), lang.t("acquaintance-nobody-text"));
        let empty = state::Empty { icon: icons::USERS, title: &title, text: &text, ..state::Empty::default() };
        state::empty(ui, &empty);
        return;
    }
    // Who has not comes first: that is what the director does something about.
    let mut people: Vec<&Acquainted> = sheet.people.iter().collect();
    people.sort_by_key(|one| (one.at.is_some(), one.name.clone()));
    let all = i64::try_from(people.len()).unwrap_or(i64::MAX);
    let named = [("known", Arg::Count(all - sheet.missing)), ("all", Arg::Count(all))];
    if sheet.missing == 0 {
        badge::banner(ui, Kind::Ok, &lang.with("acquaintance-all", &named), "");
    } else {
        let text = lang.with("acquaintance-missing", &[("count", Arg::Count(sheet.missing))]);
        badge::banner(ui, Kind::Warn, &text, "");
    }
    layout::caption(ui, &lang.t("acquaintance-note"));
    let titles =
        ["acquaintance-col-person", "acquaintance-col-position", "acquaintance-col-at", "acquaintance-col-state"];
    let [person, position, at, state] = titles.map(|key| lang.t(key));
    let heads = [
        Head { width: Width::Fill(160.0), ..Head::text(&person) },
        Head { width: Width::Fill(120.0), ..Head::text(&position) },
        Head::text(&at).exact(136.0),
        Head::text(&state).exact(160.0),
    ];
    let left = (bottom - ui.cursor().top() - space::S).max(6.0 * measure::ROW);
    let name = lang.t("acquaintance-table");
    Table::new(&name, &heads).height(left).takes_arrows().show(ui, people.len(), row, |ui, place, column| {
        if let Some(one) = people.get(place) {
            cell(ui, lang, one, column);
        }
    });
}

fn cell(ui: &mut Ui, lang: Lang, one: &Acquainted, column: usize) {
    match column {
        0 => table::text(ui, &one.name),
        1 => table::quiet(ui, one.position.as_deref().unwrap_or_default()),
        2 => table::text(ui, &one.at.as_deref().map_or_else(String::new, |at| words::moment(lang, at))),
        _ => match (&one.at, one.late) {
            (Some(_), false) => badge::badge(ui, Kind::Ok, &lang.t("acquaintance-known")),
            (Some(_), true) => badge::badge_with(ui, Kind::Warn, icons::CLOCK, &lang.t("acquaintance-late")),
            (None, late) => {
                let kind = if late { Kind::Bad } else { Kind::Neutral };
                let word = lang.t(if late { "acquaintance-overdue" } else { "acquaintance-unknown" });
                badge::badge_with(ui, kind, icons::HOURGLASS_MEDIUM, &word)
            }
        },
    };
}
