//! The door: the demo, a new floor, a file of before; then signing in, and the lock. It draws, and says what a person wants.
//!
//! Invariant: a typed password stays in its field and is forgotten with it; the door keeps none.

use std::path::{Path, PathBuf};

use egui::{Key, Modifiers, Ui, Vec2};

use crate::desktop::app::options::DemoPerson;
use crate::desktop::icons;
use crate::desktop::theme::{Kind, Theme, font, measure, radius, size, space};
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::field::{self, Field};
use crate::desktop::widgets::{badge, card, ink};
use crate::locale::{Arg, Lang};

mod create;
mod sign_in;

pub use create::{Create, ZONES};
pub use sign_in::{NewPassword, SignIn, lock, new_password, sign_in};

/// What a person wants at the door.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wish {
    /// Open the demo floor.
    Demo,
    /// Open this file.
    Open(PathBuf),
    /// Choose a file with the system's dialog.
    Browse,
    /// Choose where the new floor is put, with the system's dialog.
    BrowseNew,
    /// Take a file from the recent ones.
    Forget(PathBuf),
    /// Make the floor of the form.
    Create,
    /// Sign in with the form.
    SignIn,
    /// Sign in as somebody of the demo.
    SignInAs(DemoPerson),
    /// Back to the first page.
    Back,
    /// Set the new password of the form.
    SetPassword,
    /// Leave, so that somebody else can sign in.
    Leave,
}

/// The page of the door.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Page {
    /// Demo, new floor, file.
    #[default]
    Start,
    /// The form of a new floor.
    Create,
    /// Login and password.
    SignIn,
}

/// What the door shows.
#[derive(Debug, Clone, Copy)]
pub struct View<'a> {
    /// Floors of before, newest first.
    pub recent: &'a [PathBuf],
    /// Whether a demo can be made.
    pub demo: bool,
    /// The floor that is open.
    pub floor: Option<&'a Path>,
    /// Who can be picked instead of typing a password.
    pub people: &'a [DemoPerson],
    /// What goes on, with how far it is (0 to 1) where that is known; the form waits meanwhile.
    pub busy: Option<(&'a str, Option<f32>)>,
    /// What went wrong.
    pub error: &'a str,
}

/// What is typed at the door.
#[derive(Debug, Default)]
pub struct Form {
    /// The page.
    pub page: Page,
    /// The path of a file to open.
    pub path: String,
    /// A new floor.
    pub create: Create,
    /// Signing in.
    pub sign_in: SignIn,
}

/// The keys of the door.
pub const KEYS: [(&str, &str); 2] = [("Enter", "welcome-key-enter"), ("Esc", "welcome-key-back")];

/// Draws the page.
pub fn show(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form, wishes: &mut Vec<Wish>) {
    match form.page {
        Page::Start => start(ui, lang, view, form, wishes),
        Page::Create => create::show(ui, lang, view, &mut form.create, wishes),
        Page::SignIn => sign_in(ui, lang, view, &mut form.sign_in, wishes),
    }
    if form.page != Page::Start && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
        wishes.push(Wish::Back);
    }
}

/// A column in the middle of the window, scrolled when the window is low.
fn middle<R>(ui: &mut Ui, width: f32, body: impl FnOnce(&mut Ui) -> R) -> R {
    let room = ui.available_rect_before_wrap();
    let width = width.min(room.width() - 2.0 * space::XL);
    let scroll = egui::ScrollArea::vertical().auto_shrink(false);
    let id = ui.make_persistent_id("door-height");
    let known: f32 = ui.data(|data| data.get_temp(id)).unwrap_or(room.height() * 0.7);
    scroll
        .show(ui, |ui| {
            ui.add_space(((room.height() - known) * 0.42).max(space::XL));
            let left = (room.width() - width) / 2.0;
            ui.horizontal_top(|ui| {
                ui.add_space(left);
                let shown =
                    ui.allocate_ui_with_layout(Vec2::new(width, 0.0), egui::Layout::top_down(egui::Align::Min), |ui| {
                        ui.set_width(width);
                        ui.spacing_mut().item_spacing = Vec2::new(space::S, space::L);
                        body(ui)
                    });
                let height = shown.response.rect.height();
                if (height - known).abs() > 1.0 {
                    ui.data_mut(|data| data.insert_temp(id, height));
                    ui.ctx().request_repaint();
                }
                shown.inner
            })
            .inner
        })
        .inner
}

/// The sign of the program over a page.
fn sign(ui: &mut Ui, lang: Lang, text: &str) {
    let theme = Theme::of(ui);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::M;
        let (rect, _) = ui.allocate_exact_size(Vec2::splat(48.0), egui::Sense::hover());
        ui.painter().rect_filled(rect, radius::CARD, theme.accent);
        ink::icon(ui.painter(), rect.center(), icons::TIMER, size::TITLE, theme.on_accent);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.label(theme.title(lang.t("app-name")));
            ui.add(egui::Label::new(theme.quiet(text)).wrap());
        });
    });
}

/// What goes on, or what went wrong.
fn news(ui: &mut Ui, view: &View<'_>) {
    if let Some((text, share)) = view.busy {
        card::card(ui, "", |ui| {
            ui.horizontal(|ui| {
                ui.add(egui::Spinner::new().size(size::ICON).color(Theme::of(ui).accent));
                ui.label(text);
            });
            if let Some(share) = share {
                ui.add(egui::ProgressBar::new(share).desired_height(space::S).fill(Theme::of(ui).accent));
            }
        });
    } else if !view.error.is_empty() {
        badge::banner(ui, Kind::Bad, view.error, "");
    }
}

