//! Writing an objection: to a day, a correction, an absence or a line of the statement, each chosen from what is one's own.

use egui::{Key, Modifiers, Ui};
use uuid::Uuid;

use super::{OBJECT, View};
use crate::desktop::action::Action;
use crate::desktop::screens::desk;
use crate::desktop::screens::norms::{layout, words};
use crate::desktop::theme::Kind;
use crate::desktop::widgets::badge;
use crate::desktop::widgets::button::choices;
use crate::desktop::widgets::choose::{self, Choose};
use crate::desktop::widgets::field::{self, Field};
use crate::desktop::widgets::pick::Item;
use crate::domain::month::Month;
use crate::domain::objection::About as Subject;
use crate::floor::command::{Command, DepartmentCommand, ObjectionRaise};
use crate::locale::Lang;

/// What an objection that is being written needs to choose from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// One's own corrected tickets.
    Corrected,
    /// One's own absences of a month.
    Absences(Month),
    /// One's own statement of a month.
    Statement(Month),
}

/// What the objection is about.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum What {
    #[default]
    Day,
    Correction,
    Absence,
    Statement,
}

impl What {
    fn word(self) -> &'static str {
        match self {
            Self::Day => "work-what-day",
            Self::Correction => "work-what-correction",
            Self::Absence => "work-what-absence",
            Self::Statement => "work-what-statement",
        }
    }
}

/// What the dialog remembers.
#[derive(Debug, Default)]
pub(super) struct Form {
    open: Option<Uuid>,
    what: What,
    day: String,
    ticket: (choose::State, Option<Uuid>),
    version: Option<i64>,
    absence: (choose::State, Option<Uuid>),
    month: String,
    line: (choose::State, Option<String>),
    text: String,
    fresh: bool,
    tried: bool,
    busy: bool,
    error: String,
}

impl Form {
    /// Opens the dialog; about something already chosen, or to choose.
    pub(super) fn begin(&mut self, about: Option<&Subject>, lang: Lang) {
        *self = Self { open: Some(Uuid::now_v7()), fresh: true, ..Self::default() };
        match about {
            None => {}
            Some(Subject::Day(day)) => self.day = words::typed_date(lang, *day),
            Some(Subject::Correction { ticket, version }) => {
                (self.what, self.ticket.1, self.version) = (What::Correction, Some(*ticket), *version);
            }
            Some(Subject::Absence(absence)) => (self.what, self.absence.1) = (What::Absence, Some(*absence)),
            Some(Subject::Statement { month, line }) => {
                (self.what, self.line.1) = (What::Statement, line.clone());
                self.month = words::typed_month(lang, *month);
            }
        }
    }

    /// What there is to choose from.
    pub(super) fn wanted(&self) -> Option<Wanted> {
        self.open?;
        match self.what {
            What::Day => None,
            What::Correction => Some(Wanted::Corrected),
            What::Absence => words::read_month(&self.month).map(Wanted::Absences),
            What::Statement => words::read_month(&self.month).map(Wanted::Statement),
        }
    }

    /// Takes a refusal; `false` when the dialog was not open.
    pub(super) fn refused(&mut self, text: &str) -> bool {
        self.busy = false;
        if self.open.is_some() {
            text.clone_into(&mut self.error);
        }
        self.open.is_some()
    }

    /// The objection was accepted: the dialog closes.
    pub(super) fn accepted(&mut self) {
        *self = Self::default();
    }

    fn is_choosing(&self) -> bool {
        self.ticket.0.is_open() || self.absence.0.is_open() || self.line.0.is_open()
    }

    fn about(&self) -> Option<Subject> {
        match self.what {
            What::Day => words::date(&self.day).map(Subject::Day),
            What::Correction => self.ticket.1.map(|ticket| Subject::Correction { ticket, version: self.version }),
            What::Absence => self.absence.1.map(Subject::Absence),
            What::Statement => {
                let month = words::read_month(&self.month)?;
                Some(Subject::Statement { month, line: self.line.1.clone() })
            }
        }
    }
}

