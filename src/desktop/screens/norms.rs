//! Norms: the sets of the department, the chosen one as a table, and what a draft needs to become an order.
//!
//! Who keeps sets drafts, edits and submits them; others read. Every change goes out as a command; the table shows what the floor answers.

mod bar;
mod dialogs;
mod edit;
mod lacks;
pub mod layout;
mod lines;
mod list;
mod set;
mod steps;
mod terms;
pub mod words;

use egui::Ui;
use uuid::Uuid;

use crate::desktop::action::{Action, Answer, Tag};
use crate::desktop::icons;
use crate::desktop::keys::{self, ActionInfo};
use crate::desktop::screens::report;
use crate::desktop::theme::{Kind, space};
use crate::desktop::widgets::button::{Button, icon_button};
use crate::desktop::widgets::{badge, card, state};
use crate::locale::{Arg, Lang};
use crate::views::norms::{ActionsView, SetView, SetsView};
use crate::views::pilot::{PilotView, ReplayView};
use crate::views::studies::{DriftView, StudiesView};

/// Keys of this screen, for F1.
pub const KEYS: &[(&str, &str)] = &[
    ("N", "norms-key-new"),
    ("↑ ↓", "norms-key-rows"),
    ("Enter", "norms-key-edit"),
    ("T", "norms-key-terms"),
    ("P", "norms-key-pilot"),
    ("R", "norms-key-report"),
    ("Ctrl+Enter", "norms-key-submit"),
    ("Esc", "norms-key-close"),
];

const DRAFT: Tag = "norms-draft";
const LINE: Tag = "norms-line";
const SUBMIT: Tag = "norms-submit";
const TERMS: Tag = "norms-terms";
const PILOT: Tag = "norms-pilot";
const WITHDRAW: Tag = "norms-withdraw";

const NEW: ActionInfo<()> = ActionInfo::new((), "norms-new", icons::PLUS).plain(egui::Key::N);
const REPORT: ActionInfo<()> = ActionInfo::new((), "norms-report", icons::CHART_LINE_UP).plain(egui::Key::R);
const TRY_OUT: ActionInfo<()> = ActionInfo::new((), "norms-pilot", icons::HOURGLASS_MEDIUM).plain(egui::Key::P);
const CHANGE: ActionInfo<()> = ActionInfo::new((), "norms-terms", icons::PENCIL_SIMPLE).plain(egui::Key::T);
const BACK: ActionInfo<()> = ActionInfo::new((), "norms-back", icons::ARROW_LEFT).plain(egui::Key::Escape);
const SEND: ActionInfo<()> = ActionInfo::new((), "norms-submit", icons::PAPER_PLANE_TILT).command(egui::Key::Enter);

/// The dialog that is open.
#[derive(Debug)]
enum Dialog {
    New(dialogs::NewSet),
    Line(edit::Line),
    Submit(steps::Submit),
    Terms(terms::Terms),
    Pilot(steps::Pilot),
    Withdraw(steps::Withdraw),
}

/// What the screen remembers.
#[derive(Debug, Default)]
pub struct Form {
    dialog: Option<Dialog>,
    sending: bool,
    /// The chosen set, so that the list and the table agree while its view is on the way.
    chosen: Option<Uuid>,
    set_row: Option<usize>,
    line_row: Option<usize>,
    /// Remarks that came with the last answer, with the set they are about.
    remarks: Vec<String>,
    remarks_of: Option<Uuid>,
    /// The report of the chosen set is on screen.
    reading: bool,
    report: report::Form,
}

/// What the screen shows.
#[derive(Debug)]
pub struct View<'a> {
    /// The sets that may be seen.
    pub sets: &'a SetsView,
    /// The set that was last chosen.
    pub set: Option<&'a SetView>,
    /// The catalogue.
    pub catalogue: &'a ActionsView,
    /// Every study that may be seen.
    pub studies: Option<&'a StudiesView>,
    /// The norms in force against real handling times.
    pub drift: Option<&'a DriftView>,
    /// Where the pilot of the set on screen stands.
    pub pilot: Option<&'a PilotView>,
    /// The set on screen applied to closed days.
    pub replay: Option<&'a ReplayView>,
    /// Why one of these two has not come.
    pub report_trouble: Option<String>,
}

impl Form {
    /// Takes the outcome of a command.
    pub fn answered(&mut self, tag: Tag, answer: Answer<'_>, lang: Lang, actions: &mut Vec<Action>) {
        self.sending = false;
        let accepted = match answer {
            Ok(accepted) => accepted,
            Err(text) => return self.refused(text, actions),
        };
        self.remarks = accepted.warnings.iter().map(|warning| lang.warning(warning)).collect();
        self.remarks_of = self.chosen;
        match (tag, self.dialog.take()) {
            (DRAFT, Some(Dialog::New(new))) => {
                self.remarks_of = Some(new.set);
                self.choose(new.set, actions);
                actions.push(Action::Say(Kind::Ok, lang.t("norms-drafted")));
            }
            (SUBMIT, _) => actions.push(Action::Say(Kind::Ok, lang.t("norms-submitted"))),
            (LINE, _) => actions.push(Action::Say(Kind::Ok, lang.t("norms-line-saved"))),
            (TERMS, _) => actions.push(Action::Say(Kind::Ok, lang.t("norms-terms-saved"))),
            (WITHDRAW, _) => actions.push(Action::Say(Kind::Ok, lang.t("norms-withdrawn"))),
            (PILOT, Some(Dialog::Pilot(pilot))) => {
                let (from, to) = pilot.days(lang);
                let named = [("from", Arg::Text(&from)), ("to", Arg::Text(&to))];
                actions.push(Action::Say(Kind::Ok, lang.with("norms-pilot-begun", &named)));
            }
            _ => {}
        }
    }

