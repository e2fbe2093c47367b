//! A person's month in a department, day by day, from sums alone: what My KPI, the department and its indicators share.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::Reader;
use crate::domain::absence::DayTime;
use crate::domain::forecast::{self, WorkedDay, per_hour, share_cut};
use crate::domain::kpi::{ClosedStretch, is_closed};
use crate::domain::month::Month;
use crate::domain::units::{BasisPoints, CentiMinutes};
use crate::floor::Stop;
use crate::floor::month::MonthData;
use crate::floor::pay_figures::by_kind;
use crate::store::days::DaySum;
use crate::store::department::DayCount;
use crate::views::absences::KindMinutes;
use crate::views::department::{EfficiencyView, ForecastView, MyDay, TrendDay};

/// Closed days that a trend shows.
const TREND_DAYS: usize = 10;

/// One day.
#[derive(Debug, Clone, Default)]
pub(super) struct DayFacts {
    pub time: DayTime,
    pub kpi: CentiMinutes,
    pub lines: CentiMinutes,
    pub measured: CentiMinutes,
    pub tickets: i64,
    pub decisions: i64,
    pub closed: bool,
}

/// One person's month in one department, or in all of them.
#[derive(Debug, Clone)]
pub(super) struct PersonMonth {
    pub person: i64,
    pub department: Option<i64>,
    pub position: Option<String>,
    /// Whether the month's year has a calendar.
    pub planned: bool,
    pub closed_through: Option<NaiveDate>,
    pub days: BTreeMap<NaiveDate, DayFacts>,
}

impl PersonMonth {
    /// A month from its plan, sums and counts.
    pub fn of(
        person: i64,
        plan: Option<Vec<(NaiveDate, DayTime)>>,
        sums: &[DaySum],
        decisions: &[DayCount],
        closed: &[ClosedStretch],
        month: Month,
    ) -> Result<Self, Stop> {
        let planned = plan.is_some();
        let mut days: BTreeMap<NaiveDate, DayFacts> = BTreeMap::new();
        for (date, time) in plan.unwrap_or_default().into_iter().filter(|(_, time)| time.scheduled.0 > 0) {
            days.entry(date).or_default().time = time;
        }
        for sum in sums {
            let day = days.entry(sum.day).or_default();
            day.kpi = day.kpi.plus(sum.kpi)?.plus(sum.lines)?;
            day.lines = day.lines.plus(sum.lines)?;
            day.measured = day.measured.plus(sum.measured)?;
            day.tickets += sum.tickets;
        }
        for count in decisions {
            days.entry(count.day).or_default().decisions += count.count;
        }
        for (date, day) in &mut days {
            day.closed = is_closed(closed, *date);
        }
        let closed_through = month.days().filter(|day| is_closed(closed, *day)).last();
        Ok(Self { person, department: None, position: None, planned, closed_through, days })
    }

    /// Every account of a month with its days; `seen` says which departments are shown.
    pub fn all_of(data: &MonthData, decisions: &[DayCount], seen: impl Fn(i64, i64) -> bool) -> Vec<Self> {
        let closed_through = data.closed_through(data.month.last());
        let planned = data.planner.knows(data.month.first());
        let mut counts: BTreeMap<(i64, i64), Vec<&DayCount>> = BTreeMap::new();
        for count in decisions {
            counts.entry((count.person, count.department)).or_default().push(count);
        }
        let mut made = Vec::new();
        for (place, account) in data.facts.accounts.iter().enumerate() {
            if !seen(account.person, account.department) {
                continue;
            }
            let mut days: BTreeMap<NaiveDate, DayFacts> = BTreeMap::new();
            for (date, day) in &account.days {
                let facts = DayFacts {
                    time: day.time.clone(),
                    kpi: day.kpi,
                    lines: day.lines,
                    measured: day.measured,
                    tickets: day.tickets,
                    decisions: 0,
                    closed: is_closed(&data.closed, *date),
                };
                days.insert(*date, facts);
            }
            for count in counts.get(&(account.person, account.department)).into_iter().flatten() {
                days.entry(count.day).or_default().decisions += count.count;
            }
            made.push(Self {
                person: account.person,
                department: Some(account.department),
                position: data.positions.get(place).cloned().flatten(),
                planned,
                closed_through,
                days,
            });
        }
        made
    }

    /// K: closed days.
    pub fn kpi(&self) -> Result<CentiMinutes, Stop> {
        Ok(CentiMinutes::sum(self.days.values().filter(|day| day.closed).map(|day| day.kpi))?)
    }

    /// Open days.
    pub fn provisional(&self) -> Result<CentiMinutes, Stop> {
        Ok(CentiMinutes::sum(self.days.values().filter(|day| !day.closed).map(|day| day.kpi))?)
    }

    /// P; none without a calendar.
    pub fn plan(&self) -> Result<Option<CentiMinutes>, Stop> {
        let sum = CentiMinutes::sum(self.days.values().map(|day| day.time.target))?;
        Ok(self.planned.then_some(sum))
    }

