//! A number that matters: its label, the value large, the unit beside it, and one muted line below.

use egui::{Align2, Rect, Response, Role, Sense, Ui, Vec2, WidgetInfo};

use super::{card, ink};
use crate::desktop::icons;
use crate::desktop::theme::{Kind, Theme, font, size, space};

/// What a tile says. Every text comes formatted in the locale's manner.
#[derive(Clone, Copy, Debug, Default)]
pub struct Stat<'a> {
    /// What the number is.
    pub label: &'a str,
    /// The number.
    pub value: &'a str,
    /// Its unit, after the number; empty for none.
    pub unit: &'a str,
    /// A muted line below: the comparison, the interval, the source.
    pub note: &'a str,
    /// What the note means; neutral unless something is to be seen.
    pub kind: Kind,
}

/// A tile on a card of its own.
pub fn tile(ui: &mut Ui, stat: &Stat<'_>) -> Response {
    card::frame(Theme::of(ui)).show(ui, |ui| plain(ui, stat)).inner
}

/// Tiles of equal width in a row.
pub fn tiles(ui: &mut Ui, stats: &[Stat<'_>]) {
    if stats.is_empty() {
        return;
    }
    card::columns(ui, stats.len(), |columns| {
        for (column, stat) in columns.iter_mut().zip(stats) {
            tile(column, stat);
        }
    });
}

/// A tile without a card, for use inside one.
pub fn plain(ui: &mut Ui, stat: &Stat<'_>) -> Response {
    let theme = Theme::of(ui);
    let height = 18.0 + space::XS + 34.0 + space::XS + 18.0;
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), height), Sense::hover());
    response.widget_info(|| {
        let parts = [stat.label, stat.value, stat.unit, stat.note];
        let spoken: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        WidgetInfo::labeled(Role::Label, true, spoken.join(" "))
    });
    let width = rect.width();
    let label = ink::line(ui, stat.label, font::caption(), theme.muted, width);
    let unit = ink::line(ui, stat.unit, font::body(), theme.muted, width / 2.0);
    let gap = if stat.unit.is_empty() { 0.0 } else { 6.0 };
    let value = ink::line(ui, stat.value, font::title(), theme.text, width - unit.size().x - gap);
    let band = |top: f32, height: f32| {
        Rect::from_min_size(egui::pos2(rect.left(), rect.top() + top), Vec2::new(width, height))
    };
    let truncated = label.elided || value.elided;
    ink::place(ui.painter(), label, band(0.0, 18.0), Align2::LEFT_CENTER);
    let middle = band(18.0 + space::XS, 34.0);
    let after = middle.left() + value.size().x + gap;
    ink::place(ui.painter(), value, middle, Align2::LEFT_CENTER);
    // The unit stands on the number's baseline.
    ink::place(ui.painter(), unit, middle.with_min_x(after).translate(Vec2::new(0.0, -2.5)), Align2::LEFT_BOTTOM);
    note(ui, stat, band(height - 18.0, 18.0));
    if truncated { response.on_hover_text(format!("{}: {} {}", stat.label, stat.value, stat.unit)) } else { response }
}

fn note(ui: &Ui, stat: &Stat<'_>, rect: Rect) {
    let theme = Theme::of(ui);
    let mut rect = rect;
    if let Some(icon) = note_icon(stat.kind) {
        let at = egui::pos2(rect.left() + 7.0, rect.center().y);
        ink::icon(ui.painter(), at, icon, size::BODY, theme.ink(stat.kind));
        rect = rect.with_min_x(rect.left() + 14.0 + space::XS);
    }
    let text = ink::line(ui, stat.note, font::caption(), theme.ink(stat.kind), rect.width());
    ink::place(ui.painter(), text, rect, Align2::LEFT_CENTER);
}

fn note_icon(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::Neutral | Kind::Accent => None,
        Kind::Ok => Some(icons::CHECK_CIRCLE),
        Kind::Warn => Some(icons::WARNING),
        Kind::Bad => Some(icons::WARNING_CIRCLE),
    }
}
