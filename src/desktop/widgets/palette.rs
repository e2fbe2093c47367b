//! The command palette (Ctrl+K: every screen and action by typing) and the key help (F1: the keys of this screen).
//!
//! Both float over the window; Esc closes them. They run nothing: they say what was chosen.

use egui::{
    Align2, EventFilter, Key, Modal, Modifiers, Rect, Response, Role, ScrollArea, Sense, TextEdit, Ui, Vec2, WidgetInfo,
};

use super::{card, find, ink};
use crate::desktop::theme::{Theme, font, margin, measure, radius, size, space};

/// Something to run or open.
#[derive(Clone, Copy, Debug)]
pub struct Command<'a> {
    /// Its icon.
    pub icon: &'a str,
    /// What it does.
    pub name: &'a str,
    /// Where it belongs (screens, actions); shown muted. Empty for none.
    pub group: &'a str,
    /// Its key, as [`crate::desktop::keys`] writes it; empty for none.
    pub key: &'a str,
}

/// What the palette remembers while it is open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Palette {
    /// It is shown.
    pub open: bool,
    text: String,
    row: usize,
}

/// The words of the palette.
#[derive(Clone, Copy, Debug)]
pub struct PaletteWords<'a> {
    /// Its accessible name.
    pub name: &'a str,
    /// In the empty field.
    pub placeholder: &'a str,
    /// Said when nothing fits.
    pub nothing: &'a str,
}

const WIDTH: f32 = 600.0;
const ROWS: usize = 9;

impl Palette {
    /// Opens it empty, or closes it.
    pub fn toggle(&mut self) {
        *self = Self { open: !self.open, ..Self::default() };
    }

    /// Draws it when it is open; gives the place of the command that was chosen.
    pub fn show(&mut self, ui: &Ui, words: &PaletteWords<'_>, commands: &[Command<'_>]) -> Option<usize> {
        if !self.open {
            return None;
        }
        let theme = Theme::of(ui);
        let found = find::search(commands, &self.text, |command| (command.name, command.group));
        self.row = self.row.min(found.len().saturating_sub(1));
        let mut chosen = self.keys(ui, &found);
        let id = egui::Id::unique("command-palette");
        let area = Modal::default_area(id).anchor(Align2::CENTER_TOP, Vec2::new(0.0, 96.0));
        let modal = Modal::new(id)
            .area(area)
            .backdrop_color(theme.veil)
            .frame(card::frame(theme).inner_margin(egui::Margin::same(12)).shadow(ui.visuals().window_shadow))
            .show(ui.ctx(), |ui| {
                ui.set_width(WIDTH.min(ui.ctx().content_rect().width() - 2.0 * space::XL));
                self.field(ui, words);
                ui.add_space(space::XS);
                let clicked = self.list(ui, words, commands, &found);
                chosen = chosen.or(clicked);
            });
        if modal.should_close() || chosen.is_some() {
            *self = Self::default();
        }
        chosen
    }

    fn keys(&mut self, ui: &Ui, found: &[usize]) -> Option<usize> {
        let taken = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if taken(Key::ArrowDown) {
            self.row = (self.row + 1).min(found.len().saturating_sub(1));
        }
        if taken(Key::ArrowUp) {
            self.row = self.row.saturating_sub(1);
        }
        if taken(Key::Enter) { found.get(self.row).copied() } else { None }
    }

    fn field(&mut self, ui: &mut Ui, words: &PaletteWords<'_>) {
        let theme = Theme::of(ui);
        let filter = EventFilter { tab: true, horizontal_arrows: true, vertical_arrows: true, escape: true };
        let response = ui.add(
            TextEdit::singleline(&mut self.text)
                .hint_text(theme.quiet(words.placeholder))
                .font(egui::FontId::proportional(size::STRONG))
                .desired_width(f32::INFINITY)
                .align(Align2::LEFT_CENTER)
                .event_filter(filter)
                .min_size(Vec2::new(0.0, measure::PRIMARY)),
        );
        let response = response.accessible_name(words.name);
        if response.changed() {
            self.row = 0;
        }
        response.request_focus();
    }

    fn list(&self, ui: &mut Ui, words: &PaletteWords<'_>, commands: &[Command<'_>], found: &[usize]) -> Option<usize> {
        let height = measure::PRIMARY * ink::px(ROWS);
        if found.is_empty() {
            ui.add_space(space::S);
            ui.label(Theme::of(ui).quiet(words.nothing));
            ui.add_space(space::S);
            return None;
        }
        let mut clicked = None;
        let moved = ui.input(|input| !input.events.is_empty());
        ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for (row, place) in found.iter().enumerate() {
                let Some(command) = commands.get(*place) else { continue };
                let response = paint_command(ui, command, row == self.row);
                if row == self.row && moved && !response.hovered() {
                    response.scroll_to_me(None);
                }
                if response.clicked() {
                    clicked = Some(*place);
                }
            }
        });
        clicked
    }
}

