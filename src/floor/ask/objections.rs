//! Objections with their answers, and notes.

use super::Reader;
use super::department::{department_shown, person_asked};
use super::month::month_or_running;
use super::names::Names;
use crate::domain::month::Month;
use crate::floor::Stop;
use crate::floor::question::{AskDepartment, AskMyKpi};
use crate::policy::{Act, Scope, Target};
use crate::store::department::{self as rows, NoteRow, ObjectionRow};
use crate::views::tasks::{NoteView, NotesView, ObjectionView, ObjectionsView};

pub(super) fn objections(reader: &Reader<'_>, ask: &AskDepartment) -> Result<ObjectionsView, Stop> {
    let permit = reader.widest(Act::AskObjections)?;
    let month = month_or_running(reader, ask.month);
    let own = (permit.scope() == Scope::Own).then_some(reader.actor.person);
    let shown = if own.is_some() { None } else { department_shown(reader, &permit, ask.department.as_ref())? };
    let objections = objections_of(reader, own, shown, month)?;
    let open = objections.iter().filter(|one| one.answer.is_none()).count();
    Ok(ObjectionsView {
        open: i64::try_from(open).unwrap_or(i64::MAX),
        objections,
        may_object: reader.widest(Act::ObjectionRaise).is_ok(),
    })
}

/// Objections of a person or department: those without an answer, and those of a month.
pub(super) fn objections_of(
    reader: &Reader<'_>,
    person: Option<i64>,
    department: Option<i64>,
    month: Month,
) -> Result<Vec<ObjectionView>, Stop> {
    let names = Names::load(reader)?;
    let rows = rows::objections(reader.db, person, department, month)?;
    Ok(rows.iter().map(|row| objection_view(reader, &names, row)).collect())
}

fn objection_view(reader: &Reader<'_>, names: &Names, row: &ObjectionRow) -> ObjectionView {
    let who = names.person(row.person);
    let answers = reader.permit(Act::ObjectionAnswer, Target::of(row.person, row.department)).is_ok();
    ObjectionView {
        objection: row.uuid,
        person: who.code,
        name: who.name,
        kind: row.about.kind().to_owned(),
        about: row.about.clone(),
        date: row.day,
        text: row.text.clone(),
        raised_on: row.raised,
        answer: row.answer.as_ref().map(|answer| answer.text.clone()),
        upheld: row.answer.as_ref().map(|answer| answer.upheld),
        answered_by: row.answer.as_ref().map(|answer| names.person(answer.person).code),
        answered_on: row.answer.as_ref().map(|answer| answer.on),
        may_answer: answers && row.answer.is_none() && row.person != reader.actor.person,
    }
}

pub(super) fn notes(reader: &Reader<'_>, ask: &AskMyKpi) -> Result<NotesView, Stop> {
    let permit = reader.widest(Act::AskNotes)?;
    let month = month_or_running(reader, ask.month);
    let notes = if ask.person.is_some() || permit.scope() == Scope::Own {
        let person = person_asked(reader, Act::AskNotes, ask.person.as_ref())?;
        notes_of(reader, Some(person.id), None, month)?
    } else {
        let shown = department_shown(reader, &permit, None)?;
        notes_of(reader, None, shown, month)?
    };
    Ok(NotesView { notes, may_write: reader.widest(Act::NoteKeep).is_ok() })
}

/// Notes of a month on a person or on the people of a department.
pub(super) fn notes_of(
    reader: &Reader<'_>,
    person: Option<i64>,
    department: Option<i64>,
    month: Month,
) -> Result<Vec<NoteView>, Stop> {
    let names = Names::load(reader)?;
    let rows = rows::notes(reader.db, person, department, (month.first(), month.last()))?;
    Ok(rows.iter().map(|row| note_view(reader, &names, row)).collect())
}

fn note_view(reader: &Reader<'_>, names: &Names, row: &NoteRow) -> NoteView {
    let (who, writer) = (names.person(row.person), names.person(row.written_by));
    NoteView {
        note: row.uuid,
        person: who.code,
        name: who.name,
        date: row.day,
        text: row.text.clone(),
        written_by: writer.code,
        written_by_name: writer.name,
        written_on: row.written,
        may_cancel: reader.permit(Act::NoteKeep, Target::of(row.person, row.department)).is_ok(),
    }
}
