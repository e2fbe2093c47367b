//! What bears on a locked month says so in both languages, on its way in; what was done by mistake names its way back.

use norma::domain::rejection::Warning;
use norma::locale::Lang;
use serde_json::{Value, json};

use crate::pay::{ask, evening, run, staffed, statement};
use crate::support::FloorFile;

/// A floor whose November 2026 is locked.
fn locked() -> FloorFile {
    let floor = staffed();
    run(
        &floor,
        &[
            &evening("2026-11-11", &[("101", 48)]),
            r#"{"as":"petrov","at":"2026-12-01T09:00:00+03:00","do":"day.close","with":{"through":"2026-11-30"}}"#,
            r#"{"as":"director","do":"month.lock","with":{"month":"2026-11"}}"#,
        ]
        .join("\n"),
    );
    floor
}

#[test]
fn what_touches_a_locked_month_says_so() {
    let floor = locked();
    let week = json!({"week": {"mon": [["09:00", "13:00"]]}});
    let holiday =
        |date: &str| json!({"code": format!("own-{date}"), "year": 2026, "days": [{"date": date, "kind": "holiday"}]});
    // Who, what, and which locked months it names.
    let cases: [(&str, &str, Value, &[&str]); 11] = [
        ("petrov", "schedule.set", json!({"person": "101", "from": "2026-11-16", "pattern": week}), &["2026-11"]),
        ("petrov", "schedule.set", json!({"person": "101", "from": "2026-12-14", "pattern": week}), &[]),
        (
            "petrov",
            "schedule.day",
            json!({"person": "101", "date": "2026-11-28", "intervals": [["10:00", "14:00"]]}),
            &["2026-11"],
        ),
        (
            "petrov",
            "schedule.day",
            json!({"person": "101", "date": "2026-12-05", "intervals": [["10:00", "14:00"]]}),
            &[],
        ),
        ("director", "calendar.add", holiday("2026-11-20"), &["2026-11"]),
        // A holiday makes the day before it short: the first of December reaches into November.
        ("director", "calendar.add", holiday("2026-12-01"), &["2026-11"]),
        ("director", "calendar.add", holiday("2026-12-24"), &[]),
        (
            "petrov",
            "absence.add",
            json!({"absence": "$a", "person": "102", "from": "2026-11-30", "to": "2026-12-01", "kind": "sick-leave"}),
            &["2026-11"],
        ),
        (
            "petrov",
            "downtime.add",
            json!({"downtime": "$d", "people": ["101", "102"], "from": "2026-11-24T10:00", "to": "2026-11-24T11:00", "cause": "employer"}),
            &["2026-11"],
        ),
        ("petrov", "downtime.cancel", json!({"downtime": "$d", "reason": "связь была"}), &["2026-11"]),
        (
            "petrov",
            "downtime.add",
            json!({"downtime": "$e", "people": ["101"], "from": "2026-12-01T10:00", "to": "2026-12-01T11:00", "cause": "employer"}),
            &[],
        ),
    ];
    let lines: String = std::iter::once(json!({"scenario": "late"}).to_string() + "\n")
        .chain(cases.iter().map(|(who, name, with, _)| {
            format!("{}\n", json!({"as": who, "at": "2026-12-02T09:00:00+03:00", "do": name, "with": with}))
        }))
        .collect();
    let outcomes = floor.run_lines(&lines, &[]).expect_code(0).lines();
    for ((_, name, with, months), outcome) in cases.iter().zip(&outcomes) {
        let warnings: Vec<Warning> =
            serde_json::from_value(outcome.get("warnings").cloned().unwrap_or(json!([]))).unwrap();
        let late: Vec<&Warning> = warnings.iter().filter(|warning| warning.code == "month-locked").collect();
        let named: Vec<&str> = late.iter().map(|warning| warning.details["month"].as_str()).collect();
        assert_eq!(&named, months, "{name} {with}: {outcome}");
        for (lang, word, open) in [(Lang::Ru, "закрыт", "декабрь 2026"), (Lang::En, "locked", "December 2026")]
        {
            let told: Vec<String> = late.iter().map(|warning| lang.warning(warning)).collect();
            assert!(told.iter().all(|text| text.contains(word) && text.contains(open)), "{told:?}");
        }
    }
    floor.expect_whole();
}

