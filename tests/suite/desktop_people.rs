//! Departments and people on a real floor, by keys and accessible names; a floor made in the window from nothing; `pictures` draws
//! the screens for people to look at.

use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use egui::accesskit::Role as Kind;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use norma::desktop::action::Place;
use norma::desktop::app::{App, Clocks, Options};
use norma::domain::instant::Instant;
use norma::domain::people::Role;
use norma::domain::units::BasisPoints;
use norma::locale::Lang;
use norma::views::people::{PasswordState, PersonView};
use serde_json::json;

use crate::cpu_renderer::CpuRenderer;
use crate::desktop_screens::floor::{Floor, at};
use crate::desktop_screens::picture;
use crate::desktop_screens::play::{Play, click, command, fill, light, open, press, write};
use crate::desktop_study::{self as real, Window, says, settle, work};

const NOW: &str = "2026-11-19T09:30:00+03:00";

fn screen(floor: &Rc<Floor>, login: &str) -> Harness<'static, Play> {
    light(Play::new(floor, login, Place::People, Lang::Ru, NOW))
}

fn person(play: &Harness<'_, Play>, code: &str) -> Option<PersonView> {
    play.state().people().unwrap().people.into_iter().find(|person| person.code == code)
}

fn state_of(play: &Harness<'_, Play>, code: &str) -> Option<PasswordState> {
    person(play, code)?.account.map(|account| account.password)
}

/// The one-time password on screen, as its reader finds it.
fn shown(harness: &Harness<'_, impl Sized>) -> Option<String> {
    let label = harness.query_by_label("Одноразовый пароль")?;
    label.value()
}

fn choose(play: &mut Harness<'_, Play>, name: &str) {
    click(play, name);
    play.run_steps(2);
}

fn tick(play: &mut Harness<'_, Play>, word: &str) {
    play.get_by_role_and_label(Kind::CheckBox, word).click();
    play.run_steps(3);
}

/// A floor of two departments; one person has left, one is at half rate, one has no login.
fn staffed() -> Floor {
    let floor = Floor::create();
    let director = floor.sign_in("director");
    let first = "2026-09-01T09:10:00+03:00";
    for (code, name) in [("SUP", "Техническая поддержка"), ("SALES", "Отдел продаж и удержания")]
    {
        floor.must(&director, first, "department.add", &json!({"code": code, "name": name}));
    }
    let people = [
        ("irina", "Ирина Соколова", json!(["supervisor"]), "SUP", "Начальник отдела", 10_000, json!(null)),
        ("101", "Анна Петрова", json!(["operator"]), "SUP", "Старший оператор", 10_000, json!(null)),
        ("102", "Борис Ким", json!(["operator"]), "SUP", "Оператор", 5_000, json!(null)),
        ("103", "Вера Лапина", json!(["operator"]), "SUP", "Оператор", 10_000, json!("2026-10-31")),
        (
            "201",
            "Семён Артёмов",
            json!(["supervisor", "operator"]),
            "SALES",
            "Руководитель продаж",
            10_000,
            json!(null),
        ),
        ("202", "Екатерина Константинопольская", json!(["operator"]), "SALES", "Менеджер", 7_500, json!(null)),
    ];
    for (code, name, roles, department, position, rate, to) in people {
        let mut add = json!({"code": code, "name": name, "login": code, "roles": roles, "department": department,
            "position": position, "rate_bp": rate, "from": "2026-09-01"});
        if !to.is_null() {
            add["to"] = to;
        }
        floor.must(&director, first, "person.add", &add);
    }
    let quiet = json!({"code": "203", "name": "Олег Дёмин", "roles": [], "department": "SALES", "from": "2026-09-01"});
    floor.must(&director, first, "person.add", &quiet);
    for code in ["irina", "101", "201"] {
        floor.must(&director, first, "password.set", &json!({"person": code}));
    }
    let own = floor.sign_in("irina");
    floor.must(&own, first, "password.set", &json!({"person": "irina"}));
    floor
}

