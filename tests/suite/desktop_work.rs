//! Tasks, the morning check, objections, notes and notifications in the real window on a real floor file, by the keyboard and accessible
//! names alone, judged by what the floor holds afterwards.
//!
//! `pictures` draws every page in both themes and languages into `target/pictures` for people to look at.

use std::path::Path;
use std::time::{Duration, Instant as Timer};

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use norma::desktop::action::Place;
use norma::floor::question::{AskDepartment, AskMorning, AskMyKpi, AskTasks, Nothing, Question};
use norma::locale::Lang;
use norma::views::View;
use norma::views::tasks::{NotesView, NotificationsView, ObjectionsView, TaskView, TasksView};
use serde_json::json;
use uuid::Uuid;

use crate::cpu_renderer::without_margin;
use crate::desktop_screens::floor::{Floor, at, in_force, in_november};
use crate::desktop_study::{Window, press, says, settle, window_at, work, write};

const NOW: &str = "2026-11-20T12:50:00+03:00";

fn open(floor: &Floor, login: &str) -> Window {
    window_at(floor, login, Lang::Ru, false, [1280.0, 720.0], NOW).0
}

fn control(window: &mut Window, key: Key) {
    window.key_press_modifiers(Modifiers::COMMAND, key);
    settle(window);
}

/// Goes to a place by the palette, as somebody does who knows its name.
fn go(window: &mut Window, place: Place, word: &str) {
    control(window, Key::K);
    write(window, word);
    press(window, Key::Enter);
    assert_eq!(work(window).place, Some(place));
}

/// Sends what a dialog holds, and waits for what is said of it: a toast goes away by itself, and the window's time runs by its frames.
fn send(window: &mut Window, said: &str) {
    window.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    until_said(window, said);
    settle(window);
}

fn until_said(window: &mut Window, said: &str) {
    let until = Timer::now() + Duration::from_mins(1);
    while !says(window, said) {
        assert!(Timer::now() < until, "nobody says: {said}");
        window.step();
        std::thread::sleep(Duration::from_millis(2));
    }
}

fn tab(window: &mut Window) {
    press(window, Key::Tab);
}

fn tasks(floor: &Floor, login: &str) -> TasksView {
    let session = floor.sign_in(login);
    floor.clock.store(at(NOW).millis(), std::sync::atomic::Ordering::SeqCst);
    let Some(View::Tasks(view)) = floor.ask(&session, Question::Tasks(AskTasks::default())) else { panic!("tasks") };
    *view
}

fn task(floor: &Floor, title: &str) -> TaskView {
    let view = tasks(floor, "irina");
    let all = view.now.into_iter().chain(view.later).chain(view.to_accept).chain(view.finished);
    all.into_iter().find(|task| task.title == title).unwrap_or_else(|| panic!("{title}"))
}

fn objections(floor: &Floor) -> ObjectionsView {
    let irina = floor.sign_in("irina");
    let Some(View::Objections(view)) = floor.ask(&irina, Question::Objections(AskDepartment::default())) else {
        panic!("objections")
    };
    view
}

fn notes(floor: &Floor, login: &str) -> NotesView {
    let session = floor.sign_in(login);
    let Some(View::Notes(view)) = floor.ask(&session, Question::Notes(AskMyKpi::default())) else { panic!("notes") };
    view
}

fn notifications(floor: &Floor, login: &str) -> NotificationsView {
    let session = floor.sign_in(login);
    let Some(View::Notifications(view)) = floor.ask(&session, Question::Notifications(Nothing {})) else {
        panic!("notifications")
    };
    view
}

