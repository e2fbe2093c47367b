//! The stopwatch: timing actions by the keyboard alone, and the study that grows from it.
//!
//! Invariant: a key acts at the moment it is pressed, whatever is on screen; what it did is saved before anything else happens.
//! What an event means stands in [`crate::domain::stopwatch`], what is saved and sent in [`record`].

use chrono_tz::Tz;
use egui::{Key, Ui};
use uuid::Uuid;

use crate::desktop::action::{Action, Answer, Place, StudyPage, Tag, UndoBy};
use crate::desktop::icons;
use crate::desktop::keys::{self, ActionInfo};
use crate::desktop::screens::norms::layout::{Side, split};
use crate::desktop::theme::{Kind, space};
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::{badge, card, choose};
use crate::domain::code::Code;
use crate::domain::stopwatch::{Bench, Choice, Event, Phase, Reading, Refused};
use crate::domain::study::Decided;
use crate::floor::Accepted;
use crate::floor::command::{Command, ObservationDecide, StudyCommand};
use crate::locale::{Arg, Lang};
use crate::views::norms::ActionsView;
use crate::views::studies::{StudiesView, StudyView};
use crate::worker::ScratchNote;

mod dialogs;
mod evidence;
mod face;
mod figures;
pub mod mini;
mod overview;
pub mod record;
pub mod words;

use dialogs::Deciding;
use record::{Came, Record};

/// The kind of scratch note that holds the record.
pub const NOTE_KIND: &str = "stopwatch";
const SLOT: &str = "bench";
/// A record that could not be read is kept here, and not written over.
const SLOT_UNREADABLE: &str = "unreadable";

/// What can be done here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// Start; while running: end the observation and begin the next; in a pause and after a restart: go on.
    Start,
    /// Stop; after a restart: it ends here.
    Stop,
    /// Pause or resume.
    Pause,
    /// Mark as a hard case, or take the mark back.
    Hard,
    /// Take the last step back.
    Undo,
    /// After a restart: give the observation up.
    GiveUp,
    /// Choose the action.
    ChooseAction,
    /// Choose the operator.
    ChooseOperator,
    /// One more stopwatch beside.
    Add,
    /// Close this stopwatch.
    Close,
    /// Decide the next open flag.
    NextFlag,
    /// Decide the chosen observation.
    Decide,
    /// The small window.
    Mini,
    /// On to the norms.
    Norms,
    /// On to the study.
    Study,
}

/// What can be done here, with its keys.
pub const ACTS: [ActionInfo<Act>; 15] = [
    ActionInfo::new(Act::Start, "watch-act-start", icons::PLAY).plain(Key::Space),
    ActionInfo::new(Act::Stop, "watch-act-stop", icons::STOP).plain(Key::Enter),
    ActionInfo::new(Act::Pause, "watch-act-pause", icons::PAUSE).plain(Key::P),
    ActionInfo::new(Act::Hard, "watch-act-hard", icons::STAR).plain(Key::H),
    ActionInfo::new(Act::Undo, "watch-act-undo", icons::ARROW_U_UP_LEFT).plain(Key::Backspace),
    ActionInfo::new(Act::GiveUp, "watch-act-give-up", icons::PROHIBIT).plain(Key::X),
    ActionInfo::new(Act::ChooseAction, "watch-act-action", icons::LIST_CHECKS).plain(Key::A),
    ActionInfo::new(Act::ChooseOperator, "watch-act-operator", icons::USER).plain(Key::O),
    ActionInfo::new(Act::Add, "watch-act-add", icons::PLUS).plain(Key::N),
    ActionInfo::new(Act::Close, "watch-act-close", icons::X).plain(Key::W),
    ActionInfo::new(Act::NextFlag, "watch-act-next-flag", icons::FLAG).plain(Key::F),
    ActionInfo::new(Act::Decide, "watch-act-decide", icons::SCALES).plain(Key::D),
    ActionInfo::new(Act::Mini, "watch-act-mini", icons::PICTURE_IN_PICTURE).plain(Key::M),
    ActionInfo::new(Act::Norms, "watch-act-norms", icons::ARROW_RIGHT).plain(Key::G),
    ActionInfo::new(Act::Study, "watch-act-study", icons::CHART_SCATTER).plain(Key::S),
];

/// What the screen shows.
#[derive(Debug, Clone, Copy)]
pub struct View<'a> {
    /// The catalogue.
    pub actions: &'a ActionsView,
    /// Studies, and operators that can be observed.
    pub studies: &'a StudiesView,
    /// The study that was last chosen.
    pub study: Option<&'a StudyView>,
    /// The floor's time zone.
    pub zone: Tz,
    /// Both clocks.
    pub reading: Reading,
}

