//! Numbers in the locale's manner: minutes, sums, shares, factors, exact fractions.
//!
//! Invariant: an integer of a unit becomes text without passing through a float.

use super::Lang;
use crate::domain::units::{BasisPoints, CentiMinutes, Fraction, Money};

impl Lang {
    /// Minutes with two decimals: 4,25 or 4.25; thousands apart by a thin space.
    #[must_use]
    pub fn minutes(self, value: CentiMinutes) -> String {
        let (whole, rest) = (value.0.unsigned_abs() / 100, value.0.unsigned_abs() % 100);
        format!("{}{}{}{rest:02}", sign(value.0), grouped(whole), self.decimal_mark())
    }

    /// Roubles and kopecks, thousands apart: 1 234,56 ₽.
    #[must_use]
    pub fn money(self, value: Money) -> String {
        format!("{}\u{a0}₽", self.sum(value))
    }

    /// A sum without the currency's sign, where the head of a column has it.
    #[must_use]
    pub fn sum(self, value: Money) -> String {
        self.hundredths(value.0)
    }

    /// Hundredths with two decimals, thousands apart from four digits on, as in sums.
    #[must_use]
    pub fn hundredths(self, value: i64) -> String {
        let (whole, rest) = (value.unsigned_abs() / 100, value.unsigned_abs() % 100);
        format!("{}{}{}{rest:02}", sign(value), apart(whole.into()), self.decimal_mark())
    }

    /// A sum with its own sign, without the currency's.
    #[must_use]
    pub fn signed_sum(self, value: Money) -> String {
        format!("{}{}", plus(value.0), self.sum(value))
    }

    /// A sum with both signs: +50,95 ₽.
    #[must_use]
    pub fn signed_money(self, value: Money) -> String {
        format!("{}{}", plus(value.0), self.money(value))
    }

    /// An integer of so many decimals without zeros at its end: 12 500 of four places is 1,25. Thousands stand together, as they are typed.
    #[must_use]
    pub fn plain(self, value: i64, places: u32) -> String {
        let scale = 10_u64.pow(places);
        let magnitude = value.unsigned_abs();
        let width = places as usize;
        let rest = format!("{:0width$}", magnitude % scale);
        let rest = rest.trim_end_matches('0');
        let (sign, whole) = (sign(value), magnitude / scale);
        if rest.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}{}{rest}", self.decimal_mark()) }
    }

    /// A share in per cent, without the sign: 12,5.
    #[must_use]
    pub fn per_cent(self, share: BasisPoints) -> String {
        self.plain(share.0, 2)
    }

    /// A share with the sign: 12,5 %.
    #[must_use]
    pub fn share(self, share: BasisPoints) -> String {
        format!("{}\u{a0}%", self.per_cent(share))
    }

    /// A factor: 15 000 is 1,5.
    #[must_use]
    pub fn factor(self, factor: BasisPoints) -> String {
        self.plain(factor.0, 4)
    }

    /// An exact fraction as a decimal of at least and at most so many places, thousands apart. What comes after the last place is
    /// cut, not rounded, and an ellipsis stands for it.
    ///
    /// ```
    /// use norma::domain::units::Fraction;
    /// use norma::locale::Lang;
    /// let third = Fraction::new(1, 3).unwrap();
    /// assert_eq!(Lang::Ru.fraction(third, 2, 5), "0,33333…");
    /// assert_eq!(Lang::En.fraction(Fraction::new(723_405_600, 100_000).unwrap(), 2, 5), "7\u{202f}234.056");
    /// ```
    #[must_use]
    pub fn fraction(self, value: Fraction, least: usize, most: usize) -> String {
        let (mut left, by) = (value.numerator().unsigned_abs(), value.denominator().unsigned_abs().max(1));
        let whole = left / by;
        left %= by;
        let mut digits = String::new();
        while digits.len() < most && (left > 0 || digits.len() < least) {
            // A denominator near the end of 128 bits is shown by what it still tells.
            let Some(ten) = left.checked_mul(10) else { break };
            digits.push(char::from_digit(u32::try_from(ten / by).unwrap_or(0), 10).unwrap_or('0'));
            left = ten % by;
        }
        let sign = if value.numerator() < 0 { "−" } else { "" };
        let more = if left > 0 { "…" } else { "" };
        if digits.is_empty() {
            format!("{sign}{}{more}", apart(whole))
        } else {
            format!("{sign}{}{}{digits}{more}", apart(whole), self.decimal_mark())
        }
    }

    /// A number with so many decimals.
    #[must_use]
    pub fn number(self, value: f64, decimals: usize) -> String {
        let text = format!("{:.decimals$}", value.abs());
        let (whole, rest) = text.split_once('.').unwrap_or((&text, ""));
        let whole = whole.parse::<u64>().map_or_else(|_| whole.to_owned(), grouped);
        let zero = text.chars().all(|digit| matches!(digit, '0' | '.'));
        let sign = if value < 0.0 && !zero { "−" } else { "" };
        if rest.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}{}{rest}", self.decimal_mark()) }
    }

    /// A whole number, thousands apart.
    #[must_use]
    pub fn whole(self, value: i64) -> String {
        format!("{}{}", sign(value), grouped(value.unsigned_abs()))
    }

    fn decimal_mark(self) -> char {
        match self {
            Self::Ru => ',',
            Self::En => '.',
        }
    }
}

