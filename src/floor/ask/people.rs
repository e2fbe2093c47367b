//! Who is signed in, everybody, permissions.

use std::collections::BTreeMap;

use super::Reader;
use crate::domain::instant::Instant;
use crate::domain::people::{Person, Role};
use crate::floor::{Stop, roles_of};
use crate::policy::{Act, Scope, Target, reach, widest};
use crate::store::terms::{TermsRow, all_terms};
use crate::store::{audit as chain, people as rows};
use crate::views::Named;
use crate::views::people::{
    AccountView, Doors, MeView, PasswordState, PeopleView, PermissionRow, PermissionsView, PersonView, TermsView,
};

pub(super) fn me(reader: &Reader<'_>) -> Result<MeView, Stop> {
    reader.permit(Act::AskMe, Target::of(reader.actor.person, reader.actor.department))?;
    let person = rows::person_by_id(reader.db, reader.actor.person)?;
    let departments = rows::departments(reader.db)?;
    let department = departments
        .iter()
        .find(|department| Some(department.id) == reader.actor.department)
        .map(|department| Named { code: department.code.to_string(), name: department.name.clone() });
    let may = |act| widest(&reader.actor, act).is_ok();
    let unstaffed = may(Act::PersonKeep) && nobody_works(reader, departments.is_empty())?;
    Ok(MeView {
        code: reader.actor.code.to_string(),
        name: person.map(|person| person.name).unwrap_or_default(),
        roles: reader.actor.all_roles(),
        department,
        organisation: reader.floor.row.organisation.clone(),
        rehearsal: reader.floor.row.rehearsal,
        timezone: reader.floor.zone.name().to_owned(),
        work_day: reader.today(),
        first_day: first_day(reader)?,
        one_time_password: reader.one_time,
        deputy: !reader.actor.acting.is_empty(),
        to_acknowledge: super::orders::waiting_count(reader)?,
        unstaffed,
        may: Doors {
            stopwatch: may(Act::StudyKeep),
            studies: may(Act::AskStudy),
            norms: may(Act::SetKeep) || may(Act::OrderApprove),
            norms_keep: may(Act::SetKeep),
            orders: may(Act::OrderApprove) || may(Act::SetKeep),
            orders_approve: may(Act::OrderApprove),
            pilot: may(Act::AskReplay),
            acknowledge: may(Act::OrderAcknowledge),
            deputies: may(Act::AskDeputies),
            deputies_keep: may(Act::DeputyKeep),
            wording_keep: may(Act::WordingKeep),
            desk: may(Act::AskDesk) && may(Act::TicketSave),
            my_kpi: may(Act::AskDesk),
            tickets: may(Act::AskSearch),
            review: may(Act::ReviewKeep),
            department: may(Act::AskDepartment),
            catalogue: may(Act::ActionKeep) || may(Act::OrderApprove),
            actions_keep: may(Act::ActionKeep),
            people: may(Act::AskAccounts),
            people_keep: may(Act::PersonKeep),
            journal: may(Act::AskAudit),
            file_keep: may(Act::FileKeep),
            day_close: may(Act::DayClose),
            absences: may(Act::AskAbsences),
            absences_keep: may(Act::AbsenceKeep),
            calendar_keep: may(Act::CalendarKeep),
            schedules: may(Act::AskSchedules),
            schedules_keep: may(Act::ScheduleKeep),
            my_pay: may(Act::AskStatement),
            payroll: may(Act::AskPayroll),
            schemes: may(Act::AskScheme),
            schemes_keep: may(Act::SchemeKeep),
            month_lock: may(Act::MonthLock),
            morning: may(Act::AskMorning),
            tasks: may(Act::AskTasks),
            objection: may(Act::ObjectionRaise),
            award_grant: may(Act::AwardGrant),
            money_grant: may(Act::MoneyGrant),
            salaries: may(Act::AskPay),
            salaries_keep: may(Act::PayKeep),
        },
    })
}

