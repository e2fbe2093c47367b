//! Studies: every reading, the flags to be decided, what the figures say, the operators side by side, the order in time, and what became of
//! the norm after its order.
//!
//! Who keeps studies decides and amends here; others look. Nothing changes by itself: every change goes out as a command, and the screen shows
//! what the floor answers. The stopwatch has its own chosen study: what is timed there is not disturbed by what is read here.

mod dialogs;
mod distribution;
mod drift;
mod flags;
mod head;
mod list;
mod operators;
pub(super) mod pieces;
mod readings;
mod rows;
mod time;
pub mod words;

use egui::{Key, Modifiers, Ui};
use uuid::Uuid;

use crate::desktop::action::{Action, Answer, Document, Place, StudyPage, Tag, UndoBy};
use crate::desktop::icons;
use crate::desktop::keys::{self, ActionInfo};
use crate::desktop::theme::{Kind, space};
use crate::desktop::widgets::{card, state};
use crate::floor::Accepted;
use crate::floor::command::{Command, StudyCommand, StudyOpen};
use crate::locale::{Arg, Lang};
use crate::views::norms::ActionsView;
use crate::views::studies::{DriftView, StudiesView, StudyView};

use dialogs::Dialog;

const DECIDE: Tag = "study-decide";
const ALIKE: Tag = "study-alike";
const AMEND: Tag = "study-amend";
const DESCRIBE: Tag = "study-describe";
const OPEN: Tag = "study-open";

/// What can be done here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// The page of readings.
    Readings,
    /// The page of open flags.
    Flags,
    /// The page of the distribution.
    Distribution,
    /// The page of operators.
    Operators,
    /// The page of the order in time.
    Time,
    /// The page of the norm after its order; in the list, the norms in force.
    Drift,
    /// The next page.
    NextPage,
    /// The page before.
    PreviousPage,
    /// Back to the list of studies.
    Back,
    /// Find by typing.
    Find,
    /// The next filter of the readings.
    Filter,
    /// Only the next operator's readings.
    ByOperator,
    /// Sort by the next column.
    Sort,
    /// Turn the order round.
    Turn,
    /// Decide the chosen reading.
    Decide,
    /// Count an excluded reading again.
    Keep,
    /// Put pace or note of the chosen reading right.
    Amend,
    /// Leave this flag for later.
    Skip,
    /// The flag before.
    Before,
    /// Decide all open flags alike.
    Alike,
    /// Write down the conditions.
    Conditions,
    /// A further study of the action.
    NewStudy,
    /// On to the stopwatch.
    Stopwatch,
    /// Write every reading as a workbook.
    Xlsx,
    /// Write every reading as CSV.
    Csv,
}

const BACKWARDS: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

/// What can be done here, with its keys.
pub const ACTS: [ActionInfo<Act>; 25] = [
    ActionInfo::new(Act::Readings, "study-act-readings", icons::TABLE).plain(Key::R),
    ActionInfo::new(Act::Flags, "study-act-flags", icons::FLAG).plain(Key::F),
    ActionInfo::new(Act::Distribution, "study-act-distribution", icons::CHART_BAR).plain(Key::D),
    ActionInfo::new(Act::Operators, "study-act-operators", icons::USERS).plain(Key::O),
    ActionInfo::new(Act::Time, "study-act-time", icons::CLOCK).plain(Key::T),
    ActionInfo::new(Act::Drift, "study-act-drift", icons::TREND_UP).plain(Key::A),
    ActionInfo::new(Act::NextPage, "study-act-next-page", icons::CARET_RIGHT).command(Key::Tab),
    ActionInfo::new(Act::PreviousPage, "study-act-previous-page", icons::CARET_LEFT).shortcut(BACKWARDS, Key::Tab),
    ActionInfo::new(Act::Back, "study-act-back", icons::ARROW_LEFT).plain(Key::Escape),
    ActionInfo::new(Act::Find, "study-act-find", icons::MAGNIFYING_GLASS).command(Key::F),
    ActionInfo::new(Act::Filter, "study-act-filter", icons::FUNNEL).plain(Key::V),
    ActionInfo::new(Act::ByOperator, "study-act-by-operator", icons::USER).plain(Key::P),
    ActionInfo::new(Act::Sort, "study-act-sort", icons::CARET_UP_DOWN).plain(Key::S),
    ActionInfo::new(Act::Turn, "study-act-turn", icons::SWAP).plain(Key::I),
    ActionInfo::new(Act::Decide, "study-act-decide", icons::SCALES).plain(Key::Enter),
    ActionInfo::new(Act::Keep, "study-act-keep", icons::ARROW_U_UP_LEFT).plain(Key::K),
    ActionInfo::new(Act::Amend, "study-act-amend", icons::PENCIL_SIMPLE).plain(Key::E),
    ActionInfo::new(Act::Skip, "study-act-skip", icons::ARROW_RIGHT).plain(Key::ArrowRight),
    ActionInfo::new(Act::Before, "study-act-before", icons::ARROW_LEFT).plain(Key::ArrowLeft),
    ActionInfo::new(Act::Alike, "study-act-alike", icons::LIST_CHECKS).plain(Key::L),
    ActionInfo::new(Act::Conditions, "study-act-conditions", icons::NOTE).plain(Key::C),
    ActionInfo::new(Act::NewStudy, "study-act-new", icons::PLUS).plain(Key::N),
    ActionInfo::new(Act::Stopwatch, "study-act-stopwatch", icons::TIMER).plain(Key::W),
    ActionInfo::new(Act::Xlsx, "study-act-xlsx", icons::DOWNLOAD_SIMPLE).command(Key::E),
    ActionInfo::new(Act::Csv, "study-act-csv", icons::DOWNLOAD_SIMPLE).shortcut(BACKWARDS, Key::E),
];

