//! Orders: what waits for the director, the difference a set makes and its effect on people, its approval by order, past orders as documents
//! with their acquaintance sheets, revocation, deputies, and the firm's own words of an order.
//!
//! The list stands on the left, what is chosen in it on the right. An approval or revocation asks for the password again.

mod acquaintance;
mod approve;
mod deputies;
mod document;
mod files;
mod revoke;
mod waiting;
mod wording;

use egui::{Align2, Sense, Ui, Vec2, WidgetInfo};
use uuid::Uuid;

use super::norms::layout::{self, Side};
use super::norms::words;
use super::report;
use crate::desktop::action::{Action, Answer, Tag};
use crate::desktop::icons;
use crate::desktop::keys::{self, ActionInfo};
use crate::desktop::theme::{Kind, Theme, font, radius, size, space};
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::{badge, card, ink, state};
use crate::domain::norm_set::SetState;
use crate::locale::{Arg, Lang};
use crate::views::deputies::DeputiesView;
use crate::views::document::{OrderDocument, OrderWording};
use crate::views::norms::{OrderBrief, OrderView, OrdersView, SetView};
use crate::views::people::MeView;
use crate::views::pilot::{AcquaintanceView, PilotView, ReplayView};

/// Keys of this screen, for F1.
pub const KEYS: &[(&str, &str)] = &[
    ("Ctrl+Enter", "orders-key-approve"),
    ("R", "orders-key-page"),
    ("A", "orders-deputies"),
    ("W", "orders-wording"),
    ("↑ ↓", "orders-key-rows"),
    ("Esc", "orders-key-close"),
];

const APPROVE: Tag = "orders-approve";
const RETURN: Tag = "orders-return";
const REVOKE: Tag = "orders-revoke";
const DEPUTY: Tag = "orders-deputy";
const DEPUTY_END: Tag = "orders-deputy-end";
const WORDING: Tag = "orders-wording";

/// The other page of what is chosen: people before and after, or who has acknowledged.
const PAGE: ActionInfo<()> = ActionInfo::new((), "orders-key-page", icons::USERS).plain(egui::Key::R);
const DEPUTIES: ActionInfo<()> = ActionInfo::new((), "orders-deputies", icons::USERS_THREE).plain(egui::Key::A);
const WORDS: ActionInfo<()> = ActionInfo::new((), "orders-wording", icons::FILE_TEXT).plain(egui::Key::W);

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
    dialog: Option<Dialog>,
    sending: bool,
    row: Option<usize>,
    /// The other page of what is chosen is on screen.
    other_page: bool,
    report: report::Form,
}

/// The dialog that is open.
#[derive(Debug)]
enum Dialog {
    Approve(approve::Approval),
    Return(approve::Return),
    Revoke(revoke::Revocation),
    Deputies(deputies::Deputies),
    Wording(wording::Wording),
}

/// What the screen shows.
#[derive(Debug)]
pub struct View<'a> {
    /// What waits, and past orders.
    pub book: &'a OrdersView,
    /// The order that was last chosen.
    pub order: Option<&'a OrderView>,
    /// The set that was last chosen.
    pub set: Option<&'a SetView>,
    /// Who is signed in.
    pub me: &'a MeView,
    /// Where the pilot of the set on screen stands.
    pub pilot: Option<&'a PilotView>,
    /// The set on screen applied to closed days.
    pub replay: Option<&'a ReplayView>,
    /// Why one of these two has not come.
    pub report_trouble: Option<String>,
    /// The order on screen as a document.
    pub document: Option<&'a OrderDocument>,
    /// Who has acknowledged the order on screen.
    pub acquaintance: Option<&'a AcquaintanceView>,
    /// The firm's own words of an order, Russian and English.
    pub wording: [Option<&'a OrderWording>; 2],
    /// Who stands in for a supervisor.
    pub deputies: Option<&'a DeputiesView>,
}

impl Form {
    /// Takes the outcome of a command.
    pub fn answered(&mut self, tag: Tag, answer: Answer<'_>, lang: Lang, actions: &mut Vec<Action>) {
        self.sending = false;
        match answer {
            Ok(_) => self.accepted(tag, lang, actions),
            Err(text) => match &mut self.dialog {
                Some(Dialog::Approve(approval)) => approval.refused(text),
                Some(Dialog::Return(returning)) => returning.refused(text),
                Some(Dialog::Revoke(revocation)) => revocation.refused(text),
                Some(Dialog::Deputies(deputies)) => deputies.refused(text),
                Some(Dialog::Wording(wording)) => wording.refused(text),
                None => actions.push(Action::Say(Kind::Bad, text.to_owned())),
            },
        }
    }

