//! Annex 1: the table of norms with what each rests on, its notes, and the sums by which a change is found.

use std::collections::BTreeMap;

use super::facts::Facts;
use super::figures::{change, minutes};
use crate::documents::page::{Align, Block, Cell, Column, Face, Place, Row, Style, Table, Text};
use crate::domain::norm_set::Basis;
use crate::domain::units::BasisPoints;
use crate::locale::{Arg, Lang};
use crate::views::document::OrderLine;

const MISSING: &str = "—";
const SUM: Style = Style { face: Face::Mono, size: 8.0, leading: 12.5, ..Style::CELL };

/// The blocks of annex 1.
pub fn blocks(facts: &Facts<'_>) -> Vec<Block> {
    let lang = facts.lang;
    let (table, notes) = table(facts);
    let mut blocks = vec![
        Block::Heading(1, Text::new(lang.t("order-norms-heading"), Style::HEADING)),
        Block::Paragraph(Text::new(facts.words("order-norms-about"), Style::SMALL)),
        Block::Space(4.0),
        Block::Table(table),
        Block::Paragraph(Text::new(legend(facts), Style::SMALL.quiet().below(8.0))),
    ];
    if !notes.is_empty() {
        blocks.push(Block::Heading(2, small_heading(lang.t("order-notes"))));
        let note = |(number, words): (usize, String)| Block::Point(format!("{number}"), Text::new(words, Style::SMALL));
        blocks.extend((1..).zip(notes).map(note));
    }
    blocks.push(seals(facts));
    blocks
}

fn small_heading(words: String) -> Text {
    Text::new(words, Style { face: Face::SansStrong, size: 10.0, leading: 13.0, ..Style::HEADING })
}

fn legend(facts: &Facts<'_>) -> String {
    let words = facts.lang.t("order-legend");
    match &facts.order.supersedes {
        Some(number) => format!("{words} {}", facts.lang.with("order-legend-before", &[("number", Arg::Text(number))])),
        None => words,
    }
}

/// The table, groups in the order of their first action, and the notes to its rows.
fn table(facts: &Facts<'_>) -> (Table, Vec<String>) {
    let order = facts.order;
    let mut groups: Vec<&str> = Vec::new();
    let mut by_group: BTreeMap<&str, Vec<&OrderLine>> = BTreeMap::new();
    for line in &order.lines {
        if !groups.contains(&line.group.as_str()) {
            groups.push(&line.group);
        }
        by_group.entry(&line.group).or_default().push(line);
    }
    let (mut rows, mut notes, mut number) = (Vec::new(), Vec::new(), 0);
    for group in &groups {
        if groups.len() > 1 && !group.trim().is_empty() {
            rows.push(Row::Group((*group).to_owned()));
        }
        for line in by_group.get(group).into_iter().flatten() {
            number += 1;
            let noted = note(facts.lang, line).map(|words| {
                notes.push(words);
                notes.len()
            });
            rows.push(Row::Cells(cells(facts, line, number, noted), 0.0));
        }
    }
    (Table { columns: columns(facts), rows, grid: false }, notes)
}

fn columns(facts: &Facts<'_>) -> Vec<Column> {
    let head = |key: &str, width: Option<f32>, align: Align| Column::new(facts.lang.t(key), width, align);
    let mut columns = vec![
        head("order-column-place", Some(24.0), Align::Right),
        head("order-column-action", None, Align::Left),
        head("order-column-observations", Some(48.0), Align::Right),
        head("order-column-measured", Some(46.0), Align::Right),
        head("order-column-hard-share", Some(42.0), Align::Right),
        head("order-column-allowance", Some(46.0), Align::Right),
        head("order-column-interval", Some(66.0), Align::Right),
        head("order-column-norm", Some(40.0), Align::Right),
        head("order-column-boost", Some(46.0), Align::Right),
        head("order-column-weight", Some(52.0), Align::Right),
    ];
    if facts.order.supersedes.is_some() {
        columns.push(head("order-column-before", Some(38.0), Align::Right));
        columns.push(head("order-column-change", Some(48.0), Align::Right));
    }
    columns.push(head("order-column-note", Some(30.0), Align::Right));
    columns
}

