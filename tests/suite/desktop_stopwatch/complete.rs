//! The rest of the stopwatch by the keyboard: elements, pauses with reasons, the pace, sittings, several studies, the scales, flags alike.

use norma::floor::question::{AskStudy, Nothing};
use norma::views::studies::{StudiesView, StudyView};

use super::*;

/// A floor with a supervisor who has a password of her own, and an action of three elements.
fn floor_with_elements() -> Floor {
    let floor = Floor::make();
    let (handle, supervisor) = sign_in_behind(&floor, "once upon");
    let element = |code: &str, ru: &str, en: &str, until: &str| json!({"code": code, "name_ru": ru, "name_en": en, "break_point": until});
    let action = json!({
        "code": "ADDRESS", "name_ru": "Смена адреса", "name_en": "Change of address", "group": "Договор", "kind": "manual",
        "elements": [
            element("ASK", "Приветствие и вопрос", "Greeting and question", "клиент назвал адрес"),
            element("FIND", "Поиск договора", "Finding the contract", "карточка открылась"),
            element("SAVE", "Запись адреса", "Writing the address", "нажата кнопка «Сохранить»"),
        ],
    });
    accept(&handle, &supervisor, "action.add", &action);
    floor
}

/// The floor beside the window, as the supervisor.
fn sign_in_behind(floor: &Floor, password: &str) -> (Handle, Session) {
    let handle = worker::open(&floor.path(), floor.hands.clocks().wall).unwrap();
    let session = handle.sign_in("petrova", password).wait().unwrap().unwrap().0;
    (handle, session)
}

fn studies(floor: &Floor) -> StudiesView {
    let (handle, session) = sign_in_behind(floor, PASSWORD);
    let Ok(View::Studies(studies)) = handle.ask(&session, Question::Studies(Nothing {})).wait().unwrap() else {
        panic!("studies")
    };
    studies
}

/// The newest study, as `ask study` tells it.
fn study(floor: &Floor) -> StudyView {
    let study = studies(floor).studies[0].study;
    let (handle, session) = sign_in_behind(floor, PASSWORD);
    let Ok(View::Study(study)) = handle.ask(&session, Question::Study(AskStudy { study })).wait().unwrap() else {
        panic!("study")
    };
    *study
}

/// Lets time pass, and presses a key.
fn after(floor: &Floor, harness: &mut Harness<'_, Option<App>>, seconds: i64, key: Key) {
    floor.hands.pass(seconds * 1_000);
    press(harness, key);
}

/// `code seconds` of each element.
fn elements(one: &norma::views::studies::ObservationView) -> String {
    let parts: Vec<String> =
        one.elements.iter().map(|time| format!("{} {}", time.element, time.duration_ms.0 / 1_000)).collect();
    parts.join(", ")
}

#[test]
fn elements_are_timed_by_space_alone_and_survive_a_restart() {
    let floor = floor_with_elements();
    let mut harness = floor.window(Lang::Ru, egui::Theme::Light);
    first_sign_in(&mut harness);
    choose(&mut harness, "адрес", "ива");
    assert!(says(&harness, "1 из 3: Приветствие и вопрос. Конец: клиент назвал адрес"));
    press(&mut harness, Key::Space);
    after(&floor, &mut harness, 12, Key::Space);
    assert!(says(&harness, "2 из 3: Поиск договора. Конец: карточка открылась"));
    after(&floor, &mut harness, 5, Key::Space);
    assert!(says(&harness, "3 из 3"));
    press(&mut harness, Key::Backspace);
    assert!(says(&harness, "2 из 3"), "undo takes the break back");
    after(&floor, &mut harness, 3, Key::P);
    floor.hands.pass(30_000);
    press(&mut harness, Key::Num2);
    press(&mut harness, Key::P);
    picture(&mut harness, "elements-light-ru");
    after(&floor, &mut harness, 2, Key::Space);
    // After the last element the next observation begins with its first.
    after(&floor, &mut harness, 9, Key::Space);
    assert!(says(&harness, "1 из 3"));
    after(&floor, &mut harness, 8, Key::Space);
    drop(harness);
    floor.hands.pass(100_000);
    floor.hands.monotonic.store(5, Ordering::SeqCst);
    let mut harness = window_of(floor.options(Lang::Ru), egui::Theme::Dark, [1280.0, 1400.0]);
    sign_in(&mut harness, "petrova", PASSWORD);
    press(&mut harness, Key::Space);
    assert!(says(&harness, "2 из 3"), "the break before the restart stands");
    after(&floor, &mut harness, 4, Key::Enter);
    let study = study(&floor);
    let told: Vec<(String, i64)> =
        study.observations.iter().map(|one| (elements(one), one.duration_ms.0 / 1_000)).collect();
    assert_eq!(told, [("ASK 12, FIND 10, SAVE 9".to_owned(), 31), ("ASK 8, FIND 104".to_owned(), 112)]);
    assert_eq!((study.elements[1].n, study.elements[2].n), (2, 1), "what was not reached is absent");
    let pause = &study.observations[0].pauses[0];
    assert_eq!((pause.length_ms.0, pause.reason.as_deref()), (30_000, Some("система работает медленно или с ошибкой")));
    assert!(says(&harness, "паузы 0:30: система работает медленно"));
}

