//! Orders to be acknowledged: what each says, what it changes in the own work and the own KPI, and the acknowledgement.
//!
//! Invariant: the acknowledgement can be given only after the changes were opened.

use egui::Ui;
use uuid::Uuid;

use super::norms::layout::{self, caption, fact, quiet};
use super::norms::words;
use super::report::change_of;
use crate::desktop::action::{Action, Answer, Tag};
use crate::desktop::app::menu::key_word;
use crate::desktop::icons;
use crate::desktop::keys::{self, ActionInfo};
use crate::desktop::theme::{Kind, Theme, measure, space};
use crate::desktop::widgets::button::{Button, choices};
use crate::desktop::widgets::stat::{self, Stat};
use crate::desktop::widgets::table::{self, Head, Table, Width};
use crate::desktop::widgets::{badge, card, state};
use crate::documents::replay::change_bp;
use crate::domain::units::CentiMinutes;
use crate::floor::command::{Command, OrderAcknowledge, OrdersCommand};
use crate::locale::{Arg, Lang};
use crate::views::pilot::{AcknowledgeView, OrderToAcknowledge, OwnChange};

/// Keys of this screen, for F1.
pub const KEYS: &[(&str, &str)] = &[
    ("Enter", "acknowledge-open"),
    ("Ctrl+Enter", "acknowledge-do"),
    ("← →", "acknowledge-key-order"),
    ("↑ ↓", "acknowledge-key-rows"),
];

const DO: Tag = "acknowledge";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Act {
    Open,
    Acknowledge,
    Before,
    After,
}

const ACTS: [ActionInfo<Act>; 4] = [
    ActionInfo::new(Act::Acknowledge, "acknowledge-do", icons::SIGNATURE).command(egui::Key::Enter),
    ActionInfo::new(Act::Open, "acknowledge-open", icons::LIST_CHECKS).plain(egui::Key::Enter),
    ActionInfo::new(Act::Before, "acknowledge-key-order", icons::ARROW_LEFT).plain(egui::Key::ArrowLeft),
    ActionInfo::new(Act::After, "acknowledge-key-order", icons::ARROW_RIGHT).plain(egui::Key::ArrowRight),
];

/// What the screen remembers.
#[derive(Debug, Default)]
pub struct Form {
    /// The order on screen.
    chosen: Option<Uuid>,
    /// The orders whose changes were opened.
    opened: Vec<Uuid>,
    row: Option<usize>,
    /// The order that is being acknowledged, with its number.
    sending: Option<(Uuid, String)>,
    error: String,
}

impl Form {
    /// Takes the outcome of a command.
    pub fn answered(&mut self, _tag: Tag, answer: Answer<'_>, lang: Lang, actions: &mut Vec<Action>) {
        let sent = self.sending.take();
        match answer {
            Ok(_) => {
                let number = sent.map(|(_, number)| number).unwrap_or_default();
                self.chosen = None;
                let said = lang.with("acknowledge-done", &[("number", Arg::Text(&number))]);
                actions.push(Action::Say(Kind::Ok, said));
            }
            Err(text) => text.clone_into(&mut self.error),
        }
    }

    fn act(&mut self, view: &AcknowledgeView, order: &OrderToAcknowledge, act: Act, actions: &mut Vec<Action>) {
        let place = view.orders.iter().position(|one| one.order == order.order).unwrap_or(0);
        let go = |place: Option<usize>| place.and_then(|place| view.orders.get(place)).map(|one| one.order);
        match act {
            Act::Open if !self.opened.contains(&order.order) => self.opened.push(order.order),
            Act::Acknowledge if self.opened.contains(&order.order) && self.sending.is_none() => {
                self.error.clear();
                self.sending = Some((order.order, order.number.clone()));
                let command = Command::Orders(OrdersCommand::OrderAcknowledge(OrderAcknowledge { order: order.order }));
                actions.push(Action::Send { tag: DO, command: Box::new(command) });
            }
            Act::Open | Act::Acknowledge => {}
            Act::Before => self.chosen = go(place.checked_sub(1)).or(self.chosen),
            Act::After => self.chosen = go(Some(place + 1)).or(self.chosen),
        }
    }
}

