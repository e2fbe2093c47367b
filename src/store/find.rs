//! Tickets as they are searched and merged: derived from their newest versions, never a source of minutes.
//!
//! Invariant: `ticket_find`, `ticket_action` and `ticket_words` are what [`Found`] makes of the facts. A ticket's
//! `place` grows with its finish, so a page and a stretch of days are ranges of one integer, in the index of words too.

use rusqlite::types::Value as Sql;
use rusqlite::{Connection, OptionalExtension, params, params_from_iter};

use super::Stored;
use super::calls::{self, Neighbourhood};
use super::tickets::{TicketRow, VersionRow};
use crate::domain::client::client_key;
use crate::domain::code::folded;
use crate::domain::instant::Instant;
use crate::domain::ticket::{TicketState, Weighed};

/// The longest beginning of a word that the index of words holds by itself.
const LETTERS: usize = 8;

/// Places a millisecond has: the tickets that may finish in it.
pub(super) const PLACES: i64 = 4096;

/// The first place of a moment: what finished before it has a lower one.
#[must_use]
pub fn place_of(at: Instant) -> i64 {
    at.millis().saturating_mul(PLACES)
}

/// A ticket as its newest version is found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The ticket's key.
    pub ticket: i64,
    /// Whose it is.
    pub person: i64,
    /// Its department.
    pub department: i64,
    /// The client it is compared by.
    pub client: Option<String>,
    /// When it was opened, Unix ms; its finish where that is not known.
    pub opened: i64,
    /// When it was first saved, Unix ms; an import carries its own: the finish.
    pub saved: i64,
    /// The newest version.
    pub version: i64,
    /// Taken back.
    pub cancelled: bool,
    /// In no sum yet.
    pub held: bool,
    /// Whether calls may go to it.
    pub takes_calls: bool,
    /// Its actions, each once.
    pub actions: Vec<i64>,
    /// The comment, folded.
    pub comment: String,
    /// The client as written, folded.
    pub name: String,
}

impl Found {
    /// A ticket by its newest version. `saved` is when the first version was recorded, Unix ms.
    #[must_use]
    pub fn of(
        ticket: &TicketRow,
        version: &VersionRow,
        actions: impl IntoIterator<Item = i64>,
        saved: i64,
        held: bool,
    ) -> Self {
        let finished = ticket.finished_at.millis();
        let mut actions: Vec<i64> = actions.into_iter().collect();
        actions.sort_unstable();
        actions.dedup();
        Self {
            ticket: ticket.id,
            person: ticket.person,
            department: ticket.department,
            client: version.client.as_deref().and_then(client_key).map(|key| key.as_str().to_owned()),
            opened: version.opened_at.map_or(finished, Instant::millis),
            saved: if ticket.origin == "import" { finished } else { saved },
            version: version.version,
            cancelled: version.cancelled,
            held,
            takes_calls: ticket.origin != "automatic" && !version.cancelled,
            actions,
            comment: version.comment.as_deref().map(folded).unwrap_or_default(),
            name: version.client.as_deref().map(folded).unwrap_or_default(),
        }
    }

    /// The signs of whose it is and what was done, as the index of words knows them.
    pub(super) fn who(&self) -> String {
        let actions = self.actions.iter().map(|action| format!("a{action}"));
        [format!("p{}", self.person), format!("d{}", self.department)]
            .into_iter()
            .chain(actions)
            .collect::<Vec<_>>()
            .join(" ")
    }

    fn near(&self) -> Neighbourhood {
        Neighbourhood { person: self.person, client: self.client.clone(), opened: self.opened, saved: self.saved }
    }
}

