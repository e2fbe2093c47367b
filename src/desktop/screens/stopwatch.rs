//! The stopwatch: timing actions by the keyboard alone, and the study that grows from it.
//!
//! Invariant: a key acts at the moment it is pressed, whatever is on screen; what it did is saved before anything else happens.
//! What an event means stands in [`crate::domain::stopwatch`], what is saved and sent in [`record`].

use chrono_tz::Tz;
use egui::{Context, Key, Ui};

use crate::desktop::action::Action;
use crate::desktop::app::menu::key_word;
use crate::desktop::icons;
use crate::desktop::keys::ActionInfo;
use crate::desktop::screens::norms::layout::{Side, split};
use crate::desktop::theme::{Kind, space};
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::{badge, card};
use crate::domain::action::Element;
use crate::domain::stopwatch::{Phase, Reading, Stopwatch};
use crate::floor::command::StudyCommand;
use crate::locale::{Arg, Lang};
use crate::views::norms::ActionsView;
use crate::views::studies::{StudiesView, StudyView};

mod alike;
mod beside;
mod dialogs;
mod evidence;
mod face;
mod figures;
mod form;
mod late;
mod list;
pub mod mini;
mod overview;
mod pace;
pub mod record;
mod seat;
mod shelf;
mod stages;
mod which_study;
pub mod words;

pub use form::{Form, NOTE_KIND};

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
    /// Rate 5 % lower: the observation under way, else the last one.
    Slower,
    /// Rate 5 % higher.
    Faster,
    /// Rate the last observation 5 % lower.
    LastSlower,
    /// Rate the last observation 5 % higher.
    LastFaster,
    /// End the sitting.
    EndSitting,
    /// Choose the action.
    ChooseAction,
    /// Choose the operator.
    ChooseOperator,
    /// Choose or begin the study.
    ChooseStudy,
    /// One more stopwatch beside.
    Add,
    /// The stopwatch before this one.
    Previous,
    /// The stopwatch after this one.
    Next,
    /// Close this stopwatch.
    Close,
    /// Decide the next open flag.
    NextFlag,
    /// Decide all open flags alike.
    Alike,
    /// Decide the chosen observation.
    Decide,
    /// The charts on the other scale: logarithms or minutes.
    Scale,
    /// The small window.
    Mini,
    /// On to the norms.
    Norms,
    /// On to the study.
    Study,
}

/// What can be done here, with its keys.
pub const ACTS: [ActionInfo<Act>; 25] = [
    ActionInfo::new(Act::Start, "watch-act-start", icons::PLAY).plain(Key::Space),
    ActionInfo::new(Act::Stop, "watch-act-stop", icons::STOP).plain(Key::Enter),
    ActionInfo::new(Act::Pause, "watch-act-pause", icons::PAUSE).plain(Key::P),
    ActionInfo::new(Act::Hard, "watch-act-hard", icons::STAR).plain(Key::H),
    ActionInfo::new(Act::Undo, "watch-act-undo", icons::ARROW_U_UP_LEFT).plain(Key::Backspace),
    ActionInfo::new(Act::Slower, "watch-act-slower", icons::MINUS).plain(Key::OpenBracket),
    ActionInfo::new(Act::Faster, "watch-act-faster", icons::PLUS).plain(Key::CloseBracket),
    ActionInfo::new(Act::LastSlower, "watch-act-last-slower", icons::MINUS).plain(Key::Minus),
    ActionInfo::new(Act::LastFaster, "watch-act-last-faster", icons::PLUS).plain(Key::Equals),
    ActionInfo::new(Act::EndSitting, "watch-act-end-sitting", icons::SIGN_OUT).plain(Key::E),
    ActionInfo::new(Act::GiveUp, "watch-act-give-up", icons::PROHIBIT).plain(Key::X),
    ActionInfo::new(Act::ChooseAction, "watch-act-action", icons::LIST_CHECKS).plain(Key::A),
    ActionInfo::new(Act::ChooseOperator, "watch-act-operator", icons::USER).plain(Key::O),
    ActionInfo::new(Act::ChooseStudy, "watch-act-study", icons::CLIPBOARD_TEXT).plain(Key::S),
    ActionInfo::new(Act::Add, "watch-act-add", icons::PLUS).plain(Key::N),
    ActionInfo::new(Act::Previous, "watch-act-previous", icons::ARROW_LEFT).plain(Key::ArrowLeft),
    ActionInfo::new(Act::Next, "watch-act-next", icons::ARROW_RIGHT).plain(Key::ArrowRight),
    ActionInfo::new(Act::Close, "watch-act-close", icons::X).plain(Key::W),
    ActionInfo::new(Act::NextFlag, "watch-act-next-flag", icons::FLAG).plain(Key::F),
    ActionInfo::new(Act::Alike, "watch-act-alike", icons::FLAG_BANNER).plain(Key::U),
    ActionInfo::new(Act::Decide, "watch-act-decide", icons::SCALES).plain(Key::D),
    ActionInfo::new(Act::Scale, "watch-act-scale", icons::CHART_BAR).plain(Key::L),
    ActionInfo::new(Act::Mini, "watch-act-mini", icons::PICTURE_IN_PICTURE).plain(Key::M),
    ActionInfo::new(Act::Norms, "watch-act-norms", icons::ARROW_RIGHT).plain(Key::G),
    ActionInfo::new(Act::Study, "watch-act-open-study", icons::CHART_SCATTER).plain(Key::I),
];

