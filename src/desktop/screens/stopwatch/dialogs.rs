//! Two questions to a person: how an observation counts, and which clock was right. Digits answer both.

use egui::{Key, Modifiers, Ui};
use uuid::Uuid;

use super::alike::{self, Alike};
use super::{Form, View, evidence, which_study, words};
use crate::desktop::action::Action;
use crate::desktop::icons;
use crate::desktop::screens::answers::{self, Answer, Answering};
use crate::desktop::screens::norms::layout::{dialog, quiet};
use crate::desktop::theme::{Kind, space};
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::{badge, state};
use crate::domain::stopwatch::Clock;
use crate::domain::study::Decided;
use crate::floor::command::{Command, ObservationDecide, StudyCommand};
use crate::locale::{Arg, Lang};
use crate::views::studies::{ObservationView, StudyView};

const WIDTH: f32 = 560.0;

/// Which observation is being decided, and how far the person is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Deciding {
    place: usize,
    many: bool,
    answering: Answering,
    waiting: bool,
    error: String,
}

impl Deciding {
    /// The observation at this place of the study.
    pub(super) fn at(place: usize) -> Self {
        Self { place, ..Self::default() }
    }

    /// The same, and after it the next open flag.
    pub(super) fn one_of_many(place: usize) -> Self {
        Self { place, many: true, ..Self::default() }
    }

    pub(super) fn is_one_of_many(&self) -> bool {
        self.many
    }

    pub(super) fn fail(&mut self, text: &str) {
        self.waiting = false;
        text.clone_into(&mut self.error);
    }
}

/// Draws the dialog that is open.
pub(super) fn show(
    ui: &Ui,
    lang: Lang,
    view: &View<'_>,
    study: Option<&StudyView>,
    form: &mut Form,
    actions: &mut Vec<Action>,
) {
    if let Some(mut alike) = form.alike.take() {
        if let Some(study) = study
            && !alike::show(ui, lang, study, &mut alike, actions)
        {
            form.alike = Some(alike);
        }
    } else if let Some(mut choosing) = form.choosing.take() {
        if !which_study::show(ui, lang, view, &mut choosing, form, actions) {
            form.choosing = Some(choosing);
        }
    } else if let Some(mut deciding) = form.deciding.take() {
        let one = study.and_then(|study| study.observations.get(deciding.place));
        if let (Some(one), Some(study)) = (one, study)
            && let Some(next) = observation(ui, lang, view, study, one, &mut deciding, actions)
        {
            match next {
                Next::This => form.deciding = Some(deciding),
                Next::All => form.alike = Some(Alike::default()),
            }
        }
    } else if form.clock {
        clocks(ui, lang, view, form);
    }
}

/// What is asked next.
enum Next {
    /// This observation, until it is answered.
    This,
    /// All open flags at once.
    All,
}

/// Draws the question about an observation; says what is asked next, nothing when it is closed.
fn observation(
    ui: &Ui,
    lang: Lang,
    view: &View<'_>,
    study: &StudyView,
    one: &ObservationView,
    deciding: &mut Deciding,
    actions: &mut Vec<Action>,
) -> Option<Next> {
    let minutes = words::minutes(lang, words::normal_seconds(one));
    let number = (deciding.place + 1).to_string();
    let title = lang.with("watch-decide-title", &[("number", Arg::Text(&number)), ("minutes", Arg::Text(&minutes))]);
    let mut answer = None;
    let may_all = deciding.many && study.open_flags > 1 && !deciding.answering.types_reason();
    let mut all = may_all && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::U));
    let shown = dialog(ui, lang, &title, WIDTH, |ui| {
        about(ui, lang, view, study, one);
        if !deciding.error.is_empty() {
            badge::banner(ui, Kind::Bad, &deciding.error, "");
        }
        answer = answers::show(ui, lang, &mut deciding.answering, deciding.waiting);
        ui.add_enabled_ui(!deciding.waiting, |ui| {
            if may_all {
                ui.add_space(space::XS);
                let (text, width) = (lang.t("watch-alike"), ui.available_width());
                all |= Button::quiet(&text).icon(icons::FLAG_BANNER).key("U").width(width).show(ui).clicked();
            }
        });
    });
    if let Some(Answer { decided, reason }) = answer {
        deciding.waiting = true;
        deciding.error.clear();
        actions.push(decision(one.observation, decided, reason));
    }
    if all { Some(Next::All) } else { (!shown.closed).then_some(Next::This) }
}

