//! The desk on a real floor, worked by keys alone and judged by what the floor holds afterwards; tickets and the review beside it.
//!
//! `pictures` draws each state in both themes and languages into `target/pictures` for people to look at.

use std::rc::Rc;

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use norma::desktop::action::Place;
use norma::desktop::screens::desk::OPEN_MOST;
use norma::domain::ticket::{Channel, ContactOutcome};
use norma::domain::units::Money;
use norma::floor::question::{AskTicket, Question};
use norma::locale::Lang;
use norma::views::View;
use norma::views::tickets::{TicketBrief, TicketView};
use serde_json::json;
use uuid::Uuid;

use crate::desktop_screens::floor::{Floor, at, in_november};
use crate::desktop_screens::picture;
use crate::desktop_screens::play::{Play, click, command, fill, light, open, press, scaled, write};
use crate::desktop_study as window;

const NOW: &str = "2026-11-20T12:50:00+03:00";

fn desk_of(floor: &Rc<Floor>) -> Harness<'static, Play> {
    light(Play::new(floor, "anna", Place::Desk, Lang::Ru, NOW))
}

/// Somebody at the keyboard, whose keys are counted.
struct Typist {
    desk: Harness<'static, Play>,
    keys: usize,
}

impl Typist {
    fn key(&mut self, key: Key) {
        self.keys += 1;
        press(&mut self.desk, key);
    }

    fn with_control(&mut self, key: Key) {
        self.keys += 1;
        command(&mut self.desk, key);
    }

    fn letters(&mut self, text: &str) {
        for letter in text.chars() {
            self.keys += 1;
            write(&mut self.desk, &letter.to_string());
        }
    }

    /// The client is typed, and no key of it counts.
    fn client(&mut self, text: &str) {
        write(&mut self.desk, text);
    }
}

/// Logs one ticket with one decision; gives how many keys it took beside the client, and the ticket.
fn log(work: impl FnOnce(&mut Typist)) -> (usize, TicketBrief) {
    let floor = Rc::new(in_november());
    let mut typist = Typist { desk: desk_of(&floor), keys: 0 };
    let before = typist.desk.state().desk_view().day;
    work(&mut typist);
    let day = typist.desk.state().desk_view().day;
    assert_eq!(day.tickets.len(), before.tickets.len() + 1, "{:?}", typist.desk.state().said);
    (typist.keys, day.tickets.last().unwrap().clone())
}

#[test]
fn a_ticket_with_one_decision_takes_at_most_six_keys_beside_the_client() {
    let phone = "+7 999 000-00-01";
    // A frequent decision by its digit.
    let (keys, ticket) = log(|typist| {
        typist.with_control(Key::N);
        typist.client(phone);
        typist.key(Key::Enter);
        typist.letters("1");
        typist.with_control(Key::Enter);
    });
    assert_eq!((keys, ticket.decisions.len(), ticket.client.as_deref()), (4, 1, Some(phone)));
    // The blank after a save needs no new ticket.
    let (keys, ticket) = log(|typist| {
        typist.client(phone);
        typist.key(Key::Enter);
        typist.letters("3");
        typist.with_control(Key::Enter);
    });
    assert_eq!((keys, ticket.decisions[0].quantity), (3, 1));
    // Another decision by three letters of the wrong layout.
    let (keys, ticket) = log(|typist| {
        typist.client(phone);
        typist.key(Key::Enter);
        typist.letters("nfh");
        typist.key(Key::Enter);
        typist.with_control(Key::Enter);
    });
    assert!(keys <= 6, "{keys} keys");
    assert_eq!(ticket.decisions[0].action, "TARIFF");
    // Twice the same, in another channel.
    let (keys, ticket) = log(|typist| {
        typist.client(phone);
        typist.key(Key::F2);
        typist.letters("3");
        typist.letters("2");
        typist.letters("+");
        typist.with_control(Key::Enter);
    });
    assert!(keys <= 6, "{keys} keys");
    assert_eq!((ticket.channel, ticket.decisions[0].quantity), (Channel::Chat, 2));
}

