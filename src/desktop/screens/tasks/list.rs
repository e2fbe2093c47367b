//! The table of tasks: today's and overdue first, found by typing, narrowed by what waits and by person, sorted by any column; the chosen one beside it.

use egui::{ComboBox, Ui};
use uuid::Uuid;

use super::{About, Act, Form as Screen, View, detail, give, own_now};
use crate::desktop::action::Action;
use crate::desktop::icons;
use crate::desktop::keys;
use crate::desktop::screens::norms::layout::{self, Side};
use crate::desktop::screens::study::pieces::find_field;
use crate::desktop::theme::{Kind, Theme, font, measure, size, space};
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::find::Query;
use crate::desktop::widgets::table::{self, Head, Order, Table, Width};
use crate::desktop::widgets::{card, ink, state};
use crate::locale::{Arg, Lang};
use crate::views::tasks::{TaskView, TasksView};

/// Which tasks are shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Shown {
    /// All that are not finished, the overdue first.
    #[default]
    Open,
    /// For today and before.
    Now,
    /// Results that wait to be accepted.
    ToAccept,
    /// Finished in the last 30 days.
    Finished,
}

impl Shown {
    const ALL: [Self; 4] = [Self::Open, Self::Now, Self::ToAccept, Self::Finished];

    fn word(self) -> &'static str {
        match self {
            Self::Open => "work-shown-open",
            Self::Now => "work-shown-now",
            Self::ToAccept => "work-shown-accept",
            Self::Finished => "work-shown-finished",
        }
    }

    fn of(self, view: &TasksView) -> Vec<&TaskView> {
        match self {
            Self::Open => view.now.iter().chain(&view.later).chain(&view.to_accept).collect(),
            Self::Now => view.now.iter().collect(),
            Self::ToAccept => view.to_accept.iter().collect(),
            Self::Finished => view.finished.iter().collect(),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Due,
    Title,
    Person,
    State,
    Minutes,
}

/// What the table remembers.
#[derive(Debug, Default)]
pub(super) struct Form {
    shown: Shown,
    find: String,
    find_wanted: bool,
    person: Option<String>,
    sort: Option<(Column, Order)>,
    chosen: Option<Uuid>,
    /// The task that was come for, until it has been found.
    come_for: Option<Uuid>,
}

impl Form {
    /// Shows this task, wherever it stands.
    pub(super) fn choose(&mut self, task: Option<Uuid>) {
        *self = Self { chosen: task, come_for: task, ..Self::default() };
    }

    /// Narrows to one person.
    pub(super) fn of_person(&mut self, person: &str) {
        *self = Self { person: Some(person.to_owned()), ..Self::default() };
    }

    fn rows<'a>(&self, view: &'a TasksView) -> Vec<&'a TaskView> {
        let query = Query::new(&self.find);
        let holds = |task: &TaskView| {
            let all = format!("{} {} {}", task.title, task.name, task.text.as_deref().unwrap_or_default());
            self.person.as_ref().is_none_or(|person| *person == task.person)
                && (query.is_empty() || query.rank(&all, &task.person).is_some())
        };
        let mut rows: Vec<&TaskView> = self.shown.of(view).into_iter().filter(|task| holds(task)).collect();
        if let Some((column, order)) = self.sort {
            match column {
                Column::Due => rows.sort_by_key(|task| task.due),
                Column::Title => rows.sort_by_key(|task| task.title.to_lowercase()),
                Column::Person => rows.sort_by_key(|task| task.name.to_lowercase()),
                Column::State => rows.sort_by_key(|task| (!task.overdue, task.state.clone())),
                Column::Minutes => rows.sort_by_key(|task| task.kpi_cmin),
            }
            if order == Order::Falling {
                rows.reverse();
            }
        }
        rows
    }
}

/// Draws the page.
pub(super) fn show(
    ui: &mut Ui,
    lang: Lang,
    view: &View<'_>,
    screen: &mut Screen,
    act: Option<Act>,
    actions: &mut Vec<Action>,
) {
    // A task that was come for may be finished already.
    let come_for = screen.list.come_for.take();
    if come_for.is_some_and(|task| view.tasks.finished.iter().any(|one| one.task == task)) {
        screen.list.shown = Shown::Finished;
    }
    morning_line(ui, lang, view, actions);
    let left = (ui.available_width() - space::L) * 0.67;
    let mut acts: Vec<Act> = act.into_iter().collect();
    layout::split(ui, left, |ui, side| match side {
        Side::Left => table_of(ui, lang, view, screen, &mut acts),
        Side::Right => {
            let chosen = chosen(view.tasks, &screen.list);
            acts.extend(detail::show(ui, lang, chosen, actions));
        }
    });
    for act in acts {
        carry_out(view, screen, act, lang, actions);
    }
}

