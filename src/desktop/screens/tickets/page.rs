//! One ticket on one screen: what was decided and by which norm and order each decision weighs, its calls, and everything that happened to it.

use egui::{Align, Key, Layout, Ui, Vec2};

use super::{ASK, CALL, Form, View, history, plain};
use crate::desktop::action::Action;
use crate::desktop::icons;
use crate::desktop::screens::desk;
use crate::desktop::screens::norms::{layout, words};
use crate::desktop::screens::reason::Words;
use crate::desktop::theme::{Kind, Theme, font, measure, space};
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::{badge, card, ink, state};
use crate::domain::objection::About as Subject;
use crate::domain::units::BasisPoints;
use crate::floor::command::{Command, DeskCommand, MergeUndo, ReviewOpen};
use crate::locale::{Arg, Lang};
use crate::views::desk::MergedCall;
use crate::views::tickets::{DecisionView, TicketView};

/// Draws the ticket that was asked for; says whether to ask once more.
pub(super) fn show(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form, actions: &mut Vec<Action>) -> bool {
    let ticket = view.ticket.filter(|ticket| Some(ticket.ticket) == view.chosen);
    head(ui, lang, view, ticket, form, actions);
    let Some(ticket) = ticket else {
        return card::card(ui, "", |ui| {
            if let Some(text) = view.ticket_trouble {
                return state::error(ui, &lang.t("app-not-loaded"), text, &lang.t("app-retry"));
            }
            state::loading(ui, &lang.t("app-loading"), 8);
            false
        })
        .inner;
    };
    let left = (ui.available_width() - space::L) * 0.58;
    layout::split(ui, left, |ui, side| match side {
        layout::Side::Left => {
            decided(ui, lang, view, ticket);
            calls(ui, lang, ticket, form.now_ms, actions);
        }
        layout::Side::Right => {
            facts(ui, lang, view, ticket);
            history::show(ui, lang, view, ticket);
        }
    });
    false
}

fn head(
    ui: &mut Ui,
    lang: Lang,
    view: &View<'_>,
    ticket: Option<&TicketView>,
    form: &mut Form,
    actions: &mut Vec<Action>,
) {
    let title = match ticket.and_then(|ticket| ticket.client.as_deref()) {
        Some(client) => lang.with("ticket-title-of", &[("client", client.into())]),
        None => lang.t("ticket-title"),
    };
    let mut back = plain(ui, Key::Escape) || plain(ui, Key::Backspace);
    let may = |command: &str| ticket.is_some_and(|ticket| ticket.allowed.iter().any(|allowed| allowed == command));
    let mut correct = may("ticket.correct") && plain(ui, Key::E);
    card::screen_title(ui, &title, |ui| {
        back |= Button::secondary(&lang.t("ticket-back")).icon(icons::ARROW_LEFT).key("Esc").show(ui).clicked();
        if may("ticket.correct") {
            correct |=
                Button::secondary(&lang.t("ticket-correct")).icon(icons::PENCIL_SIMPLE).key("E").show(ui).clicked();
        }
        if may("review.open")
            && let Some(ticket) = ticket
            && Button::secondary(&lang.t("ticket-ask")).icon(icons::CHAT_TEXT).show(ui).clicked()
        {
            form.asking.ask(ticket.ticket);
        }
        if let Some(version) = ticket.and_then(|ticket| corrected_by_another(view, ticket))
            && Button::secondary(&lang.t("work-object")).icon(icons::CHAT_TEXT).show(ui).clicked()
            && let Some(ticket) = ticket
        {
            let version = Some(version);
            actions.push(Action::Object(Subject::Correction { ticket: ticket.ticket, version }));
        }
    });
    if back {
        actions.push(Action::SelectTicket(None));
    }
    let Some(ticket) = ticket.filter(|_| correct) else { return };
    // An own ticket of today is corrected where it was written.
    if ticket.employee == view.me.code && !ticket.day_closed && view.me.may.desk {
        actions.push(Action::CorrectTicket(ticket.ticket));
    } else {
        form.correct.open(ticket);
    }
}

/// The newest version of one's own ticket, where somebody else wrote it: that is what one may object to.
fn corrected_by_another(view: &View<'_>, ticket: &TicketView) -> Option<i64> {
    let newest = ticket.versions.last().filter(|_| ticket.employee == view.me.code)?;
    (newest.person != view.me.code && newest.version > 1).then_some(newest.version)
}

