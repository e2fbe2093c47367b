//! A person's month: the counter of closed days against the plan, where the month is heading, its days, and what lies behind each number: day, tickets,
//! decisions, the norm, its order and the readings it rests on. The person sees it as My KPI, who leads the department opens it from there.
//!
//! Invariant: closed and provisional minutes never stand in one number. Every number is the floor's; nothing is computed here but places on the screen.

mod counters;
mod day;
mod days;
mod facts;
mod pay;
mod pieces;
mod trace;

use chrono::NaiveDate;
use egui::Ui;
use uuid::Uuid;

use super::norms::layout::{self, Side};
use crate::desktop::action::Action;
use crate::desktop::icons;
use crate::desktop::keys::{self, ActionInfo};
use crate::desktop::theme::{Kind, space};
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::turn::Way;
use crate::desktop::widgets::{badge, card, state};
use crate::domain::month::Month;
use crate::domain::objection::About;
use crate::locale::{Arg, Lang};
use crate::views::absences::CoverView;
use crate::views::department::{DecisionTraceView, MyDay, MyKpiView};
use crate::views::pay::StatementView;
use crate::views::people::MeView;
use crate::views::tasks::IndicatorsView;
use crate::views::tickets::{DayView, TicketBrief};

/// Keys of a month, for F1.
pub const KEYS: &[(&str, &str)] = &[
    ("PageUp PageDown", "kpi-key-month"),
    ("← →", "kpi-key-day"),
    ("1…3", "kpi-key-page"),
    ("↑ ↓, Enter", "kpi-key-decision"),
    ("T", "kpi-key-ticket"),
    ("S", "kpi-pay-open"),
    ("O", "kpi-object"),
    ("Esc", "kpi-key-back"),
];

/// How wide the part beside the chart is.
const ASIDE: f32 = 396.0;

/// What the month is shown from.
#[derive(Debug, Clone, Copy)]
pub struct View<'a> {
    /// The month.
    pub month: &'a MyKpiView,
    /// The day that is open.
    pub day: Option<&'a DayView>,
    /// Where the weight of the decision that is open comes from.
    pub trace: Option<&'a DecisionTraceView>,
    /// Who covered whom in the month.
    pub cover: Option<&'a CoverView>,
    /// The statement, where who looks may see it.
    pub statement: Option<&'a StatementView>,
    /// Why there is no statement.
    pub no_statement: Option<&'a str>,
    /// Indicators of the month.
    pub indicators: Option<&'a IndicatorsView>,
    /// Who looks.
    pub me: &'a MeView,
}

impl View<'_> {
    /// Whether who looks may see this person's money at all.
    fn shows_pay(&self) -> bool {
        shows_pay(self.me, &self.month.person)
    }

    fn is_own(&self) -> bool {
        self.month.person == self.me.code
    }

    /// Whether who looks may object to a day here: it is their own.
    fn may_object(&self) -> bool {
        self.is_own() && self.me.may.my_kpi && self.me.may.tasks
    }
}

/// Whether somebody may see a person's statement: the own one, or everybody's.
#[must_use]
pub fn shows_pay(me: &MeView, person: &str) -> bool {
    me.may.payroll || me.may.my_pay && me.code == person
}

/// A page of the part beside the chart.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Page {
    /// The month in facts: pace, efficiency, absences, cover.
    #[default]
    Month,
    /// The day that is open.
    Day,
    /// The pay so far.
    Pay,
}

impl Page {
    const ALL: [Self; 3] = [Self::Month, Self::Day, Self::Pay];

    fn word(self) -> &'static str {
        match self {
            Self::Month => "kpi-page-month",
            Self::Day => "kpi-page-day",
            Self::Pay => "kpi-page-pay",
        }
    }
}

/// What is asked of the floor for a month.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Wanted {
    /// The month; by default the running one.
    pub month: Option<Month>,
    /// The day that is open.
    pub day: Option<NaiveDate>,
    /// The decision that is open: its ticket and its place there, from 1.
    pub decision: Option<(Uuid, i64)>,
}

/// What a month remembers.
#[derive(Debug, Default)]
pub struct Form {
    wanted: Wanted,
    page: Page,
    row: Option<usize>,
}

impl Form {
    /// A month that begins as another one is shown.
    #[must_use]
    pub fn of(month: Option<Month>) -> Self {
        Self { wanted: Wanted { month, ..Wanted::default() }, ..Self::default() }
    }

    /// What is asked of the floor.
    #[must_use]
    pub fn wanted(&self) -> Wanted {
        self.wanted
    }

