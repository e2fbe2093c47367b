//! Files as people have them → plans, row by row; and a floor that takes them in twice.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use serde_json::{Value, json};

use super::{FloorFacts, IntakeError, Kind, Plan, Report, RunError, plan, run};
use crate::floor::Envelope;
use crate::floor::command::Command;
use crate::floor::import::RefusedRow;
use crate::floor::setup::{NewFloor, create};
use crate::floor::sign_in::{PasswordVerifier, Session};
use crate::worker::{Handle, Outcome, open, system_clock};

const BANK: &str = include_str!("../../norms/profiles/anonymous-bank-1999.toml");

const HEAD: &str = "vru+line\tcall_id\tcustomer_id\tpriority\ttype\tdate\tvru_entry\tvru_exit\tvru_time\tq_start\tq_exit\tq_time\toutcome\tser_start\tser_exit\tser_time\tserver";

struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.0.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    }

    fn plan(&self, kind: Kind, bytes: impl AsRef<[u8]>, profile: &str) -> Result<Plan, IntakeError> {
        let file = self.file("rows.csv", bytes);
        let profile = (!profile.is_empty()).then(|| self.file("profile.toml", profile));
        let zone = chrono_tz::Tz::Europe__Moscow;
        plan(kind, &file, profile.as_deref(), &FloorFacts { uuid: uuid::Uuid::nil(), zone })
    }
}

fn planned(kind: Kind, bytes: impl AsRef<[u8]>, profile: &str) -> Plan {
    Folder::new().plan(kind, bytes, profile).unwrap()
}

fn refused(kind: Kind, bytes: impl AsRef<[u8]>, profile: &str) -> IntakeError {
    Folder::new().plan(kind, bytes, profile).unwrap_err()
}

/// The rows of every chunk as they go over the wire.
fn rows(plan: &Plan) -> Vec<Value> {
    let rows_of = |chunk: &Command| serde_json::to_value(chunk).unwrap()["with"]["rows"].as_array().unwrap().clone();
    plan.chunks.iter().flat_map(rows_of).collect()
}

fn faults(plan: &Plan) -> Vec<(u64, &str)> {
    plan.refused.iter().map(|row| (row.line, row.reason.as_str())).collect()
}

fn detail<'a>(row: &'a RefusedRow, name: &str) -> &'a str {
    row.details.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str()).unwrap()
}

fn bank(lines: &[&str]) -> String {
    let lines: Vec<String> = lines.iter().map(|line| line.replace(' ', "\t").replace('_', " ")).collect();
    format!("{HEAD}\r\n{}\r\n", lines.join("\r\n"))
}

