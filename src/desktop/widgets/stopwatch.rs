//! The stopwatch's face: the running time as large as the card allows, its state in a word and a colour.
//!
//! The face reads no clock: the caller gives the text and asks for the next frame (10 Hz while it runs).

use egui::{Align, Align2, Color32, Layout, Rect, Response, Role, Sense, Ui, Vec2, WidgetInfo};

use super::badge;
use super::ink;
use crate::desktop::theme::{Kind, Theme, font, measure, space};

/// What the face shows.
#[derive(Clone, Copy, Debug)]
pub struct Face<'a> {
    /// The running time, written in a fixed number of characters ("02:14.6").
    pub time: &'a str,
    /// The state in a word.
    pub word: &'a str,
    /// The icon of the state.
    pub icon: &'a str,
    /// What the state means.
    pub kind: Kind,
    /// A muted line under the digits (the action being timed); empty for none.
    pub note: &'a str,
    /// The height of the digits' band.
    pub height: f32,
}

/// `JetBrains Mono`: the advance of every character, as a share of the font size.
const ADVANCE: f32 = 0.6;
/// The height of a digit, as a share of the font size.
const DIGIT_HEIGHT: f32 = 0.73;
/// How far a decimal comma hangs below the digits.
const COMMA: f32 = 0.19;
const LARGEST: f32 = 260.0;

/// Draws the face over the whole width.
pub fn face(ui: &mut Ui, face: &Face<'_>) -> Response {
    ui.vertical(|ui| {
        ui.horizontal(|ui| state(ui, face));
        ui.add_space(space::XS);
        time(ui, face)
    })
    .inner
}

/// The face with something on the right of its state, drawn from the right to the left.
pub fn face_with<R>(ui: &mut Ui, face: &Face<'_>, right: impl FnOnce(&mut Ui) -> R) -> R {
    ui.vertical(|ui| {
        let size = Vec2::new(ui.available_width(), measure::CONTROL);
        let inner = ui
            .allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
                let inner = right(ui);
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| state(ui, face));
                inner
            })
            .inner;
        time(ui, face);
        inner
    })
    .inner
}

fn state(ui: &mut Ui, face: &Face<'_>) {
    badge::badge_with(ui, face.kind, face.icon, face.word);
    if !face.note.is_empty() {
        ui.add(egui::Label::new(Theme::of(ui).quiet(face.note)).truncate());
    }
}

fn time(ui: &mut Ui, face: &Face<'_>) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), face.height), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Timer, true, format!("{} {}", face.word, face.time)));
    digits(ui, rect, face.time, colour(Theme::of(ui), face.kind));
    response
}

/// A neutral (ready) face is in the colour of text: the time is the first thing to be read.
fn colour(theme: &Theme, kind: Kind) -> Color32 {
    if kind == Kind::Neutral { theme.text } else { theme.ink(kind) }
}

fn digits(ui: &Ui, rect: Rect, time: &str, colour: Color32) {
    let count = ink::px(time.chars().count().max(1));
    let fits = (rect.width() / (count * ADVANCE)).min(rect.height() / (DIGIT_HEIGHT + COMMA));
    let size = fits.clamp(12.0, LARGEST).floor();
    let line = ink::line(ui, time, font::digits(size), colour, f32::INFINITY);
    // The line box is centred on its digits; the comma below them gets the room it needs.
    ink::place(ui.painter(), line, rect.translate(Vec2::new(0.0, -COMMA * size / 2.0)), Align2::CENTER_CENTER);
}
