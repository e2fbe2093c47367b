//! What a set would do to people: replay and pilot, from day sums alone: no ticket is read.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, Days, Months, NaiveDate};
use uuid::Uuid;

use super::drift::normal_seconds;
use super::norms::{department_name, pilot_brief};
use super::{Reader, agreement};
use crate::domain::action::{Action, ActionKind};
use crate::domain::kpi::{ClosedStretch, is_closed};
use crate::domain::norm_set::{NormLine, SetState};
use crate::domain::order::PILOT_DAYS;
use crate::domain::people::Person;
use crate::domain::rejection::{RefusalCode, Rejection};
use crate::domain::replay::{self, Counted, Logged, Replay};
use crate::domain::units::{BasisPoints, CentiMinutes};
use crate::floor::Stop;
use crate::floor::norms::state_of;
use crate::floor::planner::Planner;
use crate::floor::question::AskReplay;
use crate::policy::{Act, Target};
use crate::store::handling::HandlingTimes;
use crate::store::norms::SetRow;
use crate::store::{catalogue, days, handling, norms, people, pilots};
use crate::views::pilot::{PilotView, ReplayAction, ReplayDay, ReplayPerson, ReplayView, ShadowDay};

/// The most days of one replay.
const MOST_DAYS: i64 = 1_100;

/// A set that may be replayed by who asks.
fn set_of(reader: &Reader<'_>, uuid: Uuid) -> Result<SetRow, Stop> {
    reader.widest(Act::AskReplay)?;
    let not_found = || Rejection::because(RefusalCode::NotFound, "set");
    let set = norms::set(reader.db, uuid)?.ok_or_else(not_found)?;
    reader.permit(Act::AskReplay, Target::department(Some(set.department))).map_err(|_| not_found())?;
    Ok(set)
}

pub(super) fn replay(reader: &Reader<'_>, ask: &AskReplay) -> Result<ReplayView, Stop> {
    let set = set_of(reader, ask.set)?;
    let closed = days::closed(reader.db)?;
    let (from, to) = period(reader, &set, ask, &closed)?;
    let days = (to - from).num_days() + 1;
    if !(1..=MOST_DAYS).contains(&days) {
        return Err(Rejection::because(RefusalCode::BadInput, "period").naming("most", MOST_DAYS).into());
    }
    replay_view(reader, &set, from, to, &closed)
}

/// The days asked for; by default those of the set's pilot if any of them is closed, else the last month that is closed
/// to its end and has work in it, else as much of the newest month as is closed.
fn period(
    reader: &Reader<'_>,
    set: &SetRow,
    ask: &AskReplay,
    closed: &[ClosedStretch],
) -> Result<(NaiveDate, NaiveDate), Stop> {
    let last = |before| pilots::last_closed(reader.db, set.department, before);
    let newest = last(None)?;
    match (ask.from, ask.to) {
        (Some(from), Some(to)) => return Ok((from, to)),
        (Some(from), None) => return Ok((from, newest.unwrap_or(from).max(from))),
        (None, Some(to)) => return Ok((to.with_day(1).unwrap_or(to), to)),
        (None, None) => {}
    }
    if let Some(pilot) = pilots::standing(reader.db, set.id)?
        && pilots::closed_days(reader.db, set.department, pilot.from, pilot.to)? > 0
    {
        return Ok((pilot.from, pilot.to));
    }
    let Some(newest) = newest else { return Ok((reader.today(), reader.today())) };
    let first = newest.with_day(1).unwrap_or(newest);
    let end = first.checked_add_months(Months::new(1)).and_then(|next| next.pred_opt()).unwrap_or(newest);
    if is_closed(closed, end) {
        return Ok((first, end));
    }
    Ok(match last(Some(first))? {
        Some(before) => {
            let first = before.with_day(1).unwrap_or(before);
            (first, first.checked_add_months(Months::new(1)).and_then(|next| next.pred_opt()).unwrap_or(before))
        }
        None => (first, newest),
    })
}

/// Everything a replay is made from.
struct Ground {
    set: SetRow,
    lines: BTreeMap<i64, NormLine>,
    in_force: BTreeMap<i64, CentiMinutes>,
    actions: BTreeMap<i64, Action>,
    people: BTreeMap<i64, Person>,
}

impl Ground {
    fn load(reader: &Reader<'_>, set: &SetRow) -> Result<Self, Stop> {
        let in_force = match norms::set_in_force(reader.db, set.department, reader.today())? {
            Some(id) => norms::lines(reader.db, id)?.into_iter().map(|line| (line.action, line.weight)).collect(),
            None => BTreeMap::new(),
        };
        Ok(Self {
            set: set.clone(),
            lines: norms::lines(reader.db, set.id)?.into_iter().map(|line| (line.action, line)).collect(),
            in_force,
            actions: catalogue::actions(reader.db)?.into_iter().map(|action| (action.id, action)).collect(),
            people: people::people(reader.db)?.into_iter().map(|person| (person.id, person)).collect(),
        })
    }

