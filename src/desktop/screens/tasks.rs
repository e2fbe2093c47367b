//! Tasks, and what people of a department say to each other about the work: tasks given and own ones, how people keep their days, the
//! reviews of a fresh start, objections with their answers, notes.
//!
//! Invariant: nothing here moves a minute but an accepted task, whose decisions the floor turns into a ticket; an own task never counts.

mod detail;
mod give;
mod list;
mod notes;
mod object;
mod objections;
mod people;
mod say;
mod starts;

use egui::Ui;
use uuid::Uuid;

use crate::desktop::action::{Action, Answer, Tag, UNDO_PART, UndoBy, undo_of};
use crate::desktop::icons;
use crate::desktop::keys::{self, ActionInfo};
use crate::desktop::theme::{Kind, space};
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::{card, state};
use crate::domain::month::Month;
use crate::domain::objection::About as Subject;
use crate::locale::{Arg, Lang};
use crate::views::absences::AbsencesView;
use crate::views::department::DepartmentView;
use crate::views::desk::SearchView;
use crate::views::norms::ActionsView;
use crate::views::pay::StatementView;
use crate::views::people::{MeView, PeopleView};
use crate::views::tasks::{NotesView, ObjectionsView, TaskView, TasksView};

pub use list::own_counts;
pub use object::Wanted;
pub(super) use objections::subject;

/// Keys of this screen beside its acts, for F1.
pub const KEYS: &[(&str, &str)] = &[
    ("1…5", "work-key-pages"),
    ("↑ ↓", "work-key-rows"),
    ("← →", "work-key-shown"),
    ("Enter", "work-key-enter"),
    ("PageUp PageDown", "work-key-month"),
];

/// What is sent from a dialog that asks for a text.
const SAY: Tag = "work-say";
/// A task given or added.
const GIVE: Tag = "work-give";
/// An objection.
const OBJECT: Tag = "work-object";
/// A note.
const NOTE: Tag = "work-note";
/// The reviews of a start.
const START: Tag = "work-start";

/// A page of the screen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Page {
    /// Tasks.
    #[default]
    Tasks,
    /// How each person keeps the days of their tasks.
    People,
    /// The reviews of a fresh floor or person.
    Starts,
    /// Objections and their answers.
    Objections,
    /// The supervisor's notes.
    Notes,
}

impl Page {
    fn word(self) -> &'static str {
        match self {
            Self::Tasks => "work-page-tasks",
            Self::People => "work-page-people",
            Self::Starts => "work-page-starts",
            Self::Objections => "work-page-objections",
            Self::Notes => "work-page-notes",
        }
    }
}

/// What can be done here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// A task, an objection, a note, a start: whatever the page holds.
    New,
    /// A task of one's own.
    Own,
    /// Report the task done.
    Done,
    /// Accept the result; uphold the objection.
    Accept,
    /// Return the result; decline the objection.
    Return,
    /// Take the task or the note back.
    Cancel,
    /// Open the ticket that the task became.
    Ticket,
    /// Find by words.
    Find,
}

/// The acts with their keys.
pub const ACTS: [ActionInfo<Act>; 8] = [
    ActionInfo::new(Act::New, "work-act-new", icons::PLUS).plain(egui::Key::N),
    ActionInfo::new(Act::Own, "work-act-own", icons::USER).plain(egui::Key::O),
    ActionInfo::new(Act::Done, "work-act-done", icons::CHECK).plain(egui::Key::D),
    ActionInfo::new(Act::Accept, "work-act-accept", icons::CHECK_CIRCLE).plain(egui::Key::A),
    ActionInfo::new(Act::Return, "work-act-return", icons::ARROW_BEND_UP_LEFT).plain(egui::Key::R),
    ActionInfo::new(Act::Cancel, "work-act-cancel", icons::PROHIBIT).plain(egui::Key::Delete),
    ActionInfo::new(Act::Ticket, "work-act-ticket", icons::TICKET).plain(egui::Key::T),
    ActionInfo::new(Act::Find, "work-act-find", icons::MAGNIFYING_GLASS).command(egui::Key::F),
];

