//! The month's lock: what blocks it with the way there, what will be paid, whose account may be settled alone; awards of the month,
//! and what late facts of locked months come to.

use egui::{Key, Ui};

use super::dialogs::Dialog;
use super::words::{self, amount};
use super::{About, Form as Screen, PRESS, Page, View, name_of, recalculation_words, total, wait};
use crate::desktop::action::Action;
use crate::desktop::icons;
use crate::desktop::keys::{self, ActionInfo};
use crate::desktop::screens::norms::layout::{self, Side};
use crate::desktop::theme::{Kind, Theme, measure, space};
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::{badge, card, state};
use crate::domain::code::Code;
use crate::domain::month::Month;
use crate::domain::units::Money;
use crate::floor::Accepted;
use crate::floor::command::{CalendarCommand, Command, DayClose, MonthLock, PayCommand};
use crate::locale::{Arg, Lang};
use crate::views::pay::{BlockView, PayrollRow, PayrollView, RecalculationView};
use crate::views::people::PersonView;

const LOCK: ActionInfo<()> = ActionInfo::new((), "payroll-key-lock", icons::LOCK).plain(Key::L);

const DEDUCT: ActionInfo<()> = ActionInfo::new((), "lock-deduct", icons::CHECK).plain(Key::D);
const WAIVE: ActionInfo<()> = ActionInfo::new((), "lock-waive", icons::X).plain(Key::W);

/// A lock being confirmed.
#[derive(Debug)]
pub(super) struct Lock {
    month: Month,
    /// Only this account: its owner leaves.
    person: Option<(Code, String)>,
    pub error: String,
}

impl Lock {
    pub fn title(&self) -> &'static str {
        if self.person.is_some() { "lock-leaver-title" } else { "lock-title" }
    }

    pub fn body(&self, ui: &mut Ui, lang: Lang, view: &View<'_>) {
        let month = lang.month(self.month.first());
        let payroll = view.payroll.filter(|payroll| payroll.month == self.month);
        let rows = payroll.map(|payroll| payroll.rows.as_slice()).unwrap_or_default();
        let own =
            |row: &&PayrollRow| !row.locked && self.person.as_ref().is_none_or(|(code, _)| code.as_str() == row.person);
        let rows: Vec<&PayrollRow> = rows.iter().filter(own).collect();
        let sum = lang.money(total(rows.iter().map(|row| row.figures.total_minor)));
        let named = [("month", Arg::Text(month.as_str())), ("count", rows.len().into()), ("sum", Arg::Text(&sum))];
        match &self.person {
            Some((_, name)) => {
                let named = [("month", Arg::Text(month.as_str())), ("name", Arg::Text(name)), ("sum", Arg::Text(&sum))];
                layout::quiet(ui, &lang.with("lock-leaver-text", &named));
            }
            None => layout::quiet(ui, &lang.with("lock-text", &named)),
        }
        let unpaid = rows.iter().filter(|row| row.no_money.is_some()).count();
        if unpaid > 0 {
            badge::banner(ui, Kind::Warn, &lang.with("lock-unpaid", &[("count", unpaid.into())]), "");
        }
        layout::quiet(ui, &lang.t("lock-after"));
    }

    pub fn command(&self) -> Command {
        let person = self.person.as_ref().map(|(code, _)| code.clone());
        Command::Pay(PayCommand::MonthLock(MonthLock { month: self.month, person }))
    }

    /// How much was locked, as the floor says it.
    pub fn done(&self, lang: Lang, accepted: &Accepted) -> String {
        let of = |name: &str| accepted.result.get(name).and_then(serde_json::Value::as_i64).unwrap_or_default();
        let (month, sum) = (lang.month(self.month.first()), lang.money(Money(of("total_minor"))));
        let named =
            [("month", Arg::Text(month.as_str())), ("count", Arg::Count(of("statements"))), ("sum", Arg::Text(&sum))];
        lang.with("lock-done", &named)
    }
}

