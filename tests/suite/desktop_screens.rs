//! The screens of norms, orders, desk and KPI on a real floor: driven by accessible names and keys, judged by what the floor holds afterwards.
//!
//! `pictures` draws each screen in both themes and languages into `target/pictures` for people to look at.

#[path = "desktop_screens/floor.rs"]
pub mod floor;
#[path = "desktop_screens/months.rs"]
mod months;
#[path = "desktop_screens/play.rs"]
pub mod play;
#[path = "desktop_screens/way.rs"]
mod way;

use std::path::Path;
use std::rc::Rc;

use egui::Key;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use norma::desktop::action::Place;
use norma::domain::units::CentiMinutes;
use norma::locale::Lang;
use serde_json::json;
use uuid::Uuid;

use floor::{FIRST_SET, Floor, PASSWORD, in_force, in_november, with_sets, with_studies};
use play::{Play, click, command, fill, fill_area, light, open, press, write};

#[test]
fn a_draft_is_filled_submitted_and_approved_by_order() {
    let floor = Rc::new(with_studies());
    let mut norms = light(Play::new(&floor, "irina", Place::Norms, Lang::Ru, "2026-09-03T10:00:00+03:00"));
    press(&mut norms, Key::N);
    norms.run_steps(2);
    write(&mut norms, "Первые нормативы");
    fill(&mut norms, "Надбавка сборника, %", "5");
    command(&mut norms, Key::Enter);
    let set = norms.state().set_view().unwrap();
    assert_eq!((set.lines.len(), set.missing.len(), set.allowance_bp.0), (10, 2, 500));
    // The rows without a norm stand first; Enter opens one.
    for (minutes, left) in [("4,2", 1), ("1,75", 0)] {
        norms.get_by_label("Нормативы сборника «Первые нормативы»").focus();
        norms.run_steps(2);
        press(&mut norms, Key::ArrowDown);
        press(&mut norms, Key::Home);
        press(&mut norms, Key::Enter);
        norms.run_steps(2);
        fill(&mut norms, "Норматив, мин", minutes);
        fill(&mut norms, "Почему столько", "по опыту");
        command(&mut norms, Key::Enter);
        assert_eq!(norms.state().set_view().unwrap().missing.len(), left, "{:?}", norms.state().said);
    }
    command(&mut norms, Key::Enter);
    norms.run_steps(2);
    // Without grounds it is refused in the dialog, and nothing typed is lost.
    command(&mut norms, Key::Enter);
    assert!(norms.query_by_label_contains("Укажите основание").is_some());
    fill_area(&mut norms, "Основание", "Первое введение нормативов");
    command(&mut norms, Key::Enter);
    assert_eq!(norms.state().set_view().unwrap().state.as_str(), "submitted", "{:?}", norms.state().said);

    let mut orders = light(Play::new(&floor, "director", Place::Orders, Lang::Ru, "2026-09-04T10:00:00+03:00"));
    command(&mut orders, Key::Enter);
    orders.run_steps(2);
    fill(&mut orders, "Действует с", "07.09.2026");
    fill(&mut orders, "Ваш пароль", "wrong");
    command(&mut orders, Key::Enter);
    assert!(orders.state().book().orders.is_empty(), "an early date without a reason goes nowhere");
    fill(&mut orders, "Причина раннего срока", "нормы вводятся впервые");
    command(&mut orders, Key::Enter);
    assert!(orders.query_by_label_contains("подтверждается паролем: введите").is_some());
    fill(&mut orders, "Ваш пароль", PASSWORD);
    command(&mut orders, Key::Enter);
    let order = orders.state().order_view().expect("the order is shown");
    assert_eq!((order.number.as_str(), order.effective.to_string().as_str()), ("1", "2026-09-07"));
    assert_eq!(order.set.set, set.set);
    assert!(orders.query_by_label_contains("Приказ № 1 от 04.09.2026").is_some());
}

#[test]
fn a_set_is_returned_with_a_comment_that_its_author_reads() {
    let floor = Rc::new(in_force());
    let irina = floor.sign_in("irina");
    let set = Uuid::from_u128(502);
    let moment = "2026-09-10T10:00:00+03:00";
    floor.must(
        &irina,
        moment,
        "set.draft",
        &json!({"set": set, "department": "SUP", "name": "Новый", "from": FIRST_SET.to_string()}),
    );
    floor.must(&irina, moment, "set.submit", &json!({"set": set, "grounds": "Новая программа учёта"}));
    let mut orders = light(Play::new(&floor, "director", Place::Orders, Lang::Ru, "2026-09-11T10:00:00+03:00"));
    click(&mut orders, "Вернуть с замечанием");
    fill_area(&mut orders, "Что исправить", "Мало замеров возврата");
    command(&mut orders, Key::Enter);
    assert!(orders.state().book().waiting.is_empty());
    let norms = light(Play::new(&floor, "irina", Place::Norms, Lang::Ru, "2026-09-11T11:00:00+03:00"));
    assert!(norms.query_by_label_contains("Мало замеров возврата").is_some());
    // The director reads norms and drafts none.
    let norms = light(Play::new(&floor, "director", Place::Norms, Lang::Ru, "2026-09-11T11:00:00+03:00"));
    assert!(norms.query_by_label("Новый черновик").is_none());
}

