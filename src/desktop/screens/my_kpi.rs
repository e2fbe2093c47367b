//! The own KPI: one's own month ([`super::person_month`]) under its title.

use egui::{Key, Ui};

use super::person_month::{self, View};
use crate::desktop::action::{Action, Answer, Tag};
use crate::desktop::icons;
use crate::desktop::keys::{self, ActionInfo};
use crate::desktop::theme::Kind;
use crate::desktop::widgets::{card, turn};
use crate::domain::month::Month;
use crate::locale::Lang;

/// Keys of this screen, for F1.
pub const KEYS: &[(&str, &str)] = person_month::KEYS;

/// What the screen remembers.
#[derive(Debug, Default)]
pub struct Form {
    month: person_month::Form,
}

impl Form {
    /// What is asked of the floor.
    #[must_use]
    pub fn wanted(&self) -> person_month::Wanted {
        self.month.wanted()
    }

    /// Takes the outcome of a command; this screen sends none.
    pub fn answered(&mut self, _tag: Tag, answer: Answer<'_>, _lang: Lang, actions: &mut Vec<Action>) {
        if let Err(text) = answer {
            actions.push(Action::Say(Kind::Bad, text.to_owned()));
        }
    }
}

const BACK: ActionInfo<()> = ActionInfo::new((), "kpi-key-back", icons::X).plain(Key::Escape);

/// Draws the screen.
pub fn show(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form, actions: &mut Vec<Action>) {
    if keys::is_pressed(ui.ctx(), &BACK) {
        form.month.back();
    }
    person_month::keyboard(ui, view, &mut form.month, actions);
    let (shown, today) = (view.month.month, view.month.today);
    card::content(ui, |ui| {
        let mut turned = None;
        card::screen_title(ui, &lang.t("kpi-title"), |ui| {
            turned = turn::month(ui, lang, shown, Some(Month::of(today)));
        });
        if let Some(way) = turned {
            form.month.turn(shown, today, way);
        }
        person_month::show(ui, lang, view, &mut form.month, actions);
    });
}
