//! The list: departments as rows that fold, their people under them; found by typing, narrowed, sorted within a department.

use std::cell::Cell;
use std::collections::BTreeSet;

use chrono::NaiveDate;
use egui::{ComboBox, RichText, Ui};

use super::{Form as Screen, View, open, words};
use crate::desktop::icons;
use crate::desktop::screens::norms::layout::card_room;
use crate::desktop::screens::norms::words::moment;
use crate::desktop::screens::study::pieces::find_field;
use crate::desktop::theme::{Kind, Theme, font, measure, size, space};
use crate::desktop::widgets::find::Query;
use crate::desktop::widgets::table::{self, Head, Order, Table, Width};
use crate::desktop::widgets::{badge, card, ink, state};
use crate::locale::{Arg, Lang};
use crate::views::Named;
use crate::views::people::{PasswordState, PersonView};

/// The room that every column needs.
const ROOM: f32 = 936.0;

/// Who is shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Shown {
    #[default]
    Present,
    NoPassword,
    Left,
    Every,
}

impl Shown {
    const EVERY: [Self; 4] = [Self::Present, Self::NoPassword, Self::Left, Self::Every];

    fn key(self) -> &'static str {
        match self {
            Self::Present => "people-show-present",
            Self::NoPassword => "people-show-no-password",
            Self::Left => "people-show-left",
            Self::Every => "people-show-every",
        }
    }

    fn holds(self, person: &PersonView, today: NaiveDate) -> bool {
        match self {
            Self::Present => !words::has_left(person, today),
            Self::NoPassword => words::lacks_password(person, today),
            Self::Left => words::has_left(person, today),
            Self::Every => true,
        }
    }
}

/// A column of the table.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Column {
    #[default]
    Name,
    Code,
    Login,
    Roles,
    Position,
    Rate,
    Employed,
    Password,
}

impl Column {
    const ALL: [Self; 8] =
        [Self::Name, Self::Code, Self::Login, Self::Roles, Self::Position, Self::Rate, Self::Employed, Self::Password];

    /// The columns that have room; the login and the rate stand in the card, too.
    fn fitting(width: f32) -> Vec<Self> {
        let fits = |column: &Self| match column {
            Self::Login => width >= ROOM,
            Self::Rate => width >= ROOM - 96.0,
            _ => true,
        };
        Self::ALL.into_iter().filter(fits).collect()
    }

    fn word(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Code => "code",
            Self::Login => "login",
            Self::Roles => "roles",
            Self::Position => "position",
            Self::Rate => "rate",
            Self::Employed => "employed",
            Self::Password => "password",
        }
    }

    fn head(self, title: &str) -> Head<'_> {
        let fill = |least: f32| Head { width: Width::Fill(least), ..Head::text(title) };
        let head = match self {
            Self::Name => fill(150.0),
            Self::Code => Head::text(title).exact(72.0),
            Self::Login => Head::text(title).exact(80.0),
            Self::Roles => fill(118.0),
            Self::Position => fill(96.0),
            Self::Rate => Head::number(title, 68.0),
            Self::Employed => Head::text(title).exact(124.0),
            Self::Password => Head::text(title).exact(116.0),
        };
        head.sortable()
    }
}

/// What is under the keyboard: a department (empty: none), or a person.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Chosen {
    Department(String),
    Person(String),
}

/// What the list remembers.
#[derive(Debug, Default)]
pub(super) struct Form {
    find: String,
    pub find_wanted: bool,
    department: Option<String>,
    shown: Shown,
    sort: Option<(Column, Order)>,
    folded: BTreeSet<String>,
    chosen: Option<Chosen>,
    /// Who gets the keyboard as soon as the list has them.
    awaited: Option<String>,
}

