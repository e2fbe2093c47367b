//! Everybody's month as a table: found by typing, narrowed by what needs a hand, sorted by any column.

use egui::{RichText, Ui};

use super::{Form as Screen, View, key, standing_words};
use crate::desktop::icons;
use crate::desktop::screens::norms::layout;
use crate::desktop::screens::study::pieces::find_field;
use crate::desktop::theme::{Kind, Theme, font, measure, size, space};
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::find::Query;
use crate::desktop::widgets::table::{self, Head, Order, Table, Width};
use crate::desktop::widgets::{card, ink, spark, stat, state};
use crate::documents::pay::kind_name;
use crate::domain::units::CentiMinutes;
use crate::locale::{Arg, Lang};
use crate::views::department::{DepartmentPerson, DepartmentView, Standing};

/// Who is shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Filter {
    #[default]
    Everybody,
    Behind,
    Away,
    Waiting,
    Weak,
}

impl Filter {
    const ALL: [Self; 5] = [Self::Everybody, Self::Behind, Self::Away, Self::Waiting, Self::Weak];

    fn word(self) -> &'static str {
        match self {
            Self::Everybody => "department-filter-all",
            Self::Behind => "department-filter-behind",
            Self::Away => "department-filter-away",
            Self::Waiting => "department-filter-waiting",
            Self::Weak => "department-filter-weak",
        }
    }

    fn holds(self, one: &DepartmentPerson) -> bool {
        match self {
            Self::Everybody => true,
            Self::Behind => one.plan_to_date_cmin.is_some_and(|plan| one.kpi_cmin < plan),
            Self::Away => one.away_today.is_some(),
            Self::Waiting => one.unprocessed > 0 || one.tasks.overdue > 0 || one.open_objections > 0,
            Self::Weak => matches!(one.link.standing, Standing::Weak | Standing::Lagging),
        }
    }
}

/// A column.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Column {
    #[default]
    Name,
    Kpi,
    Plan,
    Pace,
    Days,
    Link,
    Away,
    Cover,
    Unprocessed,
    Overdue,
}

const COLUMNS: [(Column, &str, f32); 10] = [
    (Column::Name, "department-col-name", 0.0),
    (Column::Kpi, "department-col-kpi", 68.0),
    (Column::Plan, "department-col-plan", 76.0),
    (Column::Pace, "department-col-pace", 52.0),
    (Column::Days, "department-col-days", 80.0),
    (Column::Link, "department-col-link", 100.0),
    (Column::Away, "department-col-away", 72.0),
    (Column::Cover, "department-col-cover", 88.0),
    (Column::Unprocessed, "department-col-unprocessed", 60.0),
    (Column::Overdue, "department-col-overdue", 70.0),
];

impl Column {
    fn is_number(self) -> bool {
        !matches!(self, Self::Name | Self::Days | Self::Link)
    }

    /// What a person is sorted by in this column: what has no value stands last in either order.
    fn key(self, one: &DepartmentPerson) -> Option<f64> {
        let minutes = |value: CentiMinutes| Some(value.minutes());
        let count = |value: i64| usize::try_from(value).ok().map(ink::real);
        match self {
            Self::Name | Self::Days => None,
            Self::Kpi => minutes(one.kpi_cmin),
            Self::Plan => one.plan_to_date_cmin.and_then(minutes),
            Self::Pace => one.pace_bp.map(|pace| CentiMinutes(pace.0).minutes()),
            Self::Link => one.link.ratio,
            Self::Away => minutes(away_of(one)),
            Self::Cover => minutes(one.covers_cmin),
            Self::Unprocessed => count(one.unprocessed),
            Self::Overdue => count(one.tasks.overdue),
        }
    }
}

/// What the list remembers.
#[derive(Debug, Default)]
pub(super) struct Form {
    find: String,
    pub find_wanted: bool,
    filter: Filter,
    sort: Column,
    falling: bool,
}

impl Form {
    /// Goes on to the next filter.
    pub fn next_filter(&mut self) {
        let place = Filter::ALL.iter().position(|one| *one == self.filter).unwrap_or_default();
        self.filter = Filter::ALL.get(place + 1).copied().unwrap_or_default();
    }

