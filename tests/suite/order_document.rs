//! An order's document: byte for byte the same for ever, whatever happens on the floor afterwards; replay and pilot
//! through the worker, reading day sums alone.

use norma::store::pilots::{ACTION_SUMS, COUNTED_DAYS};
use serde_json::{Value, json};

use crate::support::{Client, FloorFile, id, moment};

/// The floor that has lived the way of an order.
fn lived() -> FloorFile {
    let floor = FloorFile::bare();
    floor.norma(["run"], ["tests/scenarios/order-way.jsonl"]).expect_code(0);
    floor
}

/// The bytes of an order's export, and of its document as a question.
fn exported(floor: &FloorFile, number: &str) -> (Vec<u8>, Value) {
    let out = floor.beside(&format!("order-{number}.json"));
    let out_text = out.to_str().unwrap();
    floor
        .norma(["export"], ["order", "--number", number, "--format", "json", "--as", "director", "-o", out_text])
        .expect_code(0);
    let asked = floor.norma(["query"], ["document", &json!({"number": number}).to_string(), "--as", "director"]);
    (std::fs::read(&out).unwrap(), asked.expect_code(0).json())
}

/// Everything that could show through: other names, positions and groups, a set that takes the order's place, another
/// that is revoked, closed days, acknowledgements, other wording, other departments.
const AFTERWARDS: &str = r#"
{"scenario":"afterwards"}
{"as":"director","at":"2026-05-28T09:00:00+03:00","do":"person.change","with":{"code":"101","name":"Пётр Иванов","position":"Начальник"}}
{"do":"person.change","with":{"code":"103","name":"Дина Новая"}}
{"do":"person.change","with":{"code":"director","name":"Ирина Иная","position":"Генеральный директор"}}
{"do":"department.add","with":{"code":"NEW","name":"Новый"}}
{"do":"setting.set","with":{"name":"order-heading-ru","value":"РАСПОРЯЖЕНИЕ"}}
{"as":"petrov","do":"action.change","with":{"code":"ROUT","name_ru":"Роутер заново","name_en":"Router anew","group":"Иное"}}
{"do":"action.change","with":{"code":"TAR","active":false}}
{"do":"observation.decide","with":{"observation":"$study-later","as":"exclude","reason":"x"},"expect":"not-found"}
{"do":"set.draft","with":{"set":"$five","department":"SUP","name":"Пятые","from":"empty"}}
{"do":"set.norm","with":{"set":"$five","action":"ROUT","expert_cmin":700,"reason":"проверка"}}
{"do":"set.submit","with":{"set":"$five","grounds":"изменилась техника"}}
{"as":"director","do":"order.approve","with":{"order":"$order5","set":"$five","number":"5","date":"2026-05-28","effective":"2026-05-29","early_reason":"срочно"}}
{"as":"boris","do":"order.acknowledge","with":{"order":"$order5"}}
{"as":"anna","at":"2026-05-29T12:00:00+03:00","do":"ticket.save","with":{"ticket":"$late","channel":"chat","decisions":[{"action":"ROUT","quantity":1}]},"expect":{"kpi_cmin":700}}
{"as":"petrov","do":"set.draft","with":{"set":"$six","department":"SUP","name":"Шестые","from":"$five"}}
{"do":"set.submit","with":{"set":"$six","grounds":"изменилась техника"}}
{"as":"director","do":"order.approve","with":{"order":"$order6","set":"$six","number":"6","date":"2026-05-29","effective":"2026-06-29","early_reason":"срочно"}}
{"do":"order.revoke","with":{"order":"$order6"},"expect":{"number":"7"}}
{"at":"2026-06-10T09:00:00+03:00","do":"day.close","with":{"through":"2026-06-09"}}
"#;

#[test]
fn an_orders_json_is_the_same_for_ever() {
    let floor = lived();
    let numbers = ["1", "2", "4"];
    let before: Vec<(Vec<u8>, Value)> = numbers.iter().map(|number| exported(&floor, number)).collect();
    let state = |number: &str| {
        let view = floor.norma(["query"], ["order", &json!({"number": number}).to_string(), "--as", "director"]);
        view.expect_code(0).json()["set"]["state"].clone()
    };
    assert_eq!(state("4"), "in-force");
    floor.run_lines(AFTERWARDS, &[]).expect_code(0);
    assert_eq!(state("4"), "superseded");
    assert_eq!(state("6"), "revoked");
    for (number, (bytes, asked)) in numbers.iter().zip(&before) {
        let (now, again) = exported(&floor, number);
        assert!(now == *bytes, "order {number}\n{}\n{}", String::from_utf8_lossy(bytes), String::from_utf8_lossy(&now));
        assert_eq!(again, *asked, "order {number}");
    }
    let (bytes, view) = &before[2];
    let document: Value = serde_json::from_slice(bytes).unwrap();
    assert_eq!(document["approved_by"]["name"], "Ирина Дирова", "the name of that day");
    assert_eq!(document["lines"][0]["name_ru"], "Перезагрузка роутера");
    assert_eq!(document["approved_local"], "2026-03-23 09:00");
    let keys: Vec<&str> = std::str::from_utf8(bytes).unwrap().split('"').skip(1).step_by(2).take(1).collect();
    assert_eq!(keys, ["allowance_bp"], "keys stand in order");
    // The fingerprint in it is what verify recomputes, and the chain's head what the journal holds.
    floor.norma(["verify"], ["--json", "--head", view["chain_head"].as_str().unwrap()]).expect_code(0);
    let set = floor.norma(["query"], ["set", &json!({"set": view["set"]}).to_string(), "--as", "director"]).json();
    assert_eq!(set["fingerprint"], document["fingerprint"]);
    floor.expect_whole();
}

