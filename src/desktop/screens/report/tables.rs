//! The tables of a report: operators, actions with their real handling times, days against 480; and today in the pilot's shadow.

use egui::Ui;

use super::figures::{change_of, of_change, sorted};
use crate::desktop::icons;
use crate::desktop::screens::norms::words;
use crate::desktop::theme::{Kind as Means, measure, space};
use crate::desktop::widgets::button::choices;
use crate::desktop::widgets::table::{self, Head, Table, Width};
use crate::desktop::widgets::{badge, card, ink};
use crate::documents::replay::{agreement, change_bp, share_bp};
use crate::domain::units::{CentiMinutes, Millis};
use crate::locale::{Arg, Lang};
use crate::views::pilot::{Agreement, Handling, PilotView, ReplayAction, ReplayDay, ReplayPerson, ReplayView};

/// From this width on the table of actions has all its columns.
const WIDE: f32 = 880.0;

/// How many rows stand without scrolling.
const ROWS: usize = 14;

/// Which table is on screen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Kind {
    #[default]
    People,
    Actions,
    Days,
}

const ALL: [(Kind, &str); 3] =
    [(Kind::People, "report-people"), (Kind::Actions, "report-actions"), (Kind::Days, "report-by-day")];

/// What the tables remember.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Form {
    kind: Kind,
    rows: [Option<usize>; 3],
}

impl Form {
    /// The table on screen.
    pub(super) fn kind(self) -> Kind {
        self.kind
    }

    /// On to the next table.
    pub(super) fn turn(&mut self) {
        self.kind = match self.kind {
            Kind::People => Kind::Actions,
            Kind::Actions => Kind::Days,
            Kind::Days => Kind::People,
        };
    }
}

/// Draws the table that is chosen, with the choice above it.
pub(super) fn show(ui: &mut Ui, lang: Lang, replay: &ReplayView, form: &mut Form) {
    card::card(ui, "", |ui| {
        let names = ALL.map(|(_, key)| lang.t(key));
        let names = names.each_ref().map(String::as_str);
        let chosen = ALL.iter().position(|(kind, _)| *kind == form.kind).unwrap_or(0);
        ui.horizontal(|ui| {
            if let Some((kind, _)) = choices(ui, &names, chosen).and_then(|place| ALL.get(place)) {
                form.kind = *kind;
            }
            ink::key_chip(ui, "T");
        });
        let [people_row, action_row, day_row] = &mut form.rows;
        match form.kind {
            Kind::People => people(ui, lang, replay, people_row),
            Kind::Actions => actions(ui, lang, replay, action_row),
            Kind::Days => days(ui, lang, replay, day_row),
        }
    });
}

fn height(rows: usize) -> f32 {
    measure::ROW * ink::px(rows.min(ROWS) + 1)
}

fn people(ui: &mut Ui, lang: Lang, replay: &ReplayView, row: &mut Option<usize>) {
    let titles = [
        "report-col-person",
        "report-col-days",
        "report-col-before",
        "report-col-after",
        "report-col-change",
        "report-col-median-before",
        "report-col-median-after",
        "report-col-of-target",
    ]
    .map(|key| lang.t(key));
    let [person, days, before, after, change, median_before, median_after, of_target] = &titles;
    let heads = [
        Head { width: Width::Fill(104.0), ..Head::text(person) },
        Head::number(days, 36.0),
        Head::number(before, 72.0),
        Head::number(after, 72.0),
        Head::number(change, 60.0),
        Head::number(median_before, 72.0),
        Head::number(median_after, 72.0),
        Head::number(of_target, 60.0),
    ];
    let people = sorted(replay);
    let name = lang.t("report-people-table");
    Table::new(&name, &heads).height(height(people.len())).show(ui, people.len(), row, |ui, place, column| {
        if let Some(one) = people.get(place) {
            person_cell(ui, lang, one, column);
        }
    });
}

fn person_cell(ui: &mut Ui, lang: Lang, one: &ReplayPerson, column: usize) {
    match column {
        0 => table::text(ui, &one.name),
        1 => table::number(ui, &lang.whole(one.days)),
        2 => table::number(ui, &lang.minutes(one.before_cmin)),
        3 => table::number(ui, &lang.minutes(one.after_cmin)),
        4 => table::number(ui, &change_of(lang, one.change_bp).0),
        5 => table::number(ui, &lang.minutes(one.median_before_cmin)),
        6 => table::number(ui, &lang.minutes(one.median_after_cmin)),
        _ => table::number(ui, &of_target(lang, one.after_cmin, one.target_cmin)),
    };
}

