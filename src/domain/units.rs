//! Integer values with their unit: durations, KPI minutes, money, shares.
//!
//! Invariant: nothing here is a float and nothing wraps. Arithmetic that may overflow answers
//! [`Overflow`]; every division names its rounding. Raw columns and JSON fields carry the unit last
//! in their name (`_ms`, `_cmin`, `_minor`, `_bp`).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A sum or product left the range of the 64-bit value it is stored in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the value is too large to be stored")]
pub struct Overflow;

macro_rules! unit {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, JsonSchema,
        )]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl $name {
            /// Nothing at all.
            pub const ZERO: Self = Self(0);

            /// The sum. Errors when it leaves 64 bits.
            pub fn plus(self, other: Self) -> Result<Self, Overflow> {
                self.0.checked_add(other.0).map(Self).ok_or(Overflow)
            }

            /// The difference. Errors when it leaves 64 bits.
            pub fn minus(self, other: Self) -> Result<Self, Overflow> {
                self.0.checked_sub(other.0).map(Self).ok_or(Overflow)
            }

            /// This value so many times. Errors when it leaves 64 bits.
            pub fn times(self, count: i64) -> Result<Self, Overflow> {
                self.0.checked_mul(count).map(Self).ok_or(Overflow)
            }

            /// The sum of all. Errors when it leaves 64 bits.
            pub fn sum(values: impl IntoIterator<Item = Self>) -> Result<Self, Overflow> {
                values.into_iter().try_fold(Self::ZERO, Self::plus)
            }
        }
    };
}

unit! {
    /// A duration in milliseconds.
    Millis
}
unit! {
    /// KPI minutes, norms and weights, in hundredths of a minute (1 min = 100).
    CentiMinutes
}
unit! {
    /// Money in kopecks (or the currency's smallest coin).
    Money
}
unit! {
    /// A share or factor in basis points (10 000 = 1.0 = 100 %).
    BasisPoints
}

impl BasisPoints {
    /// The factor 1.0, the share 100 %.
    pub const ONE: Self = Self(10_000);
}

impl CentiMinutes {
    /// Milliseconds in a hundredth of a minute.
    pub const MILLIS: i64 = 600;

    /// Minutes as a float, for drawing and statistics only.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "for drawing; sums stay far below 2^53")]
    pub fn minutes(self) -> f64 {
        self.0 as f64 / 100.0
    }
}

impl Millis {
    /// Seconds as a float, for drawing and statistics only.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "for statistics; durations stay far below 2^53")]
    pub fn seconds(self) -> f64 {
        self.0 as f64 / 1000.0
    }
}

/// An exact fraction of two integers; the denominator is positive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fraction {
    numerator: i128,
    denominator: i128,
}

impl Fraction {
    /// The fraction `numerator / denominator`, reduced. Errors when the denominator is not positive.
    pub fn new(numerator: i128, denominator: i128) -> Result<Self, Overflow> {
        if denominator <= 0 {
            return Err(Overflow);
        }
        let divisor = gcd(numerator.unsigned_abs(), denominator.unsigned_abs());
        let divisor = i128::try_from(divisor.max(1)).map_err(|_| Overflow)?;
        Ok(Self { numerator: numerator / divisor, denominator: denominator / divisor })
    }

    /// A whole number as a fraction.
    #[must_use]
    pub fn whole(value: i64) -> Self {
        Self { numerator: i128::from(value), denominator: 1 }
    }

    /// The exact sum. Errors on overflow of 128 bits.
    pub fn plus(self, other: Self) -> Result<Self, Overflow> {
        // Over the least common denominator, so that sums of many parts stay small numbers.
        let common = signed_gcd(self.denominator, other.denominator)?;
        let (own, others) = (self.denominator / common, other.denominator / common);
        let left = self.numerator.checked_mul(others).ok_or(Overflow)?;
        let right = other.numerator.checked_mul(own).ok_or(Overflow)?;
        let denominator = self.denominator.checked_mul(others).ok_or(Overflow)?;
        Self::new(left.checked_add(right).ok_or(Overflow)?, denominator)
    }

    /// The exact difference. Errors on overflow of 128 bits.
    pub fn minus(self, other: Self) -> Result<Self, Overflow> {
        let negative = Self { numerator: other.numerator.checked_neg().ok_or(Overflow)?, ..other };
        self.plus(negative)
    }

    /// The smaller of the two. Errors on overflow of 128 bits.
    pub fn min(self, other: Self) -> Result<Self, Overflow> {
        Ok(if self.minus(other)?.numerator <= 0 { self } else { other })
    }

    /// The greater of the two. Errors on overflow of 128 bits.
    pub fn max(self, other: Self) -> Result<Self, Overflow> {
        Ok(if self.minus(other)?.numerator >= 0 { self } else { other })
    }

