//! Norms in force against real handling times: an alarm where calls take longer, none where they agree, and nothing
//! that changes by itself.

use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use rand_distr::{Distribution, LogNormal};
use serde_json::{Value, json};

use crate::support::{FloorFile, id};

/// Calls of an action in a week.
const A_WEEK: usize = 210;

const READY: &str = r#"
{"scenario":"drift","as":"director","at":"2026-03-01T09:00:00+03:00","do":"department.add","with":{"code":"SUP","name":"Техподдержка"}}
{"do":"person.add","with":{"code":"101","name":"Пётр Петров","login":"petrov","roles":["supervisor"],"department":"SUP","from":"2026-01-01"}}
{"do":"person.add","with":{"code":"201","name":"Анна Смирнова","login":"anna","roles":["operator"],"department":"SUP","from":"2026-01-01"}}
{"do":"password.set","with":{"person":"101"}}
{"do":"password.set","with":{"person":"201"}}
{"as":"petrov","do":"action.add","with":{"code":"SAME","name_ru":"Та же","group":"Г","kind":"manual"}}
{"do":"action.add","with":{"code":"LONGER","name_ru":"Дольше","group":"Г","kind":"manual"}}
{"do":"action.add","with":{"code":"SHORTER","name_ru":"Короче","group":"Г","kind":"manual"}}
{"do":"action.add","with":{"code":"MARKED","name_ru":"С отметкой","group":"Г","kind":"manual","hard_criterion":"по заявке"}}
{"do":"study.open","with":{"study":"$timed","action":"MARKED"}}
{"do":"observation.add","with":{"study":"$timed","observation":"$r1","operator":"201","started_at":"2026-03-01T08:00:00+03:00","duration_ms":100000}}
{"do":"observation.add","with":{"study":"$timed","observation":"$r2","operator":"201","started_at":"2026-03-01T08:10:00+03:00","duration_ms":140000}}
{"do":"observation.add","with":{"study":"$timed","observation":"$h1","operator":"201","started_at":"2026-03-01T08:20:00+03:00","duration_ms":600000,"class":"hard"}}
{"do":"set.draft","with":{"set":"$one","department":"SUP","name":"Первые","from":"empty","allowance_bp":2000}}
{"do":"set.norm","with":{"set":"$one","action":"SAME","expert_cmin":200,"reason":"по опыту"}}
{"do":"set.norm","with":{"set":"$one","action":"LONGER","expert_cmin":200,"reason":"по опыту"}}
{"do":"set.norm","with":{"set":"$one","action":"SHORTER","expert_cmin":200,"reason":"по опыту"}}
{"do":"set.norm","with":{"set":"$one","action":"MARKED","study":"$timed","hard_share_bp":1000,"hard_share_source":"журнал"}}
{"do":"set.submit","with":{"set":"$one","grounds":"первое введение"}}
{"as":"director","do":"order.approve","with":{"order":"$order","set":"$one","number":"1","date":"2026-03-01","effective":"2026-03-02","early_reason":"первые"}}
"#;

/// The calls of one week of an action whose mean is `mean_s`, as a chunk of an import.
fn calls(random: &mut StdRng, code: &str, week: i64, mean_s: f64) -> Value {
    let of_week = 1.0 + 0.02 * (random.random::<f64>() + random.random::<f64>() - 1.0);
    let dice = LogNormal::new((mean_s * of_week).ln() - 0.08, 0.4).unwrap();
    let rows: Vec<Value> = (0..A_WEEK)
        .map(|number| {
            let at = monday(week) + chrono::TimeDelta::minutes(9 * 60 + number as i64);
            json!({"line": number + 2, "row": {
                "observation": id(&format!("{code}-{week}-{number}")), "study": id(&format!("calls-{code}")), "action": code,
                "operator": "201", "started_at": at.to_rfc3339(), "source": "call-record",
                "duration_ms": (dice.sample(random) * 1000.0) as i64,
            }})
        })
        .collect();
    json!({"as": "petrov", "at": (monday(week) + chrono::TimeDelta::days(1)).to_rfc3339(), "do": "import.samples", "with": {"rows": rows}})
}

fn monday(week: i64) -> chrono::DateTime<chrono::FixedOffset> {
    let first = chrono::DateTime::parse_from_rfc3339("2026-03-02T00:00:00+03:00").unwrap();
    first + chrono::TimeDelta::weeks(week)
}

/// What the supervisor is told on the Wednesday of a week.
fn drift(floor: &FloorFile, week: i64) -> Vec<Value> {
    let at = (monday(week) + chrono::TimeDelta::days(2)).to_rfc3339();
    let line = json!({"scenario": "ask", "as": "petrov", "at": at, "ask": "drift"});
    let ran = floor.run_lines(&format!("{line}\n"), &[]);
    ran.expect_code(0).lines().pop().unwrap()["view"]["norms"].as_array().unwrap().clone()
}

fn of<'a>(norms: &'a [Value], code: &str) -> &'a Value {
    norms.iter().find(|norm| norm["action"] == code).unwrap()
}

