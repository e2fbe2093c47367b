//! The way of a norm set on its screens: terms, what is missing, pilot, report, order, revocation, acquaintance, deputies, the firm's words.

use std::path::Path;
use std::rc::Rc;

use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use norma::desktop::action::Place;
use norma::domain::norm_set::SetState;
use norma::floor::Envelope;
use norma::floor::command::Command;
use norma::floor::sign_in::Session;
use norma::locale::Lang;
use norma::worker::Outcome;
use serde_json::json;
use uuid::Uuid;

use super::floor::{ACTIONS, FIRST_SET, Floor, OPERATORS, PASSWORD, at, in_force, with_studies};
use super::play::{Play, click, command, fill, fill_area, light, open, press};

const SECOND_SET: Uuid = Uuid::from_u128(502);
const NOON: &str = "2026-11-20T12:50:00+03:00";

/// A month worked by four operators with a second set under pilot from the 10th on; the 20th is running.
fn in_pilot() -> Floor {
    let floor = in_force();
    let irina = floor.sign_in("irina");
    let sessions: Vec<Session> = OPERATORS.iter().map(|(code, _)| floor.sign_in(code)).collect();
    for (place, moment) in
        [(0, "2026-09-04T12:00:00+03:00"), (1, "2026-09-04T15:30:00+03:00"), (2, "2026-09-08T09:10:00+03:00")]
    {
        floor.must(&sessions[place], moment, "order.acknowledge", &json!({"order": Uuid::from_u128(601)}));
    }
    for day in (2..=20).filter(|day| !matches!(day, 4 | 7 | 8 | 14 | 15)) {
        if day == 9 {
            draft_second(&floor, &irina);
        }
        for hour in 0..3 {
            for (person, session) in sessions.iter().enumerate() {
                let person = person as i64;
                let of = |shift: i64| ACTIONS[(day * 5 + person * 4 + hour * 3 + shift) as usize % 12].0;
                let quantity = if day == 20 { 2 } else { 11 + (day + person * 3 + hour) % 7 };
                let moment = format!("2026-11-{day:02}T{:02}:{:02}:00+03:00", 9 + hour, 10 + person * 7);
                let decisions: Vec<_> = [(of(0), quantity), (of(1 + person), quantity / 2 + 1)]
                    .iter()
                    .map(|(action, quantity)| json!({"action": action, "quantity": quantity}))
                    .collect();
                floor.must(session, &moment, "ticket.save", &json!({
                    "ticket": Uuid::from_u128((20_000 + day * 1_000 + hour * 10 + person) as u128),
                    "client": format!("+7 912 345-{day:02}-{hour}{person}"), "decisions": decisions, "channel": "inbound-call",
                }));
            }
        }
    }
    let closed = floor.handle.execute(Envelope {
        at: Some(at("2026-11-20T12:40:00+03:00")),
        ..Envelope::new(Session::floor(), Command::from_wire("day.close", &json!({"through": "2026-11-19"})).unwrap())
    });
    assert!(matches!(closed, Outcome::Accepted(_)), "{closed:?}");
    floor
}

fn draft_second(floor: &Floor, irina: &Session) {
    let moment = "2026-11-09T08:30:00+03:00";
    floor.must(irina, moment, "set.draft", &json!({"set": SECOND_SET, "department": "SUP", "name": "Нормативы поддержки с февраля", "from": FIRST_SET.to_string()}));
    for (code, cmin) in [("TARIFF", 231), ("BALANCE", 162), ("REFUND", 702), ("VISIT", 330), ("KEEP", 480)] {
        floor.must(
            irina,
            moment,
            "set.norm",
            &json!({"set": SECOND_SET, "action": code, "expert_cmin": cmin, "reason": "новая карточка клиента"}),
        );
    }
    floor.must(irina, moment, "set.pilot", &json!({"set": SECOND_SET, "from": "2026-11-10", "to": "2026-11-23"}));
}

/// The same with the second set submitted.
fn submit_second(floor: &Floor) {
    let irina = floor.sign_in("irina");
    let grounds = "Изменилась техника: новая карточка клиента в учётной системе";
    floor.must(&irina, "2026-11-20T12:45:00+03:00", "set.submit", &json!({"set": SECOND_SET, "grounds": grounds}));
}

