//! Who plays in the demo, and what they do: names, roles, actions.

use chrono::NaiveDate;
use serde_json::json;

use super::Stage;
use crate::domain::action::ActionKind;
use crate::domain::code::Code;
use crate::domain::people::Role;
use crate::domain::units::BasisPoints;
use crate::floor::command::{CatalogueCommand, Command, DepartmentAdd, PasswordSet, PeopleCommand, PersonAdd};
use crate::floor::sign_in::{PasswordVerifier, Session};
use crate::floor::{Envelope, Stop};
use crate::intake::starter;

/// Everybody's password on the demo floor.
pub const PASSWORD: &str = "demo";

/// The department everybody works in.
pub(super) const DEPARTMENT: &str = "KC";

/// Who keeps the pay.
pub(super) const PAYROLL: &str = "zaitseva";

/// An operator's monthly salary, in kopecks.
const SALARY: i64 = 6_000_000;

/// The action that the demo times by elements: one is enough to show how.
const TIMED_BY_ELEMENTS: &str = "GREET";

/// Somebody the demo can be opened as.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Player {
    /// The personnel number.
    pub code: &'static str,
    /// The login.
    pub login: &'static str,
    /// The name.
    pub name: &'static str,
    /// The role.
    pub role: Role,
    /// How much of a day's plan the person does on an ordinary day.
    pub(super) pace: f64,
    /// Rate of employment in basis points.
    pub(super) rate: i64,
}

const fn player(
    code: &'static str,
    login: &'static str,
    name: &'static str,
    role: Role,
    pace: f64,
    rate: i64,
) -> Player {
    Player { code, login, name, role, pace, rate }
}

const CAST: [Player; 16] = [
    player("ivanova", "ivanova", "Иванова Елена Сергеевна", Role::Director, 0.0, 10_000),
    player("101", "petrov", "Петров Андрей Викторович", Role::Supervisor, 0.0, 10_000),
    player("102", "sokolova", "Соколова Марина Юрьевна", Role::Supervisor, 0.0, 10_000),
    player("301", "zaitseva", "Зайцева Ольга Викторовна", Role::Payroll, 0.0, 10_000),
    player("201", "smirnova", "Смирнова Анна Павловна", Role::Operator, 1.02, 10_000),
    player("202", "kuznetsov", "Кузнецов Борис Олегович", Role::Operator, 0.97, 10_000),
    player("203", "popova", "Попова Вера Ильинична", Role::Operator, 1.11, 10_000),
    player("204", "lebedev", "Лебедев Григорий Львович", Role::Operator, 0.99, 10_000),
    player("205", "novikova", "Новикова Дарья Андреевна", Role::Operator, 0.93, 5_000),
    player("206", "morozov", "Морозов Егор Дмитриевич", Role::Operator, 0.88, 10_000),
    player("207", "volkova", "Волкова Жанна Петровна", Role::Operator, 1.04, 10_000),
    player("208", "semyonov", "Семёнов Захар Ильич", Role::Operator, 1.00, 10_000),
    player("209", "egorova", "Егорова Инна Романовна", Role::Operator, 0.95, 10_000),
    player("210", "pavlov", "Павлов Кирилл Андреевич", Role::Operator, 1.07, 10_000),
    player("211", "kozlova", "Козлова Лидия Фёдоровна", Role::Operator, 1.01, 10_000),
    player("212", "stepanov", "Степанов Максим Игоревич", Role::Operator, 0.91, 10_000),
];

fn position(role: Role) -> &'static str {
    match role {
        Role::Operator => "Оператор",
        Role::Payroll => "Бухгалтер",
        _ => "Руководитель группы",
    }
}

/// Everybody the demo can be opened as.
#[must_use]
pub fn players() -> &'static [Player] {
    &CAST
}

pub(super) fn director() -> &'static Player {
    let [director, ..] = &CAST;
    director
}

pub(super) fn supervisor() -> &'static Player {
    let [_, supervisor, ..] = &CAST;
    supervisor
}

pub(super) fn operators() -> impl Iterator<Item = &'static Player> {
    CAST.iter().filter(|player| player.role == Role::Operator)
}

/// An action of the catalogue with its handling times.
pub(super) use crate::intake::starter::StarterAction as Work;

impl Stage {
    /// Hires everybody and gives each the demo's password.
    pub(super) fn hire(
        &mut self,
        director: &Session,
        verifier: &PasswordVerifier,
        first: NaiveDate,
    ) -> Result<(), Stop> {
        let code = |text: &str| Code::new(text).map_err(|error| Stop::Fault(error.to_string()));
        let department = code(DEPARTMENT)?;
        let add = DepartmentAdd { code: department.clone(), name: "Контактный центр".to_owned() };
        self.run(director, Command::People(PeopleCommand::DepartmentAdd(add)))?;
        for player in CAST.iter().filter(|player| player.role != Role::Director) {
            let person = code(player.code)?;
            let add = PersonAdd {
                code: person.clone(),
                name: player.name.to_owned(),
                login: Some(player.login.to_owned()),
                roles: vec![player.role],
                department: Some(department.clone()),
                position: Some(position(player.role).to_owned()),
                rate_bp: Some(BasisPoints(player.rate)),
                salary_minor: None,
                from: first,
                to: None,
            };
            self.run(director, Command::People(PeopleCommand::PersonAdd(add)))?;
            self.set_password(director, &person, verifier)?;
            // A password set by another is one-time: everybody then sets it for themselves.
            let own = self.sign_in(player.login)?.0;
            self.set_password(&own, &person, verifier)?;
        }
        self.salaries()
    }

    /// Whoever keeps the pay says what the operators are paid: whoever hires them may not.
    fn salaries(&mut self) -> Result<(), Stop> {
        let payroll = self.sign_in(PAYROLL)?.0;
        for player in operators() {
            let change = json!({"code": player.code, "salary_minor": SALARY});
            let change =
                Command::from_wire("person.change", &change).map_err(|error| Stop::Fault(error.to_string()))?;
            self.run(&payroll, change)?;
        }
        Ok(())
    }

    fn set_password(&mut self, session: &Session, person: &Code, verifier: &PasswordVerifier) -> Result<(), Stop> {
        let set = Command::People(PeopleCommand::PasswordSet(PasswordSet { person: person.clone() }));
        let envelope = Envelope { secret: Some(verifier.clone()), ..self.envelope(session, set) };
        super::accepted(self.handle.execute(envelope)).map(drop)
    }

    /// Puts the catalogue in.
    pub(super) fn catalogue(&mut self, supervisor: &Session) -> Result<Vec<Work>, Stop> {
        let catalogue = starter::catalogue().map_err(|error| Stop::Fault(error.to_string()))?;
        let mut works: Vec<Work> = catalogue.action.into_iter().filter(Work::is_in_demo).collect();
        for work in works.iter_mut().filter(|work| work.code.as_str() != TIMED_BY_ELEMENTS) {
            work.elements.clear();
        }
        for work in &works {
            let add = work.row(&catalogue.groups, false).as_add();
            self.send(supervisor, Command::Catalogue(CatalogueCommand::ActionAdd(add)))?;
        }
        self.settle()?;
        Ok(works.into_iter().filter(|work| work.kind == ActionKind::Manual).collect())
    }
}
