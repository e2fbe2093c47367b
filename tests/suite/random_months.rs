//! Random months on a whole floor, from the first ticket to what comes after the lock: absences and downtime, cover
//! proposed, accepted and withdrawn, marks on behalf of a colleague, corrections, late and running calls, an order and
//! changes of salary, rate and schedule in mid-month, a scheme of its own each. A pencil beside it knows each day's KPI;
//! the rest is what must hold in any month.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, OnceLock, PoisonError};

use chrono::{DateTime, Datelike, Duration, FixedOffset, NaiveDate};
use norma::domain::instant::Instant;
use norma::domain::units::Fraction;
use norma::worker::{Handle, Outcome, Pending};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::{Client, FloorFile, cases, id, repository};

/// Operators with salaries and an order in force, ready for any month from February 2026 on.
const READY: &str = r#"
{"scenario":"random-months","as":"director","at":"2026-01-02T09:00:00+03:00","do":"department.add","with":{"code":"SUP","name":"Техподдержка"}}
{"do":"person.add","with":{"code":"10","name":"Пётр","login":"petrov","roles":["supervisor"],"department":"SUP","from":"2026-01-01"}}
{"do":"person.add","with":{"code":"20","name":"Бэлла","login":"payroll","roles":["payroll"],"from":"2026-01-01"}}
{"do":"person.add","with":{"code":"101","name":"Анна","login":"anna","roles":["operator"],"department":"SUP","from":"2026-01-01"}}
{"do":"person.add","with":{"code":"102","name":"Борис","login":"boris","roles":["operator"],"department":"SUP","from":"2026-01-01"}}
{"do":"person.add","with":{"code":"103","name":"Вера","login":"vera","roles":["operator"],"department":"SUP","from":"2026-01-01"}}
{"do":"person.add","with":{"code":"104","name":"Глеб","login":"gleb","roles":["operator"],"department":"SUP","rate_bp":5000,"from":"2026-01-01"}}
{"do":"password.set","with":{"person":"10"}}
{"do":"password.set","with":{"person":"20"}}
{"do":"password.set","with":{"person":"101"}}
{"do":"password.set","with":{"person":"102"}}
{"do":"password.set","with":{"person":"103"}}
{"do":"password.set","with":{"person":"104"}}
{"as":"payroll","do":"person.change","with":{"code":"101","salary_minor":6000000}}
{"do":"person.change","with":{"code":"102","salary_minor":6000000}}
{"do":"person.change","with":{"code":"103","salary_minor":6400000}}
{"do":"person.change","with":{"code":"104","salary_minor":5550000}}
{"as":"petrov","do":"action.add","with":{"code":"A","name_ru":"А","group":"Г","kind":"manual"}}
{"do":"action.add","with":{"code":"B","name_ru":"Б","group":"Г","kind":"manual"}}
{"do":"set.draft","with":{"set":"$one","department":"SUP","name":"Первые","from":"empty"}}
{"do":"set.norm","with":{"set":"$one","action":"A","expert_cmin":601,"reason":"по опыту"}}
{"do":"set.norm","with":{"set":"$one","action":"B","expert_cmin":33,"reason":"по опыту","boost_bp":15000,"boost_reason":"важно"}}
{"do":"set.submit","with":{"set":"$one","grounds":"первое введение"}}
{"as":"director","do":"order.approve","with":{"order":"$order","set":"$one","number":"1","date":"2026-01-02","effective":"2026-01-03","early_reason":"первые"}}
"#;

/// Who works there.
const OPERATORS: [&str; 4] = ["101", "102", "103", "104"];

/// The weight of B in every set: 33 × 1.5 = 49.5, half to even.
const B: i64 = 50;

