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

use crate::desktop_screens::floor::{Floor, at, in_november};
use crate::desktop_screens::picture;
use crate::desktop_screens::play::{Play, click, command, fill, light, open, press, write};

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
    let ticket = desk.state().desk_view().day.tickets.into_iter().find(|ticket| ticket.client.as_deref() == Some("Д-1001"));
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
    click(&mut desk, "Сумма: Возврат оплаты");
    fill(&mut desk, "Сумма, ₽", "сто");
    command(&mut desk, Key::Enter);
    assert!(desk.query_by_label_contains("Сумма не читается").is_some());
    fill(&mut desk, "Сумма, ₽", "-1 250,5");
    command(&mut desk, Key::Enter);
    assert_eq!(newest(&desk).decisions[0].amount_minor, Some(Money(-125_050)));
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
        desk.state_mut().now = norma::domain::instant::Instant::from_millis(at(NOW).millis() + number as i64 * 600).unwrap();
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

#[test]
fn pictures() {
    let floor = Rc::new(in_november());
    let looks = [(false, Lang::Ru), (true, Lang::Ru), (false, Lang::En), (true, Lang::En)];
    for (dark, lang) in looks {
        let tail = format!("{}-{}", if dark { "dark" } else { "light" }, lang.code());
        let mut desk = open(Play::new(&floor, "anna", Place::Desk, lang, NOW), dark, [1280.0, 720.0]);
        picture(&mut desk, &format!("desk-blank-{tail}"));
        write(&mut desk, "+7 912 345-20-14");
        press(&mut desk, Key::Enter);
        write(&mut desk, if lang == Lang::Ru { "nfhba" } else { "tariff" });
        press(&mut desk, Key::Enter);
        write(&mut desk, "+");
        write(&mut desk, "2");
        command(&mut desk, Key::N);
        write(&mut desk, "Сергеева Ольга");
        press(&mut desk, Key::Enter);
        write(&mut desk, "1");
        write(&mut desk, if lang == Lang::Ru { "hjen" } else { "router" });
        press(&mut desk, Key::Enter);
        desk.key_press_modifiers(Modifiers::COMMAND, Key::H);
        desk.state_mut().now = at("2026-11-20T12:53:42+03:00");
        picture(&mut desk, &format!("desk-{tail}"));
        command(&mut desk, Key::W);
        picture(&mut desk, &format!("desk-leave-{tail}"));
        press(&mut desk, Key::Enter);
        command(&mut desk, Key::W);
        press(&mut desk, Key::Enter);
    }
    for (name, size) in [("large", [1920.0, 1080.0]), ("narrow", [1000.0, 700.0])] {
        let mut desk = open(Play::new(&floor, "anna", Place::Desk, Lang::Ru, NOW), false, size);
        picture(&mut desk, &format!("desk-{name}"));
    }
}
