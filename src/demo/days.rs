//! The demo's months: tickets through each work day, closed the next morning.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, Days, NaiveDate};
use rand::Rng;
use rand::distr::weighted::WeightedIndex;
use rand_distr::Distribution;

use super::cast::{self, Player, Work};
use super::staff::away_on;
use super::{Stage, moment};
use crate::domain::calendar::DayType;
use crate::domain::instant::Instant;
use crate::domain::ticket::{Channel, ContactOutcome};
use crate::domain::units::CentiMinutes;
use crate::floor::Stop;
use crate::floor::command::{CalendarCommand, Command, DayClose, DecisionGiven, TicketCommand, TicketSave};
use crate::floor::sign_in::Session;

/// Minutes of a full day's plan, in hundredths.
const FULL_DAY_CMIN: f64 = 48_000.0;

/// The working day on the demo floor: from 9:00, this many minutes.
const DAY_MINUTES: u32 = 535;

/// A ticket of the play: when it is finished, whose it is, what it says.
struct Planned {
    at: Instant,
    player: usize,
    save: TicketSave,
}

impl Stage {
    /// Lives through the days from the order's effective day to yesterday.
    pub(super) fn months(
        &mut self,
        supervisor: &Session,
        actions: &[Work],
        weights: &BTreeMap<String, CentiMinutes>,
        order_day: NaiveDate,
        today: NaiveDate,
        progress: &dyn Fn(f32),
    ) -> Result<(), Stop> {
        let mut sessions = Vec::new();
        for player in cast::operators() {
            sessions.push(self.sign_in(player.login)?.0);
        }
        self.acquaint(&sessions)?;
        let dice = WeightedIndex::new(actions.iter().map(|work| work.share))
            .map_err(|error| Stop::Fault(error.to_string()))?;
        let first = self.next_work_day(order_day);
        let days: Vec<NaiveDate> = first
            .iter_days()
            .take_while(|day| *day < today)
            .filter(|day| self.calendar.day_type(*day) != DayType::Free)
            .collect();
        let all = days.len().max(1);
        let mut week: Vec<NaiveDate> = Vec::new();
        let mut weeks = 0;
        for (place, &day) in days.iter().enumerate() {
            self.morning(supervisor, &sessions, day, place, all)?;
            self.staff_morning(supervisor, &days, place)?;
            let mut planned = self.plan_day(actions, weights, &dice, day, &away_on(place));
            planned.sort_by_key(|ticket| ticket.at);
            for ticket in planned {
                self.go_to(ticket.at);
                if let Some(session) = sessions.get(ticket.player) {
                    self.send(session, Command::Ticket(TicketCommand::TicketSave(ticket.save)))?;
                }
            }
            self.settle()?;
            self.staff_evening(supervisor, day, place, all)?;
            self.close_through(supervisor, day)?;
            if week.last().is_some_and(|before| before.iso_week() != day.iso_week()) {
                self.calls_of_week(supervisor, weights, &std::mem::take(&mut week), weeks)?;
                weeks += 1;
            }
            week.push(day);
            progress(0.1 + 0.88 * fraction(place + 1, all));
        }
        self.close_through(supervisor, today.pred_opt().unwrap_or(today))
    }

    fn close_through(&mut self, supervisor: &Session, day: NaiveDate) -> Result<(), Stop> {
        self.go_to(moment(day + Days::new(1), 0, 5));
        let close = DayClose { through: day, from: None };
        self.run(supervisor, Command::Calendar(CalendarCommand::DayClose(close))).map(drop)
    }

    fn plan_day(
        &mut self,
        actions: &[Work],
        weights: &BTreeMap<String, CentiMinutes>,
        dice: &WeightedIndex<u32>,
        day: NaiveDate,
        away: &BTreeSet<usize>,
    ) -> Vec<Planned> {
        let mut planned = Vec::new();
        for (place, player) in cast::operators().enumerate().filter(|(place, _)| !away.contains(place)) {
            planned.extend(self.plan_person(actions, weights, dice, day, place, player));
        }
        planned
    }

