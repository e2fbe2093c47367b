//! How long the desk takes with a million tickets in the file, against the same with a thousand in the same run: saving,
//! searching, the day's list, the desk itself; and how long a hundred thousand calls take to be imported and merged
//! (`cargo bench --bench desk -- import` for that alone).
//!
//! The million is made by bulk SQL, here only: what is measured goes through the worker, as in life.
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::cast_precision_loss,
    reason = "a benchmark"
)]

use std::hint::black_box;
use std::path::Path;
use std::sync::OnceLock;
use std::sync::atomic::AtomicBool;
use std::time::{Duration, Instant};

use divan::Bencher;
use norma::domain::calendar::DayEnd;
use norma::floor::command::Command;
use norma::floor::question::Question;
use norma::floor::setup::{NewFloor, create};
use norma::floor::sign_in::{PasswordVerifier, Session};
use norma::floor::{Envelope, Floor};
use norma::intake::{self, FloorFacts, Kind};
use norma::worker::{Handle, Outcome};
use rusqlite::Connection;
use serde_json::{Value, json};
use tempfile::TempDir;
use uuid::Uuid;

const SIZES: [usize; 2] = [1_000, 1_000_000];

/// Operators of the department; tickets are theirs in turn.
const OPERATORS: usize = 50;

/// The work day of what is saved while it is measured.
const TODAY: &str = "2026-09-01";

fn moment(text: &str) -> norma::domain::instant::Instant {
    serde_json::from_value(Value::from(text)).unwrap()
}

/// A floor with people, one order in force and so many tickets.
struct Bench {
    _folder: TempDir,
    handle: Handle,
    operator: Session,
    supervisor: Session,
}

impl Bench {
    fn new(tickets: usize) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("floor.norma");
        let password = PasswordVerifier::new("мера-7").unwrap();
        create(&path, &new_floor(&password)).unwrap();
        let handle = norma::worker::open(&path, norma::worker::system_clock()).unwrap();
        let director = sign_in(&handle, "director");
        prepare(&handle, &director, &password);
        let supervisor = sign_in(&handle, "sup");
        norms(&handle, &supervisor, &director);
        fill(&path, tickets);
        let operator = sign_in(&handle, "op0");
        Self { _folder: folder, handle, operator, supervisor }
    }

    fn ask(&self, who: &Session, name: &str, with: &Value) {
        let question = Question::from_wire(name, with).unwrap();
        black_box(self.handle.ask(who, question).wait().unwrap().unwrap_or_else(|stop| panic!("{name}: {stop:?}")));
    }

    fn save(&self) {
        let with = json!({
            "ticket": Uuid::now_v7(), "client": "+7 912 345-67-89", "comment": "настроили роутер",
            "decisions": [{"action": "A1", "quantity": 1}, {"action": "A2", "quantity": 2}],
        });
        run(&self.handle, &self.operator, &format!("{TODAY}T12:00:00+03:00"), "ticket.save", &with);
    }
}

fn new_floor(password: &PasswordVerifier) -> NewFloor {
    NewFloor {
        organisation: "Мера".to_owned(),
        timezone: chrono_tz::Europe::Moscow,
        day_ends: DayEnd::try_from("00:00".to_owned()).unwrap(),
        director: "director".to_owned(),
        director_name: "Ирина Дирова".to_owned(),
        administrator: None,
        rehearsal: true,
        passwords: vec![("director".to_owned(), password.clone())],
        calendars: true,
        now: moment("2024-01-01T00:00:00+03:00"),
        at_given: true,
    }
}

fn sign_in(handle: &Handle, login: &str) -> Session {
    handle.sign_in(login, "мера-7").wait().unwrap().unwrap_or_else(|stop| panic!("{login}: {stop:?}")).0
}

fn envelope(who: &Session, at: &str, name: &str, with: &Value) -> Envelope {
    let mut envelope = Envelope::new(who.clone(), Command::from_wire(name, with).unwrap());
    envelope.at = Some(moment(at));
    envelope
}

