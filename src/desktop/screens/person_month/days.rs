//! The days of the month as bars beside their targets: days off, absences and days that are not closed told apart, the open day marked.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use egui::Ui;

use super::{Form, has_value};
use crate::desktop::screens::norms::layout;
use crate::desktop::theme::{measure, space};
use crate::desktop::widgets::{card, chart, chart_days};
use crate::documents::pay::kind_name;
use crate::domain::units::CentiMinutes;
use crate::locale::{Arg, Lang};
use crate::views::absences::KindMinutes;
use crate::views::department::{MyDay, MyKpiView};

pub(super) fn show(ui: &mut Ui, lang: Lang, month: &MyKpiView, form: &mut Form) {
    let [name, across, up, as_table, as_chart] =
        ["kpi-chart", "kpi-chart-day", "kpi-chart-minutes", "kpi-as-table", "kpi-as-chart"].map(|key| lang.t(key));
    let [reached, below, open, target, state, off, away] =
        ["kpi-reached", "kpi-below", "kpi-open", "kpi-target", "kpi-state", "kpi-off", "kpi-away"]
            .map(|key| lang.t(key));
    let room = layout::titled_room(ui);
    let facts: BTreeMap<NaiveDate, &MyDay> = month.days.iter().map(|day| (day.date, day)).collect();
    let dates: Vec<NaiveDate> = month.month.days().collect();
    let words: Vec<(String, String, String)> = dates
        .iter()
        .map(|date| {
            let away = facts.get(date).map(|day| away_words(lang, &day.away)).unwrap_or_default();
            (lang.date(*date), date.day().to_string(), away)
        })
        .collect();
    let bars: Vec<chart_days::Day<'_>> =
        dates.iter().zip(&words).map(|(date, words)| bar(form, *date, facts.get(date).copied(), words)).collect();
    let sentence = sentence(lang, month);
    let write = |value: f64| lang.number(value, 0);
    // Title, sentence and legend stand above the plot.
    let height = (room - measure::CONTROL - space::XL - space::XS).max(190.0);
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
    let day_words = chart_days::DayWords {
        reached: &reached,
        below: &below,
        open: &open,
        target: &target,
        off: &off,
        away: &away,
        state: &state,
    };
    card::card(ui, &name, |ui| {
        let clicked = chart_days::day_bars(ui, &words, &day_words, &bars).and_then(|place| dates.get(place));
        if let Some(date) = clicked.filter(|date| facts.contains_key(*date)) {
            form.open(Some(*date));
        }
    });
}

fn bar<'a>(
    form: &Form,
    date: NaiveDate,
    day: Option<&MyDay>,
    words: &'a (String, String, String),
) -> chart_days::Day<'a> {
    let (label, tick, away) = words;
    let target = day.and_then(|day| day.target_cmin);
    chart_days::Day {
        label,
        tick,
        value: day.filter(|day| has_value(day)).map(|day| day.kpi_cmin.minutes()),
        target: target.filter(|target| target.0 > 0).map(CentiMinutes::minutes),
        closed: day.is_some_and(|day| day.closed),
        off: day.is_none_or(|day| day.scheduled_cmin == Some(CentiMinutes(0))),
        away,
        chosen: form.wanted.day == Some(date),
    }
}

/// Minutes away of a day by kind, in words.
fn away_words(lang: Lang, away: &[KindMinutes]) -> String {
    let one = |kind: &KindMinutes| {
        format!("{}: {} {}", kind_name(&kind.kind, lang), lang.minutes(kind.minutes_cmin), lang.t("unit-min"))
    };
    away.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// The chart in words.
fn sentence(lang: Lang, month: &MyKpiView) -> String {
    let planned = |day: &&MyDay| day.closed && day.target_cmin.is_none_or(|target| target.0 > 0);
    let closed = month.days.iter().filter(planned);
    let reached = closed.clone().filter(|day| day.target_cmin.is_some_and(|target| day.kpi_cmin >= target)).count();
    lang.with("kpi-sentence", &[("closed", Arg::from(closed.count())), ("reached", Arg::from(reached))])
}
