//! Every study in a table that finds and sorts, and beside it the norms in force against real handling times.

use std::cmp::Ordering;

use egui::Ui;
use uuid::Uuid;

use super::head::key_of;
use super::pieces::{NARROW, NARROWEST, find_field};
use super::{Act, Form as Screen, View, drift, drifted, words};
use crate::desktop::action::{Action, Place};
use crate::desktop::icons;
use crate::desktop::screens::norms::layout::card_room;
use crate::desktop::theme::{Kind, measure, space};
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::find::Query;
use crate::desktop::widgets::table::{self, Head, Order, Table};
use crate::desktop::widgets::{badge, card, ink, state};
use crate::locale::{Arg, Lang};
use crate::views::studies::StudyBrief;

/// A column of the list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Column {
    Action,
    #[default]
    Dates,
    Source,
    Kept,
    Operators,
    Precision,
    Flags,
    Norm,
}

impl Column {
    const EVERY: [Self; 8] = [
        Self::Action,
        Self::Dates,
        Self::Source,
        Self::Kept,
        Self::Operators,
        Self::Precision,
        Self::Flags,
        Self::Norm,
    ];

    /// What has room in a table of this width; what is left out stands in the study itself.
    fn shown(width: f32) -> &'static [Self] {
        match width {
            ..NARROWEST => &[Self::Action, Self::Precision, Self::Flags, Self::Norm],
            NARROWEST..NARROW => &[Self::Action, Self::Dates, Self::Kept, Self::Precision, Self::Flags, Self::Norm],
            _ => &Self::EVERY,
        }
    }

    fn place(self) -> usize {
        Self::EVERY.iter().position(|column| *column == self).unwrap_or_default()
    }
}

/// What the list remembers.
#[derive(Debug)]
pub(super) struct Form {
    find: String,
    pub find_wanted: bool,
    column: Column,
    falling: bool,
    row: Option<Uuid>,
}

impl Default for Form {
    /// The newest first.
    fn default() -> Self {
        Self { find: String::new(), find_wanted: false, column: Column::Dates, falling: true, row: None }
    }
}

impl Form {
    pub(super) fn next_column(&mut self) {
        self.column = Column::EVERY.get((self.column.place() + 1) % Column::EVERY.len()).copied().unwrap_or_default();
    }

    pub(super) fn turn(&mut self) {
        self.falling = !self.falling;
    }

    fn sort_by(&mut self, column: Column) {
        self.falling = if column == self.column { !self.falling } else { false };
        self.column = column;
    }
}

/// Draws the list, or the norms in force; says whether what did not come is to be asked for once more.
pub(super) fn show(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Screen, actions: &mut Vec<Action>) -> bool {
    let drifted = view.drift.map_or(0, drifted);
    let mut pressed = None;
    card::screen_title(ui, &lang.t("study-title"), |ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        let norms = match drifted {
            0 => lang.t("study-norms-in-force"),
            count => lang.with("study-norms-in-force-drifted", &[("count", count.into())]),
        };
        for (act, word, here) in
            [(Act::Drift, norms, form.norms), (Act::Readings, lang.t("study-studies"), !form.norms)]
        {
            let key = key_of(ui, lang, act);
            let button = if here { Button::secondary(&word).selected(true) } else { Button::quiet(&word) };
            if button.key(&key).show(ui).clicked() {
                pressed = Some(act);
            }
        }
    });
    if let Some(act) = pressed {
        form.press(act);
        ui.ctx().request_repaint();
    }
    if form.norms {
        return drift::overview(ui, lang, view, form, actions);
    }
    if view.studies.studies.is_empty() {
        nothing(ui, lang, view, actions);
    } else {
        studies(ui, lang, view, form, actions);
    }
    false
}

fn nothing(ui: &mut Ui, lang: Lang, view: &View<'_>, actions: &mut Vec<Action>) {
    let keeps = view.studies.keeps;
    let text = lang.t(if keeps { "study-empty-text" } else { "study-empty-director" });
    let (title, button, key) = (lang.t("study-empty"), lang.t("study-to-stopwatch"), key_of(ui, lang, Act::Stopwatch));
    let empty = state::Empty { icon: icons::CHART_SCATTER, title: &title, text: &text, ..state::Empty::default() };
    let with_button = state::Empty { button: &button, button_icon: icons::TIMER, key: &key, ..empty };
    card::card(ui, "", |ui| {
        if state::empty(ui, if keeps { &with_button } else { &empty }) {
            actions.push(Action::Go(Place::Stopwatch));
        }
    });
}

