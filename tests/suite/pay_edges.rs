//! What moves around the formulas of a month: people who come, go and change in the middle of it, awards and payments after
//! the last day, roles and catalogue that change later, and a locked month that stays as it was locked. Salaries are
//! 60 000.00, a minute of November 2026 is worth 1000/159 kopecks a hundredth, 40 % fixed.

use crate::support::FloorFile;

/// Two departments in force since the autumn: a TEN weighs 10.00 in S1 and 20.00 in S2.
const STAFF: &str = r#"
{"scenario":"pay-edges"}
{"as":"director","at":"2026-10-20T09:00:00+03:00","do":"department.add","with":{"code":"S1","name":"Первый"}}
{"do":"department.add","with":{"code":"S2","name":"Второй"}}
{"do":"person.add","with":{"code":"10","name":"Пётр","login":"petrov","roles":["supervisor"],"department":"S1","from":"2026-01-12"}}
{"do":"person.add","with":{"code":"11","name":"Семён","login":"sup","roles":["supervisor"],"department":"S2","from":"2026-01-12"}}
{"do":"person.add","with":{"code":"20","name":"Бэлла","login":"payroll","roles":["payroll"],"from":"2026-01-12"}}
{"do":"person.add","with":{"code":"7","name":"Анна","login":"anna","roles":["operator"],"department":"S1","position":"Оператор","salary_minor":6000000,"from":"2026-01-12"}}
{"do":"person.add","with":{"code":"12","name":"Борис","login":"boris","roles":["operator"],"department":"S1","position":"Оператор","salary_minor":6000000,"from":"2026-01-12"}}
{"do":"password.set","with":{"person":"10"}}
{"do":"password.set","with":{"person":"11"}}
{"do":"password.set","with":{"person":"20"}}
{"do":"password.set","with":{"person":"7"}}
{"as":"payroll","do":"scheme.draft","with":{"scheme":"ONE","department":"S1","fixed_bp":4000,"cover_bp":5000,"percentages":[{"name":"подключения","share_bp":1000}]}}
{"do":"scheme.submit","with":{"scheme":"ONE"}}
{"do":"scheme.draft","with":{"scheme":"TWO","department":"S2","fixed_bp":4000,"cover_bp":5000}}
{"do":"scheme.submit","with":{"scheme":"TWO"}}
{"as":"director","do":"scheme.approve","with":{"scheme":"ONE","number":"1-ОТ","effective":"2026-11-01"}}
{"do":"scheme.approve","with":{"scheme":"TWO","number":"2-ОТ","effective":"2026-11-01"}}
{"as":"petrov","do":"action.add","with":{"code":"TEN","name_ru":"Десять","group":"Г","kind":"manual"}}
{"do":"action.add","with":{"code":"MIN","name_ru":"Минута","group":"Г","kind":"manual"}}
{"do":"set.draft","with":{"set":"$one","department":"S1","name":"Первые","from":"empty"}}
{"do":"set.norm","with":{"set":"$one","action":"TEN","expert_cmin":1000,"reason":"по опыту"}}
{"do":"set.norm","with":{"set":"$one","action":"MIN","expert_cmin":100,"reason":"по опыту"}}
{"do":"set.submit","with":{"set":"$one","grounds":"первое введение"}}
{"as":"sup","do":"set.draft","with":{"set":"$two","department":"S2","name":"Вторые","from":"empty"}}
{"do":"set.norm","with":{"set":"$two","action":"TEN","expert_cmin":2000,"reason":"по опыту"}}
{"do":"set.norm","with":{"set":"$two","action":"MIN","expert_cmin":100,"reason":"по опыту"}}
{"do":"set.submit","with":{"set":"$two","grounds":"первое введение"}}
{"as":"director","do":"order.approve","with":{"order":"$o1","set":"$one","number":"1","date":"2026-10-20","effective":"2026-10-21","early_reason":"первые"}}
{"do":"order.approve","with":{"order":"$o2","set":"$two","number":"2","date":"2026-10-20","effective":"2026-10-21","early_reason":"первые"}}
"#;

/// Lives the lines on a floor of this staff; the file is whole afterwards.
fn live(lines: &str) {
    let floor = FloorFile::bare();
    floor.run_lines(&format!("{STAFF}{lines}"), &[]).expect_code(0);
    floor.expect_whole();
}

