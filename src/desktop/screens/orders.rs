//! Orders: what waits for the director, the difference a set makes, its approval by order, and past orders as documents.
//!
//! The list stands on the left, what is chosen in it on the right. An approval asks for the password again.

mod approve;
mod document;
mod waiting;

use egui::{Align2, Sense, Ui, Vec2, WidgetInfo};
use uuid::Uuid;

use super::norms::layout::{self, Side};
use super::norms::words;
use crate::desktop::action::{Action, Answer, Tag};
use crate::desktop::icons;
use crate::desktop::theme::{Kind, Theme, font, radius, size, space};
use crate::desktop::widgets::{badge, card, ink, state};
use crate::domain::norm_set::SetState;
use crate::locale::{Arg, Lang};
use crate::views::norms::{OrderView, OrdersView, SetView};
use crate::views::people::MeView;

/// Keys of this screen, for F1.
pub const KEYS: &[(&str, &str)] =
    &[("Ctrl+Enter", "orders-key-approve"), ("↑ ↓", "orders-key-rows"), ("Esc", "orders-key-close")];

const APPROVE: Tag = "orders-approve";
const RETURN: Tag = "orders-return";

/// How wide the list is.
const LIST: f32 = 272.0;

/// How high an entry of the list is.
const ENTRY: f32 = 56.0;

/// What is shown on the right.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Shown {
    Set(Uuid),
    Order(String),
}

/// What the screen remembers.
#[derive(Debug, Default)]
pub struct Form {
    shown: Option<Shown>,
    approval: Option<approve::Approval>,
    returning: Option<approve::Return>,
    sending: bool,
    row: Option<usize>,
}

impl Form {
    /// Takes the outcome of a command.
    pub fn answered(&mut self, tag: Tag, answer: Answer<'_>, lang: Lang, actions: &mut Vec<Action>) {
        self.sending = false;
        match (tag, answer) {
            (APPROVE, Ok(_)) => {
                let number = self.approval.take().map(|approval| approval.number()).unwrap_or_default();
                actions.push(Action::Say(Kind::Ok, lang.with("orders-approved", &[("number", Arg::Text(&number))])));
                actions.push(Action::SelectSet(None));
                self.open(Shown::Order(number), actions);
            }
            (APPROVE, Err(text)) => {
                if let Some(approval) = &mut self.approval {
                    approval.refused(text);
                }
            }
            (RETURN, Ok(_)) => {
                self.returning = None;
                self.shown = None;
                actions.push(Action::Say(Kind::Ok, lang.t("orders-returned")));
                actions.push(Action::SelectSet(None));
            }
            (RETURN, Err(text)) => {
                if let Some(returning) = &mut self.returning {
                    returning.refused(text);
                }
            }
            (_, Ok(_)) => {}
            (_, Err(text)) => actions.push(Action::Say(Kind::Bad, text.to_owned())),
        }
    }

    fn open(&mut self, shown: Shown, actions: &mut Vec<Action>) {
        actions.push(match &shown {
            Shown::Set(set) => Action::SelectSet(Some(*set)),
            Shown::Order(number) => Action::SelectOrder(Some(number.clone())),
        });
        self.shown = Some(shown);
        self.row = None;
    }

    /// What is chosen stays in the list; nothing chosen opens what comes first.
    fn choose(&mut self, orders: &OrdersView, actions: &mut Vec<Action>) {
        // A set that waits no longer (approved, returned, by whomever) is not shown as waiting.
        if let Some(Shown::Set(set)) = &self.shown
            && !orders.waiting.iter().any(|brief| brief.set == *set)
            && !self.sending
        {
            self.shown = None;
            self.approval = None;
            self.returning = None;
        }
        if self.shown.is_some() {
            return;
        }
        let first = orders.waiting.first().map(|brief| Shown::Set(brief.set));
        let first = first.or_else(|| orders.orders.first().map(|order| Shown::Order(order.number.clone())));
        if let Some(first) = first {
            self.open(first, actions);
        }
    }
}

/// Draws the screen.
#[expect(clippy::too_many_arguments, reason = "the contract of screens: views, form, actions")]
pub fn show(
    ui: &mut Ui,
    lang: Lang,
    orders: &OrdersView,
    order: Option<&OrderView>,
    set: Option<&SetView>,
    me: &MeView,
    form: &mut Form,
    actions: &mut Vec<Action>,
) {
    form.choose(orders, actions);
    card::content(ui, |ui| {
        card::screen_title(ui, &lang.t("orders-title"), |_| {});
        if orders.waiting.is_empty() && orders.orders.is_empty() {
            nothing(ui, lang, me);
            return;
        }
        layout::split(ui, LIST, |ui, side| match side {
            Side::Left => list(ui, lang, orders, form, actions),
            Side::Right => detail(ui, lang, orders, order, set, me, form, actions),
        });
    });
    approve::dialogs(ui, lang, orders, set, form, actions);
}

