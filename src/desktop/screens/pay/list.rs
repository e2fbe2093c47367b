//! Everybody's figures of a month: found by typing, sorted by any column, with the sums of what is shown.
//!
//! A column that holds nothing for anybody is left out, so that a plain month fits the smallest window.

use std::cmp::Reverse;

use egui::{Key, Ui};

use super::words::{self, MISSING};
use super::{Form as Screen, View, total, wait};
use crate::desktop::icons;
use crate::desktop::keys::{self, ActionInfo};
use crate::desktop::screens::norms::layout;
use crate::desktop::screens::study::pieces::find_field;
use crate::desktop::theme::{Kind, Theme, measure, size, space};
use crate::desktop::widgets::find::Query;
use crate::desktop::widgets::table::{self, Head, Order, Table, Width};
use crate::desktop::widgets::{card, stat, state};
use crate::domain::code::Code;
use crate::domain::units::{BasisPoints, Money};
use crate::locale::{Arg, Lang};
use crate::views::pay::{PayrollRow, PayrollView};

const SORT: ActionInfo<()> = ActionInfo::new((), "payroll-key-sort", icons::CARET_UP_DOWN).plain(Key::S);
const TURN: ActionInfo<()> = ActionInfo::new((), "payroll-key-sort", icons::CARET_UP_DOWN).plain(Key::O);

/// From this width on every column of an ordinary month has its room.
const WIDE: f32 = 1_200.0;

/// The room that the columns of an ordinary month need.
const ROOM: f32 = 950.0;

/// A column of the table.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Column {
    #[default]
    Name,
    Department,
    Position,
    Rate,
    Kpi,
    Fixed,
    KpiPart,
    Cover,
    Supplements,
    Percentages,
    Bonuses,
    Awards,
    Recalculation,
    Total,
    State,
}

impl Column {
    const ALL: [Self; 15] = [
        Self::Name,
        Self::Department,
        Self::Position,
        Self::Rate,
        Self::Kpi,
        Self::Fixed,
        Self::KpiPart,
        Self::Cover,
        Self::Supplements,
        Self::Percentages,
        Self::Bonuses,
        Self::Awards,
        Self::Recalculation,
        Self::Total,
        Self::State,
    ];

    fn title(self) -> &'static str {
        match self {
            Self::Name => "pay-head-name",
            Self::Department => "pay-head-department",
            Self::Position => "pay-head-position",
            Self::Rate => "pay-head-rate",
            Self::Kpi => "pay-head-kpi-min",
            Self::Fixed => "payroll-head-fixed",
            Self::KpiPart => "payroll-head-kpi",
            Self::Cover => "payroll-head-cover",
            Self::Supplements => "payroll-head-supplements",
            Self::Percentages => "payroll-head-percentages",
            Self::Bonuses => "payroll-head-bonuses",
            Self::Awards => "payroll-head-awards",
            Self::Recalculation => "payroll-head-recalculation",
            Self::Total => "payroll-head-total",
            Self::State => "pay-head-state",
        }
    }

    /// `narrow`: so many columns that a state has room for its icon only.
    fn head(self, title: &str, narrow: bool) -> Head<'_> {
        let head = match self {
            Self::Name => Head { width: Width::Fill(106.0), ..Head::text(title) },
            Self::Department => Head::text(title).exact(64.0),
            Self::Position => Head::text(title).exact(92.0),
            Self::Rate => Head::number(title, 60.0),
            Self::Kpi => Head::number(title, 84.0),
            Self::State if narrow => Head::text(title).exact(36.0),
            Self::State => Head::text(title).exact(128.0),
            Self::Total => Head::number(title, 96.0),
            Self::Fixed | Self::KpiPart => Head::number(title, 88.0),
            _ => Head::number(title, 80.0),
        };
        head.sortable()
    }

    /// The sum it shows; none where it shows something else.
    fn money(self, row: &PayrollRow) -> Option<Money> {
        let figures = &row.figures;
        match self {
            Self::Fixed => figures.fixed_minor,
            Self::KpiPart => figures.kpi_minor,
            Self::Cover => figures.cover_minor,
            Self::Supplements => Some(figures.supplements_minor),
            Self::Percentages => Some(figures.percentages_minor),
            Self::Bonuses => Some(figures.bonuses_minor),
            Self::Awards => Some(figures.awards_minor),
            Self::Recalculation => Some(figures.recalculation_minor),
            Self::Total => figures.total_minor,
            _ => None,
        }
    }

    /// Whether it has something to say about these rows.
    fn counts(self, rows: &[PayrollRow]) -> bool {
        match self {
            Self::Department => {
                rows.windows(2).any(|pair| matches!(pair, [one, next] if one.department != next.department))
            }
            Self::Supplements | Self::Percentages | Self::Bonuses | Self::Awards | Self::Recalculation => {
                rows.iter().any(|row| self.money(row).is_some_and(|sum| sum.0 != 0))
            }
            _ => true,
        }
    }
}

