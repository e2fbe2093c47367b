//! A picture renderer that needs no GPU, no driver and no display: egui's triangles, filled on the CPU.
//!
//! Invariant: the same shapes give the same bytes on every run and machine. Corners are snapped to 1/256 pixel and covered by integer
//! edge functions with the top-left rule, so that two triangles sharing an edge neither overlap nor leave a gap. Textures are sampled
//! bilinearly and clamped at the edge; blending is premultiplied and in gamma space, as egui's own shaders do it.
//! What it lacks: paint callbacks (a shape that brings its own GPU code is an error) and texture wrap modes.
#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "pixels are small whole numbers; every float is clamped to its range before it is cut"
)]

use std::collections::HashMap;
use std::ops::Range;

use egui::epaint::{ImageData, Mesh, Primitive, Vertex};
use egui::{Color32, TextureId, TexturesDelta};
use image::RgbaImage;

/// One pixel in 24.8 fixed point.
const ONE: i64 = 256;

/// A colour, premultiplied: red, green, blue, alpha.
type Rgba = [u8; 4];

/// What a byte is of the whole.
const SHARES: [f32; 256] = {
    let mut shares = [0.0; 256];
    let mut byte = 0;
    while byte < 256 {
        shares[byte] = byte as f32 / 255.0;
        byte += 1;
    }
    shares
};

/// Draws a harness on the CPU: `Harness::builder().renderer(CpuRenderer::default())`.
#[derive(Default)]
pub struct CpuRenderer {
    textures: HashMap<TextureId, Texture>,
}

#[derive(Default)]
struct Texture {
    width: usize,
    height: usize,
    texels: Vec<Rgba>,
}

/// The rectangle of pixels that may be written, in pixels.
#[derive(Clone, Copy)]
struct Clip {
    left: i64,
    top: i64,
    right: i64,
    bottom: i64,
}

struct Canvas {
    width: usize,
    bytes: Vec<u8>,
    /// A row of one colour, from which a stretch of it is copied.
    row: Vec<u8>,
}

impl egui_kittest::TestRenderer for CpuRenderer {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        for (id, images) in delta.set.drain() {
            let texture = self.textures.entry(id).or_default();
            for image in images {
                texture.update(&image);
            }
        }
        for id in delta.free.drain() {
            self.textures.remove(&id);
        }
    }

    fn render(&mut self, ctx: &egui::Context, output: &egui::FullOutput) -> Result<RgbaImage, String> {
        let scale = ctx.pixels_per_point();
        let size = ctx.content_rect().size() * scale;
        let (width, height) = (size.x.round() as usize, size.y.round() as usize);
        let mut canvas = Canvas { width, bytes: vec![0; 4 * width * height], row: vec![0; 4 * width] };
        for clipped in ctx.tessellate(output.shapes.clone(), scale) {
            let Primitive::Mesh(mesh) = &clipped.primitive else {
                return Err("a paint callback cannot be drawn on the CPU".to_owned());
            };
            let edge = |value: f32, limit: usize| i64::from((value * scale).round() as i32).clamp(0, limit as i64);
            let clip = Clip {
                left: edge(clipped.clip_rect.min.x, width),
                top: edge(clipped.clip_rect.min.y, height),
                right: edge(clipped.clip_rect.max.x, width),
                bottom: edge(clipped.clip_rect.max.y, height),
            };
            let texture = self.textures.get(&mesh.texture_id).ok_or("a mesh names an unknown texture")?;
            canvas.draw(mesh, texture, clip, scale);
        }
        RgbaImage::from_raw(width as u32, height as u32, canvas.bytes)
            .ok_or_else(|| "the picture has no pixels".to_owned())
    }
}

/// A picture without the empty margin of so many pixels that a harness draws around it.
pub fn without_margin(picture: &RgbaImage, margin: u32) -> RgbaImage {
    let (width, height) = (picture.width() - 2 * margin, picture.height() - 2 * margin);
    let (line, skipped) = (4 * picture.width() as usize, 4 * margin as usize);
    let mut bytes = Vec::with_capacity(4 * width as usize * height as usize);
    for row in picture.as_raw().chunks_exact(line).skip(margin as usize).take(height as usize) {
        bytes.extend_from_slice(&row[skipped..line - skipped]);
    }
    RgbaImage::from_raw(width, height, bytes).expect("the rows are as long as the picture is wide")
}

impl Texture {
    fn update(&mut self, delta: &egui::epaint::ImageDelta) {
        let ImageData::Color(image) = &delta.image;
        let [width, height] = image.size;
        let [left, top] = delta.pos.unwrap_or_else(|| {
            *self = Self { width, height, texels: vec![[0; 4]; width * height] };
            [0, 0]
        });
        for (row, colours) in image.pixels.chunks_exact(width.max(1)).enumerate() {
            let start = (top + row) * self.width + left;
            for (texel, colour) in self.texels[start..start + width].iter_mut().zip(colours) {
                *texel = colour.to_array();
            }
        }
    }

