//! The editor of one ticket: client, decisions with quantities, weight, time, and how the contact ended.

use egui::{Align, Layout, Rect, RichText, Sense, Ui, Vec2};

use super::draft::{self, Draft};
use super::form::{Focus, Form};
use super::keyboard::{self, Key};
use super::{View, chosen, clients, tabs};
use crate::desktop::action::Action;
use crate::desktop::icons;
use crate::desktop::screens::norms::{layout, words};
use crate::desktop::theme::{Kind, Theme, font, measure, size, space};
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::choose::Choose;
use crate::desktop::widgets::field::{self, Field};
use crate::desktop::widgets::{badge, card, ink, pick};
use crate::domain::action::is_offered;
use crate::domain::ticket::{Channel, ContactOutcome};
use crate::locale::{Arg, Lang};
use crate::views::tickets::{DeskAction, DeskView};

/// The channels a person logs by hand.
pub(super) const CHANNELS: [Channel; 5] =
    [Channel::InboundCall, Channel::OutboundCall, Channel::Chat, Channel::WalkIn, Channel::BackOffice];

/// What stands above and below the list of decisions, in points: the rows get the rest.
const AROUND_LIST: f32 = 236.0;

/// How high the message is that says why saving came to nothing.
const TROUBLE: f32 = 56.0;

/// Draws the editor.
pub(super) fn show(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form, actions: &mut Vec<Action>) {
    let room = layout::card_room(ui);
    card::card(ui, "", |ui| {
        let bottom = ui.min_rect().top() + room;
        ui.spacing_mut().item_spacing.y = space::S;
        let before = form.draft().clone();
        let trouble_room = if form.error.as_ref().is_some_and(|(of, _)| *of == before.ticket) { TROUBLE } else { 0.0 };
        let rows = ink::whole(f64::from((room - AROUND_LIST - trouble_room) / measure::ROW)).clamp(4, 16);
        head(ui, lang, view, form);
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

/// Client, channel, and the time since the ticket was opened; below them what is known of the client.
fn head(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form) {
    let (clock, channel_width) = (76.0, (ui.available_width() * 0.32).clamp(140.0, 200.0));
    ui.horizontal_top(|ui| {
        let width = (ui.available_width() - clock - channel_width - 2.0 * space::S).max(120.0);
        client(ui, lang, form, width);
        let row = Vec2::new(channel_width, measure::CONTROL);
        ui.allocate_ui_with_layout(row, Layout::top_down(Align::LEFT), |ui| channel(ui, lang, form));
        time(ui, lang, form, clock);
    });
    let (kind, text) = clients::sentence(lang, &form.client, view.client);
    let line = Vec2::new(ui.available_width(), size::STRONG);
    ui.allocate_ui_with_layout(line, Layout::left_to_right(Align::Center), |ui| {
        ui.spacing_mut().interact_size.y = size::STRONG;
        let ink = if kind == Kind::Neutral {
            Theme::of(ui).caption(&text)
        } else {
            Theme::of(ui).tinted(kind, &text).size(size::CAPTION)
        };
        ui.add(egui::Label::new(ink).truncate());
    });
}

fn client(ui: &mut Ui, lang: Lang, form: &mut Form, width: f32) {
    let (label, placeholder) = (lang.t("desk-client"), lang.t("desk-client-placeholder"));
    let words = Field { placeholder: &placeholder, width: Some(width), ..Field::new(&label) };
    let focus = form.focus == Some(Focus::Client);
    let response = field::text(ui, &words, &mut form.draft().client);
    if focus {
        response.request_focus();
        form.focus = None;
    }
    let client = form.current_client();
    if response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter)) {
        form.focus = Some(Focus::Decision);
        form.client.settle(client);
    } else if let Some(ms) = form.client.follow(client, form.now_ms) {
        let pause = std::time::Duration::from_millis(u64::try_from(ms).unwrap_or_default() + 20);
        ui.ctx().request_repaint_after(pause);
    }
}

/// The channel, under the digits of its list.
fn channel(ui: &mut Ui, lang: Lang, form: &mut Form) {
    let names: Vec<String> = CHANNELS.iter().map(|channel| lang.t(&format!("channel-{}", channel.as_str()))).collect();
    let items: Vec<pick::Item<'_>> = CHANNELS
        .iter()
        .zip(&names)
        .map(|(channel, name)| pick::Item { id: channel.as_str(), name, code: "", group: "" })
        .collect();
    let now = form.draft().channel;
    let place = CHANNELS.iter().position(|channel| *channel == now);
    form.channel.number();
    let label = lang.t("desk-channel");
    let choose = Choose { label: &label, placeholder: "", nothing: "", key: "", hint: "" };
    let mut state = std::mem::take(&mut form.channel);
    let picked = keyed(ui, "F2", |ui| choose.show(ui, &mut state, &items, place));
    form.channel = state;
    if let Some(channel) = picked.and_then(|place| CHANNELS.get(place)) {
        form.draft().channel = *channel;
        form.focus = Some(if form.draft().client.trim().is_empty() { Focus::Client } else { Focus::Decision });
    }
}

fn time(ui: &mut Ui, lang: Lang, form: &mut Form, width: f32) {
    let now = form.now_ms;
    let draft = form.draft();
    if draft.correcting.is_some() {
        return;
    }
    let theme = Theme::of(ui);
    let text = tabs::elapsed(draft.opened_ms, now);
    let label = lang.t("desk-time");
    ui.allocate_ui_with_layout(Vec2::new(width, measure::CONTROL), Layout::top_down(Align::RIGHT), |ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        ui.label(RichText::new(&label).font(font::caption_bold()).color(theme.muted));
        let (rect, response) = ui.allocate_exact_size(Vec2::new(width, measure::CONTROL), Sense::hover());
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, format!("{label} {text}")));
        let colour = if draft.opened_ms > 0 { theme.text } else { theme.muted };
        let line = ink::line(ui, &text, font::digits(size::SECTION), colour, width);
        ink::place(ui.painter(), line, rect, egui::Align2::RIGHT_CENTER);
    });
}

