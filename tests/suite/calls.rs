//! Call records and stage history from files and watched folders, by the shipped profiles.

use std::sync::OnceLock;

use serde_json::{Value, json};

use crate::support::{FloorFile, Ran, id, norma, repository};

/// What happened on a floor whose operators were there in 2025, with norms in force since then. Imports carry the clock's
/// time, so what they bring has to lie in the past, wherever the clock stands.
const READY: &str = r#"
{"scenario":"calls-in","as":"director","at":"2025-01-02T09:00:00+03:00","do":"department.add","with":{"code":"SUP","name":"Техподдержка"}}
{"do":"person.add","with":{"code":"101","name":"Пётр Петров","login":"petrov","roles":["supervisor"],"department":"SUP","from":"2025-01-01"}}
{"do":"person.add","with":{"code":"201","name":"Анна Смирнова","login":"anna","roles":["operator"],"department":"SUP","from":"2025-01-01"}}
{"do":"person.add","with":{"code":"204","name":"Борис Ёлкин","login":"boris","roles":["operator"],"department":"SUP","from":"2025-01-01"}}
{"do":"password.set","with":{"person":"101"}}
{"do":"password.set","with":{"person":"201"}}
{"do":"password.set","with":{"person":"204"}}
{"as":"petrov","do":"action.add","with":{"code":"A","name_ru":"А","group":"Г","kind":"manual"}}
{"do":"set.draft","with":{"set":"$one","department":"SUP","name":"Первые","from":"empty"}}
{"do":"set.norm","with":{"set":"$one","action":"A","expert_cmin":101,"reason":"по опыту"}}
{"do":"set.submit","with":{"set":"$one","grounds":"первое введение"}}
{"as":"director","do":"order.approve","with":{"order":"$order","set":"$one","number":"1","date":"2025-01-02","effective":"2025-01-03","early_reason":"первые"}}
{"as":"petrov","do":"stage.map","with":{"pipeline":"Продажи","stage":"Подписан","decisions":[{"action":"A","quantity":2}]}}
"#;

fn ready() -> FloorFile {
    static BYTES: OnceLock<Vec<u8>> = OnceLock::new();
    FloorFile::of(BYTES.get_or_init(|| {
        let floor = FloorFile::of(b"");
        std::fs::remove_file(&floor.path).unwrap();
        let made = ["--organisation", "Связь", "--timezone", "Europe/Moscow", "--director", "director", "--rehearsal"];
        floor.norma(["init"], made).expect_code(0);
        floor.run_lines(READY, &[]).expect_code(0);
        floor.bytes()
    }))
}

fn import(floor: &FloorFile, kind: &str, name: &str, text: &str, more: &[&str]) -> Ran {
    let file = floor.beside(name);
    std::fs::write(&file, text).unwrap();
    let fixed = ["import", floor.path.to_str().unwrap(), kind, file.to_str().unwrap(), "--as", "petrov"];
    let arguments: Vec<&str> = fixed.into_iter().chain(more.iter().copied()).collect();
    norma(&arguments)
}

fn profile(name: &str) -> String {
    repository("norms/profiles").join(name).to_str().unwrap().to_owned()
}

fn query(floor: &FloorFile, name: &str, with: &Value) -> Value {
    floor.norma(["query"], [name, &with.to_string(), "--as", "petrov"]).expect_code(0).json()
}

/// The calls of a day as (employee, client, started, answered, ended, direction), in order.
fn calls(floor: &FloorFile, day: &str) -> Vec<[String; 6]> {
    let view = query(floor, "calls", &json!({"from": day}));
    let text = |value: &Value| value.as_str().unwrap_or("-").to_owned();
    let clock = |value: &Value| value.as_str().map_or("-".to_owned(), |at| at[11..19].to_owned());
    let mut rows: Vec<[String; 6]> = view["calls"]
        .as_array()
        .unwrap()
        .iter()
        .map(|call| {
            [
                text(&call["employee"]["code"]),
                text(&call["client"]),
                clock(&call["started_at"]),
                clock(&call["answered_at"]),
                clock(&call["ended_at"]),
                text(&call["direction"]),
            ]
        })
        .collect();
    rows.sort_by(|a, b| a[2].cmp(&b[2]));
    rows
}

