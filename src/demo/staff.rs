//! What people live through on the demo floor beside tickets: the pay scheme, absences and who covered, downtime, tasks,
//! notes, objections, ratings, awards, locked months.

use std::collections::BTreeSet;

use chrono::{Datelike, Days, Months, NaiveDate};
use serde_json::{Value, json};

use super::studies::fault;
use super::{Stage, cast, moment};
use crate::domain::month::Month;
use crate::floor::Stop;
use crate::floor::command::Command;
use crate::floor::sign_in::Session;

/// Whole days away: the operator, the place of the first and of the last work day, the kind, why.
const AWAY: [(&str, usize, usize, &str, &str); 6] = [
    ("203", 8, 12, "sick-leave", "больничный лист"),
    ("209", 16, 25, "vacation", "график отпусков"),
    ("206", 20, 20, "unpaid-leave", "заявление"),
    ("211", 33, 35, "sick-leave", "больничный лист"),
    ("202", 44, 48, "vacation", "график отпусков"),
    ("207", 52, 53, "training", "курс по новой биллинговой системе"),
];

/// Agreements: who covers whom, by the places of the first and the last work day.
const COVER: [(&str, &str, usize, usize); 3] = [("210", "203", 8, 12), ("203", "209", 16, 25), ("210", "202", 44, 48)];

fn code_of(player: usize) -> &'static str {
    cast::operators().nth(player).map_or("", |player| player.code)
}

fn login_of(code: &str) -> &'static str {
    cast::players().iter().find(|player| player.code == code).map_or("", |player| player.login)
}

/// The operators away on a work day, by their places among the operators.
pub(super) fn away_on(place: usize) -> BTreeSet<usize> {
    let away = |player: &usize| {
        let code = code_of(*player);
        AWAY.iter().any(|(who, first, last, ..)| *who == code && (*first..=*last).contains(&place))
    };
    (0..cast::operators().count()).filter(away).collect()
}

impl Stage {
    fn say(&mut self, login: &str, name: &str, with: &Value) -> Result<(), Stop> {
        let session = self.sign_in(login)?.0;
        self.said(&session, name, with)
    }

    fn said(&mut self, session: &Session, name: &str, with: &Value) -> Result<(), Stop> {
        let command = Command::from_wire(name, with).map_err(|error| fault(&error.to_string()))?;
        self.run(session, command).map(drop)
    }

    /// The pay scheme, drafted, submitted and approved; it pays from the next month on.
    pub(super) fn pay_scheme(&mut self, day: NaiveDate) -> Result<(), Stop> {
        let payroll = self.sign_in(cast::PAYROLL)?.0;
        let scheme = json!({
            "scheme": "OP", "department": cast::DEPARTMENT, "name": "Операторы контактного центра", "fixed_bp": 4_000,
            "cover_bp": 5_000, "bands": [[0, 10_000], [10_000, 12_000]], "cap_bp": 12_500, "floor_bp": 8_000,
            "minimum_wage_minor": 2_244_000,
            "bonuses": [{"name": "за полноту учёта", "indicator": "adoption", "comparator": ">=", "target_bp": 9_000,
                "least_denominator": 20, "amount_minor": 200_000}],
        });
        self.said(&payroll, "scheme.draft", &scheme)?;
        self.said(&payroll, "scheme.submit", &json!({"scheme": "OP", "grounds": "первое положение об оплате"}))?;
        let next = Month::of(day).next().first();
        let approve = json!({"scheme": "OP", "number": "7-от", "effective": next, "early_reason": "первое положение, оплата не уменьшается"});
        self.sign(Command::from_wire("scheme.approve", &approve).map_err(|error| fault(&error.to_string()))?)?;
        let target = json!({"indicator": "workload", "target": {"comparator": ">=", "value_hundredths": 9_500}});
        self.say(cast::director().login, "indicator.target", &target)
    }

    /// What is written down on the morning of a work day; `days` are all of them.
    pub(super) fn staff_morning(&mut self, supervisor: &Session, days: &[NaiveDate], place: usize) -> Result<(), Stop> {
        let Some(&day) = days.get(place) else { return Ok(()) };
        let last_of = |last: usize| days.get(last).or(days.last()).copied().unwrap_or(day);
        for (who, first, last, kind, why) in AWAY {
            if first == place {
                let absence = json!({"absence": self.id(), "person": who, "from": day, "to": last_of(last), "kind": kind, "reason": why});
                self.said(supervisor, "absence.add", &absence)?;
            }
        }
        for (coverer, absent, first, last) in COVER {
            if first == place {
                let cover = self.id();
                let proposed =
                    json!({"cover": cover, "coverer": coverer, "absent": absent, "from": day, "to": last_of(last)});
                self.said(supervisor, "cover.propose", &proposed)?;
                self.say(login_of(coverer), "cover.accept", &json!({"cover": cover}))?;
            }
        }
        self.tasks(supervisor, day, place, days.len())?;
        self.locks(days, place)
    }

