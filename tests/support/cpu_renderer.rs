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

use egui::epaint::{ImageData, Mesh, Primitive, Vertex};
use egui::{Color32, TextureId, TexturesDelta};
use image::RgbaImage;

/// One pixel in 24.8 fixed point.
const ONE: i64 = 256;

/// Draws a harness on the CPU: `Harness::builder().renderer(CpuRenderer::default())`.
#[derive(Default)]
pub struct CpuRenderer {
    textures: HashMap<TextureId, Texture>,
}

#[derive(Default)]
struct Texture {
    width: usize,
    height: usize,
    texels: Vec<[f32; 4]>,
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
    pixels: Vec<[f32; 4]>,
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
        let mut canvas = Canvas { width, pixels: vec![[0.0; 4]; width * height] };
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
        let bytes = canvas.pixels.iter().flatten().map(|share| (share * 255.0 + 0.5) as u8).collect();
        RgbaImage::from_raw(width as u32, height as u32, bytes).ok_or_else(|| "the picture has no pixels".to_owned())
    }
}

impl Texture {
    fn update(&mut self, delta: &egui::epaint::ImageDelta) {
        let ImageData::Color(image) = &delta.image;
        let [width, height] = image.size;
        let [left, top] = delta.pos.unwrap_or_else(|| {
            *self = Self { width, height, texels: vec![[0.0; 4]; width * height] };
            [0, 0]
        });
        for (row, colours) in image.pixels.chunks_exact(width.max(1)).enumerate() {
            let start = (top + row) * self.width + left;
            for (texel, colour) in self.texels[start..start + width].iter_mut().zip(colours) {
                *texel = shares(*colour);
            }
        }
    }

    fn texel(&self, x: i32, y: i32) -> [f32; 4] {
        let x = x.clamp(0, self.width as i32 - 1) as usize;
        let y = y.clamp(0, self.height as i32 - 1) as usize;
        self.texels[y * self.width + x]
    }

    fn sample(&self, u: f32, v: f32) -> [f32; 4] {
        let x = u * self.width as f32 - 0.5;
        let y = v * self.height as f32 - 0.5;
        let (left, top) = (x.floor(), y.floor());
        let (part_x, part_y) = (x - left, y - top);
        let (left, top) = (left as i32, top as i32);
        let upper = mix(self.texel(left, top), self.texel(left + 1, top), part_x);
        let lower = mix(self.texel(left, top + 1), self.texel(left + 1, top + 1), part_x);
        mix(upper, lower, part_y)
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
        // The whole triangle is one colour: most of a window is.
        let flat = (a.uv == b.uv && b.uv == c.uv && a.color == b.color && b.color == c.color)
            .then(|| tint(texture.sample(a.uv.x, a.uv.y), shares(a.color)));
        let (bias_a, bias_b, bias_c) = (bias(pb, pc), bias(pc, pa), bias(pa, pb));
        for y in rows {
            for x in columns.clone() {
                let point = (x * ONE + ONE / 2, y * ONE + ONE / 2);
                let (wa, wb, wc) = (edge(pb, pc, point), edge(pc, pa, point), edge(pa, pb, point));
                if wa + bias_a < 0 || wb + bias_b < 0 || wc + bias_c < 0 {
                    continue;
                }
                let source = flat.unwrap_or_else(|| {
                    let weights = [wa, wb, wc].map(|weight| (weight as f64 / area as f64) as f32);
                    shade(&[a, b, c], weights, texture)
                });
                blend(&mut self.pixels[y as usize * self.width + x as usize], source);
            }
        }
    }
}

fn shade(corners: &[Vertex; 3], weights: [f32; 3], texture: &Texture) -> [f32; 4] {
    let (mut u, mut v, mut colour) = (0.0, 0.0, [0.0; 4]);
    for (corner, weight) in corners.iter().zip(weights) {
        u += corner.uv.x * weight;
        v += corner.uv.y * weight;
        for (sum, share) in colour.iter_mut().zip(shares(corner.color)) {
            *sum += share * weight;
        }
    }
    tint(texture.sample(u, v), colour)
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

fn shares(colour: Color32) -> [f32; 4] {
    colour.to_array().map(|byte| f32::from(byte) / 255.0)
}

fn tint(texel: [f32; 4], colour: [f32; 4]) -> [f32; 4] {
    std::array::from_fn(|channel| texel[channel] * colour[channel])
}

fn mix(from: [f32; 4], to: [f32; 4], part: f32) -> [f32; 4] {
    std::array::from_fn(|channel| from[channel] + (to[channel] - from[channel]) * part)
}

/// Premultiplied "over", rounded to whole bytes as a frame buffer of 8 bits keeps it.
fn blend(pixel: &mut [f32; 4], source: [f32; 4]) {
    let rest = 1.0 - source[3];
    for (kept, added) in pixel.iter_mut().zip(source) {
        let sum = (added + *kept * rest).clamp(0.0, 1.0);
        *kept = (sum * 255.0 + 0.5).floor() / 255.0;
    }
}
