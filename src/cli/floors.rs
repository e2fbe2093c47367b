//! Floors: make, open, close days, look at a month, verify, copy.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use chrono::{Days, NaiveDate};
use clap::ArgMatches;
use serde_json::{Value, json};

use super::door::{ReadDoor, Wallet, prompt, sign_in_at, variable};
use super::run::wire_refusal;
use super::{Console, Failure, bad_input};
use crate::domain::calendar::DayEnd;
use crate::domain::code::Code;
use crate::domain::rejection::{RefusalCode, Rejection};
use crate::domain::units::CentiMinutes;
use crate::floor::command::{CalendarCommand, Command, DayClose, PasswordSet, PeopleCommand};
use crate::floor::question::{AskKpi, Nothing, Question};
use crate::floor::setup::{NewFloor, create};
use crate::floor::sign_in::{PasswordVerifier, Session};
use crate::floor::{Accepted, Envelope, verify as checks};
use crate::locale::{Arg, Lang};
use crate::store::{file, people};
use crate::views::View;
use crate::views::kpi::KpiView;
use crate::worker::{self, Outcome};

fn path<'a>(arguments: &'a ArgMatches, name: &str) -> &'a Path {
    arguments.get_one::<PathBuf>(name).map_or(Path::new(""), PathBuf::as_path)
}

fn text<'a>(arguments: &'a ArgMatches, name: &str) -> Option<&'a str> {
    arguments.get_one::<String>(name).map(String::as_str)
}

/// What a command came to, or the failure it means.
pub(super) fn accepted(outcome: Outcome, lang: Lang) -> Result<Accepted, Failure> {
    match outcome {
        Outcome::Accepted(accepted) => Ok(accepted),
        Outcome::Refused(rejection) => Err(Failure::rejected(&rejection, lang)),
        Outcome::Fault(reference) => Err(Failure::Fault(reference)),
    }
}

pub(super) fn demo(console: &Console, arguments: &ArgMatches) -> Result<ExitCode, Failure> {
    let lang = console.lang;
    let path = match arguments.get_one::<PathBuf>("at") {
        Some(path) => path.clone(),
        None => crate::demo::default_path()
            .ok_or_else(|| Failure::rejected(&bad_input("empty").naming("field", "--at"), lang))?,
    };
    let file = path.display().to_string();
    if path.exists() {
        console.line(&lang.with("cli-demo-there", &[("file", Arg::Text(&file))]))?;
    } else {
        let seed = arguments.get_one::<u64>("seed").copied().unwrap_or(crate::demo::SEED);
        make_demo(console, &path, seed)?;
    }
    let logins: Vec<&str> = crate::demo::players().iter().map(|player| player.login).collect();
    let named = [("password", crate::demo::PASSWORD.to_owned()), ("logins", logins.join(", "))];
    let named: Vec<(&str, Arg<'_>)> = named.iter().map(|(name, value)| (*name, Arg::Text(value))).collect();
    console.line(&lang.with("cli-demo-people", &named))?;
    if arguments.get_flag("no-window") { Ok(ExitCode::SUCCESS) } else { super::window::window(console, Some(&path)) }
}

/// Makes the demo under another name and gives it its own when it is whole, so that a demo that was interrupted
/// never passes for a floor.
fn make_demo(console: &Console, path: &Path, seed: u64) -> Result<(), Failure> {
    let lang = console.lang;
    let begun = std::time::Instant::now();
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder)
            .map_err(|error| Failure::of(crate::store::StoreError::Io(error).into(), lang))?;
    }
    let last = std::cell::Cell::new(-1_i32);
    let progress = |share: f32| {
        let percent = (share * 100.0).floor();
        #[expect(clippy::cast_possible_truncation, reason = "a percentage")]
        let tenth = (percent / 10.0) as i32;
        if tenth > last.replace(tenth) {
            console.remark(&lang.with("cli-demo-progress", &[("percent", Arg::Text(&format!("{percent:.0}")))]));
        }
    };
    crate::demo::make_at(path, seed, worker::system_clock()(), &progress).map_err(|stop| Failure::of(stop, lang))?;
    let seconds = lang.number(begun.elapsed().as_secs_f64(), 1);
    console.line(
        &lang.with(
            "cli-demo-made",
            &[("seconds", Arg::Text(&seconds)), ("file", Arg::Text(&path.display().to_string()))],
        ),
    )
}

