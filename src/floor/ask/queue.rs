//! Why a record of the queue waits, as things stand now.

use super::Reader;
use crate::domain::call::QueueReason;
use crate::domain::code::{Code, folded};
use crate::floor::Stop;
use crate::store::queue::{self, Waiting};
use crate::store::{calls, people, stages};
use crate::views::desk::QueuedRecord;

/// A record that waits, with the reason.
pub(super) fn record(reader: &Reader<'_>, waiting: &Waiting) -> Result<Option<QueuedRecord>, Stop> {
    if waiting.kind == "call" {
        let Some(call) = calls::call_by_id(reader.db, waiting.id)? else { return Ok(None) };
        let reason = why(reader, call.operator.as_deref())?;
        return Ok(Some(QueuedRecord {
            record: call.uuid,
            kind: waiting.kind.clone(),
            reason,
            operator: call.operator,
            client: call.client,
            at: reader.floor.local(call.started),
            text: call.channel.as_str().to_owned(),
        }));
    }
    let Some(row) = stages::move_by_id(reader.db, waiting.id)? else { return Ok(None) };
    let reason = match why(reader, Some(&row.responsible))? {
        QueueReason::NotEmployed if stages::map_of(reader.db, &row.pipeline, &row.stage)?.is_none() => {
            QueueReason::UnknownStage
        }
        reason => reason,
    };
    Ok(Some(QueuedRecord {
        record: row.uuid,
        kind: waiting.kind.clone(),
        reason,
        operator: Some(row.responsible),
        client: row.client,
        at: reader.floor.local(row.moved),
        text: format!("{} · {} · {}", row.deal, row.pipeline, row.stage),
    }))
}

/// Why nobody is known by a name; somebody who is known was not employed then, or belonged to no department.
fn why(reader: &Reader<'_>, name: Option<&str>) -> Result<QueueReason, Stop> {
    let Some(name) = name.map(str::trim).filter(|name| !name.is_empty()) else { return Ok(QueueReason::NoOperator) };
    let code = Code::new(name).ok();
    let known = match code {
        Some(code) => people::person(reader.db, &code)?.is_some(),
        None => false,
    };
    let known = known
        || queue::person_of_line(reader.db, &folded(name))?.is_some()
        || people::person_by_login(reader.db, name)?.is_some();
    Ok(if known { QueueReason::NotEmployed } else { QueueReason::UnknownOperator })
}