/// Draws the dialog while it is open, and sends the objection.
pub(super) fn dialog(ui: &Ui, lang: Lang, view: &View<'_>, form: &mut Form, actions: &mut Vec<Action>) {
    let Some(objection) = form.open else { return };
    let mut send = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
    if form.month.is_empty() {
        form.month = words::typed_month(lang, Month::of(view.tasks.today));
    }
    let shown = layout::dialog(ui, lang, &lang.t("work-object-title"), 620.0, |ui| {
        layout::quiet(ui, &lang.t("work-object-text"));
        kinds(ui, lang, view, form);
        subject(ui, lang, view, form);
        let [label, lacks] = ["work-object-what", "work-object-lacks"].map(|key| lang.t(key));
        let error = if form.tried && form.text.trim().is_empty() { lacks.as_str() } else { "" };
        let response = field::text(ui, &Field { lines: 3, error, ..Field::new(&label) }, &mut form.text);
        // Where the subject is chosen already, the words are all that is left.
        if form.about().is_some() && std::mem::take(&mut form.fresh) {
            response.request_focus();
        }
        if !form.error.is_empty() {
            badge::banner(ui, Kind::Bad, &form.error, "");
        }
        send |= layout::send(ui, &lang.t("work-object-send"), !form.busy);
    });
    if shown.closed && !form.is_choosing() {
        *form = Form::default();
        return;
    }
    if !send || form.busy {
        return;
    }
    form.tried = true;
    form.error.clear();
    let text = form.text.trim().to_owned();
    let Some(about) = form.about().filter(|_| !text.is_empty()) else { return };
    form.busy = true;
    let raise = DepartmentCommand::ObjectionRaise(ObjectionRaise { objection, about, text });
    actions.push(Action::Send { tag: OBJECT, command: Box::new(Command::Department(raise)) });
}

/// The kinds of things that may be objected to by who looks.
fn kinds(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form) {
    let may = view.me.may;
    let kinds: Vec<What> = [
        (What::Day, true),
        (What::Correction, may.tickets),
        (What::Absence, may.absences),
        (What::Statement, may.my_pay),
    ]
    .into_iter()
    .filter_map(|(what, shown)| shown.then_some(what))
    .collect();
    let names: Vec<String> = kinds.iter().map(|what| lang.t(what.word())).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let place = kinds.iter().position(|what| *what == form.what).unwrap_or(0);
    if let Some(what) = choices(ui, &names, place).and_then(|place| kinds.get(place)) {
        form.what = *what;
        form.tried = false;
    }
}

fn subject(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form) {
    let lacks = if form.tried && form.about().is_none() { lang.t("work-object-about-lacks") } else { String::new() };
    match form.what {
        What::Day => {
            let (label, hint) = (lang.t("work-what-day"), words::typed_date(lang, view.tasks.today));
            let field = Field { placeholder: &hint, error: &lacks, width: Some(160.0), ..Field::new(&label) };
            let response = field::text(ui, &field, &mut form.day);
            if form.day.is_empty() && std::mem::take(&mut form.fresh) {
                response.request_focus();
            }
        }
        What::Correction => corrections(ui, lang, view, form, &lacks),
        What::Absence => {
            months(ui, lang, form);
            absences(ui, lang, view, form, &lacks);
        }
        What::Statement => {
            months(ui, lang, form);
            lines(ui, lang, view, form);
        }
    }
}

fn months(ui: &mut Ui, lang: Lang, form: &mut Form) {
    let (label, bad) = (lang.t("work-object-month"), lang.t("work-bad-month"));
    let error = if words::read_month(&form.month).is_none() { bad.as_str() } else { "" };
    field::text(ui, &Field { error, width: Some(160.0), ..Field::new(&label) }, &mut form.month);
}

