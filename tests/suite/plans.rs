//! How SQLite goes about searches and lists: golden texts for people to review. What says SCAN of a table of tickets
//! without an order of places would be slow on a million.

use norma::domain::ticket::TicketState;
use norma::store::find::{Search, statement};
use rusqlite::Connection;
use rusqlite::types::Value;

use crate::support::golden;

fn plan(db: &Connection, sql: &str, given: Vec<Value>) -> String {
    let mut select = db.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
    let rows = select.query_map(rusqlite::params_from_iter(given), |row| row.get::<_, String>(3)).unwrap();
    rows.map(|row| format!("    {}\n", row.unwrap())).collect()
}

#[test]
fn searches_go_along_an_index() {
    let db = Connection::open_in_memory().unwrap();
    db.set_db_config(rusqlite::config::DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true).unwrap();
    norma::store::schema::create(&db).unwrap();
    let word = || vec!["роутер".to_owned()];
    let key = || Some("9123456789".to_owned());
    let searches = [
        ("everything", Search::default()),
        ("an operator's own", Search { person: Some(1), ..Search::default() }),
        ("a department's", Search { department: Some(1), ..Search::default() }),
        ("a client's", Search { client: key(), ..Search::default() }),
        ("a client's, own", Search { client: key(), person: Some(1), ..Search::default() }),
        ("words", Search { words: word(), ..Search::default() }),
        ("words, own", Search { words: word(), person: Some(1), ..Search::default() }),
        ("a name", Search { name: word(), department: Some(1), ..Search::default() }),
        ("a decision", Search { action: Some(1), department: Some(1), ..Search::default() }),
        ("a decision, own", Search { action: Some(1), person: Some(1), ..Search::default() }),
        ("days, the next page", Search { department: Some(1), from: Some(1), before: Some(9), ..Search::default() }),
        ("words in days", Search { words: word(), from: Some(1), before: Some(9), ..Search::default() }),
    ];
    let states = [
        TicketState::Counted,
        TicketState::Held,
        TicketState::Cancelled,
        TicketState::Corrected,
        TicketState::WithCall,
        TicketState::WithoutCall,
        TicketState::UnderReview,
    ];
    let states = states.map(|state| (state, Search { state: Some(state), ..Search::default() }));
    let mut text = String::new();
    for (name, search) in searches {
        let (sql, given) = statement(&search, 50);
        text.push_str(&format!("{name}\n{}", plan(&db, &sql, given)));
    }
    for (state, search) in states {
        let (sql, given) = statement(&search, 50);
        text.push_str(&format!("in the state {state:?}\n{}", plan(&db, &sql, given)));
    }
    golden("plans.txt", &text);
}

/// Tables that grow with the tickets, the calls, the amounts and the ratings.
const GROWING: [&str; 14] = [
    "ticket",
    "ticket_version",
    "ticket_find",
    "decision",
    "decision_payment",
    "claim",
    "claim_decision",
    "claim_payment",
    "claim_outcome",
    "rating",
    "call_record",
    "call_mark",
    "call_owner",
    "merge_hand",
];

/// Whether a question reads a table, by its name.
fn mentions(sql: &str, table: &str) -> bool {
    sql.split(|sign: char| !sign.is_alphanumeric() && sign != '_').any(|word| word == table)
}

/// What the department's month, its funnel and its indicators read: sums by day along an index, no ticket, no call.
#[test]
fn the_months_of_a_department_go_along_sums() {
    use norma::store::{department, indicators};
    let db = Connection::open_in_memory().unwrap();
    norma::store::schema::create(&db).unwrap();
    let day = |text: &str| Value::Text(text.to_owned());
    let stretch = || vec![day("2026-11-01"), day("2026-11-30")];
    let one = |value: Value| [stretch(), vec![value]].concat();
    let reads = [
        ("decisions by person and day", department::DECISION_SUMS, stretch()),
        ("one person's decisions by day", department::OWN_DECISION_SUMS, one(Value::Integer(1))),
        ("calls by person and day", department::CALL_SUMS, one(Value::Null)),
        ("calls that wait", department::UNPROCESSED, vec![]),
        ("decisions by action", indicators::ACTION_SUMS, stretch()),
        ("what was frozen of closed days", indicators::MEASURES, stretch()),
        ("ratings", indicators::RATINGS, stretch()),
    ];
    let mut text = String::new();
    for (name, sql, given) in reads {
        let plan = plan(&db, sql, given);
        for table in GROWING {
            assert!(!mentions(sql, table), "{name} reads {table}");
        }
        if sql.contains("BETWEEN") {
            assert!(plan.contains("day>? AND day<?"), "{name} reads more than the stretch: {plan}");
        }
        text.push_str(&format!("{name}\n{plan}"));
    }
    golden("plans-department.txt", &text);
}

/// What pay, cover and the board read: a month's stretch of sums along their keys, and of the tables that grow with the
/// people alone also the whole.
#[test]
fn the_pay_of_a_month_goes_along_sums() {
    let db = Connection::open_in_memory().unwrap();
    norma::store::schema::create(&db).unwrap();
    let small = [
        "CONSTANT",
        "indicator_version",
        "indicator_target",
        "person_terms",
        "p",
        "schedule",
        "calendar",
        "scheme_order",
    ];
    let mut text = String::new();
    for (name, sql) in norma::store::pay::DASHBOARDS {
        let given = vec![Value::Null; db.prepare(sql).unwrap().parameter_count()];
        let plan = plan(&db, sql, given);
        for table in GROWING {
            assert!(!mentions(sql, table), "{name} reads {table}");
        }
        let scanned = |line: &&str| line.trim().starts_with("SCAN ");
        for line in plan.lines().filter(scanned) {
            let table = line.split_whitespace().nth(1).unwrap();
            assert!(small.contains(&table), "{name}: {plan}");
        }
        text.push_str(&format!("{name}\n{plan}"));
    }
    for sums in ["day_sum", "day_behalf_sum", "day_amount_sum"] {
        let (_, sql) = norma::store::pay::DASHBOARDS.into_iter().find(|(_, sql)| mentions(sql, sums)).unwrap();
        assert!(
            plan(&db, sql, vec![Value::Null; db.prepare(sql).unwrap().parameter_count()]).contains("day>? AND day<?"),
            "{sums}"
        );
    }
    golden("plans-pay.txt", &text);
}