pub(super) fn show(ui: &mut Ui, lang: Lang, view: &View<'_>, screen: &mut Screen, actions: &mut Vec<Action>) -> bool {
    let month = screen.month(view.me);
    let Some(payroll) = view.payroll.filter(|payroll| payroll.month == month) else {
        return wait(ui, lang, view.trouble);
    };
    let left = (ui.available_width() - space::L) * 0.52;
    layout::split(ui, left, |ui, side| match side {
        Side::Left => {
            standing(ui, lang, view, payroll, screen, actions);
            leavers(ui, lang, view, payroll, screen);
        }
        Side::Right => {
            recalculations(ui, lang, view, payroll, screen);
            awards(ui, lang, payroll);
            funds(ui, lang, payroll);
        }
    });
    false
}

/// Where the lock stands, what blocks it, what will be paid.
fn standing(
    ui: &mut Ui,
    lang: Lang,
    view: &View<'_>,
    payroll: &PayrollView,
    screen: &mut Screen,
    actions: &mut Vec<Action>,
) {
    let lock = &payroll.lock;
    let state = if lock.locked { "locked" } else { "provisional" };
    let month = lang.month(payroll.month.first());
    let title = lang.with("lock-card", &[("month", Arg::Text(&month))]);
    let badge = |ui: &mut Ui| words::state_badge(ui, lang, state, payroll.closed_through);
    card::card_with(ui, &title, badge, |ui| {
        if lock.locked {
            let by = lock.locked_by.as_deref().map(|code| name_of(view, code)).unwrap_or_default();
            layout::quiet(ui, &lang.with("lock-locked", &[("person", Arg::Text(&by))]));
            sums(ui, lang, payroll);
            if let Some(head) = &lock.chain_head {
                layout::fact(ui, &lang.t("lock-head"), head);
            }
            return;
        }
        for block in &lock.blocks {
            blocked(ui, lang, view, payroll.month, block, screen, actions);
        }
        for (why, page, way) in
            [("no-scheme", Page::Schemes, "payroll-to-schemes"), ("no-salary", Page::People, "payroll-to-salaries")]
        {
            // The way there only for who may go it.
            let way = if Page::open(view.me.may).contains(&page) { lang.t(way) } else { String::new() };
            let count = payroll.rows.iter().filter(|row| row.no_money.as_deref() == Some(why)).count();
            let text = lang.with(&format!("payroll-remark-{why}"), &[("count", count.into())]);
            if count > 0 && badge::banner(ui, Kind::Warn, &text, &way) {
                screen.go(page);
            }
        }
        let proposed = payroll.recalculations.iter().filter(|one| one.deduction.as_deref() == Some("proposed")).count();
        if proposed > 0 {
            badge::banner(ui, Kind::Warn, &lang.with("lock-proposed", &[("count", proposed.into())]), "");
        }
        sums(ui, lang, payroll);
        confirm(ui, lang, payroll, screen);
    });
}

/// The button that locks, once nothing blocks it.
fn confirm(ui: &mut Ui, lang: Lang, payroll: &PayrollView, screen: &mut Screen) {
    let lock = &payroll.lock;
    if !lock.may_lock {
        return layout::caption(ui, &lang.t("lock-director"));
    }
    let ready = lock.blocks.is_empty() && !payroll.rows.is_empty();
    let (word, why) = (lang.t("lock-open"), if ready { String::new() } else { lang.t("lock-blocked") });
    let button = Button::primary(&word).icon(icons::LOCK).key("L").tooltip(&why).enabled(ready);
    let keyed = ready && screen.dialog.is_none() && keys::is_pressed(ui.ctx(), &LOCK);
    if button.show(ui).clicked() || keyed {
        screen.dialog = Some(Dialog::Lock(Lock { month: payroll.month, person: None, error: String::new() }));
    }
}