    fn plan_person(
        &mut self,
        actions: &[Work],
        weights: &BTreeMap<String, CentiMinutes>,
        dice: &WeightedIndex<u32>,
        day: NaiveDate,
        place: usize,
        player: &Player,
    ) -> Vec<Planned> {
        let short = if self.calendar.is_short(day) { 420.0 / 480.0 } else { 1.0 };
        let rate = if player.rate < 10_000 { 0.5 } else { 1.0 };
        let target = FULL_DAY_CMIN * player.pace * rate * short * self.random.random_range(0.93..1.07);
        let mut done = 0.0;
        let mut tickets = Vec::new();
        while done < target && tickets.len() < 90 {
            let decisions = self.decisions(actions, dice);
            done += decisions
                .iter()
                .filter_map(|decision| {
                    weights.get(decision.action.as_str()).map(|weight| weight.minutes() * 100.0 * quantity(decision))
                })
                .sum::<f64>();
            tickets.push(decisions);
        }
        let count = tickets.len().max(1);
        let minutes = if player.rate < 10_000 { DAY_MINUTES / 2 } else { DAY_MINUTES };
        let mut planned = Vec::with_capacity(count);
        for (number, decisions) in tickets.into_iter().enumerate() {
            let minute = u32::try_from(number * usize::try_from(minutes).unwrap_or(1) / count).unwrap_or(0) + 4;
            let finished = Instant::from(
                moment(day, 9, minute).utc() + chrono::TimeDelta::seconds(self.random.random_range(0..50)),
            );
            planned.push(Planned { at: finished, player: place, save: self.ticket(decisions, finished) });
        }
        planned
    }

    fn decisions(&mut self, actions: &[Work], dice: &WeightedIndex<u32>) -> Vec<DecisionGiven> {
        let count = self.random.random_range(2..5);
        let mut decisions: Vec<DecisionGiven> = Vec::with_capacity(count);
        for _ in 0..count {
            let Some(work) = actions.get(dice.sample(&mut self.random)) else { continue };
            if decisions.iter().any(|decision| decision.action == work.code) {
                continue;
            }
            let quantity = if self.random.random_bool(0.12) { 2 } else { 1 };
            let hard = i64::from(work.hard_share > 0.0 && self.random.random_bool(work.hard_share));
            decisions.push(DecisionGiven {
                action: work.code.clone(),
                quantity,
                hard,
                amount_minor: None,
                paid_on: None,
            });
        }
        decisions
    }

    fn ticket(&mut self, decisions: Vec<DecisionGiven>, finished: Instant) -> TicketSave {
        let channel =
            [Channel::InboundCall, Channel::InboundCall, Channel::InboundCall, Channel::Chat, Channel::OutboundCall]
                .get(self.random.random_range(0..5))
                .copied()
                .unwrap_or_default();
        let phone = format!(
            "+7 9{:02} {:03}-{:02}-{:02}",
            self.random.random_range(10..90),
            self.random.random_range(100..999),
            self.random.random_range(10..99),
            self.random.random_range(10..99)
        );
        TicketSave {
            ticket: self.id(),
            employee: None,
            channel,
            client: Some(phone),
            opened_at: None,
            finished_at: Some(finished),
            decisions,
            on_behalf_of: None,
            outcome: Some(if self.random.random_bool(0.9) { ContactOutcome::Solved } else { ContactOutcome::PassedOn }),
            comment: None,
            reason: None,
        }
    }
}

fn quantity(decision: &DecisionGiven) -> f64 {
    if decision.quantity == 2 { 2.0 } else { 1.0 }
}

#[expect(clippy::cast_possible_truncation, reason = "a share of the progress bar")]
fn fraction(part: usize, all: usize) -> f32 {
    (crate::statistics::count::number(part) / crate::statistics::count::number(all)) as f32
}
