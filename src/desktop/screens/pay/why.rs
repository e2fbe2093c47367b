//! Where a line of a statement comes from: the days behind its minutes, the bands of K, the days covered for a colleague, the locked
//! month of a recalculation.

use egui::{Key, Ui};

use super::words::MISSING;
use super::{Form as Screen, View};
use crate::desktop::action::Action;
use crate::desktop::icons;
use crate::desktop::keys::{self, ActionInfo};
use crate::desktop::screens::norms::layout;
use crate::desktop::theme::{measure, space};
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::card;
use crate::desktop::widgets::table::{self, Head, Table, Width};
use crate::documents::formula;
use crate::documents::pay::line_title;
use crate::documents::statement::cover_words;
use crate::domain::code::Code;
use crate::domain::objection::About;
use crate::domain::units::CentiMinutes;
use crate::locale::{Arg, Lang};
use crate::views::pay::{AccountView, LineView, StatementCover, StatementView};

const OBJECT: ActionInfo<()> = ActionInfo::new((), "work-object", icons::CHAT_TEXT).plain(Key::O);

/// The way to an objection to the own statement, or to the line that is chosen.
fn object(
    ui: &mut Ui,
    lang: Lang,
    view: &View<'_>,
    statement: &StatementView,
    line: Option<&LineView>,
    free: bool,
    actions: &mut Vec<Action>,
) {
    if !view.me.may.objection || statement.person != view.me.code {
        return;
    }
    let keyed = free && keys::is_pressed(ui.ctx(), &OBJECT);
    let word = lang.t("work-object");
    let button = Button::secondary(&word).icon(icons::CHAT_TEXT).key("O").height(measure::CONTROL);
    if button.show(ui).clicked() || keyed {
        let line = line.map(|line| line.kind.clone());
        actions.push(Action::Object(About::Statement { month: statement.month, line }));
    }
}

#[expect(clippy::too_many_arguments, reason = "the contract of screens: views, form, actions")]
pub(super) fn show(
    ui: &mut Ui,
    lang: Lang,
    view: &View<'_>,
    statement: &StatementView,
    account: &AccountView,
    line: Option<usize>,
    screen: &mut Screen,
    actions: &mut Vec<Action>,
) {
    let line = line.and_then(|line| account.lines.get(line));
    let title = line.map_or_else(|| lang.t("statement-days"), |line| line_title(line, lang));
    let room = layout::titled_room(ui);
    let mut objected = Vec::new();
    let (objections, free) = (&mut objected, screen.dialog.is_none());
    card::card_with(
        ui,
        &title,
        |ui| object(ui, lang, view, statement, line, free, objections),
        |ui| {
            ui.set_min_height(room);
            let top = ui.cursor().top();
            let left = |ui: &Ui| (room - (ui.cursor().top() - top)).max(6.0 * measure::ROW);
            let Some(line) = line else {
                let hint = if view.me.may.tickets { "statement-choose-both" } else { "statement-choose-line" };
                layout::caption(ui, &lang.t(hint));
                return days(ui, lang, view, account, screen, left(ui));
            };
            match line.kind.as_str() {
                "fixed" => {
                    layout::quiet(ui, &fixed(lang, account));
                    worked_out(ui, lang, account, line);
                    days(ui, lang, view, account, screen, left(ui));
                }
                "kpi" => {
                    worked_out(ui, lang, account, line);
                    days(ui, lang, view, account, screen, left(ui));
                }
                "cover" => {
                    layout::quiet(ui, &lang.t("statement-why-cover"));
                    worked_out(ui, lang, account, line);
                    cover(ui, lang, account, line, screen, left(ui));
                }
                "recalculation" => recalculation(ui, lang, statement, line, actions),
                other => {
                    layout::quiet(ui, &lang.t(&format!("statement-why-{other}")));
                    worked_out(ui, lang, account, line);
                }
            }
        },
    );
    actions.append(&mut objected);
}

fn minutes(lang: Lang, value: Option<CentiMinutes>) -> String {
    value.map_or_else(|| MISSING.to_owned(), |value| lang.minutes(value))
}

/// The base: plan less own absence not made up; minutes paid as cover leave it.
fn fixed(lang: Lang, account: &AccountView) -> String {
    let figures = &account.figures;
    let (plan, missed) = (minutes(lang, figures.plan_cmin), minutes(lang, figures.not_made_up_cmin));
    let base = minutes(lang, figures.base_cmin);
    let named = [("plan", Arg::Text(&plan)), ("missed", Arg::Text(&missed)), ("base", Arg::Text(&base))];
    let mut text = lang.with("statement-why-fixed", &named);
    if let Some(overlap) = figures.overlap_cmin.filter(|overlap| overlap.0 > 0) {
        let minutes = lang.minutes(overlap);
        text = format!("{text}. {}", lang.with("statement-why-overlap", &[("minutes", Arg::Text(&minutes))]));
    }
    text
}

