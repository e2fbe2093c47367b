//! Schedules and the plan: who is paid for which minutes of a work day, and what a month comes to.
//!
//! Invariant: a work day's minutes are elapsed minutes of its paid intervals, each minute once; a
//! month is the sum of its days. Week patterns follow the work calendar, shift cycles and individual
//! days are as entered (`domain.md` §7).
//!
//! Deliberately lacks: absences and downtime (they are cut out of these intervals elsewhere), money,
//! the current time.

use std::collections::BTreeMap;

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use chrono_tz::Tz;

use super::calendar::{DayEnd, WorkCalendar, instant_of, work_day, work_day_start};
use super::units::{BasisPoints, CentiMinutes, Fraction};

mod pattern;

pub use pattern::{Cycle, Interval, IntervalError, Pattern, PatternError, Week, validate_day};

const MINUTE_MS: i64 = 60_000;

/// Milliseconds of the wall clock after a date's midnight: from, to.
type Span = (i64, i64);

fn spans(intervals: &[Interval]) -> Vec<Span> {
    intervals.iter().map(|interval| (interval.start_minute() * MINUTE_MS, interval.end_minute() * MINUTE_MS)).collect()
}

fn keep_first(spans: &mut Vec<Span>, mut left_ms: i64) {
    for (from, to) in spans.iter_mut() {
        *to = (*to).min(from.saturating_add(left_ms));
        left_ms -= *to - *from;
    }
    spans.retain(|(from, to)| from < to);
}

fn drop_last(spans: &mut Vec<Span>, ms: i64) {
    let whole: i64 = spans.iter().map(|(from, to)| to - from).sum();
    keep_first(spans, (whole - ms).max(0));
}

/// Everything that says when a person is scheduled: patterns and rates from a day on, and individual
/// days. Before the first pattern the standard one holds, before the first rate the first one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schedule {
    patterns: BTreeMap<NaiveDate, Pattern>,
    rates: BTreeMap<NaiveDate, BasisPoints>,
    individual: BTreeMap<NaiveDate, Vec<Interval>>,
}

impl Schedule {
    /// A schedule from its history. For the same day the later entry counts.
    pub fn new(
        patterns: impl IntoIterator<Item = (NaiveDate, Pattern)>,
        rates: impl IntoIterator<Item = (NaiveDate, BasisPoints)>,
    ) -> Self {
        let mut all = BTreeMap::from([(NaiveDate::MIN, Pattern::standard())]);
        all.extend(patterns);
        Self { patterns: all, rates: rates.into_iter().collect(), individual: BTreeMap::new() }
    }

    /// One pattern at one rate, always.
    #[must_use]
    pub fn constant(pattern: Pattern, rate: BasisPoints) -> Self {
        Self::new([(NaiveDate::MIN, pattern)], [(NaiveDate::MIN, rate)])
    }

    /// With days entered one by one: each replaces the pattern of its date (an extra shift, a day
    /// given away). They count in the plan, never in the month's norm.
    #[must_use]
    pub fn with_individual_days(mut self, days: impl IntoIterator<Item = (NaiveDate, Vec<Interval>)>) -> Self {
        self.individual.extend(days);
        self
    }

    /// The pattern in effect on the date.
    #[must_use]
    pub fn pattern_on(&self, date: NaiveDate) -> Option<&Pattern> {
        self.patterns.range(..=date).next_back().map(|(_, pattern)| pattern)
    }

    /// The rate in effect on the date; 1.0 where there is none at all.
    #[must_use]
    pub fn rate_on(&self, date: NaiveDate) -> BasisPoints {
        let in_effect = self.rates.range(..=date).next_back().or_else(|| self.rates.first_key_value());
        in_effect.map_or(BasisPoints::ONE, |(_, rate)| *rate)
    }