fn expect_calls(floor: &FloorFile, day: &str, expected: &[[&str; 6]]) {
    let expected: Vec<[String; 6]> = expected.iter().map(|row| row.map(str::to_owned)).collect();
    assert_eq!(calls(floor, day), expected);
}

#[test]
fn a_running_call_is_completed_by_a_later_file_and_a_file_twice_adds_nothing() {
    let floor = ready();
    let ringing = "key,started_at,answered_at,ended_at,operator,client,direction\n\
        k1,2025-06-02 10:00:00,2025-06-02 10:00:05,,201,+7 912 345-67-89,in\n\
        k2,2025-06-02 10:01:00,,2025-06-02 10:02:00,4012,89120000001,in\n\
        k3,2025-06-02 10:03:00,2025-06-02 10:03:10,2025-06-02 10:04:00,204,89120000002,out\n\
        k4,2025-06-02 10:05:00,2025-06-02 10:04:10,2025-06-02 10:06:00,204,89120000002,out\n\
        k5,2025-06-02 10:05:00,,2025-06-02 10:06:00,204,89120000002,sideways\n";
    let ran = import(&floor, "calls", "calls.csv", ringing, &["--json"]);
    let report = ran.expect_code(0).json();
    assert_eq!((&report["read"], &report["made"], &report["queued"]), (&json!(5), &json!(3), &json!(1)));
    assert_eq!(report["zone"], "Europe/Moscow");
    let lines: Vec<i64> =
        report["refused"].as_array().unwrap().iter().map(|row| row["line"].as_i64().unwrap()).collect();
    assert_eq!(lines, [5, 6]);
    let again = import(&floor, "calls", "calls.csv", ringing, &["--json"]).expect_code(0).json();
    assert_eq!((&again["made"], &again["repeated"]), (&json!(0), &json!(3)));
    let ended = ringing.replace("10:00:05,,201", "10:00:05,2025-06-02 10:07:00,201");
    let report = import(&floor, "calls", "calls.csv", &ended, &["--json"]).expect_code(0).json();
    assert_eq!((&report["made"], &report["repeated"]), (&json!(1), &json!(2)));
    expect_calls(
        &floor,
        "2025-06-02",
        &[
            ["201", "+7 912 345-67-89", "10:00:00", "10:00:05", "10:07:00", "in"],
            ["204", "89120000002", "10:03:00", "10:03:10", "10:04:00", "out"],
        ],
    );
    let said = import(&floor, "calls", "calls.csv", ringing, &["--lang", "en"]);
    assert!(said.out.contains("Local times are read in Europe/Moscow"), "{}", said.out);
    // The old state of a call that has ended meanwhile is nothing new.
    assert!(said.out.contains("made 0, repeated 3"), "{}", said.out);
    floor.expect_whole();
}

