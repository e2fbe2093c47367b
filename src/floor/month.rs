//! The facts of a month, read at once: what statements, cover and the board are computed from. No ticket is read.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use rusqlite::Connection;

use super::indicator_figures::BonusFigures;
use super::planner::{Planner, terms_on};
use super::{Floor, Stop};
use crate::domain::calendar::work_day_start;
use crate::domain::code::Code;
use crate::domain::kpi::{ClosedStretch, is_closed};
use crate::domain::month::{Month, Recalculation, recalculation};
use crate::domain::people::Person;
use crate::domain::scheme::Scheme;
use crate::domain::statement::{
    AccountDay, AccountMonth, Award, CoveredDay, DayLinks, Fund, MonthFacts, Part, Statement, cover_of, statement,
};
use crate::domain::units::{CentiMinutes, Money};
use crate::policy::{Permit, Target};
use crate::store::absences::{self, AgreementRow};
use crate::store::days::{self, DaySum};
use crate::store::pay::{self, LockRow, SchemeOrder, SchemeRow};
use crate::store::terms::TermsRow;
use crate::store::{amounts, people};

/// A scheme in the store with its content read.
#[derive(Debug, Clone)]
pub(crate) struct KnownScheme {
    pub row: SchemeRow,
    pub content: Scheme,
}

/// Every scheme of the floor, and the orders that put some in force.
pub(crate) struct Schemes {
    pub all: Vec<KnownScheme>,
    pub orders: Vec<SchemeOrder>,
}

impl Schemes {
    /// Reads them.
    pub fn load(db: &Connection) -> Result<Self, Stop> {
        let mut all = Vec::new();
        for row in pay::schemes(db)? {
            let content = serde_json::from_str(&row.content).map_err(|error| Stop::Fault(error.to_string()))?;
            all.push(KnownScheme { row, content });
        }
        Ok(Self { all, orders: pay::scheme_orders(db)? })
    }

    /// The scheme in force in a month for a department and position: one of the position's own goes before the
    /// department's general one; of those the one that took effect last.
    pub fn in_force(&self, department: i64, position: Option<&str>, month: Month) -> Option<&KnownScheme> {
        let same = |scheme: &KnownScheme, wanted: Option<&str>| {
            scheme.row.department == department && folded(scheme.row.position.as_deref()) == folded(wanted)
        };
        let newest = |wanted: Option<&str>| {
            let orders = self.orders.iter().filter(|order| order.effective <= month);
            let known = orders.filter_map(|order| {
                let scheme = self.all.iter().find(|scheme| scheme.row.id == order.scheme)?;
                same(scheme, wanted).then_some((order.effective, scheme))
            });
            known.max_by_key(|(effective, _)| *effective).map(|(_, scheme)| scheme)
        };
        position.and_then(|position| newest(Some(position))).or_else(|| newest(None))
    }
}

fn folded(text: Option<&str>) -> Option<String> {
    text.map(crate::domain::code::folded).filter(|text| !text.is_empty())
}

/// A month's facts with what views name them by.
pub(crate) struct MonthData {
    pub month: Month,
    pub people: BTreeMap<i64, Person>,
    pub planner: Planner,
    pub closed: Vec<ClosedStretch>,
    pub agreements: Vec<AgreementRow>,
    pub facts: MonthFacts,
    /// The position each account ends the month in.
    pub positions: Vec<Option<String>>,
    /// The code of the scheme each account is paid by.
    pub schemes: Vec<Option<Code>>,
    pub locks: Vec<LockRow>,
}

/// Personnel numbers in their order: numbers by value, then the rest as text.
pub(crate) fn personnel_order(code: impl AsRef<str>) -> (bool, u128, String) {
    let text = code.as_ref();
    match text.parse::<u128>() {
        Ok(number) => (false, number, text.to_owned()),
        Err(_) => (true, 0, text.to_owned()),
    }
}

/// Schemes in the place of those in force, for the shadow statements of a pilot.
#[derive(Default)]
pub(crate) struct Instead<'a> {
    pub scheme: Option<&'a KnownScheme>,
}

