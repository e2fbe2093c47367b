//! What a screen asks of the window: it never speaks to the floor itself.
//!
//! A screen is a function of a view and its own form; what a person does there comes out as [`Action`]s.
//! The window carries them out and hands each outcome back to the form by its tag.

use std::sync::Arc;

use chrono::NaiveDate;
use uuid::Uuid;

use super::screens::tasks;
use super::theme::Kind;
use crate::domain::code::Code;
use crate::domain::month::Month;
use crate::domain::objection;
use crate::floor::Accepted;
use crate::floor::command::Command;
use crate::worker::ScratchNote;

/// A place of the navigation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Place {
    /// Timing actions.
    Stopwatch,
    /// Studies: their readings, flags and figures.
    Study,
    /// Norm sets.
    Norms,
    /// Orders.
    Orders,
    /// The operator's desk.
    Desk,
    /// The own KPI.
    MyKpi,
    /// Tickets: the search, and one ticket with its whole history.
    Tickets,
    /// The supervisor's look over the department's tickets and calls.
    Review,
    /// The catalogue of actions.
    Catalogue,
    /// Orders to be acknowledged.
    Acquaintance,
    /// The department's month: its people, links and indicators.
    Department,
    /// The month board of absences, and cover.
    Absences,
    /// Statements, schemes, locked months, salaries.
    Pay,
    /// The work calendar, and the schedules of people.
    Calendar,
    /// The morning verification of a work day.
    Morning,
    /// Tasks, start reviews, objections and notes.
    Tasks,
    /// Departments, people and their accounts.
    People,
    /// The audit journal, and the check and copies of the whole file.
    Journal,
}

/// Which report of a set is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReportOf {
    /// The set.
    pub set: Uuid,
    /// Where its pilot stands is wanted too.
    pub pilot: bool,
    /// The first and the last day; without them the floor chooses.
    pub days: Option<(NaiveDate, NaiveDate)>,
}

/// A page of a study.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum StudyPage {
    /// Every reading.
    #[default]
    Readings,
    /// The open flags, one after another.
    Flags,
    /// How the times lie.
    Distribution,
    /// The operators side by side.
    Operators,
    /// The readings in order of time, and the clock check.
    Time,
    /// The norm in force against real handling times.
    Drift,
}

/// A file to be written where the person says.
#[derive(Clone)]
pub struct Document {
    /// The name proposed, with its ending.
    pub file: String,
    /// Makes its content, off the window's thread; an error is a fault of ours, for the log.
    pub make: Arc<dyn Fn() -> Result<Vec<u8>, String> + Send + Sync>,
}

impl std::fmt::Debug for Document {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Document").field(&self.file).finish()
    }
}

/// Names the form field or button an outcome belongs to, within one screen.
pub type Tag = &'static str;

/// What a person did on a screen.
#[derive(Debug, Clone)]
pub enum Action {
    /// Send a command; the outcome comes back under the tag. Sent again unchanged after "busy", it keeps its id.
    Send {
        /// Where the outcome belongs.
        tag: Tag,
        /// The command.
        command: Box<Command>,
    },
    /// Send a command that asks for the password again.
    SendConfirmed {
        /// Where the outcome belongs.
        tag: Tag,
        /// The command.
        command: Box<Command>,
        /// The password just typed.
        password: String,
    },
    /// Send a command that sets this password.
    SendSecret {
        /// Where the outcome belongs.
        tag: Tag,
        /// The command.
        command: Box<Command>,
        /// The password to be set.
        secret: String,
    },
    /// Send a command under an id that its screen keeps until the outcome: the window repeats it until it is accepted or refused.
    SendKept {
        /// Where the outcome belongs.
        tag: Tag,
        /// The command's id.
        id: Uuid,
        /// The command.
        command: Box<Command>,
    },
    /// Save or forget a draft; no outcome.
    Note(ScratchNote),
    /// Go to another place.
    Go(Place),
    /// Show this study: on the stopwatch from there, on the screen of studies from anywhere else.
    SelectStudy(Option<Uuid>),
    /// Go to the screen of studies, to this page of this study; without a study to the list, on the page of drift to the norms in force.
    OpenStudy(Option<Uuid>, StudyPage),
    /// Go to the stopwatch, with this action and this study of it.
    TimeStudy {
        /// The action's code.
        action: Code,
        /// The study that the readings go to.
        study: Uuid,
    },
    /// Write a file where the person says.
    Save(Document),
    /// Have the person choose a catalogue file, and hand its plan to the screen.
    ReadCatalogue,
    /// Have the person choose a calendar file, and hand its plan to the screen.
    ReadCalendar,
    /// Have the person choose a file of people, and hand its plan to the screen.
    ReadPeople,
    /// Check the whole file.
    CheckFile,
    /// Have the person choose where a copy of the floor goes, by this name, and make it.
    CopyFile(String),
    /// End the check and the copy that are under way.
    EndKeeping,
    /// Ask once more for the copies that the floor made of itself.
    ListCopies,
    /// Show this norm set.
    SelectSet(Option<Uuid>),
    /// Show the order of this number.
    SelectOrder(Option<String>),
    /// Show this report of a norm set.
    SelectReport(Option<ReportOf>),
    /// Show this month (`YYYY-MM`) at the place it comes from.
    SelectMonth(String),
    /// Go to pay and show this person's statement of this month.
    OpenStatement {
        /// Whose.
        person: Code,
        /// The month.
        month: Month,
    },
    /// Go to the tickets and show this one with its whole history.
    OpenTicket(Uuid),
    /// Show this ticket on the screen of tickets; none for the search.
    SelectTicket(Option<Uuid>),
    /// Open a ticket of today in the desk's editor.
    CorrectTicket(Uuid),
    /// Go to the tickets and show this person's of this day.
    FindTickets(String, NaiveDate),
    /// Go to the tasks, to this page and what is meant there.
    OpenTasks(tasks::Page, Option<Uuid>),
    /// Begin an objection to something of one's own.
    Object(objection::About),
    /// Begin a note on a person, or on a day of theirs.
    WriteNote(String, Option<NaiveDate>),
    /// Begin a task for a person.
    GiveTask(String),
    /// Go to the department and open this person's month.
    OpenPerson(String),
    /// Go to the absences, to who covers whom.
    OpenCover,
    /// Say something for a moment.
    Say(Kind, String),
    /// Say something for a moment, with a button that takes it back.
    SayUndo(Kind, String, UndoBy),
}

/// How something is taken back.
#[derive(Debug, Clone)]
pub enum UndoBy {
    /// By this command, as the floor named it; its outcome comes back under the tag `undo`.
    Command(Box<Command>),
    /// By these commands, one after another: what was done to several at once.
    Commands(Vec<Command>),
    /// By the last step of the stopwatch.
    Stopwatch,
    /// By this command, or the ticket is opened to be corrected: the person chooses.
    Saved {
        /// Takes the save back.
        command: Box<Command>,
        /// The ticket.
        ticket: Uuid,
    },
}

/// What takes something back.
pub const UNDO: Tag = "undo";
/// One of several that take something back, but for the last, which alone is spoken of.
pub const UNDO_PART: Tag = "undo-part";

/// The command that takes something back, as the floor named it.
#[must_use]
pub fn undo_of(accepted: &Accepted) -> Option<Command> {
    let undo = accepted.undo.as_ref()?;
    Command::from_wire(undo.get("do")?.as_str()?, undo.get("with")?).ok()
}

/// What came of a command a screen sent: what was accepted, or the refusal's text for people.
pub type Answer<'a> = Result<&'a Accepted, &'a str>;
