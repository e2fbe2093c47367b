//! The supervisor's notes on people and on days of theirs, seen by that person; added, and taken back with a reason.

use chrono::NaiveDate;
use egui::{Key, Modifiers, Ui};
use uuid::Uuid;

use super::{About, Act, Form as Screen, NOTE, View, waits};
use crate::desktop::action::Action;
use crate::desktop::icons;
use crate::desktop::screens::norms::{layout, words};
use crate::desktop::screens::rows::{self, Row};
use crate::desktop::theme::{Kind, measure};
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::choose::{self, Choose};
use crate::desktop::widgets::field::{self, Field};
use crate::desktop::widgets::pick::Item;
use crate::desktop::widgets::{badge, card, state};
use crate::domain::code::Code;
use crate::floor::command::{Command, DepartmentCommand, NoteAdd};
use crate::locale::{Arg, Lang};
use crate::views::tasks::{NoteView, NotesView};

/// What the page and its dialog remember.
#[derive(Debug, Default)]
pub(super) struct Form {
    chosen: Option<Uuid>,
    open: Option<Uuid>,
    person: (choose::State, Option<String>),
    day: String,
    text: String,
    fresh: bool,
    tried: bool,
    busy: bool,
    error: String,
}

impl Form {
    /// Shows this note.
    pub(super) fn choose(&mut self, note: Option<Uuid>) {
        self.chosen = note;
    }

    /// Opens the dialog.
    pub(super) fn begin(&mut self, person: Option<&str>, day: Option<NaiveDate>, lang: Lang) {
        let day = day.map(|day| words::typed_date(lang, day)).unwrap_or_default();
        let person = (choose::State::default(), person.map(str::to_owned));
        *self = Self { open: Some(Uuid::now_v7()), person, day, fresh: true, ..Self::default() };
    }

    /// Takes a refusal; `false` when the dialog was not open.
    pub(super) fn refused(&mut self, text: &str) -> bool {
        self.busy = false;
        if self.open.is_some() {
            text.clone_into(&mut self.error);
        }
        self.open.is_some()
    }

    /// The note was accepted: the dialog closes.
    pub(super) fn accepted(&mut self) {
        *self = Self { chosen: self.open, ..Self::default() };
    }
}

/// Draws the page; says whether to ask once more.
pub(super) fn show(ui: &mut Ui, lang: Lang, view: &View<'_>, screen: &mut Screen, act: Option<Act>) -> bool {
    let Some(list) = view.notes else { return waits(ui, lang, view.trouble) };
    let mut begin = act == Some(Act::New) && list.may_write;
    let room = layout::card_room(ui).max(6.0 * measure::ROW);
    card::card(ui, "", |ui| {
        ui.set_min_height(room);
        if list.notes.is_empty() {
            begin |= nothing(ui, lang, list);
            return;
        }
        let mut row = list.notes.iter().position(|note| Some(note.note) == screen.notes.chosen);
        rows::keys(ui, &mut row, list.notes.len(), false);
        let scroll = egui::ScrollArea::vertical().id_salt("work-notes").max_height(room);
        scroll.auto_shrink([false, true]).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            for (place, note) in list.notes.iter().enumerate() {
                if one(ui, lang, note, row == Some(place)) {
                    row = Some(place);
                }
            }
        });
        screen.notes.chosen = row.and_then(|row| list.notes.get(row)).map(|note| note.note).or(screen.notes.chosen);
        let chosen = list.notes.iter().find(|note| Some(note.note) == screen.notes.chosen && note.may_cancel);
        if let Some(note) = chosen {
            let pressed = Button::secondary(&lang.t("work-note-withdraw")).icon(icons::PROHIBIT).key("Del").show(ui);
            if pressed.clicked() || act == Some(Act::Cancel) {
                screen.say.ask(About::Withdraw(note.note));
            }
        }
    });
    if begin {
        screen.notes.begin(None, None, lang);
    }
    false
}

