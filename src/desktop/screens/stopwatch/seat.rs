//! The sitting in a line: since when, and what fills the time that has passed.

use egui::{Align, Align2, Layout, Rect, Role, Sense, Ui, Vec2, WidgetInfo};

use super::{Act, Form, View, words};
use crate::desktop::action::Action;
use crate::desktop::icons;
use crate::desktop::theme::{Kind, Theme, font, space};
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::ink;
use crate::domain::stopwatch::{Phase, SHORTEST_SITTING, SittingNow};
use crate::locale::{Arg, Lang};

const HEIGHT: f32 = 38.0;

/// Draws the line.
pub(super) fn show(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form, actions: &mut Vec<Action>) {
    let sitting = form.bench().active_watch().and_then(|watch| watch.sitting(view.reading));
    let between = matches!(form.record.phase(), Phase::Idle | Phase::Stopped | Phase::Waiting);
    let mut ends = false;
    let size = Vec2::new(ui.available_width(), HEIGHT);
    ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
        let (word, tooltip) = (lang.t("watch-end-sitting"), lang.t("watch-act-end-sitting"));
        let button = Button::secondary(&word).icon(icons::SIGN_OUT).key("E").tooltip(&tooltip);
        ends = button.enabled(sitting.is_some() && between).show(ui).clicked();
        ui.add_space(space::S);
        let room = Vec2::new(ui.available_width(), HEIGHT);
        let (rect, response) = ui.allocate_exact_size(room, Sense::hover());
        if let Some(sitting) = &sitting {
            let spoken = spoken(lang, view, sitting);
            response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &spoken));
            parts(ui, lang, view, sitting, rect);
            response.on_hover_text(&spoken);
        } else {
            let text = lang.t("watch-sitting-none");
            response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &text));
            let line = ink::line(ui, &text, font::body(), Theme::of(ui).muted, rect.width());
            ink::place(ui.painter(), line, rect, Align2::LEFT_CENTER);
        }
    });
    if ends {
        form.act(Act::EndSitting, view.reading, lang, actions);
    }
}

/// Unaccounted time, with its share of what has passed.
fn rest(lang: Lang, sitting: &SittingNow) -> (String, String) {
    let (rest, elapsed) = (sitting.check.unaccounted(), sitting.check.elapsed);
    let sign = if rest.0 < 0 { "−" } else { "" };
    let share = if elapsed.0 > 0 { 100.0 * rest.seconds() / elapsed.seconds() } else { 0.0 };
    (format!("{sign}{}", words::stretch(rest.0.abs())), format!("{}\u{a0}%", lang.number(share, 1)))
}

/// Whether the rest is to be warned about: below a minute 2 % is the time of pressing keys.
fn exceeds(sitting: &SittingNow) -> bool {
    sitting.check.elapsed >= SHORTEST_SITTING && sitting.check.exceeds()
}

fn since(lang: Lang, view: &View<'_>, sitting: &SittingNow) -> String {
    let moment = words::moment(lang, view.zone, sitting.started_at_wall_ms, view.reading.wall_ms);
    // Nobody needs the second that somebody sat down at.
    moment.rsplit_once(':').map_or(moment.clone(), |(minute, _)| minute.to_owned())
}

fn parts(ui: &Ui, lang: Lang, view: &View<'_>, sitting: &SittingNow, rect: Rect) {
    let theme = Theme::of(ui);
    let check = sitting.check;
    let (rest, share) = rest(lang, sitting);
    let exceeds = exceeds(sitting);
    let rest_name = if exceeds { "watch-sitting-exceeds" } else { "watch-sitting-rest" };
    let columns = [
        ("watch-sitting-since", since(lang, view, sitting), Kind::Neutral),
        ("watch-sitting-elapsed", words::stretch(check.elapsed.0), Kind::Neutral),
        ("watch-sitting-observed", words::stretch(check.observed.0), Kind::Neutral),
        ("watch-sitting-paused", words::stretch(check.paused.0), Kind::Neutral),
        (rest_name, format!("{rest} · {share}"), if exceeds { Kind::Warn } else { Kind::Neutral }),
    ];
    // The last column holds a share beside its time.
    let width = rect.width() / 6.0;
    for (place, (name, value, kind)) in columns.into_iter().enumerate() {
        let left = rect.left() + width * ink::px(place);
        let wide = if place == 4 { 2.0 * width } else { width - space::XS };
        let column = Rect::from_min_size(egui::pos2(left, rect.top()), Vec2::new(wide, rect.height()));
        let colour = if kind == Kind::Warn { theme.warn } else { theme.muted };
        let caption = ink::line(ui, &lang.t(name), font::caption(), colour, wide);
        ink::place(ui.painter(), caption, column, Align2::LEFT_TOP);
        let mut below = column;
        if kind == Kind::Warn {
            let at = egui::pos2(column.left() + 7.0, column.bottom() - 10.0);
            ink::icon(ui.painter(), at, icons::WARNING, 14.0, theme.warn);
            below = column.with_min_x(column.left() + 18.0);
        }
        let ink_of = if kind == Kind::Warn { theme.warn } else { theme.text };
        let value = ink::line(ui, &value, font::body(), ink_of, below.width());
        ink::place(ui.painter(), value, below, Align2::LEFT_BOTTOM);
    }
}

fn spoken(lang: Lang, view: &View<'_>, sitting: &SittingNow) -> String {
    let check = sitting.check;
    let (rest, share) = rest(lang, sitting);
    let (since, [elapsed, observed, paused]) =
        (since(lang, view, sitting), [check.elapsed, check.observed, check.paused].map(|part| words::stretch(part.0)));
    let key = if exceeds(sitting) { "watch-sitting-spoken-exceeds" } else { "watch-sitting-spoken" };
    lang.with(
        key,
        &[
            ("since", Arg::Text(&since)),
            ("elapsed", Arg::Text(&elapsed)),
            ("observed", Arg::Text(&observed)),
            ("paused", Arg::Text(&paused)),
            ("rest", Arg::Text(&rest)),
            ("share", Arg::Text(&share)),
        ],
    )
}
