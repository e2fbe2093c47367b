//! My KPI and the department on a real floor: every number on screen is the floor's answer, everything by the keyboard, and what is left behind.

use std::rc::Rc;

use egui::Key;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use norma::desktop::action::Place;
use norma::domain::units::{BasisPoints, CentiMinutes};
use norma::floor::Envelope;
use norma::floor::command::Command;
use norma::floor::sign_in::Session;
use norma::locale::Lang;
use norma::views::department::{DepartmentPerson, Standing};
use norma::views::people::MeView;
use norma::worker::Outcome;
use serde_json::json;
use uuid::Uuid;

use crate::desktop_screens::floor::{Floor, at, in_force};
use crate::desktop_screens::picture;
use crate::desktop_screens::play::{Play, click, command, fill, light, open, press, write};

const NOW: &str = "2026-11-20T12:50:00+03:00";

/// Work days of November through the 19th.
const DAYS: [u32; 13] = [2, 3, 5, 6, 9, 10, 11, 12, 13, 16, 17, 18, 19];

fn close(floor: &Floor, through: &str, moment: &str) {
    let closed = floor.handle.execute(Envelope {
        at: Some(at(moment)),
        ..Envelope::new(Session::floor(), Command::from_wire("day.close", &json!({"through": through})).unwrap())
    });
    assert!(matches!(closed, Outcome::Accepted(_)), "{closed:?}");
}

/// Tickets of a day, written by who leads the department.
fn work(floor: &Floor, irina: &Session, person: &str, day: u32, seed: u32, share: u32) {
    for place in 0..3_u32 {
        let quantity = (share * (9 + (day * 7 + place * 5 + seed * 3) % 5) / 100).max(1);
        let second = ["TARIFF", "VISIT", "KEEP", "BALANCE"][((day + place + seed) % 4) as usize];
        let with = json!({
            "ticket": Uuid::from_u128(u128::from(seed) * 100_000 + u128::from(day) * 100 + u128::from(place) + 1_000_000),
            "employee": person,
            "client": format!("+7 912 34{seed:02}-{day:02}-{:02}", 10 + place),
            "channel": if place == 1 { "chat" } else { "inbound-call" },
            "finished_at": format!("2026-11-{day:02}T{:02}:10:00+03:00", 11 + place * 2),
            "decisions": [
                {"action": "REFUND", "quantity": quantity},
                {"action": second, "quantity": 1 + quantity + place},
            ],
        });
        floor.must(irina, &format!("2026-11-{day:02}T18:30:00+03:00"), "ticket.save", &with);
    }
}