    /// Sorts by the next column that can be sorted by: numbers from the largest down.
    pub fn next_sort(&mut self) {
        let sortable: Vec<Column> =
            COLUMNS.iter().map(|(column, ..)| *column).filter(|column| *column != Column::Days).collect();
        let place = sortable.iter().position(|one| *one == self.sort).unwrap_or_default();
        self.sort_by(sortable.get(place + 1).copied().unwrap_or_default());
    }

    fn sort_by(&mut self, column: Column) {
        self.falling = if self.sort == column { !self.falling } else { column.is_number() };
        self.sort = column;
    }

    /// Turns the order round.
    pub fn reverse(&mut self) {
        self.falling = !self.falling;
    }

    /// The people that are shown, in their order.
    fn rows<'a>(&self, view: &'a DepartmentView) -> Vec<&'a DepartmentPerson> {
        let query = Query::new(&self.find);
        let found = |one: &DepartmentPerson| {
            let all = format!("{} {}", one.name, one.position.as_deref().unwrap_or_default());
            query.is_empty() || query.rank(&all, &one.person).is_some()
        };
        let mut rows: Vec<&DepartmentPerson> =
            view.people.iter().filter(|one| self.filter.holds(one) && found(one)).collect();
        rows.sort_by(|one, other| one.name.cmp(&other.name));
        if self.sort == Column::Name {
            if self.falling {
                rows.reverse();
            }
            return rows;
        }
        rows.sort_by(|one, other| match (self.sort.key(one), self.sort.key(other)) {
            (Some(one), Some(other)) if self.falling => other.total_cmp(&one),
            (Some(one), Some(other)) => one.total_cmp(&other),
            (one, other) => other.is_some().cmp(&one.is_some()),
        });
        rows
    }
}

/// All minutes away of the month.
fn away_of(one: &DepartmentPerson) -> CentiMinutes {
    CentiMinutes(one.away.iter().map(|kind| kind.minutes_cmin.0).sum())
}

pub(super) fn show(ui: &mut Ui, lang: Lang, view: &View<'_>, screen: &mut Screen) {
    let shown = view.department;
    if shown.people.is_empty() {
        card::card(ui, "", |ui| {
            let (title, text) = (lang.t("department-empty"), lang.t("department-empty-text"));
            let empty =
                state::Empty { icon: icons::USERS_THREE, title: &title, text: &text, ..state::Empty::default() };
            state::empty(ui, &empty);
        });
        return;
    }
    totals(ui, lang, shown);
    let room = layout::card_room(ui).max(measure::ROW * 6.0);
    card::card(ui, "", |ui| {
        let bottom = ui.cursor().top() + room;
        filters(ui, lang, shown, &mut screen.list);
        let rows = screen.list.rows(shown);
        if rows.is_empty() {
            state::line(ui, Kind::Neutral, icons::MAGNIFYING_GLASS, &lang.t("department-nobody-found"));
            return;
        }
        let height = (bottom - ui.cursor().top()).max(measure::ROW * 5.0);
        everybody(ui, lang, &rows, screen, height);
    });
}