/// What blocks the lock, with the way to where it is put right.
fn blocked(
    ui: &mut Ui,
    lang: Lang,
    view: &View<'_>,
    month: Month,
    block: &BlockView,
    screen: &mut Screen,
    actions: &mut Vec<Action>,
) {
    let detail = |name: &str| block.details.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str());
    // Months and days are written as people write them.
    let written: Vec<(&str, String)> = block
        .details
        .iter()
        .map(|(name, value)| {
            let month = Month::parse(value).map(|month| lang.month(month.first()));
            let day = value.parse().ok().map(|day| lang.date(day));
            (name.as_str(), month.or(day).unwrap_or_else(|| value.clone()))
        })
        .collect();
    let named: Vec<(&str, Arg<'_>)> = written.iter().map(|(name, value)| (*name, Arg::Text(value))).collect();
    let text = begun(&lang.refusal_text(&block.code, &block.reason, &named));
    let earlier = detail("earlier").and_then(Month::parse);
    let closes = block.reason == "lock-open-days" && view.me.may.day_close;
    let word = match earlier {
        Some(month) => lang.month(month.first()),
        None if closes => lang.t("lock-close-days"),
        None => String::new(),
    };
    if !badge::banner(ui, Kind::Bad, &text, &word) {
        return;
    }
    if let Some(earlier) = earlier {
        screen.turn(earlier);
    } else if closes {
        let command = Command::Calendar(CalendarCommand::DayClose(DayClose { through: month.last(), from: None }));
        actions.push(Action::Send { tag: PRESS, command: Box::new(command) });
    }
}

/// A sentence that begins with the name of a month begins with a capital all the same.
fn begun(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// What will be paid, or was, part by part.
fn sums(ui: &mut Ui, lang: Lang, payroll: &PayrollView) {
    let theme = Theme::of(ui);
    let of = |take: fn(&PayrollRow) -> Option<Money>| total(payroll.rows.iter().map(take));
    let parts = [
        ("pay-head-fixed", of(|row| row.figures.fixed_minor)),
        ("pay-head-kpi", of(|row| row.figures.kpi_minor)),
        ("pay-head-cover", of(|row| row.figures.cover_minor)),
        ("pay-head-supplements", of(|row| Some(row.figures.supplements_minor))),
        ("pay-head-percentages", of(|row| Some(row.figures.percentages_minor))),
        ("pay-head-bonuses", of(|row| Some(row.figures.bonuses_minor))),
        ("pay-head-awards", of(|row| Some(row.figures.awards_minor))),
        ("pay-head-recalculation", of(|row| Some(row.figures.recalculation_minor))),
    ];
    ui.spacing_mut().item_spacing.y = space::XS;
    let people = lang.with("payroll-people", &[("count", payroll.rows.len().into())]);
    layout::name(ui, &people);
    for (key, sum) in
        parts.into_iter().enumerate().filter(|(place, (_, sum))| *place < 3 || sum.0 != 0).map(|(_, one)| one)
    {
        amount(ui, theme.quiet(lang.t(key)), theme.bold(lang.money(sum)));
    }
    amount(ui, theme.bold(lang.t("pay-head-total")), theme.strong(lang.money(payroll.total_minor)));
    ui.add_space(space::S);
}

/// Who leaves within the month: the account is settled alone on the last day (ТК РФ ст. 140).
fn leavers(ui: &mut Ui, lang: Lang, view: &View<'_>, payroll: &PayrollView, screen: &mut Screen) {
    let leaves = |person: &&PersonView| person.to.is_some_and(|to| payroll.month.holds(to));
    let people: Vec<&PersonView> =
        view.people.map(|view| view.people.iter().filter(leaves).collect()).unwrap_or_default();
    if people.is_empty() {
        return;
    }
    card::card(ui, &lang.t("lock-leavers"), |ui| {
        for person in people {
            let locked = payroll.rows.iter().any(|row| row.person == person.code && row.locked);
            let day = person.to.map(|day| lang.date(day)).unwrap_or_default();
            let text = lang.with("lock-leaver", &[("name", Arg::Text(&person.name)), ("day", Arg::Text(&day))]);
            if locked {
                state::line(ui, Kind::Ok, icons::LOCK, &format!("{text} · {}", lang.t("pay-state-locked")));
                continue;
            }
            let word = lang.with("lock-leaver-open", &[("name", Arg::Text(&person.name))]);
            let word = if payroll.lock.may_lock { word } else { String::new() };
            if badge::banner(ui, Kind::Neutral, &text, &word)
                && let Ok(code) = Code::new(&person.code)
            {
                let person = Some((code, person.name.clone()));
                screen.dialog = Some(Dialog::Lock(Lock { month: payroll.month, person, error: String::new() }));
            }
        }
    });
}

/// What late facts of locked months bring into this one; a negative difference waits for the director's word.
fn recalculations(ui: &mut Ui, lang: Lang, view: &View<'_>, payroll: &PayrollView, screen: &mut Screen) {
    card::card(ui, &lang.t("lock-recalculations"), |ui| {
        if payroll.recalculations.is_empty() {
            return layout::quiet(ui, &lang.t("lock-recalculations-none"));
        }
        // The keys answer the first that waits.
        let waits = payroll.recalculations.iter().position(|one| one.deduction.as_deref() == Some("proposed"));
        for (place, one) in payroll.recalculations.iter().enumerate() {
            let decides = payroll.lock.may_lock.then_some(waits == Some(place));
            ui.push_id((&one.person, one.month), |ui| recalculation(ui, lang, view, one, decides, screen));
        }
    });
}

fn recalculation(
    ui: &mut Ui,
    lang: Lang,
    view: &View<'_>,
    one: &RecalculationView,
    decides: Option<bool>,
    screen: &mut Screen,
) {
    let name = name_of(view, &one.person);
    let proposed = one.deduction.as_deref() == Some("proposed");
    let (kind, icon) =
        if proposed { (Kind::Warn, icons::WARNING) } else { (Kind::Neutral, icons::CLOCK_COUNTER_CLOCKWISE) };
    state::line(ui, kind, icon, &format!("{name}: {}", recalculation_words(lang, one)));
    let Some(person) = Code::new(&one.person).ok().filter(|_| proposed) else { return };
    layout::caption(ui, &lang.t("lock-ground"));
    let Some(keyed) = decides else { return };
    let free = screen.dialog.is_none() && screen.asking.about().is_none();
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        for (deduct, word, key, info) in [(true, "lock-deduct", "D", &DEDUCT), (false, "lock-waive", "W", &WAIVE)] {
            let word = lang.t(word);
            let button = Button::secondary(&word).height(measure::CONTROL).key(if keyed { key } else { "" });
            let pressed = keyed && free && keys::is_pressed(ui.ctx(), info);
            if button.show(ui).clicked() || pressed {
                screen.asking.ask(About::Decide { person: person.clone(), month: one.month, deduct });
            }
        }
    });
}

