//! What stands between a person and the screens: the lock, and the new password that a one-time one asks for.
//!
//! Invariant: the screens' forms stay as they are behind it; the lock opens only for the person who is signed in.

use super::link::{Link, stop_text};
use super::task::Task;
use crate::desktop::screens::welcome::{self, NewPassword, SignIn, Wish};
use crate::domain::code::Code;
use crate::domain::rejection::{RefusalCode, Rejection};
use crate::floor::command::{Command, PasswordSet, PeopleCommand};
use crate::floor::sign_in::{PasswordProof, PasswordVerifier, Session};
use crate::floor::{Envelope, Stop};
use crate::locale::Lang;
use crate::worker::{Outcome, Pending};

type SignedIn = Pending<Result<(Session, PasswordProof), Stop>>;

enum Kind {
    Lock(SignIn),
    NewPassword(NewPassword),
}

enum Step {
    Idle,
    Checking(SignedIn),
    Hashing(Task<Result<PasswordVerifier, Stop>>),
    Setting(Pending<Outcome>),
}

/// What becomes of the guard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Passage {
    /// It stays.
    Closed,
    /// The person is let through; the key of what is said then.
    Open(&'static str),
    /// Somebody else wants to sign in.
    Leave,
}

/// The lock or the new password.
pub struct Guard {
    kind: Kind,
    step: Step,
    error: Option<Stop>,
    leave: bool,
}

impl Guard {
    /// The lock.
    #[must_use]
    pub fn lock() -> Self {
        Self { kind: Kind::Lock(SignIn::default()), step: Step::Idle, error: None, leave: false }
    }

    /// The new password.
    #[must_use]
    pub fn new_password() -> Self {
        Self { kind: Kind::NewPassword(NewPassword::default()), step: Step::Idle, error: None, leave: false }
    }

    /// Draws it.
    pub fn ui(&mut self, ui: &mut egui::Ui, lang: Lang, name: &str, link: &Link) {
        let error = self.error.as_ref().map(|stop| stop_text(lang, stop)).unwrap_or_default();
        let busy = lang.t("welcome-signing-in");
        let idle = matches!(self.step, Step::Idle);
        let view = welcome::View {
            recent: &[],
            demo: false,
            floor: Some(link.handle.path()),
            people: &[],
            busy: (!idle).then_some((busy.as_str(), None)),
            error: &error,
        };
        let mut wishes = Vec::new();
        match &mut self.kind {
            Kind::Lock(form) => welcome::lock(ui, lang, name, &view, form, &mut wishes),
            Kind::NewPassword(form) => welcome::new_password(ui, lang, &view, form, &mut wishes),
        }
        for wish in wishes {
            self.wish(ui.ctx(), &wish, link);
        }
    }

    fn wish(&mut self, ctx: &egui::Context, wish: &Wish, link: &Link) {
        self.error = None;
        match (wish, &mut self.kind) {
            (Wish::Leave, _) => self.leave = true,
            (Wish::SignIn, Kind::Lock(form)) => {
                let password = std::mem::take(&mut form.password);
                form.placed = false;
                self.step = Step::Checking(link.handle.sign_in(&link.login, &password));
            }
            (Wish::SetPassword, Kind::NewPassword(form)) => {
                let password = form.password.clone();
                self.step = Step::Hashing(Task::run(ctx, "norma-password", move || PasswordVerifier::new(&password)));
            }
            _ => {}
        }
    }

    /// Whether something is on its way.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        !matches!(self.step, Step::Idle)
    }

    /// Takes what has come.
    pub fn logic(&mut self, link: &mut Link) -> Passage {
        if self.leave {
            return Passage::Leave;
        }
        let next = match &self.step {
            Step::Idle => return Passage::Closed,
            Step::Checking(pending) => match pending.poll() {
                None => return Passage::Closed,
                Some(answer) => {
                    return self.checked(answer.unwrap_or_else(|gone| Err(Stop::Fault(gone.to_string()))), link);
                }
            },
            Step::Hashing(task) => match task.poll() {
                None => return Passage::Closed,
                Some(Ok(Ok(verifier))) => set_password(verifier, link),
                Some(Ok(Err(stop))) => Err(stop),
                Some(Err(_)) => Err(Stop::Fault("norma-password".to_owned())),
            },
            Step::Setting(pending) => match pending.poll() {
                None => return Passage::Closed,
                Some(Ok(Outcome::Accepted(_))) => Ok(self.sign_in_again(link)),
                Some(Ok(Outcome::Refused(rejection))) => Err(Stop::Refused(rejection)),
                Some(Ok(Outcome::Fault(reference))) => Err(Stop::Fault(reference)),
                Some(Err(gone)) => Err(Stop::Fault(gone.to_string())),
            },
        };
        match next {
            Ok(step) => self.step = step,
            Err(stop) => self.fail(stop),
        }
        Passage::Closed
    }

    fn fail(&mut self, stop: Stop) {
        self.step = Step::Idle;
        self.error = Some(stop);
    }

    fn checked(&mut self, answer: Result<(Session, PasswordProof), Stop>, link: &mut Link) -> Passage {
        match answer {
            Ok((session, _)) if session.code() == link.session.code() => {
                link.session = session;
                Passage::Open(match self.kind {
                    Kind::Lock(_) => "app-welcome-back",
                    Kind::NewPassword(_) => "app-password-set",
                })
            }
            Ok(_) => {
                self.fail(Rejection::of(RefusalCode::BadCredentials).into());
                Passage::Closed
            }
            Err(stop) => {
                self.fail(stop);
                Passage::Closed
            }
        }
    }

    /// A session dies with the password it was opened by.
    fn sign_in_again(&self, link: &Link) -> Step {
        let Kind::NewPassword(form) = &self.kind else { return Step::Idle };
        Step::Checking(link.handle.sign_in(&link.login, &form.password))
    }
}

fn set_password(verifier: PasswordVerifier, link: &Link) -> Result<Step, Stop> {
    let person = Code::new(link.session.code()).map_err(|_| Stop::Fault("code".to_owned()))?;
    let command = Command::People(PeopleCommand::PasswordSet(PasswordSet { person }));
    let envelope = Envelope { secret: Some(verifier), ..Envelope::new(link.session.clone(), command) };
    Ok(Step::Setting(link.handle.send(envelope)))
}
