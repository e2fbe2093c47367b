//! Signing in: passwords, sessions, and the proof that a password was just typed.
//!
//! Invariant: a [`Session`] and a [`PasswordProof`] come only from a password that was checked, on the
//! door's side, before any lock. A session dies with the password it was opened by.

use std::time::{Duration, Instant as Monotonic};

use argon2::{Argon2, PasswordHash, PasswordHasher, PasswordVerifier as _};
use rusqlite::Connection;

use super::Stop;
use crate::domain::code::Code;
use crate::domain::rejection::{RefusalCode, Rejection};
use crate::policy::Actor;
use crate::store;

/// How long a confirmed password stands as proof.
const PROOF_LASTS: Duration = Duration::from_mins(1);

/// The shortest password taken.
pub const PASSWORD_MIN: usize = 4;

/// A password's verifier (an argon2id PHC string); the password itself is never kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PasswordVerifier(String);

impl PasswordVerifier {
    /// Hashes a password with argon2id at the library's default cost.
    pub fn new(password: &str) -> Result<Self, Stop> {
        if password.chars().count() < PASSWORD_MIN {
            return Err(Rejection::because(RefusalCode::BadInput, "password-short")
                .naming("least", PASSWORD_MIN)
                .into());
        }
        let hash =
            Argon2::default().hash_password(password.as_bytes()).map_err(|error| Stop::Fault(error.to_string()))?;
        Ok(Self(hash.to_string()))
    }

    /// The verifier as stored.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The signs of a one-time password: none that is read for another.
const SIGNS: &[u8] = b"abcdefghkmnpqrstuvwxyz23456789";

/// A one-time password that can be read out and typed: three groups of four signs, 58 bits by chance. The chance is the
/// operating system's, which random ids are made of; a byte that fits no sign is left out, so that every sign is as likely.
///
/// ```
/// use norma::floor::sign_in::one_time_password;
/// let password = one_time_password();
/// assert_eq!(password.len(), 14);
/// assert!(password.split('-').all(|group| group.len() == 4));
/// assert_ne!(password, one_time_password());
/// ```
#[must_use]
pub fn one_time_password() -> String {
    let bytes = std::iter::repeat_with(uuid::Uuid::new_v4).flat_map(|id| id.into_bytes().into_iter().take(6));
    let signs: Vec<char> =
        bytes.filter_map(|byte| SIGNS.get(usize::from(byte % 32)).copied().map(char::from)).take(12).collect();
    signs.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}

/// Somebody at a door.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session(Who);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Who {
    Person { id: i64, code: Code, credential: i64, one_time: bool },
    FileOwner,
    Floor,
}

impl Session {
    /// Whoever can write the file: may set passwords, nothing else.
    #[must_use]
    pub fn file_owner() -> Self {
        Self(Who::FileOwner)
    }

    /// The floor itself: closes days that are over.
    #[must_use]
    pub fn floor() -> Self {
        Self(Who::Floor)
    }

    /// The person's key and the key of the password it was opened by.
    pub(crate) fn person(&self) -> Option<(i64, i64)> {
        match &self.0 {
            Who::Person { id, credential, .. } => Some((*id, *credential)),
            Who::FileOwner | Who::Floor => None,
        }
    }

    /// The person's code, for showing.
    #[must_use]
    pub fn code(&self) -> &str {
        match &self.0 {
            Who::Person { code, .. } => code.as_str(),
            Who::FileOwner => "file-owner",
            Who::Floor => "floor",
        }
    }

    /// Whether the password was set by another and is to be replaced by its owner.
    #[must_use]
    pub fn one_time(&self) -> bool {
        matches!(self.0, Who::Person { one_time: true, .. })
    }

    pub(crate) fn is_system(&self) -> bool {
        self.person().is_none()
    }

    /// What a session without a person may do.
    pub(crate) fn may(&self, command: &str) -> bool {
        match self.0 {
            Who::FileOwner => command == "password.set",
            Who::Floor => command == "day.close",
            Who::Person { .. } => true,
        }
    }

    /// The actor that a session without a person acts as.
    pub(crate) fn system_actor(&self) -> Actor {
        let roles = match self.0 {
            Who::FileOwner | Who::Floor => vec![crate::domain::people::Role::Administrator],
            Who::Person { .. } => Vec::new(),
        };
        // The names are constants that fit a code; an empty actor may do nothing at all.
        match Code::new(self.code()) {
            Ok(code) => Actor { person: 0, code, roles, acting: Vec::new(), department: None, sees_money: false },
            Err(_) => Actor {
                person: 0,
                code: Code::system(),
                roles: Vec::new(),
                acting: Vec::new(),
                department: None,
                sees_money: false,
            },
        }
    }
}

/// A password that was just confirmed.
#[derive(Debug, Clone)]
pub struct PasswordProof {
    person: i64,
    confirmed: Monotonic,
}

impl PasswordProof {
    /// Whether it is this person's and not older than 60 s.
    pub(crate) fn stands_for(&self, person: i64) -> bool {
        self.person == person && self.confirmed.elapsed() <= PROOF_LASTS
    }
}

/// Checks a login and password. The answer takes the same work whether or not the login exists.
pub fn sign_in(db: &Connection, login: &str, password: &str) -> Result<(Session, PasswordProof), Stop> {
    let refused = || Stop::Refused(Rejection::of(RefusalCode::BadCredentials).naming("login", login));
    let person = store::people::person_by_login(db, login)?;
    let credential = match &person {
        Some(person) => store::people::credential(db, person.id)?,
        None => None,
    };
    let verifier = credential.as_ref().map_or(NOBODY, |credential| credential.verifier.as_str());
    let parsed = PasswordHash::new(verifier).map_err(|error| Stop::Fault(error.to_string()))?;
    let fits = Argon2::default().verify_password(password.as_bytes(), &parsed).is_ok();
    match (person, credential) {
        (Some(person), Some(credential)) if fits => {
            let proof = PasswordProof { person: person.id, confirmed: Monotonic::now() };
            let who = Who::Person {
                id: person.id,
                code: person.code,
                credential: credential.id,
                one_time: credential.one_time,
            };
            Ok((Session(who), proof))
        }
        _ => Err(refused()),
    }
}

/// A verifier nobody's password fits, so that an unknown login takes as long as a wrong password.
const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5bm9ib2R5$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAArl8CurtzJsyKY";
