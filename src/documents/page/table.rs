//! A table: columns as wide as they are told, but never narrower than the longest word of their head; heads that
//! repeat on each page; rows that are never split.

use super::fonts::Fonts;
use super::lines::{lines, widest_word};
use super::strips::{Maker, Mark, Role, Strip, Strips, standing};
use super::{Style, Text};

/// Where text stands in its column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// At the left.
    Left,
    /// At the right, as numbers do.
    Right,
    /// In the middle.
    Centre,
    /// From edge to edge.
    Justified,
}

/// A table.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Vec<Row>,
    /// Lines between columns, as in a form that is filled in by hand; otherwise every second row is shaded.
    pub grid: bool,
}

/// A column.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Its head.
    pub title: String,
    /// Its width in points; none takes what the others leave.
    pub width: Option<f32>,
    /// Where its cells' text stands.
    pub align: Align,
}

impl Column {
    /// A column.
    #[must_use]
    pub fn new(title: impl Into<String>, width: impl Into<Option<f32>>, align: Align) -> Self {
        Self { title: title.into(), width: width.into(), align }
    }
}

/// A row.
#[derive(Debug, Clone, PartialEq)]
pub enum Row {
    /// A cell a column, and the least height.
    Cells(Vec<Cell>, f32),
    /// A heading over the rows that follow.
    Group(String),
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cell {
    /// Its text.
    pub words: String,
    /// Whether it is what the row is about.
    pub strong: bool,
}

impl Cell {
    /// A cell.
    #[must_use]
    pub fn new(words: impl Into<String>) -> Self {
        Self { words: words.into(), strong: false }
    }

    /// A cell that stands out.
    #[must_use]
    pub fn strong(words: impl Into<String>) -> Self {
        Self { words: words.into(), strong: true }
    }
}

/// Room around a cell's text: at its sides, above and below.
const PAD: (f32, f32) = (4.0, 3.0);
const HEAD: Style = Style { size: 7.2, leading: 9.0, ..Style::CELL.strong() };
const HAIRLINE: (f32, u8) = (0.4, 0xA0);

/// A table laid out: each column's left edge and width.
struct Frame<'t> {
    table: &'t Table,
    edges: Vec<(f32, f32)>,
    width: f32,
    node: usize,
}

/// Adds a table's strips.
pub fn strips(maker: &mut Maker<'_>, table: &Table, out: &mut Strips) {
    let node = maker.tree.add(Role::Table, None);
    let frame = Frame { table, edges: edges(maker.fonts, table, maker.width), width: maker.width, node };
    let head = frame.head(maker);
    out.heads.push(repeated(&head));
    let number = out.heads.len() - 1;
    out.strips.push(head);
    let rows = maker.tree.add(Role::Rows, Some(node));
    let mut shaded = false;
    for row in &table.rows {
        let strip = match row {
            Row::Group(words) => {
                shaded = false;
                frame.group(maker, rows, words)
            }
            Row::Cells(cells, least) => {
                let strip = frame.row(maker, rows, cells, (*least, shaded && !table.grid));
                shaded = !shaded;
                strip
            }
        };
        out.strips.push(Strip { head: Some(number), ..strip });
    }
}

fn edges(fonts: &Fonts, table: &Table, whole: f32) -> Vec<(f32, f32)> {
    let least = |column: &Column| widest_word(fonts, &Text::new(&column.title, HEAD)) + 2.0 * PAD.0 + 0.1;
    let fixed: Vec<Option<f32>> =
        table.columns.iter().map(|column| column.width.map(|width| width.max(least(column)))).collect();
    let taken: f32 = fixed.iter().flatten().sum();
    let open = u16::try_from(fixed.iter().filter(|width| width.is_none()).count()).map_or(1.0, f32::from);
    let rest = ((whole - taken) / open.max(1.0)).max(0.0);
    let mut x = 0.0;
    let mut edge = |width: Option<f32>| {
        let width = width.unwrap_or(rest);
        let left = x;
        x += width;
        (left, width)
    };
    fixed.into_iter().map(&mut edge).collect()
}

/// The heads on a further page: they were read before.
fn repeated(head: &Strip) -> Strip {
    let again = |mark: &Mark| match mark.clone() {
        Mark::Line(mut mark) => {
            mark.node = None;
            Mark::Line(mark)
        }
        other => other,
    };
    Strip { before: 0.0, marks: head.marks.iter().map(again).collect(), ..head.clone() }
}

