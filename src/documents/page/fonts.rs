//! The faces that ship with the program, and the shapes of letters in them.

use std::collections::BTreeSet;

use harfrust::{FontRef, ShapeOptions, Shaper, ShaperData, UnicodeBuffer};
use krilla::text::{Font, GlyphId, KrillaGlyph};

use super::{Face, PageError};

const FACES: [(Face, &[u8]); 5] = [
    (Face::Serif, include_bytes!("../../../assets/fonts/IBMPlexSerif-Regular.ttf")),
    (Face::SerifStrong, include_bytes!("../../../assets/fonts/IBMPlexSerif-SemiBold.ttf")),
    (Face::Sans, include_bytes!("../../../assets/fonts/IBMPlexSans-Regular.ttf")),
    (Face::SansStrong, include_bytes!("../../../assets/fonts/IBMPlexSans-SemiBold.ttf")),
    (Face::Mono, include_bytes!("../../../assets/fonts/JetBrainsMono-SemiBold.ttf")),
];

/// What stands for a letter that a face does not have.
const UNKNOWN: char = '?';

/// All faces, ready to be measured and drawn with.
pub struct Fonts(Vec<Loaded>);

struct Loaded {
    face: Face,
    font: Font,
    reference: FontRef<'static>,
    data: ShaperData,
}

/// Glyphs of a line; advances are shares of the letters' height.
pub struct Shaped {
    /// Each glyph with the bytes of the text it stands for.
    pub glyphs: Vec<KrillaGlyph>,
    /// Their width.
    pub width: f32,
}

impl Fonts {
    /// Reads the faces.
    pub fn load() -> Result<Self, PageError> {
        let load = |(face, bytes): (Face, &'static [u8])| {
            let reference = FontRef::new(bytes).map_err(|_| PageError::Font)?;
            let font = Font::new(bytes.to_vec().into(), 0).ok_or(PageError::Font)?;
            let data = ShaperData::new(&reference);
            Ok(Loaded { face, font, reference, data })
        };
        FACES.into_iter().map(load).collect::<Result<_, _>>().map(Self)
    }

    /// The face to draw with.
    pub fn font(&self, face: Face) -> Option<Font> {
        self.of(face).map(|loaded| loaded.font.clone())
    }

    fn of(&self, face: Face) -> Option<&Loaded> {
        self.0.iter().find(|loaded| loaded.face == face)
    }

    /// The width of a text set in letters of this height.
    pub fn width(&self, text: &str, face: Face, size: f32) -> f32 {
        self.shape(text, face).width * size
    }

    /// The glyphs of a text. A letter that the face does not have shows as a question mark and stays itself for
    /// whoever searches or copies.
    pub fn shape(&self, text: &str, face: Face) -> Shaped {
        let Some(loaded) = self.of(face) else { return Shaped { glyphs: Vec::new(), width: 0.0 } };
        let shaper = loaded.data.shaper(&loaded.reference).build();
        let units = short(shaper.units_per_em()).max(1.0);
        let unknown =
            || glyphs(&shaper, &UNKNOWN.to_string()).first().map_or((0, 0), |glyph| (glyph.id, glyph.advance));
        let raw = glyphs(&shaper, text);
        // Glyphs of one letter and its marks stand for the same bytes; letters from right to left come backwards.
        let starts: BTreeSet<usize> = raw.iter().map(|glyph| glyph.start).collect();
        let end_of = |start: usize| starts.range(start + 1..).next().copied().unwrap_or(text.len());
        let mut width = 0.0;
        let set = |glyph: &Raw| {
            let (id, advance) = if glyph.id == 0 { unknown() } else { (glyph.id, glyph.advance) };
            let advance = short(advance) / units;
            width += advance;
            let (x, y) = (short(glyph.x) / units, short(glyph.y) / units);
            KrillaGlyph::new(GlyphId::new(id), advance, x, y, 0.0, glyph.start..end_of(glyph.start), None)
        };
        let glyphs = raw.iter().map(set).collect();
        Shaped { glyphs, width }
    }
}

struct Raw {
    id: u32,
    start: usize,
    advance: i32,
    x: i32,
    y: i32,
}

fn glyphs(shaper: &Shaper<'_>, text: &str) -> Vec<Raw> {
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(text);
    buffer.guess_segment_properties();
    let shaped = shaper.shape(buffer, ShapeOptions::new());
    let each = shaped.glyph_infos().iter().zip(shaped.glyph_positions());
    each.map(|(info, position)| Raw {
        id: info.glyph_id,
        start: usize::try_from(info.cluster).unwrap_or(usize::MAX).min(text.len()),
        advance: position.x_advance,
        x: position.x_offset,
        y: position.y_offset,
    })
    .collect()
}

/// A value in font units, which never leave 16 bits.
fn short(value: i32) -> f32 {
    i16::try_from(value).map_or(0.0, f32::from)
}