impl MonthData {
    /// Reads a month's facts.
    pub fn load(db: &Connection, floor: &Floor, month: Month) -> Result<Self, Stop> {
        Self::load_with(db, floor, month, &Instead::default())
    }

    /// Reads a month's facts, one scheme standing in for those in force of its department and position.
    pub fn load_with(db: &Connection, floor: &Floor, month: Month, instead: &Instead<'_>) -> Result<Self, Stop> {
        let (first, last) = (month.first(), month.last());
        let planner = Planner::load(db, floor, first, last, None)?;
        let mut sums: BTreeMap<i64, Vec<DaySum>> = BTreeMap::new();
        for sum in days::day_sums(db, first, last, None)? {
            sums.entry(sum.person).or_default().push(sum);
        }
        let schemes = Schemes::load(db)?;
        let mut people = people::people(db)?;
        people.sort_by_cached_key(|person| personnel_order(&person.code));
        let operators =
            people::operators_between(db, floor.work_day_start(first), floor.work_day_start(month.next().first()))?;
        let mut accounts =
            Accounts { month, planner: &planner, schemes: &schemes, instead, operators, made: Vec::new() };
        for person in &people {
            accounts.add(person, sums.remove(&person.id).unwrap_or_default())?;
        }
        let made = accounts.made;
        let mut data = Self {
            month,
            people: people.into_iter().map(|person| (person.id, person)).collect(),
            closed: days::closed(db)?,
            agreements: absences::agreements(db, first, last)?,
            facts: MonthFacts::default(),
            positions: made.iter().map(|made| made.position.clone()).collect(),
            schemes: made.iter().map(|made| made.scheme.clone()).collect(),
            locks: pay::locks(db)?,
            planner,
        };
        data.facts.accounts = made.into_iter().map(|made| made.account).collect();
        data.link(db)?;
        data.add_awards(db)?;
        data.add_amounts(db, &schemes)?;
        data.add_bonuses(db)?;
        Ok(data)
    }

    /// Marks and agreements, by day.
    fn link(&mut self, db: &Connection) -> Result<(), Stop> {
        let mut links: BTreeMap<NaiveDate, DayLinks> = BTreeMap::new();
        for sum in absences::behalf_sums(db, self.month.first(), self.month.last())? {
            if let Some(account) = self.account_of(sum.person, sum.department) {
                links.entry(sum.day).or_default().marks.push((account, sum.absent, sum.kpi));
            }
        }
        for row in &self.agreements {
            let terms = row.terms();
            for day in self.month.days().filter(|day| terms.in_effect(*day)) {
                links.entry(day).or_default().agreements.push((row.coverer, row.absent, row.share));
            }
        }
        self.facts.links = links;
        Ok(())
    }

    fn add_awards(&mut self, db: &Connection) -> Result<(), Stop> {
        for row in pay::awards(db, self.month)? {
            self.ensure_account(row.person);
            if let Some(account) = self.main_account(row.person)
                && let Some(account) = self.facts.accounts.get_mut(account)
            {
                account.awards.push(Award { amount: row.amount, reason: row.reason });
            }
        }
        Ok(())
    }

    /// Amounts count in the month they are paid in, also for who has left the department since.
    fn add_amounts(&mut self, db: &Connection, schemes: &Schemes) -> Result<(), Stop> {
        if schemes.all.iter().all(|scheme| scheme.content.percentages.is_empty()) {
            return Ok(());
        }
        for (person, department, day, action, amount) in amounts::amounts(db, self.month.first(), self.month.last())? {
            let account = self.account_of(person, department);
            let Some(account) = account.or_else(|| self.percentage_account(person, department, schemes)) else {
                continue;
            };
            let Some(account) = self.facts.accounts.get_mut(account) else { continue };
            let scheme = account.scheme.clone();
            let percentages = scheme.map(|scheme| scheme.percentages).unwrap_or_default();
            account.amounts.resize(percentages.len(), BTreeMap::new());
            for (percentage, sums) in percentages.iter().zip(&mut account.amounts) {
                if percentage.actions.is_empty() || percentage.actions.iter().any(|code| code.as_str() == action) {
                    let sum = sums.entry(day).or_insert(Money::ZERO);
                    *sum = sum.plus(amount)?;
                }
            }
        }
        Ok(())
    }

