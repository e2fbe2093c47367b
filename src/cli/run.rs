//! `norma run`: commands and questions as JSON lines, an outcome a line.
//!
//! Invariant: an outcome is printed and flushed only after its command is on disk, so that whoever reads it
//! may rely on it even if the program is killed at that moment.

use std::collections::HashMap;
use std::io::{BufRead, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::ArgMatches;
use rusqlite::Connection;
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::door::{Wallet, sign_in_at};
use super::{Console, Failure, bad_input};
use crate::domain::instant::Instant;
use crate::domain::rejection::{RefusalCode, Rejection, Warning};
use crate::floor::command::{Command, PeopleCommand, WireError};
use crate::floor::question::Question;
use crate::floor::sign_in::{PasswordVerifier, Session};
use crate::floor::{Envelope, Floor, Stop};
use crate::locale::{Arg, Lang};
use crate::store::{file, people};
use crate::worker::{self, Handle, Outcome};

/// The namespace of ids that a scenario makes from names.
const NAMESPACE: Uuid = Uuid::from_u128(0x6e6f_726d_6100_4000_8000_7363_656e_6172);

pub(super) fn run(console: &Console, arguments: &ArgMatches) -> Result<ExitCode, Failure> {
    let floor = arguments.get_one::<PathBuf>("floor").map_or(Path::new(""), PathBuf::as_path);
    let source = arguments.get_one::<PathBuf>("file").cloned().unwrap_or_default();
    let login = arguments.get_one::<String>("as").cloned();
    let keep_going = arguments.get_flag("keep-going");
    let lang = console.lang;
    let handle = worker::open(floor, worker::system_clock()).map_err(|stop| Failure::of(stop, lang))?;
    let reader = file::open_reader(floor).map_err(|error| Failure::of(error.into(), lang))?;
    let rehearsal = Floor::load(&reader).map_err(|stop| Failure::of(stop, lang))?.row.rehearsal;
    let mut runner = Runner {
        lang,
        handle,
        reader,
        rehearsal,
        wallet: Wallet::for_login(login.as_deref()),
        sessions: HashMap::new(),
        login,
        at: None,
        scenario: source.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(),
    };
    let mut every_line_fits = true;
    let lines: Box<dyn BufRead> = if source.as_os_str() == "-" {
        Box::new(std::io::stdin().lock())
    } else {
        let open = std::fs::File::open(&source);
        let open = open.map_err(|_| {
            Failure::rejected(
                &Rejection::because(RefusalCode::NotFound, "script").naming("file", source.display()),
                lang,
            )
        })?;
        Box::new(std::io::BufReader::new(open))
    };
    for (number, line) in (1_u64..).zip(lines.split(b'\n')) {
        let line = line?;
        let text = String::from_utf8_lossy(&line);
        let text = text.trim().trim_start_matches('\u{feff}');
        if text.is_empty() || text.starts_with('#') {
            continue;
        }
        let Some((outcome, fits)) = runner.line(number, text) else { continue };
        writeln!(std::io::stdout(), "{outcome}")?;
        std::io::stdout().flush()?;
        if let Err(expected) = fits {
            let said = lang.with(
                "cli-run-unexpected",
                &[("line", Arg::Text(&number.to_string())), ("expected", Arg::Text(&expected))],
            );
            console.remark(&said);
            every_line_fits = false;
            if !keep_going {
                break;
            }
        }
    }
    super::say_backup(console, &runner.handle);
    Ok(if every_line_fits { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

struct Runner {
    lang: Lang,
    handle: Handle,
    reader: Connection,
    rehearsal: bool,
    wallet: Wallet,
    sessions: HashMap<String, Session>,
    login: Option<String>,
    at: Option<Instant>,
    scenario: String,
}

/// What came of a line, before it is printed.
enum Reply {
    Ok { result: Value, warnings: Vec<Warning>, seq: i64, undo: Option<Value> },
    View(Value),
    Refused(Rejection),
    Fault(String),
}

/// The outcome to print, and whether it was expected (else: what was expected).
type Printed = (Value, Result<(), String>);

impl Runner {
    /// Carries out a line; `None` for one that only sets the scene.
    fn line(&mut self, number: u64, text: &str) -> Option<Printed> {
        let parsed: Result<Map<String, Value>, _> = serde_json::from_str(text);
        let mut fields = match parsed {
            Ok(fields) => fields,
            Err(error) => {
                let refusal = bad_input("json").naming("line", number).naming("error", error);
                return Some(self.printed(number, Reply::Refused(refusal), &json!("ok")));
            }
        };
        if let Some(Value::String(name)) = fields.get("scenario") {
            self.scenario.clone_from(name);
        }
        for value in fields.values_mut() {
            name_ids(value, &self.scenario);
        }
        let expect = fields.get("expect").cloned().unwrap_or_else(|| json!("ok"));
        let reply = match self.set_scene(&fields) {
            Ok(()) => self.act(number, text, &fields),
            Err(rejection) => Some(Reply::Refused(rejection)),
        };
        reply.map(|reply| self.printed(number, reply, &expect))
    }

    /// `as` and `at` hold until changed; `at` never goes backwards.
    fn set_scene(&mut self, fields: &Map<String, Value>) -> Result<(), Rejection> {
        if let Some(login) = fields.get("as") {
            let login = login.as_str().ok_or_else(|| bad_input("").naming("error", "\"as\" is no text"))?;
            self.login = Some(login.to_owned());
        }
        if let Some(at) = fields.get("at") {
            let at: Instant =
                serde_json::from_value(at.clone()).map_err(|error| bad_input("").naming("error", error))?;
            if self.at.is_some_and(|before| at < before) {
                return Err(Rejection::because(RefusalCode::ClockBehind, "backwards"));
            }
            self.at = Some(at);
        }
        if self.at.is_some() && !self.rehearsal {
            return Err(Rejection::of(RefusalCode::NotRehearsal));
        }
        Ok(())
    }

    fn act(&mut self, number: u64, text: &str, fields: &Map<String, Value>) -> Option<Reply> {
        let with = fields.get("with").cloned().unwrap_or_else(|| json!({}));
        let reply = match (fields.get("do"), fields.get("ask")) {
            (Some(Value::String(name)), None) => self.command(number, text, fields, name, &with),
            (None, Some(Value::String(name))) => self.question(name, &with),
            (None, None) if fields.keys().all(|key| matches!(key.as_str(), "as" | "at" | "scenario")) => return None,
            _ => Err(Stop::Refused(bad_input("line").naming("line", number))),
        };
        Some(reply.unwrap_or_else(|stop| match stop {
            Stop::Refused(rejection) => Reply::Refused(rejection),
            Stop::Fault(text) => Reply::Fault(text),
        }))
    }

    fn session(&mut self) -> Result<Session, Stop> {
        let login = self.login.clone().ok_or_else(|| Rejection::of(RefusalCode::BadCredentials))?;
        if let Some(session) = self.sessions.get(&login) {
            return Ok(session.clone());
        }
        let password = self.wallet.ask(&login, self.lang);
        let (session, _) = sign_in_at(&self.handle, &login, &password)?;
        self.sessions.insert(login, session.clone());
        Ok(session)
    }

    fn command(
        &mut self,
        number: u64,
        text: &str,
        fields: &Map<String, Value>,
        name: &str,
        with: &Value,
    ) -> Result<Reply, Stop> {
        let session = self.session()?;
        let command = Command::from_wire(name, with).map_err(|error| wire_refusal(&error))?;
        let id = match fields.get("id") {
            Some(id) => serde_json::from_value(id.clone()).map_err(|error| bad_input("").naming("error", error))?,
            None => Uuid::new_v5(&NAMESPACE, format!("{}\n{number}\n{text}", self.scenario).as_bytes()),
        };
        let mut envelope = Envelope { id, session, at: self.at, command, proof: None, secret: None };
        let mut one_time = None;
        if envelope.command.needs_password() {
            let login = self.login.clone().unwrap_or_default();
            let password = self.wallet.ask(&login, self.lang);
            envelope.proof = Some(sign_in_at(&self.handle, &login, &password)?.1);
        }
        if let Command::People(PeopleCommand::PasswordSet(set)) = &envelope.command {
            let (password, shown) = self.new_password(set.person.as_str());
            envelope.secret = Some(PasswordVerifier::new(&password)?);
            one_time = Some((set.person.clone(), password, shown));
        }
        match self.handle.execute(envelope) {
            Outcome::Accepted(mut accepted) => {
                if let Some((person, password, shown)) = one_time {
                    self.keep_password(&person, &password);
                    if shown && let Value::Object(result) = &mut accepted.result {
                        result.insert("one_time_password".to_owned(), json!(password));
                    }
                }
                Ok(Reply::Ok {
                    result: accepted.result,
                    warnings: accepted.warnings,
                    seq: accepted.seq,
                    undo: accepted.undo,
                })
            }
            Outcome::Refused(rejection) => Ok(Reply::Refused(rejection)),
            Outcome::Fault(reference) => Ok(Reply::Fault(reference)),
        }
    }

    /// A password for somebody: theirs from the environment, else a fresh one that is shown once.
    fn new_password(&self, person: &str) -> (String, bool) {
        let login = self.login_of(person);
        match login.as_deref().and_then(|login| self.wallet.find(login)) {
            Some(password) => (password, false),
            None => (Uuid::new_v4().simple().to_string().chars().take(12).collect(), true),
        }
    }

    fn login_of(&self, person: &str) -> Option<String> {
        let code = crate::domain::code::Code::new(person).ok()?;
        people::person(&self.reader, &code).ok().flatten()?.login
    }

    fn keep_password(&mut self, person: &crate::domain::code::Code, password: &str) {
        if let Some(login) = self.login_of(person.as_str()) {
            self.sessions.remove(&login);
            self.wallet.remember(&login, password.to_owned());
        }
    }

    fn question(&mut self, name: &str, with: &Value) -> Result<Reply, Stop> {
        let session = self.session()?;
        let question = Question::from_wire(name, with).map_err(|error| wire_refusal(&error))?;
        let at = self.at.unwrap_or_else(|| worker::system_clock()());
        let view = worker::ask(&self.reader, &session, &question, at)?;
        serde_json::to_value(&view).map(Reply::View).map_err(|error| Stop::Fault(error.to_string()))
    }

    fn printed(&self, number: u64, reply: Reply, expect: &Value) -> Printed {
        let (outcome, fits) = match reply {
            Reply::Ok { result, warnings, seq, undo } => {
                let fits = expect == "ok" || expect.is_object() && contains(&result, expect);
                let mut outcome =
                    json!({"line": number, "outcome": "ok", "result": result, "warnings": warnings, "seq": seq});
                if let (Some(undo), Value::Object(map)) = (undo, &mut outcome) {
                    map.insert("undo".to_owned(), undo);
                }
                (outcome, fits)
            }
            Reply::View(view) => {
                let fits = expect == "ok" || (expect.is_object() || expect.is_array()) && contains(&view, expect);
                (json!({"line": number, "outcome": "view", "view": view}), fits)
            }
            Reply::Refused(rejection) => {
                let code = rejection.code.as_str();
                let text = self.lang.refusal(&rejection);
                (json!({"line": number, "outcome": "refused", "code": code, "text": text}), expect == code)
            }
            Reply::Fault(reference) => {
                (json!({"line": number, "outcome": "fault", "reference": reference}), expect == "fault")
            }
        };
        (outcome, if fits { Ok(()) } else { Err(expect.to_string()) })
    }
}

/// The refusal of a line whose name or fields don't fit.
pub(super) fn wire_refusal(error: &WireError) -> Rejection {
    match error {
        WireError::UnknownCommand(name) => bad_input("command").naming("name", name),
        WireError::Fields(text) => bad_input("").naming("error", text),
    }
}

/// Makes UUIDs from names such as `$t1`, at any depth.
fn name_ids(value: &mut Value, scenario: &str) {
    match value {
        Value::String(text) => {
            let name = text.strip_prefix('$').filter(|name| {
                name.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_')
                    && name.chars().all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '-' | '.'))
            });
            if let Some(name) = name {
                *text = Uuid::new_v5(&NAMESPACE, format!("{scenario}\n${name}").as_bytes()).to_string();
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| name_ids(item, scenario)),
        Value::Object(map) => map.values_mut().for_each(|item| name_ids(item, scenario)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Whether a value contains what is expected: objects their fields, arrays each element in some element.
fn contains(value: &Value, expected: &Value) -> bool {
    match (value, expected) {
        (Value::Object(value), Value::Object(expected)) => {
            expected.iter().all(|(key, part)| value.get(key).map_or(part.is_null(), |found| contains(found, part)))
        }
        (Value::Array(value), Value::Array(expected)) => {
            expected.iter().all(|part| value.iter().any(|found| contains(found, part)))
        }
        (Value::Number(value), Value::Number(expected)) => value == expected || value.as_f64() == expected.as_f64(),
        _ => value == expected,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_expectation_is_contained_in_the_result() {
        let check = |value: Value, expected: Value, fits: bool| {
            assert_eq!(contains(&value, &expected), fits, "{value} {expected}");
        };
        check(json!({"a": 1, "b": [{"c": 2, "d": 3}, {"c": 4}]}), json!({"b": [{"c": 4}, {"d": 3}]}), true);
        check(json!({"a": 1}), json!({"a": 2}), false);
        check(json!({"a": 1}), json!({"b": null}), true);
        check(json!([1, 2]), json!([3]), false);
        check(json!({"a": 1}), json!({"a": 1.0}), true);
    }

    #[test]
    fn names_become_ids_that_stay() {
        let named = |scenario: &str| {
            let mut value = json!({"ticket": "$t1", "comment": "$5 off", "list": ["$t1"]});
            name_ids(&mut value, scenario);
            value
        };
        let first = named("day");
        assert_eq!(first, named("day"));
        assert_ne!(first["ticket"], named("other")["ticket"]);
        assert_eq!(first["ticket"], first["list"][0]);
        assert_eq!(first["comment"], "$5 off");
    }
}