#[test]
fn a_bare_floor_leads_from_the_first_department_to_a_password() {
    let floor = Rc::new(Floor::create());
    let mut play = screen(&floor, "director");
    assert!(play.state().me().unstaffed);
    assert!(play.query_by_label("Здесь ещё никого нет").is_some());
    press(&mut play, Key::D);
    command(&mut play, Key::Enter);
    assert!(play.query_by_label("Впишите название или имя").is_some(), "the field says what it lacks");
    write(&mut play, "Техническая поддержка");
    fill(&mut play, "Код отдела", "SUP");
    command(&mut play, Key::Enter);
    assert_eq!(play.state().people().unwrap().departments.len(), 1, "{:?}", play.state().said);
    assert!(play.state().me().unstaffed, "nobody works here yet");
    // The next step stands over the list, with the role filled in.
    click(&mut play, "Добавить руководителя");
    write(&mut play, "Ирина Соколова");
    fill(&mut play, "Номер", "irina");
    fill(&mut play, "Логин", "irina");
    command(&mut play, Key::Enter);
    play.run_steps(4);
    let irina = person(&play, "irina").unwrap();
    assert_eq!((irina.roles.as_slice(), irina.department.as_deref()), (&[Role::Supervisor][..], Some("SUP")));
    assert!(!play.state().me().unstaffed);
    // Her one-time password is set at once, shown once, and lets her in.
    let secret = shown(&play).expect("the password is shown");
    assert_eq!(state_of(&play, "irina"), Some(PasswordState::OneTime));
    let (session, _) = floor.handle.sign_in("irina", &secret).wait().unwrap().unwrap();
    assert!(session.one_time());
    press(&mut play, Key::Escape);
    assert!(shown(&play).is_some(), "a slip does not lose it");
    press(&mut play, Key::C);
    command(&mut play, Key::Enter);
    assert!(shown(&play).is_none());
    // Operators are the next step, and N begins one.
    press(&mut play, Key::N);
    write(&mut play, "Анна Петрова");
    fill(&mut play, "Номер", "101");
    command(&mut play, Key::Enter);
    play.run_steps(4);
    let anna = person(&play, "101").unwrap();
    assert_eq!((anna.roles.as_slice(), anna.login), (&[Role::Operator][..], None));
    assert!(shown(&play).is_none(), "without a login there is nothing to set");
    assert!(play.query_by_label_contains("Дальше:").is_none(), "nothing is lacking");
}

