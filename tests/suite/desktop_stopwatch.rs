//! The window on a real floor file: signing in and timing by the keyboard alone, excluding with a reason, and a restart in the middle.
//!
//! Pictures of what the tests saw are written to `target/pictures/` for eyes; nothing is compared.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, Instant as Timer};

use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use norma::desktop::app::{App, Clocks, Options};
use norma::domain::calendar::DayEnd;
use norma::domain::instant::Instant;
use norma::floor::Envelope;
use norma::floor::command::Command;
use norma::floor::question::{AskKpi, Question};
use norma::floor::setup::{self, NewFloor};
use norma::floor::sign_in::{PasswordVerifier, Session};
use norma::locale::Lang;
use norma::views::View;
use norma::worker::{self, Handle, Outcome};
use serde_json::{Value, json};

use crate::cpu_renderer::{CpuRenderer, without_margin};

/// 2026-03-17, 10:00 in Moscow.
const MORNING: i64 = 1_773_730_800_000;
const PASSWORD: &str = "long enough";

mod complete;

/// A clock that tests move: both of its faces at once, or the wall alone.
#[derive(Clone, Default)]
struct Hands {
    monotonic: Arc<AtomicI64>,
    wall: Arc<AtomicI64>,
}

impl Hands {
    fn at(wall: i64) -> Self {
        Self { monotonic: Arc::default(), wall: Arc::new(AtomicI64::new(wall)) }
    }

    fn pass(&self, ms: i64) {
        self.monotonic.fetch_add(ms, Ordering::SeqCst);
        self.wall.fetch_add(ms, Ordering::SeqCst);
    }

    fn clocks(&self) -> Clocks {
        let (monotonic, wall) = (Arc::clone(&self.monotonic), Arc::clone(&self.wall));
        Clocks {
            wall: Arc::new(move || Instant::from_millis(wall.load(Ordering::SeqCst)).unwrap()),
            monotonic: Arc::new(move || monotonic.load(Ordering::SeqCst)),
        }
    }
}

struct Floor {
    folder: tempfile::TempDir,
    hands: Hands,
}

impl Floor {
    /// A floor with a supervisor, four operators and three actions.
    fn make() -> Self {
        let floor = Self { folder: tempfile::tempdir().unwrap(), hands: Hands::at(MORNING) };
        let own = |login: &str| (login.to_owned(), PasswordVerifier::new(PASSWORD).unwrap());
        let new = NewFloor {
            organisation: "ООО «Связь Плюс»".to_owned(),
            timezone: chrono_tz::Europe::Moscow,
            day_ends: DayEnd::try_from("00:00".to_owned()).unwrap(),
            director: "director".to_owned(),
            director_name: "Орлов Пётр Андреевич".to_owned(),
            administrator: None,
            rehearsal: true,
            passwords: vec![own("director")],
            calendars: true,
            now: Instant::from_millis(MORNING - 3_600_000).unwrap(),
            at_given: false,
        };
        setup::create(&floor.path(), &new).unwrap();
        let handle = worker::open(&floor.path(), floor.hands.clocks().wall).unwrap();
        let director = handle.sign_in("director", PASSWORD).wait().unwrap().unwrap().0;
        let tell = |name: &str, with: Value| accept(&handle, &director, name, &with);
        tell("department.add", json!({"code": "support", "name": "Отдел поддержки"}));
        for (code, name, role) in [
            ("petrova", "Петрова Анна Сергеевна", "supervisor"),
            ("ivanov", "Иванов Сергей", "operator"),
            ("smirnova", "Смирнова Ольга", "operator"),
            ("kuznetsov", "Кузнецов Дмитрий", "operator"),
            ("popova", "Попова Мария", "operator"),
        ] {
            tell(
                "person.add",
                json!({"code": code, "name": name, "login": code, "roles": [role], "department": "support", "from": "2025-01-09"}),
            );
        }
        let set = Command::from_wire("password.set", &json!({"person": "petrova"})).unwrap();
        let secret = Some(PasswordVerifier::new("once upon").unwrap());
        let outcome = handle.execute(Envelope { secret, ..Envelope::new(director.clone(), set) });
        assert!(matches!(outcome, Outcome::Accepted(_)), "{outcome:?}");
        let supervisor = handle.sign_in("petrova", "once upon").wait().unwrap().unwrap().0;
        for (code, ru, en, group, hard) in [
            (
                "TARIFF",
                "Смена тарифа",
                "Change of tariff",
                "Договор",
                Some("клиент старше 70 лет или без доступа в личный кабинет"),
            ),
            ("ROUTER", "Перезагрузка роутера по телефону", "Router reboot by phone", "Связь", None),
            ("BILL", "Выставить счёт", "Issue a bill", "Деньги", None),
        ] {
            accept(
                &handle,
                &supervisor,
                "action.add",
                &json!({"code": code, "name_ru": ru, "name_en": en, "group": group, "kind": "manual", "hard_criterion": hard}),
            );
        }
        floor
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("Связь.norma")
    }

