//! The board of absences and cover on a real floor, by keys, dragging and accessible names; `pictures` draws it for people to look at.

use std::rc::Rc;

use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use norma::desktop::action::Place;
use norma::domain::units::CentiMinutes;
use norma::floor::Envelope;
use norma::floor::command::Command;
use norma::floor::sign_in::Session;
use norma::locale::Lang;
use norma::views::absences::AbsenceView;
use norma::worker::Outcome;
use serde_json::json;
use uuid::Uuid;

use crate::desktop_screens::floor::{Floor, at, in_force};
use crate::desktop_screens::picture;
use crate::desktop_screens::play::{Play, click, command, fill, light, open, press, write};
use crate::desktop_study as window;

const NOW: &str = "2026-11-19T09:30:00+03:00";

/// November with Boris ill from the 16th: Vera covers by agreement, Anna by a mark and without an agreement.
fn staffed() -> Floor {
    let floor = in_force();
    let director = floor.sign_in("director");
    let irina = floor.sign_in("irina");
    let october = "2026-10-20T10:00:00+03:00";
    let payroll =
        json!({"code": "pay", "name": "Бэлла Бух", "login": "pay", "roles": ["payroll"], "from": "2026-09-01"});
    floor.must(&director, october, "person.add", &payroll);
    floor.must(&director, october, "password.set", &json!({"person": "pay"}));
    let payroll = floor.sign_in("pay");
    let scheme = json!({"scheme": "OP", "department": "SUP", "name": "Операторы", "fixed_bp": 4000, "cover_bp": 5000, "bands": [[0, 10000]], "cap_bp": 11000, "floor_bp": 8000});
    floor.must(&payroll, october, "scheme.draft", &scheme);
    floor.must(&payroll, october, "scheme.submit", &json!({"scheme": "OP", "grounds": "введение KPI"}));
    for code in ["anna", "boris", "vera"] {
        floor.must(&payroll, october, "person.change", &json!({"code": code, "salary_minor": 6_000_000}));
    }
    let approved = json!({"scheme": "OP", "number": "12-ОТ", "date": "2026-10-20", "effective": "2026-11-01"});
    floor.must(&director, october, "scheme.approve", &approved);
    let hired = "2026-11-02T08:00:00+03:00";
    let zoya = json!({"code": "zoya", "name": "Зоя Крылова", "login": "zoya", "roles": ["operator", "supervisor"], "department": "SUP", "from": "2026-09-01"});
    floor.must(&director, hired, "person.add", &zoya);
    floor.must(&director, hired, "password.set", &json!({"person": "zoya"}));
    let morning = "2026-11-16T08:30:00+03:00";
    let ill = json!({"absence": Uuid::from_u128(1), "person": "boris", "from": "2026-11-16", "to": "2026-11-20", "kind": "sick leave"});
    floor.must(&irina, morning, "absence.add", &ill);
    let short = json!({"absence": Uuid::from_u128(2), "person": "gleb", "from": "2026-11-17T16:00", "to": "2026-11-17T18:00", "kind": "short leave"});
    floor.must(&irina, morning, "absence.add", &short);
    let idle = json!({"downtime": Uuid::from_u128(3), "people": ["anna", "gleb"], "from": "2026-11-18T14:00", "to": "2026-11-18T15:00", "cause": "employer", "reason": "не было связи"});
    floor.must(&irina, morning, "downtime.add", &idle);
    let cover = json!({"cover": Uuid::from_u128(4), "coverer": "vera", "absent": "boris", "from": "2026-11-16", "to": "2026-11-20"});
    floor.must(&irina, morning, "cover.propose", &cover);
    let (anna, vera) = (floor.sign_in("anna"), floor.sign_in("vera"));
    for day in 16..=18_u128 {
        if day == 17 {
            floor.must(&vera, "2026-11-17T08:40:00+03:00", "cover.accept", &json!({"cover": Uuid::from_u128(4)}));
        }
        for (place, (login, operator)) in [("anna", &anna), ("vera", &vera)].into_iter().enumerate() {
            for part in 0..2_u128 {
                let mut ticket = json!({"ticket": Uuid::from_u128(9_000 + day * 10 + place as u128 * 2 + part), "client": "Петров",
                    "decisions": [{"action": "REFUND", "quantity": 60}]});
                if part == 1 {
                    ticket["decisions"] = json!([{"action": "TARIFF", "quantity": 70}]);
                    if login == "anna" && day == 17 {
                        ticket["on_behalf_of"] = json!("boris");
                    }
                }
                let moment = format!("2026-11-{day}T{}:{}0:00+03:00", 17 + place, 1 + part);
                floor.must(operator, &moment, "ticket.save", &ticket);
            }
        }
    }
    let closed = floor.handle.execute(Envelope {
        at: Some(at("2026-11-19T09:00:00+03:00")),
        ..Envelope::new(Session::floor(), Command::from_wire("day.close", &json!({"through": "2026-11-18"})).unwrap())
    });
    assert!(matches!(closed, Outcome::Accepted(_)), "{closed:?}");
    floor
}

