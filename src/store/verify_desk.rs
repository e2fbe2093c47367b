//! Calls, holds, claims and the lists they are found by, read with distrust.
//!
//! Each call's place is worked out again by the rule, over every ticket of its employee and client; each list that
//! searches go by is made again from the facts and compared.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, OptionalExtension, params};

use super::Stored;
use super::calls::{self, CallRow};
use super::find::{self, Found};
use super::verify::{Found as Looked, broken_rows};
use crate::domain::call::CallState;
use crate::domain::client::{ClientKey, client_key};
use crate::domain::code::folded;
use crate::domain::instant::Instant;
use crate::domain::merge::{self, MergeCall, MergeTicket};

/// Every call in the place the rule gives it: one ticket or none, with its reason.
pub fn merges(db: &Connection) -> Stored<Looked> {
    let mut found = Looked::default();
    let tickets = tickets(db)?;
    let none = Vec::new();
    let mut stored: BTreeSet<i64> = ids(db, "SELECT call_id FROM call_desk")?;
    for id in ids(db, "SELECT call_id FROM call_record")? {
        found.checked += 1;
        let (Some(call), true) = (calls::call_by_id(db, id)?, stored.remove(&id)) else {
            found.broke("call_desk", id, "the call is in no list");
            continue;
        };
        let client = call.client.as_deref().and_then(client_key);
        let of = |key: &ClientKey| call.owner.and_then(|(person, _)| tickets.by_client.get(&(person, key.clone())));
        let near = client.as_ref().and_then(of).unwrap_or(&none);
        if row_of(db, id)? != Some(expected(db, &tickets, &call, client, near)?) {
            found.broke("call_desk", id, "the call is not where the rule of merging puts it");
        }
    }
    for id in stored {
        found.broke("call_desk", id, "there is no call of this row");
    }
    Ok(found)
}

/// Tickets by person and client, and by key.
struct Tickets {
    by_client: BTreeMap<(i64, ClientKey), Vec<MergeTicket>>,
    by_key: BTreeMap<i64, MergeTicket>,
}

/// Every ticket as its facts say it may take calls.
fn tickets(db: &Connection) -> Stored<Tickets> {
    let mut tickets = Tickets { by_client: BTreeMap::new(), by_key: BTreeMap::new() };
    find::each_ticket(db, |row, found| {
        let ticket = MergeTicket {
            key: row.id,
            id: row.uuid,
            person: found.person,
            client: found.client.map(ClientKey::stored),
            opened: found.opened,
            saved: found.saved,
            takes_calls: found.takes_calls,
        };
        if let Some(client) = &ticket.client {
            tickets.by_client.entry((ticket.person, client.clone())).or_default().push(ticket.clone());
        }
        tickets.by_key.insert(row.id, ticket);
        Ok(())
    })?;
    Ok(tickets)
}

/// A call's row as stored: owner, client, end, state, ticket, rule.
type DeskRow = (Option<i64>, Option<String>, Option<i64>, String, Option<i64>, Option<String>);

fn row_of(db: &Connection, call: i64) -> Stored<Option<DeskRow>> {
    let mut select = db.prepare_cached(
        "SELECT person_id, client_key, ended_at, state, ticket_id, rule FROM call_desk WHERE call_id = ?1",
    )?;
    let row = select
        .query_row([call], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?)));
    Ok(row.optional()?)
}

fn expected(
    db: &Connection,
    tickets: &Tickets,
    call: &CallRow,
    client: Option<ClientKey>,
    near: &[MergeTicket],
) -> Stored<DeskRow> {
    let dismissed = calls::dismissal(db, call.id)?.is_some();
    let hand = calls::hand(db, call.id)?;
    let key = client.as_ref().map(|key| key.as_str().to_owned());
    let ended = call.ended.map(Instant::millis);
    let (state, ticket) = match call.owner {
        None => (if dismissed { CallState::Dismissed } else { CallState::Queued }, None),
        Some((person, _)) => {
            let mut all = near.to_vec();
            all.extend(hand.attached.and_then(|attached| tickets.by_key.get(&attached)).cloned());
            let merging = MergeCall { person, client, started: call.started.millis(), ended, dismissed };
            let place = merge::place(&merging, &all, &hand, calls::window_on(db, call.work_day)?);
            (place.state, place.ticket)
        }
    };
    Ok((
        call.owner.map(|(person, _)| person),
        key,
        ended,
        state.as_str().to_owned(),
        ticket.map(|(ticket, _)| ticket),
        ticket.map(|(_, rule)| rule.as_str().to_owned()),
    ))
}

