//! One statement: its lines with minutes, exact fraction and kopecks; below them where the chosen line's minutes come from, the
//! month's minutes, and the tickets of a day for who may see them.

use chrono::NaiveDate;
use egui::{Align, Label, Layout, Ui};

use super::words::{self, amount};
use super::{Form as Screen, View, back, list, wait, why};
use crate::desktop::action::Action;
use crate::desktop::icons;
use crate::desktop::screens::indicator_words;
use crate::desktop::screens::norms::layout::{self, Side};
use crate::desktop::screens::norms::words as norm_words;
use crate::desktop::theme::{Kind, Theme, measure, size, space};
use crate::desktop::widgets::button::{Button, choices, icon_button};
use crate::desktop::widgets::table::{self, Head, Table, Width};
use crate::desktop::widgets::{badge, card, ink, state};
use crate::documents::pay::{kind_name, line_title};
use crate::documents::statement::minute_rows;
use crate::documents::{bonus, formula};
use crate::domain::code::Code;
use crate::locale::{Arg, Lang};
use crate::views::pay::{AccountView, StatementView};
use crate::views::tickets::TicketBrief;

/// How wide the month's minutes are.
const MINUTES: f32 = 320.0;
/// How many lines show before they scroll.
const LINES: usize = 6;

/// What the page remembers.
#[derive(Debug, Default)]
pub(super) struct Form {
    /// Which account is on screen, where there are several.
    account: usize,
    line: Option<usize>,
    pub(super) day_row: Option<usize>,
    day: Option<NaiveDate>,
}

impl Form {
    /// The day whose tickets are on screen.
    pub fn day(&self) -> Option<NaiveDate> {
        self.day
    }

    /// Shows the tickets of a day.
    pub fn open_day(&mut self, day: NaiveDate) {
        self.day = Some(day);
    }

    /// Puts the day away; says whether one was open.
    pub fn close_day(&mut self) -> bool {
        self.day.take().is_some()
    }
}

pub(super) fn show(ui: &mut Ui, lang: Lang, view: &View<'_>, screen: &mut Screen, actions: &mut Vec<Action>) -> bool {
    let (month, person) = (screen.month(view.me), screen.shown(view.me));
    let fits =
        |one: &&StatementView| one.month == month && person.as_ref().is_some_and(|code| code.as_str() == one.person);
    let Some(statement) = view.statement.filter(fits) else {
        let Some(text) = view.no_statement else { return wait(ui, lang, view.trouble) };
        return nothing(ui, lang, view, text, screen);
    };
    let accounts: Vec<&AccountView> = std::iter::once(&statement.account).chain(&statement.other_accounts).collect();
    if accounts.len() > 1 {
        let names: Vec<String> = accounts.iter().map(|one| one.department.clone().unwrap_or_default()).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        if let Some(chosen) = choices(ui, &names, screen.statement.account) {
            screen.statement = Form { account: chosen, ..Form::default() };
        }
    }
    let account = accounts.get(screen.statement.account).copied().unwrap_or(&statement.account);
    if let Some(why) = &account.no_money {
        badge::banner(ui, Kind::Warn, &lang.t(&format!("statement-no-{why}")), "");
    }
    if let Some(late) = &statement.recalculated {
        let sum = lang.signed_money(late.difference_minor);
        badge::banner(ui, Kind::Accent, &lang.with("statement-recalculated", &[("sum", Arg::Text(&sum))]), "");
    }
    lines(ui, lang, statement, account, screen);
    let left = ui.available_width() - MINUTES - space::L;
    layout::split(ui, left, |ui, side| match side {
        Side::Left => why::show(ui, lang, view, statement, account, chosen(account, screen), screen, actions),
        Side::Right if screen.statement.day.is_some() => day(ui, lang, view, screen, actions),
        Side::Right => minutes(ui, lang, account),
    });
    false
}

fn chosen(account: &AccountView, screen: &Screen) -> Option<usize> {
    screen.statement.line.filter(|line| *line < account.lines.len())
}

/// No account in the month: said why, with the way back.
fn nothing(ui: &mut Ui, lang: Lang, view: &View<'_>, text: &str, screen: &mut Screen) -> bool {
    let (title, button) = (lang.t("statement-none"), lang.t("statement-back"));
    let empty = state::Empty { icon: icons::WALLET, title: &title, text, ..state::Empty::default() };
    let empty = if view.me.may.payroll {
        state::Empty { button: &button, button_icon: icons::ARROW_LEFT, key: "Esc", ..empty }
    } else {
        empty
    };
    if card::card(ui, "", |ui| state::empty(ui, &empty)).inner {
        back(screen);
    }
    false
}