#[test]
fn the_default_columns_of_every_kind() {
    let people = planned(
        Kind::People,
        "\u{feff}code;name;login;roles;department;rate_bp;from;to;extra\r\n7;Анна;anna;operator+supervisor;calls;5 000;2026-01-01;;x\r\n8;Bo;;operator|payroll;;;2026-01-01;2026-02-01;\r\n",
        "",
    );
    let found = rows(&people);
    assert_eq!((people.read, people.rows, people.refused.len()), (2, 2, 0));
    assert_eq!(found[0]["row"]["roles"], json!(["operator", "supervisor"]));
    assert_eq!((&found[0]["row"]["rate_bp"], &found[0]["line"]), (&json!(5000), &json!(2)));
    assert_eq!(
        found[1]["row"],
        json!({"code":"8","name":"Bo","roles":["operator","payroll"],"from":"2026-01-01","to":"2026-02-01"})
    );

    let actions = planned(
        Kind::Actions,
        "code,name_ru,name_en,group,kind,hard_criterion\nA1,\"Смена, тарифа\",,tariff,MANUAL,\nA2,Звонок,Call,calls,automatic,long\n",
        "",
    );
    assert_eq!(
        rows(&actions)[0]["row"],
        json!({"code":"A1","name_ru":"Смена, тарифа","name_en":"","group":"tariff","kind":"manual","hard_criterion":""})
    );

    let samples = planned(
        Kind::Samples,
        "action,operator,started_at,duration_s,class,rating_percent,note\nA1,7,2026-03-17T10:00:00+03:00,\"61,5\",hard,110,slow line\nA1,7,2026-03-17 10:05,60,,,\n",
        "",
    );
    let found = rows(&samples);
    assert_eq!((&found[0]["row"]["duration_ms"], &found[0]["row"]["rating_bp"]), (&json!(61_500), &json!(11_000)));
    assert_eq!((&found[0]["row"]["class"], &found[0]["row"]["source"]), (&json!("hard"), &json!("import")));
    assert_eq!(found[1]["row"]["started_at"], json!("2026-03-17T07:05:00Z"));
    assert_eq!(found[0]["row"]["study"], found[1]["row"]["study"]);

    let tickets = planned(
        Kind::Tickets,
        "key,employee,finished_at,channel,client,action,quantity,hard,on_behalf_of\nT1,7,2026-03-17 10:00:00,chat,,A1,2,1,\nT2,7,2026-03-17 11:00:00,,,A1,,,8\nT1,7,2026-03-17 10:00:00,chat,,A2,,,\n",
        "",
    );
    let found = rows(&tickets);
    assert_eq!((tickets.read, tickets.rows, found.len(), tickets.chunks.len()), (3, 3, 2, 2));
    assert_eq!(
        found[1]["row"]["decisions"],
        json!([{"action":"A1","quantity":2,"hard":1},{"action":"A2","quantity":1}])
    );
    assert_eq!((&found[0]["row"]["channel"], &found[0]["row"]["on_behalf_of"]), (&json!("inbound-call"), &json!("8")));
}

#[test]
fn rows_that_cannot_be_are_refused_with_their_line() {
    let head = "action,operator,started_at,duration_s,class,rating_percent,note\n";
    let check = |row: &str, reason: &str, column: &str| {
        let plan = planned(Kind::Samples, format!("{head}\n{row}\n"), "");
        assert_eq!(faults(&plan), [(3, reason)], "{row}");
        assert!(plan.chunks.is_empty());
        if !column.is_empty() {
            assert_eq!(detail(&plan.refused[0], "column"), column, "{row}");
        }
    };
    check("A,7,2026-03-17 10:00,x,,,", "row-number", "duration_s");
    check("A,7,2026-03-17 10:00,0,,,", "row-duration", "duration_s");
    check("A,7,2026-03-17 10:00,-5,,,", "row-duration", "duration_s");
    check("A,7,2026-03-17 10:00,86401,,,", "row-duration", "duration_s");
    check("A,7,2026-03-17 10:00,,,,", "row-empty", "duration_s");
    check("A,7,17.03.2026 10:00,5,,,", "row-date", "started_at");
    check("A,7,,5,,,", "row-empty", "started_at");
    check("A,,2026-03-17 10:00,5,,,", "no-operator", "operator");
    check(",7,2026-03-17 10:00,5,,,", "row-empty", "action");
    check("A,7,2026-03-17 10:00,5,odd,,", "row-value", "class");
    check("A,7,2026-03-17 10:00,5,,fast,", "row-number", "rating_percent");
    check("A,7,2026-03-17 10:00,5,,5,", "rating", "");
    check("A,7,2026-03-17 10:00,5,,,,surplus", "row-columns", "");
    check("A,7", "row-empty", "duration_s");
    check(&format!("{},7,2026-03-17 10:00,5,,,", "long".repeat(17)), "row-code", "action");

    let head = "code,name,roles,from,to,rate_bp\n";
    for (row, reason) in [
        ("1,A,wizard,2026-01-01,,", "row-value"),
        ("1,A,operator,2026-02-30,,", "row-date"),
        ("1,A,operator,2026-02-01,2026-01-01,", "dates"),
        ("1,A,operator,2026-02-01,,30000", "rate"),
        ("1,,operator,2026-02-01,,", "row-empty"),
    ] {
        assert_eq!(faults(&planned(Kind::People, format!("{head}{row}\n"), "")), [(2, reason)], "{row}");
    }
}

