//! Objections, notes, indicators; tasks stand beside in a file of their own.

use chrono::NaiveDate;
use serde_json::json;

use super::command::{
    DepartmentCommand, IndicatorDefine, IndicatorTarget, NoteAdd, NoteCancel, NotificationRead, ObjectionAnswer,
    ObjectionRaise, RatingAdd,
};
use super::indicator_figures::retired;
use super::people::person_of;
use super::tasks::said;
use super::{Context, Done, Stop, tasks};
use crate::domain::code::Code;
use crate::domain::month::Month;
use crate::domain::objection::About;
use crate::domain::people::Person;
use crate::domain::rejection::{RefusalCode, Rejection};
use crate::policy::{Act, Permit, Target};
use crate::store::department::{self, AnswerRow, NoteRow, ObjectionRow};
use crate::store::facts::FactWriter;
use crate::store::indicators::{self, RatingRow, RetirementRow, TargetRow, VersionRow};
use crate::store::{absences, people, scratch, tickets};

pub(super) fn handle(context: &Context<'_>, command: &DepartmentCommand) -> Result<Done, Stop> {
    match command {
        DepartmentCommand::ObjectionRaise(raise) => objection_raise(context, raise),
        DepartmentCommand::ObjectionAnswer(answer) => objection_answer(context, answer),
        DepartmentCommand::TaskGive(give) => tasks::give(context, give),
        DepartmentCommand::TaskAdd(add) => tasks::add(context, add),
        DepartmentCommand::TaskDone(done) => tasks::done(context, done),
        DepartmentCommand::TaskAccept(accept) => tasks::accept(context, accept),
        DepartmentCommand::TaskReturn(back) => tasks::give_back(context, back),
        DepartmentCommand::TaskCancel(cancel) => tasks::cancel(context, cancel),
        DepartmentCommand::NoteAdd(add) => note_add(context, add),
        DepartmentCommand::NoteCancel(cancel) => note_cancel(context, cancel),
        DepartmentCommand::ChecklistStart(start) => tasks::checklist_start(context, start),
        DepartmentCommand::ChecklistTick(tick) => tasks::checklist_tick(context, tick),
        DepartmentCommand::IndicatorDefine(define) => indicator_define(context, define),
        DepartmentCommand::IndicatorTarget(target) => indicator_target(context, target),
        DepartmentCommand::IndicatorRetire(retire) => indicator_use(context, &retire.indicator, true),
        DepartmentCommand::IndicatorRestore(restore) => indicator_use(context, &restore.indicator, false),
        DepartmentCommand::RatingAdd(add) => rating_add(context, add),
        DepartmentCommand::NotificationRead(read) => notification_read(context, read),
    }
}

/// The day and month that an objection belongs to; refused where it is not about something of one's own.
fn belongs(context: &Context<'_>, about: &About) -> Result<(Option<NaiveDate>, Month), Stop> {
    let not_own = || Rejection::because(RefusalCode::NotFound, "objection-about");
    let own = context.actor.person;
    let today = context.today();
    match about {
        About::Day(day) if *day > today => {
            Err(Rejection::because(RefusalCode::InTheFuture, "objection").naming("day", day).into())
        }
        About::Day(day) => Ok((Some(*day), Month::of(*day))),
        About::Correction { ticket, version } => {
            let row = tickets::ticket(context.db, *ticket)?.filter(|row| row.person == own).ok_or_else(not_own)?;
            let versions = tickets::versions(context.db, row.id)?;
            let found = match version {
                Some(number) => versions.iter().find(|one| one.version == *number),
                None => versions.last(),
            };
            if found.ok_or_else(not_own)?.person == own {
                return Err(Rejection::because(RefusalCode::BadInput, "objection-own-correction").into());
            }
            Ok((Some(row.work_day), Month::of(row.work_day)))
        }
        About::Absence(uuid) => {
            let row = absences::absence(context.db, *uuid)?.filter(|row| row.person == own).ok_or_else(not_own)?;
            let day = context.floor.work_day(row.away.from.into());
            Ok((Some(day), Month::of(day)))
        }
        About::Statement { month, .. } if month.first() > today => {
            Err(Rejection::because(RefusalCode::InTheFuture, "objection").naming("day", month.first()).into())
        }
        About::Statement { month, .. } => Ok((None, *month)),
    }
}

