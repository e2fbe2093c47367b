//! Tasks with their steps, and the start checklist.

use chrono::NaiveDate;
use rusqlite::types::Value as Sql;
use rusqlite::{Connection, OptionalExtension, Row, params};
use uuid::Uuid;

use super::facts::FactWriter;
use super::{Stored, day_column, optional_day_column, parse_column};
use crate::domain::task::{Counted, State, Step};
use crate::domain::units::Money;

/// A task as it was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskRow {
    /// The store's key.
    pub id: i64,
    /// The task's id.
    pub uuid: Uuid,
    /// Whose it is.
    pub person: i64,
    /// The department of that person.
    pub department: Option<i64>,
    /// Who gave it; none for a task of one's own.
    pub given_by: Option<i64>,
    /// What is to be done.
    pub title: String,
    /// More about it.
    pub text: Option<String>,
    /// The last day for it, as it was given.
    pub due: NaiveDate,
    /// The work day on which it was given.
    pub given: NaiveDate,
    /// What happened to it, oldest first.
    pub steps: Vec<StepRow>,
}

/// A step of a task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepRow {
    /// What happened.
    pub step: Step,
    /// By whom.
    pub person: i64,
    /// The work day.
    pub on: NaiveDate,
    /// Another last day that came with it.
    pub due: Option<NaiveDate>,
    /// The ticket it became.
    pub ticket: Option<i64>,
    /// What was said.
    pub text: Option<String>,
}

impl TaskRow {
    /// How far it has come.
    #[must_use]
    pub fn state(&self) -> State {
        self.steps.last().map_or(State::Open, |step| step.step.state())
    }

    /// Whether it is the person's own.
    #[must_use]
    pub fn is_own(&self) -> bool {
        self.given_by.is_none()
    }

    /// The last day for it now.
    #[must_use]
    pub fn due_now(&self) -> NaiveDate {
        self.steps.iter().rev().find_map(|step| step.due).unwrap_or(self.due)
    }

    /// The ticket it became.
    #[must_use]
    pub fn ticket(&self) -> Option<i64> {
        self.steps.iter().find_map(|step| step.ticket)
    }

    /// The task as it is counted.
    #[must_use]
    pub fn counted(&self) -> Counted {
        let done = self.steps.iter().rev().find(|step| step.step == Step::Done);
        Counted { state: self.state(), own: self.is_own(), due: self.due_now(), done_on: done.map(|step| step.on) }
    }
}

/// A decision that counts when a task is accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskDecision {
    /// The action's key.
    pub action: i64,
    /// The action's code.
    pub code: String,
    /// How many times.
    pub quantity: i64,
    /// Of them, hard cases.
    pub hard: i64,
    /// The amount.
    pub amount: Option<Money>,
}

/// Writes a task.
pub fn add_task(facts: &mut FactWriter<'_>, task: &TaskRow, decisions: &[TaskDecision]) -> Stored<i64> {
    let id = facts.next_id("task", "task_id")?;
    let title = facts.private_text(task.title.trim())?;
    let text = facts.optional_text(task.text.as_deref())?;
    facts.insert(
        "task",
        &["task_id"],
        vec![
            ("task_id", Sql::Integer(id)),
            ("uuid", Sql::Text(task.uuid.to_string())),
            ("person_id", Sql::Integer(task.person)),
            ("department_id", Sql::from(task.department)),
            ("given_by", Sql::from(task.given_by)),
            ("title_id", Sql::Integer(title)),
            ("text_id", Sql::from(text)),
            ("due_day", Sql::Text(task.due.to_string())),
            ("given_day", Sql::Text(task.given.to_string())),
        ],
    )?;
    for (line, decision) in (1_i64..).zip(decisions) {
        facts.insert(
            "task_decision",
            &["task_id", "line"],
            vec![
                ("task_id", Sql::Integer(id)),
                ("line", Sql::Integer(line)),
                ("action_id", Sql::Integer(decision.action)),
                ("quantity", Sql::Integer(decision.quantity)),
                ("hard", Sql::Integer(decision.hard)),
                ("amount_minor", Sql::from(decision.amount.map(|amount| amount.0))),
            ],
        )?;
    }
    Ok(id)
}

/// Writes a step of a task.
pub fn add_step(facts: &mut FactWriter<'_>, task: &TaskRow, step: &StepRow) -> Stored<()> {
    let text = facts.optional_text(step.text.as_deref())?;
    let number = i64::try_from(task.steps.len()).unwrap_or(i64::MAX).saturating_add(1);
    facts.insert(
        "task_step",
        &["task_id", "step"],
        vec![
            ("task_id", Sql::Integer(task.id)),
            ("step", Sql::Integer(number)),
            ("state", Sql::Text(step.step.as_str().to_owned())),
            ("person_id", Sql::Integer(step.person)),
            ("on_day", Sql::Text(step.on.to_string())),
            ("due_day", Sql::from(step.due.map(|day| day.to_string()))),
            ("ticket_id", Sql::from(step.ticket)),
            ("text_id", Sql::from(text)),
        ],
    )
}

