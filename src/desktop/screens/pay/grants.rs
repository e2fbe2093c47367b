//! Who sees the money of a department by the director's leave: which supervisor, since when, by whom; given and taken back.

use egui::{Key, Ui};
use uuid::Uuid;

use super::dialogs::Dialog;
use super::words::marked;
use super::{Form as Screen, REVOKE, View, wait};
use crate::desktop::action::Action;
use crate::desktop::icons;
use crate::desktop::keys::{self, ActionInfo};
use crate::desktop::screens::norms::layout;
use crate::desktop::theme::{Kind, space};
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::pick::{self, Item, SearchPick};
use crate::desktop::widgets::table::{self, Head, Table, Width};
use crate::desktop::widgets::{card, state};
use crate::domain::code::Code;
use crate::floor::command::{Command, MoneyGrant, MoneyRevoke, PayCommand};
use crate::locale::{Arg, Lang};
use crate::views::pay::{GrantView, GrantsView};

const NEW: ActionInfo<()> = ActionInfo::new((), "grants-new", icons::EYE).plain(Key::N);
const TAKE: ActionInfo<()> = ActionInfo::new((), "grants-take", icons::EYE_SLASH).plain(Key::Delete);

/// What the page remembers.
#[derive(Debug, Default)]
pub(super) struct Form {
    row: Option<usize>,
    /// Whose leave is being taken back, for what is said afterwards.
    taking: Option<String>,
}

impl Form {
    /// What is said once a leave was taken back.
    pub fn taken(&mut self, lang: Lang) -> Option<String> {
        self.taking.take().map(|name| lang.with("grants-taken", &[("name", Arg::Text(&name))]))
    }
}

/// A leave being given.
#[derive(Debug)]
pub(super) struct Grant {
    id: Uuid,
    person: Option<(Code, String)>,
    pick: pick::State,
    pub error: String,
    begun: bool,
}

impl Grant {
    fn new() -> Self {
        Self { id: Uuid::now_v7(), person: None, pick: pick::State::default(), error: String::new(), begun: false }
    }

    pub fn done(&self, lang: Lang) -> String {
        let name = self.person.as_ref().map(|(_, name)| name.as_str()).unwrap_or_default();
        lang.with("grants-given", &[("name", Arg::Text(name))])
    }

    pub fn body(&mut self, ui: &mut Ui, lang: Lang, view: &View<'_>) {
        layout::quiet(ui, &lang.t("grants-what"));
        let [name, placeholder, nothing] =
            ["grants-supervisor", "award-person-hint", "payroll-nothing-found"].map(|key| lang.t(key));
        if let Some((_, chosen)) = &self.person {
            layout::fact(ui, &name, chosen);
            return;
        }
        let candidates = view.grants.map(|grants| grants.candidates.as_slice()).unwrap_or_default();
        if candidates.is_empty() {
            return layout::quiet(ui, &lang.t("grants-nobody"));
        }
        let items: Vec<Item<'_>> =
            candidates.iter().map(|one| Item { id: &one.code, name: &one.name, code: &one.code, group: "" }).collect();
        layout::name(ui, &name);
        let outcome = SearchPick::new(&name, &placeholder, &nothing).inline(5).show(ui, &mut self.pick, &items);
        if !std::mem::replace(&mut self.begun, true) {
            outcome.response.request_focus();
        }
        if let Some(one) = outcome.picked.and_then(|place| candidates.get(place)) {
            self.person = Code::new(&one.code).ok().map(|code| (code, one.name.clone()));
        }
    }

    pub fn command(&mut self, lang: Lang) -> Option<Command> {
        let Some((person, _)) = self.person.clone() else {
            self.error = lang.t("grants-choose");
            return None;
        };
        Some(Command::Pay(PayCommand::MoneyGrant(MoneyGrant { grant: self.id, person })))
    }
}