#[test]
fn a_refusal_stands_beside_its_field_and_a_change_can_be_taken_back() {
    let floor = Rc::new(staffed());
    let mut play = screen(&floor, "director");
    press(&mut play, Key::N);
    write(&mut play, "Новый Человек");
    fill(&mut play, "Номер", "101");
    command(&mut play, Key::Enter);
    let code = play.get_by_role_and_label(Kind::TextInput, "Номер").rect();
    let said = play.get_by_label_contains("Код «101» занят").rect();
    assert!(said.top() >= code.bottom() && said.left() < code.right() && said.right() > code.left(), "{said:?}");
    fill(&mut play, "Номер", "104");
    fill(&mut play, "Логин", "101");
    command(&mut play, Key::Enter);
    let login = play.get_by_role_and_label(Kind::TextInput, "Логин").rect();
    let said = play.get_by_label_contains("Логин «101» занят").rect();
    assert!(said.top() >= login.bottom() && said.right() > login.left(), "{said:?} {login:?}");
    assert!(person(&play, "104").is_none());
    fill(&mut play, "Ставка", "много");
    command(&mut play, Key::Enter);
    assert!(person(&play, "104").is_none());
    press(&mut play, Key::Escape);

    choose(&mut play, "Анна Петрова");
    press(&mut play, Key::Enter);
    command(&mut play, Key::Enter);
    assert!(play.query_by_label("Ничего не изменено").is_some());
    fill(&mut play, "Должность", "Наставник");
    tick(&mut play, "руководитель отдела");
    fill(&mut play, "Ставка", "0,5");
    fill(&mut play, "Действует с", "01.12.2026");
    command(&mut play, Key::Enter);
    let anna = person(&play, "101").unwrap();
    assert_eq!(anna.roles, [Role::Operator, Role::Supervisor], "{:?}", play.state().said);
    assert_eq!((anna.position.as_deref(), anna.rate_bp), (Some("Наставник"), BasisPoints(5_000)));
    assert_eq!(anna.terms.last().unwrap().from, "2026-12-01".parse().unwrap());
    let back = play.state_mut().undo.take().expect("a way back");
    play.state_mut().execute("undo", back, None);
    play.run_steps(2);
    let anna = person(&play, "101").unwrap();
    assert_eq!((anna.roles.as_slice(), anna.position.as_deref()), (&[Role::Operator][..], Some("Старший оператор")));
    assert_eq!(anna.rate_bp, BasisPoints::ONE);
    // A move to another department can't lie ahead, and says so beside the day.
    choose(&mut play, "Борис Ким");
    press(&mut play, Key::O);
    play.get_by_role_and_label(Kind::ComboBox, "Отдел").click();
    play.run_steps(3);
    click(&mut play, "Отдел продаж и удержания");
    fill(&mut play, "Действует с", "01.12.2026");
    command(&mut play, Key::Enter);
    assert_eq!(person(&play, "102").unwrap().department.as_deref(), Some("SUP"));
    let day = play.get_by_role_and_label(Kind::TextInput, "Действует с").rect();
    assert!(play.query_all_by_label_contains("01.12.2026").any(|said| said.rect().top() >= day.bottom()));
    fill(&mut play, "Действует с", "19.11.2026");
    fill(&mut play, "Последний день", "30.11.2026");
    command(&mut play, Key::Enter);
    let boris = person(&play, "102").unwrap();
    assert_eq!(boris.department.as_deref(), Some("SALES"), "{:?}", play.state().said);
    assert_eq!(boris.to, Some("2026-11-30".parse().unwrap()));
    // An emptied last day is none.
    choose(&mut play, "Борис Ким");
    press(&mut play, Key::O);
    fill(&mut play, "Последний день", "1");
    press(&mut play, Key::Backspace);
    command(&mut play, Key::Enter);
    assert_eq!(person(&play, "102").unwrap().to, None, "{:?}", play.state().said);
}

#[test]
fn the_list_is_found_sorted_narrowed_and_folded() {
    let floor = Rc::new(staffed());
    let mut play = screen(&floor, "director");
    let top = |play: &Harness<'_, Play>, name: &str| play.get_by_label(name).rect().top();
    assert!(play.query_by_label("Техническая поддержка · SUP · 3 человека").is_some(), "who has left is not counted");
    assert!(play.query_by_label("Вера Лапина").is_none());
    assert!(top(&play, "Анна Петрова") < top(&play, "Ирина Соколова"));
    click(&mut play, "Имя");
    assert!(top(&play, "Анна Петрова") > top(&play, "Ирина Соколова"), "falling");
    // "семен" typed in the Latin layout, without ё.
    command(&mut play, Key::F);
    write(&mut play, "ctvty");
    assert!(play.query_by_label("Семён Артёмов").is_some() && play.query_by_label("Анна Петрова").is_none());
    command(&mut play, Key::A);
    write(&mut play, "руководитель");
    assert!(play.query_by_label("Ирина Соколова").is_some(), "by role");
    command(&mut play, Key::A);
    press(&mut play, Key::Backspace);
    press(&mut play, Key::Escape);
    click(&mut play, "Показать");
    assert!(play.query_by_label("Борис Ким").is_some() && play.query_by_label("Анна Петрова").is_none(), "no password");
    play.get_by_role_and_label(Kind::ComboBox, "Кого показать").click();
    play.run_steps(3);
    click(&mut play, "ушли");
    assert!(play.query_by_label("Вера Лапина").is_some() && play.query_by_label("Борис Ким").is_none());
    // What is shown is what goes out, and comes back as known.
    press(&mut play, Key::E);
    press(&mut play, Key::C);
    let document = play.state_mut().saved.pop().expect("a document");
    let text = String::from_utf8((document.make)().unwrap()).unwrap();
    assert_eq!(
        text,
        "code,name,login,roles,department,position,rate_bp,from,to\n\
         103,Вера Лапина,103,operator,SUP,Оператор,10000,2026-09-01,2026-10-31\n"
    );
    play.get_by_role_and_label(Kind::ComboBox, "Кого показать").click();
    play.run_steps(3);
    click(&mut play, "все");
    click(&mut play, "Техническая поддержка · SUP · 4 человека");
    press(&mut play, Key::Enter);
    assert!(play.query_by_label("Анна Петрова").is_none() && play.query_by_label("Олег Дёмин").is_some());
}

