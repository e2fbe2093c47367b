//! A ticket while it is being written: what the operator has put in so far, and the command it becomes.
//!
//! Pure: no widgets. A draft is kept as text across restarts; its id is made when the work begins and stays until it is saved.

use chrono::{Datelike, Days, NaiveDate, NaiveTime, TimeZone};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::desktop::screens::norms::words;
use crate::domain::code::Code;
use crate::domain::instant::Instant;
use crate::domain::ticket::{Channel, ContactOutcome, QUANTITY_MAX};
use crate::domain::units::{CentiMinutes, Money};
use crate::floor::command::{
    ClaimOpen, Command, DecisionGiven, DeskCommand, Given, TicketCommand, TicketCorrect, TicketSave,
};
use crate::views::tickets::{DeskAction, TicketBrief};

/// A decision put on the ticket.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chosen {
    /// The action's code.
    pub action: String,
    /// How many times.
    pub quantity: i64,
    /// How many of them were hard cases.
    pub hard: i64,
    /// The amount of the deal in roubles, as it is typed; `None` while none is asked for.
    #[serde(default)]
    pub amount: Option<String>,
    /// The day it is paid on, as it is typed; blank: today.
    #[serde(default)]
    pub paid_on: String,
}

/// Why a ticket can't be sent as it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slip {
    /// The finish is no time of day of the running work day up to now.
    Finish,
    /// An amount is no sum of money.
    Amount,
    /// A day of payment is no date.
    PaidOn,
    /// A forgotten ticket of a closed day needs the reason why it was forgotten.
    Claim,
}

/// When the work was finished, as far as it was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Finish {
    /// At the moment of saving.
    Now,
    /// Earlier in the running work day.
    Today(Instant),
    /// On an earlier day: the ticket was forgotten, and the supervisor is asked for it.
    Before(Instant),
}

/// A ticket being written, or one of today being corrected.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Draft {
    /// The ticket's id; nil until the work begins.
    pub ticket: Uuid,
    /// When the work began, Unix milliseconds; 0 until then.
    pub opened_ms: i64,
    /// The version that is corrected, where the ticket is saved already.
    pub correcting: Option<i64>,
    /// Client reference.
    pub client: String,
    /// How the client came in.
    pub channel: Channel,
    /// What was done.
    pub decisions: Vec<Chosen>,
    /// Which decision `+`, `−` and H act on.
    #[serde(skip)]
    pub current: usize,
    /// How the contact ended.
    pub outcome: Option<ContactOutcome>,
    /// The colleague it is done for.
    pub behalf: Option<String>,
    /// A comment.
    pub comment: String,
    /// Why there is no decision.
    pub reason: String,
    /// The time of day at which the work was finished, as it is typed; empty for the moment of saving.
    pub finished: String,
    /// Calls that the person took into it, to be attached where no rule does.
    pub calls: Vec<Uuid>,
    /// What a correction began from, so that one without a change is known.
    pub before: Option<Box<Draft>>,
}

impl Draft {
    /// Whether the work has begun.
    #[must_use]
    pub fn begun(&self) -> bool {
        !self.ticket.is_nil()
    }

    /// Begins the work: from here on it has an id and a time.
    pub fn begin(&mut self, now_ms: i64) {
        if !self.begun() {
            self.ticket = Uuid::now_v7();
            self.opened_ms = now_ms;
        }
    }

    /// A saved ticket, opened to be corrected.
    #[must_use]
    pub fn of(ticket: &TicketBrief) -> Self {
        let decisions = ticket.decisions.iter().map(|decision| Chosen {
            action: decision.action.clone(),
            quantity: decision.quantity,
            hard: decision.hard,
            amount: decision.amount_minor.map(typed_amount),
            paid_on: decision.paid_on.map(|day| day.format("%d.%m.%Y").to_string()).unwrap_or_default(),
        });
        let draft = Self {
            ticket: ticket.ticket,
            correcting: Some(ticket.version),
            client: ticket.client.clone().unwrap_or_default(),
            channel: ticket.channel,
            decisions: decisions.collect(),
            comment: ticket.comment.clone().unwrap_or_default(),
            ..Self::default()
        };
        Self { before: Some(Box::new(draft.clone())), ..draft }
    }

    /// Whether something would be lost with it.
    #[must_use]
    pub fn holds(&self) -> bool {
        match &self.before {
            Some(before) => Self { before: None, current: 0, ..self.clone() } != **before,
            None => {
                *self
                    != Self { ticket: self.ticket, opened_ms: self.opened_ms, channel: self.channel, ..Self::default() }
            }
        }
    }