const TASK: &str =
    "SELECT k.task_id, k.uuid, k.person_id, k.department_id, k.given_by, t.body AS title, x.body AS text,
        k.due_day, k.given_day
    FROM task k LEFT JOIN private_text t ON t.text_id = k.title_id LEFT JOIN private_text x ON x.text_id = k.text_id";

fn task_row(row: &Row<'_>) -> rusqlite::Result<TaskRow> {
    let uuid: String = row.get("uuid")?;
    Ok(TaskRow {
        id: row.get("task_id")?,
        uuid: parse_column(&uuid, "task.uuid", |text| text.parse().ok())?,
        person: row.get("person_id")?,
        department: row.get("department_id")?,
        given_by: row.get("given_by")?,
        title: row.get::<_, Option<String>>("title")?.unwrap_or_default(),
        text: row.get("text")?,
        due: day_column(row, "due_day")?,
        given: day_column(row, "given_day")?,
        steps: Vec::new(),
    })
}

fn with_steps(db: &Connection, mut task: TaskRow) -> Stored<TaskRow> {
    let mut select = db.prepare_cached(
        "SELECT s.state, s.person_id, s.on_day, s.due_day, s.ticket_id, x.body AS text
         FROM task_step s LEFT JOIN private_text x ON x.text_id = s.text_id WHERE s.task_id = ?1 ORDER BY s.step",
    )?;
    let steps = select.query_map([task.id], |row| {
        let state: String = row.get("state")?;
        Ok(StepRow {
            step: parse_column(&state, "task_step.state", Step::parse)?,
            person: row.get("person_id")?,
            on: day_column(row, "on_day")?,
            due: optional_day_column(row, "due_day")?,
            ticket: row.get("ticket_id")?,
            text: row.get("text")?,
        })
    })?;
    task.steps = steps.collect::<Result<_, _>>()?;
    Ok(task)
}

/// The task of an id.
pub fn task(db: &Connection, uuid: Uuid) -> Stored<Option<TaskRow>> {
    let mut select = db.prepare_cached(&format!("{TASK} WHERE k.uuid = ?1"))?;
    let row = select.query_row([uuid.to_string()], task_row).optional()?;
    row.map(|row| with_steps(db, row)).transpose()
}

/// Tasks that are open or wait to be accepted, or were due or touched since a day; of one person or department, where
/// said.
pub fn tasks(db: &Connection, person: Option<i64>, department: Option<i64>, since: NaiveDate) -> Stored<Vec<TaskRow>> {
    let mut select = db.prepare_cached(&format!(
        "{TASK} WHERE (?1 IS NULL OR k.person_id = ?1) AND (?2 IS NULL OR k.department_id = ?2)
             AND (k.due_day >= ?3
                 OR NOT EXISTS (SELECT 1 FROM task_step e WHERE e.task_id = k.task_id AND (e.state IN ('accepted', 'cancelled')
                     OR e.state = 'done' AND k.given_by IS NULL))
                 OR EXISTS (SELECT 1 FROM task_step l WHERE l.task_id = k.task_id AND l.on_day >= ?3))
         ORDER BY k.due_day, k.task_id"
    ))?;
    let rows = select.query_map(params![person, department, since.to_string()], task_row)?;
    let rows: Vec<TaskRow> = rows.collect::<Result<_, _>>()?;
    rows.into_iter().map(|row| with_steps(db, row)).collect()
}