#[test]
fn a_file_shows_its_difference_and_brings_its_departments() {
    let floor = Rc::new(staffed());
    let mut play = screen(&floor, "director");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("люди.csv");
    let text = "code,name,login,roles,department,position,rate_bp,from,to\n\
        101,Анна Петрова,101,operator,SUP,Старший оператор,10000,2026-09-01,\n\
        102,Борис Ким,102,operator,SUP,Оператор,10000,2026-09-01,\n\
        301,Новая Один,301,operator,SUP,Оператор,,2026-11-16,\n\
        302,Новая Два,302,operator,CHAT,,,2026-11-16,\n\
        303,Новая Три,101,operator,SUP,,,2026-11-16,\n\
        304,Новая Четыре,304,начальник,SUP,,,2026-11-16,\n";
    std::fs::write(&path, text).unwrap();
    play.state_mut().file = Some(path);
    press(&mut play, Key::I);
    play.run_steps(2);
    for said in [
        "Новые (2)",
        "Уже есть, но другие (1)",
        "Ставка: в файле 1, на участке 0,5",
        "Добавить отделы, которых нет: CHAT (названием станет код)",
    ] {
        assert!(play.query_all_by_label_contains(said).next().is_some(), "{said}");
    }
    let before = play.state().people().unwrap();
    click(&mut play, "Добавить отделы, которых нет: CHAT (названием станет код)");
    assert!(play.query_all_by_label_contains("Новые (1)").next().is_some(), "without its department a row can't come");
    click(&mut play, "Добавить отделы, которых нет: CHAT (названием станет код)");
    assert_eq!(play.state().people().unwrap(), before, "nothing is taken yet");
    command(&mut play, Key::Enter);
    play.run_steps(4);
    let said = format!("{:?}", play.state().said);
    assert!(said.contains("добавлено 2, уже были 1, отделов добавлено 1, не взято строк 3"), "{said}");
    assert_eq!(person(&play, "302").unwrap().department.as_deref(), Some("CHAT"));
    assert_eq!(person(&play, "102").unwrap().rate_bp, BasisPoints(5_000), "an import changes nobody");
    assert!(person(&play, "303").is_none() && person(&play, "304").is_none());
}