#[test]
fn a_ticket_is_refused_with_all_its_rows() {
    let head = "key,employee,finished_at,channel,action,quantity,hard,on_behalf_of\n";
    let check = |rows: &str, expected: &[(u64, &str)]| {
        assert_eq!(faults(&planned(Kind::Tickets, format!("{head}{rows}\n"), "")), expected, "{rows}");
    };
    let at = "2026-03-17 10:00";
    check(&format!("T,7,{at},chat,A,1,,\nT,7,{at},chat,A,0,,\nU,7,{at},,A,,,"), &[(2, "ticket-row"), (3, "quantity")]);
    check(&format!("T,7,{at},chat,A,1,,\nT,8,{at},chat,A,1,,"), &[(2, "ticket-row"), (3, "ticket-differs")]);
    check(&format!("T,7,{at},pigeon,A,1,,"), &[(2, "row-value")]);
    check(&format!("T,7,{at},,A,1,2,"), &[(2, "hard")]);
    check(&format!("T,7,{at},,A,\"1,5\",,"), &[(2, "row-number")]);
    check(&format!("T,7,{at},,A,1,,7"), &[(2, "behalf-self")]);
    check(&format!("T,,{at},,A,1,,"), &[(2, "no-operator")]);
}

#[test]
fn the_banks_file_and_its_dirt() {
    let file = bank(&[
        "AA0101 34536 0 0 PS 990201 7:02:47 7:02:56 9 0:00:00 0:00:00 0 AGENT 7:02:55 7:05:41 166 DORIT",
        "AA0101 34537 0 0 PS 990201 7:31:45 7:31:55 10 0:00:00 0:00:00 0 AGENT 7:31:54 7:31:59 5 no#server",
        "AA0101 34538 0 0 PS 990201 7:54:38 7:54:51 13 0:00:00 0:00:00 0 _hang 0:00:00 0:00:00 0 NO#SERVER",
        "AA0101 34539 0 0 PS 990201 7:54:38 7:54:51 13 0:00:00 0:00:00 0 PHANTOM 0:00:00 0:00:00 0 DORIT",
        // Served over midnight, and taken after a midnight before which the call came in.
        "AA0104 22869 24309866 2 PS 990208 23:51:29 23:51:34 5 23:51:34 23:52:21 47 AGENT 23:52:20 0:00:55 515 AVNI",
        "AA0110 29885 0 0 _ps_ 990211 23:59:55 23:59:55 0 0:00:00 0:00:00 0 AGENT 0:00:07 0:02:13 126 _avni_",
        // Served, but the times were not recorded; and one that really ends at midnight.
        "AA0105 34648 1 2 PS 990202 13:44:47 13:44:53 6 13:44:53 13:45:06 13 AGENT 0:00:00 0:00:00 0 YIFAT",
        "AA0105 34649 1 2 PS 990202 23:44:47 23:44:53 6 0:00:00 0:00:00 0 AGENT 23:50:00 0:00:00 600 YIFAT",
        // The clock jumps over 02:00 to 03:00 on 2 April, and 01:30 comes twice on 3 September.
        "AA0105 34650 1 2 PS 990402 2:10:00 2:10:05 5 0:00:00 0:00:00 0 AGENT 2:10:05 2:20:00 595 YIFAT",
        "AA0105 34651 1 2 PS 990903 1:50:00 1:50:05 5 0:00:00 0:00:00 0 AGENT 1:50:05 1:10:05 1200 YIFAT",
        // Without ids, twice the same.
        "AA0105  1 2 PS 990202 10:44:47 10:44:53 6 0:00:00 0:00:00 0 AGENT 10:45:00 10:46:00 60 YIFAT",
        "AA0105  1 2 PS 990202 10:44:47 10:44:53 6 0:00:00 0:00:00 0 AGENT 10:45:00 10:46:00 60 YIFAT",
    ])
    .replace('#', "_");
    let tickets = planned(Kind::Tickets, &file, BANK);
    assert_eq!((tickets.read, tickets.filtered, tickets.rows), (12, 2, 8));
    assert_eq!(faults(&tickets), [(3, "no-operator"), (10, "time-gap")]);
    let found = rows(&tickets);
    let times: Vec<&str> = found.iter().map(|row| row["row"]["finished_at"].as_str().unwrap()).collect();
    let expected = [
        "1999-02-01T05:05:41Z",
        "1999-02-08T22:00:55Z",
        "1999-02-11T22:02:13Z",
        "1999-02-02T11:44:53Z",
        "1999-02-02T22:00:00Z",
        "1999-09-02T23:10:05Z",
    ];
    assert_eq!(times[..6], expected);
    assert_eq!((&found[0]["row"]["client"], &found[1]["row"]["client"]), (&Value::Null, &json!("24309866")));
    assert_eq!(
        (&found[2]["row"]["employee"], &found[2]["row"]["decisions"][0]["action"]),
        (&json!("AVNI"), &json!("PS"))
    );
    assert_eq!(found[0]["row"]["opened_at"], json!("1999-02-01T05:02:47Z"));
    assert_ne!(found[6]["row"]["ticket"], found[7]["row"]["ticket"]);

    let samples = planned(Kind::Samples, &file, BANK);
    assert_eq!((samples.read, samples.filtered, samples.rows), (12, 2, 7));
    assert_eq!(faults(&samples), [(3, "no-operator"), (8, "row-duration"), (10, "time-gap")]);
    assert_eq!(rows(&samples)[0]["row"]["source"], json!("call-record"));
}

