//! The dialogs of a person's schedule: a pattern from a day on, with what the month comes to by it before it is saved, and a single day.

use chrono::{Datelike, NaiveDate};
use egui::{Align, Layout, TextEdit, Ui, Vec2};

use super::{View, primary, words};
use crate::desktop::screens::norms::{layout, words as typed};
use crate::desktop::theme::{Kind, Theme, font, measure, space};
use crate::desktop::widgets::button::{Button, choices};
use crate::desktop::widgets::field::{self, Field};
use crate::desktop::widgets::{badge, card};
use crate::domain::code::Code;
use crate::domain::month::Month;
use crate::domain::schedule::{Cycle, Interval, Pattern, Week};
use crate::domain::units::BasisPoints;
use crate::floor::command::{ScheduleDay, ScheduleSet};
use crate::floor::question::AskSchedule;
use crate::locale::{Arg, Lang};
use crate::views::calendar::{SchedulePerson, SchedulesView};

/// What is wrong with what was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Fault {
    Date,
    Start,
    NoDays,
    Shift(String),
}

/// The schedule that is being filled in.
#[derive(Debug)]
pub(super) struct Edit {
    person: String,
    name: String,
    rate: BasisPoints,
    from: String,
    cycle: bool,
    week: [String; 7],
    start: String,
    days: String,
    fresh: bool,
    /// Why the floor refused.
    pub error: String,
}

fn lines(days: &[Vec<Interval>]) -> String {
    let line = |day: &Vec<Interval>| if day.is_empty() { "-".to_owned() } else { words::intervals(day) };
    days.iter().map(line).collect::<Vec<_>>().join("\n")
}

impl Edit {
    /// The schedule as it is, to hold otherwise from a day of the month on.
    pub fn new(lang: Lang, person: &SchedulePerson, view: &SchedulesView) -> Self {
        let from = view.today.max(view.month.first());
        let mut edit = Self {
            person: person.person.clone(),
            name: person.name.clone(),
            rate: person.rate_bp,
            from: typed::typed_date(lang, from),
            cycle: false,
            week: Default::default(),
            start: typed::typed_date(lang, from),
            days: String::new(),
            fresh: true,
            error: String::new(),
        };
        edit.fill(lang, &person.pattern.pattern);
        edit
    }

    fn fill(&mut self, lang: Lang, pattern: &Pattern) {
        match pattern {
            Pattern::Week(week) => {
                self.cycle = false;
                for (text, day) in self.week.iter_mut().zip(words::WEEK) {
                    *text = words::intervals(week.day(day));
                }
            }
            Pattern::Cycle(cycle) => {
                self.cycle = true;
                self.start = typed::typed_date(lang, cycle.start);
                self.days = lines(&cycle.days);
            }
        }
    }

    pub fn title(&self, lang: Lang) -> String {
        lang.with("schedule-title", &[("person", Arg::Text(&self.name))])
    }

    fn pattern(&self) -> Result<Pattern, Fault> {
        if self.cycle {
            let start = typed::date(&self.start).ok_or(Fault::Start)?;
            let days: Vec<Vec<Interval>> =
                self.days.trim().lines().map(words::read).collect::<Result<_, _>>().map_err(Fault::Shift)?;
            if days.is_empty() {
                return Err(Fault::NoDays);
            }
            return Ok(Pattern::Cycle(Cycle { start, days }));
        }
        let mut read = self.week.iter().map(|text| words::read(text).map_err(Fault::Shift));
        let mut next = || read.next().unwrap_or_else(|| Ok(Vec::new()));
        Ok(Pattern::Week(Week {
            mon: next()?,
            tue: next()?,
            wed: next()?,
            thu: next()?,
            fri: next()?,
            sat: next()?,
            sun: next()?,
        }))
    }

    fn wanted(&self) -> Result<(Code, NaiveDate, Pattern), Fault> {
        let from = typed::date(&self.from).ok_or(Fault::Date)?;
        let person = Code::new(&self.person).map_err(|_| Fault::Date)?;
        Ok((person, from, self.pattern()?))
    }

    /// The plan of the month in which it would begin.
    pub fn question(&self) -> Option<AskSchedule> {
        let (person, from, pattern) = self.wanted().ok()?;
        Some(AskSchedule { person, month: Month::of(from), from: Some(from), pattern: Some(pattern) })
    }

    pub fn command(&mut self) -> Option<ScheduleSet> {
        let (person, from, pattern) = self.wanted().ok()?;
        self.error.clear();
        Some(ScheduleSet { person, from, pattern })
    }
}

