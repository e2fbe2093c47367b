//! Tasks (задания): given by the supervisor, or one's own; and the reviews of a fresh floor.
//!
//! Invariant: only a task given by somebody else counts, only when that side accepts its result, and only once.

use chrono::{Days, NaiveDate};

use super::forecast::share_cut;
use super::rejection::{RefusalCode, Rejection};
use super::units::BasisPoints;

/// How far a task has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Not done yet.
    Open,
    /// Done; one given by the supervisor waits to be accepted.
    Done,
    /// Accepted: its decisions counted.
    Accepted,
    /// Returned with a comment: to be done again.
    Returned,
    /// Taken back.
    Cancelled,
}

/// What happens to a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Reported done.
    Done,
    /// Accepted.
    Accepted,
    /// Returned.
    Returned,
    /// Taken back.
    Cancelled,
}

impl State {
    /// The state as it stands on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Done => "done",
            Self::Accepted => "accepted",
            Self::Returned => "returned",
            Self::Cancelled => "cancelled",
        }
    }

    /// Whether there is still something to do.
    #[must_use]
    pub fn is_open(self) -> bool {
        matches!(self, Self::Open | Self::Returned)
    }

    /// The state after a step; refused where the step does not follow.
    pub fn after(self, step: Step, own: bool) -> Result<Self, Rejection> {
        let next = match (self, step) {
            (Self::Open | Self::Returned, Step::Done) => Some(Self::Done),
            (Self::Done, Step::Accepted) if !own => Some(Self::Accepted),
            (Self::Done, Step::Returned) if !own => Some(Self::Returned),
            (Self::Open | Self::Returned, Step::Cancelled) => Some(Self::Cancelled),
            (Self::Done, Step::Cancelled) if !own => Some(Self::Cancelled),
            _ => None,
        };
        next.ok_or_else(|| Rejection::because(RefusalCode::IdConflict, "task-state").naming("state", self.as_str()))
    }
}

impl Step {
    /// Every step.
    pub const ALL: [Self; 4] = [Self::Done, Self::Accepted, Self::Returned, Self::Cancelled];

    /// The step as it is stored.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Accepted => "accepted",
            Self::Returned => "returned",
            Self::Cancelled => "cancelled",
        }
    }

    /// The step of that name.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.as_str() == text)
    }

    /// The state it leads to.
    #[must_use]
    pub fn state(self) -> State {
        match self {
            Self::Done => State::Done,
            Self::Accepted => State::Accepted,
            Self::Returned => State::Returned,
            Self::Cancelled => State::Cancelled,
        }
    }
}

/// A task as it is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counted {
    /// How far it has come.
    pub state: State,
    /// Whether it is the person's own.
    pub own: bool,
    /// The last day for it.
    pub due: NaiveDate,
    /// The day it was last reported done.
    pub done_on: Option<NaiveDate>,
}

impl Counted {
    /// Whether it is not done and its day is over.
    #[must_use]
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        self.state.is_open() && self.due < today
    }

    /// Whether it was done after its day, or its day is over and it is not done.
    #[must_use]
    pub fn is_late(&self, today: NaiveDate) -> bool {
        match (self.state, self.done_on) {
            (State::Done | State::Accepted, Some(done)) => done > self.due,
            _ => self.is_overdue(today),
        }
    }
}

/// Tasks counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Not done yet.
    pub open: i64,
    /// Of them, due today.
    pub today: i64,
    /// Of them, due before today.
    pub overdue: i64,
    /// Done, waiting to be accepted.
    pub to_accept: i64,
    /// Due in the month up to today, those taken back left out.
    pub due: i64,
    /// Of these, late.
    pub late: i64,
}

impl Counts {
    /// Counts tasks; `month` are the first and last day that due ones are counted over.
    #[must_use]
    pub fn of(tasks: impl IntoIterator<Item = Counted>, month: (NaiveDate, NaiveDate), today: NaiveDate) -> Self {
        let mut counts = Self::default();
        for task in tasks {
            if task.state.is_open() {
                counts.open += 1;
                counts.today += i64::from(task.due == today);
                counts.overdue += i64::from(task.is_overdue(today));
            }
            counts.to_accept += i64::from(task.state == State::Done && !task.own);
            let due = task.state != State::Cancelled && month.0 <= task.due && task.due <= month.1.min(today);
            counts.due += i64::from(due);
            counts.late += i64::from(due && task.is_late(today));
        }
        counts
    }

