//! What was found: a page of tickets, the latest first, each of which opens; pages follow one another by the key of their last row.

use std::collections::BTreeMap;

use egui::{Align, Key, Layout, Modifiers, Ui};
use uuid::Uuid;

use super::{Form as Screen, View, plain};
use crate::desktop::action::Action;
use crate::desktop::icons;
use crate::desktop::keys;
use crate::desktop::screens::desk;
use crate::desktop::screens::norms::{layout, words};
use crate::desktop::theme::{Kind, Theme, font, measure, size, space};
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::table::{self, Head, Table};
use crate::desktop::widgets::{card, ink, state};
use crate::locale::{Arg, Lang};
use crate::views::desk::{FoundTicket, SearchView};

/// What the list remembers.
#[derive(Debug, Default)]
pub(super) struct Form {
    /// The keys of the pages before this one, and of this one: empty on the first.
    pages: Vec<String>,
    row: Option<usize>,
    /// Tickets marked for one correction, with the version that is corrected.
    pub marked: BTreeMap<Uuid, i64>,
}

impl Form {
    /// The key of the page on screen.
    pub(super) fn after(&self) -> Option<String> {
        self.pages.last().cloned()
    }

    /// Another search begins.
    pub(super) fn first_page(&mut self) {
        self.pages.clear();
        self.row = None;
    }

    fn mark(&mut self, found: &FoundTicket) {
        let ticket = &found.ticket;
        if self.marked.remove(&ticket.ticket).is_none() && !ticket.cancelled {
            self.marked.insert(ticket.ticket, ticket.version);
        }
    }
}

/// Whether the reader may correct many at once: a supervisor, who sees the department.
pub(super) fn may_mark(view: &View<'_>) -> bool {
    view.me.roles.contains(&crate::domain::people::Role::Supervisor)
}

/// Draws the page; says whether to ask once more.
pub(super) fn show(ui: &mut Ui, lang: Lang, view: &View<'_>, screen: &mut Screen, actions: &mut Vec<Action>) -> bool {
    let room = layout::card_room(ui).max(6.0 * measure::ROW);
    let mut again = false;
    card::card(ui, "", |ui| {
        ui.set_min_height(room);
        let Some(search) = view.search else {
            match view.trouble {
                Some(text) => again = state::error(ui, &lang.t("app-not-loaded"), text, &lang.t("app-retry")),
                None => drop(state::loading(ui, &lang.t("app-loading"), 8)),
            }
            return;
        };
        if search.found.is_empty() {
            let (title, text) = (lang.t("tickets-empty"), lang.t("tickets-empty-text"));
            state::empty(
                ui,
                &state::Empty { icon: icons::MAGNIFYING_GLASS, title: &title, text: &text, ..state::Empty::default() },
            );
            return;
        }
        rows(ui, lang, view, search, screen, room - measure::CONTROL - space::M, actions);
        pages(ui, lang, search, screen);
    });
    again
}

