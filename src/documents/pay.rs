//! The payroll as tables for the accountant: a row an account, and the minutes that are paid elsewhere.
//!
//! CSV is for programs: its titles are codes that stay; a workbook is for people: its titles are words.

use std::sync::OnceLock;

use chrono::NaiveDate;

use super::formula;
use super::table::{Cell, Table};
use crate::domain::absence::{AbsenceKind, shipped_kinds};
use crate::domain::units::{BasisPoints, CentiMinutes, Money};
use crate::locale::{Arg, Lang};
use crate::views::pay::{LineView, PayrollRow, PayrollView, StatementView};

/// The columns, in order.
const COLUMNS: [&str; 27] = [
    "employee",
    "name",
    "department",
    "position",
    "scheme",
    "rate",
    "salary",
    "norm_min",
    "plan_min",
    "own_absence_min",
    "caught_up_min",
    "not_made_up_min",
    "base_min",
    "kpi_min",
    "cover_given_min",
    "fixed",
    "kpi",
    "cover",
    "supplements",
    "percentages",
    "bonuses",
    "awards",
    "recalculation",
    "total",
    "left_plan_min",
    "downtime_min",
    "state",
];

fn heads(columns: &[&str], words: Option<Lang>) -> Vec<String> {
    let title = |code: &&str| {
        words.map_or_else(|| (*code).to_owned(), |lang| lang.t(&format!("pay-head-{}", code.replace('_', "-"))))
    };
    columns.iter().map(title).collect()
}

fn minutes(value: Option<CentiMinutes>) -> Cell {
    value.map_or(Cell::Empty, |value| Cell::Hundredths(value.0))
}

fn money(value: Option<Money>) -> Cell {
    value.map_or(Cell::Empty, |value| Cell::Hundredths(value.0))
}

/// A row an account. `words`: titles and states in this language instead of codes.
#[must_use]
pub fn payroll(view: &PayrollView, words: Option<Lang>) -> Table {
    let rows = view.rows.iter().map(|row| payroll_row(row, words)).collect();
    let name = words.map_or_else(|| view.month.to_string(), |lang| lang.month(view.month.first()));
    Table { name, heads: heads(&COLUMNS, words), rows }
}

fn payroll_row(row: &PayrollRow, words: Option<Lang>) -> Vec<Cell> {
    let figures = &row.figures;
    let sum = |minutes: &[CentiMinutes]| Cell::Hundredths(minutes.iter().map(|minutes| minutes.0).sum());
    let left: Vec<CentiMinutes> = row.left_plan.iter().map(|one| one.minutes_cmin).collect();
    let idle: Vec<CentiMinutes> = row.downtime.iter().map(|one| one.minutes_cmin).collect();
    let state = if row.locked { "locked" } else { "provisional" };
    vec![
        Cell::from(row.person.as_str()),
        Cell::from(row.name.as_str()),
        Cell::from(row.department.clone()),
        Cell::from(row.position.clone()),
        Cell::from(row.scheme.clone()),
        row.rate_bp.map_or(Cell::Empty, |BasisPoints(rate)| Cell::Hundredths(rate / 100)),
        money(row.salary_minor),
        minutes(figures.norm_cmin),
        minutes(figures.plan_cmin),
        minutes(figures.own_absence_cmin),
        minutes(figures.caught_up_cmin),
        minutes(figures.not_made_up_cmin),
        minutes(figures.base_cmin),
        Cell::Hundredths(figures.kpi_cmin.0),
        Cell::Hundredths(figures.cover_given_cmin.0),
        money(figures.fixed_minor),
        money(figures.kpi_minor),
        money(figures.cover_minor),
        money(Some(figures.supplements_minor)),
        money(Some(figures.percentages_minor)),
        money(Some(figures.bonuses_minor)),
        money(Some(figures.awards_minor)),
        money(Some(figures.recalculation_minor)),
        money(figures.total_minor),
        sum(&left),
        sum(&idle),
        Cell::from(words.map_or_else(|| state.to_owned(), |lang| lang.t(&format!("pay-state-{state}")))),
    ]
}

/// Minutes that left the plan, by employee and kind: paid elsewhere. `kinds` names a kind.
#[must_use]
pub fn paid_elsewhere(view: &PayrollView, lang: Lang, kinds: impl Fn(&str) -> String) -> Table {
    let mut rows = Vec::new();
    for row in &view.rows {
        let left = row.left_plan.iter().map(|one| (kinds(&one.kind), one.minutes_cmin));
        let idle = row.downtime.iter().map(|one| (lang.t(&format!("downtime-{}", one.cause)), one.minutes_cmin));
        for (kind, minutes) in left.chain(idle) {
            rows.push(vec![
                Cell::from(row.person.as_str()),
                Cell::from(row.name.as_str()),
                Cell::from(kind),
                Cell::Hundredths(minutes.0),
            ]);
        }
    }
    let heads = heads(&["employee", "name", "kind", "minutes"], Some(lang));
    Table { name: lang.t("pay-sheet-elsewhere"), heads, rows }
}

