//! Computed months → views: figures, lines explained, cover by day. No rule, no division: what is printed is what the
//! domain computed.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use rusqlite::Connection;

use super::month::{Computed, MonthData};
use super::{Floor, Stop, pay_terms};
use crate::domain::account::percent_cut;
use crate::domain::month::{Deduction, Recalculation};
use crate::domain::scheme::{Band, Scheme};
use crate::domain::statement::{
    AccountMonth, CoverTerm, CoveredDay, Fund, Line, LineKind, NoMoney, PartShare, Statement,
};
use crate::domain::units::{BasisPoints, CentiMinutes, Fraction, Money};
use crate::store::people;
use crate::views::absences::{CauseMinutes, CoverDayView, FundView, KindMinutes};
use crate::views::pay::{
    AccountView, BandView, BonusView, Figures, LineView, PaidView, PartView, PayrollRow, RecalculationView,
    StatementCover, StatementDay, StatementView,
};

/// Names of people and departments for views.
pub(crate) struct Names<'a> {
    pub data: &'a MonthData,
    departments: BTreeMap<i64, String>,
}

impl<'a> Names<'a> {
    /// Reads the departments.
    pub fn load(db: &Connection, data: &'a MonthData) -> Result<Self, Stop> {
        let departments = people::departments(db)?;
        let departments = departments.into_iter().map(|department| (department.id, department.code.to_string()));
        Ok(Self { data, departments: departments.collect() })
    }

    /// A person's code.
    pub fn code(&self, person: i64) -> String {
        self.data.people.get(&person).map(|person| person.code.to_string()).unwrap_or_default()
    }

    /// A person's name.
    pub fn name(&self, person: i64) -> String {
        self.data.people.get(&person).map(|person| person.name.clone()).unwrap_or_default()
    }

    /// A department's code.
    pub fn department(&self, department: i64) -> Option<String> {
        self.departments.get(&department).cloned()
    }

    fn person_of(&self, account: usize) -> i64 {
        self.data.facts.accounts.get(account).map_or(0, |account| account.person)
    }
}

/// The reason's code on the wire.
fn reason(why: NoMoney) -> &'static str {
    match why {
        NoMoney::NoCalendar => "no-calendar",
        NoMoney::NoNorm => "no-norm",
        NoMoney::NoSalary => "no-salary",
        NoMoney::NoScheme => "no-scheme",
    }
}

/// The figures of a statement.
pub(crate) fn figures(made: &Statement) -> Result<Figures, Stop> {
    let known = made.no_money != Some(NoMoney::NoCalendar);
    let minutes = |value: CentiMinutes| known.then_some(value);
    let sum = |counts: fn(&LineKind) -> bool| made.sum_of(counts);
    let money = |counts: fn(&LineKind) -> bool| -> Result<Option<Money>, Stop> {
        let sum = made.sum_of(counts)?;
        Ok(known.then_some(sum))
    };
    let whole = |value: i128| i64::try_from(value).ok();
    Ok(Figures {
        norm_cmin: made.norm.filter(|_| known),
        plan_cmin: minutes(made.minutes.plan),
        own_absence_cmin: minutes(made.minutes.own_absence),
        kpi_cmin: made.minutes.kpi,
        cover_given_cmin: made.minutes.cover_given,
        overlap_cmin: minutes(made.balance.overlap),
        caught_up_cmin: minutes(made.balance.caught_up),
        not_made_up_cmin: minutes(made.balance.not_made_up),
        base_cmin: minutes(made.balance.base),
        paid_kpi_cmin_num: made.paid.and_then(|paid| whole(paid.numerator())),
        paid_kpi_cmin_den: made.paid.and_then(|paid| whole(paid.denominator())),
        kpi_of_base_bp: percent_cut(made.minutes.kpi, made.balance.base).map(BasisPoints),
        fixed_minor: money(|kind| *kind == LineKind::Fixed)?,
        kpi_minor: money(|kind| *kind == LineKind::Kpi)?,
        cover_minor: money(|kind| matches!(kind, LineKind::Cover { .. }))?,
        supplements_minor: sum(|kind| matches!(kind, LineKind::Supplement(_)))?,
        percentages_minor: sum(|kind| matches!(kind, LineKind::Percentage(_)))?,
        bonuses_minor: sum(|kind| matches!(kind, LineKind::Bonus(_)))?,
        awards_minor: sum(|kind| matches!(kind, LineKind::Award(_)))?,
        recalculation_minor: sum(|kind| matches!(kind, LineKind::Recalculation(_)))?,
        total_minor: if known || !made.lines.is_empty() { Some(made.total()?) } else { None },
    })
}

