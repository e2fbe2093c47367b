//! A calendar file coming in: what it would add, change and take away, before anything is taken.

use egui::Ui;

use super::primary;
use super::year::kind_key;
use crate::desktop::screens::norms::layout;
use crate::desktop::theme::{Kind, measure};
use crate::desktop::widgets::table::{self, Head, Table};
use crate::desktop::widgets::{badge, ink};
use crate::domain::calendar::CalendarDay;
use crate::floor::command::{CalendarAdd, CalendarCommand, Command};
use crate::intake::Plan;
use crate::locale::{Arg, Lang};
use crate::views::calendar::CalendarView;

/// How many rows stand without scrolling.
const ROWS: usize = 9;

/// A file coming in.
#[derive(Debug)]
pub(super) struct Take {
    name: String,
    plan: Plan,
    row: Option<usize>,
    /// Why the floor refused.
    pub error: String,
}

impl Take {
    pub fn new(name: String, plan: Plan) -> Self {
        Self { name, plan, row: None, error: String::new() }
    }

    pub fn title(&self, lang: Lang) -> String {
        lang.with("catalogue-take-title", &[("file", Arg::Text(&self.name))])
    }

    fn add(&self) -> Option<&CalendarAdd> {
        self.plan.chunks.iter().find_map(|command| match command {
            Command::Calendar(CalendarCommand::CalendarAdd(add)) => Some(add),
            _ => None,
        })
    }

    /// The command that takes the calendar in; none where a row was refused.
    pub fn command(&mut self) -> Option<CalendarAdd> {
        self.error.clear();
        self.add().cloned()
    }
}

/// A row of the difference.
struct Row {
    kind: Kind,
    what: &'static str,
    day: String,
    text: String,
}

fn said(lang: Lang, day: &CalendarDay) -> String {
    let kind = lang.t(kind_key(day.kind));
    let swap = day.swapped_with.map(|other| lang.with("day-swapped", &[("day", Arg::Text(&lang.date(other)))]));
    let parts = [Some(kind), day.name.clone(), swap];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// What differs from the calendar of the same code, where that is the year on screen; else every day is added.
fn rows(lang: Lang, take: &Take, known: &[CalendarDay]) -> Vec<Row> {
    let refused = take.plan.refused.iter().map(|row| {
        let details: Vec<(&str, Arg<'_>)> =
            row.details.iter().map(|(name, value)| (name.as_str(), Arg::Text(value))).collect();
        Row {
            kind: Kind::Bad,
            what: "catalogue-row-refused",
            day: lang.with("catalogue-row-line", &[("line", Arg::Text(&row.line.to_string()))]),
            text: lang.refusal_text(row.code.as_str(), &row.reason, &details),
        }
    });
    let mut all: Vec<Row> = refused.collect();
    let days = take.add().map(|add| add.days.as_slice()).unwrap_or_default();
    for day in days {
        let (kind, what) = match known.iter().find(|one| one.date == day.date) {
            Some(same) if same == day => continue,
            Some(_) => (Kind::Accent, "catalogue-row-changed"),
            None => (Kind::Ok, "catalogue-row-added"),
        };
        all.push(Row { kind, what, day: lang.date(day.date), text: said(lang, day) });
    }
    for day in known.iter().filter(|one| !days.is_empty() && days.iter().all(|day| day.date != one.date)) {
        all.push(Row { kind: Kind::Warn, what: "calendar-row-gone", day: lang.date(day.date), text: said(lang, day) });
    }
    all
}

/// Draws the dialog's body; says whether its button was pressed.
pub(super) fn body(ui: &mut Ui, lang: Lang, calendar: Option<&CalendarView>, take: &mut Take, busy: bool) -> bool {
    let code = take.add().map(|add| add.code.to_string());
    let layer = calendar.and_then(|view| view.layers.iter().find(|layer| Some(&layer.code) == code.as_ref()));
    let known = layer.map(|layer| layer.days.as_slice()).unwrap_or_default();
    let rows = rows(lang, take, known);
    match (&code, take.add()) {
        (Some(code), Some(add)) => {
            let named = [("code", Arg::Text(code)), ("count", add.days.len().into())];
            let key = if layer.is_some() { "calendar-take-amends" } else { "calendar-take-adds" };
            layout::quiet(ui, &lang.with(key, &named));
        }
        _ => layout::quiet(ui, &lang.t("calendar-take-refused")),
    }
    if rows.is_empty() {
        layout::quiet(ui, &lang.t("catalogue-no-difference"));
    } else {
        let [what, day, text, name] =
            ["catalogue-diff-what", "calendar-field-date", "calendar-field-kind", "calendar-take-table"]
                .map(|key| lang.t(key));
        let heads = [Head::text(&what).exact(136.0), Head::text(&day).exact(112.0), Head::text(&text)];
        let height = measure::ROW * ink::px(rows.len().min(ROWS) + 1);
        Table::new(&name, &heads).height(height).takes_arrows().show(
            ui,
            rows.len(),
            &mut take.row,
            |ui, row, column| {
                let Some(row) = rows.get(row) else { return };
                match column {
                    0 => drop(badge::badge(ui, row.kind, &lang.t(row.what))),
                    1 => drop(table::text(ui, &row.day)),
                    _ => drop(table::text(ui, &row.text)),
                }
            },
        );
    }
    if !take.error.is_empty() {
        badge::banner(ui, Kind::Bad, &take.error, "");
    }
    let nothing = take.add().is_none() || rows.is_empty();
    primary(ui, &lang.t("calendar-take"), busy || nothing)
}
