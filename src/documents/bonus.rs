//! How a bonus came out, in words: what was counted against the target, and what came of it. On screen and on paper alike.

use crate::domain::indicator::Unit;
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
    format!("{} — {outcome}", counted(lang, bonus))
}

/// What was counted against which target.
fn counted(lang: Lang, bonus: &BonusView) -> String {
    let written = |hundredths| bonus.unit.map(|unit| in_unit(lang, unit, hundredths));
    let value = bonus.value_hundredths.and_then(written);
    let target = bonus.target.as_ref();
    let target = target
        .and_then(|terms| written(terms.value_hundredths).map(|value| format!("{} {value}", terms.comparator.sign())));
    let key = match (&value, &target) {
        (Some(_), Some(_)) => "statement-bonus-value",
        (Some(_), None) => "statement-bonus-aimless",
        (None, Some(_)) => "statement-bonus-empty-target",
        (None, None) => "statement-bonus-empty",
    };
    let mut named = vec![("name", Arg::Text(&bonus.name)), ("indicator", Arg::Text(&bonus.indicator))];
    named.extend(value.as_deref().map(|value| ("value", Arg::Text(value))));
    named.extend(target.as_deref().map(|target| ("target", Arg::Text(target))));
    lang.with(key, &named)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::indicator::{Comparator, TargetTerms};
    use crate::views::pay::{Figures, PaidView};

    #[test]
    fn every_outcome_of_a_bonus_is_said() {
        let bonus = |value: Option<i64>, target: Option<i64>, met| BonusView {
            name: "чек".to_owned(),
            indicator: "average-check".to_owned(),
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
                "чек: average-check 500,00 ₽ при цели ≥ 500,00 ₽ — цель достигнута, начислено 1 000,00 ₽",
            ),
            (
                bonus(Some(40_000), Some(50_000), Some(false)),
                "чек: average-check 400,00 ₽ при цели ≥ 500,00 ₽ — цель не достигнута, 1 000,00 ₽ не начислено",
            ),
            (
                bonus(None, Some(50_000), None),
                "чек: average-check, данных за месяц нет или их мало; цель ≥ 500,00 ₽ — 1 000,00 ₽ не начислено",
            ),
            (
                bonus(Some(40_000), None, None),
                "чек: average-check 400,00 ₽, цель на этот месяц не установлена — 1 000,00 ₽ не начислено",
            ),
            (bonus(None, None, None), "чек: average-check, данных за месяц нет или их мало — 1 000,00 ₽ не начислено"),
        ] {
            assert_eq!(say(&one), expected);
        }
        let unpaid = AccountView { no_money: Some("no-salary".to_owned()), ..account.clone() };
        let met = sentence(Lang::Ru, &unpaid, &bonus(Some(50_000), Some(50_000), Some(true)));
        assert!(met.ends_with("цель достигнута"), "{met}");
    }
}
