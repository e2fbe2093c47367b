//! The views of pay: asked for while their place is on screen, the schemes also where they are counted.

use super::load::{Loadable, view};
use crate::desktop::screens::pay::Form;
use crate::floor::command::Area;
use crate::floor::question::{Nothing, Question};
use crate::floor::sign_in::Session;
use crate::views::pay::{GrantsView, PayrollView, SchemeView, SchemesView, StatementView, StatementsView};
use crate::views::people::MeView;
use crate::views::tickets::DayView;
use crate::worker::Handle;

/// What moves money.
const MONEY: &[Area] = &[Area::Pay, Area::People, Area::Tickets, Area::Days, Area::Absences];

/// The views of pay.
#[derive(Debug)]
pub struct PayViews {
    /// Everybody's figures of a month.
    pub payroll: Loadable<PayrollView>,
    /// The statement on screen.
    pub statement: Loadable<StatementView>,
    /// Everybody's statements, while they are to be printed.
    pub statements: Loadable<StatementsView>,
    /// The tickets behind a day of the statement.
    pub day: Loadable<DayView>,
    /// Pay schemes.
    pub schemes: Loadable<SchemesView>,
    /// The scheme on screen.
    pub scheme: Loadable<SchemeView>,
    /// Who sees the money of a department.
    pub grants: Loadable<GrantsView>,
}

impl Default for PayViews {
    fn default() -> Self {
        Self {
            payroll: Loadable::new(MONEY, view!(boxed Payroll)).sticky().unhurried(),
            statement: Loadable::new(MONEY, view!(boxed Statement)).unhurried(),
            statements: Loadable::new(MONEY, view!(boxed Statements)),
            day: Loadable::new(MONEY, view!(boxed Day)),
            schemes: Loadable::new(&[Area::Pay], view!(Schemes)),
            scheme: Loadable::new(MONEY, view!(boxed Scheme)).unhurried(),
            grants: Loadable::new(&[Area::Pay, Area::People], view!(Grants)),
        }
    }
}

impl PayViews {
    /// Says what is wanted by what is on the screen.
    pub fn want(&mut self, me: &MeView, form: &Form) {
        let wanted = form.wanted(me);
        self.payroll.want(wanted.payroll.map(Question::Payroll));
        self.statement.want(wanted.statement.map(Question::Statement));
        self.statements.want(wanted.statements.map(Question::Statements));
        self.day.want(wanted.day.map(Question::Day));
        self.schemes.want(me.may.schemes.then_some(Question::Schemes(Nothing {})));
        self.scheme.want(wanted.scheme.map(Question::Scheme));
        self.grants.want(wanted.grants.then_some(Question::Grants(Nothing {})));
    }

    /// Asks once more: after an error, and after a change of one's own.
    pub fn again(&mut self) {
        self.payroll.again();
        self.statement.again();
        self.schemes.again();
        self.scheme.again();
        self.grants.again();
    }

    /// Takes answers and asks what is due; `here`: the place is on screen. Gives when to look again.
    pub fn poll(&mut self, handle: &Handle, session: &Session, now_ms: i64, here: bool) -> Vec<Option<i64>> {
        // Schemes that wait for the director are counted, whatever is on screen.
        let mut next = vec![self.schemes.poll(handle, session, now_ms)];
        if here {
            next.push(self.payroll.poll(handle, session, now_ms));
            next.push(self.statement.poll(handle, session, now_ms));
            next.push(self.statements.poll(handle, session, now_ms));
            next.push(self.day.poll(handle, session, now_ms));
            next.push(self.scheme.poll(handle, session, now_ms));
            next.push(self.grants.poll(handle, session, now_ms));
        }
        next
    }

    /// Whether an answer is on its way.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        [self.payroll.is_busy(), self.statement.is_busy(), self.statements.is_busy()].contains(&true)
            || [self.day.is_busy(), self.schemes.is_busy(), self.scheme.is_busy(), self.grants.is_busy()]
                .contains(&true)
    }
}
