//! An order of sixty actions with everything that an order may have, and one with nothing that it need not have.

use norma::domain::allowance::Convention;
use norma::domain::norm_set::Basis;
use norma::domain::units::{BasisPoints, CentiMinutes};
use norma::locale::Lang;
use norma::views::Named;
use norma::views::document::{OrderDocument, OrderLine};
use norma::views::pilot::{AcquaintanceView, Acquainted};
use uuid::Uuid;

const GROUPS: [(&str, &[(&str, &str)]); 5] = [
    (
        "Связь с клиентом",
        &[
            ("Приветствие и установление личности", "Greeting and identification"),
            ("Справка о балансе", "Balance enquiry"),
            (
                "Разъяснение начислений за прошлые месяцы с выпиской по лицевому счёту",
                "Explaining charges of past months with a statement of the account",
            ),
            ("Жалоба на качество связи с оформлением обращения", "Complaint about quality, registered as a case"),
            ("Обратный звонок по пропущенному вызову", "Calling back a missed call"),
            ("Прощание и оценка разговора", "Closing and rating of the call"),
        ],
    ),
    (
        "Тарифы и услуги",
        &[
            ("Смена тарифа", "Change of tariff"),
            ("Реактивация", "Reactivation"),
            (
                "Переоформление договора на другого абонента с проверкой паспортных данных обеих сторон",
                "Transfer of a contract to another subscriber with a check of both passports",
            ),
            ("Подключение статического адреса", "Static address"),
            ("Отключение платной подписки по заявлению", "Cancelling a paid subscription on request"),
            ("Перерасчёт за период недоступности услуги", "Refund for a period without service"),
        ],
    ),
    (
        "Техническая поддержка",
        &[
            ("Перезагрузка и настройка роутера", "Router reboot and setup"),
            (
                "Диагностика линии с удалённым доступом к оборудованию абонента",
                "Line diagnosis with remote access to the subscriber's equipment",
            ),
            ("Настройка телевидения на приставке стороннего производителя", "Television on a third-party box"),
            ("Заявка на выезд бригады", "Field visit request"),
            ("Массовая авария: информирование и учёт обращения", "Mass outage: informing and counting the contact"),
            ("Замена оборудования по гарантии", "Warranty replacement"),
        ],
    ),
    (
        "Расчёты",
        &[
            ("Приём платежа по карте", "Card payment"),
            ("Розыск платежа", "Tracing a payment"),
            ("Рассрочка задолженности с подписанием соглашения", "Payment plan with a signed agreement"),
            ("Возврат аванса при расторжении договора", "Return of an advance at the end of a contract"),
        ],
    ),
    (
        "Прочее",
        &[
            ("Заполнение карточки обращения после звонка", "After-call work on the case card"),
            (
                "Передача обращения в смежный отдел с контролем ответа",
                "Handing a case over to another department and following it up",
            ),
        ],
    ),
];

fn uuid(text: &str) -> Uuid {
    text.parse().unwrap()
}

fn named(code: &str, name: &str) -> Named {
    Named { code: code.to_owned(), name: name.to_owned() }
}

fn line(number: i64, group: &str, (ru, en): (&str, &str)) -> OrderLine {
    let norm = 120 + number * 37 % 1_900;
    let hard = number % 3 == 0;
    let boost = if number % 13 == 7 { 15_000 } else { 10_000 };
    let variant = number / 25;
    let (ru, en) = if variant == 0 {
        (ru.to_owned(), en.to_owned())
    } else {
        (format!("{ru}, вариант {}", variant + 1), format!("{en}, variant {}", variant + 1))
    };
    OrderLine {
        action: format!("A{number:02}"),
        name_ru: ru,
        name_en: (number % 17 != 5).then_some(en),
        group: group.to_owned(),
        basis: Basis::Measured,
        observations: 30 + number % 40,
        hard_observations: if hard { 10 + number % 7 } else { 0 },
        measured_ms: Some(norm * 600 * 10 / 11),
        low_cmin: (number % 5 != 0).then_some(CentiMinutes(norm - norm / 12)),
        high_cmin: (number % 5 != 0).then_some(CentiMinutes(norm + norm / 11)),
        hard_share_bp: hard.then_some(BasisPoints(500 + number * 11)),
        allowance_bp: Some(BasisPoints(if number % 11 == 4 { 1_250 } else { 1_000 })),
        norm_cmin: CentiMinutes(norm),
        boost_bp: BasisPoints(boost),
        boost_reason: (boost > 10_000).then(|| format!("возвращает доход, решение коммерческого совета № {number}")),
        weight_cmin: CentiMinutes(norm * boost / 10_000),
        before_cmin: (number % 7 != 2).then_some(CentiMinutes(norm * boost / 10_000 - 40 + number % 60)),
        reason: None,
    }
}

