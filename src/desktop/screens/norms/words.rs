//! What the screens write and read alike: names by language, shares and factors, typed dates and decimals.
//!
//! Pure: no widgets. A number that a person types becomes an integer of its unit without passing through a float.

use chrono::NaiveDate;

use crate::desktop::icons;
use crate::desktop::theme::Kind;
use crate::domain::allowance::Convention;
use crate::domain::month::Month;
use crate::domain::norm_set::{Basis, SetState};
use crate::domain::units::{BasisPoints, CentiMinutes, Fraction};
use crate::locale::{Arg, Lang};
use crate::views::norms::{LineView, SetView};

/// The name in the reader's language; the Russian one where there is no other.
#[must_use]
pub fn name<'a>(lang: Lang, ru: &'a str, en: Option<&'a str>) -> &'a str {
    lang.of(ru, en.unwrap_or_default())
}

/// A factor: ×1,5.
#[must_use]
pub fn factor(lang: Lang, boost: BasisPoints) -> String {
    format!("×{}", lang.factor(boost))
}

/// Minutes as a person would type them: 4,25.
#[must_use]
pub fn typed_minutes(lang: Lang, value: CentiMinutes) -> String {
    lang.plain(value.0, 2)
}

/// Reads a decimal with comma or point into an integer of so many decimals. `None` for anything else, and for more decimals than that.
///
/// ```
/// use norma::desktop::screens::norms::words::decimal;
/// assert_eq!(decimal("4,25", 2), Some(425));
/// assert_eq!(decimal(" 1.5 ", 4), Some(15_000));
/// assert_eq!(decimal("4,255", 2), None);
/// ```
#[must_use]
pub fn decimal(text: &str, places: u32) -> Option<i64> {
    let text: String = text.chars().filter(|letter| !letter.is_whitespace()).collect();
    let (whole, rest) = text.split_once([',', '.']).unwrap_or((&text, ""));
    let digits = |part: &str| part.chars().all(|letter| letter.is_ascii_digit());
    let width = places as usize;
    if whole.is_empty() || !digits(whole) || !digits(rest) || rest.len() > width {
        return None;
    }
    format!("{whole}{rest:0<width$}").parse().ok()
}

/// Reads a typed date: 17.03.2026 or 2026-03-17.
///
/// ```
/// use norma::desktop::screens::norms::words::date;
/// assert_eq!(date("17.03.2026"), date("2026-03-17"));
/// assert_eq!(date("31.02.2026"), None);
/// ```
#[must_use]
pub fn date(text: &str) -> Option<NaiveDate> {
    let text = text.trim();
    let read = |form| NaiveDate::parse_from_str(text, form).ok();
    read("%d.%m.%Y").or_else(|| read("%Y-%m-%d"))
}

/// A date as a person of this language would type it.
#[must_use]
pub fn typed_date(lang: Lang, day: NaiveDate) -> String {
    let form = if lang == Lang::Ru { "%d.%m.%Y" } else { "%Y-%m-%d" };
    day.format(form).to_string()
}

/// Reads a typed month: 11.2026 or 2026-11.
#[must_use]
pub fn read_month(text: &str) -> Option<Month> {
    let text = text.trim();
    let turned = text.split_once('.').map(|(month, year)| format!("{year}-{month:0>2}"));
    Month::parse(turned.as_deref().unwrap_or(text))
}

/// A month as a person of this language would type it.
#[must_use]
pub fn typed_month(lang: Lang, month: Month) -> String {
    let form = if lang == Lang::Ru { "%m.%Y" } else { "%Y-%m" };
    month.first().format(form).to_string()
}

/// How a weight differs from the one in force, in per cent; `None` where there is none to compare with.
#[must_use]
pub fn change(weight: CentiMinutes, in_force: Option<CentiMinutes>) -> Option<f64> {
    let before = in_force.filter(|before| before.0 > 0)?;
    Some((weight.minutes() - before.minutes()) / before.minutes() * 100.0)
}

/// A change in per cent with its sign: +3,5 %, 0 %.
#[must_use]
pub fn signed_per_cent(lang: Lang, change: f64) -> String {
    if change.abs() < 0.05 {
        return "0 %".to_owned();
    }
    let sign = if change > 0.0 { "+" } else { "" };
    format!("{sign}{} %", lang.number(change, 1))
}

/// Minutes and hours of a moment written in RFC 3339.
#[must_use]
pub fn clock(moment: &str) -> &str {
    moment.get(11..16).unwrap_or(moment)
}