/// The screen's title while a statement is open: whose, with the way back; the month on the right. Says whether that way was pressed.
pub(super) fn title(ui: &mut Ui, lang: Lang, view: &View<'_>, person: &Code, right: impl FnOnce(&mut Ui)) -> bool {
    let mut pressed = false;
    let row = egui::vec2(ui.available_width(), measure::CONTROL);
    ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
        right(ui);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            pressed = icon_button(ui, icons::ARROW_LEFT, &lang.t("statement-back"), "Esc").clicked();
            let theme = Theme::of(ui);
            let known = view.people.and_then(|people| people.people.iter().find(|one| one.code == person.as_str()));
            let name = known.map_or(person.as_str(), |known| known.name.as_str());
            let title = ui.add(Label::new(theme.title(name)).truncate());
            ui.ctx().accesskit_node_builder(title.id, |node| {
                node.set_role(egui::accesskit::Role::Heading);
                node.set_label(name);
            });
            let about = known.map(|known| [known.position.as_deref(), known.department.as_deref()]);
            let about = [Some(person.as_str())].into_iter().chain(about.into_iter().flatten()).flatten();
            let about: Vec<&str> = about.collect();
            ui.add(Label::new(theme.quiet(about.join(" · "))).truncate());
        });
    });
    pressed
}

fn lines(ui: &mut Ui, lang: Lang, statement: &StatementView, account: &AccountView, screen: &mut Screen) {
    let titles = ["line", "minutes", "formula", "exact", "sum"].map(|key| match key {
        "minutes" => lang.t("pay-head-minutes"),
        other => lang.t(&format!("statement-head-{other}")),
    });
    let [line, minutes, formula, exact, sum] = &titles;
    // How it comes about is the longest; a name is read in less.
    let how = (ui.available_width() * 0.41).max(200.0);
    let heads = [
        Head { width: Width::Fill(150.0), ..Head::text(line) },
        Head::number(minutes, 76.0),
        Head::text(formula).exact(how),
        Head::number(exact, 104.0),
        Head::number(sum, 84.0),
    ];
    let total = lang.with(
        "statement-total",
        &[(
            "sum",
            Arg::Text(&account.figures.total_minor.map_or_else(|| words::MISSING.to_owned(), |sum| lang.money(sum))),
        )],
    );
    let right = |ui: &mut Ui| {
        ui.label(Theme::of(ui).strong(total.clone()));
        words::state_badge(ui, lang, &statement.state, statement.closed_through);
    };
    card::card_with(ui, &lang.t("statement-lines"), right, |ui| {
        if account.lines.is_empty() {
            layout::quiet(ui, &lang.t("statement-lines-none"));
            return bonuses(ui, lang, account);
        }
        let name = lang.t("statement-lines-table");
        let height = measure::ROW * ink::px(account.lines.len().min(LINES) + 1);
        let mut row = chosen(account, screen);
        let before = row;
        let table = Table::new(&name, &heads).height(height).takes_arrows();
        table.show(ui, account.lines.len(), &mut row, |ui, row, column| {
            let Some(line) = account.lines.get(row) else { return };
            drop(match column {
                0 => table::text(ui, &line_title(line, lang)),
                1 => table::number(ui, &line.minutes_cmin.map(|minutes| lang.minutes(minutes)).unwrap_or_default()),
                2 => table::quiet(ui, &formula::brief(lang, account, line)),
                3 => table::number(ui, &formula::exact(lang, line)),
                _ => table::number(ui, &lang.sum(line.amount_minor)),
            });
        });
        if row != before {
            screen.statement.line = row;
            screen.statement.day_row = None;
        }
        bonuses(ui, lang, account);
    });
}

/// How each bonus came out, those not met too: they have no line above.
fn bonuses(ui: &mut Ui, lang: Lang, account: &AccountView) {
    if account.bonuses.is_empty() {
        return;
    }
    ui.add_space(space::S);
    ui.spacing_mut().item_spacing.y = space::XS;
    ui.spacing_mut().interact_size.y = size::SECTION;
    layout::name(ui, &lang.t("statement-bonuses"));
    for one in &account.bonuses {
        let (kind, icon, _) = indicator_words::outcome(one.value_hundredths, one.met);
        state::line(ui, kind, icon, &bonus::sentence(lang, account, one));
    }
}

