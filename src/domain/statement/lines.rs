//! The lines of a statement that has sums: the fixed and the KPI part, cover, supplements, percentages, bonuses.
//!
//! Invariant: a line is an exact fraction to its end and is rounded once, half to even, to the kopeck.

use std::collections::BTreeMap;

use super::{
    AccountMonth, BonusFacts, BonusOutcome, Counted, CoverTerm, CoveredDay, Line, LineKind, MonthFacts, Part,
    Statement, spread,
};
use crate::domain::indicator;
use crate::domain::scheme::Scheme;
use crate::domain::units::{BasisPoints, CentiMinutes, Fraction, Money, Overflow};

/// A line with its sum, rounded.
pub(super) fn line(kind: LineKind, exact: Fraction) -> Result<Line, Overflow> {
    Ok(Line { kind, exact, amount: Money(exact.round_half_even()?) })
}

/// Minutes that would be paid twice (O), and where they are paid once: at the higher share.
pub(super) struct Overlap {
    /// Minutes covered at a share not below a.
    pub dear: CentiMinutes,
    /// They leave the fixed part.
    in_fixed: Fraction,
    /// The share of the minutes covered at less than a that leaves the cover.
    in_cover: Fraction,
}

/// The share a covered day is paid at: the scheme's, or a higher one agreed on.
fn share_of(scheme: &Scheme, day: &CoveredDay) -> BasisPoints {
    day.agreed_share.map_or(scheme.cover_bp, |agreed| agreed.max(scheme.cover_bp))
}

impl Overlap {
    /// Of the days on which the account covered.
    pub fn of(scheme: &Scheme, made: &Statement, own: &[&CoveredDay]) -> Result<Self, Overflow> {
        let twice = made.balance.overlap;
        let dear = own.iter().filter(|day| share_of(scheme, day) >= scheme.fixed_bp).map(|day| day.covered.minutes);
        let dear = CentiMinutes::sum(dear)?;
        Ok(Self {
            dear,
            in_fixed: spread(twice, dear, made.minutes.cover_given)?,
            in_cover: spread(twice, CentiMinutes(1), made.minutes.cover_given)?,
        })
    }
}

/// The fixed and the KPI part.
pub(super) fn work_lines(scheme: &Scheme, made: &Statement, overlap: &Overlap) -> Result<Vec<Line>, Overflow> {
    let zero = Fraction::whole(0);
    let (kpi, base) = (made.minutes.kpi, made.balance.base);
    let paid = made.paid.unwrap_or(zero);
    // Whole minutes are multiplied into the values first and the common factors last: the fractions stay small.
    let (mut fixed, mut twice, mut by_kpi) = (zero, zero, zero);
    for share in &made.parts {
        let value = share.value.unwrap_or(zero);
        fixed = fixed.plus(value.times(share.base)?)?;
        twice = twice.plus(value.times(Fraction::whole(share.own_absence.0))?)?;
        let weight = if kpi.0 > 0 { Fraction::whole(share.kpi.0) } else { share.base };
        by_kpi = by_kpi.plus(value.times(weight)?)?;
    }
    if made.minutes.own_absence.0 > 0 {
        let each = overlap.in_fixed.times(Fraction::new(1, i128::from(made.minutes.own_absence.0))?)?;
        fixed = fixed.minus(twice.times(each)?)?;
    }
    let whole = if kpi.0 > 0 { kpi } else { base };
    let by_kpi = if whole.0 > 0 { by_kpi.times(paid.times(Fraction::new(1, i128::from(whole.0))?)?)? } else { zero };
    let a = Fraction::of_share(scheme.fixed_bp);
    let rest = Fraction::whole(1).minus(a)?;
    Ok(vec![line(LineKind::Fixed, a.times(fixed)?)?, line(LineKind::Kpi, rest.times(by_kpi)?)?])
}