/// What the list remembers.
#[derive(Debug)]
pub(super) struct Form {
    find: String,
    pub find_wanted: bool,
    pub row: Option<usize>,
    sort: (Column, Order),
}

impl Default for Form {
    fn default() -> Self {
        Self { find: String::new(), find_wanted: false, row: None, sort: (Column::Name, Order::Rising) }
    }
}

impl Form {
    fn sort_by(&mut self, column: Column) {
        self.row = None;
        self.sort = match self.sort {
            (now, Order::Rising) if now == column => (column, Order::Falling),
            (now, Order::Falling) if now == column => (column, Order::Rising),
            // Words from the first, figures from the largest.
            _ if matches!(column, Column::Name | Column::Department | Column::Position | Column::State) => {
                (column, Order::Rising)
            }
            _ => (column, Order::Falling),
        };
    }

    /// The rows that fit what is typed, in order.
    fn rows<'a>(&self, view: &'a PayrollView) -> Vec<&'a PayrollRow> {
        let query = Query::new(&self.find);
        let fits = |row: &&PayrollRow| {
            let words = [Some(row.name.as_str()), row.position.as_deref(), row.department.as_deref()];
            let words: Vec<&str> = words.into_iter().flatten().collect();
            query.is_empty() || query.rank(&words.join(" "), &row.person).is_some()
        };
        let mut rows: Vec<&PayrollRow> = view.rows.iter().filter(fits).collect();
        let (column, order) = self.sort;
        match column {
            Column::Name => rows.sort_by(|one, other| one.name.cmp(&other.name)),
            Column::Department => rows.sort_by(|one, other| one.department.cmp(&other.department)),
            Column::Position => rows.sort_by(|one, other| one.position.cmp(&other.position)),
            Column::Rate => rows.sort_by_key(|row| row.rate_bp),
            Column::Kpi => rows.sort_by_key(|row| row.figures.kpi_cmin),
            Column::State => {
                rows.sort_by_key(|row| Reverse((row.no_money.is_some(), row.late_minor.is_some(), row.locked)));
            }
            _ => rows.sort_by_key(|row| column.money(row)),
        }
        if order == Order::Falling {
            rows.reverse();
        }
        rows
    }
}