    /// late / due, cut.
    #[must_use]
    pub fn late_share(&self) -> Option<BasisPoints> {
        share_cut(self.late, self.due)
    }
}

/// How many reviews of a start checklist are daily; the rest are weekly.
pub const DAILY_REVIEWS: usize = 5;

/// The days of a fresh floor's reviews: five working days from the first on, then one in each of the three weeks after
/// the last of them, moved to the next working day. `is_working` says which days are.
#[must_use]
pub fn review_days(from: NaiveDate, is_working: impl Fn(NaiveDate) -> bool) -> Vec<NaiveDate> {
    let next_working = |day: NaiveDate| day.iter_days().take(31).find(|day| is_working(*day)).unwrap_or(day);
    let mut days = Vec::with_capacity(DAILY_REVIEWS + 3);
    let mut next = from;
    for _ in 0..DAILY_REVIEWS {
        let day = next_working(next);
        days.push(day);
        next = day.checked_add_days(Days::new(1)).unwrap_or(day);
    }
    let last = days.last().copied().unwrap_or(from);
    for week in 1..=3 {
        days.push(next_working(last.checked_add_days(Days::new(7 * week)).unwrap_or(last)));
    }
    days
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{Datelike, Weekday};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_task_is_accepted_once_and_only_when_done() {
        use Step::{Accepted, Cancelled, Done, Returned};
        let check = |steps: &[Step], own: bool, expected: Result<State, &str>| {
            let made = steps.iter().try_fold(State::Open, |state, step| state.after(*step, own));
            assert_eq!(made.map_err(|refusal| refusal.reason), expected, "{steps:?}");
        };
        check(&[Done, Accepted], false, Ok(State::Accepted));
        check(&[Done, Returned, Done, Accepted], false, Ok(State::Accepted));
        check(&[Accepted], false, Err("task-state"));
        check(&[Done, Accepted, Accepted], false, Err("task-state"));
        check(&[Done, Accepted, Cancelled], false, Err("task-state"));
        check(&[Done, Accepted], true, Err("task-state"));
        check(&[Cancelled, Done], false, Err("task-state"));
        check(&[Done, Cancelled], true, Err("task-state"));
        check(&[Cancelled], true, Ok(State::Cancelled));
    }

    #[test]
    fn late_ones_are_counted_over_what_was_due() {
        let task =
            |state, due: &str, done: Option<&str>| Counted { state, own: false, due: day(due), done_on: done.map(day) };
        let tasks = [
            task(State::Open, "2026-11-03", None),
            task(State::Returned, "2026-11-10", Some("2026-11-09")),
            task(State::Open, "2026-11-20", None),
            task(State::Accepted, "2026-11-05", Some("2026-11-05")),
            task(State::Done, "2026-11-05", Some("2026-11-06")),
            task(State::Cancelled, "2026-11-02", None),
            task(State::Accepted, "2026-10-30", Some("2026-11-06")),
        ];
        let counts = Counts::of(tasks, (day("2026-11-01"), day("2026-11-30")), day("2026-11-10"));
        let expected = Counts { open: 3, today: 1, overdue: 1, to_accept: 1, due: 4, late: 2 };
        assert_eq!(counts, expected);
        assert_eq!(counts.late_share(), Some(BasisPoints(5_000)));
        assert_eq!(Counts::default().late_share(), None);
    }

    #[test]
    fn a_fresh_floor_is_reviewed_daily_then_weekly() {
        let working = |day: NaiveDate| {
            !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && day != "2026-11-04".parse().unwrap()
        };
        let days: Vec<String> = review_days(day("2026-11-02"), working).iter().map(ToString::to_string).collect();
        let expected = [
            "2026-11-02",
            "2026-11-03",
            "2026-11-05",
            "2026-11-06",
            "2026-11-09",
            "2026-11-16",
            "2026-11-23",
            "2026-11-30",
        ];
        assert_eq!(days, expected);
    }
}