/// A department with who leads and who lags, an absence with cover, a call, tasks, a scheme and a target.
fn department() -> Floor {
    let floor = in_force();
    let (director, irina) = (floor.sign_in("director"), floor.sign_in("irina"));
    let first = "2026-09-10T10:00:00+03:00";
    let person =
        json!({"code": "bella", "name": "Бэлла Юдина", "login": "bella", "roles": ["payroll"], "from": "2026-09-01"});
    floor.must(&director, first, "person.add", &person);
    floor.must(&director, first, "password.set", &json!({"person": "bella"}));
    let dina = json!({"code": "dina", "name": "Дина Ежова", "login": "dina", "roles": ["operator"], "department": "SUP", "position": "Стажёр", "from": "2026-11-16"});
    floor.must(&director, first, "person.add", &dina);
    let bella = floor.sign_in("bella");
    for code in ["anna", "boris", "vera", "gleb"] {
        floor.must(&director, first, "person.change", &json!({"code": code, "position": "Оператор"}));
        floor.must(&bella, first, "person.change", &json!({"code": code, "salary_minor": 6_000_000}));
    }
    let scheme = json!({"scheme": "OP", "department": "SUP", "name": "Операторы", "fixed_bp": 4_000, "cover_bp": 5_000, "bands": [[0, 10_000], [10_000, 12_000]]});
    floor.must(&bella, first, "scheme.draft", &scheme);
    floor.must(&bella, first, "scheme.submit", &json!({"scheme": "OP", "grounds": "введение KPI"}));
    let approve = json!({"scheme": "OP", "number": "3-ОТ", "date": "2026-09-10", "effective": "2026-11-01", "early_reason": "согласие работников"});
    let proof = floor.handle.sign_in("director", crate::desktop_screens::floor::PASSWORD).wait().unwrap().unwrap().1;
    let envelope = Envelope::new(director.clone(), Command::from_wire("scheme.approve", &approve).unwrap());
    let outcome = floor.handle.execute(Envelope { at: Some(at(first)), proof: Some(proof), ..envelope });
    assert!(matches!(outcome, Outcome::Accepted(_)), "{outcome:?}");
    floor.must(&irina, "2026-10-30T10:00:00+03:00", "absence.add", &json!({"absence": Uuid::from_u128(70), "person": "vera", "from": "2026-11-16", "to": "2026-11-17", "kind": "sick leave"}));
    let give = json!({"task": Uuid::from_u128(80), "person": "boris", "title": "Обзвонить дом на Лесной", "due": "2026-11-12"});
    floor.must(&irina, "2026-11-02T09:00:00+03:00", "task.give", &give);
    let target = json!({"indicator": "workload", "target": {"comparator": ">=", "value_hundredths": 9_500, "least_denominator": 48_000}});
    floor.must(&director, "2026-11-02T09:00:00+03:00", "indicator.target", &target);
    let share = target_of_adoption();
    floor.must(&director, "2026-11-02T09:00:00+03:00", "indicator.target", &share);
    for day in DAYS {
        work(&floor, &irina, "anna", day, 1, 140);
        work(&floor, &irina, "boris", day, 2, 84);
        if !(16..=17).contains(&day) {
            work(&floor, &irina, "vera", day, 3, 176);
        }
        work(&floor, &irina, "gleb", day, 4, 136);
        if day >= 16 {
            work(&floor, &irina, "dina", day, 5, 70);
        }
        if day == 12 {
            let call = json!({"call": Uuid::from_u128(90), "employee": "boris", "client": "9120000009", "direction": "in", "started_at": "2026-11-12T10:00:00+03:00", "answered_at": "2026-11-12T10:00:10+03:00", "ended_at": "2026-11-12T10:06:10+03:00"});
            floor.must(&irina, "2026-11-12T18:40:00+03:00", "call.record", &call);
        }
    }
    close(&floor, "2026-11-19", "2026-11-20T08:40:00+03:00");
    let anna = floor.sign_in("anna");
    let today = json!({"ticket": Uuid::from_u128(99), "client": "+7 912 345-67-89", "channel": "inbound-call", "finished_at": "2026-11-20T11:30:00+03:00", "decisions": [{"action": "KEEP", "quantity": 6}, {"action": "SPEED", "quantity": 9}]});
    floor.must(&anna, "2026-11-20T11:40:00+03:00", "ticket.save", &today);
    floor
}

/// A target whose least denominator the month does not reach.
fn target_of_adoption() -> serde_json::Value {
    json!({"indicator": "adoption", "target": {"comparator": ">=", "value_hundredths": 9_000, "least_denominator": 50}})
}

/// The same department with forty people.
fn crowd() -> Floor {
    let floor = in_force();
    let (director, irina) = (floor.sign_in("director"), floor.sign_in("irina"));
    let names = ["Алиса", "Богдан", "Варвара", "Григорий", "Дарья", "Егор", "Жанна", "Захар", "Инна", "Кирилл"];
    let families = ["Абрамова-Вознесенская", "Белов", "Воронец", "Гусь"];
    for number in 0..36_u32 {
        let name = format!("{} {}", names[number as usize % 10], families[number as usize / 10]);
        let person = json!({"code": format!("{}", 200 + number), "name": name, "roles": ["operator"], "department": "SUP", "position": "Оператор", "from": "2026-09-01"});
        floor.must(&director, "2026-09-10T10:00:00+03:00", "person.add", &person);
    }
    for day in DAYS.into_iter().take(6) {
        for number in 0..36_u32 {
            let share = if number == 7 { 55 } else { 88 + number * 37 % 24 };
            let quantity = share * (30 + (day * (number + 3) * 13 + number * 7) % 29) / 100;
            let with = json!({
                "ticket": Uuid::from_u128(u128::from(number) * 100 + u128::from(day) + 1_000_000),
                "employee": format!("{}", 200 + number),
                "channel": "chat",
                "finished_at": format!("2026-11-{day:02}T17:10:00+03:00"),
                "decisions": [{"action": "REFUND", "quantity": quantity}, {"action": "VISIT", "quantity": quantity}],
            });
            floor.must(&irina, &format!("2026-11-{day:02}T18:30:00+03:00"), "ticket.save", &with);
        }
    }
    close(&floor, "2026-11-10", "2026-11-11T08:40:00+03:00");
    floor
}

