//! Calls and chats, what people said about them, and where each is now.
//!
//! Invariant: `call_desk` is what [`crate::domain::merge::place`] makes of the facts. What arrives makes only its
//! neighbourhood be looked at anew ([`refresh`], [`refresh_around`]); `verify` looks at all of it.

use chrono::NaiveDate;
use rusqlite::types::Value as Sql;
use rusqlite::{Connection, OptionalExtension, Row, params};
use uuid::Uuid;

use super::facts::FactWriter;
use super::{Stored, day_column, parse_column};
use crate::domain::call::{CallState, Direction, MergeRule};
use crate::domain::client::{ClientKey, client_key};
use crate::domain::code::folded;
use crate::domain::instant::Instant;
use crate::domain::merge::{self, Hand, MergeCall, MergeTicket};
use crate::domain::ticket::Channel;

/// The setting that holds the minutes after a call's end in which its ticket may be opened.
pub const WINDOW_SETTING: &str = "merge_minutes";

/// A call as it was recorded, with its end and owner where they came later.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallRow {
    /// The store's key.
    pub id: i64,
    /// The record's id.
    pub uuid: Uuid,
    /// Whose it is: person and department; `None` while it waits in the queue.
    pub owner: Option<(i64, i64)>,
    /// The operator as the record names them.
    pub operator: Option<String>,
    /// The channel.
    pub channel: Channel,
    /// Who began it.
    pub direction: Direction,
    /// Client reference.
    pub client: Option<String>,
    /// When it began.
    pub started: Instant,
    /// When it was answered.
    pub answered: Option<Instant>,
    /// When it ended; `None` = running.
    pub ended: Option<Instant>,
    /// The id in the system it comes from.
    pub external: Option<String>,
    /// The work day of its beginning.
    pub work_day: NaiveDate,
    /// Digest of what a later record of the same call must share.
    pub content: String,
}

/// A call with where it is now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeskCall {
    /// The call.
    pub call: CallRow,
    /// What has become of it.
    pub state: CallState,
    /// The ticket it is in, and why.
    pub ticket: Option<(i64, MergeRule)>,
}

/// Writes a record; it goes to its ticket at once, or into the queue. `window` is the merging window of its work day
/// ([`window_on`]), which an import reads once a day.
pub fn add_call(db: &Connection, facts: &mut FactWriter<'_>, call: &CallRow, window: i64) -> Stored<i64> {
    let id = facts.next_id("call_record", "call_id")?;
    let client = facts.optional_text(call.client.as_deref())?;
    facts.insert(
        "call_record",
        &["call_id"],
        vec![
            ("call_id", Sql::Integer(id)),
            ("uuid", Sql::Text(call.uuid.to_string())),
            ("person_id", Sql::from(call.owner.map(|(person, _)| person))),
            ("department_id", Sql::from(call.owner.map(|(_, department)| department))),
            ("operator", Sql::from(call.operator.clone())),
            ("channel", Sql::Text(call.channel.as_str().to_owned())),
            ("direction", Sql::Text(call.direction.as_str().to_owned())),
            ("client_id", Sql::from(client)),
            ("started_at", Sql::Integer(call.started.millis())),
            ("answered_at", Sql::from(call.answered.map(Instant::millis))),
            ("ended_at", Sql::from(call.ended.map(Instant::millis))),
            ("external_id", Sql::from(call.external.clone())),
            ("work_day", Sql::Text(call.work_day.to_string())),
            ("content", Sql::Text(call.content.clone())),
        ],
    )?;
    let call = CallRow { id, ..call.clone() };
    if call.owner.is_none() {
        let name = folded(call.operator.as_deref().unwrap_or_default());
        super::queue::wait(db, "call", id, call.started.millis(), &name)?;
    }
    put(db, &call, false, &Hand::default(), window)?;
    Ok(id)
}