    /// A share as a fraction of 1.
    #[must_use]
    pub fn of_share(share: BasisPoints) -> Self {
        // The denominator is positive, so the reduced form exists; the fallback only names the same value unreduced.
        let plain = Self { numerator: i128::from(share.0), denominator: 10_000 };
        Self::new(plain.numerator, plain.denominator).unwrap_or(plain)
    }

    /// The numerator of the reduced form.
    #[must_use]
    pub fn numerator(self) -> i128 {
        self.numerator
    }

    /// The denominator of the reduced form, positive.
    #[must_use]
    pub fn denominator(self) -> i128 {
        self.denominator
    }

    /// The exact product. Errors on overflow of 128 bits.
    pub fn times(self, other: Self) -> Result<Self, Overflow> {
        // Reduced crosswise first: what cancels never grows.
        let (one, two) =
            (signed_gcd(self.numerator, other.denominator)?, signed_gcd(other.numerator, self.denominator)?);
        let numerator = (self.numerator / one).checked_mul(other.numerator / two).ok_or(Overflow)?;
        let denominator = (self.denominator / two).checked_mul(other.denominator / one).ok_or(Overflow)?;
        Self::new(numerator, denominator)
    }

    /// The exact quotient. Errors when the divisor is not positive, and on overflow of 128 bits.
    pub fn over(self, divisor: Self) -> Result<Self, Overflow> {
        if divisor.numerator <= 0 {
            return Err(Overflow);
        }
        self.times(Self { numerator: divisor.denominator, denominator: divisor.numerator })
    }

    /// Reads a fraction written by [`Fraction::exact`].
    ///
    /// ```
    /// use norma::domain::units::Fraction;
    /// let third = Fraction::new(1, 3).unwrap();
    /// assert_eq!(Fraction::parse(&third.exact()), Some(third));
    /// assert_eq!(Fraction::parse("1/0"), None);
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (numerator, denominator) = text.split_once('/')?;
        Self::new(numerator.parse().ok()?, denominator.parse().ok()?).ok()
    }

    /// The nearest whole number; exactly between two, the even one ("half to even", IEEE 754 §4.3.1).
    ///
    /// ```
    /// use norma::domain::units::Fraction;
    /// assert_eq!(Fraction::new(6525, 10).unwrap().round_half_even(), Ok(652));
    /// assert_eq!(Fraction::new(6535, 10).unwrap().round_half_even(), Ok(654));
    /// assert_eq!(Fraction::new(-5, 2).unwrap().round_half_even(), Ok(-2));
    /// ```
    pub fn round_half_even(self) -> Result<i64, Overflow> {
        let floor = self.numerator.div_euclid(self.denominator);
        let twice = self.numerator.rem_euclid(self.denominator).checked_mul(2).ok_or(Overflow)?;
        let up = match twice.cmp(&self.denominator) {
            std::cmp::Ordering::Greater => true,
            std::cmp::Ordering::Less => false,
            std::cmp::Ordering::Equal => floor.rem_euclid(2) == 1,
        };
        i64::try_from(floor + i128::from(up)).map_err(|_| Overflow)
    }

    /// The fraction as text, `numerator/denominator`.
    #[must_use]
    pub fn exact(self) -> String {
        format!("{}/{}", self.numerator, self.denominator)
    }
}

/// The greatest common divisor, at least 1.
fn signed_gcd(a: i128, b: i128) -> Result<i128, Overflow> {
    i128::try_from(gcd(a.unsigned_abs(), b.unsigned_abs()).max(1)).map_err(|_| Overflow)
}

fn gcd(mut a: u128, mut b: u128) -> u128 {
    // Divisions of 64 bits are many times as quick, and most fractions of pay fit them.
    if let (Ok(mut a), Ok(mut b)) = (u64::try_from(a), u64::try_from(b)) {
        while b != 0 {
            (a, b) = (b, a % b);
        }
        return u128::from(a);
    }
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_go_to_the_even_neighbour() {
        let check = |n: i128, d: i128, expected: i64| {
            assert_eq!(Fraction::new(n, d).unwrap().round_half_even().unwrap(), expected, "{n}/{d}");
        };
        check(1, 2, 0);
        check(3, 2, 2);
        check(5, 2, 2);
        check(-1, 2, 0);
        check(-3, 2, -2);
        check(7, 3, 2);
        check(8, 3, 3);
    }

    #[test]
    fn overflow_is_an_error_not_a_wrap() {
        assert_eq!(Money(i64::MAX).plus(Money(1)), Err(Overflow));
        assert_eq!(CentiMinutes(i64::MAX).times(2), Err(Overflow));
        assert_eq!(Fraction::new(1, 0), Err(Overflow));
    }
}
