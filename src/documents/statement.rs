//! Statements on paper: one employee's month, or everybody's in one file behind the payroll's sums.
//!
//! Invariant: every figure stands as the floor computed it, each line with its exact fraction; nothing is computed here.

use std::collections::BTreeMap;

use chrono::NaiveTime;
use uuid::Uuid;

use super::page::{self, Align, Block, Cell, Column, Document, PageError, Place, Row, Section, Style, Table, Text};
use super::pay::{kind_name, line_title, state_words};
use super::{bonus, formula};
use crate::domain::units::{CentiMinutes, Money};
use crate::locale::{Arg, Lang};
use crate::views::pay::{AccountView, LineView, PayrollRow, PayrollView, StatementView, StatementsView};

const ORGANISATION: Style = Style { size: 11.0, leading: 15.0, before: 0.0, ..Style::HEADING.centred() };
const TITLE: Style = Style { size: 15.0, leading: 20.0, before: 10.0, ..Style::HEADING.centred() };
const PART: Style = Style { size: 11.0, leading: 15.0, before: 12.0, ..Style::HEADING };
const REMARK: Style = Style { before: 6.0, ..Style::SMALL.quiet() };
const MISSING: &str = "—";

/// A statement as a PDF. `organisation` stands at its head.
pub fn pdf(view: &StatementView, organisation: &str, lang: Lang) -> Result<Vec<u8>, PageError> {
    let sections = vec![Section { landscape: false, blocks: statement(view, organisation, lang) }];
    page::pdf(&document(view, organisation, lang, sections))
}

/// A month's payroll with everybody's statement behind it, each on a page of its own.
pub fn month_pdf(
    payroll: &PayrollView,
    statements: &StatementsView,
    organisation: &str,
    lang: Lang,
) -> Result<Vec<u8>, PageError> {
    let month = lang.month(payroll.month.first());
    let title = lang.with("statement-paper-payroll", &[("month", Arg::Text(&month))]);
    let mut sections = vec![Section { landscape: true, blocks: sums(payroll, organisation, &title, lang) }];
    sections.extend(
        statements
            .statements
            .iter()
            .map(|view| Section { landscape: false, blocks: statement(view, organisation, lang) }),
    );
    let through = payroll.closed_through.unwrap_or(payroll.month.first());
    page::pdf(&Document {
        title: title.clone(),
        author: organisation.to_owned(),
        lang,
        id: name_of(&format!("{organisation}/{}/{}/{through}", payroll.month, payroll.lock.locked)),
        created_ms: through.and_time(NaiveTime::MIN).and_utc().timestamp_millis(),
        footer: title,
        mark: payroll.rehearsal.then(|| lang.t("order-rehearsal-mark")),
        sections,
    })
}

fn document(view: &StatementView, organisation: &str, lang: Lang, sections: Vec<Section>) -> Document {
    let title = format!("{}. {}", heading(view, lang), view.name);
    let through = view.closed_through.unwrap_or(view.month.first());
    Document {
        title: title.clone(),
        author: organisation.to_owned(),
        lang,
        id: name_of(&format!("{organisation}/{}/{}/{}/{through}", view.person, view.month, view.state)),
        created_ms: through.and_time(NaiveTime::MIN).and_utc().timestamp_millis(),
        footer: title,
        mark: view.rehearsal.then(|| lang.t("order-rehearsal-mark")),
        sections,
    }
}

/// The same statement in the same state is the same document.
fn name_of(text: &str) -> Uuid {
    Uuid::new_v5(&Uuid::NAMESPACE_OID, text.as_bytes())
}

fn heading(view: &StatementView, lang: Lang) -> String {
    lang.with("statement-paper-title", &[("month", Arg::Text(&lang.month(view.month.first())))])
}

fn place(share: f32, words: impl Into<String>, style: Style) -> Place {
    Place { share, text: Text::new(words, style), line: false }
}

fn or_missing(text: Option<String>) -> String {
    text.unwrap_or_else(|| MISSING.to_owned())
}

/// The blocks of one statement.
fn statement(view: &StatementView, organisation: &str, lang: Lang) -> Vec<Block> {
    let left = Style { before: 8.0, ..Style::SMALL };
    let who = format!("{} ({})", view.name, view.person);
    let mut blocks = vec![
        Block::Paragraph(Text::new(organisation, ORGANISATION)),
        Block::Heading(1, Text::new(heading(view, lang), TITLE)),
        Block::Beside(vec![
            place(0.6, who, Style::BODY.strong().below(8.0)),
            place(0.4, state_words(&view.state, view.closed_through, lang), left.right()),
        ]),
    ];
    blocks.extend(account(view, &view.account, lang));
    for other in &view.other_accounts {
        let department = other.department.clone().unwrap_or_default();
        let words = lang.with("statement-paper-other", &[("department", Arg::Text(&department))]);
        blocks.push(Block::Heading(2, Text::new(words, PART)));
        blocks.extend(account(view, other, lang));
    }
    if let (Some(total), false) = (view.grand_total_minor, view.other_accounts.is_empty()) {
        let words = lang.with("statement-paper-grand", &[("sum", Arg::Text(&lang.money(total)))]);
        blocks.push(Block::Paragraph(Text::new(words, Style::BODY.strong())));
    }
    blocks.extend(remarks(view, lang));
    blocks
}

