//! `norma export`: the catalogue of actions, norms, an order, a study, tickets, a month's KPI, the audit journal.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use chrono::Datelike;
use clap::ArgMatches;
use serde_json::Value;

use super::door::ReadDoor;
use super::{Console, Failure, bad_input};
use crate::documents::page::PageError;
use crate::documents::table::{Cell, Table, workbook};
use crate::documents::{
    catalogue, department as department_sheets, file, order as paper, pay as payrolls, statement as paper_statement,
    study as readings,
};
use crate::domain::canonical;
use crate::domain::month::Month;
use crate::domain::rejection::{RefusalCode, Rejection};
use crate::floor::Stop;
use crate::floor::ask::month_bounds;
use crate::floor::question::{
    AskAudit, AskDay, AskDepartment, AskKpi, AskMonth, AskOrder, AskSet, AskStatement, AskStudy, AskTasks, AskWording,
    Nothing, Question,
};
use crate::locale::{Arg, Lang};
use crate::views::View;
use crate::views::kpi::KpiView;
use crate::views::norms::SetView;
use crate::views::tickets::TicketBrief;

/// What is exported: the view as it is, and as a table; a workbook may have further sheets.
struct Exported {
    json: Value,
    table: Table,
    workbook: Option<Vec<Table>>,
    /// Whether the JSON is written in canonical form, which never changes, rather than for reading.
    canonical: bool,
    /// The document on paper, of what has one.
    pdf: Option<Vec<u8>>,
}

impl Exported {
    fn of(json: Value, table: Table) -> Self {
        Self { json, table, workbook: None, canonical: false, pdf: None }
    }
}