    fn accepted(&mut self, tag: Tag, lang: Lang, actions: &mut Vec<Action>) {
        match (tag, &mut self.dialog) {
            (APPROVE, Some(Dialog::Approve(approval))) => {
                let number = approval.number();
                actions.push(Action::Say(Kind::Ok, lang.with("orders-approved", &[("number", Arg::Text(&number))])));
                actions.push(Action::SelectSet(None));
                self.dialog = None;
                self.open(Shown::Order(number), actions);
            }
            (RETURN, Some(Dialog::Return(_))) => {
                self.dialog = None;
                self.shown = None;
                actions.push(Action::Say(Kind::Ok, lang.t("orders-returned")));
                actions.push(Action::SelectSet(None));
            }
            (REVOKE, Some(Dialog::Revoke(_))) => {
                self.dialog = None;
                actions.push(Action::Say(Kind::Ok, lang.t("orders-revoked")));
            }
            (DEPUTY, Some(Dialog::Deputies(deputies))) => {
                deputies.named();
                actions.push(Action::Say(Kind::Ok, lang.t("deputies-named")));
            }
            (DEPUTY_END, _) => actions.push(Action::Say(Kind::Ok, lang.t("deputies-ended"))),
            (WORDING, Some(Dialog::Wording(wording))) => {
                let all = wording.saved();
                self.wording_saved(all, lang, actions);
            }
            _ => {}
        }
    }

    /// A block of the wording was accepted; with the last one the dialog has done its work.
    fn wording_saved(&mut self, all: bool, lang: Lang, actions: &mut Vec<Action>) {
        if all {
            self.dialog = None;
            actions.push(Action::Say(Kind::Ok, lang.t("wording-saved")));
        }
    }

    /// Whether the people before and after a waiting set are on screen.
    #[must_use]
    pub fn is_reading(&self) -> bool {
        self.other_page && matches!(self.shown, Some(Shown::Set(_)))
    }

    fn open(&mut self, shown: Shown, actions: &mut Vec<Action>) {
        actions.push(match &shown {
            Shown::Set(set) => Action::SelectSet(Some(*set)),
            Shown::Order(number) => Action::SelectOrder(Some(number.clone())),
        });
        self.shown = Some(shown);
        self.row = None;
        self.other_page = false;
        self.report.leave(actions);
    }