/// The department's own figures.
fn totals(ui: &mut Ui, lang: Lang, view: &DepartmentView) {
    let unit = lang.t("unit-min");
    let label = match view.closed_through {
        Some(day) => lang.with("department-kpi", &[("day", Arg::Text(&lang.date(day)))]),
        None => lang.t("kpi-official-none"),
    };
    let plan = view.plan_to_date_cmin.zip(view.pace_bp);
    let note = match plan {
        Some((plan, pace)) => {
            let (share, plan) = (lang.per_cent(pace), lang.minutes(plan));
            lang.with("department-of-plan", &[("share", Arg::Text(&share)), ("plan", Arg::Text(&plan))])
        }
        None => lang.t("kpi-plan-unknown"),
    };
    let reached = plan.is_some_and(|(plan, _)| view.kpi_cmin >= plan);
    let (kpi, open) = (lang.minutes(view.kpi_cmin), lang.minutes(view.provisional_cmin));
    let adoption = view.adoption.share_bp.map_or_else(|| "—".to_owned(), |share| lang.per_cent(share));
    let processed = [("part", Arg::Count(view.adoption.part)), ("all", Arg::Count(view.adoption.all))];
    let adoption_note = lang.with("department-adoption-note", &processed);
    let overdue = lang.whole(view.tasks.overdue);
    let late = view.tasks.late_bp.map(|share| lang.per_cent(share));
    let late_note = match &late {
        Some(late) => lang.with("department-late", &[("share", Arg::Text(late))]),
        None => lang.t("department-late-none"),
    };
    let (open_label, open_note) = (lang.t("kpi-open-days"), lang.t("kpi-provisional-note"));
    let (adoption_label, overdue_label) = (lang.t("department-adoption"), lang.t("department-overdue"));
    let adoption_unit = if view.adoption.share_bp.is_some() { "%" } else { "" };
    let stats = [
        stat::Stat {
            label: &label,
            value: &kpi,
            unit: &unit,
            note: &note,
            kind: if reached { Kind::Ok } else { Kind::Neutral },
        },
        stat::Stat { label: &open_label, value: &open, unit: &unit, note: &open_note, kind: Kind::Neutral },
        stat::Stat {
            label: &adoption_label,
            value: &adoption,
            unit: adoption_unit,
            note: &adoption_note,
            kind: Kind::Neutral,
        },
        stat::Stat {
            label: &overdue_label,
            value: &overdue,
            note: &late_note,
            kind: if view.tasks.overdue > 0 { Kind::Warn } else { Kind::Neutral },
            ..stat::Stat::default()
        },
    ];
    stat::tiles(ui, &stats);
}

/// The search and the filters, each with how many it shows.
fn filters(ui: &mut Ui, lang: Lang, view: &DepartmentView, form: &mut Form) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::Vec2::new(space::XS, space::XS);
        let (name, hint) = (lang.t("department-find"), lang.t("department-find-hint"));
        find_field(ui, &name, &hint, &mut form.find, &mut form.find_wanted, 220.0);
        ui.add_space(space::S);
        for filter in Filter::ALL {
            let count = view.people.iter().filter(|one| filter.holds(one)).count();
            let word = lang.with(filter.word(), &[("count", Arg::from(count))]);
            let here = filter == form.filter;
            let button = if here { Button::secondary(&word).selected(true) } else { Button::quiet(&word) };
            if button.show(ui).clicked() {
                form.filter = filter;
            }
        }
    });
}

fn everybody(ui: &mut Ui, lang: Lang, rows: &[&DepartmentPerson], screen: &mut Screen, height: f32) {
    let titles = COLUMNS.map(|(_, key, _)| lang.t(key));
    let heads: Vec<Head<'_>> = COLUMNS
        .iter()
        .zip(&titles)
        .map(|((column, _, width), title)| {
            let head = match column {
                Column::Name => Head { width: Width::Fill(140.0), ..Head::text(title) },
                column if column.is_number() => Head::number(title, *width),
                _ => Head::text(title).exact(*width),
            };
            if *column == Column::Days { head } else { head.sortable() }
        })
        .collect();
    let sorted = COLUMNS.iter().position(|(column, ..)| *column == screen.list.sort).unwrap_or_default();
    let order = if screen.list.falling { Order::Falling } else { Order::Rising };
    let name = lang.t("department-table");
    let mut row = rows.iter().position(|one| screen.is_chosen(one));
    let height = height.min(measure::ROW * ink::px(rows.len() + 1) + space::S);
    let table = Table::new(&name, &heads).sort(sorted, order).height(height).takes_arrows();
    let outcome = table.show(ui, rows.len(), &mut row, |ui, row, place| {
        if let (Some(one), Some((column, ..))) = (rows.get(row), COLUMNS.get(place)) {
            cell(ui, lang, one, *column);
        }
    });
    screen.chosen = row.and_then(|row| rows.get(row)).map(|one| key(one));
    if let Some((column, ..)) = outcome.sorted.and_then(|place| COLUMNS.get(place)) {
        screen.list.sort_by(*column);
    }
    if let Some(one) = outcome.opened.and_then(|row| rows.get(row)) {
        screen.open(one);
    }
}