/// The page's buttons, from right to left: give a leave, take the chosen one back.
pub(super) fn buttons(ui: &mut Ui, lang: Lang, view: &View<'_>, screen: &mut Screen, actions: &mut Vec<Action>) {
    let Some(grants) = view.grants else { return };
    let free = screen.dialog.is_none() && !screen.sending;
    let none = grants.candidates.is_empty();
    let (word, why) = (lang.t("grants-new"), if none { lang.t("grants-nobody") } else { String::new() });
    let button = Button::secondary(&word).icon(icons::EYE).key("N").tooltip(&why).enabled(!none);
    if button.show(ui).clicked() || (free && !none && keys::is_pressed(ui.ctx(), &NEW)) {
        screen.dialog = Some(Dialog::Grant(Grant::new()));
    }
    let chosen = screen.grants.row.and_then(|row| grants.grants.get(row)).filter(|grant| grant.ended.is_none());
    let (word, why) =
        (lang.t("grants-take"), if chosen.is_some() { String::new() } else { lang.t("grants-take-choose") });
    if grants.grants.is_empty() {
        return;
    }
    let ready = chosen.is_some() && free;
    let button = Button::secondary(&word).icon(icons::EYE_SLASH).key("Del").tooltip(&why).enabled(ready);
    let pressed = button.show(ui).clicked() || (ready && keys::is_pressed(ui.ctx(), &TAKE));
    if let Some(grant) = chosen.filter(|_| pressed) {
        screen.sending = true;
        screen.grants.taking = Some(grant.person.name.clone());
        let command = Command::Pay(PayCommand::MoneyRevoke(MoneyRevoke { grant: grant.grant }));
        actions.push(Action::Send { tag: REVOKE, command: Box::new(command) });
    }
}

pub(super) fn show(ui: &mut Ui, lang: Lang, view: &View<'_>, screen: &mut Screen) -> bool {
    let Some(grants) = view.grants else { return wait(ui, lang, view.trouble) };
    if grants.grants.is_empty() {
        let [title, text, button] = ["grants-empty", "grants-what", "grants-new"].map(|key| lang.t(key));
        let nobody = lang.t("grants-nobody");
        let empty = state::Empty { icon: icons::EYE, title: &title, text: &text, ..state::Empty::default() };
        let empty = if grants.candidates.is_empty() {
            state::Empty { text: &nobody, ..empty }
        } else {
            state::Empty { button: &button, button_icon: icons::EYE, key: "N", ..empty }
        };
        if card::card(ui, "", |ui| state::empty(ui, &empty)).inner {
            screen.dialog = Some(Dialog::Grant(Grant::new()));
        }
        return false;
    }
    let room = layout::titled_room(ui);
    card::card(ui, &lang.t("grants-title"), |ui| {
        ui.set_min_height(room);
        layout::quiet(ui, &lang.t("grants-what"));
        ui.add_space(space::S);
        rows(ui, lang, grants, &mut screen.grants.row);
    });
    false
}

fn rows(ui: &mut Ui, lang: Lang, grants: &GrantsView, row: &mut Option<usize>) {
    let titles = ["supervisor", "department", "since", "by", "state"].map(|key| lang.t(&format!("grants-{key}")));
    let [supervisor, department, since, by, standing] = &titles;
    let heads = [
        Head { width: Width::Fill(200.0), ..Head::text(supervisor) },
        Head { width: Width::Fill(180.0), ..Head::text(department) },
        Head::text(since).exact(112.0),
        Head { width: Width::Fill(180.0), ..Head::text(by) },
        Head::text(standing).exact(190.0),
    ];
    let name = lang.t("grants-table");
    let height = layout::room_below(ui).max(160.0);
    Table::new(&name, &heads).height(height).takes_arrows().show(ui, grants.grants.len(), row, |ui, row, column| {
        let Some(grant) = grants.grants.get(row) else { return };
        match column {
            0 => drop(table::text(ui, &grant.person.name)),
            1 => drop(table::text(ui, &grant.department.name)),
            2 => drop(table::text(ui, &lang.date(grant.granted))),
            3 => drop(table::quiet(ui, &grant.granted_by.name)),
            _ => standing_of(ui, lang, grant),
        }
    });
}

fn standing_of(ui: &mut Ui, lang: Lang, grant: &GrantView) {
    match grant.ended {
        None => marked(ui, Kind::Ok, icons::EYE, &lang.t("grants-stands")),
        Some(day) => {
            let text = lang.with("grants-ended", &[("day", Arg::Text(&lang.date(day)))]);
            marked(ui, Kind::Neutral, icons::EYE_SLASH, &text);
        }
    }
}