/// The same approved by order No. 2 from the 21st of January on.
fn approve_second(floor: &Floor) {
    let director = floor.sign_in("director");
    floor.must(&director, "2026-11-20T12:46:00+03:00", "order.approve", &json!({
        "order": Uuid::from_u128(602), "set": SECOND_SET, "number": "2", "date": "2026-11-20", "effective": "2027-01-21",
        "pilot_reason": "новая карточка введена с 9 ноября", "representative": "№ 15 от 19.11.2026",
    }));
}

fn said(play: &Harness<'_, Play>) -> String {
    format!("{:?}", play.state().said)
}

#[test]
fn terms_are_changed_what_lacks_is_mended_and_a_pilot_begins() {
    let floor = Rc::new(with_studies());
    let irina = floor.sign_in("irina");
    let set = Uuid::from_u128(700);
    floor.must(
        &irina,
        "2026-09-03T09:00:00+03:00",
        "set.draft",
        &json!({"set": set, "department": "SUP", "name": "Первые", "from": "studies", "allowance_bp": 500}),
    );
    let mut norms = light(Play::new(&floor, "irina", Place::Norms, Lang::Ru, "2026-09-03T10:00:00+03:00"));
    let before = norms.state().set_view().unwrap();
    press(&mut norms, Key::T);
    fill(&mut norms, "Название", "Первые нормативы");
    fill(&mut norms, "Надбавка сборника, %", "10");
    click(&mut norms, "От времени смены");
    assert!(norms.query_by_label_contains("×1,1111").is_some(), "the factor is said while it is typed");
    command(&mut norms, Key::Enter);
    let after = norms.state().set_view().unwrap();
    assert_eq!(
        (after.name.as_str(), after.allowance_bp.0, after.convention.as_str()),
        ("Первые нормативы", 1_000, "shift")
    );
    let norm = |set: &norma::views::norms::SetView| set.lines[0].norm_cmin.0;
    assert!(norm(&after) > norm(&before), "measured norms are taken again: {}", said(&norms));
    // A pilot is refused by the dialog while something lacks; each line of the list mends its own.
    press(&mut norms, Key::P);
    command(&mut norms, Key::Enter);
    assert_eq!(norms.state().set_view().unwrap().state, SetState::Draft);
    press(&mut norms, Key::Escape);
    for (label, minutes) in [("Задать: Изменение реквизитов", "1,75"), ("Задать: Удержание клиента", "4,2")]
    {
        click(&mut norms, label);
        fill(&mut norms, "Норматив, мин", minutes);
        fill(&mut norms, "Почему столько", "по опыту");
        command(&mut norms, Key::Enter);
    }
    assert!(norms.query_by_label_contains("До обкатки и подачи").is_none());
    press(&mut norms, Key::P);
    assert!(norms.query_by_label_contains("10 рабочих дней").is_some(), "ten work days are proposed");
    fill(&mut norms, "По рабочий день", "10.09.2026");
    assert!(norms.query_by_label_contains("приказ попросит причину").is_some());
    fill(&mut norms, "По рабочий день", "18.09.2026");
    command(&mut norms, Key::Enter);
    let set = norms.state().set_view().unwrap();
    assert_eq!(set.state, SetState::Pilot, "{}", said(&norms));
    let pilot = set.pilot.unwrap();
    assert_eq!((pilot.from.to_string().as_str(), pilot.to.to_string().as_str()), ("2026-09-04", "2026-09-18"));
    // Nothing is edited under pilot; taken back it is a draft again.
    assert!(norms.query_by_label_contains("Условия").is_none());
    click(&mut norms, "Забрать");
    fill_area(&mut norms, "Почему", "нашлась ошибка в замерах");
    command(&mut norms, Key::Enter);
    assert!(norms.state().set_view().unwrap().state.is_draft(), "{}", said(&norms));
}