/// A worked November with forty tasks, calls, an absence, objections, notes and the reviews of a start.
fn with_work() -> Floor {
    let floor = in_november();
    let irina = floor.sign_in("irina");
    let anna = floor.sign_in("anna");
    let now = "2026-11-20T12:42:00+03:00";
    calls(&floor);
    acknowledged(&floor, now);
    for number in 0..40_u128 {
        let person = ["anna", "boris", "vera", "gleb"][number as usize % 4];
        let titles = [
            "Обзвонить клиентов после аварии на Садовой",
            "Сверить договоры района",
            "Пройти обучение по новой карточке",
            "Ответить на жалобу № 48",
            "Проверить номера в справочнике",
        ];
        let decisions =
            if number % 3 == 0 { json!([{"action": "TARIFF", "quantity": 2 + number % 4}]) } else { json!([]) };
        floor.must(
            &irina,
            now,
            "task.give",
            &json!({
            "task": Uuid::from_u128(60_000 + number), "person": person,
            "title": format!("{}, {}", titles[number as usize % 5], number + 1),
            "text": "Список адресов лежит в общей папке; недозвонившихся перенести на завтра.",
            "due": format!("2026-11-{}", 20 + number % 9), "decisions": decisions}),
        );
    }
    for number in [0_u128, 4, 8, 12] {
        floor.must(
            &anna,
            now,
            "task.done",
            &json!({"task": Uuid::from_u128(60_000 + number), "comment": "обзвонила всех, двое не ответили"}),
        );
    }
    floor.must(&irina, now, "task.accept", &json!({"task": Uuid::from_u128(60_000)}));
    floor.must(
        &irina,
        now,
        "task.return",
        &json!({"task": Uuid::from_u128(60_004), "comment": "не хватает двух квартир"}),
    );
    floor.must(
        &anna,
        now,
        "task.add",
        &json!({"task": Uuid::from_u128(60_100), "title": "Заполнить карточку аварии", "due": "2026-11-20"}),
    );
    floor.must(&irina, now, "checklist.start", &json!({"checklist": Uuid::from_u128(60_200), "from": "2026-11-18"}));
    floor.must(
        &irina,
        now,
        "checklist.tick",
        &json!({"checklist": Uuid::from_u128(60_200), "item": 1, "note": "тикеты заводят все, двое путают канал"}),
    );
    floor.must(&irina, now, "absence.add", &json!({"absence": Uuid::from_u128(60_300), "person": "anna", "from": "2026-11-18T09:00:00+03:00", "to": "2026-11-18T11:00:00+03:00", "kind": "short-leave"}));
    floor.must(&irina, now, "note.add", &json!({"note": Uuid::from_u128(60_400), "person": "anna", "date": "2026-11-19", "text": "Хороший разговор с клиентом из Кемерова: спокойно и по делу"}));
    floor.must(&anna, now, "objection.raise", &json!({"objection": Uuid::from_u128(60_500), "about": {"day": "2026-11-18"}, "text": "Меня не было только час: с 9 до 10, а записано два"}));
    floor
}

/// Anna has read the order, so that nothing stands before the day's tasks.
fn acknowledged(floor: &Floor, moment: &str) {
    floor.must(&floor.sign_in("anna"), moment, "order.acknowledge", &json!({"order": Uuid::from_u128(601)}));
}

/// Calls of the 19th: some that no ticket took in, one whose ticket was saved early.
fn calls(floor: &Floor) {
    let irina = floor.sign_in("irina");
    let day = |time: &str| format!("2026-11-19T{time}:00+03:00");
    for (number, client, from, to) in [
        (1_u128, "+7 912 345-19-10", "09:06", "09:20"),
        (2, "+7 900 111-22-33", "12:20", "12:24"),
        (3, "+7 921 555-01-02", "15:40", "15:44"),
    ] {
        floor.must(
            &irina,
            "2026-11-20T12:41:00+03:00",
            "call.record",
            &json!({
            "call": Uuid::from_u128(61_000 + number), "employee": "anna", "client": client,
            "started_at": day(from), "answered_at": day(from), "ended_at": day(to)}),
        );
    }
}

