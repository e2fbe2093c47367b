//! A one-time password: made by the program, shown once, and replaced by its owner at the first sign-in.

use egui::{Align, Key, Layout, Modifiers, RichText, Ui};

use crate::desktop::action::Answer;
use crate::desktop::icons;
use crate::desktop::screens::norms::layout;
use crate::desktop::theme::{Kind, Theme, font, measure, space};
use crate::desktop::widgets::badge;
use crate::desktop::widgets::button::Button;
use crate::domain::code::Code;
use crate::floor::sign_in::one_time_password;
use crate::locale::{Arg, Lang};

/// How far the dialog is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Step {
    #[default]
    Asks,
    Sent,
    Set,
}

/// A password that is being set.
#[derive(Debug)]
pub(super) struct Password {
    person: Code,
    name: String,
    login: String,
    replaces: bool,
    secret: String,
    step: Step,
    copied: bool,
    error: String,
}

/// What a person wants of the dialog.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wanted {
    Nothing,
    Set,
    Close,
}

impl Password {
    pub fn new(person: Code, name: &str, login: &str, replaces: bool) -> Self {
        Self {
            person,
            name: name.to_owned(),
            login: login.to_owned(),
            replaces,
            secret: String::new(),
            step: Step::default(),
            copied: false,
            error: String::new(),
        }
    }

    pub fn title(&self, lang: Lang) -> String {
        lang.with("people-password-title", &[("name", Arg::Text(&self.name))])
    }

    /// Whose password and which; another one every time, so that one that was refused is nobody's.
    pub fn send(&mut self) -> Option<(Code, String)> {
        if self.step != Step::Asks {
            return None;
        }
        self.step = Step::Sent;
        self.error.clear();
        self.secret = one_time_password();
        Some((self.person.clone(), self.secret.clone()))
    }

    pub fn answered(&mut self, answer: Answer<'_>) {
        match answer {
            Ok(_) => self.step = Step::Set,
            Err(text) => {
                self.step = Step::Asks;
                text.clone_into(&mut self.error);
            }
        }
    }

    /// Whether a click beside the dialog may close it: what is shown once is not lost by a slip.
    pub fn may_slip(&self) -> bool {
        self.step == Step::Asks
    }

    pub fn body(&mut self, ui: &mut Ui, lang: Lang, confirmed: bool) -> Wanted {
        if self.step == Step::Set {
            return self.shown(ui, lang, confirmed);
        }
        let named = [("name", Arg::Text(&self.name)), ("login", Arg::Text(&self.login))];
        layout::quiet(ui, &lang.with("people-password-text", &named));
        if self.replaces {
            badge::banner(ui, Kind::Warn, &lang.t("people-password-replaces"), "");
        }
        if !self.error.is_empty() {
            badge::banner(ui, Kind::Bad, &self.error, "");
        }
        let row = egui::vec2(ui.available_width(), measure::PRIMARY);
        let pressed = ui
            .allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
                let word = lang.t("people-password-set");
                let button = Button::primary(&word).icon(icons::LOCK).key("Ctrl+Enter");
                button.enabled(self.step == Step::Asks).show(ui).clicked()
            })
            .inner;
        if pressed || confirmed { Wanted::Set } else { Wanted::Nothing }
    }

    /// The password, for the only time.
    fn shown(&mut self, ui: &mut Ui, lang: Lang, confirmed: bool) -> Wanted {
        let theme = Theme::of(ui);
        let named = [("name", Arg::Text(&self.name)), ("login", Arg::Text(&self.login))];
        layout::quiet(ui, &lang.with("people-password-done", &named));
        let frame = egui::Frame::new().fill(theme.raised).corner_radius(crate::desktop::theme::radius::CONTROL);
        frame.inner_margin(egui::Margin::same(16)).show(ui, |ui| {
            ui.set_min_width(ui.available_width());
            ui.vertical_centered(|ui| {
                let text = RichText::new(&self.secret).font(font::digits(28.0)).color(theme.text);
                let label = ui.add(egui::Label::new(text).selectable(true));
                // Read out as a field that holds it.
                ui.ctx().accesskit_node_builder(label.id, |node| {
                    node.set_role(egui::accesskit::Role::TextInput);
                    node.set_read_only();
                    node.set_label(lang.t("people-password-value"));
                    node.set_value(self.secret.as_str());
                });
            });
        });
        badge::banner(ui, Kind::Warn, &lang.t("people-password-once"), "");
        let by_key = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::C));
        let row = egui::vec2(ui.available_width(), measure::PRIMARY);
        let (copy, close) = ui
            .allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = space::S;
                let (done, copy) = (
                    lang.t("people-password-close"),
                    lang.t(if self.copied { "people-password-copied" } else { "people-password-copy" }),
                );
                let close = Button::primary(&done).icon(icons::CHECK).key("Ctrl+Enter").show(ui).clicked();
                let copy =
                    Button::secondary(&copy).icon(icons::COPY).key("C").height(measure::PRIMARY).show(ui).clicked();
                (copy, close)
            })
            .inner;
        if copy || by_key {
            ui.ctx().copy_text(self.secret.clone());
            self.copied = true;
        }
        if close || confirmed { Wanted::Close } else { Wanted::Nothing }
    }
}
