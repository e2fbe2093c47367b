//! What attaching a call, asking about a ticket and moving a stage of a deal refuse; and whose a stage is while the responsible is away.

use norma::domain::rejection::RefusalCode;
use norma::floor::question::{AskDay, AskTicket, Question};
use norma::views::View;
use norma::worker::Outcome;
use serde_json::json;
use uuid::Uuid;

use crate::desktop_screens::floor::{Floor, at, in_force};

const DAY: &str = "2026-09-08";

fn moment(time: &str) -> String {
    format!("{DAY}T{time}:00+03:00")
}

/// Sends a command that must be refused; gives the code and the reason.
fn refused(floor: &Floor, login: &str, name: &str, with: &serde_json::Value) -> (RefusalCode, &'static str) {
    match floor.send(&floor.sign_in(login), at(&moment("18:00")), name, with) {
        Outcome::Refused(rejection) => (rejection.code, rejection.reason),
        other => panic!("{name} {with}: {other:?}"),
    }
}

fn ticket(floor: &Floor, login: &str, number: u128, client: &str) -> Uuid {
    ticket_at(floor, login, number, client, "17:00")
}

fn ticket_at(floor: &Floor, login: &str, number: u128, client: &str, time: &str) -> Uuid {
    let ticket = Uuid::from_u128(number);
    let save = json!({"ticket": ticket, "channel": "inbound-call", "client": client, "decisions": [{"action": "TARIFF", "quantity": 1}]});
    floor.must(&floor.sign_in(login), &moment(time), "ticket.save", &save);
    ticket
}

#[test]
fn a_call_goes_to_a_living_ticket_of_whoever_talked() {
    let floor = in_force();
    let irina = floor.sign_in("irina");
    let call = Uuid::from_u128(71);
    let record = json!({"call": call, "employee": "anna", "client": "+7 900 000-00-71", "started_at": moment("10:00"), "ended_at": moment("10:04")});
    floor.must(&irina, &moment("16:00"), "call.record", &record);
    let attach = |ticket: Uuid| json!({"call": call, "ticket": ticket});
    // A colleague's ticket.
    let of_boris = ticket(&floor, "boris", 81, "+7 900 000-00-81");
    assert_eq!(refused(&floor, "irina", "merge.attach", &attach(of_boris)), (RefusalCode::BadInput, "attach-person"));
    // One that was taken back, and one that a deal stage made.
    let taken_back = ticket(&floor, "anna", 82, "+7 900 000-00-82");
    let back =
        json!({"ticket": taken_back, "version": 1, "reason": "клиент передумал", "decisions": [], "comment": "пусто"});
    floor.must(&floor.sign_in("anna"), &moment("17:10"), "ticket.correct", &back);
    assert_eq!(refused(&floor, "irina", "merge.attach", &attach(taken_back)), (RefusalCode::BadInput, "attach-ticket"));
    let map = json!({"pipeline": "Продажи", "stage": "Подписан", "decisions": [{"action": "KEEP", "quantity": 1}]});
    floor.must(&irina, &moment("17:20"), "stage.map", &map);
    let made = floor.must(
        &irina,
        &moment("17:30"),
        "stage.move",
        &json!({"key": "m1", "deal": "D-1", "pipeline": "Продажи", "stage": "Подписан", "moved_at": moment("11:00"), "responsible": "anna"}),
    );
    let by_stage: Uuid = made.result["ticket"].as_str().unwrap().parse().unwrap();
    assert_eq!(refused(&floor, "irina", "merge.attach", &attach(by_stage)), (RefusalCode::BadInput, "attach-ticket"));
    // The refusals left the call where it was.
    let own = ticket_at(&floor, "anna", 83, "+7 900 000-00-83", "18:05");
    assert_eq!(floor.must(&irina, &moment("18:10"), "merge.attach", &attach(own)).result["ticket"], json!(own));
}

#[test]
fn nobody_reviews_a_ticket_of_their_own() {
    let floor = in_force();
    let own = ticket(&floor, "irina", 91, "+7 900 000-00-91");
    let open = json!({"review": Uuid::from_u128(92), "ticket": own, "question": "всё ли верно?"});
    assert_eq!(refused(&floor, "irina", "review.open", &open), (RefusalCode::OwnTicket, "review"));
    // Somebody else's may be asked about by the same supervisor.
    let of_anna = ticket(&floor, "anna", 93, "+7 900 000-00-93");
    let open = json!({"review": Uuid::from_u128(94), "ticket": of_anna, "question": "почему две смены тарифа?"});
    floor.must(&floor.sign_in("irina"), &moment("18:10"), "review.open", &open);
}

#[test]
fn a_stage_moved_while_the_responsible_is_registered_absent_is_the_movers_on_their_behalf() {
    let floor = in_force();
    let irina = floor.sign_in("irina");
    let map = json!({"pipeline": "Продажи", "stage": "Подписан", "decisions": [{"action": "KEEP", "quantity": 1}]});
    floor.must(&irina, &moment("09:00"), "stage.map", &map);
    let away = json!({"absence": Uuid::from_u128(61), "person": "anna", "from": moment("10:00"), "to": moment("12:00"), "kind": "short-leave"});
    floor.must(&irina, &moment("09:10"), "absence.add", &away);
    // Anna is scheduled all day; only the registered absence tells when she is away, its end excluded.
    let check = |key: &str, time: &str, moved_by: Option<&str>, owner: &str, behalf: Option<&str>| {
        let mut moved = json!({"key": key, "deal": key, "pipeline": "Продажи", "stage": "Подписан", "moved_at": moment(time), "responsible": "anna"});
        if let Some(moved_by) = moved_by {
            moved["moved_by"] = json!(moved_by);
        }
        let made = floor.must(&irina, &moment("17:00"), "stage.move", &moved);
        assert_eq!(made.result["outcome"], json!("ticket"), "{key}");
        let ticket = made.result["ticket"].as_str().unwrap().parse().unwrap();
        let Some(View::Ticket(view)) = floor.ask(&irina, Question::Ticket(AskTicket { ticket })) else {
            panic!("{key}")
        };
        assert_eq!((view.employee.as_str(), view.on_behalf_of.as_deref()), (owner, behalf), "{key} at {time}");
        assert_eq!(view.kpi_cmin.0, 630, "{key} counts at once");
    };
    check("before", "09:59", Some("boris"), "anna", None);
    check("away", "10:00", Some("boris"), "boris", Some("anna"));
    check("still", "11:59", Some("boris"), "boris", Some("anna"));
    check("back", "12:00", Some("boris"), "anna", None);
    // A stage that nobody is known to have moved stays with the responsible.
    check("nobody", "11:00", None, "anna", None);
    let date = DAY.parse().unwrap();
    let kpi = |person: &str| {
        let person = norma::domain::code::Code::new(person).unwrap();
        let Some(View::Day(day)) = floor.ask(&irina, Question::Day(AskDay { person, date })) else { panic!("day") };
        day.kpi_cmin.0
    };
    assert_eq!((kpi("anna"), kpi("boris")), (3 * 630, 2 * 630));
}
