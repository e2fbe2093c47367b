//! The month board of absences, and who covered whom.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};

use super::Reader;
use crate::domain::absence::shipped_kinds;
use crate::domain::kpi::is_closed;
use crate::domain::month::Month;
use crate::domain::people::Role;
use crate::domain::statement::{AccountDay, CoveredDay, LineKind, funds};
use crate::domain::units::{CentiMinutes, Fraction, Money};
use crate::floor::Stop;
use crate::floor::month::{Computed, MonthData};
use crate::floor::pay_figures::{self, Names, by_cause, by_kind, surplus, why};
use crate::floor::question::AskMonth;
use crate::policy::{Act, Permit, Target};
use crate::store::absences::AgreementRow;
use crate::views::absences::{
    AbsenceView, AbsencesView, AgreementView, BoardCover, BoardDay, BoardPerson, CoverView, DowntimeView, KindView,
    OwnCover,
};

fn sees(permit: &Permit, data: &MonthData, person: i64) -> bool {
    let department = data.people.get(&person).and_then(|person| person.department);
    permit.covers(Target::of(person, department))
}

/// Agreements that touch the month, of people who may be seen on either side.
fn agreements(reader: &Reader<'_>, names: &Names<'_>, permit: &Permit) -> Vec<AgreementView> {
    let data = names.data;
    let seen = data.agreements.iter().filter(|row| sees(permit, data, row.coverer) || sees(permit, data, row.absent));
    seen.map(|row| agreement(reader, names, row)).collect()
}

fn agreement(reader: &Reader<'_>, names: &Names<'_>, row: &AgreementRow) -> AgreementView {
    let state = match (row.accepted, row.withdrawn) {
        (_, Some(_)) => "withdrawn",
        (Some(_), None) => "accepted",
        (None, None) => "proposed",
    };
    let own = row.coverer == reader.actor.person;
    let withdraws = reader.permit(Act::CoverWithdraw, Target::of(row.coverer, Some(row.department))).is_ok();
    let accepts = own && state == "proposed" && row.to >= reader.today() && reader.widest(Act::CoverAccept).is_ok();
    AgreementView {
        cover: row.uuid,
        coverer: names.code(row.coverer),
        coverer_name: names.name(row.coverer),
        absent: names.code(row.absent),
        absent_name: names.name(row.absent),
        from: row.from,
        to: row.to,
        share_bp: row.share,
        accepted: row.accepted,
        withdrawn: row.withdrawn,
        in_effect_to: row.accepted.map(|_| row.ends.map_or(row.to, |ends| ends.min(row.to))),
        state: state.to_owned(),
        may_accept: accepts,
        may_withdraw: withdraws && state != "withdrawn" && row.to >= reader.today(),
    }
}

pub(super) fn cover(reader: &Reader<'_>, ask: AskMonth) -> Result<CoverView, Stop> {
    let permit = reader.widest(Act::AskCover)?;
    let data = MonthData::load(reader.db, &reader.floor, ask.month)?;
    let through = ask.through.unwrap_or(ask.month.last()).min(ask.month.last());
    let counts = data.counts(through);
    let computed = Computed::of(&data, &counts, &BTreeMap::new())?;
    let names = Names::load(reader.db, &data)?;
    let person = |account: usize| data.facts.accounts.get(account).map_or(0, |account| account.person);
    let seen = |day: &&CoveredDay| {
        sees(&permit, &data, person(day.covered.coverer)) || sees(&permit, &data, person(day.covered.absent))
    };
    let shown: Vec<CoveredDay> = computed.cover.iter().filter(seen).copied().collect();
    let funds = match reader.widest(Act::AskPayroll) {
        Ok(of_money) => {
            let all = funds(&computed.statements)?;
            let shown = all.iter().filter(|fund| data.shows_fund(&of_money, fund));
            Some(shown.map(|fund| pay_figures::fund(&names, fund)).collect())
        }
        Err(_) => None,
    };
    let own = own_cover(reader, &names, &computed)?;
    Ok(CoverView {
        own,
        month: ask.month,
        closed_through: data.closed_through(through),
        cover_by_day_cmin: pay_figures::cover_days(&names, &shown),
        funds,
        agreements: agreements(reader, &names, &permit),
    })
}

/// The cover lines of the own statement.
fn own_cover(reader: &Reader<'_>, names: &Names<'_>, computed: &Computed) -> Result<Vec<OwnCover>, Stop> {
    if reader.widest(Act::AskStatement).is_err() {
        return Ok(Vec::new());
    }
    let accounts = &names.data.facts.accounts;
    let mut lines: BTreeMap<i64, OwnCover> = BTreeMap::new();
    let mine = accounts.iter().zip(&computed.statements).filter(|(account, _)| account.person == reader.actor.person);
    for line in mine.flat_map(|(_, statement)| &statement.lines) {
        let LineKind::Cover { absent, minutes, .. } = &line.kind else { continue };
        let person = accounts.get(*absent).map_or(0, |account| account.person);
        let one = lines.entry(person).or_insert_with(|| OwnCover {
            absent: names.code(person),
            absent_name: names.name(person),
            covered_cmin: CentiMinutes::ZERO,
            amount_minor: Money::ZERO,
        });
        one.covered_cmin = one.covered_cmin.plus(*minutes)?;
        one.amount_minor = one.amount_minor.plus(line.amount)?;
    }
    Ok(lines.into_values().collect())
}

