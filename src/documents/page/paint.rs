//! Pages as a PDF: glyphs and lines, what they mean to a reader who hears them, bookmarks, and what the file says of
//! itself.

use std::num::{NonZeroU16, NonZeroU32};

use chrono::{DateTime, Datelike, Timelike, Utc};
use krilla::SerializeSettings;
use krilla::color::luma;
use krilla::configure::{Accessibility, Archival, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{Path, PathBuilder, Point, Rect, Transform};
use krilla::metadata::{self, Metadata};
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, Stroke};
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, Identifier, ListNumbering, Node, SpanTag, TableHeaderScope, Tag, TagGroup,
    TagKind, TagTree,
};
use krilla::text::KrillaGlyph;

use super::flow::{Laid, Page};
use super::fonts::Fonts;
use super::lines::lines;
use super::strips::{LineMark, Mark, Role, standing};
use super::{Document, Face, PageError, Style, Text};
use crate::locale::Arg;

/// The size in which the mark across a page is set before it is stretched to fit.
const MARK: Style = Style { size: 40.0, leading: 40.0, grey: 0xEA, ..Style::CELL.strong() };
const FOOTER: Style = Style { size: 8.0, leading: 11.0, ..Style::CELL.quiet() };
/// A sum is compared by groups of so many letters, told apart by their shade.
const GROUP: usize = 8;

/// Draws a laid document.
pub fn paint(document: &Document, laid: &Laid, fonts: &Fonts) -> Result<Vec<u8>, PageError> {
    let configuration = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A2_A)
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|error| PageError::File(format!("{error:?}")))?;
    let settings = SerializeSettings { configuration, ..SerializeSettings::default() };
    let mut file = krilla::Document::new_with(settings);
    let mut read: Vec<Vec<Identifier>> = vec![Vec::new(); laid.tree.0.len()];
    for (number, page) in (1_usize..).zip(&laid.pages) {
        let shape = PageSettings::from_wh(page.paper.width, page.paper.height);
        let shape = shape.ok_or_else(|| PageError::File("a page without size".to_owned()))?;
        let mut sheet = file.start_page_with(shape);
        let mut brush = Brush { surface: sheet.surface(), fonts };
        brush.across(page, document.mark.as_deref());
        brush.page(page, &mut read);
        brush.foot(page, &document.footer, &number_of(document, number, laid.pages.len()));
    }
    file.set_metadata(metadata_of(document));
    file.set_outline(outline(&laid.pages));
    file.set_tag_tree(tags(&laid.tree.0, &read).with_lang(Some(document.lang.code().to_owned())));
    file.finish().map_err(|error| PageError::File(format!("{error:?}")))
}

fn number_of(document: &Document, number: usize, count: usize) -> String {
    let (number, count) = (number.to_string(), count.to_string());
    document.lang.with("document-page", &[("page", Arg::Text(&number)), ("pages", Arg::Text(&count))])
}

struct Brush<'s, 'f> {
    surface: Surface<'s>,
    fonts: &'f Fonts,
}

impl Brush<'_, '_> {
    fn page(&mut self, page: &Page, read: &mut [Vec<Identifier>]) {
        for mark in &page.marks {
            match mark {
                Mark::Line(mark) => self.line(mark, read),
                Mark::Fill([x, y, width, height], grey) => {
                    let shape = Rect::from_xywh(*x, *y, *width, *height).and_then(|area| {
                        let mut path = PathBuilder::new();
                        path.push_rect(area);
                        path.finish()
                    });
                    self.shape(shape, Some(fill(*grey)), None);
                }
                Mark::Stroke([x, y, right, bottom], thickness, grey) => {
                    let mut path = PathBuilder::new();
                    path.move_to(*x, *y);
                    path.line_to(*right, *bottom);
                    let paint = luma::Color::new(*grey).into();
                    self.shape(path.finish(), None, Some(Stroke { paint, width: *thickness, ..Stroke::default() }));
                }
            }
        }
    }