#[test]
fn what_was_saved_last_is_taken_back_or_corrected_by_one_key() {
    let floor = Rc::new(in_november());
    let mut desk = desk_of(&floor);
    let before = desk.state().desk_view().day;
    write(&mut desk, "+7 999 000-00-01");
    press(&mut desk, Key::Enter);
    write(&mut desk, "1");
    command(&mut desk, Key::Enter);
    let view = desk.state().desk_view();
    let first = view.actions.iter().find(|action| action.frequent == Some(1)).unwrap();
    assert_eq!(view.day.kpi_cmin, before.kpi_cmin.plus(first.weight_cmin.unwrap()).unwrap());
    assert!(desk.state().undo.is_some(), "a toast can take it back");
    assert!(view.drafts.is_empty(), "the draft is forgotten: {:?}", view.drafts);
    // Ctrl+E opens it, one more decision is added and saved.
    command(&mut desk, Key::E);
    write(&mut desk, "2");
    command(&mut desk, Key::Enter);
    let corrected = desk.state().desk_view().day;
    let ticket = corrected.tickets.last().unwrap();
    assert_eq!((ticket.version, ticket.decisions.len()), (2, 2));
    // Ctrl+Z in the cleared editor takes a save back.
    write(&mut desk, "Петров");
    press(&mut desk, Key::Enter);
    write(&mut desk, "1");
    command(&mut desk, Key::Enter);
    command(&mut desk, Key::Z);
    let after = desk.state().desk_view().day;
    assert_eq!(after.kpi_cmin, corrected.kpi_cmin);
    assert!(after.tickets.last().unwrap().cancelled);
}

#[test]
fn signs_change_the_quantity_only_where_they_are_no_text_and_hard_cases_are_marked() {
    let floor = Rc::new(in_november());
    let mut desk = desk_of(&floor);
    write(&mut desk, "+7 999");
    press(&mut desk, Key::Enter);
    // "тариф" typed in the Latin layout, with a slip.
    write(&mut desk, "nfhab");
    press(&mut desk, Key::Enter);
    write(&mut desk, "+");
    write(&mut desk, "+");
    write(&mut desk, "-");
    desk.key_press_modifiers(Modifiers::COMMAND, Key::H);
    desk.run_steps(2);
    // A slip is told without losing what was typed: nothing is decided on this second ticket.
    command(&mut desk, Key::N);
    write(&mut desk, "чат");
    command(&mut desk, Key::Enter);
    assert!(desk.query_by_label_contains("Тикет без решений").is_some(), "the refusal is shown");
    click(&mut desk, "Ошиблись номером");
    command(&mut desk, Key::Enter);
    // The first one is back in the editor.
    command(&mut desk, Key::Enter);
    let view = desk.state().desk_view();
    let [.., wrong, tariff] = view.day.tickets.as_slice() else { panic!("two tickets") };
    assert_eq!((wrong.client.as_deref(), wrong.decisions.len()), (Some("чат"), 0));
    assert_eq!(tariff.client.as_deref(), Some("+7 999"));
    let decision = &tariff.decisions[0];
    assert_eq!((decision.action.as_str(), decision.quantity, decision.hard), ("TARIFF", 2, 1));
}

#[test]
fn a_quantity_is_typed_with_the_decision_or_after_a_star() {
    let floor = Rc::new(in_november());
    let mut desk = desk_of(&floor);
    write(&mut desk, "Сидоров");
    press(&mut desk, Key::Enter);
    write(&mut desk, "тар 3");
    press(&mut desk, Key::Enter);
    write(&mut desk, "возв");
    press(&mut desk, Key::Enter);
    write(&mut desk, "*12");
    press(&mut desk, Key::Enter);
    // Up to the first one, one less.
    desk.key_press_modifiers(Modifiers::ALT, Key::ArrowUp);
    desk.run_steps(2);
    write(&mut desk, "-");
    command(&mut desk, Key::Enter);
    let day = desk.state().desk_view().day;
    let decided: Vec<(&str, i64)> = day
        .tickets
        .last()
        .unwrap()
        .decisions
        .iter()
        .map(|decision| (decision.action.as_str(), decision.quantity))
        .collect();
    assert_eq!(decided, [("TARIFF", 2), ("REFUND", 12)]);
}

fn newest(desk: &Harness<'_, Play>) -> TicketView {
    let ticket = desk.state().desk_view().day.tickets.last().unwrap().ticket;
    let Some(View::Ticket(view)) = desk.state().ask(Question::Ticket(AskTicket { ticket })) else { panic!("ticket") };
    *view
}

#[test]
fn channel_outcome_colleague_comment_and_an_earlier_finish_are_set_by_keys() {
    let floor = Rc::new(in_november());
    let mut desk = desk_of(&floor);
    write(&mut desk, "Д-1001");
    press(&mut desk, Key::Enter);
    write(&mut desk, "1");
    press(&mut desk, Key::F2);
    write(&mut desk, "2");
    press(&mut desk, Key::F3);
    write(&mut desk, "3");
    press(&mut desk, Key::F4);
    write(&mut desk, "bjhb");
    write(&mut desk, "c");
    press(&mut desk, Key::Escape);
    press(&mut desk, Key::F4);
    write(&mut desk, ",jhbc");
    press(&mut desk, Key::Enter);
    press(&mut desk, Key::F5);
    write(&mut desk, "перезвонить после шести");
    press(&mut desk, Key::F6);
    write(&mut desk, "13:30");
    // A finish to come is refused on the spot, and nothing is lost.
    command(&mut desk, Key::Enter);
    assert!(desk.query_by_label_contains("Время окончания не подходит").is_some());
    fill(&mut desk, "Закончен", "11.05");
    command(&mut desk, Key::Enter);
    let ticket =
        desk.state().desk_view().day.tickets.into_iter().find(|ticket| ticket.client.as_deref() == Some("Д-1001"));
    let ticket = ticket.unwrap_or_else(|| panic!("{:?}", desk.state().said)).ticket;
    let Some(View::Ticket(view)) = desk.state().ask(Question::Ticket(AskTicket { ticket })) else { panic!("ticket") };
    assert_eq!(view.channel, Channel::OutboundCall);
    assert_eq!(view.outcome, Some(ContactOutcome::ToCallBack));
    assert_eq!(view.on_behalf_of.as_deref(), Some("boris"));
    assert_eq!(view.comment.as_deref(), Some("перезвонить после шести"));
    assert_eq!(view.finished_at, "2026-11-20T11:05:00+03:00");
}

