//! What people are paid by: salaries of positions, rates, dates of employment; changes hold from a work day on and are kept with what
//! was before.

use chrono::NaiveDate;
use egui::{Key, Ui};

use super::dialogs::Dialog;
use super::words::{MISSING, read_sum, sum_or_missing, typed_sum};
use super::{Form as Screen, View, list, wait};
use crate::desktop::icons;
use crate::desktop::keys::{self, ActionInfo};
use crate::desktop::screens::norms::layout;
use crate::desktop::screens::norms::words::{date, decimal, typed_date};
use crate::desktop::screens::study::pieces::find_field;
use crate::desktop::theme::{Kind, measure, space};
use crate::desktop::widgets::field::{self, Field};
use crate::desktop::widgets::find::Query;
use crate::desktop::widgets::table::{self, Head, Table, Width};
use crate::desktop::widgets::{card, state};
use crate::domain::code::Code;
use crate::domain::people::Role;
use crate::domain::units::{BasisPoints, Money};
use crate::floor::command::{Command, Given, PeopleCommand, PersonChange};
use crate::locale::{Arg, Lang};
use crate::views::people::{PersonView, TermsView};

const EDIT: ActionInfo<()> = ActionInfo::new((), "payroll-key-edit", icons::PENCIL_SIMPLE).plain(Key::E);

/// What the page remembers.
#[derive(Debug, Default)]
pub(super) struct Form {
    find: String,
    pub find_wanted: bool,
    row: Option<usize>,
}

/// A person's pay being changed.
#[derive(Debug)]
pub(super) struct Salary {
    code: Code,
    name: String,
    before: (Option<Money>, BasisPoints, NaiveDate, Option<NaiveDate>),
    terms: Vec<TermsView>,
    amount: String,
    rate: String,
    effective: String,
    from: String,
    to: String,
    pub error: String,
    begun: bool,
    tried: bool,
    unchanged: bool,
}

pub(super) fn show(ui: &mut Ui, lang: Lang, view: &View<'_>, screen: &mut Screen) -> bool {
    let Some(people) = view.people else { return wait(ui, lang, view.trouble) };
    let query = Query::new(&screen.people.find);
    let fits = |person: &&PersonView| {
        let words = [Some(person.name.as_str()), person.position.as_deref(), person.department.as_deref()];
        let words: Vec<&str> = words.into_iter().flatten().collect();
        query.is_empty() || query.rank(&words.join(" "), &person.code).is_some()
    };
    let mut rows: Vec<&PersonView> = people.people.iter().filter(fits).collect();
    rows.sort_by(|one, other| one.name.cmp(&other.name));
    let room = layout::card_room(ui);
    let mut opened = None;
    card::card(ui, "", |ui| {
        ui.set_min_height(room);
        let (name, hint) = (lang.t("payroll-find"), lang.t("payroll-find-hint"));
        find_field(ui, &name, &hint, &mut screen.people.find, &mut screen.people.find_wanted, measure::TEXT);
        if rows.is_empty() {
            state::line(ui, Kind::Neutral, icons::MAGNIFYING_GLASS, &lang.t("payroll-nothing-found"));
        }
        opened = rows_table(ui, lang, &rows, &mut screen.people, room - measure::CONTROL - space::S);
    });
    if screen.dialog.is_none() && keys::is_pressed(ui.ctx(), &EDIT) {
        opened = opened.or(screen.people.row);
    }
    let person = opened.and_then(|row| rows.get(row)).filter(|_| view.me.may.salaries_keep);
    if let Some(salary) = person.and_then(|person| Salary::new(lang, person, view.me.work_day)) {
        screen.dialog = Some(Dialog::Salary(Box::new(salary)));
    }
    false
}

fn rows_table(ui: &mut Ui, lang: Lang, rows: &[&PersonView], form: &mut Form, height: f32) -> Option<usize> {
    let titles = [
        "pay-head-name",
        "pay-head-employee",
        "pay-head-department",
        "pay-head-position",
        "salaries-col-salary",
        "pay-head-rate",
        "salaries-col-from",
        "salaries-col-to",
    ];
    let [name, code, department, position, salary, rate, from, to] = titles.map(|key| lang.t(key));
    let heads = [
        Head { width: Width::Fill(160.0), ..Head::text(&name) },
        Head::text(&code).exact(88.0),
        Head::text(&department).exact(72.0),
        Head { width: Width::Fill(130.0), ..Head::text(&position) },
        Head::number(&salary, 108.0),
        Head::number(&rate, 56.0),
        Head::text(&from).exact(96.0),
        Head::text(&to).exact(96.0),
    ];
    let table_name = lang.t("salaries-table");
    let table = Table::new(&table_name, &heads).height(height).takes_arrows();
    let outcome = table.show(ui, rows.len(), &mut form.row, |ui, row, column| {
        let Some(person) = rows.get(row) else { return };
        let or_missing = |text: Option<&str>| text.unwrap_or(MISSING).to_owned();
        drop(match column {
            0 => table::text(ui, &person.name),
            1 => table::quiet(ui, &person.code),
            2 => table::quiet(ui, &or_missing(person.department.as_deref())),
            3 => table::quiet(ui, &or_missing(person.position.as_deref())),
            4 if person.salary_minor.is_none() && person.roles.contains(&Role::Operator) => {
                table::number(ui, &lang.t("salaries-none"))
            }
            4 => table::number(ui, &sum_or_missing(lang, person.salary_minor)),
            5 => table::number(ui, &list::rate_words(lang, person.rate_bp)),
            6 => table::text(ui, &lang.date(person.from)),
            _ => table::text(ui, &person.to.map(|day| lang.date(day)).unwrap_or_default()),
        });
    });
    outcome.opened
}

