//! What an order says, read off its laid lines.

use super::*;
use crate::documents::page::tests::read;
use crate::domain::allowance::Convention;
use crate::domain::norm_set::Basis;
use crate::domain::units::{BasisPoints, CentiMinutes};
use crate::views::Named;
use crate::views::document::OrderLine;
use crate::views::pilot::Acquainted;

fn named(name: &str) -> Named {
    Named { code: "101".to_owned(), name: name.to_owned() }
}

fn line(action: &str, basis: Basis) -> OrderLine {
    let measured = basis == Basis::Measured;
    OrderLine {
        action: action.to_owned(),
        name_ru: "Смена тарифа".to_owned(),
        name_en: Some("Change of tariff".to_owned()),
        group: "Тарифы".to_owned(),
        basis,
        observations: if measured { 40 } else { 0 },
        hard_observations: if measured { 10 } else { 0 },
        measured_ms: measured.then_some(229_800),
        low_cmin: measured.then_some(CentiMinutes(398)),
        high_cmin: measured.then_some(CentiMinutes(441)),
        hard_share_bp: measured.then_some(BasisPoints(725)),
        allowance_bp: measured.then_some(BasisPoints(800)),
        norm_cmin: CentiMinutes(416),
        boost_bp: BasisPoints(12_500),
        boost_reason: Some("дороже прежнего.".to_owned()),
        weight_cmin: CentiMinutes(520),
        before_cmin: Some(CentiMinutes(500)),
        reason: (!measured).then(|| "замеров ещё нет".to_owned()),
    }
}

fn order() -> OrderDocument {
    OrderDocument {
        form: 1,
        organisation: "ООО «Связь»".to_owned(),
        rehearsal: false,
        order: uuid::Uuid::from_u128(1),
        number: "5".to_owned(),
        date: "2026-04-17".parse().unwrap(),
        effective: "2026-07-01".parse().unwrap(),
        department: named("Поддержка"),
        set: uuid::Uuid::from_u128(2),
        set_name: "Лето".to_owned(),
        supersedes: Some("4".to_owned()),
        grounds: "новая техника.".to_owned(),
        submitted_by: named("Петров Пётр"),
        approved_by: named("Иванова Анна"),
        approver_position: None,
        approved_at: 0,
        approved_local: "2026-04-17 13:05".to_owned(),
        early_reason: None,
        pilot_reason: None,
        pilot_from: None,
        pilot_to: None,
        pilot_days: 0,
        representative: None,
        password_reset_by: None,
        allowance_bp: BasisPoints(800),
        convention: Convention::Shift,
        lines: vec![line("T1", Basis::Measured), line("T2", Basis::Expert)],
        fingerprint: "ab".repeat(32),
        chain_head: "cd".repeat(32),
    }
}

fn sheet() -> AcquaintanceView {
    let person = |code: &str, at: Option<&str>, late| Acquainted {
        code: code.to_owned(),
        name: format!("Работник {code}"),
        position: None,
        at: at.map(str::to_owned),
        late,
    };
    let people = vec![
        person("201", Some("2026-04-20T09:15:00+03:00"), false),
        person("202", Some("2026-07-02 10:00"), true),
        person("203", None, false),
    ];
    AcquaintanceView { number: "5".to_owned(), people, missing: 1 }
}

fn says(order: &OrderDocument, lang: Lang, expected: &[&str]) {
    let text = read(&document(order, Some(&sheet()), &OrderWording::default(), lang));
    for words in expected {
        assert!(text.contains(words), "{words:?} is not in\n{text}");
    }
}

#[test]
fn an_order_says_what_it_knows_in_both_languages() {
    let russian = [
        "ООО «Связь» ПРИКАЗ 17.04.2026 № 5",
        "ввести их в действие с 01.07.2026",
        "признать утратившим силу приказ № 4.",
        "составляет 8 % времени смены: норма равна нормальному времени, делённому на 0,92.",
        "не позднее 01.05.2026. Ответственный: Петров Пётр.",
        "Основание: новая техника. Директор",
        "Смена тарифа (T1) 40 (10) 3,83 7,25 % 8 % 3,98 – 4,41 4,16 ×1,25 5,20 5,00 +4 % 1",
        "Смена тарифа (T2) эксперт. — — — — 4,16 ×1,25 5,20 5,00 +4 % 2",
        "Смена тарифа (T2): норма установлена экспертно, без хронометража; причина: замеров ещё нет; повышение ×1,25; причина: дороже прежнего.",
        "1 201 Работник 201 20.04.2026 09:15 в программе",
        "2 202 Работник 202 02.07.2026 10:00 после введения в действие в программе",
        "Ознакомлены 2 из 3.",
    ];
    says(&order(), Lang::Ru, &russian);
    let english = [
        "ORDER 17 Apr 2026 No. 5",
        "take effect on 1 Jul 2026.",
        "is 8 % of shift time: a norm equals normal time divided by 0.92.",
        "no later than 1 May 2026. Responsible: Петров Пётр.",
        "Change of tariff (T1) 40 (10) 3.83 7.25 % 8 % 3.98 – 4.41 4.16 ×1.25 5.20 5.00 +4 % 1",
        "Acquainted: 2 of 3.",
    ];
    says(&order(), Lang::En, &english);
}

/// Two months' notice, less than that with a reason, and a first set that takes effect in the past.
#[test]
fn the_day_decides_which_reason_is_given_and_by_when_people_are_told() {
    let check = |effective: &str, expected: &[&str], silent: &str| {
        let order = OrderDocument {
            effective: effective.parse().unwrap(),
            early_reason: Some("так надо".to_owned()),
            ..order()
        };
        says(&order, Lang::Ru, expected);
        let text = read(&document(&order, None, &OrderWording::default(), Lang::Ru));
        assert!(!text.contains(silent), "{text}");
    };
    let past = "с даты, предшествующей приказу";
    let early = "раньше чем через два месяца";
    check("2026-06-17", &["не позднее 17.04.2026"], past);
    check("2026-06-16", &["не позднее 15.06.2026", early, "Причина: так надо."], past);
    check("2026-03-01", &["не позднее 17.04.2026", past, "Причина: так надо."], early);
}