/// Everybody's pattern, and the usual shifts.
fn presets() -> [(&'static str, Option<&'static str>); 4] {
    [
        ("schedule-preset-five", None),
        ("schedule-preset-two", Some("08:00–20:00\n08:00–20:00\n-\n-")),
        ("schedule-preset-nights", Some("08:00–20:00\n20:00–08:00\n-\n-")),
        ("schedule-preset-day", Some("08:00–08:00\n-\n-\n-")),
    ]
}

/// Draws the dialog's body; says whether its button was pressed.
pub(super) fn body(ui: &mut Ui, lang: Lang, view: &View<'_>, edit: &mut Edit, busy: bool) -> bool {
    let fault = edit.wanted().err();
    let [from, bad_date] = ["schedule-field-from", "orders-bad-date"].map(|key| lang.t(key));
    let error = if fault == Some(Fault::Date) { bad_date.as_str() } else { "" };
    let fresh = std::mem::take(&mut edit.fresh);
    card::columns_apart(ui, 2, space::M, |columns| {
        let [first, second] = columns else { return };
        let response = field::text(first, &Field { error, keep_line: true, ..Field::new(&from) }, &mut edit.from);
        if fresh {
            response.request_focus();
        }
        let rate = lang.factor(edit.rate);
        layout::fact(second, &lang.t("schedule-col-rate"), &lang.with("schedule-rate", &[("rate", Arg::Text(&rate))]));
    });
    let [week, cycle] = ["schedule-week", "schedule-cycle"].map(|key| lang.t(key));
    if let Some(chosen) = choices(ui, &[&week, &cycle], usize::from(edit.cycle)) {
        edit.cycle = chosen == 1;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        ui.label(Theme::of(ui).caption(lang.t("schedule-presets")));
        for (word, days) in presets() {
            if Button::quiet(&lang.t(word)).show(ui).clicked() {
                match days {
                    None => edit.fill(lang, &Pattern::standard()),
                    Some(days) => {
                        edit.cycle = true;
                        days.clone_into(&mut edit.days);
                    }
                }
            }
        }
    });
    if edit.cycle {
        shifts(ui, lang, edit, fault.as_ref());
    } else {
        weekdays(ui, lang, edit);
    }
    if let Some(Fault::Shift(text)) = &fault {
        badge::banner(ui, Kind::Warn, &lang.with("schedule-bad-shift", &[("text", Arg::Text(text))]), "");
    }
    plan(ui, lang, view, edit, fault.is_none());
    if !edit.error.is_empty() {
        badge::banner(ui, Kind::Bad, &edit.error, "");
    }
    primary(ui, &lang.t("schedule-save"), busy)
}

/// A line a weekday.
fn weekdays(ui: &mut Ui, lang: Lang, edit: &mut Edit) {
    layout::caption(ui, &lang.t("schedule-week-hint"));
    let free = lang.t("schedule-free");
    card::columns_apart(ui, 2, space::L, |columns| {
        for column in columns.iter_mut() {
            column.spacing_mut().item_spacing.y = space::XS;
        }
        let [left, right] = columns else { return };
        for (place, (text, day)) in edit.week.iter_mut().zip(words::WEEK).enumerate() {
            let ui = if place < 5 { &mut *left } else { &mut *right };
            let name = words::weekday(lang, day);
            let row = Vec2::new(ui.available_width(), measure::CONTROL);
            ui.allocate_ui_with_layout(row, Layout::left_to_right(Align::Center), |ui| {
                let label = egui::RichText::new(&name).font(font::caption_bold()).color(Theme::of(ui).muted);
                ui.add_sized(Vec2::new(32.0, measure::CONTROL), egui::Label::new(label));
                shift(ui, &name, text, &free);
            });
        }
    });
}

fn shift(ui: &mut Ui, name: &str, text: &mut String, empty: &str) {
    let hint = Theme::of(ui).quiet(empty);
    let edit = TextEdit::singleline(text)
        .desired_width(ui.available_width())
        .align(egui::Align2::LEFT_CENTER)
        .min_size(Vec2::new(0.0, measure::CONTROL))
        .hint_text(hint);
    ui.add(edit).accessible_name(name);
}

/// A cycle: its first day, and a line a day.
fn shifts(ui: &mut Ui, lang: Lang, edit: &mut Edit, fault: Option<&Fault>) {
    let [start, days, hint, start_hint, bad_date, none] = [
        "schedule-field-start",
        "schedule-field-days",
        "schedule-days-hint",
        "schedule-start-hint",
        "orders-bad-date",
        "schedule-no-days",
    ]
    .map(|key| lang.t(key));
    let start_error = if fault == Some(&Fault::Start) { bad_date.as_str() } else { "" };
    let days_error = if fault == Some(&Fault::NoDays) { none.as_str() } else { "" };
    layout::pair(ui, 200.0, |ui, first| {
        if first {
            let field = Field { error: start_error, hint: &start_hint, ..Field::new(&start) };
            field::text(ui, &field, &mut edit.start);
        } else {
            let field = Field { error: days_error, hint: &hint, lines: 6, ..Field::new(&days) };
            field::text(ui, &field, &mut edit.days);
        }
    });
}

