//! Reading the whole file with distrust: what `norma verify` compares.
//!
//! Each function looks at one invariant and returns how much it looked at and what breaks it. Nothing
//! stored is taken on trust: hashes, sums and weights are computed again from the rows.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::Connection;
use rusqlite::types::{Value as Sql, ValueRef};

use super::audit::{self, GENESIS};
use super::facts::{fingerprint, text_digest};
use super::{Stored, days, schema};
use crate::views::verify::BrokenView;

/// How many broken things of one check are named; the rest is only counted.
pub const NAMED: usize = 100;

/// What a check found.
#[derive(Debug, Default)]
pub struct Found {
    /// How many things were looked at.
    pub checked: i64,
    /// What is broken.
    pub broken: Vec<BrokenView>,
}

impl Found {
    /// Notes a broken thing.
    pub fn broke(&mut self, table: &str, key: impl ToString, text: impl Into<String>) {
        self.broken.push(BrokenView { table: table.to_owned(), key: key.to_string(), text: text.into() });
    }
}

/// SQLite's own checks: pages, indexes, constraints, foreign keys.
pub fn file(db: &Connection) -> Stored<Found> {
    let mut found = Found::default();
    let mut select = db.prepare("PRAGMA integrity_check(100)")?;
    let mut rows = select.query([])?;
    while let Some(row) = rows.next()? {
        let text: String = row.get(0)?;
        found.checked += 1;
        if text != "ok" {
            found.broke("file", "", text);
        }
    }
    let mut select = db.prepare("PRAGMA foreign_key_check")?;
    let mut rows = select.query([])?;
    while let Some(row) = rows.next()? {
        let table: String = row.get(0)?;
        let key: Option<i64> = row.get(1)?;
        let parent: String = row.get(2)?;
        found.broke(&table, key.unwrap_or_default(), format!("points at a row of {parent} that is not there"));
    }
    Ok(found)
}

/// The schema's own text against what this program writes: a dropped or altered trigger, table or index.
pub fn schema_text(db: &Connection) -> Stored<Found> {
    let mut found = Found::default();
    let expected = schema::expected_text()?;
    let stored = schema::stored_text(db)?;
    let key = |row: &(String, String, String)| (row.0.clone(), row.1.clone());
    let mut left: HashMap<(String, String), String> = stored.into_iter().map(|row| (key(&row), row.2)).collect();
    for row in expected {
        found.checked += 1;
        match left.remove(&key(&row)) {
            None => found.broke("schema", &row.1, format!("the {} is missing", row.0)),
            Some(text) if text != row.2 => found.broke("schema", &row.1, format!("the {} was altered", row.0)),
            Some(_) => {}
        }
    }
    for (kind, name) in left.into_keys() {
        found.broke("schema", name, format!("a {kind} that does not belong here"));
    }
    Ok(found)
}

/// The chain: no gap, each entry's hash over the one before it, the stored head, times that never go back.
pub fn chain(db: &Connection, rehearsal: bool) -> Stored<Found> {
    let mut found = Found::default();
    let (mut previous, mut expected, mut last_at) = (GENESIS.to_owned(), 1, i64::MIN);
    loop {
        let page = audit::page(db, expected, 500)?;
        if page.is_empty() {
            break;
        }
        for entry in page {
            found.checked += 1;
            if entry.seq != expected {
                found.broke("audit", expected, format!("entries {expected} to {} are missing", entry.seq - 1));
            }
            if entry.previous != previous {
                found.broke("audit", entry.seq, "does not follow from the entry before it");
            }
            if entry.computed_hash() != entry.hash {
                found.broke("audit", entry.seq, "was altered: its hash does not fit its content");
            }
            if (!rehearsal || entry.at_given) && entry.recorded_at < last_at {
                found.broke("audit", entry.seq, "is dated before the entry it follows");
            }
            if !rehearsal || entry.at_given {
                last_at = entry.recorded_at;
            }
            previous = entry.hash;
            expected = entry.seq + 1;
        }
    }
    let head: Option<(i64, String)> =
        rusqlite::OptionalExtension::optional(
            db.query_row("SELECT seq, hash FROM head", [], |row| Ok((row.get(0)?, row.get(1)?))),
        )?;
    if head != Some((expected - 1, previous)) {
        found.broke("head", 1, "the stored head is not the newest entry: entries were cut off, added or altered");
    }
    Ok(found)
}

