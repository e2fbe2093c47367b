//! The products that a statement's lines add up from, as the domain computed them: with a calculator they give the exact sum.
//!
//! Invariant: the factors of a line's terms, multiplied and summed up, are its exact fraction in roubles; a test holds it.

use crate::domain::scheme::{Percentage, Supplement};
use crate::domain::statement::{CoverTerm, PartShare, Statement};
use crate::domain::units::{BasisPoints, CentiMinutes, Fraction, Money};
use crate::views::pay::{FactorView, MinutesTerm, TermView};

fn minutes(minutes: CentiMinutes, ratios: &[(CentiMinutes, CentiMinutes)]) -> MinutesTerm {
    // A ratio of the same to the same says nothing.
    let of_cmin = ratios.iter().filter(|(part, whole)| part != whole).copied().collect();
    MinutesTerm { minutes_cmin: minutes, of_cmin }
}

fn less(minutes: CentiMinutes) -> CentiMinutes {
    CentiMinutes(-minutes.0)
}

/// B of a part: its plan less its own absence, and what was caught up of it.
fn base(made: &Statement, share: &PartShare) -> Vec<MinutesTerm> {
    if made.parts.len() == 1 {
        return vec![minutes(made.balance.base, &[])];
    }
    let mut terms = vec![minutes(share.plan, &[])];
    if share.own_absence.0 > 0 {
        terms.push(minutes(less(share.own_absence), &[]));
        if made.balance.caught_up.0 > 0 {
            terms.push(minutes(made.balance.caught_up, &[(share.own_absence, made.minutes.own_absence)]));
        }
    }
    terms
}

/// The value of a part's minute: S × rate / N.
fn value(share: &PartShare) -> Option<Vec<FactorView>> {
    let (salary, norm) = share.part.salary.zip(share.part.norm).filter(|(_, norm)| norm.0 > 0)?;
    let mut factors = vec![FactorView::Money(salary)];
    if share.part.rate != BasisPoints::ONE {
        factors.push(FactorView::Rate(share.part.rate));
    }
    factors.push(FactorView::Per(norm));
    Some(factors)
}

/// A product of a part, named by its first day where there are several.
fn of_part(made: &Statement, share: &PartShare, factors: Vec<FactorView>) -> TermView {
    TermView { from: (made.parts.len() > 1).then_some(share.part.from), factors }
}

/// a × (B − O) × v, a product a part.
pub(crate) fn fixed(made: &Statement, fixed: BasisPoints) -> Vec<TermView> {
    let twice = made.balance.overlap;
    let all = made.minutes.own_absence;
    let term = |share: &PartShare| {
        let mut counted = base(made, share);
        if twice.0 > 0 && made.dear_cover.0 > 0 && share.own_absence.0 > 0 {
            let ratios = [(made.dear_cover, made.minutes.cover_given), (share.own_absence, all)];
            counted.push(minutes(less(twice), &ratios));
        }
        let factors = [FactorView::Share(fixed), FactorView::Minutes(counted)];
        Some(of_part(made, share, factors.into_iter().chain(value(share)?).collect()))
    };
    made.parts.iter().filter_map(term).collect()
}

/// (1 − a) × Q × v; Q goes by the part's K, or by its B where K is nothing.
pub(crate) fn kpi(made: &Statement, fixed: BasisPoints) -> Vec<TermView> {
    let paid = made.paid.unwrap_or(Fraction::whole(0)).exact();
    let rest = BasisPoints(BasisPoints::ONE.0 - fixed.0);
    let (kpi, base_all) = (made.minutes.kpi, made.balance.base);
    let term = |share: &PartShare| {
        let mut factors = vec![FactorView::Share(rest), FactorView::Paid(paid.clone())];
        let single = made.parts.len() == 1;
        if kpi.0 > 0 && share.kpi != kpi {
            factors.push(FactorView::Ratio(vec![minutes(share.kpi, &[])], kpi));
        } else if kpi.0 <= 0 && base_all.0 > 0 && !single {
            factors.push(FactorView::Ratio(base(made, share), base_all));
        } else if kpi.0 <= 0 && !single {
            return None;
        }
        Some(of_part(made, share, factors.into_iter().chain(value(share)?).collect()))
    };
    made.parts.iter().filter(|share| kpi.0 <= 0 || share.kpi.0 != 0).filter_map(term).collect()
}

/// Minutes × v × share, a product a value and share.
pub(crate) fn cover(made: &Statement, terms: &[CoverTerm]) -> Vec<TermView> {
    let term = |one: &CoverTerm| {
        let mut counted = vec![minutes(one.minutes, &[])];
        if one.cut {
            counted.push(minutes(less(one.minutes), &[(made.balance.overlap, made.minutes.cover_given)]));
        }
        let value = FactorView::Value(one.value.exact());
        TermView { from: None, factors: vec![FactorView::Minutes(counted), value, FactorView::Share(one.share)] }
    };
    terms.iter().map(term).collect()
}

/// The sum in full, or × B / N, a product a part.
pub(crate) fn supplement(made: &Statement, one: &Supplement) -> Vec<TermView> {
    let whole = FactorView::Money(one.amount_minor);
    if one.in_full {
        return vec![TermView { from: None, factors: vec![whole] }];
    }
    let term = |share: &PartShare| {
        let norm = share.part.norm.filter(|norm| norm.0 > 0)?;
        let factors = vec![whole.clone(), FactorView::Minutes(base(made, share)), FactorView::Per(norm)];
        Some(of_part(made, share, factors))
    };
    made.parts.iter().filter_map(term).collect()
}

/// The share of the amounts of the days that count.
pub(crate) fn percentage(one: &Percentage, amounts: Money) -> TermView {
    TermView { from: None, factors: vec![FactorView::Share(one.share_bp), FactorView::Money(amounts)] }
}
