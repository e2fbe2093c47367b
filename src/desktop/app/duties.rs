//! The views of tasks, of what people say to each other about the work, of the morning and of the bell; and the ways that lead there.
//!
//! The bell and the day's tasks are counted whatever is on screen; the rest is asked for where it is shown.

use super::link::Answered;
use super::load::{Loadable, view};
use super::work::Work;
use crate::desktop::action::{Action, Place};
use crate::desktop::screens::{absences, morning, notifications, tasks};
use crate::domain::code::Code;
use crate::domain::ticket::TicketState;
use crate::floor::command::Area;
use crate::floor::question::{
    AskCall, AskDay, AskDepartment, AskMonth, AskMorning, AskMyKpi, AskSearch, AskStatement, AskTasks, Nothing,
    Question,
};
use crate::floor::sign_in::Session;
use crate::locale::Lang;
use crate::views::absences::AbsencesView;
use crate::views::department::{DepartmentView, MorningView};
use crate::views::desk::{CallBrief, SearchView};
use crate::views::pay::StatementView;
use crate::views::people::Doors;
use crate::views::tasks::{NotesView, NotificationsView, ObjectionsView, TasksView};
use crate::views::tickets::DayView;
use crate::worker::Handle;

/// What moves is told at most so often, in milliseconds: the pace of everybody and the drift of every norm stand behind it.
const TOLD_MS: i64 = 60_000;

/// The views.
#[derive(Debug)]
pub struct Duties {
    /// What the person should know of.
    pub notifications: Loadable<NotificationsView>,
    /// Tasks and start reviews.
    pub tasks: Loadable<TasksView>,
    /// Each person's tasks counted.
    pub people: Loadable<DepartmentView>,
    /// Objections and their answers.
    pub objections: Loadable<ObjectionsView>,
    /// Notes on people and days.
    pub notes: Loadable<NotesView>,
    /// The own corrected tickets, to object to.
    pub corrected: Loadable<SearchView>,
    /// The own absences, to object to.
    pub absences: Loadable<AbsencesView>,
    /// The own statement, to object to.
    pub statement: Loadable<StatementView>,
    /// The morning verification.
    pub morning: Loadable<MorningView>,
    /// The call under the keyboard there.
    pub call: Loadable<CallBrief>,
    /// The person's day under the keyboard there.
    pub day: Loadable<DayView>,
}

impl Default for Duties {
    fn default() -> Self {
        use Area::{Absences, Days, Department, Norms, Pay, People, Tickets};
        Self {
            notifications: Loadable::new(&[Department, Days, Norms, Absences, People], view!(Notifications))
                .every(TOLD_MS),
            tasks: Loadable::new(&[Department, Days, People], view!(boxed Tasks)),
            people: Loadable::new(&[Department, Days, People], view!(boxed Department)),
            objections: Loadable::new(&[Department], view!(Objections)).sticky(),
            notes: Loadable::new(&[Department], view!(Notes)).sticky(),
            corrected: Loadable::new(&[Tickets], view!(Search)),
            absences: Loadable::new(&[Absences], view!(boxed Absences)),
            statement: Loadable::new(&[Pay, Days], view!(boxed Statement)),
            morning: Loadable::new(&[Tickets, Days, Department, Absences], view!(boxed Morning)).sticky(),
            call: Loadable::new(&[Tickets], view!(boxed Call)),
            day: Loadable::new(&[Tickets, Days], view!(boxed Day)),
        }
    }
}