fn accept(handle: &Handle, envelope: Envelope) {
    let name = envelope.command.name();
    match handle.execute(envelope) {
        Outcome::Accepted(_) => {}
        other => panic!("{name}: {other:?}"),
    }
}

fn run(handle: &Handle, who: &Session, at: &str, name: &str, with: &Value) {
    accept(handle, envelope(who, at, name, with));
}

const BEGIN: &str = "2024-01-09T09:00:00+03:00";

fn prepare(handle: &Handle, director: &Session, password: &PasswordVerifier) {
    run(handle, director, BEGIN, "department.add", &json!({"code": "D", "name": "Отдел"}));
    let mut people = vec![("sup".to_owned(), "supervisor")];
    people.extend((0..OPERATORS).map(|number| (format!("op{number}"), "operator")));
    for (code, role) in people {
        let with = json!({"code": code, "name": code, "login": code, "roles": [role], "department": "D", "from": "2024-01-01"});
        run(handle, director, BEGIN, "person.add", &with);
        if code == "sup" || code == "op0" {
            let mut envelope = envelope(director, BEGIN, "password.set", &json!({"person": code}));
            envelope.secret = Some(password.clone());
            accept(handle, envelope);
        }
    }
}

fn norms(handle: &Handle, supervisor: &Session, director: &Session) {
    let set = Uuid::now_v7();
    for number in 0..40 {
        let code = format!("A{number}");
        run(
            handle,
            supervisor,
            BEGIN,
            "action.add",
            &json!({"code": code, "name_ru": code, "group": "Г", "kind": "manual"}),
        );
    }
    run(
        handle,
        supervisor,
        BEGIN,
        "set.draft",
        &json!({"set": set, "department": "D", "name": "Первые", "from": "empty"}),
    );
    for number in 0..40 {
        let with =
            json!({"set": set, "action": format!("A{number}"), "expert_cmin": 100 + number, "reason": "по опыту"});
        run(handle, supervisor, BEGIN, "set.norm", &with);
    }
    run(handle, supervisor, BEGIN, "set.submit", &json!({"set": set, "grounds": "первое"}));
    let proof = handle.sign_in("director", "мера-7").wait().unwrap().unwrap().1;
    let with = json!({"order": Uuid::now_v7(), "set": set, "number": "1", "date": "2024-01-09", "effective": "2024-01-10", "early_reason": "первые"});
    let mut approve = envelope(director, BEGIN, "order.approve", &with);
    approve.proof = Some(proof);
    accept(handle, approve);
}