#[test]
fn an_amount_stands_on_its_decision() {
    let floor = Rc::new(in_november());
    let mut desk = desk_of(&floor);
    write(&mut desk, "Клиент");
    press(&mut desk, Key::Enter);
    write(&mut desk, "возврат");
    press(&mut desk, Key::Enter);
    fill(&mut desk, "Сумма, ₽", "сто");
    command(&mut desk, Key::Enter);
    assert!(desk.query_by_label_contains("Сумма не читается").is_some());
    fill(&mut desk, "Сумма, ₽", "-1 250,5");
    command(&mut desk, Key::Enter);
    assert_eq!(newest(&desk).decisions[0].amount_minor, Some(Money(-125_050)));
    assert_eq!(newest(&desk).decisions[0].paid_on, None, "on the day of the ticket");
}

#[test]
fn a_call_interrupts_a_chat_and_each_keeps_what_was_typed() {
    let floor = Rc::new(in_november());
    let mut desk = desk_of(&floor);
    write(&mut desk, "чат: Мария");
    press(&mut desk, Key::Enter);
    write(&mut desk, "1");
    command(&mut desk, Key::N);
    write(&mut desk, "+7 900 111-22-33");
    press(&mut desk, Key::Enter);
    // Back and forth by number and by Ctrl+Tab.
    command(&mut desk, Key::Num1);
    let client = |desk: &Harness<'_, Play>| {
        desk.get_by_role_and_label(Role::TextInput, "Клиент").accesskit_node().value().unwrap_or_default()
    };
    assert_eq!(client(&desk), "чат: Мария");
    desk.key_press_modifiers(Modifiers::CTRL, Key::Tab);
    desk.run_steps(3);
    assert_eq!(client(&desk), "+7 900 111-22-33");
    write(&mut desk, "2");
    command(&mut desk, Key::Enter);
    assert_eq!(client(&desk), "чат: Мария", "the chat goes on");
    // Closing says what is lost, and Esc keeps it.
    command(&mut desk, Key::W);
    assert!(desk.query_by_label("Закрыть без сохранения?").is_some());
    assert!(desk.query_by_label_contains("Клиент: чат: Мария").is_some());
    press(&mut desk, Key::Escape);
    assert_eq!(client(&desk), "чат: Мария");
    command(&mut desk, Key::W);
    press(&mut desk, Key::Enter);
    assert_eq!(client(&desk), "");
    let view = desk.state().desk_view();
    assert_eq!(view.day.tickets.last().unwrap().client.as_deref(), Some("+7 900 111-22-33"));
    assert!(view.drafts.is_empty(), "{:?}", view.drafts);
}

#[test]
fn drafts_come_back_after_a_restart_and_no_more_than_twenty_are_open() {
    let floor = Rc::new(in_november());
    let mut desk = desk_of(&floor);
    for number in 1..=OPEN_MOST {
        command(&mut desk, Key::N);
        // Drafts are written down at most twice a second.
        desk.state_mut().now =
            norma::domain::instant::Instant::from_millis(at(NOW).millis() + number as i64 * 600).unwrap();
        write(&mut desk, &format!("клиент {number}"));
    }
    command(&mut desk, Key::N);
    let said = desk.state().said.last().cloned().unwrap_or_else(|| panic!("nothing was said"));
    assert!(said.1.contains("20"), "{said:?}");
    desk.state_mut().now = at("2026-11-20T12:51:00+03:00");
    desk.run_steps(2);
    assert_eq!(desk.state().desk_view().drafts.len(), OPEN_MOST);
    drop(desk);
    let mut desk = desk_of(&floor);
    let tabs = desk.query_all_by_role(Role::Tab).count();
    assert_eq!(tabs, OPEN_MOST);
    desk.get_by_role_and_label(Role::TextInput, "Клиент").focus();
    desk.run_steps(2);
    press(&mut desk, Key::Enter);
    write(&mut desk, "2");
    command(&mut desk, Key::Enter);
    let day = desk.state().desk_view().day;
    assert_eq!(day.tickets.last().unwrap().client.as_deref(), Some("клиент 1"));
    assert_eq!(desk.query_all_by_role(Role::Tab).count(), OPEN_MOST - 1);
}

