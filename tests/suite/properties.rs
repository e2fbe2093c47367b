//! What must hold after any sequence of commands: sums, closed days, receipts, and the chain. Orders come in mid-month,
//! corrections and calls late.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use chrono::{DateTime, Duration, FixedOffset, NaiveDate};
use norma::domain::instant::Instant;
use norma::floor::Envelope;
use norma::worker::Outcome;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::{Client, FloorFile, cases, id};

/// A floor with an order in force from 1 March.
const READY: &str = r#"
{"scenario":"ready","as":"director","at":"2026-03-01T09:00:00+03:00","do":"department.add","with":{"code":"SUP","name":"Техподдержка"}}
{"do":"person.add","with":{"code":"101","name":"Пётр Петров","login":"petrov","roles":["supervisor"],"department":"SUP","from":"2026-01-01"}}
{"do":"person.add","with":{"code":"201","name":"Анна Смирнова","login":"anna","roles":["operator"],"department":"SUP","from":"2026-01-01"}}
{"do":"person.add","with":{"code":"202","name":"Борис Ёлкин","login":"boris","roles":["operator"],"department":"SUP","from":"2026-01-01"}}
{"do":"password.set","with":{"person":"101"}}
{"do":"password.set","with":{"person":"201"}}
{"do":"password.set","with":{"person":"202"}}
{"as":"petrov","do":"action.add","with":{"code":"A","name_ru":"А","group":"Г","kind":"manual"}}
{"do":"action.add","with":{"code":"B","name_ru":"Б","group":"Г","kind":"manual"}}
{"do":"set.draft","with":{"set":"$one","department":"SUP","name":"Первые","from":"empty"}}
{"do":"set.norm","with":{"set":"$one","action":"A","expert_cmin":101,"reason":"по опыту"}}
{"do":"set.norm","with":{"set":"$one","action":"B","expert_cmin":33,"reason":"по опыту","boost_bp":15000,"boost_reason":"важно"}}
{"do":"set.submit","with":{"set":"$one","grounds":"первое введение"}}
{"as":"director","do":"order.approve","with":{"order":"$order","set":"$one","number":"1","date":"2026-03-01","effective":"2026-03-01","early_reason":"первые"}}
"#;

fn ready() -> FloorFile {
    static READY_BYTES: OnceLock<Vec<u8>> = OnceLock::new();
    FloorFile::of(READY_BYTES.get_or_init(|| {
        let floor = FloorFile::bare();
        floor.run_lines(READY, &[]).expect_code(0);
        floor.bytes()
    }))
}

/// What happens on the floor.
#[derive(Debug, Clone)]
enum Step {
    Save {
        boris: bool,
        a: i64,
        b: i64,
    },
    Correct {
        which: usize,
        a: i64,
        by_owner: bool,
    },
    Cancel {
        which: usize,
    },
    NextDay,
    Close,
    Order {
        weight: i64,
    },
    Repeat {
        which: usize,
    },
    /// A call so many hours ago, recorded only now: of today or of a day long closed.
    Call {
        boris: bool,
        client: u8,
        hours: i64,
        minutes: i64,
    },
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        8 => (any::<bool>(), 0..5_i64, 0..5_i64).prop_map(|(boris, a, b)| Step::Save { boris, a, b }),
        4 => (any::<usize>(), 1..9_i64, any::<bool>()).prop_map(|(which, a, by_owner)| Step::Correct { which, a, by_owner }),
        1 => any::<usize>().prop_map(|which| Step::Cancel { which }),
        3 => Just(Step::NextDay),
        2 => Just(Step::Close),
        1 => (1..900_i64).prop_map(|weight| Step::Order { weight }),
        2 => any::<usize>().prop_map(|which| Step::Repeat { which }),
        4 => (any::<bool>(), 0..3_u8, 1..120_i64, 1..30_i64)
            .prop_map(|(boris, client, hours, minutes)| Step::Call { boris, client, hours, minutes }),
    ]
}

struct Known {
    code: &'static str,
    day: NaiveDate,
    name: String,
    version: i64,
    kpi: i64,
    weight: i64,
}

