//! Every text people see, in Russian and English; numbers, dates and money in the locale's manner.
//!
//! Texts stand in `assets/locales/<language>/*.ftl` (Fluent). Invariant: both languages have the same keys,
//! which a test holds; a key without a text shows itself, so that nobody reads an empty line.

use std::sync::OnceLock;

use chrono::{Datelike, NaiveDate};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use serde::{Deserialize, Serialize};
use unic_langid::LanguageIdentifier;

use crate::domain::rejection::{Rejection, Warning};
use crate::domain::units::CentiMinutes;

/// A language of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Russian.
    #[default]
    Ru,
    /// English.
    En,
}

type Bundle = FluentBundle<FluentResource>;

const RU: &[(&str, &str)] = &[
    ("common", include_str!("../assets/locales/ru/common.ftl")),
    ("refusals", include_str!("../assets/locales/ru/refusals.ftl")),
    ("cli", include_str!("../assets/locales/ru/cli.ftl")),
    ("desktop", include_str!("../assets/locales/ru/desktop.ftl")),
    ("pilot", include_str!("../assets/locales/ru/pilot.ftl")),
    ("screens", include_str!("../assets/locales/ru/screens.ftl")),
    ("study", include_str!("../assets/locales/ru/study.ftl")),
    ("pay", include_str!("../assets/locales/ru/pay.ftl")),
    ("payroll", include_str!("../assets/locales/ru/payroll.ftl")),
    ("department", include_str!("../assets/locales/ru/department.ftl")),
    ("month", include_str!("../assets/locales/ru/month.ftl")),
    ("desk", include_str!("../assets/locales/ru/desk.ftl")),
    ("order", include_str!("../assets/documents/order-ru.ftl")),
    ("catalogue", include_str!("../assets/locales/ru/catalogue.ftl")),
    ("work", include_str!("../assets/locales/ru/work.ftl")),
    ("absences", include_str!("../assets/locales/ru/absences.ftl")),
    ("calendar", include_str!("../assets/locales/ru/calendar.ftl")),
    ("people", include_str!("../assets/locales/ru/people.ftl")),
    ("journal", include_str!("../assets/locales/ru/journal.ftl")),
];

const EN: &[(&str, &str)] = &[
    ("common", include_str!("../assets/locales/en/common.ftl")),
    ("refusals", include_str!("../assets/locales/en/refusals.ftl")),
    ("cli", include_str!("../assets/locales/en/cli.ftl")),
    ("desktop", include_str!("../assets/locales/en/desktop.ftl")),
    ("pilot", include_str!("../assets/locales/en/pilot.ftl")),
    ("screens", include_str!("../assets/locales/en/screens.ftl")),
    ("study", include_str!("../assets/locales/en/study.ftl")),
    ("pay", include_str!("../assets/locales/en/pay.ftl")),
    ("payroll", include_str!("../assets/locales/en/payroll.ftl")),
    ("department", include_str!("../assets/locales/en/department.ftl")),
    ("month", include_str!("../assets/locales/en/month.ftl")),
    ("desk", include_str!("../assets/locales/en/desk.ftl")),
    ("order", include_str!("../assets/documents/order-en.ftl")),
    ("catalogue", include_str!("../assets/locales/en/catalogue.ftl")),
    ("work", include_str!("../assets/locales/en/work.ftl")),
    ("absences", include_str!("../assets/locales/en/absences.ftl")),
    ("calendar", include_str!("../assets/locales/en/calendar.ftl")),
    ("people", include_str!("../assets/locales/en/people.ftl")),
    ("journal", include_str!("../assets/locales/en/journal.ftl")),
];

impl Lang {
    /// Both languages.
    pub const ALL: [Self; 2] = [Self::Ru, Self::En];