impl View<'_> {
    /// The name of an action in the reader's language.
    fn action_name(&self, lang: Lang, code: &str) -> String {
        let found = self.actions.actions.iter().find(|action| action.code == code);
        found.map_or_else(
            || code.to_owned(),
            |action| super::norms::words::name(lang, &action.name_ru, action.name_en.as_deref()).to_owned(),
        )
    }

    /// The name of an operator.
    fn operator_name(&self, code: &str) -> String {
        let found = self.studies.operators.iter().find(|operator| operator.code == code);
        found.map_or_else(|| code.to_owned(), |operator| operator.name.clone())
    }
}

/// What the screen remembers.
#[derive(Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a door of its own, open or not")]
pub struct Form {
    record: Record,
    dirty: bool,
    in_flight: bool,
    unreadable: Option<String>,
    action: choose::State,
    operator: choose::State,
    /// The observation under the keyboard, by its place in the study.
    row: Option<usize>,
    deciding: Option<Deciding>,
    clock: bool,
    shown_study: Option<Uuid>,
    /// The small window is open.
    pub mini: bool,
    next_flag: bool,
    /// The action to be timed next, as another screen asked for it.
    taken_up: Option<String>,
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

    /// Times this action next, into this study of it. An observation that is under way keeps its own action.
    pub fn take_up(&mut self, action: Code, study: Uuid) {
        self.record.studies.insert(action.to_string(), study);
        self.taken_up =
            Some(action.to_string()).filter(|_| matches!(self.record.phase(), Phase::Idle | Phase::Stopped));
        self.dirty = true;
    }