pub(super) fn init(console: &Console, arguments: &ArgMatches) -> Result<ExitCode, Failure> {
    let lang = console.lang;
    let zone_name = text(arguments, "timezone").unwrap_or_default();
    let timezone =
        zone_name.parse().map_err(|_| Failure::rejected(&bad_input("timezone").naming("timezone", zone_name), lang))?;
    let ends = text(arguments, "day-ends").unwrap_or("00:00");
    let day_ends = DayEnd::try_from(ends.to_owned())
        .map_err(|_| Failure::rejected(&bad_input("day-ends").naming("day_ends", ends), lang))?;
    let director = text(arguments, "director").unwrap_or_default().to_owned();
    let administrator = text(arguments, "administrator").map(str::to_owned);
    let mut passwords = Vec::new();
    for login in std::iter::once(&director).chain(administrator.as_ref()) {
        let found = Wallet::for_login(Some(login)).find(login).or_else(|| new_password(login, lang));
        match found {
            Some(password) => passwords
                .push((login.clone(), PasswordVerifier::new(&password).map_err(|stop| Failure::of(stop, lang))?)),
            None => console.remark(&lang.with("cli-init-no-password", &[("login", Arg::Text(login))])),
        }
    }
    let new = NewFloor {
        organisation: text(arguments, "organisation").unwrap_or_default().to_owned(),
        timezone,
        day_ends,
        director_name: director.clone(),
        director,
        administrator,
        rehearsal: arguments.get_flag("rehearsal"),
        passwords,
        calendars: true,
        now: worker::system_clock()(),
        at_given: false,
    };
    let floor = path(arguments, "floor");
    create(floor, &new).map_err(|stop| Failure::of(stop, lang))?;
    console.line(&lang.with("cli-init-done", &[("file", Arg::Text(&floor.display().to_string()))]))?;
    Ok(ExitCode::SUCCESS)
}

fn new_password(login: &str, lang: Lang) -> Option<String> {
    let first = prompt(&lang.with("cli-password-new", &[("login", Arg::Text(login))]))?;
    let again = prompt(&lang.t("cli-password-again"))?;
    (first == again).then_some(first)
}

pub(super) fn password(console: &Console, arguments: &ArgMatches) -> Result<ExitCode, Failure> {
    let lang = console.lang;
    let login = text(arguments, "login").unwrap_or_default();
    let floor = path(arguments, "floor");
    let handle = worker::open(floor, worker::system_clock()).map_err(|stop| Failure::of(stop, lang))?;
    let by_owner = arguments.get_flag("by-file-owner");
    let wallet = Wallet::for_login(Some(login));
    let (session, fresh) = if by_owner {
        (Session::file_owner(), wallet.find(login).or_else(|| new_password(login, lang)))
    } else {
        let session = sign_in_at(&handle, login, &wallet.ask(login, lang)).map_err(|stop| Failure::of(stop, lang))?.0;
        let given =
            std::env::var(variable("NORMA_NEW_PASSWORD", login)).or_else(|_| std::env::var("NORMA_NEW_PASSWORD")).ok();
        (session, given.or_else(|| new_password(login, lang)))
    };
    let fresh = fresh.ok_or_else(|| Failure::rejected(&bad_input("password-missing"), lang))?;
    let person = person_of_login(floor, login, lang)?;
    let mut envelope = Envelope::new(session, Command::People(PeopleCommand::PasswordSet(PasswordSet { person })));
    envelope.secret = Some(PasswordVerifier::new(&fresh).map_err(|stop| Failure::of(stop, lang))?);
    accepted(handle.execute(envelope), lang)?;
    console.line(
        &lang.with(if by_owner { "cli-password-one-time" } else { "cli-password-set" }, &[("login", Arg::Text(login))]),
    )?;
    Ok(ExitCode::SUCCESS)
}

fn person_of_login(floor: &Path, login: &str, lang: Lang) -> Result<Code, Failure> {
    let db = file::open_reader(floor).map_err(|error| Failure::of(error.into(), lang))?;
    let person = people::person_by_login(&db, login).map_err(|error| Failure::of(error.into(), lang))?;
    let missing = || Rejection::because(RefusalCode::NotFound, "person").naming("code", login);
    Ok(person.ok_or_else(|| Failure::rejected(&missing(), lang))?.code)
}