/// Every fact in exactly one audit entry, with the hash of its content.
pub fn facts(db: &Connection) -> Stored<Found> {
    let mut found = Found::default();
    let mut named: HashMap<(String, String), String> = HashMap::new();
    let mut next = 1;
    loop {
        let page = audit::page(db, next, 200)?;
        let Some(last) = page.last() else { break };
        next = last.seq + 1;
        for entry in &page {
            let facts = match audit::facts_of(entry) {
                Ok(facts) => facts,
                Err(error) => {
                    found.broke("audit", entry.seq, error.to_string());
                    continue;
                }
            };
            for fact in facts {
                if named.insert((fact.table.clone(), fact.key.clone()), fact.hash).is_some() {
                    found.broke(
                        &fact.table,
                        &fact.key,
                        format!("named by two audit entries, the second is {}", entry.seq),
                    );
                }
            }
        }
    }
    for table in schema::FACTS {
        compare_table(db, table, &mut named, &mut found)?;
    }
    let mut missing: Vec<(String, String)> = named.into_keys().collect();
    missing.sort();
    for (table, key) in missing {
        found.broke(&table, key, "was removed: the audit chain names it, the table does not hold it");
    }
    Ok(found)
}

fn compare_table(
    db: &Connection,
    table: &str,
    named: &mut HashMap<(String, String), String>,
    found: &mut Found,
) -> Stored<()> {
    let key_columns = schema::primary_key(db, table)?;
    let mut select = db.prepare(&format!("SELECT * FROM {table}"))?;
    let columns: Vec<String> = select.column_names().map(str::to_owned).collect();
    let mut rows = select.query([])?;
    while let Some(row) = rows.next()? {
        found.checked += 1;
        // A text that is none is an alteration of this row, not a reason to look at no other.
        let mut values = Vec::with_capacity(columns.len());
        let mut legible = true;
        for place in 0..columns.len() {
            values.push(match row.get_ref(place)? {
                ValueRef::Text(bytes) => {
                    legible &= std::str::from_utf8(bytes).is_ok();
                    Sql::Text(String::from_utf8_lossy(bytes).into_owned())
                }
                _ => row.get(place)?,
            });
        }
        let fields = columns.iter().map(String::as_str).zip(values.iter());
        let (key, hash) = match fingerprint(table, &key_columns, fields) {
            Ok(found) => found,
            Err(error) => {
                found.broke(table, "", error.to_string());
                continue;
            }
        };
        match named.remove(&(table.to_owned(), key.clone())) {
            None => found.broke(table, key, "was added: no audit entry names it"),
            Some(expected) if expected != hash || !legible => {
                found.broke(table, key, "was altered: its content does not fit the audit chain");
            }
            Some(_) => {}
        }
    }
    Ok(())
}

/// Private texts against their salted digests.
pub fn texts(db: &Connection) -> Stored<Found> {
    let mut found = Found::default();
    let mut select = db.prepare("SELECT text_id, digest, salt, body, folded, digits FROM private_text")?;
    let mut rows = select.query([])?;
    while let Some(row) = rows.next()? {
        found.checked += 1;
        let (id, digest): (i64, String) = (row.get(0)?, row.get(1)?);
        let (salt, body): (Option<String>, Option<String>) = (row.get(2)?, row.get(3)?);
        let (folded, digits): (Option<String>, Option<String>) = (row.get(4)?, row.get(5)?);
        match (salt, body) {
            (Some(salt), Some(body)) => {
                let companions = folded.as_deref() == Some(crate::domain::code::folded(&body).as_str())
                    && digits == crate::domain::code::client_digits(&body);
                if text_digest(&salt, &body) != digest || !companions {
                    found.broke("private_text", id, "was altered: the text does not fit its digest");
                }
            }
            _ => found.broke("private_text", id, "the text is missing"),
        }
    }
    Ok(found)
}

