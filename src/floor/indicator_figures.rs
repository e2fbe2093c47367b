//! Indicators of a month: what was counted of whom, by which definition and target. A bonus asks here too.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::Connection;

use super::Stop;
use super::month::MonthData;
use crate::domain::indicator::{Counted, Definition, SegmentTarget, Tally, Use, is_retired, shipped, target_for};
use crate::domain::kpi::is_closed;
use crate::domain::month::Month;
use crate::domain::scheme::Bonus;
use crate::domain::statement::BonusFacts;
use crate::store::{catalogue, department, indicators};

fn fault(error: impl std::fmt::Display) -> Stop {
    Stop::Fault(error.to_string())
}

/// An indicator as it is computed in a month.
#[derive(Debug, Clone)]
pub(crate) struct KnownIndicator {
    /// Its definition.
    pub definition: Definition,
    /// Whether it came with the program and was not defined anew.
    pub shipped: bool,
}

/// Whether an indicator is retired in a month: it stands in no list, and no bonus may be made with it. What was made
/// before goes on being computed.
pub(crate) fn retired(db: &Connection, month: Month) -> Result<impl Fn(&str) -> bool, Stop> {
    let (defined, steps) = (indicators::versions(db)?, indicators::retirements(db)?);
    Ok(move |code: &str| {
        let brought = defined.iter().filter(|row| row.code == code);
        let brought = brought.map(|row| Use { from: row.from, place: row.seq, retired: false });
        let steps = steps.iter().filter(|row| row.code == code);
        let steps = steps.map(|row| Use { from: row.from, place: row.seq, retired: row.retired });
        is_retired(brought.chain(steps), month)
    })
}

/// Every indicator known in a month, those retired included, by code, in the order of the starter set and then of the floor's own.
pub(crate) fn known(db: &Connection, month: Month) -> Result<Vec<(String, KnownIndicator)>, Stop> {
    let mut all: Vec<(String, KnownIndicator)> = Vec::new();
    for one in shipped().map_err(fault)? {
        all.push((one.code, KnownIndicator { definition: one.definition, shipped: true }));
    }
    for version in indicators::versions(db)?.into_iter().filter(|version| version.from <= month) {
        let definition: Definition = serde_json::from_str(&version.content).map_err(fault)?;
        let made = KnownIndicator { definition, shipped: false };
        match all.iter_mut().find(|(code, _)| *code == version.code) {
            Some(found) => found.1 = made,
            None => all.push((version.code, made)),
        }
    }
    Ok(all)
}

/// The targets of every indicator that hold in a month, oldest first.
pub(crate) fn targets(db: &Connection, month: Month) -> Result<BTreeMap<String, Vec<SegmentTarget>>, Stop> {
    let mut all: BTreeMap<String, Vec<SegmentTarget>> = BTreeMap::new();
    for row in indicators::targets(db, month)? {
        let terms = row.content.as_deref().map(serde_json::from_str).transpose().map_err(fault)?;
        let target = SegmentTarget { department: row.department, position: row.position, terms };
        all.entry(row.code).or_default().push(target);
    }
    Ok(all)
}

/// What was counted in a month, day by day: no ticket is read.
fn gather(db: &Connection, data: &MonthData) -> Result<BTreeMap<(i64, i64, NaiveDate), Tally>, Stop> {
    let (first, last) = (data.month.first(), data.month.last());
    let actions: BTreeMap<i64, (String, String)> = catalogue::actions(db)?
        .into_iter()
        .map(|action| (action.id, (action.code.to_string(), action.group)))
        .collect();
    let groups: BTreeMap<String, String> = actions.values().cloned().collect();
    let mut all: BTreeMap<(i64, i64, NaiveDate), Tally> = BTreeMap::new();
    for account in &data.facts.accounts {
        for (date, day) in &account.days {
            let tally = all.entry((account.person, account.department, *date)).or_default();
            tally.kpi += day.kpi.0;
            tally.measured += day.measured.0;
            tally.plan += day.time.target.0;
            tally.worked += day.time.worked_minutes().0;
            tally.tickets += day.tickets;
        }
    }
    for sum in indicators::action_sums(db, first, last)? {
        let Some(action) = actions.get(&sum.key) else { continue };
        let tally = all.entry((sum.person, sum.department, sum.day)).or_default();
        add(tally.decisions.entry(action.clone()).or_default(), sum.counts);
    }
    for (person, of, day, measures) in indicators::measures(db, first, last)? {
        let tally = all.entry((person, of, day)).or_default();
        for (code, counts) in measures.amounts {
            let group = groups.get(&code).cloned().unwrap_or_default();
            add(tally.amounts.entry((code, group)).or_default(), counts);
        }
        for (outcome, count) in measures.outcomes {
            *tally.outcomes.entry(outcome).or_default() += count;
        }
        add(&mut tally.contacts, (measures.contacts, measures.repeats));
    }
    for sum in indicators::ratings(db, first, last)? {
        let tally = all.entry((sum.person, sum.department, sum.day)).or_default();
        add(tally.ratings.entry(sum.key).or_default(), sum.counts);
    }
    for sum in department::call_sums(db, first, last, None)? {
        let tally = all.entry((sum.person, sum.department, sum.day)).or_default();
        add(&mut tally.calls, (sum.calls, sum.calls - sum.unprocessed));
    }
    Ok(all)
}

