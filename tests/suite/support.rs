//! Floors in temp folders, the program as a child, and the worker in this process.
//!
//! Hashing a password takes a tenth of a second, so floors are made once and copied as bytes, and everybody's
//! password is the same.

use std::ffi::OsStr;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;

use norma::domain::calendar::DayEnd;
use norma::domain::instant::Instant;
use norma::floor::setup::{NewFloor, create};
use norma::floor::sign_in::PasswordVerifier;
use norma::locale::Lang;
use proptest::test_runner::Config as ProptestConfig;
use rusqlite::Connection;
use serde_json::Value;
use tempfile::TempDir;

/// Everybody's password.
pub const PASSWORD: &str = "тайна-42";

/// Logins that appear in the tests; their passwords are in the child's environment.
const LOGINS: [&str; 12] =
    ["DIRECTOR", "PETROV", "ANNA", "BORIS", "VERA", "GLEB", "DINA", "ADMIN", "PAYROLL", "SUP", "OP", "FARSUP"];

/// The verifier of everybody's password, hashed once.
pub fn verifier() -> PasswordVerifier {
    static VERIFIER: OnceLock<PasswordVerifier> = OnceLock::new();
    VERIFIER.get_or_init(|| PasswordVerifier::new(PASSWORD).unwrap()).clone()
}

/// A moment in RFC 3339.
pub fn moment(text: &str) -> Instant {
    serde_json::from_value(Value::from(text)).unwrap()
}

/// A floor file in a temp folder of its own.
pub struct FloorFile {
    folder: TempDir,
    pub path: PathBuf,
}

impl FloorFile {
    /// A floor with these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("floor.norma");
        std::fs::write(&path, bytes).unwrap();
        Self { folder, path }
    }

    /// A rehearsal floor with a director and nobody else.
    pub fn bare() -> Self {
        static BARE: OnceLock<Vec<u8>> = OnceLock::new();
        Self::of(BARE.get_or_init(|| made(true, None)))
    }

    /// A rehearsal floor of a director and an administrator.
    pub fn staffed() -> Self {
        static STAFFED: OnceLock<Vec<u8>> = OnceLock::new();
        Self::of(STAFFED.get_or_init(|| made(true, Some("admin"))))
    }

    /// A floor that has lived its first day, with a schedule, a submitted set and a next day's tickets.
    pub fn lived() -> Self {
        static LIVED: OnceLock<Vec<u8>> = OnceLock::new();
        let bytes = LIVED.get_or_init(|| {
            let floor = Self::bare();
            floor.norma(["run"], ["tests/scenarios/first-day.jsonl"]).expect_code(0);
            floor.run_lines(LATER, &[]).expect_code(0);
            floor.bytes()
        });
        Self::of(bytes)
    }

    /// A floor on which everything has happened that leaves a row: no table of facts is empty.
    pub fn everything() -> Self {
        static EVERYTHING: OnceLock<Vec<u8>> = OnceLock::new();
        let bytes = EVERYTHING.get_or_init(|| {
            let floor = Self::lived();
            for lines in [DESK, PAY, DEPARTMENT] {
                floor.run_lines(lines, &[]).expect_code(0);
            }
            floor.bytes()
        });
        Self::of(bytes)
    }

    /// Starts the floor's worker in this process.
    pub fn open(&self) -> norma::worker::Handle {
        norma::worker::open(&self.path, norma::worker::system_clock()).unwrap()
    }

    /// Where else the test may write.
    pub fn beside(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The file as one: what waits in the WAL is brought in first.
    pub fn bytes(&self) -> Vec<u8> {
        self.settle();
        std::fs::read(&self.path).unwrap()
    }

    /// Brings in the WAL, so that the file alone is the floor.
    pub fn settle(&self) {
        let db = Connection::open(&self.path).unwrap();
        db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
        db.close().unwrap();
    }

    /// A plain connection, with the pragmas of nobody in particular.
    pub fn raw(&self) -> Connection {
        Connection::open(&self.path).unwrap()
    }

    /// One number out of the file.
    pub fn number(&self, sql: &str) -> i64 {
        self.raw().query_row(sql, [], |row| row.get(0)).unwrap()
    }

    /// `norma COMMAND FLOOR REST`.
    pub fn norma<const N: usize>(&self, command: [&str; 1], rest: [&str; N]) -> Ran {
        let [command] = command;
        let floor = self.path.to_str().unwrap();
        let arguments: Vec<&str> = [command, floor].into_iter().chain(rest).collect();
        norma(&arguments)
    }

    /// `norma run FLOOR -` with these lines on stdin.
    pub fn run_lines(&self, lines: &str, flags: &[&str]) -> Ran {
        let floor = self.path.to_str().unwrap();
        let arguments: Vec<&str> = ["run", floor, "-"].into_iter().chain(flags.iter().copied()).collect();
        norma_with(&arguments, Some(lines.as_bytes()))
    }

    /// Every check finds the file whole, in this process.
    pub fn must_be_whole(&self) {
        let db = norma::store::file::open_reader(&self.path).unwrap();
        let report = norma::floor::verify::verify(&db, None).unwrap();
        assert!(report.ok, "{report:?}");
    }

    /// `norma verify --json` says it is whole.
    pub fn expect_whole(&self) {
        let ran = self.norma(["verify"], ["--json"]);
        assert!(ran.code == 0 && ran.json()["ok"] == true, "{}\n{}", ran.out, ran.err);
    }
}