/// Rows a query names as broken: (table, key, text); `counted` says how many were looked at.
pub(super) fn broken_rows(db: &Connection, counted: &str, broken: &str) -> Stored<Found> {
    let mut found = Found { checked: db.query_row(counted, [], |row| row.get(0))?, broken: Vec::new() };
    let mut select = db.prepare(broken)?;
    let mut rows = select.query([])?;
    while let Some(row) = rows.next()? {
        let (table, key, text): (String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        found.broke(&table, key, text);
    }
    Ok(found)
}

/// Readings: element times add up to the observation, pauses to what was taken out; evidence came with its norm.
pub fn readings(db: &Connection) -> Stored<Found> {
    broken_rows(
        db,
        "SELECT COUNT(*) FROM observation",
        "SELECT 'observation', CAST(o.observation_id AS TEXT), 'its elements do not add up to its duration'
         FROM observation o WHERE o.duration_ms <> (
             SELECT COALESCE(SUM(e.duration_ms), o.duration_ms) FROM observation_element e WHERE e.observation_id = o.observation_id)
         UNION ALL
         SELECT 'observation', CAST(o.observation_id AS TEXT), 'its pauses do not add up to what was taken out'
         FROM observation o WHERE o.paused_ms <> (
             SELECT COALESCE(SUM(p.length_ms), o.paused_ms) FROM observation_pause p WHERE p.observation_id = o.observation_id)
         UNION ALL
         SELECT 'norm_evidence', e.set_id || '/' || e.action_id || '/' || e.version, 'it was not written with its norm'
         FROM norm_evidence e LEFT JOIN norm_line l ON l.set_id = e.set_id AND l.action_id = e.action_id AND l.version = e.version
         WHERE l.seq IS NOT e.seq",
    )
}

/// Stored weights against the frozen sets, and each ticket's KPI against its decisions.
pub fn weights(db: &Connection) -> Stored<Found> {
    broken_rows(
        db,
        "SELECT COUNT(*) FROM decision",
        "SELECT 'decision', d.ticket_id || '/' || d.version || '/' || d.line, 'its weight is not the one of the set its ticket belongs to'
         FROM decision d JOIN ticket t ON t.ticket_id = d.ticket_id
         LEFT JOIN norm_line l ON l.set_id = t.set_id AND l.action_id = d.action_id AND l.version = (
             SELECT MAX(n.version) FROM norm_line n WHERE n.set_id = l.set_id AND n.action_id = l.action_id)
         WHERE d.weight_cmin <> 0 AND (d.weight_cmin <> COALESCE(l.weight_cmin, 0) OR d.norm_cmin <> COALESCE(l.norm_cmin, 0)
             OR d.boost_bp <> COALESCE(l.boost_bp, 0))
         UNION ALL
         SELECT 'decision', d.ticket_id || '/' || d.version || '/' || d.line, 'its minutes are not quantity × weight'
         FROM decision d WHERE d.kpi_cmin <> d.quantity * d.weight_cmin OR d.measured_cmin <> d.quantity * d.norm_cmin
         UNION ALL
         SELECT 'ticket_version', v.ticket_id || '/' || v.version, 'its KPI is not the sum of its decisions'
         FROM ticket_version v
         WHERE v.kpi_cmin <> (SELECT COALESCE(SUM(d.kpi_cmin), 0) FROM decision d WHERE d.ticket_id = v.ticket_id AND d.version = v.version)
             OR v.measured_cmin <> (SELECT COALESCE(SUM(d.measured_cmin), 0) FROM decision d WHERE d.ticket_id = v.ticket_id AND d.version = v.version)
         UNION ALL
         SELECT 'ticket_version', v.ticket_id || '/' || v.version, 'its correction line is not the difference to the version before'
         FROM ticket_version v LEFT JOIN ticket_version b ON b.ticket_id = v.ticket_id AND b.version = v.version - 1
         WHERE v.line_cmin <> v.after_close * (v.kpi_cmin - COALESCE(b.kpi_cmin, 0))
             OR v.line_measured_cmin <> v.after_close * (v.measured_cmin - COALESCE(b.measured_cmin, 0))",
    )
}

/// Each ticket's set against the order in force on its work day.
pub fn sets_in_force(db: &Connection) -> Stored<Found> {
    broken_rows(
        db,
        "SELECT COUNT(*) FROM ticket",
        "SELECT 'ticket', CAST(t.ticket_id AS TEXT), 'it is weighed by a set that was not in force on its work day'
         FROM ticket t
         WHERE t.set_id IS NOT (SELECT o.set_id FROM norm_order o
             WHERE o.department_id = t.department_id AND o.effective_day <= t.work_day
                 AND NOT EXISTS (SELECT 1 FROM order_revocation r WHERE r.order_id = o.order_id)
             ORDER BY o.effective_day DESC LIMIT 1)",
    )
}

/// Closed sums against the tickets themselves, and nothing written to a closed day.
pub fn closed_days(db: &Connection) -> Stored<Found> {
    let mut found = broken_rows(
        db,
        "SELECT COUNT(*) FROM closed_sum",
        "SELECT 'day_close', CAST(a.close_id AS TEXT), 'it closes days that are closed already'
         FROM day_close a JOIN day_close b ON b.close_id < a.close_id AND b.from_day <= a.through_day AND a.from_day <= b.through_day
         UNION ALL
         SELECT 'ticket_version', v.ticket_id || '/' || v.version, 'it was written to a closed day'
         FROM ticket_version v JOIN ticket t ON t.ticket_id = v.ticket_id
         JOIN day_close c ON t.work_day BETWEEN c.from_day AND c.through_day
         WHERE (v.after_close = 0 AND v.seq > c.seq) OR (v.after_close = 1 AND v.seq < c.seq)",
    )?;
    let mut stored: HashMap<(i64, i64, NaiveDate), (i64, i64, i64)> = HashMap::new();
    let mut select =
        db.prepare("SELECT person_id, department_id, day, kpi_cmin, measured_cmin, tickets FROM closed_sum")?;
    let mut rows = select.query([])?;
    while let Some(row) = rows.next()? {
        let key = (row.get(0)?, row.get(1)?, super::day_column(row, "day")?);
        stored.insert(key, (row.get(3)?, row.get(4)?, row.get(5)?));
    }
    for stretch in days::closed(db)? {
        for sum in days::sums_from_tickets(db, stretch.from, stretch.through)? {
            let key = format!("{}/{}/{}", sum.person, sum.department, sum.day);
            match stored.remove(&(sum.person, sum.department, sum.day)) {
                None => found.broke("closed_sum", key, "the closed day has no sum for this employee"),
                Some(kept) if kept != (sum.kpi.0, sum.measured.0, sum.tickets) => {
                    found.broke(
                        "closed_sum",
                        key,
                        format!("holds {} hundredths, the tickets give {}", kept.0, sum.kpi.0),
                    );
                }
                Some(_) => {}
            }
        }
    }
    for (person, department, day) in stored.into_keys() {
        found.broke(
            "closed_sum",
            format!("{person}/{department}/{day}"),
            "there is no closed day with tickets for this sum",
        );
    }
    Ok(found)
}

/// Day sums rebuilt from tickets and decisions.
pub fn day_sums(db: &Connection) -> Stored<Found> {
    let mut found = broken_rows(
        db,
        "SELECT COUNT(*) FROM day_sum",
        "WITH held AS (SELECT ticket_id FROM ticket_hold WHERE ticket_id NOT IN (SELECT ticket_id FROM hold_end)),
         kept AS (
             SELECT t.person_id, t.department_id, t.work_day AS day, SUM(v.kpi_cmin * (t.ticket_id NOT IN (SELECT ticket_id FROM held))) AS kpi,
                 SUM(v.measured_cmin * (t.ticket_id NOT IN (SELECT ticket_id FROM held))) AS measured, SUM(1 - v.cancelled) AS tickets
             FROM ticket t JOIN ticket_version v ON v.ticket_id = t.ticket_id AND v.version = (
                 SELECT MAX(n.version) FROM ticket_version n WHERE n.ticket_id = t.ticket_id AND n.after_close = 0)
             GROUP BY 1, 2, 3),
         line AS (
             SELECT t.person_id, t.department_id, t.work_day AS day, v.line_cmin AS line, v.line_measured_cmin AS line_measured
             FROM ticket t JOIN ticket_version v ON v.ticket_id = t.ticket_id WHERE v.after_close = 1
             UNION ALL
             SELECT c.person_id, c.department_id, c.work_day, c.kpi_cmin, c.measured_cmin
             FROM claim c JOIN claim_outcome o ON o.claim_id = c.claim_id AND o.accepted = 1),
         part AS (
             SELECT person_id, department_id, day, kpi, measured, 0 AS line, 0 AS line_measured, tickets FROM kept
             UNION ALL
             SELECT person_id, department_id, day, 0, 0, line, line_measured, 0 FROM line),
         rebuilt AS (
             SELECT person_id, department_id, day, SUM(kpi), SUM(measured), SUM(line), SUM(line_measured), SUM(tickets) FROM part GROUP BY 1, 2, 3),
         stored AS (SELECT person_id, department_id, day, kpi_cmin, measured_cmin, line_cmin, line_measured_cmin, tickets FROM day_sum)
         SELECT 'day_sum', person_id || '/' || department_id || '/' || day, 'the stored day sum is not the one its tickets give'
         FROM (SELECT * FROM stored EXCEPT SELECT * FROM rebuilt)
         UNION
         SELECT 'day_sum', person_id || '/' || department_id || '/' || day, 'the stored day sum is not the one its tickets give'
         FROM (SELECT * FROM rebuilt EXCEPT SELECT * FROM stored)",
    )?;
    let actions = broken_rows(
        db,
        "SELECT COUNT(*) FROM day_action_sum",
        "WITH rebuilt AS (
             SELECT t.person_id, t.department_id, t.work_day, COALESCE(t.set_id, 0), d.action_id, SUM(d.quantity), SUM(d.hard), SUM(d.kpi_cmin), SUM(d.measured_cmin)
             FROM ticket t JOIN decision d ON d.ticket_id = t.ticket_id AND d.version = (
                 SELECT MAX(n.version) FROM ticket_version n WHERE n.ticket_id = t.ticket_id AND n.after_close = 0)
             WHERE t.ticket_id NOT IN (SELECT h.ticket_id FROM ticket_hold h WHERE h.ticket_id NOT IN (SELECT ticket_id FROM hold_end))
             GROUP BY 1, 2, 3, 4, 5),
         stored AS (SELECT person_id, department_id, day, set_key, action_id, quantity, hard, kpi_cmin, measured_cmin FROM day_action_sum
             WHERE quantity <> 0 OR hard <> 0 OR kpi_cmin <> 0 OR measured_cmin <> 0)
         SELECT 'day_action_sum', a || '/' || b || '/' || c || '/' || d || '/' || e, 'the stored sum is not the one its tickets give' FROM (
             WITH odd (a, b, c, d, e, q, h, k, m) AS (SELECT * FROM stored EXCEPT SELECT * FROM rebuilt) SELECT a, b, c, d, e FROM odd
             UNION
             SELECT * FROM (WITH lost (a, b, c, d, e, q, h, k, m) AS (SELECT * FROM rebuilt EXCEPT SELECT * FROM stored) SELECT a, b, c, d, e FROM lost))",
    )?;
    found.checked += actions.checked;
    found.broken.extend(actions.broken);
    Ok(found)
}