/// A row of the table.
enum Row<'a> {
    Department(Option<&'a Named>, usize),
    Person(&'a PersonView),
}

impl Form {
    /// The person under the keyboard.
    pub fn chosen(&self) -> Option<&str> {
        if let Some(Chosen::Person(code)) = &self.chosen { Some(code) } else { None }
    }

    /// Puts the keyboard on a person as soon as the list has them.
    pub fn choose(&mut self, code: &str) {
        self.awaited = Some(code.to_owned());
        self.find.clear();
    }

    fn take_awaited(&mut self, rows: &[Row<'_>]) {
        let Some(code) = &self.awaited else { return };
        if rows.iter().any(|row| matches!(row, Row::Person(person) if person.code == *code)) {
            self.chosen = self.awaited.take().map(Chosen::Person);
        }
    }

    /// The department under the keyboard, or the one that is filtered by: who is added is likely to belong to it.
    pub fn group<'a>(&'a self, view: &View<'a>) -> Option<&'a str> {
        let here = match &self.chosen {
            Some(Chosen::Department(code)) => Some(code.as_str()).filter(|code| !code.is_empty()),
            Some(Chosen::Person(code)) => super::person(view, code).and_then(|person| person.department.as_deref()),
            None => None,
        };
        here.or(self.department.as_deref())
    }

    /// Shows those who can't sign in for want of a password.
    pub fn only_without_password(&mut self) {
        self.shown = Shown::NoPassword;
        self.department = None;
        self.find.clear();
    }

    fn fold(&mut self, code: &str) {
        if !self.folded.remove(code) {
            self.folded.insert(code.to_owned());
        }
    }

    fn holds(&self, lang: Lang, query: &Query, person: &PersonView, today: NaiveDate) -> bool {
        let found = || {
            let parts = [
                Some(person.name.clone()),
                person.login.clone(),
                person.position.clone(),
                Some(words::roles(lang, words::held(person))),
            ];
            let all: Vec<String> = parts.into_iter().flatten().collect();
            query.is_empty() || query.rank(&all.join(" "), &person.code).is_some()
        };
        self.shown.holds(person, today) && found()
    }

    /// The rows that are shown: a row a department, its people under it where it is not folded; who belongs to none comes last.
    fn rows<'a>(&self, lang: Lang, view: &View<'a>) -> Vec<Row<'a>> {
        let query = Query::new(&self.find);
        let narrowed = !query.is_empty() || matches!(self.shown, Shown::NoPassword | Shown::Left);
        let departments = view.people.departments.iter().map(Some).chain([None]);
        let mut rows = Vec::new();
        for department in departments {
            let code = department.map(|one| one.code.as_str());
            if self.department.as_deref().is_some_and(|only| Some(only) != code) {
                continue;
            }
            let mut people: Vec<&PersonView> = view
                .people
                .people
                .iter()
                .filter(|person| person.department.as_deref() == code)
                .filter(|person| self.holds(lang, &query, person, view.me.work_day))
                .collect();
            // An empty department stands in the list; what a search leaves empty does not.
            if people.is_empty() && (narrowed || department.is_none()) {
                continue;
            }
            self.sort(lang, &mut people);
            rows.push(Row::Department(department, people.len()));
            if narrowed || !self.folded.contains(code.unwrap_or_default()) {
                rows.extend(people.into_iter().map(Row::Person));
            }
        }
        rows
    }

    fn sort(&self, lang: Lang, people: &mut [&PersonView]) {
        let (column, order) = self.sort.unwrap_or((Column::Name, Order::Rising));
        let key = |person: &PersonView| match column {
            Column::Code => person.code.clone(),
            Column::Login => person.login.clone().unwrap_or_default(),
            Column::Roles => words::roles(lang, words::held(person)),
            Column::Position => person.position.clone().unwrap_or_default(),
            Column::Rate => format!("{:06}", person.rate_bp.0),
            Column::Employed => person.from.to_string(),
            Column::Password => {
                let state = person.account.as_ref().map_or(PasswordState::NoLogin, |account| account.password);
                let place = [PasswordState::Missing, PasswordState::OneTime, PasswordState::Own]
                    .iter()
                    .position(|one| *one == state);
                format!("{}", place.unwrap_or(3))
            }
            Column::Name => crate::domain::code::folded(&person.name),
        };
        people.sort_by(|one, other| {
            let sorted = (key(one), &one.name, &one.code).cmp(&(key(other), &other.name, &other.code));
            if order == Order::Falling { sorted.reverse() } else { sorted }
        });
    }

    /// The people that are shown, for a file.
    pub fn people<'a>(&self, lang: Lang, view: &View<'a>) -> Vec<&'a PersonView> {
        let unfolded = Self {
            find: self.find.clone(),
            department: self.department.clone(),
            shown: self.shown,
            sort: self.sort,
            ..Self::default()
        };
        let rows = unfolded.rows(lang, view).into_iter();
        rows.filter_map(|row| if let Row::Person(person) = row { Some(person) } else { None }).collect()
    }
}

