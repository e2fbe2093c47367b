//! The head of a report: what the set comes to, the sentences that go with it, and the people before and after as a picture.

use egui::Ui;

use super::quiet;
use crate::desktop::icons;
use crate::desktop::screens::norms::words;
use crate::desktop::theme::{Kind, space};
use crate::desktop::widgets::chart::Words;
use crate::desktop::widgets::chart_pairs::{Pair, PairWords, pairs};
use crate::desktop::widgets::stat::{self, Stat};
use crate::desktop::widgets::{badge, card};
use crate::documents::replay::change_bp;
use crate::domain::units::CentiMinutes;
use crate::locale::{Arg, Lang};
use crate::views::norms::PilotBrief;
use crate::views::pilot::{ReplayPerson, ReplayView};

/// The numbers that matter, and what they ask to be said. `pilot`: the days are a pilot's.
pub(super) fn show(ui: &mut Ui, lang: Lang, replay: &ReplayView, pilot: Option<&PilotBrief>) {
    card::card(ui, "", |ui| {
        ui.spacing_mut().item_spacing.y = space::M;
        tiles(ui, lang, replay, pilot);
        if replay.full_occupancy {
            badge::banner(ui, Kind::Warn, &lang.t("report-occupancy"), "");
        }
        if !replay.without_norm.is_empty() {
            let list = replay.without_norm.join(", ");
            let text = lang.with(
                "report-without-norm",
                &[("count", replay.without_norm.len().into()), ("actions", Arg::Text(&list))],
            );
            badge::banner(ui, Kind::Bad, &text, "");
        }
        quiet(ui, &lang.t("report-says"));
    });
}

fn tiles(ui: &mut Ui, lang: Lang, replay: &ReplayView, pilot: Option<&PilotBrief>) {
    let unit = lang.t("unit-min");
    let labels = ["report-median", "report-total", "report-winners", "report-days"].map(|key| lang.t(key));
    let [median, total, winners, days] = &labels;
    let was = |before: CentiMinutes, after: CentiMinutes, decimals: usize| {
        let change = change_bp(before, after).map_or_else(String::new, |change| of_change(lang, change));
        let before = lang.number(before.minutes(), decimals);
        lang.with("report-was", &[("before", Arg::Text(&before)), ("change", Arg::Text(&change))])
    };
    let (before, after) = (replay.median_before_cmin, replay.median_after_cmin);
    let median_value = after.map_or_else(|| "—".to_owned(), |after| lang.minutes(after));
    let median_note = before.zip(after).map_or_else(String::new, |(before, after)| was(before, after, 2));
    let total_value = lang.number(replay.after_cmin.minutes(), 0);
    let total_note = was(replay.before_cmin, replay.after_cmin, 0);
    let people = i64::try_from(replay.people.len()).unwrap_or(i64::MAX);
    let same = people - replay.winners - replay.losers;
    let winners_value = format!("{} / {}", lang.whole(replay.winners), lang.whole(replay.losers));
    let winners_note = lang.with("report-same", &[("count", Arg::Count(same))]);
    let (days_value, days_note, kind) = days_said(lang, replay, pilot);
    let stats = [
        Stat { label: median, value: &median_value, unit: &unit, note: &median_note, kind: Kind::Neutral },
        Stat { label: total, value: &total_value, unit: &unit, note: &total_note, kind: Kind::Neutral },
        Stat { label: winners, value: &winners_value, unit: "", note: &winners_note, kind: Kind::Neutral },
        Stat { label: days, value: &days_value, unit: "", note: &days_note, kind },
    ];
    card::columns(ui, stats.len(), |columns| {
        for (column, stat) in columns.iter_mut().zip(&stats) {
            stat::plain(column, stat);
        }
    });
}

/// How many days are closed: of a pilot against how many an order needs, else from when to when.
fn days_said(lang: Lang, replay: &ReplayView, pilot: Option<&PilotBrief>) -> (String, String, Kind) {
    let Some(pilot) = pilot else {
        let (from, to) = (lang.date(replay.from), lang.date(replay.to));
        return (lang.whole(replay.closed_days), format!("{from} – {to}"), Kind::Neutral);
    };
    let left = pilot.needed_days - pilot.closed_days;
    let of = [("closed", Arg::Count(pilot.closed_days)), ("needed", Arg::Count(pilot.needed_days))];
    let (kind, note) = if left > 0 {
        (Kind::Warn, lang.with("report-days-left", &[("count", Arg::Count(left))]))
    } else {
        (Kind::Ok, lang.t("report-days-enough"))
    };
    (lang.with("report-days-of", &of), note, kind)
}

