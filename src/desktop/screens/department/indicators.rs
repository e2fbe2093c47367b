//! Indicators of the month: each with its target, value, counts and whether it is met; the chosen one with its definition, trend and people.

use egui::Ui;

use super::{Act, Form as Screen, key_of, people};
use crate::desktop::icons;
use crate::desktop::screens::indicator_words::{counted, met, name, target, value};
use crate::desktop::screens::norms::layout::{self, Side};
use crate::desktop::theme::{Kind, measure, space};
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::chart_lines::{self, Level, Look, Series};
use crate::desktop::widgets::table::{self, Head, Table, Width};
use crate::desktop::widgets::{card, chart, ink, state};
use crate::domain::indicator::{Definition, Measure};
use crate::domain::units::CentiMinutes;
use crate::locale::{Arg, Lang};
use crate::views::tasks::{IndicatorView, IndicatorsView};

/// How wide the chosen indicator's part is.
const ASIDE: f32 = 348.0;

pub(super) fn show(ui: &mut Ui, lang: Lang, list: &IndicatorsView, screen: &mut Screen) -> Option<Act> {
    let mut pressed = None;
    if list.indicators.is_empty() {
        card::card(ui, "", |ui| {
            let (title, text) = (lang.t("indicators-empty"), lang.t("indicators-empty-text"));
            let empty = state::Empty { icon: icons::TARGET, title: &title, text: &text, ..state::Empty::default() };
            state::empty(ui, &empty);
        });
        return buttons(ui, lang, list, false);
    }
    let known = list.indicators.iter().any(|one| Some(&one.indicator) == screen.indicator.as_ref());
    if !known {
        screen.indicator = list.indicators.first().map(|one| one.indicator.clone());
    }
    let left = ui.available_width() - ASIDE - space::L;
    layout::split(ui, left, |ui, side| match side {
        Side::Left => pressed = table_of(ui, lang, list, screen).or(pressed),
        Side::Right => {
            let chosen = list.indicators.iter().find(|one| Some(&one.indicator) == screen.indicator.as_ref());
            if let Some(one) = chosen {
                details(ui, lang, one);
            }
        }
    });
    pressed
}

fn table_of(ui: &mut Ui, lang: Lang, list: &IndicatorsView, screen: &mut Screen) -> Option<Act> {
    let [named, number, aim, result, counts] = [
        "indicator-col-name",
        "indicator-col-value",
        "indicator-col-target",
        "indicator-col-met",
        "indicator-col-counts",
    ]
    .map(|key| lang.t(key));
    let heads = [
        Head { width: Width::Fill(132.0), ..Head::text(&named) },
        Head::number(&number, 76.0),
        Head::number(&aim, 76.0),
        Head::text(&result).exact(104.0),
        Head::number(&counts, 144.0),
    ];
    let room = layout::card_room(ui);
    let mut pressed = None;
    card::card(ui, "", |ui| {
        let bottom = ui.cursor().top() + room;
        ui.set_min_height(room);
        let through = list.closed_through.map(|day| lang.date(day));
        layout::caption(
            ui,
            &match &through {
                Some(day) => lang.with("indicators-through", &[("day", Arg::Text(day))]),
                None => lang.t("indicators-nothing-closed"),
            },
        );
        let mut row = list.indicators.iter().position(|one| Some(&one.indicator) == screen.indicator.as_ref());
        let room = bottom - ui.cursor().top() - measure::CONTROL - space::M;
        let height = room.max(measure::ROW * 4.0).min(measure::ROW * ink::px(list.indicators.len() + 1) + space::S);
        let title = lang.t("indicators-table");
        let table = Table::new(&title, &heads).height(height).takes_arrows();
        // Of its own, so that its focus ring ends where its rows end.
        let shown = ui.vertical(|ui| {
            table.show(ui, list.indicators.len(), &mut row, |ui, row, column| {
                if let Some(one) = list.indicators.get(row) {
                    cell(ui, lang, one, column);
                }
            })
        });
        let outcome = shown.inner;
        let chosen = row.and_then(|row| list.indicators.get(row));
        if let Some(one) = chosen {
            screen.indicator = Some(one.indicator.clone());
        }
        if outcome.opened.is_some() && list.may_define {
            pressed = Some(Act::Redefine);
        }
        ui.add_space(space::S);
        pressed = buttons(ui, lang, list, chosen.is_some()).or(pressed);
    });
    pressed
}

