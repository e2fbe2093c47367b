//! What the screen remembers, and what each act does to the stopwatches.
//!
//! Invariant: whatever an act changed is saved before anything else happens ([`Form::pump`]).

use chrono::NaiveDate;
use egui::Ui;
use uuid::Uuid;

use super::alike::Alike;
use super::dialogs::Deciding;
use super::late::{self, QUIET_MS};
use super::record::{Came, Record};
use super::stages::{self, Naming};
use super::which_study::Choosing;
use super::{ACTS, Act, View, words};
use crate::desktop::action::{Action, Answer, Place, StudyPage, Tag, UndoBy};
use crate::desktop::keys::{self, ActionInfo};
use crate::desktop::theme::Kind;
use crate::desktop::widgets::choose;
use crate::domain::code::Code;
use crate::domain::stopwatch::{Bench, Choice, Event, Phase, Reading, Refused, Stopwatch};
use crate::floor::Accepted;
use crate::floor::command::Command;
use crate::locale::{Arg, Lang};
use crate::views::studies::{StudiesView, StudyView};
use crate::worker::ScratchNote;

/// The kind of scratch note that holds the record.
pub const NOTE_KIND: &str = "stopwatch";
const SLOT: &str = "bench";
/// A record that could not be read is kept here, and not written over.
const SLOT_UNREADABLE: &str = "unreadable";

/// What the screen remembers.
#[derive(Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a door of its own, open or not")]
pub struct Form {
    pub(super) record: Record,
    pub(super) dirty: bool,
    in_flight: bool,
    unreadable: Option<String>,
    pub(super) action: choose::State,
    pub(super) operator: choose::State,
    /// The observation under the keyboard, by its place in the study.
    pub(super) row: Option<usize>,
    pub(super) deciding: Option<Deciding>,
    pub(super) alike: Option<Alike>,
    pub(super) choosing: Option<Choosing>,
    /// The reason of a pause that is being typed.
    pub(super) naming: Option<Naming>,
    pub(super) clock: bool,
    /// The charts are in minutes instead of logarithms.
    pub(super) in_minutes: bool,
    /// The charts stand in the right card, as the window is low.
    pub(super) charts_beside: bool,
    /// The action to be timed next, as another screen asked for it.
    pub(super) taken_up: Option<String>,
    shown_study: Option<Uuid>,
    /// When a late rating was last changed, by the monotonic clock.
    rated_at_ms: i64,
    /// The small window is open.
    pub mini: bool,
    next_flag: bool,
}

impl Form {
    /// The stopwatches.
    #[must_use]
    pub fn bench(&self) -> &Bench {
        &self.record.bench
    }

    /// Whether any stopwatch counts.
    #[must_use]
    pub fn is_running(&self) -> bool {
        self.record.is_running()
    }

    /// Takes up what was under way when the program ended.
    pub fn recover(&mut self, notes: &[(String, String)], now: Reading) {
        let Some((_, body)) = notes.iter().find(|(slot, _)| slot == SLOT) else { return };
        match serde_json::from_str::<Record>(body) {
            Ok(record) => self.record = record.recovered(now),
            Err(error) => {
                tracing::error!(%error, "the saved stopwatch can't be read; it is kept aside");
                self.unreadable = Some(body.clone());
            }
        }
    }

    /// Whether something on screen moves by itself: a sitting, or a rating that is about to be sent.
    pub(super) fn waits(&self, now: Reading) -> bool {
        self.record.late.is_some() || self.bench().watches().iter().any(|watch| watch.sitting(now).is_some())
    }

    /// Times this action next, into this study of it. An observation that is under way keeps its own action.
    pub fn take_up(&mut self, action: &Code, study: Uuid) {
        self.record.studies.insert(action.to_string(), study);
        let free = matches!(self.record.phase(), Phase::Idle | Phase::Stopped | Phase::Waiting);
        self.taken_up = free.then(|| action.to_string());
        self.dirty = true;
    }

