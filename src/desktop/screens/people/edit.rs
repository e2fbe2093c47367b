//! A department being added; a person being added or changed. Only what was changed goes out, and a refusal stands beside the field
//! that it is about.

use chrono::NaiveDate;
use egui::{ComboBox, Ui};

use super::{View, words};
use crate::desktop::screens::norms::layout;
use crate::desktop::screens::norms::words::{date, decimal, typed_date};
use crate::desktop::theme::{Kind, measure, space};
use crate::desktop::widgets::field::{self, Field};
use crate::desktop::widgets::{badge, card};
use crate::domain::code::Code;
use crate::domain::people::Role;
use crate::domain::rejection::{RefusalCode, Rejection};
use crate::domain::units::BasisPoints;
use crate::floor::command::{DepartmentAdd, Given, PeopleCommand, PersonAdd, PersonChange};
use crate::locale::Lang;
use crate::views::people::PersonView;

/// A field of the dialogs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Spot {
    Code,
    Name,
    Login,
    Department,
    Position,
    Rate,
    Effective,
    From,
    To,
}

/// What is wrong, beside its field; without a field it stands under all of them.
#[derive(Debug, Default)]
struct Faults(Vec<(Option<Spot>, String)>);

impl Faults {
    fn at(&self, spot: Spot) -> &str {
        self.0.iter().find(|(at, _)| *at == Some(spot)).map(|(_, text)| text.as_str()).unwrap_or_default()
    }

    fn add(&mut self, spot: Spot, text: String) {
        self.0.push((Some(spot), text));
    }

    /// What the floor refused, beside the field that it is about.
    fn refused(&mut self, text: &str, why: Option<&Rejection>) {
        let spot = why.and_then(|rejection| match (rejection.code, rejection.reason) {
            (RefusalCode::CodeTaken, "login") => Some(Spot::Login),
            (RefusalCode::CodeTaken, _) => Some(Spot::Code),
            (RefusalCode::BadInput, "empty") => Some(Spot::Name),
            (RefusalCode::BadInput, "rate") => Some(Spot::Rate),
            (RefusalCode::BadInput, "dates") => Some(Spot::To),
            (RefusalCode::UnknownCode, "department") => Some(Spot::Department),
            (RefusalCode::InTheFuture, "transfer") => Some(Spot::Effective),
            _ => None,
        });
        self.0 = vec![(spot, text.to_owned())];
    }

    fn below(&self, ui: &mut Ui) {
        for (_, text) in self.0.iter().filter(|(at, _)| at.is_none()) {
            badge::banner(ui, Kind::Bad, text, "");
        }
    }
}

/// A department being added.
#[derive(Debug, Default)]
pub(super) struct Department {
    code: String,
    name: String,
    faults: Faults,
    begun: bool,
}

impl Department {
    pub fn name(&self) -> &str {
        self.name.trim()
    }

    pub fn refused(&mut self, text: &str, why: Option<&Rejection>) {
        self.faults.refused(text, why);
    }

    pub fn body(&mut self, ui: &mut Ui, lang: Lang) {
        layout::quiet(ui, &lang.t("people-department-text"));
        let begun = std::mem::replace(&mut self.begun, true);
        let [name, code, name_hint, hint] = [
            "people-field-department-name",
            "people-field-department-code",
            "people-department-name-hint",
            "people-department-code-hint",
        ]
        .map(|key| lang.t(key));
        let Self { code: typed, name: called, faults, .. } = self;
        card::columns_apart(ui, 2, space::M, |columns| {
            let [first, second] = columns else { return };
            let field = Field { error: faults.at(Spot::Name), placeholder: &name_hint, ..Field::new(&name) };
            let response = field::text(first, &field, called);
            if !begun {
                response.request_focus();
            }
            field::text(second, &Field { error: faults.at(Spot::Code), hint: &hint, ..Field::new(&code) }, typed);
        });
        self.faults.below(ui);
    }

    /// The command, where both fields can be read.
    pub fn command(&mut self, lang: Lang) -> Option<PeopleCommand> {
        self.faults = Faults::default();
        if self.name.trim().is_empty() {
            self.faults.add(Spot::Name, lang.t("people-no-name"));
        }
        let Ok(code) = Code::new(&self.code) else {
            self.faults.add(Spot::Code, lang.t("people-bad-code"));
            return None;
        };
        let add = DepartmentAdd { code, name: self.name.trim().to_owned() };
        self.faults.0.is_empty().then_some(PeopleCommand::DepartmentAdd(add))
    }
}

