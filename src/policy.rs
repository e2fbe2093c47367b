//! Who may do what: the only code that looks at a role.
//!
//! Invariant: a command's handler and a question's reader need a [`Permit`], and a permit comes only from
//! [`permit`]. What the matrix does not give is forbidden; permissions of several roles add up. The rules
//! that hold whatever the roles (no approving of own submissions, no correcting of own tickets after the
//! close) stand with the decisions they belong to, because they need the facts.

use crate::domain::people::Role;
use crate::domain::rejection::{RefusalCode, Rejection};

/// An act that the policy decides on: every command and every question is one of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each is named for its command or question; the matrix below says who may")]
pub enum Act {
    DepartmentAdd,
    PersonKeep,
    PayKeep,
    PasswordSet,
    ActionKeep,
    StudyKeep,
    SetKeep,
    SetPilot,
    SetSubmit,
    SetReturn,
    OrderApprove,
    OrderAcknowledge,
    DeputyKeep,
    WordingKeep,
    TicketSave,
    TicketCorrect,
    TicketImport,
    CallRecord,
    CallKeep,
    MergeWindow,
    StageMap,
    QueueKeep,
    ClaimOpen,
    ClaimDecide,
    ReviewKeep,
    ReviewAnswer,
    CalendarKeep,
    ScheduleKeep,
    DayClose,
    ScratchKeep,
    AbsenceKeep,
    CoverPropose,
    CoverAccept,
    CoverWithdraw,
    SchemeKeep,
    SchemeApprove,
    AwardGrant,
    MoneyGrant,
    MonthLock,
    ObjectionRaise,
    ObjectionAnswer,
    TaskGive,
    TaskAdd,
    TaskDecide,
    NoteKeep,
    ChecklistKeep,
    IndicatorKeep,
    RatingKeep,
    AskMe,
    AskPeople,
    AskPay,
    AskAccounts,
    AskActions,
    AskStudy,
    AskSet,
    AskReplay,
    AskOrder,
    AskAcquaintance,
    AskAcknowledge,
    AskWording,
    AskDeputies,
    AskTicket,
    AskDay,
    AskKpi,
    AskDesk,
    AskPermissions,
    AskAudit,
    FileKeep,
    AskCalls,
    AskQueue,
    AskSearch,
    AskClaims,
    AskReviews,
    AskStages,
    AskAbsences,
    AskCover,
    AskCalendar,
    AskSchedules,
    AskStatement,
    AskPayroll,
    AskGrants,
    AskScheme,
    AskMyKpi,
    AskDepartment,
    AskMorning,
    AskDecision,
    AskObjections,
    AskTasks,
    AskNotes,
    AskNotifications,
    AskIndicators,
}

impl Act {
    /// Every act.
    pub const ALL: [Self; 91] = [
        Self::DepartmentAdd,
        Self::PersonKeep,
        Self::PayKeep,
        Self::PasswordSet,
        Self::ActionKeep,
        Self::StudyKeep,
        Self::SetKeep,
        Self::SetPilot,
        Self::SetSubmit,
        Self::SetReturn,
        Self::OrderApprove,
        Self::OrderAcknowledge,
        Self::DeputyKeep,
        Self::WordingKeep,
        Self::TicketSave,
        Self::TicketCorrect,
        Self::TicketImport,
        Self::CallRecord,
        Self::CallKeep,
        Self::MergeWindow,
        Self::StageMap,
        Self::QueueKeep,
        Self::ClaimOpen,
        Self::ClaimDecide,
        Self::ReviewKeep,
        Self::ReviewAnswer,
        Self::CalendarKeep,
        Self::ScheduleKeep,
        Self::DayClose,
        Self::ScratchKeep,
        Self::AbsenceKeep,
        Self::CoverPropose,
        Self::CoverAccept,
        Self::CoverWithdraw,
        Self::SchemeKeep,
        Self::SchemeApprove,
        Self::AwardGrant,
        Self::MoneyGrant,
        Self::MonthLock,
        Self::ObjectionRaise,
        Self::ObjectionAnswer,
        Self::TaskGive,
        Self::TaskAdd,
        Self::TaskDecide,
        Self::NoteKeep,
        Self::ChecklistKeep,
        Self::IndicatorKeep,
        Self::RatingKeep,
        Self::AskMe,
        Self::AskPeople,
        Self::AskPay,
        Self::AskAccounts,
        Self::AskActions,
        Self::AskStudy,
        Self::AskSet,
        Self::AskReplay,
        Self::AskOrder,
        Self::AskAcquaintance,
        Self::AskAcknowledge,
        Self::AskWording,
        Self::AskDeputies,
        Self::AskTicket,
        Self::AskDay,
        Self::AskKpi,
        Self::AskDesk,
        Self::AskPermissions,
        Self::AskAudit,
        Self::FileKeep,
        Self::AskCalls,
        Self::AskQueue,
        Self::AskSearch,
        Self::AskClaims,
        Self::AskReviews,
        Self::AskStages,
        Self::AskAbsences,
        Self::AskCover,
        Self::AskCalendar,
        Self::AskSchedules,
        Self::AskStatement,
        Self::AskPayroll,
        Self::AskGrants,
        Self::AskScheme,
        Self::AskMyKpi,
        Self::AskDepartment,
        Self::AskMorning,
        Self::AskDecision,
        Self::AskObjections,
        Self::AskTasks,
        Self::AskNotes,
        Self::AskNotifications,
        Self::AskIndicators,
    ];

