//! The views that the places share: what each is called, and what on the floor moves it.

use super::load::{Asked, Loadable, view};
use super::pay_views::PayViews;
use crate::desktop::action::Place;
use crate::floor::command::Area;
use crate::floor::sign_in::Session;
use crate::views::absences::{AbsencesView, CoverView};
use crate::views::calendar::{CalendarView, ScheduleView, SchedulesView};
use crate::views::deputies::DeputiesView;
use crate::views::desk::{CallsView, ClaimsView, ClientView, QueueView, ReviewsView, SearchView};
use crate::views::document::{OrderDocument, OrderWording};
use crate::views::journal::{AuditView, EntryView};
use crate::views::norms::{ActionsView, OrderView, OrdersView, SetView, SetsView};
use crate::views::people::{MeView, PeopleView};
use crate::views::pilot::{AcknowledgeView, AcquaintanceView, PilotView, ReplayView};
use crate::views::studies::{DriftView, StudiesView, StudyView};
use crate::views::tickets::{DeskView, TicketView};
use crate::worker::Handle;

/// The views of all places.
#[derive(Debug)]
pub struct Views {
    /// Who is signed in.
    pub me: Loadable<MeView>,
    /// The catalogue.
    pub actions: Loadable<ActionsView>,
    /// All studies.
    pub studies: Loadable<StudiesView>,
    /// The study on the stopwatch.
    pub study: Loadable<StudyView>,
    /// The study on the screen of studies.
    pub opened: Loadable<StudyView>,
    /// The norms in force against real handling times.
    pub drift: Loadable<DriftView>,
    /// All sets.
    pub sets: Loadable<SetsView>,
    /// The set on screen.
    pub set: Loadable<SetView>,
    /// What waits for the director, and past orders.
    pub orders: Loadable<OrdersView>,
    /// The order on screen.
    pub order: Loadable<OrderView>,
    /// Where the pilot of the set on screen stands.
    pub pilot: Loadable<PilotView>,
    /// The set on screen applied to closed days.
    pub replay: Loadable<ReplayView>,
    /// The order on screen as a document.
    pub document: Loadable<OrderDocument>,
    /// Who has acknowledged the order on screen.
    pub acquaintance: Loadable<AcquaintanceView>,
    /// The floor's own wording of orders in Russian.
    pub wording_ru: Loadable<OrderWording>,
    /// The same in English.
    pub wording_en: Loadable<OrderWording>,
    /// Who stands in for a supervisor.
    pub deputies: Loadable<DeputiesView>,
    /// The orders that wait for the person signed in.
    pub acknowledge: Loadable<AcknowledgeView>,
    /// The operator's desk.
    pub desk: Loadable<DeskView>,
    /// The client of the ticket on the desk.
    pub client: Loadable<ClientView>,
    /// The people the person may see.
    pub people: Loadable<PeopleView>,
    /// A page of what was searched for.
    pub search: Loadable<SearchView>,
    /// The ticket on screen.
    pub ticket: Loadable<TicketView>,
    /// The set that weighed it.
    pub ticket_set: Loadable<SetView>,
    /// What is worth a look, and what is being asked.
    pub reviews: Loadable<ReviewsView>,
    /// Unprocessed calls of the days under review.
    pub calls: Loadable<CallsView>,
    /// Records that match nobody.
    pub queue: Loadable<QueueView>,
    /// Forgotten tickets that are claimed.
    pub claims: Loadable<ClaimsView>,
    /// The month board of absences.
    pub absences: Loadable<AbsencesView>,
    /// Who covered whom.
    pub cover: Loadable<CoverView>,
    /// The year of the work calendar on screen.
    pub calendar: Loadable<CalendarView>,
    /// Who works by which schedule.
    pub schedules: Loadable<SchedulesView>,
    /// What a month comes to by the schedule in the dialog.
    pub plan: Loadable<ScheduleView>,
    /// The page of the audit journal on screen.
    pub journal: Loadable<AuditView>,
    /// The entry of it that is open.
    pub entry: Loadable<EntryView>,
    /// Statements and schemes.
    pub pay: PayViews,
    /// Whether an answer was on its way when they were asked last.
    waits: bool,
}

