//! What a stopwatch leaves behind: the bench, observations that wait for a person, and the commands on their way to the floor.
//!
//! Invariant: the whole record is saved after every event and read back after a restart. An observation gets its id, and its command
//! one, when it is taken; both are kept until the floor has answered, so that nothing is lost and nothing counts twice.

use std::collections::{BTreeMap, VecDeque};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::late::{Late, TakenHere};
use crate::domain::code::Code;
use crate::domain::instant::Instant;
use crate::domain::stopwatch::{
    Bench, Choice, Clock, EndedSitting, Event, NORMAL_PACE_BP, Outcome, Phase, Reading, Refused, Taken,
};
use crate::domain::study::{CaseClass, Decided, ElementTime, Pause, Source};
use crate::domain::units::{BasisPoints, Millis};
use crate::floor::command::{ObservationAdd, ObservationDecide, SittingAdd, StudyCommand, StudyOpen};
use crate::views::studies::StudiesView;

/// Why an observation is excluded that was given up after a restart, as it stands in the study.
pub const INTERRUPTED: &str = "interrupted";
/// Why an observation is excluded whose event was taken back.
pub const UNDONE: &str = "undo";

/// A command on its way to the floor.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Post {
    /// The command's id.
    pub id: Uuid,
    /// The command.
    pub command: StudyCommand,
}

/// An observation that is not on its way yet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Held {
    /// Its id.
    pub observation: Uuid,
    /// As it was taken.
    pub taken: Taken,
    /// It was given up: it is stored as excluded.
    pub given_up: bool,
}

/// A command that the floor refused.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Returned {
    /// The command.
    pub command: StudyCommand,
    /// Why, in the language of the moment.
    pub why: String,
}

/// The whole of it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Record {
    /// The stopwatches.
    pub bench: Bench,
    /// In the order they are to be sent.
    pub outbox: VecDeque<Post>,
    /// Observations that wait for a person or for their study.
    pub held: Vec<Held>,
    /// What the floor refused.
    pub returned: Vec<Returned>,
    /// Studies opened or chosen here, by action: a study that was just opened is not in the view yet.
    pub studies: BTreeMap<String, Uuid>,
    /// The work day that was last seen: when it turns, sittings end.
    pub day: Option<NaiveDate>,
    /// A rating given after its observation was taken, not on its way yet.
    pub late: Option<Late>,
    /// What was taken since the start of the program, so that undo and a late rating find it.
    #[serde(skip)]
    pub(super) taken: Vec<TakenHere>,
}

/// What an event came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Came {
    /// The state changed.
    Changed,
    /// An observation was taken.
    Taken(Taken),
    /// An interrupted observation was given up.
    GivenUp,
    /// The last event was taken back, and with it maybe an observation.
    Undone(Option<Taken>),
}

impl Record {
    /// Takes an event on the active stopwatch.
    pub fn apply(&mut self, event: Event, now: Reading) -> Result<Came, Refused> {
        let outcome = self.bench.apply(self.bench.active(), event, now)?;
        let ended = self.bench.take_ended();
        self.sat(ended);
        Ok(match outcome {
            Outcome::Changed => Came::Changed,
            Outcome::Taken(taken) => {
                self.hold(&taken, false);
                Came::Taken(taken)
            }
            Outcome::Excluded(taken) => {
                self.hold(&taken, true);
                Came::GivenUp
            }
            Outcome::Undone { withdrawn } => {
                if let Some(taken) = &withdrawn {
                    self.withdraw(taken);
                }
                Came::Undone(withdrawn)
            }
        })
    }

    /// The record after a restart; the first interrupted stopwatch is the active one.
    #[must_use]
    pub fn recovered(self, now: Reading) -> Self {
        let mut bench = self.bench.recovered(now, false);
        let interrupted = bench.watches().iter().position(|watch| watch.phase() == Phase::Recovered);
        if let Some(place) = interrupted
            && let Err(refused) = bench.choose(place)
        {
            tracing::error!(%refused, "an interrupted stopwatch can't be chosen");
        }
        Self { bench, ..self }
    }

