//! How long the replay of a norm set takes over 200 000 tickets, asked as the window asks it.
//!
//! `cargo bench --bench replay` makes a floor of 60 operators with a quarter's tickets and prints first the replay, read
//! from day sums, against weighing every decision of the same tickets again by SQL in the same run, and their ratio.
//! Then divan's table.
#![allow(clippy::print_stdout, clippy::unwrap_used, clippy::panic, reason = "a benchmark")]

use std::hint::black_box;
use std::sync::{Mutex, MutexGuard, OnceLock};
use std::time::{Duration, Instant};

use divan::Bencher;
use norma::domain::calendar::DayEnd;
use norma::floor::Envelope;
use norma::floor::command::Command;
use norma::floor::question::{AskReplay, Question};
use norma::floor::setup::{NewFloor, create};
use norma::floor::sign_in::{PasswordProof, PasswordVerifier, Session};
use norma::views::View;
use norma::views::pilot::ReplayView;
use norma::worker::{self, Handle, Outcome};
use rusqlite::Connection;
use serde_json::{Value, json};
use uuid::Uuid;

const PEOPLE: i64 = 60;
const ACTIONS: i64 = 40;
const TICKETS: i64 = 200_000;
const PASSWORD: &str = "replay";

/// A floor with its tickets, open.
struct Floor {
    _folder: tempfile::TempDir,
    handle: Handle,
    session: Session,
    set: Uuid,
    raw: Connection,
}

fn moment(text: &str) -> norma::domain::instant::Instant {
    serde_json::from_value(Value::from(text)).unwrap()
}

fn id(name: &str) -> Uuid {
    Uuid::new_v5(&Uuid::NAMESPACE_OID, name.as_bytes())
}

struct Hand<'a> {
    handle: &'a Handle,
    session: Session,
    proof: PasswordProof,
    verifier: PasswordVerifier,
}

impl Hand<'_> {
    fn sign_in<'a>(handle: &'a Handle, login: &str, verifier: &PasswordVerifier) -> Hand<'a> {
        let (session, proof) = handle.sign_in(login, PASSWORD).wait().unwrap().unwrap();
        Hand { handle, session, proof, verifier: verifier.clone() }
    }

    fn run(&self, name: &str, with: Value) {
        let command = Command::from_wire(name, &with).unwrap();
        let mut envelope = Envelope::new(self.session.clone(), command);
        envelope.at = Some(moment("2026-01-01T09:00:00+03:00"));
        envelope.proof = Some(self.proof.clone());
        envelope.secret = Some(self.verifier.clone());
        match self.handle.execute(envelope) {
            Outcome::Accepted(_) => {}
            refused => panic!("{name} {with}: {refused:?}"),
        }
    }
}

fn made() -> Floor {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("floor.norma");
    let verifier = PasswordVerifier::new(PASSWORD).unwrap();
    let new = NewFloor {
        organisation: "Связь".to_owned(),
        timezone: chrono_tz::Europe::Moscow,
        day_ends: DayEnd::default(),
        director: "director".to_owned(),
        director_name: "Директор".to_owned(),
        administrator: None,
        rehearsal: true,
        passwords: vec![("director".to_owned(), verifier.clone())],
        calendars: true,
        now: moment("2026-01-01T08:00:00+03:00"),
        at_given: true,
    };
    create(&path, &new).unwrap();
    let handle = worker::open(&path, worker::system_clock()).unwrap();
    let director = Hand::sign_in(&handle, "director", &verifier);
    director.run("department.add", json!({"code": "SUP", "name": "Отдел"}));
    let person = |code: &str, role: &str| json!({"code": code, "name": code, "login": code, "roles": [role], "department": "SUP", "from": "2026-01-01"});
    director.run("person.add", person("sup", "supervisor"));
    director.run("password.set", json!({"person": "sup"}));
    for number in 0..PEOPLE {
        director.run("person.add", person(&format!("op{number:03}"), "operator"));
    }
    let supervisor = Hand::sign_in(&handle, "sup", &verifier);
    for number in 0..ACTIONS {
        let action = json!({"code": format!("A{number:02}"), "name_ru": "Действие", "group": "Г", "kind": "manual"});
        supervisor.run("action.add", action);
    }
    let norms = |name: &str, extra: i64| {
        let draft = json!({"set": id(name), "department": "SUP", "name": name, "from": "empty"});
        supervisor.run("set.draft", draft);
        for number in 0..ACTIONS {
            let minutes = 200 + 10 * number + extra * (number % 3);
            let norm =
                json!({"set": id(name), "action": format!("A{number:02}"), "expert_cmin": minutes, "reason": "п"});
            supervisor.run("set.norm", norm);
        }
    };
    norms("old", 0);
    supervisor.run("set.submit", json!({"set": id("old"), "grounds": "первые"}));
    director.run(
        "order.approve",
        json!({"order": id("order"), "set": id("old"), "number": "1", "date": "2026-01-01", "effective": "2026-01-02", "early_reason": "первые"}),
    );
    norms("new", 15);
    let session = supervisor.session.clone();
    let raw = Connection::open(&path).unwrap();
    raw.execute_batch(&quarter()).unwrap();
    Floor { _folder: folder, handle, session, set: id("new"), raw }
}

