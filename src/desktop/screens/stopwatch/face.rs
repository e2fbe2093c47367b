//! The left card: the stopwatches side by side, what is timed, the running time, and the buttons with their keys.

use egui::{Align2, Role, Sense, Ui, Vec2, WidgetInfo};

use super::{ACTS, Act, Form, View, words};
use crate::desktop::action::Action;
use crate::desktop::app::menu::key_word;
use crate::desktop::icons;
use crate::desktop::screens::norms::words::name;
use crate::desktop::theme::{Kind, Theme, font, measure, radius, space};
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::choose::Choose;
use crate::desktop::widgets::pick::Item;
use crate::desktop::widgets::stopwatch::{Face, face};
use crate::desktop::widgets::{card, ink};
use crate::domain::action::ActionKind;
use crate::domain::stopwatch::{Phase, Reading, Stopwatch};
use crate::locale::{Arg, Lang};

/// The height of the digits.
const DIGITS: f32 = 128.0;

/// Draws the card.
pub(super) fn show(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form, actions: &mut Vec<Action>) {
    card::card(ui, "", |ui| {
        ui.spacing_mut().item_spacing.y = space::M;
        if form.bench().watches().len() > 1 {
            strip(ui, lang, view, form, actions);
        }
        choices(ui, lang, view, form, actions);
        let phase = form.record.phase();
        if let Some(watch) = form.bench().active_watch() {
            running_time(ui, lang, view, watch);
        }
        let pressed =
            if phase == Phase::Recovered { recovery(ui, lang, view, form) } else { buttons(ui, lang, form, phase) };
        if let Some(act) = pressed {
            form.act(act, view.reading, lang, actions);
        }
    });
}

/// The stopwatches side by side, each with its key, operator and time.
fn strip(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form, actions: &mut Vec<Action>) {
    let mut pressed = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = Vec2::splat(space::S);
        let active = form.bench().active();
        for (place, watch) in form.bench().watches().iter().enumerate() {
            if chip(ui, lang, view, place, watch, place == active) {
                pressed = Some(place + 1);
            }
        }
    });
    if let Some(number) = pressed {
        form.choose_watch(number, lang, actions);
    }
}

fn chip(ui: &mut Ui, lang: Lang, view: &View<'_>, place: usize, watch: &Stopwatch, active: bool) -> bool {
    let theme = Theme::of(ui);
    let (kind, icon, word) = words::phase(lang, watch.phase());
    let operator = watch.choice().operator.as_deref().map(|code| view.operator_name(code));
    let name = operator.unwrap_or_else(|| lang.t("watch-nobody"));
    let time = words::time(lang, watch.elapsed_ms(view.reading));
    let (rect, response) = ui.allocate_exact_size(Vec2::new(168.0, 44.0), Sense::click());
    let spoken = format!("{} {name} {word} {time}", place + 1);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, active, &spoken));
    let ground = if active { theme.accent_quiet } else { theme.raised };
    let line = if active { egui::Stroke::new(1.0, theme.accent) } else { egui::Stroke::NONE };
    ui.painter().rect(rect, radius::CONTROL, ground, line, egui::StrokeKind::Inside);
    let number = (place + 1).to_string();
    let chip = ink::key_chip_size(ui, &number);
    let at = egui::Rect::from_min_size(egui::pos2(rect.left() + space::S, rect.center().y - chip.y / 2.0), chip);
    ink::paint_key_chip(ui, at, &number, theme.muted, ink::chip_border(theme));
    let inner = egui::Rect::from_min_max(
        egui::pos2(at.right() + space::S, rect.top() + 4.0),
        rect.max - Vec2::new(space::S, 4.0),
    );
    let who = ink::line(ui, &name, font::caption(), theme.text, inner.width());
    ink::place(ui.painter(), who, inner, Align2::LEFT_TOP);
    ink::icon(ui.painter(), egui::pos2(inner.left() + 6.0, inner.bottom() - 8.0), icon, 12.0, theme.ink(kind));
    let digits = ink::line(
        ui,
        &time,
        font::digits(13.0),
        theme.ink(if kind == Kind::Neutral { kind } else { Kind::Neutral }),
        inner.width(),
    );
    ink::place(ui.painter(), digits, inner.with_min_x(inner.left() + space::L), Align2::LEFT_BOTTOM);
    ink::ring(ui, &response, radius::CONTROL);
    ink::release_after_click(ui, &response);
    response.on_hover_text(spoken).clicked()
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
        form.choose(|choice| choice.action = Some(code), view.reading, lang, actions);
    }
    if let Some(code) = code(&people, operator) {
        form.choose(|choice| choice.operator = Some(code), view.reading, lang, actions);
    }
}

