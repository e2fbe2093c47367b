//! How the screen of studies writes numbers, shares, probabilities and verdicts.
//!
//! Pure: no widgets. What a figure means is said in sentences of the locale; here stands only which sentence it is.

use chrono::NaiveDate;

use crate::desktop::icons;
use crate::desktop::theme::Kind;
use crate::domain::study::Source;
use crate::domain::units::{BasisPoints, CentiMinutes, Millis};
use crate::locale::{Arg, Lang};
use crate::views::studies::{DriftVerdict, NormDrift};

/// A probability below this says that something is not chance.
pub const LEVEL: f64 = 0.05;

/// What is undefined.
pub const NOTHING: &str = "—";

/// Seconds as minutes with two decimals; a dash where they are undefined.
#[must_use]
pub fn minutes(lang: Lang, seconds: Option<f64>) -> String {
    seconds.map_or_else(|| NOTHING.to_owned(), |seconds| lang.number(seconds / 60.0, 2))
}

/// A norm in minutes; a dash where there is none.
#[must_use]
pub fn norm(lang: Lang, value: Option<CentiMinutes>) -> String {
    value.map_or_else(|| NOTHING.to_owned(), |value| lang.minutes(value))
}

/// A number; a dash where it is undefined.
#[must_use]
pub fn number(lang: Lang, value: Option<f64>, decimals: usize) -> String {
    value.map_or_else(|| NOTHING.to_owned(), |value| lang.number(value, decimals))
}

/// From one to the other, in minutes.
#[must_use]
pub fn range(lang: Lang, low: Option<f64>, high: Option<f64>) -> Option<String> {
    let (low, high) = low.zip(high)?;
    Some(format!("{} – {}", minutes(lang, Some(low.max(0.0))), minutes(lang, Some(high))))
}

/// A length of time as minutes with one decimal.
#[must_use]
pub fn length(lang: Lang, value: Millis) -> String {
    lang.number(value.seconds() / 60.0, 1)
}

/// A count.
#[must_use]
pub fn count(lang: Lang, value: usize) -> String {
    lang.whole(i64::try_from(value).unwrap_or(i64::MAX))
}

/// A probability: p < 0,001 is not written out.
#[must_use]
pub fn probability(lang: Lang, p: Option<f64>) -> String {
    match p {
        None => NOTHING.to_owned(),
        Some(p) if p < 0.001 => format!("< {}", lang.number(0.001, 3)),
        Some(p) => lang.number(p, 3),
    }
}

/// A share between 0 and 1 in per cent.
#[must_use]
pub fn share(lang: Lang, share: f64) -> String {
    format!("{} %", lang.number(share * 100.0, 1))
}

/// A pace in per cent, without the sign.
#[must_use]
pub fn pace(lang: Lang, rating: BasisPoints) -> String {
    lang.per_cent(rating)
}

/// How many times the median.
#[must_use]
pub fn times(lang: Lang, times: f64) -> String {
    format!("×{}", lang.number(times, if times < 1.0 { 2 } else { 1 }))
}

/// From day to day; one day alone where both are the same.
#[must_use]
pub fn days(lang: Lang, from: Option<NaiveDate>, to: Option<NaiveDate>) -> String {
    match (from, to) {
        (Some(from), Some(to)) if from == to => lang.date(from),
        (Some(from), Some(to)) => format!("{} – {}", lang.date(from), lang.date(to)),
        _ => NOTHING.to_owned(),
    }
}

/// The day of a moment written in RFC 3339.
#[must_use]
pub fn day_of(moment: &str) -> Option<NaiveDate> {
    moment.get(..10)?.parse().ok()
}

/// Where the readings come from.
#[must_use]
pub fn source(lang: Lang, source: Source) -> String {
    lang.t(&format!("study-source-{}", source.as_str()))
}

/// A change in per cent with its sign.
#[must_use]
pub fn change(lang: Lang, before: Option<CentiMinutes>, after: Option<CentiMinutes>) -> Option<String> {
    let change = crate::desktop::screens::norms::words::change(after?, before)?;
    Some(crate::desktop::screens::norms::words::signed_per_cent(lang, change))
}