fn account(view: &StatementView, account: &AccountView, lang: Lang) -> Vec<Block> {
    let mut blocks = vec![Block::Paragraph(Text::new(terms(account, lang), Style::SMALL))];
    if let Some(why) = &account.no_money {
        let words = lang.with("statement-no-money", &[("why", Arg::Text(&lang.t(&format!("pay-why-{why}"))))]);
        blocks.push(Block::Paragraph(Text::new(words, Style::BODY.strong())));
    }
    let titled = |key: &str| Block::Heading(2, Text::new(lang.t(key), PART));
    blocks.push(titled("statement-lines"));
    blocks.push(Block::Table(lines(account, lang)));
    if !account.bonuses.is_empty() {
        blocks.push(titled("statement-bonuses"));
        let said = account.bonuses.iter().map(|one| bonus::sentence(lang, account, one));
        blocks.extend(said.map(|words| Block::Paragraph(Text::new(words, Style::SMALL))));
    }
    blocks.push(titled("statement-minutes"));
    blocks.push(Block::Table(minutes(account, lang)));
    let elsewhere = elsewhere(account, lang);
    if !elsewhere.is_empty() {
        blocks.push(titled("pay-sheet-elsewhere"));
        let rows = elsewhere.into_iter().map(|cells| Row::Cells(cells, 0.0)).collect();
        let columns = vec![
            Column::new(lang.t("pay-head-kind"), None, Align::Left),
            Column::new(lang.t("pay-head-minutes"), 90.0, Align::Right),
        ];
        blocks.push(Block::Table(Table { columns, rows, grid: false }));
    }
    if !account.covered.is_empty() {
        blocks.push(titled("statement-cover-days"));
        blocks.push(Block::Table(cover(view, account, lang)));
    }
    if !account.days.is_empty() {
        blocks.push(titled("statement-days"));
        blocks.push(Block::Table(days(account, lang)));
    }
    blocks
}

/// Department, position and scheme; salary, rate and the minute's value of each part.
fn terms(account: &AccountView, lang: Lang) -> String {
    let text = |value: &Option<String>| value.clone().unwrap_or_else(|| MISSING.to_owned());
    let (department, position, scheme) = (text(&account.department), text(&account.position), text(&account.scheme));
    let named =
        [("department", Arg::Text(&department)), ("position", Arg::Text(&position)), ("scheme", Arg::Text(&scheme))];
    let mut said = vec![lang.with("statement-paper-terms", &named)];
    for part in &account.parts {
        let salary = or_missing(part.salary_minor.map(|salary| lang.money(salary)));
        let rate = lang.per_cent(part.rate_bp);
        let (from, value) = (
            lang.date(part.from),
            or_missing(part.minute_value.as_deref().map(|value| formula::minute_value(lang, value))),
        );
        let named = [
            ("from", Arg::Text(&from)),
            ("salary", Arg::Text(&salary)),
            ("rate", Arg::Text(&rate)),
            ("value", Arg::Text(&value)),
        ];
        let key = if account.parts.len() > 1 { "statement-paper-part" } else { "statement-paper-whole" };
        said.push(lang.with(key, &named));
    }
    said.join("\n")
}

fn lines(account: &AccountView, lang: Lang) -> Table {
    let head = |key: &str, width: Option<f32>, align| Column::new(lang.t(key), width, align);
    let columns = vec![
        head("statement-head-line", None, Align::Left),
        head("pay-head-minutes", Some(54.0), Align::Right),
        head("statement-head-formula", Some(268.0), Align::Left),
        head("statement-head-sum", Some(66.0), Align::Right),
    ];
    let row = |line: &LineView| {
        let cells = vec![
            Cell::new(line_title(line, lang)),
            Cell::new(line.minutes_cmin.map(|minutes| lang.minutes(minutes)).unwrap_or_default()),
            Cell::new(formula::whole(lang, account, line).join("\n")),
            Cell::strong(lang.sum(line.amount_minor)),
        ];
        Row::Cells(cells, 0.0)
    };
    let mut rows: Vec<Row> = account.lines.iter().map(row).collect();
    let total = or_missing(account.figures.total_minor.map(|total| lang.sum(total)));
    let blank = || Cell::new("");
    rows.push(Row::Cells(vec![Cell::strong(lang.t("pay-head-total")), blank(), blank(), Cell::strong(total)], 0.0));
    Table { columns, rows, grid: false }
}