fn nothing(ui: &mut Ui, lang: Lang, me: &MeView) {
    card::card(ui, "", |ui| {
        let text = lang.t(if me.may.orders_approve { "orders-empty-director" } else { "orders-empty-text" });
        let title = lang.t("orders-empty");
        state::empty(ui, &state::Empty { icon: icons::GAVEL, title: &title, text: &text, ..state::Empty::default() });
    });
}

fn list(ui: &mut Ui, lang: Lang, orders: &OrdersView, form: &mut Form, actions: &mut Vec<Action>) {
    let mut asked = None;
    let waiting = u32::try_from(orders.waiting.len()).unwrap_or(u32::MAX);
    card::card_with(
        ui,
        &lang.t("orders-waiting"),
        |ui| {
            badge::counter(ui, waiting, Kind::Accent);
        },
        |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            if orders.waiting.is_empty() {
                layout::quiet(ui, &lang.t("orders-waiting-none"));
            }
            for set in &orders.waiting {
                let below =
                    format!("{} · {}", set.department, lang.with("orders-norms", &[("count", set.lines.into())]));
                let shown = Shown::Set(set.set);
                if entry(ui, &set.name, &below, SetState::Submitted, lang, form.shown.as_ref() == Some(&shown)) {
                    asked = Some(shown);
                }
            }
        },
    );
    let room = layout::titled_room(ui);
    card::card_with(
        ui,
        &lang.t("orders-past"),
        |_| {},
        |ui| {
            ui.set_min_height(room);
            ui.spacing_mut().item_spacing.y = 0.0;
            if orders.orders.is_empty() {
                layout::quiet(ui, &lang.t("orders-past-none"));
            }
            for order in &orders.orders {
                let name = lang.with("orders-number", &[("number", Arg::Text(&order.number))]);
                let name = format!("{name} · {}", order.department);
                let below = lang.with("orders-effective-from", &[("day", Arg::Text(&lang.date(order.effective)))]);
                let shown = Shown::Order(order.number.clone());
                if entry(ui, &name, &below, order.state, lang, form.shown.as_ref() == Some(&shown)) {
                    asked = Some(shown);
                }
            }
        },
    );
    if let Some(shown) = asked {
        form.open(shown, actions);
    }
}

/// An entry of the list: its name, a line below, and the icon of its state.
fn entry(ui: &mut Ui, name: &str, below: &str, state: SetState, lang: Lang, chosen: bool) -> bool {
    let theme = Theme::of(ui);
    let (kind, icon, word) = words::state(state);
    let word = lang.t(&word);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), ENTRY), Sense::click());
    response.widget_info(|| WidgetInfo::selected(egui::Role::Button, true, chosen, format!("{name}, {word}")));
    ink::row_ground(ui, rect, chosen, response.hovered());
    let inner = rect.shrink2(Vec2::new(space::S, 6.0));
    let at = egui::pos2(inner.left() + size::ICON / 2.0, inner.center().y);
    ink::icon(ui.painter(), at, icon, size::ICON, theme.ink(kind));
    let inner = inner.with_min_x(inner.left() + size::ICON + space::S);
    let (upper, lower) = inner.split_top_bottom_at_fraction(0.5);
    ink::place(ui.painter(), ink::line(ui, name, font::bold(), theme.text, inner.width()), upper, Align2::LEFT_CENTER);
    ink::place(
        ui.painter(),
        ink::line(ui, below, font::caption(), theme.muted, inner.width()),
        lower,
        Align2::LEFT_CENTER,
    );
    ink::ring(ui, &response, radius::CONTROL);
    ink::release_after_click(ui, &response);
    response.on_hover_text(format!("{name} · {word}")).clicked()
}

#[expect(clippy::too_many_arguments, reason = "views, form, actions")]
fn detail(
    ui: &mut Ui,
    lang: Lang,
    orders: &OrdersView,
    order: Option<&OrderView>,
    set: Option<&SetView>,
    me: &MeView,
    form: &mut Form,
    actions: &mut Vec<Action>,
) {
    match &form.shown {
        Some(Shown::Set(id)) => match set.filter(|set| set.set == *id) {
            Some(set) => waiting::show(ui, lang, orders, set, me, form),
            None => loading(ui, lang),
        },
        Some(Shown::Order(number)) => match order.filter(|order| order.number == *number) {
            Some(order) => document::show(ui, lang, order, form, actions),
            None => loading(ui, lang),
        },
        None => {}
    }
}

fn loading(ui: &mut Ui, lang: Lang) {
    card::card(ui, "", |ui| state::loading(ui, &lang.t("orders-loading"), 10));
}