#[test]
fn ids_follow_the_key_else_the_content() {
    let head = "action,operator,started_at,duration_s\n";
    let (one, two) = ("A,7,2026-03-17 10:00,5", "A,7,2026-03-17 11:00,5");
    let ids = |text: &str| -> Vec<String> {
        let plan = planned(Kind::Samples, format!("{head}{text}"), "");
        rows(&plan).iter().map(|row| row["row"]["observation"].as_str().unwrap().to_owned()).collect()
    };
    let first = ids(&format!("{one}\n{two}\n{one}\n"));
    assert!(first[0] != first[2] && first[0] != first[1]);
    assert_eq!(ids(&format!("{two}\n{one}\n")), [first[1].clone(), first[0].clone()]);
    let keyed = |text: &str| {
        rows(&planned(
            Kind::Samples,
            text,
            "key = 'id'\n[columns]\naction = 'a'\noperator = 'o'\nstarted_at = 't'\nduration = 'd'",
        ))[0]["row"]["observation"]
            .clone()
    };
    assert_eq!(keyed("id,a,o,t,d\n1,A,7,2026-03-17 10:00,5\n"), keyed("id,a,o,t,d\n1,A,8,2026-03-17 10:00,6\n"));
}

#[test]
fn a_file_in_windows_1251_without_a_header_and_with_other_words() {
    let profile = "delimiter = ';'\nencoding = 'windows-1251'\nheader = false\nduration = 'h:mm:ss'\npattern = '%d.%m.%Y %H:%M'\n\
        time_zone = 'Asia/Yekaterinburg'\n[samples.columns]\naction = 1\noperator = 2\nstarted_at = 3\nduration = 4\nclass = 5\n\
        [samples.constants]\nnote = 'from the old program'\n[samples.values.action]\n'смена тарифа' = 'A1'\n[samples.values.class]\n'да' = 'hard'\n'нет' = 'regular'\n";
    let (bytes, _, _) = encoding_rs::WINDOWS_1251
        .encode("Смена  тарифа; 7 ;17.03.2026 10:00;0:01:30;Да\n\nЗвонок;7;17.03.2026 10:00;1:30;нет\n");
    let plan = planned(Kind::Samples, &bytes, profile);
    let found = rows(&plan);
    assert_eq!((&found[0]["row"]["action"], &found[0]["row"]["class"]), (&json!("A1"), &json!("hard")));
    assert_eq!(
        (&found[0]["row"]["started_at"], &found[0]["row"]["duration_ms"]),
        (&json!("2026-03-17T05:00:00Z"), &json!(90_000))
    );
    assert_eq!((&found[1]["row"]["action"], &found[1]["line"]), (&json!("Звонок"), &json!(3)));
    assert_eq!(found[1]["row"]["note"], json!("from the old program"));
    let fault = refused(Kind::Samples, &bytes, "").rejection();
    assert_eq!(fault.reason, "file-encoding");
}