/// What a line of a statement is for, in words.
#[must_use]
pub fn line_title(line: &LineView, lang: Lang) -> String {
    let kind = lang.t(&format!("pay-line-{}", line.kind));
    let about = match (line.kind.as_str(), line.month) {
        ("recalculation", Some(month)) => {
            let month = lang.month(month.first());
            match &line.name {
                Some(name) => format!("{month}, {}", lang.t(&format!("deduction-{name}"))),
                None => month,
            }
        }
        ("cover", _) => line.colleague_name.clone().unwrap_or_default(),
        _ => line.name.clone().unwrap_or_default(),
    };
    if about.is_empty() { kind } else { format!("{kind}: {about}") }
}

/// Which state a month or statement is in, in words. `state`: `provisional` or `locked`.
#[must_use]
pub fn state_words(state: &str, closed_through: Option<NaiveDate>, lang: Lang) -> String {
    match (state, closed_through) {
        ("locked", _) => lang.t("pay-state-locked"),
        (_, Some(day)) => lang.with("pay-state-through", &[("day", Arg::Text(&lang.date(day)))]),
        (_, None) => lang.t("pay-state-none"),
    }
}

/// A statement's lines for a file, those of other departments below. `words`: titles and exact sums in this language
/// instead of codes and fractions; how a line comes about is written in words either way.
#[must_use]
pub fn statement_lines(view: &StatementView, words: Option<Lang>) -> Table {
    let exact = if words.is_some() { "exact" } else { "exact_kopecks" };
    let codes = ["department", "line", "about", "minutes", "formula", exact, "amount"];
    let mut rows = Vec::new();
    for account in std::iter::once(&view.account).chain(&view.other_accounts) {
        rows.extend(account.lines.iter().map(|line| {
            let kind = words.map_or_else(|| line.kind.clone(), |lang| lang.t(&format!("pay-line-{}", line.kind)));
            let month = line.month.map(|month| match words {
                Some(lang) => lang.month(month.first()),
                None => month.to_string(),
            });
            let (how, exact) = match words {
                Some(lang) => (formula::sentence(lang, account, line), formula::exact(lang, line)),
                None => (formula::steps(Lang::En, account, line).join("; "), line.exact.clone()),
            };
            vec![
                Cell::from(account.department.clone()),
                Cell::from(kind),
                Cell::from(line.colleague_name.clone().or(month).or(line.name.clone())),
                minutes(line.minutes_cmin),
                Cell::from(how),
                Cell::from(exact),
                money(Some(line.amount_minor)),
            ]
        }));
    }
    let name = words.map_or_else(|| view.month.to_string(), |lang| lang.month(view.month.first()));
    Table { name: format!("{} {name}", view.person), heads: heads(&codes, words), rows }
}

/// A statement's days for a file.
#[must_use]
pub fn statement_days(view: &StatementView, lang: Lang) -> Table {
    let keys = [
        "pay-head-department",
        "statement-day",
        "statement-day-scheduled",
        "statement-day-away",
        "statement-day-target",
        "statement-day-kpi",
        "statement-day-lines",
        "statement-day-surplus",
    ];
    let mut rows = Vec::new();
    for account in std::iter::once(&view.account).chain(&view.other_accounts) {
        rows.extend(account.days.iter().map(|day| {
            let mut row = vec![Cell::from(account.department.clone()), Cell::from(day.date.to_string())];
            let figures =
                [day.scheduled_cmin, day.away_cmin, day.target_cmin, day.kpi_cmin, day.lines_cmin, day.surplus_cmin];
            row.extend(figures.map(|value| Cell::Hundredths(value.0)));
            row
        }));
    }
    Table { name: lang.t("statement-days"), heads: keys.iter().map(|key| lang.t(key)).collect(), rows }
}

/// What a kind of absence is called.
#[must_use]
pub fn kind_name(code: &str, lang: Lang) -> String {
    let found = shipped().iter().find(|kind| kind.code == code);
    found.map_or_else(|| code.to_owned(), |kind| lang.of(&kind.name_ru, &kind.name_en).to_owned())
}

/// The kinds that come with the program, read once.
fn shipped() -> &'static [AbsenceKind] {
    static KINDS: OnceLock<Vec<AbsenceKind>> = OnceLock::new();
    KINDS.get_or_init(|| shipped_kinds().unwrap_or_default())
}
