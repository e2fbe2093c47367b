//! Pay on a real floor, by keys and accessible names, and on paper: the worked month to the kopeck, its lock and what comes after, a
//! scheme's whole way, salaries, and that nobody sees another's money. `pictures` draws it for people to look at.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::rc::Rc;
use std::sync::OnceLock;

use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use norma::desktop::action::Place;
use norma::desktop::app::work::open_places;
use norma::desktop::screens::person_month::shows_pay;
use norma::documents::formula;
use norma::domain::code::Code;
use norma::domain::month::Month;
use norma::domain::objection::About;
use norma::domain::units::{CentiMinutes, Money};
use norma::floor::question::{AskDay, AskMonth, AskScheme, AskStatement, Nothing, Question};
use norma::locale::Lang;
use norma::views::View;
use norma::views::pay::{PayrollView, SchemeView, StatementView};
use serde_json::{Value, json};

use crate::desktop_screens::floor::{Floor, at};
use crate::desktop_screens::play::{Play, click, command, fill, light, open, press, scaled, write};
use crate::desktop_study as window;
use crate::support::{FloorFile, PASSWORD, repository};

const NOW: &str = "2026-12-03T10:00:00+03:00";

/// The worked month on 3 December, everything closed and nothing locked; made once.
fn worked() -> FloorFile {
    static WORKED: OnceLock<Vec<u8>> = OnceLock::new();
    let bytes = WORKED.get_or_init(|| {
        let text = std::fs::read_to_string(repository("tests/scenarios/worked-month.jsonl")).unwrap();
        let lock = r#"{"as":"payroll","do":"month.lock""#;
        let lines: Vec<&str> = text.lines().take_while(|line| !line.starts_with(lock)).collect();
        assert!(lines.len() > 100 && lines.len() < text.lines().count(), "the scenario locks the month");
        let floor = FloorFile::bare();
        floor.run_lines(&(lines.join("\n") + "\n"), &[]).expect_code(0);
        floor.bytes()
    });
    FloorFile::of(bytes)
}

fn floor() -> Rc<Floor> {
    Rc::new(Floor::over(worked(), NOW))
}

fn pay<'a>(floor: &Rc<Floor>, login: &str) -> Harness<'a, Play> {
    light(Play::new(floor, login, Place::Pay, Lang::Ru, NOW))
}

fn expected() -> Value {
    let text = std::fs::read_to_string(repository("tests/fixtures/worked-month.json")).unwrap();
    serde_json::from_str::<Value>(&text).unwrap()["expected"].clone()
}

/// A sum as a column shows it.
fn sum(kopecks: i64) -> String {
    Lang::Ru.money(Money(kopecks)).trim_end_matches('₽').trim_end().to_owned()
}

fn minutes(cmin: i64) -> String {
    Lang::Ru.minutes(CentiMinutes(cmin))
}

fn sees(play: &Harness<'_, Play>, label: &str) -> bool {
    play.query_all_by_label(label).next().is_some()
}

fn reads(play: &Harness<'_, Play>, part: &str) -> bool {
    play.query_all_by_label_contains(part).next().is_some()
}

fn month(text: &str) -> Month {
    Month::parse(text).unwrap()
}

fn payroll(play: &Harness<'_, Play>, of: &str) -> PayrollView {
    let ask = AskMonth { month: month(of), through: None };
    let Some(View::Payroll(view)) = play.state().ask(Question::Payroll(ask)) else { panic!("payroll") };
    *view
}

fn statement(play: &Harness<'_, Play>, person: &str, of: &str) -> StatementView {
    let person = Code::new(person).unwrap();
    let ask = AskStatement { person, month: month(of), through: None };
    let Some(View::Statement(view)) = play.state().ask(Question::Statement(ask)) else { panic!("statement") };
    *view
}

fn scheme(play: &Harness<'_, Play>, code: &str) -> SchemeView {
    let ask = AskScheme { scheme: Code::new(code).unwrap(), month: None };
    let Some(View::Scheme(view)) = play.state().ask(Question::Scheme(ask)) else { panic!("scheme {code}") };
    *view
}

#[test]
fn the_worked_month_stands_on_screen_to_the_kopeck() {
    let mut play = pay(&floor(), "director");
    assert!(reads(&play, "декабрь 2026"));
    press(&mut play, Key::PageUp);
    assert!(reads(&play, "предварительно по 30.11.2026"));
    let accounts = expected()["accounts"].clone();
    for (code, account) in accounts.as_object().unwrap() {
        for figure in ["fixed_minor", "kpi_minor", "cover_minor", "total_minor"] {
            assert!(sees(&play, &sum(account[figure].as_i64().unwrap())), "{code} {figure}");
        }
        assert!(sees(&play, &minutes(account["kpi_cmin"].as_i64().unwrap())), "{code} K");
    }
    assert!(reads(&play, &sum(25_951_095)), "the sum of all");
    // Found by typing: the sums are of what is found.
    command(&mut play, Key::F);
    write(&mut play, "старший");
    assert!(reads(&play, "1 сотрудник") && !sees(&play, "Анна"));
    for _ in 0..7 {
        press(&mut play, Key::Backspace);
    }
    play.get_by_label("Ведомость месяца").focus();
    play.run_steps(2);
    // Sorted by the largest total, Vera stands first.
    let sorted = play.state().lang.t("payroll-head-total");
    click(&mut play, &sorted);
    play.get_by_label("Ведомость месяца").focus();
    play.run_steps(2);
    press(&mut play, Key::ArrowDown);
    press(&mut play, Key::Enter);
    let vera = statement(&play, "103", "2026-11");
    assert!(reads(&play, "Вера") && reads(&play, "Итого 69\u{202f}808,19"));
    for line in &vera.account.lines {
        let how = formula::brief(Lang::Ru, &vera.account, line);
        assert!(sees(&play, &formula::exact(Lang::Ru, line)) && sees(&play, &how), "{line:?}");
        assert!(sees(&play, &sum(line.amount_minor.0)), "{line:?}");
    }
    // The second line of cover: Boris by day.
    play.get_by_label("Строки расчётного листа").focus();
    play.run_steps(2);
    for _ in 0..4 {
        press(&mut play, Key::ArrowDown);
    }
    for (day, cmin) in [("16.11.2026", 9_556), ("17.11.2026", 12_092), ("19.11.2026", 10_660)] {
        assert!(sees(&play, day) && sees(&play, &minutes(cmin)), "{day}");
    }
    assert!(reads(&play, "по соглашению"));
    // The part for KPI: the bands that it comes from, over the days with K and T.
    play.get_by_label("Строки расчётного листа").focus();
    play.run_steps(2);
    press(&mut play, Key::Home);
    press(&mut play, Key::ArrowDown);
    assert!(reads(&play, "выше 100 % базы: 948,00 × 1,2; сверх 110 % базы: 343,95 × 0"), "the bands up to the cap");
    assert!(reads(&play, "60\u{a0}% × 10\u{202f}617,60\u{a0}мин × 64\u{202f}000,00\u{a0}₽ / 9\u{202f}540,00\u{a0}мин"));
    assert!(reads(&play, "42\u{202f}737,50943… → 42\u{202f}737,51\u{a0}₽"));
    // A day leads on to its tickets, and a ticket to its history.
    play.get_by_label("Дни расчётного листа").focus();
    play.run_steps(2);
    press(&mut play, Key::ArrowDown);
    press(&mut play, Key::Enter);
    assert!(reads(&play, "Тикеты за 02.11.2026"));
    play.get_by_label_contains("17:00").click();
    play.run_steps(2);
    assert!(play.state().place == Place::Tickets && play.state().ticket.is_some());
}