/// Something that happens on a day of the month.
#[derive(Debug, Clone)]
enum Event {
    /// A ticket of so many A and B; for a colleague who is away that day, where one is.
    Work { who: usize, a: i64, b: i64, for_colleague: bool },
    /// Whole days away.
    Days { who: usize, count: i64, kind: &'static str },
    /// Hours away.
    Hours { who: usize, from: u32, count: u32, kind: &'static str },
    /// The whole department without work.
    Downtime { from: u32, count: u32, cause: &'static str },
    /// Cover proposed for so many days, accepted so many days later, withdrawn some days after that.
    Cover { coverer: usize, absent: usize, days: i64, accepted: i64, withdrawn: Option<i64>, more: i64 },
    /// Another quantity of A on a ticket of any day before.
    Correct { which: usize, a: i64 },
    /// A call of so many hours ago; one that still runs gets its end the next evening.
    Call { who: usize, hours: i64, minutes: i64, running: bool },
    /// Other norms from the next day on.
    Order { weight: i64 },
    /// Another salary from this day on.
    Salary { who: usize, amount: i64 },
    /// Another rate from this day on.
    Rate { who: usize, rate: i64 },
    /// Two days of twelve hours, two days off, from this day on.
    Shifts { who: usize },
    /// The days before this one are closed.
    Close,
}

/// What a month is made of.
#[derive(Debug, Clone)]
struct Case {
    /// Months after January 2026.
    month: u32,
    scheme: Value,
    events: Vec<(u32, Event)>,
    /// What happens after the lock.
    late: Vec<Event>,
}

const KINDS: [&str; 6] = ["sick-leave", "vacation", "short-leave", "unpaid-leave", "lateness", "training"];

fn work() -> impl Strategy<Value = Event> {
    (0..4_usize, 20..95_i64, 0..40_i64, any::<bool>()).prop_map(|(who, a, b, for_colleague)| Event::Work {
        who,
        a,
        b,
        for_colleague,
    })
}

fn absence() -> impl Strategy<Value = Event> {
    let kind = || prop::sample::select(&KINDS[..]);
    prop_oneof![
        3 => (0..4_usize, 1..6_i64, kind()).prop_map(|(who, count, kind)| Event::Days { who, count, kind }),
        2 => (0..4_usize, 8..17_u32, 1..5_u32, kind()).prop_map(|(who, from, count, kind)| Event::Hours { who, from, count, kind }),
    ]
}

fn correction() -> impl Strategy<Value = Event> {
    (any::<usize>(), 0..95_i64).prop_map(|(which, a)| Event::Correct { which, a })
}

fn call() -> impl Strategy<Value = Event> {
    (0..4_usize, 1..200_i64, 1..30_i64, prop::bool::weighted(0.2))
        .prop_map(|(who, hours, minutes, running)| Event::Call { who, hours, minutes, running })
}

fn event() -> impl Strategy<Value = Event> {
    let cause = || prop::sample::select(&["employer", "nobody", "employee"][..]);
    let cover = (0..4_usize, 0..4_usize, 0..12_i64, 0..4_i64, prop::option::of(1..6_i64), 0..3_000_i64);
    prop_oneof![
        16 => work(),
        4 => absence(),
        2 => (9..17_u32, 1..4_u32, cause()).prop_map(|(from, count, cause)| Event::Downtime { from, count, cause }),
        4 => cover.prop_map(|(coverer, absent, days, accepted, withdrawn, more)| {
            Event::Cover { coverer, absent, days, accepted, withdrawn, more }
        }),
        4 => correction(),
        4 => call(),
        1 => (400..900_i64).prop_map(|weight| Event::Order { weight }),
        1 => (0..4_usize, 3_000_000..9_000_000_i64).prop_map(|(who, amount)| Event::Salary { who, amount }),
        1 => (0..4_usize, prop::sample::select(&[2_500_i64, 5_000, 7_500, 10_000][..])).prop_map(|(who, rate)| Event::Rate { who, rate }),
        1 => (0..4_usize).prop_map(|who| Event::Shifts { who }),
        4 => Just(Event::Close),
    ]
}

prop_compose! {
    fn scheme()(
        fixed in 0..=10_000_i64, cover in 0..=10_000_i64, least in prop::option::of(0..=9_000_i64),
        edge in 5_000..12_000_i64, multiplier in 5_000..=15_000_i64, cap in prop::option::of(9_000..14_000_i64),
    ) -> Value {
        let mut scheme = json!({"scheme": "OP", "department": "SUP", "fixed_bp": fixed, "cover_bp": cover,
            "bands": [[0, 10_000], [edge, multiplier]]});
        if let Some(least) = least {
            scheme["floor_bp"] = least.into();
        }
        if let Some(cap) = cap {
            scheme["cap_bp"] = cap.max(least.unwrap_or(0)).into();
        }
        scheme
    }
}

fn late() -> impl Strategy<Value = Event> {
    prop_oneof![3 => correction(), 1 => absence(), 1 => call()]
}

prop_compose! {
    fn case()(
        month in 1..24_u32, scheme in scheme(), events in prop::collection::vec((1..29_u32, event()), 10..45),
        late in prop::collection::vec(late(), 0..4),
    ) -> Case {
        let mut events = events;
        events.sort_by_key(|(day, _)| *day);
        Case { month, scheme, events, late }
    }
}

/// The floor with everybody signed in. All floors are copies of one, so that a session of one is a session of each.
struct Staff {
    bytes: Vec<u8>,
    signed: BTreeMap<&'static str, Client>,
    /// When the passwords were confirmed: an order asks for it once a minute.
    confirmed: std::time::Instant,
}

const LOGINS: [(&str, &str); 7] = [
    ("petrov", "petrov"),
    ("payroll", "payroll"),
    ("director", "director"),
    ("101", "anna"),
    ("102", "boris"),
    ("103", "vera"),
    ("104", "gleb"),
];

impl Staff {
    fn new() -> Self {
        let floor = FloorFile::bare();
        floor.run_lines(READY, &[]).expect_code(0);
        let bytes = floor.bytes();
        let handle = floor.open();
        let signed = LOGINS.into_iter().map(|(who, login)| (who, Client::sign_in(&handle, login))).collect();
        Self { bytes, signed, confirmed: std::time::Instant::now() }
    }

    /// A floor for one month; the director's password is confirmed anew where its minute is running out.
    fn floor(&mut self) -> FloorFile {
        let floor = FloorFile::of(&self.bytes);
        if self.confirmed.elapsed().as_secs() > 20 {
            self.signed.insert("director", Client::sign_in(&floor.open(), "director"));
            self.confirmed = std::time::Instant::now();
        }
        floor
    }
}

/// What is still to be done on a later morning.
#[derive(Debug)]
enum Promise {
    Accept { coverer: usize, cover: String },
    Withdraw { cover: String },
    HangUp { call: Value },
}

struct Known {
    who: usize,
    day: NaiveDate,
    name: String,
    version: i64,
    weight: i64,
    b: i64,
    kpi: i64,
}

/// A month on a floor, and the pencil beside it.
struct Month<'a> {
    staff: &'a Staff,
    handle: Handle,
    now: DateTime<FixedOffset>,
    /// The running scheme's cover share, below which nobody agrees to cover.
    share: i64,
    sent: Vec<(String, Pending<Outcome>)>,
    /// All that was sent, as `norma run` reads it; a month that fails leaves it in `target/`.
    script: Vec<String>,
    tickets: Vec<Known>,
    /// Whole days away, by person.
    away: BTreeSet<(usize, NaiveDate)>,
    norms: Vec<(NaiveDate, i64)>,
    closed: Option<NaiveDate>,
    frozen: BTreeMap<(usize, NaiveDate), i64>,
    lines: BTreeMap<(usize, NaiveDate), i64>,
    promises: BTreeMap<NaiveDate, Vec<Promise>>,
}

fn at(day: NaiveDate, hour: u32) -> DateTime<FixedOffset> {
    format!("{day}T{hour:02}:00:00+03:00").parse().unwrap()
}

impl<'a> Month<'a> {
    fn new(staff: &'a Staff, floor: &FloorFile, first: NaiveDate) -> Self {
        Self {
            staff,
            handle: floor.open(),
            now: at(first.pred_opt().unwrap(), 12),
            share: 0,
            sent: Vec::new(),
            script: Vec::new(),
            tickets: Vec::new(),
            away: BTreeSet::new(),
            norms: vec![(NaiveDate::MIN, 601)],
            closed: None,
            frozen: BTreeMap::new(),
            lines: BTreeMap::new(),
            promises: BTreeMap::new(),
        }
    }

    fn today(&self) -> NaiveDate {
        self.now.date_naive()
    }

    fn name(&self, kind: &str) -> String {
        format!("{kind}-{}", self.script.len())
    }

    /// Puts a command into the mailbox; [`Self::settle`] reads the answers.
    fn send(&mut self, who: &str, name: &str, with: &Value) {
        self.now += Duration::seconds(7);
        let moment = Instant::from(self.now.to_utc());
        self.script.push(json!({"as": who, "at": self.now.to_rfc3339(), "do": name, "with": with}).to_string());
        let envelope = self.staff.signed[who].envelope(Some(moment), name, with);
        if self.sent.len() == 200 {
            self.settle();
        }
        self.sent.push((format!("{name} {with}"), self.handle.send(envelope)));
    }

    /// Waits until everything is on disk, and holds that nothing was refused.
    fn settle(&mut self) {
        for (what, pending) in self.sent.drain(..) {
            let outcome = pending.wait().unwrap();
            assert!(matches!(outcome, Outcome::Accepted(_)), "{what}: {outcome:?}");
        }
    }

    fn ask(&self, name: &str, with: &Value) -> Value {
        let question = norma::floor::question::Question::from_wire(name, with).unwrap();
        let view = self.handle.ask(&self.staff.signed["director"].session, question).wait().unwrap().unwrap();
        serde_json::to_value(&view).unwrap()
    }

    fn live(&mut self, case: &Case, last: NaiveDate) {
        let mut events = case.events.iter().peekable();
        for day in self.today().succ_opt().unwrap().iter_days().take_while(|day| *day <= last) {
            self.now = at(day, 9);
            for promise in self.promises.remove(&day).unwrap_or_default() {
                self.keep(promise);
            }
            self.now = at(day, 19);
            while let Some((_, event)) = events.next_if(|(of, _)| *of <= day.day()) {
                self.carry_out(event);
            }
        }
    }

    fn keep(&mut self, promise: Promise) {
        match promise {
            Promise::Accept { coverer, cover } => {
                self.send(OPERATORS[coverer], "cover.accept", &json!({"cover": id(&cover)}));
            }
            Promise::Withdraw { cover } => self.send("petrov", "cover.withdraw", &json!({"cover": id(&cover)})),
            Promise::HangUp { mut call } => {
                call["ended_at"] = self.now.to_rfc3339().into();
                self.send("petrov", "call.record", &call);
            }
        }
    }

    fn carry_out(&mut self, event: &Event) {
        let day = self.today();
        match *event {
            Event::Work { who, a, b, for_colleague } => self.work(who, a, b, for_colleague),
            Event::Days { who, count, kind } => {
                let to = day + Duration::days(count - 1);
                self.away.extend(day.iter_days().take_while(|one| *one <= to).map(|one| (who, one)));
                self.absence(who, &day.to_string(), &to.to_string(), kind);
            }
            Event::Hours { who, from, count, kind } => {
                self.absence(who, &format!("{day}T{from:02}:00"), &format!("{day}T{:02}:00", from + count), kind);
            }
            Event::Downtime { from, count, cause } => {
                let with = json!({"downtime": id(&self.name("downtime")), "people": ["all"], "cause": cause,
                    "from": format!("{day}T{from:02}:00"), "to": format!("{day}T{:02}:00", from + count)});
                self.send("petrov", "downtime.add", &with);
            }
            Event::Cover { coverer, absent, days, accepted, withdrawn, more } => {
                self.cover(coverer, absent, days, (accepted, withdrawn), more);
            }
            Event::Correct { which, a } => self.correct(which, a),
            Event::Call { who, hours, minutes, running } => self.call(who, hours, minutes, running),
            Event::Order { weight } => self.order(weight),
            Event::Salary { who, amount } => {
                let with = json!({"code": OPERATORS[who], "salary_minor": amount, "effective": day});
                self.send("payroll", "person.change", &with);
            }
            Event::Rate { who, rate } => {
                let with = json!({"code": OPERATORS[who], "rate_bp": rate, "effective": day});
                self.send("payroll", "person.change", &with);
            }
            Event::Shifts { who } => {
                let shift = json!([["08:00", "20:00"]]);
                let pattern = json!({"cycle": {"start": day, "days": [shift, shift, [], []]}});
                self.send(
                    "petrov",
                    "schedule.set",
                    &json!({"person": OPERATORS[who], "from": day, "pattern": pattern}),
                );
            }
            Event::Close => self.close(day.pred_opt().unwrap()),
        }
    }

    fn work(&mut self, who: usize, a: i64, b: i64, for_colleague: bool) {
        let day = self.today();
        let name = self.name("ticket");
        let absent = (0..4).find(|one| for_colleague && *one != who && self.away.contains(&(*one, day)));
        let decisions: Vec<Value> = [("A", a), ("B", b)]
            .into_iter()
            .filter(|(_, quantity)| *quantity > 0)
            .map(|(action, quantity)| json!({"action": action, "quantity": quantity}))
            .collect();
        let finished = self.now - Duration::minutes(30);
        let mut with = json!({"ticket": id(&name), "employee": OPERATORS[who], "channel": "inbound-call", "client": format!("912000000{who}"),
            "opened_at": (finished - Duration::minutes(5)).to_rfc3339(), "finished_at": finished.to_rfc3339(), "decisions": decisions});
        if let Some(absent) = absent {
            with["on_behalf_of"] = OPERATORS[absent].into();
        }
        self.send("petrov", "ticket.save", &with);
        let weight = self.norms.iter().filter(|(from, _)| *from <= day).map(|(_, weight)| *weight).next_back().unwrap();
        self.tickets.push(Known { who, day, name, version: 1, weight, b, kpi: a * weight + b * B });
    }

    fn absence(&mut self, who: usize, from: &str, to: &str, kind: &str) {
        let with = json!({"absence": id(&self.name("absence")), "person": OPERATORS[who], "from": from, "to": to, "kind": kind});
        self.send("petrov", "absence.add", &with);
    }

    fn cover(
        &mut self,
        coverer: usize,
        absent: usize,
        days: i64,
        (accepted, withdrawn): (i64, Option<i64>),
        more: i64,
    ) {
        if coverer == absent {
            return;
        }
        let (day, cover) = (self.today(), self.name("cover"));
        let accepted = accepted.min(days);
        let mut with = json!({"cover": id(&cover), "coverer": OPERATORS[coverer], "absent": OPERATORS[absent],
            "from": day, "to": day + Duration::days(days)});
        if more % 2 == 1 {
            with["share_bp"] = (self.share + more).min(10_000).into();
        }
        self.send("petrov", "cover.propose", &with);
        if accepted == 0 {
            self.keep(Promise::Accept { coverer, cover: cover.clone() });
        } else {
            let accept = Promise::Accept { coverer, cover: cover.clone() };
            self.promises.entry(day + Duration::days(accepted)).or_default().push(accept);
        }
        if let Some(later) = withdrawn {
            let day = day + Duration::days((accepted + later).min(days));
            self.promises.entry(day).or_default().push(Promise::Withdraw { cover });
        }
    }

    fn correct(&mut self, which: usize, a: i64) {
        if self.tickets.is_empty() {
            return;
        }
        let place = which % self.tickets.len();
        let ticket = &self.tickets[place];
        let decisions: Vec<Value> = [("A", a), ("B", ticket.b)]
            .into_iter()
            .filter(|(_, quantity)| *quantity > 0)
            .map(|(action, quantity)| json!({"action": action, "quantity": quantity}))
            .collect();
        let with = json!({"ticket": id(&ticket.name), "version": ticket.version, "decisions": decisions, "reason": "проверка"});
        self.send("petrov", "ticket.correct", &with);
        let closed = self.closed.is_some_and(|through| self.tickets[place].day <= through);
        let ticket = &mut self.tickets[place];
        let kpi = a * ticket.weight + ticket.b * B;
        if closed {
            *self.lines.entry((ticket.who, ticket.day)).or_default() += kpi - ticket.kpi;
        }
        (ticket.version, ticket.kpi) = (ticket.version + 1, kpi);
    }

    /// The pencil writes nothing down: a call moves no minute.
    fn call(&mut self, who: usize, hours: i64, minutes: i64, running: bool) {
        let started = if running { self.now - Duration::minutes(minutes) } else { self.now - Duration::hours(hours) };
        let mut call = json!({"call": id(&self.name("call")), "employee": OPERATORS[who], "client": format!("912000000{who}"),
            "started_at": started.to_rfc3339()});
        if running {
            let tomorrow = self.today().succ_opt().unwrap();
            self.promises.entry(tomorrow).or_default().push(Promise::HangUp { call: call.clone() });
        } else {
            call["ended_at"] = (started + Duration::minutes(minutes)).to_rfc3339().into();
        }
        self.send("petrov", "call.record", &call);
    }

    fn order(&mut self, weight: i64) {
        let effective = self.norms.iter().map(|(day, _)| *day).max().unwrap().max(self.today()).succ_opt().unwrap();
        let number = self.name("order");
        let set = id(&format!("{number}-set"));
        self.send("petrov", "set.draft", &json!({"set": set, "department": "SUP", "name": "Другие", "from": "empty"}));
        self.send(
            "petrov",
            "set.norm",
            &json!({"set": set, "action": "A", "expert_cmin": weight, "reason": "проверка"}),
        );
        self.send("petrov", "set.norm", &json!({"set": set, "action": "B", "expert_cmin": 33, "reason": "проверка", "boost_bp": 15_000, "boost_reason": "важно"}));
        self.send("petrov", "set.submit", &json!({"set": set, "grounds": "изменилась техника"}));
        let with = json!({"order": id(&number), "set": set, "number": number, "date": self.today(), "effective": effective, "early_reason": "проверка"});
        self.send("director", "order.approve", &with);
        self.norms.push((effective, weight));
    }

    fn close(&mut self, through: NaiveDate) {
        if self.closed.is_some_and(|closed| through <= closed) {
            return;
        }
        self.send("petrov", "day.close", &json!({"through": through}));
        for ticket in &self.tickets {
            if ticket.day <= through && self.closed.is_none_or(|closed| ticket.day > closed) {
                *self.frozen.entry((ticket.who, ticket.day)).or_default() += ticket.kpi;
            }
        }
        self.closed = Some(through);
    }
}

impl Drop for Month<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            std::fs::write(repository("target/random-month.jsonl"), self.script.join("\n")).unwrap();
        }
    }
}

