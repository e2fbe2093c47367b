//! Signing in, the lock, and the new password that a one-time one asks for.

use std::path::Path;

use egui::{Key, Ui, Vec2};

use super::{View, Wish, middle, news, sign};
use crate::desktop::app::options::DemoPerson;
use crate::desktop::icons;
use crate::desktop::theme::{Theme, font, radius, space};
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::field::{self, Field};
use crate::desktop::widgets::{card, ink};
use crate::locale::{Arg, Lang};

/// What is typed to sign in or to unlock.
#[derive(Debug, Default)]
pub struct SignIn {
    /// The login.
    pub login: String,
    /// The password.
    pub password: String,
    /// The keyboard has been given to the first field that lacks something.
    pub placed: bool,
}

/// What is typed for a new password.
#[derive(Debug, Default)]
pub struct NewPassword {
    /// The password.
    pub password: String,
    /// The same once more.
    pub again: String,
    /// The keyboard has been given to the first field.
    pub placed: bool,
}

const WIDTH: f32 = 400.0;
const WIDTH_WITH_PEOPLE: f32 = 820.0;

/// Draws the page of signing in.
pub fn sign_in(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut SignIn, wishes: &mut Vec<Wish>) {
    let width = if view.people.is_empty() { WIDTH } else { WIDTH_WITH_PEOPLE };
    let floor =
        view.floor.and_then(Path::file_stem).map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    middle(ui, width, |ui| {
        sign(ui, lang, &lang.with("welcome-sign-in-to", &[("floor", Arg::Text(&floor))]));
        news(ui, view);
        ui.add_enabled_ui(view.busy.is_none(), |ui| {
            if view.people.is_empty() {
                credentials(ui, lang, form, wishes);
                return;
            }
            card::columns(ui, 2, |columns| {
                if let [left, right] = columns {
                    people(left, lang, view.people, wishes);
                    credentials(right, lang, form, wishes);
                }
            });
        });
    });
}

fn credentials(ui: &mut Ui, lang: Lang, form: &mut SignIn, wishes: &mut Vec<Wish>) {
    card::card(ui, &lang.t("welcome-sign-in"), |ui| {
        ui.spacing_mut().item_spacing.y = space::M;
        let (login_label, password_label) = (lang.t("welcome-login"), lang.t("welcome-password"));
        let login = field::text(ui, &Field::new(&login_label), &mut form.login);
        let password = field::text(ui, &Field { password: true, ..Field::new(&password_label) }, &mut form.password);
        if !form.placed && ui.is_enabled() {
            form.placed = true;
            if form.login.is_empty() { login.request_focus() } else { password.request_focus() }
        }
        let enter = ui.input(|input| input.key_pressed(Key::Enter));
        if enter && login.lost_focus() && form.password.is_empty() {
            password.request_focus();
        }
        let ready = !form.login.trim().is_empty() && !form.password.is_empty();
        let entered = enter && ready && (password.lost_focus() || login.lost_focus());
        let width = ui.available_width();
        let pressed = Button::primary(&lang.t("welcome-enter"))
            .icon(icons::SIGN_IN)
            .key("Enter")
            .width(width)
            .enabled(ready)
            .tooltip(&lang.t("welcome-enter-lacks"))
            .show(ui)
            .clicked();
        if entered || pressed {
            wishes.push(Wish::SignIn);
        }
        if Button::quiet(&lang.t("welcome-other-floor")).icon(icons::ARROW_LEFT).key("Esc").show(ui).clicked() {
            wishes.push(Wish::Back);
        }
    });
}

fn people(ui: &mut Ui, lang: Lang, people: &[DemoPerson], wishes: &mut Vec<Wish>) {
    card::card(ui, &lang.t("welcome-sign-in-as"), |ui| {
        ui.add(egui::Label::new(Theme::of(ui).quiet(lang.t("welcome-sign-in-as-text"))).wrap());
        ui.spacing_mut().item_spacing.y = 0.0;
        let scroll =
            egui::ScrollArea::vertical().max_height(320.0).min_scrolled_height(320.0).auto_shrink([false, true]);
        scroll.show(ui, |ui| {
            for person in people {
                if one_person(ui, lang, person) {
                    wishes.push(Wish::SignInAs(person.clone()));
                }
            }
        });
    });
}

