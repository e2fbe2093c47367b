//! The screen of studies in the real window on a real floor file, by keys and accessible names, judged by what the floor holds afterwards.
//!
//! `pictures` draws every page in both themes and languages into `target/pictures` for people to look at.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, Instant as Timer};

use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use norma::desktop::action::Place;
use norma::desktop::app::{App, Clocks, Options};
use norma::domain::instant::Instant;
use norma::domain::study::{Decided, Source};
use norma::floor::question::{AskStudy, Nothing, Question};
use norma::locale::Lang;
use norma::views::View;
use norma::views::studies::{DriftVerdict, StudyView};
use serde_json::json;
use uuid::Uuid;

use crate::cpu_renderer::{CpuRenderer, without_margin};
use crate::desktop_screens::floor::{Floor, OPERATORS, at, in_force};

/// The study of the change of tariff.
const TARIFF: Uuid = Uuid::from_u128(1_000);
const NOW: &str = "2026-12-14T12:00:00+03:00";

pub type Window = Harness<'static, Option<App>>;

/// A floor with norms in force, where three readings of the change of tariff are flagged.
fn with_flags() -> Floor {
    let floor = in_force();
    let irina = floor.sign_in("irina");
    let moment = "2026-09-05T18:00:00+03:00";
    floor.must(
        &irina,
        moment,
        "study.describe",
        &json!({"study": TARIFF, "conditions": "Поддержка, дневная смена, учётная система версии 4"}),
    );
    for (place, operator, ms) in [(0, "boris", 2_700_000), (1, "vera", 2_340_000), (2, "anna", 14_000)] {
        floor.must(
            &irina,
            moment,
            "observation.add",
            &json!({"study": TARIFF, "observation": flagged(place), "operator": operator,
                    "started_at": format!("2026-09-03T1{place}:15:00+03:00"), "duration_ms": ms,
                    "pauses": if place == 0 { json!([{"length_ms": 42_000, "reason": "звонок из отдела продаж"}]) } else { json!([]) }}),
        );
    }
    floor
}

fn flagged(place: u128) -> Uuid {
    Uuid::from_u128(7_100 + place)
}

/// The same with sittings, an action timed by elements, and fourteen weeks of calls in which tariffs take longer and longer.
fn with_everything() -> Floor {
    let floor = with_flags();
    let irina = floor.sign_in("irina");
    let moment = "2026-09-05T18:10:00+03:00";
    for (number, (operator, from, to)) in
        [("anna", "08:00", "09:20"), ("boris", "08:05", "09:00"), ("vera", "08:10", "10:00")].into_iter().enumerate()
    {
        floor.must(
            &irina,
            moment,
            "sitting.add",
            &json!({"sitting": Uuid::from_u128(8_000 + number as u128), "operator": operator,
                    "started_at": format!("2026-09-02T{from}:00+03:00"), "ended_at": format!("2026-09-02T{to}:00+03:00"),
                    "pauses": [{"length_ms": 600_000, "reason": "чай"}]}),
        );
    }
    by_elements(&floor);
    weeks_of_calls(&floor);
    floor
}

fn by_elements(floor: &Floor) {
    let irina = floor.sign_in("irina");
    let moment = "2026-09-05T18:20:00+03:00";
    let study = Uuid::from_u128(1_500);
    floor.must(
        &irina,
        moment,
        "action.add",
        &json!({"code": "GREET", "name_ru": "Приветствие и проверка клиента", "name_en": "Greeting and identification",
                "group": "Связь", "kind": "manual", "elements": [
            {"code": "HELLO", "name_ru": "Приветствие", "name_en": "Greeting", "break_point": "назвал компанию"},
            {"code": "CHECK", "name_ru": "Проверка клиента", "name_en": "Identification", "break_point": "открыл карточку"}]}),
    );
    floor.must(&irina, moment, "study.open", &json!({"study": study, "action": "GREET"}));
    for place in 0..12_i64 {
        let (hello, check) = (6_000 + place * 137 % 2_900, 21_000 + place * 811 % 19_000);
        floor.must(
            &irina,
            moment,
            "observation.add",
            &json!({"study": study, "observation": Uuid::from_u128(7_500 + place as u128),
                    "operator": OPERATORS[place as usize % 4].0, "started_at": format!("2026-09-0{}T12:{:02}:00+03:00", 2 + place % 3, place * 4),
                    "duration_ms": hello + check,
                    "elements": [{"element": "HELLO", "duration_ms": hello}, {"element": "CHECK", "duration_ms": check}]}),
        );
    }
}

