//! Rows of calls and chats, and of the stage history of deals.
//!
//! Invariant: an operator that the row does not name is no refusal: the floor keeps the record in its queue.

use chrono::TimeDelta;
use chrono_tz::Tz;

use super::fields;
use super::layout::{Layout, Row};
use super::moments::moments;
use super::rows::Ids;
use crate::domain::call::Direction;
use crate::domain::instant::Instant;
use crate::domain::rejection::Rejection;
use crate::domain::ticket::Channel;
use crate::domain::units::Millis;
use crate::floor::command::{CallRecord, StageMove};

/// A call, or the refusal of the row.
pub(super) fn call(layout: &Layout<'_>, row: &Row<'_>, zone: Tz, ids: &mut Ids) -> Result<CallRecord, Rejection> {
    let call = ids.of(row);
    let direction = match layout.is_outbound(row) {
        Some(true) => Direction::Out,
        Some(false) => Direction::In,
        None => row.one_of("direction", "in, out", Direction::parse)?.unwrap_or_default(),
    };
    let by_direction = |always: &str, inbound: &str, outbound: &str| {
        row.text(always).or_else(|| row.text(if direction == Direction::In { inbound } else { outbound }))
    };
    let times = moments(layout, row, zone)?;
    let started = times.opened.ok_or_else(|| row.no_moment("started_at"))?;
    let length = length(layout, row, "duration")?;
    let ended = times.finished.or_else(|| length.and_then(|length| moved(started, length.0)));
    let talk = length_of_talk(layout, row)?;
    let answered = times.started.or_else(|| ended.zip(talk).and_then(|(ended, talk)| moved(ended, -talk.0)));
    Ok(CallRecord {
        call,
        employee: by_direction("operator", "operator_in", "operator_out"),
        client: by_direction("client", "client_in", "client_out"),
        direction,
        channel: row.one_of("channel", "inbound-call, outbound-call, chat", Channel::parse)?,
        started_at: started,
        answered_at: answered,
        ended_at: ended,
        external_id: row.text("external_id").or_else(|| row.text("key")),
    })
}

fn moved(at: Instant, by: i64) -> Option<Instant> {
    at.utc().checked_add_signed(TimeDelta::try_milliseconds(by)?).map(Instant::from)
}

fn length(layout: &Layout<'_>, row: &Row<'_>, field: &'static str) -> Result<Option<Millis>, Rejection> {
    let Some(text) = row.text(field) else { return Ok(None) };
    let length = fields::duration(&text, layout.section.duration).filter(|length| length.0 >= 0);
    length.map(Some).ok_or_else(|| row.wrong("row-number", field))
}

/// The length of the talk; 0 says that nobody answered.
fn length_of_talk(layout: &Layout<'_>, row: &Row<'_>) -> Result<Option<Millis>, Rejection> {
    Ok(length(layout, row, "talk")?.filter(|talk| talk.0 > 0))
}

/// A line of the stage history, or the refusal of the row.
pub(super) fn stage_move(layout: &Layout<'_>, row: &Row<'_>, zone: Tz) -> Result<StageMove, Rejection> {
    Ok(StageMove {
        key: row.required("key")?,
        deal: row.required("deal")?,
        pipeline: row.required("pipeline")?,
        stage: row.required("stage")?,
        moved_at: moments(layout, row, zone)?.started.ok_or_else(|| row.no_moment("moved_at"))?,
        responsible: row.required("responsible")?,
        moved_by: row.text("moved_by"),
        client: row.text("client"),
    })
}
