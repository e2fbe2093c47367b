//! Calls and tickets in any order of arrival end in the same places, each call in one, and move no minute.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use norma::domain::call::CallState;
use norma::domain::client::client_key;
use norma::domain::merge::{Hand, MergeCall, MergeTicket, WINDOW_MS, place};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::{Client, FloorFile, id, moment};

const READY: &str = r#"
{"scenario":"merging","as":"director","at":"2026-03-01T09:00:00+03:00","do":"department.add","with":{"code":"SUP","name":"Техподдержка"}}
{"do":"person.add","with":{"code":"101","name":"Пётр Петров","login":"petrov","roles":["supervisor"],"department":"SUP","from":"2026-01-01"}}
{"do":"person.add","with":{"code":"201","name":"Анна Смирнова","login":"anna","roles":["operator"],"department":"SUP","from":"2026-01-01"}}
{"do":"person.add","with":{"code":"202","name":"Борис Ёлкин","login":"boris","roles":["operator"],"department":"SUP","from":"2026-01-01"}}
{"do":"password.set","with":{"person":"101"}}
{"do":"password.set","with":{"person":"201"}}
{"do":"password.set","with":{"person":"202"}}
{"as":"petrov","do":"action.add","with":{"code":"A","name_ru":"А","group":"Г","kind":"manual"}}
{"do":"set.draft","with":{"set":"$one","department":"SUP","name":"Первые","from":"empty"}}
{"do":"set.norm","with":{"set":"$one","action":"A","expert_cmin":101,"reason":"по опыту"}}
{"do":"set.submit","with":{"set":"$one","grounds":"первое введение"}}
{"as":"director","do":"order.approve","with":{"order":"$order","set":"$one","number":"1","date":"2026-03-01","effective":"2026-03-01","early_reason":"первые"}}
"#;

fn ready() -> FloorFile {
    static BYTES: OnceLock<Vec<u8>> = OnceLock::new();
    FloorFile::of(BYTES.get_or_init(|| {
        let floor = FloorFile::bare();
        floor.run_lines(READY, &[]).expect_code(0);
        floor.bytes()
    }))
}

const MINUTE: i64 = 60_000;

/// Two clients, each in two notations, and one that hides.
const CLIENTS: [&str; 5] = ["+7 912 345-67-89", "89123456789", "договор 77102", "77102", "anonymous"];

#[derive(Debug, Clone)]
struct Ticket {
    boris: bool,
    client: usize,
    opened: i64,
    saved: i64,
}

#[derive(Debug, Clone)]
struct Call {
    boris: bool,
    client: usize,
    started: i64,
    ended: i64,
    /// Recorded while it ran, and how long after its beginning and its end the records came.
    ran: Option<i64>,
    late: i64,
    /// What a person says about it at the end of the day: taken out, dismissed.
    undone: bool,
    dismissed: bool,
}

/// A day of ten hours in minutes, so that rules meet at their edges.
fn ticket() -> impl Strategy<Value = Ticket> {
    (any::<bool>(), 0..CLIENTS.len(), 0..180_i64, 0..50_i64).prop_map(|(boris, client, opened, long)| Ticket {
        boris,
        client,
        opened,
        saved: opened + long,
    })
}

fn call() -> impl Strategy<Value = Call> {
    let times = (0..180_i64, 0..30_i64, proptest::option::of(0..3_i64), 0..200_i64);
    (any::<bool>(), 0..CLIENTS.len(), times, proptest::bool::weighted(0.2), proptest::bool::weighted(0.15)).prop_map(
        |(boris, client, (started, long, ran, late), undone, dismissed)| Call {
            boris,
            client,
            started,
            ended: started + long,
            ran: ran.filter(|after| *after < long),
            late,
            undone,
            dismissed,
        },
    )
}

fn minute(at: i64) -> String {
    let base = chrono::DateTime::parse_from_rfc3339("2026-03-02T08:00:00+03:00").unwrap();
    (base + chrono::Duration::minutes(at)).to_rfc3339()
}

fn code(boris: bool) -> &'static str {
    if boris { "202" } else { "201" }
}