    /// An account that pays percentages and nothing else, for who did not work in the department this month.
    fn percentage_account(&mut self, person: i64, department: i64, schemes: &Schemes) -> Option<usize> {
        let known = self.people.get(&person)?;
        let terms = self.planner.terms_of(known);
        let held =
            terms.iter().rev().find(|terms| terms.department == Some(department) && terms.from <= self.month.last());
        let position = held.and_then(|terms| terms.position.clone());
        let scheme = schemes.in_force(department, position.as_deref(), self.month)?;
        if scheme.content.percentages.is_empty() {
            return None;
        }
        let content = Scheme { supplements: Vec::new(), bonuses: Vec::new(), ..scheme.content.clone() };
        let account = self.empty_account(known, department);
        self.facts.accounts.push(AccountMonth { scheme: Some(content), ..account });
        self.positions.push(position);
        self.schemes.push(Some(scheme.row.code.clone()));
        Some(self.facts.accounts.len() - 1)
    }

    /// An account without a day in it.
    fn empty_account(&self, person: &Person, department: i64) -> AccountMonth {
        let parts = self.planner.parts(person, self.month);
        AccountMonth {
            person: person.id,
            department,
            scheme: None,
            parts: if parts.is_empty() { vec![no_part(self.month)] } else { parts },
            days: BTreeMap::new(),
            amounts: Vec::new(),
            bonuses: Vec::new(),
            awards: Vec::new(),
        }
    }

    /// What the bonuses of the schemes hang on, where there are any.
    fn add_bonuses(&mut self, db: &Connection) -> Result<(), Stop> {
        let bonuses =
            |account: &AccountMonth| account.scheme.as_ref().map(|scheme| scheme.bonuses.clone()).unwrap_or_default();
        if self.facts.accounts.iter().all(|account| bonuses(account).is_empty()) {
            return Ok(());
        }
        let figures = BonusFigures::load(db, self)?;
        for (account, position) in self.facts.accounts.iter_mut().zip(&self.positions) {
            for bonus in bonuses(account) {
                account.bonuses.push(figures.of(&bonus, account.person, account.department, position.as_deref()));
            }
        }
        Ok(())
    }

    /// The place of a person's account in a department.
    pub fn account_of(&self, person: i64, department: i64) -> Option<usize> {
        self.facts.accounts.iter().position(|account| account.person == person && account.department == department)
    }

    /// The place of the account a person ends the month in.
    pub fn main_account(&self, person: i64) -> Option<usize> {
        let own = |place: &usize| self.facts.accounts.get(*place).is_some_and(|account| account.person == person);
        let last_day = |place: &usize| {
            let account = self.facts.accounts.get(*place);
            account.and_then(|account| {
                account.days.iter().rfind(|(_, day)| day.time.scheduled.0 > 0).map(|(date, _)| *date)
            })
        };
        (0..self.facts.accounts.len()).filter(own).max_by_key(|place| (last_day(place), std::cmp::Reverse(*place)))
    }

    /// Whether a permit to see money reaches an account.
    pub fn shows_account(&self, permit: &Permit, place: usize) -> bool {
        let account = self.facts.accounts.get(place);
        account.is_some_and(|account| permit.covers(Target::department(Some(account.department))))
    }

    /// Whether a permit to see money reaches a fund: the account covered, and all who covered it.
    pub fn shows_fund(&self, permit: &Permit, fund: &Fund) -> bool {
        let accounts = fund.parts.iter().map(|(coverer, _)| *coverer).chain([fund.absent]);
        accounts.into_iter().all(|place| self.shows_account(permit, place))
    }

