//! The command line's door: where passwords come from, and how a login becomes a session.

use std::collections::HashMap;
use std::io::IsTerminal;
use std::path::Path;

use rusqlite::Connection;

use crate::floor::question::Question;
use crate::floor::sign_in::{PasswordProof, Session, sign_in};
use crate::floor::{Floor, Stop};
use crate::locale::{Arg, Lang};
use crate::store::file;
use crate::views::View;
use crate::worker::{self, Clock};

use super::Failure;

/// Passwords: from `NORMA_PASSWORD_<LOGIN>`, else `NORMA_PASSWORD` for `--as`, else from a prompt, else one
/// that this run has set itself. Never from an argument.
#[derive(Debug, Default)]
pub(crate) struct Wallet {
    main: Option<String>,
    set_here: HashMap<String, String>,
}

impl Wallet {
    /// A wallet in which `NORMA_PASSWORD` is this login's.
    pub fn for_login(login: Option<&str>) -> Self {
        Self { main: login.map(str::to_owned), set_here: HashMap::new() }
    }

    /// Remembers a password that this run has set.
    pub fn remember(&mut self, login: &str, password: String) {
        self.set_here.insert(login.to_owned(), password);
    }

    /// The password of a login, without asking anybody.
    pub fn find(&self, login: &str) -> Option<String> {
        let own = std::env::var(variable("NORMA_PASSWORD", login)).ok();
        let main = || if self.main.as_deref() == Some(login) { std::env::var("NORMA_PASSWORD").ok() } else { None };
        own.or_else(|| self.set_here.get(login).cloned()).or_else(main)
    }

    /// The password of a login, asked at a terminal where nothing else knows it.
    pub fn ask(&self, login: &str, lang: Lang) -> String {
        self.find(login).or_else(|| prompt(&lang.with("cli-password-of", &[("login", Arg::Text(login))]))).unwrap_or_default()
    }
}

/// `NORMA_PASSWORD_<LOGIN>`: capitals, other characters as `_`.
pub(crate) fn variable(prefix: &str, login: &str) -> String {
    let name: String = login
        .to_uppercase()
        .chars()
        .map(|letter| if letter.is_alphanumeric() { letter } else { '_' })
        .collect();
    format!("{prefix}_{name}")
}

/// Asks at the terminal; `None` where there is none.
pub(crate) fn prompt(question: &str) -> Option<String> {
    if !std::io::stdin().is_terminal() {
        return None;
    }
    rpassword::prompt_password(format!("{question}: ")).ok()
}

/// A reading door on a floor: one connection, one person.
pub(crate) struct ReadDoor {
    db: Connection,
    session: Session,
    clock: Clock,
}

impl ReadDoor {
    /// Opens a floor for reading and signs in.
    pub fn open(path: &Path, login: &str, lang: Lang) -> Result<Self, Failure> {
        let db = file::open_reader(path).map_err(|error| Failure::of(error.into(), lang))?;
        Floor::load(&db).map_err(|stop| Failure::of(stop, lang))?;
        let password = Wallet::for_login(Some(login)).ask(login, lang);
        let (session, _) = sign_in(&db, login, &password).map_err(|stop| Failure::of(stop, lang))?;
        Ok(Self { db, session, clock: worker::system_clock() })
    }

    /// Answers a question.
    pub fn ask(&self, question: &Question) -> Result<View, Stop> {
        worker::ask(&self.db, &self.session, question, (self.clock)())
    }
}

/// Signs in on a floor that is open for writing.
pub(crate) fn sign_in_at(handle: &worker::Handle, login: &str, password: &str) -> Result<(Session, PasswordProof), Stop> {
    handle.sign_in(login, password).wait().map_err(|gone| Stop::Fault(gone.to_string()))?
}
