//! Under the digits, at a height of its own so that nothing jumps: the elements with their break points, the reasons of a pause,
//! or the last observations.

use egui::{Align2, Rect, Response, Role, Sense, Ui, UiBuilder, Vec2, WidgetInfo};

use super::dialogs::Deciding;
use super::{Form, View, words};
use crate::desktop::action::Action;
use crate::desktop::icons;
use crate::desktop::screens::norms::words::name;
use crate::desktop::theme::{Kind, Theme, font, measure, radius, space};
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::ink;
use crate::domain::action::Element;
use crate::domain::stopwatch::{Event, Phase};
use crate::locale::{Arg, Lang};
use crate::views::studies::StudyView;

/// The height, whatever stands here.
const HEIGHT: f32 = 72.0;
const CELL: f32 = 44.0;
const LEAST: f32 = 108.0;
const LINE: f32 = 20.0;

/// The reasons of a pause of an observation, in the order of their digits; the last one is typed.
const OF_OBSERVATION: [&str; 5] =
    ["watch-pause-colleague", "watch-pause-system", "watch-pause-talk", "watch-pause-personal", "watch-pause-other"];
/// The same for a pause of the sitting, between observations.
const OF_SITTING: [&str; 5] =
    ["watch-pause-contact", "watch-pause-break", "watch-pause-colleague", "watch-pause-system", "watch-pause-other"];

/// The reason of a pause that is being typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Naming {
    text: String,
    placed: bool,
}

/// The reasons that a pause can have in this state.
pub(super) fn reasons(phase: Phase) -> &'static [&'static str; 5] {
    if phase == Phase::Waiting { &OF_SITTING } else { &OF_OBSERVATION }
}

/// An element in a line: which of how many, its name, and what is seen or heard when it ends.
pub(super) fn headline(lang: Lang, at: usize, count: usize, element: &Element) -> String {
    let called = name(lang, &element.name_ru, element.name_en.as_deref());
    let (at, count) = ((at + 1).to_string(), count.to_string());
    let break_point = element.break_point.as_deref().filter(|point| !point.trim().is_empty());
    let key = if break_point.is_some() { "watch-element-until" } else { "watch-element" };
    lang.with(
        key,
        &[
            ("at", Arg::Text(&at)),
            ("count", Arg::Text(&count)),
            ("name", Arg::Text(called)),
            ("until", Arg::Text(break_point.unwrap_or_default())),
        ],
    )
}

/// Draws it.
pub(super) fn show(
    ui: &mut Ui,
    lang: Lang,
    view: &View<'_>,
    study: Option<&StudyView>,
    form: &mut Form,
    actions: &mut Vec<Action>,
) {
    let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), HEIGHT), Sense::hover());
    let mut inner = ui.new_child(UiBuilder::new().max_rect(rect).id_salt("stage"));
    inner.spacing_mut().item_spacing = Vec2::splat(space::S);
    let ui = &mut inner;
    let phase = form.record.phase();
    if matches!(phase, Phase::Paused | Phase::Waiting) {
        return pause(ui, lang, view, form, phase, actions);
    }
    if phase == Phase::Recovered {
        return interrupted(ui, lang, view, form);
    }
    let choice = form.record.choice();
    let known = view.elements(choice.action.as_deref());
    match form.bench().active_watch().and_then(|watch| watch.progress(view.reading)) {
        Some(progress) if !known.is_empty() => {
            elements(ui, lang, study, known, &progress.lengths_ms, progress.at, phase == Phase::Running);
        }
        _ => newest(ui, lang, view, study, form),
    }
}

/// What a restart interrupted.
fn interrupted(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &Form) {
    let choice = form.record.choice();
    let action = choice.action.map(|code| view.action_name(lang, &code)).unwrap_or_default();
    let operator = choice.operator.map(|code| view.operator_name(&code)).unwrap_or_default();
    let text = lang.with("watch-recovery", &[("action", Arg::Text(&action)), ("operator", Arg::Text(&operator))]);
    ui.add(egui::Label::new(egui::RichText::new(text).color(Theme::of(ui).text)).wrap());
}

