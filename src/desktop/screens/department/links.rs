//! Weak and strong links against chance, and what everybody does in a worked hour.

use egui::Ui;

use super::{Form as Screen, View, key, people, standing_words};
use crate::desktop::icons;
use crate::desktop::screens::norms::layout::{self, Side};
use crate::desktop::theme::{Kind, measure, space};
use crate::desktop::widgets::chart_funnel::{self, Dot, FunnelWords, Limits};
use crate::desktop::widgets::table::{self, Head, Table, Width};
use crate::desktop::widgets::{card, chart, ink, state};
use crate::domain::units::CentiMinutes;
use crate::locale::{Arg, Lang};
use crate::views::department::{DepartmentPerson, DepartmentView, FunnelView, Standing};

/// How wide the table beside the funnel is.
const ASIDE: f32 = 372.0;

pub(super) fn show(ui: &mut Ui, lang: Lang, view: &View<'_>, screen: &mut Screen) {
    let shown = view.department;
    if shown.funnel.ratio.is_none() {
        card::card(ui, "", |ui| {
            let (title, text) = (lang.t("links-empty"), lang.t("links-empty-text"));
            let empty =
                state::Empty { icon: icons::CHART_SCATTER, title: &title, text: &text, ..state::Empty::default() };
            state::empty(ui, &empty);
        });
        return;
    }
    let left = ui.available_width() - ASIDE - space::L;
    layout::split(ui, left, |ui, side| match side {
        Side::Left => funnel(ui, lang, shown, screen),
        Side::Right => efficiency(ui, lang, shown, screen),
    });
}

fn look(standing: Standing) -> chart_funnel::Standing {
    match standing {
        Standing::Weak => chart_funnel::Standing::Weak,
        Standing::Lagging => chart_funnel::Standing::Lagging,
        Standing::Usual => chart_funnel::Standing::Usual,
        Standing::Leading => chart_funnel::Standing::Leading,
        Standing::Strong => chart_funnel::Standing::Strong,
        Standing::TooFewDays => chart_funnel::Standing::Few,
    }
}

fn real(count: i64) -> f64 {
    usize::try_from(count).map(ink::real).unwrap_or_default()
}

fn funnel(ui: &mut Ui, lang: Lang, view: &DepartmentView, screen: &mut Screen) {
    let [name, across, up, as_table, as_chart] =
        ["links-chart", "links-days", "links-ratio", "kpi-as-table", "kpi-as-chart"].map(|key| lang.t(key));
    let [who, standing, middle, inner, outer] =
        ["department-col-name", "department-col-link", "links-middle", "links-inner", "links-outer"]
            .map(|key| lang.t(key));
    let standings: Vec<String> = view.people.iter().map(|one| standing_words(lang, one.link.standing).2).collect();
    let dots: Vec<Dot<'_>> = view
        .people
        .iter()
        .zip(&standings)
        .map(|(one, word)| Dot {
            name: &one.name,
            days: real(one.link.days),
            ratio: one.link.ratio,
            standing: look(one.link.standing),
            word,
            chosen: screen.is_chosen(one),
        })
        .collect();
    let sentence = sentence(lang, view);
    let write = |value: f64| lang.number(value, 2);
    // Title, a sentence of two lines and the legend stand above the plot.
    let height = (layout::titled_room(ui) - measure::CONTROL - 2.0 * space::XL - space::S).max(220.0);
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
    let own = FunnelWords { name: &who, standing: &standing, middle: &middle, inner: &inner, outer: &outer };
    let limits = limits(&view.funnel);
    let room = layout::titled_room(ui);
    card::card(ui, &name, |ui| {
        ui.set_min_height(room);
        let clicked = chart_funnel::funnel(ui, &words, &own, &dots, &limits, view.funnel.ratio);
        if let Some(one) = clicked.and_then(|place| view.people.get(place)) {
            screen.chosen = Some(key(one));
        }
    });
}

