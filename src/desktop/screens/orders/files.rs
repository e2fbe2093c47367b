//! An order as a file: the paper as PDF, its table as XLSX, and the document itself as JSON, the same bytes for ever.

use std::sync::Arc;

use egui::Ui;

use super::View;
use crate::desktop::action::{Action, Document};
use crate::desktop::icons;
use crate::desktop::widgets::button::Button;
use crate::documents::order as paper;
use crate::domain::canonical;
use crate::locale::{Arg, Lang};
use crate::views::document::{OrderDocument, OrderWording};
use crate::views::norms::OrderView;
use crate::views::pilot::AcquaintanceView;

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Json,
    Xlsx,
    Pdf,
}

/// The kinds from right to left: ending, icon, what it is.
const KINDS: [(Kind, &str, &str, &str); 3] = [
    (Kind::Json, "JSON", icons::DOWNLOAD_SIMPLE, "orders-save-json"),
    (Kind::Xlsx, "XLSX", icons::DOWNLOAD_SIMPLE, "orders-save-xlsx"),
    (Kind::Pdf, "PDF", icons::FILE_PDF, "orders-save-pdf"),
];

/// What the files are made from.
struct Source {
    document: OrderDocument,
    sheet: AcquaintanceView,
    wording: OrderWording,
    lang: Lang,
}

/// The buttons, from right to left; what is not here yet can't be pressed.
pub(super) fn buttons(ui: &mut Ui, lang: Lang, view: &View<'_>, order: &OrderView, actions: &mut Vec<Action>) {
    let document = view.document.filter(|document| document.number == order.number);
    let sheet = view.acquaintance.filter(|sheet| sheet.number == order.number);
    let [ru, en] = view.wording;
    let wording = if lang == Lang::Ru { ru } else { en };
    for (kind, word, icon, tooltip) in KINDS {
        let tooltip = lang.t(tooltip);
        let ready = document.is_some() && (kind == Kind::Json || sheet.is_some() && wording.is_some());
        if !Button::secondary(word).icon(icon).tooltip(&tooltip).enabled(ready).show(ui).clicked() {
            continue;
        }
        let Some(document) = document else { continue };
        let source = Source {
            document: document.clone(),
            sheet: sheet.cloned().unwrap_or_else(|| nobody(order)),
            wording: wording.cloned().unwrap_or_default(),
            lang,
        };
        actions.push(Action::Save(Document {
            file: file_name(lang, &order.number, word),
            make: Arc::new(move || make(kind, &source)),
        }));
    }
}

/// The sheet of an order whose readers are not known: JSON holds none.
fn nobody(order: &OrderView) -> AcquaintanceView {
    AcquaintanceView { number: order.number.clone(), people: Vec::new(), missing: 0 }
}

fn file_name(lang: Lang, number: &str, ending: &str) -> String {
    let number: String = number.chars().map(|letter| if letter.is_alphanumeric() { letter } else { '-' }).collect();
    format!("{}.{}", lang.with("orders-file", &[("number", Arg::Text(&number))]), ending.to_lowercase())
}

fn make(kind: Kind, source: &Source) -> Result<Vec<u8>, String> {
    let Source { document, sheet, wording, lang } = source;
    match kind {
        Kind::Pdf => paper::pdf(document, sheet, wording, *lang).map_err(|error| error.to_string()),
        Kind::Xlsx => paper::xlsx(document, sheet, *lang).map_err(|error| error.to_string()),
        Kind::Json => {
            let value = serde_json::to_value(document).map_err(|error| error.to_string())?;
            // The same bytes as `norma export … order --format json`.
            Ok(format!("{}\n", canonical::text(&value)).into_bytes())
        }
    }
}