/// Fourteen weeks of 210 calls each, 15 % longer from the seventh on; and tickets whose marks say that hard cases became more.
fn weeks_of_calls(floor: &Floor) {
    let irina = floor.sign_in("irina");
    let calls = Uuid::from_u128(1_600);
    let first: chrono::NaiveDate = "2026-09-07".parse().unwrap();
    let mut rows = Vec::new();
    for week in 0..14_u64 {
        for place in 0..210_u64 {
            let day = first.checked_add_days(chrono::Days::new(week * 7 + place % 5)).unwrap();
            let wave = 94 + (place * 7 + week * 5) % 13;
            let longer = if week > 5 { 115 } else { 100 };
            let norm = 176_400 * wave * longer / 10_000 + (week * 37 % 11) * 500;
            rows.push(
                json!({"observation": Uuid::from_u128(u128::from(100_000 + week * 1_000 + place)), "study": calls,
                "action": "TARIFF", "operator": OPERATORS[place as usize % 4].0,
                "started_at": format!("{day}T{:02}:{:02}:00+03:00", 9 + place % 8, place % 60),
                "duration_ms": norm, "source": "call-record"}),
            );
        }
    }
    let anna = floor.sign_in("anna");
    for week in 0..10_u64 {
        let day = first.checked_add_days(chrono::Days::new(week * 7 + 1)).unwrap();
        let hard = if week > 7 { 64 } else { 20 + week % 5 };
        floor.must(
            &anna,
            &format!("{day}T17:00:00+03:00"),
            "ticket.save",
            &json!({"ticket": Uuid::from_u128(u128::from(50_000 + week)), "client": "+7 912 000-00-00", "channel": "chat",
                    "decisions": [{"action": "TARIFF", "quantity": 210, "hard": hard}]}),
        );
    }
    for (number, chunk) in rows.chunks(500).enumerate() {
        let rows: Vec<_> =
            chunk.iter().enumerate().map(|(line, row)| json!({"line": number * 500 + line + 2, "row": row})).collect();
        floor.must(&irina, "2026-12-13T20:00:00+03:00", "import.samples", &json!({"rows": rows}));
    }
}

fn clocks(now: &str) -> Clocks {
    let (wall, hands) = (at(now).millis(), Arc::new(AtomicI64::new(0)));
    Clocks {
        wall: Arc::new(move || Instant::from_millis(wall).unwrap()),
        monotonic: Arc::new(move || hands.fetch_add(1, Ordering::SeqCst)),
    }
}

/// Where files are to be written, as the person at the dialog says.
pub type Said = Arc<std::sync::Mutex<Option<PathBuf>>>;

pub fn window(floor: &Floor, login: &str, lang: Lang, dark: bool, size: [f32; 2]) -> (Window, Said) {
    window_at(floor, login, lang, dark, size, NOW)
}