    fn texel(&self, x: i32, y: i32) -> Rgba {
        let x = x.clamp(0, self.width as i32 - 1) as usize;
        let y = y.clamp(0, self.height as i32 - 1) as usize;
        self.texels[y * self.width + x]
    }

    /// Bilinear; `None` where it is empty, as most of a letter's box is.
    fn sample(&self, u: f32, v: f32) -> Option<[f32; 4]> {
        let x = u * self.width as f32 - 0.5;
        let y = v * self.height as f32 - 0.5;
        let (left, top) = (x.floor(), y.floor());
        let (part_x, part_y) = (x - left, y - top);
        let (left, top) = (left as i32, top as i32);
        let (first, second) = (self.texel(left, top), self.texel(left + 1, top));
        let (third, fourth) = (self.texel(left, top + 1), self.texel(left + 1, top + 1));
        if first == second && first == third && first == fourth {
            return (first != [0; 4]).then(|| shares(first));
        }
        let upper = mix(shares(first), shares(second), part_x);
        let lower = mix(shares(third), shares(fourth), part_x);
        Some(mix(upper, lower, part_y))
    }
}

/// A triangle's edge: how far a pixel lies inside it, and how that changes from column to column. Not below 0 is inside.
#[derive(Clone, Copy)]
struct Edge {
    from: (i64, i64),
    to: (i64, i64),
    bias: i64,
}

impl Edge {
    fn of(from: (i64, i64), to: (i64, i64)) -> Self {
        Self { from, to, bias: bias(from, to) }
    }

    /// At the middle of a pixel.
    fn at(self, x: i64, y: i64) -> i64 {
        edge(self.from, self.to, (x * ONE + ONE / 2, y * ONE + ONE / 2))
    }

    fn step(self) -> i64 {
        (self.from.1 - self.to.1) * ONE
    }

    /// The columns of a row that lie inside.
    fn cut(self, y: i64, columns: Range<i64>) -> Range<i64> {
        let (inside, step) = (self.at(columns.start, y) + self.bias, self.step());
        if step == 0 {
            return if inside < 0 { columns.start..columns.start } else { columns };
        }
        if step > 0 {
            return columns.start.max(columns.start - inside.div_euclid(step))..columns.end;
        }
        columns.start..columns.end.min(columns.start + inside.div_euclid(-step) + 1)
    }
}

impl Canvas {
    fn draw(&mut self, mesh: &Mesh, texture: &Texture, clip: Clip, scale: f32) {
        for corners in mesh.indices.chunks_exact(3) {
            let triangle = [corners[0], corners[1], corners[2]].map(|index| mesh.vertices[index as usize]);
            self.fill(triangle, texture, clip, scale);
        }
    }

    fn fill(&mut self, [a, mut b, mut c]: [Vertex; 3], texture: &Texture, clip: Clip, scale: f32) {
        let snap = |vertex: &Vertex| {
            let fixed = |value: f32| (value * scale * ONE as f32).round() as i64;
            (fixed(vertex.pos.x), fixed(vertex.pos.y))
        };
        let mut area = edge(snap(&a), snap(&b), snap(&c));
        if area == 0 {
            return;
        }
        if area < 0 {
            std::mem::swap(&mut b, &mut c);
            area = -area;
        }
        let (pa, pb, pc) = (snap(&a), snap(&b), snap(&c));
        let first = |low: i64, limit: i64| ((low - ONE / 2).div_euclid(ONE)).max(limit);
        let last = |high: i64, limit: i64| ((high + ONE / 2).div_euclid(ONE) + 1).min(limit);
        let columns = first(pa.0.min(pb.0).min(pc.0), clip.left)..last(pa.0.max(pb.0).max(pc.0), clip.right);
        let rows = first(pa.1.min(pb.1).min(pc.1), clip.top)..last(pa.1.max(pb.1).max(pc.1), clip.bottom);
        if columns.is_empty() || rows.is_empty() {
            return;
        }
        let edges = [Edge::of(pb, pc), Edge::of(pc, pa), Edge::of(pa, pb)];
        let shading = Shading::of([&a, &b, &c], area, edges, texture);
        // The whole triangle is one colour: most of a window is.
        let flat = (a.uv == b.uv && b.uv == c.uv && shading.plain)
            .then(|| texture.sample(a.uv.x, a.uv.y).map_or([0.0; 4], |texel| tint(texel, shading.colours[0])));
        if flat.is_some_and(|source| source.iter().all(|share| *share <= 0.0)) {
            return;
        }
        let opaque = flat.filter(|source| source[3] >= 1.0);
        if let Some(source) = opaque {
            self.prepare(source, columns.clone());
        }
        for y in rows {
            let inside = edges.iter().fold(columns.clone(), |inside, edge| edge.cut(y, inside));
            if inside.is_empty() {
                continue;
            }
            let (start, end) = (inside.start as usize * 4, inside.end as usize * 4);
            let line = y as usize * self.width * 4;
            if opaque.is_some() {
                self.bytes[line + start..line + end].copy_from_slice(&self.row[start..end]);
                continue;
            }
            for x in inside {
                let Some(source) = flat.or_else(|| shading.at(x, y)) else { continue };
                let place = line + x as usize * 4;
                blend(&mut self.bytes[place..place + 4], source);
            }
        }
    }