impl Frame<'_> {
    fn head(&self, maker: &mut Maker<'_>) -> Strip {
        let heads = maker.tree.add(Role::Heads, Some(self.node));
        let row = maker.tree.add(Role::Row, Some(heads));
        let set: Vec<_> = self.table.columns.iter().zip(&self.edges).collect();
        let texts: Vec<_> = set
            .iter()
            .map(|(column, (_, width))| {
                let text = Text::new(&column.title, Style { align: column.align, ..HEAD });
                lines(maker.fonts, &text, width - 2.0 * PAD.0)
            })
            .collect();
        let tallest = texts.iter().map(|lines| height_of(lines.len(), HEAD)).fold(0.0, f32::max);
        let height = tallest + 2.0 * PAD.1;
        let mut marks = vec![Mark::Fill([0.0, 0.0, self.width, height], 0xE8)];
        marks.push(Mark::Stroke([0.0, 0.0, self.width, 0.0], 0.9, 0x30));
        marks.push(Mark::Stroke([0.0, height, self.width, height], 0.6, 0x30));
        for ((column, (x, _)), lines) in set.into_iter().zip(texts) {
            let node = maker.tree.add(Role::ColumnHead, Some(row));
            let style = Style { align: column.align, ..HEAD };
            let mut y = height - PAD.1 - height_of(lines.len(), HEAD);
            for line in lines {
                marks.push(standing(line, style, (x + PAD.0, y), Some(node)));
                y += HEAD.leading;
            }
        }
        self.bars(height, &mut marks);
        Strip { before: 6.0, height, marks, keep: true, ..Strip::default() }
    }

    fn group(&self, maker: &mut Maker<'_>, rows: usize, words: &str) -> Strip {
        let row = maker.tree.add(Role::Row, Some(rows));
        let span = u32::try_from(self.edges.len()).unwrap_or(1);
        let node = maker.tree.add(Role::RowHead(span), Some(row));
        let style = Style::CELL.strong();
        let mut y = PAD.1 + 2.0;
        let mut marks = Vec::new();
        for line in lines(maker.fonts, &Text::new(words, style), self.width - 2.0 * PAD.0) {
            marks.push(standing(line, style, (PAD.0, y), Some(node)));
            y += style.leading;
        }
        let height = y + PAD.1 - 1.0;
        marks.push(Mark::Stroke([0.0, height, self.width, height], HAIRLINE.0, HAIRLINE.1));
        Strip { height, marks, keep: true, ..Strip::default() }
    }

    fn row(&self, maker: &mut Maker<'_>, rows: usize, cells: &[Cell], (least, shaded): (f32, bool)) -> Strip {
        let row = maker.tree.add(Role::Row, Some(rows));
        let mut marks = Vec::new();
        let mut height = least;
        for ((cell, column), (x, width)) in cells.iter().zip(&self.table.columns).zip(&self.edges) {
            let node = maker.tree.add(Role::Cell, Some(row));
            let plain = Style { align: column.align, ..Style::CELL };
            let style = if cell.strong { plain.strong() } else { plain };
            // An empty cell holds a blank: a row keeps its cells for whoever hears it.
            let words = if cell.words.is_empty() { "\u{A0}" } else { &cell.words };
            let mut y = PAD.1;
            for line in lines(maker.fonts, &Text::new(words, style), width - 2.0 * PAD.0) {
                marks.push(standing(line, style, (x + PAD.0, y), Some(node)));
                y += style.leading;
            }
            height = height.max(y + PAD.1);
        }
        if shaded {
            marks.insert(0, Mark::Fill([0.0, 0.0, self.width, height], 0xF6));
        }
        marks.push(Mark::Stroke([0.0, height, self.width, height], HAIRLINE.0, HAIRLINE.1));
        self.bars(height, &mut marks);
        Strip { height, marks, ..Strip::default() }
    }

    /// The lines between columns of a form, and at its sides.
    fn bars(&self, height: f32, marks: &mut Vec<Mark>) {
        if self.table.grid {
            let ends = self.edges.last().map(|(x, width)| x + width);
            for x in self.edges.iter().map(|(x, _)| *x).chain(ends) {
                marks.push(Mark::Stroke([x, 0.0, x, height], HAIRLINE.0, HAIRLINE.1));
            }
        }
    }
}

/// The height of so many lines.
pub fn height_of(count: usize, style: Style) -> f32 {
    u16::try_from(count).map_or(0.0, |count| f32::from(count) * style.leading)
}