/// What the screen shows.
#[derive(Debug, Clone, Copy)]
pub struct View<'a> {
    /// Tasks and checklists.
    pub tasks: &'a TasksView,
    /// Who looks.
    pub me: &'a MeView,
    /// The people one may see.
    pub people: Option<&'a PeopleView>,
    /// The catalogue, for decisions that count.
    pub actions: Option<&'a ActionsView>,
    /// Each person's tasks counted.
    pub department: Option<&'a DepartmentView>,
    /// Objections of the month, and those without an answer.
    pub objections: Option<&'a ObjectionsView>,
    /// Notes of the month.
    pub notes: Option<&'a NotesView>,
    /// One's own corrected tickets, to object to.
    pub corrected: Option<&'a SearchView>,
    /// One's own absences, to object to.
    pub absences: Option<&'a AbsencesView>,
    /// One's own statement, to object to a line of.
    pub statement: Option<&'a StatementView>,
    /// Why a page did not come.
    pub trouble: Option<&'a str>,
}

/// What a dialog that asks for a text is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum About {
    Done(Uuid),
    Accept(Uuid),
    Return(Uuid),
    /// A task taken back; the person's own needs no reason.
    Cancel(Uuid, bool),
    Tick(Uuid, i64),
    Answer(Uuid, bool),
    Withdraw(Uuid),
}

/// What the screen remembers.
#[derive(Debug, Default)]
pub struct Form {
    page: Page,
    /// The month of objections and notes; none for the running one.
    month: Option<Month>,
    list: list::Form,
    give: give::Form,
    say: say::Say<About>,
    starts: starts::Form,
    objections: objections::Form,
    object: object::Form,
    notes: notes::Form,
    people_row: Option<usize>,
    /// An act that was chosen in the palette.
    pressed: Option<Act>,
}

impl Form {
    /// An act chosen in the palette.
    pub fn press(&mut self, act: Act) {
        self.pressed = Some(act);
    }

    /// Comes to a page, and to what is meant there.
    pub fn come(&mut self, page: Page, about: Option<Uuid>) {
        self.page = page;
        self.month = None;
        match page {
            Page::Tasks => self.list.choose(about),
            Page::Objections => self.objections.choose(about),
            Page::Notes => self.notes.choose(about),
            Page::Starts => self.starts.choose(about),
            Page::People => {}
        }
    }

    /// Begins an objection to something of one's own.
    pub fn object(&mut self, about: &Subject, lang: Lang) {
        self.page = Page::Objections;
        self.object.begin(Some(about), lang);
    }

    /// Begins an objection whose subject is chosen in it.
    pub fn object_to_something(&mut self, lang: Lang) {
        self.page = Page::Objections;
        self.object.begin(None, lang);
    }

    /// Begins a note on a person, or on a day of theirs.
    pub fn note(&mut self, person: &str, day: Option<chrono::NaiveDate>, lang: Lang) {
        self.page = Page::Notes;
        self.notes.begin(Some(person), day, lang);
    }

    /// Begins a task for a person.
    pub fn give_to(&mut self, person: &str, lang: Lang, today: chrono::NaiveDate) {
        self.page = Page::Tasks;
        self.give.begin(give::Whose::Others, Some(person), lang, today);
    }

    /// The month of objections and notes.
    #[must_use]
    pub fn month(&self) -> Option<Month> {
        self.month
    }

    /// The page on screen.
    #[must_use]
    pub fn page(&self) -> Page {
        self.page
    }

    /// What an objection that is being written needs to choose from.
    #[must_use]
    pub fn wanted(&self) -> Option<Wanted> {
        self.object.wanted()
    }