    fn refused(&mut self, text: &str, actions: &mut Vec<Action>) {
        match &mut self.dialog {
            Some(Dialog::New(new)) => text.clone_into(&mut new.error),
            Some(Dialog::Line(line)) => line.refused(text),
            Some(Dialog::Submit(submit)) => text.clone_into(&mut submit.error),
            Some(Dialog::Terms(terms)) => text.clone_into(&mut terms.error),
            Some(Dialog::Pilot(pilot)) => text.clone_into(&mut pilot.error),
            Some(Dialog::Withdraw(withdraw)) => text.clone_into(&mut withdraw.error),
            None => actions.push(Action::Say(Kind::Bad, text.to_owned())),
        }
    }

    /// Whether the report of a set is on screen.
    #[must_use]
    pub fn is_reading(&self) -> bool {
        self.reading
    }

    fn choose(&mut self, set: Uuid, actions: &mut Vec<Action>) {
        self.chosen = Some(set);
        self.line_row = None;
        self.reading = false;
        self.report.leave(actions);
        actions.push(Action::SelectSet(Some(set)));
    }
}

/// Draws the screen; says whether what did not come is to be asked for once more.
pub fn show(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form, actions: &mut Vec<Action>) -> bool {
    let (sets, set) = (view.sets, view.set);
    follow(sets, set, form, actions);
    let set = set.filter(|set| form.chosen == Some(set.set));
    if let Some(set) = set.filter(|_| form.reading) {
        return page(ui, lang, view, set, form, actions);
    }
    let keeps = !sets.departments.is_empty();
    if keeps && form.dialog.is_none() && keys::is_pressed(ui.ctx(), &NEW) {
        form.dialog = Some(Dialog::New(dialogs::NewSet::new(lang, sets, set)));
    }
    card::content(ui, |ui| {
        let key = NEW.key_text(ui.ctx(), &|_| None);
        card::screen_title(ui, &lang.t("norms-title"), |ui| {
            if keeps && Button::secondary(&lang.t("norms-new")).icon(icons::PLUS).key(&key).show(ui).clicked() {
                form.dialog = Some(Dialog::New(dialogs::NewSet::new(lang, sets, set)));
            }
        });
        if sets.sets.is_empty() {
            nothing(ui, lang, sets, form);
            return;
        }
        list::show(ui, lang, sets, form, actions);
        match set {
            Some(set) => set::show(ui, lang, view, set, form, actions),
            None => {
                card::card(ui, "", |ui| state::loading(ui, &lang.t("norms-loading"), 8));
            }
        }
    });
    if form.dialog.is_some() {
        dialogs::show(ui, lang, view, set, form, actions);
    }
    false
}

/// The report of the chosen set over the whole screen, with the way back.
fn page(ui: &mut Ui, lang: Lang, view: &View<'_>, set: &SetView, form: &mut Form, actions: &mut Vec<Action>) -> bool {
    let mut back = keys::is_pressed(ui.ctx(), &BACK);
    let mut again = false;
    card::content(ui, |ui| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            back |= icon_button(ui, icons::ARROW_LEFT, &lang.t("norms-back"), "Esc").clicked();
            card::screen_title(ui, &set.name, |ui| {
                let (kind, icon, word) = words::state(set.state);
                badge::badge_with(ui, kind, icon, &lang.t(&word));
            });
        });
        let report = report::View {
            set: set.set,
            brief: set.pilot.as_ref(),
            pilot: view.pilot,
            replay: view.replay,
            trouble: view.report_trouble.clone(),
            today: view.sets.today,
        };
        again = report::show(ui, lang, &report, &mut form.report, actions);
    });
    if back {
        form.reading = false;
        form.report.leave(actions);
    }
    again
}

/// The list and the view of the set follow each other: what the window shows is chosen, else the newest.
fn follow(sets: &SetsView, set: Option<&SetView>, form: &mut Form, actions: &mut Vec<Action>) {
    if form.chosen.is_none() {
        let first = set.map(|set| set.set).or_else(|| sets.sets.first().map(|set| set.set));
        if let Some(first) = first {
            form.choose(first, actions);
        }
    }
    form.set_row = sets.sets.iter().position(|brief| form.chosen == Some(brief.set));
}

fn nothing(ui: &mut Ui, lang: Lang, sets: &SetsView, form: &mut Form) {
    let keeps = !sets.departments.is_empty();
    let (title, button) = (lang.t("norms-empty"), lang.t("norms-new"));
    let text = lang.t(if keeps { "norms-empty-text" } else { "norms-empty-director" });
    let key = NEW.key_text(ui.ctx(), &|_| None);
    let empty = state::Empty { icon: icons::SCALES, title: &title, text: &text, ..state::Empty::default() };
    let empty =
        if keeps { state::Empty { button: &button, button_icon: icons::PLUS, key: &key, ..empty } } else { empty };
    card::card(ui, "", |ui| {
        if state::empty(ui, &empty) {
            form.dialog = Some(Dialog::New(dialogs::NewSet::new(lang, sets, None)));
        }
    });
}
