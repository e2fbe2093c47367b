//! The reviews of a fresh floor or person: five daily ones, then three weekly, each ticked off by whoever held it, with what was seen.

use egui::{Key, Modifiers, Ui};
use uuid::Uuid;

use super::{About, Act, Form as Screen, START, View, name_of};
use crate::desktop::action::Action;
use crate::desktop::icons;
use crate::desktop::screens::norms::{layout, words};
use crate::desktop::screens::rows::{self, Row};
use crate::desktop::theme::{Kind, measure, space};
use crate::desktop::widgets::choose::{self, Choose};
use crate::desktop::widgets::field::{self, Field};
use crate::desktop::widgets::pick::Item;
use crate::desktop::widgets::{badge, card, state};
use crate::domain::code::Code;
use crate::floor::command::{ChecklistStart, Command, DepartmentCommand};
use crate::locale::{Arg, Lang};
use crate::views::tasks::{ChecklistItem, ChecklistView};

/// What the page remembers.
#[derive(Debug, Default)]
pub(super) struct Form {
    row: Option<usize>,
    wanted: Option<Uuid>,
    open: Option<Uuid>,
    person: (choose::State, Option<String>),
    from: String,
    busy: bool,
    error: String,
}

impl Form {
    /// Goes to what is due on this checklist.
    pub(super) fn choose(&mut self, checklist: Option<Uuid>) {
        self.wanted = checklist;
    }

    /// Takes a refusal; `false` when the dialog was not open.
    pub(super) fn refused(&mut self, text: &str) -> bool {
        self.busy = false;
        if self.open.is_some() {
            text.clone_into(&mut self.error);
        }
        self.open.is_some()
    }

    /// The start was accepted: the dialog closes.
    pub(super) fn accepted(&mut self) {
        *self = Self { row: self.row, ..Self::default() };
    }
}

/// The rows of all checklists, in the order they are shown.
fn items<'a>(view: &View<'a>) -> Vec<(&'a ChecklistView, &'a ChecklistItem)> {
    view.tasks.checklists.iter().flat_map(|list| list.items.iter().map(move |item| (list, item))).collect()
}

/// Draws the page.
pub(super) fn show(ui: &mut Ui, lang: Lang, view: &View<'_>, screen: &mut Screen, act: Option<Act>) {
    let mut begin = act == Some(Act::New) && view.tasks.may_give;
    let all = items(view);
    if let Some(wanted) = screen.starts.wanted.take() {
        let open = |list: &ChecklistView, item: &ChecklistItem| list.checklist == wanted && item.ticked.is_none();
        screen.starts.row = all.iter().position(|(list, item)| open(list, item));
    }
    if all.is_empty() {
        card::card(ui, "", |ui| {
            let (title, text, word) =
                (lang.t("work-starts-empty"), lang.t("work-starts-empty-text"), lang.t("work-start"));
            let button = if view.tasks.may_give { word.as_str() } else { "" };
            let empty = state::Empty {
                icon: icons::LIST_CHECKS,
                title: &title,
                text: &text,
                button,
                button_icon: icons::PLUS,
                key: "N",
            };
            begin |= state::empty(ui, &empty);
        });
    }
    let entered = rows::keys(ui, &mut screen.starts.row, all.len(), false);
    let mut opened = screen.starts.row.filter(|_| entered);
    let mut place = 0;
    for list in &view.tasks.checklists {
        opened = one(ui, lang, view, list, &mut place, screen.starts.row).or(opened);
    }
    if let Some((list, item)) = opened.and_then(|place| all.get(place)) {
        screen.starts.row = opened;
        if list.may_tick && item.ticked.is_none() {
            screen.say.ask(About::Tick(list.checklist, item.item));
        }
    }
    if begin {
        let from = words::typed_date(lang, view.tasks.today);
        screen.starts = Form { open: Some(Uuid::now_v7()), from, ..Form::default() };
    }
}