/// The pages in their order, with the act that opens each.
const PAGES: [(StudyPage, Act); 6] = [
    (StudyPage::Readings, Act::Readings),
    (StudyPage::Flags, Act::Flags),
    (StudyPage::Distribution, Act::Distribution),
    (StudyPage::Operators, Act::Operators),
    (StudyPage::Time, Act::Time),
    (StudyPage::Drift, Act::Drift),
];

/// What the screen shows.
#[derive(Debug)]
pub struct View<'a> {
    /// The catalogue.
    pub actions: &'a ActionsView,
    /// Every study that may be seen.
    pub studies: &'a StudiesView,
    /// The study that was last chosen.
    pub study: Option<&'a StudyView>,
    /// Which answer `study` is: another number for every answer that came.
    pub edition: u64,
    /// Why there is no study.
    pub trouble: Option<String>,
    /// The norms in force against real handling times.
    pub drift: Option<&'a DriftView>,
    /// Why there is no drift.
    pub drift_trouble: Option<String>,
}

impl View<'_> {
    /// The name of an action in the reader's language.
    fn action_name(&self, lang: Lang, code: &str) -> String {
        let found = self.actions.actions.iter().find(|action| action.code == code);
        found.map_or_else(
            || code.to_owned(),
            |action| super::norms::words::name(lang, &action.name_ru, action.name_en.as_deref()).to_owned(),
        )
    }

    /// The name of an operator; of somebody who has left, as the study knows it.
    fn operator_name(&self, code: &str) -> String {
        let here = self.studies.operators.iter().find(|one| one.code == code);
        let seen = || {
            let operators = self.study.map(|study| study.report.operators.as_slice()).unwrap_or_default();
            operators.iter().map(|one| &one.operator).find(|one| one.code == code)
        };
        here.or_else(seen).map_or_else(|| code.to_owned(), |one| one.name.clone())
    }
}

/// What the screen remembers.
#[derive(Debug, Default)]
pub struct Form {
    /// The study on screen, so that list and pages agree while its view is on the way.
    chosen: Option<Uuid>,
    page: StudyPage,
    /// In the list: the norms in force instead of the studies.
    norms: bool,
    list: list::Form,
    readings: rows::Form,
    flags: flags::Form,
    drift: drift::Form,
    dialog: Option<Dialog>,
    /// A command is on its way.
    sending: bool,
    /// Acts chosen in the palette, to be done when the screen is drawn.
    pressed: Vec<Act>,
    /// A study just opened, with its action: the stopwatch takes it up when the floor has it.
    opening: Option<(Uuid, crate::domain::code::Code)>,
}

impl Form {
    /// Comes to a page of a study; without a study to the list, on the page of drift to the norms in force.
    pub fn come(&mut self, study: Option<Uuid>, page: StudyPage) {
        self.choose(study);
        self.norms = study.is_none() && page == StudyPage::Drift;
        self.page = page;
    }

    /// Does an act when the screen is drawn next.
    pub fn press(&mut self, act: Act) {
        self.pressed.push(act);
    }

