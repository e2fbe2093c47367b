//! Who stands in for a supervisor, and the floor's own wording of orders.

use serde_json::json;

use super::command::{DeputyEnd, DeputyName, SettingSet};
use super::people::person_of;
use super::{Context, Done, Stop};
use crate::domain::order::{TEXT_LENGTH, TEXTS};
use crate::domain::people::Role;
use crate::domain::rejection::{RefusalCode, Rejection};
use crate::domain::wording;
use crate::policy::{self, Act, Target};
use crate::store::deputies::{self, DeputyRow};
use crate::store::people;

/// The most days of one naming.
pub(super) const MOST_DAYS: i64 = 62;

pub(super) fn deputy_name(context: &Context<'_>, name: &DeputyName) -> Result<Done, Stop> {
    policy::widest(&context.actor, Act::DeputyKeep)?;
    let person = person_of(context, &name.person)?;
    let supervisor = match &name.supervisor {
        Some(code) => person_of(context, code)?,
        None => person_of(context, &context.actor.code)?,
    };
    let target = Target::department(person.department);
    let no_department = || Rejection::because(RefusalCode::BadInput, "no-department").naming("code", &person.code);
    let department = person.department.ok_or_else(no_department)?;
    let permit = context.permit(Act::DeputyKeep, target, RefusalCode::NotFound)?;
    let works = person.roles.iter().any(|role| matches!(role, Role::Operator | Role::Supervisor));
    if !works || person.id == supervisor.id {
        return Err(Rejection::because(RefusalCode::BadInput, "deputy-person").naming("code", &person.code).into());
    }
    if !supervisor.roles.contains(&Role::Supervisor) || supervisor.department != Some(department) {
        let refusal = Rejection::because(RefusalCode::BadInput, "deputy-supervisor").naming("code", &supervisor.code);
        return Err(refusal.into());
    }
    let days = (name.to - name.from).num_days() + 1;
    if !(1..=MOST_DAYS).contains(&days) || name.from < context.today() {
        return Err(Rejection::because(RefusalCode::BadInput, "deputy-period").naming("most", MOST_DAYS).into());
    }
    if deputies::deputy(context.db, name.deputy)?.is_some() {
        return Err(Rejection::of(RefusalCode::IdConflict).into());
    }
    let mut writer = context.writer(&permit);
    let row = DeputyRow {
        id: 0,
        uuid: name.deputy,
        department,
        person: person.id,
        supervisor: supervisor.id,
        from: name.from,
        to: name.to,
        named_by: context.actor.person,
        ended_at: None,
    };
    deputies::add(&mut writer, &row)?;
    let result = json!({
        "deputy": name.deputy,
        "person": name.person,
        "supervisor": supervisor.code,
        "from": name.from,
        "to": name.to,
    });
    Ok(Done::new(writer, result))
}

pub(super) fn deputy_end(context: &Context<'_>, end: &DeputyEnd) -> Result<Done, Stop> {
    policy::widest(&context.actor, Act::DeputyKeep)?;
    let not_found = || Rejection::because(RefusalCode::NotFound, "deputy");
    let deputy = deputies::deputy(context.db, end.deputy)?.ok_or_else(not_found)?;
    let permit = context
        .permit(Act::DeputyKeep, Target::department(Some(deputy.department)), RefusalCode::NotFound)
        .map_err(|_| not_found())?;
    if deputy.ended_at.is_some() || deputy.to < context.today() {
        return Err(Rejection::because(RefusalCode::BadInput, "deputy-over").into());
    }
    let mut writer = context.writer(&permit);
    deputies::end(&mut writer, deputy.id, context.actor.person)?;
    Ok(Done::new(writer, json!({"deputy": end.deputy})))
}

pub(super) fn setting_set(context: &Context<'_>, set: &SettingSet) -> Result<Done, Stop> {
    let permit = context.permit(Act::WordingKeep, Target::default(), RefusalCode::NotPermitted)?;
    if !TEXTS.contains(&set.name.as_str()) {
        return Err(Rejection::because(RefusalCode::BadInput, "setting")
            .naming("name", &set.name)
            .naming("names", TEXTS.join(", "))
            .into());
    }
    let value = set.value.trim();
    if value.chars().count() > TEXT_LENGTH {
        return Err(Rejection::because(RefusalCode::BadInput, "setting-length").naming("most", TEXT_LENGTH).into());
    }
    wording::check(value)?;
    let mut writer = context.writer(&permit);
    people::add_setting(&mut writer, &set.name, context.today(), value)?;
    Ok(Done::new(writer, json!({"name": set.name, "own": !value.is_empty()})))
}