#[test]
fn calls_that_take_longer_raise_an_alarm_and_change_nothing() {
    let seed = 20_260_302;
    println!("seed {seed}");
    let mut random = StdRng::seed_from_u64(seed);
    let floor = FloorFile::bare();
    let mut text = READY.to_owned();
    // An expert's norm is held against as it is: two minutes.
    for week in 0..40 {
        let change = if week < 27 { 1.0 } else { 1.10 };
        text += &format!("{}\n", calls(&mut random, "SAME", week, 120.0));
        text += &format!("{}\n", calls(&mut random, "LONGER", week, 120.0 * change));
        text += &format!("{}\n", calls(&mut random, "SHORTER", week, 120.0 / change));
    }
    floor.run_lines(&text, &[]).expect_code(0);
    let norms = drift(&floor, 39);
    let codes: Vec<&str> = norms.iter().map(|norm| norm["action"].as_str().unwrap()).collect();
    assert_eq!(codes, ["LONGER", "SHORTER", "SAME", "MARKED"], "those that need a hand come first");
    let (longer, shorter, same) = (of(&norms, "LONGER"), of(&norms, "SHORTER"), of(&norms, "SAME"));
    assert_eq!((&longer["verdict"], &shorter["verdict"]), (&json!("slower"), &json!("faster")));
    assert_eq!((&same["verdict"], &same["preliminary"]), (&json!("agrees"), &json!(false)));
    assert_eq!(of(&norms, "MARKED")["verdict"], "no-calls");
    // The week of the question is not over: 39 of the 40 weeks count.
    assert_eq!(same["points"].as_array().unwrap().len(), 39);
    assert_eq!(same["normal_seconds"], 120.0);
    let since = longer["since"].as_str().unwrap();
    // The change began in the week of 7 September; the last zero of a CUSUM tells it to some weeks.
    assert!(("2026-07-27".."2026-10-19").contains(&since), "{since}");
    let ratio = longer["ratio"].as_f64().unwrap();
    assert!((1.06..1.14).contains(&ratio), "{ratio}");

    // An alarm changes nothing; an exclusion takes the call out of the chart.
    let before = floor.number("SELECT COUNT(*) FROM norm_line");
    let out = json!({"scenario": "out", "as": "petrov", "at": (monday(39) + chrono::TimeDelta::days(3)).to_rfc3339(),
        "do": "observation.decide", "with": {"observation": id("LONGER-38-0"), "as": "exclude", "reason": "не то действие"}});
    floor.run_lines(&format!("{out}\n"), &[]).expect_code(0);
    assert_eq!(floor.number("SELECT COUNT(*) FROM norm_line"), before);
    let points = of(&drift(&floor, 40), "LONGER")["points"].as_array().unwrap().clone();
    assert_eq!((points.len(), &points[38]["n"]), (40, &json!(A_WEEK - 1)));

    // A review that is under way is named beside the alarm.
    let open = json!({"scenario": "review", "as": "petrov", "at": (monday(40) + chrono::TimeDelta::days(3)).to_rfc3339(),
        "do": "study.open", "with": {"study": id("again"), "action": "MARKED"}});
    floor.run_lines(&format!("{open}\n"), &[]).expect_code(0);
    assert_eq!(of(&drift(&floor, 40), "MARKED")["review"], json!(id("again")));
}

#[test]
fn a_changed_share_of_hard_cases_asks_for_new_weights() {
    let floor = FloorFile::bare();
    let mut text = READY.to_owned();
    // 260 decisions a week: 10 % hard as the norm says, then 20 %.
    for week in 0..8_i64 {
        let hard = if week < 6 { 26 } else { 52 };
        let at = monday(week) + chrono::TimeDelta::hours(12);
        let decisions = json!([{"action": "MARKED", "quantity": 260, "hard": hard}]);
        let save = json!({"as": "anna", "at": at.to_rfc3339(), "do": "ticket.save", "with": {"ticket": id(&format!("t{week}")), "channel": "inbound", "client": "79161234567", "decisions": decisions}});
        text += &format!("{save}\n");
    }
    floor.run_lines(&text, &[]).expect_code(0);
    let early = drift(&floor, 6);
    assert_eq!(of(&early, "MARKED")["verdict"], "no-calls", "six weeks at the norm's own share");
    let late = drift(&floor, 8);
    let marked = of(&late, "MARKED");
    assert_eq!(marked["verdict"], "hard-share");
    assert_eq!((&marked["hard"]["centre"], &marked["hard"]["points"][7]["outside"]), (&json!(0.1), &json!(true)));
    assert_eq!(late[0]["action"], "MARKED");
    // 0.9 × 120 s + 0.1 × 600 s = 168 s of normal time; the set's allowance of 20 % is not part of it.
    assert!((marked["normal_seconds"].as_f64().unwrap() - 168.0).abs() < 1e-9);
    assert_eq!(marked["norm_cmin"], 336);
}
