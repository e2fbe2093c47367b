//! Giving a task to one person or several, with decisions that count when the result is accepted; or adding one of one's own, which never counts.
//!
//! Invariant: each person's task keeps its id until it is accepted, and they are sent one after another: what was refused stays in the dialog.

use chrono::NaiveDate;
use egui::{Key, Modifiers, Ui};
use uuid::Uuid;

use super::{GIVE, View};
use crate::desktop::action::Action;
use crate::desktop::icons;
use crate::desktop::screens::norms::{layout, words};
use crate::desktop::theme::{Kind, space};
use crate::desktop::widgets::badge;
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::field::{self, Field};
use crate::desktop::widgets::pick::{self, Item, SearchPick};
use crate::domain::code::Code;
use crate::domain::ticket::QUANTITY_MAX;
use crate::floor::command::{Command, DecisionGiven, DepartmentCommand, TaskAdd, TaskGive};
use crate::locale::{Arg, Lang};

const WIDTH: f32 = 640.0;

/// Whose task it becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Whose {
    /// The people chosen.
    Others,
    /// The person's own.
    Own,
}

/// What the dialog remembers.
#[derive(Debug, Default)]
pub(super) struct Form {
    open: Option<Whose>,
    /// Whom it is for, each with the id of their task.
    people: Vec<(String, Uuid)>,
    /// What takes back each that was accepted of what is being sent.
    given: Vec<Option<Command>>,
    /// The id of an own task.
    own: Option<Uuid>,
    title: String,
    text: String,
    due: String,
    decisions: Vec<(String, i64)>,
    person: pick::State,
    action: pick::State,
    /// The first field wants the keyboard.
    fresh: bool,
    tried: bool,
    busy: bool,
    error: String,
}

impl Form {
    /// Opens the dialog.
    pub(super) fn begin(&mut self, whose: Whose, person: Option<&str>, lang: Lang, today: NaiveDate) {
        let people = person.map(|person| (person.to_owned(), Uuid::now_v7())).into_iter().collect();
        let due = words::typed_date(lang, today);
        *self = Self { open: Some(whose), people, due, fresh: true, ..Self::default() };
    }

    /// Takes a refusal; `false` when it was not open.
    pub(super) fn refused(&mut self, text: &str) -> bool {
        self.busy = false;
        if self.open.is_some() {
            text.clone_into(&mut self.error);
        }
        self.open.is_some()
    }

    /// One was accepted, with what takes it back: the next is sent, or the dialog closes. Gives what takes all of them back, and what
    /// is to be said.
    pub(super) fn accepted(
        &mut self,
        undo: Option<Command>,
        lang: Lang,
        actions: &mut Vec<Action>,
    ) -> Option<(Vec<Command>, String)> {
        let whose = self.open?;
        self.given.push(undo);
        if whose == Whose::Others && !self.people.is_empty() {
            self.people.remove(0);
        }
        if let Some(command) = self.command().filter(|_| whose == Whose::Others && !self.people.is_empty()) {
            actions.push(Action::Send { tag: GIVE, command: Box::new(command) });
            return None;
        }
        let given = std::mem::take(&mut self.given);
        *self = Self::default();
        let said = match whose {
            Whose::Own => lang.t("work-added"),
            Whose::Others => lang.with("work-given", &[("count", Arg::from(given.len()))]),
        };
        Some((given.into_iter().flatten().collect(), said))
    }

    /// The next task to be sent, where everything is filled in.
    fn command(&mut self) -> Option<Command> {
        let title = Some(self.title.trim().to_owned()).filter(|title| !title.is_empty())?;
        let text = Some(self.text.trim().to_owned()).filter(|text| !text.is_empty());
        let due = words::date(&self.due)?;
        Some(Command::Department(match self.open? {
            Whose::Own => {
                let task = *self.own.get_or_insert_with(Uuid::now_v7);
                DepartmentCommand::TaskAdd(TaskAdd { task, title, text, due: Some(due) })
            }
            Whose::Others => {
                let (person, task) = self.people.first()?;
                let given = |(code, quantity): &(String, i64)| {
                    let action = Code::new(code).ok()?;
                    Some(DecisionGiven { action, quantity: *quantity, hard: 0, amount_minor: None, paid_on: None })
                };
                let decisions = self.decisions.iter().filter_map(given).collect();
                let person = Code::new(person).ok()?;
                DepartmentCommand::TaskGive(TaskGive { task: *task, person, title, text, due, decisions })
            }
        }))
    }
}

/// Draws the dialog while it is open, and sends what it asks for.
pub(super) fn dialog(ui: &Ui, lang: Lang, view: &View<'_>, form: &mut Form, actions: &mut Vec<Action>) {
    let Some(whose) = form.open else { return };
    let mut send = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
    let (title, word) = match whose {
        Whose::Others => (lang.t("work-give-title"), lang.t("work-give-send")),
        Whose::Own => (lang.t("work-add-title"), lang.t("work-add-send")),
    };
    let shown = layout::dialog(ui, lang, &title, WIDTH, |ui| {
        if whose == Whose::Others {
            people(ui, lang, view, form);
        }
        texts(ui, lang, view, form, whose);
        if whose == Whose::Others {
            decisions(ui, lang, view, form);
        } else {
            layout::quiet(ui, &lang.t("work-own-never-counts"));
        }
        if !form.error.is_empty() {
            badge::banner(ui, Kind::Bad, &form.error, "");
        }
        send |= layout::send(ui, &word, !form.busy);
    });
    let picking = form.person.open || form.action.open;
    if shown.closed && !form.busy && !picking {
        *form = Form::default();
        return;
    }
    if send && !form.busy {
        form.tried = true;
        form.error.clear();
        if let Some(command) = form.command().filter(|_| words::date(&form.due) >= Some(view.tasks.today)) {
            form.busy = true;
            actions.push(Action::Send { tag: GIVE, command: Box::new(command) });
        }
    }
}