    /// What the act covers, as a director would read it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::DepartmentAdd => "department.add",
            Self::PersonKeep => "person.add, person.change, import people",
            Self::PayKeep => "salary, rate and employment dates of person.change",
            Self::PasswordSet => "password.set",
            Self::ActionKeep => "action.add, action.change, import actions",
            Self::StudyKeep => {
                "study.open, study.describe, observation.add, observation.decide, observation.reopen, observation.amend, flags.decide, sitting.add, import samples"
            }
            Self::SetKeep => "set.draft, set.change, set.norm, import norms",
            Self::SetPilot => "set.pilot, set.withdraw",
            Self::SetSubmit => "set.submit",
            Self::SetReturn => "set.return",
            Self::OrderApprove => "order.approve, order.revoke",
            Self::OrderAcknowledge => "order.acknowledge",
            Self::DeputyKeep => "deputy.name, deputy.end",
            Self::WordingKeep => "setting.set",
            Self::TicketSave => "ticket.save",
            Self::TicketCorrect => "ticket.correct, tickets.correct",
            Self::TicketImport => "import tickets",
            Self::CallRecord => "call.record, stage.move, import calls, import stages",
            Self::CallKeep => "call.dismiss, call.restore, merge.attach, merge.undo",
            Self::MergeWindow => "merge.window",
            Self::StageMap => "stage.map",
            Self::QueueKeep => "queue.match, queue.dismiss",
            Self::ClaimOpen => "claim.open",
            Self::ClaimDecide => "claim.accept, claim.decline",
            Self::ReviewKeep => "review.open, review.close, review.sample",
            Self::ReviewAnswer => "review.answer",
            Self::CalendarKeep => "calendar.add, import calendar",
            Self::ScheduleKeep => "schedule.set, schedule.day",
            Self::DayClose => "day.close",
            Self::ScratchKeep => "drafts and the running stopwatch",
            Self::AbsenceKeep => "absence.add, absence.change, downtime.add, downtime.cancel, import absences",
            Self::CoverPropose => "cover.propose",
            Self::CoverAccept => "cover.accept",
            Self::CoverWithdraw => "cover.withdraw",
            Self::SchemeKeep => "scheme.draft, scheme.pilot, scheme.submit",
            Self::SchemeApprove => "scheme.approve, scheme.return",
            Self::AwardGrant => "award.grant, award.cancel",
            Self::MoneyGrant => "money.grant, money.revoke",
            Self::MonthLock => "month.lock, recalculation.decide",
            Self::ObjectionRaise => "objection.raise",
            Self::ObjectionAnswer => "objection.answer",
            Self::TaskGive => "task.give",
            Self::TaskAdd => "task.add, task.done; task.cancel of an own task",
            Self::TaskDecide => "task.accept, task.return, task.cancel",
            Self::NoteKeep => "note.add, note.cancel",
            Self::ChecklistKeep => "checklist.start, checklist.tick",
            Self::IndicatorKeep => "indicator.define, indicator.target, indicator.retire, indicator.restore",
            Self::RatingKeep => "rating.add, import ratings",
            Self::AskMe => "ask me",
            Self::AskPeople => "ask people",
            Self::AskPay => "salaries in ask people",
            Self::AskAccounts => "accounts in ask people: roles held, who needs a password",
            Self::AskActions => "ask actions",
            Self::AskStudy => "ask study, studies, drift; export study",
            Self::AskSet => "ask set, sets; export norms",
            Self::AskReplay => "ask replay, pilot",
            Self::AskOrder => "ask order, orders, document; export order",
            Self::AskAcquaintance => "ask acquaintance",
            Self::AskAcknowledge => "ask acknowledge",
            Self::AskWording => "ask wording",
            Self::AskDeputies => "ask deputies",
            Self::AskTicket => "ask ticket; export tickets",
            Self::AskDay => "ask day",
            Self::AskKpi => "ask kpi; export kpi",
            Self::AskDesk => "ask desk",
            Self::AskPermissions => "ask permissions",
            Self::AskAudit => "ask audit, entry; export audit",
            Self::FileKeep => "check and copy of the whole file from the window",
            Self::AskCalls => "ask calls, call",
            Self::AskQueue => "ask queue",
            Self::AskSearch => "ask search, client",
            Self::AskClaims => "ask claims",
            Self::AskReviews => "ask reviews",
            Self::AskStages => "ask stages",
            Self::AskAbsences => "ask absences",
            Self::AskCover => "ask cover",
            Self::AskCalendar => "ask calendar",
            Self::AskSchedules => "ask schedules, schedule",
            Self::AskStatement => "ask statement",
            Self::AskPayroll => "ask payroll, statements; export pay",
            Self::AskGrants => "ask grants",
            Self::AskScheme => "ask schemes, scheme",
            Self::AskMyKpi => "ask my_kpi",
            Self::AskDepartment => "ask department; export kpi of the department",
            Self::AskMorning => "ask morning",
            Self::AskDecision => "ask decision",
            Self::AskObjections => "ask objections",
            Self::AskTasks => "ask tasks",
            Self::AskNotes => "ask notes",
            Self::AskNotifications => "ask notifications; notification.read",
            Self::AskIndicators => "ask indicators",
        }
    }
}

