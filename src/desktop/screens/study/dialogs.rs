//! The questions to a person: how a reading counts, its pace and note, the conditions of the study, all open flags alike.
//!
//! A refusal stands in the dialog it belongs to, and nothing typed is lost.

use egui::{Key, TextEdit, Ui};
use uuid::Uuid;

use super::{ALIKE, AMEND, DECIDE, DESCRIBE, Form, View, words};
use crate::desktop::action::Action;
use crate::desktop::icons;
use crate::desktop::keys::{self, ActionInfo};
use crate::desktop::screens::answers::{self, Answering};
use crate::desktop::screens::norms::layout::{Shown, dialog, quiet};
use crate::desktop::screens::norms::words::decimal;
use crate::desktop::screens::stopwatch::words::{self as watch, Counts};
use crate::desktop::theme::{Kind, space};
use crate::desktop::widgets::badge;
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::field::{self, Field};
use crate::domain::study::{CaseClass, Decided};
use crate::domain::units::BasisPoints;
use crate::floor::command::{FlagsDecide, ObservationAmend, ObservationDecide, StudyCommand, StudyDescribe};
use crate::locale::{Arg, Lang};
use crate::views::studies::{ObservationView, StudyView};

const WIDTH: f32 = 560.0;

/// Sends what a form holds, also while text is typed.
const SEND: ActionInfo<()> = ActionInfo::new((), "study-save", icons::CHECK).command(Key::Enter);

/// The dialog that is open.
#[derive(Debug)]
pub(super) struct Dialog {
    body: Body,
    error: String,
    /// The keyboard has been put into the first field.
    placed: bool,
}

#[derive(Debug)]
enum Body {
    Decide { observation: Uuid, place: usize, answering: Answering },
    Amend { observation: Uuid, place: usize, pace: String, note: String, reason: String },
    Conditions { text: String },
    Alike { decided: Decided, reason: String },
}

impl Dialog {
    fn of(body: Body) -> Self {
        Self { body, error: String::new(), placed: false }
    }

    pub(super) fn decide(place: usize, one: &ObservationView) -> Self {
        Self::of(Body::Decide { observation: one.observation, place, answering: Answering::default() })
    }

    pub(super) fn amend(lang: Lang, place: usize, one: &ObservationView) -> Self {
        Self::of(Body::Amend {
            observation: one.observation,
            place,
            pace: words::pace(lang, one.rating_bp),
            note: one.note.clone().unwrap_or_default(),
            reason: String::new(),
        })
    }

    pub(super) fn conditions(study: &StudyView) -> Self {
        Self::of(Body::Conditions { text: study.conditions.clone().unwrap_or_default() })
    }

    pub(super) fn alike() -> Self {
        Self::of(Body::Alike { decided: Decided::Regular, reason: String::new() })
    }

    pub(super) fn fail(&mut self, text: &str) {
        text.clone_into(&mut self.error);
    }
}

/// Counts an excluded reading again, as it was timed; the exclusion and its reason stay in its history.
pub(super) fn keep_again(one: Option<&ObservationView>, lang: Lang, form: &mut Form, actions: &mut Vec<Action>) {
    let Some(one) = one else { return };
    if watch::counts(one) != Counts::Excluded {
        actions.push(Action::Say(Kind::Accent, lang.t("study-not-excluded")));
    } else if !form.sending {
        let decided = if one.class == CaseClass::Hard { Decided::Hard } else { Decided::Regular };
        let reason = Some(lang.t("study-kept-again"));
        form.send(DECIDE, decide(one.observation, decided, reason), actions);
    }
}

pub(super) fn decide(observation: Uuid, decided: Decided, reason: Option<String>) -> StudyCommand {
    StudyCommand::ObservationDecide(ObservationDecide { observation, decided, reason, note: None })
}