fn start(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form, wishes: &mut Vec<Wish>) {
    middle(ui, 880.0, |ui| {
        sign(ui, lang, &lang.t("welcome-tagline"));
        news(ui, view);
        ui.add_enabled_ui(view.busy.is_none(), |ui| {
            card::columns(ui, 2, |columns| {
                if let [left, right] = columns {
                    left.spacing_mut().item_spacing.y = space::M;
                    doors(left, lang, view, form, wishes);
                    recent(right, lang, view, form, left.min_rect().height(), wishes);
                }
            });
        });
    });
}

fn doors(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form, wishes: &mut Vec<Wish>) {
    if view.demo && door(ui, icons::SPARKLE, &lang.t("welcome-demo"), &lang.t("welcome-demo-text"), true) {
        wishes.push(Wish::Demo);
    }
    if door(ui, icons::PLUS, &lang.t("welcome-create"), &lang.t("welcome-create-text"), !view.demo) {
        form.page = Page::Create;
    }
    if door(ui, icons::FOLDER_OPEN, &lang.t("welcome-open"), &lang.t("welcome-open-text"), false) {
        wishes.push(Wish::Browse);
    }
}

/// A large button with a sentence.
fn door(ui: &mut Ui, icon: &str, name: &str, text: &str, first: bool) -> bool {
    let theme = Theme::of(ui);
    let width = ui.available_width();
    let room = width - 40.0 - 2.0 * space::L - space::M;
    let sentence = ui.painter().layout(text.to_owned(), font::caption(), theme.muted, room);
    let height = (sentence.size().y + 24.0 + 2.0 * space::L).max(72.0);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, height), egui::Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, ui.is_enabled(), name));
    let fill = if response.hovered() { theme.raised } else { theme.surface };
    let line = if first { egui::Stroke::new(1.5, theme.accent) } else { theme.hairline() };
    ui.painter().rect(rect, radius::CARD, fill, line, egui::StrokeKind::Inside);
    let medal = egui::Rect::from_center_size(
        egui::pos2(rect.left() + space::L + 20.0, rect.center().y),
        Vec2::splat(measure::PRIMARY),
    );
    let (ground, colour) = if first { (theme.accent, theme.on_accent) } else { (theme.accent_quiet, theme.accent) };
    ui.painter().rect_filled(medal, radius::CARD, ground);
    ink::icon(ui.painter(), medal.center(), icon, 22.0, colour);
    let left = medal.right() + space::M;
    let top = rect.center().y - f32::midpoint(24.0, sentence.size().y);
    let title = ink::line(ui, name, font::strong(), theme.text, room);
    ui.painter().galley(egui::pos2(left, top), title, theme.text);
    ui.painter().galley(egui::pos2(left, top + 24.0), sentence, theme.muted);
    ink::ring(ui, &response, radius::CARD);
    response.clicked()
}

fn recent(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form, height: f32, wishes: &mut Vec<Wish>) {
    card::card(ui, &lang.t("welcome-recent"), |ui| {
        card::fill(ui, height);
        if view.recent.is_empty() {
            ui.add(egui::Label::new(Theme::of(ui).quiet(lang.t("welcome-recent-none"))).wrap());
        }
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for file in view.recent {
                recent_file(ui, lang, file, wishes);
            }
        });
        ui.add_space(space::S);
        path(ui, lang, form, wishes);
    });
}

fn recent_file(ui: &mut Ui, lang: Lang, file: &Path, wishes: &mut Vec<Wish>) {
    let theme = Theme::of(ui);
    let name = file.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let folder = file.parent().map(|folder| folder.display().to_string()).unwrap_or_default();
    ui.horizontal(|ui| {
        let width = ui.available_width() - measure::CONTROL - space::S;
        let (rect, response) = ui.allocate_exact_size(Vec2::new(width, 44.0), egui::Sense::click());
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, ui.is_enabled(), &name));
        ink::row_ground(ui, rect, false, response.hovered());
        let inner = rect.shrink2(Vec2::new(space::S, 3.0));
        let title = ink::line(ui, &name, font::body(), theme.text, inner.width());
        let below = ink::line(ui, &folder, font::caption(), theme.muted, inner.width());
        ink::place(ui.painter(), title, inner, egui::Align2::LEFT_TOP);
        ink::place(ui.painter(), below, inner, egui::Align2::LEFT_BOTTOM);
        ink::ring(ui, &response, radius::CONTROL);
        if response.on_hover_text(file.display().to_string()).clicked() {
            wishes.push(Wish::Open(file.to_owned()));
        }
        let forget = lang.with("welcome-forget", &[("file", Arg::Text(&name))]);
        if crate::desktop::widgets::button::icon_button(ui, icons::X, &forget, "").clicked() {
            wishes.push(Wish::Forget(file.to_owned()));
        }
    });
}

fn path(ui: &mut Ui, lang: Lang, form: &mut Form, wishes: &mut Vec<Wish>) {
    let (label, hint) = (lang.t("welcome-path"), lang.t("welcome-path-hint"));
    let response =
        field::text(ui, &Field { placeholder: "/…/floor.norma", hint: &hint, ..Field::new(&label) }, &mut form.path);
    let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    let pressed = Button::secondary(&lang.t("welcome-path-open"))
        .icon(icons::SIGN_IN)
        .enabled(!form.path.trim().is_empty())
        .show(ui)
        .clicked();
    if (entered || pressed) && !form.path.trim().is_empty() {
        wishes.push(Wish::Open(PathBuf::from(form.path.trim())));
    }
}
