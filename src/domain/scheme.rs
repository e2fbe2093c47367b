//! The pay scheme (положение об оплате): what a department and position is paid by.
//!
//! Invariant: a checked scheme has bands that begin at 0 and rise, shares between 0 and 1, and no step factor on the
//! whole of K: minutes are paid band by band, compared exactly.
//!
//! Deliberately lacks: who is paid what (`statement`), the text of the regulation (the locale writes it).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::code::Code;
use super::indicator::{Comparator, TargetTerms};
use super::rejection::{RefusalCode, Rejection};
use super::units::{BasisPoints, CentiMinutes, Fraction, Money, Overflow};

/// A band of paid KPI minutes, `[from_bp, multiplier_bp]` on the wire.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(from = "BandGiven", into = "(BasisPoints, BasisPoints)")]
#[schemars(with = "(BasisPoints, BasisPoints)")]
pub struct Band {
    /// Its lower bound as a share of B, inclusive.
    pub from: BasisPoints,
    /// What a minute in it counts.
    pub multiplier: BasisPoints,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum BandGiven {
    Pair(BasisPoints, BasisPoints),
    Named { from_bp: BasisPoints, multiplier_bp: BasisPoints },
}

impl From<BandGiven> for Band {
    fn from(given: BandGiven) -> Self {
        match given {
            BandGiven::Pair(from, multiplier) | BandGiven::Named { from_bp: from, multiplier_bp: multiplier } => {
                Self { from, multiplier }
            }
        }
    }
}

impl From<Band> for (BasisPoints, BasisPoints) {
    fn from(band: Band) -> Self {
        (band.from, band.multiplier)
    }
}

/// A fixed sum for something held besides (доплата).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Supplement {
    /// What it is for.
    pub name: String,
    /// The sum of a whole month.
    pub amount_minor: Money,
    /// Whether it is paid whole whatever was worked; else in proportion to B/N.
    #[serde(default)]
    pub in_full: bool,
}

/// A percentage of the amounts of decisions, by the work day of their ticket.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Percentage {
    /// What it is for.
    pub name: String,
    /// The actions whose amounts count; empty: all.
    #[serde(default)]
    pub actions: Vec<Code>,
    /// The share of the amounts.
    pub share_bp: BasisPoints,
}

/// A sum for meeting an indicator's target.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Bonus {
    /// What it is for.
    pub name: String,
    /// The indicator's code.
    pub indicator: String,
    /// How it is held against the target. Left out together with the target, the one that the indicator has in the
    /// month for the person's segment counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comparator: Option<Comparator>,
    /// The target in hundredths of the indicator's unit: of a share, basis points.
    #[serde(default, alias = "target_hundredths", skip_serializing_if = "Option::is_none")]
    pub target_bp: Option<BasisPoints>,
    /// Below this denominator there is no data, and no bonus; beside an own target only.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub least_denominator: i64,
    /// The sum.
    pub amount_minor: Money,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
fn is_zero(value: &i64) -> bool {
    *value == 0
}

impl Bonus {
    /// The target that the scheme itself names.
    #[must_use]
    pub fn own_target(&self) -> Option<TargetTerms> {
        let (comparator, target) = self.comparator.zip(self.target_bp)?;
        Some(TargetTerms { comparator, value_hundredths: target.0, least_denominator: self.least_denominator })
    }

    fn is_sound(&self) -> bool {
        let both = self.comparator.is_some() == self.target_bp.is_some();
        let least = if self.comparator.is_some() { self.least_denominator >= 0 } else { self.least_denominator == 0 };
        both && least
            && self.target_bp.is_none_or(|target| target.0 >= 0)
            && !self.indicator.trim().is_empty()
            && self.amount_minor.0 > 0
    }
}

/// A scheme's content; a submitted or approved one never changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Scheme {
    /// a: the fixed share of the salary.
    pub fixed_bp: BasisPoints,
    /// The share of a colleague's minute value paid for covering it.
    pub cover_bp: BasisPoints,
    /// Bands of paid KPI minutes as shares of B; by default all at 1.00.
    #[serde(default = "plain_bands")]
    pub bands: Vec<Band>,
    /// Minutes above this share of B are not paid in the KPI part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cap_bp: Option<BasisPoints>,
    /// The KPI part pays at least this share of B.
    #[serde(default)]
    pub floor_bp: BasisPoints,
    /// Supplements.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub supplements: Vec<Supplement>,
    /// Percentages of amounts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub percentages: Vec<Percentage>,
    /// Bonuses.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bonuses: Vec<Bonus>,
    /// The minimum wage that the fixed part is held against when the scheme is approved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minimum_wage_minor: Option<Money>,
}

/// All minutes at 1.00.
pub(crate) fn plain_bands() -> Vec<Band> {
    vec![Band { from: BasisPoints(0), multiplier: BasisPoints::ONE }]
}

/// How the paid KPI minutes come about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaidMinutes {
    /// The minutes of K in each band; none where B = 0.
    pub bands: Vec<(Band, Fraction)>,
    /// The minutes of K above the cap, which are not paid in the KPI part.
    pub above_cap: Fraction,
    /// Whether the floor pays more than the bands.
    pub at_floor: bool,
}

