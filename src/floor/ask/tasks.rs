//! Tasks as they wait for people, and the start checklists.

use chrono::{Days, NaiveDate};

use super::Reader;
use super::department::{department_named, department_shown, person_asked};
use super::names::Names;
use crate::domain::month::Month;
use crate::domain::people::Person;
use crate::domain::task::{Counts, DAILY_REVIEWS, State, Step};
use crate::domain::ticket::{Unweighed, totals, weigh};
use crate::domain::units::CentiMinutes;
use crate::floor::Stop;
use crate::floor::question::AskTasks;
use crate::policy::{Act, Scope, Target};
use crate::store::tasks::{self as rows, ChecklistRow, TaskDecision, TaskRow};
use crate::store::{calls, norms, tickets};
use crate::views::tasks::{
    ChecklistItem, ChecklistView, TaskCounts, TaskDecisionView, TaskStepView, TaskView, TasksView,
};

/// Finished tasks and checklists are shown for so many days.
const SHOWN_DAYS: u64 = 30;

/// Counts as views show them.
pub(super) fn counts_view(counts: &Counts) -> TaskCounts {
    TaskCounts {
        open: counts.open,
        today: counts.today,
        overdue: counts.overdue,
        to_accept: counts.to_accept,
        due: counts.due,
        late: counts.late,
        late_bp: counts.late_share(),
    }
}

/// A person's tasks that are due today or before.
pub(super) fn open_now(reader: &Reader<'_>, person: &Person) -> Result<Vec<TaskView>, Stop> {
    let (today, names) = (reader.today(), Names::load(reader)?);
    let rows = rows::tasks(reader.db, Some(person.id), None, today)?;
    let due = rows.iter().filter(|row| row.state().is_open() && row.due_now() <= today);
    due.map(|row| task_view(reader, &names, row)).collect()
}

pub(super) fn tasks(reader: &Reader<'_>, ask: &AskTasks) -> Result<TasksView, Stop> {
    let permit = reader.widest(Act::AskTasks)?;
    let today = reader.today();
    let (person, shown) = if ask.person.is_some() || permit.scope() == Scope::Own {
        (Some(person_asked(reader, Act::AskTasks, ask.person.as_ref())?.id), None)
    } else {
        (None, department_shown(reader, &permit, ask.department.as_ref())?)
    };
    let month = ask.month.unwrap_or_else(|| Month::of(today));
    let recent = today.checked_sub_days(Days::new(SHOWN_DAYS)).unwrap_or(today);
    let (since, until) = ask.month.map_or((recent, today), |month| (month.first(), month.last()));
    let names = Names::load(reader)?;
    let all = rows::tasks(reader.db, person, shown, since.min(month.first()))?;
    let counts = Counts::of(all.iter().map(TaskRow::counted), (month.first(), month.last()), today);
    let mut view = TasksView {
        today,
        now: Vec::new(),
        later: Vec::new(),
        to_accept: Vec::new(),
        finished: Vec::new(),
        counts: counts_view(&counts),
        unprocessed_before_today: match person.unwrap_or(reader.actor.person) {
            0 => 0,
            person => calls::unprocessed_counts(reader.db, person, today)?.1,
        },
        checklists: checklists(reader, &names, person, shown, since)?,
        may_give: reader.widest(Act::TaskGive).is_ok(),
        may_add: reader.widest(Act::TaskAdd).is_ok(),
    };
    for row in &all {
        let made = task_view(reader, &names, row)?;
        match row.state() {
            State::Open | State::Returned if row.due_now() <= today => view.now.push(made),
            State::Open | State::Returned => view.later.push(made),
            State::Done if !row.is_own() => view.to_accept.push(made),
            _ if row.steps.last().is_some_and(|step| since <= step.on && step.on <= until) => view.finished.push(made),
            _ => {}
        }
    }
    view.now.sort_by_key(|task| task.due);
    view.later.sort_by_key(|task| task.due);
    view.finished.sort_by_key(|task| std::cmp::Reverse(task.history.last().map(|step| step.date)));
    Ok(view)
}

