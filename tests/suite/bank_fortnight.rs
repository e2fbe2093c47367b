//! A fortnight of a bank's call records, in the shape of the real ones and as dirty: from the file to KPI, the funnel and
//! pay, without a calendar of the year and with one of the floor's own.
//!
//! The file is made here: three operators, 1 to 14 February 1999. A PS call weighs 48.00, an NE call 24.00. Dorit works
//! nine and eleven PS's worth in turn, Tova seven and nine, Avi, who joins on the 9th, five a day.

use serde_json::{Value, json};

use crate::support::{FloorFile, norma, repository};

/// The ten working days of the fortnight.
const DAYS: [u32; 10] = [1, 2, 3, 4, 5, 8, 9, 10, 11, 12];

/// Calls as the bank's centre writes them, CRLF and blanks included.
struct Records {
    text: String,
    calls: u32,
}

impl Records {
    fn new() -> Self {
        let head = "vru+line\tcall_id\tcustomer_id\tpriority\ttype\tdate\tvru_entry\tvru_exit\tvru_time\tq_start\tq_exit\tq_time\toutcome\tser_start\tser_exit\tser_time\tserver\r\n";
        Self { text: head.to_owned(), calls: 0 }
    }

    /// A call of a day of February, the `place`th of its operator: five minutes apart from nine o'clock on.
    fn call(&mut self, day: u32, place: u32, kind: &str, outcome: &str, server: &str, times: bool) {
        self.calls += 1;
        let at = |second: u32| format!("{}:{:02}:{:02}", 9 + place * 5 / 60, place * 5 % 60, second);
        let (start, exit) = if times { (at(15), at(55)) } else { ("0:00:00".to_owned(), "0:00:00".to_owned()) };
        // Two lines number their calls alike.
        let (line, id) = (if self.calls.is_multiple_of(2) { "AA0101" } else { "BB0103" }, 34_000 + self.calls / 2);
        self.text.push_str(&format!(
            "{line}\t{id}\t0\t0\t{kind}\t9902{day:02}\t{}\t{}\t9\t0:00:00\t0:00:00\t0\t{outcome}\t{start}\t{exit}\t40\t{server}\r\n",
            at(0),
            at(9),
        ));
    }

    /// A day's work of so many PS, the last of them as two NE.
    fn day(&mut self, server: &str, day: u32, units: u32) {
        for place in 0..units - 1 {
            // Served, but its times were not recorded: the menu's exit stands for them.
            self.call(day, place, "PS", "AGENT", server, place > 0);
        }
        self.call(day, units, "NE", "AGENT", server, true);
        self.call(day, units + 1, "NE", "AGENT", &format!("{server}  "), true);
    }
}

fn fortnight() -> String {
    let mut records = Records::new();
    for (place, day) in DAYS.into_iter().enumerate() {
        let odd = u32::from(!place.is_multiple_of(2));
        records.day("DORIT", day, 9 + 2 * odd);
        records.day("TOVA", day, 7 + 2 * odd);
        if day >= 9 {
            records.day("AVI", day, 5);
        }
    }
    // A Saturday's work outside any plan.
    records.call(6, 1, "PS", "AGENT", "DORIT", true);
    records.call(6, 2, "PS", "AGENT", "DORIT", true);
    records.call(13, 1, "PS", "HANG", "NO_SERVER", false);
    records.call(14, 1, "PS", "PHANTOM", "NO_SERVER", false);
    records.call(14, 2, "PS", "AGENT", "NO_SERVER", true);
    records.text
}

/// A floor whose history is brought along: people since January 1999, norms by an order since February.
const FLOOR: &str = r#"
{"scenario":"bank"}
{"as":"director","at":"2026-01-02T09:00:00+03:00","do":"department.add","with":{"code":"BANK","name":"Колл-центр"}}
{"do":"person.add","with":{"code":"10","name":"Пётр","login":"petrov","roles":["supervisor"],"department":"BANK","from":"1999-01-01"}}
{"do":"person.add","with":{"code":"DORIT","name":"Дорит","roles":["operator"],"department":"BANK","from":"1999-01-01"}}
{"do":"person.add","with":{"code":"TOVA","name":"Това","roles":["operator"],"department":"BANK","from":"1999-01-01"}}
{"do":"person.add","with":{"code":"AVI","name":"Ави","roles":["operator"],"department":"BANK","from":"1999-02-09"}}
{"do":"password.set","with":{"person":"10"}}
{"as":"petrov","do":"action.add","with":{"code":"PS","name_ru":"Обычное обращение","group":"Звонки","kind":"manual"}}
{"do":"action.add","with":{"code":"NE","name_ru":"Биржа","group":"Звонки","kind":"manual"}}
{"do":"set.draft","with":{"set":"$set","department":"BANK","name":"Нормативы 1999","from":"empty"}}
{"do":"set.norm","with":{"set":"$set","action":"PS","expert_cmin":4800,"reason":"по опыту"}}
{"do":"set.norm","with":{"set":"$set","action":"NE","expert_cmin":2400,"reason":"по опыту"}}
{"do":"set.submit","with":{"set":"$set","grounds":"первое введение"}}
{"as":"director","do":"order.approve","with":{"order":"$order","set":"$set","number":"1","date":"1999-01-30","effective":"1999-02-01","early_reason":"история перенесена"}}
"#;

