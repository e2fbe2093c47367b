//! The dialog of an own day: what it is, what people call it, and in which calendar over the base it stands.

use chrono::{Datelike, NaiveDate};
use egui::Ui;

use super::primary;
use super::year::kind_key;
use crate::desktop::screens::norms::{layout, words as typed};
use crate::desktop::theme::{Kind, space};
use crate::desktop::widgets::button::choices;
use crate::desktop::widgets::field::{self, Field};
use crate::desktop::widgets::{badge, card};
use crate::domain::calendar::{CalendarDay, DayKind};
use crate::domain::code::Code;
use crate::floor::command::CalendarAdd;
use crate::locale::Lang;
use crate::views::calendar::{CalendarView, LayerView};

const KINDS: [DayKind; 4] = [DayKind::Holiday, DayKind::DayOff, DayKind::Short, DayKind::Working];

/// The own day that is being filled in.
#[derive(Debug)]
pub(super) struct Own {
    code: String,
    date: String,
    kind: usize,
    name: String,
    swap: String,
    tried: bool,
    fresh: bool,
    /// Why the floor refused.
    pub error: String,
}

/// The calendars over the base, newest last.
fn over(calendar: &CalendarView) -> impl DoubleEndedIterator<Item = &LayerView> {
    calendar.layers.iter().filter(|layer| !layer.base)
}

impl Own {
    /// An own day on the chosen date; one that stands there already is filled in.
    pub fn new(lang: Lang, calendar: &CalendarView, date: Option<NaiveDate>) -> Self {
        let there = date.and_then(|date| {
            over(calendar)
                .rev()
                .find_map(|layer| layer.days.iter().find(|day| day.date == date).map(|day| (layer, day)))
        });
        let first = there.map(|(layer, _)| layer).or_else(|| over(calendar).next());
        let code = first.map_or_else(|| format!("firm-{}", calendar.year), |layer| layer.code.clone());
        let day = there.map(|(_, day)| day);
        let date_of = |day: Option<NaiveDate>| day.map(|day| typed::typed_date(lang, day)).unwrap_or_default();
        Self {
            code,
            date: date_of(date),
            kind: day.and_then(|day| KINDS.iter().position(|kind| *kind == day.kind)).unwrap_or(0),
            name: day.and_then(|day| day.name.clone()).unwrap_or_default(),
            swap: date_of(day.and_then(|day| day.swapped_with)),
            tried: false,
            fresh: true,
            error: String::new(),
        }
    }

    /// The date, as typed.
    pub fn day(&self) -> Option<NaiveDate> {
        typed::date(&self.date)
    }

    fn kind(&self) -> DayKind {
        KINDS.get(self.kind).copied().unwrap_or(DayKind::Holiday)
    }

    fn date(&self, year: i32) -> Option<NaiveDate> {
        typed::date(&self.date).filter(|date| date.year() == year)
    }

    /// The calendar that goes out: its other days with this one.
    pub fn command(&mut self, calendar: Option<&CalendarView>) -> Option<CalendarAdd> {
        self.tried = true;
        let calendar = calendar?;
        let date = self.date(calendar.year)?;
        let code = Code::new(self.code.trim()).ok()?;
        let swapped_with = match (self.kind(), self.swap.trim().is_empty()) {
            (DayKind::Working, false) => Some(typed::date(&self.swap)?),
            _ => None,
        };
        if calendar.layers.iter().any(|layer| layer.base && layer.code == code.as_str()) {
            return None;
        }
        self.error.clear();
        let name = Some(self.name.trim().to_owned()).filter(|name| !name.is_empty());
        let known = over(calendar).find(|layer| layer.code == code.as_str());
        let mut days: Vec<CalendarDay> = known.map(|layer| layer.days.clone()).unwrap_or_default();
        days.retain(|day| day.date != date);
        days.push(CalendarDay { date, kind: self.kind(), swapped_with, name });
        days.sort_by_key(|day| day.date);
        Some(CalendarAdd { code, year: Some(calendar.year), days })
    }
}

/// The calendar that holds an own day on a date, without it.
pub(super) fn without(calendar: &CalendarView, date: NaiveDate) -> Option<CalendarAdd> {
    let layer = over(calendar).rev().find(|layer| layer.days.iter().any(|day| day.date == date))?;
    let days = layer.days.iter().filter(|day| day.date != date).cloned().collect();
    Some(CalendarAdd { code: Code::new(&layer.code).ok()?, year: Some(calendar.year), days })
}

/// Draws the dialog's body; says whether its button was pressed.
pub(super) fn body(ui: &mut Ui, lang: Lang, calendar: Option<&CalendarView>, own: &mut Own, busy: bool) -> bool {
    let Some(calendar) = calendar else { return false };
    layout::quiet(ui, &lang.t("calendar-own-text"));
    layout::name(ui, &lang.t("calendar-field-kind"));
    let names = KINDS.map(|kind| lang.t(kind_key(kind)));
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    if let Some(kind) = choices(ui, &names, own.kind) {
        own.kind = kind;
    }
    let [date, name, hint, code, code_hint, swap, swap_hint, bad, other_year, bad_code, base] = [
        "calendar-field-date",
        "calendar-field-name",
        "calendar-name-hint",
        "calendar-field-code",
        "calendar-code-hint",
        "calendar-field-swap",
        "calendar-swap-hint",
        "orders-bad-date",
        "calendar-other-year",
        "catalogue-bad-code",
        "calendar-code-base",
    ]
    .map(|key| lang.t(key));
    let working = own.kind() == DayKind::Working;
    let date_error = match (typed::date(&own.date), own.date(calendar.year)) {
        (None, _) if own.tried || !own.date.trim().is_empty() => bad.as_str(),
        (Some(_), None) => other_year.as_str(),
        _ => "",
    };
    let swap_error = if own.swap.trim().is_empty() || typed::date(&own.swap).is_some() { "" } else { &bad };
    let code_error = if Code::new(own.code.trim()).is_err() {
        bad_code.as_str()
    } else if calendar.layers.iter().any(|layer| layer.base && layer.code == own.code.trim()) {
        base.as_str()
    } else {
        ""
    };
    let fresh = std::mem::take(&mut own.fresh);
    card::columns_apart(ui, 2, space::M, |columns| {
        let [first, second] = columns else { return };
        let response =
            field::text(first, &Field { error: date_error, keep_line: true, ..Field::new(&date) }, &mut own.date);
        if fresh && own.date.is_empty() {
            response.request_focus();
        }
        let response = field::text(second, &Field { hint: &hint, ..Field::new(&name) }, &mut own.name);
        if fresh && !own.date.is_empty() {
            response.request_focus();
        }
    });
    // A row of its own, so that what stands under a field above moves neither.
    card::columns_apart(ui, 2, space::M, |columns| {
        let [first, second] = columns else { return };
        if working {
            let field = Field { error: swap_error, hint: &swap_hint, ..Field::new(&swap) };
            field::text(first, &field, &mut own.swap);
        }
        let field = Field { error: code_error, hint: &code_hint, ..Field::new(&code) };
        field::text(second, &field, &mut own.code);
    });
    if !own.error.is_empty() {
        badge::banner(ui, Kind::Bad, &own.error, "");
    }
    primary(ui, &lang.t("calendar-own-save"), busy)
}
