//! The floor's days: every file of `tests/scenarios` through `norma run`, on a floor of its own.

use crate::support::{FloorFile, repository};

/// A scenario comes out as written, the floor verifies, and a second run adds nothing.
fn check(name: &str) {
    let file = repository("tests/scenarios").join(format!("{name}.jsonl"));
    let file = file.to_str().unwrap();
    let floor = FloorFile::bare();
    floor.norma(["run"], [file]).expect_code(0);
    floor.expect_whole();
    let counted = "SELECT (SELECT count(*) FROM audit) * 1000000 + (SELECT count(*) FROM ticket_version)";
    let before = floor.number(counted);
    assert!(before > 0, "{name} did something");
    let head = floor.norma(["verify"], ["--json"]).json()["head"].clone();
    // What was refused for its moment may be refused otherwise the second time, so only the trace counts.
    floor.norma(["run"], [file, "--keep-going"]);
    assert_eq!(floor.number(counted), before, "{name}: the second run left a trace");
    assert_eq!(floor.norma(["verify"], ["--json"]).json()["head"], head, "{name}");
    floor.expect_whole();
}

#[test]
fn first_day() {
    check("first-day");
}

#[test]
fn roles() {
    check("roles");
}

#[test]
fn orders() {
    check("orders");
}

#[test]
fn order_way() {
    check("order-way");
}

#[test]
fn import_like() {
    check("import-like");
}

#[test]
fn study() {
    check("study");
}

#[test]
fn worked_month() {
    check("worked-month");
}

#[test]
fn calls() {
    check("calls");
}

#[test]
fn department() {
    check("department");
}

#[test]
fn catalogue() {
    check("catalogue");
}

#[test]
fn every_scenario_is_run() {
    let mut names: Vec<String> = std::fs::read_dir(repository("tests/scenarios"))
        .unwrap()
        .map(|entry| entry.unwrap().path().file_stem().unwrap().to_str().unwrap().to_owned())
        .collect();
    names.sort();
    assert_eq!(
        names,
        [
            "calls",
            "catalogue",
            "department",
            "first-day",
            "import-like",
            "order-way",
            "orders",
            "roles",
            "study",
            "worked-month"
        ],
        "a scenario without a test of its own"
    );
}

#[test]
fn a_scenario_ends_with_an_error_at_the_first_surprise() {
    let floor = FloorFile::bare();
    let lines = r#"{"as":"director","at":"2026-03-01T09:00:00+03:00","do":"department.add","with":{"code":"A","name":"Один"}}
{"do":"department.add","with":{"code":"A","name":"Два"}}
{"do":"department.add","with":{"code":"B","name":"Три"}}
"#;
    let ran = floor.run_lines(lines, &[]);
    ran.expect_code(1);
    assert_eq!(ran.lines().len(), 2);
    assert!(ran.err.contains('2'), "{}", ran.err);
    let ran = floor.run_lines(lines, &["--keep-going"]);
    ran.expect_code(1);
    assert_eq!(ran.lines().len(), 3);
    assert_eq!(ran.lines()[2]["outcome"], "ok");
}
