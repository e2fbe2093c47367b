//! The department on real floors: what notifications say, what is exported, and that a task is paid once.

use std::collections::BTreeSet;

use norma::locale::{Arg, Lang};
use serde_json::json;

use crate::support::{FloorFile, repository};

/// Every kind of notification that the sources tell has a text in both languages.
#[test]
fn every_notification_has_a_text() {
    let source = std::fs::read_to_string(repository("src/floor/ask/notifications.rs")).unwrap();
    let words = source.split(".tell(").skip(1).filter_map(|call| call.trim_start().strip_prefix('"'));
    let kinds: BTreeSet<&str> = words.filter_map(|rest| rest.split('"').next()).collect();
    assert!(kinds.len() > 12, "{kinds:?}");
    let details: std::collections::BTreeMap<String, String> = [
        "number",
        "effective",
        "count",
        "name",
        "title",
        "due",
        "kind",
        "upheld",
        "absent",
        "from",
        "to",
        "day",
        "item",
        "since",
    ]
    .into_iter()
    .map(|name| (name.to_owned(), format!("‹{name}›")))
    .chain([("forecast_cmin".to_owned(), "182400".to_owned()), ("plan_cmin".to_owned(), "190800".to_owned())])
    .collect();
    for lang in Lang::ALL {
        for kind in &kinds {
            assert!(lang.has(&format!("notification-{kind}")), "{}: {kind}", lang.code());
            let text = lang.notification(kind, &details);
            assert!(!text.contains("{ $") && !text.contains("notification-"), "{text}");
        }
        let pace = lang.notification("pace", &details);
        assert!(pace.contains(&lang.minutes(norma::domain::units::CentiMinutes(182_400))), "{pace}");
        assert!(lang.with("refused-id-conflict-task-state", &[("state", Arg::Text("done"))]).contains("done"));
    }
}

/// Ratings of a file: tried first, taken once, each refused by its line; by a key where the file has one.
#[test]
fn ratings_come_from_a_file() {
    let floor = FloorFile::everything();
    let lines = r#"{"scenario":"ratings"}
{"as":"director","at":"2026-06-03T09:00:00+03:00","do":"department.add","with":{"code":"FAR","name":"Другие"}}
{"do":"person.add","with":{"code":"901","name":"Глеб","roles":["operator"],"department":"FAR","from":"2026-01-12"}}
"#;
    floor.run_lines(lines, &[]).expect_code(0);
    let file = floor.beside("ratings.csv");
    let rows = "person,date,kind,value\n201,2026-06-02,csat,5\n201,2026-06-02,csat,5\n202,2026-06-02,csat,\"4,5\"\n101,2026-06-02,csat,5\n\
                901,2026-06-02,csat,5\n777,2026-06-02,csat,5\n201,2099-01-01,csat,5\n201,2026-06-02,csat,отлично\n201,,csat,5\n";
    std::fs::write(&file, rows).unwrap();
    let import = |login: &str, flags: &[&str]| {
        let (floor, file) = (floor.path.to_str().unwrap(), file.to_str().unwrap());
        let arguments = ["import", floor, "ratings", file, "--as", login, "--json"];
        let arguments: Vec<&str> = arguments.into_iter().chain(flags.iter().copied()).collect();
        crate::support::norma(&arguments).expect_code(0).json()
    };
    let count = || floor.number("SELECT COUNT(*) FROM rating");
    let before = count();
    let tried = import("petrov", &["--dry-run"]);
    assert_eq!((&tried["read"], tried["refused"].as_array().unwrap().len(), count()), (&json!(9), 2, before));
    let taken = import("petrov", &[]);
    let refused: Vec<(i64, &str)> = taken["refused"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (row["line"].as_i64().unwrap(), row["code"].as_str().unwrap()))
        .collect();
    let expected = [
        (5, "not-permitted"),
        (6, "unknown-code"),
        (7, "unknown-code"),
        (8, "in-the-future"),
        (9, "bad-input"),
        (10, "bad-input"),
    ];
    assert_eq!((&taken["made"], refused.as_slice()), (&json!(3), expected.as_slice()), "{taken}");
    assert_eq!(
        floor.number("SELECT value_hundredths FROM day_rating_sum WHERE day = '2026-06-02' AND person_id = 3"),
        1_000
    );
    assert_eq!(import("petrov", &[])["repeated"], 3, "a second import adds nothing");
    let all = import("director", &[]);
    assert_eq!(
        (&all["made"], &all["repeated"]),
        (&json!(2), &json!(3)),
        "a director takes in every department's: {all}"
    );
    // A profile names the columns, and the key that a rating goes by: with it another value is another rating's id.
    let (surveys, profile) = (floor.beside("surveys.csv"), floor.beside("surveys.toml"));
    let mapping = "date_pattern = \"%d.%m.%Y\"\nkey = [\"survey\"]\n[ratings.columns]\nperson = \"operator\"\ndate = \"when\"\nvalue = \"score\"\n[ratings.constants]\nkind = \"survey\"\n";
    std::fs::write(&profile, mapping).unwrap();
    let survey = |value: &str| {
        std::fs::write(&surveys, format!("survey;operator;when;score\nS-1;201;02.06.2026;{value}\n")).unwrap();
        let paths = [&floor.path, &surveys, &profile].map(|path| path.to_str().unwrap());
        let [floor, file, profile] = paths;
        crate::support::norma(&["import", floor, "ratings", file, "--profile", profile, "--as", "petrov", "--json"])
            .json()
    };
    assert_eq!((&survey("3,75")["made"], &survey("3,75")["repeated"]), (&json!(1), &json!(1)));
    assert_eq!(survey("5")["refused"][0]["code"], "id-conflict");
    assert_eq!(floor.number("SELECT value_hundredths FROM day_rating_sum WHERE kind = 'survey'"), 375);
    floor.expect_whole();
}