    /// Gives a person without an account in the month an empty one, so that an award or a late difference has somewhere to
    /// stand.
    pub fn ensure_account(&mut self, person: i64) {
        if self.main_account(person).is_some() {
            return;
        }
        let Some(known) = self.people.get(&person) else { return };
        let (account, position) = (self.empty_account(known, known.department.unwrap_or(0)), known.position.clone());
        self.facts.accounts.push(account);
        self.positions.push(position);
        self.schemes.push(None);
    }

    /// Whether a day counts in the official figures: it is closed, and not after `through`.
    pub fn counts(&self, through: NaiveDate) -> impl Fn(NaiveDate) -> bool + '_ {
        move |day| day <= through && is_closed(&self.closed, day)
    }

    /// The last closed day of the month not after `through`.
    pub fn closed_through(&self, through: NaiveDate) -> Option<NaiveDate> {
        let counts = self.counts(through);
        self.month.days().filter(|day| counts(*day)).last()
    }

    /// The lock that holds a person's month.
    pub fn lock_of(&self, person: i64, month: Month) -> Option<&LockRow> {
        lock_of(&self.locks, person, month)
    }
}

/// The lock that holds a person's month: the leaver's own, else everybody's.
pub(crate) fn lock_of(locks: &[LockRow], person: i64, month: Month) -> Option<&LockRow> {
    let of_month = || locks.iter().filter(|lock| lock.month == month);
    of_month().find(|lock| lock.person == Some(person)).or_else(|| of_month().find(|lock| lock.person.is_none()))
}

fn no_part(month: Month) -> Part {
    Part { from: month.first(), salary: None, rate: crate::domain::units::BasisPoints::ONE, norm: None }
}

/// An account with what views name it by.
struct MadeAccount {
    account: AccountMonth,
    position: Option<String>,
    scheme: Option<Code>,
}

/// Accounts in the making.
struct Accounts<'a> {
    month: Month,
    planner: &'a Planner,
    schemes: &'a Schemes,
    instead: &'a Instead<'a>,
    /// Who was an operator at any time of the month.
    operators: BTreeSet<i64>,
    made: Vec<MadeAccount>,
}