/// A day and time of a moment written in RFC 3339, in the locale's manner.
#[must_use]
pub fn moment(lang: Lang, moment: &str) -> String {
    let day = moment.get(..10).and_then(|day| day.parse().ok());
    day.map_or_else(|| moment.to_owned(), |day| format!("{} {}", lang.date(day), clock(moment)))
}

/// The allowance of a set with what it is a share of and what it multiplies by.
#[must_use]
pub fn allowance(lang: Lang, share: BasisPoints, convention: Convention) -> String {
    said_allowance(lang, share, convention, "allowance")
}

/// The same where a label already says that it is the allowance.
#[must_use]
pub fn allowance_value(lang: Lang, share: BasisPoints, convention: Convention) -> String {
    said_allowance(lang, share, convention, "allowance-value")
}

fn said_allowance(lang: Lang, share: BasisPoints, convention: Convention, family: &str) -> String {
    if share == BasisPoints(0) {
        return lang.t(&format!("{family}-none"));
    }
    let (share, factor) = (lang.per_cent(share), allowance_factor(lang, share, convention));
    let named = [("share", Arg::Text(&share)), ("factor", Arg::Text(&factor))];
    lang.with(&format!("{family}-{}", convention.as_str()), &named)
}

/// What an allowance multiplies normal time by: ×1,0526. Rounded half-even to the fourth decimal, for reading only.
#[must_use]
pub fn allowance_factor(lang: Lang, share: BasisPoints, convention: Convention) -> String {
    let exact = convention.factor(share).and_then(|factor| factor.times(Fraction::whole(10_000)));
    match exact.and_then(Fraction::round_half_even) {
        Ok(factor) => self::factor(lang, BasisPoints(factor)),
        Err(_) => "—".to_owned(),
    }
}

/// What a norm rests on: kind, icon and word. Of call records without any allowance that it holds the talk only.
#[must_use]
pub fn basis(lang: Lang, line: &LineView, set: &SetView) -> (Kind, &'static str, String) {
    if set.talk_only.contains(&line.action) {
        return (Kind::Warn, icons::PHONE, lang.t("basis-talk-only"));
    }
    let icon = match line.basis {
        Basis::Measured => icons::TIMER,
        Basis::Expert => icons::USER,
        Basis::Imported => icons::DOWNLOAD_SIMPLE,
    };
    (Kind::Neutral, icon, lang.t(&format!("basis-{}", line.basis.as_str())))
}

/// The look of a set's state: kind, icon, the key of its word.
#[must_use]
pub fn state(state: SetState) -> (Kind, &'static str, String) {
    let (kind, icon) = match state {
        SetState::Draft => (Kind::Neutral, icons::PENCIL_SIMPLE),
        SetState::Pilot => (Kind::Accent, icons::HOURGLASS_MEDIUM),
        SetState::Submitted => (Kind::Accent, icons::PAPER_PLANE_TILT),
        SetState::Returned => (Kind::Warn, icons::ARROW_BEND_UP_LEFT),
        SetState::Approved => (Kind::Accent, icons::CALENDAR_CHECK),
        SetState::InForce => (Kind::Ok, icons::CHECK_CIRCLE),
        SetState::Revoked => (Kind::Warn, icons::PROHIBIT),
        SetState::Superseded => (Kind::Neutral, icons::CLOCK_COUNTER_CLOCKWISE),
    };
    (kind, icon, format!("state-{}", state.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_go_out_and_come_in_without_loss() {
        assert_eq!(factor(Lang::Ru, BasisPoints(15_000)), "×1,5");
        assert_eq!(typed_minutes(Lang::Ru, CentiMinutes(400)), "4");
        for (text, places, expected) in [
            ("", 2, None),
            ("-1", 2, None),
            ("1 234,5", 2, Some(123_450)),
            ("5", 2, Some(500)),
            (",5", 2, None),
            ("4.", 2, Some(400)),
        ] {
            assert_eq!(decimal(text, places), expected, "{text:?}");
        }
        assert_eq!(
            change(CentiMinutes(450), Some(CentiMinutes(300)))
                .map(|change| signed_per_cent(Lang::Ru, change))
                .as_deref(),
            Some("+50,0 %")
        );
        assert_eq!(change(CentiMinutes(450), None), None);
        let november = Month::parse("2026-11");
        for text in ["11.2026", "2026-11", " 11.2026 "] {
            assert_eq!(read_month(text), november, "{text}");
        }
        assert_eq!(read_month("1.2027"), Month::parse("2027-01"));
        assert_eq!(read_month("13.2026"), None);
        assert_eq!(typed_month(Lang::Ru, november.unwrap()), "11.2026");
    }
}
