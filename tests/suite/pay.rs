//! Absence, cover and pay on real floors, through the program: leavers, late facts, cuts in mid-month, calendars over
//! calendars, files in and out, and what the board and the payroll show.

use norma::documents::formula;
use norma::locale::Lang;
use norma::views::pay::StatementView;
use serde_json::{Value, json};

use crate::support::{FloorFile, norma};

/// A floor of three operators with norms and a scheme in force since September 2026; a TEN weighs 10.00.
const STAFF: &str = r#"
{"scenario":"pay"}
{"as":"director","at":"2026-08-20T09:00:00+03:00","do":"department.add","with":{"code":"SUP","name":"Техподдержка"}}
{"do":"person.add","with":{"code":"10","name":"Пётр","login":"petrov","roles":["supervisor"],"department":"SUP","from":"2026-01-12"}}
{"do":"person.add","with":{"code":"20","name":"Бэлла","login":"payroll","roles":["payroll"],"from":"2026-01-12"}}
{"do":"person.add","with":{"code":"101","name":"Анна","login":"anna","roles":["operator"],"department":"SUP","position":"Оператор","from":"2026-01-12"}}
{"do":"person.add","with":{"code":"102","name":"Борис","roles":["operator"],"department":"SUP","position":"Оператор","from":"2026-01-12"}}
{"do":"person.add","with":{"code":"103","name":"Вера","login":"vera","roles":["operator"],"department":"SUP","position":"Оператор","from":"2026-01-12"}}
{"do":"password.set","with":{"person":"10"}}
{"do":"password.set","with":{"person":"20"}}
{"do":"password.set","with":{"person":"101"}}
{"do":"password.set","with":{"person":"103"}}
{"as":"payroll","do":"person.change","with":{"code":"101","salary_minor":6000000}}
{"do":"person.change","with":{"code":"102","salary_minor":6000000}}
{"do":"person.change","with":{"code":"103","salary_minor":6000000}}
{"do":"scheme.draft","with":{"scheme":"OP","department":"SUP","fixed_bp":4000,"cover_bp":5000}}
{"do":"scheme.submit","with":{"scheme":"OP"}}
{"as":"director","do":"scheme.approve","with":{"scheme":"OP","number":"1-ОТ","effective":"2026-09-01"}}
{"as":"petrov","do":"action.add","with":{"code":"TEN","name_ru":"Десять минут","group":"Связь","kind":"manual"}}
{"do":"set.draft","with":{"set":"$set","department":"SUP","name":"Нормативы","from":"empty"}}
{"do":"set.norm","with":{"set":"$set","action":"TEN","expert_cmin":1000,"reason":"по опыту"}}
{"do":"set.submit","with":{"set":"$set","grounds":"первое введение"}}
{"as":"director","do":"order.approve","with":{"order":"$order","set":"$set","number":"1","date":"2026-08-20","effective":"2026-09-01","early_reason":"первые"}}
"#;

pub fn staffed() -> FloorFile {
    let floor = FloorFile::bare();
    floor.run_lines(STAFF, &[]).expect_code(0);
    floor
}

/// Lines of a day: a ticket of so many TEN for each employee, saved by the supervisor in the evening.
pub fn evening(day: &str, logged: &[(&str, i64)]) -> String {
    let mut lines = vec![
        json!({"as": "petrov", "at": format!("{day}T20:00:00+03:00"), "do": "day.close", "with": {"through": "2026-08-20"}}),
    ];
    lines.extend(logged.iter().map(|(who, count)| {
        json!({"do": "ticket.save", "with": {"ticket": format!("$t{who}-{day}"), "employee": who, "channel": "chat",
            "finished_at": format!("{day}T18:00:00+03:00"), "decisions": [{"action": "TEN", "quantity": count}]}})
    }));
    lines.iter().map(|line| format!("{line}\n")).collect()
}

pub fn run(floor: &FloorFile, lines: &str) {
    floor.run_lines(&format!("{{\"scenario\":\"pay\"}}\n{lines}"), &[]).expect_code(0);
}

pub fn ask(floor: &FloorFile, login: &str, at: &str, name: &str, with: &Value) -> Value {
    let line = json!({"as": login, "at": at, "ask": name, "with": with});
    let ran = floor.run_lines(&format!("{line}\n"), &["--keep-going"]);
    let line = ran.lines().remove(0);
    line.get("view").or(line.get("code")).or(line.get("result")).cloned().unwrap_or(line)
}

pub fn statement(floor: &FloorFile, person: &str, month: &str) -> Value {
    ask(floor, "director", "2027-01-30T12:00:00+03:00", "statement", &json!({"person": person, "month": month}))
}

fn line_of<'a>(statement: &'a Value, kind: &str) -> &'a Value {
    statement["lines"].as_array().unwrap().iter().find(|line| line["kind"] == kind).unwrap_or(&Value::Null)
}