    /// The pattern and rate of the date as if they had held always: a change cuts the account, and
    /// each part has the whole month's norm of its own (`domain.md` §7, §10).
    #[must_use]
    pub fn as_on(&self, date: NaiveDate) -> Self {
        let pattern = self.pattern_on(date).cloned().unwrap_or_else(Pattern::standard);
        Self::constant(pattern, self.rate_on(date))
    }

    fn base_spans(&self, date: NaiveDate, calendar: &WorkCalendar) -> Vec<Span> {
        match self.pattern_on(date) {
            None => Vec::new(),
            Some(Pattern::Cycle(cycle)) => spans(cycle.day(date)),
            Some(Pattern::Week(_)) if calendar.is_free(date) => Vec::new(),
            Some(Pattern::Week(week)) => {
                let mut day = spans(week.day(calendar.weekday_for(date)));
                // 480 min × rate, in milliseconds: 480 × 60 000 / 10 000 = 2 880, so it is exact.
                keep_first(&mut day, self.rate_on(date).0.max(0).saturating_mul(2_880));
                if calendar.is_short(date) {
                    drop_last(&mut day, 60 * MINUTE_MS);
                }
                day
            }
        }
    }

    fn own_spans(&self, date: NaiveDate, calendar: &WorkCalendar) -> Vec<Span> {
        self.individual.get(&date).map_or_else(|| self.base_spans(date, calendar), |day| spans(day))
    }
}

/// The work days on which a person is employed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Employment {
    /// The first of them.
    pub from: NaiveDate,
    /// The last of them; none while employed.
    pub to: Option<NaiveDate>,
}

impl Employment {
    /// Whether the work day is one of them.
    #[must_use]
    pub fn covers(&self, date: NaiveDate) -> bool {
        date >= self.from && self.to.is_none_or(|last| date <= last)
    }
}

/// What a plan is made by, the same for everybody on a floor.
#[derive(Debug, Clone, Copy)]
pub struct PlanRules<'a> {
    /// The work calendars.
    pub calendar: &'a WorkCalendar,
    /// The floor's time zone.
    pub time_zone: Tz,
    /// When its work day ends.
    pub day_ends: DayEnd,
}

/// A paid interval as instants, the end not included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PaidInterval {
    /// Its first instant.
    pub start: DateTime<Utc>,
    /// The instant after it.
    pub end: DateTime<Utc>,
}

/// A work day's scheduled time: `n` of `domain.md` §7.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanDay {
    /// The work day.
    pub date: NaiveDate,
    /// Its scheduled minutes, rounded once to the hundredth, half to even.
    pub minutes: CentiMinutes,
    /// When they are, in order, not overlapping, within the work day.
    pub intervals: Vec<PaidInterval>,
}

/// A work day of the base schedule, employed or not, without individual days. None when the year has
/// no calendar.
#[must_use]
pub fn base_day(schedule: &Schedule, date: NaiveDate, rules: PlanRules) -> Option<PlanDay> {
    day_of(date, rules, |shift| schedule.base_spans(shift, rules.calendar), |_| true)
}

/// A work day as the person is scheduled, individual days included; empty outside the employment. The
/// morning part of a night shift that began before the first day is not in it. None when the year
/// has no calendar.
#[must_use]
pub fn scheduled_day(
    schedule: &Schedule,
    employment: Employment,
    date: NaiveDate,
    rules: PlanRules,
) -> Option<PlanDay> {
    let employed =
        |start| employment.covers(date) && employment.covers(work_day(start, rules.time_zone, rules.day_ends));
    day_of(date, rules, |shift| schedule.own_spans(shift, rules.calendar), employed)
}

/// The work days of a month as the person is scheduled. None when the year has no calendar or there
/// is no such month.
#[must_use]
pub fn month_days(
    schedule: &Schedule,
    employment: Employment,
    year: i32,
    month: u32,
    rules: PlanRules,
) -> Option<Vec<PlanDay>> {
    dates_of(year, month)?.map(|date| scheduled_day(schedule, employment, date, rules)).collect()
}