    /// Opens a day, or closes it.
    fn open(&mut self, day: Option<NaiveDate>) {
        self.wanted.day = day;
        self.wanted.decision = None;
        self.row = None;
        self.page = if day.is_some() { Page::Day } else { Page::Month };
    }

    /// Shows the month before or after the one on screen; never one that has not begun.
    pub fn turn(&mut self, shown: Month, today: NaiveDate, way: Way) {
        // What was asked for last, so that pressing twice goes two months back before the first has come.
        let month = self.wanted.month.unwrap_or(shown);
        let to = way.of(month, Some(Month::of(today)));
        if to != month {
            let page = if self.page == Page::Day { Page::Month } else { self.page };
            *self = Self { page, ..Self::of(Some(to)) };
        }
    }

    /// One step back: from a decision to its day, from a day to the month. `false` when there is nothing to go back from.
    pub fn back(&mut self) -> bool {
        if self.wanted.decision.take().is_some() {
            return true;
        }
        let open = self.wanted.day.is_some() || self.page != Page::Month;
        self.open(None);
        open
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Key {
    Previous,
    Next,
    DayBefore,
    DayAfter,
    RowBefore,
    RowAfter,
    Open,
    Ticket,
    Statement,
    Object,
}

const TABLE: &[ActionInfo<Key>] = &[
    ActionInfo::new(Key::Previous, "kpi-previous", icons::CARET_LEFT).plain(egui::Key::PageUp),
    ActionInfo::new(Key::Next, "kpi-next", icons::CARET_RIGHT).plain(egui::Key::PageDown),
    ActionInfo::new(Key::DayBefore, "kpi-key-day", icons::ARROW_LEFT).plain(egui::Key::ArrowLeft),
    ActionInfo::new(Key::DayAfter, "kpi-key-day", icons::ARROW_RIGHT).plain(egui::Key::ArrowRight),
    ActionInfo::new(Key::RowBefore, "kpi-key-decision", icons::CARET_UP).plain(egui::Key::ArrowUp),
    ActionInfo::new(Key::RowAfter, "kpi-key-decision", icons::CARET_DOWN).plain(egui::Key::ArrowDown),
    ActionInfo::new(Key::Open, "kpi-key-decision", icons::ARROW_RIGHT).plain(egui::Key::Enter),
    ActionInfo::new(Key::Ticket, "kpi-key-ticket", icons::TICKET).plain(egui::Key::T),
    ActionInfo::new(Key::Statement, "kpi-pay-open", icons::WALLET).plain(egui::Key::S),
    ActionInfo::new(Key::Object, "kpi-object", icons::CHAT_TEXT).plain(egui::Key::O),
];

/// Takes the keys of a month; call it at the top of the screen.
pub fn keyboard(ui: &Ui, view: &View<'_>, form: &mut Form, actions: &mut Vec<Action>) {
    // A focused control has the arrows; they are the screen's only while nothing is focused.
    if ui.memory(|memory| memory.focused().is_some()) {
        return;
    }
    if let Some(page) = keys::pressed_digit(ui.ctx()).and_then(|digit| Page::ALL.get(digit - 1)) {
        choose_page(*page, view, form);
    }
    let Some(pressed) = keys::pressed(ui.ctx(), TABLE) else { return };
    let month = view.month;
    match pressed.id {
        Key::Previous => form.turn(month.month, month.today, Way::Back),
        Key::Next => form.turn(month.month, month.today, Way::On),
        Key::DayBefore | Key::DayAfter => step(&month.days, form, pressed.id == Key::DayAfter),
        Key::RowBefore | Key::RowAfter => {
            let count = rows(shown_day(view, form)).len();
            if count > 0 && form.wanted.decision.is_none() {
                let next =
                    form.row.map_or(0, |row| if pressed.id == Key::RowAfter { row + 1 } else { row.saturating_sub(1) });
                form.row = Some(next.min(count - 1));
            }
        }
        Key::Open => {
            let row = form.row.and_then(|row| rows(shown_day(view, form)).into_iter().nth(row));
            if let Some((ticket, Some(line))) = row {
                form.wanted.decision = Some((ticket.ticket, line));
            }
        }
        Key::Ticket => {
            let open = form.wanted.decision.map(|(ticket, _)| ticket);
            let row = form.row.and_then(|row| rows(shown_day(view, form)).into_iter().nth(row));
            let ticket = open.or(row.map(|(ticket, _)| ticket.ticket));
            actions.extend(ticket.filter(|_| view.me.may.tickets).map(Action::OpenTicket));
        }
        Key::Statement => actions.extend(pay::opening(view).filter(|_| form.page == Page::Pay)),
        Key::Object => {
            let day = shown_day(view, form).filter(|_| view.may_object());
            actions.extend(day.map(|day| Action::Object(About::Day(day.date))));
        }
    }
}

/// Opens the neighbour of the day that is open; from none, the newest or the first with something on it.
fn step(days: &[MyDay], form: &mut Form, on: bool) {
    let place = form.wanted.day.and_then(|day| days.iter().position(|other| other.date == day));
    let to = match (place, on) {
        (Some(place), true) => Some(place + 1),
        (Some(place), false) => place.checked_sub(1),
        (None, true) => Some(0),
        (None, false) => days.iter().rposition(has_value),
    };
    if let Some(day) = to.and_then(|place| days.get(place)) {
        form.open(Some(day.date));
    }
}

/// A closed day counts even with nothing done; an open one only with tickets.
fn has_value(day: &MyDay) -> bool {
    day.closed || day.tickets > 0
}

fn choose_page(page: Page, view: &View<'_>, form: &mut Form) {
    if page == Page::Pay && !view.shows_pay() {
        return;
    }
    form.wanted.decision = None;
    form.page = page;
}

/// The day that is open, once it has come.
fn shown_day<'a>(view: &View<'a>, form: &Form) -> Option<&'a DayView> {
    let day = view.day.filter(|day| Some(day.date) == form.wanted.day && day.person.code == view.month.person);
    day.filter(|_| form.page == Page::Day)
}