/// An award stands in the month it is granted for, whoever gets it: a supervisor without a scheme, who has left.
#[test]
fn awards_are_paid_to_who_has_no_account() {
    live(
        r#"
{"as":"payroll","do":"person.change","with":{"code":"7","to":"2026-11-20"}}
{"as":"director","at":"2026-11-05T09:00:00+03:00","do":"award.grant","with":{"award":"$a","person":"10","month":"2026-11","amount_minor":70000,"reason":"за аварию"}}
{"do":"award.grant","with":{"award":"$b","person":"7","month":"2026-12","amount_minor":50000,"reason":"за проект"}}
{"do":"award.grant","with":{"award":"$c","person":"12","month":"2026-11","amount_minor":9900,"reason":"по ошибке"}}
{"do":"award.cancel","with":{"award":"$c","reason":" "},"expect":"needs-reason"}
{"do":"award.cancel","with":{"award":"$none","reason":"нет такой"},"expect":"not-found"}
{"do":"award.cancel","with":{"award":"$c","reason":"не тому"}}
{"do":"award.cancel","with":{"award":"$c","reason":"ещё раз"},"expect":"id-conflict"}
{"as":"petrov","at":"2026-12-01T09:00:00+03:00","do":"day.close","with":{"through":"2026-11-30"}}
{"as":"director","ask":"statement","with":{"month":"2026-11","person":"10"},"expect":{"awards_minor":70000,"total_minor":70000}}
{"ask":"statement","with":{"month":"2026-11","person":"12"},"expect":{"awards_minor":0}}
{"do":"month.lock","with":{"month":"2026-11"},"expect":{"statements":3}}
{"do":"award.cancel","with":{"award":"$a","reason":"поздно"},"expect":"month-locked"}
{"ask":"payroll","with":{"month":"2026-11"},"expect":{"rows":[{"person":"10","awards_minor":70000,"locked":true}]}}
{"ask":"payroll","with":{"month":"2026-12"},"expect":{"rows":[{"person":"7","total_minor":50000}]}}
"#,
    );
}

/// A percentage counts by the day of payment, also after the last day of employment.
#[test]
fn a_leavers_percentage_is_paid_when_the_client_pays() {
    live(
        r#"
{"as":"payroll","do":"person.change","with":{"code":"7","to":"2026-11-20"}}
{"as":"petrov","at":"2026-11-05T18:00:00+03:00","do":"ticket.save","with":{"ticket":"$t1","employee":"7","channel":"chat","finished_at":"2026-11-05T17:00:00+03:00","decisions":[{"action":"TEN","amount_minor":100000,"paid_on":"2026-12-03"}]}}
{"do":"ticket.save","with":{"ticket":"$t2","employee":"12","channel":"chat","finished_at":"2026-11-05T17:00:00+03:00","decisions":[{"action":"TEN","amount_minor":100000,"paid_on":"2026-12-03"}]}}
{"at":"2027-01-01T09:00:00+03:00","do":"day.close","with":{"through":"2026-12-31"}}
{"as":"director","ask":"payroll","with":{"month":"2026-12"},"expect":{"rows":[{"person":"7","percentages_minor":10000,"total_minor":10000},{"person":"12","percentages_minor":10000}]}}
"#,
    );
}

/// A change planned for a later day keeps what it changes, and only that: what is entered for an earlier day afterwards
/// goes on through it.
#[test]
fn a_planned_change_undoes_nothing_that_is_entered_after_it() {
    live(
        r#"
{"as":"payroll","at":"2026-11-02T09:00:00+03:00","do":"person.change","with":{"code":"12","rate_bp":5000,"effective":"2026-11-20"}}
{"do":"person.change","with":{"code":"12","salary_minor":7000000,"effective":"2026-11-10"}}
{"do":"person.change","with":{"code":"7","salary_minor":7000000,"effective":"2026-11-20"}}
{"as":"director","at":"2026-11-10T09:00:00+03:00","do":"person.change","with":{"code":"7","department":"S2","effective":"2026-11-10"}}
{"at":"2026-11-11T09:00:00+03:00","do":"person.change","with":{"code":"7","position":"Старший","effective":"2026-11-11"}}
{"as":"petrov","at":"2026-12-01T09:00:00+03:00","do":"day.close","with":{"through":"2026-11-30"}}
{"as":"director","ask":"statement","with":{"month":"2026-11","person":"12"},"expect":{"parts":[{"from":"2026-11-10","salary_minor":7000000,"rate_bp":10000},{"from":"2026-11-20","salary_minor":7000000,"rate_bp":5000}]}}
{"ask":"statement","with":{"month":"2026-11","person":"7"},"expect":{"department":"S2","position":"Старший","plan_cmin":720000,"parts":[{"from":"2026-11-20","salary_minor":7000000}],"other_accounts":[{"department":"S1","plan_cmin":234000}]}}
"#,
    );
}