fn ids(db: &Connection, sql: &str) -> Stored<BTreeSet<i64>> {
    let mut select = db.prepare(sql)?;
    Ok(select.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

/// The lists that searches go by, made again from the facts.
pub fn search(db: &Connection) -> Stored<Looked> {
    let mut found = Looked::default();
    let mut places: BTreeSet<i64> = ids(db, "SELECT place FROM ticket_find")?;
    let mut taken = BTreeSet::new();
    let mut words = ids(db, "SELECT id FROM ticket_words_docsize")?;
    let mut actions = 0;
    find::each_ticket(db, |ticket, expected| {
        found.checked += 1;
        let mut place = find::place_of(ticket.finished_at).saturating_add(ticket.id % find::PLACES);
        while !taken.insert(place) {
            place += 1;
        }
        places.remove(&place);
        actions += i64::try_from(expected.actions.len()).unwrap_or_default();
        if !is_found(db, place, &expected)? {
            found.broke("ticket_find", ticket.id, "a search would find it by what its newest version does not say");
        }
        let worded = words.remove(&place);
        if worded == (expected.comment.is_empty() && expected.name.is_empty()) || !has_words(db, place, &expected)? {
            found.broke("ticket_words", ticket.id, "the index of words does not hold what the ticket says");
        }
        Ok(())
    })?;
    for place in places.into_iter().chain(words) {
        found.broke("ticket_find", place, "there is no ticket at this place");
    }
    let stored: i64 = db.query_row("SELECT COUNT(*) FROM ticket_action", [], |row| row.get(0))?;
    if stored != actions {
        found.broke("ticket_action", "", format!("holds {stored} rows, the tickets give {actions}"));
    }
    Ok(found)
}

fn is_found(db: &Connection, place: i64, expected: &Found) -> Stored<bool> {
    let mut select = db.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM ticket_find WHERE place = ?1 AND ticket_id = ?2 AND person_id = ?3 AND department_id = ?4
             AND client_key IS ?5 AND opened_at = ?6 AND saved_at = ?7 AND version = ?8 AND cancelled = ?9 AND held = ?10
             AND takes_calls = ?11)",
    )?;
    let same: i64 = select.query_row(
        params![
            place,
            expected.ticket,
            expected.person,
            expected.department,
            expected.client,
            expected.opened,
            expected.saved,
            expected.version,
            i64::from(expected.cancelled),
            i64::from(expected.held),
            i64::from(expected.takes_calls)
        ],
        |row| row.get(0),
    )?;
    let mut action =
        db.prepare_cached("SELECT EXISTS (SELECT 1 FROM ticket_action WHERE action_id = ?1 AND place = ?2 AND person_id = ?3 AND department_id = ?4)")?;
    for id in &expected.actions {
        if action.query_row([*id, place, expected.person, expected.department], |row| row.get::<_, i64>(0))? == 0 {
            return Ok(false);
        }
    }
    Ok(same == 1)
}

/// Whether the index finds a ticket by each word it holds.
fn has_words(db: &Connection, place: i64, expected: &Found) -> Stored<bool> {
    let column = |column: &str, text: &str| -> Vec<String> {
        find::words(text).into_iter().map(|word| format!("{column} : \"{word}\"")).collect()
    };
    let mut all = [column("comment", &expected.comment), column("client", &expected.name)].concat();
    if all.is_empty() {
        return Ok(true);
    }
    all.extend(column("who", &expected.who()));
    let mut select =
        db.prepare_cached("SELECT EXISTS (SELECT 1 FROM ticket_words WHERE ticket_words MATCH ?1 AND rowid = ?2)")?;
    Ok(select.query_row(params![all.join(" AND "), place], |row| row.get::<_, i64>(0))? == 1)
}

