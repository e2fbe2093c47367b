//! What a norm set does to people: the pilot's report and the replay of any closed month, the same page for who keeps the set and for the
//! director before signing.
//!
//! Invariant: "before" is what the days counted, "after" what the same decisions weigh by the set; nothing here is ever paid.

mod figures;
mod tables;

pub(super) use figures::change_of;

use std::sync::Arc;

use chrono::{Datelike, Months, NaiveDate};
use egui::{Key, Modifiers, Ui};
use uuid::Uuid;

use super::norms::layout::quiet;
use crate::desktop::action::{Action, Document, ReportOf};
use crate::desktop::app::menu::key_word;
use crate::desktop::icons;
use crate::desktop::keys::{self, ActionInfo};
use crate::desktop::theme::{Kind, measure, space};
use crate::desktop::widgets::button::{Button, icon_button};
use crate::desktop::widgets::{badge, card, state};
use crate::documents::replay as documents;
use crate::locale::{Arg, Lang};
use crate::views::norms::PilotBrief;
use crate::views::pilot::{PilotView, ReplayView};

/// What can be done here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Act {
    Pilot,
    Previous,
    Next,
    Table,
    Xlsx,
    Csv,
}

const BACKWARDS: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

const ACTS: [ActionInfo<Act>; 6] = [
    ActionInfo::new(Act::Pilot, "report-act-pilot", icons::HOURGLASS_MEDIUM).plain(Key::P),
    ActionInfo::new(Act::Previous, "report-act-previous", icons::CARET_LEFT).plain(Key::ArrowLeft),
    ActionInfo::new(Act::Next, "report-act-next", icons::CARET_RIGHT).plain(Key::ArrowRight),
    ActionInfo::new(Act::Table, "report-act-table", icons::TABLE).plain(Key::T),
    ActionInfo::new(Act::Csv, "report-act-csv", icons::DOWNLOAD_SIMPLE).shortcut(BACKWARDS, Key::E),
    ActionInfo::new(Act::Xlsx, "report-act-xlsx", icons::DOWNLOAD_SIMPLE).command(Key::E),
];

/// Keys of this page, for F1.
pub const KEYS: &[(&str, &str)] = &[
    ("P", "report-act-pilot"),
    ("← →", "report-key-month"),
    ("T", "report-act-table"),
    ("Ctrl+E", "report-act-xlsx"),
    ("Ctrl+Shift+E", "report-act-csv"),
];

/// Which days the report is about.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Period {
    /// The floor chooses: the pilot's closed days, else the last closed month with work in it.
    #[default]
    Usual,
    /// The closed days of the pilot.
    Pilot,
    /// The month of this first day.
    Month(NaiveDate),
}

/// What the page shows.
#[derive(Debug)]
pub struct View<'a> {
    /// The set.
    pub set: Uuid,
    /// Its pilot in short, where there is one.
    pub brief: Option<&'a PilotBrief>,
    /// Where the pilot stands, once it has come.
    pub pilot: Option<&'a PilotView>,
    /// The replay that has come.
    pub replay: Option<&'a ReplayView>,
    /// Why one of them has not come.
    pub trouble: Option<String>,
    /// The running work day.
    pub today: NaiveDate,
}

impl View<'_> {
    /// The report on screen: what was asked for, as far as it is here.
    fn shown(&self) -> Option<&ReplayView> {
        self.replay.filter(|replay| replay.set == self.set)
    }

    fn pilot(&self) -> Option<&PilotView> {
        self.pilot.filter(|pilot| pilot.set == self.set)
    }
}

/// What the page remembers.
#[derive(Debug, Default)]
pub struct Form {
    set: Option<Uuid>,
    period: Period,
    /// What is asked for now.
    asked: Option<ReportOf>,
    tables: tables::Form,
}

impl Form {
    /// The page is left: nothing is asked for any more.
    pub fn leave(&mut self, actions: &mut Vec<Action>) {
        if self.asked.take().is_some() {
            actions.push(Action::SelectReport(None));
        }
    }