fn limits(funnel: &FunnelView) -> Vec<Limits> {
    let of = |limit: &crate::views::department::LimitView| {
        [real(limit.days), limit.outer_low, limit.inner_low, limit.inner_high, limit.outer_high]
    };
    funnel.limits.iter().map(of).collect()
}

/// The funnel in words: the department's ratio, and how many stand where.
fn sentence(lang: Lang, view: &DepartmentView) -> String {
    let count =
        |wanted: &[Standing]| Arg::from(view.people.iter().filter(|one| wanted.contains(&one.link.standing)).count());
    let ratio = view.funnel.ratio.map(|ratio| lang.number(ratio, 2)).unwrap_or_default();
    let below = count(&[Standing::Weak, Standing::Lagging]);
    let above = count(&[Standing::Strong, Standing::Leading]);
    let usual = count(&[Standing::Usual]);
    let few = Arg::Count(view.funnel.too_few);
    lang.with(
        "links-sentence",
        &[("ratio", Arg::Text(&ratio)), ("below", below), ("above", above), ("usual", usual), ("few", few)],
    )
}

/// Minutes and decisions a worked hour, the most productive first.
fn efficiency(ui: &mut Ui, lang: Lang, view: &DepartmentView, screen: &mut Screen) {
    let title = lang.t("links-efficiency");
    let room = layout::titled_room(ui);
    let hour = |one: &DepartmentPerson| one.efficiency.as_ref().and_then(|work| work.measured_per_hour_cmin);
    let mut rows: Vec<&DepartmentPerson> = view.people.iter().collect();
    rows.sort_by(|one, other| hour(other).cmp(&hour(one)).then_with(|| one.name.cmp(&other.name)));
    let [name, minutes, decisions] =
        ["department-col-name", "links-hour-minutes", "links-hour-decisions"].map(|key| lang.t(key));
    let heads = [
        Head { width: Width::Fill(96.0), ..Head::text(&name) },
        Head::number(&minutes, 64.0),
        Head::number(&decisions, 64.0),
        Head::text("").exact(24.0),
    ];
    card::card(ui, &title, |ui| {
        let bottom = ui.cursor().top() + room;
        ui.set_min_height(room);
        layout::caption(ui, &lang.t("links-efficiency-text"));
        let mut row = rows.iter().position(|one| screen.is_chosen(one));
        let height = (bottom - ui.cursor().top()).max(measure::ROW * 5.0);
        let table = Table::new(&title, &heads).height(height.min(measure::ROW * ink::px(rows.len() + 1) + space::S));
        // Of its own, so that its focus ring ends where its rows end.
        let shown = ui.vertical(|ui| {
            table.takes_arrows().show(ui, rows.len(), &mut row, |ui, row, column| {
                if let Some(one) = rows.get(row) {
                    cell(ui, lang, one, column);
                }
            })
        });
        let outcome = shown.inner;
        screen.chosen = row.and_then(|row| rows.get(row)).map(|one| key(one));
        if let Some(one) = outcome.opened.and_then(|row| rows.get(row)) {
            screen.open(one);
        }
    });
}

fn cell(ui: &mut Ui, lang: Lang, one: &DepartmentPerson, column: usize) {
    let work = one.efficiency.as_ref();
    let number = |value: Option<i64>| value.map_or_else(|| "—".to_owned(), |value| lang.minutes(CentiMinutes(value)));
    match column {
        0 => drop(table::text(ui, &one.name)),
        1 => {
            table::number(ui, &number(work.and_then(|work| work.measured_per_hour_cmin).map(|minutes| minutes.0)));
        }
        2 => drop(table::number(ui, &number(work.and_then(|work| work.decisions_per_hour_hundredths)))),
        _ => {
            let (kind, icon, word) = standing_words(lang, one.link.standing);
            if kind != Kind::Neutral {
                people::sign(ui, kind, icon, &word);
            }
        }
    }
}