    /// What is chosen stays in the list; nothing chosen opens what comes first.
    fn choose(&mut self, orders: &OrdersView, actions: &mut Vec<Action>) {
        // A set that waits no longer (approved, returned, by whomever) is not shown as waiting.
        if let Some(Shown::Set(set)) = &self.shown
            && !orders.waiting.iter().any(|brief| brief.set == *set)
            && !self.sending
        {
            self.shown = None;
            if matches!(self.dialog, Some(Dialog::Approve(_) | Dialog::Return(_))) {
                self.dialog = None;
            }
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

/// Draws the screen; says whether what did not come is to be asked for once more.
pub fn show(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form, actions: &mut Vec<Action>) -> bool {
    form.choose(view.book, actions);
    take_keys(ui, view, form);
    let mut again = false;
    card::content(ui, |ui| {
        card::screen_title(ui, &lang.t("orders-title"), |ui| settings(ui, lang, view, form));
        if view.book.waiting.is_empty() && view.book.orders.is_empty() {
            nothing(ui, lang, view.me);
            return;
        }
        layout::split(ui, LIST, |ui, side| match side {
            Side::Left => list(ui, lang, view.book, form, actions),
            Side::Right => again |= detail(ui, lang, view, form, actions),
        });
    });
    dialogs(ui, lang, view, form, actions);
    again
}

/// Draws the place for who keeps the words of orders and reads none of them.
pub fn show_wording(
    ui: &mut Ui,
    lang: Lang,
    wording: [Option<&OrderWording>; 2],
    form: &mut Form,
    actions: &mut Vec<Action>,
) {
    let mut open = form.dialog.is_none() && keys::is_pressed(ui.ctx(), &WORDS);
    card::content(ui, |ui| {
        card::screen_title(ui, &lang.t("orders-title"), |_| {});
        card::card(ui, "", |ui| {
            let [title, text, button] = ["wording-title", "wording-text", "orders-wording"].map(|key| lang.t(key));
            let (icon, button_icon) = (icons::FILE_TEXT, icons::PENCIL_SIMPLE);
            open |= state::empty(
                ui,
                &state::Empty { icon, title: &title, text: &text, button: &button, button_icon, key: "W" },
            );
        });
    });
    if open && form.dialog.is_none() {
        form.dialog = Some(Dialog::Wording(wording::Wording::new(lang)));
    }
    if let Some(Dialog::Wording(open)) = &mut form.dialog {
        let busy = form.sending;
        let outcome = wording::show(ui, lang, wording, open, busy, actions);
        form.sending |= outcome.sent;
        if outcome.closed {
            form.dialog = None;
        }
    }
}

fn take_keys(ui: &Ui, view: &View<'_>, form: &mut Form) {
    if form.dialog.is_some() {
        return;
    }
    if form.shown.is_some() && keys::is_pressed(ui.ctx(), &PAGE) {
        form.other_page = !form.other_page;
    }
    if view.me.may.deputies && keys::is_pressed(ui.ctx(), &DEPUTIES) {
        form.dialog = Some(Dialog::Deputies(deputies::Deputies::default()));
    }
}

/// The two settings that belong to orders: who stands in for a supervisor, and the firm's own words.
fn settings(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form) {
    ui.spacing_mut().item_spacing.x = space::S;
    let may = view.me.may;
    let free = form.dialog.is_none();
    if may.wording_keep {
        let word = lang.t("orders-wording");
        let pressed = Button::secondary(&word).icon(icons::FILE_TEXT).key("W").show(ui).clicked();
        if free && (pressed || keys::is_pressed(ui.ctx(), &WORDS)) {
            form.dialog = Some(Dialog::Wording(wording::Wording::new(lang)));
        }
    }
    if may.deputies {
        let word = lang.t("orders-deputies");
        if Button::secondary(&word).icon(icons::USERS_THREE).key("A").show(ui).clicked() && free {
            form.dialog = Some(Dialog::Deputies(deputies::Deputies::default()));
        }
    }
}

/// Draws the dialog that is open and takes what it asks for.
fn dialogs(ui: &Ui, lang: Lang, view: &View<'_>, form: &mut Form, actions: &mut Vec<Action>) {
    let busy = form.sending;
    let Some(dialog) = &mut form.dialog else { return };
    let outcome = match dialog {
        Dialog::Approve(approval) => approve::show(ui, lang, view, approval, busy, actions),
        Dialog::Return(returning) => approve::show_return(ui, lang, returning, busy, actions),
        Dialog::Revoke(revocation) => revoke::show(ui, lang, view.book, revocation, busy, actions),
        Dialog::Deputies(deputies) => deputies::show(ui, lang, view, deputies, busy, actions),
        Dialog::Wording(open) => wording::show(ui, lang, view.wording, open, busy, actions),
    };
    form.sending |= outcome.sent;
    if outcome.closed {
        form.dialog = None;
    }
}

/// What came of a dialog in this frame.
#[derive(Debug, Clone, Copy, Default)]
struct DialogOutcome {
    /// A command went out.
    sent: bool,
    /// It asks to be closed.
    closed: bool,
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
                let below = order_note(lang, order);
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

/// The line under an order's name: revoked, from when in force, or who has not acknowledged it yet.
fn order_note(lang: Lang, order: &OrderBrief) -> String {
    if let Some(revocation) = &order.revocation {
        return lang.with("orders-revoked-by", &[("number", Arg::Text(&revocation.number))]);
    }
    let from = lang.with("orders-effective-from", &[("day", Arg::Text(&lang.date(order.effective)))]);
    if order.missing == 0 {
        return from;
    }
    let day = lang.date(order.effective);
    lang.with("orders-missing-count", &[("day", Arg::Text(&day)), ("count", Arg::Count(order.missing))])
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

fn detail(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form, actions: &mut Vec<Action>) -> bool {
    match &form.shown {
        Some(Shown::Set(id)) => match view.set.filter(|set| set.set == *id) {
            Some(set) => return waiting::show(ui, lang, view, set, form, actions),
            None => loading(ui, lang),
        },
        Some(Shown::Order(number)) => match view.order.filter(|order| order.number == *number) {
            Some(order) => document::show(ui, lang, view, order, form, actions),
            None => loading(ui, lang),
        },
        None => {}
    }
    false
}

fn loading(ui: &mut Ui, lang: Lang) {
    card::card(ui, "", |ui| state::loading(ui, &lang.t("orders-loading"), 10));
}