#[test]
fn a_task_goes_from_the_supervisor_to_two_operators_and_is_counted_when_accepted() {
    let floor = in_force();
    let mut irina = open(&floor, "irina");
    go(&mut irina, Place::Tasks, "задания");
    assert!(says(&irina, "Заданий нет"), "the empty state says what it is for");
    press(&mut irina, Key::N);
    for name in ["анна", "борис"] {
        write(&mut irina, name);
        press(&mut irina, Key::Enter);
    }
    // Past the two people and "everybody" to the title.
    for _ in 0..4 {
        tab(&mut irina);
    }
    write(&mut irina, "Обзвонить клиентов");
    tab(&mut irina);
    tab(&mut irina);
    tab(&mut irina);
    write(&mut irina, "смена 3");
    press(&mut irina, Key::Enter);
    assert!(says(&irina, "Смена тарифа × 3"));
    send(&mut irina, "Выдано 2 задания");
    let given = tasks(&floor, "irina");
    let mut whose: Vec<&str> = given.now.iter().map(|task| task.person.as_str()).collect();
    whose.sort_unstable();
    assert_eq!(whose, ["anna", "boris"]);
    assert_eq!(given.now[0].decisions[0].quantity, 3);

    // Anna reads it first thing, on whatever screen she comes to.
    acknowledged(&floor, NOW);
    let mut anna = open(&floor, "anna");
    assert!(says(&anna, "Прежде всего: 1 задание на сегодня"), "a strip says it");
    go(&mut anna, Place::Tasks, "задания");
    press(&mut anna, Key::ArrowDown);
    assert!(says(&anna, "Засчитается при приёмке"));
    press(&mut anna, Key::D);
    write(&mut anna, "Обзвонила всех");
    send(&mut anna, "Отмечено готовым");
    assert_eq!(tasks(&floor, "irina").to_accept.len(), 1);

    // Irina returns it, Anna does it again, Irina accepts it: it counts once. Each window is a program of its own on the same file:
    // another's commit is noticed within a second, a new one sees it at once.
    let mut irina = open(&floor, "irina");
    go(&mut irina, Place::Tasks, "задания");
    let to_accept = |irina: &mut Window| {
        press(irina, Key::ArrowRight);
        press(irina, Key::ArrowRight);
        press(irina, Key::ArrowDown);
    };
    to_accept(&mut irina);
    press(&mut irina, Key::R);
    control(&mut irina, Key::Enter);
    assert!(says(&irina, "Напишите, чего не хватает"), "a return without a word is refused in the dialog");
    write(&mut irina, "Двое не дозвонились");
    send(&mut irina, "Возвращено на доработку");
    let mut anna = open(&floor, "anna");
    go(&mut anna, Place::Tasks, "задания");
    press(&mut anna, Key::ArrowDown);
    press(&mut anna, Key::D);
    control(&mut anna, Key::Enter);
    let mut irina = open(&floor, "irina");
    go(&mut irina, Place::Tasks, "задания");
    to_accept(&mut irina);
    press(&mut irina, Key::A);
    send(&mut irina, "Результат принят, засчитано");
    let view = tasks(&floor, "irina");
    let done = view.finished.iter().find(|task| task.person == "anna").unwrap();
    assert_eq!((done.state.as_str(), done.kpi_cmin.map(|kpi| kpi.0 > 0)), ("accepted", Some(true)));
    assert!(done.ticket.is_some(), "it became a ticket");
    let steps: Vec<&str> = done.history.iter().map(|step| step.step.as_str()).collect();
    assert_eq!(steps, ["given", "done", "returned", "done", "accepted"]);
}

/// One press takes back what was given to several, and says so once.
#[test]
fn a_task_given_to_several_is_taken_back_at_once() {
    let floor = in_force();
    let mut irina = open(&floor, "irina");
    go(&mut irina, Place::Tasks, "задания");
    press(&mut irina, Key::N);
    for name in ["анна", "борис", "вера"] {
        write(&mut irina, name);
        press(&mut irina, Key::Enter);
    }
    for _ in 0..5 {
        tab(&mut irina);
    }
    write(&mut irina, "Обзвонить клиентов");
    send(&mut irina, "Выдано 3 задания");
    assert_eq!(tasks(&floor, "irina").now.len(), 3);
    let once = irina.query_all_by_label_contains("Выдано 3 задания").count();
    irina.get_by_label("Отменить").click();
    until_said(&mut irina, "Отменено");
    settle(&mut irina);
    assert_eq!(tasks(&floor, "irina").now.len(), 0);
    assert_eq!(irina.query_all_by_label_contains("Отменено").count(), once, "it is said once");
}

#[test]
fn an_own_task_never_counts_and_is_taken_back_by_the_toast() {
    let floor = in_force();
    let mut anna = open(&floor, "anna");
    go(&mut anna, Place::Tasks, "задания");
    press(&mut anna, Key::N);
    write(&mut anna, "Проверить номера");
    assert!(says(&anna, "не засчитывается в KPI"), "it is said before it is added");
    anna.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    until_said(&mut anna, "Задание добавлено");
    let own = tasks(&floor, "anna").now;
    assert_eq!((own.len(), own[0].own, own[0].kpi_cmin), (1, true, None));
    // The toast takes it back.
    anna.get_all_by_label("Отменить").last().unwrap().click();
    settle(&mut anna);
    assert!(tasks(&floor, "anna").now.is_empty());
    // An operator gives nobody a task, and sees no pages of a supervisor.
    assert!(!says(&anna, "Выдать задание") && !says(&anna, "Сроки по людям") && !says(&anna, "Проверки запуска"));
    assert!(!work(&anna).places().contains(&Place::Morning));
    // The director reads everybody's and gives none; who keeps accounts has neither place, and a bell all the same.
    let director = open(&floor, "director");
    let places = work(&director).places();
    assert!(places.windows(2).any(|pair| pair == [Place::Morning, Place::Tasks]), "{places:?}");
    let view = tasks(&floor, "director");
    assert!(!view.may_give && !view.may_add);
    let admin = json!({"code": "oleg", "name": "Олег Седов", "login": "oleg", "roles": ["administrator"], "from": "2026-09-01"});
    floor.must(&floor.sign_in("director"), NOW, "person.add", &admin);
    floor.must(&floor.sign_in("director"), NOW, "password.set", &json!({"person": "oleg"}));
    let oleg = floor.sign_in("oleg");
    let Some(View::Me(me)) = floor.ask(&oleg, Question::Me(Nothing {})) else { panic!("me") };
    assert!(!me.may.tasks && !me.may.morning);
    assert!(notifications(&floor, "oleg").notifications.is_empty());
}