/// One line a colleague covered: minutes × v of that day × share, summed over the month and rounded once.
pub(super) fn cover_lines(
    facts: &MonthFacts,
    scheme: &Scheme,
    overlap: &Overlap,
    own: &[&CoveredDay],
) -> Result<Vec<Line>, Overflow> {
    let mut by_absent: BTreeMap<usize, Vec<&CoveredDay>> = BTreeMap::new();
    for day in own {
        by_absent.entry(day.covered.absent).or_default().push(day);
    }
    let mut lines = Vec::new();
    for (absent, days) in by_absent {
        // Days of one value and share are summed first: whole minutes stay small numbers.
        let mut groups: BTreeMap<(usize, BasisPoints), CentiMinutes> = BTreeMap::new();
        for day in &days {
            let account = facts.accounts.get(absent);
            let part = account.and_then(|account| account.days.get(&day.date)).map_or(0, |day| day.part);
            let sum = groups.entry((part, share_of(scheme, day))).or_default();
            *sum = sum.plus(day.covered.minutes)?;
        }
        let (mut exact, mut terms) = (Fraction::whole(0), Vec::with_capacity(groups.len()));
        for ((part, share), minutes) in groups {
            let part = facts.accounts.get(absent).and_then(|account| account.parts.get(part));
            let value = part.map(Part::value).transpose()?.flatten().unwrap_or(Fraction::whole(0));
            let mut counted = Fraction::whole(minutes.0);
            let cut = share < scheme.fixed_bp && overlap.in_cover.numerator() != 0;
            if cut {
                counted = counted.minus(counted.times(overlap.in_cover)?)?;
            }
            exact = exact.plus(counted.times(value)?.times(Fraction::of_share(share))?)?;
            terms.push(CoverTerm { value, share, minutes, cut });
        }
        let minutes = CentiMinutes::sum(days.iter().map(|day| day.covered.minutes))?;
        lines.push(line(LineKind::Cover { absent, minutes, terms }, exact)?);
    }
    Ok(lines)
}

/// Supplements, percentages and bonuses.
pub(super) fn scheme_lines(
    month: &AccountMonth,
    scheme: &Scheme,
    made: &Statement,
    days: &impl Counted,
) -> Result<Vec<Line>, Overflow> {
    let mut lines = Vec::new();
    for (place, supplement) in scheme.supplements.iter().enumerate() {
        let whole = Fraction::whole(supplement.amount_minor.0);
        let mut exact = whole;
        if !supplement.in_full {
            exact = Fraction::whole(0);
            for share in &made.parts {
                if let Some(norm) = share.part.norm.filter(|norm| norm.0 > 0) {
                    let worked = share.base.times(Fraction::new(1, i128::from(norm.0))?)?;
                    exact = exact.plus(whole.times(worked)?)?;
                }
            }
        }
        lines.push(line(LineKind::Supplement(place), exact)?);
    }
    for (place, percentage) in scheme.percentages.iter().enumerate() {
        let amounts = month.amounts.get(place).into_iter().flatten().filter(|(date, _)| days.counts(**date));
        let sum = Money::sum(amounts.map(|(_, amount)| *amount))?;
        let exact = Fraction::whole(sum.0).times(Fraction::of_share(percentage.share_bp))?;
        lines.push(line(LineKind::Percentage(place), exact)?);
    }
    for (place, (bonus, outcome)) in scheme.bonuses.iter().zip(&made.bonuses).enumerate() {
        if outcome.met == Some(true) {
            lines.push(line(LineKind::Bonus(place), Fraction::whole(bonus.amount_minor.0))?);
        }
    }
    Ok(lines)
}

/// A bonus's indicator over the days that count.
pub(super) fn outcome(facts: &BonusFacts, days: &impl Counted) -> BonusOutcome {
    let counted = facts.days.iter().filter(|(date, _)| days.counts(**date));
    let counted = counted.fold(indicator::Counted::default(), |sum, (_, day)| sum.plus(*day));
    let terms = facts.definition.as_ref().zip(facts.terms.as_ref());
    let met = terms.and_then(|(definition, terms)| counted.met(definition.unit, terms));
    BonusOutcome { counted, met }
}
