//! The own KPI: the official counter of closed days against the plan to date, what is not closed yet beside it, the days of the month.
//!
//! Invariant: closed and provisional minutes never stand in one number.

mod day;

use chrono::{Months, NaiveDate};
use egui::Ui;

use super::desk::progress;
use super::norms::layout::{self, Side};
use crate::desktop::action::{Action, Answer, Tag};
use crate::desktop::icons;
use crate::desktop::keys::{self, ActionInfo};
use crate::desktop::theme::{Kind, Theme, font, measure, space};
use crate::desktop::widgets::button::icon_button;
use crate::desktop::widgets::{badge, card, chart, chart_days, ink, stat, state};
use crate::domain::units::CentiMinutes;
use crate::locale::{Arg, Lang};
use crate::views::kpi::{DayKpi, EmployeeKpi, KpiView};
use crate::views::people::MeView;
use crate::views::tickets::DayView;

/// Keys of this screen, for F1.
pub const KEYS: &[(&str, &str)] =
    &[("PageUp", "kpi-key-previous"), ("PageDown", "kpi-key-next"), ("← →", "kpi-key-day"), ("Esc", "kpi-key-close")];

/// How wide the day beside the chart is.
const DAY: f32 = 352.0;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Key {
    Previous,
    Next,
    DayBefore,
    DayAfter,
    Close,
}

const TABLE: &[ActionInfo<Key>] = &[
    ActionInfo::new(Key::Previous, "kpi-key-previous", icons::CARET_LEFT).plain(egui::Key::PageUp),
    ActionInfo::new(Key::Next, "kpi-key-next", icons::CARET_RIGHT).plain(egui::Key::PageDown),
    ActionInfo::new(Key::DayBefore, "kpi-key-day", icons::ARROW_LEFT).plain(egui::Key::ArrowLeft),
    ActionInfo::new(Key::DayAfter, "kpi-key-day", icons::ARROW_RIGHT).plain(egui::Key::ArrowRight),
    ActionInfo::new(Key::Close, "kpi-key-close", icons::X).plain(egui::Key::Escape),
];

/// What the screen remembers.
#[derive(Debug, Default)]
pub struct Form {
    /// The chosen day, so that chart and day agree while its view is on the way.
    day: Option<NaiveDate>,
}

impl Form {
    /// Takes the outcome of a command; this screen sends none.
    pub fn answered(&mut self, _tag: Tag, answer: Answer<'_>, _lang: Lang, actions: &mut Vec<Action>) {
        if let Err(text) = answer {
            actions.push(Action::Say(Kind::Bad, text.to_owned()));
        }
    }

    fn choose(&mut self, day: Option<NaiveDate>, actions: &mut Vec<Action>) {
        self.day = day;
        actions.push(Action::SelectDay(day));
    }
}

/// A month as the view names it.
fn first_of(month: &str) -> Option<NaiveDate> {
    format!("{month}-01").parse().ok()
}

/// Draws the screen.
pub fn show(
    ui: &mut Ui,
    lang: Lang,
    view: &KpiView,
    day: Option<&DayView>,
    me: &MeView,
    form: &mut Form,
    actions: &mut Vec<Action>,
) {
    let own = view.employees.iter().find(|employee| employee.code == me.code);
    let month = first_of(&view.month).unwrap_or(me.work_day);
    let this_month = month.format("%Y-%m").to_string() == me.work_day.format("%Y-%m").to_string();
    keyboard(ui, own, month, this_month, form, actions);
    card::content(ui, |ui| {
        card::screen_title(ui, &lang.t("kpi-title"), |ui| switch(ui, lang, month, this_month, form, actions));
        let Some(own) = own else {
            return nothing(ui, &lang.t("kpi-none-title"), &lang.t("kpi-none-text"));
        };
        if own.plan_cmin.is_none() {
            let year = month.format("%Y").to_string();
            badge::banner(ui, Kind::Warn, &lang.with("kpi-no-plan", &[("year", Arg::Text(&year))]), "");
        }
        counters(ui, lang, view, own);
        if own.days.is_empty() {
            return nothing(ui, &lang.t("kpi-empty-title"), &lang.t("kpi-empty-text"));
        }
        let left = ui.available_width() - DAY - space::L;
        layout::split(ui, left, |ui, side| match side {
            Side::Left => days(ui, lang, own, form, actions),
            Side::Right => day::show(ui, lang, day, form.day, actions, &mut form.day),
        });
    });
}

