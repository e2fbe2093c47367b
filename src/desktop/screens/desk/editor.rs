//! The editor of one ticket: client, decisions with quantities, weight, time, and how the contact ended.

use egui::{Align, ComboBox, Layout, Rect, RichText, Sense, Ui, Vec2};

use super::draft::{self, Draft};
use super::keyboard::{self, Key};
use super::{Focus, Form};
use crate::desktop::action::Action;
use crate::desktop::icons;
use crate::desktop::screens::norms::{layout, words};
use crate::desktop::theme::{Kind, Theme, font, measure, size, space};
use crate::desktop::widgets::badge;
use crate::desktop::widgets::button::{Button, icon_button};
use crate::desktop::widgets::field::{self, Field};
use crate::desktop::widgets::{card, ink, pick};
use crate::domain::action::is_offered;
use crate::domain::ticket::{Channel, ContactOutcome};
use crate::locale::{Arg, Lang};
use crate::views::tickets::{DeskAction, DeskView};

/// The channels a person logs by hand.
const CHANNELS: [Channel; 5] =
    [Channel::InboundCall, Channel::OutboundCall, Channel::Chat, Channel::WalkIn, Channel::BackOffice];

/// What stands above and below the list of decisions, in points: the rows get the rest.
const AROUND_LIST: f32 = 280.0;

/// How high the message is that says why saving came to nothing.
const TROUBLE: f32 = 56.0;

/// Draws the editor.
pub fn show(ui: &mut Ui, lang: Lang, view: &DeskView, form: &mut Form, actions: &mut Vec<Action>) {
    let room = layout::card_room(ui);
    card::card(ui, "", |ui| {
        let bottom = ui.min_rect().top() + room;
        ui.spacing_mut().item_spacing.y = space::M;
        let before = form.draft().clone();
        let trouble_room = if form.error.as_ref().is_some_and(|(of, _)| *of == before.ticket) { TROUBLE } else { 0.0 };
        let rows = ink::whole(f64::from((room - AROUND_LIST - trouble_room) / measure::ROW)).clamp(4, 14);
        tabs(ui, lang, form, actions);
        head(ui, lang, form);
        decisions(ui, lang, view, form, rows);
        ending(ui, lang, view, form);
        // Whatever was put in begins the work.
        let now = form.now_ms;
        let draft = form.draft();
        if !draft.begun() && *draft != before && before.ticket == draft.ticket {
            draft.begin(now);
        }
        trouble(ui, form);
        ui.add_space((bottom - ui.cursor().top() - measure::PRIMARY).max(0.0));
        footer(ui, lang, view, form, actions);
    });
}

/// The open tickets; a call may interrupt a chat.
fn tabs(ui: &mut Ui, lang: Lang, form: &mut Form, actions: &mut Vec<Action>) {
    let titles: Vec<String> = form.tickets.iter().map(|draft| title(lang, draft)).collect();
    let current = form.current;
    let mut close = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        let room =
            (ui.available_width() / ink::px(titles.len().max(1)) - measure::CONTROL - space::S).clamp(72.0, 200.0);
        for (place, title) in titles.iter().enumerate() {
            let icon = form.tickets.get(place).map_or("", |draft| channel_icon(draft));
            let look = if place == current { Button::secondary(title).selected(true) } else { Button::quiet(title) };
            if look.icon(icon).width(room).tooltip(title).show(ui).clicked() {
                form.current = place;
                form.focus = Some(Focus::Decision);
            }
            let begun = form.tickets.get(place).is_some_and(Draft::begun);
            if begun
                && icon_button(ui, icons::X, &lang.with("desk-put-away", &[("ticket", title.into())]), "").clicked()
            {
                close = form.tickets.get(place).map(|draft| draft.ticket);
            }
        }
    });
    if let Some(ticket) = close {
        form.close(ticket, actions);
    }
}

fn title(lang: Lang, draft: &Draft) -> String {
    let client = draft.client.trim();
    match (draft.correcting, client.is_empty()) {
        (Some(_), true) => lang.t("desk-tab-correction"),
        (Some(_), false) => lang.with("desk-tab-correction-of", &[("client", client.into())]),
        (None, false) => client.to_owned(),
        (None, true) if draft.begun() => lang.t("desk-tab-nameless"),
        (None, true) => lang.t("desk-tab-new"),
    }
}

