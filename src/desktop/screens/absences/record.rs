//! The dialog that records an absence or downtime of one or several people, or corrects an absence.
//!
//! What is typed stays until the floor has accepted it. Several people's absences go out one after another; who was refused is named,
//! and those before stay recorded.

use std::collections::VecDeque;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use egui::{Key, Modifiers, Ui};
use uuid::Uuid;

use super::board::Chosen;
use super::words;
use crate::desktop::icons;
use crate::desktop::screens::norms::layout::{self, Shown};
use crate::desktop::screens::norms::words as typed;
use crate::desktop::theme::{Kind, measure, space};
use crate::desktop::widgets::button::{Button, choices};
use crate::desktop::widgets::choose::{self, Choose};
use crate::desktop::widgets::field::{self, Field};
use crate::desktop::widgets::pick::Item;
use crate::desktop::widgets::{badge, card};
use crate::domain::absence::{DowntimeCause, When};
use crate::domain::code::Code;
use crate::floor::command::{AbsenceAdd, AbsenceChange, AbsenceCommand, Command, DowntimeAdd};
use crate::locale::{Arg, Lang};
use crate::views::absences::AbsencesView;

const WIDTH: f32 = 620.0;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    Absence,
    Downtime,
}

/// What is being recorded.
#[derive(Debug)]
pub(super) struct Record {
    what: What,
    people: Vec<(String, String)>,
    /// The absence that is corrected.
    change: Option<Uuid>,
    kind: Option<String>,
    pick: choose::State,
    cause: usize,
    part: bool,
    from: String,
    to: String,
    from_time: String,
    to_time: String,
    note: String,
    queue: VecDeque<(String, Command)>,
    sent: usize,
    fresh: bool,
    tried: bool,
    error: String,
}

impl Record {
    /// A record of who and what is chosen; an absence that stands there alone is corrected.
    pub fn new(lang: Lang, chosen: &Chosen<'_>, idle: bool) -> Self {
        let people = chosen.people.iter().map(|person| (person.person.clone(), person.name.clone())).collect();
        let old = chosen.absence.filter(|_| !idle);
        let (first, last) = old.map_or((chosen.first, chosen.last), |old| (old.first_day, old.last_day));
        let clock = |moment: Option<&String>, other: &str| {
            moment.and_then(|moment| moment.get(11..16)).unwrap_or(other).to_owned()
        };
        let timed = old.filter(|old| !old.whole);
        Self {
            what: if idle { What::Downtime } else { What::Absence },
            people,
            change: old.map(|old| old.absence),
            kind: old.map(|old| old.kind.clone()),
            pick: choose::State::default(),
            cause: 0,
            part: timed.is_some(),
            from: typed::typed_date(lang, first),
            to: typed::typed_date(lang, last),
            from_time: clock(timed.map(|old| &old.from), "09:00"),
            to_time: clock(timed.map(|old| &old.to), "18:00"),
            note: String::new(),
            queue: VecDeque::new(),
            sent: 0,
            fresh: true,
            tried: false,
            error: String::new(),
        }
    }

    fn is_idle(&self) -> bool {
        self.what == What::Downtime
    }

    /// How many commands it took.
    pub fn sent(&self) -> usize {
        self.sent
    }

    /// What is said when all of it is recorded.
    pub fn done(&self, lang: Lang) -> String {
        let key = match (self.change.is_some(), self.is_idle()) {
            (true, _) => "board-changed",
            (false, true) => "board-idle-recorded",
            (false, false) => "board-recorded",
        };
        lang.with(key, &[("count", self.sent.max(1).into())])
    }

    /// One command was accepted; gives the next.
    pub fn accepted(&mut self) -> Option<Command> {
        self.queue.pop_front();
        self.sent += 1;
        self.queue.front().map(|(_, command)| command.clone())
    }

    /// The floor refused: those who are recorded are done, the others stay in the dialog.
    pub fn refused(&mut self, text: &str) {
        let left: Vec<String> = self.queue.drain(..).map(|(person, _)| person).collect();
        if !self.is_idle() && self.people.len() > 1 {
            self.people.retain(|(code, _)| left.contains(code));
        }
        let who = self.people.first().filter(|_| !self.is_idle() && left.len() > 1).map(|(_, name)| name.clone());
        self.error = who.map_or_else(|| text.to_owned(), |name| format!("{name}: {text}"));
    }

    fn dates(&self) -> Option<(NaiveDate, NaiveDate)> {
        typed::date(&self.from).zip(typed::date(&self.to))
    }

    fn times(&self) -> Option<(NaiveTime, NaiveTime)> {
        clock(&self.from_time).zip(clock(&self.to_time))
    }