    /// The acts that are open now; `keeps`: the person may decide.
    pub fn open_acts(&self, keeps: bool) -> impl Iterator<Item = &'static ActionInfo<Act>> {
        let open: Vec<&'static ActionInfo<Act>> = ACTS.iter().filter(|info| self.is_open(info.id, keeps)).collect();
        open.into_iter()
    }

    fn is_open(&self, act: Act, keeps: bool) -> bool {
        let (inside, page) = (self.chosen.is_some(), self.page);
        match act {
            Act::Readings | Act::Drift | Act::NextPage | Act::PreviousPage => true,
            Act::Back => inside || self.norms,
            Act::Find | Act::Sort | Act::Turn => (!inside && !self.norms) || (inside && page == StudyPage::Readings),
            Act::Filter | Act::ByOperator => inside && page == StudyPage::Readings,
            Act::Decide | Act::Keep | Act::Amend => keeps && inside && page == StudyPage::Readings,
            Act::Skip | Act::Before => inside && page == StudyPage::Flags,
            Act::Alike => keeps && inside && page == StudyPage::Flags,
            Act::Conditions => keeps && inside,
            Act::NewStudy => keeps && (inside || self.norms),
            Act::Stopwatch => keeps,
            Act::Flags | Act::Distribution | Act::Operators | Act::Time | Act::Xlsx | Act::Csv => inside,
        }
    }

    fn choose(&mut self, study: Option<Uuid>) {
        if self.chosen != study {
            self.chosen = study;
            self.readings = rows::Form::default();
            self.flags = flags::Form::default();
            self.dialog = None;
        }
    }

    /// Takes the outcome of a command.
    pub fn answered(&mut self, tag: Tag, answer: Answer<'_>, lang: Lang, actions: &mut Vec<Action>) {
        self.sending = false;
        let accepted = match answer {
            Ok(accepted) => accepted,
            Err(text) => return self.refused(text, actions),
        };
        match tag {
            DECIDE => {
                self.flags.accepted();
                self.done(lang, "study-said-decided", accepted, actions);
            }
            ALIKE => self.done(lang, "study-said-alike", accepted, actions),
            AMEND => self.done(lang, "study-said-amended", accepted, actions),
            DESCRIBE => self.done(lang, "study-said-described", accepted, actions),
            OPEN => {
                if let Some((study, action)) = self.opening.take() {
                    actions.push(Action::Say(Kind::Ok, lang.t("study-said-opened")));
                    actions.push(Action::TimeStudy { action, study });
                }
            }
            _ => actions.push(Action::Say(Kind::Ok, lang.t("study-said-undone"))),
        }
    }

    fn done(&mut self, lang: Lang, key: &str, accepted: &Accepted, actions: &mut Vec<Action>) {
        self.dialog = None;
        let text = lang.t(key);
        actions.push(match undo_of(accepted) {
            Some(command) => Action::SayUndo(Kind::Ok, text, UndoBy::Command(Box::new(command))),
            None => Action::Say(Kind::Ok, text),
        });
    }

    fn refused(&mut self, text: &str, actions: &mut Vec<Action>) {
        self.opening = None;
        self.flags.refused();
        match &mut self.dialog {
            Some(dialog) => dialog.fail(text),
            None => actions.push(Action::Say(Kind::Bad, text.to_owned())),
        }
    }

    fn send(&mut self, tag: Tag, command: StudyCommand, actions: &mut Vec<Action>) {
        self.sending = true;
        actions.push(Action::Send { tag, command: Box::new(Command::Study(command)) });
    }

    /// Opens a further study of an action; the stopwatch takes it up when the floor has accepted it.
    fn open_new(&mut self, action: &str, actions: &mut Vec<Action>) {
        let Ok(code) = crate::domain::code::Code::new(action) else { return };
        if self.sending {
            return;
        }
        let study = Uuid::now_v7();
        self.opening = Some((study, code.clone()));
        self.send(OPEN, StudyCommand::StudyOpen(StudyOpen { study, action: code, conditions: None }), actions);
    }
}

/// The command that takes something back, as the floor named it.
fn undo_of(accepted: &Accepted) -> Option<Command> {
    let undo = accepted.undo.as_ref()?;
    Command::from_wire(undo.get("do")?.as_str()?, undo.get("with")?).ok()
}

/// How many norms in force no longer agree with real handling times.
#[must_use]
pub fn drifted(view: &DriftView) -> usize {
    view.norms.iter().filter(|norm| words::is_drifted(norm.verdict)).count()
}