fn chooser<'a>(words: &'a [String; 3], key: &'a str) -> Choose<'a> {
    let [label, placeholder, nothing] = words;
    Choose { label, placeholder, nothing, key, hint: "" }
}

fn key(ui: &Ui, act: Act) -> String {
    let info = ACTS.iter().find(|info| info.id == act);
    info.map(|info| info.key_text(ui.ctx(), &|_| None)).unwrap_or_default()
}

fn running_time(ui: &mut Ui, lang: Lang, view: &View<'_>, watch: &Stopwatch) {
    let (kind, icon, word) = words::phase(lang, watch.phase());
    let note = note(lang, view.zone, view.reading, watch);
    let time = words::time(lang, watch.elapsed_ms(view.reading));
    face(ui, &Face { time: &time, word: &word, icon, kind, note: &note, height: DIGITS });
}

/// When it began, and whether it is marked.
pub(super) fn note(lang: Lang, zone: chrono_tz::Tz, now: Reading, watch: &Stopwatch) -> String {
    let started = watch.started_at_wall_ms().map(|at| words::moment(lang, zone, at, now.wall_ms));
    let began = started.map(|at| lang.with("watch-began", &[("at", Arg::Text(&at))]));
    let hard = watch.hard().then(|| lang.t("watch-is-hard"));
    let waits = (watch.phase() == Phase::Idle).then(|| lang.t("watch-idle-note"));
    let parts: Vec<String> = began.into_iter().chain(hard).chain(waits).collect();
    parts.join(" · ")
}

fn buttons(ui: &mut Ui, lang: Lang, form: &Form, phase: Phase) -> Option<Act> {
    let timing = matches!(phase, Phase::Running | Phase::Paused);
    let hard = form.bench().active_watch().is_some_and(Stopwatch::hard);
    let (start, start_icon) = match phase {
        Phase::Running => ("watch-split", icons::FLAG_BANNER),
        Phase::Paused => ("watch-resume", icons::PLAY),
        _ => ("watch-start", icons::PLAY),
    };
    let depth = form.bench().active_watch().map_or(0, Stopwatch::undo_depth);
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
    row(
        ui,
        measure::CONTROL,
        &[
            (Act::Pause, "watch-pause", icons::PAUSE, phase == Phase::Running, false, quarter),
            (Act::Hard, "watch-hard", icons::STAR, timing, hard, quarter),
            (Act::Undo, "watch-undo", icons::ARROW_U_UP_LEFT, depth > 0, false, quarter),
            (Act::Add, "watch-add", icons::PLUS, !full, false, quarter),
        ],
    );
    pressed
}

fn tooltip(lang: Lang, act: Act) -> String {
    ACTS.iter().find(|info| info.id == act).map(|info| lang.t(info.name_key)).unwrap_or_default()
}

fn key_in(ui: &Ui, lang: Lang, act: Act) -> String {
    let info = ACTS.iter().find(|info| info.id == act);
    info.map(|info| info.key_text(ui.ctx(), &key_word(lang))).unwrap_or_default()
}

/// What is to become of an observation that a restart interrupted.
fn recovery(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &Form) -> Option<Act> {
    let theme = Theme::of(ui);
    let choice = form.record.choice();
    let action = choice.action.map(|code| view.action_name(lang, &code)).unwrap_or_default();
    let operator = choice.operator.map(|code| view.operator_name(&code)).unwrap_or_default();
    let text = lang.with("watch-recovery", &[("action", Arg::Text(&action)), ("operator", Arg::Text(&operator))]);
    ui.add(egui::Label::new(egui::RichText::new(text).color(theme.text)).wrap());
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
            let button = button.icon(icon).key(&key).width(width.floor()).height(measure::PRIMARY + space::S);
            if button.show(ui).clicked() {
                pressed = Some(act);
            }
        }
    });
    pressed
}