#[test]
fn keep_rules_and_lines_with_breaks_in_cells() {
    let profile = "keep = [{ column = 'queue', values = ['sales'] }]\n[columns]\ncode = 'id'\nname_ru = 'name'\nkind='k'\ngroup='queue'";
    let plan = planned(
        Kind::Actions,
        "id,name,queue,k\r\n1,\"two\r\nlines\",Sales,\r\n2,x,support,\r\n3,,sales,\r\n",
        profile,
    );
    assert_eq!((plan.read, plan.filtered, plan.rows), (3, 1, 1));
    assert_eq!(faults(&plan), [(5, "row-empty")]);
}

#[test]
fn a_file_or_profile_that_cannot_be_taken_says_why() {
    let head = "action,operator,started_at,duration_s\n";
    let good = format!("{head}A,7,2026-03-17 10:00,5\n");
    let check = |bytes: &[u8], profile: &str, reason: &str, told: &str| {
        let error = refused(Kind::Samples, bytes, profile);
        assert_eq!(error.rejection().reason, reason, "{error}");
        assert!(error.to_string().contains(told), "{error}");
    };
    check(b"", "", "file-empty", "is empty");
    check(b" \r\n\r\n", "", "file-empty", "is empty");
    check(head.as_bytes(), "", "file-header-only", "no rows");
    check(b"PK\x03\x04....", "", "file-spreadsheet", "save it as XLSX or CSV");
    check(b"action,operator\n\n\xff\n", "", "file-encoding", "line 3");
    check(
        b"action,operator,started_at\nA,7,2026\n",
        "",
        "column-missing",
        "no column \"duration_s\" (for duration); the file has: action, operator, started_at",
    );
    check(format!("action,{head}A,A,7,2026,5\n").as_bytes(), "", "column-twice", "stands twice");
    check(format!("{head}A,\"7,2026,5\nB,7,2026,5\n").as_bytes(), "", "file-quote", "line 2");
    let profile = |profile: &str, told: &str| check(good.as_bytes(), profile, "profile", told);
    profile("delimiter = ", "line 1");
    profile("\ndelimeter = ','", "unknown field `delimeter`");
    profile("delimiter = 'tabs'", "\"delimiter\": one of \"tab\"");
    profile("encoding = 'cp-1251x'", "\"encoding\": an encoding's name");
    profile("time_zone = 'Moscow'", "IANA name");
    profile("when_ambiguous = 'never'", "line 1: \"when_ambiguous\"");
    profile("duration = 'hours'", "one of \"ms\"");
    profile("source = 'phone'", "line 1: \"source\"");
    profile("date_pattern = 'yymmdd'", "a pattern such as");
    profile("date_pattern = '%Q'", "a pattern such as");
    profile("[columns]\noperater = 'x'", "\"columns.operater\": one of");
    profile("[samples.columns]\nlogin = 'x'", "\"columns.login\": one of action, operator");
    profile("[columns]\naction = 'action'", "\"columns.operator\": the column that holds operator");
    profile("[columns]\naction = [1]", "a column's name in quotes, or its number");
    profile("[tickets.columns]\naction = 'x'", "\"[samples]\": a section");
    profile("[samples.tickets]\nheader = true", "no section inside a section");
    profile(
        "[samples.moments]\nstarted_at = { date = 'd' }\n[samples.columns]\naction='action'\noperator='operator'\nduration='duration_s'",
        "either column, or date and time",
    );
    profile("refuse = [{ column = 'action', values = ['x'], reason = 'odd' }]", "\"no-operator\" or");
    check(
        good.as_bytes(),
        "drop = [{ column = 'server', values = ['x'] }]",
        "column-missing",
        "no column \"server\" (for a rule)",
    );
    check(good.as_bytes(), "key = ['id']", "column-missing", "no column \"id\"");
    let nowhere = plan(
        Kind::People,
        Path::new("/nowhere/x.csv"),
        None,
        &FloorFacts { uuid: uuid::Uuid::nil(), zone: chrono_tz::Tz::UTC },
    );
    let nowhere = nowhere.unwrap_err().rejection();
    assert_eq!((nowhere.code.as_str(), nowhere.reason), ("not-found", "file-not-found"));
    let folder = Folder::new();
    let folder =
        plan(Kind::People, folder.0.path(), None, &FloorFacts { uuid: uuid::Uuid::nil(), zone: chrono_tz::Tz::UTC });
    assert_eq!(folder.unwrap_err().rejection().reason, "file-unreadable");
}