/// The reasons under their digits; none has to be given.
fn pause(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form, phase: Phase, actions: &mut Vec<Action>) {
    if form.naming.is_some() {
        return typed(ui, lang, view, form, actions);
    }
    let named = form.bench().active_watch().and_then(|watch| watch.pause_reason()).map(str::to_owned);
    let mut pressed = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = Vec2::splat(space::S);
        for (place, key) in reasons(phase).iter().enumerate() {
            let (word, whole, digit) = (lang.t(key), lang.t(&format!("{key}-full")), (place + 1).to_string());
            let of_others = named.as_ref().is_some_and(|named| !has_reason(lang, phase, named));
            let chosen = named.as_ref() == Some(&whole) || (place + 1 == reasons(phase).len() && of_others);
            let tooltip = if chosen && of_others { named.as_deref().unwrap_or_default() } else { &whole };
            let button = Button::secondary(&word).tooltip(tooltip).selected(chosen);
            // Digits choose a stopwatch again as soon as the reason is known.
            let button = if named.is_none() { button.key(&digit) } else { button };
            if button.show(ui).clicked() {
                pressed = Some(place);
            }
        }
    });
    let length = form.bench().active_watch().and_then(|watch| watch.pause_ms(view.reading)).unwrap_or_default();
    if ui.available_height() >= LINE {
        let text = lang.with("watch-pause-length", &[("time", Arg::Text(&words::stretch(length)))]);
        ui.add(egui::Label::new(Theme::of(ui).quiet(text)).truncate());
    }
    if let Some(place) = pressed {
        form.name_pause(place, view.reading, lang, actions);
    }
}

fn has_reason(lang: Lang, phase: Phase, named: &str) -> bool {
    reasons(phase).iter().take(4).any(|key| lang.t(&format!("{key}-full")) == named)
}

/// Another reason, typed; Enter names it and gives the keys back, Esc leaves the pause without one.
fn typed(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form, actions: &mut Vec<Action>) {
    let label = lang.t("watch-pause-typed");
    let Some(naming) = &mut form.naming else { return };
    let (mut take, mut leave) = (false, false);
    ui.horizontal(|ui| {
        let width = (ui.available_width() - 120.0).max(160.0);
        let hint = Theme::of(ui).quiet(&label);
        let edit = egui::TextEdit::singleline(&mut naming.text).align(Align2::LEFT_CENTER).hint_text(hint);
        let response =
            ui.add(edit.desired_width(width).min_size(Vec2::new(0.0, measure::CONTROL))).accessible_name(&label);
        if !naming.placed {
            naming.placed = true;
            response.request_focus();
        }
        take = response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
        leave = response.lost_focus() && !take;
        take |= Button::secondary(&lang.t("watch-pause-name")).key("Enter").show(ui).clicked();
    });
    let reason = naming.text.trim().to_owned();
    if take && !reason.is_empty() {
        form.naming = None;
        form.event(Event::Name { reason }, view.reading, lang, actions);
    } else if take || leave {
        form.naming = None;
    }
}

/// A cell: a caption above, a time below, an icon that says how it stands.
struct Cell<'a> {
    caption: &'a str,
    time: &'a str,
    kind: Kind,
    icon: &'a str,
    chosen: bool,
    spoken: &'a str,
}

fn cell(ui: &mut Ui, width: f32, cell: &Cell<'_>, sense: Sense) -> Response {
    let theme = Theme::of(ui);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, CELL), sense);
    let role = if sense == Sense::hover() { Role::Label } else { Role::Button };
    response.widget_info(|| WidgetInfo::selected(role, true, cell.chosen, cell.spoken));
    let hovered = sense != Sense::hover() && response.hovered();
    let ground = if cell.chosen || hovered { theme.accent_quiet } else { theme.raised };
    let line = if cell.chosen { egui::Stroke::new(1.0, theme.accent) } else { egui::Stroke::NONE };
    ui.painter().rect(rect, radius::CONTROL, ground, line, egui::StrokeKind::Inside);
    let inner = rect.shrink2(Vec2::new(space::S, 4.0));
    let caption = ink::line(ui, cell.caption, font::caption(), theme.text, inner.width());
    ink::place(ui.painter(), caption, inner, Align2::LEFT_TOP);
    let time = ink::line(ui, cell.time, font::digits(13.0), theme.text, inner.width() - 16.0);
    ink::place(ui.painter(), time, inner, Align2::LEFT_BOTTOM);
    if !cell.icon.is_empty() {
        let at = egui::pos2(inner.right() - 6.0, inner.bottom() - 8.0);
        ink::icon(ui.painter(), at, cell.icon, 13.0, theme.ink(cell.kind));
    }
    ink::ring(ui, &response, radius::CONTROL);
    ink::release_after_click(ui, &response);
    response
}