fn chosen<'a>(view: &'a TasksView, form: &Form) -> Option<&'a TaskView> {
    let id = form.chosen?;
    let all = view.now.iter().chain(&view.later).chain(&view.to_accept).chain(&view.finished);
    all.into_iter().find(|task| task.task == id)
}

/// What the person has to do first thing: said in a line, with the way to calls that wait.
fn morning_line(ui: &mut Ui, lang: Lang, view: &View<'_>, actions: &mut Vec<Action>) {
    let waiting = view.tasks.unprocessed_before_today;
    if waiting > 0 && view.me.may.desk {
        let text = lang.with("work-unprocessed", &[("count", Arg::Count(waiting))]);
        if crate::desktop::widgets::badge::banner(ui, Kind::Warn, &text, &lang.t("work-to-desk")) {
            actions.push(Action::Go(crate::desktop::action::Place::Desk));
        }
    }
}

fn carry_out(view: &View<'_>, screen: &mut Screen, act: Act, lang: Lang, actions: &mut Vec<Action>) {
    let task = chosen(view.tasks, &screen.list);
    let today = view.tasks.today;
    match act {
        Act::New if view.tasks.may_give => screen.give.begin(give::Whose::Others, None, lang, today),
        Act::New | Act::Own if view.tasks.may_add => screen.give.begin(give::Whose::Own, None, lang, today),
        Act::Done => ask(screen, task.filter(|task| task.may_do).map(|task| About::Done(task.task))),
        Act::Accept => ask(screen, task.filter(|task| task.may_decide).map(|task| About::Accept(task.task))),
        Act::Return => ask(screen, task.filter(|task| task.may_decide).map(|task| About::Return(task.task))),
        Act::Cancel => {
            ask(screen, task.filter(|task| task.may_cancel).map(|task| About::Cancel(task.task, task.own)));
        }
        Act::Ticket => actions.extend(task.and_then(|task| task.ticket).map(Action::OpenTicket)),
        Act::Find => screen.list.find_wanted = true,
        Act::New | Act::Own => {}
    }
}

fn ask(screen: &mut Screen, about: Option<About>) {
    if let Some(about) = about {
        screen.say.ask(about);
    }
}

fn table_of(ui: &mut Ui, lang: Lang, view: &View<'_>, screen: &mut Screen, acts: &mut Vec<Act>) {
    let room = layout::card_room(ui).max(8.0 * measure::ROW);
    card::card(ui, "", |ui| {
        ui.set_min_height(room);
        let bottom = ui.cursor().top() + room;
        filters(ui, lang, view.tasks, &mut screen.list);
        let rows = screen.list.rows(view.tasks);
        if rows.is_empty() {
            return nothing(ui, lang, view, &screen.list, acts);
        }
        let left = bottom - ui.cursor().top() - size::SECTION - space::L;
        if let Some(task) = rows_table(ui, lang, view, &rows, &mut screen.list, left.max(4.0 * measure::ROW)) {
            acts.extend(main_act(task));
        }
        let counts = view.tasks.counts;
        let share = counts.late_bp.map_or_else(|| "—".to_owned(), |share| lang.per_cent(share));
        let said = [("due", Arg::Count(counts.due)), ("late", Arg::Count(counts.late)), ("share", Arg::Text(&share))];
        layout::caption(ui, &lang.with("work-late-line", &said));
    });
}

/// What Enter does to a task.
fn main_act(task: &TaskView) -> Option<Act> {
    if task.may_decide {
        Some(Act::Accept)
    } else if task.may_do {
        Some(Act::Done)
    } else {
        task.ticket.map(|_| Act::Ticket)
    }
}