fn corrections(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form, lacks: &str) {
    let found = view.corrected.map(|view| view.found.as_slice()).unwrap_or_default();
    let words: Vec<(String, String)> = found
        .iter()
        .map(|one| {
            let client = one.ticket.client.clone().unwrap_or_default();
            let name = format!("{} · {client} · {}", lang.date(one.work_day), desk::done(lang, &one.ticket));
            (one.ticket.ticket.to_string(), name)
        })
        .collect();
    let ids: Vec<Uuid> = found.iter().map(|one| one.ticket.ticket).collect();
    if let Some(place) = choose(ui, lang, ("work-what-correction", lacks), &words, &mut form.ticket, &ids) {
        form.version = found.get(place).map(|one| one.ticket.version);
        form.fresh = true;
    }
}

fn absences(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form, lacks: &str) {
    let own = view.absences.map(|view| view.absences.as_slice()).unwrap_or_default();
    let own: Vec<_> = own.iter().filter(|one| one.person == view.me.code).collect();
    let kinds = view.absences.map(|view| view.kinds.as_slice()).unwrap_or_default();
    let kind = |code: &str| {
        let found = kinds.iter().find(|kind| kind.kind == code);
        found.map_or_else(|| code.to_owned(), |kind| words::name(lang, &kind.name_ru, Some(&kind.name_en)).to_owned())
    };
    let words: Vec<(String, String)> = own
        .iter()
        .map(|one| {
            let name =
                format!("{}: {} – {}", kind(&one.kind), words::moment(lang, &one.from), words::moment(lang, &one.to));
            (one.absence.to_string(), name)
        })
        .collect();
    let ids: Vec<Uuid> = own.iter().map(|one| one.absence).collect();
    // Once the subject is chosen, the words come next.
    form.fresh |= choose(ui, lang, ("work-what-absence", lacks), &words, &mut form.absence, &ids).is_some();
}

/// A choice among one's own; gives the place chosen now.
fn choose(
    ui: &mut Ui,
    lang: Lang,
    (label, lacks): (&str, &str),
    words: &[(String, String)],
    (state, chosen): &mut (choose::State, Option<Uuid>),
    ids: &[Uuid],
) -> Option<usize> {
    let [label, placeholder, nothing] = [label, "work-object-choose", "work-object-none"].map(|key| lang.t(key));
    let items: Vec<Item<'_>> = words.iter().map(|(id, name)| Item { id, name, code: "", group: "" }).collect();
    let hint = if items.is_empty() { nothing.as_str() } else { lacks };
    let place = ids.iter().position(|id| Some(*id) == *chosen);
    let choice = Choose { label: &label, placeholder: &placeholder, nothing: &nothing, key: "", hint };
    let picked = choice.show(ui, state, &items, place);
    if let Some(id) = picked.and_then(|place| ids.get(place)) {
        *chosen = Some(*id);
    }
    picked
}

/// A line of the statement, or all of it.
fn lines(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form) {
    let mut kinds: Vec<String> = view
        .statement
        .map(|statement| statement.account.lines.iter().map(|line| line.kind.clone()).collect())
        .unwrap_or_default();
    kinds.sort();
    kinds.dedup();
    let [label, whole, nothing] = ["work-object-line", "work-object-whole", "work-object-none"].map(|key| lang.t(key));
    let names: Vec<String> = kinds.iter().map(|kind| lang.t(&format!("pay-line-{kind}"))).collect();
    let items: Vec<Item<'_>> = std::iter::once(Item { id: "", name: &whole, code: "", group: "" })
        .chain(kinds.iter().zip(&names).map(|(id, name)| Item { id, name, code: "", group: "" }))
        .collect();
    let (state, chosen) = &mut form.line;
    let place = items.iter().position(|item| item.id == chosen.as_deref().unwrap_or_default());
    let choice = Choose { label: &label, placeholder: &whole, nothing: &nothing, key: "", hint: "" };
    if let Some(item) = choice.show(ui, state, &items, place).and_then(|place| items.get(place)) {
        *chosen = Some(item.id.to_owned()).filter(|line| !line.is_empty());
        form.fresh = true;
    }
}
