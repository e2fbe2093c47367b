//! What a floor still lacks before people can work on it: a department, a supervisor, operators, passwords. The next of these
//! stands over the list with the button that does it.

use egui::Ui;

use super::{Act, View, key_of, words};
use crate::desktop::icons;
use crate::desktop::screens::norms::layout;
use crate::desktop::theme::{Kind, Theme, measure, space};
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::{badge, card, state};
use crate::domain::people::Role;
use crate::locale::{Arg, Lang};

/// What comes next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// There is no department.
    Department,
    /// Nobody is a supervisor.
    Supervisor,
    /// Nobody is an operator.
    Operator,
    /// So many have a login and no password.
    Passwords(usize),
}

impl Step {
    /// The role of who is to be added next.
    pub fn role(self) -> Option<Role> {
        match self {
            Self::Supervisor => Some(Role::Supervisor),
            Self::Operator => Some(Role::Operator),
            Self::Department | Self::Passwords(_) => None,
        }
    }
}

/// The next step; none on a floor that lacks nothing.
pub(super) fn next(view: &View<'_>) -> Option<Step> {
    let today = view.me.work_day;
    let here = || view.people.people.iter().filter(|person| !words::has_left(person, today));
    let holds = |role: Role| here().any(|person| words::held(person).contains(&role));
    if view.people.departments.is_empty() {
        return Some(Step::Department);
    }
    if !holds(Role::Supervisor) {
        return Some(Step::Supervisor);
    }
    if !holds(Role::Operator) {
        return Some(Step::Operator);
    }
    let lacking = here().filter(|person| words::lacks_password(person, today)).count();
    (lacking > 0).then_some(Step::Passwords(lacking))
}

/// The floor without a department: what comes first, and what follows.
pub(super) fn first(ui: &mut Ui, lang: Lang) -> Option<Act> {
    card::card(ui, "", |ui| {
        ui.set_min_height(layout::card_room(ui));
        let (title, text, button) =
            (lang.t("people-empty"), lang.t("people-empty-text"), lang.t("people-empty-button"));
        let key = key_of(ui, Act::Department);
        let empty = state::Empty {
            icon: icons::USERS_THREE,
            title: &title,
            text: &text,
            button: &button,
            button_icon: icons::PLUS,
            key: &key,
        };
        let pressed = state::empty(ui, &empty).then_some(Act::Department);
        road(ui, lang);
        ui.add_space(space::L);
        let mut import = false;
        ui.vertical_centered(|ui| {
            ui.set_max_width(measure::TEXT);
            layout::quiet(ui, &lang.t("people-empty-file"));
            let (word, key) = (lang.t("people-import"), key_of(ui, Act::Import));
            import = Button::quiet(&word).icon(icons::UPLOAD_SIMPLE).key(&key).show(ui).clicked();
        });
        pressed.or(import.then_some(Act::Import))
    })
    .inner
}

/// The way from here to a working floor, in four lines.
fn road(ui: &mut Ui, lang: Lang) {
    let width = measure::TEXT;
    let left = ((ui.available_width() - width) / 2.0).max(0.0);
    ui.horizontal(|ui| {
        ui.add_space(left);
        ui.vertical(|ui| {
            ui.set_max_width(width);
            ui.spacing_mut().item_spacing.y = space::S;
            for (number, key) in (1..).zip(["department", "supervisor", "operators", "passwords"]) {
                ui.horizontal(|ui| {
                    ui.spacing_mut().item_spacing.x = space::M;
                    ui.label(Theme::of(ui).bold(number.to_string()));
                    ui.add(egui::Label::new(lang.t(&format!("people-road-{key}"))).wrap());
                });
            }
        });
    });
}

/// What comes next on a floor that has begun; says whether its button was pressed.
pub(super) fn strip(ui: &mut Ui, lang: Lang, view: &View<'_>, step: Step) -> bool {
    let department = view.people.departments.first().map(|one| one.name.clone()).unwrap_or_default();
    let named = [("department", Arg::Text(&department))];
    let (kind, text, button) = match step {
        Step::Department => return false,
        Step::Supervisor => {
            (Kind::Accent, lang.with("people-next-supervisor", &named), "people-next-supervisor-button")
        }
        Step::Operator => (Kind::Accent, lang.with("people-next-operator", &named), "people-next-operator-button"),
        Step::Passwords(count) => {
            (Kind::Warn, lang.with("people-next-passwords", &[("count", count.into())]), "people-next-passwords-button")
        }
    };
    badge::banner(ui, kind, &text, &lang.t(button))
}