fn has(play: &Harness<'_, Play>, text: &str) -> bool {
    play.query_all_by_label_contains(text).next().is_some()
}

fn assert_has(play: &Harness<'_, Play>, text: &str) {
    assert!(has(play, text), "not on screen: {text}");
}

fn minutes(value: CentiMinutes) -> String {
    Lang::Ru.minutes(value)
}

fn percent(value: BasisPoints) -> String {
    Lang::Ru.per_cent(value)
}

fn the_own_month_down_to_the_readings(floor: &Rc<Floor>) {
    let mut kpi = light(Play::new(floor, "anna", Place::MyKpi, Lang::Ru, NOW));
    let month = kpi.state().month().unwrap();
    let forecast = month.forecast.clone().unwrap();
    let work = month.efficiency.clone().unwrap();
    assert!(month.kpi_cmin.0 > 0 && month.today_cmin.0 > 0 && month.provisional_cmin == month.today_cmin);
    for said in [
        format!("Официально, по 19.11.2026 включительно {} мин", minutes(month.kpi_cmin)),
        format!(
            "{} % плана на эту дату ({} мин)",
            percent(month.pace_bp.unwrap()),
            minutes(month.plan_to_date_cmin.unwrap())
        ),
        format!(
            "Сегодня, предварительно {} мин из {} · 1 тикет",
            minutes(month.today_cmin),
            minutes(month.today_target_cmin.unwrap())
        ),
        format!("План месяца {} мин", minutes(month.plan_cmin.unwrap())),
        format!(
            "Прогноз месяца {} мин от {} до {}",
            minutes(forecast.forecast_cmin),
            minutes(forecast.low_cmin.unwrap()),
            minutes(forecast.high_cmin.unwrap())
        ),
        format!("Темп {} %", percent(forecast.ratio_bp)),
        minutes(work.measured_per_hour_cmin.unwrap()),
        minutes(CentiMinutes(work.decisions_per_hour_hundredths.unwrap())),
        "13 закрытых дней".to_owned(),
    ] {
        assert_has(&kpi, &said);
    }
    // One's own indicator beside its target, and nobody else's.
    let list = kpi.state().indicators();
    let load = list.indicators.iter().find(|one| one.indicator == "workload").unwrap();
    assert_eq!(load.people.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["Анна Петрова"]);
    let own = minutes(CentiMinutes(load.people[0].value_hundredths.unwrap()));
    assert_has(&kpi, &format!("{own} % · достигнута (≥ 95,00 %)"));
    // The newest day, its first decision, and where its weight comes from: by the keyboard alone.
    press(&mut kpi, Key::ArrowLeft);
    press(&mut kpi, Key::ArrowLeft);
    let day = kpi.state().day_view().unwrap();
    assert_eq!(day.date.to_string(), "2026-11-19");
    assert_has(&kpi, &minutes(day.kpi_cmin));
    for ticket in &day.tickets {
        assert_has(&kpi, &minutes(ticket.kpi_cmin));
    }
    press(&mut kpi, Key::ArrowDown);
    press(&mut kpi, Key::Enter);
    let trace = kpi.state().trace().unwrap();
    assert_eq!((trace.action.as_str(), trace.order.as_deref(), trace.line), ("REFUND", Some("1"), 1));
    assert_eq!((trace.readings.len(), trace.low_cmin.is_some()), (20, true), "{trace:?}");
    for said in [
        "Возврат оплаты".to_owned(),
        minutes(trace.norm_cmin),
        format!("× {} = {} мин", minutes(trace.weight_cmin), minutes(trace.kpi_cmin)),
        "Приказ № 1 от 04.09.2026, действует с 07.09.2026, подпись: Павел Орлов".to_owned(),
        format!("95 %: {} – {} мин", minutes(trace.low_cmin.unwrap()), minutes(trace.high_cmin.unwrap())),
        "Замеры, мин (20)".to_owned(),
        format!("{} обычных замер", trace.regular_count),
    ] {
        assert_has(&kpi, &said);
    }
    press(&mut kpi, Key::T);
    assert_eq!((kpi.state().ticket, kpi.state().place), (Some(trace.ticket), Place::Tickets));
    kpi.state_mut().place = Place::MyKpi;
    kpi.run_steps(2);
    press(&mut kpi, Key::Escape);
    press(&mut kpi, Key::Escape);
    assert_eq!(kpi.state().my_kpi.wanted().day, None);
}