/// When the late facts come.
const LATE: &str = "2026-12-09T10:00:00+03:00";

/// A forgotten change of tariff of Anna's, and one of Boris's that was none.
fn late_facts(floor: &Floor) {
    let petrov = floor.sign_in("petrov");
    for (person, tariffs, others) in [("101", 4, (43, 55, 5)), ("102", 2, (37, 50, 3))] {
        let day = AskDay { person: Code::new(person).unwrap(), date: "2026-11-24".parse().unwrap() };
        let Some(View::Day(day)) = floor.ask(&petrov, Question::Day(day)) else { panic!("day") };
        let (cons, rout, reac) = others;
        let decisions = [("CONS", cons), ("ROUT", rout), ("TARF", tariffs), ("REAC", reac)];
        let decisions: Vec<Value> =
            decisions.iter().map(|(action, quantity)| json!({"action": action, "quantity": quantity})).collect();
        floor.must(
            &petrov,
            LATE,
            "ticket.correct",
            &json!({"ticket": day.tickets[0].ticket, "version": 1, "reason": "сверка", "decisions": decisions}),
        );
    }
}

#[test]
fn a_month_is_locked_by_the_keyboard_and_late_facts_come_as_lines() {
    let floor = floor();
    let mut play = pay(&floor, "director");
    press(&mut play, Key::Num2);
    assert!(reads(&play, "закройте его раньше"), "months are locked in order, and the way there is named");
    click(&mut play, "ноябрь 2026");
    assert!(reads(&play, "Закрытие: ноябрь 2026") && reads(&play, "259\u{202f}510,95"));
    press(&mut play, Key::L);
    assert!(reads(&play, "Открыть закрытый месяц нельзя"));
    command(&mut play, Key::Enter);
    let said = format!("{:?}", play.state().said);
    assert!(said.contains("5 расчётных листов") && payroll(&play, "2026-11").lock.locked, "{said}");
    press(&mut play, Key::Num1);
    assert!(reads(&play, "закрыт"));

    late_facts(&floor);
    play.state_mut().now = at(LATE);
    play.run_steps(3);
    assert!(reads(&play, "перерасчёт +50,95"), "Anna's row of the locked month says so");
    assert_eq!(payroll(&play, "2026-11").total_minor, Money(25_951_095), "what was locked stays");

    press(&mut play, Key::PageDown);
    play.get_by_label("Ведомость месяца").focus();
    play.run_steps(2);
    press(&mut play, Key::ArrowDown);
    press(&mut play, Key::Enter);
    play.get_by_label("Строки расчётного листа").focus();
    play.run_steps(2);
    press(&mut play, Key::End);
    assert!(sees(&play, "50,95"));
    click(&mut play, "Открыть расчётный лист: ноябрь 2026");
    assert!(reads(&play, "разница +50,95"), "the locked statement stands with what it would be now");
    assert!(sees(&play, "22\u{202f}641,51"));

    // Boris's difference is to his disadvantage: the director deducts it on a ground, or nothing happens.
    press(&mut play, Key::Num2);
    press(&mut play, Key::PageDown);
    assert!(reads(&play, "предложено директору"));
    press(&mut play, Key::D);
    press(&mut play, Key::Enter);
    assert!(reads(&play, "Заполните"), "a deduction without a ground goes nowhere");
    write(&mut play, "счётная ошибка");
    press(&mut play, Key::Enter);
    play.run_steps(3);
    let all = payroll(&play, "2026-12").recalculations;
    let boris = all.iter().find(|one| one.person == "102").unwrap();
    assert_eq!(boris.deduction.as_deref(), Some("deducted"), "{:?}", play.state().said);
    assert!(boris.amount_minor.0 < 0);
}

#[test]
fn an_award_is_granted_by_the_keyboard() {
    let mut play = pay(&floor(), "director");
    press(&mut play, Key::Num2);
    press(&mut play, Key::N);
    write(&mut play, "вер");
    press(&mut play, Key::Enter);
    play.run_steps(2);
    write(&mut play, "1500,50");
    command(&mut play, Key::Enter);
    assert!(reads(&play, "Заполните"), "an award says what it is for");
    fill(&mut play, "За что", "подготовка новичков");
    command(&mut play, Key::Enter);
    let awards = payroll(&play, "2026-12").awards;
    assert_eq!((awards.len(), awards[0].amount_minor, awards[0].person.as_str()), (1, Money(150_050), "103"));
    assert!(sees(&play, "Вера") && reads(&play, "подготовка новичков"));
}

