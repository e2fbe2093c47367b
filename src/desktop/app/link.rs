//! The window's way to the floor: commands on their way, drafts on their way, and whether all of it is safe.
//!
//! Invariant: a command keeps its id from the first send to an accepted or refused outcome, also when a screen sends it again after
//! "busy"; drafts are saved in the order they were made. Nothing here blocks.

use std::collections::HashMap;

use chrono::NaiveDate;
use uuid::Uuid;

use crate::desktop::action::{Place, Tag};
use crate::domain::rejection::{RefusalCode, Rejection};
use crate::floor::command::{CalendarCommand, Command, DayClose};
use crate::floor::sign_in::{PasswordProof, PasswordVerifier, Session};
use crate::floor::{Accepted, Envelope, Stop};
use crate::locale::{Arg, Lang};
use crate::worker::{Handle, Outcome, Pending, ScratchNote};

/// How long a command that has to be repeated waits, in milliseconds.
const AGAIN_MS: i64 = 1_000;

/// Why a command came to nothing.
#[derive(Debug, Clone)]
pub enum Problem {
    /// Refused by a rule.
    Refused(Rejection),
    /// Our fault, logged under the reference.
    Fault(String),
    /// The password that should have confirmed it is wrong.
    WrongPassword,
}

impl Problem {
    /// What happened and what to do.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        match self {
            Self::Refused(rejection) => lang.refusal(rejection),
            Self::Fault(reference) => lang.with("app-fault", &[("reference", Arg::Text(reference))]),
            Self::WrongPassword => lang.t("app-wrong-password"),
        }
    }

    /// The refusal, where a rule refused.
    #[must_use]
    pub fn rejection(&self) -> Option<&Rejection> {
        if let Self::Refused(rejection) = self { Some(rejection) } else { None }
    }

    /// Whether the same command may be accepted a moment later.
    fn passes(&self) -> bool {
        matches!(self, Self::Refused(rejection) if matches!(rejection.code, RefusalCode::Busy | RefusalCode::StorageFull))
    }
}

/// What came of a command.
#[derive(Debug)]
pub struct Answered {
    /// The screen it was sent from.
    pub place: Place,
    /// Where it belongs on the screen.
    pub tag: Tag,
    /// What came of it.
    pub answer: Result<Accepted, Problem>,
}

/// A command to be sent.
#[derive(Debug)]
pub struct Letter {
    /// The screen it comes from.
    pub place: Place,
    /// Where its outcome belongs.
    pub tag: Tag,
    /// The command.
    pub command: Command,
    /// Its id, where its screen keeps one: then it is repeated until it is accepted or refused.
    pub kept: Option<Uuid>,
    /// The password that confirms it.
    pub password: Option<String>,
    /// The password that it sets.
    pub secret: Option<String>,
}

type SignedIn = Pending<Result<(Session, PasswordProof), Stop>>;

#[derive(Debug)]
enum Step {
    Confirming(SignedIn),
    /// The password that it sets is being hashed.
    Hashing(Pending<Result<PasswordVerifier, Stop>>),
    Sending(Pending<Outcome>),
    /// To be sent again at this time of the monotonic clock.
    Waiting(i64),
}

#[derive(Debug)]
struct Sent {
    place: Place,
    tag: Tag,
    id: Uuid,
    command: Command,
    kept: bool,
    /// It sets a password: sent again it would be another one, so its id is never used again.
    secret: bool,
    step: Step,
}

#[derive(Debug)]
struct Note {
    turn: u64,
    letter: ScratchNote,
    pending: Option<Pending<Result<(), String>>>,
}

/// Whether what was done is on disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Safety {
    /// All of it.
    Saved,
    /// Something is on its way.
    Saving,
    /// Something can't be saved now; it is tried again.
    Trouble,
}