/// The same at another time.
pub fn window_at(floor: &Floor, login: &str, lang: Lang, dark: bool, size: [f32; 2], now: &str) -> (Window, Said) {
    let said = Said::default();
    let folder = Arc::clone(&said);
    let mut options = Options { floor: Some(floor.handle.path().to_owned()), ..Options::bare(clocks(now), lang) };
    options.ask_where =
        Some(Arc::new(move |name: &str| folder.lock().unwrap().as_ref().map(|folder| folder.join(name))));
    let mut options = Some(options);
    let theme = if dark { egui::Theme::Dark } else { egui::Theme::Light };
    // The harness draws an empty margin of 8 points around.
    let mut window = Harness::builder()
        .with_size([size[0] + 16.0, size[1] + 16.0])
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
    settle(&mut window);
    write(&mut window, login);
    press(&mut window, Key::Tab);
    write(&mut window, floor.password);
    press(&mut window, Key::Enter);
    // A password that another set asks for an own one.
    if says(&window, &lang.t("welcome-password-new")) {
        write(&mut window, floor.password);
        press(&mut window, Key::Tab);
        write(&mut window, floor.password);
        press(&mut window, Key::Enter);
        settle(&mut window);
    }
    (window, said)
}

/// A supervisor's window on the screen of studies.
fn studies(floor: &Floor) -> (Window, Said) {
    let (mut window, said) = window(floor, "irina", Lang::Ru, false, [1280.0, 720.0]);
    go(&mut window, Place::Study);
    (window, said)
}

pub fn settle(window: &mut Window) {
    let (until, mut quiet) = (Timer::now() + Duration::from_mins(1), 0);
    while quiet < 4 {
        assert!(Timer::now() < until, "the window does not come to rest");
        window.step();
        let busy = window.state().as_ref().is_none_or(App::is_busy);
        quiet = if busy { 0 } else { quiet + 1 };
        if busy {
            std::thread::sleep(Duration::from_millis(2));
        }
    }
}

pub fn press(window: &mut Window, key: Key) {
    window.key_press(key);
    settle(window);
}

pub fn command(window: &mut Window, modifiers: Modifiers, key: Key) {
    window.key_press_modifiers(modifiers, key);
    settle(window);
}

pub fn write(window: &mut Window, text: &str) {
    window.event(egui::Event::Text(text.to_owned()));
    settle(window);
}

pub fn work(window: &Window) -> &norma::desktop::app::work::Work {
    window.state().as_ref().and_then(App::work).expect("somebody is signed in")
}

/// Goes to a place by its Ctrl+digit, or by the palette where there are more places than digits.
pub fn go(window: &mut Window, place: Place) {
    const DIGITS: [Key; 9] =
        [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];
    let number = work(window).places().iter().position(|other| *other == place).expect("the place is open");
    if let Some(digit) = DIGITS.get(number) {
        command(window, Modifiers::COMMAND, *digit);
    } else {
        command(window, Modifiers::COMMAND, Key::K);
        write(window, &norma::desktop::app::menu::place_words(Lang::Ru, place).1);
        press(window, Key::Enter);
    }
    assert_eq!(work(window).place, Some(place));
}

pub fn says(window: &Window, text: &str) -> bool {
    window.query_all_by_label_contains(text).next().is_some()
}

/// Opens the study of an action by finding it.
fn open_study(window: &mut Window, find: &str) {
    command(window, Modifiers::COMMAND, Key::F);
    write(window, find);
    press(window, Key::Escape);
    press(window, Key::ArrowDown);
    press(window, Key::Enter);
    settle(window);
}

fn study(floor: &Floor, study: Uuid) -> StudyView {
    let irina = floor.sign_in("irina");
    let Some(View::Study(view)) = floor.ask(&irina, Question::Study(AskStudy { study })) else { panic!("study") };
    *view
}

fn decided(floor: &Floor, observation: Uuid) -> (Option<Decided>, Option<String>) {
    let view = study(floor, TARIFF);
    let one = view.observations.into_iter().find(|one| one.observation == observation).unwrap();
    (one.decided, one.reason)
}