    fn shape(&mut self, path: Option<Path>, fill: Option<Fill>, stroke: Option<Stroke>) {
        if let Some(path) = path {
            self.aside(ArtifactType::Layout, |brush| {
                brush.surface.set_fill(fill);
                brush.surface.set_stroke(stroke);
                brush.surface.draw_path(&path);
                brush.surface.set_stroke(None);
            });
        }
    }

    /// Draws what is no part of the document's text.
    fn aside(&mut self, kind: ArtifactType, draw: impl FnOnce(&mut Self)) {
        self.surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(kind)));
        draw(self);
        self.surface.end_tagged();
    }

    fn line(&mut self, mark: &LineMark, read: &mut [Vec<Identifier>]) {
        match mark.node.and_then(|node| read.get_mut(node)) {
            Some(parts) => {
                parts.push(self.surface.start_tagged(ContentTag::Span(SpanTag::empty())));
                self.glyphs(mark);
                self.surface.end_tagged();
            }
            None => self.aside(ArtifactType::PaginationOther, |brush| brush.glyphs(mark)),
        }
    }

    fn glyphs(&mut self, mark: &LineMark) {
        let style = mark.style;
        let group = if style.face == Face::Mono { GROUP } else { usize::MAX };
        let mut x = mark.x;
        for (number, part) in mark.line.glyphs.chunks(group).enumerate() {
            let grey = if number % 2 == 0 { style.grey } else { style.grey.saturating_add(0x68) };
            self.run(part, &mark.line.text, (x, mark.baseline), Style { grey, ..style });
            x += part.iter().map(|glyph| glyph.x_advance * style.size).sum::<f32>();
        }
    }

    fn run(&mut self, glyphs: &[KrillaGlyph], text: &str, (x, y): (f32, f32), style: Style) {
        let Some(font) = self.fonts.font(style.face).filter(|_| !glyphs.is_empty()) else { return };
        self.surface.set_fill(Some(fill(style.grey)));
        self.surface.draw_glyphs(Point::from_xy(x, y), glyphs, font, text, style.size, false);
    }

    /// The mark across a page, below all else.
    fn across(&mut self, page: &Page, words: Option<&str>) {
        let Some(words) = words else { return };
        let (width, height) = (page.paper.width, page.paper.height);
        let shaped = self.fonts.shape(words, MARK.face);
        let size = (width.hypot(height) * 0.72 / shaped.width.max(1.0)).min(96.0);
        let angle = -height.atan2(width).to_degrees();
        let turned = Transform::from_rotate_at(angle, width / 2.0, height / 2.0);
        self.aside(ArtifactType::Watermark, |brush| {
            brush.surface.push_transform(&turned);
            let start = ((width - shaped.width * size) / 2.0, height / 2.0 + size * 0.35);
            brush.run(&shaped.glyphs, words, start, Style { size, ..MARK });
            brush.surface.pop();
        });
    }

    fn foot(&mut self, page: &Page, left: &str, right: &str) {
        let [x, _, _, bottom] = page.paper.margins;
        let y = page.paper.height - bottom + 18.0;
        let width = page.paper.inner();
        let number = self.fonts.width(right, FOOTER.face, FOOTER.size) + 24.0;
        let fonts = self.fonts;
        self.aside(ArtifactType::Footer, |brush| {
            let mut path = PathBuilder::new();
            path.move_to(x, y);
            path.line_to(x + width, y);
            if let Some(path) = path.finish() {
                let paint = luma::Color::new(0xA0).into();
                brush.surface.set_fill(None);
                brush.surface.set_stroke(Some(Stroke { paint, width: 0.4, ..Stroke::default() }));
                brush.surface.draw_path(&path);
                brush.surface.set_stroke(None);
            }
            let words = Text::new(left, FOOTER);
            let first = lines(fonts, &words, width - number).into_iter().next();
            let page_number = lines(fonts, &Text::new(right, FOOTER.right()), width).into_iter().next();
            for line in first.into_iter().chain(page_number) {
                if let Mark::Line(mark) = standing(line, FOOTER, (x, y + 4.0), None) {
                    brush.glyphs(&mark);
                }
            }
        });
    }
}