    /// Sets how often the current decision was made.
    pub fn count(&mut self, quantity: i64) {
        if let Some(chosen) = self.decisions.get(self.current) {
            self.change(quantity.clamp(1, QUANTITY_MAX) - chosen.quantity);
        }
    }

    /// The typed finish: a time of day is the latest one that lies in the work day and not after now; with a date before it ("19.11 14:30")
    /// it is of an earlier day.
    pub fn finish(&self, day: NaiveDate, zone: Tz, now: Instant) -> Result<Finish, Slip> {
        let typed = self.finished.trim();
        if typed.is_empty() {
            return Ok(Finish::Now);
        }
        if let Some((date, time)) = typed.split_once(char::is_whitespace) {
            let date = day_before(date, day).ok_or(Slip::Finish)?;
            let time = clock(time.trim()).ok_or(Slip::Finish)?;
            let moment = zone.from_local_datetime(&date.and_time(time)).latest().ok_or(Slip::Finish)?;
            return Ok(Finish::Before(Instant::from(moment.to_utc())));
        }
        let time = clock(typed).ok_or(Slip::Finish)?;
        // A work day that ends after midnight reaches into the next date.
        let days = [day.checked_add_days(Days::new(1)), Some(day)];
        let moments =
            days.into_iter().flatten().filter_map(|date| zone.from_local_datetime(&date.and_time(time)).latest());
        let found = moments.map(|moment| Instant::from(moment.to_utc())).find(|moment| *moment <= now);
        found.map(Finish::Today).ok_or(Slip::Finish)
    }

    /// Puts a decision on the ticket; the same one again counts one more.
    pub fn pick(&mut self, action: &str) {
        if let Some(place) = self.decisions.iter().position(|chosen| chosen.action == action) {
            self.current = place;
            self.change(1);
            return;
        }
        self.decisions.push(Chosen {
            action: action.to_owned(),
            quantity: 1,
            hard: 0,
            amount: None,
            paid_on: String::new(),
        });
        self.current = self.decisions.len() - 1;
    }

    /// One more or less of the current decision; below one it leaves the ticket.
    pub fn change(&mut self, by: i64) {
        let Some(chosen) = self.decisions.get_mut(self.current) else { return };
        chosen.quantity = chosen.quantity.saturating_add(by).min(QUANTITY_MAX);
        chosen.hard = chosen.hard.min(chosen.quantity);
        if chosen.quantity < 1 {
            self.remove(self.current);
        }
    }

    /// Takes a decision off the ticket.
    pub fn remove(&mut self, place: usize) {
        if place < self.decisions.len() {
            self.decisions.remove(place);
            self.current = self.current.min(self.decisions.len().saturating_sub(1));
        }
    }

    /// One more hard case of the current decision; after all of them, none.
    pub fn mark_hard(&mut self, actions: &[DeskAction]) {
        let Some(chosen) = self.decisions.get_mut(self.current) else { return };
        let criterion = action(actions, &chosen.action).and_then(|action| action.hard_criterion.as_deref());
        if criterion.is_some() {
            chosen.hard = if chosen.hard >= chosen.quantity { 0 } else { chosen.hard + 1 };
        }
    }

    /// What the ticket weighs so far, by today's norms.
    #[must_use]
    pub fn total(&self, actions: &[DeskAction]) -> CentiMinutes {
        let weights = self.decisions.iter().map(|chosen| minutes(actions, chosen));
        CentiMinutes::sum(weights).unwrap_or_default()
    }

    /// The command that saves or corrects it, or asks the supervisor for a forgotten one.
    pub fn command(&self, finish: Finish) -> Result<Command, Slip> {
        let decisions = self.given()?;
        let finished_at = match finish {
            Finish::Now => None,
            Finish::Today(finished) => Some(finished),
            Finish::Before(finished) => {
                let reason = said(&self.comment).ok_or(Slip::Claim)?;
                let (claim, channel, client) = (self.ticket, self.channel, said(&self.client));
                let open = ClaimOpen { claim, channel, client, finished_at: finished, decisions, reason };
                return Ok(Command::Desk(DeskCommand::ClaimOpen(open)));
            }
        };
        let behalf = self.behalf.as_deref().and_then(|code| Code::new(code).ok());
        let opened_at = Some(self.opened_ms).filter(|ms| *ms > 0).and_then(Instant::from_millis);
        // What was finished before it was written down was opened no later than that.
        let opened_at = opened_at.map(|opened| finished_at.map_or(opened, |finished| opened.min(finished)));
        let command = match self.correcting {
            Some(version) => TicketCommand::TicketCorrect(TicketCorrect {
                reason: said(&self.reason),
                channel: Some(self.channel),
                client: said(&self.client),
                decisions: Some(decisions),
                on_behalf_of: behalf.map_or(Given::Nothing, Given::Is),
                outcome: self.outcome,
                comment: said(&self.comment),
                ..correction(self.ticket, version)
            }),
            None => TicketCommand::TicketSave(TicketSave {
                ticket: self.ticket,
                employee: None,
                channel: self.channel,
                client: said(&self.client),
                opened_at,
                finished_at,
                decisions,
                on_behalf_of: behalf,
                outcome: self.outcome,
                comment: said(&self.comment),
                reason: said(&self.reason),
            }),
        };
        Ok(Command::Ticket(command))
    }

