//! The demo's time studies, its norm sets and the director's first order.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rand::Rng;
use rand_distr::{Distribution, LogNormal};
use uuid::Uuid;

use super::cast::{self, DEPARTMENT, Work};
use super::sittings::{self, Seats};
use super::{Stage, moment};
use crate::domain::code::Code;
use crate::domain::study::{CaseClass, Decided, ElementTime};
use crate::domain::units::{BasisPoints, CentiMinutes, Millis};
use crate::floor::Stop;
use crate::floor::command::{
    Command, FlagsDecide, NormsCommand, ObservationAdd, ObservationDecide, OrderApprove, SetDraft, SetNorm, SetSubmit,
    StudyCommand, StudyOpen,
};
use crate::floor::question::{AskSet, AskStudy, Question};
use crate::floor::sign_in::Session;
use crate::views::View;

/// Regular observations of each action.
const REGULAR: usize = 24;

/// Hard cases timed where the action has a criterion for them.
const HARD: usize = 10;

/// How many operators are observed.
const OBSERVED: usize = 8;

/// How many days the studies take.
const STUDY_DAYS: usize = 4;

pub(super) fn fault(text: &str) -> Stop {
    Stop::Fault(text.to_owned())
}

impl Stage {
    /// Times every action over some days; answers the day of the order.
    pub(super) fn studies(
        &mut self,
        supervisor: &Session,
        actions: &[Work],
        first: NaiveDate,
    ) -> Result<NaiveDate, Stop> {
        let mut days = vec![self.next_work_day(first)];
        while days.len() < STUDY_DAYS {
            let last = days.last().copied().unwrap_or(first);
            days.push(self.next_work_day(last));
        }
        let last = days.last().copied().unwrap_or(first);
        self.go_to(moment(last, 18, 0));
        let mut forgotten = Vec::new();
        let mut seats = Seats::new();
        for (place, work) in actions.iter().enumerate() {
            let study = self.id();
            self.run(
                supervisor,
                Command::Study(StudyCommand::StudyOpen(StudyOpen {
                    study,
                    action: work.code.clone(),
                    conditions: Some("рабочие места операторов, дневная смена, обычная нагрузка".to_owned()),
                })),
            )?;
            self.observe(supervisor, study, work, &days, &mut seats)?;
            if place % 7 == 3 {
                forgotten.push((self.forget_to_stop(supervisor, study, work, last)?, study));
            }
        }
        self.get_up(supervisor, seats)?;
        for (observation, _) in &forgotten {
            let decide = ObservationDecide {
                observation: *observation,
                decided: Decided::Exclude,
                reason: Some("забыли остановить секундомер".to_owned()),
                note: None,
            };
            self.run(supervisor, Command::Study(StudyCommand::ObservationDecide(decide)))?;
        }
        self.decide_flags(supervisor)?;
        Ok(last)
    }

    fn observe(
        &mut self,
        supervisor: &Session,
        study: Uuid,
        work: &Work,
        days: &[NaiveDate],
        seats: &mut Seats,
    ) -> Result<(), Stop> {
        let regular = LogNormal::new(work.median_s.ln(), work.sigma).map_err(|error| fault(&error.to_string()))?;
        let hard_count = if work.hard_criterion.is_some() { HARD } else { 0 };
        for number in 0..REGULAR + hard_count {
            let class = if number < REGULAR { CaseClass::Regular } else { CaseClass::Hard };
            let seconds = match class {
                CaseClass::Regular => regular.sample(&mut self.random),
                CaseClass::Hard => work.hard_mean_s * self.random.random_range(0.7..1.35),
            };
            let operator = number % OBSERVED;
            let player = cast::operators().nth(operator).unwrap_or(cast::supervisor());
            let day = days.get(number / OBSERVED % days.len().max(1)).copied().unwrap_or_default();
            let started_at = self.sit(seats, operator, day)?;
            let duration_ms = millis(seconds);
            sittings::took(seats, operator, day, duration_ms);
            let add = ObservationAdd {
                study,
                observation: self.id(),
                operator: Code::new(player.code).map_err(|error| fault(&error.to_string()))?,
                started_at,
                duration_ms,
                class,
                rating_bp: Some(BasisPoints(
                    [9_500, 10_000, 10_000, 10_500].get(number % 4).copied().unwrap_or(10_000),
                )),
                paused_ms: None,
                pauses: Vec::new(),
                elements: self.elements(work, duration_ms),
                note: None,
            };
            self.send(supervisor, Command::Study(StudyCommand::ObservationAdd(add)))?;
        }
        Ok(())
    }

