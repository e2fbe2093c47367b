//! `norma watch`: a folder whose files are imported as they come.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use clap::ArgMatches;
use serde_json::{Value, json};

use super::door::{Wallet, sign_in_at};
use super::import::{floor_facts, report_json};
use super::{Console, Failure, bad_input};
use crate::domain::rejection::RefusalCode;
use crate::floor::sign_in::Session;
use crate::intake::watch::{WatchError, Watched};
use crate::intake::{self, FloorFacts, Kind, RunError};
use crate::locale::{Arg, Lang};
use crate::worker::{self, Handle};

/// How long a file may be left alone before `--once` takes it: two looks, so that it is seen not to grow.
const ONCE_PAUSE: Duration = Duration::from_secs(1);

pub(super) fn watch(console: &Console, arguments: &ArgMatches) -> Result<ExitCode, Failure> {
    let lang = console.lang;
    let path = |name: &str| arguments.get_one::<PathBuf>(name).map(PathBuf::as_path);
    let floor = path("floor").unwrap_or(Path::new(""));
    let folder = path("folder").unwrap_or(Path::new(""));
    let kind = arguments.get_one::<String>("kind").and_then(|kind| Kind::parse(kind)).unwrap_or(Kind::Calls);
    let once = arguments.get_flag("once");
    let every = arguments.get_one::<u64>("every").copied().unwrap_or(5);
    let pause = if once { ONCE_PAUSE } else { Duration::from_secs(every) };
    let facts = floor_facts(floor, lang)?;
    let shown = folder.display().to_string();
    let mut watched = Watched::take(folder).map_err(|error| refused(&error, &shown, lang))?;
    let login = arguments.get_one::<String>("as").cloned().unwrap_or_default();
    let handle = worker::open(floor, worker::system_clock()).map_err(|stop| Failure::of(stop, lang))?;
    let password = Wallet::for_login(Some(&login)).ask(&login, lang);
    let (session, _) = sign_in_at(&handle, &login, &password).map_err(|stop| Failure::of(stop, lang))?;
    let door = Door { console, handle: &handle, session: &session, facts, kind, profile: path("profile") };
    console.line(&lang.with("cli-watch-begins", &[("folder", Arg::Text(&shown))]))?;
    watched.ready().map_err(Failure::from)?;
    loop {
        std::thread::sleep(pause);
        let ready = match watched.ready() {
            Ok(ready) => ready,
            // A share that is away for a while comes back; a script that asked once is told.
            Err(error) if !once => {
                let text = error.to_string();
                console
                    .remark(&lang.with("cli-watch-away", &[("folder", Arg::Text(&shown)), ("why", Arg::Text(&text))]));
                continue;
            }
            Err(error) => return Err(error.into()),
        };
        for file in ready {
            door.take(&mut watched, &file)?;
        }
        if once {
            return Ok(ExitCode::SUCCESS);
        }
    }
}

fn refused(error: &WatchError, folder: &str, lang: Lang) -> Failure {
    match error {
        WatchError::Taken => Failure::rejected(&bad_input("watch-taken").naming("folder", folder), lang),
        WatchError::Io(error) => {
            let text = error.to_string();
            Failure::rejected(&bad_input("watch-folder").naming("folder", folder).naming("error", text), lang)
        }
    }
}

struct Door<'a> {
    console: &'a Console,
    handle: &'a Handle,
    session: &'a Session,
    facts: FloorFacts,
    kind: Kind,
    profile: Option<&'a Path>,
}

impl Door<'_> {
    /// Imports a file and puts it away. Errors end the watch: a password that was changed, a full disk, a fault.
    fn take(&self, watched: &mut Watched, file: &Path) -> Result<(), Failure> {
        let lang = self.console.lang;
        let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let (taken, report) = self.import(file)?;
        let put = watched.put_away(file, taken, &report).map_err(Failure::from)?;
        let place = put.display().to_string();
        let count = |key: &str| report.get(key).and_then(Value::as_u64).unwrap_or_default().to_string();
        let (made, repeated) = (count("made"), count("repeated"));
        let refused = report.get("refused").and_then(Value::as_array).map_or(0, Vec::len).to_string();
        let named = [
            ("file", Arg::Text(name.as_str())),
            ("made", Arg::Text(&made)),
            ("repeated", Arg::Text(&repeated)),
            ("refused", Arg::Text(&refused)),
            ("place", Arg::Text(&place)),
        ];
        self.console.line(&lang.with(if taken { "cli-watch-done" } else { "cli-watch-failed" }, &named))
    }

    fn import(&self, file: &Path) -> Result<(bool, Value), Failure> {
        let lang = self.console.lang;
        let plan = match intake::plan(self.kind, file, self.profile, &self.facts) {
            Ok(plan) => plan,
            Err(error) => return Ok((false, json!({"error": lang.refusal(&error.rejection())}))),
        };
        let never = AtomicBool::new(false);
        match intake::run(self.handle, self.session, plan, &|_, _| {}, &never) {
            Ok(report) => {
                let nothing = report.made == 0 && report.repeated == 0 && !report.refused.is_empty();
                Ok((!nothing, report_json(&report, lang)))
            }
            Err(RunError::Refused { rejection, .. }) if is_about_the_file(rejection.code) => {
                Ok((false, json!({"error": lang.refusal(&rejection)})))
            }
            Err(RunError::Refused { rejection, .. }) => Err(Failure::rejected(&rejection, lang)),
            Err(RunError::Cancelled { .. }) => Err(Failure::Refused(String::new())),
            Err(RunError::Fault { reference, .. }) => Err(Failure::Fault(reference)),
        }
    }
}

/// Whether a refusal says something about the file rather than about who watches or where.
fn is_about_the_file(code: RefusalCode) -> bool {
    matches!(code, RefusalCode::BadInput | RefusalCode::UnknownCode | RefusalCode::IdConflict)
}
