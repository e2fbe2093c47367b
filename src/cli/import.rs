//! `norma import`: a file with a column-mapping profile → ordinary commands, row by row accounted for.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::AtomicBool;

use clap::ArgMatches;
use serde_json::{Value, json};

use super::door::{Wallet, sign_in_at};
use super::{Console, Failure};
use crate::floor::Floor;
use crate::floor::import::RefusedRow;
use crate::intake::{self, FloorFacts, Kind, Plan, Report, RunError};
use crate::locale::{Arg, Lang};
use crate::store::file;
use crate::worker;

/// Refused rows that people see; the rest stands in the JSON report.
const SHOWN: usize = 20;

pub(super) fn import(console: &Console, arguments: &ArgMatches) -> Result<ExitCode, Failure> {
    let lang = console.lang;
    let path = |name: &str| arguments.get_one::<PathBuf>(name).map(PathBuf::as_path);
    let floor = path("floor").unwrap_or(Path::new(""));
    let kind = arguments.get_one::<String>("kind").and_then(|kind| Kind::parse(kind));
    let kind = kind.ok_or_else(|| Failure::Usage(String::new()))?;
    let facts = floor_facts(floor, lang)?;
    let plan = intake::plan(kind, path("file").unwrap_or(Path::new("")), path("profile"), &facts)
        .map_err(|error| Failure::rejected(&error.rejection(), lang))?;
    if arguments.get_flag("dry-run") {
        let report = Report::of_plan(&plan);
        say(console, "cli-import-dry", &report, plan.rows)?;
        return Ok(exit_of(&report));
    }
    let login = arguments.get_one::<String>("as").cloned().unwrap_or_default();
    let handle = worker::open(floor, worker::system_clock()).map_err(|stop| Failure::of(stop, lang))?;
    let password = Wallet::for_login(Some(&login)).ask(&login, lang);
    let (session, _) = sign_in_at(&handle, &login, &password).map_err(|stop| Failure::of(stop, lang))?;
    let report = run(console, &handle, &session, plan)?;
    say(console, "cli-import-done", &report, 0)?;
    Ok(exit_of(&report))
}

/// Rows that were refused are no failure of the import: the report names each, and the rest is taken in. Only a
/// file of which nothing at all could be taken ends with "refused".
fn exit_of(report: &Report) -> ExitCode {
    let nothing = report.made == 0 && report.repeated == 0 && !report.refused.is_empty();
    if nothing { ExitCode::from(1) } else { ExitCode::SUCCESS }
}

pub(super) fn floor_facts(path: &Path, lang: Lang) -> Result<FloorFacts, Failure> {
    let db = file::open_reader(path).map_err(|error| Failure::of(error.into(), lang))?;
    let floor = Floor::load(&db).map_err(|stop| Failure::of(stop, lang))?;
    Ok(FloorFacts { uuid: floor.row.uuid, zone: floor.zone })
}

fn run(
    console: &Console,
    handle: &worker::Handle,
    session: &crate::floor::sign_in::Session,
    plan: Plan,
) -> Result<Report, Failure> {
    let lang = console.lang;
    let total = plan.rows;
    let progress = |done: u64, all: u64| {
        if all > 2_000 && (done % 5_000 < 500 || done == all) {
            let (done, all) = (done.to_string(), all.to_string());
            console
                .remark(&lang.with("cli-import-progress", &[("done", Arg::Text(&done)), ("total", Arg::Text(&all))]));
        }
    };
    let never = AtomicBool::new(false);
    intake::run(handle, session, plan, &progress, &never).map_err(|error| match error {
        RunError::Refused { rejection, so_far } => {
            report_so_far(console, &so_far, total);
            Failure::rejected(&rejection, lang)
        }
        RunError::Cancelled { so_far } => {
            report_so_far(console, &so_far, total);
            Failure::Refused(String::new())
        }
        RunError::Fault { reference, so_far } => {
            report_so_far(console, &so_far, total);
            Failure::Fault(reference)
        }
    })
}

/// What was taken in before an import ended early stands, and is said.
fn report_so_far(console: &Console, report: &Report, rows: u64) {
    if say(console, "cli-import-done", report, rows).is_err() {
        tracing::debug!("stdout is closed");
    }
}

fn row_text(row: &RefusedRow, lang: Lang) -> String {
    let details: Vec<(&str, Arg<'_>)> =
        row.details.iter().map(|(name, value)| (name.as_str(), Arg::Text(value))).collect();
    lang.refusal_text(row.code.as_str(), &row.reason, &details)
}

/// A report as the JSON that scripts read.
pub(super) fn report_json(report: &Report, lang: Lang) -> Value {
    let refused: Vec<Value> = report
        .refused
        .iter()
        .map(|row| json!({"line": row.line, "code": row.code, "text": row_text(row, lang)}))
        .collect();
    json!({
        "read": report.read,
        "made": report.made,
        "repeated": report.repeated,
        "filtered": report.filtered,
        "refused": refused,
        "queued": report.queued,
        "zone": report.zone,
        "twice": report.twice,
    })
}

/// What a report says beside its counts: the zone times were read in, times that came twice, and what waits.
fn remarks(report: &Report, lang: Lang) -> Vec<String> {
    let mut remarks = Vec::new();
    let (queued, twice) = (report.queued.to_string(), report.twice.to_string());
    if !report.zone.is_empty() {
        let named = [("zone", Arg::Text(&report.zone)), ("twice", Arg::Text(&twice))];
        let key = if report.twice > 0 { "cli-import-zone-twice" } else { "cli-import-zone" };
        remarks.push(lang.with(key, &named));
    }
    if report.queued > 0 {
        remarks.push(lang.with("cli-import-queued", &[("queued", Arg::Text(&queued))]));
    }
    remarks
}

fn say(console: &Console, key: &str, report: &Report, rows: u64) -> Result<(), Failure> {
    let lang = console.lang;
    if console.json {
        return console.document(&report_json(report, lang));
    }
    let numbers = [
        ("read", report.read),
        ("made", report.made),
        ("rows", rows),
        ("repeated", report.repeated),
        ("filtered", report.filtered),
        ("refused", crate::statistics::count::whole(report.refused.len())),
    ]
    .map(|(name, value)| (name, value.to_string()));
    let named: Vec<(&str, Arg<'_>)> = numbers.iter().map(|(name, value)| (*name, Arg::Text(value))).collect();
    console.line(&lang.with(key, &named))?;
    for remark in remarks(report, lang) {
        console.line(&format!("  {remark}"))?;
    }
    for row in report.refused.iter().take(SHOWN) {
        let (line, text) = (row.line.to_string(), row_text(row, lang));
        console.line(&lang.with("cli-import-row", &[("line", Arg::Text(&line)), ("text", Arg::Text(&text))]))?;
    }
    if report.refused.len() > SHOWN {
        let more = (report.refused.len() - SHOWN).to_string();
        console.line(&lang.with("cli-import-more", &[("count", Arg::Text(&more))]))?;
    }
    Ok(())
}