/// How many cells fit, and how wide they are then.
fn fitting(room: f32, count: usize) -> (usize, f32) {
    let most = ink::whole(f64::from((room + space::S) / (LEAST + space::S))).clamp(1, count.max(1));
    let width = ((room + space::S) / ink::px(most) - space::S).floor();
    (most, width.min(2.0 * LEAST))
}

fn elements(
    ui: &mut Ui,
    lang: Lang,
    study: Option<&StudyView>,
    known: &[Element],
    lengths: &[i64],
    at: usize,
    under_way: bool,
) {
    let (most, width) = fitting(ui.available_width(), known.len());
    // The one that is timed stays in sight.
    let first = if under_way { (at + 1).saturating_sub(most - 1).min(known.len() - most) } else { 0 };
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        for (place, element) in known.iter().enumerate().skip(first).take(most) {
            let called = name(lang, &element.name_ru, element.name_en.as_deref());
            let time = lengths.get(place).map_or_else(|| "—".to_owned(), |length| words::time(lang, *length));
            let now = under_way && place == at;
            let (kind, icon) = match (now, lengths.get(place)) {
                (true, _) => (Kind::Accent, icons::PLAY),
                (false, Some(_)) => (Kind::Ok, icons::CHECK),
                (false, None) => (Kind::Neutral, ""),
            };
            let caption = format!("{}. {called}", place + 1);
            let spoken = format!("{caption} {time}");
            let shown = Cell { caption: &caption, time: &time, kind, icon, chosen: now, spoken: &spoken };
            let response = cell(ui, width, &shown, Sense::hover());
            response.on_hover_text(told(lang, study, element, known.len(), place));
        }
    });
    let shown = if under_way { at } else { 0 };
    let Some(element) = known.get(shown) else { return };
    let line = headline(lang, shown, known.len(), element);
    let line = if under_way { line } else { lang.with("watch-element-first", &[("element", Arg::Text(&line))]) };
    ui.add(egui::Label::new(Theme::of(ui).quiet(line)).truncate());
}

/// An element in words: its break point, and what the study says of it.
fn told(lang: Lang, study: Option<&StudyView>, element: &Element, count: usize, place: usize) -> String {
    let line = headline(lang, place, count, element);
    let figures = study.and_then(|study| study.elements.iter().find(|one| one.element.code == element.code));
    let Some((figures, mean)) = figures.and_then(|figures| Some((figures, figures.mean?))) else { return line };
    let (mean, n) = (words::minutes(lang, mean), figures.n.to_string());
    let ratio = figures.stability_ratio.map_or_else(|| "—".to_owned(), |ratio| lang.number(ratio, 1));
    let parts = [("n", Arg::Text(&n)), ("mean", Arg::Text(&mean)), ("ratio", Arg::Text(&ratio))];
    format!("{line}\n{}", lang.with("watch-element-figures", &parts))
}

/// The last observations of the study; a press decides one.
fn newest(ui: &mut Ui, lang: Lang, view: &View<'_>, study: Option<&StudyView>, form: &mut Form) {
    let observations = study.map(|study| study.observations.as_slice()).unwrap_or_default();
    ui.spacing_mut().item_spacing.y = space::XS;
    let caption = if observations.is_empty() { "watch-newest-none" } else { "watch-newest" };
    let (line, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), 20.0), Sense::hover());
    caption_line(ui, line, &lang.t(caption));
    let (most, width) = fitting(ui.available_width(), 8);
    let mut pressed = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        for (place, one) in observations.iter().enumerate().rev().take(most) {
            let (kind, icon, word) = words::counts_words(lang, words::counts(one));
            let caption = format!("№ {} · {}", place + 1, view.operator_name(&one.operator));
            let time = words::time(lang, one.duration_ms.0);
            let spoken = format!("{caption} {time} {word}");
            let shown = Cell { caption: &caption, time: &time, kind, icon, chosen: false, spoken: &spoken };
            if cell(ui, width, &shown, Sense::click()).on_hover_text(&spoken).clicked() {
                pressed = Some(place);
            }
        }
    });
    if let Some(place) = pressed {
        form.row = Some(place);
        form.deciding = Some(Deciding::at(place));
    }
}

fn caption_line(ui: &Ui, rect: Rect, text: &str) {
    let line = ink::line(ui, text, font::caption(), Theme::of(ui).muted, rect.width());
    ink::place(ui.painter(), line, rect, Align2::LEFT_CENTER);
}