#[test]
fn a_study_is_found_opened_filtered_and_sorted_by_the_keyboard() {
    let floor = with_flags();
    let (mut window, _) = studies(&floor);
    assert!(says(&window, "Перезагрузка роутера"));
    assert!(says(&window, "3 отметки выбросов ждут решения"), "the navigation counts the flags");
    // "тариф" typed in the other layout finds one study alone; Enter opens it.
    command(&mut window, Modifiers::COMMAND, Key::F);
    write(&mut window, "nfhba");
    assert!(!says(&window, "Перезагрузка роутера"), "the others are out of sight");
    press(&mut window, Key::Escape);
    press(&mut window, Key::ArrowDown);
    press(&mut window, Key::Enter);
    assert!(says(&window, "Условия: Поддержка, дневная смена"));
    assert!(says(&window, "Все 23") && says(&window, "С отметкой 3") && says(&window, "Тяжёлые 2"));
    // Two times V: hard cases only.
    press(&mut window, Key::V);
    press(&mut window, Key::V);
    let names: Vec<String> = rows(&window, "Тяжёлые");
    assert_eq!(names.len(), 2, "{names:?}");
    for _ in 0..3 {
        press(&mut window, Key::V);
    }
    // By minutes, the greatest first: number, start, operator, minutes.
    for _ in 0..3 {
        press(&mut window, Key::S);
    }
    press(&mut window, Key::I);
    press(&mut window, Key::ArrowDown);
    assert!(says(&window, "№ 21 · Борис Ким"), "the longest reading stands first");
    assert!(says(&window, "паузы, с: 42.0 (звонок из отдела продаж)"));
    // Only one operator's; then a word.
    press(&mut window, Key::P);
    assert!(!says(&window, "Борис Ким"), "Anna's alone");
    command(&mut window, Modifiers::COMMAND, Key::F);
    write(&mut window, "такого нет");
    assert!(says(&window, "Таких замеров нет"));
    // Esc leaves the field, the next one the study.
    press(&mut window, Key::Escape);
    press(&mut window, Key::Escape);
    assert!(says(&window, "Действующие нормы"));
}

/// The numbers of the rows that the table shows under a filter.
fn rows(window: &Window, filter: &str) -> Vec<String> {
    use egui_kittest::kittest::NodeT as _;
    assert!(says(window, filter));
    window
        .query_all_by_label_contains("02.09.2026")
        .filter_map(|node| node.accesskit_node().label().or_else(|| node.accesskit_node().value()))
        .filter(|label| label.len() == "02.09.2026 08:00:00".len())
        .collect()
}

#[test]
fn flags_are_decided_one_after_another_by_digits() {
    let floor = with_flags();
    let before = study(&floor, TARIFF);
    assert_eq!(before.open_flags, 3, "the floor raises three flags");
    let (mut window, _) = studies(&floor);
    open_study(&mut window, "тариф");
    press(&mut window, Key::F);
    assert!(says(&window, "1 из 3") && says(&window, "Замер № 21: 45,00 мин"));
    assert!(says(&window, "Обычные причины долгого замера"));
    assert!(says(&window, "клиент старше 70 лет"), "the criterion stands beside the question");
    let flag = before.observations[20].flag.clone().unwrap();
    let without = Lang::Ru.minutes(flag.norm_without_cmin.unwrap());
    assert!(says(&window, &format!("Норма без него {without}")), "the norm without it: {without}");
    // Left for later and back again.
    press(&mut window, Key::ArrowRight);
    assert!(says(&window, "2 из 3"));
    press(&mut window, Key::ArrowLeft);
    assert!(says(&window, "1 из 3"));
    // A hard case; then the next comes by itself.
    press(&mut window, Key::Num2);
    assert_eq!(decided(&floor, flagged(0)), (Some(Decided::Hard), None));
    assert!(says(&window, "2 из 3") && says(&window, "Замер № 22: 39,00 мин"));
    press(&mut window, Key::Num3);
    assert_eq!(decided(&floor, flagged(1)), (Some(Decided::Exclude), Some("забыли остановить секундомер".to_owned())));
    assert!(says(&window, "Обычные причины короткого замера"));
    // Another reason is typed; digits are text meanwhile.
    press(&mut window, Key::Num6);
    write(&mut window, "учебный звонок 1");
    press(&mut window, Key::Enter);
    assert_eq!(decided(&floor, flagged(2)), (Some(Decided::Exclude), Some("учебный звонок 1".to_owned())));
    let after = study(&floor, TARIFF);
    assert_eq!(after.open_flags, 0);
    assert!(says(&window, "Решены 3 отметки"));
    assert!(says(&window, &Lang::Ru.minutes(after.norm_cmin.unwrap())));
}