/// A decision about an observation.
fn decision(observation: Uuid, decided: Decided, reason: Option<String>) -> Action {
    let decide = ObservationDecide { observation, decided, reason, note: None };
    let command = Box::new(Command::Study(StudyCommand::ObservationDecide(decide)));
    Action::Send { tag: "decide", command }
}

/// What is known about the observation.
fn about(ui: &mut Ui, lang: Lang, view: &View<'_>, study: &StudyView, one: &ObservationView) {
    let operator = view.operator_name(&one.operator);
    quiet(ui, &format!("{operator} · {}", words::stamp(lang, &one.started_at)));
    if let Some(flag) = &one.flag {
        badge::banner(ui, evidence::kind_of(one), &evidence::flag_text(lang, flag), "");
        let causes = if flag.times_median > 1.0 { "watch-causes-long" } else { "watch-causes-short" };
        let without = flag.mean_without.map(|mean| words::minutes(lang, mean)).unwrap_or_default();
        let mean = study.summary.mean.map(|mean| words::minutes(lang, mean)).unwrap_or_default();
        quiet(ui, &lang.with(causes, &[("mean", Arg::Text(&mean)), ("without", Arg::Text(&without))]));
    }
    if let Some(criterion) = &study.hard_criterion {
        quiet(ui, &lang.with("watch-criterion", &[("criterion", Arg::Text(criterion))]));
    }
    if let Some(reason) = one.reason.as_deref().filter(|reason| !reason.is_empty()) {
        let reason = words::reason(lang, reason);
        state::line(
            ui,
            Kind::Neutral,
            icons::NOTE,
            &lang.with("watch-decided-before", &[("reason", Arg::Text(&reason))]),
        );
    }
}

/// Which clock was right about the first observation over which they disagree.
fn clocks(ui: &Ui, lang: Lang, view: &View<'_>, form: &mut Form) {
    let Some((observation, lengths, began)) = disputed(lang, view, form) else {
        form.clock = false;
        return;
    };
    let [by_watch, by_wall] = lengths;
    let mut answer = [Key::Num1, Key::Num2, Key::Num3]
        .iter()
        .position(|key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, *key)));
    let shown = dialog(ui, lang, &lang.t("watch-clocks-title"), WIDTH, |ui| {
        quiet(ui, &lang.with("watch-clocks-text", &[("began", Arg::Text(&began))]));
        let texts = [
            lang.with("watch-clocks-watch", &[("time", Arg::Text(&by_watch))]),
            lang.with("watch-clocks-wall", &[("time", Arg::Text(&by_wall))]),
            lang.t("watch-clocks-exclude"),
        ];
        for (place, (text, icon)) in texts.iter().zip([icons::TIMER, icons::CLOCK, icons::PROHIBIT]).enumerate() {
            let (key, width) = ((place + 1).to_string(), ui.available_width());
            if Button::secondary(text).icon(icon).key(&key).width(width).show(ui).clicked() {
                answer = Some(place);
            }
        }
    });
    if let Some(place) = answer {
        let right = [Some(Clock::Monotonic), Some(Clock::Wall)].get(place).copied().flatten();
        form.record.decide_clock(observation, right);
        form.dirty = true;
        form.clock = form.record.disputed().is_some();
    } else if shown.closed {
        form.clock = false;
    }
}

fn disputed(lang: Lang, view: &View<'_>, form: &Form) -> Option<(Uuid, [String; 2], String)> {
    let held = form.record.disputed()?;
    let lengths = held.taken.needs_decision?;
    let began = evidence::began(lang, view, held.taken.started_at_wall_ms);
    let time = |ms| words::time(lang, ms);
    Some((held.observation, [time(lengths.monotonic_ms), time(lengths.wall_ms)], began))
}
