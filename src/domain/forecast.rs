//! Where a month is heading, and work per worked hour.
//!
//! Source: `domain.md` §8. The forecast is `K + r·(T left)`, `r = ΣK/Σworked`; its band is
//! `± 1.96·s·(mean T)·√(days left)`, s the sample sd of the daily ratio K/worked. It informs and pays nobody.

use super::units::{BasisPoints, CentiMinutes, Fraction, Overflow};
use crate::statistics::describe::Moments;

/// A closed day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WorkedDay {
    /// K(d).
    pub kpi: CentiMinutes,
    /// Scheduled less away less downtime.
    pub worked: CentiMinutes,
}

/// Where the month is heading.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Forecast {
    /// The month's KPI at this rate, rounded half to even.
    pub kpi: CentiMinutes,
    /// Half the width of its 95 % band; none with fewer than two days worked.
    pub half_width: Option<CentiMinutes>,
    /// r in basis points, cut.
    pub ratio: BasisPoints,
    /// Closed days with worked minutes.
    pub days: i64,
    /// Days with a target still to come.
    pub days_left: i64,
    /// Their T.
    pub target_left: CentiMinutes,
}

fn whole(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// The standard deviation (n − 1) of the daily ratio over days with worked minutes; none with fewer than two.
#[must_use]
pub fn ratio_sd(days: &[WorkedDay]) -> Option<f64> {
    let ratios: Vec<f64> =
        days.iter().filter(|day| day.worked.0 > 0).map(|day| day.kpi.minutes() / day.worked.minutes()).collect();
    Moments::of(&ratios).and_then(|moments| moments.sd())
}

/// The forecast from the closed days and the targets of the days to come. None without a worked minute so far or
/// without a day to come.
///
/// Two days at 1.0 and 0.9 of 480 minutes, two days to come: r = 0.95, the month ends at 912 + 912 = 1 824, and the
/// band is 1.96 × 0.070 711 × 480 × √2 = 94.08 minutes wide to each side.
///
/// ```
/// use norma::domain::forecast::{WorkedDay, forecast};
/// use norma::domain::units::CentiMinutes;
///
/// let day = |kpi| WorkedDay { kpi: CentiMinutes(kpi), worked: CentiMinutes(48_000) };
/// let targets = [CentiMinutes(48_000), CentiMinutes(48_000)];
/// let made = forecast(&[day(48_000), day(43_200)], &targets).unwrap().unwrap();
/// assert_eq!(made.kpi, CentiMinutes(182_400));
/// assert_eq!(made.ratio.0, 9_500);
/// assert_eq!(made.half_width, Some(CentiMinutes(9_408)));
/// ```
pub fn forecast(closed: &[WorkedDay], targets_left: &[CentiMinutes]) -> Result<Option<Forecast>, Overflow> {
    let left: Vec<CentiMinutes> = targets_left.iter().copied().filter(|target| target.0 > 0).collect();
    let kpi = CentiMinutes::sum(closed.iter().map(|day| day.kpi))?;
    let worked = CentiMinutes::sum(closed.iter().map(|day| day.worked))?;
    if worked.0 <= 0 || left.is_empty() {
        return Ok(None);
    }
    let target_left = CentiMinutes::sum(left.iter().copied())?;
    let rate = Fraction::new(i128::from(kpi.0), i128::from(worked.0))?;
    let to_come = rate.times(Fraction::whole(target_left.0))?.round_half_even()?;
    let share = (i128::from(kpi.0) * 10_000).div_euclid(i128::from(worked.0));
    let days_left = whole(left.len());
    Ok(Some(Forecast {
        kpi: kpi.plus(CentiMinutes(to_come))?,
        half_width: ratio_sd(closed).map(|sd| half_width(sd, target_left, days_left)),
        ratio: BasisPoints(i64::try_from(share).map_err(|_| Overflow)?),
        days: whole(closed.iter().filter(|day| day.worked.0 > 0).count()),
        days_left,
        target_left,
    }))
}

/// 1.96·s·(mean T)·√(days left), in hundredths of a minute, rounded to the nearest.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    reason = "a band that informs; minutes of a month"
)]
fn half_width(sd: f64, target_left: CentiMinutes, days_left: i64) -> CentiMinutes {
    let days = days_left as f64;
    let minutes = 1.96 * sd * (target_left.minutes() / days) * days.sqrt();
    CentiMinutes((minutes * 100.0).round() as i64)
}

/// `part / whole` in basis points, cut; none where there is no whole.
#[must_use]
pub fn share_cut(part: i64, whole: i64) -> Option<BasisPoints> {
    if whole <= 0 {
        return None;
    }
    let share = (i128::from(part) * 10_000).div_euclid(i128::from(whole));
    i64::try_from(share).ok().map(BasisPoints)
}

/// Something per worked hour, rounded half to even: `amount × 60 minutes / worked`. None where nothing was worked.
pub fn per_hour(amount: i64, worked: CentiMinutes) -> Result<Option<i64>, Overflow> {
    if worked.0 <= 0 {
        return Ok(None);
    }
    Fraction::new(i128::from(amount) * 6_000, i128::from(worked.0))?.round_half_even().map(Some)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(kpi: i64, worked: i64) -> WorkedDay {
        WorkedDay { kpi: CentiMinutes(kpi), worked: CentiMinutes(worked) }
    }

    #[test]
    fn without_work_or_days_to_come_there_is_no_forecast() {
        let left = [CentiMinutes(48_000)];
        assert_eq!(forecast(&[], &left).unwrap(), None);
        assert_eq!(forecast(&[day(1_000, 0)], &left).unwrap(), None);
        assert_eq!(forecast(&[day(48_000, 48_000)], &[]).unwrap(), None);
        assert_eq!(forecast(&[day(48_000, 48_000)], &[CentiMinutes::ZERO]).unwrap(), None);
        let one = forecast(&[day(48_000, 48_000)], &left).unwrap().unwrap();
        assert_eq!((one.kpi.0, one.half_width, one.days), (96_000, None, 1));
    }

    #[test]
    fn work_on_a_free_day_counts_into_the_rate() {
        let made = forecast(&[day(48_000, 48_000), day(4_800, 0)], &[CentiMinutes(10_000)]).unwrap().unwrap();
        assert_eq!((made.kpi.0, made.ratio.0, made.days), (63_800, 11_000, 1));
    }

    #[test]
    fn shares_are_cut_and_rates_rounded() {
        assert_eq!(share_cut(2, 3), Some(BasisPoints(6_666)));
        assert_eq!(share_cut(1, 0), None);
        assert_eq!(per_hour(40_000, CentiMinutes(48_000)).unwrap(), Some(5_000));
        assert_eq!(per_hour(1, CentiMinutes::ZERO).unwrap(), None);
    }
}