#[test]
fn notifications_lead_to_their_places_and_forty_tasks_are_found() {
    let floor = with_work();
    what_people_should_know_of_leads_to_its_place(&floor);
    proposed_cover_leads_to_the_absences(&floor);
    forty_tasks_are_found_sorted_and_narrowed(&floor);
    eighteen_places_are_in_sight_and_reached_by_keys(&floor);
}

#[test]
fn objections_are_answered_and_the_morning_is_looked_through() {
    let floor = with_work();
    an_objection_is_written_answered_and_read(&floor);
    a_persons_day_leads_to_an_objection_a_note_and_a_task(&floor);
    the_morning_shows_what_to_look_at_and_where_it_comes_from(&floor);
}

fn what_people_should_know_of_leads_to_its_place(floor: &Floor) {
    let before = notifications(floor, "anna");
    assert!(before.unread > 3, "{before:?}");
    let mut anna = open(floor, "anna");
    assert!(says(&anna, &format!("Уведомления, новых: {}", before.unread)), "the bell counts");
    control(&mut anna, Key::B);
    assert!(says(&anna, "вопрос") || says(&anna, "Задание «"));
    let first = before.notifications.iter().position(|one| one.kind == "task-returned").unwrap();
    for _ in 0..first {
        press(&mut anna, Key::ArrowDown);
    }
    press(&mut anna, Key::Enter);
    assert_eq!(work(&anna).place, Some(Place::Tasks));
    assert!(says(&anna, "не хватает двух квартир"), "the returned task is open with its comment");
    let after = notifications(floor, "anna");
    assert_eq!(after.unread, before.unread - 1);
    // The rest is marked at once.
    control(&mut anna, Key::B);
    press(&mut anna, Key::A);
    settle(&mut anna);
    assert_eq!(notifications(floor, "anna").unread, 0);
    assert!(says(&anna, "Новых нет"));
    press(&mut anna, Key::Escape);
    // The supervisor's: a result to accept, an objection.
    let kinds: Vec<String> = notifications(floor, "irina").notifications.into_iter().map(|one| one.kind).collect();
    assert!(kinds.contains(&"task-to-accept".to_owned()) && kinds.contains(&"objection".to_owned()), "{kinds:?}");
    let mut director = open(floor, "director");
    control(&mut director, Key::B);
    assert!(says(&director, "Уведомления"));
}

fn proposed_cover_leads_to_the_absences(floor: &Floor) {
    let cover = json!({"cover": Uuid::from_u128(60_600), "coverer": "anna", "absent": "boris", "from": "2026-11-23", "to": "2026-11-24"});
    floor.must(&floor.sign_in("irina"), NOW, "cover.propose", &cover);
    let told = notifications(floor, "anna").notifications;
    let place = told.iter().position(|one| one.kind == "cover-proposed").expect("a proposed cover is told");
    let mut anna = open(floor, "anna");
    control(&mut anna, Key::B);
    for _ in 0..place {
        press(&mut anna, Key::ArrowDown);
    }
    press(&mut anna, Key::Enter);
    assert_eq!(work(&anna).place, Some(Place::Absences));
    assert!(says(&anna, "Борис"), "the page of cover is open");
}