/// The floor, and beside it what a person with a pencil would have written down.
struct Pencil {
    anna: Client,
    boris: Client,
    petrov: Client,
    director: Client,
    now: DateTime<FixedOffset>,
    closed: Option<NaiveDate>,
    tickets: Vec<Known>,
    /// Closed sums and correction lines, by person and day.
    frozen: BTreeMap<(&'static str, NaiveDate), i64>,
    lines: BTreeMap<(&'static str, NaiveDate), i64>,
    /// Norms of A by effective day.
    norms: Vec<(NaiveDate, i64)>,
    sent: Vec<(Envelope, Value)>,
}

/// The weight of B in every set: 33 × 1.5, rounded half to even.
const B: i64 = 50;

impl Pencil {
    fn open(floor: &FloorFile) -> Self {
        let handle = floor.open();
        let client = |login| Client::sign_in(&handle, login);
        Self {
            anna: client("anna"),
            boris: client("boris"),
            petrov: client("petrov"),
            director: client("director"),
            now: "2026-03-02T10:00:00+03:00".parse().unwrap(),
            closed: None,
            tickets: Vec::new(),
            frozen: BTreeMap::new(),
            lines: BTreeMap::new(),
            norms: vec![("2026-03-01".parse().unwrap(), 101)],
            sent: Vec::new(),
        }
    }

    fn today(&self) -> NaiveDate {
        self.now.date_naive()
    }

    fn at(&mut self) -> Instant {
        self.now += Duration::seconds(7);
        Instant::from(self.now.to_utc())
    }

    fn norm(&self, day: NaiveDate) -> i64 {
        self.norms.iter().filter(|(from, _)| *from <= day).max_by_key(|(from, _)| *from).unwrap().1
    }

    fn send(&mut self, who: fn(&Self) -> &Client, name: &str, with: &Value) -> Value {
        let at = self.at();
        let client = who(self);
        let envelope = client.envelope(Some(at), name, with);
        let Outcome::Accepted(accepted) = client.handle.execute(envelope.clone()) else {
            panic!("{name} {with} was refused")
        };
        let whole = serde_json::to_value(&accepted).unwrap();
        self.sent.push((envelope, whole));
        accepted.result
    }

    fn is_closed(&self, day: NaiveDate) -> bool {
        self.closed.is_some_and(|closed| day <= closed)
    }

    fn carry_out(&mut self, step: &Step) {
        match *step {
            Step::Save { boris, a, b } => self.save(boris, a, b),
            Step::Correct { which, a, by_owner } => {
                self.correct(which, &json!([{"action": "A", "quantity": a}]), a, by_owner);
            }
            Step::Cancel { which } => self.correct(which, &json!([]), 0, false),
            Step::NextDay => {
                self.now = (self.today().succ_opt().unwrap().to_string() + "T10:00:00+03:00").parse().unwrap();
            }
            Step::Close => self.close(),
            Step::Order { weight } => self.order(weight),
            Step::Repeat { which } => self.repeat(which),
            Step::Call { boris, client, hours, minutes } => self.late_call(boris, client, hours, minutes),
        }
    }

    /// Nothing is written down: a call moves no minute, merged or not.
    fn late_call(&mut self, boris: bool, client: u8, hours: i64, minutes: i64) {
        let started = self.now - Duration::hours(hours);
        let with = json!({
            "call": id(&format!("call-{}", self.sent.len())),
            "employee": if boris { "202" } else { "201" },
            "client": format!("912000000{client}"),
            "started_at": started.to_rfc3339(),
            "ended_at": (started + Duration::minutes(minutes)).to_rfc3339(),
        });
        self.send(|pencil| &pencil.petrov, "call.record", &with);
    }

    fn save(&mut self, boris: bool, a: i64, b: i64) {
        let name = format!("t{}", self.sent.len());
        let decisions: Vec<Value> = [("A", a), ("B", b)]
            .into_iter()
            .filter(|(_, quantity)| *quantity > 0)
            .map(|(action, quantity)| json!({"action": action, "quantity": quantity}))
            .collect();
        let with = json!({"ticket": id(&name), "channel": "chat", "client": format!("912000000{}", a % 3), "decisions": decisions, "comment": "разговор"});
        let result =
            self.send(if boris { |pencil| &pencil.boris } else { |pencil| &pencil.anna }, "ticket.save", &with);
        let day = self.today();
        let weight = self.norm(day);
        let kpi = a * weight + b * B;
        assert_eq!(result["kpi_cmin"], kpi);
        self.tickets.push(Known { code: if boris { "202" } else { "201" }, day, name, version: 1, kpi, weight });
    }

    fn correct(&mut self, which: usize, decisions: &Value, a: i64, by_owner: bool) {
        if self.tickets.is_empty() {
            return;
        }
        let place = which % self.tickets.len();
        let ticket = &self.tickets[place];
        let (code, day, kpi, before) = (ticket.code, ticket.day, a * ticket.weight, ticket.kpi);
        let with = json!({"ticket": id(&ticket.name), "version": ticket.version, "decisions": decisions, "reason": "проверка"});
        let closed = self.is_closed(day);
        let who: fn(&Self) -> &Client = match (by_owner && !closed, code) {
            (true, "201") => |pencil| &pencil.anna,
            (true, _) => |pencil| &pencil.boris,
            _ => |pencil| &pencil.petrov,
        };
        let result = self.send(who, "ticket.correct", &with);
        let line = if closed { kpi - before } else { 0 };
        assert_eq!(result["correction_cmin"], line);
        *self.lines.entry((code, day)).or_default() += line;
        let ticket = &mut self.tickets[place];
        (ticket.version, ticket.kpi) = (ticket.version + 1, kpi);
    }

    fn close(&mut self) {
        let through = self.today().pred_opt().unwrap();
        let open: Vec<(&'static str, NaiveDate, i64)> = self
            .tickets
            .iter()
            .filter(|ticket| !self.is_closed(ticket.day) && ticket.day <= through)
            .map(|ticket| (ticket.code, ticket.day, ticket.kpi))
            .collect();
        if self.is_closed(through) {
            return;
        }
        self.send(|pencil| &pencil.petrov, "day.close", &json!({"through": through}));
        for (code, day, kpi) in open {
            *self.frozen.entry((code, day)).or_default() += kpi;
        }
        self.closed = Some(through);
    }

    /// Draft, submit and approve: in force from the day after the latest.
    fn order(&mut self, weight: i64) {
        let effective = self.norms.iter().map(|(day, _)| *day).max().unwrap().max(self.today()).succ_opt().unwrap();
        let number = format!("n{}", self.sent.len());
        let set = id(&number);
        let petrov: fn(&Self) -> &Client = |pencil| &pencil.petrov;
        self.send(petrov, "set.draft", &json!({"set": set, "department": "SUP", "name": "Новые", "from": "empty"}));
        self.send(petrov, "set.norm", &json!({"set": set, "action": "A", "expert_cmin": weight, "reason": "проверка"}));
        self.send(petrov, "set.norm", &json!({"set": set, "action": "B", "expert_cmin": 33, "reason": "проверка", "boost_bp": 15000, "boost_reason": "важно"}));
        self.send(petrov, "set.submit", &json!({"set": set, "grounds": "изменилась техника"}));
        let with = json!({"order": id(&format!("{number}-order")), "set": set, "number": number, "date": self.today(), "effective": effective, "early_reason": "проверка"});
        self.send(|pencil| &pencil.director, "order.approve", &with);
        self.norms.push((effective, weight));
    }

    /// A form whose answer was lost is sent again: it gets the first answer, and nothing is added.
    fn repeat(&mut self, which: usize) {
        if self.sent.is_empty() {
            return;
        }
        let (envelope, first) = &self.sent[which % self.sent.len()];
        let Outcome::Accepted(again) = self.anna.handle.execute(envelope.clone()) else {
            panic!("a repeat was refused")
        };
        assert_eq!(&serde_json::to_value(&again).unwrap(), first);
    }

    /// The floor's figures against the pencil's.
    fn compare(&self, floor: &FloorFile) {
        let view = self.director.ask("kpi", &json!({"month": "2026-03"})).unwrap();
        let mut total = 0;
        for employee in view["employees"].as_array().unwrap() {
            let code = employee["code"].as_str().unwrap();
            let mut month = 0;
            for day in employee["days"].as_array().unwrap() {
                let date: NaiveDate = day["date"].as_str().unwrap().parse().unwrap();
                let key =
                    self.frozen.keys().chain(self.lines.keys()).find(|(whose, day)| *whose == code && *day == date);
                let of = |sums: &BTreeMap<(&'static str, NaiveDate), i64>| {
                    key.and_then(|key| sums.get(key)).copied().unwrap_or(0)
                };
                let tickets: i64 = self
                    .tickets
                    .iter()
                    .filter(|ticket| ticket.code == code && ticket.day == date)
                    .map(|ticket| ticket.kpi)
                    .sum();
                let expected = if self.is_closed(date) { of(&self.frozen) + of(&self.lines) } else { tickets };
                assert_eq!(expected, tickets, "closed sum and lines are what the tickets say now");
                assert_eq!(day["kpi_cmin"], expected, "{code} {date}");
                assert_eq!(day["closed"], self.is_closed(date), "{code} {date}");
                month += if self.is_closed(date) { expected } else { 0 };
            }
            assert_eq!(employee["kpi_cmin"], month, "month = sum of days");
            total += month;
        }
        assert_eq!(view["total_cmin"], total);
        for ((code, day), sum) in &self.frozen {
            let sql = format!(
                "SELECT c.kpi_cmin FROM closed_sum c JOIN person p ON p.person_id = c.person_id WHERE p.code = '{code}' AND c.day = '{day}'"
            );
            assert_eq!(floor.number(&sql), *sum, "a closed sum changed: {code} {day}");
        }
        floor.must_be_whole();
    }
}

/// A ticket saved: Boris's, the day of March, the second of the day, how many A.
type Saved = (bool, u32, i64, i64);

proptest! {
    #![proptest_config(cases(8, 60))]

    #[test]
    fn whatever_happens_in_a_month_the_sums_are_the_tickets(steps in prop::collection::vec(step(), 10..60)) {
        let floor = ready();
        let mut pencil = Pencil::open(&floor);
        for step in &steps {
            if pencil.today() < "2026-03-28".parse().unwrap() || !matches!(step, Step::NextDay) {
                pencil.carry_out(step);
            }
        }
        pencil.compare(&floor);
        pencil.carry_out(&Step::NextDay);
        pencil.carry_out(&Step::Close);
        pencil.compare(&floor);
    }

    #[test]
    fn the_order_of_saving_changes_no_sum(
        tickets in prop::collection::vec((any::<bool>(), 2..9_u32, 0..86_400_i64, 1..9_i64), 2..25).prop_shuffle(),
    ) {
        let sums = |order: &[(usize, &Saved)]| {
            let floor = ready();
            let petrov = Client::sign_in(&floor.open(), "petrov");
            let at: DateTime<FixedOffset> = "2026-03-10T12:00:00+03:00".parse().unwrap();
            for (number, (boris, day, second, quantity)) in order {
                let finished: DateTime<FixedOffset> = format!("2026-03-{day:02}T00:00:00+03:00").parse().unwrap();
                let with = json!({
                    "ticket": id(&format!("order-{number}")),
                    "employee": if *boris { "202" } else { "201" },
                    "finished_at": (finished + Duration::seconds(*second)).to_rfc3339(),
                    "decisions": [{"action": "A", "quantity": quantity}, {"action": "B", "quantity": 1}],
                });
                petrov.send(Some(Instant::from(at.to_utc())), "ticket.save", &with).unwrap();
            }
            petrov.send(Some(Instant::from(at.to_utc())), "day.close", &json!({"through": "2026-03-09"})).unwrap();
            petrov.ask("kpi", &json!({"month": "2026-03"})).unwrap()
        };
        let forward: Vec<_> = tickets.iter().enumerate().collect();
        let backward: Vec<_> = forward.iter().copied().rev().collect();
        prop_assert_eq!(sums(&forward), sums(&backward));
    }
}