fn sign(value: i64) -> &'static str {
    if value < 0 { "−" } else { "" }
}

fn plus(value: i64) -> &'static str {
    if value > 0 { "+" } else { "" }
}

/// Thousands apart from five digits on: four read as one number.
fn grouped(value: u64) -> String {
    if value < 10_000 { value.to_string() } else { apart(value.into()) }
}

/// Thousands apart.
fn apart(value: u128) -> String {
    let digits = value.to_string();
    let mut out = String::with_capacity(digits.len() + 4);
    for (place, digit) in digits.chars().enumerate() {
        let left = digits.len() - place;
        if place > 0 && left.is_multiple_of(3) {
            out.push('\u{202F}');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_in_the_locale_s_manner() {
        assert_eq!(Lang::Ru.minutes(CentiMinutes(425)), "4,25");
        assert_eq!(Lang::En.minutes(CentiMinutes(-1_050)), "−10.50");
        assert_eq!(Lang::Ru.minutes(CentiMinutes(3_999_818)), "39\u{202F}998,18");
        assert_eq!(Lang::En.number(-0.001, 2), "0.00");
        assert_eq!(Lang::En.number(1234.5, 1), "1234.5");
        assert_eq!(Lang::En.sum(Money(-5_095)), "−50.95");
        assert_eq!(Lang::En.signed_money(Money(5_095)), "+50.95\u{a0}₽");
        assert_eq!(Lang::Ru.signed_sum(Money(-123_456)), "−1\u{202F}234,56");
        assert_eq!(Lang::Ru.per_cent(BasisPoints(1_250)), "12,5");
        assert_eq!(Lang::En.share(BasisPoints(700)), "7\u{a0}%");
        assert_eq!(Lang::Ru.factor(BasisPoints(9_200)), "0,92");
        assert_eq!(Lang::En.factor(BasisPoints(15_000)), "1.5");
    }

    /// Cut where it does not end, whole where it does, with the sign of what is below nothing.
    #[test]
    fn fractions_are_cut_and_say_so() {
        let check = |numerator: i128, denominator: i128, (least, most): (usize, usize), expected: &str| {
            let fraction = Fraction::new(numerator, denominator).unwrap();
            assert_eq!(Lang::Ru.fraction(fraction, least, most).replace('\u{202F}', " "), expected);
        };
        check(120_000_000, 5_300, (2, 5), "22 641,50943…");
        check(12_000, 1, (2, 5), "12 000,00");
        check(7_234_056, 1_000, (2, 8), "7 234,056");
        check(-1, 3, (0, 0), "−0…");
        check(-5, 2, (0, 2), "−2,5");
        check(i128::MAX, i128::MAX - 1, (2, 5), "1,00000…");
    }
}