/// Draws the dialog that is open.
pub(super) fn show(
    ui: &Ui,
    lang: Lang,
    view: &View<'_>,
    study: &StudyView,
    form: &mut Form,
    actions: &mut Vec<Action>,
) {
    let Some(mut dialog) = form.dialog.take() else { return };
    let sending = form.sending;
    let Dialog { body, error, placed } = &mut dialog;
    let shown = match body {
        Body::Decide { observation, place, answering } => {
            let one = study.observations.iter().find(|one| one.observation == *observation);
            match one {
                Some(one) => deciding(ui, lang, view, study, (*place, one), answering, error, sending),
                None => Shown { closed: true, inner: None },
            }
        }
        Body::Amend { observation, place, pace, note, reason } => {
            let one = study.observations.iter().find(|one| one.observation == *observation);
            match one {
                Some(one) => amending(ui, lang, (*place, one), [pace, note, reason], error, placed),
                None => Shown { closed: true, inner: None },
            }
        }
        Body::Conditions { text } => describing(ui, lang, study, text, error, placed),
        Body::Alike { decided, reason } => alike(ui, lang, study, decided, reason, error, placed),
    };
    if !shown.closed {
        form.dialog = Some(dialog);
    }
    if let Some((tag, command)) = shown.inner.filter(|_| !sending) {
        if let Some(dialog) = &mut form.dialog {
            dialog.error.clear();
        }
        form.send(tag, command, actions);
    }
}