#[test]
fn calendars_come_as_our_files_or_as_tables() {
    let folder = Folder::new();
    let facts = FloorFacts { uuid: uuid::Uuid::nil(), zone: chrono_tz::Tz::UTC };
    let take = |name: &str, text: &str| plan(Kind::Calendar, &folder.file(name, text), None, &facts);
    let table =
        take("firm-2026.csv", "date,kind,swapped_with\n2026-06-15,day-off,\n2026-06-20,working,2026-06-15\n").unwrap();
    let wire = serde_json::to_value(&table.chunks[0]).unwrap();
    assert_eq!((table.rows, &wire["do"], &wire["with"]["code"]), (2, &json!("calendar.add"), &json!("firm-2026")));
    assert_eq!(wire["with"]["days"][1], json!({"date":"2026-06-20","kind":"working","swapped_with":"2026-06-15"}));
    let ours =
        take("x.toml", "code = 'firm'\nyear = 2026\ndays = [{ date = '2026-06-15', kind = 'day_off' }]").unwrap();
    assert_eq!(serde_json::to_value(&ours.chunks[0]).unwrap()["with"]["year"], json!(2026));
    let wrong = take("y.csv", "date,kind\n2026-06-15,day_off\n2026-06-16,feast\n").unwrap();
    assert_eq!((faults(&wrong), wrong.chunks.len()), (vec![(2, "calendar-row"), (3, "row-value")], 0));
    for (name, text, reason) in [
        ("a.csv", "date,kind\n2026-06-15,day_off\n2026-06-15,holiday\n", "calendar-file"),
        ("b.toml", "days = 5", "calendar-file"),
        ("c.toml", " ", "file-empty"),
        ("d.toml", "code = 'x'\ndays = []", "file-header-only"),
    ] {
        assert_eq!(take(name, text).unwrap_err().rejection().reason, reason, "{name}");
    }
}

#[test]
fn a_file_in_utf_16_as_spreadsheets_save_it() {
    let text = "\u{feff}code\tname_ru\tgroup\tkind\r\nA\tСчёт\t\t\r\n";
    let bytes: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(rows(&planned(Kind::Actions, bytes, ""))[0]["row"]["name_ru"], json!("Счёт"));
}

#[test]
fn the_profile_that_comes_with_the_program_serves_its_two_kinds_only() {
    let error = refused(Kind::People, "code,name,roles,from\n1,A,operator,2026-01-01\n", BANK);
    assert!(error.to_string().contains("[people]"), "{error}");
}

proptest::proptest! {
    #[test]
    fn whatever_a_file_holds_the_sum_holds(
        lines in proptest::collection::vec("[A7 ,;\"0-9:.\t\n-]{0,40}", 0..8),
        kind in 0_usize..5,
    ) {
        let heads = ["code,name,roles,from", "code,name_ru,group,kind", "action,operator,started_at,duration_s",
            "key,employee,finished_at,action,quantity", "date,kind"];
        let text = format!("{}\n{}\n", heads[kind], lines.join("\n"));
        if let Ok(plan) = Folder::new().plan(Kind::ALL[kind], text, "") {
            let refused = u64::try_from(plan.refused.len()).unwrap();
            proptest::prop_assert_eq!(plan.read, plan.rows + plan.filtered + refused);
            proptest::prop_assert!(plan.refused.iter().all(|row| row.line > 1));
        }
    }
}

struct Bench {
    folder: Folder,
    handle: Handle,
    facts: FloorFacts,
    director: Session,
    supervisor: Session,
}

