//! How much there was in each hour of the week: a grid of weekdays and hours with the number in every cell; the deeper the ground, the more.

use egui::{Align2, CornerRadius, Rect, Sense, Ui, Vec2};

use super::chart::{self, Twin, Words};
use super::ink;
use super::table::Head;
use crate::desktop::theme::{Theme, font, space};

const ROW: f32 = 26.0;
const LABEL: f32 = 40.0;
/// How much of the accent the fullest cell takes: words stay legible on it.
const DEEPEST: f32 = 0.45;

/// An hour of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hour {
    /// 0 Monday … 6 Sunday.
    pub weekday: usize,
    /// 0 … 23.
    pub hour: usize,
    /// How many.
    pub n: usize,
}

/// The words that are only this chart's.
#[derive(Clone, Copy)]
pub struct WeekWords<'a> {
    /// Short names of the weekdays, Monday first.
    pub weekdays: [&'a str; 7],
    /// The table's column of weekdays.
    pub weekday: &'a str,
}

/// Draws the grid: the hours from the first to the last one with something in it, weekends only where there is something.
pub fn week(ui: &mut Ui, words: &Words<'_>, week_words: &WeekWords<'_>, hours: &[Hour]) {
    let days = if hours.iter().any(|hour| hour.weekday > 4 && hour.n > 0) { 7 } else { 5 };
    let words = Words { height: ROW * ink::px(days + 1), ..*words };
    let name = |hour: &Hour| week_words.weekdays.get(hour.weekday).copied().unwrap_or_default();
    let cell = |row: usize, column: usize| {
        let Some(hour) = hours.get(row) else { return String::new() };
        match column {
            0 => name(hour).to_owned(),
            1 => span(hour.hour),
            _ => hour.n.to_string(),
        }
    };
    let heads = [Head::short(week_words.weekday), Head::short(words.across), Head::number(words.up, 104.0)];
    let twin = Twin { heads: &heads, rows: hours.len(), cell: &cell };
    chart::with_twin(ui, &words, &[], &twin, |ui| grid(ui, &words, week_words, hours, days));
}

fn span(hour: usize) -> String {
    format!("{hour:02}:00–{:02}:00", (hour + 1) % 24)
}

fn grid(ui: &mut Ui, words: &Words<'_>, week_words: &WeekWords<'_>, hours: &[Hour], days: usize) {
    let theme = Theme::of(ui);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), words.height), Sense::hover());
    chart::describe(&response, words);
    let first = hours.iter().map(|hour| hour.hour).min().unwrap_or(9);
    let last = hours.iter().map(|hour| hour.hour).max().unwrap_or(17);
    let count = last + 1 - first;
    let most = hours.iter().map(|hour| hour.n).max().unwrap_or(1).max(1);
    let width = ((rect.width() - LABEL) / ink::px(count)).min(96.0);
    let place = |day: usize, hour: usize| {
        let left = rect.left() + LABEL + width * ink::px(hour - first);
        let top = rect.top() + ROW * ink::px(day + 1);
        Rect::from_min_size(egui::pos2(left, top), Vec2::new(width, ROW)).shrink(1.0)
    };
    for hour in first..=last {
        let at = place(0, hour).translate(Vec2::new(0.0, -ROW));
        ui.painter().text(at.center(), Align2::CENTER_CENTER, format!("{hour:02}"), font::caption(), theme.muted);
    }
    for day in 0..days {
        let label = week_words.weekdays.get(day).copied().unwrap_or_default();
        let at = egui::pos2(rect.left(), place(day, first).center().y);
        ui.painter().text(at, Align2::LEFT_CENTER, label, font::caption(), theme.muted);
        for hour in first..=last {
            let n = hours.iter().filter(|one| one.weekday == day && one.hour == hour).map(|one| one.n).sum::<usize>();
            let share = ink::points(ink::real(n) / ink::real(most));
            let fill = match n {
                0 => theme.canvas,
                _ => theme.surface.lerp_to_gamma(theme.accent, 0.10 + (DEEPEST - 0.10) * share),
            };
            let cell = place(day, hour);
            ui.painter().rect_filled(cell, CornerRadius::same(4), fill);
            let (text, ink) = if n == 0 { ("·".to_owned(), theme.muted) } else { (n.to_string(), theme.text) };
            // Many hours and hundreds of readings: the number is small, the table twin has it large.
            let font = if text.len() > 2 && cell.width() < 26.0 { font::fine() } else { font::caption_bold() };
            ui.painter().text(cell.center(), Align2::CENTER_CENTER, text, font, ink);
        }
    }
    let pointed = response.hover_pos().and_then(|at| {
        let inside = |hour: &&Hour| hour.weekday < days && place(hour.weekday, hour.hour).contains(at);
        hours.iter().find(inside)
    });
    if let Some(hour) = pointed {
        let day = week_words.weekdays.get(hour.weekday).copied().unwrap_or_default();
        response.on_hover_text_at_pointer(format!("{day} {} · {}", span(hour.hour), hour.n));
    }
    ui.add_space(space::XS);
}
