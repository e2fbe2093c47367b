//! The views of a person's month and of the department: asked for where they are on screen, for whoever may see them.
//!
//! My KPI and the department show a person's month by the same views; the place on screen says whose.

use super::load::{Loadable, view};
use crate::desktop::action::Place;
use crate::desktop::screens::person_month::{Wanted, shows_pay};
use crate::domain::code::Code;
use crate::domain::month::Month;
use crate::floor::command::Area;
use crate::floor::question::{
    AskDay, AskDecision, AskDepartment, AskKpi, AskMonth, AskMyKpi, AskStatement, AskTasks, Question,
};
use crate::floor::sign_in::Session;
use crate::views::absences::CoverView;
use crate::views::department::{DecisionTraceView, DepartmentView, MyKpiView};
use crate::views::kpi::KpiView;
use crate::views::pay::StatementView;
use crate::views::people::MeView;
use crate::views::tasks::{IndicatorsView, TasksView};
use crate::views::tickets::DayView;
use crate::worker::Handle;

/// Whose month is on screen, and how deep it is opened.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PersonWanted {
    /// Whose; none for the own one.
    pub person: Option<Code>,
    /// The month, day and decision.
    pub month: Wanted,
}

/// What is wanted of the department.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DepartmentWanted {
    /// The month; by default the running one.
    pub month: Option<Month>,
    /// Only this department; by default all that may be seen.
    pub department: Option<Code>,
    /// The person that is open.
    pub person: Option<PersonWanted>,
    /// The indicators are on screen.
    pub indicators: bool,
}

/// The views.
#[derive(Debug)]
pub struct Months {
    /// A person's month.
    pub month: Loadable<MyKpiView>,
    /// A day of it.
    pub day: Loadable<DayView>,
    /// Where the weight of a decision of that day comes from.
    pub trace: Loadable<DecisionTraceView>,
    /// Who covered whom in the month.
    pub cover: Loadable<CoverView>,
    /// The person's statement of the month.
    pub statement: Loadable<StatementView>,
    /// The department's month.
    pub department: Loadable<DepartmentView>,
    /// Its indicators.
    pub indicators: Loadable<IndicatorsView>,
    /// Its days, for export.
    pub days: Loadable<KpiView>,
    /// Its tasks of the month, for export.
    pub tasks: Loadable<TasksView>,
    /// The indicators are on screen: they move with every ticket there, and elsewhere are asked for once.
    on_indicators: bool,
}

impl Default for Months {
    fn default() -> Self {
        use Area::{Absences, Days, Department, Norms, Pay, People, Tickets};
        Self {
            month: Loadable::new(&[Tickets, Days, People, Absences, Department], view!(boxed MyKpi)).sticky(),
            day: Loadable::new(&[Tickets, Days], view!(boxed Day)),
            trace: Loadable::new(&[Tickets, Norms], view!(boxed Decision)),
            cover: Loadable::new(&[Tickets, Days, People, Absences], view!(boxed Cover)),
            statement: Loadable::new(&[Tickets, Days, People, Absences, Pay], view!(boxed Statement)),
            department: Loadable::new(&[Tickets, Days, People, Absences, Department], view!(boxed Department)).sticky(),
            indicators: Loadable::new(&[Tickets, Days, People, Absences, Department], view!(Indicators)).sticky(),
            days: Loadable::new(&[Tickets, Days, People, Norms], view!(boxed Kpi)),
            tasks: Loadable::new(&[Department], view!(boxed Tasks)),
            on_indicators: false,
        }
    }
}

impl Months {
    /// Says what is wanted at the place on screen.
    pub fn want(&mut self, place: Option<Place>, me: &MeView, own: Wanted, department: &DepartmentWanted) {
        let running = Month::of(me.work_day);
        let person = match place {
            Some(Place::MyKpi) if me.may.my_kpi => Some(PersonWanted { person: None, month: own }),
            Some(Place::Department) if me.may.department => department.person.clone(),
            _ => return,
        };
        self.want_person(me, running, person);
        let shown = place == Some(Place::Department);
        self.on_indicators = department.indicators;
        let month = department.month.unwrap_or(running);
        let code = department.department.clone();
        let ask = AskDepartment { month: Some(month), department: code.clone() };
        let wanted = |question| shown.then_some(question);
        self.department.want(wanted(Question::Department(ask.clone())));
        // One's own of the month on screen, where the department is not.
        let own = AskDepartment { month: Some(own.month.unwrap_or(running)), department: None };
        self.indicators.want(Some(Question::Indicators(if shown { ask } else { own })));
        let days = AskKpi { month: month.to_string(), department: code.clone() };
        self.days.want(wanted(Question::Kpi(days)));
        self.tasks.want(wanted(Question::Tasks(AskTasks { person: None, department: code, month: Some(month) })));
    }

    fn want_person(&mut self, me: &MeView, running: Month, person: Option<PersonWanted>) {
        let Some(wanted) = person else {
            return self.nobody();
        };
        let Wanted { month, day, decision } = wanted.month;
        let month = month.unwrap_or(running);
        let code = wanted.person.clone().or_else(|| Code::new(&me.code).ok());
        self.month.want(Some(Question::MyKpi(AskMyKpi { month: Some(month), person: wanted.person })));
        self.day.want(code.clone().zip(day).map(|(person, date)| Question::Day(AskDay { person, date })));
        self.trace.want(decision.map(|(ticket, line)| Question::Decision(AskDecision { ticket, line })));
        self.cover.want(Some(Question::Cover(AskMonth { month, through: None })));
        let pays = code.filter(|code| shows_pay(me, code.as_str()));
        self.statement.want(pays.map(|person| Question::Statement(AskStatement { person, month, through: None })));
    }

    fn nobody(&mut self) {
        self.month.want(None);
        self.day.want(None);
        self.trace.want(None);
        self.cover.want(None);
        self.statement.want(None);
    }

    /// Asks what is due at the place on screen; gives the milliseconds after which to look again. What is on its way is taken in wherever one has gone.
    pub fn poll(&mut self, place: Option<Place>, handle: &Handle, session: &Session, now_ms: i64) -> Vec<i64> {
        let department = place == Some(Place::Department);
        let month = department || place == Some(Place::MyKpi);
        // They read six months: where they stand beside other things they are asked for once.
        let indicators = department && self.on_indicators || month && self.indicators.is_due();
        let mut next = Vec::new();
        macro_rules! poll {
            ($($view:ident: $here:expr),+) => {
                $(if $here || self.$view.is_busy() {
                    next.extend(self.$view.poll(handle, session, now_ms));
                })+
            };
        }
        poll!(month: month, day: month, trace: month, cover: month, statement: month);
        poll!(department: department, indicators: indicators, days: department, tasks: department);
        next
    }

    /// Asks for the counters once more: the day may have turned.
    pub fn again(&mut self) {
        self.month.again();
        self.department.again();
    }

    /// Whether anything is on its way.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        [self.month.is_busy(), self.day.is_busy(), self.trace.is_busy(), self.cover.is_busy()].contains(&true)
            || [self.statement.is_busy(), self.department.is_busy(), self.indicators.is_busy()].contains(&true)
            || [self.days.is_busy(), self.tasks.is_busy()].contains(&true)
    }
}