impl Scheme {
    /// Checks shares, bands, cap, floor and sums. Errors with the first fault.
    pub fn check(&self) -> Result<(), Rejection> {
        let bad = |what: &'static str| Err(Rejection::because(RefusalCode::BadInput, "scheme").naming("field", what));
        let share = |value: BasisPoints| (0..=10_000).contains(&value.0);
        if !share(self.fixed_bp) {
            return bad("fixed_bp");
        }
        if !(0..=20_000).contains(&self.cover_bp.0) {
            return bad("cover_bp");
        }
        let rising = self.bands.is_sorted_by(|one, next| one.from < next.from);
        let begins = self.bands.first().is_some_and(|band| band.from.0 == 0);
        if !rising || !begins || self.bands.iter().any(|band| !(0..=100_000).contains(&band.multiplier.0)) {
            return bad("bands");
        }
        if self.cap_bp.is_some_and(|cap| !(1..=100_000).contains(&cap.0)) {
            return bad("cap_bp");
        }
        if !share(self.floor_bp) || self.cap_bp.is_some_and(|cap| self.floor_bp > cap) {
            return bad("floor_bp");
        }
        let named = |name: &str| !name.trim().is_empty();
        if self.supplements.iter().any(|one| !named(&one.name) || one.amount_minor.0 <= 0) {
            return bad("supplements");
        }
        if self.percentages.iter().any(|one| !named(&one.name) || !share(one.share_bp)) {
            return bad("percentages");
        }
        if self.bonuses.iter().any(|one| !named(&one.name) || !one.is_sound()) {
            return bad("bonuses");
        }
        if self.minimum_wage_minor.is_some_and(|wage| wage.0 < 0) {
            return bad("minimum_wage_minor");
        }
        Ok(())
    }

    /// Q = max(floor·B, Σ over bands of multiplier × minutes of K in the band), minutes above cap·B left out;
    /// hundredths of a minute, exact. Where B = 0 there is no percentage: K at 1.00.
    pub fn paid_minutes(&self, kpi: CentiMinutes, base: CentiMinutes) -> Result<Fraction, Overflow> {
        if base.0 <= 0 {
            return Ok(Fraction::whole(kpi.0.max(0)));
        }
        let mut sum = Fraction::whole(0);
        for (band, inside) in self.band_minutes(kpi, base)? {
            sum = sum.plus(inside.times(Fraction::of_share(band.multiplier))?)?;
        }
        sum.max(Fraction::whole(base.0).times(Fraction::of_share(self.floor_bp))?)
    }

    /// The minutes of K in each band, those above cap·B left out; none where B = 0.
    pub fn band_minutes(&self, kpi: CentiMinutes, base: CentiMinutes) -> Result<Vec<(Band, Fraction)>, Overflow> {
        if base.0 <= 0 {
            return Ok(Vec::new());
        }
        let kpi = Fraction::whole(kpi.0.max(0));
        let base = Fraction::whole(base.0);
        let counted = match self.cap_bp {
            Some(cap) => kpi.min(base.times(Fraction::of_share(cap))?)?,
            None => kpi,
        };
        let nothing = Fraction::whole(0);
        let mut bands = Vec::with_capacity(self.bands.len());
        for (place, band) in self.bands.iter().enumerate() {
            let low = base.times(Fraction::of_share(band.from))?;
            let high = match self.bands.get(place + 1) {
                Some(next) => counted.min(base.times(Fraction::of_share(next.from))?)?,
                None => counted,
            };
            bands.push((*band, high.minus(low)?.max(nothing)?));
        }
        Ok(bands)
    }

    /// How Q comes about: the bands, what lies above the cap, whether the floor is what pays.
    pub fn explained(&self, kpi: CentiMinutes, base: CentiMinutes) -> Result<PaidMinutes, Overflow> {
        let bands = self.band_minutes(kpi, base)?;
        let (mut counted, mut paid) = (Fraction::whole(0), Fraction::whole(0));
        for (band, inside) in &bands {
            counted = counted.plus(*inside)?;
            paid = paid.plus(inside.times(Fraction::of_share(band.multiplier))?)?;
        }
        let nothing = bands.is_empty();
        let above_cap = if nothing { counted } else { Fraction::whole(kpi.0.max(0)).minus(counted)? };
        let at_floor = !nothing && paid != self.paid_minutes(kpi, base)?;
        Ok(PaidMinutes { bands, above_cap, at_floor })
    }