/// Holds, claims, stages, corrections of many and the queue: what must hold between their rows.
pub fn desk(db: &Connection) -> Stored<Looked> {
    let mut found = broken_rows(
        db,
        "SELECT (SELECT COUNT(*) FROM ticket_hold) + (SELECT COUNT(*) FROM claim) + (SELECT COUNT(*) FROM deal_move) + (SELECT COUNT(*) FROM correction)",
        "SELECT 'ticket_hold', CAST(h.ticket_id AS TEXT), 'it is held although its day is closed'
         FROM ticket_hold h JOIN ticket t ON t.ticket_id = h.ticket_id
         JOIN day_close c ON t.work_day BETWEEN c.from_day AND c.through_day
         WHERE h.ticket_id NOT IN (SELECT ticket_id FROM hold_end)
         UNION ALL
         SELECT 'ticket_hold', CAST(h.ticket_id AS TEXT), 'it was not held when it was first saved'
         FROM ticket_hold h LEFT JOIN ticket t ON t.ticket_id = h.ticket_id WHERE t.seq IS NOT h.seq
         UNION ALL
         SELECT 'claim', CAST(c.claim_id AS TEXT), 'its minutes are not the sum of its decisions'
         FROM claim c WHERE c.kpi_cmin <> (SELECT COALESCE(SUM(d.kpi_cmin), 0) FROM claim_decision d WHERE d.claim_id = c.claim_id)
             OR c.measured_cmin <> (SELECT COALESCE(SUM(d.measured_cmin), 0) FROM claim_decision d WHERE d.claim_id = c.claim_id)
         UNION ALL
         SELECT 'claim', CAST(c.claim_id AS TEXT), 'it is weighed by a set that was not in force on its work day'
         FROM claim c WHERE c.set_id IS NOT (SELECT o.set_id FROM norm_order o
             WHERE o.department_id = c.department_id AND o.effective_day <= c.work_day
                 AND NOT EXISTS (SELECT 1 FROM order_revocation r WHERE r.order_id = o.order_id)
             ORDER BY o.effective_day DESC LIMIT 1)
         UNION ALL
         SELECT 'claim_decision', d.claim_id || '/' || d.line, 'its weight is not the one of the set of its day'
         FROM claim_decision d JOIN claim c ON c.claim_id = d.claim_id
         LEFT JOIN norm_line l ON l.set_id = c.set_id AND l.action_id = d.action_id AND l.version = (
             SELECT MAX(n.version) FROM norm_line n WHERE n.set_id = l.set_id AND n.action_id = l.action_id)
         WHERE d.weight_cmin <> 0 AND (d.weight_cmin <> COALESCE(l.weight_cmin, 0) OR d.norm_cmin <> COALESCE(l.norm_cmin, 0))
             OR d.kpi_cmin <> d.quantity * d.weight_cmin OR d.measured_cmin <> d.quantity * d.norm_cmin
         UNION ALL
         SELECT 'claim_outcome', CAST(o.claim_id AS TEXT), 'its owner decided on it'
         FROM claim_outcome o JOIN claim c ON c.claim_id = o.claim_id WHERE o.person_id = c.person_id
         UNION ALL
         SELECT 'deal_stage', s.deal || '/' || s.stage_folded, 'the stage counts without a ticket or a claim'
         FROM deal_stage s LEFT JOIN deal_outcome o ON o.move_id = s.move_id WHERE COALESCE(o.outcome, '') NOT IN ('ticket', 'claim')
         UNION ALL
         SELECT 'correction_ticket', c.ticket_id || '/' || c.version, 'it was not written with its correction'
         FROM correction_ticket c JOIN ticket_version v ON v.ticket_id = c.ticket_id AND v.version = c.version WHERE v.seq <> c.seq
         UNION ALL
         SELECT 'call_end', CAST(e.call_id AS TEXT), 'it ends a call that was recorded with its end'
         FROM call_end e JOIN call_record r ON r.call_id = e.call_id WHERE r.ended_at IS NOT NULL",
    )?;
    let waiting = waiting(db)?;
    let mut select = db.prepare("SELECT kind, id, at, operator_folded FROM waiting ORDER BY kind, id")?;
    let stored = select.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?;
    let stored: BTreeSet<(String, i64, i64, String)> = stored.collect::<Result<_, _>>()?;
    for (kind, id, ..) in waiting.symmetric_difference(&stored) {
        found.broke("waiting", format!("{kind}/{id}"), "the queue is not what the records give");
    }
    Ok(found)
}

/// The queue as the facts give it.
fn waiting(db: &Connection) -> Stored<BTreeSet<(String, i64, i64, String)>> {
    let mut select = db.prepare(
        "SELECT 'call', r.call_id, r.started_at, COALESCE(r.operator, '') FROM call_record r
         WHERE r.person_id IS NULL AND r.call_id NOT IN (SELECT call_id FROM call_owner) AND r.call_id NOT IN (SELECT call_id FROM call_mark)
         UNION ALL
         SELECT 'stage', m.move_id, m.moved_at, m.responsible FROM deal_move m WHERE m.move_id NOT IN (SELECT move_id FROM deal_outcome)",
    )?;
    let rows = select.query_map([], |row| {
        let operator: String = row.get(3)?;
        Ok((row.get(0)?, row.get(1)?, row.get(2)?, folded(&operator)))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