fn objection_raise(context: &Context<'_>, raise: &ObjectionRaise) -> Result<Done, Stop> {
    let target = Target::of(context.actor.person, context.actor.department);
    let permit = context.permit(Act::ObjectionRaise, target, RefusalCode::NotPermitted)?;
    let (day, month) = belongs(context, &raise.about)?;
    said(&raise.text, "text")?;
    if department::objection(context.db, raise.objection)?.is_some() {
        return Err(Rejection::of(RefusalCode::IdConflict).into());
    }
    let row = ObjectionRow {
        id: 0,
        uuid: raise.objection,
        person: context.actor.person,
        department: context.actor.department,
        about: raise.about.clone(),
        day,
        month,
        text: raise.text.clone(),
        raised: context.today(),
        answer: None,
    };
    let mut writer = context.writer(&permit);
    department::add_objection(&mut writer, &row)?;
    Ok(Done::new(
        writer,
        json!({"objection": raise.objection, "kind": raise.about.kind(), "date": day, "month": month}),
    ))
}

fn objection_answer(context: &Context<'_>, answer: &ObjectionAnswer) -> Result<Done, Stop> {
    let not_found = || Rejection::because(RefusalCode::NotFound, "objection");
    crate::policy::widest(&context.actor, Act::ObjectionAnswer)?;
    let row = department::objection(context.db, answer.objection)?.ok_or_else(not_found)?;
    let target = Target::of(row.person, row.department);
    let permit = context.permit(Act::ObjectionAnswer, target, RefusalCode::NotFound).map_err(|_| not_found())?;
    if row.person == context.actor.person {
        return Err(Rejection::because(RefusalCode::NotPermitted, "own-objection").into());
    }
    said(&answer.text, "text")?;
    if row.answer.is_some() {
        return Err(Rejection::because(RefusalCode::IdConflict, "objection-answered").into());
    }
    let made = AnswerRow {
        upheld: answer.upheld,
        person: context.actor.person,
        text: answer.text.clone(),
        on: context.today(),
    };
    let mut writer = context.writer(&permit);
    department::answer_objection(&mut writer, row.id, &made)?;
    Ok(Done::new(writer, json!({"objection": answer.objection, "upheld": answer.upheld})))
}

fn note_add(context: &Context<'_>, add: &NoteAdd) -> Result<Done, Stop> {
    crate::policy::widest(&context.actor, Act::NoteKeep)?;
    let person = person_of(context, &add.person)?;
    let permit = context.permit(Act::NoteKeep, Target::of(person.id, person.department), RefusalCode::NotFound)?;
    said(&add.text, "text")?;
    if department::note(context.db, add.note)?.is_some() {
        return Err(Rejection::of(RefusalCode::IdConflict).into());
    }
    let row = NoteRow {
        id: 0,
        uuid: add.note,
        person: person.id,
        department: person.department,
        day: add.date,
        text: add.text.clone(),
        written_by: context.actor.person,
        written: context.today(),
        cancelled: false,
    };
    let mut writer = context.writer(&permit);
    department::add_note(&mut writer, &row)?;
    let undo = json!({"note": add.note, "reason": "undo"});
    let result = json!({"note": add.note, "person": add.person, "date": add.date});
    Ok(Done::new(writer, result).undone_by("note.cancel", undo))
}

fn note_cancel(context: &Context<'_>, cancel: &NoteCancel) -> Result<Done, Stop> {
    let not_found = || Rejection::because(RefusalCode::NotFound, "note");
    crate::policy::widest(&context.actor, Act::NoteKeep)?;
    let row = department::note(context.db, cancel.note)?.ok_or_else(not_found)?;
    let target = Target::of(row.person, row.department);
    let permit = context.permit(Act::NoteKeep, target, RefusalCode::NotFound).map_err(|_| not_found())?;
    if row.cancelled {
        return Err(Rejection::because(RefusalCode::IdConflict, "note-cancelled").into());
    }
    if cancel.reason.trim().is_empty() {
        return Err(Rejection::because(RefusalCode::NeedsReason, "note").into());
    }
    let mut writer = context.writer(&permit);
    department::cancel_note(&mut writer, row.id, context.actor.person, &cancel.reason)?;
    Ok(Done::new(writer, json!({"note": cancel.note, "cancelled": true})))
}