/// Writes the end of a call that was recorded while it ran.
pub fn end_call(
    db: &Connection,
    facts: &mut FactWriter<'_>,
    call: i64,
    ended: Instant,
    answered: Option<Instant>,
    client: Option<&str>,
) -> Stored<()> {
    let client = facts.optional_text(client)?;
    facts.insert(
        "call_end",
        &["call_id"],
        vec![
            ("call_id", Sql::Integer(call)),
            ("client_id", Sql::from(client)),
            ("answered_at", Sql::from(answered.map(Instant::millis))),
            ("ended_at", Sql::Integer(ended.millis())),
        ],
    )?;
    refresh(db, call)
}

/// Says whose a call is that waited in the queue.
pub fn own_call(
    db: &Connection,
    facts: &mut FactWriter<'_>,
    call: i64,
    (person, department): (i64, i64),
) -> Stored<()> {
    facts.insert(
        "call_owner",
        &["call_id"],
        vec![
            ("call_id", Sql::Integer(call)),
            ("person_id", Sql::Integer(person)),
            ("department_id", Sql::Integer(department)),
        ],
    )?;
    super::queue::leave(db, "call", call)?;
    refresh(db, call)
}

/// Dismisses a call with a reason, or takes the dismissal back.
pub fn mark_call(
    db: &Connection,
    facts: &mut FactWriter<'_>,
    call: i64,
    person: i64,
    reason: Option<&str>,
) -> Stored<()> {
    let step = next_step(db, "call_mark", call)?;
    let text = facts.optional_text(reason)?;
    let mark = if reason.is_some() { "dismissed" } else { "restored" };
    facts.insert(
        "call_mark",
        &["call_id", "step"],
        vec![
            ("call_id", Sql::Integer(call)),
            ("step", Sql::Integer(step)),
            ("mark", Sql::Text(mark.to_owned())),
            ("person_id", Sql::Integer(person)),
            ("reason_id", Sql::from(text)),
        ],
    )?;
    super::queue::leave(db, "call", call)?;
    refresh(db, call)
}

/// Attaches a call to a ticket by hand, or takes it out of it.
pub fn hand_call(
    db: &Connection,
    facts: &mut FactWriter<'_>,
    call: i64,
    ticket: i64,
    person: i64,
    attach: bool,
) -> Stored<()> {
    let step = next_step(db, "merge_hand", call)?;
    facts.insert(
        "merge_hand",
        &["call_id", "step"],
        vec![
            ("call_id", Sql::Integer(call)),
            ("step", Sql::Integer(step)),
            ("ticket_id", Sql::Integer(ticket)),
            ("hand", Sql::Text(if attach { "attach" } else { "undo" }.to_owned())),
            ("person_id", Sql::Integer(person)),
        ],
    )?;
    refresh(db, call)
}

fn next_step(db: &Connection, table: &str, call: i64) -> Stored<i64> {
    let mut select =
        db.prepare_cached(&format!("SELECT COALESCE(MAX(step), 0) + 1 FROM {table} WHERE call_id = ?1"))?;
    Ok(select.query_row([call], |row| row.get(0))?)
}

/// The minutes after a call's end in which its ticket may be opened, as milliseconds, on a work day.
pub fn window_on(db: &Connection, day: NaiveDate) -> Stored<i64> {
    let mut select = db.prepare_cached(
        "SELECT value FROM setting WHERE name = ?1 AND from_day <= ?2 ORDER BY from_day DESC, setting_id DESC LIMIT 1",
    )?;
    let minutes: Option<String> =
        select.query_row(params![WINDOW_SETTING, day.to_string()], |row| row.get(0)).optional()?;
    Ok(minutes.and_then(|text| text.parse::<i64>().ok()).map_or(merge::WINDOW_MS, |minutes| minutes * 60_000))
}

fn widest_window(db: &Connection) -> Stored<i64> {
    let mut select = db.prepare_cached("SELECT MAX(CAST(value AS INTEGER)) FROM setting WHERE name = ?1")?;
    let minutes: Option<i64> = select.query_row([WINDOW_SETTING], |row| row.get(0))?;
    Ok(minutes.map_or(merge::WINDOW_MS, |minutes| (minutes * 60_000).max(merge::WINDOW_MS)))
}