#[test]
fn an_own_allowance_and_a_boost_are_taken_away_by_clearing_them() {
    let floor = Rc::new(with_studies());
    let irina = floor.sign_in("irina");
    let (set, moment) = (Uuid::from_u128(700), "2026-09-03T09:00:00+03:00");
    floor.must(
        &irina,
        moment,
        "set.draft",
        &json!({"set": set, "department": "SUP", "name": "Первые", "from": "studies", "allowance_bp": 500}),
    );
    floor.must(&irina, moment, "set.norm", &json!({"set": set, "action": "TARIFF", "study": Uuid::from_u128(1_000), "allowance_bp": 1_200, "boost_bp": 12_000, "boost_reason": "дороже"}));
    let mut norms = light(Play::new(&floor, "irina", Place::Norms, Lang::Ru, "2026-09-03T10:00:00+03:00"));
    let line = |norms: &Harness<'_, Play>| {
        let set = norms.state().set_view().unwrap();
        set.lines.into_iter().find(|line| line.action == "TARIFF").unwrap()
    };
    assert_eq!((line(&norms).allowance_bp.map(|share| share.0), line(&norms).boost_bp.0), (Some(1_200), 12_000));
    let place = norms.state().set_view().unwrap();
    let row = place.missing.len() + place.lines.iter().position(|line| line.action == "TARIFF").unwrap();
    norms.get_by_label("Нормативы сборника «Первые»").focus();
    norms.run_steps(2);
    press(&mut norms, Key::ArrowDown);
    press(&mut norms, Key::Home);
    for _ in 0..row {
        press(&mut norms, Key::ArrowDown);
    }
    press(&mut norms, Key::Enter);
    norms.run_steps(2);
    for field in ["Своя надбавка, %", "Повышенный KPI, ×"] {
        norms.get_by_role_and_label(egui::accesskit::Role::TextInput, field).focus();
        norms.run_steps(2);
        norms.key_press_modifiers(Modifiers::COMMAND, Key::A);
        press(&mut norms, Key::Delete);
    }
    command(&mut norms, Key::Enter);
    let line = line(&norms);
    assert_eq!((line.allowance_bp, line.boost_bp.0, line.boost_reason), (None, 10_000, None), "{}", said(&norms));
}

#[test]
fn a_report_shows_people_actions_and_days_and_goes_into_files() {
    let floor = Rc::new(in_pilot());
    let mut norms = light(Play::new(&floor, "irina", Place::Norms, Lang::Ru, NOON));
    press(&mut norms, Key::R);
    norms.run_steps(3);
    let replay = norms.state().replay().unwrap();
    assert_eq!((replay.closed_days, replay.people.len()), (8, 4));
    assert!(norms.query_by_label_contains("закрыто 8 из 10 дней").is_some());
    assert!(norms.query_by_label_contains("Медианный день человека").is_some());
    let winners = replay.winners;
    assert!(norms.query_by_label_contains(&format!("{} / {}", winners, replay.losers)).is_some());
    // Every number of the picture stands in its table too.
    click(&mut norms, "Показать таблицей");
    norms.get_by_label("Люди до и после");
    for table in ["Отчёт по людям", "Отчёт по действиям", "Отчёт по дням"] {
        norms.get_by_label(table);
        press(&mut norms, Key::T);
    }
    norms.get_by_label("Сегодня по людям");
    norms.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::E);
    norms.run_steps(2);
    command(&mut norms, Key::E);
    let [csv, xlsx] = norms.state().saved.as_slice() else { panic!("two files") };
    let text = String::from_utf8((csv.make)().unwrap()).unwrap();
    assert_eq!((text.lines().count(), text.starts_with("operator,operator_name,days,")), (5, true), "{text}");
    assert!((xlsx.make)().unwrap().starts_with(b"PK"));
    // October had no work; the arrows step through closed months.
    press(&mut norms, Key::ArrowLeft);
    norms.run_steps(2);
    assert!(norms.query_by_label_contains("нет закрытых дней с работой").is_some());
    press(&mut norms, Key::P);
    norms.run_steps(2);
    assert!(norms.query_by_label_contains("Отчёт по людям").is_some());
    press(&mut norms, Key::Escape);
    norms.get_by_label("Сборники нормативов");
    assert_eq!(norms.state().report, None, "nothing is asked for any more");
}

