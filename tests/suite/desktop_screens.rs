//! The screens of norms, orders, desk and KPI on a real floor: driven by accessible names and keys, judged by what the floor holds afterwards.
//!
//! [`Play`] stands for the window: it asks the views, draws a screen, carries its actions out, and hands the outcomes back.
//! `pictures` draws each screen in both themes and languages into `target/pictures` for people to look at.

use std::path::Path;
use std::rc::Rc;

use egui::{Event, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use norma::desktop::action::{Action, Place, UndoBy};
use norma::desktop::screens::{desk, my_kpi, norms, orders};
use norma::desktop::theme::{self, Kind, Theme};
use norma::desktop::widgets::rail;
use norma::desktop::{fonts, icons};
use norma::domain::calendar::DayEnd;
use norma::domain::code::Code;
use norma::domain::instant::Instant;
use norma::domain::units::CentiMinutes;
use norma::floor::command::Command;
use norma::floor::question::{AskDay, AskKpi, AskOrder, AskSet, Nothing, Question};
use norma::floor::sign_in::{PasswordVerifier, Session};
use norma::floor::{Accepted, Envelope, setup};
use norma::locale::Lang;
use norma::views::View;
use norma::views::kpi::KpiView;
use norma::views::norms::{ActionsView, OrderView, OrdersView, SetView, SetsView};
use norma::views::people::MeView;
use norma::views::studies::StudiesView;
use norma::views::tickets::{DayView, DeskView};
use norma::worker::{self, Handle, Outcome};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::cpu_renderer::CpuRenderer;

const PASSWORD: &str = "correct horse";

fn at(text: &str) -> Instant {
    serde_json::from_value(json!(text)).unwrap()
}

/// A floor in a folder of its own, with its worker.
struct Floor {
    _folder: tempfile::TempDir,
    handle: Handle,
}

impl Floor {
    fn create() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("floor.norma");
        setup::create(
            &path,
            &setup::NewFloor {
                organisation: "ООО «Северная сеть»".to_owned(),
                timezone: chrono_tz::Europe::Moscow,
                day_ends: DayEnd::try_from("00:00".to_owned()).unwrap(),
                director: "director".to_owned(),
                director_name: "Павел Орлов".to_owned(),
                administrator: None,
                rehearsal: true,
                passwords: vec![("director".to_owned(), PasswordVerifier::new(PASSWORD).unwrap())],
                calendars: true,
                now: at("2026-09-01T09:00:00+03:00"),
                at_given: true,
            },
        )
        .unwrap();
        let handle = worker::open(&path, worker::system_clock()).unwrap();
        Self { _folder: folder, handle }
    }

    fn sign_in(&self, login: &str) -> Session {
        self.handle.sign_in(login, PASSWORD).wait().unwrap().unwrap().0
    }

    fn send(&self, session: &Session, moment: Instant, name: &str, with: &Value) -> Outcome {
        let command = Command::from_wire(name, with).unwrap();
        let secret = (name == "password.set").then(|| PasswordVerifier::new(PASSWORD).unwrap());
        let proof =
            (name == "order.approve").then(|| self.handle.sign_in(session.code(), PASSWORD).wait().unwrap().unwrap().1);
        self.handle.execute(Envelope { at: Some(moment), secret, proof, ..Envelope::new(session.clone(), command) })
    }

    fn must(&self, session: &Session, moment: &str, name: &str, with: &Value) -> Accepted {
        match self.send(session, at(moment), name, with) {
            Outcome::Accepted(accepted) => accepted,
            other => panic!("{name} {with}: {other:?}"),
        }
    }

    fn ask(&self, session: &Session, question: Question) -> Option<View> {
        self.handle.ask(session, question).wait().unwrap().ok()
    }
}

const ACTIONS: [(&str, &str, &str, &str, i64, &str); 12] = [
    ("TARIFF", "Смена тарифа", "Change of tariff", "Договор", 252, "клиент старше 70 лет или говорит через посредника"),
    ("REBOOT", "Перезагрузка роутера", "Router reboot", "Связь", 310, "роутер за мебелью или под потолком"),
    ("BALANCE", "Консультация по балансу", "Balance enquiry", "Деньги", 142, ""),
    ("INVOICE", "Выставить счёт", "Issue an invoice", "Деньги", 205, ""),
    ("REFUND", "Возврат оплаты", "Refund", "Деньги", 618, ""),
    ("VISIT", "Вызов мастера", "Technician visit", "Связь", 371, ""),
    ("BLOCK", "Временная блокировка договора", "Contract suspension", "Договор", 188, ""),
    (
        "MOVE",
        "Перенос подключения на другой адрес с сохранением тарифа",
        "Move to another address, tariff kept",
        "Договор",
        742,
        "",
    ),
    ("SPEED", "Проверка скорости линии", "Line speed check", "Связь", 415, "линия старше 2010 года"),
    ("COMPLAINT", "Жалоба на качество связи", "Complaint about quality", "Связь", 530, ""),
    ("DETAILS", "Изменение реквизитов", "Change of details", "Договор", 167, ""),
    ("KEEP", "Удержание клиента", "Client kept", "Договор", 455, ""),
];