fn board(floor: &Rc<Floor>, login: &str) -> Harness<'static, Play> {
    light(Play::new(floor, login, Place::Absences, Lang::Ru, NOW))
}

fn absence(play: &Harness<'_, Play>, person: &str, kind: &str) -> Option<AbsenceView> {
    play.state().board().absences.into_iter().find(|one| one.person == person && one.kind == kind)
}

fn cell(play: &Harness<'_, Play>, begins: &str) -> egui::Rect {
    play.get_by_label_contains(begins).rect()
}

/// Drags from one cell to another.
fn drag(play: &mut Harness<'_, Play>, from: &str, to: &str) {
    let (from, to) = (cell(play, from).center(), cell(play, to).center());
    play.hover_at(from);
    play.run_steps(1);
    play.drag_at(from);
    play.run_steps(1);
    for step in 1..=4_u8 {
        play.hover_at(from + (to - from) * (f32::from(step) / 4.0));
        play.run_steps(1);
    }
    play.drop_at(to);
    play.run_steps(2);
}

fn undo(play: &mut Harness<'_, Play>) {
    let command = play.state_mut().undo.take().expect("a way back");
    play.state_mut().execute("undo", command, None);
    play.run_steps(2);
}

#[test]
fn an_absence_is_recorded_changed_and_taken_back_by_the_keyboard_alone() {
    let floor = Rc::new(staffed());
    let mut play = board(&floor, "irina");
    // The first arrow stands on today, in the first row: Anna; Vera is the fourth.
    press(&mut play, Key::ArrowRight);
    press(&mut play, Key::ArrowDown);
    press(&mut play, Key::ArrowDown);
    press(&mut play, Key::ArrowDown);
    press(&mut play, Key::ArrowRight);
    play.key_press_modifiers(Modifiers::SHIFT, Key::ArrowRight);
    play.run_steps(2);
    press(&mut play, Key::Enter);
    write(&mut play, "отпуск");
    press(&mut play, Key::Enter);
    command(&mut play, Key::Enter);
    let added = absence(&play, "vera", "vacation").unwrap_or_else(|| panic!("{:?}", play.state().said));
    assert_eq!(
        (added.first_day.to_string().as_str(), added.last_day.to_string().as_str()),
        ("2026-11-20", "2026-11-21")
    );
    assert!(added.whole && added.leaves_plan);
    assert!(play.query_by_label_contains("Вера Лапина, 20.11.2026; по графику 480,00 мин; Отпуск 480,00").is_some());
    undo(&mut play);
    assert!(absence(&play, "vera", "vacation").is_none());

    // What stands in one cell opens to be changed, and wants a reason.
    play.get_by_label("Табель отсутствий").focus();
    drag(&mut play, "Глеб Титов, 17.11.2026", "Глеб Титов, 17.11.2026");
    press(&mut play, Key::Enter);
    fill(&mut play, "Время конца", "17:30");
    command(&mut play, Key::Enter);
    assert!(play.query_by_label_contains("Напишите, почему запись меняется").is_some());
    fill(&mut play, "Почему меняете", "вернулся раньше");
    command(&mut play, Key::Enter);
    let changed = absence(&play, "gleb", "short-leave").unwrap();
    assert_eq!((changed.version, &changed.to[11..16]), (2, "17:30"), "{:?}", play.state().said);
    let row = play.state().board().people.into_iter().find(|person| person.person == "gleb").unwrap();
    assert_eq!(row.own_absence_cmin, Some(CentiMinutes(9_000)), "what stays in the plan is A");
    assert!(play.query_by_label_contains("Отсутствия, которые остаются в плане месяца: 90,00 мин").is_some());

    press(&mut play, Key::Delete);
    press(&mut play, Key::Enter);
    assert!(absence(&play, "gleb", "short-leave").is_some(), "without a reason nothing is taken back");
    write(&mut play, "отменил сам");
    press(&mut play, Key::Enter);
    assert!(absence(&play, "gleb", "short-leave").is_none(), "{:?}", play.state().said);
}

