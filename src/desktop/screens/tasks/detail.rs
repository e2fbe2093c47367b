//! One task: what it is, what it counts, what happened to it, and what may be done with it.

use egui::{RichText, Ui};

use super::{Act, list};
use crate::desktop::action::Action;
use crate::desktop::icons;
use crate::desktop::screens::norms::{layout, words};
use crate::desktop::theme::{Kind, Theme, measure, space};
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::{badge, card, state};
use crate::locale::{Arg, Lang};
use crate::views::tasks::{TaskStepView, TaskView};

/// Draws the task; gives what was pressed.
pub(super) fn show(ui: &mut Ui, lang: Lang, task: Option<&TaskView>, _actions: &mut Vec<Action>) -> Option<Act> {
    let room = layout::card_room(ui).max(8.0 * measure::ROW);
    let mut pressed = None;
    card::card(ui, "", |ui| {
        ui.set_min_height(room);
        let Some(task) = task else {
            let (title, text) = (lang.t("work-choose"), lang.t("work-choose-text"));
            ui.add_space((room / 2.0 - 120.0).max(0.0));
            let icon = icons::CLIPBOARD_TEXT;
            state::empty(ui, &state::Empty { icon, title: &title, text: &text, ..state::Empty::default() });
            return;
        };
        let bottom = ui.cursor().top() + room;
        pressed = buttons(ui, lang, task);
        let left = (bottom - ui.cursor().top() - space::S).max(160.0);
        egui::ScrollArea::vertical().id_salt("work-task").max_height(left).auto_shrink([false, true]).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = space::M;
            body(ui, lang, task);
        });
    });
    pressed
}

fn buttons(ui: &mut Ui, lang: Lang, task: &TaskView) -> Option<Act> {
    let mut pressed = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::Vec2::splat(space::XS);
        let mut button = |ui: &mut Ui, shown: bool, word: &str, icon: &str, key: &str, act: Act| {
            if shown && Button::secondary(&lang.t(word)).icon(icon).key(key).show(ui).clicked() {
                pressed = Some(act);
            }
        };
        button(ui, task.may_do, "work-do", icons::CHECK, "D", Act::Done);
        button(ui, task.may_decide, "work-accept", icons::CHECK_CIRCLE, "A", Act::Accept);
        button(ui, task.may_decide, "work-return", icons::ARROW_BEND_UP_LEFT, "R", Act::Return);
        button(ui, task.ticket.is_some(), "work-open-ticket", icons::TICKET, "T", Act::Ticket);
        button(ui, task.may_cancel, "work-cancel", icons::PROHIBIT, "Del", Act::Cancel);
    });
    pressed
}

fn body(ui: &mut Ui, lang: Lang, task: &TaskView) {
    let theme = Theme::of(ui);
    ui.add(egui::Label::new(theme.strong(&task.title)).wrap());
    let (kind, icon, word) = list::state_of(lang, task);
    badge::badge_with(ui, kind, icon, &word);
    if let Some(text) = &task.text {
        ui.add(egui::Label::new(RichText::new(text).color(theme.text)).wrap());
    }
    card::columns(ui, 2, |columns| {
        let [first, second] = columns else { return };
        layout::fact(first, &lang.t("work-col-due"), &lang.date(task.due));
        layout::fact(second, &lang.t("work-col-person"), &task.name);
    });
    match &task.given_by {
        Some(by) => layout::fact(ui, &lang.t("work-given-by"), &by.name),
        None => state::line(ui, Kind::Neutral, icons::INFO, &lang.t("work-own-never-counts")),
    }
    counts(ui, lang, task);
    layout::name(ui, &lang.t("work-history"));
    for step in &task.history {
        one_step(ui, lang, step);
    }
}

/// The decisions that count with it, and how many minutes.
fn counts(ui: &mut Ui, lang: Lang, task: &TaskView) {
    if task.decisions.is_empty() {
        if !task.own {
            layout::quiet(ui, &lang.t("work-counts-nothing"));
        }
        return;
    }
    let minutes = task.kpi_cmin.map_or_else(|| "—".to_owned(), |minutes| lang.minutes(minutes));
    let key = if task.ticket.is_some() { "work-counted" } else { "work-will-count" };
    layout::name(ui, &lang.with(key, &[("minutes", Arg::Text(&minutes))]));
    for decision in &task.decisions {
        let name = words::name(lang, &decision.name_ru, decision.name_en.as_deref());
        layout::quiet(ui, &format!("{name} × {}", lang.whole(decision.quantity)));
    }
}

fn one_step(ui: &mut Ui, lang: Lang, step: &TaskStepView) {
    let what = lang.t(&format!("work-step-{}", step.step));
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        layout::caption(ui, &format!("{} · {} · {what}", lang.date(step.date), step.name));
        if let Some(text) = &step.text {
            // The word the floor writes when a person takes something back at once.
            let text = if text == "undo" { lang.t("work-step-undo") } else { text.clone() };
            ui.add(egui::Label::new(RichText::new(text).color(Theme::of(ui).text)).wrap());
        }
    });
}
