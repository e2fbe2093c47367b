//! How a bonus came out, in words: what was counted against the target, and what came of it. On screen and on paper alike.

use crate::domain::indicator::{Measure, Unit};
use crate::domain::units::{CentiMinutes, Money};
use crate::locale::{Arg, Lang};
use crate::views::pay::{AccountView, BonusView};

/// A value in hundredths of its unit, as people write it.
#[must_use]
pub fn in_unit(lang: Lang, unit: Unit, hundredths: i64) -> String {
    match unit {
        Unit::Percent => format!("{} %", lang.minutes(CentiMinutes(hundredths))),
        Unit::Money => lang.money(Money(hundredths)),
        Unit::Minutes => format!("{} {}", lang.minutes(CentiMinutes(hundredths)), lang.t("unit-min")),
        Unit::Number | Unit::Points => lang.minutes(CentiMinutes(hundredths)),
    }
}

/// One bonus of an account in a sentence, those not met too.
#[must_use]
pub fn sentence(lang: Lang, account: &AccountView, bonus: &BonusView) -> String {
    let sum = lang.money(bonus.amount_minor);
    let sum = [("sum", Arg::Text(&sum))];
    let outcome = match bonus.met {
        // Without a salary or a scheme nothing is paid, whatever was reached.
        Some(true) if account.no_money.is_some() => lang.t("statement-bonus-reached"),
        Some(true) => lang.with("statement-bonus-met", &sum),
        Some(false) => lang.with("statement-bonus-missed", &sum),
        None => lang.with("statement-bonus-unpaid", &sum),
    };
    format!("{} — {outcome}", against(lang, bonus))
}

/// What the indicator is called; its code where a statement was locked without its definition.
fn indicator(lang: Lang, bonus: &BonusView) -> &str {
    bonus.definition.as_ref().map_or(&bonus.indicator, |one| lang.of(&one.name_ru, &one.name_en))
}

/// The bonus and its indicator; where both are called alike, one of them.
fn about(lang: Lang, bonus: &BonusView) -> String {
    let indicator = indicator(lang, bonus);
    if bonus.name.trim().to_lowercase() == indicator.to_lowercase() {
        return bonus.name.trim().to_owned();
    }
    lang.with("statement-bonus-about", &[("name", Arg::Text(&bonus.name)), ("indicator", Arg::Text(indicator))])
}

/// How the indicator was counted: «Средний чек»: 1 000,00 / 2 → 500,00 ₽ при цели ≥ 500,00 ₽.
#[must_use]
pub fn counted(lang: Lang, bonus: &BonusView) -> String {
    let number = |measure: Option<&Measure>, count: i64| match measure {
        Some(measure) if measure.in_hundredths() => lang.hundredths(count),
        _ => lang.whole(count),
    };
    let definition = bonus.definition.as_ref();
    let numerator = number(definition.map(|one| &one.numerator), bonus.numerator);
    let denominator = number(definition.map(|one| &one.denominator), bonus.denominator);
    let (value, target) = reached(lang, bonus);
    let named = [
        ("indicator", Arg::Text(indicator(lang, bonus))),
        ("numerator", Arg::Text(&numerator)),
        ("denominator", Arg::Text(&denominator)),
        ("value", Arg::Text(value.as_deref().unwrap_or("—"))),
        ("target", Arg::Text(target.as_deref().unwrap_or("—"))),
    ];
    lang.with("statement-bonus-counted", &named)
}

/// The value and the target with its sign, where there are any.
fn reached(lang: Lang, bonus: &BonusView) -> (Option<String>, Option<String>) {
    let written = |hundredths| bonus.unit.map(|unit| in_unit(lang, unit, hundredths));
    let target = bonus.target.as_ref();
    let target = target
        .and_then(|terms| written(terms.value_hundredths).map(|value| format!("{} {value}", terms.comparator.sign())));
    (bonus.value_hundredths.and_then(written), target)
}

/// What came of it against which target.
fn against(lang: Lang, bonus: &BonusView) -> String {
    let (value, target) = reached(lang, bonus);
    let key = match (&value, &target) {
        (Some(_), Some(_)) => "statement-bonus-value",
        (Some(_), None) => "statement-bonus-aimless",
        (None, Some(_)) => "statement-bonus-empty-target",
        (None, None) => "statement-bonus-empty",
    };
    let about = about(lang, bonus);
    let mut named = vec![("about", Arg::Text(&about))];
    named.extend(value.as_deref().map(|value| ("value", Arg::Text(value))));
    named.extend(target.as_deref().map(|target| ("target", Arg::Text(target))));
    lang.with(key, &named)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::indicator::{self, Comparator, TargetTerms};
    use crate::views::pay::{Figures, PaidView};

    #[test]
    fn every_outcome_of_a_bonus_is_said() {
        let shipped = indicator::shipped().unwrap().into_iter();
        let definition = shipped.map(|one| (one.code, one.definition)).find(|(code, _)| code == "average-check");
        let definition = definition.map(|(_, definition)| definition);
        let bonus = |value: Option<i64>, target: Option<i64>, met| BonusView {
            name: "чек".to_owned(),
            indicator: "average-check".to_owned(),
            definition: definition.clone(),
            unit: Some(Unit::Money),
            numerator: 0,
            denominator: 0,
            value_hundredths: value,
            target: target.map(|value_hundredths| TargetTerms {
                comparator: Comparator::AtLeast,
                value_hundredths,
                least_denominator: 2,
            }),
            met,
            amount_minor: Money(100_000),
        };
        let account = AccountView {
            department: None,
            position: None,
            scheme: None,
            figures: Figures::default(),
            no_money: None,
            parts: Vec::new(),
            lines: Vec::new(),
            bonuses: Vec::new(),
            days: Vec::new(),
            left_plan: Vec::new(),
            own_absences: Vec::new(),
            downtime: Vec::new(),
            covered: Vec::new(),
            paid: PaidView::default(),
        };
        let say = |one: &BonusView| sentence(Lang::Ru, &account, one).replace(['\u{a0}', '\u{202f}'], " ");
        for (one, expected) in [
            (
                bonus(Some(50_000), Some(50_000), Some(true)),
                "чек: «Средний чек» 500,00 ₽ при цели ≥ 500,00 ₽ — цель достигнута, начислено 1 000,00 ₽",
            ),
            (
                bonus(Some(40_000), Some(50_000), Some(false)),
                "чек: «Средний чек» 400,00 ₽ при цели ≥ 500,00 ₽ — цель не достигнута, 1 000,00 ₽ не начислено",
            ),
            (
                bonus(None, Some(50_000), None),
                "чек: «Средний чек», данных за месяц нет или их мало; цель ≥ 500,00 ₽ — 1 000,00 ₽ не начислено",
            ),
            (
                bonus(Some(40_000), None, None),
                "чек: «Средний чек» 400,00 ₽, цель на этот месяц не установлена — 1 000,00 ₽ не начислено",
            ),
            (bonus(None, None, None), "чек: «Средний чек», данных за месяц нет или их мало — 1 000,00 ₽ не начислено"),
        ] {
            assert_eq!(say(&one), expected);
        }
        let alike = BonusView { name: "Средний чек".to_owned(), ..bonus(Some(50_000), None, None) };
        assert!(say(&alike).starts_with("Средний чек 500,00 ₽, цель"), "{}", say(&alike));
        let unpaid = AccountView { no_money: Some("no-salary".to_owned()), ..account.clone() };
        let met = sentence(Lang::Ru, &unpaid, &bonus(Some(50_000), Some(50_000), Some(true)));
        assert!(met.ends_with("цель достигнута"), "{met}");
    }
}