fn studies(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Screen, actions: &mut Vec<Action>) {
    let titles = [
        "study-column-action",
        "study-column-dates",
        "study-column-source",
        "study-column-kept",
        "study-column-operators",
        "study-column-precision",
        "study-column-flags",
        "study-column-norm",
    ]
    .map(|key| lang.t(key));
    let [action, dates, source, kept, operators, precision, flags, norm] = &titles;
    let heads = [
        Head::text(action),
        Head::text(dates).exact(184.0),
        Head::text(source).exact(112.0),
        Head::number(kept, 64.0),
        Head::number(operators, 88.0),
        Head::number(precision, 72.0),
        Head::text(flags).exact(104.0),
        Head::number(norm, 92.0),
    ]
    .map(Head::sortable);
    let room = card_room(ui);
    let rows = rows(lang, view, &form.list);
    card::card(ui, "", |ui| {
        let (name, hint) = (lang.t("study-find"), lang.t("study-find-hint"));
        let width = ui.available_width().min(measure::TEXT);
        find_field(ui, &name, &hint, &mut form.list.find, &mut form.list.find_wanted, width);
        let left = (room - measure::CONTROL - space::S).max(measure::ROW * 4.0);
        let height = left.min(measure::ROW * ink::px(rows.len() + 1));
        let mut row = rows.iter().position(|brief| form.list.row == Some(brief.study));
        let order = if form.list.falling { Order::Falling } else { Order::Rising };
        let name = lang.t("study-table-studies");
        let shown = Column::shown(ui.available_width());
        let heads: Vec<Head<'_>> = shown.iter().filter_map(|column| heads.get(column.place()).copied()).collect();
        let table = Table::new(&name, &heads).height(height).takes_arrows();
        let sorted = shown.iter().position(|column| *column == form.list.column);
        let table = sorted.map_or(table, |place| table.sort(place, order));
        let outcome = table.show(ui, rows.len(), &mut row, |ui, row, column| {
            if let Some((brief, column)) = rows.get(row).zip(shown.get(column)) {
                cell(ui, lang, view, brief, *column);
            }
        });
        form.list.row = row.and_then(|row| rows.get(row)).map(|brief| brief.study);
        if let Some(column) = outcome.sorted.and_then(|place| shown.get(place)) {
            form.list.sort_by(*column);
        }
        if rows.is_empty() {
            state::line(ui, Kind::Neutral, icons::MAGNIFYING_GLASS, &lang.t("study-nothing-found"));
        }
        if let Some(brief) = outcome.opened.or(outcome.clicked).and_then(|row| rows.get(row)) {
            actions.push(Action::OpenStudy(Some(brief.study), crate::desktop::action::StudyPage::Readings));
        }
    });
}

/// The studies that fit what is typed, in their order.
fn rows<'a>(lang: Lang, view: &View<'a>, form: &Form) -> Vec<&'a StudyBrief> {
    let query = Query::new(&form.find);
    let name = |brief: &StudyBrief| view.action_name(lang, &brief.action.code);
    let text = |brief: &StudyBrief| {
        let (source, days) = (words::source(lang, brief.source), words::days(lang, brief.from, brief.to));
        format!("{} {source} {days}", name(brief))
    };
    let studies = view.studies.studies.iter();
    let mut rows: Vec<(String, &StudyBrief)> = studies
        .filter(|brief| query.is_empty() || query.rank(&text(brief), &brief.action.code).is_some())
        .map(|brief| (name(brief), brief))
        .collect();
    rows.sort_by(|one, other| {
        let order = compare(lang, form.column, one, other);
        if form.falling { order.reverse() } else { order }
    });
    rows.into_iter().map(|(_, brief)| brief).collect()
}

fn compare(lang: Lang, column: Column, (name, one): &(String, &StudyBrief), other: &(String, &StudyBrief)) -> Ordering {
    let (other_name, other) = other;
    let number = |value: Option<f64>| value.unwrap_or(f64::INFINITY);
    match column {
        Column::Action => name.cmp(other_name),
        Column::Dates => one.to.cmp(&other.to).then(one.from.cmp(&other.from)),
        Column::Source => words::source(lang, one.source).cmp(&words::source(lang, other.source)),
        Column::Kept => one.kept.cmp(&other.kept),
        Column::Operators => one.operators.cmp(&other.operators),
        Column::Precision => number(one.precision_percent).total_cmp(&number(other.precision_percent)),
        Column::Flags => one.open_flags.cmp(&other.open_flags),
        Column::Norm => one.norm_cmin.cmp(&other.norm_cmin),
    }
}

fn cell(ui: &mut Ui, lang: Lang, view: &View<'_>, brief: &StudyBrief, column: Column) {
    match column {
        Column::Action => drop(table::text(ui, &view.action_name(lang, &brief.action.code))),
        Column::Dates => drop(table::text(ui, &words::days(lang, brief.from, brief.to))),
        Column::Source => drop(table::quiet(ui, &words::source(lang, brief.source))),
        Column::Kept => {
            let all = words::count(lang, brief.observations);
            let response = table::number(ui, &words::count(lang, brief.kept));
            response.on_hover_text(lang.with("study-kept-of", &[("all", Arg::Text(&all))]));
        }
        Column::Operators => drop(table::number(ui, &words::count(lang, brief.operators))),
        Column::Precision => {
            let text = brief.precision_percent.map(|percent| format!("±{} %", lang.number(percent, 1)));
            table::number(ui, text.as_deref().unwrap_or(words::NOTHING));
        }
        Column::Flags if brief.open_flags > 0 => {
            let text = lang.with("watch-flags", &[("count", Arg::from(brief.open_flags))]);
            badge::badge_with(ui, Kind::Warn, icons::FLAG, &text);
        }
        Column::Flags => drop(table::quiet(ui, words::NOTHING)),
        Column::Norm => drop(table::number(ui, &words::norm(lang, brief.norm_cmin))),
    }
}