fn cells(facts: &Facts<'_>, line: &OrderLine, number: usize, note: Option<usize>) -> Vec<Cell> {
    let lang = facts.lang;
    let or_missing = |text: Option<String>| Cell::new(text.unwrap_or_else(|| MISSING.to_owned()));
    let share = |share: BasisPoints| format!("{} %", lang.per_cent(share));
    let mut cells = vec![
        Cell::new(number.to_string()),
        Cell::new(format!("{}\u{A0}({})", name(line, lang), line.action)),
        Cell::new(observations(lang, line)),
        or_missing(line.measured_ms.map(|mean| lang.minutes(minutes(mean)))),
        or_missing(line.hard_share_bp.map(share)),
        or_missing(line.allowance_bp.map(share)),
        or_missing(interval(lang, line)),
        Cell::strong(lang.minutes(line.norm_cmin)),
        or_missing((line.boost_bp != BasisPoints::ONE).then(|| format!("×{}", lang.factor(line.boost_bp)))),
        Cell::strong(lang.minutes(line.weight_cmin)),
    ];
    if facts.order.supersedes.is_some() {
        let changed = line.before_cmin.and_then(|before| change(lang, before, line.weight_cmin));
        cells.push(or_missing(line.before_cmin.map(|before| lang.minutes(before))));
        cells.push(Cell::new(changed.unwrap_or_else(|| lang.t("order-new"))));
    }
    cells.push(Cell::new(note.map(|number| number.to_string()).unwrap_or_default()));
    cells
}

/// An action's name in the language of the order; the Russian one where it has no other.
pub fn name(line: &OrderLine, lang: Lang) -> &str {
    match (lang, line.name_en.as_deref()) {
        (Lang::En, Some(name)) if !name.trim().is_empty() => name,
        _ => &line.name_ru,
    }
}

fn observations(lang: Lang, line: &OrderLine) -> String {
    match line.basis {
        Basis::Measured if line.hard_observations > 0 => {
            format!("{} ({})", lang.whole(line.observations), lang.whole(line.hard_observations))
        }
        Basis::Measured => lang.whole(line.observations),
        Basis::Expert => lang.t("order-basis-expert"),
        Basis::Imported => lang.t("order-basis-imported"),
    }
}

fn interval(lang: Lang, line: &OrderLine) -> Option<String> {
    let (low, high) = line.low_cmin.zip(line.high_cmin)?;
    Some(format!("{}\u{A0}–\u{A0}{}", lang.minutes(low), lang.minutes(high)))
}

/// What has to be said about a norm beside its figures; none of most.
fn note(lang: Lang, line: &OrderLine) -> Option<String> {
    let reason = |text: Option<&String>| {
        let said = text.map(|text| text.trim().trim_end_matches('.')).filter(|text| !text.is_empty());
        said.map_or_else(|| lang.t("order-note-no-reason"), str::to_owned)
    };
    let basis = match line.basis {
        Basis::Measured => None,
        Basis::Expert => Some("order-note-expert"),
        Basis::Imported => Some("order-note-imported"),
    };
    let mut said = Vec::new();
    if let Some(key) = basis {
        said.push(lang.with(key, &[("reason", Arg::Text(&reason(line.reason.as_ref())))]));
    }
    if line.boost_bp != BasisPoints::ONE {
        let (boost, why) = (lang.factor(line.boost_bp), reason(line.boost_reason.as_ref()));
        said.push(lang.with("order-note-boost", &[("boost", Arg::Text(&boost)), ("reason", Arg::Text(&why))]));
    }
    (!said.is_empty()).then(|| format!("{} ({}): {}.", name(line, lang), line.action, said.join("; ")))
}

/// The sums by which a change of the file is found, what they are for and how to check them.
fn seals(facts: &Facts<'_>) -> Block {
    let (order, lang) = (facts.order, facts.lang);
    let (id, set) = (order.order.to_string(), order.set.to_string());
    let plain = Style { leading: SUM.leading, ..Style::CELL };
    let sums = [
        ("order-fingerprint", &order.fingerprint, SUM),
        ("order-chain-head", &order.chain_head, SUM),
        ("order-id", &id, plain),
        ("order-set-id", &set, plain),
    ];
    let mut blocks = vec![
        Block::Heading(2, small_heading(lang.t("order-seals"))),
        Block::Paragraph(Text::new(lang.t("order-seals-text"), Style::SMALL)),
        Block::Space(4.0),
    ];
    blocks.extend(sums.into_iter().map(|(label, sum, style)| {
        let label = Text::new(lang.t(label), plain.quiet());
        Block::Beside(vec![
            Place { share: 0.2, text: label, line: false },
            Place { share: 0.8, text: Text::new(sum, style), line: false },
        ])
    }));
    Block::Together(blocks)
}
