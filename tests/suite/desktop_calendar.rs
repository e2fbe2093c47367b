//! The work calendar and the schedules of people on a real floor, by keys and accessible names; `pictures` draws them.

use std::rc::Rc;

use egui::Key;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use norma::desktop::action::Place;
use norma::domain::calendar::{DayKind, DayType};
use norma::domain::units::CentiMinutes;
use norma::locale::Lang;
use norma::views::calendar::{DateView, SchedulePerson};
use serde_json::json;

use crate::desktop_screens::floor::Floor;
use crate::desktop_screens::picture;
use crate::desktop_screens::play::{Play, click, command, fill, fill_area, light, open, press};

const NOW: &str = "2026-11-19T09:30:00+03:00";

/// A department of a supervisor and three operators, one of them at half rate.
fn small() -> Floor {
    let floor = Floor::create();
    let director = floor.sign_in("director");
    let first = "2026-09-01T09:10:00+03:00";
    floor.must(&director, first, "department.add", &json!({"code": "SUP", "name": "Техническая поддержка"}));
    for (code, name, role, rate) in [
        ("irina", "Ирина Соколова", "supervisor", 10_000),
        ("101", "Анна Петрова", "operator", 10_000),
        ("102", "Борис Ким", "operator", 5_000),
        ("103", "Вера Лапина", "operator", 10_000),
    ] {
        let person = json!({"code": code, "name": name, "login": code, "roles": [role], "department": "SUP", "rate_bp": rate, "from": "2026-09-01"});
        floor.must(&director, first, "person.add", &person);
        floor.must(&director, first, "password.set", &json!({"person": code}));
    }
    floor
}

fn calendar(floor: &Rc<Floor>, login: &str) -> Harness<'static, Play> {
    light(Play::new(floor, login, Place::Calendar, Lang::Ru, NOW))
}

fn date(play: &Harness<'_, Play>, day: &str) -> DateView {
    let day = day.parse().unwrap();
    play.state().year().dates.into_iter().find(|one| one.date == day).unwrap()
}

fn person(play: &Harness<'_, Play>, code: &str) -> SchedulePerson {
    play.state().schedules().unwrap().people.into_iter().find(|one| one.person == code).unwrap()
}

fn undo(play: &mut Harness<'_, Play>) {
    let command = play.state_mut().undo.take().expect("a way back");
    play.state_mut().execute("undo", command, None);
    play.run_steps(2);
}

#[test]
fn the_year_has_the_printed_calendars_figures() {
    let floor = Rc::new(small());
    let mut play = calendar(&floor, "101");
    for said in [
        "январь: 15 дн. · 120 ч",
        "I квартал: 440 ч (40 ч в неделю); рабочих 55 · нерабочих 35",
        "30.04.2026, короткий день · Чт · 420 мин",
        "12.06.2026, праздник · Пт · 0 мин",
        "13.06.2026, выходной · Сб · 0 мин",
    ] {
        assert!(play.query_by_label(said).is_some(), "{said}");
    }
    let view = play.state().year();
    assert_eq!((view.whole.work_days, view.whole.minutes_cmin), (247, CentiMinutes(1_972 * 6_000)));
    let hours: Vec<i64> = view.halves.iter().map(|half| half.minutes_cmin.0 / 6_000).collect();
    assert_eq!(hours, [933, 1_039]);
    assert!(play.query_by_label("Свой день").is_none(), "an operator reads");
    // The arrows begin today and move by days and weeks.
    press(&mut play, Key::ArrowDown);
    press(&mut play, Key::ArrowUp);
    press(&mut play, Key::ArrowUp);
    press(&mut play, Key::ArrowLeft);
    play.run_steps(3);
    assert_eq!(play.query_all_by_label_contains("04.11.2026, праздник").count(), 2, "the cell, and what is said of it");
    press(&mut play, Key::PageUp);
    assert_eq!(play.state().board_month, "2025-11");
}