/// A checklist; gives the row that was pressed. `place` counts the rows of all checklists.
fn one(
    ui: &mut Ui,
    lang: Lang,
    view: &View<'_>,
    list: &ChecklistView,
    place: &mut usize,
    row: Option<usize>,
) -> Option<usize> {
    let whom = match (&list.person, &list.department) {
        (Some(person), _) => person.name.clone(),
        (None, Some(department)) => department.name.clone(),
        (None, None) => lang.t("work-start-floor"),
    };
    let from = lang.date(list.from);
    let title = lang.with("work-start-of", &[("whom", Arg::Text(&whom)), ("from", Arg::Text(&from))]);
    let done = list.items.iter().filter(|item| item.ticked.is_some()).count();
    let (kind, word) = if list.finished {
        (Kind::Ok, lang.t("work-start-finished"))
    } else {
        let said = [("done", Arg::from(done)), ("all", Arg::from(list.items.len()))];
        (Kind::Neutral, lang.with("work-start-done-of", &said))
    };
    let mut pressed = None;
    let right = |ui: &mut Ui| drop(badge::badge(ui, kind, &word));
    card::card_with(ui, &title, right, |ui| {
        card::columns_apart(ui, 2, space::M, |columns| {
            let half = list.items.len().div_ceil(2);
            for (number, item) in list.items.iter().enumerate() {
                let Some(column) = columns.get_mut(usize::from(number >= half)) else { continue };
                column.spacing_mut().item_spacing.y = 2.0;
                if item_row(column, lang, view, item, row == Some(*place)) && list.may_tick {
                    pressed = Some(*place);
                }
                *place += 1;
            }
        });
    });
    pressed
}

fn item_row(ui: &mut Ui, lang: Lang, view: &View<'_>, item: &ChecklistItem, chosen: bool) -> bool {
    let today = view.tasks.today;
    let day = lang.date(item.due);
    let said = [("item", Arg::Count(item.item)), ("day", Arg::Text(&day))];
    let title = lang.with(&format!("work-start-{}", item.kind), &said);
    let (icon, kind, note) = match item.ticked {
        Some(on) => {
            let on = lang.date(on);
            let by = item.ticked_by.as_deref().map(|code| name_of(view, code)).unwrap_or_default();
            let text = lang.with("work-start-ticked", &[("day", Arg::Text(&on)), ("person", Arg::Text(&by))]);
            let seen = item.note.as_ref().map(|note| format!(" · {note}")).unwrap_or_default();
            (icons::CHECK_CIRCLE, Kind::Ok, format!("{text}{seen}"))
        }
        None if item.overdue => (icons::WARNING_CIRCLE, Kind::Bad, lang.t("work-start-overdue")),
        None if item.due == today => (icons::CIRCLE, Kind::Accent, lang.t("work-start-today")),
        None => (icons::CIRCLE, Kind::Neutral, lang.t("work-start-ahead")),
    };
    let strong = item.ticked.is_none() && item.due <= today;
    rows::row(ui, &Row { icon, kind, title: &title, note: &note, aside: "", strong }, chosen).clicked()
}

/// The dialog that starts the reviews.
pub(super) fn dialog(ui: &Ui, lang: Lang, view: &View<'_>, form: &mut Form, actions: &mut Vec<Action>) {
    let Some(checklist) = form.open else { return };
    let mut send = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
    let from = words::date(&form.from);
    let shown = layout::dialog(ui, lang, &lang.t("work-start-title"), 520.0, |ui| {
        layout::quiet(ui, &lang.t("work-start-text"));
        let [label, whole, nothing, day, bad] =
            ["work-start-whom", "work-start-whole", "work-nobody", "work-start-from", "orders-bad-date"]
                .map(|key| lang.t(key));
        let people = view.people.map(|view| view.people.as_slice()).unwrap_or_default();
        let items: Vec<Item<'_>> = std::iter::once(Item { id: "", name: &whole, code: "", group: "" })
            .chain(people.iter().map(|one| Item { id: &one.code, name: &one.name, code: &one.code, group: "" }))
            .collect();
        let (state, person) = &mut form.person;
        let chosen = items.iter().position(|item| item.id == person.as_deref().unwrap_or_default());
        let choose = Choose { label: &label, placeholder: &whole, nothing: &nothing, key: "", hint: "" };
        if let Some(item) = choose.show(ui, state, &items, chosen).and_then(|place| items.get(place)) {
            *person = Some(item.id.to_owned()).filter(|code| !code.is_empty());
        }
        let error = if from.is_none() { bad.as_str() } else { "" };
        field::text(ui, &Field { error, width: Some(160.0), ..Field::new(&day) }, &mut form.from);
        if !form.error.is_empty() {
            badge::banner(ui, Kind::Bad, &form.error, "");
        }
        ui.add_space(measure::ROW / 4.0);
        send |= layout::send(ui, &lang.t("work-start-send"), !form.busy);
    });
    if shown.closed && !form.person.0.is_open() {
        *form = Form { row: form.row, ..Form::default() };
        return;
    }
    if send && !form.busy && from.is_some() {
        form.busy = true;
        form.error.clear();
        let person = form.person.1.as_deref().and_then(|code| Code::new(code).ok());
        let start = DepartmentCommand::ChecklistStart(ChecklistStart { checklist, person, from });
        actions.push(Action::Send { tag: START, command: Box::new(Command::Department(start)) });
    }
}
