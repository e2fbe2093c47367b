//! The statement (расчётный лист): one function for provisional, locked and recalculated.
//!
//! Invariants: everything between the facts and a line is an exact fraction; each line is rounded once, half to even,
//! to the kopeck, and keeps its fraction; a total is the sum of its lines. The value of a minute is
//! v = S·rate/N, never rounded, never S/P (`domain.md` §10).
//!
//! Deliberately lacks: the facts' origin, the current time, names and texts.

mod lines;

use std::collections::BTreeMap;

use chrono::NaiveDate;

use self::lines::{Overlap, cover_lines, line, outcome, scheme_lines, work_lines};
use super::absence::{DayTime, DowntimeCause};
use super::account::{Balance, Minutes};
use super::cover::{self, Covered, Mark, PersonDay};
use super::indicator::{self, Definition, TargetTerms};
use super::month::{Month, Recalculation};
use super::scheme::Scheme;
use super::units::{BasisPoints, CentiMinutes, Fraction, Money, Overflow};

/// A stretch of an account with one salary, rate and schedule. A change cuts the account at a work day's start.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Its first day.
    pub from: NaiveDate,
    /// S: the position's salary at rate 1.0.
    pub salary: Option<Money>,
    /// The rate.
    pub rate: BasisPoints,
    /// N: the base schedule's minutes over the whole month; none without a calendar.
    pub norm: Option<CentiMinutes>,
}

impl Part {
    /// v = S·rate/N in kopecks a hundredth of a minute; none without salary, calendar or N.
    pub fn value(&self) -> Result<Option<Fraction>, Overflow> {
        match (self.salary, self.norm) {
            (Some(salary), Some(norm)) if norm.0 > 0 => {
                let earned = i128::from(salary.0).checked_mul(i128::from(self.rate.0)).ok_or(Overflow)?;
                let whole = i128::from(norm.0).checked_mul(10_000).ok_or(Overflow)?;
                Fraction::new(earned, whole).map(Some)
            }
            _ => Ok(None),
        }
    }
}

/// One day of an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountDay {
    /// Which part it belongs to.
    pub part: usize,
    /// Its minutes by state; nothing scheduled where the year has no calendar.
    pub time: DayTime,
    /// K(d): closed sum and correction lines.
    pub kpi: CentiMinutes,
    /// Of it, correction lines.
    pub lines: CentiMinutes,
    /// The minutes without boost.
    pub measured: CentiMinutes,
    /// Tickets.
    pub tickets: i64,
}

/// An award.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Award {
    /// The sum.
    pub amount: Money,
    /// What for.
    pub reason: String,
}

/// What a bonus of the scheme hangs on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BonusFacts {
    /// The indicator as it is defined in the month; none: it is defined from a later month on.
    pub definition: Option<Definition>,
    /// The target: the scheme's own, else the one of the person's segment; none: nothing can be met.
    pub terms: Option<TargetTerms>,
    /// What was counted, by work day.
    pub days: BTreeMap<NaiveDate, indicator::Counted>,
}

/// How a bonus of the scheme came out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BonusOutcome {
    /// What was counted over the days that count.
    pub counted: indicator::Counted,
    /// Whether the target is met; none without data or target.
    pub met: Option<bool>,
}

/// Everything an employee's month in a department hangs on, but for cover.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountMonth {
    /// The person's key.
    pub person: i64,
    /// The department's key.
    pub department: i64,
    /// The scheme in force for the position held last in the month.
    pub scheme: Option<Scheme>,
    /// Its parts, in order; at least one.
    pub parts: Vec<Part>,
    /// Its days, scheduled or with tickets.
    pub days: BTreeMap<NaiveDate, AccountDay>,
    /// Amounts of the scheme's percentages by payment date, in their order.
    pub amounts: Vec<BTreeMap<NaiveDate, Money>>,
    /// What the scheme's bonuses hang on, in their order.
    pub bonuses: Vec<BonusFacts>,
    /// Awards of the month.
    pub awards: Vec<Award>,
}