pub(super) fn show(ui: &mut Ui, lang: Lang, view: &View<'_>, screen: &mut Screen) -> bool {
    let month = screen.month(view.me);
    let Some(payroll) = view.payroll.filter(|payroll| payroll.month == month) else {
        return wait(ui, lang, view.trouble);
    };
    if payroll.rows.is_empty() {
        let month = lang.month(month.first());
        let title = lang.with("payroll-empty", &[("month", Arg::Text(&month))]);
        let text = lang.t("payroll-empty-text");
        card::card(ui, "", |ui| {
            state::empty(
                ui,
                &state::Empty { icon: icons::WALLET, title: &title, text: &text, ..state::Empty::default() },
            )
        });
        return false;
    }
    remarks(ui, lang, view, payroll, screen);
    let rows = screen.list.rows(payroll);
    tiles(ui, lang, &rows);
    let room = layout::titled_room(ui);
    let title = lang.with("payroll-people", &[("count", rows.len().into())]);
    let state = if payroll.lock.locked { "locked" } else { "provisional" };
    let badge = |ui: &mut Ui| words::state_badge(ui, lang, state, payroll.closed_through);
    card::card_with(ui, &title, badge, |ui| {
        ui.set_min_height(room);
        let (name, hint) = (lang.t("payroll-find"), lang.t("payroll-find-hint"));
        let form = &mut screen.list;
        find_field(ui, &name, &hint, &mut form.find, &mut form.find_wanted, measure::TEXT);
        if let Some(opened) = rows_table(ui, lang, payroll, &rows, form, room - measure::CONTROL - space::S)
            && let Ok(person) = Code::new(&opened)
        {
            screen.person = Some(person);
            screen.statement = super::statement::Form::default();
        }
    });
    false
}

/// What keeps sums from being there, for how many, with the way to it.
fn remarks(ui: &mut Ui, lang: Lang, view: &View<'_>, payroll: &PayrollView, screen: &mut Screen) {
    for why in ["no-calendar", "no-scheme", "no-salary"] {
        let count = payroll.rows.iter().filter(|row| row.no_money.as_deref() == Some(why)).count();
        if count == 0 {
            continue;
        }
        let text = lang.with(&format!("payroll-remark-{why}"), &[("count", count.into())]);
        let (page, way) = match why {
            "no-scheme" => (super::Page::Schemes, view.me.may.schemes.then_some("payroll-to-schemes")),
            "no-salary" => (super::Page::People, view.me.may.salaries.then_some("payroll-to-salaries")),
            _ => (super::Page::Month, None),
        };
        let word = way.map(|key| lang.t(key)).unwrap_or_default();
        if crate::desktop::widgets::badge::banner(ui, Kind::Warn, &text, &word) {
            screen.go(page);
        }
    }
}

/// The sums of the rows on screen.
fn tiles(ui: &mut Ui, lang: Lang, rows: &[&PayrollRow]) {
    let of = |column: Column| total(rows.iter().map(|row| column.money(row)));
    let more = [Column::Supplements, Column::Percentages, Column::Bonuses, Column::Awards, Column::Recalculation];
    let more = total(more.map(|column| Some(of(column))));
    let sums = [
        ("payroll-sum-total", of(Column::Total)),
        ("payroll-sum-fixed", of(Column::Fixed)),
        ("payroll-sum-kpi", of(Column::KpiPart)),
        ("payroll-sum-cover", of(Column::Cover)),
        ("payroll-sum-more", more),
    ];
    let written = sums.map(|(key, amount)| (lang.t(key), lang.sum(amount)));
    let stats: Vec<stat::Stat<'_>> =
        written.iter().map(|(label, value)| stat::Stat { label, value, unit: "₽", ..stat::Stat::default() }).collect();
    stat_row(ui, &stats);
}