    /// The language of a code such as `ru`, `ru_RU.UTF-8` or `en`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let lower = text.to_lowercase();
        if lower.starts_with("ru") {
            Some(Self::Ru)
        } else if lower.starts_with("en") {
            Some(Self::En)
        } else {
            None
        }
    }

    /// The language's code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Ru => "ru",
            Self::En => "en",
        }
    }

    /// The other language.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Ru => Self::En,
            Self::En => Self::Ru,
        }
    }

    fn bundle(self) -> &'static Bundle {
        static RUSSIAN: OnceLock<Bundle> = OnceLock::new();
        static ENGLISH: OnceLock<Bundle> = OnceLock::new();
        match self {
            Self::Ru => RUSSIAN.get_or_init(|| bundle(self.code(), RU)),
            Self::En => ENGLISH.get_or_init(|| bundle(self.code(), EN)),
        }
    }

    /// The text of a key.
    #[must_use]
    pub fn t(self, key: &str) -> String {
        self.with(key, &[])
    }

    /// The text of a key with what it names.
    #[must_use]
    pub fn with(self, key: &str, named: &[(&str, Arg<'_>)]) -> String {
        self.find(key, named).unwrap_or_else(|| key.to_owned())
    }

    /// Whether a key has a text.
    #[must_use]
    pub fn has(self, key: &str) -> bool {
        self.bundle().get_message(key).is_some_and(|message| message.value().is_some())
    }

    fn find(self, key: &str, named: &[(&str, Arg<'_>)]) -> Option<String> {
        let bundle = self.bundle();
        let pattern = bundle.get_message(key)?.value()?;
        let mut args = FluentArgs::new();
        for (name, arg) in named {
            match arg {
                Arg::Text(text) => args.set((*name).to_owned(), (*text).to_owned()),
                Arg::Count(count) => args.set((*name).to_owned(), FluentValue::from(*count)),
            }
        }
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned();
        if !errors.is_empty() {
            tracing::debug!(key, ?errors, "a text lacks what it names");
        }
        Some(text)
    }

    /// Why something was refused, what to do about it.
    #[must_use]
    pub fn refusal(self, rejection: &Rejection) -> String {
        let details: Vec<(&str, Arg<'_>)> =
            rejection.details.iter().map(|(name, value)| (*name, Arg::Text(value))).collect();
        self.refusal_text(rejection.code.as_str(), rejection.reason, &details)
    }

    /// The text of a refusal by code and reason; the general one where the reason has none.
    #[must_use]
    pub fn refusal_text(self, code: &str, reason: &str, details: &[(&str, Arg<'_>)]) -> String {
        let special = format!("refused-{code}-{reason}");
        let key = if !reason.is_empty() && self.has(&special) { special } else { format!("refused-{code}") };
        self.with(&key, details)
    }

    /// A remark's text.
    #[must_use]
    pub fn warning(self, warning: &Warning) -> String {
        let details: Vec<(&str, Arg<'_>)> =
            warning.details.iter().map(|(name, value)| (name.as_str(), Arg::Text(value))).collect();
        self.with(&format!("warning-{}", warning.code), &details)
    }

    /// A notification's text by its kind: minutes (`…_cmin`) and days are written in the locale's manner.
    #[must_use]
    pub fn notification(self, kind: &str, details: &std::collections::BTreeMap<String, String>) -> String {
        let shown = details.iter().map(|(name, value)| match name.strip_suffix("_cmin") {
            Some(name) => {
                let minutes = value.parse().map_or_else(|_| value.clone(), |cmin| self.minutes(CentiMinutes(cmin)));
                (name, minutes)
            }
            None => (name.as_str(), value.parse().map_or_else(|_| value.clone(), |day| self.date(day))),
        });
        let shown: Vec<(&str, String)> = shown.collect();
        let named: Vec<(&str, Arg<'_>)> = shown.iter().map(|(name, value)| (*name, Arg::Text(value))).collect();
        self.with(&format!("notification-{kind}"), &named)
    }

    /// Minutes with two decimals: 4,25 or 4.25; thousands apart by a thin space.
    #[must_use]
    pub fn minutes(self, value: CentiMinutes) -> String {
        let (whole, rest) = (value.0.unsigned_abs() / 100, value.0.unsigned_abs() % 100);
        let sign = if value.0 < 0 { "−" } else { "" };
        format!("{sign}{}{}{rest:02}", grouped(whole), self.decimal_mark())
    }

    /// Roubles and kopecks, thousands apart: 1 234,56 ₽.
    #[must_use]
    pub fn money(self, value: crate::domain::units::Money) -> String {
        let (whole, rest) = (value.0.unsigned_abs() / 100, value.0.unsigned_abs() % 100);
        let sign = if value.0 < 0 { "−" } else { "" };
        format!("{sign}{}{}{rest:02}\u{a0}₽", apart(whole), self.decimal_mark())
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
        let sign = if value < 0 { "−" } else { "" };
        format!("{sign}{}", grouped(value.unsigned_abs()))
    }

    fn decimal_mark(self) -> char {
        match self {
            Self::Ru => ',',
            Self::En => '.',
        }
    }

    /// A date: 17.03.2026 or 17 Mar 2026.
    #[must_use]
    pub fn date(self, day: NaiveDate) -> String {
        match self {
            Self::Ru => day.format("%d.%m.%Y").to_string(),
            Self::En => day.format("%-d %b %Y").to_string(),
        }
    }

    /// A month: март 2026, March 2026.
    #[must_use]
    pub fn month(self, day: NaiveDate) -> String {
        format!("{} {}", self.t(&format!("month-{}", day.month())), day.year())
    }
}

/// What a text names.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Arg<'a> {
    /// Words or a formatted number.
    Text(&'a str),
    /// A count that chooses the plural form.
    Count(i64),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Arg<'_> {
    fn from(count: i64) -> Self {
        Self::Count(count)
    }
}

impl From<usize> for Arg<'_> {
    fn from(count: usize) -> Self {
        Self::Count(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

/// Thousands apart from five digits on: four read as one number.
fn grouped(value: u64) -> String {
    if value < 10_000 { value.to_string() } else { apart(value) }
}

/// Thousands apart.
fn apart(value: u64) -> String {
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

fn bundle(code: &str, files: &[(&str, &str)]) -> Bundle {
    let language: LanguageIdentifier = code.parse().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![language]);
    bundle.set_use_isolating(false);
    for (name, text) in files {
        let resource = match FluentResource::try_new((*text).to_owned()) {
            Ok(resource) => resource,
            Err((resource, errors)) => {
                tracing::error!(name, ?errors, "a locale file has faults");
                resource
            }
        };
        if let Err(errors) = bundle.add_resource(resource) {
            tracing::error!(name, ?errors, "a locale file repeats a key");
        }
    }
    bundle
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// The keys of a language's files: lines that begin with a name and an equals sign.
    fn keys(files: &[(&str, &str)]) -> BTreeSet<String> {
        let mut keys = BTreeSet::new();
        for (name, text) in files {
            if let Err((_, errors)) = FluentResource::try_new((*text).to_owned()) {
                panic!("{name}: {errors:?}");
            }
            for line in text.lines() {
                let Some((key, _)) = line.split_once(" =") else { continue };
                if key.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-') {
                    assert!(keys.insert(key.to_owned()), "{name} repeats {key}");
                }
            }
        }
        keys
    }

    #[test]
    fn both_languages_have_the_same_keys() {
        let (russian, english) = (keys(RU), keys(EN));
        let only_russian: Vec<_> = russian.difference(&english).collect();
        let only_english: Vec<_> = english.difference(&russian).collect();
        assert!(
            only_russian.is_empty() && only_english.is_empty(),
            "only ru: {only_russian:?}, only en: {only_english:?}"
        );
    }

    #[test]
    fn every_refusal_has_a_text_in_both_languages() {
        for code in crate::domain::rejection::RefusalCode::ALL {
            for lang in Lang::ALL {
                assert!(lang.has(&format!("refused-{}", code.as_str())), "{} {lang:?}", code.as_str());
            }
        }
    }

    #[test]
    fn numbers_are_written_in_the_locale_s_manner() {
        assert_eq!(Lang::Ru.minutes(CentiMinutes(425)), "4,25");
        assert_eq!(Lang::En.minutes(CentiMinutes(-1_050)), "−10.50");
        assert_eq!(Lang::Ru.minutes(CentiMinutes(3_999_818)), "39\u{202F}998,18");
        assert_eq!(Lang::En.number(-0.001, 2), "0.00");
        assert_eq!(Lang::En.number(1234.5, 1), "1234.5");
        assert_eq!(Lang::Ru.date("2026-03-17".parse().unwrap()), "17.03.2026");
    }
}