/// A last day entered by mistake is taken back by `null`; a field that is left out stays.
#[test]
fn a_last_day_can_be_taken_back() {
    let floor = staffed();
    run(
        &floor,
        &[
            r#"{"as":"payroll","at":"2026-11-02T09:00:00+03:00","do":"person.change","with":{"code":"101","to":"2026-11-12"}}"#,
            r#"{"do":"person.change","with":{"code":"101","rate_bp":10000}}"#,
            &evening("2026-11-11", &[("101", 48)]),
            r#"{"as":"petrov","at":"2026-12-01T09:00:00+03:00","do":"day.close","with":{"through":"2026-11-30"}}"#,
        ]
        .join("\n"),
    );
    let last_day = || {
        let view = ask(&floor, "director", "2026-12-01T10:00:00+03:00", "people", &json!({}));
        let all = view["people"].as_array().unwrap();
        all.iter().find(|one| one["code"] == "101").unwrap_or_else(|| panic!("{view}"))["to"].clone()
    };
    assert_eq!(last_day(), "2026-11-12", "another change leaves it");
    assert_eq!(statement(&floor, "101", "2026-11")["plan_cmin"], 8 * 48_000 - 6_000, "eight days, the 3rd is short");
    run(
        &floor,
        r#"{"as":"petrov","at":"2026-12-01T10:00:00+03:00","do":"person.change","with":{"code":"101","to":null},"expect":"not-permitted"}
{"as":"payroll","do":"person.change","with":{"code":"101","to":null}}
"#,
    );
    assert_eq!(last_day(), Value::Null);
    assert_eq!(statement(&floor, "101", "2026-11")["plan_cmin"], 954_000, "the whole month");
    floor.expect_whole();
}

/// Leave to see money that was taken by mistake is given again by the command that the outcome names, as a leave of its own.
#[test]
fn a_revoked_leave_names_its_way_back() {
    let floor = staffed();
    run(
        &floor,
        r#"{"as":"director","at":"2026-11-02T09:00:00+03:00","do":"money.grant","with":{"grant":"$g","person":"10"}}"#,
    );
    let revoke = "{\"scenario\":\"pay\"}\n{\"as\":\"director\",\"at\":\"2026-11-03T09:00:00+03:00\",\"do\":\"money.revoke\",\"with\":{\"grant\":\"$g\"}}\n";
    let outcome = floor.run_lines(revoke, &[]).expect_code(0).lines().remove(0);
    let undo = &outcome["undo"];
    assert_eq!((&undo["do"], &undo["with"]["person"]), (&json!("money.grant"), &json!("10")), "{outcome}");
    let payroll = || ask(&floor, "petrov", "2026-11-03T10:00:00+03:00", "payroll", &json!({"month": "2026-11"}));
    assert_eq!(payroll(), "not-permitted");
    let again = json!({"as": "director", "at": "2026-11-03T11:00:00+03:00", "do": undo["do"], "with": undo["with"]});
    run(&floor, &again.to_string());
    assert!(payroll()["rows"].is_array());
    floor.expect_whole();
}

/// A ticket that was held when the month of its payment was locked enters the open month once its call ends.
#[test]
fn a_payment_that_was_held_enters_the_open_month() {
    let floor = staffed();
    run(
        &floor,
        r#"{"as":"payroll","at":"2026-08-20T10:00:00+03:00","do":"scheme.draft","with":{"scheme":"P","department":"SUP","position":"Оператор","fixed_bp":4000,"cover_bp":5000,"percentages":[{"name":"подключения","share_bp":1000}]}}
{"do":"scheme.submit","with":{"scheme":"P"}}
{"as":"director","do":"scheme.approve","with":{"scheme":"P","number":"3-ОТ","effective":"2026-11-01","early_reason":"согласовано"}}
{"as":"petrov","at":"2026-12-01T08:50:00+03:00","do":"day.close","with":{"through":"2026-11-30"}}
{"do":"call.record","with":{"call":"$run","employee":"101","client":"9120000001","started_at":"2026-12-01T08:45:00+03:00"}}
{"as":"anna","do":"ticket.save","with":{"ticket":"$held","client":"9120000001","decisions":[{"action":"TEN","amount_minor":1000,"paid_on":"2026-11-30"}]},"expect":{"held":true}}
{"as":"director","at":"2026-12-01T09:00:00+03:00","do":"month.lock","with":{"month":"2026-11"}}
"#,
    );
    let late = || statement(&floor, "101", "2026-12")["recalculations"].clone();
    assert_eq!((&statement(&floor, "101", "2026-11")["percentages_minor"], late()), (&json!(0), json!([])));
    run(
        &floor,
        r#"{"as":"petrov","at":"2026-12-01T09:10:00+03:00","do":"call.record","with":{"call":"$run","employee":"101","client":"9120000001","started_at":"2026-12-01T08:45:00+03:00","ended_at":"2026-12-01T09:05:00+03:00"}}
"#,
    );
    assert_eq!((&late()[0]["month"], &late()[0]["amount_minor"]), (&json!("2026-11"), &json!(100)), "a tenth of 10.00");
    floor.expect_whole();
}