/// Somebody who leads, directs and pays sees every place at once, in a window wide or narrow.
fn eighteen_places_are_in_sight_and_reached_by_keys(floor: &Floor) {
    let all = ["director", "supervisor", "payroll", "operator"];
    let person = json!({"code": "kira", "name": "Кира Белова", "login": "kira", "roles": all, "department": "SUP", "from": "2026-09-01"});
    let director = floor.sign_in("director");
    floor.must(&director, NOW, "person.add", &person);
    floor.must(&director, NOW, "password.set", &json!({"person": "kira"}));
    for (size, dark) in [([1280.0, 720.0], false), ([1000.0, 720.0], true)] {
        let mut kira = window_at(floor, "kira", Lang::Ru, dark, size, NOW).0;
        let places = work(&kira).places();
        assert_eq!(places.len(), 18, "{places:?}");
        for place in &places {
            let name = norma::desktop::app::menu::place_words(Lang::Ru, *place).1;
            let begins = |label: &str| label == name || label.starts_with(&format!("{name}, "));
            let seen = kira.get_all_by(|node| node.label().is_some_and(|label| begins(&label)));
            let lowest = seen.filter(|node| node.rect().left() < 64.0).map(|node| node.rect().bottom());
            let bottom = lowest.fold(f32::NAN, f32::max);
            assert!(bottom < size[1] + 8.0, "{name} ends at {bottom}");
        }
        assert_eq!(says(&kira, "Хронометраж и нормы"), size[0] > 1100.0);
        picture(&mut kira, &format!("work-navigation-{}", size[0]));
        // From the first place backwards to the last one, and on again.
        for (key, place) in
            [(Key::PageUp, Place::Journal), (Key::PageUp, Place::People), (Key::PageDown, Place::Journal)]
        {
            kira.key_press_modifiers(Modifiers::ALT, key);
            settle(&mut kira);
            assert_eq!(work(&kira).place, Some(place));
        }
        press(&mut kira, Key::F1);
        assert!(says(&kira, "Ctrl+1…9") && says(&kira, "Предыдущий раздел"));
    }
}

fn a_persons_day_leads_to_an_objection_a_note_and_a_task(floor: &Floor) {
    let mut anna = open(floor, "anna");
    go(&mut anna, Place::MyKpi, "мой kpi");
    assert!(says(&anna, "Задание на сегодня: «"), "the own tasks stand on the month's page");
    press(&mut anna, Key::ArrowLeft);
    assert!(says(&anna, "Возразить"));
    press(&mut anna, Key::O);
    assert_eq!(work(&anna).place, Some(Place::Tasks));
    write(&mut anna, "Не учтён звонок в 18:40");
    send(&mut anna, "Возражение отправлено");
    let raised = objections(floor);
    let one = raised.objections.iter().find(|one| one.text == "Не учтён звонок в 18:40").unwrap();
    assert_eq!((one.kind.as_str(), one.person.as_str()), ("day", "anna"));
    let day = one.date.unwrap();
    floor.must(
        &floor.sign_in("irina"),
        NOW,
        "objection.answer",
        &json!({"objection": one.objection, "text": "поправлю"}),
    );

    // The supervisor comes to the same day from the department.
    let mut irina = open(floor, "irina");
    go(&mut irina, Place::Department, "отдел");
    press(&mut irina, Key::ArrowDown);
    press(&mut irina, Key::Enter);
    press(&mut irina, Key::ArrowLeft);
    assert!(!says(&irina, "Возразить"), "nobody objects to somebody else's day");
    press(&mut irina, Key::O);
    assert_eq!(work(&irina).place, Some(Place::Department));
    press(&mut irina, Key::N);
    assert_eq!(work(&irina).place, Some(Place::Tasks));
    write(&mut irina, "Хороший разбор жалобы");
    send(&mut irina, "Заметка сохранена");
    let written = notes(floor, "anna").notes;
    let note = written.iter().find(|note| note.text == "Хороший разбор жалобы").expect("the note on the open day");
    assert_eq!(note.date, Some(day));
    floor.must(&floor.sign_in("irina"), NOW, "note.cancel", &json!({"note": note.note, "reason": "не о том дне"}));
    go(&mut irina, Place::Department, "отдел");
    press(&mut irina, Key::G);
    assert_eq!(work(&irina).place, Some(Place::Tasks));
    assert!(says(&irina, "Анна"), "the task is for the person that is open");
}