/// What was counted in a month's closed days, by person and department.
pub(crate) struct Tallies {
    all: BTreeMap<(i64, i64), Tally>,
}

impl Tallies {
    /// Counts a month from its sums: no ticket is read.
    pub fn load(db: &Connection, data: &MonthData) -> Result<Self, Stop> {
        let mut all: BTreeMap<(i64, i64), Tally> = BTreeMap::new();
        let closed = |day| is_closed(&data.closed, day);
        for ((person, department, _), tally) in gather(db, data)?.iter().filter(|((_, _, day), _)| closed(*day)) {
            all.entry((*person, *department)).or_default().add(tally);
        }
        Ok(Self { all })
    }

    /// What was counted of somebody in a department.
    pub fn of(&self, person: i64, department: i64) -> Tally {
        self.all.get(&(person, department)).cloned().unwrap_or_default()
    }

    /// What was counted of everybody that `seen` lets through, together.
    pub fn sum(&self, seen: impl Fn(i64, i64) -> bool) -> Tally {
        let mut sum = Tally::default();
        for ((person, department), tally) in &self.all {
            if seen(*person, *department) {
                sum.add(tally);
            }
        }
        sum
    }

    /// An indicator's pair for somebody in a department.
    pub fn counted(&self, definition: &Definition, person: i64, department: i64) -> Counted {
        self.of(person, department).counted(definition)
    }
}

/// What the bonuses of a month hang on: definitions and targets as they hold in it, and what was counted day by day.
pub(crate) struct BonusFigures {
    known: Vec<(String, KnownIndicator)>,
    held: BTreeMap<String, Vec<SegmentTarget>>,
    days: BTreeMap<(i64, i64, NaiveDate), Tally>,
    stretch: (NaiveDate, NaiveDate),
}

impl BonusFigures {
    /// Reads them.
    pub fn load(db: &Connection, data: &MonthData) -> Result<Self, Stop> {
        Ok(Self {
            known: known(db, data.month)?,
            held: targets(db, data.month)?,
            days: gather(db, data)?,
            stretch: (data.month.first(), data.month.last()),
        })
    }

    /// What a bonus of somebody hangs on.
    pub fn of(&self, bonus: &Bonus, person: i64, department: i64, position: Option<&str>) -> BonusFacts {
        let code = &bonus.indicator;
        let known = self.known.iter().find(|(known, _)| known == code);
        let definition = known.map(|(_, one)| one.definition.clone());
        let terms = bonus.own_target().or_else(|| target_of(&self.held, code, Some(department), position));
        let (first, last) = self.stretch;
        let own = self.days.range((person, department, first)..=(person, department, last));
        let counted = |tally: &Tally| definition.as_ref().map(|definition| tally.counted(definition));
        let days = own.filter_map(|((_, _, day), tally)| Some((*day, counted(tally)?))).collect();
        BonusFacts { definition, terms, days }
    }
}

fn add(sum: &mut (i64, i64), more: (i64, i64)) {
    *sum = (sum.0.saturating_add(more.0), sum.1.saturating_add(more.1));
}

/// The target for somebody's segment.
pub(crate) fn target_of(
    targets: &BTreeMap<String, Vec<SegmentTarget>>,
    code: &str,
    department: Option<i64>,
    position: Option<&str>,
) -> Option<crate::domain::indicator::TargetTerms> {
    targets.get(code).and_then(|targets| target_for(targets, department, position))
}