#[test]
fn the_counter_holds_closed_days_only_and_a_day_opens() {
    let floor = Rc::new(in_november());
    let mut kpi = light(Play::new(&floor, "anna", Place::MyKpi, Lang::Ru, "2026-11-20T12:50:00+03:00"));
    let own = kpi.state().month().unwrap();
    let closed = CentiMinutes::sum(own.days.iter().filter(|day| day.closed).map(|day| day.kpi_cmin)).unwrap();
    assert_eq!(own.kpi_cmin, closed);
    let official = Lang::Ru.minutes(closed);
    assert!(kpi.query_by_label_contains(&official).is_some(), "{official}");
    press(&mut kpi, Key::ArrowLeft);
    kpi.run_steps(2);
    assert_eq!(kpi.state().my_kpi.wanted().day.unwrap().to_string(), "2026-11-20");
    press(&mut kpi, Key::PageUp);
    kpi.run_steps(2);
    assert_eq!(kpi.state().my_kpi.wanted().month.unwrap().to_string(), "2026-10");
}

/// Saves what is on screen for people to look at.
pub fn picture(harness: &mut Harness<'_, Play>, name: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/pictures");
    std::fs::create_dir_all(&folder).unwrap();
    harness.run_steps(3);
    harness.render().unwrap().save(folder.join(format!("{name}.png"))).unwrap();
}

#[test]
fn pictures() {
    let floor = Rc::new(in_november());
    with_sets(&floor);
    let now = "2026-11-20T12:50:00+03:00";
    let empty = Rc::new(Floor::create());
    for (dark, lang) in crate::support::looks() {
        let of = |login: &str, place: Place| open(Play::new(&floor, login, place, lang, now), dark, [1280.0, 720.0]);
        let tail = format!("{}-{}", if dark { "dark" } else { "light" }, lang.code());
        let mut kpi = of("anna", Place::MyKpi);
        picture(&mut kpi, &format!("kpi-{tail}"));
        press(&mut kpi, Key::ArrowLeft);
        press(&mut kpi, Key::ArrowLeft);
        picture(&mut kpi, &format!("kpi-day-{tail}"));
        let mut norms = of("irina", Place::Norms);
        picture(&mut norms, &format!("norms-{tail}"));
        press(&mut norms, Key::N);
        picture(&mut norms, &format!("norms-new-{tail}"));
        press(&mut norms, Key::Escape);
        let table = norms.state().lang.with("norms-table", &[("set", "Черновик на второй квартал".into())]);
        norms.get_by_label(&table).focus();
        norms.run_steps(2);
        for _ in 0..3 {
            press(&mut norms, Key::ArrowDown);
        }
        press(&mut norms, Key::Enter);
        picture(&mut norms, &format!("norms-line-{tail}"));
        press(&mut norms, Key::Escape);
        command(&mut norms, Key::Enter);
        picture(&mut norms, &format!("norms-submit-{tail}"));
        let mut orders = of("director", Place::Orders);
        picture(&mut orders, &format!("orders-{tail}"));
        command(&mut orders, Key::Enter);
        let label = lang.t("orders-field-effective");
        fill(&mut orders, &label, "01.12.2026");
        picture(&mut orders, &format!("orders-approve-{tail}"));
        press(&mut orders, Key::Escape);
        let entry =
            format!("{} · SUP, {}", lang.with("orders-number", &[("number", "1".into())]), lang.t("state-in-force"));
        click(&mut orders, &entry);
        picture(&mut orders, &format!("orders-document-{tail}"));
        for place in [Place::Norms, Place::Orders] {
            let mut bare = open(Play::new(&empty, "director", place, lang, now), dark, [1280.0, 720.0]);
            picture(&mut bare, &format!("{}-empty-{tail}", if place == Place::Norms { "norms" } else { "orders" }));
        }
    }
    for (name, size) in [("large", [1920.0, 1080.0]), ("narrow", [1000.0, 700.0])] {
        for (login, place, word) in
            [("anna", Place::MyKpi, "kpi"), ("irina", Place::Norms, "norms"), ("director", Place::Orders, "orders")]
        {
            let mut harness = open(Play::new(&floor, login, place, Lang::Ru, now), false, size);
            picture(&mut harness, &format!("{word}-{name}"));
        }
    }
}