fn whole(value: &Value) -> i64 {
    value.as_i64().unwrap_or_else(|| panic!("no number: {value}"))
}

fn rows<'v>(value: &'v Value, name: &str) -> impl Iterator<Item = &'v Value> {
    value[name].as_array().unwrap().iter()
}

/// What must hold of everybody's statements of a month whose days are all closed.
fn check_statements(month: &Month<'_>, scheme: &Value, statements: &[Value]) {
    let mut covered: BTreeMap<(String, String), i64> = BTreeMap::new();
    let mut away: BTreeMap<(String, String), i64> = BTreeMap::new();
    for one in statements {
        let who = OPERATORS.iter().position(|code| one["person"] == *code).unwrap();
        let figure = |name: &str| whole(&one[name]);
        let [mut kpi, mut plan, mut given] = [0; 3];
        for day in rows(one, "days") {
            let date: NaiveDate = day["date"].as_str().unwrap().parse().unwrap();
            let of = |sums: &BTreeMap<_, i64>| sums.get(&(who, date)).copied().unwrap_or(0);
            assert_eq!(whole(&day["kpi_cmin"]), of(&month.frozen) + of(&month.lines), "K({date}) of {}", one["person"]);
            assert_eq!(whole(&day["lines_cmin"]), of(&month.lines), "lines of {date}");
            let (scheduled, gone) = (whole(&day["scheduled_cmin"]), whole(&day["away_cmin"]));
            let present = scheduled > 0 && gone < scheduled;
            let surplus = if present { (whole(&day["kpi_cmin"]) - whole(&day["target_cmin"])).max(0) } else { 0 };
            assert_eq!(whole(&day["surplus_cmin"]), surplus);
            let mine: i64 = rows(one, "covered")
                .filter(|row| row["date"] == day["date"])
                .map(|row| whole(&row["minutes_cmin"]))
                .sum();
            assert!(mine <= surplus, "{mine} of a surplus of {surplus} on {date}");
            away.insert((one["person"].to_string(), day["date"].to_string()), gone);
            (kpi, plan, given) = (kpi + whole(&day["kpi_cmin"]), plan + whole(&day["target_cmin"]), given + mine);
        }
        for row in rows(one, "covered") {
            *covered.entry((row["colleague"].to_string(), row["date"].to_string())).or_default() +=
                whole(&row["minutes_cmin"]);
        }
        assert_eq!((figure("kpi_cmin"), figure("plan_cmin"), figure("cover_given_cmin")), (kpi, plan, given));
        let (absent, caught_up, unmade, base) =
            (figure("own_absence_cmin"), figure("caught_up_cmin"), figure("not_made_up_cmin"), figure("base_cmin"));
        assert_eq!(caught_up, (kpi - (plan - absent)).clamp(0, absent));
        assert_eq!((unmade, base), (absent - caught_up, plan - unmade));
        assert_eq!(figure("overlap_cmin"), caught_up - (kpi - given - (plan - absent)).clamp(0, absent));
        assert!(kpi < plan || unmade == 0);
        check_money(one, scheme);
    }
    for (key, minutes) in covered {
        assert!(minutes <= away[&key], "{key:?}: {minutes} covered of {} away", away[&key]);
    }
}

