//! The audit journal: who did what when, newest first, page by page; one entry with what it wrote; and the check and copies of the
//! whole file.
//!
//! The journal tells neither money nor what people wrote nor passwords: these stand where the policy lets them be read.

mod check;
mod entry;
mod list;
pub mod words;

pub use list::AREAS;

use egui::{Key, Modifiers, Ui};

use super::norms::layout;
use crate::desktop::action::Action;
use crate::desktop::app::keeping::Keeping;
use crate::desktop::icons;
use crate::desktop::keys::{self, ActionInfo};
use crate::desktop::theme::space;
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::{card, state};
use crate::floor::question::{AskAudit, AskEntry};
use crate::locale::{Arg, Lang};
use crate::views::journal::{AuditView, EntryView};
use crate::views::people::{MeView, PeopleView};

/// What can be done here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// Narrow the journal.
    Find,
    /// Newer entries.
    Newer,
    /// Older entries.
    Older,
    /// Open the chosen entry.
    Open,
    /// Check the whole file.
    Check,
    /// Copy the whole file.
    Copy,
    /// End what is under way.
    End,
}

/// The acts with their keys.
pub const ACTS: [ActionInfo<Act>; 7] = [
    ActionInfo::new(Act::Find, "journal-find", icons::FUNNEL).command(Key::F),
    ActionInfo::new(Act::Newer, "journal-newer", icons::CARET_LEFT).shortcut(Modifiers::ALT, Key::ArrowLeft),
    ActionInfo::new(Act::Older, "journal-older", icons::CARET_RIGHT).shortcut(Modifiers::ALT, Key::ArrowRight),
    ActionInfo::new(Act::Open, "journal-open", icons::MAGNIFYING_GLASS).plain(Key::O),
    ActionInfo::new(Act::Check, "journal-check", icons::SHIELD_CHECK).plain(Key::V),
    ActionInfo::new(Act::Copy, "journal-copy", icons::DATABASE).plain(Key::B),
    ActionInfo::new(Act::End, "journal-end", icons::STOP).plain(Key::Backspace),
];

/// The keys that are no act of their own, for F1.
pub const KEYS: &[(&str, &str)] = &[
    ("1 2", "journal-key-page"),
    ("↑ ↓", "journal-key-rows"),
    ("Enter", "journal-open"),
    ("C", "journal-key-copy"),
    ("Esc", "norms-key-close"),
];

/// A page of the screen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Page {
    /// The entries.
    #[default]
    Entries,
    /// The check and the copies.
    File,
}

/// What the screen shows.
#[derive(Debug, Clone, Copy)]
pub struct View<'a> {
    /// Who is signed in, and what they may do here.
    pub me: &'a MeView,
    /// The page of the journal.
    pub page: Option<&'a AuditView>,
    /// The entry that is open.
    pub entry: Option<&'a EntryView>,
    /// The people, to narrow by.
    pub people: Option<&'a PeopleView>,
    /// The check and the copy.
    pub keeping: &'a Keeping,
    /// Why something did not come.
    pub trouble: Option<&'a str>,
}

/// What the screen remembers.
#[derive(Debug, Default)]
pub struct Form {
    page: Page,
    list: list::Form,
    check: check::Form,
    /// The entry that is open.
    opened: Option<i64>,
    copied: bool,
    pressed: Vec<Act>,
}

impl Form {
    /// Does what was chosen in the palette.
    pub fn press(&mut self, act: Act) {
        self.pressed.push(act);
    }

    /// The acts that are open to a person.
    pub fn open_acts(keeps: bool) -> impl Iterator<Item = &'static ActionInfo<Act>> {
        ACTS.iter().filter(move |info| keeps || !matches!(info.id, Act::Check | Act::Copy | Act::End))
    }

    /// The page of the journal that is wanted.
    #[must_use]
    pub fn wanted(&self) -> AskAudit {
        self.list.wanted()
    }

    /// The entry that is wanted.
    #[must_use]
    pub fn entry_wanted(&self) -> Option<AskEntry> {
        self.opened.map(|seq| AskEntry { seq })
    }
}