/// Writes a scheme for senior operators; what does not fit is said at its field.
fn draft_senior(keeper: &mut Harness<'_, Play>) {
    press(keeper, Key::N);
    write(keeper, "SENIOR");
    fill(keeper, "Название", "Старшие операторы");
    fill(keeper, "Должность", "Старший оператор");
    fill(keeper, "Постоянная часть, %", "150");
    fill(keeper, "Замещение, %", "50");
    command(keeper, Key::Enter);
    assert!(reads(keeper, "не сходится"), "the floor's refusal stands in the form");
    fill(keeper, "Постоянная часть, %", "50");
    fill(keeper, "Минимум оплаты, ₽", "40000");
    click(keeper, "Добавить ступень");
    fill(keeper, "Ступень 2: от, % базы", "100");
    fill(keeper, "Ступень 2: минута считается ×", "1,25");
    click(keeper, "Добавить доплату");
    fill(keeper, "За что (1)", "Наставничество");
    command(keeper, Key::Enter);
    assert!(reads(keeper, "Проверьте число"), "a supplement without a sum goes nowhere");
    fill(keeper, "Сумма (1), ₽", "3000");
    command(keeper, Key::Enter);
}

#[test]
fn a_scheme_goes_its_whole_way_by_the_keyboard() {
    let floor = floor();
    let mut keeper = pay(&floor, "payroll");
    press(&mut keeper, Key::Num3);
    assert!(reads(&keeper, "Положение об оплате «Операторы техподдержки»") && reads(&keeper, "×1,2"));
    draft_senior(&mut keeper);
    let drafted = scheme(&keeper, "SENIOR");
    let content = serde_json::to_value(&drafted.content).unwrap();
    assert_eq!(drafted.brief.state, "draft");
    assert_eq!(
        (&content["bands"], &content["supplements"][0]["amount_minor"], &content["minimum_wage_minor"]),
        (&json!([[0, 10_000], [10_000, 12_500]]), &json!(300_000), &json!(4_000_000))
    );
    // What it would have paid in November, beside what is paid.
    press(&mut keeper, Key::V);
    press(&mut keeper, Key::PageUp);
    assert!(reads(&keeper, "Сколько бы заплатило за ноябрь 2026") && sees(&keeper, "69\u{202f}808,19"));
    press(&mut keeper, Key::V);
    press(&mut keeper, Key::T);
    command(&mut keeper, Key::Enter);
    assert_eq!(scheme(&keeper, "SENIOR").brief.state, "pilot", "{:?}", keeper.state().said);
    let submit = |keeper: &mut Harness<'_, Play>| {
        command(keeper, Key::Enter);
        write(keeper, "отдельная должность");
        command(keeper, Key::Enter);
        assert_eq!(scheme(keeper, "SENIOR").brief.state, "submitted", "{:?}", keeper.state().said);
    };
    submit(&mut keeper);

    let mut director = pay(&floor, "director");
    press(&mut director, Key::Num3);
    assert!(reads(&director, "Старшие операторы"), "what waits is chosen");
    press(&mut director, Key::R);
    write(&mut director, "минимум ниже");
    press(&mut director, Key::Enter);
    assert_eq!(scheme(&director, "SENIOR").brief.state, "returned", "{:?}", director.state().said);
    keeper.run_steps(2);
    press(&mut keeper, Key::E);
    fill(&mut keeper, "Минимум оплаты, ₽", "35000");
    command(&mut keeper, Key::Enter);
    assert_eq!(scheme(&keeper, "SENIOR").version, 2, "{:?}", keeper.state().said);
    submit(&mut keeper);

    director.run_steps(2);
    command(&mut director, Key::Enter);
    assert!(reads(&director, "ниже установленного минимума 35\u{202f}000,00"), "64 000 × 50 % = 32 000");
    write(&mut director, "13-ОТ");
    fill(&mut director, "Действует с месяца", "01.2027");
    command(&mut director, Key::Enter);
    assert!(reads(&director, "Раньше двух месяцев"), "the notice of two months");
    fill(&mut director, "Причина раннего срока", "согласие работников получено");
    fill(&mut director, "Ваш пароль", "не тот");
    command(&mut director, Key::Enter);
    assert_eq!(scheme(&director, "SENIOR").brief.state, "submitted", "a wrong password approves nothing");
    fill(&mut director, "Ваш пароль", PASSWORD);
    command(&mut director, Key::Enter);
    let approved = scheme(&director, "SENIOR");
    assert_eq!(approved.brief.state, "approved", "{:?}", director.state().said);
    assert_eq!(approved.brief.effective, Some(month("2027-01")));
    director.run_steps(2);
    assert!(reads(&director, "заморожено") && reads(&director, "Утверждено приказом № 13-ОТ"));
    keeper.run_steps(2);
    press(&mut keeper, Key::E);
    assert!(!reads(&keeper, "Постоянная часть, %"), "what is frozen opens in no form");
}