    /// What is written down in the evening of a work day, before it is closed.
    pub(super) fn staff_evening(
        &mut self,
        supervisor: &Session,
        day: NaiveDate,
        place: usize,
        all: usize,
    ) -> Result<(), Stop> {
        self.go_to(moment(day, 18, 30));
        if place == 14 {
            let people: Vec<&str> = cast::operators().map(|player| player.code).collect();
            let idle = json!({"downtime": self.id(), "people": people, "from": format!("{day}T15:00"), "to": format!("{day}T15:40"),
                "cause": "employer", "reason": "авария телефонии"});
            self.said(supervisor, "downtime.add", &idle)?;
        }
        if place % 11 == 5 {
            let late = json!({"absence": self.id(), "person": "212", "from": format!("{day}T09:00"), "to": format!("{day}T09:45"), "kind": "lateness"});
            self.said(supervisor, "absence.add", &late)?;
        }
        if place + 3 == all {
            let note = json!({"note": self.id(), "person": "206", "date": day, "text": "Разобрали три долгих звонка: дольше всего искали договор. Показал поиск по телефону."});
            self.said(supervisor, "note.add", &note)?;
        }
        if place + 6 == all {
            let objection = self.id();
            let raised = json!({"objection": objection, "about": {"day": day}, "text": "Два тикета по аварии сохранены без решения: программа закрылась. Прошу учесть."});
            self.say(login_of("204"), "objection.raise", &raised)?;
            let answer = json!({"objection": objection, "upheld": false, "text": "Оба звонка отклонены как обрыв связи, работы по ним не было. Запись прослушали вместе."});
            self.said(supervisor, "objection.answer", &answer)?;
        }
        if place + 2 == all {
            let raised = json!({"objection": self.id(), "about": {"day": day}, "text": "Смена тарифа заняла 40 минут: абонент переоформлял договор. Это сложный случай."});
            self.say(login_of("208"), "objection.raise", &raised)?;
        }
        Ok(())
    }

    fn tasks(&mut self, supervisor: &Session, day: NaiveDate, place: usize, all: usize) -> Result<(), Stop> {
        let in_days = |days: u64| day + Days::new(days);
        if place == 1 {
            let start = json!({"checklist": self.id(), "from": day});
            self.said(supervisor, "checklist.start", &start)?;
        }
        if place == 10 {
            let task = self.id();
            let given = json!({"task": task, "person": "201", "title": "Обзвонить абонентов после аварии на Садовой", "due": in_days(2),
                "decisions": [{"action": "ADDR", "quantity": 6}]});
            self.said(supervisor, "task.give", &given)?;
            self.say(
                login_of("201"),
                "task.done",
                &json!({"task": task, "comment": "дозвонилась до шести из восьми"}),
            )?;
            self.said(supervisor, "task.accept", &json!({"task": task}))?;
        }
        if place + 7 == all {
            let late = json!({"task": self.id(), "person": "212", "title": "Сдать вопросы по новому тарифу", "due": in_days(2)});
            self.said(supervisor, "task.give", &late)?;
        }
        if place + 1 == all {
            let given = json!({"task": self.id(), "person": "203", "title": "Проверить адреса без подъезда", "due": in_days(1)});
            self.said(supervisor, "task.give", &given)?;
            let own = json!({"task": self.id(), "title": "Дочитать памятку о рассрочке", "due": in_days(1)});
            self.say(login_of("201"), "task.add", &own)?;
        }
        Ok(())
    }

    /// On the second work day of a month all days of the one before are closed: the director locks it and grants an award in
    /// the new one.
    fn locks(&mut self, days: &[NaiveDate], place: usize) -> Result<(), Stop> {
        let day_at = |place: usize| days.get(place).copied();
        let (Some(day), Some(before)) = (day_at(place), place.checked_sub(1).and_then(day_at)) else { return Ok(()) };
        let second = place.checked_sub(2).and_then(day_at).is_some_and(|earlier| earlier.month() != before.month());
        if !second || before.month() != day.month() {
            return Ok(());
        }
        let month = day.checked_sub_months(Months::new(1)).map_or(Month::of(day), Month::of);
        self.say(cast::director().login, "month.lock", &json!({"month": month}))?;
        let award = json!({"award": self.id(), "person": "203", "month": Month::of(day), "amount_minor": 500_000, "reason": "за наставничество"});
        self.say(cast::director().login, "award.grant", &award)
    }
}