/// A floor that has lived the day; `late` says whether records come when they came, or all at the end of the day.
fn lived(tickets: &[Ticket], calls: &[Call], all_late: bool) -> (FloorFile, Value) {
    let floor = ready();
    let handle = floor.open();
    let [anna, boris, petrov] = ["anna", "boris", "petrov"].map(|login| Client::sign_in(&handle, login));
    let mut events: Vec<(i64, usize, &Client, &str, Value)> = Vec::new();
    for (place, ticket) in tickets.iter().enumerate() {
        let with = json!({"ticket": id(&format!("ticket-{place}")), "client": CLIENTS[ticket.client], "opened_at": minute(ticket.opened), "decisions": [{"action": "A"}]});
        events.push((ticket.saved, 1, if ticket.boris { &boris } else { &anna }, "ticket.save", with));
    }
    for (place, call) in calls.iter().enumerate() {
        let mut with = json!({"call": id(&format!("call-{place}")), "employee": code(call.boris), "client": CLIENTS[call.client], "started_at": minute(call.started)});
        if let Some(after) = call.ran.filter(|_| !all_late) {
            events.push((call.started + after, 0, &petrov, "call.record", with.clone()));
        }
        with["ended_at"] = json!(minute(call.ended));
        let at = if all_late { 500 } else { call.ended + call.late };
        events.push((at, 2, &petrov, "call.record", with));
    }
    events.sort_by_key(|event| (event.0, event.1));
    for (at, _, client, name, with) in events {
        client.send(Some(moment(&minute(at))), name, &with).unwrap_or_else(|code| panic!("{name} {with}: {code}"));
    }
    let end = Some(moment(&minute(600)));
    for (place, call) in calls.iter().enumerate() {
        let named = json!({"call": id(&format!("call-{place}"))});
        if call.undone {
            // Not merged: there is nothing to take out, in either order.
            petrov.send(end, "merge.undo", &named).ok();
        }
        if call.dismissed {
            petrov.send(end, "call.dismiss", &json!({"call": named["call"], "reason": "ошиблись"})).ok();
        }
    }
    let state = state(&petrov);
    (floor, state)
}

/// Where every call is, and what everybody's day is worth.
fn state(client: &Client) -> Value {
    let mut calls = BTreeMap::new();
    let mut after = Value::Null;
    loop {
        let mut with = json!({"from": "2026-03-02"});
        if after.is_string() {
            with["after"] = after;
        }
        let view = client.ask("calls", &with).unwrap();
        for call in view["calls"].as_array().unwrap() {
            let row = json!([call["state"], call["ticket"], call["rule"], call["length_ms"]]);
            assert!(calls.insert(call["call"].to_string(), row).is_none(), "a call in two places");
        }
        after = view["next"].clone();
        if after.is_null() {
            break;
        }
    }
    let day =
        |person: &str| client.ask("day", &json!({"person": person, "date": "2026-03-02"})).unwrap()["kpi_cmin"].clone();
    json!({"calls": calls, "kpi": [day("201"), day("202")]})
}

/// Where the rule puts each call, written down beside the program.
fn expected(tickets: &[Ticket], calls: &[Call]) -> BTreeMap<String, Value> {
    let base = moment(&minute(0)).millis();
    let merge_tickets: Vec<MergeTicket> = (0_i64..)
        .zip(tickets)
        .map(|(key, ticket)| MergeTicket {
            key,
            id: id(&format!("ticket-{key}")),
            person: i64::from(ticket.boris),
            client: client_key(CLIENTS[ticket.client]),
            opened: base + ticket.opened * MINUTE,
            saved: base + ticket.saved * MINUTE,
            takes_calls: true,
        })
        .collect();
    let mut found = BTreeMap::new();
    for (number, call) in calls.iter().enumerate() {
        let mut merging = MergeCall {
            person: i64::from(call.boris),
            client: client_key(CLIENTS[call.client]),
            started: base + call.started * MINUTE,
            ended: Some(base + call.ended * MINUTE),
            dismissed: false,
        };
        let first = place(&merging, &merge_tickets, &Hand::default(), WINDOW_MS);
        let hand = Hand::of(first.ticket.filter(|_| call.undone).map(|(ticket, _)| (ticket, false)));
        let second = place(&merging, &merge_tickets, &hand, WINDOW_MS);
        merging.dismissed = call.dismissed && second.state == CallState::Unprocessed;
        let last = place(&merging, &merge_tickets, &hand, WINDOW_MS);
        let ticket = last.ticket.map(|(key, _)| id(&format!("ticket-{key}")));
        let row = json!([last.state, ticket, last.ticket.map(|(_, rule)| rule), (call.ended - call.started) * MINUTE]);
        found.insert(json!(id(&format!("call-{number}"))).to_string(), row);
    }
    found
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn any_order_of_arrival_ends_in_the_same_state(
        tickets in proptest::collection::vec(ticket(), 0..9),
        calls in proptest::collection::vec(call(), 0..9),
    ) {
        let (floor, as_they_came) = lived(&tickets, &calls, false);
        floor.expect_whole();
        let (floor, all_late) = lived(&tickets, &calls, true);
        floor.expect_whole();
        prop_assert_eq!(&as_they_came, &all_late);
        prop_assert_eq!(&as_they_came["calls"], &json!(expected(&tickets, &calls)));
        let count = |boris: bool| 101 * i64::try_from(tickets.iter().filter(|ticket| ticket.boris == boris).count()).unwrap();
        prop_assert_eq!(&as_they_came["kpi"], &json!([count(false), count(true)]), "merging moves no minute");
    }
}
