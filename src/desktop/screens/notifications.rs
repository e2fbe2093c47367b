//! Notifications: what somebody should know of, newest first, each leading to the place it speaks of; read marks beside.
//!
//! The list is a dialog over any screen. A read mark pays nobody and changes nothing: it only quietens the bell.

use chrono::NaiveDate;
use egui::{Key, Modifiers, Ui};
use uuid::Uuid;

use super::norms::layout;
use super::rows::{self, Row};
use super::tasks::Page;
use crate::desktop::action::{Action, Place, StudyPage, Tag};
use crate::desktop::icons;
use crate::desktop::theme::{Kind, measure, space};
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::state;
use crate::floor::command::{Command, DepartmentCommand, NotificationRead};
use crate::locale::{Arg, Lang};
use crate::views::tasks::{NotificationView, NotificationsView};

/// Under what the read marks are sent; their outcome is nothing to be said.
pub const READ: Tag = "notifications-read";

/// How wide the list is.
const WIDTH: f32 = 680.0;

/// What the list remembers.
#[derive(Debug, Default)]
pub struct Form {
    /// It stands over the screen.
    pub open: bool,
    row: Option<usize>,
}

impl Form {
    /// Opens the list, or closes it.
    pub fn toggle(&mut self) {
        *self = Self { open: !self.open, row: Some(0) };
    }
}

/// Where a notification leads. `own`: the personnel number of who reads.
#[must_use]
pub fn way(one: &NotificationView, own: &str) -> Option<Action> {
    let about = || one.key.split(':').nth(1).and_then(|id| id.parse::<Uuid>().ok());
    let detail = |name: &str| one.details.get(name).map(String::as_str);
    Some(match one.kind.as_str() {
        "order" => Action::Go(Place::Acquaintance),
        "unprocessed" => Action::Go(Place::Desk),
        "pace" if detail("person") == Some(own) => Action::Go(Place::MyKpi),
        "pace" => Action::OpenPerson(detail("person")?.to_owned()),
        "cover-proposed" => Action::OpenCover,
        "drift" => Action::OpenStudy(None, StudyPage::Drift),
        "task" | "task-overdue" | "task-returned" | "task-to-accept" => Action::OpenTasks(Page::Tasks, about()),
        "objection" | "objection-answered" => Action::OpenTasks(Page::Objections, about()),
        "note" => Action::OpenTasks(Page::Notes, about()),
        "review" => match detail("ticket").and_then(|ticket| ticket.parse().ok()) {
            Some(ticket) => Action::OpenTicket(ticket),
            None => Action::Go(Place::Tickets),
        },
        "checklist" => Action::OpenTasks(Page::Starts, about()),
        _ => return None,
    })
}

/// The icon of a kind, and how much it asks for a hand.
fn sign(kind: &str) -> (&'static str, Kind) {
    match kind {
        "order" => (icons::SIGNATURE, Kind::Accent),
        "unprocessed" => (icons::PHONE, Kind::Warn),
        "pace" => (icons::TREND_DOWN, Kind::Warn),
        "drift" => (icons::CHART_SCATTER, Kind::Warn),
        "task-overdue" => (icons::WARNING_CIRCLE, Kind::Bad),
        "task-returned" => (icons::ARROW_BEND_UP_LEFT, Kind::Warn),
        "task-to-accept" => (icons::CHECK_CIRCLE, Kind::Accent),
        "task" => (icons::CLIPBOARD_TEXT, Kind::Accent),
        "objection" | "objection-answered" | "review" => (icons::CHAT_TEXT, Kind::Accent),
        "cover-proposed" => (icons::USERS, Kind::Accent),
        "note" => (icons::NOTE, Kind::Accent),
        "checklist" => (icons::LIST_CHECKS, Kind::Accent),
        _ => (icons::BELL, Kind::Neutral),
    }
}

/// A notification in words; names of the catalogue come in the reader's language.
fn text(lang: Lang, one: &NotificationView) -> String {
    let mut details = one.details.clone();
    let own = if lang == Lang::Ru { "name_ru" } else { "name_en" };
    if let Some(name) = one.details.get(own) {
        details.insert("name".to_owned(), name.clone());
    }
    lang.notification(&one.kind, &details)
}

/// The day in a word where it is near.
fn when(lang: Lang, day: NaiveDate, today: Option<NaiveDate>) -> String {
    match today {
        Some(today) if today == day => lang.t("work-today"),
        Some(today) if today.pred_opt() == Some(day) => lang.t("work-yesterday"),
        _ => lang.date(day),
    }
}

fn read(keys: Vec<String>) -> Action {
    let command = Command::Department(DepartmentCommand::NotificationRead(NotificationRead { keys }));
    Action::Send { tag: READ, command: Box::new(command) }
}

/// What the list shows.
#[derive(Debug, Clone, Copy)]
pub struct View<'a> {
    /// The notifications, once they have come.
    pub notifications: Option<&'a NotificationsView>,
    /// Why they did not come.
    pub trouble: Option<&'a str>,
    /// The personnel number of who reads.
    pub own: &'a str,
    /// The running work day.
    pub today: Option<NaiveDate>,
}

