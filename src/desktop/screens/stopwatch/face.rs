//! The left card: the stopwatches side by side, what is timed, the running time, and the buttons with their keys.

use egui::{Ui, Vec2};

use super::{Act, Form, View, act_info, pace, seat, shelf, stages, words};
use crate::desktop::action::Action;
use crate::desktop::app::menu::key_word;
use crate::desktop::icons;
use crate::desktop::screens::norms::words::name;
use crate::desktop::theme::{measure, space};
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::card;
use crate::desktop::widgets::choose::Choose;
use crate::desktop::widgets::pick::Item;
use crate::desktop::widgets::stopwatch::{Face, face_with};
use crate::domain::action::ActionKind;
use crate::domain::stopwatch::{Phase, Reading, Stopwatch};
use crate::locale::{Arg, Lang};
use crate::views::studies::StudyView;

/// The height of the digits.
const DIGITS: f32 = 96.0;
/// The same where the window is low, so that the buttons stay in sight.
const LOW_DIGITS: f32 = 64.0;
/// A window below this is low.
const LOW_WINDOW: f32 = 680.0;
/// A button below this has no room for an icon beside its word and key.
const NARROW_BUTTON: f32 = 132.0;
/// The least height of the card's inside: that of the full card beside it.
const HEIGHT: f32 = 490.0;
/// The height of the choices after a restart: of both rows of buttons that stand there otherwise.
const RECOVERY: f32 = measure::PRIMARY + space::XS + space::S + measure::CONTROL;

/// Draws the card.
pub(super) fn show(
    ui: &mut Ui,
    lang: Lang,
    view: &View<'_>,
    study: Option<&StudyView>,
    form: &mut Form,
    actions: &mut Vec<Action>,
) {
    card::card(ui, "", |ui| {
        ui.set_min_height(HEIGHT);
        ui.spacing_mut().item_spacing.y = space::M;
        if form.bench().watches().len() > 1 {
            shelf::show(ui, lang, view, form, actions);
        }
        choices(ui, lang, view, form, actions);
        let phase = form.record.phase();
        let mut pressed = running_time(ui, lang, view, form);
        stages::show(ui, lang, view, study, form, actions);
        let below = if phase == Phase::Recovered { recovery(ui, lang) } else { buttons(ui, lang, view, form, phase) };
        pressed = pressed.or(below);
        if let Some(act) = pressed {
            form.act(act, view.reading, lang, actions);
        }
        ui.spacing_mut().item_spacing.y = space::S;
        ui.separator();
        pace::last(ui, lang, view, form, actions);
        seat::show(ui, lang, view, form, actions);
    });
}

/// What is timed: the action and the observed operator.
fn choices(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form, actions: &mut Vec<Action>) {
    let choice = form.record.choice();
    let manual: Vec<_> =
        view.actions.actions.iter().filter(|action| action.active && action.kind == ActionKind::Manual).collect();
    let kinds: Vec<Item<'_>> = manual
        .iter()
        .map(|action| Item {
            id: &action.code,
            name: name(lang, &action.name_ru, action.name_en.as_deref()),
            code: &action.code,
            group: &action.group,
        })
        .collect();
    let people: Vec<Item<'_>> = view
        .studies
        .operators
        .iter()
        .map(|operator| Item { id: &operator.code, name: &operator.name, code: &operator.code, group: "" })
        .collect();
    let place = |items: &[Item<'_>], code: &Option<String>| {
        code.as_deref().and_then(|code| items.iter().position(|item| item.id == code))
    };
    let (action_at, operator_at) = (place(&kinds, &choice.action), place(&people, &choice.operator));
    let (mut action, mut operator) = (None, None);
    card::columns_apart(ui, 2, space::M, |columns| {
        if let [left, right] = columns {
            let words = [lang.t("watch-action"), lang.t("watch-action-find"), lang.t("app-nothing-found")];
            action = chooser(&words, &key(left, Act::ChooseAction)).show(left, &mut form.action, &kinds, action_at);
            let words = [lang.t("watch-operator"), lang.t("watch-operator-find"), lang.t("app-nothing-found")];
            operator =
                chooser(&words, &key(right, Act::ChooseOperator)).show(right, &mut form.operator, &people, operator_at);
        }
    });
    let code = |items: &[Item<'_>], place: Option<usize>| {
        place.and_then(|place| items.get(place)).map(|item| item.id.to_owned())
    };
    if let Some(code) = code(&kinds, action) {
        form.choose_action(view, code, lang, actions);
    }
    if let Some(code) = code(&people, operator) {
        form.choose_operator(view, code, lang, actions);
    }
}

fn chooser<'a>(words: &'a [String; 3], key: &'a str) -> Choose<'a> {
    let [label, placeholder, nothing] = words;
    Choose { label, placeholder, nothing, key, hint: "" }
}

fn key(ui: &Ui, act: Act) -> String {
    act_info(act).map(|info| info.key_text(ui.ctx(), &|_| None)).unwrap_or_default()
}

/// The digits, the state in words, and the pace.
fn running_time(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &Form) -> Option<Act> {
    let watch = form.bench().active_watch()?;
    let (kind, icon, word) = words::phase(lang, watch.phase());
    let note = note(lang, view.zone, view.reading, watch);
    let time = words::time(lang, watch.waited_ms(view.reading).unwrap_or_else(|| watch.elapsed_ms(view.reading)));
    let low = ui.ctx().content_rect().height() < LOW_WINDOW;
    let height = if low { LOW_DIGITS } else { DIGITS };
    let shown = Face { time: &time, word: &word, icon, kind, note: &note, height };
    face_with(ui, &shown, |ui| pace::now(ui, lang, form))
}

