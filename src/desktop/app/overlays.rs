//! What floats over the window: the palette of commands, the keys of the place on screen, and what was said.

use egui::Ui;

use super::menu::{self, Act, Does};
use super::{App, Stage, Way};
use crate::desktop::action::{Action, Place};
use crate::desktop::screens;
use crate::desktop::widgets::palette::{self, PaletteWords};

impl App {
    /// What floats over everything: palette, key help, toasts.
    pub(super) fn overlays(&mut self, ui: &Ui) {
        let lang = self.lang;
        if let Stage::Work(work) = &self.stage {
            if self.palette.open {
                self.show_palette(ui);
            } else if self.help {
                let here = menu::help(ui.ctx(), lang, work);
                self.show_help(ui, &here);
            }
        } else if self.help {
            let here: Vec<_> =
                screens::welcome::KEYS.iter().map(|(key, does)| ((*key).to_owned(), lang.t(does))).collect();
            self.show_help(ui, &here);
        }
        match self.toasts.show(ui, &lang.t("app-close")) {
            Some(Way::Undo(place, by)) => self.undo(ui.ctx(), place, by),
            Some(Way::Correct(ticket)) => self.carry_out_at(ui.ctx(), Place::Desk, vec![Action::CorrectTicket(ticket)]),
            None => {}
        }
    }

    fn show_palette(&mut self, ui: &Ui) {
        let lang = self.lang;
        let Stage::Work(work) = &self.stage else { return };
        let entries = menu::entries(ui.ctx(), lang, work);
        let commands: Vec<palette::Command<'_>> = entries
            .iter()
            .map(|entry| palette::Command { icon: entry.icon, name: &entry.name, group: &entry.group, key: &entry.key })
            .collect();
        let (name, placeholder, nothing) =
            (lang.t("app-palette"), lang.t("app-palette-find"), lang.t("app-nothing-found"));
        let words = PaletteWords { name: &name, placeholder: &placeholder, nothing: &nothing };
        let chosen = self.palette.show(ui, &words, &commands);
        match chosen.and_then(|place| entries.get(place)).map(|entry| entry.does) {
            Some(Does::Window(act)) => self.act(ui.ctx(), act),
            Some(Does::Stopwatch(act)) => self.stopwatch(ui.ctx(), act),
            Some(does) => {
                if let Stage::Work(work) = &mut self.stage {
                    work.press(does);
                }
            }
            None => {}
        }
    }

    fn show_help(&mut self, ui: &Ui, here: &[(String, String)]) {
        let lang = self.lang;
        let everywhere: Vec<(String, String)> = menu::ACTS
            .iter()
            .filter(|info| info.shortcut.is_some() && !matches!(info.id, Act::Go(_)))
            .map(|info| (menu::key_of(ui.ctx(), lang, info.id), lang.t(info.name_key)))
            .chain([(self.go_keys(), lang.t("app-go")), ("Tab".to_owned(), lang.t("app-tab"))])
            .collect();
        let here: Vec<palette::HelpLine<'_>> = here.iter().map(|(key, text)| (key.as_str(), text.as_str())).collect();
        let everywhere: Vec<palette::HelpLine<'_>> =
            everywhere.iter().map(|(key, text)| (key.as_str(), text.as_str())).collect();
        let (this, every) = (lang.t("app-keys-here"), lang.t("app-keys-everywhere"));
        let groups: [(&str, &[palette::HelpLine<'_>]); 2] = [(&this, &here), (&every, &everywhere)];
        palette::key_help(ui, &mut self.help, &lang.t("app-help"), &lang.t("app-close"), &groups);
    }

    /// The digits that lead to places, as many as are open.
    fn go_keys(&self) -> String {
        let open = self.work().map_or(0, |work| work.places().len());
        let reached = menu::ACTS.iter().filter(|info| matches!(info.id, Act::Go(number) if number < open)).count();
        format!("Ctrl+1…{reached}")
    }
}