fn lines() -> Vec<OrderLine> {
    let named: Vec<_> =
        GROUPS.iter().flat_map(|(group, names)| names.iter().map(move |name| (*group, *name))).collect();
    let mut lines: Vec<OrderLine> = (1..=60)
        .map(|number| (number, named[number as usize % named.len()]))
        .map(|(number, (group, name))| line(number, group, name))
        .collect();
    for (place, basis, reason) in [
        (17, Basis::Expert, "массовых аварий за время замеров не было; оценка по записям 2025 года."),
        (41, Basis::Imported, "норматив головной организации, письмо от 12.01.2026 № 118-ОТ"),
    ] {
        let line = &mut lines[place];
        line.basis = basis;
        line.observations = 0;
        line.hard_observations = 0;
        line.measured_ms = None;
        line.low_cmin = None;
        line.high_cmin = None;
        line.hard_share_bp = None;
        line.allowance_bp = None;
        line.reason = Some(reason.to_owned());
    }
    lines
}

/// An order with everything.
pub fn order() -> OrderDocument {
    OrderDocument {
        form: 1,
        organisation: "Общество с ограниченной ответственностью «Связь-Сервис»".to_owned(),
        rehearsal: true,
        order: uuid("01926f2e-7c00-7000-8000-000000000012"),
        number: "12-Н".to_owned(),
        date: "2026-04-17".parse().unwrap(),
        effective: "2026-06-01".parse().unwrap(),
        department: named("SUP", "Техническая поддержка"),
        set: uuid("01926f2e-7c00-7000-8000-000000000007"),
        set_name: "Нормы на лето 2026 года".to_owned(),
        supersedes: Some("4-Н".to_owned()),
        grounds: "переход на новую биллинговую систему и удалённую диагностику линии: действия операторов изменились."
            .to_owned(),
        submitted_by: named("101", "Петров Пётр Петрович"),
        approved_by: named("001", "Иванова Анна Игоревна"),
        approver_position: Some("Директор по обслуживанию клиентов".to_owned()),
        approved_at: 1_776_420_300_000,
        approved_local: "2026-04-17 13:05".to_owned(),
        early_reason: Some("новая система вводится 1 июня, прежние действия с этого дня невозможны".to_owned()),
        pilot_reason: Some("до ввода системы осталось семь рабочих дней".to_owned()),
        pilot_from: Some("2026-04-01".parse().unwrap()),
        pilot_to: Some("2026-04-10".parse().unwrap()),
        pilot_days: 7,
        representative: Some("протокол профсоюзного комитета от 15.04.2026 № 3, возражений нет".to_owned()),
        password_reset_by: Some("Сидоров Семён Семёнович".to_owned()),
        allowance_bp: BasisPoints(1_000),
        convention: Convention::Normal,
        lines: lines(),
        fingerprint: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".to_owned(),
        chain_head: "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752".to_owned(),
    }
}

