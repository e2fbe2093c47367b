//! A month of a 500-operator floor, 300 000 tickets: closing a day, all statements, one statement, the KPI, the board.
//!
//! `cargo bench --bench pay` makes the floor by bulk SQL in a temp folder (nothing of it is for the journal), and prints each
//! figure beside a baseline of the same run: reading the month's 10 000 day sums and adding them up.
#![allow(clippy::print_stdout, clippy::unwrap_used, clippy::panic, reason = "a benchmark")]

use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant as Stopwatch};

use norma::domain::calendar::DayEnd;
use norma::domain::instant::Instant;
use norma::floor::command::Command;
use norma::floor::question::Question;
use norma::floor::setup::{NewFloor, create};
use norma::floor::sign_in::{PasswordVerifier, Session};
use norma::floor::{Envelope, Stop};
use norma::worker::{self, Handle, Outcome};
use rusqlite::Connection;
use serde_json::{Value, json};

const OPERATORS: i64 = 500;
const TICKETS_A_DAY: i64 = 30;
const PASSWORD: &str = "bench";

fn moment(text: &str) -> Instant {
    serde_json::from_value(Value::from(text)).unwrap()
}

fn new_floor(path: &Path) {
    let new = NewFloor {
        organisation: "Связь-Сервис".to_owned(),
        timezone: chrono_tz::Europe::Moscow,
        day_ends: DayEnd::default(),
        director: "director".to_owned(),
        director_name: "Ирина Дирова".to_owned(),
        administrator: None,
        rehearsal: true,
        passwords: vec![("director".to_owned(), PasswordVerifier::new(PASSWORD).unwrap())],
        calendars: true,
        now: moment("2026-10-01T00:00:00+03:00"),
        at_given: true,
    };
    create(path, &new).unwrap();
}

/// Working days of November 2026.
fn days() -> Vec<String> {
    let free = [1, 4, 7, 8, 14, 15, 21, 22, 28, 29];
    (1..=30).filter(|day| !free.contains(day)).map(|day| format!("2026-11-{day:02}")).collect()
}

/// People, absences, agreements and a month of tickets, written straight into the tables.
fn fill(path: &Path) {
    let db = Connection::open(path).unwrap();
    db.pragma_update(None, "synchronous", "OFF").unwrap();
    db.pragma_update(None, "foreign_keys", "OFF").unwrap();
    db.execute_batch("BEGIN").unwrap();
    db.execute_batch(
        "INSERT INTO department (department_id, code, name, name_folded, seq) VALUES (1, 'SUP', 'Техподдержка', 'техподдержка', 1);
         INSERT INTO action (action_id, code, seq) VALUES (1, 'A', 1);
         INSERT INTO pay_scheme (scheme_id, code, department_id, position, seq) VALUES (1, 'OP', 1, NULL, 1);
         INSERT INTO scheme_version (scheme_id, version, name, content, seq) VALUES (1, 1, 'OP',
            '{\"fixed_bp\":4000,\"cover_bp\":5000,\"bands\":[[0,10000],[10000,12000]],\"cap_bp\":11000,\"floor_bp\":8000}', 1);
         INSERT INTO scheme_order (scheme_id, uuid, number, number_folded, signed_day, effective_month, approved_by, fingerprint, chain_head, seq)
            VALUES (1, '00000000-0000-7000-8000-000000000001', '1', '1', '2026-09-01', '2026-09', 1, '', '', 1);",
    )
    .unwrap();
    for person in 2..OPERATORS + 2 {
        db.prepare_cached("INSERT INTO person (person_id, code, seq) VALUES (?1, ?2, 1)")
            .unwrap()
            .execute((person, format!("{person}")))
            .unwrap();
        db.prepare_cached(
            "INSERT INTO person_version (person_id, version, name, name_folded, department_id, rate_bp, salary_minor, from_day, seq)
             VALUES (?1, 1, 'Оператор', 'оператор', 1, 10000, 6000000, '2026-01-12', 1)",
        )
        .unwrap()
        .execute([person])
        .unwrap();
        db.prepare_cached("INSERT INTO person_role (person_id, version, role, seq) VALUES (?1, 1, 'operator', 1)")
            .unwrap()
            .execute([person])
            .unwrap();
        db.prepare_cached(
            "INSERT INTO person_terms (terms_id, person_id, from_day, department_id, rate_bp, salary_minor, seq)
             VALUES (?1, ?1, '2026-01-12', 1, 10000, 6000000, 1)",
        )
        .unwrap()
        .execute([person])
        .unwrap();
    }
    absences(&db);
    let mut ticket = 0;
    for day in days() {
        for person in 2..OPERATORS + 2 {
            for number in 0..TICKETS_A_DAY {
                ticket += 1;
                one_ticket(&db, ticket, person, &day, 1_400 + (person * 7 + number * 13) % 500);
            }
        }
    }
    db.execute_batch(
        "INSERT INTO day_sum SELECT t.person_id, t.department_id, t.work_day, SUM(v.kpi_cmin), SUM(v.measured_cmin), 0, 0, COUNT(*)
            FROM ticket t JOIN ticket_version v ON v.ticket_id = t.ticket_id GROUP BY 1, 2, 3;
         COMMIT; ANALYZE",
    )
    .unwrap();
}

fn id(key: i64) -> String {
    format!("00000000-0000-7000-8000-{key:012}")
}