#[test]
fn salaries_change_from_a_day_on_and_cut_the_month() {
    let mut play = pay(&floor(), "payroll");
    press(&mut play, Key::Num4);
    command(&mut play, Key::F);
    write(&mut play, "вера");
    play.get_by_label("Оклады, ставки, сроки").focus();
    play.run_steps(2);
    press(&mut play, Key::ArrowDown);
    press(&mut play, Key::Enter);
    command(&mut play, Key::Enter);
    assert!(reads(&play, "Ничего не изменено"));
    write(&mut play, "7");
    fill(&mut play, "Оклад на ставку 1, ₽", "семьдесят");
    command(&mut play, Key::Enter);
    assert!(reads(&play, "Сумма пишется как"));
    fill(&mut play, "Оклад на ставку 1, ₽", "70000");
    fill(&mut play, "Действует с", "16.12.2026");
    fill(&mut play, "Последний день работы", "20.01.2027");
    command(&mut play, Key::Enter);
    let view = play.state().people().unwrap();
    let vera = view.people.iter().find(|person| person.code == "103").unwrap();
    assert_eq!(vera.to, Some("2027-01-20".parse().unwrap()), "{:?}", play.state().said);
    let terms: Vec<_> = vera.terms.iter().map(|terms| (terms.from.to_string(), terms.salary_minor)).collect();
    assert_eq!(terms.last(), Some(&("2026-12-16".to_owned(), Some(Money(7_000_000)))));
    let december = statement(&play, "103", "2026-12");
    assert_eq!(december.account.parts.len(), 2);
    assert!(reads(&play, "70\u{202f}000,00") && reads(&play, "20.01.2027"));
    // A last day entered by mistake is emptied again.
    play.get_by_label("Оклады, ставки, сроки").focus();
    play.run_steps(2);
    press(&mut play, Key::Enter);
    fill(&mut play, "Последний день работы", "0");
    press(&mut play, Key::Backspace);
    command(&mut play, Key::Enter);
    let view = play.state().people().unwrap();
    let vera = view.people.iter().find(|person| person.code == "103").unwrap();
    assert_eq!(vera.to, None, "{:?}", play.state().said);
}

/// A floor without a scheme, and a year without a calendar: said why, with what to do, and where.
#[test]
fn what_keeps_sums_away_is_said_with_the_way_there() {
    let file = FloorFile::bare();
    let lines = [
        r#"{"scenario":"bare-pay"}"#,
        r#"{"as":"director","at":"2026-11-02T09:00:00+03:00","do":"department.add","with":{"code":"SUP","name":"Поддержка"}}"#,
        r#"{"do":"person.add","with":{"code":"101","name":"Анна","roles":["operator"],"department":"SUP","from":"2026-01-12"}}"#,
    ];
    file.run_lines(&(lines.join("\n") + "\n"), &[]).expect_code(0);
    let floor = Rc::new(Floor::over(file, "2026-11-03T10:00:00+03:00"));
    let at_time = |now: &str| light(Play::new(&floor, "director", Place::Pay, Lang::Ru, now));
    let mut play = at_time("2026-11-03T10:00:00+03:00");
    assert!(reads(&play, "нет действующего положения об оплате. Составьте положение"));
    click(&mut play, "К положениям");
    assert!(reads(&play, "Положений об оплате ещё нет"));
    press(&mut play, Key::N);
    assert!(reads(&play, "Новое положение об оплате"), "the empty page begins the first one");
    press(&mut play, Key::Escape);
    // 2031 has no calendar: no plan, no statement, no lock.
    let mut play = at_time("2031-02-03T10:00:00+03:00");
    assert!(reads(&play, "нет производственного календаря"));
    press(&mut play, Key::ArrowDown);
    press(&mut play, Key::Enter);
    assert!(reads(&play, "а без него нет плана"));
    press(&mut play, Key::Num2);
    assert!(reads(&play, "Сначала добавьте календарь года"));
    press(&mut play, Key::L);
    assert!(!reads(&play, "Открыть закрытый месяц нельзя"), "what is blocked opens no dialog");
}

/// Who leaves is settled alone on the last day (ТК РФ ст. 140).
#[test]
fn a_leaver_s_account_is_settled_from_the_lock() {
    let floor = floor();
    let keeper = floor.sign_in("payroll");
    floor.must(&keeper, NOW, "person.change", &json!({"code": "105", "to": "2026-12-02"}));
    let mut play = pay(&floor, "director");
    press(&mut play, Key::Num2);
    assert!(reads(&play, "Дарья: последний день 02.12.2026"));
    click(&mut play, "Закрыть расчёт: Дарья");
    command(&mut play, Key::Enter);
    assert!(reads(&play, "Сначала закройте их"), "the refusal names the open days");
    let director = floor.sign_in("director");
    floor.must(&director, NOW, "day.close", &json!({"through": "2026-12-02"}));
    command(&mut play, Key::Enter);
    assert!(reads(&play, "Дарья: последний день 02.12.2026 · закрыт"), "{:?}", play.state().said);
    let december = payroll(&play, "2026-12");
    assert!(!december.lock.locked && december.rows.iter().all(|row| row.locked == (row.person == "105")));
}

/// Nobody's money but the own is anywhere on an operator's screen, and a supervisor has none at all.
#[test]
fn nobody_sees_another_s_money() {
    let floor = floor();
    let mut anna = pay(&floor, "anna");
    press(&mut anna, Key::PageUp);
    assert!(reads(&anna, "Итого 56\u{202f}603,77") && sees(&anna, "22\u{202f}641,51"));
    let accounts = expected()["accounts"].clone();
    let others = |play: &Harness<'_, Play>| {
        for (code, account) in accounts.as_object().unwrap().iter().filter(|(code, _)| *code != "101") {
            for figure in ["fixed_minor", "kpi_minor", "total_minor"] {
                assert!(!reads(play, &sum(account[figure].as_i64().unwrap())), "{code} {figure}");
            }
        }
    };
    others(&anna);
    let me = anna.state().me();
    anna.state_mut().pay.open_statement(Code::new("103").unwrap(), month("2026-11"));
    let wanted = anna.state().pay.wanted(&me);
    assert_eq!(
        wanted.statement.map(|ask| ask.person.to_string()).as_deref(),
        Some("101"),
        "another's is not asked for"
    );
    assert!(wanted.payroll.is_none() && wanted.statements.is_none());
    anna.run_steps(2);
    others(&anna);
    // Two doors: the own statement, and the regulation of the department, without what anybody costs.
    press(&mut anna, Key::Num2);
    assert!(reads(&anna, "Положение об оплате «Операторы техподдержки»"));
    assert!(!reads(&anna, "Минута замещения") && !reads(&anna, "Новое положение"));
    press(&mut anna, Key::Num3);
    assert!(!reads(&anna, "Оклад"), "there is no third door");

    let mut petrov = pay(&floor, "petrov");
    press(&mut petrov, Key::PageUp);
    others(&petrov);
    assert!(reads(&petrov, "Расчётного листа"), "a supervisor without an account is told so");
    for question in [
        Question::Payroll(AskMonth { month: month("2026-11"), through: None }),
        Question::Statements(AskMonth { month: month("2026-11"), through: None }),
        Question::Statement(AskStatement { person: Code::new("101").unwrap(), month: month("2026-11"), through: None }),
    ] {
        assert!(petrov.state().ask(question.clone()).is_none(), "{question:?}");
    }
    let Some(View::People(people)) = petrov.state().ask(Question::People(Nothing {})) else { panic!("people") };
    assert!(people.people.iter().all(|person| person.salary_minor.is_none() && person.terms.is_empty()));
    for (login, open) in [("petrov", true), ("anna", true), ("payroll", true)] {
        let may = pay(&floor, login).state().me().may;
        assert_eq!(open_places(may).contains(&Place::Pay), open, "{login}");
    }
}

