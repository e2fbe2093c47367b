//! How each person keeps the days of their tasks in the running month: open, overdue, late of what was due, and what waits to be accepted.

use egui::Ui;

use super::{Form, Page, View, waits};
use crate::desktop::icons;
use crate::desktop::screens::norms::layout;
use crate::desktop::theme::measure;
use crate::desktop::widgets::table::{self, Head, Table, Width};
use crate::desktop::widgets::{card, state};
use crate::locale::{Arg, Lang};
use crate::views::department::DepartmentPerson;

/// Draws the page; says whether to ask once more.
pub(super) fn show(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form) -> bool {
    let Some(department) = view.department else { return waits(ui, lang, view.trouble) };
    let room = layout::titled_room(ui).max(6.0 * measure::ROW);
    let month = lang.month(department.month.first());
    let title = lang.with("work-people-title", &[("month", Arg::Text(&month))]);
    card::card(ui, &title, |ui| {
        ui.set_min_height(room);
        let mut people: Vec<&DepartmentPerson> = department.people.iter().collect();
        // Whoever needs a look stands first.
        people.sort_by_key(|one| std::cmp::Reverse((one.tasks.overdue, one.tasks.late, one.tasks.open)));
        if people.is_empty() {
            let (title, text) = (lang.t("work-people-empty"), lang.t("work-people-empty-text"));
            let icon = icons::USERS;
            state::empty(ui, &state::Empty { icon, title: &title, text: &text, ..state::Empty::default() });
            return;
        }
        layout::caption(ui, &lang.t("work-people-text"));
        let keys = ["person", "open", "today", "overdue", "to-accept", "due", "late", "share"];
        let titles = keys.map(|key| lang.t(&format!("work-people-{key}")));
        let heads: Vec<Head<'_>> = titles
            .iter()
            .enumerate()
            .map(|(place, title)| match place {
                0 => Head { width: Width::Fill(160.0), ..Head::text(title) },
                _ => Head::number(title, 92.0),
            })
            .collect();
        let name = lang.t("work-people-table");
        let table = Table::new(&name, &heads).height(room - measure::CONTROL).takes_arrows();
        let outcome = table.show(ui, people.len(), &mut form.people_row, |ui, place, column| {
            if let Some(one) = people.get(place) {
                cell(ui, lang, one, column);
            }
        });
        if let Some(one) = outcome.opened.and_then(|place| people.get(place)) {
            form.list.of_person(&one.person);
            form.page = Page::Tasks;
        }
    });
    false
}

fn cell(ui: &mut Ui, lang: Lang, one: &DepartmentPerson, column: usize) {
    let tasks = &one.tasks;
    let count = |count: i64| if count == 0 { "—".to_owned() } else { lang.whole(count) };
    match column {
        0 => drop(table::text(ui, &one.name)),
        1 => drop(table::number(ui, &count(tasks.open))),
        2 => drop(table::number(ui, &count(tasks.today))),
        3 => drop(table::number(ui, &count(tasks.overdue))),
        4 => drop(table::number(ui, &count(tasks.to_accept))),
        5 => drop(table::number(ui, &count(tasks.due))),
        6 => drop(table::number(ui, &count(tasks.late))),
        _ => {
            let share = tasks.late_bp.map_or_else(|| "—".to_owned(), |share| lang.per_cent(share));
            drop(table::number(ui, &share));
        }
    }
}