/// A person being added or changed.
#[derive(Debug)]
pub(super) struct Edit {
    before: Option<PersonView>,
    code: String,
    name: String,
    login: String,
    roles: Vec<Role>,
    department: Option<String>,
    position: String,
    rate: String,
    effective: String,
    from: String,
    to: String,
    /// A one-time password follows as soon as the person is added.
    enters: bool,
    faults: Faults,
    unchanged: bool,
    begun: bool,
}

impl Edit {
    /// Somebody who is not there yet; in the department under the keyboard, else in the only one.
    pub fn fresh(lang: Lang, view: &View<'_>, department: Option<&str>, role: Role) -> Self {
        let only = match view.people.departments.as_slice() {
            [one] => Some(one.code.as_str()),
            _ => None,
        };
        let today = view.me.work_day;
        Self {
            before: None,
            code: String::new(),
            name: String::new(),
            login: String::new(),
            roles: vec![role],
            department: department.or(only).map(str::to_owned),
            position: String::new(),
            rate: lang.factor(BasisPoints::ONE),
            effective: typed_date(lang, today),
            from: typed_date(lang, today),
            to: String::new(),
            enters: true,
            faults: Faults::default(),
            unchanged: false,
            begun: false,
        }
    }

    /// Somebody who is there.
    pub fn of(lang: Lang, view: &View<'_>, person: &PersonView) -> Option<Self> {
        let account = person.account.as_ref()?;
        Some(Self {
            code: person.code.clone(),
            name: person.name.clone(),
            login: person.login.clone().unwrap_or_default(),
            roles: account.held.clone(),
            department: person.department.clone(),
            position: person.position.clone().unwrap_or_default(),
            rate: lang.factor(person.rate_bp),
            effective: typed_date(lang, view.me.work_day.max(person.from)),
            from: typed_date(lang, person.from),
            to: person.to.map(|day| typed_date(lang, day)).unwrap_or_default(),
            enters: false,
            before: Some(person.clone()),
            faults: Faults::default(),
            unchanged: false,
            begun: false,
        })
    }

    pub fn is_new(&self) -> bool {
        self.before.is_none()
    }

    pub fn code(&self) -> &str {
        self.code.trim()
    }

    pub fn name(&self) -> &str {
        self.name.trim()
    }

    /// Whether a one-time password follows.
    pub fn wants_password(&self) -> bool {
        self.enters && !self.login.trim().is_empty()
    }

    pub fn refused(&mut self, text: &str, why: Option<&Rejection>) {
        self.faults.refused(text, why);
    }

    /// Draws the fields.
    pub fn body(&mut self, ui: &mut Ui, lang: Lang, view: &View<'_>) {
        self.who(ui, lang);
        self.roles(ui, lang, view);
        self.place(ui, lang, view);
        if self.is_new() {
            let open = !self.login.trim().is_empty();
            ui.add_enabled_ui(open, |ui| {
                let word = lang.t("people-enters");
                ui.checkbox(&mut self.enters, word).on_disabled_hover_text(lang.t("people-enters-no-login"));
            });
        } else {
            self.dates(ui, lang, view.me.may.salaries_keep);
        }
        if self.unchanged {
            badge::banner(ui, Kind::Neutral, &lang.t("people-unchanged"), "");
        }
        self.faults.below(ui);
    }

    fn who(&mut self, ui: &mut Ui, lang: Lang) {
        let [code, name, login, code_hint, login_hint] =
            ["people-field-code", "people-field-name", "people-field-login", "people-code-hint", "people-login-hint"]
                .map(|key| lang.t(key));
        let (fresh, begun) = (self.is_new(), std::mem::replace(&mut self.begun, true));
        let Self { code: typed, name: called, login: signs, faults, .. } = self;
        card::columns_apart(ui, 3, space::M, |columns| {
            let [first, second, third] = columns else { return };
            let field = Field { error: faults.at(Spot::Name), ..Field::new(&name) };
            let response = field::text(first, &field, called);
            if !begun {
                response.request_focus();
            }
            if fresh {
                let field = Field { error: faults.at(Spot::Code), hint: &code_hint, ..Field::new(&code) };
                field::text(second, &field, typed);
            } else {
                layout::fact(second, &code, typed);
            }
            let field = Field { error: faults.at(Spot::Login), hint: &login_hint, ..Field::new(&login) };
            field::text(third, &field, signs);
        });
    }

