//! The right card where the window is too low for charts below the stopwatch: the figures in few lines, and both charts under
//! them, so that what grows is seen while the time runs.

use egui::{Align2, Sense, Ui, Vec2, WidgetInfo};

use super::evidence::{self, Size};
use super::{Act, Form, act_info, figures, words};
use crate::desktop::theme::{Theme, font, space};
use crate::desktop::widgets::{button, card, ink};
use crate::domain::units::CentiMinutes;
use crate::locale::{Arg, Lang};
use crate::views::studies::StudyView;

/// From this height of the window on, the charts have room below the stopwatch.
const TALL_WINDOW: f32 = 920.0;
/// Below this width of the content the cards stand one under the other, and charts have the whole width below.
const STACKED: f32 = 700.0;
/// The height of a figure with its name.
const FIGURE: f32 = 42.0;
/// The head of a small chart with its distances.
const HEAD: f32 = 22.0 + 2.0 * space::XS;
/// The room that is left in the head of the card where the key of the scale has place.
const KEY_FITS: f32 = 240.0;
/// The least height of a chart.
const LEAST: f32 = 72.0;

/// Whether the charts stand beside the stopwatch, in a content of this width.
pub(super) fn has_room(ui: &Ui) -> bool {
    ui.ctx().content_rect().height() < TALL_WINDOW && ui.available_width() >= STACKED
}

/// Draws figures and charts into a card whose inside ends at `bottom`.
pub(super) fn show(ui: &mut Ui, lang: Lang, study: &StudyView, form: &mut Form, bottom: f32) {
    ui.spacing_mut().item_spacing.y = space::XS;
    numbers(ui, lang, study);
    figures::precision(ui, lang, &study.summary, study.report.method.as_deref());
    figures::targets(ui, lang, &study.summary);
    figures::step(ui, lang, &study.report);
    figures::first_remark(ui, lang, study);
    ui.separator();
    let log_scale = !form.in_minutes;
    let room = bottom - ui.cursor().top();
    let height = (room / 2.0 - HEAD).floor().max(LEAST);
    if let Some(place) = evidence::in_order(ui, lang, study, log_scale, Size::Small(height)) {
        form.decide(place);
    }
    evidence::as_they_lie(ui, lang, study, log_scale, Size::Small(height));
}

/// The choice of the scale, for the head of the card.
pub(super) fn scale(ui: &mut Ui, lang: Lang, in_minutes: bool) -> bool {
    let icon = act_info(Act::Scale).map_or("", |info| info.icon);
    let pressed = button::icon_button(ui, icon, &evidence::scale_word(lang, in_minutes), "L").clicked();
    // In the narrowest card its key gives way to the title; the tooltip names it as well.
    if ui.available_width() > KEY_FITS {
        ink::key_chip(ui, "L");
    }
    pressed
}

/// Count, mean, median and norm in a row; what stands under each in the large card stands in its tooltip.
fn numbers(ui: &mut Ui, lang: Lang, study: &StudyView) {
    let summary = &study.summary;
    let minutes = |seconds: Option<f64>| seconds.map_or_else(|| "—".to_owned(), |value| words::minutes(lang, value));
    let norm = |value: Option<CentiMinutes>| value.map_or_else(|| "—".to_owned(), |value| lang.minutes(value));
    let counted = [("hard", Arg::Count(study.hard_count)), ("excluded", Arg::Count(study.excluded_count))];
    let (sd, least, greatest) = (minutes(summary.sd), minutes(summary.min), minutes(summary.max));
    let all = norm(study.norm_with_excluded_cmin);
    let shown = [
        (
            "watch-n-short",
            lang.whole(i64::try_from(summary.n).unwrap_or(i64::MAX)),
            ("watch-n", lang.with("watch-counted", &counted)),
        ),
        ("watch-mean-short", minutes(summary.mean), ("watch-mean", lang.with("watch-sd", &[("sd", Arg::Text(&sd))]))),
        (
            "watch-median-short",
            minutes(summary.median),
            ("watch-median", lang.with("watch-range", &[("min", Arg::Text(&least)), ("max", Arg::Text(&greatest))])),
        ),
        (
            "watch-norm-short",
            norm(study.norm_cmin),
            ("watch-norm", lang.with("watch-norm-all", &[("norm", Arg::Text(&all))])),
        ),
    ];
    card::columns_apart(ui, shown.len(), space::S, |columns| {
        for (column, (label, value, (name, note))) in columns.iter_mut().zip(&shown) {
            number(column, &lang.t(label), value, &spoken(lang, name, value, note));
        }
    });
}

/// A figure with its full name and unit, as the large card says it.
fn spoken(lang: Lang, name: &str, value: &str, note: &str) -> String {
    let unit = if name == "watch-n" { String::new() } else { format!(" {}", lang.t("unit-min")) };
    format!("{} {value}{unit} · {note}", lang.t(name))
}

fn number(ui: &mut Ui, label: &str, value: &str, spoken: &str) {
    let theme = Theme::of(ui);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), FIGURE), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, spoken));
    let label = ink::line(ui, label, font::caption(), theme.muted, rect.width());
    ink::place(ui.painter(), label, rect, Align2::LEFT_TOP);
    let value = ink::line(ui, value, font::section(), theme.text, rect.width());
    ink::place(ui.painter(), value, rect, Align2::LEFT_BOTTOM);
    response.on_hover_text(spoken);
}
