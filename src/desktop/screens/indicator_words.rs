//! How indicators are written: names, values in their unit, counts, targets, and whether one is met.

use crate::desktop::icons;
use crate::desktop::theme::Kind;
use crate::domain::indicator::{Definition, Measure, TargetTerms, Unit};
use crate::domain::units::{CentiMinutes, Money};
use crate::locale::Lang;
use crate::views::tasks::IndicatorValue;

/// The name in the reader's language.
#[must_use]
pub fn name(lang: Lang, definition: &Definition) -> &str {
    lang.of(&definition.name_ru, &definition.name_en)
}

/// A value in hundredths of its unit.
#[must_use]
pub fn value(lang: Lang, unit: Unit, hundredths: i64) -> String {
    crate::documents::bonus::in_unit(lang, unit, hundredths)
}

/// What was counted, in the unit of its measure.
#[must_use]
pub fn counted(lang: Lang, measure: &Measure, count: i64) -> String {
    match measure {
        Measure::Amount(_) => lang.money(Money(count)),
        Measure::Kpi | Measure::Measured | Measure::Plan | Measure::Worked | Measure::RatingSum(_) => {
            lang.minutes(CentiMinutes(count))
        }
        _ => lang.whole(count),
    }
}

/// A target with its sign.
#[must_use]
pub fn target(lang: Lang, unit: Unit, target: &TargetTerms) -> String {
    format!("{} {}", target.comparator.sign(), value(lang, unit, target.value_hundredths))
}

/// Whether a target is met: kind, icon and word.
#[must_use]
pub fn met(lang: Lang, one: &IndicatorValue) -> (Kind, &'static str, String) {
    let (kind, icon, key) = outcome(one.value_hundredths, one.met);
    (kind, icon, lang.t(key))
}

/// How a value stands to its target: kind, icon, and the key of its word.
#[must_use]
pub fn outcome(value_hundredths: Option<i64>, met: Option<bool>) -> (Kind, &'static str, &'static str) {
    match (value_hundredths, met) {
        (None, _) => (Kind::Neutral, icons::HOURGLASS_MEDIUM, "indicator-no-data"),
        (Some(_), Some(true)) => (Kind::Ok, icons::CHECK_CIRCLE, "indicator-met"),
        (Some(_), Some(false)) => (Kind::Warn, icons::WARNING, "indicator-missed"),
        (Some(_), None) => (Kind::Neutral, icons::CIRCLE, "indicator-no-target"),
    }
}