/// Q by bands, floor and cap; the fixed and the KPI part where one minute value holds all month; each line rounded once.
fn check_money(one: &Value, scheme: &Value) {
    let figure = |name: &str| i128::from(whole(&one[name]));
    let bp = |name: &str, other: i128| scheme[name].as_i64().map_or(other, i128::from);
    let (kpi, base) = (figure("kpi_cmin"), figure("base_cmin"));
    let (edge, multiplier) = (i128::from(whole(&scheme["bands"][1][0])), i128::from(whole(&scheme["bands"][1][1])));
    let most = if scheme["cap_bp"].is_null() { kpi * 10_000 } else { (bp("cap_bp", 0) * base).min(kpi * 10_000) };
    let below = most.min(edge * base);
    let by_bands = below * 10_000 + (most - below) * multiplier;
    let paid = if base == 0 { kpi * 100_000_000 } else { by_bands.max(bp("floor_bp", 0) * base * 10_000) };
    let (numerator, denominator) = (figure("paid_kpi_cmin_num"), figure("paid_kpi_cmin_den"));
    assert_eq!(numerator * 100_000_000, paid * denominator, "Q of {one}");
    let mut total = 0;
    for line in rows(one, "lines") {
        let exact = Fraction::parse(line["exact"].as_str().unwrap()).unwrap();
        assert_eq!(exact.round_half_even().unwrap(), whole(&line["amount_minor"]), "{line}");
        total += whole(&line["amount_minor"]);
    }
    assert_eq!(whole(&one["total_minor"]), total);
    let [part] = one["parts"].as_array().unwrap().as_slice() else { return };
    let norm = i128::from(whole(&part["norm_cmin"]));
    let value = i128::from(whole(&part["salary_minor"])) * i128::from(whole(&part["rate_bp"]));
    let exact = |numerator: i128| Fraction::new(numerator, norm * 100_000_000).unwrap().round_half_even().unwrap();
    let fixed = bp("fixed_bp", 0);
    let with = [base, base - figure("overlap_cmin")].map(|minutes| exact(fixed * value * minutes));
    assert!(with.contains(&whole(&one["fixed_minor"])), "{} is none of {with:?}", one["fixed_minor"]);
    let by_kpi = Fraction::new((10_000 - fixed) * value * paid, norm * 10_000_000_000_000_000).unwrap();
    assert_eq!(whole(&one["kpi_minor"]), by_kpi.round_half_even().unwrap());
}