fn fill(grey: u8) -> Fill {
    Fill { paint: luma::Color::new(grey).into(), opacity: NormalizedF32::ONE, rule: krilla::paint::FillRule::NonZero }
}

fn metadata_of(document: &Document) -> Metadata {
    let about = Metadata::new()
        .title(document.title.clone())
        .authors(vec![document.author.clone()])
        .creator("Norma".to_owned())
        .language(document.lang.code().to_owned())
        .document_id(document.id.to_string());
    match DateTime::<Utc>::from_timestamp_millis(document.created_ms) {
        Some(moment) => about.creation_date(date(moment)),
        None => about,
    }
}

fn date(moment: DateTime<Utc>) -> metadata::DateTime {
    let byte = |value: u32| u8::try_from(value).unwrap_or_default();
    metadata::DateTime::new(u16::try_from(moment.year()).unwrap_or_default())
        .month(byte(moment.month()))
        .day(byte(moment.day()))
        .hour(byte(moment.hour()))
        .minute(byte(moment.minute()))
        .second(byte(moment.second()))
        .utc_offset_hour(0)
}

/// Bookmarks: headings of the first level, with the deeper ones below them.
fn outline(pages: &[Page]) -> Outline {
    let mut top: Vec<OutlineNode> = Vec::new();
    for (number, page) in pages.iter().enumerate() {
        for (level, words, y) in &page.bookmarks {
            let node =
                OutlineNode::new(words.clone(), XyzDestination::new(number, Point::from_xy(0.0, *y))).with_open(true);
            match top.last_mut() {
                Some(above) if *level > 1 => above.push_child(node),
                _ => top.push(node),
            }
        }
    }
    let mut outline = Outline::new();
    for node in top {
        outline.push_child(node);
    }
    outline
}

/// The parts with what was drawn of each, as they lie in each other.
fn tags(parts: &[(Role, Option<usize>)], read: &[Vec<Identifier>]) -> TagTree {
    let mut within: Vec<Vec<usize>> = vec![Vec::new(); parts.len()];
    let mut top = Vec::new();
    for (number, (_, above)) in parts.iter().enumerate() {
        match above.and_then(|above| within.get_mut(above)) {
            Some(below) => below.push(number),
            None => top.push(number),
        }
    }
    let mut tree = TagTree::new();
    for number in top {
        tree.push(Node::Group(group(parts, &within, read, number)));
    }
    tree
}

fn group(parts: &[(Role, Option<usize>)], within: &[Vec<usize>], read: &[Vec<Identifier>], number: usize) -> TagGroup {
    let kind = parts.get(number).map_or_else(|| Tag::P.into(), |(role, _)| kind(role));
    let drawn = read.get(number).into_iter().flatten().map(|part| Node::Leaf(*part));
    let below = within.get(number).into_iter().flatten();
    let below = below.map(|below| Node::Group(group(parts, within, read, *below)));
    TagGroup::with_children(kind, drawn.chain(below).collect())
}

fn kind(role: &Role) -> TagKind {
    match role {
        Role::Heading(level, words) => {
            Tag::Hn(NonZeroU16::new(*level).unwrap_or(NonZeroU16::MIN), Some(words.clone())).into()
        }
        Role::Paragraph => Tag::P.into(),
        Role::List => Tag::L(ListNumbering::Decimal).into(),
        Role::Point => Tag::LI.into(),
        Role::Label => Tag::Lbl.into(),
        Role::Body => Tag::LBody.into(),
        Role::Table => Tag::Table.into(),
        Role::Heads => Tag::THead.into(),
        Role::Rows => Tag::TBody.into(),
        Role::Row => Tag::TR.into(),
        Role::ColumnHead => Tag::TH(TableHeaderScope::Column).into(),
        Role::RowHead(span) => Tag::TH(TableHeaderScope::Row).with_col_span(NonZeroU32::new(*span)).into(),
        Role::Cell => Tag::TD.into(),
    }
}
