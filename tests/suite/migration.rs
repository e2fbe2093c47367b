//! A floor file of an older version opens, whole, with its history and its fingerprints as they were; a copy of the
//! older file stays beside it.

use rusqlite::Connection;
use serde_json::{Value, json};

use crate::support::{FloorFile, norma};

/// The floor of version 1.
fn older() -> FloorFile {
    let floor = FloorFile::of(b"");
    std::fs::remove_file(&floor.path).unwrap();
    let db = Connection::open(&floor.path).unwrap();
    db.execute_batch(include_str!("../fixtures/floor-v1.sql")).unwrap();
    db.pragma_update(None, "application_id", norma::store::schema::APPLICATION_ID).unwrap();
    db.pragma_update(None, "user_version", 1).unwrap();
    db.close().unwrap();
    floor
}

fn version(path: &std::path::Path) -> i64 {
    Connection::open(path).unwrap().pragma_query_value(None, "user_version", |row| row.get(0)).unwrap()
}

#[test]
fn an_older_floor_is_migrated_and_stays_whole() {
    let floor = older();
    let head = |db: &Connection| -> String { db.query_row("SELECT hash FROM head", [], |row| row.get(0)).unwrap() };
    let before = head(&floor.raw());
    floor.expect_whole();
    assert_eq!(head(&floor.raw()), before, "migrating is no entry of the chain");
    assert_eq!(version(&floor.path), norma::store::schema::VERSION);

    let copy = floor.beside("floor.v1.norma");
    assert_eq!(version(&copy), 1, "the copy is the older file");
    assert_eq!(head(&Connection::open(&copy).unwrap()), before);

    let order = floor.norma(["query"], ["order", r#"{"number":"41"}"#, "--as", "director"]).expect_code(0).json();
    let lines = order["set"]["lines"].as_array().unwrap();
    assert!(lines.iter().all(|line| line["interval_method"] == Value::Null), "nothing is made up afterwards");
    assert_eq!(order["fingerprint"], order["set"]["fingerprint"]);

    // The day's scenario was run by the older program: again it adds nothing.
    let entries = floor.number("SELECT COUNT(*) FROM audit");
    let again = floor.norma(["run"], ["tests/scenarios/first-day.jsonl", "--as", "director", "--keep-going"]);
    assert!(again.out.contains("\"seq\":36"), "the last command's first answer is given again: {}", again.err);
    assert_eq!(floor.number("SELECT COUNT(*) FROM audit"), entries);
    let lines = [
        json!({"scenario": "after"}),
        json!({"as": "petrov", "at": "2026-03-20T09:00:00+03:00", "do": "action.add", "with": {"code": "NEW", "name_ru": "Новое", "group": "Г", "kind": "manual", "elements": [{"code": "A", "name_ru": "А"}]}}),
    ];
    let text: String = lines.iter().map(|line| format!("{line}\n")).collect();
    floor.run_lines(&text, &[]).expect_code(0);
    floor.expect_whole();
}

#[test]
fn a_second_copy_does_not_replace_the_first() {
    let floor = older();
    std::fs::write(floor.beside("floor.v1.norma"), b"something else").unwrap();
    floor.expect_whole();
    assert_eq!(std::fs::read(floor.beside("floor.v1.norma")).unwrap(), b"something else");
    assert_eq!(version(&floor.beside("floor.v1-2.norma")), 1);
}

#[test]
fn an_older_backup_is_restored_and_stays_as_it_was() {
    let backup = older();
    let target = backup.beside("restored.norma");
    norma(&["restore", backup.path.to_str().unwrap(), target.to_str().unwrap()]).expect_code(0);
    assert_eq!(version(&backup.path), 1);
    assert_eq!(version(&target), norma::store::schema::VERSION);
    norma(&["verify", target.to_str().unwrap()]).expect_code(0);
}