/// The search field with its list on the left, what was chosen on the right.
fn decisions(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form, rows: usize) {
    let actions = view.desk.actions.as_slice();
    let channel = form.draft().channel;
    let names: Vec<&str> =
        actions.iter().map(|action| words::name(lang, &action.name_ru, action.name_en.as_deref())).collect();
    let weights: Vec<String> = actions.iter().map(|action| offered_weight(lang, action, channel)).collect();
    let items: Vec<pick::Item<'_>> = actions
        .iter()
        .zip(&names)
        .zip(&weights)
        .map(|((action, name), weight)| pick::Item { id: &action.code, name, code: &action.code, group: weight })
        .collect();
    let first = first(actions, channel);
    let (name, placeholder, nothing) =
        (lang.t("desk-decision"), lang.t("desk-decision-placeholder"), lang.t("desk-decision-nothing"));
    let height = measure::CONTROL + space::S + measure::ROW * ink::px(rows);
    let room = ui.available_width();
    let right_width = (room * 0.46).clamp(252.0, 420.0);
    let (mut picked, mut count) = (None, None);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::M;
        let left = Vec2::new(room - right_width - space::M, height);
        ui.allocate_ui_with_layout(left, Layout::top_down(Align::LEFT), |ui| {
            let search = pick::SearchPick::new(&name, &placeholder, &nothing)
                .frequent(&first)
                .searched(&form.index)
                .counted()
                .inline(rows);
            ui.set_min_size(left);
            let outcome = search.show(ui, &mut form.pick, &items);
            if form.focus == Some(Focus::Decision) {
                outcome.response.request_focus();
                form.focus = None;
            }
            form.picking = outcome.response.has_focus();
            picked = outcome.picked.and_then(|place| items.get(place)).map(|item| item.id.to_owned());
            count = outcome.count;
        });
        ui.allocate_ui_with_layout(Vec2::new(right_width, height), Layout::top_down(Align::LEFT), |ui| {
            ui.set_min_size(Vec2::new(right_width, height));
            chosen::show(ui, lang, view, form, height);
        });
    });
    if let Some(code) = picked {
        let known = form.draft().decisions.iter().any(|chosen| chosen.action == code);
        form.draft().pick(&code);
        // A count typed with a decision that is there already says how often in all.
        if known && count.is_some() {
            form.draft().change(-1);
        }
    }
    if let Some(count) = count {
        form.draft().count(count);
    }
}

/// The places of those that stand first while nothing is typed: what the ticket's channel offers, the frequent before the rest.
/// The first nine stand under the digits.
fn first(actions: &[DeskAction], channel: Channel) -> Vec<usize> {
    let offered = |place: &usize| actions.get(*place).is_some_and(|action| is_offered(&action.channels, channel));
    // The desk's list has the frequent ones in front.
    (0..actions.len()).filter(offered).take(9).collect()
}