type Wish = Option<(&'static str, StudyCommand)>;

#[expect(clippy::too_many_arguments, reason = "what is asked about, and what is typed")]
fn deciding(
    ui: &Ui,
    lang: Lang,
    view: &View<'_>,
    study: &StudyView,
    (place, one): (usize, &ObservationView),
    answering: &mut Answering,
    error: &str,
    sending: bool,
) -> Shown<Wish> {
    let title = title(lang, "study-decide-title", place, one);
    dialog(ui, lang, &title, WIDTH, |ui| {
        quiet(ui, &format!("{} · {}", view.operator_name(&one.operator), watch::stamp(lang, &one.started_at)));
        if let Some(flag) = &one.flag {
            badge::banner(ui, Kind::Warn, &super::flags::in_a_line(lang, flag), "");
        }
        if let Some(criterion) = &study.hard_criterion {
            quiet(ui, &lang.with("watch-criterion", &[("criterion", Arg::Text(criterion))]));
        }
        if let Some(reason) = one.reason.as_deref().filter(|reason| !reason.trim().is_empty()) {
            let reason = watch::reason(lang, reason);
            quiet(ui, &lang.with("watch-decided-before", &[("reason", Arg::Text(&reason))]));
        }
        trouble(ui, error);
        let answer = answers::show(ui, lang, answering, sending)?;
        Some((DECIDE, decide(one.observation, answer.decided, answer.reason)))
    })
}

fn title(lang: Lang, key: &str, place: usize, one: &ObservationView) -> String {
    let (number, minutes) = (words::count(lang, place + 1), watch::minutes(lang, watch::normal_seconds(one)));
    lang.with(key, &[("number", Arg::Text(&number)), ("minutes", Arg::Text(&minutes))])
}

fn trouble(ui: &mut Ui, error: &str) {
    if !error.is_empty() {
        badge::banner(ui, Kind::Bad, error, "");
    }
}

/// The button that sends; says whether it or its key was pressed.
fn send(ui: &mut Ui, lang: Lang, word: &str, ready: bool, why: &str) -> bool {
    let key = SEND.key_text(ui.ctx(), &|_| None);
    let by_key = keys::is_pressed(ui.ctx(), &SEND);
    let word = lang.t(word);
    let pressed =
        Button::primary(&word).key(&key).enabled(ready).tooltip(if ready { "" } else { why }).show(ui).clicked();
    (pressed || by_key) && ready
}

/// Puts the keyboard into the first field once, at the end of what stands there.
fn place(placed: &mut bool, response: &egui::Response, text: &str) {
    choose(placed, response, text.chars().count(), text);
}

/// Puts the keyboard into the first field once, with what stands there chosen, so that typing replaces it.
fn first(placed: &mut bool, response: &egui::Response, text: &str) {
    choose(placed, response, 0, text);
}

/// Puts the keyboard into a field once; what stands behind a place of its text is chosen.
fn choose(placed: &mut bool, response: &egui::Response, from: usize, text: &str) {
    use egui::text::{CCursor, CCursorRange};
    if std::mem::replace(placed, true) {
        return;
    }
    response.request_focus();
    let mut state = TextEdit::load_state(&response.ctx, response.id).unwrap_or_default();
    let all = CCursorRange::two(CCursor::new(from), CCursor::new(text.chars().count()));
    state.cursor.set_char_range(Some(all));
    state.store(&response.ctx, response.id);
}

/// Pace and note: the pace needs a reason, as it moves the norm.
fn amending(
    ui: &Ui,
    lang: Lang,
    (place, one): (usize, &ObservationView),
    [pace, note, reason]: [&mut String; 3],
    error: &str,
    placed: &mut bool,
) -> Shown<Wish> {
    let title = title(lang, "study-amend-title", place, one);
    dialog(ui, lang, &title, WIDTH, |ui| {
        trouble(ui, error);
        let typed = decimal(pace, 2).filter(|rating| *rating > 0).map(BasisPoints);
        let changed = typed.is_some_and(|rating| rating != one.rating_bp);
        let labels = ["study-field-pace", "study-field-note", "study-field-reason"].map(|key| lang.t(key));
        let [pace_label, note_label, reason_label] = &labels;
        let (hint, wrong) = (lang.t("study-pace-hint"), lang.t("study-pace-wrong"));
        let error = if typed.is_none() { wrong.as_str() } else { "" };
        let response = field::text(ui, &Field { hint: &hint, error, ..Field::new(pace_label) }, pace);
        first(placed, &response, pace);
        field::text(ui, &Field { lines: 2, ..Field::new(note_label) }, note);
        let reason_hint = lang.t("study-reason-hint");
        field::text(ui, &Field { hint: &reason_hint, ..Field::new(reason_label) }, reason);
        let noted = note.trim() != one.note.as_deref().unwrap_or_default().trim();
        let reasoned = !reason.trim().is_empty() || !changed;
        let why = lang.t(if reasoned { "study-nothing-changed" } else { "study-needs-reason" });
        ui.add_space(space::XS);
        let ready = typed.is_some() && (changed || noted) && reasoned;
        send(ui, lang, "study-save", ready, &why).then(|| {
            let amend = ObservationAmend {
                observation: one.observation,
                rating_bp: typed.filter(|_| changed),
                note: noted.then(|| note.trim().to_owned()),
                reason: (!reason.trim().is_empty()).then(|| reason.trim().to_owned()),
            };
            (AMEND, StudyCommand::ObservationAmend(amend))
        })
    })
}

/// What a reader of the norm has to know: place, equipment, shift.
fn describing(
    ui: &Ui,
    lang: Lang,
    study: &StudyView,
    text: &mut String,
    error: &str,
    placed: &mut bool,
) -> Shown<Wish> {
    dialog(ui, lang, &lang.t("study-conditions-title"), WIDTH, |ui| {
        quiet(ui, &lang.t("study-conditions-text"));
        trouble(ui, error);
        let (label, hint) = (lang.t("study-field-conditions"), lang.t("study-conditions-placeholder"));
        let response = field::text(ui, &Field { lines: 4, placeholder: &hint, ..Field::new(&label) }, text);
        // Conditions are added to, not replaced: the cursor stands at their end.
        place(placed, &response, text);
        let changed = text.trim() != study.conditions.as_deref().unwrap_or_default().trim();
        send(ui, lang, "study-save", changed, &lang.t("study-nothing-changed")).then(|| {
            let conditions = text.trim().to_owned();
            (DESCRIBE, StudyCommand::StudyDescribe(StudyDescribe { study: study.study, conditions }))
        })
    })
}

/// All open flags in one act with one reason.
fn alike(
    ui: &Ui,
    lang: Lang,
    study: &StudyView,
    decided: &mut Decided,
    reason: &mut String,
    error: &str,
    placed: &mut bool,
) -> Shown<Wish> {
    let title = lang.with("study-alike-title", &[("count", study.open_flags.into())]);
    dialog(ui, lang, &title, WIDTH, |ui| {
        quiet(ui, &lang.t("study-alike-text"));
        trouble(ui, error);
        for (choice, key, icon) in [
            (Decided::Regular, "watch-answer-regular", icons::CHECK),
            (Decided::Hard, "watch-answer-hard", icons::STAR),
            (Decided::Exclude, "study-alike-exclude", icons::PROHIBIT),
        ] {
            let (word, width) = (lang.t(key), ui.available_width());
            let button = Button::secondary(&word).icon(icon).width(width).selected(*decided == choice);
            if button.show(ui).clicked() {
                *decided = choice;
            }
        }
        let (label, hint) = (lang.t("study-field-reason"), lang.t("study-alike-hint"));
        let response = field::text(ui, &Field { hint: &hint, ..Field::new(&label) }, reason);
        first(placed, &response, reason);
        let ready = !reason.trim().is_empty();
        send(ui, lang, "study-alike-send", ready, &lang.t("study-needs-reason")).then(|| {
            let reason = Some(reason.trim().to_owned());
            (ALIKE, StudyCommand::FlagsDecide(FlagsDecide { study: study.study, decided: *decided, reason }))
        })
    })
}