fn channel_icon(draft: &Draft) -> &'static str {
    match (draft.correcting, draft.channel) {
        (Some(_), _) => icons::PENCIL_SIMPLE,
        (None, Channel::Chat) => icons::CHAT_TEXT,
        (None, Channel::InboundCall | Channel::OutboundCall) => icons::PHONE,
        (None, _) => icons::TICKET,
    }
}

/// Client, channel, and the time since the ticket was opened.
fn head(ui: &mut Ui, lang: Lang, form: &mut Form) {
    let now = form.now_ms;
    let focus = form.focus == Some(Focus::Client);
    let (clock, channel) = (92.0, 176.0);
    ui.horizontal_top(|ui| {
        let width = (ui.available_width() - clock - channel - 2.0 * space::S).max(120.0);
        let client = lang.t("desk-client");
        let placeholder = lang.t("desk-client-placeholder");
        let label = Field { placeholder: &placeholder, width: Some(width), ..Field::new(&client) };
        let response = field::text(ui, &label, &mut form.draft().client);
        if focus {
            response.request_focus();
            form.focus = None;
        }
        if response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter)) {
            form.focus = Some(Focus::Decision);
        }
        let chosen = form.draft().channel;
        let word = |channel: Channel| lang.t(&format!("channel-{}", channel.as_str()));
        let label = lang.t("desk-channel");
        field::wrap(ui, &Field::new(&label), |ui| {
            let shown =
                ComboBox::from_id_salt("desk-channel").width(channel).selected_text(word(chosen)).show_ui(ui, |ui| {
                    for channel in CHANNELS {
                        ui.selectable_value(&mut form.draft().channel, channel, word(channel));
                    }
                });
            shown.response
        });
        time(ui, lang, form.draft(), now, clock);
    });
}

fn time(ui: &mut Ui, lang: Lang, draft: &Draft, now_ms: i64, width: f32) {
    if draft.correcting.is_some() {
        return;
    }
    let theme = Theme::of(ui);
    let begun = draft.opened_ms > 0;
    let seconds = if begun { (now_ms - draft.opened_ms).max(0) / 1000 } else { 0 };
    let text = if seconds >= 3600 {
        format!("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
    } else {
        format!("{:02}:{:02}", seconds / 60, seconds % 60)
    };
    let label = lang.t("desk-time");
    ui.allocate_ui_with_layout(Vec2::new(width, measure::CONTROL), Layout::top_down(Align::RIGHT), |ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        ui.label(RichText::new(&label).font(font::caption_bold()).color(theme.muted));
        let (rect, response) = ui.allocate_exact_size(Vec2::new(width, measure::CONTROL), Sense::hover());
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, format!("{label} {text}")));
        let colour = if begun { theme.text } else { theme.muted };
        let line = ink::line(ui, &text, font::digits(size::SECTION), colour, width);
        ink::place(ui.painter(), line, rect, egui::Align2::RIGHT_CENTER);
    });
}