pub(super) fn show(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Screen) {
    let room = card_room(ui);
    card::card(ui, "", |ui| {
        let bottom = ui.cursor().top() + room;
        ui.set_min_height(room);
        filters(ui, lang, view, &mut form.list);
        let rows = form.list.rows(lang, view);
        form.list.take_awaited(&rows);
        let left = bottom - ui.cursor().top() - size::SECTION - space::S;
        let opened = rows_table(ui, lang, &rows, &mut form.list, left.max(measure::ROW * 4.0));
        if rows.is_empty() {
            state::line(ui, Kind::Neutral, icons::MAGNIFYING_GLASS, &lang.t("people-nobody-found"));
        }
        if let Some(person) = form.list.chosen().and_then(|code| super::person(view, code)) {
            let text = RichText::new(note(lang, view, person)).size(size::CAPTION).color(Theme::of(ui).muted);
            ui.add(egui::Label::new(text).truncate());
        }
        match opened.and_then(|row| rows.get(row)) {
            Some(Row::Person(person)) => open(lang, view, form, person),
            Some(Row::Department(department, _)) => {
                let code = department.map(|one| one.code.as_str()).unwrap_or_default();
                form.list.fold(code);
            }
            None => {}
        }
    });
}

fn filters(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::Vec2::splat(space::S);
        let (name, hint) = (lang.t("people-find"), lang.t("people-find-hint"));
        let width = (ui.available_width() - 200.0 - 240.0 - 2.0 * space::S).clamp(200.0, measure::TEXT);
        find_field(ui, &name, &hint, &mut form.find, &mut form.find_wanted, width);
        combo(ui, &lang.t("people-show"), &lang.t(form.shown.key()), 200.0, |ui| {
            for shown in Shown::EVERY {
                ui.selectable_value(&mut form.shown, shown, lang.t(shown.key()));
            }
        });
        let every = lang.t("people-every-department");
        let name_of = |code: &String| view.people.departments.iter().find(|one| one.code == *code);
        let shown = form.department.as_ref().and_then(name_of).map_or(every.as_str(), |one| one.name.as_str());
        let label = lang.t("people-show-department");
        let mut chosen = form.department.clone();
        combo(ui, &label, shown, 240.0, |ui| {
            ui.selectable_value(&mut chosen, None, &every);
            for one in &view.people.departments {
                ui.selectable_value(&mut chosen, Some(one.code.clone()), &one.name);
            }
        });
        form.department = chosen;
    });
}

fn combo(ui: &mut Ui, name: &str, chosen: &str, width: f32, list: impl FnOnce(&mut Ui)) {
    ui.spacing_mut().interact_size.y = measure::CONTROL;
    let combo = ComboBox::from_id_salt(name).width(width).truncate().selected_text(chosen);
    combo.show_ui(ui, list).response.accessible_name(name);
}

/// The table; gives the row that was opened.
fn rows_table(ui: &mut Ui, lang: Lang, rows: &[Row<'_>], form: &mut Form, height: f32) -> Option<usize> {
    let columns = Column::fitting(ui.available_width());
    let titles: Vec<String> = columns.iter().map(|column| lang.t(&format!("people-col-{}", column.word()))).collect();
    let heads: Vec<Head<'_>> = columns.iter().zip(&titles).map(|(column, title)| column.head(title)).collect();
    let mut row = rows.iter().position(|row| match (row, &form.chosen) {
        (Row::Department(department, _), Some(Chosen::Department(chosen))) => {
            department.map(|one| one.code.as_str()).unwrap_or_default() == chosen
        }
        (Row::Person(person), Some(Chosen::Person(chosen))) => person.code == *chosen,
        _ => false,
    });
    let height = height.min(measure::ROW * ink::px(rows.len() + 1));
    let table_name = lang.t("people-table");
    let mut table = Table::new(&table_name, &heads).height(height).takes_arrows();
    let (sorted, order) = form.sort.unwrap_or((Column::Name, Order::Rising));
    if let Some(place) = columns.iter().position(|column| *column == sorted) {
        table = table.sort(place, order);
    }
    let left = Cell::new(0.0);
    let draw = |ui: &mut Ui, row: usize, place: usize| {
        let Some(column) = columns.get(place).copied() else { return };
        match rows.get(row) {
            Some(Row::Department(department, count)) => {
                let folded = form.folded.contains(department.map(|one| one.code.as_str()).unwrap_or_default());
                department_cell(ui, lang, *department, (*count, folded), column, &left);
            }
            Some(Row::Person(person)) => cell(ui, lang, person, column),
            None => {}
        }
    };
    // A room of its own, so that the ring stands around the table alone.
    let outcome = ui.scope(|ui| table.show(ui, rows.len(), &mut row, draw)).inner;
    form.chosen = match row.and_then(|row| rows.get(row)) {
        Some(Row::Department(department, _)) => {
            Some(Chosen::Department(department.map(|one| one.code.clone()).unwrap_or_default()))
        }
        Some(Row::Person(person)) => Some(Chosen::Person(person.code.clone())),
        // What a filter hides is not what a key should act on.
        None => None,
    };
    if let Some(column) = outcome.sorted.and_then(|place| columns.get(place)).copied() {
        let falling = (column, Order::Rising) == (sorted, order);
        form.sort = Some((column, if falling { Order::Falling } else { Order::Rising }));
    }
    outcome.opened
}

/// A department over its people. Its words go over the whole row, and are painted with the last cell: what stands behind a later
/// cell would cover them.
fn department_cell(
    ui: &mut Ui,
    lang: Lang,
    department: Option<&Named>,
    (count, folded): (usize, bool),
    column: Column,
    left: &Cell<f32>,
) {
    let named = match department {
        Some(one) => format!("{} · {}", one.name, one.code),
        None => lang.t("people-no-department"),
    };
    let word = lang.with("people-department-row", &[("department", Arg::Text(&named)), ("count", count.into())]);
    let (rect, response) = ui.allocate_exact_size(ui.available_size(), egui::Sense::hover());
    if column == Column::Name {
        left.set(rect.left());
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &word));
    }
    if column != Column::Password {
        return;
    }
    let theme = Theme::of(ui);
    let whole = rect.with_min_x(left.get());
    let mut painter = ui.painter().clone();
    painter.set_clip_rect(ui.clip_rect().with_min_x(whole.left()));
    let icon = if folded { icons::CARET_RIGHT } else { icons::CARET_DOWN };
    let at = egui::pos2(whole.left() + size::BODY / 2.0, whole.center().y);
    ink::icon(&painter, at, icon, size::BODY, theme.muted);
    let inner = whole.with_min_x(whole.left() + size::BODY + space::XS);
    let line = ink::line(ui, &word, font::bold(), theme.text, inner.width());
    ink::place(&painter, line, inner, egui::Align2::LEFT_CENTER);
}