#[test]
fn a_pause_is_named_or_not_and_never_in_the_way() {
    let floor = Floor::make();
    let mut harness = floor.window(Lang::Ru, egui::Theme::Light);
    first_sign_in(&mut harness);
    choose(&mut harness, "тар", "ива");
    press(&mut harness, Key::Space);
    after(&floor, &mut harness, 60, Key::P);
    assert!(says(&harness, "причину назовите цифрой"));
    picture(&mut harness, "pause-light-ru");
    after(&floor, &mut harness, 20, Key::Space);
    after(&floor, &mut harness, 10, Key::P);
    press(&mut harness, Key::Num5);
    write(&mut harness, "пожарная тревога");
    press(&mut harness, Key::Enter);
    assert!(says(&harness, "пожарная тревога"));
    picture(&mut harness, "pause-typed-light-ru");
    after(&floor, &mut harness, 40, Key::P);
    after(&floor, &mut harness, 30, Key::Enter);
    let told: Vec<(i64, Option<String>)> =
        study(&floor).observations[0].pauses.iter().map(|one| (one.length_ms.0, one.reason.clone())).collect();
    assert_eq!(told, [(20_000, None), (40_000, Some("пожарная тревога".to_owned()))]);
}

#[test]
fn the_pace_is_rated_during_an_observation_or_right_after_it() {
    let floor = Floor::make();
    let mut harness = floor.window(Lang::Ru, egui::Theme::Light);
    first_sign_in(&mut harness);
    choose(&mut harness, "тар", "ива");
    press(&mut harness, Key::Space);
    press(&mut harness, Key::CloseBracket);
    press(&mut harness, Key::CloseBracket);
    assert!(says(&harness, "Темп 110\u{a0}%"));
    after(&floor, &mut harness, 120, Key::Space);
    // The next one runs already, and the last one is rated now: one amendment, not three.
    for _ in 0..3 {
        press(&mut harness, Key::Minus);
    }
    assert!(says(&harness, "его темп 95\u{a0}%"));
    floor.hands.pass(2_000);
    settle(&mut harness);
    let first = &study(&floor).observations[0];
    assert_eq!((first.rating_bp.0, first.amended, first.duration_ms.0), (9_500, true, 120_000));
    after(&floor, &mut harness, 58, Key::Enter);
    press(&mut harness, Key::OpenBracket);
    press(&mut harness, Key::Equals);
    floor.hands.pass(2_000);
    settle(&mut harness);
    let second = &study(&floor).observations[1];
    assert_eq!((second.rating_bp.0, second.amended), (10_000, false), "there and back again is nothing to amend");
}