/// Anna leaves on 12 November and is settled on that day; what comes after enters December, where the director answers
/// a difference to her disadvantage before anything is deducted.
#[test]
fn a_leaver_is_settled_alone() {
    let floor = staffed();
    run(
        &floor,
        &[
            r#"{"as":"payroll","at":"2026-11-01T10:00:00+03:00","do":"person.change","with":{"code":"101","to":"2026-11-12"}}"#,
            &evening("2026-11-11", &[("101", 48)]),
            &evening("2026-11-12", &[("101", 50)]),
            r#"{"as":"director","do":"month.lock","with":{"month":"2026-11","person":"101"},"expect":"bad-input"}"#,
            r#"{"as":"petrov","do":"day.close","with":{"through":"2026-11-11"}}"#,
            r#"{"as":"director","do":"month.lock","with":{"month":"2026-11","person":"102"},"expect":"bad-input"}"#,
            r#"{"do":"month.lock","with":{"month":"2026-11","person":"101"},"expect":{"through":"2026-11-12","statements":1}}"#,
            r#"{"do":"month.lock","with":{"month":"2026-11","person":"101"},"expect":"month-locked"}"#,
            r#"{"do":"award.grant","with":{"award":"$award","person":"101","month":"2026-11","amount_minor":1,"reason":"нет"},"expect":"month-locked"}"#,
        ]
        .join("\n"),
    );
    let settled = statement(&floor, "101", "2026-11");
    // Eight working days of November to the 12th, one short: 7 × 480 + 420.
    assert_eq!(
        (&settled["state"], &settled["plan_cmin"], &settled["kpi_cmin"]),
        (&json!("locked"), &json!(378_000), &json!(98_000))
    );
    // A change of the 11th turns out to be none: ten minutes less.
    run(
        &floor,
        &[
            r#"{"as":"petrov","at":"2026-12-01T10:00:00+03:00","do":"day.close","with":{"through":"2026-11-30"}}"#,
            r#"{"as":"director","do":"month.lock","with":{"month":"2026-11"},"expect":{"statements":2}}"#,
            r#"{"as":"petrov","at":"2026-12-02T10:00:00+03:00","do":"ticket.correct","with":{"ticket":"$t101-2026-11-11","version":1,"reason":"дважды","decisions":[{"action":"TEN","quantity":47}]}}"#,
            // 0.6 × 97 000 × 1000/159 = 366 037.74 instead of 369 811.32
            r#"{"as":"director","ask":"statement","with":{"person":"101","month":"2026-12"},"expect":{"recalculation_minor":0,"recalculations":[{"month":"2026-11","difference_minor":-3773,"amount_minor":0,"deduction":"proposed"}]}}"#,
            r#"{"do":"recalculation.decide","with":{"person":"101","month":"2026-11","deduct":true,"ground":" "},"expect":"needs-reason"}"#,
            r#"{"do":"recalculation.decide","with":{"person":"102","month":"2026-11","deduct":true,"ground":"счётная ошибка"},"expect":"not-found"}"#,
            r#"{"do":"recalculation.decide","with":{"person":"101","month":"2026-11","deduct":true,"ground":"счётная ошибка"}}"#,
            r#"{"ask":"statement","with":{"person":"101","month":"2026-12"},"expect":{"recalculation_minor":-3773,"recalculations":[{"deduction":"deducted"}]}}"#,
            r#"{"as":"petrov","at":"2027-01-02T10:00:00+03:00","do":"day.close","with":{"through":"2026-12-31"}}"#,
            r#"{"as":"director","do":"month.lock","with":{"month":"2027-01"},"expect":"bad-input"}"#,
            r#"{"do":"month.lock","with":{"month":"2026-12"}}"#,
            // What December took up does not come again.
            r#"{"ask":"statement","with":{"person":"101","month":"2026-12"},"expect":{"state":"locked","recalculation_minor":-3773,"total_minor":-3773}}"#,
            r#"{"ask":"statement","with":{"person":"101","month":"2027-01"},"expect":"not-found"}"#,
        ]
        .join("\n"),
    );
    assert_eq!(statement(&floor, "101", "2026-11")["recalculated"]["difference_minor"], -3_773);
    floor.expect_whole();
}

/// Changes of salary, rate and schedule cut the account at a work day; an individual day raises the plan, not the norm.
#[test]
fn changes_cut_the_account_and_single_days_move_the_plan() {
    let floor = staffed();
    run(
        &floor,
        &[
            r#"{"as":"payroll","at":"2026-11-02T09:00:00+03:00","do":"person.change","with":{"code":"101","salary_minor":7200000,"from":"2026-11-16"},"expect":{"effective":"2026-11-16"}}"#,
            r#"{"do":"person.change","with":{"code":"102","rate_bp":5000,"effective":"2026-11-16"}}"#,
            r#"{"as":"petrov","do":"schedule.day","with":{"person":"103","date":"2026-11-07","intervals":[["10:00","15:00"]]}}"#,
            r#"{"do":"schedule.day","with":{"person":"103","date":"2026-11-09","intervals":[]}}"#,
            r#"{"do":"schedule.day","with":{"person":"103","date":"2026-11-10","intervals":[["10:00","15:00"],["14:00","16:00"]]},"expect":"bad-input"}"#,
            r#"{"do":"schedule.day","with":{"person":"103","date":"2026-11-11","intervals":[["10:00","11:00"]]}}"#,
            r#"{"do":"schedule.day","with":{"person":"103","date":"2026-11-11"}}"#,
            &evening("2026-11-13", &[("101", 30), ("102", 10)]),
            &evening("2026-11-16", &[("101", 60), ("102", 30)]),
            r#"{"as":"petrov","at":"2026-12-01T09:00:00+03:00","do":"day.close","with":{"through":"2026-11-30"}}"#,
        ]
        .join("\n"),
    );
    let anna = statement(&floor, "101", "2026-11");
    assert_eq!((&anna["plan_cmin"], anna["parts"].as_array().unwrap().len()), (&json!(954_000), 2));
    // 0.4 × (426 000 × 1000/159 + 528 000 × 1200/159) and 0.6 × (30 000 × 1000/159 + 60 000 × 1200/159).
    assert_eq!((&anna["fixed_minor"], &anna["kpi_minor"]), (&json!(2_665_660), &json!(384_906)));
    let product = |from: &str, minutes: i64, salary: i64| {
        let factors = json!([
            {"share": 4_000}, {"minutes": [{"minutes_cmin": minutes}]}, {"money": salary}, {"per": 954_000}
        ]);
        json!({"from": from, "factors": factors})
    };
    let products = json!([product("2026-11-01", 426_000, 6_000_000), product("2026-11-16", 528_000, 7_200_000)]);
    assert_eq!(line_of(&anna, "fixed")["terms"], products);
    let boris = statement(&floor, "102", "2026-11");
    // Nine days whole, eleven by half; the same minute is worth S·rate/N with the N of its part.
    assert_eq!((&boris["plan_cmin"], &boris["norm_cmin"]), (&json!(426_000 + 11 * 24_000), &json!(474_000)));
    assert_eq!(boris["parts"][1]["minute_value"], "500/79");
    let vera = statement(&floor, "103", "2026-11");
    assert_eq!((&vera["norm_cmin"], &vera["plan_cmin"]), (&json!(954_000), &json!(954_000 + 30_000 - 48_000)));
    floor.expect_whole();
}

