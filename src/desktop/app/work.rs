//! Somebody at work on an open floor: the views, the forms of the screens, and what their actions set going.
//!
//! Invariant: the forms live as long as the person is signed in, also under the lock. Only the views of the place on screen, and those
//! that count what waits, are asked for.

use chrono::Datelike;
use uuid::Uuid;

use super::duties::Duties;
use super::keeping::Keeping;
use super::link::{Answered, Letter, Link, Problem};
use super::months::Months;
use super::views::Views;
use crate::desktop::action::{Action, Document, Place, ReportOf, UndoBy};
use crate::desktop::screens;
use crate::desktop::theme::Kind;
use crate::domain::month::Month;
use crate::domain::stopwatch::Reading;
use crate::floor::question::{
    AskCalendar, AskCalls, AskClient, AskMonth, AskOrder, AskQueue, AskReplay, AskReviews, AskSchedules, AskSet,
    AskStudy, AskTicket, AskWording, Nothing, Question,
};
use crate::locale::{Arg, Lang};
use crate::views::people::{Doors, MeView};
use crate::worker::Pending;

/// The questions that depend on the day are asked again after so long without one, in milliseconds.
const STALE_MS: i64 = 60_000;

/// What is chosen on the screens.
#[derive(Debug, Default)]
pub struct Chosen {
    /// The study on the stopwatch.
    pub study: Option<Uuid>,
    /// The study on the screen of studies.
    pub opened: Option<Uuid>,
    /// The set on the screen of norms.
    pub norms_set: Option<Uuid>,
    /// The set on the screen of orders.
    pub orders_set: Option<Uuid>,
    /// The order.
    pub order: Option<String>,
    /// The report of the set on the screen of norms.
    pub norms_report: Option<ReportOf>,
    /// The report of the set on the screen of orders.
    pub orders_report: Option<ReportOf>,
    /// The ticket on the screen of tickets; none for the search.
    pub ticket: Option<Uuid>,
    /// The month of the board of absences; by default the running one.
    pub absences: Option<Month>,
    /// The month of the calendar, whose year is on screen; by default the running one.
    pub calendar: Option<Month>,
}

/// The forms of the screens.
#[derive(Debug, Default)]
pub struct Forms {
    /// The stopwatch.
    pub stopwatch: screens::stopwatch::Form,
    /// Studies.
    pub study: screens::study::Form,
    /// Norm sets.
    pub norms: screens::norms::Form,
    /// Orders.
    pub orders: screens::orders::Form,
    /// The desk.
    pub desk: screens::desk::Form,
    /// The own KPI.
    pub my_kpi: screens::my_kpi::Form,
    /// Tickets.
    pub tickets: screens::tickets::Form,
    /// The supervisor's review.
    pub review: screens::review::Form,
    /// The catalogue.
    pub catalogue: screens::catalogue::Form,
    /// Orders to be acknowledged.
    pub acquaintance: screens::acquaintance::Form,
    /// The department.
    pub department: screens::department::Form,
    /// Tasks, start reviews, objections and notes.
    pub tasks: screens::tasks::Form,
    /// The morning verification.
    pub morning: screens::morning::Form,
    /// The list of notifications over any screen.
    pub notifications: screens::notifications::Form,
    /// Absences and cover.
    pub absences: screens::absences::Form,
    /// The work calendar and schedules.
    pub calendar: screens::calendar::Form,
    /// Pay.
    pub pay: screens::pay::Form,
    /// Departments and people.
    pub people: screens::people::Form,
    /// The audit journal.
    pub journal: screens::journal::Form,
}

/// Something the window itself has to do for a screen.
#[derive(Debug)]
pub enum Errand {
    /// Say something.
    Say(Kind, String),
    /// Say something that can be taken back at this place.
    SayUndo(Kind, String, Place, UndoBy),
    /// Write a file where the person says.
    Save(Document),
    /// Have the person choose a catalogue file.
    ReadCatalogue,
    /// Have the person choose a calendar file.
    ReadCalendar,
    /// Have the person choose a file of people.
    ReadPeople,
    /// Have the person choose where a copy of the floor goes, by this name.
    CopyFile(String),
}