#[test]
fn days_are_dragged_over_and_downtime_holds_for_several() {
    let floor = Rc::new(staffed());
    let mut play = board(&floor, "irina");
    drag(&mut play, "Вера Лапина, 23.11.2026", "Вера Лапина, 25.11.2026");
    press(&mut play, Key::N);
    write(&mut play, "обуч");
    press(&mut play, Key::Enter);
    command(&mut play, Key::Enter);
    let added = absence(&play, "vera", "training").unwrap_or_else(|| panic!("{:?}", play.state().said));
    assert_eq!(
        (added.first_day.to_string().as_str(), added.last_day.to_string().as_str()),
        ("2026-11-23", "2026-11-25")
    );

    drag(&mut play, "Вера Лапина, 26.11.2026", "Глеб Титов, 26.11.2026");
    press(&mut play, Key::D);
    click(&mut play, "по вине работника");
    click(&mut play, "по не зависящим от сторон причинам");
    fill(&mut play, "Примечание", "авария у провайдера");
    command(&mut play, Key::Enter);
    let idle = play.state().board().downtimes.into_iter().find(|one| one.cause == "nobody").unwrap();
    assert_eq!(idle.people, ["vera", "gleb"], "{:?}", play.state().said);
    assert_eq!(play.query_all_by_label_contains("Простой по не зависящим от сторон причинам 480,00").count(), 2);

    // Several people's absences go out one after another.
    drag(&mut play, "Анна Петрова, 27.11.2026", "Борис Ким, 27.11.2026");
    press(&mut play, Key::N);
    write(&mut play, "команд");
    press(&mut play, Key::Enter);
    command(&mut play, Key::Enter);
    assert!(absence(&play, "anna", "trip").is_some() && absence(&play, "boris", "trip").is_some());
    press(&mut play, Key::Delete);
    write(&mut play, "поездка не нужна");
    press(&mut play, Key::Enter);
    assert!(absence(&play, "anna", "trip").is_none() && absence(&play, "boris", "trip").is_none());
    let said = format!("{:?}", play.state().said);
    assert!(said.contains("Записано отсутствий: 2") && said.contains("Отменено записей: 2"), "{said}");

    // The filter finds by a word in the wrong layout; the month turns by its keys.
    command(&mut play, Key::F);
    write(&mut play, "kfgbyf");
    assert!(play.query_by_label("Вера Лапина").is_some() && play.query_by_label("Анна Петрова").is_none());
    press(&mut play, Key::Escape);
    press(&mut play, Key::PageDown);
    assert_eq!(play.state().board_month, "2026-12");
}

#[test]
fn nobody_records_an_absence_of_his_own_and_operators_read() {
    let floor = Rc::new(staffed());
    let mut play = board(&floor, "zoya");
    drag(&mut play, "Зоя Крылова, 24.11.2026", "Зоя Крылова, 25.11.2026");
    press(&mut play, Key::N);
    write(&mut play, "отпуск");
    press(&mut play, Key::Enter);
    command(&mut play, Key::Enter);
    assert!(play.query_by_label_contains("сам себе никто не записывает").is_some(), "the refusal stands in the dialog");
    assert!(play.query_by_label("Записать").is_some(), "and nothing typed is lost");
    assert!(absence(&play, "zoya", "vacation").is_none());

    let mut play = board(&floor, "gleb");
    let view = play.state().board();
    assert_eq!(view.people.iter().map(|person| person.person.as_str()).collect::<Vec<_>>(), ["gleb"]);
    assert!(!view.may_record);
    press(&mut play, Key::ArrowRight);
    press(&mut play, Key::Enter);
    press(&mut play, Key::N);
    assert!(play.query_by_label("Записать").is_none(), "an operator records nothing");
}

