//! Strips onto pages: what has to stay together goes to the next page together, and a table that goes on begins with
//! its heads.

use super::fonts::Fonts;
use super::strips::{Maker, Mark, Strip, Strips, Tree};
use super::{Document, Section};

/// A page of A4, lying or standing, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Paper {
    /// Its width.
    pub width: f32,
    /// Its height.
    pub height: f32,
    /// Margins: left, top, right, bottom.
    pub margins: [f32; 4],
}

/// Margins of at least 20 mm left, top and bottom and 10 mm right, wider on the edge that is bound (ГОСТ Р 7.0.97-2016, 3.3).
const STANDING: Paper = Paper { width: 595.28, height: 841.89, margins: [71.0, 57.0, 43.0, 62.0] };
const LYING: Paper = Paper { width: 841.89, height: 595.28, margins: [57.0, 64.0, 43.0, 60.0] };

impl Paper {
    /// The width between its margins.
    pub fn inner(self) -> f32 {
        let [left, _, right, _] = self.margins;
        self.width - left - right
    }

    fn depth(self) -> f32 {
        let [_, top, _, bottom] = self.margins;
        self.height - top - bottom
    }
}

/// A page with all that is drawn on it.
#[derive(Debug)]
pub struct Page {
    /// Its shape.
    pub paper: Paper,
    /// What is drawn, from its left and top edge.
    pub marks: Vec<Mark>,
    /// Bookmarks: level, words, distance from the top.
    pub bookmarks: Vec<(u16, String, f32)>,
}

/// A document on pages.
#[derive(Debug)]
pub struct Laid {
    /// The pages.
    pub pages: Vec<Page>,
    /// The parts in the order in which they are read.
    pub tree: Tree,
}

/// Lays a document on pages.
pub fn lay(document: &Document, fonts: &Fonts) -> Laid {
    let mut tree = Tree::default();
    let mut pages = Vec::new();
    for Section { landscape, blocks } in &document.sections {
        let paper = if *landscape { LYING } else { STANDING };
        let strips = Maker { fonts, width: paper.inner(), tree: &mut tree }.strips(blocks);
        Flow { paper, pages: &mut pages, filled: 0.0 }.place(strips);
    }
    Laid { pages, tree }
}

struct Flow<'p> {
    paper: Paper,
    pages: &'p mut Vec<Page>,
    filled: f32,
}

impl Flow<'_> {
    fn place(mut self, Strips { strips, heads }: Strips) {
        self.turn();
        let mut rest = strips.as_slice();
        while !rest.is_empty() {
            let held = rest.iter().position(|strip| !strip.keep).map_or(rest.len(), |last| last + 1);
            let (chain, after) = rest.split_at(held);
            rest = after;
            let height: f32 = chain.iter().map(|strip| strip.before + strip.height).sum();
            if self.filled > 0.0 && self.filled + height > self.paper.depth() {
                self.turn();
            }
            for strip in chain {
                self.strip(strip, &heads);
            }
        }
    }

    fn turn(&mut self) {
        self.pages.push(Page { paper: self.paper, marks: Vec::new(), bookmarks: Vec::new() });
        self.filled = 0.0;
    }

    fn strip(&mut self, strip: &Strip, heads: &[Strip]) {
        // A chain longer than a page is parted where the page ends.
        if self.filled > 0.0 && self.filled + strip.before + strip.height > self.paper.depth() {
            self.turn();
        }
        if self.filled <= 0.0 {
            if let Some(head) = strip.head.and_then(|number| heads.get(number)) {
                self.draw(head);
            }
        } else {
            self.filled += strip.before;
        }
        self.draw(strip);
    }

    fn draw(&mut self, strip: &Strip) {
        let [left, top, ..] = self.paper.margins;
        let y = top + self.filled;
        if let Some(page) = self.pages.last_mut() {
            page.marks.extend(strip.marks.iter().cloned().map(|mark| mark.moved(left, y)));
            if let Some((level, words)) = &strip.bookmark {
                page.bookmarks.push((*level, words.clone(), y - 6.0));
            }
        }
        self.filled += strip.height;
    }
}