/// Somebody at work.
#[derive(Debug)]
pub struct Work {
    /// The way to the floor.
    pub link: Link,
    /// The views.
    pub views: Views,
    /// The views of a person's month and of the department.
    pub months: Months,
    /// The views of tasks, of what people say to each other, and of the morning.
    pub duties: Duties,
    /// The check and the copy of the whole file.
    pub keeping: Keeping,
    /// The forms.
    pub forms: Forms,
    /// What is chosen.
    pub chosen: Chosen,
    /// The place on screen.
    pub place: Option<Place>,
    /// The orders that wait were put off until the next sign-in; the counter of the navigation stays.
    pub reminded: bool,
    /// The tasks of the day were put off until the next sign-in.
    pub tasks_reminded: bool,
    pub(super) bench: Option<Pending<Vec<(String, String)>>>,
    pub(super) bench_loaded: bool,
    looked_at_ms: i64,
    closed_before: Option<chrono::NaiveDate>,
    /// Both clocks at the last frame.
    pub(super) reading: Reading,
}

impl Work {
    /// Somebody who has just signed in.
    #[must_use]
    pub fn new(link: Link) -> Self {
        let mut views = Views::default();
        views.me.want(Some(Question::Me(Nothing {})));
        Self {
            link,
            views,
            months: Months::default(),
            duties: Duties::default(),
            keeping: Keeping::default(),
            forms: Forms::default(),
            chosen: Chosen::default(),
            place: None,
            reminded: false,
            tasks_reminded: false,
            bench: None,
            bench_loaded: false,
            looked_at_ms: 0,
            closed_before: None,
            reading: Reading::default(),
        }
    }

    /// The doors that are open, in the order of the navigation.
    #[must_use]
    pub fn places(&self) -> Vec<Place> {
        self.views.me.value().map(|me| open_places(me.may)).unwrap_or_default()
    }

    /// Goes to a place that is open.
    pub fn go(&mut self, place: Place) {
        if self.places().contains(&place) {
            self.place = Some(place);
        }
    }

    /// Goes to the place before or after the one on screen; from the last to the first.
    pub fn step(&mut self, on: bool) {
        let places = self.places();
        let place = self.place.and_then(|place| places.iter().position(|other| *other == place)).unwrap_or_default();
        let last = places.len().saturating_sub(1);
        let to = match on {
            true if place >= last => 0,
            true => place + 1,
            false => place.checked_sub(1).unwrap_or(last),
        };
        if let Some(to) = places.get(to) {
            self.go(*to);
        }
    }

    /// Moves data: answers in, questions out. `now_ms` is the time of the frame. Gives what the window has to do, and the milliseconds after which to look again.
    pub fn logic(&mut self, lang: Lang, reading: Reading, now_ms: i64) -> (Vec<Errand>, Option<i64>) {
        let mut errands = Vec::new();
        self.reading = reading;
        self.recover(reading);
        let mut answered = Vec::new();
        let mut again = self.link.poll(now_ms, &mut answered);
        for answer in answered {
            self.hand_over(&answer, lang, &mut errands);
        }
        if let Some(why) = self.link.handle.backup_failure() {
            errands.push(Errand::Say(Kind::Bad, lang.with("backup-failed", &[("why", Arg::Text(&why))])));
        }
        if self.place.is_none() {
            // On a floor without people nothing else can be done yet; and who keeps people and norms of no department begins there.
            let keeps = |me: &MeView| me.unstaffed || (me.may.people_keep && !me.may.studies && !me.may.desk);
            let begins = self.views.me.value().is_some_and(keeps);
            self.place = if begins { Some(Place::People) } else { self.places().first().copied() };
        }
        self.close_past_days();
        if now_ms.saturating_sub(self.looked_at_ms) > STALE_MS {
            self.views.me.again();
            self.views.desk.again();
            self.months.again();
            self.views.absences.again();
            self.views.cover.again();
            self.looked_at_ms = now_ms;
        }
        self.want();
        self.pump(lang, &mut errands);
        let kept = self.keeping.poll(lang, &self.link);
        for next in self.poll_views(now_ms).into_iter().chain(kept) {
            again = Some(again.map_or(next, |other| other.min(next)));
        }
        (errands, again)
    }

    /// Has the floor close the days that are over: at the start, and when a new work day has begun.
    fn close_past_days(&mut self) {
        if let Some(me) = self.views.me.value()
            && self.closed_before != Some(me.work_day)
        {
            self.closed_before = Some(me.work_day);
            // What is due, and what is told, turns with the day.
            self.duties.turn();
            self.link.close_past_days(me.first_day, me.work_day);
        }
    }