    /// The command that takes a saved ticket back.
    #[must_use]
    pub fn cancel(&self) -> Option<Command> {
        let correct = TicketCorrect {
            reason: said(&self.reason),
            decisions: Some(Vec::new()),
            ..correction(self.ticket, self.correcting?)
        };
        Some(Command::Ticket(TicketCommand::TicketCorrect(correct)))
    }

    fn given(&self) -> Result<Vec<DecisionGiven>, Slip> {
        let mut given = Vec::with_capacity(self.decisions.len());
        for chosen in &self.decisions {
            // The desk offers codes of the catalogue only.
            let Ok(action) = Code::new(&chosen.action) else { continue };
            let amount = chosen.amount.as_deref().map(str::trim).filter(|amount| !amount.is_empty());
            let amount_minor = amount.map(|typed| amount_of(typed).ok_or(Slip::Amount)).transpose()?;
            let paid_on = amount_minor.map(|_| chosen.paid_on.trim()).filter(|typed| !typed.is_empty());
            let paid_on = paid_on.map(|typed| words::date(typed).ok_or(Slip::PaidOn)).transpose()?;
            given.push(DecisionGiven { action, quantity: chosen.quantity, hard: chosen.hard, amount_minor, paid_on });
        }
        Ok(given)
    }

    /// The draft as it is kept across restarts; `None` for one that has not begun, or a correction without a change.
    #[must_use]
    pub fn note(&self) -> Option<String> {
        if !self.begun() || (self.correcting.is_some() && !self.holds()) {
            return None;
        }
        serde_json::to_string(self).ok()
    }
}

/// Reads a day before the running one: 19.11 or 19.11.2026, of this year or the last.
fn day_before(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let full = words::date(text).or_else(|| {
        let (day, month) = text.trim_end_matches('.').split_once('.')?;
        let of = |year| NaiveDate::from_ymd_opt(year, month.parse().ok()?, day.parse().ok()?);
        of(today.year()).filter(|date| *date < today).or_else(|| of(today.year() - 1))
    });
    full.filter(|date| *date < today)
}

/// Reads a time of day: 14:35, 14.35, 1435, 9:05.
///
/// ```
/// # use norma::desktop::screens::desk::draft::clock;
/// assert_eq!(clock("9.05"), clock("0905"));
/// assert_eq!(clock("25:00"), None);
/// ```
#[must_use]
pub fn clock(text: &str) -> Option<NaiveTime> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let marks = text.chars().all(|sign| sign.is_ascii_digit() || matches!(sign, ':' | '.' | ',' | ' ' | '-'));
    if !marks || !(3..=4).contains(&digits.len()) {
        return None;
    }
    let (hour, minute) = digits.split_at(digits.len() - 2);
    NaiveTime::from_hms_opt(hour.parse().ok()?, minute.parse().ok()?, 0)
}

/// Reads an amount of roubles, negative for a refund.
#[must_use]
pub fn amount_of(typed: &str) -> Option<Money> {
    let (sign, rest) = typed.strip_prefix(['-', '−']).map_or((1, typed), |rest| (-1, rest));
    words::decimal(rest, 2).map(|kopecks| Money(sign * kopecks))
}

/// An amount as it is typed.
#[must_use]
pub fn typed_amount(amount: Money) -> String {
    let (sign, kopecks) = (if amount.0 < 0 { "-" } else { "" }, amount.0.unsigned_abs());
    format!("{sign}{},{:02}", kopecks / 100, kopecks % 100)
}

fn correction(ticket: Uuid, version: i64) -> TicketCorrect {
    TicketCorrect {
        ticket,
        version,
        reason: None,
        employee: None,
        channel: None,
        client: None,
        opened_at: None,
        finished_at: None,
        decisions: None,
        on_behalf_of: Given::Stays,
        outcome: None,
        comment: None,
    }
}