fn keyboard(
    ui: &Ui,
    own: Option<&EmployeeKpi>,
    month: NaiveDate,
    this_month: bool,
    form: &mut Form,
    actions: &mut Vec<Action>,
) {
    // A focused control has the arrows; they are the screen's only while nothing is focused.
    if ui.memory(|memory| memory.focused().is_some()) {
        return;
    }
    let Some(pressed) = keys::pressed(ui.ctx(), TABLE) else { return };
    let days = own.map(|own| own.days.as_slice()).unwrap_or_default();
    let place = form.day.and_then(|day| days.iter().position(|other| other.date == day));
    let to = |place: Option<usize>| place.and_then(|place| days.get(place)).map(|day| day.date);
    match pressed.id {
        Key::Previous => turn(month, false, form, actions),
        Key::Next if !this_month => turn(month, true, form, actions),
        Key::Next => {}
        Key::DayBefore => {
            // Nothing chosen: the newest day with something on it.
            let before = to(place.map_or_else(|| days.iter().rposition(has_value), |place| place.checked_sub(1)));
            if before.is_some() {
                form.choose(before, actions);
            }
        }
        Key::DayAfter => {
            let after = to(Some(place.map_or(0, |place| place + 1)));
            if after.is_some() {
                form.choose(after, actions);
            }
        }
        Key::Close => form.choose(None, actions),
    }
}

fn turn(month: NaiveDate, on: bool, form: &mut Form, actions: &mut Vec<Action>) {
    let step = Months::new(1);
    let to = if on { month.checked_add_months(step) } else { month.checked_sub_months(step) };
    if let Some(to) = to {
        form.choose(None, actions);
        actions.push(Action::SelectMonth(to.format("%Y-%m").to_string()));
    }
}

/// The month with a step back and on; from right to left.
fn switch(ui: &mut Ui, lang: Lang, month: NaiveDate, this_month: bool, form: &mut Form, actions: &mut Vec<Action>) {
    let theme = Theme::of(ui);
    let next = ui.add_enabled_ui(!this_month, |ui| {
        icon_button(ui, icons::CARET_RIGHT, &lang.t("kpi-next"), "PageDown").clicked()
    });
    if next.inner {
        turn(month, true, form, actions);
    }
    let (rect, response) = ui.allocate_exact_size(egui::vec2(152.0, measure::CONTROL), egui::Sense::hover());
    let name = lang.month(month);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &name));
    ink::place(
        ui.painter(),
        ink::line(ui, &name, font::strong(), theme.text, rect.width()),
        rect,
        egui::Align2::CENTER_CENTER,
    );
    if icon_button(ui, icons::CARET_LEFT, &lang.t("kpi-previous"), "PageUp").clicked() {
        turn(month, false, form, actions);
    }
}

fn nothing(ui: &mut Ui, title: &str, text: &str) {
    card::card(ui, "", |ui| {
        state::empty(ui, &state::Empty { icon: icons::GAUGE, title, text, ..state::Empty::default() });
    });
}

/// The official counter, large; what is not closed, and the month's plan, each on a card of its own.
fn counters(ui: &mut Ui, lang: Lang, view: &KpiView, own: &EmployeeKpi) {
    let left = (ui.available_width() - space::L) * 0.46;
    layout::split(ui, left, |ui, side| match side {
        Side::Left => official(ui, lang, view, own),
        Side::Right => beside(ui, lang, own),
    });
}

fn official(ui: &mut Ui, lang: Lang, view: &KpiView, own: &EmployeeKpi) {
    let unit = lang.t("unit-min");
    let value = lang.minutes(own.kpi_cmin);
    let label = match view.closed_through {
        Some(day) => lang.with("kpi-official", &[("day", Arg::Text(&lang.date(day)))]),
        None => lang.t("kpi-official-none"),
    };
    let plan = own.plan_to_date_cmin.filter(|plan| plan.0 > 0);
    let (note, kind) = match plan {
        Some(plan) => {
            let share = own.kpi_cmin.minutes() / plan.minutes() * 100.0;
            // Cut, not rounded: 99,97 % is not the plan.
            let share = lang.number((share * 10.0).floor() / 10.0, 1);
            let note =
                lang.with("kpi-of-plan", &[("share", Arg::Text(&share)), ("plan", Arg::Text(&lang.minutes(plan)))]);
            (note, if own.kpi_cmin >= plan { Kind::Ok } else { Kind::Neutral })
        }
        None => {
            (lang.t(if own.plan_cmin.is_some() { "kpi-plan-not-begun" } else { "kpi-plan-unknown" }), Kind::Neutral)
        }
    };
    card::card(ui, "", |ui| {
        stat::plain(ui, &stat::Stat { label: &label, value: &value, unit: &unit, note: &note, kind });
        bar(ui, own.kpi_cmin, plan);
    });
}

