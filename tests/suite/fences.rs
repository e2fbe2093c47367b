//! The database itself refuses to change facts: through a plain connection, and through the `sqlite3` shell.

use std::process::Command;

use norma::store::schema::{FACTS, unique_keys};
use rusqlite::Connection;

use crate::support::FloorFile;

/// The tables whose rows nobody may change.
fn tables() -> impl Iterator<Item = &'static str> {
    FACTS.iter().copied().chain(["audit"])
}

fn columns(db: &Connection, table: &str) -> Vec<String> {
    let mut select = db.prepare("SELECT name FROM pragma_table_info(?1) ORDER BY cid").unwrap();
    select.query_map([table], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

/// Every way to change or remove a row of a table that SQL offers.
fn attacks(db: &Connection, table: &str) -> Vec<String> {
    let columns = columns(db, table);
    let keys = unique_keys(db, table).unwrap();
    let list = columns.join(", ");
    let some = format!("SELECT {list} FROM {table} WHERE true LIMIT 1");
    let first = &keys[0][0];
    let mut attacks = vec![
        format!("UPDATE {table} SET seq = seq + 1"),
        format!("UPDATE {table} SET seq = seq"),
        format!("UPDATE OR REPLACE {table} SET {first} = {first}"),
        format!("UPDATE OR IGNORE {table} SET seq = 0"),
        format!("DELETE FROM {table}"),
        format!("DELETE FROM {table} WHERE {first} = (SELECT MIN({first}) FROM {table})"),
        format!("INSERT OR REPLACE INTO {table} ({list}) {some}"),
        format!("REPLACE INTO {table} ({list}) {some}"),
        format!("INSERT INTO {table} ({list}) {some} ON CONFLICT DO UPDATE SET seq = seq + 1"),
        format!("INSERT INTO {table} ({list}) {some} ON CONFLICT ({}) DO UPDATE SET seq = 0", keys[0].join(", ")),
    ];
    // REPLACE by one unique key under another primary key removes the row just as well.
    for key in keys.iter().skip(1) {
        let other: Vec<String> = columns
            .iter()
            .map(|column| {
                if keys[0].contains(column) && !key.contains(column) {
                    format!("{column} + 1000")
                } else {
                    column.clone()
                }
            })
            .collect();
        attacks
            .push(format!("INSERT OR REPLACE INTO {table} ({list}) SELECT {} FROM {table} LIMIT 1", other.join(", ")));
    }
    // A hidden rowid is a key too.
    if keys[0].len() > 1 && db.prepare(&format!("SELECT rowid FROM {table}")).is_ok() {
        let others: Vec<String> = columns
            .iter()
            .map(
                |column| {
                    if unique(&keys, column) && column != "seq" { format!("{column} || '9'") } else { column.clone() }
                },
            )
            .collect();
        attacks.push(format!(
            "INSERT OR REPLACE INTO {table} (rowid, {list}) SELECT rowid, {} FROM {table} LIMIT 1",
            others.join(", ")
        ));
    }
    attacks
}

fn unique(keys: &[Vec<String>], column: &str) -> bool {
    keys.iter().any(|key| key.iter().any(|part| part == column))
}

#[test]
fn every_fact_table_refuses_every_change() {
    let floor = FloorFile::everything();
    let before = floor.bytes();
    let db = floor.raw();
    let recursive: i64 = db.pragma_query_value(None, "recursive_triggers", |row| row.get(0)).unwrap();
    assert_eq!(recursive, 0, "the pragmas are nobody's in particular");
    let mut tried = 0;
    for table in tables() {
        let rows: i64 = db.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0)).unwrap();
        assert!(rows > 0, "{table} has no row to defend");
        for attack in attacks(&db, table) {
            let answer = db.execute(&attack, []);
            let text = answer.expect_err(&attack).to_string();
            assert!(
                text.contains("norma: ") || text.contains("constraint failed") || text.contains("mismatch"),
                "{attack}: {text}"
            );
            tried += 1;
        }
    }
    assert!(tried > 250, "{tried}");
    db.close().unwrap();
    assert!(floor.bytes() == before, "a refused statement changed the file");
    floor.expect_whole();
}

#[test]
fn the_sqlite_shell_is_refused_too() {
    if Command::new("sqlite3").arg("--version").output().is_err() {
        return;
    }
    let floor = FloorFile::everything();
    let before = floor.bytes();
    let db = floor.raw();
    for table in tables() {
        let list = columns(&db, table).join(", ");
        for attack in [
            format!("UPDATE {table} SET seq = seq + 1"),
            format!("DELETE FROM {table}"),
            format!("INSERT OR REPLACE INTO {table} ({list}) SELECT {list} FROM {table} LIMIT 1"),
            format!(
                "INSERT INTO {table} ({list}) SELECT {list} FROM {table} WHERE true LIMIT 1 ON CONFLICT DO UPDATE SET seq = 0"
            ),
        ] {
            let output = Command::new("sqlite3").arg(&floor.path).arg(&attack).output().unwrap();
            let text = String::from_utf8_lossy(&output.stderr).into_owned();
            assert!(!output.status.success() && text.contains("norma: "), "{attack}: {text}");
        }
    }
    db.close().unwrap();
    assert!(floor.bytes() == before);
    floor.expect_whole();
}