const OPERATORS: [(&str, &str); 4] =
    [("anna", "Анна Петрова"), ("boris", "Борис Ким"), ("vera", "Вера Лапина"), ("gleb", "Глеб Титов")];

/// A floor with people, the catalogue, and studies of every action but the last two.
fn with_studies() -> Floor {
    let floor = Floor::create();
    let director = floor.sign_in("director");
    let first = "2026-09-01T09:10:00+03:00";
    floor.must(&director, first, "department.add", &json!({"code": "SUP", "name": "Техническая поддержка"}));
    let add = |code: &str, name: &str, role: &str| {
        floor.must(
            &director,
            first,
            "person.add",
            &json!({"code": code, "name": name, "login": code, "roles": [role], "department": "SUP", "from": "2026-09-01"}),
        );
        floor.must(&director, first, "password.set", &json!({"person": code}));
    };
    add("irina", "Ирина Соколова", "supervisor");
    for (code, name) in OPERATORS {
        add(code, name, "operator");
    }
    let irina = floor.sign_in("irina");
    for (code, ru, en, group, _, hard) in ACTIONS {
        let mut action = json!({"code": code, "name_ru": ru, "name_en": en, "group": group, "kind": "manual"});
        if !hard.is_empty() {
            action["hard_criterion"] = json!(hard);
        }
        floor.must(&irina, first, "action.add", &action);
    }
    for (number, (code, _, _, _, norm, hard)) in ACTIONS.iter().take(10).enumerate() {
        let study = Uuid::from_u128(1_000 + number as u128);
        floor.must(&irina, "2026-09-02T09:00:00+03:00", "study.open", &json!({"study": study, "action": code}));
        for place in 0..20_i64 {
            let spread = 80 + (place * 37 + number as i64 * 11) % 41;
            let is_hard = !hard.is_empty() && place % 10 == 9;
            let duration = norm * 600 * spread / 100 * if is_hard { 3 } else { 1 };
            floor.must(
                &irina,
                "2026-09-02T10:00:00+03:00",
                "observation.add",
                &json!({
                    "study": study,
                    "observation": Uuid::from_u128((2_000 + number * 100) as u128 + place as u128),
                    "operator": OPERATORS[place as usize % 4].0,
                    "started_at": format!("2026-09-02T{:02}:{:02}:00+03:00", 8 + place / 12, place % 12 * 5),
                    "duration_ms": duration,
                    "class": if is_hard { "hard" } else { "regular" },
                }),
            );
        }
        floor.send(
            &irina,
            at("2026-09-02T18:00:00+03:00"),
            "flags.decide",
            &json!({"study": study, "as": "regular", "reason": "обычная работа"}),
        );
    }
    floor
}

const FIRST_SET: Uuid = Uuid::from_u128(501);

/// The same with a first set in force by order No. 1.
fn in_force() -> Floor {
    let floor = with_studies();
    let (director, irina) = (floor.sign_in("director"), floor.sign_in("irina"));
    let (third, fourth) = ("2026-09-03T10:00:00+03:00", "2026-09-04T10:00:00+03:00");
    floor.must(
        &irina,
        third,
        "set.draft",
        &json!({"set": FIRST_SET, "department": "SUP", "name": "Нормативы поддержки, первое введение", "from": "studies", "allowance_bp": 500}),
    );
    for (code, cmin) in [("DETAILS", 175), ("KEEP", 420)] {
        let mut norm =
            json!({"set": FIRST_SET, "action": code, "expert_cmin": cmin, "reason": "по опыту старших операторов"});
        if code == "KEEP" {
            norm["boost_bp"] = json!(15_000);
            norm["boost_reason"] = json!("удержание дороже подключения");
        }
        floor.must(&irina, third, "set.norm", &norm);
    }
    floor.must(&irina, third, "set.submit", &json!({"set": FIRST_SET, "grounds": "Первое введение нормативов"}));
    floor.must(
        &director,
        fourth,
        "order.approve",
        &json!({"order": Uuid::from_u128(601), "set": FIRST_SET, "number": "1", "date": "2026-09-04", "effective": "2026-09-07",
                "early_reason": "нормы вводятся впервые", "representative": "№ 12 от 03.09.2026"}),
    );
    floor
}

