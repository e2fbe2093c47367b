//! What the pages of pay share: sums without the currency's sign, the state of a month, the step from month to month.

use egui::{Align, Align2, Layout, RichText, Role, Sense, Ui, WidgetInfo};

use crate::desktop::icons;
use crate::desktop::screens::norms::words;
use crate::desktop::theme::{Kind, Theme, font, measure, size, space};
use crate::desktop::widgets::button::icon_button;
use crate::desktop::widgets::{badge, ink};
use crate::documents::pay::state_words;
use crate::domain::month::Month;
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

/// A month as a person types it: 11.2026 or 2026-11.
pub(super) fn read_month(text: &str) -> Option<Month> {
    let text = text.trim();
    let turned = text.split_once('.').map(|(month, year)| format!("{year}-{month:0>2}"));
    Month::parse(turned.as_deref().unwrap_or(text))
}

/// A month as a person of this language would type it.
pub(super) fn typed_month(lang: Lang, month: Month) -> String {
    let form = if lang == Lang::Ru { "%m.%Y" } else { "%Y-%m" };
    month.first().format(form).to_string()
}

/// The state of a month or statement, in words with its icon.
pub(super) fn state_badge(ui: &mut Ui, lang: Lang, state: &str, through: Option<chrono::NaiveDate>) {
    let (kind, icon) =
        if state == "locked" { (Kind::Ok, icons::LOCK) } else { (Kind::Neutral, icons::HOURGLASS_MEDIUM) };
    badge::badge_with(ui, kind, icon, &state_words(state, through, lang));
}

/// The month with a step back and on, from right to left; gives the month that was stepped to.
pub(super) fn month_switch(ui: &mut Ui, lang: Lang, month: Month, last: Month) -> Option<Month> {
    let theme = Theme::of(ui);
    let mut to = None;
    let next = ui.add_enabled_ui(month < last, |ui| {
        icon_button(ui, icons::CARET_RIGHT, &lang.t("kpi-next"), "PageDown").clicked()
    });
    if next.inner {
        to = Some(month.next());
    }
    let (rect, response) = ui.allocate_exact_size(egui::vec2(152.0, measure::CONTROL), Sense::hover());
    let name = lang.month(month.first());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
    let line = ink::line(ui, &name, font::strong(), theme.text, rect.width());
    ink::place(ui.painter(), line, rect, Align2::CENTER_CENTER);
    if icon_button(ui, icons::CARET_LEFT, &lang.t("kpi-previous"), "PageUp").clicked() {
        to = Some(month.previous());
    }
    to
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
    fn months_and_sums_are_read_as_they_are_typed() {
        let november = Month::parse("2026-11");
        for text in ["11.2026", "2026-11", " 11.2026 "] {
            assert_eq!(read_month(text), november, "{text}");
        }
        assert_eq!(read_month("1.2027"), Month::parse("2027-01"));
        assert_eq!(read_month("13.2026"), None);
        assert_eq!(typed_month(Lang::Ru, november.unwrap()), "11.2026");
        assert_eq!(read_sum("60 000,50"), Some(Money(6_000_050)));
        assert_eq!(read_sum("6,005"), None);
        assert_eq!(typed_sum(Lang::Ru, Money(6_000_050)), "60000,5");
    }
}