    /// Asks for what is to be shown.
    fn follow(&mut self, view: &View<'_>, actions: &mut Vec<Action>) {
        if self.set != Some(view.set) {
            *self = Self { set: Some(view.set), asked: self.asked, tables: self.tables, ..Self::default() };
        }
        if self.period == Period::Pilot && view.brief.is_none() {
            self.period = Period::Usual;
        }
        let days = match self.period {
            Period::Usual => None,
            Period::Pilot => view.brief.map(|brief| (brief.from, brief.to)),
            Period::Month(first) => Some((first, last_of(first))),
        };
        let wanted = ReportOf { set: view.set, pilot: view.brief.is_some(), days };
        if self.asked != Some(wanted) {
            self.asked = Some(wanted);
            actions.push(Action::SelectReport(Some(wanted)));
        }
    }

    /// Whether the days on screen are the pilot's.
    fn of_pilot(&self, view: &View<'_>) -> bool {
        match self.period {
            Period::Pilot => true,
            Period::Month(_) => false,
            Period::Usual => view.brief.is_some_and(|brief| brief.closed_days > 0),
        }
    }

    /// The month on screen, by its first day.
    fn month(&self, view: &View<'_>) -> NaiveDate {
        match self.period {
            Period::Month(first) => first,
            Period::Usual if !self.of_pilot(view) => {
                view.shown().map_or_else(|| month_before(first_of(view.today)), |replay| first_of(replay.from))
            }
            Period::Usual | Period::Pilot => month_before(first_of(view.today)),
        }
    }

    fn act(&mut self, lang: Lang, view: &View<'_>, act: Act, actions: &mut Vec<Action>) {
        let month = self.month(view);
        // Leaving the pilot's days one comes to the last month first.
        let here = self.of_pilot(view);
        match act {
            Act::Pilot if view.brief.is_some() => self.period = Period::Pilot,
            Act::Pilot => {}
            Act::Previous => self.period = Period::Month(if here { month } else { month_before(month) }),
            Act::Next if here => self.period = Period::Month(month),
            Act::Next => {
                let next = month.checked_add_months(Months::new(1)).unwrap_or(month);
                if next < first_of(view.today) {
                    self.period = Period::Month(next);
                }
            }
            Act::Table => self.tables.turn(),
            Act::Xlsx | Act::Csv => {
                if let Some(replay) = view.shown() {
                    actions.push(Action::Save(document(lang, replay, self.tables.kind(), act == Act::Csv)));
                }
            }
        }
    }
}