    /// The ends as they go out; a time at or before the first one lies on the next day.
    fn ends(&self) -> Option<(When, When)> {
        let (first, last) = self.dates().filter(|(first, last)| first <= last)?;
        if !self.part {
            return Some((When::Day(first), When::Day(last)));
        }
        let (from, to) = self.times()?;
        let begin = NaiveDateTime::new(first, from);
        let end = NaiveDateTime::new(last, to);
        let end = if end <= begin { end.checked_add_days(chrono::Days::new(1))? } else { end };
        Some((When::Local(begin), When::Local(end)))
    }

    fn reason(&self) -> Option<String> {
        Some(self.note.trim().to_owned()).filter(|note| !note.is_empty())
    }

    /// What goes out; nothing while something is missing.
    fn commands(&self) -> Option<VecDeque<(String, Command)>> {
        let (from, to) = self.ends()?;
        let codes: Vec<Code> = self.people.iter().filter_map(|(code, _)| Code::new(code).ok()).collect();
        let named = |command| Command::Absence(command);
        if self.is_idle() {
            let cause = *DowntimeCause::ALL.get(self.cause)?;
            let add = DowntimeAdd { downtime: Uuid::now_v7(), people: codes, from, to, cause, reason: self.reason() };
            return Some(VecDeque::from([(String::new(), named(AbsenceCommand::DowntimeAdd(add)))]));
        }
        let kind = self.kind.clone()?;
        if let Some(absence) = self.change {
            let reason = Some(self.reason()?);
            let change =
                AbsenceChange { absence, from: Some(from), to: Some(to), kind: Some(kind), cancel: false, reason };
            return Some(VecDeque::from([(String::new(), named(AbsenceCommand::AbsenceChange(change)))]));
        }
        let add = |person: Code| {
            let (kind, reason) = (kind.clone(), self.reason());
            let add = AbsenceAdd { absence: Uuid::now_v7(), person: person.clone(), from, to, kind, reason };
            (person.to_string(), named(AbsenceCommand::AbsenceAdd(add)))
        };
        Some(codes.into_iter().map(add).collect())
    }

    fn send(&mut self) -> Option<Command> {
        self.tried = true;
        self.queue = self.commands()?;
        self.error.clear();
        self.queue.front().map(|(_, command)| command.clone())
    }
}

fn clock(text: &str) -> Option<NaiveTime> {
    NaiveTime::parse_from_str(text.trim(), "%H:%M").ok()
}

/// Draws the dialog; gives the command to send.
pub(super) fn show(
    ui: &Ui,
    lang: Lang,
    board: &AbsencesView,
    record: &mut Record,
    busy: bool,
) -> Shown<Option<Command>> {
    let confirmed = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
    let title = lang.t(match (record.change.is_some(), record.is_idle()) {
        (true, _) => "board-change-title",
        (false, true) => "board-idle-title",
        (false, false) => "board-record-title",
    });
    let shown = layout::dialog(ui, lang, &title, WIDTH, |ui| body(ui, lang, board, record, busy));
    let closed = shown.closed && !record.pick.is_open();
    let inner = if (shown.inner || confirmed) && !busy { record.send() } else { None };
    Shown { closed, inner }
}

fn body(ui: &mut Ui, lang: Lang, board: &AbsencesView, record: &mut Record, busy: bool) -> bool {
    let names: Vec<&str> = record.people.iter().map(|(_, name)| name.as_str()).collect();
    layout::fact(ui, &lang.t("board-field-who"), &names.join(", "));
    if record.is_idle() {
        layout::name(ui, &lang.t("board-field-cause"));
        let words = DowntimeCause::ALL.map(|cause| lang.t(&format!("downtime-{}", cause.as_str())));
        let names: Vec<&str> = words.iter().map(String::as_str).collect();
        if let Some(cause) = choices(ui, &names, record.cause) {
            record.cause = cause;
        }
        let stays = DowntimeCause::ALL.get(record.cause) == Some(&DowntimeCause::Employee);
        layout::caption(ui, &lang.t(if stays { "board-cause-stays" } else { "board-cause-leaves" }));
    } else {
        kind(ui, lang, board, record);
    }
    stretch(ui, lang, record);
    let label = lang.t(if record.change.is_some() { "board-field-why" } else { "board-field-note" });
    let missing = record.tried && record.change.is_some() && record.reason().is_none();
    let needed = lang.t("board-why-needed");
    let field = Field { error: if missing { &needed } else { "" }, keep_line: true, ..Field::new(&label) };
    field::text(ui, &field, &mut record.note);
    if !record.error.is_empty() {
        badge::banner(ui, Kind::Bad, &record.error, "");
    }
    let word = lang.t(if record.change.is_some() { "board-change-save" } else { "board-save" });
    let row = egui::vec2(ui.available_width(), measure::PRIMARY);
    ui.allocate_ui_with_layout(row, egui::Layout::right_to_left(egui::Align::Center), |ui| {
        Button::primary(&word).icon(icons::CHECK).key("Ctrl+Enter").enabled(!busy).show(ui).clicked()
    })
    .inner
}