/// How much of the scheduled minutes the set gives, in per cent.
fn of_target(lang: Lang, after: CentiMinutes, target: Option<CentiMinutes>) -> String {
    let share = target.and_then(|target| share_bp(after, target));
    share.map_or_else(|| "—".to_owned(), |share| lang.number(CentiMinutes(share).minutes(), 1))
}

fn actions(ui: &mut Ui, lang: Lang, replay: &ReplayView, row: &mut Option<usize>) {
    let wide = ui.available_width() >= WIDE;
    let titles = [
        "report-col-action",
        "report-col-quantity",
        "report-col-share",
        "report-col-weight",
        "report-col-before",
        "report-col-after",
        "report-col-change",
        "report-col-real",
        "report-col-agrees",
    ]
    .map(|key| lang.t(key));
    let [action, quantity, share, weight, before, after, change, real, agrees] = &titles;
    let all = [
        (0, Head { width: Width::Fill(112.0), ..Head::text(action) }),
        (1, Head::number(quantity, 52.0)),
        (2, Head::number(share, 52.0)),
        (3, Head::number(weight, 100.0)),
        (4, Head::number(before, 76.0)),
        (5, Head::number(after, 76.0)),
        (6, Head::number(change, 64.0)),
        (7, Head::number(real, 92.0)),
        (8, Head::text(agrees).exact(128.0)),
    ];
    // In a narrow place the sums stand in the file; weights and real times are what is looked at.
    let shown = all.into_iter().filter(|(column, _)| wide || !matches!(column, 2 | 4 | 5));
    let (columns, heads): (Vec<usize>, Vec<Head<'_>>) = shown.unzip();
    let mut list: Vec<&ReplayAction> = replay.actions.iter().collect();
    list.sort_by_key(|one| (std::cmp::Reverse(one.share_bp.0), one.action.clone()));
    let name = lang.t("report-actions-table");
    Table::new(&name, &heads).height(height(list.len())).show(ui, list.len(), row, |ui, place, column| {
        if let Some((one, column)) = list.get(place).zip(columns.get(column)) {
            action_cell(ui, lang, one, *column);
        }
    });
    super::quiet(ui, &lang.t("report-real-note"));
}

fn action_cell(ui: &mut Ui, lang: Lang, one: &ReplayAction, column: usize) {
    let weight = |weight: Option<CentiMinutes>| weight.map_or_else(|| "—".to_owned(), |weight| lang.minutes(weight));
    match column {
        0 => table::text(ui, words::name(lang, &one.name_ru, one.name_en.as_deref())),
        1 => table::number(ui, &lang.whole(one.quantity)),
        2 => table::number(ui, &lang.number(CentiMinutes(one.share_bp.0).minutes(), 1)),
        3 => table::number(ui, &format!("{} → {}", weight(one.in_force_cmin), weight(one.weight_cmin))),
        4 => table::number(ui, &lang.minutes(one.before_cmin)),
        5 => table::number(ui, &lang.minutes(one.after_cmin)),
        6 => table::number(ui, &change_of(lang, change_bp(one.before_cmin, one.after_cmin)).0),
        7 => table::number(ui, &one.handling.as_ref().map_or_else(|| "—".to_owned(), |real| real_time(lang, real))),
        _ => match &one.handling {
            Some(real) => agrees(ui, lang, real),
            None => table::quiet(ui, &lang.t("report-no-calls")),
        },
    };
}

fn in_minutes(lang: Lang, ms: i64) -> String {
    lang.number(Millis(ms).seconds() / 60.0, 2)
}

fn real_time(lang: Lang, real: &Handling) -> String {
    format!("{} · {}", in_minutes(lang, real.mean_ms), lang.whole(real.count))
}

fn agrees(ui: &mut Ui, lang: Lang, real: &Handling) -> egui::Response {
    let (kind, icon) = match real.agrees {
        Agreement::Agrees => (Means::Ok, icons::CHECK_CIRCLE),
        Agreement::Longer => (Means::Warn, icons::TREND_UP),
        Agreement::Shorter => (Means::Warn, icons::TREND_DOWN),
        Agreement::TooFew => (Means::Neutral, icons::CIRCLE),
    };
    let word = lang.t(&format!("agrees-{}", agreement(real.agrees)));
    let norm = in_minutes(lang, real.norm_ms);
    let interval = real
        .low_ms
        .zip(real.high_ms)
        .map_or_else(String::new, |(low, high)| format!("{} – {}", in_minutes(lang, low), in_minutes(lang, high)));
    let said = lang.with("report-real-hint", &[("norm", Arg::Text(&norm)), ("interval", Arg::Text(&interval))]);
    badge::badge_with(ui, kind, icon, &word).on_hover_text(said)
}

fn days(ui: &mut Ui, lang: Lang, replay: &ReplayView, row: &mut Option<usize>) {
    let titles = [
        "report-col-day",
        "report-col-people",
        "report-col-target",
        "report-col-before",
        "report-col-after",
        "report-col-change",
        "report-col-a-person",
        "report-col-of-target",
    ]
    .map(|key| lang.t(key));
    let [day, people, target, before, after, change, a_person, of_target] = &titles;
    let heads = [
        Head { width: Width::Fill(80.0), ..Head::text(day) },
        Head::number(people, 44.0),
        Head::number(target, 76.0),
        Head::number(before, 76.0),
        Head::number(after, 76.0),
        Head::number(change, 56.0),
        Head::number(a_person, 88.0),
        Head::number(of_target, 60.0),
    ];
    let name = lang.t("report-days-table");
    let rows = replay.days.len();
    Table::new(&name, &heads).height(height(rows)).show(ui, rows, row, |ui, place, column| {
        if let Some(one) = replay.days.get(place) {
            day_cell(ui, lang, one, column);
        }
    });
    ui.add_space(space::XS);
}

fn day_cell(ui: &mut Ui, lang: Lang, one: &ReplayDay, column: usize) {
    match column {
        0 => table::text(ui, &lang.date(one.date)),
        1 => table::number(ui, &lang.whole(one.people)),
        2 => table::number(ui, &one.target_cmin.map_or_else(|| "—".to_owned(), |target| lang.minutes(target))),
        3 => table::number(ui, &lang.minutes(one.before_cmin)),
        4 => table::number(ui, &lang.minutes(one.after_cmin)),
        5 => {
            let change = change_bp(one.before_cmin, one.after_cmin);
            table::number(ui, &change.map_or_else(|| "—".to_owned(), |change| of_change(lang, change)))
        }
        6 => {
            let people = i32::try_from(one.people).map_or(1.0, f64::from).max(1.0);
            table::number(ui, &lang.number(one.after_cmin.minutes() / people, 0))
        }
        _ => table::number(ui, &self::of_target(lang, one.after_cmin, one.target_cmin)),
    };
}

/// Everybody's running day by the set in force and in the pilot's shadow.
pub(super) fn today(ui: &mut Ui, lang: Lang, pilot: &PilotView) {
    card::card(ui, &lang.t("report-today"), |ui| {
        super::quiet(ui, &lang.t("report-today-note"));
        let titles = ["report-col-person", "report-col-in-force", "report-col-pilot", "report-col-change"];
        let [person, in_force, shadow, change] = titles.map(|key| lang.t(key));
        let heads = [
            Head { width: Width::Fill(160.0), ..Head::text(&person) },
            Head::number(&in_force, 128.0),
            Head::number(&shadow, 128.0),
            Head::number(&change, 96.0),
        ];
        let (name, rows, mut row) = (lang.t("report-today-table"), pilot.today.len(), None);
        Table::new(&name, &heads).height(height(rows)).show(ui, rows, &mut row, |ui, place, column| {
            let Some(one) = pilot.today.get(place) else { return };
            match column {
                0 => table::text(ui, &one.name),
                1 => table::number(ui, &lang.minutes(one.in_force_cmin)),
                2 => table::number(ui, &lang.minutes(one.pilot_cmin)),
                _ => {
                    let change = change_bp(one.in_force_cmin, one.pilot_cmin);
                    table::number(ui, &change.map_or_else(|| "—".to_owned(), |change| of_change(lang, change)))
                }
            };
        });
    });
}