    /// Whether anything is on its way.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        self.bench.is_some()
            || self.link.safety() != super::link::Safety::Saved
            || [self.months.is_busy(), self.duties.is_busy(), self.views.is_busy()].contains(&true)
            || self.keeping.is_busy()
    }

    /// Carries out what a screen's person did.
    pub fn carry_out(&mut self, from: Place, actions: Vec<Action>, lang: Lang, errands: &mut Vec<Errand>) {
        let letter = |tag, command, kept, password| Letter { place: from, tag, command, kept, password, secret: None };
        for action in actions {
            match action {
                Action::Send { tag, command } => self.link.send(letter(tag, *command, None, None)),
                Action::SendConfirmed { tag, command, password } => {
                    self.link.send(letter(tag, *command, None, Some(password)));
                }
                Action::SendSecret { tag, command, secret } => {
                    self.link.send(Letter { secret: Some(secret), ..letter(tag, *command, None, None) });
                }
                Action::SendKept { tag, id, command } => self.link.send(letter(tag, *command, Some(id), None)),
                Action::Note(note) => self.link.note(note),
                Action::Go(place) => self.go(place),
                Action::SelectStudy(study) if from == Place::Stopwatch => self.chosen.study = study,
                Action::SelectStudy(study) => self.chosen.opened = study,
                Action::OpenStudy(study, page) => {
                    self.chosen.opened = study;
                    self.forms.study.come(study, page);
                    self.go(Place::Study);
                }
                Action::TimeStudy { action, study } => {
                    self.forms.stopwatch.take_up(&action, study);
                    self.go(Place::Stopwatch);
                }
                Action::Save(document) => errands.push(Errand::Save(document)),
                Action::ReadCatalogue => errands.push(Errand::ReadCatalogue),
                Action::ReadCalendar => errands.push(Errand::ReadCalendar),
                Action::ReadPeople => errands.push(Errand::ReadPeople),
                Action::CheckFile => self.keeping.begin_check(&self.link),
                Action::CopyFile(name) => errands.push(Errand::CopyFile(name)),
                Action::EndKeeping => self.keeping.end(),
                Action::ListCopies => self.keeping.list(&self.link),
                Action::SelectSet(set) if from == Place::Orders => self.chosen.orders_set = set,
                Action::SelectSet(set) => self.chosen.norms_set = set,
                Action::SelectOrder(order) => self.chosen.order = order,
                Action::SelectReport(report) if from == Place::Orders => self.chosen.orders_report = report,
                Action::SelectReport(report) => self.chosen.norms_report = report,
                Action::SelectMonth(month) if from == Place::Absences => self.chosen.absences = Month::parse(&month),
                Action::SelectMonth(month) if from == Place::Calendar => self.chosen.calendar = Month::parse(&month),
                Action::SelectMonth(_) => {}
                Action::SelectTicket(ticket) => self.chosen.ticket = ticket,
                Action::OpenStatement { person, month } => {
                    self.forms.pay.open_statement(person, month);
                    self.go(Place::Pay);
                }
                Action::OpenTicket(ticket) => {
                    self.chosen.ticket = Some(ticket);
                    self.go(Place::Tickets);
                }
                Action::CorrectTicket(ticket) => {
                    if let Some(desk) = self.views.desk.value() {
                        self.forms.desk.correct(desk, ticket);
                        self.go(Place::Desk);
                    }
                }
                Action::FindTickets(..) | Action::OpenTasks(..) | Action::OpenPerson(_) | Action::OpenCover => {
                    self.lead(action, lang);
                }
                Action::Object(_) | Action::WriteNote(..) | Action::GiveTask(_) => self.begin(action, lang),
                Action::Say(kind, text) => errands.push(Errand::Say(kind, text)),
                Action::SayUndo(kind, text, by) => errands.push(Errand::SayUndo(kind, text, from, by)),
            }
        }
    }

    /// The floor's time zone; UTC until it is known.
    #[must_use]
    pub fn zone(&self) -> chrono_tz::Tz {
        let named = self.views.me.value().and_then(|me| me.timezone.parse().ok());
        named.unwrap_or(chrono_tz::UTC)
    }

    fn hand_over(&mut self, answered: &Answered, lang: Lang, errands: &mut Vec<Errand>) {
        if self.is_read_mark(answered) {
            return;
        }
        let mut actions = Vec::new();
        let text = answered.answer.as_ref().err().map(|problem| problem.text(lang));
        let answer = match (&answered.answer, &text) {
            (Ok(accepted), _) => Ok(accepted),
            (Err(_), Some(text)) => Err(text.as_str()),
            (Err(_), None) => Err(""),
        };
        match answered.place {
            Place::Stopwatch => self.forms.stopwatch.answered(answered.tag, answer, lang, &mut actions),
            Place::Study => self.forms.study.answered(answered.tag, answer, lang, &mut actions),
            Place::Norms => self.forms.norms.answered(answered.tag, answer, lang, &mut actions),
            Place::Orders => self.forms.orders.answered(answered.tag, answer, lang, &mut actions),
            Place::Desk => self.forms.desk.answered(answered.tag, answer, lang, &mut actions),
            Place::MyKpi => self.forms.my_kpi.answered(answered.tag, answer, lang, &mut actions),
            Place::Tickets => self.forms.tickets.answered(answered.tag, answer, lang, &mut actions),
            Place::Review => self.forms.review.answered(answered.tag, answer, lang, &mut actions),
            Place::Catalogue => self.forms.catalogue.answered(answered.tag, answer, lang, &mut actions),
            Place::Acquaintance => self.forms.acquaintance.answered(answered.tag, answer, lang, &mut actions),
            Place::Department => self.forms.department.answered(answered.tag, answer, lang, &mut actions),
            Place::Morning => self.forms.morning.answered(answered.tag, answer, lang, &mut actions),
            Place::Tasks => self.forms.tasks.answered(answered.tag, answer, lang, &mut actions),
            Place::Absences => self.forms.absences.answered(answered.tag, answer, lang, &mut actions),
            Place::Calendar => self.forms.calendar.answered(answered.tag, answer, lang, &mut actions),
            Place::Pay => self.forms.pay.answered(answered.tag, answer, lang, &mut actions),
            Place::People => {
                let why = answered.answer.as_ref().err().and_then(Problem::rejection);
                self.forms.people.answered(answered.tag, answer, why, lang, &mut actions);
            }
            Place::Journal => {}
        }
        if answered.answer.is_ok() && answered.place == Place::Pay {
            self.views.pay.again();
        }
        // The norms keep their remarks on screen; elsewhere they are said.
        if let Ok(accepted) = &answered.answer
            && answered.place != Place::Norms
        {
            errands.extend(accepted.warnings.iter().map(|warning| Errand::Say(Kind::Warn, lang.warning(warning))));
        }
        self.carry_out(answered.place, actions, lang, errands);
    }

    /// Says what is wanted at the place on screen.
    fn want(&mut self) {
        let Some(me) = self.views.me.value() else { return };
        let (may, code, today) = (me.may, me.code.clone(), me.work_day);
        self.months.want(self.place, me, self.forms.my_kpi.wanted(), &self.forms.department.wanted());
        let views = &mut self.views;
        let chosen = &self.chosen;
        let nothing = Nothing {};
        let studies = may.studies;
        let at = |place| self.place == Some(place);
        let wanted = |so: bool, question| so.then_some(question);
        views.studies.want(wanted(studies, Question::Studies(nothing)));
        let catalogue = studies || may.norms || may.catalogue || may.tickets;
        views.actions.want(wanted(catalogue, Question::Actions(nothing)));
        views.orders.want(wanted(may.orders, Question::Orders(nothing)));
        views.study.want(chosen.study.map(|study| Question::Study(AskStudy { study })));
        views.opened.want(chosen.opened.map(|study| Question::Study(AskStudy { study })));
        views.drift.want(wanted(studies, Question::Drift(nothing)));
        views.sets.want(wanted(may.norms, Question::Sets(nothing)));
        let set = if at(Place::Orders) { chosen.orders_set } else { chosen.norms_set };
        views.set.want(set.map(|set| Question::Set(AskSet { set })));
        views.order.want(chosen.order.clone().map(|number| Question::Order(AskOrder { number })));
        let report = if at(Place::Orders) { chosen.orders_report } else { chosen.norms_report };
        views.pilot.want(report.filter(|of| of.pilot).map(|of| Question::Pilot(AskSet { set: of.set })));
        let (from, to) = report.and_then(|of| of.days).unzip();
        views.replay.want(report.map(|of| Question::Replay(AskReplay { set: of.set, from, to })));
        let number = chosen.order.clone().filter(|_| may.orders);
        views.document.want(number.clone().map(|number| Question::Document(AskOrder { number })));
        views.acquaintance.want(number.filter(|_| may.pilot).map(|number| Question::Acquaintance(AskOrder { number })));
        let wording = |lang: Lang| Question::Wording(AskWording { lang: lang.code().to_owned() });
        views.wording_ru.want(wanted(may.orders || may.wording_keep, wording(Lang::Ru)));
        views.wording_en.want(wanted(may.orders || may.wording_keep, wording(Lang::En)));
        views.deputies.want(wanted(may.deputies, Question::Deputies(nothing)));
        views.acknowledge.want(wanted(may.acknowledge, Question::Acknowledge(nothing)));
        views.desk.want(wanted(may.desk, Question::Desk(nothing)));
        let month = AskMonth { month: chosen.absences.unwrap_or(Month::of(today)), through: None };
        views.absences.want(wanted(may.absences, Question::Absences(month)));
        views.cover.want(wanted(may.absences, Question::Cover(month)));
        let month = chosen.calendar.unwrap_or(Month::of(today));
        let year = Some(month.first().year());
        views.calendar.want(Some(Question::Calendar(AskCalendar { year })));
        views.schedules.want(wanted(may.schedules, Question::Schedules(AskSchedules { month: Some(month) })));
        views.plan.want(self.forms.calendar.plan_wanted().map(Question::Schedule));
        let (journal, entry) = (self.forms.journal.wanted(), self.forms.journal.entry_wanted());
        views.journal.want(wanted(may.journal && at(Place::Journal), Question::Audit(journal)));
        views.entry.want(entry.filter(|_| may.journal).map(Question::Entry));
        self.want_tickets(may);
        let (tasks, morning) = (&self.forms.tasks, &self.forms.morning);
        self.duties.want(self.place, may, &code, tasks, morning);
        if let Some(me) = self.views.me.value() {
            self.views.pay.want(me, &self.forms.pay);
        }
    }

    /// Says what is wanted of tickets, calls and reviews.
    fn want_tickets(&mut self, may: Doors) {
        let (views, chosen, nothing) = (&mut self.views, &self.chosen, Nothing {});
        let wanted = |so: bool, question| so.then_some(question);
        let reference = self.forms.desk.client_wanted().filter(|_| may.desk && may.tickets);
        views.client.want(reference.map(|reference| Question::Client(AskClient { reference })));
        views.people.want(wanted(may.tickets || may.payroll || may.people || may.journal, Question::People(nothing)));
        views.search.want(wanted(may.tickets, Question::Search(self.forms.tickets.wanted())));
        views.ticket.want(chosen.ticket.map(|ticket| Question::Ticket(AskTicket { ticket })));
        let set = views.ticket.value().and_then(|ticket| ticket.set);
        views.ticket_set.want(set.map(|set| Question::Set(AskSet { set })));
        views.reviews.want(wanted(may.review, Question::Reviews(AskReviews::default())));
        let days = views.reviews.value().map(|reviews| (reviews.from, reviews.to));
        let state = Some(crate::domain::call::CallState::Unprocessed);
        let calls = |(from, to)| AskCalls { from: Some(from), to: Some(to), state, ..AskCalls::default() };
        views.calls.want(days.map(|days| Question::Calls(calls(days))));
        views.queue.want(wanted(may.review, Question::Queue(AskQueue::default())));
        views.claims.want(wanted(may.review, Question::Claims(nothing)));
    }

    fn poll_views(&mut self, now_ms: i64) -> Vec<i64> {
        let (handle, session, place) = (&self.link.handle, &self.link.session, self.place);
        let mut next = self.views.poll(place, handle, session, now_ms);
        next.extend(self.duties.poll(place, handle, session, now_ms));
        let months = self.months.poll(place, handle, session, now_ms);
        next.into_iter().flatten().chain(months).collect()
    }
}

/// The doors that are open, in the order of the navigation.
#[must_use]
pub fn open_places(may: Doors) -> Vec<Place> {
    [
        (Place::Stopwatch, may.stopwatch),
        (Place::Study, may.studies),
        (Place::Norms, may.norms),
        (Place::Orders, may.orders || may.wording_keep),
        (Place::Catalogue, may.catalogue),
        (Place::Desk, may.desk),
        (Place::MyKpi, may.my_kpi),
        (Place::Review, may.review),
        (Place::Tickets, may.tickets),
        (Place::Acquaintance, may.acknowledge),
        (Place::Department, may.department),
        (Place::Morning, may.morning),
        (Place::Tasks, may.tasks),
        (Place::Absences, may.absences),
        (Place::Pay, may.payroll || may.my_pay || may.schemes),
        (Place::Calendar, true),
        (Place::People, may.people),
        (Place::Journal, may.journal),
    ]
    .into_iter()
    .filter_map(|(place, open)| open.then_some(place))
    .collect()
}