fn the_morning_shows_what_to_look_at_and_where_it_comes_from(floor: &Floor) {
    let irina = floor.sign_in("irina");
    let Some(View::Morning(view)) = floor.ask(&irina, Question::Morning(AskMorning::default())) else {
        panic!("morning")
    };
    assert!(!view.clear && view.calls_without_tickets.len() == 2 && view.tickets_without_calls.len() > 2, "{view:?}");
    assert!(!view.above_worked.is_empty() || !view.outside_schedule.is_empty() || !view.objections.is_empty());
    let mut window = open(floor, "irina");
    go(&mut window, Place::Morning, "утренняя");
    assert!(says(&window, "Сверка ничего не задерживает"));
    assert!(says(&window, "Звонки без тикетов (2)"));
    // The first call is put aside with a reason by the keyboard.
    press(&mut window, Key::ArrowDown);
    assert!(says(&window, "Разговор был, а тикета на него нет"));
    press(&mut window, Key::Delete);
    write(&mut window, "Клиент перезвонил по другому номеру");
    control(&mut window, Key::Enter);
    settle(&mut window);
    assert!(says(&window, "Звонки без тикетов (1)"), "the list follows");
    // Past the other call to who has most tickets without one: Enter shows them, Enter opens the first.
    let of = |person: &str| view.tickets_without_calls.iter().filter(|one| one.person == person).count();
    let most = view.tickets_without_calls.iter().map(|one| of(&one.person)).max().unwrap();
    assert!(most > 1);
    let first = view.tickets_without_calls.iter().filter(|one| of(&one.person) == most).min_by_key(|one| &one.person);
    press(&mut window, Key::ArrowDown);
    assert!(says(&window, &format!("Тикеты без звонков ({})", view.tickets_without_calls.len())));
    assert!(says(&window, "Показать тикеты"), "a person's tickets are folded");
    press(&mut window, Key::Enter);
    assert!(says(&window, "Свернуть"));
    press(&mut window, Key::ArrowDown);
    press(&mut window, Key::Enter);
    assert_eq!(work(&window).place, Some(Place::Tickets));
    assert_eq!(work(&window).chosen.ticket, first.map(|one| one.ticket));
    // A note on the day of whoever is under the keyboard.
    go(&mut window, Place::Morning, "утренняя");
    press(&mut window, Key::N);
    write(&mut window, "Проверим каналы вместе");
    control(&mut window, Key::Enter);
    let written = notes(floor, "anna").notes;
    let note = written.iter().find(|note| note.text == "Проверим каналы вместе").unwrap();
    assert_eq!(note.date.unwrap().to_string(), "2026-11-19");
    // All the tickets of that day: the way from a finding to the day behind it.
    go(&mut window, Place::Morning, "утренняя");
    press(&mut window, Key::D);
    settle(&mut window);
    assert_eq!(work(&window).place, Some(Place::Tickets));
    let found = work(&window).views.search.value().unwrap();
    assert_eq!(found.found.len(), usize::try_from(view.tickets).unwrap());
    assert!(found.found.iter().all(|one| one.employee.code == "anna" && one.work_day == view.date));
    // Days back: once the objection is answered, a weekend without work is said in words.
    floor.must(
        &floor.sign_in("irina"),
        "2026-11-20T12:55:00+03:00",
        "objection.answer",
        &json!({"objection": Uuid::from_u128(60_500), "upheld": true, "text": "поправлю"}),
    );
    go(&mut window, Place::Morning, "утренняя");
    for _ in 0..4 {
        press(&mut window, Key::PageUp);
    }
    assert!(says(&window, "15.11.2026: работы не было"));
    press(&mut window, Key::PageDown);
    assert!(says(&window, "16.11.2026"));
}