fn one_person(ui: &mut Ui, lang: Lang, person: &DemoPerson) -> bool {
    let theme = Theme::of(ui);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), 48.0), egui::Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, ui.is_enabled(), &person.name));
    ink::row_ground(ui, rect, false, response.hovered());
    let medal = egui::pos2(rect.left() + space::XL, rect.center().y);
    ui.painter().circle_filled(medal, space::L, theme.accent_quiet);
    ink::icon(ui.painter(), medal, icons::USER, 18.0, theme.accent);
    let inner = rect.with_min_x(medal.x + space::XL + space::XS).shrink2(Vec2::new(space::S, 5.0));
    let key = format!("role-{}", person.role);
    let role = if lang.has(&key) { lang.t(&key) } else { person.role.clone() };
    let name = ink::line(ui, &person.name, font::bold(), theme.text, inner.width());
    let role = ink::line(ui, &role, font::caption(), theme.muted, inner.width());
    ink::place(ui.painter(), name, inner, egui::Align2::LEFT_TOP);
    ink::place(ui.painter(), role, inner, egui::Align2::LEFT_BOTTOM);
    ink::ring(ui, &response, radius::CONTROL);
    response.clicked()
}

/// Draws the lock over a screen that waits behind it: only the password is asked for.
pub fn lock(ui: &mut Ui, lang: Lang, name: &str, view: &View<'_>, form: &mut SignIn, wishes: &mut Vec<Wish>) {
    middle(ui, WIDTH, |ui| {
        sign(ui, lang, &lang.t("welcome-locked"));
        news(ui, view);
        ui.add_enabled_ui(view.busy.is_none(), |ui| {
            card::card(ui, name, |ui| {
                ui.spacing_mut().item_spacing.y = space::M;
                let label = lang.t("welcome-password");
                let hint = lang.t("welcome-locked-hint");
                let field = Field { password: true, hint: &hint, ..Field::new(&label) };
                let password = field::text(ui, &field, &mut form.password);
                if !form.placed && ui.is_enabled() {
                    form.placed = true;
                    password.request_focus();
                }
                let ready = !form.password.is_empty();
                let entered = ready && password.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
                let width = ui.available_width();
                let pressed = Button::primary(&lang.t("welcome-unlock"))
                    .icon(icons::LOCK_OPEN)
                    .key("Enter")
                    .width(width)
                    .enabled(ready)
                    .show(ui)
                    .clicked();
                if entered || pressed {
                    wishes.push(Wish::SignIn);
                }
                if Button::quiet(&lang.t("welcome-switch")).icon(icons::SWAP).show(ui).clicked() {
                    wishes.push(Wish::Leave);
                }
            });
        });
    });
}

/// Draws the page that a one-time password leads to.
pub fn new_password(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut NewPassword, wishes: &mut Vec<Wish>) {
    middle(ui, WIDTH, |ui| {
        sign(ui, lang, &lang.t("welcome-one-time"));
        news(ui, view);
        ui.add_enabled_ui(view.busy.is_none(), |ui| {
            card::card(ui, &lang.t("welcome-new-password"), |ui| {
                ui.spacing_mut().item_spacing.y = space::M;
                let (label, again_label) = (lang.t("welcome-password-new"), lang.t("welcome-password-again"));
                let differ = !form.again.is_empty() && form.again != form.password;
                let error = if differ { lang.t("welcome-passwords-differ") } else { String::new() };
                let first = field::text(ui, &Field { password: true, ..Field::new(&label) }, &mut form.password);
                let field = Field { password: true, error: &error, keep_line: true, ..Field::new(&again_label) };
                let again = field::text(ui, &field, &mut form.again);
                if !form.placed && ui.is_enabled() {
                    form.placed = true;
                    first.request_focus();
                }
                let ready = !form.password.is_empty() && form.password == form.again;
                let enter = ui.input(|input| input.key_pressed(Key::Enter));
                if enter && first.lost_focus() {
                    again.request_focus();
                }
                let entered = ready && again.lost_focus() && enter;
                let width = ui.available_width();
                let pressed = Button::primary(&lang.t("welcome-password-set"))
                    .icon(icons::CHECK)
                    .key("Enter")
                    .width(width)
                    .enabled(ready)
                    .show(ui)
                    .clicked();
                if entered || pressed {
                    wishes.push(Wish::SetPassword);
                }
                if Button::quiet(&lang.t("welcome-switch")).icon(icons::SWAP).show(ui).clicked() {
                    wishes.push(Wish::Leave);
                }
            });
        });
    });
}
