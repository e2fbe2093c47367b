//! The audit journal in the window, and the check and copies of the whole file, by keys and accessible names; `pictures` draws them.

use std::rc::Rc;
use std::time::{Duration, Instant as Timer};

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use norma::desktop::action::Place;
use norma::desktop::app::keeping::Progress;
use norma::desktop::screens::journal::AREAS;
use norma::floor::command::{
    AbsenceCommand, CalendarCommand, CatalogueCommand, DepartmentCommand, DeskCommand, ImportCommand, NormsCommand,
    OrdersCommand, PayCommand, PeopleCommand, StudyCommand, TicketCommand,
};
use norma::floor::question::{AskAudit, AskEntry, Question};
use norma::locale::Lang;
use norma::store::schema::FACTS;
use norma::views::View;
use norma::views::journal::AuditView;

use crate::desktop_screens::floor::{Floor, in_november, with_studies};
use crate::desktop_screens::picture;
use crate::desktop_screens::play::{Play, click, command, fill, light, open, press};

const NOW: &str = "2026-11-20T12:50:00+03:00";

fn screen(floor: &Rc<Floor>) -> Harness<'static, Play> {
    light(Play::new(floor, "director", Place::Journal, Lang::Ru, NOW))
}

fn journal(play: &Harness<'_, Play>, ask: AskAudit) -> AuditView {
    let Some(View::Audit(view)) = play.state().ask(Question::Audit(ask)) else { panic!("audit") };
    view
}

fn newest() -> AskAudit {
    AskAudit { newest: true, ..AskAudit::default() }
}

/// Runs until long work is no longer under way.
fn until_done(play: &mut Harness<'_, Play>) {
    let until = Timer::now() + Duration::from_mins(2);
    loop {
        play.run_steps(1);
        if !play.state().keeping.is_busy() && !play.state().keeping.is_asking() {
            break;
        }
        assert!(Timer::now() < until, "the work does not end");
        std::thread::sleep(Duration::from_millis(5));
    }
    play.run_steps(2);
}

#[test]
fn entries_stand_newest_first_are_turned_narrowed_and_opened() {
    let floor = Rc::new(with_studies());
    let mut play = screen(&floor);
    let view = journal(&play, newest());
    let top = view.seq;
    assert!(top > 200, "more than a page: {top}");
    assert_eq!(view.entries.first().map(|entry| (entry.seq, entry.hash.clone())), Some((top, view.head.clone())));
    assert_eq!((view.entries.len(), view.next), (200, Some(top - 199)));
    assert!(view.entries.is_sorted_by(|one, next| one.seq > next.seq));
    let shown = |play: &Harness<'_, Play>, newest: i64, oldest: i64| {
        let said = format!("Записи {}–{} из {}", Lang::Ru.whole(newest), Lang::Ru.whole(oldest), Lang::Ru.whole(top));
        assert!(play.query_by_label(&said).is_some(), "{said}");
    };
    shown(&play, top, top - 199);
    play.key_press_modifiers(egui::Modifiers::ALT, Key::ArrowRight);
    play.run_steps(3);
    shown(&play, top - 200, 1.max(top - 399));
    play.key_press_modifiers(egui::Modifiers::ALT, Key::ArrowLeft);
    play.run_steps(3);
    shown(&play, top, top - 199);

    // Narrowed by who and by what.
    play.get_by_role_and_label(Role::ComboBox, "Кто").click();
    play.run_steps(3);
    click(&mut play, "Павел Орлов");
    play.get_by_role_and_label(Role::ComboBox, "Что").click();
    play.run_steps(3);
    click(&mut play, "Пароли");
    let narrowed = journal(&play, play.state().journal.wanted());
    assert!(!narrowed.entries.is_empty() && narrowed.next.is_none());
    let found: std::collections::BTreeSet<_> =
        narrowed.entries.iter().map(|entry| (entry.person.as_str(), entry.act.as_str())).collect();
    assert_eq!(found, [("director", "password.set")].into());
    assert!(play.query_all_by_label("Пароль задан").next().is_some());
    // An entry opens by the keyboard, and says what it wrote without the password's verifier.
    press(&mut play, Key::ArrowDown);
    press(&mut play, Key::Enter);
    let entry = &narrowed.entries[0];
    assert!(play.query_by_label(&format!("Запись {}", Lang::Ru.whole(entry.seq))).is_some());
    assert!(play.query_by_label(&entry.hash).is_some(), "the whole hash");
    assert!(play.query_by_label("Пароль (только проверочный код)").is_some());
    assert!(play.query_all_by_label_contains("Глеб Титов (gleb)").next().is_some(), "whose");
    assert!(play.query_all_by_label_contains("argon2").next().is_none());
    press(&mut play, Key::C);
    assert!(play.query_by_label("Скопировано").is_some());
    press(&mut play, Key::Escape);
    // Days: nothing was done before the floor was made.
    fill(&mut play, "По день", "31.08.2026");
    assert!(play.query_by_label("Таких записей нет").is_some());
    click(&mut play, "Показать все");
    shown(&play, top, top - 199);
    fill(&mut play, "С дня", "01.09.2026");
    fill(&mut play, "По день", "01.09.2026");
    let first_day = journal(&play, play.state().journal.wanted());
    assert!(first_day.entries.iter().all(|entry| entry.recorded_at.starts_with("2026-09-01")));
    assert_eq!(first_day.entries.last().map(|entry| entry.act.as_str()), Some("floor.create"));
    // The same the old way: from an entry on, in order.
    let onwards = journal(&play, AskAudit { from_seq: 3, ..AskAudit::default() });
    assert_eq!((onwards.entries[0].seq, onwards.next), (3, None));
}