/// Nothing fits what is typed and chosen, or there is no task at all.
fn nothing(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &Form, acts: &mut Vec<Act>) {
    let narrowed = !form.find.trim().is_empty() || form.person.is_some();
    if narrowed {
        state::line(ui, Kind::Neutral, icons::MAGNIFYING_GLASS, &lang.t("work-nothing-found"));
        return;
    }
    let key = match form.shown {
        Shown::Open => "work-empty",
        Shown::Now => "work-empty-now",
        Shown::ToAccept => "work-empty-accept",
        Shown::Finished => "work-empty-finished",
    };
    let (title, text) = (lang.t(key), lang.t(&format!("{key}-text")));
    let (button, icon, act) = match (view.tasks.may_give, view.tasks.may_add) {
        (true, _) => (lang.t("work-give"), icons::PLUS, Some(Act::New)),
        (false, true) => (lang.t("work-add"), icons::PLUS, Some(Act::Own)),
        (false, false) => (String::new(), "", None),
    };
    let button = if form.shown == Shown::Open { button } else { String::new() };
    let empty = state::Empty {
        icon: icons::CHECK_CIRCLE,
        title: &title,
        text: &text,
        button: &button,
        button_icon: icon,
        key: "",
    };
    if state::empty(ui, &empty) {
        acts.extend(act);
    }
}

fn filters(ui: &mut Ui, lang: Lang, view: &TasksView, form: &mut Form) {
    arrows(ui, form);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(space::XS, space::S);
        for shown in Shown::ALL {
            let name = lang.t(shown.word());
            let word = lang
                .with("review-page-count", &[("page", Arg::Text(&name)), ("count", Arg::from(shown.of(view).len()))]);
            let here = shown == form.shown;
            let button = if here { Button::secondary(&word).selected(true) } else { Button::quiet(&word) };
            if button.show(ui).clicked() {
                form.shown = shown;
                form.chosen = None;
            }
        }
    });
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let people = people_of(view);
        let combo = if people.len() > 1 { 200.0 + space::S } else { 0.0 };
        let (name, hint) = (lang.t("work-act-find"), lang.t("work-find-hint"));
        let width = (ui.available_width() - combo).clamp(160.0, measure::TEXT);
        find_field(ui, &name, &hint, &mut form.find, &mut form.find_wanted, width);
        if people.len() > 1 {
            person_combo(ui, lang, &people, form);
        }
    });
}

/// ← → go through what is shown, while no control has the keyboard.
fn arrows(ui: &Ui, form: &mut Form) {
    let held = ui.memory(|memory| memory.focused().is_some()) || keys::is_covered(ui.ctx());
    let taken = |key| !held && ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, key));
    let place = Shown::ALL.iter().position(|shown| *shown == form.shown).unwrap_or(0);
    let to = if taken(egui::Key::ArrowRight) {
        Shown::ALL.get(place + 1)
    } else if taken(egui::Key::ArrowLeft) {
        place.checked_sub(1).and_then(|place| Shown::ALL.get(place))
    } else {
        None
    };
    if let Some(to) = to {
        form.shown = *to;
        form.chosen = None;
    }
}

/// Everybody who has a task in the view, by name.
fn people_of(view: &TasksView) -> Vec<(String, String)> {
    let all = view.now.iter().chain(&view.later).chain(&view.to_accept).chain(&view.finished);
    let mut people: Vec<(String, String)> = all.map(|task| (task.name.clone(), task.person.clone())).collect();
    people.sort();
    people.dedup();
    people
}

fn person_combo(ui: &mut Ui, lang: Lang, people: &[(String, String)], form: &mut Form) {
    let every = lang.t("work-everybody");
    let chosen = people.iter().find(|(_, code)| Some(code) == form.person.as_ref());
    let chosen = chosen.map_or_else(|| every.clone(), |(name, _)| name.clone());
    ui.spacing_mut().interact_size.y = measure::CONTROL;
    let combo = ComboBox::from_id_salt("work-person").width(184.0).truncate().selected_text(chosen);
    let shown = combo.show_ui(ui, |ui| {
        ui.selectable_value(&mut form.person, None, &every);
        for (name, code) in people {
            ui.selectable_value(&mut form.person, Some(code.clone()), name);
        }
    });
    shown.response.accessible_name(lang.t("work-col-person"));
}