/// Draws the screen; says whether what did not come is to be asked for once more.
pub fn show(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form, actions: &mut Vec<Action>) -> bool {
    if form.opened.is_none() {
        take_keys(ui, view, form, actions);
    }
    let again = card::content(ui, |ui| {
        card::screen_title(ui, &lang.t("journal-title"), |ui| head(ui, lang, view, form));
        match form.page {
            Page::File => {
                check::show(ui, lang, view, form, actions);
                false
            }
            Page::Entries => match view.page {
                Some(page) => {
                    list::show(ui, lang, view, page, form);
                    false
                }
                None => {
                    card::card(ui, "", |ui| {
                        if let Some(text) = view.trouble {
                            return state::error(ui, &lang.t("app-not-loaded"), text, &lang.t("app-retry"));
                        }
                        state::loading(ui, &lang.t("app-loading"), 8);
                        false
                    })
                    .inner
                }
            },
        }
    });
    if !form.pressed.is_empty() {
        ui.ctx().request_repaint();
    }
    dialog(ui, lang, view, form);
    again
}

fn take_keys(ui: &Ui, view: &View<'_>, form: &mut Form, actions: &mut Vec<Action>) {
    match keys::pressed_digit(ui.ctx()) {
        Some(1) => form.page = Page::Entries,
        Some(2) => form.page = Page::File,
        _ => {}
    }
    if let Some(info) = keys::pressed(ui.ctx(), &ACTS) {
        form.pressed.push(info.id);
    }
    let keeps = view.me.may.file_keep;
    for act in std::mem::take(&mut form.pressed) {
        if !Form::open_acts(keeps).any(|info| info.id == act) {
            continue;
        }
        match act {
            Act::Find => {
                form.page = Page::Entries;
                form.list.find_wanted = true;
            }
            Act::Newer if form.page == Page::Entries => form.list.newer(),
            Act::Older if form.page == Page::Entries => form.list.older(view.page),
            Act::Open if form.page == Page::Entries => form.opened = form.list.chosen(view.page),
            Act::Newer | Act::Older | Act::Open => {}
            Act::Check => {
                form.page = Page::File;
                actions.push(Action::CheckFile);
            }
            Act::Copy => {
                form.page = Page::File;
                actions.push(Action::CopyFile(format!("norma-{}.norma", view.me.work_day)));
            }
            Act::End => actions.push(Action::EndKeeping),
        }
    }
}

/// The pages, from right to left.
fn head(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form) {
    ui.spacing_mut().item_spacing.x = space::XS;
    let running = view.keeping.is_busy();
    for (page, word, key) in [(Page::File, "journal-page-file", "2"), (Page::Entries, "journal-page-entries", "1")] {
        let word = if page == Page::File && running { lang.t("journal-page-running") } else { lang.t(word) };
        let button = if form.page == page { Button::secondary(&word).selected(true) } else { Button::quiet(&word) };
        if button.key(key).show(ui).clicked() {
            form.page = page;
        }
    }
}

/// The entry that is open.
fn dialog(ui: &Ui, lang: Lang, view: &View<'_>, form: &mut Form) {
    let Some(seq) = form.opened else { return };
    let title = lang.with("journal-entry-title", &[("seq", Arg::Text(&lang.whole(seq)))]);
    let shown = layout::dialog(ui, lang, &title, 860.0, |ui| match view.entry.filter(|entry| entry.entry.seq == seq) {
        Some(entry) => entry::body(ui, lang, entry, &mut form.copied),
        None => match view.trouble {
            Some(text) => layout::quiet(ui, text),
            None => drop(state::loading(ui, &lang.t("app-loading"), 6)),
        },
    });
    if shown.closed {
        form.opened = None;
        form.copied = false;
    }
}