pub(super) fn export(console: &Console, arguments: &ArgMatches) -> Result<ExitCode, Failure> {
    let lang = console.lang;
    let text = |name: &str| arguments.get_one::<String>(name).map(String::as_str);
    let floor = arguments.get_one::<PathBuf>("floor").map_or(Path::new(""), PathBuf::as_path);
    let door = ReadDoor::open(floor, text("as").unwrap_or_default(), lang)?;
    let kind = text("kind").unwrap_or_default();
    let format = text("format").unwrap_or("csv");
    if format == "pdf" && !matches!(kind, "order" | "pay") {
        return Err(Failure::rejected(&bad_input("no-paper").naming("kind", kind), lang));
    }
    let exported = match kind {
        "actions" => actions(&door),
        "norms" => norms(&door, text("set")),
        "order" => order(&door, text("number"), format, lang),
        "study" => study(&door, text("study"), lang),
        "tickets" => tickets(&door, text("month")),
        "kpi" => month_sheets(&door, text("month"), text("department"), text("sheet"), lang),
        "pay" => pay(&door, text("month"), text("person"), format, lang),
        _ => audit(&door),
    };
    let exported = exported.map_err(|stop| Failure::of(stop, lang))?;
    let bytes = bytes(&exported, format)?;
    match arguments.get_one::<PathBuf>("output") {
        Some(path) => {
            let written = file::write(path, &bytes);
            written.map_err(|error| Failure::of(crate::store::StoreError::Io(error).into(), lang))?;
            let named = [("rows", exported.table.rows.len().to_string()), ("file", path.display().to_string())];
            let named: Vec<(&str, Arg<'_>)> = named.iter().map(|(name, value)| (*name, Arg::Text(value))).collect();
            console.remark(&lang.with("cli-export-done", &named));
        }
        None => std::io::stdout().write_all(&bytes)?,
    }
    Ok(ExitCode::SUCCESS)
}

/// What is exported, in a format.
fn bytes(exported: &Exported, format: &str) -> Result<Vec<u8>, Failure> {
    let fault = |error: &dyn std::fmt::Display| Failure::Fault(error.to_string());
    match (format, &exported.pdf, &exported.workbook) {
        ("pdf", Some(pdf), _) => Ok(pdf.clone()),
        ("json", ..) if exported.canonical => Ok(format!("{}\n", canonical::text(&exported.json)).into_bytes()),
        ("json", ..) => {
            let text = serde_json::to_string_pretty(&exported.json).map_err(|error| fault(&error))?;
            Ok(format!("{text}\n").into_bytes())
        }
        ("xlsx", _, Some(sheets)) => workbook(sheets).map_err(|error| fault(&error)),
        ("xlsx", ..) => exported.table.xlsx().map_err(|error| fault(&error)),
        _ => exported.table.csv().map_err(|error| fault(&error)),
    }
}

fn as_json(view: &View) -> Result<Value, Stop> {
    serde_json::to_value(view).map_err(|error| Stop::Fault(error.to_string()))
}

fn wrong_view() -> Stop {
    Stop::Fault("a question was answered with another view".to_owned())
}

fn heads(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

fn actions(door: &ReadDoor) -> Result<Exported, Stop> {
    let view = door.ask(&Question::Actions(Nothing {}))?;
    let View::Actions(actions) = &view else { return Err(wrong_view()) };
    Ok(Exported::of(as_json(&view)?, catalogue::actions(actions)))
}

/// A set's norms; without an id the ones in force.
fn norms(door: &ReadDoor, set: Option<&str>) -> Result<Exported, Stop> {
    let set = if let Some(text) = set {
        text.parse().map_err(|_| bad_input("from").naming("from", text))?
    } else {
        let View::Sets(sets) = door.ask(&Question::Sets(Nothing {}))? else { return Err(wrong_view()) };
        let in_force = sets.sets.iter().find(|set| set.state == crate::domain::norm_set::SetState::InForce);
        in_force.ok_or_else(|| Rejection::because(RefusalCode::NotFound, "set"))?.set
    };
    let view = door.ask(&Question::Set(AskSet { set }))?;
    let View::Set(set) = &view else { return Err(wrong_view()) };
    Ok(Exported::of(as_json(&view)?, set_table(set)))
}

fn set_table(set: &SetView) -> Table {
    let rows = set.lines.iter().map(|line| {
        vec![
            Cell::from(line.action.as_str()),
            Cell::from(line.name_ru.as_str()),
            Cell::from(line.name_en.clone()),
            Cell::from(line.group.as_str()),
            Cell::from(line.basis.as_str()),
            Cell::Whole(line.regular_count),
            Cell::Whole(line.hard_count),
            Cell::Whole(line.excluded_count),
            Cell::Hundredths(line.norm_cmin.0),
            catalogue::factor(line.boost_bp),
            Cell::Hundredths(line.weight_cmin.0),
            Cell::from(line.boost_reason.clone()),
            Cell::from(line.reason.clone()),
        ]
    });
    Table {
        name: "norms".to_owned(),
        heads: heads(&[
            "action",
            "name_ru",
            "name_en",
            "group",
            "basis",
            "regular",
            "hard",
            "excluded",
            "norm_min",
            "boost",
            "weight_min",
            "boost_reason",
            "reason",
        ]),
        rows: rows.collect(),
    }
}

/// An order as its document: what it says never changes, so its JSON, in canonical form, is the same for ever. Whoever
/// may not see who has read it gets it without that sheet.
fn order(door: &ReadDoor, number: Option<&str>, format: &str, lang: Lang) -> Result<Exported, Stop> {
    let number = number.ok_or_else(|| bad_input("empty").naming("field", "--number"))?.to_owned();
    let view = door.ask(&Question::Document(AskOrder { number: number.clone() }))?;
    let json = as_json(&view)?;
    let View::Document(document) = view else { return Err(wrong_view()) };
    let table = paper::table(&document);
    let exported = Exported { canonical: true, ..Exported::of(json, table) };
    if !matches!(format, "pdf" | "xlsx") {
        return Ok(exported);
    }
    let sheet = match door.ask(&Question::Acquaintance(AskOrder { number })) {
        Ok(View::Acquaintance(sheet)) => Some(sheet),
        Ok(_) => return Err(wrong_view()),
        Err(Stop::Refused(refused)) if matches!(refused.code, RefusalCode::NotFound | RefusalCode::NotPermitted) => {
            None
        }
        Err(stop) => return Err(stop),
    };
    if format == "xlsx" {
        return Ok(Exported { workbook: Some(paper::tables(&document, sheet.as_ref(), lang)), ..exported });
    }
    let View::Wording(wording) = door.ask(&Question::Wording(AskWording { lang: lang.code().to_owned() }))? else {
        return Err(wrong_view());
    };
    let pdf = match &sheet {
        Some(sheet) => paper::pdf(&document, sheet, &wording, lang),
        None => paper::pdf_without_sheet(&document, &wording, lang),
    };
    Ok(Exported { pdf: Some(pdf.map_err(|error| Stop::Fault(error.to_string()))?), ..exported })
}

/// A study's readings; a workbook has them with the titles people read, and the figures on a second sheet.
fn study(door: &ReadDoor, study: Option<&str>, lang: Lang) -> Result<Exported, Stop> {
    let text = study.ok_or_else(|| bad_input("empty").naming("field", "--study"))?;
    let study = text.parse().map_err(|_| Rejection::because(RefusalCode::NotFound, "study"))?;
    let view = door.ask(&Question::Study(AskStudy { study }))?;
    let View::Study(study) = &view else { return Err(wrong_view()) };
    let names = readings::names(study);
    let sheets = vec![readings::readings(study, &names, Some(lang)), readings::figures(study, lang)];
    let exported = Exported::of(as_json(&view)?, readings::readings(study, &names, None));
    Ok(Exported { workbook: Some(sheets), ..exported })
}

fn required_month(month: Option<&str>) -> Result<&str, Stop> {
    Ok(month.ok_or_else(|| bad_input("empty").naming("field", "--month"))?)
}

fn month_kpi(door: &ReadDoor, month: &str) -> Result<(Value, Box<KpiView>), Stop> {
    let view = door.ask(&Question::Kpi(AskKpi { month: month.to_owned(), department: None }))?;
    let json = as_json(&view)?;
    match view {
        View::Kpi(kpi) => Ok((json, kpi)),
        _ => Err(wrong_view()),
    }
}

/// A month's KPI; for whoever may see a department a workbook has a sheet a view, and CSV and JSON the one asked for.
fn month_sheets(
    door: &ReadDoor,
    month: Option<&str>,
    department: Option<&str>,
    sheet: Option<&str>,
    lang: Lang,
) -> Result<Exported, Stop> {
    let text = required_month(month)?;
    let days = kpi(door, month)?;
    let month = Month::parse(text).ok_or_else(|| bad_input("month").naming("month", text))?;
    let unknown =
        |_| Rejection::because(RefusalCode::UnknownCode, "department").naming("code", department.unwrap_or(""));
    let department = department.map(crate::domain::code::Code::new).transpose().map_err(unknown)?;
    let ask = AskDepartment { month: Some(month), department: department.clone() };
    let seen = match door.ask(&Question::Department(ask.clone())) {
        Ok(view) => view,
        Err(Stop::Refused(refusal))
            if refusal.code == RefusalCode::NotPermitted && sheet.is_none_or(|one| one == "days") =>
        {
            return Ok(days);
        }
        Err(stop) => return Err(stop),
    };
    let (View::Department(people), kpi_view) =
        (&seen, door.ask(&Question::Kpi(AskKpi { month: text.to_owned(), department: department.clone() }))?)
    else {
        return Err(wrong_view());
    };
    let View::Kpi(kpi_view) = &kpi_view else { return Err(wrong_view()) };
    let tasks_view = door.ask(&Question::Tasks(AskTasks { person: None, department, month: Some(month) }))?;
    let View::Tasks(tasks) = &tasks_view else { return Err(wrong_view()) };
    let indicators_view = door.ask(&Question::Indicators(ask))?;
    let View::Indicators(indicators) = &indicators_view else { return Err(wrong_view()) };
    let words = Some(lang);
    let workbook = vec![
        department_sheets::month(people, words),
        department_sheets::days(kpi_view, words),
        department_sheets::links(people, words),
        department_sheets::tasks(tasks, words),
        department_sheets::indicators(indicators, words),
    ];
    let (json, table) = match sheet {
        Some("month") => (as_json(&seen)?, department_sheets::month(people, None)),
        Some("links") => (as_json(&seen)?, department_sheets::links(people, None)),
        Some("tasks") => (as_json(&tasks_view)?, department_sheets::tasks(tasks, None)),
        Some("indicators") => (as_json(&indicators_view)?, department_sheets::indicators(indicators, None)),
        _ => (days.json, days.table),
    };
    Ok(Exported { workbook: Some(workbook), ..Exported::of(json, table) })
}

fn kpi(door: &ReadDoor, month: Option<&str>) -> Result<Exported, Stop> {
    let (json, view) = month_kpi(door, required_month(month)?)?;
    let mut rows = Vec::new();
    for employee in &view.employees {
        for day in &employee.days {
            rows.push(vec![
                Cell::from(employee.code.as_str()),
                Cell::from(employee.name.as_str()),
                Cell::from(day.date.to_string()),
                Cell::Hundredths(day.kpi_cmin.0),
                day.plan_cmin.map_or(Cell::Empty, |plan| Cell::Hundredths(plan.0)),
                Cell::Hundredths(day.lines_cmin.0),
                Cell::Whole(day.tickets),
                Cell::from(if day.closed { "closed" } else { "open" }),
            ]);
        }
    }
    let heads = heads(&["employee", "name", "date", "kpi_min", "plan_min", "corrections_min", "tickets", "day"]);
    Ok(Exported::of(json, Table { name: view.month.clone(), heads, rows }))
}

/// A month's payroll; a workbook has it with the titles people read, and what is paid elsewhere on a second sheet. On
/// paper everybody's statement follows. With `--person` that one statement: an employee gets the own one.
fn pay(door: &ReadDoor, month: Option<&str>, person: Option<&str>, format: &str, lang: Lang) -> Result<Exported, Stop> {
    let text = required_month(month)?;
    let month = Month::parse(text).ok_or_else(|| bad_input("month").naming("month", text))?;
    let View::Me(me) = door.ask(&Question::Me(Nothing {}))? else { return Err(wrong_view()) };
    let fault = |error: PageError| Stop::Fault(error.to_string());
    if let Some(code) = person {
        let unknown = |_| Rejection::because(RefusalCode::NotFound, "person").naming("code", code);
        let person = crate::domain::code::Code::new(code).map_err(unknown)?;
        let view = door.ask(&Question::Statement(AskStatement { person, month, through: None }))?;
        let View::Statement(statement) = &view else { return Err(wrong_view()) };
        let pdf = (format == "pdf").then(|| paper_statement::pdf(statement, &me.organisation, lang));
        let sheets = vec![payrolls::statement_lines(statement, Some(lang)), payrolls::statement_days(statement, lang)];
        let exported = Exported::of(as_json(&view)?, payrolls::statement_lines(statement, None));
        return Ok(Exported { workbook: Some(sheets), pdf: pdf.transpose().map_err(fault)?, ..exported });
    }
    let view = door.ask(&Question::Payroll(AskMonth { month, through: None }))?;
    let View::Payroll(payroll) = &view else { return Err(wrong_view()) };
    let elsewhere = payrolls::paid_elsewhere(payroll, lang, |kind| payrolls::kind_name(kind, lang));
    let sheets = vec![payrolls::payroll(payroll, Some(lang)), elsewhere];
    let table = payrolls::payroll(payroll, None);
    let pdf = if format == "pdf" {
        let View::Statements(all) = door.ask(&Question::Statements(AskMonth { month, through: None }))? else {
            return Err(wrong_view());
        };
        Some(paper_statement::month_pdf(payroll, &all, &me.organisation, lang).map_err(fault)?)
    } else {
        None
    };
    Ok(Exported { workbook: Some(sheets), pdf, ..Exported::of(as_json(&view)?, table) })
}

/// The tickets of a month, a row a decision: day after day, so that only one day is held at a time.
fn tickets(door: &ReadDoor, month: Option<&str>) -> Result<Exported, Stop> {
    let month = required_month(month)?;
    let (first, _) = month_bounds(month).ok_or_else(|| bad_input("month").naming("month", month))?;
    let (_, kpi) = month_kpi(door, month)?;
    let mut rows = Vec::new();
    let mut json = Vec::new();
    for employee in &kpi.employees {
        let person = crate::domain::code::Code::new(&employee.code).map_err(|error| Stop::Fault(error.to_string()))?;
        for day in employee.days.iter().filter(|day| day.tickets > 0 && day.date.month() == first.month()) {
            let View::Day(view) = door.ask(&Question::Day(AskDay { person: person.clone(), date: day.date }))? else {
                return Err(wrong_view());
            };
            for ticket in &view.tickets {
                rows.extend(ticket_rows(&employee.code, day.date, ticket));
            }
            json.push(serde_json::to_value(&*view).map_err(|error| Stop::Fault(error.to_string()))?);
        }
    }
    let heads = heads(&[
        "ticket",
        "employee",
        "work_day",
        "finished_at",
        "channel",
        "client",
        "action",
        "quantity",
        "hard",
        "weight_min",
        "kpi_min",
    ]);
    Ok(Exported::of(Value::Array(json), Table { name: month.to_owned(), heads, rows }))
}

fn ticket_rows(employee: &str, day: chrono::NaiveDate, ticket: &TicketBrief) -> Vec<Vec<Cell>> {
    let start = || {
        vec![
            Cell::from(ticket.ticket.to_string()),
            Cell::from(employee),
            Cell::from(day.to_string()),
            Cell::from(ticket.finished_at.as_str()),
            Cell::from(ticket.channel.as_str()),
            Cell::from(ticket.client.clone()),
        ]
    };
    if ticket.decisions.is_empty() {
        let mut row = start();
        row.extend([Cell::Empty, Cell::Empty, Cell::Empty, Cell::Empty, Cell::Hundredths(0)]);
        return vec![row];
    }
    let row = |decision: &crate::views::tickets::DecisionView| {
        let mut row = start();
        row.extend([
            Cell::from(decision.action.as_str()),
            Cell::Whole(decision.quantity),
            Cell::Whole(decision.hard),
            Cell::Hundredths(decision.weight_cmin.0),
            Cell::Hundredths(decision.kpi_cmin.0),
        ]);
        row
    };
    ticket.decisions.iter().map(row).collect()
}

fn audit(door: &ReadDoor) -> Result<Exported, Stop> {
    let mut from_seq = 1;
    let mut rows = Vec::new();
    let mut json = Vec::new();
    loop {
        let View::Audit(page) = door.ask(&Question::Audit(AskAudit { from_seq, ..AskAudit::default() }))? else {
            return Err(wrong_view());
        };
        let Some(last) = page.entries.last() else { break };
        from_seq = last.seq + 1;
        for entry in &page.entries {
            rows.push(vec![
                Cell::Whole(entry.seq),
                Cell::from(entry.recorded_at.as_str()),
                Cell::from(entry.person.as_str()),
                Cell::from(entry.act.as_str()),
                Cell::Whole(i64::try_from(entry.facts).unwrap_or(i64::MAX)),
                Cell::from(entry.hash.as_str()),
            ]);
            json.push(serde_json::to_value(entry).map_err(|error| Stop::Fault(error.to_string()))?);
        }
    }
    let heads = heads(&["seq", "recorded_at", "person", "act", "facts", "hash"]);
    Ok(Exported::of(Value::Array(json), Table { name: "audit".to_owned(), heads, rows }))
}