    /// Takes the outcome of a command.
    pub fn answered(&mut self, tag: Tag, answer: Answer<'_>, lang: Lang, actions: &mut Vec<Action>) {
        let accepted = match answer {
            Ok(accepted) => accepted,
            Err(text) => {
                let kept = match tag {
                    SAY => self.say.refused(text),
                    GIVE => self.give.refused(text),
                    OBJECT => self.object.refused(text),
                    NOTE => self.notes.refused(text),
                    START => self.starts.refused(text),
                    _ => false,
                };
                if !kept {
                    actions.push(Action::Say(Kind::Bad, text.to_owned()));
                }
                return;
            }
        };
        let said = match tag {
            SAY => self.said(lang, accepted),
            GIVE => match self.give.accepted(undo_of(accepted), lang, actions) {
                None => return,
                Some((undos, said)) if undos.is_empty() => return actions.push(Action::Say(Kind::Ok, said)),
                Some((undos, said)) => return actions.push(Action::SayUndo(Kind::Ok, said, UndoBy::Commands(undos))),
            },
            UNDO_PART => return,
            OBJECT => {
                self.object.accepted();
                lang.t("work-objected")
            }
            NOTE => {
                self.notes.accepted();
                lang.t("work-noted")
            }
            START => {
                self.starts.accepted();
                lang.t("work-started")
            }
            _ => lang.t("work-undone"),
        };
        actions.push(match undo_of(accepted) {
            Some(undo) => Action::SayUndo(Kind::Ok, said, UndoBy::Command(Box::new(undo))),
            None => Action::Say(Kind::Ok, said),
        });
    }

    /// What came of a dialog that asked for a text, in words.
    fn said(&mut self, lang: Lang, accepted: &crate::floor::Accepted) -> String {
        let number = |name: &str| accepted.result.get(name).and_then(serde_json::Value::as_i64).unwrap_or_default();
        match self.say.accepted() {
            Some(About::Accept(_)) if number("kpi_cmin") != 0 => {
                let minutes = lang.minutes(crate::domain::units::CentiMinutes(number("kpi_cmin")));
                lang.with("work-accepted-counted", &[("minutes", Arg::Text(&minutes))])
            }
            Some(About::Accept(_)) => lang.t("work-accepted"),
            Some(About::Return(_)) => lang.t("work-returned"),
            Some(About::Cancel(..)) => lang.t("work-cancelled"),
            Some(About::Tick(..)) => lang.with("work-ticked", &[("count", Arg::Count(number("left")))]),
            Some(About::Answer(..)) => lang.t("work-answered"),
            Some(About::Withdraw(_)) => lang.t("work-withdrawn"),
            Some(About::Done(_)) | None => lang.t("work-done"),
        }
    }
}

/// The tasks that wait for the person: their own for today and before, and results that they may accept.
#[must_use]
pub fn waiting(view: &TasksView, own: &str) -> usize {
    own_now(view, own).count() + view.to_accept.iter().filter(|task| task.may_decide).count()
}

/// The person's own tasks for today and before.
pub fn own_now<'a>(view: &'a TasksView, own: &'a str) -> impl Iterator<Item = &'a TaskView> {
    view.now.iter().filter(move |task| task.person == own)
}

/// Draws the screen; says whether what did not come is to be asked for once more.
pub fn show(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form, actions: &mut Vec<Action>) -> bool {
    let pages = pages_of(view);
    if !pages.contains(&form.page) {
        form.page = Page::Tasks;
    }
    if let Some(page) = keys::pressed_digit(ui.ctx()).and_then(|digit| pages.get(digit - 1)) {
        form.page = *page;
    }
    let act = form.pressed.take().or_else(|| pressed(ui));
    let again = card::content(ui, |ui| {
        let mut act = act;
        card::screen_title(ui, &lang.t("work-title"), |ui| {
            act = act.or(heads(ui, lang, view, form));
            if matches!(form.page, Page::Objections | Page::Notes) {
                ui.add_space(space::M);
                objections::month(ui, lang, view, &mut form.month);
            }
        });
        tabs(ui, lang, view, form, &pages);
        match form.page {
            Page::Tasks => list::show(ui, lang, view, form, act, actions),
            Page::People => return people::show(ui, lang, view, form),
            Page::Starts => starts::show(ui, lang, view, form, act),
            Page::Objections => return objections::show(ui, lang, view, form, act, actions),
            Page::Notes => return notes::show(ui, lang, view, form, act),
        }
        false
    });
    dialogs(ui, lang, view, form, actions);
    again
}

/// The act whose key was pressed; a control that has the keyboard keeps its plain keys.
fn pressed(ui: &Ui) -> Option<Act> {
    keys::pressed(ui.ctx(), &ACTS).map(|info| info.id)
}