    /// The times of an action's elements: each about as long as the next, the last gets what is left.
    fn elements(&mut self, work: &Work, all: Millis) -> Vec<ElementTime> {
        let mut left = all.0;
        let mut times = Vec::with_capacity(work.elements.len());
        for (place, element) in work.elements.iter().enumerate() {
            let open = i64::try_from(work.elements.len() - place).unwrap_or(1);
            let percent = self.random.random_range(75..125_i64);
            let length = if open == 1 { left } else { (left / open * percent / 100).max(1) };
            left -= length;
            times.push(ElementTime { element: element.code.clone(), duration_ms: Millis(length) });
        }
        times
    }

    /// A stopwatch that ran through lunch: to be found by its flag and excluded with a reason.
    fn forget_to_stop(&mut self, supervisor: &Session, study: Uuid, work: &Work, day: NaiveDate) -> Result<Uuid, Stop> {
        let observation = self.id();
        let add = ObservationAdd {
            study,
            observation,
            operator: Code::new("204").map_err(|error| fault(&error.to_string()))?,
            started_at: moment(day, 12, 40),
            duration_ms: millis(work.median_s * 22.0),
            class: CaseClass::Regular,
            rating_bp: None,
            paused_ms: None,
            pauses: Vec::new(),
            elements: Vec::new(),
            note: None,
        };
        self.send(supervisor, Command::Study(StudyCommand::ObservationAdd(add)))?;
        Ok(observation)
    }

    fn decide_flags(&mut self, supervisor: &Session) -> Result<(), Stop> {
        let view = self.ask(supervisor, Question::Studies(crate::floor::question::Nothing {}))?;
        let View::Studies(studies) = view else { return Err(fault("studies")) };
        for study in studies.studies.iter().filter(|study| study.open_flags > 0) {
            let decide = FlagsDecide {
                study: study.study,
                decided: Decided::Regular,
                reason: Some("просмотрено: обычные разговоры".to_owned()),
            };
            self.run(supervisor, Command::Study(StudyCommand::FlagsDecide(decide)))?;
        }
        Ok(())
    }

    pub(super) fn ask(&mut self, session: &Session, question: Question) -> Result<View, Stop> {
        self.settle()?;
        self.handle.ask(session, question).wait().map_err(|gone| fault(&gone.to_string()))?
    }

    /// Drafts the first set, boosts what the company wants more of, has it approved; answers the weights.
    pub(super) fn order(
        &mut self,
        supervisor: &Session,
        actions: &[Work],
        day: NaiveDate,
    ) -> Result<BTreeMap<String, CentiMinutes>, Stop> {
        let set = self.draft(supervisor, "studies", "Нормативы контактного центра", Some(BasisPoints(1_000)))?;
        let View::Set(view) = self.ask(supervisor, Question::Set(AskSet { set }))? else { return Err(fault("set")) };
        for work in actions.iter().filter(|work| work.boost_bp.is_some() || work.hard_criterion.is_some()) {
            let study = view.lines.iter().find(|line| line.action == work.code.as_str()).and_then(|line| line.study);
            let hard = work.hard_criterion.is_some();
            let norm = SetNorm {
                study,
                boost_bp: work.boost_bp.map(BasisPoints),
                boost_reason: work.boost_reason.clone(),
                hard_share_bp: hard.then(|| BasisPoints(basis_points(work.hard_share))),
                hard_share_count: hard.then_some(1_500),
                hard_share_source: hard.then(|| "журнал обращений за квартал".to_owned()),
                ..norm_of(set, &work.code)
            };
            self.run(supervisor, Command::Norms(NormsCommand::SetNorm(norm)))?;
        }
        self.submit(supervisor, set, "первое введение норм времени")?;
        let effective = self.next_work_day(day);
        let approve = OrderApprove {
            order: self.id(),
            set,
            number: "17-к".to_owned(),
            date: day,
            effective,
            early_reason: Some("первый сборник участка: предупреждать не о чем".to_owned()),
            pilot_reason: None,
            representative: Some("протокол профкома № 4".to_owned()),
        };
        self.sign(Command::Norms(NormsCommand::OrderApprove(approve)))?;
        let View::Set(view) = self.ask(supervisor, Question::Set(AskSet { set }))? else { return Err(fault("set")) };
        Ok(view.lines.iter().map(|line| (line.action.clone(), line.weight_cmin)).collect())
    }