/// Acts that belong together, one line of the key help each: the first, the second, and what both are for.
const PAIRS: [(Act, Act, &str); 3] = [
    (Act::Slower, Act::Faster, "watch-pair-pace"),
    (Act::LastSlower, Act::LastFaster, "watch-pair-last"),
    (Act::Previous, Act::Next, "watch-pair-beside"),
];

/// The lines of the key help: key and what it does.
#[must_use]
pub fn help(ctx: &Context, lang: Lang) -> Vec<(String, String)> {
    let key = |act| act_info(act).map(|info| info.key_text(ctx, &key_word(lang))).unwrap_or_default();
    let line = |info: &ActionInfo<Act>| {
        if PAIRS.iter().any(|(_, second, _)| *second == info.id) {
            return None;
        }
        let pair = PAIRS.iter().find(|(first, ..)| *first == info.id);
        Some(pair.map_or_else(
            || (key(info.id), lang.t(info.name_key)),
            |(first, second, does)| (format!("{} {}", key(*first), key(*second)), lang.t(does)),
        ))
    };
    ACTS.iter().filter_map(line).chain([("1…9".to_owned(), lang.t("watch-side-key"))]).collect()
}

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

    /// The elements an action is timed by.
    fn elements(&self, code: Option<&str>) -> &[Element] {
        let found = self.actions.actions.iter().find(|action| Some(action.code.as_str()) == code);
        found.map(|action| action.elements.as_slice()).unwrap_or_default()
    }

    /// Their codes, as the stopwatch takes them.
    fn element_codes(&self, code: Option<&str>) -> Vec<String> {
        self.elements(code).iter().map(|element| element.code.to_string()).collect()
    }

    /// The name of an operator.
    fn operator_name(&self, code: &str) -> String {
        let found = self.studies.operators.iter().find(|operator| operator.code == code);
        found.map_or_else(|| code.to_owned(), |operator| operator.name.clone())
    }
}

/// When the active observation began, and whether it is marked, in a line.
#[must_use]
pub fn note(lang: Lang, zone: Tz, now: Reading, watch: &Stopwatch) -> String {
    face::note(lang, zone, now, watch)
}

/// The element that is being timed, in a line: its number, name and break point; empty where there is none.
#[must_use]
pub fn element_note(lang: Lang, actions: &ActionsView, now: Reading, watch: &Stopwatch) -> String {
    let action = watch.choice().action.as_deref();
    let found = actions.actions.iter().find(|one| Some(one.code.as_str()) == action);
    let elements = found.map(|action| action.elements.as_slice()).unwrap_or_default();
    let under_way = matches!(watch.phase(), Phase::Running | Phase::Paused | Phase::Recovered);
    let at = watch.progress(now).filter(|_| under_way).map(|progress| progress.at);
    at.and_then(|at| Some((at, elements.get(at)?)))
        .map(|(at, element)| stages::headline(lang, at, elements.len(), element))
        .unwrap_or_default()
}

/// An act with its word and icon, for a button.
fn act_info(act: Act) -> Option<&'static ActionInfo<Act>> {
    ACTS.iter().find(|info| info.id == act)
}

/// Draws the screen.
pub fn show(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form, actions: &mut Vec<Action>) {
    form.follow(view);
    form.keys(ui, lang, view, actions);
    if let Some(action) = form.taken_up.take() {
        form.choose_action(view, action, lang, actions);
    }
    form.select(view, actions);
    let study = form.study(view);
    form.open_next_flag(lang, study, actions);
    card::content(ui, |ui| {
        head(ui, lang, view, form, actions);
        notices(ui, lang, form);
        form.charts_beside = beside::has_room(ui);
        let left = ((ui.available_width() - space::L) * 0.62).floor();
        let mut height = 0.0;
        split(ui, left, |ui, side| match side {
            Side::Left => {
                face::show(ui, lang, view, study, form, actions);
                height = ui.min_rect().height();
            }
            Side::Right => figures::show(ui, lang, view, form, study, height, actions),
        });
        match study.filter(|study| !study.observations.is_empty()) {
            Some(study) => evidence::show(ui, lang, view, study, form),
            None => overview::show(ui, lang, view, form, actions),
        }
    });
    dialogs::show(ui, lang, view, study, form, actions);
    if form.is_running() {
        ui.ctx().request_repaint_after(std::time::Duration::from_millis(100));
    } else if form.waits(view.reading) {
        ui.ctx().request_repaint_after(std::time::Duration::from_millis(500));
    }
}

fn head(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form, actions: &mut Vec<Action>) {
    card::screen_title(ui, &lang.t("place-stopwatch"), |ui| {
        for (act, word) in [(Act::Norms, "watch-make-norm"), (Act::Study, "watch-to-study"), (Act::Mini, "watch-mini")]
        {
            let info = act_info(act);
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
    let key = match &returned.command {
        StudyCommand::ObservationAdd(add) if !add.elements.is_empty() => "watch-returned-elements",
        StudyCommand::SittingAdd(_) => "watch-returned-sitting",
        StudyCommand::ObservationAmend(_) => "watch-returned-rating",
        _ => "watch-returned",
    };
    let text = lang.with(key, &[("why", Arg::Text(&returned.why))]);
    if badge::banner(ui, Kind::Bad, &text, &lang.t("watch-returned-forget")) {
        form.record.returned.remove(0);
        form.dirty = true;
    }
}