/// Whether a norm asks for a review.
#[must_use]
pub fn is_drifted(verdict: DriftVerdict) -> bool {
    matches!(verdict, DriftVerdict::Slower | DriftVerdict::Faster | DriftVerdict::HardShare)
}

/// The meaning, icon and word of a verdict.
#[must_use]
pub fn verdict(lang: Lang, verdict: DriftVerdict) -> (Kind, &'static str, String) {
    let (kind, icon, key) = match verdict {
        DriftVerdict::Slower => (Kind::Bad, icons::TREND_UP, "study-verdict-slower"),
        DriftVerdict::Faster => (Kind::Bad, icons::TREND_DOWN, "study-verdict-faster"),
        DriftVerdict::HardShare => (Kind::Warn, icons::SCALES, "study-verdict-hard-share"),
        DriftVerdict::Agrees => (Kind::Ok, icons::CHECK_CIRCLE, "study-verdict-agrees"),
        DriftVerdict::Gathering => (Kind::Neutral, icons::HOURGLASS_MEDIUM, "study-verdict-gathering"),
        DriftVerdict::NoCalls => (Kind::Neutral, icons::PHONE, "study-verdict-no-calls"),
    };
    (kind, icon, lang.t(key))
}

/// How far real times are from the norm, in per cent with the sign.
#[must_use]
pub fn off_by(lang: Lang, ratio: Option<f64>) -> String {
    ratio.map_or_else(
        || NOTHING.to_owned(),
        |ratio| crate::desktop::screens::norms::words::signed_per_cent(lang, (ratio - 1.0) * 100.0),
    )
}

/// What a verdict says about a norm, in a sentence.
#[must_use]
pub fn verdict_text(lang: Lang, norm: &NormDrift) -> String {
    let off = norm.ratio.map(|ratio| lang.number(((ratio - 1.0) * 100.0).abs(), 1)).unwrap_or_default();
    let since = norm.since.map(|day| lang.date(day)).unwrap_or_default();
    let named = [("percent", Arg::Text(&off)), ("since", Arg::Text(&since))];
    let key = match norm.verdict {
        DriftVerdict::Slower => "study-drift-slower",
        DriftVerdict::Faster => "study-drift-faster",
        DriftVerdict::HardShare => "study-drift-hard-share",
        DriftVerdict::Agrees => "study-drift-agrees",
        DriftVerdict::Gathering => "study-drift-gathering",
        DriftVerdict::NoCalls => "study-drift-no-calls",
    };
    lang.with(key, &named)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_undefined_is_a_dash_and_never_a_number() {
        assert_eq!(minutes(Lang::Ru, None), NOTHING);
        assert_eq!(number(Lang::En, None, 2), NOTHING);
        assert_eq!(probability(Lang::Ru, None), NOTHING);
        assert_eq!(range(Lang::Ru, Some(60.0), None), None);
        assert_eq!(days(Lang::Ru, None, None), NOTHING);
        assert_eq!(off_by(Lang::Ru, None), NOTHING);
    }

    #[test]
    fn numbers_are_written_in_the_locale_s_manner() {
        assert_eq!(minutes(Lang::Ru, Some(279.0)), "4,65");
        assert_eq!(range(Lang::En, Some(-3.0), Some(120.0)).as_deref(), Some("0.00 – 2.00"));
        assert_eq!(probability(Lang::Ru, Some(0.000_2)), "< 0,001");
        assert_eq!(probability(Lang::En, Some(0.25)), "0.250");
        assert_eq!((times(Lang::Ru, 0.25), times(Lang::Ru, 10.34)), ("×0,25".to_owned(), "×10,3".to_owned()));
        assert_eq!(off_by(Lang::Ru, Some(1.124)), "+12,4 %");
        let day = |text: &str| text.parse().ok();
        assert_eq!(days(Lang::Ru, day("2026-03-17"), day("2026-03-17")), "17.03.2026");
    }
}
