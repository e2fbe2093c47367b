//! The year: a quarter a row, three months and what they come to; below, the calendars it is made of.

use chrono::{Datelike, Days, NaiveDate};
use egui::{
    Align, Align2, CornerRadius, Key, Layout, Modifiers, Rect, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo,
};

use super::{Act, Form, words};
use crate::desktop::icons;
use crate::desktop::keys;
use crate::desktop::screens::absences::date_words;
use crate::desktop::screens::norms::layout;
use crate::desktop::theme::{Kind, Theme, font, measure, size, space};
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::{badge, card, ink, state};
use crate::domain::calendar::{CalendarDay, DayKind, DayType};
use crate::locale::{Arg, Lang};
use crate::views::calendar::{CalendarView, DateView, LayerView, Span};

const DAY: f32 = 20.0;
const FIGURES: f32 = 188.0;
/// Title, weekdays and six weeks.
const MONTH: f32 = 26.0 + 18.0 + 6.0 * DAY;

pub(super) fn show(ui: &mut Ui, lang: Lang, view: &CalendarView, form: &mut Form) {
    if !view.known {
        return unknown(ui, lang, view, form);
    }
    keyboard(ui, view, form);
    let room = layout::card_room(ui).max(MONTH);
    card::card(ui, "", |ui| {
        // What is said of the chosen day stays on screen while the year scrolls below it.
        said(ui, lang, view, form);
        ui.separator();
        let left = room - 40.0;
        let scroll = egui::ScrollArea::vertical().id_salt("calendar-year").max_height(left).min_scrolled_height(left);
        scroll.auto_shrink([false, true]).show(ui, |ui| {
            quarters(ui, lang, view, form);
            legend(ui, lang);
            ui.separator();
            layers(ui, lang, view, form);
        });
    });
}

fn quarters(ui: &mut Ui, lang: Lang, view: &CalendarView, form: &mut Form) {
    for quarter in 0..4_usize {
        let width = ui.available_width() - space::M;
        let (rect, _) = ui.allocate_exact_size(Vec2::new(width, MONTH), Sense::hover());
        let width = ((rect.width() - FIGURES - 3.0 * space::XL) / 3.0).floor();
        for place in 0..3_usize {
            let left = rect.left() + (width + space::XL) * ink::px(place);
            let at = Rect::from_min_size(egui::pos2(left, rect.top()), Vec2::new(width, MONTH));
            month(ui, lang, view, quarter * 3 + place, at, form);
        }
        let at = rect.with_min_x(rect.right() - FIGURES);
        figures(ui, lang, view, quarter, at);
    }
}

fn unknown(ui: &mut Ui, lang: Lang, view: &CalendarView, form: &mut Form) {
    let room = layout::card_room(ui);
    card::card(ui, "", |ui| {
        ui.set_min_height(room);
        let year = view.year.to_string();
        let title = lang.with("calendar-empty", &[("year", Arg::Text(&year))]);
        let text = lang.t(if view.may_keep { "calendar-empty-text" } else { "calendar-empty-reader" });
        let button = lang.t("calendar-import");
        let empty = state::Empty {
            icon: icons::CALENDAR_DOTS,
            title: &title,
            text: &text,
            button: if view.may_keep { &button } else { "" },
            button_icon: icons::UPLOAD_SIMPLE,
            key: "I",
        };
        if state::empty(ui, &empty) {
            form.press(Act::Import);
        }
    });
}

/// The arrows choose a day while nothing has the keyboard; Enter opens its dialog.
fn keyboard(ui: &Ui, view: &CalendarView, form: &mut Form) {
    let held = ui.memory(|memory| memory.focused().is_some());
    if held || keys::is_typing(ui.ctx()) || keys::is_covered(ui.ctx()) {
        return;
    }
    let taken = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let steps =
        [(Key::ArrowLeft, false, 1), (Key::ArrowRight, true, 1), (Key::ArrowUp, false, 7), (Key::ArrowDown, true, 7)];
    for (key, on, days) in steps {
        if !taken(key) {
            continue;
        }
        let first = view.dates.iter().map(|day| day.date).find(|date| *date >= view.today);
        let begin = form.day.filter(|day| day.year() == view.year);
        let moved = match begin {
            None => first.or_else(|| view.dates.first().map(|day| day.date)),
            Some(day) if on => day.checked_add_days(Days::new(days)),
            Some(day) => day.checked_sub_days(Days::new(days)),
        };
        if let Some(day) = moved.filter(|day| day.year() == view.year) {
            (form.day, form.moved) = (Some(day), true);
        }
    }
    if form.day.is_some() && view.may_keep && taken(Key::Enter) {
        form.press(Act::Own);
    }
}

