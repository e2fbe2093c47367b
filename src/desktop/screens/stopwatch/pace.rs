//! The rating (темп) of an observation, in steps of 5 %: its value between two buttons, with their keys.

use egui::{Align, Align2, Layout, RichText, Role, Sense, Ui, Vec2, WidgetInfo};

use super::{Act, Form, View, act_info, words};
use crate::desktop::action::Action;
use crate::desktop::icons;
use crate::desktop::theme::{Theme, font, measure, space};
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::ink;
use crate::domain::stopwatch::{NORMAL_PACE_BP, Stopwatch};
use crate::domain::study::CaseClass;
use crate::locale::{Arg, Lang};

/// The pace of the observation under way, on the right of its state; of the last one while none is.
pub(super) fn now(ui: &mut Ui, lang: Lang, form: &Form) -> Option<Act> {
    let own = form.bench().active_watch().and_then(Stopwatch::rating_bp);
    let rating = own.or_else(|| form.record.last().map(|last| last.rating_bp));
    stepper(ui, lang, &lang.t("watch-pace"), rating, [Act::Slower, Act::Faster])
}

/// The last observation of this operator, with its pace: known only when it is over, as often as not.
pub(super) fn last(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form, actions: &mut Vec<Action>) {
    let last = form.record.last();
    let rating = last.map(|last| last.rating_bp);
    let text = last.map_or_else(
        || lang.t("watch-last-none"),
        |last| {
            let class = if last.taken.hard { CaseClass::Hard } else { CaseClass::Regular };
            let key = if class == CaseClass::Hard { "watch-counts-hard" } else { "watch-counts-regular" };
            let (time, class) = (words::time(lang, last.taken.duration_ms), lang.t(key));
            lang.with("watch-last", &[("time", Arg::Text(&time)), ("class", Arg::Text(&class))])
        },
    );
    let mut pressed = None;
    let size = Vec2::new(ui.available_width(), measure::CONTROL);
    ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
        pressed = stepper(ui, lang, &lang.t("watch-pace-last"), rating, [Act::LastSlower, Act::LastFaster]);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.add(egui::Label::new(Theme::of(ui).quiet(&text)).truncate());
        });
    });
    if let Some(act) = pressed {
        form.act(act, view.reading, lang, actions);
    }
}

/// Drawn from the right to the left: higher, value, lower, name.
fn stepper(ui: &mut Ui, lang: Lang, name: &str, rating: Option<i64>, acts: [Act; 2]) -> Option<Act> {
    let theme = Theme::of(ui);
    let mut pressed = None;
    let apart = std::mem::replace(&mut ui.spacing_mut().item_spacing.x, space::XS);
    let [lower, higher] = acts;
    for (act, icon) in [(higher, icons::PLUS), (lower, icons::MINUS)] {
        let info = act_info(act);
        let key = info.map(|info| info.key_text(ui.ctx(), &|_| None)).unwrap_or_default();
        let word = info.map(|info| lang.t(info.name_key)).unwrap_or_default();
        if act == higher {
            ink::key_chip(ui, &key);
        }
        let button = Button::secondary("").icon(icon).tooltip(&word).key(&key).enabled(rating.is_some());
        if button.width(measure::CONTROL).show(ui).clicked() {
            pressed = Some(act);
        }
        if act == lower {
            ink::key_chip(ui, &key);
        } else {
            value(ui, name, rating);
        }
    }
    ui.add_space(space::XS);
    ui.label(RichText::new(name).font(font::caption()).color(theme.muted));
    ui.spacing_mut().item_spacing.x = apart;
    pressed
}

fn value(ui: &mut Ui, name: &str, rating: Option<i64>) {
    let theme = Theme::of(ui);
    let text = rating.map_or_else(|| "—".to_owned(), words::pace);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(52.0, measure::CONTROL), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{name} {text}")));
    let other = rating.is_some_and(|rating| rating != NORMAL_PACE_BP);
    let (font, colour) = if other { (font::bold(), theme.accent) } else { (font::body(), theme.text) };
    ink::place(ui.painter(), ink::line(ui, &text, font, colour, rect.width()), rect, Align2::CENTER_CENTER);
}
