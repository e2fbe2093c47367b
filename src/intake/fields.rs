//! Cells → values: numbers, durations, dates. Exact to the last digit; nothing is guessed.
//!
//! Invariant: no float. A number may have a decimal point or comma and blanks between thousands.

use chrono::NaiveDate;

use crate::domain::units::{Fraction, Millis};

/// The unit a column of durations is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum DurationUnit {
    /// Milliseconds.
    Millis,
    /// Seconds.
    #[default]
    Seconds,
    /// Minutes.
    Minutes,
    /// `h:mm:ss`, also `m:ss`.
    Clock,
    /// `h:mm`.
    HoursMinutes,
}

impl DurationUnit {
    /// What a profile may say.
    pub const EXPECTED: &'static str = "one of \"ms\", \"s\", \"min\", \"h:mm:ss\", \"h:mm\"";

    /// The unit of that name in a profile.
    pub fn parse(text: &str) -> Option<Self> {
        match text.trim() {
            "ms" => Some(Self::Millis),
            "s" | "sec" => Some(Self::Seconds),
            "min" => Some(Self::Minutes),
            "hms" | "h:mm:ss" | "hh:mm:ss" | "mm:ss" | "m:ss" => Some(Self::Clock),
            "h:mm" | "hh:mm" => Some(Self::HoursMinutes),
            _ => None,
        }
    }
}

/// A decimal number as digits and the power of ten they are divided by.
fn decimal(text: &str) -> Option<Fraction> {
    let text: String = text.chars().filter(|sign| !matches!(sign, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}')).collect();
    let text = text.replace('\u{2212}', "-");
    let (sign, digits) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text.strip_prefix('+').unwrap_or(&text)),
    };
    let (whole, part) = digits.split_once(['.', ',']).unwrap_or((digits, ""));
    let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.len() + part.len() > 18 || whole.is_empty() && part.is_empty() || !all_digits(whole) || !all_digits(part) {
        return None;
    }
    let scale = 10_i128.checked_pow(u32::try_from(part.len()).ok()?)?;
    let value: i128 = format!("{whole}{part}").parse().ok()?;
    Fraction::new(sign * value, scale).ok()
}

/// A number times `factor`, rounded half-even.
pub(super) fn scaled(text: &str, factor: i64) -> Option<i64> {
    decimal(text)?.times(Fraction::whole(factor)).ok()?.round_half_even().ok()
}

/// A whole number; `2,0` is one, `2,5` is not.
pub(super) fn whole(text: &str) -> Option<i64> {
    let value = scaled(text, 1)?;
    (scaled(text, 1_000_000)? == value.checked_mul(1_000_000)?).then_some(value)
}

/// A duration. `None` when the text is none; zero and negative ones are for the caller to judge.
pub(super) fn duration(text: &str, unit: DurationUnit) -> Option<Millis> {
    match unit {
        DurationUnit::Millis => scaled(text, 1).map(Millis),
        DurationUnit::Seconds => scaled(text, 1000).map(Millis),
        DurationUnit::Minutes => scaled(text, 60_000).map(Millis),
        DurationUnit::Clock => clock(text),
        DurationUnit::HoursMinutes => clock(&format!("{text}:00")),
    }
}

/// `h:mm:ss`, `m:ss`, the seconds with a fraction if need be.
fn clock(text: &str) -> Option<Millis> {
    let (sign, text) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
    let parts: Vec<&str> = text.split(':').collect();
    let (hours, minutes, seconds) = match parts.as_slice() {
        [hours, minutes, seconds] => (whole(hours)?, whole(minutes)?, seconds),
        [minutes, seconds] => (0, whole(minutes)?, seconds),
        _ => return None,
    };
    let millis = scaled(seconds, 1000)?;
    let three = parts.len() == 3;
    if hours < 0 || minutes < 0 || three && minutes >= 60 || !(0..60_000).contains(&millis) {
        return None;
    }
    let minutes = hours.checked_mul(60)?.checked_add(minutes)?;
    minutes.checked_mul(60_000)?.checked_add(millis).map(|total| Millis(sign * total))
}

/// A date by the first pattern that fits, within the years that records are kept of.
pub(super) fn date(text: &str, patterns: &[String]) -> Option<NaiveDate> {
    let found = if patterns.is_empty() {
        NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()
    } else {
        patterns.iter().find_map(|pattern| NaiveDate::parse_from_str(text, pattern).ok())
    };
    found.filter(|date| plausible(*date))
}

/// Whether records can be of that date: what lies outside is a slip or a wrong pattern.
pub(super) fn plausible(date: NaiveDate) -> bool {
    (1970..2200).contains(&chrono::Datelike::year(&date))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_exact_with_point_or_comma() {
        let check = |text: &str, expected: Option<i64>| assert_eq!(scaled(text, 1000), expected, "{text}");
        check("166", Some(166_000));
        check("12,5", Some(12_500));
        check("12.0005", Some(12_000));
        check("12.0015", Some(12_002));
        check("1 200,5", Some(1_200_500));
        check("-3", Some(-3_000));
        check("\u{2212}3", Some(-3_000));
        check(".5", Some(500));
        for wrong in ["", "x", "1,234.5", "1e3", "NaN", "-", "12s", "9999999999999999999"] {
            check(wrong, None);
        }
        assert_eq!((whole("2"), whole("2,0"), whole("2,5")), (Some(2), Some(2), None));
    }

    #[test]
    fn durations_in_every_unit() {
        use DurationUnit::{Clock, HoursMinutes, Millis as Ms, Minutes, Seconds};
        let check = |text: &str, unit, expected: Option<i64>| {
            assert_eq!(duration(text, unit).map(|millis| millis.0), expected, "{text} {unit:?}");
        };
        check("1500", Ms, Some(1_500));
        check("1,5", Seconds, Some(1_500));
        check("1.5", Minutes, Some(90_000));
        check("1:02:03", Clock, Some(3_723_000));
        check("02:03,5", Clock, Some(123_500));
        check("75:00", Clock, Some(4_500_000));
        check("1:30", HoursMinutes, Some(5_400_000));
        check("-0:00:05", Clock, Some(-5_000));
        for wrong in ["1:60:00", "1:00:60", "5", "1:2:3:4", "a:b"] {
            check(wrong, Clock, None);
        }
    }

    #[test]
    fn dates_by_pattern() {
        let check = |text: &str, pattern: &str, expected: Option<&str>| {
            let patterns: Vec<String> = if pattern.is_empty() { Vec::new() } else { vec![pattern.to_owned()] };
            assert_eq!(date(text, &patterns).map(|date| date.to_string()).as_deref(), expected, "{text} {pattern}");
        };
        check("990201", "%y%m%d", Some("1999-02-01"));
        check("31.02.1999", "%d.%m.%Y", None);
        check("2026-03-17", "", Some("2026-03-17"));
        check("0026-03-17", "", None);
    }
}