    fn options(&self, lang: Lang) -> Options {
        Options { floor: Some(self.path()), ..Options::bare(self.hands.clocks(), lang) }
    }

    /// A window on this floor.
    fn window(&self, lang: Lang, theme: egui::Theme) -> Harness<'static, Option<App>> {
        window(self.options(lang), theme)
    }
}

fn accept(handle: &Handle, session: &Session, name: &str, with: &Value) {
    let command = Command::from_wire(name, with).unwrap();
    let outcome = handle.execute(Envelope::new(session.clone(), command));
    assert!(matches!(outcome, Outcome::Accepted(_)), "{name} {with}: {outcome:?}");
}

fn window(options: Options, theme: egui::Theme) -> Harness<'static, Option<App>> {
    window_of(options, theme, [1280.0, 720.0])
}

/// A window of this size.
fn window_of(options: Options, theme: egui::Theme, [width, height]: [f32; 2]) -> Harness<'static, Option<App>> {
    let mut options = Some(options);
    // The harness draws an empty margin of 8 points around.
    let mut harness = Harness::builder()
        .with_size([width + 16.0, height + 16.0])
        .with_theme(theme)
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
    settle(&mut harness);
    harness
}

/// Steps until nothing is on its way.
fn settle(harness: &mut Harness<'_, Option<App>>) {
    let (until, mut quiet) = (Timer::now() + Duration::from_secs(20), 0);
    while quiet < 4 {
        assert!(Timer::now() < until, "the window does not come to rest");
        harness.step();
        let busy = harness.state().as_ref().is_none_or(App::is_busy);
        quiet = if busy { 0 } else { quiet + 1 };
        if busy {
            std::thread::sleep(Duration::from_millis(2));
        }
    }
}

fn press(harness: &mut Harness<'_, Option<App>>, key: Key) {
    harness.key_press(key);
    settle(harness);
}

fn write(harness: &mut Harness<'_, Option<App>>, text: &str) {
    harness.event(egui::Event::Text(text.to_owned()));
    settle(harness);
}

fn picture(harness: &mut Harness<'_, Option<App>>, name: &str) {
    harness.run_steps(3);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/pictures");
    std::fs::create_dir_all(&folder).unwrap();
    let whole = harness.render().unwrap();
    without_margin(&whole, 8).save(folder.join(format!("{name}.png"))).unwrap();
}

/// Signs in at the page of signing in, by the keyboard.
fn sign_in(harness: &mut Harness<'_, Option<App>>, login: &str, password: &str) {
    write(harness, login);
    press(harness, Key::Tab);
    write(harness, password);
    press(harness, Key::Enter);
}

/// Signs in as the supervisor and takes a password of her own.
fn first_sign_in(harness: &mut Harness<'_, Option<App>>) {
    sign_in(harness, "petrova", "once upon");
    assert!(says(harness, "Новый пароль"), "a one-time password asks for a new one");
    write(harness, PASSWORD);
    press(harness, Key::Tab);
    write(harness, PASSWORD);
    press(harness, Key::Enter);
    settle(harness);
}

/// Chooses an action and an operator by typing.
fn choose(harness: &mut Harness<'_, Option<App>>, action: &str, operator: &str) {
    press(harness, Key::A);
    write(harness, action);
    press(harness, Key::Enter);
    press(harness, Key::O);
    write(harness, operator);
    press(harness, Key::Enter);
}

/// Whether some text stands on the screen.
fn says(harness: &Harness<'_, Option<App>>, text: &str) -> bool {
    harness.query_all_by_label_contains(text).next().is_some()
}