impl Salary {
    /// As it stands; a first salary holds from the first day of employment, a further one from today.
    fn new(lang: Lang, person: &PersonView, today: NaiveDate) -> Option<Self> {
        let effective = if person.salary_minor.is_none() { person.from } else { today.max(person.from) };
        Some(Self {
            code: Code::new(&person.code).ok()?,
            name: person.name.clone(),
            before: (person.salary_minor, person.rate_bp, person.from, person.to),
            terms: person.terms.clone(),
            amount: person.salary_minor.map(|salary| typed_sum(lang, salary)).unwrap_or_default(),
            rate: lang.factor(person.rate_bp),
            effective: typed_date(lang, effective),
            from: typed_date(lang, person.from),
            to: person.to.map(|day| typed_date(lang, day)).unwrap_or_default(),
            error: String::new(),
            begun: false,
            tried: false,
            unchanged: false,
        })
    }

    pub fn body(&mut self, ui: &mut Ui, lang: Lang) {
        layout::quiet(ui, &self.name);
        let keys = [
            "salaries-field-salary",
            "salaries-field-rate",
            "salaries-field-effective",
            "salaries-field-from",
            "salaries-field-to",
        ];
        let [salary, rate, effective, from, to] = keys.map(|key| lang.t(key));
        let keys = ["salaries-bad-sum", "salaries-bad-rate", "orders-bad-date", "salaries-effective-hint"];
        let [bad_sum, bad_rate, bad_date, hint] = keys.map(|key| lang.t(key));
        let (tried, begun) = (self.tried, std::mem::replace(&mut self.begun, true));
        let error = |wrong: bool, text: &str| if tried && wrong { text.to_owned() } else { String::new() };
        let salary_error = error(!self.amount.trim().is_empty() && read_sum(&self.amount).is_none(), &bad_sum);
        let rate_error = error(decimal(&self.rate, 4).is_none(), &bad_rate);
        let effective_error = error(date(&self.effective).is_none(), &bad_date);
        card::columns(ui, 3, |columns| {
            let [first, second, third] = columns else { return };
            let field = Field { error: &salary_error, ..Field::new(&salary) };
            let response = field::text(first, &field, &mut self.amount);
            if !begun {
                response.request_focus();
            }
            field::text(second, &Field { error: &rate_error, ..Field::new(&rate) }, &mut self.rate);
            let field = Field { error: &effective_error, ..Field::new(&effective) };
            field::text(third, &field, &mut self.effective);
        });
        layout::caption(ui, &hint);
        let to_error = error(!self.to.trim().is_empty() && date(&self.to).is_none(), &bad_date);
        let from_error = error(date(&self.from).is_none(), &bad_date);
        card::columns(ui, 2, |columns| {
            let [first, second] = columns else { return };
            field::text(first, &Field { error: &from_error, ..Field::new(&from) }, &mut self.from);
            field::text(second, &Field { error: &to_error, ..Field::new(&to) }, &mut self.to);
        });
        self.history(ui, lang);
        if self.unchanged {
            state::line(ui, Kind::Neutral, icons::INFO, &lang.t("salaries-unchanged"));
        }
    }

    /// What was paid by, and from when; what is planned stands there too.
    fn history(&self, ui: &mut Ui, lang: Lang) {
        if self.terms.is_empty() {
            return;
        }
        layout::name(ui, &lang.t("salaries-terms"));
        for terms in self.terms.iter().rev().take(5) {
            let (day, rate) = (lang.date(terms.from), list::rate_words(lang, terms.rate_bp));
            let salary = terms.salary_minor.map_or_else(|| lang.t("salaries-none"), |salary| lang.money(salary));
            let position = terms.position.clone().unwrap_or_else(|| MISSING.to_owned());
            let named = [
                ("day", Arg::Text(day.as_str())),
                ("salary", Arg::Text(&salary)),
                ("rate", Arg::Text(&rate)),
                ("position", Arg::Text(&position)),
            ];
            layout::caption(ui, &lang.with("salaries-terms-row", &named));
        }
    }

    /// Only what differs goes out.
    pub fn command(&mut self) -> Option<Command> {
        self.tried = true;
        self.unchanged = false;
        let (was_salary, was_rate, was_from, was_to) = self.before;
        let salary = match self.amount.trim() {
            "" => was_salary,
            text => Some(read_sum(text)?),
        };
        let rate = BasisPoints(decimal(&self.rate, 4)?);
        let (effective, from) = (date(&self.effective)?, date(&self.from)?);
        let to = match self.to.trim() {
            "" => None,
            text => Some(date(text)?),
        };
        let ends = match to {
            to if to == was_to => Given::Stays,
            to => to.map_or(Given::Nothing, Given::Is),
        };
        let pays = salary != was_salary || rate != was_rate;
        if !pays && from == was_from && to == was_to {
            self.unchanged = true;
            return None;
        }
        Some(Command::People(PeopleCommand::PersonChange(PersonChange {
            code: self.code.clone(),
            name: None,
            login: None,
            roles: None,
            department: None,
            position: None,
            rate_bp: (rate != was_rate).then_some(rate),
            salary_minor: salary.filter(|salary| Some(*salary) != was_salary),
            from: (from != was_from).then_some(from),
            effective: pays.then_some(effective),
            to: ends,
        })))
    }
}