    fn weights(&self) -> BTreeMap<i64, CentiMinutes> {
        self.lines.iter().map(|(action, line)| (*action, line.weight)).collect()
    }

    fn full_occupancy(&self) -> bool {
        self.lines.values().all(|line| line.allowance.unwrap_or(self.set.allowance) == BasisPoints::ZERO)
    }

    fn person(&self, id: i64) -> (String, String) {
        self.people.get(&id).map(|person| (person.code.to_string(), person.name.clone())).unwrap_or_default()
    }
}

/// A set's weights over a stretch of a department's days, or of one of its people; only days that `counts` lets through.
pub(super) fn replayed(
    reader: &Reader<'_>,
    department: i64,
    weights: &BTreeMap<i64, CentiMinutes>,
    (from, to): (NaiveDate, NaiveDate),
    person: Option<i64>,
    counts: impl Fn(NaiveDate) -> bool,
) -> Result<Replay, Stop> {
    let mut counted = Vec::new();
    for day in pilots::counted_days(reader.db, department, from, to, person)? {
        let worked = day.tickets > 0 || day.lines != CentiMinutes::ZERO;
        if worked && counts(day.day) {
            counted.push(Counted { person: day.person, day: day.day, kpi: day.kpi.plus(day.lines)?, lines: day.lines });
        }
    }
    let logged: Vec<Logged> = pilots::action_sums(reader.db, department, from, to, person)?
        .into_iter()
        .map(|sum| Logged {
            person: sum.person,
            day: sum.day,
            action: sum.action,
            quantity: sum.quantity,
            counted: sum.kpi,
        })
        .collect();
    Ok(replay::replay(&counted, &logged, weights)?)
}

fn replay_view(
    reader: &Reader<'_>,
    set: &SetRow,
    from: NaiveDate,
    to: NaiveDate,
    closed: &[ClosedStretch],
) -> Result<ReplayView, Stop> {
    let ground = Ground::load(reader, set)?;
    let done = replayed(reader, set.department, &ground.weights(), (from, to), None, |day| is_closed(closed, day))?;
    let targets = targets(reader, &ground, &done, from, to)?;
    let total = done.total()?;
    let people = persons(&ground, &done, &targets)?;
    let won = |person: &&ReplayPerson| person.after_cmin > person.before_cmin;
    let lost = |person: &&ReplayPerson| person.after_cmin < person.before_cmin;
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let days = by_days(&done, &targets)?;
    Ok(ReplayView {
        set: set.uuid,
        name: set.name.clone(),
        department: department_name(reader, set.department)?,
        state: state_of(reader.db, set, reader.today())?,
        from,
        to,
        closed_days: count(days.len()),
        before_cmin: total.before,
        after_cmin: total.after,
        median_before_cmin: replay::median(done.days.values().map(|change| change.before))?,
        median_after_cmin: replay::median(done.days.values().map(|change| change.after))?,
        winners: count(people.iter().filter(won).count()),
        losers: count(people.iter().filter(lost).count()),
        people,
        actions: by_actions(reader, &ground, &done, (from, to), total.before)?,
        days,
        without_norm: without_norm(&ground, &done),
        full_occupancy: ground.full_occupancy(),
    })
}

/// Scheduled minutes of each person-day with work; a person whose calendar is not known for the stretch has none.
type Targets = BTreeMap<(i64, NaiveDate), CentiMinutes>;