/// The decisions, each with the norm behind its weight, and the order behind the norm.
fn decided(ui: &mut Ui, lang: Lang, view: &View<'_>, ticket: &TicketView) {
    let minutes = lang.minutes(ticket.kpi_cmin);
    let right = |ui: &mut Ui| {
        let theme = Theme::of(ui);
        ui.label(theme.quiet(lang.t("unit-min")));
        ui.label(egui::RichText::new(&minutes).font(font::section()).color(theme.text));
        states(ui, lang, ticket);
    };
    card::card_with(ui, &lang.t("ticket-decisions"), right, |ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        if ticket.decisions.is_empty() {
            let key = if ticket.cancelled { "ticket-none-cancelled" } else { "ticket-none" };
            state::line(ui, Kind::Neutral, icons::INFO, &lang.t(key));
        }
        for decision in &ticket.decisions {
            line(ui, lang, decision);
        }
        ui.separator();
        layout::caption(ui, &weighed_by(lang, view, ticket));
        if ticket.measured_cmin != ticket.kpi_cmin {
            let measured = lang.minutes(ticket.measured_cmin);
            layout::caption(ui, &lang.with("ticket-measured", &[("minutes", Arg::Text(&measured))]));
        }
    });
}

fn states(ui: &mut Ui, lang: Lang, ticket: &TicketView) {
    if ticket.cancelled {
        badge::badge_with(ui, Kind::Neutral, icons::PROHIBIT, &lang.t("ticket-state-cancelled"));
    }
    if ticket.held {
        let minutes = lang.minutes(ticket.held_kpi_cmin);
        let word = lang.with("ticket-held", &[("minutes", Arg::Text(&minutes))]);
        badge::badge_with(ui, Kind::Accent, icons::HOURGLASS_MEDIUM, &word);
    }
}

/// Which set and order gave the weights.
fn weighed_by(lang: Lang, view: &View<'_>, ticket: &TicketView) -> String {
    let set = view.set.filter(|set| Some(set.set) == ticket.set);
    match (ticket.set, set) {
        (None, _) => lang.t("ticket-no-set"),
        (Some(_), None) => lang.t("ticket-set-loading"),
        (Some(_), Some(set)) => match (&set.order, set.effective) {
            (Some(order), Some(effective)) => {
                let day = lang.date(effective);
                let named = [("set", Arg::Text(&set.name)), ("order", Arg::Text(order)), ("day", Arg::Text(&day))];
                lang.with("ticket-set-order", &named)
            }
            _ => lang.with("ticket-set", &[("set", Arg::Text(&set.name))]),
        },
    }
}

/// A decision: name and quantity, its minutes, and below them how they came about.
fn line(ui: &mut Ui, lang: Lang, decision: &DecisionView) {
    let theme = Theme::of(ui);
    let row = Vec2::new(ui.available_width(), 22.0);
    ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
        ui.spacing_mut().interact_size.y = 22.0;
        ui.label(theme.bold(lang.minutes(decision.kpi_cmin)));
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.add(egui::Label::new(theme.bold(desk::decided(lang, decision))).truncate());
        });
    });
    let (norm, weight) = (lang.minutes(decision.norm_cmin), lang.minutes(decision.weight_cmin));
    let mut how = if decision.boost_bp == BasisPoints::ONE {
        lang.with("ticket-norm", &[("norm", Arg::Text(&norm))])
    } else {
        let boost = words::factor(lang, decision.boost_bp);
        lang.with(
            "ticket-norm-boost",
            &[("norm", Arg::Text(&norm)), ("boost", Arg::Text(&boost)), ("weight", Arg::Text(&weight))],
        )
    };
    if decision.hard > 0 {
        let hard = [("hard", Arg::from(decision.hard)), ("count", Arg::from(decision.quantity))];
        how = format!("{how}; {}", lang.with("desk-hard-of", &hard));
    }
    if let Some(amount) = decision.amount_minor {
        let roubles = words::typed_minutes(lang, crate::domain::units::CentiMinutes(amount.0));
        how = format!("{how}; {}", lang.with("ticket-amount", &[("amount", Arg::Text(&roubles))]));
    }
    layout::caption(ui, &how);
}

/// The calls it took in, each with why, and the way to take it out again.
fn calls(ui: &mut Ui, lang: Lang, ticket: &TicketView, now_ms: i64, actions: &mut Vec<Action>) {
    if ticket.calls.is_empty() {
        return;
    }
    card::card(ui, &lang.t("ticket-calls"), |ui| {
        for merged in &ticket.calls {
            if call(ui, lang, merged, now_ms) {
                let undo = MergeUndo { call: merged.call.call, ticket: Some(ticket.ticket) };
                let command = Command::Desk(DeskCommand::MergeUndo(undo));
                actions.push(Action::Send { tag: CALL, command: Box::new(command) });
            }
        }
    });
}

