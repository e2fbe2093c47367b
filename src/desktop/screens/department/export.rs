//! The department's month as files: all of it as a workbook, as `norma export … kpi` writes it, or the table on screen as CSV.

use std::sync::Arc;

use super::{Page, View};
use crate::desktop::action::{Action, Document};
use crate::documents::department as sheets;
use crate::documents::table::{Table, workbook};
use crate::locale::Lang;
use crate::views::kpi::KpiView;
use crate::views::tasks::{IndicatorsView, TasksView};

/// Whether all that a file holds is here.
pub(super) fn is_ready(view: &View<'_>, page: Page, csv: bool) -> bool {
    if csv { page != Page::Indicators || view.indicators.is_some() } else { of_month(view).is_some() }
}

/// The file, where all that it holds is here.
pub(super) fn document(lang: Lang, view: &View<'_>, page: Page, csv: bool) -> Option<Action> {
    let shown = view.department;
    if !shown.may_export {
        return None;
    }
    let code = shown.department.as_ref().map_or("all", |named| named.code.as_str());
    let code: String = code.chars().map(|letter| if letter.is_alphanumeric() { letter } else { '-' }).collect();
    let (sheet, content): (&str, Vec<Table>) = if csv {
        match page {
            Page::People => ("month", vec![sheets::month(shown, None)]),
            Page::Links => ("links", vec![sheets::links(shown, None)]),
            Page::Indicators => ("indicators", vec![sheets::indicators(view.indicators?, None)]),
        }
    } else {
        ("department", tables(view, lang)?)
    };
    let file = format!("{sheet}_{code}_{}.{}", shown.month, if csv { "csv" } else { "xlsx" });
    let make = move || match content.as_slice() {
        [table] if csv => table.csv().map_err(|error| error.to_string()),
        tables => workbook(tables).map_err(|error| error.to_string()),
    };
    Some(Action::Save(Document { file, make: Arc::new(make) }))
}

/// What a workbook holds beside the department's month, once all of it is here and of that month.
fn of_month<'a>(view: &View<'a>) -> Option<(&'a KpiView, &'a TasksView, &'a IndicatorsView)> {
    let month = view.department.month;
    let days = view.days.filter(|days| days.month == month.to_string())?;
    let indicators = view.indicators.filter(|one| one.month == month)?;
    Some((days, view.tasks?, indicators))
}

/// Every sheet of the workbook.
fn tables(view: &View<'_>, lang: Lang) -> Option<Vec<Table>> {
    let words = Some(lang);
    let (days, tasks, indicators) = of_month(view)?;
    Some(vec![
        sheets::month(view.department, words),
        sheets::days(days, words),
        sheets::links(view.department, words),
        sheets::tasks(tasks, words),
        sheets::indicators(indicators, words),
    ])
}
