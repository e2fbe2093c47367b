//! The layout, looked at before it is a file: what stands on which page, and where.

use super::flow::{self, Laid, Page};
use super::fonts::Fonts;
use super::strips::{Mark, Role};
use super::*;

fn document(blocks: Vec<Block>) -> Document {
    Document {
        title: "A document".to_owned(),
        author: "A firm".to_owned(),
        lang: Lang::Ru,
        id: Uuid::nil(),
        created_ms: 1_776_420_300_000,
        footer: "foot".to_owned(),
        mark: None,
        sections: vec![Section { landscape: false, blocks }],
    }
}

fn lay(blocks: Vec<Block>) -> Laid {
    flow::lay(&document(blocks), &Fonts::load().unwrap())
}

/// The lines of a page from top to bottom, with their edges.
fn texts(page: &Page) -> Vec<(String, f32, f32)> {
    let line = |mark: &Mark| match mark {
        Mark::Line(mark) => {
            let visible = mark.line.text.trim_end().len();
            let glyphs = mark.line.glyphs.iter().filter(|glyph| glyph.text_range.start < visible);
            let width: f32 = glyphs.map(|glyph| glyph.x_advance * mark.style.size).sum();
            Some((mark.line.text.clone(), mark.x, mark.x + width))
        }
        _ => None,
    };
    page.marks.iter().filter_map(line).collect()
}

/// Every line of a document as it is laid, one after another.
pub(crate) fn read(document: &Document) -> String {
    words(&flow::lay(document, &Fonts::load().unwrap()))
}

fn words(laid: &Laid) -> String {
    let lines: Vec<String> = laid.pages.iter().flat_map(texts).map(|(text, ..)| text.trim().to_owned()).collect();
    lines.join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

const SENTENCE: &str = "Засчитывать каждому решению вес, указанный в приложении, по нормам, действующим в рабочий день \
    окончания работы, — в отделе № 5 и с надбавкой 10 %.";

#[test]
fn a_justified_paragraph_fills_its_lines_and_loses_nothing() {
    let whole = [SENTENCE; 12].join(" ");
    let laid = lay(vec![Block::Paragraph(Text::new(&whole, Style::BODY))]);
    assert_eq!(words(&laid), whole);
    let page = &laid.pages[0];
    let [left, _, right, _] = page.paper.margins;
    let lines = texts(page);
    for (number, (text, from, to)) in lines.iter().enumerate() {
        assert!((from - left).abs() < 0.01, "{text:?} begins at {from}");
        let edge = page.paper.width - right;
        let full = number + 1 < lines.len();
        assert!(if full { (to - edge).abs() < 0.05 } else { *to < edge }, "{text:?} ends at {to}, the edge is {edge}");
        // A preposition, a sign of a number or a number before its per cent sign do not end a line.
        let last = text.trim_end().rsplit([' ', '\u{A0}']).next().unwrap();
        assert!(!full || !matches!(last, "в" | "с" | "и" | "№" | "10"), "{text:?}");
    }
}

#[test]
fn a_word_wider_than_its_column_is_cut_between_letters() {
    let word = "Ы".repeat(300);
    let laid = lay(vec![Block::Paragraph(Text::new(&word, Style::BODY))]);
    let lines = texts(&laid.pages[0]);
    assert!(lines.len() > 4);
    assert_eq!(lines.iter().map(|(text, ..)| text.as_str()).collect::<String>(), word);
    let edge = laid.pages[0].paper.width - laid.pages[0].paper.margins[2];
    assert!(lines.iter().all(|(.., to)| *to <= edge + 0.05));
}

fn table(rows: usize, words: &str) -> Table {
    let columns = vec![
        Column::new("Номер", Some(10.0), Align::Right),
        Column::new("Действие", None, Align::Left),
        Column::new("Минуты", Some(60.0), Align::Right),
    ];
    let row = |number: usize| {
        let cells = vec![Cell::new(number.to_string()), Cell::new(words), Cell::strong(format!("<{number}>"))];
        Row::Cells(cells, 0.0)
    };
    let mut rows: Vec<Row> = (0..rows).map(row).collect();
    rows.insert(20, Row::Group("Группа".to_owned()));
    Table { columns, rows, grid: false }
}

#[test]
fn a_long_table_repeats_its_heads_and_splits_no_row() {
    let rows = 120;
    let laid = lay(vec![Block::Table(table(rows, SENTENCE))]);
    assert!(laid.pages.len() > 3, "{} pages", laid.pages.len());
    for page in &laid.pages {
        let lines = texts(page);
        assert_eq!(lines[0].0, "Номер");
        assert_eq!(lines.iter().filter(|(text, ..)| text == "Номер").count(), 1);
        // Every row that begins on the page ends on it.
        let begun = lines.iter().filter(|(text, ..)| text.chars().all(|sign| sign.is_ascii_digit())).count();
        let ended = lines.iter().filter(|(text, ..)| text.starts_with('<')).count();
        assert_eq!(begun, ended);
        let bottom = page.paper.height - page.paper.margins[3];
        let lowest = page.marks.iter().map(|mark| match mark {
            Mark::Line(mark) => mark.baseline,
            Mark::Fill([_, top, _, height], _) => top + height,
            Mark::Stroke([_, top, _, low], ..) => top.max(*low),
        });
        assert!(lowest.fold(0.0, f32::max) <= bottom + 0.5);
    }
    let all = words(&laid);
    assert!((0..rows).all(|number| all.contains(&format!("<{number}>"))));
    // A screen reader hears the heads once, and a cell of each column in each row.
    let count = |role: &Role| laid.tree.0.iter().filter(|(other, _)| other == role).count();
    assert_eq!((count(&Role::ColumnHead), count(&Role::Cell)), (3, 3 * rows));
}

/// A column that is told to be narrower than its head is as wide as the head's longest word.
#[test]
fn heads_are_never_cut() {
    let laid = lay(vec![Block::Table(table(21, "x"))]);
    assert!(texts(&laid.pages[0]).iter().any(|(text, ..)| text == "Номер"));
}

#[test]
fn a_heading_stays_with_what_follows_and_what_is_together_stays_so() {
    let style = Style::BODY;
    for filled in 30..50 {
        let mut blocks: Vec<Block> = (0..filled).map(|_| Block::Paragraph(Text::new("line", style))).collect();
        blocks.push(Block::Heading(1, Text::new("Heading", Style::HEADING)));
        blocks.push(Block::Paragraph(Text::new("after", style)));
        blocks.push(Block::Together(vec![
            Block::Paragraph(Text::new("first", style)),
            Block::Paragraph(Text::new("second", style)),
            Block::Beside(vec![Place { share: 1.0, text: Text::new("third", style), line: true }]),
        ]));
        let laid = lay(blocks);
        let page_of = |words: &str| {
            laid.pages.iter().position(|page| texts(page).iter().any(|(text, ..)| text == words)).unwrap()
        };
        assert_eq!(page_of("Heading"), page_of("after"), "after {filled} lines");
        assert_eq!(page_of("first"), page_of("third"), "after {filled} lines");
        let bookmarks: usize = laid.pages.iter().map(|page| page.bookmarks.len()).sum();
        assert_eq!(bookmarks, 1);
    }
}

#[test]
fn a_document_without_anything_is_still_one() {
    assert!(pdf(&document(Vec::new())).unwrap().starts_with(b"%PDF"));
    assert!(pdf(&Document { mark: Some(String::new()), ..document(vec![Block::Rule]) }).is_ok());
}