/// Draws the list while it is open; says whether what did not come is to be asked for once more.
pub fn show(ui: &Ui, lang: Lang, view: &View<'_>, form: &mut Form, actions: &mut Vec<Action>) -> bool {
    if !form.open {
        return false;
    }
    let (mut again, mut all, mut opened) = (false, false, None);
    let shown = layout::dialog(ui, lang, &lang.t("notifications-title"), WIDTH, |ui| {
        let Some(list) = view.notifications else {
            match view.trouble {
                Some(text) => again = state::error(ui, &lang.t("app-not-loaded"), text, &lang.t("app-retry")),
                None => drop(state::loading(ui, &lang.t("app-loading"), 6)),
            }
            return;
        };
        if list.notifications.is_empty() {
            let (title, text) = (lang.t("notifications-empty"), lang.t("notifications-empty-text"));
            let icon = icons::CHECK_CIRCLE;
            state::empty(ui, &state::Empty { icon, title: &title, text: &text, ..state::Empty::default() });
            return;
        }
        all = head(ui, lang, list.unread) && list.unread > 0;
        let entered = rows::keys(ui, &mut form.row, list.notifications.len(), true);
        ui.spacing_mut().item_spacing.y = space::XS / 2.0;
        for (place, one) in list.notifications.iter().enumerate() {
            let (icon, kind) = sign(&one.kind);
            let (said, day) = (text(lang, one), when(lang, one.date, view.today));
            let day = if one.read { day } else { format!("{} · {day}", lang.t("notifications-new")) };
            let row = Row { icon, kind, title: &said, note: "", aside: &day, strong: !one.read };
            if rows::row(ui, &row, form.row == Some(place)).clicked() || (entered && form.row == Some(place)) {
                opened = Some(one);
            }
        }
    });
    if let (true, Some(list)) = (all, view.notifications) {
        let unread = list.notifications.iter().filter(|one| !one.read);
        actions.push(read(unread.map(|one| one.key.clone()).collect()));
    }
    if let Some(one) = opened {
        if !one.read {
            actions.push(read(vec![one.key.clone()]));
        }
        if let Some(way) = way(one, view.own) {
            form.open = false;
            actions.push(way);
        }
    }
    if shown.closed {
        form.open = false;
    }
    again
}

/// How many are new, and the way to mark them all; says whether it was taken.
fn head(ui: &mut Ui, lang: Lang, unread: i64) -> bool {
    let key = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::A));
    let row = egui::vec2(ui.available_width(), measure::CONTROL);
    ui.allocate_ui_with_layout(row, egui::Layout::right_to_left(egui::Align::Center), |ui| {
        let word = lang.t("notifications-all-read");
        let pressed = Button::secondary(&word).icon(icons::CHECK).key("A").enabled(unread > 0).show(ui).clicked();
        ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
            let text = lang.with("notifications-unread", &[("count", Arg::Count(unread))]);
            ui.add(egui::Label::new(crate::desktop::theme::Theme::of(ui).quiet(text)).truncate());
        });
        pressed || key
    })
    .inner
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(key: &str, kind: &str, details: &[(&str, &str)]) -> NotificationView {
        NotificationView {
            key: key.to_owned(),
            kind: kind.to_owned(),
            date: "2026-11-20".parse().unwrap(),
            details: details.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect(),
            read: false,
        }
    }

    #[test]
    fn every_notification_leads_to_what_it_speaks_of() {
        let id = Uuid::from_u128(7);
        let check = |key: &str, kind: &str, details: &[(&str, &str)], expected: &str| {
            let way = way(&of(key, kind, details), "anna");
            assert!(format!("{way:?}").contains(expected), "{kind}: {way:?}");
        };
        check(&format!("task-overdue:{id}:2026-11-20"), "task-overdue", &[], &format!("OpenTasks(Tasks, Some({id}))"));
        check(&format!("objection:{id}"), "objection", &[], &format!("OpenTasks(Objections, Some({id}))"));
        check(&format!("note:{id}"), "note", &[], &format!("OpenTasks(Notes, Some({id}))"));
        check(&format!("checklist:{id}:3"), "checklist", &[], &format!("OpenTasks(Starts, Some({id}))"));
        check("pace:anna:2026-47", "pace", &[("person", "anna")], "Go(MyKpi)");
        check("pace:boris:2026-47", "pace", &[("person", "boris")], "OpenPerson(\"boris\")");
        check(&format!("cover-proposed:{id}"), "cover-proposed", &[("absent", "Борис")], "OpenCover");
        check("order:x", "order", &[("number", "41")], "Go(Acquaintance)");
        check("drift:TARIFF:2026-11-02", "drift", &[], "OpenStudy(None, Drift)");
        check(
            &format!("objection-answered:{id}"),
            "objection-answered",
            &[],
            &format!("OpenTasks(Objections, Some({id}))"),
        );
        check("review:x", "review", &[("ticket", &id.to_string())], &format!("OpenTicket({id})"));
        check("unprocessed:2026-11-20", "unprocessed", &[("count", "2")], "Go(Desk)");
    }
}
