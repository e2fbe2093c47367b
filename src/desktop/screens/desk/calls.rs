//! The calls and chats that wait for a ticket: taken into one, put aside with a reason, or attached by hand.
//!
//! Nothing here adds a minute: a record is worth what the ticket that takes it in says. What waits since earlier days is said above.

use egui::{Align2, Id, Key, Modifiers, Role, Sense, Ui, Vec2, WidgetInfo};
use uuid::Uuid;

use super::form::{CALL, Focus, Form as Desk, REPLY};
use super::{View, tabs};
use crate::desktop::action::{Action, Answer, Tag, UndoBy};
use crate::desktop::icons;
use crate::desktop::screens::norms::{layout, words};
use crate::desktop::screens::reason::{Reason, Words};
use crate::desktop::theme::{Kind, Theme, font, radius, size, space};
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::{badge, card, ink, state};
use crate::floor::command::{CallDismiss, Command, DeskCommand, MergeAttach, ReviewAnswer};
use crate::locale::{Arg, Lang};
use crate::views::desk::{CallBrief, ReviewView};

/// The height of a row.
const ROW: f32 = 46.0;

/// Reasons that are heard every day; each may be rewritten.
const REASONS: [&str; 4] =
    ["desk-reason-wrong-number", "desk-reason-silence", "desk-reason-dropped", "desk-reason-advertising"];

/// What the panel's dialog is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum About {
    /// Why this call needs no ticket.
    Dismiss(Uuid),
    /// The answer to this review.
    Reply(Uuid),
}

/// What the panel remembers.
#[derive(Debug, Default)]
pub(super) struct Form {
    /// The call under the keyboard.
    chosen: Option<Uuid>,
    asking: Reason<About>,
    /// A list was shown once: its place stays, so that nothing jumps when the next call comes.
    pub shown: bool,
}

impl Form {
    /// Takes the outcome of a command.
    pub(super) fn answered(&mut self, tag: Tag, answer: Answer<'_>, lang: Lang, actions: &mut Vec<Action>) {
        let accepted = match answer {
            Ok(accepted) => accepted,
            Err(text) => {
                if !self.asking.refused(text) {
                    actions.push(Action::Say(Kind::Bad, text.to_owned()));
                }
                return;
            }
        };
        let undo = accepted.undo.as_ref();
        let undo = undo.and_then(|undo| Command::from_wire(undo.get("do")?.as_str()?, undo.get("with")?).ok());
        let key = match (tag, self.asking.accepted()) {
            (CALL, Some(_)) => "desk-call-dismissed",
            (CALL, None) => "desk-call-attached",
            _ => "desk-replied",
        };
        actions.push(match undo {
            Some(undo) if tag == CALL => Action::SayUndo(Kind::Ok, lang.t(key), UndoBy::Command(Box::new(undo))),
            _ => Action::Say(Kind::Ok, lang.t(key)),
        });
    }

    /// Whether a dialog is open.
    pub(super) fn asks(&self) -> bool {
        self.asking.about().is_some()
    }

    /// Begins an answer to the supervisor.
    pub(super) fn reply(&mut self, review: Uuid) {
        self.asking.ask(About::Reply(review));
    }
}

/// What a person wants of a call.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wish {
    Take,
    TakeHere,
    Dismiss,
    Attach,
}

/// Whether there is anything to show.
pub(super) fn wanted(view: &View<'_>) -> bool {
    let desk = view.desk;
    !desk.calls.is_empty()
        || desk.unprocessed_today + desk.unprocessed_before > 0
        || desk.day.tickets.iter().any(|ticket| ticket.calls > 0)
}

/// Takes the newest waiting call into a ticket.
pub(super) fn take_first(lang: Lang, view: &View<'_>, form: &mut Desk, actions: &mut Vec<Action>) {
    let client = form.draft().client.clone();
    let calls =
        || view.desk.calls.iter().filter(|call| !form.tickets.iter().any(|draft| draft.calls.contains(&call.call)));
    // The open ticket's own client comes first: its call is the one under way.
    let own = calls().find(|call| call.client.as_deref().is_some_and(|other| super::clients::same(&client, other)));
    if let Some(call) = own.or_else(|| calls().next()).cloned() {
        form.take(view.desk, &call, false, lang, actions);
    }
}

