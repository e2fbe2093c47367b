//! How a reading counts: the six answers with their digits, shared by the stopwatch and the screen of studies. An exclusion always has a
//! reason; the last answer asks for it in words.

use egui::{Key, Modifiers, Ui};

use super::norms::layout::caption;
use crate::desktop::icons;
use crate::desktop::theme::space;
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::field::{self, Field};
use crate::domain::study::Decided;
use crate::locale::Lang;

/// The answers, in the order of their digits: the key of the text and what is decided.
const ANSWERS: [(&str, Decided); 6] = [
    ("watch-answer-regular", Decided::Regular),
    ("watch-answer-hard", Decided::Hard),
    ("watch-reason-forgotten", Decided::Exclude),
    ("watch-reason-interrupted", Decided::Exclude),
    ("watch-reason-wrong", Decided::Exclude),
    (OTHER, Decided::Exclude),
];

const OTHER: &str = "watch-reason-other";

/// How far the person is with the answer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answering {
    other: Option<String>,
    placed: bool,
}

impl Answering {
    /// Whether a reason is being typed: digits and letters are its text then.
    #[must_use]
    pub fn types_reason(&self) -> bool {
        self.other.is_some()
    }
}

/// What was answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// What is decided.
    pub decided: Decided,
    /// Why; an exclusion always has a reason.
    pub reason: Option<String>,
}

/// Draws the answers and takes their digits; `waiting`: an answer is on its way. Gives the answer that was given now.
pub fn show(ui: &mut Ui, lang: Lang, answering: &mut Answering, waiting: bool) -> Option<Answer> {
    let mut given = digit(ui, answering, waiting);
    ui.add_enabled_ui(!waiting, |ui| {
        for (place, (key, _)) in ANSWERS.iter().enumerate() {
            if place == 2 {
                ui.add_space(space::XS);
                caption(ui, &lang.t("watch-exclude-as"));
            }
            let asks = *key == OTHER && answering.other.is_some();
            if if asks { other(ui, lang, answering) } else { choice(ui, lang, key, place) } {
                given = Some(place);
            }
        }
    });
    given.and_then(|place| take(lang, place, answering))
}

/// A digit answers, unless a reason is being typed.
fn digit(ui: &Ui, answering: &Answering, waiting: bool) -> Option<usize> {
    const DIGITS: [Key; 6] = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6];
    if answering.types_reason() || waiting || ui.ctx().text_edit_focused() {
        return None;
    }
    DIGITS.iter().position(|key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, *key)))
}

fn choice(ui: &mut Ui, lang: Lang, key: &str, place: usize) -> bool {
    let (text, digit) = (lang.t(key), (place + 1).to_string());
    let icon = match place {
        0 => icons::CHECK,
        1 => icons::STAR,
        _ => icons::PROHIBIT,
    };
    let width = ui.available_width();
    Button::secondary(&text).icon(icon).key(&digit).width(width).show(ui).clicked()
}

/// The field of another reason; says whether it was entered.
fn other(ui: &mut Ui, lang: Lang, answering: &mut Answering) -> bool {
    let (label, hint) = (lang.t(OTHER), lang.t("watch-reason-other-hint"));
    let Some(text) = &mut answering.other else { return false };
    let response = field::text(ui, &Field { hint: &hint, ..Field::new(&label) }, text);
    if !answering.placed {
        answering.placed = true;
        response.request_focus();
    }
    let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    let ready = !text.trim().is_empty();
    let pressed = Button::primary(&lang.t("watch-exclude")).key("Enter").enabled(ready).show(ui).clicked();
    (entered || pressed) && ready
}

/// The answer of a place; the last one asks for its reason first.
fn take(lang: Lang, place: usize, answering: &mut Answering) -> Option<Answer> {
    let (key, decided) = ANSWERS.get(place)?;
    let reason = match (*decided, *key) {
        (Decided::Exclude, OTHER) => match &answering.other {
            Some(text) if !text.trim().is_empty() => Some(text.trim().to_owned()),
            _ => {
                answering.other = Some(String::new());
                return None;
            }
        },
        (Decided::Exclude, key) => Some(lang.t(key)),
        (Decided::Regular | Decided::Hard, _) => None,
    };
    Some(Answer { decided: *decided, reason })
}