/// The same with November worked through the 19th, today being the 20th.
fn in_november() -> Floor {
    let floor = in_force();
    let anna = floor.sign_in("anna");
    for day in (2..=20).filter(|day| !matches!(day, 4 | 7 | 8 | 14 | 15)) {
        let tickets = if day == 20 { 5 } else { 9 + day % 4 };
        for place in 0..tickets {
            let action = ACTIONS[(day * 5 + place * 3) as usize % 12].0;
            let second = ACTIONS[(day + place) as usize % 12].0;
            let moment = format!("2026-11-{day:02}T{:02}:{:02}:00+03:00", 9 + place / 2, 7 + place % 2 * 26);
            let mut decisions = vec![
                json!({"action": action, "quantity": if day == 20 { 1 + place % 2 } else { 5 + (day + place) % 6 }}),
            ];
            if second != action {
                decisions.push(json!({"action": second, "quantity": if day == 20 { 1 } else { 4 }}));
            }
            floor.must(
                &anna,
                &moment,
                "ticket.save",
                &json!({"ticket": Uuid::from_u128((9_000 + day * 100 + place) as u128), "client": format!("+7 912 345-{day:02}-{:02}", 10 + place),
                        "decisions": decisions, "channel": if place % 3 == 0 { "chat" } else { "inbound-call" }}),
            );
        }
    }
    let closed = floor.handle.execute(Envelope {
        at: Some(at("2026-11-20T12:40:00+03:00")),
        ..Envelope::new(Session::floor(), Command::from_wire("day.close", &json!({"through": "2026-11-19"})).unwrap())
    });
    assert!(matches!(closed, Outcome::Accepted(_)), "{closed:?}");
    floor
}

/// The window as far as a screen needs one.
struct Play {
    floor: Rc<Floor>,
    session: Session,
    lang: Lang,
    place: Place,
    now: Instant,
    set: Option<Uuid>,
    order: Option<String>,
    day: Option<chrono::NaiveDate>,
    month: String,
    norms: norms::Form,
    orders: orders::Form,
    desk: desk::Form,
    my_kpi: my_kpi::Form,
    said: Vec<(Kind, String)>,
    undo: Option<Command>,
    went: Vec<Place>,
}

impl Play {
    fn new(floor: &Rc<Floor>, login: &str, place: Place, lang: Lang, now: &str) -> Self {
        Self {
            floor: Rc::clone(floor),
            session: floor.sign_in(login),
            lang,
            place,
            now: at(now),
            set: None,
            order: None,
            day: None,
            month: now.get(..7).unwrap().to_owned(),
            norms: norms::Form::default(),
            orders: orders::Form::default(),
            desk: desk::Form::default(),
            my_kpi: my_kpi::Form::default(),
            said: Vec::new(),
            undo: None,
            went: Vec::new(),
        }
    }

    fn ask(&self, question: Question) -> Option<View> {
        self.floor.ask(&self.session, question)
    }

    fn me(&self) -> MeView {
        let Some(View::Me(view)) = self.ask(Question::Me(Nothing {})) else { panic!("me") };
        *view
    }

    fn sets(&self) -> SetsView {
        let Some(View::Sets(view)) = self.ask(Question::Sets(Nothing {})) else { panic!("sets") };
        view
    }

    fn set_view(&self) -> Option<SetView> {
        let Some(View::Set(view)) = self.ask(Question::Set(AskSet { set: self.set? })) else { return None };
        Some(*view)
    }

    fn catalogue(&self) -> ActionsView {
        let Some(View::Actions(view)) = self.ask(Question::Actions(Nothing {})) else { panic!("actions") };
        view
    }

    fn studies(&self) -> Option<StudiesView> {
        let Some(View::Studies(view)) = self.ask(Question::Studies(Nothing {})) else { return None };
        Some(view)
    }

    fn book(&self) -> OrdersView {
        let Some(View::Orders(view)) = self.ask(Question::Orders(Nothing {})) else { panic!("orders") };
        view
    }

    fn order_view(&self) -> Option<OrderView> {
        let Some(View::Order(view)) = self.ask(Question::Order(AskOrder { number: self.order.clone()? })) else {
            return None;
        };
        Some(*view)
    }

