//! What the window asks for a person's month and for the department.

use norma::desktop::action::{Action, Place};
use norma::desktop::app::months::PersonWanted;
use norma::desktop::screens::{department, my_kpi, person_month};
use norma::domain::code::Code;
use norma::domain::month::Month;
use norma::floor::question::{
    AskDay, AskDecision, AskDepartment, AskKpi, AskMonth, AskMyKpi, AskStatement, AskTasks, Question,
};
use norma::views::View;
use norma::views::absences::CoverView;
use norma::views::department::{DecisionTraceView, DepartmentView, MyKpiView};
use norma::views::pay::StatementView;
use norma::views::tasks::IndicatorsView;
use norma::views::tickets::DayView;

use super::play::Play;

impl Play {
    /// The month of the person on screen: the own one, or the one that is open in the department.
    pub fn month_wanted(&self) -> Option<PersonWanted> {
        match self.place {
            Place::MyKpi => Some(PersonWanted { person: None, month: self.my_kpi.wanted() }),
            _ => self.department.wanted().person,
        }
    }

    pub fn month(&self) -> Option<MyKpiView> {
        let wanted = self.month_wanted()?;
        let ask = AskMyKpi { month: wanted.month.month, person: wanted.person };
        let Some(View::MyKpi(view)) = self.ask(Question::MyKpi(ask)) else { return None };
        Some(*view)
    }

    pub fn day_view(&self) -> Option<DayView> {
        let (person, date) = (Code::new(&self.month()?.person).unwrap(), self.month_wanted()?.month.day?);
        let Some(View::Day(view)) = self.ask(Question::Day(AskDay { person, date })) else { return None };
        Some(*view)
    }

    pub fn trace(&self) -> Option<DecisionTraceView> {
        let (ticket, line) = self.month_wanted()?.month.decision?;
        let Some(View::Decision(view)) = self.ask(Question::Decision(AskDecision { ticket, line })) else {
            return None;
        };
        Some(*view)
    }

    pub fn statement(&self) -> Option<StatementView> {
        let month = self.month()?;
        let (person, month) = (Code::new(&month.person).unwrap(), month.month);
        let ask = AskStatement { person, month, through: None };
        let Some(View::Statement(view)) = self.ask(Question::Statement(ask)) else { return None };
        Some(*view)
    }

    pub fn cover_in(&self, month: Month) -> Option<CoverView> {
        let Some(View::Cover(view)) = self.ask(Question::Cover(AskMonth { month, through: None })) else { return None };
        Some(*view)
    }

    pub fn department_view(&self) -> DepartmentView {
        let wanted = self.department.wanted();
        let ask = AskDepartment { month: wanted.month, department: wanted.department };
        let Some(View::Department(view)) = self.ask(Question::Department(ask)) else { panic!("department") };
        *view
    }

    pub fn indicators(&self) -> IndicatorsView {
        let wanted = self.department.wanted();
        let month = if self.place == Place::MyKpi { self.my_kpi.wanted().month } else { wanted.month };
        let ask = AskDepartment { month, department: wanted.department };
        let Some(View::Indicators(view)) = self.ask(Question::Indicators(ask)) else { panic!("indicators") };
        view
    }

    pub fn show_department(&mut self, ui: &mut egui::Ui, actions: &mut Vec<Action>) {
        let (me, view, indicators, catalogue) =
            (self.me(), self.department_view(), self.indicators(), self.catalogue());
        let ask = AskKpi { month: view.month.to_string(), department: None };
        let Some(View::Kpi(days)) = self.ask(Question::Kpi(ask)) else { panic!("kpi") };
        let ask = AskTasks { month: Some(view.month), ..AskTasks::default() };
        let Some(View::Tasks(tasks)) = self.ask(Question::Tasks(ask)) else { panic!("tasks") };
        let (month, day, trace) = (self.month(), self.day_view(), self.trace());
        let (cover, statement) = (self.cover_in(view.month), self.statement());
        let person = month.as_ref().map(|month| person_month::View {
            month,
            day: day.as_ref(),
            trace: trace.as_ref(),
            cover: cover.as_ref(),
            statement: statement.as_ref(),
            no_statement: None,
            indicators: Some(&indicators),
            me: &me,
        });
        let view = department::View {
            department: &view,
            indicators: Some(&indicators),
            days: Some(&days),
            tasks: Some(&tasks),
            actions: Some(&catalogue),
            person,
            trouble: None,
            me: &me,
        };
        department::show(ui, self.lang, &view, &mut self.department, actions);
    }

    pub fn show_month(&mut self, ui: &mut egui::Ui, actions: &mut Vec<Action>) {
        let (month, day, trace, me) = (self.month().expect("a month"), self.day_view(), self.trace(), self.me());
        let (cover, statement, indicators) = (self.cover_in(month.month), self.statement(), self.indicators());
        let view = person_month::View {
            month: &month,
            day: day.as_ref(),
            trace: trace.as_ref(),
            cover: cover.as_ref(),
            statement: statement.as_ref(),
            no_statement: None,
            indicators: Some(&indicators),
            me: &me,
        };
        my_kpi::show(ui, self.lang, &view, &mut self.my_kpi, actions);
    }
}