#[test]
fn five_observations_are_timed_by_the_keyboard_and_one_is_excluded() {
    let floor = Floor::make();
    let mut harness = floor.window(Lang::Ru, egui::Theme::Light);
    picture(&mut harness, "sign-in-light-ru");
    first_sign_in(&mut harness);
    assert!(says(&harness, "Что замеряем?"));
    picture(&mut harness, "stopwatch-empty-light-ru");
    press(&mut harness, Key::Space);
    assert!(says(&harness, "Сначала выберите действие"));
    press(&mut harness, Key::Escape);
    press(&mut harness, Key::Escape);
    choose(&mut harness, "тар", "ива");
    assert!(says(&harness, "Замеров этого действия ещё нет"));
    press(&mut harness, Key::Space);
    for seconds in [240, 252, 300, 264] {
        floor.hands.pass(seconds * 1_000);
        press(&mut harness, Key::Space);
    }
    floor.hands.pass(1_200_000);
    press(&mut harness, Key::H);
    press(&mut harness, Key::Enter);
    assert!(says(&harness, "Замеров учтено 5"), "five are kept");
    // The newest stands on top; it is the long one.
    press(&mut harness, Key::ArrowDown);
    press(&mut harness, Key::D);
    picture(&mut harness, "stopwatch-decide-light-ru");
    press(&mut harness, Key::Num3);
    assert!(says(&harness, "Замеров учтено 4"), "one is excluded");
    assert!(says(&harness, "Среднее 4,40 мин"), "(240 + 252 + 300 + 264) / 4 s");
    assert!(says(&harness, "забыли остановить секундомер"));
    picture(&mut harness, "stopwatch-five-light-ru");
}

#[test]
fn a_restart_offers_the_running_observation_back() {
    let floor = Floor::make();
    let mut harness = floor.window(Lang::Ru, egui::Theme::Dark);
    first_sign_in(&mut harness);
    choose(&mut harness, "тар", "смир");
    press(&mut harness, Key::Space);
    floor.hands.pass(61_000);
    press(&mut harness, Key::P);
    floor.hands.pass(9_000);
    press(&mut harness, Key::P);
    drop(harness);
    floor.hands.pass(120_000);
    floor.hands.monotonic.store(5, Ordering::SeqCst);
    let mut harness = floor.window(Lang::Ru, egui::Theme::Dark);
    sign_in(&mut harness, "petrova", PASSWORD);
    assert!(says(&harness, "Прерван"), "the observation is offered back");
    assert!(says(&harness, "начат 10:00:00"), "with its true start");
    picture(&mut harness, "stopwatch-recovered-dark-ru");
    press(&mut harness, Key::Space);
    floor.hands.pass(1_000);
    press(&mut harness, Key::Enter);
    assert!(says(&harness, "Замеров учтено 1"));
    assert!(says(&harness, "Среднее 3,03 мин"), "182 s: the pause is out, the restart is in");
}

#[test]
fn an_undone_observation_does_not_count_and_the_lock_keeps_the_bench() {
    let floor = Floor::make();
    let mut harness = floor.window(Lang::Ru, egui::Theme::Light);
    first_sign_in(&mut harness);
    choose(&mut harness, "счёт", "поп");
    press(&mut harness, Key::Space);
    floor.hands.pass(90_000);
    press(&mut harness, Key::Enter);
    assert!(says(&harness, "Замеров учтено 1"));
    press(&mut harness, Key::Backspace);
    assert!(says(&harness, "Идёт"), "it runs again");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::L);
    settle(&mut harness);
    picture(&mut harness, "lock-light-ru");
    write(&mut harness, "wrong");
    press(&mut harness, Key::Enter);
    assert!(says(&harness, "Вход не выполнен"));
    write(&mut harness, PASSWORD);
    press(&mut harness, Key::Enter);
    floor.hands.pass(30_000);
    press(&mut harness, Key::Enter);
    assert!(says(&harness, "Замеров учтено 1"), "the first is excluded, the second counts");
    assert!(says(&harness, "исключено 1"));
}

#[test]
fn clocks_that_disagree_ask_a_person() {
    let floor = Floor::make();
    let mut harness = floor.window(Lang::Ru, egui::Theme::Light);
    first_sign_in(&mut harness);
    choose(&mut harness, "роутер", "куз");
    press(&mut harness, Key::Space);
    floor.hands.pass(60_000);
    floor.hands.wall.fetch_add(600_000, Ordering::SeqCst);
    press(&mut harness, Key::Enter);
    assert!(says(&harness, "Сколько длился замер?"));
    picture(&mut harness, "stopwatch-clocks-light-ru");
    press(&mut harness, Key::Num1);
    assert!(says(&harness, "Среднее 1,00 мин"));
}