    pub(super) fn draft(
        &mut self,
        supervisor: &Session,
        from: &str,
        name: &str,
        allowance_bp: Option<BasisPoints>,
    ) -> Result<Uuid, Stop> {
        let set = self.id();
        let department = Code::new(DEPARTMENT).map_err(|error| fault(&error.to_string()))?;
        let draft =
            SetDraft { set, department, name: name.to_owned(), from: from.to_owned(), allowance_bp, convention: None };
        self.run(supervisor, Command::Norms(NormsCommand::SetDraft(draft)))?;
        Ok(set)
    }

    pub(super) fn submit(&mut self, supervisor: &Session, set: Uuid, grounds: &str) -> Result<(), Stop> {
        let submit = SetSubmit { set, grounds: grounds.to_owned() };
        self.run(supervisor, Command::Norms(NormsCommand::SetSubmit(submit))).map(drop)
    }

    /// What is under way today: a study with a flag to decide, and a set that waits for the director.
    pub(super) fn unfinished(&mut self, supervisor: &Session, actions: &[Work], today: NaiveDate) -> Result<(), Stop> {
        let Some(work) = actions.iter().find(|work| work.code.as_str() == "SPEED") else { return Ok(()) };
        let yesterday = today.pred_opt().unwrap_or(today);
        let study = self.id();
        self.run(
            supervisor,
            Command::Study(StudyCommand::StudyOpen(StudyOpen { study, action: work.code.clone(), conditions: None })),
        )?;
        let mut seats = Seats::new();
        self.observe(supervisor, study, work, &[yesterday], &mut seats)?;
        self.get_up(supervisor, seats)?;
        self.forget_to_stop(supervisor, study, work, yesterday)?;
        let Some(current) = self.set_in_force(supervisor)? else { return Ok(()) };
        let set = self.draft(supervisor, &current.to_string(), "Новая форма заявки", None)?;
        for (code, minutes) in [("VISIT", 295), ("ADDR", 150)] {
            let code = Code::new(code).map_err(|error| fault(&error.to_string()))?;
            let norm = SetNorm {
                expert_cmin: Some(CentiMinutes(minutes)),
                reason: Some("новая форма заявки короче на один экран; хронометраж назначен".to_owned()),
                ..norm_of(set, &code)
            };
            self.run(supervisor, Command::Norms(NormsCommand::SetNorm(norm)))?;
        }
        self.submit(supervisor, set, "изменение технологии: новая форма заявки на выезд")?;
        let View::Study(_) = self.ask(supervisor, Question::Study(AskStudy { study }))? else {
            return Err(fault("study"));
        };
        Ok(())
    }
}

pub(super) fn norm_of(set: Uuid, action: &Code) -> SetNorm {
    SetNorm {
        set,
        action: action.clone(),
        study: None,
        expert_cmin: None,
        imported_cmin: None,
        reason: None,
        boost_bp: None,
        boost_reason: None,
        allowance_bp: None,
        own_allowance: None,
        hard_share_bp: None,
        hard_share_count: None,
        hard_share_source: None,
    }
}

/// Seconds as whole milliseconds, at least a second.
#[expect(clippy::cast_possible_truncation, reason = "a made-up duration of some minutes")]
pub(super) fn millis(seconds: f64) -> Millis {
    Millis(((seconds * 1000.0).round() as i64).max(1_000))
}

#[expect(clippy::cast_possible_truncation, reason = "a share between 0 and 1")]
fn basis_points(share: f64) -> i64 {
    (share * 10_000.0).round() as i64
}