#[test]
fn a_set_under_pilot_and_an_order_take_nothing_more() {
    let floor = FloorFile::lived();
    let lines = r#"{"scenario":"pilot"}
{"as":"petrov","at":"2026-03-19T12:00:00+03:00","do":"set.draft","with":{"set":"$p","department":"SUP","name":"Обкатка","from":"empty"}}
{"do":"set.norm","with":{"set":"$p","action":"ROUT","expert_cmin":400,"reason":"проверка"}}
{"do":"set.norm","with":{"set":"$p","action":"REAC","expert_cmin":300,"reason":"проверка"}}
{"do":"set.norm","with":{"set":"$p","action":"STEP","expert_cmin":300,"reason":"проверка"}}
{"do":"set.pilot","with":{"set":"$p","from":"2026-03-20","to":"2026-04-20"}}
"#;
    floor.run_lines(lines, &[]).expect_code(0);
    let before = floor.bytes();
    let db = floor.raw();
    let set = "(SELECT MAX(set_id) FROM norm_set)";
    let order = |id: i64, number: &str, day: &str| {
        format!(
            "INSERT INTO norm_order SELECT {id}, 'u', {set}, department_id, '{number}', '{number}', signed_day, '{day}',
                 effective_at, approved_by, early_reason, pilot_reason, representative, fingerprint, chain_head,
                 password_reset_by, seq FROM norm_order WHERE order_id = 1"
        )
    };
    let cases = [
        (
            "a line of the set under pilot",
            format!(
                "INSERT INTO norm_line SELECT set_id, action_id, 9, basis, study_id, norm_cmin, boost_bp, boost_reason,
                     weight_cmin, allowance_bp, hard_share_bp, hard_share_count, hard_share_source, regular_count,
                     hard_count, excluded_count, exact, reason, seq FROM norm_line WHERE set_id = {set} LIMIT 1"
            ),
            "its lines are closed",
        ),
        ("its terms", format!("INSERT INTO set_terms VALUES ({set}, 1, 'x', 0, 'normal', 1)"), "its terms are closed"),
        (
            "a step after the order",
            "INSERT INTO set_state VALUES (1, 99, 'returned', 1, 'x', 1)".to_owned(),
            "approved",
        ),
        (
            "a pilot after it",
            "INSERT INTO set_pilot VALUES (99, 1, '2026-01-01', '2026-01-02', 1, 1)".to_owned(),
            "approved",
        ),
        ("taken back after it", "INSERT INTO set_withdrawal VALUES (99, 1, 1, 'x', 1)".to_owned(), "approved"),
        ("a second order of the day", order(99, "99", "2026-03-18"), "takes effect on that day"),
        ("the number of a revocation", order(99, "43", "2026-09-01"), "the number is taken"),
        (
            "a revocation by an order's number",
            "INSERT INTO order_revocation VALUES (1, '41', '41', '2026-03-19', 1, NULL, NULL, 1)".to_owned(),
            "the number is taken",
        ),
    ];
    for (name, sql, expected) in cases {
        let text = db.execute(&sql, []).expect_err(name).to_string();
        assert!(text.contains(expected), "{name}: {text}");
    }
    // The day of the order that was revoked is free again.
    db.execute_batch("BEGIN").unwrap();
    db.execute(&order(99, "99", "2026-06-01"), []).unwrap();
    db.execute_batch("ROLLBACK").unwrap();
    db.close().unwrap();
    assert!(floor.bytes() == before);
}

#[test]
fn what_is_closed_takes_nothing_more() {
    let floor = FloorFile::everything();
    let before = floor.bytes();
    let db = floor.raw();
    let line = |set: i64| {
        format!(
            "INSERT INTO norm_line SELECT {set}, action_id, 9, basis, study_id, norm_cmin, boost_bp, boost_reason, weight_cmin,
                 allowance_bp, hard_share_bp, hard_share_count, hard_share_source, regular_count, hard_count, excluded_count,
                 exact, reason, seq FROM norm_line LIMIT 1"
        )
    };
    let version = "INSERT INTO ticket_version SELECT ticket_id, 9, channel, client_id, comment_id, opened_at, outcome,
             on_behalf_of, reason, person_id, 0, cancelled, kpi_cmin, measured_cmin, 0, 0, seq FROM ticket_version LIMIT 1";
    let ticket =
        "INSERT INTO ticket SELECT 99, 'u', person_id, department_id, '2026-03-18', set_id, finished_at, origin,
             content, seq FROM ticket LIMIT 1";
    let cases = [
        ("the set in force", line(1), "its lines are closed"),
        ("the submitted set", line(2), "its lines are closed"),
        ("a ticket on a closed day", ticket.to_owned(), "the work day is closed"),
        ("a version on a closed day", version.to_owned(), "the work day is closed"),
    ];
    for (name, sql, expected) in cases {
        let text = db.execute(&sql, []).expect_err(name).to_string();
        assert!(text.contains(expected), "{name}: {text}");
    }
    db.close().unwrap();
    assert!(floor.bytes() == before);
}

#[test]
fn a_locked_month_and_a_scheme_in_force_take_nothing_more() {
    let floor = FloorFile::everything();
    let before = floor.bytes();
    let db = floor.raw();
    let cases = [
        (
            "the scheme in force",
            "INSERT INTO scheme_version SELECT scheme_id, 9, name, '{}', seq FROM scheme_version LIMIT 1",
            "the scheme is under pilot, submitted or approved",
        ),
        (
            "a statement of a locked month",
            "INSERT INTO locked_statement SELECT month, 1, 5, 5, content, seq + 1 FROM locked_statement LIMIT 1",
            "a statement is locked with its month",
        ),
    ];
    for (name, sql, expected) in cases {
        let text = db.execute(sql, []).expect_err(name).to_string();
        assert!(text.contains(expected), "{name}: {text}");
    }
    db.close().unwrap();
    assert!(floor.bytes() == before);
}