fn call(ui: &mut Ui, lang: Lang, merged: &MergedCall, now_ms: i64) -> bool {
    let theme = Theme::of(ui);
    let call = &merged.call;
    let mut pressed = false;
    let row = Vec2::new(ui.available_width(), measure::CONTROL);
    ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
        if call.allowed.iter().any(|allowed| allowed == "merge.undo") {
            pressed = Button::quiet(&lang.t("ticket-call-undo")).icon(icons::X).show(ui).clicked();
        }
        if merged.saved_early {
            badge::badge(ui, Kind::Warn, &lang.t("ticket-saved-early"));
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ink::icon(
                ui.painter(),
                ui.cursor().left_center() + egui::vec2(9.0, 0.0),
                desk::icon_of(call.channel),
                18.0,
                theme.muted,
            );
            ui.add_space(26.0);
            let client = call.client.clone().unwrap_or_else(|| lang.t("desk-call-hidden"));
            let length = call.length_ms.map_or_else(|| lang.t("desk-call-no-end"), desk::clock_of);
            let text = format!("{} · {client} · {length}", words::moment(lang, &call.started_at));
            ui.add(egui::Label::new(egui::RichText::new(text).color(theme.text)).truncate());
        });
    });
    let rule = call.rule.map(|rule| lang.t(&format!("merge-{}", rule.as_str()))).unwrap_or_default();
    layout::caption(ui, &rule);
    // A call under way is drawn again while it lasts.
    if call.ended_at.is_none() && now_ms > 0 {
        ui.ctx().request_repaint_after_secs(1.0);
    }
    pressed
}

fn facts(ui: &mut Ui, lang: Lang, view: &View<'_>, ticket: &TicketView) {
    card::card(ui, &lang.t("ticket-facts"), |ui| {
        let closed = lang.t(if ticket.day_closed { "kpi-day-closed" } else { "kpi-day-open" });
        let mut facts = vec![
            ("tickets-person", super::person(view, &ticket.employee)),
            ("ticket-day", format!("{}, {closed}", lang.date(ticket.work_day))),
            ("desk-channel", lang.t(&format!("channel-{}", ticket.channel.as_str()))),
            ("ticket-times", times(lang, ticket)),
        ];
        if let Some(outcome) = ticket.outcome {
            facts.push(("desk-outcome", lang.t(&format!("desk-outcome-{}", outcome.as_str()))));
        }
        if let Some(colleague) = &ticket.on_behalf_of {
            facts.push(("desk-behalf", super::person(view, colleague)));
        }
        if let Some(comment) = ticket.comment.clone().filter(|comment| !comment.is_empty()) {
            facts.push(("desk-comment", comment));
        }
        ui.spacing_mut().item_spacing.y = space::S;
        for pair in facts.chunks(2) {
            card::columns_apart(ui, 2, space::M, |columns| {
                for (column, (key, value)) in columns.iter_mut().zip(pair) {
                    layout::fact(column, &lang.t(key), value);
                }
            });
        }
    });
}

/// Opened, finished and saved, as far as they are known.
fn times(lang: Lang, ticket: &TicketView) -> String {
    let opened = ticket.opened_at.as_deref().map(|at| words::clock(at).to_owned());
    let finished = words::clock(&ticket.finished_at).to_owned();
    let span = opened.map_or(finished.clone(), |opened| format!("{opened}–{finished}"));
    let saved = words::clock(&ticket.saved_at);
    if saved.is_empty() || saved == finished {
        span
    } else {
        format!("{span}, {}", lang.with("ticket-saved-at", &[("time", Arg::Text(saved))]))
    }
}

/// The dialog that asks the operator about the ticket.
pub(super) fn ask(ui: &Ui, lang: Lang, _view: &View<'_>, form: &mut Form, actions: &mut Vec<Action>) {
    if form.asking.about().is_none() {
        return;
    }
    let [title, text, label, empty, send] =
        ["review-ask-title", "review-ask-text", "review-ask-label", "review-ask-empty", "review-ask-send"]
            .map(|key| lang.t(key));
    let words = Words { title: &title, text: &text, label: &label, empty: &empty, send: &send, ready: &[] };
    if let Some((ticket, question)) = form.asking.show(ui, lang, &words) {
        let open = ReviewOpen { review: uuid::Uuid::now_v7(), ticket, question };
        actions.push(Action::Send { tag: ASK, command: Box::new(Command::Desk(DeskCommand::ReviewOpen(open))) });
    }
}