/// What the month comes to by what is in the dialog, as the floor says.
fn plan(ui: &mut Ui, lang: Lang, view: &View<'_>, edit: &Edit, fits: bool) {
    let month = typed::date(&edit.from).map(Month::of);
    match (view.plan.filter(|plan| fits && plan.person == edit.person && Some(plan.month) == month), view.plan_trouble)
    {
        (_, Some(text)) if fits => {
            badge::banner(ui, Kind::Warn, text, "");
        }
        (Some(plan), _) => {
            let month = lang.month(plan.month.first());
            let Some((norm, scheduled)) = plan.norm_cmin.zip(plan.scheduled_cmin) else {
                let year = plan.month.first().year().to_string();
                badge::banner(ui, Kind::Warn, &lang.with("schedule-no-calendar", &[("year", Arg::Text(&year))]), "");
                return;
            };
            let [norm, scheduled] = [norm, scheduled].map(|minutes| lang.minutes(minutes));
            let now = plan.now_cmin.map(|minutes| lang.minutes(minutes)).unwrap_or_default();
            let named = [
                ("month", Arg::Text(&month)),
                ("scheduled", Arg::Text(&scheduled)),
                ("norm", Arg::Text(&norm)),
                ("now", Arg::Text(&now)),
            ];
            badge::banner(ui, Kind::Accent, &lang.with("schedule-plan", &named), "");
        }
        _ => layout::caption(ui, &lang.t("schedule-plan-none")),
    }
}

/// A single day that is being filled in.
#[derive(Debug)]
pub(super) struct Single {
    person: String,
    name: String,
    date: String,
    /// A shift, a free day, or the schedule's day again.
    what: usize,
    shift: String,
    tried: bool,
    fresh: bool,
    /// Why the floor refused.
    pub error: String,
}

impl Single {
    pub fn new(lang: Lang, person: &SchedulePerson, view: &SchedulesView) -> Self {
        let day = view.today.max(view.month.first());
        Self {
            person: person.person.clone(),
            name: person.name.clone(),
            date: typed::typed_date(lang, day),
            what: 0,
            shift: String::new(),
            tried: false,
            fresh: true,
            error: String::new(),
        }
    }

    pub fn title(&self, lang: Lang) -> String {
        lang.with("schedule-single-title", &[("person", Arg::Text(&self.name))])
    }

    pub fn command(&mut self) -> Option<ScheduleDay> {
        self.tried = true;
        let date = typed::date(&self.date)?;
        let person = Code::new(&self.person).ok()?;
        let intervals = match self.what {
            0 => Some(words::read(&self.shift).ok().filter(|list| !list.is_empty())?),
            1 => Some(Vec::new()),
            _ => None,
        };
        self.error.clear();
        Some(ScheduleDay { person, date, intervals })
    }
}

/// Draws the body of a single day; says whether its button was pressed.
pub(super) fn single(ui: &mut Ui, lang: Lang, single: &mut Single, busy: bool) -> bool {
    layout::quiet(ui, &lang.t("schedule-single-text"));
    let [date, shift, bad, not_read, hint, one, free, again] = [
        "calendar-field-date",
        "schedule-field-shift",
        "orders-bad-date",
        "schedule-not-read",
        "schedule-shift-hint",
        "schedule-single-shift",
        "schedule-single-free",
        "schedule-single-again",
    ]
    .map(|key| lang.t(key));
    if let Some(what) = choices(ui, &[&one, &free, &again], single.what) {
        single.what = what;
    }
    let date_error = if typed::date(&single.date).is_none() { bad.as_str() } else { "" };
    let read = words::read(&single.shift);
    let wrong = read.is_err() || (single.tried && read.is_ok_and(|list| list.is_empty()));
    let shift_error = if wrong { not_read.as_str() } else { "" };
    let (fresh, shows) = (std::mem::take(&mut single.fresh), single.what == 0);
    card::columns_apart(ui, 2, space::M, |columns| {
        let [first, second] = columns else { return };
        let field = Field { error: date_error, keep_line: true, ..Field::new(&date) };
        let response = field::text(first, &field, &mut single.date);
        if fresh {
            response.request_focus();
        }
        if shows {
            let field = Field { error: shift_error, hint: &hint, ..Field::new(&shift) };
            field::text(second, &field, &mut single.shift);
        }
    });
    if !single.error.is_empty() {
        badge::banner(ui, Kind::Bad, &single.error, "");
    }
    primary(ui, &lang.t("schedule-save"), busy)
}