/// A second day after `first-day`: a schedule, a set that waits for the director, tickets not closed yet.
const LATER: &str = r#"
{"scenario":"later"}
{"as":"petrov","at":"2026-03-19T09:00:00+03:00","do":"schedule.set","with":{"person":"201","from":"2026-04-01","pattern":{"week":{"mon":[["09:00","13:00"],["14:00","18:00"]]}}}}
{"do":"action.add","with":{"code":"STEP","name_ru":"По элементам","group":"Связь","kind":"manual","channels":["inbound-call","chat"],"boost_bp":12000,"boost_reason":"по частям дольше","elements":[{"code":"E1","name_ru":"Первый"},{"code":"E2","name_ru":"Второй"}]}}
{"do":"action.add","with":{"code":"DEAL","name_ru":"Сделка","group":"Продажи","kind":"automatic","asks_amount":true}}
{"do":"study.open","with":{"study":"$step","action":"STEP","conditions":"утро"}}
{"do":"observation.add","with":{"study":"$step","observation":"$e1","operator":"201","started_at":"2026-03-18T10:00:00+03:00","duration_ms":60000,"elements":[{"element":"E1","duration_ms":20000},{"element":"E2","duration_ms":40000}],"pauses":[{"length_ms":5000,"reason":"сбой CRM"}]}}
{"do":"observation.amend","with":{"observation":"$e1","rating_bp":11000,"reason":"видно по записи"}}
{"do":"observation.decide","with":{"observation":"$e1","as":"hard","reason":"проверка по записи"}}
{"do":"observation.reopen","with":{"study":"$step","observations":["$e1"]}}
{"do":"sitting.add","with":{"sitting":"$sat","operator":"201","started_at":"2026-03-18T10:00:00+03:00","ended_at":"2026-03-18T10:02:00+03:00","pauses":[{"length_ms":50000,"reason":"ждали звонка"}]}}
{"do":"set.draft","with":{"set":"$second","department":"SUP","name":"Вторые нормативы","from":"empty"}}
{"do":"set.norm","with":{"set":"$second","action":"ROUT","expert_cmin":400,"reason":"новая прошивка"}}
{"do":"set.norm","with":{"set":"$second","action":"REAC","expert_cmin":300,"reason":"по опыту"}}
{"do":"set.norm","with":{"set":"$second","action":"STEP","study":"$step"}}
{"do":"set.submit","with":{"set":"$second","grounds":"изменилась техника"}}
{"as":"anna","do":"ticket.save","with":{"ticket":"$n1","channel":"chat","client":"договор 77","decisions":[{"action":"ROUT","quantity":1}]}}
{"as":"boris","do":"ticket.save","with":{"ticket":"$n2","channel":"chat","decisions":[{"action":"REAC","quantity":2}]}}
{"as":"petrov","do":"set.draft","with":{"set":"$third","department":"SUP","name":"Третьи нормативы","from":"$second"}}
{"do":"set.change","with":{"set":"$third","allowance_bp":500,"convention":"shift"}}
{"do":"set.pilot","with":{"set":"$third","from":"2026-03-19","to":"2026-04-30"}}
{"do":"set.withdraw","with":{"set":"$third","reason":"забыли действие"}}
{"do":"set.pilot","with":{"set":"$third","from":"2026-03-19","to":"2026-04-30"}}
{"do":"set.submit","with":{"set":"$third","grounds":"изменилась организация"}}
{"do":"deputy.name","with":{"deputy":"$deputy","person":"202","from":"2026-03-19","to":"2026-03-27"}}
{"do":"deputy.end","with":{"deputy":"$deputy"}}
{"as":"director","do":"order.approve","with":{"order":"$future","set":"$third","number":"42","date":"2026-03-19","effective":"2026-06-01","pilot_reason":"обкатка продолжается"}}
{"as":"anna","do":"order.acknowledge","with":{"order":"$future"}}
{"as":"director","do":"order.revoke","with":{"order":"$future","reason":"нормативы пересматриваются"}}
"#;