#[test]
fn asterisk_and_freepbx_files_come_in_by_their_profiles() {
    let inbound = ["204", "79123456789", "10:00:00", "10:00:12", "10:05:00", "in"];
    let outbound = ["201", "89120000001", "10:10:00", "10:10:08", "10:12:00", "out"];
    let check = |name: &str, text: &str| {
        let floor = ready();
        let report = import(&floor, "calls", "Master.csv", text, &["--json", "--profile", &profile(name)]);
        let report = report.expect_code(0).json();
        assert_eq!((&report["read"], &report["filtered"]), (&json!(3), &json!(1)), "{name}: {report}");
        assert_eq!((&report["made"], &report["queued"]), (&json!(2), &json!(0)), "{name}: {report}");
        expect_calls(&floor, "2025-06-02", &[inbound, outbound]);
    };
    // cdr_csv, without and with uniqueid and userfield
    let rows = [
        r#""","79123456789","100","from-trunk","""79123456789"" <79123456789>","PJSIP/trunk-00000011","PJSIP/204-00000012","Queue","support,t","2025-06-02 10:00:00","2025-06-02 10:00:12","2025-06-02 10:05:00",300,288,"ANSWERED","DOCUMENTATION""#,
        r#""","79123456789","100","from-trunk","""79123456789"" <79123456789>","PJSIP/trunk-00000013","PJSIP/201-00000014","Queue","support,t","2025-06-02 10:00:00",,"2025-06-02 10:00:10",10,0,"NO ANSWER","DOCUMENTATION""#,
        r#""","201","89120000001","from-internal","""Anna"" <201>","PJSIP/201-00000015","PJSIP/trunk-00000016","Dial","PJSIP/89120000001@trunk","2025-06-02 10:10:00","2025-06-02 10:10:08","2025-06-02 10:12:00",120,112,"ANSWERED","DOCUMENTATION""#,
    ];
    check("asterisk-cdr-csv.toml", &(rows.join("\n") + "\n"));
    let numbered: Vec<String> =
        (1..).zip(rows).map(|(place, row)| format!("{row},\"174884040{place}.17\",\"\"")).collect();
    check("asterisk-cdr-csv.toml", &(numbered.join("\n") + "\n"));
    // cdr_custom: the caller's name first, the account code near the end
    let custom = [
        r#""""79123456789"" <79123456789>","79123456789","100","from-trunk","PJSIP/trunk-00000011","Local/204@from-queue-00000002;1","Queue","support,t","2025-06-02 10:00:00","2025-06-02 10:00:12","2025-06-02 10:05:00","300","288","ANSWERED","3","","1748840400.17","""#,
        r#""""79123456789"" <79123456789>","79123456789","100","from-trunk","PJSIP/trunk-00000013","PJSIP/201-00000014","Queue","support,t","2025-06-02 10:00:00","","2025-06-02 10:00:10","10","0","NO ANSWER","3","","1748840400.18","""#,
        r#""""Anna"" <201>","201","89120000001","from-internal","SIP/201-00000015","SIP/trunk-00000016","Dial","SIP/trunk/89120000001","2025-06-02 10:10:00","2025-06-02 10:10:08","2025-06-02 10:12:00","120","112","ANSWERED","3","","1748841000.19","""#,
    ];
    check("asterisk-cdr-custom.toml", &(custom.join("\n") + "\n"));
    let freepbx = "calldate,clid,src,dst,dcontext,channel,dstchannel,lastapp,lastdata,duration,billsec,disposition,amaflags,accountcode,uniqueid,userfield,did\n\
        2025-06-02 10:00:00,x,79123456789,600,ext-queues,PJSIP/trunk-00000011,Local/204@from-queue-00000002;1,Queue,600,300,288,ANSWERED,3,,1748840400.17,,74950000000\n\
        2025-06-02 10:00:00,x,79123456789,600,ext-queues,PJSIP/trunk-00000013,PJSIP/201-00000014,Queue,600,10,0,NO ANSWER,3,,1748840400.18,,74950000000\n\
        2025-06-02 10:10:00,x,201,89120000001,from-internal,PJSIP/201-00000015,PJSIP/trunk-00000016,Dial,x,120,112,ANSWERED,3,,1748841000.19,,\n";
    check("freepbx-cdr.toml", freepbx);
}

#[test]
fn a_time_that_was_not_is_refused_and_one_that_came_twice_follows_the_profile() {
    let rows = "key,started_at,ended_at,operator,client,direction\n\
        k1,2025-03-30 02:30:00,2025-03-30 03:10:00,201,89120000001,in\n\
        k2,2025-10-26 02:30:00,2025-10-26 04:00:00,201,89120000001,in\n\
        k3,2025-10-26 04:30:00,2025-10-26 04:40:00,201,89120000001,in\n";
    let check = |ambiguous: &str, made: i64, twice: i64, started: Option<&str>| {
        let floor = ready();
        let toml = floor.beside("berlin.toml");
        let columns = "[calls.columns]\noperator = \"operator\"\nclient = \"client\"\ndirection = \"direction\"\nstarted_at = \"started_at\"\nended_at = \"ended_at\"\n";
        std::fs::write(
            &toml,
            format!("time_zone = \"Europe/Berlin\"\nwhen_ambiguous = \"{ambiguous}\"\nkey = [\"key\"]\n{columns}"),
        )
        .unwrap();
        let ran = import(
            &floor,
            "calls",
            "calls.csv",
            rows,
            &["--json", "--lang", "en", "--profile", toml.to_str().unwrap()],
        );
        let report = ran.expect_code(0).json();
        assert_eq!((&report["made"], &report["zone"]), (&json!(made), &json!("Europe/Berlin")), "{report}");
        assert_eq!(report["twice"], json!(twice), "{report}");
        let refused = report["refused"].to_string();
        assert!(
            refused.contains("did not happen") || refused.contains("was not") || refused.contains("clock"),
            "{refused}"
        );
        let view = query(&floor, "calls", &json!({"from": "2025-10-26"}));
        let first = view["calls"].as_array().unwrap().iter().map(|call| call["started_at"].as_str().unwrap()).min();
        assert_eq!(first, started);
    };
    // The floor's clock is Moscow's: 02:30 in Berlin is 03:30 before the clock goes back, 04:30 after.
    check("refuse", 1, 1, Some("2025-10-26T06:30:00+03:00"));
    check("earlier", 2, 1, Some("2025-10-26T03:30:00+03:00"));
    check("later", 2, 1, Some("2025-10-26T04:30:00+03:00"));
}

