//! The month in facts: pace and forecast in words, work per hour, absences and cover, what waits, and the supervisor's notes.

use std::collections::BTreeMap;

use egui::{RichText, Ui};

use super::View;
use super::pieces::{Opens, amount, fact, heading, opens, sentence};
use crate::desktop::action::{Action, Place};
use crate::desktop::icons;
use crate::desktop::screens::norms::layout;
use crate::desktop::screens::{indicator_words, tasks};
use crate::desktop::theme::{Kind, Theme};
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::state;
use crate::documents::pay::kind_name;
use crate::domain::units::CentiMinutes;
use crate::locale::{Arg, Lang};
use crate::views::absences::CoverView;
use crate::views::department::{ForecastView, MyKpiView};
use crate::views::tasks::{IndicatorView, IndicatorsView};

pub(super) fn show(ui: &mut Ui, lang: Lang, view: &View<'_>, actions: &mut Vec<Action>) {
    waiting(ui, lang, view, actions);
    pace(ui, lang, view.month);
    efficiency(ui, lang, view.month);
    if let Some(list) = view.indicators.filter(|list| list.month == view.month.month) {
        indicators(ui, lang, list, &view.month.person);
    }
    absences(ui, lang, view.month);
    if let Some(cover) = view.cover.filter(|cover| cover.month == view.month.month) {
        covered(ui, lang, cover, &view.month.person);
    }
    notes(ui, lang, view.month);
}

/// Why a month has no forecast, as the key of its words.
pub(super) fn no_forecast(month: &MyKpiView) -> &'static str {
    if month.plan_cmin.is_none() {
        "kpi-plan-unknown"
    } else if month.days.iter().all(|day| day.closed) && !month.days.is_empty() {
        "kpi-forecast-over"
    } else {
        "kpi-forecast-early"
    }
}

/// What waits for the person: orders, calls, tasks.
fn waiting(ui: &mut Ui, lang: Lang, view: &View<'_>, actions: &mut Vec<Action>) {
    let own = view.is_own();
    let orders = if own { view.me.to_acknowledge } else { 0 };
    if orders > 0 {
        let text = lang.with("kpi-orders", &[("count", Arg::Count(orders))]);
        if Button::secondary(&text).icon(icons::SIGNATURE).show(ui).clicked() {
            actions.push(Action::Go(Place::Acquaintance));
        }
    }
    let calls = view.month.unprocessed_before_today;
    if calls > 0 {
        let text = lang.with("kpi-unprocessed", &[("count", Arg::Count(calls))]);
        if own && view.me.may.desk {
            if Button::secondary(&text).icon(icons::PHONE).show(ui).clicked() {
                actions.push(Action::Go(Place::Desk));
            }
        } else {
            state::line(ui, Kind::Warn, icons::PHONE, &text);
        }
    }
    for task in &view.month.tasks {
        let due = lang.date(task.due);
        let (kind, key) =
            if task.overdue { (Kind::Warn, "kpi-task-overdue") } else { (Kind::Neutral, "kpi-task-today") };
        let text = lang.with(key, &[("title", Arg::Text(&task.title)), ("due", Arg::Text(&due))]);
        if own && view.me.may.tasks {
            // A title has any length: a line cuts it where a button would push the page apart.
            let line = Opens { name: &text, number: "", strong: true, chosen: false, enabled: true };
            if opens(ui, &line) {
                actions.push(Action::OpenTasks(tasks::Page::Tasks, Some(task.task)));
            }
        } else {
            state::line(ui, kind, icons::CLIPBOARD_TEXT, &text);
        }
    }
}

fn pace(ui: &mut Ui, lang: Lang, month: &MyKpiView) {
    heading(ui, &lang.t("kpi-pace"));
    let Some(forecast) = &month.forecast else {
        layout::quiet(ui, &lang.t(no_forecast(month)));
        return;
    };
    sentence(ui, &pace_words(lang, month, forecast));
}

/// The pace, where it leads, and how that stands to the plan.
fn pace_words(lang: Lang, month: &MyKpiView, forecast: &ForecastView) -> String {
    let (ratio, end) = (lang.per_cent(forecast.ratio_bp), lang.minutes(forecast.forecast_cmin));
    let named = [("ratio", Arg::Text(&ratio)), ("days", Arg::Count(forecast.days)), ("forecast", Arg::Text(&end))];
    let mut said = vec![lang.with("kpi-pace-words", &named)];
    let Some((low, high)) = forecast.low_cmin.zip(forecast.high_cmin) else {
        said.push(lang.t("kpi-pace-no-band"));
        return said.join(" ");
    };
    let ends = (lang.minutes(low), lang.minutes(high));
    said.push(lang.with("kpi-pace-band", &[("low", Arg::Text(&ends.0)), ("high", Arg::Text(&ends.1))]));
    if let Some(plan) = month.plan_cmin {
        let key = if high < plan {
            "kpi-pace-below"
        } else if low >= plan {
            "kpi-pace-above"
        } else {
            "kpi-pace-within"
        };
        said.push(lang.with(key, &[("plan", Arg::Text(&lang.minutes(plan)))]));
    }
    said.join(" ")
}