#[test]
fn every_format_of_an_order_is_of_the_document() {
    let floor = lived();
    let csv = floor.norma(["export"], ["order", "--number", "4", "--format", "csv", "--as", "director"]);
    let lines: Vec<&str> = csv.expect_code(0).out.lines().collect();
    assert!(lines[0].contains("measured_ms") && lines[1].starts_with("ROUT"), "{}", csv.out);
    assert!(lines[2].contains("192000"), "{}", csv.out);
    let xlsx = floor.beside("order.xlsx");
    let to = xlsx.to_str().unwrap();
    floor
        .norma(["export"], ["order", "--number", "4", "--format", "xlsx", "--as", "director", "-o", to])
        .expect_code(0);
    assert!(std::fs::read(&xlsx).unwrap().starts_with(b"PK"));
}

#[test]
fn a_replay_reads_day_sums_by_department_and_day_alone() {
    let floor = lived();
    let db = floor.raw();
    for (sql, index) in [(ACTION_SUMS, "day_action_sum_department_day"), (COUNTED_DAYS, "day_sum_department_day")] {
        for person in [None, Some(2_i64)] {
            let mut plan = db.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
            let steps: Vec<String> = plan
                .query_map(rusqlite::params![1, "2026-03-01", "2026-03-31", person], |row| row.get("detail"))
                .unwrap()
                .map(Result::unwrap)
                .collect();
            assert!(steps.iter().any(|step| step.contains(index)), "{steps:?}");
            assert!(steps.iter().all(|step| !step.contains("SCAN") && !step.contains("ticket")), "{steps:?}");
        }
    }
}

/// The same way through the worker in this process, as the window goes it.
#[test]
fn the_way_of_an_order_through_the_worker() {
    let floor = FloorFile::lived();
    let handle = floor.open();
    let petrov = Client::sign_in(&handle, "petrov");
    let at = |text: &str| Some(moment(&format!("2026-03-{text}:00+03:00")));
    let (set, order) = (id("worker-set"), id("worker-order"));
    let source = petrov.ask("sets", &json!({})).unwrap();
    let second = source["sets"].as_array().unwrap().iter().find(|set| set["name"] == "Вторые нормативы").unwrap();
    let draft = json!({"set": set, "department": "SUP", "name": "Через рабочего", "from": second["set"]});
    petrov.send(at("20T09:00"), "set.draft", &draft).unwrap();
    let period = json!({"set": set, "from": "2026-03-20", "to": "2026-04-20"});
    assert_eq!(petrov.send(at("20T09:00"), "set.pilot", &period).unwrap()["state"], "pilot");
    let again = petrov.send(at("20T09:00"), "set.pilot", &period);
    assert_eq!(again, Err("set-not-draft".to_owned()));
    petrov.send(at("20T09:00"), "day.close", &json!({"through": "2026-03-19"})).unwrap();
    let replay = petrov.ask("replay", &json!({"set": set})).unwrap();
    assert_eq!(replay["state"], "pilot");
    assert!(replay["before_cmin"].as_i64().unwrap() > 0, "{replay}");
    petrov.send(at("20T09:00"), "set.submit", &json!({"set": set, "grounds": "новая техника"})).unwrap();
    let director = Client::sign_in(&handle, "director");
    let approve = json!({"order": order, "set": set, "number": "50", "date": "2026-03-20", "effective": "2026-06-01"});
    let mut without = director.envelope(at("20T10:00"), "order.approve", &approve);
    without.proof = None;
    assert_eq!(crate::support::answer(handle.execute(without)), Err("bad-credentials".to_owned()));
    assert_eq!(director.send(at("20T10:00"), "order.approve", &approve), Err("needs-reason".to_owned()));
    let mut reasoned = approve;
    reasoned["pilot_reason"] = json!("обкатка одного дня показала всё");
    assert_eq!(director.send(at("20T10:00"), "order.approve", &reasoned).unwrap()["pilot_days"], 0);
    let anna = Client::sign_in(&handle, "anna");
    let waiting = anna.ask("acknowledge", &json!({})).unwrap();
    let numbers: Vec<&Value> = waiting["orders"].as_array().unwrap().iter().map(|order| &order["number"]).collect();
    assert_eq!(numbers, ["50"], "asked by this computer's clock, when it has taken the place of the one before");
    anna.send(at("20T11:00"), "order.acknowledge", &json!({"order": order})).unwrap();
    let mut revoke = director.envelope(at("20T12:00"), "order.revoke", &json!({"order": order}));
    revoke.proof = None;
    assert_eq!(crate::support::answer(handle.execute(revoke)), Err("bad-credentials".to_owned()));
    let revoked = director.send(at("20T12:00"), "order.revoke", &json!({"order": order})).unwrap();
    assert_eq!(revoked["number"], "51");
    drop(handle);
    floor.expect_whole();
}
