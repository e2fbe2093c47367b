//! A month board: people down, days across, a letter with a ground and a pattern in each cell, sums at the right.
//!
//! Cells are chosen by dragging, or by the arrows (with Shift: several); only the visible rows are drawn. The board holds one place in
//! the tab order and takes the arrows while nothing else has the keyboard. It knows no floor: what a cell shows comes from outside.

use std::ops::RangeInclusive;

use egui::{
    Align2, Color32, CornerRadius, EventFilter, Id, Key, Modifiers, Painter, Pos2, Rect, Role, ScrollArea, Sense,
    Stroke, StrokeKind, Ui, Vec2, WidgetInfo,
};

use super::ink;
use crate::desktop::keys;
use crate::desktop::theme::{Theme, font, measure, radius, space};

/// The least height of a row; where there is room for all of them they are higher.
pub const ROW: f32 = 28.0;
const HIGHEST: f32 = 38.0;
/// The height of the head: weekday over number.
pub const HEAD: f32 = 40.0;
const NAMES: f32 = 168.0;
const SUM: f32 = 62.0;
/// Below this width of a day two letters stand in the fine size.
const NARROW: f32 = 26.0;

/// What fills a cell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// A working day.
    #[default]
    Plain,
    /// A day off.
    Free,
    /// A holiday.
    Holiday,
    /// Time away that leaves the plan: filled.
    Left,
    /// Time away that stays in the plan: hatched.
    Stayed,
    /// Downtime: lined.
    Idle,
}

/// One cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// What it says.
    pub letter: String,
    /// What fills it.
    pub look: Look,
    /// How much of the day that is, 0 to 1: the ground reaches so high.
    pub part: f32,
    /// The day ends earlier.
    pub short: bool,
    /// Covers for somebody.
    pub covers: bool,
    /// Is covered by somebody.
    pub covered: bool,
    /// What it says in words: its tooltip and accessible name.
    pub spoken: String,
}

/// The head of a day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Day {
    /// Its number in the month.
    pub number: String,
    /// Its weekday, two letters.
    pub weekday: String,
    /// Nobody of the five-day week works.
    pub free: bool,
    /// A holiday.
    pub holiday: bool,
    /// Today.
    pub today: bool,
    /// What the calendar says of it; empty for nothing.
    pub note: String,
}

/// A chosen block of cells: where it was begun and where it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// The row and column it was begun in.
    pub anchor: (usize, usize),
    /// The row and column under the keyboard.
    pub head: (usize, usize),
}

impl Block {
    /// One cell.
    #[must_use]
    pub fn one(row: usize, column: usize) -> Self {
        Self { anchor: (row, column), head: (row, column) }
    }

    /// The rows.
    #[must_use]
    pub fn rows(&self) -> RangeInclusive<usize> {
        self.anchor.0.min(self.head.0)..=self.anchor.0.max(self.head.0)
    }

    /// The columns.
    #[must_use]
    pub fn columns(&self) -> RangeInclusive<usize> {
        self.anchor.1.min(self.head.1)..=self.anchor.1.max(self.head.1)
    }

    fn holds(&self, row: usize, column: usize) -> bool {
        self.rows().contains(&row) && self.columns().contains(&column)
    }

    /// The same block where there are only so many rows and columns; nothing where there are none.
    #[must_use]
    pub fn within(self, rows: usize, columns: usize) -> Option<Self> {
        let (row, column) = (rows.checked_sub(1)?, columns.checked_sub(1)?);
        let fit = |(at, day): (usize, usize)| (at.min(row), day.min(column));
        Some(Self { anchor: fit(self.anchor), head: fit(self.head) })
    }
}

/// What a person did with the board in this frame.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Enter or a double click: the chosen cells are to be opened.
    pub opened: bool,
}

/// A board to be shown.
#[derive(Clone, Copy, Debug)]
#[must_use = "a board is drawn by show"]
pub struct Board<'a> {
    /// What it shows: its accessible name.
    pub name: &'a str,
    /// The title over the names.
    pub names: &'a str,
    /// The days.
    pub days: &'a [Day],
    /// The people.
    pub rows: &'a [String],
    /// The titles of the sums, each in two short lines.
    pub sums: &'a [(String, String)],
    /// How high it may get.
    pub height: f32,
}

struct Geometry {
    left: f32,
    day: f32,
    right: f32,
    row: f32,
}

