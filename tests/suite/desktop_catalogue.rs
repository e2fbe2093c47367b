//! The catalogue on a real floor, by keys and accessible names; `pictures` draws it for people to look at.

use std::path::Path;
use std::rc::Rc;

use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use norma::desktop::action::Place;
use norma::domain::ticket::Channel;
use norma::floor::Envelope;
use norma::locale::Lang;
use norma::views::norms::ActionView;

use crate::desktop_screens::floor::{Floor, in_november, with_studies};
use crate::desktop_screens::play::{Play, click, command, fill, light, open, press, write};

const NOW: &str = "2026-11-20T12:50:00+03:00";

fn action(play: &Harness<'_, Play>, code: &str) -> Option<ActionView> {
    play.state().catalogue().actions.into_iter().find(|action| action.code == code)
}

/// Chooses an action by typing and opens it with Enter.
fn find(play: &mut Harness<'_, Play>, text: &str) {
    command(play, Key::F);
    command(play, Key::A);
    write(play, text);
    play.get_by_label(&play.state().lang.t("catalogue-table")).focus();
    play.run_steps(2);
    press(play, Key::Home);
    press(play, Key::ArrowDown);
    press(play, Key::ArrowDown);
}

fn undo(play: &mut Harness<'_, Play>) {
    let (session, now) = (play.state().session.clone(), play.state().now);
    let command = play.state_mut().undo.take().expect("a way back");
    let envelope = Envelope { at: Some(now), ..Envelope::new(session, command) };
    let outcome = play.state().floor.handle.execute(envelope);
    assert!(matches!(outcome, norma::worker::Outcome::Accepted(_)), "{outcome:?}");
    play.run_steps(2);
}

#[test]
fn an_action_is_added_changed_and_retired_by_the_keyboard_with_a_way_back() {
    let floor = Rc::new(with_studies());
    let mut play = light(Play::new(&floor, "irina", Place::Catalogue, Lang::Ru, NOW));
    press(&mut play, Key::N);
    write(&mut play, "BUNDLE");
    fill(&mut play, "Название", "Пакет «интернет + ТВ»");
    // A new catalogue entry without a group asks for one.
    fill(&mut play, "Название новой группы", "Тарифы");
    fill(&mut play, "Предлагаемое повышение", "1,5");
    command(&mut play, Key::Enter);
    assert!(play.query_by_label_contains("требует объяснения").is_some(), "the refusal is shown");
    assert!(action(&play, "BUNDLE").is_none(), "a boost without a reason goes nowhere");
    fill(&mut play, "Почему повышается", "пакет дороже");
    click(&mut play, "чат");
    click(&mut play, "Элементы (0)");
    for name in ["Предложение", "Оформление"] {
        play.key_press_modifiers(Modifiers::ALT, Key::N);
        play.run_steps(3);
        press(&mut play, Key::Tab);
        write(&mut play, name);
    }
    // The second element goes up by the keyboard alone.
    play.key_press_modifiers(Modifiers::ALT, Key::ArrowUp);
    play.run_steps(3);
    command(&mut play, Key::Enter);
    let added = action(&play, "BUNDLE").unwrap_or_else(|| panic!("{:?}", play.state().said));
    assert_eq!((added.group.as_str(), added.channels.as_slice()), ("Тарифы", [Channel::Chat].as_slice()));
    assert_eq!((added.boost_bp.unwrap().0, added.boost_reason.as_deref()), (15_000, Some("пакет дороже")));
    let names: Vec<&str> = added.elements.iter().map(|element| element.name_ru.as_str()).collect();
    assert_eq!(names, ["Оформление", "Предложение"]);

    // "пакет" typed in the Latin layout finds it; only what is changed goes out.
    find(&mut play, "gfrtn");
    press(&mut play, Key::Enter);
    fill(&mut play, "Название по-английски", "Bundle");
    command(&mut play, Key::Enter);
    assert_eq!(action(&play, "BUNDLE").unwrap().name_en.as_deref(), Some("Bundle"));
    undo(&mut play);
    assert_eq!(action(&play, "BUNDLE").unwrap().name_en, None);
    find(&mut play, "пакет");
    press(&mut play, Key::Delete);
    assert!(!action(&play, "BUNDLE").unwrap().active, "{:?}", play.state().said);
    undo(&mut play);
    assert!(action(&play, "BUNDLE").unwrap().active);
}

