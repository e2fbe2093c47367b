//! What the board and the cover say: letters and names of kinds, stretches of days, why minutes were credited.

use chrono::NaiveDate;

use crate::locale::{Arg, Lang};
use crate::views::absences::{AgreementView, KindView};

/// The letter of a kind, as time sheets have it (форма Т-13 for the Russian ones).
pub(super) fn letter(lang: Lang, kind: &str, kinds: &[KindView]) -> String {
    let key = format!("absence-letter-{kind}");
    if lang.has(&key) {
        return lang.t(&key);
    }
    name(lang, kind, kinds).chars().take(2).collect::<String>().to_uppercase()
}

/// The name of a kind.
pub(super) fn name(lang: Lang, kind: &str, kinds: &[KindView]) -> String {
    let found = kinds.iter().find(|one| one.kind == kind);
    let name = found.map(|one| if lang == Lang::Ru { &one.name_ru } else { &one.name_en });
    name.map_or_else(|| kind.to_owned(), Clone::clone)
}

/// The letter of a downtime by its cause.
pub(super) fn idle_letter(lang: Lang, cause: &str) -> String {
    lang.t(&format!("downtime-letter-{cause}"))
}

/// A downtime with its cause in words.
pub(super) fn idle(lang: Lang, cause: &str) -> String {
    lang.with("board-downtime", &[("cause", Arg::Text(&lang.t(&format!("downtime-{cause}"))))])
}

/// A stretch of days.
pub(super) fn days(lang: Lang, first: NaiveDate, last: NaiveDate) -> String {
    if first == last { lang.date(first) } else { format!("{} – {}", lang.date(first), lang.date(last)) }
}

/// When a record holds: whole days, or the times of their ends.
pub(super) fn when(lang: Lang, days_of: (NaiveDate, NaiveDate), whole: bool, from: &str, to: &str) -> String {
    let (first, last) = days_of;
    let clock = |moment: &str| moment.get(11..16).unwrap_or_default().to_owned();
    if whole {
        days(lang, first, last)
    } else if first == last {
        format!("{} {}–{}", lang.date(first), clock(from), clock(to))
    } else {
        format!("{} {} – {} {}", lang.date(first), clock(from), lang.date(last), clock(to))
    }
}

/// Who covers whom.
pub(super) fn pair(agreement: &AgreementView) -> String {
    format!("{} → {}", agreement.coverer_name, agreement.absent_name)
}