/// The month's minutes, and those that somebody else pays.
fn minutes(ui: &mut Ui, lang: Lang, account: &AccountView) {
    let room = layout::titled_room(ui);
    card::card_with(
        ui,
        &lang.t("statement-minutes"),
        |_| {},
        |ui| {
            ui.set_min_height(room);
            ui.spacing_mut().item_spacing.y = space::XS;
            let theme = Theme::of(ui);
            for (key, value) in minute_rows(account) {
                let always = matches!(
                    key,
                    "statement-min-norm" | "statement-min-plan" | "statement-min-base" | "statement-min-kpi"
                );
                let text = value.map_or_else(|| words::MISSING.to_owned(), |value| lang.minutes(value));
                if always || value.is_some_and(|value| value.0 != 0) {
                    amount(ui, theme.quiet(lang.t(key)), theme.bold(text));
                }
            }
            let share = list::share_words(lang, account.figures.kpi_of_base_bp);
            amount(ui, theme.quiet(lang.t("statement-min-share")), theme.bold(share));
            parts(ui, lang, account);
            let own: Vec<_> =
                account.own_absences.iter().map(|one| (kind_name(&one.kind, lang), one.minutes_cmin)).collect();
            let left = account.left_plan.iter().map(|one| (kind_name(&one.kind, lang), one.minutes_cmin));
            let idle = account.downtime.iter().map(|one| {
                let cause = lang.t(&format!("downtime-{}", one.cause));
                (lang.with("statement-downtime", &[("cause", Arg::Text(&cause))]), one.minutes_cmin)
            });
            let elsewhere: Vec<_> = left.chain(idle).collect();
            for (title, list) in [("statement-own-absences", own), ("pay-sheet-elsewhere", elsewhere)] {
                if list.is_empty() {
                    continue;
                }
                ui.add_space(space::XS);
                layout::name(ui, &lang.t(title));
                for (name, minutes) in list {
                    amount(ui, theme.quiet(name), theme.bold(lang.minutes(minutes)));
                }
            }
        },
    );
}

/// Salary, rate and the value of a minute of each part.
fn parts(ui: &mut Ui, lang: Lang, account: &AccountView) {
    let theme = Theme::of(ui);
    for part in &account.parts {
        if account.parts.len() > 1 {
            ui.add_space(space::XS);
            layout::name(ui, &lang.with("statement-part", &[("day", Arg::Text(&lang.date(part.from)))]));
        }
        let salary = part.salary_minor.map_or_else(|| words::MISSING.to_owned(), |salary| lang.money(salary));
        amount(ui, theme.quiet(lang.t("pay-head-salary")), theme.bold(salary));
        amount(ui, theme.quiet(lang.t("pay-head-rate")), theme.bold(list::rate_words(lang, part.rate_bp)));
        if let Some(value) = &part.minute_value {
            amount(ui, theme.quiet(lang.t("statement-value")), theme.bold(formula::minute_value(lang, value)));
        }
    }
}

/// The tickets of a day; each opens with its whole history.
fn day(ui: &mut Ui, lang: Lang, view: &View<'_>, screen: &mut Screen, actions: &mut Vec<Action>) {
    let Some(date) = screen.statement.day else { return };
    let mut close = false;
    let room = layout::titled_room(ui);
    let right = |ui: &mut Ui| close = icon_button(ui, icons::X, &lang.t("kpi-day-close"), "Esc").clicked();
    let title = lang.with("statement-day-tickets", &[("day", Arg::Text(&lang.date(date)))]);
    card::card_with(ui, &title, right, |ui| {
        ui.set_min_height(room);
        let Some(day) = view.day.filter(|day| day.date == date) else {
            state::loading(ui, &lang.t("kpi-day-loading"), 4);
            return;
        };
        let theme = Theme::of(ui);
        amount(ui, theme.bold(lang.t("kpi-day-sum")), theme.bold(lang.minutes(day.kpi_cmin)));
        if day.lines_cmin.0 != 0 {
            let lines = lang.minutes(day.lines_cmin);
            amount(ui, theme.tinted(Kind::Warn, lang.t("kpi-day-lines")), theme.tinted(Kind::Warn, lines));
        }
        if day.tickets.is_empty() {
            return layout::quiet(ui, &lang.t("kpi-day-empty"));
        }
        tickets(ui, lang, &day.tickets, actions);
    });
    if close {
        screen.statement.close_day();
    }
}

fn tickets(ui: &mut Ui, lang: Lang, tickets: &[TicketBrief], actions: &mut Vec<Action>) {
    let height = (layout::room_below(ui) - space::L).max(96.0);
    egui::ScrollArea::vertical().id_salt("statement-day").max_height(height).auto_shrink([false, true]).show(
        ui,
        |ui| {
            ui.spacing_mut().item_spacing.y = space::XS;
            for ticket in tickets {
                let client = ticket.client.clone().filter(|client| !client.is_empty());
                let client = client.unwrap_or_else(|| lang.t(&format!("channel-{}", ticket.channel.as_str())));
                let minutes = lang.minutes(ticket.kpi_cmin);
                let word = format!("{}  {client} · {minutes}", norm_words::clock(&ticket.finished_at));
                let width = ui.available_width();
                if Button::secondary(&word).icon(icons::TICKET).width(width).show(ui).clicked() {
                    actions.push(Action::OpenTicket(ticket.ticket));
                }
            }
        },
    );
}