#[test]
fn all_flags_are_decided_alike_with_one_reason() {
    let floor = with_flags();
    let (mut window, _) = studies(&floor);
    open_study(&mut window, "тариф");
    press(&mut window, Key::F);
    press(&mut window, Key::L);
    assert!(says(&window, "Решить 3 отметки одинаково"));
    // Without a reason nothing goes out.
    command(&mut window, Modifiers::COMMAND, Key::Enter);
    assert_eq!(study(&floor, TARIFF).open_flags, 3);
    write(&mut window, "новая база клиентов");
    command(&mut window, Modifiers::COMMAND, Key::Enter);
    assert_eq!(study(&floor, TARIFF).open_flags, 0);
    assert_eq!(decided(&floor, flagged(0)), (Some(Decided::Regular), Some("новая база клиентов".to_owned())));
    // Taken back, nothing was answered.
    window.get_all_by_label("Отменить").next().unwrap().click();
    settle(&mut window);
    assert_eq!(study(&floor, TARIFF).open_flags, 3);
    assert_eq!(decided(&floor, flagged(0)), (None, None));
    assert!(says(&window, "1 из 3"));
}

#[test]
fn an_answer_taken_back_opens_its_flag_again() {
    let floor = with_flags();
    let (mut window, _) = studies(&floor);
    open_study(&mut window, "тариф");
    press(&mut window, Key::F);
    press(&mut window, Key::Num3);
    assert_eq!(study(&floor, TARIFF).open_flags, 2);
    window.get_all_by_label("Отменить").next().unwrap().click();
    settle(&mut window);
    assert_eq!(study(&floor, TARIFF).open_flags, 3);
    assert_eq!(decided(&floor, flagged(0)), (None, None));
    assert!(says(&window, "2 из 3"), "its flag is counted once, and the next stays on screen");
}

#[test]
fn a_reading_is_excluded_taken_back_and_put_right() {
    let floor = with_flags();
    let (mut window, _) = studies(&floor);
    open_study(&mut window, "тариф");
    press(&mut window, Key::ArrowDown);
    let first = study(&floor, TARIFF).observations[0].observation;
    press(&mut window, Key::Enter);
    press(&mut window, Key::Num4);
    assert_eq!(decided(&floor, first), (Some(Decided::Exclude), Some("действие прервали".to_owned())));
    assert!(says(&window, "Исключённые 1") && says(&window, "тяжёлых 2, исключено 1"));
    let excluded = study(&floor, TARIFF);
    assert_ne!(excluded.norm_cmin, excluded.norm_with_excluded_cmin);
    let all = Lang::Ru.minutes(excluded.norm_with_excluded_cmin.unwrap());
    assert!(says(&window, &format!("с исключёнными {all}")), "both norms stand side by side");
    press(&mut window, Key::K);
    assert_eq!(decided(&floor, first), (Some(Decided::Regular), Some("возвращён после исключения".to_owned())));
    // The toast takes that back, too.
    window.get_all_by_label("Отменить").next().unwrap().click();
    settle(&mut window);
    assert_eq!(decided(&floor, first).0, Some(Decided::Exclude));
    press(&mut window, Key::K);
    // The pace moves the norm: without a reason it does not go out.
    press(&mut window, Key::E);
    command(&mut window, Modifiers::COMMAND, Key::A);
    write(&mut window, "80");
    command(&mut window, Modifiers::COMMAND, Key::Enter);
    assert_eq!(study(&floor, TARIFF).observations[0].rating_bp.0, 10_000);
    press(&mut window, Key::Tab);
    write(&mut window, "новичок");
    press(&mut window, Key::Tab);
    write(&mut window, "темп ниже обычного");
    command(&mut window, Modifiers::COMMAND, Key::Enter);
    let amended = study(&floor, TARIFF);
    assert_eq!(amended.observations[0].rating_bp.0, 8_000);
    assert_eq!(amended.observations[0].note.as_deref(), Some("новичок"));
    assert!(amended.observations[0].amended && amended.norm_cmin < excluded.norm_with_excluded_cmin);
    // Conditions are described.
    press(&mut window, Key::C);
    write(&mut window, " и ночная");
    command(&mut window, Modifiers::COMMAND, Key::Enter);
    assert!(study(&floor, TARIFF).conditions.unwrap().contains("и ночная"));
}