fn the_pay_so_far_to_the_kopeck_and_nobody_elses(floor: &Rc<Floor>) {
    let mut kpi = light(Play::new(floor, "anna", Place::MyKpi, Lang::Ru, NOW));
    press(&mut kpi, Key::Num3);
    let statement = kpi.state().statement().unwrap();
    let total = statement.grand_total_minor.expect("a sum");
    assert_has(&kpi, &format!("Заработано по 19.11.2026 включительно {}", Lang::Ru.money(total)));
    assert!(!statement.account.lines.is_empty());
    for line in &statement.account.lines {
        assert_has(&kpi, &Lang::Ru.money(line.amount_minor));
        for step in norma::documents::formula::whole(Lang::Ru, &statement.account, line) {
            assert_has(&kpi, &step);
        }
    }
    // Who leads the department opens the month and no money.
    let mut one = light(Play::new(floor, "irina", Place::Department, Lang::Ru, NOW));
    press(&mut one, Key::ArrowDown);
    press(&mut one, Key::Enter);
    assert_has(&one, "Анна Петрова");
    assert!(!has(&one, &Lang::Ru.money(total)));
    press(&mut one, Key::Num3);
    assert!(!has(&one, &Lang::Ru.money(total)));
}

fn row(play: &Play, code: &str) -> DepartmentPerson {
    play.department_view().people.into_iter().find(|one| one.person == code).unwrap()
}