fn paint_command(ui: &mut Ui, command: &Command<'_>, under_keyboard: bool) -> Response {
    let theme = Theme::of(ui);
    let (rect, response) = ink::row(ui, measure::PRIMARY, Sense::CLICK);
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, under_keyboard, command.name));
    ink::row_ground(ui, rect, under_keyboard, response.hovered());
    let mut inner = rect.shrink2(Vec2::new(space::S, 0.0));
    let colour = if under_keyboard { theme.accent } else { theme.muted };
    ink::icon(
        ui.painter(),
        egui::pos2(inner.left() + size::ICON / 2.0, inner.center().y),
        command.icon,
        size::ICON,
        colour,
    );
    inner.set_left(inner.left() + size::ICON + space::M);
    if !command.key.is_empty() {
        let chip = ink::key_chip_size(ui, command.key);
        let at = Rect::from_center_size(egui::pos2(inner.right() - chip.x / 2.0, inner.center().y), chip);
        ink::paint_key_chip(ui, at, command.key, theme.muted, ink::chip_border(theme));
        inner.set_right(at.left() - space::M);
    }
    let group = ink::line(ui, command.group, font::caption(), theme.muted, inner.width() * 0.4);
    let name = ink::line(ui, command.name, font::body(), theme.text, inner.width() - group.size().x - space::M);
    ink::place(ui.painter(), group, inner, Align2::RIGHT_CENTER);
    ink::place(ui.painter(), name, inner, Align2::LEFT_CENTER);
    response
}

/// A key of the help and what it does.
pub type HelpLine<'a> = (&'a str, &'a str);

/// The keys of a screen, in groups of (title, lines of (key, what it does)). `open` is cleared by Esc, F1, the button or a click beside it.
pub fn key_help(ui: &Ui, open: &mut bool, title: &str, close: &str, groups: &[(&str, &[HelpLine<'_>])]) {
    if !*open {
        return;
    }
    let theme = Theme::of(ui);
    let again = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::F1));
    let modal = Modal::new(egui::Id::unique("key-help"))
        .backdrop_color(theme.veil)
        .frame(
            card::frame(theme)
                .corner_radius(radius::CARD)
                .inner_margin(margin::CONTENT)
                .shadow(ui.visuals().window_shadow),
        )
        .show(ui.ctx(), |ui| {
            let window = ui.ctx().content_rect();
            ui.set_width(720.0_f32.min(window.width() - 4.0 * space::XL));
            let mut closed = false;
            card::section_with(ui, title, |ui| {
                closed = super::button::icon_button(ui, crate::desktop::icons::X, close, "").clicked();
            });
            ui.add_space(space::S);
            let most = window.height() * 0.7;
            // The area would cut it at the height it had before: what fits the window does not scroll.
            let scroll = ScrollArea::vertical().max_height(most).min_scrolled_height(most).auto_shrink([false, true]);
            scroll.show(ui, |ui| help_columns(ui, groups));
            closed
        });
    if again || modal.inner || modal.should_close() {
        *open = false;
    }
}

/// The height of a line of the key help.
const HELP_LINE: f32 = 28.0;

/// The groups in two columns; a long first group goes on in the second one, so that all keys are seen at once.
fn help_columns(ui: &mut Ui, groups: &[(&str, &[HelpLine<'_>])]) {
    let Some(((title, lines), rest)) = groups.split_first() else { return };
    let all: usize = groups.iter().map(|(_, lines)| lines.len()).sum();
    let (left, right) = lines.split_at(lines.len().min(all.div_ceil(2) + 1));
    card::columns_apart(ui, 2, space::XXL, |columns| {
        let [one, other] = columns else { return };
        help_group(one, title, left);
        if !right.is_empty() {
            help_group(other, title, right);
        }
        for (title, lines) in rest {
            help_group(other, title, lines);
        }
    });
}

fn help_group(ui: &mut Ui, title: &str, lines: &[HelpLine<'_>]) {
    let theme = Theme::of(ui);
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.label(egui::RichText::new(title).font(font::caption_bold()).color(theme.muted));
    ui.add_space(space::XS);
    for (key, text) in lines {
        let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), HELP_LINE), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{key}: {text}")));
        let chip = ink::key_chip_size(ui, key);
        let at = Rect::from_min_size(egui::pos2(rect.right() - chip.x, rect.center().y - chip.y / 2.0), chip);
        ink::paint_key_chip(ui, at, key, theme.muted, ink::chip_border(theme));
        let line = ink::line(ui, text, font::body(), theme.text, rect.width() - chip.x - space::M);
        ink::place(ui.painter(), line, rect, Align2::LEFT_CENTER);
    }
    ui.add_space(space::L);
}