/// Nobody records the own absence, and a late one of a locked month enters the open one.
#[test]
fn absences_are_recorded_by_another_corrected_with_a_reason_and_count_after_the_lock_too() {
    let floor = staffed();
    run(
        &floor,
        &[
            &evening("2026-11-13", &[("101", 48)]),
            r#"{"do":"absence.add","with":{"absence":"$self","person":"10","from":"2026-11-13","to":"2026-11-13","kind":"vacation"},"expect":"not-permitted"}"#,
            r#"{"do":"downtime.add","with":{"downtime":"$idle","people":["101","10"],"from":"2026-11-13T10:00","to":"2026-11-13T11:00","cause":"nobody"},"expect":"not-permitted"}"#,
            r#"{"do":"absence.add","with":{"absence":"$a","person":"102","from":"2026-11-13","to":"2026-11-12","kind":"vacation"},"expect":"bad-input"}"#,
            r#"{"do":"absence.add","with":{"absence":"$a","person":"102","from":"2026-11-12","to":"2026-11-13","kind":"сон"},"expect":"unknown-code"}"#,
            r#"{"do":"absence.add","with":{"absence":"$a","person":"999","from":"2026-11-12","to":"2026-11-13","kind":"отпуск"},"expect":"unknown-code"}"#,
            r#"{"do":"absence.add","with":{"absence":"$a","person":"102","from":"2026-11-12","to":"2026-11-13","kind":"отпуск"},"expect":{"kind":"vacation"}}"#,
            r#"{"do":"absence.add","with":{"absence":"$a","person":"102","from":"2026-11-12","to":"2026-11-13","kind":"trip"},"expect":"id-conflict"}"#,
            r#"{"do":"absence.change","with":{"absence":"$a","to":"2026-11-12"},"expect":"needs-reason"}"#,
            r#"{"do":"absence.change","with":{"absence":"$a","to":"2026-11-12","reason":"вышел раньше"},"expect":{"version":2}}"#,
            r#"{"do":"downtime.add","with":{"downtime":"$d","people":["101"],"from":"2026-11-13T10:00:00+03:00","to":"2026-11-13T11:00:00+03:00","cause":"employee"}}"#,
            r#"{"do":"downtime.add","with":{"downtime":"$e","people":["101"],"from":"2026-11-13T12:00","to":"2026-11-13T15:00","cause":"nobody"}}"#,
            r#"{"do":"downtime.cancel","with":{"downtime":"$e","reason":"не было"},"expect":{"cancelled":true}}"#,
            r#"{"at":"2026-12-01T09:00:00+03:00","do":"day.close","with":{"through":"2026-11-30"}}"#,
            r#"{"as":"director","ask":"statement","with":{"person":"102","month":"2026-11"},"expect":{"plan_cmin":906000,"left_plan":[{"kind":"vacation","minutes_cmin":48000}]}}"#,
            r#"{"ask":"statement","with":{"person":"101","month":"2026-11"},"expect":{"plan_cmin":954000,"downtime":[]}}"#,
            r#"{"do":"month.lock","with":{"month":"2026-11"}}"#,
            r#"{"as":"petrov","at":"2026-12-02T09:00:00+03:00","do":"absence.change","with":{"absence":"$a","cancel":true,"reason":"был на месте"},"expect":{"cancelled":true}}"#,
            r#"{"do":"absence.change","with":{"absence":"$a","kind":"trip","reason":"ещё раз"},"expect":"id-conflict"}"#,
            // 480 minutes more of the base: 0.4 × 954 000 × 1000/159 instead of 0.4 × 906 000 × 1000/159 = 2 279 245.28.
            r#"{"as":"director","ask":"statement","with":{"person":"102","month":"2026-12"},"expect":{"recalculations":[{"month":"2026-11","amount_minor":120755}]}}"#,
        ]
        .join("\n"),
    );
    let said = ask(&floor, "director", "2027-01-30T12:00:00+03:00", "payroll", &json!({"month": "2026-12"}));
    assert_eq!(said["recalculations"][0]["person"], "102");
    floor.expect_whole();
}

