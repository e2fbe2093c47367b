//! What stands for the window: it asks the views, draws a screen, carries its actions out, and hands the outcomes back.

use std::rc::Rc;
use std::sync::Arc;

use egui::{Event, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use norma::desktop::action::{Action, Document, Place, ReportOf, UndoBy};
use norma::desktop::app::keeping::Keeping;
use norma::desktop::app::link::Link;
use norma::desktop::app::{Clocks, Options};
use norma::desktop::screens::{
    absences, acquaintance, calendar, catalogue, department, desk, journal, my_kpi, norms, orders, pay, people, review,
    tickets,
};
use norma::desktop::theme::{self, Kind, Theme};
use norma::desktop::widgets::rail;
use norma::desktop::{fonts, icons};
use norma::domain::call::CallState;
use norma::domain::instant::Instant;
use norma::domain::month::Month;
use norma::floor::Envelope;
use norma::floor::command::Command;
use norma::floor::question::{
    AskCalendar, AskCalls, AskClient, AskMonth, AskOrder, AskQueue, AskReplay, AskReviews, AskSchedules, AskSet,
    AskTicket, AskWording, Nothing, Question,
};
use norma::floor::sign_in::{PasswordVerifier, Session};
use norma::locale::Lang;
use norma::views::View;
use norma::views::absences::{AbsencesView, CoverView};
use norma::views::calendar::{CalendarView, SchedulesView};
use norma::views::deputies::DeputiesView;
use norma::views::desk::{ClientView, ReviewsView, SearchView};
use norma::views::document::{OrderDocument, OrderWording};
use norma::views::norms::{ActionsView, OrderView, OrdersView, SetView, SetsView};
use norma::views::people::{MeView, PeopleView};
use norma::views::pilot::{AcknowledgeView, AcquaintanceView, PilotView, ReplayView};
use norma::views::studies::StudiesView;
use norma::views::tickets::{DeskView, TicketView};
use norma::worker::Outcome;
use uuid::Uuid;

use super::floor::{Floor, at};
use crate::cpu_renderer::CpuRenderer;

/// The window as far as a screen needs one.
pub struct Play {
    pub floor: Rc<Floor>,
    pub session: Session,
    pub lang: Lang,
    pub place: Place,
    pub now: Instant,
    pub set: Option<Uuid>,
    pub order: Option<String>,
    /// The month that the board and the calendar show.
    pub board_month: String,
    pub report: Option<ReportOf>,
    pub norms: norms::Form,
    pub orders: orders::Form,
    pub desk: desk::Form,
    pub my_kpi: my_kpi::Form,
    pub tickets: tickets::Form,
    pub review: review::Form,
    pub ticket: Option<Uuid>,
    pub catalogue: catalogue::Form,
    /// The file a person chooses to be read.
    pub file: Option<std::path::PathBuf>,
    pub acquaintance: acquaintance::Form,
    pub department: department::Form,
    pub absences: absences::Form,
    pub calendar: calendar::Form,
    pub pay: pay::Form,
    pub everybody: people::Form,
    pub journal: journal::Form,
    pub keeping: Keeping,
    /// Where a copy is to be written.
    pub copy_to: Option<std::path::PathBuf>,
    /// The files that were asked to be written.
    pub saved: Vec<Document>,
    pub said: Vec<(Kind, String)>,
    pub undo: Option<Command>,
    /// The password that the next command sets.
    pub secret: Option<PasswordVerifier>,
    pub went: Vec<Place>,
    pub objected: Vec<norma::domain::objection::About>,
}

impl Play {
    pub fn new(floor: &Rc<Floor>, login: &str, place: Place, lang: Lang, now: &str) -> Self {
        Self {
            floor: Rc::clone(floor),
            session: floor.sign_in(login),
            lang,
            place,
            now: at(now),
            set: None,
            order: None,
            board_month: now.get(..7).unwrap().to_owned(),
            report: None,
            norms: norms::Form::default(),
            orders: orders::Form::default(),
            desk: desk::Form::default(),
            my_kpi: my_kpi::Form::default(),
            tickets: tickets::Form::default(),
            review: review::Form::default(),
            ticket: None,
            catalogue: catalogue::Form::default(),
            file: None,
            acquaintance: acquaintance::Form::default(),
            department: department::Form::default(),
            absences: absences::Form::default(),
            calendar: calendar::Form::default(),
            pay: pay::Form::default(),
            everybody: people::Form::default(),
            journal: journal::Form::default(),
            keeping: Keeping::default(),
            copy_to: None,
            saved: Vec::new(),
            said: Vec::new(),
            undo: None,
            secret: None,
            went: Vec::new(),
            objected: Vec::new(),
        }
    }

    pub fn ask(&self, question: Question) -> Option<View> {
        self.floor.clock.store(self.now.millis(), std::sync::atomic::Ordering::SeqCst);
        self.floor.ask(&self.session, question)
    }

    pub fn me(&self) -> MeView {
        let Some(View::Me(view)) = self.ask(Question::Me(Nothing {})) else { panic!("me") };
        *view
    }

    pub fn sets(&self) -> SetsView {
        let Some(View::Sets(view)) = self.ask(Question::Sets(Nothing {})) else { panic!("sets") };
        view
    }

    pub fn set_view(&self) -> Option<SetView> {
        let Some(View::Set(view)) = self.ask(Question::Set(AskSet { set: self.set? })) else { return None };
        Some(*view)
    }

    pub fn catalogue(&self) -> ActionsView {
        let Some(View::Actions(view)) = self.ask(Question::Actions(Nothing {})) else { panic!("actions") };
        view
    }

    pub fn studies(&self) -> Option<StudiesView> {
        let Some(View::Studies(view)) = self.ask(Question::Studies(Nothing {})) else { return None };
        Some(view)
    }

    pub fn book(&self) -> OrdersView {
        let Some(View::Orders(view)) = self.ask(Question::Orders(Nothing {})) else { panic!("orders") };
        view
    }

    pub fn order_view(&self) -> Option<OrderView> {
        let Some(View::Order(view)) = self.ask(Question::Order(AskOrder { number: self.order.clone()? })) else {
            return None;
        };
        Some(*view)
    }

    pub fn pilot(&self) -> Option<PilotView> {
        let set = self.report.filter(|of| of.pilot)?.set;
        let Some(View::Pilot(view)) = self.ask(Question::Pilot(AskSet { set })) else { return None };
        Some(*view)
    }

    pub fn replay(&self) -> Option<ReplayView> {
        let of = self.report?;
        let (from, to) = of.days.unzip();
        let Some(View::Replay(view)) = self.ask(Question::Replay(AskReplay { set: of.set, from, to })) else {
            return None;
        };
        Some(*view)
    }

    pub fn document(&self) -> Option<OrderDocument> {
        let Some(View::Document(view)) = self.ask(Question::Document(AskOrder { number: self.order.clone()? })) else {
            return None;
        };
        Some(*view)
    }

    pub fn sheet(&self) -> Option<AcquaintanceView> {
        let number = self.order.clone()?;
        let Some(View::Acquaintance(view)) = self.ask(Question::Acquaintance(AskOrder { number })) else { return None };
        Some(view)
    }

    pub fn wording(&self, lang: Lang) -> OrderWording {
        let lang = lang.code().to_owned();
        let Some(View::Wording(view)) = self.ask(Question::Wording(AskWording { lang })) else { panic!("wording") };
        *view
    }

    pub fn deputies(&self) -> Option<DeputiesView> {
        let Some(View::Deputies(view)) = self.ask(Question::Deputies(Nothing {})) else { return None };
        Some(view)
    }

    pub fn acknowledge(&self) -> AcknowledgeView {
        let Some(View::Acknowledge(view)) = self.ask(Question::Acknowledge(Nothing {})) else { panic!("acknowledge") };
        view
    }

    pub fn desk_view(&self) -> DeskView {
        let Some(View::Desk(view)) = self.ask(Question::Desk(Nothing {})) else { panic!("desk") };
        *view
    }

    /// Draws the screen inside the frame of a window, and carries out what it asks for.
    pub fn frame(&mut self, ui: &mut egui::Ui) {
        let lang = self.lang;
        let names = [
            "Секундомер",
            "Исследования",
            "Нормативы",
            "Приказы",
            "Рабочий стол",
            "Мой KPI",
            "Тикеты",
            "Проверка",
            "Каталог",
            "Ознакомление",
            "Отдел",
            "Отсутствия",
            "Оплата",
            "Календарь",
        ];
        let signs = [
            icons::TIMER,
            icons::CHART_SCATTER,
            icons::SCALES,
            icons::GAVEL,
            icons::HEADSET,
            icons::GAUGE,
            icons::MAGNIFYING_GLASS,
            icons::LIST_CHECKS,
            icons::BOOKS,
            icons::SIGNATURE,
            icons::USERS_THREE,
            icons::CALENDAR_X,
            icons::WALLET,
            icons::CALENDAR_DOTS,
        ];
        let places: Vec<rail::Place<'_>> = names
            .iter()
            .zip(signs)
            .map(|(name, icon)| rail::Place { icon, name, waiting: 0, waiting_words: "", key: "", group: "" })
            .collect();
        rail::rail(ui, "Разделы", (icons::TIMER, "Norma"), &places, self.place as usize);
        let bar = egui::Frame::new().fill(Theme::of(ui).surface);
        egui::Panel::top("bar").exact_size(49.0).resizable(false).frame(bar).show(ui, |_| {});
        let mut actions = Vec::new();
        let canvas = egui::Frame::new().fill(Theme::of(ui).canvas);
        egui::CentralPanel::default().frame(canvas).show(ui, |ui| match self.place {
            Place::Norms => {
                let (sets, set, catalogue, studies) = (self.sets(), self.set_view(), self.catalogue(), self.studies());
                let (pilot, replay) = (self.pilot(), self.replay());
                let view = norms::View {
                    sets: &sets,
                    set: set.as_ref(),
                    catalogue: &catalogue,
                    studies: studies.as_ref(),
                    drift: None,
                    pilot: pilot.as_ref(),
                    replay: replay.as_ref(),
                    report_trouble: None,
                };
                norms::show(ui, lang, &view, &mut self.norms, &mut actions);
            }
            Place::Orders => {
                let (book, order, set, me) = (self.book(), self.order_view(), self.set_view(), self.me());
                let (pilot, replay) = (self.pilot(), self.replay());
                let (document, sheet, deputies) = (self.document(), self.sheet(), self.deputies());
                let (ru, en) = (self.wording(Lang::Ru), self.wording(Lang::En));
                let view = orders::View {
                    book: &book,
                    order: order.as_ref(),
                    set: set.as_ref(),
                    me: &me,
                    pilot: pilot.as_ref(),
                    replay: replay.as_ref(),
                    report_trouble: None,
                    document: document.as_ref(),
                    acquaintance: sheet.as_ref(),
                    wording: [Some(&ru), Some(&en)],
                    deputies: deputies.as_ref(),
                };
                orders::show(ui, lang, &view, &mut self.orders, &mut actions);
            }
            Place::Desk => {
                let (view, client) = (self.desk_view(), self.client());
                self.desk.now_ms = self.now.millis();
                let view = desk::View { desk: &view, client: client.as_ref(), zone: chrono_tz::Europe::Moscow };
                desk::show(ui, lang, &view, &mut self.desk, &mut actions);
            }
            Place::MyKpi => self.show_month(ui, &mut actions),
            Place::Tickets => self.show_tickets(ui, &mut actions),
            Place::Review => self.show_review(ui, &mut actions),
            Place::Catalogue => {
                let (list, keeps) = (self.catalogue(), self.me().may.actions_keep);
                let view = catalogue::View { actions: &list, keeps, edition: 0 };
                catalogue::show(ui, lang, &view, &mut self.catalogue, &mut actions);
            }
            Place::Acquaintance => {
                let view = self.acknowledge();
                acquaintance::show(ui, lang, &view, &mut self.acquaintance, &mut actions);
            }
            Place::Department => self.show_department(ui, &mut actions),
            Place::Pay => self.show_pay(ui, &mut actions),
            Place::Absences => self.show_absences(ui, &mut actions),
            Place::Calendar => self.show_calendar(ui, &mut actions),
            Place::Journal => self.show_journal(ui, &mut actions),
            Place::People => {
                let (me, list) = (self.me(), self.people().unwrap());
                let view = people::View { me: &me, people: &list };
                people::show(ui, lang, &view, &mut self.everybody, &mut actions);
            }
            Place::Stopwatch | Place::Study | Place::Morning | Place::Tasks => {}
        });
        self.carry_out(actions);
    }

    fn show_tickets(&mut self, ui: &mut egui::Ui, actions: &mut Vec<Action>) {
        let (me, catalogue, people, search) = (self.me(), self.catalogue(), self.people(), self.search());
        let ticket = self.ticket_view();
        let set = ticket.as_ref().and_then(|ticket| ticket.set);
        let set = set.and_then(|set| match self.ask(Question::Set(AskSet { set })) {
            Some(View::Set(view)) => Some(*view),
            _ => None,
        });
        let view = tickets::View {
            me: &me,
            actions: Some(&catalogue),
            people: people.as_ref(),
            search: search.as_ref(),
            trouble: None,
            ticket: ticket.as_ref(),
            ticket_trouble: None,
            set: set.as_ref(),
            chosen: self.ticket,
        };
        self.tickets.now_ms = self.now.millis();
        tickets::show(ui, self.lang, &view, &mut self.tickets, actions);
    }

    pub fn board(&self) -> AbsencesView {
        let month = AskMonth { month: Month::parse(&self.board_month).unwrap(), through: None };
        let Some(View::Absences(view)) = self.ask(Question::Absences(month)) else { panic!("absences") };
        *view
    }

    pub fn cover(&self) -> CoverView {
        let month = AskMonth { month: Month::parse(&self.board_month).unwrap(), through: None };
        let Some(View::Cover(view)) = self.ask(Question::Cover(month)) else { panic!("cover") };
        *view
    }

    pub fn year(&self) -> CalendarView {
        let year = self.board_month.get(..4).and_then(|year| year.parse().ok());
        let Some(View::Calendar(view)) = self.ask(Question::Calendar(AskCalendar { year })) else { panic!("calendar") };
        *view
    }

    pub fn schedules(&self) -> Option<SchedulesView> {
        let month = Month::parse(&self.board_month);
        let Some(View::Schedules(view)) = self.ask(Question::Schedules(AskSchedules { month })) else { return None };
        Some(*view)
    }

    fn show_calendar(&mut self, ui: &mut egui::Ui, actions: &mut Vec<Action>) {
        let (year, schedules) = (self.year(), self.schedules());
        self.floor.clock.store(self.now.millis(), std::sync::atomic::Ordering::SeqCst);
        let asked = self.calendar.plan_wanted().map(Question::Schedule);
        let (mut plan, mut trouble) = (None, None);
        match asked.map(|question| self.floor.handle.ask(&self.session, question).wait().unwrap()) {
            Some(Ok(View::Schedule(view))) => plan = Some(*view),
            Some(Err(stop)) => trouble = Some(norma::desktop::app::link::stop_text(self.lang, &stop)),
            _ => {}
        }
        let view = calendar::View {
            month: Month::parse(&self.board_month).unwrap(),
            calendar: Some(&year),
            schedules: schedules.as_ref(),
            plan: plan.as_ref(),
            plan_trouble: trouble.as_deref(),
            trouble: None,
        };
        calendar::show(ui, self.lang, &view, &mut self.calendar, actions);
    }

    fn link(&self) -> Link {
        Link::new(self.floor.handle.clone(), self.session.clone(), self.session.code().to_owned())
    }

    fn show_journal(&mut self, ui: &mut egui::Ui, actions: &mut Vec<Action>) {
        let (me, people, link) = (self.me(), self.people(), self.link());
        let page = match self.ask(Question::Audit(self.journal.wanted())) {
            Some(View::Audit(view)) => Some(view),
            _ => None,
        };
        let entry = self.journal.entry_wanted().and_then(|ask| match self.ask(Question::Entry(ask)) {
            Some(View::Entry(view)) => Some(*view),
            _ => None,
        });
        self.keeping.poll(self.lang, &link);
        let view = journal::View {
            me: &me,
            page: page.as_ref(),
            entry: entry.as_ref(),
            people: people.as_ref(),
            keeping: &self.keeping,
            trouble: None,
        };
        journal::show(ui, self.lang, &view, &mut self.journal, actions);
    }

    fn show_absences(&mut self, ui: &mut egui::Ui, actions: &mut Vec<Action>) {
        let (board, cover) = (self.board(), self.cover());
        let me = self.session.code().to_owned();
        let view = absences::View { board: &board, cover: Some(&cover), cover_trouble: None, me: &me };
        absences::show(ui, self.lang, &view, &mut self.absences, actions);
    }

    fn show_review(&mut self, ui: &mut egui::Ui, actions: &mut Vec<Action>) {
        let (reviews, people) = (self.reviews(), self.people());
        let days = reviews.as_ref().map(|reviews| (reviews.from, reviews.to));
        let calls = days.and_then(|(from, to)| {
            let state = Some(CallState::Unprocessed);
            match self.ask(Question::Calls(AskCalls { from: Some(from), to: Some(to), state, ..AskCalls::default() })) {
                Some(View::Calls(view)) => Some(view),
                _ => None,
            }
        });
        let queue = match self.ask(Question::Queue(AskQueue::default())) {
            Some(View::Queue(view)) => Some(view),
            _ => None,
        };
        let claims = match self.ask(Question::Claims(Nothing {})) {
            Some(View::Claims(view)) => Some(view),
            _ => None,
        };
        let view = review::View {
            reviews: reviews.as_ref(),
            calls: calls.as_ref(),
            queue: queue.as_ref(),
            claims: claims.as_ref(),
            people: people.as_ref(),
            trouble: None,
        };
        self.review.now_ms = self.now.millis();
        review::show(ui, self.lang, &view, &mut self.review, actions);
    }

    fn show_pay(&mut self, ui: &mut egui::Ui, actions: &mut Vec<Action>) {
        let me = self.me();
        let wanted = self.pay.wanted(&me);
        let payroll = wanted.payroll.and_then(|ask| match self.ask(Question::Payroll(ask)) {
            Some(View::Payroll(view)) => Some(*view),
            _ => None,
        });
        let statement = wanted.statement.clone().and_then(|ask| match self.ask(Question::Statement(ask)) {
            Some(View::Statement(view)) => Some(*view),
            _ => None,
        });
        let none = wanted.statement.is_some() && statement.is_none();
        let statements = wanted.statements.and_then(|ask| match self.ask(Question::Statements(ask)) {
            Some(View::Statements(view)) => Some(*view),
            _ => None,
        });
        let schemes = match self.ask(Question::Schemes(Nothing {})) {
            Some(View::Schemes(view)) => Some(view),
            _ => None,
        };
        let scheme = wanted.scheme.and_then(|ask| match self.ask(Question::Scheme(ask)) {
            Some(View::Scheme(view)) => Some(*view),
            _ => None,
        });
        let day = wanted.day.and_then(|ask| match self.ask(Question::Day(ask)) {
            Some(View::Day(view)) => Some(*view),
            _ => None,
        });
        let people = self.people();
        let grants = match wanted.grants.then(|| self.ask(Question::Grants(Nothing {}))) {
            Some(Some(View::Grants(view))) => Some(view),
            _ => None,
        };
        let view = pay::View {
            me: &me,
            payroll: payroll.as_ref(),
            statement: statement.as_ref(),
            statements: statements.as_ref(),
            schemes: schemes.as_ref(),
            scheme: scheme.as_ref(),
            people: people.as_ref(),
            day: day.as_ref(),
            grants: grants.as_ref(),
            trouble: None,
            no_statement: none.then_some("Расчётного листа за этот месяц нет"),
        };
        pay::show(ui, self.lang, &view, &mut self.pay, actions);
    }

    pub fn client(&self) -> Option<ClientView> {
        let reference = self.desk.client_wanted()?;
        let Some(View::Client(view)) = self.ask(Question::Client(AskClient { reference })) else { return None };
        Some(view)
    }

    pub fn people(&self) -> Option<PeopleView> {
        let Some(View::People(view)) = self.ask(Question::People(Nothing {})) else { return None };
        Some(view)
    }

    pub fn search(&self) -> Option<SearchView> {
        let Some(View::Search(view)) = self.ask(Question::Search(self.tickets.wanted())) else { return None };
        Some(view)
    }

    pub fn reviews(&self) -> Option<ReviewsView> {
        let Some(View::Reviews(view)) = self.ask(Question::Reviews(AskReviews::default())) else { return None };
        Some(view)
    }

    pub fn ticket_view(&self) -> Option<TicketView> {
        let Some(View::Ticket(view)) = self.ask(Question::Ticket(AskTicket { ticket: self.ticket? })) else {
            return None;
        };
        Some(*view)
    }

    pub fn carry_out(&mut self, actions: Vec<Action>) {
        for action in actions {
            match action {
                Action::Send { tag, command } | Action::SendKept { tag, command, .. } => {
                    self.execute(tag, *command, None);
                }
                Action::SendConfirmed { tag, command, password } => self.execute(tag, *command, Some(password)),
                Action::SendSecret { tag, command, secret } => {
                    self.secret = Some(PasswordVerifier::new(&secret).unwrap());
                    self.execute(tag, *command, None);
                }
                Action::Note(note) => self.floor.handle.note(&self.session, note).wait().unwrap().unwrap(),
                Action::Go(place) => self.went.push(place),
                Action::SelectSet(set) => self.set = set,
                Action::SelectOrder(order) => self.order = order,
                Action::SelectReport(report) => self.report = report,
                Action::Save(document) => self.saved.push(document),
                Action::SelectTicket(ticket) => self.ticket = ticket,
                Action::SelectMonth(month) => self.board_month = month,
                Action::OpenStatement { person, month } => {
                    self.pay.open_statement(person, month);
                    self.place = Place::Pay;
                }
                Action::OpenTicket(ticket) => {
                    self.ticket = Some(ticket);
                    self.place = Place::Tickets;
                }
                Action::CorrectTicket(ticket) => {
                    let view = self.desk_view();
                    self.desk.correct(&view, ticket);
                    self.place = Place::Desk;
                }
                Action::ReadCatalogue => self.read_catalogue(),
                Action::ReadCalendar => self.read_calendar(),
                Action::ReadPeople => self.read_people(),
                Action::CheckFile => {
                    let link = self.link();
                    self.keeping.begin_check(&link);
                }
                Action::CopyFile(name) => {
                    let (target, clocks) = (self.copy_to.clone(), Clocks::system());
                    let ask_where = Arc::new(move |_: &str| target.clone());
                    let options = Options { ask_where: Some(ask_where), ..Options::bare(clocks, self.lang) };
                    self.keeping.ask(&egui::Context::default(), &options, name);
                }
                Action::EndKeeping => self.keeping.end(),
                Action::ListCopies => {
                    let link = self.link();
                    self.keeping.list(&link);
                }
                Action::OpenStudy(..) => self.went.push(Place::Study),
                Action::SelectStudy(_) | Action::TimeStudy { .. } => {}
                Action::FindTickets(..) => self.went.push(Place::Tickets),
                Action::OpenPerson(_) => self.went.push(Place::Department),
                Action::OpenCover => self.went.push(Place::Absences),
                Action::Object(about) => {
                    self.objected.push(about);
                    self.went.push(Place::Tasks);
                }
                Action::OpenTasks(..) | Action::WriteNote(..) | Action::GiveTask(_) => {
                    self.went.push(Place::Tasks);
                }
                Action::Say(kind, text) => self.said.push((kind, text)),
                Action::SayUndo(kind, text, by) => {
                    self.said.push((kind, text));
                    if let UndoBy::Command(command) | UndoBy::Saved { command, .. } = by {
                        self.undo = Some(*command);
                    }
                }
            }
        }
    }

    fn read_calendar(&mut self) {
        let Some(path) = self.file.clone() else { return };
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let lang = self.lang;
        let read = norma::intake::plan_calendar(&path);
        let read = read.map(|plan| (name, plan)).map_err(|error| lang.refusal(&error.rejection()));
        let mut actions = Vec::new();
        self.calendar.chosen(read, &mut actions);
        self.carry_out(actions);
    }

    fn read_people(&mut self) {
        let Some(path) = self.file.clone() else { return };
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let lang = self.lang;
        let read = norma::intake::plan_people(&path);
        let read = read.map(|plan| (name, plan)).map_err(|error| lang.refusal(&error.rejection()));
        let mut actions = Vec::new();
        self.everybody.chosen(read, &mut actions);
        self.carry_out(actions);
    }

    fn read_catalogue(&mut self) {
        let Some(path) = self.file.clone() else { return };
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let lang = self.lang;
        let read = norma::intake::plan_actions(&path);
        let read = read.map(|plan| (name, plan)).map_err(|error| lang.refusal(&error.rejection()));
        let mut actions = Vec::new();
        self.catalogue.chosen(read, &mut actions);
        self.carry_out(actions);
    }

    pub fn execute(&mut self, tag: &'static str, command: Command, password: Option<String>) {
        let proof = password
            .and_then(|password| self.floor.handle.sign_in(self.session.code(), &password).wait().unwrap().ok())
            .map(|(_, proof)| proof);
        let outcome = self.floor.handle.execute(Envelope {
            at: Some(self.now),
            proof,
            secret: self.secret.take(),
            ..Envelope::new(self.session.clone(), command)
        });
        let text = match &outcome {
            Outcome::Accepted(_) => String::new(),
            Outcome::Refused(rejection) => self.lang.refusal(rejection),
            Outcome::Fault(reference) => panic!("fault {reference}"),
        };
        let answer = match &outcome {
            Outcome::Accepted(accepted) => Ok(accepted),
            _ => Err(text.as_str()),
        };
        let (lang, mut actions) = (self.lang, Vec::new());
        match self.place {
            Place::Norms => self.norms.answered(tag, answer, lang, &mut actions),
            Place::Orders => self.orders.answered(tag, answer, lang, &mut actions),
            Place::Desk => self.desk.answered(tag, answer, lang, &mut actions),
            Place::MyKpi => self.my_kpi.answered(tag, answer, lang, &mut actions),
            Place::Tickets => self.tickets.answered(tag, answer, lang, &mut actions),
            Place::Review => self.review.answered(tag, answer, lang, &mut actions),
            Place::Catalogue => self.catalogue.answered(tag, answer, lang, &mut actions),
            Place::Acquaintance => self.acquaintance.answered(tag, answer, lang, &mut actions),
            Place::Department => self.department.answered(tag, answer, lang, &mut actions),
            Place::Pay => self.pay.answered(tag, answer, lang, &mut actions),
            Place::Absences => self.absences.answered(tag, answer, lang, &mut actions),
            Place::Calendar => self.calendar.answered(tag, answer, lang, &mut actions),
            Place::People => {
                let why = if let Outcome::Refused(rejection) = &outcome { Some(rejection) } else { None };
                self.everybody.answered(tag, answer, why, lang, &mut actions);
            }
            Place::Stopwatch | Place::Study | Place::Morning | Place::Tasks | Place::Journal => {}
        }
        self.carry_out(actions);
    }
}

pub fn open(play: Play, dark: bool, size: [f32; 2]) -> Harness<'static, Play> {
    scaled(play, dark, size, 1.0)
}

