//! Absences and downtime: what state each scheduled minute is in.
//!
//! One state a minute: absence that leaves the plan, else other absence, else downtime not the employee's fault, else
//! work (`domain.md` §7). Invariant: the states of a day add up to its scheduled minutes. The kinds of absence are
//! data (`norms/absences/`).
//!
//! Deliberately lacks: who is covered by whom (`cover`), money, the current time.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::instant::Instant;
use super::schedule::PaidInterval;
use super::units::{CentiMinutes, Fraction, Overflow};

/// The kinds that come with the program, as TOML.
pub const SHIPPED: &str = include_str!("../../norms/absences/ru.toml");

/// A kind of absence.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AbsenceKind {
    /// Its code on the wire, e.g. `sick-leave`.
    pub code: String,
    /// Its Russian name.
    pub name_ru: String,
    /// Its English name.
    pub name_en: String,
    /// The article it rests on.
    #[serde(default)]
    pub law: Option<String>,
    /// Whether its minutes leave the plan.
    pub leaves_plan: bool,
    /// Whether colleagues may cover it without an agreement.
    pub covered_freely: bool,
    /// Other names for it.
    #[serde(default)]
    pub spellings: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct KindsFile {
    kind: Vec<AbsenceKind>,
}

/// The text is no file of kinds.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the kinds of absence cannot be read: {0}")]
pub struct KindsError(String);

/// Reads the kinds that come with the program. Errors only if the shipped file is broken.
pub fn shipped_kinds() -> Result<Vec<AbsenceKind>, KindsError> {
    toml::from_str::<KindsFile>(SHIPPED).map(|file| file.kind).map_err(|error| KindsError(error.to_string()))
}

/// The kind that a text names: its code, a name or another spelling; case, blanks and underscores do not matter.
#[must_use]
pub fn kind_named<'a>(kinds: &'a [AbsenceKind], text: &str) -> Option<&'a AbsenceKind> {
    let plain =
        |text: &str| text.trim().to_lowercase().replace('ё', "е").replace(|c: char| c.is_whitespace() || c == '_', "-");
    let asked = plain(text);
    let fits = |name: &str| plain(name) == asked;
    kinds.iter().find(|kind| {
        fits(&kind.code)
            || fits(&kind.name_ru)
            || fits(&kind.name_en)
            || kind.spellings.iter().any(|spelling| fits(spelling))
    })
}

/// Whose fault a downtime is (ТК РФ ст. 155, 157).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum DowntimeCause {
    /// The employer's.
    Employer,
    /// Nobody's.
    Nobody,
    /// The employee's own: the minutes stay in the plan.
    Employee,
}

impl DowntimeCause {
    /// Every cause.
    pub const ALL: [Self; 3] = [Self::Employer, Self::Nobody, Self::Employee];

    /// The cause as it stands on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Employer => "employer",
            Self::Nobody => "nobody",
            Self::Employee => "employee",
        }
    }

    /// The cause of that name.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|cause| cause.as_str() == text)
    }
}

/// An end of an absence or downtime as people give it: a whole day, a moment, or a time of the floor's clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(with = "String")]
pub enum When {
    /// A whole work day, `2026-11-16`.
    Day(NaiveDate),
    /// A moment with its offset.
    Moment(Instant),
    /// A local time of the floor, `2026-11-20T17:30`.
    Local(NaiveDateTime),
}

/// The text is neither a day nor a time.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is neither a day (2026-11-16) nor a time (2026-11-20T17:30, with or without an offset)")]
pub struct WhenError(String);

impl TryFrom<String> for When {
    type Error = WhenError;

    fn try_from(text: String) -> Result<Self, WhenError> {
        let plain = text.trim();
        if let Ok(day) = plain.parse::<NaiveDate>() {
            return Ok(Self::Day(day));
        }
        if let Ok(moment) = DateTime::parse_from_rfc3339(plain) {
            return Ok(Self::Moment(Instant::from(moment.with_timezone(&Utc))));
        }
        ["%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M"]
            .into_iter()
            .find_map(|form| NaiveDateTime::parse_from_str(plain, form).ok())
            .map(Self::Local)
            .ok_or_else(|| WhenError(text.clone()))
    }
}

impl From<When> for String {
    fn from(when: When) -> Self {
        match when {
            When::Day(day) => day.to_string(),
            When::Moment(moment) => moment.local(chrono_tz::UTC),
            When::Local(local) => local.format("%Y-%m-%dT%H:%M:%S").to_string(),
        }
    }
}

