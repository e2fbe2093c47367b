//! The stopwatches side by side, one per observed operator, each with its key, state and time.

use egui::{Align2, Role, Sense, Ui, Vec2, WidgetInfo};

use super::{Form, View, words};
use crate::desktop::action::Action;
use crate::desktop::theme::{Kind, Theme, font, radius, space};
use crate::desktop::widgets::ink;
use crate::domain::stopwatch::Stopwatch;
use crate::locale::Lang;

/// The stopwatches side by side, each with its key, operator and time.
pub(super) fn show(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form, actions: &mut Vec<Action>) {
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
