//! A department's month as tables: everybody's figures, days, links, tasks and indicators, a sheet a view.
//!
//! CSV is for programs: its titles are codes that stay; a workbook is for people: its titles are words.

use super::table::{Cell, Table};
use crate::domain::units::{BasisPoints, CentiMinutes};
use crate::locale::Lang;
use crate::views::department::{DepartmentPerson, DepartmentView};
use crate::views::kpi::KpiView;
use crate::views::tasks::{IndicatorsView, TaskView, TasksView};

/// The sheets, in the order in which a workbook has them.
pub const SHEETS: [&str; 5] = ["month", "days", "links", "tasks", "indicators"];

fn table(sheet: &str, columns: &[&str], rows: Vec<Vec<Cell>>, words: Option<Lang>) -> Table {
    let title =
        |code: &&str| words.map_or_else(|| (*code).to_owned(), |lang| lang.t(&format!("department-head-{code}")));
    let name = words.map_or_else(|| sheet.to_owned(), |lang| lang.t(&format!("department-sheet-{sheet}")));
    Table { name, heads: columns.iter().map(title).collect(), rows }
}

fn minutes(value: Option<CentiMinutes>) -> Cell {
    value.map_or(Cell::Empty, |value| Cell::Hundredths(value.0))
}

fn percent(value: Option<BasisPoints>) -> Cell {
    value.map_or(Cell::Empty, |value| Cell::Hundredths(value.0))
}

fn hundredths(value: Option<i64>) -> Cell {
    value.map_or(Cell::Empty, Cell::Hundredths)
}

fn word(key: &str, code: &str, words: Option<Lang>) -> Cell {
    Cell::from(words.map_or_else(|| code.to_owned(), |lang| lang.t(&format!("{key}-{code}"))))
}

/// A row a person: the month's figures.
#[must_use]
pub fn month(view: &DepartmentView, words: Option<Lang>) -> Table {
    let columns = [
        "employee",
        "name",
        "department",
        "position",
        "kpi_min",
        "open_min",
        "plan_min",
        "plan_to_date_min",
        "pace_percent",
        "forecast_min",
        "forecast_low_min",
        "forecast_high_min",
        "worked_min",
        "measured_min",
        "decisions",
        "measured_per_hour_min",
        "decisions_per_hour",
        "tickets",
        "away_min",
        "downtime_min",
        "covers_min",
        "covered_by_min",
        "unprocessed",
        "tasks_open",
        "tasks_overdue",
    ];
    table("month", &columns, view.people.iter().map(month_row).collect(), words)
}

fn month_row(one: &DepartmentPerson) -> Vec<Cell> {
    let (forecast, work) = (one.forecast.as_ref(), one.efficiency.as_ref());
    vec![
        Cell::from(one.person.as_str()),
        Cell::from(one.name.as_str()),
        Cell::from(one.department.clone()),
        Cell::from(one.position.clone()),
        Cell::Hundredths(one.kpi_cmin.0),
        Cell::Hundredths(one.provisional_cmin.0),
        minutes(one.plan_cmin),
        minutes(one.plan_to_date_cmin),
        percent(one.pace_bp),
        minutes(forecast.map(|forecast| forecast.forecast_cmin)),
        minutes(forecast.and_then(|forecast| forecast.low_cmin)),
        minutes(forecast.and_then(|forecast| forecast.high_cmin)),
        minutes(work.map(|work| work.worked_cmin)),
        minutes(work.map(|work| work.measured_cmin)),
        work.map_or(Cell::Empty, |work| Cell::Whole(work.decisions)),
        minutes(work.and_then(|work| work.measured_per_hour_cmin)),
        hundredths(work.and_then(|work| work.decisions_per_hour_hundredths)),
        Cell::Whole(one.tickets),
        Cell::Hundredths(one.away.iter().map(|kind| kind.minutes_cmin.0).sum()),
        Cell::Hundredths(one.downtime_cmin.0),
        Cell::Hundredths(one.covers_cmin.0),
        Cell::Hundredths(one.covered_by_cmin.0),
        Cell::Whole(one.unprocessed),
        Cell::Whole(one.tasks.open),
        Cell::Whole(one.tasks.overdue),
    ]
}

/// A row a person and day.
#[must_use]
pub fn days(view: &KpiView, words: Option<Lang>) -> Table {
    let columns = ["employee", "name", "date", "kpi_min", "plan_min", "measured_min", "tickets"];
    let mut rows = Vec::new();
    for one in &view.employees {
        for day in &one.days {
            rows.push(vec![
                Cell::from(one.code.as_str()),
                Cell::from(one.name.as_str()),
                Cell::from(words.map_or_else(|| day.date.to_string(), |lang| lang.date(day.date))),
                Cell::Hundredths(day.kpi_cmin.0),
                minutes(day.plan_cmin),
                Cell::Hundredths(day.measured_cmin.0),
                Cell::Whole(day.tickets),
            ]);
        }
    }
    table("days", &columns, rows, words)
}

/// A row a person: where one stands against chance.
#[must_use]
pub fn links(view: &DepartmentView, words: Option<Lang>) -> Table {
    let row = |one: &DepartmentPerson| {
        let standing = serde_json::to_value(one.link.standing).ok();
        let standing = standing.as_ref().and_then(serde_json::Value::as_str).unwrap_or_default().to_owned();
        vec![
            Cell::from(one.person.as_str()),
            Cell::from(one.name.as_str()),
            Cell::Whole(one.link.days),
            Cell::from(one.link.ratio),
            word("standing", &standing, words),
        ]
    };
    let columns = ["employee", "name", "days", "ratio", "standing"];
    table("links", &columns, view.people.iter().map(row).collect(), words)
}

/// A row a task.
#[must_use]
pub fn tasks(view: &TasksView, words: Option<Lang>) -> Table {
    let row = |task: &TaskView| {
        vec![
            Cell::from(task.person.as_str()),
            Cell::from(task.name.as_str()),
            Cell::from(task.title.as_str()),
            Cell::from(words.map_or_else(|| task.due.to_string(), |lang| lang.date(task.due))),
            word("task-state", &task.state, words),
            minutes(task.kpi_cmin),
        ]
    };
    let all = view.now.iter().chain(&view.later).chain(&view.to_accept).chain(&view.finished);
    table("tasks", &["employee", "name", "task", "due", "state", "kpi_min"], all.map(row).collect(), words)
}

/// A row an indicator and person; the department's own value first.
#[must_use]
pub fn indicators(view: &IndicatorsView, words: Option<Lang>) -> Table {
    let mut rows = Vec::new();
    for one in &view.indicators {
        let named = match words {
            Some(Lang::Ru) => one.definition.name_ru.as_str(),
            Some(Lang::En) => one.definition.name_en.as_str(),
            None => one.indicator.as_str(),
        };
        for value in std::iter::once(&one.all).chain(&one.people) {
            let met = value.met.map(|met| if met { "yes" } else { "no" });
            rows.push(vec![
                Cell::from(named),
                Cell::from(value.person.clone()),
                Cell::from(value.name.as_str()),
                Cell::Whole(value.numerator),
                Cell::Whole(value.denominator),
                hundredths(value.value_hundredths),
                hundredths(value.target.map(|target| target.value_hundredths)),
                met.map_or(Cell::Empty, |met| word("answer", met, words)),
            ]);
        }
    }
    let columns = ["indicator", "employee", "name", "numerator", "denominator", "value", "target", "met"];
    table("indicators", &columns, rows, words)
}