/// What is known of the chosen day, in a line of one height whatever it says.
fn said(ui: &mut Ui, lang: Lang, view: &CalendarView, form: &Form) {
    let day = form.day.and_then(|date| view.dates.iter().find(|day| day.date == date));
    let row = Vec2::new(ui.available_width(), size::SECTION);
    ui.allocate_ui_with_layout(row, Layout::left_to_right(Align::Center), |ui| {
        let Some(day) = day else {
            let hint = lang.t(if view.may_keep { "calendar-hint" } else { "calendar-hint-reader" });
            ui.add(egui::Label::new(Theme::of(ui).quiet(hint)).truncate());
            return;
        };
        ui.label(Theme::of(ui).bold(day_words(lang, day)));
        if let Some(code) = &day.calendar {
            let says = lang.with("calendar-says", &[("code", Arg::Text(code))]);
            ui.add(egui::Label::new(Theme::of(ui).quiet(says)).truncate());
        }
    });
}

/// A day in words: its date, weekday, what it is and how many minutes it has.
fn day_words(lang: Lang, day: &DateView) -> String {
    let weekday = words::weekday(lang, day.date.weekday());
    let what = date_words(lang, day);
    let what = match (what.is_empty(), day.day) {
        (false, _) => what,
        (true, DayType::Free) => format!("{}, {}", lang.date(day.date), lang.t("day-free")),
        (true, _) => format!("{}, {}", lang.date(day.date), lang.t("day-working")),
    };
    let minutes = match day.day {
        DayType::Free => 0,
        DayType::Full => 480,
        DayType::Short => 420,
    };
    format!("{what} · {weekday} · {minutes} {}", lang.t("unit-min"))
}

fn hours(lang: Lang, span: &Span) -> String {
    // A full day has 8 hours and a short one 7, so that hours are whole.
    lang.whole(span.minutes_cmin.0 / 6_000)
}

fn month(ui: &mut Ui, lang: Lang, view: &CalendarView, number: usize, at: Rect, form: &mut Form) {
    let theme = Theme::of(ui);
    let name = lang.t(&format!("month-{}", number + 1));
    let span = view.months.get(number).copied().unwrap_or_default();
    let (days, hours) = (span.work_days.to_string(), hours(lang, &span));
    let figures = lang.with("calendar-month-figures", &[("days", Arg::Text(&days)), ("hours", Arg::Text(&hours))]);
    let title = at.with_max_y(at.top() + 26.0);
    ink::place(ui.painter(), ink::line(ui, &name, font::bold(), theme.text, at.width()), title, Align2::LEFT_CENTER);
    let line = ink::line(ui, &figures, font::caption(), theme.muted, at.width() * 0.7);
    ink::place(ui.painter(), line, title, Align2::RIGHT_CENTER);
    let response = ui.interact(title, ui.scope_id().with(("month", number)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, format!("{name}: {figures}")));
    let cell = at.width() / 7.0;
    for (place, day) in words::WEEK.into_iter().enumerate() {
        let rect =
            Rect::from_min_size(egui::pos2(at.left() + cell * ink::px(place), at.top() + 26.0), Vec2::new(cell, 18.0));
        let line = ink::line(ui, &words::weekday(lang, day), font::fine(), theme.muted, cell);
        ink::place(ui.painter(), line, rect, Align2::CENTER_CENTER);
    }
    let mut week = 0_usize;
    let dates = view.dates.iter().filter(|day| day.date.month0() as usize == number);
    for day in dates {
        let column = day.date.weekday().num_days_from_monday() as usize;
        if column == 0 && day.date.day() > 1 {
            week += 1;
        }
        let corner = egui::pos2(at.left() + cell * ink::px(column), at.top() + 44.0 + DAY * ink::px(week));
        one(ui, lang, view, day, Rect::from_min_size(corner, Vec2::new(cell, DAY)), form);
    }
}

