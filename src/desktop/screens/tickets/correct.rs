//! The correction of one ticket by somebody who answers for it: decisions as they should have been, and why.

use egui::{DragValue, Key, Modifiers, Ui, Vec2};
use uuid::Uuid;

use super::{CORRECT, Form as Screen, View};
use crate::desktop::action::Action;
use crate::desktop::icons;
use crate::desktop::screens::desk::draft::{amount_of, typed_amount};
use crate::desktop::screens::norms::{layout, words};
use crate::desktop::theme::{Theme, measure, space};
use crate::desktop::widgets::button::{Button, icon_button};
use crate::desktop::widgets::choose::{self, Choose};
use crate::desktop::widgets::field::{self, Field};
use crate::desktop::widgets::pick::Item;
use crate::domain::code::Code;
use crate::domain::ticket::QUANTITY_MAX;
use crate::floor::command::{Command, DecisionGiven, Given, TicketCommand, TicketCorrect};
use crate::locale::Lang;
use crate::views::tickets::TicketView;

/// A decision being corrected; its amount and the day it is paid on as they are typed.
#[derive(Debug)]
struct Line {
    given: DecisionGiven,
    amount: String,
    paid_on: String,
}

impl Line {
    fn of(given: DecisionGiven) -> Self {
        let amount = given.amount_minor.map(typed_amount).unwrap_or_default();
        let paid_on = given.paid_on.map(|day| day.format("%d.%m.%Y").to_string()).unwrap_or_default();
        Self { given, amount, paid_on }
    }

    fn amount_reads(&self) -> bool {
        self.amount.trim().is_empty() || amount_of(self.amount.trim()).is_some()
    }

    fn day_reads(&self) -> bool {
        self.amount.trim().is_empty() || self.paid_on.trim().is_empty() || words::date(&self.paid_on).is_some()
    }

    /// The decision as typed; none while something of it does not read. A day without an amount says nothing.
    fn decision(&self) -> Option<DecisionGiven> {
        if !self.amount_reads() || !self.day_reads() {
            return None;
        }
        let amount_minor = amount_of(self.amount.trim());
        let paid_on = amount_minor.and_then(|_| words::date(&self.paid_on));
        Some(DecisionGiven { amount_minor, paid_on, ..self.given.clone() })
    }
}

/// What the dialog remembers.
#[derive(Debug, Default)]
pub(super) struct Form {
    open: Option<(Uuid, i64)>,
    decisions: Vec<Line>,
    add: choose::State,
    reason: String,
    error: String,
    busy: bool,
    /// It was sent with something that does not read.
    tried: bool,
}

impl Form {
    /// Opens it with the ticket as it stands.
    pub(super) fn open(&mut self, ticket: &TicketView) {
        let decisions = ticket.decisions.iter().filter_map(|decision| {
            Some(Line::of(DecisionGiven {
                action: Code::new(&decision.action).ok()?,
                quantity: decision.quantity,
                hard: decision.hard,
                amount_minor: decision.amount_minor,
                paid_on: decision.paid_on,
            }))
        });
        *self = Self { open: Some((ticket.ticket, ticket.version)), decisions: decisions.collect(), ..Self::default() };
    }

    pub(super) fn refused(&mut self, text: &str) -> bool {
        self.busy = false;
        if self.open.is_some() {
            text.clone_into(&mut self.error);
        }
        self.open.is_some()
    }

    pub(super) fn accepted(&mut self) {
        *self = Self::default();
    }

    fn command(&self) -> Option<Command> {
        let (ticket, version) = self.open?;
        let correct = TicketCorrect {
            ticket,
            version,
            reason: Some(self.reason.trim().to_owned()),
            employee: None,
            channel: None,
            client: None,
            opened_at: None,
            finished_at: None,
            decisions: Some(self.decisions.iter().map(Line::decision).collect::<Option<_>>()?),
            on_behalf_of: Given::Stays,
            outcome: None,
            comment: None,
        };
        Some(Command::Ticket(TicketCommand::TicketCorrect(correct)))
    }
}

/// Draws the dialog while it is open.
pub(super) fn dialog(ui: &Ui, lang: Lang, view: &View<'_>, screen: &mut Screen, actions: &mut Vec<Action>) {
    let form = &mut screen.correct;
    if form.open.is_none() {
        return;
    }
    let closed = view.ticket.is_some_and(|ticket| ticket.day_closed);
    let mut send = false;
    let shown = layout::dialog(ui, lang, &lang.t("tickets-correct-title"), 560.0, |ui| {
        layout::quiet(ui, &lang.t(if closed { "tickets-correct-closed" } else { "tickets-correct-open" }));
        decisions(ui, lang, view, form);
        let (label, error) = (lang.t("tickets-reason"), form.error.clone());
        field::text(ui, &Field { error: &error, keep_line: true, ..Field::new(&label) }, &mut form.reason);
        let ready = !form.busy && !form.reason.trim().is_empty();
        let key = if form.decisions.is_empty() { "tickets-correct-cancel" } else { "tickets-correct-send" };
        let (word, why) = (lang.t(key), lang.t("tickets-reason-lacks"));
        let button = Button::primary(&word).key("Ctrl+Enter").enabled(ready);
        send = if ready { button } else { button.tooltip(&why) }.show(ui).clicked();
        send |= ready && ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
    });
    if shown.closed {
        *form = Form::default();
    } else if send {
        let command = form.command();
        form.tried = command.is_none();
        form.busy = command.is_some();
        actions.extend(command.map(|command| Action::Send { tag: CORRECT, command: Box::new(command) }));
    }
}