/// What waits here, in words.
#[must_use]
pub fn waiting_words(lang: Lang, flags: usize, drifted: usize) -> String {
    let part = |key: &str, count: usize| (count > 0).then(|| lang.with(key, &[("count", Arg::from(count))]));
    let parts = [part("app-waiting-flags", flags), part("study-waiting-drifted", drifted)];
    parts.into_iter().flatten().collect::<Vec<String>>().join("; ")
}

/// Draws the screen; says whether what did not come is to be asked for once more.
pub fn show(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form, actions: &mut Vec<Action>) -> bool {
    let study = view.study.filter(|study| form.chosen == Some(study.study));
    take_keys(ui, lang, view, study, form, actions);
    // An act may have left the study.
    let study = study.filter(|study| form.chosen == Some(study.study));
    let mut again = false;
    card::content(ui, |ui| {
        match (form.chosen, study) {
            (None, _) => again = list::show(ui, lang, view, form, actions),
            (Some(_), Some(study)) => inside(ui, lang, view, study, form, actions),
            (Some(_), None) => again = not_here(ui, lang, view.trouble.as_deref(), "study-loading"),
        }
        // After the tables, which scroll by themselves.
        scroll(ui);
    });
    if let Some(study) = study {
        dialogs::show(ui, lang, view, study, form, actions);
    }
    again
}

/// What stands where something is on its way, or did not come; says whether to ask for it once more.
fn not_here(ui: &mut Ui, lang: Lang, trouble: Option<&str>, loading: &str) -> bool {
    card::card(ui, "", |ui| {
        if let Some(text) = trouble {
            return state::error(ui, &lang.t("app-not-loaded"), text, &lang.t("app-retry"));
        }
        state::loading(ui, &lang.t(loading), 8);
        false
    })
    .inner
}

fn inside(ui: &mut Ui, lang: Lang, view: &View<'_>, study: &StudyView, form: &mut Form, actions: &mut Vec<Action>) {
    ui.spacing_mut().item_spacing.y = space::M;
    let pressed = head::show(ui, lang, view, study, form);
    if let Some(act) = pressed {
        form.press(act);
        ui.ctx().request_repaint();
    }
    match form.page {
        StudyPage::Readings => readings::show(ui, lang, view, study, form),
        StudyPage::Flags => flags::show(ui, lang, view, study, form, actions),
        StudyPage::Distribution => distribution::show(ui, lang, study),
        StudyPage::Operators => operators::show(ui, lang, study),
        StudyPage::Time => time::show(ui, lang, view, study, form),
        StudyPage::Drift => drift::page(ui, lang, view, study, form, actions),
    }
}

/// Page keys scroll while no control has the keyboard.
fn scroll(ui: &Ui) {
    if ui.memory(|memory| memory.focused().is_some()) || keys::is_covered(ui.ctx()) {
        return;
    }
    let step = ui.clip_rect().height() * 0.8;
    let taken = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let at_once = egui::style::ScrollAnimation::none();
    if taken(Key::PageDown) {
        ui.scroll_with_delta_animation(egui::vec2(0.0, -step), at_once);
    }
    if taken(Key::PageUp) {
        ui.scroll_with_delta_animation(egui::vec2(0.0, step), at_once);
    }
}

/// Takes the keys that are this screen's, and what was chosen in the palette.
fn take_keys(
    ui: &Ui,
    lang: Lang,
    view: &View<'_>,
    study: Option<&StudyView>,
    form: &mut Form,
    actions: &mut Vec<Action>,
) {
    let keeps = view.studies.keeps;
    // A control reached by Tab keeps Enter and the arrows.
    let held = ui.memory(|memory| memory.focused().is_some());
    let free = |act: Act| !(held && matches!(act, Act::Decide | Act::Skip | Act::Before));
    let by_key: Vec<Act> = ACTS
        .iter()
        .filter(|info| free(info.id) && form.is_open(info.id, keeps))
        .filter(|info| keys::is_pressed(ui.ctx(), *info))
        .map(|info| info.id)
        .collect();
    for act in std::mem::take(&mut form.pressed).into_iter().chain(by_key) {
        if form.is_open(act, keeps) {
            do_act(act, lang, view, study, form, actions);
        }
    }
}