#[test]
fn cover_is_proposed_accepted_and_withdrawn_and_the_table_says_what_the_floor_says() {
    let floor = Rc::new(staffed());
    let mut play = board(&floor, "irina");
    drag(&mut play, "Борис Ким, 19.11.2026", "Борис Ким, 19.11.2026");
    press(&mut play, Key::P);
    // The dates are those of the absence; the usual surplus stands beside each name.
    let anna = play.state().board().people.into_iter().find(|person| person.person == "anna").unwrap();
    let usual = format!("обычно сверх плана {} мин", Lang::Ru.minutes(anna.usual_surplus_cmin.unwrap()));
    write(&mut play, "анна");
    press(&mut play, Key::Enter);
    play.run_steps(2);
    assert!(play.query_by_label_contains(&usual).is_some(), "{usual}");
    fill(&mut play, "Доля, %", "60");
    command(&mut play, Key::Enter);
    let proposed = play.state().board().agreements.into_iter().find(|one| one.coverer == "anna").unwrap();
    assert_eq!((proposed.from.to_string().as_str(), proposed.to.to_string().as_str()), ("2026-11-16", "2026-11-20"));
    assert_eq!((proposed.share_bp.unwrap().0, proposed.state.as_str()), (6_000, "proposed"));

    let mut own = board(&floor, "anna");
    // What was offered stands right below the own row.
    click(&mut own, "Согласиться");
    let accepted = own.state().board().agreements.into_iter().find(|one| one.coverer == "anna").unwrap();
    assert_eq!(accepted.accepted.unwrap().to_string(), "2026-11-19", "{:?}", own.state().said);
    assert!(own.query_by_label_contains("действует 19.11.2026 – 20.11.2026").is_some());

    press(&mut play, Key::Num2);
    let view = play.state().cover();
    assert!(view.cover_by_day_cmin.len() >= 5, "{:?}", view.cover_by_day_cmin);
    let reasons: Vec<&str> = view.cover_by_day_cmin.iter().map(|day| day.why.as_str()).collect();
    assert!(reasons.contains(&"agreement") && reasons.contains(&"free") && reasons.contains(&"mark"), "{reasons:?}");
    for day in &view.cover_by_day_cmin {
        assert!(play.query_all_by_label(&Lang::Ru.minutes(day.minutes_cmin)).next().is_some(), "{day:?}");
    }
    assert!(view.funds.is_none() && play.query_by_label("Сумма").is_none(), "a supervisor sees no money");
    click(&mut play, "За месяц");
    let vera: i64 =
        view.cover_by_day_cmin.iter().filter(|day| day.coverer == "vera").map(|day| day.minutes_cmin.0).sum();
    assert!(play.query_by_label(&Lang::Ru.minutes(CentiMinutes(vera))).is_some(), "{vera}");

    // The director sees what it costs, the operator what it brings: the same kopecks.
    let director = board(&floor, "director");
    let funds = director.state().cover().funds.unwrap();
    let brings = own.state().cover().own;
    assert_eq!(Some(&brings[0].amount_minor), funds[0].parts_minor.get("anna"), "{brings:?} {funds:?}");
    press(&mut own, Key::Num2);
    click(&mut own, "За месяц");
    assert!(own.query_by_label(&Lang::Ru.money(brings[0].amount_minor)).is_some(), "{brings:?}");

    play.get_by_label_contains("Анна Петрова → Борис Ким, ").click();
    play.run_steps(2);
    press(&mut play, Key::Delete);
    press(&mut play, Key::Enter);
    let withdrawn = play.state().board().agreements.into_iter().find(|one| one.coverer == "anna").unwrap();
    assert_eq!(withdrawn.state, "withdrawn", "{:?}", play.state().said);
}