/// The rows of a day under the keyboard: each decision, and each ticket without one.
fn rows(day: Option<&DayView>) -> Vec<(&TicketBrief, Option<i64>)> {
    let mut rows = Vec::new();
    for ticket in day.map(|day| day.tickets.as_slice()).unwrap_or_default() {
        if ticket.decisions.is_empty() {
            rows.push((ticket, None));
        }
        rows.extend((1..).zip(&ticket.decisions).map(|(line, _)| (ticket, Some(line))));
    }
    rows
}

/// Draws the month below its title.
pub fn show(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form, actions: &mut Vec<Action>) {
    let month = view.month;
    if month.plan_cmin.is_none() {
        let year = month.month.first().format("%Y").to_string();
        badge::banner(ui, Kind::Warn, &lang.with("kpi-no-plan", &[("year", Arg::Text(&year))]), "");
    }
    counters::show(ui, lang, month);
    if month.days.is_empty() {
        card::card(ui, "", |ui| {
            let (title, text) = (lang.t("kpi-empty-title"), lang.t("kpi-empty-text"));
            let empty = state::Empty { icon: icons::GAUGE, title: &title, text: &text, ..state::Empty::default() };
            state::empty(ui, &empty);
        });
        return;
    }
    let left = ui.available_width() - ASIDE - space::L;
    layout::split(ui, left, |ui, side| match side {
        Side::Left => days::show(ui, lang, month, form),
        Side::Right => aside(ui, lang, view, form, actions),
    });
}

/// The part beside the chart, with its pages.
fn aside(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form, actions: &mut Vec<Action>) {
    let room = layout::card_room(ui).max(320.0);
    card::card(ui, "", |ui| {
        ui.set_min_height(room);
        let bottom = ui.cursor().top() + room;
        let mut pressed = None;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::XS;
            for (place, page) in Page::ALL.into_iter().enumerate() {
                if page == Page::Pay && !view.shows_pay() {
                    continue;
                }
                let (word, key) = (lang.t(page.word()), (place + 1).to_string());
                let button =
                    if page == form.page { Button::secondary(&word).selected(true) } else { Button::quiet(&word) };
                if button.key(&key).show(ui).clicked() {
                    pressed = Some(page);
                }
            }
        });
        if let Some(page) = pressed {
            choose_page(page, view, form);
        }
        ui.separator();
        let height = (bottom - ui.cursor().top()).max(200.0);
        let scroll = egui::ScrollArea::vertical().id_salt(("kpi-aside", form.page as u8, form.wanted.decision));
        scroll.max_height(height).auto_shrink([false, false]).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = space::XS;
            // Clear of the scroll bar.
            ui.set_max_width(ui.available_width() - space::M);
            match (form.page, form.wanted.decision) {
                (Page::Day, Some(decision)) => trace::show(ui, lang, view, decision, form, actions),
                (Page::Day, None) => day::show(ui, lang, view, form, actions),
                (Page::Month, _) => facts::show(ui, lang, view, actions),
                (Page::Pay, _) => pay::show(ui, lang, view, actions),
            }
        });
    });
}