/// When a view is asked for.
#[derive(Debug, Clone, Copy)]
pub(super) enum When {
    /// Whatever is on screen: it counts what waits.
    Always,
    /// While one of these places is on screen.
    At(&'static [Place]),
    /// The same, and once before, for its counter: it moves by the day or the week.
    Once(&'static [Place]),
}

impl When {
    /// Whether it is time for `view`.
    pub(super) fn is_now(self, place: Option<Place>, view: &dyn Asked) -> bool {
        let at = |places: &[Place]| place.is_some_and(|place| places.contains(&place));
        match self {
            Self::Always => true,
            Self::At(places) => at(places),
            Self::Once(places) => at(places) || view.is_unknown() || view.is_busy(),
        }
    }
}

impl Views {
    /// Takes the answers that are here, and asks what is due at the place on screen; gives after how many milliseconds to look again.
    pub(super) fn poll(
        &mut self,
        place: Option<Place>,
        handle: &Handle,
        session: &Session,
        now_ms: i64,
    ) -> Vec<Option<i64>> {
        let (mut next, mut waits) = (Vec::new(), false);
        for (view, when) in self.each() {
            if when.is_now(place, view) {
                next.push(view.poll(handle, session, now_ms));
            }
            waits |= view.is_busy();
        }
        self.waits = waits;
        next.extend(self.pay.poll(handle, session, now_ms, place == Some(Place::Pay)));
        next
    }

    /// Whether an answer is on its way.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        self.waits || self.pay.is_busy()
    }

    /// Every view that the places share, with when it is asked for; what asks them and what waits for them go by this list.
    fn each(&mut self) -> [(&mut dyn Asked, When); 35] {
        use Place::{
            Absences, Acquaintance, Calendar, Catalogue, Department, Desk, Journal, Norms, Orders, Pay, People, Review,
            Stopwatch, Study, Tasks, Tickets,
        };
        use When::{Always, At, Once};
        [
            (&mut self.me, Always),
            (&mut self.studies, Always),
            (&mut self.orders, Always),
            (&mut self.desk, Always),
            (&mut self.claims, Always),
            (&mut self.queue, Always),
            (&mut self.drift, Once(&[Study, Norms])),
            (&mut self.reviews, Once(&[Review])),
            (&mut self.actions, At(&[Stopwatch, Study, Norms, Catalogue, Tickets, Tasks, Department])),
            (&mut self.opened, At(&[Study])),
            (&mut self.study, At(&[Stopwatch])),
            (&mut self.sets, At(&[Norms])),
            (&mut self.set, At(&[Norms, Orders])),
            (&mut self.pilot, At(&[Norms, Orders])),
            (&mut self.replay, At(&[Norms, Orders])),
            (&mut self.order, At(&[Orders])),
            (&mut self.document, At(&[Orders])),
            (&mut self.acquaintance, At(&[Orders])),
            (&mut self.wording_ru, At(&[Orders])),
            (&mut self.wording_en, At(&[Orders])),
            (&mut self.deputies, At(&[Orders])),
            (&mut self.acknowledge, At(&[Acquaintance])),
            (&mut self.client, At(&[Desk])),
            (&mut self.search, At(&[Tickets])),
            (&mut self.ticket, At(&[Tickets])),
            (&mut self.ticket_set, At(&[Tickets])),
            (&mut self.people, At(&[Tickets, Review, Tasks, Pay, People, Journal])),
            (&mut self.calls, At(&[Review])),
            (&mut self.absences, At(&[Absences])),
            (&mut self.cover, At(&[Absences])),
            (&mut self.calendar, At(&[Calendar])),
            (&mut self.schedules, At(&[Calendar])),
            (&mut self.plan, At(&[Calendar])),
            (&mut self.journal, At(&[Journal])),
            (&mut self.entry, At(&[Journal])),
        ]
    }
}

impl Default for Views {
    fn default() -> Self {
        use Area::{Absences, Catalogue, Days, Department, Norms, Pay, People, Studies, Tickets};
        const ALL: &[Area] = &[Absences, Catalogue, Days, Department, Norms, Pay, People, Studies, Tickets];
        Self {
            me: Loadable::new(&[People, Days, Norms, Pay], view!(boxed Me)),
            actions: Loadable::new(&[Catalogue], view!(Actions)),
            studies: Loadable::new(&[Studies, People, Catalogue], view!(Studies)),
            study: Loadable::new(&[Studies, People, Catalogue], view!(boxed Study)),
            opened: Loadable::new(&[Studies, People, Catalogue, Tickets], view!(boxed Study)),
            drift: Loadable::new(&[Studies, Norms, Tickets, Catalogue, Days], view!(Drift)),
            sets: Loadable::new(&[Norms, Studies, People], view!(Sets)),
            set: Loadable::new(&[Norms, Studies, Catalogue], view!(boxed Set)),
            orders: Loadable::new(&[Norms, Days], view!(Orders)),
            order: Loadable::new(&[Norms], view!(boxed Order)),
            pilot: Loadable::new(&[Norms, Days, Tickets], view!(boxed Pilot)),
            replay: Loadable::new(&[Norms, Days], view!(boxed Replay)).sticky(),
            document: Loadable::new(&[Norms], view!(boxed Document)),
            acquaintance: Loadable::new(&[Norms, People], view!(Acquaintance)),
            wording_ru: Loadable::new(&[Norms], view!(boxed Wording)),
            wording_en: Loadable::new(&[Norms], view!(boxed Wording)),
            deputies: Loadable::new(&[People, Days], view!(Deputies)),
            acknowledge: Loadable::new(&[Norms, Days], view!(Acknowledge)),
            desk: Loadable::new(&[Tickets, Catalogue, Norms, People, Days], view!(boxed Desk)),
            client: Loadable::new(&[Tickets], view!(Client)),
            people: Loadable::new(&[People], view!(People)),
            search: Loadable::new(&[Tickets, Days], view!(Search)).sticky(),
            ticket: Loadable::new(&[Tickets, Days], view!(boxed Ticket)),
            ticket_set: Loadable::new(&[Norms], view!(boxed Set)),
            reviews: Loadable::new(&[Tickets, Days], view!(Reviews)),
            calls: Loadable::new(&[Tickets, Days], view!(Calls)),
            queue: Loadable::new(&[Tickets, People], view!(Queue)),
            claims: Loadable::new(&[Tickets, Days], view!(Claims)),
            absences: Loadable::new(&[Absences, Days, People, Pay], view!(boxed Absences)).sticky(),
            cover: Loadable::new(&[Absences, Days, People, Pay], view!(boxed Cover)).sticky(),
            calendar: Loadable::new(&[Days], view!(boxed Calendar)).sticky(),
            schedules: Loadable::new(&[Days, People], view!(boxed Schedules)).sticky(),
            plan: Loadable::new(&[Days, People], view!(boxed Schedule)).sticky(),
            journal: Loadable::new(ALL, view!(Audit)).sticky(),
            entry: Loadable::new(&[], view!(boxed Entry)),
            pay: PayViews::default(),
            waits: false,
        }
    }
}