impl Geometry {
    fn of(board: &Board<'_>, left: f32, width: f32) -> Self {
        let sums = SUM * ink::px(board.sums.len());
        let day = ((width - NAMES - sums) / ink::px(board.days.len().max(1))).clamp(17.0, 34.0).floor();
        let row = ((board.height - HEAD) / ink::px(board.rows.len().max(1))).clamp(ROW, HIGHEST).floor();
        Self { left, day, right: left + width, row }
    }

    fn column(&self, column: usize) -> f32 {
        self.left + NAMES + self.day * ink::px(column)
    }

    /// The column at a place; beyond the edges the nearest.
    fn column_at(&self, x: f32, count: usize) -> usize {
        let place = f64::from((x - self.left - NAMES) / self.day);
        ink::whole(place.max(0.0)).min(count.saturating_sub(1))
    }

    fn sum(&self, place: usize, count: usize) -> RangeInclusive<f32> {
        let left = self.right - SUM * ink::px(count - place);
        left..=left + SUM - space::XS
    }
}

impl Board<'_> {
    /// Draws it; `chosen` is what is chosen, `cell` gives a cell, `sum` a sum of a row.
    pub fn show(
        self,
        ui: &mut Ui,
        chosen: &mut Option<Block>,
        cell: impl Fn(usize, usize) -> Cell,
        sum: impl Fn(usize, usize) -> String,
    ) -> Outcome {
        let id = ui.make_persistent_id(("board", self.name));
        *chosen = chosen.and_then(|block| block.within(self.rows.len(), self.days.len()));
        if key_without_owner(ui, chosen.is_some()) {
            ui.memory_mut(|memory| {
                memory.request_focus(id);
                memory.move_focus(egui::FocusDirection::None);
            });
        }
        let before = *chosen;
        let mut outcome = Outcome { opened: self.keys(ui, id, chosen) };
        let moved = *chosen != before;
        let left_top = ui.cursor().min;
        // The last column keeps clear of the scroll bar.
        let width = ui.available_width() - ui.spacing().scroll.bar_width - space::XS;
        let geometry = Geometry::of(&self, left_top.x, width);
        ui.spacing_mut().item_spacing.y = 0.0;
        self.head(ui, &geometry);
        let row = geometry.row;
        let room = (self.height - HEAD).max(row * 3.0).min(row * ink::px(self.rows.len()));
        let mut scroll = ScrollArea::vertical()
            .id_salt(("board-rows", self.name))
            .max_height(room)
            .min_scrolled_height(room)
            .auto_shrink([false, true]);
        if moved && let Some(block) = *chosen {
            scroll = scroll_to(ui, id, scroll, block.head.0, (row, room));
        }
        let shown = scroll.show_rows(ui, row, self.rows.len(), |ui, visible| {
            self.body(ui, id, &geometry, visible, chosen, &cell, &sum)
        });
        ui.memory_mut(|memory| memory.data.insert_temp(id, shown.state.clamped_offset().y));
        outcome.opened |= shown.inner;
        let rect = Rect::from_min_max(left_top, egui::pos2(left_top.x + ui.available_width(), ui.min_rect().bottom()));
        self.focus(ui, id, rect, *chosen, &cell);
        outcome
    }

    fn keys(&self, ui: &Ui, id: Id, chosen: &mut Option<Block>) -> bool {
        let (rows, columns) = (self.rows.len(), self.days.len());
        if rows == 0 || columns == 0 || !ui.memory(|memory| memory.has_focus(id)) {
            return false;
        }
        let filter = EventFilter { vertical_arrows: true, horizontal_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        let extend = ui.input(|input| input.modifiers.shift);
        let held = if extend { Modifiers::SHIFT } else { Modifiers::NONE };
        let taken = |key| ui.input_mut(|input| input.count_and_consume_key(held, key));
        let [up, down, left, right, home, end] =
            [Key::ArrowUp, Key::ArrowDown, Key::ArrowLeft, Key::ArrowRight, Key::Home, Key::End].map(taken);
        if up + down + left + right + home + end > 0 {
            let first = self.days.iter().position(|day| day.today).unwrap_or(0);
            let Some(block) = *chosen else {
                *chosen = Some(Block::one(0, first));
                return false;
            };
            let row = (block.head.0 + down).min(rows - 1).saturating_sub(up);
            let column = match (home > 0, end > 0) {
                (true, _) => 0,
                (_, true) => columns - 1,
                _ => (block.head.1 + right).min(columns - 1).saturating_sub(left),
            };
            let anchor = if extend { block.anchor } else { (row, column) };
            *chosen = Some(Block { anchor, head: (row, column) });
        }
        chosen.is_some() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter))
    }

    fn head(&self, ui: &mut Ui, geometry: &Geometry) {
        let theme = Theme::of(ui);
        let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), HEAD), Sense::hover());
        let painter = ui.painter();
        let title = ink::line(ui, self.names, font::caption_bold(), theme.muted, NAMES - space::S);
        let low = Rect::from_min_max(egui::pos2(rect.left(), rect.center().y), rect.right_bottom());
        ink::place(painter, title, low, Align2::LEFT_CENTER);
        for (place, day) in self.days.iter().enumerate() {
            let left = geometry.column(place);
            let cell = Rect::from_x_y_ranges(left..=left + geometry.day, rect.y_range());
            let (upper, lower) = cell.split_top_bottom_at_fraction(0.46);
            let colour = if day.today {
                painter.rect_filled(lower.shrink(1.0), CornerRadius::same(4), theme.accent);
                theme.on_accent
            } else if day.free {
                theme.muted
            } else {
                theme.text
            };
            let weekday = ink::line(ui, &day.weekday, font::fine(), theme.muted, geometry.day);
            ink::place(painter, weekday, upper, Align2::CENTER_CENTER);
            let number = if day.holiday { font::caption_bold() } else { font::caption() };
            ink::place(painter, ink::line(ui, &day.number, number, colour, geometry.day), lower, Align2::CENTER_CENTER);
            if day.holiday {
                painter.circle_filled(egui::pos2(cell.center().x, rect.bottom() - 1.0), 1.5, theme.bad);
            }
            if !day.note.is_empty() {
                let response = ui.interact(cell, ui.scope_id().with(("board-day", place)), Sense::hover());
                response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, &day.note));
                response.on_hover_text(&day.note);
            }
        }
        for (place, (upper, lower)) in self.sums.iter().enumerate() {
            let x = geometry.sum(place, self.sums.len());
            let (top, bottom) = Rect::from_x_y_ranges(x, rect.y_range()).split_top_bottom_at_fraction(0.46);
            let line = |text: &str, font| ink::line(ui, text, font, theme.muted, SUM);
            ink::place(painter, line(upper, font::caption_bold()), top, Align2::RIGHT_CENTER);
            ink::place(painter, line(lower, font::caption()), bottom, Align2::RIGHT_CENTER);
        }
        painter.hline(rect.x_range(), rect.bottom() + 0.5, theme.hairline());
    }

    #[expect(clippy::too_many_arguments, reason = "the parts of one drawing, handed on whole")]
    fn body(
        &self,
        ui: &mut Ui,
        id: Id,
        geometry: &Geometry,
        visible: std::ops::Range<usize>,
        chosen: &mut Option<Block>,
        cell: &impl Fn(usize, usize) -> Cell,
        sum: &impl Fn(usize, usize) -> String,
    ) -> bool {
        let size = Vec2::new(ui.available_width(), geometry.row * ink::px(visible.len()));
        let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
        let days = self.days.len();
        let area = Rect::from_x_y_ranges(geometry.left..=geometry.column(days), rect.y_range());
        let response = ui.interact(area, id.with("cells"), Sense::click_and_drag());
        let opened = Self::pointer(ui, id, &response, geometry, (rect.top(), visible.clone(), days), chosen);
        for (line, row) in visible.enumerate() {
            let top = rect.top() + geometry.row * ink::px(line);
            let band = Rect::from_x_y_ranges(rect.left()..=geometry.right, top..=top + geometry.row);
            self.row(ui, id, geometry, band, row, chosen.as_ref(), response.dragged(), cell);
            for place in 0..self.sums.len() {
                let cell = Rect::from_x_y_ranges(geometry.sum(place, self.sums.len()), band.y_range());
                let text = ink::line(ui, &sum(row, place), font::caption(), Theme::of(ui).text, SUM);
                ink::place(ui.painter(), text, cell, Align2::RIGHT_CENTER);
            }
        }
        opened
    }

    /// Chooses by the pointer; says whether the chosen cells are to be opened.
    fn pointer(
        ui: &Ui,
        id: Id,
        response: &egui::Response,
        geometry: &Geometry,
        (top, visible, days): (f32, std::ops::Range<usize>, usize),
        chosen: &mut Option<Block>,
    ) -> bool {
        let at = |pos: Pos2| {
            let line = ink::whole(f64::from((pos.y - top) / geometry.row)).min(visible.len().saturating_sub(1));
            (visible.start + line, geometry.column_at(pos.x, days))
        };
        let on_days = |pos: Pos2| pos.x >= geometry.column(0);
        let Some(pos) = response.interact_pointer_pos() else { return false };
        let origin = ui.input(|input| input.pointer.press_origin()).unwrap_or(pos);
        if response.drag_started() && on_days(origin) {
            let (row, column) = at(origin);
            *chosen = Some(Block::one(row, column));
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        if response.dragged() && on_days(origin) {
            let head = at(pos);
            *chosen = chosen.map(|block| Block { head, ..block });
        }
        if response.clicked() {
            let (row, column) = at(pos);
            let extend = ui.input(|input| input.modifiers.shift);
            let anchor = chosen.filter(|_| extend).map_or((row, column), |block| block.anchor);
            // A press on a name chooses the whole row.
            *chosen = Some(if on_days(pos) {
                Block { anchor, head: (row, column) }
            } else {
                Block { anchor: (row, 0), head: (row, days.saturating_sub(1)) }
            });
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        response.double_clicked() && on_days(pos)
    }

    #[expect(clippy::too_many_arguments, reason = "the parts of one drawing, handed on whole")]
    fn row(
        &self,
        ui: &Ui,
        id: Id,
        geometry: &Geometry,
        band: Rect,
        row: usize,
        chosen: Option<&Block>,
        dragged: bool,
        cell: &impl Fn(usize, usize) -> Cell,
    ) {
        let theme = Theme::of(ui);
        let name = self.rows.get(row).map(String::as_str).unwrap_or_default();
        let current = chosen.is_some_and(|block| block.rows().contains(&row));
        let ink_font = if current { font::bold() } else { font::body() };
        let line = ink::line(ui, name, ink_font, theme.text, NAMES - space::S);
        let names = Rect::from_x_y_ranges(geometry.left..=geometry.left + NAMES, band.y_range());
        let cut = line.elided;
        ink::place(ui.painter(), line, names, Align2::LEFT_CENTER);
        let response = ui.interact(names, id.with(("name", row)), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::RowHeader, true, name));
        if cut {
            response.on_hover_text(name);
        }
        for column in 0..self.days.len() {
            let left = geometry.column(column);
            let rect = Rect::from_x_y_ranges(left..=left + geometry.day, band.y_range());
            let content = cell(row, column);
            paint(ui, rect.shrink(1.0), &content);
            if chosen.is_some_and(|block| block.holds(row, column)) {
                let stroke = Stroke::new(measure::RING, theme.accent);
                ui.painter().rect_stroke(rect.shrink(1.0), CornerRadius::same(3), stroke, StrokeKind::Inside);
            }
            let response = ui.interact(rect, id.with((row, column)), Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(Role::Cell, true, &content.spoken));
            if response.contains_pointer() && !dragged {
                response.on_hover_text(&content.spoken);
            }
        }
        ui.painter().hline(band.x_range(), band.bottom() - 0.5, Stroke::new(1.0, theme.line.gamma_multiply(0.6)));
    }

    /// The board's place in the tab order, with its ring; it reads out the cell under the keyboard.
    fn focus(&self, ui: &Ui, id: Id, rect: Rect, chosen: Option<Block>, cell: &impl Fn(usize, usize) -> Cell) {
        let response = ui.interact(rect, id, Sense::focusable_noninteractive());
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(Role::Grid, true, self.name);
            info.current_text_value = chosen.map(|block| cell(block.head.0, block.head.1).spoken);
            info
        });
        ui.ctx().accesskit_node_builder(id, |node| node.set_row_count(self.rows.len()));
        if response.has_focus() {
            let ring = rect.expand2(Vec2::new(space::S, space::XS));
            ui.painter().rect_stroke(ring, radius::CONTROL, Theme::of(ui).ring(), StrokeKind::Inside);
        }
    }
}