fn rows(
    ui: &mut Ui,
    lang: Lang,
    view: &View<'_>,
    search: &SearchView,
    screen: &mut Screen,
    height: f32,
    actions: &mut Vec<Action>,
) {
    let marks = may_mark(view);
    let everybody = view.people.is_some_and(|people| people.people.len() > 1);
    let titles =
        ["", "tickets-when", "tickets-client", "tickets-person", "tickets-done", "tickets-minutes", "tickets-state"]
            .map(|key| if key.is_empty() { String::new() } else { lang.t(key) });
    let [mark, when, client, person, done, minutes, what] = &titles;
    let columns = [
        (Column::Mark, Head::text(mark).exact(20.0), marks),
        (Column::When, Head::text(when).exact(122.0), true),
        (Column::Client, Head::text(client).exact(150.0), true),
        (Column::Person, Head::text(person).exact(140.0), everybody),
        (Column::Done, Head::text(done), true),
        (Column::Minutes, Head::number(minutes, 76.0), true),
        (Column::State, Head::text(what).exact(112.0), true),
    ];
    let columns: Vec<(Column, Head<'_>)> =
        columns.into_iter().filter(|(.., shown)| *shown).map(|(column, head, _)| (column, head)).collect();
    let heads: Vec<Head<'_>> = columns.iter().map(|(_, head)| *head).collect();
    let name = lang.t("tickets-found");
    let marked = screen.found.marked.clone();
    let table = Table::new(&name, &heads).height(height).takes_arrows();
    let outcome = table.show(ui, search.found.len(), &mut screen.found.row, |ui, row, place| {
        let (Some(found), Some((column, _))) = (search.found.get(row), columns.get(place)) else { return };
        cell(ui, lang, found, *column, marked.contains_key(&found.ticket.ticket));
    });
    if let Some(found) = outcome.opened.and_then(|row| search.found.get(row)) {
        actions.push(Action::SelectTicket(Some(found.ticket.ticket)));
    }
    let under = screen.found.row.and_then(|row| search.found.get(row));
    if let Some(found) = under.filter(|_| marks && plain(ui, Key::M)) {
        screen.found.mark(found);
    }
}

#[derive(Clone, Copy)]
enum Column {
    Mark,
    When,
    Client,
    Person,
    Done,
    Minutes,
    State,
}

fn cell(ui: &mut Ui, lang: Lang, found: &FoundTicket, column: Column, marked: bool) {
    let ticket = &found.ticket;
    match column {
        Column::Mark => {
            if marked {
                let theme = Theme::of(ui);
                let response = ui.label(egui::RichText::new(icons::CHECK).size(size::ICON).color(theme.accent));
                let word = lang.t("tickets-marked");
                response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &word));
            }
        }
        Column::When => {
            drop(table::text(ui, &format!("{} {}", lang.date(found.work_day), words::clock(&ticket.finished_at))));
        }
        Column::Client => drop(table::text(ui, ticket.client.as_deref().unwrap_or_default())),
        Column::Person => drop(table::quiet(ui, &found.employee.name)),
        Column::Done => drop(table::text(ui, &desk::done(lang, ticket))),
        Column::Minutes => drop(table::number(ui, &lang.minutes(ticket.kpi_cmin))),
        Column::State => state_of(ui, lang, found),
    }
}

/// What is out of the ordinary about a ticket, in a word.
fn state_of(ui: &mut Ui, lang: Lang, found: &FoundTicket) {
    let ticket = &found.ticket;
    let (kind, icon, key) = if ticket.cancelled {
        (Kind::Neutral, icons::PROHIBIT, "ticket-state-cancelled")
    } else if ticket.held {
        (Kind::Accent, icons::HOURGLASS_MEDIUM, "ticket-state-held")
    } else if ticket.version > 1 {
        (Kind::Neutral, icons::PENCIL_SIMPLE, "ticket-state-corrected")
    } else if ticket.calls > 0 {
        (Kind::Neutral, icons::PHONE, "ticket-state-with-call")
    } else {
        return;
    };
    let theme = Theme::of(ui);
    ui.spacing_mut().item_spacing.x = space::XS;
    ui.label(egui::RichText::new(icon).size(size::BODY).color(theme.ink(kind)));
    let word = lang.t(key);
    let line = ink::line(ui, &word, font::caption(), theme.ink(kind), ui.available_width());
    let (rect, response) = ui.allocate_exact_size(egui::vec2(line.size().x, size::STRONG), egui::Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &word));
    ink::place(ui.painter(), line, rect, egui::Align2::LEFT_CENTER);
}

/// Which page this is, and the ways to its neighbours.
fn pages(ui: &mut Ui, lang: Lang, search: &SearchView, screen: &mut Screen) {
    let command = |key| keys::is_pressed(ui.ctx(), &keys::ActionInfo::new((), "", "").command(key));
    let (mut next, mut previous) = (command(Key::PageDown), command(Key::PageUp));
    let number = screen.found.pages.len() + 1;
    let row = egui::vec2(ui.available_width(), measure::CONTROL);
    ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
        let (word, enabled) = (lang.t("tickets-next"), search.next.is_some());
        next |= Button::secondary(&word).icon(icons::CARET_RIGHT).enabled(enabled).show(ui).clicked();
        let (word, enabled) = (lang.t("tickets-previous"), number > 1);
        previous |= Button::secondary(&word).icon(icons::CARET_LEFT).enabled(enabled).show(ui).clicked();
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let first = [("page", Arg::from(number)), ("count", Arg::from(search.found.len()))];
            ui.label(Theme::of(ui).quiet(lang.with("tickets-page", &first)));
        });
    });
    if next && let Some(after) = &search.next {
        screen.found.pages.push(after.clone());
        screen.found.row = None;
    } else if previous && screen.found.pages.pop().is_some() {
        screen.found.row = None;
    }
    // Esc on the list takes the marks away.
    let escaped = !screen.found.marked.is_empty() && !keys::is_covered(ui.ctx());
    if escaped && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
        screen.found.marked.clear();
    }
}