impl Bench {
    fn new() -> Self {
        let folder = Folder::new();
        let path = folder.0.path().join("floor.norma");
        let zone = chrono_tz::Tz::Asia__Jerusalem;
        let secret = PasswordVerifier::new("secret").unwrap();
        let new = NewFloor {
            organisation: "Bank".to_owned(),
            timezone: zone,
            day_ends: crate::domain::calendar::DayEnd::default(),
            director: "director".to_owned(),
            director_name: "Director".to_owned(),
            administrator: None,
            rehearsal: true,
            passwords: vec![("director".to_owned(), secret.clone())],
            calendars: false,
            now: serde_json::from_value(json!("1999-01-01T00:00:00Z")).unwrap(),
            at_given: true,
        };
        create(&path, &new).unwrap();
        let handle = open(&path, system_clock()).unwrap();
        let sign_in = |login: &str| handle.sign_in(login, "secret").wait().unwrap().unwrap().0;
        let director = sign_in("director");
        let send = |name: &str, with: Value, secret: Option<PasswordVerifier>| {
            let command = Command::from_wire(name, &with).unwrap();
            let outcome = handle.execute(Envelope { secret, ..Envelope::new(director.clone(), command) });
            assert!(matches!(outcome, Outcome::Accepted(_)), "{outcome:?}");
        };
        send("department.add", json!({"code":"calls","name":"Calls"}), None);
        send(
            "person.add",
            json!({"code":"sup","name":"S","login":"sup","roles":["supervisor"],"department":"calls","from":"1999-01-01"}),
            None,
        );
        send("password.set", json!({"person":"sup"}), Some(secret));
        let supervisor = sign_in("sup");
        let uuid = crate::floor::Floor::load(&crate::store::file::open_reader(&path).unwrap()).unwrap().row.uuid;
        Self { folder, handle, facts: FloorFacts { uuid, zone }, director, supervisor }
    }

    fn import(&self, session: &Session, kind: Kind, text: &str, profile: &str) -> Result<Report, RunError> {
        let file = self.folder.file("rows.csv", text);
        let profile = (!profile.is_empty()).then(|| self.folder.file("profile.toml", profile));
        let plan = plan(kind, &file, profile.as_deref(), &self.facts).unwrap();
        let (done, total) = (AtomicU64::new(0), plan.rows);
        let told = |rows: u64, all: u64| {
            assert!(rows <= all && all == total);
            done.store(rows, Ordering::SeqCst);
        };
        let report = run(&self.handle, session, plan, &told, &AtomicBool::new(false))?;
        assert_eq!(done.load(Ordering::SeqCst), total);
        let refused = u64::try_from(report.refused.len()).unwrap();
        assert_eq!(report.read, report.made + report.repeated + report.filtered + refused);
        assert!(report.refused.is_sorted_by_key(|row| row.line));
        Ok(report)
    }
}