/// Notes a new version of a ticket, and looks anew where the calls around it go.
pub(super) fn note_version(
    db: &Connection,
    ticket: &TicketRow,
    version: &VersionRow,
    decisions: impl IntoIterator<Item = Weighed>,
    held: bool,
) -> Stored<()> {
    let before = if version.version > 1 { known(db, ticket.id)? } else { None };
    let saved = before.as_ref().map_or(version.at, |(_, near)| near.saved);
    let found = Found::of(ticket, version, decisions.into_iter().map(|decision| decision.action), saved, held);
    let place = match &before {
        Some((place, _)) => *place,
        None => free_place(db, ticket)?,
    };
    put(db, place, &found, before.is_some())?;
    let mut around = vec![found.near()];
    around.extend(before.map(|(_, near)| near));
    if found.takes_calls || version.version > 1 {
        calls::refresh_around(db, ticket.id, &around)?;
    }
    Ok(())
}

fn known(db: &Connection, ticket: i64) -> Stored<Option<(i64, Neighbourhood)>> {
    let mut select = db.prepare_cached(
        "SELECT place, person_id, client_key, opened_at, saved_at FROM ticket_find WHERE ticket_id = ?1",
    )?;
    let row = select.query_row([ticket], |row| {
        let near = Neighbourhood { person: row.get(1)?, client: row.get(2)?, opened: row.get(3)?, saved: row.get(4)? };
        Ok((row.get(0)?, near))
    });
    Ok(row.optional()?)
}

/// The first place of a ticket's finish that no other has: tickets get theirs in the order of their keys.
fn free_place(db: &Connection, ticket: &TicketRow) -> Stored<i64> {
    let mut place = place_of(ticket.finished_at).saturating_add(ticket.id % PLACES);
    let mut select = db.prepare_cached("SELECT EXISTS (SELECT 1 FROM ticket_find WHERE place = ?1)")?;
    while select.query_row([place], |row| row.get::<_, i64>(0))? == 1 {
        place += 1;
    }
    Ok(place)
}

fn put(db: &Connection, place: i64, found: &Found, again: bool) -> Stored<()> {
    db.prepare_cached(
        "INSERT INTO ticket_find (place, ticket_id, person_id, department_id, client_key, opened_at, saved_at, version, cancelled, held, takes_calls)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
         ON CONFLICT (place) DO UPDATE SET client_key = ?5, opened_at = ?6, version = ?8, cancelled = ?9, held = ?10, takes_calls = ?11",
    )?
    .execute(params![
        place,
        found.ticket,
        found.person,
        found.department,
        found.client,
        found.opened,
        found.saved,
        found.version,
        i64::from(found.cancelled),
        i64::from(found.held),
        i64::from(found.takes_calls),
    ])?;
    if again {
        forget_actions(db, place, found.ticket, found.version)?;
        db.prepare_cached("DELETE FROM ticket_words WHERE rowid = ?1")?.execute([place])?;
    }
    let mut insert = db.prepare_cached(
        "INSERT INTO ticket_action (action_id, place, person_id, department_id) VALUES (?1, ?2, ?3, ?4)",
    )?;
    for action in &found.actions {
        insert.execute([*action, place, found.person, found.department])?;
    }
    if !found.comment.is_empty() || !found.name.is_empty() {
        db.prepare_cached("INSERT INTO ticket_words (rowid, comment, client, who) VALUES (?1, ?2, ?3, ?4)")?
            .execute(params![place, found.comment, found.name, found.who()])?;
    }
    Ok(())
}

/// The actions of the version before this one no longer lead to the ticket.
fn forget_actions(db: &Connection, place: i64, ticket: i64, version: i64) -> Stored<()> {
    db.prepare_cached(
        "DELETE FROM ticket_action WHERE place = ?1 AND action_id IN (
             SELECT d.action_id FROM decision d WHERE d.ticket_id = ?2 AND d.version = ?3)",
    )?
    .execute([place, ticket, version - 1])?;
    Ok(())
}

/// What tickets are searched by; what is not said is not asked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Search {
    /// Words of the comment, folded: each by its beginning.
    pub words: Vec<String>,
    /// Words of the client's name, folded: each by its beginning.
    pub name: Vec<String>,
    /// The client's key.
    pub client: Option<String>,
    /// An action's key.
    pub action: Option<i64>,
    /// Only this person's.
    pub person: Option<i64>,
    /// Only this department's.
    pub department: Option<i64>,
    /// The lowest place.
    pub from: Option<i64>,
    /// Places below this one.
    pub before: Option<i64>,
    /// Only those in this state.
    pub state: Option<TicketState>,
}

