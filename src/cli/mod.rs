//! The command line: arguments → the same commands and questions as the window's.
//!
//! Invariant: with `--json` one JSON document stands on stdout and nothing else; messages go to stderr. Exit
//! codes: 0 done, 1 refused or bad input, 2 usage, 3 our fault. No rule lives here.

mod arguments;
mod difference;
mod door;
mod export;
mod floors;
mod import;
mod run;
mod stats;
mod watch;
mod window;

use std::io::Write;
use std::process::ExitCode;

use clap::ArgMatches;
use serde_json::Value;

use crate::domain::rejection::{RefusalCode, Rejection};
use crate::floor::Stop;
use crate::locale::{Arg, Lang};

pub use arguments::command;

/// What a command of the command line came to, when it came to nothing.
#[derive(Debug)]
pub(crate) enum Failure {
    /// Refused or bad input: exit code 1, with the text for people.
    Refused(String),
    /// Wrong usage: exit code 2.
    Usage(String),
    /// Our fault: exit code 3.
    Fault(String),
}

impl Failure {
    fn of(stop: Stop, lang: Lang) -> Self {
        match stop {
            Stop::Refused(rejection) => Self::Refused(lang.refusal(&rejection)),
            Stop::Fault(text) => Self::Fault(text),
        }
    }

    fn rejected(rejection: &Rejection, lang: Lang) -> Self {
        Self::Refused(lang.refusal(rejection))
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        // Somebody closed the pipe we write to: nothing to add.
        if error.kind() == std::io::ErrorKind::BrokenPipe {
            Self::Refused(String::new())
        } else {
            Self::Fault(error.to_string())
        }
    }
}

/// Where a command writes.
pub(crate) struct Console {
    pub lang: Lang,
    /// Whether the language was asked for on the command line.
    pub lang_given: bool,
    pub json: bool,
}

#[expect(clippy::unused_self, reason = "a command writes to its console, whatever that is made of")]
impl Console {
    /// Prints a document of JSON on stdout.
    fn document(&self, value: &Value) -> Result<(), Failure> {
        let text = serde_json::to_string_pretty(value).map_err(|error| Failure::Fault(error.to_string()))?;
        writeln!(std::io::stdout(), "{text}").map_err(Failure::from)
    }

    /// Prints a line for people on stdout.
    fn line(&self, text: &str) -> Result<(), Failure> {
        writeln!(std::io::stdout(), "{text}").map_err(Failure::from)
    }

    /// Prints a remark on stderr.
    fn remark(&self, text: &str) {
        if writeln!(std::io::stderr(), "{text}").is_err() {
            tracing::debug!("stderr is closed");
        }
    }
}

/// Runs the program on its arguments.
#[must_use]
pub fn main(arguments: Vec<std::ffi::OsString>) -> ExitCode {
    let lang = language(&arguments);
    let matches = match arguments::command(lang).try_get_matches_from(arguments) {
        Ok(matches) => matches,
        Err(error) => {
            let code = if error.use_stderr() { 2 } else { 0 };
            if error.print().is_err() {
                tracing::debug!("the terminal is closed");
            }
            return ExitCode::from(code);
        }
    };
    let console =
        Console { lang, lang_given: matches.get_one::<String>("lang").is_some(), json: flag(&matches, "json") };
    match dispatch(&console, &matches) {
        Ok(code) => code,
        Err(Failure::Refused(text)) => fail(&console, 1, &text),
        Err(Failure::Usage(text)) => fail(&console, 2, &text),
        Err(Failure::Fault(text)) => {
            let text = lang.with("cli-fault", &[("text", Arg::Text(&text))]);
            fail(&console, 3, &text)
        }
    }
}

fn fail(console: &Console, code: u8, text: &str) -> ExitCode {
    if !text.is_empty() {
        console.remark(text);
    }
    ExitCode::from(code)
}

/// The language: `--lang`, else `NORMA_LANG`, else the system's, else Russian.
fn language(arguments: &[std::ffi::OsString]) -> Lang {
    let texts: Vec<&str> = arguments.iter().filter_map(|argument| argument.to_str()).collect();
    let after = texts.iter().position(|text| *text == "--lang").and_then(|place| texts.get(place + 1).copied());
    let joined = texts.iter().find_map(|text| text.strip_prefix("--lang="));
    let given = after.or(joined).and_then(Lang::parse);
    let from = |name: &str| std::env::var(name).ok().and_then(|text| Lang::parse(&text));
    given.or_else(|| from("NORMA_LANG")).or_else(|| from("LC_ALL")).or_else(|| from("LANG")).unwrap_or_default()
}

fn flag(matches: &ArgMatches, name: &str) -> bool {
    let inner = matches.subcommand().map_or(matches, |(_, inner)| inner);
    matches!(inner.try_get_one::<bool>(name), Ok(Some(true)))
}

fn dispatch(console: &Console, matches: &ArgMatches) -> Result<ExitCode, Failure> {
    let Some((name, inner)) = matches.subcommand() else {
        return window::window(
            console,
            matches.get_one::<std::path::PathBuf>("floor").map(std::path::PathBuf::as_path),
        );
    };
    match name {
        "demo" => floors::demo(console, inner),
        "init" => floors::init(console, inner),
        "password" => floors::password(console, inner),
        "stats" => stats::stats(console, inner),
        "import" => import::import(console, inner),
        "watch" => watch::watch(console, inner),
        "export" => export::export(console, inner),
        "kpi" => floors::kpi(console, inner),
        "close" => floors::close(console, inner),
        "run" => run::run(console, inner),
        "query" => floors::query(console, inner),
        "schema" => floors::schema(console),
        "verify" => floors::verify(console, inner),
        "backup" => floors::backup(console, inner),
        "restore" => floors::restore(console, inner),
        other => Err(Failure::Usage(other.to_owned())),
    }
}

/// Waits for the copy that a closed day asks for, and says why there is none: the command itself is done.
fn say_backup(console: &Console, handle: &crate::worker::Handle) {
    handle.finish_backup();
    if let Some(why) = handle.backup_failure() {
        console.remark(&console.lang.with("backup-failed", &[("why", Arg::Text(&why))]));
    }
}

fn bad_input(reason: &'static str) -> Rejection {
    Rejection::because(RefusalCode::BadInput, reason)
}