fn everybody_in_the_table_down_to_the_readings(floor: &Rc<Floor>) {
    let mut play = light(Play::new(floor, "irina", Place::Department, Lang::Ru, NOW));
    let view = play.state().department_view();
    assert_eq!(view.people.len(), 5);
    assert_has(&play, &format!("KPI по 19.11.2026 {} мин", minutes(view.kpi_cmin)));
    for one in &view.people {
        assert_has(&play, &one.name);
        assert_has(&play, &minutes(one.kpi_cmin));
        assert_has(&play, &minutes(one.plan_to_date_cmin.unwrap()));
        assert_has(&play, &percent(one.pace_bp.unwrap()));
    }
    let (boris, vera, dina) = (row(play.state(), "boris"), row(play.state(), "vera"), row(play.state(), "dina"));
    assert_eq!((boris.link.standing, dina.link.standing), (Standing::Weak, Standing::TooFewDays));
    assert_eq!((boris.unprocessed, boris.tasks.overdue), (1, 1));
    assert_eq!(vera.away.iter().map(|kind| kind.minutes_cmin.0).sum::<i64>(), 96_000);
    let behind = |one: &DepartmentPerson| one.kpi_cmin < one.plan_to_date_cmin.unwrap();
    let below = view.people.iter().filter(|one| behind(one)).count();
    assert!((1..5).contains(&below), "{below}");
    let count = format!("Ниже плана · {below}");
    for said in ["слабое звено", "мало дней", "960,00", count.as_str(), "Не разобрано · 1"]
    {
        assert_has(&play, said);
    }
    // Filter: below the plan; then sorted by KPI from the largest down; search narrows it to one.
    press(&mut play, Key::F);
    for one in &view.people {
        assert_eq!(has(&play, &one.name), behind(one), "{}", one.name);
    }
    for _ in 0..4 {
        press(&mut play, Key::F);
    }
    press(&mut play, Key::S);
    press(&mut play, Key::ArrowDown);
    press(&mut play, Key::Enter);
    let first = view.people.iter().max_by_key(|one| one.kpi_cmin).unwrap();
    let wanted = play.state().department.wanted().person.unwrap();
    assert_eq!(wanted.person.unwrap().as_str(), first.person);
    press(&mut play, Key::Escape);
    command(&mut play, Key::F);
    write(&mut play, ",jhbc");
    assert!(has(&play, "Борис Ким") && !has(&play, "Анна Петрова"), "typed in the wrong layout");
    play.get_by_label("Сотрудники отдела").focus();
    play.run_steps(2);
    press(&mut play, Key::Home);
    press(&mut play, Key::ArrowDown);
    press(&mut play, Key::Enter);
    let month = play.state().month().unwrap();
    assert_eq!(month.person, "boris");
    assert_has(&play, "Просрочено задание «Обзвонить дом на Лесной»: срок был 12.11.2026");
    assert_has(&play, &format!("Официально, по 19.11.2026 включительно {} мин", minutes(month.kpi_cmin)));
    press(&mut play, Key::ArrowLeft);
    press(&mut play, Key::ArrowDown);
    press(&mut play, Key::Enter);
    let trace = play.state().trace().unwrap();
    assert!(trace.study.is_some() && trace.readings.iter().all(|reading| reading.operator.is_some()));
    click(&mut play, "Исследование");
    assert_eq!(play.state().went, [Place::Study]);
}

fn links_outside_chance_in_chart_sentence_and_table(floor: &Rc<Floor>) {
    let mut play = light(Play::new(floor, "irina", Place::Department, Lang::Ru, NOW));
    press(&mut play, Key::Num2);
    let view = play.state().department_view();
    let ratio = Lang::Ru.number(view.funnel.ratio.unwrap(), 2);
    assert_has(&play, &format!("Отдел делает {ratio} мин KPI за отработанную минуту"));
    let outside = |wanted: &[Standing]| view.people.iter().filter(|one| wanted.contains(&one.link.standing)).count();
    let below = outside(&[Standing::Weak, Standing::Lagging]);
    let above = outside(&[Standing::Strong, Standing::Leading]);
    assert_has(&play, &format!("Ниже пределов случая {below},"));
    assert_has(&play, &format!("выше {above}; мало дней у 1."));
    for one in &view.people {
        let work = one.efficiency.as_ref().unwrap();
        assert_has(&play, &minutes(work.measured_per_hour_cmin.unwrap()));
        assert_has(&play, &minutes(CentiMinutes(work.decisions_per_hour_hundredths.unwrap())));
    }
    click(&mut play, "Показать таблицей");
    for one in &view.people {
        assert_has(&play, &Lang::Ru.number(one.link.ratio.unwrap(), 2));
    }
    // The CSV is the one that `norma export … kpi --sheet links` writes.
    play.key_press_modifiers(egui::Modifiers::COMMAND.plus(egui::Modifiers::SHIFT), Key::E);
    play.run_steps(2);
    command(&mut play, Key::E);
    let saved = std::mem::take(&mut play.state_mut().saved);
    let files: Vec<&str> = saved.iter().map(|document| document.file.as_str()).collect();
    assert_eq!(files, ["links_SUP_2026-11.csv", "department_SUP_2026-11.xlsx"]);
    let text = String::from_utf8((saved[0].make)().unwrap()).unwrap();
    assert!(text.starts_with("employee,name,days,ratio,standing") && text.contains(",weak"), "{text}");
    assert_eq!(&(saved[1].make)().unwrap()[..2], b"PK");
}