#[test]
fn pictures_of_a_full_study() {
    let floor = Floor::make();
    let mut harness = floor.window(Lang::Ru, egui::Theme::Light);
    first_sign_in(&mut harness);
    let handle = worker::open(&floor.path(), floor.hands.clocks().wall).unwrap();
    let session = handle.sign_in("petrova", PASSWORD).wait().unwrap().unwrap().0;
    let study = uuid::Uuid::now_v7();
    accept(&handle, &session, "study.open", &json!({"study": study, "action": "TARIFF"}));
    let mut at = MORNING - 30_000_000;
    for place in 0_i64..34 {
        let seconds = 190 + (place * 53) % 97 + if place == 21 { 1_450 } else { 0 } + if place == 12 { 5 } else { 0 };
        at += seconds * 1_000 + 90_000;
        let operator = ["ivanov", "smirnova", "kuznetsov", "popova"][usize::try_from(place).unwrap() % 4];
        let started_at = Instant::from_millis(at).unwrap();
        let class = if place % 11 == 7 { "hard" } else { "regular" };
        let observation = uuid::Uuid::now_v7();
        accept(
            &handle,
            &session,
            "observation.add",
            &json!({"study": study, "observation": observation, "operator": operator, "started_at": started_at, "duration_ms": seconds * 1_000, "class": class}),
        );
        if place == 12 {
            accept(
                &handle,
                &session,
                "observation.decide",
                &json!({"observation": observation, "as": "exclude", "reason": "замерено не то действие"}),
            );
        }
    }
    drop(harness);
    for (lang, theme, name) in [
        (Lang::Ru, egui::Theme::Light, "light-ru"),
        (Lang::Ru, egui::Theme::Dark, "dark-ru"),
        (Lang::En, egui::Theme::Light, "light-en"),
        (Lang::En, egui::Theme::Dark, "dark-en"),
    ] {
        let mut harness = floor.window(lang, theme);
        sign_in(&mut harness, "petrova", PASSWORD);
        choose(&mut harness, "TARIFF", "ivanov");
        press(&mut harness, Key::Space);
        floor.hands.pass(134_600);
        settle(&mut harness);
        picture(&mut harness, &format!("stopwatch-{name}"));
        press(&mut harness, Key::N);
        write(&mut harness, "popova");
        press(&mut harness, Key::Enter);
        press(&mut harness, Key::Space);
        floor.hands.pass(21_300);
        press(&mut harness, Key::F);
        picture(&mut harness, &format!("stopwatch-flag-{name}"));
        press(&mut harness, Key::Escape);
        picture(&mut harness, &format!("stopwatch-two-{name}"));
        harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
        settle(&mut harness);
        picture(&mut harness, &format!("palette-{name}"));
        press(&mut harness, Key::Escape);
        press(&mut harness, Key::F1);
        picture(&mut harness, &format!("help-{name}"));
        press(&mut harness, Key::Escape);
        press(&mut harness, Key::Backspace);
        press(&mut harness, Key::W);
        press(&mut harness, Key::Backspace);
        settle(&mut harness);
    }
}

#[test]
fn pictures_of_the_door() {
    let hands = Hands::at(MORNING);
    for (lang, theme, name) in [(Lang::Ru, egui::Theme::Light, "light-ru"), (Lang::En, egui::Theme::Dark, "dark-en")] {
        let options = Options {
            demo: Some(Arc::new(|_, _| Ok(()))),
            demo_file: Some(PathBuf::from("/nowhere/demo.norma")),
            folder: Some(PathBuf::from("/home/orlov/Документы")),
            ..Options::bare(hands.clocks(), lang)
        };
        let mut harness = window(options, theme);
        picture(&mut harness, &format!("welcome-{name}"));
        harness.get_by_label(&lang.t("welcome-create")).click();
        settle(&mut harness);
        write(&mut harness, "Связь Плюс");
        harness.get_by_label(&lang.t("welcome-make")).click();
        settle(&mut harness);
        picture(&mut harness, &format!("create-{name}"));
    }
}

/// A key with the platform's command key.
fn command(harness: &mut Harness<'_, Option<App>>, key: Key) {
    harness.key_press_modifiers(Modifiers::COMMAND, key);
    settle(harness);
}

/// Locks, and lets somebody else sign in.
fn switch_to(harness: &mut Harness<'_, Option<App>>, login: &str, password: &str) {
    command(harness, Key::L);
    press(harness, Key::Tab);
    press(harness, Key::Enter);
    sign_in(harness, login, password);
}