#[test]
fn a_ticket_of_today_is_corrected_from_its_row_and_its_history_opens() {
    let floor = Rc::new(in_november());
    let mut desk = desk_of(&floor);
    let day = desk.state().desk_view().day;
    let last = day.tickets.last().unwrap().clone();
    desk.get_all_by_role(Role::Button)
        .find(|node| node.accesskit_node().label().is_some_and(|label| label.contains(last.client.as_deref().unwrap())))
        .unwrap()
        .click();
    desk.run_steps(3);
    write(&mut desk, "1");
    write(&mut desk, "+");
    // The correction waits in its tab, also after a restart.
    desk.state_mut().now = at("2026-11-20T12:52:00+03:00");
    desk.run_steps(2);
    drop(desk);
    let mut desk = desk_of(&floor);
    click(&mut desk, "Сохранить исправление");
    let corrected = desk.state().desk_view().day;
    let ticket = corrected.tickets.iter().find(|ticket| ticket.ticket == last.ticket).unwrap();
    assert_eq!(ticket.version, 2);
    assert!(corrected.kpi_cmin > day.kpi_cmin);
    desk.get_all_by_role(Role::Button)
        .find(|node| node.accesskit_node().label().is_some_and(|label| label.contains(last.client.as_deref().unwrap())))
        .unwrap()
        .click();
    desk.run_steps(3);
    click(&mut desk, "История тикета");
    assert_eq!(desk.state().place, Place::Tickets);
    assert!(desk.query_by_label_contains("приказ № 1").is_some(), "the order behind the weights is named");
    press(&mut desk, Key::E);
    assert_eq!(desk.state().place, Place::Desk, "an own ticket of today is corrected on the desk");
}

/// The same floor with calls and a chat of Anna's, and a record that matches nobody.
fn with_calls() -> Rc<Floor> {
    let floor = in_november();
    let irina = floor.sign_in("irina");
    let moment = "2026-11-20T12:45:00+03:00";
    let record = |number: u128, with: serde_json::Value| {
        let mut call = json!({"call": Uuid::from_u128(40_000 + number), "employee": "anna"});
        for (name, value) in with.as_object().unwrap() {
            call[name] = value.clone();
        }
        floor.must(&irina, moment, "call.record", &call);
    };
    let day = "2026-11-20T";
    let at = |time: &str| format!("{day}{time}:00+03:00");
    record(
        1,
        json!({"client": "8 (912) 345-20-14", "started_at": at("11:01"), "answered_at": at("11:02"), "ended_at": at("11:06")}),
    );
    record(
        2,
        json!({"client": "8 (900) 111-22-33", "started_at": at("12:20"), "answered_at": at("12:20"), "ended_at": at("12:24")}),
    );
    record(3, json!({"client": "Мария", "channel": "chat", "started_at": at("12:10"), "ended_at": at("12:31")}));
    record(4, json!({"client": "+7 921 555-01-02", "started_at": at("12:44")}));
    record(
        5,
        json!({"started_at": "2026-11-19T15:00:00+03:00", "answered_at": "2026-11-19T15:00:10+03:00", "ended_at": "2026-11-19T15:03:40+03:00"}),
    );
    record(
        6,
        json!({"employee": "SIP/204", "client": "+7 900 000-00-09", "started_at": at("10:00"), "ended_at": at("10:02")}),
    );
    record(
        7,
        json!({"client": "+7 912 345-19-10", "started_at": "2026-11-19T09:05:00+03:00", "answered_at": "2026-11-19T09:05:10+03:00", "ended_at": "2026-11-19T09:06:00+03:00"}),
    );
    Rc::new(floor)
}

const RUNNING: Uuid = Uuid::from_u128(40_004);

#[test]
fn a_running_call_is_taken_by_one_key_and_its_ticket_counts_when_it_ends() {
    let floor = with_calls();
    let mut typist = Typist { desk: desk_of(&floor), keys: 0 };
    let before = typist.desk.state().desk_view().day.kpi_cmin;
    typist.key(Key::F8);
    typist.letters("1");
    typist.with_control(Key::Enter);
    assert_eq!(typist.keys, 3, "the client is known from the call");
    let desk = &typist.desk;
    let day = desk.state().desk_view().day;
    let ticket = day.tickets.last().unwrap();
    assert_eq!((ticket.client.as_deref(), ticket.held), (Some("+7 921 555-01-02"), true));
    assert_eq!(day.kpi_cmin, before, "a held ticket counts nothing yet");
    assert!(desk.state().said.iter().any(|(_, text)| text.contains("ждёт конца звонка")), "{:?}", desk.state().said);
    let irina = floor.sign_in("irina");
    floor.must(
        &irina,
        "2026-11-20T12:52:00+03:00",
        "call.record",
        &json!({"call": RUNNING, "employee": "anna", "client": "+7 921 555-01-02", "started_at": "2026-11-20T12:44:00+03:00", "ended_at": "2026-11-20T12:51:00+03:00"}),
    );
    let view = desk.state().desk_view();
    assert!(view.day.kpi_cmin > before);
    assert!(view.calls.iter().all(|call| call.call != RUNNING));
    assert_eq!(view.day.tickets.last().unwrap().calls, 1);
}