fn an_indicator_with_its_target(floor: &Rc<Floor>) {
    let mut play = light(Play::new(floor, "director", Place::Department, Lang::Ru, NOW));
    press(&mut play, Key::Num3);
    let list = play.state().indicators();
    let of = |code: &str| list.indicators.iter().find(|one| one.indicator == code).unwrap().clone();
    let (load, adoption) = (of("workload"), of("adoption"));
    assert!(load.all.met.is_some() && adoption.all.value_hundredths.is_none() && adoption.all.denominator == 1);
    let value = minutes(CentiMinutes(load.all.value_hundredths.unwrap()));
    let counts =
        format!("{} / {}", minutes(CentiMinutes(load.all.numerator)), minutes(CentiMinutes(load.all.denominator)));
    for said in [format!("{value} %"), counts, "≥ 95,00 %".to_owned(), "нет данных".to_owned(), "0 / 1".to_owned()]
    {
        assert_has(&play, &said);
    }
    press(&mut play, Key::A);
    write(&mut play, "keep-share");
    fill(&mut play, "Название", "Удержания");
    fill(&mut play, "Название по-английски", "Kept");
    fill(&mut play, "Действия · Числитель", "KEPT");
    command(&mut play, Key::Enter);
    assert_has(&play, "Действия с кодом KEPT в каталоге нет");
    fill(&mut play, "Действия · Числитель", "keep");
    command(&mut play, Key::Enter);
    let made = play.state().indicators();
    let kept = made.indicators.iter().find(|one| one.indicator == "keep-share").expect("a definition");
    assert!(!kept.shipped && kept.all.numerator > 0 && kept.all.met.is_none(), "{:?}", play.state().said);
    // The new one is found by its row; its target is set and ends again.
    let place = made.indicators.iter().position(|one| one.indicator == "keep-share").unwrap();
    play.get_by_label("Показатели месяца").focus();
    play.run_steps(2);
    press(&mut play, Key::Home);
    for _ in 0..place {
        press(&mut play, Key::ArrowDown);
    }
    press(&mut play, Key::G);
    fill(&mut play, "Цель", "много");
    command(&mut play, Key::Enter);
    assert!(play.state().indicators().indicators[place].all.target.is_none(), "not a number");
    fill(&mut play, "Цель", "2,5");
    command(&mut play, Key::Enter);
    let target = play.state().indicators().indicators[place].all.target.expect("a target");
    assert_eq!((target.comparator.sign(), target.value_hundredths), ("≥", 250), "{:?}", play.state().said);
    assert_has(&play, "достигнута");
    press(&mut play, Key::G);
    click(&mut play, "Снять эту цель");
    assert!(play.state().indicators().indicators[place].all.target.is_none());
    // Out of use by one key, and back by what is said of it.
    let all = play.state().indicators().indicators.len();
    press(&mut play, Key::Delete);
    assert!(play.state().indicators().indicators.iter().all(|one| one.indicator != "keep-share"));
    let undo = play.state_mut().undo.take().expect("a way back");
    play.state_mut().execute("undo", undo, None);
    play.run_steps(2);
    assert_eq!(play.state().indicators().indicators.len(), all);
    // A supervisor reads them and defines nothing.
    let mut play = light(Play::new(floor, "irina", Place::Department, Lang::Ru, NOW));
    press(&mut play, Key::Num3);
    let may = play.state().indicators().may_define;
    assert_eq!(play.query_by_label("Новый").is_some(), may);
}

fn open_to_whoever_leads_it_and_months_by_keys(floor: &Rc<Floor>) {
    let may = |login: &str| -> MeView { Play::new(floor, login, Place::Department, Lang::Ru, NOW).me() };
    assert!(may("irina").may.department && may("director").may.department);
    assert!(!may("anna").may.department && !may("bella").may.department);
    let mut play = light(Play::new(floor, "director", Place::Department, Lang::Ru, NOW));
    assert_has(&play, "Все отделы");
    press(&mut play, Key::D);
    assert_eq!(play.state().department.wanted().department.unwrap().as_str(), "SUP");
    press(&mut play, Key::PageDown);
    assert_eq!(play.state().department_view().month.to_string(), "2026-11", "a month that has not begun is not shown");
    press(&mut play, Key::PageUp);
    assert_eq!(play.state().department_view().month.to_string(), "2026-10");
    assert_has(&play, "октябрь 2026");
}