#[test]
fn a_reset_replaces_a_password_and_who_keeps_what_is_the_floors_to_say() {
    let floor = Rc::new(staffed());
    let mut play = screen(&floor, "director");
    choose(&mut play, "Ирина Соколова");
    press(&mut play, Key::P);
    assert!(play.query_by_label_contains("Прежний пароль перестанет действовать").is_some());
    assert_eq!(state_of(&play, "irina"), Some(PasswordState::Own));
    command(&mut play, Key::Enter);
    let first = shown(&play).unwrap();
    assert_eq!(state_of(&play, "irina"), Some(PasswordState::OneTime));
    assert!(floor.handle.sign_in("irina", floor.password).wait().unwrap().is_err(), "the old one is gone");
    command(&mut play, Key::Enter);
    press(&mut play, Key::P);
    command(&mut play, Key::Enter);
    let second = shown(&play).unwrap();
    assert_ne!(first, second);
    assert!(floor.handle.sign_in("irina", &first).wait().unwrap().is_err());
    assert!(floor.handle.sign_in("irina", &second).wait().unwrap().is_ok());
    command(&mut play, Key::Enter);
    // One's own is not given this way, nor one without a login.
    for (name, said) in [("Павел Орлов", "Это ваш вход"), ("Олег Дёмин", "нет логина")]
    {
        choose(&mut play, name);
        press(&mut play, Key::P);
        assert!(format!("{:?}", play.state().said).contains(said));
        assert!(play.query_by_label("Задать пароль").is_none());
    }
    // An administrator of one's own takes people over; the director reads from then on, and sees no dialog to change.
    press(&mut play, Key::N);
    write(&mut play, "Марк Админов");
    fill(&mut play, "Номер", "admin");
    fill(&mut play, "Логин", "admin");
    tick(&mut play, "оператор");
    tick(&mut play, "администратор");
    assert!(play.query_by_label_contains("Пока администратора нет").is_some());
    command(&mut play, Key::Enter);
    play.run_steps(4);
    let secret = shown(&play).unwrap();
    command(&mut play, Key::Enter);
    assert!(!play.state().me().may.people_keep && play.state().me().may.people);
    assert!(play.query_by_label("Задать одноразовый пароль").is_none());
    choose(&mut play, "Анна Петрова");
    press(&mut play, Key::Enter);
    assert!(play.query_by_label("Сохранить").is_none(), "the director reads");
    // The administrator does not keep rates and dates: payroll does.
    let session = floor.handle.sign_in("admin", &secret).wait().unwrap().unwrap().0;
    let mut admin = Play::new(&floor, "director", Place::People, Lang::Ru, NOW);
    admin.session = session;
    let mut admin = light(admin);
    choose(&mut admin, "Анна Петрова");
    press(&mut admin, Key::Enter);
    assert!(admin.query_by_role_and_label(Kind::TextInput, "Ставка").is_none());
    assert!(admin.query_by_label_contains("ведёт бухгалтер").is_some());
    fill(&mut admin, "Имя и фамилия", "Анна Смирнова");
    command(&mut admin, Key::Enter);
    assert_eq!(person(&admin, "101").unwrap().name, "Анна Смирнова", "{:?}", admin.state().said);
    assert!(admin.state().people().unwrap().people.iter().all(|person| person.salary_minor.is_none()));
}

/// The program's window over nothing, as it opens for the first time.
fn nothing(now: &str, folder: &std::path::Path) -> Window {
    let (wall, hands) = (at(now).millis(), Arc::new(AtomicI64::new(0)));
    let clocks = Clocks {
        wall: Arc::new(move || Instant::from_millis(wall).unwrap()),
        monotonic: Arc::new(move || hands.fetch_add(1, Ordering::SeqCst)),
    };
    let mut options = Some(Options { folder: Some(folder.to_owned()), ..Options::bare(clocks, Lang::Ru) });
    let mut window = Harness::builder()
        .with_size([1_296.0, 736.0])
        .with_os(egui::os::OperatingSystem::Nix)
        .renderer(CpuRenderer::default())
        .build_ui_state(
            move |ui, app: &mut Option<App>| {
                let app = app.get_or_insert_with(|| App::new(ui.ctx(), options.take().unwrap()));
                let ctx = ui.ctx().clone();
                app.logic(&ctx);
                app.ui(ui);
            },
            None,
        );
    settle(&mut window);
    window
}

fn put(window: &mut Window, label: &str, text: &str) {
    let field = window.query_by_role_and_label(Kind::TextInput, label);
    field.unwrap_or_else(|| window.get_by_role_and_label(Kind::PasswordInput, label)).focus();
    settle(window);
    window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    real::write(window, text);
}

fn push(window: &mut Window, label: &str) {
    window.get_by_label(label).click();
    settle(window);
}