/// How far a permission reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// The person's own things.
    Own,
    /// The person's department.
    Department,
    /// The whole floor.
    All,
}

impl Scope {
    /// The scope as the matrix prints it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Department => "department",
            Self::All => "all",
        }
    }
}

/// The matrix: how far a role reaches in an act; `None` = not at all.
#[must_use]
#[expect(clippy::match_same_arms, reason = "a matrix is read by area, not by what its cells have in common")]
pub fn reach(role: Role, act: Act) -> Option<Scope> {
    use Role::{Administrator, Director, Operator, Payroll, Supervisor};
    use Scope::{All, Department, Own};
    match (act, role) {
        (Act::AskMe | Act::ScratchKeep, _) => Some(Own),
        (Act::PasswordSet | Act::DepartmentAdd | Act::PersonKeep | Act::CalendarKeep, Administrator) => Some(All),
        (Act::PasswordSet, _) => Some(Own),
        (Act::AskActions | Act::AskPermissions | Act::AskWording, _) => Some(All),
        (Act::PayKeep, Payroll) | (Act::AskPay, Payroll | Director) => Some(All),
        (Act::AskAccounts, Director | Administrator) => Some(All),
        (Act::ActionKeep, Supervisor) => Some(All),
        (Act::StudyKeep | Act::SetKeep | Act::SetPilot | Act::SetSubmit | Act::DeputyKeep, Supervisor) => {
            Some(Department)
        }
        (Act::SetReturn | Act::OrderApprove, Director) => Some(All),
        (Act::OrderAcknowledge, Operator | Supervisor) => Some(Department),
        (Act::WordingKeep, Director | Administrator) => Some(All),
        (Act::TicketSave | Act::TicketCorrect, Operator) => Some(Own),
        (Act::TicketSave | Act::TicketCorrect | Act::TicketImport, Supervisor) => Some(Department),
        (Act::TicketImport, Director) => Some(All),
        (Act::CallRecord, Supervisor) => Some(Department),
        (Act::CallRecord, Administrator) => Some(All),
        (Act::QueueKeep, Supervisor) => Some(Department),
        (Act::StageMap, Supervisor | Administrator) | (Act::QueueKeep | Act::MergeWindow, Administrator) => Some(All),
        (Act::CallKeep | Act::ClaimOpen | Act::ReviewAnswer, Operator) => Some(Own),
        (Act::CallKeep | Act::ClaimDecide | Act::ReviewKeep, Supervisor) => Some(Department),
        (Act::AskCalls | Act::AskSearch | Act::AskClaims | Act::AskReviews, Operator) => Some(Own),
        (Act::AskCalls | Act::AskSearch | Act::AskClaims | Act::AskReviews, Supervisor) => Some(Department),
        (Act::AskCalls | Act::AskSearch | Act::AskClaims | Act::AskReviews, Director) => Some(All),
        (Act::AskQueue, Supervisor | Administrator | Director) => Some(All),
        (Act::AskStages, _) => Some(All),
        (Act::ScheduleKeep, Supervisor) => Some(Department),
        (Act::ScheduleKeep, Administrator) => Some(All),
        (Act::DayClose, Supervisor | Director | Administrator) => Some(All),
        (Act::AbsenceKeep | Act::CoverPropose | Act::CoverWithdraw, Supervisor) => Some(Department),
        (Act::CoverAccept | Act::CoverWithdraw, Operator) => Some(Own),
        (Act::SchemeKeep, Payroll) => Some(All),
        (Act::SchemeApprove | Act::AwardGrant | Act::MoneyGrant | Act::MonthLock | Act::AskGrants, Director) => {
            Some(All)
        }
        (Act::AskAbsences | Act::AskCover | Act::AskStatement, Director | Payroll) => Some(All),
        (Act::AskAbsences | Act::AskCover, Supervisor) => Some(Department),
        (Act::AskAbsences | Act::AskCover, Operator) => Some(Own),
        (Act::AskCalendar, _) => Some(All),
        (Act::AskSchedules, Director | Payroll | Administrator) => Some(All),
        (Act::AskSchedules, Supervisor) => Some(Department),
        (Act::AskSchedules, Operator) => Some(Own),
        (Act::AskStatement, Operator | Supervisor) => Some(Own),
        (Act::AskPayroll | Act::AskScheme, Director | Payroll) => Some(All),
        (Act::AskScheme, Operator | Supervisor) => Some(Department),
        (Act::AskPeople | Act::AskTicket | Act::AskDay | Act::AskKpi | Act::AskDesk, Operator) => Some(Own),
        (Act::AskPeople | Act::AskStudy | Act::AskTicket | Act::AskDay | Act::AskKpi, Supervisor) => Some(Department),
        (Act::AskPeople, Director | Payroll | Administrator) => Some(All),
        (Act::AskSet | Act::AskOrder, Operator | Supervisor) => Some(Department),
        (Act::AskAcknowledge, Operator | Supervisor) => Some(Own),
        (Act::AskReplay | Act::AskAcquaintance | Act::AskDeputies, Supervisor) => Some(Department),
        (Act::AskReplay | Act::AskAcquaintance | Act::AskDeputies, Director) => Some(All),
        (Act::AskStudy | Act::AskSet | Act::AskOrder | Act::AskTicket | Act::AskDay | Act::AskKpi, Director) => {
            Some(All)
        }
        (Act::AskKpi, Payroll) => Some(All),
        (Act::AskAudit | Act::FileKeep, Director | Administrator) => Some(All),
        (Act::ObjectionRaise | Act::TaskAdd, Operator | Supervisor) => Some(Own),
        (Act::ObjectionAnswer, Supervisor) => Some(Department),
        (Act::ObjectionAnswer, Director) => Some(All),
        (Act::TaskGive | Act::TaskDecide | Act::NoteKeep | Act::ChecklistKeep | Act::RatingKeep, Supervisor) => {
            Some(Department)
        }
        (Act::IndicatorKeep | Act::RatingKeep, Director) => Some(All),
        (Act::AskNotifications, _) => Some(Own),
        (Act::AskMyKpi | Act::AskDecision | Act::AskObjections | Act::AskTasks, Director) => Some(All),
        (Act::AskNotes | Act::AskIndicators | Act::AskDepartment | Act::AskMorning, Director) => Some(All),
        (Act::AskMyKpi | Act::AskDecision | Act::AskObjections | Act::AskTasks, Supervisor) => Some(Department),
        (Act::AskNotes | Act::AskIndicators | Act::AskDepartment | Act::AskMorning, Supervisor) => Some(Department),
        (Act::AskMyKpi | Act::AskDecision | Act::AskObjections | Act::AskTasks, Operator) => Some(Own),
        (Act::AskNotes | Act::AskIndicators, Operator) => Some(Own),
        _ => None,
    }
}