#[test]
fn a_chat_of_a_name_is_attached_by_hand_and_taken_out_again() {
    let floor = with_calls();
    let mut desk = desk_of(&floor);
    assert!(desk.query_by_label_contains("с прошлых дней").is_some(), "what was left on earlier days is said");
    click_row(&mut desk, "Мария");
    press(&mut desk, Key::Enter);
    write(&mut desk, "2");
    command(&mut desk, Key::Enter);
    desk.run_steps(3);
    let view = desk.state().desk_view();
    let ticket = view.day.tickets.last().unwrap().clone();
    assert_eq!((ticket.channel, ticket.client.as_deref(), ticket.calls), (Channel::Chat, Some("Мария"), 1));
    assert!(view.calls.iter().all(|call| call.client.as_deref() != Some("Мария")));
    // On the ticket's page the call stands with its reason, and is taken out.
    desk.state_mut().ticket = Some(ticket.ticket);
    desk.state_mut().place = Place::Tickets;
    desk.run_steps(3);
    assert!(desk.query_by_label_contains("Присоединён вручную").is_some());
    click(&mut desk, "Разъединить");
    let view = desk.state().desk_view();
    assert!(view.calls.iter().any(|call| call.client.as_deref() == Some("Мария")));
    assert_eq!(newest(&desk).calls.len(), 0);
}

/// Chooses a row of a list by what it says.
fn click_row(harness: &mut Harness<'_, Play>, text: &str) {
    let row = harness
        .get_all_by_role(Role::ListBoxOption)
        .find(|node| node.accesskit_node().label().is_some_and(|label| label.contains(text)));
    row.unwrap_or_else(|| panic!("no row says {text}")).click();
    harness.run_steps(3);
}

#[test]
fn a_call_is_put_aside_with_a_reason_that_stays() {
    let floor = with_calls();
    let mut desk = desk_of(&floor);
    let waiting = desk.state().desk_view().unprocessed_today;
    press(&mut desk, Key::F7);
    press(&mut desk, Key::ArrowDown);
    click_row(&mut desk, "8 (900) 111-22-33");
    press(&mut desk, Key::Delete);
    press(&mut desk, Key::Enter);
    assert!(desk.query_by_label_contains("Напишите причину").is_some(), "an empty reason is no reason");
    write(&mut desk, "ошиблись отделом");
    press(&mut desk, Key::Enter);
    desk.run_steps(2);
    let view = desk.state().desk_view();
    assert_eq!(view.unprocessed_today, waiting - 1, "{:?}", desk.state().said);
    assert!(desk.state().undo.is_some(), "the toast can take it back");
    // Another client's open ticket is not mixed up: the call opens one of its own.
    write(&mut desk, "Иванов");
    press(&mut desk, Key::Enter);
    press(&mut desk, Key::F8);
    assert_eq!(desk.query_all_by_role(Role::Tab).count(), 2);
}

fn tickets_of(floor: &Rc<Floor>, login: &str) -> Harness<'static, Play> {
    light(Play::new(floor, login, Place::Tickets, Lang::Ru, NOW))
}

#[test]
fn a_client_is_found_in_any_notation_and_the_ticket_opens_with_its_history() {
    let floor = with_calls();
    let mut found = tickets_of(&floor, "anna");
    found.get_by_role_and_label(Role::TextInput, "Клиент").focus();
    found.run_steps(2);
    write(&mut found, "89123452014");
    press(&mut found, Key::Enter);
    found.run_steps(3);
    assert_eq!(found.state().search().unwrap().found.len(), 1);
    found.get_by_label("Найденные тикеты").focus();
    found.run_steps(2);
    press(&mut found, Key::ArrowDown);
    press(&mut found, Key::Enter);
    found.run_steps(3);
    let ticket = found.state().ticket_view().unwrap();
    assert_eq!(ticket.calls.len(), 1);
    for text in ["Присоединён сам", "приказ № 1", "Сохранён", "норматив"] {
        assert!(found.query_all_by_label_contains(text).next().is_some(), "{text}");
    }
    press(&mut found, Key::Escape);
    assert!(found.state().ticket.is_none());
}