/// Roles hold from the day they are given: a promotion takes no finished work away, and pays nothing for the past.
#[test]
fn roles_rewrite_no_month() {
    // Boris is sick on the 6th, and Anna's 120.00 above her plan cover for him: 12 000 × 1000/159 × ½ = 37 735.85.
    live(
        r#"
{"as":"payroll","do":"person.change","with":{"code":"10","salary_minor":9000000}}
{"as":"petrov","at":"2026-11-06T18:00:00+03:00","do":"absence.add","with":{"absence":"$a","person":"12","kind":"sick-leave","from":"2026-11-06","to":"2026-11-06"}}
{"do":"ticket.save","with":{"ticket":"$t1","employee":"7","channel":"chat","finished_at":"2026-11-06T17:00:00+03:00","decisions":[{"action":"TEN","quantity":60}]}}
{"as":"director","at":"2026-11-20T09:00:00+03:00","do":"person.change","with":{"code":"12","roles":["supervisor"]}}
{"as":"petrov","at":"2026-12-01T09:00:00+03:00","do":"day.close","with":{"through":"2026-11-30"}}
{"as":"director","ask":"statement","with":{"month":"2026-11","person":"7"},"expect":{"cover_given_cmin":12000,"cover_minor":37736}}
{"ask":"kpi","with":{"month":"2026-11"},"expect":{"employees":[{"code":"12"}]}}
{"do":"month.lock","with":{"month":"2026-11"},"expect":{"statements":2}}
{"at":"2026-12-02T09:00:00+03:00","do":"person.change","with":{"code":"10","roles":["supervisor","operator"]}}
{"do":"person.change","with":{"code":"7","roles":["supervisor"]}}
{"as":"petrov","do":"ticket.correct","with":{"ticket":"$t1","version":1,"reason":"забыт один","decisions":[{"action":"TEN","quantity":61}]}}
{"as":"director","ask":"payroll","with":{"month":"2026-11"},"expect":{"rows":[{"person":"12","locked":true,"late_minor":null},{"person":"7","late_minor":6919}]}}
{"ask":"payroll","with":{"month":"2026-12"},"expect":{"recalculations":[{"person":"7","difference_minor":6919}]}}
{"ask":"statement","with":{"month":"2026-11","person":"10"},"expect":"not-found"}
"#,
    );
}

/// The payroll of a locked month is what was locked, whoever came, went or moved since.
#[test]
fn the_payroll_of_a_locked_month_stays() {
    // Nobody logged anything: the fixed part of a month each, 0.4 × 60 000.00.
    live(
        r#"
{"as":"petrov","at":"2026-12-01T09:00:00+03:00","do":"day.close","with":{"through":"2026-11-30"}}
{"as":"director","do":"month.lock","with":{"month":"2026-11"},"expect":{"total_minor":4800000}}
{"at":"2026-12-02T09:00:00+03:00","do":"person.change","with":{"code":"7","department":"S2","effective":"2026-11-16"}}
{"do":"person.add","with":{"code":"8","name":"Вера","roles":["operator"],"department":"S1","position":"Оператор","from":"2026-11-20"}}
{"as":"payroll","do":"person.change","with":{"code":"8","salary_minor":6000000}}
{"as":"director","ask":"payroll","with":{"month":"2026-11"},"expect":{"total_minor":4800000,"rows":[{"person":"7","department":"S1","fixed_minor":2400000}]}}
{"ask":"payroll","with":{"month":"2026-12"},"expect":{"recalculations":[{"person":"8","difference_minor":845283}]}}
{"as":"petrov","at":"2027-01-01T09:00:00+03:00","do":"day.close","with":{"through":"2026-12-31"}}
{"as":"payroll","do":"person.change","with":{"code":"8","to":"2026-11-30"}}
{"as":"director","do":"month.lock","with":{"month":"2026-12"}}
{"ask":"payroll","with":{"month":"2026-12"},"expect":{"rows":[{"person":"8","recalculation_minor":845283,"total_minor":845283}]}}
"#,
    );
}

/// What a leaver does on the last day after the account was settled enters the open month.
#[test]
fn work_after_the_settlement_is_a_recalculation() {
    live(
        r#"
{"as":"payroll","do":"person.change","with":{"code":"7","to":"2026-11-17"}}
{"as":"petrov","at":"2026-11-17T09:00:00+03:00","do":"day.close","with":{"through":"2026-11-16"}}
{"at":"2026-11-17T17:00:00+03:00","do":"ticket.save","with":{"ticket":"$t1","employee":"7","channel":"chat","finished_at":"2026-11-17T16:00:00+03:00","decisions":[{"action":"TEN","quantity":40}]}}
{"as":"director","do":"month.lock","with":{"month":"2026-11","person":"7"}}
{"as":"petrov","at":"2026-11-17T18:00:00+03:00","do":"ticket.save","with":{"ticket":"$t2","employee":"7","channel":"chat","finished_at":"2026-11-17T17:30:00+03:00","decisions":[{"action":"TEN","quantity":3}]}}
{"at":"2026-12-01T09:00:00+03:00","do":"day.close","with":{"through":"2026-11-30"}}
{"as":"director","ask":"statement","with":{"month":"2026-11","person":"7"},"expect":{"kpi_cmin":40000,"recalculated":{"kpi_cmin":43000,"difference_minor":11321}}}
{"do":"month.lock","with":{"month":"2026-11"}}
{"ask":"payroll","with":{"month":"2026-12"},"expect":{"recalculations":[{"person":"7","difference_minor":11321}]}}
{"as":"payroll","at":"2026-12-20T09:00:00+03:00","do":"person.change","with":{"code":"7","from":"2026-12-21"},"expect":"bad-input"}
"#,
    );
}

