//! A pilot report or a replay as tables: what a norm set does to people, to actions and to days.
//!
//! CSV is for programs: its titles are codes that stay; a workbook is for people: its titles are words, and its first sheet says what was
//! held against what. Minutes are hundredths, written with two decimals; shares are per cent.

use super::table::{Cell, Table};
use crate::domain::units::{CentiMinutes, Fraction, Millis};
use crate::locale::Lang;
use crate::views::pilot::{Agreement, Handling, ReplayAction, ReplayDay, ReplayPerson, ReplayView};

const PEOPLE: [&str; 9] = [
    "operator",
    "operator_name",
    "days",
    "target_min",
    "before_min",
    "after_min",
    "change_percent",
    "median_before_min",
    "median_after_min",
];

const ACTIONS: [&str; 15] = [
    "action",
    "action_name",
    "quantity",
    "share_percent",
    "weight_in_force_min",
    "weight_min",
    "before_min",
    "after_min",
    "change_percent",
    "contacts",
    "real_min",
    "real_low_min",
    "real_high_min",
    "norm_time_min",
    "agrees",
];

const DAYS: [&str; 7] =
    ["date", "people", "target_min", "before_min", "after_min", "change_percent", "after_of_target_percent"];

/// Each operator before and after. `words`: titles in this language instead of codes.
#[must_use]
pub fn people(replay: &ReplayView, words: Option<Lang>) -> Table {
    let row = |one: &ReplayPerson| {
        vec![
            Cell::from(one.code.as_str()),
            Cell::from(one.name.as_str()),
            Cell::Whole(one.days),
            minutes(one.target_cmin),
            Cell::Hundredths(one.before_cmin.0),
            Cell::Hundredths(one.after_cmin.0),
            basis_points(one.change_bp),
            Cell::Hundredths(one.median_before_cmin.0),
            Cell::Hundredths(one.median_after_cmin.0),
        ]
    };
    table("people", &PEOPLE, words, replay.people.iter().map(row).collect())
}

/// Each action before and after, with real handling times where calls tell them.
#[must_use]
pub fn actions(replay: &ReplayView, words: Option<Lang>) -> Table {
    let row = |one: &ReplayAction| {
        let name = match words {
            Some(Lang::En) => one.name_en.as_deref().filter(|name| !name.trim().is_empty()).unwrap_or(&one.name_ru),
            Some(Lang::Ru) | None => &one.name_ru,
        };
        let mut row = vec![
            Cell::from(one.action.as_str()),
            Cell::from(name),
            Cell::Whole(one.quantity),
            Cell::Hundredths(one.share_bp.0),
            minutes(one.in_force_cmin),
            minutes(one.weight_cmin),
            Cell::Hundredths(one.before_cmin.0),
            Cell::Hundredths(one.after_cmin.0),
            basis_points(change_bp(one.before_cmin, one.after_cmin)),
        ];
        row.extend(real(one.handling.as_ref(), words));
        row
    };
    table("actions", &ACTIONS, words, replay.actions.iter().map(row).collect())
}

fn real(handling: Option<&Handling>, words: Option<Lang>) -> Vec<Cell> {
    let Some(real) = handling else { return vec![Cell::Empty; 6] };
    let in_minutes = |ms: Option<i64>| ms.map_or(Cell::Empty, |ms| Cell::Real(minutes_of(ms)));
    let code = agreement(real.agrees);
    vec![
        Cell::Whole(real.count),
        in_minutes(Some(real.mean_ms)),
        in_minutes(real.low_ms),
        in_minutes(real.high_ms),
        in_minutes(Some(real.norm_ms)),
        Cell::from(words.map_or_else(|| code.to_owned(), |lang| lang.t(&format!("agrees-{code}")))),
    ]
}

/// The code of an agreement, as it stands on the wire.
#[must_use]
pub fn agreement(agrees: Agreement) -> &'static str {
    match agrees {
        Agreement::Agrees => "agrees",
        Agreement::Longer => "longer",
        Agreement::Shorter => "shorter",
        Agreement::TooFew => "too-few",
    }
}

/// Each closed day of the department before and after, against its scheduled minutes.
#[must_use]
pub fn days(replay: &ReplayView, words: Option<Lang>) -> Table {
    let row = |one: &ReplayDay| {
        vec![
            Cell::from(one.date.to_string()),
            Cell::Whole(one.people),
            minutes(one.target_cmin),
            Cell::Hundredths(one.before_cmin.0),
            Cell::Hundredths(one.after_cmin.0),
            basis_points(change_bp(one.before_cmin, one.after_cmin)),
            basis_points(one.target_cmin.and_then(|target| share_bp(one.after_cmin, target))),
        ]
    };
    table("days", &DAYS, words, replay.days.iter().map(row).collect())
}

