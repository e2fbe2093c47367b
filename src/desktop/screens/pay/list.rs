//! Everybody's figures of a month: found by typing, sorted by any column, with the sums of what is shown.
//!
//! A column that holds nothing for anybody is left out; where the window is small the rate joins the position, what is paid besides
//! joins one column, and a state is an icon, so that every month fits without a cut figure.

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
use crate::desktop::widgets::{card, ink, stat, state};
use crate::domain::code::Code;
use crate::domain::units::{BasisPoints, Money};
use crate::locale::{Arg, Lang};
use crate::views::pay::{PayrollRow, PayrollView};

const SORT: ActionInfo<()> = ActionInfo::new((), "payroll-key-sort", icons::CARET_UP_DOWN).plain(Key::S);
const TURN: ActionInfo<()> = ActionInfo::new((), "payroll-key-sort", icons::CARET_UP_DOWN).plain(Key::O);

/// The least room of a name.
const NAME: f32 = 142.0;

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
    More,
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

    /// What is paid besides salary and cover.
    const BESIDES: [Self; 5] = [Self::Supplements, Self::Percentages, Self::Bonuses, Self::Awards, Self::Recalculation];

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
            Self::More => "payroll-head-more",
            Self::Total => "payroll-head-total",
            Self::State => "pay-head-state",
        }
    }

    /// How much room it needs, without the gap to its neighbour.
    fn width(self, short: bool) -> f32 {
        match self {
            Self::Name => NAME,
            Self::Department => 56.0,
            Self::Rate => 60.0,
            Self::Kpi => 72.0,
            Self::State if short => space::L,
            Self::Position | Self::State => 128.0,
            Self::Supplements | Self::Percentages => 92.0,
            Self::Awards | Self::Total => 84.0,
            Self::Recalculation => 96.0,
            Self::Bonuses => 80.0,
            Self::Fixed | Self::KpiPart | Self::Cover | Self::More => 76.0,
        }
    }

    /// `short`: a state is an icon.
    fn head(self, title: &str, short: bool) -> Head<'_> {
        let width = self.width(short);
        let head = match self {
            Self::Name => Head { width: Width::Fill(width), ..Head::text(title) },
            Self::State if short => Head::icon(title, icons::INFO),
            Self::Department | Self::Position | Self::State => Head::text(title).exact(width),
            _ => Head::number(title, width),
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
            Self::More => Some(total(Self::BESIDES.map(|column| column.money(row)))),
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
            Self::Rate => rows.iter().any(|row| row.rate_bp.is_some_and(|rate| rate != BasisPoints::ONE)),
            // The month's own state stands over the table.
            Self::State => {
                let all = rows.iter().all(|row| row.locked);
                rows.iter().any(|row| row.no_money.is_some() || row.late_minor.is_some() || row.locked != all)
            }
            Self::More => false,
            _ => true,
        }
    }
}

/// The columns of a table and whether a state is an icon.
#[derive(Debug, PartialEq, Eq)]
struct Columns {
    shown: Vec<Column>,
    short: bool,
}

impl Columns {
    /// What has something to say about the rows, as it fits `room`.
    fn of(rows: &[PayrollRow], room: f32) -> Self {
        let mut columns =
            Self { shown: Column::ALL.into_iter().filter(|column| column.counts(rows)).collect(), short: false };
        if columns.room() > room {
            columns.short = true;
        }
        if columns.room() > room {
            columns.shown.retain(|column| *column != Column::Rate);
        }
        let besides = columns.shown.iter().filter(|column| Column::BESIDES.contains(column)).count();
        if columns.room() > room && besides > 1 {
            columns.shown.retain(|column| !Column::BESIDES.contains(column));
            let total = columns.shown.iter().position(|column| *column == Column::Total).unwrap_or_default();
            columns.shown.insert(total, Column::More);
        }
        columns
    }

    fn room(&self) -> f32 {
        let widths: f32 = self.shown.iter().map(|column| column.width(self.short)).sum();
        // The scroll bar keeps clear of the last column.
        widths + space::L * ink::px(self.shown.len().saturating_sub(1)) + space::L
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
    let sums = [
        ("payroll-sum-total", of(Column::Total)),
        ("payroll-sum-fixed", of(Column::Fixed)),
        ("payroll-sum-kpi", of(Column::KpiPart)),
        ("payroll-sum-cover", of(Column::Cover)),
        ("payroll-sum-more", of(Column::More)),
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
    let Columns { shown: columns, short } = Columns::of(&payroll.rows, ui.available_width());
    let titles: Vec<String> = columns.iter().map(|column| lang.t(column.title())).collect();
    let heads: Vec<Head<'_>> = columns.iter().zip(&titles).map(|(column, title)| column.head(title, short)).collect();
    let rated = columns.contains(&Column::Rate);
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
            cell(ui, lang, row, *column, (rated, short, payroll.lock.locked));
        }
    });
    if let Some(column) = outcome.sorted.and_then(|place| columns.get(place)) {
        form.sort_by(*column);
    }
    outcome.opened.and_then(|row| rows.get(row)).map(|row| row.person.clone())
}