/// The search field with its list on the left, what was chosen on the right.
fn decisions(ui: &mut Ui, lang: Lang, view: &DeskView, form: &mut Form, rows: usize) {
    // What is offered in the ticket's channel stands first; the rest can still be found, and is marked.
    let channel = form.draft().channel;
    let (here, elsewhere): (Vec<&DeskAction>, Vec<&DeskAction>) =
        view.actions.iter().partition(|action| is_offered(&action.channels, channel));
    let (offered, actions) = (here.len(), [here, elsewhere].concat());
    let names: Vec<&str> =
        actions.iter().map(|action| words::name(lang, &action.name_ru, action.name_en.as_deref())).collect();
    let weights: Vec<String> = actions
        .iter()
        .enumerate()
        .map(|(place, action)| match weight(lang, action) {
            weight if place < offered => weight,
            weight => lang.with("desk-other-channel-weight", &[("weight", Arg::Text(&weight))]),
        })
        .collect();
    let items: Vec<pick::Item<'_>> = actions
        .iter()
        .zip(&names)
        .zip(&weights)
        .map(|((action, name), weight)| pick::Item { id: &action.code, name, code: &action.code, group: weight })
        .collect();
    let frequent: Vec<usize> = (0..offered)
        .filter(|place| actions.get(*place).is_some_and(|action| action.frequent.is_some()))
        .take(9)
        .collect();
    // Nobody has frequent ones on the first day: then the first nine stand under the digits.
    let frequent = if frequent.is_empty() { (0..offered.min(9)).collect() } else { frequent };
    let (name, placeholder, nothing) =
        (lang.t("desk-decision"), lang.t("desk-decision-placeholder"), lang.t("desk-decision-nothing"));
    let height = measure::CONTROL + space::S + measure::ROW * ink::px(rows);
    let mut picked = None;
    card::columns(ui, 2, |columns| {
        let [left, right] = columns else { return };
        let search = pick::SearchPick::new(&name, &placeholder, &nothing).frequent(&frequent).inline(rows);
        left.set_min_height(height);
        let outcome = search.show(left, &mut form.pick, &items);
        if form.focus == Some(Focus::Decision) {
            outcome.response.request_focus();
            form.focus = None;
        }
        form.picking = outcome.response.has_focus();
        picked = outcome.picked.and_then(|place| items.get(place)).map(|item| item.id.to_owned());
        chosen(right, lang, view, form, height);
    });
    if let Some(code) = picked {
        form.draft().pick(&code);
    }
}

/// What one of it weighs, for the list.
fn weight(lang: Lang, action: &DeskAction) -> String {
    match action.weight_cmin {
        Some(weight) => lang.minutes(weight),
        None if action.automatic => lang.minutes(crate::domain::units::CentiMinutes::ZERO),
        None => lang.t("desk-no-norm"),
    }
}

fn chosen(ui: &mut Ui, lang: Lang, view: &DeskView, form: &mut Form, height: f32) {
    if form.draft().decisions.is_empty() {
        return without(ui, lang, form);
    }
    let scroll = egui::ScrollArea::vertical().id_salt("desk-chosen").max_height(height).auto_shrink([false, true]);
    scroll.show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::S;
        for place in 0..form.draft().decisions.len() {
            decision(ui, lang, view, form.draft(), place);
        }
    });
}

/// No decision yet: what to press, and the reason that a ticket without one needs.
fn without(ui: &mut Ui, lang: Lang, form: &mut Form) {
    let theme = Theme::of(ui);
    ui.spacing_mut().item_spacing.y = space::M;
    ui.label(theme.bold(lang.t("desk-none-title")));
    layout::quiet(ui, &lang.t("desk-none-text"));
    ui.add_space(space::XS);
    let (label, hint, placeholder) =
        (lang.t("desk-reason"), lang.t("desk-reason-hint"), lang.t("desk-reason-placeholder"));
    let reason = Field { hint: &hint, placeholder: &placeholder, ..Field::new(&label) };
    field::text(ui, &reason, &mut form.draft().reason);
}

