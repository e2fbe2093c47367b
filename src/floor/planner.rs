//! Who is planned for which minutes: calendar, schedules, terms, absences and downtime of a stretch of days, read at
//! once and asked day by day.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use chrono::NaiveDate;
use rusqlite::Connection;

use super::{Floor, Stop};
use crate::domain::absence::{Away, DayTime, Idle, day_time};
use crate::domain::calendar::{Calendar, CalendarDay, WorkCalendar, work_day_start};
use crate::domain::code::Code;
use crate::domain::month::Month;
use crate::domain::people::Person;
use crate::domain::schedule::{
    Employment, Interval, Pattern, PlanDay, PlanRules, Schedule, base_day, month_norm, scheduled_day,
};
use crate::domain::statement::Part;
use crate::domain::units::{BasisPoints, CentiMinutes};
use crate::store::absences::{AbsenceRow, DowntimeRow};
use crate::store::terms::TermsRow;
use crate::store::{absences, calendars, terms};

/// A schedule's pattern as it is stored; empty for everybody's until another is set.
type PatternText = String;

/// Stretches of a base schedule by pattern, rate, first and last day: most of a floor shares one.
type BaseDays = BTreeMap<(PatternText, BasisPoints, NaiveDate, NaiveDate), Option<Rc<Vec<PlanDay>>>>;

/// The plans of a stretch of days.
pub(crate) struct Planner {
    calendar: WorkCalendar,
    zone: chrono_tz::Tz,
    day_ends: crate::domain::calendar::DayEnd,
    terms: BTreeMap<i64, Vec<TermsRow>>,
    schedules: BTreeMap<i64, Vec<(NaiveDate, PatternText, Pattern)>>,
    individual: BTreeMap<i64, Vec<(NaiveDate, Vec<Interval>)>>,
    away: BTreeMap<i64, Vec<Away>>,
    idle: BTreeMap<i64, Vec<Idle>>,
    /// Absences that touch the stretch.
    pub absences: Vec<AbsenceRow>,
    /// Downtime that touches the stretch.
    pub downtimes: Vec<DowntimeRow>,
    base: RefCell<BaseDays>,
    norms: RefCell<BTreeMap<(PatternText, BasisPoints, Month), Option<CentiMinutes>>>,
}

fn fault(error: impl std::fmt::Display) -> Stop {
    Stop::Fault(error.to_string())
}

/// The floor's calendars laid over each other, as they were added.
pub(crate) fn work_calendar(db: &Connection) -> Result<WorkCalendar, Stop> {
    let mut read = Vec::new();
    for row in calendars::calendars(db)? {
        let days: Vec<CalendarDay> = serde_json::from_str(&row.content).map_err(fault)?;
        let code = Code::new(&row.code).map_err(fault)?;
        read.push(Calendar { code, country: String::new(), year: row.year, source: String::new(), days });
    }
    Ok(WorkCalendar::new(read))
}

impl Planner {
    /// Reads what plans the days from `first` to `last`, of everybody or of one person.
    pub fn load(
        db: &Connection,
        floor: &Floor,
        first: NaiveDate,
        last: NaiveDate,
        person: Option<i64>,
    ) -> Result<Self, Stop> {
        let after = last.succ_opt().unwrap_or(last);
        let mut schedules: BTreeMap<i64, Vec<(NaiveDate, PatternText, Pattern)>> = BTreeMap::new();
        for (person, rows) in terms::all_schedules(db, person)? {
            for (from, text) in rows {
                let pattern = serde_json::from_str(&text).map_err(fault)?;
                schedules.entry(person).or_default().push((from, text, pattern));
            }
        }
        let mut individual: BTreeMap<i64, Vec<(NaiveDate, Vec<Interval>)>> = BTreeMap::new();
        let before = first.pred_opt().unwrap_or(first);
        for (person, day, text) in terms::individual_days(db, before, after)? {
            individual.entry(person).or_default().push((day, serde_json::from_str(&text).map_err(fault)?));
        }
        let (from, to) =
            (work_day_start(first, floor.zone, floor.day_ends), work_day_start(after, floor.zone, floor.day_ends));
        let rows = absences::absences(db, from, to)?;
        let downtimes = absences::downtimes(db, from, to)?;
        let mut idle: BTreeMap<i64, Vec<Idle>> = BTreeMap::new();
        for row in &downtimes {
            for person in &row.people {
                idle.entry(*person).or_default().push(Idle { from: row.from, to: row.to, cause: row.cause });
            }
        }
        Ok(Self {
            calendar: work_calendar(db)?,
            zone: floor.zone,
            day_ends: floor.day_ends,
            terms: terms::all_terms(db, person)?,
            schedules,
            individual,
            away: absences::by_person(&rows),
            idle,
            absences: rows,
            downtimes,
            base: RefCell::default(),
            norms: RefCell::default(),
        })
    }