/// A cover ends with the third working day after its withdrawal, by the calendar that a firm lays over the country's.
#[test]
fn cover_is_withdrawn_with_notice_and_calendars_lie_over_each_other() {
    let floor = staffed();
    run(
        &floor,
        &[
            r#"{"as":"director","at":"2026-11-02T09:00:00+03:00","do":"calendar.add","with":{"code":"firm-2026","year":2026,"days":[{"date":"2026-11-20","kind":"day_off"},{"date":"2026-11-27","kind":"short"}]}}"#,
            r#"{"as":"petrov","do":"cover.propose","with":{"cover":"$c","coverer":"103","absent":"101","from":"2026-11-10","to":"2026-11-30","share_bp":8000}}"#,
            r#"{"do":"cover.propose","with":{"cover":"$x","coverer":"103","absent":"103","from":"2026-11-10","to":"2026-11-30"},"expect":"bad-input"}"#,
            r#"{"do":"cover.propose","with":{"cover":"$x","coverer":"103","absent":"10","from":"2026-11-10","to":"2026-11-30"},"expect":"not-permitted"}"#,
            r#"{"do":"cover.accept","with":{"cover":"$c"},"expect":"not-permitted"}"#,
            r#"{"as":"vera","ask":"cover","with":{"month":"2026-11"},"expect":{"funds":null,"agreements":[{"state":"proposed","may_accept":true}]}}"#,
            r#"{"do":"cover.accept","with":{"cover":"$c"}}"#,
            r#"{"as":"petrov","do":"absence.add","with":{"absence":"$v","person":"101","from":"2026-11-16","to":"2026-11-30","kind":"vacation"}}"#,
            &evening("2026-11-18", &[("103", 58)]),
            // Withdrawn on Wednesday: Thursday, Monday (the 20th is the firm's day off), Tuesday.
            r#"{"as":"vera","do":"cover.withdraw","with":{"cover":"$c"},"expect":{"in_effect_to":"2026-11-24"}}"#,
            &evening("2026-11-24", &[("103", 53)]),
            &evening("2026-11-25", &[("103", 58)]),
            r#"{"as":"petrov","at":"2026-12-01T09:00:00+03:00","do":"day.close","with":{"through":"2026-11-30"}}"#,
            r#"{"as":"director","ask":"kpi","with":{"month":"2026-11"},"expect":{"employees":[{"code":"103","plan_cmin":900000}]}}"#,
        ]
        .join("\n"),
    );
    let cover = ask(&floor, "director", "2027-01-30T12:00:00+03:00", "cover", &json!({"month": "2026-11"}));
    let days: Vec<(i64, i64)> = cover["cover_by_day_cmin"]
        .as_array()
        .unwrap()
        .iter()
        .map(|day| (day["day"].as_i64().unwrap(), day["minutes_cmin"].as_i64().unwrap()))
        .collect();
    // Vacation is covered by agreement only: 580 and 530 less 480; after the 24th nothing.
    assert_eq!(days, [(18, 10_000), (24, 5_000)]);
    // 150.00 × 6 000 000 / 900 000 × 80 %, the agreed share above the scheme's half.
    assert_eq!(line_of(&statement(&floor, "103", "2026-11"), "cover")["amount_minor"], 80_000);
    floor.expect_whole();
}

/// A year without a calendar shows KPI and no statement; its calendar comes as a file.
#[test]
fn calendars_and_absences_come_from_files_and_the_payroll_goes_into_one() {
    let floor = staffed();
    run(
        &floor,
        &[
            &evening("2028-02-07", &[("101", 40)]),
            r#"{"at":"2028-02-08T09:00:00+03:00","do":"day.close","with":{"through":"2028-02-07"}}"#,
            r#"{"as":"director","ask":"statement","with":{"person":"101","month":"2028-02"},"expect":{"kpi_cmin":40000,"plan_cmin":null,"total_minor":null,"no_money":"no-calendar","lines":[]}}"#,
            r#"{"do":"month.lock","with":{"month":"2028-02"},"expect":"bad-input"}"#,
        ]
        .join("\n"),
    );
    let calendar = floor.beside("ru-2028.csv");
    std::fs::write(&calendar, "date,kind,swapped_with\n2028-02-23,holiday,\n").unwrap();
    floor.norma(["import"], ["calendar", calendar.to_str().unwrap(), "--as", "director"]).expect_code(0);
    let absences = floor.beside("absences.csv");
    let rows = "person,from,to,kind\n102,2028-02-01,2028-02-04,больничный\n102,2028-02-07T17:00,2028-02-07T18:00,отлучка\n10,2028-02-01,2028-02-01,отпуск\n777,2028-02-01,2028-02-01,отпуск\n";
    std::fs::write(&absences, rows).unwrap();
    let import = || floor.norma(["import"], ["absences", absences.to_str().unwrap(), "--as", "petrov", "--json"]);
    let report = import().expect_code(0).json();
    assert_eq!((&report["made"], report["refused"].as_array().unwrap().len()), (&json!(2), 2));
    assert_eq!(report["refused"][0]["code"], "not-permitted");
    assert_eq!(import().json()["repeated"], 2, "a second import adds nothing");
    let at = "2028-02-08T10:00:00+03:00";
    let of = |person: &str| ask(&floor, "director", at, "statement", &json!({"person": person, "month": "2028-02"}));
    // February 2028: 20 working days, the 22nd short; closed through the 7th: five days.
    assert_eq!((&of("101")["norm_cmin"], &of("101")["plan_cmin"]), (&json!(20 * 48_000 - 6_000), &json!(5 * 48_000)));
    assert_eq!((&of("102")["plan_cmin"], &of("102")["own_absence_cmin"]), (&json!(48_000), &json!(6_000)));
    let table = floor.norma(["export"], ["pay", "--month", "2028-02", "--as", "payroll"]);
    table.expect_code(0);
    let (head, first) = (table.out.lines().next().unwrap(), table.out.lines().nth(1).unwrap());
    assert!(head.starts_with("employee,name,department,position,scheme,rate,salary,norm_min"), "{head}");
    assert!(first.starts_with("101,Анна,SUP,Оператор,OP,1.00,60000.00,9540.00,2400.00"), "{first}");
    let book = floor.beside("pay.xlsx");
    let name = book.to_str().unwrap();
    floor
        .norma(["export"], ["pay", "--month", "2028-02", "--format", "xlsx", "-o", name, "--as", "payroll"])
        .expect_code(0);
    assert!(std::fs::read(&book).unwrap().starts_with(b"PK"));
    floor.norma(["export"], ["pay", "--month", "2028-02", "--as", "petrov"]).expect_code(1);
    floor.expect_whole();
}