/// When it began, and whether it is marked.
pub(super) fn note(lang: Lang, zone: chrono_tz::Tz, now: Reading, watch: &Stopwatch) -> String {
    let started = watch.started_at_wall_ms().map(|at| words::moment(lang, zone, at, now.wall_ms));
    let began = started.map(|at| lang.with("watch-began", &[("at", Arg::Text(&at))]));
    let hard = watch.hard().then(|| lang.t("watch-is-hard"));
    let phase = watch.phase();
    let choice = watch.choice();
    let ready = choice.action.is_some() && choice.operator.is_some();
    let idle = if ready { "watch-idle-ready" } else { "watch-idle-note" };
    let waits = (phase == Phase::Idle).then(|| lang.t(idle));
    let paused = matches!(phase, Phase::Paused | Phase::Waiting);
    let reason = paused.then(|| watch.pause_reason().map_or_else(|| lang.t("watch-pause-why"), str::to_owned));
    let parts: Vec<String> = hard.into_iter().chain(reason).chain(began).chain(waits).collect();
    parts.join(" · ")
}

/// The word of Space while an observation is under way: the next element, or the next observation.
fn split_word(view: &View<'_>, form: &Form) -> &'static str {
    let progress = form.bench().active_watch().and_then(|watch| watch.progress(view.reading));
    let count = form.record.choice().elements.len();
    if progress.is_some_and(|progress| progress.at + 1 < count) { "watch-break" } else { "watch-split" }
}

fn buttons(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &Form, phase: Phase) -> Option<Act> {
    let timing = matches!(phase, Phase::Running | Phase::Paused);
    let watch = form.bench().active_watch();
    let hard = watch.is_some_and(Stopwatch::hard);
    let paused = matches!(phase, Phase::Paused | Phase::Waiting);
    let pausable = match phase {
        Phase::Running | Phase::Paused | Phase::Waiting => true,
        Phase::Stopped | Phase::Idle => watch.is_some_and(|watch| watch.sitting(view.reading).is_some()),
        Phase::Recovered => false,
    };
    let (start, start_icon) = match phase {
        Phase::Running => (split_word(view, form), icons::FLAG_BANNER),
        Phase::Paused => ("watch-resume", icons::PLAY),
        _ => ("watch-start", icons::PLAY),
    };
    let depth = watch.map_or(0, Stopwatch::undo_depth);
    let full = form.bench().watches().len() >= crate::domain::stopwatch::BENCH_LIMIT;
    let mut pressed = None;
    let gap = space::S;
    let width = ui.available_width();
    ui.spacing_mut().item_spacing = Vec2::splat(gap);
    let mut row = |ui: &mut Ui, height: f32, list: &[(Act, &str, &str, bool, bool, f32)]| {
        ui.horizontal(|ui| {
            for (act, word, icon, enabled, selected, width) in list {
                let (text, key, tooltip) = (lang.t(word), key_in(ui, lang, *act), tooltip(lang, *act));
                let button = if *act == Act::Start { Button::primary(&text) } else { Button::secondary(&text) };
                let button = button.icon(icon).key(&key).tooltip(&tooltip).enabled(*enabled).selected(*selected);
                if button.width(width.floor()).height(height).show(ui).clicked() {
                    pressed = Some(*act);
                }
            }
        });
    };
    let (large, half) = ((width - gap) * 0.62, (width - gap) * 0.38);
    row(
        ui,
        measure::PRIMARY + space::XS,
        &[
            (Act::Start, start, start_icon, true, false, large),
            (Act::Stop, "watch-stop", icons::STOP, timing, false, half),
        ],
    );
    let quarter = (width - 3.0 * gap) / 4.0;
    // The word is worth more than its icon where there is room for one of them.
    let pictured = |icon| if quarter < NARROW_BUTTON { "" } else { icon };
    row(
        ui,
        measure::CONTROL,
        &[
            (Act::Pause, "watch-pause", pictured(icons::PAUSE), pausable, paused, quarter),
            (Act::Hard, "watch-hard", pictured(icons::STAR), timing, hard, quarter),
            (Act::Undo, "watch-undo", pictured(icons::ARROW_U_UP_LEFT), depth > 0, false, quarter),
            (Act::Add, "watch-add", pictured(icons::PLUS), !full, false, quarter),
        ],
    );
    pressed
}

fn tooltip(lang: Lang, act: Act) -> String {
    act_info(act).map(|info| lang.t(info.name_key)).unwrap_or_default()
}

fn key_in(ui: &Ui, lang: Lang, act: Act) -> String {
    act_info(act).map(|info| info.key_text(ui.ctx(), &key_word(lang))).unwrap_or_default()
}

/// What is to become of an observation that a restart interrupted, as high as the buttons of one that runs.
fn recovery(ui: &mut Ui, lang: Lang) -> Option<Act> {
    let mut pressed = None;
    let width = (ui.available_width() - 2.0 * space::S) / 3.0;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        for (act, word, icon) in [
            (Act::Start, "watch-go-on", icons::PLAY),
            (Act::Stop, "watch-stop-now", icons::STOP),
            (Act::GiveUp, "watch-give-up", icons::PROHIBIT),
        ] {
            let (text, key) = (lang.t(word), key_in(ui, lang, act));
            let button = if act == Act::Start { Button::primary(&text) } else { Button::secondary(&text) };
            let button = button.icon(icon).key(&key).width(width.floor()).height(RECOVERY);
            if button.show(ui).clicked() {
                pressed = Some(act);
            }
        }
    });
    pressed
}