    /// Saves what has changed and sends what is ready. Called whenever something may have moved.
    pub fn pump(&mut self, studies: Option<&StudiesView>, actions: &mut Vec<Action>) {
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

    /// Does one of [`ACTS`].
    pub fn act(&mut self, act: Act, now: Reading, lang: Lang, actions: &mut Vec<Action>) {
        let phase = self.record.phase();
        match (act, phase) {
            (Act::Start, Phase::Idle | Phase::Stopped) => self.start(now, lang, actions),
            (Act::Start, Phase::Running) => self.event(Event::Split, now, lang, actions),
            (Act::Start | Act::Pause, Phase::Paused) => {
                self.event(Event::Resume { reason: None }, now, lang, actions);
            }
            (Act::Start, Phase::Recovered) => self.event(Event::GoOn, now, lang, actions),
            (Act::Stop, Phase::Recovered) => self.event(Event::StopNow, now, lang, actions),
            (Act::Stop, _) => self.event(Event::Stop, now, lang, actions),
            (Act::Pause, _) => self.event(Event::Pause { reason: None }, now, lang, actions),
            (Act::Hard, _) => self.event(Event::MarkHard, now, lang, actions),
            (Act::Undo, _) => self.event(Event::Undo, now, lang, actions),
            (Act::GiveUp, _) => self.event(Event::Exclude, now, lang, actions),
            (Act::ChooseAction, _) => self.action.open(),
            (Act::ChooseOperator, _) => self.operator.open(),
            (Act::Add, _) => self.add(lang, actions),
            (Act::Close, _) => self.bench_change(lang, actions, |bench| bench.close(bench.active())),
            (Act::NextFlag, _) => self.next_flag = true,
            (Act::Decide, _) => self.deciding = self.row.map(Deciding::at),
            (Act::Mini, _) => self.mini = !self.mini,
            (Act::Norms, _) => actions.push(Action::Go(Place::Norms)),
            (Act::Study, _) => actions.push(Action::OpenStudy(self.shown_study, StudyPage::Readings)),
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

    fn add(&mut self, lang: Lang, actions: &mut Vec<Action>) {
        let action = self.record.choice().action;
        self.bench_change(lang, actions, |bench| bench.add(Choice { action, operator: None }));
        self.operator.open();
    }

    fn choose_watch(&mut self, number: usize, lang: Lang, actions: &mut Vec<Action>) {
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

    fn choose(&mut self, change: impl FnOnce(&mut Choice), now: Reading, lang: Lang, actions: &mut Vec<Action>) {
        let mut choice = self.record.choice();
        change(&mut choice);
        self.event(Event::Choose(choice), now, lang, actions);
    }

    fn event(&mut self, event: Event, now: Reading, lang: Lang, actions: &mut Vec<Action>) {
        let marked = event == Event::MarkHard;
        match self.record.apply(event, now) {
            Ok(came) => {
                self.dirty = true;
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
                let hard = self.record.bench.active_watch().is_some_and(crate::domain::stopwatch::Stopwatch::hard);
                let key = if hard { "watch-said-hard" } else { "watch-said-regular" };
                actions.push(undoable(lang.t(key)));
            }
            Came::Changed => {}
        }
    }

    /// The study that belongs to the chosen action.
    fn study<'a>(&self, view: &View<'a>) -> Option<&'a StudyView> {
        view.study.filter(|study| Some(study.study) == self.shown_study)
    }

    /// Asks for the study of the chosen action.
    fn select(&mut self, view: &View<'_>, actions: &mut Vec<Action>) {
        let action = self.record.choice().action;
        let study = action.and_then(|action| self.record.known_study(&action, view.studies));
        if study != self.shown_study {
            self.shown_study = study;
            self.row = None;
            actions.push(Action::SelectStudy(study));
        }
    }

    /// Takes the keys that are this screen's.
    fn keys(&mut self, ui: &Ui, lang: Lang, view: &View<'_>, actions: &mut Vec<Action>) {
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
            self.choose_watch(number, lang, actions);
        }
    }

    fn open_next_flag(&mut self, lang: Lang, study: Option<&StudyView>, actions: &mut Vec<Action>) {
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

/// When the active observation began, and whether it is marked, in a line.
#[must_use]
pub fn note(lang: Lang, zone: Tz, now: Reading, watch: &crate::domain::stopwatch::Stopwatch) -> String {
    face::note(lang, zone, now, watch)
}

fn scratch(slot: &str, body: String) -> Action {
    Action::Note(ScratchNote { kind: NOTE_KIND, slot: slot.to_owned(), body: Some(body) })
}

/// The command that takes a decision back, as the floor named it.
fn undo_of(accepted: &Accepted) -> Option<Command> {
    let undo = accepted.undo.as_ref()?;
    Command::from_wire(undo.get("do")?.as_str()?, undo.get("with")?).ok()
}

/// A decision about an observation.
fn decision(observation: Uuid, decided: Decided, reason: Option<String>) -> Action {
    let decide = ObservationDecide { observation, decided, reason, note: None };
    let command = Box::new(Command::Study(StudyCommand::ObservationDecide(decide)));
    Action::Send { tag: "decide", command }
}

/// Draws the screen.
pub fn show(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form, actions: &mut Vec<Action>) {
    form.keys(ui, lang, view, actions);
    if let Some(action) = form.taken_up.take() {
        form.choose(|choice| choice.action = Some(action), view.reading, lang, actions);
    }
    form.select(view, actions);
    let study = form.study(view);
    form.open_next_flag(lang, study, actions);
    card::content(ui, |ui| {
        head(ui, lang, view, form, actions);
        notices(ui, lang, form);
        let left = ((ui.available_width() - space::L) * 0.62).floor();
        let mut height = 0.0;
        split(ui, left, |ui, side| match side {
            Side::Left => {
                face::show(ui, lang, view, form, actions);
                height = ui.min_rect().height();
            }
            Side::Right => figures::show(ui, lang, form, study, height),
        });
        match study.filter(|study| !study.observations.is_empty()) {
            Some(study) => evidence::show(ui, lang, view, study, form),
            None => overview::show(ui, lang, view, form, actions),
        }
    });
    dialogs::show(ui, lang, view, study, form, actions);
    if form.is_running() {
        ui.ctx().request_repaint_after(std::time::Duration::from_millis(100));
    }
}

fn head(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form, actions: &mut Vec<Action>) {
    card::screen_title(ui, &lang.t("place-stopwatch"), |ui| {
        for (act, word) in [(Act::Norms, "watch-make-norm"), (Act::Study, "watch-to-study"), (Act::Mini, "watch-mini")]
        {
            let info = ACTS.iter().find(|info| info.id == act);
            let icon = info.map_or("", |info| info.icon);
            let key = info.map(|info| info.key_text(ui.ctx(), &|_| None)).unwrap_or_default();
            let (name, tooltip) = (lang.t(word), lang.t(&format!("{word}-hint")));
            let button = Button::secondary(&name).icon(icon).key(&key).tooltip(&tooltip);
            if button.selected(act == Act::Mini && form.mini).show(ui).clicked() {
                form.act(act, view.reading, lang, actions);
            }
        }
    });
}

/// What waits for a person before anything else: clocks that disagree, and what the floor refused.
fn notices(ui: &mut Ui, lang: Lang, form: &mut Form) {
    if form.record.disputed().is_some()
        && badge::banner(ui, Kind::Warn, &lang.t("watch-clocks-disagree"), &lang.t("watch-clocks-decide"))
    {
        form.clock = true;
    }
    let Some(returned) = form.record.returned.first() else { return };
    let text = lang.with("watch-returned", &[("why", Arg::Text(&returned.why))]);
    if badge::banner(ui, Kind::Bad, &text, &lang.t("watch-returned-forget")) {
        form.record.returned.remove(0);
        form.dirty = true;
    }
}