/// The months after `LATER`: everything that pay rests on, and a recalculation to somebody's disadvantage.
const PAY: &str = r#"
{"scenario":"pay-lived"}
{"as":"director","at":"2026-03-20T09:00:00+03:00","do":"person.add","with":{"code":"401","name":"Бэлла Бух","login":"payroll","roles":["payroll"],"from":"2026-01-01"}}
{"do":"password.set","with":{"person":"401"}}
{"as":"payroll","do":"person.change","with":{"code":"201","salary_minor":6000000}}
{"do":"person.change","with":{"code":"202","salary_minor":6000000}}
{"do":"scheme.draft","with":{"scheme":"OP","department":"SUP","fixed_bp":4000,"cover_bp":5000}}
{"do":"scheme.submit","with":{"scheme":"OP"}}
{"as":"director","do":"scheme.approve","with":{"scheme":"OP","number":"1-ОТ","effective":"2026-03-01"}}
{"as":"petrov","do":"schedule.day","with":{"person":"202","date":"2026-03-28","intervals":[["10:00","14:00"]]}}
{"do":"absence.add","with":{"absence":"$sick","person":"202","from":"2026-03-23","to":"2026-03-24","kind":"sick-leave","reason":"больничный лист"}}
{"do":"downtime.add","with":{"downtime":"$idle","people":["201"],"from":"2026-03-25T10:00","to":"2026-03-25T11:00","cause":"employer"}}
{"do":"downtime.add","with":{"downtime":"$none","people":["201"],"from":"2026-03-26T10:00","to":"2026-03-26T11:00","cause":"nobody"}}
{"do":"downtime.cancel","with":{"downtime":"$none","reason":"связь была"}}
{"do":"cover.propose","with":{"cover":"$cover","coverer":"201","absent":"202","from":"2026-03-20","to":"2026-03-31"}}
{"as":"anna","do":"cover.accept","with":{"cover":"$cover"}}
{"as":"director","do":"award.grant","with":{"award":"$award","person":"201","month":"2026-03","amount_minor":100000,"reason":"за первый месяц"}}
{"do":"award.grant","with":{"award":"$mistaken","person":"202","month":"2026-03","amount_minor":100000,"reason":"не тому"}}
{"do":"award.cancel","with":{"award":"$mistaken","reason":"не тому"}}
{"as":"petrov","at":"2026-04-02T09:00:00+03:00","do":"day.close","with":{"through":"2026-03-31"}}
{"as":"director","do":"month.lock","with":{"month":"2026-03"},"expect":{"statements":2}}
{"do":"money.grant","with":{"grant":"$grant","person":"101"}}
{"do":"money.revoke","with":{"grant":"$grant"}}
{"as":"petrov","at":"2026-04-03T09:00:00+03:00","do":"absence.add","with":{"absence":"$late","person":"201","from":"2026-03-27","to":"2026-03-27","kind":"short-leave"}}
{"as":"director","do":"recalculation.decide","with":{"person":"201","month":"2026-03","deduct":true,"ground":"счётная ошибка"}}
{"as":"petrov","at":"2026-05-02T09:00:00+03:00","do":"day.close","with":{"through":"2026-04-30"}}
{"as":"director","do":"month.lock","with":{"month":"2026-04"}}
"#;