/// A person's way to an open floor.
#[derive(Debug)]
pub struct Link {
    /// The floor.
    pub handle: Handle,
    /// Who is signed in.
    pub session: Session,
    /// What the person signed in by.
    pub login: String,
    sent: Vec<Sent>,
    /// Commands that came back with "busy" or a fault: sent again they are the same command.
    unsure: Vec<(Place, Tag, Uuid, Command)>,
    notes: Vec<Note>,
    newest: HashMap<(&'static str, String), u64>,
    turn: u64,
    notes_failed_at: Option<i64>,
}

impl Link {
    /// The way of the person who has just signed in.
    #[must_use]
    pub fn new(handle: Handle, session: Session, login: String) -> Self {
        Self {
            handle,
            session,
            login,
            sent: Vec::new(),
            unsure: Vec::new(),
            notes: Vec::new(),
            newest: HashMap::new(),
            turn: 0,
            notes_failed_at: None,
        }
    }

    /// Sends a command.
    pub fn send(&mut self, letter: Letter) {
        let Letter { place, tag, command, kept, password, secret } = letter;
        let known = self.unsure.iter().position(|(at, of, _, same)| *at == place && *of == tag && *same == command);
        let remembered = known.map(|found| self.unsure.remove(found).2);
        let id = kept.or(remembered).unwrap_or_else(Uuid::now_v7);
        let step = match (&secret, password) {
            (Some(secret), _) => Step::Hashing(self.handle.hash(secret)),
            (None, Some(password)) => Step::Confirming(self.handle.sign_in(&self.login, &password)),
            (None, None) => Step::Sending(self.handle.send(self.envelope(id, &command, None))),
        };
        self.sent.push(Sent { place, tag, id, command, kept: kept.is_some(), secret: secret.is_some(), step });
    }

    /// Saves or forgets a draft; a newer one of the same slot takes the place of one that still waits.
    pub fn note(&mut self, note: ScratchNote) {
        self.notes.retain(|waiting| {
            waiting.pending.is_some() || waiting.letter.kind != note.kind || waiting.letter.slot != note.slot
        });
        self.turn += 1;
        self.newest.insert((note.kind, note.slot.clone()), self.turn);
        self.notes.push(Note { turn: self.turn, letter: note, pending: None });
        self.send_notes();
    }

    /// Has the floor itself close what is over since it was made; nobody waits for the outcome, which shows in the
    /// views, and what fails now is done at the next start.
    pub fn close_past_days(&self, first: NaiveDate, today: NaiveDate) {
        let Some(through) = today.pred_opt().filter(|through| first <= *through) else { return };
        let close = DayClose { through, from: Some(first) };
        drop(self.handle.send(Envelope::new(Session::floor(), Command::Calendar(CalendarCommand::DayClose(close)))));
    }

    /// Whether what was done is on disk.
    #[must_use]
    pub fn safety(&self) -> Safety {
        if self.notes_failed_at.is_some() || self.sent.iter().any(|sent| matches!(sent.step, Step::Waiting(_))) {
            Safety::Trouble
        } else if self.sent.is_empty() && self.notes.is_empty() {
            Safety::Saved
        } else {
            Safety::Saving
        }
    }

    /// Takes the outcomes that are here, and repeats what is due. Gives the milliseconds after which to look again, where something waits.
    pub fn poll(&mut self, now_ms: i64, answered: &mut Vec<Answered>) -> Option<i64> {
        let mut again = self.poll_notes(now_ms);
        let mut left = Vec::new();
        for mut sent in std::mem::take(&mut self.sent) {
            if let Some(answer) = self.step(&mut sent, now_ms) {
                answered.push(self.settle(sent, answer));
                continue;
            }
            if matches!(sent.step, Step::Waiting(_)) {
                again = Some(AGAIN_MS);
            }
            left.push(sent);
        }
        self.sent.append(&mut left);
        again
    }