/// A, C and U of a person over all departments; nothing where the year has no calendar.
fn made_up(names: &Names<'_>, computed: &Computed, person: i64) -> Result<Option<[CentiMinutes; 3]>, Stop> {
    let data = names.data;
    if !data.planner.knows(data.month.first()) {
        return Ok(None);
    }
    let mut sums = [CentiMinutes::ZERO; 3];
    let accounts = data.facts.accounts.iter().zip(&computed.statements);
    for (_, statement) in accounts.filter(|(account, _)| account.person == person) {
        let parts = [statement.minutes.own_absence, statement.balance.caught_up, statement.balance.not_made_up];
        for (sum, part) in sums.iter_mut().zip(parts) {
            *sum = sum.plus(part)?;
        }
    }
    Ok(Some(sums))
}

pub(super) fn board(reader: &Reader<'_>, ask: AskMonth) -> Result<AbsencesView, Stop> {
    let permit = reader.widest(Act::AskAbsences)?;
    let month = ask.month;
    let data = MonthData::load(reader.db, &reader.floor, month)?;
    let before = MonthData::load(reader.db, &reader.floor, month.previous())?;
    let through = ask.through.unwrap_or(month.last()).min(month.last());
    let computed = Computed::of(&data, &data.counts(through), &BTreeMap::new())?;
    let names = Names::load(reader.db, &data)?;
    let usual = usual_surplus(&[&before, &data])?;
    let mut people = Vec::new();
    let mut seen: Vec<_> = data.people.values().filter(|person| sees(&permit, &data, person.id)).collect();
    seen.sort_by_cached_key(|person| crate::floor::month::personnel_order(&person.code));
    for person in seen {
        let employed = person.from <= month.last() && person.to.is_none_or(|last| last >= month.first());
        if !employed || !(person.roles.contains(&Role::Operator) || data.main_account(person.id).is_some()) {
            continue;
        }
        let (sum, days) = usual.get(&person.id).copied().unwrap_or_default();
        let mean = Fraction::new(i128::from(sum.0), i128::from(days)).ok().and_then(|mean| mean.round_half_even().ok());
        let made_up = made_up(&names, &computed, person.id)?;
        people.push(BoardPerson {
            own: person.id == reader.actor.person,
            own_absence_cmin: made_up.map(|[away, _, _]| away),
            caught_up_cmin: made_up.map(|[_, caught_up, _]| caught_up),
            not_made_up_cmin: made_up.map(|[_, _, missed]| missed),
            person: person.code.to_string(),
            name: person.name.clone(),
            department: person.department.and_then(|department| names.department(department)),
            usual_surplus_cmin: mean.map(CentiMinutes),
            usual_days: days,
            days: board_days(&names, &computed, person.id)?,
        });
    }
    Ok(AbsencesView {
        today: reader.today(),
        dates: super::calendar::dates(reader.db, month.days())?,
        month,
        closed_through: data.closed_through(through),
        people,
        absences: absences(reader, &names, &permit),
        downtimes: downtimes(reader, &names, &permit),
        agreements: agreements(reader, &names, &permit),
        kinds: kinds()?,
        may_record: reader.widest(Act::AbsenceKeep).is_ok(),
        may_propose: reader.widest(Act::CoverPropose).is_ok(),
    })
}

fn kinds() -> Result<Vec<KindView>, Stop> {
    let kinds = shipped_kinds().map_err(|error| Stop::Fault(error.to_string()))?;
    let view = |kind: crate::domain::absence::AbsenceKind| KindView {
        kind: kind.code,
        name_ru: kind.name_ru,
        name_en: kind.name_en,
        law: kind.law,
        leaves_plan: kind.leaves_plan,
        covered_freely: kind.covered_freely,
    };
    Ok(kinds.into_iter().map(view).collect())
}

/// The surplus of each person's closed days present, summed, with their count.
fn usual_surplus(months: &[&MonthData]) -> Result<BTreeMap<i64, (CentiMinutes, i64)>, Stop> {
    let mut sums: BTreeMap<i64, (CentiMinutes, i64)> = BTreeMap::new();
    for data in months {
        for account in &data.facts.accounts {
            let closed = account.days.iter().filter(|(date, _)| is_closed(&data.closed, **date));
            for (_, day) in closed.filter(|(_, day)| day.time.present()) {
                let sum = sums.entry(account.person).or_default();
                *sum = (sum.0.plus(surplus(day))?, sum.1 + 1);
            }
        }
    }
    Ok(sums)
}

