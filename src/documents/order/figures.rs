//! Figures of an order in the locale's manner, from integers all the way.

use crate::domain::units::{BasisPoints, CentiMinutes, Fraction};
use crate::locale::Lang;

/// A value in units of 10^-`places`, without zeros at its end: 12 500 of four places is 1,25.
pub fn plain(lang: Lang, value: i64, places: u32) -> String {
    let scale = 10_u64.pow(places);
    let (whole, rest) = (value.unsigned_abs() / scale, value.unsigned_abs() % scale);
    let sign = if value < 0 { "−" } else { "" };
    let width = usize::try_from(places).unwrap_or(0);
    let rest = format!("{rest:0width$}");
    let rest = rest.trim_end_matches('0');
    let mark = if lang == Lang::Ru { ',' } else { '.' };
    if rest.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}{mark}{rest}") }
}

/// Basis points as per cent: 1 250 is 12,5.
pub fn percent(lang: Lang, share: BasisPoints) -> String {
    plain(lang, share.0, 2)
}

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
    Some(format!("{sign}{} %", plain(lang, tenths, 1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_read_as_people_write_them() {
        assert_eq!(percent(Lang::Ru, BasisPoints(1_250)), "12,5");
        assert_eq!(percent(Lang::En, BasisPoints(700)), "7");
        assert_eq!(plain(Lang::Ru, 9_200, 4), "0,92");
        assert_eq!(plain(Lang::En, 15_000, 4), "1.5");
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
