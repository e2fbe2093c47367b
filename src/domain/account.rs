//! The month's account: what was planned, missed, made up and earned, in minutes (`domain.md` §9).
//!
//! Invariants: 0 ≤ C ≤ A, U = A − C, B = P − U, 0 ≤ O ≤ C; K ≥ P implies U = 0. Who caught up stands as if never away.

use super::units::{CentiMinutes, Overflow};

/// What an account is balanced from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Minutes {
    /// P: the plan of the days counted.
    pub plan: CentiMinutes,
    /// A: minutes of own absences that stay in the plan.
    pub own_absence: CentiMinutes,
    /// K: KPI of the days counted.
    pub kpi: CentiMinutes,
    /// M: minutes credited to oneself as cover.
    pub cover_given: CentiMinutes,
}

/// A balanced account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Balance {
    /// C = clamp(K − (P − A), 0, A): own absence made up within the month (наверстал).
    pub caught_up: CentiMinutes,
    /// U = A − C.
    pub not_made_up: CentiMinutes,
    /// B = P − U: the base of pay.
    pub base: CentiMinutes,
    /// O = C − clamp(K − M − (P − A), 0, A): minutes that would be paid twice.
    pub overlap: CentiMinutes,
}

impl Minutes {
    /// Balances the account. Errors on overflow.
    pub fn balance(&self) -> Result<Balance, Overflow> {
        let needed = self.plan.minus(self.own_absence)?;
        let most = self.own_absence.0.max(0);
        let clamped = |minutes: CentiMinutes| CentiMinutes(minutes.0.clamp(0, most));
        let caught_up = clamped(self.kpi.minus(needed)?);
        let without_cover = clamped(self.kpi.minus(self.cover_given)?.minus(needed)?);
        let not_made_up = self.own_absence.minus(caught_up)?;
        Ok(Balance {
            caught_up,
            not_made_up,
            base: self.plan.minus(not_made_up)?,
            overlap: caught_up.minus(without_cover)?,
        })
    }
}

/// K as a share of B in hundredths of a percent, cut, never rounded; none where B is 0.
#[must_use]
pub fn percent_cut(kpi: CentiMinutes, base: CentiMinutes) -> Option<i64> {
    let cut = i128::from(kpi.0).checked_mul(10_000)?.checked_div_euclid(i128::from(base.0))?;
    i64::try_from(cut).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn minutes(plan: i64, own_absence: i64, kpi: i64, cover_given: i64) -> Minutes {
        Minutes {
            plan: CentiMinutes(plan),
            own_absence: CentiMinutes(own_absence),
            kpi: CentiMinutes(kpi),
            cover_given: CentiMinutes(cover_given),
        }
    }

    /// The accounts of the worked month: P, A, K, M → C, U, B, O, K/B.
    #[test]
    fn accounts_of_the_worked_month() {
        for (given, expected) in [
            ([948_000, 96_000, 900_000, 0], [48_000, 48_000, 900_000, 0, 10_000]),
            ([708_000, 0, 720_838, 1_167], [0, 0, 708_000, 0, 10_181]),
            ([948_000, 0, 1_077_195, 51_888], [0, 0, 948_000, 0, 11_362]),
            ([948_000, 9_000, 969_140, 24_828], [9_000, 0, 948_000, 3_688, 10_222]),
            ([474_000, 0, 354_039, 9_055], [0, 0, 474_000, 0, 7_469]),
        ] {
            let account = minutes(given[0], given[1], given[2], given[3]);
            let balance = account.balance().unwrap();
            let cut = percent_cut(account.kpi, balance.base).unwrap();
            let found = [balance.caught_up.0, balance.not_made_up.0, balance.base.0, balance.overlap.0, cut];
            assert_eq!(found, expected, "{given:?}");
        }
        assert_eq!(percent_cut(CentiMinutes(5), CentiMinutes::ZERO), None);
    }

    proptest! {
        #[test]
        fn who_made_the_plan_missed_nothing(
            plan in 0_i64..1_000_000, absence in 0_i64..1_000_000, kpi in -1_000_i64..1_500_000, cover in 0_i64..200_000,
        ) {
            let account = minutes(plan, absence.min(plan), kpi, cover);
            let balance = account.balance().unwrap();
            prop_assert!((0..=account.own_absence.0).contains(&balance.caught_up.0));
            prop_assert!((0..=balance.caught_up.0).contains(&balance.overlap.0));
            prop_assert!(balance.base.0 >= 0 && balance.base.0 <= plan);
            prop_assert!(kpi < plan || balance.not_made_up.0 == 0, "K ≥ P implies U = 0");
        }
    }
}