fn awards(ui: &mut Ui, lang: Lang, payroll: &PayrollView) {
    let sum = lang.money(total(payroll.awards.iter().map(|award| Some(award.amount_minor))));
    let right = |ui: &mut Ui| {
        if !payroll.awards.is_empty() {
            ui.label(Theme::of(ui).strong(sum.clone()));
        }
    };
    card::card_with(ui, &lang.t("lock-awards"), right, |ui| {
        if payroll.awards.is_empty() {
            return layout::quiet(ui, &lang.t("lock-awards-none"));
        }
        let theme = Theme::of(ui);
        for award in &payroll.awards {
            amount(ui, theme.bold(&award.name), theme.bold(lang.money(award.amount_minor)));
            let named = [("reason", Arg::Text(award.reason.as_str())), ("person", Arg::Text(&award.granted_by))];
            layout::caption(ui, &lang.with("lock-award", &named));
        }
    });
}

/// What covering each absent colleague costs, and whose money it is.
fn funds(ui: &mut Ui, lang: Lang, payroll: &PayrollView) {
    if payroll.funds.is_empty() {
        return;
    }
    card::card(ui, &lang.t("lock-funds"), |ui| {
        let theme = Theme::of(ui);
        for fund in &payroll.funds {
            amount(ui, theme.bold(&fund.absent_name), theme.bold(lang.money(fund.fund_minor)));
            let minutes = lang.minutes(fund.covered_cmin);
            layout::caption(ui, &lang.with("lock-fund-minutes", &[("minutes", Arg::Text(&minutes))]));
            for (key, sum) in [("lock-fund-own", fund.from_unpaid_minor), ("lock-fund-employer", fund.employer_minor)] {
                if sum.0 != 0 {
                    amount(ui, theme.quiet(lang.t(key)), theme.quiet(lang.money(sum)));
                }
            }
        }
    });
}