/// A text that says something.
fn said(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// An action of the desk by its code.
#[must_use]
pub fn action<'a>(actions: &'a [DeskAction], code: &str) -> Option<&'a DeskAction> {
    actions.iter().find(|action| action.code == code)
}

/// What a decision weighs by today's norms; 0 where its action has none.
#[must_use]
pub fn minutes(actions: &[DeskAction], chosen: &Chosen) -> CentiMinutes {
    let weight = action(actions, &chosen.action).and_then(|action| action.weight_cmin).unwrap_or_default();
    weight.times(chosen.quantity).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Instant {
        serde_json::from_value(serde_json::json!(text)).unwrap()
    }

    #[test]
    fn a_typed_finish_is_the_latest_one_of_the_running_work_day() {
        let day: NaiveDate = "2026-11-20".parse().unwrap();
        let moscow = chrono_tz::Europe::Moscow;
        let check = |typed: &str, now: &str, expected: Result<Option<&str>, Slip>| {
            let draft = Draft { finished: typed.to_owned(), ..Draft::default() };
            let found = draft.finish(day, moscow, at(now));
            let expected = expected.map(|moment| moment.map_or(Finish::Now, |moment| Finish::Today(at(moment))));
            assert_eq!(found, expected, "{typed:?} at {now}");
        };
        let before = |typed: &str| {
            let draft = Draft { finished: typed.to_owned(), ..Draft::default() };
            draft.finish(day, moscow, at("2026-11-20T12:50:00+03:00"))
        };
        assert_eq!(before("19.11 14:30"), Ok(Finish::Before(at("2026-11-19T14:30:00+03:00"))));
        assert_eq!(before("2026-11-19 14:30"), before("19.11.2026 1430"));
        assert_eq!(before("24.12 9:00"), Ok(Finish::Before(at("2025-12-24T09:00:00+03:00"))));
        assert_eq!(before("20.11.2026 9:00"), Err(Slip::Finish), "today needs no date");
        check("", "2026-11-20T12:50:00+03:00", Ok(None));
        check("11:05", "2026-11-20T12:50:00+03:00", Ok(Some("2026-11-20T11:05:00+03:00")));
        check("1105", "2026-11-20T12:50:00+03:00", Ok(Some("2026-11-20T11:05:00+03:00")));
        check("13:00", "2026-11-20T12:50:00+03:00", Err(Slip::Finish));
        check("полдень", "2026-11-20T12:50:00+03:00", Err(Slip::Finish));
        // After midnight on a floor whose day ends at four.
        check("0:30", "2026-11-21T01:10:00+03:00", Ok(Some("2026-11-21T00:30:00+03:00")));
        check("23:50", "2026-11-21T01:10:00+03:00", Ok(Some("2026-11-20T23:50:00+03:00")));
    }

    #[test]
    fn a_draft_knows_what_would_be_lost_and_what_its_amounts_are() {
        let mut draft = Draft { channel: Channel::Chat, ..Draft::default() };
        draft.begin(5);
        assert!(!draft.holds(), "an opened ticket without a word holds nothing");
        draft.pick("TARIFF");
        draft.count(12);
        assert!(draft.holds());
        assert_eq!(draft.decisions[0].quantity, 12);
        draft.count(5_000);
        assert_eq!(draft.decisions[0].quantity, QUANTITY_MAX);
        for (typed, expected) in
            [("", Ok(None)), ("1 500,50", Ok(Some(150_050))), ("-300", Ok(Some(-30_000))), ("сто", Err(Slip::Amount))]
        {
            draft.decisions[0].amount = Some(typed.to_owned());
            let given = draft.given().map(|given| given[0].amount_minor.map(|amount| amount.0));
            assert_eq!(given, expected, "{typed:?}");
        }
        draft.decisions[0].amount = Some("1500".to_owned());
        let day = NaiveDate::from_ymd_opt(2026, 12, 3);
        for (typed, expected) in
            [(" ", Ok(None)), ("03.12.2026", Ok(day)), ("2026-12-03", Ok(day)), ("потом", Err(Slip::PaidOn))]
        {
            typed.clone_into(&mut draft.decisions[0].paid_on);
            assert_eq!(draft.given().map(|given| given[0].paid_on), expected, "{typed:?}");
        }
        let kept: Draft = serde_json::from_str(&draft.note().unwrap()).unwrap();
        assert_eq!(kept, Draft { current: 0, ..draft });
    }
}
