//! What is searched for: client, words of the comment, decision, person, days and state.

use egui::{Ui, Vec2};

use super::View;
use crate::desktop::icons;
use crate::desktop::screens::norms::words;
use crate::desktop::theme::{measure, space};
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::card;
use crate::desktop::widgets::choose::{self, Choose};
use crate::desktop::widgets::field::{self, Field};
use crate::desktop::widgets::pick::Item;
use crate::domain::code::Code;
use crate::domain::people::Role;
use crate::domain::ticket::TicketState;
use crate::floor::question::AskSearch;
use crate::locale::Lang;

/// The search follows the typing after so long a pause, in milliseconds.
const PAUSE_MS: i64 = 250;

/// How high the name of a field is, with the distance to it.
const LABEL: f32 = 20.0;

const STATES: [TicketState; 7] = [
    TicketState::Counted,
    TicketState::Held,
    TicketState::Cancelled,
    TicketState::Corrected,
    TicketState::WithCall,
    TicketState::WithoutCall,
    TicketState::UnderReview,
];

/// What is typed and chosen.
#[derive(Debug, Default)]
pub(super) struct Form {
    client: String,
    text: String,
    from: String,
    to: String,
    decision: (choose::State, Option<String>),
    person: (choose::State, Option<String>),
    state: (choose::State, Option<TicketState>),
    asked: AskSearch,
    typed: AskSearch,
    typed_ms: i64,
    pub find_wanted: bool,
}

impl Form {
    /// One person's tickets of one day, and nothing else.
    pub(super) fn only(&mut self, person: &str, day: chrono::NaiveDate, lang: Lang) {
        let typed = words::typed_date(lang, day);
        let person = (choose::State::default(), Some(person.to_owned()));
        *self = Self { person, from: typed.clone(), to: typed, ..Self::default() };
        self.asked = self.read();
        self.typed = self.asked.clone();
    }

    /// What the floor is asked.
    pub(super) fn asked(&self) -> AskSearch {
        self.asked.clone()
    }

    fn read(&self) -> AskSearch {
        let said = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        let code = |code: &Option<String>| code.as_deref().and_then(|code| Code::new(code).ok());
        AskSearch {
            text: said(&self.text),
            client: said(&self.client),
            decision: code(&self.decision.1),
            person: code(&self.person.1),
            from: words::date(&self.from),
            to: words::date(&self.to),
            state: self.state.1,
            after: None,
        }
    }

    /// Follows the typing; says whether another search begins.
    fn follow(&mut self, ui: &Ui, now_ms: i64) -> bool {
        let read = self.read();
        if read == self.asked {
            return false;
        }
        if read != self.typed {
            self.typed = read;
            self.typed_ms = now_ms;
        }
        let entered = ui.input(|input| input.key_pressed(egui::Key::Enter));
        let typing = crate::desktop::keys::is_typing(ui.ctx());
        if typing && !entered && now_ms.saturating_sub(self.typed_ms) < PAUSE_MS {
            ui.ctx().request_repaint_after(std::time::Duration::from_millis(PAUSE_MS.unsigned_abs() + 20));
            return false;
        }
        self.asked = self.typed.clone();
        true
    }
}

/// Draws the fields; says whether another search begins.
pub(super) fn show(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form, now_ms: i64) -> bool {
    card::card(ui, "", |ui| {
        ui.spacing_mut().item_spacing.y = space::M;
        texts(ui, lang, form);
        choices(ui, lang, view, form);
    });
    form.follow(ui, now_ms)
}

fn texts(ui: &mut Ui, lang: Lang, form: &mut Form) {
    let (client, client_hint) = (lang.t("tickets-client"), lang.t("desk-client-placeholder"));
    let (text, text_hint) = (lang.t("tickets-text"), lang.t("tickets-text-placeholder"));
    let (from, to, date) = (lang.t("tickets-from"), lang.t("tickets-to"), lang.t("tickets-date-placeholder"));
    let dates = 112.0;
    let clear = lang.t("tickets-clear");
    ui.horizontal_top(|ui| {
        let room = ui.available_width() - 2.0 * dates - measure::CONTROL - 4.0 * space::S;
        let wide = Field { placeholder: &client_hint, width: Some(room * 0.45), ..Field::new(&client) };
        let response = field::text(ui, &wide, &mut form.client);
        if std::mem::take(&mut form.find_wanted) {
            response.request_focus();
        }
        field::text(
            ui,
            &Field { placeholder: &text_hint, width: Some(room * 0.55), ..Field::new(&text) },
            &mut form.text,
        );
        let wrong = |typed: &str| !typed.trim().is_empty() && words::date(typed).is_none();
        let error = lang.t("tickets-date-wrong");
        for (label, value) in [(&from, &mut form.from), (&to, &mut form.to)] {
            let error = if wrong(value) { error.as_str() } else { "" };
            field::text(ui, &Field { placeholder: &date, width: Some(dates), error, ..Field::new(label) }, value);
        }
        ui.vertical(|ui| {
            // Beside the fields, below the line of their names.
            ui.add_space(LABEL);
            let enabled = form.read() != AskSearch::default();
            if Button::quiet("")
                .icon(icons::X)
                .tooltip(&clear)
                .width(measure::CONTROL)
                .enabled(enabled)
                .show(ui)
                .clicked()
            {
                *form = Form { find_wanted: true, asked: std::mem::take(&mut form.asked), ..Form::default() };
            }
        });
    });
}

