//! What stands behind a finding: the call with its ways out, the ticket, the person's day with its tickets, the objection.

use egui::Ui;

use super::findings::{Finding, Why};
use super::{Act, View};
use crate::desktop::action::Action;
use crate::desktop::icons;
use crate::desktop::screens::desk;
use crate::desktop::screens::norms::{layout, words};
use crate::desktop::screens::rows::{self, Row};
use crate::desktop::screens::tasks::Page;
use crate::desktop::theme::{Kind, Theme, measure, space};
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::{card, state};
use crate::locale::{Arg, Lang};
use crate::views::department::{MorningPerson, MorningTicket};
use crate::views::desk::CallBrief;
use crate::views::tickets::DayView;

/// Draws it; gives what was pressed.
pub(super) fn show(
    ui: &mut Ui,
    lang: Lang,
    view: &View<'_>,
    finding: Option<&Finding<'_>>,
    now_ms: i64,
    actions: &mut Vec<Action>,
) -> Vec<Act> {
    let room = layout::card_room(ui).max(8.0 * measure::ROW);
    let mut pressed = Vec::new();
    card::card(ui, "", |ui| {
        ui.set_min_height(room);
        ui.spacing_mut().item_spacing.y = space::M;
        let Some(finding) = finding else {
            let (title, text) = (lang.t("morning-choose"), lang.t("morning-choose-text"));
            ui.add_space((room / 2.0 - 120.0).max(0.0));
            let icon = icons::LIST_CHECKS;
            state::empty(ui, &state::Empty { icon, title: &title, text: &text, ..state::Empty::default() });
            return;
        };
        head(ui, lang, finding);
        match finding {
            Finding::Call(call) => {
                let brief = view.call.filter(|brief| brief.call == call.call);
                pressed.extend(a_call(ui, lang, brief, now_ms));
            }
            Finding::Ticket(why, ticket) => a_ticket(ui, lang, *why, ticket, actions),
            Finding::Tickets { open, .. } => {
                let word = lang.t(if *open { "morning-fold" } else { "morning-unfold" });
                let icon = if *open { icons::CARET_DOWN } else { icons::CARET_RIGHT };
                if Button::secondary(&word).icon(icon).key("Enter").show(ui).clicked() {
                    pressed.push(Act::Unfold);
                }
            }
            Finding::Person(why, person) => figures(ui, lang, *why, person),
            Finding::Objection(one) => {
                ui.add(egui::Label::new(egui::RichText::new(&one.text).color(Theme::of(ui).text)).wrap());
                if one.may_answer
                    && Button::secondary(&lang.t("morning-answer"))
                        .icon(icons::CHAT_TEXT)
                        .key("Enter")
                        .show(ui)
                        .clicked()
                {
                    actions.push(Action::OpenTasks(Page::Objections, Some(one.objection)));
                }
            }
        }
        pressed.extend(buttons(ui, lang));
        if !matches!(finding, Finding::Call(_)) {
            let day = view.day.filter(|day| finding.person() == day.person.code);
            the_day(ui, lang, day, actions);
        }
    });
    pressed
}

/// Whose it is, and why it is shown.
fn head(ui: &mut Ui, lang: Lang, finding: &Finding<'_>) {
    let name = match finding {
        Finding::Call(call) => call.name.as_str(),
        Finding::Ticket(_, ticket) => &ticket.name,
        Finding::Tickets { name, .. } => name,
        Finding::Person(_, person) => &person.name,
        Finding::Objection(one) => &one.name,
    };
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.add(egui::Label::new(Theme::of(ui).strong(name)).wrap());
        layout::quiet(ui, &lang.t(&format!("morning-{}-why", finding.why().word())));
    });
}

/// What may be done about any finding.
fn buttons(ui: &mut Ui, lang: Lang) -> Option<Act> {
    let mut pressed = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::Vec2::splat(space::XS);
        for (word, key, act) in [
            ("morning-do-tickets", "D", Act::Tickets),
            ("morning-do-note", "N", Act::Note),
            ("morning-do-task", "T", Act::Task),
        ] {
            if Button::quiet(&lang.t(word)).key(key).show(ui).clicked() {
                pressed = Some(act);
            }
        }
    });
    pressed
}