/// A definition and a target hold from the running month on: what a bonus was computed by never changes.
fn from_month(context: &Context<'_>, from: Option<Month>, known: bool) -> Result<Month, Rejection> {
    let running = Month::of(context.today());
    let from = from.unwrap_or(running);
    if known && from < running {
        return Err(Rejection::because(RefusalCode::BadInput, "indicator-past").naming("month", running));
    }
    Ok(from)
}

/// Whether an indicator of this code came with the program or was defined.
fn is_known(context: &Context<'_>, code: &str) -> Result<bool, Stop> {
    let shipped = crate::domain::indicator::shipped().map_err(|error| Stop::Fault(error.to_string()))?;
    Ok(shipped.iter().any(|one| one.code == code)
        || indicators::versions(context.db)?.iter().any(|version| version.code == code))
}

/// Refuses what is to be made with an indicator that nobody defined, or that is retired.
pub(super) fn require_in_use(context: &Context<'_>, code: &str) -> Result<(), Stop> {
    if !is_known(context, code)? {
        return Err(Rejection::because(RefusalCode::UnknownCode, "indicator").naming("code", code).into());
    }
    if retired(context.db, Month::of(context.today()))?(code) {
        return Err(Rejection::because(RefusalCode::BadInput, "indicator-retired").naming("code", code).into());
    }
    Ok(())
}

/// Takes an indicator out of use, or back into it, from the running month on.
fn indicator_use(context: &Context<'_>, indicator: &Code, retire: bool) -> Result<Done, Stop> {
    let permit = context.permit(Act::IndicatorKeep, Target::default(), RefusalCode::NotPermitted)?;
    let (code, from) = (indicator.as_str(), Month::of(context.today()));
    if retire {
        require_in_use(context, code)?;
    } else if !is_known(context, code)? {
        return Err(Rejection::because(RefusalCode::UnknownCode, "indicator").naming("code", code).into());
    } else if !retired(context.db, from)?(code) {
        return Err(Rejection::because(RefusalCode::BadInput, "indicator-in-use").naming("code", code).into());
    }
    let mut writer = context.writer(&permit);
    let row = RetirementRow { code: code.to_owned(), from, retired: retire, seq: 0 };
    indicators::add_retirement(&mut writer, &row, context.actor.person)?;
    let undo = if retire { "indicator.restore" } else { "indicator.retire" };
    let result = json!({"indicator": indicator, "from": from, "retired": retire});
    Ok(Done::new(writer, result).undone_by(undo, json!({"indicator": indicator})))
}

fn indicator_define(context: &Context<'_>, define: &IndicatorDefine) -> Result<Done, Stop> {
    let permit = context.permit(Act::IndicatorKeep, Target::default(), RefusalCode::NotPermitted)?;
    said(&define.definition.name_ru, "name_ru")?;
    said(&define.definition.name_en, "name_en")?;
    let from = from_month(context, define.from, is_known(context, define.indicator.as_str())?)?;
    let content = serde_json::to_string(&define.definition).map_err(|error| Stop::Fault(error.to_string()))?;
    let mut writer = context.writer(&permit);
    let row = VersionRow { code: define.indicator.to_string(), from, content, seq: 0 };
    indicators::add_version(&mut writer, &row, context.actor.person)?;
    Ok(Done::new(writer, json!({"indicator": define.indicator, "from": from})))
}