fn task_view(reader: &Reader<'_>, names: &Names, row: &TaskRow) -> Result<TaskView, Stop> {
    let (who, today, state) = (names.person(row.person), reader.today(), row.state());
    let given = rows::decisions(reader.db, row.id)?;
    let ticket = match row.ticket() {
        Some(id) => tickets::ticket_by_id(reader.db, id)?,
        None => None,
    };
    let kpi = match &ticket {
        Some(ticket) => tickets::versions(reader.db, ticket.id)?.last().map(|version| version.kpi),
        None => weight_now(reader, row, &given)?,
    };
    let own_actor = row.person == reader.actor.person;
    let decides = !own_actor && reader.permit(Act::TaskDecide, Target::of(row.person, row.department)).is_ok();
    let does = own_actor && reader.widest(Act::TaskAdd).is_ok();
    let mut history = vec![TaskStepView {
        step: "given".to_owned(),
        person: names.person(row.given_by.unwrap_or(row.person)).code,
        name: names.person(row.given_by.unwrap_or(row.person)).name,
        date: row.given,
        text: None,
    }];
    history.extend(row.steps.iter().map(|step| TaskStepView {
        step: step.step.as_str().to_owned(),
        person: names.person(step.person).code,
        name: names.person(step.person).name,
        date: step.on,
        text: step.text.clone(),
    }));
    Ok(TaskView {
        task: row.uuid,
        person: who.code,
        name: who.name,
        title: row.title.clone(),
        text: row.text.clone(),
        given_by: row.given_by.map(|person| names.person(person)),
        own: row.is_own(),
        due: row.due_now(),
        state: state.as_str().to_owned(),
        overdue: row.counted().is_overdue(today),
        decisions: given.iter().map(|decision| decision_view(names, decision)).collect(),
        kpi_cmin: kpi,
        ticket: ticket.map(|ticket| ticket.uuid),
        history,
        may_do: does && state.after(Step::Done, row.is_own()).is_ok(),
        may_decide: decides && state.after(Step::Accepted, row.is_own()).is_ok(),
        may_cancel: (does && row.is_own() || decides && !row.is_own())
            && state.after(Step::Cancelled, row.is_own()).is_ok(),
    })
}

fn decision_view(names: &Names, decision: &TaskDecision) -> TaskDecisionView {
    let action = names.actions.get(&decision.action);
    TaskDecisionView {
        action: decision.code.clone(),
        name_ru: action.map(|action| action.name_ru.clone()).unwrap_or_default(),
        name_en: action.and_then(|action| action.name_en.clone()),
        quantity: decision.quantity,
        hard: decision.hard,
        amount_minor: decision.amount,
    }
}

/// What a task would count by the set in force today; none without decisions or a set.
fn weight_now(reader: &Reader<'_>, row: &TaskRow, given: &[TaskDecision]) -> Result<Option<CentiMinutes>, Stop> {
    let Some(department) = row.department.filter(|_| !given.is_empty()) else { return Ok(None) };
    let Some(set) = norms::set_in_force(reader.db, department, reader.today())? else { return Ok(None) };
    let mut weighed = Vec::with_capacity(given.len());
    for decision in given {
        let norm = norms::weight_of(reader.db, set, decision.action)?;
        let kind = crate::domain::action::ActionKind::Manual;
        let (quantity, hard) = (decision.quantity, decision.hard);
        weighed.push(weigh(&Unweighed { action: decision.action, kind, quantity, hard, norm })?);
    }
    Ok(Some(totals(&weighed)?.0))
}

fn checklists(
    reader: &Reader<'_>,
    names: &Names,
    person: Option<i64>,
    department: Option<i64>,
    since: NaiveDate,
) -> Result<Vec<ChecklistView>, Stop> {
    let shown = |row: &&ChecklistRow| {
        let open = row.items.iter().any(|item| item.ticked.is_none());
        let late = row.items.iter().filter_map(|item| item.ticked).any(|(on, _)| on >= since);
        (open || late) && person.is_none_or(|person| row.person == Some(person))
    };
    let rows = rows::checklists(reader.db, department)?;
    rows.iter().filter(shown).map(|row| checklist_view(reader, names, row)).collect()
}

fn checklist_view(reader: &Reader<'_>, names: &Names, row: &ChecklistRow) -> Result<ChecklistView, Stop> {
    let today = reader.today();
    let daily = i64::try_from(DAILY_REVIEWS).unwrap_or(i64::MAX);
    let items = row.items.iter().map(|item| ChecklistItem {
        item: item.item,
        kind: if item.item <= daily { "daily" } else { "weekly" }.to_owned(),
        due: item.due,
        ticked: item.ticked.map(|(on, _)| on),
        ticked_by: item.ticked.map(|(_, person)| names.person(person).code),
        note: item.note.clone(),
        overdue: item.ticked.is_none() && item.due < today,
    });
    let target = Target { person: row.person, department: row.department };
    let finished = row.items.iter().all(|item| item.ticked.is_some());
    Ok(ChecklistView {
        checklist: row.uuid,
        person: row.person.map(|person| names.person(person)),
        department: department_named(reader, row.department)?,
        from: row.from,
        items: items.collect(),
        finished,
        may_tick: !finished && reader.permit(Act::ChecklistKeep, target).is_ok(),
    })
}
