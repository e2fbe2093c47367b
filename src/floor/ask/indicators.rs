//! Indicators of a month with their targets and trends.

use std::collections::BTreeMap;

use super::Reader;
use super::department::{department_named, department_shown};
use super::month::month_or_running;
use crate::domain::indicator::{Counted, Definition, SegmentTarget};
use crate::domain::month::Month;
use crate::floor::Stop;
use crate::floor::indicator_figures::{Tallies, known, retired, target_of, targets};
use crate::floor::month::{MonthData, personnel_order};
use crate::floor::question::AskDepartment;
use crate::policy::{Act, Scope};
use crate::store::people;
use crate::views::tasks::{IndicatorMonth, IndicatorValue, IndicatorView, IndicatorsView};

/// Months that a trend shows.
const TREND_MONTHS: usize = 6;

/// A segment's targets by indicator.
type Targets = BTreeMap<String, Vec<SegmentTarget>>;

/// Whom a value is of.
struct Whose {
    person: Option<String>,
    name: String,
    department: Option<(i64, String)>,
    position: Option<String>,
}

pub(super) fn indicators(reader: &Reader<'_>, ask: &AskDepartment) -> Result<IndicatorsView, Stop> {
    let permit = reader.widest(Act::AskIndicators)?;
    let month = month_or_running(reader, ask.month);
    let own = (permit.scope() == Scope::Own).then_some(reader.actor.person);
    let shown = if own.is_some() { None } else { department_shown(reader, &permit, ask.department.as_ref())? };
    let seen = |person: i64, department: i64| {
        own.is_none_or(|own| own == person) && shown.is_none_or(|shown| shown == department)
    };
    let data = MonthData::load(reader.db, &reader.floor, month)?;
    let tallies = Tallies::load(reader.db, &data)?;
    let held = targets(reader.db, month)?;
    let people = people_shown(reader, &data, &seen)?;
    let mut months = vec![(month, tallies.sum(seen))];
    for _ in 1..TREND_MONTHS {
        let before = months.last().map_or(month, |(month, _)| month.previous());
        let data = MonthData::load(reader.db, &reader.floor, before)?;
        months.push((before, Tallies::load(reader.db, &data)?.sum(seen)));
    }
    months.reverse();
    let all_department = department_named(reader, shown)?;
    let mut made = Vec::new();
    let retired = retired(reader.db, month)?;
    for (code, one) in known(reader.db, month)?.into_iter().filter(|(code, _)| !retired(code)) {
        let definition = one.definition;
        let whole = Whose {
            person: None,
            name: all_department.as_ref().map(|named| named.name.clone()).unwrap_or_default(),
            department: shown.zip(all_department.as_ref().map(|named| named.code.clone())),
            position: None,
        };
        let all = months.last().map(|(_, tally)| tally.counted(&definition)).unwrap_or_default();
        let rows = people.iter().map(|(person, department, whose)| {
            value(&held, &code, &definition, tallies.counted(&definition, *person, *department), whose)
        });
        let trend = months.iter().map(|(month, tally)| trend_month(*month, &definition, tally.counted(&definition)));
        made.push(IndicatorView {
            all: value(&held, &code, &definition, all, &whole),
            people: rows.collect(),
            trend: trend.collect(),
            indicator: code,
            definition,
            shipped: one.shipped,
        });
    }
    Ok(IndicatorsView {
        month,
        closed_through: data.closed_through(month.last()),
        department: all_department,
        indicators: made,
        may_define: reader.widest(Act::IndicatorKeep).is_ok(),
    })
}

fn people_shown(
    reader: &Reader<'_>,
    data: &MonthData,
    seen: &impl Fn(i64, i64) -> bool,
) -> Result<Vec<(i64, i64, Whose)>, Stop> {
    let departments: BTreeMap<i64, String> =
        people::departments(reader.db)?.into_iter().map(|one| (one.id, one.code.to_string())).collect();
    let mut shown = Vec::new();
    for (place, account) in data.facts.accounts.iter().enumerate() {
        let Some(person) = data.people.get(&account.person) else { continue };
        if seen(account.person, account.department) {
            let whose = Whose {
                person: Some(person.code.to_string()),
                name: person.name.clone(),
                department: departments.get(&account.department).map(|code| (account.department, code.clone())),
                position: data.positions.get(place).cloned().flatten(),
            };
            shown.push((account.person, account.department, whose));
        }
    }
    shown.sort_by_cached_key(|(person, department, _)| {
        (data.people.get(person).map(|person| personnel_order(&person.code)), *department)
    });
    Ok(shown)
}

fn value(held: &Targets, code: &str, definition: &Definition, counted: Counted, whose: &Whose) -> IndicatorValue {
    let department = whose.department.as_ref().map(|(id, _)| *id);
    let target = target_of(held, code, department, whose.position.as_deref());
    let least = target.map_or(0, |target| target.least_denominator);
    IndicatorValue {
        person: whose.person.clone(),
        name: whose.name.clone(),
        department: whose.department.as_ref().map(|(_, code)| code.clone()),
        position: whose.position.clone(),
        numerator: counted.numerator,
        denominator: counted.denominator,
        value_hundredths: counted.value(definition.unit, least),
        target,
        met: target.and_then(|target| counted.met(definition.unit, &target)),
    }
}

fn trend_month(month: Month, definition: &Definition, counted: Counted) -> IndicatorMonth {
    IndicatorMonth {
        month,
        numerator: counted.numerator,
        denominator: counted.denominator,
        value_hundredths: counted.value(definition.unit, 0),
    }
}