const CALL: &str = "SELECT r.call_id, r.uuid, COALESCE(r.person_id, o.person_id) AS person_id,
        COALESCE(r.department_id, o.department_id) AS department_id, r.operator, r.channel, r.direction,
        COALESCE(x.body, c.body) AS client, r.started_at, COALESCE(e.answered_at, r.answered_at) AS answered_at,
        COALESCE(r.ended_at, e.ended_at) AS ended_at, r.external_id, r.work_day, r.content
    FROM call_record r
    LEFT JOIN call_end e ON e.call_id = r.call_id
    LEFT JOIN call_owner o ON o.call_id = r.call_id
    LEFT JOIN private_text c ON c.text_id = r.client_id
    LEFT JOIN private_text x ON x.text_id = e.client_id";

fn call_row(row: &Row<'_>) -> rusqlite::Result<CallRow> {
    let uuid: String = row.get("uuid")?;
    let (channel, direction): (String, String) = (row.get("channel")?, row.get("direction")?);
    let person: Option<i64> = row.get("person_id")?;
    let department: Option<i64> = row.get("department_id")?;
    let moment = |column: &str| -> rusqlite::Result<Option<Instant>> {
        let millis: Option<i64> = row.get(column)?;
        millis.map(|millis| parse_column(&millis.to_string(), column, |_| Instant::from_millis(millis))).transpose()
    };
    let started = moment("started_at")?;
    Ok(CallRow {
        id: row.get("call_id")?,
        uuid: parse_column(&uuid, "call_record.uuid", |text| text.parse().ok())?,
        owner: person.zip(department),
        operator: row.get("operator")?,
        channel: parse_column(&channel, "call_record.channel", Channel::parse)?,
        direction: parse_column(&direction, "call_record.direction", Direction::parse)?,
        client: row.get("client")?,
        started: parse_column("", "call_record.started_at", |_| started)?,
        answered: moment("answered_at")?,
        ended: moment("ended_at")?,
        external: row.get("external_id")?,
        work_day: day_column(row, "work_day")?,
        content: row.get("content")?,
    })
}

/// The call of an id.
pub fn call(db: &Connection, uuid: Uuid) -> Stored<Option<CallRow>> {
    let mut select = db.prepare_cached(&format!("{CALL} WHERE r.uuid = ?1"))?;
    Ok(select.query_row([uuid.to_string()], call_row).optional()?)
}

/// The call of a store key.
pub fn call_by_id(db: &Connection, id: i64) -> Stored<Option<CallRow>> {
    let mut select = db.prepare_cached(&format!("{CALL} WHERE r.call_id = ?1"))?;
    Ok(select.query_row([id], call_row).optional()?)
}

/// A call with where it is now.
pub fn desk_call(db: &Connection, id: i64) -> Stored<Option<DeskCall>> {
    let Some(call) = call_by_id(db, id)? else { return Ok(None) };
    let mut select = db.prepare_cached("SELECT state, ticket_id, rule FROM call_desk WHERE call_id = ?1")?;
    let found = select.query_row([id], |row| {
        let (state, rule): (String, Option<String>) = (row.get(0)?, row.get(2)?);
        let rule = rule.map(|rule| parse_column(&rule, "call_desk.rule", MergeRule::parse)).transpose()?;
        let ticket: Option<i64> = row.get(1)?;
        Ok((parse_column(&state, "call_desk.state", CallState::parse)?, ticket.zip(rule)))
    });
    Ok(found.optional()?.map(|(state, ticket)| DeskCall { call, state, ticket }))
}

/// Whether a call is dismissed, and why: the newest word counts.
pub fn dismissal(db: &Connection, call: i64) -> Stored<Option<String>> {
    let mut select = db.prepare_cached(
        "SELECT m.mark, p.body FROM call_mark m LEFT JOIN private_text p ON p.text_id = m.reason_id
         WHERE m.call_id = ?1 ORDER BY m.step DESC LIMIT 1",
    )?;
    let newest = select.query_row([call], |row| Ok((row.get::<_, String>(0)?, row.get::<_, Option<String>>(1)?)));
    Ok(newest.optional()?.filter(|(mark, _)| mark == "dismissed").map(|(_, reason)| reason.unwrap_or_default()))
}

