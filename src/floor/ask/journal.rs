//! The audit journal: a page of it, and one entry with what it wrote.

use chrono::Days;

use super::Reader;
use crate::domain::code::Code;
use crate::domain::instant::Instant;
use crate::domain::rejection::{RefusalCode, Rejection};
use crate::floor::Stop;
use crate::floor::question::AskAudit;
use crate::policy::{Act, Scope};
use crate::store::audit::{self as chain, Entry, Sought};
use crate::store::{catalogue, people as rows};
use crate::views::journal::{AuditEntryView, AuditView, EntryView, FactView, FieldView};

/// Entries on one page.
const PAGE: i64 = 200;

/// Facts of one entry that are told: an import writes thousands.
const FACTS: usize = 100;

pub(super) fn audit(reader: &Reader<'_>, ask: &AskAudit) -> Result<AuditView, Stop> {
    reader.widest(Act::AskAudit)?;
    let (seq, head) = chain::head(reader.db)?;
    let found = if ask.newest {
        let start = |day| reader.floor.work_day_start(day).millis();
        let sought = Sought {
            before: ask.before_seq,
            person: ask.person.as_ref().map(ToString::to_string),
            act: ask.act.clone(),
            from: ask.from.map(start),
            to: ask.to.and_then(|day| day.checked_add_days(Days::new(1))).map(start),
        };
        chain::newest(reader.db, &sought, PAGE)?
    } else {
        chain::page(reader.db, ask.from_seq, PAGE)?
    };
    let full = i64::try_from(found.len()).is_ok_and(|count| count == PAGE);
    let next = found.last().map(|entry| entry.seq).filter(|seq| ask.newest && full && *seq > 1);
    let entries = found.into_iter().map(|entry| entry_view(reader, &entry)).collect::<Result<Vec<_>, Stop>>()?;
    Ok(AuditView { entries, seq, head, next })
}

fn entry_view(reader: &Reader<'_>, entry: &Entry) -> Result<AuditEntryView, Stop> {
    let code = Code::new(&entry.person).ok();
    let person = code.map(|code| rows::person(reader.db, &code)).transpose()?.flatten();
    Ok(AuditEntryView {
        seq: entry.seq,
        recorded_at: Instant::from_millis(entry.recorded_at).map(|at| reader.floor.local(at)).unwrap_or_default(),
        person: entry.person.clone(),
        name: person.map(|person| person.name),
        act: entry.act.clone(),
        facts: chain::facts_of(entry)?.len(),
        hash: entry.hash.clone(),
    })
}

pub(super) fn entry(reader: &Reader<'_>, seq: i64) -> Result<EntryView, Stop> {
    reader.widest(Act::AskAudit)?;
    // Who reads everybody's tickets reads everything that a fact may tell.
    let everything = reader.widest(Act::AskTicket).is_ok_and(|permit| permit.scope() == Scope::All);
    let missing = || Rejection::because(RefusalCode::NotFound, "entry").naming("seq", seq);
    let entry = chain::entry(reader.db, seq)?.ok_or_else(missing)?;
    let mut facts = Vec::new();
    for fact in chain::facts_of(&entry)?.into_iter().take(FACTS) {
        let told = chain::told(reader.db, &fact, everything)?;
        let fields = told.into_iter().map(|(name, value)| field(reader, name, value)).collect::<Result<_, Stop>>()?;
        facts.push(FactView { table: fact.table, key: fact.key, hash: fact.hash, fields });
    }
    Ok(EntryView {
        at_given: entry.at_given,
        command: entry.command.clone(),
        request: entry.request.clone(),
        previous: entry.previous.clone(),
        facts,
        entry: entry_view(reader, &entry)?,
    })
}

/// A field with what its key stands for.
fn field(reader: &Reader<'_>, name: String, value: String) -> Result<FieldView, Stop> {
    let id = value.parse::<i64>().ok();
    let named = match (name.as_str(), id) {
        ("person_id" | "operator_id" | "observer_id" | "coverer_id" | "absent_id", Some(id)) => {
            rows::person_by_id(reader.db, id)?.map(|person| format!("{} ({})", person.name, person.code))
        }
        ("department_id", Some(id)) => {
            let all = rows::departments(reader.db)?;
            all.into_iter().find(|one| one.id == id).map(|one| format!("{} ({})", one.name, one.code))
        }
        ("action_id", Some(id)) => {
            catalogue::action_by_id(reader.db, id)?.map(|action| format!("{} ({})", action.name_ru, action.code))
        }
        _ => None,
    };
    let name = name.strip_suffix("_id").map_or_else(|| name.clone(), str::to_owned);
    Ok(FieldView { name, value: named.unwrap_or(value) })
}