/// A scheme's life: pilot with shadow statements, submission, the return, approval by another, the text of its clauses.
#[test]
fn a_scheme_is_piloted_submitted_and_approved_by_another() {
    let floor = staffed();
    run(
        &floor,
        &[
            &evening("2026-11-13", &[("101", 48)]),
            r#"{"at":"2026-12-01T09:00:00+03:00","do":"day.close","with":{"through":"2026-11-30"}}"#,
            r#"{"as":"payroll","do":"scheme.draft","with":{"scheme":"OP2","department":"SUP","position":"оператор","fixed_bp":6000,"cover_bp":5000,"bands":[[0,10000],[5000,9000]],"minimum_wage_minor":4000000}}"#,
            r#"{"do":"scheme.draft","with":{"scheme":"OP2","department":"SUP","fixed_bp":6000,"cover_bp":5000},"expect":"code-taken"}"#,
            r#"{"do":"scheme.draft","with":{"scheme":"BAD","department":"SUP","fixed_bp":6000,"cover_bp":5000,"bands":[[100,10000]]},"expect":"bad-input"}"#,
            r#"{"do":"scheme.pilot","with":{"scheme":"OP2","from":"2026-11","to":"2026-12"}}"#,
            // Fixed 0.6 instead of 0.4 of 954 000 × 1000/159; KPI 0.4 instead of 0.6 of 48 000.
            r#"{"ask":"scheme","with":{"scheme":"OP2","month":"2026-11"},"expect":{"state":"pilot","in_force":"OP","shadow":[{"person":"101","in_force_minor":2581132,"shadow_minor":3720755,"difference_minor":1139623}]}}"#,
            r#"{"ask":"scheme","with":{"scheme":"OP2"},"expect":{"minute_costs":[{"salary_minor":6000000,"people":3,"fixed_minor":3600000,"below_minimum_wage":true}]}}"#,
            r#"{"as":"anna","ask":"scheme","with":{"scheme":"OP2"},"expect":"not-found"}"#,
            r#"{"ask":"scheme","with":{"scheme":"OP","month":"2026-11"},"expect":{"state":"in-force","shadow":[],"minute_costs":[]}}"#,
            r#"{"as":"payroll","do":"scheme.submit","with":{"scheme":"OP2"}}"#,
            r#"{"as":"director","do":"scheme.return","with":{"scheme":"OP2","comment":" "},"expect":"needs-reason"}"#,
            r#"{"do":"scheme.return","with":{"scheme":"OP2","comment":"минимум оплаты"}}"#,
            r#"{"do":"scheme.approve","with":{"scheme":"OP2","number":"2","effective":"2027-03-01"},"expect":"set-not-draft"}"#,
            r#"{"as":"payroll","do":"scheme.submit","with":{"scheme":"OP2"}}"#,
            r#"{"as":"director","do":"scheme.approve","with":{"scheme":"OP2","number":"1-от","effective":"2027-03-01"},"expect":"number-taken"}"#,
            r#"{"do":"scheme.approve","with":{"scheme":"OP2","number":"2-ОТ","effective":"2027-03-01"}}"#,
            r#"{"as":"payroll","do":"scheme.draft","with":{"scheme":"OP3","department":"SUP","position":"Оператор","fixed_bp":6000,"cover_bp":5000}}"#,
            r#"{"do":"scheme.submit","with":{"scheme":"OP3"}}"#,
            r#"{"as":"director","do":"scheme.approve","with":{"scheme":"OP3","number":"3-ОТ","effective":"2027-03-01"},"expect":"effective-past"}"#,
            r#"{"as":"anna","ask":"schemes","expect":{"schemes":[{"scheme":"OP","state":"in-force"},{"scheme":"OP2","state":"approved"}]}}"#,
        ]
        .join("\n"),
    );
    let warned = floor.run_lines(
        "{\"scenario\":\"own\"}\n{\"as\":\"director\",\"at\":\"2026-12-01T10:00:00+03:00\",\"do\":\"award.grant\",\"with\":{\"award\":\"$a\",\"person\":\"director\",\"month\":\"2026-12\",\"amount_minor\":5,\"reason\":\"себе\"}}\n",
        &["--keep-going"],
    );
    assert_eq!(warned.lines()[0]["code"], "not-permitted", "nobody decides on the own pay");
    floor.expect_whole();
}

/// The first director stands in for payroll, and still cannot approve what he submitted.
#[test]
fn nobody_approves_the_own_scheme() {
    let floor = FloorFile::bare();
    let lines = r#"{"as":"director","at":"2026-08-20T09:00:00+03:00","do":"department.add","with":{"code":"SUP","name":"Техподдержка"}}
{"do":"scheme.draft","with":{"scheme":"OP","department":"SUP","fixed_bp":4000,"cover_bp":5000}}
{"do":"scheme.submit","with":{"scheme":"OP"}}
{"do":"scheme.approve","with":{"scheme":"OP","number":"1","effective":"2026-09-01"},"expect":"own-order"}
"#;
    floor.run_lines(lines, &[]).expect_code(0);
}