    fn step(&self, sent: &mut Sent, now_ms: i64) -> Option<Result<Accepted, Problem>> {
        match &sent.step {
            Step::Confirming(pending) => match pending.poll()? {
                Ok(Ok((_, proof))) => {
                    let envelope = self.envelope(sent.id, &sent.command, Some(proof));
                    sent.step = Step::Sending(self.handle.send(envelope));
                    None
                }
                Ok(Err(stop)) => Some(Err(confirmation_problem(stop))),
                Err(gone) => Some(Err(Problem::Fault(gone.to_string()))),
            },
            Step::Hashing(pending) => match pending.poll()? {
                Ok(Ok(secret)) => {
                    let envelope = self.envelope(sent.id, &sent.command, None);
                    sent.step = Step::Sending(self.handle.send(Envelope { secret: Some(secret), ..envelope }));
                    None
                }
                Ok(Err(Stop::Refused(rejection))) => Some(Err(Problem::Refused(rejection))),
                Ok(Err(Stop::Fault(text))) => Some(Err(Problem::Fault(text))),
                Err(gone) => Some(Err(Problem::Fault(gone.to_string()))),
            },
            Step::Sending(pending) => {
                let answer = match pending.poll()? {
                    Ok(Outcome::Accepted(accepted)) => Ok(accepted),
                    Ok(Outcome::Refused(rejection)) => Err(Problem::Refused(rejection)),
                    Ok(Outcome::Fault(reference)) => Err(Problem::Fault(reference)),
                    Err(gone) => Err(Problem::Fault(gone.to_string())),
                };
                if sent.kept && answer.as_ref().is_err_and(Problem::passes) {
                    sent.step = Step::Waiting(now_ms.saturating_add(AGAIN_MS));
                    return None;
                }
                Some(answer)
            }
            Step::Waiting(until) if *until <= now_ms => {
                sent.step = Step::Sending(self.handle.send(self.envelope(sent.id, &sent.command, None)));
                None
            }
            Step::Waiting(_) => None,
        }
    }

    fn settle(&mut self, sent: Sent, answer: Result<Accepted, Problem>) -> Answered {
        let unsure = matches!(&answer, Err(Problem::Fault(_))) || answer.as_ref().is_err_and(Problem::passes);
        if unsure && !sent.kept && !sent.secret {
            self.unsure.push((sent.place, sent.tag, sent.id, sent.command));
        }
        Answered { place: sent.place, tag: sent.tag, answer }
    }

    fn poll_notes(&mut self, now_ms: i64) -> Option<i64> {
        let mut failed = false;
        self.notes.retain_mut(|note| match note.pending.as_ref().map(Pending::poll) {
            Some(Some(Ok(Ok(())))) => false,
            Some(Some(_)) => {
                failed = true;
                note.pending = None;
                // An older draft must never be saved over a newer one.
                self.newest.get(&(note.letter.kind, note.letter.slot.clone())) == Some(&note.turn)
            }
            Some(None) | None => true,
        });
        if failed {
            self.notes_failed_at = Some(now_ms);
        }
        match self.notes_failed_at {
            Some(at) if now_ms.saturating_sub(at) < AGAIN_MS => Some(AGAIN_MS),
            Some(_) => {
                self.notes_failed_at = None;
                self.send_notes();
                None
            }
            None => {
                self.send_notes();
                None
            }
        }
    }

    fn send_notes(&mut self) {
        if self.notes_failed_at.is_some() {
            return;
        }
        for note in self.notes.iter_mut().filter(|note| note.pending.is_none()) {
            note.pending = Some(self.handle.note(&self.session, note.letter.clone()));
        }
    }

    fn envelope(&self, id: Uuid, command: &Command, proof: Option<PasswordProof>) -> Envelope {
        Envelope { id, proof, ..Envelope::new(self.session.clone(), command.clone()) }
    }
}

fn confirmation_problem(stop: Stop) -> Problem {
    match stop {
        Stop::Refused(rejection) if rejection.code == RefusalCode::BadCredentials => Problem::WrongPassword,
        Stop::Refused(rejection) => Problem::Refused(rejection),
        Stop::Fault(text) => Problem::Fault(text),
    }
}

/// What happened and what to do, where a question or a door came to nothing.
#[must_use]
pub fn stop_text(lang: Lang, stop: &Stop) -> String {
    match stop {
        Stop::Refused(rejection) => lang.refusal(rejection),
        Stop::Fault(text) => lang.with("app-fault", &[("reference", Arg::Text(text))]),
    }
}
