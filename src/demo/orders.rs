//! What becomes of orders on the demo floor: acquaintance, an order revoked before it took effect, a pilot under way.

use chrono::{Months, NaiveDate};
use uuid::Uuid;

use super::studies::{fault, norm_of};
use super::{Stage, accepted, cast, moment};
use crate::domain::code::Code;
use crate::domain::norm_set::SetState;
use crate::domain::units::CentiMinutes;
use crate::floor::command::{
    Command, NormsCommand, OrderAcknowledge, OrderApprove, OrderRevoke, OrdersCommand, SetNorm, SetPilot,
};
use crate::floor::question::{Nothing, Question};
use crate::floor::sign_in::Session;
use crate::floor::{Envelope, Stop};
use crate::views::View;

/// Operators who acknowledge the first order before it takes effect.
const IN_TIME: usize = 9;

/// Work days that the pilot has lasted by the last one.
const PILOT: usize = 15;

/// Work days between an order and its revocation.
const SECOND_THOUGHTS: usize = 5;

impl Stage {
    /// Most operators acknowledge the first order on the day it is signed.
    pub(super) fn acquaint(&mut self, sessions: &[Session]) -> Result<(), Stop> {
        for session in sessions.iter().take(IN_TIME) {
            self.acknowledge_all(session)?;
        }
        Ok(())
    }

    fn acknowledge_all(&mut self, session: &Session) -> Result<(), Stop> {
        let View::Acknowledge(waiting) = self.ask(session, Question::Acknowledge(Nothing {}))? else {
            return Err(fault("acknowledge"));
        };
        for order in waiting.orders {
            let acknowledge = OrderAcknowledge { order: order.order };
            self.run(session, Command::Orders(OrdersCommand::OrderAcknowledge(acknowledge)))?;
        }
        Ok(())
    }

    /// What happens on the morning of a day beside the tickets; `place` of `all` work days.
    pub(super) fn morning(
        &mut self,
        supervisor: &Session,
        sessions: &[Session],
        day: NaiveDate,
        place: usize,
        all: usize,
    ) -> Result<(), Stop> {
        self.go_to(moment(day, 8, 30));
        if place == 1
            && let Some(late) = sessions.get(IN_TIME)
        {
            self.acknowledge_all(late)?;
        }
        if place == all / 2 {
            self.hasty_order(supervisor, day)?;
        }
        if place == all / 2 + SECOND_THOUGHTS {
            self.revoke()?;
        }
        if place + PILOT == all {
            self.begin_pilot(supervisor, day)?;
        }
        Ok(())
    }

    /// The set in force.
    pub(super) fn set_in_force(&mut self, supervisor: &Session) -> Result<Option<Uuid>, Stop> {
        let View::Sets(sets) = self.ask(supervisor, Question::Sets(Nothing {}))? else { return Err(fault("sets")) };
        Ok(sets.sets.iter().find(|set| set.state == SetState::InForce).map(|set| set.set))
    }

    fn set_with(
        &mut self,
        supervisor: &Session,
        name: &str,
        norms: &[(&str, i64)],
        reason: &str,
    ) -> Result<Option<Uuid>, Stop> {
        let Some(current) = self.set_in_force(supervisor)? else { return Ok(None) };
        let set = self.draft(supervisor, &current.to_string(), name, None)?;
        for (code, minutes) in norms {
            let code = Code::new(code).map_err(|error| fault(&error.to_string()))?;
            let norm = SetNorm {
                expert_cmin: Some(CentiMinutes(*minutes)),
                reason: Some(reason.to_owned()),
                ..norm_of(set, &code)
            };
            self.run(supervisor, Command::Norms(NormsCommand::SetNorm(norm)))?;
        }
        Ok(Some(set))
    }

    /// An order two months ahead, which is thought better of.
    fn hasty_order(&mut self, supervisor: &Session, day: NaiveDate) -> Result<(), Stop> {
        let reason = "расчёт по новой телефонии";
        let Some(set) = self.set_with(supervisor, "Новая телефония", &[("SPEED", 520)], reason)? else {
            return Ok(());
        };
        self.submit(supervisor, set, "изменение технологии: переход на новую телефонию")?;
        let ahead = day.checked_add_months(Months::new(2)).unwrap_or(day);
        let approve = OrderApprove {
            order: self.id(),
            set,
            number: "18-к".to_owned(),
            date: day,
            effective: self.next_work_day(ahead),
            early_reason: None,
            pilot_reason: Some("обкатать нельзя, пока телефония не включена".to_owned()),
            representative: None,
        };
        self.sign(Command::Norms(NormsCommand::OrderApprove(approve)))
    }

    fn revoke(&mut self) -> Result<(), Stop> {
        let (director, _) = self.sign_in(cast::director().login)?;
        let View::Orders(orders) = self.ask(&director, Question::Orders(Nothing {}))? else {
            return Err(fault("orders"));
        };
        let Some(order) = orders.orders.iter().find(|order| order.state == SetState::Approved) else { return Ok(()) };
        let revoke = OrderRevoke {
            order: order.order,
            number: Some("19-к".to_owned()),
            date: None,
            reason: Some("переход на новую телефонию перенесён на следующий год".to_owned()),
        };
        self.sign(Command::Orders(OrdersCommand::OrderRevoke(revoke)))
    }

    /// The director does it, confirming with the password.
    pub(super) fn sign(&mut self, command: Command) -> Result<(), Stop> {
        let (director, proof) = self.sign_in(cast::director().login)?;
        let envelope = Envelope { proof: Some(proof), ..self.envelope(&director, command) };
        accepted(self.handle.execute(envelope)).map(drop)
    }

    fn begin_pilot(&mut self, supervisor: &Session, day: NaiveDate) -> Result<(), Stop> {
        let norms = [("SPEED", 560), ("ADDR", 165)];
        let reason = "новый порядок проверки линии; хронометраж назначен";
        let Some(set) = self.set_with(supervisor, "Проверка линии по-новому", &norms, reason)?
        else {
            return Ok(());
        };
        let to = day.checked_add_months(Months::new(1)).unwrap_or(day);
        let pilot = SetPilot { set, from: day, to };
        self.run(supervisor, Command::Orders(OrdersCommand::SetPilot(pilot))).map(drop)
    }
}