/// Calls, stages, the queue, a claim, a correction of many, a review and a sample.
const DESK: &str = r#"
{"scenario":"full-desk"}
{"as":"petrov","at":"2026-03-19T11:00:00+03:00","do":"call.record","with":{"call":"$c1","employee":"201","client":"9120000001","started_at":"2026-03-19T10:55:00+03:00"}}
{"as":"anna","do":"ticket.save","with":{"ticket":"$t1","client":"9120000001","decisions":[{"action":"ROUT","quantity":1}]},"expect":{"held":true}}
{"as":"petrov","at":"2026-03-19T11:10:00+03:00","do":"call.record","with":{"call":"$c1","employee":"201","client":"9120000001","started_at":"2026-03-19T10:55:00+03:00","ended_at":"2026-03-19T11:05:00+03:00"},"expect":{"state":"merged"}}
{"do":"merge.undo","with":{"call":"$c1"}}
{"do":"call.dismiss","with":{"call":"$c1","reason":"ошиблись номером"}}
{"do":"call.record","with":{"call":"$c2","operator":"4012","started_at":"2026-03-19T10:55:00+03:00","ended_at":"2026-03-19T10:56:00+03:00"},"expect":{"state":"queued"}}
{"do":"queue.match","with":{"operator":"4012","employee":"201"},"expect":{"matched":1}}
{"do":"stage.map","with":{"pipeline":"Продажи","stage":"Подписан","decisions":[{"action":"REAC"}]}}
{"do":"stage.move","with":{"key":"1","deal":"D-1","pipeline":"Продажи","stage":"Подписан","moved_at":"2026-03-19T10:00:00+03:00","responsible":"201"},"expect":{"outcome":"ticket"}}
{"do":"stage.move","with":{"key":"2","deal":"D-2","pipeline":"Продажи","stage":"Подписан","moved_at":"2026-03-18T10:00:00+03:00","responsible":"201"},"expect":{"outcome":"claim"}}
{"as":"anna","do":"claim.open","with":{"claim":"$k1","finished_at":"2026-03-18T15:00:00+03:00","decisions":[{"action":"ROUT","amount_minor":5000,"paid_on":"2026-03-25"}],"reason":"забыла"}}
{"as":"petrov","do":"claim.accept","with":{"claim":"$k1","reason":"запись есть"}}
{"do":"tickets.correct","with":{"correction":"$m1","tickets":[{"ticket":"$t1","version":1}],"reason":"не тот код","replace":{"from":"ROUT","to":"REAC"}}}
{"do":"review.open","with":{"review":"$r1","ticket":"$t1","question":"Почему?"}}
{"as":"anna","do":"review.answer","with":{"review":"$r1","answer":"Так"}}
{"as":"petrov","do":"review.sample","with":{"sample":"$s1","from":"2026-03-19","to":"2026-03-19","size":1}}
"#;