#[test]
fn a_sitting_is_held_against_the_clock() {
    let floor = Floor::make();
    let mut harness = floor.window(Lang::Ru, egui::Theme::Light);
    first_sign_in(&mut harness);
    choose(&mut harness, "тар", "ива");
    assert!(says(&harness, "Сеанс наблюдения начнётся со старта"));
    press(&mut harness, Key::Space);
    after(&floor, &mut harness, 200, Key::Space);
    after(&floor, &mut harness, 190, Key::Enter);
    // Waiting for the next contact, by name.
    press(&mut harness, Key::P);
    press(&mut harness, Key::Num1);
    assert!(says(&harness, "Ожидание"));
    after(&floor, &mut harness, 60, Key::Space);
    after(&floor, &mut harness, 210, Key::Enter);
    assert!(says(&harness, "не учтено 0:00 (0,0\u{a0}%)"));
    // An observation taken back and timed on counts once.
    press(&mut harness, Key::Backspace);
    after(&floor, &mut harness, 20, Key::Enter);
    floor.hands.pass(60_000);
    settle(&mut harness);
    assert!(says(&harness, "не учтено 1:00 (8,1\u{a0}%), это больше 2 %"));
    picture(&mut harness, "sitting-light-ru");
    press(&mut harness, Key::E);
    assert!(says(&harness, "Сеанс окончен и записан"));
    let clock = study(&floor).clock;
    assert_eq!(clock.sittings.len(), 1);
    let sitting = &clock.sittings[0];
    let pauses: Vec<_> = sitting.pauses.iter().map(|one| (one.length_ms.0, one.reason.as_deref())).collect();
    assert_eq!((sitting.operator.as_str(), pauses.as_slice()), ("ivanov", &[(60_000, Some("ожидание обращения"))][..]));
    let parts = [clock.elapsed_ms, clock.observed_ms, clock.paused_ms, clock.unaccounted_ms].map(|part| part.0 / 1_000);
    assert_eq!((parts, clock.exceeds, clock.outside), ([740, 620, 60, 60], true, 0));
    // Another operator is another sitting; it ends with its last observation.
    press(&mut harness, Key::Space);
    after(&floor, &mut harness, 100, Key::Enter);
    floor.hands.pass(500_000);
    press(&mut harness, Key::O);
    write(&mut harness, "смир");
    press(&mut harness, Key::Enter);
    let clock = study(&floor).clock;
    assert_eq!((clock.sittings.len(), clock.sittings[1].elapsed_ms.0, clock.sittings[1].exceeds), (2, 100_000, false));
}

#[test]
fn a_study_of_its_own_is_begun_and_an_older_one_goes_on() {
    let floor = Floor::make();
    let mut harness = floor.window(Lang::Ru, egui::Theme::Light);
    first_sign_in(&mut harness);
    choose(&mut harness, "тар", "ива");
    press(&mut harness, Key::Space);
    after(&floor, &mut harness, 100, Key::Enter);
    press(&mut harness, Key::S);
    assert!(says(&harness, "В какое исследование идут замеры?"));
    press(&mut harness, Key::Num2);
    write(&mut harness, "новая версия CRM");
    press(&mut harness, Key::Enter);
    assert!(says(&harness, "Условия: новая версия CRM"));
    press(&mut harness, Key::Space);
    after(&floor, &mut harness, 300, Key::Enter);
    assert!(says(&harness, "Среднее 5,00 мин"), "the new one has its own mean");
    let list = studies(&floor).studies;
    assert_eq!(list.iter().map(|one| one.observations).collect::<Vec<_>>(), [1, 1]);
    press(&mut harness, Key::S);
    picture(&mut harness, "which-study-light-ru");
    let older = list.iter().position(|one| one.norm_cmin.is_some_and(|norm| norm.0 == 167)).unwrap();
    press(&mut harness, [Key::Num1, Key::Num2][older]);
    assert!(says(&harness, "Среднее 1,67 мин"), "the older one is back");
    press(&mut harness, Key::Space);
    after(&floor, &mut harness, 100, Key::Enter);
    let mut counts: Vec<_> = studies(&floor).studies.iter().map(|one| one.observations).collect();
    counts.sort_unstable();
    assert_eq!(counts, [1, 2]);
}

/// A study with two flags, pauses, a hard case and an exclusion.
fn full_study(floor: &Floor) {
    let (handle, session) = sign_in_behind(floor, PASSWORD);
    let study = uuid::Uuid::now_v7();
    accept(
        &handle,
        &session,
        "study.open",
        &json!({"study": study, "action": "TARIFF", "conditions": "CRM 4.2, дневная смена"}),
    );
    let mut at = MORNING - 30_000_000;
    for place in 0_i64..34 {
        let long = if [15, 21].contains(&place) { 1_450 } else { 0 };
        let class = if place % 6 == 4 { "hard" } else { "regular" };
        let seconds = 190 + (place * 53) % 97 + long + if class == "hard" { 240 } else { 0 };
        at += seconds * 1_000 + 90_000;
        let pauses = if place % 8 == 5 {
            json!([{"length_ms": 95_000, "reason": "консультация с коллегой"}])
        } else {
            json!([])
        };
        let observation = uuid::Uuid::now_v7();
        let operator = ["ivanov", "smirnova", "kuznetsov", "popova"][usize::try_from(place).unwrap() % 4];
        accept(
            &handle,
            &session,
            "observation.add",
            &json!({
                "study": study, "observation": observation, "operator": operator, "class": class, "pauses": pauses,
                "started_at": Instant::from_millis(at).unwrap(), "duration_ms": seconds * 1_000,
                "rating_bp": if place % 7 == 2 { 9_500 } else { 10_000 },
            }),
        );
        if place == 12 {
            let decide = json!({"observation": observation, "as": "exclude", "reason": "замерено не то действие"});
            accept(&handle, &session, "observation.decide", &decide);
        }
    }
}