fn cell(ui: &mut Ui, lang: Lang, one: &DepartmentPerson, column: Column) {
    let dash = || "—".to_owned();
    let minutes = |value: Option<CentiMinutes>| value.map_or_else(dash, |value| lang.minutes(value));
    let some = |value: CentiMinutes| if value.0 == 0 { dash() } else { lang.minutes(value) };
    let count = |value: i64| if value == 0 { dash() } else { lang.whole(value) };
    match column {
        Column::Name => name(ui, lang, one),
        Column::Kpi => drop(table::number(ui, &lang.minutes(one.kpi_cmin))),
        Column::Plan => drop(table::number(ui, &minutes(one.plan_to_date_cmin))),
        Column::Pace => {
            let pace = one.pace_bp.map_or_else(dash, |pace| lang.hundredths(pace.0));
            table::number(ui, &pace);
        }
        Column::Days => trend(ui, lang, one),
        Column::Link => {
            let (kind, icon, word) = standing_words(lang, one.link.standing);
            worded(ui, kind, icon, &word);
        }
        Column::Away => {
            let response = table::number(ui, &some(away_of(one)));
            if !one.away.is_empty() {
                response.on_hover_ui(|ui| {
                    for kind in &one.away {
                        ui.label(format!("{}: {}", kind_name(&kind.kind, lang), lang.minutes(kind.minutes_cmin)));
                    }
                });
            }
        }
        Column::Cover => {
            let response = table::number(ui, &some(one.covers_cmin));
            let (covers, by) = (lang.minutes(one.covers_cmin), lang.minutes(one.covered_by_cmin));
            let named = [("covers", Arg::Text(&covers)), ("by", Arg::Text(&by))];
            response.on_hover_text(lang.with("department-cover-hint", &named));
        }
        Column::Unprocessed => {
            table::number(ui, &count(one.unprocessed)).on_hover_text(lang.t("department-unprocessed-hint"));
        }
        Column::Overdue => {
            table::number(ui, &count(one.tasks.overdue)).on_hover_text(lang.t("department-overdue"));
        }
    }
}

/// The name; with an icon where the person is away today.
fn name(ui: &mut Ui, lang: Lang, one: &DepartmentPerson) {
    if let Some(kind) = &one.away_today {
        ui.spacing_mut().item_spacing.x = space::XS;
        let theme = Theme::of(ui);
        let sign = ui.label(RichText::new(icons::CALENDAR_X).size(size::BODY).color(theme.muted));
        let named = kind_name(kind, lang);
        let word = lang.with("department-away-today", &[("kind", Arg::Text(&named))]);
        sign.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &word));
        sign.on_hover_text(word);
    }
    table::text(ui, &one.name);
}

fn trend(ui: &mut Ui, lang: Lang, one: &DepartmentPerson) {
    let days: Vec<spark::Day> =
        one.trend.iter().map(|day| (day.kpi_cmin.minutes(), day.target_cmin.map(CentiMinutes::minutes))).collect();
    if days.is_empty() {
        table::quiet(ui, "—");
        return;
    }
    let reached = one.trend.iter().filter(|day| day.target_cmin.is_none_or(|target| day.kpi_cmin >= target)).count();
    let named = [("days", Arg::from(days.len())), ("reached", Arg::from(reached))];
    spark::bars(ui, &days, &lang.with("department-trend", &named));
}

/// A state in a word with its icon, in a cell.
pub(super) fn worded(ui: &mut Ui, kind: Kind, icon: &str, word: &str) {
    let theme = Theme::of(ui);
    ui.spacing_mut().item_spacing.x = space::XS;
    ui.label(RichText::new(icon).size(size::BODY).color(theme.ink(kind)));
    let line = ink::line(ui, word, font::caption(), theme.ink(kind), ui.available_width());
    let cut = line.elided;
    let (rect, response) = ui.allocate_exact_size(egui::vec2(line.size().x, size::STRONG), egui::Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, word));
    ink::place(ui.painter(), line, rect, egui::Align2::LEFT_CENTER);
    if cut {
        response.on_hover_text(word);
    }
}

/// A state as its icon alone where there is no room for the word: its accessible name and tooltip.
pub(super) fn sign(ui: &mut Ui, kind: Kind, icon: &str, word: &str) {
    let theme = Theme::of(ui);
    let response = ui.label(RichText::new(icon).size(size::ICON).color(theme.ink(kind)));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, word));
    response.on_hover_text(word);
}
