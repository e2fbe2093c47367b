//! A small layout for documents on paper: headings, paragraphs, numbered points, tables and signature lines on A4
//! pages, as a PDF for the archive (PDF/A-2a) that a screen reader can follow (PDF/UA-1).
//!
//! Invariant: the same document gives the same bytes. Nothing is cut: a line is broken where its language allows, a
//! word wider than its column between letters; a row of a table is never split over pages, and a table's heads stand
//! on each page it reaches. It knows nothing of orders or pay: every text comes from outside.

mod flow;
mod fonts;
mod lines;
mod paint;
mod strips;
mod table;
mod typography;

pub use table::{Align, Cell, Column, Row, Table};

use uuid::Uuid;

use crate::locale::Lang;

/// Why a document could not be made. Both are faults of the program: no text that people enter leads to them.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PageError {
    /// A font that ships with the program could not be read.
    #[error("a font of the program could not be read")]
    Font,
    /// The file would not have been what it says it is.
    #[error("the document could not be written: {0}")]
    File(String),
}

/// A document.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// Its title, as the reader's window shows it.
    pub title: String,
    /// Who issued it.
    pub author: String,
    /// Its language.
    pub lang: Lang,
    /// What tells it from every other document.
    pub id: Uuid,
    /// When it came to be, Unix ms: part of the file, so it has to be a moment of the document and not of its printing.
    pub created_ms: i64,
    /// Stands at the foot of each page, beside its number.
    pub footer: String,
    /// Stands across each page, where the document must not be taken for a real one.
    pub mark: Option<String>,
    /// Its parts; each begins on a page of its own.
    pub sections: Vec<Section>,
}

/// A part of a document with pages of one shape.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// Whether its pages lie on their side.
    pub landscape: bool,
    /// What stands on them.
    pub blocks: Vec<Block>,
}

/// Something that stands on a page.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A heading of a level from 1 on; it stays with what follows and is a bookmark.
    Heading(u16, Text),
    /// A paragraph.
    Paragraph(Text),
    /// A numbered point: its label hangs before it.
    Point(String, Text),
    /// Things beside each other, such as a date and a number or a signature line; the shares of the width add up to 1.
    Beside(Vec<Place>),
    /// A table.
    Table(Table),
    /// Empty space, in points.
    Space(f32),
    /// A line across the page.
    Rule,
    /// What must not be parted by the end of a page.
    Together(Vec<Block>),
}

/// A paragraph's text; a line break in it begins a new line.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    /// The words.
    pub words: String,
    /// How they look.
    pub style: Style,
}

impl Text {
    /// Words in a style.
    #[must_use]
    pub fn new(words: impl Into<String>, style: Style) -> Self {
        Self { words: words.into(), style }
    }
}

/// A place in a row of things beside each other.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// Its share of the width.
    pub share: f32,
    /// What stands in it.
    pub text: Text,
    /// Whether a line to write on runs above it.
    pub line: bool,
}

/// A typeface with its weight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Face {
    /// IBM Plex Serif: running text.
    Serif,
    /// The same, semibold.
    SerifStrong,
    /// IBM Plex Sans: tables and small print.
    Sans,
    /// The same, semibold.
    SansStrong,
    /// `JetBrains` Mono: sums that are compared letter by letter.
    Mono,
}

/// How a text looks. Lengths are in points (1/72 inch).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Style {
    /// The typeface.
    pub face: Face,
    /// The height of the letters.
    pub size: f32,
    /// From line to line.
    pub leading: f32,
    /// How grey it is: 0 black, 255 white.
    pub grey: u8,
    /// Where its lines stand.
    pub align: Align,
    /// How far the first line is moved in.
    pub indent: f32,
    /// Space above it.
    pub before: f32,
}

impl Style {
    /// Running text, justified.
    pub const BODY: Self = Self {
        face: Face::Serif,
        size: 11.0,
        leading: 15.5,
        grey: 0,
        align: Align::Justified,
        indent: 0.0,
        before: 6.0,
    };
    /// Text in a table.
    pub const CELL: Self =
        Self { face: Face::Sans, size: 8.5, leading: 11.0, grey: 0, align: Align::Left, indent: 0.0, before: 0.0 };
    /// Remarks below a table, legends.
    pub const SMALL: Self = Self { face: Face::Sans, size: 8.5, leading: 11.5, before: 3.0, ..Self::CELL };
    /// A part's heading.
    pub const HEADING: Self = Self {
        face: Face::SerifStrong,
        size: 13.0,
        leading: 17.0,
        grey: 0,
        align: Align::Left,
        indent: 0.0,
        before: 12.0,
    };

    /// The same in the middle.
    #[must_use]
    pub const fn centred(self) -> Self {
        Self { align: Align::Centre, ..self }
    }

    /// The same on the right.
    #[must_use]
    pub const fn right(self) -> Self {
        Self { align: Align::Right, ..self }
    }

    /// The same, with this space above.
    #[must_use]
    pub const fn below(self, before: f32) -> Self {
        Self { before, ..self }
    }

    /// The same, quieter.
    #[must_use]
    pub const fn quiet(self) -> Self {
        Self { grey: 0x50, ..self }
    }

    /// The same, semibold.
    #[must_use]
    pub const fn strong(self) -> Self {
        let face = match self.face {
            Face::Serif | Face::SerifStrong => Face::SerifStrong,
            Face::Sans | Face::SansStrong => Face::SansStrong,
            Face::Mono => Face::Mono,
        };
        Self { face, ..self }
    }
}

/// The document as the bytes of a PDF.
pub fn pdf(document: &Document) -> Result<Vec<u8>, PageError> {
    let fonts = fonts::Fonts::load()?;
    let laid = flow::lay(document, &fonts);
    paint::paint(document, &laid, &fonts)
}

#[cfg(test)]
pub(crate) mod tests;