fn cell(ui: &mut Ui, lang: Lang, person: &PersonView, column: Column) {
    let or_missing = |text: Option<&str>| text.unwrap_or("—").to_owned();
    match column {
        Column::Name => {
            ui.add_space(size::BODY + space::XS);
            table::text(ui, &person.name);
        }
        Column::Code => drop(table::quiet(ui, &person.code)),
        Column::Login => drop(table::quiet(ui, &or_missing(person.login.as_deref()))),
        Column::Roles => drop(table::text(ui, &words::roles(lang, words::held(person)))),
        Column::Position => drop(table::quiet(ui, &or_missing(person.position.as_deref()))),
        Column::Rate => drop(table::number(ui, &lang.factor(person.rate_bp))),
        Column::Employed => {
            table::quiet(ui, &words::employed(lang, person)).on_hover_text(words::employment(lang, person));
        }
        Column::Password => {
            let Some(account) = &person.account else { return };
            if account.password == PasswordState::NoLogin {
                table::quiet(ui, &lang.t("people-password-none"));
                return;
            }
            let (kind, word) = words::password(lang, account.password);
            badge::badge(ui, kind, &word);
        }
    }
}

/// What the table has no room for.
fn note(lang: Lang, view: &View<'_>, person: &PersonView) -> String {
    let mut parts = vec![person.name.clone(), words::employment(lang, person)];
    let stood_in = words::stood_in(person);
    if !stood_in.is_empty() {
        parts.push(lang.with("people-stands-in", &[("roles", Arg::Text(&words::roles(lang, &stood_in)))]));
    }
    parts.extend(password_note(lang, view, person));
    let today = view.me.work_day;
    parts.extend(person.terms.iter().filter(|terms| terms.from > today).map(|terms| {
        let (day, rate) = (lang.date(terms.from), lang.factor(terms.rate_bp));
        let position = terms.position.clone().unwrap_or_else(|| "—".to_owned());
        let named = [("day", Arg::Text(day.as_str())), ("rate", Arg::Text(&rate)), ("position", Arg::Text(&position))];
        lang.with("people-planned", &named)
    }));
    parts.join(" · ")
}

/// When a password was set, and by whom.
pub(super) fn password_note(lang: Lang, view: &View<'_>, person: &PersonView) -> Option<String> {
    let account = person.account.as_ref()?;
    let (at, by) = account.set_at.as_deref().zip(account.set_by.as_deref())?;
    let at = moment(lang, at);
    let who = match super::person(view, by) {
        Some(who) if who.code == person.code => {
            return Some(lang.with("people-password-set-own", &[("at", Arg::Text(&at))]));
        }
        Some(who) => who.name.clone(),
        None if by == "file-owner" => lang.t("people-file-owner"),
        None if by == "system" => lang.t("people-floor-made"),
        None => by.to_owned(),
    };
    Some(lang.with("people-password-set-by", &[("at", Arg::Text(&at)), ("who", Arg::Text(&who))]))
}
