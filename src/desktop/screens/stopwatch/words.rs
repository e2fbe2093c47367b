//! How the stopwatch writes times, states and refusals.

use chrono::{DateTime, FixedOffset};
use chrono_tz::Tz;

use crate::desktop::icons;
use crate::desktop::theme::Kind;
use crate::domain::instant::Instant;
use crate::domain::stopwatch::{Phase, Refused};
use crate::domain::study::{CaseClass, Decided};
use crate::locale::Lang;
use crate::views::studies::ObservationView;

/// A running time in a fixed number of characters: 02:14,6, above an hour 1:02:14,6.
#[must_use]
pub fn time(lang: Lang, ms: i64) -> String {
    let tenths = ms.max(0) / 100;
    let (hours, minutes, seconds, rest) = (tenths / 36_000, tenths / 600 % 60, tenths / 10 % 60, tenths % 10);
    let mark = if lang == Lang::Ru { ',' } else { '.' };
    if hours > 0 {
        format!("{hours}:{minutes:02}:{seconds:02}{mark}{rest}")
    } else {
        format!("{minutes:02}:{seconds:02}{mark}{rest}")
    }
}

/// A stretch of time without tenths: 2:14, above an hour 1:02:14.
#[must_use]
pub fn stretch(ms: i64) -> String {
    let seconds = ms.max(0) / 1_000;
    let (hours, minutes, rest) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    if hours > 0 { format!("{hours}:{minutes:02}:{rest:02}") } else { format!("{minutes}:{rest:02}") }
}

/// A pace in per cent: 95 %.
#[must_use]
pub fn pace(rating_bp: i64) -> String {
    format!("{}\u{a0}%", rating_bp / 100)
}

/// Seconds of the statistics as minutes with two decimals.
#[must_use]
pub fn minutes(lang: Lang, seconds: f64) -> String {
    lang.number(seconds / 60.0, 2)
}

/// A moment on the floor's clock; with its date when it is not of the same day as `now`.
#[must_use]
pub fn moment(lang: Lang, zone: Tz, at_ms: i64, now_ms: i64) -> String {
    let local = |ms| Instant::from_millis(ms).map(|at| at.utc().with_timezone(&zone));
    let Some(at) = local(at_ms) else { return String::new() };
    let clock = at.format("%H:%M:%S").to_string();
    if local(now_ms).is_some_and(|now| now.date_naive() == at.date_naive()) {
        clock
    } else {
        format!("{} {clock}", lang.date(at.date_naive()))
    }
}

/// A moment of a view: date and time.
#[must_use]
pub fn stamp(lang: Lang, rfc3339: &str) -> String {
    DateTime::<FixedOffset>::parse_from_rfc3339(rfc3339)
        .map(|at| format!("{} {}", lang.date(at.date_naive()), at.format("%H:%M:%S")))
        .unwrap_or_default()
}

/// The icon, word and meaning of a state.
#[must_use]
pub fn phase(lang: Lang, phase: Phase) -> (Kind, &'static str, String) {
    let (kind, icon, key) = match phase {
        Phase::Idle => (Kind::Neutral, icons::TIMER, "watch-idle"),
        Phase::Running => (Kind::Ok, icons::PLAY, "watch-running"),
        Phase::Paused => (Kind::Warn, icons::PAUSE, "watch-paused"),
        Phase::Stopped => (Kind::Neutral, icons::STOP, "watch-stopped"),
        Phase::Waiting => (Kind::Warn, icons::HOURGLASS_MEDIUM, "watch-waiting"),
        Phase::Recovered => (Kind::Bad, icons::CLOCK_COUNTER_CLOCKWISE, "watch-recovered"),
    };
    (kind, icon, lang.t(key))
}

/// Why an event does not fit the state.
#[must_use]
pub fn refused(lang: Lang, refused: Refused) -> String {
    lang.t(match refused {
        Refused::Running => "watch-refused-running",
        Refused::NotRunning => "watch-refused-not-running",
        Refused::Paused => "watch-refused-paused",
        Refused::NotPaused => "watch-refused-not-paused",
        Refused::Recovered => "watch-refused-recovered",
        Refused::NotRecovered => "watch-refused-not-recovered",
        Refused::NothingToUndo => "watch-refused-nothing-to-undo",
        Refused::BenchFull => "watch-refused-bench-full",
        Refused::NoSuchWatch => "watch-refused-no-such-watch",
        Refused::TooSoon => "watch-refused-too-soon",
        Refused::NoSuchPace => "watch-refused-no-such-pace",
        Refused::NoSitting => "watch-refused-no-sitting",
    })
}

/// How an observation counts now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counts {
    /// As a regular case.
    Regular,
    /// As a hard case.
    Hard,
    /// A flag nobody has answered; it counts meanwhile.
    Flagged,
    /// Not at all.
    Excluded,
}

/// How an observation counts now.
#[must_use]
pub fn counts(observation: &ObservationView) -> Counts {
    match (observation.decided, observation.class) {
        (Some(Decided::Exclude), _) => Counts::Excluded,
        (None, _) if observation.flag.as_ref().is_some_and(|flag| !flag.answered) => Counts::Flagged,
        (Some(Decided::Hard), _) | (None, CaseClass::Hard) => Counts::Hard,
        (Some(Decided::Regular), _) | (None, CaseClass::Regular) => Counts::Regular,
    }
}

/// The meaning, icon and word of how an observation counts.
#[must_use]
pub fn counts_words(lang: Lang, counts: Counts) -> (Kind, &'static str, String) {
    let (kind, icon, key) = match counts {
        Counts::Regular => (Kind::Neutral, icons::CHECK, "watch-counts-regular"),
        Counts::Hard => (Kind::Accent, icons::STAR, "watch-counts-hard"),
        Counts::Flagged => (Kind::Warn, icons::FLAG, "watch-counts-flagged"),
        Counts::Excluded => (Kind::Neutral, icons::PROHIBIT, "watch-counts-excluded"),
    };
    (kind, icon, lang.t(key))
}

/// A reason as people read it; the two that the program itself writes have their words in both languages.
#[must_use]
pub fn reason(lang: Lang, reason: &str) -> String {
    match reason {
        super::record::UNDONE => lang.t("watch-reason-undone"),
        super::record::INTERRUPTED => lang.t("watch-reason-restart"),
        other => other.to_owned(),
    }
}

/// Normal time in seconds = observed × rating; for drawing.
#[must_use]
pub fn normal_seconds(observation: &ObservationView) -> f64 {
    let pace = i32::try_from(observation.rating_bp.0).map_or(1.0, |rating| f64::from(rating) / 10_000.0);
    observation.duration_ms.seconds() * pace
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_keep_their_width() {
        for (ms, ru, en) in [
            (0, "00:00,0", "00:00.0"),
            (134_649, "02:14,6", "02:14.6"),
            (3_734_600, "1:02:14,6", "1:02:14.6"),
            (-5, "00:00,0", "00:00.0"),
        ] {
            assert_eq!((time(Lang::Ru, ms).as_str(), time(Lang::En, ms).as_str()), (ru, en));
        }
    }

    #[test]
    fn a_moment_of_another_day_carries_its_date() {
        let zone = chrono_tz::Europe::Moscow;
        let noon = 1_768_813_200_000;
        assert_eq!(moment(Lang::Ru, zone, noon, noon), "12:00:00");
        assert_eq!(moment(Lang::Ru, zone, noon, noon + 86_400_000), "19.01.2026 12:00:00");
        assert_eq!(stamp(Lang::En, "2026-03-17T10:05:09+03:00"), "17 Mar 2026 10:05:09");
    }
}
