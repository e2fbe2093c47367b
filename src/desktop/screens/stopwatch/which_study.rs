//! Which study of the chosen action goes on: one of those there are, or one begun now with the conditions it is made under.
//!
//! Timing goes on meanwhile; an observation that ends afterwards belongs to the study chosen here.

use egui::{Key, Modifiers, Ui};

use super::{Form, View};
use crate::desktop::action::Action;
use crate::desktop::icons;
use crate::desktop::screens::norms::layout::{caption, dialog, quiet};
use crate::desktop::theme::{Kind, space};
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::field::{self, Field};
use crate::domain::code::Code;
use crate::domain::study::Source;
use crate::locale::{Arg, Lang};
use crate::views::studies::StudyBrief;

const WIDTH: f32 = 560.0;
/// The newest studies, as far as digits reach.
const MOST: usize = 8;
const DIGITS: [Key; 9] =
    [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];

/// How far the person is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Choosing {
    /// The conditions of a study that is begun, while they are typed.
    conditions: Option<String>,
    placed: bool,
}

/// Draws the question; says whether it is closed.
pub(super) fn show(
    ui: &Ui,
    lang: Lang,
    view: &View<'_>,
    choosing: &mut Choosing,
    form: &mut Form,
    actions: &mut Vec<Action>,
) -> bool {
    let Some(action) = form.record.choice().action else { return true };
    let of_action = |study: &&StudyBrief| study.source == Source::Stopwatch && study.action.code == action;
    let studies: Vec<&StudyBrief> = view.studies.studies.iter().filter(of_action).take(MOST).collect();
    let now = form.record.known_study(&action, view.studies);
    let name = view.action_name(lang, &action);
    let title = lang.with("watch-study-title", &[("action", Arg::Text(&name))]);
    let (mut chosen, mut begun) = (digit(ui, choosing, studies.len()), false);
    let shown = dialog(ui, lang, &title, WIDTH, |ui| {
        quiet(ui, &lang.t(if studies.is_empty() { "watch-study-first" } else { "watch-study-which" }));
        for (place, study) in studies.iter().enumerate() {
            let (text, key, width) = (line(lang, study), (place + 1).to_string(), ui.available_width());
            let button = Button::secondary(&text).icon(icons::CLIPBOARD_TEXT).key(&key).width(width);
            if button.selected(now == Some(study.study)).show(ui).clicked() {
                chosen = Some(place);
            }
        }
        ui.add_space(space::XS);
        if choosing.conditions.is_some() {
            begun = conditions(ui, lang, choosing);
        } else {
            let (text, key, width) = (lang.t("watch-study-new"), (studies.len() + 1).to_string(), ui.available_width());
            if Button::secondary(&text).icon(icons::PLUS).key(&key).width(width).show(ui).clicked() {
                chosen = Some(studies.len());
            }
        }
        caption(ui, &lang.t("watch-study-note"));
    });
    if let Some(study) = chosen.and_then(|place| studies.get(place)) {
        form.record.studies.insert(action, study.study);
        form.dirty = true;
        return true;
    }
    if chosen.is_some() {
        choosing.conditions = Some(String::new());
    }
    if begun && let Ok(code) = Code::new(&action) {
        let typed = choosing.conditions.take().unwrap_or_default().trim().to_owned();
        form.record.begin_study(&code, (!typed.is_empty()).then_some(typed));
        form.dirty = true;
        actions.push(Action::Say(Kind::Ok, lang.t("watch-study-begun")));
        return true;
    }
    shown.closed
}

/// A digit chooses, unless conditions are being typed.
fn digit(ui: &Ui, choosing: &Choosing, count: usize) -> Option<usize> {
    if choosing.conditions.is_some() {
        return None;
    }
    DIGITS.iter().take(count + 1).position(|key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, *key)))
}

/// A study in a line: its days, observations and norm.
fn line(lang: Lang, study: &StudyBrief) -> String {
    let count = i64::try_from(study.observations).unwrap_or(i64::MAX);
    let norm = study.norm_cmin.map_or_else(|| "—".to_owned(), |norm| lang.minutes(norm));
    let days = match (study.from, study.to) {
        (Some(from), Some(to)) if from == to => lang.date(from),
        (Some(from), Some(to)) => format!("{} – {}", lang.date(from), lang.date(to)),
        _ => lang.t("watch-study-empty"),
    };
    let parts = [("days", Arg::Text(&days)), ("count", Arg::Count(count)), ("norm", Arg::Text(&norm))];
    lang.with("watch-study-line", &parts)
}

/// The conditions, as far as anybody wants to write them down; says whether the study is to be begun.
fn conditions(ui: &mut Ui, lang: Lang, choosing: &mut Choosing) -> bool {
    let (label, hint) = (lang.t("watch-study-conditions"), lang.t("watch-study-conditions-hint"));
    let Some(text) = &mut choosing.conditions else { return false };
    let response = field::text(ui, &Field { hint: &hint, ..Field::new(&label) }, text);
    if !choosing.placed {
        choosing.placed = true;
        response.request_focus();
    }
    let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    Button::primary(&lang.t("watch-study-begin")).key("Enter").show(ui).clicked() || entered
}