    /// Puts the active stopwatch away, and its sitting on its way.
    pub fn close(&mut self) -> Result<(), Refused> {
        let ended = self.bench.close(self.bench.active())?;
        self.sat(ended);
        Ok(())
    }

    /// Notes the work day: when it has turned, sittings end. Says whether anything changed.
    pub fn see_day(&mut self, day: NaiveDate) -> bool {
        let before = self.day.replace(day);
        if before.is_some_and(|before| before != day) {
            self.bench.turn_day();
            let ended = self.bench.take_ended();
            self.sat(ended);
        }
        before != Some(day)
    }

    /// Puts sittings that have ended on their way.
    fn sat(&mut self, ended: Vec<EndedSitting>) {
        for sitting in ended {
            let (Some(operator), Some(started_at), Some(ended_at)) = (
                code(Some(&sitting.operator)),
                Instant::from_millis(sitting.started_at_wall_ms),
                Instant::from_millis(sitting.ended_at_wall_ms),
            ) else {
                tracing::error!(?sitting, "a sitting that can't be stored");
                continue;
            };
            let pause = |pause: crate::domain::stopwatch::SittingPause| Pause {
                length_ms: Millis(pause.length_ms),
                reason: pause.reason,
            };
            let pauses = sitting.pauses.into_iter().map(pause).collect();
            let sitting = Uuid::now_v7();
            self.post(StudyCommand::SittingAdd(SittingAdd { sitting, operator, started_at, ended_at, pauses }));
        }
    }

    fn hold(&mut self, taken: &Taken, given_up: bool) {
        let observation = Uuid::now_v7();
        self.taken.push(TakenHere { taken: taken.clone(), observation, rating_bp: taken.rating_bp });
        self.held.push(Held { observation, taken: taken.clone(), given_up });
    }

    /// Takes an observation back: one that was not sent is forgotten, one that was is excluded.
    fn withdraw(&mut self, taken: &Taken) {
        let Some(place) = self.taken.iter().rposition(|other| other.taken == *taken) else { return };
        let TakenHere { observation, .. } = self.taken.remove(place);
        self.late = self.late.take().filter(|late| late.observation != observation);
        if let Some(held) = self.held.iter().position(|held| held.observation == observation) {
            self.held.remove(held);
            return;
        }
        self.exclude(observation, UNDONE);
    }

    fn exclude(&mut self, observation: Uuid, reason: &str) {
        self.post(StudyCommand::ObservationDecide(ObservationDecide {
            observation,
            decided: Decided::Exclude,
            reason: Some(reason.to_owned()),
            note: None,
        }));
    }

    pub(super) fn post(&mut self, command: StudyCommand) {
        self.outbox.push_back(Post { id: Uuid::now_v7(), command });
    }

    /// Puts the observations that wait for nobody on their way; says whether there were any.
    pub fn settle(&mut self, studies: &StudiesView) -> bool {
        let (ready, waiting): (Vec<Held>, Vec<Held>) =
            std::mem::take(&mut self.held).into_iter().partition(|held| held.taken.needs_decision.is_none());
        self.held = waiting;
        let any = !ready.is_empty();
        for held in ready {
            self.send(held, studies);
        }
        any
    }

    fn send(&mut self, held: Held, studies: &StudiesView) {
        let Held { observation, taken, given_up } = held;
        let (Some(action), Some(operator), Some(started_at)) = (
            code(taken.choice.action.as_deref()),
            code(taken.choice.operator.as_deref()),
            Instant::from_millis(taken.started_at_wall_ms),
        ) else {
            tracing::error!(?taken, "an observation without an action or operator can't be stored");
            return;
        };
        let study = self.study_for(&action, studies);
        self.post(StudyCommand::ObservationAdd(ObservationAdd {
            study,
            observation,
            operator,
            started_at,
            duration_ms: Millis(taken.duration_ms),
            class: if taken.hard { CaseClass::Hard } else { CaseClass::Regular },
            rating_bp: (taken.rating_bp != NORMAL_PACE_BP).then_some(BasisPoints(taken.rating_bp)),
            paused_ms: None,
            pauses: pauses(&taken),
            elements: elements(&taken),
            note: None,
        }));
        if given_up {
            self.exclude(observation, INTERRUPTED);
        }
    }

