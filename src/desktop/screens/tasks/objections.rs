//! Objections of the month and those without an answer: what each is about, what it says, what was answered; somebody else answers.

use egui::{RichText, Ui};
use uuid::Uuid;

use super::{About, Act, Form as Screen, View, name_of, waits};
use crate::desktop::action::Action;
use crate::desktop::icons;
use crate::desktop::screens::norms::layout::{self, Side};
use crate::desktop::screens::rows::{self, Row};
use crate::desktop::theme::{Kind, Theme, measure, space};
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::{badge, card, state, turn};
use crate::domain::month::Month;
use crate::domain::objection::About as Subject;
use crate::locale::{Arg, Lang};
use crate::views::tasks::{ObjectionView, ObjectionsView};

/// What the page remembers.
#[derive(Debug, Default)]
pub(super) struct Form {
    chosen: Option<Uuid>,
}

impl Form {
    /// Shows this objection.
    pub(super) fn choose(&mut self, objection: Option<Uuid>) {
        self.chosen = objection;
    }
}

/// Draws the page; says whether to ask once more.
pub(super) fn show(
    ui: &mut Ui,
    lang: Lang,
    view: &View<'_>,
    screen: &mut Screen,
    act: Option<Act>,
    actions: &mut Vec<Action>,
) -> bool {
    let Some(list) = view.objections else { return waits(ui, lang, view.trouble) };
    let mut acts: Vec<Act> = act.into_iter().collect();
    if list.objections.is_empty() {
        nothing(ui, lang, list, &mut acts);
    } else {
        let left = (ui.available_width() - space::L) * 0.5;
        layout::split(ui, left, |ui, side| match side {
            Side::Left => all(ui, lang, list, &mut screen.objections),
            Side::Right => {
                let chosen = chosen(list, &screen.objections);
                acts.extend(one(ui, lang, view, chosen, actions));
            }
        });
    }
    for act in acts {
        let answers = chosen(list, &screen.objections).filter(|one| one.may_answer).map(|one| one.objection);
        match act {
            Act::New if list.may_object => screen.object.begin(None, lang),
            Act::Accept => answers.into_iter().for_each(|id| screen.say.ask(About::Answer(id, true))),
            Act::Return => answers.into_iter().for_each(|id| screen.say.ask(About::Answer(id, false))),
            _ => {}
        }
    }
    false
}

fn chosen<'a>(list: &'a ObjectionsView, form: &Form) -> Option<&'a ObjectionView> {
    list.objections.iter().find(|one| Some(one.objection) == form.chosen)
}

/// The month of the page, which its keys turn too.
pub(super) fn month(ui: &mut Ui, lang: Lang, view: &View<'_>, chosen: &mut Option<Month>) {
    let running = Month::of(view.tasks.today);
    let shown = chosen.unwrap_or(running);
    let way = turn::pressed(ui.ctx()).or(turn::month(ui, lang, shown, Some(running)));
    if let Some(way) = way {
        *chosen = Some(way.of(shown, Some(running))).filter(|to| *to < running);
    }
}

fn nothing(ui: &mut Ui, lang: Lang, list: &ObjectionsView, acts: &mut Vec<Act>) {
    card::card(ui, "", |ui| {
        let (title, text, word) =
            (lang.t("work-objections-empty"), lang.t("work-objections-empty-text"), lang.t("work-object"));
        let button = if list.may_object { word.as_str() } else { "" };
        let empty = state::Empty {
            icon: icons::CHAT_TEXT,
            title: &title,
            text: &text,
            button,
            button_icon: icons::PLUS,
            key: "N",
        };
        if state::empty(ui, &empty) {
            acts.push(Act::New);
        }
    });
}

fn all(ui: &mut Ui, lang: Lang, list: &ObjectionsView, form: &mut Form) {
    let room = layout::titled_room(ui).max(6.0 * measure::ROW);
    let title = lang.with("work-objections-open", &[("count", Arg::Count(list.open))]);
    card::card(ui, &title, |ui| {
        ui.set_min_height(room);
        let mut row = list.objections.iter().position(|one| Some(one.objection) == form.chosen);
        rows::keys(ui, &mut row, list.objections.len(), false);
        let scroll = egui::ScrollArea::vertical().id_salt("work-objections").max_height(room);
        scroll.auto_shrink([false, true]).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            for (place, one) in list.objections.iter().enumerate() {
                let (kind, icon, word) = state_of(lang, one);
                let title = format!("{} · {}", one.name, subject(lang, one));
                let note = format!("{word} · {}", one.text);
                let raised = lang.date(one.raised_on);
                let strong = one.answer.is_none();
                let shown = Row { icon, kind, title: &title, note: &note, aside: &raised, strong };
                if rows::row(ui, &shown, row == Some(place)).clicked() {
                    row = Some(place);
                }
            }
        });
        form.chosen = row.and_then(|row| list.objections.get(row)).map(|one| one.objection).or(form.chosen);
    });
}