impl Accounts<'_> {
    /// The accounts of a person: one a department worked in. Who neither logs tickets nor holds a position with a scheme
    /// of its own has none.
    fn add(&mut self, person: &Person, sums: Vec<DaySum>) -> Result<(), Stop> {
        let month = self.month;
        let logs = !sums.is_empty() || self.operators.contains(&person.id);
        let employed = person.from <= month.last() && person.to.is_none_or(|last| last >= month.first());
        let terms = self.planner.terms_of(person);
        if sums.is_empty() && (!employed || !(logs || self.has_own_scheme(&terms))) {
            return Ok(());
        }
        let parts = self.planner.parts(person, month);
        let parts = if parts.is_empty() { vec![no_part(month)] } else { parts };
        let part_on = |day: NaiveDate| parts.iter().rposition(|part| part.from <= day).unwrap_or(0);
        let mut days: BTreeMap<i64, BTreeMap<NaiveDate, AccountDay>> = BTreeMap::new();
        let blank = |date: NaiveDate| AccountDay {
            part: part_on(date),
            time: crate::domain::absence::DayTime::default(),
            kpi: CentiMinutes::ZERO,
            lines: CentiMinutes::ZERO,
            measured: CentiMinutes::ZERO,
            tickets: 0,
        };
        for (date, mut time) in self.planner.days(person, month.first(), month.last())?.unwrap_or_default() {
            let Some(department) = terms_on(&terms, date).department.filter(|_| time.scheduled.0 > 0) else { continue };
            if !logs {
                time.covered_freely = CentiMinutes::ZERO;
            }
            days.entry(department).or_default().insert(date, AccountDay { time, ..blank(date) });
        }
        for sum in sums {
            let of_department = days.entry(sum.department).or_default();
            let day = of_department.entry(sum.day).or_insert_with(|| blank(sum.day));
            day.lines = day.lines.plus(sum.lines)?;
            day.kpi = day.kpi.plus(sum.kpi)?.plus(sum.lines)?;
            day.measured = day.measured.plus(sum.measured)?;
            day.tickets += sum.tickets;
        }
        if days.is_empty()
            && let Some(department) = terms_on(&terms, month.last()).department
        {
            days.insert(department, BTreeMap::new());
        }
        for (department, days) in days {
            self.made.push(self.account(person, department, days, &terms, &parts));
        }
        Ok(())
    }

    /// Whether a position held in the month has a scheme of its own, in force or under pilot.
    fn has_own_scheme(&self, terms: &[TermsRow]) -> bool {
        let ends = terms.iter().skip(1).map(|later| later.from).chain([NaiveDate::MAX]);
        let held =
            terms.iter().zip(ends).filter(|(row, end)| row.from <= self.month.last() && *end > self.month.first());
        held.map(|(row, _)| row).any(|row| {
            let position = folded(row.position.as_deref());
            let in_force = row
                .department
                .and_then(|department| self.schemes.in_force(department, row.position.as_deref(), self.month));
            let mut known = in_force.into_iter().chain(self.instead.scheme).map(|scheme| &scheme.row);
            position.is_some()
                && known.any(|known| {
                    Some(known.department) == row.department && folded(known.position.as_deref()) == position
                })
        })
    }

    fn account(
        &self,
        person: &Person,
        department: i64,
        days: BTreeMap<NaiveDate, AccountDay>,
        terms: &[TermsRow],
        parts: &[Part],
    ) -> MadeAccount {
        let ends = days.keys().next_back().copied().unwrap_or(self.month.last());
        let within = terms.iter().rev().find(|terms| terms.department == Some(department) && terms.from <= ends);
        let position = within.map_or_else(|| terms_on(terms, ends).position, |terms| terms.position.clone());
        let in_force = self.schemes.in_force(department, position.as_deref(), self.month);
        let shadow = self.instead.scheme.filter(|scheme| {
            let wanted = folded(scheme.row.position.as_deref());
            let own = in_force.is_some_and(|known| known.row.position.is_some());
            scheme.row.department == department
                && if wanted.is_none() { !own } else { wanted == folded(position.as_deref()) }
        });
        let scheme = shadow.or(in_force);
        MadeAccount {
            account: AccountMonth {
                person: person.id,
                department,
                scheme: scheme.map(|scheme| scheme.content.clone()),
                parts: parts.to_vec(),
                days,
                amounts: Vec::new(),
                bonuses: Vec::new(),
                awards: Vec::new(),
            },
            position,
            scheme: scheme.map(|scheme| scheme.row.code.clone()),
        }
    }
}

/// A month computed over the days that count.
pub(crate) struct Computed {
    pub cover: Vec<CoveredDay>,
    /// The cover each account gave.
    pub given: Vec<Vec<CoveredDay>>,
    /// The cover each account got.
    pub got: Vec<Vec<CoveredDay>>,
    pub statements: Vec<Statement>,
}

impl Computed {
    /// Every account's statement over the days that count; `late` are the recalculations that enter the month.
    pub fn of(
        data: &MonthData,
        counts: &impl Fn(NaiveDate) -> bool,
        late: &BTreeMap<i64, Vec<Recalculation>>,
    ) -> Result<Self, Stop> {
        let cover = cover_of(&data.facts, counts)?;
        let count = data.facts.accounts.len();
        let (mut given, mut got) = (vec![Vec::new(); count], vec![Vec::new(); count]);
        for day in &cover {
            for (side, place) in [(&mut given, day.covered.coverer), (&mut got, day.covered.absent)] {
                if let Some(of_account) = side.get_mut(place) {
                    of_account.push(*day);
                }
            }
        }
        let mut statements = Vec::with_capacity(count);
        for (place, account) in data.facts.accounts.iter().enumerate() {
            let own = late.get(&account.person).filter(|_| data.main_account(account.person) == Some(place));
            let lines = own.map(Vec::as_slice).unwrap_or_default();
            let cover = given.get(place).map(Vec::as_slice).unwrap_or_default();
            statements.extend(statement(&data.facts, place, cover, counts, lines)?);
        }
        Ok(Self { cover, given, got, statements })
    }

