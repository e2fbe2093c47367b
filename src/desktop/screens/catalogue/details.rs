//! An action as somebody sees it who does not keep the catalogue.

use egui::Ui;

use super::list::channels;
use crate::desktop::screens::norms::{layout, words};
use crate::desktop::theme::space;
use crate::desktop::widgets::card;
use crate::locale::Lang;
use crate::views::norms::ActionView;

pub(super) fn body(ui: &mut Ui, lang: Lang, action: &ActionView) {
    let dash = || "—".to_owned();
    let boost = action.boost_bp.map_or_else(dash, |boost| {
        let reason = action.boost_reason.clone().unwrap_or_default();
        format!("{} · {reason}", words::factor(lang, boost))
    });
    let state = lang.t(if action.active { "catalogue-state-active" } else { "catalogue-state-retired" });
    let kind = lang.t(&format!("catalogue-kind-{}", action.kind.as_str()));
    let facts = [
        ("name-ru", action.name_ru.clone()),
        ("name-en", action.name_en.clone().unwrap_or_else(dash)),
        ("group", action.group.clone()),
        ("kind", kind),
        ("channels", channels(lang, action)),
        ("active", state),
        ("hard-criterion", action.hard_criterion.clone().unwrap_or_else(dash)),
        ("boost", boost),
        ("asks-amount", lang.t(if action.asks_amount { "catalogue-yes" } else { "catalogue-no" })),
    ];
    for pair in facts.chunks(2) {
        card::columns_apart(ui, 2, space::M, |columns| {
            for (column, (field, value)) in columns.iter_mut().zip(pair) {
                layout::fact(column, &lang.t(&format!("catalogue-field-{field}")), value);
            }
        });
    }
    if action.elements.is_empty() {
        return;
    }
    layout::name(ui, &lang.t("catalogue-field-elements"));
    for (number, element) in (1..).zip(&action.elements) {
        let name = words::name(lang, &element.name_ru, element.name_en.as_deref());
        let ends = element.break_point.as_deref().map(|point| format!(" — {point}")).unwrap_or_default();
        layout::quiet(ui, &format!("{number}. {name}{ends}"));
    }
}
