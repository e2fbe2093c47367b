//! Blocks as strips: what cannot be parted by the end of a page, from top to bottom, with what it means to a reader
//! who hears the document.

use super::fonts::Fonts;
use super::lines::{Line, lines};
use super::{Block, Face, Place, Style, Text, table};

/// What a part of a document is, for a screen reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Role {
    /// A heading of a level, with its words.
    Heading(u16, String),
    /// A paragraph.
    Paragraph,
    /// Numbered points.
    List,
    /// One of them.
    Point,
    /// Its number.
    Label,
    /// Its text.
    Body,
    /// A table.
    Table,
    /// Its heads.
    Heads,
    /// Its rows.
    Rows,
    /// One of them.
    Row,
    /// A column's head.
    ColumnHead,
    /// A head of rows, over so many columns.
    RowHead(u32),
    /// A cell.
    Cell,
}

/// The parts of a document in the order in which they are read; each knows what it is part of.
#[derive(Debug, Default)]
pub struct Tree(pub Vec<(Role, Option<usize>)>);

impl Tree {
    /// Adds a part; its number is its name.
    pub fn add(&mut self, role: Role, within: Option<usize>) -> usize {
        self.0.push((role, within));
        self.0.len() - 1
    }
}

/// Something drawn, from the left edge and the top of its strip or page.
#[derive(Debug, Clone)]
pub enum Mark {
    /// A line of text.
    Line(LineMark),
    /// A filled rectangle: x, y, width, height and how grey.
    Fill([f32; 4], u8),
    /// A line: x and y of its ends, its thickness and how grey.
    Stroke([f32; 4], f32, u8),
}

/// A line of text in its place.
#[derive(Debug, Clone)]
pub struct LineMark {
    /// The line.
    pub line: Line,
    /// Its first glyph's left edge.
    pub x: f32,
    /// Where the letters stand.
    pub baseline: f32,
    /// How it looks.
    pub style: Style,
    /// The part it belongs to; none where it only repeats what was read before.
    pub node: Option<usize>,
}

impl Mark {
    /// The same, moved.
    pub fn moved(mut self, x: f32, y: f32) -> Self {
        match &mut self {
            Self::Line(mark) => {
                mark.x += x;
                mark.baseline += y;
            }
            Self::Fill([left, top, ..], _) => {
                *left += x;
                *top += y;
            }
            Self::Stroke([left, top, right, bottom], ..) => {
                *left += x;
                *right += x;
                *top += y;
                *bottom += y;
            }
        }
        self
    }
}

/// A strip of a page.
#[derive(Debug, Clone, Default)]
pub struct Strip {
    /// Space above it, which falls away at the top of a page.
    pub before: f32,
    /// Its height.
    pub height: f32,
    /// What is drawn in it.
    pub marks: Vec<Mark>,
    /// Whether the next strip has to stand on the same page.
    pub keep: bool,
    /// The heads of its table, among [`Strips::heads`].
    pub head: Option<usize>,
    /// A bookmark: its level and words.
    pub bookmark: Option<(u16, String)>,
}

/// The strips of a section, and the heads that tables repeat.
#[derive(Debug, Default)]
pub struct Strips {
    /// From top to bottom.
    pub strips: Vec<Strip>,
    /// Heads of tables.
    pub heads: Vec<Strip>,
}

/// What strips are made with.
pub struct Maker<'a> {
    /// The faces.
    pub fonts: &'a Fonts,
    /// The width of the page between its margins.
    pub width: f32,
    /// The parts so far.
    pub tree: &'a mut Tree,
}

/// How far the text of a numbered point is moved in from its label.
const HANG: f32 = 24.0;