impl Duties {
    /// Whether an answer is on its way.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        let said =
            [self.notifications.is_busy(), self.tasks.is_busy(), self.objections.is_busy(), self.notes.is_busy()];
        let chosen = [self.corrected.is_busy(), self.absences.is_busy(), self.statement.is_busy()];
        let looked = [self.morning.is_busy(), self.call.is_busy(), self.day.is_busy(), self.people.is_busy()];
        said.contains(&true) || chosen.contains(&true) || looked.contains(&true)
    }

    /// The day has turned: what is due, and what is told, is asked for once more.
    pub fn turn(&mut self) {
        self.tasks.again();
        self.notifications.again();
    }

    /// Says what is wanted. `own`: the personnel number of who looks.
    pub fn want(&mut self, place: Option<Place>, may: Doors, own: &str, tasks: &tasks::Form, morning: &morning::Form) {
        let wanted = |so: bool, question| so.then_some(question);
        self.notifications.want(Some(Question::Notifications(Nothing {})));
        self.tasks.want(wanted(may.tasks, Question::Tasks(AskTasks::default())));
        if place == Some(Place::Tasks) {
            self.want_pages(may, own, tasks);
        }
        if place == Some(Place::Morning) {
            self.want_morning(may, morning);
        }
    }

    fn want_pages(&mut self, may: Doors, own: &str, form: &tasks::Form) {
        let wanted = |so: bool, question| so.then_some(question);
        let counted = may.morning && form.page() == tasks::Page::People;
        self.people.want(wanted(counted, Question::Department(AskDepartment::default())));
        let month = form.month();
        self.objections.want(wanted(may.tasks, Question::Objections(AskDepartment { month, department: None })));
        self.notes.want(wanted(may.tasks, Question::Notes(AskMyKpi { month, person: None })));
        let (object, own) = (form.wanted(), Code::new(own).ok());
        let corrected = AskSearch { state: Some(TicketState::Corrected), person: own.clone(), ..AskSearch::default() };
        self.corrected.want(wanted(object == Some(tasks::Wanted::Corrected), Question::Search(corrected)));
        self.absences.want(match object {
            Some(tasks::Wanted::Absences(month)) => Some(Question::Absences(AskMonth { month, through: None })),
            _ => None,
        });
        self.statement.want(match (object, own) {
            (Some(tasks::Wanted::Statement(month)), Some(person)) => {
                Some(Question::Statement(AskStatement { person, month, through: None }))
            }
            _ => None,
        });
    }

    fn want_morning(&mut self, may: Doors, form: &morning::Form) {
        let ask = AskMorning { date: form.date(), department: None };
        self.morning.want(may.morning.then_some(Question::Morning(ask)));
        let (call, day) = match form.wanted() {
            Some(morning::Wanted::Call(call)) => (Some(Question::Call(AskCall { call: *call })), None),
            Some(morning::Wanted::Day(person, date)) => {
                let person = Code::new(person).ok();
                (None, person.map(|person| Question::Day(AskDay { person, date: *date })))
            }
            None => (None, None),
        };
        self.call.want(call);
        self.day.want(day);
    }

    /// Takes answers and asks what is due; gives the milliseconds after which to look again.
    pub fn poll(&mut self, place: Option<Place>, handle: &Handle, session: &Session, now_ms: i64) -> Vec<Option<i64>> {
        let mut next = vec![self.notifications.poll(handle, session, now_ms), self.tasks.poll(handle, session, now_ms)];
        if place == Some(Place::Tasks) {
            next.push(self.people.poll(handle, session, now_ms));
            next.push(self.objections.poll(handle, session, now_ms));
            next.push(self.notes.poll(handle, session, now_ms));
            next.push(self.corrected.poll(handle, session, now_ms));
            next.push(self.absences.poll(handle, session, now_ms));
            next.push(self.statement.poll(handle, session, now_ms));
        }
        if place == Some(Place::Morning) {
            next.push(self.morning.poll(handle, session, now_ms));
            next.push(self.call.poll(handle, session, now_ms));
            next.push(self.day.poll(handle, session, now_ms));
        }
        next
    }
}

impl Work {
    /// Has what is told asked for once more where it may hang on what was just done; says whether that was but a read mark, which leaves
    /// no entry in the journal and nothing to be said.
    pub(super) fn is_read_mark(&mut self, answered: &Answered) -> bool {
        let mark = answered.tag == notifications::READ;
        if mark || matches!(answered.place, Place::Tasks | Place::Acquaintance) {
            self.duties.notifications.again();
        }
        mark
    }

    /// Goes to what somebody wants to see.
    pub(super) fn lead(&mut self, action: Action, lang: Lang) {
        match action {
            Action::FindTickets(person, day) => {
                self.chosen.ticket = None;
                self.forms.tickets.only(&person, day, lang);
                self.go(Place::Tickets);
            }
            Action::OpenTasks(page, about) => {
                self.forms.tasks.come(page, about);
                self.go(Place::Tasks);
            }
            Action::OpenPerson(person) => {
                self.forms.department.open_person(&person);
                self.go(Place::Department);
            }
            Action::OpenCover => {
                self.forms.absences.come(absences::Page::Cover);
                self.go(Place::Absences);
            }
            _ => {}
        }
    }

    /// Goes to the tasks with a dialog that begins something.
    pub(super) fn begin(&mut self, action: Action, lang: Lang) {
        let Some(today) = self.views.me.value().map(|me| me.work_day) else { return };
        match action {
            Action::Object(about) => self.forms.tasks.object(&about, lang),
            Action::WriteNote(person, day) => self.forms.tasks.note(&person, day, lang),
            Action::GiveTask(person) => self.forms.tasks.give_to(&person, lang, today),
            _ => return,
        }
        self.go(Place::Tasks);
    }
}