fn do_act(
    act: Act,
    lang: Lang,
    view: &View<'_>,
    study: Option<&StudyView>,
    form: &mut Form,
    actions: &mut Vec<Action>,
) {
    if let Some((page, _)) = PAGES.iter().find(|(_, opens)| *opens == act) {
        form.norms = form.chosen.is_none() && *page == StudyPage::Drift;
        form.page = *page;
        return;
    }
    match act {
        Act::NextPage => turn_page(form, 1),
        Act::PreviousPage => turn_page(form, PAGES.len() - 1),
        Act::Back if form.chosen.is_some() => {
            form.choose(None);
            form.norms = false;
            actions.push(Action::SelectStudy(None));
        }
        Act::Back => form.norms = false,
        Act::Find if form.chosen.is_none() => form.list.find_wanted = true,
        Act::Find => form.readings.find_wanted = true,
        Act::Filter => form.readings.next_filter(),
        Act::ByOperator => form.readings.next_operator(study),
        Act::Sort if form.chosen.is_none() => form.list.next_column(),
        Act::Sort => form.readings.next_column(),
        Act::Turn if form.chosen.is_none() => form.list.turn(),
        Act::Turn => form.readings.turn(),
        Act::Stopwatch => to_stopwatch(study, actions),
        Act::NewStudy => {
            let of_norm = || form.drift.chosen(view).map(|norm| norm.action.clone());
            if let Some(code) = study.map(|study| study.action.code.clone()).or_else(of_norm) {
                form.open_new(&code, actions);
            }
        }
        _ => {
            if let Some(study) = study {
                do_inside(act, lang, view, study, form, actions);
            }
        }
    }
}

/// The acts that are about the study on screen.
fn do_inside(act: Act, lang: Lang, view: &View<'_>, study: &StudyView, form: &mut Form, actions: &mut Vec<Action>) {
    let row = form.readings.chosen(study);
    match act {
        Act::Decide => form.dialog = row.map(|(place, one)| Dialog::decide(place, one)),
        Act::Keep => dialogs::keep_again(row.map(|(_, one)| one), lang, form, actions),
        Act::Amend => form.dialog = row.map(|(place, one)| Dialog::amend(lang, place, one)),
        Act::Skip => form.flags.step(study, true),
        Act::Before => form.flags.step(study, false),
        Act::Alike if study.open_flags > 0 => form.dialog = Some(Dialog::alike()),
        Act::Conditions => form.dialog = Some(Dialog::conditions(study)),
        Act::Xlsx => actions.push(Action::Save(export(lang, view, study, true))),
        Act::Csv => actions.push(Action::Save(export(lang, view, study, false))),
        _ => {}
    }
}

fn turn_page(form: &mut Form, by: usize) {
    if form.chosen.is_none() {
        form.norms = !form.norms;
        return;
    }
    let place = PAGES.iter().position(|(page, _)| *page == form.page).unwrap_or_default();
    if let Some((page, _)) = PAGES.get((place + by) % PAGES.len()) {
        form.page = *page;
    }
}

/// On to the stopwatch: with the study's action, where it is a study by stopwatch.
fn to_stopwatch(study: Option<&StudyView>, actions: &mut Vec<Action>) {
    let timed = study.filter(|study| study.source == crate::domain::study::Source::Stopwatch);
    let code = timed.and_then(|study| crate::domain::code::Code::new(&study.action.code).ok().zip(Some(study.study)));
    actions.push(match code {
        Some((action, study)) => Action::TimeStudy { action, study },
        None => Action::Go(Place::Stopwatch),
    });
}

/// Every reading as a file: a workbook for people, CSV for programs.
fn export(lang: Lang, view: &View<'_>, study: &StudyView, workbook: bool) -> Document {
    use crate::documents::{study as tables, table};
    let mut names = tables::names(study);
    names.extend(view.studies.operators.iter().map(|one| (one.code.clone(), one.name.clone())));
    let ending = if workbook { "xlsx" } else { "csv" };
    let file =
        lang.with("study-file", &[("action", Arg::Text(&study.action.code.to_lowercase())), ("ending", ending.into())]);
    let study = study.clone();
    let make = move || {
        let fault = |error: &dyn std::fmt::Display| error.to_string();
        if workbook {
            let sheets = [tables::readings(&study, &names, Some(lang)), tables::figures(&study, lang)];
            table::workbook(&sheets).map_err(|error| fault(&error))
        } else {
            tables::readings(&study, &names, None).csv().map_err(|error| fault(&error))
        }
    };
    Document { file, make: std::sync::Arc::new(make) }
}