/// Who asks: a signed-in person as the store knows it now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// The person's key.
    pub person: i64,
    /// The person's code.
    pub code: crate::domain::code::Code,
    /// The roles held, those of a first director included.
    pub roles: Vec<Role>,
    /// The roles acted in for somebody else today: a deputy's.
    pub acting: Vec<Role>,
    /// The person's department.
    pub department: Option<i64>,
    /// Whether the director let this person, its supervisor, see the money of the department.
    pub sees_money: bool,
}

impl Actor {
    /// The roles that count for an act. A deputy acts with the supervisor's role in everything but naming deputies:
    /// else the dates that a supervisor gave could be made longer by who was given them.
    fn roles_for(&self, act: Act) -> impl Iterator<Item = Role> {
        let acting = self.acting.iter().filter(move |_| act != Act::DeputyKeep);
        self.roles.iter().chain(acting).copied()
    }

    /// The roles held and acted in.
    #[must_use]
    pub fn all_roles(&self) -> Vec<Role> {
        let mut roles: Vec<Role> = self.roles.iter().chain(&self.acting).copied().collect();
        roles.sort();
        roles.dedup();
        roles
    }
}

/// Whom or what an act touches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Target {
    /// The person whose thing it is.
    pub person: Option<i64>,
    /// The department it belongs to; `None` belongs to no department in particular.
    pub department: Option<i64>,
}