    /// Every role with its check mark, and what it means.
    fn roles(&mut self, ui: &mut Ui, lang: Lang, view: &View<'_>) {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = space::XS;
            layout::name(ui, &lang.t("people-field-roles"));
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing.x = space::L;
                for role in Role::ALL {
                    let mut on = self.roles.contains(&role);
                    let (word, tip) =
                        (lang.t(&format!("role-{}", role.as_str())), lang.t(&format!("people-role-{}", role.as_str())));
                    if ui.checkbox(&mut on, word).on_hover_text(tip).changed() {
                        self.roles.retain(|other| *other != role);
                        if on {
                            self.roles.push(role);
                        }
                        self.roles.sort();
                    }
                }
            });
            let said: Vec<String> =
                self.roles.iter().map(|role| lang.t(&format!("people-role-{}", role.as_str()))).collect();
            let hint = if said.is_empty() { lang.t("people-role-none") } else { said.join(" ") };
            layout::caption(ui, &hint);
            for role in self.taken_over(view) {
                badge::banner(ui, Kind::Warn, &lang.t(&format!("people-takes-over-{}", role.as_str())), "");
            }
        });
    }

    /// The roles that who is signed in stands in for, and would hand over to this person.
    fn taken_over(&self, view: &View<'_>) -> Vec<Role> {
        let own = super::person(view, &view.me.code).map(words::stood_in).unwrap_or_default();
        let mine = self.before.as_ref().is_some_and(|person| person.code == view.me.code);
        own.into_iter().filter(|role| !mine && self.roles.contains(role)).collect()
    }

    fn place(&mut self, ui: &mut Ui, lang: Lang, view: &View<'_>) {
        let keys = ["people-field-department", "people-field-position", "people-field-rate", "people-rate-hint"];
        let [department, position, rate, rate_hint] = keys.map(|key| lang.t(key));
        let none = lang.t("people-no-department-yet");
        let may_rate = self.is_new() || view.me.may.salaries_keep;
        let shown = view.people.departments.iter().find(|one| Some(&one.code) == self.department.as_ref());
        let shown = shown.map_or(none.as_str(), |one| one.name.as_str());
        let leaves = self.before.as_ref().is_none_or(|person| person.department.is_none());
        card::columns_apart(ui, 3, space::M, |columns| {
            let [first, second, third] = columns else { return };
            let field = Field { error: self.faults.at(Spot::Department), ..Field::new(&department) };
            field::wrap(first, &field, |ui| {
                ui.spacing_mut().interact_size.y = measure::CONTROL;
                let combo = ComboBox::from_id_salt("people-department").width(ui.available_width()).truncate();
                let combo = combo.selected_text(shown).show_ui(ui, |ui| {
                    if leaves {
                        ui.selectable_value(&mut self.department, None, &none);
                    }
                    for one in &view.people.departments {
                        ui.selectable_value(&mut self.department, Some(one.code.clone()), &one.name);
                    }
                });
                combo.response
            });
            let field = Field { error: self.faults.at(Spot::Position), ..Field::new(&position) };
            field::text(second, &field, &mut self.position);
            if may_rate {
                let field = Field { error: self.faults.at(Spot::Rate), hint: &rate_hint, ..Field::new(&rate) };
                field::text(third, &field, &mut self.rate);
            } else {
                layout::fact(third, &rate, &self.rate);
            }
        });
        self.since(ui, lang);
    }

    /// The first day, or the day from which a change holds.
    fn since(&mut self, ui: &mut Ui, lang: Lang) {
        let (key, hint, spot) = if self.is_new() {
            ("people-field-from", "people-from-hint", Spot::From)
        } else {
            ("people-field-effective", "people-effective-hint", Spot::Effective)
        };
        let (label, hint) = (lang.t(key), lang.t(hint));
        let text = if self.before.is_none() { &mut self.from } else { &mut self.effective };
        layout::pair(ui, 200.0, |ui, first| {
            if first {
                field::text(ui, &Field { error: self.faults.at(spot), ..Field::new(&label) }, text);
            } else {
                ui.add_space(space::XL);
                layout::caption(ui, &hint);
            }
        });
    }

    /// First and last day; who does not keep pay reads them.
    fn dates(&mut self, ui: &mut Ui, lang: Lang, keeps: bool) {
        let [from, to] = ["people-field-from", "people-field-to"].map(|key| lang.t(key));
        let Self { from: first_day, to: last_day, faults, .. } = self;
        card::columns_apart(ui, 3, space::M, |columns| {
            let [first, second, _] = columns else { return };
            if keeps {
                field::text(first, &Field { error: faults.at(Spot::From), ..Field::new(&from) }, first_day);
                field::text(second, &Field { error: faults.at(Spot::To), ..Field::new(&to) }, last_day);
            } else {
                layout::fact(first, &from, first_day);
                layout::fact(second, &to, if last_day.is_empty() { "—" } else { last_day });
            }
        });
        layout::caption(ui, &lang.t(if keeps { "people-to-hint" } else { "people-pay-keeps" }));
    }

    /// The command, where everything typed can be read and something differs; else it says what to mend.
    pub fn command(&mut self, lang: Lang) -> Option<PeopleCommand> {
        self.faults = Faults::default();
        self.unchanged = false;
        let typed = self.typed(lang);
        let (code, rate, effective, from, to) = typed?;
        let Some(before) = &self.before else {
            return Some(PeopleCommand::PersonAdd(PersonAdd {
                code,
                name: self.name.trim().to_owned(),
                login: some(&self.login),
                roles: self.roles.clone(),
                department: self.department.as_deref().and_then(|code| Code::new(code).ok()),
                position: some(&self.position),
                rate_bp: Some(rate),
                salary_minor: None,
                from,
                to: None,
            }));
        };
        let held = words::held(before);
        let mut change = PersonChange {
            code,
            name: some(&self.name).filter(|name| *name != before.name),
            login: some(&self.login).filter(|login| Some(login) != before.login.as_ref()),
            roles: (self.roles != held).then(|| self.roles.clone()),
            department: self
                .department
                .clone()
                .filter(|code| Some(code) != before.department.as_ref())
                .and_then(|code| Code::new(&code).ok()),
            position: some(&self.position).filter(|position| Some(position) != before.position.as_ref()),
            rate_bp: (rate != before.rate_bp).then_some(rate),
            salary_minor: None,
            from: (from != before.from).then_some(from),
            effective: None,
            to: if to == before.to { Given::Stays } else { to.map_or(Given::Nothing, Given::Is) },
        };
        if change == empty_change(change.code.clone()) {
            self.unchanged = true;
            return None;
        }
        let moves = change.department.is_some() || change.position.is_some() || change.rate_bp.is_some();
        change.effective = moves.then_some(effective);
        Some(PeopleCommand::PersonChange(change))
    }

    /// What was typed, read; a field that can't be read says so.
    fn typed(&mut self, lang: Lang) -> Option<(Code, BasisPoints, NaiveDate, NaiveDate, Option<NaiveDate>)> {
        let code = Code::new(&self.code);
        let rate = decimal(&self.rate, 4).map(BasisPoints);
        let [effective, from] = [&self.effective, &self.from].map(|text| date(text));
        let to = some(&self.to).map(|text| date(&text));
        let emptied = |was: Option<&String>, now: &str| was.is_some() && now.trim().is_empty();
        let before = self.before.as_ref();
        let wrong = [
            (Spot::Name, self.name.trim().is_empty(), "people-no-name"),
            (Spot::Code, code.is_err(), "people-bad-code"),
            (Spot::Login, emptied(before.and_then(|person| person.login.as_ref()), &self.login), "people-login-stays"),
            (
                Spot::Position,
                emptied(before.and_then(|person| person.position.as_ref()), &self.position),
                "people-position-stays",
            ),
            (Spot::Rate, rate.is_none(), "salaries-bad-rate"),
            (Spot::Effective, effective.is_none(), "orders-bad-date"),
            (Spot::From, from.is_none(), "orders-bad-date"),
            (Spot::To, to == Some(None), "orders-bad-date"),
        ];
        for (spot, _, key) in wrong.into_iter().filter(|(_, wrong, _)| *wrong) {
            self.faults.add(spot, lang.t(key));
        }
        if !self.faults.0.is_empty() {
            return None;
        }
        Some((code.ok()?, rate?, effective?, from?, to.flatten()))
    }
}

fn some(text: &str) -> Option<String> {
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// A change of nothing.
fn empty_change(code: Code) -> PersonChange {
    PersonChange {
        code,
        name: None,
        login: None,
        roles: None,
        department: None,
        position: None,
        rate_bp: None,
        salary_minor: None,
        from: None,
        effective: None,
        to: Given::Stays,
    }
}