/// Minutes by kind.
pub(crate) fn by_kind(sums: &BTreeMap<String, CentiMinutes>) -> Vec<KindMinutes> {
    sums.iter().map(|(kind, minutes)| KindMinutes { kind: kind.clone(), minutes_cmin: *minutes }).collect()
}

/// Downtime by cause.
pub(crate) fn by_cause(sums: &BTreeMap<crate::domain::absence::DowntimeCause, CentiMinutes>) -> Vec<CauseMinutes> {
    sums.iter()
        .map(|(cause, minutes)| CauseMinutes { cause: cause.as_str().to_owned(), minutes_cmin: *minutes })
        .collect()
}

/// A covered day.
pub(crate) fn cover_day(names: &Names<'_>, day: &CoveredDay) -> CoverDayView {
    let covered = &day.covered;
    let (coverer, absent) = (names.person_of(covered.coverer), names.person_of(covered.absent));
    CoverDayView {
        day: day.date.day(),
        date: day.date,
        coverer: names.code(coverer),
        coverer_name: names.name(coverer),
        absent: names.code(absent),
        absent_name: names.name(absent),
        minutes_cmin: covered.minutes,
        why: why(day),
        marked_cmin: covered.marked,
        agreed_cmin: covered.agreed,
        free_cmin: covered.free,
    }
}

/// What the minutes of a day were claimed by.
pub(crate) fn why(day: &CoveredDay) -> String {
    let covered = &day.covered;
    let claims = [("mark", covered.marked), ("agreement", covered.agreed), ("free", covered.free)];
    claims.iter().filter(|(_, minutes)| minutes.0 > 0).map(|(name, _)| *name).collect::<Vec<_>>().join("+")
}

/// The cover of a month in the order of days, coverers and absent colleagues.
pub(crate) fn cover_days(names: &Names<'_>, cover: &[CoveredDay]) -> Vec<CoverDayView> {
    let mut sorted: Vec<&CoveredDay> = cover.iter().collect();
    sorted.sort_by_key(|day| (day.date, day.covered.coverer, day.covered.absent));
    sorted.into_iter().map(|day| cover_day(names, day)).collect()
}

/// A fund.
pub(crate) fn fund(names: &Names<'_>, fund: &Fund) -> FundView {
    let absent = names.person_of(fund.absent);
    let mut parts: BTreeMap<String, Money> = BTreeMap::new();
    for (coverer, amount) in &fund.parts {
        parts.entry(names.code(names.person_of(*coverer))).or_default().0 += amount.0;
    }
    FundView {
        absent: names.code(absent),
        absent_name: names.name(absent),
        covered_cmin: fund.covered,
        fund_minor: fund.fund,
        parts_minor: parts,
        from_unpaid_minor: fund.from_unpaid,
        employer_minor: fund.from_employer,
    }
}

/// A recalculation.
pub(crate) fn recalculation(person: String, one: &Recalculation) -> RecalculationView {
    let deduction = one.deduction.map(|deduction| match deduction {
        Deduction::Proposed => "proposed",
        Deduction::Deducted => "deducted",
        Deduction::Waived => "waived",
    });
    RecalculationView {
        month: one.of,
        person,
        difference_minor: one.difference,
        amount_minor: one.posted,
        deduction: deduction.map(str::to_owned),
    }
}

fn part(share: &PartShare) -> PartView {
    PartView {
        from: share.part.from,
        salary_minor: share.part.salary,
        rate_bp: share.part.rate,
        norm_cmin: share.part.norm,
        minute_value: share.value.map(Fraction::exact),
        plan_cmin: share.plan,
        own_absence_cmin: share.own_absence,
        kpi_cmin: share.kpi,
        base_exact: share.base.exact(),
    }
}