/// Marks and agreements of one day.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DayLinks {
    /// Minutes marked on behalf of: the coverer's account, the absent person, K.
    pub marks: Vec<(usize, i64, CentiMinutes)>,
    /// Agreements in effect: coverer, absent, share above the scheme's where one is agreed.
    pub agreements: Vec<(i64, i64, Option<BasisPoints>)>,
}

/// A month of a floor.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MonthFacts {
    /// The accounts, in the order of personnel numbers.
    pub accounts: Vec<AccountMonth>,
    /// What links them, by day.
    pub links: BTreeMap<NaiveDate, DayLinks>,
}

/// What was covered on a day, with the terms it is paid by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CoveredDay {
    /// The work day.
    pub date: NaiveDate,
    /// Who, whom, how much and why; places in [`MonthFacts::accounts`].
    pub covered: Covered,
    /// The share agreed on between the two, where there is an agreement.
    pub agreed_share: Option<BasisPoints>,
}

/// The days that count: those closed, up to a date.
pub trait Counted {
    /// Whether the day counts.
    fn counts(&self, date: NaiveDate) -> bool;
}

impl<F: Fn(NaiveDate) -> bool> Counted for F {
    fn counts(&self, date: NaiveDate) -> bool {
        self(date)
    }
}

/// The cover of every day that counts.
pub fn cover_of(facts: &MonthFacts, days: &impl Counted) -> Result<Vec<CoveredDay>, Overflow> {
    let mut dates: Vec<NaiveDate> = Vec::new();
    for account in &facts.accounts {
        dates.extend(account.days.iter().filter(|(_, day)| day.time.away.0 > 0).map(|(date, _)| *date));
    }
    dates.sort_unstable();
    dates.dedup();
    let nothing = DayLinks::default();
    let mut all = Vec::new();
    for date in dates.into_iter().filter(|date| days.counts(*date)) {
        let links = facts.links.get(&date).unwrap_or(&nothing);
        let people: Vec<PersonDay> = facts.accounts.iter().map(|account| person_day(account, date)).collect();
        let away = |person: i64| people.iter().position(|day| day.person == person && day.away.0 > 0);
        let marks: Vec<Mark> = links
            .marks
            .iter()
            .filter_map(|(coverer, person, minutes)| {
                away(*person).map(|absent| Mark { coverer: *coverer, absent, minutes: *minutes })
            })
            .collect();
        let mut agreements = Vec::new();
        for (coverer, absent, _) in &links.agreements {
            let Some(absent) = away(*absent) else { continue };
            let places = people.iter().enumerate().filter(|(_, day)| day.person == *coverer);
            agreements.extend(places.map(|(coverer, _)| cover::Agreement { coverer, absent }));
        }
        let person = |place: usize| people.get(place).map(|day| day.person);
        for covered in cover::attribute(&people, &marks, &agreements)? {
            let of_both = |one: &&(i64, i64, Option<BasisPoints>)| {
                (Some(one.0), Some(one.1)) == (person(covered.coverer), person(covered.absent))
            };
            let agreed_share = links.agreements.iter().filter(of_both).filter_map(|one| one.2).max();
            all.push(CoveredDay { date, covered, agreed_share });
        }
    }
    Ok(all)
}

fn person_day(account: &AccountMonth, date: NaiveDate) -> PersonDay {
    let day = account.days.get(&date);
    PersonDay {
        person: account.person,
        department: account.department,
        kpi: day.map(|day| day.kpi).unwrap_or_default(),
        target: day.map(|day| day.time.target).unwrap_or_default(),
        present: day.is_some_and(|day| day.time.present()),
        away: day.map(|day| day.time.away).unwrap_or_default(),
        covered_freely: day.map(|day| day.time.covered_freely).unwrap_or_default(),
    }
}

/// Minutes covered for a colleague whose minute had one value, at one share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CoverTerm {
    /// v of the absent one on those days.
    pub value: Fraction,
    /// The share it is paid at.
    pub share: BasisPoints,
    /// Minutes credited.
    pub minutes: CentiMinutes,
    /// Whether O/M of them are paid in the fixed part already, because their share is the lower one.
    pub cut: bool,
}