/// The director gives a supervisor the department's money to see, by the keyboard, and takes it back; what the supervisor then has is
/// to look and to export.
#[test]
fn a_supervisor_sees_the_department_s_money_by_the_director_s_leave() {
    let floor = floor();
    let mut director = pay(&floor, "director");
    press(&mut director, Key::Num5);
    assert!(reads(&director, "видны только директору и бухгалтеру") && reads(&director, "видит ведомость"));
    press(&mut director, Key::N);
    command(&mut director, Key::Enter);
    assert!(reads(&director, "Выберите руководителя"), "nobody is chosen yet");
    write(&mut director, "петр");
    press(&mut director, Key::Enter);
    command(&mut director, Key::Enter);
    let said = format!("{:?}", director.state().said);
    assert!(said.contains("Пётр Петров: доступ к деньгам отдела дан"), "{said}");
    for text in ["Пётр Петров", "Техподдержка", "03.12.2026", "действует"] {
        assert!(sees(&director, text), "{text}");
    }

    let mut petrov = pay(&floor, "petrov");
    let me = petrov.state().me();
    assert!(me.may.payroll && shows_pay(&me, "101") && !me.may.money_grant);
    press(&mut petrov, Key::PageUp);
    assert!(reads(&petrov, &sum(25_951_095)), "the sum of the department");
    press(&mut petrov, Key::P);
    petrov.run_steps(2);
    let document = petrov.state_mut().saved.pop().expect("the month's file");
    assert!((document.make)().unwrap().starts_with(b"%PDF"));
    for key in [Key::X, Key::C] {
        press(&mut petrov, key);
        assert!((petrov.state_mut().saved.pop().expect("a table").make)().is_ok());
    }
    petrov.get_by_label("Ведомость месяца").focus();
    petrov.run_steps(2);
    press(&mut petrov, Key::ArrowDown);
    press(&mut petrov, Key::Enter);
    assert!(
        reads(&petrov, "Итого 56\u{202f}603,77") && !sees(&petrov, "Возразить"),
        "Anna's, and nothing of hers to object to"
    );
    // The month's lock is to be looked at; nothing is there that the floor would refuse.
    press(&mut petrov, Key::Num2);
    assert!(reads(&petrov, "Месяц закрывает директор"));
    for word in ["Закрыть месяц", "Новая премия", "Удержать", "К окладам"] {
        assert!(!sees(&petrov, word), "{word}");
    }
    press(&mut petrov, Key::Num3);
    assert!(reads(&petrov, "Положение об оплате") && !sees(&petrov, "Новое положение"));
    for key in [Key::Num4, Key::Num5] {
        press(&mut petrov, key);
        assert!(reads(&petrov, "Положение об оплате"), "there is no further page");
    }

    // Taken back by the keyboard; given again, the undo that the floor names takes it back too.
    director.get_by_label("Доступ руководителей").focus();
    director.run_steps(2);
    press(&mut director, Key::ArrowDown);
    press(&mut director, Key::Delete);
    assert!(sees(&director, "снят 03.12.2026"), "{:?}", director.state().said);
    let without = |floor: &Rc<Floor>| {
        let petrov = pay(floor, "petrov");
        !petrov.state().me().may.payroll && !reads(&petrov, &sum(25_951_095))
    };
    assert!(without(&floor));
    press(&mut director, Key::N);
    write(&mut director, "петр");
    press(&mut director, Key::Enter);
    command(&mut director, Key::Enter);
    assert!(!without(&floor), "{:?}", director.state().said);
    let undo = director.state_mut().undo.take().expect("an undo");
    director.state_mut().execute("undo", undo, None);
    assert!(without(&floor));
}