/// Time away of one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Away {
    /// Its first instant.
    pub from: DateTime<Utc>,
    /// The instant after it.
    pub to: DateTime<Utc>,
    /// The kind's code.
    pub kind: String,
    /// Whether the minutes leave the plan.
    pub leaves_plan: bool,
    /// Whether it is covered without an agreement.
    pub covered_freely: bool,
}

/// Downtime of one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Idle {
    /// Its first instant.
    pub from: DateTime<Utc>,
    /// The instant after it.
    pub to: DateTime<Utc>,
    /// Whose fault it is.
    pub cause: DowntimeCause,
}

/// The minutes of a scheduled day by state.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DayTime {
    /// `n`: scheduled minutes.
    pub scheduled: CentiMinutes,
    /// `T`: scheduled less what leaves the plan and downtime not the employee's.
    pub target: CentiMinutes,
    /// Minutes away that leave the plan, by kind.
    pub left: BTreeMap<String, CentiMinutes>,
    /// Minutes away that stay in the plan, by kind.
    pub stayed: BTreeMap<String, CentiMinutes>,
    /// Downtime taken out of the plan, by cause.
    pub idle: BTreeMap<DowntimeCause, CentiMinutes>,
    /// All minutes away.
    pub away: CentiMinutes,
    /// Minutes away of kinds that are covered without an agreement.
    pub covered_freely: CentiMinutes,
}

impl DayTime {
    /// A day without absence or downtime.
    #[must_use]
    pub fn worked(scheduled: CentiMinutes) -> Self {
        Self { scheduled, target: scheduled, ..Self::default() }
    }

    /// Minutes of absences that stay in the plan: the day's part of `A`.
    #[must_use]
    pub fn own_absence(&self) -> CentiMinutes {
        CentiMinutes(self.stayed.values().map(|minutes| minutes.0).sum())
    }

    /// Scheduled, and not away all day (`domain.md` §9).
    #[must_use]
    pub fn present(&self) -> bool {
        self.scheduled.0 > 0 && self.away < self.scheduled
    }

    /// Scheduled less away and downtime: the minutes really worked by schedule.
    #[must_use]
    pub fn worked_minutes(&self) -> CentiMinutes {
        let idle: i64 = self.idle.values().map(|minutes| minutes.0).sum();
        CentiMinutes(self.scheduled.0 - self.away.0 - idle)
    }
}

enum State<'a> {
    Away(&'a Away),
    Idle(DowntimeCause),
    Work,
}

fn state_at<'a>(at: DateTime<Utc>, away: &'a [Away], idle: &[Idle]) -> State<'a> {
    let inside = |from: DateTime<Utc>, to: DateTime<Utc>| from <= at && at < to;
    let absent = |leaves: bool| away.iter().find(|one| one.leaves_plan == leaves && inside(one.from, one.to));
    if let Some(one) = absent(true).or_else(|| absent(false)) {
        return State::Away(one);
    }
    let of_others = |one: &&Idle| one.cause != DowntimeCause::Employee && inside(one.from, one.to);
    idle.iter().find(of_others).map_or(State::Work, |one| State::Idle(one.cause))
}

fn rounded(ms: i64) -> Result<CentiMinutes, Overflow> {
    Fraction::new(i128::from(ms), i128::from(CentiMinutes::MILLIS))?.round_half_even().map(CentiMinutes)
}

