//! What the pages of pay share: sums without the currency's sign, the state of a month.

use egui::{Align, Align2, Layout, RichText, Role, Sense, Ui, WidgetInfo};

use crate::desktop::icons;
use crate::desktop::screens::norms::words;
use crate::desktop::theme::{Kind, Theme, font, size, space};
use crate::desktop::widgets::{badge, ink};
use crate::documents::pay::state_words;
use crate::domain::units::Money;
use crate::locale::Lang;

/// Stands where there is no figure.
pub(super) const MISSING: &str = "—";

/// A sum without the sign of the currency, which its column's head has, where there may be none.
pub(super) fn sum_or_missing(lang: Lang, amount: Option<Money>) -> String {
    amount.map_or_else(|| MISSING.to_owned(), |amount| lang.sum(amount))
}

/// Roubles and kopecks as a person would type them.
pub(super) fn typed_sum(lang: Lang, amount: Money) -> String {
    words::typed_minutes(lang, crate::domain::units::CentiMinutes(amount.0))
}

/// Reads a typed sum; none for anything else.
pub(super) fn read_sum(text: &str) -> Option<Money> {
    words::decimal(text, 2).map(Money)
}

/// The state of a month or statement, in words with its icon.
pub(super) fn state_badge(ui: &mut Ui, lang: Lang, state: &str, through: Option<chrono::NaiveDate>) {
    let (kind, icon) =
        if state == "locked" { (Kind::Ok, icons::LOCK) } else { (Kind::Neutral, icons::HOURGLASS_MEDIUM) };
    badge::badge_with(ui, kind, icon, &state_words(state, through, lang));
}

/// A name on the left and a figure on the right.
pub(super) fn amount(ui: &mut Ui, name: RichText, figure: RichText) {
    let row = egui::vec2(ui.available_width(), size::SECTION);
    ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
        ui.spacing_mut().interact_size.y = size::SECTION;
        ui.label(figure);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| ui.add(egui::Label::new(name).truncate()));
    });
}

/// A word with its icon in a row of a table.
pub(super) fn marked(ui: &mut Ui, kind: Kind, icon: &str, word: &str) {
    let theme = Theme::of(ui);
    ui.spacing_mut().item_spacing.x = space::XS;
    ui.label(RichText::new(icon).size(size::BODY).color(theme.ink(kind)));
    let line = ink::line(ui, word, font::caption(), theme.ink(kind), ui.available_width());
    let cut = line.elided;
    let (rect, response) = ui.allocate_exact_size(egui::vec2(line.size().x, size::STRONG), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, word));
    ink::place(ui.painter(), line, rect, Align2::LEFT_CENTER);
    if cut {
        response.on_hover_text(word);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_read_as_they_are_typed() {
        assert_eq!(read_sum("60 000,50"), Some(Money(6_000_050)));
        assert_eq!(read_sum("6,005"), None);
        assert_eq!(typed_sum(Lang::Ru, Money(6_000_050)), "60000,5");
    }
}