/// One floor for all that only reads: it takes longer to make than to look at.
#[test]
fn every_number_on_screen_is_the_floors_answer() {
    let floor = Rc::new(department());
    the_own_month_down_to_the_readings(&floor);
    the_pay_so_far_to_the_kopeck_and_nobody_elses(&floor);
    everybody_in_the_table_down_to_the_readings(&floor);
    links_outside_chance_in_chart_sentence_and_table(&floor);
    open_to_whoever_leads_it_and_months_by_keys(&floor);
    pictures(&floor);
}

#[test]
fn indicators_are_written_by_the_keyboard() {
    let floor = Rc::new(department());
    an_indicator_with_its_target(&floor);
}

fn pictures(floor: &Rc<Floor>) {
    for (dark, lang) in crate::support::looks() {
        let of = |login: &str, place: Place| open(Play::new(floor, login, place, lang, NOW), dark, [1280.0, 720.0]);
        let tail = format!("{}-{}", if dark { "dark" } else { "light" }, lang.code());
        let mut kpi = of("anna", Place::MyKpi);
        picture(&mut kpi, &format!("month-{tail}"));
        press(&mut kpi, Key::Num3);
        picture(&mut kpi, &format!("month-pay-{tail}"));
        press(&mut kpi, Key::ArrowLeft);
        press(&mut kpi, Key::ArrowLeft);
        press(&mut kpi, Key::ArrowDown);
        picture(&mut kpi, &format!("month-day-{tail}"));
        press(&mut kpi, Key::Enter);
        picture(&mut kpi, &format!("month-trace-{tail}"));
        let mut play = of("irina", Place::Department);
        picture(&mut play, &format!("department-{tail}"));
        press(&mut play, Key::Num2);
        picture(&mut play, &format!("department-links-{tail}"));
        press(&mut play, Key::Num3);
        for _ in 0..4 {
            press(&mut play, Key::ArrowDown);
        }
        picture(&mut play, &format!("department-indicators-{tail}"));
        let mut play = of("director", Place::Department);
        press(&mut play, Key::Num3);
        picture(&mut play, &format!("department-defining-{tail}"));
        if lang == Lang::Ru {
            press(&mut play, Key::E);
            picture(&mut play, &format!("department-define-{tail}"));
            press(&mut play, Key::Escape);
            press(&mut play, Key::G);
            picture(&mut play, &format!("department-target-{tail}"));
        }
    }
    let mut vera = open(Play::new(floor, "vera", Place::MyKpi, Lang::Ru, NOW), false, [1280.0, 720.0]);
    picture(&mut vera, "month-away");
    let mut empty = open(Play::new(floor, "irina", Place::Department, Lang::Ru, NOW), false, [1280.0, 720.0]);
    press(&mut empty, Key::PageUp);
    picture(&mut empty, "department-empty-month");
    press(&mut empty, Key::ArrowDown);
    press(&mut empty, Key::Enter);
    picture(&mut empty, "month-empty");
}

#[test]
fn forty_people_stand_in_one_table() {
    let floor = Rc::new(crowd());
    let now = "2026-11-11T09:00:00+03:00";
    let mut play = light(Play::new(&floor, "irina", Place::Department, Lang::Ru, now));
    let view = play.state().department_view();
    assert_eq!(view.people.len(), 40);
    let weak = view.people.iter().find(|one| one.person == "207").unwrap();
    assert_eq!(weak.link.standing, Standing::Weak, "{:?}", weak.link);
    picture(&mut play, "department-forty");
    press(&mut play, Key::Num2);
    picture(&mut play, "department-forty-links");
    let mut narrow = open(Play::new(&floor, "irina", Place::Department, Lang::Ru, now), true, [1000.0, 700.0]);
    picture(&mut narrow, "department-forty-narrow");
}