/// How the sum comes about, step by step.
fn worked_out(ui: &mut Ui, lang: Lang, account: &AccountView, line: &LineView) {
    for step in formula::whole(lang, account, line) {
        layout::said(ui, &step);
    }
}

/// The days of the month; Enter leads on to the day's tickets where they may be seen.
fn days(ui: &mut Ui, lang: Lang, view: &View<'_>, account: &AccountView, screen: &mut Screen, height: f32) {
    if account.days.is_empty() {
        return layout::quiet(ui, &lang.t("statement-days-none"));
    }
    let titles = ["", "-scheduled", "-away", "-target", "-kpi", "-lines", "-surplus"]
        .map(|key| lang.t(&format!("statement-day{key}")));
    let [date, scheduled, away, target, kpi, lines, surplus] = &titles;
    let heads = [
        Head { width: Width::Fill(84.0), ..Head::text(date) },
        Head::number(scheduled, 72.0),
        Head::number(away, 68.0),
        Head::number(target, 72.0),
        Head::number(kpi, 72.0),
        Head::number(lines, 64.0),
        Head::number(surplus, 64.0),
    ];
    let name = lang.t("statement-days-table");
    let table = Table::new(&name, &heads).height(height);
    let outcome = table.show(ui, account.days.len(), &mut screen.statement.day_row, |ui, row, column| {
        let Some(day) = account.days.get(row) else { return };
        let quiet = |value: CentiMinutes| if value.0 == 0 { String::new() } else { lang.minutes(value) };
        drop(match column {
            0 => table::text(ui, &lang.date(day.date)),
            1 => table::number(ui, &lang.minutes(day.scheduled_cmin)),
            2 => table::number(ui, &quiet(day.away_cmin)),
            3 => table::number(ui, &lang.minutes(day.target_cmin)),
            4 => table::number(ui, &lang.minutes(day.kpi_cmin)),
            5 => table::number(ui, &quiet(day.lines_cmin)),
            _ => table::number(ui, &quiet(day.surplus_cmin)),
        });
    });
    if let Some(day) = outcome.opened.and_then(|row| account.days.get(row)).filter(|_| view.me.may.tickets) {
        screen.statement.open_day(day.date);
    }
}

/// The days on which a colleague was covered.
fn cover(ui: &mut Ui, lang: Lang, account: &AccountView, line: &LineView, screen: &mut Screen, height: f32) {
    let days: Vec<&StatementCover> =
        account.covered.iter().filter(|day| line.colleague.as_ref() == Some(&day.colleague)).collect();
    let (date, minutes, why) = (lang.t("statement-day"), lang.t("pay-head-minutes"), lang.t("statement-cover-why"));
    let heads = [
        Head::text(&date).exact(112.0),
        Head::number(&minutes, 96.0),
        Head { width: Width::Fill(140.0), ..Head::text(&why) },
    ];
    let name = lang.t("statement-cover-table");
    Table::new(&name, &heads).height(height).show(ui, days.len(), &mut screen.statement.day_row, |ui, row, column| {
        let Some(day) = days.get(row) else { return };
        drop(match column {
            0 => table::text(ui, &lang.date(day.date)),
            1 => table::number(ui, &lang.minutes(day.minutes_cmin)),
            _ => table::quiet(ui, &cover_words(&day.why, lang)),
        });
    });
}

/// What came after a month's lock, with the way to that month.
fn recalculation(ui: &mut Ui, lang: Lang, statement: &StatementView, line: &LineView, actions: &mut Vec<Action>) {
    layout::quiet(ui, &lang.t("statement-why-recalculation"));
    let Some(month) = line.month else { return };
    for one in statement.recalculations.iter().filter(|one| one.month == month) {
        layout::quiet(ui, &super::recalculation_words(lang, one));
    }
    ui.add_space(space::XS);
    let name = lang.month(month.first());
    let word = lang.with("statement-open-month", &[("month", Arg::Text(&name))]);
    if Button::secondary(&word).icon(icons::ARROW_RIGHT).show(ui).clicked()
        && let Ok(person) = Code::new(&statement.person)
    {
        actions.push(Action::OpenStatement { person, month });
    }
}