    fn rules(&self) -> PlanRules<'_> {
        PlanRules { calendar: &self.calendar, time_zone: self.zone, day_ends: self.day_ends }
    }

    /// Whether the year of a day has a calendar.
    pub fn knows(&self, day: NaiveDate) -> bool {
        self.calendar.known(chrono::Datelike::year(&day))
    }

    /// A person's terms, oldest first; who has none yet has those of the newest version, from the first day on.
    pub fn terms_of(&self, person: &Person) -> Vec<TermsRow> {
        match self.terms.get(&person.id) {
            Some(rows) if !rows.is_empty() => rows.clone(),
            _ => vec![terms_now(person)],
        }
    }

    fn schedule(&self, person: &Person) -> Schedule {
        let patterns = self.schedules.get(&person.id).into_iter().flatten();
        let rates = self.terms_of(person).into_iter().map(|terms| (terms.from, terms.rate)).collect::<Vec<_>>();
        let days = self.individual.get(&person.id).cloned().unwrap_or_default();
        Schedule::new(patterns.map(|(from, _, pattern)| (*from, pattern.clone())), rates).with_individual_days(days)
    }

    /// The pattern's text in effect on a day, and the next day on which another follows.
    fn pattern_on(&self, person: i64, day: NaiveDate) -> (PatternText, NaiveDate) {
        let rows = self.schedules.get(&person).map(Vec::as_slice).unwrap_or_default();
        let text = rows.iter().rev().find(|(from, _, _)| *from <= day).map(|(_, text, _)| text.clone());
        let next = rows.iter().map(|(from, _, _)| *from).find(|from| *from > day);
        (text.unwrap_or_default(), next.unwrap_or(NaiveDate::MAX))
    }

    /// The person's scheduled minutes of a stretch of days; `None` where a year has no calendar.
    fn scheduled(&self, person: &Person, first: NaiveDate, last: NaiveDate) -> Option<Rc<Vec<PlanDay>>> {
        let employment = Employment { from: person.from, to: person.to };
        let (before, after) = (first.pred_opt()?, last.succ_opt()?);
        let (text, changes) = self.pattern_on(person.id, before);
        let terms = self.terms_of(person);
        let rate = terms_on(&terms, before).rate;
        let one_rate = terms.iter().all(|terms| terms.from <= before || terms.from > after || terms.rate == rate);
        let plain = changes > after
            && one_rate
            && employment.covers(before)
            && employment.covers(after)
            && !self.individual.contains_key(&person.id);
        let dates = first.iter_days().take_while(|day| *day <= last);
        if plain {
            let mut base = self.base.borrow_mut();
            let made = base.entry((text, rate, first, last)).or_insert_with(|| {
                let schedule = self.schedule(person).as_on(before);
                let days: Option<Vec<_>> = dates.map(|date| base_day(&schedule, date, self.rules())).collect();
                days.map(Rc::new)
            });
            return made.clone();
        }
        let schedule = self.schedule(person);
        let days: Option<Vec<_>> = dates.map(|date| scheduled_day(&schedule, employment, date, self.rules())).collect();
        days.map(Rc::new)
    }

    /// A person's days by state; `None` where a year has no calendar.
    pub fn days(
        &self,
        person: &Person,
        first: NaiveDate,
        last: NaiveDate,
    ) -> Result<Option<Vec<(NaiveDate, DayTime)>>, Stop> {
        let Some(days) = self.scheduled(person, first, last) else { return Ok(None) };
        let away = self.away.get(&person.id).map(Vec::as_slice).unwrap_or_default();
        let idle = self.idle.get(&person.id).map(Vec::as_slice).unwrap_or_default();
        let mut made = Vec::with_capacity(days.len());
        for day in days.iter() {
            made.push((day.date, day_time(day.minutes, &day.intervals, away, idle)?));
        }
        Ok(Some(made))
    }

    /// A person's scheduled minutes of each day of a month and its N, by the schedule as it is or with a pattern tried
    /// from a day on; `None` where the year has no calendar.
    pub fn month_by(
        &self,
        person: &Person,
        month: Month,
        tried: Option<(NaiveDate, Pattern)>,
    ) -> Option<(Vec<PlanDay>, CentiMinutes)> {
        let patterns = self.schedules.get(&person.id).into_iter().flatten();
        let patterns = patterns.map(|(from, _, pattern)| (*from, pattern.clone())).chain(tried);
        let rates = self.terms_of(person).into_iter().map(|terms| (terms.from, terms.rate)).collect::<Vec<_>>();
        let days = self.individual.get(&person.id).cloned().unwrap_or_default();
        let schedule = Schedule::new(patterns, rates).with_individual_days(days);
        let employment = Employment { from: person.from, to: person.to };
        let plan: Option<Vec<_>> =
            month.days().map(|date| scheduled_day(&schedule, employment, date, self.rules())).collect();
        let first = month.first();
        let (year, number) = (chrono::Datelike::year(&first), chrono::Datelike::month(&first));
        Some((plan?, month_norm(&schedule.as_on(month.last()), year, number, self.rules())?))
    }

    /// A person's patterns with the day from which each holds, oldest first.
    pub fn patterns(&self, person: i64) -> Vec<(NaiveDate, Pattern)> {
        let rows = self.schedules.get(&person).into_iter().flatten();
        rows.map(|(from, _, pattern)| (*from, pattern.clone())).collect()
    }

    /// A person's individual days of the stretch.
    pub fn individual_days(&self, person: i64) -> Vec<(NaiveDate, Vec<Interval>)> {
        self.individual.get(&person).cloned().unwrap_or_default()
    }

    /// The paid intervals of a person's day; none where the year has no calendar.
    pub fn intervals(&self, person: &Person, date: NaiveDate) -> Option<Vec<crate::domain::schedule::PaidInterval>> {
        self.scheduled(person, date, date)?.first().map(|day| day.intervals.clone())
    }

    /// A person's target of one day; `None` where the year has no calendar.
    pub fn target(&self, person: &Person, date: NaiveDate) -> Result<Option<CentiMinutes>, Stop> {
        Ok(self.days(person, date, date)?.and_then(|days| days.first().map(|(_, time)| time.target)))
    }

    /// The parts of a person's month: a change of salary, rate or schedule cuts it at a work day's start.
    pub fn parts(&self, person: &Person, month: Month) -> Vec<Part> {
        let terms = self.terms_of(person);
        let begin = month.first().max(person.from.min(month.last()));
        let mut cuts: Vec<NaiveDate> = vec![begin];
        cuts.extend(terms.iter().map(|terms| terms.from));
        cuts.extend(self.schedules.get(&person.id).into_iter().flatten().map(|(from, _, _)| *from));
        cuts.retain(|day| begin <= *day && *day <= month.last());
        cuts.sort_unstable();
        cuts.dedup();
        let schedule = self.schedule(person);
        let mut parts: Vec<(Part, PatternText)> = Vec::new();
        for from in cuts {
            let terms = terms_on(&terms, from);
            let (text, _) = self.pattern_on(person.id, from);
            let same = parts.last().is_some_and(|(last, pattern)| {
                (last.salary, last.rate) == (terms.salary, terms.rate) && *pattern == text
            });
            if same {
                continue;
            }
            let norm = self.norm(&schedule, &text, terms.rate, from, month);
            parts.push((Part { from, salary: terms.salary, rate: terms.rate, norm }, text));
        }
        parts.into_iter().map(|(part, _)| part).collect()
    }

    fn norm(
        &self,
        schedule: &Schedule,
        text: &str,
        rate: BasisPoints,
        on: NaiveDate,
        month: Month,
    ) -> Option<CentiMinutes> {
        let mut norms = self.norms.borrow_mut();
        *norms.entry((text.to_owned(), rate, month)).or_insert_with(|| {
            let first = month.first();
            let (year, number) = (chrono::Datelike::year(&first), chrono::Datelike::month(&first));
            month_norm(&schedule.as_on(on), year, number, self.rules())
        })
    }
}

/// The terms a person's newest version gives, from the first day on.
pub(crate) fn terms_now(person: &Person) -> TermsRow {
    TermsRow {
        from: person.from,
        department: person.department,
        position: person.position.clone(),
        rate: person.rate,
        salary: person.salary,
    }
}

/// The terms in effect on a day; before the first the first. The list is never empty.
pub(crate) fn terms_on(terms: &[TermsRow], day: NaiveDate) -> TermsRow {
    let found = terms.iter().rev().find(|terms| terms.from <= day).or_else(|| terms.first());
    found.cloned().unwrap_or(TermsRow {
        from: day,
        department: None,
        position: None,
        rate: BasisPoints::ONE,
        salary: None,
    })
}