fn bar(ui: &mut Ui, done: CentiMinutes, plan: Option<CentiMinutes>) {
    if plan.is_some() {
        progress(ui, done, plan);
    } else {
        ui.add_space(space::S);
    }
}

fn beside(ui: &mut Ui, lang: Lang, own: &EmployeeKpi) {
    let unit = lang.t("unit-min");
    let open = own.days.iter().filter(|day| !day.closed && day.tickets > 0).count();
    let provisional = lang.minutes(own.provisional_cmin);
    let label = lang.with("kpi-provisional", &[("count", open.into())]);
    let note = lang.t("kpi-provisional-note");
    let plan = own.plan_cmin.map_or_else(|| "—".to_owned(), |plan| lang.minutes(plan));
    let left = own.plan_cmin.and_then(|plan| plan.minus(own.kpi_cmin).ok()).filter(|left| left.0 > 0);
    let (plan_label, reached) = (lang.t("kpi-plan-month"), lang.t("kpi-plan-reached"));
    let plan_note = match (own.plan_cmin, left) {
        (None, _) => lang.t("kpi-plan-unknown"),
        (_, Some(left)) => lang.with("kpi-plan-left", &[("minutes", Arg::Text(&lang.minutes(left)))]),
        (_, None) => reached,
    };
    let plan_unit = if own.plan_cmin.is_some() { unit.as_str() } else { "" };
    let stats = [
        stat::Stat { label: &label, value: &provisional, unit: &unit, note: &note, kind: Kind::Neutral },
        stat::Stat { label: &plan_label, value: &plan, unit: plan_unit, note: &plan_note, kind: Kind::Neutral },
    ];
    card::columns(ui, 2, |columns| {
        for (column, stat) in columns.iter_mut().zip(&stats) {
            card::card(column, "", |ui| {
                stat::plain(ui, stat);
                // As high as the counter with its bar.
                ui.add_space(space::S);
            });
        }
    });
}

/// The days of the month as bars beside their targets.
fn days(ui: &mut Ui, lang: Lang, own: &EmployeeKpi, form: &mut Form, actions: &mut Vec<Action>) {
    let [name, across, up, as_table, as_chart] =
        ["kpi-chart", "kpi-chart-day", "kpi-chart-minutes", "kpi-as-table", "kpi-as-chart"].map(|key| lang.t(key));
    let [reached, below, open, target, word] =
        ["kpi-reached", "kpi-below", "kpi-open", "kpi-target", "kpi-state"].map(|key| lang.t(key));
    let room = layout::titled_room(ui);
    let labels: Vec<String> = own.days.iter().map(|day| day.date.format("%d.%m").to_string()).collect();
    let bars: Vec<chart_days::Day<'_>> = own
        .days
        .iter()
        .zip(&labels)
        .map(|(day, label)| chart_days::Day {
            label,
            value: has_value(day).then(|| day.kpi_cmin.minutes()),
            target: day.plan_cmin.filter(|plan| plan.0 > 0).map(CentiMinutes::minutes),
            closed: day.closed,
        })
        .collect();
    let sentence = sentence(lang, own);
    let write = |value: f64| lang.number(value, 0);
    // Title, sentence and legend stand above the plot.
    let height = (room - measure::CONTROL - space::XL - space::XS).max(180.0);
    let words = chart::Words {
        name: &name,
        sentence: &sentence,
        across: &across,
        up: &up,
        as_table: &as_table,
        as_chart: &as_chart,
        small: false,
        write: &write,
        height,
    };
    let day_words =
        chart_days::DayWords { reached: &reached, below: &below, open: &open, target: &target, state: &word };
    card::card(ui, &name, |ui| {
        let clicked = chart_days::day_bars(ui, &words, &day_words, &bars);
        if let Some(day) = clicked.and_then(|place| own.days.get(place)) {
            form.choose(Some(day.date), actions);
        }
    });
}

/// A closed day counts even with nothing done; an open one only with tickets.
fn has_value(day: &DayKpi) -> bool {
    day.closed || day.tickets > 0
}

/// The chart in words.
fn sentence(lang: Lang, own: &EmployeeKpi) -> String {
    let closed = own.days.iter().filter(|day| day.closed);
    let reached = closed.clone().filter(|day| day.plan_cmin.is_some_and(|plan| day.kpi_cmin >= plan)).count();
    lang.with("kpi-sentence", &[("closed", closed.count().into()), ("reached", reached.into())])
}
