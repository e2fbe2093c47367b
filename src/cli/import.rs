//! `norma import`: a file with a column-mapping profile → ordinary commands, row by row accounted for.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::AtomicBool;

use clap::ArgMatches;
use serde_json::{Value, json};

use super::door::{Wallet, sign_in_at};
use super::{Console, Failure, difference};
use crate::floor::Floor;
use crate::floor::import::RefusedRow;
use crate::intake::{self, FloorFacts, Kind, NewSet, Plan, Report, RunError};
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
    let login = arguments.get_one::<String>("as").cloned().unwrap_or_default();
    let mut plan = planned(floor, kind, arguments, &login, lang)?;
    let difference = difference::of(floor, kind, &plan, &login, lang)?;
    if arguments.get_flag("retire-missing") {
        plan.retire(difference.missing());
    }
    if arguments.get_flag("dry-run") {
        let report = difference.foreseen(Report::of_plan(&plan), &plan);
        if !console.json {
            difference.say(console, !plan.retiring.is_empty())?;
        }
        say(console, "cli-import-dry", &report, plan.rows, difference.json())?;
        return Ok(exit_of(&report));
    }
    if !console.json {
        difference.say(console, !plan.retiring.is_empty())?;
    }
    let handle = worker::open(floor, worker::system_clock()).map_err(|stop| Failure::of(stop, lang))?;
    let password = Wallet::for_login(Some(&login)).ask(&login, lang);
    let (session, _) = sign_in_at(&handle, &login, &password).map_err(|stop| Failure::of(stop, lang))?;
    let report = run(console, &handle, &session, plan)?;
    say(console, "cli-import-done", &report, 0, None)?;
    Ok(exit_of(&report))
}

/// The file read and checked, or the catalogue that ships with the program.
fn planned(floor: &Path, kind: Kind, arguments: &ArgMatches, login: &str, lang: Lang) -> Result<Plan, Failure> {
    let path = |name: &str| arguments.get_one::<PathBuf>(name).map(PathBuf::as_path);
    let only = |flag: &str, kind: &str| {
        Failure::Usage(lang.with("cli-import-only", &[("flag", Arg::Text(flag)), ("kind", Arg::Text(kind))]))
    };
    for flag in ["starter", "retire-missing"] {
        if arguments.get_flag(flag) && kind != Kind::Actions {
            return Err(only(flag, Kind::Actions.name()));
        }
    }
    let set = arguments.get_one::<String>("set").map(String::as_str);
    if set.is_some() && kind != Kind::Norms {
        return Err(only("set", Kind::Norms.name()));
    }
    if arguments.get_flag("starter") {
        return intake::starter::plan(lang == Lang::En).map_err(|error| Failure::Fault(error.to_string()));
    }
    let facts = floor_facts(floor, lang)?;
    let new_set = NewSet { name: set, by: login };
    intake::plan_as(kind, path("file").unwrap_or(Path::new("")), path("profile"), &facts, &new_set)
        .map_err(|error| Failure::rejected(&error.rejection(), lang))
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
    if say(console, "cli-import-done", report, rows, None).is_err() {
        tracing::debug!("stdout is closed");
    }
}

pub(super) fn row_text(row: &RefusedRow, lang: Lang) -> String {
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
        "changed": report.changed,
        "repeated": report.repeated,
        "filtered": report.filtered,
        "retired": report.retired,
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

fn say(console: &Console, key: &str, report: &Report, rows: u64, difference: Option<Value>) -> Result<(), Failure> {
    let lang = console.lang;
    if console.json {
        let mut document = report_json(report, lang);
        if let (Some(difference), Some(fields)) = (difference, document.as_object_mut()) {
            fields.insert("difference".to_owned(), difference);
        }
        return console.document(&document);
    }
    let numbers = [
        ("read", report.read),
        ("made", report.made),
        ("changed", report.changed),
        ("retired", report.retired),
        ("rows", rows),
        ("repeated", report.repeated),
        ("filtered", report.filtered),
        ("refused", crate::statistics::count::whole(report.refused.len())),
    ]
    .map(|(name, value)| (name, value.to_string()));
    let named: Vec<(&str, Arg<'_>)> = numbers.iter().map(|(name, value)| (*name, Arg::Text(value))).collect();
    console.line(&lang.with(key, &named))?;
    if report.changed > 0 {
        console.line(&lang.with("cli-import-changed", &named))?;
    }
    if report.retired > 0 {
        console.line(&lang.with("cli-import-retired", &named))?;
    }
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