#[test]
fn every_reading_is_exported_and_a_failure_is_said() {
    let floor = with_flags();
    let (mut window, said) = studies(&floor);
    open_study(&mut window, "тариф");
    let folder = tempfile::tempdir().unwrap();
    // Nobody says where: nothing is written, nothing is said.
    command(&mut window, Modifiers::COMMAND, Key::E);
    assert!(!says(&window, "Файл записан"));
    *said.lock().unwrap() = Some(folder.path().to_owned());
    command(&mut window, Modifiers::COMMAND, Key::E);
    assert!(says(&window, "Файл записан"));
    command(&mut window, Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::E);
    let view = study(&floor, TARIFF);
    let mut csv = csv::Reader::from_path(folder.path().join("zamery-tariff.csv")).unwrap();
    let heads: Vec<String> = csv.headers().unwrap().iter().map(str::to_owned).collect();
    let rows: Vec<csv::StringRecord> = csv.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), view.observations.len(), "every reading, not only the average");
    let at = |row: usize, head: &str| rows[row].get(heads.iter().position(|other| other == head).unwrap()).unwrap();
    for (place, one) in view.observations.iter().enumerate() {
        assert_eq!(at(place, "duration_ms"), one.duration_ms.0.to_string());
        assert_eq!(at(place, "observation"), one.observation.to_string());
    }
    assert_eq!((at(20, "operator_name"), at(20, "pauses")), ("Борис Ким", "42.0 (звонок из отдела продаж)"));
    assert_eq!((at(20, "flag_strong"), at(20, "counts_as"), at(9, "class")), ("yes", "regular", "hard"));
    let workbook = std::fs::read(folder.path().join("zamery-tariff.xlsx")).unwrap();
    let holds = |name: &str| workbook.windows(name.len()).any(|part| part == name.as_bytes());
    assert!(workbook.starts_with(b"PK") && holds("xl/worksheets/sheet1.xml") && holds("xl/worksheets/sheet2.xml"));
    // A folder that is not there.
    *said.lock().unwrap() = Some(folder.path().join("нет такой"));
    command(&mut window, Modifiers::COMMAND, Key::E);
    assert!(says(&window, "Такой папки нет"));
}