pub(super) fn kpi(console: &Console, arguments: &ArgMatches) -> Result<ExitCode, Failure> {
    let lang = console.lang;
    let door = ReadDoor::open(path(arguments, "floor"), text(arguments, "as").unwrap_or_default(), lang)?;
    let department = text(arguments, "department")
        .map(Code::new)
        .transpose()
        .map_err(|_| Failure::rejected(&bad_input("empty").naming("field", "department"), lang))?;
    let month = text(arguments, "month").unwrap_or_default().to_owned();
    let view = door.ask(&Question::Kpi(AskKpi { month, department })).map_err(|stop| Failure::of(stop, lang))?;
    let View::Kpi(view) = view else { return Err(Failure::Fault("kpi".to_owned())) };
    if console.json {
        console.document(&serde_json::to_value(&*view).map_err(|error| Failure::Fault(error.to_string()))?)?;
    } else {
        print_kpi(console, &view)?;
    }
    Ok(ExitCode::SUCCESS)
}

fn print_kpi(console: &Console, view: &KpiView) -> Result<(), Failure> {
    let lang = console.lang;
    let through = view.closed_through.map_or_else(|| lang.t("cli-kpi-none-closed"), |day| lang.date(day));
    console
        .line(&lang.with("cli-kpi-title", &[("month", Arg::Text(&view.month)), ("through", Arg::Text(&through))]))?;
    let width = view.employees.iter().map(|employee| employee.name.chars().count()).max().unwrap_or(4).clamp(10, 36);
    let head = [
        "cli-kpi-name",
        "cli-kpi-kpi",
        "cli-kpi-plan-to-date",
        "cli-kpi-plan",
        "cli-kpi-provisional",
        "cli-kpi-tickets",
    ]
    .map(|key| lang.t(key));
    let [name, kpi, to_date, plan, provisional, tickets] = head;
    console.line(&format!("{name:<width$}  {kpi:>12}  {to_date:>14}  {plan:>12}  {provisional:>14}  {tickets:>8}"))?;
    let optional = |value: Option<CentiMinutes>| value.map_or_else(|| "—".to_owned(), |value| lang.minutes(value));
    for row in &view.employees {
        console.line(&format!(
            "{:<width$}  {:>12}  {:>14}  {:>12}  {:>14}  {:>8}",
            row.name,
            lang.minutes(row.kpi_cmin),
            optional(row.plan_to_date_cmin),
            optional(row.plan_cmin),
            lang.minutes(row.provisional_cmin),
            lang.whole(row.tickets)
        ))?;
    }
    console.line(&lang.with("cli-kpi-total", &[("total", Arg::Text(&lang.minutes(view.total_cmin)))]))?;
    if view.employees.iter().any(|row| row.plan_cmin.is_none()) {
        let year = view.month.split('-').next().unwrap_or_default();
        console.line(&lang.with("kpi-no-plan", &[("year", Arg::Text(year))]))?;
    }
    Ok(())
}

pub(super) fn close(console: &Console, arguments: &ArgMatches) -> Result<ExitCode, Failure> {
    let lang = console.lang;
    let login = text(arguments, "as").unwrap_or_default();
    let handle =
        worker::open(path(arguments, "floor"), worker::system_clock()).map_err(|stop| Failure::of(stop, lang))?;
    let (session, _) = sign_in_at(&handle, login, &Wallet::for_login(Some(login)).ask(login, lang))
        .map_err(|stop| Failure::of(stop, lang))?;
    let close = match text(arguments, "through") {
        Some(through) => {
            let day: NaiveDate =
                through.parse().map_err(|_| Failure::rejected(&bad_input("date").naming("date", through), lang))?;
            DayClose { through: day, from: None }
        }
        None => {
            if let Some(close) = days_since_the_floor_was_made(&handle, &session, lang)? {
                close
            } else {
                console.line(&lang.t("cli-close-nothing"))?;
                return Ok(ExitCode::SUCCESS);
            }
        }
    };
    let done =
        accepted(handle.execute(Envelope::new(session, Command::Calendar(CalendarCommand::DayClose(close)))), lang)?;
    if console.json {
        console.document(&done.result)?;
    } else {
        let through = done.result.get("through").and_then(Value::as_str).unwrap_or_default().to_owned();
        let nothing = done.result.get("closed").and_then(Value::as_array).is_none_or(Vec::is_empty);
        console.line(
            &lang.with(
                if nothing { "cli-close-already" } else { "cli-close-done" },
                &[("through", Arg::Text(&through))],
            ),
        )?;
    }
    super::say_backup(console, &handle);
    Ok(ExitCode::SUCCESS)
}

/// Yesterday, and not before the floor was made.
fn days_since_the_floor_was_made(
    handle: &worker::Handle,
    session: &Session,
    lang: Lang,
) -> Result<Option<DayClose>, Failure> {
    let view = handle.ask(session, Question::Me(Nothing {})).wait().map_err(|gone| Failure::Fault(gone.to_string()))?;
    let View::Me(me) = view.map_err(|stop| Failure::of(stop, lang))? else {
        return Err(Failure::Fault("me".to_owned()));
    };
    let through = me.work_day.checked_sub_days(Days::new(1)).unwrap_or(me.work_day);
    Ok((me.first_day <= through).then_some(DayClose { through, from: Some(me.first_day) }))
}