fn efficiency(ui: &mut Ui, lang: Lang, month: &MyKpiView) {
    let Some(work) = &month.efficiency else { return };
    heading(ui, &lang.t("kpi-efficiency"));
    let number = |value: Option<i64>| value.map_or_else(|| "—".to_owned(), |value| lang.minutes(CentiMinutes(value)));
    let hour = work.measured_per_hour_cmin.map(|minutes| minutes.0);
    fact(ui, &lang.t("kpi-per-hour-minutes"), &number(hour));
    fact(ui, &lang.t("kpi-per-hour-decisions"), &number(work.decisions_per_hour_hundredths));
    fact(ui, &lang.t("kpi-worked"), &lang.minutes(work.worked_cmin));
}

/// The person's own indicators: each that has data or a target.
fn indicators(ui: &mut Ui, lang: Lang, list: &IndicatorsView, person: &str) {
    let own = |one: &'_ IndicatorView| one.people.iter().find(|value| value.person.as_deref() == Some(person)).cloned();
    let known = list.indicators.iter().filter_map(|one| Some((one, own(one)?)));
    let shown: Vec<_> = known.filter(|(_, own)| own.value_hundredths.is_some() || own.target.is_some()).collect();
    if shown.is_empty() {
        return;
    }
    heading(ui, &lang.t("department-indicators"));
    let theme = Theme::of(ui);
    for (one, own) in shown {
        let unit = one.definition.unit;
        let (kind, _, word) = indicator_words::met(lang, &own);
        let number = own.value_hundredths.map(|number| indicator_words::value(lang, unit, number));
        let target = own.target.map(|target| indicator_words::target(lang, unit, &target));
        let aimed = target.map(|target| format!("{word} ({target})"));
        let said = number.into_iter().chain(aimed).collect::<Vec<_>>().join(" · ");
        let name = theme.quiet(indicator_words::name(lang, &one.definition));
        amount(
            ui,
            name,
            if own.met.is_some() { theme.tinted(kind, said) } else { RichText::new(said).color(theme.text) },
        );
    }
}

fn absences(ui: &mut Ui, lang: Lang, month: &MyKpiView) {
    heading(ui, &lang.t("kpi-absences"));
    let mut kinds: BTreeMap<&str, i64> = BTreeMap::new();
    for kind in month.days.iter().flat_map(|day| &day.away) {
        *kinds.entry(&kind.kind).or_default() += kind.minutes_cmin.0;
    }
    if kinds.is_empty() {
        layout::quiet(ui, &lang.t("kpi-absences-none"));
    }
    for (kind, minutes) in kinds {
        fact(ui, &kind_name(kind, lang), &lang.minutes(CentiMinutes(minutes)));
    }
}

/// Whom the person covered, and who covered the person, with the minutes credited.
fn covered(ui: &mut Ui, lang: Lang, cover: &CoverView, person: &str) {
    let mut sums: BTreeMap<(bool, &str), i64> = BTreeMap::new();
    for day in &cover.cover_by_day_cmin {
        if day.coverer == person {
            *sums.entry((true, &day.absent_name)).or_default() += day.minutes_cmin.0;
        } else if day.absent == person {
            *sums.entry((false, &day.coverer_name)).or_default() += day.minutes_cmin.0;
        }
    }
    heading(ui, &lang.t("kpi-cover"));
    if sums.is_empty() {
        layout::quiet(ui, &lang.t("kpi-cover-none"));
    }
    for ((covers, name), minutes) in sums {
        let key = if covers { "kpi-covers" } else { "kpi-covered-by" };
        fact(ui, &lang.with(key, &[("name", Arg::Text(name))]), &lang.minutes(CentiMinutes(minutes)));
    }
}

fn notes(ui: &mut Ui, lang: Lang, month: &MyKpiView) {
    if month.notes.is_empty() {
        return;
    }
    heading(ui, &lang.t("kpi-notes"));
    for note in &month.notes {
        let day = note.date.unwrap_or(note.written_on);
        layout::caption(ui, &format!("{} · {}", lang.date(day), note.written_by_name));
        sentence(ui, &note.text);
    }
}
