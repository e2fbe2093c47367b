//! A file of people coming in: its difference to the floor as a table, and the commands that take it in, one in flight. Departments
//! that the file names and the floor lacks can be added first.

use std::collections::VecDeque;

use egui::Ui;

use super::dialogs::primary;
use super::{View, words};
use crate::desktop::icons;
use crate::desktop::screens::norms::layout;
use crate::desktop::theme::{Kind, measure};
use crate::desktop::widgets::button::choices;
use crate::desktop::widgets::table::{self, Head, Table, Width};
use crate::desktop::widgets::{badge, ink, state};
use crate::domain::code::Code;
use crate::domain::rejection::{RefusalCode, Rejection};
use crate::domain::units::BasisPoints;
use crate::floor::Accepted;
use crate::floor::command::{Command, DepartmentAdd, PeopleCommand, PersonAdd};
use crate::floor::import::{ChunkReport, RefusedRow};
use crate::intake::{Differing, PeopleDifference, PersonField, Plan};
use crate::locale::{Arg, Lang};

/// A file coming in.
#[derive(Debug)]
pub(super) struct Take {
    name: String,
    plan: Plan,
    shown: usize,
    row: Option<usize>,
    /// Departments that the floor lacks are added first.
    adds_departments: bool,
    /// What was asked for, while it is being taken in.
    taken: Option<PeopleDifference>,
    queue: Option<VecDeque<Command>>,
    came: ChunkReport,
    departments: usize,
    /// Why the last command came to nothing.
    pub error: String,
}

/// A row of the difference.
struct Row {
    kind: Kind,
    what: &'static str,
    code: String,
    person: String,
    says: String,
}

impl Take {
    pub fn new(name: String, plan: Plan) -> Self {
        Self {
            name,
            plan,
            shown: 0,
            row: None,
            adds_departments: true,
            taken: None,
            queue: None,
            came: ChunkReport::default(),
            departments: 0,
            error: String::new(),
        }
    }

    /// The file's name.
    pub fn name(&self) -> &str {
        &self.name
    }

    fn difference(&self, view: &View<'_>) -> PeopleDifference {
        self.taken.clone().unwrap_or_else(|| {
            let people: Vec<PersonAdd> = view.people.people.iter().filter_map(words::as_row).collect();
            let departments: Vec<Code> =
                view.people.departments.iter().filter_map(|one| Code::new(&one.code).ok()).collect();
            PeopleDifference::of(&self.plan, &people, &departments)
        })
    }

    /// How many people would be added as the dialog stands.
    fn count(&self, difference: &PeopleDifference) -> usize {
        let homeless = if self.adds_departments { 0 } else { difference.homeless.len() };
        difference.added.len().saturating_sub(homeless)
    }

    /// The first command that is to go out, where there is anything to take.
    pub fn command(&mut self, view: &View<'_>) -> Option<Command> {
        let difference = self.difference(view);
        if self.queue.is_none() {
            if self.count(&difference) == 0 {
                return None;
            }
            // A department of a file is called by its code until somebody says better.
            let add = |code: &Code| {
                let add = DepartmentAdd { code: code.clone(), name: code.to_string() };
                Command::People(PeopleCommand::DepartmentAdd(add))
            };
            let departments = if self.adds_departments { difference.departments.as_slice() } else { &[] };
            self.queue = Some(departments.iter().map(add).chain(self.plan.chunks.clone()).collect());
            self.taken = Some(difference);
        }
        self.error.clear();
        self.queue.as_ref()?.front().cloned()
    }

    /// Counts what a command did; gives the one that follows.
    pub fn answered(&mut self, accepted: &Accepted) -> Option<Command> {
        let queue = self.queue.as_mut()?;
        match queue.pop_front() {
            Some(Command::Import(_)) => {
                if let Ok(report) = serde_json::from_value::<ChunkReport>(accepted.result.clone()) {
                    self.came.made += report.made;
                    self.came.repeated += report.repeated;
                    self.came.refused.extend(report.refused);
                }
            }
            Some(_) => self.departments += 1,
            None => {}
        }
        queue.front().cloned()
    }