/// A chosen decision: its name and minutes, and below them the quantity and the mark of a hard case.
fn decision(ui: &mut Ui, lang: Lang, view: &DeskView, draft: &mut Draft, place: usize) {
    let theme = Theme::of(ui);
    let Some(taken) = draft.decisions.get(place).cloned() else { return };
    let action = draft::action(&view.actions, &taken.action);
    let name =
        action.map_or(taken.action.as_str(), |action| words::name(lang, &action.name_ru, action.name_en.as_deref()));
    let minutes = lang.minutes(draft::minutes(&view.actions, &taken));
    let is_current = draft.current == place;
    let frame = egui::Frame::new()
        .fill(if is_current { theme.accent_quiet } else { theme.raised })
        .corner_radius(crate::desktop::theme::radius::CONTROL)
        .inner_margin(egui::Margin { left: 12, right: 4, top: 4, bottom: 4 });
    let mut remove = false;
    frame.show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.set_min_width(ui.available_width());
        let row = Vec2::new(ui.available_width(), measure::CONTROL);
        ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
            remove = icon_button(ui, icons::X, &lang.with("desk-remove", &[("action", name.into())]), "").clicked();
            ui.label(RichText::new(&minutes).font(font::bold()).color(theme.text));
            let (rect, response) = ui.allocate_exact_size(ui.available_size(), Sense::click());
            response.widget_info(|| egui::WidgetInfo::selected(egui::Role::ListBoxOption, true, is_current, name));
            let line = ink::line(ui, name, font::body(), theme.text, rect.width() - space::S);
            ink::place(ui.painter(), line, rect, egui::Align2::LEFT_CENTER);
            ink::ring(ui, &response, crate::desktop::theme::radius::CONTROL);
            ink::release_after_click(ui, &response);
            if response.clicked() {
                draft.current = place;
            }
        });
        ui.horizontal(|ui| quantity(ui, lang, draft, place, name, action));
        if let Some(criterion) = action.and_then(|action| action.hard_criterion.as_deref()).filter(|_| is_current) {
            let text = lang.with("desk-criterion", &[("criterion", criterion.into())]);
            layout::caption(ui, &text);
            ui.add_space(space::XS);
        }
    });
    if remove {
        draft.remove(place);
    }
}

fn quantity(ui: &mut Ui, lang: Lang, draft: &mut Draft, place: usize, name: &str, action: Option<&DeskAction>) {
    let theme = Theme::of(ui);
    ui.spacing_mut().item_spacing.x = space::XS;
    let Some(taken) = draft.decisions.get(place).cloned() else { return };
    let mut by = 0;
    if icon_button(ui, icons::MINUS, &lang.with("desk-less", &[("action", name.into())]), "−").clicked() {
        by = -1;
    }
    let (rect, response) = ui.allocate_exact_size(Vec2::new(measure::CONTROL, measure::CONTROL), Sense::hover());
    let text = lang.whole(taken.quantity);
    let spoken = lang.with("desk-quantity", &[("count", taken.quantity.into())]);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &spoken));
    let line = ink::line(ui, &text, font::bold(), theme.text, rect.width());
    ink::place(ui.painter(), line, rect, egui::Align2::CENTER_CENTER);
    if icon_button(ui, icons::PLUS, &lang.with("desk-more", &[("action", name.into())]), "+").clicked() {
        by = 1;
    }
    let is_current = draft.current == place;
    if let Some(action) = action.filter(|action| action.hard_criterion.is_some()) {
        let word = if taken.hard > 0 && taken.quantity > 1 {
            lang.with("desk-hard-of", &[("hard", taken.hard.into()), ("count", taken.quantity.into())])
        } else {
            lang.t("desk-hard")
        };
        let key = if is_current { "H" } else { "" };
        let criterion = action.hard_criterion.as_deref().unwrap_or_default();
        let button = Button::quiet(&word).key(key).selected(taken.hard > 0).tooltip(criterion);
        if button.show(ui).clicked() {
            draft.current = place;
            draft.mark_hard(std::slice::from_ref(action));
        }
    } else if action.is_some_and(|action| action.weight_cmin.is_none() && !action.automatic) {
        badge::badge(ui, Kind::Warn, &lang.t("desk-no-norm"));
    }
    if action.is_some_and(|action| !is_offered(&action.channels, draft.channel)) {
        badge::badge(ui, Kind::Warn, &lang.t("desk-other-channel"));
    }
    if by != 0 {
        draft.current = place;
        draft.change(by);
    }
}

/// How the contact ended, for whom it was done, and a comment.
fn ending(ui: &mut Ui, lang: Lang, view: &DeskView, form: &mut Form) {
    let correcting = form.draft().correcting.is_some();
    ui.horizontal_top(|ui| {
        if !correcting {
            outcome(ui, lang, form.draft());
            if !view.colleagues.is_empty() {
                behalf(ui, lang, view, form.draft());
            }
        }
        let (label, placeholder) = (lang.t("desk-comment"), lang.t("desk-comment-placeholder"));
        let comment = Field { placeholder: &placeholder, ..Field::new(&label) };
        field::text(ui, &comment, &mut form.draft().comment);
    });
}