#[test]
fn an_order_says_why_its_pilot_was_short_and_how_long_its_notice_is() {
    let floor = Rc::new(in_pilot());
    submit_second(&floor);
    let mut orders = light(Play::new(&floor, "director", Place::Orders, Lang::Ru, NOON));
    press(&mut orders, Key::R);
    orders.run_steps(3);
    assert!(
        orders.query_by_label_contains("Люди до и после. ").is_some(),
        "the effect on people stands before the signature"
    );
    command(&mut orders, Key::Enter);
    orders.run_steps(2);
    assert!(orders.query_by_label_contains("Закрыто 8 из 10 дней обкатки").is_some());
    fill(&mut orders, "Номер", "1");
    assert!(orders.query_by_label_contains("Номер уже занят").is_some());
    fill(&mut orders, "Номер", "2-К");
    fill(&mut orders, "Действует с", "01.12.2026");
    assert!(orders.query_by_label_contains("20.01.2027: не хватает 50 дней").is_some());
    fill(&mut orders, "Действует с", "21.01.2027");
    assert!(orders.query_by_label_contains("с запасом в 1 день").is_some());
    fill(&mut orders, "Ваш пароль", PASSWORD);
    command(&mut orders, Key::Enter);
    assert_eq!(orders.state().book().orders.len(), 1, "without the pilot's reason nothing goes out");
    fill(&mut orders, "Почему без полной обкатки", "срок ввода карточки");
    command(&mut orders, Key::Enter);
    let order = orders.state().order_view().expect("the order is shown");
    assert_eq!(
        (order.number.as_str(), order.pilot_days, order.pilot_reason.as_deref()),
        ("2-К", 8, Some("срок ввода карточки"))
    );
    assert_eq!((order.supersedes.as_deref(), order.missing), (Some("1"), 4));
    assert!(orders.query_by_label_contains("сходится с приказом").is_some(), "the fingerprint is made anew");
    for word in ["PDF", "XLSX", "JSON"] {
        click(&mut orders, word);
    }
    let files: Vec<(String, Vec<u8>)> =
        orders.state().saved.iter().map(|file| (file.file.clone(), (file.make)().unwrap())).collect();
    let [pdf, xlsx, json] = files.as_slice() else { panic!("three files") };
    assert!(pdf.1.starts_with(b"%PDF-") && xlsx.1.starts_with(b"PK"));
    assert_eq!(json.0, "приказ_2-К.json");
    assert_eq!(serde_json::from_slice::<serde_json::Value>(&json.1).unwrap()["number"], "2-К");
}

#[test]
fn an_order_not_in_force_is_revoked_with_a_reason_and_the_password() {
    let floor = Rc::new(in_pilot());
    submit_second(&floor);
    approve_second(&floor);
    let mut orders = light(Play::new(&floor, "director", Place::Orders, Lang::Ru, NOON));
    assert_eq!(orders.state().order_view().unwrap().number, "2");
    click(&mut orders, "Отменить приказ");
    fill(&mut orders, "Ваш пароль", PASSWORD);
    command(&mut orders, Key::Enter);
    assert!(orders.state().order_view().unwrap().revocation.is_none(), "no reason, no revocation");
    fill(&mut orders, "Почему отменяется", "ошибка в доле тяжёлых случаев");
    command(&mut orders, Key::Enter);
    let order = orders.state().order_view().unwrap();
    assert_eq!(order.set.state, SetState::Revoked, "{}", said(&orders));
    assert_eq!(order.revocation.unwrap().number, "3");
    assert!(orders.query_by_label_contains("Отменён приказом № 3 от 20.11.2026").is_some());
    assert!(orders.query_by_label("Отменить приказ").is_none());
    // The order in force can't be revoked.
    click(&mut orders, "№ 1 · SUP, действует");
    assert!(orders.query_by_label("Отменить приказ").is_none());
}