/// What one of it weighs, for the list; where the ticket's channel does not offer it, that is said.
fn offered_weight(lang: Lang, action: &DeskAction, channel: Channel) -> String {
    let weight = weight(lang, action);
    if is_offered(&action.channels, channel) {
        weight
    } else {
        lang.with("desk-other-channel-weight", &[("weight", Arg::Text(&weight))])
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

/// What people call an action of the desk.
pub(super) fn name_of(lang: Lang, view: &DeskView, code: &str) -> String {
    let found = draft::action(&view.actions, code);
    found.map_or_else(
        || code.to_owned(),
        |action| words::name(lang, &action.name_ru, action.name_en.as_deref()).to_owned(),
    )
}

/// How the contact ended, for whom it was done, when, and a comment.
fn ending(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form) {
    let correcting = form.draft().correcting.is_some();
    let room = ui.available_width();
    ui.horizontal_top(|ui| {
        if !correcting {
            let part =
                |share: f32, least: f32, most: f32| Vec2::new((room * share).clamp(least, most), measure::CONTROL);
            let top_down = Layout::top_down(Align::LEFT);
            ui.allocate_ui_with_layout(part(0.25, 120.0, 176.0), top_down, |ui| outcome(ui, lang, form));
            if !view.desk.colleagues.is_empty() {
                ui.allocate_ui_with_layout(part(0.27, 132.0, 200.0), top_down, |ui| behalf(ui, lang, view, form));
            }
            finish(ui, lang, view, form);
        }
        let claims = form.claims(view);
        let (label, placeholder) = if claims {
            (lang.t("desk-claim-why"), lang.t("desk-claim-why-placeholder"))
        } else {
            (lang.t("desk-comment"), lang.t("desk-comment-placeholder"))
        };
        let comment = Field { placeholder: &placeholder, ..Field::new(&label) };
        let response = keyed(ui, "F5", |ui| field::text(ui, &comment, &mut form.draft().comment));
        if form.focus == Some(Focus::Comment) {
            response.request_focus();
            form.focus = None;
        }
    });
}

fn outcome(ui: &mut Ui, lang: Lang, form: &mut Form) {
    let words: Vec<String> =
        ContactOutcome::ALL.iter().map(|outcome| lang.t(&format!("desk-outcome-{}", outcome.as_str()))).collect();
    let none = lang.t("desk-outcome-none");
    let mut items: Vec<pick::Item<'_>> = ContactOutcome::ALL
        .iter()
        .zip(&words)
        .map(|(outcome, name)| pick::Item { id: outcome.as_str(), name, code: "", group: "" })
        .collect();
    items.push(pick::Item { id: "", name: &none, code: "", group: "" });
    let now = form.draft().outcome;
    let place = ContactOutcome::ALL.iter().position(|outcome| Some(*outcome) == now);
    form.outcome.number();
    let label = lang.t("desk-outcome");
    let choose = Choose { label: &label, placeholder: &none, nothing: "", key: "", hint: "" };
    let mut state = std::mem::take(&mut form.outcome);
    let picked = keyed(ui, "F3", |ui| choose.show(ui, &mut state, &items, place));
    form.outcome = state;
    if let Some(place) = picked {
        form.draft().outcome = ContactOutcome::ALL.get(place).copied();
        form.focus = Some(Focus::Decision);
    }
}

fn behalf(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form) {
    let (label, myself, nothing) = (lang.t("desk-behalf"), lang.t("desk-behalf-nobody"), lang.t("desk-behalf-nothing"));
    let myself_item = pick::Item { id: "", name: &myself, code: "", group: "" };
    let colleagues = view.desk.colleagues.iter();
    let items: Vec<pick::Item<'_>> = std::iter::once(myself_item)
        .chain(colleagues.map(|colleague| pick::Item {
            id: &colleague.code,
            name: &colleague.name,
            code: &colleague.code,
            group: "",
        }))
        .collect();
    let place = form.draft().behalf.as_deref().and_then(|code| items.iter().position(|item| item.id == code));
    let choose = Choose { label: &label, placeholder: &myself, nothing: &nothing, key: "", hint: "" };
    let mut state = std::mem::take(&mut form.behalf);
    let picked = keyed(ui, "F4", |ui| choose.show(ui, &mut state, &items, place));
    form.behalf = state;
    if let Some(item) = picked.and_then(|place| items.get(place)) {
        form.draft().behalf = Some(item.id).filter(|code| !code.is_empty()).map(str::to_owned);
        form.focus = Some(Focus::Decision);
    }
}

/// A field with its key written at the end of its name's line, where it takes no room from what is chosen.
fn keyed<R>(ui: &mut Ui, key: &str, field: impl FnOnce(&mut Ui) -> R) -> R {
    let (top, right) = (ui.cursor().top(), ui.available_rect_before_wrap().right());
    let shown = field(ui);
    let theme = Theme::of(ui);
    let line = ink::line(ui, key, font::caption(), theme.muted, f32::INFINITY);
    let rect = Rect::from_min_max(egui::pos2(right - line.size().x, top), egui::pos2(right, top + line.size().y));
    ink::place(ui.painter(), line, rect, egui::Align2::RIGHT_TOP);
    shown
}

/// The time of the finish, where it was earlier today.
fn finish(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form) {
    let (label, placeholder) = (lang.t("desk-finish"), lang.t("desk-finish-now"));
    let now = crate::domain::instant::Instant::from_millis(form.now_ms);
    let wrong = now.is_some_and(|now| form.draft().finish(view.desk.work_day, view.zone, now).is_err());
    // A date before the time takes more room.
    let width = if form.draft().finished.len() > 5 { 96.0 } else { 72.0 };
    let words = Field { placeholder: &placeholder, width: Some(width), ..Field::new(&label) };
    let response = ui
        .scope(|ui| {
            if wrong {
                ui.visuals_mut().widgets.inactive.bg_stroke.color = Theme::of(ui).bad;
            }
            field::text(ui, &words, &mut form.draft().finished)
        })
        .inner;
    let response = response.on_hover_text(lang.t(if wrong { "desk-slip-finish" } else { "desk-finish-hint" }));
    if form.focus == Some(Focus::Finish) {
        response.request_focus();
        form.focus = None;
    }
}

/// Why the last attempt to save came to nothing.
fn trouble(ui: &mut Ui, form: &mut Form) {
    let ticket = form.draft().ticket;
    if let Some((_, text)) = form.error.as_ref().filter(|(of, _)| *of == ticket) {
        badge::banner(ui, Kind::Bad, text, "");
    }
}

/// What the ticket weighs, and the button that saves it.
fn footer(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form, actions: &mut Vec<Action>) {
    let theme = Theme::of(ui);
    let correcting = form.draft().correcting.is_some();
    let empty = if correcting { !form.draft().holds() } else { *form.draft() == Draft::default() };
    let key = keyboard::key(ui, Key::Save);
    let total = lang.minutes(form.draft().total(&view.desk.actions));
    let row = Vec2::new(ui.available_width(), measure::PRIMARY);
    ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
        let word = if correcting {
            "desk-save-correction"
        } else if form.claims(view) {
            "desk-save-claim"
        } else {
            "desk-save"
        };
        let word = lang.t(word);
        let busy = form.sending.is_some();
        let why = if busy {
            "desk-saving"
        } else if correcting {
            "desk-save-same"
        } else {
            "desk-save-empty"
        };
        let (tooltip, enabled) = (lang.t(why), !busy && !empty);
        let button = Button::primary(&word).icon(icons::CHECK).key(&key).enabled(enabled);
        let button = if enabled { button } else { button.tooltip(&tooltip) };
        if button.show(ui).clicked() {
            form.save(view, lang, actions);
        }
        if correcting {
            corrections(ui, lang, form, actions);
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.label(theme.quiet(lang.t("desk-total")));
            let width = ink::line(ui, &total, font::title(), theme.text, f32::INFINITY).size().x.ceil();
            let (rect, response) = ui.allocate_exact_size(Vec2::new(width, measure::PRIMARY), Sense::hover());
            response.widget_info(|| {
                egui::WidgetInfo::labeled(egui::Role::Label, true, format!("{} {total}", lang.t("desk-total")))
            });
            draw_total(ui, rect, &total);
            ui.label(theme.quiet(lang.t("unit-min")));
        });
    });
}

/// What else can be done with a saved ticket: take it back, look at its history.
fn corrections(ui: &mut Ui, lang: Lang, form: &mut Form, actions: &mut Vec<Action>) {
    if Button::danger(&lang.t("desk-cancel")).height(measure::PRIMARY).show(ui).clicked() {
        form.cancel(actions);
    }
    let word = lang.t("desk-history");
    if Button::quiet("").icon(icons::CLOCK_COUNTER_CLOCKWISE).tooltip(&word).height(measure::PRIMARY).show(ui).clicked()
    {
        actions.push(Action::OpenTicket(form.draft().ticket));
    }
}

fn draw_total(ui: &Ui, rect: Rect, text: &str) {
    let line = ink::line(ui, text, font::title(), Theme::of(ui).text, rect.width() + 1.0);
    ink::place(ui.painter(), line, rect, egui::Align2::LEFT_CENTER);
}