/// N, P, A, C, U, B, K with what they are.
#[must_use]
pub fn minute_rows(account: &AccountView) -> Vec<(&'static str, Option<CentiMinutes>)> {
    let figures = &account.figures;
    vec![
        ("statement-min-norm", figures.norm_cmin),
        ("statement-min-plan", figures.plan_cmin),
        ("statement-min-absence", figures.own_absence_cmin),
        ("statement-min-caught", figures.caught_up_cmin),
        ("statement-min-missed", figures.not_made_up_cmin),
        ("statement-min-base", figures.base_cmin),
        ("statement-min-kpi", Some(figures.kpi_cmin)),
        ("statement-min-cover", Some(figures.cover_given_cmin)),
        ("statement-min-overlap", figures.overlap_cmin),
    ]
}

fn minutes(account: &AccountView, lang: Lang) -> Table {
    // Two figures a row, so that a month fits its page.
    let pair = || {
        [
            Column::new(lang.t("statement-head-figure"), None, Align::Left),
            Column::new(lang.t("pay-head-minutes"), 70.0, Align::Right),
        ]
    };
    let columns: Vec<Column> = pair().into_iter().chain(pair()).collect();
    let shown = minute_rows(account).into_iter().filter(|(_, value)| value.is_some_and(|value| value.0 != 0));
    let mut figures: Vec<[Cell; 2]> = shown
        .map(|(key, value)| [Cell::new(lang.t(key)), Cell::new(or_missing(value.map(|value| lang.minutes(value))))])
        .collect();
    if let Some(share) = account.figures.kpi_of_base_bp {
        figures.push([Cell::new(lang.t("statement-min-share")), Cell::new(lang.share(share))]);
    }
    let row = |figures: &[[Cell; 2]]| {
        let mut cells: Vec<Cell> = figures.iter().flatten().cloned().collect();
        cells.resize(columns.len(), Cell::default());
        Row::Cells(cells, 0.0)
    };
    let rows = figures.chunks(2).map(row).collect();
    Table { columns, rows, grid: false }
}

fn days(account: &AccountView, lang: Lang) -> Table {
    let column = |key: &str, align| Column::new(lang.t(key), None, align);
    let columns = vec![
        Column::new(lang.t("statement-day"), 76.0, Align::Left),
        column("statement-day-scheduled", Align::Right),
        column("statement-day-away", Align::Right),
        column("statement-day-target", Align::Right),
        column("statement-day-kpi", Align::Right),
        column("statement-day-lines", Align::Right),
        column("statement-day-surplus", Align::Right),
    ];
    let quiet = |value: CentiMinutes| if value.0 == 0 { String::new() } else { lang.minutes(value) };
    let rows = account.days.iter().map(|day| {
        let cells = vec![
            Cell::new(lang.date(day.date)),
            Cell::new(lang.minutes(day.scheduled_cmin)),
            Cell::new(quiet(day.away_cmin)),
            Cell::new(lang.minutes(day.target_cmin)),
            Cell::new(lang.minutes(day.kpi_cmin)),
            Cell::new(quiet(day.lines_cmin)),
            Cell::new(quiet(day.surplus_cmin)),
        ];
        Row::Cells(cells, 0.0)
    });
    Table { columns, rows: rows.collect(), grid: false }
}

fn cover(view: &StatementView, account: &AccountView, lang: Lang) -> Table {
    let named: BTreeMap<&str, &str> = view
        .account
        .lines
        .iter()
        .chain(view.other_accounts.iter().flat_map(|other| &other.lines))
        .filter_map(|line| Some((line.colleague.as_deref()?, line.colleague_name.as_deref()?)))
        .collect();
    let columns = vec![
        Column::new(lang.t("statement-day"), 76.0, Align::Left),
        Column::new(lang.t("statement-cover-whom"), None, Align::Left),
        Column::new(lang.t("pay-head-minutes"), 80.0, Align::Right),
        Column::new(lang.t("statement-cover-why"), 150.0, Align::Left),
    ];
    let rows = account.covered.iter().map(|day| {
        let whom = named.get(day.colleague.as_str()).map_or(day.colleague.as_str(), |name| name);
        let cells = vec![
            Cell::new(lang.date(day.date)),
            Cell::new(whom),
            Cell::new(lang.minutes(day.minutes_cmin)),
            Cell::new(cover_words(&day.why, lang)),
        ];
        Row::Cells(cells, 0.0)
    });
    Table { columns, rows: rows.collect(), grid: false }
}