#[test]
fn a_norm_that_drifted_is_named_and_leads_to_a_further_study() {
    let floor = with_everything();
    let irina = floor.sign_in("irina");
    floor.clock.store(at(NOW).millis(), Ordering::SeqCst);
    let Some(View::Drift(drift)) = floor.ask(&irina, Question::Drift(Nothing {})) else { panic!("drift") };
    assert_eq!(drift.norms[0].action, "TARIFF");
    assert_eq!(drift.norms[0].verdict, DriftVerdict::Slower);
    let (mut window, _) = window(&floor, "irina", Lang::Ru, false, [1280.0, 720.0]);
    // The screen of norms names it and leads to it.
    go(&mut window, Place::Norms);
    assert!(says(&window, "Норматив «Смена тарифа» больше не сходится с реальным временем"));
    window.get_by_label("К хронометражу").click();
    settle(&mut window);
    assert_eq!(work(&window).place, Some(Place::Study));
    assert!(says(&window, "Норма больше не сходится: с недели"));
    assert!(says(&window, "Само ничего не меняется"));
    // The overview holds every norm in force, the drifted one first.
    press(&mut window, Key::Escape);
    press(&mut window, Key::A);
    assert!(says(&window, "Разошлась 1 норма из 12"));
    assert!(says(&window, "время длиннее нормы"));
    // A further study is opened, and the stopwatch takes it up.
    let before = work(&window).views.studies.value().unwrap().studies.len();
    press(&mut window, Key::N);
    settle(&mut window);
    assert_eq!(work(&window).place, Some(Place::Stopwatch));
    let studies = &work(&window).views.studies.value().unwrap().studies;
    assert_eq!(studies.len(), before + 1);
    let newest = studies.iter().find(|brief| brief.observations == 0).unwrap();
    assert_eq!((newest.action.code.as_str(), newest.source), ("TARIFF", Source::Stopwatch));
    let newest = newest.study;
    assert_eq!(work(&window).chosen.study, Some(newest), "the stopwatch has the new study of this action");
    // And I leads back to the same study.
    press(&mut window, Key::I);
    assert_eq!((work(&window).place, work(&window).chosen.opened), (Some(Place::Study), Some(newest)));
}

#[test]
fn the_director_looks_and_decides_nothing() {
    let floor = with_flags();
    let (mut window, _) = window(&floor, "director", Lang::Ru, false, [1280.0, 720.0]);
    go(&mut window, Place::Study);
    open_study(&mut window, "тариф");
    press(&mut window, Key::ArrowDown);
    press(&mut window, Key::Enter);
    press(&mut window, Key::E);
    assert!(window.query_by_label("Исправить").is_none() && !says(&window, "Темп, % от нормального"));
    press(&mut window, Key::F);
    assert!(says(&window, "Решает руководитель отдела"));
    press(&mut window, Key::Num2);
    assert_eq!(study(&floor, TARIFF).open_flags, 3);
}

#[test]
fn pages_turn_by_keys_and_each_says_what_it_shows() {
    let floor = with_everything();
    let (mut window, _) = studies(&floor);
    open_study(&mut window, "тариф секундомер");
    for (key, text) in [
        (Key::D, "Оплачивается сумма действий"),
        (Key::O, "Медленного оператора не исключают"),
        (Key::T, "Не учтено больше 2 % времени"),
        (Key::A, "Накопленные суммы (CUSUM)"),
        (Key::R, "Все 23"),
    ] {
        press(&mut window, key);
        assert!(says(&window, text), "{text}");
    }
    let turned =
        ["1 из 3", "Только для сведения", "Что говорят различия", "Баланс времени", "Сверяется со временем", "Все 23"];
    for text in turned {
        command(&mut window, Modifiers::COMMAND, Key::Tab);
        assert!(says(&window, text), "{text}");
    }
    command(&mut window, Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::Tab);
    assert!(says(&window, "Сверяется со временем"));
    // Every chart has its table.
    for node in window.get_all_by_label("Показать таблицей").collect::<Vec<_>>() {
        node.click_accesskit();
    }
    settle(&mut window);
    assert!(window.query_all_by_label("Показать графиком").next().is_some());
}

/// Saves what is on screen for people to look at.
fn picture(window: &mut Window, name: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/pictures");
    std::fs::create_dir_all(&folder).unwrap();
    window.run_steps(3);
    let whole = window.render().unwrap();
    let margin = (8.0 * window.ctx.pixels_per_point()) as u32;
    without_margin(&whole, margin).save(folder.join(format!("{name}.png"))).unwrap();
}