/// Scrolls so that a row is seen.
fn scroll_to(ui: &Ui, id: Id, scroll: ScrollArea, row: usize, (height, room): (f32, f32)) -> ScrollArea {
    let offset: f32 = ui.memory(|memory| memory.data.get_temp(id)).unwrap_or(0.0);
    let (top, bottom) = (height * ink::px(row), height * ink::px(row + 1));
    if top < offset {
        scroll.vertical_scroll_offset(top)
    } else if bottom > offset + room {
        scroll.vertical_scroll_offset(bottom - room)
    } else {
        scroll
    }
}

/// Whether an arrow was pressed that no control, no text and no dialog wants; with something chosen, Enter too.
fn key_without_owner(ui: &Ui, chosen: bool) -> bool {
    let held = ui.memory(|memory| memory.focused().is_some());
    let arrows = [Key::ArrowDown, Key::ArrowUp, Key::ArrowLeft, Key::ArrowRight];
    let wanted = |input: &egui::InputState| {
        arrows.iter().any(|key| input.key_pressed(*key)) || (chosen && input.key_pressed(Key::Enter))
    };
    !held && !keys::is_covered(ui.ctx()) && ui.input(wanted)
}

fn paint(ui: &Ui, rect: Rect, cell: &Cell) {
    let theme = Theme::of(ui);
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    ground(&painter, theme, rect, cell.look, cell.part);
    if cell.short {
        let corner = rect.right_top();
        let points = vec![corner, corner + egui::vec2(-7.0, 0.0), corner + egui::vec2(0.0, 7.0)];
        painter.add(egui::Shape::convex_polygon(points, theme.warn, Stroke::NONE));
    }
    if cell.covered {
        painter.circle_filled(rect.right_bottom() + egui::vec2(-4.0, -4.0), 2.5, theme.ok);
    }
    if cell.covers {
        painter.circle_stroke(rect.left_bottom() + egui::vec2(4.0, -4.0), 2.5, Stroke::new(1.5, theme.ok));
    }
    let small = cell.letter.chars().count() > 1 && rect.width() < NARROW;
    let colour = if matches!(cell.look, Look::Free | Look::Holiday) { theme.muted } else { theme.text };
    let font = if small { font::fine() } else { font::caption_bold() };
    ink::place(&painter, ink::line(ui, &cell.letter, font, colour, rect.width()), rect, Align2::CENTER_CENTER);
}