/// What people said about a call, oldest first.
pub fn hand(db: &Connection, call: i64) -> Stored<Hand> {
    let mut select = db.prepare_cached("SELECT ticket_id, hand FROM merge_hand WHERE call_id = ?1 ORDER BY step")?;
    let said = select.query_map([call], |row| Ok((row.get(0)?, row.get::<_, String>(1)? == "attach")))?;
    Ok(Hand::of(said.collect::<Result<Vec<_>, _>>()?))
}

/// Looks anew where a call goes.
pub fn refresh(db: &Connection, call: i64) -> Stored<()> {
    let Some(row) = call_by_id(db, call)? else { return Ok(()) };
    let dismissed = dismissal(db, call)?.is_some();
    put(db, &row, dismissed, &hand(db, call)?, window_on(db, row.work_day)?)
}

/// What of a ticket decides which calls it takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Neighbourhood {
    /// Whose it is.
    pub person: i64,
    /// The client.
    pub client: Option<String>,
    /// When it was opened, Unix ms.
    pub opened: i64,
    /// When it was saved, Unix ms.
    pub saved: i64,
}

/// Looks anew where the calls go that a ticket may take, takes, or was given by hand. `around` is the ticket as it
/// was and as it is.
pub fn refresh_around(db: &Connection, ticket: i64, around: &[Neighbourhood]) -> Stored<()> {
    let window = widest_window(db)?;
    let mut calls: Vec<i64> = Vec::new();
    let mut select = db.prepare_cached(
        "SELECT call_id FROM call_desk WHERE person_id = ?1 AND client_key = ?2 AND ended_at >= ?3 AND started_at <= ?4",
    )?;
    for near in around.iter().filter(|near| near.client.is_some()) {
        let rows =
            select.query_map(params![near.person, near.client, near.opened - window, near.saved], |row| row.get(0))?;
        calls.extend(rows.collect::<Result<Vec<i64>, _>>()?);
    }
    for sql in
        ["SELECT call_id FROM call_desk WHERE ticket_id = ?1", "SELECT call_id FROM merge_hand WHERE ticket_id = ?1"]
    {
        let mut select = db.prepare_cached(sql)?;
        let rows = select.query_map([ticket], |row| row.get(0))?;
        calls.extend(rows.collect::<Result<Vec<i64>, _>>()?);
    }
    calls.sort_unstable();
    calls.dedup();
    calls.into_iter().try_for_each(|call| refresh(db, call))
}

/// A call's row of `call_desk` as the facts give it: state, ticket and rule.
fn placed(
    db: &Connection,
    call: &CallRow,
    client: Option<ClientKey>,
    dismissed: bool,
    hand: &Hand,
    window: i64,
) -> Stored<(CallState, Option<(i64, MergeRule)>)> {
    let Some((person, _)) = call.owner else {
        return Ok((if dismissed { CallState::Dismissed } else { CallState::Queued }, None));
    };
    let ended = call.ended.map(Instant::millis);
    let mut tickets = match (&client, ended) {
        (Some(key), Some(_)) => candidates(db, person, key, call.started.millis())?,
        _ => Vec::new(),
    };
    if let Some(attached) = hand.attached {
        tickets.extend(one_ticket(db, attached)?);
    }
    let merging = MergeCall { person, client, started: call.started.millis(), ended, dismissed };
    let place = merge::place(&merging, &tickets, hand, window);
    Ok((place.state, place.ticket))
}

