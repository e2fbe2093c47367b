//! The form of a new floor: organisation, its clock, and the first director.

use std::path::PathBuf;

use egui::Ui;

use super::{View, Wish, middle, news, sign};
use crate::desktop::icons;
use crate::desktop::theme::space;
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::card;
use crate::desktop::widgets::choose::{self, Choose};
use crate::desktop::widgets::field::{self, Field};
use crate::desktop::widgets::pick::Item;
use crate::domain::calendar::DayEnd;
use crate::domain::code::Code;
use crate::floor::sign_in::PASSWORD_MIN;
use crate::locale::{Arg, Lang};

/// The time zones offered: their IANA name and the key of their name for people.
pub const ZONES: [(&str, &str); 15] = [
    ("Europe/Kaliningrad", "zone-kaliningrad"),
    ("Europe/Moscow", "zone-moscow"),
    ("Europe/Samara", "zone-samara"),
    ("Asia/Yekaterinburg", "zone-yekaterinburg"),
    ("Asia/Omsk", "zone-omsk"),
    ("Asia/Krasnoyarsk", "zone-krasnoyarsk"),
    ("Asia/Irkutsk", "zone-irkutsk"),
    ("Asia/Yakutsk", "zone-yakutsk"),
    ("Asia/Vladivostok", "zone-vladivostok"),
    ("Asia/Magadan", "zone-magadan"),
    ("Asia/Kamchatka", "zone-kamchatka"),
    ("Europe/Minsk", "zone-minsk"),
    ("Asia/Almaty", "zone-almaty"),
    ("Asia/Tashkent", "zone-tashkent"),
    ("UTC", "zone-utc"),
];

/// What is typed for a new floor.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "two boxes to tick, and two things that happened")]
pub struct Create {
    /// The organisation.
    pub organisation: String,
    /// The place of the time zone in [`ZONES`].
    pub zone: usize,
    zone_pick: choose::State,
    /// When the work day ends.
    pub day_ends: String,
    /// The first director's login.
    pub login: String,
    /// The first director's name.
    pub name: String,
    /// The first director's password.
    pub password: String,
    /// The same once more.
    pub again: String,
    /// The shipped work calendars are put in.
    pub calendars: bool,
    /// A rehearsal floor.
    pub rehearsal: bool,
    /// Where the file is put; while nobody has changed it, it follows the organisation's name.
    pub path: String,
    path_changed: bool,
    /// The folder that is proposed.
    pub folder: PathBuf,
    placed: bool,
    tried: bool,
}

impl Default for Create {
    fn default() -> Self {
        Self {
            organisation: String::new(),
            zone: 1,
            zone_pick: choose::State::default(),
            day_ends: "00:00".to_owned(),
            login: String::new(),
            name: String::new(),
            password: String::new(),
            again: String::new(),
            calendars: true,
            rehearsal: false,
            path: String::new(),
            path_changed: false,
            folder: PathBuf::new(),
            placed: false,
            tried: false,
        }
    }
}

impl Create {
    /// The time zone's IANA name.
    #[must_use]
    pub fn zone_name(&self) -> &'static str {
        ZONES.get(self.zone).map_or("UTC", |(name, _)| name)
    }

    /// Takes the file that was chosen in the dialog.
    pub fn put_at(&mut self, path: &std::path::Path) {
        self.path = path.display().to_string();
        self.path_changed = true;
    }

    fn propose_path(&mut self) {
        if self.path_changed {
            return;
        }
        let fits = |letter: &char| letter.is_alphanumeric() || matches!(letter, ' ' | '-' | '_');
        let name: String = self.organisation.trim().chars().filter(fits).collect();
        let name = if name.is_empty() { "norma".to_owned() } else { name };
        self.path = self.folder.join(format!("{name}.norma")).display().to_string();
    }

    /// What is wrong with each field, by the key of the text; all empty when the floor can be made.
    fn faults(&self) -> [&'static str; 6] {
        let lacks = |text: &str| if text.trim().is_empty() { "welcome-lacks" } else { "" };
        let login = if self.login.trim().is_empty() {
            "welcome-lacks"
        } else if Code::new(self.login.trim()).is_err() {
            "welcome-login-wrong"
        } else {
            ""
        };
        let short = if self.password.chars().count() < PASSWORD_MIN { "welcome-password-short" } else { "" };
        let differ = if self.password == self.again { "" } else { "welcome-passwords-differ" };
        let day = if DayEnd::try_from(self.day_ends.trim().to_owned()).is_ok() { "" } else { "welcome-day-ends-wrong" };
        [lacks(&self.organisation), day, login, lacks(&self.name), short, differ]
    }
}

