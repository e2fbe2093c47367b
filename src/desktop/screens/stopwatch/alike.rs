//! All open flags of a study decided alike, with one reason, in one act: for a run of readings that one cause explains.

use egui::{Key, Modifiers, Ui};

use crate::desktop::action::Action;
use crate::desktop::icons;
use crate::desktop::screens::norms::layout::{dialog, quiet};
use crate::desktop::theme::Kind;
use crate::desktop::widgets::badge;
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::field::{self, Field};
use crate::domain::study::Decided;
use crate::floor::command::{Command, FlagsDecide, StudyCommand};
use crate::locale::{Arg, Lang};
use crate::views::studies::StudyView;

const WIDTH: f32 = 560.0;

/// What can be decided, in the order of the digits.
const ANSWERS: [(&str, Decided, &str); 3] = [
    ("watch-alike-regular", Decided::Regular, icons::CHECK),
    ("watch-alike-hard", Decided::Hard, icons::STAR),
    ("watch-alike-exclude", Decided::Exclude, icons::PROHIBIT),
];

/// How far the person is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Alike {
    decided: Option<Decided>,
    reason: String,
    placed: bool,
    waiting: bool,
    error: String,
}

impl Alike {
    pub(super) fn fail(&mut self, text: &str) {
        self.waiting = false;
        text.clone_into(&mut self.error);
    }
}

/// Draws the question; says whether it is closed.
pub(super) fn show(ui: &Ui, lang: Lang, study: &StudyView, alike: &mut Alike, actions: &mut Vec<Action>) -> bool {
    let flags = study.open_flags;
    let title = lang.with("watch-alike-title", &[("count", Arg::from(flags))]);
    if alike.decided.is_none() {
        const DIGITS: [Key; 3] = [Key::Num1, Key::Num2, Key::Num3];
        let pressed = DIGITS.iter().position(|key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, *key)));
        choose(alike, pressed);
    }
    let mut send = false;
    let shown = dialog(ui, lang, &title, WIDTH, |ui| {
        quiet(ui, &lang.t(if flags == 0 { "watch-no-flags" } else { "watch-alike-text" }));
        if flags == 0 {
            return;
        }
        if !alike.error.is_empty() {
            badge::banner(ui, Kind::Bad, &alike.error, "");
        }
        ui.add_enabled_ui(!alike.waiting, |ui| {
            for (place, (key, decided, icon)) in ANSWERS.iter().enumerate() {
                let (text, digit, width) = (lang.t(key), (place + 1).to_string(), ui.available_width());
                let button = Button::secondary(&text).icon(icon).width(width).selected(alike.decided == Some(*decided));
                let button = if alike.decided.is_none() { button.key(&digit) } else { button };
                if button.show(ui).clicked() {
                    choose(alike, Some(place));
                }
            }
            if alike.decided.is_some() {
                send = reason(ui, lang, alike);
            }
        });
    });
    if send && let Some(decided) = alike.decided {
        alike.waiting = true;
        alike.error.clear();
        let reason = Some(alike.reason.trim().to_owned());
        let command = Command::Study(StudyCommand::FlagsDecide(FlagsDecide { study: study.study, decided, reason }));
        actions.push(Action::Send { tag: "alike", command: Box::new(command) });
    }
    shown.closed
}

fn choose(alike: &mut Alike, place: Option<usize>) {
    if let Some((_, decided, _)) = place.and_then(|place| ANSWERS.get(place)) {
        alike.decided = Some(*decided);
        alike.placed = false;
    }
}

/// The one reason for all of them; says whether it was entered.
fn reason(ui: &mut Ui, lang: Lang, alike: &mut Alike) -> bool {
    let (label, hint) = (lang.t("watch-alike-reason"), lang.t("watch-reason-other-hint"));
    let response = field::text(ui, &Field { hint: &hint, ..Field::new(&label) }, &mut alike.reason);
    if !alike.placed {
        alike.placed = true;
        response.request_focus();
    }
    let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    let ready = !alike.reason.trim().is_empty();
    let pressed = Button::primary(&lang.t("watch-alike-decide")).key("Enter").enabled(ready).show(ui).clicked();
    (entered || pressed) && ready
}