/// A change in basis points with its sign: +3,5 %.
pub(super) fn of_change(lang: Lang, change_bp: i64) -> String {
    words::signed_per_cent(lang, CentiMinutes(change_bp).minutes())
}

/// The people of a report from the greatest gain to the greatest loss; who counted nothing before stands first.
pub(super) fn sorted(replay: &ReplayView) -> Vec<&ReplayPerson> {
    let mut people: Vec<&ReplayPerson> = replay.people.iter().collect();
    people.sort_by_key(|one| (std::cmp::Reverse(one.change_bp.unwrap_or(i64::MAX)), one.code.clone()));
    people
}

/// How a change is told: in words, with its icon.
pub(in crate::desktop::screens) fn change_of(lang: Lang, change_bp: Option<i64>) -> (String, &'static str) {
    match change_bp {
        None => (lang.t("report-new"), icons::SPARKLE),
        Some(change) => {
            let icon = match change {
                5.. => icons::TREND_UP,
                ..=-5 => icons::TREND_DOWN,
                _ => icons::MINUS,
            };
            (of_change(lang, change), icon)
        }
    }
}

/// The mean of a day with work, in minutes, for drawing.
fn a_day(sum: CentiMinutes, days: i64) -> f64 {
    sum.minutes() / i32::try_from(days).map_or(1.0, f64::from).max(1.0)
}

/// Each person's mean day before and after, against the scheduled day.
pub(super) fn picture(ui: &mut Ui, lang: Lang, replay: &ReplayView) {
    let people = sorted(replay);
    let changes: Vec<(String, &str)> = people.iter().map(|one| change_of(lang, one.change_bp)).collect();
    let rows: Vec<Pair<'_>> = people
        .iter()
        .zip(&changes)
        .map(|(one, (change, icon))| Pair {
            name: &one.name,
            before: a_day(one.before_cmin, one.days),
            after: a_day(one.after_cmin, one.days),
            target: one.target_cmin.map(|target| a_day(target, one.days)),
            change,
            icon,
        })
        .collect();
    let keys = [
        "report-chart",
        "report-chart-minutes",
        "report-before",
        "report-after",
        "report-target",
        "report-col-person",
        "report-col-before",
        "report-col-after",
        "report-col-target",
        "report-col-change",
        "report-as-table",
        "report-as-chart",
    ]
    .map(|key| lang.t(key));
    let [name, across, before, after, target, heads @ .., as_table, as_chart] = &keys;
    let sentence = sentence(lang, &people, replay);
    let write = |value: f64| lang.number(value, 0);
    let words = Words {
        name,
        sentence: &sentence,
        across,
        up: across,
        as_table,
        as_chart,
        write: &write,
        height: 0.0,
        small: false,
    };
    let heads = heads.each_ref().map(String::as_str);
    pairs(ui, &words, &PairWords { before, after, target, heads }, &rows);
}

/// What the picture shows: how many gain and lose, and who most.
fn sentence(lang: Lang, people: &[&ReplayPerson], replay: &ReplayView) -> String {
    let known: Vec<&&ReplayPerson> = people.iter().filter(|one| one.change_bp.is_some()).collect();
    let counts = lang.with("report-sentence", &[("winners", replay.winners.into()), ("losers", replay.losers.into())]);
    let (Some(most), Some(least)) = (known.first(), known.last()) else { return counts };
    let part = |key: &str, one: &ReplayPerson| {
        let change = of_change(lang, one.change_bp.unwrap_or_default());
        lang.with(key, &[("person", Arg::Text(&one.name)), ("change", Arg::Text(&change))])
    };
    let mut parts = vec![counts];
    if most.change_bp.is_some_and(|change| change > 0) {
        parts.push(part("report-most", most));
    }
    if least.change_bp.is_some_and(|change| change < 0) {
        parts.push(part("report-least", least));
    }
    parts.join("; ")
}
