//! The files of the month's page: the payroll with everybody's statement, or the one statement on screen, as PDF, XLSX and CSV.

use std::sync::Arc;

use egui::{Key, Ui};

use super::{Form, View};
use crate::desktop::action::{Action, Document};
use crate::desktop::icons;
use crate::desktop::keys::{self, ActionInfo};
use crate::desktop::widgets::button::Button;
use crate::documents::pay::{kind_name, paid_elsewhere, payroll, statement_days, statement_lines};
use crate::documents::statement as paper;
use crate::documents::table::workbook;
use crate::locale::{Arg, Lang};
use crate::views::pay::{PayrollView, StatementView};

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Csv,
    Xlsx,
    Pdf,
}

/// The kinds from right to left, each with its key.
const KINDS: [(Kind, &str, &str, ActionInfo<()>); 3] = [
    (Kind::Csv, "CSV", "C", ActionInfo::new((), "payroll-key-files", icons::DOWNLOAD_SIMPLE).plain(Key::C)),
    (Kind::Xlsx, "XLSX", "X", ActionInfo::new((), "payroll-key-files", icons::DOWNLOAD_SIMPLE).plain(Key::X)),
    (Kind::Pdf, "PDF", "P", ActionInfo::new((), "payroll-key-files", icons::DOWNLOAD_SIMPLE).plain(Key::P)),
];

/// The buttons, from right to left; what is not here yet can't be pressed.
pub(super) fn buttons(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form, actions: &mut Vec<Action>) {
    let month = form.month(view.me);
    let one = form.shown(view.me);
    let of = |statement: &&StatementView| {
        statement.month == month && one.as_ref().is_some_and(|code| code.as_str() == statement.person)
    };
    let statement = view.statement.filter(of);
    let all = view.payroll.filter(|payroll| payroll.month == month && !payroll.rows.is_empty() && one.is_none());
    let ready = statement.is_some() || all.is_some();
    for (kind, word, key, info) in KINDS {
        let scope = if one.is_some() { "one" } else { "all" };
        let tooltip = lang.t(&format!("payroll-save-{scope}-{}", word.to_lowercase()));
        let busy = form.printing && kind == Kind::Pdf;
        let button = Button::secondary(word).icon(icons::DOWNLOAD_SIMPLE).key(key).tooltip(&tooltip);
        let pressed = button.enabled(ready && !busy).show(ui).clicked();
        let keyed = ready && !busy && form.dialog.is_none() && keys::is_pressed(ui.ctx(), &info);
        if !pressed && !keyed {
            continue;
        }
        match (statement, all) {
            (Some(statement), _) => actions.push(one_file(lang, kind, view, statement)),
            // Everybody's lines are asked for first; the file is made when they are here.
            (None, Some(_)) if kind == Kind::Pdf => form.printing = true,
            (None, Some(all)) => actions.push(sheet(lang, kind, all)),
            (None, None) => {}
        }
    }
}

/// Makes the file that was asked for once everybody's statements are here.
pub(super) fn print(lang: Lang, view: &View<'_>, form: &mut Form, actions: &mut Vec<Action>) {
    let month = form.month(view.me);
    let here = view.statements.filter(|all| form.printing && all.month == month);
    let payroll = view.payroll.filter(|payroll| payroll.month == month);
    if let (Some(statements), Some(payroll)) = (here, payroll) {
        form.printing = false;
        let (payroll, statements) = (payroll.clone(), statements.clone());
        let organisation = view.me.organisation.clone();
        actions.push(Action::Save(Document {
            file: format!("{}.pdf", lang.with("payroll-file", &[("month", Arg::Text(&month.to_string()))])),
            make: Arc::new(move || {
                paper::month_pdf(&payroll, &statements, &organisation, lang).map_err(|error| error.to_string())
            }),
        }));
    }
}

fn one_file(lang: Lang, kind: Kind, view: &View<'_>, statement: &StatementView) -> Action {
    let (statement, organisation) = (statement.clone(), view.me.organisation.clone());
    let month = statement.month.to_string();
    let named = [("month", Arg::Text(&month)), ("person", Arg::Text(&statement.person))];
    let file = format!("{}.{}", lang.with("statement-file", &named), ending(kind));
    let make = move || match kind {
        Kind::Pdf => paper::pdf(&statement, &organisation, lang).map_err(|error| error.to_string()),
        Kind::Csv => statement_lines(&statement, None).csv().map_err(|error| error.to_string()),
        Kind::Xlsx => {
            let sheets = [statement_lines(&statement, Some(lang)), statement_days(&statement, lang)];
            workbook(&sheets).map_err(|error| error.to_string())
        }
    };
    Action::Save(Document { file, make: Arc::new(make) })
}

fn sheet(lang: Lang, kind: Kind, view: &PayrollView) -> Action {
    let view = view.clone();
    let month = view.month.to_string();
    let file = format!("{}.{}", lang.with("payroll-file", &[("month", Arg::Text(&month))]), ending(kind));
    let make = move || match kind {
        Kind::Xlsx => {
            let elsewhere = paid_elsewhere(&view, lang, |kind| kind_name(kind, lang));
            workbook(&[payroll(&view, Some(lang)), elsewhere]).map_err(|error| error.to_string())
        }
        Kind::Csv | Kind::Pdf => payroll(&view, None).csv().map_err(|error| error.to_string()),
    };
    Action::Save(Document { file, make: Arc::new(make) })
}

fn ending(kind: Kind) -> &'static str {
    match kind {
        Kind::Csv => "csv",
        Kind::Xlsx => "xlsx",
        Kind::Pdf => "pdf",
    }
}