/// The states of a scheduled day. `scheduled` are its minutes, `intervals` when they are; each state's minutes are
/// rounded once to the hundredth, half to even, and `T` is what is left.
pub fn day_time(
    scheduled: CentiMinutes,
    intervals: &[PaidInterval],
    away: &[Away],
    idle: &[Idle],
) -> Result<DayTime, Overflow> {
    let mut day = DayTime::worked(scheduled);
    if away.is_empty() && idle.is_empty() {
        return Ok(day);
    }
    let mut away_ms: BTreeMap<(&str, bool, bool), i64> = BTreeMap::new();
    let mut idle_ms: BTreeMap<DowntimeCause, i64> = BTreeMap::new();
    let cuts = away.iter().flat_map(|one| [one.from, one.to]).chain(idle.iter().flat_map(|one| [one.from, one.to]));
    let mut cuts: Vec<DateTime<Utc>> = cuts.collect();
    cuts.sort_unstable();
    for interval in intervals {
        let inner = cuts.iter().copied().filter(|cut| interval.start < *cut && *cut < interval.end);
        let mut from = interval.start;
        for to in inner.chain([interval.end]) {
            let ms = to.signed_duration_since(from).num_milliseconds();
            match state_at(from, away, idle) {
                State::Away(one) => {
                    *away_ms.entry((&one.kind, one.leaves_plan, one.covered_freely)).or_default() += ms;
                }
                State::Idle(cause) => *idle_ms.entry(cause).or_default() += ms,
                State::Work => {}
            }
            from = to;
        }
    }
    for ((kind, leaves_plan, freely), ms) in away_ms {
        let minutes = rounded(ms)?;
        let by_kind = if leaves_plan { &mut day.left } else { &mut day.stayed };
        let sum = by_kind.entry(kind.to_owned()).or_default();
        *sum = sum.plus(minutes)?;
        day.away = day.away.plus(minutes)?;
        if leaves_plan {
            day.target = day.target.minus(minutes)?;
        }
        if freely {
            day.covered_freely = day.covered_freely.plus(minutes)?;
        }
    }
    for (cause, ms) in idle_ms {
        let minutes = rounded(ms)?;
        day.idle.insert(cause, minutes);
        day.target = day.target.minus(minutes)?;
    }
    Ok(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        format!("2026-11-20T{text}:00Z").parse().unwrap()
    }

    fn away(from: &str, to: &str, kind: &str) -> Away {
        let kinds = shipped_kinds().unwrap();
        let kind = kind_named(&kinds, kind).unwrap();
        let (leaves_plan, covered_freely) = (kind.leaves_plan, kind.covered_freely);
        Away { from: at(from), to: at(to), kind: kind.code.clone(), leaves_plan, covered_freely }
    }

    fn idle(from: &str, to: &str, cause: DowntimeCause) -> Idle {
        Idle { from: at(from), to: at(to), cause }
    }

    #[test]
    fn kinds_are_known_by_their_spellings() {
        let kinds = shipped_kinds().unwrap();
        for (text, code) in [
            ("sick leave", "sick-leave"),
            ("Sick_Leave", "sick-leave"),
            ("Больничный", "sick-leave"),
            ("short leave", "short-leave"),
            ("unpaid leave", "unpaid-leave"),
            ("учеба", "training"),
            ("прогул", "without-reason"),
        ] {
            assert_eq!(kind_named(&kinds, text).map(|kind| kind.code.as_str()), Some(code), "{text}");
        }
        assert_eq!(kind_named(&kinds, "сон"), None);
        let mut names: Vec<_> = kinds.iter().flat_map(|kind| kind.spellings.iter().chain([&kind.code])).collect();
        let all = names.len();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), all, "a name stands for one kind");
    }

    #[test]
    fn a_minute_has_one_state() {
        let intervals = [
            PaidInterval { start: at("09:00"), end: at("13:00") },
            PaidInterval { start: at("14:00"), end: at("18:00") },
        ];
        let check = |away: &[Away], idle: &[Idle], target: i64, gone: i64, own: i64| {
            let day = day_time(CentiMinutes(48_000), &intervals, away, idle).unwrap();
            assert_eq!((day.target.0, day.away.0, day.own_absence().0), (target, gone, own), "{away:?} {idle:?}");
            let idle: i64 = day.idle.values().map(|minutes| minutes.0).sum();
            let left: i64 = day.left.values().map(|minutes| minutes.0).sum();
            assert_eq!(day.target.0 + left + idle, 48_000);
        };
        check(&[], &[], 48_000, 0, 0);
        check(&[away("17:30", "18:00", "short leave")], &[], 48_000, 3_000, 3_000);
        check(&[away("12:00", "15:00", "sick")], &[], 36_000, 12_000, 0);
        let outage = idle("14:00", "15:00", DowntimeCause::Employer);
        check(&[], &[outage], 42_000, 0, 0);
        check(&[], &[idle("14:00", "15:00", DowntimeCause::Employee)], 48_000, 0, 0);
        // An absence goes before downtime, one that leaves the plan before one that stays.
        check(&[away("14:30", "16:00", "late")], &[outage], 45_000, 9_000, 9_000);
        check(&[away("09:00", "13:00", "late"), away("12:00", "18:00", "vacation")], &[outage], 18_000, 48_000, 18_000);
        let all_day = day_time(CentiMinutes(48_000), &intervals, &[away("00:00", "23:00", "sick")], &[]).unwrap();
        assert!(!all_day.present());
    }

    #[test]
    fn ends_are_days_or_times() {
        let read = |text: &str| When::try_from(text.to_owned());
        assert_eq!(read("2026-11-16").unwrap(), When::Day("2026-11-16".parse().unwrap()));
        assert!(matches!(read("2026-11-20T17:30").unwrap(), When::Local(_)));
        assert!(matches!(read("2026-11-20T17:30:00+03:00").unwrap(), When::Moment(_)));
        assert!(read("завтра").unwrap_err().to_string().contains("neither a day"));
        for text in ["2026-11-16", "2026-11-20T17:30:00", "2026-11-20T14:30:00Z"] {
            assert_eq!(String::from(read(text).unwrap()), text);
        }
    }
}