/// Sums in a row on one card, so that they take little height.
fn stat_row(ui: &mut Ui, stats: &[stat::Stat<'_>]) {
    card::card(ui, "", |ui| {
        card::columns_apart(ui, stats.len(), space::M, |columns| {
            for (place, (column, stat)) in columns.iter_mut().zip(stats).enumerate() {
                column.spacing_mut().item_spacing.y = 2.0;
                layout::name(column, stat.label);
                let text = format!("{}\u{a0}{}", stat.value, stat.unit);
                let theme = Theme::of(column);
                let figure = if place == 0 { theme.section(text.clone()) } else { theme.strong(text.clone()) };
                column.add(egui::Label::new(figure).truncate());
            }
        });
    });
}

/// The table; gives whose statement was opened.
fn rows_table(
    ui: &mut Ui,
    lang: Lang,
    payroll: &PayrollView,
    rows: &[&PayrollRow],
    form: &mut Form,
    height: f32,
) -> Option<String> {
    let columns: Vec<Column> = Column::ALL.into_iter().filter(|column| column.counts(&payroll.rows)).collect();
    let titles: Vec<String> = columns.iter().map(|column| lang.t(column.title())).collect();
    let narrow = ui.available_width() < if columns.len() > 9 { WIDE } else { ROOM };
    let heads: Vec<Head<'_>> = columns.iter().zip(&titles).map(|(column, title)| column.head(title, narrow)).collect();
    let sorted = columns.iter().position(|column| *column == form.sort.0).unwrap_or_default();
    if keys::is_pressed(ui.ctx(), &SORT)
        && let Some(next) = columns.get((sorted + 1) % columns.len().max(1))
    {
        form.sort_by(*next);
    }
    if keys::is_pressed(ui.ctx(), &TURN) {
        form.sort_by(form.sort.0);
    }
    if rows.is_empty() {
        state::line(ui, Kind::Neutral, icons::MAGNIFYING_GLASS, &lang.t("payroll-nothing-found"));
    }
    let name = lang.t("payroll-table");
    let table = Table::new(&name, &heads).sort(sorted, form.sort.1).height(height).takes_arrows();
    let outcome = table.show(ui, rows.len(), &mut form.row, |ui, row, place| {
        if let (Some(row), Some(column)) = (rows.get(row), columns.get(place)) {
            cell(ui, lang, row, *column, narrow);
        }
    });
    if let Some(column) = outcome.sorted.and_then(|place| columns.get(place)) {
        form.sort_by(*column);
    }
    outcome.opened.and_then(|row| rows.get(row)).map(|row| row.person.clone())
}

fn cell(ui: &mut Ui, lang: Lang, row: &PayrollRow, column: Column, narrow: bool) {
    let or_missing = |text: Option<&str>| text.unwrap_or(MISSING).to_owned();
    match column {
        Column::Name => drop(table::text(ui, &row.name)),
        Column::Department => drop(table::quiet(ui, &or_missing(row.department.as_deref()))),
        Column::Position => drop(table::quiet(ui, &or_missing(row.position.as_deref()))),
        Column::Rate => {
            let rate = row.rate_bp.map_or_else(|| MISSING.to_owned(), |rate| rate_words(lang, rate));
            table::number(ui, &rate);
        }
        Column::Kpi => drop(table::number(ui, &lang.minutes(row.figures.kpi_cmin))),
        Column::State => state_of(ui, lang, row, narrow),
        _ => {
            let amount = column.money(row).filter(|_| row.no_money.is_none() || column == Column::Total);
            table::number(ui, &words::sum_or_missing(lang, amount));
        }
    }
}

/// A rate as people say it: 1, 0,5.
pub(super) fn rate_words(lang: Lang, rate: BasisPoints) -> String {
    lang.factor(rate)
}

/// The share of the base that K reached.
pub(super) fn share_words(lang: Lang, row: Option<BasisPoints>) -> String {
    row.map_or_else(|| MISSING.to_owned(), |share| format!("{} %", lang.per_cent(share)))
}

/// Where a row stands, in a word with its icon; the word alone in the tooltip where there is no room.
fn state_of(ui: &mut Ui, lang: Lang, row: &PayrollRow, narrow: bool) {
    let (kind, icon, word) = if let Some(why) = &row.no_money {
        (Kind::Warn, icons::WARNING, lang.t(&format!("pay-why-{why}")))
    } else if let Some(late) = row.late_minor {
        let sum = lang.signed_sum(late);
        let word = lang.with("payroll-state-late", &[("sum", Arg::Text(&sum))]);
        (Kind::Accent, icons::CLOCK_COUNTER_CLOCKWISE, word)
    } else if row.locked {
        (Kind::Ok, icons::LOCK, lang.t("pay-state-locked"))
    } else {
        (Kind::Neutral, icons::HOURGLASS_MEDIUM, lang.t("payroll-state-open"))
    };
    if !narrow {
        return words::marked(ui, kind, icon, &word);
    }
    let response = ui.label(egui::RichText::new(icon).size(size::ICON).color(Theme::of(ui).ink(kind)));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &word));
    response.on_hover_text(word);
}
