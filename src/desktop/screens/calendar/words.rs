//! Schedules in words, and shifts as people type them.
//!
//! Pure: no widgets.

use chrono::Weekday;

use crate::domain::schedule::{Interval, Pattern, Week};
use crate::locale::{Arg, Lang};

/// The weekdays, Monday first.
pub const WEEK: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

/// The short name of a weekday.
#[must_use]
pub fn weekday(lang: Lang, day: Weekday) -> String {
    lang.t(&format!("study-weekday-{}", day.number_from_monday()))
}

/// The intervals of a day: 09:00–13:00, 14:00–18:00.
#[must_use]
pub fn intervals(list: &[Interval]) -> String {
    let parts = list.iter().map(|interval| {
        let (from, to): (String, String) = (*interval).into();
        format!("{from}–{to}")
    });
    parts.collect::<Vec<_>>().join(", ")
}

/// Reads the intervals of a day as typed: commas or spaces between them, hours alone where the minutes are none. Nothing, or a
/// hyphen alone, is a free day. Errors with the part that is no interval.
///
/// ```
/// use norma::desktop::screens::calendar::words::{intervals, read};
/// assert_eq!(intervals(&read("9-13, 14:00–18:30").unwrap()), "09:00–13:00, 14:00–18:30");
/// assert_eq!(read(" - ").unwrap(), []);
/// assert_eq!(read("9-13, обед"), Err("обед".to_owned()));
/// ```
pub fn read(text: &str) -> Result<Vec<Interval>, String> {
    let plain = text.replace(['–', '—', '−'], "-").replace(" -", "-").replace("- ", "-");
    let parts = plain.split([',', ';', ' ']).map(str::trim).filter(|part| !part.is_empty() && *part != "-");
    parts.map(|part| interval(part).ok_or_else(|| part.to_owned())).collect()
}

fn interval(text: &str) -> Option<Interval> {
    let (from, to) = text.split_once('-')?;
    Interval::try_from((time(from)?, time(to)?)).ok()
}

/// `9`, `9:30` and `09:30` as `09:00` and `09:30`.
fn time(text: &str) -> Option<String> {
    let (hour, minute) = text.split_once([':', '.']).unwrap_or((text, "00"));
    let digits = |part: &str| !part.is_empty() && part.len() <= 2 && part.chars().all(|sign| sign.is_ascii_digit());
    (digits(hour) && digits(minute) && minute.len() == 2).then(|| format!("{hour:0>2}:{minute}"))
}

/// A pattern in words: «Пн–Пт 09:00–13:00, 14:00–18:00», or the days of a cycle.
#[must_use]
pub fn pattern(lang: Lang, pattern: &Pattern) -> String {
    match pattern {
        Pattern::Week(week) => week_words(lang, week),
        Pattern::Cycle(cycle) => {
            let mut runs: Vec<(String, usize)> = Vec::new();
            for day in &cycle.days {
                let word = if day.is_empty() { lang.t("schedule-free") } else { intervals(day) };
                match runs.last_mut() {
                    Some((last, count)) if *last == word => *count += 1,
                    _ => runs.push((word, 1)),
                }
            }
            let said = |(word, count): (String, usize)| if count > 1 { format!("{word} ×{count}") } else { word };
            let days = runs.into_iter().map(said).collect::<Vec<_>>().join(", ");
            let start = lang.date(cycle.start);
            lang.with("schedule-cycle-words", &[("days", Arg::Text(&days)), ("start", Arg::Text(&start))])
        }
    }
}

fn week_words(lang: Lang, week: &Week) -> String {
    let mut runs: Vec<(Weekday, Weekday, String)> = Vec::new();
    for day in WEEK {
        let said = intervals(week.day(day));
        match runs.last_mut() {
            Some((_, last, same)) if last.succ() == day && *same == said => *last = day,
            _ => runs.push((day, day, said)),
        }
    }
    let named = runs.into_iter().filter(|(_, _, said)| !said.is_empty()).map(|(first, last, said)| {
        let days = if first == last {
            weekday(lang, first)
        } else {
            format!("{}–{}", weekday(lang, first), weekday(lang, last))
        };
        format!("{days} {said}")
    });
    let words = named.collect::<Vec<_>>().join("; ");
    if words.is_empty() { lang.t("schedule-empty") } else { words }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_are_said_as_people_say_them() {
        assert_eq!(pattern(Lang::Ru, &Pattern::standard()), "Пн–Пт 09:00–13:00, 14:00–18:00");
        let cycle = r#"{"cycle":{"start":"2026-11-01","days":[[["08:00","20:00"]],[["08:00","20:00"]],[],[]]}}"#;
        let cycle: Pattern = serde_json::from_str(cycle).unwrap();
        assert_eq!(pattern(Lang::Ru, &cycle), "смены 08:00–20:00 ×2, выходной ×2; круг с 01.11.2026");
        let week: Pattern =
            serde_json::from_str(r#"{"week":{"mon":[["09:00","13:00"]],"wed":[["09:00","13:00"]]}}"#).unwrap();
        assert_eq!(pattern(Lang::En, &week), "Mo 09:00–13:00; We 09:00–13:00");
    }

    #[test]
    fn shifts_are_read_as_they_are_typed() {
        for (text, expected) in [
            ("", Ok("")),
            ("-", Ok("")),
            ("22:00-6", Ok("22:00–06:00")),
            ("9 - 13, 14 — 18", Ok("09:00–13:00, 14:00–18:00")),
            ("8.30-17.00", Ok("08:30–17:00")),
            ("25-26", Err("25-26")),
            ("9:3-10", Err("9:3-10")),
        ] {
            let read = read(text).map(|list| intervals(&list));
            assert_eq!(read.as_ref().map(String::as_str).map_err(String::as_str), expected, "{text}");
        }
    }
}