fn targets(
    reader: &Reader<'_>,
    ground: &Ground,
    done: &Replay,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Targets, Stop> {
    let plans = Planner::load(reader.db, &reader.floor, from, to, None)?;
    let mut targets = Targets::new();
    let busy: BTreeSet<i64> = done.days.keys().map(|(person, _)| *person).collect();
    for id in busy {
        let Some(person) = ground.people.get(&id) else { continue };
        let Some(plan) = plans.days(person, from, to)? else { continue };
        targets.extend(plan.into_iter().map(|(day, time)| ((id, day), time.target)));
    }
    Ok(targets)
}

fn persons(ground: &Ground, done: &Replay, targets: &Targets) -> Result<Vec<ReplayPerson>, Stop> {
    let mut found = Vec::new();
    for (id, days) in done.by_person() {
        let (code, name) = ground.person(id);
        let change = replay::sum(days.iter().map(|(_, change)| change))?;
        let known: Option<Vec<CentiMinutes>> = days.iter().map(|(day, _)| targets.get(&(id, *day)).copied()).collect();
        found.push(ReplayPerson {
            code,
            name,
            days: i64::try_from(days.len()).unwrap_or(i64::MAX),
            target_cmin: known.map(CentiMinutes::sum).transpose()?,
            before_cmin: change.before,
            after_cmin: change.after,
            change_bp: change.relative()?,
            median_before_cmin: replay::median(days.iter().map(|(_, change)| change.before))?.unwrap_or_default(),
            median_after_cmin: replay::median(days.iter().map(|(_, change)| change.after))?.unwrap_or_default(),
        });
    }
    found.sort_by(|a, b| a.code.cmp(&b.code));
    Ok(found)
}

fn by_days(done: &Replay, targets: &Targets) -> Result<Vec<ReplayDay>, Stop> {
    let mut found = Vec::new();
    for (date, people) in done.by_day() {
        let change = replay::sum(people.iter().map(|(_, change)| change))?;
        let known: Option<Vec<CentiMinutes>> =
            people.iter().map(|(id, _)| targets.get(&(*id, date)).copied()).collect();
        found.push(ReplayDay {
            date,
            people: i64::try_from(people.len()).unwrap_or(i64::MAX),
            target_cmin: known.map(CentiMinutes::sum).transpose()?,
            before_cmin: change.before,
            after_cmin: change.after,
        });
    }
    Ok(found)
}

fn by_actions(
    reader: &Reader<'_>,
    ground: &Ground,
    done: &Replay,
    (from, to): (NaiveDate, NaiveDate),
    all: CentiMinutes,
) -> Result<Vec<ReplayAction>, Stop> {
    let since = reader.floor.work_day_start(from).millis();
    let until = reader.floor.work_day_start(to.checked_add_days(Days::new(1)).unwrap_or(to)).millis();
    let times: BTreeMap<i64, HandlingTimes> = handling::by_action(reader.db, ground.set.department, since, until)?;
    let mut found = Vec::new();
    for (id, change) in &done.actions {
        let Some(action) = ground.actions.get(id) else { continue };
        let line = ground.lines.get(id);
        let held = times.get(id).zip(line);
        found.push(ReplayAction {
            action: action.code.to_string(),
            name_ru: action.name_ru.clone(),
            name_en: action.name_en.clone(),
            quantity: change.quantity,
            share_bp: replay::share(change.change.before, all)?,
            before_cmin: change.change.before,
            after_cmin: change.change.after,
            in_force_cmin: ground.in_force.get(id).copied(),
            weight_cmin: line.map(|line| line.weight),
            handling: held.and_then(|(times, line)| agreement::handling(times, normal_seconds(line, &ground.set))),
        });
    }
    found.sort_by(|a, b| a.action.cmp(&b.action));
    Ok(found)
}

/// Codes of logged manual actions that the set has no norm for.
fn without_norm(ground: &Ground, done: &Replay) -> Vec<String> {
    let lacking = |id: &i64| {
        let action = ground.actions.get(id)?;
        let lacks = action.kind == ActionKind::Manual && !ground.lines.contains_key(id);
        lacks.then(|| action.code.to_string())
    };
    let mut codes: Vec<String> =
        done.actions.iter().filter(|(_, change)| change.quantity > 0).filter_map(|(id, _)| lacking(id)).collect();
    codes.sort();
    codes
}

pub(super) fn pilot(reader: &Reader<'_>, uuid: Uuid) -> Result<PilotView, Stop> {
    let set = set_of(reader, uuid)?;
    let pilot =
        pilots::standing(reader.db, set.id)?.ok_or_else(|| Rejection::because(RefusalCode::NotFound, "pilot"))?;
    let closed = days::closed(reader.db)?;
    let brief = pilot_brief(reader, &set)?;
    let today = reader.today();
    let state = state_of(reader.db, &set, today)?;
    let runs = matches!(state, SetState::Pilot | SetState::Submitted) && pilot.from <= today && today <= pilot.to;
    let closed_days = pilots::closed_days(reader.db, set.department, pilot.from, pilot.to)?;
    let report = match closed_days {
        0 => None,
        _ => Some(replay_view(reader, &set, pilot.from, pilot.to, &closed)?),
    };
    Ok(PilotView {
        set: set.uuid,
        from: pilot.from,
        to: pilot.to,
        closed_days: brief.map_or(closed_days, |brief| brief.closed_days),
        needed_days: PILOT_DAYS,
        provisional: norms::set_in_force(reader.db, set.department, today)?.is_none(),
        today: if runs { shadow(reader, &set, today)? } else { Vec::new() },
        report,
    })
}

/// Each person's running day by the set in force and by the set under pilot.
fn shadow(reader: &Reader<'_>, set: &SetRow, today: NaiveDate) -> Result<Vec<ShadowDay>, Stop> {
    let ground = Ground::load(reader, set)?;
    let done = replayed(reader, set.department, &ground.weights(), (today, today), None, |_| true)?;
    let mut found: Vec<ShadowDay> = done
        .days
        .iter()
        .map(|((person, _), change)| {
            let (code, name) = ground.person(*person);
            ShadowDay { code, name, in_force_cmin: change.before, pilot_cmin: change.after }
        })
        .collect();
    found.sort_by(|a, b| a.code.cmp(&b.code));
    Ok(found)
}