/// A ticket, a claim and a correction are weighed by what stood on their day: department, set, kind and state of the action.
#[test]
fn late_work_is_weighed_by_its_day() {
    live(
        r#"
{"as":"petrov","at":"2026-11-05T18:00:00+03:00","do":"ticket.save","with":{"ticket":"$t1","employee":"7","channel":"chat","finished_at":"2026-11-05T17:00:00+03:00","decisions":[{"action":"TEN","quantity":40},{"action":"MIN","quantity":30}]}}
{"at":"2026-11-16T09:00:00+03:00","do":"day.close","with":{"through":"2026-11-13"}}
{"as":"director","do":"person.change","with":{"code":"7","department":"S2","effective":"2026-11-16"}}
{"as":"petrov","do":"action.change","with":{"code":"TEN","kind":"automatic"}}
{"do":"ticket.correct","with":{"ticket":"$t1","version":1,"reason":"одна забыта","decisions":[{"action":"TEN","quantity":40},{"action":"MIN","quantity":31}]},"expect":{"correction_cmin":100}}
{"do":"action.change","with":{"code":"TEN","kind":"manual","active":false}}
{"do":"ticket.correct","with":{"ticket":"$t1","version":2,"reason":"их было три","decisions":[{"action":"TEN","quantity":40},{"action":"MIN","quantity":3}]},"expect":{"correction_cmin":-2800}}
{"as":"anna","do":"claim.open","with":{"claim":"$c","finished_at":"2026-11-05T15:00:00+03:00","decisions":[{"action":"TEN","quantity":4}],"reason":"забыла"},"expect":{"kpi_cmin":4000}}
{"as":"sup","do":"claim.accept","with":{"claim":"$c","reason":"не мой отдел"},"expect":"not-found"}
{"as":"petrov","do":"claim.accept","with":{"claim":"$c","reason":"запись есть"}}
{"do":"ticket.correct","with":{"ticket":"$t1","version":3,"reason":"за Бориса","on_behalf_of":"12"}}
{"do":"ticket.correct","with":{"ticket":"$t1","version":4,"reason":"не за него","on_behalf_of":null},"expect":{"correction_cmin":0}}
{"ask":"ticket","with":{"ticket":"$t1"},"expect":{"on_behalf_of":null}}
{"as":"sup","do":"ticket.save","with":{"ticket":"$t2","employee":"7","channel":"chat","finished_at":"2026-11-16T09:00:00+03:00","decisions":[{"action":"TEN","quantity":1}]},"expect":"bad-input"}
{"as":"petrov","at":"2026-12-01T09:00:00+03:00","do":"day.close","with":{"through":"2026-11-30"}}
{"as":"director","ask":"statement","with":{"month":"2026-11","person":"7"},"expect":{"department":"S2","kpi_cmin":0,"other_accounts":[{"department":"S1","kpi_cmin":44300}]}}
{"do":"stage.map","with":{"pipeline":"Продажи","stage":"Оплачен","decisions":[{"action":"MIN","amount_minor":50000}]},"expect":"bad-input"}
"#,
    );
}

/// Who is paid by a scheme already is paid by another only from a month that has not begun.
#[test]
fn a_positions_scheme_begins_with_a_month_to_come() {
    live(
        r#"
{"as":"payroll","at":"2026-11-20T09:00:00+03:00","do":"scheme.draft","with":{"scheme":"POS","department":"S1","position":"Оператор","fixed_bp":0,"cover_bp":0}}
{"do":"scheme.submit","with":{"scheme":"POS"}}
{"as":"director","do":"scheme.approve","with":{"scheme":"POS","number":"3-ОТ","effective":"2026-11-01"},"expect":"effective-past"}
{"do":"scheme.approve","with":{"scheme":"POS","number":"3-ОТ","effective":"2026-12-01","early_reason":"по соглашению"}}
{"as":"petrov","at":"2026-12-01T09:00:00+03:00","do":"day.close","with":{"through":"2026-11-30"}}
{"as":"director","ask":"statement","with":{"month":"2026-11","person":"7"},"expect":{"scheme":"ONE","total_minor":2400000}}
"#,
    );
}