/// Draws the screen.
pub fn show(ui: &mut Ui, lang: Lang, view: &AcknowledgeView, form: &mut Form, actions: &mut Vec<Action>) {
    let chosen = view.orders.iter().find(|order| form.chosen == Some(order.order)).or_else(|| view.orders.first());
    card::content(ui, |ui| {
        card::screen_title(ui, &lang.t("acknowledge-title"), |_| {});
        let Some(order) = chosen else {
            return nothing(ui, lang);
        };
        form.chosen = Some(order.order);
        let mut acts: Vec<Act> = pressed(ui).into_iter().collect();
        if view.orders.len() > 1 {
            which(ui, lang, view, form);
        }
        acts.extend(one(ui, lang, order, form));
        for act in acts {
            form.act(view, order, act, actions);
        }
    });
}

/// The act whose key was pressed; a control that has the keyboard keeps its plain keys.
fn pressed(ui: &Ui) -> Option<Act> {
    let held = ui.memory(|memory| memory.focused().is_some());
    let free = ACTS.iter().filter(|info| info.shortcut.is_some() || !held);
    free.into_iter().find(|info| keys::is_pressed(ui.ctx(), info)).map(|info| info.id)
}

fn nothing(ui: &mut Ui, lang: Lang) {
    card::card(ui, "", |ui| {
        let (title, text) = (lang.t("acknowledge-empty"), lang.t("acknowledge-empty-text"));
        let icon = icons::CHECK_CIRCLE;
        state::empty(ui, &state::Empty { icon, title: &title, text: &text, ..state::Empty::default() });
    });
}

/// The orders that wait, newest first.
fn which(ui: &mut Ui, lang: Lang, view: &AcknowledgeView, form: &mut Form) {
    let names: Vec<String> =
        view.orders.iter().map(|order| lang.with("orders-number", &[("number", Arg::Text(&order.number))])).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let place = view.orders.iter().position(|order| form.chosen == Some(order.order)).unwrap_or(0);
    if let Some(order) = choices(ui, &names, place).and_then(|place| view.orders.get(place)) {
        form.chosen = Some(order.order);
    }
}

fn one(ui: &mut Ui, lang: Lang, order: &OrderToAcknowledge, form: &mut Form) -> Option<Act> {
    let mut act = None;
    let opened = form.opened.contains(&order.order);
    let day = lang.date(order.date);
    let title = lang.with("orders-document", &[("number", Arg::Text(&order.number)), ("day", Arg::Text(&day))]);
    card::card_with(
        ui,
        &title,
        |ui| in_time(ui, lang, order),
        |ui| {
            ui.spacing_mut().item_spacing.y = space::M;
            card::columns(ui, 2, |columns| {
                let [first, second] = columns else { return };
                fact(first, &lang.t("orders-effective"), &lang.date(order.effective));
                fact(second, &lang.t("orders-grounds"), &order.grounds);
            });
            figures(ui, lang, order);
            if opened {
                changes(ui, lang, order, &mut form.row);
            } else {
                quiet(ui, &lang.t("acknowledge-first"));
            }
            if !form.error.is_empty() {
                badge::banner(ui, Kind::Bad, &form.error, "");
            }
            act = foot(ui, lang, opened, form.sending.is_some());
        },
    );
    act
}

/// How long it is until the order takes effect.
fn in_time(ui: &mut Ui, lang: Lang, order: &OrderToAcknowledge) {
    let (kind, key, count) = match order.days_left {
        days @ 1.. => (if days < 8 { Kind::Warn } else { Kind::Accent }, "acknowledge-days-left", days),
        _ => (Kind::Bad, "acknowledge-in-force", 0),
    };
    badge::badge_with(ui, kind, icons::CALENDAR_CHECK, &lang.with(key, &[("count", Arg::Count(count))]));
}

/// The own KPI of the last closed days, as it counted and as it would have by the order.
fn figures(ui: &mut Ui, lang: Lang, order: &OrderToAcknowledge) {
    let unit = lang.t("unit-min");
    let [before, after, touched] =
        ["acknowledge-before", "acknowledge-after", "acknowledge-touched"].map(|key| lang.t(key));
    let change = change_bp(order.before_cmin, order.after_cmin);
    let (word, _) = change_of(lang, change);
    let note =
        if change.is_some() { lang.with("acknowledge-change", &[("change", Arg::Text(&word))]) } else { String::new() };
    let own = own(order).filter(|one| is_changed(one)).count();
    let all = order.changes.iter().filter(|one| is_changed(one)).count();
    let [before_value, after_value] = [order.before_cmin, order.after_cmin].map(|sum| lang.minutes(sum));
    let touched_value = lang.whole(i64::try_from(own).unwrap_or(i64::MAX));
    let touched_note = lang.with("acknowledge-of-all", &[("count", all.into())]);
    let stats = [
        Stat { label: &before, value: &before_value, unit: &unit, note: "", kind: Kind::Neutral },
        Stat { label: &after, value: &after_value, unit: &unit, note: &note, kind: Kind::Neutral },
        Stat { label: &touched, value: &touched_value, unit: "", note: &touched_note, kind: Kind::Neutral },
    ];
    card::columns(ui, stats.len(), |columns| {
        for (column, stat) in columns.iter_mut().zip(&stats) {
            stat::plain(column, stat);
        }
    });
    caption(ui, &lang.t("acknowledge-figures"));
}