#[test]
fn from_the_stopwatch_to_the_kpi_by_the_keyboard_alone() {
    let floor = Floor::make();
    let handle = worker::open(&floor.path(), floor.hands.clocks().wall).unwrap();
    let supervisor = handle.sign_in("petrova", "once upon").wait().unwrap().unwrap().0;
    for code in ["TARIFF", "BILL"] {
        accept(&handle, &supervisor, "action.change", &json!({"code": code, "active": false}));
    }
    let director = handle.sign_in("director", PASSWORD).wait().unwrap().unwrap().0;
    let set = Command::from_wire("password.set", &json!({"person": "ivanov"})).unwrap();
    let secret = Some(PasswordVerifier::new("once upon").unwrap());
    assert!(matches!(handle.execute(Envelope { secret, ..Envelope::new(director, set) }), Outcome::Accepted(_)));

    // The supervisor times five observations, excludes one, makes a norm of the rest and submits it.
    let mut window = floor.window(Lang::Ru, egui::Theme::Light);
    first_sign_in(&mut window);
    choose(&mut window, "роутер", "иванов");
    press(&mut window, Key::Space);
    for seconds in [180, 200, 190, 900] {
        floor.hands.pass(seconds * 1_000);
        press(&mut window, Key::Space);
    }
    floor.hands.pass(210_000);
    press(&mut window, Key::Enter);
    press(&mut window, Key::ArrowDown);
    press(&mut window, Key::D);
    press(&mut window, Key::Num3);
    press(&mut window, Key::G);
    press(&mut window, Key::N);
    write(&mut window, "Первые нормативы");
    command(&mut window, Key::Enter);
    command(&mut window, Key::Enter);
    write(&mut window, "первое введение норм");
    command(&mut window, Key::Enter);
    assert!(says(&window, "на утверждении"));

    // The director approves it with the password.
    switch_to(&mut window, "director", PASSWORD);
    command(&mut window, Key::Num3);
    command(&mut window, Key::Enter);
    press(&mut window, Key::Tab);
    press(&mut window, Key::Tab);
    command(&mut window, Key::A);
    write(&mut window, "17.03.2026");
    press(&mut window, Key::Tab);
    write(&mut window, "первый сборник отдела");
    // Past the reason for no pilot, for which the early day's reason stands, and the representative body's opinion.
    press(&mut window, Key::Tab);
    press(&mut window, Key::Tab);
    press(&mut window, Key::Tab);
    write(&mut window, PASSWORD);
    command(&mut window, Key::Enter);
    assert!(says(&window, "Приказ № 1"));

    // The operator logs three tickets and looks at the KPI.
    switch_to(&mut window, "ivanov", "once upon");
    write(&mut window, PASSWORD);
    press(&mut window, Key::Tab);
    write(&mut window, PASSWORD);
    press(&mut window, Key::Enter);
    for client in ["89123456701", "89123456702", "89123456703"] {
        floor.hands.pass(60_000);
        write(&mut window, client);
        press(&mut window, Key::Enter);
        write(&mut window, "1");
        command(&mut window, Key::Enter);
    }
    command(&mut window, Key::Num2);
    assert!(says(&window, "Мой KPI"));
    picture(&mut window, "path-kpi-light-ru");

    let operator = handle.sign_in("ivanov", PASSWORD).wait().unwrap().unwrap().0;
    let question = Question::Kpi(AskKpi { month: "2026-03".to_owned(), department: None });
    let Ok(View::Kpi(kpi)) = handle.ask(&operator, question).wait().unwrap() else { panic!("kpi") };
    let own = &kpi.employees[0];
    // The newest, 210 s, is out: (180 + 200 + 190 + 900) / 4 = 367.5 s = 6.125 min, half to even 6.12; three tickets of it.
    assert_eq!((own.code.as_str(), own.tickets, own.provisional_cmin.0), ("ivanov", 3, 1_836));

    // Who leads the department opens it and the operator's month from the palette.
    switch_to(&mut window, "petrova", PASSWORD);
    command(&mut window, Key::K);
    write(&mut window, "Отдел");
    press(&mut window, Key::Enter);
    settle(&mut window);
    assert!(says(&window, "Полнота учёта") && says(&window, "18,36"), "the department's month");
    press(&mut window, Key::ArrowDown);
    press(&mut window, Key::Enter);
    settle(&mut window);
    assert!(says(&window, "Сегодня, предварительно 18,36 мин"), "the operator's month");
}