/// What a line is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LineKind {
    /// a·v·(B − O).
    Fixed,
    /// (1 − a)·v·Q.
    Kpi,
    /// Minutes covered for another account.
    Cover {
        /// The absent one's account.
        absent: usize,
        /// Minutes credited.
        minutes: CentiMinutes,
        /// The products it is the sum of.
        terms: Vec<CoverTerm>,
    },
    /// A supplement of the scheme, by its place.
    Supplement(usize),
    /// A percentage of amounts, by its place.
    Percentage(usize),
    /// A bonus of the scheme, by its place; only where its target is met.
    Bonus(usize),
    /// An award, by its place.
    Award(usize),
    /// The difference of a locked month.
    Recalculation(Recalculation),
}

/// A line of a statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What for.
    pub kind: LineKind,
    /// The exact sum in kopecks.
    pub exact: Fraction,
    /// The sum, rounded once, half to even.
    pub amount: Money,
}

/// Why a statement has no sums.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoMoney {
    /// The year has no calendar: no plan, no statement.
    NoCalendar,
    /// N = 0: the schedule has no minutes in the month.
    NoNorm,
    /// No salary is known.
    NoSalary,
    /// No scheme is in force for the department and position.
    NoScheme,
}

/// An account's part with what falls to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartShare {
    /// The part.
    pub part: Part,
    /// v, where it is known.
    pub value: Option<Fraction>,
    /// Its P.
    pub plan: CentiMinutes,
    /// Its A.
    pub own_absence: CentiMinutes,
    /// Its K.
    pub kpi: CentiMinutes,
    /// Its B: P − A with its share of C.
    pub base: Fraction,
}

/// A statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// The account's minutes.
    pub minutes: Minutes,
    /// The balanced account.
    pub balance: Balance,
    /// N of the part in effect last; none without a calendar.
    pub norm: Option<CentiMinutes>,
    /// Q, where there is a scheme.
    pub paid: Option<Fraction>,
    /// Of M, the minutes covered at a share not below a: O leaves the fixed part in their proportion.
    pub dear_cover: CentiMinutes,
    /// The parts.
    pub parts: Vec<PartShare>,
    /// The lines.
    pub lines: Vec<Line>,
    /// How each bonus of the scheme came out, in their order.
    pub bonuses: Vec<BonusOutcome>,
    /// Why there are no sums.
    pub no_money: Option<NoMoney>,
    /// Minutes that left the plan, by kind: paid elsewhere.
    pub left: BTreeMap<String, CentiMinutes>,
    /// Minutes of own absences, by kind.
    pub stayed: BTreeMap<String, CentiMinutes>,
    /// Downtime, by cause: paid elsewhere.
    pub idle: BTreeMap<DowntimeCause, CentiMinutes>,
    /// Minutes worked by schedule: scheduled less away and downtime.
    pub worked: CentiMinutes,
}

impl Statement {
    /// The sum of the lines.
    pub fn total(&self) -> Result<Money, Overflow> {
        Money::sum(self.lines.iter().map(|line| line.amount))
    }

    /// The sum of the lines of one kind.
    pub fn sum_of(&self, counts: impl Fn(&LineKind) -> bool) -> Result<Money, Overflow> {
        Money::sum(self.lines.iter().filter(|line| counts(&line.kind)).map(|line| line.amount))
    }

    /// The total without recalculations: what the month itself comes to.
    pub fn own_total(&self) -> Result<Money, Overflow> {
        self.sum_of(|kind| !matches!(kind, LineKind::Recalculation(_)))
    }
}