#[test]
fn stage_history_is_imported_and_a_watched_folder_is_emptied() {
    let floor = ready();
    let rows = "key,deal,pipeline,stage,moved_at,responsible,moved_by,client\n\
        1,D-1,Продажи,Подписан,2025-06-02 10:00:00,201,,89120000001\n\
        2,D-1,Продажи,Подписан,2025-06-02 11:00:00,204,,89120000001\n\
        3,D-2,Продажи,Подписан,2025-06-02 12:00:00,Сидорова,,\n\
        4,D-3,Продажи,,2025-06-02 12:00:00,201,,\n";
    let report = import(&floor, "stages", "stages.csv", rows, &["--json"]).expect_code(0).json();
    assert_eq!((&report["made"], &report["queued"]), (&json!(3), &json!(1)), "{report}");
    assert_eq!(report["refused"][0]["line"], 5);
    assert_eq!(query(&floor, "day", &json!({"person": "201", "date": "2025-06-02"}))["kpi_cmin"], 202);
    assert_eq!(query(&floor, "day", &json!({"person": "204", "date": "2025-06-02"}))["kpi_cmin"], 0);
    let folder = floor.beside("drop");
    std::fs::create_dir(&folder).unwrap();
    let calls = "key,started_at,ended_at,operator,client,direction\nk1,2025-06-02 10:00:00,2025-06-02 10:01:00,201,89120000001,in\n";
    std::fs::write(folder.join("a.csv"), calls).unwrap();
    std::fs::write(folder.join("b.csv"), "no,such,columns\n1,2,3\n").unwrap();
    std::fs::write(folder.join("c.csv.part"), calls).unwrap();
    let ran = floor.norma(["watch"], [folder.to_str().unwrap(), "--once", "--as", "petrov"]);
    ran.expect_code(0);
    assert!(folder.join("done/a.csv").exists() && folder.join("failed/b.csv").exists(), "{}", ran.out);
    assert!(folder.join("c.csv.part").exists() && !folder.join("a.csv").exists());
    let report: Value =
        serde_json::from_str(&std::fs::read_to_string(folder.join("done/a.csv.report.json")).unwrap()).unwrap();
    assert_eq!(report["made"], 1);
    let why: Value =
        serde_json::from_str(&std::fs::read_to_string(folder.join("failed/b.csv.report.json")).unwrap()).unwrap();
    assert!(why["error"].as_str().unwrap().contains("started_at"), "{why}");
    let nowhere = floor.beside("nowhere");
    let ran = floor.norma(["watch"], [nowhere.to_str().unwrap(), "--once", "--as", "petrov"]);
    ran.expect_code(1);
    assert!(ran.err.contains("nowhere"), "{}", ran.err);
    let lock = norma::intake::watch::Watched::take(&folder).unwrap();
    let ran = floor.norma(["watch"], [folder.to_str().unwrap(), "--once", "--as", "petrov"]);
    ran.expect_code(1);
    assert!(ran.err.contains("другой процесс"), "{}", ran.err);
    drop(lock);
    floor.expect_whole();
}