    /// Begins a study of an action, which goes on from now.
    pub fn begin_study(&mut self, action: &Code, conditions: Option<String>) -> Uuid {
        let study = Uuid::now_v7();
        self.post(StudyCommand::StudyOpen(StudyOpen { study, action: action.clone(), conditions }));
        self.studies.insert(action.to_string(), study);
        study
    }

    /// The study an action is timed in: the one opened or chosen here, else the newest of the stopwatch, else a new one.
    fn study_for(&mut self, action: &Code, studies: &StudiesView) -> Uuid {
        if let Some(study) = self.known_study(action.as_str(), studies) {
            return study;
        }
        self.begin_study(action, None)
    }

    /// The study of an action, if there is one.
    #[must_use]
    pub fn known_study(&self, action: &str, studies: &StudiesView) -> Option<Uuid> {
        let of_stopwatch = |study: &&crate::views::studies::StudyBrief| {
            study.source == Source::Stopwatch && study.action.code == action
        };
        self.studies.get(action).copied().or_else(|| studies.studies.iter().find(of_stopwatch).map(|study| study.study))
    }

    /// Takes the head of the outbox away: the floor has accepted or refused it. An observation whose elements it does
    /// not know (they were written anew meanwhile) is sent again as a whole: its time counts, whatever its parts.
    pub fn answered(&mut self, refusal: Option<&str>) {
        let Some(post) = self.outbox.pop_front() else { return };
        let Some(why) = refusal else { return };
        if let StudyCommand::StudyOpen(open) = &post.command {
            self.studies.remove(open.action.as_str());
        }
        if let StudyCommand::ObservationAdd(add) = &post.command
            && !add.elements.is_empty()
        {
            let command = StudyCommand::ObservationAdd(ObservationAdd { elements: Vec::new(), ..add.clone() });
            self.outbox.push_front(Post { id: Uuid::now_v7(), command });
        }
        self.returned.push(Returned { command: post.command, why: why.to_owned() });
    }

    /// Decides which clock was right about an observation; `None` gives it up.
    pub fn decide_clock(&mut self, observation: Uuid, right: Option<Clock>) {
        let Some(held) = self.held.iter_mut().find(|held| held.observation == observation) else { return };
        held.given_up |= right.is_none();
        let own = held.taken.clock;
        let by_ms = held.taken.settle(right.unwrap_or(own));
        let (operator, started) = (held.taken.choice.operator.clone(), held.taken.started_at_wall_ms);
        self.bench.correct(operator.as_deref(), started, by_ms);
    }

    /// The first observation over which the clocks disagree.
    #[must_use]
    pub fn disputed(&self) -> Option<&Held> {
        self.held.iter().find(|held| held.taken.needs_decision.is_some())
    }

    /// What the active stopwatch times.
    #[must_use]
    pub fn choice(&self) -> Choice {
        self.bench.active_watch().map(|watch| watch.choice().clone()).unwrap_or_default()
    }

    /// What the active stopwatch is doing.
    #[must_use]
    pub fn phase(&self) -> Phase {
        self.bench.active_watch().map_or(Phase::Idle, crate::domain::stopwatch::Stopwatch::phase)
    }

    /// Whether any stopwatch counts.
    #[must_use]
    pub fn is_running(&self) -> bool {
        self.bench.watches().iter().any(|watch| watch.phase() == Phase::Running)
    }
}

fn code(text: Option<&str>) -> Option<Code> {
    text.and_then(|text| Code::new(text).ok())
}

/// The pauses as they are stored; one that took no time is none.
fn pauses(taken: &Taken) -> Vec<Pause> {
    let lasted = taken.pauses.iter().filter(|pause| pause.length_ms > 0);
    lasted.map(|pause| Pause { length_ms: Millis(pause.length_ms), reason: pause.reason.clone() }).collect()
}