fn cell(ui: &mut Ui, lang: Lang, one: &IndicatorView, column: usize) {
    let (all, unit) = (&one.all, one.definition.unit);
    match column {
        0 => drop(table::text(ui, name(lang, &one.definition))),
        1 => {
            let text = all.value_hundredths.map_or_else(|| "—".to_owned(), |number| value(lang, unit, number));
            table::number(ui, &text);
        }
        2 => {
            let text = all.target.map_or_else(|| "—".to_owned(), |terms| target(lang, unit, &terms));
            table::number(ui, &text);
        }
        3 => {
            let (kind, icon, word) = met(lang, all);
            people::worded(ui, kind, icon, &word);
        }
        _ => {
            let numerator = counted(lang, &one.definition.numerator, all.numerator);
            let denominator = counted(lang, &one.definition.denominator, all.denominator);
            table::number(ui, &format!("{numerator} / {denominator}"));
        }
    }
}

/// What may be done with the definitions.
fn buttons(ui: &mut Ui, lang: Lang, list: &IndicatorsView, chosen: bool) -> Option<Act> {
    if !list.may_define {
        return None;
    }
    let mut pressed = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        for (act, word, icon, enabled) in [
            (Act::Define, "indicator-add", icons::PLUS, true),
            (Act::Redefine, "indicator-edit", icons::PENCIL_SIMPLE, chosen),
            (Act::Target, "indicator-target", icons::TARGET, chosen),
            (Act::Retire, "indicator-retire", icons::TRASH, chosen),
        ] {
            let word = lang.t(word);
            let key = if act == Act::Retire { "Del".to_owned() } else { key_of(ui, lang, act) };
            if Button::secondary(&word).icon(icon).key(&key).enabled(enabled).show(ui).clicked() {
                pressed = Some(act);
            }
        }
    });
    pressed
}

/// The chosen indicator: what it says, its trend, and everybody's value.
fn details(ui: &mut Ui, lang: Lang, one: &IndicatorView) {
    let room = layout::titled_room(ui);
    let title = name(lang, &one.definition);
    card::card(ui, title, |ui| {
        let bottom = ui.cursor().top() + room;
        ui.set_min_height(room);
        let about = if lang == Lang::Ru { &one.definition.about_ru } else { &one.definition.about_en };
        if !about.trim().is_empty() {
            layout::quiet(ui, about);
        }
        layout::caption(ui, &formula(lang, &one.definition));
        if let Some(target) = &one.all.target
            && target.least_denominator > 0
        {
            let least = counted(lang, &one.definition.denominator, target.least_denominator);
            layout::caption(ui, &lang.with("indicator-least", &[("least", Arg::Text(&least))]));
        }
        trend(ui, lang, one);
        if one.people.is_empty() {
            return;
        }
        let height = (bottom - ui.cursor().top()).max(measure::ROW * 4.0);
        of_people(ui, lang, one, height);
    });
}

/// The definition in words: numerator over denominator.
fn formula(lang: Lang, definition: &Definition) -> String {
    let (numerator, denominator) = (measure(lang, &definition.numerator), measure(lang, &definition.denominator));
    let named = [("numerator", Arg::Text(&numerator)), ("denominator", Arg::Text(&denominator))];
    lang.with("indicator-formula", &named)
}