/// Tickets of two and a half years up to the day that is measured: a client of 200 000, two decisions, a comment on one in
/// three, as the program itself would have written them but for their audit entries.
fn fill(path: &Path, tickets: usize) {
    let db = Connection::open(path).unwrap();
    let begin = moment(&format!("{TODAY}T09:00:00+03:00")).millis();
    let step = 2 * 365 * 24 * 3_600_000 / i64::try_from(tickets).unwrap().max(1_000);
    db.execute_batch(&format!(
        "PRAGMA synchronous = OFF;
         BEGIN;
         CREATE TEMP TABLE seed AS
             WITH RECURSIVE counter (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counter WHERE n < {tickets})
             SELECT n, {begin} - ({tickets} - n) * {step} AS at, 9120000000 + (n * 7919) % 200000 AS phone,
                 (SELECT MIN(person_id) FROM person WHERE code LIKE 'op%') + n % {OPERATORS} AS person,
                 (SELECT MAX(seq) FROM audit) AS seq, (SELECT MAX(text_id) FROM private_text) AS texts,
                 (SELECT department_id FROM department) AS department, (SELECT set_id FROM norm_set) AS norm_set,
                 (SELECT MIN(action_id) FROM action) AS action
             FROM counter;
         INSERT INTO private_text (text_id, digest, salt, body, folded, digits, seq)
             SELECT COALESCE(texts, 0) + n, '', '', '+7' || phone, '+7' || phone, phone, seq FROM seed;
         INSERT INTO ticket (ticket_id, uuid, person_id, department_id, work_day, set_id, finished_at, origin, content, seq)
             SELECT n, printf('%08x-0000-7000-8000-%012x', n, n), person, department, date(at / 1000 + 10800, 'unixepoch'), norm_set,
                 at, 'manual', '', seq FROM seed;
         INSERT INTO ticket_version (ticket_id, version, channel, client_id, opened_at, person_id, after_close, cancelled, kpi_cmin,
                 measured_cmin, line_cmin, line_measured_cmin, seq)
             SELECT n, 1, 'inbound-call', COALESCE(texts, 0) + n, at - 240000, person, 0, 0, 201, 201, 0, 0, seq FROM seed;
         INSERT INTO decision (ticket_id, version, line, action_id, quantity, hard, norm_cmin, boost_bp, weight_cmin, kpi_cmin,
                 measured_cmin, seq)
             SELECT n, 1, 1, action + n % 40, 1, 0, 100, 10000, 100, 100, 100, seq FROM seed;
         INSERT INTO decision (ticket_id, version, line, action_id, quantity, hard, norm_cmin, boost_bp, weight_cmin, kpi_cmin,
                 measured_cmin, seq)
             SELECT n, 1, 2, action + (n * 7 + 1) % 40, 1, 0, 101, 10000, 101, 101, 101, seq FROM seed;
         INSERT INTO ticket_find (place, ticket_id, person_id, department_id, client_key, opened_at, saved_at, version, cancelled, held, takes_calls)
             SELECT at * 4096 + n % 4096, n, person, department, phone, at - 240000, at, 1, 0, 0, 1 FROM seed;
         INSERT OR IGNORE INTO ticket_action (action_id, place, person_id, department_id)
             SELECT action + n % 40, at * 4096 + n % 4096, person, department FROM seed
             UNION SELECT action + (n * 7 + 1) % 40, at * 4096 + n % 4096, person, department FROM seed;
         INSERT INTO ticket_words (rowid, comment, client, who)
             SELECT at * 4096 + n % 4096, CASE n % 3 WHEN 0 THEN 'настроили роутер, договор ' || (n % 977) ELSE '' END, '+7' || phone,
                 'p' || person || ' d' || department || ' a' || (action + n % 40) || ' a' || (action + (n * 7 + 1) % 40) FROM seed;
         DROP TABLE seed;
         COMMIT;"
    ))
    .unwrap();
}

fn bench(size: usize) -> &'static Bench {
    static FLOORS: [OnceLock<Bench>; 2] = [OnceLock::new(), OnceLock::new()];
    let place = usize::from(size != SIZES[0]);
    FLOORS[place].get_or_init(|| Bench::new(size))
}

fn median(runs: usize, work: impl Fn()) -> Duration {
    let mut times: Vec<Duration> = (0..runs)
        .map(|_| {
            let started = Instant::now();
            work();
            started.elapsed()
        })
        .collect();
    times.sort();
    times[runs / 2]
}