fn a_call(ui: &mut Ui, lang: Lang, call: Option<&CallBrief>, now_ms: i64) -> Option<Act> {
    let Some(call) = call else {
        state::loading(ui, &lang.t("app-loading"), 3);
        return None;
    };
    let client = call.client.clone().unwrap_or_else(|| lang.t("desk-call-hidden"));
    let channel = lang.t(&format!("channel-{}", call.channel.as_str()));
    let (_, length) = desk::length(lang, call, now_ms);
    card::columns(ui, 2, |columns| {
        let [first, second] = columns else { return };
        layout::fact(first, &lang.t("morning-fact-client"), &client);
        layout::fact(first, &lang.t("morning-fact-channel"), &channel);
        layout::fact(second, &lang.t("morning-fact-begun"), &words::moment(lang, &call.started_at));
        layout::fact(second, &lang.t("morning-fact-length"), &length);
    });
    let may = |command: &str| call.allowed.iter().any(|allowed| allowed == command);
    let mut pressed = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::Vec2::splat(space::XS);
        if may("merge.attach") && call.suggested.is_some() {
            let (word, hint) = (lang.t("desk-call-attach"), lang.t("desk-call-attach-hint"));
            if Button::secondary(&word).icon(icons::LINK).key("A").tooltip(&hint).show(ui).clicked() {
                pressed = Some(Act::Attach);
            }
        }
        if may("call.dismiss")
            && Button::secondary(&lang.t("desk-call-dismiss")).icon(icons::PROHIBIT).key("Del").show(ui).clicked()
        {
            pressed = Some(Act::Dismiss);
        }
    });
    pressed
}

fn a_ticket(ui: &mut Ui, lang: Lang, why: Why, ticket: &MorningTicket, actions: &mut Vec<Action>) {
    let client = ticket.client.clone().unwrap_or_else(|| lang.t("desk-call-hidden"));
    let minutes = format!("{} {}", lang.minutes(ticket.kpi_cmin), lang.t("unit-min"));
    card::columns(ui, 3, |columns| {
        let [first, second, third] = columns else { return };
        layout::fact(first, &lang.t("morning-fact-client"), &client);
        layout::fact(second, &lang.t("morning-fact-finished"), words::clock(&ticket.finished_at));
        match (why, ticket.early_ms) {
            (Why::Early, Some(ms)) => layout::fact(third, &lang.t("morning-fact-early"), &desk::clock_of(ms)),
            _ => layout::fact(third, &lang.t("morning-fact-minutes"), &minutes),
        }
    });
    if Button::secondary(&lang.t("work-open-ticket")).icon(icons::TICKET).key("Enter").show(ui).clicked() {
        actions.push(Action::OpenTicket(ticket.ticket));
    }
}

fn figures(ui: &mut Ui, lang: Lang, why: Why, person: &MorningPerson) {
    let unit = lang.t("unit-min");
    let minutes = |value| format!("{} {unit}", lang.minutes(value));
    card::columns(ui, 2, |columns| {
        let [first, second] = columns else { return };
        layout::fact(first, &lang.t("morning-fact-measured"), &minutes(person.measured_cmin));
        layout::fact(second, &lang.t("morning-fact-worked"), &minutes(person.worked_cmin));
        layout::fact(first, &lang.t("morning-fact-scheduled"), &minutes(person.scheduled_cmin));
        if why == Why::Outside {
            layout::fact(second, &lang.t("morning-fact-outside"), &minutes(person.outside_cmin));
        } else {
            let share = person.share_bp.map_or_else(|| "—".to_owned(), |share| lang.per_cent(share));
            layout::fact(second, &lang.t("morning-fact-share"), &format!("{share} %"));
        }
    });
}

/// The person's day: its sum and its tickets, each of which opens.
fn the_day(ui: &mut Ui, lang: Lang, day: Option<&DayView>, actions: &mut Vec<Action>) {
    let Some(day) = day else {
        state::loading(ui, &lang.t("app-loading"), 4);
        return;
    };
    let (date, minutes) = (lang.date(day.date), lang.minutes(day.kpi_cmin));
    let named = [("day", Arg::Text(&date)), ("count", Arg::from(day.tickets.len())), ("minutes", Arg::Text(&minutes))];
    layout::name(ui, &lang.with("morning-day", &named));
    let left = (layout::room_below(ui) - space::L).max(2.0 * measure::ROW);
    let scroll = egui::ScrollArea::vertical().id_salt("morning-day").max_height(left).auto_shrink([false, true]);
    scroll.show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        for ticket in &day.tickets {
            let client = ticket.client.clone().unwrap_or_default();
            let title = format!("{} {client}", words::clock(&ticket.finished_at));
            let (note, aside) = (desk::done(lang, ticket), lang.minutes(ticket.kpi_cmin));
            let kind = if ticket.held { Kind::Accent } else { Kind::Neutral };
            let row = Row { icon: "", kind, title: &title, note: &note, aside: &aside, strong: false };
            if rows::row(ui, &row, false).clicked() {
                actions.push(Action::OpenTicket(ticket.ticket));
            }
        }
    });
}
