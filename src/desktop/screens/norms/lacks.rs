//! What keeps a draft from its pilot and from the director: the whole list at once, each line with the way to mend it; and the remarks that keep nothing.

use egui::{RichText, Ui};

use super::edit::Line;
use super::{Dialog, Form, words};
use crate::desktop::action::{Action, StudyPage};
use crate::desktop::icons;
use crate::desktop::theme::{Kind, Theme, measure, size, space};
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::ink;
use crate::locale::{Arg, Lang};
use crate::views::norms::{ActionsView, OpenFlagsView, SetView};

/// How many lines stand without scrolling.
const ROWS: usize = 3;

/// Something that a draft lacks.
#[derive(Debug, Clone, Copy)]
enum Lack<'a> {
    Norm(&'a str),
    Flags(&'a OpenFlagsView),
    BoostReason(&'a str),
    /// A remark: the norm rests on talk only.
    TalkOnly(&'a str),
}

/// Whether anything keeps the set from its pilot and from the director.
pub(super) fn is_whole(set: &SetView) -> bool {
    set.missing.is_empty() && set.open_flags.is_empty() && set.boosts_unexplained.is_empty()
}

/// Draws the list; nothing where nothing lacks. `draft`: who looks may mend it.
pub(super) fn show(
    ui: &mut Ui,
    lang: Lang,
    set: &SetView,
    catalogue: &ActionsView,
    draft: bool,
    form: &mut Form,
    actions: &mut Vec<Action>,
) {
    let all: Vec<Lack<'_>> = set
        .missing
        .iter()
        .map(|code| Lack::Norm(code))
        .chain(set.open_flags.iter().map(Lack::Flags))
        .chain(set.boosts_unexplained.iter().map(|code| Lack::BoostReason(code)))
        .chain(set.talk_only.iter().map(|code| Lack::TalkOnly(code)))
        .collect();
    if all.is_empty() {
        return;
    }
    let theme = Theme::of(ui);
    let hindering = all.len() - set.talk_only.len();
    let kind = if hindering > 0 { Kind::Warn } else { Kind::Accent };
    let key = if hindering > 0 { "norms-lacks" } else { "norms-lacks-remarks" };
    let frame = egui::Frame::new()
        .fill(theme.ground(kind))
        .corner_radius(crate::desktop::theme::radius::CONTROL)
        .inner_margin(egui::Margin::symmetric(12, 6));
    frame.show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.label(theme.bold(lang.with(key, &[("count", hindering.max(all.len() - hindering).into())])));
        let height = (measure::CONTROL + 2.0) * ink::px(all.len().min(ROWS));
        let scroll = egui::ScrollArea::vertical().id_salt("norms-lacks").auto_shrink([false, true]);
        scroll.max_height(height).min_scrolled_height(height).show(ui, |ui| {
            for lack in &all {
                one(ui, lang, set, catalogue, *lack, draft, form, actions);
            }
        });
    });
}

#[expect(clippy::too_many_arguments, reason = "views, form, actions")]
fn one(
    ui: &mut Ui,
    lang: Lang,
    set: &SetView,
    catalogue: &ActionsView,
    lack: Lack<'_>,
    draft: bool,
    form: &mut Form,
    actions: &mut Vec<Action>,
) {
    let theme = Theme::of(ui);
    let (code, key, word, icon) = match lack {
        Lack::Norm(code) => (code, "norms-lack-norm", "norms-mend-norm", icons::WARNING),
        Lack::Flags(open) => (open.action.as_str(), "norms-flags", "norms-to-study", icons::FLAG),
        Lack::BoostReason(code) => (code, "norms-lack-boost", "norms-mend-boost", icons::LIGHTNING),
        Lack::TalkOnly(code) => (code, "norms-lack-talk", "norms-mend-talk", icons::PHONE),
    };
    let count = if let Lack::Flags(open) = lack { open.count } else { 1 };
    let action = catalogue.actions.iter().find(|action| action.code == code);
    let name = action.map_or(code, |action| words::name(lang, &action.name_ru, action.name_en.as_deref()));
    let text = lang.with(key, &[("action", Arg::Text(name)), ("count", count.into())]);
    let kind = if matches!(lack, Lack::TalkOnly(_)) { Kind::Accent } else { Kind::Warn };
    let row = egui::vec2(ui.available_width(), measure::CONTROL);
    ui.allocate_ui_with_layout(row, egui::Layout::right_to_left(egui::Align::Center), |ui| {
        // The bar of a longer list keeps clear of the buttons.
        ui.add_space(space::M);
        let word = lang.t(word);
        // Two buttons of one word are told apart by what they are for.
        let spoken = format!("{word}: {name}");
        let pressed = draft && {
            let response = Button::secondary(&word).tooltip(&spoken).show(ui);
            response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &spoken));
            response.clicked()
        };
        ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            ui.label(RichText::new(icon).size(size::ICON).color(theme.ink(kind)));
            ui.add(egui::Label::new(RichText::new(&text).color(theme.text)).truncate());
        });
        if pressed {
            match lack {
                Lack::Flags(open) => actions.push(Action::OpenStudy(Some(open.study), StudyPage::Flags)),
                Lack::Norm(code) | Lack::BoostReason(code) | Lack::TalkOnly(code) => {
                    form.dialog = Some(Dialog::Line(Line::new(lang, set, code)));
                }
            }
        }
    });
}