#[test]
fn who_does_not_keep_the_catalogue_reads_it() {
    let floor = Rc::new(with_studies());
    let mut play = light(Play::new(&floor, "director", Place::Catalogue, Lang::Ru, NOW));
    assert!(play.query_by_label("Новое действие").is_none());
    let before = play.state().catalogue();
    press(&mut play, Key::N);
    find(&mut play, "роутер");
    press(&mut play, Key::Delete);
    press(&mut play, Key::Enter);
    assert!(play.query_by_label_contains("REBOOT · ").is_some(), "the action opens to be read");
    assert!(play.query_by_label("Сохранить").is_none());
    assert_eq!(play.state().catalogue(), before);
}

#[test]
fn a_file_shows_its_difference_before_it_is_taken() {
    let floor = Rc::new(with_studies());
    let mut play = light(Play::new(&floor, "irina", Place::Catalogue, Lang::Ru, NOW));
    press(&mut play, Key::E);
    press(&mut play, Key::C);
    let document = play.state_mut().saved.pop().expect("a document");
    let folder = tempfile::tempdir().unwrap();
    let text = String::from_utf8((document.make)().unwrap()).unwrap();
    let changed: String = text
        .lines()
        .filter(|line| !line.starts_with("KEEP,"))
        .map(|line| line.replace("Смена тарифа", "Перевод на другой тариф") + "\n")
        .chain([
            "FRESH,Новое,,Связь,manual,chat,,,,no,,yes\n".to_owned(),
            "BAD,,,Связь,manual,,,,,no,,yes\n".to_owned(),
        ])
        .collect();
    let path = folder.path().join("каталог.csv");
    std::fs::write(&path, changed).unwrap();
    let before = play.state().catalogue();
    play.state_mut().file = Some(path);
    press(&mut play, Key::I);
    play.run_steps(3);
    for said in [
        "Загрузка: каталог.csv",
        "Новые (1)",
        "Изменённые (1)",
        "Нет в файле (1)",
        "Отказано (1)",
        "Перевод на другой тариф",
    ] {
        assert!(play.query_by_label_contains(said).is_some(), "{said}");
    }
    assert_eq!(play.state().catalogue(), before, "nothing is written yet");
    play.get_by_label_contains("Вывести из каталога те").click();
    play.run_steps(3);
    command(&mut play, Key::Enter);
    let said = format!("{:?}", play.state().said);
    assert!(said.contains("новых 1, изменённых 1, выведено 1, отказано 1"), "{said}");
    assert_eq!(action(&play, "TARIFF").unwrap().name_ru, "Перевод на другой тариф");
    assert!(action(&play, "FRESH").is_some() && !action(&play, "KEEP").unwrap().active);
    // The same file once more differs by nothing that could be taken.
    press(&mut play, Key::I);
    play.run_steps(3);
    assert!(play.query_by_label("Принять (0)").is_some());
}

#[test]
fn an_empty_catalogue_offers_the_starter() {
    let floor = Rc::new(bare());
    let mut play = light(Play::new(&floor, "irina", Place::Catalogue, Lang::Ru, NOW));
    click(&mut play, "Взять стартовый каталог");
    command(&mut play, Key::Enter);
    let taken = play.state().catalogue().actions;
    assert!(taken.len() > 50, "{:?}", play.state().said);
    assert_eq!(action(&play, "REAC").unwrap().group, "Удержание и реактивация");
}

#[test]
fn the_desk_offers_what_belongs_to_the_channel_first_and_marks_the_rest() {
    let floor = Rc::new(in_november());
    let irina = floor.sign_in("irina");
    let change = serde_json::json!({"code": "VISIT", "channels": ["walk-in"]});
    floor.must(&irina, "2026-11-20T12:45:00+03:00", "action.change", &change);
    let mut desk = light(Play::new(&floor, "anna", Place::Desk, Lang::Ru, NOW));
    write(&mut desk, "+7 999 000-00-01");
    press(&mut desk, Key::Enter);
    write(&mut desk, "мастера");
    press(&mut desk, Key::Enter);
    desk.run_steps(2);
    assert!(desk.query_by_label("другой канал").is_some(), "the decision is marked");
    command(&mut desk, Key::Enter);
    let day = desk.state().desk_view().day;
    assert_eq!(day.tickets.last().unwrap().decisions[0].action, "VISIT", "it is saved all the same");
}