/// The days after `PAY`: a task that became a ticket, an objection, a note, a checklist, indicators, a closed day.
const DEPARTMENT: &str = r#"
{"scenario":"department-lived"}
{"as":"petrov","at":"2026-06-01T09:00:00+03:00","do":"task.give","with":{"task":"$k","person":"201","title":"Обзвон","due":"2026-06-02","decisions":[{"action":"ROUT"}]}}
{"do":"checklist.start","with":{"checklist":"$c","person":"201"}}
{"do":"checklist.tick","with":{"checklist":"$c","item":1}}
{"do":"note.add","with":{"note":"$n","person":"201","text":"заметка"}}
{"do":"note.cancel","with":{"note":"$n","reason":"ошибка"}}
{"do":"rating.add","with":{"rating":"$r","person":"201","date":"2026-06-01","kind":"csat","value_hundredths":500}}
{"as":"anna","do":"task.done","with":{"task":"$k"}}
{"do":"ticket.save","with":{"ticket":"$deal","client":"9120000007","outcome":"solved","decisions":[{"action":"REAC","amount_minor":10000,"paid_on":"2026-06-03"}]}}
{"do":"objection.raise","with":{"objection":"$o","about":{"day":"2026-06-01"},"text":"проверьте день"}}
{"as":"petrov","at":"2026-06-01T10:00:00+03:00","do":"task.accept","with":{"task":"$k"}}
{"do":"objection.answer","with":{"objection":"$o","text":"проверено"}}
{"as":"director","do":"indicator.define","with":{"indicator":"csat","definition":{"name_ru":"Оценка","name_en":"Rating","unit":"points","numerator":{"rating-sum":"csat"},"denominator":{"ratings":"csat"}}}}
{"do":"indicator.target","with":{"indicator":"csat","target":{"comparator":">=","value_hundredths":450}}}
{"do":"indicator.retire","with":{"indicator":"csat"}}
{"do":"indicator.restore","with":{"indicator":"csat"}}
{"as":"petrov","at":"2026-06-02T09:00:00+03:00","do":"day.close","with":{"through":"2026-06-01"}}
"#;

/// The looks that screens are drawn in, dark or not and in which language: two that differ in both. All four are drawn with
/// `NORMA_PICTURES=all`, for who looks at the pictures after a change to a screen.
pub fn looks() -> Vec<(bool, Lang)> {
    let all = [(false, Lang::Ru), (true, Lang::En), (true, Lang::Ru), (false, Lang::En)];
    let count = if std::env::var("NORMA_PICTURES").is_ok_and(|wanted| wanted == "all") { 4 } else { 2 };
    all.into_iter().take(count).collect()
}

fn made(rehearsal: bool, administrator: Option<&str>) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("floor.norma");
    let passwords =
        std::iter::once("director").chain(administrator).map(|login| (login.to_owned(), verifier())).collect();
    let new = NewFloor {
        organisation: "Связь-Сервис".to_owned(),
        timezone: chrono_tz::Europe::Moscow,
        day_ends: DayEnd::try_from("00:00".to_owned()).unwrap(),
        director: "director".to_owned(),
        director_name: "Ирина Дирова".to_owned(),
        administrator: administrator.map(str::to_owned),
        rehearsal,
        passwords,
        calendars: true,
        now: moment("2026-01-01T00:00:00+03:00"),
        at_given: rehearsal,
    };
    create(&path, &new).unwrap();
    FloorFile { folder, path }.bytes()
}

/// What a child came to.
#[derive(Debug)]
pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Ran {
    fn of(output: &Output) -> Self {
        Self {
            code: output.status.code().unwrap_or(-1),
            out: String::from_utf8_lossy(&output.stdout).into_owned(),
            err: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }

    /// Its exit code, or the test ends with all it said.
    pub fn expect_code(&self, code: i32) -> &Self {
        assert_eq!(self.code, code, "stdout:\n{}\nstderr:\n{}", self.out, self.err);
        self
    }

    /// stdout as one document.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}\n{}\n{}", self.out, self.err))
    }

    /// stdout as a document a line.
    pub fn lines(&self) -> Vec<Value> {
        self.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }
}

/// The program, ready to be started, with the passwords in its environment.
pub fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_norma"));
    prepare(&mut command);
    command
}

/// Gives a child the passwords and a fixed language.
pub fn prepare(command: &mut Command) {
    command.env("NORMA_LANG", "ru").env_remove("NORMA_PASSWORD").env_remove("NORMA_LOG");
    for login in LOGINS {
        command.env(format!("NORMA_PASSWORD_{login}"), PASSWORD);
    }
}

/// `norma ARGUMENTS`.
pub fn norma(arguments: &[impl AsRef<OsStr>]) -> Ran {
    norma_with(arguments, None)
}

/// `norma ARGUMENTS` with something on stdin.
pub fn norma_with(arguments: &[impl AsRef<OsStr>], stdin: Option<&[u8]>) -> Ran {
    let mut command = program();
    command.args(arguments);
    fed(command, stdin)
}