fn choices(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form) {
    let any = lang.t("tickets-any");
    let nothing = lang.t("tickets-nothing-fits");
    let everything = || Item { id: "", name: &any, code: "", group: "" };
    let colleagues = people(view);
    let parts = if colleagues.len() > 1 { 3 } else { 2 };
    card::columns_apart(ui, parts, space::S, |columns| {
        let mut columns = columns.iter_mut();
        if let Some(ui) = columns.next() {
            let actions = view.actions.map(|view| view.actions.as_slice()).unwrap_or_default();
            let named = actions.iter().map(|action| {
                let name = words::name(lang, &action.name_ru, action.name_en.as_deref());
                Item { id: &action.code, name, code: &action.code, group: &action.group }
            });
            let items: Vec<Item<'_>> = std::iter::once(everything()).chain(named).collect();
            one(ui, &lang.t("desk-decision"), &any, &nothing, &mut form.decision, &items);
        }
        if parts == 3
            && let Some(ui) = columns.next()
        {
            let named = colleagues.iter().map(|(code, name)| Item { id: code, name, code, group: "" });
            let items: Vec<Item<'_>> = std::iter::once(everything()).chain(named).collect();
            one(ui, &lang.t("tickets-person"), &any, &nothing, &mut form.person, &items);
        }
        if let Some(ui) = columns.next() {
            state(ui, lang, &any, form);
        }
    });
}

/// Operators whose tickets the reader may see.
fn people<'a>(view: &View<'a>) -> Vec<(&'a str, &'a str)> {
    let people = view.people.map(|view| view.people.as_slice()).unwrap_or_default();
    let operators = people.iter().filter(|person| person.roles.contains(&Role::Operator));
    operators.map(|person| (person.code.as_str(), person.name.as_str())).collect()
}

fn one(
    ui: &mut Ui,
    label: &str,
    any: &str,
    nothing: &str,
    (state, chosen): &mut (choose::State, Option<String>),
    items: &[Item<'_>],
) {
    let place = chosen.as_deref().and_then(|code| items.iter().position(|item| item.id == code));
    let choose = Choose { label, placeholder: any, nothing, key: "", hint: "" };
    if let Some(item) = choose.show(ui, state, items, place).and_then(|place| items.get(place)) {
        *chosen = Some(item.id.to_owned()).filter(|code| !code.is_empty());
    }
}

/// The word of a state.
pub(super) fn state_word(lang: Lang, state: TicketState) -> String {
    lang.t(match state {
        TicketState::Counted => "ticket-state-counted",
        TicketState::Held => "ticket-state-held",
        TicketState::Cancelled => "ticket-state-cancelled",
        TicketState::Corrected => "ticket-state-corrected",
        TicketState::WithCall => "ticket-state-with-call",
        TicketState::WithoutCall => "ticket-state-without-call",
        TicketState::UnderReview => "ticket-state-under-review",
    })
}

fn state(ui: &mut Ui, lang: Lang, any: &str, form: &mut Form) {
    let words: Vec<String> = STATES.iter().map(|state| state_word(lang, *state)).collect();
    let named = words.iter().map(|word| Item { id: word, name: word, code: "", group: "" });
    let items: Vec<Item<'_>> = std::iter::once(Item { id: "", name: any, code: "", group: "" }).chain(named).collect();
    let place = form.state.1.and_then(|state| STATES.iter().position(|other| *other == state)).map(|place| place + 1);
    let label = lang.t("tickets-state");
    let choose = Choose { label: &label, placeholder: any, nothing: "", key: "", hint: "" };
    if let Some(place) = choose.show(ui, &mut form.state.0, &items, place) {
        form.state.1 = place.checked_sub(1).and_then(|place| STATES.get(place)).copied();
    }
    ui.allocate_space(Vec2::ZERO);
}