fn first_of(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

fn month_before(first: NaiveDate) -> NaiveDate {
    first.checked_sub_months(Months::new(1)).unwrap_or(first)
}

fn last_of(first: NaiveDate) -> NaiveDate {
    first.checked_add_months(Months::new(1)).and_then(|next| next.pred_opt()).unwrap_or(first)
}

/// The report as a file: all of it as a workbook, or the table on screen as CSV.
fn document(lang: Lang, replay: &ReplayView, kind: tables::Kind, csv: bool) -> Document {
    let ending = if csv { "csv" } else { "xlsx" };
    let name: String = replay.name.chars().map(|letter| if letter.is_alphanumeric() { letter } else { '-' }).collect();
    let file = format!("{}_{}_{}.{ending}", name.trim_matches('-'), replay.from, replay.to);
    let replay = replay.clone();
    let make = move || {
        if csv {
            let table = match kind {
                tables::Kind::People => documents::people(&replay, None),
                tables::Kind::Actions => documents::actions(&replay, None),
                tables::Kind::Days => documents::days(&replay, None),
            };
            return table.csv().map_err(|error| error.to_string());
        }
        crate::documents::table::workbook(&documents::sheets(&replay, lang)).map_err(|error| error.to_string())
    };
    Document { file, make: Arc::new(make) }
}

/// Draws the page; says whether what did not come is to be asked for once more.
pub fn show(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form, actions: &mut Vec<Action>) -> bool {
    if let Some(pressed) = keys::pressed(ui.ctx(), &ACTS) {
        form.act(lang, view, pressed.id, actions);
    }
    let pressed = bar(ui, lang, view, form);
    if let Some(act) = pressed {
        form.act(lang, view, act, actions);
    }
    form.follow(view, actions);
    let mut again = false;
    standing(ui, lang, view);
    match (view.shown(), &view.trouble) {
        (Some(replay), _) if replay.closed_days > 0 => {
            figures::show(ui, lang, replay, view.brief.filter(|_| form.of_pilot(view)));
            card::card(ui, "", |ui| figures::picture(ui, lang, replay));
            tables::show(ui, lang, replay, &mut form.tables);
        }
        (Some(replay), _) => nothing(ui, lang, view, replay),
        (None, Some(text)) => {
            card::card(ui, "", |ui| again = state::error(ui, &lang.t("app-not-loaded"), text, &lang.t("app-retry")));
        }
        (None, None) => {
            card::card(ui, "", |ui| state::loading(ui, &lang.t("report-loading"), 8));
        }
    }
    if let Some(pilot) = view.pilot().filter(|pilot| !pilot.today.is_empty()) {
        tables::today(ui, lang, pilot);
    }
    again
}

fn key_of(ui: &Ui, lang: Lang, act: Act) -> String {
    let info = ACTS.iter().find(|info| info.id == act);
    info.map(|info| info.key_text(ui.ctx(), &key_word(lang))).unwrap_or_default()
}

/// The days chosen on the left, the files on the right.
fn bar(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &Form) -> Option<Act> {
    let mut pressed = None;
    let row = egui::vec2(ui.available_width(), measure::CONTROL);
    ui.allocate_ui_with_layout(row, egui::Layout::left_to_right(egui::Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        let here = form.of_pilot(view);
        if view.brief.is_some() {
            let (word, key) = (lang.t("report-pilot"), key_of(ui, lang, Act::Pilot));
            let button = if here { Button::secondary(&word).selected(true) } else { Button::quiet(&word) };
            if button.key(&key).icon(icons::HOURGLASS_MEDIUM).show(ui).clicked() {
                pressed = Some(Act::Pilot);
            }
            ui.add_space(space::S);
        }
        let name = |act| lang.t(ACTS.iter().find(|info| info.id == act).map_or("", |info| info.name_key));
        let key = key_of(ui, lang, Act::Previous);
        if icon_button(ui, icons::CARET_LEFT, &name(Act::Previous), &key).clicked() {
            pressed = Some(Act::Previous);
        }
        let month = lang.month(form.month(view));
        let button = if here { Button::quiet(&month) } else { Button::secondary(&month).selected(true) };
        if button.icon(icons::CALENDAR).width(176.0).show(ui).clicked() && here {
            pressed = Some(Act::Next);
        }
        let key = key_of(ui, lang, Act::Next);
        if icon_button(ui, icons::CARET_RIGHT, &name(Act::Next), &key).clicked() {
            pressed = Some(Act::Next);
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            let ready = view.shown().is_some_and(|replay| replay.closed_days > 0);
            for (act, word) in [(Act::Xlsx, "XLSX"), (Act::Csv, "CSV")] {
                let tooltip = format!("{} · {}", name(act), key_of(ui, lang, act));
                let button = Button::secondary(word).icon(icons::DOWNLOAD_SIMPLE).tooltip(&tooltip).enabled(ready);
                if button.show(ui).clicked() {
                    pressed = Some(act);
                }
            }
        });
    });
    pressed
}

/// Where the pilot stands, and that its weights are provisional where no set is in force.
fn standing(ui: &mut Ui, lang: Lang, view: &View<'_>) {
    let Some(brief) = view.brief else { return };
    let (from, to) = (lang.date(brief.from), lang.date(brief.to));
    let named = [
        ("from", Arg::Text(&from)),
        ("to", Arg::Text(&to)),
        ("closed", Arg::Count(brief.closed_days)),
        ("needed", Arg::Count(brief.needed_days)),
    ];
    quiet(ui, &lang.with("report-standing", &named));
    if view.pilot().is_some_and(|pilot| pilot.provisional) {
        badge::banner(ui, Kind::Warn, &lang.t("report-provisional"), "");
    }
}

/// No closed day with work lies in these days: says which days, and what else there is to look at.
fn nothing(ui: &mut Ui, lang: Lang, view: &View<'_>, replay: &ReplayView) {
    card::card(ui, "", |ui| {
        let (from, to) = (lang.date(replay.from), lang.date(replay.to));
        let title = lang.with("report-empty", &[("from", Arg::Text(&from)), ("to", Arg::Text(&to))]);
        let text = lang.t(if view.brief.is_some() { "report-empty-pilot" } else { "report-empty-text" });
        state::empty(
            ui,
            &state::Empty { icon: icons::CALENDAR_DOTS, title: &title, text: &text, ..state::Empty::default() },
        );
    });
}