    /// Saves what has changed and sends what is ready. Called whenever something may have moved; `day` is the work day.
    pub fn pump(
        &mut self,
        studies: Option<&StudiesView>,
        day: Option<NaiveDate>,
        now: Reading,
        actions: &mut Vec<Action>,
    ) {
        self.dirty |= day.is_some_and(|day| self.record.see_day(day));
        let quiet_ms = now.monotonic_ms.saturating_sub(self.rated_at_ms);
        if !(0..QUIET_MS).contains(&quiet_ms) {
            self.dirty |= self.record.send_late();
        }
        if let Some(body) = self.unreadable.take() {
            actions.push(scratch(SLOT_UNREADABLE, body));
        }
        if studies.is_some_and(|studies| self.record.settle(studies)) {
            self.dirty = true;
        }
        if self.dirty {
            self.dirty = false;
            match serde_json::to_string(&self.record) {
                Ok(body) => actions.push(scratch(SLOT, body)),
                Err(error) => tracing::error!(%error, "the stopwatch can't be written down"),
            }
        }
        if let Some(post) = self.record.outbox.front().filter(|_| !self.in_flight) {
            self.in_flight = true;
            let command = Box::new(Command::Study(post.command.clone()));
            actions.push(Action::SendKept { tag: "outbox", id: post.id, command });
        }
    }

    /// Takes the outcome of a command.
    pub fn answered(&mut self, tag: Tag, answer: Answer<'_>, lang: Lang, actions: &mut Vec<Action>) {
        match (tag, answer) {
            ("outbox", answer) => {
                self.in_flight = false;
                self.dirty = true;
                self.record.answered(answer.err());
            }
            ("decide", Ok(accepted)) => self.decided(accepted, lang, actions),
            ("decide", Err(text)) => match &mut self.deciding {
                Some(deciding) => deciding.fail(text),
                None => actions.push(Action::Say(Kind::Bad, text.to_owned())),
            },
            ("alike", Ok(accepted)) => {
                self.alike = None;
                let count = accepted.result.get("decided").and_then(serde_json::Value::as_i64).unwrap_or_default();
                let text = lang.with("watch-alike-decided", &[("count", Arg::Count(count))]);
                actions.push(match undo_of(accepted) {
                    Some(command) => Action::SayUndo(Kind::Ok, text, UndoBy::Command(Box::new(command))),
                    None => Action::Say(Kind::Ok, text),
                });
            }
            ("alike", Err(text)) => match &mut self.alike {
                Some(alike) => alike.fail(text),
                None => actions.push(Action::Say(Kind::Bad, text.to_owned())),
            },
            ("undo", Ok(_)) => actions.push(Action::Say(Kind::Ok, lang.t("watch-decision-undone"))),
            (_, Err(text)) => actions.push(Action::Say(Kind::Bad, text.to_owned())),
            _ => {}
        }
    }

    fn decided(&mut self, accepted: &Accepted, lang: Lang, actions: &mut Vec<Action>) {
        let next = self.deciding.take().is_some_and(|deciding| deciding.is_one_of_many());
        self.next_flag = next;
        let text = lang.t("watch-decided");
        actions.push(match undo_of(accepted) {
            Some(command) => Action::SayUndo(Kind::Ok, text, UndoBy::Command(Box::new(command))),
            None => Action::Say(Kind::Ok, text),
        });
    }

    /// Chooses an observation and asks what it is to count as.
    pub(super) fn decide(&mut self, place: usize) {
        self.row = Some(place);
        self.deciding = Some(Deciding::at(place));
    }