/// An account's statement over the days that count. `cover` is the cover of these days ([`cover_of`]), at least what the
/// account gave; `recalculations` are the differences of locked months that enter this one.
pub fn statement(
    facts: &MonthFacts,
    account: usize,
    cover: &[CoveredDay],
    days: &impl Counted,
    recalculations: &[Recalculation],
) -> Result<Option<Statement>, Overflow> {
    let Some(month) = facts.accounts.get(account) else { return Ok(None) };
    let mut made = minutes_of(month, account, cover, days)?;
    made.no_money = why_no_money(month, &made);
    let awards = month.awards.iter().enumerate();
    let mut rest = Vec::new();
    for (place, award) in awards {
        rest.push(line(LineKind::Award(place), Fraction::whole(award.amount.0))?);
    }
    for one in recalculations {
        rest.push(line(LineKind::Recalculation(*one), Fraction::whole(one.posted.0))?);
    }
    if let (Some(scheme), None) = (&month.scheme, made.no_money) {
        let own: Vec<&CoveredDay> = cover.iter().filter(|day| day.covered.coverer == account).collect();
        let overlap = Overlap::of(scheme, &made, &own)?;
        made.paid = Some(scheme.paid_minutes(made.minutes.kpi, made.balance.base)?);
        made.dear_cover = overlap.dear;
        made.lines = work_lines(scheme, &made, &overlap)?;
        made.lines.extend(cover_lines(facts, scheme, &overlap, &own)?);
        made.bonuses = month.bonuses.iter().map(|facts| outcome(facts, days)).collect();
        let further = scheme_lines(month, scheme, &made, days)?;
        made.lines.extend(further);
    }
    made.lines.extend(rest);
    Ok(Some(made))
}

/// The account's minutes, balanced and by part.
fn minutes_of(
    month: &AccountMonth,
    account: usize,
    cover: &[CoveredDay],
    days: &impl Counted,
) -> Result<Statement, Overflow> {
    let mut minutes = Minutes::default();
    let mut shares: Vec<PartShare> = Vec::with_capacity(month.parts.len());
    for part in &month.parts {
        let zero = CentiMinutes::ZERO;
        let value = part.value()?;
        let base = Fraction::whole(0);
        shares.push(PartShare { part: part.clone(), value, plan: zero, own_absence: zero, kpi: zero, base });
    }
    let (mut left, mut stayed, mut idle) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
    let mut worked = CentiMinutes::ZERO;
    for (_, day) in month.days.iter().filter(|(date, _)| days.counts(**date)) {
        let own_absence = day.time.own_absence();
        minutes.plan = minutes.plan.plus(day.time.target)?;
        minutes.own_absence = minutes.own_absence.plus(own_absence)?;
        minutes.kpi = minutes.kpi.plus(day.kpi)?;
        worked = worked.plus(day.time.worked_minutes())?;
        add_all(&mut left, &day.time.left)?;
        add_all(&mut stayed, &day.time.stayed)?;
        add_all(&mut idle, &day.time.idle)?;
        if let Some(share) = shares.get_mut(day.part) {
            share.plan = share.plan.plus(day.time.target)?;
            share.own_absence = share.own_absence.plus(own_absence)?;
            share.kpi = share.kpi.plus(day.kpi)?;
        }
    }
    let given = cover.iter().filter(|day| day.covered.coverer == account).map(|day| day.covered.minutes);
    minutes.cover_given = CentiMinutes::sum(given)?;
    let balance = minutes.balance()?;
    for share in &mut shares {
        let caught_up = spread(balance.caught_up, share.own_absence, minutes.own_absence)?;
        share.base = Fraction::whole(share.plan.minus(share.own_absence)?.0).plus(caught_up)?;
    }
    let counted = |share: &&PartShare| days.counts(share.part.from) || share.plan.0 != 0 || share.kpi.0 != 0;
    let last = shares.iter().rev().find(counted).or(shares.first());
    Ok(Statement {
        minutes,
        balance,
        norm: last.and_then(|share| share.part.norm),
        paid: None,
        dear_cover: CentiMinutes::ZERO,
        parts: shares.clone(),
        lines: Vec::new(),
        bonuses: Vec::new(),
        no_money: None,
        left,
        stayed,
        idle,
        worked,
    })
}

