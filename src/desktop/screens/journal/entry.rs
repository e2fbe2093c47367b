//! One entry: who, when, what, its hash and the one before, and the facts it wrote.

use egui::{Key, Modifiers, RichText, Ui};

use super::words;
use crate::desktop::icons;
use crate::desktop::screens::norms::layout;
use crate::desktop::screens::norms::words::moment;
use crate::desktop::theme::{Theme, font, measure, space};
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::table::{self, Head, Table, Width};
use crate::desktop::widgets::{card, ink};
use crate::locale::{Arg, Lang};
use crate::views::journal::EntryView;

/// How many facts stand without scrolling.
const ROWS: usize = 8;

pub(super) fn body(ui: &mut Ui, lang: Lang, view: &EntryView, copied: &mut bool) {
    let entry = &view.entry;
    let when = moment(lang, &entry.recorded_at);
    let when = if view.at_given { lang.with("journal-at-given", &[("at", Arg::Text(&when))]) } else { when };
    let [who, what, at, command] =
        ["journal-col-who", "journal-col-act", "journal-col-at", "journal-command"].map(|key| lang.t(key));
    card::columns_apart(ui, 3, space::M, |columns| {
        let [first, second, third] = columns else { return };
        layout::fact(first, &what, &words::act(lang, &entry.act));
        layout::fact(second, &who, &words::who(lang, entry));
        layout::fact(third, &at, &when);
    });
    hash(ui, lang, "journal-hash", &entry.hash);
    hash(ui, lang, "journal-previous", &view.previous);
    layout::caption(ui, &format!("{command}: {} · {}", view.command, entry.act));
    let by_key = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::C));
    let word = lang.t(if *copied { "people-password-copied" } else { "journal-copy-hash" });
    if Button::secondary(&word).icon(icons::COPY).key("C").show(ui).clicked() || by_key {
        ui.ctx().copy_text(entry.hash.clone());
        *copied = true;
    }
    facts(ui, lang, view);
}

/// A hash, whole, in the digits' own type.
pub(super) fn hash(ui: &mut Ui, lang: Lang, key: &str, hash: &str) {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        layout::name(ui, &lang.t(key));
        let text = RichText::new(hash).font(font::digits(13.0)).color(Theme::of(ui).text);
        ui.add(egui::Label::new(text).wrap().selectable(true));
    });
}

fn facts(ui: &mut Ui, lang: Lang, view: &EntryView) {
    let count = lang.with("journal-facts", &[("count", view.entry.facts.into())]);
    layout::name(ui, &count);
    if view.facts.is_empty() {
        return;
    }
    let [what, says, hash] = ["journal-col-fact", "journal-col-says", "journal-col-hash"].map(|key| lang.t(key));
    let heads = [
        Head::text(&what).exact(220.0),
        Head { width: Width::Fill(280.0), ..Head::text(&says) },
        Head::text(&hash).exact(116.0),
    ];
    let name = lang.t("journal-facts-table");
    let height = measure::ROW * ink::px(view.facts.len().min(ROWS) + 1);
    Table::new(&name, &heads).height(height).takes_arrows().show(ui, view.facts.len(), &mut None, |ui, row, column| {
        let Some(fact) = view.facts.get(row) else { return };
        match column {
            0 => drop(table::text(ui, &words::table(lang, &fact.table))),
            1 if fact.fields.is_empty() => drop(table::quiet(ui, &fact.key)),
            1 => drop(table::quiet(ui, &words::fields(lang, &fact.fields))),
            _ => {
                table::quiet(ui, words::short(&fact.hash)).on_hover_text(&fact.hash);
            }
        }
    });
    if view.facts.len() < view.entry.facts {
        layout::caption(ui, &lang.with("journal-facts-first", &[("count", view.facts.len().into())]));
    }
}