/// A page of tickets: (place, ticket), the latest finish first.
pub fn search(db: &Connection, search: &Search, limit: i64) -> Stored<Vec<(i64, i64)>> {
    let (sql, given) = statement(search, limit);
    let mut select = db.prepare_cached(&sql)?;
    Ok(select.query_map(params_from_iter(given), |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?)
}

/// The statement of a search and what is bound to it: it goes along the narrowest list there is, in order of place,
/// and stops at a page.
#[must_use]
pub fn statement(search: &Search, limit: i64) -> (String, Vec<Sql>) {
    let mut given: Vec<Sql> = Vec::new();
    let mut conditions: Vec<String> = Vec::new();
    let mut also = |condition: &str, value: Sql| {
        given.push(value);
        conditions.push(condition.replace("??", &format!("?{}", given.len())));
    };
    let words = expression(search);
    let along_actions = words.is_none() && search.client.is_none();
    let (list, place) = match (&words, search.action) {
        (Some(_), _) => ("ticket_words w CROSS JOIN ticket_find f ON f.place = w.rowid", "w.rowid"),
        (None, Some(_)) if along_actions => {
            ("ticket_action a CROSS JOIN ticket_find f ON f.place = a.place", "a.place")
        }
        _ => ("ticket_find f", "f.place"),
    };
    if let Some(words) = words {
        also("ticket_words MATCH ??", Sql::Text(words));
    }
    // The index of words knows the action already.
    if let Some(action) = search.action.filter(|_| place != "w.rowid") {
        let condition = if along_actions {
            "a.action_id = ??"
        } else {
            "EXISTS (SELECT 1 FROM ticket_action a WHERE a.action_id = ?? AND a.place = f.place)"
        };
        also(condition, Sql::Integer(action));
    }
    // A client has fewer tickets than an operator: then whose they are only sifts. The index of words knows it already.
    let [whose, where_of] = match place {
        "a.place" => ["a.person_id = ??", "a.department_id = ??"],
        "f.place" if search.client.is_none() => ["f.person_id = ??", "f.department_id = ??"],
        _ => ["+f.person_id = ??", "+f.department_id = ??"],
    };
    for (condition, value) in [
        ("f.client_key = ??", search.client.clone().map(Sql::Text)),
        (whose, search.person.map(Sql::Integer)),
        (where_of, search.department.map(Sql::Integer)),
        (if place == "w.rowid" { "w.rowid >= ??" } else { "PLACE >= ??" }, search.from.map(Sql::Integer)),
        (if place == "w.rowid" { "w.rowid < ??" } else { "PLACE < ??" }, search.before.map(Sql::Integer)),
    ] {
        if let Some(value) = value {
            also(&condition.replace("PLACE", place), value);
        }
    }
    given.push(Sql::Integer(limit));
    conditions.extend(search.state.map(|state| state_condition(state).to_owned()));
    if conditions.is_empty() {
        conditions.push("1 = 1".to_owned());
    }
    let sql = format!(
        "SELECT f.place, f.ticket_id FROM {list} WHERE {} ORDER BY {place} DESC LIMIT ?{}",
        conditions.join(" AND "),
        given.len()
    );
    (sql, given)
}

fn state_condition(state: TicketState) -> &'static str {
    match state {
        TicketState::Counted => "f.cancelled = 0 AND f.held = 0",
        TicketState::Held => "f.held = 1",
        TicketState::Cancelled => "f.cancelled = 1",
        TicketState::Corrected => "f.version > 1",
        TicketState::WithCall => "EXISTS (SELECT 1 FROM call_desk c WHERE c.ticket_id = f.ticket_id)",
        TicketState::WithoutCall => {
            "f.takes_calls = 1 AND NOT EXISTS (SELECT 1 FROM call_desk c WHERE c.ticket_id = f.ticket_id)"
        }
        TicketState::UnderReview => {
            "f.ticket_id IN (SELECT r.ticket_id FROM review r WHERE NOT EXISTS (
                 SELECT 1 FROM review_step s WHERE s.review_id = r.review_id AND s.state = 'closed'))"
        }
    }
}