/// A child with something on stdin, to its end.
pub fn fed(mut command: Command, stdin: Option<&[u8]>) -> Ran {
    command.stdin(if stdin.is_some() { Stdio::piped() } else { Stdio::null() });
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let pipe = child.stdin.take();
    let bytes = stdin.map(<[u8]>::to_vec).unwrap_or_default();
    let feeder = std::thread::Builder::new().name("feeder".to_owned()).spawn(move || {
        // A child that ended early no longer reads: that is for the caller to judge by what it said.
        pipe.map(|mut pipe| pipe.write_all(&bytes).is_ok())
    });
    let output = child.wait_with_output().unwrap();
    feeder.unwrap().join().unwrap();
    Ran::of(&output)
}

/// A file of the repository.
pub fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Holds a text against its golden file; `UPDATE_GOLDEN=1` writes it anew, for people to review.
pub fn golden(name: &str, text: &str) {
    let path = repository("tests/golden").join(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, text).unwrap();
        return;
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    let first = kept.lines().zip(text.lines()).find(|(kept, fresh)| kept != fresh);
    assert!(kept == text, "{name} differs, first at {first:?}; review it and run with UPDATE_GOLDEN=1");
}

/// How many cases of a property are tried: so many usually, more with `slow-tests`, as many as `PROPTEST_CASES` says where
/// it is set. proptest prints the failing case, shrunk; regressions are written as tests of their own, not as files.
pub fn cases(usually: u32, slowly: u32) -> ProptestConfig {
    let wanted = ProptestConfig::default();
    let told = std::env::var_os("PROPTEST_CASES").map(|_| wanted.cases);
    let cases = told.unwrap_or(if cfg!(feature = "slow-tests") { slowly } else { usually });
    ProptestConfig { cases, failure_persistence: None, max_shrink_iters: 200, ..wanted }
}

/// An id made from a name.
pub fn id(name: &str) -> uuid::Uuid {
    uuid::Uuid::new_v5(&uuid::Uuid::NAMESPACE_OID, name.as_bytes())
}

/// Somebody signed in on a floor whose worker runs in this process.
pub struct Client {
    pub handle: norma::worker::Handle,
    pub session: norma::floor::sign_in::Session,
    pub proof: norma::floor::sign_in::PasswordProof,
}

impl Client {
    /// Signs in; on an open floor.
    pub fn sign_in(handle: &norma::worker::Handle, login: &str) -> Self {
        let (session, proof) = handle.sign_in(login, PASSWORD).wait().unwrap().unwrap();
        Self { handle: handle.clone(), session, proof }
    }

    /// An envelope at a moment of a rehearsal floor, with everything that may be asked for beside it.
    pub fn envelope(&self, at: Option<Instant>, name: &str, with: &Value) -> norma::floor::Envelope {
        let command = norma::floor::command::Command::from_wire(name, with).unwrap();
        let mut envelope = norma::floor::Envelope::new(self.session.clone(), command);
        envelope.at = at;
        envelope.proof = Some(self.proof.clone());
        envelope.secret = Some(verifier());
        envelope
    }

    /// Sends a command: the result, or the refusal's code.
    pub fn send(&self, at: Option<Instant>, name: &str, with: &Value) -> Result<Value, String> {
        answer(self.handle.execute(self.envelope(at, name, with)))
    }

    /// Asks: the view, or the refusal's code.
    pub fn ask(&self, name: &str, with: &Value) -> Result<Value, String> {
        let question = norma::floor::question::Question::from_wire(name, with).unwrap();
        match self.handle.ask(&self.session, question).wait().unwrap() {
            Ok(view) => Ok(serde_json::to_value(&view).unwrap()),
            Err(norma::floor::Stop::Refused(rejection)) => Err(rejection.code.as_str().to_owned()),
            Err(norma::floor::Stop::Fault(text)) => panic!("{name}: {text}"),
        }
    }
}

/// The result of an outcome, or the refusal's code.
pub fn answer(outcome: norma::worker::Outcome) -> Result<Value, String> {
    match outcome {
        norma::worker::Outcome::Accepted(accepted) => Ok(accepted.result),
        norma::worker::Outcome::Refused(rejection) => Err(rejection.code.as_str().to_owned()),
        norma::worker::Outcome::Fault(reference) => panic!("fault {reference}"),
    }
}