/// Schedules and an example scheme, after the calendar has come.
const PAY: &str = r#"
{"scenario":"bank-pay"}
{"as":"petrov","at":"2026-01-03T09:00:00+03:00","do":"schedule.set","with":{"person":"DORIT","from":"1999-02-01","pattern":{"week":{"mon":[["09:00","13:00"],["14:00","18:00"]],"tue":[["09:00","13:00"],["14:00","18:00"]],"wed":[["09:00","13:00"],["14:00","18:00"]],"thu":[["09:00","13:00"],["14:00","18:00"]],"fri":[["09:00","13:00"],["14:00","18:00"]]}}}}
{"do":"schedule.set","with":{"person":"TOVA","from":"1999-02-01","pattern":{"week":{"mon":[["08:00","16:00"]],"tue":[["08:00","16:00"]],"wed":[["08:00","16:00"]],"thu":[["08:00","16:00"]],"fri":[["08:00","16:00"]]}}}}
{"do":"schedule.set","with":{"person":"AVI","from":"1999-02-09","pattern":{"week":{"mon":[["09:00","13:00"],["14:00","18:00"]],"tue":[["09:00","13:00"],["14:00","18:00"]],"wed":[["09:00","13:00"],["14:00","18:00"]],"thu":[["09:00","13:00"],["14:00","18:00"]],"fri":[["09:00","13:00"],["14:00","18:00"]]}}}}
{"as":"director","do":"person.change","with":{"code":"DORIT","salary_minor":6000000}}
{"do":"person.change","with":{"code":"TOVA","salary_minor":6000000}}
{"do":"person.change","with":{"code":"AVI","salary_minor":6000000}}
{"do":"person.add","with":{"code":"20","name":"Бэлла","login":"payroll","roles":["payroll"],"from":"1999-01-01"}}
{"do":"password.set","with":{"person":"20"}}
{"as":"payroll","do":"scheme.draft","with":{"scheme":"OP","department":"BANK","fixed_bp":4000,"cover_bp":5000}}
{"do":"scheme.submit","with":{"scheme":"OP"}}
{"as":"director","do":"scheme.approve","with":{"scheme":"OP","number":"1-ОТ","effective":"1999-02-01"}}
"#;

fn query(floor: &FloorFile, login: &str, name: &str, with: &Value) -> Value {
    floor.norma(["query"], [name, &with.to_string(), "--as", login]).expect_code(0).json()
}

fn statement(floor: &FloorFile, person: &str) -> Value {
    query(floor, "director", "statement", &json!({"person": person, "month": "1999-02"}))
}

fn person<'a>(view: &'a Value, code: &str) -> &'a Value {
    view["people"].as_array().unwrap().iter().find(|one| one["person"] == code).unwrap()
}

fn import(floor: &FloorFile) -> Value {
    let (file, profile) = (floor.beside("calls.txt"), repository("norms/profiles/anonymous-bank-1999.toml"));
    std::fs::write(&file, fortnight()).unwrap();
    let paths = [&floor.path, &file, &profile].map(|path| path.to_str().unwrap());
    let [path, file, profile] = paths;
    norma(&["import", path, "tickets", file, "--profile", profile, "--as", "petrov", "--json"]).expect_code(0).json()
}

/// KPI without a calendar of the year; nothing that hangs on the plan is made up.
fn without_a_calendar(floor: &FloorFile) {
    let kpi = floor.norma(["kpi"], ["--month", "1999-02", "--as", "petrov", "--json"]).expect_code(0).json();
    let of = |code: &str| {
        let all = kpi["employees"].as_array().unwrap();
        all.iter().find(|one| one["code"] == code).unwrap_or_else(|| panic!("{kpi}")).clone()
    };
    // Dorit: five days of 9 and five of 11 PS, and two on the Saturday: 102 × 48.00.
    assert_eq!((&of("DORIT")["kpi_cmin"], &of("DORIT")["tickets"]), (&json!(489_600), &json!(112)));
    assert_eq!((&of("TOVA")["kpi_cmin"], &of("AVI")["kpi_cmin"]), (&json!(384_000), &json!(96_000)));
    assert_eq!(
        (&kpi["total_cmin"], &of("DORIT")["plan_cmin"], &of("DORIT")["plan_to_date_cmin"]),
        (&json!(969_600), &Value::Null, &Value::Null)
    );
    let ran = floor.norma(["kpi"], ["--month", "1999-02", "--as", "petrov"]);
    let told = &ran.expect_code(0).out;
    assert!(told.contains("4896,00") && told.contains("На 1999 год нет производственного календаря"), "{told}");
    let view = query(floor, "petrov", "department", &json!({"month": "1999-02"}));
    assert_eq!(
        (&view["kpi_cmin"], &view["plan_cmin"], &view["funnel"]["ratio"]),
        (&json!(969_600), &Value::Null, &Value::Null)
    );
    assert_eq!(view["funnel"]["limits"], json!([]));
    assert!(view["people"].as_array().unwrap().iter().all(|one| one["link"]["standing"] == "too-few-days"), "{view}");
    let paid = statement(floor, "DORIT");
    assert_eq!(
        (&paid["kpi_cmin"], &paid["no_money"], &paid["total_minor"]),
        (&json!(489_600), &json!("no-calendar"), &Value::Null)
    );
}