impl Maker<'_> {
    /// The strips of these blocks.
    pub fn strips(&mut self, blocks: &[Block]) -> Strips {
        let mut out = Strips::default();
        let mut list = None;
        for block in blocks {
            if !matches!(block, Block::Point(..) | Block::Together(_)) {
                list = None;
            }
            self.block(block, &mut list, &mut out);
        }
        out
    }

    fn block(&mut self, block: &Block, list: &mut Option<usize>, out: &mut Strips) {
        match block {
            Block::Heading(level, text) => {
                let node = self.tree.add(Role::Heading(*level, text.words.clone()), None);
                let mut strips = self.text(text, (0.0, self.width), node);
                for strip in &mut strips {
                    strip.keep = true;
                }
                if let Some(first) = strips.first_mut() {
                    first.bookmark = Some((*level, text.words.replace('\n', " ")));
                }
                out.strips.extend(strips);
            }
            Block::Paragraph(text) => {
                let node = self.tree.add(Role::Paragraph, None);
                let strips = self.text(text, (0.0, self.width), node);
                out.strips.extend(strips);
            }
            Block::Point(label, text) => {
                let list = *list.get_or_insert_with(|| self.tree.add(Role::List, None));
                out.strips.extend(self.point(list, label, text));
            }
            Block::Beside(places) => out.strips.push(self.beside(places)),
            Block::Table(table) => table::strips(self, table, out),
            Block::Space(height) => out.strips.push(Strip { before: *height, keep: true, ..Strip::default() }),
            Block::Rule => {
                let rule = Mark::Stroke([0.0, 0.0, self.width, 0.0], 0.75, 0);
                out.strips.push(Strip { before: 4.0, height: 1.0, marks: vec![rule], keep: true, ..Strip::default() });
            }
            Block::Together(blocks) => {
                let from = out.strips.len();
                for block in blocks {
                    self.block(block, list, out);
                }
                let last = out.strips.len().saturating_sub(1);
                for strip in out.strips.iter_mut().take(last).skip(from) {
                    strip.keep = true;
                }
            }
        }
    }

    /// A text as a strip a line: its first two lines stay together, and its last two.
    fn text(&self, text: &Text, (x, width): (f32, f32), node: usize) -> Vec<Strip> {
        let found = lines(self.fonts, text, width);
        let count = found.len();
        let strip = |(number, line): (usize, Line)| Strip {
            before: if number == 0 { text.style.before } else { 0.0 },
            height: text.style.leading,
            marks: vec![standing(line, text.style, (x, 0.0), Some(node))],
            keep: number + 1 < count && (number == 0 || number + 2 == count),
            ..Strip::default()
        };
        found.into_iter().enumerate().map(strip).collect()
    }

    fn point(&mut self, list: usize, label: &str, text: &Text) -> Vec<Strip> {
        let point = self.tree.add(Role::Point, Some(list));
        let number = self.tree.add(Role::Label, Some(point));
        let body = self.tree.add(Role::Body, Some(point));
        let mut strips = self.text(text, (HANG, self.width - HANG), body);
        let words = Text::new(label, Style { align: super::Align::Left, ..text.style });
        let marks = lines(self.fonts, &words, HANG).into_iter();
        let marks: Vec<Mark> = marks.map(|line| standing(line, text.style, (0.0, 0.0), Some(number))).collect();
        if let Some(first) = strips.first_mut() {
            first.marks.splice(0..0, marks);
        }
        strips
    }

    fn beside(&mut self, places: &[Place]) -> Strip {
        let mut strip = Strip::default();
        let set: Vec<Vec<Line>> = places
            .iter()
            .map(|place| match place.text.words.as_str() {
                "" => Vec::new(),
                _ => lines(self.fonts, &place.text, self.width * place.share),
            })
            .collect();
        let height = |place: &Place, lines: &[Line]| table::height_of(lines.len(), place.text.style);
        for (place, lines) in places.iter().zip(&set) {
            strip.height = strip.height.max(height(place, lines));
            strip.before = strip.before.max(place.text.style.before);
        }
        let mut x = 0.0;
        for (place, lines) in places.iter().zip(set) {
            let width = self.width * place.share;
            if place.line {
                strip.marks.push(Mark::Stroke([x, 0.0, x + width, 0.0], 0.5, 0));
            }
            // What is shorter stands at the bottom: a name beside the last line of a long title.
            let mut y = strip.height - height(place, &lines);
            let node = (!lines.is_empty()).then(|| self.tree.add(Role::Paragraph, None));
            for line in lines {
                strip.marks.push(standing(line, place.text.style, (x, y), node));
                y += place.text.style.leading;
            }
            x += width;
        }
        strip
    }
}

/// A line in its place: the letters stand in the middle of its height, measured by the capitals.
pub fn standing(line: Line, style: Style, (x, top): (f32, f32), node: Option<usize>) -> Mark {
    let capitals = if style.face == Face::Mono { 0.73 } else { 0.698 };
    let baseline = top + f32::midpoint(style.leading, capitals * style.size);
    Mark::Line(LineMark { x: x + line.x, baseline, style, node, line })
}