/// Bonuses of three kinds of target: the scheme's own in a share and in roubles, and the segment's; what was not met stands
/// beside with its figures, and a rating that comes after the lock pays the bonus in the open month.
#[test]
fn a_bonus_hangs_on_any_indicator() {
    let floor = staffed();
    run(
        &floor,
        &[
            r#"{"as":"payroll","at":"2026-08-20T10:00:00+03:00","do":"scheme.draft","with":{"scheme":"B","department":"SUP","position":"Оператор","fixed_bp":4000,"cover_bp":5000,"bonuses":[{"name":"оценка","indicator":"csat","amount_minor":200000}]},"expect":"unknown-code"}"#,
            "\n",
            r#"{"as":"director","do":"indicator.define","with":{"indicator":"csat","definition":{"name_ru":"Оценка","name_en":"Rating","unit":"points","numerator":{"rating-sum":"csat"},"denominator":{"ratings":"csat"}}}}"#,
            "\n",
            r#"{"do":"indicator.target","with":{"indicator":"csat","department":"SUP","target":{"comparator":">=","value_hundredths":450,"least_denominator":2}}}"#,
            "\n",
            r#"{"as":"payroll","do":"scheme.draft","with":{"scheme":"B","department":"SUP","position":"Оператор","fixed_bp":4000,"cover_bp":5000,"bonuses":[{"name":"чек","indicator":"average-check","comparator":">=","target_hundredths":50000,"least_denominator":2,"amount_minor":100000},{"name":"оценка","indicator":"csat","amount_minor":200000},{"name":"загрузка","indicator":"workload","comparator":">=","target_bp":10000,"amount_minor":300000}]}}"#,
            "\n",
            r#"{"do":"scheme.submit","with":{"scheme":"B"}}"#,
            "\n",
            r#"{"as":"director","do":"scheme.approve","with":{"scheme":"B","number":"2-ОТ","effective":"2026-11-01","early_reason":"согласовано"}}"#,
            "\n",
            r#"{"as":"petrov","at":"2026-11-10T20:00:00+03:00","do":"ticket.save","with":{"ticket":"$d1","employee":"101","channel":"chat","decisions":[{"action":"TEN","amount_minor":60000}]}}"#,
            "\n",
            r#"{"do":"ticket.save","with":{"ticket":"$d2","employee":"101","channel":"chat","decisions":[{"action":"TEN","amount_minor":40000}]}}"#,
            "\n",
            r#"{"do":"ticket.save","with":{"ticket":"$d3","employee":"102","channel":"chat","decisions":[{"action":"TEN","amount_minor":900000}]}}"#,
            "\n",
            r#"{"do":"rating.add","with":{"rating":"$r1","person":"101","date":"2026-11-10","kind":"csat","value_hundredths":500}}"#,
            "\n",
            r#"{"at":"2026-12-01T09:00:00+03:00","do":"day.close","with":{"through":"2026-11-30"}}"#,
        ]
        .concat(),
    );
    let bonuses = |person: &str, month: &str| statement(&floor, person, month)["bonuses"].clone();
    let anna = bonuses("101", "2026-11");
    let said = |bonus: &Value| {
        (bonus["indicator"].clone(), bonus["numerator"].clone(), bonus["denominator"].clone(), bonus["met"].clone())
    };
    assert_eq!(said(&anna[0]), (json!("average-check"), json!(100_000), json!(2), json!(true)));
    assert_eq!(said(&anna[1]), (json!("csat"), json!(500), json!(1), Value::Null), "one rating is no data");
    assert_eq!(said(&anna[2]), (json!("workload"), json!(2_000), json!(954_000), json!(false)));
    let view: StatementView = serde_json::from_value(statement(&floor, "101", "2026-11")).unwrap();
    let bonus = view.account.lines.iter().find(|line| line.kind == "bonus").unwrap();
    let how = formula::steps(Lang::Ru, &view.account, bonus).join("").replace(['\u{a0}', '\u{202f}'], " ");
    assert_eq!(how, "«Средний чек»: 1 000,00 / 2 → 500,00 ₽ при цели ≥ 500,00 ₽");
    assert_eq!(statement(&floor, "101", "2026-11")["bonuses_minor"], 100_000);
    assert_eq!(bonuses("102", "2026-11")[0]["met"], Value::Null, "one deal is below the least denominator");
    run(
        &floor,
        r#"{"as":"director","at":"2026-12-02T09:00:00+03:00","do":"month.lock","with":{"month":"2026-11"}}
{"as":"petrov","do":"rating.add","with":{"rating":"$r2","person":"101","date":"2026-11-20","kind":"csat","value_hundredths":400}}
"#,
    );
    let late = &statement(&floor, "101", "2026-12")["recalculations"][0];
    assert_eq!((&late["month"], &late["amount_minor"]), (&json!("2026-11"), &json!(200_000)), "4.50 of two ratings");
    floor.expect_whole();
}

/// An amount counts on the day it is paid: later than the ticket, by an accepted claim, and after the lock.
#[test]
fn amounts_are_paid_by_their_day_of_payment() {
    let floor = staffed();
    run(
        &floor,
        r#"{"as":"payroll","at":"2026-08-20T10:00:00+03:00","do":"scheme.draft","with":{"scheme":"P","department":"SUP","position":"Оператор","fixed_bp":4000,"cover_bp":5000,"percentages":[{"name":"подключения","share_bp":1000}]}}
{"do":"scheme.submit","with":{"scheme":"P"}}
{"as":"director","do":"scheme.approve","with":{"scheme":"P","number":"3-ОТ","effective":"2026-11-01","early_reason":"согласовано"}}
{"as":"anna","at":"2026-11-10T12:00:00+03:00","do":"ticket.save","with":{"ticket":"$p0","channel":"chat","decisions":[{"action":"TEN","paid_on":"2026-12-03"}]},"expect":"bad-input"}
{"do":"ticket.save","with":{"ticket":"$p1","channel":"chat","decisions":[{"action":"TEN","amount_minor":100000,"paid_on":"2026-12-03"}]}}
{"do":"ticket.save","with":{"ticket":"$p2","channel":"chat","decisions":[{"action":"TEN","amount_minor":50000}]}}
{"ask":"ticket","with":{"ticket":"$p1"},"expect":{"decisions":[{"amount_minor":100000,"paid_on":"2026-12-03"}]}}
{"at":"2026-11-12T12:00:00+03:00","do":"claim.open","with":{"claim":"$c1","finished_at":"2026-11-11T10:00:00+03:00","decisions":[{"action":"TEN","amount_minor":7000,"paid_on":"2026-11-20"}],"reason":"забыла"},"expect":"bad-input"}
{"as":"petrov","do":"day.close","with":{"through":"2026-11-11"}}
{"as":"anna","do":"claim.open","with":{"claim":"$c1","finished_at":"2026-11-11T10:00:00+03:00","decisions":[{"action":"TEN","amount_minor":7000,"paid_on":"2026-11-20"}],"reason":"забыла"}}
{"as":"petrov","do":"claim.accept","with":{"claim":"$c1","reason":"запись есть"}}
{"at":"2026-12-01T09:00:00+03:00","do":"day.close","with":{"through":"2026-11-30"}}
{"as":"director","do":"month.lock","with":{"month":"2026-11"}}
{"as":"anna","at":"2026-12-04T09:00:00+03:00","do":"ticket.save","with":{"ticket":"$p3","channel":"chat","decisions":[{"action":"TEN","amount_minor":-20000,"paid_on":"2026-11-30"}]}}
{"as":"petrov","at":"2026-12-05T09:00:00+03:00","do":"day.close","with":{"through":"2026-12-04"}}
"#,
    );
    let november = statement(&floor, "101", "2026-11");
    assert_eq!(line_of(&november, "percentage")["amount_minor"], 5_700, "500.00 and the claim's 70.00 at a tenth");
    let december = statement(&floor, "101", "2026-12");
    assert_eq!(line_of(&december, "percentage")["amount_minor"], 10_000, "paid on 3 December");
    let late = &december["recalculations"][0];
    assert_eq!(
        (&late["difference_minor"], &late["deduction"]),
        (&json!(-2_000), &json!("proposed")),
        "a refund of a locked month"
    );
    floor.expect_whole();
}

