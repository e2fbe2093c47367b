//! Figures of an order in the locale's manner, from integers all the way.

use crate::domain::units::{CentiMinutes, Fraction};
use crate::locale::Lang;

/// Milliseconds as hundredths of a minute, rounded half to even.
pub fn minutes(millis: i64) -> CentiMinutes {
    let exact = Fraction::new(i128::from(millis), i128::from(CentiMinutes::MILLIS));
    CentiMinutes(exact.and_then(Fraction::round_half_even).unwrap_or_default())
}

/// The change from one weight to another in per cent with its sign, rounded half to even to 0.1; none from nothing.
pub fn change(lang: Lang, before: CentiMinutes, after: CentiMinutes) -> Option<String> {
    let difference = i128::from(after.0) - i128::from(before.0);
    let tenths = Fraction::new(difference * 1_000, i128::from(before.0)).and_then(Fraction::round_half_even).ok()?;
    let sign = if tenths > 0 { "+" } else { "" };
    Some(format!("{sign}{} %", lang.plain(tenths, 1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_read_as_people_write_them() {
        assert_eq!(minutes(255_000), CentiMinutes(425));
        // 4.255 min lies between two hundredths: the even one.
        assert_eq!(minutes(255_300), CentiMinutes(426));
        assert_eq!(minutes(254_700), CentiMinutes(424));
        let change = |before: i64, after: i64| change(Lang::Ru, CentiMinutes(before), CentiMinutes(after));
        assert_eq!(change(400, 450).as_deref(), Some("+12,5 %"));
        assert_eq!(change(450, 400).as_deref(), Some("−11,1 %"));
        assert_eq!(change(425, 425).as_deref(), Some("0 %"));
        assert_eq!(change(0, 425), None);
    }
}