fn decisions(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form) {
    let catalogue = view.actions.map(|view| view.actions.as_slice()).unwrap_or_default();
    let name_of = |code: &str| {
        let found = catalogue.iter().find(|action| action.code == code);
        found.map_or_else(
            || code.to_owned(),
            |action| words::name(lang, &action.name_ru, action.name_en.as_deref()).to_owned(),
        )
    };
    let mut gone = None;
    ui.spacing_mut().item_spacing.y = space::XS;
    let tried = form.tried;
    for (place, line) in form.decisions.iter_mut().enumerate() {
        let decision = &mut line.given;
        let name = name_of(decision.action.as_str());
        ui.horizontal(|ui| {
            let spoken = lang.with("desk-quantity", &[("action", (&name).into())]);
            let drag = DragValue::new(&mut decision.quantity).range(1..=QUANTITY_MAX).speed(0.05);
            ui.add_sized(Vec2::new(56.0, measure::CONTROL), drag).accessible_name(spoken);
            decision.hard = decision.hard.min(decision.quantity);
            let row = Vec2::new(ui.available_width() - measure::CONTROL - space::S, measure::CONTROL);
            ui.allocate_ui_with_layout(row, egui::Layout::left_to_right(egui::Align::Center), |ui| {
                ui.set_min_width(row.x);
                ui.add(egui::Label::new(Theme::of(ui).bold(&name)).truncate());
            });
            if icon_button(ui, icons::X, &lang.with("desk-remove", &[("action", (&name).into())]), "").clicked() {
                gone = Some(place);
            }
        });
        let asked = catalogue.iter().any(|one| one.code == line.given.action.as_str() && one.asks_amount);
        if asked || line.given.amount_minor.is_some() {
            amount(ui, lang, &name, line, tried);
        }
    }
    if let Some(place) = gone {
        form.decisions.remove(place);
    }
    ui.add_space(space::S);
    let items: Vec<Item<'_>> = catalogue
        .iter()
        .filter(|action| action.active)
        .map(|action| Item {
            id: &action.code,
            name: words::name(lang, &action.name_ru, action.name_en.as_deref()),
            code: &action.code,
            group: &action.group,
        })
        .collect();
    let (label, placeholder, nothing) =
        (lang.t("tickets-correct-add"), lang.t("tickets-action-placeholder"), lang.t("tickets-nothing-fits"));
    let choose = Choose { label: &label, placeholder: &placeholder, nothing: &nothing, key: "", hint: "" };
    let picked = choose.show(ui, &mut form.add, &items, None).and_then(|place| items.get(place));
    if let Some(action) = picked.and_then(|item| Code::new(item.id).ok()) {
        if let Some(line) = form.decisions.iter_mut().find(|line| line.given.action == action) {
            line.given.quantity = (line.given.quantity + 1).min(QUANTITY_MAX);
        } else {
            let given = DecisionGiven { action, quantity: 1, hard: 0, amount_minor: None, paid_on: None };
            form.decisions.push(Line::of(given));
        }
    }
}

/// The amount of the deal and the day it is paid on, below a decision whose action asks for them.
fn amount(ui: &mut Ui, lang: Lang, name: &str, line: &mut Line, tried: bool) {
    let [label, hint, paid_on, day_hint, bad_amount, bad_day] = [
        "desk-amount",
        "desk-amount-hint",
        "desk-paid-on",
        "tickets-paid-on-hint",
        "desk-slip-amount",
        "desk-slip-paid-on",
    ]
    .map(|key| lang.t(key));
    let amount_error = if tried && !line.amount_reads() { bad_amount.as_str() } else { "" };
    let day_error = if tried && !line.day_reads() { bad_day.as_str() } else { "" };
    let indent = 56.0 + ui.spacing().item_spacing.x;
    let room = (ui.available_width() - indent - space::S) / 2.0;
    ui.horizontal_top(|ui| {
        ui.add_space(indent);
        ui.spacing_mut().item_spacing.x = space::S;
        let field = Field { placeholder: &hint, width: Some(room), error: amount_error, ..Field::new(&label) };
        field::text(ui, &field, &mut line.amount).accessible_name(format!("{label}: {name}"));
        let field = Field { placeholder: &day_hint, width: Some(room), error: day_error, ..Field::new(&paid_on) };
        field::text(ui, &field, &mut line.paid_on).accessible_name(format!("{paid_on}: {name}"));
    });
    ui.add_space(space::XS);
}