fn one(ui: &mut Ui, lang: Lang, view: &CalendarView, day: &DateView, rect: Rect, form: &mut Form) {
    let theme = Theme::of(ui);
    let inner = rect.shrink2(Vec2::new(2.0, 1.0));
    let today = day.date == view.today;
    paint(ui, inner, look(day), today);
    let number = day.date.day().to_string();
    // Printed calendars have an asterisk at a day that ends an hour earlier.
    let text = if day.day == DayType::Short { format!("{number}*") } else { number };
    let colour = match (today, day.day) {
        (true, _) => theme.on_accent,
        (false, DayType::Free) if day.mark.is_none() => theme.muted,
        _ => theme.text,
    };
    let bold = today || day.mark.is_some() || day.day == DayType::Short;
    let font = if bold { font::caption_bold() } else { font::caption() };
    ink::place(ui.painter(), ink::line(ui, &text, font, colour, rect.width()), inner, Align2::CENTER_CENTER);
    if is_own(view, day) {
        let at = egui::pos2(inner.right() - 4.0, inner.top() + 4.0);
        ui.painter().circle_filled(at, 2.5, theme.ok);
    }
    let chosen = form.day == Some(day.date);
    if today && form.year != Some(view.year) {
        // A year opens where today is.
        ui.scroll_to_rect(rect.expand2(Vec2::new(space::XL, DAY * 4.0)), None);
        form.year = Some(view.year);
    }
    if chosen {
        let stroke = Stroke::new(measure::RING, theme.accent);
        ui.painter().rect_stroke(inner, CornerRadius::same(4), stroke, StrokeKind::Outside);
        if form.moved {
            ui.scroll_to_rect(rect.expand(space::XL), None);
            form.moved = false;
        }
    }
    let response = ui.interact(rect, ui.scope_id().with(("day", day.date)), Sense::CLICK);
    let spoken = day_words(lang, day);
    response.widget_info(|| WidgetInfo::selected(Role::Cell, true, chosen, &spoken));
    if response.clicked() {
        form.day = Some(day.date);
    }
    if response.double_clicked() && view.may_keep {
        form.press(Act::Own);
    }
    if response.hovered() {
        response.on_hover_text(spoken);
    }
}

fn is_own(view: &CalendarView, day: &DateView) -> bool {
    let layer = view.layers.iter().find(|layer| Some(&layer.code) == day.calendar.as_ref());
    layer.is_some_and(|layer| !layer.base)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Look {
    Plain,
    Weekend,
    Holiday,
    Moved,
    Working,
}

fn look(day: &DateView) -> Look {
    match (day.mark, day.day) {
        (Some(DayKind::Holiday), _) => Look::Holiday,
        (Some(DayKind::DayOff), _) => Look::Moved,
        (Some(DayKind::Working), _) => Look::Working,
        (_, DayType::Free) => Look::Weekend,
        _ => Look::Plain,
    }
}

fn paint(ui: &Ui, rect: Rect, look: Look, today: bool) {
    let theme = Theme::of(ui);
    let [_, orange, ..] = theme.series;
    let (corner, painter) = (CornerRadius::same(4), ui.painter());
    let stroke = |colour| Stroke::new(1.0, colour);
    match look {
        _ if today => {
            painter.rect_filled(rect, corner, theme.accent);
        }
        Look::Plain => {}
        Look::Weekend => {
            painter.rect_filled(rect, corner, theme.raised);
        }
        Look::Holiday => {
            painter.rect_filled(rect, corner, theme.surface.lerp_to_gamma(orange, 0.30));
        }
        Look::Moved => {
            painter.rect(rect, corner, theme.raised, stroke(orange), StrokeKind::Inside);
        }
        Look::Working => {
            painter.rect_stroke(rect, corner, stroke(theme.accent), StrokeKind::Inside);
        }
    }
}

/// What a quarter comes to, with the half-year and the year where they end.
fn figures(ui: &Ui, lang: Lang, view: &CalendarView, quarter: usize, at: Rect) {
    let mut lines: Vec<(String, Option<Span>)> = Vec::new();
    let roman = ["I", "II", "III", "IV"].get(quarter).copied().unwrap_or_default();
    lines.push((lang.with("calendar-quarter", &[("number", Arg::Text(roman))]), view.quarters.get(quarter).copied()));
    match quarter {
        1 => lines.push((lang.t("calendar-half-1"), view.halves.first().copied())),
        3 => {
            lines.push((lang.t("calendar-half-2"), view.halves.get(1).copied()));
            lines.push((lang.t("calendar-year"), Some(view.whole)));
        }
        _ => {}
    }
    let theme = Theme::of(ui);
    let mut top = at.top();
    for (title, span) in lines {
        let Some(span) = span else { continue };
        let (work, free, hours) = (span.work_days.to_string(), span.free_days.to_string(), hours(lang, &span));
        let named = [("work", Arg::Text(&work)), ("free", Arg::Text(&free)), ("hours", Arg::Text(&hours))];
        let rows = [
            (title.clone(), font::bold(), theme.text),
            (lang.with("calendar-span-hours", &named), font::body(), theme.text),
            (lang.with("calendar-span-days", &named), font::caption(), theme.muted),
        ];
        let from = top;
        for (text, font, colour) in rows {
            let row = Rect::from_min_size(egui::pos2(at.left(), top), Vec2::new(at.width(), 18.0));
            ink::place(ui.painter(), ink::line(ui, &text, font, colour, at.width()), row, Align2::LEFT_CENTER);
            top += 18.0;
        }
        let rect = Rect::from_x_y_ranges(at.x_range(), from..=top);
        let response = ui.interact(rect, ui.scope_id().with(("span", &title)), Sense::hover());
        let spoken = format!(
            "{title}: {}; {}",
            lang.with("calendar-span-hours", &named),
            lang.with("calendar-span-days", &named)
        );
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &spoken));
        top += space::S;
    }
}

