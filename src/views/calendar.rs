//! A year as printed calendars show it, and who works by which schedule.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::calendar::{CalendarDay, DayKind, DayType};
use crate::domain::month::Month;
use crate::domain::schedule::{Interval, Pattern};
use crate::domain::units::{BasisPoints, CentiMinutes};

/// A date as the work calendars have it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DateView {
    /// The date.
    pub date: NaiveDate,
    /// How long it is in a five-day week.
    pub day: DayType,
    /// What the calendars say of it, where it differs from its weekday.
    pub mark: Option<DayKind>,
    /// The day whose length it takes.
    pub swapped_with: Option<NaiveDate>,
    /// What people call it.
    pub name: Option<String>,
    /// The calendar that says so.
    pub calendar: Option<String>,
}

/// What a month, quarter, half-year or year comes to at 40 hours a week.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Span {
    /// Calendar days.
    pub calendar_days: i64,
    /// Working days, the short ones with them.
    pub work_days: i64,
    /// Of them, short ones.
    pub short_days: i64,
    /// Days off and holidays.
    pub free_days: i64,
    /// Working minutes of a five-day week of 40 hours.
    pub minutes_cmin: CentiMinutes,
}

/// A calendar of the year: the base, or one laid over it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct LayerView {
    /// Its code.
    pub code: String,
    /// Whether it is the year's base: the first that made the year known.
    pub base: bool,
    /// How often it was amended.
    pub amended: i64,
    /// Its days of the year.
    pub days: Vec<CalendarDay>,
}

/// ask calendar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CalendarView {
    /// The year.
    pub year: i32,
    /// The running work day.
    pub today: NaiveDate,
    /// Whether the year has a calendar; without one there is no plan.
    pub known: bool,
    /// The years that have one.
    pub years: Vec<i32>,
    /// Every date of the year; none without a calendar.
    pub dates: Vec<DateView>,
    /// What each month comes to.
    pub months: Vec<Span>,
    /// What each quarter comes to.
    pub quarters: Vec<Span>,
    /// What each half-year comes to.
    pub halves: Vec<Span>,
    /// What the year comes to.
    pub whole: Span,
    /// The calendars of the year, in the order in which they are laid over each other.
    pub layers: Vec<LayerView>,
    /// Whether who asks may add and amend.
    pub may_keep: bool,
}

/// A pattern with the day from which it holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PatternView {
    /// The day; null for everybody's until another is set.
    pub from: Option<NaiveDate>,
    /// The pattern.
    pub pattern: Pattern,
}

/// A day that replaces the schedule's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct IndividualDayView {
    /// The date.
    pub date: NaiveDate,
    /// Its paid intervals; none: a free day.
    pub intervals: Vec<Interval>,
}

/// How somebody is scheduled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SchedulePerson {
    /// The personnel number.
    pub person: String,
    /// The name.
    pub name: String,
    /// The department's code.
    pub department: Option<String>,
    /// The rate at the end of the month.
    pub rate_bp: BasisPoints,
    /// The pattern in effect at the end of the month.
    pub pattern: PatternView,
    /// Patterns that follow it.
    pub later: Vec<PatternView>,
    /// Days of the month that replace the schedule's.
    pub individual: Vec<IndividualDayView>,
    /// N: the base schedule's minutes over the whole month; null without a calendar.
    pub norm_cmin: Option<CentiMinutes>,
    /// Scheduled minutes of the days of employment, individual days with them; null without a calendar.
    pub scheduled_cmin: Option<CentiMinutes>,
    /// Whether who asks may set it.
    pub may_set: bool,
}

/// ask schedules.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SchedulesView {
    /// The month.
    pub month: Month,
    /// The running work day.
    pub today: NaiveDate,
    /// People employed in it, by personnel number.
    pub people: Vec<SchedulePerson>,
    /// Whether who asks may set anybody's.
    pub may_set: bool,
}

/// Scheduled minutes of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ScheduledDay {
    /// The work day.
    pub date: NaiveDate,
    /// Its scheduled minutes.
    pub minutes_cmin: CentiMinutes,
}

/// ask schedule: a month's plan by the schedule, or by one that is tried.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ScheduleView {
    /// The personnel number.
    pub person: String,
    /// The month.
    pub month: Month,
    /// N; null without a calendar.
    pub norm_cmin: Option<CentiMinutes>,
    /// Scheduled minutes; null without a calendar.
    pub scheduled_cmin: Option<CentiMinutes>,
    /// The same by the schedule as it is.
    pub now_cmin: Option<CentiMinutes>,
    /// Its days; none without a calendar.
    pub days: Vec<ScheduledDay>,
}