/// The kind, found by typing its name or letter; what it means for the plan stands below.
fn kind(ui: &mut Ui, lang: Lang, board: &AbsencesView, record: &mut Record) {
    let kinds = &board.kinds;
    let rows: Vec<(String, String)> = kinds
        .iter()
        .map(|kind| (words::name(lang, &kind.kind, kinds), words::letter(lang, &kind.kind, kinds)))
        .collect();
    let items: Vec<Item<'_>> = kinds
        .iter()
        .zip(&rows)
        .map(|(kind, (name, letter))| Item { id: &kind.kind, name, code: letter, group: "" })
        .collect();
    let chosen = kinds.iter().position(|kind| record.kind.as_deref() == Some(&kind.kind));
    let hint = match chosen.and_then(|place| kinds.get(place)) {
        None if record.tried => lang.t("board-kind-needed"),
        None => lang.t("board-kind-hint"),
        Some(kind) => {
            let plan = lang.t(if kind.leaves_plan { "board-kind-leaves" } else { "board-kind-stays" });
            let cover = lang.t(if kind.covered_freely { "board-kind-free" } else { "board-kind-agreed" });
            let law = kind.law.as_deref().map(|law| format!(" {law}.")).unwrap_or_default();
            format!("{plan} {cover}{law}")
        }
    };
    let [label, placeholder, nothing] = ["board-field-kind", "board-find-kind", "board-no-kind"].map(|key| lang.t(key));
    let choose = Choose { label: &label, placeholder: &placeholder, nothing: &nothing, key: "", hint: &hint };
    if std::mem::take(&mut record.fresh) && record.change.is_none() {
        record.pick.number();
        record.pick.open();
    }
    if let Some(kind) = choose.show(ui, &mut record.pick, &items, chosen).and_then(|place| kinds.get(place)) {
        record.kind = Some(kind.kind.clone());
    }
}

/// Whole days, or from a time to a time.
fn stretch(ui: &mut Ui, lang: Lang, record: &mut Record) {
    let [whole, part] = ["board-whole", "board-part"].map(|key| lang.t(key));
    if let Some(chosen) = choices(ui, &[&whole, &part], usize::from(record.part)) {
        record.part = chosen == 1;
    }
    let [from, to, from_time, to_time, bad_date, bad_time, order] = [
        "board-field-from",
        "board-field-to",
        "board-field-from-time",
        "board-field-to-time",
        "orders-bad-date",
        "board-bad-time",
        "board-order",
    ]
    .map(|key| lang.t(key));
    let wrong = |text: &str| if typed::date(text).is_none() { bad_date.as_str() } else { "" };
    let from_error = wrong(&record.from);
    let backwards = record.dates().is_some_and(|(first, last)| last < first);
    let to_error = if backwards { order.as_str() } else { wrong(&record.to) };
    let late = |text: &str| if clock(text).is_none() { bad_time.as_str() } else { "" };
    let (from_late, to_late) = (late(&record.from_time), late(&record.to_time));
    let columns = if record.part { 4 } else { 2 };
    card::columns_apart(ui, columns, space::M, |columns| match columns {
        [first, second] => {
            field::text(first, &Field { error: from_error, ..Field::new(&from) }, &mut record.from);
            field::text(second, &Field { error: to_error, ..Field::new(&to) }, &mut record.to);
        }
        [first, second, third, fourth] => {
            field::text(first, &Field { error: from_error, ..Field::new(&from) }, &mut record.from);
            field::text(second, &Field { error: from_late, ..Field::new(&from_time) }, &mut record.from_time);
            field::text(third, &Field { error: to_error, ..Field::new(&to) }, &mut record.to);
            field::text(fourth, &Field { error: to_late, ..Field::new(&to_time) }, &mut record.to_time);
        }
        _ => {}
    });
    if let (Some((first, last)), false) = (record.dates(), record.part) {
        let days = last.signed_duration_since(first).num_days() + 1;
        layout::caption(ui, &lang.with("board-days", &[("count", Arg::Count(days.max(0)))]));
    }
}