/// A window that is narrow, or whose letters are twice as large: what does not fit has to scroll, not to be cut.
/// The size is in pixels.
fn cramped(floor: &Floor, size: [f32; 2], scale: f32, tail: &str) {
    let (mut window, _) = window(floor, "irina", Lang::Ru, false, size);
    window.set_pixels_per_point(scale);
    go(&mut window, Place::Study);
    let shoot = |window: &mut Window, name: &str| {
        picture(window, &format!("study-{name}-{tail}"));
    };
    shoot(&mut window, "list");
    open_study(&mut window, "тариф секундомер");
    for (key, name) in [
        (Key::R, "readings"),
        (Key::F, "flags"),
        (Key::D, "distribution"),
        (Key::O, "operators"),
        (Key::T, "time"),
        (Key::A, "drift"),
    ] {
        press(&mut window, key);
        shoot(&mut window, name);
        press(&mut window, Key::PageDown);
        shoot(&mut window, &format!("{name}-below"));
        press(&mut window, Key::PageUp);
        press(&mut window, Key::PageUp);
    }
    press(&mut window, Key::R);
    press(&mut window, Key::ArrowDown);
    press(&mut window, Key::Enter);
    shoot(&mut window, "decide");
}

#[test]
fn pictures_of_cramped_windows() {
    let floor = with_everything();
    cramped(&floor, [1000.0, 700.0], 1.0, "narrow");
    cramped(&floor, [1920.0, 1080.0], 2.0, "double");
    cramped(&floor, [1280.0, 720.0], 2.0, "double-small");
}

/// Draws every page; `whole` also what lies below the first screenful.
fn draw(floor: &Floor, lang: Lang, dark: bool, size: [f32; 2], (tail, whole): (&str, bool)) {
    let (mut window, _) = window(floor, "irina", lang, dark, size);
    go(&mut window, Place::Study);
    let shoot = |window: &mut Window, name: &str| {
        if whole || !name.ends_with("-below") && !name.ends_with("-bottom") {
            picture(window, &format!("study-{name}-{tail}"));
        }
    };
    shoot(&mut window, "list");
    press(&mut window, Key::A);
    shoot(&mut window, "norms");
    press(&mut window, Key::PageDown);
    shoot(&mut window, "norms-below");
    press(&mut window, Key::PageUp);
    press(&mut window, Key::R);
    open_study(&mut window, if lang == Lang::Ru { "тариф секундомер" } else { "tariff stopwatch" });
    for _ in 0..3 {
        press(&mut window, Key::ArrowDown);
    }
    shoot(&mut window, "readings");
    press(&mut window, Key::Enter);
    shoot(&mut window, "decide");
    press(&mut window, Key::Escape);
    press(&mut window, Key::E);
    shoot(&mut window, "amend");
    press(&mut window, Key::Escape);
    for (key, name) in
        [(Key::F, "flags"), (Key::D, "distribution"), (Key::O, "operators"), (Key::T, "time"), (Key::A, "drift")]
    {
        press(&mut window, key);
        shoot(&mut window, name);
        press(&mut window, Key::PageDown);
        shoot(&mut window, &format!("{name}-below"));
        press(&mut window, Key::PageDown);
        shoot(&mut window, &format!("{name}-bottom"));
        press(&mut window, Key::PageUp);
        press(&mut window, Key::PageUp);
    }
    press(&mut window, Key::F1);
    shoot(&mut window, "help");
    press(&mut window, Key::F1);
    go(&mut window, Place::Norms);
    shoot(&mut window, "in-norms");
}

#[test]
fn pictures() {
    let floor = with_everything();
    for (dark, lang) in crate::support::looks() {
        let tail = format!("{}-{}", if dark { "dark" } else { "light" }, lang.code());
        draw(&floor, lang, dark, [1280.0, 720.0], (&tail, dark == (lang == Lang::En)));
    }
    draw(&floor, Lang::Ru, false, [1920.0, 1080.0], ("large", false));
    let empty = Floor::create();
    let (mut window, _) = window(&empty, "director", Lang::Ru, false, [1280.0, 720.0]);
    go(&mut window, Place::Study);
    picture(&mut window, "study-empty-light-ru");
}