pub(super) fn query(console: &Console, arguments: &ArgMatches) -> Result<ExitCode, Failure> {
    let lang = console.lang;
    let with: Value = match text(arguments, "with") {
        Some(text) => serde_json::from_str(text)
            .map_err(|error| Failure::rejected(&bad_input("").naming("error", error), lang))?,
        None => json!({}),
    };
    let question = Question::from_wire(text(arguments, "name").unwrap_or_default(), &with)
        .map_err(|error| Failure::rejected(&wire_refusal(&error), lang))?;
    let door = ReadDoor::open(path(arguments, "floor"), text(arguments, "as").unwrap_or_default(), lang)?;
    let view = door.ask(&question).map_err(|stop| Failure::of(stop, lang))?;
    console.document(&serde_json::to_value(&view).map_err(|error| Failure::Fault(error.to_string()))?)?;
    Ok(ExitCode::SUCCESS)
}

pub(super) fn schema(console: &Console) -> Result<ExitCode, Failure> {
    console.document(&json!({
        "commands": schemars::schema_for!(crate::floor::command::Command),
        "questions": schemars::schema_for!(Question),
        "views": schemars::schema_for!(View),
        "outcomes": {
            "accepted": schemars::schema_for!(Accepted),
            "refusal": schemars::schema_for!(RefusalCode),
        },
        "verify": schemars::schema_for!(crate::views::verify::VerifyView),
        "replies": {"kpi": schemars::schema_for!(KpiView)},
    }))?;
    Ok(ExitCode::SUCCESS)
}

pub(super) fn verify(console: &Console, arguments: &ArgMatches) -> Result<ExitCode, Failure> {
    let lang = console.lang;
    let floor = path(arguments, "floor");
    let db = file::open_reader(floor).map_err(|error| Failure::of(error.into(), lang))?;
    let view = checks::verify(&db, text(arguments, "head")).map_err(|stop| Failure::of(stop, lang))?;
    if console.json {
        console.document(&serde_json::to_value(&view).map_err(|error| Failure::Fault(error.to_string()))?)?;
    } else {
        for check in &view.checks {
            let mark = if check.ok { lang.t("cli-verify-ok") } else { lang.t("cli-verify-broken") };
            let name = lang.t(&format!("cli-check-{}", check.name));
            console.line(&format!("{mark}  {name} ({})", lang.whole(check.checked)))?;
            for broken in &check.broken {
                console.line(&format!("    {} {}: {}", broken.table, broken.key, broken.text))?;
            }
        }
        console.line(
            &lang
                .with("cli-verify-head", &[("seq", Arg::Text(&view.seq.to_string())), ("head", Arg::Text(&view.head))]),
        )?;
        console.line(&lang.t(if view.ok { "cli-verify-whole" } else { "cli-verify-altered" }))?;
    }
    Ok(if view.ok { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

pub(super) fn backup(console: &Console, arguments: &ArgMatches) -> Result<ExitCode, Failure> {
    let lang = console.lang;
    let target = path(arguments, "file");
    let db = file::open_reader(path(arguments, "floor")).map_err(|error| Failure::of(error.into(), lang))?;
    file::backup(&db, target, checks::must_be_whole).map_err(|error| Failure::of(error.into(), lang))?;
    let copy = file::open_reader(target).map_err(|error| Failure::of(error.into(), lang))?;
    let (seq, head) = crate::store::audit::head(&copy).map_err(|error| Failure::of(error.into(), lang))?;
    let named = [("file", target.display().to_string()), ("seq", seq.to_string()), ("head", head)];
    let named: Vec<(&str, Arg<'_>)> = named.iter().map(|(name, value)| (*name, Arg::Text(value))).collect();
    console.line(&lang.with("cli-backup-done", &named))?;
    Ok(ExitCode::SUCCESS)
}

pub(super) fn restore(console: &Console, arguments: &ArgMatches) -> Result<ExitCode, Failure> {
    let lang = console.lang;
    let (source, target) = (path(arguments, "file"), path(arguments, "floor"));
    file::restore(source, target, checks::must_be_whole).map_err(|error| Failure::of(error.into(), lang))?;
    console.line(&lang.with("cli-restore-done", &[("file", Arg::Text(&target.display().to_string()))]))?;
    Ok(ExitCode::SUCCESS)
}