    fn desk_view(&self) -> DeskView {
        let Some(View::Desk(view)) = self.ask(Question::Desk(Nothing {})) else { panic!("desk") };
        *view
    }

    fn kpi(&self) -> KpiView {
        let Some(View::Kpi(view)) = self.ask(Question::Kpi(AskKpi { month: self.month.clone(), department: None }))
        else {
            panic!("kpi")
        };
        *view
    }

    fn day_view(&self) -> Option<DayView> {
        let person = Code::new(self.session.code()).unwrap();
        let Some(View::Day(view)) = self.ask(Question::Day(AskDay { person, date: self.day? })) else { return None };
        Some(*view)
    }

    /// Draws the screen inside the frame of a window, and carries out what it asks for.
    fn frame(&mut self, ui: &mut egui::Ui) {
        let lang = self.lang;
        let names = ["Секундомер", "Нормативы", "Приказы", "Рабочий стол", "Мой KPI"];
        let signs = [icons::TIMER, icons::SCALES, icons::GAVEL, icons::HEADSET, icons::GAUGE];
        let places: Vec<rail::Place<'_>> = names
            .iter()
            .zip(signs)
            .map(|(name, icon)| rail::Place { icon, name, waiting: 0, waiting_words: "", key: "", apart: false })
            .collect();
        rail::rail(ui, "Разделы", (icons::TIMER, "Norma"), &places, self.place as usize);
        let bar = egui::Frame::new().fill(Theme::of(ui).surface);
        egui::Panel::top("bar").exact_size(49.0).resizable(false).frame(bar).show(ui, |_| {});
        let mut actions = Vec::new();
        let canvas = egui::Frame::new().fill(Theme::of(ui).canvas);
        egui::CentralPanel::default().frame(canvas).show(ui, |ui| match self.place {
            Place::Norms => {
                let (sets, set, catalogue, studies) = (self.sets(), self.set_view(), self.catalogue(), self.studies());
                norms::show(ui, lang, &sets, set.as_ref(), &catalogue, studies.as_ref(), &mut self.norms, &mut actions);
            }
            Place::Orders => {
                let (book, order, set, me) = (self.book(), self.order_view(), self.set_view(), self.me());
                orders::show(ui, lang, &book, order.as_ref(), set.as_ref(), &me, &mut self.orders, &mut actions);
            }
            Place::Desk => {
                let view = self.desk_view();
                self.desk.now_ms = self.now.millis();
                desk::show(ui, lang, &view, &mut self.desk, &mut actions);
            }
            Place::MyKpi => {
                let (view, day, me) = (self.kpi(), self.day_view(), self.me());
                my_kpi::show(ui, lang, &view, day.as_ref(), &me, &mut self.my_kpi, &mut actions);
            }
            Place::Stopwatch => {}
        });
        self.carry_out(actions);
    }

    fn carry_out(&mut self, actions: Vec<Action>) {
        for action in actions {
            match action {
                Action::Send { tag, command } | Action::SendKept { tag, command, .. } => {
                    self.execute(tag, *command, None)
                }
                Action::SendConfirmed { tag, command, password } => self.execute(tag, *command, Some(password)),
                Action::Note(note) => self.floor.handle.note(&self.session, note).wait().unwrap().unwrap(),
                Action::Go(place) => self.went.push(place),
                Action::SelectSet(set) => self.set = set,
                Action::SelectOrder(order) => self.order = order,
                Action::SelectDay(day) => self.day = day,
                Action::SelectMonth(month) => self.month = month,
                Action::SelectStudy(_) => {}
                Action::Say(kind, text) => self.said.push((kind, text)),
                Action::SayUndo(kind, text, by) => {
                    self.said.push((kind, text));
                    if let UndoBy::Command(command) = by {
                        self.undo = Some(*command);
                    }
                }
            }
        }
    }

    fn execute(&mut self, tag: &'static str, command: Command, password: Option<String>) {
        let proof = password
            .and_then(|password| self.floor.handle.sign_in(self.session.code(), &password).wait().unwrap().ok())
            .map(|(_, proof)| proof);
        let outcome = self.floor.handle.execute(Envelope {
            at: Some(self.now),
            proof,
            ..Envelope::new(self.session.clone(), command)
        });
        let text = match &outcome {
            Outcome::Accepted(_) => String::new(),
            Outcome::Refused(rejection) => self.lang.refusal(rejection),
            Outcome::Fault(reference) => panic!("fault {reference}"),
        };
        let answer = match &outcome {
            Outcome::Accepted(accepted) => Ok(accepted),
            _ => Err(text.as_str()),
        };
        let (lang, mut actions) = (self.lang, Vec::new());
        match self.place {
            Place::Norms => self.norms.answered(tag, answer, lang, &mut actions),
            Place::Orders => self.orders.answered(tag, answer, lang, &mut actions),
            Place::Desk => self.desk.answered(tag, answer, lang, &mut actions),
            Place::MyKpi => self.my_kpi.answered(tag, answer, lang, &mut actions),
            Place::Stopwatch => {}
        }
        self.carry_out(actions);
    }
}