fn an_objection_is_written_answered_and_read(floor: &Floor) {
    let mut anna = open(floor, "anna");
    go(&mut anna, Place::Tasks, "задания");
    press(&mut anna, Key::Num2);
    assert!(says(&anna, "Возражения, без ответа: 1"));
    press(&mut anna, Key::N);
    write(&mut anna, "19.11.2026");
    tab(&mut anna);
    write(&mut anna, "Был ещё один звонок");
    send(&mut anna, "Возражение отправлено");
    let raised = objections(floor);
    assert_eq!(raised.open, 2);
    let new = raised.objections.iter().find(|one| one.text == "Был ещё один звонок").unwrap();
    assert_eq!(new.date.unwrap().to_string(), "2026-11-19");
    // From any screen by the palette: an absence is chosen among the own ones of the month.
    control(&mut anna, Key::Num2);
    control(&mut anna, Key::K);
    write(&mut anna, "возразить");
    press(&mut anna, Key::Enter);
    assert_eq!(work(&anna).place, Some(Place::Tasks));
    anna.get_by_label("Отсутствие").click();
    settle(&mut anna);
    anna.get_by_role_and_label(egui::accesskit::Role::ComboBox, "Отсутствие").click();
    settle(&mut anna);
    press(&mut anna, Key::Enter);
    write(&mut anna, "Я была на обучении");
    control(&mut anna, Key::Enter);
    let raised = objections(floor);
    let absence = raised.objections.iter().find(|one| one.kind == "absence").expect("an objection to the absence");
    assert_eq!(absence.text, "Я была на обучении");
    floor.must(
        &floor.sign_in("irina"),
        NOW,
        "objection.answer",
        &json!({"objection": absence.objection, "text": "вижу, поправлю", "upheld": true}),
    );
    // A line of the statement, or all of it, of the month that is typed.
    press(&mut anna, Key::N);
    anna.get_by_label("Расчётный лист").click();
    settle(&mut anna);
    anna.get_by_role_and_label(egui::accesskit::Role::MultilineTextInput, "Что не так").focus();
    settle(&mut anna);
    write(&mut anna, "Нет доплаты за наставничество");
    control(&mut anna, Key::Enter);
    // A correction by somebody else is objected to from the ticket's own page.
    let ticket = Uuid::from_u128(9_000 + 19 * 100);
    let correct = json!({"ticket": ticket, "version": 1, "reason": "лишние решения", "decisions": [{"action": "KEEP", "quantity": 1}]});
    floor.must(&floor.sign_in("irina"), NOW, "ticket.correct", &correct);
    let mut anna = open(floor, "anna");
    control(&mut anna, Key::F);
    write(&mut anna, "+7 912 345-19-10");
    settle(&mut anna);
    press(&mut anna, Key::Enter);
    press(&mut anna, Key::Escape);
    press(&mut anna, Key::ArrowDown);
    press(&mut anna, Key::Enter);
    anna.get_by_label("Возразить").click();
    settle(&mut anna);
    write(&mut anna, "Решений было больше");
    control(&mut anna, Key::Enter);
    let raised = objections(floor);
    for (kind, text) in [("statement", "Нет доплаты за наставничество"), ("correction", "Решений было больше")]
    {
        let one = raised.objections.iter().find(|one| one.kind == kind).unwrap_or_else(|| panic!("{kind}: {raised:?}"));
        assert_eq!(one.text, text);
        let answer = json!({"objection": one.objection, "text": "разберёмся"});
        floor.must(&floor.sign_in("irina"), NOW, "objection.answer", &answer);
    }
    // The supervisor answers by the keyboard.
    let mut irina = open(floor, "irina");
    go(&mut irina, Place::Tasks, "задания");
    press(&mut irina, Key::Num4);
    press(&mut irina, Key::ArrowDown);
    press(&mut irina, Key::R);
    write(&mut irina, "Звонок найден, он в тикете");
    send(&mut irina, "Ответ отправлен");
    assert_eq!(objections(floor).open, 1);
    let mut anna = open(floor, "anna");
    go(&mut anna, Place::Tasks, "задания");
    press(&mut anna, Key::Num2);
    assert!(says(&anna, "без изменений") && says(&anna, "Возражения, без ответа: 1"));
    // A note is withdrawn with a reason, and the person sees it no longer.
    press(&mut irina, Key::Num5);
    press(&mut irina, Key::ArrowDown);
    press(&mut irina, Key::Delete);
    write(&mut irina, "не о том дне");
    send(&mut irina, "Заметка снята");
    assert!(notes(floor, "anna").notes.is_empty());
    // The reviews of a start: what is due is ticked off with Enter.
    press(&mut irina, Key::Num3);
    press(&mut irina, Key::ArrowDown);
    press(&mut irina, Key::ArrowDown);
    press(&mut irina, Key::Enter);
    write(&mut irina, "канал ставят верно");
    control(&mut irina, Key::Enter);
    let list = tasks(floor, "irina").checklists.remove(0);
    assert_eq!(list.items.iter().filter(|item| item.ticked.is_some()).count(), 2);
    assert_eq!(list.items[1].note.as_deref(), Some("канал ставят верно"));
}