/// The decisions of a task in order.
pub fn decisions(db: &Connection, task: i64) -> Stored<Vec<TaskDecision>> {
    let mut select = db.prepare_cached(
        "SELECT d.action_id, a.code, d.quantity, d.hard, d.amount_minor FROM task_decision d
         JOIN action a ON a.action_id = d.action_id WHERE d.task_id = ?1 ORDER BY d.line",
    )?;
    let rows = select.query_map([task], |row| {
        Ok(TaskDecision {
            action: row.get(0)?,
            code: row.get(1)?,
            quantity: row.get(2)?,
            hard: row.get(3)?,
            amount: row.get::<_, Option<i64>>(4)?.map(Money),
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// A start checklist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChecklistRow {
    /// The store's key.
    pub id: i64,
    /// The checklist's id.
    pub uuid: Uuid,
    /// The department.
    pub department: Option<i64>,
    /// For whom; none: the department.
    pub person: Option<i64>,
    /// Its first day.
    pub from: NaiveDate,
    /// Who started it.
    pub started_by: i64,
    /// Its reviews in order.
    pub items: Vec<ItemRow>,
}

/// A review of a checklist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemRow {
    /// Its number, from 1.
    pub item: i64,
    /// The day it is for.
    pub due: NaiveDate,
    /// When and by whom it was ticked off.
    pub ticked: Option<(NaiveDate, i64)>,
    /// What was seen.
    pub note: Option<String>,
}

/// Writes a checklist with the days of its reviews.
pub fn add_checklist(facts: &mut FactWriter<'_>, row: &ChecklistRow) -> Stored<()> {
    let id = facts.next_id("checklist", "checklist_id")?;
    facts.insert(
        "checklist",
        &["checklist_id"],
        vec![
            ("checklist_id", Sql::Integer(id)),
            ("uuid", Sql::Text(row.uuid.to_string())),
            ("department_id", Sql::from(row.department)),
            ("person_id", Sql::from(row.person)),
            ("from_day", Sql::Text(row.from.to_string())),
            ("started_by", Sql::Integer(row.started_by)),
        ],
    )?;
    for item in &row.items {
        facts.insert(
            "checklist_item",
            &["checklist_id", "item"],
            vec![
                ("checklist_id", Sql::Integer(id)),
                ("item", Sql::Integer(item.item)),
                ("due_day", Sql::Text(item.due.to_string())),
            ],
        )?;
    }
    Ok(())
}

/// Ticks a review off.
pub fn tick(
    facts: &mut FactWriter<'_>,
    checklist: i64,
    item: i64,
    person: i64,
    on: NaiveDate,
    note: Option<&str>,
) -> Stored<()> {
    let text = facts.optional_text(note)?;
    facts.insert(
        "checklist_tick",
        &["checklist_id", "item"],
        vec![
            ("checklist_id", Sql::Integer(checklist)),
            ("item", Sql::Integer(item)),
            ("person_id", Sql::Integer(person)),
            ("on_day", Sql::Text(on.to_string())),
            ("text_id", Sql::from(text)),
        ],
    )
}

const CHECKLIST: &str = "SELECT checklist_id, uuid, department_id, person_id, from_day, started_by FROM checklist";

fn checklist_row(row: &Row<'_>) -> rusqlite::Result<ChecklistRow> {
    let uuid: String = row.get("uuid")?;
    Ok(ChecklistRow {
        id: row.get("checklist_id")?,
        uuid: parse_column(&uuid, "checklist.uuid", |text| text.parse().ok())?,
        department: row.get("department_id")?,
        person: row.get("person_id")?,
        from: day_column(row, "from_day")?,
        started_by: row.get("started_by")?,
        items: Vec::new(),
    })
}

fn with_items(db: &Connection, mut row: ChecklistRow) -> Stored<ChecklistRow> {
    let mut select = db.prepare_cached(
        "SELECT i.item, i.due_day, k.on_day, k.person_id, x.body AS note FROM checklist_item i
         LEFT JOIN checklist_tick k ON k.checklist_id = i.checklist_id AND k.item = i.item
         LEFT JOIN private_text x ON x.text_id = k.text_id WHERE i.checklist_id = ?1 ORDER BY i.item",
    )?;
    let items = select.query_map([row.id], |item| {
        let on = optional_day_column(item, "on_day")?;
        Ok(ItemRow {
            item: item.get("item")?,
            due: day_column(item, "due_day")?,
            ticked: on.zip(item.get("person_id")?),
            note: item.get("note")?,
        })
    })?;
    row.items = items.collect::<Result<_, _>>()?;
    Ok(row)
}

/// The checklist of an id.
pub fn checklist(db: &Connection, uuid: Uuid) -> Stored<Option<ChecklistRow>> {
    let mut select = db.prepare_cached(&format!("{CHECKLIST} WHERE uuid = ?1"))?;
    let row = select.query_row([uuid.to_string()], checklist_row).optional()?;
    row.map(|row| with_items(db, row)).transpose()
}

/// Every checklist, of one department where said, the newest first.
pub fn checklists(db: &Connection, department: Option<i64>) -> Stored<Vec<ChecklistRow>> {
    let mut select = db.prepare_cached(&format!(
        "{CHECKLIST} WHERE (?1 IS NULL OR department_id = ?1) ORDER BY checklist_id DESC LIMIT 200"
    ))?;
    let rows: Vec<ChecklistRow> = select.query_map([department], checklist_row)?.collect::<Result<_, _>>()?;
    rows.into_iter().map(|row| with_items(db, row)).collect()
}
