//! Where a decision's weight comes from: the norm, its set, the order, the stopwatch readings.

use super::Reader;
use super::names::Names;
use crate::domain::norm_set::{Evidence, NormLine};
use crate::domain::rejection::{RefusalCode, Rejection};
use crate::domain::study::{CaseClass, Observation};
use crate::floor::Stop;
use crate::floor::question::AskDecision;
use crate::policy::{Act, Target};
use crate::store::{norms, studies, tickets as rows};
use crate::views::department::{DecisionTraceView, ReadingView};

pub(super) fn decision(reader: &Reader<'_>, ask: AskDecision) -> Result<DecisionTraceView, Stop> {
    reader.widest(Act::AskDecision)?;
    let not_found = || Rejection::because(RefusalCode::NotFound, "ticket");
    let row = rows::ticket(reader.db, ask.ticket)?.ok_or_else(not_found)?;
    reader.permit(Act::AskDecision, Target::of(row.person, Some(row.department))).map_err(|_| not_found())?;
    let versions = rows::versions(reader.db, row.id)?;
    let last = versions.last().ok_or_else(not_found)?;
    let decisions = rows::decisions(reader.db, row.id, last.version)?;
    let place = usize::try_from(ask.line).ok().and_then(|line| line.checked_sub(1));
    let found = place.and_then(|place| decisions.get(place)).ok_or_else(not_found)?;
    let names = Names::load(reader)?;
    let action = names.actions.get(&found.weighed.action);
    let set = match row.set {
        Some(set) => norms::set_by_id(reader.db, set)?,
        None => None,
    };
    let order = match row.set {
        Some(set) => norms::order_of_set(reader.db, set)?,
        None => None,
    };
    let lines = match row.set {
        Some(set) => norms::lines(reader.db, set)?,
        None => Vec::new(),
    };
    let line = lines.iter().find(|line| line.action == found.weighed.action);
    let approved_at = order.as_ref().map_or(i64::MAX, |order| order.approved_at);
    let (study, readings) = match line {
        Some(line) => readings(reader, line, approved_at)?,
        None => (None, Vec::new()),
    };
    let evidence = line.and_then(|line| line.evidence.as_ref());
    let ends = evidence.and_then(Evidence::interval);
    Ok(DecisionTraceView {
        ticket: ask.ticket,
        line: ask.line,
        person: names.person(row.person).code,
        work_day: row.work_day,
        action: found.action_code.clone(),
        name_ru: action.map(|action| action.name_ru.clone()).unwrap_or_default(),
        name_en: action.and_then(|action| action.name_en.clone()),
        quantity: found.weighed.quantity,
        norm_cmin: found.weighed.norm,
        boost_bp: found.weighed.boost,
        boost_reason: line.and_then(|line| line.boost_reason.clone()),
        weight_cmin: found.weighed.weight,
        kpi_cmin: found.weighed.kpi,
        set: set.as_ref().map(|set| set.uuid),
        set_name: set.as_ref().map(|set| set.name.clone()),
        order: order.as_ref().map(|order| order.number.clone()),
        order_date: order.as_ref().map(|order| order.date),
        effective: order.as_ref().map(|order| order.effective),
        approved_by: order.as_ref().map(|order| names.person(order.approved_by).name),
        basis: line.map(|line| line.basis.as_str().to_owned()),
        reason: line.and_then(|line| line.reason.clone()),
        exact: line.and_then(|line| line.exact.clone()),
        allowance_bp: line.and_then(|line| line.allowance).or_else(|| set.as_ref().map(|set| set.allowance)),
        hard_share_bp: line.and_then(|line| line.hard_share),
        low_cmin: ends.map(|(low, _)| low),
        high_cmin: ends.map(|(_, high)| high),
        interval_method: evidence.map(|evidence| evidence.method.clone()),
        operators: evidence.map(|evidence| evidence.operators),
        study,
        regular_count: line.map_or(0, |line| line.regular_count),
        hard_count: line.map_or(0, |line| line.hard_count),
        excluded_count: line.map_or(0, |line| line.excluded_count),
        readings,
    })
}

/// The readings that were taken before the order. Who may see the study sees who was observed; who may not sees the
/// times alone.
fn readings(
    reader: &Reader<'_>,
    line: &NormLine,
    approved_at: i64,
) -> Result<(Option<uuid::Uuid>, Vec<ReadingView>), Stop> {
    let Some(uuid) = line.study else { return Ok((None, Vec::new())) };
    let Some(study) = studies::study(reader.db, uuid)? else { return Ok((None, Vec::new())) };
    let sees = reader.permit(Act::AskStudy, Target::department(study.department)).is_ok();
    let taken = studies::observations(reader.db, study.id)?;
    let before = taken.iter().filter(|reading| reading.started_at.millis() < approved_at);
    let readings = before.map(|reading| reading_view(reader, reading, sees)).collect();
    Ok((sees.then_some(uuid), readings))
}

fn reading_view(reader: &Reader<'_>, reading: &Observation, sees: bool) -> ReadingView {
    let class = match reading.kept_as() {
        Some(CaseClass::Regular) => "regular",
        Some(CaseClass::Hard) => "hard",
        None => "exclude",
    };
    ReadingView {
        started_at: reader.floor.local(reading.started_at),
        duration_ms: reading.duration.0,
        rating_bp: reading.rating,
        class: class.to_owned(),
        reason: reading.decision.as_ref().and_then(|(_, reason)| reason.clone()).filter(|_| sees),
        operator: sees.then(|| reading.operator.to_string()),
    }
}