/// The same on a screen of more pixels to a point.
pub fn scaled(play: Play, dark: bool, size: [f32; 2], scale: f32) -> Harness<'static, Play> {
    let theme = if dark { egui::Theme::Dark } else { egui::Theme::Light };
    let mut harness = Harness::builder()
        .with_size(size)
        .with_pixels_per_point(scale)
        .with_theme(theme)
        .with_os(egui::os::OperatingSystem::Nix)
        .with_context_setup(|ctx| {
            fonts::install(ctx);
            theme::apply(ctx);
        })
        .renderer(CpuRenderer::default())
        .build_ui_state(|ui, play: &mut Play| play.frame(ui), play);
    harness.run_steps(4);
    harness
}

pub fn light(play: Play) -> Harness<'static, Play> {
    open(play, false, [1280.0, 720.0])
}

pub fn press(harness: &mut Harness<'_, Play>, key: Key) {
    harness.key_press(key);
    harness.run_steps(2);
}

pub fn command(harness: &mut Harness<'_, Play>, key: Key) {
    harness.key_press_modifiers(Modifiers::COMMAND, key);
    harness.run_steps(3);
}

pub fn write(harness: &mut Harness<'_, Play>, text: &str) {
    harness.event(Event::Text(text.to_owned()));
    harness.run_steps(2);
}

/// Puts a text in place of what a field holds.
pub fn fill(harness: &mut Harness<'_, Play>, label: &str, text: &str) {
    use egui::accesskit::Role;
    let field = harness.query_by_role_and_label(Role::TextInput, label);
    field.unwrap_or_else(|| harness.get_by_role_and_label(Role::PasswordInput, label)).focus();
    harness.run_steps(2);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    write(harness, text);
}

pub fn click(harness: &mut Harness<'_, Play>, label: &str) {
    harness.get_by_label(label).click();
    harness.run_steps(3);
}

/// Puts a text into a field of several lines.
pub fn fill_area(harness: &mut Harness<'_, Play>, label: &str, text: &str) {
    harness.get_by_role_and_label(egui::accesskit::Role::MultilineTextInput, label).focus();
    harness.run_steps(2);
    write(harness, text);
}
