//! A paragraph broken into lines, all of them at once so that they are evenly filled (Knuth and Plass's total fit,
//! by `textwrap`).

use krilla::text::KrillaGlyph;
use textwrap::core::Fragment;
use textwrap::wrap_algorithms::{Penalties, wrap_optimal_fit};
use unicode_linebreak::{BreakOpportunity, linebreaks};

use super::fonts::Fonts;
use super::{Align, Style, Text, typography};

/// Widths are in points, and a line must never reach past its column: that costs more than any gap. Lines that are as
/// full as they can be are worth more than few lines.
const PENALTIES: Penalties = Penalties {
    nline_penalty: 1_000,
    overflow_penalty: 100_000_000,
    short_last_line_fraction: 6,
    short_last_line_penalty: 400,
    hyphen_penalty: 0,
};

/// A line, ready to be drawn.
#[derive(Debug, Clone)]
pub struct Line {
    /// Its text; a line that goes on below ends in a blank, so that words stay apart when they are read out.
    pub text: String,
    /// Its glyphs; blanks are as wide as the line needs.
    pub glyphs: Vec<KrillaGlyph>,
    /// From the left edge of the column to its first glyph.
    pub x: f32,
}

/// A stretch of text that stays on one line.
#[derive(Debug)]
struct Piece<'a> {
    text: &'a str,
    width: f32,
    blank: f32,
}

impl Fragment for Piece<'_> {
    fn width(&self) -> f64 {
        f64::from(self.width)
    }
    fn whitespace_width(&self) -> f64 {
        f64::from(self.blank)
    }
    fn penalty_width(&self) -> f64 {
        0.0
    }
}

/// The lines of a text in a column of this width, in points.
pub fn lines(fonts: &Fonts, text: &Text, width: f32) -> Vec<Line> {
    let whole = typography::set(&text.words);
    whole.split('\n').flat_map(|paragraph| paragraph_lines(fonts, paragraph, text.style, width)).collect()
}

/// The narrowest column that parts no word of the text.
pub fn widest_word(fonts: &Fonts, text: &Text) -> f32 {
    let whole = typography::set(&text.words);
    let words = whole.split('\n').flat_map(|line| pieces(fonts, line, text.style, f32::MAX));
    words.map(|piece| piece.width).fold(0.0, f32::max)
}

fn paragraph_lines(fonts: &Fonts, paragraph: &str, style: Style, width: f32) -> Vec<Line> {
    let pieces = pieces(fonts, paragraph, style, width - style.indent);
    let widths = [f64::from(width - style.indent), f64::from(width)];
    // The sums overflow only beyond any text that fits into memory.
    let broken = wrap_optimal_fit(&pieces, &widths, &PENALTIES).unwrap_or_else(|_| pieces.chunks(1).collect());
    let count = broken.len();
    let set = |(number, pieces): (usize, &[Piece<'_>])| {
        let indent = if number == 0 { style.indent } else { 0.0 };
        let mut line = String::new();
        for (place, piece) in pieces.iter().enumerate() {
            line.push_str(piece.text);
            if piece.blank > 0.0 && (place + 1 < pieces.len() || number + 1 < count) {
                line.push(' ');
            }
        }
        set_line(fonts, line, style, (indent, width), number + 1 == count)
    };
    broken.into_iter().enumerate().map(set).collect()
}

/// The stretches of a text between places where a line may end; one that is too wide is cut between letters.
fn pieces<'a>(fonts: &Fonts, paragraph: &'a str, style: Style, width: f32) -> Vec<Piece<'a>> {
    let blank = fonts.width(" ", style.face, style.size);
    let mut found = Vec::new();
    let mut start = 0;
    for (end, opportunity) in linebreaks(paragraph) {
        let allowed = matches!(opportunity, BreakOpportunity::Allowed | BreakOpportunity::Mandatory);
        let Some(stretch) = paragraph.get(start..end).filter(|_| allowed) else { continue };
        start = end;
        let text = stretch.trim_end_matches(' ');
        let after = if text.len() < stretch.len() { blank } else { 0.0 };
        let whole = fonts.width(text, style.face, style.size);
        if whole <= width {
            found.push(Piece { text, width: whole, blank: after });
        } else {
            cut(fonts, text, style, width, &mut found);
            if let Some(last) = found.last_mut() {
                last.blank = after;
            }
        }
    }
    found
}

fn cut<'a>(fonts: &Fonts, text: &'a str, style: Style, width: f32, found: &mut Vec<Piece<'a>>) {
    let mut start = 0;
    let mut filled = 0.0;
    let mut push = |start: usize, end: usize, filled: f32| {
        if let Some(text) = text.get(start..end).filter(|text| !text.is_empty()) {
            found.push(Piece { text, width: filled, blank: 0.0 });
        }
    };
    for glyph in fonts.shape(text, style.face).glyphs {
        let advance = glyph.x_advance * style.size;
        let at = glyph.text_range.start;
        if filled + advance > width && at > start {
            push(start, at, filled);
            start = at;
            filled = 0.0;
        }
        filled += advance;
    }
    push(start, text.len(), filled);
}

fn set_line(fonts: &Fonts, text: String, style: Style, (indent, width): (f32, f32), last: bool) -> Line {
    let mut shaped = fonts.shape(&text, style.face);
    let visible = text.trim_end_matches(' ').len();
    let blank = |glyph: &KrillaGlyph| {
        let sign = text.get(glyph.text_range.clone()).unwrap_or_default();
        glyph.text_range.start < visible && matches!(sign, " " | "\u{A0}")
    };
    let trailing: f32 =
        shaped.glyphs.iter().filter(|glyph| glyph.text_range.start >= visible).map(|glyph| glyph.x_advance).sum();
    let spare = width - indent - (shaped.width - trailing) * style.size;
    let x = match style.align {
        Align::Left | Align::Justified => indent,
        Align::Right => indent + spare,
        Align::Centre => indent + spare / 2.0,
    };
    if style.align == Align::Justified && !last {
        let blanks = shaped.glyphs.iter().filter(|glyph| blank(glyph)).count();
        let share = u16::try_from(blanks).map_or(0.0, |blanks| spare / f32::from(blanks.max(1)) / style.size);
        for glyph in shaped.glyphs.iter_mut().filter(|glyph| blank(glyph)) {
            glyph.x_advance += share;
        }
    }
    Line { text, glyphs: shaped.glyphs, x }
}