fn board_days(names: &Names<'_>, computed: &Computed, person: i64) -> Result<Vec<BoardDay>, Stop> {
    let data = names.data;
    let Some(known) = data.people.get(&person) else { return Ok(Vec::new()) };
    let month: Month = data.month;
    let times = data.planner.days(known, month.first(), month.last())?;
    let times: BTreeMap<NaiveDate, _> = times.unwrap_or_default().into_iter().collect();
    let mine: Vec<usize> = data
        .facts
        .accounts
        .iter()
        .enumerate()
        .filter(|(_, account)| account.person == person)
        .map(|(place, _)| place)
        .collect();
    let by_date = |side: &[Vec<CoveredDay>], other: fn(&CoveredDay) -> usize| {
        let mut dates: BTreeMap<NaiveDate, Vec<BoardCover>> = BTreeMap::new();
        for day in mine.iter().filter_map(|place| side.get(*place)).flatten() {
            let colleague = data.facts.accounts.get(other(day)).map_or(0, |account| account.person);
            let cover = BoardCover { person: names.code(colleague), minutes_cmin: day.covered.minutes, why: why(day) };
            dates.entry(day.date).or_default().push(cover);
        }
        dates
    };
    let mut covers = by_date(&computed.given, |day| day.covered.absent);
    let mut covered_by = by_date(&computed.got, |day| day.covered.coverer);
    let mut days = Vec::new();
    for date in month.days() {
        let time = times.get(&date);
        let accounts = mine.iter().filter_map(|place| data.facts.accounts.get(*place));
        let worked: Vec<&AccountDay> = accounts.filter_map(|account| account.days.get(&date)).collect();
        let closed = is_closed(&data.closed, date);
        let mut away = time.map(|time| by_kind(&time.left)).unwrap_or_default();
        away.extend(time.map(|time| by_kind(&time.stayed)).unwrap_or_default());
        days.push(BoardDay {
            date,
            scheduled_cmin: time.map(|time| time.scheduled),
            target_cmin: time.map(|time| time.target),
            away,
            downtime: time.map(|time| by_cause(&time.idle)).unwrap_or_default(),
            kpi_cmin: closed.then(|| CentiMinutes(worked.iter().map(|day| day.kpi.0).sum())),
            surplus_cmin: closed.then(|| CentiMinutes(worked.iter().map(|day| surplus(day).0).sum())),
            covers: covers.remove(&date).unwrap_or_default(),
            covered_by: covered_by.remove(&date).unwrap_or_default(),
        });
    }
    Ok(days)
}

/// The first and the last work day of a stretch, and whether it takes them whole.
fn work_days(reader: &Reader<'_>, from: DateTime<Utc>, to: DateTime<Utc>) -> (NaiveDate, NaiveDate, bool) {
    let floor = &reader.floor;
    let last_instant = to - chrono::TimeDelta::milliseconds(1);
    let (first, last) = (floor.work_day(from.into()), floor.work_day(last_instant.into()));
    let after = last.succ_opt().unwrap_or(last);
    let whole = floor.work_day_start(first).utc() == from && floor.work_day_start(after).utc() == to;
    (first, last, whole)
}

fn absences(reader: &Reader<'_>, names: &Names<'_>, permit: &Permit) -> Vec<AbsenceView> {
    let data = names.data;
    let seen = data.planner.absences.iter().filter(|row| sees(permit, data, row.person));
    seen.map(|row| {
        let (first_day, last_day, whole) = work_days(reader, row.away.from, row.away.to);
        AbsenceView {
            absence: row.uuid,
            person: names.code(row.person),
            kind: row.away.kind.clone(),
            from: reader.floor.local(row.away.from.into()),
            to: reader.floor.local(row.away.to.into()),
            first_day,
            last_day,
            whole,
            leaves_plan: row.away.leaves_plan,
            reason: row.reason.clone(),
            recorded_by: names.code(row.recorded_by),
            version: row.version,
        }
    })
    .collect()
}

fn downtimes(reader: &Reader<'_>, names: &Names<'_>, permit: &Permit) -> Vec<DowntimeView> {
    let data = names.data;
    let rows = data.planner.downtimes.iter().map(|row| {
        let seen = row.people.iter().filter(|person| sees(permit, data, **person));
        let (first_day, last_day, whole) = work_days(reader, row.from, row.to);
        DowntimeView {
            first_day,
            last_day,
            whole,
            downtime: row.uuid,
            people: seen.map(|person| names.code(*person)).collect(),
            from: reader.floor.local(row.from.into()),
            to: reader.floor.local(row.to.into()),
            cause: row.cause.as_str().to_owned(),
            reason: row.reason.clone(),
        }
    });
    rows.filter(|row| !row.people.is_empty()).collect()
}
