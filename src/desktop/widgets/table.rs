//! Tables: heads with a sort mark, numbers to the right, text truncated with a tooltip, rows chosen by pointer and by ↑ ↓ Home End and the page keys.
//!
//! Only the visible rows are drawn, so a million rows cost what a screenful does. The table holds one place in the tab order.

use egui::{Align, Align2, EventFilter, Id, Key, Layout, Modifiers, Rect, Response, Role, Sense, Ui, Vec2, WidgetInfo};
use egui_extras::{Column, TableBuilder};

use super::ink;
use crate::desktop::theme::{Theme, font, measure, radius, space};
use crate::desktop::{icons, keys};

/// How wide a column is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Width {
    /// Exactly so many points.
    Exact(f32),
    /// What is left, at least so many points; shared evenly between such columns.
    Fill(f32),
}

/// Which way a column is sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// Smallest first.
    Rising,
    /// Largest first.
    Falling,
}

/// A column.
#[derive(Clone, Copy, Debug)]
pub struct Head<'a> {
    /// Its title, with the unit.
    pub title: &'a str,
    /// An icon in the title's place, which is then its tooltip and accessible name; none: empty.
    pub icon: &'static str,
    /// How wide it is.
    pub width: Width,
    /// A number: title and cells to the right.
    pub number: bool,
    /// A click on the title sorts.
    pub sortable: bool,
}

impl<'a> Head<'a> {
    /// A column of text that takes what is left.
    #[must_use]
    pub fn text(title: &'a str) -> Self {
        Self { title, icon: "", width: Width::Fill(120.0), number: false, sortable: false }
    }

    /// A column of short words that takes what is left.
    #[must_use]
    pub fn short(title: &'a str) -> Self {
        Self { title, icon: "", width: Width::Fill(72.0), number: false, sortable: false }
    }

    /// A column of numbers.
    #[must_use]
    pub fn number(title: &'a str, width: f32) -> Self {
        Self { title, icon: "", width: Width::Exact(width), number: true, sortable: false }
    }

    /// A column of icons under an icon.
    #[must_use]
    pub fn icon(title: &'a str, icon: &'static str) -> Self {
        Self { icon, ..Self::text(title).exact(space::L) }
    }

    /// With a fixed width.
    #[must_use]
    pub fn exact(self, width: f32) -> Self {
        Self { width: Width::Exact(width), ..self }
    }

    /// Sorted by a click on its title.
    #[must_use]
    pub fn sortable(self) -> Self {
        Self { sortable: true, ..self }
    }
}

/// What a person did with a table in this frame.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// The row that was opened (double click or Enter).
    pub opened: Option<usize>,
    /// The column whose title was clicked.
    pub sorted: Option<usize>,
    /// The row that was clicked.
    pub clicked: Option<usize>,
}

/// A table to be shown.
#[derive(Clone, Copy, Debug)]
#[must_use = "a table is drawn by show"]
pub struct Table<'a> {
    /// What it shows: its accessible name, and what tells it from other tables of the screen.
    pub name: &'a str,
    /// Its columns.
    pub heads: &'a [Head<'a>],
    /// The sorted column.
    pub sort: Option<(usize, Order)>,
    /// How high it may get; `None` for all there is.
    pub height: Option<f32>,
    /// Takes the keyboard when an arrow is pressed while nothing has it: for the one table of a screen.
    pub takes_arrows: bool,
}