fn put(db: &Connection, call: &CallRow, dismissed: bool, hand: &Hand, window: i64) -> Stored<()> {
    let client = call.client.as_deref().and_then(client_key);
    let key = client.as_ref().map(|key| key.as_str().to_owned());
    let (state, ticket) = placed(db, call, client, dismissed, hand, window)?;
    // FAIL: what fails takes the whole command back anyhow, so the statement needs no copy of the pages it touches.
    let mut insert = db.prepare_cached(
        "INSERT OR FAIL INTO call_desk (call_id, person_id, department_id, work_day, client_key, started_at, answered_at, ended_at, state, ticket_id, rule)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
         ON CONFLICT (call_id) DO UPDATE SET person_id = ?2, department_id = ?3, client_key = ?5, answered_at = ?7,
             ended_at = ?8, state = ?9, ticket_id = ?10, rule = ?11",
    )?;
    insert.execute(params![
        call.id,
        call.owner.map(|(person, _)| person),
        call.owner.map(|(_, department)| department),
        call.work_day.to_string(),
        key,
        call.started.millis(),
        call.answered.map(Instant::millis),
        call.ended.map(Instant::millis),
        state.as_str(),
        ticket.map(|(ticket, _)| ticket),
        ticket.map(|(_, rule)| rule.as_str()),
    ])?;
    Ok(())
}

const TICKET: &str = "SELECT f.ticket_id, t.uuid, f.person_id, f.client_key, f.opened_at, f.saved_at, f.takes_calls
    FROM ticket_find f JOIN ticket t ON t.ticket_id = f.ticket_id";

fn merge_ticket(row: &Row<'_>) -> rusqlite::Result<MergeTicket> {
    let uuid: String = row.get(1)?;
    Ok(MergeTicket {
        key: row.get(0)?,
        id: parse_column(&uuid, "ticket.uuid", |text| text.parse().ok())?,
        person: row.get(2)?,
        client: row.get::<_, Option<String>>(3)?.map(ClientKey::stored),
        opened: row.get(4)?,
        saved: row.get(5)?,
        takes_calls: row.get::<_, i64>(6)? == 1,
    })
}

/// The tickets of a person and client that were saved at or after a moment.
fn candidates(db: &Connection, person: i64, client: &ClientKey, since: i64) -> Stored<Vec<MergeTicket>> {
    let mut select =
        db.prepare_cached(&format!("{TICKET} WHERE f.person_id = ?1 AND f.client_key = ?2 AND f.saved_at >= ?3"))?;
    Ok(select.query_map(params![person, client.as_str(), since], merge_ticket)?.collect::<Result<_, _>>()?)
}

fn one_ticket(db: &Connection, ticket: i64) -> Stored<Option<MergeTicket>> {
    let mut select = db.prepare_cached(&format!("{TICKET} WHERE f.ticket_id = ?1"))?;
    Ok(select.query_row([ticket], merge_ticket).optional()?)
}

/// Which calls are asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct CallsAsked {
    /// Only this person's.
    pub person: Option<i64>,
    /// Only this department's.
    pub department: Option<i64>,
    /// Only those in this state.
    pub state: Option<CallState>,
}

/// Calls that began in a stretch of time (Unix ms, the end excluded), the latest first, from before `(started, call)`
/// on.
pub fn calls_between(
    db: &Connection,
    (from, to): (i64, i64),
    asked: CallsAsked,
    before: Option<(i64, i64)>,
    limit: i64,
) -> Stored<Vec<i64>> {
    let mut sql = "SELECT call_id FROM call_desk WHERE started_at >= ?1 AND started_at < ?2".to_owned();
    let mut given = vec![Sql::Integer(from), Sql::Integer(to)];
    let mut also = |condition: &str, value: Option<Sql>| {
        if let Some(value) = value {
            given.push(value);
            sql.push_str(&format!(" AND {condition} ?{}", given.len()));
        }
    };
    also("person_id =", asked.person.map(Sql::Integer));
    also("department_id =", asked.department.map(Sql::Integer));
    also("state =", asked.state.map(|state| Sql::Text(state.as_str().to_owned())));
    also("started_at <=", before.map(|(at, _)| Sql::Integer(at)));
    if let Some((at, id)) = before {
        given.extend([Sql::Integer(at), Sql::Integer(id)]);
        sql.push_str(&format!(" AND (started_at < ?{} OR call_id < ?{})", given.len() - 1, given.len()));
    }
    given.push(Sql::Integer(limit));
    sql.push_str(&format!(" ORDER BY started_at DESC, call_id DESC LIMIT ?{}", given.len()));
    let mut select = db.prepare_cached(&sql)?;
    Ok(select.query_map(rusqlite::params_from_iter(given), |row| row.get(0))?.collect::<Result<_, _>>()?)
}