/// Draws the panel, `room` high inside.
pub(super) fn show(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Desk, room: f32, actions: &mut Vec<Action>) {
    let desk = view.desk;
    let waiting = desk.unprocessed_today + desk.unprocessed_before;
    let right = |ui: &mut Ui| {
        badge::counter(ui, u32::try_from(waiting).unwrap_or(u32::MAX), Kind::Accent);
    };
    card::card_with(ui, &lang.t("desk-calls"), right, |ui| {
        ui.set_min_height(room);
        let bottom = ui.cursor().top() + room;
        if desk.unprocessed_before > 0 {
            let text = lang.with("desk-calls-before", &[("count", desk.unprocessed_before.into())]);
            state::line(ui, Kind::Warn, icons::WARNING, &text);
        }
        if desk.calls.is_empty() {
            state::line(ui, Kind::Ok, icons::CHECK_CIRCLE, &lang.t("desk-calls-none"));
            layout::caption(ui, &lang.t("desk-calls-none-text"));
            return;
        }
        let wish = list(ui, lang, view, form, (bottom - ui.cursor().top()).max(3.0 * ROW));
        if let Some((call, wish)) = wish
            && let Some(call) = desk.calls.iter().find(|other| other.call == call).cloned()
        {
            act(lang, view, form, &call, wish, actions);
        }
    });
}

fn act(lang: Lang, view: &View<'_>, form: &mut Desk, call: &CallBrief, wish: Wish, actions: &mut Vec<Action>) {
    match wish {
        Wish::Take | Wish::TakeHere => form.take(view.desk, call, wish == Wish::TakeHere, lang, actions),
        Wish::Dismiss => form.calls.asking.ask(About::Dismiss(call.call)),
        Wish::Attach => {
            if let Some(ticket) = call.suggested {
                let attach = DeskCommand::MergeAttach(MergeAttach { call: call.call, ticket });
                actions.push(Action::Send { tag: CALL, command: Box::new(Command::Desk(attach)) });
            }
        }
    }
}

/// The waiting calls; one place in the tab order, with its own arrows.
fn list(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Desk, height: f32) -> Option<(Uuid, Wish)> {
    let calls = &view.desk.calls;
    let id = ui.make_persistent_id("desk-calls");
    if form.focus == Some(Focus::Calls) {
        form.focus = None;
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    let place = |form: &Desk| calls.iter().position(|call| Some(call.call) == form.calls.chosen);
    let mut wish = keys(ui, id, calls.len(), place(form)).and_then(|(row, wish)| {
        form.calls.chosen = calls.get(row).map(|call| call.call);
        wish.and_then(|wish| form.calls.chosen.map(|call| (call, wish)))
    });
    let mut pressed = false;
    let focused = ui.memory(|memory| memory.has_focus(id));
    let top = ui.cursor().top();
    let scroll = egui::ScrollArea::vertical().id_salt("desk-calls-list").max_height(height).auto_shrink([false, true]);
    scroll.show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for call in calls {
            let chosen = form.calls.chosen == Some(call.call);
            let taken = form.tickets.iter().any(|draft| draft.calls.contains(&call.call));
            let response = row(ui, lang, view, call, chosen, taken, form.now_ms);
            if response.clicked() {
                form.calls.chosen = Some(call.call);
                pressed = true;
            }
            if response.double_clicked() {
                wish = Some((call.call, Wish::Take));
            }
            if chosen && let Some(pressed) = buttons(ui, lang, call, form) {
                wish = Some((call.call, pressed));
            }
        }
    });
    let rect = egui::Rect::from_min_max(egui::pos2(ui.min_rect().left(), top), ui.min_rect().max);
    let response = ui.interact(rect, id, Sense::focusable_noninteractive());
    response.widget_info(|| WidgetInfo::labeled(Role::ListBox, true, lang.t("desk-calls")));
    if pressed {
        // Not before the list has met this frame's press, which it would take for one elsewhere.
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    if focused {
        ui.painter().rect_stroke(rect.expand(3.0), radius::CONTROL, Theme::of(ui).ring(), egui::StrokeKind::Inside);
    }
    wish
}