#[test]
fn an_operator_opens_the_own_changes_before_acknowledging_and_the_director_sees_it() {
    let floor = Rc::new(in_pilot());
    submit_second(&floor);
    approve_second(&floor);
    let mut anna = light(Play::new(&floor, "anna", Place::Acquaintance, Lang::Ru, NOON));
    assert_eq!(anna.state().me().to_acknowledge, 1);
    assert!(anna.query_by_label_contains("вступит в силу через 62 дня").is_some());
    command(&mut anna, Key::Enter);
    assert_eq!(anna.state().me().to_acknowledge, 1, "not before the changes were opened");
    assert!(anna.query_by_label("Что меняет приказ").is_none());
    press(&mut anna, Key::Enter);
    anna.get_by_label("Что меняет приказ");
    let view = anna.state().acknowledge();
    let quantities: Vec<i64> = view.orders[0].changes.iter().map(|one| one.quantity).collect();
    assert!(quantities[0] > 0 && quantities.is_sorted_by(|a, b| a >= b), "own work first: {quantities:?}");
    command(&mut anna, Key::Enter);
    assert_eq!(anna.state().me().to_acknowledge, 0, "{}", said(&anna));
    assert!(anna.query_by_label_contains("надо ознакомиться, нет").is_some());
    let mut orders = light(Play::new(&floor, "director", Place::Orders, Lang::Ru, NOON));
    press(&mut orders, Key::R);
    assert!(orders.query_by_label_contains("Ещё не ознакомились 3 человека").is_some());
    let sheet = orders.state().sheet().unwrap();
    let known: Vec<&str> = sheet.people.iter().filter(|one| one.at.is_some()).map(|one| one.code.as_str()).collect();
    assert_eq!(known, ["anna"]);
}

#[test]
fn a_supervisor_names_a_deputy_and_ends_the_time_sooner() {
    let floor = Rc::new(in_pilot());
    let mut orders = light(Play::new(&floor, "irina", Place::Orders, Lang::Ru, NOON));
    press(&mut orders, Key::A);
    orders.get_by_role_and_label(egui::accesskit::Role::ComboBox, "Кто замещает").click();
    orders.run_steps(3);
    orders.event(egui::Event::Text("Борис".to_owned()));
    orders.run_steps(2);
    press(&mut orders, Key::Enter);
    fill(&mut orders, "С дня", "20.11.2026");
    fill(&mut orders, "По день", "19.11.2026");
    command(&mut orders, Key::Enter);
    assert!(orders.state().deputies().unwrap().deputies.is_empty(), "the days are in the wrong order");
    fill(&mut orders, "По день", "27.11.2026");
    command(&mut orders, Key::Enter);
    let deputies = orders.state().deputies().unwrap().deputies;
    assert_eq!(
        (deputies.len(), deputies[0].person.code.as_str(), deputies[0].acting),
        (1, "boris", true),
        "{}",
        said(&orders)
    );
    let boris = Play::new(&floor, "boris", Place::Norms, Lang::Ru, NOON);
    assert!(boris.me().deputy && boris.me().may.norms_keep);
    click(&mut orders, "Завершить: Борис Ким");
    assert!(orders.state().deputies().unwrap().deputies[0].ended.is_some(), "{}", said(&orders));
    assert!(!boris.me().may.norms_keep);
}

#[test]
fn the_firms_own_words_are_saved_block_by_block_and_taken_back_by_clearing() {
    let floor = Rc::new(in_force());
    let mut orders = light(Play::new(&floor, "director", Place::Orders, Lang::Ru, "2026-09-10T10:00:00+03:00"));
    press(&mut orders, Key::W);
    fill(&mut orders, "Подпись", "Генеральный директор");
    fill_area(&mut orders, "Вступление", "В связи с {grounds}");
    command(&mut orders, Key::Enter);
    let ru = orders.state().wording(Lang::Ru);
    assert_eq!(ru.signature.as_deref(), Some("Генеральный директор"), "{}", said(&orders));
    assert_eq!((ru.preamble.as_deref(), ru.heading), (Some("В связи с {grounds}"), None));
    // What an order does not know is refused, and nothing typed is lost.
    press(&mut orders, Key::W);
    click(&mut orders, "По-английски");
    fill(&mut orders, "Подпись", "{salary}");
    command(&mut orders, Key::Enter);
    assert!(
        orders.query_by_label("Записать формулировки").is_some()
            && orders.state().wording(Lang::En).signature.is_none()
    );
    fill(&mut orders, "Подпись", "Director");
    command(&mut orders, Key::Enter);
    assert_eq!(orders.state().wording(Lang::En).signature.as_deref(), Some("Director"));
}

