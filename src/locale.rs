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

use crate::domain::month::Month;
use crate::domain::rejection::{Rejection, Warning};
use crate::domain::units::CentiMinutes;

mod numbers;

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

    /// Of a name in both languages the one of this language; the Russian one where there is no other.
    #[must_use]
    pub fn of<'a>(self, ru: &'a str, en: &'a str) -> &'a str {
        if self == Self::En && !en.trim().is_empty() { en } else { ru }
    }

    /// A text as it begins a line or a title: with a capital.
    #[must_use]
    pub fn capital(text: &str) -> String {
        let mut letters = text.chars();
        letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
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
        let shown: Vec<(&str, String)> =
            rejection.details.iter().map(|(name, value)| self.detail(name, value)).collect();
        let details: Vec<(&str, Arg<'_>)> = shown.iter().map(|(name, value)| (*name, Arg::Text(value))).collect();
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
        let shown: Vec<(&str, String)> = warning.details.iter().map(|(name, value)| self.detail(name, value)).collect();
        let details: Vec<(&str, Arg<'_>)> = shown.iter().map(|(name, value)| (*name, Arg::Text(value))).collect();
        self.with(&format!("warning-{}", warning.code), &details)
    }

    /// What a text names, as people write it: minutes (`…_cmin`), days and months in the locale's manner.
    fn detail<'a>(self, name: &'a str, value: &str) -> (&'a str, String) {
        if let Some(name) = name.strip_suffix("_cmin") {
            return (name, value.parse().map_or_else(|_| value.to_owned(), |cmin| self.minutes(CentiMinutes(cmin))));
        }
        let day = value.parse().ok().map(|day| self.date(day));
        let month = || Month::parse(value).map(|month| self.month(month.first()));
        (name, day.or_else(month).unwrap_or_else(|| value.to_owned()))
    }

    /// A notification's text by its kind.
    #[must_use]
    pub fn notification(self, kind: &str, details: &std::collections::BTreeMap<String, String>) -> String {
        let shown: Vec<(&str, String)> = details.iter().map(|(name, value)| self.detail(name, value)).collect();
        let named: Vec<(&str, Arg<'_>)> = shown.iter().map(|(name, value)| (*name, Arg::Text(value))).collect();
        self.with(&format!("notification-{kind}"), &named)
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

    /// A detail that is minutes, a day or a month is written out; anything else stays as it is.
    #[test]
    fn details_read_as_people_write_them() {
        let check = |lang: Lang, name: &str, value: &str, expected: &str| {
            assert_eq!(
                lang.detail(name, value),
                (name.trim_end_matches("_cmin"), expected.to_owned()),
                "{name} {value}"
            );
        };
        check(Lang::Ru, "month", "2026-11", "ноябрь 2026");
        check(Lang::En, "month", "2026-11", "November 2026");
        check(Lang::Ru, "earliest", "2026-11-05", "05.11.2026");
        check(Lang::En, "kpi_cmin", "123456", "1234.56");
        check(Lang::Ru, "name", "2026", "2026");
        check(Lang::Ru, "code", "A-2026-11", "A-2026-11");
    }
}