/// The list's keys while it has the keyboard: the row under them, and what is wished of it.
fn keys(ui: &Ui, id: Id, rows: usize, chosen: Option<usize>) -> Option<(usize, Option<Wish>)> {
    if rows == 0 || !ui.memory(|memory| memory.has_focus(id)) || ui.memory(|memory| memory.top_modal_layer().is_some())
    {
        return None;
    }
    let filter = egui::EventFilter { vertical_arrows: true, ..egui::EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    let taken = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let row = chosen.unwrap_or(0).min(rows - 1);
    if taken(Key::ArrowDown) {
        return Some((if chosen.is_none() { 0 } else { (row + 1).min(rows - 1) }, None));
    }
    if taken(Key::ArrowUp) {
        return Some((row.saturating_sub(1), None));
    }
    for (key, wish) in [(Key::Enter, Wish::Take), (Key::Delete, Wish::Dismiss), (Key::Space, Wish::TakeHere)] {
        if taken(key) {
            return Some((row, Some(wish)));
        }
    }
    chosen.is_none().then_some((0, None))
}

fn row(
    ui: &mut Ui,
    lang: Lang,
    view: &View<'_>,
    call: &CallBrief,
    chosen: bool,
    taken: bool,
    now_ms: i64,
) -> egui::Response {
    let theme = Theme::of(ui);
    let (rect, response) = ink::row(ui, ROW, Sense::CLICK);
    let client = call.client.clone().unwrap_or_else(|| lang.t("desk-call-hidden"));
    let (kind, length) = length(lang, call, now_ms);
    let time = when(lang, view, call);
    let below = if taken { lang.t("desk-call-taken") } else { format!("{time} · {length}") };
    let channel = lang.t(&format!("channel-{}", call.channel.as_str()));
    response.widget_info(|| {
        WidgetInfo::selected(Role::ListBoxOption, true, chosen, format!("{client}, {channel}, {below}"))
    });
    ink::row_ground(ui, rect, chosen, response.hovered());
    let inner = rect.shrink2(Vec2::new(space::S, 5.0));
    let at = egui::pos2(inner.left() + size::ICON / 2.0, inner.center().y);
    let colour = if kind == Kind::Accent { theme.accent } else { theme.muted };
    ink::icon(ui.painter(), at, tabs::icon_of(call.channel), size::ICON, colour);
    let (upper, lower) = inner.with_min_x(inner.left() + size::ICON + space::S).split_top_bottom_at_fraction(0.5);
    let line = ink::line(ui, &client, font::body(), theme.text, upper.width());
    let cut = line.elided;
    ink::place(ui.painter(), line, upper, Align2::LEFT_CENTER);
    let line = ink::line(ui, &below, font::caption(), colour, lower.width());
    ink::place(ui.painter(), line, lower, Align2::LEFT_CENTER);
    ink::release_after_click(ui, &response);
    if cut { response.on_hover_text(client) } else { response }
}

/// When a call was: the time of day, and the date where it was not today's.
fn when(lang: Lang, view: &View<'_>, call: &CallBrief) -> String {
    if call.started_at.starts_with(&view.desk.work_day.to_string()) {
        words::clock(&call.started_at).to_owned()
    } else {
        short_moment(lang, &call.started_at)
    }
}

/// A day without its year, and the time of day: for what was lately.
pub(super) fn short_moment(lang: Lang, moment: &str) -> String {
    let day: Option<chrono::NaiveDate> = moment.get(..10).and_then(|day| day.parse().ok());
    let form = if lang == Lang::Ru { "%d.%m" } else { "%-d %b" };
    day.map_or_else(|| moment.to_owned(), |day| format!("{} {}", day.format(form), words::clock(moment)))
}

/// How long a call was, or that it is under way.
pub fn length(lang: Lang, call: &CallBrief, now_ms: i64) -> (Kind, String) {
    match (call.length_ms, &call.ended_at) {
        (Some(ms), _) => (Kind::Neutral, clock_of(ms)),
        (None, None) => {
            let begun = chrono::DateTime::parse_from_rfc3339(&call.started_at).map(|at| at.timestamp_millis());
            let so_far = begun.map_or(0, |begun| now_ms.saturating_sub(begun).max(0));
            (Kind::Accent, lang.with("desk-call-running", &[("time", Arg::Text(&clock_of(so_far)))]))
        }
        (None, Some(_)) => (Kind::Neutral, lang.t("desk-call-unanswered")),
    }
}

/// Minutes and seconds: 3:07.
pub fn clock_of(ms: i64) -> String {
    let seconds = ms.max(0) / 1000;
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// What can be done with the call under the keyboard.
fn buttons(ui: &mut Ui, lang: Lang, call: &CallBrief, form: &Desk) -> Option<Wish> {
    let may = |command: &str| call.allowed.iter().any(|allowed| allowed == command);
    let mut wish = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = Vec2::splat(space::XS);
        if Button::secondary(&lang.t("desk-call-take")).key("Enter").show(ui).clicked() {
            wish = Some(Wish::Take);
        }
        if may("call.dismiss") && Button::quiet(&lang.t("desk-call-dismiss")).key("Del").show(ui).clicked() {
            wish = Some(Wish::Dismiss);
        }
        let open = form.tickets.get(form.current).filter(|draft| !draft.client.trim().is_empty());
        if let Some(open) = open {
            let word = lang.with("desk-call-take-here", &[("client", open.client.trim().into())]);
            if Button::quiet(&lang.t("desk-call-here")).tooltip(&word).show(ui).clicked() {
                wish = Some(Wish::TakeHere);
            }
        }
        if may("merge.attach") && call.suggested.is_some() {
            let (word, hint) = (lang.t("desk-call-attach"), lang.t("desk-call-attach-hint"));
            if Button::quiet(&word).icon(icons::LINK).tooltip(&hint).show(ui).clicked() {
                wish = Some(Wish::Attach);
            }
        }
    });
    ui.add_space(space::S);
    wish
}

