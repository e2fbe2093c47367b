//! Annex 2: the acquaintance sheet (лист ознакомления), to be signed by those who have not acknowledged in the program.

use super::facts::{Facts, moment};
use crate::documents::page::{Align, Block, Cell, Column, Row, Style, Table, Text};
use crate::locale::Arg;
use crate::views::pilot::{AcquaintanceView, Acquainted};

/// A row high enough to sign in.
const ROW: f32 = 25.0;

/// The blocks of annex 2.
pub fn blocks(facts: &Facts<'_>, sheet: &AcquaintanceView) -> Vec<Block> {
    let lang = facts.lang;
    let about = Style { align: Align::Left, ..Style::BODY };
    let mut blocks = vec![Block::Heading(1, Text::new(lang.t("order-sheet-heading"), Style::HEADING))];
    if sheet.people.is_empty() {
        blocks.push(Block::Paragraph(Text::new(lang.t("order-sheet-nobody"), about)));
        return blocks;
    }
    blocks.push(Block::Paragraph(Text::new(facts.words("order-sheet-about"), about)));
    blocks.push(Block::Space(4.0));
    let head = |key: &str, width: Option<f32>, align: Align| Column::new(lang.t(key), width, align);
    let columns = vec![
        head("order-sheet-place", Some(26.0), Align::Right),
        head("order-sheet-code", Some(46.0), Align::Left),
        head("order-sheet-name", None, Align::Left),
        head("order-sheet-position", Some(92.0), Align::Left),
        head("order-sheet-when", Some(88.0), Align::Left),
        head("order-sheet-signature", Some(80.0), Align::Left),
    ];
    let rows = (1_usize..).zip(&sheet.people).map(|(number, person)| row(facts, number, person)).collect();
    blocks.push(Block::Table(Table { columns, rows, grid: true }));
    let done = sheet.people.iter().filter(|person| person.at.is_some()).count().to_string();
    let all = sheet.people.len().to_string();
    let count = lang.with("order-sheet-count", &[("done", Arg::Text(&done)), ("all", Arg::Text(&all))]);
    blocks.push(Block::Paragraph(Text::new(count, Style::SMALL.quiet().below(8.0))));
    blocks
}

fn row(facts: &Facts<'_>, number: usize, person: &Acquainted) -> Row {
    let lang = facts.lang;
    let (when, signature) = match &person.at {
        Some(at) if person.late => {
            (format!("{}\n{}", moment(lang, at), lang.t("order-sheet-late")), lang.t("order-sheet-in-program"))
        }
        Some(at) => (moment(lang, at), lang.t("order-sheet-in-program")),
        None => (String::new(), String::new()),
    };
    let cells = vec![
        Cell::new(number.to_string()),
        Cell::new(&person.code),
        Cell::new(&person.name),
        Cell::new(person.position.clone().unwrap_or_default()),
        Cell::new(when),
        Cell::new(signature),
    ];
    Row::Cells(cells, ROW)
}