    /// Whether the fixed part of a salary lies below the set minimum wage.
    #[must_use]
    pub fn below_minimum_wage(&self, salary: Money) -> bool {
        let fixed = i128::from(salary.0) * i128::from(self.fixed_bp.0);
        self.minimum_wage_minor.is_some_and(|wage| fixed < i128::from(wage.0) * 10_000)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scheme() -> Scheme {
        serde_json::from_str(
            r#"{"fixed_bp":4000,"cover_bp":5000,"bands":[[0,10000],[10000,12000]],"cap_bp":11000,"floor_bp":8000}"#,
        )
        .unwrap()
    }

    /// K, B → Q × 10, of the worked month and of bounds met exactly.
    #[test]
    fn minutes_are_paid_band_by_band() {
        let check = |kpi: i64, base: i64, expected: (i128, i128)| {
            let paid = scheme().paid_minutes(CentiMinutes(kpi), CentiMinutes(base)).unwrap();
            assert_eq!((paid.numerator(), paid.denominator()), expected, "K {kpi} of B {base}");
        };
        check(900_000, 900_000, (900_000, 1));
        check(720_838, 708_000, (3_617_028, 5));
        check(1_077_195, 948_000, (1_061_760, 1));
        check(969_140, 948_000, (973_368, 1));
        check(354_039, 474_000, (379_200, 1));
        // A hundredth below and at 100 % of B: no step.
        check(947_999, 948_000, (947_999, 1));
        check(948_000, 948_000, (948_000, 1));
        check(948_001, 948_000, (4_740_006, 5));
        check(12_345, 0, (12_345, 1));
        check(-5, 0, (0, 1));
        check(-5, 1_000, (800, 1));
    }

    /// Of the worked month: within the bands, above the cap, below the floor, without a base.
    #[test]
    fn paid_minutes_are_explained() {
        let check = |kpi: i64, base: i64, inside: &[i128], above_cap: i128, at_floor: bool| {
            let made = scheme().explained(CentiMinutes(kpi), CentiMinutes(base)).unwrap();
            let found: Vec<i128> = made.bands.iter().map(|(_, minutes)| minutes.numerator()).collect();
            assert_eq!(found, inside, "K {kpi} of B {base}");
            assert_eq!((made.above_cap.numerator(), made.at_floor), (above_cap, at_floor), "K {kpi} of B {base}");
        };
        check(969_140, 948_000, &[948_000, 21_140], 0, false);
        check(1_077_195, 948_000, &[948_000, 94_800], 34_395, false);
        check(354_039, 474_000, &[354_039, 0], 0, true);
        check(12_345, 0, &[], 0, false);
    }

    #[test]
    fn schemes_that_contradict_themselves_are_refused() {
        let check = |change: fn(&mut Scheme), field: Option<&str>| {
            let mut scheme = scheme();
            change(&mut scheme);
            let found = scheme.check().err().map(|refusal| refusal.details[0].1.clone());
            assert_eq!(found.as_deref(), field);
        };
        check(|_| {}, None);
        check(|s| s.fixed_bp = BasisPoints(10_001), Some("fixed_bp"));
        check(|s| s.cover_bp = BasisPoints(-1), Some("cover_bp"));
        check(|s| s.bands.reverse(), Some("bands"));
        check(|s| s.bands.clear(), Some("bands"));
        check(|s| s.cap_bp = Some(BasisPoints(0)), Some("cap_bp"));
        check(|s| s.floor_bp = BasisPoints(20_000), Some("floor_bp"));
        check(|s| s.minimum_wage_minor = Some(Money(-1)), Some("minimum_wage_minor"));
        let nameless = || Supplement { name: " ".to_owned(), amount_minor: Money(1), in_full: true };
        assert!(Scheme { supplements: vec![nameless()], ..scheme() }.check().is_err());
    }

    #[test]
    fn bands_are_pairs_or_named_and_come_back_as_pairs() {
        let named: Scheme =
            serde_json::from_str(r#"{"fixed_bp":4000,"cover_bp":5000,"bands":[{"from_bp":0,"multiplier_bp":10000}]}"#)
                .unwrap();
        assert_eq!(named.bands, plain_bands());
        assert!(serde_json::to_string(&named).unwrap().contains("[[0,10000]]"));
        let wage = Scheme { minimum_wage_minor: Some(Money(2_400_000)), ..scheme() };
        assert!(wage.below_minimum_wage(Money(5_999_999)) && !wage.below_minimum_wage(Money(6_000_000)));
    }

    #[test]
    fn a_bonus_has_its_own_target_whole_or_none() {
        let check = |json: serde_json::Value, sound: bool| {
            let scheme = Scheme { bonuses: vec![serde_json::from_value(json.clone()).unwrap()], ..scheme() };
            assert_eq!(scheme.check().is_ok(), sound, "{json}");
        };
        let bonus = |more: serde_json::Value| {
            let mut json = serde_json::json!({"name": "загрузка", "indicator": "workload", "amount_minor": 100});
            json.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
            json
        };
        check(bonus(serde_json::json!({})), true);
        check(bonus(serde_json::json!({"comparator": ">=", "target_bp": 9_500})), true);
        check(bonus(serde_json::json!({"comparator": "≥", "target_hundredths": 50_000, "least_denominator": 5})), true);
        check(bonus(serde_json::json!({"comparator": ">="})), false);
        check(bonus(serde_json::json!({"target_bp": 9_500})), false);
        check(bonus(serde_json::json!({"least_denominator": 5})), false);
        check(bonus(serde_json::json!({"amount_minor": 0})), false);
        check(bonus(serde_json::json!({"indicator": " "})), false);
    }
}
