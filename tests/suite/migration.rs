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

/// What is said of a payment, a rating and a call, on a floor that has lived a day.
const PAID: &str = r#"
{"scenario":"paid"}
{"as":"anna","at":"2026-03-19T11:00:00+03:00","do":"ticket.save","with":{"ticket":"$p1","channel":"chat","decisions":[{"action":"REAC","amount_minor":10000,"paid_on":"2026-04-03"},{"action":"REAC","amount_minor":2000}]}}
{"do":"ticket.save","with":{"ticket":"$p2","channel":"chat","decisions":[{"action":"REAC","amount_minor":7000}]}}
{"do":"ticket.correct","with":{"ticket":"$p2","version":1,"decisions":[{"action":"REAC","amount_minor":6000}]}}
{"do":"claim.open","with":{"claim":"$k1","finished_at":"2026-03-18T15:00:00+03:00","decisions":[{"action":"ROUT","amount_minor":5000,"paid_on":"2026-04-03"}],"reason":"забыла"}}
{"as":"petrov","do":"claim.accept","with":{"claim":"$k1","reason":"запись есть"}}
{"do":"rating.add","with":{"rating":"$r1","person":"201","date":"2026-03-18","kind":"csat","value_hundredths":900,"count":2}}
{"do":"rating.add","with":{"rating":"$r2","person":"201","date":"2026-03-18","kind":"csat","value_hundredths":300}}
{"do":"call.record","with":{"call":"$c1","employee":"201","client":"9120000001","started_at":"2026-03-19T10:55:00+03:00","ended_at":"2026-03-19T10:56:00+03:00"}}
"#;

/// Takes away what step 8 adds and puts back what it takes away.
fn step_back_to_7(db: &Connection) {
    let step = include_str!("../../assets/schema/008.sql");
    let older = [include_str!("../../assets/schema/006.sql"), include_str!("../../assets/schema/007.sql")].concat();
    for line in step.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        match words.as_slice() {
            ["CREATE", kind, name, ..] => db.execute_batch(&format!("DROP {kind} IF EXISTS {name}")).unwrap(),
            ["DROP", "INDEX", name] => {
                let name = name.trim_end_matches(';');
                let made = older.lines().find(|line| line.starts_with(&format!("CREATE INDEX {name} ")));
                db.execute_batch(made.unwrap()).unwrap();
            }
            _ => {}
        }
    }
    db.pragma_update(None, "user_version", 7).unwrap();
}

#[test]
fn the_sums_of_version_8_are_made_of_the_facts() {
    let floor = FloorFile::lived();
    floor.run_lines(PAID, &[]).expect_code(0);
    let rows = |floor: &FloorFile| -> Vec<String> {
        let db = floor.raw();
        let mut select = db
            .prepare(
                "SELECT day || '/' || person_id || '/' || action_id || '=' || amount_minor FROM day_amount_sum WHERE amount_minor <> 0
                 UNION ALL SELECT day || '/' || person_id || '/' || kind || '=' || value_hundredths || '/' || count FROM day_rating_sum
                 UNION ALL SELECT month || '=' || seq FROM month_touch ORDER BY 1",
            )
            .unwrap();
        select.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    };
    let kept = rows(&floor);
    assert!(kept.contains(&"2026-03-19/3/2=8000".to_owned()) && kept.contains(&"2026-03-18/3/csat=1200/3".to_owned()));
    assert!(kept.contains(&"2026-04-03/3/2=10000".to_owned()) && kept.contains(&"2026-04-03/3/1=5000".to_owned()));
    let db = floor.raw();
    step_back_to_7(&db);
    db.close().unwrap();
    floor.expect_whole();
    assert_eq!(version(&floor.path), norma::store::schema::VERSION);
    assert_eq!(rows(&floor), kept);
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