    /// Does one of [`ACTS`](super::ACTS).
    pub fn act(&mut self, act: Act, now: Reading, lang: Lang, actions: &mut Vec<Action>) {
        let phase = self.record.phase();
        match (act, phase) {
            (Act::Start, Phase::Idle | Phase::Stopped | Phase::Waiting) => self.start(now, lang, actions),
            (Act::Start, Phase::Running) => self.event(Event::Break, now, lang, actions),
            (Act::Start | Act::Pause, Phase::Paused) | (Act::Pause, Phase::Waiting) => {
                self.event(Event::Resume { reason: None }, now, lang, actions);
            }
            (Act::Start, Phase::Recovered) => self.event(Event::GoOn, now, lang, actions),
            (Act::Stop, Phase::Recovered) => self.event(Event::StopNow, now, lang, actions),
            (Act::Stop, _) => self.event(Event::Stop, now, lang, actions),
            (Act::Pause, _) => self.event(Event::Pause { reason: None }, now, lang, actions),
            (Act::Hard, _) => self.event(Event::MarkHard, now, lang, actions),
            (Act::Undo, _) => self.event(Event::Undo, now, lang, actions),
            (Act::GiveUp, _) => self.event(Event::Exclude, now, lang, actions),
            (Act::EndSitting, _) => self.event(Event::EndSitting, now, lang, actions),
            (Act::Slower, _) => self.rate(-1, now, lang, actions),
            (Act::Faster, _) => self.rate(1, now, lang, actions),
            (Act::LastSlower, _) => self.rate_last(-1, now, lang, actions),
            (Act::LastFaster, _) => self.rate_last(1, now, lang, actions),
            _ => self.open(act, lang, actions),
        }
    }

    /// Opens or changes something that no stopwatch takes part in.
    fn open(&mut self, act: Act, lang: Lang, actions: &mut Vec<Action>) {
        match act {
            Act::ChooseAction => self.action.open(),
            Act::ChooseOperator => self.operator.open(),
            Act::ChooseStudy => self.choose_study(lang, actions),
            Act::Add => self.add(lang, actions),
            Act::Previous => self.beside(false, lang, actions),
            Act::Next => self.beside(true, lang, actions),
            Act::Close => match self.record.close() {
                Ok(()) => self.dirty = true,
                Err(refused) => actions.push(Action::Say(Kind::Warn, words::refused(lang, refused))),
            },
            Act::NextFlag => self.next_flag = true,
            Act::Alike => self.alike = Some(Alike::default()),
            Act::Decide => self.deciding = self.row.map(Deciding::at),
            Act::Scale => self.in_minutes = !self.in_minutes,
            Act::Mini => self.mini = !self.mini,
            Act::Study => actions.push(Action::OpenStudy(self.shown_study, StudyPage::Readings)),
            _ => actions.push(Action::Go(Place::Norms)),
        }
    }

    fn start(&mut self, now: Reading, lang: Lang, actions: &mut Vec<Action>) {
        let choice = self.record.choice();
        if choice.action.is_none() {
            self.action.open();
            actions.push(Action::Say(Kind::Accent, lang.t("watch-choose-action-first")));
        } else if choice.operator.is_none() {
            self.operator.open();
            actions.push(Action::Say(Kind::Accent, lang.t("watch-choose-operator-first")));
        } else {
            self.event(Event::Start, now, lang, actions);
        }
    }

    fn choose_study(&mut self, lang: Lang, actions: &mut Vec<Action>) {
        if self.record.choice().action.is_some() {
            self.choosing = Some(Choosing::default());
        } else {
            self.action.open();
            actions.push(Action::Say(Kind::Accent, lang.t("watch-choose-action-first")));
        }
    }

    /// Rates the observation under way, else the last one.
    fn rate(&mut self, steps: i64, now: Reading, lang: Lang, actions: &mut Vec<Action>) {
        match self.bench().active_watch().and_then(Stopwatch::rating_bp) {
            Some(rating_bp) => {
                let rating_bp = late::stepped(rating_bp, steps);
                self.event(Event::Rate { rating_bp }, now, lang, actions);
            }
            None => self.rate_last(steps, now, lang, actions),
        }
    }

    fn rate_last(&mut self, steps: i64, now: Reading, lang: Lang, actions: &mut Vec<Action>) {
        if self.record.rate_last(steps, lang.t("watch-rated-after")).is_some() {
            self.rated_at_ms = now.monotonic_ms;
            self.dirty = true;
        } else {
            actions.push(Action::Say(Kind::Warn, lang.t("watch-nothing-to-rate")));
        }
    }