#[test]
fn the_file_is_checked_from_the_window_and_what_was_altered_is_named() {
    let floor = Rc::new(with_studies());
    let mut play = screen(&floor);
    press(&mut play, Key::V);
    assert!(play.state().keeping.is_busy());
    until_done(&mut play);
    let head = journal(&play, newest()).head;
    match play.state().keeping.check() {
        Progress::Done(found) => {
            assert!(found.ok && found.head == head && found.checks.len() == norma::floor::verify::CHECKS, "{found:?}");
        }
        other => panic!("{other:?}"),
    }
    assert!(play.query_all_by_label_contains("Всё цело: 25 проверок").next().is_some());
    assert!(play.query_all_by_label(&head).next().is_some(), "the head is shown");
    // What was ended leaves nothing.
    press(&mut play, Key::V);
    press(&mut play, Key::Backspace);
    until_done(&mut play);
    assert_eq!(play.state().keeping.check(), &Progress::Ended);
    assert!(play.query_by_label_contains("Проверка остановлена").is_some());
    // A fence is taken down behind the program's back.
    let raw = rusqlite::Connection::open(floor.handle.path()).unwrap();
    let fence: String = raw
        .query_row("SELECT name FROM sqlite_schema WHERE type = 'trigger' ORDER BY name LIMIT 1", [], |row| row.get(0))
        .unwrap();
    raw.execute_batch(&format!("DROP TRIGGER {fence}")).unwrap();
    press(&mut play, Key::V);
    until_done(&mut play);
    assert!(play.query_by_label_contains("не сошлась 1 проверка").is_some());
    assert!(play.query_all_by_label_contains(&fence).next().is_some(), "{fence} is named");
}

#[test]
fn a_copy_goes_where_the_person_says_and_never_over_a_file() {
    let floor = Rc::new(with_studies());
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("copy.norma");
    let mut play = screen(&floor);
    play.state_mut().copy_to = Some(target.clone());
    press(&mut play, Key::B);
    until_done(&mut play);
    let head = journal(&play, newest()).head;
    match play.state().keeping.copy() {
        Progress::Done(copy) => {
            assert_eq!((copy.head.as_str(), copy.bytes), (head.as_str(), target.metadata().unwrap().len()));
        }
        other => panic!("{other:?}"),
    }
    assert!(play.query_by_label_contains("Копия записана и проверена").is_some());
    let copy = norma::store::file::open_reader(&target).unwrap();
    assert!(norma::floor::verify::verify(&copy, Some(&head)).unwrap().ok);
    drop(copy);
    let before = std::fs::read(&target).unwrap();
    press(&mut play, Key::B);
    until_done(&mut play);
    assert!(matches!(play.state().keeping.copy(), Progress::Failed(_)), "{:?}", play.state().keeping.copy());
    assert!(play.query_all_by_label_contains("copy.norma").next().is_some(), "the file is named");
    assert_eq!(std::fs::read(&target).unwrap(), before, "a file that is there stays as it is");
    // Ended: no file, and nothing beside it.
    let other = folder.path().join("other.norma");
    play.state_mut().copy_to = Some(other.clone());
    press(&mut play, Key::B);
    while play.state().keeping.is_asking() {
        play.run_steps(1);
    }
    press(&mut play, Key::Backspace);
    until_done(&mut play);
    assert_eq!(play.state().keeping.copy(), &Progress::Ended);
    let left: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(!left.iter().any(|name| name.to_string_lossy().contains("other")), "{left:?}");
}