/// The statements of a month by personnel number.
fn statements(month: &Month<'_>, of: &str) -> Vec<Value> {
    month.ask("statements", &json!({"month": of}))["statements"].as_array().unwrap().clone()
}

/// The sums that the closes froze, as they stand in the file; a day that came to nothing left out.
fn closed_sums(floor: &FloorFile) -> BTreeMap<(usize, NaiveDate), i64> {
    let db = floor.raw();
    let mut select = db
        .prepare("SELECT p.code, c.day, c.kpi_cmin FROM closed_sum c JOIN person p ON p.person_id = c.person_id WHERE c.kpi_cmin <> 0")
        .unwrap();
    let row = |row: &rusqlite::Row<'_>| {
        let (code, day): (String, String) = (row.get(0)?, row.get(1)?);
        let who = OPERATORS.iter().position(|one| *one == code).unwrap();
        Ok(((who, day.parse().unwrap()), row.get(2)?))
    };
    select.query_map([], row).unwrap().collect::<Result<_, _>>().unwrap()
}

fn check(staff: &mut Staff, case: &Case) {
    let first = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() + chrono::Months::new(case.month);
    let last = (first + chrono::Months::new(1)).pred_opt().unwrap();
    let (of, next) = (first.format("%Y-%m").to_string(), last.succ_opt().unwrap().format("%Y-%m").to_string());
    let floor = staff.floor();
    let mut month = Month::new(staff, &floor, first);
    month.share = whole(&case.scheme["cover_bp"]);
    month.send("payroll", "scheme.draft", &case.scheme);
    month.send("payroll", "scheme.submit", &json!({"scheme": "OP", "grounds": "проверка"}));
    month.send("director", "scheme.approve", &json!({"scheme": "OP", "number": "1-ОТ", "effective": first}));
    month.live(case, last);
    month.now = at(last.succ_opt().unwrap(), 9);
    month.close(last);
    month.settle();
    month.send("director", "month.lock", &json!({"month": of}));
    month.settle();
    let locked = statements(&month, &of);
    check_statements(&month, &case.scheme, &locked);
    month.now = at(last.succ_opt().unwrap(), 15);
    let mut frozen = month.frozen.clone();
    frozen.retain(|_, sum| *sum != 0);
    for event in &case.late {
        month.carry_out(event);
    }
    month.settle();
    let after = statements(&month, &of);
    let open = statements(&month, &next);
    for ((before, after), open) in locked.iter().zip(&after).zip(&open) {
        let difference = after["recalculated"]["difference_minor"].as_i64().unwrap_or(0);
        let mut unchanged = after.clone();
        unchanged["recalculated"] = Value::Null;
        assert_eq!(before, &unchanged, "a locked statement changed");
        let posted: Vec<i64> = rows(open, "recalculations").map(|row| whole(&row["difference_minor"])).collect();
        assert_eq!(posted, if difference == 0 { vec![] } else { vec![difference] });
        assert_eq!(whole(&open["recalculation_minor"]), difference.max(0), "what is taken back waits for the director");
        assert_eq!(whole(&open["kpi_cmin"]), 0, "the open month's KPI knows nothing of it");
    }
    assert_eq!(closed_sums(&floor), frozen, "a closed sum changed");
    if case.month.is_multiple_of(3) {
        floor.must_be_whole();
    }
}

proptest! {
    #![proptest_config(cases(150, 3_000))]

    #[test]
    fn any_month_of_a_floor_adds_up(case in case()) {
        static STAFF: OnceLock<Mutex<Staff>> = OnceLock::new();
        let staff = STAFF.get_or_init(|| Mutex::new(Staff::new()));
        check(&mut staff.lock().unwrap_or_else(PoisonError::into_inner), &case);
    }
}