#[test]
fn a_firms_own_day_lies_over_the_year_and_goes_again() {
    let floor = Rc::new(small());
    let mut play = calendar(&floor, "director");
    press(&mut play, Key::N);
    fill(&mut play, "Дата", "17.06.2027");
    assert!(play.query_by_label_contains("Эта дата другого года").is_some());
    command(&mut play, Key::Enter);
    assert!(play.state().year().layers.iter().all(|layer| layer.base), "it goes nowhere");
    fill(&mut play, "Дата", "17.06.2026");
    fill(&mut play, "Название", "День компании");
    command(&mut play, Key::Enter);
    let day = date(&play, "2026-06-17");
    assert_eq!(
        (day.mark, day.day, day.name.as_deref()),
        (Some(DayKind::Holiday), DayType::Free, Some("День компании"))
    );
    assert_eq!(day.calendar.as_deref(), Some("firm-2026"), "{:?}", play.state().said);
    assert_eq!(date(&play, "2026-06-16").day, DayType::Short, "the day before is derived");
    // A second day goes into the same calendar; a working Saturday takes the length of the day it was swapped with.
    press(&mut play, Key::N);
    click(&mut play, "рабочий");
    fill(&mut play, "Дата", "20.06.2026");
    fill(&mut play, "Перенос с", "19.06.2026");
    command(&mut play, Key::Enter);
    let layer = play.state().year().layers.into_iter().find(|layer| !layer.base).unwrap();
    assert_eq!((layer.days.len(), layer.amended), (2, 1), "{:?}", play.state().said);
    assert_eq!(date(&play, "2026-06-20").day, DayType::Full);
    // The chosen day is taken away, and comes back.
    click(&mut play, "17.06.2026, праздник: День компании · Ср · 0 мин");
    press(&mut play, Key::Delete);
    assert_eq!(date(&play, "2026-06-17").day, DayType::Full, "{:?}", play.state().said);
    undo(&mut play);
    assert_eq!(date(&play, "2026-06-17").day, DayType::Free);
    play.run_steps(2);
    // A day of the base calendar is nobody's to take away here.
    click(&mut play, "12.06.2026, праздник · Пт · 0 мин");
    press(&mut play, Key::Delete);
    assert!(format!("{:?}", play.state().said).contains("своего дня нет"));
    assert_eq!(date(&play, "2026-06-12").day, DayType::Free);
}

#[test]
fn a_year_without_a_calendar_says_what_to_do_and_takes_a_file() {
    let floor = Rc::new(small());
    let mut play = calendar(&floor, "director");
    play.state_mut().board_month = "2030-01".to_owned();
    play.run_steps(2);
    assert!(play.query_by_label("На 2030 год календаря нет").is_some());
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ru-2030.csv");
    std::fs::write(&path, "date,kind,name\n2030-01-01,holiday,Новый год\n2030-02-30,holiday,\n").unwrap();
    play.state_mut().file = Some(path.clone());
    press(&mut play, Key::I);
    play.run_steps(2);
    assert!(play.query_by_label_contains("берётся целиком или не берётся").is_some());
    command(&mut play, Key::Enter);
    assert!(!play.state().year().known, "a calendar with a wrong row is not taken");
    press(&mut play, Key::Escape);
    std::fs::write(&path, "date,kind,name\n2030-01-01,holiday,Новый год\n2030-05-09,holiday,\n").unwrap();
    press(&mut play, Key::I);
    play.run_steps(2);
    assert!(play.query_by_label("праздник · Новый год").is_some(), "the difference is shown first");
    command(&mut play, Key::Enter);
    let view = play.state().year();
    assert!(view.known && view.layers[0].code == "ru-2030", "{:?}", play.state().said);
    assert_eq!(date(&play, "2030-05-08").day, DayType::Short);
}