    /// What came of the whole.
    pub fn outcome(&self, lang: Lang) -> (Kind, String) {
        let count = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
        let refused = self.came.refused.len() + self.plan.refused.len();
        let named = [
            ("added", Arg::from(count(self.came.made))),
            ("same", count(self.came.repeated).into()),
            ("departments", self.departments.into()),
            ("refused", refused.into()),
        ];
        (if refused > 0 { Kind::Warn } else { Kind::Ok }, lang.with("people-taken", &named))
    }
}

fn field_name(lang: Lang, field: PersonField) -> String {
    lang.t(&format!("people-field-{}", field.as_str()))
}

/// What somebody who is added comes with.
fn comes_with(lang: Lang, person: &PersonAdd) -> String {
    let rate = person.rate_bp.filter(|rate| *rate != BasisPoints::ONE).map(|rate| lang.factor(rate));
    let parts = [
        Some(words::roles(lang, &person.roles)),
        person.department.as_ref().map(ToString::to_string),
        person.position.clone(),
        rate,
        person.login.clone(),
        Some(lang.with("people-since", &[("day", Arg::Text(&lang.date(person.from)))])),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// A field of a row beside what the floor has.
fn differs(lang: Lang, one: &Differing, field: PersonField) -> String {
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| lang.date(day));
    let code = |code: Option<&Code>| code.map(ToString::to_string);
    let rate = |person: &PersonAdd| lang.factor(person.rate_bp.unwrap_or(BasisPoints::ONE));
    let (file, floor) = match field {
        PersonField::Name => (Some(one.row.name.clone()), Some(one.known.name.clone())),
        PersonField::Login => (one.row.login.clone(), one.known.login.clone()),
        PersonField::Roles => (Some(words::roles(lang, &one.row.roles)), Some(words::roles(lang, &one.known.roles))),
        PersonField::Department => (code(one.row.department.as_ref()), code(one.known.department.as_ref())),
        PersonField::Position => (one.row.position.clone(), one.known.position.clone()),
        PersonField::Rate => (Some(rate(&one.row)), Some(rate(&one.known))),
        PersonField::From => (day(Some(one.row.from)), day(Some(one.known.from))),
        PersonField::To => (day(one.row.to), day(one.known.to)),
    };
    let [file, floor] = [file, floor].map(|text| text.unwrap_or_else(|| "—".to_owned()));
    let field = field_name(lang, field);
    let named = [("field", Arg::Text(field.as_str())), ("file", Arg::Text(&file)), ("floor", Arg::Text(&floor))];
    lang.with("people-row-differs", &named)
}

fn rows(lang: Lang, take: &Take, difference: &PeopleDifference) -> [Vec<Row>; 3] {
    let unknown = |person: &&PersonAdd| {
        !take.adds_departments && person.department.as_ref().is_some_and(|code| difference.departments.contains(code))
    };
    let added = |person: &PersonAdd| Row {
        kind: Kind::Ok,
        what: "catalogue-row-added",
        code: person.code.to_string(),
        person: person.name.clone(),
        says: comes_with(lang, person),
    };
    let homeless = |person: &PersonAdd| {
        let code = person.department.as_ref().map(ToString::to_string).unwrap_or_default();
        let rejection = Rejection::because(RefusalCode::UnknownCode, "department").naming("code", code);
        Row { kind: Kind::Bad, what: "catalogue-row-refused", says: lang.refusal(&rejection), ..added(person) }
    };
    let differing = |one: &Differing| Row {
        kind: Kind::Warn,
        what: "people-row-known",
        code: one.row.code.to_string(),
        person: one.known.name.clone(),
        says: one.fields.iter().map(|field| differs(lang, one, *field)).collect::<Vec<_>>().join("; "),
    };
    let refused = |row: &RefusedRow| {
        let details: Vec<(&str, Arg<'_>)> =
            row.details.iter().map(|(name, value)| (name.as_str(), Arg::Text(value))).collect();
        Row {
            kind: Kind::Bad,
            what: "catalogue-row-refused",
            code: String::new(),
            person: lang.with("catalogue-row-line", &[("line", Arg::Text(&row.line.to_string()))]),
            says: lang.refusal_text(row.code.as_str(), &row.reason, &details),
        }
    };
    let without = difference.added.iter().filter(unknown).map(homeless);
    [
        difference.added.iter().filter(|person| !unknown(person)).map(added).collect(),
        difference.differing.iter().map(differing).collect(),
        difference.refused.iter().map(refused).chain(without).collect(),
    ]
}

/// Draws the difference; says whether it is to be taken.
pub(super) fn body(ui: &mut Ui, lang: Lang, view: &View<'_>, take: &mut Take, busy: bool) -> bool {
    let difference = take.difference(view);
    let parts = rows(lang, take, &difference);
    layout::quiet(ui, &lang.with("people-take-text", &[("same", difference.same.into())]));
    let all = parts.iter().map(Vec::len).sum::<usize>();
    let keys = ["catalogue-tab-added", "people-tab-known", "catalogue-tab-refused"];
    let counted = keys.iter().zip(&parts).map(|(key, rows)| lang.with(key, &[("count", rows.len().into())]));
    let tabs: Vec<String> =
        std::iter::once(lang.with("catalogue-tab-all", &[("count", all.into())])).chain(counted).collect();
    let names: Vec<&str> = tabs.iter().map(String::as_str).collect();
    if let Some(tab) = choices(ui, &names, take.shown) {
        (take.shown, take.row) = (tab, None);
    }
    let shown: Vec<&Row> = match take.shown.checked_sub(1) {
        Some(tab) => parts.get(tab).into_iter().flatten().collect(),
        None => parts.iter().flatten().collect(),
    };
    difference_table(ui, lang, &shown, &mut take.row);
    if !difference.departments.is_empty() {
        let codes = difference.departments.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        ui.add_enabled_ui(!busy, |ui| {
            let word = lang.with("people-take-departments", &[("codes", Arg::Text(&codes))]);
            ui.checkbox(&mut take.adds_departments, word);
        });
    }
    if !take.error.is_empty() {
        badge::banner(ui, Kind::Bad, &take.error, "");
    }
    let count = take.count(&difference);
    let word = lang.with("people-take", &[("count", count.into())]);
    primary(ui, &word, count > 0 && !busy, &lang.t("people-take-nothing"))
}

fn difference_table(ui: &mut Ui, lang: Lang, rows: &[&Row], chosen: &mut Option<usize>) {
    let height = (ui.ctx().content_rect().height() - 420.0).max(measure::ROW * 4.0);
    if rows.is_empty() {
        state::line(ui, Kind::Neutral, icons::CHECK_CIRCLE, &lang.t("catalogue-no-difference"));
        ui.add_space(height - measure::ROW);
        return;
    }
    let titles = ["catalogue-diff-what", "people-col-code", "people-col-name", "people-diff-says", "people-diff-table"];
    let [what, code, person, says, name] = titles.map(|key| lang.t(key));
    let heads = [
        Head::text(&what).exact(136.0),
        Head::text(&code).exact(96.0),
        Head::text(&person).exact(184.0),
        Head { width: Width::Fill(320.0), ..Head::text(&says) },
    ];
    let used = measure::ROW * ink::px(rows.len() + 1);
    let table = Table::new(&name, &heads).height(height.min(used)).takes_arrows();
    table.show(ui, rows.len(), chosen, |ui, row, column| {
        let Some(row) = rows.get(row) else { return };
        match column {
            0 => drop(badge::badge(ui, row.kind, &lang.t(row.what))),
            1 => drop(table::quiet(ui, &row.code)),
            2 => drop(table::text(ui, &row.person)),
            _ => drop(table::text(ui, &row.says)),
        }
    });
    ui.add_space((height - used).max(0.0));
}