fn legend(ui: &mut Ui, lang: Lang) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing = Vec2::new(space::L, 0.0);
        ui.spacing_mut().interact_size.y = 20.0;
        ui.horizontal_wrapped(|ui| {
            let theme = Theme::of(ui);
            for (look, key) in [
                (Look::Weekend, "calendar-legend-weekend"),
                (Look::Holiday, "calendar-legend-holiday"),
                (Look::Moved, "calendar-legend-moved"),
                (Look::Working, "calendar-legend-working"),
            ] {
                let word = lang.t(key);
                let text = ink::line(ui, &word, font::caption(), theme.muted, f32::INFINITY);
                let (rect, response) = ui.allocate_exact_size(Vec2::new(20.0 + text.size().x, 20.0), Sense::hover());
                response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &word));
                paint(
                    ui,
                    Rect::from_center_size(egui::pos2(rect.left() + 7.0, rect.center().y), Vec2::splat(13.0)),
                    look,
                    false,
                );
                ink::place(ui.painter(), text, rect.with_min_x(rect.left() + 20.0), Align2::LEFT_CENTER);
            }
            badge::legend_entry(ui, theme.ok, &lang.t("calendar-legend-own"), |painter, rect, colour| {
                painter.circle_filled(rect.center(), 3.0, colour);
            });
            ui.label(theme.caption(lang.t("calendar-legend-short")));
        });
    });
}

/// The calendars of the year, in the order in which they are laid over each other.
fn layers(ui: &mut Ui, lang: Lang, view: &CalendarView, form: &mut Form) {
    let mut gone: Option<NaiveDate> = None;
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        card::section(ui, &lang.t("calendar-layers"));
        for layer in &view.layers {
            layer_head(ui, lang, layer);
            for day in layer.days.iter().filter(|_| !layer.base) {
                if own_day(ui, lang, day, view.may_keep) {
                    gone = Some(day.date);
                }
            }
        }
        if view.layers.iter().all(|layer| layer.base) {
            layout::caption(ui, &lang.t("calendar-no-own"));
        }
    });
    if let Some(date) = gone {
        form.day = Some(date);
        form.press(Act::Remove);
    }
}

fn layer_head(ui: &mut Ui, lang: Lang, layer: &LayerView) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        ui.label(Theme::of(ui).bold(&layer.code));
        let (kind, key) =
            if layer.base { (Kind::Ok, "calendar-layer-base") } else { (Kind::Accent, "calendar-layer-over") };
        badge::badge(ui, kind, &lang.t(key));
        let mut parts = vec![lang.with("calendar-layer-days", &[("count", layer.days.len().into())])];
        if layer.amended > 0 {
            parts.push(lang.with("calendar-layer-amended", &[("count", layer.amended.into())]));
        }
        ui.label(Theme::of(ui).quiet(parts.join(" · ")));
    });
}

/// An own day with its name; says whether it is to be taken away.
fn own_day(ui: &mut Ui, lang: Lang, day: &CalendarDay, keeps: bool) -> bool {
    let kind = lang.t(kind_key(day.kind));
    let name = day.name.as_deref().map(|name| format!(" · {name}")).unwrap_or_default();
    let swap = day.swapped_with.map(|other| lang.with("day-swapped", &[("day", Arg::Text(&lang.date(other)))]));
    let swap = swap.map(|swap| format!(" · {swap}")).unwrap_or_default();
    let text = format!("{} · {kind}{name}{swap}", lang.date(day.date));
    ui.horizontal(|ui| {
        ui.add_space(space::L);
        ui.label(&text);
        let word = lang.t("calendar-remove");
        keeps && {
            let response = Button::quiet("").icon(icons::TRASH).tooltip(&word).show(ui);
            response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{word}: {text}")));
            response.clicked()
        }
    })
    .inner
}

/// The words of a day's kind.
pub(super) fn kind_key(kind: DayKind) -> &'static str {
    match kind {
        DayKind::Holiday => "calendar-kind-holiday",
        DayKind::DayOff => "calendar-kind-day-off",
        DayKind::Working => "calendar-kind-working",
        DayKind::Short => "calendar-kind-short",
    }
}