/// What people do at the desk: its name and the doing of it.
type Deed = (&'static str, fn(&Bench));

const DEEDS: [Deed; 11] = [
    ("save a ticket", |floor| floor.save()),
    ("the desk", |floor| floor.ask(&floor.operator, "desk", &json!({}))),
    ("the day's list", |floor| floor.ask(&floor.supervisor, "day", &json!({"person": "op0", "date": TODAY}))),
    ("a client's history", |floor| floor.ask(&floor.operator, "client", &json!({"reference": "8 (912) 000-00-07"}))),
    ("search by client", |floor| floor.ask(&floor.supervisor, "search", &json!({"client": "+7 912 000-00-07"}))),
    ("search by a common word", |floor| floor.ask(&floor.supervisor, "search", &json!({"text": "роут"}))),
    ("search by a rare word", |floor| floor.ask(&floor.supervisor, "search", &json!({"text": "роутер 976"}))),
    ("search by a long word", |floor| floor.ask(&floor.supervisor, "search", &json!({"text": "настроили"}))),
    ("search one's own by a word", |floor| floor.ask(&floor.operator, "search", &json!({"text": "роутер"}))),
    ("search by decision and person", |floor| {
        floor.ask(&floor.supervisor, "search", &json!({"decision": "A7", "person": "op3"}));
    }),
    ("search by days and state", |floor| {
        floor.ask(
            &floor.supervisor,
            "search",
            &json!({"from": "2026-07-01", "to": "2026-07-31", "state": "without-call"}),
        );
    }),
];

fn main() {
    if std::env::args().any(|argument| argument == "import") {
        return import();
    }
    for size in SIZES {
        let started = Instant::now();
        bench(size);
        println!("{size} tickets made in {:.1?}", started.elapsed());
    }
    println!("{:<32}{:>14}{:>14}{:>8}", "", "1 000", "1 000 000", "ratio");
    for (name, deed) in DEEDS {
        let [small, large] = SIZES.map(|size| median(15, || deed(bench(size))));
        let ratio = large.as_secs_f64() / small.as_secs_f64();
        println!("{name:<32}{:>14}{:>14}{ratio:>8.1}", format!("{small:.2?}"), format!("{large:.2?}"));
    }
    import();
    divan::main();
}

/// A hundred thousand calls of a month, imported beside a hundred thousand tickets of the same clients and operators.
fn import() {
    const CALLS: usize = 100_000;
    let floor = Bench::new(CALLS);
    let path = floor.handle.path().to_owned();
    let begin = moment(&format!("{TODAY}T09:00:00+03:00")).millis();
    let step = 2 * 365 * 24 * 3_600_000 / i64::try_from(CALLS).unwrap();
    let mut text = "key,started_at,answered_at,ended_at,operator,client,direction\n".to_owned();
    for n in 1..=CALLS {
        let at = begin - i64::try_from(CALLS - n).unwrap() * step;
        let time = |ms: i64| norma::domain::instant::Instant::from_millis(ms).unwrap().local(chrono_tz::UTC);
        let phone = 9_120_000_000_u64 + u64::try_from(n).unwrap() * 7_919 % 200_000;
        let (start, answer, end) = (time(at - 240_000), time(at - 230_000), time(at - 20_000));
        text.push_str(&format!("k{n},{start},{answer},{end},op{},+7{phone},in\n", n % OPERATORS));
    }
    let file = path.with_file_name("calls.csv");
    std::fs::write(&file, text).unwrap();
    let db = norma::store::file::open_reader(&path).unwrap();
    let facts = FloorFacts::of(&Floor::load(&db).unwrap());
    let started = Instant::now();
    let plan = intake::plan(Kind::Calls, &file, None, &facts).unwrap();
    let report = intake::run(&floor.handle, &floor.supervisor, plan, &|_, _| {}, &AtomicBool::new(false)).unwrap();
    let took = started.elapsed();
    let merged: i64 =
        db.query_row("SELECT COUNT(*) FROM call_desk WHERE state = 'merged'", [], |row| row.get(0)).unwrap();
    println!(
        "{CALLS} calls imported in {took:.1?}: made {}, refused {}, merged {merged}\n",
        report.made,
        report.refused.len()
    );
}

#[divan::bench(args = SIZES, sample_count = 20, sample_size = 1)]
fn save(bencher: Bencher, size: usize) {
    let floor = bench(size);
    bencher.bench_local(|| floor.save());
}

#[divan::bench(args = SIZES, sample_count = 20, sample_size = 1)]
fn day(bencher: Bencher, size: usize) {
    let floor = bench(size);
    bencher.bench_local(|| (DEEDS[2].1)(floor));
}

#[divan::bench(args = SIZES, sample_count = 20, sample_size = 1)]
fn search(bencher: Bencher, size: usize) {
    let floor = bench(size);
    bencher.bench_local(|| (DEEDS[5].1)(floor));
}