/// Draws the form.
pub(super) fn show(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Create, wishes: &mut Vec<Wish>) {
    form.propose_path();
    let faults = form.faults();
    let least = PASSWORD_MIN.to_string();
    let faults = faults.map(|key| {
        if key.is_empty() || !form.tried { String::new() } else { lang.with(key, &[("least", Arg::Text(&least))]) }
    });
    middle(ui, 820.0, |ui| {
        sign(ui, lang, &lang.t("welcome-create-title"));
        news(ui, view);
        ui.add_enabled_ui(view.busy.is_none(), |ui| {
            card::columns(ui, 2, |columns| {
                if let [left, right] = columns {
                    director(right, lang, form, &faults);
                    organisation(left, lang, form, right.min_rect().height(), &faults);
                }
            });
            file(ui, lang, form, wishes);
        });
    });
}

fn organisation(ui: &mut Ui, lang: Lang, form: &mut Create, height: f32, faults: &[String; 6]) {
    let [organisation, day, ..] = faults;
    card::card(ui, &lang.t("welcome-organisation"), |ui| {
        card::fill(ui, height);
        ui.spacing_mut().item_spacing.y = space::M;
        let label = lang.t("welcome-organisation-name");
        let name = field::text(ui, &Field { error: organisation, ..Field::new(&label) }, &mut form.organisation);
        if !form.placed {
            form.placed = true;
            name.request_focus();
        }
        let names: Vec<String> = ZONES.iter().map(|(_, key)| lang.t(key)).collect();
        let items: Vec<Item<'_>> =
            ZONES.iter().zip(&names).map(|((id, _), name)| Item { id, name, code: id, group: "" }).collect();
        let choose = Choose {
            label: &lang.t("welcome-zone"),
            placeholder: &lang.t("welcome-zone-find"),
            nothing: &lang.t("app-nothing-found"),
            key: "",
            hint: "",
        };
        if let Some(zone) = choose.show(ui, &mut form.zone_pick, &items, Some(form.zone)) {
            form.zone = zone;
        }
        let (label, hint) = (lang.t("welcome-day-ends"), lang.t("welcome-day-ends-hint"));
        field::text(ui, &Field { hint: &hint, error: day, ..Field::new(&label) }, &mut form.day_ends);
        ui.checkbox(&mut form.calendars, lang.t("welcome-calendars"));
        ui.checkbox(&mut form.rehearsal, lang.t("welcome-rehearsal")).on_hover_text(lang.t("welcome-rehearsal-hint"));
    });
}

fn director(ui: &mut Ui, lang: Lang, form: &mut Create, faults: &[String; 6]) {
    let [_, _, login, name, short, differ] = faults;
    card::card(ui, &lang.t("welcome-director"), |ui| {
        ui.spacing_mut().item_spacing.y = space::M;
        let label = lang.t("welcome-director-name");
        field::text(ui, &Field { error: name, ..Field::new(&label) }, &mut form.name);
        let (label, hint) = (lang.t("welcome-login"), lang.t("welcome-login-hint"));
        field::text(ui, &Field { error: login, hint: &hint, ..Field::new(&label) }, &mut form.login);
        let label = lang.t("welcome-password");
        field::text(ui, &Field { error: short, password: true, ..Field::new(&label) }, &mut form.password);
        let label = lang.t("welcome-password-again");
        field::text(ui, &Field { error: differ, password: true, ..Field::new(&label) }, &mut form.again);
    });
}

fn file(ui: &mut Ui, lang: Lang, form: &mut Create, wishes: &mut Vec<Wish>) {
    card::card(ui, "", |ui| {
        ui.horizontal(|ui| {
            let (label, browse) = (lang.t("welcome-file"), lang.t("welcome-browse"));
            let width = ui.available_width() - 140.0;
            let field = Field { width: Some(width), ..Field::new(&label) };
            if field::text(ui, &field, &mut form.path).changed() {
                form.path_changed = true;
            }
            ui.vertical(|ui| {
                ui.add_space(space::L + space::XS);
                if Button::secondary(&browse).icon(icons::FOLDER_OPEN).show(ui).clicked() {
                    wishes.push(Wish::BrowseNew);
                }
            });
        });
        ui.add_space(space::XS);
        ui.horizontal(|ui| {
            if Button::primary(&lang.t("welcome-make")).icon(icons::CHECK).show(ui).clicked() {
                form.tried = true;
                if form.faults().iter().all(|fault| fault.is_empty()) {
                    wishes.push(Wish::Create);
                }
            }
            if Button::quiet(&lang.t("welcome-back")).icon(icons::ARROW_LEFT).key("Esc").show(ui).clicked() {
                wishes.push(Wish::Back);
            }
        });
    });
}
