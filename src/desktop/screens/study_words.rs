//! What a study's figures say in words: what it still lacks, the next best step, what the interval was made by, or why there is none.
//!
//! Pure and shared by the screens that show a study. The codes are those of [`crate::views::studies`]; a code without words stands as it is,
//! so that nothing is hidden.

use crate::locale::{Arg, Lang};
use crate::views::studies::{LackView, StepView, TargetView};

/// A floor of the default target that is not reached.
#[must_use]
pub fn lack(lang: Lang, lack: &LackView) -> String {
    counted(lang, &format!("study-lack-{}", lack.what), &lack.what, lack.more, lack.operator.as_deref())
}

/// The next best step, as a sentence.
#[must_use]
pub fn step(lang: Lang, step: &StepView) -> String {
    // Cases are asked of anybody or of operators not yet observed; every other step says by itself whom it is about.
    let of_new = format!("study-step-{}-new", step.what);
    let key = if step.new_operators && lang.has(&of_new) { of_new } else { format!("study-step-{}", step.what) };
    counted(lang, &key, &step.what, step.more, step.operator.as_deref())
}

/// What the reported interval was made by.
#[must_use]
pub fn method(lang: Lang, code: &str) -> String {
    known(lang, &format!("study-method-{code}"), code)
}

/// Why there is no interval of the study's mean.
#[must_use]
pub fn no_interval(lang: Lang, code: &str) -> String {
    known(lang, &format!("study-no-interval-{code}"), code)
}

/// Why there is no interval for the whole staff.
#[must_use]
pub fn no_staff_interval(lang: Lang, code: &str) -> String {
    known(lang, &format!("study-no-staff-{code}"), code)
}

/// Where the share of hard cases comes from; `count` is the number of decisions it was counted over.
#[must_use]
pub fn share_source(lang: Lang, code: &str, count: Option<i64>) -> String {
    let key = format!("study-share-{code}");
    if !lang.has(&key) {
        return code.to_owned();
    }
    let count = count.unwrap_or_default();
    let number = lang.whole(count);
    lang.with(&key, &[("count", Arg::Count(count)), ("number", Arg::Text(&number))])
}

fn known(lang: Lang, key: &str, code: &str) -> String {
    if lang.has(key) { lang.t(key) } else { code.to_owned() }
}

fn counted(lang: Lang, key: &str, code: &str, more: Option<u64>, operator: Option<&str>) -> String {
    if !lang.has(key) {
        return code.to_owned();
    }
    let count = more.map_or(0, |more| i64::try_from(more).unwrap_or(i64::MAX));
    let number = lang.whole(count);
    let operator = operator.unwrap_or_default();
    lang.with(key, &[("count", Arg::Count(count)), ("number", Arg::Text(&number)), ("operator", Arg::Text(operator))])
}

/// What a precision asks for next: the first that is wanting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// It is reached.
    Nothing,
    /// More observations.
    Observations(u64),
    /// More operators: more observations of the same do not help.
    Operators(u64),
    /// More decisions to count the share of hard cases on.
    Tickets(u64),
    /// Nothing can be said yet.
    Unknown,
}

/// What a precision asks for next.
#[must_use]
pub fn wanted(target: &TargetView) -> Wanted {
    let observations = target.regular.unwrap_or(0).saturating_add(target.hard.unwrap_or(0));
    let (operators, tickets) = (target.operators.unwrap_or(0), target.tickets.unwrap_or(0));
    match (observations, operators, tickets) {
        _ if target.met => Wanted::Nothing,
        (0, 0, 0) => Wanted::Unknown,
        (0, 0, tickets) => Wanted::Tickets(tickets),
        (0, operators, _) => Wanted::Operators(operators),
        (observations, ..) => Wanted::Observations(observations),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LACKS: [&str; 10] = [
        "hard-cases",
        "regular-cases",
        "observations",
        "operators",
        "operators-without-hard",
        "operators-without-regular",
        "operator-above-half",
        "unequal-operators",
        "days",
        "tickets",
    ];
    const STEPS: [&str; 9] = [
        "hard-cases",
        "regular-cases",
        "operators",
        "hard-of-operators",
        "regular-of-operators",
        "operator-with-few",
        "other-operators",
        "days",
        "tickets",
    ];

    fn step_of(what: &str, more: u64, new_operators: bool) -> StepView {
        StepView {
            what: what.to_owned(), more: Some(more), new_operators, operator: Some("Иванов Сергей".to_owned())
        }
    }

    #[test]
    fn every_code_has_words_in_both_languages() {
        for lang in [Lang::Ru, Lang::En] {
            for what in LACKS {
                let view = LackView { what: what.to_owned(), more: Some(3), operator: None };
                assert_ne!(lack(lang, &view), what);
            }
            for what in STEPS {
                assert_ne!(step(lang, &step_of(what, 3, false)), what);
            }
            for code in ["t", "cox", "stratified", "operators"] {
                assert_ne!(method(lang, code), code);
            }
            for code in ["nothing", "one", "no-spread", "few-of-class", "few-hard-cases"] {
                assert_ne!(no_interval(lang, code), code);
            }
            for code in ["few-operators", "few-in-every-class", "no-spread"] {
                assert_ne!(no_staff_interval(lang, code), code);
            }
            for code in ["tickets", "study", "declared"] {
                assert_ne!(share_source(lang, code, Some(400)), code);
            }
            assert_eq!(step(lang, &step_of("unheard-of", 3, false)), "unheard-of");
        }
    }

    #[test]
    fn a_step_names_number_and_people() {
        let text = |what, more, new| step(Lang::Ru, &step_of(what, more, new));
        assert_eq!(text("hard-cases", 3, true), "Замерьте ещё 3 тяжёлых случая у других операторов");
        assert_eq!(text("hard-cases", 5, false), "Замерьте ещё 5 тяжёлых случаев");
        assert_eq!(text("regular-cases", 1, false), "Замерьте ещё 1 обычный случай");
        assert_eq!(
            text("tickets", 14_000, false),
            "Нужно ещё ≈ 14\u{202f}000 решений с отметкой, чтобы сосчитать долю тяжёлых"
        );
        assert!(text("operator-with-few", 2, false).contains("Иванов Сергей"));
    }

    #[test]
    fn a_target_asks_for_the_first_that_is_wanting() {
        let target = |met, regular, hard, operators, tickets| {
            wanted(&TargetView { percent: 10.0, met, regular, hard, operators, tickets })
        };
        assert_eq!(target(true, Some(0), Some(0), Some(0), Some(0)), Wanted::Nothing);
        assert_eq!(target(false, Some(3), Some(2), Some(9), Some(1)), Wanted::Observations(5));
        assert_eq!(target(false, Some(0), Some(0), Some(9), Some(1)), Wanted::Operators(9));
        assert_eq!(target(false, Some(0), Some(0), Some(0), Some(700)), Wanted::Tickets(700));
        assert_eq!(target(false, None, None, None, None), Wanted::Unknown);
    }
}