#[test]
fn a_second_import_adds_nothing_and_the_sum_holds() {
    let bench = Bench::new();
    let check = |session: &Session, kind, text: &str, profile: &str, made: u64, refused: &[(u64, &str)]| {
        let first = bench.import(session, kind, text, profile).unwrap();
        let told = |report: &Report| {
            report.refused.iter().map(|row| (row.line, row.code.as_str().to_owned())).collect::<Vec<_>>()
        };
        let expected: Vec<(u64, String)> = refused.iter().map(|(line, code)| (*line, (*code).to_owned())).collect();
        assert_eq!((first.made, told(&first)), (made, expected.clone()), "{text}");
        let second = bench.import(session, kind, text, profile).unwrap();
        assert_eq!((second.made, second.repeated, told(&second)), (0, first.made + first.repeated, expected), "{text}");
    };
    let people = "code,name,roles,department,from\nDORIT,Dorit,operator,calls,1999-01-01\nAVNI,Avni,operator,calls,1999-01-01\nX,X,operator,nowhere,1999-01-01\n";
    check(&bench.director, Kind::People, people, "", 2, &[(4, "unknown-code")]);
    check(
        &bench.supervisor,
        Kind::Actions,
        "code,name_ru,group,kind\nPS,PS,calls,automatic\nNW,NW,calls,automatic\n",
        "",
        2,
        &[],
    );
    let call = |id: u32, server: &str, action: &str, exit: &str| {
        format!("AA0101 {id} 0 0 {action} 990201 7:02:47 7:02:56 9 0:00:00 0:00:00 0 AGENT 7:02:55 {exit} 166 {server}")
    };
    // Line 4 repeats line 2 with another content, line 5 repeats it whole; 6 and 7 are unknown to the floor.
    let calls = [
        call(1, "DORIT", "PS", "7:05:41"),
        call(2, "AVNI", "PS", "7:05:41"),
        call(1, "DORIT", "PS", "7:05:42"),
        call(1, "DORIT", "PS", "7:05:41"),
        call(3, "NOBODY", "PS", "7:05:41"),
        call(4, "DORIT", "XX", "7:05:41"),
    ];
    let calls = bank(&calls.iter().map(String::as_str).collect::<Vec<_>>());
    check(
        &bench.supervisor,
        Kind::Tickets,
        &calls,
        BANK,
        2,
        &[(4, "id-conflict"), (6, "unknown-code"), (7, "unknown-code")],
    );
    check(&bench.supervisor, Kind::Samples, &calls, BANK, 2, &[(6, "unknown-code"), (7, "unknown-code")]);

    let mut rows = "key,employee,finished_at,action\n".to_owned();
    for ticket in 0..700 {
        let at = format!("1999-02-02 10:{:02}", ticket % 60);
        rows.push_str(&format!("K{ticket},DORIT,{at},PS\n"));
        if ticket % 100 == 0 {
            rows.push_str(&format!("K{ticket},DORIT,{at},NW\n"));
        }
    }
    rows.push_str("M,DORIT,1999-02-02 10:00,PS\nM,DORIT,1999-02-02 10:00,GONE\nN,AVNI,2099-02-02 10:00,PS\n");
    let expected = [(709, "unknown-code"), (710, "unknown-code"), (711, "in-the-future")];
    check(&bench.supervisor, Kind::Tickets, &rows, "", 707, &expected);
    let calendar = bench.import(&bench.director, Kind::Calendar, "date,kind\n2026-06-15,day_off\n", "").unwrap();
    assert_eq!((calendar.made, calendar.read), (1, 1));
    let verified = bench.handle.check(&bench.director).wait().unwrap().unwrap().unwrap();
    assert!(verified.ok, "{:?}", verified.checks);
}

#[test]
fn an_import_ends_early_when_refused_or_cancelled() {
    let bench = Bench::new();
    let actions = "code,name_ru,group,kind\nPS,PS,calls,manual\n";
    let people = "code,name,roles,from\nA,A,operator,1999-01-01\n";
    let denied = bench.import(&bench.supervisor, Kind::People, people, "").unwrap_err();
    let RunError::Refused { rejection, so_far } = denied else { panic!("{denied:?}") };
    assert_eq!((rejection.code.as_str(), so_far.made), ("not-permitted", 0));
    let file = bench.folder.file("actions.csv", actions);
    let plan = plan(Kind::Actions, &file, None, &bench.facts).unwrap();
    assert_eq!(Report::of_plan(&plan).made, 1);
    let stopped = run(&bench.handle, &bench.supervisor, plan, &|_, _| {}, &AtomicBool::new(true)).unwrap_err();
    assert!(matches!(stopped, RunError::Cancelled { .. }) && stopped.to_string().contains("goes on from there"));

    let mut rows = "code,name_ru,group,kind\n".to_owned();
    (0..1_200).for_each(|action| rows.push_str(&format!("A{action},name,calls,manual\n")));
    let path = bench.folder.file("many.csv", &rows);
    let many = super::plan(Kind::Actions, &path, None, &bench.facts).unwrap();
    let cancel = AtomicBool::new(false);
    let halfway = |done: u64, _| cancel.store(done >= 500, Ordering::SeqCst);
    let RunError::Cancelled { so_far } = run(&bench.handle, &bench.supervisor, many, &halfway, &cancel).unwrap_err()
    else {
        panic!("it was cancelled")
    };
    assert_eq!(so_far.made, 500);
    let rest = bench.import(&bench.supervisor, Kind::Actions, &rows, "").unwrap();
    assert_eq!((rest.repeated, rest.made), (500, 700));
}