fn open(play: Play, dark: bool, size: [f32; 2]) -> Harness<'static, Play> {
    let theme = if dark { egui::Theme::Dark } else { egui::Theme::Light };
    let mut harness = Harness::builder()
        .with_size(size)
        .with_theme(theme)
        .with_os(egui::os::OperatingSystem::Nix)
        .with_context_setup(|ctx| {
            fonts::install(ctx);
            theme::apply(ctx);
        })
        .renderer(CpuRenderer::default())
        .build_ui_state(|ui, play: &mut Play| play.frame(ui), play);
    harness.run_steps(4);
    harness
}

fn light(play: Play) -> Harness<'static, Play> {
    open(play, false, [1280.0, 720.0])
}

fn press(harness: &mut Harness<'_, Play>, key: Key) {
    harness.key_press(key);
    harness.run_steps(2);
}

fn command(harness: &mut Harness<'_, Play>, key: Key) {
    harness.key_press_modifiers(Modifiers::COMMAND, key);
    harness.run_steps(3);
}

fn write(harness: &mut Harness<'_, Play>, text: &str) {
    harness.event(Event::Text(text.to_owned()));
    harness.run_steps(2);
}

/// Puts a text in place of what a field holds.
fn fill(harness: &mut Harness<'_, Play>, label: &str, text: &str) {
    use egui::accesskit::Role;
    let field = harness.query_by_role_and_label(Role::TextInput, label);
    field.unwrap_or_else(|| harness.get_by_role_and_label(Role::PasswordInput, label)).focus();
    harness.run_steps(2);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    write(harness, text);
}

fn click(harness: &mut Harness<'_, Play>, label: &str) {
    harness.get_by_label(label).click();
    harness.run_steps(3);
}

#[test]
fn a_ticket_with_one_decision_takes_four_keys_beside_the_client() {
    let floor = Rc::new(in_november());
    let mut desk = light(Play::new(&floor, "anna", Place::Desk, Lang::Ru, "2026-11-20T12:50:00+03:00"));
    let before = desk.state().desk_view().day;
    command(&mut desk, Key::N);
    write(&mut desk, "+7 999 000-00-01");
    press(&mut desk, Key::Enter);
    write(&mut desk, "1");
    command(&mut desk, Key::Enter);
    let view = desk.state().desk_view();
    let first = view.actions.iter().find(|action| action.frequent == Some(1)).unwrap();
    assert_eq!(view.day.tickets.len(), before.tickets.len() + 1);
    let saved = view.day.tickets.last().unwrap();
    assert_eq!((saved.client.as_deref(), saved.decisions.len()), (Some("+7 999 000-00-01"), 1));
    assert_eq!((saved.decisions[0].action.as_str(), saved.decisions[0].quantity), (first.code.as_str(), 1));
    assert_eq!(view.day.kpi_cmin, before.kpi_cmin.plus(first.weight_cmin.unwrap()).unwrap());
    assert!(desk.state().undo.is_some(), "a toast can take it back");
    assert!(view.drafts.is_empty(), "the draft is forgotten: {:?}", view.drafts);
    // Ctrl+Z in the cleared editor takes it back.
    command(&mut desk, Key::Z);
    let after = desk.state().desk_view().day;
    assert_eq!(after.kpi_cmin, before.kpi_cmin);
    assert!(after.tickets.last().unwrap().cancelled);
}

