//! Calendars, schedules, the closing of days.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::commands;
use crate::domain::calendar::CalendarDay;
use crate::domain::code::Code;
use crate::domain::schedule::{Interval, Pattern};

commands! {
    /// Calendars, schedules, the closing of days.
    CalendarCommand {
        /// Adds a work calendar, or amends the one of the same code.
        "calendar.add" => CalendarAdd(CalendarAdd),
        /// Sets a person's schedule from a day on.
        "schedule.set" => ScheduleSet(ScheduleSet),
        /// Replaces one day of a person's schedule: an extra shift, a day given away.
        "schedule.day" => ScheduleDay(ScheduleDay),
        /// Closes the work days through a date.
        "day.close" => DayClose(DayClose),
    }
}

/// calendar.add
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CalendarAdd {
    /// The calendar's code.
    pub code: Code,
    /// The year it makes known; by default the years of its days.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<i32>,
    /// Holidays and swaps; short days are derived.
    pub days: Vec<CalendarDay>,
}

/// schedule.set
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ScheduleSet {
    /// Whose schedule.
    pub person: Code,
    /// From which day.
    pub from: NaiveDate,
    /// Intervals a weekday, or a cycle.
    pub pattern: Pattern,
}

/// schedule.day
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ScheduleDay {
    /// Whose day.
    pub person: Code,
    /// The date.
    #[serde(alias = "day")]
    pub date: NaiveDate,
    /// Its paid intervals; none: a free day. Left out: the schedule's day again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub intervals: Option<Vec<Interval>>,
}

/// day.close
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DayClose {
    /// The last day to close.
    pub through: NaiveDate,
    /// Days before it stay open; by default every open day is closed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
}