/// Links against chance: R = 9 600 / 11 520 min, s = √(0.2 / 21); Dorit is above the outer limit, Tova within chance, Avi
/// has four days.
fn links(floor: &FloorFile) {
    let view = query(floor, "petrov", "department", &json!({"month": "1999-02"}));
    let (ratio, sd) = (9_600.0 / 11_520.0, (0.2_f64 / 21.0).sqrt());
    let near = |value: &Value, expected: f64| (value.as_f64().unwrap() - expected).abs() < 1e-9;
    let funnel = &view["funnel"];
    assert!(near(&funnel["ratio"], ratio) && near(&funnel["sd"], sd), "{funnel}");
    let at_ten = funnel["limits"].as_array().unwrap().iter().find(|limit| limit["days"] == 10).unwrap();
    assert!(near(&at_ten["outer_high"], ratio + 3.09 * sd / 10.0_f64.sqrt()), "{at_ten}");
    assert!(near(&at_ten["inner_low"], ratio - 1.96 * sd / 10.0_f64.sqrt()), "{at_ten}");
    let link = |code: &str| person(&view, code)["link"].clone();
    assert_eq!((&link("DORIT")["days"], &link("DORIT")["standing"]), (&json!(10), &json!("strong")));
    assert_eq!((&link("TOVA")["days"], &link("TOVA")["standing"]), (&json!(10), &json!("usual")));
    assert_eq!(
        (&link("AVI")["days"], &link("AVI")["standing"], &funnel["too_few"]),
        (&json!(4), &json!("too-few-days"), &json!(1))
    );
}

#[test]
fn a_fortnight_of_calls_from_the_file_to_pay() {
    let floor = FloorFile::bare();
    floor.run_lines(FLOOR, &[]).expect_code(0);
    let report = import(&floor);
    // 110 + 90 + 24 calls of working days and two of the Saturday; two that nobody answered, one without an operator.
    let counts = ["read", "made", "repeated", "filtered"].map(|name| report[name].as_u64().unwrap());
    assert_eq!(counts, [229, 226, 0, 2], "{report}");
    assert_eq!(report["refused"].as_array().unwrap().len(), 1, "{report}");
    assert_eq!(report["zone"], "Asia/Jerusalem");
    let again = import(&floor);
    assert_eq!((&again["made"], &again["repeated"]), (&json!(0), &json!(226)), "a second import adds nothing");
    floor.norma(["close"], ["--through", "1999-02-14", "--as", "petrov"]).expect_code(0);
    without_a_calendar(&floor);

    // The floor's own 1999: a holiday on Saturday the 20th makes Friday the 19th an hour shorter.
    let calendar = floor.beside("il-1999.csv");
    std::fs::write(&calendar, "date,kind\n1999-02-20,holiday\n").unwrap();
    floor.norma(["import"], ["calendar", calendar.to_str().unwrap(), "--as", "director"]).expect_code(0);
    floor.run_lines(PAY, &[]).expect_code(0);
    links(&floor);

    // N = 20 × 480 − 60 = 9 540 min, v = 60 000.00 / 9 540; ten closed days: P = B = 4 800.
    let dorit = statement(&floor, "DORIT");
    assert_eq!(
        (&dorit["norm_cmin"], &dorit["plan_cmin"], &dorit["kpi_cmin"]),
        (&json!(954_000), &json!(480_000), &json!(489_600))
    );
    // 0.4 × v × 4 800 = 12 075.4717; 0.6 × v × 4 896 = 18 475.4717.
    assert_eq!(
        (&dorit["fixed_minor"], &dorit["kpi_minor"], &dorit["total_minor"]),
        (&json!(1_207_547), &json!(1_847_547), &json!(3_055_094))
    );
    // 0.6 × v × 3 840 = 14 490.5660.
    let tova = statement(&floor, "TOVA");
    assert_eq!(
        (&tova["fixed_minor"], &tova["kpi_minor"], &tova["total_minor"]),
        (&json!(1_207_547), &json!(1_449_057), &json!(2_656_604))
    );
    // Four days since the 9th: 0.4 × v × 1 920 = 4 830.1887; 0.6 × v × 960 = 3 622.6415.
    let avi = statement(&floor, "AVI");
    assert_eq!((&avi["norm_cmin"], &avi["plan_cmin"]), (&json!(954_000), &json!(192_000)));
    assert_eq!(
        (&avi["fixed_minor"], &avi["kpi_minor"], &avi["total_minor"]),
        (&json!(483_019), &json!(362_264), &json!(845_283))
    );
    floor.expect_whole();
}