/// Where an objection stands: kind, icon and word.
fn state_of(lang: Lang, one: &ObjectionView) -> (Kind, &'static str, String) {
    let (kind, icon, key) = match one.upheld {
        None => (Kind::Accent, icons::HOURGLASS_MEDIUM, "work-objection-waits"),
        Some(true) => (Kind::Ok, icons::CHECK_CIRCLE, "work-objection-upheld"),
        Some(false) => (Kind::Neutral, icons::PROHIBIT, "work-objection-declined"),
    };
    (kind, icon, lang.t(key))
}

/// What an objection is about, in words.
pub(in crate::desktop::screens) fn subject(lang: Lang, one: &ObjectionView) -> String {
    let day = one.date.map(|day| lang.date(day)).unwrap_or_default();
    match &one.about {
        Subject::Statement { month, line } => {
            let month = lang.month(month.first());
            match line {
                Some(line) => {
                    let key = format!("pay-line-{line}");
                    let line = if lang.has(&key) { lang.t(&key) } else { line.clone() };
                    let named = [("month", Arg::Text(month.as_str())), ("line", Arg::Text(&line))];
                    lang.with("work-about-line", &named)
                }
                None => lang.with("work-about-statement", &[("month", Arg::Text(&month))]),
            }
        }
        about => lang.with(&format!("work-about-{}", about.kind()), &[("day", Arg::Text(&day))]),
    }
}

/// One objection with its answer; gives what was pressed.
fn one(
    ui: &mut Ui,
    lang: Lang,
    view: &View<'_>,
    one: Option<&ObjectionView>,
    actions: &mut Vec<Action>,
) -> Option<Act> {
    let room = layout::titled_room(ui).max(6.0 * measure::ROW);
    let mut pressed = None;
    let title = one.map_or_else(|| lang.t("work-objection"), |one| Lang::capital(&subject(lang, one)));
    card::card(ui, &title, |ui| {
        ui.set_min_height(room);
        ui.spacing_mut().item_spacing.y = space::M;
        let Some(one) = one else { return layout::quiet(ui, &lang.t("work-objection-choose")) };
        let (kind, icon, word) = state_of(lang, one);
        badge::badge_with(ui, kind, icon, &word);
        said(ui, &format!("{} · {}", lang.date(one.raised_on), one.name), &one.text);
        if let (Some(answer), Some(on)) = (&one.answer, one.answered_on) {
            let by = one.answered_by.as_deref().map(|code| name_of(view, code)).unwrap_or_default();
            let day = lang.date(on);
            let named = [("day", Arg::Text(&day)), ("person", Arg::Text(&by))];
            said(ui, &lang.with("work-objection-answer", &named), answer);
        }
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::Vec2::splat(space::XS);
            if one.may_answer {
                let (yes, no) = (lang.t("work-uphold"), lang.t("work-decline"));
                if Button::secondary(&yes).icon(icons::CHECK_CIRCLE).key("A").show(ui).clicked() {
                    pressed = Some(Act::Accept);
                }
                if Button::secondary(&no).icon(icons::PROHIBIT).key("R").show(ui).clicked() {
                    pressed = Some(Act::Return);
                }
            }
            if let Subject::Correction { ticket, .. } = &one.about
                && Button::quiet(&lang.t("work-open-ticket")).icon(icons::TICKET).show(ui).clicked()
            {
                actions.push(Action::OpenTicket(*ticket));
            }
        });
        if one.may_answer {
            layout::caption(ui, &lang.t("work-uphold-hint"));
        }
    });
    pressed
}

fn said(ui: &mut Ui, who: &str, text: &str) {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        layout::caption(ui, who);
        ui.add(egui::Label::new(RichText::new(text).color(Theme::of(ui).text)).wrap());
    });
}