/// Saves what is on screen for people to look at.
fn picture(harness: &mut Harness<'_, Play>, name: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/pictures");
    std::fs::create_dir_all(&folder).unwrap();
    harness.run_steps(3);
    harness.render().unwrap().save(folder.join(format!("{name}.png"))).unwrap();
}

#[test]
fn pictures_of_the_way() {
    let floor = Rc::new(in_pilot());
    let open_as = |login: &str, place: Place, (dark, lang): (bool, Lang), height: f32| {
        open(Play::new(&floor, login, place, lang, NOON), dark, [1280.0, height])
    };
    let tail = |(dark, lang): (bool, Lang)| format!("{}-{}", if dark { "dark" } else { "light" }, lang.code());
    for look in crate::support::looks() {
        let mut norms = open_as("irina", Place::Norms, look, 720.0);
        picture(&mut norms, &format!("way-pilot-{}", tail(look)));
        press(&mut norms, Key::R);
        picture(&mut norms, &format!("way-report-{}", tail(look)));
        let mut norms = open_as("irina", Place::Norms, look, 1500.0);
        press(&mut norms, Key::R);
        norms.run_steps(2);
        press(&mut norms, Key::T);
        picture(&mut norms, &format!("way-report-long-{}", tail(look)));
    }
    submit_second(&floor);
    let irina = floor.sign_in("irina");
    let draft = Uuid::from_u128(503);
    floor.must(&irina, "2026-11-20T12:45:30+03:00", "set.draft", &json!({"set": draft, "department": "SUP", "name": "Черновик на второй квартал", "from": "studies", "allowance_bp": 800, "convention": "shift"}));
    for look in crate::support::looks() {
        let mut norms = open_as("irina", Place::Norms, look, 720.0);
        picture(&mut norms, &format!("way-draft-{}", tail(look)));
        for (key, name) in [(Key::T, "terms"), (Key::P, "begin")] {
            press(&mut norms, key);
            picture(&mut norms, &format!("way-{name}-{}", tail(look)));
            press(&mut norms, Key::Escape);
        }
        let mut orders = open_as("director", Place::Orders, look, 720.0);
        picture(&mut orders, &format!("way-waiting-{}", tail(look)));
        press(&mut orders, Key::R);
        picture(&mut orders, &format!("way-people-{}", tail(look)));
        command(&mut orders, Key::Enter);
        picture(&mut orders, &format!("way-approve-{}", tail(look)));
        press(&mut orders, Key::Escape);
        press(&mut orders, Key::W);
        picture(&mut orders, &format!("way-wording-{}", tail(look)));
        press(&mut orders, Key::Escape);
        let mut orders = open_as("irina", Place::Orders, look, 720.0);
        press(&mut orders, Key::A);
        picture(&mut orders, &format!("way-deputies-{}", tail(look)));
    }
    approve_second(&floor);
    let anna = floor.sign_in("anna");
    floor.must(&anna, "2026-11-20T12:48:00+03:00", "order.acknowledge", &json!({"order": Uuid::from_u128(602)}));
    for look in crate::support::looks() {
        let mut orders = open_as("director", Place::Orders, look, 720.0);
        picture(&mut orders, &format!("way-order-{}", tail(look)));
        press(&mut orders, Key::R);
        picture(&mut orders, &format!("way-sheet-{}", tail(look)));
        click(&mut orders, &look.1.t("orders-revoke"));
        picture(&mut orders, &format!("way-revoke-{}", tail(look)));
        let mut boris = open_as("boris", Place::Acquaintance, look, 720.0);
        picture(&mut boris, &format!("way-acknowledge-{}", tail(look)));
        press(&mut boris, Key::Enter);
        picture(&mut boris, &format!("way-acknowledge-open-{}", tail(look)));
        let mut anna = open_as("anna", Place::Acquaintance, look, 720.0);
        picture(&mut anna, &format!("way-acknowledge-none-{}", tail(look)));
    }
}
