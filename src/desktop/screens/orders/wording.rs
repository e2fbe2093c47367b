//! The firm's own words of an order: four blocks in each language; what is left empty stands in the program's words.

use egui::{Key, Modifiers, Ui};

use super::approve::button;
use super::{DialogOutcome, WORDING};
use crate::desktop::action::Action;
use crate::desktop::icons;
use crate::desktop::screens::norms::layout;
use crate::desktop::theme::Kind;
use crate::desktop::widgets::badge;
use crate::desktop::widgets::button::{Button, choices};
use crate::desktop::widgets::field::{self, Field};
use crate::desktop::widgets::state;
use crate::documents::order::standard_wording;
use crate::domain::wording::PLACEHOLDERS;
use crate::floor::command::{Command, OrdersCommand, SettingSet};
use crate::locale::{Arg, Lang};
use crate::views::document::OrderWording;

const WIDTH: f32 = 720.0;

/// The blocks by their names on the wire, with how many lines each has.
const BLOCKS: [(&str, usize); 4] = [("heading", 1), ("preamble", 3), ("points", 6), ("signature", 1)];

/// The words being written.
#[derive(Debug)]
pub struct Wording {
    /// The language on screen.
    lang: Lang,
    /// By language and block; filled once the floor's own have come.
    texts: [Option<[String; 4]>; 2],
    /// How many commands have no answer yet.
    waiting: usize,
    error: String,
}

impl Wording {
    /// Begins with the language on screen.
    pub fn new(lang: Lang) -> Self {
        Self { lang, texts: [None, None], waiting: 0, error: String::new() }
    }

    /// One block was accepted; says whether all are.
    pub fn saved(&mut self) -> bool {
        self.waiting = self.waiting.saturating_sub(1);
        self.waiting == 0 && self.error.is_empty()
    }

    /// Takes a refusal.
    pub fn refused(&mut self, text: &str) {
        self.waiting = self.waiting.saturating_sub(1);
        text.clone_into(&mut self.error);
    }

    /// Takes what the floor has, where nothing was typed yet.
    fn take(&mut self, wording: [Option<&OrderWording>; 2]) {
        for (texts, wording) in self.texts.iter_mut().zip(wording) {
            if texts.is_none() {
                *texts = wording.map(blocks);
            }
        }
    }

    /// What differs from what the floor has.
    fn changes(&self, wording: [Option<&OrderWording>; 2]) -> Vec<SettingSet> {
        let mut changes = Vec::new();
        for ((lang, texts), wording) in Lang::ALL.iter().zip(&self.texts).zip(wording) {
            let (Some(texts), Some(before)) = (texts, wording.map(blocks)) else { continue };
            for (((block, _), text), before) in BLOCKS.iter().zip(texts).zip(&before) {
                if text.trim() != before.trim() {
                    let name = format!("order-{block}-{}", lang.code());
                    changes.push(SettingSet { name, value: text.trim().to_owned() });
                }
            }
        }
        changes
    }
}

fn blocks(wording: &OrderWording) -> [String; 4] {
    [&wording.heading, &wording.preamble, &wording.points, &wording.signature]
        .map(|text| text.clone().unwrap_or_default())
}

/// Draws the dialog.
pub(super) fn show(
    ui: &Ui,
    lang: Lang,
    wording: [Option<&OrderWording>; 2],
    form: &mut Wording,
    busy: bool,
    actions: &mut Vec<Action>,
) -> DialogOutcome {
    let confirmed = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
    form.take(wording);
    let busy = busy || form.waiting > 0;
    let shown = layout::dialog(ui, lang, &lang.t("wording-title"), WIDTH, |ui| body(ui, lang, form, busy));
    let mut outcome = DialogOutcome { sent: false, closed: shown.closed };
    if (shown.inner || confirmed) && !busy {
        let changes = form.changes(wording);
        form.error.clear();
        form.waiting = changes.len();
        // Nothing to save: the dialog has done its work.
        outcome.closed |= changes.is_empty();
        outcome.sent = !changes.is_empty();
        actions.extend(changes.into_iter().map(|change| Action::Send {
            tag: WORDING,
            command: Box::new(Command::Orders(OrdersCommand::SettingSet(change))),
        }));
    }
    outcome
}

fn body(ui: &mut Ui, lang: Lang, form: &mut Wording, busy: bool) -> bool {
    layout::quiet(ui, &lang.t("wording-text"));
    let names = [lang.t("wording-ru"), lang.t("wording-en")];
    let names = names.each_ref().map(String::as_str);
    let place = Lang::ALL.iter().position(|one| *one == form.lang).unwrap_or(0);
    if let Some(one) = choices(ui, &names, place).and_then(|place| Lang::ALL.get(place)) {
        form.lang = *one;
    }
    let place = Lang::ALL.iter().position(|one| *one == form.lang).unwrap_or(0);
    let Some(texts) = form.texts.get_mut(place).and_then(Option::as_mut) else {
        state::loading(ui, &lang.t("orders-loading"), 6);
        return false;
    };
    let own = blocks(&standard_wording(form.lang));
    if texts.iter().any(|text| text.trim().is_empty())
        && Button::quiet(&lang.t("wording-begin")).icon(icons::COPY).show(ui).clicked()
    {
        for (text, own) in texts.iter_mut().zip(&own).filter(|(text, _)| text.trim().is_empty()) {
            own.clone_into(text);
        }
    }
    for (((block, lines), text), own) in BLOCKS.iter().zip(texts).zip(&own) {
        let (label, hint) = (lang.t(&format!("wording-{block}")), lang.t(&format!("wording-{block}-hint")));
        let field = Field { hint: &hint, placeholder: own, lines: *lines, ..Field::new(&label) };
        // Each language keeps its own cursor.
        ui.push_id((place, block), |ui| field::text(ui, &field, text));
    }
    let known: Vec<String> = PLACEHOLDERS.iter().map(|name| format!("{{{name}}}")).collect();
    layout::caption(ui, &lang.with("wording-placeholders", &[("list", Arg::Text(&known.join(" ")))]));
    if !form.error.is_empty() {
        badge::banner(ui, Kind::Bad, &form.error, "");
    }
    button(ui, lang, "wording-save", icons::CHECK, busy)
}