fn indicator_target(context: &Context<'_>, set: &IndicatorTarget) -> Result<Done, Stop> {
    let permit = context.permit(Act::IndicatorKeep, Target::default(), RefusalCode::NotPermitted)?;
    let code = set.indicator.as_str();
    let from = from_month(context, set.from, true)?;
    require_in_use(context, code)?;
    let department = match &set.department {
        Some(code) => Some(
            people::department(context.db, code)?
                .ok_or_else(|| Rejection::because(RefusalCode::UnknownCode, "department").naming("code", code))?
                .id,
        ),
        None => None,
    };
    let content = set.target.as_ref().map(serde_json::to_string).transpose();
    let content = content.map_err(|error| Stop::Fault(error.to_string()))?;
    let position = set.position.clone().filter(|position| !position.trim().is_empty());
    let mut writer = context.writer(&permit);
    let row = TargetRow { code: code.to_owned(), department, position, from, content };
    indicators::add_target(&mut writer, &row, context.actor.person)?;
    let result = json!({
        "indicator": set.indicator, "department": set.department, "position": set.position, "from": from,
        "target": set.target,
    });
    Ok(Done::new(writer, result))
}

fn rating_add(context: &Context<'_>, add: &RatingAdd) -> Result<Done, Stop> {
    crate::policy::widest(&context.actor, Act::RatingKeep)?;
    let person = person_of(context, &add.person)?;
    let permit = context.permit(Act::RatingKeep, Target::of(person.id, person.department), RefusalCode::NotFound)?;
    let row = rating_of(context, add, &person)?;
    if indicators::rating(context.db, add.rating)?.is_some() {
        return Err(Rejection::of(RefusalCode::IdConflict).into());
    }
    let mut writer = context.writer(&permit);
    indicators::add_rating(&mut writer, &row)?;
    Ok(Done::new(writer, json!({"rating": add.rating, "person": add.person, "date": add.date})))
}

/// Takes in a rating of a file; `false` where it was taken in before.
pub(super) fn import_rating(
    context: &Context<'_>,
    permit: &Permit,
    writer: &mut FactWriter<'_>,
    add: &RatingAdd,
) -> Result<bool, Stop> {
    let person = person_of(context, &add.person)?;
    if !permit.covers(Target::of(person.id, person.department)) {
        return Err(Rejection::because(RefusalCode::UnknownCode, "person").naming("code", &add.person).into());
    }
    let row = rating_of(context, add, &person)?;
    if let Some(first) = indicators::rating(context.db, add.rating)? {
        // Whoever moved since, and whoever took the file in first, make it no other rating.
        let same = RatingRow { department: first.department, recorded_by: first.recorded_by, ..row } == first;
        return if same { Ok(false) } else { Err(Rejection::of(RefusalCode::IdConflict).into()) };
    }
    indicators::add_rating(writer, &row)?;
    Ok(true)
}

/// The rating of somebody else's work, of a day that has begun.
fn rating_of(context: &Context<'_>, add: &RatingAdd, person: &Person) -> Result<RatingRow, Stop> {
    if person.id == context.actor.person {
        return Err(Rejection::because(RefusalCode::NotPermitted, "own-rating").into());
    }
    said(&add.kind, "kind")?;
    if add.count < 1 {
        return Err(Rejection::because(RefusalCode::BadInput, "rating-count").into());
    }
    let department = person
        .department
        .ok_or_else(|| Rejection::because(RefusalCode::BadInput, "no-department").naming("code", &person.code))?;
    if add.date > context.today() {
        return Err(Rejection::because(RefusalCode::InTheFuture, "rating").naming("day", add.date).into());
    }
    Ok(RatingRow {
        uuid: add.rating,
        person: person.id,
        department,
        day: add.date,
        kind: add.kind.trim().to_owned(),
        value: add.value_hundredths,
        count: add.count,
        recorded_by: context.actor.person,
    })
}

/// The slot kind of read marks.
pub(super) const READ_MARKS: &str = "read";

/// Read marks are scratch: they pay nobody and permit nothing, so they leave no entry.
fn notification_read(context: &Context<'_>, read: &NotificationRead) -> Result<Done, Stop> {
    let own = Target::of(context.actor.person, context.actor.department);
    context.permit(Act::AskNotifications, own, RefusalCode::NotPermitted)?;
    for key in read.keys.iter().filter(|key| !key.trim().is_empty()) {
        scratch::save(context.db, context.actor.person, READ_MARKS, key, "", context.now.millis())?;
    }
    Ok(Done { result: json!({"read": read.keys.len()}), ..Done::default() })
}