/// `P` before what leaves the plan: the minutes of the month's days of employment (`domain.md` §7).
/// None when the year has no calendar.
#[must_use]
pub fn month_plan(
    schedule: &Schedule,
    employment: Employment,
    year: i32,
    month: u32,
    rules: PlanRules,
) -> Option<CentiMinutes> {
    CentiMinutes::sum(month_days(schedule, employment, year, month, rules)?.iter().map(|day| day.minutes)).ok()
}

/// `N`: the base schedule's minutes over the whole calendar month, whatever the hire and dismissal
/// (`domain.md` §7). For one part of a cut account ask with [`Schedule::as_on`]. None when the year
/// has no calendar.
#[must_use]
pub fn month_norm(schedule: &Schedule, year: i32, month: u32, rules: PlanRules) -> Option<CentiMinutes> {
    let days: Option<Vec<_>> = dates_of(year, month)?.map(|date| base_day(schedule, date, rules)).collect();
    CentiMinutes::sum(days?.iter().map(|day| day.minutes)).ok()
}

fn dates_of(year: i32, month: u32) -> Option<impl Iterator<Item = NaiveDate>> {
    let first = NaiveDate::from_ymd_opt(year, month, 1)?;
    Some(first.iter_days().take_while(move |date| date.month() == month))
}

/// The paid intervals that fall into work day `date`, from the shifts of its date and both neighbours:
/// a night shift of the day before reaches in, an early one of the next date may lie before the day end.
fn day_of(
    date: NaiveDate,
    rules: PlanRules,
    spans_on: impl Fn(NaiveDate) -> Vec<Span>,
    counts: impl Fn(DateTime<Utc>) -> bool,
) -> Option<PlanDay> {
    if !rules.calendar.known(date.year()) {
        return None;
    }
    let next = date.succ_opt()?;
    let begin = work_day_start(date, rules.time_zone, rules.day_ends);
    let finish = work_day_start(next, rules.time_zone, rules.day_ends);
    let mut parts = Vec::new();
    for shift in [date.pred_opt()?, date, next] {
        for (from, to) in spans_on(shift) {
            let start = instant_of(shift, from, rules.time_zone);
            let part =
                PaidInterval { start: start.max(begin), end: instant_of(shift, to, rules.time_zone).min(finish) };
            if part.start < part.end && counts(start) {
                parts.push(part);
            }
        }
    }
    let intervals = united(parts);
    Some(PlanDay { date, minutes: elapsed(&intervals)?, intervals })
}

/// The same instants, in order and each once: two patterns may overlap where one follows the other.
fn united(mut parts: Vec<PaidInterval>) -> Vec<PaidInterval> {
    parts.sort_by_key(|part| part.start);
    let mut whole: Vec<PaidInterval> = Vec::with_capacity(parts.len());
    for part in parts {
        match whole.last_mut() {
            Some(last) if part.start < last.end => last.end = last.end.max(part.end),
            _ => whole.push(part),
        }
    }
    whole
}