/// What covered minutes were claimed by, in words; several are joined by a plus on the wire.
#[must_use]
pub fn cover_words(why: &str, lang: Lang) -> String {
    let said: Vec<String> =
        why.split('+').filter(|one| !one.is_empty()).map(|one| lang.t(&format!("cover-why-{one}"))).collect();
    said.join(", ")
}

/// Minutes that leave the plan, by kind and cause: somebody else pays them.
fn elsewhere(account: &AccountView, lang: Lang) -> Vec<Vec<Cell>> {
    let left = account.left_plan.iter().map(|one| (kind_name(&one.kind, lang), one.minutes_cmin));
    let idle = account.downtime.iter().map(|one| {
        let cause = lang.t(&format!("downtime-{}", one.cause));
        (lang.with("statement-downtime", &[("cause", Arg::Text(&cause))]), one.minutes_cmin)
    });
    left.chain(idle).map(|(words, minutes)| vec![Cell::new(words), Cell::new(lang.minutes(minutes))]).collect()
}

fn remarks(view: &StatementView, lang: Lang) -> Vec<Block> {
    let mut said = vec![lang.t("statement-paper-gross")];
    if view.rehearsal {
        said.push(lang.t("rehearsal"));
    }
    if let Some(head) = &view.chain_head {
        said.push(lang.with("statement-paper-head", &[("head", Arg::Text(head))]));
    }
    if let Some(late) = &view.recalculated {
        let sum = lang.money(late.difference_minor);
        said.push(lang.with("statement-recalculated", &[("sum", Arg::Text(&sum))]));
    }
    vec![Block::Space(6.0), Block::Rule, Block::Paragraph(Text::new(said.join("\n"), REMARK))]
}

/// The payroll's sums: a row an account.
fn sums(view: &PayrollView, organisation: &str, title: &str, lang: Lang) -> Vec<Block> {
    let state = if view.lock.locked { "locked" } else { "provisional" };
    let money = |key: &str| Column::new(lang.t(key), 68.0, Align::Right);
    let columns = vec![
        Column::new(lang.t("pay-head-employee"), 44.0, Align::Left),
        Column::new(lang.t("pay-head-name"), None, Align::Left),
        Column::new(lang.t("pay-head-kpi-min"), 62.0, Align::Right),
        money("pay-head-fixed"),
        money("pay-head-kpi"),
        money("pay-head-cover"),
        money("statement-head-more"),
        money("pay-head-awards"),
        money("pay-head-recalculation"),
        Column::new(lang.t("pay-head-total"), 76.0, Align::Right),
    ];
    let mut rows: Vec<Row> = view.rows.iter().map(|row| sums_row(row, lang)).collect();
    let mut last: Vec<Cell> = vec![Cell::new(""); columns.len().saturating_sub(1)];
    if let Some(cell) = last.get_mut(1) {
        *cell = Cell::strong(lang.t("pay-head-total"));
    }
    last.push(Cell::strong(lang.sum(view.total_minor)));
    rows.push(Row::Cells(last, 0.0));
    vec![
        Block::Paragraph(Text::new(organisation, ORGANISATION)),
        Block::Heading(1, Text::new(title, TITLE)),
        Block::Paragraph(Text::new(state_words(state, view.closed_through, lang), Style::SMALL.centred())),
        Block::Space(4.0),
        Block::Table(Table { columns, rows, grid: false }),
        Block::Paragraph(Text::new(lang.t("statement-paper-gross"), REMARK)),
    ]
}

fn sums_row(row: &PayrollRow, lang: Lang) -> Row {
    let figures = &row.figures;
    let money = |value: Option<Money>| Cell::new(or_missing(value.map(|value| lang.sum(value))));
    let quiet = |value: Money| Cell::new(if value.0 == 0 { String::new() } else { lang.sum(value) });
    let more = Money(figures.supplements_minor.0 + figures.percentages_minor.0 + figures.bonuses_minor.0);
    let cells = vec![
        Cell::new(row.person.clone()),
        Cell::new(row.name.clone()),
        Cell::new(lang.minutes(figures.kpi_cmin)),
        money(figures.fixed_minor),
        money(figures.kpi_minor),
        money(figures.cover_minor),
        quiet(more),
        quiet(figures.awards_minor),
        quiet(figures.recalculation_minor),
        Cell::strong(or_missing(figures.total_minor.map(|total| lang.sum(total)))),
    ];
    Row::Cells(cells, 0.0)
}
