//! Read models: what a screen or a reply shows. Plain values, no rules.
//!
//! These, with the commands, are the wire. Codes and UUIDs name things; the store's keys never leave the
//! store. Numbers end in their unit (`_cmin`, `_ms`, `_minor`, `_bp`).

pub mod absences;
pub mod calendar;
pub mod department;
pub mod deputies;
pub mod desk;
pub mod document;
pub mod journal;
pub mod kpi;
pub mod norms;
pub mod pay;
pub mod people;
pub mod pilot;
pub mod studies;
pub mod tasks;
pub mod tickets;
pub mod verify;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A code with the name people read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Named {
    /// The code.
    pub code: String,
    /// The name.
    pub name: String,
}

/// The answer to a question.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(untagged)]
#[expect(missing_docs, reason = "each view documents itself")]
pub enum View {
    Me(Box<people::MeView>),
    People(people::PeopleView),
    Permissions(people::PermissionsView),
    Audit(journal::AuditView),
    Entry(Box<journal::EntryView>),
    Actions(norms::ActionsView),
    Study(Box<studies::StudyView>),
    Studies(studies::StudiesView),
    Drift(studies::DriftView),
    Set(Box<norms::SetView>),
    Sets(norms::SetsView),
    Order(Box<norms::OrderView>),
    Orders(norms::OrdersView),
    Replay(Box<pilot::ReplayView>),
    Pilot(Box<pilot::PilotView>),
    Acquaintance(pilot::AcquaintanceView),
    Acknowledge(pilot::AcknowledgeView),
    Document(Box<document::OrderDocument>),
    Wording(Box<document::OrderWording>),
    Deputies(deputies::DeputiesView),
    Ticket(Box<tickets::TicketView>),
    Day(Box<tickets::DayView>),
    Desk(Box<tickets::DeskView>),
    Kpi(Box<kpi::KpiView>),
    Absences(Box<absences::AbsencesView>),
    Cover(Box<absences::CoverView>),
    Calendar(Box<calendar::CalendarView>),
    Schedules(Box<calendar::SchedulesView>),
    Schedule(Box<calendar::ScheduleView>),
    Statement(Box<pay::StatementView>),
    Payroll(Box<pay::PayrollView>),
    Grants(pay::GrantsView),
    Statements(Box<pay::StatementsView>),
    Schemes(pay::SchemesView),
    Scheme(Box<pay::SchemeView>),
    MyKpi(Box<department::MyKpiView>),
    Department(Box<department::DepartmentView>),
    Morning(Box<department::MorningView>),
    Decision(Box<department::DecisionTraceView>),
    Objections(tasks::ObjectionsView),
    Tasks(Box<tasks::TasksView>),
    Notes(tasks::NotesView),
    Notifications(tasks::NotificationsView),
    Indicators(tasks::IndicatorsView),
    Calls(desk::CallsView),
    Call(Box<desk::CallBrief>),
    Queue(desk::QueueView),
    Client(desk::ClientView),
    Search(desk::SearchView),
    Claims(desk::ClaimsView),
    Reviews(desk::ReviewsView),
    Stages(desk::StagesView),
}
