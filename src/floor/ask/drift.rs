//! The norms in force against real handling times, where calls tell them.
//!
//! A call shows no allowance, so it is held against the norm's normal time: norm / (1 + allowance), unrounded where the
//! norm was measured. Only weeks that are over count. Nothing follows by itself: an alarm asks for a new study.

use std::collections::BTreeMap;

use chrono::{Datelike, Days, NaiveDate};

use super::Reader;
use crate::domain::action::Action;
use crate::domain::norm_set::NormLine;
use crate::domain::study::Source;
use crate::domain::units::BasisPoints;
use crate::floor::Stop;
use crate::floor::study_figures::allowance_factor;
use crate::policy::{Act, Target};
use crate::statistics::count::{number_of, score};
use crate::statistics::drift::{self, Cusum, Direction, HardWeek, Merged, Point, Week};
use crate::store::norms::{OrderRow, SetRow};
use crate::store::studies::StudyRow;
use crate::store::{catalogue, handling, norms, people, studies, tickets};
use crate::views::studies::{DriftPoint, DriftVerdict, DriftView, HardShareDrift, NormDrift, SharePoint};

/// The newest points of a share that an alarm may come from: an older one is history.
const RECENT: usize = 4;

/// What the norms of one department are held against.
struct Ground<'a, 'r> {
    reader: &'a Reader<'r>,
    set: SetRow,
    order: OrderRow,
    /// The Monday of the week in which the order took effect.
    monday: NaiveDate,
    /// The Monday of the running week: before it every week is over.
    running: NaiveDate,
    studies: &'a [StudyRow],
}

pub(super) fn drift(reader: &Reader<'_>) -> Result<DriftView, Stop> {
    let permit = reader.widest(Act::AskStudy)?;
    let actions: BTreeMap<i64, Action> =
        catalogue::actions(reader.db)?.into_iter().map(|action| (action.id, action)).collect();
    let studies = studies::studies(reader.db)?;
    let mut found = Vec::new();
    for department in people::departments(reader.db)? {
        if !permit.covers(Target::department(Some(department.id))) {
            continue;
        }
        let Some(in_force) = norms::set_in_force(reader.db, department.id, reader.today())? else { continue };
        let (Some(set), Some(order)) =
            (norms::set_by_id(reader.db, in_force)?, norms::order_of_set(reader.db, in_force)?)
        else {
            continue;
        };
        let (monday, running) = (monday_of(order.effective), monday_of(reader.today()));
        let ground = Ground { reader, set, order, monday, running, studies: &studies };
        for line in norms::lines(reader.db, in_force)? {
            if let Some(action) = actions.get(&line.action) {
                found.push(of_norm(&ground, &line, action)?);
            }
        }
    }
    found.sort_by(|a, b| a.verdict.cmp(&b.verdict).then_with(|| a.action.cmp(&b.action)));
    Ok(DriftView { norms: found })
}

fn monday_of(day: NaiveDate) -> NaiveDate {
    let days = u64::from(day.weekday().num_days_from_monday());
    day.checked_sub_days(Days::new(days)).unwrap_or(day)
}

fn of_norm(ground: &Ground<'_, '_>, line: &NormLine, action: &Action) -> Result<NormDrift, Stop> {
    let normal_seconds = normal_seconds(line, &ground.set);
    let merged = drift::merge_weeks(&weeks(ground, line.action, normal_seconds)?);
    let chart = drift::cusum(&merged.points, 1.0);
    let hard = hard_share(ground, line)?;
    let verdict = verdict(&merged, chart.as_ref(), hard.as_ref());
    let alarm = chart.as_ref().and_then(|chart| chart.alarm);
    let since = alarm.and_then(|alarm| merged.points.get(alarm.since)).map(|point| day(point.first));
    Ok(NormDrift {
        action: action.code.to_string(),
        name_ru: action.name_ru.clone(),
        name_en: action.name_en.clone(),
        order: ground.order.number.clone(),
        effective: ground.order.effective,
        norm_cmin: line.norm,
        normal_seconds,
        study: line.study,
        review: review(ground, line),
        verdict,
        preliminary: chart.as_ref().is_some_and(|chart| chart.preliminary),
        points: points(&merged.points, chart.as_ref()),
        gathering: merged.open.map_or(0, |open| open.n),
        sigma: chart.as_ref().map(|chart| chart.sigma),
        since,
        ratio: alarm.map(|alarm| alarm.mean_ratio).or_else(|| mean_ratio(&merged.points)),
        hard,
    })
}

/// The time that a call is held against, in seconds: the standard time without its allowance.
pub(super) fn normal_seconds(line: &NormLine, set: &SetRow) -> f64 {
    let part = |text: &str| text.trim().parse::<f64>().ok();
    let exact = line.exact.as_deref().and_then(|text| match text.split_once('/') {
        Some((above, below)) => Some(part(above)? / part(below)?),
        None => part(text),
    });
    let standard_cmin = exact.unwrap_or_else(|| score(line.norm.0));
    // An expert's value is a whole: nobody said how much of it is allowance.
    let allowance = if line.exact.is_some() { line.allowance.unwrap_or(set.allowance) } else { BasisPoints::ZERO };
    standard_cmin * 0.6 / allowance_factor(set.convention, allowance)
}