#[test]
fn a_supervisor_corrects_one_ticket_or_many_with_one_reason() {
    let floor = with_calls();
    let mut found = tickets_of(&floor, "irina");
    fill(&mut found, "С", "18.11.2026");
    fill(&mut found, "По", "19.11.2026");
    press(&mut found, Key::Enter);
    found.run_steps(3);
    let all = found.state().search().unwrap().found;
    assert!(all.len() > 3 && all.iter().all(|found| found.day_closed));
    found.get_by_label("Найденные тикеты").focus();
    found.run_steps(2);
    for _ in 0..2 {
        press(&mut found, Key::ArrowDown);
        press(&mut found, Key::M);
    }
    click(&mut found, "Исправить отмеченные: 2");
    click(&mut found, "Аннулировать");
    fill(&mut found, "Причина", "двойная запись после сбоя");
    click(&mut found, "Исправить");
    found.run_steps(3);
    let after = found.state().search().unwrap().found;
    let cancelled: Vec<_> = after.iter().filter(|found| found.ticket.cancelled).collect();
    assert_eq!(cancelled.len(), 2, "{:?}", found.state().said);
    // One of the others is corrected on its page: one decision less, and the line says so.
    let other = all
        .iter()
        .find(|found| {
            found.ticket.decisions.len() > 1 && !cancelled.iter().any(|gone| gone.ticket.ticket == found.ticket.ticket)
        })
        .unwrap();
    found.state_mut().ticket = Some(other.ticket.ticket);
    found.run_steps(3);
    press(&mut found, Key::E);
    let first = &other.ticket.decisions[0].name_ru;
    click(&mut found, &format!("Убрать: {first}"));
    fill(&mut found, "Причина", "этого решения не было");
    let send = found.get_all_by_role_and_label(Role::Button, "Исправить").last().unwrap();
    send.click();
    found.run_steps(4);
    let ticket = found.state().ticket_view().unwrap();
    assert_eq!((ticket.version, ticket.decisions.len()), (2, other.ticket.decisions.len() - 1));
    assert!(found.query_by_label("этого решения не было").is_some(), "the reason stands in the history");
}

/// An amount is put right with the day it is paid on; what does not read is said at its field and goes nowhere.
#[test]
fn a_supervisor_corrects_an_amount_and_its_day() {
    let floor = with_calls();
    let mut found = tickets_of(&floor, "irina");
    fill(&mut found, "С", "16.11.2026");
    fill(&mut found, "По", "19.11.2026");
    press(&mut found, Key::Enter);
    found.run_steps(3);
    let all = found.state().search().unwrap().found;
    let refund = |one: &TicketBrief| one.decisions.iter().any(|decision| decision.action == "REFUND");
    let ticket = all.iter().find(|found| refund(&found.ticket)).expect("a refund").ticket.ticket;
    let decided = |found: &Harness<'_, Play>| {
        let view = found.state().ticket_view().unwrap();
        let refund = view.decisions.iter().find(|decision| decision.action == "REFUND").unwrap();
        (view.version, refund.amount_minor, refund.paid_on)
    };
    let send = |found: &mut Harness<'_, Play>| command(found, Key::Enter);
    found.state_mut().ticket = Some(ticket);
    found.run_steps(3);
    press(&mut found, Key::E);
    fill(&mut found, "Сумма, ₽: Возврат оплаты", "сто");
    fill(&mut found, "Причина", "сумма не записана");
    send(&mut found);
    assert!(found.query_by_label_contains("Сумма не читается").is_some());
    fill(&mut found, "Сумма, ₽: Возврат оплаты", "-1 250,5");
    fill(&mut found, "День оплаты: Возврат оплаты", "завтра");
    send(&mut found);
    assert!(found.query_by_label_contains("День оплаты не читается").is_some());
    assert_eq!(decided(&found), (1, None, None));
    fill(&mut found, "День оплаты: Возврат оплаты", "20.11.2026");
    send(&mut found);
    let day = "2026-11-20".parse().ok();
    assert_eq!(decided(&found), (2, Some(Money(-125_050)), day), "{:?}", found.state().said);
    // The dialog opens with what stands, and takes it away again.
    press(&mut found, Key::E);
    fill(&mut found, "Сумма, ₽: Возврат оплаты", " ");
    fill(&mut found, "Причина", "возврата не было");
    send(&mut found);
    assert_eq!(decided(&found), (3, None, None), "{:?}", found.state().said);
}