/// Minutes marked on behalf of colleagues, rebuilt from the newest version of each ticket.
pub fn behalf_sums(db: &Connection) -> Stored<Found> {
    broken_rows(
        db,
        "SELECT COUNT(*) FROM day_behalf_sum",
        "WITH rebuilt AS (
             SELECT t.person_id AS p, t.department_id AS d, t.work_day AS w, v.on_behalf_of AS a, SUM(v.kpi_cmin) AS k
             FROM ticket t JOIN ticket_version v ON v.ticket_id = t.ticket_id AND v.version = (
                 SELECT MAX(n.version) FROM ticket_version n WHERE n.ticket_id = t.ticket_id)
             WHERE v.on_behalf_of IS NOT NULL AND NOT EXISTS (
                 SELECT 1 FROM ticket_hold h WHERE h.ticket_id = t.ticket_id
                 AND NOT EXISTS (SELECT 1 FROM hold_end e WHERE e.ticket_id = h.ticket_id))
             GROUP BY 1, 2, 3, 4),
         rest AS (SELECT * FROM rebuilt WHERE k <> 0),
         stored AS (SELECT person_id AS p, department_id AS d, day AS w, absent_id AS a, kpi_cmin AS k FROM day_behalf_sum WHERE kpi_cmin <> 0)
         SELECT 'day_behalf_sum', p || '/' || d || '/' || w || '/' || a, 'the stored sum is not the one its tickets give'
         FROM (SELECT * FROM stored EXCEPT SELECT * FROM rest)
         UNION
         SELECT 'day_behalf_sum', p || '/' || d || '/' || w || '/' || a, 'the stored sum is not the one its tickets give'
         FROM (SELECT * FROM rest EXCEPT SELECT * FROM stored)",
    )
}