fn add_all<K: Ord + Clone>(
    sums: &mut BTreeMap<K, CentiMinutes>,
    more: &BTreeMap<K, CentiMinutes>,
) -> Result<(), Overflow> {
    for (key, minutes) in more {
        let sum = sums.entry(key.clone()).or_default();
        *sum = sum.plus(*minutes)?;
    }
    Ok(())
}

/// `whole` × `part` / `all`, exact; nothing where `all` is nothing.
fn spread(whole: CentiMinutes, part: CentiMinutes, all: CentiMinutes) -> Result<Fraction, Overflow> {
    if all.0 <= 0 {
        return Ok(Fraction::whole(0));
    }
    let product = i128::from(whole.0).checked_mul(i128::from(part.0)).ok_or(Overflow)?;
    Fraction::new(product, i128::from(all.0))
}

fn why_no_money(month: &AccountMonth, made: &Statement) -> Option<NoMoney> {
    let parts = || month.parts.iter();
    if parts().any(|part| part.norm.is_none()) {
        Some(NoMoney::NoCalendar)
    } else if month.scheme.is_none() {
        Some(NoMoney::NoScheme)
    } else if parts().all(|part| part.norm == Some(CentiMinutes::ZERO)) {
        Some(NoMoney::NoNorm)
    } else if made.parts.iter().all(|share| share.part.salary.is_none()) {
        Some(NoMoney::NoSalary)
    } else {
        None
    }
}

/// What covering one colleague cost in a month, and whose money it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fund {
    /// The absent one's account.
    pub absent: usize,
    /// Minutes covered.
    pub covered: CentiMinutes,
    /// The sum of its lines.
    pub fund: Money,
    /// Each coverer's account and line.
    pub parts: Vec<(usize, Money)>,
    /// Of it, from what the absent one did not earn: at most U·v.
    pub from_unpaid: Money,
    /// The rest: the employer's.
    pub from_employer: Money,
}

/// The funds of a month: each is the sum of its lines; the money comes first from the absent one's unpaid U·v.
pub fn funds(statements: &[Statement]) -> Result<Vec<Fund>, Overflow> {
    let mut funds: BTreeMap<usize, Fund> = BTreeMap::new();
    for (coverer, statement) in statements.iter().enumerate() {
        for line in &statement.lines {
            let LineKind::Cover { absent, minutes, .. } = &line.kind else { continue };
            let fund = funds.entry(*absent).or_insert_with(|| Fund {
                absent: *absent,
                covered: CentiMinutes::ZERO,
                fund: Money::ZERO,
                parts: Vec::new(),
                from_unpaid: Money::ZERO,
                from_employer: Money::ZERO,
            });
            fund.covered = fund.covered.plus(*minutes)?;
            fund.fund = fund.fund.plus(line.amount)?;
            fund.parts.push((coverer, line.amount));
        }
    }
    for fund in funds.values_mut() {
        let unpaid = statements.get(fund.absent).map(unpaid).transpose()?.unwrap_or_default();
        fund.from_unpaid = fund.fund.min(unpaid);
        fund.from_employer = fund.fund.minus(fund.from_unpaid)?;
    }
    Ok(funds.into_values().collect())
}

/// U·v, rounded once, half to even: what the own absences that were not made up did not earn.
fn unpaid(statement: &Statement) -> Result<Money, Overflow> {
    let mut sum = Fraction::whole(0);
    for share in &statement.parts {
        let value = share.value.unwrap_or(Fraction::whole(0));
        let missed = spread(statement.balance.not_made_up, share.own_absence, statement.minutes.own_absence)?;
        sum = sum.plus(value.times(missed)?)?;
    }
    sum.round_half_even().map(Money)
}

/// The month a statement's late difference enters: the first that is not locked.
#[must_use]
pub fn open_month(locked: &[Month], of: Month) -> Month {
    let mut month = of.next();
    while locked.contains(&month) {
        month = month.next();
    }
    month
}

#[cfg(test)]
#[path = "statement/tests.rs"]
pub(crate) mod tests;