/// The worked month by a scheme with bonuses of every outcome.
fn with_bonuses() -> Rc<Floor> {
    let text = std::fs::read_to_string(repository("tests/scenarios/worked-month.jsonl")).unwrap();
    let lock = r#"{"as":"payroll","do":"month.lock""#;
    // What the scenario expects of its own scheme is not asked.
    let unasked = |line: &str| match serde_json::from_str::<Value>(line) {
        Ok(mut asked) if asked.get("ask").is_some() && asked["expect"].is_object() => {
            asked.as_object_mut().unwrap().remove("expect");
            asked.to_string()
        }
        _ => line.to_owned(),
    };
    let lines: Vec<String> = text.lines().take_while(|line| !line.starts_with(lock)).map(unasked).collect();
    let bonuses = json!([
        {"name": "Загрузка", "indicator": "workload", "comparator": ">=", "target_bp": 10_500, "amount_minor": 300_000},
        {"name": "Средний чек", "indicator": "average-check", "comparator": ">=", "target_hundredths": 50_000,
            "least_denominator": 2, "amount_minor": 100_000},
        {"name": "Полная загрузка", "indicator": "workload", "amount_minor": 200_000},
    ]);
    let text = (lines.join("\n") + "\n").replacen(
        r#""floor_bp":8000}}"#,
        &format!(r#""floor_bp":8000,"bonuses":{bonuses}}}}}"#),
        1,
    );
    let floor = FloorFile::bare();
    floor.run_lines(&text, &[]).expect_code(0);
    Rc::new(Floor::over(floor, NOW))
}

/// What was not met is said beside what was, on screen and on paper; the own statement takes an objection to the line that is chosen.
#[test]
fn a_statement_explains_its_bonuses_and_takes_an_objection() {
    let floor = with_bonuses();
    let mut outcomes = Vec::new();
    for (login, code) in [("anna", "101"), ("vera", "103"), ("gleb", "104")] {
        let mut play = pay(&floor, login);
        press(&mut play, Key::PageUp);
        let account = statement(&play, code, "2026-11").account;
        assert_eq!(account.bonuses.len(), 3, "{login}");
        press(&mut play, Key::P);
        let document = play.state_mut().saved.pop().expect("the statement's file");
        let paper = text(&kept(&format!("statement-bonuses-{code}.pdf"), &(document.make)().unwrap()));
        for one in &account.bonuses {
            let said = norma::documents::bonus::sentence(Lang::Ru, &account, one);
            assert!(sees(&play, &said), "{said}");
            says(paper.as_ref(), &said.replace(['\u{a0}', '\u{202f}'], " "));
        }
        outcomes.extend(account.bonuses.iter().map(|one| (one.indicator.clone(), one.met)));
    }
    for expected in [("workload", Some(true)), ("workload", Some(false)), ("workload", None), ("average-check", None)] {
        assert!(
            outcomes.iter().any(|(indicator, met)| (indicator.as_str(), *met) == expected),
            "{expected:?} {outcomes:?}"
        );
    }

    let mut anna = pay(&floor, "anna");
    press(&mut anna, Key::PageUp);
    press(&mut anna, Key::O);
    click(&mut anna, "Возразить");
    anna.get_by_label("Строки расчётного листа").focus();
    anna.run_steps(2);
    press(&mut anna, Key::ArrowDown);
    press(&mut anna, Key::O);
    let november = month("2026-11");
    let about = |line: Option<&str>| About::Statement { month: november, line: line.map(str::to_owned) };
    assert_eq!(anna.state().objected, [about(None), about(None), about(Some("fixed"))]);
    assert_eq!(anna.state().went.last(), Some(&Place::Tasks));
    let keeper = pay(&floor, "payroll");
    assert!(!sees(&keeper, "Возразить"));

    // From the own month the whole statement is one key away.
    let mut kpi = light(Play::new(&floor, "anna", Place::MyKpi, Lang::Ru, NOW));
    press(&mut kpi, Key::PageUp);
    press(&mut kpi, Key::S);
    assert_eq!(kpi.state().place, Place::MyKpi, "only from the page of pay");
    press(&mut kpi, Key::Num3);
    assert!(sees(&kpi, "Открыть расчётный лист"));
    press(&mut kpi, Key::S);
    kpi.run_steps(2);
    assert!(kpi.state().place == Place::Pay && sees(&kpi, "Строки расчётного листа"));
    assert!(reads(&kpi, "ноябрь 2026"));
}

/// What `pdftotext` reads of a file, in the order of its pages; none where there is no such tool.
fn text(path: &Path) -> Option<String> {
    let output = Command::new("pdftotext").arg("-raw").arg(path).arg("-").output().ok()?;
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).unwrap();
    Some(text.split_whitespace().collect::<Vec<_>>().join(""))
}

fn says(text: Option<&String>, words: &str) {
    if let Some(text) = text {
        let words: String = words.split_whitespace().collect();
        assert!(text.contains(&words), "{words:?} is not in\n{text}");
    }
}