impl<'a> Table<'a> {
    /// A table over the whole width.
    pub fn new(name: &'a str, heads: &'a [Head<'a>]) -> Self {
        Self { name, heads, sort: None, height: None, takes_arrows: false }
    }

    /// With a sort mark.
    pub fn sort(self, column: usize, order: Order) -> Self {
        Self { sort: Some((column, order)), ..self }
    }

    /// At most so high.
    pub fn height(self, height: f32) -> Self {
        Self { height: Some(height), ..self }
    }

    /// The arrows are the table's while nothing else has the keyboard.
    pub fn takes_arrows(self) -> Self {
        Self { takes_arrows: true, ..self }
    }

    /// Draws `rows` rows; `cell` fills one cell with [`text`], [`number`], [`quiet`] or anything else. `chosen` is the row under the keyboard.
    pub fn show(
        self,
        ui: &mut Ui,
        rows: usize,
        chosen: &mut Option<usize>,
        mut cell: impl FnMut(&mut Ui, usize, usize),
    ) -> Outcome {
        let mut outcome = Outcome::default();
        let id = ui.make_persistent_id(("table", self.name));
        if self.takes_arrows && arrow_without_owner(ui) {
            ui.memory_mut(|memory| {
                memory.request_focus(id);
                // The arrow chooses a row; it does not go on to a neighbour of the table.
                memory.move_focus(egui::FocusDirection::None);
            });
        }
        let scroll_to = Self::keys(ui, id, rows, chosen, &mut outcome);
        let (left_top, room) = (ui.cursor().min, ui.available_width());
        let selected = *chosen;
        let mut clicked = None;
        let mut draw = |ui: &mut Ui| {
            let table = self.head(ui, scroll_to, &mut outcome.sorted);
            table.body(|body| {
                body.rows(measure::ROW, rows, |mut row| {
                    let index = row.index();
                    row.set_selected(selected == Some(index));
                    for (place, head) in self.heads.iter().enumerate() {
                        row.col(|ui| {
                            ui.with_layout(layout(head.number), |ui| cell(ui, index, place));
                        });
                    }
                    let response = row.response();
                    if response.clicked() {
                        clicked = Some(index);
                    }
                    if response.double_clicked() {
                        outcome.opened = Some(index);
                    }
                });
            });
        };
        let drawn = ui.push_id(id, |ui| {
            ui.spacing_mut().item_spacing = Vec2::new(space::L, 0.0);
            // The last column keeps clear of the scroll bar.
            ui.spacing_mut().scroll.floating_allocated_width = ui.spacing().scroll.bar_width + space::XS;
            if self.least_width() > room {
                // Too many columns for this window: they scroll sideways and push nothing out of its place.
                egui::ScrollArea::horizontal().auto_shrink([false, true]).show(ui, |ui| {
                    ui.set_width(self.least_width());
                    draw(ui);
                });
            } else {
                draw(ui);
            }
        });
        // What was drawn, not what the card around it keeps free.
        let rect = Rect::from_min_max(left_top, egui::pos2(left_top.x + room, drawn.response.rect.bottom()));
        ui.painter().hline(rect.x_range(), rect.top() + measure::ROW - 0.5, Theme::of(ui).hairline());
        self.focus(ui, id, rect, rows);
        if let Some(row) = clicked {
            *chosen = Some(row);
            outcome.clicked = Some(row);
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        outcome
    }

    /// The least room in which every column has its width.
    fn least_width(&self) -> f32 {
        let columns: f32 = self
            .heads
            .iter()
            .map(|head| match head.width {
                Width::Exact(width) | Width::Fill(width) => width,
            })
            .sum();
        columns + space::L * ink::px(self.heads.len().saturating_sub(1))
    }

    /// The titles; the rows follow.
    fn head<'ui>(
        &self,
        ui: &'ui mut Ui,
        scroll_to: Option<usize>,
        sorted: &mut Option<usize>,
    ) -> egui_extras::Table<'ui> {
        let height = self.height.unwrap_or_else(|| ui.available_height()).max(3.0 * measure::ROW);
        let mut builder = TableBuilder::new(ui)
            .sense(Sense::CLICK)
            .cell_layout(Layout::left_to_right(Align::Center))
            // A height that was asked for is kept, also where the screen around it scrolls.
            .min_scrolled_height(self.height.map_or(measure::ROW, |height| (height - measure::ROW).max(measure::ROW)))
            .max_scroll_height(height - measure::ROW)
            .auto_shrink([false, true]);
        for head in self.heads {
            builder = builder.column(column(head.width));
        }
        if let Some(row) = scroll_to {
            builder = builder.scroll_to_row(row, None).animate_scrolling(false);
        }
        builder.header(measure::ROW, |mut header| {
            for (place, head) in self.heads.iter().enumerate() {
                header.col(|ui| {
                    if self.title(ui, place, head) {
                        *sorted = Some(place);
                    }
                });
            }
        })
    }

