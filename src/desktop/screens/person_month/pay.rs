//! The pay so far, or of a locked month: the sum in a sentence, and each line with how it comes about.

use egui::Ui;

use super::View;
use super::pieces::{amount, heading, sentence};
use crate::desktop::action::Action;
use crate::desktop::icons;
use crate::desktop::screens::norms::layout;
use crate::desktop::theme::{Kind, Theme};
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::{badge, stat, state};
use crate::documents::formula;
use crate::documents::pay::line_title;
use crate::domain::code::Code;
use crate::locale::{Arg, Lang};
use crate::views::pay::{AccountView, StatementView};

/// The way to the whole statement on the screen of pay; none while there is no statement.
pub(super) fn opening(view: &View<'_>) -> Option<Action> {
    let month = view.month;
    let shown =
        view.shows_pay() && view.statement.is_some_and(|one| one.person == month.person && one.month == month.month);
    let person = Code::new(&month.person).ok().filter(|_| shown)?;
    Some(Action::OpenStatement { person, month: month.month })
}

pub(super) fn show(ui: &mut Ui, lang: Lang, view: &View<'_>, actions: &mut Vec<Action>) {
    let month = view.month;
    let statement = view.statement.filter(|one| one.person == month.person && one.month == month.month);
    match (statement, view.no_statement) {
        (Some(statement), _) => {
            earned(ui, lang, statement);
            let word = lang.t("kpi-pay-open");
            let pressed = Button::secondary(&word).icon(icons::WALLET).key("S").show(ui).clicked();
            actions.extend(opening(view).filter(|_| pressed));
            body(ui, lang, statement);
        }
        (None, Some(why)) => state::line(ui, Kind::Neutral, icons::WALLET, why),
        (None, None) => drop(state::loading(ui, &lang.t("kpi-pay-loading"), 6)),
    }
}

/// The sum so far, or of the locked month.
fn earned(ui: &mut Ui, lang: Lang, statement: &StatementView) {
    let locked = statement.state == "locked";
    let day = statement.closed_through.map(|day| lang.date(day));
    let label = match (&day, locked) {
        (_, true) => lang.t("kpi-pay-locked"),
        (Some(day), false) => lang.with("kpi-pay-through", &[("day", Arg::Text(day))]),
        (None, false) => lang.t("kpi-pay-nothing-closed"),
    };
    let total = statement.grand_total_minor;
    let value = total.map_or_else(|| "—".to_owned(), |total| lang.money(total));
    let note = lang.t(if locked { "kpi-pay-note-locked" } else { "kpi-pay-note" });
    stat::plain(ui, &stat::Stat { label: &label, value: &value, unit: "", note: &note, kind: Kind::Neutral });
    if statement.rehearsal {
        badge::badge_with(ui, Kind::Warn, icons::INFO, &lang.t("kpi-pay-rehearsal"));
    }
}

fn body(ui: &mut Ui, lang: Lang, statement: &StatementView) {
    let account = &statement.account;
    told(ui, lang, account);
    let others = statement.other_accounts.iter();
    for account in std::iter::once(account).chain(others) {
        lines(ui, lang, account);
    }
}

/// Why there are no sums, or what the sum rests on.
fn told(ui: &mut Ui, lang: Lang, account: &AccountView) {
    if let Some(why) = &account.no_money {
        let why = lang.t(&format!("pay-why-{why}"));
        state::line(ui, Kind::Warn, icons::WARNING, &lang.with("kpi-pay-no-money", &[("why", Arg::Text(&why))]));
        return;
    }
    let figures = &account.figures;
    let (Some(base), Some(share)) = (figures.base_cmin, figures.kpi_of_base_bp) else { return };
    let (kpi, base, share) = (lang.minutes(figures.kpi_cmin), lang.minutes(base), lang.per_cent(share));
    let named = [("kpi", Arg::Text(&kpi)), ("base", Arg::Text(&base)), ("share", Arg::Text(&share))];
    sentence(ui, &lang.with("kpi-pay-words", &named));
}

fn lines(ui: &mut Ui, lang: Lang, account: &AccountView) {
    if account.lines.is_empty() {
        return;
    }
    let scheme = account.scheme.as_deref().unwrap_or_default();
    heading(ui, &lang.with("kpi-pay-lines", &[("scheme", Arg::Text(scheme))]));
    let theme = Theme::of(ui);
    for line in &account.lines {
        amount(ui, theme.quiet(line_title(line, lang)), theme.bold(lang.money(line.amount_minor)));
        for step in formula::whole(lang, account, line) {
            layout::caption(ui, &step);
        }
    }
}
