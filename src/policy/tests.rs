//! Whom an act may touch, what a deputy and a granted supervisor may, and who stands in for whom.

use super::*;

fn actor(roles: &[Role]) -> Actor {
    Actor {
        person: 7,
        code: crate::domain::code::Code::new("p7").unwrap(),
        roles: roles.to_vec(),
        acting: Vec::new(),
        department: Some(1),
        sees_money: false,
    }
}

#[test]
fn scope_decides_whom_an_act_may_touch() {
    use RefusalCode::{NotFound, NotPermitted};
    let check = |roles: &[Role], act, target, expected| {
        assert_eq!(
            permit(&actor(roles), act, target, RefusalCode::NotFound).err().map(|refusal| refusal.code),
            expected
        );
    };
    check(&[Role::Operator], Act::TicketSave, Target::of(7, Some(1)), None);
    check(&[Role::Operator], Act::TicketSave, Target::of(8, Some(1)), Some(NotFound));
    check(&[Role::Supervisor], Act::TicketSave, Target::of(8, Some(1)), None);
    check(&[Role::Supervisor], Act::TicketSave, Target::of(8, Some(2)), Some(NotFound));
    check(&[Role::Operator], Act::OrderApprove, Target::department(Some(1)), Some(NotPermitted));
    check(&[Role::Supervisor], Act::OrderApprove, Target::department(Some(1)), Some(NotPermitted));
    check(&[Role::Director], Act::OrderApprove, Target::department(Some(2)), None);
    check(&[Role::Director], Act::SetKeep, Target::department(Some(1)), Some(NotPermitted));
}

#[test]
fn a_deputy_does_a_supervisors_work_but_names_no_deputy() {
    let deputy = Actor { acting: vec![Role::Supervisor], ..actor(&[Role::Operator]) };
    let may = |act, department| permit(&deputy, act, Target::department(Some(department)), RefusalCode::NotFound);
    assert!(may(Act::SetSubmit, 1).is_ok());
    assert_eq!(may(Act::SetSubmit, 2).unwrap_err().code, RefusalCode::NotFound);
    assert_eq!(may(Act::DeputyKeep, 1).unwrap_err().code, RefusalCode::NotPermitted);
    assert_eq!(may(Act::OrderApprove, 1).unwrap_err().code, RefusalCode::NotPermitted);
    assert!(permit(&deputy, Act::AskDesk, Target::of(7, Some(1)), RefusalCode::NotFound).is_ok());
}

#[test]
fn a_grant_shows_a_supervisor_the_money_of_the_own_department_alone() {
    let may = |roles: &[Role], sees_money, act, department| {
        let supervisor = Actor { sees_money, ..actor(roles) };
        permit(&supervisor, act, Target::of(8, Some(department)), RefusalCode::NotFound).is_ok()
    };
    for act in [Act::AskStatement, Act::AskPayroll] {
        assert!(may(&[Role::Supervisor], true, act, 1));
        assert!(!may(&[Role::Supervisor], true, act, 2));
        assert!(!may(&[Role::Supervisor], false, act, 1));
        assert!(!may(&[Role::Operator], true, act, 1), "the role is gone, and the grant with it");
    }
    assert!(!may(&[Role::Supervisor], true, Act::MonthLock, 1));
}

#[test]
fn the_first_director_stands_in_until_others_are_named() {
    let held = [Role::Director];
    assert_eq!(effective_roles(&held, true, false, false), [Role::Director, Role::Payroll, Role::Administrator]);
    assert_eq!(effective_roles(&held, true, true, false), [Role::Director, Role::Payroll]);
    assert_eq!(effective_roles(&held, false, false, false), [Role::Director]);
}

#[test]
fn every_act_is_somebodys() {
    for act in Act::ALL {
        assert!(Role::ALL.into_iter().any(|role| reach(role, act).is_some()), "{act:?}");
    }
}
