//! The order as tables: a workbook for people, the norms alone for programs.

use super::figures::minutes;
use super::norms::name;
use crate::documents::table::{Cell, Table};
use crate::domain::allowance::Convention;
use crate::domain::units::{BasisPoints, CentiMinutes};
use crate::locale::Lang;
use crate::views::document::{OrderDocument, OrderLine};
use crate::views::pilot::AcquaintanceView;

/// The order's norms with heads that programs read.
#[must_use]
pub fn table(order: &OrderDocument) -> Table {
    let heads = [
        "action",
        "name_ru",
        "name_en",
        "group",
        "basis",
        "observations",
        "hard",
        "measured_ms",
        "low_min",
        "high_min",
        "hard_share_percent",
        "allowance_percent",
        "norm_min",
        "boost",
        "weight_min",
        "before_min",
        "boost_reason",
        "reason",
    ];
    let row = |line: &OrderLine| {
        let mut row = vec![
            Cell::from(line.action.as_str()),
            Cell::from(line.name_ru.as_str()),
            Cell::from(line.name_en.clone()),
            Cell::from(line.group.as_str()),
            Cell::from(line.basis.as_str()),
        ];
        row.extend(figures(line, line.measured_ms.map_or(Cell::Empty, Cell::Whole)));
        row
    };
    Table {
        name: "order".to_owned(),
        heads: heads.map(str::to_owned).to_vec(),
        rows: order.lines.iter().map(row).collect(),
    }
}

/// The sheets of the workbook: the order, its norms and, for those who may see it, who has read it.
#[must_use]
pub fn tables(order: &OrderDocument, sheet: Option<&AcquaintanceView>, lang: Lang) -> Vec<Table> {
    let mut tables = vec![about(order, lang), norms(order, lang)];
    tables.extend(sheet.map(|sheet| acquaintance(sheet, lang)));
    tables
}

fn hundredths(value: Option<CentiMinutes>) -> Cell {
    value.map_or(Cell::Empty, |value| Cell::Hundredths(value.0))
}

/// Basis points as per cent with two decimals.
fn percent(value: Option<BasisPoints>) -> Cell {
    value.map_or(Cell::Empty, |value| Cell::Hundredths(value.0))
}

/// What both tables of norms say alike: from the observations to the reason.
fn figures(line: &OrderLine, measured: Cell) -> Vec<Cell> {
    vec![
        Cell::Whole(line.observations),
        Cell::Whole(line.hard_observations),
        measured,
        hundredths(line.low_cmin),
        hundredths(line.high_cmin),
        percent(line.hard_share_bp),
        percent(line.allowance_bp),
        Cell::Hundredths(line.norm_cmin.0),
        factor(line.boost_bp),
        Cell::Hundredths(line.weight_cmin.0),
        hundredths(line.before_cmin),
        Cell::from(line.boost_reason.clone()),
        Cell::from(line.reason.clone()),
    ]
}

/// A boost as a number, with as many decimals as it has.
fn factor(boost: BasisPoints) -> Cell {
    if boost.0 % 100 == 0 {
        return Cell::Hundredths(boost.0 / 100);
    }
    i32::try_from(boost.0).map_or(Cell::Empty, |boost| Cell::Real(f64::from(boost) / 10_000.0))
}

fn norms(order: &OrderDocument, lang: Lang) -> Table {
    let heads = [
        "order-book-code",
        "order-book-action",
        "order-book-group",
        "order-book-basis",
        "order-book-observations",
        "order-book-hard",
        "order-book-measured",
        "order-book-low",
        "order-book-high",
        "order-book-hard-share",
        "order-book-own-allowance",
        "order-book-norm",
        "order-book-boost",
        "order-book-weight",
        "order-book-before",
        "order-book-boost-reason",
        "order-book-reason",
    ];
    let row = |line: &OrderLine| {
        let mut row = vec![
            Cell::from(line.action.as_str()),
            Cell::from(name(line, lang)),
            Cell::from(line.group.as_str()),
            Cell::from(lang.t(&format!("basis-{}", line.basis.as_str()))),
        ];
        row.extend(figures(line, hundredths(line.measured_ms.map(minutes))));
        row
    };
    Table {
        name: lang.t("order-book-norms"),
        heads: heads.map(|key| lang.t(key)).to_vec(),
        rows: order.lines.iter().map(row).collect(),
    }
}

fn about(order: &OrderDocument, lang: Lang) -> Table {
    let date = |day| Cell::from(lang.date(day));
    let convention = match order.convention {
        Convention::Normal => "order-book-convention-normal",
        Convention::Shift => "order-book-convention-shift",
    };
    let pilot = order.pilot_from.zip(order.pilot_to);
    let pilot = pilot.map(|(from, to)| format!("{} – {}", lang.date(from), lang.date(to)));
    let rows = [
        ("order-book-organisation", Cell::from(order.organisation.as_str())),
        ("order-book-number", Cell::from(order.number.as_str())),
        ("order-book-date", date(order.date)),
        ("order-book-effective", date(order.effective)),
        ("order-book-department", Cell::from(order.department.name.as_str())),
        ("order-book-set", Cell::from(order.set_name.as_str())),
        ("order-book-supersedes", Cell::from(order.supersedes.clone())),
        ("order-book-grounds", Cell::from(order.grounds.as_str())),
        ("order-book-submitted-by", Cell::from(order.submitted_by.name.as_str())),
        ("order-book-approved-by", Cell::from(order.approved_by.name.as_str())),
        ("order-book-approved-at", Cell::from(order.approved_local.as_str())),
        ("order-book-early-reason", Cell::from(order.early_reason.clone())),
        ("order-book-pilot", Cell::from(pilot)),
        ("order-book-pilot-days", order.pilot_from.map_or(Cell::Empty, |_| Cell::Whole(order.pilot_days))),
        ("order-book-pilot-reason", Cell::from(order.pilot_reason.clone())),
        ("order-book-representative", Cell::from(order.representative.clone())),
        ("order-book-password-reset", Cell::from(order.password_reset_by.clone())),
        ("order-book-allowance", percent(Some(order.allowance_bp))),
        ("order-book-convention", Cell::from(lang.t(convention))),
        ("order-book-rehearsal", Cell::from(order.rehearsal.then(|| lang.t("order-book-yes")))),
        ("order-fingerprint", Cell::from(order.fingerprint.as_str())),
        ("order-chain-head", Cell::from(order.chain_head.as_str())),
        ("order-id", Cell::from(order.order.to_string())),
        ("order-set-id", Cell::from(order.set.to_string())),
    ];
    Table {
        name: lang.t("order-book-order"),
        heads: vec![lang.t("order-book-field"), lang.t("order-book-value")],
        rows: rows.into_iter().map(|(key, value)| vec![Cell::from(lang.t(key)), value]).collect(),
    }
}

fn acquaintance(sheet: &AcquaintanceView, lang: Lang) -> Table {
    let heads = ["order-sheet-code", "order-sheet-name", "order-sheet-position", "order-sheet-when", "order-book-late"];
    let rows = sheet.people.iter().map(|person| {
        vec![
            Cell::from(person.code.as_str()),
            Cell::from(person.name.as_str()),
            Cell::from(person.position.clone()),
            Cell::from(person.at.clone()),
            Cell::from(person.late.then(|| lang.t("order-book-yes"))),
        ]
    });
    Table {
        name: lang.t("order-book-acquaintance"),
        heads: heads.map(|key| lang.t(key)).to_vec(),
        rows: rows.collect(),
    }
}
