//! Cover: whose surplus of a day stands in for whose absence (`domain.md` §9).
//!
//! Invariants: each minute of surplus is used once; all who cover a person on a day get at most that person's minutes
//! away; no order of people matters but the personnel number, which settles ties. What is credited for a day depends
//! on that day alone.
//!
//! Deliberately lacks: money (`statement`), the current time.

use chrono::NaiveDate;

use super::units::{CentiMinutes, Overflow};

/// One employee's day in a department, as cover sees it. The days are given in the order of personnel numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PersonDay {
    /// The person's key; nobody covers oneself.
    pub person: i64,
    /// The department.
    pub department: i64,
    /// K(d).
    pub kpi: CentiMinutes,
    /// T(d).
    pub target: CentiMinutes,
    /// Whether scheduled and not away all day.
    pub present: bool,
    /// Minutes away.
    pub away: CentiMinutes,
    /// Of them, of kinds that are covered without an agreement.
    pub covered_freely: CentiMinutes,
}

impl PersonDay {
    /// e = max(0, K(d) − T(d)) of who is present.
    pub fn surplus(&self) -> Result<CentiMinutes, Overflow> {
        Ok(if self.present { CentiMinutes(self.kpi.minus(self.target)?.0.max(0)) } else { CentiMinutes::ZERO })
    }
}

/// Minutes of tickets that one day marked on behalf of a colleague; places in the list of days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// Who did the work.
    pub coverer: usize,
    /// For whom.
    pub absent: usize,
    /// Its KPI.
    pub minutes: CentiMinutes,
}

/// An agreement in effect on the day; places in the list of days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Agreement {
    /// Who covers.
    pub coverer: usize,
    /// Whom.
    pub absent: usize,
}

/// What one employee is credited for another on a day, and what it was claimed by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Covered {
    /// Who covered; a place in the list of days.
    pub coverer: usize,
    /// Whom.
    pub absent: usize,
    /// Minutes credited.
    pub minutes: CentiMinutes,
    /// Claimed by tickets marked on behalf of.
    pub marked: CentiMinutes,
    /// Claimed by an agreement in effect.
    pub agreed: CentiMinutes,
    /// Claimed without an agreement.
    pub free: CentiMinutes,
}

/// Splits a total in proportion to weights: floors first, what is left to the largest remainders, ties to the first.
/// Weights below zero count as zero; without any weight nobody gets anything.
pub fn apportion(total: CentiMinutes, weights: &[CentiMinutes]) -> Result<Vec<CentiMinutes>, Overflow> {
    let weight = |minutes: &CentiMinutes| i128::from(minutes.0.max(0));
    let whole: i128 = weights.iter().map(weight).sum();
    let total = i128::from(total.0.max(0));
    if whole == 0 {
        return Ok(vec![CentiMinutes::ZERO; weights.len()]);
    }
    let mut shares = Vec::with_capacity(weights.len());
    let mut remainders = Vec::with_capacity(weights.len());
    let mut given = 0;
    for (place, minutes) in weights.iter().enumerate() {
        let product = total.checked_mul(weight(minutes)).ok_or(Overflow)?;
        given += product / whole;
        shares.push(product / whole);
        remainders.push((std::cmp::Reverse(product % whole), place));
    }
    remainders.sort_unstable();
    let left = usize::try_from(total - given).map_err(|_| Overflow)?;
    for (_, place) in remainders.into_iter().take(left) {
        if let Some(share) = shares.get_mut(place) {
            *share += 1;
        }
    }
    shares.into_iter().map(|share| i64::try_from(share).map(CentiMinutes).map_err(|_| Overflow)).collect()
}

struct Claim {
    coverer: usize,
    absent: usize,
    marked: CentiMinutes,
    agreed: CentiMinutes,
    free: CentiMinutes,
}

impl Claim {
    fn whole(&self) -> Result<CentiMinutes, Overflow> {
        self.marked.plus(self.agreed)?.plus(self.free)
    }
}