/// Every tenth operator is ill for a week, every twentieth has somebody who agreed to cover.
fn absences(db: &Connection) {
    let at = |text: &str| moment(text).millis();
    for (key, person) in (2..OPERATORS + 2).step_by(10).enumerate() {
        let key = i64::try_from(key).unwrap() + 1;
        let week = 2 + 7 * (key % 4);
        let (from, to) =
            (at(&format!("2026-11-{week:02}T00:00:00+03:00")), at(&format!("2026-11-{:02}T00:00:00+03:00", week + 5)));
        db.execute("INSERT INTO absence VALUES (?1, ?2, ?3, '', 1)", (key, id(key), person)).unwrap();
        db.execute(
            "INSERT INTO absence_version VALUES (?1, 1, ?2, ?3, 'sick-leave', 1, 1, 0, NULL, 1, 1)",
            (key, from, to),
        )
        .unwrap();
        if key % 2 == 0 {
            db.execute(
                "INSERT INTO cover_agreement VALUES (?1, ?2, ?3, ?4, 1, '2026-11-01', '2026-11-30', NULL, 1, 1)",
                (key, id(key), person + 1, person),
            )
            .unwrap();
            db.execute("INSERT INTO cover_step VALUES (?1, 'accepted', ?2, '2026-11-01', NULL, 1)", (key, person + 1))
                .unwrap();
        }
    }
}

fn one_ticket(db: &Connection, ticket: i64, person: i64, day: &str, kpi: i64) {
    db.prepare_cached("INSERT INTO ticket VALUES (?1, ?2, ?3, 1, ?4, NULL, 0, 'import', '', 1)")
        .unwrap()
        .execute((ticket, ticket.to_string(), person, day))
        .unwrap();
    db.prepare_cached(
        "INSERT INTO ticket_version VALUES (?1, 1, 'chat', NULL, NULL, NULL, NULL, NULL, NULL, ?2, 0, 0, ?3, ?3, 0, 0, 1)",
    )
    .unwrap()
    .execute((ticket, person, kpi))
    .unwrap();
    db.prepare_cached("INSERT INTO decision VALUES (?1, 1, 1, 1, 1, 0, NULL, ?2, 10000, ?2, ?2, ?2, 1)")
        .unwrap()
        .execute((ticket, kpi))
        .unwrap();
}

/// The shortest of several runs.
fn shortest<T>(runs: u32, work: impl Fn() -> T) -> Duration {
    let run = |_| {
        let started = Stopwatch::now();
        black_box(work());
        started.elapsed()
    };
    (0..runs).map(run).min().unwrap()
}

fn ask(db: &Connection, session: &Session, name: &str, with: &Value) -> usize {
    let question = Question::from_wire(name, with).unwrap();
    let view = worker::ask(db, session, &question, moment("2026-12-01T09:00:00+03:00"));
    let view = view.unwrap_or_else(|stop: Stop| panic!("{name}: {stop:?}"));
    serde_json::to_string(&view).unwrap().len()
}

fn send(handle: &Handle, session: &Session, name: &str, with: &Value) -> Duration {
    let command = Command::from_wire(name, with).unwrap();
    let mut envelope = Envelope::new(session.clone(), command);
    envelope.at = Some(moment("2026-12-01T09:00:00+03:00"));
    let started = Stopwatch::now();
    match handle.execute(envelope) {
        Outcome::Accepted(_) => started.elapsed(),
        other => panic!("{name}: {other:?}"),
    }
}

fn main() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bench.norma");
    new_floor(&path);
    fill(&path);
    let handle = worker::open(&path, worker::system_clock()).unwrap();
    let (session, _) = handle.sign_in("director", PASSWORD).wait().unwrap().unwrap();
    let db = norma::store::file::open_reader(&path).unwrap();
    let tickets: i64 = db.query_row("SELECT COUNT(*) FROM ticket", [], |row| row.get(0)).unwrap();
    println!("{OPERATORS} operators, {tickets} tickets of November 2026");
    let sums = || -> i64 {
        let mut select =
            db.prepare_cached("SELECT kpi_cmin FROM day_sum WHERE day BETWEEN '2026-11-01' AND '2026-11-30'").unwrap();
        select.query_map([], |row| row.get::<_, i64>(0)).unwrap().map(Result::unwrap).sum()
    };
    let plain = shortest(20, sums);
    println!("baseline: reading and adding the month's day sums {plain:.1?}");
    let show = |name: &str, took: Duration| {
        println!("{name:<44} {took:>10.1?}   {:>6.0} × baseline", took.as_secs_f64() / plain.as_secs_f64());
    };
    send(&handle, &session, "day.close", &json!({"through": "2026-11-29"}));
    show("closing a day (15 000 tickets)", send(&handle, &session, "day.close", &json!({"through": "2026-11-30"})));
    let month = json!({"month": "2026-11"});
    show("all statements (payroll)", shortest(5, || ask(&db, &session, "payroll", &month)));
    show("one statement", shortest(5, || ask(&db, &session, "statement", &json!({"person": "7", "month": "2026-11"}))));
    show("cover of the month", shortest(5, || ask(&db, &session, "cover", &month)));
    show("board of absences", shortest(5, || ask(&db, &session, "absences", &month)));
    show("KPI of the month", shortest(5, || ask(&db, &session, "kpi", &month)));
    show("the department's month", shortest(5, || ask(&db, &session, "department", &month)));
    show("one's own month", shortest(5, || ask(&db, &session, "my_kpi", &json!({"person": "7", "month": "2026-11"}))));
    show("indicators with six months of trend", shortest(5, || ask(&db, &session, "indicators", &month)));
    show("morning of a day", shortest(5, || ask(&db, &session, "morning", &json!({"date": "2026-11-30"}))));
    show("locking the month", send(&handle, &session, "month.lock", &month));
    show("all statements, locked", shortest(5, || ask(&db, &session, "payroll", &month)));
}