/// What was held against what, and what it comes to: the first sheet of the workbook.
#[must_use]
pub fn summary(replay: &ReplayView, lang: Lang) -> Table {
    let row = |key: &str, value: Cell| vec![Cell::from(lang.t(&format!("replay-{key}"))), value];
    let text = |text: &str| Cell::from(text);
    let rows = vec![
        row("set", text(&replay.name)),
        row("department", text(&replay.department.name)),
        row("from", text(&lang.date(replay.from))),
        row("to", text(&lang.date(replay.to))),
        row("closed-days", Cell::Whole(replay.closed_days)),
        row("before", Cell::Hundredths(replay.before_cmin.0)),
        row("after", Cell::Hundredths(replay.after_cmin.0)),
        row("median-before", minutes(replay.median_before_cmin)),
        row("median-after", minutes(replay.median_after_cmin)),
        row("winners", Cell::Whole(replay.winners)),
        row("losers", Cell::Whole(replay.losers)),
        row("without-norm", text(&replay.without_norm.join(", "))),
        row("occupancy", text(&lang.t(if replay.full_occupancy { "study-yes" } else { "study-no" }))),
    ];
    let heads = vec![lang.t("replay-figure"), lang.t("replay-value")];
    Table { name: lang.t("replay-sheet-summary"), heads, rows }
}

/// The whole report as the sheets of a workbook.
#[must_use]
pub fn sheets(replay: &ReplayView, lang: Lang) -> [Table; 4] {
    let words = Some(lang);
    [summary(replay, lang), people(replay, words), actions(replay, words), days(replay, words)]
}

fn table(name: &str, codes: &[&str], words: Option<Lang>, rows: Vec<Vec<Cell>>) -> Table {
    let title = |code: &&str| match words {
        Some(lang) => lang.t(&format!("replay-head-{}", code.replace('_', "-"))),
        None => (*code).to_owned(),
    };
    let name = words.map_or_else(|| name.to_owned(), |lang| lang.t(&format!("replay-sheet-{name}")));
    Table { name, heads: codes.iter().map(title).collect(), rows }
}

fn minutes(value: Option<CentiMinutes>) -> Cell {
    value.map_or(Cell::Empty, |value| Cell::Hundredths(value.0))
}

/// A share as per cent with two decimals.
fn basis_points(share: Option<i64>) -> Cell {
    share.map_or(Cell::Empty, Cell::Hundredths)
}

fn minutes_of(ms: i64) -> f64 {
    Millis(ms).seconds() / 60.0
}

/// after / before − 1 in basis points, rounded half-even; `None` where there was nothing before.
#[must_use]
pub fn change_bp(before: CentiMinutes, after: CentiMinutes) -> Option<i64> {
    share_bp(after, before).map(|share| share - 10_000)
}

/// A part of a whole in basis points, rounded half-even; `None` where the whole is nothing.
#[must_use]
pub fn share_bp(part: CentiMinutes, whole: CentiMinutes) -> Option<i64> {
    Fraction::new(i128::from(part.0) * 10_000, i128::from(whole.0)).ok()?.round_half_even().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::norm_set::SetState;
    use crate::domain::units::BasisPoints;
    use crate::views::Named;

    fn replay() -> ReplayView {
        let day = |text: &str| text.parse().unwrap();
        let cmin = CentiMinutes;
        ReplayView {
            set: uuid::Uuid::nil(),
            name: "set".to_owned(),
            department: Named { code: "SUP".to_owned(), name: "Support".to_owned() },
            state: SetState::Submitted,
            from: day("2026-11-02"),
            to: day("2026-11-30"),
            closed_days: 1,
            before_cmin: cmin(40_000),
            after_cmin: cmin(42_000),
            median_before_cmin: Some(cmin(40_000)),
            median_after_cmin: Some(cmin(42_000)),
            winners: 1,
            losers: 0,
            people: vec![ReplayPerson {
                code: "201".to_owned(),
                name: "=Anna".to_owned(),
                days: 1,
                target_cmin: Some(cmin(48_000)),
                before_cmin: cmin(40_000),
                after_cmin: cmin(42_000),
                change_bp: Some(500),
                median_before_cmin: cmin(40_000),
                median_after_cmin: cmin(42_000),
            }],
            actions: vec![ReplayAction {
                action: "TARIFF".to_owned(),
                name_ru: "Смена тарифа".to_owned(),
                name_en: Some("Change of tariff".to_owned()),
                quantity: 100,
                share_bp: BasisPoints(10_000),
                before_cmin: cmin(40_000),
                after_cmin: cmin(42_000),
                in_force_cmin: Some(cmin(400)),
                weight_cmin: Some(cmin(420)),
                handling: None,
            }],
            days: vec![ReplayDay {
                date: day("2026-11-02"),
                people: 1,
                target_cmin: None,
                before_cmin: cmin(40_000),
                after_cmin: cmin(42_000),
            }],
            without_norm: Vec::new(),
            full_occupancy: false,
        }
    }

    #[test]
    fn rows_are_as_wide_as_their_heads_and_names_are_no_formulas() {
        for words in [None, Some(Lang::Ru), Some(Lang::En)] {
            for table in [people(&replay(), words), actions(&replay(), words), days(&replay(), words)] {
                assert!(table.rows.iter().all(|row| row.len() == table.heads.len()), "{}", table.name);
                let unsaid = |head: &String| head.starts_with("replay-");
                assert!(!table.heads.iter().any(unsaid), "{:?}", table.heads);
            }
        }
        let csv = String::from_utf8(people(&replay(), None).csv().unwrap()).unwrap();
        assert!(csv.ends_with("201,'=Anna,1,480.00,400.00,420.00,5.00,400.00,420.00\n"), "{csv}");
        let csv = String::from_utf8(days(&replay(), None).csv().unwrap()).unwrap();
        assert!(csv.ends_with("2026-11-02,1,,400.00,420.00,5.00,\n"), "{csv}");
        assert_eq!(sheets(&replay(), Lang::En).len(), 4);
    }
}