/// Who covered whom on a day, with how many minutes and why; by absent person, then by coverer.
pub fn attribute(days: &[PersonDay], marks: &[Mark], agreements: &[Agreement]) -> Result<Vec<Covered>, Overflow> {
    let present = |place: usize| days.get(place).is_some_and(|day| day.present);
    let gone: Vec<Gone> = days
        .iter()
        .enumerate()
        .filter(|(_, day)| day.away.0 > 0)
        .map(|(place, day)| {
            let promised = agreements.iter().any(|one| one.absent == place && present(one.coverer));
            Gone { place, day: *day, promised }
        })
        .collect();
    let mut claims: Vec<Claim> = Vec::new();
    for (coverer, day) in days.iter().enumerate().filter(|_| !gone.is_empty()) {
        let surplus = day.surplus()?;
        if surplus.0 > 0 {
            claims.extend(claims_of(day, coverer, surplus, &gone, marks, agreements)?);
        }
    }
    let mut covered = Vec::new();
    for absent in &gone {
        let mine: Vec<&Claim> = claims.iter().filter(|claim| claim.absent == absent.place).collect();
        let wholes = mine.iter().map(|claim| claim.whole()).collect::<Result<Vec<_>, _>>()?;
        let sum = CentiMinutes::sum(wholes.iter().copied())?;
        let credited = if sum <= absent.day.away { wholes } else { apportion(absent.day.away, &wholes)? };
        for (claim, minutes) in mine.into_iter().zip(credited).filter(|(_, minutes)| minutes.0 > 0) {
            let Claim { coverer, absent, marked, agreed, free } = *claim;
            covered.push(Covered { coverer, absent, minutes, marked, agreed, free });
        }
    }
    Ok(covered)
}

/// Somebody away on the day.
struct Gone {
    place: usize,
    day: PersonDay,
    /// Whether somebody present has agreed to cover.
    promised: bool,
}

/// Where one employee's surplus goes before anybody's minutes away are used up.
fn claims_of(
    day: &PersonDay,
    coverer: usize,
    surplus: CentiMinutes,
    gone: &[Gone],
    marks: &[Mark],
    agreements: &[Agreement],
) -> Result<Vec<Claim>, Overflow> {
    let other = |absent: &Gone| absent.day.person != day.person;
    let mut marked = Vec::with_capacity(gone.len());
    for absent in gone {
        let for_them = |mark: &&Mark| mark.coverer == coverer && mark.absent == absent.place && other(absent);
        let minutes = marks.iter().filter(for_them).map(|mark| CentiMinutes(mark.minutes.0.max(0)));
        marked.push(CentiMinutes::sum(minutes)?);
    }
    let mut used = CentiMinutes::sum(marked.iter().copied())?;
    if used > surplus {
        marked = apportion(surplus, &marked)?;
        used = surplus;
    }
    let rest = surplus.minus(used)?;
    let weigh = |counts: &dyn Fn(&Gone) -> CentiMinutes| -> Vec<CentiMinutes> {
        gone.iter().map(|absent| if other(absent) { counts(absent) } else { CentiMinutes::ZERO }).collect()
    };
    let by_agreement = weigh(&|absent| {
        let agreed = agreements.iter().any(|one| one.coverer == coverer && one.absent == absent.place);
        if agreed { absent.day.away } else { CentiMinutes::ZERO }
    });
    let covers_by_agreement = by_agreement.iter().any(|minutes| minutes.0 > 0);
    let freely = weigh(&|absent| {
        let may = !covers_by_agreement && absent.day.department == day.department && !absent.promised;
        if may { absent.day.covered_freely } else { CentiMinutes::ZERO }
    });
    let claims = marked.into_iter().zip(apportion(rest, &by_agreement)?).zip(apportion(rest, &freely)?).zip(gone);
    let claims =
        claims.map(|(((marked, agreed), free), absent)| Claim { coverer, absent: absent.place, marked, agreed, free });
    Ok(claims.filter(|claim| (claim.marked.0 | claim.agreed.0 | claim.free.0) != 0).collect())
}

/// An agreement of cover (ТК РФ ст. 60.2, 151) with what became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Terms {
    /// First day agreed on.
    pub from: NaiveDate,
    /// Last day agreed on.
    pub to: NaiveDate,
    /// The work day on which the coverer accepted it.
    pub accepted: Option<NaiveDate>,
    /// The third working day after the withdrawal.
    pub ends: Option<NaiveDate>,
}

impl Terms {
    /// Whether it is in effect: from the work day of the acceptance to its last date, or to the third working day
    /// after the withdrawal.
    #[must_use]
    pub fn in_effect(&self, day: NaiveDate) -> bool {
        self.from <= day
            && day <= self.to
            && self.accepted.is_some_and(|accepted| accepted <= day)
            && self.ends.is_none_or(|last| day <= last)
    }
}

/// The third working day after a day, by a test of what a working day is; within a year of days.
#[must_use]
pub fn third_working_day_after(day: NaiveDate, works: impl Fn(NaiveDate) -> bool) -> NaiveDate {
    let after = day.iter_days().skip(1).take(366);
    after.filter(|date| works(*date)).nth(2).unwrap_or(day)
}

#[cfg(test)]
#[path = "cover/tests.rs"]
mod tests;
