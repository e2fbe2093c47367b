//! What the pages of a month are written with: an amount in a line, a heading, a line that opens something.

use egui::{Align, Align2, Layout, RichText, Role, Sense, Ui, WidgetInfo};

use crate::desktop::theme::{Theme, font, space};
use crate::desktop::widgets::ink;

/// The height of a line.
const LINE: f32 = 22.0;

/// A name on the left and a number on the right.
pub(super) fn amount(ui: &mut Ui, name: RichText, number: RichText) {
    let row = egui::vec2(ui.available_width(), LINE);
    ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
        ui.spacing_mut().interact_size.y = LINE;
        ui.label(number);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| ui.add(egui::Label::new(name).truncate()));
    });
}

/// The same in the inks of running text.
pub(super) fn fact(ui: &mut Ui, name: &str, number: &str) {
    let theme = Theme::of(ui);
    amount(ui, theme.quiet(name), RichText::new(number).font(font::body()).color(theme.text));
}

/// A heading between groups of lines.
pub(super) fn heading(ui: &mut Ui, text: &str) {
    ui.add_space(space::S);
    let response = ui.label(RichText::new(text).font(font::caption_bold()).color(Theme::of(ui).muted));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Heading);
        node.set_label(text);
    });
}

/// A sentence, wrapped.
pub(super) fn sentence(ui: &mut Ui, text: &str) {
    ui.add(egui::Label::new(RichText::new(text).color(Theme::of(ui).text)).wrap());
}

/// How a line that opens something is written.
pub(super) struct Opens<'a> {
    /// On the left.
    pub name: &'a str,
    /// On the right.
    pub number: &'a str,
    /// In the bold face.
    pub strong: bool,
    /// Under the keyboard.
    pub chosen: bool,
    /// Whether it opens anything.
    pub enabled: bool,
}

/// A line that opens something; its accessible name is both of its parts.
pub(super) fn opens(ui: &mut Ui, line: &Opens<'_>) -> bool {
    let theme = Theme::of(ui);
    let sense = if line.enabled { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(egui::vec2(ui.available_width(), LINE), sense);
    let name = format!("{} {}", line.name, line.number).trim_end().to_owned();
    let role = if line.enabled { Role::Button } else { Role::Label };
    response.widget_info(|| WidgetInfo::labeled(role, true, &name));
    ink::row_ground(ui, rect.expand2(egui::vec2(space::XS, 0.0)), line.chosen, line.enabled && response.hovered());
    let face = if line.strong { font::bold() } else { font::body() };
    let number = ink::line(ui, line.number, face.clone(), theme.text, rect.width());
    let room = rect.width() - number.size().x - space::S;
    ink::place(ui.painter(), number, rect, Align2::RIGHT_CENTER);
    let colour = if line.strong { theme.text } else { theme.muted };
    let text = ink::line(ui, line.name, face, colour, room);
    let cut = text.elided;
    ink::place(ui.painter(), text, rect, Align2::LEFT_CENTER);
    ink::ring(ui, &response, crate::desktop::theme::radius::CONTROL);
    ink::release_after_click(ui, &response);
    if line.chosen {
        response.scroll_to_me(None);
    }
    let response = if cut { response.on_hover_text(line.name) } else { response };
    response.clicked()
}