/// An account's view.
pub(crate) fn account(
    names: &Names<'_>,
    computed: &Computed,
    place: usize,
    counts: &impl Fn(NaiveDate) -> bool,
) -> Result<Option<AccountView>, Stop> {
    let Some((made, month)) = computed.statements.get(place).zip(names.data.facts.accounts.get(place)) else {
        return Ok(None);
    };
    let given = computed.given.get(place).map(Vec::as_slice).unwrap_or_default();
    let covered = given.iter().map(|day| StatementCover {
        date: day.date,
        colleague: names.code(names.person_of(day.covered.absent)),
        minutes_cmin: day.covered.minutes,
        why: why(day),
    });
    let scheme = names.data.schemes.get(place).cloned().flatten();
    Ok(Some(AccountView {
        department: names.department(month.department),
        position: names.data.positions.get(place).cloned().flatten(),
        scheme: scheme.map(|code| code.to_string()),
        figures: figures(made)?,
        no_money: made.no_money.map(|why| reason(why).to_owned()),
        parts: made.parts.iter().map(part).collect(),
        lines: made.lines.iter().map(|line| line_view(names, month, made, line, counts)).collect::<Result<_, _>>()?,
        bonuses: bonuses(month, made),
        days: days(month, counts),
        left_plan: by_kind(&made.left),
        own_absences: by_kind(&made.stayed),
        downtime: by_cause(&made.idle),
        covered: covered.collect(),
        paid: paid(made, month.scheme.as_ref())?,
    }))
}

/// How the bonuses came out.
fn bonuses(month: &AccountMonth, made: &Statement) -> Vec<BonusView> {
    let scheme = month.scheme.iter().flat_map(|scheme| &scheme.bonuses);
    let all = scheme.zip(&month.bonuses).zip(&made.bonuses);
    all.map(|((bonus, facts), outcome)| {
        let unit = facts.definition.as_ref().map(|definition| definition.unit);
        let least = facts.terms.map_or(0, |terms| terms.least_denominator);
        BonusView {
            name: bonus.name.clone(),
            indicator: bonus.indicator.clone(),
            definition: facts.definition.clone(),
            unit,
            numerator: outcome.counted.numerator,
            denominator: outcome.counted.denominator,
            value_hundredths: unit.and_then(|unit| outcome.counted.value(unit, least)),
            target: facts.terms,
            met: outcome.met,
            amount_minor: bonus.amount_minor,
        }
    })
    .collect()
}

/// How the paid minutes come about, where money was computed by them.
fn paid(made: &Statement, scheme: Option<&Scheme>) -> Result<PaidView, Stop> {
    let Some(scheme) = scheme.filter(|_| made.no_money.is_none()) else { return Ok(PaidView::default()) };
    let explained = scheme.explained(made.minutes.kpi, made.balance.base)?;
    let whole = |value: i128| i64::try_from(value).unwrap_or(i64::MAX);
    let view = |(band, minutes): (Band, Fraction)| BandView {
        from_bp: band.from,
        multiplier_bp: band.multiplier,
        minutes_cmin_num: whole(minutes.numerator()),
        minutes_cmin_den: whole(minutes.denominator()),
    };
    Ok(PaidView {
        bands: explained.bands.into_iter().map(view).collect(),
        above_cap_cmin_num: whole(explained.above_cap.numerator()),
        above_cap_cmin_den: whole(explained.above_cap.denominator()),
        at_floor: explained.at_floor,
        floor_bp: Some(scheme.floor_bp),
        cap_bp: scheme.cap_bp,
    })
}

fn days(month: &AccountMonth, counts: &impl Fn(NaiveDate) -> bool) -> Vec<StatementDay> {
    let counted = month.days.iter().filter(|(date, _)| counts(**date));
    let view = |(date, day): (&NaiveDate, &crate::domain::statement::AccountDay)| StatementDay {
        date: *date,
        scheduled_cmin: day.time.scheduled,
        target_cmin: day.time.target,
        away_cmin: day.time.away,
        kpi_cmin: day.kpi,
        lines_cmin: day.lines,
        surplus_cmin: surplus(day),
    };
    counted.map(view).collect()
}