/// The dialogs of the panel: why a call needs no ticket, and the answer to a supervisor's question.
pub(super) fn dialogs(ui: &Ui, lang: Lang, view: &View<'_>, form: &mut Desk, actions: &mut Vec<Action>) {
    let sent = match form.calls.asking.about().copied() {
        Some(About::Dismiss(call)) => {
            let found = view.desk.calls.iter().find(|other| other.call == call);
            let client = found.and_then(|call| call.client.clone()).unwrap_or_else(|| lang.t("desk-call-hidden"));
            let ready = REASONS.map(|reason| lang.t(reason));
            let [text, label, empty, send] =
                ["desk-dismiss-text", "desk-dismiss-reason", "desk-dismiss-empty", "desk-call-dismiss"]
                    .map(|key| lang.t(key));
            let title = lang.with("desk-dismiss-title", &[("client", Arg::Text(&client))]);
            let words = Words { title: &title, text: &text, label: &label, empty: &empty, send: &send, ready: &ready };
            form.calls.asking.show(ui, lang, &words)
        }
        Some(About::Reply(review)) => {
            let found = view.desk.reviews.iter().find(|other| other.review == review);
            let question = found.map(|review| asked(lang, review)).unwrap_or_default();
            let [title, label, empty, send] =
                ["desk-reply-title", "desk-reply", "desk-reply-empty", "desk-reply-send"].map(|key| lang.t(key));
            let words = Words { title: &title, text: &question, label: &label, empty: &empty, send: &send, ready: &[] };
            form.calls.asking.show(ui, lang, &words)
        }
        None => None,
    };
    let (tag, command) = match sent {
        Some((About::Dismiss(call), reason)) => (CALL, DeskCommand::CallDismiss(CallDismiss { call, reason })),
        Some((About::Reply(review), answer)) => (REPLY, DeskCommand::ReviewAnswer(ReviewAnswer { review, answer })),
        None => return,
    };
    actions.push(Action::Send { tag, command: Box::new(Command::Desk(command)) });
}

/// A supervisor's question with the ticket it is about.
fn asked(lang: Lang, review: &ReviewView) -> String {
    let ticket = &review.ticket.ticket;
    let client = ticket.client.as_deref().unwrap_or_default();
    let when = words::moment(lang, &ticket.finished_at);
    let done = super::clients::done(lang, ticket);
    let minutes = lang.minutes(ticket.kpi_cmin);
    format!("{when}, {client}: {done}, {minutes} {}. {}", lang.t("unit-min"), review.question)
}

/// The supervisor's questions that wait for an answer, above the desk.
pub(super) fn questions(ui: &mut Ui, lang: Lang, reviews: &[ReviewView], form: &mut Desk) {
    let waits = |review: &&ReviewView| review.allowed.iter().any(|allowed| allowed == "review.answer");
    let waiting: Vec<&ReviewView> = reviews.iter().filter(waits).collect();
    let Some(first) = waiting.first() else { return };
    let day = lang.date(first.ticket.work_day);
    let named =
        [("count", Arg::from(waiting.len())), ("person", Arg::Text(&first.opened_by.name)), ("day", Arg::Text(&day))];
    if badge::banner(ui, Kind::Accent, &lang.with("desk-asked", &named), &lang.t("desk-reply-open")) {
        form.calls.reply(first.review);
    }
}