/// The element times as they are stored.
fn elements(taken: &Taken) -> Vec<ElementTime> {
    let one = |(element, length): (String, i64)| {
        Some(ElementTime { element: Code::new(&element).ok()?, duration_ms: Millis(length) })
    };
    taken.element_times().into_iter().map(one).collect::<Option<Vec<_>>>().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reading(seconds: i64) -> Reading {
        Reading { monotonic_ms: seconds * 1_000, wall_ms: 1_790_000_000_000 + seconds * 1_000 }
    }

    fn nothing() -> StudiesView {
        StudiesView { studies: Vec::new(), operators: Vec::new(), keeps: true }
    }

    /// A record in which one observation of two elements was taken and is on its way.
    fn with_one() -> Record {
        let mut record = Record::default();
        let elements = vec!["ASK".to_owned(), "SAVE".to_owned()];
        let choice = Choice { action: Some("TARIFF".to_owned()), operator: Some("101".to_owned()), elements };
        for (seconds, event) in [(0, Event::Choose(choice)), (0, Event::Start), (70, Event::Break), (90, Event::Stop)] {
            record.apply(event, reading(seconds)).unwrap();
        }
        assert!(record.settle(&nothing()));
        record
    }

    fn names(record: &Record) -> Vec<&'static str> {
        let name = |post: &Post| match &post.command {
            StudyCommand::StudyOpen(_) => "open",
            StudyCommand::ObservationAdd(add) if add.elements.is_empty() => "add whole",
            StudyCommand::ObservationAdd(_) => "add",
            StudyCommand::ObservationAmend(_) => "amend",
            StudyCommand::ObservationDecide(_) => "exclude",
            StudyCommand::SittingAdd(_) => "sitting",
            _ => "?",
        };
        record.outbox.iter().map(name).collect()
    }

    #[test]
    fn an_observation_with_unknown_elements_counts_as_a_whole() {
        let mut record = with_one();
        assert_eq!(names(&record), ["open", "add"]);
        record.answered(None);
        record.answered(Some("these are not its elements"));
        assert_eq!((names(&record), record.returned.len()), (vec!["add whole"], 1));
        record.answered(Some("and not even so"));
        assert_eq!((names(&record), record.returned.len()), (vec![], 2));
    }

    #[test]
    fn a_late_rating_is_one_amendment_and_goes_with_its_observation() {
        let mut record = with_one();
        for _ in 0..3 {
            assert!(record.rate_last(-1, "after".to_owned()).is_some());
        }
        assert!(record.send_late() && !record.send_late());
        assert_eq!(names(&record), ["open", "add", "amend"]);
        // There and back again is nothing; what is taken back is not rated.
        assert_eq!(record.rate_last(1, "after".to_owned()), Some(9_000));
        assert_eq!(record.rate_last(-1, "after".to_owned()), Some(8_500));
        assert!(!record.send_late());
        record.rate_last(1, "after".to_owned()).unwrap();
        record.apply(Event::Undo, reading(91)).unwrap();
        assert!(!record.send_late());
        assert_eq!(names(&record), ["open", "add", "amend", "exclude"]);
    }

    #[test]
    fn a_new_work_day_ends_the_sitting() {
        let mut record = with_one();
        let day = |day| NaiveDate::from_ymd_opt(2026, 3, day).unwrap();
        assert!(record.see_day(day(17)) && !record.see_day(day(17)));
        assert_eq!(names(&record), ["open", "add"]);
        assert!(record.see_day(day(18)));
        assert_eq!(names(&record), ["open", "add", "sitting"]);
    }

    #[test]
    fn a_record_of_an_older_program_is_read() {
        let mut stored = serde_json::to_value(with_one()).unwrap();
        stored.as_object_mut().unwrap().retain(|key, _| key != "late" && key != "day");
        let now = &mut stored["bench"]["watches"][0]["now"];
        now.as_object_mut().unwrap().remove("sitting");
        now["choice"].as_object_mut().unwrap().remove("elements");
        let read: Record = serde_json::from_value(stored).unwrap();
        assert_eq!((names(&read), read.choice().elements.len()), (vec!["open", "add"], 0));
    }
}