    /// What a person's month itself comes to, over all departments.
    pub fn own_total(&self, data: &MonthData, person: i64) -> Result<Money, Stop> {
        let own = data.facts.accounts.iter().zip(&self.statements).filter(|(account, _)| account.person == person);
        let totals = own.map(|(_, statement)| statement.own_total()).collect::<Result<Vec<_>, _>>()?;
        Ok(Money::sum(totals)?)
    }
}

/// The recalculations that enter a month, by person: differences of locked months whose first open month it is. A locked
/// month is computed anew only where a fact that bears on it came after its lock.
pub(crate) fn recalculations(
    db: &Connection,
    floor: &Floor,
    month: Month,
    only: Option<i64>,
) -> Result<BTreeMap<i64, Vec<Recalculation>>, Stop> {
    let locks = pay::locks(db)?;
    let mut late: BTreeMap<i64, Vec<Recalculation>> = BTreeMap::new();
    let months: BTreeSet<Month> = locks.iter().map(|lock| lock.month).filter(|locked| *locked < month).collect();
    for of in months {
        for (person, one) in differences(db, floor, of, &locks, only)? {
            if first_open(&locks, person, of) == month {
                late.entry(person).or_default().push(one);
            }
        }
    }
    Ok(late)
}

/// The first month after `of` that is open for a person.
pub(crate) fn first_open(locks: &[LockRow], person: i64, of: Month) -> Month {
    let of_person = locks.iter().filter(|lock| lock_of(locks, person, lock.month).is_some());
    let locked: Vec<Month> = of_person.map(|lock| lock.month).collect();
    crate::domain::statement::open_month(&locked, of)
}

/// A locked month computed anew, where a fact came after its lock.
pub(crate) fn recomputed(
    db: &Connection,
    floor: &Floor,
    month: Month,
    locks: &[LockRow],
) -> Result<Option<(MonthData, Computed)>, Stop> {
    let Some(earliest) = locks.iter().filter(|lock| lock.month == month).map(|lock| lock.seq).min() else {
        return Ok(None);
    };
    let after = month.next().first();
    let (from, to) =
        (work_day_start(month.first(), floor.zone, floor.day_ends), work_day_start(after, floor.zone, floor.day_ends));
    if !pay::touched_since(db, month, from, to, earliest)? {
        return Ok(None);
    }
    let data = MonthData::load(db, floor, month)?;
    let whole = locks.iter().any(|lock| lock.month == month && lock.person.is_none());
    let through = locks.iter().filter(|lock| lock.month == month).map(|lock| lock.through).max();
    let through = through.unwrap_or(month.last());
    // A leaver's last day counts though it was still open when the account was settled.
    let counts = |day: NaiveDate| day <= through && (!whole || is_closed(&data.closed, day));
    let computed = Computed::of(&data, &counts, &BTreeMap::new())?;
    Ok(Some((data, computed)))
}

/// What late facts changed in a locked month, by person; nobody where nothing came after the lock.
fn differences(
    db: &Connection,
    floor: &Floor,
    of: Month,
    locks: &[LockRow],
    only: Option<i64>,
) -> Result<Vec<(i64, Recalculation)>, Stop> {
    let Some((data, computed)) = recomputed(db, floor, of, locks)? else { return Ok(Vec::new()) };
    let locked = pay::locked_totals(db, of)?;
    let settled = pay::settled(db, of)?;
    let decided = pay::deductions(db, of)?;
    let mut people: BTreeSet<i64> = locked.keys().copied().collect();
    people.extend(data.facts.accounts.iter().map(|account| account.person));
    people.retain(|person| only.is_none_or(|only| only == *person) && data.lock_of(*person, of).is_some());
    let mut found = Vec::new();
    for person in people {
        let zero = Money::ZERO;
        let was = locked.get(&person).copied().unwrap_or(zero);
        let before = settled.get(&person).copied().unwrap_or(zero);
        let now = computed.own_total(&data, person)?;
        if let Some(one) = recalculation(of, now, was, before, decided.get(&person).copied())? {
            found.push((person, one));
        }
    }
    Ok(found)
}