/// The words of a search in the notation of the index; `None` where there are none.
fn expression(search: &Search) -> Option<String> {
    let column = |column: &str, words: &[String]| -> Vec<String> {
        words.iter().map(|word| format!("{column} : \"{}\"*", beginning(&word.replace('"', "")))).collect()
    };
    let mut all = [column("comment", &search.words), column("client", &search.name)].concat();
    if all.is_empty() {
        return None;
    }
    let signs = [("p", search.person), ("d", search.department), ("a", search.action)];
    all.extend(signs.iter().filter_map(|(sign, key)| key.map(|key| format!("who : \"{sign}{key}\""))));
    Some(all.join(" AND "))
}

/// What a long word is sought by: its first eight letters, which the index holds as a word of its own; longer ones would
/// be gathered from all that begin so. Numbers are sought whole: few are alike.
fn beginning(word: &str) -> String {
    if word.chars().any(char::is_numeric) { word.to_owned() } else { word.chars().take(LETTERS).collect() }
}

/// Words as the index knows them: folded, letters and digits only.
///
/// ```
/// use norma::store::find::words;
/// assert_eq!(words("Счёт №12, роутер!"), ["счет", "12", "роутер"]);
/// ```
#[must_use]
pub fn words(text: &str) -> Vec<String> {
    folded(text)
        .split(|sign: char| !sign.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Forgets everything that is derived here.
fn forget(db: &Connection) -> Stored<()> {
    db.execute_batch(
        "DELETE FROM ticket_find; DELETE FROM ticket_action; DELETE FROM call_desk; DELETE FROM waiting;
         INSERT INTO ticket_words (ticket_words) VALUES ('delete-all');",
    )?;
    Ok(())
}

/// Makes everything that is derived here from the facts: when an older file is migrated.
pub fn rebuild(db: &Connection) -> Stored<()> {
    forget(db)?;
    each_ticket(db, |ticket, found| {
        let place = free_place(db, ticket)?;
        put(db, place, &found, false)
    })?;
    let mut select = db.prepare("SELECT call_id FROM call_record ORDER BY call_id")?;
    let calls: Vec<i64> = select.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    calls.into_iter().try_for_each(|call| calls::refresh(db, call))
}

/// Every ticket as its facts say it is found, in the order of the keys.
pub(super) fn each_ticket(db: &Connection, mut look: impl FnMut(&TicketRow, Found) -> Stored<()>) -> Stored<()> {
    let mut after = 0;
    loop {
        let page = super::tickets::page_of_all(db, after, 500)?;
        let Some(last) = page.last() else { return Ok(()) };
        after = last.id;
        for ticket in &page {
            let versions = super::tickets::versions(db, ticket.id)?;
            let (Some(first), Some(newest)) = (versions.first(), versions.last()) else { continue };
            let decisions = super::tickets::decisions(db, ticket.id, newest.version)?;
            let actions = decisions.iter().map(|decision| decision.weighed.action);
            let held = super::holds::is_held(db, ticket.id)?;
            look(ticket, Found::of(ticket, newest, actions, first.at, held))?;
        }
    }
}

/// When a ticket was first saved, Unix ms, and whether it is held.
pub fn saved_and_held(db: &Connection, ticket: i64) -> Stored<Option<(i64, bool)>> {
    let mut select = db.prepare_cached("SELECT saved_at, held FROM ticket_find WHERE ticket_id = ?1")?;
    Ok(select.query_row([ticket], |row| Ok((row.get(0)?, row.get::<_, i64>(1)? == 1))).optional()?)
}