/// The rows; gives the task that was opened.
fn rows_table<'a>(
    ui: &mut Ui,
    lang: Lang,
    view: &View<'_>,
    rows: &[&'a TaskView],
    form: &mut Form,
    height: f32,
) -> Option<&'a TaskView> {
    let titles = ["work-col-due", "work-col-title", "work-col-person", "work-col-state", "work-col-minutes"];
    let [due, title, person, what, minutes] = titles.map(|key| lang.t(key));
    let others = rows.iter().any(|task| task.person != view.me.code);
    let counted = rows.iter().any(|task| task.kpi_cmin.is_some());
    let columns = [
        (Column::Due, Head::text(&due).exact(84.0).sortable(), true),
        (Column::Title, Head { width: Width::Fill(120.0), ..Head::text(&title) }.sortable(), true),
        (Column::Person, Head::text(&person).exact(112.0).sortable(), others),
        (Column::State, Head::text(&what).exact(112.0).sortable(), true),
        (Column::Minutes, Head::number(&minutes, 72.0).sortable(), counted),
    ];
    let columns: Vec<(Column, Head<'_>)> =
        columns.into_iter().filter(|(.., shown)| *shown).map(|(column, head, _)| (column, head)).collect();
    let heads: Vec<Head<'_>> = columns.iter().map(|(_, head)| *head).collect();
    let name = lang.t("work-table");
    let mut table = Table::new(&name, &heads).height(height).takes_arrows();
    if let Some((sorted, order)) = form.sort
        && let Some(place) = columns.iter().position(|(column, _)| *column == sorted)
    {
        table = table.sort(place, order);
    }
    let mut row = rows.iter().position(|task| Some(task.task) == form.chosen);
    // In a part of its own, so that the focus ring goes around the table and nothing else of the card.
    let shown = ui.scope(|ui| {
        table.show(ui, rows.len(), &mut row, |ui, place, column| {
            if let (Some(task), Some((column, _))) = (rows.get(place), columns.get(column)) {
                cell(ui, lang, task, *column);
            }
        })
    });
    let outcome = shown.inner;
    form.chosen = row.and_then(|row| rows.get(row)).map(|task| task.task).or(form.chosen);
    if let Some((column, _)) = outcome.sorted.and_then(|place| columns.get(place)) {
        form.sort = Some(match form.sort {
            Some((sorted, Order::Rising)) if sorted == *column => (*column, Order::Falling),
            _ => (*column, Order::Rising),
        });
    }
    outcome.opened.and_then(|row| rows.get(row)).copied()
}

fn cell(ui: &mut Ui, lang: Lang, task: &TaskView, column: Column) {
    match column {
        Column::Due => drop(table::text(ui, &lang.date(task.due))),
        Column::Title => drop(table::text(ui, &task.title)),
        Column::Person => drop(table::quiet(ui, &task.name)),
        Column::State => state_cell(ui, lang, task),
        Column::Minutes => {
            drop(table::number(ui, &task.kpi_cmin.map(|minutes| lang.minutes(minutes)).unwrap_or_default()));
        }
    }
}

/// How far a task has come: kind, icon and word.
pub(super) fn state_of(lang: Lang, task: &TaskView) -> (Kind, &'static str, String) {
    if task.overdue {
        return (Kind::Bad, icons::WARNING_CIRCLE, lang.t("work-overdue"));
    }
    let (kind, icon) = match task.state.as_str() {
        "done" if task.own => (Kind::Ok, icons::CHECK_CIRCLE),
        "done" => (Kind::Accent, icons::HOURGLASS_MEDIUM),
        "accepted" => (Kind::Ok, icons::CHECK_CIRCLE),
        "returned" => (Kind::Warn, icons::ARROW_BEND_UP_LEFT),
        "cancelled" => (Kind::Neutral, icons::PROHIBIT),
        _ => (Kind::Neutral, icons::CIRCLE),
    };
    (kind, icon, lang.t(&format!("task-state-{}", task.state)))
}

fn state_cell(ui: &mut Ui, lang: Lang, task: &TaskView) {
    let theme = Theme::of(ui);
    let (kind, icon, word) = state_of(lang, task);
    ui.spacing_mut().item_spacing.x = space::XS;
    ui.label(egui::RichText::new(icon).size(size::BODY).color(theme.ink(kind)));
    let line = ink::line(ui, &word, font::caption(), theme.ink(kind), ui.available_width());
    let (rect, response) = ui.allocate_exact_size(egui::vec2(line.size().x, size::STRONG), egui::Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &word));
    ink::place(ui.painter(), line, rect, egui::Align2::LEFT_CENTER);
}

/// How much waits for the person first thing in the morning: for today, overdue.
#[must_use]
pub fn own_counts(view: &TasksView, own: &str) -> (usize, usize) {
    let overdue = own_now(view, own).filter(|task| task.overdue).count();
    (own_now(view, own).count() - overdue, overdue)
}