/// Absences, downtime and cover: nobody recorded the own, and only who covers accepted.
pub fn absences(db: &Connection) -> Stored<Found> {
    broken_rows(
        db,
        "SELECT (SELECT COUNT(*) FROM absence) + (SELECT COUNT(*) FROM downtime) + (SELECT COUNT(*) FROM cover_agreement)",
        "SELECT 'absence_version', v.absence_id || '/' || v.version, 'somebody recorded the own absence'
         FROM absence_version v JOIN absence a ON a.absence_id = v.absence_id WHERE v.recorded_by = a.person_id
         UNION ALL
         SELECT 'downtime_person', p.downtime_id || '/' || p.person_id, 'somebody recorded the own downtime'
         FROM downtime_person p JOIN downtime d ON d.downtime_id = p.downtime_id WHERE d.recorded_by = p.person_id
         UNION ALL
         SELECT 'cover_agreement', CAST(a.agreement_id AS TEXT), 'somebody proposed the own cover'
         FROM cover_agreement a WHERE a.proposed_by IN (a.coverer_id, a.absent_id)
         UNION ALL
         SELECT 'cover_step', s.agreement_id || '/' || s.step, 'another than the coverer accepted'
         FROM cover_step s JOIN cover_agreement a ON a.agreement_id = s.agreement_id
         WHERE s.step = 'accepted' AND s.person_id <> a.coverer_id",
    )
}