fn elapsed(intervals: &[PaidInterval]) -> Option<CentiMinutes> {
    let ms: i64 = intervals.iter().map(|part| part.end.signed_duration_since(part.start).num_milliseconds()).sum();
    let minutes = Fraction::new(i128::from(ms), i128::from(CentiMinutes::MILLIS)).ok()?;
    minutes.round_half_even().ok().map(CentiMinutes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::calendar::minute_text;
    use proptest::prelude::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn pattern(json: &str) -> Pattern {
        serde_json::from_str(json).unwrap()
    }

    fn rules<'a>(calendar: &'a WorkCalendar, time_zone: Tz, day_ends: &str) -> PlanRules<'a> {
        PlanRules { calendar, time_zone, day_ends: DayEnd::try_from(day_ends.to_owned()).unwrap() }
    }

    fn employed(from: &str, to: Option<&str>) -> Employment {
        Employment { from: date(from), to: to.map(date) }
    }

    const TWO_BY_TWO: &str =
        r#"{"cycle":{"start":"2026-11-01","days":[[["08:00","20:00"]],[["08:00","20:00"]],[],[]]}}"#;
    const NIGHTS: &str = r#"{"cycle":{"start":"2026-01-01","days":[[["22:00","06:00"]]]}}"#;

    #[test]
    fn november_2026_by_schedule_and_rate() {
        let calendar = WorkCalendar::shipped().unwrap();
        let rules = rules(&calendar, Tz::Europe__Moscow, "00:00");
        let check = |text: &str, rate: i64, expected: i64| {
            let schedule = Schedule::constant(pattern(text), BasisPoints(rate));
            assert_eq!(month_norm(&schedule, 2026, 11, rules), Some(CentiMinutes(expected)), "{text} {rate}");
        };
        let standard = serde_json::to_string(&Pattern::standard()).unwrap();
        check(&standard, 10_000, 954_000);
        check(&standard, 5_000, 474_000);
        check(&standard, 7_500, 19 * 36_000 + 30_000);
        check(&standard, 3_333, 19 * 15_998 + 9_998);
        check(&standard, 1_000, 19 * 4_800);
        check(&standard, 0, 0);
        check(TWO_BY_TWO, 10_000, 16 * 72_000);
        check(TWO_BY_TWO, 5_000, 16 * 72_000);
        check(NIGHTS, 10_000, 30 * 48_000);
        check(r#"{"week":{"fri":[["12:00","18:00"]]}}"#, 10_000, 4 * 36_000);
        check(r#"{"week":{"fri":[["12:00","18:00"]]}}"#, 5_000, 4 * 24_000);
        check(r#"{"week":{"tue":[["10:00","17:30"],["17:30","18:00"]]}}"#, 10_000, 4 * 48_000 - 6_000);
        check(r#"{"week":{"mon":[["08:00","20:00"]]}}"#, 10_000, 5 * 48_000);
        check(r#"{"week":{}}"#, 10_000, 0);
    }

    /// The hours of a work day as `from–to` in the floor's time.
    fn hours(day: &PlanDay, tz: Tz) -> String {
        let text = |instant: DateTime<Utc>| instant.with_timezone(&tz).format("%d %H:%M").to_string();
        day.intervals
            .iter()
            .map(|part| format!("{}–{}", text(part.start), text(part.end)))
            .collect::<Vec<_>>()
            .join(", ")
    }

    #[test]
    fn days_have_these_hours() {
        let calendar = WorkCalendar::shipped().unwrap();
        let check = |text: &str, rate: i64, tz: Tz, end: &str, on: &str, minutes: i64, expected: &str| {
            let schedule = Schedule::constant(pattern(text), BasisPoints(rate));
            let day = base_day(&schedule, date(on), rules(&calendar, tz, end)).unwrap();
            assert_eq!((day.minutes.0, hours(&day, tz).as_str()), (minutes * 100, expected), "{on} {end} {text}");
        };
        let standard = &serde_json::to_string(&Pattern::standard()).unwrap();
        let (moscow, berlin) = (Tz::Europe__Moscow, Tz::Europe__Berlin);
        check(standard, 10_000, moscow, "00:00", "2026-11-02", 480, "02 09:00–02 13:00, 02 14:00–02 18:00");
        check(standard, 10_000, moscow, "00:00", "2026-11-03", 420, "03 09:00–03 13:00, 03 14:00–03 17:00");
        check(standard, 5_000, moscow, "00:00", "2026-11-03", 180, "03 09:00–03 12:00");
        check(standard, 6_000, moscow, "00:00", "2026-11-03", 228, "03 09:00–03 12:48");
        check(standard, 10_000, moscow, "00:00", "2026-11-04", 0, "");
        check(standard, 10_000, moscow, "00:00", "2024-11-02", 420, "02 09:00–02 13:00, 02 14:00–02 17:00");
        check(standard, 10_000, moscow, "00:00", "2024-04-27", 480, "27 09:00–27 13:00, 27 14:00–27 18:00");
        check(
            r#"{"week":{"tue":[["10:00","12:00"]]}}"#,
            10_000,
            moscow,
            "00:00",
            "2024-11-02",
            60,
            "02 10:00–02 11:00",
        );
        // A night shift is cut at the day end like a ticket.
        check(NIGHTS, 10_000, moscow, "00:00", "2026-11-04", 480, "04 00:00–04 06:00, 04 22:00–05 00:00");
        check(NIGHTS, 10_000, moscow, "04:00", "2026-11-04", 480, "04 04:00–04 06:00, 04 22:00–05 04:00");
        check(
            r#"{"cycle":{"start":"2026-11-04","days":[[["02:00","05:00"]],[]]}}"#,
            10_000,
            moscow,
            "04:00",
            "2026-11-03",
            120,
            "04 02:00–04 04:00",
        );
        check(
            r#"{"cycle":{"start":"2026-11-04","days":[[["12:00","24:00"]],[]]}}"#,
            10_000,
            moscow,
            "00:00",
            "2026-11-04",
            720,
            "04 12:00–05 00:00",
        );
        check(
            r#"{"cycle":{"start":"2026-11-04","days":[[["09:00","09:00"]],[],[],[]]}}"#,
            10_000,
            moscow,
            "00:00",
            "2026-11-05",
            540,
            "05 00:00–05 09:00",
        );
        // Elapsed minutes: Berlin loses an hour on 29 March and gains one on 25 October.
        check(NIGHTS, 10_000, berlin, "11:00", "2026-03-28", 420, "28 22:00–29 06:00");
        check(NIGHTS, 10_000, berlin, "11:00", "2026-10-24", 540, "24 22:00–25 06:00");
        check(NIGHTS, 10_000, berlin, "00:00", "2026-03-29", 420, "29 00:00–29 06:00, 29 22:00–30 00:00");
        check(
            r#"{"cycle":{"start":"2026-03-28","days":[[["22:00","02:30"]],[]]}}"#,
            10_000,
            berlin,
            "11:00",
            "2026-03-28",
            240,
            "28 22:00–29 03:00",
        );
    }

    #[test]
    fn employment_bounds_the_plan_and_not_the_norm() {
        let calendar = WorkCalendar::shipped().unwrap();
        let rules = rules(&calendar, Tz::Europe__Moscow, "00:00");
        let schedule = Schedule::constant(Pattern::standard(), BasisPoints::ONE);
        let plan = |employment, schedule: &Schedule| month_plan(schedule, employment, 2026, 11, rules).unwrap().0;
        assert_eq!(plan(employed("2026-11-16", None), &schedule), 11 * 48_000);
        assert_eq!(plan(employed("2020-01-01", Some("2026-11-03")), &schedule), 48_000 + 42_000);
        assert_eq!(plan(employed("2026-12-01", None), &schedule), 0);
        assert_eq!(month_norm(&schedule, 2026, 11, rules), Some(CentiMinutes(954_000)));
        // Hired on the 30th: the shift of the 29th is somebody else's; its own ends at midnight.
        let nights = Schedule::constant(pattern(NIGHTS), BasisPoints::ONE);
        assert_eq!(plan(employed("2026-11-30", None), &nights), 12_000);
    }

    #[test]
    fn histories_and_individual_days() {
        let calendar = WorkCalendar::shipped().unwrap();
        let rules = rules(&calendar, Tz::Europe__Moscow, "00:00");
        let rates = [(date("2020-01-01"), BasisPoints::ONE), (date("2026-11-16"), BasisPoints(5_000))];
        let schedule = Schedule::new([(date("2026-11-23"), pattern(TWO_BY_TWO))], rates);
        assert_eq!(schedule.pattern_on(date("2026-11-22")), Some(&Pattern::standard()));
        assert_eq!(schedule.rate_on(date("2019-01-01")), BasisPoints::ONE);
        let always = employed("2020-01-01", None);
        // 2–13 Nov full time, 16–20 half time, then the cycle: 25, 26, 29, 30 November.
        let expected = 8 * 48_000 + 42_000 + 5 * 24_000 + 4 * 72_000;
        assert_eq!(month_plan(&schedule, always, 2026, 11, rules), Some(CentiMinutes(expected)));
        let part = schedule.as_on(date("2026-11-17"));
        assert_eq!(month_norm(&part, 2026, 11, rules), Some(CentiMinutes(474_000)));
        let extra: Vec<Interval> = serde_json::from_str(r#"[["10:00","15:00"]]"#).unwrap();
        let own = schedule.with_individual_days([(date("2026-11-07"), extra), (date("2026-11-09"), vec![])]);
        assert_eq!(month_plan(&own, always, 2026, 11, rules), Some(CentiMinutes(expected + 30_000 - 48_000)));
        assert_eq!(month_norm(&own, 2026, 11, rules), Some(CentiMinutes(expected)));
    }

    #[test]
    fn a_year_without_calendar_has_no_plan() {
        let calendar = WorkCalendar::shipped().unwrap();
        let rules = rules(&calendar, Tz::Europe__Moscow, "00:00");
        for text in [TWO_BY_TWO, r#"{"week":{}}"#] {
            let schedule = Schedule::constant(pattern(text), BasisPoints::ONE);
            assert_eq!(month_norm(&schedule, 2028, 1, rules), None);
            assert_eq!(month_plan(&schedule, employed("2020-01-01", None), 2028, 1, rules), None);
            assert_eq!(month_norm(&schedule, 2026, 13, rules), None);
        }
    }

    /// Any pattern, valid or not: the plan has to hold for what older versions let in, too.
    fn any_pattern() -> impl Strategy<Value = Pattern> {
        let interval = (0_u16..1440, 0_u16..=1440)
            .prop_map(|(start, end)| Interval::try_from((minute_text(start), minute_text(end))).unwrap());
        let day = prop::collection::vec(interval, 0..3);
        (prop::collection::vec(day, 7), any::<bool>()).prop_map(|(days, cycle)| {
            if cycle {
                return Pattern::Cycle(Cycle { start: date("2026-01-01"), days });
            }
            let mut days = days.into_iter();
            let mut next = || days.next().unwrap();
            Pattern::Week(Week {
                mon: next(),
                tue: next(),
                wed: next(),
                thu: next(),
                fri: next(),
                sat: next(),
                sun: next(),
            })
        })
    }

    proptest! {
        #[test]
        fn plans_hold(pattern in any_pattern(), rate in 0_i64..15_000, more in 0_i64..5_000, month in 1_u32..=12, end in 0_u16..720) {
            let calendar = WorkCalendar::shipped().unwrap();
            let rules = rules(&calendar, Tz::Europe__Berlin, &minute_text(end));
            let schedule = Schedule::constant(pattern.clone(), BasisPoints(rate));
            let always = employed("2020-01-01", None);
            let days = month_days(&schedule, always, 2026, month, rules).unwrap();
            let sum = CentiMinutes(days.iter().map(|day| day.minutes.0).sum());
            prop_assert_eq!(Some(sum), month_plan(&schedule, always, 2026, month, rules));
            prop_assert_eq!(Some(sum), month_norm(&schedule, 2026, month, rules));
            for day in &days {
                let length = work_day_start(day.date.succ_opt().unwrap(), rules.time_zone, rules.day_ends)
                    - work_day_start(day.date, rules.time_zone, rules.day_ends);
                prop_assert!(day.minutes.0 >= 0 && day.minutes.0 <= length.num_minutes() * 100);
                prop_assert!(day.intervals.windows(2).all(|pair| pair[0].end <= pair[1].start));
            }
            let richer = Schedule::constant(pattern, BasisPoints(rate + more));
            prop_assert!(month_norm(&richer, 2026, month, rules).unwrap() >= sum);
        }
    }
}