    /// Whether digits name the pause under way: while nobody has said what it is for.
    pub(super) fn names_pause(&self) -> bool {
        let paused = matches!(self.record.phase(), Phase::Paused | Phase::Waiting);
        paused && self.naming.is_none() && self.bench().active_watch().is_some_and(|one| one.pause_reason().is_none())
    }

    /// Names the pause by the place of its reason; the last one is typed.
    pub(super) fn name_pause(&mut self, place: usize, now: Reading, lang: Lang, actions: &mut Vec<Action>) {
        let reasons = stages::reasons(self.record.phase());
        let Some(key) = reasons.get(place) else { return };
        if place + 1 == reasons.len() {
            self.naming = Some(Naming::default());
        } else {
            let reason = lang.t(&format!("{key}-full"));
            self.event(Event::Name { reason }, now, lang, actions);
        }
    }

    fn add(&mut self, lang: Lang, actions: &mut Vec<Action>) {
        let choice = Choice { operator: None, ..self.record.choice() };
        self.bench_change(lang, actions, |bench| bench.add(choice));
        self.operator.open();
    }

    /// The stopwatch before or after the active one, round and round.
    fn beside(&mut self, after: bool, lang: Lang, actions: &mut Vec<Action>) {
        let count = self.bench().watches().len();
        let steps = if after { 1 } else { count.saturating_sub(1) };
        let place = (self.bench().active() + steps) % count.max(1);
        self.bench_change(lang, actions, |bench| bench.choose(place));
    }

    pub(super) fn choose_watch(&mut self, number: usize, lang: Lang, actions: &mut Vec<Action>) {
        let place = number.saturating_sub(1);
        if place == self.record.bench.watches().len() {
            self.add(lang, actions);
        } else {
            self.bench_change(lang, actions, |bench| bench.choose(place));
        }
    }

    fn bench_change(
        &mut self,
        lang: Lang,
        actions: &mut Vec<Action>,
        change: impl FnOnce(&mut Bench) -> Result<(), Refused>,
    ) {
        match change(&mut self.record.bench) {
            Ok(()) => self.dirty = true,
            Err(refused) => actions.push(Action::Say(Kind::Warn, words::refused(lang, refused))),
        }
    }

    /// Chooses the action to be timed, by its code.
    pub(super) fn choose_action(&mut self, view: &View<'_>, code: String, lang: Lang, actions: &mut Vec<Action>) {
        let elements = view.element_codes(Some(&code));
        let choice = Choice { action: Some(code), elements, ..self.record.choice() };
        self.event(Event::Choose(choice), view.reading, lang, actions);
    }

    /// Chooses the operator to be observed, by their code.
    pub(super) fn choose_operator(&mut self, view: &View<'_>, code: String, lang: Lang, actions: &mut Vec<Action>) {
        let choice = Choice { operator: Some(code), ..self.record.choice() };
        self.event(Event::Choose(choice), view.reading, lang, actions);
    }

    /// Follows the catalogue: elements may have been written since the action was chosen.
    pub(super) fn follow(&mut self, view: &View<'_>) {
        self.dirty |= self.record.bench.set_elements(|action| view.element_codes(action));
    }

    pub(super) fn event(&mut self, event: Event, now: Reading, lang: Lang, actions: &mut Vec<Action>) {
        let (marked, ends) = (event == Event::MarkHard, event == Event::EndSitting);
        let waiting = self.record.outbox.len();
        match self.record.apply(event, now) {
            Ok(_) if ends => {
                self.dirty = true;
                let recorded = self.record.outbox.len() > waiting;
                let key = if recorded { "watch-sitting-recorded" } else { "watch-sitting-too-short" };
                actions.push(Action::Say(Kind::Ok, lang.t(key)));
            }
            Ok(came) => {
                self.dirty = true;
                if !matches!(self.record.phase(), Phase::Paused | Phase::Waiting) {
                    self.naming = None;
                }
                self.clock |= self.record.disputed().is_some() && !self.record.is_running();
                self.say(&came, marked, lang, actions);
            }
            Err(refused) => actions.push(Action::Say(Kind::Warn, words::refused(lang, refused))),
        }
    }