    /// The plan through the last closed day; none without a calendar.
    pub fn plan_to_date(&self) -> Result<Option<CentiMinutes>, Stop> {
        let until = |date: &NaiveDate| self.closed_through.is_some_and(|through| *date <= through);
        let sum = CentiMinutes::sum(self.days.iter().filter(|(date, _)| until(date)).map(|(_, day)| day.time.target))?;
        Ok(self.planned.then_some(sum))
    }

    /// K in % of the plan to date, cut.
    pub fn pace(&self) -> Result<Option<BasisPoints>, Stop> {
        let plan = self.plan_to_date()?;
        let kpi = self.kpi()?;
        Ok(plan.and_then(|plan| share_cut(kpi.0, plan.0)))
    }

    /// Closed days as the forecast and the funnel look at them.
    pub fn worked_days(&self) -> Vec<WorkedDay> {
        let closed = self.days.values().filter(|day| day.closed);
        closed.map(|day| WorkedDay { kpi: day.kpi, worked: day.time.worked_minutes() }).collect()
    }

    /// Where the month is heading; none without a calendar, without work so far or without days to come.
    pub fn forecast(&self) -> Result<Option<ForecastView>, Stop> {
        if !self.planned {
            return Ok(None);
        }
        let left: Vec<CentiMinutes> = self.days.values().filter(|day| !day.closed).map(|day| day.time.target).collect();
        let Some(made) = forecast::forecast(&self.worked_days(), &left)? else { return Ok(None) };
        let low = made.half_width.map(|half| made.kpi.minus(half)).transpose()?;
        let high = made.half_width.map(|half| made.kpi.plus(half)).transpose()?;
        Ok(Some(ForecastView {
            forecast_cmin: made.kpi,
            low_cmin: low,
            high_cmin: high,
            ratio_bp: made.ratio,
            days: made.days,
            days_left: made.days_left,
            target_left_cmin: made.target_left,
        }))
    }

    /// Work per worked hour; none without a calendar.
    pub fn efficiency(&self) -> Result<Option<EfficiencyView>, Stop> {
        if !self.planned {
            return Ok(None);
        }
        let closed = || self.days.values().filter(|day| day.closed);
        let worked = CentiMinutes::sum(closed().map(|day| day.time.worked_minutes()))?;
        let measured = CentiMinutes::sum(closed().map(|day| day.measured))?;
        let decisions: i64 = closed().map(|day| day.decisions).sum();
        Ok(Some(EfficiencyView {
            worked_cmin: worked,
            measured_cmin: measured,
            decisions,
            measured_per_hour_cmin: per_hour(measured.0, worked)?.map(CentiMinutes),
            decisions_per_hour_hundredths: per_hour(decisions.saturating_mul(100), worked)?,
        }))
    }

    /// The last closed days with a target or work.
    pub fn trend(&self) -> Vec<TrendDay> {
        let closed = self.days.iter().rev().filter(|(_, day)| day.closed).take(TREND_DAYS);
        let mut trend: Vec<TrendDay> = closed
            .map(|(date, day)| TrendDay {
                date: *date,
                kpi_cmin: day.kpi,
                target_cmin: self.planned.then_some(day.time.target),
            })
            .collect();
        trend.reverse();
        trend
    }

    /// Minutes away of the month, by kind.
    pub fn away(&self) -> Vec<KindMinutes> {
        let mut all: BTreeMap<String, CentiMinutes> = BTreeMap::new();
        for time in self.days.values().map(|day| &day.time) {
            for (kind, minutes) in time.left.iter().chain(&time.stayed) {
                all.entry(kind.clone()).or_default().0 += minutes.0;
            }
        }
        by_kind(&all)
    }

    /// Minutes of downtime of the month.
    pub fn downtime(&self) -> CentiMinutes {
        CentiMinutes(self.days.values().flat_map(|day| day.time.idle.values()).map(|minutes| minutes.0).sum())
    }

    /// The kind of absence that takes all of a day.
    pub fn away_all_day(&self, date: NaiveDate) -> Option<String> {
        let day = self.days.get(&date)?;
        let away = day.time.scheduled.0 > 0 && !day.time.present();
        let kinds = day.time.left.iter().chain(&day.time.stayed);
        kinds.max_by_key(|(_, minutes)| minutes.0).filter(|_| away).map(|(kind, _)| kind.clone())
    }

    /// The days as one's own month shows them.
    pub fn my_days(&self) -> Vec<MyDay> {
        let view = |(date, day): (&NaiveDate, &DayFacts)| {
            let mut away = by_kind(&day.time.left);
            away.extend(by_kind(&day.time.stayed));
            MyDay {
                date: *date,
                closed: day.closed,
                kpi_cmin: day.kpi,
                lines_cmin: day.lines,
                measured_cmin: day.measured,
                decisions: day.decisions,
                tickets: day.tickets,
                scheduled_cmin: self.planned.then_some(day.time.scheduled),
                target_cmin: self.planned.then_some(day.time.target),
                worked_cmin: self.planned.then(|| day.time.worked_minutes()),
                away,
            }
        };
        self.days.iter().map(view).collect()
    }
}

/// The month asked for, the running one by default.
pub(super) fn month_or_running(reader: &Reader<'_>, month: Option<Month>) -> Month {
    month.unwrap_or_else(|| Month::of(reader.today()))
}
