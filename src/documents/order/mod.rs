//! An order on paper and as a workbook: the same facts in the manner of a Russian order (ГОСТ Р 7.0.97-2016), in the
//! program's words or in the firm's.
//!
//! Invariant: what the law or the audit needs stands in every order, whatever a firm's wording leaves out: the effective
//! day, the order it supersedes, the convention of the allowance, reasons for an early day and for no full pilot, the
//! representative body's opinion, grounds, a reset of the approver's password, both sums and how to check them.

mod acquaintance;
mod body;
mod book;
mod facts;
mod figures;
mod norms;

pub use book::{table, tables};
pub use facts::standard_wording;

use crate::documents::page::{self, Block, Document, PageError, Section};
use crate::documents::table::workbook;
use crate::locale::{Arg, Lang};
use crate::views::document::{OrderDocument, OrderWording};
use crate::views::pilot::AcquaintanceView;
use facts::Facts;

/// The order as a PDF: its text, annex 1 with the norms, annex 2 with who has read it. The same order, sheet and
/// wording give the same bytes.
pub fn pdf(
    order: &OrderDocument,
    sheet: &AcquaintanceView,
    wording: &OrderWording,
    lang: Lang,
) -> Result<Vec<u8>, PageError> {
    page::pdf(&document(order, Some(sheet), wording, lang))
}

/// The order as a PDF without annex 2, for those who may read the order but not who else has.
pub fn pdf_without_sheet(order: &OrderDocument, wording: &OrderWording, lang: Lang) -> Result<Vec<u8>, PageError> {
    page::pdf(&document(order, None, wording, lang))
}

/// The order as a workbook: the order, its norms, who has read it.
pub fn xlsx(
    order: &OrderDocument,
    sheet: &AcquaintanceView,
    lang: Lang,
) -> Result<Vec<u8>, rust_xlsxwriter::XlsxError> {
    workbook(&tables(order, Some(sheet), lang))
}

fn document(order: &OrderDocument, sheet: Option<&AcquaintanceView>, wording: &OrderWording, lang: Lang) -> Document {
    let facts = Facts { order, lang };
    let standing = |blocks: Vec<Block>| Section { landscape: false, blocks };
    let mut sections =
        vec![standing(body::blocks(&facts, wording)), Section { landscape: true, blocks: norms::blocks(&facts) }];
    sections.extend(sheet.map(|sheet| standing(acquaintance::blocks(&facts, sheet))));
    Document {
        title: facts.words("order-title-about").replace('\u{A0}', " "),
        author: order.organisation.clone(),
        lang,
        id: order.order,
        created_ms: order.approved_at,
        footer: facts.words("order-footer"),
        mark: order.rehearsal.then(|| lang.t("order-rehearsal-mark")),
        sections,
    }
}

#[cfg(test)]
mod tests;

impl Facts<'_> {
    /// A text that names the order.
    fn words(&self, key: &str) -> String {
        let order = self.order;
        let (date, effective) = (facts::day(self.lang, order.date), facts::day(self.lang, order.effective));
        let named = [
            ("number", Arg::Text(&order.number)),
            ("date", Arg::Text(&date)),
            ("effective", Arg::Text(&effective)),
            ("department", Arg::Text(&order.department.name)),
            ("set", Arg::Text(&order.set_name)),
        ];
        self.lang.with(key, &named)
    }
}