/// A quarter's tickets of three decisions each with the sums that the program would keep of them, and the closed days.
fn quarter() -> String {
    format!(
        "BEGIN;
         CREATE TEMP TABLE days AS WITH RECURSIVE d(n, day) AS (SELECT 0, '2026-01-12' UNION ALL SELECT n + 1, date(day, '+1 day') FROM d WHERE n < 80)
             SELECT row_number() OVER (ORDER BY n) - 1 AS n, day FROM d WHERE strftime('%w', day) BETWEEN '1' AND '5';
         CREATE TEMP TABLE done AS WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < {TICKETS})
             SELECT t.n, p.person_id, p.department_id, d.day FROM t
             JOIN days d ON d.n = t.n % (SELECT COUNT(*) FROM days)
             JOIN person_version p ON p.person_id = (SELECT MIN(person_id) FROM person WHERE code LIKE 'op%') + t.n / 7 % {PEOPLE};
         INSERT INTO ticket SELECT n, 't' || n, person_id, department_id, day, 1, 0, 'manual', '', 1 FROM done;
         INSERT INTO ticket_version SELECT n, 1, 'chat', NULL, NULL, NULL, NULL, NULL, NULL, person_id, 0, 0, 0, 0, 0, 0, 1 FROM done;
         INSERT INTO decision SELECT t.n, 1, k.n, l.action_id, 1 + t.n % 2, 0, NULL, l.norm_cmin, l.boost_bp, l.weight_cmin,
                 (1 + t.n % 2) * l.weight_cmin, (1 + t.n % 2) * l.norm_cmin, 1
             FROM done t JOIN (SELECT 1 AS n UNION ALL SELECT 2 UNION ALL SELECT 3) k
             JOIN norm_line l ON l.set_id = 1 AND l.action_id = (SELECT MIN(action_id) FROM action) + (t.n * 7 + k.n * 11) % {ACTIONS};
         INSERT INTO day_action_sum SELECT t.person_id, t.department_id, t.work_day, 1, d.action_id, SUM(d.quantity), 0, SUM(d.kpi_cmin), SUM(d.measured_cmin)
             FROM ticket t JOIN decision d ON d.ticket_id = t.ticket_id GROUP BY 1, 2, 3, 5;
         INSERT INTO day_sum SELECT t.person_id, t.department_id, t.work_day, SUM(d.kpi_cmin), SUM(d.measured_cmin), 0, 0, COUNT(DISTINCT t.ticket_id)
             FROM ticket t JOIN decision d ON d.ticket_id = t.ticket_id GROUP BY 1, 2, 3;
         INSERT INTO closed_sum SELECT person_id, department_id, day, kpi_cmin, measured_cmin, tickets, 1 FROM day_sum;
         INSERT INTO day_close VALUES (1, '2026-01-01', '2026-04-30', 1);
         COMMIT;
         ANALYZE;"
    )
}

fn floor() -> MutexGuard<'static, Floor> {
    static FLOOR: OnceLock<Mutex<Floor>> = OnceLock::new();
    FLOOR.get_or_init(|| Mutex::new(made())).lock().unwrap()
}

fn replay(floor: &Floor) -> ReplayView {
    let ask = AskReplay { set: floor.set, from: "2026-01-12".parse().ok(), to: "2026-04-02".parse().ok() };
    match floor.handle.ask(&floor.session, Question::Replay(ask)).wait().unwrap() {
        Ok(View::Replay(view)) => *view,
        other => panic!("{other:?}"),
    }
}

/// What a replay would cost without day sums: every decision of the period weighed again by the set's norms.
fn from_tickets(floor: &Floor) -> i64 {
    floor
        .raw
        .query_row(
            "SELECT SUM(s.after) FROM (
                 SELECT t.person_id, t.work_day, SUM(d.quantity * COALESCE(l.weight_cmin, 0)) AS after
                 FROM ticket t
                 JOIN ticket_version v ON v.ticket_id = t.ticket_id AND v.version = (
                     SELECT MAX(n.version) FROM ticket_version n WHERE n.ticket_id = t.ticket_id AND n.after_close = 0)
                 JOIN decision d ON d.ticket_id = v.ticket_id AND d.version = v.version
                 LEFT JOIN norm_line l ON l.set_id = 2 AND l.action_id = d.action_id AND l.version = 1
                 WHERE t.work_day BETWEEN '2026-01-12' AND '2026-04-02' GROUP BY 1, 2) s",
            [],
            |row| row.get(0),
        )
        .unwrap()
}

/// The shortest of several runs.
fn shortest<T>(runs: u32, work: impl Fn() -> T) -> Duration {
    let run = |_| {
        let started = Instant::now();
        black_box(work());
        started.elapsed()
    };
    (0..runs).map(run).min().unwrap()
}

fn main() {
    {
        let floor = floor();
        let view = replay(&floor);
        assert_eq!(view.after_cmin.0, from_tickets(&floor), "both ways weigh the same");
        let sums = shortest(5, || replay(&floor));
        let tickets = shortest(3, || from_tickets(&floor));
        println!(
            "{TICKETS} tickets of {} people: replay {sums:.1?}, every decision again {tickets:.1?}",
            view.people.len()
        );
        println!("ratio {:.3}\n", sums.as_secs_f64() / tickets.as_secs_f64());
    }
    divan::main();
}

#[divan::bench(sample_count = 10, sample_size = 1)]
fn replay_of_a_quarter(bencher: Bencher<'_, '_>) {
    let floor = floor();
    bencher.bench_local(|| replay(&floor));
}
