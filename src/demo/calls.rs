//! The demo's call records: real handling times of some actions, week by week, as an import brings them in.
//!
//! Two norms agree with them, one action takes longer from the middle of the play on, and of one too few calls are known.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use rand::Rng;
use rand_distr::{Distribution, LogNormal, Normal};
use uuid::Uuid;

use super::cast;
use super::studies::{fault, millis};
use super::{Stage, moment};
use crate::domain::code::Code;
use crate::domain::study::{CaseClass, Source};
use crate::domain::units::CentiMinutes;
use crate::floor::Stop;
use crate::floor::command::{Command, ImportCommand, ImportRow, ImportRows, SampleRow};
use crate::floor::import::CHUNK;
use crate::floor::sign_in::Session;

/// An action whose time is known from calls: its code, calls a week, and by how much it takes longer in the end.
const CALLS: [(&str, usize, f64); 4] =
    [("GREET", 320, 1.0), ("LINE", 210, 1.0), ("BALANCE", 260, 1.14), ("DATA", 12, 1.0)];

/// The week after which an action takes longer, counted from the order.
const CHANGE_AFTER: usize = 5;

/// How much weeks differ, beyond chance.
const WEEK_SPREAD: f64 = 0.03;

/// How much calls of an action differ: σ of ln x.
const CALL_SPREAD: f64 = 0.4;

/// The allowance that the weights hold and a call does not show.
const ALLOWANCE: f64 = 1.1;

impl Stage {
    /// Brings in the calls of one week; `number` counts weeks from the order.
    pub(super) fn calls_of_week(
        &mut self,
        supervisor: &Session,
        weights: &BTreeMap<String, CentiMinutes>,
        days: &[NaiveDate],
        number: usize,
    ) -> Result<(), Stop> {
        let Some(last) = days.last() else { return Ok(()) };
        self.go_to(moment(*last + Days::new(1), 0, 10));
        let mut rows = Vec::new();
        for (code, a_week, longer) in CALLS {
            let Some(weight) = weights.get(code) else { continue };
            let of_week = Normal::new(1.0, WEEK_SPREAD).map_err(|error| fault(&error.to_string()))?;
            let change = if number > CHANGE_AFTER { longer } else { 1.0 };
            let mean = weight.minutes() * 60.0 / ALLOWANCE * change * of_week.sample(&mut self.random);
            // A log-normal of this mean: ln of it less half the variance of ln x.
            let dice = LogNormal::new(mean.ln() - CALL_SPREAD * CALL_SPREAD / 2.0, CALL_SPREAD)
                .map_err(|error| fault(&error.to_string()))?;
            for _ in 0..a_week * days.len() / 5 {
                let seconds = dice.sample(&mut self.random);
                rows.push(self.call(code, days, seconds)?);
            }
        }
        for (chunk, rows) in rows.chunks(CHUNK).enumerate() {
            let line = |place: usize| u64::try_from(chunk * CHUNK + place + 2).unwrap_or(2);
            let rows = rows.iter().cloned().enumerate();
            let rows = rows.map(|(place, row)| ImportRow { line: line(place), row }).collect();
            self.run(supervisor, Command::Import(ImportCommand::Samples(ImportRows { rows })))?;
        }
        Ok(())
    }

    fn call(&mut self, code: &str, days: &[NaiveDate], seconds: f64) -> Result<SampleRow, Stop> {
        let day = days.get(self.random.random_range(0..days.len().max(1))).copied().unwrap_or_default();
        let operators = cast::operators().count();
        let player = cast::operators().nth(self.random.random_range(0..operators)).unwrap_or(cast::supervisor());
        let minute = self.random.random_range(0..480);
        Ok(SampleRow {
            observation: self.id(),
            study: Uuid::new_v5(&Uuid::NAMESPACE_OID, format!("calls {code}").as_bytes()),
            action: Code::new(code).map_err(|error| fault(&error.to_string()))?,
            operator: Code::new(player.code).map_err(|error| fault(&error.to_string()))?,
            started_at: moment(day, 9, minute),
            duration_ms: millis(seconds),
            class: CaseClass::Regular,
            rating_bp: None,
            note: None,
            source: Source::CallRecord,
        })
    }
}