/// The pages that hold something for who looks.
fn pages_of(view: &View<'_>) -> Vec<Page> {
    let leads = view.me.may.morning;
    [
        (Page::Tasks, true),
        (Page::People, leads),
        (Page::Starts, view.tasks.may_give || !view.tasks.checklists.is_empty()),
        (Page::Objections, true),
        (Page::Notes, true),
    ]
    .into_iter()
    .filter_map(|(page, shown)| shown.then_some(page))
    .collect()
}

/// The buttons beside the title: what is new on this page.
fn heads(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &Form) -> Option<Act> {
    let (gives, adds) = (view.tasks.may_give, view.tasks.may_add);
    let mut pressed = None;
    let mut head = |ui: &mut Ui, shown: bool, word: &str, icon: &str, key: &str, act: Act| {
        if shown && Button::secondary(&lang.t(word)).icon(icon).key(key).show(ui).clicked() {
            pressed = Some(act);
        }
    };
    match form.page {
        Page::Tasks => {
            head(ui, gives, "work-give", icons::PLUS, "N", Act::New);
            head(ui, adds, "work-add", icons::USER, "O", Act::Own);
        }
        Page::Starts => head(ui, gives, "work-start", icons::PLUS, "N", Act::New),
        Page::Objections => {
            let may = view.objections.is_some_and(|view| view.may_object);
            head(ui, may, "work-object", icons::PLUS, "N", Act::New);
        }
        Page::Notes => {
            let may = view.notes.is_some_and(|view| view.may_write);
            head(ui, may, "work-note", icons::PLUS, "N", Act::New);
        }
        Page::People => {}
    }
    pressed
}

/// The pages, each with how much waits there.
fn tabs(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form, pages: &[Page]) {
    let unticked = view.tasks.checklists.iter().flat_map(|list| &list.items);
    let due = unticked.filter(|item| item.ticked.is_none() && item.due <= view.tasks.today).count();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        for (place, page) in pages.iter().enumerate() {
            let count = match page {
                Page::Tasks => waiting(view.tasks, &view.me.code),
                Page::Starts => due,
                Page::Objections => {
                    view.objections.map_or(0, |view| view.objections.iter().filter(|one| one.may_answer).count())
                }
                Page::People | Page::Notes => 0,
            };
            let name = lang.t(page.word());
            let word = if count > 0 {
                lang.with("review-page-count", &[("page", Arg::Text(&name)), ("count", Arg::from(count))])
            } else {
                name
            };
            let here = *page == form.page;
            let button = if here { Button::secondary(&word).selected(true) } else { Button::quiet(&word) };
            if button.key(&(place + 1).to_string()).show(ui).clicked() {
                form.page = *page;
            }
        }
    });
}

fn dialogs(ui: &Ui, lang: Lang, view: &View<'_>, form: &mut Form, actions: &mut Vec<Action>) {
    give::dialog(ui, lang, view, &mut form.give, actions);
    object::dialog(ui, lang, view, &mut form.object, actions);
    notes::dialog(ui, lang, view, &mut form.notes, actions);
    starts::dialog(ui, lang, view, &mut form.starts, actions);
    if let Some(command) = say::dialog(ui, lang, view.tasks.today, &mut form.say) {
        actions.push(Action::Send { tag: SAY, command: Box::new(command) });
    }
}

/// What people call somebody, where the reader may see who that is; the personnel number otherwise.
fn name_of(view: &View<'_>, code: &str) -> String {
    let people = view.people.map(|view| view.people.as_slice()).unwrap_or_default();
    let found = people.iter().find(|person| person.code == code).map(|person| person.name.clone());
    let own = (view.me.code == code).then(|| view.me.name.clone());
    found.or(own).unwrap_or_else(|| code.to_owned())
}

/// What stands on a page while its view has not come; says whether to ask once more.
fn waits(ui: &mut Ui, lang: Lang, trouble: Option<&str>) -> bool {
    card::card(ui, "", |ui| {
        if let Some(text) = trouble {
            return state::error(ui, &lang.t("app-not-loaded"), text, &lang.t("app-retry"));
        }
        state::loading(ui, &lang.t("app-loading"), 6);
        false
    })
    .inner
}