/// Paints what fills a cell; the legend paints the same.
pub fn ground(painter: &Painter, theme: &Theme, rect: Rect, look: Look, part: f32) {
    let [blue, orange, green, ..] = theme.series;
    let corner = CornerRadius::same(3);
    let height = (rect.height() * part.clamp(0.0, 1.0)).max(8.0).min(rect.height());
    let filled = Rect::from_min_max(egui::pos2(rect.left(), rect.bottom() - height), rect.max);
    let tint = |colour: Color32| theme.surface.lerp_to_gamma(colour, 0.30);
    match look {
        Look::Plain => {}
        Look::Free | Look::Holiday => {
            painter.rect_filled(rect, corner, theme.raised);
        }
        Look::Left => {
            painter.rect_filled(filled, corner, tint(blue));
        }
        Look::Stayed => {
            painter.rect_filled(filled, corner, theme.surface.lerp_to_gamma(orange, 0.14));
            let inside = painter.with_clip_rect(filled.intersect(painter.clip_rect()));
            hatch(&inside, filled, Stroke::new(1.5, tint(orange).lerp_to_gamma(orange, 0.35)));
        }
        Look::Idle => {
            painter.rect_filled(filled, corner, theme.surface.lerp_to_gamma(green, 0.14));
            let stroke = Stroke::new(1.5, tint(green).lerp_to_gamma(green, 0.35));
            let mut y = filled.bottom() - 2.0;
            while y > filled.top() {
                painter.hline(filled.x_range(), y, stroke);
                y -= 5.0;
            }
        }
    }
}

/// Slanting lines from the lower left to the upper right.
fn hatch(painter: &Painter, rect: Rect, stroke: Stroke) {
    let mut x = rect.left() - rect.height();
    while x < rect.right() {
        painter.line_segment([egui::pos2(x, rect.bottom()), egui::pos2(x + rect.height(), rect.top())], stroke);
        x += 5.0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_runs_from_where_it_was_begun_and_fits_the_month() {
        let block = Block { anchor: (3, 9), head: (1, 4) };
        assert_eq!((block.rows(), block.columns()), (1..=3, 4..=9));
        assert!(block.holds(2, 4) && !block.holds(0, 4) && !block.holds(2, 10));
        assert_eq!(block.within(2, 28), Some(Block { anchor: (1, 9), head: (1, 4) }));
        assert_eq!(block.within(0, 30), None);
        let last = Block::one(0, 30).within(1, 28).map(|block| block.head);
        assert_eq!(last, Some((0, 27)), "the 31st stands on the last day of February");
    }
}