fn outcome(ui: &mut Ui, lang: Lang, draft: &mut Draft) {
    let word = |outcome: Option<ContactOutcome>| {
        outcome.map_or_else(
            || lang.t("desk-outcome-none"),
            |outcome| lang.t(&format!("desk-outcome-{}", outcome.as_str())),
        )
    };
    let label = lang.t("desk-outcome");
    field::wrap(ui, &Field::new(&label), |ui| {
        let combo = ComboBox::from_id_salt("desk-outcome").width(148.0).selected_text(word(draft.outcome));
        let shown = combo.show_ui(ui, |ui| {
            for outcome in std::iter::once(None).chain(ContactOutcome::ALL.map(Some)) {
                ui.selectable_value(&mut draft.outcome, outcome, word(outcome));
            }
        });
        shown.response
    });
}

fn behalf(ui: &mut Ui, lang: Lang, view: &DeskView, draft: &mut Draft) {
    let label = lang.t("desk-behalf");
    let myself = lang.t("desk-behalf-nobody");
    let chosen = view.colleagues.iter().find(|colleague| draft.behalf.as_deref() == Some(&colleague.code));
    field::wrap(ui, &Field::new(&label), |ui| {
        let combo = ComboBox::from_id_salt("desk-behalf").width(168.0).truncate();
        let shown =
            combo.selected_text(chosen.map_or(myself.as_str(), |colleague| &colleague.name)).show_ui(ui, |ui| {
                ui.selectable_value(&mut draft.behalf, None, &myself);
                for colleague in &view.colleagues {
                    ui.selectable_value(&mut draft.behalf, Some(colleague.code.clone()), &colleague.name);
                }
            });
        shown.response
    });
}

/// Why the last attempt to save came to nothing.
fn trouble(ui: &mut Ui, form: &mut Form) {
    let ticket = form.draft().ticket;
    if let Some((_, text)) = form.error.as_ref().filter(|(of, _)| *of == ticket) {
        badge::banner(ui, Kind::Bad, text, "");
    }
}

/// What the ticket weighs, and the button that saves it.
fn footer(ui: &mut Ui, lang: Lang, view: &DeskView, form: &mut Form, actions: &mut Vec<Action>) {
    let theme = Theme::of(ui);
    let correcting = form.draft().correcting.is_some();
    let empty = *form.draft() == Draft::default();
    let key = keyboard::key(ui, Key::Save);
    let total = lang.minutes(form.draft().total(&view.actions));
    let row = Vec2::new(ui.available_width(), measure::PRIMARY);
    ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
        let word = lang.t(if correcting { "desk-save-correction" } else { "desk-save" });
        let busy = form.sending.is_some();
        let tooltip = if busy { lang.t("desk-saving") } else { lang.t("desk-save-empty") };
        let enabled = !busy && !empty;
        let button = Button::primary(&word).icon(icons::CHECK).key(&key).enabled(enabled);
        let button = if enabled { button } else { button.tooltip(&tooltip) };
        if button.show(ui).clicked() {
            form.save(actions);
        }
        if correcting && Button::danger(&lang.t("desk-cancel")).height(measure::PRIMARY).show(ui).clicked() {
            form.cancel(actions);
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.label(theme.quiet(lang.t("desk-total")));
            let (rect, response) =
                ui.allocate_exact_size(Vec2::new(line_width(ui, &total), measure::PRIMARY), Sense::hover());
            response.widget_info(|| {
                egui::WidgetInfo::labeled(egui::Role::Label, true, format!("{} {total}", lang.t("desk-total")))
            });
            draw_total(ui, rect, &total);
            ui.label(theme.quiet(lang.t("unit-min")));
        });
    });
}

fn line_width(ui: &Ui, text: &str) -> f32 {
    ink::line(ui, text, font::title(), Theme::of(ui).text, f32::INFINITY).size().x.ceil()
}

fn draw_total(ui: &Ui, rect: Rect, text: &str) {
    let line = ink::line(ui, text, font::title(), Theme::of(ui).text, rect.width() + 1.0);
    ink::place(ui.painter(), line, rect, egui::Align2::LEFT_CENTER);
}
