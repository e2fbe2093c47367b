//! The allowance (надбавка) for rest, personal needs, workplace service and waiting: what it is a share of.
//!
//! Two conventions are in use and differ: as a share of normal time the standard time is normal × (1 + a); as a share
//! of the shift it is normal ÷ (1 − a), because then a share `a` of every paid minute is not work on the action
//! (Niebel & Freivalds, *Methods, Standards, and Work Design*, 13th ed., ch. 11).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::units::{BasisPoints, Fraction, Overflow};

/// What an allowance is a share of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Convention {
    /// Of normal time: × (1 + a).
    #[default]
    Normal,
    /// Of shift time: ÷ (1 − a).
    Shift,
}

impl Convention {
    /// The convention as it stands on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Normal => "normal",
            Self::Shift => "shift",
        }
    }

    /// The convention of that name on the wire.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Normal, Self::Shift].into_iter().find(|convention| convention.as_str() == text)
    }

    /// The largest allowance that makes sense: as much again as the work, or half of the shift.
    #[must_use]
    pub fn largest(self) -> BasisPoints {
        match self {
            Self::Normal => BasisPoints(10_000),
            Self::Shift => BasisPoints(5_000),
        }
    }

    /// The exact factor from normal to standard time.
    ///
    /// ```
    /// use norma::domain::allowance::Convention;
    /// use norma::domain::units::{BasisPoints, Fraction};
    /// let ten = BasisPoints(1_000);
    /// assert_eq!(Convention::Normal.factor(ten), Fraction::new(11, 10));
    /// assert_eq!(Convention::Shift.factor(ten), Fraction::new(10, 9));
    /// ```
    pub fn factor(self, allowance: BasisPoints) -> Result<Fraction, Overflow> {
        match self {
            Self::Normal => Fraction::new(i128::from(10_000 + allowance.0), 10_000),
            Self::Shift => Fraction::new(10_000, i128::from(10_000 - allowance.0)),
        }
    }
}