#[test]
fn signs_change_the_quantity_only_where_they_are_no_text_and_hard_cases_are_marked() {
    let floor = Rc::new(in_november());
    let mut desk = light(Play::new(&floor, "anna", Place::Desk, Lang::Ru, "2026-11-20T12:50:00+03:00"));
    write(&mut desk, "+7 999");
    press(&mut desk, Key::Enter);
    // "тариф" typed in the Latin layout.
    write(&mut desk, "nfhba");
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
    fill(&mut desk, "Почему без решений", "ошиблись номером");
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
fn a_draft_comes_back_after_a_restart_and_a_ticket_of_today_can_be_corrected() {
    let floor = Rc::new(in_november());
    let now = "2026-11-20T12:50:00+03:00";
    let mut desk = light(Play::new(&floor, "anna", Place::Desk, Lang::Ru, now));
    write(&mut desk, "Иванов");
    assert_eq!(desk.state().desk_view().drafts.len(), 1);
    drop(desk);
    let mut desk = light(Play::new(&floor, "anna", Place::Desk, Lang::Ru, now));
    desk.get_by_role_and_label(egui::accesskit::Role::TextInput, "Клиент").focus();
    desk.run_steps(2);
    press(&mut desk, Key::Enter);
    write(&mut desk, "2");
    command(&mut desk, Key::Enter);
    let day = desk.state().desk_view().day;
    assert_eq!(day.tickets.last().unwrap().client.as_deref(), Some("Иванов"));
    // The newest ticket opens from the list and takes one more decision.
    let spoken = format!("{} мин", Lang::Ru.minutes(day.tickets.last().unwrap().kpi_cmin));
    desk.get_all_by_role(egui::accesskit::Role::Button)
        .find(|node| {
            node.accesskit_node().label().is_some_and(|label| label.starts_with("12:50") && label.ends_with(&spoken))
        })
        .unwrap()
        .click();
    desk.run_steps(3);
    write(&mut desk, "3");
    command(&mut desk, Key::Enter);
    let corrected = desk.state().desk_view().day;
    let ticket = corrected.tickets.last().unwrap();
    assert_eq!((ticket.version, ticket.decisions.len()), (2, 2));
    assert!(corrected.kpi_cmin > day.kpi_cmin);
}

#[test]
fn a_draft_is_filled_submitted_and_approved_by_order() {
    let floor = Rc::new(with_studies());
    let mut norms = light(Play::new(&floor, "irina", Place::Norms, Lang::Ru, "2026-09-03T10:00:00+03:00"));
    press(&mut norms, Key::N);
    norms.run_steps(2);
    write(&mut norms, "Первые нормативы");
    fill(&mut norms, "Надбавка сборника, %", "5");
    command(&mut norms, Key::Enter);
    let set = norms.state().set_view().unwrap();
    assert_eq!((set.lines.len(), set.missing.len(), set.allowance_bp.0), (10, 2, 500));
    // The rows without a norm stand first; Enter opens one.
    for (minutes, left) in [("4,2", 1), ("1,75", 0)] {
        norms.get_by_label("Нормативы сборника «Первые нормативы»").focus();
        norms.run_steps(2);
        press(&mut norms, Key::ArrowDown);
        press(&mut norms, Key::Home);
        press(&mut norms, Key::Enter);
        norms.run_steps(2);
        fill(&mut norms, "Норматив, мин", minutes);
        fill(&mut norms, "Почему столько", "по опыту");
        command(&mut norms, Key::Enter);
        assert_eq!(norms.state().set_view().unwrap().missing.len(), left, "{:?}", norms.state().said);
    }
    command(&mut norms, Key::Enter);
    norms.run_steps(2);
    // Without grounds it is refused in the dialog, and nothing typed is lost.
    command(&mut norms, Key::Enter);
    assert!(norms.query_by_label_contains("Укажите основание").is_some());
    fill_area(&mut norms, "Основание", "Первое введение нормативов");
    command(&mut norms, Key::Enter);
    assert_eq!(norms.state().set_view().unwrap().state.as_str(), "submitted", "{:?}", norms.state().said);

    let mut orders = light(Play::new(&floor, "director", Place::Orders, Lang::Ru, "2026-09-04T10:00:00+03:00"));
    command(&mut orders, Key::Enter);
    orders.run_steps(2);
    fill(&mut orders, "Действует с", "07.09.2026");
    fill(&mut orders, "Ваш пароль", "wrong");
    command(&mut orders, Key::Enter);
    assert!(orders.state().book().orders.is_empty(), "an early date without a reason goes nowhere");
    fill(&mut orders, "Причина раннего срока", "нормы вводятся впервые");
    command(&mut orders, Key::Enter);
    assert!(orders.query_by_label_contains("подтверждается паролем: введите").is_some());
    fill(&mut orders, "Ваш пароль", PASSWORD);
    command(&mut orders, Key::Enter);
    let order = orders.state().order_view().expect("the order is shown");
    assert_eq!((order.number.as_str(), order.effective.to_string().as_str()), ("1", "2026-09-07"));
    assert_eq!(order.set.set, set.set);
    assert!(orders.query_by_label_contains("Приказ № 1 от 03.09.2026").is_some());
}

/// Puts a text into a field of several lines.
fn fill_area(harness: &mut Harness<'_, Play>, label: &str, text: &str) {
    harness.get_by_role_and_label(egui::accesskit::Role::MultilineTextInput, label).focus();
    harness.run_steps(2);
    write(harness, text);
}

#[test]
fn a_set_is_returned_with_a_comment_that_its_author_reads() {
    let floor = Rc::new(in_force());
    let irina = floor.sign_in("irina");
    let set = Uuid::from_u128(502);
    let moment = "2026-09-10T10:00:00+03:00";
    floor.must(
        &irina,
        moment,
        "set.draft",
        &json!({"set": set, "department": "SUP", "name": "Новый", "from": FIRST_SET.to_string()}),
    );
    floor.must(&irina, moment, "set.submit", &json!({"set": set, "grounds": "Новая программа учёта"}));
    let mut orders = light(Play::new(&floor, "director", Place::Orders, Lang::Ru, "2026-09-11T10:00:00+03:00"));
    click(&mut orders, "Вернуть с замечанием");
    fill_area(&mut orders, "Что исправить", "Мало замеров возврата");
    command(&mut orders, Key::Enter);
    assert!(orders.state().book().waiting.is_empty());
    let norms = light(Play::new(&floor, "irina", Place::Norms, Lang::Ru, "2026-09-11T11:00:00+03:00"));
    assert!(norms.query_by_label_contains("Мало замеров возврата").is_some());
    // The director reads norms and drafts none.
    let norms = light(Play::new(&floor, "director", Place::Norms, Lang::Ru, "2026-09-11T11:00:00+03:00"));
    assert!(norms.query_by_label("Новый черновик").is_none());
}

#[test]
fn the_counter_holds_closed_days_only_and_a_day_opens() {
    let floor = Rc::new(in_november());
    let mut kpi = light(Play::new(&floor, "anna", Place::MyKpi, Lang::Ru, "2026-11-20T12:50:00+03:00"));
    let view = kpi.state().kpi();
    let own = view.employees.iter().find(|employee| employee.code == "anna").unwrap();
    let closed = CentiMinutes::sum(own.days.iter().filter(|day| day.closed).map(|day| day.kpi_cmin)).unwrap();
    assert_eq!(own.kpi_cmin, closed);
    let official = Lang::Ru.minutes(closed);
    assert!(kpi.query_by_label_contains(&official).is_some(), "{official}");
    press(&mut kpi, Key::ArrowLeft);
    kpi.run_steps(2);
    assert_eq!(kpi.state().day.unwrap().to_string(), "2026-11-20");
    press(&mut kpi, Key::PageUp);
    kpi.run_steps(2);
    assert_eq!(kpi.state().month, "2026-10");
}

/// Saves what is on screen for people to look at.
fn picture(harness: &mut Harness<'_, Play>, name: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/pictures");
    std::fs::create_dir_all(&folder).unwrap();
    harness.run_steps(3);
    harness.render().unwrap().save(folder.join(format!("{name}.png"))).unwrap();
}

/// A set that waits for the director, and a draft that lacks something.
fn with_sets(floor: &Floor) {
    let irina = floor.sign_in("irina");
    let (waiting, draft) = (Uuid::from_u128(502), Uuid::from_u128(503));
    let moment = "2026-11-20T12:45:00+03:00";
    floor.must(
        &irina,
        moment,
        "set.draft",
        &json!({"set": waiting, "department": "SUP", "name": "Нормативы поддержки с февраля", "from": FIRST_SET.to_string(), "allowance_bp": 500}),
    );
    for (code, cmin) in [("TARIFF", 262), ("BALANCE", 130), ("REFUND", 640), ("VISIT", 371), ("KEEP", 450)] {
        floor.must(
            &irina,
            moment,
            "set.norm",
            &json!({"set": waiting, "action": code, "expert_cmin": cmin, "reason": "новая карточка клиента"}),
        );
    }
    floor.must(
        &irina,
        moment,
        "set.submit",
        &json!({"set": waiting, "grounds": "Изменилась техника: новая карточка клиента в учётной системе"}),
    );
    let study = Uuid::from_u128(1_000);
    for (place, minutes) in [(0_u128, 19_i64), (1, 26)] {
        floor.must(
            &irina,
            moment,
            "observation.add",
            &json!({"study": study, "observation": Uuid::from_u128(7_000 + place), "operator": "boris", "started_at": "2026-11-20T11:00:00+03:00", "duration_ms": minutes * 60_000}),
        );
    }
    floor.must(&irina, moment, "set.draft", &json!({"set": draft, "department": "SUP", "name": "Черновик на второй квартал", "from": "studies", "allowance_bp": 800}));
}

#[test]
fn pictures() {
    let floor = Rc::new(in_november());
    with_sets(&floor);
    let now = "2026-11-20T12:50:00+03:00";
    let empty = Rc::new(Floor::create());
    let looks = [(false, Lang::Ru), (true, Lang::Ru), (false, Lang::En), (true, Lang::En)];
    for (dark, lang) in looks {
        let of = |login: &str, place: Place| open(Play::new(&floor, login, place, lang, now), dark, [1280.0, 720.0]);
        let tail = format!("{}-{}", if dark { "dark" } else { "light" }, lang.code());
        let mut desk = of("anna", Place::Desk);
        picture(&mut desk, &format!("desk-blank-{tail}"));
        write(&mut desk, "+7 912 345-67-89");
        press(&mut desk, Key::Enter);
        write(&mut desk, if lang == Lang::Ru { "nfhba" } else { "tariff" });
        press(&mut desk, Key::Enter);
        write(&mut desk, "+");
        write(&mut desk, "2");
        command(&mut desk, Key::N);
        write(&mut desk, "Сергеева Ольга");
        press(&mut desk, Key::Enter);
        write(&mut desk, if lang == Lang::Ru { "hjen" } else { "router" });
        press(&mut desk, Key::Enter);
        desk.key_press_modifiers(Modifiers::COMMAND, Key::H);
        desk.state_mut().now = at("2026-11-20T12:53:42+03:00");
        picture(&mut desk, &format!("desk-{tail}"));
        for client in ["Сергеева Ольга", "+7 912 345-67-89"] {
            let word = lang.with("desk-put-away", &[("ticket", client.into())]);
            click(&mut desk, &word);
        }
        let mut kpi = of("anna", Place::MyKpi);
        picture(&mut kpi, &format!("kpi-{tail}"));
        press(&mut kpi, Key::ArrowLeft);
        press(&mut kpi, Key::ArrowLeft);
        picture(&mut kpi, &format!("kpi-day-{tail}"));
        let mut norms = of("irina", Place::Norms);
        picture(&mut norms, &format!("norms-{tail}"));
        press(&mut norms, Key::N);
        picture(&mut norms, &format!("norms-new-{tail}"));
        press(&mut norms, Key::Escape);
        let table = norms.state().lang.with("norms-table", &[("set", "Черновик на второй квартал".into())]);
        norms.get_by_label(&table).focus();
        norms.run_steps(2);
        for _ in 0..3 {
            press(&mut norms, Key::ArrowDown);
        }
        press(&mut norms, Key::Enter);
        picture(&mut norms, &format!("norms-line-{tail}"));
        press(&mut norms, Key::Escape);
        command(&mut norms, Key::Enter);
        picture(&mut norms, &format!("norms-submit-{tail}"));
        let mut orders = of("director", Place::Orders);
        picture(&mut orders, &format!("orders-{tail}"));
        command(&mut orders, Key::Enter);
        let label = lang.t("orders-field-effective");
        fill(&mut orders, &label, "01.12.2026");
        picture(&mut orders, &format!("orders-approve-{tail}"));
        press(&mut orders, Key::Escape);
        let entry =
            format!("{} · SUP, {}", lang.with("orders-number", &[("number", "1".into())]), lang.t("state-in-force"));
        click(&mut orders, &entry);
        picture(&mut orders, &format!("orders-document-{tail}"));
        for place in [Place::Norms, Place::Orders] {
            let mut bare = open(Play::new(&empty, "director", place, lang, now), dark, [1280.0, 720.0]);
            picture(&mut bare, &format!("{}-empty-{tail}", if place == Place::Norms { "norms" } else { "orders" }));
        }
    }
    for (name, size) in [("large", [1920.0, 1080.0]), ("narrow", [1000.0, 700.0])] {
        for (login, place, word) in [
            ("anna", Place::Desk, "desk"),
            ("anna", Place::MyKpi, "kpi"),
            ("irina", Place::Norms, "norms"),
            ("director", Place::Orders, "orders"),
        ] {
            let mut harness = open(Play::new(&floor, login, place, Lang::Ru, now), false, size);
            picture(&mut harness, &format!("{word}-{name}"));
        }
    }
}