fn forty_tasks_are_found_sorted_and_narrowed(floor: &Floor) {
    let mut irina = open(floor, "irina");
    go(&mut irina, Place::Tasks, "задания");
    control(&mut irina, Key::F);
    // "жалобу" typed in the Latin layout.
    write(&mut irina, ";fkj,e");
    assert!(says(&irina, "Ответить на жалобу № 48, 4"));
    assert!(!says(&irina, "Сверить договоры"), "the others are out of sight");
    press(&mut irina, Key::Escape);
    // The share of late tasks by person opens that person's tasks.
    press(&mut irina, Key::Num2);
    assert!(says(&irina, "Задания по людям"));
    press(&mut irina, Key::ArrowDown);
    press(&mut irina, Key::Enter);
    assert!(says(&irina, "Обзвонить клиентов"));
    let overdue = task(floor, "Сверить договоры района, 2");
    assert_eq!(overdue.person, "boris");
}

fn palette_of(window: &mut Window, lang: Lang, place: Place) {
    let name = norma::desktop::app::menu::place_words(lang, place).1;
    go(window, place, &name);
}

fn picture(window: &mut Window, name: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/pictures");
    std::fs::create_dir_all(&folder).unwrap();
    settle(window);
    window.run_steps(3);
    without_margin(&window.render().unwrap(), 8).save(folder.join(format!("{name}.png"))).unwrap();
}

#[test]
fn pictures() {
    let full = with_work();
    let empty = in_force();
    for (dark, lang) in crate::support::looks() {
        let tail = format!("{}-{}", if dark { "dark" } else { "light" }, lang.code());
        let of = |floor: &Floor, login: &str| window_at(floor, login, lang, dark, [1280.0, 720.0], NOW).0;
        let palette = |window: &mut Window, place: Place| palette_of(window, lang, place);
        let mut anna = of(&full, "anna");
        picture(&mut anna, &format!("work-first-thing-{tail}"));
        control(&mut anna, Key::B);
        picture(&mut anna, &format!("work-bell-{tail}"));
        press(&mut anna, Key::Escape);
        palette(&mut anna, Place::Tasks);
        press(&mut anna, Key::ArrowDown);
        picture(&mut anna, &format!("work-own-{tail}"));
        press(&mut anna, Key::Num2);
        press(&mut anna, Key::N);
        picture(&mut anna, &format!("work-object-{tail}"));
        let mut irina = of(&full, "irina");
        palette(&mut irina, Place::Morning);
        picture(&mut irina, &format!("work-morning-{tail}"));
        for _ in 0..4 {
            press(&mut irina, Key::ArrowDown);
        }
        picture(&mut irina, &format!("work-morning-chosen-{tail}"));
        press(&mut irina, Key::Home);
        picture(&mut irina, &format!("work-morning-call-{tail}"));
        press(&mut irina, Key::End);
        press(&mut irina, Key::ArrowUp);
        picture(&mut irina, &format!("work-morning-person-{tail}"));
        palette(&mut irina, Place::Tasks);
        press(&mut irina, Key::ArrowDown);
        picture(&mut irina, &format!("work-tasks-{tail}"));
        press(&mut irina, Key::N);
        picture(&mut irina, &format!("work-give-{tail}"));
        press(&mut irina, Key::Escape);
        press(&mut irina, Key::Escape);
        for (key, name) in
            [(Key::Num2, "people"), (Key::Num3, "starts"), (Key::Num4, "objections"), (Key::Num5, "notes")]
        {
            press(&mut irina, key);
            press(&mut irina, Key::ArrowDown);
            picture(&mut irina, &format!("work-{name}-{tail}"));
        }
        if (dark, lang) == (true, Lang::En) {
            // Three days later, with what was not done meanwhile; the days before are closed by the window.
            let monday = "2026-11-23T09:05:00+03:00";
            for (look, lang, tail) in [(false, Lang::Ru, "light-ru"), (true, Lang::En, "dark-en")] {
                let mut anna = window_at(&full, "anna", lang, look, [1280.0, 720.0], monday).0;
                picture(&mut anna, &format!("work-monday-{tail}"));
                let mut irina = window_at(&full, "irina", lang, look, [1920.0, 1080.0], monday).0;
                palette_of(&mut irina, lang, Place::Tasks);
                press(&mut irina, Key::ArrowDown);
                picture(&mut irina, &format!("work-overdue-{tail}"));
            }
        }
        if lang == Lang::Ru {
            let mut fresh = of(&empty, "irina");
            palette(&mut fresh, Place::Tasks);
            picture(&mut fresh, &format!("work-empty-{tail}"));
            palette(&mut fresh, Place::Morning);
            picture(&mut fresh, &format!("work-morning-clear-{tail}"));
            let mut fresh = of(&empty, "director");
            control(&mut fresh, Key::B);
            picture(&mut fresh, &format!("work-bell-empty-{tail}"));
        }
    }
}