#[test]
fn whoever_may_not_keep_the_file_gets_no_check_and_no_copy() {
    let floor = with_studies();
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("copy.norma");
    for login in ["irina", "anna"] {
        let session = floor.sign_in(login);
        assert!(floor.handle.check(&session).wait().unwrap().is_err(), "{login}");
        assert!(floor.handle.copy_to(&session, target.clone()).wait().unwrap().is_err(), "{login}");
        assert!(floor.handle.copies(&session).wait().unwrap().is_err(), "{login}");
    }
    assert!(!target.exists());
    // An administrator reads the journal, and of a ticket's facts no more than that they are there.
    let director = floor.sign_in("director");
    let admin = serde_json::json!({"code": "oleg", "name": "Олег Седов", "login": "oleg", "roles": ["administrator"], "from": "2026-09-01"});
    floor.must(&director, NOW, "person.add", &admin);
    floor.must(&director, NOW, "password.set", &serde_json::json!({"person": "oleg"}));
    let oleg = floor.sign_in("oleg");
    let fields = |session, act: &str| {
        let ask = AskAudit { act: Some(act.to_owned()), ..newest() };
        let Some(View::Audit(page)) = floor.ask(session, Question::Audit(ask)) else { panic!("audit") };
        let seq = page.entries[0].seq;
        let Some(View::Entry(entry)) = floor.ask(session, Question::Entry(AskEntry { seq })) else { panic!("entry") };
        entry.facts.iter().map(|fact| fact.fields.len()).sum::<usize>()
    };
    assert!(fields(&oleg, "person.add") > 0 && fields(&director, "observation.add") > 0);
    assert_eq!(fields(&oleg, "observation.add"), 0);
    assert!(floor.handle.copies(&director).wait().unwrap().unwrap().copies.is_empty(), "a rehearsal copies nothing");
}

#[test]
fn every_act_and_every_kind_of_fact_has_its_words() {
    let commands = [
        AbsenceCommand::NAMES,
        CalendarCommand::NAMES,
        CatalogueCommand::NAMES,
        DepartmentCommand::NAMES,
        DeskCommand::NAMES,
        ImportCommand::NAMES,
        NormsCommand::NAMES,
        OrdersCommand::NAMES,
        PayCommand::NAMES,
        PeopleCommand::NAMES,
        StudyCommand::NAMES,
        TicketCommand::NAMES,
    ];
    let acts: Vec<&str> = commands.concat().into_iter().chain(["floor.create"]).collect();
    let key = |family: &str, name: &str| format!("{family}-{}", name.replace(['.', '_'], "-"));
    for lang in Lang::ALL {
        for act in &acts {
            assert!(lang.has(&key("act", act)), "{lang:?}: {act}");
            let read_mark = *act == "notification.read";
            assert!(read_mark || AREAS.iter().any(|area| act.starts_with(area)), "no area holds {act}");
        }
        for table in FACTS {
            assert!(lang.has(&key("fact", table)), "{lang:?}: {table}");
        }
        for area in AREAS {
            assert!(lang.has(&key("journal-area", area.trim_end_matches('.'))), "{lang:?}: {area}");
        }
    }
}

#[test]
fn pictures() {
    let floor = Rc::new(in_november());
    let folder = tempfile::tempdir().unwrap();
    for (dark, lang) in crate::support::looks() {
        let tail = format!("{}-{}", if dark { "dark" } else { "light" }, lang.code());
        let mut play = open(Play::new(&floor, "director", Place::Journal, lang, NOW), dark, [1280.0, 720.0]);
        press(&mut play, Key::ArrowDown);
        press(&mut play, Key::ArrowDown);
        picture(&mut play, &format!("journal-{tail}"));
        press(&mut play, Key::Enter);
        picture(&mut play, &format!("journal-entry-{tail}"));
        press(&mut play, Key::Escape);
        press(&mut play, Key::Num2);
        picture(&mut play, &format!("journal-file-{tail}"));
        play.state_mut().copy_to = Some(folder.path().join(format!("norma-{tail}.norma")));
        press(&mut play, Key::V);
        picture(&mut play, &format!("journal-checking-{tail}"));
        press(&mut play, Key::B);
        until_done(&mut play);
        picture(&mut play, &format!("journal-checked-{tail}"));
        press(&mut play, Key::Num1);
        fill(&mut play, &lang.t("journal-to"), "2026-08-31");
        picture(&mut play, &format!("journal-none-{tail}"));
        command(&mut play, Key::F);
    }
    let altered = Rc::new(with_studies());
    let raw = rusqlite::Connection::open(altered.handle.path()).unwrap();
    let fences: Vec<String> = raw
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger' ORDER BY name LIMIT 3")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    for fence in fences {
        raw.execute_batch(&format!("DROP TRIGGER {fence}")).unwrap();
    }
    let mut play = screen(&altered);
    press(&mut play, Key::V);
    until_done(&mut play);
    picture(&mut play, "journal-broken");
    let mut narrow = open(Play::new(&floor, "director", Place::Journal, Lang::Ru, NOW), false, [960.0, 600.0]);
    picture(&mut narrow, "journal-narrow");
    press(&mut narrow, Key::Num2);
    picture(&mut narrow, "journal-narrow-file");
}