fn kept(name: &str, bytes: &[u8]) -> PathBuf {
    assert!(bytes.starts_with(b"%PDF-1.7"), "{name}");
    let folder = repository("target/documents");
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

#[test]
fn statements_are_printed_one_by_one_and_as_a_whole() {
    let file = worked();
    let printed = |arguments: [&str; 6]| file.norma(["export"], arguments);
    let path = file.beside("vera.pdf");
    let target = path.to_str().unwrap();
    file.norma(
        ["export"],
        ["pay", "--month", "2026-11", "--person", "103", "--format", "pdf", "-o", target, "--as", "vera"],
    )
    .expect_code(0);
    let vera = text(&kept("statement-103-ru.pdf", &std::fs::read(&path).unwrap()));
    for words in [
        "Расчётный лист за ноябрь 2026",
        "Вера (103)",
        "25 438,99",
        "42 737,51",
        "Замещение: Борис",
        "1 015,97",
        "69 808,19",
    ] {
        says(vera.as_ref(), words);
    }
    for words in [
        "113,62 %",
        "95,56",
        "по соглашению",
        "УЧЕБНЫЙ УЧАСТОК",
        "3 200/477 = 6,7085… ₽",
        "40 % × 9 480,00 мин × 64 000,00 ₽ / 9 540,00 мин",
        "25 438,99371… → 25 438,99 ₽",
        "сверх 110 % базы: 343,95 × 0",
        "предварительно по 30.11.2026",
    ] {
        says(vera.as_ref(), words);
    }
    // Another's statement and everybody's are nobody's business.
    printed(["pay", "--month", "2026-11", "--format", "pdf", "--as=vera"]).expect_code(1);
    file.norma(["export"], ["pay", "--month", "2026-11", "--person", "101", "--as", "vera"]).expect_code(1);
    let lines = file.norma(["export"], ["pay", "--month", "2026-11", "--person", "103", "--as", "vera"]);
    let out = lines.out.replace(['\u{a0}', '\u{202f}'], " ");
    assert!(out.contains("SUP,fixed,,9480.00,40 % × 9 480.00 min × 64 000.00 ₽ / 9 540.00 min,"), "{out}");
    assert!(lines.out.contains(",25438.99"), "{}", lines.out);
}

/// The window prints the month in one file: the sums, then everybody on pages of their own; one statement has its own files.
#[test]
fn a_month_and_a_statement_are_written_from_the_screen() {
    let file = worked();
    let floor = Rc::new(Floor::over(file, NOW));
    let mut play = pay(&floor, "payroll");
    press(&mut play, Key::PageUp);
    press(&mut play, Key::P);
    play.run_steps(2);
    let document = play.state_mut().saved.pop().expect("the month's file");
    let bytes = (document.make)().unwrap();
    assert_eq!(bytes, (document.make)().unwrap(), "the same month is the same file");
    let all = text(&kept("payroll-ru.pdf", &bytes));
    for (code, account) in expected()["accounts"].as_object().unwrap() {
        says(all.as_ref(), &sum(account["total_minor"].as_i64().unwrap()));
        says(all.as_ref(), &format!("({code})"));
    }
    for words in ["Ведомость за ноябрь 2026", "259 510,95", "Больничный", "Простой по вине работодателя"]
    {
        says(all.as_ref(), words);
    }
    for (key, start) in [(Key::X, b"PK".as_slice()), (Key::C, b"employee,".as_slice())] {
        press(&mut play, key);
        let document = play.state_mut().saved.pop().expect("a table");
        assert!((document.make)().unwrap().starts_with(start), "{}", document.file);
    }
    // One statement on screen: its own files.
    play.get_by_label("Ведомость месяца").focus();
    play.run_steps(2);
    press(&mut play, Key::ArrowDown);
    press(&mut play, Key::Enter);
    play.state_mut().lang = Lang::En;
    play.run_steps(2);
    press(&mut play, Key::P);
    let document = play.state_mut().saved.pop().expect("the statement's file");
    assert_eq!(document.file, "statement-101-2026-11.pdf");
    let anna = text(&kept("statement-101-en.pdf", &(document.make)().unwrap()));
    for words in ["Statement of November 2026", "22 641.51", "33 962.26", "56 603.77", "Not caught up, U"] {
        says(anna.as_ref(), words);
    }
}

/// In the window itself: the place is reached by its digit, every view is asked for and comes, files go where the person says.
#[test]
fn the_window_asks_for_what_pay_needs() {
    let floor = Floor::over(worked(), NOW);
    let (mut window, said) = window::window(&floor, "director", Lang::Ru, false, [1280.0, 720.0]);
    window::go(&mut window, Place::Pay);
    window::press(&mut window, Key::PageUp);
    assert!(window::says(&window, &sum(25_951_095)) && window::says(&window, "предварительно по 30.11.2026"));
    window::command(&mut window, Modifiers::COMMAND, Key::F);
    window::write(&mut window, "101");
    window::press(&mut window, Key::Escape);
    window::press(&mut window, Key::ArrowDown);
    window::press(&mut window, Key::Enter);
    assert!(window::says(&window, "Итого 56\u{202f}603,77"));
    assert!(window::work(&window).views.pay.statement.value().is_some_and(|view| view.person == "101"));
    window::press(&mut window, Key::Escape);
    let folder = tempfile::tempdir().unwrap();
    *said.lock().unwrap() = Some(folder.path().to_owned());
    window::press(&mut window, Key::P);
    window::settle(&mut window);
    let written = std::fs::read(folder.path().join("vedomost-2026-11.pdf")).unwrap();
    assert!(written.starts_with(b"%PDF"));
    window::press(&mut window, Key::Num3);
    assert!(window::says(&window, "Положение об оплате «Операторы техподдержки»"));
    window::press(&mut window, Key::Num4);
    assert!(window::says(&window, "64\u{202f}000,00"));
    window::press(&mut window, Key::F1);
    assert!(window::says(&window, "Закрыть месяц"), "the keys of this screen");
}

fn picture(play: &mut Harness<'_, Play>, name: &str) {
    play.run_steps(3);
    let folder = repository("target/pictures");
    std::fs::create_dir_all(&folder).unwrap();
    play.render().unwrap().save(folder.join(format!("{name}.png"))).unwrap();
}

/// The floor with forty people more, some of them without a salary.
fn crowded() -> Rc<Floor> {
    let file = worked();
    let names = ["Смирнова Ольга", "Кузнецов Дмитрий", "Константинопольская-Преображенская Александра", "Ли Анна"];
    let mut lines = vec![json!({"scenario": "crowd"}).to_string()];
    for number in 0..40_usize {
        let code = (200 + number).to_string();
        let name = format!("{} {}", names[number % names.len()], number + 1);
        let mut add = json!({"do": "person.add", "with": {"code": code, "name": name, "roles": ["operator"],
            "department": "SUP", "position": if number % 5 == 0 { "Старший оператор" } else { "Оператор" },
            "rate_bp": if number % 7 == 3 { 5_000 } else { 10_000 }, "from": "2026-11-02"}});
        if number == 0 {
            add["as"] = json!("director");
            add["at"] = json!(NOW);
        }
        lines.push(add.to_string());
    }
    for number in (0..40_usize).filter(|number| number % 9 != 8) {
        let mut change = json!({"do": "person.change", "with": {"code": (200 + number).to_string(),
            "salary_minor": 5_500_000 + number * 25_000}});
        if number == 0 {
            change["as"] = json!("payroll");
        }
        lines.push(change.to_string());
    }
    for (number, person) in ["203", "214", "103"].iter().enumerate() {
        let mut award = json!({"do": "award.grant", "with": {"award": format!("$a{number}"), "person": person,
            "month": "2026-11", "amount_minor": 500_000, "reason": "план отдела выполнен"}});
        if number == 0 {
            award["as"] = json!("director");
        }
        lines.push(award.to_string());
    }
    file.run_lines(&(lines.join("\n") + "\n"), &[]).expect_code(0);
    Rc::new(Floor::over(file, NOW))
}

#[test]
fn pictures() {
    let plain = floor();
    let crowd = crowded();
    for (dark, lang) in crate::support::looks() {
        let tail = format!("{}-{}", if dark { "dark" } else { "light" }, lang.code());
        let of = |floor: &Rc<Floor>, login: &str| {
            open(Play::new(floor, login, Place::Pay, lang, NOW), dark, [1280.0, 720.0])
        };
        let mut pay = of(&plain, "director");
        press(&mut pay, Key::PageUp);
        picture(&mut pay, &format!("pay-list-{tail}"));
        for _ in 0..4 {
            press(&mut pay, Key::ArrowDown);
        }
        press(&mut pay, Key::Enter);
        press(&mut pay, Key::ArrowDown);
        press(&mut pay, Key::ArrowDown);
        picture(&mut pay, &format!("pay-line-{tail}"));
        press(&mut pay, Key::Num2);
        picture(&mut pay, &format!("pay-lock-{tail}"));
        press(&mut pay, Key::Num3);
        picture(&mut pay, &format!("pay-schemes-{tail}"));
        let mut keeper = of(&plain, "payroll");
        press(&mut keeper, Key::Num3);
        press(&mut keeper, Key::N);
        let words = ["schemes-supplements-add", "schemes-bands-add"].map(|key| lang.t(key));
        for word in &words {
            click(&mut keeper, word);
        }
        picture(&mut keeper, &format!("pay-draft-{tail}"));
        to_the_end(&mut keeper);
        click(&mut keeper, &lang.t("schemes-bonuses-add"));
        to_the_end(&mut keeper);
        picture(&mut keeper, &format!("pay-draft-bonus-{tail}"));
        if dark != (lang == Lang::En) {
            continue;
        }
        // The rest, and forty people, in two looks.
        press(&mut keeper, Key::Escape);
        press(&mut keeper, Key::Num4);
        press(&mut keeper, Key::ArrowDown);
        press(&mut keeper, Key::Enter);
        picture(&mut keeper, &format!("pay-salary-{tail}"));
        press(&mut pay, Key::Num2);
        press(&mut pay, Key::L);
        picture(&mut pay, &format!("pay-lock-dialog-{tail}"));
        press(&mut pay, Key::Escape);
        press(&mut pay, Key::N);
        picture(&mut pay, &format!("pay-award-{tail}"));
        picture(&mut of(&plain, "anna"), &format!("pay-own-{tail}"));
        let mut many = of(&crowd, "payroll");
        press(&mut many, Key::PageUp);
        picture(&mut many, &format!("pay-many-{tail}"));
        press(&mut many, Key::Num2);
        press(&mut many, Key::PageDown);
        picture(&mut many, &format!("pay-blocked-{tail}"));
        press(&mut many, Key::Num4);
        picture(&mut many, &format!("pay-people-{tail}"));
        let empty = Rc::new(Floor::over(FloorFile::bare(), "2026-01-15T10:00:00+03:00"));
        let mut nothing =
            open(Play::new(&empty, "director", Place::Pay, lang, "2026-01-15T10:00:00+03:00"), dark, [1280.0, 720.0]);
        picture(&mut nothing, &format!("pay-empty-{tail}"));
        press(&mut nothing, Key::Num3);
        picture(&mut nothing, &format!("pay-schemes-empty-{tail}"));
    }
    sizes(&plain);
    granted_and_bonuses();
}

/// Turns the wheel down to the end of what is under the pointer.
fn to_the_end(play: &mut Harness<'_, Play>) {
    play.event(egui::Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta: egui::vec2(0.0, -2_000.0),
        phase: egui::TouchPhase::Move,
        source: egui::MouseWheelSource::Unknown,
        modifiers: Modifiers::NONE,
    });
    play.run_steps(30);
}