#[test]
fn a_question_goes_to_the_operator_and_its_answer_back() {
    let floor = with_calls();
    let review = |floor: &Rc<Floor>| light(Play::new(floor, "irina", Place::Review, Lang::Ru, NOW));
    let mut looked = review(&floor);
    // What was left unprocessed yesterday is said, and put aside with a reason.
    click_row(&mut looked, "Номер скрыт");
    click(&mut looked, "Отклонить");
    write(&mut looked, "скрытый номер, молчали");
    press(&mut looked, Key::Enter);
    looked.run_steps(3);
    assert!(looked.query_by_label_contains("Все обращения обработаны").is_some(), "{:?}", looked.state().said);
    // A sample is drawn, and one of its tickets is asked about.
    press(&mut looked, Key::Num2);
    fill(&mut looked, "Сколько", "3");
    click(&mut looked, "Взять");
    let sample = looked.state().reviews().unwrap().samples.remove(0);
    assert_eq!(sample.tickets.len(), 3);
    let ticket = sample.tickets[0].ticket.ticket;
    looked.state_mut().carry_out(vec![norma::desktop::action::Action::OpenTicket(ticket)]);
    looked.run_steps(3);
    click(&mut looked, "Спросить оператора");
    write(&mut looked, "Почему так долго?");
    press(&mut looked, Key::Enter);
    looked.run_steps(3);
    drop(looked);
    let mut desk = desk_of(&floor);
    assert!(desk.query_by_label_contains("спрашивает о тикете").is_some());
    click(&mut desk, "Ответить");
    write(&mut desk, "Искали договор");
    press(&mut desk, Key::Enter);
    desk.run_steps(3);
    assert!(desk.query_by_label_contains("спрашивает о тикете").is_none());
    drop(desk);
    let mut looked = review(&floor);
    press(&mut looked, Key::Num3);
    assert!(looked.query_by_label("Искали договор").is_some());
    click(&mut looked, "Закрыть вопрос");
    write(&mut looked, "понятно");
    press(&mut looked, Key::Enter);
    looked.run_steps(3);
    assert!(looked.query_by_label("закрыт").is_some());
    // The record that matched nobody finds its operator.
    press(&mut looked, Key::Num5);
    click(&mut looked, "Указать");
    write(&mut looked, "ким");
    press(&mut looked, Key::Enter);
    looked.run_steps(3);
    assert!(looked.query_by_label("Очередь пуста").is_some(), "{:?}", looked.state().said);
}

#[test]
fn the_window_leads_from_a_save_to_its_correction_and_to_the_search() {
    let floor = in_november();
    let (mut window, _) = window::window(&floor, "anna", Lang::Ru, false, [1280.0, 720.0]);
    let place = |window: &window::Window| window::work(window).place;
    assert_eq!(place(&window), Some(Place::Desk));
    window::write(&mut window, "+7 999 000-00-01");
    window::press(&mut window, Key::Enter);
    window::write(&mut window, "1");
    window::command(&mut window, Modifiers::COMMAND, Key::Enter);
    // The toast offers both: to take it back and to correct it.
    assert!(window.query_by_label("Отменить").is_some());
    window.get_by_label("Исправить").click();
    window::settle(&mut window);
    assert!(window.query_by_label("Сохранить исправление").is_some());
    // With two tickets open the digits choose among them and leave nobody's desk.
    window::command(&mut window, Modifiers::COMMAND, Key::N);
    window::write(&mut window, "Второй клиент");
    window::command(&mut window, Modifiers::COMMAND, Key::Num1);
    assert_eq!(place(&window), Some(Place::Desk));
    assert!(window.query_by_label("Сохранить исправление").is_some());
    // From anywhere to the search, which waits for the client.
    window::command(&mut window, Modifiers::COMMAND, Key::F);
    assert_eq!(place(&window), Some(Place::Tickets));
    window::write(&mut window, "89990000001");
    window::press(&mut window, Key::Enter);
    window::settle(&mut window);
    let found = window::work(&window).views.search.value().unwrap().found.len();
    assert_eq!(found, 1);
    window::command(&mut window, Modifiers::COMMAND, Key::Num1);
    assert_eq!(place(&window), Some(Place::Desk), "elsewhere the digits go to places");
}

/// However many strips stand over the desk, its editor ends where its neighbours do: the button to save keeps its distance to the
/// lower edge.
#[test]
fn the_editor_ends_where_its_neighbours_do() {
    let floor = Rc::new(in_november());
    let save = |desk: &Harness<'_, Play>| {
        let button = desk.query_all_by_label_contains("Сохранить").last().expect("a button to save").rect();
        button.bottom()
    };
    let tall = open(Play::new(&floor, "anna", Place::Desk, Lang::Ru, NOW), false, [1280.0, 900.0]);
    let distance = 900.0 - save(&tall);
    for height in [592.0_f32, 600.0, 616.0, 632.0, 648.0, 676.0, 692.0, 720.0] {
        let desk = open(Play::new(&floor, "anna", Place::Desk, Lang::Ru, NOW), false, [1280.0, height]);
        let found = height - save(&desk);
        assert!((found - distance).abs() < 1.0, "{height}: {found} from below, not {distance}");
    }
}