/// The sum of a day's amounts stands as its tickets do: corrected, taken back, held until the call ends, claimed, and
/// corrected once more after the close.
#[test]
fn a_day_of_amounts_moves_with_its_tickets() {
    let floor = staffed();
    let paid = |day: &str| {
        let sql = format!("SELECT COALESCE(SUM(amount_minor), 0) FROM day_amount_sum WHERE day = '{day}'");
        floor.number(&sql)
    };
    run(
        &floor,
        r#"{"as":"anna","at":"2026-11-10T12:00:00+03:00","do":"ticket.save","with":{"ticket":"$a1","channel":"chat","decisions":[{"action":"TEN","amount_minor":1000,"paid_on":"2026-11-20"},{"action":"TEN","amount_minor":300}]}}
"#,
    );
    assert_eq!((paid("2026-11-20"), paid("2026-11-10")), (1_000, 300));
    run(
        &floor,
        r#"{"as":"anna","at":"2026-11-10T12:10:00+03:00","do":"ticket.correct","with":{"ticket":"$a1","version":1,"decisions":[{"action":"TEN","amount_minor":900,"paid_on":"2026-11-21"}]}}
{"as":"petrov","do":"call.record","with":{"call":"$run","employee":"101","client":"9120000001","started_at":"2026-11-10T12:05:00+03:00"}}
{"as":"anna","do":"ticket.save","with":{"ticket":"$a2","client":"9120000001","decisions":[{"action":"TEN","amount_minor":70}]},"expect":{"held":true}}
"#,
    );
    assert_eq!((paid("2026-11-20"), paid("2026-11-21"), paid("2026-11-10")), (0, 900, 0), "held, it is in no sum");
    floor.expect_whole();
    run(
        &floor,
        r#"{"as":"petrov","at":"2026-11-10T12:20:00+03:00","do":"call.record","with":{"call":"$run","employee":"101","client":"9120000001","started_at":"2026-11-10T12:05:00+03:00","ended_at":"2026-11-10T12:15:00+03:00"}}
{"at":"2026-11-11T09:00:00+03:00","do":"day.close","with":{"through":"2026-11-10"}}
{"as":"anna","do":"claim.open","with":{"claim":"$k","finished_at":"2026-11-10T10:00:00+03:00","decisions":[{"action":"TEN","amount_minor":5}],"reason":"забыла"}}
"#,
    );
    assert_eq!(paid("2026-11-10"), 70, "a claim waits for the supervisor");
    run(
        &floor,
        r#"{"as":"petrov","at":"2026-11-11T09:10:00+03:00","do":"claim.accept","with":{"claim":"$k","reason":"запись есть"}}
{"do":"ticket.correct","with":{"ticket":"$a1","version":2,"reason":"оплату отменили","decisions":[]}}
"#,
    );
    assert_eq!((paid("2026-11-10"), paid("2026-11-21")), (75, 0), "after the close too");
    floor.expect_whole();
}