/// Mean handling time / norm of every week that is over.
fn weeks(ground: &Ground<'_, '_>, action: i64, normal_seconds: f64) -> Result<Vec<Week>, Stop> {
    let floor = &ground.reader.floor;
    let start = |day| floor.work_day_start(day).millis();
    let found = handling::by_week(
        ground.reader.db,
        ground.set.department,
        action,
        start(ground.monday),
        start(ground.order.effective),
        start(ground.running),
    )?;
    let week = |one: &handling::HandlingWeek| Week {
        label: label(ground.monday) + 7 * one.week,
        n: u64::try_from(one.n).unwrap_or(0),
        mean_ratio: score(one.total_ms) / score(one.n) / 1_000.0 / normal_seconds,
    };
    Ok(found.iter().map(week).collect())
}

/// A day as the number that the statistics carry, and back.
fn label(day: NaiveDate) -> i64 {
    i64::from(day.num_days_from_ce())
}

fn day(label: i64) -> NaiveDate {
    i32::try_from(label).ok().and_then(NaiveDate::from_num_days_from_ce_opt).unwrap_or_default()
}

fn sunday(label: i64) -> NaiveDate {
    day(label + 6)
}

fn points(merged: &[Point], chart: Option<&Cusum>) -> Vec<DriftPoint> {
    let point = |(place, point): (usize, &Point)| DriftPoint {
        from: day(point.first),
        to: sunday(point.last),
        n: point.n,
        ratio: point.mean_ratio,
        upper: chart.and_then(|chart| chart.upper.get(place)).copied(),
        lower: chart.and_then(|chart| chart.lower.get(place)).copied(),
        alarm: chart.and_then(|chart| chart.alarm).is_some_and(|alarm| alarm.index == place),
    };
    merged.iter().enumerate().map(point).collect()
}

fn mean_ratio(points: &[Point]) -> Option<f64> {
    let n: u64 = points.iter().map(|point| point.n).sum();
    let sum: f64 = points.iter().map(|point| number_of(point.n) * point.mean_ratio).sum();
    (n > 0).then(|| sum / number_of(n))
}

fn verdict(merged: &Merged<Point>, chart: Option<&Cusum>, hard: Option<&HardShareDrift>) -> DriftVerdict {
    let shifted = hard.is_some_and(|hard| hard.points.iter().rev().take(RECENT).any(|point| point.outside));
    match chart.map(|chart| chart.alarm) {
        Some(Some(alarm)) => match alarm.direction {
            Direction::Slower => DriftVerdict::Slower,
            Direction::Faster => DriftVerdict::Faster,
        },
        _ if shifted => DriftVerdict::HardShare,
        Some(None) => DriftVerdict::Agrees,
        None if merged.points.is_empty() && merged.open.is_none() => DriftVerdict::NoCalls,
        None => DriftVerdict::Gathering,
    }
}

/// The share of hard cases that operators mark, against the norm's. `None` where the norm has none, or where nobody marks.
fn hard_share(ground: &Ground<'_, '_>, line: &NormLine) -> Result<Option<HardShareDrift>, Stop> {
    let kept = line.regular_count + line.hard_count;
    let centre = match line.hard_share {
        Some(share) => score(share.0) / 10_000.0,
        None if line.hard_count > 0 && kept > 0 => score(line.hard_count) / score(kept),
        None => return Ok(None),
    };
    let (db, department) = (ground.reader.db, ground.set.department);
    if tickets::hard_marks(db, department, line.action)?.hard == 0 {
        return Ok(None);
    }
    let marks = handling::marks_by_day(db, department, line.action, ground.order.effective, ground.running)?;
    let mut weeks: BTreeMap<i64, (u64, u64)> = BTreeMap::new();
    for (day, hard, all) in marks {
        let week = weeks.entry(label(monday_of(day))).or_default();
        week.0 += u64::try_from(hard).unwrap_or(0);
        week.1 += u64::try_from(all).unwrap_or(0);
    }
    let weeks: Vec<HardWeek> = weeks.into_iter().map(|(label, (hard, all))| HardWeek { label, hard, all }).collect();
    let merged = drift::merge_hard_weeks(&weeks);
    let Some(chart) = drift::p_chart(&merged.points, centre) else { return Ok(None) };
    let point = |one: &drift::ChartedShare| SharePoint {
        from: day(one.at.first),
        to: sunday(one.at.last),
        n: one.at.all,
        share: one.share,
        low: one.low,
        high: one.high,
        outside: one.is_outside(),
    };
    Ok(Some(HardShareDrift {
        centre,
        points: chart.points.iter().map(point).collect(),
        gathering: merged.open.map_or(0, |open| open.n),
    }))
}

/// A study of the action by stopwatch, newer than the norm's own: the review is under way.
fn review(ground: &Ground<'_, '_>, line: &NormLine) -> Option<uuid::Uuid> {
    let own = ground.studies.iter().find(|study| Some(study.uuid) == line.study)?;
    let newer =
        |study: &&StudyRow| study.action == line.action && study.source == Source::Stopwatch && study.id > own.id;
    ground.studies.iter().find(newer).map(|study| study.uuid)
}