    fn say(&self, came: &Came, marked: bool, lang: Lang, actions: &mut Vec<Action>) {
        let undoable = |text| Action::SayUndo(Kind::Ok, text, UndoBy::Stopwatch);
        let time = |ms| words::time(lang, ms);
        match came {
            Came::Taken(taken) => {
                let key = if taken.needs_decision.is_some() { "watch-said-disputed" } else { "watch-said-taken" };
                actions.push(undoable(lang.with(key, &[("time", Arg::Text(&time(taken.duration_ms)))])));
            }
            Came::GivenUp => actions.push(undoable(lang.t("watch-said-given-up"))),
            Came::Undone(Some(taken)) => {
                let text = lang.with("watch-said-withdrawn", &[("time", Arg::Text(&time(taken.duration_ms)))]);
                actions.push(Action::Say(Kind::Ok, text));
            }
            Came::Undone(None) => actions.push(Action::Say(Kind::Ok, lang.t("watch-said-undone"))),
            Came::Changed if marked => {
                let hard = self.record.bench.active_watch().is_some_and(Stopwatch::hard);
                let key = if hard { "watch-said-hard" } else { "watch-said-regular" };
                actions.push(undoable(lang.t(key)));
            }
            Came::Changed => {}
        }
    }

    /// The study that belongs to the chosen action.
    pub(super) fn study<'a>(&self, view: &View<'a>) -> Option<&'a StudyView> {
        view.study.filter(|study| Some(study.study) == self.shown_study)
    }

    /// Asks for the study of the chosen action.
    pub(super) fn select(&mut self, view: &View<'_>, actions: &mut Vec<Action>) {
        let action = self.record.choice().action;
        let study = action.and_then(|action| self.record.known_study(&action, view.studies));
        if study != self.shown_study {
            self.shown_study = study;
            self.row = None;
            actions.push(Action::SelectStudy(study));
        }
    }

    /// Takes the keys that are this screen's.
    pub(super) fn keys(&mut self, ui: &Ui, lang: Lang, view: &View<'_>, actions: &mut Vec<Action>) {
        // A button reached by Tab keeps Space and Enter; every other key is the stopwatch's.
        let held = ui.memory(|memory| memory.focused().is_some());
        let free = |info: &&ActionInfo<Act>| !(held && matches!(info.id, Act::Start | Act::Stop));
        let pressed: Vec<Act> = ACTS
            .iter()
            .filter(free)
            .filter(|info| info.id != Act::GiveUp || self.record.phase() == Phase::Recovered)
            .filter(|info| keys::is_pressed(ui.ctx(), *info))
            .map(|info| info.id)
            .collect();
        for act in pressed {
            self.act(act, view.reading, lang, actions);
        }
        if let Some(number) = keys::pressed_digit(ui.ctx()) {
            if self.names_pause() {
                self.name_pause(number - 1, view.reading, lang, actions);
            } else {
                self.choose_watch(number, lang, actions);
            }
        }
    }

    pub(super) fn open_next_flag(&mut self, lang: Lang, study: Option<&StudyView>, actions: &mut Vec<Action>) {
        if !std::mem::take(&mut self.next_flag) {
            return;
        }
        let observations = study.map(|study| study.observations.as_slice()).unwrap_or_default();
        let open = observations.iter().position(|one| words::counts(one) == words::Counts::Flagged);
        match open {
            Some(place) => {
                self.row = Some(place);
                self.deciding = Some(Deciding::one_of_many(place));
            }
            None => actions.push(Action::Say(Kind::Ok, lang.t("watch-no-flags"))),
        }
    }
}

fn scratch(slot: &str, body: String) -> Action {
    Action::Note(ScratchNote { kind: NOTE_KIND, slot: slot.to_owned(), body: Some(body) })
}

/// The command that takes a decision back, as the floor named it.
fn undo_of(accepted: &Accepted) -> Option<Command> {
    let undo = accepted.undo.as_ref()?;
    Command::from_wire(undo.get("do")?.as_str()?, undo.get("with")?).ok()
}