/// Who sees a department's money, and statements with bonuses.
fn granted_and_bonuses() {
    let floor = with_bonuses();
    for (dark, lang) in [(false, Lang::Ru), (true, Lang::En)] {
        let tail = format!("{}-{}", if dark { "dark" } else { "light" }, lang.code());
        let of = |login: &str, place: Place| open(Play::new(&floor, login, place, lang, NOW), dark, [1280.0, 720.0]);
        let mut director = of("director", Place::Pay);
        press(&mut director, Key::Num5);
        picture(&mut director, &format!("pay-grants-empty-{tail}"));
        press(&mut director, Key::N);
        picture(&mut director, &format!("pay-grants-dialog-{tail}"));
        write(&mut director, "10");
        press(&mut director, Key::Enter);
        command(&mut director, Key::Enter);
        press(&mut director, Key::ArrowDown);
        picture(&mut director, &format!("pay-grants-{tail}"));
        let mut petrov = of("petrov", Place::Pay);
        press(&mut petrov, Key::PageUp);
        picture(&mut petrov, &format!("pay-granted-{tail}"));
        press(&mut petrov, Key::Num2);
        picture(&mut petrov, &format!("pay-granted-lock-{tail}"));
        let undo = director.state_mut().undo.take().expect("an undo");
        director.state_mut().execute("undo", undo, None);
        let mut vera = of("vera", Place::Pay);
        press(&mut vera, Key::PageUp);
        picture(&mut vera, &format!("pay-bonuses-{tail}"));
        let mut kpi = of("vera", Place::MyKpi);
        press(&mut kpi, Key::PageUp);
        press(&mut kpi, Key::Num3);
        picture(&mut kpi, &format!("kpi-pay-{tail}"));
    }
}

/// Large, narrow, and on a screen of two pixels to a point.
fn sizes(plain: &Rc<Floor>) {
    for (name, size, scale) in
        [("large", [1920.0, 1080.0], 1.0), ("narrow", [1000.0, 700.0], 1.0), ("double", [1280.0, 720.0], 2.0)]
    {
        let mut pay = scaled(Play::new(plain, "director", Place::Pay, Lang::Ru, NOW), false, size, scale);
        press(&mut pay, Key::PageUp);
        picture(&mut pay, &format!("pay-list-{name}"));
        press(&mut pay, Key::ArrowDown);
        press(&mut pay, Key::Enter);
        press(&mut pay, Key::ArrowDown);
        picture(&mut pay, &format!("pay-line-{name}"));
    }
}