/// Whether the floor still lacks those who would work on it: a department, or anybody in it.
fn nobody_works(reader: &Reader<'_>, bare: bool) -> Result<bool, Stop> {
    let works = |person: &Person| person.roles.iter().any(|role| matches!(role, Role::Operator | Role::Supervisor));
    Ok(bare || !rows::people(reader.db)?.iter().any(works))
}

fn first_day(reader: &Reader<'_>) -> Result<chrono::NaiveDate, Stop> {
    let first = chain::first_recorded(reader.db)?.and_then(Instant::from_millis);
    Ok(first.map_or(reader.today(), |at| reader.floor.work_day(at)))
}

pub(super) fn people(reader: &Reader<'_>) -> Result<PeopleView, Stop> {
    let permit = reader.widest(Act::AskPeople)?;
    let pay = reader.widest(Act::AskPay).is_ok();
    let departments = rows::departments(reader.db)?;
    let code_of = |id: Option<i64>| {
        departments.iter().find(|department| Some(department.id) == id).map(|department| department.code.to_string())
    };
    let accounts = reader.widest(Act::AskAccounts).is_ok();
    let mut terms = if pay || accounts { all_terms(reader.db, None)? } else { BTreeMap::new() };
    let people = rows::people(reader.db)?
        .into_iter()
        .filter(|person| {
            permit.scope() == Scope::All
                || permit.covers(Target::of(person.id, person.department))
                || person.id == reader.actor.person
        })
        .map(|person| {
            let own = terms.remove(&person.id).unwrap_or_default();
            let terms = own.into_iter().map(|terms| terms_view(code_of(terms.department), terms, pay)).collect();
            let view = person_view(&person, roles_of(reader.db, &person)?, code_of(person.department), pay);
            let account = accounts.then(|| account(reader, &person)).transpose()?;
            Ok(PersonView { terms, account, ..view })
        })
        .collect::<Result<Vec<_>, Stop>>()?;
    let departments = departments
        .iter()
        .map(|department| Named { code: department.code.to_string(), name: department.name.clone() })
        .collect();
    Ok(PeopleView { people, departments })
}

fn person_view(person: &Person, roles: Vec<Role>, department: Option<String>, pay: bool) -> PersonView {
    PersonView {
        code: person.code.to_string(),
        name: person.name.clone(),
        login: person.login.clone(),
        roles,
        department,
        position: person.position.clone(),
        rate_bp: person.rate,
        salary_minor: person.salary.filter(|_| pay),
        from: person.from,
        to: person.to,
        terms: Vec::new(),
        account: None,
    }
}

fn account(reader: &Reader<'_>, person: &Person) -> Result<AccountView, Stop> {
    let credential = match &person.login {
        Some(_) => rows::credential(reader.db, person.id)?,
        None => None,
    };
    let password = match &credential {
        _ if person.login.is_none() => PasswordState::NoLogin,
        None => PasswordState::Missing,
        Some(credential) if credential.one_time => PasswordState::OneTime,
        Some(_) => PasswordState::Own,
    };
    let at = |credential: &rows::Credential| Instant::from_millis(credential.set_at).map(|at| reader.floor.local(at));
    Ok(AccountView {
        held: person.roles.clone(),
        password,
        set_at: credential.as_ref().and_then(at),
        set_by: credential.map(|credential| credential.set_by),
    })
}

fn terms_view(department: Option<String>, terms: TermsRow, pay: bool) -> TermsView {
    TermsView {
        from: terms.from,
        department,
        position: terms.position,
        rate_bp: terms.rate,
        salary_minor: terms.salary.filter(|_| pay),
    }
}

pub(super) fn permissions(reader: &Reader<'_>) -> Result<PermissionsView, Stop> {
    reader.widest(Act::AskPermissions)?;
    let row = |act: Act| {
        let cell = |role| reach(role, act).map(|scope| scope.as_str().to_owned());
        PermissionRow {
            act: act.name().to_owned(),
            operator: cell(Role::Operator),
            supervisor: cell(Role::Supervisor),
            director: cell(Role::Director),
            payroll: cell(Role::Payroll),
            administrator: cell(Role::Administrator),
        }
    };
    Ok(PermissionsView { acts: Act::ALL.into_iter().map(row).collect() })
}