#[test]
fn a_schedule_shows_what_the_month_comes_to_before_it_is_saved() {
    let floor = Rc::new(small());
    let mut play = calendar(&floor, "irina");
    press(&mut play, Key::Num2);
    let minutes = |cmin: i64| Lang::Ru.minutes(CentiMinutes(cmin));
    assert_eq!(person(&play, "102").norm_cmin, Some(CentiMinutes(474_000)), "half rate, November 2026");
    assert_eq!(play.query_all_by_label(&minutes(474_000)).count(), 2, "norm and plan");
    // Numbers go before names: Anna is the first row.
    press(&mut play, Key::ArrowDown);
    press(&mut play, Key::Enter);
    fill(&mut play, "Действует с", "01.11.2026");
    click(&mut play, "2/2 по 12 ч");
    fill(&mut play, "Первый день круга", "01.11.2026");
    let plan = format!(
        "план {} мин, норма месяца {} мин. Сейчас план {} мин",
        minutes(1_152_000),
        minutes(1_152_000),
        minutes(954_000)
    );
    assert!(play.query_by_label_contains(&plan).is_some(), "{plan}");
    fill_area(&mut play, "Дни круга, по строке", "обед\n");
    assert!(play.query_by_label_contains("Не прочитано").is_some());
    command(&mut play, Key::Enter);
    assert_eq!(person(&play, "101").pattern.from, None, "what is not read goes nowhere");
    click(&mut play, "2/2 по 12 ч");
    command(&mut play, Key::Enter);
    let anna = person(&play, "101");
    assert_eq!((anna.scheduled_cmin, anna.norm_cmin), (Some(CentiMinutes(1_152_000)), Some(CentiMinutes(1_152_000))));
    assert!(play.query_all_by_label_contains("смены 08:00–20:00 ×2, выходной ×2; круг с 01.11.2026").next().is_some());
    undo(&mut play);
    assert_eq!(person(&play, "101").scheduled_cmin, Some(CentiMinutes(954_000)));

    // Shifts that overlap are refused by the floor, and said while they are typed.
    press(&mut play, Key::Enter);
    fill(&mut play, "Пн", "9-13, 12-18");
    assert!(play.query_by_label_contains("В графике ошибка").is_some());
    command(&mut play, Key::Enter);
    assert!(play.query_by_label("График: Анна Петрова").is_some(), "the dialog stays");
    press(&mut play, Key::Escape);

    press(&mut play, Key::D);
    fill(&mut play, "Дата", "21.11.2026");
    fill(&mut play, "Часы смены", "10-16");
    command(&mut play, Key::Enter);
    let anna = person(&play, "101");
    assert_eq!((anna.individual.len(), anna.scheduled_cmin), (1, Some(CentiMinutes(954_000 + 36_000))));
    undo(&mut play);
    assert!(person(&play, "101").individual.is_empty(), "{:?}", play.state().said);

    // An operator sees the own schedule and sets none.
    let mut own = calendar(&floor, "103");
    press(&mut own, Key::Num2);
    press(&mut own, Key::ArrowDown);
    press(&mut own, Key::Enter);
    let people = own.state().schedules().unwrap();
    assert_eq!((people.people.len(), people.may_set), (1, false));
    assert!(own.query_by_label("График: Вера Лапина").is_none());
}

#[test]
fn pictures() {
    let floor = Rc::new(small());
    let director = floor.sign_in("director");
    let days = json!({"code": "firm-2026", "year": 2026, "days": [
        {"date": "2026-01-12", "kind": "day_off", "name": "Каникулы сети"},
        {"date": "2026-03-20", "kind": "short"},
        {"date": "2026-02-28", "kind": "working", "swapped_with": "2026-02-27"},
        {"date": "2026-06-17", "kind": "holiday", "name": "День компании"}]});
    floor.must(&director, NOW, "calendar.add", &days);
    let irina = floor.sign_in("irina");
    let cycle = json!({"person": "103", "from": "2026-11-01", "pattern": {"cycle": {"start": "2026-11-01", "days": [[["08:00","20:00"]], [["08:00","20:00"]], [], []]}}});
    floor.must(&irina, NOW, "schedule.set", &cycle);
    let extra = json!({"person": "101", "date": "2026-11-21", "intervals": [["10:00", "16:00"]]});
    floor.must(&irina, NOW, "schedule.day", &extra);
    for (dark, lang) in crate::support::looks() {
        let tail = format!("{}-{}", if dark { "dark" } else { "light" }, lang.code());
        let size = [1280.0, 720.0];
        let mut play = open(Play::new(&floor, "director", Place::Calendar, lang, NOW), dark, size);
        picture(&mut play, &format!("calendar-{tail}"));
        press(&mut play, Key::ArrowRight);
        picture(&mut play, &format!("calendar-day-{tail}"));
        press(&mut play, Key::N);
        click(&mut play, &lang.t("calendar-kind-working"));
        picture(&mut play, &format!("calendar-own-{tail}"));
        let mut people = open(Play::new(&floor, "irina", Place::Calendar, lang, NOW), dark, size);
        press(&mut people, Key::Num2);
        press(&mut people, Key::ArrowDown);
        picture(&mut people, &format!("schedules-{tail}"));
        press(&mut people, Key::O);
        picture(&mut people, &format!("schedule-week-{tail}"));
        click(&mut people, &lang.t("schedule-preset-two"));
        picture(&mut people, &format!("schedule-cycle-{tail}"));
        press(&mut people, Key::Escape);
        press(&mut people, Key::D);
        picture(&mut people, &format!("schedule-single-{tail}"));
        let mut none = Play::new(&floor, "director", Place::Calendar, lang, NOW);
        none.board_month = "2031-01".to_owned();
        let mut none = open(none, dark, size);
        picture(&mut none, &format!("calendar-empty-{tail}"));
    }
    let mut large = open(Play::new(&floor, "director", Place::Calendar, Lang::Ru, NOW), false, [1920.0, 1080.0]);
    picture(&mut large, "calendar-large");
}