#[test]
fn the_window_leads_to_both_places_and_hands_the_outcomes_back() {
    let floor = staffed();
    let (mut window, _) = window::window(&floor, "irina", Lang::Ru, false, [1280.0, 720.0]);
    window::go(&mut window, Place::Absences);
    for key in [Key::ArrowRight, Key::ArrowDown, Key::Enter] {
        window::press(&mut window, key);
    }
    window::write(&mut window, "отпуск");
    window::press(&mut window, Key::Enter);
    window::command(&mut window, Modifiers::COMMAND, Key::Enter);
    assert!(window::says(&window, "Отсутствие записано"));
    assert!(
        window::says(&window, "Борис Ким, 14.12.2026; по графику 480,00 мин; Отпуск 480,00"),
        "the board is asked anew"
    );
    window.get_by_label("Отменить").click();
    window::settle(&mut window);
    assert!(!window::says(&window, "Отпуск 480,00"));
    window::press(&mut window, Key::PageUp);
    assert!(window::says(&window, "Борис Ким, 17.11.2026; по графику 480,00 мин; Больничный 480,00"));

    window::command(&mut window, Modifiers::COMMAND, Key::K);
    window::write(&mut window, "Календарь");
    window::press(&mut window, Key::Enter);
    assert_eq!(window::work(&window).place, Some(Place::Calendar));
    assert!(window::says(&window, "декабрь: 22 дн. · 176 ч"));
    for key in [Key::Num2, Key::ArrowDown, Key::Enter] {
        window::press(&mut window, key);
    }
    assert!(window::says(&window, "декабрь 2026: план "), "the floor tells the month's plan");
}

#[test]
fn pictures() {
    let floor = Rc::new(staffed());
    let many = Rc::new(in_force());
    let hires = many.sign_in("director");
    for number in 0..36 {
        let name = format!("{} {number:02}", ["Мария Соловьёва", "Константин Белозёрский", "Ольга Ли"][number % 3]);
        let person = json!({"code": format!("{}", 300 + number), "name": name, "roles": ["operator"], "department": "SUP", "from": "2026-09-01"});
        many.must(&hires, "2026-11-02T08:00:00+03:00", "person.add", &person);
    }
    let empty = Rc::new(Floor::create());
    for (dark, lang) in crate::support::looks() {
        let tail = format!("{}-{}", if dark { "dark" } else { "light" }, lang.code());
        let size = [1280.0, 720.0];
        let mut play = open(Play::new(&floor, "irina", Place::Absences, lang, NOW), dark, size);
        picture(&mut play, &format!("absences-{tail}"));
        let day = lang.date("2026-11-17".parse().unwrap());
        drag(&mut play, &format!("Борис Ким, {day}"), &format!("Борис Ким, {day}"));
        picture(&mut play, &format!("absences-chosen-{tail}"));
        press(&mut play, Key::Enter);
        picture(&mut play, &format!("absences-change-{tail}"));
        press(&mut play, Key::Escape);
        let day = lang.date("2026-11-24".parse().unwrap());
        drag(&mut play, &format!("Анна Петрова, {day}"), &format!("Вера Лапина, {day}"));
        press(&mut play, Key::D);
        picture(&mut play, &format!("absences-downtime-{tail}"));
        press(&mut play, Key::Escape);
        press(&mut play, Key::P);
        picture(&mut play, &format!("absences-propose-{tail}"));
        press(&mut play, Key::Escape);
        press(&mut play, Key::Escape);
        press(&mut play, Key::Num2);
        picture(&mut play, &format!("cover-{tail}"));
        let mut chief = open(Play::new(&floor, "director", Place::Absences, lang, NOW), dark, size);
        press(&mut chief, Key::Num2);
        click(&mut chief, &lang.t("cover-by-month"));
        picture(&mut chief, &format!("cover-month-{tail}"));
        let mut crowd = open(Play::new(&many, "irina", Place::Absences, lang, NOW), dark, size);
        picture(&mut crowd, &format!("absences-40-{tail}"));
        let mut far = Play::new(&floor, "irina", Place::Absences, lang, NOW);
        far.board_month = "2031-03".to_owned();
        let mut far = open(far, dark, size);
        picture(&mut far, &format!("absences-no-calendar-{tail}"));
        let mut bare = open(Play::new(&empty, "director", Place::Absences, lang, NOW), dark, size);
        picture(&mut bare, &format!("absences-empty-{tail}"));
        let mut own = open(Play::new(&floor, "vera", Place::Absences, lang, NOW), dark, size);
        picture(&mut own, &format!("absences-own-{tail}"));
    }
}