    /// Moves the chosen row by the keyboard; says which row to scroll to.
    fn keys(ui: &Ui, id: Id, rows: usize, chosen: &mut Option<usize>, outcome: &mut Outcome) -> Option<usize> {
        if rows == 0 || !ui.memory(|memory| memory.has_focus(id)) {
            return None;
        }
        let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        let taken = |key| ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key));
        let last = rows - 1;
        let start = chosen.map_or(0, |row| row.min(last));
        let mut row = start;
        let first_step = usize::from(chosen.is_none());
        let down = taken(Key::ArrowDown);
        row = (row + down - first_step.min(down) + 10 * taken(Key::PageDown)).min(last);
        row = row.saturating_sub(taken(Key::ArrowUp) + 10 * taken(Key::PageUp));
        if taken(Key::Home) > 0 {
            row = 0;
        }
        if taken(Key::End) > 0 {
            row = last;
        }
        if taken(Key::Enter) > 0 && chosen.is_some() {
            outcome.opened = Some(row);
        }
        let moved = row != start || (chosen.is_none() && down > 0);
        if moved {
            *chosen = Some(row);
        }
        moved.then_some(row)
    }

    fn title(&self, ui: &mut Ui, place: usize, head: &Head<'_>) -> bool {
        let theme = Theme::of(ui);
        let sense = if head.sortable { Sense::click() } else { Sense::hover() };
        let (rect, response) = ui.allocate_exact_size(ui.available_size(), sense);
        response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, head.title));
        let mark = match self.sort {
            Some((column, Order::Rising)) if column == place => icons::CARET_UP,
            Some((column, Order::Falling)) if column == place => icons::CARET_DOWN,
            _ if head.sortable && response.hovered() => icons::CARET_UP_DOWN,
            _ => "",
        };
        let colour = if response.hovered() && head.sortable { theme.text } else { theme.muted };
        if !head.icon.is_empty() {
            let ink = if mark.is_empty() { head.icon } else { mark };
            ink::icon(ui.painter(), egui::pos2(rect.left() + 8.0, rect.center().y), ink, 14.0, colour);
            ink::ring(ui, &response, radius::CONTROL);
            ink::release_after_click(ui, &response);
            return response.on_hover_text(head.title).clicked();
        }
        let room = rect.width() - if head.sortable { 16.0 } else { 0.0 };
        let word = ink::line(ui, head.title, font::caption_bold(), colour, room);
        let (cut, width) = (word.elided, word.size().x);
        let align = if head.number { Align2::RIGHT_CENTER } else { Align2::LEFT_CENTER };
        ink::place(ui.painter(), word, rect, align);
        if !mark.is_empty() {
            let x = if head.number { rect.right() - width - 9.0 } else { rect.left() + width + 9.0 };
            ink::icon(ui.painter(), egui::pos2(x, rect.center().y), mark, 12.0, theme.text);
        }
        ink::ring(ui, &response, radius::CONTROL);
        ink::release_after_click(ui, &response);
        let response = if cut { response.on_hover_text(head.title) } else { response };
        response.clicked()
    }

    /// The table's place in the tab order, with its ring.
    fn focus(&self, ui: &Ui, id: Id, rect: Rect, rows: usize) {
        let response = ui.interact(rect, id, Sense::focusable_noninteractive());
        response.widget_info(|| WidgetInfo::labeled(Role::Table, true, self.name));
        ui.ctx().accesskit_node_builder(id, |node| node.set_row_count(rows));
        if response.has_focus() {
            ui.painter().rect_stroke(
                rect.expand2(Vec2::new(space::S, space::XS)),
                radius::CONTROL,
                Theme::of(ui).ring(),
                egui::StrokeKind::Inside,
            );
        }
    }
}

/// Whether an arrow was pressed that no control, no text and no dialog wants.
fn arrow_without_owner(ui: &Ui) -> bool {
    let held = ui.memory(|memory| memory.focused().is_some());
    let arrows = [Key::ArrowDown, Key::ArrowUp];
    !held && !keys::is_covered(ui.ctx()) && ui.input(|input| arrows.iter().any(|key| input.key_pressed(*key)))
}

fn layout(number: bool) -> Layout {
    if number { Layout::right_to_left(Align::Center) } else { Layout::left_to_right(Align::Center) }
}

fn column(width: Width) -> Column {
    match width {
        Width::Exact(width) => Column::exact(width).clip(true),
        Width::Fill(at_least) => Column::remainder().at_least(at_least).clip(true),
    }
}

/// A cell of text: truncated with a tooltip.
pub fn text(ui: &mut Ui, text: &str) -> Response {
    cell(ui, text, Theme::of(ui).text, Align2::LEFT_CENTER)
}

/// A cell of secondary text.
pub fn quiet(ui: &mut Ui, text: &str) -> Response {
    cell(ui, text, Theme::of(ui).muted, Align2::LEFT_CENTER)
}

/// A cell with a number: to the right, tabular digits.
pub fn number(ui: &mut Ui, text: &str) -> Response {
    cell(ui, text, Theme::of(ui).text, Align2::RIGHT_CENTER)
}

fn cell(ui: &mut Ui, text: &str, colour: egui::Color32, align: Align2) -> Response {
    let (rect, response) = ui.allocate_exact_size(ui.available_size(), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    let line = ink::line(ui, text, font::body(), colour, rect.width());
    let cut = line.elided;
    ink::place(ui.painter(), line, rect, align);
    if cut { response.on_hover_text(text) } else { response }
}