/// What a measure counts, in words.
fn measure(lang: Lang, measure: &Measure) -> String {
    let word = lang.t(&format!("measure-{}", super::define::kind_of(measure)));
    let named = match measure {
        Measure::Decisions(of) | Measure::HardDecisions(of) | Measure::Deals(of) | Measure::Amount(of) => {
            of.actions.iter().chain(&of.groups).cloned().collect::<Vec<_>>().join(", ")
        }
        Measure::Outcomes(outcomes) => {
            let words = outcomes.iter().map(|one| lang.t(&format!("desk-outcome-{}", one.as_str())));
            words.collect::<Vec<_>>().join(", ")
        }
        Measure::RatingSum(kind) | Measure::Ratings(kind) => kind.clone(),
        _ => String::new(),
    };
    if named.is_empty() { word } else { format!("{word} ({named})") }
}

/// The last six months with the target as a level.
fn trend(ui: &mut Ui, lang: Lang, one: &IndicatorView) {
    let unit = one.definition.unit;
    let known: Vec<_> = one.trend.iter().filter_map(|month| Some((month, month.value_hundredths?))).collect();
    let [title, across, as_table, as_chart, word, level] = [
        "indicator-trend",
        "indicator-month",
        "kpi-as-table",
        "kpi-as-chart",
        "indicator-col-value",
        "indicator-col-target",
    ]
    .map(|key| lang.t(key));
    if known.is_empty() {
        state::line(ui, Kind::Neutral, icons::HOURGLASS_MEDIUM, &lang.t("indicator-trend-none"));
        return;
    }
    let sentence = match known.as_slice() {
        [.., (_, before), (last, now)] => {
            let (before, now) = (value(lang, unit, *before), value(lang, unit, *now));
            let month = lang.month(last.month.first());
            let named = [("month", Arg::Text(&month)), ("now", Arg::Text(&now)), ("before", Arg::Text(&before))];
            lang.with("indicator-trend-words", &named)
        }
        _ => lang.t("indicator-trend-one"),
    };
    let labels: Vec<String> = one.trend.iter().map(|month| month.month.first().format("%m.%y").to_string()).collect();
    let real = |hundredths: i64| CentiMinutes(hundredths).minutes();
    let values: Vec<Option<f64>> = one.trend.iter().map(|month| month.value_hundredths.map(real)).collect();
    let write = |number: f64| lang.number(number, 1);
    let words = chart::Words {
        name: &title,
        sentence: &sentence,
        across: &across,
        up: "",
        as_table: &as_table,
        as_chart: &as_chart,
        small: true,
        write: &write,
        height: 132.0,
    };
    let series = [Series { word: &word, values: &values, look: Look::Discs }];
    let target = one.all.target.map(|target| Level { word: &level, value: real(target.value_hundredths), limit: true });
    let levels: Vec<Level<'_>> = target.into_iter().collect();
    let content = chart_lines::Content { labels: &labels, series: &series, levels: &levels, alarms: &[], alarm: "" };
    chart_lines::lines(ui, &words, &content);
}

/// Everybody's value.
fn of_people(ui: &mut Ui, lang: Lang, one: &IndicatorView, height: f32) {
    let title = lang.with("indicator-people", &[("indicator", Arg::Text(name(lang, &one.definition)))]);
    let [who, number, result] =
        ["department-col-name", "indicator-col-value", "indicator-col-met"].map(|key| lang.t(key));
    let heads = [
        Head { width: Width::Fill(76.0), ..Head::text(&who) },
        Head::number(&number, 68.0),
        Head::text(&result).exact(106.0),
    ];
    let mut chosen = None;
    let height = height.min(measure::ROW * ink::px(one.people.len() + 1) + space::S);
    Table::new(&title, &heads).height(height).show(ui, one.people.len(), &mut chosen, |ui, row, column| {
        let Some(person) = one.people.get(row) else { return };
        match column {
            0 => drop(table::text(ui, &person.name)),
            1 => {
                let text = person.value_hundredths.map(|number| value(lang, one.definition.unit, number));
                table::number(ui, &text.unwrap_or_else(|| "—".to_owned()));
            }
            _ => {
                let (kind, icon, word) = met(lang, person);
                people::worded(ui, kind, icon, &word);
            }
        }
    });
}