/// How many calls of a stretch of work days are in each state.
pub fn counts_of_days(
    db: &Connection,
    from: NaiveDate,
    to: NaiveDate,
    asked: CallsAsked,
) -> Stored<Vec<(CallState, i64)>> {
    let mut select = db.prepare_cached(
        "SELECT state, COUNT(*) FROM call_desk WHERE work_day BETWEEN ?1 AND ?2 AND (?3 IS NULL OR person_id = ?3)
             AND (?4 IS NULL OR department_id = ?4) GROUP BY state",
    )?;
    let rows = select.query_map(params![from.to_string(), to.to_string(), asked.person, asked.department], |row| {
        let state: String = row.get(0)?;
        Ok((parse_column(&state, "call_desk.state", CallState::parse)?, row.get(1)?))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// A person's unprocessed calls, the latest first.
pub fn unprocessed(db: &Connection, person: i64, limit: i64) -> Stored<Vec<i64>> {
    let mut select = db.prepare_cached(
        "SELECT call_id FROM call_desk WHERE person_id = ?1 AND state = 'unprocessed' ORDER BY started_at DESC LIMIT ?2",
    )?;
    Ok(select.query_map([person, limit], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

/// How many of a person's unprocessed calls are of this work day, and how many of earlier ones.
pub fn unprocessed_counts(db: &Connection, person: i64, day: NaiveDate) -> Stored<(i64, i64)> {
    let mut select = db.prepare_cached(
        "SELECT COALESCE(SUM(work_day >= ?2), 0), COALESCE(SUM(work_day < ?2), 0) FROM call_desk
         WHERE person_id = ?1 AND state = 'unprocessed'",
    )?;
    Ok(select.query_row(params![person, day.to_string()], |row| Ok((row.get(0)?, row.get(1)?)))?)
}

/// The calls a ticket took in, in order.
pub fn calls_of_ticket(db: &Connection, ticket: i64) -> Stored<Vec<i64>> {
    let mut select =
        db.prepare_cached("SELECT call_id FROM call_desk WHERE ticket_id = ?1 ORDER BY started_at, call_id")?;
    Ok(select.query_map([ticket], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

/// A client's last calls, the latest first; only a person's or a department's, where said.
pub fn calls_of_client(
    db: &Connection,
    client: &ClientKey,
    person: Option<i64>,
    department: Option<i64>,
    limit: i64,
) -> Stored<Vec<i64>> {
    let mut select = db.prepare_cached(
        "SELECT call_id FROM call_desk WHERE client_key = ?1 AND (?2 IS NULL OR person_id = ?2)
             AND (?3 IS NULL OR department_id = ?3) ORDER BY started_at DESC, call_id DESC LIMIT ?4",
    )?;
    let rows = select.query_map(params![client.as_str(), person, department, limit], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// A person's ticket without a call that was saved nearest to a call's end, within a window.
pub fn nearest_ticket(db: &Connection, person: i64, from: i64, end: i64, to: i64) -> Stored<Option<Uuid>> {
    let mut select = db.prepare_cached(
        "SELECT t.uuid FROM ticket_find f JOIN ticket t ON t.ticket_id = f.ticket_id
         WHERE f.person_id = ?1 AND f.saved_at BETWEEN ?2 AND ?4 AND f.takes_calls = 1
             AND NOT EXISTS (SELECT 1 FROM call_desk c WHERE c.ticket_id = f.ticket_id)
         ORDER BY ABS(f.saved_at - ?3), f.ticket_id LIMIT 1",
    )?;
    let uuid: Option<String> = select.query_row([person, from, end, to], |row| row.get(0)).optional()?;
    Ok(uuid.and_then(|uuid| uuid.parse().ok()))
}