#[test]
fn the_month_of_a_department_leaves_as_tables() {
    let floor = FloorFile::everything();
    let export = |rest: &[&str]| {
        let path = floor.path.to_str().unwrap();
        let arguments: Vec<&str> =
            ["export", path, "kpi", "--month", "2026-06"].into_iter().chain(rest.iter().copied()).collect();
        crate::support::norma(&arguments)
    };
    for (sheet, head) in [
        ("month", "employee,name,department,position,kpi_min,open_min,plan_min"),
        ("links", "employee,name,days,ratio,standing"),
        ("tasks", "employee,name,task,due,state,kpi_min"),
        ("indicators", "indicator,employee,name,numerator,denominator,value,target,met"),
        ("days", "employee,name,date,kpi_min,plan_min,corrections_min,tickets,day"),
    ] {
        let ran = export(&["--sheet", sheet, "--as", "petrov"]);
        ran.expect_code(0);
        assert!(ran.out.starts_with(head), "{sheet}: {}", ran.out);
    }
    assert!(export(&["--sheet", "tasks", "--as", "petrov"]).out.contains(",Обзвон,2026-06-02,accepted,"));
    let book = floor.beside("month.xlsx");
    export(&["--format", "xlsx", "-o", book.to_str().unwrap(), "--as", "petrov"]).expect_code(0);
    assert_eq!(&std::fs::read(&book).unwrap()[..2], b"PK");
    export(&["--as", "anna"]).expect_code(0);
    export(&["--sheet", "month", "--as", "anna"]).expect_code(1);
}

/// Whoever accepts twice, in whatever order, the task counts once; the file says so.
#[test]
fn a_task_counts_once() {
    let floor = FloorFile::everything();
    let lines = [
        json!({"as": "petrov", "at": "2026-06-03T09:00:00+03:00", "do": "task.give", "with": {"task": "$two", "person": "201", "title": "Дважды", "due": "2026-06-03", "decisions": [{"action": "REAC", "quantity": 2}]}}),
        json!({"do": "task.accept", "with": {"task": "$two"}, "expect": "id-conflict"}),
        json!({"as": "anna", "do": "task.done", "with": {"task": "$two"}}),
        json!({"as": "petrov", "do": "task.accept", "with": {"task": "$two"}}),
        json!({"do": "task.accept", "with": {"task": "$two"}, "expect": "id-conflict"}),
        json!({"do": "task.return", "with": {"task": "$two", "comment": "нет"}, "expect": "id-conflict"}),
        json!({"ask": "day", "with": {"person": "201", "date": "2026-06-03"}, "expect": {"tickets": [{"channel": "task"}]}}),
    ];
    let text: String = lines.iter().map(|line| format!("{line}\n")).collect();
    floor.run_lines(&format!("{{\"scenario\":\"twice\"}}\n{text}"), &[]).expect_code(0);
    assert_eq!(floor.number("SELECT COUNT(*) FROM task_step WHERE ticket_id IS NOT NULL"), 2);
    floor.expect_whole();
}