/// A made-up week of calls of the shape of the bank's file: (minute, length, client, operator).
fn week() -> Vec<(i64, i64, i64, &'static str)> {
    (0..60_i64)
        .map(|n| {
            (n * 37 % 480 + (n % 5) * 1_440, 2 + n % 7, 23_317_890 + n * n % 9, if n % 3 == 0 { "204" } else { "201" })
        })
        .collect()
}

fn at(minute: i64) -> chrono::DateTime<chrono::FixedOffset> {
    chrono::DateTime::parse_from_rfc3339("2025-06-02T09:00:00+03:00").unwrap() + chrono::Duration::minutes(minute)
}

/// Tickets of every third call, saved two minutes after it.
fn tickets() -> String {
    let mut lines: Vec<(i64, String)> = Vec::new();
    for (place, (minute, length, client, operator)) in
        week().into_iter().enumerate().filter(|(place, _)| place % 3 != 1)
    {
        let saved = minute + length + 2;
        let login = if operator == "204" { "boris" } else { "anna" };
        let with = json!({"ticket": id(&format!("week-{place}")), "client": client.to_string(), "opened_at": at(minute), "finished_at": at(saved), "decisions": [{"action": "A"}]});
        lines.push((saved, json!({"as": login, "at": at(saved), "do": "ticket.save", "with": with}).to_string()));
    }
    lines.sort();
    lines.into_iter().map(|(_, line)| line + "\n").collect()
}

#[test]
fn a_week_in_both_orders_of_arrival_is_the_same_week() {
    let header = "vru+line\tcall_id\tcustomer_id\tpriority\ttype\tdate\tvru_entry\tvru_exit\tvru_time\tq_start\tq_exit\tq_time\toutcome\tser_start\tser_exit\tser_time\tserver\r\n";
    let rows: String = week()
        .into_iter()
        .enumerate()
        .map(|(place, (minute, length, client, operator))| {
            let (start, end) = (at(minute), at(minute + length));
            format!(
                "AA01\t{place}\t{client}\t0\tPS\t{}\t{}\t{}\t9\t0:00:00\t0:00:00\t0\tAGENT\t{}\t{}\t{}\t{operator}\r\n",
                start.format("%y%m%d"),
                start.format("%-H:%M:%S"),
                start.format("%-H:%M:%S"),
                start.format("%-H:%M:%S"),
                end.format("%-H:%M:%S"),
                length * 60,
            )
        })
        .collect();
    let text = format!("{header}{rows}");
    let own = std::fs::read_to_string(profile("anonymous-bank-1999.toml"))
        .unwrap()
        .replace("Asia/Jerusalem", "Europe/Moscow");
    let state = |calls_first: bool| {
        let floor = ready();
        let toml = floor.beside("own.toml");
        std::fs::write(&toml, &own).unwrap();
        let load = || {
            let ran = import(&floor, "calls", "week.txt", &text, &["--json", "--profile", toml.to_str().unwrap()]);
            assert_eq!(ran.expect_code(0).json()["made"], 60);
        };
        if calls_first {
            load();
        }
        floor.run_lines(&tickets(), &[]).expect_code(0);
        if !calls_first {
            load();
        }
        floor.expect_whole();
        let mut found = Vec::new();
        let mut after = Value::Null;
        loop {
            let mut with = json!({"from": "2025-06-02", "to": "2025-06-08"});
            if after.is_string() {
                with["after"] = after;
            }
            let view = query(&floor, "calls", &with);
            for call in view["calls"].as_array().unwrap() {
                found.push(json!([call["call"], call["state"], call["ticket"], call["rule"]]).to_string());
            }
            after = view["next"].clone();
            if after.is_null() {
                break;
            }
        }
        found.sort();
        let kpi = floor.norma(["kpi"], ["--month", "2025-06", "--as", "petrov", "--json"]).json();
        (found, kpi["employees"].to_string())
    };
    let (first, second) = (state(true), state(false));
    assert_eq!(first, second);
    let merged = first.0.iter().filter(|row| row.contains("\"merged\"")).count();
    assert_eq!(first.0.len(), 60);
    assert!((40..60).contains(&merged), "{merged} of 60 merged");
}
