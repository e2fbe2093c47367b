//! An order as a file: the paper as PDF, its table as XLSX, and the document itself as JSON, the same bytes for ever.

use std::sync::Arc;

use egui::Ui;

use super::View;
use crate::desktop::action::{Action, Document};
use crate::desktop::icons;
use crate::desktop::widgets::button::Button;
use crate::domain::canonical;
use crate::locale::{Arg, Lang};
use crate::views::norms::OrderView;

/// The buttons, from right to left; what is not here yet can't be pressed.
pub(super) fn buttons(ui: &mut Ui, lang: Lang, view: &View<'_>, order: &OrderView, actions: &mut Vec<Action>) {
    let document = view.document.filter(|document| document.number == order.number);
    for (word, icon, tooltip) in [("JSON", icons::DOWNLOAD_SIMPLE, "orders-save-json")] {
        let tooltip = lang.t(tooltip);
        let button = Button::secondary(word).icon(icon).tooltip(&tooltip).enabled(document.is_some());
        if !button.show(ui).clicked() {
            continue;
        }
        let Some(document) = document else { continue };
        let name: String =
            order.number.chars().map(|letter| if letter.is_alphanumeric() { letter } else { '-' }).collect();
        let file = format!("{}.{}", lang.with("orders-file", &[("number", Arg::Text(&name))]), word.to_lowercase());
        let document = document.clone();
        let make = move || {
            let value = serde_json::to_value(&document).map_err(|error| error.to_string())?;
            Ok(canonical::text(&value).into_bytes())
        };
        actions.push(Action::Save(Document { file, make: Arc::new(make) }));
    }
}