/// `rated`: the rate has a column of its own. `short`: a state is an icon. `all_locked`: the month is.
fn cell(ui: &mut Ui, lang: Lang, row: &PayrollRow, column: Column, (rated, short, all_locked): (bool, bool, bool)) {
    let or_missing = |text: Option<&str>| text.unwrap_or(MISSING).to_owned();
    match column {
        Column::Name => drop(table::text(ui, &row.name)),
        Column::Department => drop(table::quiet(ui, &or_missing(row.department.as_deref()))),
        Column::Position => {
            let part = row.rate_bp.filter(|rate| !rated && *rate != BasisPoints::ONE);
            let rate = part.map(|rate| format!(" · {}", rate_words(lang, rate))).unwrap_or_default();
            table::quiet(ui, &format!("{}{rate}", or_missing(row.position.as_deref())));
        }
        Column::Rate => {
            let rate = row.rate_bp.map_or_else(|| MISSING.to_owned(), |rate| rate_words(lang, rate));
            table::number(ui, &rate);
        }
        Column::Kpi => drop(table::number(ui, &lang.minutes(row.figures.kpi_cmin))),
        Column::State => state_of(ui, lang, row, (short, all_locked)),
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

/// Where a row stands apart from its month, in a word with its icon; the word alone in the tooltip where there is no room.
fn state_of(ui: &mut Ui, lang: Lang, row: &PayrollRow, (short, all_locked): (bool, bool)) {
    let (kind, icon, word) = if let Some(why) = &row.no_money {
        (Kind::Warn, icons::WARNING, lang.t(&format!("pay-why-{why}")))
    } else if let Some(late) = row.late_minor {
        let sum = lang.signed_sum(late);
        let word = lang.with("payroll-state-late", &[("sum", Arg::Text(&sum))]);
        (Kind::Accent, icons::CLOCK_COUNTER_CLOCKWISE, word)
    } else if row.locked && !all_locked {
        (Kind::Ok, icons::LOCK, lang.t("pay-state-locked"))
    } else {
        return;
    };
    if !short {
        return words::marked(ui, kind, icon, &word);
    }
    let response = ui.label(egui::RichText::new(icon).size(size::ICON).color(Theme::of(ui).ink(kind)));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &word));
    response.on_hover_text(word);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::pay::Figures;

    fn row(change: fn(&mut PayrollRow)) -> PayrollRow {
        let mut row = PayrollRow {
            person: "101".to_owned(),
            name: "Анна".to_owned(),
            department: Some("SUP".to_owned()),
            position: Some("Оператор".to_owned()),
            scheme: None,
            salary_minor: None,
            rate_bp: Some(BasisPoints::ONE),
            figures: Figures::default(),
            no_money: None,
            locked: false,
            left_plan: Vec::new(),
            downtime: Vec::new(),
            late_minor: None,
        };
        change(&mut row);
        row
    }

    /// What says nothing is left out; what there is fits the content of the smallest window.
    #[test]
    fn every_month_fits_the_smallest_window() {
        let plain = row(|_| {});
        let shown = Columns::of(std::slice::from_ref(&plain), 966.0).shown;
        assert!(!shown.contains(&Column::State) && !shown.contains(&Column::Rate), "{shown:?}");
        let full = [
            row(|row| {
                row.department = Some("SALES".to_owned());
                row.rate_bp = Some(BasisPoints(5_000));
                row.figures.supplements_minor = Money(1);
                row.figures.percentages_minor = Money(1);
                row.figures.bonuses_minor = Money(1);
            }),
            row(|row| {
                row.no_money = Some("no-salary".to_owned());
                row.figures.awards_minor = Money(1);
                row.figures.recalculation_minor = Money(-1);
            }),
        ];
        let columns = Columns::of(&full, 966.0);
        assert!(columns.room() <= 966.0, "{columns:?} {}", columns.room());
        assert!(columns.short && columns.shown.contains(&Column::More) && columns.shown.contains(&Column::State));
        assert_eq!(Column::More.money(&full[0]), Some(Money(3)));
        // A wide window has them all.
        let wide = Columns::of(&full, 1_800.0);
        assert!(!wide.short && wide.shown.contains(&Column::Rate) && wide.shown.contains(&Column::Awards));
    }
}