/// A floor with a supervisor and no action yet.
fn bare() -> Floor {
    let floor = Floor::create();
    let director = floor.sign_in("director");
    let first = "2026-09-01T09:10:00+03:00";
    floor.must(
        &director,
        first,
        "department.add",
        &serde_json::json!({"code": "SUP", "name": "Техническая поддержка"}),
    );
    let irina = serde_json::json!({"code": "irina", "name": "Ирина Соколова", "login": "irina", "roles": ["supervisor"], "department": "SUP", "from": "2026-09-01"});
    floor.must(&director, first, "person.add", &irina);
    floor.must(&director, first, "password.set", &serde_json::json!({"person": "irina"}));
    floor
}

/// Saves what is on screen for people to look at.
fn picture(harness: &mut Harness<'_, Play>, name: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/pictures");
    std::fs::create_dir_all(&folder).unwrap();
    harness.run_steps(3);
    harness.render().unwrap().save(folder.join(format!("{name}.png"))).unwrap();
}

#[test]
fn pictures() {
    let folder = tempfile::tempdir().unwrap();
    for (dark, lang) in crate::support::looks() {
        let tail = format!("{}-{}", if dark { "dark" } else { "light" }, lang.code());
        let floor = Rc::new(bare());
        let size = [1280.0, 720.0];
        let mut play = open(Play::new(&floor, "irina", Place::Catalogue, lang, NOW), dark, size);
        picture(&mut play, &format!("catalogue-empty-{tail}"));
        press(&mut play, Key::S);
        picture(&mut play, &format!("catalogue-starter-{tail}"));
        command(&mut play, Key::Enter);
        find(&mut play, if lang == Lang::Ru { "дорог" } else { "upgrade" });
        press(&mut play, Key::Enter);
        picture(&mut play, &format!("catalogue-edit-{tail}"));
        let elements = lang.with("catalogue-page-elements", &[("count", 3_usize.into())]);
        click(&mut play, &elements);
        picture(&mut play, &format!("catalogue-elements-{tail}"));
        press(&mut play, Key::Escape);
        command(&mut play, Key::F);
        command(&mut play, Key::A);
        press(&mut play, Key::Delete);
        play.get_by_label(&lang.t("catalogue-table")).focus();
        play.run_steps(2);
        for _ in 0..4 {
            press(&mut play, Key::ArrowDown);
        }
        picture(&mut play, &format!("catalogue-{tail}"));
        let path = folder.path().join("actions.csv");
        let file = "code,name_ru,name_en,group,kind,channels,hard_criterion,boost,boost_reason\n\
                    ROUT,Перезагрузка роутера,Router reboot,Техподдержка,manual,\"inbound-call, chat\",абонент не видит индикаторов,,\n\
                    REAC,Реактивация,Reactivation,Удержание и реактивация,manual,,,\"1,7\",возврат ушедших абонентов\n\
                    FRESH,Новая услуга,New service,Тарифы и услуги,manual,chat,,,\n\
                    BAD,,,Тарифы и услуги,manual,,,,\n";
        std::fs::write(&path, file).unwrap();
        play.state_mut().file = Some(path);
        press(&mut play, Key::I);
        picture(&mut play, &format!("catalogue-difference-{tail}"));
    }
    let floor = Rc::new(in_november());
    let mut director = light(Play::new(&floor, "director", Place::Catalogue, Lang::Ru, NOW));
    find(&mut director, "роутер");
    picture(&mut director, "catalogue-found");
    press(&mut director, Key::Enter);
    picture(&mut director, "catalogue-details");
    press(&mut director, Key::Escape);
    press(&mut director, Key::E);
    picture(&mut director, "catalogue-export");
}