impl Target {
    /// Something of a person in a department.
    #[must_use]
    pub fn of(person: i64, department: Option<i64>) -> Self {
        Self { person: Some(person), department }
    }

    /// Something of a department.
    #[must_use]
    pub fn department(department: Option<i64>) -> Self {
        Self { person: None, department }
    }
}

/// Leave to do one act within a scope. Only [`permit`] makes one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Permit {
    act: Act,
    scope: Scope,
    person: i64,
    department: Option<i64>,
}

impl Permit {
    /// The act allowed.
    #[must_use]
    pub fn act(&self) -> Act {
        self.act
    }

    /// How far it reaches.
    #[must_use]
    pub fn scope(&self) -> Scope {
        self.scope
    }

    /// Whether something of this person and department lies within the scope.
    #[must_use]
    pub fn covers(&self, target: Target) -> bool {
        match self.scope {
            Scope::All => true,
            Scope::Department => {
                target.person == Some(self.person) && self.act_is_question()
                    || target.department.is_none() && target.person.is_none()
                    || target.department.is_some() && target.department == self.department
            }
            Scope::Own => target.person == Some(self.person),
        }
    }

    fn act_is_question(&self) -> bool {
        self.act >= Act::AskMe
    }

    /// The floor's own leave, for what happens without a person: making the floor, automatic closing.
    pub(crate) fn of_the_floor(act: Act) -> Self {
        Self { act, scope: Scope::All, person: 0, department: None }
    }
}

/// What a director's grant adds: a supervisor sees the statements of the own department. It is personal: a deputy does not
/// act with it.
fn granted(actor: &Actor, act: Act) -> Option<Scope> {
    let of_money = matches!(act, Act::AskStatement | Act::AskPayroll);
    (of_money && actor.sees_money && actor.roles.contains(&Role::Supervisor)).then_some(Scope::Department)
}

/// The widest leave an actor has for an act, before it is known what it touches.
pub fn widest(actor: &Actor, act: Act) -> Result<Permit, Rejection> {
    let scope = actor.roles_for(act).filter_map(|role| reach(role, act)).max().max(granted(actor, act));
    match scope {
        Some(scope) => Ok(Permit { act, scope, person: actor.person, department: actor.department }),
        None => Err(Rejection::of(RefusalCode::NotPermitted)),
    }
}

/// Whether an actor may do an act on a target. A target outside the scope of somebody who may do the act
/// elsewhere is refused with `hidden`: "not found" where it must not be known to exist.
pub fn permit(actor: &Actor, act: Act, target: Target, hidden: RefusalCode) -> Result<Permit, Rejection> {
    let permit = widest(actor, act)?;
    let own =
        actor.roles_for(act).any(|role| reach(role, act) == Some(Scope::Own)) && target.person == Some(actor.person);
    if own || permit.covers(target) { Ok(permit) } else { Err(Rejection::of(hidden)) }
}

/// The roles a person acts in: those held, and for the first director those nobody else holds yet.
#[must_use]
pub fn effective_roles(
    held: &[Role],
    is_first_director: bool,
    administrator_named: bool,
    payroll_named: bool,
) -> Vec<Role> {
    let mut roles = held.to_vec();
    if is_first_director {
        if !administrator_named {
            roles.push(Role::Administrator);
        }
        if !payroll_named {
            roles.push(Role::Payroll);
        }
    }
    roles.sort();
    roles.dedup();
    roles
}

/// The matrix as a table of text that a director can read.
#[must_use]
pub fn matrix() -> String {
    let mut text = format!("{:<80}", "act");
    for role in Role::ALL {
        text.push_str(&format!("{:<15}", role.as_str()));
    }
    let mut rows = vec![text.trim_end().to_owned()];
    for act in Act::ALL {
        let mut row = format!("{:<80}", act.name());
        for role in Role::ALL {
            row.push_str(&format!("{:<15}", reach(role, act).map_or("-", Scope::as_str)));
        }
        rows.push(row.trim_end().to_owned());
    }
    rows.join("\n") + "\n"
}

#[cfg(test)]
#[path = "policy/tests.rs"]
mod tests;