fn nothing(ui: &mut Ui, lang: Lang, list: &NotesView) -> bool {
    let (title, word) = (lang.t("work-notes-empty"), lang.t("work-note"));
    let text = lang.t(if list.may_write { "work-notes-empty-text" } else { "work-notes-empty-own" });
    let button = if list.may_write { word.as_str() } else { "" };
    let empty =
        state::Empty { icon: icons::NOTE, title: &title, text: &text, button, button_icon: icons::PLUS, key: "N" };
    state::empty(ui, &empty)
}

fn one(ui: &mut Ui, lang: Lang, note: &NoteView, chosen: bool) -> bool {
    let about = match note.date {
        Some(day) => {
            let day = lang.date(day);
            lang.with("work-note-of-day", &[("name", Arg::Text(&note.name)), ("day", Arg::Text(&day))])
        }
        None => note.name.clone(),
    };
    let caption = format!("{about} · {}", note.written_by_name);
    let written = lang.date(note.written_on);
    let row = Row {
        icon: icons::NOTE,
        kind: Kind::Accent,
        title: &note.text,
        note: &caption,
        aside: &written,
        strong: false,
    };
    rows::row(ui, &row, chosen).clicked()
}

/// The dialog that writes a note.
pub(super) fn dialog(ui: &Ui, lang: Lang, view: &View<'_>, form: &mut Form, actions: &mut Vec<Action>) {
    let Some(note) = form.open else { return };
    let mut send = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
    let date = words::date(&form.day);
    let wrong = date.is_none() && !form.day.trim().is_empty();
    let shown = layout::dialog(ui, lang, &lang.t("work-note-title"), 560.0, |ui| {
        layout::quiet(ui, &lang.t("work-note-text"));
        person(ui, lang, view, form);
        let [day, day_hint, bad, text, lacks] =
            ["work-note-day", "work-note-day-hint", "orders-bad-date", "work-note-words", "work-note-lacks"]
                .map(|key| lang.t(key));
        let error = if wrong { bad.as_str() } else { "" };
        let field = Field { hint: &day_hint, error, width: Some(160.0), ..Field::new(&day) };
        field::text(ui, &field, &mut form.day);
        let error = if form.tried && form.text.trim().is_empty() { lacks.as_str() } else { "" };
        let response = field::text(ui, &Field { lines: 3, error, ..Field::new(&text) }, &mut form.text);
        if form.person.1.is_some() && std::mem::take(&mut form.fresh) {
            response.request_focus();
        }
        if !form.error.is_empty() {
            badge::banner(ui, Kind::Bad, &form.error, "");
        }
        send |= layout::send(ui, &lang.t("work-note-send"), !form.busy);
    });
    if shown.closed && !form.person.0.is_open() {
        *form = Form { chosen: form.chosen, ..Form::default() };
        return;
    }
    if !send || form.busy || wrong {
        return;
    }
    form.tried = true;
    form.error.clear();
    let text = form.text.trim().to_owned();
    let person = form.person.1.as_deref().and_then(|code| Code::new(code).ok());
    if let Some(person) = person.filter(|_| !text.is_empty()) {
        form.busy = true;
        let add = DepartmentCommand::NoteAdd(NoteAdd { note, person, date, text });
        actions.push(Action::Send { tag: NOTE, command: Box::new(Command::Department(add)) });
    }
}

fn person(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form) {
    let people = view.people.map(|view| view.people.as_slice()).unwrap_or_default();
    let items: Vec<Item<'_>> =
        people.iter().map(|one| Item { id: &one.code, name: &one.name, code: &one.code, group: "" }).collect();
    let [label, placeholder, nothing, lacks] =
        ["work-note-whom", "work-find-person", "work-nobody", "work-lacks-people"].map(|key| lang.t(key));
    let (state, chosen) = &mut form.person;
    if chosen.is_none() && std::mem::take(&mut form.fresh) {
        state.open();
    }
    let place = items.iter().position(|item| Some(item.id) == chosen.as_deref());
    let hint = if form.tried && chosen.is_none() { lacks.as_str() } else { "" };
    let choose = Choose { label: &label, placeholder: &placeholder, nothing: &nothing, key: "", hint };
    if let Some(item) = choose.show(ui, state, &items, place).and_then(|place| items.get(place)) {
        *chosen = Some(item.id.to_owned());
        form.fresh = true;
    }
}