/// An order with nothing that it need not have.
pub fn plain() -> OrderDocument {
    let mut lines = lines();
    lines.truncate(3);
    for line in &mut lines {
        line.before_cmin = None;
        line.boost_bp = BasisPoints::ONE;
        line.boost_reason = None;
        line.allowance_bp = Some(BasisPoints(0));
    }
    OrderDocument {
        rehearsal: false,
        effective: "2026-07-01".parse().unwrap(),
        supersedes: None,
        approver_position: None,
        early_reason: None,
        pilot_reason: None,
        pilot_from: None,
        pilot_to: None,
        pilot_days: 0,
        representative: None,
        password_reset_by: None,
        allowance_bp: BasisPoints(0),
        lines,
        ..order()
    }
}

/// Forty people: most have acknowledged, some late, some not at all.
pub fn sheet() -> AcquaintanceView {
    let names = [
        "Смирнова Ольга Викторовна",
        "Кузнецов Дмитрий Андреевич",
        "Константинопольская-Преображенская Александра Вячеславовна",
        "Ли Анна",
        "Мухаметзянов Ринат Фаритович",
    ];
    let person = |number: i64| Acquainted {
        code: format!("{}", 200 + number),
        name: format!("{} ({})", names[number as usize % names.len()], 200 + number),
        position: (number % 4 != 3).then(|| {
            if number % 5 == 0 { "Старший оператор".to_owned() } else { "Оператор".to_owned() }
        }),
        at: (number % 6 != 5)
            .then(|| format!("2026-0{}-{:02} 09:{:02}", if number % 9 == 4 { 6 } else { 4 }, 18 + number % 10, number)),
        late: number % 6 != 5 && number % 9 == 4,
    };
    let people: Vec<Acquainted> = (0..40).map(person).collect();
    let missing = people.iter().filter(|person| person.at.is_none()).count() as i64;
    AcquaintanceView { number: "12-Н".to_owned(), people, missing }
}

/// A department without operators.
pub fn empty_sheet() -> AcquaintanceView {
    AcquaintanceView { number: "12-Н".to_owned(), people: Vec::new(), missing: 0 }
}

/// Sentences of the order with everything.
pub fn sentences(lang: Lang) -> &'static [&'static str] {
    match lang {
        Lang::Ru => &[
            "ПРИКАЗ",
            "№ 12-Н",
            "17.04.2026",
            "Об утверждении норм времени отдела «Техническая поддержка»",
            "ПРИКАЗЫВАЮ:",
            "ввести их в действие с 01.06.2026",
            "признать утратившим силу приказ № 4-Н",
            "10 % нормального времени: норма равна нормальному времени, умноженному на 1,1; для действия",
            "обкатка норм шла с 01.04.2026 по 10.04.2026, закрытых рабочих дней: 7",
            "не позднее 31.05.2026",
            "Учебный участок: по этому приказу ничего не начисляется",
            "УЧЕБНЫЙ УЧАСТОК",
            "Сбросил: Сидоров Семён Семёнович",
            "Директор по обслуживанию клиентов",
            "norma verify ФАЙЛ --head",
            "Ознакомлены 34 из 40",
            "после введения в действие",
            "×1,5",
            "стр. 2 из",
        ],
        Lang::En => &[
            "ORDER",
            "No. 12-Н",
            "17 Apr 2026",
            "Approving time norms for the department",
            "I ORDER:",
            "take effect on 1 Jun 2026",
            "order No. 4-Н is no longer in force",
            "10 % of normal time: a norm equals normal time multiplied by 1.1; an action",
            "piloted from 1 Apr 2026 to 10 Apr 2026; closed work days: 7",
            "no later than 31 May 2026",
            "Rehearsal floor: nothing is paid by this order",
            "REHEARSAL FLOOR",
            "reset by Сидоров Семён Семёнович",
            "norma verify FILE --head",
            "Acquainted: 34 of 40",
            "after taking effect",
            "×1.5",
            "page 2 of",
        ],
    }
}

/// What the order without anything optional must not speak of.
pub fn absent(lang: Lang) -> &'static [&'static str] {
    match lang {
        Lang::Ru => &["утратившим силу", "обкат", "Причина", "представительного органа", "сброшен", "Учебный", "Было"],
        Lang::En => &["no longer in force", "pilot", "Reason", "representative body", "reset", "Rehearsal", "Before"],
    }
}