fn people(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form) {
    let own = &view.me.code;
    let employed = |to: Option<NaiveDate>| to.is_none_or(|to| to >= view.tasks.today);
    let all = view.people.map(|view| view.people.as_slice()).unwrap_or_default();
    let all: Vec<_> = all.iter().filter(|one| one.code != *own && employed(one.to)).collect();
    let free: Vec<_> = all.iter().filter(|one| !form.people.iter().any(|(code, _)| *code == one.code)).collect();
    let items: Vec<Item<'_>> =
        free.iter().map(|one| Item { id: &one.code, name: &one.name, code: &one.code, group: "" }).collect();
    let [label, placeholder, nothing, everybody, lacks] =
        ["work-field-people", "work-find-person", "work-nobody", "work-choose-all", "work-lacks-people"]
            .map(|key| lang.t(key));
    let pick = SearchPick::new(&label, &placeholder, &nothing);
    let outcome = labelled(ui, &label, |ui| pick.show(ui, &mut form.person, &items));
    if form.fresh && form.people.is_empty() {
        outcome.response.request_focus();
        form.fresh = false;
    }
    if let Some(one) = outcome.picked.and_then(|place| free.get(place)) {
        form.people.push((one.code.clone(), Uuid::now_v7()));
        outcome.response.request_focus();
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::Vec2::splat(space::XS);
        let mut left = None;
        for (place, (code, _)) in form.people.iter().enumerate() {
            let name = all.iter().find(|one| one.code == *code).map_or(code.as_str(), |one| one.name.as_str());
            let tip = lang.with("work-take-off", &[("name", Arg::Text(name))]);
            if Button::secondary(name).icon(icons::X).tooltip(&tip).show(ui).clicked() {
                left = Some(place);
            }
        }
        if let Some(place) = left {
            form.people.remove(place);
        }
        if form.people.len() < all.len() && Button::quiet(&everybody).icon(icons::USERS).show(ui).clicked() {
            form.people.extend(free.iter().map(|one| (one.code.clone(), Uuid::now_v7())));
        }
    });
    if form.tried && form.people.is_empty() {
        badge::banner(ui, Kind::Bad, &lacks, "");
    }
}

/// A control with its name close above, as fields have it.
fn labelled<R>(ui: &mut Ui, label: &str, control: impl FnOnce(&mut Ui) -> R) -> R {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        layout::name(ui, label);
        control(ui)
    })
    .inner
}

fn texts(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form, whose: Whose) {
    let [title, hint, text, due, lacks, bad] = [
        "work-field-title",
        "work-field-title-hint",
        "work-field-text",
        "work-field-due",
        "work-lacks-title",
        "work-bad-due",
    ]
    .map(|key| lang.t(key));
    let error = if form.tried && form.title.trim().is_empty() { lacks.as_str() } else { "" };
    let response = field::text(ui, &Field { placeholder: &hint, error, ..Field::new(&title) }, &mut form.title);
    if form.fresh && (whose == Whose::Own || !form.people.is_empty()) {
        response.request_focus();
        form.fresh = false;
    }
    field::text(ui, &Field { lines: 2, ..Field::new(&text) }, &mut form.text);
    let right = words::date(&form.due).is_some_and(|due| due >= view.tasks.today);
    let error = if right || (form.due.trim().is_empty() && !form.tried) { "" } else { bad.as_str() };
    field::text(ui, &Field { error, width: Some(160.0), ..Field::new(&due) }, &mut form.due);
}

/// The decisions that count when the result is accepted: "тар 3" adds three.
fn decisions(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form) {
    let actions = view.actions.map(|view| view.actions.as_slice()).unwrap_or_default();
    let offered: Vec<_> = actions.iter().filter(|action| action.active).collect();
    let items: Vec<Item<'_>> = offered
        .iter()
        .map(|action| Item {
            id: &action.code,
            name: words::name(lang, &action.name_ru, action.name_en.as_deref()),
            code: &action.code,
            group: &action.group,
        })
        .collect();
    let [label, placeholder, nothing, quiet] =
        ["work-field-decisions", "work-find-action", "work-no-action", "work-counts-nothing"].map(|key| lang.t(key));
    let pick = SearchPick::new(&label, &placeholder, &nothing).counted();
    let outcome = labelled(ui, &label, |ui| pick.show(ui, &mut form.action, &items));
    if let Some(action) = outcome.picked.and_then(|place| offered.get(place)) {
        add(&mut form.decisions, &action.code, outcome.count.unwrap_or(1));
        outcome.response.request_focus();
    }
    if form.decisions.is_empty() {
        layout::caption(ui, &quiet);
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::Vec2::splat(space::XS);
        let mut left = None;
        for (place, (code, quantity)) in form.decisions.iter().enumerate() {
            let action = actions.iter().find(|action| action.code == *code);
            let name = action.map_or(code.as_str(), |one| words::name(lang, &one.name_ru, one.name_en.as_deref()));
            let word = format!("{name} × {}", lang.whole(*quantity));
            let tip = lang.with("work-take-off", &[("name", Arg::Text(&word))]);
            if Button::secondary(&word).icon(icons::X).tooltip(&tip).show(ui).clicked() {
                left = Some(place);
            }
        }
        if let Some(place) = left {
            form.decisions.remove(place);
        }
    });
}

fn add(decisions: &mut Vec<(String, i64)>, code: &str, count: i64) {
    match decisions.iter_mut().find(|(known, _)| known == code) {
        Some((_, quantity)) => *quantity = (*quantity + count).min(QUANTITY_MAX),
        None => decisions.push((code.to_owned(), count)),
    }
}