/// The changes of what the person did in the last closed days.
fn own(order: &OrderToAcknowledge) -> impl Iterator<Item = &OwnChange> {
    order.changes.iter().filter(|one| one.quantity > 0)
}

fn is_changed(one: &OwnChange) -> bool {
    one.before_cmin != one.after_cmin
}

fn changes(ui: &mut Ui, lang: Lang, order: &OrderToAcknowledge, row: &mut Option<usize>) {
    let titles = [
        "acknowledge-col-action",
        "acknowledge-col-quantity",
        "acknowledge-col-before",
        "acknowledge-col-after",
        "acknowledge-col-change",
    ];
    let [action, quantity, before, after, change] = titles.map(|key| lang.t(key));
    let heads = [
        Head { width: Width::Fill(200.0), ..Head::text(&action) },
        Head::number(&quantity, 152.0),
        Head::number(&before, 88.0),
        Head::number(&after, 88.0),
        Head::number(&change, 104.0),
    ];
    let left = layout::room_below(ui) - measure::PRIMARY - 2.0 * space::L;
    let name = lang.t("acknowledge-table");
    let table = Table::new(&name, &heads).height(left.max(6.0 * measure::ROW)).takes_arrows();
    table.show(ui, order.changes.len(), row, |ui, place, column| {
        if let Some(one) = order.changes.get(place) {
            cell(ui, lang, one, column);
        }
    });
}

fn cell(ui: &mut Ui, lang: Lang, one: &OwnChange, column: usize) {
    let weight = |weight: Option<CentiMinutes>| weight.map_or_else(|| "—".to_owned(), |weight| lang.minutes(weight));
    match column {
        0 => {
            let name = words::name(lang, &one.name_ru, one.name_en.as_deref());
            if one.quantity > 0 { table::text(ui, name) } else { table::quiet(ui, name) }
        }
        1 if one.quantity == 0 => table::number(ui, ""),
        1 => table::number(ui, &lang.whole(one.quantity)),
        2 => table::number(ui, &weight(one.before_cmin)),
        3 => table::number(ui, &weight(one.after_cmin)),
        _ => table::number(ui, &change(lang, one)),
    };
}

fn change(lang: Lang, one: &OwnChange) -> String {
    match (one.before_cmin, one.after_cmin) {
        (None, _) => lang.t("acknowledge-new"),
        (Some(_), None) => lang.t("acknowledge-gone"),
        (Some(before), Some(after)) => change_of(lang, change_bp(before, after)).0,
    }
}

/// The two steps: open the changes, then acknowledge. Each is the primary one when it is its turn.
fn foot(ui: &mut Ui, lang: Lang, opened: bool, sending: bool) -> Option<Act> {
    let mut act = None;
    let key_of = |act| {
        let info = ACTS.iter().find(|info| info.id == act);
        info.map(|info| info.key_text(ui.ctx(), &key_word(lang))).unwrap_or_default()
    };
    let [open_key, do_key] = [Act::Open, Act::Acknowledge].map(key_of);
    let row = egui::vec2(ui.available_width(), measure::PRIMARY);
    ui.allocate_ui_with_layout(row, egui::Layout::right_to_left(egui::Align::Center), |ui| {
        let [word, why, open] = ["acknowledge-do", "acknowledge-why", "acknowledge-open"].map(|key| lang.t(key));
        let button = if opened { Button::primary(&word) } else { Button::secondary(&word).height(measure::PRIMARY) };
        let button = button.icon(icons::SIGNATURE).key(&do_key).enabled(opened && !sending);
        let button = if opened { button } else { button.tooltip(&why) };
        if button.show(ui).clicked() {
            act = Some(Act::Acknowledge);
        }
        if !opened && Button::primary(&open).icon(icons::LIST_CHECKS).key(&open_key).show(ui).clicked() {
            act = Some(Act::Open);
        }
        if opened {
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                ui.add(egui::Label::new(Theme::of(ui).quiet(lang.t("acknowledge-means"))).wrap());
            });
        }
    });
    act
}