/// An indicator out of use stands in no list from its month on, and no bonus or target is made by it; a scheme in force
/// goes on paying by it. It comes back by the command that the outcome names, or by being defined again.
#[test]
fn a_retired_indicator_pays_on_and_stands_in_no_list() {
    let floor = staffed();
    let define = r#""do":"indicator.define","with":{"indicator":"csat","definition":{"name_ru":"Оценка","name_en":"Rating","unit":"points","numerator":{"rating-sum":"csat"},"denominator":{"ratings":"csat"}}}"#;
    let bonus = r#""department":"SUP","fixed_bp":4000,"cover_bp":5000,"bonuses":[{"name":"оценка","indicator":"csat","comparator":">=","target_hundredths":450,"amount_minor":200000}]"#;
    let lines = [
        format!(r#"{{"as":"director","at":"2026-08-20T10:00:00+03:00",{define}}}"#),
        format!(r#"{{"as":"payroll","do":"scheme.draft","with":{{"scheme":"B","position":"Оператор",{bonus}}}}}"#),
        format!(r#"{{"do":"scheme.draft","with":{{"scheme":"C","position":"Старший",{bonus}}}}}"#),
        format!(r#"{{"do":"scheme.draft","with":{{"scheme":"D","position":"Младший",{bonus}}}}}"#),
        r#"{"do":"scheme.submit","with":{"scheme":"B"}}"#.to_owned(),
        r#"{"do":"scheme.submit","with":{"scheme":"D"}}"#.to_owned(),
        r#"{"as":"director","do":"scheme.approve","with":{"scheme":"B","number":"2-ОТ","effective":"2026-11-01","early_reason":"согласовано"}}"#.to_owned(),
        r#"{"as":"petrov","at":"2026-11-05T10:00:00+03:00","do":"indicator.retire","with":{"indicator":"csat"},"expect":"not-permitted"}"#.to_owned(),
        r#"{"as":"director","do":"indicator.retire","with":{"indicator":"none"},"expect":"unknown-code"}"#.to_owned(),
        r#"{"do":"indicator.restore","with":{"indicator":"csat"},"expect":"bad-input"}"#.to_owned(),
        r#"{"do":"indicator.retire","with":{"indicator":"csat"},"expect":{"from":"2026-11","retired":true}}"#.to_owned(),
        r#"{"do":"indicator.retire","with":{"indicator":"csat"},"expect":"bad-input"}"#.to_owned(),
        r#"{"do":"indicator.target","with":{"indicator":"csat","target":{"comparator":">=","value_hundredths":450}},"expect":"bad-input"}"#.to_owned(),
        r#"{"do":"scheme.approve","with":{"scheme":"D","number":"4-ОТ","effective":"2027-02-01"},"expect":"bad-input"}"#.to_owned(),
        r#"{"as":"payroll","do":"scheme.submit","with":{"scheme":"C"},"expect":"bad-input"}"#.to_owned(),
        format!(r#"{{"do":"scheme.draft","with":{{"scheme":"E",{bonus}}},"expect":"bad-input"}}"#),
        r#"{"as":"petrov","do":"rating.add","with":{"rating":"$r","person":"101","date":"2026-11-05","kind":"csat","value_hundredths":500}}"#.to_owned(),
        r#"{"do":"day.close","with":{"through":"2026-11-04"}}"#.to_owned(),
        r#"{"at":"2026-11-06T09:00:00+03:00","do":"day.close","with":{"through":"2026-11-05"}}"#.to_owned(),
    ];
    run(&floor, &lines.join("\n"));
    let listed = |month: &str| {
        let view = ask(&floor, "petrov", "2026-11-06T10:00:00+03:00", "indicators", &json!({"month": month}));
        view["indicators"].as_array().unwrap().iter().any(|one| one["indicator"] == "csat")
    };
    assert!(listed("2026-10") && !listed("2026-11"), "the past keeps what it had");
    let paid = statement(&floor, "101", "2026-11");
    assert_eq!((&paid["bonuses"][0]["met"], &paid["bonuses_minor"]), (&json!(true), &json!(200_000)));
    let back = r#"{"scenario":"back"}
{"as":"director","at":"2026-11-06T10:00:00+03:00","do":"indicator.restore","with":{"indicator":"csat"}}
{"do":"indicator.retire","with":{"indicator":"csat"}}
"#;
    let outcomes = floor.run_lines(back, &[]).lines();
    assert_eq!(outcomes[0]["undo"], json!({"do": "indicator.retire", "with": {"indicator": "csat"}}));
    assert_eq!(outcomes[1]["undo"], json!({"do": "indicator.restore", "with": {"indicator": "csat"}}));
    assert!(!listed("2026-11"));
    run(&floor, &format!(r#"{{"as":"director","at":"2026-11-07T10:00:00+03:00",{define}}}"#));
    assert!(listed("2026-11"), "defined again, it is back");
    floor.expect_whole();
}

/// A supervisor sees the money of the own department by the director's leave, and no other's.
#[test]
fn a_director_lets_a_supervisor_see_the_departments_money() {
    let floor = staffed();
    run(
        &floor,
        r#"{"as":"director","at":"2026-11-02T09:00:00+03:00","do":"department.add","with":{"code":"FAR","name":"Другие"}}
{"do":"person.add","with":{"code":"301","name":"Глеб","roles":["operator"],"department":"FAR","from":"2026-01-12"}}
{"as":"petrov","ask":"payroll","with":{"month":"2026-11"},"expect":"not-permitted"}
{"ask":"statement","with":{"person":"101","month":"2026-11"},"expect":"not-found"}
{"do":"money.grant","with":{"grant":"$g","person":"10"},"expect":"not-permitted"}
{"as":"director","do":"money.grant","with":{"grant":"$g","person":"101"},"expect":"bad-input"}
{"do":"money.grant","with":{"grant":"$g","person":"10"}}
{"do":"money.grant","with":{"grant":"$g2","person":"10"},"expect":"id-conflict"}
{"ask":"grants","with":{},"expect":{"grants":[{"person":{"code":"10"},"ended":null}]}}
{"as":"petrov","ask":"statement","with":{"person":"101","month":"2026-11"},"expect":{"person":"101"}}
{"ask":"statement","with":{"person":"301","month":"2026-11"},"expect":"not-found"}
{"do":"month.lock","with":{"month":"2026-10"},"expect":"not-permitted"}
"#,
    );
    let payroll =
        |login: &str| ask(&floor, login, "2026-11-03T09:00:00+03:00", "payroll", &json!({"month": "2026-11"}));
    let shown =
        |view: &Value| view["rows"].as_array().unwrap().iter().map(|row| row["department"].clone()).collect::<Vec<_>>();
    assert!(shown(&payroll("director")).contains(&json!("FAR")));
    assert!(shown(&payroll("petrov")).iter().all(|department| department == "SUP"));
    run(
        &floor,
        r#"{"as":"director","at":"2026-11-03T10:00:00+03:00","do":"money.revoke","with":{"grant":"$g"}}
{"do":"money.revoke","with":{"grant":"$g"},"expect":"id-conflict"}
{"do":"money.revoke","with":{"grant":"$g2"},"expect":"not-found"}
{"as":"petrov","ask":"payroll","with":{"month":"2026-11"},"expect":"not-permitted"}
"#,
    );
    floor.expect_whole();
}

#[test]
fn the_help_names_what_can_be_imported_and_exported() {
    for (command, word) in [("import", "absences"), ("import", "ratings"), ("export", "pay")] {
        let help = norma(&["help", command]);
        assert!(help.out.contains(word), "{}", help.out);
    }
}