    /// Makes these columns of the row one opaque colour.
    fn prepare(&mut self, source: [f32; 4], columns: Range<i64>) {
        let mut colour = [0; 4];
        blend(&mut colour, source);
        for pixel in
            self.row[columns.start as usize * 4..columns.end.max(columns.start) as usize * 4].chunks_exact_mut(4)
        {
            pixel.copy_from_slice(&colour);
        }
    }
}

/// What colours a triangle whose pixels differ.
struct Shading<'a> {
    corners: [&'a Vertex; 3],
    colours: [[f32; 4]; 3],
    /// Whether the three corners have one colour.
    plain: bool,
    area: f64,
    edges: [Edge; 3],
    texture: &'a Texture,
}

impl<'a> Shading<'a> {
    fn of(corners: [&'a Vertex; 3], area: i64, edges: [Edge; 3], texture: &'a Texture) -> Self {
        let colours = corners.map(|corner| shares(Color32::to_array(&corner.color)));
        let plain = corners.iter().all(|corner| corner.color == corners[0].color);
        Self { corners, colours, plain, area: area as f64, edges, texture }
    }

    /// The colour of a pixel; `None` where nothing is drawn.
    fn at(&self, x: i64, y: i64) -> Option<[f32; 4]> {
        let share = |edge: Edge| (edge.at(x, y) as f64 / self.area) as f32;
        let [one, two, three] = [share(self.edges[0]), share(self.edges[1]), share(self.edges[2])];
        let mean = |first: f32, second: f32, third: f32| first * one + second * two + third * three;
        let [from, to, last] = [self.corners[0].uv, self.corners[1].uv, self.corners[2].uv];
        let texel = self.texture.sample(mean(from.x, to.x, last.x), mean(from.y, to.y, last.y))?;
        let [from, to, last] = &self.colours;
        if self.plain {
            return Some(tint(texel, *from));
        }
        let colour = [
            mean(from[0], to[0], last[0]),
            mean(from[1], to[1], last[1]),
            mean(from[2], to[2], last[2]),
            mean(from[3], to[3], last[3]),
        ];
        Some(tint(texel, colour))
    }
}

/// Twice the signed area of the triangle `a b c`: positive when `c` lies to the inside of the edge `a → b`.
fn edge(a: (i64, i64), b: (i64, i64), c: (i64, i64)) -> i64 {
    (b.0 - a.0) * (c.1 - a.1) - (b.1 - a.1) * (c.0 - a.0)
}

/// The top-left rule: a point exactly on an edge belongs to the triangle whose top or left edge it is.
fn bias(from: (i64, i64), to: (i64, i64)) -> i64 {
    let top = from.1 == to.1 && to.0 > from.0;
    let left = to.1 < from.1;
    if top || left { 0 } else { -1 }
}

// Tests are built without optimisation: what is done for each pixel is written out, without closures and iterators.

fn shares([red, green, blue, alpha]: Rgba) -> [f32; 4] {
    [SHARES[red as usize], SHARES[green as usize], SHARES[blue as usize], SHARES[alpha as usize]]
}

fn tint(texel: [f32; 4], colour: [f32; 4]) -> [f32; 4] {
    [texel[0] * colour[0], texel[1] * colour[1], texel[2] * colour[2], texel[3] * colour[3]]
}

fn mix(from: [f32; 4], to: [f32; 4], part: f32) -> [f32; 4] {
    [
        from[0] + (to[0] - from[0]) * part,
        from[1] + (to[1] - from[1]) * part,
        from[2] + (to[2] - from[2]) * part,
        from[3] + (to[3] - from[3]) * part,
    ]
}

/// Premultiplied "over", rounded to whole bytes as a frame buffer of 8 bits keeps it.
fn blend(pixel: &mut [u8], source: [f32; 4]) {
    let rest = 1.0 - source[3];
    pixel[0] = over(pixel[0], source[0], rest);
    pixel[1] = over(pixel[1], source[1], rest);
    pixel[2] = over(pixel[2], source[2], rest);
    pixel[3] = over(pixel[3], source[3], rest);
}

fn over(kept: u8, added: f32, rest: f32) -> u8 {
    // The cast cuts what lies outside a byte.
    ((added + SHARES[kept as usize] * rest) * 255.0 + 0.5) as u8
}