/// Schemes in force: submitted last, by somebody else; locked months: closed throughout, in order, statements whole.
pub fn pay(db: &Connection) -> Stored<Found> {
    broken_rows(
        db,
        "SELECT (SELECT COUNT(*) FROM scheme_order) + (SELECT COUNT(*) FROM locked_statement)",
        "SELECT 'scheme_order', CAST(o.scheme_id AS TEXT), 'its scheme was not submitted by somebody else before the approval'
         FROM scheme_order o
         WHERE NOT EXISTS (SELECT 1 FROM scheme_state s WHERE s.scheme_id = o.scheme_id AND s.state = 'submitted'
             AND s.person_id <> o.approved_by AND s.step = (SELECT MAX(n.step) FROM scheme_state n WHERE n.scheme_id = o.scheme_id))
         UNION ALL
         SELECT 'scheme_version', v.scheme_id || '/' || v.version, 'it was written after the scheme was approved'
         FROM scheme_version v JOIN scheme_order o ON o.scheme_id = v.scheme_id WHERE v.seq >= o.seq
         UNION ALL
         SELECT 'scheme_order', CAST(o.scheme_id AS TEXT), 'the hash it was signed at is not the one of the entry before it'
         FROM scheme_order o LEFT JOIN audit a ON a.seq = o.seq - 1 WHERE a.hash IS NOT o.chain_head
         UNION ALL
         SELECT 'month_lock', l.month || '/' || l.person_key, 'the hash it was locked at is not the one of the entry before it'
         FROM month_lock l LEFT JOIN audit a ON a.seq = l.seq - 1 WHERE a.hash IS NOT l.chain_head
         UNION ALL
         SELECT 'month_lock', l.month || '/' || l.person_key, 'its last day was not closed before the lock'
         FROM month_lock l WHERE l.person_key = 0
             AND NOT EXISTS (SELECT 1 FROM day_close c WHERE l.through_day BETWEEN c.from_day AND c.through_day AND c.seq < l.seq)
         UNION ALL
         SELECT 'locked_statement', s.month || '/' || s.person_id, 'it was not written with its lock'
         FROM locked_statement s
         WHERE NOT EXISTS (SELECT 1 FROM month_lock l WHERE l.month = s.month AND l.person_key IN (0, s.person_id) AND l.seq = s.seq)
         UNION ALL
         SELECT 'locked_statement', s.month || '/' || s.person_id, 'its total is not its own sum and the recalculations it holds'
         FROM locked_statement s
         WHERE s.total_minor <> s.own_total_minor + (SELECT COALESCE(SUM(r.amount_minor), 0) FROM locked_recalculation r
             WHERE r.month = s.month AND r.person_id = s.person_id)",
    )
}