#[test]
fn all_flags_are_decided_alike_and_the_scale_is_chosen() {
    let floor = Floor::make();
    let mut harness = floor.window(Lang::Ru, egui::Theme::Light);
    first_sign_in(&mut harness);
    drop(harness);
    full_study(&floor);
    let mut harness = window_of(floor.options(Lang::Ru), egui::Theme::Light, [1280.0, 1200.0]);
    sign_in(&mut harness, "petrova", PASSWORD);
    choose(&mut harness, "тариф", "иванов");
    let flags = study(&floor).open_flags;
    assert!(flags >= 2, "{flags}");
    assert!(says(&harness, "границы Тьюки, логарифм"));
    press(&mut harness, Key::L);
    assert!(says(&harness, "границы Тьюки, минуты") && says(&harness, "Шкала: минуты"));
    press(&mut harness, Key::F);
    assert!(says(&harness, "Все отметки одинаково"));
    press(&mut harness, Key::U);
    press(&mut harness, Key::Num3);
    write(&mut harness, "забыли остановить: плановая тревога");
    picture(&mut harness, "alike-light-ru");
    press(&mut harness, Key::Enter);
    let study = study(&floor);
    assert_eq!((study.open_flags, usize::try_from(study.excluded_count).unwrap()), (0, flags + 1));
    let reasons =
        study.observations.iter().filter(|one| one.reason.as_deref() == Some("забыли остановить: плановая тревога"));
    assert_eq!(reasons.count(), flags);
}

#[test]
fn pictures_of_the_whole_screen() {
    let floor = floor_with_elements();
    let mut harness = floor.window(Lang::Ru, egui::Theme::Light);
    first_sign_in(&mut harness);
    drop(harness);
    full_study(&floor);
    for (lang, theme, size, name) in [
        (Lang::Ru, egui::Theme::Light, [1280.0, 1540.0], "light-ru"),
        (Lang::En, egui::Theme::Dark, [1280.0, 1540.0], "dark-en"),
        (Lang::Ru, egui::Theme::Dark, [960.0, 600.0], "small-dark-ru"),
        (Lang::En, egui::Theme::Light, [960.0, 1500.0], "narrow-light-en"),
    ] {
        let mut harness = window_of(floor.options(lang), theme, size);
        sign_in(&mut harness, "petrova", PASSWORD);
        choose(&mut harness, "TARIFF", "kuznetsov");
        press(&mut harness, Key::Space);
        after(&floor, &mut harness, 212, Key::Space);
        press(&mut harness, Key::CloseBracket);
        floor.hands.pass(83_400);
        settle(&mut harness);
        picture(&mut harness, &format!("whole-{name}"));
        press(&mut harness, Key::L);
        picture(&mut harness, &format!("whole-minutes-{name}"));
        press(&mut harness, Key::Enter);
        after(&floor, &mut harness, 70, Key::P);
        floor.hands.pass(15_000);
        settle(&mut harness);
        picture(&mut harness, &format!("waiting-{name}"));
        press(&mut harness, Key::E);
        choose(&mut harness, "ADDRESS", "kuznetsov");
        press(&mut harness, Key::Space);
        after(&floor, &mut harness, 14, Key::Space);
        after(&floor, &mut harness, 22, Key::P);
        press(&mut harness, Key::Num1);
        picture(&mut harness, &format!("paused-{name}"));
        press(&mut harness, Key::P);
        picture(&mut harness, &format!("elements-{name}"));
        press(&mut harness, Key::M);
        picture(&mut harness, &format!("mini-{name}"));
        press(&mut harness, Key::Enter);
        press(&mut harness, Key::E);
    }
}