/// e of a day.
pub(crate) fn surplus(day: &crate::domain::statement::AccountDay) -> CentiMinutes {
    if day.time.present() { CentiMinutes((day.kpi.0 - day.time.target.0).max(0)) } else { CentiMinutes::ZERO }
}

/// The values of a minute that a statement was computed by.
fn values(made: &Statement) -> Option<String> {
    let mut texts: Vec<String> = made.parts.iter().filter_map(|share| share.value.map(Fraction::exact)).collect();
    texts.dedup();
    (!texts.is_empty()).then(|| texts.join("; "))
}

fn blank_line(kind: &str, line: &Line) -> LineView {
    LineView {
        kind: kind.to_owned(),
        name: None,
        colleague: None,
        colleague_name: None,
        month: None,
        minutes_cmin: None,
        minute_value: None,
        share_bp: None,
        terms: Vec::new(),
        formula: String::new(),
        exact: line.exact.exact(),
        amount_minor: line.amount,
    }
}

fn line_view(
    names: &Names<'_>,
    month: &AccountMonth,
    made: &Statement,
    line: &Line,
    counts: &impl Fn(NaiveDate) -> bool,
) -> Result<LineView, Stop> {
    let scheme = month.scheme.as_ref();
    let fixed = scheme.map(|scheme| scheme.fixed_bp).unwrap_or_default();
    let view = match &line.kind {
        LineKind::Fixed => LineView {
            minutes_cmin: Some(made.balance.base),
            minute_value: values(made),
            share_bp: Some(fixed),
            terms: pay_terms::fixed(made, fixed),
            ..blank_line("fixed", line)
        },
        LineKind::Kpi => LineView {
            minutes_cmin: Some(made.minutes.kpi),
            minute_value: values(made),
            share_bp: Some(BasisPoints(BasisPoints::ONE.0 - fixed.0)),
            terms: pay_terms::kpi(made, fixed),
            ..blank_line("kpi", line)
        },
        LineKind::Cover { absent, minutes, terms } => cover_line(names, made, line, (*absent, *minutes), terms),
        LineKind::Recalculation(one) => LineView {
            month: Some(one.of),
            name: one.deduction.map(|_| recalculation(String::new(), one).deduction.unwrap_or_default()),
            ..blank_line("recalculation", line)
        },
        LineKind::Award(place) => {
            let award = month.awards.get(*place);
            LineView { name: award.map(|award| award.reason.clone()), ..blank_line("award", line) }
        }
        other => match scheme {
            Some(scheme) => scheme_line(month, scheme, made, other, line, counts)?,
            None => blank_line("other", line),
        },
    };
    Ok(view)
}

/// Supplement, percentage or bonus.
fn scheme_line(
    month: &AccountMonth,
    scheme: &Scheme,
    made: &Statement,
    kind: &LineKind,
    line: &Line,
    counts: &impl Fn(NaiveDate) -> bool,
) -> Result<LineView, Stop> {
    let view = match kind {
        LineKind::Supplement(place) => {
            let one = scheme.supplements.get(*place);
            LineView {
                name: one.map(|one| one.name.clone()),
                terms: one.map(|one| pay_terms::supplement(made, one)).unwrap_or_default(),
                ..blank_line("supplement", line)
            }
        }
        LineKind::Percentage(place) => {
            let one = scheme.percentages.get(*place);
            let amounts = month.amounts.get(*place).into_iter().flatten().filter(|(date, _)| counts(**date));
            let sum = Money::sum(amounts.map(|(_, amount)| *amount))?;
            LineView {
                name: one.map(|one| one.name.clone()),
                share_bp: one.map(|one| one.share_bp),
                terms: one.map(|one| pay_terms::percentage(one, sum)).into_iter().collect(),
                ..blank_line("percentage", line)
            }
        }
        LineKind::Bonus(place) => {
            LineView { name: scheme.bonuses.get(*place).map(|one| one.name.clone()), ..blank_line("bonus", line) }
        }
        _ => blank_line("other", line),
    };
    Ok(view)
}