#[test]
fn pictures() {
    let floor = with_calls();
    for (dark, lang) in crate::support::looks() {
        let tail = format!("{}-{}", if dark { "dark" } else { "light" }, lang.code());
        let of = |login: &str, place: Place| open(Play::new(&floor, login, place, lang, NOW), dark, [1280.0, 720.0]);
        let mut desk = of("anna", Place::Desk);
        picture(&mut desk, &format!("desk-blank-{tail}"));
        write(&mut desk, "+7 912 345-20-14");
        press(&mut desk, Key::Enter);
        write(&mut desk, if lang == Lang::Ru { "nfhba" } else { "tariff" });
        press(&mut desk, Key::Enter);
        write(&mut desk, "+");
        write(&mut desk, "1");
        write(&mut desk, if lang == Lang::Ru { "hjen" } else { "router" });
        press(&mut desk, Key::Enter);
        desk.key_press_modifiers(Modifiers::COMMAND, Key::H);
        desk.state_mut().now = at("2026-11-20T12:53:42+03:00");
        picture(&mut desk, &format!("desk-{tail}"));
        command(&mut desk, Key::N);
        press(&mut desk, Key::F7);
        press(&mut desk, Key::ArrowDown);
        picture(&mut desk, &format!("desk-calls-{tail}"));
        press(&mut desk, Key::Delete);
        picture(&mut desk, &format!("desk-dismiss-{tail}"));
        press(&mut desk, Key::Escape);
        command(&mut desk, Key::Num1);
        command(&mut desk, Key::W);
        picture(&mut desk, &format!("desk-leave-{tail}"));
        press(&mut desk, Key::Enter);
        let mut found = of("irina", Place::Tickets);
        found.get_by_label(&lang.t("tickets-found")).focus();
        found.run_steps(2);
        press(&mut found, Key::ArrowDown);
        press(&mut found, Key::M);
        press(&mut found, Key::ArrowDown);
        press(&mut found, Key::M);
        picture(&mut found, &format!("tickets-{tail}"));
        click(&mut found, &lang.with("tickets-correct-marked", &[("count", 2_i64.into())]));
        picture(&mut found, &format!("tickets-bulk-{tail}"));
        press(&mut found, Key::Escape);
        found.state_mut().ticket = Some(Uuid::from_u128(9_000 + 2_000 + 4));
        picture(&mut found, &format!("ticket-{tail}"));
        press(&mut found, Key::E);
        picture(&mut found, &format!("ticket-correct-{tail}"));
        let mut review = of("irina", Place::Review);
        for (number, name) in [(Key::Num1, "morning"), (Key::Num2, "worth"), (Key::Num3, "talks"), (Key::Num5, "queue")]
        {
            press(&mut review, number);
            picture(&mut review, &format!("review-{name}-{tail}"));
        }
    }
    for (name, size, scale) in
        [("large", [1920.0, 1080.0], 1.0), ("narrow", [1000.0, 700.0], 1.0), ("double", [1280.0, 720.0], 2.0)]
    {
        for (login, place, word) in
            [("anna", Place::Desk, "desk"), ("irina", Place::Tickets, "tickets"), ("irina", Place::Review, "review")]
        {
            let mut harness = scaled(Play::new(&floor, login, place, Lang::Ru, NOW), false, size, scale);
            picture(&mut harness, &format!("{word}-{name}"));
        }
    }
}

#[test]
fn a_forgotten_ticket_of_a_closed_day_is_claimed_and_accepted_as_a_line() {
    let floor = with_calls();
    let mut desk = desk_of(&floor);
    write(&mut desk, "Д-77");
    press(&mut desk, Key::Enter);
    write(&mut desk, "1");
    press(&mut desk, Key::F6);
    write(&mut desk, "19.11 14:30");
    command(&mut desk, Key::Enter);
    assert!(desk.query_by_label_contains("напишите, почему он не записан").is_some());
    write(&mut desk, "зависла программа");
    command(&mut desk, Key::Enter);
    let claims = desk.state().desk_view().claims;
    assert_eq!((claims.len(), claims[0].state.as_str()), (1, "open"), "{:?}", desk.state().said);
    assert!(desk.query_by_label_contains("ждёт руководителя").is_some());
    drop(desk);
    let mut review = light(Play::new(&floor, "irina", Place::Review, Lang::Ru, NOW));
    press(&mut review, Key::Num4);
    click(&mut review, "Принять");
    write(&mut review, "подтверждаю по записи");
    press(&mut review, Key::Enter);
    review.run_steps(3);
    assert!(review.query_by_label("принята").is_some(), "{:?}", review.state().said);
    let desk = desk_of(&floor);
    assert_eq!(desk.state().desk_view().claims[0].state, "accepted");
}