#[test]
fn a_floor_is_made_in_the_window_and_its_operator_signs_in() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = nothing(NOW, folder.path());
    window.get_by_label_contains("Создать участок").click();
    settle(&mut window);
    for (label, text) in [
        ("Название организации", "Связь"),
        ("Фамилия, имя, отчество", "Павел Орлов"),
        ("Логин", "orlov"),
        ("Пароль", "correct horse"),
        ("Пароль ещё раз", "correct horse"),
    ] {
        put(&mut window, label, text);
    }
    push(&mut window, "Создать и войти");
    settle(&mut window);
    assert_eq!(work(&window).place, Some(Place::People), "a floor without people begins here");
    assert!(says(&window, "Здесь ещё никого нет"));
    push(&mut window, "Добавить первый отдел");
    real::write(&mut window, "Техническая поддержка");
    put(&mut window, "Код отдела", "SUP");
    real::command(&mut window, Modifiers::COMMAND, Key::Enter);
    push(&mut window, "Добавить руководителя");
    for (code, name) in [("irina", "Ирина Соколова"), ("anna", "Анна Петрова")] {
        real::write(&mut window, name);
        put(&mut window, "Номер", code);
        put(&mut window, "Логин", code);
        real::command(&mut window, Modifiers::COMMAND, Key::Enter);
        settle(&mut window);
        assert!(shown(&window).is_some(), "{name} has a password");
        if code == "irina" {
            real::command(&mut window, Modifiers::COMMAND, Key::Enter);
            real::press(&mut window, Key::N);
        }
    }
    let secret = shown(&window).unwrap();
    real::command(&mut window, Modifiers::COMMAND, Key::Enter);
    // The lock gives the keyboard to Anna, whose one-time password asks for an own one.
    real::command(&mut window, Modifiers::COMMAND, Key::L);
    push(&mut window, "Сменить сотрудника");
    put(&mut window, "Логин", "anna");
    put(&mut window, "Пароль", &secret);
    push(&mut window, "Войти");
    assert!(says(&window, "Придумайте свой пароль"));
    put(&mut window, "Новый пароль", "own horse");
    put(&mut window, "Пароль ещё раз", "own horse");
    push(&mut window, "Сохранить и войти");
    settle(&mut window);
    assert_eq!(work(&window).place, Some(Place::Desk));
    assert!(!work(&window).places().contains(&Place::People), "an operator has no such door");
}

#[test]
fn pictures() {
    let (full, bare) = (Rc::new(staffed()), Rc::new(Floor::create()));
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("people.csv");
    let text = "code,name,login,roles,department,rate_bp,from,to\n\
        101,Анна Петрова,101,operator,SUP,10000,2026-09-01,\n\
        301,Зоя Новикова,301,operator,SUP,,2026-11-16,\n302,Игорь Рыбаков,302,operator+supervisor,CHAT,5000,2026-11-16,\n\
        303,Кто-то,101,operator,SUP,,2026-11-16,\n304,Некто,304,начальник,SUP,,2026-11-16,\n";
    std::fs::write(&path, text).unwrap();
    for (dark, lang) in crate::support::looks() {
        let tail = format!("{}-{}", if dark { "dark" } else { "light" }, lang.code());
        let of =
            |floor: &Rc<Floor>| open(Play::new(floor, "director", Place::People, lang, NOW), dark, [1280.0, 720.0]);
        let mut empty = of(&bare);
        picture(&mut empty, &format!("people-empty-{tail}"));
        press(&mut empty, Key::D);
        picture(&mut empty, &format!("people-department-{tail}"));
        let mut play = of(&full);
        choose(&mut play, "Анна Петрова");
        picture(&mut play, &format!("people-{tail}"));
        press(&mut play, Key::Enter);
        picture(&mut play, &format!("people-card-{tail}"));
        press(&mut play, Key::Escape);
        press(&mut play, Key::N);
        command(&mut play, Key::Enter);
        picture(&mut play, &format!("people-new-{tail}"));
        press(&mut play, Key::Escape);
        press(&mut play, Key::P);
        picture(&mut play, &format!("people-password-{tail}"));
        press(&mut play, Key::Escape);
        press(&mut play, Key::E);
        picture(&mut play, &format!("people-export-{tail}"));
        press(&mut play, Key::Escape);
        play.state_mut().file = Some(path.clone());
        press(&mut play, Key::I);
        play.run_steps(2);
        picture(&mut play, &format!("people-take-{tail}"));
    }
    let mut play = light(Play::new(&full, "director", Place::People, Lang::Ru, NOW));
    choose(&mut play, "Борис Ким");
    press(&mut play, Key::P);
    command(&mut play, Key::Enter);
    picture(&mut play, "people-password-shown");
    let now = |floor: &Rc<Floor>| Play::new(floor, "director", Place::People, Lang::Ru, NOW);
    let mut large = open(now(&full), false, [1920.0, 1080.0]);
    picture(&mut large, "people-large");
    let mut narrow = open(now(&full), false, [960.0, 600.0]);
    picture(&mut narrow, "people-narrow");
}
