//! The official counter, large; beside it, never mixed in, what is not closed yet, the plan of the month, and where the month is heading.

use egui::Ui;

use crate::desktop::screens::desk::progress;
use crate::desktop::screens::norms::layout::{self, Side};
use crate::desktop::theme::{Kind, space};
use crate::desktop::widgets::{card, stat};
use crate::domain::month::Month;
use crate::locale::{Arg, Lang};
use crate::views::department::MyKpiView;

/// A number on a card: label, value, unit, note, kind.
type Tile = (String, String, String, String, Kind);

pub(super) fn show(ui: &mut Ui, lang: Lang, month: &MyKpiView) {
    let left = (ui.available_width() - space::L) * 0.34;
    layout::split(ui, left, |ui, side| match side {
        Side::Left => official(ui, lang, month),
        Side::Right => beside(ui, lang, month),
    });
}

fn official(ui: &mut Ui, lang: Lang, month: &MyKpiView) {
    let unit = lang.t("unit-min");
    let value = lang.minutes(month.kpi_cmin);
    let label = match month.closed_through {
        Some(day) => lang.with("kpi-official", &[("day", Arg::Text(&lang.date(day)))]),
        None => lang.t("kpi-official-none"),
    };
    let plan = month.plan_to_date_cmin.filter(|plan| plan.0 > 0);
    let (note, kind) = if let Some((plan, pace)) = plan.zip(month.pace_bp) {
        let (share, minutes) = (lang.per_cent(pace), lang.minutes(plan));
        let note = lang.with("kpi-of-plan", &[("share", Arg::Text(&share)), ("plan", Arg::Text(&minutes))]);
        (note, if month.kpi_cmin >= plan { Kind::Ok } else { Kind::Neutral })
    } else {
        let key = if month.plan_cmin.is_some() { "kpi-plan-not-begun" } else { "kpi-plan-unknown" };
        (lang.t(key), Kind::Neutral)
    };
    card::card(ui, "", |ui| {
        stat::plain(ui, &stat::Stat { label: &label, value: &value, unit: &unit, note: &note, kind });
        if plan.is_some() {
            progress(ui, month.kpi_cmin, plan);
        } else {
            ui.add_space(space::S);
        }
    });
}

fn beside(ui: &mut Ui, lang: Lang, month: &MyKpiView) {
    let tiles = [today(lang, month), plan(lang, month), forecast(lang, month)];
    card::columns(ui, tiles.len(), |columns| {
        for (column, (label, value, unit, note, kind)) in columns.iter_mut().zip(&tiles) {
            card::card(column, "", |ui| {
                stat::plain(ui, &stat::Stat { label, value, unit, note, kind: *kind });
                // As high as the counter with its bar.
                ui.add_space(space::S);
            });
        }
    });
}

/// What is not closed yet: of today alone, or of all open days where there are more.
fn today(lang: Lang, month: &MyKpiView) -> Tile {
    let unit = lang.t("unit-min");
    let value = lang.minutes(month.provisional_cmin);
    if Month::of(month.today) != month.month {
        let key = if month.days.iter().all(|day| day.closed) { "kpi-all-closed" } else { "kpi-provisional-note" };
        return (lang.t("kpi-open-days"), value, unit, lang.t(key), Kind::Neutral);
    }
    if month.provisional_cmin != month.today_cmin {
        let note = lang.with("kpi-today-of-open", &[("minutes", Arg::Text(&lang.minutes(month.today_cmin)))]);
        return (lang.t("kpi-open-days"), value, unit, note, Kind::Neutral);
    }
    let target = month.today_target_cmin.filter(|target| target.0 > 0).map(|target| lang.minutes(target));
    let count = ("count", Arg::Count(month.today_tickets));
    let note = match &target {
        Some(target) => lang.with("kpi-today-note", &[("target", Arg::Text(target)), count]),
        None => lang.with("kpi-today-tickets", &[count]),
    };
    (lang.t("kpi-today"), value, unit, note, Kind::Neutral)
}

fn plan(lang: Lang, month: &MyKpiView) -> Tile {
    let label = lang.t("kpi-plan-month");
    let Some(plan) = month.plan_cmin else {
        return (label, "—".to_owned(), String::new(), lang.t("kpi-plan-unknown"), Kind::Neutral);
    };
    let left = plan.minus(month.kpi_cmin).ok().filter(|left| left.0 > 0);
    let (note, kind) = match left {
        Some(left) => (lang.with("kpi-plan-left", &[("minutes", Arg::Text(&lang.minutes(left)))]), Kind::Neutral),
        None => (lang.t("kpi-plan-reached"), Kind::Ok),
    };
    (label, lang.minutes(plan), lang.t("unit-min"), note, kind)
}

fn forecast(lang: Lang, month: &MyKpiView) -> Tile {
    let label = lang.t("kpi-forecast");
    let Some(forecast) = &month.forecast else {
        return (label, "—".to_owned(), String::new(), lang.t(super::facts::no_forecast(month)), Kind::Neutral);
    };
    let (note, kind) = match forecast.low_cmin.zip(forecast.high_cmin) {
        Some((low, high)) => {
            let kind = match month.plan_cmin {
                Some(plan) if high < plan => Kind::Warn,
                Some(plan) if low >= plan => Kind::Ok,
                _ => Kind::Neutral,
            };
            let (low, high) = (lang.minutes(low), lang.minutes(high));
            (lang.with("kpi-forecast-band", &[("low", Arg::Text(&low)), ("high", Arg::Text(&high))]), kind)
        }
        None => (lang.t("kpi-forecast-no-band"), Kind::Neutral),
    };
    (label, lang.minutes(forecast.forecast_cmin), lang.t("unit-min"), note, kind)
}
