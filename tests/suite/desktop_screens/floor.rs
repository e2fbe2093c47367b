//! A floor in a folder of its own, with people, studies, orders and a worked month, made by commands alone.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use norma::domain::calendar::DayEnd;
use norma::domain::instant::Instant;
use norma::floor::command::Command;
use norma::floor::question::Question;
use norma::floor::sign_in::{PasswordVerifier, Session};
use norma::floor::{Accepted, Envelope, setup};
use norma::views::View;
use norma::worker::{self, Handle, Outcome};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::support::FloorFile;

pub const PASSWORD: &str = "correct horse";

pub fn at(text: &str) -> Instant {
    serde_json::from_value(json!(text)).unwrap()
}

/// A floor in a folder of its own, with its worker.
pub struct Floor {
    _folder: Box<dyn std::any::Any>,
    pub password: &'static str,
    pub handle: Handle,
    /// The floor's clock: the moment of the newest command, or what a play says it is.
    pub clock: Arc<AtomicI64>,
}

impl Floor {
    pub fn create() -> Self {
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
        let clock = Arc::new(AtomicI64::new(at("2026-09-01T09:00:00+03:00").millis()));
        let shown = Arc::clone(&clock);
        let handle =
            worker::open(&path, Arc::new(move || Instant::from_millis(shown.load(Ordering::SeqCst)).unwrap())).unwrap();
        Self { _folder: Box::new(folder), password: PASSWORD, handle, clock }
    }

    /// A floor file that was made elsewhere, with the clock at a moment.
    pub fn over(file: FloorFile, now: &str) -> Self {
        let clock = Arc::new(AtomicI64::new(at(now).millis()));
        let shown = Arc::clone(&clock);
        let handle =
            worker::open(&file.path, Arc::new(move || Instant::from_millis(shown.load(Ordering::SeqCst)).unwrap()))
                .unwrap();
        Self { _folder: Box::new(file), password: crate::support::PASSWORD, handle, clock }
    }

    pub fn sign_in(&self, login: &str) -> Session {
        self.handle.sign_in(login, self.password).wait().unwrap().unwrap().0
    }

    pub fn send(&self, session: &Session, moment: Instant, name: &str, with: &Value) -> Outcome {
        self.clock.store(moment.millis(), Ordering::SeqCst);
        let command = Command::from_wire(name, with).unwrap();
        let secret = (name == "password.set").then(|| PasswordVerifier::new(PASSWORD).unwrap());
        let proof = matches!(name, "order.approve" | "order.revoke" | "scheme.approve")
            .then(|| self.handle.sign_in(session.code(), PASSWORD).wait().unwrap().unwrap().1);
        self.handle.execute(Envelope { at: Some(moment), secret, proof, ..Envelope::new(session.clone(), command) })
    }

    pub fn must(&self, session: &Session, moment: &str, name: &str, with: &Value) -> Accepted {
        match self.send(session, at(moment), name, with) {
            Outcome::Accepted(accepted) => accepted,
            other => panic!("{name} {with}: {other:?}"),
        }
    }

    pub fn ask(&self, session: &Session, question: Question) -> Option<View> {
        self.handle.ask(session, question).wait().unwrap().ok()
    }
}

pub const ACTIONS: [(&str, &str, &str, &str, i64, &str); 12] = [
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

pub const OPERATORS: [(&str, &str); 4] =
    [("anna", "Анна Петрова"), ("boris", "Борис Ким"), ("vera", "Вера Лапина"), ("gleb", "Глеб Титов")];

/// A floor with people, the catalogue, and studies of every action but the last two.
pub fn with_studies() -> Floor {
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
        if code == "REFUND" {
            action["asks_amount"] = json!(true);
        }
        floor.must(&irina, first, "action.add", &action);
    }
    for (number, (code, _, _, _, norm, hard)) in ACTIONS.iter().take(10).enumerate() {
        let study = Uuid::from_u128(1_000 + number as u128);
        floor.must(&irina, "2026-09-02T18:00:00+03:00", "study.open", &json!({"study": study, "action": code}));
        for place in 0..20_i64 {
            let spread = 80 + (place * 37 + number as i64 * 11) % 41;
            let is_hard = !hard.is_empty() && place % 10 == 9;
            let duration = norm * 600 * spread / 100 * if is_hard { 3 } else { 1 };
            floor.must(
                &irina,
                "2026-09-02T18:00:00+03:00",
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

pub const FIRST_SET: Uuid = Uuid::from_u128(501);

/// The same with a first set in force by order No. 1.
pub fn in_force() -> Floor {
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
pub fn in_november() -> Floor {
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

/// A set that waits for the director, and a draft that lacks something.
pub fn with_sets(floor: &Floor) {
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