/// A cover line: minutes, the value of the absent one's minute, the share.
fn cover_line(
    names: &Names<'_>,
    made: &Statement,
    line: &Line,
    (absent, minutes): (usize, CentiMinutes),
    terms: &[CoverTerm],
) -> LineView {
    let mut values: Vec<String> = terms.iter().map(|term| term.value.exact()).collect();
    values.dedup();
    let mut shares: Vec<BasisPoints> = terms.iter().map(|term| term.share).collect();
    shares.dedup();
    let person = names.person_of(absent);
    LineView {
        colleague: Some(names.code(person)),
        colleague_name: Some(names.name(person)),
        minutes_cmin: Some(minutes),
        minute_value: Some(values.join("; ")),
        share_bp: shares.first().copied().filter(|_| shares.len() == 1),
        terms: pay_terms::cover(made, terms),
        ..blank_line("cover", line)
    }
}

/// Which state a statement is in, and what it was locked at.
pub(crate) struct Standing<'a> {
    pub state: &'a str,
    pub through: NaiveDate,
    pub chain_head: Option<String>,
}

/// A person's statement; none where the person has no account in the month.
pub(crate) fn statement(
    names: &Names<'_>,
    floor: &Floor,
    computed: &Computed,
    person: i64,
    counts: &impl Fn(NaiveDate) -> bool,
    standing: &Standing<'_>,
) -> Result<Option<StatementView>, Stop> {
    let data = names.data;
    let Some(main) = data.main_account(person) else { return Ok(None) };
    let Some(account_view) = account(names, computed, main, counts)? else { return Ok(None) };
    let mut other_accounts = Vec::new();
    for (place, _) in
        data.facts.accounts.iter().enumerate().filter(|(place, one)| one.person == person && *place != main)
    {
        other_accounts.extend(account(names, computed, place, counts)?);
    }
    let totals = other_accounts.iter().chain([&account_view]).filter_map(|account| account.figures.total_minor);
    let grand_total = Money::sum(totals)?;
    let mut recalculations = Vec::new();
    for line in computed.statements.get(main).map(|made| made.lines.as_slice()).unwrap_or_default() {
        if let LineKind::Recalculation(one) = &line.kind {
            recalculations.push(recalculation(names.code(person), one));
        }
    }
    Ok(Some(StatementView {
        person: names.code(person),
        name: names.name(person),
        month: data.month,
        state: standing.state.to_owned(),
        closed_through: data.month.days().filter(|day| *day <= standing.through && counts(*day)).last(),
        rehearsal: floor.row.rehearsal,
        grand_total_minor: account_view.figures.total_minor.map(|_| grand_total),
        account: account_view,
        other_accounts,
        recalculations,
        chain_head: standing.chain_head.clone(),
        recalculated: None,
    }))
}

/// A row of the payroll of what is not locked.
pub(crate) fn payroll_row(names: &Names<'_>, computed: &Computed, place: usize) -> Result<Option<PayrollRow>, Stop> {
    let Some((made, month)) = computed.statements.get(place).zip(names.data.facts.accounts.get(place)) else {
        return Ok(None);
    };
    let last = made.parts.last().map(|share| &share.part);
    Ok(Some(PayrollRow {
        person: names.code(month.person),
        name: names.name(month.person),
        department: names.department(month.department),
        position: names.data.positions.get(place).cloned().flatten(),
        scheme: names.data.schemes.get(place).cloned().flatten().map(|code| code.to_string()),
        salary_minor: last.and_then(|part| part.salary),
        rate_bp: last.map(|part| part.rate),
        figures: figures(made)?,
        no_money: made.no_money.map(|why| reason(why).to_owned()),
        locked: false,
        left_plan: by_kind(&made.left),
        downtime: by_cause(&made.idle),
        late_minor: None,
    }))
}

/// A row of the payroll of a locked account.
pub(crate) fn locked_row(view: &StatementView, account: &AccountView) -> PayrollRow {
    let last = account.parts.last();
    PayrollRow {
        person: view.person.clone(),
        name: view.name.clone(),
        department: account.department.clone(),
        position: account.position.clone(),
        scheme: account.scheme.clone(),
        salary_minor: last.and_then(|part| part.salary_minor),
        rate_bp: last.map(|part| part.rate_bp),
        figures: account.figures.clone(),
        no_money: account.no_money.clone(),
        locked: true,
        left_plan: account.left_plan.clone(),
        downtime: account.downtime.clone(),
        late_minor: None,
    }
}
